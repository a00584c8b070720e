"""Rows of Finvoice: lines, text rows and holders of sub-rows; quantities, prices and discounts of a line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from einvoice import codelists
from einvoice.context import Context
from einvoice.findings import Finding
from einvoice.formats.finvoice import codecs
from einvoice.formats.finvoice.irregular import CURRENCY
from einvoice.formats.finvoice.settled import PREFIX, ZERO, Native, Settled, finding
from einvoice.formats.finvoice.vat import settle_category
from einvoice.formats.mapping.codecs import format_comma, read_comma

_CONTENT: Final = (
    "quantity",
    "gross_price",
    "net_price",
    "price_discount",
    "price_with_vat",
    "net_amount",
    "vat_amount",
    "amount_with_vat",
)
"""What makes a row a line."""

_QUANTITIES: Final = ("DeliveredQuantity", "OrderedQuantity")
"""Quantities that count where no invoiced one is stated, in this order."""


def settle_lines(values: dict[str, Any], native: Native, context: Context, done: Settled) -> None:
    rows: list[dict[str, Any]] = values.get("lines", [])
    lines: list[dict[str, Any]] = []
    is_billed = any(row.get(name) for row in rows for name in _SUMS)
    for position, row in enumerate(rows):
        if _is_plain(row):
            lines.append(row)
            done.rows.append(position)
            continue
        if _is_line(row) and not (is_billed and _is_zero(row)):
            path = f"lines[{len(lines)}]"
            _line(row, values, path, context, done)
            lines.append(row)
            done.rows.append(position)
            continue
        text = _text_of(row)
        if not row.get("native") or text:
            owner = lines[-1] if lines else values
            name = "text_rows" if lines else "leading_text_rows"
            owner.setdefault(name, []).append(text or "")
            at = f"lines[{len(lines) - 1}].text_rows" if lines else "leading_text_rows"
            what = "note" if "note" in row else "item_name"
            done.moves[f"{at}[{len(owner[name]) - 1}]"] = f"rows[{position}].{what}"
        _keep_row(row, position, native, text, values.get("currency"), done)
    if rows:
        values["lines"] = lines
    if not lines:
        done.findings.append(
            finding(
                "EI-MISSING-LINES",
                "error",
                "the invoice has no row with a quantity, a price or an amount"
                + ("; those that it has are texts and sub-rows, which never count" if rows else ""),
                "state what is billed in rows of its own",
                ("BG-25",),
            )
        )
        values.pop("lines", None)


_STATED: Final = frozenset({"S", "Z", "AE", "K", "G"})
"""Categories that mean the same in Finvoice and in EN 16931, whatever else the document says."""


def _is_plain(row: dict[str, Any]) -> bool:
    """Settle a row that leaves nothing to decide, as most do; False for one that needs a closer look."""
    price = row.get("net_price")
    if (
        "native" in row
        or price is None
        or row.get("vat_category") not in _STATED
        or "vat_rate" not in row
        or "unit_code" not in row
        or "item_name" not in row
        or "standard_item_identifier" in row
        or "period" in row
        or type(row.get("quantity")) is not Decimal
        or type(row.get("price_base_quantity")) is str
    ):
        return False
    if row.get("gross_price") == price and "price_discount" not in row:
        del row["gross_price"]
        return True
    return "gross_price" not in row


def _is_line(row: dict[str, Any]) -> bool:
    if any(name in row for name in _CONTENT):
        return True
    texts = row.get("native")
    if not texts:
        return False
    if any(key.startswith("finvoice:SubInvoiceRow") for key in texts) and "item_name" not in row:
        return False
    return any(f"finvoice:{name}" in texts for name in _QUANTITIES)


_SUMS: Final = ("net_amount", "amount_with_vat")


def _is_zero(row: dict[str, Any]) -> bool:
    """Say whether a row is a text in which a program filled what it has no number for with zeros.

    A row that names a VAT code, a rate or a quantity, if only a delivered one, is a line that costs nothing.
    """
    if row.get("vat_category") or ("item_name" not in row and "note" not in row):
        return False
    if any(row.get(name) for name in (*_CONTENT, "vat_rate", "allowances_charges")):
        return False
    texts = row.get("native", {})
    return not any(texts.get(f"{PREFIX}{name}", "").strip("0,. ") for name in _QUANTITIES)


def _text_of(row: dict[str, Any]) -> str | None:
    parts = [part for part in (row.get("item_name"), row.get("item_description"), row.get("note")) if part]
    return "\n".join(parts) or None


def row_key(position: int) -> str:
    """Return how the kept texts call row *position*, counted from 0."""
    return "InvoiceRow" if position == 0 else f"InvoiceRow[{position + 1}]"


_PLACES: Final = {
    "identifier": "RowPositionIdentifier",
    "seller_item_identifier": "ArticleIdentifier",
    "buyer_item_identifier": "BuyerArticleIdentifier",
    "standard_item_identifier": "EanCode",
    "standard_item_identifier_scheme": "EanCode/@SchemeID",
    "order_reference": "RowIdentifier",
    "order_line_reference": "RowOrderPositionIdentifier",
    "buyer_accounting_reference": "RowAccountDimensionText",
    "buyer_proposed_account": "RowNormalProposedAccountIdentifier",
    "object_identifier": "InvoicedObjectID",
    "object_identifier_scheme": "InvoicedObjectID/@SchemeID",
    "vat_category": "RowVatCode",
    "vat_rate": "RowVatRatePercent",
    "origin_country_code": "RowDeliveryDetails/RowCustomsInfo/CNOriginCountryCode",
    "delivery_date": "RowDeliveryDate",
    "unit_name": "InvoicedQuantity/@QuantityUnitCode",
    "unit_code": "InvoicedQuantity/@QuantityUnitCodeUN",
    "price_base_quantity": "UnitPriceBaseQuantity",
    "price_base_quantity_unit_code": "UnitPriceBaseQuantity/@QuantityUnitCodeUN",
    "quantity": "InvoicedQuantity",
    "gross_price": "UnitPriceAmount",
    "price_discount": "UnitPriceDiscountAmount",
    "net_price": "UnitPriceNetAmount",
    "price_with_vat": "UnitPriceVatIncludedAmount",
    "net_amount": "RowVatExcludedAmount",
    "vat_amount": "RowVatAmount",
    "amount_with_vat": "RowAmount",
}
"""What a text row may hold beside its text, and where it is kept."""


def _keep_row(
    row: dict[str, Any], position: int, native: Native, text: str | None, currency: str | None, done: Settled
) -> None:
    """Keep what a row that is no line holds beside its text, under its number among the rows of the source."""
    key = row_key(position)
    for path, content, source in list(_flat(row, currency)):
        native.put(f"{key}/{path}", content)
        done.moves[f"native.{PREFIX}{key}/{path}"] = f"rows[{position}].{source}"
    for old_key, content in row.get("native", {}).items():
        path = old_key.removeprefix(PREFIX)
        native.put(f"{key}/{path}", content)
        done.moves[f"native.{PREFIX}{key}/{path}"] = f"rows[{position}].native.{old_key}"
    if "item_name" in row and text:
        native.put(f"_{key}", "ArticleName")


def _flat(row: dict[str, Any], currency: str | None) -> Iterator[tuple[str, str, str]]:
    """Yield path below the row, text and place in the row of all that is read of it, but for its texts."""
    for name, content in row.items():
        if name in ("native", "note", "item_name", "item_description"):
            continue
        if name == "period":
            for side, element in (("start_date", "StartDate"), ("end_date", "EndDate")):
                if side in content:
                    yield element, _spelled(content[side]), f"period.{side}"
                    yield f"{element}/@Format", "CCYYMMDD", f"period.{side}"
        elif name == "classifications":
            for number, entry in enumerate(content):
                element = f"ArticleGroupIdentifier{_index(number)}"
                for part, wire in (("code", ""), ("scheme", "/@SchemeID"), ("scheme_version", "/@SchemeVersion")):
                    if part in entry:
                        yield element + wire, entry[part], f"classifications[{number}].{part}"
        elif name == "attributes":
            for number, entry in enumerate(content):
                element = f"RowDefinitionDetails{_index(number)}"
                for part, child in (("name", "RowDefinitionHeaderText"), ("value", "RowDefinitionValue")):
                    if part in entry:
                        yield f"{element}/{child}", entry[part], f"attributes[{number}].{part}"
        elif name == "allowances_charges":
            yield from _entries(content, row.get("native", {}), currency)
        else:
            yield _PLACES[name], _spelled(content), name
            if name in _CONTENT and name != "quantity" and currency is not None:
                yield f"{_PLACES[name]}/@{CURRENCY}", currency, name
            if name in _PRICES:  # which repeat the unit of the quantity, see `lines.py`
                for unit, attribute in (("unit_name", "UnitPriceUnitCode"), ("unit_code", "QuantityUnitCodeUN")):
                    if unit in row:
                        yield f"{_PLACES[name]}/@{attribute}", row[unit], unit


def _entries(
    entries: list[dict[str, Any]], kept: dict[str, str], currency: str | None
) -> Iterator[tuple[str, str, str]]:
    """Yield the discounts and charges of a row behind those in another currency, which are kept already."""
    number = {False: 0, True: 0}
    for position, entry in enumerate(entries):
        charge = entry["is_charge"]
        name, parts = ("RowChargeDetails", _CHARGE) if charge else ("RowProgressiveDiscountDetails", _DISCOUNT)
        while any(key.startswith(f"{PREFIX}{name}{_index(number[charge])}/") for key in kept):
            number[charge] += 1
        element = f"{name}{_index(number[charge])}"
        number[charge] += 1
        for part, wire, is_number in parts:
            if part not in entry:
                continue
            source = f"allowances_charges[{position}].{part}"
            yield f"{element}/{wire}", _spelled(entry[part]), source
            if is_number and part != "percentage" and currency is not None:
                yield f"{element}/{wire}/@{CURRENCY}", currency, source


def _index(number: int) -> str:
    return f"[{number + 1}]" if number else ""


def _spelled(content: Any) -> str:
    if isinstance(content, Decimal):
        return format_comma(content)
    return content if isinstance(content, str) else codecs.write_day(content)


_NAMES: Final = ("item_description", "note", "seller_item_identifier")
"""What names the item (BT-153) of a row without an article name."""


def _line(row: dict[str, Any], values: dict[str, Any], path: str, context: Context, done: Settled) -> None:
    native = Native(row)
    _quantity(row, native, path, done)
    if "unit_name" in row and "unit_code" not in row:
        code = context.unit_code(row["unit_name"]) or codelists.unit_code(row["unit_name"])
        if code is not None:
            row["unit_code"] = code
            done.moves[f"{path}.unit_code"] = f"{path}.unit_name"
    if native.texts:
        _flat_discount(row, native, values.get("currency"), path, done)
    _prices(row, native, path, done)
    _times(row, native, path, done)
    settle_category(row, values, f"{path}.", context, done)
    if "standard_item_identifier" in row and "standard_item_identifier_scheme" not in row:
        row["standard_item_identifier_scheme"] = "0160"  # the element is the EAN code
        done.moves[f"{path}.standard_item_identifier_scheme"] = f"{path}.standard_item_identifier"
    if "item_name" not in row and (named := next((n for n in _NAMES if row.get(n)), None)) is not None:
        row["item_name"] = " ".join(row[named].split())
        native.put("_item_name", named)
        done.moves[f"{path}.item_name"] = f"{path}.{named}"
    if "native" in row and not row["native"]:
        del row["native"]


def _quantity(row: dict[str, Any], native: Native, path: str, done: Settled) -> None:
    """Take the invoiced quantity, or else the delivered or ordered one; a text that is no number is kept."""
    quantity = row.get("quantity")
    if isinstance(quantity, str):
        del row["quantity"]
        native.put("InvoicedQuantity", quantity)
        done.moves[f"{path}.native.{PREFIX}InvoicedQuantity"] = f"{path}.quantity"
        done.findings.append(
            finding(
                "EI-FINVOICE-QUANTITY",
                "warning",
                f"the quantity {quantity!r} is no number; it is kept as text",
                "write the number alone, such as 12,5, and the unit in QuantityUnitCode",
                ("BT-129",),
                quantity,
                f"{path}.quantity",
            )
        )
    base = row.get("price_base_quantity")
    if isinstance(base, str):
        del row["price_base_quantity"]
        native.put("UnitPriceBaseQuantity", base)
        done.findings.append(
            finding(
                "EI-FINVOICE-QUANTITY",
                "warning",
                f"the base quantity {base!r} of the price is no number; it is kept as text, and the price is read "
                "per unit",
                "write the number alone, such as 100",
                ("BT-149",),
                base,
                f"{path}.price_base_quantity",
            )
        )
    if "quantity" not in row:
        _units_without_quantity(row, native, path, done)
    if not native.texts:
        return
    if "quantity" in row and native.get("InvoicedQuantity[2]") is not None:
        _quantity_of_price(row, native, path, done)
    if "quantity" in row or isinstance(quantity, str):
        return
    for name in _QUANTITIES:
        text = native.get(name)
        if text is None:
            continue
        try:
            row["quantity"] = read_comma(text)
        except ValueError:
            continue
        done.moves[f"{path}.quantity"] = f"{path}.native.{PREFIX}{name}"
        for attribute, target in (("QuantityUnitCode", "unit_name"), ("QuantityUnitCodeUN", "unit_code")):
            if (unit := native.get(f"{name}/@{attribute}")) is not None and target not in row:
                row[target] = unit
                done.moves[f"{path}.{target}"] = f"{path}.native.{PREFIX}{name}/@{attribute}"
        native.put("_quantity", name)
        return


def _units_without_quantity(row: dict[str, Any], native: Native, path: str, done: Settled) -> None:
    """Keep the unit of a quantity that is none, at its element and at the prices that repeat it (`lines.py`)."""
    for attribute, of_price, name in (
        ("QuantityUnitCode", "UnitPriceUnitCode", "unit_name"),
        ("QuantityUnitCodeUN", "QuantityUnitCodeUN", "unit_code"),
    ):
        if name not in row:
            continue
        native.put(f"InvoicedQuantity/@{attribute}", row[name])
        done.moves[f"{path}.native.{PREFIX}InvoicedQuantity/@{attribute}"] = f"{path}.{name}"
        for price, wire in _PRICES.items():
            if price in row and native.get(f"{wire}/@{of_price}") is None:
                native.put(f"{wire}/@{of_price}", row[name])


def _quantity_of_price(row: dict[str, Any], native: Native, path: str, done: Settled) -> None:
    """Of quantities in several units, that of the price counts."""
    unit = native.get("UnitPriceAmount/@QuantityUnitCodeUN") or native.get("UnitPriceNetAmount/@QuantityUnitCodeUN")
    text = native.get("UnitPriceAmount/@UnitPriceUnitCode")
    number = 2
    while (other := native.get(f"InvoicedQuantity[{number}]")) is not None:
        key = f"InvoicedQuantity[{number}]"
        code, name = native.get(f"{key}/@QuantityUnitCodeUN"), native.get(f"{key}/@QuantityUnitCode")
        same = (unit is not None and code == unit != row.get("unit_code")) or (
            unit is None and text is not None and name == text != row.get("unit_name")
        )
        if same:
            try:
                quantity = read_comma(other)
            except ValueError:
                return
            native.put(key, format_comma(row["quantity"]))
            _swapped(done, path, "quantity", key)
            for attribute, field_name, stated in (
                ("QuantityUnitCodeUN", "unit_code", code),
                ("QuantityUnitCode", "unit_name", name),
            ):
                native.pop(f"{key}/@{attribute}")
                if field_name in row:
                    native.put(f"{key}/@{attribute}", row.pop(field_name))
                if stated is not None:
                    row[field_name] = stated
                _swapped(done, path, field_name, f"{key}/@{attribute}")
            row["quantity"] = quantity
            for wire in _PRICES.values():  # a unit that is that of the quantity is not kept, see `lines.py`
                for attribute, field_name in (("QuantityUnitCodeUN", "unit_code"), ("UnitPriceUnitCode", "unit_name")):
                    if native.get(f"{wire}/@{attribute}") == row.get(field_name):
                        native.pop(f"{wire}/@{attribute}")
            return
        number += 1


def _swapped(done: Settled, path: str, field_name: str, key: str) -> None:
    one, other = f"{path}.{field_name}", f"{path}.native.{PREFIX}{key}"
    done.moves[one], done.moves[other] = other, one


_PRICES: Final = {
    "gross_price": "UnitPriceAmount",
    "price_discount": "UnitPriceDiscountAmount",
    "net_price": "UnitPriceNetAmount",
    "price_with_vat": "UnitPriceVatIncludedAmount",
}

_DISCOUNT: Final = (
    ("percentage", "RowDiscountPercent", True),
    ("amount", "RowDiscountAmount", True),
    ("base_amount", "RowDiscountBaseAmount", True),
    ("reason_code", "RowDiscountTypeCode", False),
    ("reason", "RowDiscountTypeText", False),
)


_CHARGE: Final = (
    ("reason", "ReasonText", False),
    ("reason_code", "ReasonCode", False),
    ("percentage", "Percent", True),
    ("amount", "Amount", True),
    ("base_amount", "BaseAmount", True),
)


def _flat_discount(row: dict[str, Any], native: Native, currency: str | None, path: str, done: Settled) -> None:
    """Make an allowance of the discount that stands flat in the row, before those in elements of their own."""
    if not native.under("RowDiscount"):
        return
    entry: dict[str, Any] = {}
    for name, wire, is_number in _DISCOUNT:
        text = native.get(wire)
        if text is None or not text.strip():
            continue
        stated = native.get(f"{wire}/@{CURRENCY}")
        if stated is not None and stated != currency:
            done.findings.append(
                finding(
                    "EI-FINVOICE-CURRENCY",
                    "error",
                    f"{wire} {text} is in {stated}, the invoice is in {currency}; the discount is kept as it is, and "
                    "counts in no sum",
                    f"state every amount in {currency} (BT-5)",
                    ("BT-5",),
                    stated,
                    f"{path}.native.{PREFIX}{wire}",
                )
            )
            return
        if not is_number:
            entry[name] = text
            continue
        try:
            entry[name] = read_comma(text)
        except ValueError as error:
            done.findings.append(
                Finding(
                    "EI-READ-VALUE",
                    "error",
                    "input",
                    f"{wire}: {error}",
                    "write a number such as 12,50",
                    value=text,
                    model_path=f"{path}.native.{PREFIX}{wire}",
                )
            )
            return
    if not entry.keys() & {"amount", "percentage"}:
        return
    for name, wire, _ in _DISCOUNT:
        if name in entry:
            native.pop(wire)
            native.pop(f"{wire}/@{CURRENCY}")
            done.moves[f"{path}.allowances_charges[0].{name}"] = f"{path}.native.{PREFIX}{wire}"
    row["allowances_charges"] = [{"is_charge": False, **entry}, *row.get("allowances_charges", [])]
    if len(row["allowances_charges"]) > 1:
        for number in range(len(row["allowances_charges"]) - 1, 0, -1):
            done.moves[f"{path}.allowances_charges[{number}]"] = f"{path}.allowances_charges[{number - 1}]"


def _times(row: dict[str, Any], native: Native, path: str, done: Settled) -> None:
    """Part the date from the time of day that stands behind it in 1.0; the whole text is kept."""
    for side, wire in (("start_date", "StartDate"), ("end_date", "EndDate")):
        text = row.get("period", {}).get(side)
        if not isinstance(text, str):
            continue
        row["period"][side] = codecs.read_day(text[:8])
        if text[8:].strip("0"):
            native.put(wire, text)
            done.moves[f"{path}.native.{PREFIX}{wire}"] = f"{path}.period.{side}"
            done.findings.append(
                finding(
                    "EI-FINVOICE-DATE",
                    "warning",
                    f"{wire} {text!r} has a time of day behind the date; {row['period'][side]} is read",
                    f"write {text[:8]}",
                    ("BT-134" if side == "start_date" else "BT-135",),
                    text,
                    f"{path}.period.{side}",
                )
            )


def _prices(row: dict[str, Any], native: Native, path: str, done: Settled) -> None:
    """The one price of older versions is net and gross at once."""
    gross, net, discount = row.get("gross_price"), row.get("net_price"), row.get("price_discount")
    if gross is None:
        return
    if net is None:
        row["net_price"] = net = gross - (discount or ZERO)
        done.moves[f"{path}.net_price"] = f"{path}.gross_price"
        if discount is None:
            del row["gross_price"]
            native.put("_one_price", "1")
        return
    if discount is None:
        if gross > net >= 0:
            row["price_discount"] = gross - net
        else:
            del row["gross_price"]
            if gross != net:
                native.put("UnitPriceAmount", codecs.kept_amount(gross))
