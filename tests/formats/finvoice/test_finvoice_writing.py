"""Writing Finvoice 3.0 and 2.01: what the guidelines want, what does not fit, and what must not be written."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from lxml import etree
from tests.formats.finvoice.documents import (
    CORPUS,
    about,
    codes,
    document,
    element,
    parsed,
    read,
    row,
    text_at,
    texts_at,
    transmission,
    write,
)

import einvoice
from einvoice import Context, Invoice
from einvoice.context import ContextParty, FinvoiceSettings
from einvoice.formats.document import Written
from einvoice.formats.finvoice import elements
from einvoice.identifiers import fi_barcode
from einvoice.model import (
    Address,
    AllowanceCharge,
    Contact,
    CreditTransfer,
    Delivery,
    DirectDebit,
    Identifier,
    Note,
    Party,
    PaymentCard,
    PaymentInstructions,
    Period,
    PrecedingInvoice,
    SupportingDocument,
    VatBreakdown,
)

D = Decimal
VERSIONS = ("3.0", "2.01")
each_version = pytest.mark.parametrize("version", VERSIONS)
EPI = "EpiDetails/EpiPaymentInstructionDetails"
BENEFICIARY = "EpiDetails/EpiPartyDetails/EpiBeneficiaryPartyDetails"
TRANSMISSION = "MessageTransmissionDetails"


@cache
def plain_invoice() -> Invoice:
    """An invoice as another format gives it: 2 × 50,00, nothing of Finvoice in it."""
    data = einvoice.write(read(document(row(RowPositionIdentifier="1"))).invoice, "peppol-bis").data
    invoice = einvoice.read(data, context=Context()).invoice
    return invoice.model_copy(update={"native": {}, "type_code": "380"})


def changed(invoice: Invoice | None = None, **update: Any) -> Invoice:
    """Return an invoice with fields replaced."""
    return (invoice or plain_invoice()).model_copy(update=update)


def with_line(**update: Any) -> Invoice:
    (line,) = plain_invoice().lines
    return changed(lines=(line.model_copy(update=update),))


def with_party(which: str, /, **update: Any) -> Invoice:
    return changed(**{which: getattr(plain_invoice(), which).model_copy(update=update)})


def with_address(**update: Any) -> Invoice:
    buyer = plain_invoice().buyer
    assert buyer is not None
    assert buyer.address is not None
    return with_party("buyer", address=buyer.address.model_copy(update=update))


def with_way(**update: Any) -> Invoice:
    (way,) = plain_invoice().payment_instructions
    return changed(payment_instructions=(way.model_copy(update=update),))


def with_totals(**update: Any) -> Invoice:
    totals = plain_invoice().totals
    assert totals is not None
    return changed(totals=totals.model_copy(update=update))


ROUTED = Context(
    seller=ContextParty(name="Pihlajaniemen Tukku Oy", business_id="9100114-7", intermediator="ESIMFIHH"),
    customers={
        "1": ContextParty(
            code="1", name="Koivurannan Kahvila Oy", business_id="9100117-1", intermediator="003721291126"
        )
    },
)


def routed(**update: Any) -> Invoice:
    invoice = plain_invoice()
    parties = {}
    for name, number in (("seller", "003791001147"), ("buyer", "003791001171")):
        parties[name] = getattr(invoice, name).model_copy(
            update={"electronic_address": number, "electronic_address_scheme": "0216"}
        )
    return changed(**parties, **update)


@cache
def schema(version: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(elements.schema_file(version)))


def check_valid(written: Written, version: str = "3.0") -> None:
    assert schema(version).validate(parsed(written.data)), schema(version).error_log


# ---------------------------------------------------------------------------------- the checklist of the guidelines


@each_version
def test_a_plain_invoice_is_valid_and_says_little(version: str) -> None:
    written = write(plain_invoice(), version)
    check_valid(written, version)
    assert codes(written.findings, "error") == []
    if version == "3.0":
        assert codes(written.findings, "warning") == []


def test_1_version_encoding_schema_and_lines() -> None:
    data = write(plain_invoice()).data
    text = data.decode("iso-8859-15")
    assert text.startswith('<?xml version="1.0" encoding="ISO-8859-15"?>\n<Finvoice Version="3.0" xmlns:xsi=')
    assert 'xsi:noNamespaceSchemaLocation="Finvoice3.0.xsd"' in text
    assert "Jyväskylä".encode("iso-8859-15") in data
    for line in text.splitlines():
        assert line.startswith("<")
        assert line.endswith(">")
    assert "\t" not in text
    older = write(plain_invoice(), "2.01").data.decode("iso-8859-15")
    assert 'Version="2.01"' in older
    assert "Finvoice2.01.xsd" in older


def test_1_optional_elements_without_content_are_left_out() -> None:
    empty = [
        str(each.tag)
        for each in parsed(write(plain_invoice()).data).iter("*")
        if not len(each) and not (each.text or "").strip()
    ]
    assert set(empty) <= {"EpiReference", "EpiBfiPartyDetails"}


LONG = [
    # what, the invoice, where it stands, how much fits
    ("invoice number", changed(invoice_number="1" * 21), "InvoiceDetails/InvoiceNumber"),
    ("order", changed(purchase_order_reference="P" * 71), "InvoiceDetails/OrderIdentifier"),
    ("contract", changed(contract_reference="P" * 71), "InvoiceDetails/AgreementIdentifier"),
    ("buyer reference", changed(buyer_reference="P" * 71), "InvoiceDetails/BuyerReferenceIdentifier"),
    ("project", changed(project_reference="P" * 71), "InvoiceDetails/ProjectReferenceIdentifier"),
    (
        "preceding invoice",
        changed(preceding_invoices=(PrecedingInvoice(number="9" * 21),)),
        "InvoiceDetails/OriginalInvoiceNumber",
    ),
    ("legal id", with_party("buyer", legal_registration_identifier="9" * 36), "BuyerPartyDetails/BuyerPartyIdentifier"),
    ("VAT number", with_party("buyer", vat_identifier="FI" + "9" * 34), "BuyerPartyDetails/BuyerOrganisationTaxCode"),
    ("article", with_line(seller_item_identifier="A" * 71), "InvoiceRow/ArticleIdentifier"),
    ("EAN", with_line(standard_item_identifier="9" * 36), "InvoiceRow/EanCode"),
    ("account dimension", changed(buyer_accounting_reference="K" * 36), "InvoiceDetails/AccountDimensionText"),
    (
        "party identifier",
        with_party("buyer", identifiers=(Identifier(value="7" * 71, scheme="0088"),)),
        "BuyerPartyDetails/BuyerCode",
    ),
    (
        "account",
        with_way(
            credit_transfer=CreditTransfer(account_identifier="FI" + "1" * 33, service_provider_identifier="ESIMFIHH")
        ),
        "EpiDetails/EpiPartyDetails/EpiBeneficiaryPartyDetails/EpiAccountID",
    ),
]


@pytest.mark.parametrize(("invoice", "path"), [each[1:] for each in LONG], ids=[each[0] for each in LONG])
def test_2_identifiers_that_do_not_fit_are_never_cut(invoice: Invoice, path: str) -> None:
    """Left out with a finding, or written whole with an error: a part of an identifier is another identifier."""
    written = write(invoice)
    text = text_at(written.data, path)
    if text is None:
        assert [f for f in written.findings if f.is_loss and path.rpartition("/")[2] in f.message], written.findings
    else:
        assert len(text) > 20
        (said,) = about(written.findings, "EI-FINVOICE-SHAPE", path.rpartition("/")[2])
        assert said.severity == "error"
    for each in written.findings:
        assert each.code != "LOSS-TRUNCATED", each.message


CUT = [
    ("item name", with_line(item_name="N" * 101), "InvoiceRow/ArticleName", 100),
    ("item description", with_line(item_description="N" * 513), "InvoiceRow/ArticleDescription", 512),
    ("seller name", with_party("seller", name="N" * 71), "SellerPartyDetails/SellerOrganisationName", 70),
    ("contact", with_party("seller", contact=Contact(name="N" * 71)), "SellerContactPersonName", 70),
    ("payee name", changed(payee=Party(name="N" * 36)), "AnyPartyDetails/AnyPartyOrganisationName", 35),
    ("town", with_address(city="N" * 36), "BuyerPartyDetails/BuyerPostalAddressDetails/BuyerTownName", 35),
]


@pytest.mark.parametrize(("invoice", "path", "length"), [c[1:] for c in CUT], ids=[c[0] for c in CUT])
def test_2_names_and_texts_are_cut_with_a_finding(invoice: Invoice, path: str, length: int) -> None:
    written = write(invoice)
    check_valid(written)
    assert text_at(written.data, path) == "N" * length
    (said,) = about(written.findings, "LOSS-TRUNCATED", path.rpartition("/")[2], str(length))
    assert said.severity == "warning"
    assert said.value is not None
    assert len(said.value) == length + 1
    assert said.model_path is not None


def test_2_texts_are_split_over_repeated_elements() -> None:
    words = " ".join(f"sana{n}" for n in range(30))
    written = write(changed(payment_terms=words[:135], notes=(Note(text=" ".join([words] * 4)),)))
    check_valid(written)
    terms = texts_at(written.data, "InvoiceDetails/PaymentTermsDetails/PaymentTermsFreeText")
    assert len(terms) == 2
    assert " ".join(terms) == words[:135]
    notes = texts_at(written.data, "InvoiceDetails/InvoiceFreeText")
    assert len(notes) == 2
    assert " ".join(notes) == " ".join([words] * 4)
    assert [f.severity for f in about(written.findings, "LOSS-AS-TEXT", "2 elements")] == ["info"]
    assert not [f for f in written.findings if f.is_loss and f.severity != "info"]


def test_3_transmission_details_need_both_addresses_and_both_intermediators() -> None:
    whole = write(routed(), context=ROUTED)
    check_valid(whole)
    assert text_at(whole.data, f"{TRANSMISSION}/MessageSenderDetails/FromIdentifier") == "003791001147"
    assert text_at(whole.data, f"{TRANSMISSION}/MessageSenderDetails/FromIdentifier/@SchemeID") == "0216"
    assert text_at(whole.data, f"{TRANSMISSION}/MessageSenderDetails/FromIntermediator") == "ESIMFIHH"
    assert text_at(whole.data, f"{TRANSMISSION}/MessageReceiverDetails/ToIdentifier") == "003791001171"
    assert text_at(whole.data, f"{TRANSMISSION}/MessageReceiverDetails/ToIntermediator") == "003721291126"
    assert text_at(whole.data, f"{TRANSMISSION}/MessageDetails/MessageIdentifier") == "1001"
    assert text_at(whole.data, f"{TRANSMISSION}/MessageDetails/MessageTimeStamp") == "2026-05-04T00:00:00"
    for without in (write(routed()), write(plain_invoice(), context=ROUTED)):
        assert texts_at(without.data, TRANSMISSION) == []
        check_valid(without)
    alone = write(routed())
    assert text_at(alone.data, "SellerOrganisationUnitNumber") == "003791001147"
    assert text_at(alone.data, "BuyerOrganisationUnitNumber") == "003791001171"


def test_3_with_self_billing_the_buyer_sends() -> None:
    written = write(routed(type_code="389"), context=ROUTED)
    assert text_at(written.data, f"{TRANSMISSION}/MessageSenderDetails/FromIdentifier") == "003791001171"
    assert text_at(written.data, f"{TRANSMISSION}/MessageSenderDetails/FromIntermediator") == "003721291126"
    assert text_at(written.data, f"{TRANSMISSION}/MessageReceiverDetails/ToIdentifier") == "003791001147"
    assert text_at(written.data, "InvoiceDetails/InvoiceTypeCode") == "INV07"


def test_3_addresses_without_a_place_are_named() -> None:
    """An address that no unit number can hold, and no transmission details: it goes nowhere, and is said."""
    invoice = with_party("buyer", electronic_address="7359999000014", electronic_address_scheme="0192")
    written = write(invoice)
    assert [f for f in written.findings if f.model_path == "buyer.electronic_address"]


@pytest.mark.parametrize(
    ("code", "kind", "name"),
    [
        ("380", "INV01", "LASKU"),
        ("384", "INV01", "LASKU"),
        ("386", "INV01", "LASKU"),
        ("325", "INV06", "PROFORMALASKU"),
        ("389", "INV07", "ITSELASKUTUS"),
        ("381", "INV02", "HYVITYSLASKU"),
        ("261", "INV02", "HYVITYSLASKU"),
        ("396", "INV02", "HYVITYSLASKU"),
    ],
)
def test_4_types(code: str, kind: str, name: str) -> None:
    written = write(changed(type_code=code))
    check_valid(written)
    assert text_at(written.data, "InvoiceDetails/InvoiceTypeCode") == kind
    assert text_at(written.data, "InvoiceDetails/InvoiceTypeCodeUN") == code
    assert text_at(written.data, "InvoiceDetails/InvoiceTypeText") == name
    assert text_at(written.data, "InvoiceDetails/OriginCode") == "Original"
    assert read(written.data).invoice.type_code == code
    older = write(changed(type_code=code), "2.01")
    check_valid(older, "2.01")
    assert texts_at(older.data, "InvoiceDetails/InvoiceTypeCodeUN") == []
    assert bool([f for f in older.findings if f.model_path == "type_code"]) == (
        read(older.data).invoice.type_code != code
    )


AMOUNTS = [
    # price, base quantity → what is written
    ("50", None, "50,00", None),
    ("0.12345", None, "0,12345", None),
    ("0.1234567", None, "12,34567", "100"),
    ("0.00001234567", None, "12,34567", "1000000"),
    ("0.123456", "10", "1,23456", "100"),
    ("123456789012345", None, "123456789012345,00", None),
    ("1.10000", None, "1,10", None),
    ("1.1000000", None, "1,10", None),
]


@pytest.mark.parametrize(("price", "base", "written_price", "written_base"), AMOUNTS)
def test_5_prices(price: str, base: str | None, written_price: str, written_base: str | None) -> None:
    quantity = D(base) if base is not None else None
    invoice = with_line(net_price=D(price), price_base_quantity=quantity, net_amount=None)
    written = write(invoice)
    assert text_at(written.data, "InvoiceRow/UnitPriceAmount") == written_price
    assert text_at(written.data, "InvoiceRow/UnitPriceBaseQuantity") == (written_base or base)
    scaled = about(written.findings, "LOSS-AS-TEXT", "decimals", price)
    assert len(scaled) == (1 if written_base else 0)
    line = read(written.data).invoice.lines[0]
    assert line.net_price is not None
    assert line.net_price / (line.price_base_quantity or 1) == D(price) / (quantity or 1)


def test_5_net_and_gross_price_and_discount() -> None:
    written = write(with_line(gross_price=D("60.00"), price_discount=D("10.00")))
    check_valid(written)
    for name, text in (("Amount", "60,00"), ("DiscountAmount", "10,00"), ("NetAmount", "50,00")):
        assert text_at(written.data, f"InvoiceRow/UnitPrice{name}") == text
    older = write(with_line(gross_price=D("60.00"), price_discount=D("10.00")), "2.01")
    check_valid(older, "2.01")
    assert text_at(older.data, "InvoiceRow/UnitPriceAmount") == "50,00"
    assert {f.model_path for f in older.findings} >= {"lines[0].gross_price", "lines[0].price_discount"}


@pytest.mark.parametrize(
    ("name", "value", "path", "code"),
    [
        ("vat_rate", D("25.51234"), "InvoiceRow/RowVatRatePercent", "LOSS-UNWRITABLE"),
        ("vat_rate", D("1000"), "InvoiceRow/RowVatRatePercent", "LOSS-UNWRITABLE"),
        ("quantity", D("1.23456789012345"), "InvoiceRow/InvoicedQuantity", "LOSS-UNWRITABLE"),
        ("quantity", D("123456789012345"), "InvoiceRow/InvoicedQuantity", "LOSS-UNWRITABLE"),
        ("net_price", D("1234567890123456"), "InvoiceRow/UnitPriceAmount", "LOSS-UNWRITABLE"),
        ("net_amount", D("1E30"), "InvoiceRow/RowVatExcludedAmount", "LOSS-UNWRITABLE"),
        ("net_amount", D("1.123456"), "InvoiceRow/RowVatExcludedAmount", "LOSS-UNWRITABLE"),
    ],
)
@each_version
def test_5_numbers_that_do_not_fit_are_left_out_and_named(
    name: str, value: Decimal, path: str, code: str, version: str
) -> None:
    written = write(with_line(**{name: value}), version)
    assert texts_at(written.data, path) in ([], [""])  # the unit of a quantity may stand there alone
    said = [f for f in written.findings if f.code == code and f.model_path == f"lines[0].{name}"]
    assert [f.severity for f in said] == ["warning"]
    check_valid(written, version)


def test_5_quantity_of_fourteen_characters_fits() -> None:
    written = write(with_line(quantity=D("1.2345678901200")))
    assert text_at(written.data, "InvoiceRow/InvoicedQuantity") == "1,23456789012"


def test_6_credit_notes_are_negative_on_the_wire() -> None:
    allowance = AllowanceCharge(
        is_charge=False, amount=D("10.00"), base_amount=D("100.00"), percentage=D(10), reason="Ale"
    )
    charge = AllowanceCharge(is_charge=True, amount=D("5.00"), reason="Rahti")
    (line,) = plain_invoice().lines
    line = line.model_copy(update={"allowances_charges": (allowance, charge), "net_amount": D("95.00")})
    invoice = changed(type_code="381", lines=(line,))
    written = write(invoice)
    check_valid(written)
    data = written.data
    assert text_at(data, "InvoiceRow/InvoicedQuantity") == "-2"
    assert text_at(data, "InvoiceRow/UnitPriceAmount") == "50,00"
    assert text_at(data, "InvoiceRow/RowDiscountAmount") == "-10,00"
    assert text_at(data, "InvoiceRow/RowDiscountBaseAmount") == "-100,00"
    assert text_at(data, "InvoiceRow/RowDiscountPercent") == "10"
    assert text_at(data, "InvoiceRow/RowChargeDetails/Amount") == "-5,00"
    assert text_at(data, "InvoiceRow/RowVatExcludedAmount") == "-95,00"
    assert text_at(data, "InvoiceRow/RowVatRatePercent") == "25,5"
    assert text_at(data, "InvoiceDetails/InvoiceTotalVatIncludedAmount") == "-125,50"
    assert text_at(data, "InvoiceDetails/VatSpecificationDetails/VatBaseAmount") == "-100,00"
    assert text_at(data, f"{EPI}/EpiInstructedAmount") == "-125,50"
    assert texts_at(data, "VirtualBankBarcode") == []
    again = read(data).invoice
    assert again.lines[0].allowances_charges[0].amount == D("10.00")
    assert again.totals == invoice.totals


def test_6_a_credit_note_that_asks_for_money_is_an_invoice() -> None:
    totals = plain_invoice().totals
    assert totals is not None
    negative = {name: -value for name, value in totals if value is not None}
    (line,) = plain_invoice().lines
    lines = (line.model_copy(update={"quantity": D(-2), "net_amount": D("-100.00")}),)
    (entry,) = plain_invoice().vat_breakdown
    classes = (entry.model_copy(update={"taxable_amount": D("-100.00"), "tax_amount": D("-25.50")}),)
    invoice = changed(type_code="381", totals=totals.model_copy(update=negative), lines=lines, vat_breakdown=classes)
    written = write(invoice)
    assert text_at(written.data, "InvoiceDetails/InvoiceTypeCode") == "INV01"
    assert text_at(written.data, "InvoiceDetails/InvoiceTotalVatIncludedAmount") == "125,50"
    (said,) = about(written.findings, "LOSS-CHANGED", "credit note", "-125.50", "INV01")
    assert (said.severity, said.model_path) == ("warning", "type_code")


def test_7_payment_order() -> None:
    data = write(plain_invoice()).data
    identification = "EpiDetails/EpiIdentificationDetails"
    assert text_at(data, f"{identification}/EpiDate") == "20260504"
    assert text_at(data, f"{identification}/EpiReference") == ""
    assert text_at(data, "EpiDetails/EpiPartyDetails/EpiBfiPartyDetails/EpiBfiIdentifier") == "ESIMFIHH"
    assert text_at(data, f"{BENEFICIARY}/EpiNameAddressDetails") == "Pihlajaniemen Tukku Oy"
    assert text_at(data, f"{BENEFICIARY}/EpiAccountID") == "FI8891317900012343"
    assert text_at(data, f"{BENEFICIARY}/EpiAccountID/@IdentificationSchemeName") == "IBAN"
    assert text_at(data, f"{EPI}/EpiRemittanceInfoIdentifier") == "1232"
    assert text_at(data, f"{EPI}/EpiRemittanceInfoIdentifier/@IdentificationSchemeName") == "SPY"
    assert text_at(data, f"{EPI}/EpiInstructedAmount") == "125,50"
    assert text_at(data, f"{EPI}/EpiCharge/@ChargeOption") == "SHA"
    assert text_at(data, f"{EPI}/EpiDateOptionDate") == "20260518"
    assert text_at(data, "InvoiceDetails/PaymentTermsDetails/InvoiceDueDate") == "20260518"


REFERENCES = [
    ("1232", "1232", "SPY", ""),
    ("12 32", "1232", "SPY", ""),
    ("RF18 5390 0754 7034", "RF18539007547034", "ISO", ""),
    ("RF18539007547034", "RF18539007547034", "ISO", ""),
    ("LASKU-1001", None, None, "LASKU-1001"),
    ("Lasku 1001, toukokuu", None, None, ""),
    ("1" * 21, None, None, "1" * 21),
]


@pytest.mark.parametrize(("reference", "written", "scheme", "epi"), REFERENCES)
def test_7_references(reference: str, written: str | None, scheme: str | None, epi: str) -> None:
    result = write(with_way(remittance_information=reference))
    check_valid(result)
    assert text_at(result.data, f"{EPI}/EpiRemittanceInfoIdentifier") == written
    assert text_at(result.data, f"{EPI}/EpiRemittanceInfoIdentifier/@IdentificationSchemeName") == scheme
    assert text_at(result.data, "EpiDetails/EpiIdentificationDetails/EpiReference") == epi
    if written is None and not epi:
        (said,) = [f for f in result.findings if f.model_path == "payment_instructions[0].remittance_information"]
        assert said.value == reference


def test_7_without_account_a_filler_and_an_error() -> None:
    written = write(changed(payment_instructions=()))
    check_valid(written)
    assert text_at(written.data, f"{BENEFICIARY}/EpiAccountID") == "--"
    (said,) = about(written.findings, "EI-FINVOICE-ACCOUNT", "'--'")
    assert said.severity == "error"
    assert said.fix
    assert "iban" in said.fix
    assert read(written.data).invoice.payment_instructions == ()


def test_7_without_due_date_the_date_of_the_invoice() -> None:
    written = write(changed(due_date=None))
    check_valid(written)
    assert text_at(written.data, f"{EPI}/EpiDateOptionDate") == "20260504"
    assert [f.severity for f in about(written.findings, "EI-FINVOICE-DUE-DATE", "2026-05-04")] == ["info"]


def test_7_an_amount_with_more_than_two_decimals_is_rounded_and_said() -> None:
    written = write(with_totals(amount_due=D("125.505")))
    check_valid(written)
    assert text_at(written.data, f"{EPI}/EpiInstructedAmount") == "125,51"
    assert about(written.findings, "LOSS-CHANGED", "125.505", "125.51")


@pytest.mark.parametrize(("country", "option"), [("FI", "SHA"), ("SE", "SLEV"), ("DE", "SLEV")])
def test_7_charges_at_home_and_in_the_payments_area(country: str, option: str) -> None:
    data = write(with_address(country_code=country)).data
    assert text_at(data, f"{EPI}/EpiCharge") == option
    assert text_at(data, f"{EPI}/EpiCharge/@ChargeOption") == option


def test_7_several_accounts() -> None:
    (way,) = plain_invoice().payment_instructions
    other = CreditTransfer(
        account_identifier="FI21 1234 5600 0007 85", service_provider_identifier="NDEAFIHH", account_name="Tili 2"
    )
    bare = CreditTransfer(account_identifier="FI2757800750155448")
    ways = (way, *(way.model_copy(update={"credit_transfer": each}) for each in (other, bare)))
    written = write(changed(payment_instructions=ways))
    check_valid(written)
    accounts = "SellerInformationDetails/SellerAccountDetails"
    assert texts_at(written.data, f"{accounts}/SellerAccountID") == ["FI8891317900012343", "FI2112345600000785"]
    assert texts_at(written.data, f"{accounts}/SellerBic") == ["ESIMFIHH", "NDEAFIHH"]
    assert texts_at(written.data, f"{accounts}/SellerAccountName") == ["Tili 2"]
    lost = {f.model_path for f in written.findings if f.is_loss}
    assert "payment_instructions[2].credit_transfer.account_identifier" in lost
    assert not any((path or "").startswith("payment_instructions[1].credit") for path in lost)


def test_7_an_account_of_another_kind() -> None:
    written = write(with_way(credit_transfer=CreditTransfer(account_identifier="5050-1055")))
    check_valid(written)
    assert text_at(written.data, f"{BENEFICIARY}/EpiAccountID/@IdentificationSchemeName") == "BBAN"


def test_8_discounts() -> None:
    one = AllowanceCharge(is_charge=False, amount=D("5.00"), percentage=D(5), reason="Ale", reason_code="95")
    for entries, flat, several in (((one,), ["5,00"], []), ((one, one), [], ["5,00", "5,00"])):
        written = write(with_line(allowances_charges=entries, net_amount=D(100) - 5 * len(entries)))
        check_valid(written)
        assert texts_at(written.data, "InvoiceRow/RowDiscountAmount") == flat
        assert texts_at(written.data, "InvoiceRow/RowProgressiveDiscountDetails/RowDiscountAmount") == several


def test_9_other_parties() -> None:
    invoice = changed(
        payee=Party(name="Perijä Oy", legal_registration_identifier="9100120-0"),
        tax_representative=Party(
            name="Edustaja Oy", vat_identifier="FI91001200", address=Address(country_code="FI", city="Lahti")
        ),
    )
    written = write(invoice)
    check_valid(written)
    assert texts_at(written.data, "AnyPartyDetails/AnyPartyText/@AnyPartyCode") == ["PaymentReceiver", "SellerTaxRepr"]
    assert text_at(written.data, f"{BENEFICIARY}/EpiNameAddressDetails") == "Perijä Oy"
    again = read(written.data).invoice
    assert again.payee == invoice.payee
    assert again.tax_representative == invoice.tax_representative


def test_10_attachments_stand_in_a_message_of_their_own() -> None:
    attached = SupportingDocument(
        reference="1", content_base64="JVBERi0xLjQK", mime_code="application/pdf", filename="tunnit.pdf"
    )
    written = write(routed(supporting_documents=(attached,)), context=ROUTED)
    check_valid(written)
    assert b"JVBERi0xLjQK" not in written.data
    (companion,) = written.companions
    assert b"JVBERi0xLjQK" in companion.data
    name = text_at(written.data, "AttachmentMessageDetails/AttachmentMessageIdentifier")
    assert name == "1001::attachments"
    alone = write(changed(supporting_documents=(attached,)))
    assert alone.companions == ()
    assert [f for f in alone.findings if f.is_loss and (f.model_path or "").startswith("supporting_documents[0]")]


# ---------------------------------------------------------------------------------- bar code


def test_bar_code_of_an_invoice_in_euro() -> None:
    code = text_at(write(plain_invoice()).data, "VirtualBankBarcode")
    assert code == fi_barcode.generate("FI8891317900012343", "1232", amount=D("125.50"), due_date=date(2026, 5, 18))
    assert code is not None
    assert len(code) == 54
    assert code.startswith("4")


@pytest.mark.parametrize(
    "invoice",
    [
        changed(type_code="381"),
        with_totals(amount_due=D("0.00")),
        with_way(remittance_information=None),
        with_way(remittance_information="Lasku 1001"),
        with_way(credit_transfer=CreditTransfer(account_identifier="SE3550000000054910000003")),
        changed(payment_instructions=()),
    ],
)
def test_no_bar_code_where_there_is_nothing_to_pay_or_to_pay_to(invoice: Invoice) -> None:
    assert texts_at(write(invoice).data, "VirtualBankBarcode") == []


# ---------------------------------------------------------------------------------- what must not be written again


def from_source(**more: Any) -> Invoice:
    """An invoice read from a document with a bar code, transmission details, unit numbers and a type of its own."""
    code = fi_barcode.generate("FI8891317900012343", "1232", amount=D("125.50"), due_date=date(2026, 5, 18))
    data = document(
        before_seller=element(TRANSMISSION, transmission()),
        after_seller=element("SellerOrganisationUnitNumber", "003791001147"),
        after_buyer=element("BuyerOrganisationUnitNumber", "003791001171"),
        before_rows=element("VirtualBankBarcode", code),
        **more,
    )
    return read(data).invoice


def test_what_the_source_states_comes_back() -> None:
    written = write(from_source(kind="SEI01"))
    assert text_at(written.data, "InvoiceDetails/InvoiceTypeCode") == "SEI01"
    assert text_at(written.data, f"{TRANSMISSION}/MessageReceiverDetails/ToIntermediator") == "003721291126"
    assert text_at(written.data, f"{TRANSMISSION}/MessageDetails/MessageIdentifier") == "M-7"
    assert len(texts_at(written.data, "VirtualBankBarcode")) == 1
    assert [f for f in written.findings if f.is_loss] == []


CHANGES: list[tuple[str, Callable[[Invoice], dict[str, Any]]]] = [
    ("amount", lambda i: {"totals": i.totals.model_copy(update={"amount_due": D("99.00")})}),  # type: ignore[union-attr]
    ("due date", lambda i: {"due_date": date(2026, 6, 1)}),
    (
        "reference",
        lambda i: {
            "payment_instructions": (i.payment_instructions[0].model_copy(update={"remittance_information": "2008"}),)
        },
    ),
    (
        "account",
        lambda i: {
            "payment_instructions": (
                i.payment_instructions[0].model_copy(
                    update={"credit_transfer": CreditTransfer(account_identifier="FI2112345600000785")}
                ),
            )
        },
    ),
]


@pytest.mark.parametrize("change", [c[1] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_a_stale_bar_code_is_not_written(change: Callable[[Invoice], dict[str, Any]]) -> None:
    """Not even one that our own check cannot make: an amount of another invoice in it is a wrong payment."""
    for invoice in (
        from_source(),
        from_source(order={"EpiRemittanceInfoIdentifier": ("1233", 'IdentificationSchemeName="SPY"')}),
    ):
        old = text_at(write(invoice).data, "VirtualBankBarcode")
        new = text_at(write(changed(invoice, **change(invoice))).data, "VirtualBankBarcode")
        assert new is None or new != old


def test_a_stale_type_is_not_written() -> None:
    invoice = from_source(kind="SEI01")
    written = write(changed(invoice, type_code="381"))
    assert text_at(written.data, "InvoiceDetails/InvoiceTypeCode") == "INV02"
    assert about(written.findings, "LOSS-CHANGED", "SEI01", "INV02")


def test_a_stale_address_is_not_written() -> None:
    invoice = from_source()
    buyer = invoice.buyer
    assert buyer is not None
    moved = changed(invoice, buyer=buyer.model_copy(update={"electronic_address": "003791001200"}))
    written = write(moved)
    text = written.data.decode("iso-8859-15")
    assert "003791001171" not in text
    assert "003721291126" not in text, "the bank or operator of the other address does not forward for this one"
    assert text_at(written.data, "BuyerOrganisationUnitNumber") == "003791001200"
    assert about(written.findings, "LOSS-CHANGED", "003721291126")
    check_valid(written)


def test_a_stale_unit_number_is_not_written_and_another_one_stays() -> None:
    for unit, stays in (("00379100117155555", True), ("003791001171", False)):
        data = document(
            before_seller=element(TRANSMISSION, transmission()),
            after_buyer=element("BuyerOrganisationUnitNumber", unit),
        )
        invoice = read(data).invoice
        assert text_at(write(invoice).data, "BuyerOrganisationUnitNumber") == unit
        assert invoice.buyer is not None
        moved = changed(invoice, buyer=invoice.buyer.model_copy(update={"electronic_address": "003791001200"}))
        assert text_at(write(moved).data, "BuyerOrganisationUnitNumber") == "003791001200", stays


def test_a_stale_attachment_message_is_not_written() -> None:
    name = element("AttachmentMessageDetails", {"AttachmentMessageIdentifier": "M-7::attachments"})
    invoice = read(document(before_seller=element(TRANSMISSION, transmission()), tail=name)).invoice
    assert texts_at(write(invoice).data, "AttachmentMessageDetails") == []


# ---------------------------------------------------------------------------------- addresses, notes, texts


def test_address_fillers() -> None:
    written = write(with_party("buyer", address=Address(country_code="FI")))
    check_valid(written)
    block = "BuyerPartyDetails/BuyerPostalAddressDetails"
    assert [text_at(written.data, f"{block}/Buyer{n}") for n in ("StreetName", "TownName", "PostCodeIdentifier")] == [
        "--"
    ] * 3
    (said,) = about(written.findings, "EI-FINVOICE-ADDRESS", "street", "town", "post code")
    assert said.severity == "info"
    assert said.model_path == "buyer.address"
    again = read(written.data).invoice.buyer
    assert again is not None
    assert again.address == Address(country_code="FI")


def test_street_lines_that_are_too_long_take_the_lines_that_are_left() -> None:
    long = "Pitkänsillan teollisuusalueen kolmas portti, rakennus 14 B"
    written = write(with_address(line_1=long, line_2=None, line_3=None))
    check_valid(written)
    lines = texts_at(written.data, "BuyerPartyDetails/BuyerPostalAddressDetails/BuyerStreetName")
    assert len(lines) == 2
    assert " ".join(lines) == long
    assert about(written.findings, "LOSS-AS-TEXT", "35", "written in 2")
    assert not about(written.findings, "LOSS-TRUNCATED")


def test_three_street_lines_that_are_too_long_are_cut() -> None:
    written = write(with_address(line_1="A" * 36, line_2="B" * 36, line_3="C" * 36))
    check_valid(written)
    lines = texts_at(written.data, "BuyerPartyDetails/BuyerPostalAddressDetails/BuyerStreetName")
    assert lines == ["A" * 35, "B" * 35, "C" * 35]
    assert len(about(written.findings, "LOSS-TRUNCATED", "BuyerStreetName")) == 3


def test_a_second_street_line_alone_moves_up() -> None:
    written = write(with_address(line_1=None, line_2="Takaovi"))
    assert texts_at(written.data, "BuyerPartyDetails/BuyerPostalAddressDetails/BuyerStreetName") == ["Takaovi"]
    assert about(written.findings, "LOSS-AS-TEXT", "address of the buyer", "empty line")


def test_delivery_needs_a_name_and_an_address() -> None:
    written = write(changed(delivery=Delivery(address=Address(city="Oulu", country_code="FI"))))
    check_valid(written)
    assert text_at(written.data, "DeliveryPartyDetails/DeliveryOrganisationName") == "--"
    again = read(written.data).invoice.delivery
    assert again == Delivery(address=Address(city="Oulu", country_code="FI"))


def test_notes_with_and_without_subject() -> None:
    notes = (
        Note(text="Kiitos"),
        Note(subject_code="AAI", text="Soita ensin"),
        Note(subject_code="REG", text="K" * 71),
        *(Note(subject_code="AAI", text=f"rivi {n}") for n in range(40)),
    )
    written = write(changed(notes=notes))
    check_valid(written)
    assert texts_at(written.data, "InvoiceDetails/InvoiceFreeText") == ["Kiitos", "#REG#" + "K" * 71]
    values = texts_at(written.data, "InvoiceDetails/DefinitionDetails/DefinitionValue")
    assert values == ["Soita ensin", *(f"rivi {n}" for n in range(40))]
    assert not [f for f in written.findings if (f.model_path or "").startswith("notes")]
    again = read(written.data).invoice.notes
    assert sorted((n.subject_code or "", n.text or "") for n in again) == sorted(
        (n.subject_code or "", n.text or "") for n in notes
    )


def test_a_reason_for_an_exemption_is_split_and_then_cut() -> None:
    (entry,) = plain_invoice().vat_breakdown
    (line,) = plain_invoice().lines
    for length, pieces, cut in ((210, 3, False), (280, 3, True)):
        reason = ("x" * 69 + " ") * (length // 70)
        classes = (
            VatBreakdown(
                category="E", rate=D(0), taxable_amount=D(100), tax_amount=D(0), exemption_reason=reason.strip()
            ),
        )
        lines = (line.model_copy(update={"vat_category": "E", "vat_rate": D(0)}),)
        written = write(changed(vat_breakdown=classes, lines=lines))
        check_valid(written)
        texts = texts_at(written.data, "InvoiceDetails/VatSpecificationDetails/VatFreeText")
        assert len(texts) == pieces
        assert bool([f for f in written.findings if f.is_loss and "VatFreeText" in f.message]) == cut
    assert entry.category == "S"


# ---------------------------------------------------------------------------------- characters


def test_characters_outside_the_charset_are_references() -> None:
    invoice = with_party("buyer", name="Łódź – Käpylä €")
    written = write(invoice)
    assert b"&#321;" in written.data
    assert b"\xa4" in written.data
    (said,) = about(written.findings, "LOSS-CHARACTER", "Ł", "ISO-8859-15")
    assert said.severity == "info"
    assert said.fix
    assert "utf-8" in said.fix
    buyer = read(written.data).invoice.buyer
    assert buyer is not None
    assert buyer.name == "Łódź – Käpylä €"
    utf = write(invoice, context=Context(finvoice=FinvoiceSettings(encoding="utf-8")))
    assert utf.data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    assert "Łódź".encode() in utf.data
    assert not about(utf.findings, "LOSS-CHARACTER")
    assert read(utf.data).invoice == read(written.data).invoice


def test_characters_that_xml_forbids_are_named() -> None:
    written = write(with_line(item_name="a\x0bb\x00c"))
    check_valid(written)
    assert [f for f in written.findings if f.model_path == "lines[0].item_name"]


def test_what_looks_like_markup_is_text() -> None:
    text = "<b>&amp;\"'</b>]]>"
    written = write(with_line(item_name=text))
    assert read(written.data).invoice.lines[0].item_name == text


@each_version
def test_writing_is_deterministic(version: str) -> None:
    invoice = routed(notes=(Note(text="ä" * 600),))
    first, second = (write(invoice, version, ROUTED) for _ in range(2))
    assert first == second


# ---------------------------------------------------------------------------------- frame


def test_frame_on_request() -> None:
    framed = ROUTED.model_copy(update={"finvoice": FinvoiceSettings(frame=True)})
    written = write(routed(), context=framed)
    before, _, _ = written.data.partition(b"<Finvoice ")
    assert b"Envelope" in before
    assert b"003791001171" in before
    assert codes(written.findings, "error") == []
    (found,) = einvoice.read_many(written.data, context=Context())
    assert found.invoice.invoice_number == "1001"
    assert not [f for f in found.findings if f.code == "FV-92"]


def test_frame_without_addresses_is_an_error_and_the_invoice_is_written() -> None:
    written = write(plain_invoice(), context=Context(finvoice=FinvoiceSettings(frame=True)))
    assert b"Envelope" not in written.data
    (said,) = about(written.findings, "EI-FINVOICE-FRAME")
    assert said.severity == "error"
    assert said.fix
    check_valid(written)


# ---------------------------------------------------------------------------------- 2.01


LOST_IN_2_01 = [
    ("trading name", with_party("seller", trading_name="Tukku"), "seller.trading_name"),
    (
        "legal information",
        with_party("seller", additional_legal_information="Osakepääoma"),
        "seller.additional_legal_information",
    ),
    ("tender", changed(tender_reference="T-1"), "tender_reference"),
    ("object", changed(invoiced_object_identifier="O-1"), "invoiced_object_identifier"),
    ("VAT point", changed(tax_point_date=date(2026, 4, 30)), "tax_point_date"),
    ("item description", with_line(item_description="Kuvaus"), "lines[0].item_description"),
    ("means", with_way(means_code="58"), "payment_instructions[0].means_code"),
    (
        "direct debit",
        with_way(direct_debit=DirectDebit(mandate_reference="M-1")),
        "payment_instructions[0].direct_debit.mandate_reference",
    ),
    (
        "preceding date",
        changed(preceding_invoices=(PrecedingInvoice(number="9", issue_date=date(2026, 4, 1)),)),
        "preceding_invoices[0].issue_date",
    ),
    ("subdivision", with_address(country_subdivision="Uusimaa"), "buyer.address.country_subdivision"),
]


@pytest.mark.parametrize(("invoice", "path"), [c[1:] for c in LOST_IN_2_01], ids=[c[0] for c in LOST_IN_2_01])
def test_what_2_01_has_no_place_for_is_named_once(invoice: Invoice, path: str) -> None:
    older = write(invoice, "2.01")
    check_valid(older, "2.01")
    said = [f for f in older.findings if f.model_path == path]
    assert len(said) == 1
    assert said[0].is_loss
    assert said[0].severity == "warning"
    assert "2.01" in said[0].message
    newer = write(invoice)
    check_valid(newer)
    assert not [f for f in newer.findings if f.model_path == path]


def test_what_is_longer_than_35_characters_in_2_01() -> None:
    written = write(changed(purchase_order_reference="P" * 36), "2.01")
    check_valid(written, "2.01")
    assert texts_at(written.data, "InvoiceDetails/OrderIdentifier") == []
    assert about(written.findings, "LOSS-UNWRITABLE", "OrderIdentifier", "36 characters")


def test_allowances_and_charges_are_rows_in_2_01() -> None:
    """Before 3.0 the totals count rows only: what counts is a row, so that the document ties."""
    allowance = AllowanceCharge(is_charge=False, amount=D("10.00"), reason="Ale", vat_category="S", vat_rate=D("25.5"))
    charge = AllowanceCharge(is_charge=True, amount=D("5.00"), reason="Rahti", vat_category="S", vat_rate=D("25.5"))
    invoice = changed(
        allowances_charges=(allowance, charge),
        totals=plain_invoice().totals.model_copy(  # type: ignore[union-attr]
            update={
                "allowance_total": D("10.00"),
                "charge_total": D("5.00"),
                "total_without_vat": D("95.00"),
                "vat_total": D("24.23"),
                "total_with_vat": D("119.23"),
                "amount_due": D("119.23"),
            }
        ),
        vat_breakdown=(VatBreakdown(category="S", rate=D("25.5"), taxable_amount=D("95.00"), tax_amount=D("24.23")),),
    )
    newer, older = write(invoice), write(invoice, "2.01")
    check_valid(newer)
    check_valid(older, "2.01")
    assert read(newer.data).invoice.allowances_charges == (allowance, charge)
    assert texts_at(older.data, "InvoiceRow/RowVatExcludedAmount") == ["100,00", "-10,00", "5,00"]
    assert len(about(older.findings, "LOSS-CHANGED", "row of its own")) == 2
    back = read(older.data).invoice
    assert back.totals is not None
    assert back.totals.total_with_vat == D("119.23")


def test_row_periods_and_preceding_invoices() -> None:
    period = Period(start_date=date(2026, 4, 1), end_date=date(2026, 4, 30))
    before = (PrecedingInvoice(number="9", issue_date=date(2026, 4, 1)), PrecedingInvoice(number="10"))
    (line,) = plain_invoice().lines
    invoice = changed(period=period, preceding_invoices=before, lines=(line.model_copy(update={"period": period}),))
    written = write(invoice)
    check_valid(written)
    again = read(written.data).invoice
    assert (again.period, again.preceding_invoices, again.lines[0].period) == (period, before, period)


# ---------------------------------------------------------------------------------- findings point into the model


def test_findings_about_rows_name_the_line_and_not_the_row() -> None:
    """Holders of sub-rows stand between the lines: the third row is the second line."""
    holder = element("InvoiceRow", {"SubInvoiceRow": {"SubArticleName": "x"}})
    data = document(row(), holder, row(UnitPriceAmount="50,00", ArticleDescription="Kuvaus"))
    written = write(read(data).invoice, "2.01")
    (said,) = [f for f in written.findings if "Kuvaus" in f.message]
    assert said.model_path == "lines[1].item_description"


def test_findings_of_the_corpus_point_into_the_model() -> None:
    for path in sorted(CORPUS.glob("*.xml")):
        for found in einvoice.read_many(path, context=Context()):
            for version in VERSIONS:
                for each in write(found.invoice, version).findings:
                    at = each.model_path or ""
                    number = at.partition("lines[")[2].partition("]")[0] if at.startswith("lines[") else "0"
                    assert int(number) < max(1, len(found.invoice.lines)), (path.name, each)
                    assert each.message
                    assert "  " not in each.message


# ---------------------------------------------------------------------------------- what the schema wants


HALVES = [
    (
        "VAT point date and code",
        changed(tax_point_date=date(2026, 4, 30), tax_point_date_code="35"),
        "InvoiceDetails/VatPoint/VatPointDateCode",
        "tax_point_date_code",
    ),
    (
        "card holder without card",
        with_way(card=PaymentCard(holder_name="H. Pajuranta")),
        "PaymentCardInfo",
        "payment_instructions[0].card",
    ),
    (
        "accounting VAT without currency",
        with_totals(vat_total_accounting=D("28.05")),
        "InvoiceDetails/InvoiceTotalVatAccountingAmount",
        "totals.vat_total_accounting",
    ),
]


@pytest.mark.parametrize(("invoice", "path", "model"), [h[1:] for h in HALVES], ids=[h[0] for h in HALVES])
def test_half_of_something_is_left_out_and_named(invoice: Invoice, path: str, model: str) -> None:
    written = write(invoice)
    check_valid(written)
    assert texts_at(written.data, path) == []
    assert [f.severity for f in written.findings if (f.model_path or "").startswith(model)] == ["warning"]


def test_parties_without_a_name_get_a_filler() -> None:
    payee = Party(legal_registration_identifier="9100120-0")
    representative = Party(vat_identifier="FI91001200", address=Address(country_code="FI"))
    written = write(changed(payee=payee, tax_representative=representative))
    check_valid(written)
    assert texts_at(written.data, "AnyPartyDetails/AnyPartyOrganisationName") == ["--", "--"]
    again = read(written.data).invoice
    assert (again.payee, again.tax_representative) == (payee, representative)


def test_what_goes_with_a_misfit_is_named_with_it() -> None:
    """A bank code that is none takes its account out of the list; each part says why."""
    (way,) = plain_invoice().payment_instructions
    other = CreditTransfer(account_identifier="FI2112345600000785", service_provider_identifier="NDEAFIHH")
    block = "finvoice:SellerInformationDetails/InvoiceRecipientDetails/InvoiceRecipient"
    native = {f"{block}Address": "x" * 36, f"{block}IntermediatorAddress": "ESIMFIHH"}
    ways = (way, way.model_copy(update={"credit_transfer": other}))
    written = write(changed(payment_instructions=ways, native=native))
    check_valid(written)
    assert texts_at(written.data, "SellerInformationDetails/InvoiceRecipientDetails") == []
    assert about(written.findings, "LOSS-UNWRITABLE", "InvoiceRecipientAddress", "36 characters")
    assert about(written.findings, "LOSS-UNWRITABLE", "ESIMFIHH", "goes with InvoiceRecipientAddress")
    assert len(texts_at(written.data, "SellerInformationDetails/SellerAccountDetails")) == 2


def test_the_first_way_to_pay_with_an_account_is_the_payment_order() -> None:
    (way,) = plain_invoice().payment_instructions
    debit = PaymentInstructions(means_code="59", direct_debit=DirectDebit(mandate_reference="M-1"))
    written = write(changed(payment_instructions=(debit, way)))
    check_valid(written)
    assert text_at(written.data, f"{BENEFICIARY}/EpiAccountID") == "FI8891317900012343"
    assert text_at(written.data, f"{BENEFICIARY}/EpiAccountID/@IdentificationSchemeName") == "IBAN"
    assert [f for f in written.findings if (f.model_path or "").startswith("payment_instructions[0].direct_debit")]


@pytest.mark.parametrize("number", [D("9" * 120), D("1E200"), D("1E-90"), D("-" + "9" * 50), D("0." + "1" * 60)])
@each_version
def test_numbers_without_measure_break_nothing(number: Decimal, version: str) -> None:
    for invoice in (
        with_line(net_price=number),
        with_line(quantity=number),
        with_line(net_amount=number, vat_rate=number),
        with_line(allowances_charges=(AllowanceCharge(is_charge=False, amount=number, percentage=number),)),
        with_totals(total_with_vat=number, amount_due=number),
        changed(allowances_charges=(AllowanceCharge(is_charge=True, amount=number, vat_category="S", vat_rate=D(1)),)),
    ):
        written = write(invoice, version)
        assert written.data.endswith(b"</Finvoice>\n")
        assert [f for f in written.findings if f.severity != "info"]


def test_accounts_and_banks_are_written_in_capitals() -> None:
    small = CreditTransfer(account_identifier="fi88 9131 7900 0123 43", service_provider_identifier="esimfihh")
    written = write(with_way(credit_transfer=small))
    check_valid(written)
    assert text_at(written.data, f"{BENEFICIARY}/EpiAccountID") == "FI8891317900012343"
    assert text_at(written.data, f"{BENEFICIARY}/EpiAccountID/@IdentificationSchemeName") == "IBAN"
    assert text_at(written.data, "EpiDetails/EpiPartyDetails/EpiBfiPartyDetails/EpiBfiIdentifier") == "ESIMFIHH"
    assert not [f for f in written.findings if (f.model_path or "").startswith("payment_instructions")]


def test_a_unit_that_does_not_fit_is_named_once() -> None:
    """The prices of a row repeat the unit of its quantity."""
    written = write(with_line(unit_code="ZZZZ", unit_name="aivan liian pitkä yksikkö"))
    check_valid(written)
    said = [f.model_path for f in written.findings if f.code == "LOSS-UNWRITABLE"]
    assert said == ["lines[0].unit_name", "lines[0].unit_code"]


def test_a_currency_that_is_none_is_an_error_once() -> None:
    written = write(changed(currency="EURO"))
    (said,) = about(written.findings, "EI-FINVOICE-SHAPE", "EURO")
    assert (said.severity, said.model_path) == ("error", "currency")
