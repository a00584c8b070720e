"""Rounding, halves and zero first, then what no invoice holds."""

import decimal
import doctest
import importlib
import pkgutil
from decimal import Decimal

import pytest

import einvoice.calc
from einvoice.calc import derive_totals, line_net_amount, round_half_up
from einvoice.calc.rounding import exact, negated
from einvoice.errors import ReadError
from einvoice.model import Invoice

from .documents import line

CASES = [
    # case                   value          digits  rounded
    ("half_up",              "0.125",       2,      "0.13"),
    ("half_away_negative",   "-0.125",      2,      "-0.13"),
    ("not_half_even",        "0.145",       2,      "0.15"),
    ("below_half",           "0.12499",     2,      "0.12"),
    ("float_trap",           "2.675",       2,      "2.68"),
    ("fills_up_digits",      "1",           2,      "1.00"),
    ("keeps_two_digits",     "25.50",       2,      "25.50"),
    ("exponent",             "1E+3",        2,      "1000.00"),
    ("tiny",                 "1E-100",      2,      "0.00"),
    ("tiny_negative",        "-0.004",      2,      "0.00"),
    ("minus_zero",           "-0.00",       2,      "0.00"),
    ("minus_zero_no_digits", "-0.4",        0,      "0"),
    ("whole_units",          "999.50",      0,      "1000"),
    ("price",                "7.968127490", 8,      "7.96812749"),
    ("netvisor_price",       "0.3333333333333", 12, "0.333333333333"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "value", "digits", "rounded"), CASES, ids=[c[0] for c in CASES])
def test_round_half_up(case, value, digits, rounded):
    assert str(round_half_up(Decimal(value), digits)) == rounded


def test_two_decimals_unless_told():
    assert str(round_half_up(Decimal("1.005"))) == "1.01"


@pytest.mark.parametrize("sign", ["", "-"])
def test_a_hundred_digits_before_and_after_the_point(sign):
    digits = "9" * 100
    rounded = round_half_up(Decimal(f"{sign}{digits}.{digits}"))
    assert str(rounded) == f"{sign}1{'0' * 100}.00"


def test_beyond_five_hundred_digits_is_a_read_error():
    with pytest.raises(ReadError, match=r"1\.000E\+600 cannot be rounded to 2 decimals: it has more than 500 digits"):
        round_half_up(Decimal("1E+600"))


def test_the_context_of_the_caller_does_not_matter():
    invoice = Invoice(lines=(line("3", "12345678.905"), line("1", "1E-30"), line("7", "0.01")))
    expected = derive_totals(invoice)
    with decimal.localcontext(decimal.Context(prec=3, rounding=decimal.ROUND_DOWN, traps=[decimal.Inexact])):
        assert derive_totals(invoice) == expected
        assert str(line_net_amount(invoice.lines[0])) == "37037036.72"
        assert decimal.getcontext().prec == 3


def test_products_of_long_numbers_are_exact():
    long = "0." + "1" * 100
    assert line_net_amount(line("1" + "0" * 102, long)) == Decimal("1" * 100 + "00.00")


def test_a_quotient_does_not_round_twice():
    """10.005 less a hair, which shows beyond all digits that are kept, must not become a half that rounds up."""
    assert str(line_net_amount(line("1", "10.005E+506", price_base_quantity=Decimal(10**506)))) == "10.01"
    assert str(line_net_amount(line("1", "10.005E+506", price_base_quantity=Decimal(10**506 + 1)))) == "10.00"


def test_exact_keeps_name_and_context():
    @exact
    def precision():
        """Doc."""
        return decimal.getcontext().prec

    assert (precision(), precision.__name__, precision.__doc__) == (500, "precision", "Doc.")
    assert decimal.getcontext().prec == 28


@pytest.mark.parametrize(
    ("value", "other"), [("1.50", "-1.50"), ("-3", "3"), ("0.00", "0.00"), ("-0.0", "0.0"), ("9" * 60, "-" + "9" * 60)]
)
def test_negated_keeps_digits_and_plain_zero(value, other):
    assert str(negated(Decimal(value))) == other


@pytest.mark.parametrize("name", [m.name for m in pkgutil.iter_modules(einvoice.calc.__path__)])
def test_examples(name):
    assert doctest.testmod(importlib.import_module(f"einvoice.calc.{name}")).failed == 0
