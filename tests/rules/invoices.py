"""The invoice that no rule objects to, and ways to change it for a case."""

from datetime import date
from decimal import Decimal

import pytest

from einvoice.calc import complete
from einvoice.model import (
    Address,
    AllowanceCharge,
    Delivery,
    DocumentTotals,
    Identifier,
    Invoice,
    Line,
    Party,
    VatBreakdown,
)
from einvoice.rules import run


def party(name, country, **fields):
    return Party(name=name, address=Address(country_code=country), **fields)


SELLER = party("Esimerkki Oy", "FI", vat_identifier="FI91001147", legal_registration_identifier="9100114-7")
BUYER = party("Malli Oy", "FI", legal_registration_identifier="9100117-1", identifiers=(Identifier(value="4367"),))


def line(category="S", rate="25.5", net="100.00", quantity="1", price=None, **fields):
    """A line whose price gives its net amount, unless one is named."""
    return Line(
        quantity=Decimal(quantity),
        unit_code=fields.pop("unit_code", "C62"),
        net_price=Decimal(net if price is None else price),
        net_amount=Decimal(net),
        vat_category=category,
        vat_rate=None if rate is None else Decimal(rate),
        item_name="Item",
        **fields,
    )


def item(amount="10.00", category="S", rate="25.5", is_charge=False):
    return AllowanceCharge(
        amount=Decimal(amount),
        vat_category=category,
        vat_rate=None if rate is None else Decimal(rate),
        is_charge=is_charge,
    )


def group(category, rate=None, reason=None, code=None, taxable="100.00", tax="0.00"):
    return VatBreakdown(
        category=category,
        rate=None if rate is None else Decimal(rate),
        taxable_amount=Decimal(taxable),
        tax_amount=Decimal(tax),
        exemption_reason=reason,
        exemption_reason_code=code,
    )


def totals(**amounts):
    return DocumentTotals(**{name: Decimal(amount) for name, amount in amounts.items()})


def delivered(day=None, country=None):
    return Delivery(actual_delivery_date=day, address=None if country is None else Address(country_code=country))


def invoice_with(**changes):
    """The valid invoice with other fields; it states no totals, so that a case states exactly what it is about."""
    fields = {
        "invoice_number": "1001",
        "issue_date": date(2026, 5, 4),
        "type_code": "380",
        "currency": "EUR",
        "seller": SELLER,
        "buyer": BUYER,
        "lines": (line(),),
    }
    return Invoice(**(fields | changes))


VALID = complete(invoice_with())


def each_case(cases):
    """Parametrise a test over CASES: code to rows of case, changes, findings."""
    rows = [(code, *row) for code, block in cases.items() for row in block]
    return pytest.mark.parametrize(
        ("code", "case", "changes", "expected"), rows, ids=[f"{code}-{case}" for code, case, *_ in rows]
    )


def check_case(case, code, invoice, expected):
    """Run one rule; *expected* are (severity, place) of its findings, none for valid_ and silent_ cases."""
    found = run(invoice, rules=[code])
    assert [(f.severity, f.model_path) for f in found] == expected
    assert case.startswith("invalid_") == bool(expected), f"{case}: the name does not say what happens"
    for finding in found:
        assert (finding.code, finding.layer) == (code, "business")
        assert finding.fix and finding.terms
