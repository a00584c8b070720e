"""EI-KIND and EI-MISSING-…"""

from decimal import Decimal

from einvoice.model import Address, Delivery, Identifier, Line, Party
from einvoice.rules import run

from .invoices import check_case, each_case, invoice_with, line, party

E = "error"
TWO = Decimal(2)
TO_COUNTRY = "delivery.address.country_code"
NO_COUNTRY = Party(name="Malli Oy", address=Address(city="Turku"))


def to(**fields):
    return Delivery(address=Address(**fields))


CASES = {
    "EI-KIND": [
        ("valid_absent",  {},                           []),
        ("valid_invoice", {"document_kind": "invoice"}, []),
        ("invalid_order", {"document_kind": "order"},   [(E, "document_kind")]),
        ("invalid_draft", {"document_kind": "draft"},   [(E, "document_kind")]),
    ],
    "EI-MISSING-NUMBER": [
        ("valid_number",   {},                                                 []),
        ("invalid_absent", {"invoice_number": None},                           [(E, "invoice_number")]),
        ("invalid_blank",  {"invoice_number": "  "},                           [(E, "invoice_number")]),
        ("silent_order",   {"invoice_number": None, "document_kind": "order"}, []),
        ("silent_draft",   {"invoice_number": None, "document_kind": "draft"}, []),
    ],
    "EI-MISSING-ISSUE-DATE": [
        ("valid_date",     {},                   []),
        ("invalid_absent", {"issue_date": None}, [(E, "issue_date")]),
    ],
    "EI-MISSING-CURRENCY": [
        ("valid_currency", {"currency": "SEK"}, []),
        ("invalid_absent", {"currency": None},  [(E, "currency")]),
        ("invalid_empty",  {"currency": ""},    [(E, "currency")]),
    ],
    "EI-MISSING-SELLER-NAME": [
        ("valid_seller",   {},                           []),
        ("invalid_absent", {"seller": None},             [(E, "seller.name")]),
        ("invalid_blank",  {"seller": party(" ", "FI")}, [(E, "seller.name")]),
    ],
    "EI-MISSING-SELLER-COUNTRY": [
        ("valid_seller",       {},                          []),
        ("invalid_absent",     {"seller": None},            [(E, "seller.address.country_code")]),
        ("invalid_no_address", {"seller": Party(name="A")}, [(E, "seller.address.country_code")]),
        ("invalid_no_country", {"seller": NO_COUNTRY},      [(E, "seller.address.country_code")]),
    ],
    "EI-MISSING-BUYER-NAME": [
        ("valid_buyer",     {},                           []),
        ("invalid_absent",  {"buyer": None},              [(E, "buyer.name")]),
        ("invalid_no_name", {"buyer": party(None, "FI")}, [(E, "buyer.name")]),
    ],
    "EI-MISSING-BUYER-COUNTRY": [
        ("valid_buyer",        {},                    []),
        ("invalid_absent",     {"buyer": None},       [(E, "buyer.address.country_code")]),
        ("invalid_no_country", {"buyer": NO_COUNTRY}, [(E, "buyer.address.country_code")]),
    ],
    "EI-MISSING-DELIVERY-COUNTRY": [
        ("valid_country",      {"delivery": to(city="Turku", country_code="FI")},  []),
        ("valid_no_delivery",  {"delivery": None},                                 []),
        ("silent_no_address",  {"delivery": Delivery(party_name="Varasto")},       []),
        ("silent_empty",       {"delivery": to()},                                 []),
        ("silent_blanks",      {"delivery": to(line_1=" ", country_code=" ")},     []),
        *((f"invalid_{field}", {"delivery": to(**{field: "x"})},                   [(E, TO_COUNTRY)])
          for field in ("line_1", "line_2", "line_3", "city", "post_code", "country_subdivision")),
        ("invalid_blank",      {"delivery": to(city="Turku", country_code=" ")},   [(E, TO_COUNTRY)]),
    ],
    "EI-MISSING-LINES": [
        ("valid_one",    {},            []),
        ("invalid_none", {"lines": ()}, [(E, "lines")]),
    ],
    "EI-MISSING-LINE-AMOUNT": [
        ("valid_stated",      {"lines": (Line(net_amount=Decimal(5)),)},                  []),
        ("valid_calculated",  {"lines": (Line(quantity=Decimal(2), net_price=Decimal(10)),)}, []),
        ("invalid_no_price",  {"lines": (line(), Line(quantity=Decimal(2)))},             [(E, "lines[1].net_amount")]),
        ("invalid_base_zero", {"lines": (Line(quantity=TWO, net_price=TWO, price_base_quantity=Decimal(0)),)},
                              [(E, "lines[0].net_amount")]),
        ("silent_no_lines",   {"lines": ()},                                              []),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


def test_kind_says_what_the_document_is():
    (order,) = run(invoice_with(document_kind="order"), rules=["EI-KIND"])
    assert order.message == (
        "the document is a sales order, not an invoice: it asks for no payment and may have no invoice number"
    )
    assert order.value == "order"


def test_buyer_is_named_by_the_customer_code_of_the_source():
    buyer = Party(identifiers=(Identifier(value="7300009000001", scheme="0088"), Identifier(value="4367")))
    name, country = run(invoice_with(buyer=buyer), rules=["EI-MISSING-BUYER-NAME", "EI-MISSING-BUYER-COUNTRY"])
    assert name.message == "the buyer (customer 4367) has no name (BT-44)"
    assert name.fix == (
        'Add name = "…" to the entry with code = "4367" under [[customers]] in the context file (einvoice.toml).'
    )
    assert 'country = "…" to the entry with code = "4367"' in country.fix


def test_line_without_amount_is_called_by_its_identifier():
    (finding,) = run(
        invoice_with(lines=(Line(identifier="A7", quantity=Decimal(2)),)), rules=["EI-MISSING-LINE-AMOUNT"]
    )
    assert finding.message == (
        "line A7 has no net amount (BT-131), and quantity 2 with price unknown does not give one"
    )


def test_delivery_address_without_country_is_shown():
    (finding,) = run(
        invoice_with(delivery=to(line_1="Rantatie 12", post_code="40100", city="Jyväskylä")),
        rules=["EI-MISSING-DELIVERY-COUNTRY"],
    )
    assert finding.message == "the delivery address 'Rantatie 12, 40100, Jyväskylä' has no country (BT-80)"
