"""Lines, texts, allowances and charges as rows of Billecta.

A row is quantity times price less one discount, and a price has the decimals of the currency.  What does not fit into
that is written so that the sum stays right to the last cent, and the figures that are meant stand in the text:

a price that does not fit             one piece at the sum of the line; quantity, unit and price in the text
  ... where a price with VAT fits     that price, `VatIsIncluded`, when the VAT of its rate comes to the same
several allowances, one that ties not  one discount, their sum
a charge of a line                    a row of its own below the line
an allowance of the document          a row with negative quantity
a charge of the document              a row; or one of the two fees, by ``[billecta] fees``
a note, a row of text                 a row of type Message
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, NamedTuple

from einvoice import calc, codelists
from einvoice.context import Context
from einvoice.formats.billecta.kept import RECORD, Said, kept
from einvoice.formats.billecta.rows import TEXT, UNITS
from einvoice.formats.billecta.settled import PREFIX, ZERO
from einvoice.formats.billecta.tree import minor_units, plain_number
from einvoice.formats.mapping.codecs import format_decimal
from einvoice.model import AllowanceCharge, Invoice, Line, Period

RECORD_VIEW: Final = "InvoiceActionRecordView"
_ONE: Final = Decimal(1)

_WORDS: Final = {
    "SV": {"allowance": "Rabatt", "charge": "Avgift", "at": "à"},
    "EN": {"allowance": "Discount", "charge": "Charge", "at": "at"},
    "FI": {"allowance": "Alennus", "charge": "Lisäveloitus", "at": "à"},
}
"""What the rows say that the writer adds, by `CommunicationLanguage`."""

ALIKE: Final = {"EA": "st"}
"""Codes without a Swedish name of their own, and the name under which the buyer knows the same thing: each, a piece."""

FEES: Final = {"IS": "InvoiceFee", "FC": "FreightFee"}
"""Reason code of a charge (BT-105) → the fee of Billecta that is the same."""


def _line(path: str) -> str:
    """Return what a message calls the line at *path*.

    >>> _line("lines[0]")
    'line 1'
    """
    return f"line {int(path.removeprefix('lines[').partition(']')[0]) + 1}"


class Row(NamedTuple):
    """A row, and the path in the model of what it was made of."""

    line: Line
    source: str


@dataclass
class Rows:
    """The rows of an entry, in their order, and the fees beside them."""

    rows: list[Row] = field(default_factory=list)
    fees: dict[str, tuple[int, Decimal]] = field(default_factory=dict)
    """Member of the entry → position and amount of the charge that it is."""

    def numbered(self) -> tuple[Line, ...]:
        """Return the rows with their numbers, from 1."""
        return tuple(row.line.model_copy(update={"identifier": str(number)}) for number, row in enumerate(self.rows, 1))


class Writer:
    """Makes the rows of one invoice, which has the signs of Billecta already."""

    def __init__(self, invoice: Invoice, context: Context, language: str, said: Said) -> None:
        self.invoice = invoice
        self.context = context
        self.words = _WORDS[language]
        self.said = said
        self.places = minor_units(invoice.currency)
        self.digits = min(2, self.places)
        self.currency = invoice.currency or ""
        self.texts = _kept_texts(invoice)
        self.unfit: list[int] = []
        self._gross_rates: frozenset[Decimal | None] | None = None
        self.turned = invoice.is_credit_note

    def write(self) -> Rows:
        """Return the rows."""
        invoice = self.invoice
        found = Rows()
        number = 0
        for position, text in enumerate(invoice.leading_text_rows):
            number += 1
            found.rows.append(self.text(text, f"leading_text_rows[{position}]", number))
        for position, line in enumerate(invoice.lines):
            number += 1
            path = f"lines[{position}]"
            row, charges = self.line(line, path)
            found.rows.append(Row(row, path))
            for below, text in enumerate(line.text_rows):
                number += 1
                found.rows.append(self.text(text, f"{path}.text_rows[{below}]", number))
            if line.note:
                found.rows.append(self.text(line.note, f"{path}.note"))
                self.said.lose(
                    "LOSS-AS-TEXT",
                    "info",
                    f"{path}.note",
                    line.note,
                    f"the note {line.note!r} of line {position + 1} is written as a row of text below it",
                )
            found.rows += charges
        lines = [row.line for row in found.rows if not is_text(row.line)]
        rates = {line.vat_rate or ZERO for line in lines}
        rates |= {entry.vat_rate or ZERO for entry in invoice.allowances_charges if entry.amount is not None}
        included = bool(lines) and all(includes_vat(line) for line in lines)
        for position, entry in enumerate(invoice.allowances_charges):
            if entry.amount is None:
                continue
            fee = self.fee(entry, rates, included) if entry.is_charge else None
            if fee is not None and fee[0] not in found.fees:
                found.fees[fee[0]] = position, fee[1]
            else:
                found.rows.append(self.of_document(entry, position))
        self.say_unfit()
        self.sums(found)
        return found

    def sums(self, found: Rows) -> None:
        """Say that every row counts as a line, where rows are written that are none."""
        totals = self.invoice.totals
        added = [row.line for row in found.rows if row.source.startswith("allowances_charges")]
        if totals is None or not added:
            return
        changes = sum(((line.quantity or ZERO) * (line.net_price or ZERO) for line in added), ZERO)
        for name in ("line_total", "allowance_total", "charge_total"):
            if (stated := getattr(totals, name)) is not None and (changes or name != "line_total"):
                message = (
                    f"the {name.replace('_', ' ')} {self.shown(stated)} changes: rows that are allowances or charges"
                )
                path = f"totals.{name}"
                self.said.lose("LOSS-CHANGED", "info", path, self.shown(stated), f"{message} count as lines")

    # -- texts ---------------------------------------------------------------------------------------------------

    def text(self, text: str, source: str, number: int | None = None) -> Row:
        """Return a row of text; *number* is its position among the rows of the source, of which more may be kept."""
        native: dict[str, str] = {}
        for member, (key, value) in self.texts.get(number or 0, {}).items():
            found = kept({f"{PREFIX}{member}": value}, RECORD_VIEW, "", self.invoice.currency, Said())
            if member in ("RecordType", "SequenceNo", "ArticleDescription", *_ANSWERED) or not found:
                continue
            native |= found
            self.said.named.add(f"native.{key}")
        native[f"{PREFIX}RecordType"] = TEXT
        return Row(Line(item_name=text.strip(), native=native), source)

    # -- lines ---------------------------------------------------------------------------------------------------

    def line(self, stated: Line, path: str) -> tuple[Line, list[Row]]:
        """Return the row of a line and the rows of its charges."""
        line = calc.normalise_negative_prices(stated)
        native = kept(line.native, RECORD_VIEW, f"{path}.", self.invoice.currency, self.said)
        if native.get(f"{PREFIX}RecordType") == TEXT:
            del native[f"{PREFIX}RecordType"]
        charges = self.charges(line, path)
        sums = self.with_vat(line, native) if not charges else None
        description = line.item_description
        if sums is not None:
            native[f"{PREFIX}VatIsIncluded"] = "true"
        else:
            native.pop(f"{PREFIX}VatIsIncluded", None)
            sums = self.without_vat(
                line, path, sum(((row.line.quantity or ZERO) * _price(row) for row in charges), ZERO)
            )
        if sums is None:
            sums = self.unpriced(line, path)
        figures = sums.pop("figures", None)
        if figures is not None:
            description = figures if description is None else f"{description}\n{figures}"
        discount: dict[str, str] = sums.pop("discount", {})
        if discount:
            for name in ("DiscountType", "DiscountPercentage", "DiscountAmount"):
                native.pop(f"{PREFIX}{name}", None)
        native |= {f"{PREFIX}{name}": text for name, text in discount.items()}
        if charges:
            self.without_charges(line, path, charges)
        elif not includes_vat(Line(native=native)):
            self.calculated(line, path)
        row = Line(
            item_name=_joined(line.item_name, description),
            seller_item_identifier=line.seller_item_identifier,
            unit_name=None if figures is not None else self.unit(line),
            vat_rate=self.rate(line, path),
            period=line.period or self.invoice.period,
            native=native,
            **{name: value for name, value in sums.items() if value is not None},
        )
        return row, charges

    def unpriced(self, line: Line, path: str) -> dict[str, Any]:
        """Return quantity and price of a line without an amount; a row needs one of them, or it is a text."""
        price = self.unit_price(line)
        if price is not None:
            rounded = calc.round_half_up(price, self.places)
            if rounded != price:
                message = f"the price {format_decimal(price)} is written as {format_decimal(rounded)}"
                why = f"a price of Billecta has {self.places} decimals"
                self.said.lose("LOSS-CHANGED", "warning", f"{path}.net_price", price, f"{message}: {why}")
            return {"quantity": line.quantity, "net_price": rounded}
        self.said.find(
            "EI-BILLECTA-NO-PRICE",
            "error",
            f"{path} has neither a price nor an amount; it is written at 0",
            "state the price (BT-146), or take the line out",
            ("BT-146",),
            f"{path}.net_price",
        )
        return {"quantity": line.quantity if line.quantity is not None else _ONE, "net_price": ZERO}

    def without_charges(self, line: Line, path: str, charges: list[Row]) -> None:
        """Say that the amount of a line is written without its charges."""
        charged = sum(((row.line.quantity or ZERO) * _price(row) for row in charges), ZERO)
        for name in ("net_amount", "vat_amount", "amount_with_vat"):
            if (stated := getattr(line, name)) is None:
                continue
            told = f"is written as {self.shown(stated - charged)}" if name == "net_amount" else "is not written"
            self.said.lose(
                "LOSS-CHANGED",
                "info",
                f"{path}.{name}",
                self.shown(stated),
                f"the {name.replace('_', ' ').replace('vat', 'VAT')} {self.shown(stated)} of {_line(path)} {told}: its "
                "charges are rows of their own",
            )

    def calculated(self, line: Line, path: str) -> None:
        """Say of the line's sums with VAT that Billecta calculates them, where it comes to the same."""
        net, rate = line.net_amount, line.vat_rate or ZERO
        if net is None:
            return
        tax = calc.tax_amount(net, rate, minor_units=self.digits)
        for name, amount in (("vat_amount", tax), ("amount_with_vat", net + tax)):
            if (stated := getattr(line, name)) is not None and stated == amount:
                self.said.lose(
                    "LOSS-NO-PLACE",
                    "info",
                    f"{path}.{name}",
                    self.shown(stated),
                    f"{self.shown(stated)} is not written: Billecta calculates the sums of a row with VAT",
                )

    def rate(self, line: Line, path: str) -> Decimal:
        """Return the rate; one that nobody states is named, since a row has always one."""
        if line.vat_rate is None and line.vat_category not in calc.ZERO_RATED and line.vat_category != "O":
            self.said.find(
                "EI-BILLECTA-NO-VAT-RATE",
                "error",
                f"{path} has no VAT rate, and a row of Billecta without one has 0 %",
                "state the rate of the line (BT-152)",
                ("BT-152",),
                f"{path}.vat_rate",
            )
        return self.rate_of(line.vat_rate, f"{path}.vat_rate")

    def rate_of(self, rate: Decimal | None, path: str) -> Decimal:
        """Return *rate* as a row takes it; one below zero, which the service refuses, is named."""
        if rate is None or rate >= 0:
            return rate if rate is not None else ZERO
        self.said.lose(
            "LOSS-UNWRITABLE",
            "warning",
            path,
            format_decimal(rate),
            f"the VAT rate {format_decimal(rate)} is written as 0: Billecta takes none below 0",
            "state the rate with which the amounts tie (BT-152)",
        )
        return ZERO

    def unit_price(self, line: Line) -> Decimal | None:
        """Return the price of one unit, exactly; None when there is none."""
        price, base = calc.net_price(line), line.price_base_quantity
        return price if price is None or base is None or not base else price / base

    def fits(self, price: Decimal) -> bool:
        return price == calc.round_half_up(price, self.places)

    def shown(self, amount: Decimal | None) -> str:
        """Return an amount with the sign that the invoice has, not that of Billecta."""
        return format_decimal(-(amount or ZERO) if self.turned else amount or ZERO)

    def fit(self, amount: Decimal, path: str) -> Decimal:
        """Return *amount* with the decimals of the currency."""
        rounded = calc.round_half_up(amount, self.digits)
        if rounded != amount:
            self.said.lose(
                "LOSS-CHANGED",
                "warning",
                path,
                self.shown(amount),
                f"{self.shown(amount)} is written as {self.shown(rounded)}: Billecta counts in whole minor "
                f"units of {self.currency}",
            )
        return rounded

    def without_vat(self, line: Line, path: str, charged: Decimal) -> dict[str, Any] | None:
        """Return quantity, price and discount whose sum is the net amount of *line* less what is *charged*.

        None when the line has no net amount that could be missed.
        """
        net = line.net_amount if line.net_amount is not None else calc.line_net_amount(line, minor_units=self.digits)
        if net is None:
            return None
        net = self.fit(net, f"{path}.net_amount") - charged
        allowances = [(n, entry) for n, entry in enumerate(line.allowances_charges) if not entry.is_charge]
        price = self.unit_price(line)
        if price is not None and line.quantity is not None and self.fits(price):
            goods = line.quantity * price
            discount = self.discount(goods, net, allowances, path)
            if discount is not None:
                self.of_one(line, path, price)
                return {"quantity": line.quantity, "net_price": price, "discount": discount}
        total = sum((entry.amount or ZERO for _, entry in allowances), ZERO)
        discount = self.discount(net + total, net, allowances, path)
        goods = net if discount is None else net + total
        if discount is None:
            for n, entry in allowances:
                at = f"{path}.allowances_charges[{n}]"
                self.said.lose(
                    "LOSS-CHANGED", "warning", at, self.shown(entry.amount),
                    f"the allowance {self.shown(entry.amount)} of {_line(path)} is counted in its price, which it "
                    "raises",
                    charge=False,
                )  # fmt: skip
        quantity = -_ONE if goods < 0 else _ONE
        found: dict[str, Any] = {"quantity": quantity, "net_price": abs(goods), "discount": discount or {}}
        if (line.quantity, price) != (quantity, abs(goods)):
            found["figures"] = self.figures(line, path, abs(goods), quantity)
        return found

    def of_one(self, line: Line, path: str, price: Decimal) -> None:
        """Say that the price of a base quantity is written as that of one unit."""
        base, stated = line.price_base_quantity, calc.net_price(line)
        if base is None or stated is None:
            return
        also: tuple[str, ...] = (f"{path}.price_base_quantity_unit_code",)
        if base != 1:
            also += tuple(f"{path}.{name}" for name in ("net_price", "price_with_vat"))
        self.said.lose(
            "LOSS-CHANGED" if base != 1 else "LOSS-NO-PLACE",
            "info",
            f"{path}.price_base_quantity",
            format_decimal(base),
            f"the price {format_decimal(stated)} for {format_decimal(base)} is written as that of one, "
            f"{format_decimal(price)}",
            None,
            also,
        )

    def figures(self, line: Line, path: str, price: Decimal, quantity: Decimal) -> str | None:
        """Return quantity, unit and price as a text for people, and name them as written in it."""
        parts = []
        unit = self.unit(line)
        shown = "" if line.quantity is None else _comma(line.quantity) + (f" {unit}" if unit else "")
        if shown:
            parts.append(shown)
        stated = calc.net_price(line)
        if stated is not None:
            cost = f"{self.words['at']} {_comma(stated)} {self.currency}".rstrip()
            if line.price_base_quantity not in (None, _ONE):
                cost += f" / {_comma(line.price_base_quantity or _ONE)}"
            parts.append(cost)
        if not parts:
            return None
        text = " ".join(parts)
        names = (
            "quantity", "unit_code", "unit_name", "net_price", "price_with_vat", "price_base_quantity",
            "price_base_quantity_unit_code",
        )  # fmt: skip
        also = tuple(f"{path}.{name}" for name in names if getattr(line, name) is not None)
        if line.item_description is not None:
            self.said.named.add(f"{path}.item_description")  # it stands before the figures
        self.said.lose(
            "LOSS-CHANGED",
            "warning",
            f"{path}.quantity" if line.quantity is not None else f"{path}.net_price",
            self.shown(line.quantity) if line.quantity is not None else format_decimal(stated or ZERO),
            f"{text} is written as {format_decimal(quantity)} at {format_decimal(price)}, and stands in the text: a "
            f"price of Billecta has {self.places} decimals, and quantity times price must give the sum of the line",
            f"state prices with at most {self.places} decimals",
            also,
        )
        self.unfit.append(int(path.partition("[")[2].rstrip("]")))
        return text

    def say_unfit(self) -> None:
        """Say once which lines were written with their sum, and why."""
        if not self.unfit:
            return
        lines = ", ".join(str(n + 1) for n in self.unfit[:10]) + ("…" if len(self.unfit) > 10 else "")
        self.said.find(
            "EI-BILLECTA-PRECISION",
            "info",
            f"line {lines}: quantity times price does not give the amount in prices of {self.places} decimals; written "
            "as one piece at the sum of the line, with the original figures in the text",
            f"agree on prices with at most {self.places} decimals, or on a larger unit",
            ("BT-129", "BT-146"),
            f"lines[{self.unfit[0]}].net_price",
        )

    def discount(
        self, goods: Decimal, net: Decimal, allowances: list[tuple[int, AllowanceCharge]], path: str
    ) -> dict[str, str] | None:
        """Return the discount that takes *goods*, unrounded, to *net*; None when the allowances do not.

        The service is taken to round once, after the discount, as the reader does.
        """
        amounts = [(n, entry) for n, entry in allowances if entry.amount]
        if not amounts:
            return {} if calc.round_half_up(goods, self.digits) == net else None
        total = sum((entry.amount or ZERO for _, entry in amounts), ZERO)
        percentage = amounts[0][1].percentage if len(amounts) == 1 else None
        if percentage and calc.round_half_up(goods - goods * percentage / 100, self.digits) == net:
            return {"DiscountType": "Percentage", "DiscountPercentage": format_decimal(percentage)}
        if calc.round_half_up(goods - total, self.digits) != net or (total < 0) != (goods < 0):
            return None
        if not self.fits(total):
            return None
        if len(amounts) > 1:
            said = ", ".join(self.shown(entry.amount) for _, entry in amounts)
            places = [f"{path}.allowances_charges[{n}]" for n, _ in amounts]
            self.said.lose(
                "LOSS-CHANGED",
                "warning",
                f"{places[0]}.amount",
                self.shown(amounts[0][1].amount),
                f"the allowances {said} of {_line(path)} are written as one discount, {self.shown(total)}: a row "
                "has one",
                None,
                tuple(f"{place}.{name}" for place in places for name in ("amount", "base_amount")),
                charge=False,
            )
        return _amount(total)

    def with_vat(self, line: Line, native: dict[str, str]) -> dict[str, Any] | None:
        """Return the row of a line whose price has VAT in it; None when it does not tie, or another price is meant.

        The source says that the price with VAT counts: Billecta by its switch, another format by stating it, and then
        it is taken where the price without VAT does not fit and the VAT of its rate comes to the same.
        """
        price, rate, total = line.price_with_vat, line.vat_rate, line.amount_with_vat
        counts = native.get(f"{PREFIX}VatIsIncluded")
        if price is None or line.quantity is None or counts == "false":
            return None
        if counts is None:
            own = self.unit_price(line)
            if (own is not None and self.fits(own)) or rate not in self.gross_rates():
                return None
            total = self.amount_with_vat(line, price) if total is None else total
        if line.price_base_quantity not in (None, _ONE) or not self.fits(price) or total is None:
            return None
        if line.net_amount is not None:
            net = total / (1 + (rate or ZERO) / 100)
            if abs(net - line.net_amount) > _ONE.scaleb(-self.digits):
                return None
        goods = line.quantity * price
        found: dict[str, Any] = {"quantity": line.quantity, "net_price": price, "discount": {}}
        amounts = [entry for entry in line.allowances if entry.amount]
        percentage = amounts[0].percentage if len(amounts) == 1 else None
        if percentage and calc.round_half_up(goods - goods * percentage / 100, self.digits) == total:
            found["discount"] = {"DiscountType": "Percentage", "DiscountPercentage": format_decimal(percentage)}
        elif amounts:
            cut = calc.round_half_up(goods, self.digits) - total
            if len(amounts) > 1 or not cut or (cut < 0) != (goods < 0):
                return None
            found["discount"] = _amount(cut)
        elif calc.round_half_up(goods, self.digits) != total:
            return None
        return found

    def gross_rates(self) -> frozenset[Decimal | None]:
        """Return the rates whose lines all have prices with VAT that give the same net amount and VAT.

        Where the rounding (BT-114) holds the cents that such prices leave over, these prices are what the buyer pays.
        """
        if self._gross_rates is None:
            totals = self.invoice.totals
            off = totals.rounding_amount if totals is not None else None
            left_over = bool(off) and abs(off or ZERO) <= calc.rounding_of_lines(self.invoice)
            sums: dict[Decimal | None, list[tuple[Decimal, Decimal] | None]] = {}
            for line in self.invoice.lines:
                sums.setdefault(line.vat_rate, []).append(self.net_and_gross(line))
            self._gross_rates = frozenset(
                rate for rate, found in sums.items() if None not in found and (left_over or self.ties(found, rate))
            )
        return self._gross_rates

    def net_and_gross(self, line: Line) -> tuple[Decimal, Decimal] | None:
        """Return the net amount of *line* and that with VAT by its price with VAT; None without such a price."""
        if line.price_with_vat is None or line.net_amount is None:
            return None
        gross = line.amount_with_vat
        if gross is None:
            gross = self.amount_with_vat(line, line.price_with_vat)
        return None if gross is None else (line.net_amount, gross)

    def ties(self, amounts: Sequence[tuple[Decimal, Decimal] | None], rate: Decimal | None) -> bool:
        """Say whether the VAT of *rate* on the net amounts and the VAT in those with VAT are the same."""
        stated = [pair for pair in amounts if pair is not None]
        net, gross = (sum((pair[side] for pair in stated), ZERO) for side in (0, 1))
        tax = calc.round_half_up(gross * (rate or ZERO) / (100 + (rate or ZERO)), self.digits)
        return gross - tax == net and calc.tax_amount(net, rate or ZERO, minor_units=self.digits) == tax

    def amount_with_vat(self, line: Line, price: Decimal) -> Decimal | None:
        """Return quantity times *price*, less an allowance in per cent; None where an allowance is an amount."""
        cuts = [entry.percentage for entry in line.allowances if entry.amount]
        if len(cuts) > 1 or None in cuts or line.quantity is None:
            return None
        goods = line.quantity * price
        return calc.round_half_up(goods - goods * (cuts[0] or ZERO) / 100 if cuts else goods, self.digits)

    def unit(self, line: Line) -> str | None:
        """Return the name of the unit; none for a piece.

        A code that has no name, or whose name means another code to the reader, is written itself.
        """
        if line.unit_name is not None:
            return line.unit_name
        code = line.unit_code
        if code in (None, "C62"):  # what has no unit is read as a piece
            return None
        own = (name for name, meant in self.context.units.items() if meant == code)
        known = (name for name, meant in UNITS.items() if meant == code)
        for name in (*own, *known, codelists.unit_name(code, "sv")):
            if name is not None and self.meaning(name) == code:
                return name
        return ALIKE.get(code, code)

    def meaning(self, name: str) -> str | None:
        """Return the code that the reader finds for *name*."""
        return self.context.unit_code(name) or UNITS.get(name.lower()) or codelists.unit_code(name)

    # -- allowances and charges ------------------------------------------------------------------------------------

    def charges(self, line: Line, path: str) -> list[Row]:
        """Return a row for each charge of a line: a row of Billecta has none."""
        rows = []
        for n, entry in enumerate(line.allowances_charges):
            if not entry.is_charge or not entry.amount:
                continue
            at = f"{path}.allowances_charges[{n}]"
            amount = self.fit(entry.amount, f"{at}.amount")
            name = self.reason(entry)
            shown = self.shown(amount)
            self.said.lose(
                "LOSS-CHANGED",
                "warning",
                f"{at}.amount",
                shown,
                f"the charge {shown} ({name}) of {_line(path)} is written as a row of its own below it: a row of "
                "Billecta has no charges",
                None,
                (
                    f"{at}.reason",
                    f"{at}.is_charge",
                    f"{path}.net_amount",
                    f"{path}.amount_with_vat",
                    "totals.line_total",
                ),
                charge=True,
            )
            rows.append(Row(self.piece(amount, name, self.rate(line, path), line.period), at))
        return rows

    def of_document(self, entry: AllowanceCharge, position: int) -> Row:
        """Return the row of an allowance or charge of the document."""
        at = f"allowances_charges[{position}]"
        what = "charge" if entry.is_charge else "allowance"
        amount = self.fit(entry.amount or ZERO, f"{at}.amount")
        name = self.reason(entry)
        shown = self.shown(amount)
        self.said.lose(
            "LOSS-CHANGED",
            "warning",
            f"{at}.amount",
            shown,
            f"the {what} {shown} of the document ({name}) is written as a row: Billecta has no {what}s of the document",
            None,
            (
                *(f"{at}.{name}" for name in ("reason", "vat_rate", "is_charge")),
                *((f"{at}.vat_category",) if entry.vat_category in ("S", "AE", "K") else ()),
            ),
            charge=entry.is_charge,
        )
        if entry.vat_rate is None and entry.vat_category not in calc.ZERO_RATED and entry.vat_category != "O":
            self.said.find(
                "EI-BILLECTA-NO-VAT-RATE",
                "error",
                f"the {what} {shown} of the document has no VAT rate, and a row of Billecta without one has 0 %",
                "state its rate (BT-96, BT-103)",
                ("BT-103",) if entry.is_charge else ("BT-96",),
                f"{at}.vat_rate",
            )
        amount = amount if entry.is_charge else -amount
        return Row(self.piece(amount, name, self.rate_of(entry.vat_rate, f"{at}.vat_rate"), None), at)

    def piece(self, amount: Decimal, name: str, rate: Decimal, period: Period | None) -> Line:
        return Line(
            item_name=name,
            quantity=-_ONE if amount < 0 else _ONE,
            net_price=abs(amount),
            vat_rate=rate,
            period=period or self.invoice.period,
        )

    def reason(self, entry: AllowanceCharge) -> str:
        """Return the reason as a text: stated, that of its code, or the word for it."""
        if entry.reason:
            return entry.reason
        return self.words["charge" if entry.is_charge else "allowance"]

    def fee(self, entry: AllowanceCharge, rates: set[Decimal], included: bool) -> tuple[str, Decimal] | None:
        """Return the fee of Billecta that *entry* is, and its amount; None when it must be a row to keep its VAT.

        A fee bears the one rate of the rows, or that of the context, and holds VAT where the prices hold it.
        """
        member = FEES.get(entry.reason_code or "")
        if member is None or not entry.amount:
            return None
        before = self.invoice.native.get(f"{PREFIX}_{member}")
        if self.context.billecta.fees != "fields" and before is None:
            return None
        stated, own = self.context.billecta.fee_vat, entry.vat_rate or ZERO
        rate = stated if stated is not None else next(iter(rates)) if len(rates) == 1 else None
        if before is not None:
            amount = plain_number(before)
            nets = () if amount is None else (amount, calc.round_half_up(amount / (1 + own / 100), self.digits))
            if amount is not None and entry.amount in nets and (rate is None or rate == own):
                return member, amount
        if rate != own or included or not self.fits(entry.amount):
            return None
        return member, entry.amount


_ANSWERED: Final = ("TotalExclVATNoDiscount", "TotalExclVAT", "TotalIncVAT")
"""What the service calculates of a row, and does not take."""


def is_text(row: Line) -> bool:
    return row.native.get(f"{PREFIX}RecordType") == TEXT


def includes_vat(row: Line) -> bool:
    return row.native.get(f"{PREFIX}VatIsIncluded") == "true"


def _price(row: Row) -> Decimal:
    return row.line.net_price or ZERO


def _amount(discount: Decimal) -> dict[str, str]:
    return {"DiscountType": "Amount", "DiscountAmount": format_decimal(discount), "DiscountPercentage": "0"}


def _joined(name: str | None, description: str | None) -> str | None:
    """Return the text of a row: its first line names the item, the others describe it."""
    if description is None or name is None:
        text = description if name is None else name
        return None if text is None else text.strip()
    return f"{' '.join(name.split())}\n{description}".strip()


def _comma(value: Decimal) -> str:
    return format_decimal(value).replace(".", ",")


def _kept_texts(invoice: Invoice) -> dict[int, dict[str, tuple[str, str]]]:
    """Return what rows of text state beside their text: number of the row → member → key and text."""
    found: dict[int, dict[str, tuple[str, str]]] = {}
    for key, text in _records(invoice):
        match = RECORD.fullmatch(key)
        assert match is not None
        found.setdefault(int(match[1] or 1), {})[match[2]] = (key, text)
    return found


def _records(invoice: Invoice) -> Iterator[tuple[str, str]]:
    return ((key, text) for key, text in invoice.native.items() if RECORD.fullmatch(key))
