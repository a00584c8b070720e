"""Tells at once, and without python-stdnum, that a number is right.

python-stdnum takes some 20 to 50 ms to load, a fifth of the time of a command, and nearly every number of an invoice is
right.  So the rules ask here first: True means that the module of the number takes it, False that the module has to
decide, which also words the fault.  Only the numbers that stand in most invoices have a screen.  `tests/identifiers/
test_screen.py` holds screens and modules together.

>>> gs1("7340109104692"), luhn("5560473521"), iban("FI2112345600000785"), finnish("20774740")
(True, True, True, True)
>>> iban("FI2112345600000786"), gs1("73 40109 10469 2")
(False, False)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_DOUBLED: Final = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_IBAN: Final = re.compile("(FI[0-9]{16}|SE[0-9]{22}|NO[0-9]{13}|DK[0-9]{16}|EE[0-9]{18}|DE[0-9]{20})")
_RF: Final = re.compile("RF[0-9]{2}[0-9A-Z]{1,21}")
_MODULO_11: Final = (7, 9, 10, 5, 8, 4, 2)
_NORWEGIAN: Final = (3, 2, 7, 6, 5, 4, 3, 2)
_DANISH: Final = (2, 7, 6, 5, 4, 3, 2, 1)


def luhn(number: str) -> bool:
    """Tell whether *number* is digits, the last one their Luhn digit."""
    if not (number.isascii() and number.isdigit()):
        return False
    digits = [int(digit) for digit in reversed(number)]
    return (sum(digits[::2]) + sum(_DOUBLED[digit] for digit in digits[1::2])) % 10 == 0


def gs1(number: str) -> bool:
    """Tell whether *number* is digits, the last one the check digit of GLN and GTIN."""
    if not (number.isascii() and number.isdigit()):
        return False
    digits = [int(digit) for digit in reversed(number)]
    return (sum(digits[::2]) + 3 * sum(digits[1::2])) % 10 == 0


def gln(number: str) -> bool:
    """Tell whether *number* is surely a GLN."""
    return len(number) == 13 and gs1(number)


def gtin(number: str) -> bool:
    """Tell whether *number* is surely a GTIN."""
    return len(number) in (8, 12, 13, 14) and gs1(number)


def _modulo_97(number: str) -> bool:
    return int("".join(str(int(letter, 36)) for letter in number[4:] + number[:4])) % 97 == 1


def iban(number: str) -> bool:
    """Tell whether *number* is surely an IBAN of Finland, Sweden, Norway, Denmark, Estonia or Germany."""
    return _IBAN.fullmatch(number) is not None and _modulo_97(number)


def rf(number: str) -> bool:
    """Tell whether *number* is surely an RF reference."""
    return _RF.fullmatch(number) is not None and _modulo_97(number)


def finnish_reference(number: str) -> bool:
    """Tell whether *number* is surely a Finnish payment reference."""
    if not (number.isascii() and number.isdigit() and 4 <= len(number.lstrip("0")) <= 20):
        return False
    digits = [int(digit) for digit in reversed(number)]
    return (digits[0] + 7 * sum(digits[1::3]) + 3 * sum(digits[2::3]) + sum(digits[3::3])) % 10 == 0


def finnish(number: str) -> bool:
    """Tell whether *number* is surely the eight digits of a Finnish business id."""
    if not (len(number) == 8 and number.isascii() and number.isdigit()):
        return False
    rest = sum(weight * int(digit) for weight, digit in zip(_MODULO_11, number[:7], strict=True)) % 11
    return rest != 1 and int(number[7]) == (11 - rest if rest else 0)


def norwegian(number: str) -> bool:
    """Tell whether *number* is surely a Norwegian organisation number."""
    if not (len(number) == 9 and number.isascii() and number.isdigit()):
        return False
    rest = sum(weight * int(digit) for weight, digit in zip(_NORWEGIAN, number[:8], strict=True)) % 11
    return rest != 1 and int(number[8]) == (11 - rest if rest else 0)


def danish(number: str) -> bool:
    """Tell whether *number* is surely a Danish CVR number."""
    if not (len(number) == 8 and number.isascii() and number.isdigit() and number[0] != "0"):
        return False
    return sum(weight * int(digit) for weight, digit in zip(_DANISH, number, strict=True)) % 11 == 0


def swedish(number: str) -> bool:
    """Tell whether *number* is surely the ten digits of a Swedish organisation number."""
    return len(number) == 10 and luhn(number)


def vat(number: str) -> bool:
    """Tell whether *number* is surely a VAT number of Finland, Sweden, Norway or Denmark."""
    match number[:2]:
        case "FI":
            return finnish(number[2:])
        case "SE":
            return len(number) == 14 and swedish(number[2:12]) and number[12:].isascii() and number[12:].isdigit()
        case "NO":
            return number.endswith("MVA") and norwegian(number[2:-3])
        case "DK":
            return danish(number[2:])
    return False


def ovt(number: str) -> bool:
    """Tell whether *number* is surely an OVT code."""
    unit = number[12:]
    return (
        number.startswith("0037")
        and finnish(number[4:12])
        and len(unit) <= 5
        and (unit + "0").isascii()
        and ((unit + "0").isalnum())
    )


BY_SCHEME: Final[dict[str, Callable[[str], bool]]] = {
    "0007": swedish,
    "0088": gln,
    "0184": danish,
    "0192": norwegian,
    "0212": lambda number: number[7:8] == "-" and finnish(number[:7] + number[8:]),
    "0216": ovt,
}
"""Schemes of identifiers and addresses (ISO 6523) with a screen."""
