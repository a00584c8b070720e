"""What Finvoice says without saying it: settled after reading, before and after the invoice is built.

`settle` works on the nested values of the reader: document type, rows that are no lines, the single discount of a row,
VAT categories, parties, addresses, accounts, dates.  `complete` works on the invoice made of them: sign, net amounts
of rows that state only amounts with VAT, prices that do not give the row total, totals that older versions lack.

Order of trust.  The total of a row (RowVatExcludedAmount) is never changed: a price that does not give it gives way, and
the stated one is kept.  The payment order wins over the terms of payment.  The Finvoice type decides about the sign, the
UN code about BT-3.  A VAT code that the row states wins over what rate and texts suggest.

Sign.  INV02 is negative on the wire and positive in the model; a positive one of a careless sender is read as it
stands, with a warning.  An INV01 with negative sums stays an invoice.

`moves` says where values went that settling took from one place to another, for findings that point at the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from einvoice import calc, codelists
from einvoice.calc.rounding import exact
from einvoice.context import Context
from einvoice.errors import NoInvoice
from einvoice.findings import Finding, Severity
from einvoice.formats.finvoice import codecs, terms
from einvoice.formats.finvoice.irregular import ACCOUNTS, CURRENCY, EPI_POSITION, SEPA, TERMS_DUE
from einvoice.formats.mapping.codecs import read_comma
from einvoice.model import AllowanceCharge, DocumentTotals, Invoice, Line
from einvoice.model.terms import terms_at

ZERO: Final = Decimal(0)
CENT: Final = Decimal("0.01")

PREFIX: Final = "finvoice:"

PRICE_OF: Final = "finvoice:_price_of"
"""Note on a line whose price was derived: quantity, net amount and price for which the kept price was stated."""
ASSUMED_QUANTITY: Final = "finvoice:_assumed_quantity"
"""Note on a line whose source states no quantity."""
NEGATIVE_PRICE: Final = "finvoice:_negative_price"
"""Note on a line whose source has a negative price."""
POSITIVE_CREDIT: Final = "finvoice:_positive_credit"
"""Note on a credit note that stood positive in its source."""

_PAYMENT = "EpiDetails/EpiPaymentInstructionDetails"
_TRANSMISSION = "MessageTransmissionDetails"
_FROM = f"{_TRANSMISSION}/MessageSenderDetails/FromIdentifier"
_TO = f"{_TRANSMISSION}/MessageReceiverDetails/ToIdentifier"
_REMITTANCE = f"{_PAYMENT}/EpiRemittanceInfoIdentifier"
_EPI_REFERENCE = "EpiDetails/EpiIdentificationDetails/EpiReference"


@dataclass
class Settled:
    """What settling has to say, and where the values went that it moved: new place → old place."""

    findings: list[Finding] = field(default_factory=list)
    moves: dict[str, str] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    """For each line of the invoice its row among those read, counted from 0."""


class _Native:
    """The kept texts of one object, by path."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values
        self.texts: dict[str, str] = values.get("native", {})

    def get(self, path: str) -> str | None:
        return self.texts.get(PREFIX + path)

    def pop(self, path: str) -> str | None:
        return self.texts.pop(PREFIX + path, None)

    def put(self, path: str, text: str) -> None:
        if not self.texts:
            self.texts = self.values.setdefault("native", {})
        self.texts[PREFIX + path] = text

    def under(self, path: str) -> list[str]:
        """Return the keys of everything kept at and below *path*."""
        start = PREFIX + path
        return [key for key in self.texts if key.startswith(start)]


def _finding(
    code: str,
    severity: Severity,
    message: str,
    fix: str | None,
    terms: tuple[str, ...] = (),
    value: str | None = None,
    at: str | None = None,
) -> Finding:
    return Finding(code, severity, "finvoice", message, fix, terms, value=value, model_path=at)


@exact
def settle(values: dict[str, Any], context: Context) -> Settled:
    """Complete *values* in place.  Raises `NoInvoice` for a message of another kind."""
    done = Settled()
    native = _Native(values)
    _type(values, native, done)
    _lines(values, native, context, done)
    _breakdown(values, context, done)
    _allowances(values, done)
    _parties(values, native, done)
    _payment(values, native, done)
    _dates(values, native, done)
    _links(values, native, done)
    if not values.get("native", True):
        del values["native"]
    return done


# -- type -----------------------------------------------------------------------------------------------------------


def _type(values: dict[str, Any], native: _Native, done: Settled) -> None:
    code = (native.get("InvoiceDetails/InvoiceTypeCode") or "").upper()
    if (what := terms.OTHER_MESSAGES.get(code[:3])) is not None:
        raise NoInvoice(
            f"the Finvoice message has the type {code}, which is {what}, and no invoice",
            fix="send it to a program for that kind of message; invoices are INV, SEI, SDD, REC, RES and TES",
        )
    stated = values.get("type_code")
    if stated is None:
        values["type_code"] = terms.un_code(code)
        done.moves["type_code"] = f"native.{PREFIX}InvoiceDetails/InvoiceTypeCode"
    elif codelists.is_credit_note(stated) != (code in terms.CREDIT) and code:
        values["type_code"] = terms.un_code(code)
        native.put("InvoiceDetails/InvoiceTypeCodeUN", stated)
        done.moves[f"native.{PREFIX}InvoiceDetails/InvoiceTypeCodeUN"] = "type_code"
        done.findings.append(
            _finding(
                "EI-FINVOICE-TYPE",
                "warning",
                f"InvoiceTypeCode {code} and InvoiceTypeCodeUN {stated} contradict each other: one is a credit note, the "
                f"other is none; read as {values['type_code']}, since the Finvoice code decides about the sign",
                "state the two codes of one type, such as INV02 and 381",
                ("BT-3",),
                stated,
                "type_code",
            )
        )
    if code.startswith("TES"):
        done.findings.append(
            _finding(
                "EI-FINVOICE-KIND",
                "warning",
                f"the document is a test invoice ({code}): it must not be booked or forwarded",
                "send a real invoice with the type INV01",
                ("BT-3",),
                code,
                f"native.{PREFIX}InvoiceDetails/InvoiceTypeCode",
            )
        )
    elif code in ("INV05", "INV08"):
        done.findings.append(
            _finding(
                "EI-FINVOICE-KIND",
                "warning",
                f"the type {code} is a {'collection note' if code == 'INV05' else 'payment reminder'}, which repeats what "
                "another invoice has billed; it is read as an invoice",
                "do not book it as a sale of its own",
                ("BT-3",),
                code,
                f"native.{PREFIX}InvoiceDetails/InvoiceTypeCode",
            )
        )
    if code == terms.type_of(values["type_code"]):
        _forget(native, "InvoiceDetails/InvoiceTypeCode")
    _origin(native, code, done)


def _origin(native: _Native, code: str, done: Settled) -> None:
    origin = native.get("InvoiceDetails/OriginCode")
    if origin == terms.ORIGINAL:
        _forget(native, "InvoiceDetails/OriginCode")
    elif origin in ("Copy", "Cancel"):
        what = (
            "a copy: the invoice itself came another way" if origin == "Copy" else "a cancellation of a whole invoice"
        )
        done.findings.append(
            _finding(
                "EI-FINVOICE-KIND",
                "warning",
                f"OriginCode is {origin}, so the document is {what}",
                "do not book it a second time"
                if origin == "Copy"
                else "match it with the invoice that it cancels, which is void in full",
                ("BT-3",),
                origin,
                f"native.{PREFIX}InvoiceDetails/OriginCode",
            )
        )


def _forget(native: _Native, path: str) -> None:
    """Drop what the writer states by itself, with its attributes of no content."""
    native.pop(path)


# -- rows -----------------------------------------------------------------------------------------------------------

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


def _lines(values: dict[str, Any], native: _Native, context: Context, done: Settled) -> None:
    rows: list[dict[str, Any]] = values.get("lines", [])
    lines: list[dict[str, Any]] = []
    for position, row in enumerate(rows):
        if _is_line(row):
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
        _keep_row(row, position, native, text, done)
    if rows:
        values["lines"] = lines
    if not lines:
        done.findings.append(
            _finding(
                "EI-MISSING-LINES",
                "error",
                "the invoice has no row with a quantity, a price or an amount"
                + (f"; its {len(rows)} rows are texts and sub-rows, which never count" if rows else ""),
                "state what is billed in rows of its own",
                ("BG-25",),
            )
        )
        values.pop("lines", None)


def _is_line(row: dict[str, Any]) -> bool:
    if any(name in row for name in _CONTENT):
        return True
    texts = row.get("native")
    if not texts:
        return False
    if any(key.startswith("finvoice:SubInvoiceRow") for key in texts) and "item_name" not in row:
        return False
    return any(f"finvoice:{name}" in texts for name in _QUANTITIES)


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
}
"""What a text row may hold beside its text, and where it is kept."""


def _keep_row(row: dict[str, Any], position: int, native: _Native, text: str | None, done: Settled) -> None:
    """Keep what a row that is no line holds beside its text, under its number among the rows of the source."""
    key = row_key(position)
    for name, content in list(_flat(row)):
        if name in ("note", "item_name", "item_description"):
            continue
        path = _PLACES.get(name, name)
        native.put(f"{key}/{path}", content)
        old = name if not name.startswith("native.") else name
        done.moves[f"native.{PREFIX}{key}/{path}"] = f"rows[{position}].{old}"
    for old_key, content in row.get("native", {}).items():
        path = old_key.removeprefix(PREFIX)
        native.put(f"{key}/{path}", content)
        done.moves[f"native.{PREFIX}{key}/{path}"] = f"rows[{position}].native.{old_key}"
    if "item_name" in row and text:
        native.put(f"_{key}", "ArticleName")


def _flat(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, content in row.items():
        if name == "native":
            continue
        if name == "period":
            for side, element in (("start_date", "StartDate"), ("end_date", "EndDate")):
                if side in content:
                    yield element, codecs.write_day(content[side])
                    yield f"{element}/@Format", "CCYYMMDD"
        elif name == "classifications":
            for number, entry in enumerate(content, 1):
                element = "ArticleGroupIdentifier" + (f"[{number}]" if number > 1 else "")
                yield element, entry["code"]
                yield f"{element}/@SchemeID", entry["scheme"]
        elif name == "attributes":
            for number, entry in enumerate(content, 1):
                element = "RowDefinitionDetails" + (f"[{number}]" if number > 1 else "")
                for part, child in (("name", "RowDefinitionHeaderText"), ("value", "RowDefinitionValue")):
                    if part in entry:
                        yield f"{element}/{child}", entry[part]
        elif isinstance(content, Decimal):
            yield name, codecs.format_comma(content)
        elif isinstance(content, str):
            yield name, content
        elif hasattr(content, "isoformat"):
            yield name, codecs.write_day(content)


def _line(row: dict[str, Any], values: dict[str, Any], path: str, context: Context, done: Settled) -> None:
    native = _Native(row)
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
    _category(row, values, f"{path}.", context, done)
    if "standard_item_identifier" in row and "standard_item_identifier_scheme" not in row:
        from einvoice.identifiers import gtin

        if gtin.is_valid(row["standard_item_identifier"]):
            row["standard_item_identifier_scheme"] = "0160"
            done.moves[f"{path}.standard_item_identifier_scheme"] = f"{path}.standard_item_identifier"
    if "native" in row and not row["native"]:
        del row["native"]


def _quantity(row: dict[str, Any], native: _Native, path: str, done: Settled) -> None:
    """Take the invoiced quantity, or else the delivered or ordered one; a text that is no number is kept."""
    quantity = row.get("quantity")
    if isinstance(quantity, str):
        del row["quantity"]
        native.put("InvoicedQuantity", quantity)
        done.moves[f"native.{PREFIX}InvoicedQuantity"] = f"{path}.quantity"
        done.findings.append(
            _finding(
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
            _finding(
                "EI-FINVOICE-QUANTITY",
                "warning",
                f"the base quantity {base!r} of the price is no number; it is kept as text, and the price is read per unit",
                "write the number alone, such as 100",
                ("BT-149",),
                base,
                f"{path}.price_base_quantity",
            )
        )
    if not native.texts:
        return
    if "quantity" in row and native.get("InvoicedQuantity[2]") is not None:
        _quantity_of_price(row, native)
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


def _quantity_of_price(row: dict[str, Any], native: _Native) -> None:
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
            native.put(key, codecs.format_comma(row["quantity"]))
            for attribute, field_name, stated in (
                ("QuantityUnitCodeUN", "unit_code", code),
                ("QuantityUnitCode", "unit_name", name),
            ):
                native.pop(f"{key}/@{attribute}")
                if field_name in row:
                    native.put(f"{key}/@{attribute}", row.pop(field_name))
                if stated is not None:
                    row[field_name] = stated
            row["quantity"] = quantity
            return
        number += 1


_DISCOUNT: Final = (
    ("percentage", "RowDiscountPercent", True),
    ("amount", "RowDiscountAmount", True),
    ("base_amount", "RowDiscountBaseAmount", True),
    ("reason_code", "RowDiscountTypeCode", False),
    ("reason", "RowDiscountTypeText", False),
)


def _flat_discount(row: dict[str, Any], native: _Native, currency: str | None, path: str, done: Settled) -> None:
    """Make an allowance of the discount that stands flat in the row, before those that stand in elements of their own."""
    if not native.under("RowDiscount"):
        return
    entry: dict[str, Any] = {}
    for name, wire, number in _DISCOUNT:
        text = native.get(wire)
        if text is None or not text.strip():
            continue
        stated = native.get(f"{wire}/@{CURRENCY}")
        if stated is not None and stated != currency:
            done.findings.append(
                _finding(
                    "EI-FINVOICE-CURRENCY",
                    "error",
                    f"{wire} {text} is in {stated}, the invoice is in {currency}; the discount is kept as it is, and counts "
                    "in no sum",
                    f"state every amount in {currency} (BT-5)",
                    ("BT-5",),
                    stated,
                    f"{path}.native.{PREFIX}{wire}",
                )
            )
            return
        if not number:
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
        if any(not entry["is_charge"] for entry in row["allowances_charges"][1:]):
            native.put("_flat_discount", "1")


def _times(row: dict[str, Any], native: _Native, path: str, done: Settled) -> None:
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
                _finding(
                    "EI-FINVOICE-DATE",
                    "warning",
                    f"{wire} {text!r} has a time of day behind the date; {row['period'][side]} is read",
                    f"write {text[:8]}",
                    ("BT-134" if side == "start_date" else "BT-135",),
                    text,
                    f"{path}.period.{side}",
                )
            )


def _prices(row: dict[str, Any], native: _Native, path: str, done: Settled) -> None:
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
                native.put("UnitPriceAmount", codecs.write_amount(gross))


# -- VAT ------------------------------------------------------------------------------------------------------------

_TEXTS: Final = (
    ("AE", re.compile(r"8\s*[a-d]\s*§|käännet|reverse charge|omvänd", re.IGNORECASE)),
    ("K", re.compile(r"yhteisö(n sisäi|myyn)|intra-?community|gemenskapsintern|unionintern|EU-myynti", re.IGNORECASE)),
    ("G", re.compile(r"\bvienti|\bexport|myynti (EU:n|yhteisön) ulkopuolelle", re.IGNORECASE)),
)
"""Words that tell why nothing is charged, in the order in which they are looked for."""


def _category(
    entry: dict[str, Any], values: dict[str, Any], at: str, context: Context, done: Settled, *, quiet: bool = False
) -> None:
    """Bring the VAT code of a row, an allowance or a class into the categories of EN 16931."""
    stated = entry.get("vat_category") or entry.get("category")
    name = "category" if "taxable_amount" in entry or "tax_amount" in entry or at.startswith("vat_") else "vat_category"
    rate_name = "rate" if name == "category" else "vat_rate"
    rate: Decimal | None = entry.get(rate_name)
    code = (stated or "").strip().upper()
    category = _category_of(code, rate, values, context, at, name, done, quiet)
    if category is not None:
        entry[name] = category
        if code and category != code:
            _Native(entry if name == "vat_category" and at.startswith("lines") else values).put(
                "_vat_code" if at.startswith("lines") else f"_{at}code", f"{code}|{category}"
            )
    if category in terms.ZERO_RATED and rate is None:
        entry[rate_name] = ZERO
    elif category == "O" and rate is not None and not rate:
        del entry[rate_name]


def _category_of(
    code: str,
    rate: Decimal | None,
    values: dict[str, Any],
    context: Context,
    at: str,
    name: str,
    done: Settled,
    quiet: bool,
) -> str | None:
    decision = context.vat.get(code) if code else None
    if decision is not None and decision.category is not None:
        return decision.category
    if code == "E" and _is_community(values):
        return _judged("E", "K", "buyer and seller have VAT numbers of two EU countries, and Finvoice calls E the sale "
                       "to another EU country", at, name, done, quiet)  # fmt: skip
    if code in terms.CATEGORIES:
        return code
    if code == terms.MARGIN:
        return _judged(code, "E", "the margin scheme has no category of its own in EN 16931", at, name, done, quiet)
    if code in terms.BUYER_SIDE:
        return _judged(code, "AE", "it is the entry of a buyer, who accounts for the VAT", at, name, done, quiet)
    if rate:
        if code:
            return _judged(code, "S", f"no such category is known, and the rate is {rate} %", at, name, done, quiet)
        return "S"
    if rate is None and not code:
        return None
    same = {
        entry.get("category", "").strip().upper()
        for entry in values.get("vat_breakdown", ())
        if not entry.get("rate") and entry.get("category", "").strip().upper() in terms.CATEGORIES
    }
    if len(same) == 1 and name == "vat_category":
        return same.pop()
    text = " ".join(_exemption_texts(values))
    for category, pattern in _TEXTS:
        if pattern.search(text):
            return _judged(code, category, f"the invoice says {text!r}", at, name, done, quiet)
    return _judged(code, "Z", "nothing says why no VAT is charged", at, name, done, quiet)


def _judged(code: str, category: str, why: str, at: str, name: str, done: Settled, quiet: bool) -> str:
    if quiet:
        return category
    stated = f"VAT code {code}" if code else "a rate of 0 % without VAT code"
    if any(f.code == "EI-FINVOICE-VAT" and f.value == (code or "0") for f in done.findings):
        return category
    key = code or "Z"
    done.findings.append(
        _finding(
            "EI-FINVOICE-VAT",
            "warning",
            f"{stated} is read as category {category}: {why}",
            f'state the category in the document, or in the context: [vat] | {key} = "{category}"'
            if code
            else "state the VAT code in the document",
            ("BT-151", "BT-118"),
            code or "0",
            f"{at}{name}",
        )
    )
    return category


def _is_community(values: dict[str, Any]) -> bool:
    """Say whether E may be an intra-Community supply: an old habit, which documents of EN 16931 do not have."""
    texts = values.get("native", {})
    if texts.get(f"{PREFIX}{_TRANSMISSION}/MessageDetails/SpecificationIdentifier") == "EN16931":
        return False
    seller, buyer = (_vat_country(values.get(party, {}).get("vat_identifier")) for party in ("seller", "buyer"))
    return seller is not None and buyer is not None and seller != buyer


def _vat_country(number: str | None) -> str | None:
    if number is None or len(number) < 4 or not number[:2].isalpha():
        return None
    code = "GR" if number[:2].upper() == "EL" else number[:2].upper()
    return code if codelists.is_eu(code) else None


def _exemption_texts(values: dict[str, Any]) -> Iterator[str]:
    for entry in values.get("vat_breakdown", ()):
        if not entry.get("rate") and "exemption_reason" in entry:
            yield entry["exemption_reason"]
    text = values.get("native", {}).get(f"{PREFIX}InvoiceDetails/InvoiceVatFreeText")
    if text:
        yield text


def _breakdown(values: dict[str, Any], context: Context, done: Settled) -> None:
    entries: list[dict[str, Any]] = values.get("vat_breakdown", [])
    rows = [line for line in values.get("lines", []) if "vat_category" in line]
    for position, entry in enumerate(entries):
        at = f"vat_breakdown[{position}]."
        code = entry.get("category", "").strip().upper()
        if not code:
            at_rate = {
                row["vat_category"] for row in rows if (row.get("vat_rate") or ZERO) == (entry.get("rate") or ZERO)
            }
            if len(at_rate) == 1:
                entry["category"] = at_rate.pop()
        _category(entry, values, at, context, done, quiet=bool(rows))
    # The rows may have taken their category from a rate; a class of the same rate with another category wins.
    for row in rows:
        stated = [e for e in entries if (e.get("rate") or ZERO) == (row.get("vat_rate") or ZERO)]
        if len(stated) == 1 and row["vat_category"] == "Z" != stated[0].get("category") and "native" not in row:
            row["vat_category"] = stated[0]["category"]
    text = values.get("native", {}).get(f"{PREFIX}InvoiceDetails/InvoiceVatFreeText")
    exempt = [entry for entry in entries if entry.get("category") in terms.EXEMPT]
    if text and len(exempt) == 1 and not exempt[0].keys() & {"exemption_reason", "exemption_reason_code"}:
        exempt[0]["exemption_reason"] = text
        position = entries.index(exempt[0])
        done.moves[f"vat_breakdown[{position}].exemption_reason"] = f"native.{PREFIX}InvoiceDetails/InvoiceVatFreeText"


def _allowances(values: dict[str, Any], done: Settled) -> None:
    """Before 3.0 a discount of the document has no VAT data, and the totals do not know it: it is kept as information."""
    entries: list[dict[str, Any]] = values.get("allowances_charges", [])
    if not entries:
        return
    bare = [entry for entry in entries if "vat_category" not in entry and "vat_rate" not in entry]
    if bare:
        classes = {(row.get("vat_category"), row.get("vat_rate")) for row in values.get("lines", ())}
        counted = _is_counted(values, entries)
        if not counted:
            _demote(values, entries, bare, done)
        elif len(classes) == 1:
            category, rate = classes.pop()
            for entry in bare:
                entry.update({k: v for k, v in (("vat_category", category), ("vat_rate", rate)) if v is not None})
    for position, entry in enumerate(values.get("allowances_charges", ())):
        if entry.get("vat_category") in terms.ZERO_RATED and "vat_rate" not in entry:
            entry["vat_rate"] = ZERO
        elif "vat_category" not in entry and entry.get("vat_rate"):
            entry["vat_category"] = "S"
            done.moves[f"allowances_charges[{position}].vat_category"] = f"allowances_charges[{position}].vat_rate"
        elif entry.get("vat_category") == "O" and "vat_rate" in entry and not entry["vat_rate"]:
            del entry["vat_rate"]


def _is_counted(values: dict[str, Any], entries: list[dict[str, Any]]) -> bool:
    """Say whether the totals take the allowances and charges of the document into account."""
    totals = values.get("totals", {})
    if "allowance_total" in totals or "charge_total" in totals:
        return True
    nets = [line.get("net_amount") for line in values.get("lines", ())]
    net = totals.get("total_without_vat")
    if net is None or not nets or any(each is None for each in nets):
        return False
    rows: Decimal = totals.get("line_total", sum(nets, ZERO))
    rest = sum((e.get("amount", ZERO) * (1 if e["is_charge"] else -1) for e in entries), ZERO)
    return abs(rows + rest - net) < abs(rows - net)


def _demote(values: dict[str, Any], entries: list[dict[str, Any]], bare: list[dict[str, Any]], done: Settled) -> None:
    native = _Native(values)
    for charge, element in ((False, "DiscountDetails"), (True, "ChargeDetails")):
        chosen = [entry for entry in entries if entry["is_charge"] == charge]
        for number, entry in enumerate(chosen, 1):
            if not any(entry is each for each in bare):
                continue
            path = f"InvoiceDetails/{element}" + (f"[{number}]" if number > 1 else "")
            position = next(n for n, each in enumerate(entries) if each is entry)
            for name, wire, amount in (
                ("reason", "ReasonText" if charge else "FreeText", False),
                ("reason_code", "ReasonCode", False),
                ("percentage", "Percent", None),
                ("amount", "Amount", True),
                ("base_amount", "BaseAmount", True),
            ):
                if (content := entry.get(name)) is None:
                    continue
                text = content if isinstance(content, str) else codecs.format_comma(content)
                native.put(f"{path}/{wire}", codecs.write_amount(content) if amount else text)
                done.moves[f"native.{PREFIX}{path}/{wire}"] = f"allowances_charges[{position}].{name}"
                if amount:
                    native.put(f"{path}/{wire}/@{CURRENCY}", values.get("currency", ""))
    done.findings.append(
        _finding(
            "EI-FINVOICE-DISCOUNT",
            "info",
            f"{len(bare)} discount(s) or charge(s) of the document have no VAT data, and the totals do not count them: they "
            "are kept as information",
            None,
            ("BG-20",),
        )
    )
    left = [entry for entry in entries if not any(entry is each for each in bare)]
    if left:
        values["allowances_charges"] = left
    else:
        del values["allowances_charges"]


# -- parties --------------------------------------------------------------------------------------------------------


def _parties(values: dict[str, Any], native: _Native, done: Settled) -> None:
    for name in ("seller", "buyer", "tax_representative"):
        party = values.get(name)
        if party is None:
            continue
        if name != "tax_representative":
            _vat_number(party, name, done)
        _country(party, name, native, done)
    if (delivery := values.get("delivery")) is not None:
        _fillers(delivery)
    self_billed = values.get("type_code") == "389"
    sender, receiver = ("buyer", "seller") if self_billed else ("seller", "buyer")
    _address(values, native, sender, _FROM, done)
    _address(values, native, receiver, _TO, done)


def _vat_number(party: dict[str, Any], name: str, done: Settled) -> None:
    """Old senders write a bare business id, or an OVT code, where the VAT number belongs."""
    stated = party.get("vat_identifier")
    if stated is None:
        return
    number = re.sub(r"[\s.]", "", stated).upper()
    found = None
    if re.fullmatch(r"[0-9]{7}-[0-9]", number):
        found = "FI" + number.replace("-", "")
    elif re.fullmatch(r"0037[0-9]{8}[0-9A-Z]{0,5}", number):
        found = "FI" + number[4:12]
    elif re.fullmatch(r"FI-?[0-9]{7}-?[0-9]", number):
        found = number.replace("-", "")
    elif number != stated and re.fullmatch(r"[A-Z]{2}[0-9A-Z]+", number):
        found = number
    if found is None or found == stated:
        return
    party["vat_identifier"] = found
    done.findings.append(
        _finding(
            "EI-FINVOICE-VAT-NUMBER",
            "info",
            f"{stated!r} is read as the VAT number {found}",
            f"write {found}",
            ("BT-31" if name == "seller" else "BT-48",),
            stated,
            f"{name}.vat_identifier",
        )
    )


def _fillers(owner: dict[str, Any]) -> None:
    address = owner.get("address")
    if address is None:
        return
    for part in ("line_1", "city", "post_code"):
        if address.get(part) == terms.FILLER:
            del address[part]
    if not address:
        del owner["address"]


def _country(party: dict[str, Any], name: str, native: _Native, done: Settled) -> None:
    _fillers(party)
    block = {"seller": "Seller", "buyer": "Buyer"}.get(name, "")
    key = f"{block}PartyDetails/{block}PostalAddressDetails/CountryName"
    address = party.get("address", {})
    if "country_code" in address:
        return
    called = native.get(key) if block else None
    found = codelists.country_code(called) if called else None
    source = f"native.{PREFIX}{key}" if found else None
    if found is None:
        number, registration = party.get("vat_identifier"), party.get("legal_registration_identifier", "")
        found = _vat_country(number)
        source = f"{name}.vat_identifier"
        if found is None and re.fullmatch(r"[0-9]{7}-[0-9]", registration):
            found, source = "FI", f"{name}.legal_registration_identifier"
    if found is None:
        return
    party.setdefault("address", {})["country_code"] = found
    path = f"{name}.address.country_code"
    if source is not None:
        done.moves[path] = source
    done.findings.append(
        _finding(
            "EI-FINVOICE-COUNTRY",
            "info",
            f"the {name.replace('_', ' ')} has no country code; {found} is taken from "
            + (repr(called) if called and source and "CountryName" in source else "its number"),
            f"state the country: <CountryCode>{found}</CountryCode>",
            (("BT-40" if name == "seller" else "BT-55" if name == "buyer" else "BT-69"),),
            found,
            path,
        )
    )


OVT: Final = re.compile(r"0037[0-9]{8}[0-9A-Za-z]{0,5}\Z")


def _address(values: dict[str, Any], native: _Native, party: str, routing: str, done: Settled) -> None:
    """The address of the message is that of its frame data; without these, the unit number of the party."""
    block = "Seller" if party == "seller" else "Buyer"
    unit = f"{block}OrganisationUnitNumber"
    path, text = routing, native.get(routing)
    scheme = native.get(f"{routing}/@SchemeID")
    if text is None:
        path, text, scheme = unit, native.get(unit), None
    if text is None:
        return
    found = electronic_address(text, scheme)
    if found is None:
        return
    owner = values.setdefault(party, {})
    owner["electronic_address_scheme"], owner["electronic_address"] = found
    at = f"{party}.electronic_address"
    done.moves[at] = f"native.{PREFIX}{path}"
    done.moves[f"{at}_scheme"] = f"native.{PREFIX}{path}/@SchemeID" if scheme is not None else f"native.{PREFIX}{path}"


def electronic_address(text: str, scheme: str | None) -> tuple[str, str] | None:
    """Return scheme and value (BT-34, BT-49) of an address; None for one that is no address of EN 16931.

    An OVT code is 0216 whatever stands beside it; 0037 is what most senders write.  A Finnish business id is 0212.  An
    address that the operators alone know, such as the IBAN of a consumer, has no scheme and no place there.
    """
    address = text.strip()
    if OVT.match(address):
        return "0216", address
    if scheme is not None and re.fullmatch(r"[0-9]{4}", scheme) and scheme != "0037":
        return scheme, address
    if re.fullmatch(r"[0-9]{7}-[0-9]", address):
        return "0212", address.replace("-", "")
    if re.fullmatch(r"[0-9]{13}", address):
        from einvoice.identifiers import gln

        if gln.is_valid(address):
            return "0088", address
    return None


# -- payment --------------------------------------------------------------------------------------------------------


def _payment(values: dict[str, Any], native: _Native, done: Settled) -> None:
    ways: list[dict[str, Any]] = values.get("payment_instructions", [])
    accounts: list[dict[str, Any]] = values.pop(ACCOUNTS, [])
    first: dict[str, Any] = ways[0] if ways else {}
    _reference(first, native, done)
    transfer = first.get("credit_transfer", {})
    account = _bare(transfer.get("account_identifier"))
    position = next(
        (n for n, each in enumerate(accounts) if account and _bare(each.get("account_identifier")) == account), None
    )
    if position is None and account is None and accounts:
        position = 0
        first["credit_transfer"] = {**accounts[0], **transfer}
        _moved_account(done, 0, 0)
        native.put("_epi_without_account", "1")
    elif position is not None:
        for name, text in accounts[position].items():
            if name not in transfer:
                first.setdefault("credit_transfer", {})[name] = text
                done.moves[f"payment_instructions[0].credit_transfer.{name}"] = f"{ACCOUNTS}[{position}].{name}"
    if position is None and transfer:
        native.put(EPI_POSITION, "-")
    elif position:
        native.put(EPI_POSITION, str(position))
    others = [(n, each) for n, each in enumerate(accounts) if n != position]
    if (creditor := native.pop("DirectDebitInfo/CreditorIdentifier")) is not None:
        seller = values.setdefault("seller", {})
        identifiers = seller.setdefault("identifiers", [])
        at = f"seller.identifiers[{len(identifiers)}]."
        identifiers.append({"value": creditor, "scheme": SEPA})
        done.moves[f"{at}value"] = done.moves[f"{at}scheme"] = f"native.{PREFIX}DirectDebitInfo/CreditorIdentifier"
    if not first and not others:
        values.pop("payment_instructions", None)
        return
    ways = [first] if first else []
    for n, entry in others:
        shared = {name: first[name] for name in ("means_code", "means_text", "remittance_information") if name in first}
        _moved_account(done, len(ways), n)
        for name in shared:
            done.moves[f"payment_instructions[{len(ways)}].{name}"] = f"payment_instructions[0].{name}"
        ways.append({**shared, "credit_transfer": entry})
    values["payment_instructions"] = ways


def _moved_account(done: Settled, way: int, account: int) -> None:
    for name in ("account_identifier", "service_provider_identifier", "account_name"):
        done.moves[f"payment_instructions[{way}].credit_transfer.{name}"] = f"{ACCOUNTS}[{account}].{name}"


def _bare(account: str | None) -> str | None:
    return re.sub(r"\s", "", account).upper() if account else None


def _reference(first: dict[str, Any], native: _Native, done: Settled) -> None:
    """A reference that stands in EpiReference alone is taken when its check digit is right."""
    if "remittance_information" in first:
        return
    text = native.get(_EPI_REFERENCE)
    if not text or not text.strip(" -0"):
        return
    from einvoice.identifiers.reference import classify

    if classify(text, country="FI") in ("fi", "rf"):
        first["remittance_information"] = text
        native.put("_reference_in_epi", "1")
        done.moves["payment_instructions[0].remittance_information"] = f"native.{PREFIX}{_EPI_REFERENCE}"


def _dates(values: dict[str, Any], native: _Native, done: Settled) -> None:
    """The due date of the payment order wins over that of the terms."""
    due, terms_due = values.get("due_date"), values.pop(TERMS_DUE, None)
    if due is None and terms_due is not None:
        values["due_date"] = terms_due
        done.moves["due_date"] = TERMS_DUE
    elif due is not None and terms_due is not None and due != terms_due:
        native.put("InvoiceDetails/PaymentTermsDetails/InvoiceDueDate", codecs.write_day(terms_due))
        done.moves[f"native.{PREFIX}InvoiceDetails/PaymentTermsDetails/InvoiceDueDate"] = TERMS_DUE
        done.findings.append(
            _finding(
                "EI-FINVOICE-DUE-DATE",
                "warning",
                f"the payment order names the due date {due}, the terms of payment {terms_due}; that of the payment order is "
                "read",
                "state one due date in both",
                ("BT-9",),
                str(terms_due),
                "due_date",
            )
        )
    elif due is not None and terms_due is None:
        native.put("_no_terms_due_date", "1")
    period = "DeliveryDetails/DeliveryPeriodDetails"
    if "period" not in values and native.get(f"{period}/StartDate") is not None:
        found = {}
        for side, wire in (("start_date", "StartDate"), ("end_date", "EndDate")):
            text = native.get(f"{period}/{wire}")
            if text is None:
                continue
            try:
                found[side] = codecs.read_day(text)
            except ValueError as error:
                done.findings.append(
                    Finding(
                        "EI-READ-VALUE",
                        "error",
                        "input",
                        f"{wire}: {error}",
                        "write a date such as 20261120",
                        ("BT-73", "BT-74"),
                        value=text,
                        model_path=f"native.{PREFIX}{period}/{wire}",
                    )
                )
                return
            done.moves[f"period.{side}"] = f"native.{PREFIX}{period}/{wire}"
            native.pop(f"{period}/{wire}")
            native.pop(f"{period}/{wire}/@Format")
        values["period"] = found
        native.put("_delivery_period", "1")


_LINK: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def _links(values: dict[str, Any], native: _Native, done: Settled) -> None:
    """Links with their captions, matched by position, are supporting documents (BG-24); archive keys are kept."""
    number, found = 1, values.get("supporting_documents", [])
    moved: list[str] = []
    while True:
        suffix = f"[{number}]" if number > 1 else ""
        link = native.get(f"InvoiceUrlText{suffix}")
        if link is None:
            break
        caption = native.get(f"InvoiceUrlNameText{suffix}")
        if not _LINK.match(link):
            break  # what follows keeps its position
        reference = link.rstrip("/").rpartition("/")[2] or link
        at = f"supporting_documents[{len(found)}]."
        entry = {"reference": reference, "external_location": link}
        done.moves[f"{at}reference"] = done.moves[f"{at}external_location"] = f"native.{PREFIX}InvoiceUrlText{suffix}"
        if caption is not None:
            entry["description"] = caption
            done.moves[f"{at}description"] = f"native.{PREFIX}InvoiceUrlNameText{suffix}"
        found.append(entry)
        moved += [f"InvoiceUrlText{suffix}", f"InvoiceUrlNameText{suffix}"]
        number += 1
    if not moved:
        return
    if native.get(f"InvoiceUrlText[{number}]") is not None or native.get(f"InvoiceUrlNameText[{number}]") is not None:
        # A link among keys would change its position: all stay where they are.
        for name in [name for name in done.moves if name.startswith("supporting_documents[")]:
            del done.moves[name]
        return
    for name in moved:
        native.pop(name)
    values["supporting_documents"] = found


# -- after the invoice is made --------------------------------------------------------------------------------------


@exact
def complete(invoice: Invoice, context: Context) -> tuple[Invoice, list[Finding]]:
    """Return *invoice* with the sign of the model and everything that its amounts say, with findings."""
    findings: list[Finding] = []
    invoice = _sign(invoice, findings)
    digits = _digits(invoice.currency)
    invoice = _paid(invoice)
    invoice = _nets_of_gross(invoice, digits)
    lines = tuple(_settled_line(line, n, digits, findings) for n, line in enumerate(invoice.lines))
    if lines:
        invoice = invoice.model_copy(update={"lines": lines})
    if invoice.lines and all(line.vat_category is not None for line in invoice.lines):
        invoice = calc.complete(invoice, reasons=_reasons(invoice, context), minor_units=digits)
    return invoice, findings


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
            _finding(
                "EI-FINVOICE-SIGN",
                "warning",
                f"the credit note has the total {total} and asks for {due} in the payment order; the amount of the payment "
                "order is read with the sign of the total",
                f"write {-due} as EpiInstructedAmount",
                ("BT-115", "BT-112"),
                str(due),
                "totals.amount_due",
            )
        )
        invoice = invoice.model_copy(update={"totals": totals.model_copy(update={"amount_due": -due})})
    if total < 0:
        return calc.flip(invoice)
    if total > 0:
        findings.append(
            _finding(
                "EI-FINVOICE-SIGN",
                "warning",
                f"the credit note has the total {total}, and Finvoice wants it negative; its amounts are read as they stand",
                "write every amount and quantity of a credit note (INV02) with a minus; prices and percentages without",
                ("BT-112", "BT-3"),
                str(total),
                "totals.total_with_vat",
            )
        )
        native = {**invoice.native, POSITIVE_CREDIT: "1"}
        invoice = invoice.model_copy(update={"native": native})
    return invoice


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
    if paid is None:
        return invoice
    return invoice.model_copy(
        update={
            "totals": totals.model_copy(update={"paid_amount": paid}),
            "native": {**invoice.native, f"{PREFIX}_paid": str(paid)},
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
    line = _signed_allowances(line, net, digits)
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
    if goods is not None and abs(goods - adjusted) <= Decimal("0.02"):
        return line
    return _derived_price(line, position, adjusted, goods, findings)


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


def _signed_allowances(line: Line, net: Decimal, digits: int) -> Line:
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
    if abs(base + parts - net) > Decimal("0.02") >= abs(base - parts - net):
        turned = tuple(_turned(entry) for entry in filled)
        return line.model_copy(
            update={"allowances_charges": turned, "native": {**line.native, f"{PREFIX}_unsigned_discount": "1"}}
        )
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
    """A row that states its total only: one piece at that price."""
    net = line.net_amount or ZERO
    goods = _goods(line.model_copy(update={"net_price": None}), 2)
    quantity = Decimal(-1) if net < 0 else Decimal(1)
    update: dict[str, Any] = {
        "quantity": quantity,
        "net_price": abs(net if goods is None else goods) if line.net_price is None else line.net_price,
        "native": {**line.native, ASSUMED_QUANTITY: "price" if line.net_price is None else "quantity"},
    }
    if line.unit_code is None:
        update["unit_code"] = "C62"
    findings.append(
        _finding(
            "EI-FINVOICE-QUANTITY",
            "info",
            f"the row states the amount {net} and no quantity that can be read; read as {quantity} of {update['net_price']}",
            "state quantity and price",
            ("BT-129", "BT-146"),
            str(net),
            f"lines[{position}].net_amount",
        )
    )
    return line.model_copy(update=update)


_CENTS: Final = re.compile(r"^(snt|c|ct|cent|cents|öre)\s*/", re.IGNORECASE)

PRICE_DIGITS: Final = 10


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
            native[f"{PREFIX}UnitPriceAmount"] = codecs.write_amount(gross)
        if f"{PREFIX}_one_price" not in native:
            native[f"{PREFIX}UnitPriceNetAmount"] = codecs.write_amount(stated)
        if line.price_discount is not None:
            native[f"{PREFIX}UnitPriceDiscountAmount"] = codecs.write_amount(line.price_discount)
    native[PRICE_OF] = price_key(line.quantity, line.net_amount, price)
    unit = next((native[k] for k in native if k.endswith("/@UnitPriceUnitCode")), "")
    if stated is not None:
        cents = bool(_CENTS.match(unit))
        findings.append(
            _finding(
                "EI-FINVOICE-PRICE",
                "info" if cents else "warning",
                f"quantity {line.quantity} and price {stated}{f' {unit}' if unit else ''} give {stated_goods:.2f}, and the row "
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
    return "|".join("" if n is None else codecs.format_comma(abs(n).normalize()) for n in (quantity, net, price))


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
    stated = {(e.category, e.rate): e for e in before.vat_breakdown}
    for position, entry in enumerate(after.vat_breakdown):
        old = stated.get((entry.category, entry.rate))
        had = old is not None and (old.exemption_reason or old.exemption_reason_code)
        if not had and (entry.exemption_reason or entry.exemption_reason_code):
            path = f"vat_breakdown[{position}].exemption_reason"
            found.append(
                _finding(
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
