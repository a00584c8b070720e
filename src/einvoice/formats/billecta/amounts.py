"""Sign, VAT categories, fees, deductions and totals, once the invoice is built.

Sign.  A credit invoice is negative in Billecta and positive in the model: it is turned (see `einvoice.calc.flip`), and
one that is positive on the wire stays as it is, with EI-BILLECTA-SIGN.  A negative price gives the quantity its sign.

Totals.  An entry states none: they follow from its rows.  Those of an answer count, but where the service has rounded
row by row, VAT follows from the breakdown as EN 16931 has it, and the cents between go to the rounding (BT-114).

Fees.  `InvoiceFee` and `FreightFee` become charges.  Their VAT stands nowhere: ``[billecta] fee_vat``, else the one
rate of the rows, else the one with which the totals of an answer tie.

ROT and RUT.  The buyer pays less, and the tax agency the rest: the deduction counts as paid (BT-113).
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from typing import Any, Final

from einvoice import calc, codelists
from einvoice.calc.rounding import exact
from einvoice.context import Context
from einvoice.findings import Finding
from einvoice.formats.billecta.settled import PREFIX, ZERO, Settled, finding
from einvoice.formats.billecta.tree import minor_units
from einvoice.formats.billecta.vat import Categories, reasons
from einvoice.formats.mapping.codecs import format_decimal
from einvoice.model import AllowanceCharge, DocumentTotals, Invoice, Line

FEES: Final = {
    "InvoiceFee": ("IS", {"SV": "Faktureringsavgift", "EN": "Invoicing fee", "FI": "Laskutuslisä"}),
    "FreightFee": ("FC", {"SV": "Frakt", "EN": "Freight", "FI": "Rahti"}),
}
"""Member → reason code (UNCL7161) and reason by language."""

NEGATIVE_PRICE: Final = "billecta:_negative_price"
"""Note on a line whose source has a negative price."""


@exact
def complete(invoice: Invoice, context: Context, done: Settled, *, entry: bool, interest: bool) -> Invoice:
    """Return *invoice* with everything that follows from it and the context; *done* learns what had to be decided."""
    findings = done.findings
    digits = min(2, minor_units(invoice.currency))
    invoice = _signed(invoice, findings)
    categories = Categories(invoice, _country(invoice, context), context, interest=interest)
    lines = []
    for number, line in enumerate(invoice.lines):
        category, rate = categories.of(line, number)
        lines.append(line.model_copy(update={"vat_category": category, "vat_rate": rate}))
    invoice = invoice.model_copy(update={"lines": tuple(lines)}) if lines else invoice
    invoice = _nets(invoice, digits)
    invoice = _fees(invoice, context, digits, done)
    findings += categories.findings
    if not invoice.lines:
        return invoice
    found = reasons(invoice, context)
    if not entry:
        invoice = _stated_totals(invoice, found, digits, done)
    invoice = calc.complete(invoice, reasons=found, minor_units=digits)
    if entry:
        invoice = _as_priced(invoice)
    invoice = _deduction(invoice, done, entry=entry)
    if not entry and context.billecta.amounts == "now":
        invoice = _now(invoice, done)
    return invoice


def _as_priced(invoice: Invoice) -> Invoice:
    """Let the buyer pay what prices with VAT promise: half an öre of VAT goes to the rounding amount (BT-114)."""
    totals = invoice.totals
    if totals is None or totals.amount_due is None or totals.total_with_vat is None or invoice.allowances_charges:
        return invoice
    if any(line.price_with_vat is None or line.amount_with_vat is None for line in invoice.lines):
        return invoice
    off = sum((line.amount_with_vat or ZERO for line in invoice.lines), ZERO) - totals.total_with_vat
    if not off or abs(off) > calc.rounding_of_lines(invoice):
        return invoice
    update = {"rounding_amount": off, "amount_due": totals.amount_due + off}
    return invoice.model_copy(update={"totals": totals.model_copy(update=update)})


_KEPT: Final = {"InvoicedAmount": "amount_due", "TotalVATAmount": "vat_total", "CentRoundingAmount": "rounding_amount"}
"""Totals of an answer by member: what one of them says is kept when the invoice has to say something else."""


def _kept(invoice: Invoice, update: dict[str, Any], done: Settled) -> Invoice:
    """Return *invoice* with these totals; what they take the place of is kept as the answer states it."""
    totals = invoice.totals
    assert totals is not None
    native = dict(invoice.native)
    for member, name in _KEPT.items():
        stated = getattr(totals, name)
        key = f"{PREFIX}_{member}"
        if name in update and stated is not None and update[name] != stated and key not in native:
            native[key] = format_decimal(stated)
            done.moves[f"native.{key}"] = f"totals.{name}"
    return invoice.model_copy(update={"totals": totals.model_copy(update=update), "native": native})


def _country(invoice: Invoice, context: Context) -> str | None:
    """Return the country of the buyer: of the document, else of the customer's card, else of the VAT number."""
    address = invoice.buyer.address if invoice.buyer is not None else None
    if address is not None and address.country_code:
        return address.country_code.upper()
    card = context.customer_of(invoice)
    if card is not None and card.country:
        return card.country
    number = (invoice.buyer.vat_identifier if invoice.buyer is not None else None) or ""
    prefix = "GR" if (prefix := number[:2].upper()) == "EL" else prefix
    return prefix if codelists.is_eu(prefix) else None


# -- sign ------------------------------------------------------------------------------------------------------------


def _signed(invoice: Invoice, findings: list[Finding]) -> Invoice:
    if invoice.type_code == "381":
        total = sum((_amount(line) for line in invoice.lines), ZERO)
        if not total and invoice.totals is not None:
            total = invoice.totals.amount_due or ZERO
        if total < 0 or (not total and invoice.lines):  # one of nothing is turned like the others
            turned = calc.flip(invoice)
            due = turned.totals.amount_due if turned.totals is not None else None
            if due is not None and due < 0 and turned.totals is not None:
                turned = _unsigned_totals(turned, findings)
            invoice = turned
        elif total > 0:
            findings.append(
                finding(
                    "EI-BILLECTA-SIGN",
                    "warning",
                    "a credit invoice of Billecta is negative, and this one is positive; it is read as it stands",
                    "write the quantities of a credit invoice with a minus",
                    ("BT-3", "BT-129"),
                    None,
                    "lines[0].quantity",
                )
            )
    if any((price or ZERO) < 0 for line in invoice.lines for price in (line.net_price, line.price_with_vat)):
        invoice = invoice.model_copy(update={"lines": tuple(_positive(line) for line in invoice.lines)})
    return invoice


def _unsigned_totals(invoice: Invoice, findings: list[Finding]) -> Invoice:
    """The rows were negative and the totals were not."""
    totals = invoice.totals
    assert totals is not None
    names = ("amount_due", "vat_total", "rounding_amount")
    update = {name: -value for name in names if (value := getattr(totals, name))}
    findings.append(
        finding(
            "EI-BILLECTA-SIGN",
            "warning",
            f"the rows are negative and the total {format_decimal(update['amount_due'])} is not; it is read as that of "
            "the credit",
            "state the totals of a credit invoice with the sign of its rows",
            ("BT-115",),
            None,
            "totals.amount_due",
        )
    )
    return invoice.model_copy(update={"totals": totals.model_copy(update=update)})


def _amount(line: Line) -> Decimal:
    amount = line.net_amount if line.net_amount is not None else line.amount_with_vat
    return amount if amount is not None else ZERO


def _positive(line: Line) -> Line:
    turned = calc.normalise_negative_prices(line)
    if turned is line:
        return line
    return turned.model_copy(update={"native": {**line.native, NEGATIVE_PRICE: "1"}})


# -- lines -----------------------------------------------------------------------------------------------------------


def _nets(invoice: Invoice, digits: int) -> Invoice:
    """Give rows with prices with VAT the nets that together make the price that the buyer sees."""
    groups: dict[calc.VatKey, list[int]] = {}
    for number, line in enumerate(invoice.lines):
        if line.net_amount is None and line.amount_with_vat is not None:
            groups.setdefault(calc.vat_key(line.vat_category, line.vat_rate), []).append(number)
    lines = list(invoice.lines)
    for (_, rate), numbers in groups.items():
        grosses = [lines[number].amount_with_vat or ZERO for number in numbers]
        for number, net in zip(numbers, calc.nets_from_gross(grosses, rate or ZERO, minor_units=digits), strict=True):
            lines[number] = lines[number].model_copy(update={"net_amount": net})
    lines = [_discounted(line) for line in lines]
    if all(new is old for new, old in zip(lines, invoice.lines, strict=True)):
        return invoice
    return invoice.model_copy(update={"lines": tuple(lines)})


def _discounted(line: Line) -> Line:
    """The discount of a row is what lies between its base and its net amount."""
    if not line.allowances_charges or line.net_amount is None:
        return line
    entry = line.allowances_charges[0]
    if entry.amount is not None or entry.base_amount is None:
        return line
    entry = entry.model_copy(update={"amount": entry.base_amount - line.net_amount})
    return line.model_copy(update={"allowances_charges": (entry,)})


# -- fees ------------------------------------------------------------------------------------------------------------


def _fees(invoice: Invoice, context: Context, digits: int, done: Settled) -> Invoice:
    amounts = {
        member: amount
        for member in FEES
        if (text := invoice.native.get(PREFIX + member)) is not None and (amount := Decimal(text))
    }
    if not amounts:
        return invoice
    if invoice.is_credit_note and sum(amounts.values()) < 0:
        amounts = {member: -amount for member, amount in amounts.items()}
    settings = context.billecta
    weights: dict[tuple[str | None, Decimal | None], Decimal] = {}
    for line in invoice.lines:
        key = (line.vat_category, line.vat_rate)
        weights[key] = weights.get(key, ZERO) + abs(line.net_amount or ZERO)
    keys = sorted(weights, key=lambda key: -weights[key])
    if settings.fee_vat is not None:
        same = [key for key in keys if (key[1] or ZERO) == settings.fee_vat]
        keys = same[:1] or [("S" if settings.fee_vat else "Z", settings.fee_vat)]
    elif not keys:
        keys = [("S", Decimal(25))]
    with_vat = invoice.native.get("billecta:VatIsIncluded") == "true"
    found = _tied(invoice, amounts, list(product(keys, (with_vat, not with_vat))), digits)
    if found is None:
        found = keys[0], with_vat
        if len(keys) > 1 or not invoice.lines:
            done.findings.append(
                finding(
                    "EI-BILLECTA-FEE-VAT",
                    "error",
                    f"{' and '.join(amounts)}: Billecta does not say what VAT a fee bears, and the rows have "
                    f"{', '.join(f'{format_decimal(rate or ZERO)} %' for _, rate in keys)}; read with "
                    f"{format_decimal(keys[0][1] or ZERO)} %",
                    "say it in the context: [billecta] fee_vat = 25",
                    ("BT-103",),
                    None,
                    f"native.{PREFIX}{next(iter(amounts))}",
                )
            )
    key, with_vat = found
    for number, member in enumerate(amounts, len(invoice.allowances_charges)):
        for place in (
            f"allowances_charges[{number}]",
            f"allowances_charges[{number}].amount",
            f"native.{PREFIX}_{member}",
        ):
            done.moves[place] = f"native.{PREFIX}{member}"
    return _with_fees(invoice, amounts, key, with_vat, digits)


def _with_fees(
    invoice: Invoice, amounts: dict[str, Decimal], key: tuple[str | None, Decimal | None], with_vat: bool, digits: int
) -> Invoice:
    category, rate = key
    language = invoice.native.get("billecta:CommunicationLanguage", "SV")
    charges = []
    native = dict(invoice.native)
    for member, amount in amounts.items():
        code, texts = FEES[member]
        net = calc.round_half_up(amount / (1 + (rate or ZERO) / 100), digits) if with_vat else amount
        stated: dict[str, Any] = {"vat_rate": rate} if rate is not None else {}
        charges.append(
            AllowanceCharge(
                is_charge=True,
                amount=net,
                vat_category=category,
                reason=texts.get(language, texts["SV"]),
                reason_code=code,
                **stated,
            )
        )
        native[f"{PREFIX}_{member}"] = native.pop(PREFIX + member)
    return invoice.model_copy(update={"allowances_charges": (*invoice.allowances_charges, *charges), "native": native})


def _tied(
    invoice: Invoice,
    amounts: dict[str, Decimal],
    candidates: list[tuple[tuple[str | None, Decimal | None], bool]],
    digits: int,
) -> tuple[tuple[str | None, Decimal | None], bool] | None:
    """Return the first reading of the fees with which the totals of an answer tie."""
    totals = invoice.totals
    if totals is None or totals.amount_due is None:
        return None
    bare = invoice.model_copy(update={"totals": None})
    for key, with_vat in candidates:
        made = _with_fees(bare, amounts, key, with_vat, digits)
        derived, _ = calc.derive_totals(made, minor_units=digits)
        slack = calc.rounding_of_lines(made, minor_units=digits)
        due = totals.amount_due - (totals.rounding_amount or ZERO)
        if derived.total_with_vat is None or abs(derived.total_with_vat - due) > slack:
            continue
        if totals.vat_total is None or abs((derived.vat_total or ZERO) - totals.vat_total) <= slack:
            return key, with_vat
    return None


# -- totals ----------------------------------------------------------------------------------------------------------


def _stated_totals(invoice: Invoice, found: calc.ExemptionReasons, digits: int, done: Settled) -> Invoice:
    """Let VAT follow from the breakdown where the answer differs from it by a rounding of rows only."""
    totals = invoice.totals
    if totals is None:
        return invoice
    derived, _ = calc.derive_totals(invoice.model_copy(update={"totals": None}), reasons=found, minor_units=digits)
    slack = calc.rounding_of_lines(invoice, minor_units=digits)
    if totals.vat_total is None or derived.vat_total is None or derived.total_with_vat is None:
        return invoice
    off = totals.vat_total - derived.vat_total
    rounding = totals.rounding_amount or ZERO
    if totals.amount_due is not None:
        rounding = totals.amount_due - derived.total_with_vat
        deducted = _deduction_of(invoice)
        if deducted and abs(rounding + deducted) < abs(rounding):
            rounding += deducted
    moved = abs(rounding - (totals.rounding_amount or ZERO))
    if not (off or moved) or abs(off) > slack or moved > slack:
        return invoice
    stated = rounding or totals.rounding_amount is not None  # a rounding of nothing that the answer states stays one
    update: dict[str, Any] = {"vat_total": None, "rounding_amount": rounding if stated else None}
    said = []
    if off:
        said.append(
            f"TotalVATAmount is {format_decimal(totals.vat_total)}, the breakdown gives "
            f"{format_decimal(derived.vat_total)} (BT-110)"
        )
    if moved:
        said.append(
            f"the rounding amount (BT-114) is {format_decimal(rounding)} instead of "
            f"{format_decimal(totals.rounding_amount or ZERO)}"
        )
    done.findings.append(
        finding(
            "EI-BILLECTA-ROUNDING",
            "info",
            f"the answer is rounded row by row: {'; '.join(said)}; what is paid stays as it is",
            "nothing needs to be done: EN 16931 calculates VAT on the sum of each rate",
            ("BT-110", "BT-114"),
            format_decimal(totals.vat_total),
            "totals.vat_total",
        )
    )
    return _kept(invoice, update, done)


def _deduction_of(invoice: Invoice) -> Decimal:
    """Return the ROT or RUT deduction, with the sign of what it is deducted from."""
    stated = invoice.native.get("billecta:RotRutDeductionAmount")
    if stated is not None:
        return abs(Decimal(stated))
    rows = (
        Decimal(line.native.get("billecta:RotRutAmount", "0"))
        for line in invoice.lines
        if line.native.get("billecta:RotRutActivated") == "true"
    )
    return abs(sum(rows, ZERO))


def _deduction(invoice: Invoice, done: Settled, *, entry: bool) -> Invoice:
    deducted = _deduction_of(invoice)
    totals = invoice.totals
    if not deducted or totals is None or totals.total_with_vat is None or totals.amount_due is None:
        return invoice
    whole = totals.total_with_vat + (totals.rounding_amount or ZERO)
    if entry or totals.amount_due == whole:
        due = whole - deducted
    elif totals.amount_due == whole - deducted:
        due = totals.amount_due
    else:
        return invoice
    at = next((n for n, line in enumerate(invoice.lines) if f"{PREFIX}RotRutAmount" in line.native), 0)
    stated = f"{PREFIX}RotRutDeductionAmount" in invoice.native
    done.findings.append(
        finding(
            "EI-BILLECTA-ROTRUT",
            "warning",
            f"the ROT or RUT deduction of {format_decimal(deducted)} is stated as paid (BT-113): EN 16931 has no place "
            f"for it; the buyer pays {format_decimal(due)}",
            "tell a buyer who books the invoice that the tax agency pays the rest",
            ("BT-113", "BT-115"),
            format_decimal(deducted),
            f"native.{PREFIX}RotRutDeductionAmount" if stated else f"lines[{at}].native.{PREFIX}RotRutAmount",
        )
    )
    return _kept(invoice, {"paid_amount": deducted, "amount_due": due}, done)


def _now(invoice: Invoice, done: Settled) -> Invoice:
    """State what is still to be paid now, as the context wants it."""
    text = invoice.native.get("billecta:CurrentAmount")
    totals = invoice.totals or DocumentTotals()
    if text is None or totals.amount_due is None:
        return invoice
    now = Decimal(text)
    if invoice.is_credit_note and now < 0:
        now = -now
    if now == totals.amount_due:
        return invoice
    paid = (totals.paid_amount or ZERO) + totals.amount_due - now
    done.findings.append(
        finding(
            "EI-BILLECTA-NOW",
            "info",
            f"of {format_decimal(totals.amount_due)} as invoiced {format_decimal(now)} is left, and the rest counts as "
            'paid (BT-113), as the context wants it: [billecta] amounts = "now"',
            None,
            ("BT-113", "BT-115"),
            text,
            "native.billecta:CurrentAmount",
        )
    )
    return _kept(invoice, {"paid_amount": paid, "amount_due": now}, done)
