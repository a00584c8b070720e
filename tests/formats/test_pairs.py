"""All 16 pairs of formats over all own documents: what is not the same is named, or follows from what is.

Each invoice of the corpora goes to each format and is read back, with a context that holds the parties, and with none.
The two invoices are compared value by value, so type, totals, VAT per category and rate, signs, dates, parties,
references, accounts, lines, notes and attachments are all among them.  A value that differs needs a finding of the
conversion at its place or above it, or is one of the few kinds in `DERIVED`, each with its reason and a check of the
value.  What is claimed - who owes whom how much - changes with a warning only, and money never goes the other way.

The test is made to fail: every value that an invoice has in common with what came back is falsified in turn, as a
silent change would, and must be caught; one of each kind, or with EINVOICE_PAIRS=all every single one.

The product is small enough (about 2,600 conversions in 8 s) to be run whole; no document is left out.
"""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

import pytest
from corpora.pairs import (
    CORPORA,
    FORMATS,
    Difference,
    Leg,
    Sample,
    bare,
    context_of_pair,
    differences,
    fates,
    leaves,
    leg,
    read_back,
    samples,
    steps_up,
    told,
)

from einvoice import Context, Finding
from einvoice.model import AllowanceCharge, Invoice

PAIRS = [(source, target) for source in FORMATS for target in FORMATS]
CONTEXTS = ("known", "none")
"""The context knows both parties; or nothing, which the source may have been read with."""


WITHOUT_INVOICE = {
    *("netvisor/response-created.xml", "netvisor/response-failed.xml", "netvisor/response-list-empty.xml"),
    *("netvisor/response-not-found.xml", "billecta/list-empty.json"),
}


def test_every_document_takes_part() -> None:
    """But answers without an invoice; of the faulty documents, which may be refused, most do."""
    names = {format: {sample.name.partition("#")[0] for sample in samples(format)} for format in FORMATS}
    files = {format: [path.name for path in (CORPORA / format).iterdir() if path.is_file()] for format in FORMATS}
    assert {f"{format}/{name}" for format in FORMATS for name in {*files[format]} - names[format]} == WITHOUT_INVOICE
    assert all(sum(name.startswith("negative/") for name in names[format]) >= 5 for format in FORMATS)


class Told(NamedTuple):
    """A leg with its differences, the findings of the conversion, and the texts of both invoices."""

    leg: Leg
    different: list[Difference]
    findings: list[Finding]
    named: set[str]
    """The places in the model that they name."""
    before: dict[str, Any]
    after: dict[str, Any]


def tell(one: Leg) -> Told:
    old, new = ({p.lstrip("."): v for p, v in leaves(i, "")} for i in (one.before, one.after))
    said = told(one)
    return Told(one, differences(one.before, one.after), said, {f.model_path for f in said if f.model_path}, old, new)


@cache
def legs(source: str, target: str, known: str, version: str | None = None) -> list[tuple[Sample, Told]]:
    found = []
    for sample in samples(source):
        context = context_of_pair(sample.document) if known == "known" else Context()
        found.append((sample, tell(leg(sample.document, target, context, version))))
    return found


# ---------------------------------------------------------------------------------- differences that follow


class Derived(NamedTuple):
    """Differences without a finding of their own: where they may be, why, and what must be true of them."""

    reason: str
    places: str
    """A pattern for the place without positions."""
    holds: Callable[[Told, Difference], bool]
    example: str
    """A document and a target that need it."""


def is_new(one: Told, d: Difference) -> bool:
    return d.was is None


def is_named(one: Told, path: str) -> bool:
    return any(step in one.named for step in steps_up(path))


def value_at(invoice: Invoice, path: str) -> Any:
    found: Any = invoice
    for step in re.findall(r"\w+|\[\d+\]", path):
        if step.startswith("["):
            position = int(step[1:-1])
            found = found[position] if found is not None and position < len(found) else None
        else:
            found = getattr(found, step, None)
    return found


def position_of(path: str) -> int:
    found = re.search(r"\[(\d+)\]", path)
    assert found is not None
    return int(found[1])


def lines_of(text: object) -> list[str]:
    return [" ".join(line.split()) for line in str(text).split("\n") if line.strip()]


def is_of_the_target(one: Told, d: Difference) -> bool:
    return d.was is None and f"native.{one.leg.made.target}:" in d.path


def is_under_another_key(one: Told, d: Difference) -> bool:
    """What is gone at one key is new at another."""
    kept = [e for e in one.different if "native." in e.path and e.path != d.path]
    return any((e.was, e.now) == (d.now, d.was) for e in kept if None in (d.was, d.now))


SUPPLIED = {
    "peppol-bis": {"specification_identifier", "business_process_type"},
    "netvisor": {"internal.lifecycle_status"},
}


def is_supplied(one: Told, d: Difference) -> bool:
    return d.was is None and d.path in SUPPLIED.get(one.leg.made.target, set())


def is_counted(one: Told, d: Difference) -> bool:
    """Netvisor has no numbers of lines, and all others have."""
    if d.now is None:
        return one.leg.made.target == "netvisor" and d.was == str(position_of(d.path) + 1)
    return d.was is None and str(d.now).isdecimal() and int(str(d.now)) <= len(one.leg.after.lines)


def is_file_name(one: Told, d: Difference) -> bool:
    """Where a format has one name of a file, it is the file name; without any it has its number.

    In BIS an attachment has both, a link has a reference only.
    """
    owner, _, name = d.path.rpartition(".")
    other = one.before.get(f"{owner}.{'filename' if name == 'reference' else 'reference'}")
    if d.now is None:
        if name == "filename":
            return (
                one.leg.made.target == "peppol-bis" and d.was == other and f"{owner}.content_base64" not in one.before
            )
        return one.leg.made.target == "netvisor" and d.was in (other, str(position_of(d.path) + 1))
    return d.was is None and d.now in (other, str(position_of(d.path) + 1))


TEXTS = r"notes\[\]\.text|leading_text_rows\[\]|lines\[\]\.(text_rows\[\]|note)"
"""Where a format may put a text that has no place of its own."""


def is_moved_text(one: Told, d: Difference) -> bool:
    """Every line that is new stood somewhere before, behind a label or not; a text that is gone stands as a text."""
    old = {line for value in one.before.values() if isinstance(value, str) for line in lines_of(value)}
    new = {line for path, value in one.after.items() if re.fullmatch(TEXTS, bare(path)) for line in lines_of(value)}
    was, now = lines_of(d.was or ""), lines_of(d.now or "")
    if d.now is None and not re.fullmatch(TEXTS, bare(d.path)):
        return False
    gone = [line for line in was if not any(line in other for other in now)]
    added = [line for line in now if line not in was]
    return all(line in new for line in gone) and all(
        line in old or any(line.endswith((f": {text}", f" {text}")) for text in old if len(text) > 2) for line in added
    )


def is_made_of_conditions(one: Told, d: Difference) -> bool:
    """The words are new, the figures are those of the payment conditions."""
    figures = re.findall(
        r"\d+(?:[.,]\d+)?", "\n".join(line for line in lines_of(d.now) if line not in lines_of(d.was or ""))
    )
    known = [value for path, value in one.before.items() if path.startswith(("payment_conditions.", "native."))]
    numbers = {Decimal(str(value)) for value in known if re.fullmatch(r"\d+(\.\d+)?", str(value))}
    dates = {part for value in known for part in re.findall(r"\d+", str(value))}
    return bool(figures) and all(
        Decimal(figure.replace(",", ".")) in numbers or figure in dates or figure.lstrip("0") in dates
        for figure in figures
    )


def is_known_to_the_context(one: Told, d: Difference) -> bool:
    known = texts_of(one.leg.context)
    return d.was is None and (str(d.now) in known or "".join(str(d.now).split("-")) in known)


def texts_of(context: Context) -> set[str]:
    """Every text of the cards, and what follows from their numbers."""
    found: set[str] = set()
    for card in (context.seller, *context.customers.values()):
        if card is not None:
            found |= {str(text) for text in card.model_dump().values() if text is not None}
            found |= {text for text in (*(card.registration() or ()), *(card.electronic_address() or ())) if text}
            giros = {"SE:BANKGIRO": card.bankgiro, "SE:PLUSGIRO": card.plusgiro}
            found |= {"".join(number.split("-")) for number in giros.values() if number}
            found |= {bank for bank, number in giros.items() if number}
    return found


def is_for_every_way(one: Told, d: Difference) -> bool:
    """The reference of the invoice stands with each account."""
    return d.was is None and any(
        value == d.now for path, value in one.before.items() if bare(path) == bare(d.path)
    )  # fmt: skip


def is_said_of_another(one: Told, d: Difference) -> bool:
    """Netvisor has no ways to pay and Finvoice 2.01 no codes of them; one that several share is named once."""
    version = one.leg.after.native.get("finvoice:_version")
    return (one.leg.made.target == "netvisor" or version == "2.01") and any(
        other.path != d.path and bare(other.path) == bare(d.path) and other[1:] == d[1:] and is_named(one, other.path)
        for other in one.different
    )


GOES_WITH = {
    # value: those beside it, one of whose findings speaks for it
    "lines[].item_description": ("quantity", "net_price"),
    "lines[].price_base_quantity": ("net_price",),
    "lines[].allowances_charges[].base_amount": ("amount",),
    "lines[].allowances_charges[].is_charge": ("amount",),
    "allowances_charges[].is_charge": ("amount",),
    "allowances_charges[].reason": ("amount",),
    "allowances_charges[].vat_category": ("amount",),
    "allowances_charges[].vat_rate": ("amount",),
    "vat_breakdown[].exemption_reason_code": ("category",),
}


def goes_with_another(one: Told, d: Difference) -> bool:
    owner = d.path.rpartition(".")[0]
    return any(is_named(one, f"{owner}.{name}") for name in GOES_WITH.get(bare(d.path), ()))


def is_per_base_quantity(one: Told, d: Difference) -> bool:
    """The price is for so many more pieces, and it is said of the price without VAT."""
    line = d.path.rpartition(".")[0]
    base = one.after.get(f"{line}.price_base_quantity")
    assert isinstance(d.was, Decimal)
    assert isinstance(base, Decimal)
    return d.now == d.was * base and is_named(one, f"{line}.net_price")


def is_sum_of_line(one: Told, d: Difference) -> bool:
    """VAT and total of a line that were not stated, and add up."""
    line = value_at(one.leg.after, d.path.rpartition(".")[0])
    if d.was is not None or line is None or line.net_amount is None:
        return False
    if line.amount_with_vat is None or line.vat_amount is None:
        vat = line.net_amount * (line.vat_rate or 0) / 100
        expected = vat if d.path.endswith("vat_amount") else line.net_amount + vat
        return abs(Decimal(str(d.now)) - expected) <= Decimal("0.01")
    return line.net_amount + line.vat_amount == line.amount_with_vat


def is_base_of_discount(one: Told, d: Difference) -> bool:
    """What is discounted: the line without its discounts and charges, or what the percentage says."""
    owner = d.path.rpartition(".")[0]
    line = one.leg.before.lines[position_of(d.path)]
    amount, percentage = one.after.get(f"{owner}.amount"), one.after.get(f"{owner}.percentage")
    if d.was is not None or not isinstance(d.now, Decimal):
        return False
    if isinstance(amount, Decimal) and isinstance(percentage, Decimal):
        return abs(d.now * percentage / 100 - amount) <= Decimal("0.02")
    entries = [(e.amount or Decimal(0)) * (-1 if e.is_charge else 1) for e in line.allowances_charges]
    return d.now == sum(entries, line.net_amount or Decimal(0))


UNITS_OF_ROWS = {"netvisor": (None, "C62"), "finvoice": (None, "C62"), "billecta": ("C62",), "peppol-bis": ()}
"""What a row that was an allowance or charge is counted in; BIS has none."""


def is_row_of_an_entry(one: Told, d: Difference) -> bool:
    """A new line has amount, category and rate of an allowance or charge, of whose amount it is said that it moves."""
    number = position_of(d.path)
    if number < len(one.leg.before.lines):
        return False
    row = {e.path.rpartition(".")[2]: e.now for e in one.different if e.path.startswith(f"lines[{number}].")}
    net, quantity = row.get("net_amount"), row.get("quantity")
    if not isinstance(net, Decimal) or quantity not in (1, -1) or quantity * row["net_price"] != net:
        return False
    if row.get("unit_code") not in UNITS_OF_ROWS[one.leg.made.target]:
        return False
    return any(
        abs(entry.amount or Decimal(0)) == abs(net)
        and (vat.vat_category, vat.vat_rate or 0) == (row.get("vat_category"), row.get("vat_rate") or 0)
        and is_named(one, f"{path}.amount")
        for path, entry, vat in entries_of(one.leg.before)
    )


def entries_of(invoice: Invoice) -> Iterator[tuple[str, AllowanceCharge, Any]]:
    """Every allowance and charge with its path, and what says which VAT it bears."""
    for n, entry in enumerate(invoice.allowances_charges):
        yield f"allowances_charges[{n}]", entry, entry
    for number, line in enumerate(invoice.lines):
        for n, entry in enumerate(line.allowances_charges):
            yield f"lines[{number}].allowances_charges[{n}]", entry, line


def is_of_the_invoice(one: Told, d: Difference) -> bool:
    """A period of the invoice stands with each row."""
    period = one.leg.before.period
    return d.was is None and period is not None and d.now == getattr(period, d.path.rpartition(".")[2])


def is_country_of_the_buyer(one: Told, d: Difference) -> bool:
    """Goods within the EU, of which nobody says where they arrived: the reader says so."""
    buyer = one.leg.before.buyer
    within = any(entry.category == "K" for entry in one.leg.before.vat_breakdown)
    return d.was is None and within and buyer is not None and value_at(buyer, "address.country_code") == d.now


def is_due_at_once(one: Told, d: Difference) -> bool:
    return d.was is None and one.leg.before.is_credit_note and d.now == one.leg.before.issue_date


def is_counted_from_issue(one: Told, d: Difference) -> bool:
    days = one.before.get(d.path.replace("last_date", "days"))
    issued = one.leg.before.issue_date
    return d.was is None and isinstance(days, int) and issued is not None and d.now == issued + timedelta(days=days)


def is_zero(one: Told, d: Difference) -> bool:
    return not d.was and not d.now


def is_rest_of_totals(one: Told, d: Difference) -> bool:
    """What was due is still due, and the total is another, as is said there."""
    totals = one.leg.after.totals
    if d.was is not None or totals is None or totals.amount_due is None or totals.total_with_vat is None:
        return False
    rest = totals.amount_due + (totals.paid_amount or 0) - totals.total_with_vat
    return d.now == rest and is_named(one, "totals.total_with_vat")


def is_rounded_by_the_account(one: Told, d: Difference) -> bool:
    """Billecta rounds to whole kronor by itself: LOSS-DERIVED says so, since no entry holds the rounding."""
    said = any(f.model_path == d.path and f.code == "LOSS-DERIVED" for f in one.leg.findings)
    return one.leg.made.target == "billecta" and d.now is None and said and abs(Decimal(str(d.was))) < 1


def is_of_a_line_without_price(one: Told, d: Difference) -> bool:
    """Billecta has no rows without a price: an error says that it is written at 0, and what follows is 0."""
    return d.was is None and d.now == 0 and any(f.code == "EI-BILLECTA-NO-PRICE" for f in one.findings)


def is_unit_without_a_code(one: Told, d: Difference) -> bool:
    """BIS demands a code, and of the words it is said that there is none."""
    return d.was is None and d.now == "ZZ" and is_named(one, d.path.replace("unit_code", "unit_name"))


def is_one_of(*values: str) -> Callable[[Told, Difference], bool]:
    return lambda one, d: d.was is None and str(d.now) in values


DERIVED = (
    Derived(
        "what the target alone knows is set to what its documents usually say",
        r"(.*\.)?native\..*",
        is_of_the_target,
        "netvisor/draft.xml > billecta",
    ),
    Derived(
        "kept content stands under another key",
        r"(.*\.)?native\..*",
        is_under_another_key,
        "finvoice/sub-rows-in-priced-row.xml > finvoice",
    ),
    Derived("every document of the target states it", r"[a-z_.]+", is_supplied, "netvisor/draft.xml > peppol-bis"),
    Derived("lines are counted", r"lines\[\]\.identifier", is_counted, "netvisor/draft.xml > peppol-bis"),
    Derived(
        "a file has one name",
        r"supporting_documents\[\]\.(reference|filename)",
        is_file_name,
        "netvisor/attachments.xml > peppol-bis",
    ),
    Derived(
        "pieces, where no unit is stated",
        r"lines\[\]\.(unit_code|unit_name)",
        is_one_of("C62", "kpl", "st"),
        "netvisor/invoice-minimal.xml > peppol-bis",
    ),
    Derived(
        "a unit in words of which no code is known",
        r"lines\[\]\.unit_code",
        is_unit_without_a_code,
        "finvoice/quantities-and-units.xml > peppol-bis",
    ),
    Derived(
        "the unit in words is that of its code",
        r"lines\[\]\.unit_name",
        is_new,
        "peppol-bis/everything.xml > netvisor",
    ),
    Derived(
        "the words stand in another place",
        r"notes\[\]\.text|leading_text_rows\[\]|lines\[\]\.(text_rows\[\]|note|item_description)|payment_terms|"
        r"buyer_reference|sales_order_reference|receiving_advice_reference|(buyer|seller|payee)\.name|"
        r"delivery\.party_name|buyer\.identifiers\[\]\.value|buyer\.address\.line_\d",
        is_moved_text,
        "netvisor/order.xml > finvoice",
    ),
    Derived(
        "payment terms in words are made of data",
        r"payment_terms",
        is_made_of_conditions,
        "netvisor/accrual-invoice.xml > finvoice",
    ),
    Derived(
        "the context knows it",
        r"(seller|buyer|payee|payment_instructions|vat_breakdown).*",
        is_known_to_the_context,
        "billecta/entry-eur.json > netvisor",
    ),
    Derived(
        "the reference is that of every way to pay",
        r"payment_instructions\[\]\.remittance_information",
        is_for_every_way,
        "billecta/entry-payment-bankgiro-ocr.json > netvisor",
    ),
    Derived(
        "several items have it, and it is said once",
        r"payment_instructions\[\]\.means_code",
        is_said_of_another,
        "finvoice/factoring.xml > netvisor",
    ),
    Derived(
        "it goes with a value whose finding says so",
        "|".join(map(re.escape, GOES_WITH)),
        goes_with_another,
        "finvoice/everything.xml > netvisor",
    ),
    Derived(
        "a price for more pieces",
        r"lines\[\]\.price_with_vat",
        is_per_base_quantity,
        "netvisor/gross-prices.xml > finvoice",
    ),
    Derived(
        "a line without a price",
        r"lines\[\]\.net_amount|(totals|vat_breakdown\[\])\.\w+",
        is_of_a_line_without_price,
        "netvisor/total-zero-netvisor-prices.xml > billecta",
    ),
    Derived(
        "a sum of the line",
        r"lines\[\]\.(vat_amount|amount_with_vat)",
        is_sum_of_line,
        "finvoice/prepaid.xml > netvisor",
    ),
    Derived(
        "the base of a discount",
        r"lines\[\]\.allowances_charges\[\]\.base_amount",
        is_base_of_discount,
        "finvoice/row-discounts.xml > netvisor",
    ),
    Derived(
        "an allowance or charge is a row",
        r"lines\[\]\..*",
        is_row_of_an_entry,
        "finvoice/everything.xml > netvisor",
    ),
    Derived(
        "the period of the invoice stands with each row",
        r"lines\[\]\.period\.(start|end)_date",
        is_of_the_invoice,
        "finvoice/everything.xml > billecta",
    ),
    Derived(
        "goods arrive with the buyer",
        r"delivery\.address\.country_code",
        is_country_of_the_buyer,
        "peppol-bis/negative/intra-community-without-delivery.xml > finvoice",
    ),
    Derived("a credit is due at once", r"due_date", is_due_at_once, "peppol-bis/credit-note.xml > billecta"),
    Derived(
        "the last day of a discount",
        r"payment_conditions\.cash_discounts\[\]\.last_date",
        is_counted_from_issue,
        "netvisor/cash-discount.xml > finvoice",
    ),
    Derived(
        "nothing is no amount",
        r"totals\.rounding_amount",
        is_zero,
        "billecta/answer-eur.json > billecta",
    ),
    Derived(
        "no rate is a rate of nothing",
        r"vat_breakdown\[\]\.rate|lines\[\]\.vat_rate",
        is_one_of("0"),
        "peppol-bis/out-of-scope.xml > billecta",
    ),
    Derived(
        "what is due is as it was",
        r"totals\.rounding_amount",
        is_rest_of_totals,
        "finvoice/vat-rounded-per-row.xml > netvisor",
    ),
    Derived(
        "the account rounds",
        r"totals\.rounding_amount",
        is_rounded_by_the_account,
        "billecta/answer-fees.json > billecta",
    ),
    Derived(
        "the reader sees the kind of a reference",
        r"payment_instructions\[\]\.reference_kind",
        is_new,
        "netvisor/accrual-invoice.xml > billecta",
    ),
    Derived(
        "the reader sees where a note stands",
        r"notes\[\]\.placement",
        is_one_of("before_lines", "after_lines"),
        "finvoice/everything.xml > netvisor",
    ),
    Derived(
        "the kind of a tax registration",
        r"seller\.tax_registration_scheme",
        is_one_of("TAX"),
        "finvoice/everything.xml > peppol-bis",
    ),
    Derived(
        "a way to pay needs a code",
        r"payment_instructions\[\]\.means_code",
        is_one_of("1", "30", "58"),
        "billecta/entry-eur.json > netvisor",
    ),
    Derived(
        "a card needs a network",
        r"payment_instructions\[\]\.card\.network",
        is_one_of("NA"),
        "finvoice/paid-by-card.xml > peppol-bis",
    ),
    Derived(
        "a discount without a reason is a discount",
        r"lines\[\]\.allowances_charges\[\]\.reason_code",
        is_one_of("95"),
        "billecta/entry-eur.json > netvisor",
    ),
)
"""Why a difference may go without a finding of its own: the smallest table that the corpora allow."""


def reason_of(one: Told, d: Difference) -> str | None:
    place = bare(d.path)
    for kind in DERIVED:
        if re.fullmatch(kind.places, place) and kind.holds(one, d):
            return kind.reason
    return None


def silent(one: Told) -> list[Difference]:
    """The differences that nobody names and that follow from nothing."""
    return [d for d in one.different if not is_named(one, d.path) and reason_of(one, d) is None]


# ---------------------------------------------------------------------------------- the pairs


@pytest.mark.parametrize("known", CONTEXTS)
@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_what_differs_is_named(source: str, target: str, known: str) -> None:
    """Same to same included; the remedy of an empty list is a finding where the difference is made."""
    found = [(sample.name, *d) for sample, one in legs(source, target, known) for d in silent(one)]
    assert found == []


@pytest.mark.parametrize("source", FORMATS)
def test_what_differs_in_an_older_version_is_named(source: str) -> None:
    found = [(sample.name, *d) for sample, one in legs(source, "finvoice", "known", "2.01") for d in silent(one)]
    assert found == []


@pytest.mark.parametrize("kind", DERIVED, ids=lambda kind: kind.reason)
def test_no_reason_is_idle(kind: Derived) -> None:
    """Each kind of derived difference is needed; what nothing needs would only hide."""
    path, _, target = kind.example.partition(" > ")
    source, _, name = path.partition("/")
    (document,) = (sample.document for sample in samples(source) if sample.name == name)
    found = [tell(leg(document, target, context)) for context in (context_of_pair(document), Context())]
    assert kind.reason in {reason_of(one, d) for one in found for d in one.different if not is_named(one, d.path)}


# ---------------------------------------------------------------------------------- who owes whom how much


class Claim(NamedTuple):
    """What is claimed, as the money goes: minus for what the seller pays."""

    number: str | None
    issue_date: date | None
    currency: str | None
    total: Decimal | None
    total_without_vat: Decimal | None
    vat: Decimal | None
    due: Decimal | None
    groups: dict[tuple[str | None, Decimal], Decimal]
    lines: Decimal


def claim_of(invoice: Invoice) -> Claim:
    sign = -1 if invoice.is_credit_note else 1
    totals = invoice.totals

    def amount(name: str) -> Decimal | None:
        value = getattr(totals, name, None)
        return None if value is None else sign * value

    groups: dict[tuple[str | None, Decimal], Decimal] = defaultdict(Decimal)
    for entry in invoice.vat_breakdown:
        groups[entry.category, entry.rate or Decimal(0)] += sign * (entry.tax_amount or Decimal(0))
    net = [line.net_amount or Decimal(0) for line in invoice.lines]
    net += [(e.amount or Decimal(0)) * (1 if e.is_charge else -1) for e in invoice.allowances_charges]
    return Claim(
        invoice.invoice_number,
        invoice.issue_date,
        invoice.currency,
        *(amount(name) for name in ("total_with_vat", "total_without_vat", "vat_total", "amount_due")),
        dict(groups),
        sign * sum(net, Decimal(0)),
    )


SAID_OF = {
    # part of the claim: the places in the model, one of which a warning or an error must name
    "number": r"invoice_number",
    "issue_date": r"issue_date",
    "currency": r"currency",
    "total": r"totals\..*|lines\[\d+\]\.net_price",
    "total_without_vat": r"totals\..*|lines\[\d+\]\.net_price",
    "vat": r"totals\..*|vat_breakdown.*|lines\[\d+\]\.net_price",
    "due": r"totals\..*",
    "groups": r"vat_breakdown.*|.*\.vat_category",
    "lines": r"totals\..*|.*\.(net_price|quantity|amount|net_amount)",
}


def is_rounding_of_the_account(one: Told, was: Decimal | None, now: Decimal | None) -> bool:
    """Billecta rounds to whole kronor when it creates the invoice, so that an entry is due with its cents."""
    if was is None or now is None:
        return False
    return one.leg.made.target == "billecta" and was == was.to_integral_value() and abs(was - now) < 1


@pytest.mark.parametrize("known", CONTEXTS)
@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_the_claim_changes_with_a_warning_only(source: str, target: str, known: str) -> None:
    """Number, date, currency, signed totals, VAT per category and rate: no mere information excuses a difference."""
    wrong = []
    for sample, one in legs(source, target, known):
        was, now = claim_of(one.leg.before), claim_of(one.leg.after)
        warned = [f.model_path for f in one.findings if f.severity != "info" and f.model_path]
        for part in Claim._fields:
            if getattr(was, part) == getattr(now, part) or any(re.fullmatch(SAID_OF[part], p) for p in warned):
                continue
            if part == "due" and is_rounding_of_the_account(one, was.due, now.due):
                continue
            wrong.append((sample.name, part, getattr(was, part), getattr(now, part)))
    assert wrong == []


@pytest.mark.parametrize("known", CONTEXTS)
@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_money_goes_the_same_way(source: str, target: str, known: str) -> None:
    """Whatever the findings say: who receives money in one format does not pay it in another."""
    wrong = []
    for sample, one in legs(source, target, known):
        was, now = claim_of(one.leg.before), claim_of(one.leg.after)
        for part in ("total", "total_without_vat", "vat", "due", "lines"):
            old, new = getattr(was, part), getattr(now, part)
            if old is not None and new is not None and old * new < 0:
                wrong.append((sample.name, part, old, new))
    assert wrong == []


# ---------------------------------------------------------------------------------- a silent change is caught


def others(value: Any) -> Iterator[Any]:
    """Other values of the same kind: a sign turned, a digit changed, a word lost, nothing at all."""
    yield None
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, Decimal):
        yield value + Decimal("0.01")
        if value:
            yield -value
    elif isinstance(value, date):
        yield value + timedelta(days=1)
    elif isinstance(value, str):
        yield f"{value}9"


def with_value(owner: Any, path: str, value: Any) -> Any:
    """The invoice with another value at *path*; unchecked, as a careless writer would leave it."""
    step, _, rest = path.partition(".")
    name, _, position = step.partition("[")
    if isinstance(owner, dict):
        return {**owner, path: value}
    found = getattr(owner, name)
    if name == "native":
        found = {**found, rest: value}
    elif position:
        items = list(found)
        number = int(position.rstrip("]"))
        items[number] = with_value(items[number], rest, value) if rest else value
        found = tuple(item for item in items if item is not None)
    else:
        found = with_value(found, rest, value) if rest else value
    return owner.model_copy(update={name: found})


RICHEST = {
    "netvisor": "response-newest-elements.xml",
    "finvoice": "everything.xml",
    "peppol-bis": "everything.xml",
    "billecta": "entry-all-members.json",
}
EVERYTHING = os.environ.get("EINVOICE_PAIRS") == "all"
"""Falsify every value, and not one of each kind."""


@cache
def richest(source: str, target: str) -> Told:
    (document,) = (sample.document for sample in samples(source) if sample.name == RICHEST[source])
    return tell(leg(document, target, context_of_pair(document)))


def falsified(one: Told, path: str, value: Any) -> Told:
    return tell(one.leg._replace(after=with_value(one.leg.after, path, value)))


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_a_silent_change_is_caught(source: str, target: str) -> None:
    """Each value that came back as it was, and that no finding excuses, is lost, turned or changed behind the back."""
    one = richest(source, target)
    assert silent(one) == []
    touched = {d.path for d in one.different}
    missed: dict[str, str] = {}
    tried: set[str] = set()
    for path, value in one.after.items():
        if one.before.get(path) != value or path in touched or is_named(one, path) or ":_" in path:
            continue
        if bare(path) in tried and not EVERYTHING:
            continue
        tried.add(bare(path))
        for other in others(value):
            if not silent(falsified(one, path, other)):
                missed[bare(path)] = f"{value!r} -> {other!r}"
    assert missed == {}
    assert len(tried) > 40


ON_THE_WIRE = {
    # what a careless writer might do to a document, as (target, old, new): the first place changes
    "another due date": [
        ("peppol-bis", rb"<cbc:DueDate>2026-(\d\d)-\d\d<", rb"<cbc:DueDate>2026-\1-28<"),
        ("netvisor", rb"<salesinvoiceduedate([^>]*)>2026-(\d\d)-\d\d<", rb"<salesinvoiceduedate\1>2026-\2-28<"),
        ("billecta", rb'"DueDate": "2026-(\d\d)-\d\d"', rb'"DueDate": "2026-\1-28"'),
    ],
    "a negative line": [
        ("peppol-bis", rb'unitCode="([A-Z0-9]+)">(\d)', rb'unitCode="\1">-\2'),
        ("finvoice", rb"(<RowVatExcludedAmount[^>]*>)(\d)", rb"\1-\2"),
        ("netvisor", rb"<salesinvoiceproductlinequantity>(\d)", rb"<salesinvoiceproductlinequantity>-\1"),
        ("billecta", rb'"Quantity": (\d)', rb'"Quantity": -\1'),
    ],
    "another VAT rate": [
        ("peppol-bis", rb"<cbc:Percent>25.5<", rb"<cbc:Percent>24<"),
        ("finvoice", rb"<RowVatRatePercent>25,5<", rb"<RowVatRatePercent>24<"),
        ("netvisor", rb"(<productvatpercentage[^>]*>)25,5<", rb"\g<1>24<"),
        ("billecta", rb'"VAT": 25.5', rb'"VAT": 24'),
    ],
    "another buyer": [
        ("peppol-bis", rb"(<cac:AccountingCustomerParty>.*?<cbc:RegistrationName>)[^<]*<", rb"\1Toinen Oy<"),
        ("finvoice", rb"<BuyerOrganisationName>[^<]*<", rb"<BuyerOrganisationName>Toinen Oy<"),
        ("netvisor", rb"<invoicingcustomername>[^<]*<", rb"<invoicingcustomername>Toinen Oy<"),
    ],
    "another account": [
        ("peppol-bis", rb"(<cac:PayeeFinancialAccount>\s*<cbc:ID>)[^<]*<", rb"\1FI2112345600000785<"),
        ("finvoice", rb"(<EpiAccountID[^>]*>)[^<]*<", rb"\1FI2112345600000785<"),
        ("billecta", rb'"Iban": "[^"]*"', rb'"Iban": "FI2112345600000785"'),
    ],
}


@pytest.mark.parametrize(
    ("target", "old", "new"),
    [pytest.param(*case, id=f"{what}, {case[0]}") for what, cases in ON_THE_WIRE.items() for case in cases],
)
def test_a_silent_change_of_the_written_document_is_caught(target: str, old: bytes, new: bytes) -> None:
    (document,) = (s.document for s in samples("finvoice") if s.name == "invoice-two-vat-rates.xml")
    one = leg(document, target, context_of_pair(document))
    changed, count = re.subn(old, new, one.made.data, count=1, flags=re.DOTALL)
    assert count == 1
    assert changed != one.made.data
    after = read_back(replace(one.made, data=changed), one.context)
    assert silent(tell(one)) == []
    assert silent(tell(one._replace(after=after))) != []


# ---------------------------------------------------------------------------------- the page of the pairs

KNOWN_FATES = [
    # source, target, term, what becomes of it
    *((format, format, "BT-1", "kept") for format in FORMATS),
    *((source, target, "BT-131", "kept") for source in FORMATS[1:3] for target in FORMATS[1:3]),
    ("peppol-bis", "billecta", "BT-11", "lost"),
    ("peppol-bis", "billecta", "BT-27", "context"),
    ("peppol-bis", "netvisor", "BT-127", "changed"),
    ("peppol-bis", "netvisor", "BT-92", "changed"),
    ("peppol-bis", "netvisor", "BT-83", "part"),
    ("netvisor", "peppol-bis", "EX-TEXT-ROWS", "changed"),
    ("netvisor", "billecta", "BT-44", "context"),
    ("billecta", "finvoice", "BT-44", "kept"),
]


@pytest.mark.parametrize(("source", "target", "term", "kind"), KNOWN_FATES)
def test_page_of_the_pairs_says_what_becomes_of_a_term(source: str, target: str, term: str, kind: str) -> None:
    """The counts behind docs/pairs.md; whether the page is current is for `tests/test_docs.py`."""
    fate = fates(source, target)[term]
    assert fate.kind == kind
    assert bool(fate.lost or fate.changed) == (kind in ("part", "changed", "lost"))
