"""What reading Finvoice decides, one case for each decision; every finding stands at the element that it is about."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree
from tests.formats.finvoice.documents import (
    BUYER,
    CORPUS,
    SELLER,
    about,
    codes,
    corpus_files,
    document,
    element,
    invoices,
    parsed,
    read,
    row,
    swap,
    transmission,
    vat_class,
)

import einvoice
from einvoice import Context, Document, EInvoiceError, Finding, Invoice
from einvoice.context import VatDecision
from einvoice.formats import finvoice

D = Decimal
FIXED = ("LOSS-", "EI-READ-", "EI-ELEMENT-", "EI-CURRENCY")
"""Families that the mapping itself yields; the others are decisions of Finvoice."""


@dataclass(frozen=True)
class Said:
    """A finding that is expected: its code and severity, where it stands, and words of its message."""

    code: str
    severity: str
    path: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    name: str
    data: bytes
    expected: dict[str, Any]
    """Values of the invoice by their path in the model."""
    said: tuple[Said, ...] = field(default=())


def value_at(invoice: Invoice, path: str) -> Any:
    """Return what stands at a path of the model such as ``lines[0].quantity``."""
    here: Any = invoice
    for step in path.split("."):
        name, _, index = step.partition("[")
        here = getattr(here, name) if not isinstance(here, dict) else here.get(name)
        if index:
            position = int(index.rstrip("]"))
            here = here[position] if position < len(here) else None
        if here is None:
            return None
    return here


def check_places(data: bytes, found: Document) -> None:
    """Each path leads to one element or attribute of the source, and the line is that of the element."""
    root = parsed(data)
    for each in found.findings:
        if each.path is None:
            assert each.line is None
            continue
        node, attribute = at(root, each.path)
        assert node is not None, (each.code, each.path)
        if attribute is not None:
            assert attribute in node.attrib, each.path
        assert each.line == node.sourceline, (each.code, each.path)


def at(root: etree._Element, path: str) -> tuple[etree._Element | None, str | None]:
    """Return the element at a path of a finding, and the name of the attribute when it leads to one."""
    steps, _, attribute = path.partition("/@")
    names = steps.strip("/").split("/")
    assert etree.QName(root).localname == names[0]
    if len(names) == 1:
        return root, attribute or None
    below = "/".join(f"*[local-name()='{n.partition('[')[0]}']{n[len(n.partition('[')[0]) :]}" for n in names[1:])
    found: Any = root.xpath(below)
    assert len(found) <= 1, path
    return (found[0] if found else None), attribute or None


def check(case: Case) -> Document:
    found = read(case.data)
    for path, value in case.expected.items():
        assert value_at(found.invoice, path) == value, path
    check_places(case.data, found)
    decided = [f for f in found.findings if not f.code.startswith(FIXED)]
    assert [(f.code, f.severity, f.path) for f in decided] == [(s.code, s.severity, s.path) for s in case.said]
    for finding, said in zip(decided, case.said, strict=True):
        assert finding.message
        assert all(word in finding.message for word in said.words), finding.message
    return found


TYPE = "/Finvoice/InvoiceDetails/InvoiceTypeCode"
UN = "/Finvoice/InvoiceDetails/InvoiceTypeCodeUN"
ORIGIN = "/Finvoice/InvoiceDetails/OriginCode"


def negative(**more: Any) -> bytes:
    """A credit note as the format wants it."""
    given: dict[str, Any] = {
        "kind": "INV02",
        "net": "-100,00",
        "vat": "-25,50",
        "total": "-125,50",
        "due": "-125,50",
        "classes": [vat_class("-100,00", vat="-25,50")],
    }
    rows = more.pop("rows", (row(InvoicedQuantity="-2", RowVatExcludedAmount="-100,00"),))
    return document(*rows, **(given | more))


# ---------------------------------------------------------------------------------- types, origins, signs

TYPES = [
    Case("invoice", document(), {"type_code": "380", "totals.amount_due": D("125.50")}),
    Case("prepayment by UN code", document(un="386"), {"type_code": "386"}),
    Case("interest note", document(kind="INV03"), {"type_code": "380"}),
    Case("pro forma", document(kind="INV06"), {"type_code": "325"}),
    Case("self-billing", document(kind="INV07"), {"type_code": "389"}),
    Case("code of a sector", document(kind="INV00"), {"type_code": "380"}),
    Case("secure", document(kind="SEI12"), {"type_code": "380"}),
    Case("direct debit notice", document(kind="SDD01"), {"type_code": "380"}),
    Case("receipt", document(kind="REC01"), {"type_code": "380"}),
    Case("lower case", document(kind="inv01"), {"type_code": "380"}),
    Case(
        "collection note",
        document(kind="INV05"),
        {"type_code": "380"},
        (Said("EI-FINVOICE-KIND", "warning", TYPE, ("INV05", "collection")),),
    ),
    Case(
        "reminder",
        document(kind="INV08"),
        {"type_code": "380"},
        (Said("EI-FINVOICE-KIND", "warning", TYPE, ("INV08", "reminder")),),
    ),
    Case(
        "test",
        document(kind="TES01"),
        {"type_code": "380"},
        (Said("EI-FINVOICE-KIND", "warning", TYPE, ("test", "not be booked")),),
    ),
    Case(
        "copy",
        document(origin="Copy"),
        {"type_code": "380"},
        (Said("EI-FINVOICE-KIND", "warning", ORIGIN, ("copy",)),),
    ),
    Case(
        "cancellation",
        negative(origin="Cancel"),
        {"type_code": "381", "totals.amount_due": D("125.50")},
        (Said("EI-FINVOICE-KIND", "warning", ORIGIN, ("cancellation",)),),
    ),
    Case("origin of 1.0", document(origin="Origin"), {"type_code": "380"}),
    Case("self-billed credit note", negative(un="261"), {"type_code": "261", "totals.total_with_vat": D("125.50")}),
    Case(
        "Finvoice says invoice, UN says credit note",
        document(un="381"),
        {"type_code": "380", "totals.total_with_vat": D("125.50")},
        (Said("EI-FINVOICE-TYPE", "warning", UN, ("INV01", "381")),),
    ),
    Case(
        "Finvoice says credit note, UN says invoice",
        negative(un="380"),
        {"type_code": "381", "totals.total_with_vat": D("125.50")},
        (Said("EI-FINVOICE-TYPE", "warning", UN, ("INV02", "380")),),
    ),
]

TOTAL = "/Finvoice/InvoiceDetails/InvoiceTotalVatIncludedAmount"
DUE = "/Finvoice/EpiDetails/EpiPaymentInstructionDetails/EpiInstructedAmount"

SIGNS = [
    Case(
        "negative credit note",
        negative(),
        {
            "type_code": "381",
            "totals.total_without_vat": D("100.00"),
            "totals.vat_total": D("25.50"),
            "totals.total_with_vat": D("125.50"),
            "totals.amount_due": D("125.50"),
            "vat_breakdown[0].taxable_amount": D("100.00"),
            "vat_breakdown[0].tax_amount": D("25.50"),
            "lines[0].quantity": D(2),
            "lines[0].net_price": D("50.00"),
            "lines[0].net_amount": D("100.00"),
        },
    ),
    Case(
        "positive credit note",
        document(kind="INV02"),
        {"type_code": "381", "totals.total_with_vat": D("125.50"), "lines[0].quantity": D(2)},
        (Said("EI-FINVOICE-SIGN", "warning", TOTAL, ("125.50", "as they stand")),),
    ),
    Case(
        "payment order with another sign",
        negative(due="125,50"),
        {"totals.total_with_vat": D("125.50"), "totals.amount_due": D("125.50")},
        (Said("EI-FINVOICE-SIGN", "warning", DUE, ("-125.50", "125.50")),),
    ),
    Case(
        "zero total, the first row decides",
        document(
            row(InvoicedQuantity="-2", RowVatExcludedAmount="-100,00"),
            row(InvoicedQuantity="2"),
            kind="INV02",
            net="0,00",
            vat="0,00",
            total="0,00",
            due="0,00",
            classes=[vat_class("0,00", vat="0,00")],
        ),
        {
            "type_code": "381",
            "lines[0].quantity": D(2),
            "lines[1].quantity": D(-2),
            "lines[1].net_amount": D("-100.00"),
        },
    ),
    Case(
        "nothing but zeros",
        document(
            row(InvoicedQuantity="1", UnitPriceAmount="0,00", RowVatExcludedAmount="0,00"),
            kind="INV02",
            net="0,00",
            vat="0,00",
            total="0,00",
            due="0,00",
            classes=[vat_class("0,00", vat="0,00")],
        ),
        {"type_code": "381", "lines[0].quantity": D(1)},
    ),
    Case(
        "invoice with a negative total",
        negative(kind="INV01"),
        {"type_code": "380", "totals.total_with_vat": D("-125.50"), "lines[0].quantity": D(-2)},
    ),
    Case(
        "discounts, charges, paid amount and rounding of a credit note",
        negative(
            rows=(
                row(
                    InvoicedQuantity="-1",
                    UnitPriceAmount="100,00",
                    RowDiscountAmount="-10,00",
                    RowVatRatePercent=None,
                    RowVatCode=None,
                    RowVatExcludedAmount=None,
                    **{
                        "RowChargeDetails": {"ReasonText": "Rahti", "Amount": "-5,00"},
                        "RowVatRatePercent#": "25,5",
                        "RowVatCode#": "S",
                        "RowVatExcludedAmount#": "-95,00",
                    },
                ),
            ),
            net="-95,00",
            vat="-24,23",
            total="-119,23",
            due="-99,22",
            classes=[vat_class("-95,00", vat="-24,23")],
            after_details={"InvoiceTotalRoundoffAmount": "0,01", "InvoicePaidAmount": "-20,00"},
        ),
        {
            "lines[0].net_amount": D("95.00"),
            "lines[0].allowances_charges[0].amount": D("10.00"),
            "lines[0].allowances_charges[1].amount": D("5.00"),
            "totals.rounding_amount": D("-0.01"),
            "totals.paid_amount": D("20.00"),
            "totals.amount_due": D("99.22"),
        },
    ),
]


@pytest.mark.parametrize("case", [*TYPES, *SIGNS], ids=lambda case: case.name)
def test_types_and_signs(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("kind", ["REQ01", "QUO01", "ORD01", "ORC01", "DEV01", "PRI01", "INF01", "DEN01"])
def test_other_messages_are_refused(kind: str) -> None:
    with pytest.raises(EInvoiceError) as caught:
        read(document(kind=kind))
    assert caught.value.exit_code in (3, 4)
    assert kind in caught.value.message
    assert caught.value.fix


# ---------------------------------------------------------------------------------- VAT

CODE = "/Finvoice/InvoiceRow/RowVatCode"
RATE = "/Finvoice/InvoiceRow/RowVatRatePercent"


def zero(code: str | None, text: str | None = None, *, in_row: bool = True, **more: Any) -> bytes:
    """An invoice at 0 %, with the code in class and row."""
    classes = [vat_class("100,00", "0", code, "0,00", **({"VatFreeText": text} if text else {}))]
    return document(
        row(RowVatRatePercent="0", RowVatCode=code if in_row else None),
        vat="0,00",
        total="100,00",
        due="100,00",
        classes=classes,
        **more,
    )


ABROAD = {"BuyerOrganisationTaxCode": "SE559990123701"}

VAT = [
    Case("standard", document(), {"lines[0].vat_category": "S", "lines[0].vat_rate": D("25.5")}),
    Case("zero", zero("Z"), {"lines[0].vat_category": "Z", "vat_breakdown[0].category": "Z"}),
    Case(
        "exempt", zero("E", "AVL 27 §"), {"lines[0].vat_category": "E", "vat_breakdown[0].exemption_reason": "AVL 27 §"}
    ),
    Case(
        "exempt that is intra-Community",
        zero("E", "Yhteisömyynti", buyer=ABROAD),
        {"lines[0].vat_category": "K", "vat_breakdown[0].category": "K"},
        (Said("EI-FINVOICE-VAT", "warning", CODE, ("E", "K")),),
    ),
    Case(
        "exempt of a document that claims EN 16931",
        zero(
            "E",
            "AVL 27 §",
            buyer=ABROAD,
            before_seller=element("MessageTransmissionDetails", transmission(SpecificationIdentifier="EN16931")),
        ),
        {"lines[0].vat_category": "E"},
    ),
    Case("reverse charge", zero("AE", "Käännetty"), {"lines[0].vat_category": "AE", "lines[0].vat_rate": D(0)}),
    Case("intra-Community", zero("K", "Yhteisömyynti"), {"lines[0].vat_category": "K"}),
    Case("export", zero("G", "Vienti"), {"lines[0].vat_category": "G"}),
    Case(
        "outside scope loses its rate of zero",
        zero("O", "Ei ALV"),
        {"lines[0].vat_category": "O", "lines[0].vat_rate": None, "vat_breakdown[0].rate": None},
    ),
    Case(
        "margin scheme",
        zero("AB", "Marginaalivero"),
        {"lines[0].vat_category": "E"},
        (Said("EI-FINVOICE-VAT", "warning", CODE, ("AB", "margin")),),
    ),
    Case(
        "goods bought abroad",
        zero("ZEG", "x"),
        {"lines[0].vat_category": "AE"},
        (Said("EI-FINVOICE-VAT", "warning", CODE, ("ZEG",)),),
    ),
    Case(
        "services bought abroad",
        zero("ZES", "x"),
        {"lines[0].vat_category": "AE"},
        (Said("EI-FINVOICE-VAT", "warning", CODE, ("ZES",)),),
    ),
    Case("lower case", swap(document(), "<RowVatCode>S<", "<RowVatCode>s<"), {"lines[0].vat_category": "S"}),
    Case(
        "unknown with a rate",
        document(row(RowVatCode="KOTI"), classes=[vat_class(code="KOTI")]),
        {"lines[0].vat_category": "S"},
        (Said("EI-FINVOICE-VAT", "warning", CODE, ("KOTI", "25.5")),),
    ),
    Case(
        "absent, with a rate",
        document(row(RowVatCode=None), classes=[vat_class(code=None)]),
        {"lines[0].vat_category": "S", "vat_breakdown[0].category": "S"},
    ),
    Case("absent in the row, the class has it", zero("AE", "Käännetty", in_row=False), {"lines[0].vat_category": "AE"}),
    Case(
        "absent, the text of the class tells reverse charge",
        zero(None, "AVL 8 c § käännetty verovelvollisuus"),
        {"lines[0].vat_category": "AE", "vat_breakdown[0].category": "AE"},
        (Said("EI-FINVOICE-VAT", "warning", RATE, ("AE", "8 c §")),),
    ),
    Case(
        "absent, the text of the class tells intra-Community supply",
        zero(None, "Yhteisömyynti"),
        {"lines[0].vat_category": "K"},
        (Said("EI-FINVOICE-VAT", "warning", RATE, ("K",)),),
    ),
    Case(
        "absent, the text of the class tells export",
        zero(None, "Vienti EU:n ulkopuolelle"),
        {"lines[0].vat_category": "G"},
        (Said("EI-FINVOICE-VAT", "warning", RATE, ("G",)),),
    ),
    Case(
        "absent, nothing tells why",
        zero(None),
        {"lines[0].vat_category": "Z"},
        (Said("EI-FINVOICE-VAT", "warning", RATE, ("Z", "nothing says")),),
    ),
    Case(
        "class in another currency is the accounting currency's",
        document(
            classes=[
                vat_class(),
                {
                    "VatBaseAmount": ("110,00", 'AmountCurrencyIdentifier="SEK"'),
                    "VatRatePercent": "25,5",
                    "VatCode": "S",
                    "VatRateAmount": ("28,05", 'AmountCurrencyIdentifier="SEK"'),
                },
            ]
        ),
        {"vat_breakdown[0].tax_amount": D("25.50"), "vat_breakdown[1]": None},
    ),
    Case(
        "VAT total in the accounting currency",
        document(
            after_details={"InvoiceTotalVatAccountingAmount": ("28,05", 'AmountCurrencyIdentifier="SEK"')},
        ),
        {"totals.vat_total_accounting": D("28.05"), "vat_currency": "SEK"},
    ),
    Case(
        "text of the document for the one exempt class",
        swap(
            zero("AE"),
            "</VatSpecificationDetails>",
            "</VatSpecificationDetails>\n<InvoiceVatFreeText>AVL 8 c §</InvoiceVatFreeText>",
        ),
        {"vat_breakdown[0].exemption_reason": "AVL 8 c §"},
    ),
]


@pytest.mark.parametrize("case", VAT, ids=lambda case: case.name)
def test_vat(case: Case) -> None:
    check(case)


def test_what_the_context_decides_about_a_code_is_no_judgement() -> None:
    here = Context(vat={"AB": VatDecision(category="E")})
    found = read(zero("AB", "Marginaalivero"), here)
    assert found.invoice.lines[0].vat_category == "E"
    assert "EI-FINVOICE-VAT" not in codes(found.findings)


def test_a_judgement_is_said_once_for_each_code() -> None:
    rows = [row(RowVatCode="AB", RowVatRatePercent="0")] * 3
    found = read(document(*rows, vat="0,00", total="300,00", due="300,00", net="300,00", classes=[]))
    assert len(about(found.findings, "EI-FINVOICE-VAT", "AB")) == 1


@pytest.mark.parametrize("category", ["AE", "K", "G"])
def test_usual_reasons_are_supplied_and_said(category: str) -> None:
    found = read(zero(category))
    (entry,) = found.invoice.vat_breakdown
    assert entry.exemption_reason or entry.exemption_reason_code
    (said,) = about(found.findings, "EI-FINVOICE-VAT-REASON", category)
    assert said.severity == "info"
    assert said.path is not None
    assert said.path.startswith("/Finvoice/InvoiceDetails/VatSpecificationDetails")


# ---------------------------------------------------------------------------------- parties and addresses

SELLER_VAT = "/Finvoice/SellerPartyDetails/SellerOrganisationTaxCode"


def without_country(party: dict[str, Any], name: str, **more: Any) -> dict[str, Any]:
    """Return a party whose address has no country code."""
    block = f"{name}PostalAddressDetails"
    return {block: {k: v for k, v in party[block].items() if k != "CountryCode"} | more}


def addressed(**given: Any) -> bytes:
    return document(before_seller=element("MessageTransmissionDetails", transmission(**given)))


PARTIES = [
    Case(
        "VAT number as it should be",
        document(),
        {"seller.vat_identifier": "FI91001147", "seller.legal_registration_identifier": "9100114-7"},
    ),
    *(
        Case(
            f"VAT number written as {text}",
            document(seller={"SellerOrganisationTaxCode": text}),
            {"seller.vat_identifier": "FI91001147"},
            (Said("EI-FINVOICE-VAT-NUMBER", "info", SELLER_VAT, (text, "FI91001147")),),
        )
        for text in ("9100114-7", "003791001147", "FI9100114-7", "FI-9100114-7", "FI 9100 1147")
    ),
    Case(
        "country by its name",
        document(buyer=without_country(BUYER, "Buyer", CountryName="Ruotsi")),
        {"buyer.address.country_code": "SE"},
        (
            Said(
                "EI-FINVOICE-COUNTRY",
                "info",
                "/Finvoice/BuyerPartyDetails/BuyerPostalAddressDetails/CountryName",
                ("SE", "Ruotsi"),
            ),
        ),
    ),
    Case(
        "country by the VAT number",
        document(buyer=without_country(BUYER, "Buyer") | {"BuyerOrganisationTaxCode": "SE559990123701"}),
        {"buyer.address.country_code": "SE"},
        (Said("EI-FINVOICE-COUNTRY", "info", "/Finvoice/BuyerPartyDetails/BuyerOrganisationTaxCode", ("SE", "VAT")),),
    ),
    Case(
        "country by the business id",
        document(buyer=without_country(BUYER, "Buyer") | {"BuyerOrganisationTaxCode": None}),
        {"buyer.address.country_code": "FI"},
        (Said("EI-FINVOICE-COUNTRY", "info", "/Finvoice/BuyerPartyDetails/BuyerPartyIdentifier", ("FI", "business")),),
    ),
    Case(
        "country by the post code",
        document(
            buyer=without_country(BUYER, "Buyer") | {"BuyerOrganisationTaxCode": None, "BuyerPartyIdentifier": None}
        ),
        {"buyer.address.country_code": "FI"},
        (
            Said(
                "EI-FINVOICE-COUNTRY",
                "warning",
                "/Finvoice/BuyerPartyDetails/BuyerPostalAddressDetails/BuyerPostCodeIdentifier",
                ("post code",),
            ),
        ),
    ),
    Case(
        "fillers of an address are nothing",
        document(
            buyer={
                "BuyerPostalAddressDetails": {
                    "BuyerStreetName": "--",
                    "BuyerTownName": "Lahti",
                    "BuyerPostCodeIdentifier": "--",
                    "CountryCode": "FI",
                }
            }
        ),
        {"buyer.address.line_1": None, "buyer.address.city": "Lahti", "buyer.address.post_code": None},
    ),
    Case(
        "three street lines",
        document(
            seller={
                "SellerPostalAddressDetails": SELLER["SellerPostalAddressDetails"]
                | {"SellerStreetName": ["A", "B", "C"]}
            }
        ),
        {"seller.address.line_1": "A", "seller.address.line_2": "B", "seller.address.line_3": "C"},
    ),
    Case(
        "unit numbers are addresses",
        document(
            after_seller=element("SellerOrganisationUnitNumber", "003791001147"),
            after_buyer=element("BuyerOrganisationUnitNumber", "00379100117100001"),
        ),
        {
            "seller.electronic_address": "003791001147",
            "seller.electronic_address_scheme": "0216",
            "buyer.electronic_address": "00379100117100001",
        },
    ),
    Case(
        "transmission details come before unit numbers",
        document(
            before_seller=element("MessageTransmissionDetails", transmission(receiver="00379100117199999")),
            after_buyer=element("BuyerOrganisationUnitNumber", "003791001171"),
        ),
        {"buyer.electronic_address": "00379100117199999", "seller.electronic_address": "003791001147"},
    ),
    Case(
        "an OVT code under the scheme 0037",
        addressed(receiver=("003791001171", 'SchemeID="0037"')),
        {"buyer.electronic_address_scheme": "0216", "buyer.electronic_address": "003791001171"},
    ),
    Case(
        "another scheme of ISO 6523",
        addressed(receiver=("7359999000014", 'SchemeID="0088"')),
        {"buyer.electronic_address_scheme": "0088", "buyer.electronic_address": "7359999000014"},
    ),
    Case(
        "a business id",
        addressed(receiver="9100117-1"),
        {"buyer.electronic_address_scheme": "0212", "buyer.electronic_address": "91001171"},
    ),
    Case(
        "an IBAN is no address of EN 16931",
        addressed(receiver="FI8891317900012343"),
        {"buyer.electronic_address": None},
    ),
    Case(
        "with self-billing the buyer sends",
        document(
            kind="INV07",
            before_seller=element("MessageTransmissionDetails", transmission("003791001171", "003791001147")),
        ),
        {"seller.electronic_address": "003791001147", "buyer.electronic_address": "003791001171"},
    ),
    Case(
        "identifiers with labels of 2.x and with schemes",
        document(
            seller={"SellerPostalAddressDetails": SELLER["SellerPostalAddressDetails"]}
            | {"SellerCode": [("7359999000014", 'IdentifierType="GLN"'), ("77", 'SchemeID="0060"')]},
            buyer={"BuyerCode": ("x", 'IdentifierType="HETU"')},
        ),
        {
            "seller.identifiers[0].scheme": "0088",
            "seller.identifiers[1].scheme": "0060",
            "seller.identifiers[1].value": "77",
            "buyer.identifiers[0].value": "x",
            "buyer.identifiers[0].scheme": None,
        },
    ),
    Case(
        "the number of the customer at the seller",
        document(details={"SellersBuyerIdentifier": "4367"}),
        {"buyer.identifiers[0].value": "4367", "buyer.identifiers[0].scheme": None},
    ),
    Case(
        "payee and tax representative by their roles, others are kept",
        document(
            after_buyer="".join(
                element(
                    "AnyPartyDetails",
                    {
                        "AnyPartyText": ("Rooli", f'AnyPartyCode="{role}"'),
                        "AnyPartyIdentifier": identifier,
                        "AnyPartyOrganisationName": name,
                        "AnyPartyOrganisationTaxCode": vat,
                    },
                )
                for role, name, identifier, vat in (
                    ("PaymentReceiver", "Perijä Oy", "9100120-0", None),
                    ("SellerTaxRepr", "Edustaja Oy", None, "FI91001200"),
                    ("Carrier", "Kuljetus Oy", None, None),
                )
            )
        ),
        {
            "payee.name": "Perijä Oy",
            "payee.legal_registration_identifier": "9100120-0",
            "tax_representative.name": "Edustaja Oy",
            "tax_representative.vat_identifier": "FI91001200",
            "tax_representative.address.country_code": "FI",
        },
        (
            Said(
                "EI-FINVOICE-COUNTRY",
                "info",
                "/Finvoice/AnyPartyDetails[2]/AnyPartyOrganisationTaxCode",
                ("tax representative", "FI"),
            ),
        ),
    ),
]


@pytest.mark.parametrize("case", PARTIES[:-1], ids=lambda case: case.name)
def test_parties(case: Case) -> None:
    check(case)


def test_roles_of_other_parties() -> None:
    """The third party has no place in EN 16931: it is kept under its own key."""
    found = check(PARTIES[-1])
    kept = {k: v for k, v in found.invoice.native.items() if "AnyParty" in k}
    assert "Kuljetus Oy" in kept.values()
    assert "Carrier" in kept.values()


# ---------------------------------------------------------------------------------- payment

EPI = "/Finvoice/EpiDetails"
ACCOUNTS = element(
    "SellerInformationDetails",
    {
        "SellerAccountDetails": [
            {
                "SellerAccountID": (account, 'IdentificationSchemeName="IBAN"'),
                "SellerBic": (bic, 'IdentificationSchemeName="BIC"'),
            }
            for account, bic in (("FI2112345600000785", "NDEAFIHH"), ("FI8891317900012343", "ESIMFIHH"))
        ]
    },
)
NO_ACCOUNT = {"EpiAccountID": ("", 'IdentificationSchemeName="IBAN"')}

PAYMENT = [
    Case(
        "the account of the payment order comes first, others follow",
        document(after_seller=ACCOUNTS),
        {
            "payment_instructions[0].credit_transfer.account_identifier": "FI8891317900012343",
            "payment_instructions[0].credit_transfer.service_provider_identifier": "ESIMFIHH",
            "payment_instructions[1].credit_transfer.account_identifier": "FI2112345600000785",
            "payment_instructions[1].credit_transfer.service_provider_identifier": "NDEAFIHH",
            "payment_instructions[1].remittance_information": "1232",
            "payment_instructions[2]": None,
        },
    ),
    Case(
        "no account in the payment order: the first of the seller",
        document(after_seller=ACCOUNTS, beneficiary=NO_ACCOUNT, bank={}),
        {
            "payment_instructions[0].credit_transfer.account_identifier": "FI2112345600000785",
            "payment_instructions[0].credit_transfer.service_provider_identifier": "NDEAFIHH",
            "payment_instructions[1].credit_transfer.account_identifier": "FI8891317900012343",
        },
    ),
    Case(
        "no account in the payment order, but its bank: the account at that bank",
        document(after_seller=ACCOUNTS, beneficiary=NO_ACCOUNT),
        {
            "payment_instructions[0].credit_transfer.account_identifier": "FI8891317900012343",
            "payment_instructions[0].credit_transfer.service_provider_identifier": "ESIMFIHH",
        },
    ),
    Case(
        "no account in the payment order, and another bank",
        document(
            after_seller=ACCOUNTS,
            beneficiary=NO_ACCOUNT,
            bank={"EpiBfiIdentifier": ("OKOYFIHH", 'IdentificationSchemeName="BIC"')},
        ),
        {
            "payment_instructions[0].credit_transfer.account_identifier": "FI2112345600000785",
            "payment_instructions[0].credit_transfer.service_provider_identifier": "NDEAFIHH",
        },
        (
            Said(
                "EI-FINVOICE-ACCOUNT",
                "warning",
                f"{EPI}/EpiPartyDetails/EpiBfiPartyDetails/EpiBfiIdentifier",
                ("OKOYFIHH", "NDEAFIHH"),
            ),
        ),
    ),
    Case(
        "two banks for one account",
        document(after_seller=swap(ACCOUNTS.encode(), ">ESIMFIHH<", ">OKOYFIHH<").decode()),
        {"payment_instructions[0].credit_transfer.service_provider_identifier": "ESIMFIHH"},
        (
            Said(
                "EI-FINVOICE-ACCOUNT",
                "warning",
                "/Finvoice/SellerInformationDetails/SellerAccountDetails[2]/SellerBic",
                ("OKOYFIHH", "ESIMFIHH"),
            ),
        ),
    ),
    Case(
        "an account with the blanks of its printed form is the same account",
        document(after_seller=swap(ACCOUNTS.encode(), "FI8891317900012343", "FI88 9131 7900 0123 43").decode()),
        {
            "payment_instructions[1].credit_transfer.account_identifier": "FI2112345600000785",
            "payment_instructions[2]": None,
        },
    ),
    Case(
        "a reference in EpiReference alone counts when its check digit is right",
        document(order={"EpiRemittanceInfoIdentifier": None}, identification={"EpiReference": "1232"}),
        {"payment_instructions[0].remittance_information": "1232"},
    ),
    Case(
        "what stands in EpiReference with a wrong check digit is a free text",
        document(order={"EpiRemittanceInfoIdentifier": None}, identification={"EpiReference": "1233"}),
        {"payment_instructions[0].remittance_information": "1233"},
    ),
    *(
        Case(
            f"EpiReference {text!r} says nothing",
            document(identification={"EpiReference": text}),
            {"payment_instructions[0].remittance_information": "1232"},
        )
        for text in ("", "0", "-", "1232")
    ),
    Case(
        "due dates that differ",
        document(pay_terms={"InvoiceDueDate": "20260520"}),
        {"due_date": date(2026, 5, 18)},
        (
            Said(
                "EI-FINVOICE-DUE-DATE",
                "warning",
                f"{EPI}/EpiPaymentInstructionDetails/EpiDateOptionDate",
                ("2026-05-18", "2026-05-20"),
            ),
        ),
    ),
]

PAYMENT += [
    Case(
        "no due date in the payment order",
        document(order={"EpiDateOptionDate": None}),
        {"due_date": date(2026, 5, 18)},
    ),
    Case(
        "cash discount and late interest",
        document(
            pay_terms={
                "PaymentTermsFreeText": ["14 pv", "2 % 7 pv"],
                "InvoiceDueDate": "20260518",
                "CashDiscountDate": "20260511",
                "CashDiscountBaseAmount": "125,50",
                "CashDiscountPercent": "2",
                "CashDiscountAmount": "2,51",
                "PaymentOverDueFineDetails": {
                    "PaymentOverDueFineFreeText": "Viivästyskorko",
                    "PaymentOverDueFinePercent": "11,5",
                },
            }
        ),
        {
            "payment_terms": "14 pv\n2 % 7 pv",
            "payment_conditions.cash_discounts[0].last_date": date(2026, 5, 11),
            "payment_conditions.cash_discounts[0].percentage": D(2),
            "payment_conditions.cash_discounts[0].base_amount": D("125.50"),
            "payment_conditions.cash_discounts[0].amount": D("2.51"),
            "payment_conditions.late_payment_interest_rate": D("11.5"),
        },
    ),
    Case(
        "direct debit",
        document(
            kind="SDD01",
            before_rows=element(
                "DirectDebitInfo",
                {
                    "MandateReference": "M-1",
                    "CreditorIdentifier": "FI32ZZZ12345678",
                    "DebitedAccountID": ("FI2112345600000785", 'IdentificationSchemeName="IBAN"'),
                },
            ),
            order={"EpiPaymentMeansCode": "59"},
        ),
        {
            "payment_instructions[0].means_code": "59",
            "payment_instructions[0].direct_debit.mandate_reference": "M-1",
            "payment_instructions[0].direct_debit.debited_account_identifier": "FI2112345600000785",
            "seller.identifiers[0].value": "FI32ZZZ12345678",
            "seller.identifiers[0].scheme": "SEPA",
        },
    ),
    Case(
        "a card",
        document(
            before_rows=element("PaymentCardInfo", {"PrimaryAccountNumber": "1234", "CardHolderName": "H. Pajuranta"})
        ),
        {
            "payment_instructions[0].card.primary_account_number": "1234",
            "payment_instructions[0].card.holder_name": "H. Pajuranta",
        },
    ),
    Case(
        "paid by status: what is missing in the payment order is paid",
        document(due="0,00", before_rows=element("PaymentStatusDetails", {"PaymentStatusCode": "PAID"})),
        {"totals.paid_amount": D("125.50"), "totals.amount_due": D("0.00")},
    ),
    Case(
        "paid in part by status: before 3.0 the amount stands among the partial payments",
        document(
            due="100,00",
            before_rows=element("PartialPaymentDetails", {"PaidAmount": "25,50", "UnPaidAmount": "100,00"}),
        ),
        {"totals.paid_amount": D("25.50"), "totals.amount_due": D("100.00")},
    ),
    Case(
        "a stated paid amount",
        document(after_details={"InvoicePaidAmount": "25,50"}, due="100,00"),
        {"totals.paid_amount": D("25.50"), "totals.amount_due": D("100.00")},
    ),
]


@pytest.mark.parametrize("case", PAYMENT, ids=lambda case: case.name)
def test_payment(case: Case) -> None:
    check(case)


# ---------------------------------------------------------------------------------- dates, references, texts, links

DELIVERY = "DeliveryDetails"

REST = [
    Case("ISO date", swap(document(), ">20260504<", ">2026-05-04<"), {"issue_date": date(2026, 5, 4)}),
    Case(
        "decimal points",
        swap(swap(document(), ">125,50<", ">125.50<", 2), ">25,5<", ">25.5<", 2),
        {"totals.total_with_vat": D("125.50"), "lines[0].vat_rate": D("25.5")},
    ),
    Case("blanks around values", swap(document(), ">125,50<", "> 125,50\n<"), {"totals.total_with_vat": D("125.50")}),
    Case(
        "the period of the delivery stands in for that of the invoice",
        document(
            after_buyer=element(DELIVERY, {"DeliveryPeriodDetails": {"StartDate": "20260401", "EndDate": "20260430"}})
        ),
        {"period.start_date": date(2026, 4, 1), "period.end_date": date(2026, 4, 30)},
    ),
    Case(
        "the period of the invoice wins",
        document(
            details={"InvoicingPeriodStartDate": "20260301", "InvoicingPeriodEndDate": "20260331"},
            after_buyer=element(DELIVERY, {"DeliveryPeriodDetails": {"StartDate": "20260401", "EndDate": "20260430"}}),
        ),
        {"period.start_date": date(2026, 3, 1), "period.end_date": date(2026, 3, 31)},
    ),
    Case(
        "references",
        document(
            details={
                "OriginalInvoiceNumber": "900",
                "OriginalInvoiceDate": "20260401",
                "OriginalInvoiceReference": [
                    {"InvoiceNumber": "901", "InvoiceDate": "20260402"},
                    {"InvoiceNumber": "902"},
                ],
                "SellerReferenceIdentifier": "S-1",
                "OrderIdentifier": "O-1",
                "AgreementIdentifier": "A-1",
                "BuyerReferenceIdentifier": "B-1",
                "ProjectReferenceIdentifier": "P-1",
            },
            after_details={"AccountDimensionText": "KP 1; PR 2"},
        ),
        {
            "preceding_invoices[0].number": "900",
            "preceding_invoices[0].issue_date": date(2026, 4, 1),
            "preceding_invoices[1].number": "901",
            "preceding_invoices[1].issue_date": date(2026, 4, 2),
            "preceding_invoices[2].number": "902",
            "sales_order_reference": "S-1",
            "purchase_order_reference": "O-1",
            "contract_reference": "A-1",
            "buyer_reference": "B-1",
            "project_reference": "P-1",
            "buyer_accounting_reference": "KP 1; PR 2",
        },
    ),
    Case(
        "notes, with and without a subject",
        document(
            details={
                "DefinitionDetails": [
                    {"DefinitionHeaderText": ("Huom", 'DefinitionCode="AAI"'), "DefinitionValue": "Soita ensin"},
                    {"DefinitionHeaderText": ("Oma", 'DefinitionCode="OMA1"'), "DefinitionValue": "Ei viite"},
                ]
            },
            after_details={"InvoiceFreeText": ["Kiitos", "#REG#Kaupparekisteri", ""]},
        ),
        {
            "notes[0].subject_code": "AAI",
            "notes[0].text": "Soita ensin",
            "notes[1].text": "Kiitos",
            "notes[1].subject_code": None,
            "notes[2].subject_code": "REG",
            "notes[2].text": "Kaupparekisteri",
            "notes[3]": None,
        },
    ),
    Case(
        "links with their captions",
        document(
            tail="".join(element("InvoiceUrlNameText", text) for text in ("Tuntilista", "Kuva"))
            + "".join(element("InvoiceUrlText", text) for text in ("https://a.example/tunnit.pdf", "file://kuva.png"))
        ),
        {
            "supporting_documents[0].external_location": "https://a.example/tunnit.pdf",
            "supporting_documents[0].description": "Tuntilista",
            "supporting_documents[0].reference": "tunnit.pdf",
            "supporting_documents[1].external_location": "file://kuva.png",
        },
    ),
    Case(
        "a key of an archive is no link",
        document(tail=element("InvoiceUrlText", "12345678+1001")),
        {"supporting_documents[0]": None},
    ),
    Case(
        "VAT point date",
        document(after_details={"VatPoint": {"VatPointDate": "20260430"}}),
        {"tax_point_date": date(2026, 4, 30)},
    ),
    Case(
        "delivery",
        document(
            after_buyer=element(
                "DeliveryPartyDetails",
                {
                    "DeliveryOrganisationName": "Varasto",
                    "DeliveryPostalAddressDetails": {
                        "DeliveryStreetName": "Portti 3",
                        "DeliveryTownName": "Oulu",
                        "DeliveryPostCodeIdentifier": "90100",
                        "CountryCode": "FI",
                    },
                },
            )
            + element(
                DELIVERY,
                {
                    "DeliveryDate": "20260502",
                    "WaybillIdentifier": "W-1",
                    "DeliveryNoteIdentifier": "N-1",
                    "FinalDestinationName": "Varasto 7",
                },
            )
        ),
        {
            "delivery.party_name": "Varasto",
            "delivery.address.city": "Oulu",
            "delivery.actual_delivery_date": date(2026, 5, 2),
            "delivery.location_identifier": "Varasto 7",
            "receiving_advice_reference": "W-1",
            "despatch_advice_reference": "N-1",
        },
    ),
]


@pytest.mark.parametrize("case", REST, ids=lambda case: case.name)
def test_dates_references_texts_links(case: Case) -> None:
    check(case)


UNREADABLE = [
    ("impossible day", ">20260504<", ">20260230<", "/Finvoice/InvoiceDetails/InvoiceDate", "2026-02-30"),
    ("no date", ">20260504<", ">eilen<", "/Finvoice/InvoiceDetails/InvoiceDate", "eilen"),
    ("letters in the total", ">125,50<", ">sata<", "/Finvoice/InvoiceDetails/InvoiceTotalVatIncludedAmount", "sata"),
    ("thousands", ">125,50<", ">1.125,50<", "/Finvoice/InvoiceDetails/InvoiceTotalVatIncludedAmount", "1.125,50"),
    (
        "another currency in a row",
        '<RowVatExcludedAmount AmountCurrencyIdentifier="EUR"',
        '<RowVatExcludedAmount AmountCurrencyIdentifier="NOK"',
        "/Finvoice/InvoiceRow/RowVatExcludedAmount/@AmountCurrencyIdentifier",
        "NOK",
    ),
    (
        "impossible period",
        "<StartDate>",
        "<StartDate>",
        "/Finvoice/DeliveryDetails/DeliveryPeriodDetails/StartDate",
        "20261301",
    ),
]


@pytest.mark.parametrize(("old", "new", "path", "words"), [u[1:] for u in UNREADABLE], ids=[u[0] for u in UNREADABLE])
def test_what_cannot_be_read_is_refused_with_its_place(old: str, new: str, path: str, words: str) -> None:
    period = {"StartDate": "20261301", "EndDate": "20261331"} if "Period" in path else None
    data = (
        document(after_buyer=element(DELIVERY, {"DeliveryPeriodDetails": period}))
        if period
        else swap(document(), old, new)
    )
    with pytest.raises(EInvoiceError) as caught:
        read(data)
    error = caught.value
    assert (error.exit_code, error.path) == (4, path)
    assert words in error.message
    assert error.fix
    assert error.line is not None
    node, _ = at(parsed(data), path)
    assert node is not None
    assert node.sourceline == error.line


# ---------------------------------------------------------------------------------- the shape of the document


def same(first: Invoice, other: Invoice) -> bool:
    return first.model_dump(exclude={"native"}) == other.model_dump(exclude={"native"})


def test_elements_out_of_order_are_read_and_named() -> None:
    data = document()
    one, two = "<InvoiceTypeText>Lasku</InvoiceTypeText>\n", "<OriginCode>Original</OriginCode>\n"
    found = read(swap(data, one + two, two + one))
    assert same(found.invoice, read(data).invoice)
    (said,) = about(found.findings, "EI-ELEMENT-ORDER")
    assert said.severity == "warning"
    check_places(swap(data, one + two, two + one), found)


def test_unknown_elements_are_named_where_they_stand() -> None:
    data = document(tail="<SellerPupesoftId>77</SellerPupesoftId>\n")
    found = read(data)
    (said,) = [f for f in found.findings if f.value == "77"]
    assert said.path == "/Finvoice/SellerPupesoftId"
    assert said.is_loss
    check_places(data, found)


def test_foreign_xml_of_the_specification_is_no_fault() -> None:
    rows = element("SpecificationDetails", {"SpecificationFreeText": ["rivi 1", "rivi 2"]})
    found = read(document(after_rows=rows))
    assert not [f for f in found.findings if f.severity != "info"]
    assert "rivi 2" in found.invoice.native.values()


def test_a_default_namespace_is_read_as_none() -> None:
    found = read(document(root=' xmlns="http://www.example.com/finvoice"'))
    assert same(found.invoice, read(document()).invoice)


def test_a_wrong_version_is_read_by_its_elements() -> None:
    found = read(document(version="1.3", un="386"))
    assert found.invoice.type_code == "386"


@pytest.mark.parametrize("name", ["ISO-8859-15", "ISO-8859-1", "UTF-8"])
def test_encodings(name: str) -> None:
    declared = f'<?xml version="1.0" encoding="{name}"?>\n'
    found = read(document(declaration=declared, buyer={"BuyerOrganisationName": "Käpylän Kahvi – Łódź €"}))
    assert value_at(found.invoice, "buyer.name") == "Käpylän Kahvi – Łódź €"


def test_several_invoices_in_one_file() -> None:
    one = document()
    two = swap(one, ">1001<", ">1002<")
    numbers = [each.invoice.invoice_number for each in einvoice.read_many(one + two, context=Context())]
    assert numbers == ["1001", "1002"]


def test_without_rows_there_is_an_error() -> None:
    found = read(document(element("InvoiceRow", {"RowFreeText": "pelkkää tekstiä"})))
    (said,) = about(found.findings, "EI-MISSING-LINES")
    assert said.severity == "error"
    assert "texts" in said.message


# ---------------------------------------------------------------------------------- a law over the corpora


@pytest.mark.parametrize("path", corpus_files(), ids=lambda path: path.stem)
def test_every_finding_of_the_corpus_stands_at_an_element_of_the_source(path: Any) -> None:
    for part in invoices(path):
        try:
            found = finvoice.read_part(part, Context())
        except EInvoiceError as error:
            assert error.findings or error.fix, path.name
            continue
        root = part.content.element
        for each in found.findings:
            assert each.message, each.code
            if each.path is not None and each.path.startswith("/FinvoiceAttachments"):
                continue  # of the message beside the invoice
            assert _readable(each), each.message
            if each.path is not None:
                node, attribute = at(root, each.path)
                assert node is not None, (each.code, each.path)
                assert attribute is None or attribute in node.attrib, each.path
                assert each.line == node.sourceline, (each.code, each.path)


def _readable(each: Finding) -> bool:
    """Findings are for people: no names of Python, no lists, no double blanks."""
    return not any(word in each.message for word in ("None", "Decimal(", "  ", "native.", "{'"))


def test_the_corpus_shows_the_decisions() -> None:
    """Each code of a decision is shown by a document of the corpus, so that its explanation has an example."""
    shown: set[str] = set()
    for path in CORPUS.glob("*.xml"):
        for part in invoices(path):
            shown |= {f.code for f in finvoice.read_part(part, Context()).findings if f.code.startswith("EI-FINVOICE-")}
    assert shown >= {
        "EI-FINVOICE-TYPE",
        "EI-FINVOICE-KIND",
        "EI-FINVOICE-SIGN",
        "EI-FINVOICE-PRICE",
        "EI-FINVOICE-DUE-DATE",
        "EI-FINVOICE-VAT",
        "EI-FINVOICE-COUNTRY",
    }


@pytest.mark.parametrize(("code", "category"), [("Z", "AE"), ("S", "Z")])
def test_a_code_that_the_row_states_is_not_the_class_s(code: str, category: str) -> None:
    """Row and class contradict each other: each is read as it stands, and the rules name it."""
    rate = "0" if code == "Z" else "25,5"
    classes = [vat_class("100,00", rate, category, "0,00", VatFreeText="AVL 8 c §")]
    data = document(
        row(RowVatRatePercent=rate, RowVatCode=code), vat="0,00", total="100,00", due="100,00", classes=classes
    )
    found = read(data)
    assert found.invoice.lines[0].vat_category == code
    assert found.invoice.vat_breakdown[0].category == category


def test_the_frame_comes_before_transmission_details_and_these_before_unit_numbers() -> None:
    (part,) = invoices(CORPUS / "frame-differs-from-document.xml")
    invoice = finvoice.read_part(part, Context()).invoice
    assert value_at(invoice, "buyer.electronic_address") == "003791001200"
    root = part.content.element
    assert root.findtext("MessageTransmissionDetails/MessageReceiverDetails/ToIdentifier") == "003791001171"


def test_a_cash_discount_in_another_currency_is_kept() -> None:
    foreign = {"CashDiscountDate": "20260511", "CashDiscountAmount": ("3,00", 'AmountCurrencyIdentifier="SEK"')}
    found = read(document(pay_terms={"InvoiceDueDate": "20260518", **foreign}))
    assert value_at(found.invoice, "payment_conditions.cash_discounts[0].amount") is None
    assert "3,00" in found.invoice.native.values()
    assert "SEK" in found.invoice.native.values()


def test_further_terms_of_payment_are_kept_but_their_cash_discounts_count() -> None:
    first = {"InvoiceDueDate": "20260518", "CashDiscountDate": "20260507", "CashDiscountPercent": "3"}
    second = {"PaymentTermsFreeText": "toinen", "CashDiscountDate": "20260511", "CashDiscountPercent": "2"}
    found = read(document(pay_terms=[first, second]))
    conditions = found.invoice.payment_conditions
    assert conditions is not None
    assert [(e.last_date, e.percentage) for e in conditions.cash_discounts] == [
        (date(2026, 5, 7), D(3)),
        (date(2026, 5, 11), D(2)),
    ]
    assert "toinen" in found.invoice.native.values()


@pytest.mark.parametrize(
    ("value", "said"), [("20260611000000", False), ("20260611120000", True), ("2026061112000000", True)]
)
def test_a_time_of_day_behind_a_date(value: str, said: bool) -> None:
    """1.0 has such dates in rows; midnight says nothing, any other time is kept and named."""
    data = document(row(StartDate=(value, 'Format="CCYYMMDDHHMMSS"')))
    found = read(data)
    assert value_at(found.invoice, "lines[0].period.start_date") == date(2026, 6, 11)
    findings = about(found.findings, "EI-FINVOICE-DATE", value)
    assert [(f.severity, f.path) for f in findings] == ([("warning", "/Finvoice/InvoiceRow/StartDate")] if said else [])
    check_places(data, found)
