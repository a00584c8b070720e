"""Drawn invoices to cut and to credit, and what every document that comes of them has to keep."""

from collections import defaultdict
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from einvoice.calc import complete, line_net_amount, tax_amount, vat_key
from einvoice.model import (
    AllowanceCharge,
    DocumentTotals,
    Invoice,
    Line,
    Note,
    PaymentInstructions,
    SupportingDocument,
)

GROUPS = [("S", "25.5"), ("S", "14"), ("E", "0"), ("O", None)]
CENT = Decimal("0.01")


def numbers(low, high, places):
    return st.decimals(low, high, places=places, allow_nan=False, allow_infinity=False)


groups = st.sampled_from(GROUPS).map(
    lambda g: {"vat_category": g[0], "vat_rate": None if g[1] is None else Decimal(g[1])}
)


@st.composite
def line_items(draw):
    if draw(st.booleans()):
        return {"percentage": draw(numbers(1, 40, 1))}
    return {"amount": draw(numbers("0.01", 4, 2))}


@st.composite
def lines(draw, number, positive):
    items = tuple(
        AllowanceCharge(is_charge=draw(st.booleans()), reason=f"item {n}", **draw(line_items()))
        for n in range(draw(st.integers(0, 2)))
    )
    quantity = draw(st.integers(1, 12).map(Decimal) | numbers(1, 12, 1))
    if not positive and draw(st.integers(0, 7)) == 0:
        quantity = -quantity
    return Line(
        identifier=str(number),
        item_name=f"Item {number}",
        quantity=quantity,
        unit_code="C62",
        net_price=draw(numbers(10 if positive else "0.05", 90, draw(st.integers(0, 4)))),
        price_base_quantity=None if positive else draw(st.sampled_from([None, None, Decimal(10)])),
        allowances_charges=items,
        **draw(groups),
    )


@st.composite
def invoices(draw, *, positive=False):
    """Draw an invoice; a *positive* one has no line or part of a line that gives money back."""
    count = draw(st.integers(1, 4))
    drawn = [draw(lines(n, positive)) for n in range(1, count + 1)]
    some = drawn[0]
    document = tuple(
        AllowanceCharge(
            is_charge=draw(st.booleans()) or positive,
            reason=f"document {n}",
            amount=draw(numbers("0.01", 20, 2)),
            vat_category=some.vat_category,
            vat_rate=some.vat_rate,
        )
        for n in range(draw(st.integers(0, 2)))
    )
    invoice = Invoice(
        invoice_number="1001",
        issue_date=date(2026, 5, 4),
        due_date=date(2026, 5, 18),
        type_code="380",
        currency="EUR",
        lines=tuple(drawn),
        allowances_charges=document,
        notes=(Note(text="Thank you."),),
        payment_instructions=(
            PaymentInstructions(means_code="58", remittance_information="1232", reference_kind="fi"),
        ),
        supporting_documents=(SupportingDocument(reference="A"),),
        totals=draw(
            st.none()
            | st.builds(DocumentTotals, paid_amount=st.none() | numbers(0, 50, 2), rounding_amount=numbers(-1, 1, 2))
        ),
    )
    return complete(invoice)


def amounts(invoice):
    """Return every amount of *invoice* by what it belongs to, so that documents can be added."""
    found = defaultdict(Decimal)
    if invoice is None:
        return found
    for line in invoice.lines:
        for name in ("quantity", "net_amount"):
            found["line", line.identifier, name] += getattr(line, name)
        for item in line.allowances_charges:
            found["line", line.identifier, item.reason, "amount"] += item.amount
            found["line", line.identifier, item.reason, "base"] += item.base_amount or 0
    for item in invoice.allowances_charges:
        found["item", item.reason] += item.amount
    for entry in invoice.vat_breakdown:
        found["vat", vat_key(entry.category, entry.rate), "taxable"] += entry.taxable_amount
        found["vat", vat_key(entry.category, entry.rate), "tax"] += entry.tax_amount
    for name in DocumentTotals.model_fields:
        found["total", name] += getattr(invoice.totals, name) or 0
    return found


def added(*invoices):
    total = defaultdict(Decimal)
    for each in invoices:
        for place, amount in amounts(each).items():
            total[place] += amount
    return {place: amount for place, amount in total.items() if amount}


def check_document(invoice):
    """Assert what EN 16931 asks of any document: sums exact, products up to the cents that rounding may shift."""
    totals = invoice.totals
    items = invoice.allowances_charges
    assert totals.line_total == sum(line.net_amount for line in invoice.lines)
    assert (totals.allowance_total or 0) == sum(item.amount for item in items if not item.is_charge)
    assert (totals.charge_total or 0) == sum(item.amount for item in items if item.is_charge)
    assert totals.total_without_vat == totals.line_total - (totals.allowance_total or 0) + (totals.charge_total or 0)
    assert totals.vat_total == sum(entry.tax_amount for entry in invoice.vat_breakdown)
    assert totals.total_with_vat == totals.total_without_vat + totals.vat_total
    assert totals.amount_due == totals.total_with_vat - (totals.paid_amount or 0) + (totals.rounding_amount or 0)
    rows = defaultdict(Decimal)
    for line in invoice.lines:
        rows[vat_key(line.vat_category, line.vat_rate)] += line.net_amount
        alone = line_net_amount(line.model_copy(update={"net_amount": None}))
        assert abs(alone - line.net_amount) <= 2 * CENT  # PEPPOL-EN16931-R120
        for item in line.allowances_charges:
            assert item.amount or item.base_amount
            if item.percentage is not None and item.base_amount is not None:
                assert abs(item.base_amount * item.percentage / 100 - item.amount) <= 2 * CENT  # R040
    for item in items:
        rows[vat_key(item.vat_category, item.vat_rate)] += item.amount if item.is_charge else -item.amount
    assert {vat_key(entry.category, entry.rate): entry.taxable_amount for entry in invoice.vat_breakdown} == rows
    for entry in invoice.vat_breakdown:
        assert abs(tax_amount(entry.taxable_amount, entry.rate or Decimal(0)) - entry.tax_amount) <= CENT
