"""The classes of Billecta's views: what they take, what they write, and that three judges agree.

The judges are the JSON Schema (as the package jsonschema reads it), the classes, and the schema layer of einvoice.
Each member of each kind of document is in focus in turn, with values that fit and values that do not.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from einvoice import jsontext
from einvoice.errors import NotWellFormed
from einvoice.formats.billecta import models
from einvoice.formats.billecta.members import View
from einvoice.formats.billecta.models import (
    AmountView,
    DebtorView,
    InvoiceActionEntryView,
    InvoiceActionRecordView,
    InvoiceActionView,
)
from einvoice.formats.billecta.views import ACTION, AMOUNT, CREDITOR, DEBTOR, ENTRY, SUMMARY, Member, enum, names, view
from einvoice.validation.json_schema import judge_value

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "schemas" / "billecta"
CORPORA = ROOT / "corpora" / "billecta"
SAMPLES = sorted(CORPORA.glob("*.json"))
FAULTY = "entry-split-2017.json"
"""Has numbers as text, as clients of 2017 sent them."""

GUID = "11111111-1111-4111-8111-111111111111"
LEAST = {"CreditorPublicId": GUID, "DebtorPublicId": GUID, "InvoiceDate": "2024-05-02", "DueDate": "2024-06-01"}
ROOTS: dict[str, dict[str, Any]] = {ENTRY: LEAST, ACTION: {}, SUMMARY: {}, DEBTOR: {}, CREDITOR: {}}

# --- three judges -----------------------------------------------------------------------------------


class Verdicts:
    """What the three say of the JSON of a kind of document."""

    def __init__(self, kind: str) -> None:
        self.file = FOLDER / f"{kind}.json"
        self.validator = jsonschema.Draft202012Validator(json.loads(self.file.read_text(encoding="utf-8")))
        self.model: type[View] = getattr(models, kind)

    def of(self, data: bytes) -> tuple[bool, bool, bool]:
        by_schema = self.validator.is_valid(json.loads(data, parse_float=exactly))
        try:
            self.model.parse(data)
            by_model = True
        except ValidationError:
            by_model = False
        findings, _ = judge_value(jsontext.parse(data), self.file)
        return by_schema, by_model, not any(finding.severity == "error" for finding in findings)


def exactly(text: str) -> int | float:
    """Return a number for jsonschema: whole ones as int, since it compares those exactly."""
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() and number.adjusted() < 400 else float(text)


# Right for some members and wrong for most, as JSON.
VALUES = """\
null|true|false|0|1|-1|2|7|100|1.0|1.5|-0.01|1E2|1e-3|2147483647|2147483648|-2147483648|-2147483649|3e9|1e400|-1e400
9223372036854775807|9223372036854775808|-9223372036854775808|-9223372036854775809|1.7976931348623157e308|1.8e308
""|" "|"st"|"SEK"|"åäö"|"0"|"2"|"1600"|"true"|"null"|"Unknown"|"InvoiceAction"|"invoiceaction"|"EInvoice"|"e-mail"
"Telefax"|"Tele fax"|"Å"|"_x"|"x_1"|"1x"|"Email\\n"|[]|{}|[null]|[{}]|[[]]|["x"]|[1]|{"Value":1}|{"Value":"1"}|{"":1}
{"CurrencyCode":"SEK","Value":100,"ValueForView":1.0}|{"CurrencyCode":null,"Value":null}|{"Foo":1}|[{"Foo":1}]
"11111111-1111-4111-8111-111111111111"|"ABCDEFAB-0000-0000-0000-abcdefabcdef"|"{11111111-1111-4111-8111-111111111111}"
"11111111111141118111111111111111"|"11111111-1111-4111-8111-11111111111g"|"11111111-1111-4111-8111-111111111111\\n"
"2021-01-20 16:02:04+01:00"|"2021-06-26T20:59:01.864227+00:00"|"2017-09-05 04:13:42"|"2024-05-02 10:00:00+0200"
"2020-12-31"|"0001-01-01T00:00:00"|"2024-05-02T10:00:00Z"|"2024-02-29"|"2023-02-29"|"2024-02-30"|"2024-5-2"|"20240502"
"2024-05-02 24:00:00"|"2024-05-02 10:00"|"2024-05-02\\n"|"\\n2024-05-02"|"2024-05-02T10:00:00+15:00"|"２０２４-05-02"
"JVBERi0xLjcK"|"JVBERi0xLjc="|"JVBERi0xLg=="|"JVBERi0xL==="|"JVBE Ri0x"|"JVBERi0xLjcK\\n"|"JVBERi0_"|"=="|"AAAAA\
""".replace("\n", "|").split("|")
VALUES[-1] += '"'

FITTING = {
    "text": ['"st"', '""', '"12,50"'],
    "guid": [f'"{GUID}"', '"ABCDEFAB-0000-0000-0000-abcdefabcdef"'],
    "datetime": ['"2024-05-02"', '"2024-05-02 10:00:00+0200"', '"2021-06-26T20:59:01.864227+00:00"'],
    "number": ["12.5", "-3", "1e2"],
    "integer": ["30", "-1", "7.0"],
    "long": ["95000", "-9223372036854775808", "9007199254740993"],
    "boolean": ["true", "false"],
    "base64": ['"JVBERi0xLjcK"', '""', '"JVBERi0xLg=="'],
    "amount": ['{"CurrencyCode":"SEK","Value":95000}', "{}"],
}

Path_ = tuple[Member, ...]


def paths(name: str) -> Iterator[Path_]:
    """Yield each member at or below the view *name*, with those above it."""
    for member in view(name).values():
        yield (member,)
        below = AMOUNT if member.kind == "amount" else member.of if member.kind == "view" else ""
        if below:
            yield from ((member, *rest) for rest in paths(below))


def drawn(draw: random.Random, member: Member) -> str:
    """Return a value for *member* as JSON; one in two fits."""
    if draw.random() < 0.5:
        return draw.choice(VALUES)
    if member.nullable and draw.random() < 0.1:
        return "null"
    if member.kind == "enum":
        value = draw.choice([*(f'"{each}"' for each in enum(member.of)), *map(str, enum(member.of).values())])
    else:
        value = draw.choice(FITTING.get(member.kind, ["{}"]))
    return f"[{value}]" if member.many else value


def mutants(kind: str, draws: int, seed: int) -> Iterator[bytes]:
    """Yield small documents of *kind*: each of its members *draws* times."""
    draw = random.Random(f"{kind} {seed}")
    for path in paths(kind):
        for _ in range(draws):
            value = drawn(draw, path[-1])
            for position, member in reversed([*enumerate(path)]):
                name = member.name
                if position == len(path) - 1 and draw.random() < 0.04:
                    name = draw.choice([name.lower(), name + "s", "Fee", ""])
                twin = f'{value},"Foo":{draw.choice(VALUES)}' if draw.random() < 0.02 else value
                inside = f'"{name}":{twin}'
                if position:
                    value = f"[{{{inside}}}]" if path[position - 1].many else f"{{{inside}}}"
            around = {k: v for k, v in ROOTS[kind].items() if k != path[0].name and draw.random() > 0.01}
            members = [f"{json.dumps(k)}:{json.dumps(v)}" for k, v in around.items()]
            yield f"{{{','.join([*members, inside])}}}".encode()


@pytest.mark.parametrize("kind", ROOTS)
def test_three_judges_agree(kind: str) -> None:
    verdicts = Verdicts(kind)
    seen: Counter[bool] = Counter()
    for data in mutants(kind, draws=20, seed=20240424):
        told = verdicts.of(data)
        assert len(set(told)) == 1, (told, data.decode())
        seen[told[0]] += 1
    assert seen.total() >= 500
    assert min(seen.values()) > seen.total() / 5, seen  # neither verdict is a rarity


def test_mutants_are_many_and_reach_every_view() -> None:
    assert sum(1 for kind in ROOTS for _ in mutants(kind, draws=20, seed=1)) > 10_000
    met = {member.of for kind in ROOTS for path in paths(kind) for member in path if member.kind == "view"}
    assert met | {*ROOTS, AMOUNT} >= set(names())


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.name)
def test_three_judges_agree_on_samples(file: Path) -> None:
    source = json.loads(file.read_bytes())
    for value in source if isinstance(source, list) else [source]:
        kind = ENTRY if "ActionPublicId" not in value else ACTION if "Records" in value else SUMMARY
        told = Verdicts(kind).of(json.dumps(value).encode())
        assert told == (file.name != FAULTY,) * 3


# --- what a class takes -----------------------------------------------------------------------------


def test_what_is_parsed_is_written_again() -> None:
    data = (CORPORA / "entry-standard.json").read_bytes()
    entry = InvoiceActionEntryView.parse(data)
    assert entry.Records is not None and entry.Records[0].UnitPrice is not None
    assert entry.Records[0].UnitPrice.Value == 349000
    written = entry.dump()
    assert jsontext.parse(written) == jsontext.parse(data)
    assert InvoiceActionEntryView.parse(written) == entry


@pytest.mark.parametrize("file", [file for file in SAMPLES if file.name != FAULTY], ids=lambda file: file.name)
def test_every_sample_comes_back(file: Path) -> None:
    source = json.loads(file.read_bytes())
    for value in source if isinstance(source, list) else [source]:
        kind = ENTRY if "ActionPublicId" not in value else ACTION if "Records" in value else SUMMARY
        written = getattr(models, kind).parse(json.dumps(value).encode()).dump()
        assert json.loads(written) == value


def test_numbers_keep_every_digit() -> None:
    spelled = b'{"Quantity":0.1000000000000000000000000001,"UnitPrice":{"Value":9007199254740993},"VAT":25.50}'
    record = InvoiceActionRecordView.parse(spelled)
    assert record.Quantity == Decimal("0.1000000000000000000000000001")
    assert record.UnitPrice == AmountView(Value=9007199254740993)
    assert record.dump() == spelled


@pytest.mark.parametrize("number", [Decimal("1E+2"), Decimal("-0.00"), Decimal("1E-7"), 100])
def test_a_number_is_written_as_json(number: Decimal | int) -> None:
    written = InvoiceActionRecordView(Quantity=number).dump()
    assert jsontext.parse(written) == {"Quantity": str(number)}
    assert json.loads(written)["Quantity"] == float(number)


@pytest.mark.parametrize("number", [1.5, 25.0, True, "25", Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_exact_number_is_refused(number: Any) -> None:
    with pytest.raises(ValidationError, match=r"float|not a number|out of range"):
        InvoiceActionRecordView(VAT=number)


def test_a_member_that_was_not_set_is_left_out_and_null_is_kept() -> None:
    assert InvoiceActionRecordView(Quantity=None, Units="st").dump() == b'{"Units":"st","Quantity":null}'
    with pytest.raises(ValidationError, match="null is not taken here"):
        InvoiceActionRecordView(VAT=None)


def test_an_entry_needs_what_every_client_sends() -> None:
    with pytest.raises(ValidationError) as caught:
        InvoiceActionEntryView.parse(b"{}")
    assert [error["loc"] for error in caught.value.errors()] == [(name,) for name in LEAST]


def test_a_misspelt_member_is_refused_where_it_would_be_dropped() -> None:
    with pytest.raises(ValidationError, match="no members of InvoiceActionEntryView: 'Recrods'"):
        InvoiceActionEntryView(**LEAST, Recrods=[])  # type: ignore[call-arg]
    with pytest.raises(ValidationError, match="no members of AmountView: 'Valu'"):
        InvoiceActionEntryView.parse(json.dumps({**LEAST, "InvoiceFee": {"Valu": 1}}).encode())


def test_an_answer_keeps_what_is_newer() -> None:
    data = b'{"ActionPublicId":"2400000001","Debtor":{"Loyalty":1.50},"SentBy":"pigeon"}'
    answer = InvoiceActionView.parse(data)
    assert answer.dump() == data
    with pytest.raises(ValidationError, match="no members of DebtorView: 'Loyalty'"):
        DebtorView.parse(b'{"Loyalty":1.50}')  # what an answer takes is no matter of the next document


def test_what_is_broken_inside_an_answer_does_not_open_the_next_document() -> None:
    with pytest.raises(ValidationError):
        InvoiceActionView.parse(b'{"Debtor":[]}')
    with pytest.raises(ValidationError, match="no members"):
        DebtorView.parse(b'{"Loyalty":1}')


def test_an_older_member_is_kept() -> None:
    entry = InvoiceActionEntryView.parse(json.dumps({**LEAST, "SplitInvoice": {"0": "x"}}).encode())
    assert json.loads(entry.dump())["SplitInvoice"] == {"0": "x"}


def test_a_list_and_broken_json_are_refused() -> None:
    with pytest.raises(ValidationError):
        InvoiceActionEntryView.parse(b"[{}]")
    with pytest.raises(NotWellFormed):
        InvoiceActionEntryView.parse(b"{")


def test_objects_are_frozen() -> None:
    amount = AmountView(CurrencyCode="SEK", Value=100)
    with pytest.raises(ValidationError, match="frozen"):
        amount.Value = 200


# --- the classes and the tables ---------------------------------------------------------------------


def test_every_view_and_enum_has_its_class_or_type() -> None:
    of_views = {member.of for name in names() for member in view(name).values() if member.kind in ("view", "enum")}
    assert set(models.__all__) == {*names(), *of_views}
    for name in names():
        assert list(getattr(models, name).model_fields) == list(view(name))
