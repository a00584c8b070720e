"""Finnish virtual bank barcode: 54 digits that repeat account, amount, reference and due date.

Finvoice carries it as VirtualBankBarcode.  Version 4 holds a national reference, version 5 an RF
reference of digits only.

    1       version, 4 or 5
    2-17    IBAN without FI
    18-25   euros (6) and cents (2); zeros when not stated: no amount, not positive, over 999 999.99
    26-48   version 4: 000 and the reference, padded to 20; version 5: RF check digits, the rest padded to 21
    49-54   due date YYMMDD of this century; zeros when not stated

Source: Finance Finland, virtual barcode versions 4 and 5 (through public implementations).

>>> barcode = parse("43715903000000776 00001225 00000000000000000011112 161221")
>>> content(barcode).amount, content(barcode).reference
(Decimal('12.25'), '11112')
>>> parse(barcode[:-4] + "1332")
Traceback (most recent call last):
einvoice.errors.InvalidComponent: Virtual barcode '4371...2161332': due date 161332 is not a date (YYMMDD)
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from einvoice.errors import IdentifierError, InvalidComponent, InvalidFormat
from einvoice.identifiers import fi_reference, iban, rf_reference
from einvoice.identifiers.digits import accepts, compact, is_digits, require_digits, require_length

_NAME = "Virtual barcode"
_HIGHEST = Decimal("999999.99")


@dataclass(frozen=True, slots=True)
class Content:
    """What a barcode says.  *amount* is in euro; it and *due_date* are None when not stated."""

    iban: str
    amount: Decimal | None
    reference: str
    due_date: date | None


def content(text: str) -> Content:
    """Return what *text* says; a national reference without padding, an RF reference with RF."""
    number = compact(text)
    seen = number if len(number) <= 12 else f"{number[:4]}...{number[-7:]}"
    require_digits(_NAME, seen, number)
    require_length(_NAME, seen, number, (54,))
    place = f"{_NAME} {seen!r}"
    version, account, cents, middle, due = number[0], number[1:17], number[17:25], number[25:48], number[48:]
    if version == "4" and not middle.startswith("000"):
        raise InvalidFormat(f"{place}: positions 26 to 28 are {middle[:3]}, expected 000 in version 4")
    if version not in "45":
        raise InvalidFormat(f"{place}: version is {version}, expected 4 (national reference) or 5 (RF)")
    try:
        parsed_iban = iban.parse("FI" + account)
        if version == "4":
            reference = fi_reference.parse(middle)
        else:
            reference = rf_reference.parse("RF" + middle[:2] + (middle[2:].lstrip("0") or "0"))
    except IdentifierError as error:
        raise type(error)(f"{place}: {error.message}", fix=error.fix) from error
    amount = Decimal(cents).scaleb(-2)
    return Content(parsed_iban, amount or None, reference, _parse_due(place, due))


def _parse_due(place: str, due: str) -> date | None:
    if due == "000000":
        return None
    try:
        return date(2000 + int(due[:2]), int(due[2:4]), int(due[4:]))
    except ValueError as error:
        raise InvalidComponent(f"{place}: due date {due} is not a date (YYMMDD)") from error


def parse(text: str) -> str:
    """Return the 54 digits of *text*, when all parts are sound."""
    content(text)
    return compact(text)


def is_valid(text: str) -> bool:
    """Tell whether *text* is a virtual barcode whose parts are sound."""
    return accepts(content, text)


def generate(account: str, reference: str, *, amount: Decimal | None = None, due_date: date | None = None) -> str:
    """Return the barcode for a Finnish IBAN, and a national or RF *reference*.

    *amount* is in euro with at most two decimals.  One that is absent, not positive or over
    999 999.99 is written as zeros, and so is an absent *due_date*.
    """
    number = iban.parse(account)
    if not number.startswith("FI"):
        raise InvalidComponent(f"{_NAME}: account {account!r} is not Finnish, there is no barcode for it")
    if rf_reference.is_valid(reference):
        rf = rf_reference.parse(reference)
        if not is_digits(rf[4:]):
            raise InvalidFormat(f"{_NAME}: RF reference {reference!r} has letters, there is no barcode for it")
        version, middle = "5", rf[2:4] + rf[4:].rjust(21, "0")
    else:
        version, middle = "4", fi_reference.parse(reference).rjust(23, "0")
    cents = 0
    if amount is not None and 0 < amount <= _HIGHEST:
        if amount != amount.quantize(Decimal("0.01")):
            raise InvalidFormat(f"{_NAME}: amount {amount} EUR has more than two decimals")
        cents = int(amount.scaleb(2))
    if due_date is not None and not 2000 <= due_date.year <= 2099:
        raise InvalidComponent(f"{_NAME}: due date {due_date} is not in this century")
    due = "000000" if due_date is None else due_date.strftime("%y%m%d")
    return f"{version}{number[2:]}{cents:08}{middle}{due}"
