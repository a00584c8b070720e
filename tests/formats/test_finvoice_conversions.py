"""Finvoice to and from every other format: verdicts of the official rules, amounts, there and back, findings.

  Finvoice → BIS      what ties and holds the mandatory terms is accepted without a fatal, with a context for what no
                      Finvoice document holds; where the official rules refuse, an error of ours says it
  BIS → Finvoice      3.0 and 2.01: schema-valid, the same to the cent, credit notes negative on the wire; and back
                      again, what changed is named; what was valid is valid again
  Netvisor            the same both ways
  canonical JSON      nothing is lost, and the same document is written from it
  six documents       those of the issue, through every format and back, with what is said of each

Source: facts on Finvoice, sections 5, 8 and 11; verdicts by the official XSLT and the official schemas.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from copy import deepcopy
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from corpora.generate import batch
from corpora.world import context_toml, make_world
from lxml import etree
from tests.formats.test_conversions import (
    CONTEXT,
    CORPORA,
    EMPTY,
    OFFICIAL_UBL,
    OWN_NETVISOR,
    OWN_UBL,
    REAL_CONTEXT,
    REAL_NETVISOR,
    bare,
    differences,
    documents,
    each,
    in_shared,
    stated,
    steps_up,
    with_allowances_as_lines,
)
from tests.oracle import shared_folder
from tests.oracle.official import OracleRefused, fatal

import einvoice
from einvoice import Context, Conversion, Document, EInvoiceError, Finding
from einvoice.formats.finvoice import elements
from einvoice.model import Invoice, PaymentInstructions, SupportingDocument, VatBreakdown

OWN = sorted((CORPORA / "finvoice").glob("*.xml"))
REAL = in_shared("corpora", "finvoice")
VERSIONS = ("3.0", "2.01")


def errors(findings: Iterable[Finding]) -> set[str]:
    return {f.code for f in findings if f.severity == "error"}


# ---------------------------------------------------------------------------------- Finvoice → BIS: the verdicts


def known_to(invoice: Invoice) -> Context:
    """A context with cards for both parties: the numbers of the document, and what it may lack beside them."""

    def card(party: Any) -> dict[str, str]:
        country = party.address.country_code if party.address else None
        found = {"name": party.name, "business_id": party.legal_registration_identifier, "vat_id": party.vat_identifier}
        return {key: text for key, text in found.items() if text} | {"country": country or "FI"}

    seller = {"vat_id": "FI91001147", "endpoint": "0216:003791001147", "iban": "FI8891317900012343"}
    stated = card(invoice.seller) if invoice.seller is not None else {"name": "Myyjä Oy", "country": "FI"}
    sections: dict[str, Any] = {"seller": seller | stated}
    buyer = invoice.buyer
    if buyer is not None:
        code = next((i.value for i in buyer.identifiers if i.value), None) or buyer.electronic_address or buyer.name
        own = {"code": code, "endpoint": "0216:003791001171", "marking": "KP-204", "intermediator": "NDEAFIHH"}
        sections["customers"] = [card(buyer) | own]
    return Context.parse(sections)


@cache
def as_bis(path: Path) -> list[Conversion]:
    """Each invoice of a Finvoice file as BIS."""
    found = []
    for position, one in enumerate(documents(path, EMPTY)):
        context = known_to(one.invoice)
        again = documents(path, context)[position]
        found.append(einvoice.convert(again, "peppol-bis", context=context))
    return found


OURS: dict[str, set[str]] = {
    # official rule: our errors, any of which says it
    "BR-02": {"EI-MISSING-NUMBER"},
    "BR-CO-13": {"EI-TOTAL-WITHOUT-VAT"},
    "BR-CO-14": {"EI-TOTAL-VAT"},
    "BR-CO-15": {"EI-TOTAL-WITH-VAT"},
    "BR-CO-16": {"EI-TOTAL-DUE"},
    "BR-S-08": {"EI-TOTAL-TAXABLE"},
    "PEPPOL-EN16931-P0100": {"EI-BIS-TYPE"},
    "PEPPOL-EN16931-P0101": {"EI-BIS-TYPE"},
}

NO_BIS_INVOICE, NO_BIS_CREDIT = {"PEPPOL-EN16931-P0100"}, {"PEPPOL-EN16931-P0101"}
FAULTY: dict[str, set[str]] = {
    # own documents that BIS cannot carry, each of one invoice
    "pro-forma.xml": NO_BIS_INVOICE,
    "self-billing.xml": NO_BIS_INVOICE,  # a profile of its own
    "self-billing-credit-note.xml": NO_BIS_CREDIT,
}
PREPAID_ROW = {"BR-CO-13", "BR-CO-15", "BR-S-08"}
"""The last row takes a prepayment of 100,00 off the total with VAT, and the totals without VAT do not count it."""
OTHER_TOTALS = {"BR-CO-13", "BR-CO-14", "BR-CO-16"}
"""Totals of another invoice than the rows, and a payment order of 15,00."""
REAL_FAULTY: dict[str, set[str]] = {
    "finvoice-1.2_invoice_extensive_doctype.xml": PREPAID_ROW,
    "finvoice-1.2_invoice_extensive_no-doctype.xml": PREPAID_ROW,
    "finvoice-1.3_incomplete-demo.xml": {"BR-02", "BR-CO-13", "BR-CO-14"},  # no number; rows of 2150,00 for 2450,00
    "finvoice-1.3_invoice_utf8.xml": OTHER_TOTALS,
    "finvoice-1.3_secure-invoice_SEI12.xml": OTHER_TOTALS,
    "finvoice-2.01_copy_epi-amount-mismatch.xml": {"BR-CO-16"},
    "finvoice-2.01_proforma_INV06_copy.xml": {"BR-CO-13"} | NO_BIS_INVOICE,  # a row of 0,02, totals of 0,00
}
ERRORS_ALL_THE_SAME: dict[str, set[str]] = {
    # what is wrong in the source, and what the official rules for UBL cannot see
    "attachment-hash-wrong.xml": {"FV-104"},
    "finvoice-3.0_invoice_soap-frame_charges_mixed-currency.xml": {"EI-FINVOICE-CURRENCY"},
    "finvoice-3.0_invoice_transmission-details_charges_mixed-currency.xml": {"EI-FINVOICE-CURRENCY"},
    "finvoice-1.3_incomplete-demo.xml": {"XSD-ELEMENT"},
}
ECHOES = {"EI-CONTEXT-NUMBER"}
"""The cards repeat the numbers of the documents, and those of public samples often have wrong check digits."""


@pytest.mark.conformance
@each(OWN, REAL)
def test_finvoice_becomes_bis(path: Path) -> None:
    """The official fatals are those expected, each is an error of ours, and there is no error without a fault."""
    expected = (FAULTY | REAL_FAULTY).get(path.name, set())
    for found in as_bis(path):
        assert {failed.rule for failed in fatal(found.data)} == expected
        said = errors(found.findings) - ECHOES
        assert {rule for rule in expected if not OURS[rule] & said} == set()
        allowed = {code for rule in expected for code in OURS[rule]} | ERRORS_ALL_THE_SAME.get(path.name, set())
        assert said <= allowed, [f.message for f in found.findings if f.severity == "error"]
        assert said >= ERRORS_ALL_THE_SAME.get(path.name, set())
        assert all(f.fix for f in found.findings if f.severity == "error")


@pytest.mark.conformance
def test_every_public_document_with_an_invoice_is_judged() -> None:
    """What is refused is refused for a reason that the list of the corpus gives."""
    assert {path.name for path in REAL if not documents(path, EMPTY)} == {
        "finvoice-2.01_not-well-formed.xml",
        "finvoice-2.01_impossible-due-date.xml",
        "finvoice-2.01_copy_epi-amount-mismatch_2.xml",  # the same impossible date
        "soap-frame-only_receiver-proposal.xml",
    }


@pytest.mark.conformance
@pytest.mark.parametrize("version", VERSIONS)
def test_generated_finvoice_becomes_bis(version: Any) -> None:
    for made in batch("finvoice", 25, seed=20261120, version=version):
        one = einvoice.read(made.data)
        found = einvoice.convert(one, "peppol-bis", context=known_to(one.invoice))
        assert [(failed.rule, failed.message) for failed in fatal(found.data)] == []
        assert errors(found.findings) == set()


# -- the amounts of the source, read without the code under test


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


def below(root: etree._Element, path: str) -> list[etree._Element]:
    found = [root]
    for step in path.split("/"):
        found = [child for each in found for child in each.iterchildren("*") if local(child) == step]
    return found


def decimals(root: etree._Element, path: str, currency: str | None = None) -> list[Decimal]:
    return [
        Decimal((element.text or "").strip().replace(",", "."))
        for element in below(root, path)
        if (element.text or "").strip()
        and (currency is None or element.get("AmountCurrencyIdentifier", currency) == currency)
    ]


def first(root: etree._Element, path: str) -> Decimal | None:
    return next(iter(decimals(root, path)), None)


def currency_of(root: etree._Element) -> str:
    return below(root, "InvoiceDetails/InvoiceTotalVatIncludedAmount")[0].get("AmountCurrencyIdentifier", "")


def vat_of(root: etree._Element) -> dict[Decimal, Decimal]:
    """VAT per rate of a Finvoice document, in the currency of the invoice."""
    found: dict[Decimal, Decimal] = defaultdict(Decimal)
    for entry in below(root, "InvoiceDetails/VatSpecificationDetails"):
        amounts = decimals(entry, "VatRateAmount", currency_of(root))
        if amounts:
            found[(first(entry, "VatRatePercent") or Decimal(0)).normalize()] += amounts[0]
    return {rate: amount for rate, amount in found.items() if amount}


def ubl_vat(root: etree._Element) -> dict[Decimal, Decimal]:
    found: dict[Decimal, Decimal] = defaultdict(Decimal)
    for entry in below(root, "TaxTotal/TaxSubtotal"):
        found[(first(entry, "TaxCategory/Percent") or Decimal(0)).normalize()] += decimals(entry, "TaxAmount")[0]
    return {rate: amount for rate, amount in found.items() if amount}


def root_of(document: Document | None) -> etree._Element:
    assert document is not None
    assert document.element is not None
    return document.element


INSTALMENTS = {"partial-payments.xml": Decimal("3765.00")}
"""The payment order asks for the first part: what is due is more."""


@each(OWN, REAL)
def test_amounts_of_finvoice_stand_in_bis(path: Path) -> None:
    """Totals, VAT and rows to the cent; a credit note that is negative in the source is positive in BIS."""
    for found in as_bis(path):
        source, made = root_of(found.document), etree.fromstring(found.data)
        total = first(source, "InvoiceDetails/InvoiceTotalVatIncludedAmount")
        assert total is not None
        credit = local(made) == "CreditNote"
        turned = credit and (total < 0 or path.name == "credit-note-zero-total.xml")
        sign = -1 if turned else 1
        assert first(made, "LegalMonetaryTotal/TaxInclusiveAmount") == sign * total
        net = first(source, "InvoiceDetails/InvoiceTotalVatExcludedAmount")
        if net is not None:
            assert first(made, "LegalMonetaryTotal/TaxExclusiveAmount") == sign * net
        due = first(source, "EpiDetails/EpiPaymentInstructionDetails/EpiInstructedAmount")
        if due is not None:
            due = INSTALMENTS.get(path.name, abs(due) if turned else due)
            assert first(made, "LegalMonetaryTotal/PayableAmount") == due
        if vat := vat_of(source):
            assert ubl_vat(made) == {rate: sign * amount for rate, amount in vat.items()}
        rows = decimals(source, "InvoiceRow/RowVatExcludedAmount", currency_of(source))
        lines = decimals(made, f"{'CreditNote' if credit else 'Invoice'}Line/LineExtensionAmount")
        missing = sorted(sign * row for row in rows)
        for line in lines:
            if line in missing:
                missing.remove(line)
        assert missing == []


# ---------------------------------------------------------------------------------- models beside each other

SUPPLIED = (
    # what a format gives every document of its own
    "specification_identifier",
    "business_process_type",
    "internal.lifecycle_status",
    "native.netvisor:_total",
)
SUPPLIED_IN_LISTS = ("lines[].identifier", "supporting_documents[].reference")
ADDED = {
    # what a format demands and its writer supplies, or what follows from the rest, when nothing stood there
    "payment_instructions[].means_code",
    "payment_instructions[].means_text",
    "payment_instructions[].card.network",
    "lines[].unit_code",
    "lines[].unit_name",
    "lines[].vat_amount",  # `check_sums`
    "lines[].amount_with_vat",
    "lines[].allowances_charges[].base_amount",
    "lines[].allowances_charges[].reason_code",
    "allowances_charges[].base_amount",
}
MOVED = {
    # changed or added value: the values, one of whose findings says so
    "notes": ("leading_text_rows", "notes"),
    "leading_text_rows": ("notes",),
    "lines[].note": ("lines[].text_rows", "lines[].note"),
    "lines[].text_rows": ("lines[].note",),
    "buyer.name": ("buyer.name_extension",),
    "seller.name": ("seller.name_extension",),
    "delivery.party_name": ("delivery.name_extension",),
    "payment_terms": ("payment_conditions",),
    "buyer_reference": ("buyer.identifiers[].value",),
    "buyer_accounting_reference": ("buyer_proposed_account",),
    "lines[].buyer_accounting_reference": ("lines[].buyer_proposed_account",),
    "sales_order_reference": ("seller_reference",),
    "receiving_advice_reference": ("delivery.waybill_identifier",),
    "lines[].allowances_charges[].reason_code": ("lines[].allowances_charges[].amount",),
    "allowances_charges[].reason_code": ("allowances_charges[].amount",),
    "lines[].price_base_quantity": ("lines[].net_price",),
    "lines[].price_base_quantity_unit_code": ("lines[].net_price",),
    "lines[].price_with_vat": ("lines[].net_price",),
    "vat_breakdown[].exemption_reason": ("vat_breakdown[].exemption_reason_code",),
    "totals.rounding_amount": ("totals.amount_due",),
    "supporting_documents[].filename": ("supporting_documents[].reference",),
}
ADDRESS_LINE = re.compile(r"(.*address)\.line_[123]\Z")


def in_place(invoice: Invoice, beside: Invoice) -> Invoice:
    """The invoice with its lists in the order of those of *beside*, where their order says nothing.

    Allowances stand before charges; accounts are known by their number, documents by file or link, VAT groups by
    category and rate.
    """

    def matched(own: Iterable[Any], others: Iterable[Any], key: Any, empty: Any) -> tuple[Any, ...]:
        rest = list(own)
        found = []
        for other in others:
            match = next((each for each in rest if key(each) == key(other)), None)
            found.append(empty if match is None else match)
            if match is not None:
                rest.remove(match)
        return (*found, *rest)

    def entries(own: Any, others: Any) -> dict[str, Any]:
        kinds = [entry.is_charge for entry in others.allowances_charges]
        if sorted(kinds) != sorted(entry.is_charge for entry in own.allowances_charges):
            return {}
        return {
            "allowances_charges": matched(
                own.allowances_charges, others.allowances_charges, lambda entry: entry.is_charge, None
            )
        }

    def account(way: Any) -> str:
        return "".join(((way.credit_transfer and way.credit_transfer.account_identifier) or "").split())

    def file(document: Any) -> Any:
        return "".join((document.content_base64 or "").split()) or document.external_location or document.reference

    def group(entry: Any) -> Any:
        return entry.category, entry.rate

    lines = invoice.lines
    if len(lines) == len(beside.lines):
        lines = tuple(
            line.model_copy(update=entries(line, other)) for line, other in zip(lines, beside.lines, strict=True)
        )
    ways, papers = beside.payment_instructions, beside.supporting_documents
    return invoice.model_copy(
        update={
            "lines": lines,
            "payment_instructions": matched(invoice.payment_instructions, ways, account, PaymentInstructions()),
            "supporting_documents": matched(invoice.supporting_documents, papers, file, SupportingDocument()),
            "vat_breakdown": matched(invoice.vat_breakdown, beside.vat_breakdown, group, VatBreakdown()),
            **entries(invoice, beside),
        }
    )


def without_blanks(path: str) -> bool:
    return path.endswith((".account_identifier", ".remittance_information", ".content_base64"))


def same(path: str, one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        if without_blanks(path):
            return "".join(one.split()) == "".join(other.split())
        return one.split() == other.split()
    return one == other


def covered(path: str, named: set[str]) -> bool:
    """Whether a finding names the value at *path*, or that which moved there."""
    if any(step in named for step in steps_up(path)):
        return True
    line = ADDRESS_LINE.match(path)
    if line and any(place.startswith(f"{line[1]}.line_") for place in named):
        return True
    origins = {origin for step in steps_up(bare(path)) for origin in MOVED.get(step, ())}
    return any(bare(step) in origins for place in named for step in steps_up(place))


def unnamed(before: Invoice, after: Invoice, findings: list[Finding], context: Context) -> list[tuple[str, Any, Any]]:
    """Every value of *before* that *after* lacks or changes, and every new one, unless a finding names it."""
    before = with_rows(before, after, findings)
    after = in_place(after, before)
    named = {f.model_path for f in findings if f.model_path is not None}
    check_sums(before, after)
    old, new = stated(before), stated(after)
    known = known_by(context)
    found = []
    for path in [*old, *(p for p in new if p not in old)]:
        one, other = old.get(path), new.get(path)
        if same(path, one, other) or path.startswith(SUPPLIED) or bare(path).startswith(SUPPLIED_IN_LISTS):
            continue
        if one is None and (bare(path) in ADDED or "native." in path or str(other) in known):
            continue
        if ":_" in path:  # notes of a reader for the writer of its own format
            continue
        if path.endswith(".is_charge") and covered(path.removesuffix("is_charge") + "amount", named):
            continue
        if not covered(path, named):
            found.append((path, one, other))
    return found


def check_sums(before: Invoice, after: Invoice) -> None:
    """VAT and total of a line that nobody stated follow from what was stated."""
    for stated_line, line in zip(before.lines, after.lines, strict=False):
        sums = line.net_amount, line.vat_amount, line.amount_with_vat
        if stated_line.amount_with_vat is None and None not in sums:
            assert sums[0] + sums[1] == sums[2], line  # type: ignore[operator]


def with_rows(invoice: Invoice, after: Invoice, findings: list[Finding]) -> Invoice:
    """The invoice with the rows that the findings say became of its allowances and charges."""
    if any("product line" in f.message for f in findings):
        documents_kept = invoice.supporting_documents
        changed = with_allowances_as_lines(invoice, after, findings)
        lines = tuple(
            line if n < len(invoice.lines) else line.model_copy(update={"unit_code": after.lines[n].unit_code})
            for n, line in enumerate(changed.lines)
        )
        return changed.model_copy(update={"supporting_documents": documents_kept, "lines": lines})
    rows = [f for f in findings if "a row of its own" in f.message]
    if not rows:
        return invoice
    moved = {f.model_path for f in rows}
    lines = []
    for n, line in enumerate(invoice.lines):
        gone = [e for k, e in enumerate(line.allowances_charges) if f"lines[{n}].allowances_charges[{k}]" in moved]
        if gone and line.net_amount is not None:
            kept = tuple(e for e in line.allowances_charges if e not in gone)
            net = line.net_amount - sum((e.amount or Decimal(0) for e in gone), Decimal(0))
            line = line.model_copy(update={"allowances_charges": kept, "net_amount": net})
        lines.append(line)
    added = after.lines[len(lines) : len(lines) + len(rows)]
    entries = [e for n, e in enumerate(invoice.allowances_charges) if f"allowances_charges[{n}]" not in moved]
    expected = sorted(abs(Decimal(f.value or "")) for f in rows)
    assert sorted(abs(line.net_amount or Decimal(0)) for line in added) == expected, "rows of other amounts"
    assert invoice.totals is not None
    total = sum((line.net_amount or Decimal(0) for line in (*lines, *added)), Decimal(0))
    totals = {"line_total": total, "allowance_total": None, "charge_total": None}
    return invoice.model_copy(
        update={
            "lines": (*lines, *added),
            "allowances_charges": tuple(entries),
            "totals": invoice.totals.model_copy(update=totals),
        }
    )


def known_by(context: Context) -> set[str]:
    """Every text of the cards of a context, and what follows from its numbers."""
    found: set[str] = set()
    for card in (context.seller, *context.customers.values()):
        if card is None:
            continue
        found |= {str(text) for text in card.model_dump().values() if text is not None}
        found |= set(card.registration() or ()) - {None} | set(card.electronic_address() or ())  # type: ignore[arg-type]
    return found | {"0088"} if found else found


# ---------------------------------------------------------------------------------- BIS → Finvoice, and back


@cache
def official_schema(version: str) -> etree.XMLSchema | None:
    folder = shared_folder()
    return folder and etree.XMLSchema(etree.parse(folder / "official" / "finvoice" / f"Finvoice{version}.xsd"))


@cache
def our_schema(version: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(elements.schema_file(version)))


def check_schema(data: bytes, version: str) -> None:
    root = etree.fromstring(data)
    for schema in (official_schema(version), our_schema(version)):
        if schema is not None:
            assert schema.validate(root), str(schema.error_log)


class Trip(NamedTuple):
    """An invoice, what it is after going there and back, and what was said of each way."""

    before: Invoice
    there: Conversion
    after: Invoice
    back: Conversion

    @property
    def findings(self) -> list[Finding]:
        return [*self.there.findings, *self.back.findings]


def travel(one: Document, there: str, back: str, context: Context, version: str | None = None) -> Trip:
    made = einvoice.convert(one, there, context=context, validate=False, version=version)
    again = einvoice.convert(made.data, back, context=context, validate=False)
    return Trip(one.invoice, made, einvoice.read(again.data, context=context).invoice, again)


@cache
def through_finvoice(path: Path, version: str) -> list[Trip]:
    return [travel(one, "finvoice", "peppol-bis", EMPTY, version) for one in documents(path, EMPTY)]


@pytest.mark.parametrize("version", VERSIONS)
@each(OWN_UBL, OFFICIAL_UBL)
def test_bis_becomes_valid_finvoice(path: Path, version: str) -> None:
    for trip in through_finvoice(path, version):
        check_schema(trip.there.data, version)


AMOUNTS = ("total_without_vat", "vat_total", "total_with_vat", "paid_amount", "rounding_amount", "amount_due")
UNEVEN: dict[str, set[str]] = {}
"""Documents with amounts that Finvoice cannot hold to the last digit, and which."""


def money(invoice: Invoice) -> dict[str, Any]:
    """What is claimed: type, currency, totals, VAT groups; an amount of nothing is no amount."""
    totals = invoice.totals
    assert totals is not None
    found: dict[str, Any] = {name: getattr(totals, name) or None for name in AMOUNTS}
    groups: dict[Any, Decimal] = defaultdict(Decimal)
    for entry in invoice.vat_breakdown:
        groups[entry.category, entry.rate] += entry.tax_amount or Decimal(0)
    credit = "credit note" if invoice.is_credit_note else "invoice"
    return found | {"kind": credit, "currency": invoice.currency, "vat": dict(groups)}


@pytest.mark.parametrize("version", VERSIONS)
@each(OWN_UBL, OFFICIAL_UBL)
def test_bis_is_the_same_to_the_cent_in_finvoice(path: Path, version: str) -> None:
    """Totals and VAT groups read back from Finvoice, and again from BIS; a credit note is negative on the wire."""
    for trip in through_finvoice(path, version):
        wire, read = etree.fromstring(trip.there.data), einvoice.read(trip.there.data).invoice
        assert money(read) == money(trip.before)
        assert money(trip.after) == money(trip.before)
        code = below(wire, "InvoiceDetails/InvoiceTypeCode")[0].text
        assert (code == "INV02") == trip.before.is_credit_note
        total = first(wire, "InvoiceDetails/InvoiceTotalVatIncludedAmount")
        assert trip.before.totals is not None
        assert total == (trip.before.totals.total_with_vat or 0) * (-1 if trip.before.is_credit_note else 1)
        for price in ("UnitPriceAmount", "UnitPriceNetAmount"):
            assert all(price >= 0 for price in decimals(wire, f"InvoiceRow/{price}"))


@pytest.mark.parametrize("version", VERSIONS)
@each(OWN_UBL, OFFICIAL_UBL)
def test_bis_to_finvoice_and_back(path: Path, version: str) -> None:
    for trip in through_finvoice(path, version):
        assert unnamed(trip.before, trip.after, trip.findings, EMPTY) == []


def addressed(invoice: Invoice) -> Context:
    """A context with the electronic addresses and intermediators, which Finvoice carries in the frame alone."""

    def card(party: Any, bank: str) -> dict[str, str]:
        country = party.address.country_code if party.address else None
        endpoint = f"{party.electronic_address_scheme}:{party.electronic_address}"
        found = {"name": party.name, "country": country, "vat_id": party.vat_identifier, "intermediator": bank}
        return {key: text for key, text in found.items() if text} | {"endpoint": endpoint}

    assert invoice.seller is not None
    assert invoice.buyer is not None
    code = next((i.value for i in invoice.buyer.identifiers if i.value), None) or invoice.buyer.name
    return Context.parse(
        {
            "seller": card(invoice.seller, "ESIMFIHH"),
            "customers": [card(invoice.buyer, "NDEAFIHH") | {"code": code}],
        }
    )


DANISH = {"DK-R-005", "DK-R-013", "DK-R-014", "DK-R-017"}
"""2.01 has no schemes of registration numbers and no means of payment, and the Danish rules ask for both."""
NO_LONGER_VALID: dict[tuple[str, str], set[str]] = {
    ("BIS3_Invoice_negativ.XML", "2.01"): DANISH,
    ("BIS3_Invoice_positive.XML", "2.01"): DANISH,
}


def is_valid(path: Path) -> bool:
    try:
        return not fatal(path.read_bytes())
    except OracleRefused:
        return False


@pytest.mark.conformance
@pytest.mark.parametrize("version", VERSIONS)
@each(OWN_UBL, OFFICIAL_UBL)
def test_valid_bis_is_valid_after_finvoice(path: Path, version: str) -> None:
    for one in documents(path, EMPTY) if is_valid(path) else ():
        trip = travel(one, "finvoice", "peppol-bis", addressed(one.invoice), version)
        assert {f.rule for f in fatal(trip.back.data)} == NO_LONGER_VALID.get((path.name, version), set())


# ---------------------------------------------------------------------------------- Netvisor → Finvoice, and back


def context_of(path: Path, known: bool) -> Context:
    return (CONTEXT if CORPORA in path.parents else REAL_CONTEXT) if known else EMPTY


NETVISOR = [path for path in OWN_NETVISOR + REAL_NETVISOR if documents(path, EMPTY)]


@cache
def netvisor_through_finvoice(path: Path, known: bool, version: str = "3.0") -> list[Trip]:
    context = context_of(path, known)
    return [travel(one, "finvoice", "netvisor", context, version) for one in documents(path, context)]


NO_FINVOICE: dict[str, set[str]] = {
    # with its context still no invoice: what our errors say of it
    "draft.xml": {"EI-KIND"},
    "fastmonkeys-2014-salesinvoice-comment-voucherlines-attachment.xml": {"EI-MISSING-NUMBER"},
    "fastmonkeys-2014-salesinvoicelist-camelcase-invoicedate.xml": {"EI-MISSING-LINES"},
    "fastmonkeys-salesinvoice-add-minimal.xml": {"EI-MISSING-NUMBER"},
    "fastmonkeys-salesinvoice-add.xml": {"EI-MISSING-NUMBER"},
    "fastmonkeys-salesinvoicelist-preinvoice.xml": {"EI-MISSING-LINES"},
    "fastmonkeys-salesinvoicelist.xml": {"EI-MISSING-LINES"},
    "heltti-salesinvoicelist-https-uris.xml": {"EI-MISSING-LINES"},
    "invoice-minimal.xml": {"EI-MISSING-NUMBER"},
    "response-list.xml": {"EI-MISSING-LINES"},
    "total-zero-netvisor-prices.xml": {"EI-MISSING-LINE-AMOUNT"},
}


@pytest.mark.parametrize("version", VERSIONS)
@each(NETVISOR)
def test_netvisor_becomes_valid_finvoice(path: Path, version: str) -> None:
    context = context_of(path, True)
    for one in documents(path, context):
        found = einvoice.convert(one, "finvoice", context=context, version=version)
        if path.name in NO_FINVOICE:
            assert errors(found.findings) >= NO_FINVOICE[path.name]
            assert any(code.startswith("XSD-") for code in errors(found.findings))
            continue
        check_schema(found.data, version)
        assert not any(code.startswith("XSD-") for code in errors(found.findings))


@pytest.mark.parametrize(
    ("known", "version"),
    [(False, "3.0"), (True, "3.0"), (True, "2.01")],
    ids=["no context-3.0", "context-3.0", "context-2.01"],
)
@each(NETVISOR)
def test_netvisor_to_finvoice_and_back(path: Path, known: bool, version: str) -> None:
    for trip in netvisor_through_finvoice(path, known, version):
        assert unnamed(trip.before, trip.after, trip.findings, context_of(path, known)) == []


@each(NETVISOR)
def test_claim_of_netvisor_survives_finvoice(path: Path) -> None:
    for trip in netvisor_through_finvoice(path, True):
        assert differences(trip.before, trip.after, trip.findings) == []


def test_generated_netvisor_survives_finvoice() -> None:
    context = Context.parse(tomllib.loads(context_toml(make_world(20261120))))
    for made in batch("netvisor", 40, seed=20261120):
        one = einvoice.read(made.data, context=context)
        trip = travel(one, "finvoice", "netvisor", context)
        check_schema(trip.there.data, "3.0")
        assert money(einvoice.read(trip.there.data).invoice) == money(trip.before)
        assert unnamed(trip.before, trip.after, trip.findings, context) == []
        assert differences(trip.before, trip.after, trip.findings) == []


# ---------------------------------------------------------------------------------- from Finvoice, and back


@cache
def finvoice_through(path: Path, other: str) -> list[Trip]:
    return [travel(one, other, "finvoice", EMPTY) for one in documents(path, EMPTY)]


@pytest.mark.parametrize("other", ["netvisor", "peppol-bis"])
@each(OWN, REAL)
def test_finvoice_there_and_back(path: Path, other: str) -> None:
    for trip in finvoice_through(path, other):
        assert unnamed(trip.before, trip.after, trip.findings, EMPTY) == []


@each(OWN, REAL)
def test_claim_of_finvoice_survives_netvisor(path: Path) -> None:
    for trip in finvoice_through(path, "netvisor"):
        assert differences(trip.before, trip.after, trip.findings) == []


@each(OWN, REAL)
def test_claim_of_finvoice_survives_bis(path: Path) -> None:
    for trip in finvoice_through(path, "peppol-bis"):
        assert money(trip.after) == money(trip.before)


def test_netvisor_demands_the_code_of_the_customer() -> None:
    """SellersBuyerIdentifier is that code, an OVT code will do, the context knows it by a number; else an error."""
    one = einvoice.read(CORPORA / "finvoice" / "everything.xml").invoice
    assert one.buyer is not None
    code = next(entry.value for entry in one.buyer.identifiers if entry.scheme is None)
    named = {"electronic_address": "003791001171", "electronic_address_scheme": "0216", "identifiers": ()}
    bare_buyer = named | {"electronic_address": None, "electronic_address_scheme": None}
    stranger = bare_buyer | {"legal_registration_identifier": None, "vat_identifier": None, "name": "Toinen Oy"}
    for change, context, expected in (
        ({}, EMPTY, (code, "customer")),
        (named, EMPTY, ("003791001171", "organizationunitnumber")),
        (named, CONTEXT, ("4367", "customer")),
        (stranger, CONTEXT, None),
        (bare_buyer, EMPTY, None),
    ):
        buyer = one.buyer.model_copy(update=change)
        found = einvoice.write(one.model_copy(update={"buyer": buyer}), "netvisor", context)
        links = [(e.text, e.get("type")) for e in etree.fromstring(found.data).iter("invoicingcustomeridentifier")]
        assert links == ([expected] if expected else [])
        assert ("EI-CONTEXT-CUSTOMER" in errors(found.findings)) == (expected is None)


@pytest.mark.parametrize("version", VERSIONS)
def test_generated_finvoice_survives_netvisor_and_bis(version: Any) -> None:
    for made in batch("finvoice", 25, seed=20261121, version=version):
        for other in ("netvisor", "peppol-bis"):
            trip = travel(einvoice.read(made.data), other, "finvoice", EMPTY, None)
            assert unnamed(trip.before, trip.after, trip.findings, EMPTY) == []
            assert differences(trip.before, trip.after, trip.findings) == []


# ---------------------------------------------------------------------------------- canonical JSON


@each(OWN, REAL)
def test_canonical_json_loses_nothing_of_finvoice(path: Path) -> None:
    """What Finvoice alone knows travels in `native`; the same bytes are written from the JSON as from the document."""
    for one in documents(path, EMPTY):
        written = einvoice.write(one.invoice, "model")
        assert [f for f in written.findings if f.is_loss] == []
        back = einvoice.read(written.data).invoice
        assert back == one.invoice
        for version in VERSIONS:
            first_made = einvoice.write(one.invoice, "finvoice", EMPTY, version=version)
            second_made = einvoice.write(back, "finvoice", EMPTY, version=version)
            assert first_made.data == second_made.data
            assert first_made.findings == second_made.findings


# ---------------------------------------------------------------------------------- the six documents of the issue

SIX = (
    "credit-note",
    "reverse-charge",
    "intra-community-goods",
    "multi-rate-discount-rounding",
    "currency-sek",
    "three-attachments",
)
TEXT_OF_TERMS = "LOSS-NO-PLACE payment_terms"
OLDER = {
    # what 2.01 has no elements for, in every document
    "LOSS-NO-PLACE buyer.legal_registration_identifier_scheme",
    "LOSS-NO-PLACE native.finvoice:MessageTransmissionDetails/MessageDetails/SpecificationIdentifier",
    "LOSS-NO-PLACE payment_instructions[].means_code",
    "LOSS-NO-PLACE seller.legal_registration_identifier_scheme",
}
NO_OVT = {"LOSS-NO-PLACE buyer.electronic_address", "LOSS-NO-PLACE buyer.electronic_address_scheme"}
"""A Swedish buyer: 2.01 has no schemes of addresses, and the address alone does not tell."""
SAID: dict[tuple[str, str], set[str]] = {
    # warnings and errors of a conversion; nothing else is said above information
    ("credit-note", "netvisor"): {
        TEXT_OF_TERMS,
        "LOSS-NO-PLACE lines[].allowances_charges[].reason",
        "LOSS-NO-PLACE preceding_invoices[].issue_date",
        "LOSS-NO-PLACE preceding_invoices[].number",
    },
    ("credit-note", "finvoice 2.01"): {
        *OLDER,
        "LOSS-NO-PLACE lines[].allowances_charges[].base_amount",
        "LOSS-NO-PLACE preceding_invoices[].issue_date",
    },
    ("reverse-charge", "netvisor"): {
        TEXT_OF_TERMS,
        "EI-NETVISOR-VAT-JUDGEMENT lines[].vat_category",
        "LOSS-CHANGED vat_breakdown[].exemption_reason",
        "LOSS-NO-PLACE lines[].allowances_charges[].reason",
        "LOSS-NO-PLACE project_reference",
    },
    ("reverse-charge", "finvoice 2.01"): {
        *OLDER,
        "LOSS-NO-PLACE lines[].allowances_charges[].base_amount",
    },
    ("intra-community-goods", "netvisor"): {
        TEXT_OF_TERMS,
        "LOSS-CHANGED vat_breakdown[].exemption_reason",
        "LOSS-NO-PLACE lines[].allowances_charges[].reason",
        "LOSS-NO-PLACE lines[].origin_country_code",
    },
    ("intra-community-goods", "finvoice 2.01"): {
        *OLDER,
        *NO_OVT,
        "LOSS-NO-PLACE lines[].allowances_charges[].base_amount",
    },
    ("multi-rate-discount-rounding", "netvisor"): {
        TEXT_OF_TERMS,
        "LOSS-CHANGED allowances_charges[].amount",
        "LOSS-CHANGED totals.line_total",
        "LOSS-NO-PLACE allowances_charges[].base_amount",
        "LOSS-NO-PLACE allowances_charges[].percentage",
        "LOSS-NO-PLACE allowances_charges[].reason_code",
        "LOSS-NO-PLACE totals.allowance_total",
        "LOSS-NO-PLACE totals.charge_total",
    },
    ("multi-rate-discount-rounding", "finvoice 2.01"): {*OLDER, "LOSS-CHANGED allowances_charges[]"},
    ("currency-sek", "netvisor"): {
        TEXT_OF_TERMS,
        "LOSS-CHANGED payment_instructions[].means_code",
        "LOSS-NO-PLACE totals.vat_total_accounting",
        "LOSS-NO-PLACE vat_currency",
    },
    ("currency-sek", "finvoice 2.01"): {
        *OLDER,
        *NO_OVT,
        "LOSS-NO-PLACE totals.vat_total_accounting",
        "LOSS-NO-PLACE vat_currency",
    },
    ("three-attachments", "netvisor"): {TEXT_OF_TERMS},
    ("three-attachments", "finvoice 2.01"): OLDER,
}
OTHERS = ("peppol-bis", "netvisor", "model", "finvoice 3.0", "finvoice 2.01")
CLAIMS = {
    # type, currency, total without VAT, VAT, amount due
    "credit-note": ("381", "EUR", "431.84", "104.98", "536.82"),
    "reverse-charge": ("380", "EUR", "2369.20", "0.00", "2369.20"),
    "intra-community-goods": ("380", "EUR", "1974.40", "0.00", "1974.40"),
    "multi-rate-discount-rounding": ("380", "EUR", "767.57", "120.82", "888.40"),
    "currency-sek": ("380", "SEK", "13460.00", "2441.10", "15901.10"),
    "three-attachments": ("380", "EUR", "194.60", "49.62", "244.22"),
}


def claim_of(invoice: Invoice) -> tuple[str | None, ...]:
    assert invoice.totals is not None
    amounts = (invoice.totals.total_without_vat, invoice.totals.vat_total, invoice.totals.amount_due)
    return (invoice.type_code, invoice.currency, *(None if a is None else f"{a:.2f}" for a in amounts))


@pytest.mark.parametrize("name", SIX)
def test_six_documents_claim_what_they_claim(name: str) -> None:
    assert claim_of(einvoice.read(CORPORA / "finvoice" / f"{name}.xml").invoice) == CLAIMS[name]


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("name", SIX)
def test_six_documents_to_every_format_and_back(name: str, other: str, tmp_path: Path) -> None:
    """The findings as expected, the result judged by schema or official rules, the same claim, nothing unsaid."""
    target, _, version = other.partition(" ")
    one = einvoice.read(CORPORA / "finvoice" / f"{name}.xml", context=CONTEXT)
    made = einvoice.convert(one, target, context=CONTEXT, version=version or None)
    said = {f"{f.code} {bare(f.model_path or '')}" for f in made.findings if f.severity != "info"}
    assert said == SAID.get((name, other), set())
    if version:
        check_schema(made.data, version)
    elif target == "peppol-bis" and shared_folder() is not None:
        assert fatal(made.data) == []

    again = read_with_companions(made, tmp_path)
    assert claim_of(again.invoice) == CLAIMS[name]
    back = einvoice.convert(again, "finvoice", context=CONTEXT)
    check_schema(back.data, "3.0")
    last = read_with_companions(back, tmp_path)
    assert claim_of(last.invoice) == CLAIMS[name]
    findings = [*made.findings, *back.findings]
    assert unnamed(one.invoice, last.invoice, findings, CONTEXT) == []


def read_with_companions(made: Conversion, folder: Path) -> Document:
    """Read a document with the attachment message that was written beside it, as one file holds them both."""
    path = folder / f"{made.target}.xml"
    path.write_bytes(made.data + b"".join(companion.data for companion in made.companions))
    return einvoice.read(path, context=CONTEXT)


def test_attachments_of_finvoice_arrive_everywhere(tmp_path: Path) -> None:
    one = einvoice.read(CORPORA / "finvoice" / "three-attachments.xml", context=CONTEXT)
    expected = [(d.filename, d.mime_code) for d in one.invoice.supporting_documents]
    assert [mime for _, mime in expected] == ["application/pdf", "image/png", "image/jpeg"]
    for target in ("peppol-bis", "netvisor", "model", "finvoice"):
        made = einvoice.convert(one, target, context=CONTEXT)
        found = read_with_companions(made, tmp_path).invoice.supporting_documents
        assert [(d.filename, d.mime_code) for d in found] == expected
        assert [d.content_base64 for d in found] == [d.content_base64 for d in one.invoice.supporting_documents]


# ---------------------------------------------------------------------------------- our own rules on what we write

BLAMED: dict[tuple[str, str], set[str]] = {
    # own documents, and what the rules for Finvoice say of them in Finvoice
    ("foreign-currency.xml", "2.01"): {"FV-77"},  # and has no VAT total in euro
}
OF_THE_SOURCE = {
    # warnings about public documents: in what they state, and what Finvoice wants stated beside it
    "FV-34",  # a credit note without the number of the invoice
    "FV-50",  # a row whose quantity and price do not give its amount
    "FV-51",  # nor does the discount of its price
    "FV-71",  # VAT category B, of Italy
    "FV-77",  # VAT not shown in euro
    "FV-81",  # an account without BIC
}


@pytest.mark.parametrize("version", VERSIONS)
@each(OWN_UBL, OFFICIAL_UBL)
def test_our_rules_have_no_quarrel_with_what_is_written(path: Path, version: str) -> None:
    for one in documents(path, EMPTY):
        made = einvoice.write(one.invoice, "finvoice", EMPTY, version=version)
        report = einvoice.validate(made.data, layers=["finvoice"])
        assert [f.message for f in report.findings if f.severity == "error"] == []
        said = {f.code for f in report.findings if f.severity == "warning"}
        if path in OWN_UBL:
            assert said == BLAMED.get((path.name, version), set())
        else:
            assert said <= OF_THE_SOURCE


# ---------------------------------------------------------------------------------- documents with a hole


@pytest.mark.conformance
@pytest.mark.parametrize("part", range(4))
def test_what_is_missing_is_said_before_the_official_rules_say_it(part: int) -> None:
    """One element taken out after the other: where the official rules refuse the BIS, an error of ours says so."""
    (source,) = documents(CORPORA / "finvoice" / "everything.xml", EMPTY)
    root = root_of(source)
    places = [root.getroottree().getpath(element) for element in root.iter("*") if element is not root]
    refused, unsaid = 0, []
    for place in places[part::8]:
        holed = deepcopy(root)
        (element,) = holed.getroottree().xpath(place)  # type: ignore[union-attr]
        element.getparent().remove(element)
        data = etree.tostring(holed)
        try:
            context = known_to(einvoice.read(data).invoice)
        except EInvoiceError:
            refused += 1
            continue
        found = einvoice.convert(einvoice.read(data, context=context), "peppol-bis", context=context)
        if (rules := {failed.rule for failed in fatal(found.data)}) and not errors(found.findings):
            unsaid.append((place, rules))
    assert unsaid == []
    assert refused <= 2
