"""Faults of Finvoice that a review found, each with a document that shows it."""

from decimal import Decimal
from typing import Any

import pytest
from tests.formats.finvoice.documents import about, codes, document, element, read, row, text_at, vat_class, write

import einvoice
from einvoice import Finding
from einvoice.model import CreditTransfer, PaymentInstructions


def judged(data: bytes) -> list[Finding]:
    """Return what the official rules and our own say of a document."""
    return list(einvoice.validate(data, profile="finvoice").findings)


STATUS = "PaymentStatusDetails"


@pytest.mark.parametrize(
    ("status", "paid", "count"),
    [("PARTLYPAID", None, 0), ("PARTLYPAID", "25,50", 1), ("PARTLYPAID", "65,50", 0), ("NOTPAID", None, 1)],
)
def test_what_is_paid_may_follow_from_the_status_alone(status: str, paid: str | None, count: int) -> None:
    data = document(
        due="60,00",
        after_details={"InvoicePaidAmount": paid},
        after_buyer="",
        before_rows=element(STATUS, {"PaymentStatusCode": status}),
    )
    assert codes(judged(data)).count("FV-61") == count


HETU = "131052-308T"


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (document(buyer={"BuyerPartyIdentifier": HETU}), "BuyerPartyDetails/BuyerPartyIdentifier"),
        (
            document(buyer={"BuyerPartyIdentifier": (HETU, 'SchemeID="0212"')}),
            "BuyerPartyDetails/BuyerPartyIdentifier",
        ),
        (
            document(buyer={"BuyerPartyIdentifier": None, "BuyerCode": (HETU, 'IdentifierType="HETU"')}),
            "BuyerPartyDetails/BuyerCode",
        ),
        (document(details={"SellersBuyerIdentifier": HETU}), "InvoiceDetails/SellersBuyerIdentifier"),
    ],
)
def test_a_personal_identity_code_of_the_buyer_goes_into_no_other_format(data: bytes, path: str) -> None:
    source = read(data)
    (said,) = about(source.findings, "EI-FINVOICE-PERSONAL", "131052-****")
    assert said.severity == "warning" and said.line is not None
    assert said.terms == (("BT-47",) if path.endswith("PartyIdentifier") else ("BT-46",))
    assert not any(HETU in f"{f.message} {f.value}" for f in judged(data))
    assert source.invoice.buyer is not None and HETU not in repr(source.invoice.buyer)
    for format in ("ubl", "netvisor"):
        other = einvoice.write(source.invoice, format)
        assert HETU.encode() not in other.data
        assert not any(HETU in f"{f.message} {f.value}" for f in other.findings)
    for version in ("3.0", "2.01"):
        again = write(source.invoice, version)
        assert text_at(again.data, path) == HETU
        assert not any(HETU in f"{f.message} {f.value}" for f in again.findings)
    buyer = source.invoice.buyer.model_copy(update={"name": "Toinen Asiakas"})
    assert HETU.encode() not in write(source.invoice.model_copy(update={"buyer": buyer})).data


AE = {"code": "AE", "rate": "0", "vat": "0,00"}


@pytest.mark.parametrize(
    ("given", "classes"),
    [
        ({}, [vat_class("60,00", vat="15,30"), vat_class("40,00", vat="10,20")]),
        (
            {"vat": "0,00", "total": "100,00", "due": "100,00"},
            [vat_class("60,00", **AE, VatFreeText="käännetty"), vat_class("40,00", **AE)],
        ),
    ],
)
def test_two_groups_of_one_class_return_each_in_its_place(given: Any, classes: list[dict[str, Any]]) -> None:
    code = {"RowVatCode": classes[0]["VatCode"], "RowVatRatePercent": classes[0]["VatRatePercent"]}
    source = read(document(row(**code), **given, classes=classes))
    assert [e.taxable_amount for e in source.invoice.vat_breakdown] == [Decimal("60.00"), Decimal("40.00")]
    reasons = about(source.findings, "EI-FINVOICE-VAT-REASON")
    assert [f.model_path for f in reasons] == (["vat_breakdown[1].exemption_reason"] if given else [])
    for version in ("3.0", "2.01"):
        assert "LOSS-CHANGED" not in codes(write(source.invoice, version).findings)


BARE = {"RowVatCode": None, "RowVatRatePercent": None}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (document(row(**BARE), classes=[], vat=None, total="100,00"), "a row states neither a VAT rate"),
        (document(row(**BARE), row(**BARE), classes=[], net="200,00", vat="51,00", total="251,00"), "2 rows state"),
        (
            document(row(**BARE), classes=[vat_class("40,00", vat="10,20"), vat_class("60,00", **AE)]),
            "there are 2 VatSpecificationDetails",
        ),
    ],
)
def test_no_class_is_made_up_for_rows_that_name_none(data: bytes, words: str) -> None:
    source = read(data)
    assert all(e.category is not None for e in source.invoice.vat_breakdown)
    (said,) = about(source.findings, "EI-FINVOICE-VAT", words)
    assert said.severity == "warning" and said.terms == ("BT-151", "BT-152") and said.line is not None
    assert not about(write(source.invoice).findings, "LOSS-CHANGED")


@pytest.mark.parametrize("given", [{"RowVatCode": None}, {"RowVatRatePercent": None}, BARE])
def test_silent_of_rows_whose_class_follows(given: Any) -> None:
    assert not about(read(document(row(**given))).findings, "EI-FINVOICE-VAT")


HELD = "the total with VAT holds the rounding"


@pytest.mark.parametrize(
    ("total", "due", "explained"),
    [
        ("125,55", "125,55", ["BR-CO-15", "BR-CO-16"]),
        ("125,50", "125,50", []),  # the rounding is left out of the amount due
        ("125,60", "125,60", []),
        ("125,50", "125,55", []),
    ],
)
def test_a_round_off_inside_the_total_is_named_as_such(total: str, due: str, explained: list[str]) -> None:
    found = judged(document(after_details={"InvoiceTotalRoundoffAmount": "0,05"}, total=total, due=due))
    assert [f.code for f in found if HELD in f.message] == explained


def test_missing_lines_are_said_once() -> None:
    data = document(element("InvoiceRow", {"RowFreeText": "Kiitos"}))
    (said,) = [f for f in einvoice.read(data).findings if f.code == "EI-MISSING-LINES"]
    assert "texts and sub-rows" in said.message
    said_by = [f.code for f in judged(data) if f.code in ("EI-MISSING-LINES", "BR-16")]
    assert said_by == ["BR-16"], "the official rule says it, with our remedy"


IBAN = 'IdentificationSchemeName="IBAN"'


@pytest.mark.parametrize(
    ("listed", "paid", "count"),
    [
        ("FI8891317900012342", "FI88 9131 7900 0123 42", 1),
        ("FI8891317900012342", "FI8891317900012343", 1),
        ("FI8891317900012342", None, 1),
        ("FI8891317900012342", "FI8891317900012344", 2),
    ],
)
def test_an_account_is_judged_once(listed: str, paid: str | None, count: int) -> None:
    account = {"SellerAccountID": (listed, IBAN), "SellerBic": ("ESIMFIHH", 'IdentificationSchemeName="BIC"')}
    data = document(
        after_seller=element("SellerInformationDetails", {"SellerAccountDetails": account}),
        beneficiary={"EpiAccountID": None if paid is None else (paid, IBAN)},
    )
    assert len(about(judged(data), "FV-81", "check digits")) == count


def test_a_wrong_vat_number_says_whose_it_is() -> None:
    found = judged(document(seller={"SellerOrganisationTaxCode": "FI91001148"}))
    assert about(found, "FV-76", "SellerOrganisationTaxCode", "expected 7")


GIRO = PaymentInstructions(
    means_code="30",
    credit_transfer=CreditTransfer(account_identifier="5051-1054", service_provider_identifier="SE:BANKGIRO"),
)
CARD = PaymentInstructions(means_code="48")


def test_what_has_no_place_has_a_reason_and_a_remedy() -> None:
    prices = {"UnitPriceAmount": "60,00", "UnitPriceDiscountAmount": "10,00", "UnitPriceNetAmount": "50,00"}
    invoice = read(document(row(**prices))).invoice
    own = invoice.payment_instructions[0]
    for ways, version, expected in (
        ((own,), "3.0", []),
        ((own,), "2.01", [("lines[0].gross_price", "one price", "3.0")]),
        (
            (own, GIRO),
            "3.0",
            [
                ("payment_instructions[1].means_code", "'SE:BANKGIRO' is none", "BIC"),
                ("payment_instructions[1].credit_transfer.account_identifier", "'SE:BANKGIRO' is none", "BIC"),
                ("payment_instructions[1].credit_transfer.service_provider_identifier", "is none", "BIC"),
            ],
        ),
        ((own, CARD), "3.0", [("payment_instructions[1].means_code", "one payment order", "before the others")]),
        (
            (CARD, GIRO),
            "3.0",
            [
                ("payment_instructions[1].credit_transfer.service_provider_identifier", "the BIC of a bank", "IBAN"),
                ("payment_instructions[0].means_code", "one payment order", "before the others"),
            ],
        ),
    ):
        made = write(invoice.model_copy(update={"payment_instructions": ways}), version)
        found = [f for f in about(made.findings, "LOSS-NO-PLACE") if "UnitPriceDiscountAmount" not in f.message]
        assert len(found) == len(expected)
        for each, (path, reason, remedy) in zip(found, expected, strict=True):
            assert each.model_path == path and reason in each.message and each.fix is not None and remedy in each.fix


@pytest.mark.parametrize(
    ("quantity", "price", "rate", "net", "read_as", "off"),
    [
        ("1", "45,00", "10,0", "45,00", "50.00", "5.00"),
        ("2", "22,50", "10,0", "45,00", "25.00", "5.00"),
        ("-1", "45,00", "10,0", "-45,00", "50.00", "-5.00"),
        ("1", "49,99", "10,0", "49,99", "55.54", "5.55"),
        ("1", "50,00", "10,0", "45,00", "50.00", "5.00"),  # a price from which the discount goes off
        ("1", "0,05", "50,0", "0,05", "0.10", "0.05"),
    ],
)
def test_a_percentage_of_a_price_that_has_it_off_is_one_of_the_price_before(
    quantity: str, price: str, rate: str, net: str, read_as: str, off: str
) -> None:
    given = {"InvoicedQuantity": (quantity, 'QuantityUnitCode="kpl" QuantityUnitCodeUN="C62"')}
    amounts = {"UnitPriceAmount": price, "RowDiscountPercent": rate, "RowVatExcludedAmount": net}
    source = read(document(row(**given, **amounts)))
    (line,) = source.invoice.lines
    assert line.net_price == Decimal(read_as)
    assert [entry.amount for entry in line.allowances_charges] == [Decimal(off)]
    for version in ("3.0", "2.01"):
        made = write(source.invoice, version)
        assert text_at(made.data, "InvoiceRow/UnitPriceAmount") == price
        assert not about(made.findings, "LOSS-CHANGED")
        assert read(made.data).invoice.lines[0].net_price == line.net_price


@pytest.mark.parametrize("name", ["Lammasjoen Rahoitus Oy", None])
def test_a_claim_that_is_assigned_is_named(name: str | None) -> None:
    agreement = {"FactoringAgreementIdentifier": "RS-4410", "FactoringPartyName": name}
    data = document(before_rows=element("FactoringAgreementDetails", agreement))
    (said,) = about(read(data).findings, "EI-FINVOICE-FACTORING", name or "a finance company", "the seller alone")
    assert said.severity == "warning" and said.line is not None
    assert "EI-FINVOICE-FACTORING" not in codes(read(document()).findings)
    assert not [f for f in write(read(data).invoice).findings if "Factoring" in f.message]


@pytest.mark.parametrize("spelled", ["\u00a0FI8891317900012343", "FI88 9131 7900 0123 43", "FI8891317900012343\u00a0"])
@pytest.mark.parametrize("at", ["list", "order"])
def test_an_account_spelled_with_blanks_is_the_same_account(spelled: str, at: str) -> None:
    bic = ("ESIMFIHH", 'IdentificationSchemeName="BIC"')
    account = {"SellerAccountID": (spelled if at == "list" else "FI8891317900012343", IBAN), "SellerBic": bic}
    order = {"EpiAccountID": (spelled, IBAN)} if at == "order" else {}
    own = element("SellerInformationDetails", {"SellerAccountDetails": account})
    source = read(document(after_seller=own, beneficiary=order))
    assert len(source.invoice.payment_instructions) == 1
    assert not [key for key in source.invoice.native if "SellerAccount" in key]
    assert codes([*source.findings, *write(source.invoice).findings]) == []


@pytest.mark.parametrize(
    ("field", "empty", "term"),
    [
        ("invoice_number", None, "BT-1"),
        ("issue_date", None, "BT-2"),
        ("seller", None, "BT-27"),
        ("buyer", None, "BT-44"),
        ("totals", None, "BT-112"),
        ("lines", (), "BG-25"),
    ],
)
def test_what_finvoice_demands_and_nobody_states_is_named(field: str, empty: Any, term: str) -> None:
    invoice = read(document()).invoice
    assert "EI-FINVOICE-MANDATORY" not in codes(write(invoice).findings)
    for version in ("3.0", "2.01"):
        made = write(invoice.model_copy(update={field: empty}), version)
        (said,) = about(made.findings, "EI-FINVOICE-MANDATORY")
        assert said.severity == "error" and said.terms == (term,)
