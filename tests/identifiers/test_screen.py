"""A screen takes nothing that the module of the number refuses, and takes right numbers."""

import doctest
import random
import string
import subprocess
import sys

import pytest

from einvoice.identifiers import (
    bankgiro,
    dk_cvr,
    endpoint,
    fi_business_id,
    fi_reference,
    gln,
    gtin,
    iban,
    no_organisation,
    ovt,
    rf_reference,
    screen,
    se_ocr,
    se_organisation,
    vat_number,
)

RIGHT = {
    # screen: module, right numbers
    screen.gln: (gln, ["7340109104692", "5798009882806"]),
    screen.gtin: (gtin, ["4006381333931", "73513537", "036000291452", "98412345678908"]),
    screen.iban: (
        iban,
        ["FI2112345600000785", "SE4550000000058398257466", "NO9386011117947", "DK5000400440116243",
         "EE382200221020145685", "DE89370400440532013000"],
    ),
    screen.rf: (rf_reference, ["RF9811112", "RF47ABC123", "RF06559582243294671"]),
    screen.finnish_reference: (fi_reference, ["1009", "1234567907", "00000000001234567907", "559582243294671"]),
    screen.finnish: (fi_business_id, ["20774740", "01011385", "07375462"]),
    screen.norwegian: (no_organisation, ["988077917", "974760673"]),
    screen.danish: (dk_cvr, ["13585628", "88146328"]),
    screen.swedish: (se_organisation, ["5560473521", "2120001553", "8112289874"]),
    screen.vat: (vat_number, ["FI20774740", "SE556047352101", "SE556047352102", "NO988077917MVA", "DK13585628"]),
    screen.ovt: (ovt, ["003720774740", "003720774740OSTO1", "003720774740ab"]),
}  # fmt: skip


@pytest.mark.parametrize(("asked", "module", "numbers"), [(s, *row) for s, row in RIGHT.items()])
def test_right_numbers_pass(asked, module, numbers):
    for number in numbers:
        assert asked(number), number
        assert module.is_valid(number)


@pytest.mark.parametrize(("asked", "module", "numbers"), [(s, *row) for s, row in RIGHT.items()])
def test_nothing_passes_that_the_module_refuses(asked, module, numbers):
    draw = random.Random(asked.__name__)
    passed = 0
    for _ in range(1500):
        letters = list(draw.choice(numbers))
        for _ in range(draw.randint(1, 3)):
            place = draw.randrange(len(letters) + 1)
            change = draw.choice(("put", "drop", "swap"))
            if change == "put":
                letters[place : place + draw.randint(0, 1)] = draw.choice(string.digits * 4 + "AZaz- ٣é")
            elif change == "drop" and letters:
                del letters[min(place, len(letters) - 1)]
            else:
                letters[place - 2 : place] = letters[place - 2 : place][::-1]
        number = "".join(letters)
        if asked(number):
            passed += 1
            assert module.is_valid(number), number
    assert passed, "the drawn numbers try nothing"


@pytest.mark.parametrize("number", ["", "٣", "1²", "-", "12 34"])
def test_what_is_no_number_passes_nowhere(number):
    screens = (*RIGHT, screen.luhn, screen.gs1)
    assert not any(asked(number) for asked in screens)


def test_luhn_is_that_of_the_modules():
    for length in range(2, 12):
        for start in range(0, 10**length, max(1, 10**length // 200)):
            number = f"{start:0{length}}"
            assert screen.luhn(number) == se_ocr.is_valid(number)
            if length in (7, 8):
                assert screen.luhn(number) == bankgiro.is_valid(number)


def test_schemes_are_those_of_the_addresses():
    right = {"0007": "5560473521", "0088": "7340109104692", "0184": "13585628", "0192": "988077917",
             "0212": "2077474-0", "0216": "003720774740"}  # fmt: skip
    assert right.keys() == screen.BY_SCHEME.keys()
    for scheme, number in right.items():
        assert screen.BY_SCHEME[scheme](number)
        assert endpoint.endpoint_for(scheme, number)
    assert not screen.BY_SCHEME["0212"]("2077474-")
    assert not screen.BY_SCHEME["0212"]("20774740")


def test_python_stdnum_is_not_loaded():
    program = "import sys; from einvoice.identifiers import screen; print('stdnum' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_examples():
    assert doctest.testmod(screen).failed == 0
