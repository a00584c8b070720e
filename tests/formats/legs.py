"""The way from one format to another (`corpora/pairs.py`), and its two invoices beside each other.

`unnamed` are differences that no finding names, `groundless` losses that are no difference: between them the
difference equals exactly what is named.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from corpora.pairs import Leg, context_of, joined, leg
from tests.formats.test_conversions import bare, stated, steps_up
from tests.formats.test_finvoice_conversions import ADDED, MOVED, SUPPLIED, in_place, known_by, same, with_rows

from einvoice import Context, Finding
from einvoice.model import AllowanceCharge, Invoice, Line

__all__ = ["Leg", "context_of", "groundless", "joined", "leg", "names", "unnamed"]


# ---------------------------------------------------------------------------------- rows that were no lines

AS_ROW = re.compile(r"is written as a row")


def entry_at(invoice: Invoice, path: str) -> tuple[int | None, AllowanceCharge] | None:
    """The allowance or charge whose amount stands at *path*, and the line that has it."""
    found = re.match(r"(?:lines\[(\d+)\]\.)?allowances_charges\[(\d+)\]", path)
    if found is None:
        return None
    number = None if found[1] is None else int(found[1])
    owner = invoice if number is None else invoice.lines[number]
    return number, owner.allowances_charges[int(found[2])]


def with_billecta_rows(before: Invoice, after: Invoice, findings: list[Finding]) -> tuple[Invoice, Invoice]:
    """Both invoices, the rows made of allowances and charges behind the lines, where the findings say that they are.

    The first has the rows that the findings promise, at the amounts of the entries and with their VAT.
    """
    moved = [f.model_path or "" for f in findings if AS_ROW.search(f.message) and f.severity == "warning"]
    entries = [found for path in moved if (found := entry_at(before, path)) is not None]
    if not entries:
        return before, after
    of_line: dict[int | None, list[AllowanceCharge]] = defaultdict(list)
    for number, entry in entries:
        of_line[number].append(entry)
    rest = list(after.lines)
    lines, added, kept, promised = [], [], [], []
    for number, line in enumerate(before.lines):
        back, gone = rest.pop(0), of_line[number]
        added += [rest.pop(0) for _ in gone]
        if gone:
            net = (line.net_amount or Decimal(0)) - sum((e.amount or Decimal(0) for e in gone), Decimal(0))
            promised += [row_of(e, line.vat_category, line.vat_rate) for e in gone]
            own, others = without(line.allowances_charges, back.allowances_charges, gone)
            line = line.model_copy(update={"allowances_charges": own, "net_amount": net})
            back = back.model_copy(update={"allowances_charges": others})
        kept.append(line)
        lines.append(back)
    promised += [row_of(e, e.vat_category, e.vat_rate) for e in of_line[None]]
    if before.is_credit_note:  # a row of nothing is turned like the others
        promised = [row.model_copy(update={"quantity": Decimal(-1)}) if not row.net_amount else row for row in promised]
    own, others = without(before.allowances_charges, after.allowances_charges, of_line[None])
    totals = before.totals
    if totals is not None:
        sums: dict[str, Any] = {}
        for name, is_charge in (("allowance_total", False), ("charge_total", True)):
            amounts = [e.amount for e in own if e.is_charge == is_charge and e.amount is not None]
            sums[name] = sum(amounts, Decimal(0)) if amounts else None
        sums["line_total"] = sum((line.net_amount or Decimal(0) for line in (*kept, *promised)), Decimal(0))
        totals = totals.model_copy(update=sums)
    update = {"lines": (*kept, *promised), "allowances_charges": own, "totals": totals}
    after = after.model_copy(update={"lines": (*lines, *added, *rest), "allowances_charges": others})
    return before.model_copy(update=update), after


Entries = tuple[AllowanceCharge, ...]


def without(entries: Entries, others: Entries, gone: list[AllowanceCharge]) -> tuple[Entries, Entries]:
    """Both lists with nothing at the places of what is *gone* from the first, so that the places stay."""
    rest = list(others)
    own, found = [], []
    for entry in entries:
        blank = AllowanceCharge(is_charge=entry.is_charge)
        is_gone = entry in gone
        own.append(blank if is_gone else entry)
        found.append(blank if is_gone or not rest else rest.pop(0))
    return tuple(own), (*found, *rest)


def row_of(entry: AllowanceCharge, category: str | None, rate: Decimal | None) -> Line:
    """The row that stands for an allowance or charge."""
    amount = (entry.amount or Decimal(0)) * (1 if entry.is_charge else -1)
    stated_rate = {} if rate is None else {"vat_rate": rate}
    return Line(
        quantity=Decimal(-1 if amount < 0 else 1),
        net_price=abs(amount),
        net_amount=amount,
        unit_code="C62",
        vat_category=category,
        item_name=entry.reason or ("Avgift" if entry.is_charge else "Rabatt"),
        **stated_rate,
    )


# ---------------------------------------------------------------------------------- differences and their names

SUPPLIED_IN_LISTS = ("lines[].identifier", "supporting_documents[].reference")
TEXTS = ("notes", "purchase_order_reference", "lines[].note", "lines[].text_rows", "leading_text_rows")
OF_BILLECTA = {
    # changed or added value: the values, one of whose findings says so
    "buyer_reference": ("purchase_order_reference",),
    "notes": TEXTS,
    "notes[].text": TEXTS,
    "lines[].text_rows": ("lines[].note", "lines[].text_rows"),
    "lines[].item_description": ("lines[].quantity", "lines[].net_price"),
    "lines[].period": ("period.start_date", "period.end_date"),
    "period.end_date": ("period.start_date",),
    "seller.contact": ("seller_reference",),
    "payee.name": ("payment_instructions[].credit_transfer.account_name",),
    "lines[].unit_code": ("lines[].quantity",),
    "lines[].unit_name": ("lines[].quantity",),
    "lines[].net_price": ("lines[].quantity", "lines[].price_base_quantity"),
    "lines[].price_base_quantity_unit_code": ("lines[].quantity", "lines[].price_base_quantity"),
    "lines[].allowances_charges[].amount": ("lines[].allowances_charges[].amount",),  # several in one
    "lines[].allowances_charges[].base_amount": ("lines[].allowances_charges[].amount",),
    "payment_instructions[].means_code": ("payment_instructions[].credit_transfer.account_identifier",),
    "totals.rounding_amount": ("totals.amount_due", "totals.total_with_vat"),
    "seller_reference": ("sales_order_reference",),
    "totals.amount_due": ("totals.paid_amount", "totals.rounding_amount"),
    "vat_breakdown[]": ("vat_breakdown[].category",),
}
ADDED_TOO = {
    "currency",  # Netvisor means euro where it names none
    "notes[].placement",
    "payment_conditions.cash_discounts[].last_date",
    "payment_instructions[].reference_kind",  # what the reference is, as the reader sees it
    "seller.tax_registration_scheme",
    "period.start_date",  # from the first to the last day of the rows, when all of them have a period
    "period.end_date",
}
LIKEWISE = MOVED | {key: (*MOVED.get(key, ()), *origins) for key, origins in OF_BILLECTA.items()}


def is_covered(path: str, named: set[str]) -> bool:
    """Whether a finding names the value at *path*, one above it, or that which moved there."""
    if any(step in named for step in steps_up(path)) or any(is_below(path, place) for place in named):
        return True
    if re.match(r".*address\.line_[123]\Z", path) and any(p.startswith(path[:-1]) for p in named):
        return True
    origins = {origin for step in steps_up(bare(path)) for origin in LIKEWISE.get(step, ())}
    return any(bare(step) in origins for place in named for step in steps_up(place))


def is_below(path: str, place: str) -> bool:
    """Whether the kept text at *path* belongs to the kept element at *place*."""
    return "native." in place and path.startswith((f"{place}/", f"{place}["))


def beside(one: Leg) -> tuple[Invoice, Invoice]:
    """Both invoices of a leg, with lists in the same order and the rows that findings promise."""
    before, after = one.before, one.after
    if one.made.target == "billecta":
        before, after = with_billecta_rows(before, after, one.findings)
    else:
        before = with_rows(before, after, one.findings)
    return before, in_place(after, before)


def unnamed(one: Leg) -> list[tuple[str, Any, Any]]:
    """Every value that *one* loses, changes or adds, and that no finding names."""
    before, after = beside(one)
    named = {f.model_path for f in one.findings if f.model_path is not None}
    known = known_by(one.context) | accounts(one.context)
    old, new = stated(before), stated(after)
    found = []
    for path in [*old, *(p for p in new if p not in old)]:
        was, now = old.get(path), new.get(path)
        if same(path, was, now) or path.startswith(SUPPLIED) or bare(path).startswith(SUPPLIED_IN_LISTS):
            continue
        if was is None and path == "due_date" and one.before.is_credit_note:
            continue  # Billecta demands one: that of a credit note is its own date
        if was is None and (bare(path) in ADDED | ADDED_TOO or "native." in path or str(now) in known):
            continue
        if ":_" in path or is_covered(path, named) or is_elsewhere(path, was if was is not None else now, old, new):
            continue
        if path.endswith(".is_charge") and (
            not (was or now) or is_covered(path.removesuffix("is_charge") + "amount", named)
        ):
            continue
        found.append((path, was, now))
    return found


ANYWHERE = {
    # the same for the whole invoice, and stated with each way to pay, or under another name
    "payment_instructions[].remittance_information": "payment_instructions[].remittance_information",
    "payment_instructions[].reference_kind": "payment_instructions[].reference_kind",
    "native.billecta:CreditingInvoice/SourcePublicId": "native.billecta:CreditingInvoicePublicId",
}


def is_elsewhere(path: str, value: Any, *invoices: dict[str, object]) -> bool:
    """Whether both invoices have the value, each at a place where it says the same."""
    places = {bare(path), ANYWHERE.get(bare(path))}
    return None not in places and all(
        any(stated == value and bare(place) in places for place, stated in invoice.items()) for invoice in invoices
    )


def groundless(one: Leg) -> list[tuple[str, str]]:
    """Every loss that is named and is none: at its path the invoices do not differ."""
    _, after = beside(one)
    old, new = stated(one.before), stated(after)
    differing = [path for path in {*old, *new} if not same(path, old.get(path), new.get(path))]
    return [
        (f.model_path, f.message)
        for f in one.findings
        if f.is_loss and f.code not in NO_LOSS and f.model_path is not None
        if not any(is_covered(path, {f.model_path}) for path in differing)
    ]


NO_LOSS = ("LOSS-DERIVED", "LOSS-TRANSLATED")


def accounts(context: Context) -> set[str]:
    """The giro numbers of the seller as they are filled in, and the names of their banks."""
    seller = context.seller
    if seller is None:
        return set()
    giros = (seller.bankgiro, seller.plusgiro)
    return {"".join(c for c in giro if c.isdigit()) for giro in giros if giro} | {"SE:BANKGIRO", "SE:PLUSGIRO"}


def names(findings: Iterable[Finding]) -> set[str]:
    return {f"{f.code} {bare(f.model_path or '')}" for f in findings if f.is_loss and f.code not in NO_LOSS}
