"""Short ways to write an invoice in a test: amounts as text, lines as tuples."""

from decimal import Decimal

from einvoice.model import AllowanceCharge, DocumentTotals, Invoice, Line, VatBreakdown


def decimal(text):
    return None if text is None else Decimal(text)


def line(quantity="1", net_price=None, category="S", rate="25.5", allowances=(), charges=(), **fields):
    """A line; allowances and charges are dicts of `allowance`."""
    items = [allowance(**item) for item in allowances] + [allowance(is_charge=True, **item) for item in charges]
    return Line(
        quantity=decimal(quantity),
        net_price=decimal(net_price),
        vat_category=category,
        vat_rate=decimal(rate),
        allowances_charges=tuple(items),
        **fields,
    )


def allowance(amount=None, base=None, percent=None, category=None, rate=None, reason=None, is_charge=False):
    return AllowanceCharge(
        is_charge=is_charge,
        amount=decimal(amount),
        base_amount=decimal(base),
        percentage=decimal(percent),
        vat_category=category,
        vat_rate=decimal(rate),
        reason=reason,
    )


def group(category, rate, taxable, tax, reason=None, code=None):
    return VatBreakdown(
        category=category,
        rate=decimal(rate),
        taxable_amount=decimal(taxable),
        tax_amount=decimal(tax),
        exemption_reason=reason,
        exemption_reason_code=code,
    )


def totals(**amounts):
    return DocumentTotals(**{name: decimal(text) for name, text in amounts.items()})


def vector_invoice(document, factor=1):
    """The invoice of an entry of vat-matrix.json; a factor of -1 mirrors it by hand, without `flip`."""

    def times(text):
        return None if text is None else Decimal(text) * factor

    def items(entries, is_charge):
        return [
            AllowanceCharge(
                is_charge=is_charge,
                amount=times(entry.get("amount")),
                base_amount=times(entry.get("base")),
                percentage=decimal(entry.get("percent")),
                vat_category=entry.get("category"),
                vat_rate=decimal(entry.get("rate")),
                reason=entry.get("reason"),
            )
            for entry in entries
        ]

    def both(entry):
        return tuple(items(entry.get("allowances", ()), False) + items(entry.get("charges", ()), True))

    lines = [
        Line(
            quantity=times(entry["qty"]),
            net_price=decimal(entry.get("price")),
            gross_price=decimal(entry.get("gross_price")),
            price_discount=decimal(entry.get("price_discount")),
            price_base_quantity=decimal(entry.get("base_quantity")),
            vat_category=entry["category"],
            vat_rate=decimal(entry.get("rate")),
            allowances_charges=both(entry),
        )
        for entry in document["lines"]
    ]
    return Invoice(
        currency=document.get("currency", "EUR"),
        lines=tuple(lines),
        allowances_charges=both(document),
        totals=DocumentTotals(
            paid_amount=times(document.get("prepaid")), rounding_amount=times(document.get("rounding"))
        ),
    )
