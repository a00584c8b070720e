"""Virtual barcode: each part in its place, and the zeros that say "not stated"."""

from datetime import date
from decimal import Decimal

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidComponent, InvalidFormat, InvalidLength
from einvoice.identifiers import fi_barcode

FOUR = "458101710000001220004829900000000559582243294671120131"
FIVE = "558101710000001220004829906000000559582243294671120131"
ACCOUNT = "FI5810171000000122"


@pytest.mark.parametrize(("barcode", "reference"), [(FOUR, "559582243294671"), (FIVE, "RF06559582243294671")])
def test_valid(barcode, reference):
    content = fi_barcode.Content(ACCOUNT, Decimal("482.99"), reference, date(2012, 1, 31))
    assert fi_barcode.content(barcode) == content
    assert fi_barcode.generate(ACCOUNT, reference, amount=content.amount, due_date=content.due_date) == barcode
    assert fi_barcode.parse(" ".join(barcode)) == barcode


@pytest.mark.parametrize("amount", [None, Decimal(0), Decimal("-1.00"), Decimal("1000000.00")])
def test_amount_that_cannot_be_shown_is_zeros(amount):
    barcode = fi_barcode.generate(ACCOUNT, "11112", amount=amount)
    assert barcode[17:25] == "00000000"
    assert barcode[48:] == "000000"
    assert fi_barcode.content(barcode) == fi_barcode.Content(ACCOUNT, None, "11112", None)


def test_highest_amount():
    assert fi_barcode.generate(ACCOUNT, "11112", amount=Decimal("999999.99"))[17:25] == "99999999"


INVALID = [
    ("length", FOUR[:-1], InvalidLength, "53 digits, expected 54"),
    ("version", "6" + FOUR[1:], InvalidFormat, "version is 6, expected 4"),
    ("filler", FOUR[:25] + "100" + FOUR[28:], InvalidFormat, "positions 26 to 28 are 100, expected 000"),
    ("date", FOUR[:48] + "121332", InvalidComponent, "due date 121332 is not a date"),
    ("iban", FOUR[:16] + "3" + FOUR[17:], InvalidCheckDigit, "IBAN"),
    ("reference", FOUR[:47] + "2" + FOUR[48:], InvalidCheckDigit, "Finnish reference"),
    ("rf", FIVE[:25] + "07" + FIVE[27:], InvalidCheckDigit, "RF reference"),
    ("letter", "A" + FOUR[1:], InvalidFormat, "digits only"),
]


@pytest.mark.parametrize(("text", "error", "says"), [c[1:] for c in INVALID], ids=[c[0] for c in INVALID])
def test_invalid(text, error, says):
    with pytest.raises(error) as caught:
        fi_barcode.parse(text)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        (("SE4550000000058398257466", "11112"), InvalidComponent, "is not Finnish"),
        ((ACCOUNT, "RF47ABC123"), InvalidFormat, "has letters"),
        ((ACCOUNT, "11113"), InvalidCheckDigit, "check digit is 3, expected 2"),
    ],
)
def test_no_barcode_for(arguments, error, says):
    with pytest.raises(error, match=says):
        fi_barcode.generate(*arguments)


def test_no_barcode_for_fractions_of_a_cent_or_another_century():
    with pytest.raises(InvalidFormat, match="more than two decimals"):
        fi_barcode.generate(ACCOUNT, "11112", amount=Decimal("1.005"))
    with pytest.raises(InvalidComponent, match="not in this century"):
        fi_barcode.generate(ACCOUNT, "11112", due_date=date(2100, 1, 1))
