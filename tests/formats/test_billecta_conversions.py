"""Billecta to and from every other format: verdicts of the official rules, amounts, there and back, findings.

  Billecta → BIS      with a context that holds the seller and the customers nothing is fatal; where a source lacks
                      what is mandatory, an error of ours says it before the official rules do
  Billecta → XML      Finvoice 3.0, 2.01 and Netvisor: schema-valid, the same to the cent, credit notes negative
  BIS → Billecta      valid by the schema; and back again: the difference equals what is named, on each way, and what
                      was valid is valid again; with a customer that Billecta knows, and with one that is created
  Netvisor, Finvoice  the same way round

Source: facts on Billecta, sections 8, 10 and 12; on VAT, rounding and signs, sections 5 and 6.
"""

import json
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import etree
from tests.formats.legs import Leg, context_of, groundless, joined, leg, unnamed
from tests.formats.test_conversions import (
    CONTEXT,
    CORPORA,
    EMPTY,
    OFFICIAL_UBL,
    OWN_NETVISOR,
    OWN_UBL,
    documents,
    each,
    steps_up,
)
from tests.formats.test_finvoice_conversions import (
    OWN as OWN_FINVOICE,
)
from tests.formats.test_finvoice_conversions import (
    REAL as REAL_FINVOICE,
)
from tests.formats.test_finvoice_conversions import (
    VERSIONS,
    check_schema,
    errors,
    is_valid,
    money,
)
from tests.oracle.official import fatal

import einvoice
from einvoice import Context, Conversion, Document
from einvoice.model import Invoice

SETTINGS = tomllib.loads((CORPORA / "billecta.toml").read_text(encoding="utf-8"))
KNOWN = Context.load(CORPORA / "billecta.toml")
OWN = [path for path in sorted((CORPORA / "billecta").glob("*.json")) if documents(path, KNOWN)]


def test_every_document_with_an_invoice_is_judged() -> None:
    silent = {path.name for path in (CORPORA / "billecta").glob("*.json")} - {path.name for path in OWN}
    assert silent == {"list-empty.json"}
    assert sum(len(documents(path, KNOWN)) for path in OWN) == 74


# ---------------------------------------------------------------------------------- Billecta → BIS: the verdicts


class Lack(NamedTuple):
    """What a source lacks: the official rules that miss it, and the errors of ours that name it."""

    rules: frozenset[str]
    ours: frozenset[str]


def lack(rules: str | frozenset[str], *ours: str) -> Lack:
    return Lack(frozenset(rules.split()) if isinstance(rules, str) else rules, frozenset(ours))


NO_NUMBER = lack("BR-02", "EI-MISSING-NUMBER")
DRAFT = lack("BR-02", "EI-KIND")
PERSON = lack("PEPPOL-EN16931-R010", "EI-CONTEXT-CUSTOMER")
"""A private person without an electronic address, who gets the invoice by mail or at the bank."""
AUTOGIRO = lack("PEPPOL-EN16931-R010 PEPPOL-EN16931-R061", "EI-CONTEXT-CUSTOMER", "EI-BIS-MANDATORY")
"""A private person, and a direct debit whose mandate (BT-89) an entry does not hold."""
SUMMARY = lack(
    frozenset(
        {
            *("BR-12", "BR-13", "BR-14", "BR-16", "BR-CO-10", "BR-CO-13", "BR-CO-15", "BR-CO-16", "BR-CO-18"),
            *("PEPPOL-EN16931-R053", "PEPPOL-EN16931-R054"),
        }
    ),
    "EI-MISSING-LINES",
)
"""An entry of a list holds no rows."""

LACKING: dict[str, tuple[Lack, ...]] = {
    # own documents that cannot become a BIS invoice, and why; each invoice of a list for itself
    "answer-draft.json": (DRAFT,),
    "answer-rot.json": (PERSON,),
    "answer-rut-after-deduction.json": (PERSON,),
    "answer-vat-included-cent.json": (PERSON,),
    "answer-vat-included.json": (PERSON,),
    "entry-autogiro.json": (AUTOGIRO,),
    "entry-card.json": (PERSON,),
    "entry-minimal.json": (NO_NUMBER,),
    "entry-rot.json": (PERSON,),
    "entry-rut.json": (PERSON,),
    "entry-vat-included-cent.json": (PERSON,),
    "entry-vat-included-discounts.json": (PERSON,),
    "entry-vat-included.json": (PERSON,),
    "list-summaries.json": (
        SUMMARY,
        SUMMARY,
        SUMMARY,
        lack(SUMMARY.rules | DRAFT.rules, "EI-MISSING-LINES", "EI-KIND"),
    ),
}


def lacking(path: Path) -> tuple[Lack | None, ...]:
    return LACKING.get(path.name, (None,) * len(documents(path, KNOWN)))


@pytest.mark.conformance
@each(OWN)
def test_billecta_becomes_bis(path: Path) -> None:
    """No fatal but for what the source lacks, and that is an error of ours; no error without a fault."""
    found = [einvoice.convert(one, "peppol-bis", context=KNOWN) for one in documents(path, KNOWN)]
    for made, missing in zip(found, lacking(path), strict=True):
        assert {failed.rule for failed in fatal(made.data)} == (missing.rules if missing else set())
        assert errors(made.findings) - {"XSD-ELEMENT"} == (missing.ours if missing else set())
        assert all(f.fix for f in made.findings if f.severity == "error")


DECISIONS: list[dict[str, Any]] = [
    {"supplies": "services"},
    {"zero_vat": "Z"},
    {"zero_vat": "O"},
    {"zero_vat": "O", "supplies": "services"},
    {"fee_vat": 25},
    {"fees": "fields"},
    {"cent_rounding": False},
    {"amounts": "now"},
]
"""Everything that a context may decide otherwise than that of the corpus."""


@pytest.mark.conformance
@pytest.mark.parametrize("decision", DECISIONS, ids=lambda found: ", ".join(f"{k}={v}" for k, v in found.items()))
def test_billecta_becomes_bis_however_the_context_decides(decision: dict[str, Any]) -> None:
    context = Context.parse(SETTINGS | {"billecta": SETTINGS["billecta"] | decision})
    for path in OWN:
        for one, missing in zip(documents(path, context), lacking(path), strict=True):
            made = einvoice.convert(one, "peppol-bis", context=context, validate=False)
            rules = {failed.rule for failed in fatal(made.data)}
            assert rules == (missing.rules if missing else set()), path.name


CATEGORIES = {
    # document: setting → VAT categories
    "entry-eu-goods.json": {("supplies", "goods"): {"K"}, ("supplies", "services"): {"AE"}},
    "entry-export.json": {("supplies", "goods"): {"G"}, ("supplies", "services"): {"O"}},
    "entry-exempt.json": {("zero_vat", "E"): {"E"}, ("zero_vat", "Z"): {"Z"}, ("zero_vat", "O"): {"O"}},
    "entry-interest.json": {("zero_vat", "E"): {"O"}, ("zero_vat", "Z"): {"O"}},
    "entry-several-rates.json": {("zero_vat", "O"): {"S"}, ("fee_vat", 25): {"S"}},
    "entry-reverse-charge-construction.json": {("supplies", "goods"): {"AE"}, ("zero_vat", "E"): {"AE"}},
}


@pytest.mark.parametrize(
    ("name", "key", "value", "expected"),
    [(name, *setting, found) for name, settings in CATEGORIES.items() for setting, found in settings.items()],
)
def test_context_decides_the_category(name: str, key: str, value: Any, expected: set[str]) -> None:
    context = Context.parse(SETTINGS | {"billecta": SETTINGS["billecta"] | {key: value}})
    (one,) = documents(CORPORA / "billecta" / name, context)
    assert {entry.category for entry in one.invoice.vat_breakdown} == expected


FEES = [("25", {"25"}), ("12", {"12", "25"}), ("0", {"0", "25"})]


@pytest.mark.conformance
@pytest.mark.parametrize(("rate", "expected"), FEES)
def test_vat_of_a_fee_is_decided_by_the_context(rate: str, expected: set[str]) -> None:
    """An entry takes any rate; the totals of an answer were made with one, and another does not tie with them."""
    context = Context.parse(SETTINGS | {"billecta": SETTINGS["billecta"] | {"fee_vat": rate}})
    (entry,) = documents(CORPORA / "billecta" / "entry-fees.json", context)
    assert {f"{group.rate:f}" for group in entry.invoice.vat_breakdown} == expected
    assert fatal(einvoice.convert(entry, "peppol-bis", context=context).data) == []
    (answer,) = documents(CORPORA / "billecta" / "answer-fees.json", context)
    made = einvoice.convert(answer, "peppol-bis", context=context)
    assert {failed.rule for failed in fatal(made.data)} == (set() if rate == "25" else {"BR-CO-14"})
    assert errors(made.findings) == (set() if rate == "25" else {"EI-TOTAL-VAT"})


# ---------------------------------------------------------------------------------- Billecta → Finvoice, Netvisor

XML = ("finvoice 3.0", "finvoice 2.01", "netvisor")


@cache
def as_xml(path: Path, target: str) -> list[Leg]:
    name, _, version = target.partition(" ")
    return [leg(one, name, KNOWN, version or None) for one in documents(path, KNOWN)]


NOT_ENOUGH = {
    # what no schema takes: without a number, without rows
    "finvoice": {"answer-draft.json", "entry-minimal.json", "list-summaries.json"},
    "netvisor": {
        "list-summaries.json",
        # rows without an article number, by which Netvisor knows its products
        *("answer-interest.json", "answer-vat-included-cent.json", "entry-interest.json", "entry-minimal.json"),
        *("entry-split-2017.json", "entry-vat-included-cent.json"),
    },
}


@pytest.mark.parametrize("target", XML)
@each(OWN)
def test_billecta_becomes_valid_xml(path: Path, target: str) -> None:
    """Valid by our schema and the official one; else an error says what is missing."""
    name, _, version = target.partition(" ")
    for one in documents(path, KNOWN):
        made = einvoice.convert(one, name, context=KNOWN, version=version or None)
        schema = {code for code in errors(made.findings) if code.startswith("XSD-")}
        if path.name in NOT_ENOUGH[name]:
            assert schema
            assert errors(made.findings) & {"EI-MISSING-NUMBER", "EI-MISSING-LINES", "EI-KIND", "EI-NETVISOR-MANDATORY"}
            continue
        assert schema == set()
        if version:
            check_schema(made.data, version)


TURNED = {"entry-negative.json"}
"""An invoice with a negative total, which is a credit note in Netvisor, and said to be one."""
DEDUCTED = {"answer-rot.json", "answer-rut-after-deduction.json", "entry-rot.json", "entry-rut.json"}
"""A part is paid by the tax agency, and Netvisor has no place for what is paid."""


@pytest.mark.parametrize("target", XML)
@each(OWN)
def test_billecta_is_the_same_to_the_cent_in_xml(path: Path, target: str) -> None:
    if path.name == "list-summaries.json":
        return  # sums without rows
    for one in as_xml(path, target):
        before, after = money(one.before), money(one.after)
        if target == "netvisor" and path.name in TURNED:
            assert (before["kind"], after["kind"]) == ("invoice", "credit note")
            assert after["amount_due"] == -before["amount_due"]
            assert after["vat"] == {group: -amount for group, amount in before["vat"].items()}
            assert any(f.model_path == "type_code" and f.severity == "warning" for f in one.findings)
            continue
        if target == "netvisor" and path.name in DEDUCTED:
            assert before["paid_amount"] + before["amount_due"] == after["amount_due"]
            assert any(f.model_path == "totals.paid_amount" and f.severity == "warning" for f in one.findings)
            before |= {"paid_amount": None, "amount_due": after["amount_due"]}
        assert after == before


@pytest.mark.parametrize("target", XML)
@each(OWN)
def test_credit_of_billecta_is_negative_in_xml(path: Path, target: str) -> None:
    """Quantities, rows and totals of a credit are negative on both wires, prices are not."""
    for one in as_xml(path, target):
        if not one.before.is_credit_note or not one.before.lines:
            continue
        root = etree.fromstring(one.made.data)

        def amounts(root: etree._Element, *names: str) -> list[Decimal]:
            return [Decimal((e.text or "").replace(",", ".")) for name in names for e in root.iter(name)]

        if target == "netvisor":
            turned = amounts(root, "salesinvoiceamount", "salesinvoiceproductlinequantity")
            prices = amounts(root, "productunitprice")
        else:
            assert [e.text for e in root.iter("InvoiceTypeCode")] == ["INV02"]
            turned = amounts(root, "InvoicedQuantity", "RowVatExcludedAmount", "InvoiceTotalVatIncludedAmount")
            turned += amounts(root, "InvoiceTotalVatExcludedAmount", "EpiInstructedAmount")
            prices = amounts(root, "UnitPriceAmount", "UnitPriceNetAmount")
        assert turned
        assert max(turned) <= 0 <= min(prices)


@pytest.mark.parametrize("target", [*XML, "peppol-bis", "billecta"])
@each(OWN)
def test_what_billecta_loses_is_what_is_named(path: Path, target: str) -> None:
    for one in as_xml(path, target):
        assert unnamed(one) == []
        assert groundless(one) == []


# ---------------------------------------------------------------------------------- to Billecta, and back


class Round(NamedTuple):
    """There and back: both legs."""

    there: Leg
    back: Leg


def round_of(one: Document, context: Context, version: str | None = None) -> Round:
    """Take *one* to Billecta and back into its own format."""
    there = leg(one, "billecta", context)
    between = einvoice.read(joined(there.made), "billecta", context)
    return Round(there, leg(between, one.format, context, version))


BUYERS = ("known", "created")
"""Billecta knows the customer, whose card the context has; or the customer is written beside the invoice."""


@cache
def rounds(path: Path, buyer: str) -> list[Round]:
    found = []
    for one in documents(path, own_context(path)):
        context = context_of(one.invoice, debtor=buyer == "known")
        if one.format == "netvisor":
            context = context.model_copy(update={"units": CONTEXT.units, "vat": {**CONTEXT.vat, **context.vat}})
        found.append(round_of(one, context))
    return found


def own_context(path: Path) -> Context:
    """What the first reading of a document knows: Netvisor does not hold its seller."""
    return CONTEXT if path.parent.name == "netvisor" and CORPORA in path.parents else EMPTY


TRAVELLERS = [
    *OWN_UBL,
    *OFFICIAL_UBL,
    *(path for path in OWN_NETVISOR if documents(path, CONTEXT)),
    *OWN_FINVOICE,
]


def check_entry(made: Conversion) -> None:
    """The entry is valid by our schema, and has no member that the service does not take."""
    found = einvoice.validate(made.data, layers=["schema"])
    value = json.loads(made.data)
    lacks = {name for name in ("DebtorPublicId", "DueDate") if name not in value}
    said = [f for f in found.findings if f.severity != "info"]
    assert [f.message for f in said if not any(name in f.message for name in lacks)] == []
    assert [layer.status for layer in found.layers if layer.layer == "schema"] == ["invalid" if said else "valid"]
    assert ("DebtorPublicId" in value) == (not made.companions)
    assert "DueDate" in value or "EI-BILLECTA-NO-DUE-DATE" in errors(made.findings)
    if made.companions:
        assert "EI-BILLECTA-DEBTOR" in errors(made.findings)
        debtor = made.companions[0].data
        if b'"Name"' in debtor:  # a list of Netvisor may not know it
            report = einvoice.validate(debtor, layers=["schema"])
            assert [f.message for f in report.findings if f.severity == "error"] == []


@pytest.mark.parametrize("buyer", BUYERS)
@each(TRAVELLERS)
def test_entry_is_valid(path: Path, buyer: str) -> None:
    for one in rounds(path, buyer):
        check_entry(one.there.made)


NO_PRICES = {"total-zero-netvisor-prices.xml"}
"""Prices come from the product register of Netvisor; the rows state none, and EI-MISSING-LINE-AMOUNT says so."""


@pytest.mark.parametrize("buyer", BUYERS)
@each(TRAVELLERS)
def test_to_billecta_and_back(path: Path, buyer: str) -> None:
    """On each way the difference is what is named, and nothing is named that is none."""
    for one in rounds(path, buyer):
        if path.name in NO_PRICES:
            assert "BR-24" in errors(einvoice.validate(one.there.before).findings)
            continue
        assert unnamed(one.there) == []
        assert groundless(one.there) == []
        assert unnamed(one.back) == []
        assert groundless(one.back) == []


NAMED_AS = {
    # how a finding names a difference of money
    "kind": ("type_code",),
    "vat": ("vat_breakdown",),
    "amount_due": ("totals.amount_due", "totals.paid_amount", "totals.rounding_amount", "totals.total_with_vat"),
    "rounding_amount": ("totals.rounding_amount", "totals.total_with_vat"),
}


def unnamed_money(before: Invoice, after: Invoice, one: Round) -> list[tuple[str, Any, Any]]:
    if before.totals is None or after.totals is None:
        return []
    findings = [*one.there.findings, *one.back.findings]
    named = {step for f in findings if f.model_path for step in steps_up(f.model_path)}
    was, now = money(before), money(after)
    return [
        (key, was[key], now[key])
        for key in was
        if was[key] != now[key] and not set(NAMED_AS.get(key, (f"totals.{key}",))) & named
    ]


@pytest.mark.parametrize("buyer", BUYERS)
@each(TRAVELLERS)
def test_claim_survives_billecta(path: Path, buyer: str) -> None:
    """Type, totals and VAT per category and rate: the same in the entry and back again, unless a finding says else."""
    for one in rounds(path, buyer):
        if path.name in NO_PRICES:
            continue
        assert unnamed_money(one.there.before, one.there.after, one) == []
        assert unnamed_money(one.there.before, one.back.after, one) == []


@each(OWN_UBL, OFFICIAL_UBL)
def test_only_what_was_paid_and_rounded_changes_what_is_claimed(path: Path) -> None:
    """Billecta creates invoices unpaid, and rounds by itself; all else that is claimed is claimed again."""
    for one in rounds(path, "known"):
        was, now = money(one.there.before), money(one.back.after)
        totals = one.there.before.totals
        assert totals is not None
        was["amount_due"] = totals.total_with_vat or None
        was["paid_amount"] = was["rounding_amount"] = None
        if path.name in OTHER_CATEGORIES:
            was["vat"] = now["vat"]
        assert now == was


OTHER_CATEGORIES = {
    "several-vat-categories.xml": "E beside AE: reverse charge holds for the whole invoice, EI-BILLECTA-REVERSE",
    "FT_G2G_TD01_con_Allegato,_Bonifico_e_Split_Payment.xml": "split payment (B) is an Italian category",
}


DANISH = {"DK-R-005", "DK-R-014", "DK-R-017"}
"""The schemes of registration numbers and the means of payment, for which neither Billecta nor a card has a place."""
NO_LONGER_VALID: dict[str, set[str]] = {
    "BIS3_Invoice_negativ.XML": DANISH,
    "BIS3_Invoice_positive.XML": DANISH,
    "vat-category-O.xml": {"BR-CO-26"},  # a seller with one number, of no register that a card could name
}


@pytest.mark.conformance
@each(OWN_UBL, OFFICIAL_UBL)
def test_valid_bis_is_valid_after_billecta(path: Path) -> None:
    if not is_valid(path):
        return
    for one in rounds(path, "known"):
        found = {failed.rule for failed in fatal(one.back.made.data)}
        assert found == NO_LONGER_VALID.get(path.name, set())


@pytest.mark.parametrize("version", VERSIONS)
@each(OWN_FINVOICE, REAL_FINVOICE)
def test_finvoice_is_valid_after_billecta(path: Path, version: str) -> None:
    for one in documents(path, EMPTY):
        if not one.invoice.invoice_number:
            continue
        context = context_of(one.invoice)
        made = round_of(one, context, version).back.made
        check_schema(made.data, version)
