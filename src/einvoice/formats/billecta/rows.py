"""Rows into lines and texts, after reading and before the invoice is built.

A row of type Message is a text: one before the first line goes to `Invoice.leading_text_rows`, the others to
`Line.text_rows` of the line above.  What such a row states beside its text is kept with its position
(``billecta:Records[3]/Hidden``).  Every other row is a line, those that are hidden and packages included: they count in
the totals.  A row that states neither quantity nor price is a text, whatever its type says.

Discounts.  `DiscountType` says which of the two counts; the other one is kept.  `DiscountAmount` is that of the whole
row, with VAT where the price has it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from einvoice import calc, codelists
from einvoice.context import Context
from einvoice.formats.billecta.settled import ZERO, Native, Settled, finding
from einvoice.formats.mapping.codecs import format_decimal

UNITS: Final = {
    "st": "H87",
    "tim": "HUR",
    "dag": "DAY",
    "vecka": "WEE",
    "mån": "MON",
    "år": "ANN",
    "kg": "KGM",
    "m": "MTR",
    "m2": "MTK",
    "m3": "MTQ",
    "l": "LTR",
    "km": "KMT",
    "par": "PR",
    "set": "SET",
    "förp": "XPK",
}
"""Swedish abbreviations; the service defines none."""

TEXT: Final = "Message"


def settle_rows(values: dict[str, Any], digits: int, context: Context, done: Settled, *, entry: bool) -> None:
    """Sort the rows out: lines, and texts beside them.  The totals of the rows of an *entry* are not the service's."""
    rows: list[dict[str, Any]] = values.pop("lines", [])
    native = Native(values)
    lines: list[dict[str, Any]] = []
    for count, position in enumerate(sorted(range(len(rows)), key=lambda n: _sequence(rows[n]))):
        row = rows[position]
        own = Native(row)
        kind = own.get("RecordType") or "Standard"
        stated = "quantity" in row or "net_price" in row
        if kind == TEXT or not stated:
            _text_row(row, position, count, kind, lines, values, native, done)
        else:
            done.rows.append(position)
            lines.append(row)
            _line(row, own, len(lines) - 1, digits, context, done, entry)
    if lines:
        values["lines"] = lines


def _sequence(row: dict[str, Any]) -> int:
    """Rows of one number, 0 for all of them with many senders, keep their order."""
    text = row.get("identifier", "0")
    return int(text) if text.lstrip("-").isdigit() else 0


def _text_row(
    row: dict[str, Any],
    position: int,
    count: int,
    kind: str,
    lines: list[dict[str, Any]],
    values: dict[str, Any],
    native: Native,
    done: Settled,
) -> None:
    text = row.pop("item_name", None)
    if kind != TEXT:
        done.findings.append(
            finding(
                "EI-BILLECTA-ROW",
                "warning",
                f"row {position + 1} has neither quantity nor price; it is read as a text",
                "write the row with the type Message, or give it quantity and price",
                ("BT-129", "BT-146"),
                text,
                f"rows[{position}].item_name",
            )
        )
    if text is not None:
        if lines:
            texts = lines[-1].setdefault("text_rows", [])
            done.moves[f"lines[{len(lines) - 1}].text_rows[{len(texts)}]"] = f"rows[{position}].item_name"
        else:
            texts = values.setdefault("leading_text_rows", [])
            done.moves[f"leading_text_rows[{len(texts)}]"] = f"rows[{position}].item_name"
        texts.append(text)
    step = f"Records[{count + 1}]" if count else "Records"
    for name, member in _MEMBERS.items():
        if name in row:
            _keep(native, f"{step}/{member}", _spelled(row[name]), f"rows[{position}].{name}", done)
    period = row.get("period", {})
    for name, member in (("start_date", "PeriodStart"), ("end_date", "PeriodEnd")):
        if name in period:
            _keep(native, f"{step}/{member}", _spelled(period[name]), f"rows[{position}].period.{name}", done)
    for key, value in row.get("native", {}).items():
        member = key.partition(":")[2]
        _keep(native, f"{step}/{member}", value, f"rows[{position}].native.{key}", done)


_MEMBERS: Final = {
    "identifier": "SequenceNo",
    "unit_name": "Units",
    "seller_item_identifier": "ArticleNumber",
    "quantity": "Quantity",
    "net_price": "UnitPrice",
    "vat_rate": "VAT",
    "amount_with_vat": "TotalIncVAT",
    "net_amount": "TotalExclVAT",
}


def _spelled(value: Any) -> str:
    return format_decimal(value) if isinstance(value, Decimal) else str(value)


def _keep(native: Native, path: str, text: str, place: str, done: Settled) -> None:
    native.put(path, text)
    done.moves[f"native.billecta:{path}"] = place


def _line(
    row: dict[str, Any], own: Native, number: int, digits: int, context: Context, done: Settled, entry: bool
) -> None:
    path = f"lines[{number}]"
    _identifier(row, own, number, done)
    _text(row, path, done)
    _unit(row, path, context, done)
    if "quantity" not in row:
        row["quantity"] = Decimal(1)
        done.findings.append(
            finding(
                "EI-BILLECTA-ROW",
                "warning",
                "the row has a price and no quantity; read as 1",
                "state the quantity",
                ("BT-129",),
                None,
                f"{path}.net_price",
            )
        )
    if "net_price" not in row:
        row["net_price"] = ZERO
        done.findings.append(
            finding(
                "EI-BILLECTA-ROW",
                "error",
                "the row has a quantity and no price; read as 0",
                "state the price, 0 for what is free",
                ("BT-146",),
                None,
                f"{path}.quantity",
            )
        )
    _amounts(row, own, path, digits, done, entry)


def _identifier(row: dict[str, Any], own: Native, number: int, done: Settled) -> None:
    """`SequenceNo` is 0 for every row of many senders: lines are numbered, and what stands there is kept."""
    stated = row.get("identifier")
    row["identifier"] = str(number + 1)
    if stated is not None and stated != str(number + 1):
        own.put("_SequenceNo", stated)
        done.moves[f"lines[{number}].native.billecta:_SequenceNo"] = f"lines[{number}].identifier"


def _text(row: dict[str, Any], path: str, done: Settled) -> None:
    """The first line of the text names the item, the others describe it."""
    text = row.get("item_name")
    if text is not None and "\n" in text:
        name, _, rest = text.partition("\n")
        row["item_name"], row["item_description"] = name.rstrip(), rest
        done.moves[f"{path}.item_description"] = f"{path}.item_name"


def _unit(row: dict[str, Any], path: str, context: Context, done: Settled) -> None:
    name: str | None = row.get("unit_name")
    if name is None:
        row["unit_code"] = "C62"
        return
    code = context.unit_code(name) or UNITS.get(name.strip().lower().rstrip(".")) or codelists.unit_code(name)
    if code is None and name.upper() in codelists.codes("units"):
        code = name.upper()
    done.moves[f"{path}.unit_code"] = f"{path}.unit_name"
    if code is not None:
        row["unit_code"] = code
        return
    row["unit_code"] = "C62"
    done.findings.append(
        finding(
            "EI-BILLECTA-UNIT",
            "warning",
            f"unit {name!r} is none that is known; read as C62 (piece)",
            f'say in the context what it means: [units] "{name}" = "C62"',
            ("BT-130",),
            name,
            f"{path}.unit_name",
        )
    )


def _amounts(row: dict[str, Any], own: Native, path: str, digits: int, done: Settled, entry: bool) -> None:
    """Bring price, discount and totals of the row together."""
    if entry:
        _unsent(row, own, path, done)
    quantity: Decimal = row["quantity"]
    price: Decimal = row["net_price"]
    rate: Decimal = row.get("vat_rate", ZERO)
    with_vat = own.flag("VatIsIncluded")
    goods = quantity * price
    kind = own.get("DiscountType")
    percentage, amount = Decimal(own.get("DiscountPercentage") or 0), own.amount("DiscountAmount")
    discount = ZERO
    if kind == "Percentage" or (kind is None and percentage and not amount):
        discount = goods * percentage / 100
        counts = "DiscountPercentage"
    else:
        discount, counts = amount or ZERO, "DiscountAmount"
        if discount and (discount < 0) != (goods < 0):
            discount = _turned(row, goods, discount, rate, with_vat, digits, path, done)
        percentage = ZERO
    idle = "DiscountAmount" if counts == "DiscountPercentage" else "DiscountPercentage"
    if Decimal(own.get(idle) or 0):
        done.findings.append(
            finding(
                "EI-BILLECTA-DISCOUNT",
                "warning",
                f"{idle} {own.get(idle)} does not count: DiscountType is {kind or 'not stated'}, so {counts} does",
                f"leave {idle} out, or write the DiscountType that it belongs to",
                ("BT-136", "BT-138"),
                own.get(idle),
                f"{path}.native.billecta:{idle}",
            )
        )
    total = calc.round_half_up(goods - discount, digits)
    if with_vat:
        row["price_with_vat"] = row.pop("net_price")
        done.moves[f"{path}.price_with_vat"] = f"{path}.net_price"
        if "amount_with_vat" not in row:
            row["amount_with_vat"] = total
            done.moves[f"{path}.amount_with_vat"] = f"{path}.net_price"
    elif "net_amount" not in row:
        row["net_amount"] = total
        done.moves[f"{path}.net_amount"] = f"{path}.net_price"
    if not discount:
        return
    stated = own.pop(counts)
    if stated is not None and counts == "DiscountAmount":
        own.put("_DiscountAmount", stated)  # with VAT where the price has it, and as the row states it
        done.moves[f"{path}.native.billecta:_DiscountAmount"] = f"{path}.native.billecta:DiscountAmount"
    base = calc.round_half_up(goods / (1 + rate / 100) if with_vat else goods, digits)
    discounted: dict[str, Any] = {"is_charge": False, "base_amount": base}
    if percentage:
        discounted["percentage"] = percentage
    if "net_amount" in row:  # else it is known when the nets of all rows are (`amounts.py`)
        discounted["amount"] = base - row["net_amount"]
    row["allowances_charges"] = [discounted]
    for name in ("amount", "base_amount", *(("percentage",) if percentage else ())):
        done.moves[f"{path}.allowances_charges[0].{name}"] = f"{path}.native.billecta:{counts}"


def _unsent(row: dict[str, Any], own: Native, path: str, done: Settled) -> None:
    """The service calculates the totals of a row: what a client states of them is kept, and counts for nothing."""
    for name, member in (("amount_with_vat", "TotalIncVAT"), ("net_amount", "TotalExclVAT")):
        if name in row:
            own.put(member, format_decimal(row.pop(name)))
            done.moves[f"{path}.native.billecta:{member}"] = f"{path}.{name}"


def _turned(
    row: dict[str, Any],
    goods: Decimal,
    discount: Decimal,
    rate: Decimal,
    with_vat: bool,
    digits: int,
    path: str,
    done: Settled,
) -> Decimal:
    """Return the discount of a row with the sign that makes the row smaller, unless its stated total says otherwise."""
    stated = row.get("amount_with_vat" if with_vat else "net_amount")
    if stated is not None and calc.round_half_up(goods - discount, digits) == stated:
        return discount
    done.findings.append(
        finding(
            "EI-BILLECTA-DISCOUNT",
            "warning",
            f"the discount {format_decimal(discount)} has another sign than the row, {format_decimal(goods)}; it is "
            "read as what makes the row smaller",
            "give the discount the sign of the row",
            ("BT-136",),
            format_decimal(discount),
            f"{path}.native.billecta:DiscountAmount",
        )
    )
    return -discount
