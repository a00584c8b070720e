"""What is decided about a Netvisor document is said, once, and as grave as it is."""

from decimal import Decimal, localcontext

import pytest
from tests.formats.netvisor.documents import (
    about,
    codes,
    context,
    detail,
    document,
    line,
    product,
    read_one,
    response,
    texts,
    to_bis,
)
from tests.oracle.official import fatal

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


# ---------------------------------------------------------------------------------- amounts


def test_total_has_two_decimals_and_says_what_it_lost() -> None:
    found = read_one(document(amount="125,4999"))
    assert found.invoice.totals is not None
    assert str(found.invoice.totals.amount_due) == "125.50"
    (finding,) = [f for f in found.findings if f.code == "LOSS-CHANGED"]
    assert (finding.severity, finding.value, finding.path) == (
        "warning",
        "125,4999",
        "/root/salesinvoice/salesinvoiceamount",
    )
    assert "LOSS-CHANGED" not in codes(read_one(document(amount="125,5000")).findings)


@pytest.mark.parametrize(
    ("currency", "foreign", "severity"),
    [
        ("EUR", "", None),
        ("EUR", "125,5", None),
        ("EUR", "1500,00", "error"),
        ("USD", "135,00", "error"),
        ("USD", "135,00 USD", "error"),
        ("USD", "125.50", "warning"),
        ("USD", "", "warning"),
    ],
)
def test_answer_in_two_currencies(currency: str, foreign: str, severity: str | None) -> None:
    answer = detail(
        f"<InvoiceLine>{product(kind=None)}</InvoiceLine>",
        head=f"<ForeignCurrencyAmount>{foreign}</ForeignCurrencyAmount>",
    ).replace('"EUR"', f'"{currency}"')
    found = read_one(response(answer))
    assert [f.severity for f in found.findings if f.code == "EI-NETVISOR-CURRENCY"] == ([severity] if severity else [])
    assert found.invoice.currency == currency
    assert found.invoice.totals is not None
    assert str(found.invoice.totals.amount_due) == "125.50"


def test_import_in_a_foreign_currency_is_no_question() -> None:
    found = read_one(document(amount_attributes=' iso4217currencycode="USD"'))
    assert "EI-NETVISOR-CURRENCY" not in codes(found.findings)


@pytest.mark.parametrize(
    ("vat_sum", "line_sum", "severity"),
    [
        ("25,50", "125,50", None),
        ("25,505", "125,505", None),
        ("25,51", "125,51", "warning"),
        ("24,51", "124,51", "warning"),
        ("24,50", "124,50", "error"),
        ("10,00", "110,00", "error"),
    ],
)
def test_pair_that_contradicts_the_rate(vat_sum: str, line_sum: str, severity: str | None) -> None:
    found = read_one(document(line(vat_sum=vat_sum, line_sum=line_sum), amount=""))
    said = [f for f in found.findings if f.code == "EI-NETVISOR-SUM-PAIR"]
    assert [f.severity for f in said] == ([severity] if severity else [])
    if said:
        assert "25.50" in said[0].message
        assert said[0].path is not None
        assert said[0].path.endswith("/salesinvoiceproductlinevatsum")


@pytest.mark.parametrize(
    ("lines", "amount", "due", "rounding", "words"),
    [
        ((line(price="0,99", quantity="1"),) * 10, "12,40", "12.40", "-0.02", "per line"),
        ((line(price="0,99", quantity="1"),) * 10, "", "12.40", "-0.02", "per line"),
        ((line(price="0,99", quantity="-1"),) * 10, "", "12.40", "-0.02", "per line"),
        ((line(),), "125,51", "125.51", "0.01", "no known rounding"),
        ((line(),), "125,50", "125.50", None, ""),
        ((line(vat_sum="10,00", line_sum="110,00"),), "", "110.00", None, ""),
    ],
)
def test_rounding_amount_is_said(
    lines: tuple[str, ...], amount: str, due: str, rounding: str | None, words: str
) -> None:
    found = read_one(document(*lines, amount=amount))
    totals = found.invoice.totals
    assert totals is not None
    assert (str(totals.amount_due), None if totals.rounding_amount is None else str(totals.rounding_amount)) == (
        due,
        rounding,
    )
    said = [f for f in found.findings if f.code == "EI-NETVISOR-ROUNDING"]
    assert len(said) == (rounding is not None)
    for finding in said:
        assert finding.severity == "info"
        assert finding.path == ("/root/salesinvoice/salesinvoiceamount" if amount else None)
        for word in (due, str(totals.total_with_vat), words):
            assert word in finding.message


@pytest.mark.conformance
@pytest.mark.parametrize("amount", ["5000,00", ""])
def test_five_hundred_lines_of_ten_with_vat_make_five_thousand(amount: str) -> None:
    found = to_bis(document(*(line(price="10,00", quantity="1", kind="gross"),) * 500, amount=amount))
    totals = found.invoice.totals
    assert totals is not None
    assert (str(totals.total_without_vat), str(totals.vat_total), str(totals.amount_due)) == (
        "3984.06",
        "1015.94",
        "5000.00",
    )
    assert totals.rounding_amount is None
    assert {str(one.net_amount) for one in found.invoice.lines} == {"7.96", "7.97"}
    assert fatal(found.data) == []
    assert codes(found.findings, "error") == set()


@pytest.mark.conformance
def test_gross_prices_with_discount_share_their_cents() -> None:
    found = to_bis(document(*(line(price="10,00", quantity="1", kind="gross", discount="15"),) * 40, amount="340,00"))
    assert fatal(found.data) == []
    assert codes(found.findings, "error") == set()


@pytest.mark.conformance
def test_yen_have_no_decimals() -> None:
    yen = ' iso4217currencycode="JPY"'
    found = to_bis(document(line(price="33,3", quantity="1", rate="10"), amount="", amount_attributes=yen))
    totals = found.invoice.totals
    assert totals is not None
    assert (str(totals.total_without_vat), str(totals.vat_total), str(totals.amount_due)) == ("33", "3", "37")


# ---------------------------------------------------------------------------------- exemption


def reasons(data: bytes, here: Context) -> tuple[list[tuple[str | None, str | None, str | None]], list[str]]:
    """Category, reason and code of each group, and the messages about reasons."""
    found = einvoice.read(data, context=here)
    groups = [(g.category, g.exemption_reason, g.exemption_reason_code) for g in found.invoice.vat_breakdown]
    return groups, [f.message for f in found.findings if f.code == "EI-NETVISOR-VAT-REASON" and f.path]


RENT = VatDecision(category="E", reason="Vuokra", code="VATEX-EU-135-1")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (VatDecision(category="E", reason="Palvelu", code="VATEX-EU-132"), ("E", "Vuokra; Palvelu", None)),
        (
            VatDecision(category="E", reason="Palvelu", code="VATEX-EU-135-1"),
            ("E", "Vuokra; Palvelu", "VATEX-EU-135-1"),
        ),
        (VatDecision(category="E", reason="Vuokra", code="VATEX-EU-132"), ("E", "Vuokra", None)),
    ],
)
def test_reasons_of_one_category_are_joined(other: VatDecision, expected: tuple[str, str, str | None]) -> None:
    lines = (line(code="MUUL", rate="0"), line(code="EUPM309", rate="0"))
    groups, said = reasons(document(*lines, amount="200,00"), Context(vat={"MUUL": RENT, "EUPM309": other}))
    assert groups == [expected]
    assert len(said) == 1


def test_reason_of_one_category_is_said_by_nobody() -> None:
    lines = (line(code="MUUL", rate="0"),) * 2
    groups, said = reasons(document(*lines, amount="200,00"), Context(vat={"MUUL": RENT}))
    assert (groups, said) == ([("E", "Vuokra", "VATEX-EU-135-1")], [])


def test_clause_is_the_reason_where_one_category_is_exempt() -> None:
    clause = '<TaxHandlingClause NetvisorKey="4">Kaikki</TaxHandlingClause>'

    def answer(*codes: str) -> bytes:
        lines = "".join(f"<InvoiceLine>{product(code=c, rate='0', kind=None)}</InvoiceLine>" for c in codes)
        return response(detail(lines, f"{len(codes)}00,00", tail=clause))

    groups, said = reasons(answer("MUUL", "KOMY"), Context())
    assert ([(c, t) for c, t, _ in groups], said) == ([("E", "Kaikki"), ("Z", None)], [])
    groups, said = reasons(answer("MUUL", "EUMY"), Context())
    assert [t == "Kaikki" for _, t, _ in groups] == [False, False]
    assert len(said) == 1
    assert "Kaikki" in said[0]


def test_reason_decided_for_another_category_does_not_count() -> None:
    """NONE is O alone and E beside others; a reason for O is none for E."""
    here = Context(vat={"NONE": VatDecision(category="O", reason="Pantti", code="VATEX-EU-O")})
    groups, _ = reasons(document(line(code="NONE", rate="0"), amount="100,00"), here)
    assert groups == [("O", "Pantti", "VATEX-EU-O")]
    groups, _ = reasons(document(line(code="NONE", rate="0"), line(), amount="225,50"), here)
    category, text, code = groups[0]
    assert category == "E"
    assert text != "Pantti"
    assert code != "VATEX-EU-O"


def test_decision_about_the_category_fills_what_that_about_the_code_lacks() -> None:
    here = Context(
        vat={"MUUL": VatDecision(category="E", reason="Vuokra"), "E": VatDecision(reason="X", code="VATEX-EU-132")}
    )
    groups, _ = reasons(document(line(code="muul", rate="0"), amount="100,00"), here)
    assert groups == [("E", "Vuokra", "VATEX-EU-132")]


@pytest.mark.parametrize(("rate", "category"), [("25,5", "S"), ("0", "E")])
def test_zero_rated_decision_about_komy_holds_at_zero_only(rate: str, category: str) -> None:
    here = Context(vat={"KOMY": VatDecision(category="E", reason="Vuokra")})
    found = einvoice.read(document(line(rate=rate), amount=""), context=here)
    assert found.invoice.lines[0].vat_category == category
    missing = einvoice.read(document(line(rate=""), amount=""), context=here)
    assert (missing.invoice.lines[0].vat_category, missing.invoice.lines[0].vat_rate) == ("S", None)
    assert "EI-NETVISOR-VAT-RATE" in codes(missing.findings, "error")


# ---------------------------------------------------------------------------------- others


def test_decimal_context_of_the_caller_changes_nothing() -> None:
    data = document(
        line(price="12345,67", quantity="3", discount="7,5"), line(price="99999,99", kind="gross"), amount=""
    )
    expected = einvoice.convert(data, "peppol-bis", context=context()).data
    back = einvoice.convert(data, "netvisor", context=context()).data
    with localcontext() as few:
        few.prec = 4
        assert einvoice.convert(data, "peppol-bis", context=context()).data == expected
        assert einvoice.convert(data, "netvisor", context=context()).data == back


@pytest.mark.parametrize(("name", "decided", "count"), [("t", None, 1), ("t", "HUR", 0), ("kpl", None, 0)])
def test_unit_with_two_meanings_is_warned_of(name: str, decided: str | None, count: int) -> None:
    here = Context(units={name: decided} if decided else {})
    data = document(line(more=f"<productunitname>{name}</productunitname>"))
    said = [f for f in einvoice.read(data, context=here).findings if f.code == "EI-NETVISOR-UNIT"]
    assert [(f.severity, f.value) for f in said] == [("warning", name)] * count


def test_net_amount_stands_where_the_line_sum_does() -> None:
    with_pair = read_one(document(line(vat_sum="25,50", line_sum="125,50"))).places()
    assert with_pair["lines[0].net_amount"].path.endswith("/salesinvoiceproductlinesum")
    assert read_one(document()).places()["lines[0].net_amount"].path.endswith("/salesinvoiceproductlinequantity")
    other = product(
        kind=None, vat_sum="25,50", more="<SalesInvoiceProductLineLineSum>125,50</SalesInvoiceProductLineLineSum>"
    )
    answer = read_one(response(detail(f"<InvoiceLine>{other}</InvoiceLine>"))).places()
    assert answer["lines[0].net_amount"].path.endswith("/SalesInvoiceProductLineLineSum")


def test_a_cent_goes_to_the_rounding_amount_and_the_net_amounts_stay() -> None:
    """3 × 7.97 is 23.91, with VAT 30.01: one cent is no reason to bill one of three equal lines for less."""
    found = read_one(document(*(line(price="10,00", quantity="1", kind="gross"),) * 3, amount="30,00")).invoice
    assert [str(one.net_amount) for one in found.lines] == ["7.97", "7.97", "7.97"]
    assert found.totals is not None
    assert str(found.totals.rounding_amount) == "-0.01"


def test_gross_prices_go_back_to_netvisor_without_sums() -> None:
    data = document(*(line(price="10,00", quantity="1", kind="gross"),) * 500, amount="5000,00")
    back = einvoice.convert(data, "netvisor", context=context()).data
    assert b"salesinvoiceproductlinevatsum" not in back
    assert texts(back, "salesinvoiceamount") == ["5000,00"]
    assert read_one(back).invoice.lines == read_one(data).invoice.lines
