"""The Netvisor import document as written: form, order, what excludes what, limits, and what is said about the rest.

Source: the facts on Netvisor, sections 2, 4, 6 to 10 and 16; the form is held against schemas/netvisor.
"""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree
from tests.formats.netvisor.documents import (
    CORPUS,
    ROOT,
    about,
    codes,
    comment,
    context,
    document,
    line,
    names,
    read_one,
    texts,
)

import einvoice
from einvoice import Context, Written
from einvoice.model import (
    Address,
    AllowanceCharge,
    Classification,
    CreditTransfer,
    Delivery,
    DocumentTotals,
    Identifier,
    Internal,
    Invoice,
    Line,
    Note,
    Party,
    PaymentConditions,
    PaymentInstructions,
    PostingLine,
    SupportingDocument,
)

SCHEMA = etree.XMLSchema(file=str(ROOT / "schemas" / "netvisor" / "salesinvoice-import.xsd"))

LINE = Line(
    quantity=Decimal("2"),
    unit_code="HUR",
    net_price=Decimal("50.00"),
    net_amount=Decimal("100.00"),
    vat_category="S",
    vat_rate=Decimal("25.5"),
    item_name="Työ",
    seller_item_identifier="T-1",
)
BUYER = Party(
    name="Koivurannan Kahvila Oy",
    identifiers=(Identifier(value="4367"),),
    address=Address(line_1="Rantatie 12", city="Jyväskylä", post_code="40100", country_code="FI"),
)
INVOICE = Invoice(
    invoice_number="1001",
    issue_date=date(2026, 11, 20),
    type_code="380",
    currency="EUR",
    due_date=date(2026, 12, 4),
    buyer=BUYER,
    lines=(LINE,),
    totals=DocumentTotals(
        line_total=Decimal("100.00"),
        total_without_vat=Decimal("100.00"),
        vat_total=Decimal("25.50"),
        total_with_vat=Decimal("125.50"),
        amount_due=Decimal("125.50"),
    ),
)


def with_line(**fields: Any) -> Invoice:
    return INVOICE.model_copy(update={"lines": (LINE.model_copy(update=fields),)})


def changed(**fields: Any) -> Invoice:
    return INVOICE.model_copy(update=fields)


def write(invoice: Invoice, here: Context | None = None) -> Written:
    """Write, and hold the form against the schema."""
    written = einvoice.write(invoice, "netvisor", context=here if here is not None else context())
    root = etree.fromstring(written.data)
    assert SCHEMA.validate(root), SCHEMA.error_log
    return written


def lost(written: Written) -> dict[str | None, str]:
    return {f.model_path: f.message for f in written.findings if f.is_loss}


# ---------------------------------------------------------------------------------- form


def test_form() -> None:
    data = write(INVOICE).data
    assert data.startswith(b"<root>"), "no XML declaration: the vendor wants none"
    assert data.decode() == data.decode().replace("\r", "")
    root = etree.fromstring(data)
    for element in root.iter("*"):
        assert element.tag == str(element.tag).lower()
        assert all(str(key) == str(key).lower() for key in element.attrib)


def test_numbers_have_a_comma_and_dates_their_format() -> None:
    data = write(INVOICE).data
    assert texts(data, "salesinvoiceamount") == ["125,50"]
    assert texts(data, "productunitprice") == ["50,00"]
    assert texts(data, "productvatpercentage") == ["25,5"]
    for element in etree.fromstring(data).iter("*"):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", element.text or ""):
            assert element.get("format") == "ansi", element.tag


@pytest.mark.parametrize("value", ["1E+3", "1E-7", "0E-8", "-0.00", "1000", "0.10"])
def test_numbers_have_no_exponent_and_no_minus_zero(value: str) -> None:
    data = write(with_line(quantity=Decimal(value), net_amount=None), Context()).data
    (text,) = texts(data, "salesinvoiceproductlinequantity")
    assert re.fullmatch(r"-?\d+(,\d+)?", text)
    assert Decimal(text.replace(",", ".")) == Decimal(value)
    assert not re.fullmatch(r"-0+(,0+)?", text)


def test_same_bytes_every_time() -> None:
    for path in sorted(CORPUS.glob("*.xml")):
        try:
            found = list(einvoice.read_many(path, context=context()))
        except einvoice.EInvoiceError:
            continue
        for one in found:
            first = einvoice.write(one.invoice, "netvisor", context=context())
            again = einvoice.write(one.invoice, "netvisor", context=context())
            assert (first.data, first.findings) == (again.data, again.findings), path.name


WRITABLE = [p for p in sorted(CORPUS.glob("*.xml")) if not p.name.startswith("response-")]


@pytest.mark.parametrize("path", WRITABLE, ids=lambda path: path.name)
def test_every_import_document_is_written_in_the_order_of_the_grammar(path: Any) -> None:
    for one in einvoice.read_many(path, context=context()):
        write(one.invoice)


def test_response_is_written_as_an_import_document() -> None:
    for name in ("response-one-invoice.xml", "response-three-invoices.xml", "response-newest-elements.xml"):
        for one in einvoice.read_many(CORPUS / name, context=context()):
            write(one.invoice)


def test_mandatory_content_is_there() -> None:
    written = names(write(INVOICE).data)
    for name in (
        "salesinvoicedate",
        "salesinvoiceamount",
        "salesinvoicestatus",
        "invoicingcustomeridentifier",
        "invoicelines",
    ):
        assert name in written
    product = names(write(INVOICE).data, "salesinvoiceproductline")
    assert product[:5] == [
        "productidentifier",
        "productname",
        "productunitprice",
        "productvatpercentage",
        "salesinvoiceproductlinequantity",
    ]


WITHOUT = [
    # case, invoice, what a finding must speak of
    ("product identifier", with_line(seller_item_identifier=None), "product"),
    ("product name", with_line(item_name=None), "name"),
    ("customer", changed(buyer=Party(name="Tuntematon Oy")), "customer"),
    ("lines", changed(lines=()), "line"),
    ("issue date", changed(issue_date=None), "date"),
    ("terms", changed(due_date=None), "due date"),
]


@pytest.mark.parametrize(("invoice", "word"), [w[1:] for w in WITHOUT], ids=[w[0] for w in WITHOUT])
def test_mandatory_content_that_is_absent_is_named(invoice: Invoice, word: str) -> None:
    """Netvisor refuses the document: whoever converts has to hear it here, not from Netvisor."""
    found = einvoice.convert(
        einvoice.write(invoice, "model").data, "netvisor", format="model", context=context()
    ).findings
    root = etree.fromstring(einvoice.write(invoice, "netvisor", context=context()).data)
    if not SCHEMA.validate(root) or word == "due date":
        said = [f for f in found if f.severity != "info" and not f.code.startswith("XSD-")]
        assert any(word in f.message for f in said), [(f.code, f.message) for f in found if f.severity != "info"]


def test_attachment_without_description_is_still_importable() -> None:
    """The description is mandatory in Netvisor; the file name or the reference can stand in."""
    attached = SupportingDocument(reference="A-1", filename="a.pdf", mime_code="application/pdf", content_base64="AAAA")
    data = write(changed(supporting_documents=(attached,))).data
    assert texts(data, "attachmentdescription")[0]


# ---------------------------------------------------------------------------------- one excludes the other

TERMS = [
    # case, net days, due date, what is written
    ("days that give the date", 14, date(2026, 12, 4), "paymenttermnetdays"),
    ("days that do not", 30, date(2026, 12, 4), "salesinvoiceduedate"),
    ("days alone", 14, None, "paymenttermnetdays"),
    ("date alone", None, date(2026, 12, 4), "salesinvoiceduedate"),
]


@pytest.mark.parametrize(("days", "due", "kept"), [t[1:] for t in TERMS], ids=[t[0] for t in TERMS])
def test_due_date_or_net_days_never_both(days: int | None, due: date | None, kept: str) -> None:
    conditions = None if days is None else PaymentConditions(net_days=days)
    written = write(changed(payment_conditions=conditions, due_date=due))
    found = [n for n in names(written.data) if n in ("paymenttermnetdays", "salesinvoiceduedate")]
    assert found == [kept]
    assert bool(about(written.findings, "30 days")) == (days == 30), "what is dropped is named"


def test_sums_are_written_as_a_pair_or_not_at_all() -> None:
    plain = write(INVOICE).data
    assert texts(plain, "salesinvoiceproductlinesum") == texts(plain, "salesinvoiceproductlinevatsum") == []
    # 2 × 50.00 with a charge of 5.00, which Netvisor does not know: the pair carries the net amount
    charge = AllowanceCharge(is_charge=True, amount=Decimal("5.00"), reason="Pakkaus")
    written = write(with_line(net_amount=Decimal("105.00"), allowances_charges=(charge,)))
    assert texts(written.data, "salesinvoiceproductlinesum") == ["131,78"]
    assert texts(written.data, "salesinvoiceproductlinevatsum") == ["26,78"]
    assert any("Pakkaus" in message for message in lost(written).values())


def test_pair_on_a_credit_note_is_negative() -> None:
    charge = AllowanceCharge(is_charge=True, amount=Decimal("5.00"))
    credit = with_line(net_amount=Decimal("105.00"), allowances_charges=(charge,))
    data = write(credit.model_copy(update={"type_code": "381"})).data
    assert texts(data, "salesinvoiceproductlinesum") == ["-131,78"]
    assert texts(data, "salesinvoiceproductlinevatsum") == ["-26,78"]
    assert texts(data, "salesinvoiceproductlinequantity") == ["-2"]


def test_draft_has_no_number_and_no_status() -> None:
    data = write(changed(document_kind="draft")).data
    assert texts(data, "invoicetype") == ["invoicedraft"]
    assert texts(data, "salesinvoicenumber") == []
    assert texts(data, "salesinvoicestatus") == [""]


ORDER_ONLY = {
    "salesinvoicewaybillidentifier": Delivery(waybill_identifier="RK-1"),
    "salesinvoicedeliverytocustomerdate": Delivery(promised_week="2026-W50"),
}


@pytest.mark.parametrize("kind", ["order", "invoice"])
@pytest.mark.parametrize("name", ORDER_ONLY)
def test_fields_of_orders_stand_on_orders_only(name: str, kind: str) -> None:
    delivery = ORDER_ONLY[name]
    written = write(changed(document_kind=kind, delivery=delivery))
    assert (name in names(written.data)) == (kind == "order")
    assert any(p is not None and p.startswith("delivery.") for p in lost(written)) == (kind == "invoice")


def test_posting_lines_stand_on_invoices_only() -> None:
    posting = PostingLine(
        amount=Decimal("-100.00"), includes_vat=False, account="3000", vat_rate=Decimal("25.5"), vat_code="KOMY"
    )
    for kind, expected in (("invoice", ["-100,00"]), ("order", [])):
        written = write(changed(document_kind=kind, internal=Internal(posting_lines=(posting,))))
        assert texts(written.data, "linesum") == expected
        assert bool([p for p in lost(written) if p and "posting_lines" in p]) == (kind == "order")


STATES = [
    # kind, state, written
    ("invoice", None, "unsent"),
    ("invoice", "open", "open"),
    ("invoice", "paid", "unsent"),
    ("invoice", "overdue", "unsent"),
    ("invoice", "delivered", "unsent"),
    ("order", None, "undelivered"),
    ("order", "delivered", "delivered"),
    ("order", "billed", "undelivered"),
]


@pytest.mark.parametrize(("kind", "state", "expected"), STATES)
def test_status(kind: str, state: str | None, expected: str) -> None:
    written = write(changed(document_kind=kind, internal=Internal(lifecycle_status=state)))
    assert texts(written.data, "salesinvoicestatus") == [expected]
    named = [f for f in written.findings if f.model_path == "internal.lifecycle_status"]
    assert bool(named) == (state is not None and state != expected)
    for finding in named:
        assert state is not None
        assert state in finding.message
        assert expected in finding.message
        assert "an invoice" in (finding.fix or "") or "an order" in (finding.fix or "")


def test_remedies_are_written_in_proper_words() -> None:
    written = einvoice.write(changed(document_kind="draft", internal=Internal(lifecycle_status="open")), "netvisor")
    assert not [f.fix for f in written.findings if "an draft" in (f.fix or "")]


def test_default_status_comes_from_the_context() -> None:
    here = context().model_copy(update={"netvisor": {"status": "open"}})
    assert texts(write(INVOICE, here).data, "salesinvoicestatus") == ["open"]


# ---------------------------------------------------------------------------------- what Netvisor does not know


def test_document_allowances_and_charges_become_product_lines() -> None:
    def invoice(type_code: str) -> Invoice:
        rate = Decimal("25.5")
        items = (
            AllowanceCharge(amount=Decimal("10.00"), vat_category="S", vat_rate=rate, reason="Kampanja"),
            AllowanceCharge(is_charge=True, amount=Decimal("7.90"), vat_category="S", vat_rate=rate, reason="Rahti"),
        )
        totals = DocumentTotals(amount_due=Decimal("122.86"), allowance_total=Decimal("10.00"))
        return changed(allowances_charges=items, totals=totals, type_code=type_code)

    for type_code, sign in (("380", ""), ("381", "-")):
        written = write(invoice(type_code))
        other = "" if sign else "-"
        assert texts(written.data, "productname") == ["Työ", "Kampanja", "Rahti"]
        assert texts(written.data, "salesinvoiceproductlinequantity") == [f"{sign}2", f"{other}1", f"{sign}1"]
        assert texts(written.data, "productunitprice") == ["50,00", "10,00", "7,90"], "a price is never negative"
        assert texts(written.data, "salesinvoiceamount") == [f"{sign}122,86"]
        named = [
            f
            for f in written.findings
            if f.model_path in ("allowances_charges[0].amount", "allowances_charges[1].amount")
        ]
        assert len(named) == 2
        assert all("product line" in f.message for f in named)


def test_charge_that_is_turned_has_a_positive_price() -> None:
    """A corrected invoice with negative figures takes a charge back: minus one piece, never a negative price."""
    rate = Decimal("25.5")
    back = AllowanceCharge(is_charge=True, amount=Decimal("-7.90"), vat_category="S", vat_rate=rate, reason="Rahti")
    negative = with_line(quantity=Decimal("-2"), net_amount=Decimal("-100.00"))
    totals = DocumentTotals(amount_due=Decimal("-135.41"))
    data = write(negative.model_copy(update={"allowances_charges": (back,), "totals": totals})).data
    assert texts(data, "productunitprice") == ["50,00", "7,90"]
    assert texts(data, "salesinvoiceproductlinequantity") == ["-2", "-1"]


def test_product_of_an_allowance_comes_from_the_context() -> None:
    here = context().model_copy(update={"netvisor": {"allowance_product": "ALE-1"}})
    item = AllowanceCharge(amount=Decimal("10.00"), vat_category="S", vat_rate=Decimal("25.5"), reason="Kampanja")
    data = write(changed(allowances_charges=(item,)), here).data
    assert texts(data, "productidentifier") == ["T-1", "ALE-1"]


def test_price_per_hundred_is_written_per_unit() -> None:
    """250 at 12.34 per 100: 0.1234 each, 30.85 in all."""
    data = write(
        with_line(
            quantity=Decimal("250"),
            net_price=Decimal("12.34"),
            price_base_quantity=Decimal("100"),
            net_amount=Decimal("30.85"),
        )
    ).data
    assert texts(data, "productunitprice") == ["0,1234"]
    assert texts(data, "salesinvoiceproductlinesum") == []


def test_price_per_three_is_cut_and_the_line_total_stays() -> None:
    """3 at 10.00 per 3: a third has no end, so the price is cut to 12 decimals, with a finding, and 10.00 stays."""
    written = write(
        with_line(
            quantity=Decimal("3"),
            net_price=Decimal("10.00"),
            price_base_quantity=Decimal("3"),
            net_amount=Decimal("10.00"),
        )
    )
    assert texts(written.data, "productunitprice") == ["3,333333333333"]
    assert about(written.findings, "12 decimals")
    back = read_one(written.data).invoice
    assert back.lines[0].net_amount == Decimal("10.00")


def test_invoice_with_a_negative_total_is_named_as_a_change_of_type() -> None:
    negative = with_line(quantity=Decimal("-2"), net_amount=Decimal("-100.00"))
    written = write(negative.model_copy(update={"totals": DocumentTotals(amount_due=Decimal("-125.50"))}))
    assert texts(written.data, "salesinvoicequantity") == []
    assert texts(written.data, "salesinvoiceproductlinequantity") == ["-2"], "no flip: it is an invoice"
    assert about(written.findings, "380", "credit note")


@pytest.mark.parametrize(("home", "named"), [(None, "EUR"), ("SEK", "SEK")])
def test_assumed_currency_is_named(home: str | None, named: str) -> None:
    """Amounts without a currency are in that of the company: a receiver in another one would pay another sum."""
    here = Context.parse({"netvisor": {"home_currency": home} if home else {}})
    written = write(changed(currency=None), here)
    (said,) = [f for f in written.findings if f.model_path == "currency"]
    assert (said.code, said.severity, said.terms) == ("LOSS-CHANGED", "warning", ("BT-5",))
    assert named in said.message
    assert [f for f in write(INVOICE, here).findings if f.model_path == "currency"] == []


def test_each_account_is_compared_with_itself() -> None:
    """Of three accounts the company has the last two: the first is lost, and none is said to have become another."""
    known, giro = "FI8891317900012343", "99901233"
    ways = tuple(
        PaymentInstructions(
            means_code="30",
            credit_transfer=CreditTransfer(account_identifier=number, service_provider_identifier=bank),
        )
        for number, bank in (("12341234567", "BANKSBIC"), (known, "ESIMFIHH"), (giro, "SE:BANKGIRO"))
    )
    seller = {"name": "Pihlajaniemen Tukku ja Huolto Oy", "iban": known, "bic": "ESIMFIHH", "bankgiro": "9990-1233"}
    written = write(changed(payment_instructions=ways), Context.parse({"seller": seller}))
    said = {path: code for path, code in lost(written).items() if path and path.startswith("payment_instructions")}
    transfer = "payment_instructions[0].credit_transfer"
    assert set(said) == {
        "payment_instructions[0].means_code",
        f"{transfer}.account_identifier",
        f"{transfer}.service_provider_identifier",
    }
    accounts = [f for f in written.findings if f.model_path == f"{transfer}.account_identifier"]
    assert [f.code for f in accounts] == ["LOSS-NO-PLACE"]


def test_prepaid_amount_is_in_the_total_and_named() -> None:
    totals = DocumentTotals(
        total_with_vat=Decimal("125.50"), paid_amount=Decimal("100.00"), amount_due=Decimal("25.50")
    )
    written = write(changed(totals=totals))
    assert texts(written.data, "salesinvoiceamount") == ["125,50"]
    assert "totals.paid_amount" in lost(written)


ABSENT = [
    ("corrected invoice", {"type_code": "384"}, "type_code", "384"),
    ("payee", {"payee": Party(name="Rahoitus Oy")}, "payee.name", "Rahoitus Oy"),
    ("project", {"project_reference": "P-1"}, "project_reference", "P-1"),
    ("tax point", {"tax_point_date": date(2026, 11, 1)}, "tax_point_date", "2026-11-01"),
    ("seller", {"seller": Party(name="Myyjä Oy")}, "seller.name", "Myyjä Oy"),
    ("third note", {"notes": (Note(text="a"), Note(text="b"), Note(text="kolmas"))}, "notes[2].text", "kolmas"),
    ("subject of a note", {"notes": (Note(text="a", subject_code="AAI"),)}, "notes[0].subject_code", "AAI"),
    (
        "link",
        {"supporting_documents": (SupportingDocument(reference="E", external_location="https://a.example"),)},
        "supporting_documents[0].external_location",
        "https://a.example",
    ),
    (
        "way of payment",
        {"payment_instructions": (PaymentInstructions(means_code="58"),)},
        "payment_instructions[0].means_code",
        "58",
    ),
    (
        "second line of the delivery address",
        {"delivery": Delivery(address=Address(line_2="Laituri 2"))},
        "delivery.address.line_2",
        "Laituri 2",
    ),
]


@pytest.mark.parametrize(("fields", "path", "value"), [a[1:] for a in ABSENT], ids=[a[0] for a in ABSENT])
def test_what_has_no_place_is_named(fields: dict[str, Any], path: str, value: str) -> None:
    written = write(changed(**fields), Context())
    assert f"'{value}'" in lost(written)[path]


LINE_ABSENT = [
    ("gross_price", Decimal("55.00")),
    ("origin_country_code", "FI"),
    ("buyer_item_identifier", "K-1"),
    ("order_line_reference", "10"),
    ("classifications", (Classification(code="1", scheme="STI"),)),
]


@pytest.mark.parametrize(("field", "value"), LINE_ABSENT, ids=[a[0] for a in LINE_ABSENT])
def test_what_a_line_has_no_place_for_is_named(field: str, value: Any) -> None:
    written = write(with_line(**{field: value}))
    assert any(path is not None and path.startswith(f"lines[0].{field}") for path in lost(written))


LIMITS = [
    ("salesinvoiceourreference", "seller_reference", 200),
    ("salesinvoiceyourreference", "buyer_reference", 200),
    ("salesinvoiceagreementidentifier", "contract_reference", 35),
    ("accountdimensiontext", "buyer_accounting_reference", 35),
]


@pytest.mark.parametrize(("name", "field", "limit"), LIMITS)
@pytest.mark.parametrize("over", [0, 1])
def test_length(name: str, field: str, limit: int, over: int) -> None:
    text = "ä" * (limit + over - 1) + "Z"
    written = write(changed(**{field: text}))
    assert texts(written.data, name) == [text[:limit]], "characters are counted, not bytes"
    named = [f for f in written.findings if f.model_path == field]
    assert len(named) == over
    for finding in named:
        assert str(limit) in finding.message
        assert str(limit + 1) in finding.message
        assert "Z" in finding.message, "what is cut off"


LINE_LIMITS = [
    ("productname", "item_name", 200),
    ("salesinvoiceproductlinefreetext", "item_description", 255),
    ("productunitname", "unit_name", 14),
]


@pytest.mark.parametrize(("name", "field", "limit"), LINE_LIMITS)
def test_length_on_a_line(name: str, field: str, limit: int) -> None:
    written = write(with_line(**{field: "ä" * (limit + 1), "unit_code": None}))
    assert texts(written.data, name) == ["ä" * limit]
    assert [f.code for f in written.findings if f.model_path == f"lines[0].{field}"] == ["LOSS-TRUNCATED"]


def test_free_texts_are_cut_with_a_finding() -> None:
    written = write(changed(notes=(Note(text="ö" * 501, placement="after_lines"),)))
    assert texts(written.data, "salesinvoicefreetextafterlines") == ["ö" * 500]
    (finding,) = [f for f in written.findings if f.model_path == "notes[0].text"]
    assert "500" in finding.message
    assert "501" in finding.message


NUMBERS = ["A-1001", "2026/11", "１２３", "1234567890123456789", "10 01"]


@pytest.mark.parametrize("number", NUMBERS)
def test_number_that_netvisor_does_not_take_is_an_error(number: str) -> None:
    written = einvoice.write(changed(invoice_number=number), "netvisor", context=context())
    found = [f for f in written.findings if f.model_path == "invoice_number" and f.severity == "error"]
    assert found, "a cut or foreign number would be another invoice"
    assert number in found[0].message
    assert "18" in found[0].message


REFERENCES = [
    ("fi", "1232", "1232", False),
    ("rf", "RF18539007547034", "RF18539007547034", False),
    ("free text", "Lasku 1001", None, True),
    ("wrong check digit", "1231", None, True),
]


@pytest.mark.parametrize(
    ("reference", "expected", "named"), [r[1:] for r in REFERENCES], ids=[r[0] for r in REFERENCES]
)
def test_reference(reference: str, expected: str | None, named: bool) -> None:
    ways = (PaymentInstructions(remittance_information=reference),)
    written = write(changed(payment_instructions=ways))
    assert texts(written.data, "salesinvoicereferencenumber") == ([] if expected is None else [expected])
    assert bool(about(written.findings, reference)) == named


def test_control_characters_are_named_and_left_out() -> None:
    written = write(changed(buyer_reference="a\x01b", lines=(LINE.model_copy(update={"text_rows": ("c\x02",)}),)))
    assert texts(written.data, "salesinvoiceyourreference") == ["ab"]
    assert texts(written.data, "comment") == ["c"]
    assert {f.model_path for f in written.findings if f.code == "LOSS-CHARACTER"} == {
        "buyer_reference",
        "lines[0].text_rows[0]",
    }


def test_vat_codes_of_categories() -> None:
    german = BUYER.model_copy(update={"address": Address(country_code="DE")})
    cases = [
        ("S", "25.5", BUYER, "KOMY"),
        ("Z", "0", BUYER, "KOMY"),
        ("K", "0", german, "EUMY"),
        ("G", "0", BUYER, "EUUM"),
        ("AE", "0", BUYER, "RAMY"),
        ("AE", "0", german, "EUPM312"),
        ("E", "0", BUYER, "MUUL"),
        ("O", None, BUYER, "NONE"),
    ]
    for category, rate, buyer, code in cases:
        invoice = with_line(vat_category=category, vat_rate=None if rate is None else Decimal(rate))
        data = write(invoice.model_copy(update={"buyer": buyer, "totals": None})).data
        (element,) = etree.fromstring(data).iter("productvatpercentage")
        assert (element.get("vatcode"), element.text) == (code, (rate or "0").replace(".", ","))


def test_category_without_a_code_is_an_error() -> None:
    written = einvoice.write(with_line(vat_category="L", vat_rate=Decimal("7")), "netvisor", context=context())
    assert about([f for f in written.findings if f.severity == "error"], "category L")


# ---------------------------------------------------------------------------------- encoding and texts


def test_encoding_of_the_context() -> None:
    here = context().model_copy(update={"netvisor": {"encoding": "iso-8859-15"}})
    invoice = changed(buyer_reference="Šakki € “ja” 棋")
    written = einvoice.write(invoice, "netvisor", context=here)
    assert b"\xa6akki \xa4" in written.data
    assert "LOSS-CHARACTER" in codes(written.findings), "what ISO-8859-15 cannot hold is named"
    back = einvoice.read(written.data, context=context())
    assert back.invoice.buyer_reference == "Šakki € “ja” 棋", "and comes back all the same"


def test_unknown_encoding_of_the_context_is_no_traceback() -> None:
    here = context().model_copy(update={"netvisor": {"encoding": "koi-77"}})
    with pytest.raises(einvoice.EInvoiceError) as caught:
        einvoice.write(INVOICE, "netvisor", context=here)
    assert caught.value.exit_code == 6
    assert "koi-77" in str(caught.value)


def test_text_goes_round_as_it_is() -> None:
    text = "rivi 1\nrivi 2 <b> & \"c\" 'd' ]]> ä€"
    invoice = changed(notes=(Note(text=text, placement="before_lines"),), seller_reference="<&>")
    back = read_one(write(invoice).data).invoice
    assert back.notes[0].text == text
    assert back.seller_reference == "<&>"


def test_comments_are_written_where_they_stood() -> None:
    data = document(comment("ensin"), line(name="A"), comment("sitten"), line(name="B"), amount="251,00")
    written = write(read_one(data).invoice).data
    order = [element.text for element in etree.fromstring(written).iter("comment", "productname")]
    assert order == ["ensin", "A", "sitten", "B"]


def test_seller_of_the_context_is_not_written_as_a_sales_person() -> None:
    """`sellername` is the sales person; the contact of the invoicing department is none, and the source has none."""
    source = read_one(document())
    assert texts(write(source.invoice).data, "sellername") == []


def test_link_by_organization_unit_stays_whatever_the_context_knows() -> None:
    """The customer is known by its OVT code; a card in the context makes no other link of it."""
    data = (CORPUS / "customer-by-organization-unit.xml").read_bytes()
    written = write(read_one(data).invoice).data
    (link,) = etree.fromstring(written).iter("invoicingcustomeridentifier")
    assert (link.get("type"), link.text) == ("organizationunitnumber", "003791001235")


BROKEN_NATIVE = [
    {"netvisor:old_accrual": "x"},
    {"netvisor:old_accrual": ""},
    {"netvisor:old_accrual": ";;2026"},
    {"netvisor:batch_identifier": "1"},
    {"netvisor:discount_type": "netvisor"},
]


@pytest.mark.parametrize("native", BROKEN_NATIVE, ids=str)
def test_native_data_from_elsewhere_makes_no_traceback(native: dict[str, str]) -> None:
    """Canonical JSON may be written by anybody."""
    einvoice.write(changed(native=native), "netvisor", context=context())


def test_last_day_of_the_calendar_makes_no_traceback() -> None:
    late = changed(issue_date=date(9999, 12, 31), payment_conditions=PaymentConditions(net_days=14))
    einvoice.write(late, "netvisor", context=context())
