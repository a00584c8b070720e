"""JSON as a careless client writes it: every command answers with an error or findings, and never with a traceback.

What is wrong with the values of an invoice is held by ``test_billecta_reading.py`` and ``test_billecta_amounts.py``;
here stands what is wrong with the JSON as a whole, or with all of it.
"""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.program import run
from tests.formats.billecta.documents import answer, entry, row

import einvoice
from einvoice import EInvoiceError
from einvoice.errors import NoInvoice, NotDetected

Json = Any
DEEP = 10_000
SLOWEST = 5.0
"""Seconds that no command takes; a hang is not waited for."""


def every(value: Json, change: Callable[[Json], Json], rename: Callable[[str], str] = str) -> Json:
    """Return *value* with *change* made to every leaf and *rename* to every name."""
    if isinstance(value, dict):
        return {rename(name): every(item, change, rename) for name, item in value.items()}
    if isinstance(value, list):
        return [every(item, change, rename) for item in value]
    return change(value)


def same(value: Json) -> Json:
    return value


def text_for_number(value: Json) -> Json:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def number_for_text(value: Json) -> Json:
    return 7 if isinstance(value, str) else value


def camel(name: str) -> str:
    return name[:1].lower() + name[1:]


PLAIN = json.dumps(entry())


def with_quantity(text: str) -> str:
    assert '"Quantity": 2' in PLAIN
    return PLAIN.replace('"Quantity": 2', f'"Quantity": {text}')


def with_price(text: str) -> str:
    assert '"Value": 5000' in PLAIN
    return PLAIN.replace('"Value": 5000', f'"Value": {text}')


def with_member(text: str) -> str:
    return f'{PLAIN[:-1]}, "Foreign": {text}}}'


READ, NO_INPUT, NO_VALUE = 0, 3, 4

CASES: dict[str, tuple[str, int]] = {
    # what stands in the file: exit code of what reads it
    "nothing": ("", NO_INPUT),
    "null": ("null", NO_INPUT),
    "true": ("true\n", NO_INPUT),
    "a_text": ('"InvoiceAction"', NO_INPUT),
    "a_number": ("-1.5e3", NO_INPUT),
    "an_empty_object": ("{}", NO_INPUT),
    "an_empty_list": ("[]", NO_INPUT),
    "a_list_of_null": ("[null]", NO_INPUT),
    "a_list_of_lists": ("[[]]", NO_INPUT),
    "a_list_of_empty_objects": ("[{}]", NO_INPUT),
    "arrays_in_arrays": ("[" * DEEP + "]" * DEEP, NO_INPUT),
    "objects_in_objects": ('{"Records":' * DEEP + "1" + "}" * DEEP, NO_INPUT),
    "arrays_that_are_never_closed": ("[" * DEEP, NO_INPUT),
    "arrays_in_a_foreign_member": (with_member("[" * DEEP + "]" * DEEP), NO_INPUT),
    "arrays_that_the_parser_takes": (with_member("[" * 200 + "]" * 200), NO_INPUT),
    "a_quantity_of_400_digits": (with_quantity("1e400"), NO_VALUE),
    "a_quantity_of_400_decimals": (with_quantity("1e-400"), NO_VALUE),
    "a_quantity_beyond_memory": (with_quantity("1e999999999999"), NO_VALUE),
    "a_price_of_400_digits": (with_price("-1e400"), NO_VALUE),
    "no_number": (with_price("NaN"), NO_INPUT),
    "infinity": (with_price("-Infinity"), NO_INPUT),
    "minus_zero": (with_quantity("-0"), READ),
    "minus_zero_as_text": (with_quantity('"-0"'), READ),
    "minus_zero_everywhere": (with_price("-0.0").replace('"VAT": 25', '"VAT": -0e0'), READ),
    "numbers_as_text": (json.dumps(every(entry(), text_for_number)), READ),
    "numbers_of_an_answer_as_text": (json.dumps(every(answer(), text_for_number)), READ),
    "texts_as_numbers": (json.dumps(every(entry(), number_for_text)), NO_VALUE),
    "lower_case": (json.dumps(every(entry(), same, str.lower)), NO_INPUT),
    "camel_case": (json.dumps(every(answer(), same, camel)), NO_INPUT),
    "upper_case": (json.dumps(every([entry()], same, str.upper)), NO_INPUT),
    "null_everywhere": (json.dumps(every(entry(Records=None), lambda _: None)), READ),
    "rows_that_are_an_object": (json.dumps(entry(Records=row())), NO_VALUE),
    "rows_of_nothing": (json.dumps(entry({}, {}) | {"Records": [{}, None]}), READ),
}

COMMANDS = ("show", "validate", "detect", "convert --to billecta", "convert --to peppol-bis", "convert --to netvisor")


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_every_command_answers(tmp_path: Path, text: str, expected: int) -> None:
    file = tmp_path / "entry.json"
    file.write_text(text, encoding="utf-8")
    for command in COMMANDS:
        name, *options = command.split()
        began = time.perf_counter()
        result = run(name, str(file), *options, *(["-o", str(tmp_path / "out")] if options else []))
        assert time.perf_counter() - began < SLOWEST, command
        assert "Traceback" not in result.text + result.stderr, command
        # what is read has findings, of which some are errors; detecting looks at the names of the members alone
        allowed = {READ: {0, 1}, NO_VALUE: {4}, NO_INPUT: {3}}[expected]
        assert result.code in allowed | ({0} if name == "detect" else set()), command
        if result.code > 1:
            assert "fix:" in result.text + result.stderr, command


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("format", [None, "billecta"])
def test_reading_answers(format: str | None, text: str, expected: int) -> None:
    try:
        found = list(einvoice.read_many(text.encode(), format))
    except EInvoiceError as error:
        assert error.exit_code == expected
        assert error.fix
    else:
        assert expected == READ or (format, text) == ("billecta", "[]")
        written = [einvoice.write(one.invoice, "billecta").data.decode() for one in found]
        assert not any(re.search(r": -0[.0]*[,\s]", data) for data in written)


@pytest.mark.parametrize("rename", [str.lower, str.upper, camel])
@pytest.mark.parametrize("format", [None, "billecta"])
def test_names_in_another_case_are_told_by_name(rename: Callable[[str], str], format: str | None) -> None:
    """Libraries write them so by themselves, and the service drops all of them."""
    with pytest.raises((NotDetected, NoInvoice), match="Billecta in another case") as refused:
        einvoice.read(json.dumps(every(entry(), same, rename)).encode(), format)
    assert "write ActionType, not " in (refused.value.fix or "")


def test_one_name_in_another_case_is_a_finding() -> None:
    made = entry() | {"dueDate": "2026-08-01"}
    found = einvoice.read(json.dumps(made).encode()).findings
    assert [(f.path, f.fix) for f in found if f.code == "LOSS-UNMAPPED"] == [("/dueDate", "did you mean DueDate?")]


@pytest.mark.parametrize("text", ["null", " true ", '"1"', "1.5"])
def test_json_of_one_value_is_told_as_json(text: str) -> None:
    with pytest.raises(NotDetected, match="the JSON holds no object"):
        einvoice.read(text.encode())


def test_invoice_behind_something_else_is_found() -> None:
    """The list is one of Billecta, and what is no invoice is an error of its own place."""
    data = json.dumps([None, 1, entry()]).encode()
    with pytest.raises(NoInvoice, match="/0: "):
        list(einvoice.read_many(data))
