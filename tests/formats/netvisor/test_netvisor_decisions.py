"""What is decided about a Netvisor document is said, once, and as grave as it is."""

from decimal import Decimal

import pytest
from tests.formats.netvisor.documents import about, codes, context, detail, document, line, product, read_one, response

import einvoice
from einvoice import Context
from einvoice.context import VatDecision
from einvoice.model import Address, Identifier, Invoice, Line, Party

JUDGEMENT = "EI-NETVISOR-VAT-JUDGEMENT"


def test_judgement_is_said_once_for_each_code() -> None:
    found = einvoice.read(document(*(line(code="MUUL", rate="0"),) * 3, amount="300,00"))
    assert [(f.severity, f.value) for f in found.findings if f.code == JUDGEMENT] == [("info", "MUUL")]


@pytest.mark.parametrize("category", ["E", "O"])
def test_what_the_context_has_decided_is_no_judgement(category: str) -> None:
    here = Context(vat={"MUUL": VatDecision(category=category)})
    found = einvoice.read(document(line(code="MUUL", rate="0"), amount="100,00"), context=here)
    assert JUDGEMENT not in codes(found.findings)


@pytest.mark.parametrize(
    ("country", "category", "code", "severity"),
    [
        ("FI", "AE", "RAMY", "warning"),
        ("DE", "AE", "EUPM312", "info"),
        ("FI", "E", "MUUL", "info"),
        ("FI", "S", "KOMY", None),
    ],
)
def test_narrower_code_is_said_when_written(country: str, category: str, code: str, severity: str | None) -> None:
    sold = Line(quantity=Decimal(1), net_price=Decimal(5), vat_category=category, vat_rate=Decimal(0), item_name="Työ")
    buyer = Party(name="Oy", identifiers=(Identifier(value="1"),), address=Address(country_code=country))
    written = einvoice.write(Invoice(currency="EUR", buyer=buyer, lines=(sold, sold)), "netvisor")
    assert f'vatcode="{code}"'.encode() in written.data
    assert [f.severity for f in written.findings if f.code == JUDGEMENT] == ([severity] if severity else [])


def test_missing_rate_is_an_error_and_stays_missing() -> None:
    found = read_one(document(line(rate=""), amount=""))
    assert (found.invoice.lines[0].vat_category, found.invoice.lines[0].vat_rate) == ("S", None)
    assert about([f for f in found.findings if f.severity == "error"], "line 1", "KOMY", "no VAT rate")
    written = einvoice.write(found.invoice, "netvisor", context=context())
    assert b">0</productvatpercentage>" not in written.data
    assert about(written.findings, "no VAT rate")


def test_code_with_one_rate_only_needs_none() -> None:
    found = read_one(document(line(code="EUUM", rate=""), amount="100,00"))
    assert found.invoice.lines[0].vat_rate == 0
    assert about(found.findings, "EUUM", "read as 0 %")


def test_two_line_sums_that_differ_are_named() -> None:
    sums = "".join(
        f"<SalesInvoiceProductLine{name}>{text}</SalesInvoiceProductLine{name}>"
        for name, text in (("VatSum", "25,50"), ("Sum", "125,50"), ("Linesum", "130,00"))
    )
    found = read_one(response(detail(f"<InvoiceLine>{product(kind=None, more=sums)}</InvoiceLine>")))
    assert found.invoice.lines[0].net_amount == Decimal("100.00")
    (finding,) = [f for f in found.findings if f.code == "LOSS-MIRROR"]
    assert finding.value == "130,00"
    assert finding.path is not None
    assert finding.path.endswith("/SalesInvoiceProductLineLinesum")


def test_answer_may_repeat_net_days_that_give_its_due_date() -> None:
    tail = (
        '<SalesInvoiceDueDate format="ansi">2026-12-04</SalesInvoiceDueDate><PaymentTermNetDays>{}</PaymentTermNetDays>'
    )
    lines = f"<InvoiceLine>{product(kind=None)}</InvoiceLine>"
    for days, named in (("14", False), ("30", True)):
        found = read_one(response(detail(lines, tail=tail.format(days))))
        assert ("EI-NETVISOR-TERMS" in codes(found.findings)) == named


def test_sales_person_of_the_document_is_written_even_if_the_context_names_the_same() -> None:
    seller = context().seller
    assert seller is not None
    name = f"<sellername>{seller.contact_name}</sellername>"
    found = read_one(document(head=name))
    assert name.encode() in einvoice.write(found.invoice, "netvisor", context=context()).data


def test_number_that_is_too_long_is_left_out_and_one_with_letters_refused() -> None:
    for number, expected in (("1" * 19, b""), ("A-1", b"<salesinvoicenumber>A-1<"), ("1" * 18, b"1" * 18)):
        written = einvoice.write(Invoice(invoice_number=number), "netvisor")
        assert expected in written.data
        assert (b"salesinvoicenumber" in written.data) == bool(expected)
        assert ("EI-NETVISOR-NUMBER" in codes(written.findings)) == (number != "1" * 18)
