"""What the amounts of a Finvoice document say: settled on the invoice made of its values.

The total of a row (RowVatExcludedAmount) is never changed: a price that does not give it gives way, and the stated one
is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from einvoice import calc, codelists
from einvoice.calc.rounding import EXACT, exact
from einvoice.context import Context
from einvoice.findings import Finding
from einvoice.formats.finvoice import codecs, terms
from einvoice.formats.finvoice.settled import PREFIX, ZERO, finding
from einvoice.formats.mapping.codecs import format_comma, read_comma
from einvoice.model import AllowanceCharge, DocumentTotals, Invoice, Line
from einvoice.model.terms import terms_at

PRICE_OF: Final = "finvoice:_price_of"
"""Note on a line whose price was derived: quantity, net amount and price for which the kept price was stated."""
ASSUMED_QUANTITY: Final = "finvoice:_assumed_quantity"
"""Note on a line whose source states no quantity."""
NEGATIVE_PRICE: Final = "finvoice:_negative_price"
"""Note on a line whose source has a negative price."""
POSITIVE_CREDIT: Final = "finvoice:_positive_credit"
"""Note on a credit note that stood positive in its source."""


@exact
def complete(invoice: Invoice, context: Context) -> tuple[Invoice, list[Finding]]:
    """Return *invoice* with the sign of the model and everything that its amounts say, with findings."""
    findings: list[Finding] = []
    invoice = _sign(invoice, findings)
    digits = _digits(invoice.currency)
    invoice = _instalment(_paid(invoice))
    invoice = _nets_of_gross(invoice, digits)
    lines = [line if _ties(line) else _settled_line(line, n, digits, findings) for n, line in enumerate(invoice.lines)]
    if any(new is not old for new, old in zip(lines, invoice.lines, strict=True)):
        invoice = invoice.model_copy(update={"lines": tuple(lines)})
    if invoice.lines and not _is_complete(invoice):
        stated = invoice.vat_breakdown
        invoice = calc.complete(invoice, reasons=_reasons(invoice, context), minor_units=digits)
        if not stated:  # what nobody says the class of makes none
            classes = tuple(e for e in invoice.vat_breakdown if e.category is not None or e.rate is not None)
            invoice = invoice.model_copy(update={"vat_breakdown": classes})
    return invoice, findings


def _ties(line: Line) -> bool:
    """Say whether quantity and price give the total of a line without more: most lines do."""
    price, quantity, net = line.net_price, line.quantity, line.net_amount
    if not quantity or price is None or net is None or line.allowances_charges or price < 0:
        return False
    goods = quantity * price if line.price_base_quantity is None else quantity * price / (line.price_base_quantity or 1)
    return abs(goods - net) <= TOLERANCE


TOLERANCE: Final = Decimal("0.02")
"""What quantity and price may differ from the total of a row: what rounding leaves, and BIS Billing allows."""


def _is_complete(invoice: Invoice) -> bool:
    """Say whether an invoice states everything that could be calculated."""
    totals = invoice.totals
    return (
        totals is not None
        and totals.line_total is not None
        and totals.total_without_vat is not None
        and totals.vat_total is not None
        and totals.total_with_vat is not None
        and totals.amount_due is not None
        and bool(invoice.vat_breakdown)
        and all(
            entry.taxable_amount is not None
            and entry.tax_amount is not None
            and (entry.category in ("S", "Z") or entry.exemption_reason or entry.exemption_reason_code)
            for entry in invoice.vat_breakdown
        )
        and all(entry.amount is not None for entry in invoice.allowances_charges)
        and (totals.allowance_total is not None or all(entry.is_charge for entry in invoice.allowances_charges))
        and (totals.charge_total is not None or not any(entry.is_charge for entry in invoice.allowances_charges))
        and all(
            line.net_amount is not None and all(entry.amount is not None for entry in line.allowances_charges)
            for line in invoice.lines
        )
    )


def _digits(currency: str | None) -> int:
    try:
        return min(2, codelists.minor_units(currency or ""))
    except LookupError:
        return 2


def _sign(invoice: Invoice, findings: list[Finding]) -> Invoice:
    if not invoice.is_credit_note:
        return invoice
    totals = invoice.totals or DocumentTotals()
    candidates: Iterable[Decimal | None] = (
        totals.total_with_vat,
        totals.total_without_vat,
        totals.line_total,
        *(line.net_amount for line in invoice.lines),
        *(line.amount_with_vat for line in invoice.lines),
        totals.amount_due,
    )
    total = next((amount for amount in candidates if amount), ZERO)
    due = totals.amount_due
    if due and total and (due < 0) != (total < 0) and totals.total_with_vat:
        findings.append(
            finding(
                "EI-FINVOICE-SIGN",
                "warning",
                f"the credit note has the total {total} and asks for {due} in the payment order; the amount of the "
                "payment order is read with the sign of the total",
                f"write {-due} as EpiInstructedAmount",
                ("BT-115", "BT-112"),
                str(due),
                "totals.amount_due",
            )
        )
        invoice = invoice.model_copy(update={"totals": totals.model_copy(update={"amount_due": -due})})
    invoice = _same_sign(invoice, findings)
    if total < 0:
        return calc.flip(invoice)
    if total > 0:
        findings.append(
            finding(
                "EI-FINVOICE-SIGN",
                "warning",
                f"the credit note has the total {total}, and Finvoice wants it negative; its amounts are read as "
                "they stand",
                "write every amount and quantity of a credit note (INV02) with a minus; prices and percentages without",
                ("BT-112", "BT-3"),
                str(total),
                "totals.total_with_vat",
            )
        )
        native = {**invoice.native, POSITIVE_CREDIT: "1"}
        invoice = invoice.model_copy(update={"native": native})
    return invoice


def _same_sign(invoice: Invoice, findings: list[Finding]) -> Invoice:
    """Rows, or classes of VAT, that make the totals of a credit note but for the sign get that of the totals."""
    totals = invoice.totals
    if totals is None:
        return invoice
    net, vat = totals.total_without_vat, totals.vat_total
    update: dict[str, Any] = {}
    nets = [line.net_amount for line in invoice.lines]
    if net and not invoice.allowances_charges and all(each is not None for each in nets):
        rows = sum((each for each in nets if each is not None), ZERO)
        if rows == -net:
            update["lines"] = calc.flip(invoice).lines
            if totals.line_total == rows:
                update["totals"] = totals.model_copy(update={"line_total": net})
            findings.append(_turned_sum("rows", rows, net, "lines[0].net_amount"))
    bases = [entry.taxable_amount for entry in invoice.vat_breakdown]
    taxes = [entry.tax_amount for entry in invoice.vat_breakdown]
    if all(each is not None for each in bases + taxes):
        base = sum((each for each in bases if each is not None), ZERO)
        tax = sum((each for each in taxes if each is not None), ZERO)
        if net and base == -net and (vat is None or tax == -vat):
            update["vat_breakdown"] = calc.flip(invoice).vat_breakdown
            findings.append(_turned_sum("classes of VAT", base, net, "vat_breakdown[0].taxable_amount"))
    return invoice.model_copy(update=update) if update else invoice


def _turned_sum(what: str, amount: Decimal, total: Decimal, path: str) -> Finding:
    return finding(
        "EI-FINVOICE-SIGN",
        "warning",
        f"the {what} of the credit note make {amount}, and its total without VAT is {total}; they are read with the "
        "sign of the total",
        "write every amount and quantity of a credit note (INV02) with a minus; prices and percentages without",
        ("BT-131" if path.startswith("lines") else "BT-116", "BT-109"),
        str(amount),
        path,
    )


def _paid(invoice: Invoice) -> Invoice:
    """What is paid already: before 3.0 it stands among the partial payments, or the status alone says so."""
    totals = invoice.totals
    if totals is None or totals.paid_amount is not None or totals.total_with_vat is None or totals.amount_due is None:
        return invoice
    rest = totals.total_with_vat - totals.amount_due + (totals.rounding_amount or ZERO)
    if not rest:
        return invoice
    status = invoice.native.get(f"{PREFIX}PaymentStatusDetails/PaymentStatusCode")
    stated = invoice.native.get(f"{PREFIX}PartialPaymentDetails/PaidAmount")
    paid = None
    if status == "PAID" and totals.amount_due == 0:
        paid = rest
    elif stated is not None:
        try:
            amount = read_comma(stated)
        except ValueError:
            amount = ZERO
        paid = rest if abs(amount) == abs(rest) else None
    elif (
        status == "PARTLYPAID" and (rest < 0) == (totals.total_with_vat < 0) and abs(rest) <= abs(totals.total_with_vat)
    ):
        paid = rest
    if paid is None:
        return invoice
    return invoice.model_copy(
        update={
            "totals": totals.model_copy(update={"paid_amount": paid}),
            "native": {**invoice.native, f"{PREFIX}_paid": str(paid)},
        }
    )


INSTALMENT: Final = "finvoice:_instalment"
"""Note on an invoice: the payment order asks for this instalment, and the amount due (BT-115) is the whole."""


def _instalment(invoice: Invoice) -> Invoice:
    """The payment order of an invoice that is paid in instalments asks for the first: what is due is all of them."""
    totals = invoice.totals
    if totals is None or totals.amount_due is None or totals.total_with_vat is None:
        return invoice
    path = f"{PREFIX}PartialPaymentDetails/PartialPaymentVatIncludedAmount"
    parts = []
    for key, text in invoice.native.items():
        if key == path or re.fullmatch(re.escape(path) + r"\[\d+\]", key):
            try:
                parts.append(read_comma(text))
            except ValueError:
                return invoice
    whole = totals.total_with_vat - (totals.paid_amount or ZERO) + (totals.rounding_amount or ZERO)
    if len(parts) < 2 or totals.amount_due not in parts or totals.amount_due == whole or sum(parts, ZERO) != whole:
        return invoice
    return invoice.model_copy(
        update={
            "totals": totals.model_copy(update={"amount_due": whole}),
            "native": {**invoice.native, INSTALMENT: str(totals.amount_due)},
        }
    )


def _nets_of_gross(invoice: Invoice, digits: int) -> Invoice:
    """Rows with amounts with VAT only: net amounts that together make the stated base of their class."""
    groups: dict[tuple[str | None, Decimal | None], list[int]] = {}
    for position, line in enumerate(invoice.lines):
        if line.net_amount is None and line.amount_with_vat is not None:
            groups.setdefault((line.vat_category, line.vat_rate), []).append(position)
    if not groups:
        return invoice
    lines = list(invoice.lines)
    for (category, rate), members in groups.items():
        grosses = [lines[n].amount_with_vat or ZERO for n in members]
        nets = list(calc.nets_from_gross(grosses, rate or ZERO, minor_units=digits))
        base = next((e.taxable_amount for e in invoice.vat_breakdown if (e.category, e.rate) == (category, rate)), None)
        others = [line.net_amount for line in lines if (line.vat_category, line.vat_rate) == (category, rate)]
        if base is not None:
            stated = sum((net for net in others if net is not None), ZERO)
            _spread(nets, base - stated - sum(nets, ZERO), digits)
        for n, net in zip(members, nets, strict=True):
            update: dict[str, Any] = {"net_amount": net}
            if lines[n].vat_amount is None:
                update["native"] = {**lines[n].native, f"{PREFIX}_net_amount": "1"}
            lines[n] = lines[n].model_copy(update=update)
    return invoice.model_copy(update={"lines": tuple(lines)})


def _spread(nets: list[Decimal], rest: Decimal, digits: int) -> None:
    """Add what rounding left over, a minor unit to each of the largest; more than a unit for each is no rounding."""
    unit = Decimal(1).scaleb(-digits)
    steps = int(abs(rest) / unit)
    if not rest or steps > len(nets):
        return
    for n in sorted(range(len(nets)), key=lambda each: abs(nets[each]), reverse=True)[:steps]:
        nets[n] += unit.copy_sign(rest)


def _settled_line(line: Line, position: int, digits: int, findings: list[Finding]) -> Line:
    line = _positive(line)
    net = line.net_amount
    if line.quantity is None and net is not None:
        return _without_quantity(line, position, findings)
    if net is None or line.quantity is None:
        return line
    line = _signed_allowances(_of_gross(line, net, digits), net, digits, position, findings)
    if not line.quantity:
        return line
    adjusted = _goods(line, digits)
    if adjusted is None:
        return line
    goods = (
        line.quantity * (line.net_price or ZERO) / (line.price_base_quantity or 1)
        if line.net_price is not None
        else None
    )
    if goods is not None and abs(goods - adjusted) <= TOLERANCE:
        return line
    turned = _turned_quantity(line, net, digits, position, findings)
    return turned or _derived_price(line, position, adjusted, goods, findings)


def _of_gross(line: Line, net: Decimal, digits: int) -> Line:
    """A percentage beside a price that has it off already is one of the price before it, where that one ties."""
    if len(line.allowances_charges) != 1 or not line.quantity or line.net_price is None:
        return line
    (entry,) = line.allowances_charges
    rate = entry.percentage
    if entry.is_charge or rate is None or not 0 < rate < 100 or not (entry.amount is entry.base_amount is None):
        return line
    if abs(line.quantity * line.net_price / (line.price_base_quantity or 1) - net) > TOLERANCE:
        return line
    gross = calc.round_half_up(net * 100 / (100 - rate), digits)
    if calc.round_half_up(gross * rate / 100, digits) != gross - net:
        return line
    return line.model_copy(update={"allowances_charges": (entry.model_copy(update={"amount": gross - net}),)})


def _turned_quantity(line: Line, net: Decimal, digits: int, position: int, findings: list[Finding]) -> Line | None:
    """A quantity that lacks the sign of its row, as careless senders write it; None where the sign is not all."""
    if not line.quantity or not line.net_price:
        return None
    native = {key: text for key, text in line.native.items() if key != NEGATIVE_PRICE}
    turned = line.model_copy(update={"quantity": -line.quantity, "native": native})
    of_discounts: list[Finding] = []
    turned = _signed_allowances(turned, net, digits, position, of_discounts)
    adjusted = _goods(turned, digits)
    goods = -line.quantity * line.net_price / (line.price_base_quantity or 1)
    if adjusted is None or abs(goods - adjusted) > TOLERANCE:
        return None
    findings.append(
        finding(
            "EI-FINVOICE-SIGN",
            "info",
            f"quantity {abs(line.quantity)} and price {line.net_price} give the row total without its sign; the total "
            "counts, and the quantity is read with the sign of the total",
            "write the quantity of a row with the sign of its total, and the price without",
            ("BT-129", "BT-131"),
            str(abs(line.quantity)),
            f"lines[{position}].quantity",
        )
    )
    return turned


def _goods(line: Line, digits: int) -> Decimal | None:
    """Return what quantity times price has to be for the row total to be right."""
    net = line.net_amount
    if net is None:
        return None
    total = net
    base = None
    if line.net_price is not None and line.quantity is not None:
        base = calc.round_half_up(line.quantity * line.net_price / (line.price_base_quantity or 1), digits)
    for entry in line.allowances_charges:
        amount = calc.allowance_charge_amount(entry, base, digits=digits)
        if amount is None:
            return None
        total = total - amount if entry.is_charge else total + amount
    return total


def _signed_allowances(line: Line, net: Decimal, digits: int, position: int, findings: list[Finding]) -> Line:
    """A discount of a negative row often has no sign of its own: it gets the one with which the row comes out."""
    if not line.allowances_charges or line.net_price is None or line.quantity is None:
        return line
    base = calc.round_half_up(line.quantity * line.net_price / (line.price_base_quantity or 1), digits)
    filled = []
    for entry in line.allowances_charges:
        amount = calc.allowance_charge_amount(entry, base, digits=digits)
        if amount is None:
            return line
        filled.append(entry.model_copy(update={"amount": amount}))
    parts = sum((entry.amount or ZERO) * (1 if entry.is_charge else -1) for entry in filled)
    if abs(base + parts - net) > TOLERANCE >= abs(base - parts - net):
        turned = tuple(_turned(entry) for entry in filled)
        stated = ", ".join(str(abs(entry.amount or ZERO)) for entry in filled)
        findings.append(
            finding(
                "EI-FINVOICE-SIGN",
                "info",
                f"the discount {stated} has not the sign with which the row gives its total; it is read with that sign",
                "write the discounts of a negative row with a minus, and those of other rows without",
                ("BT-136", "BT-131"),
                stated,
                f"lines[{position}].allowances_charges[0].amount",
            )
        )
        return line.model_copy(update={"allowances_charges": turned})
    if tuple(filled) != line.allowances_charges:
        return line.model_copy(update={"allowances_charges": tuple(filled)})
    return line


def _turned(entry: AllowanceCharge) -> AllowanceCharge:
    update = {"amount": -(entry.amount or ZERO)}
    if entry.base_amount is not None:
        update["base_amount"] = -entry.base_amount
    return entry.model_copy(update=update)


def _positive(line: Line) -> Line:
    turned = calc.normalise_negative_prices(line)
    if turned is line:
        return line
    return turned.model_copy(update={"native": {**line.native, NEGATIVE_PRICE: "1"}})


def _without_quantity(line: Line, position: int, findings: list[Finding]) -> Line:
    """A row that states its total only: one piece at that price, or as many as the price it states makes of it."""
    net = line.net_amount or ZERO
    goods = _goods(line.model_copy(update={"net_price": None}), 2)
    quantity = Decimal(-1) if net < 0 else Decimal(1)
    if line.net_price and goods and abs(line.net_price - abs(goods)) > TOLERANCE:
        quotient = goods * (line.price_base_quantity or 1) / line.net_price
        if quotient == (counted := calc.round_half_up(quotient, QUANTITY_DIGITS)):
            quantity = counted.to_integral_value() if counted % 1 == 0 else counted.normalize(EXACT)
    update: dict[str, Any] = {
        "quantity": quantity,
        "net_price": abs(net if goods is None else goods) if line.net_price is None else line.net_price,
        "native": {
            **line.native,
            ASSUMED_QUANTITY: "price" if line.net_price is None else f"quantity|{abs(quantity):f}",
        },
    }
    if line.unit_code is None:
        update["unit_code"] = "C62"
    findings.append(
        finding(
            "EI-FINVOICE-QUANTITY",
            "info",
            f"the row states the amount {net} and no quantity that can be read; read as {quantity} of "
            f"{update['net_price']}",
            "state quantity and price",
            ("BT-129", "BT-146"),
            str(net),
            f"lines[{position}].net_amount",
        )
    )
    return line.model_copy(update=update)


_CENTS: Final = re.compile(r"^(snt|c|ct|cent|cents|öre)\s*/", re.IGNORECASE)

PRICE_DIGITS: Final = 10
QUANTITY_DIGITS: Final = 3
"""Decimals of a quantity that follows from total and price; with more, the price is not that of the total."""


def _derived_price(
    line: Line, position: int, goods: Decimal, stated_goods: Decimal | None, findings: list[Finding]
) -> Line:
    """Return *line* with the price that gives its total, in the fewest decimals; the stated one is kept."""
    quantity = line.quantity or Decimal(1)
    base = line.price_base_quantity or Decimal(1)
    exact_price = goods * base / quantity
    price = calc.round_half_up(exact_price, 2)
    for digits in range(2, PRICE_DIGITS + 1):
        price = calc.round_half_up(exact_price, digits)
        if abs(calc.round_half_up(quantity * price / base, 2) - goods) < Decimal("0.005"):
            break
    if price < 0:
        return line
    stated = line.net_price
    native = dict(line.native)
    if stated is not None:
        gross = line.gross_price if line.gross_price is not None else stated
        if f"{PREFIX}UnitPriceAmount" not in native:
            native[f"{PREFIX}UnitPriceAmount"] = codecs.kept_amount(gross)
        if f"{PREFIX}_one_price" not in native:
            native[f"{PREFIX}UnitPriceNetAmount"] = codecs.kept_amount(stated)
        if line.price_discount is not None:
            native[f"{PREFIX}UnitPriceDiscountAmount"] = codecs.kept_amount(line.price_discount)
    native[PRICE_OF] = price_key(line.quantity, line.net_amount, price)
    unit = next((native[k] for k in native if k.endswith("/@UnitPriceUnitCode")), "")
    if stated is not None:
        cents = bool(_CENTS.match(unit))
        findings.append(
            finding(
                "EI-FINVOICE-PRICE",
                "info" if cents else "warning",
                f"quantity {line.quantity} and price {stated}{f' {unit}' if unit else ''} give {stated_goods:.2f}, "
                "and the row "
                f"total needs {goods}; the total counts, and the price is read as {price}"
                + (" (it was stated in cents)" if cents else ""),
                None if cents else "correct quantity, price, discount or total of the row",
                ("BT-146", "BT-131"),
                str(stated),
                f"lines[{position}].net_price",
            )
        )
    return line.model_copy(update={"net_price": price, "gross_price": None, "price_discount": None, "native": native})


def price_key(quantity: Decimal | None, net: Decimal | None, price: Decimal | None) -> str:
    """Return the note that ties a kept price to the line for which it was stated; without regard to sign."""
    return "|".join("" if n is None else format_comma(abs(n).normalize()) for n in (quantity, net, price))


def _reasons(invoice: Invoice, context: Context) -> calc.ExemptionReasons:
    """Return what a category says by itself about the reason for the exemption (BT-120, BT-121)."""
    reasons = {}
    for category in {line.vat_category for line in invoice.lines} & terms.EXEMPT:
        assert category is not None
        decision, default = context.vat.get(category), codelists.vat_category(category)
        text = decision.reason if decision is not None else None
        code = decision.code if decision is not None else None
        if default is not None and category != "E":
            text, code = text or default.exemption_text(), code or default.vatex
        if text or code:
            reasons[category] = (text, code)
    return reasons


def completed_reasons(before: Invoice, after: Invoice) -> list[Finding]:
    """Name the reasons for an exemption that the category supplied."""
    found = []
    for position, entry in enumerate(after.vat_breakdown):
        old = before.vat_breakdown[position] if before.vat_breakdown else None
        had = old is not None and (old.exemption_reason or old.exemption_reason_code)
        if not had and (entry.exemption_reason or entry.exemption_reason_code):
            path = f"vat_breakdown[{position}].exemption_reason"
            found.append(
                finding(
                    "EI-FINVOICE-VAT-REASON",
                    "info",
                    f"category {entry.category} has no reason in the document; its usual one is taken: "
                    f"{entry.exemption_reason or ''} {entry.exemption_reason_code or ''}".rstrip(),
                    "state VatFreeText or VatExemptionReasonCode",
                    terms_at(path),
                    entry.category,
                    path,
                )
            )
    return found
