"""The JSON Schemas of Billecta: current, true to the facts, and what the schema layer makes of them."""

import calendar
import csv
import importlib.util
import json
import re
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

import einvoice
from einvoice import jsontext
from einvoice.errors import SchemaBroken
from einvoice.findings import Finding
from einvoice.formats.billecta.kinds import (
    OF_ENTRY,
    OF_SUMMARY,
    ONLY_IN_ACTION,
    ONLY_IN_CREDITOR,
    ONLY_IN_DEBTOR,
    ONLY_IN_SUMMARY,
    kind_of,
)
from einvoice.formats.billecta.mapping import MAPPING
from einvoice.formats.billecta.views import ACTION, CREDITOR, DEBTOR, ENTRY, SUMMARY, at, view
from einvoice.formats.mapping import Group, Leaf, Table
from einvoice.jsontext import Number
from einvoice.model.terms import register
from einvoice.report.codes import EXPLANATIONS
from einvoice.validation.json_schema import judge_value

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "schemas" / "billecta"
CORPORA = ROOT / "corpora" / "billecta"
VIEWS = (ENTRY, ACTION, SUMMARY, DEBTOR, CREDITOR)

GUID = "11111111-1111-4111-8111-111111111111"
LEAST = {"CreditorPublicId": GUID, "DebtorPublicId": GUID, "InvoiceDate": "2024-05-02", "DueDate": "2024-06-01"}


def load_generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("billecta_generate", FOLDER / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


generator = load_generator()


def judge(value: Any, kind: str = ENTRY, base: str = "") -> tuple[Finding, ...]:
    return judge_value(value, FOLDER / f"{kind}.json", base)[0]


def read(path: Path) -> Any:
    return jsontext.parse(path.read_bytes())


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# --- the files --------------------------------------------------------------------------------------


def test_files_are_what_the_tables_say():
    assert generator.main(["--check"]) == 0


def test_a_stale_file_is_named(monkeypatch, capsys):
    views = {**generator.read_tables().views}
    views[ENTRY] = views[ENTRY][1:]
    tables = generator.Tables(views, generator.read_tables().enums, generator.read_tables().forms)
    monkeypatch.setattr(generator, "read_tables", lambda: tables)
    assert generator.main(["--check"]) == 1
    assert "InvoiceActionEntryView.json, models.py; run python schemas/billecta" in capsys.readouterr().err


BROKEN = [
    # case                  table        row                                           message
    ("enum_without_values", "views.csv", "AmountView,Stage,enum,StageView,,,,,",       "StageView is not in enums"),
    ("kind_without_form",   "views.csv", "AmountView,Stage,money,,,,,,",               "'money' is not in forms"),
    ("member_twice",        "views.csv", "AmountView,Value,long,,,,,,",                "AmountView has Value twice"),
    ("view_without_title",  "views.csv", "AmountView,Stage,view,StageView,,,,,",       "a view without a title"),
    ("number_twice",        "enums.csv", "LanguageTypeView,NO,1",                      "NO or 1 twice"),
    ("older_and_current",   "older.csv", "AmountView,Value,2017",                      "AmountView has Value twice"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "row", "message"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_a_broken_table_is_refused(name, row, message, tmp_path):
    for table in FOLDER.glob("*.csv"):
        (tmp_path / table.name).write_bytes(table.read_bytes())
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(generator.BrokenTable, match=message):
        generator.read_tables(tmp_path)


@pytest.mark.parametrize("kind", VIEWS)
def test_schema_is_one_of_2020_12(kind):
    schema = json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:einvoice:billecta:2024-04:{kind}"
    text = json.dumps(schema)
    assert all(f'"#/$defs/{name}"' in text for name in schema["$defs"]), "a definition that nothing uses"


def test_terms_are_of_the_register():
    named = {term for row in rows("views.csv") for term in row["terms"].split()}
    assert len(named) > 60
    assert named <= register().keys()


def leaves(table: Table, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the path and the term of each value that the reader takes."""
    for row in table.rows:
        if isinstance(row, Group):
            yield from leaves(row.table, (*above, *row.wire.split("/")))
        elif isinstance(row, Leaf):
            assert row.wire is not None
            yield (*above, *row.wire.split("/")), row.term


def test_terms_are_those_of_the_reader():
    told = {(kind, path): at(kind, path) for path, _ in leaves(MAPPING.table) for kind in (ENTRY, ACTION, SUMMARY)}
    for path, term in leaves(MAPPING.table):
        if term not in register():  # the law of coverage speaks of it
            continue
        members = [member for kind in (ENTRY, ACTION, SUMMARY) if (member := told[kind, path]) is not None]
        assert members, f"no view has {'/'.join(path)}"
        assert all(term in member.terms for member in members), (path, term)


@pytest.mark.parametrize("row", rows("forms.csv"), ids=lambda row: row["kind"])
def test_example_of_a_form_fits(row):
    value = row["example"] if row["type"] == "string" else json.loads(row["example"])
    schema = {"type": row["type"]} | ({"pattern": row["pattern"]} if row["pattern"] else {})
    assert jsonschema.Draft202012Validator(schema).is_valid(value)


# --- the facts --------------------------------------------------------------------------------------

KINDS = {"string": "text", "int32": "integer", "int64": "long", "AmountView": "amount"}


def facts_of(field: dict[str, Any]) -> tuple[str, str, bool, bool]:
    """Return kind, of, many and nullable of a field of the facts, in the words of views.csv."""
    text = field["type"]
    many = text.startswith("array<")
    text = text.removeprefix("array<").removesuffix(">")
    if text == "enum":
        return "enum", field["enum"], many, field["nullable"]
    kind = KINDS.get(text, "view" if text.endswith("View") else text)
    return kind, text if kind == "view" else "", many, field["nullable"]


@pytest.mark.conformance
def test_tables_say_what_the_facts_say(shared: Callable[..., Path]) -> None:
    facts = json.loads(shared("facts", "billecta-fields.json").read_text(encoding="utf-8"))
    ours: dict[str, list[tuple[str, tuple[str, str, bool, bool]]]] = {}
    for row in rows("views.csv"):
        told = (row["kind"], row["of"], row["many"] == "many", row["nullable"] == "null")
        ours.setdefault(row["view"], []).append((row["field"], told))
    theirs = {name: [(f["name"], facts_of(f)) for f in facts["views"][name]["fields"]] for name in ours}
    assert ours == theirs
    required = {f["name"] for f in facts["views"][ENTRY]["fields"] if f["required"] is True}
    assert {name for name, member in view(ENTRY).items() if member.required} == required
    enums: dict[str, dict[str, int]] = {}
    for row in rows("enums.csv"):
        enums.setdefault(row["enum"], {})[row["name"]] = int(row["value"])
    assert enums == {name: {v["name"]: v["value"] for v in facts["enums"][name]["values"]} for name in enums}
    gone = facts["drift"]["2022-02-22 to 2024-04-24"]["fields removed"]
    older = {(view_, name) for view_, names in gone.items() for name in names} | {(ENTRY, "SplitInvoice")}
    assert {(row["view"], row["field"]) for row in rows("older.csv")} == older


# --- which view an object is ------------------------------------------------------------------------

OBJECTS = [
    # case                     members                                                       kind
    ("entry",                  ["CreditorPublicId", "DebtorPublicId", "Records"],            ENTRY),
    ("entry_without_rows",     ["DebtorPublicId", "InvoiceDate"],                            ENTRY),
    ("entry_misspelt_rows",    ["DebtorPublicId", "DueDate", "Recrods"],                     ENTRY),
    ("action",                 ["ActionPublicId", "Debtor", "Records"],                      ACTION),
    ("action_without_state",   ["ActionPublicId", "Records"],                                ACTION),
    ("action_without_id",      ["Debtor", "Records"],                                        ACTION),
    ("summary",                ["ActionPublicId", "Stage"],                                  SUMMARY),
    ("debtor",                 ["DebtorPublicId", "CreditorPublicId", "Name"],               DEBTOR),
    ("creditor",               ["CreditorPublicId", "Name", "CreditorContact"],              CREDITOR),
    ("debtor_or_creditor",     ["CreditorPublicId", "Name", "OrgNo"],                        None),
    ("customer_answer",        ["ActionPublicId", "DebtorExternalId", "Name", "OCR_c"],      None),
    ("created",                ["PublicId"],                                                 None),
    ("empty",                  [],                                                           None),
]  # fmt: skip


@pytest.mark.parametrize(("members", "kind"), [c[1:] for c in OBJECTS], ids=[c[0] for c in OBJECTS])
def test_kind_follows_from_the_members(members, kind):
    assert kind_of(dict.fromkeys(members)) == kind


@pytest.mark.parametrize("value", [None, True, "Records", Number("1"), ["Records"]])
def test_what_is_no_object_has_no_kind(value):
    assert kind_of(value) is None


def test_signs_are_members_of_their_view_only():
    action, summary, entry, debtor, creditor = map(set, map(view, (ACTION, SUMMARY, ENTRY, DEBTOR, CREDITOR)))
    assert action >= ONLY_IN_ACTION and not ONLY_IN_ACTION & (summary | entry)
    assert summary >= ONLY_IN_SUMMARY and not ONLY_IN_SUMMARY & (action | entry)
    assert summary >= OF_SUMMARY
    assert entry >= OF_ENTRY
    assert debtor >= ONLY_IN_DEBTOR and not ONLY_IN_DEBTOR & creditor
    assert creditor >= ONLY_IN_CREDITOR and not ONLY_IN_CREDITOR & debtor


# --- faults, one by one -----------------------------------------------------------------------------

FAULTS = [
    # case | members of the entry | code, severity and path | words of the message
    *"""
invalid_text_for_array | "Records": "none" | JSON-TYPE error /Records | expected an array in square brackets
invalid_object_for_array | "Records": {} | JSON-TYPE error /Records | Records is an object
invalid_array_for_object | "Autogiro": [] | JSON-TYPE error /Autogiro | is an array, expected an object in braces
invalid_number_for_text | "Message": 4711 | JSON-TYPE error /Message | Message is the number 4711, expected a text
invalid_text_for_number | "InterestPercentage": "8" | JSON-TYPE error /InterestPercentage | the text '8'
invalid_text_for_boolean | "IsLocked": "true" | JSON-TYPE error /IsLocked | the text 'true', expected true or false
invalid_one_for_true | "IsLocked": 1 | JSON-TYPE error /IsLocked | the number 1
invalid_fraction | "Records": [{"SequenceNo": 1.5}] | JSON-TYPE error /Records/0/SequenceNo | the number 1.5
invalid_true_for_number | "InterestPercentage": true | JSON-TYPE error /InterestPercentage | InterestPercentage is true
invalid_null_row | "Records": [null] | JSON-NULL error /Records/0 | Records[0] is null, expected an object
invalid_null_date | "DueDate": null | JSON-NULL error /DueDate | DueDate is null
invalid_misspelt | "Recrods": [] | JSON-UNKNOWN error /Recrods | did you mean 'Records'?
invalid_case | "message": "x" | JSON-UNKNOWN error /message | did you mean 'Message'?
invalid_stranger | "a/b~c": true | JSON-UNKNOWN error /a~1b~0c | 'a/b~c' is no member of InvoiceActionEntryView
invalid_in_row | "Records": [{"UnitPrize": 1}] | JSON-UNKNOWN error /Records/0/UnitPrize | no member of Records[0]; did
invalid_day | "DueDate": "2024-02-30" | JSON-FORMAT error /DueDate | '2024-02-30', expected a day that exists
invalid_guid | "DebtorPublicId": "4711" | JSON-FORMAT error /DebtorPublicId | expected a GUID
invalid_base64 | "InvoicePDF": {"Stream": "%PDF"} | JSON-FORMAT error /InvoicePDF/Stream | InvoicePDF.Stream is the text
invalid_32_bits | "Records": [{"SequenceNo": 3e9}] | JSON-RANGE error /Records/0/SequenceNo | from -2147483648 to 214
invalid_64_bits | "InvoiceFee": {"Value": 9223372036854775808} | JSON-RANGE error /InvoiceFee/Value | is the number 9223
invalid_double | "InterestPercentage": 1e400 | JSON-RANGE error /InterestPercentage | the number 1e400
invalid_decimal | "InterestPercentage": 1e9999999999999999999 | JSON-RANGE error /InterestPercentage | the number 1e9
invalid_no_name | "DeliveryMethod": "e-mail" | JSON-ENUM error /DeliveryMethod | did you mean 'Email'?
invalid_number_as_name | "ActionType": "2" | JSON-ENUM error /ActionType | '2', expected a name of ActionTypeView
invalid_enum_beyond | "ActionType": 3000000000 | JSON-RANGE error /ActionType | the number 3000000000
invalid_enum_fraction | "ActionType": 2.5 | JSON-TYPE error /ActionType | the number 2.5
unknown_name | "DeliveryMethod": "Telefax" | JSON-ENUM warning /DeliveryMethod | 'Telefax', which is not a name of Deli
unknown_name_near | "DeliveryMethod": "EInvoce" | JSON-ENUM warning /DeliveryMethod | did you mean 'EInvoice'?
unknown_name_in_case | "CommunicationLanguage": "sv" | JSON-ENUM warning /CommunicationLanguage | did you mean 'SV'?
unknown_number | "ActionType": 4 | JSON-ENUM warning /ActionType | is the number 4, which is not a number of Act
older_member | "SplitInvoice": {"0": "AmountOfArticle"} | JSON-OLD warning /SplitInvoice | the schemas no longer have
""".strip().splitlines()
]


@pytest.mark.parametrize("case", FAULTS, ids=[case.split(" | ")[0] for case in FAULTS])
def test_fault_of_an_entry(case):
    _, members, expected, words = case.split(" | ")
    code, severity, path = expected.split()
    [found] = judge({**LEAST, **jsontext.parse(f"{{{members}}}".encode())}, base="/7")
    assert (found.code, found.severity, found.layer, found.path) == (code, severity, "schema", f"/7{path}")
    assert words in found.message
    assert found.fix


def test_a_missing_member_is_told_where_it_belongs():
    for name in LEAST:
        [found] = judge({key: value for key, value in LEAST.items() if key != name}, base="/7")
        assert (found.code, found.path) == ("JSON-REQUIRED", f"/7/{name}")
        assert (
            f"InvoiceActionEntryView has no {name}" in found.message
            and found.terms == judge({**LEAST, name: Number("1")})[0].terms
        )


def test_a_misspelt_required_member_is_one_fault():
    entry = {**LEAST, "DueDat": "2024-06-01"}
    del entry["DueDate"]
    [found] = judge(entry)
    assert (found.code, found.terms, found.fix) == ("JSON-UNKNOWN", ("BT-9",), "rename it to DueDate")


def test_a_name_that_is_there_is_not_proposed():
    [found] = judge({**LEAST, "DueDates": "2024-06-01"})
    assert "did you mean" not in found.message


def test_terms_come_from_the_member_or_what_is_around_it():
    price = {"Value": "1", "CurrencyCode": Number("1")}
    value, currency = judge({**LEAST, "Records": [{"UnitPrice": price}]})
    assert (value.terms, currency.terms) == (("BT-146",), ("BT-5",))


def test_every_code_of_the_layer_is_shown_here_and_explained():
    shown = {case.split(" | ")[2].split()[0] for case in FAULTS} | {"JSON-REQUIRED", "JSON-KIND"}
    assert {code for code in EXPLANATIONS if code.startswith("JSON-")} == shown


REMEDIES = [
    # case               members                             remedy
    ("number_in_quotes", {"InterestPercentage": "8.5"},      "write it without quotation marks: 8.5"),
    ("no_number",        {"InterestPercentage": "8,5"},      "write a number, such as 12.5"),
    ("boolean_in_quotes", {"IsLocked": "True"},              "write it without quotation marks: true"),
    ("text_bare",        {"Message": Number("12")},          'write it in quotation marks: "12"'),
    ("one_row",          {"Records": {}},                    "put it in square brackets, even when there is one only"),
    ("boolean",          {"IsLocked": Number("0")},          "write true or false"),
]  # fmt: skip


@pytest.mark.parametrize(("members", "fix"), [c[1:] for c in REMEDIES], ids=[c[0] for c in REMEDIES])
def test_remedy(members, fix):
    assert [found.fix for found in judge({**LEAST, **members})] == [fix]


def test_a_long_value_is_cut():
    [found] = judge({**LEAST, "DueDate": "x" * 100_000})
    assert len(found.message) < 200 and found.value == "x" * 200


def test_many_unknown_members_are_looked_up_so_often_only():
    found = judge({**LEAST, **{f"Mesage{number}": "" for number in range(1000)}})
    assert len(found) == 1000
    assert sum("did you mean" in each.message for each in found) == 100


# --- answers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [ACTION, SUMMARY])
def test_an_answer_may_have_newer_members(kind):
    answer = {"ActionPublicId": "2400000001", "SentByPigeon": True, "InvoicedAmount": {"Rate": Number("1")}}
    found = judge(answer, kind)
    assert [(each.code, each.severity, each.path) for each in found] == [
        ("JSON-UNKNOWN", "warning", "/SentByPigeon"),
        ("JSON-UNKNOWN", "warning", "/InvoicedAmount/Rate"),
    ]


def test_a_newer_value_of_an_answer_needs_nothing():
    [answered] = judge({"ActionPublicId": "2400000001", "DeliveryMethod": "Telefax"}, ACTION)
    [sent] = judge({**LEAST, "DeliveryMethod": "Telefax"})
    assert answered.fix is not None and answered.fix.startswith("nothing, when the service is newer")
    assert sent.fix is not None and sent.fix.startswith("write one of Email, Mail, Manually")


def test_a_view_without_published_members_takes_any():
    debtor = {"Name": "Köparen AB", "DebtorSelfInvoiceInfo": {"Anything": [Number("1")]}}
    assert judge(debtor, DEBTOR) == ()
    [found] = judge({**debtor, "DebtorSelfInvoiceInfo": "x"}, DEBTOR)
    assert found.code == "JSON-TYPE"


# --- values -----------------------------------------------------------------------------------------

MOMENTS = [
    # case                     text                                     valid
    ("answers",                "2021-01-20 16:02:04+01:00",             True),
    ("documentation",          "2021-06-26T20:59:01.864227+00:00",      True),
    ("no_offset",              "2017-09-05 04:13:42",                   True),
    ("offset_without_colon",   "2024-05-02 10:00:00+0200",              True),
    ("day",                    "2020-12-31",                            True),
    ("no_value",               "0001-01-01T00:00:00",                   True),
    ("zulu",                   "2024-05-02T10:00:00Z",                  True),
    ("leap_day",               "2024-02-29",                            True),
    ("leap_century",           "2000-02-29",                            True),
    ("last_of_month",          "2024-01-31",                            True),
    ("no_leap_year",           "2023-02-29",                            False),
    ("no_leap_century",        "1900-02-29",                            False),
    ("thirty_first",           "2024-04-31",                            False),
    ("month_13",               "2024-13-01",                            False),
    ("month_0",                "2024-00-10",                            False),
    ("year_0",                 "0000-01-01",                            False),
    ("hour_24",                "2024-05-02 24:00:00",                   False),
    ("minute_60",              "2024-05-02 10:60:00",                   False),
    ("no_seconds",             "2024-05-02 10:00",                      False),
    ("offset_of_a_day",        "2024-05-02 10:00:00+24:00",             False),
    ("swedish_short",          "240502",                                False),
    ("empty",                  "",                                      False),
    ("blank_behind",           "2024-05-02 ",                           False),
    ("line_end_behind",        "2024-05-02\n",                          False),
    ("other_digits",           "２０２４-05-02",                          False),
    ("two_blanks",             "2024-05-02  10:00:00",                  False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "valid"), [c[1:] for c in MOMENTS], ids=[c[0] for c in MOMENTS])
def test_form_of_a_date(text, valid):
    assert [found.code for found in judge({**LEAST, "DueDate": text})] == ([] if valid else ["JSON-FORMAT"])


def test_every_day_of_a_century_fits_and_no_other():
    pattern = re.compile(next(row["pattern"] for row in rows("forms.csv") if row["kind"] == "datetime"))
    for year in range(1999, 2105):
        for month in range(1, 13):
            last = calendar.monthrange(year, month)[1]
            days = [day for day in range(100) if pattern.search(f"{year}-{month:02}-{day:02}")]
            assert days == list(range(1, last + 1)), (year, month)


NUMBERS = [
    # case                spelled                       valid
    ("plain",             "95000",                      True),
    ("negative",          "-5",                         True),
    ("whole_with_point",  "1600.0",                     True),
    ("whole_with_power",  "16E2",                       True),
    ("largest",           "9223372036854775807",        True),
    ("smallest",          "-9223372036854775808",       True),
    ("above_double",      "9007199254740993",           True),
    ("one_more",          "9223372036854775808",        False),
    ("one_less",          "-9223372036854775809",       False),
    ("cents",             "1600.50",                    False),
    ("hardly_a_fraction", "1600.00000000000000000001",  False),
]  # fmt: skip


@pytest.mark.parametrize(("spelled", "valid"), [c[1:] for c in NUMBERS], ids=[c[0] for c in NUMBERS])
@pytest.mark.parametrize("make", [Number, Decimal])
def test_value_of_an_amount(make, spelled, valid):
    assert (judge({**LEAST, "FreightFee": {"Value": make(spelled)}}) == ()) is valid


# --- documents --------------------------------------------------------------------------------------

EMPTY = CORPORA / "list-empty.json"
FAULTY = {
    # what is wrong with a sample of ours, on purpose
    "entry-split-2017.json": {
        ("JSON-TYPE", "/Records/0/TotalIncVAT/Value"),
        ("JSON-TYPE", "/Records/0/TotalIncVAT/ValueForView"),
        ("JSON-OLD", "/SplitInvoice"),
    },
    "answer-unknown-enums.json": {
        ("JSON-ENUM", "/DeliveryMethod"),
        ("JSON-ENUM", "/Debtor/Intermediator"),
        ("JSON-ENUM", "/State/Stage"),
        ("JSON-ENUM", "/Events/3/EventType"),
    },
}


@pytest.mark.parametrize("file", sorted(CORPORA.glob("*.json")), ids=lambda file: file.name)
def test_sample_of_ours(file):
    source = read(file)
    values = list(enumerate(source)) if isinstance(source, jsontext.Items) else [("", source)]
    found = [each for at, value in values for each in judge(value, str(kind_of(value)), f"/{at}" if at != "" else "")]
    assert {(each.code, each.path) for each in found} == FAULTY.get(file.name, set())


@pytest.mark.parametrize("file", sorted({*CORPORA.glob("*.json")} - {EMPTY}), ids=lambda file: file.name)
def test_what_is_written_fits(file):
    """GUIDs of parties come from the context; without it, only they are missing."""
    for document in einvoice.read_many(file.read_bytes()):
        found = judge(jsontext.parse(einvoice.write(document.invoice, "billecta").data))
        missing = {("JSON-REQUIRED", "/CreditorPublicId"), ("JSON-REQUIRED", "/DebtorPublicId")}
        assert {(each.code, each.path) for each in found} <= missing


NEGATIVE = {
    "attachment-not-base64.json": "JSON-FORMAT",
    "date-in-words.json": "JSON-FORMAT",
    "guid-broken.json": "JSON-FORMAT",
    "impossible-date.json": "JSON-FORMAT",
    "member-in-wrong-case.json": "JSON-UNKNOWN",
    "no-debtor.json": "JSON-REQUIRED",
    "no-due-date.json": "JSON-REQUIRED",
    "quantity-as-text.json": "JSON-TYPE",
    "record-is-text.json": "JSON-TYPE",
    "records-not-a-list.json": "JSON-TYPE",
    "unknown-action-number.json": "JSON-ENUM",
    "unknown-action-type.json": "JSON-ENUM",
    "unknown-member.json": "JSON-UNKNOWN",
    "value-as-text.json": "JSON-TYPE",
    "value-beyond-64-bits.json": "JSON-RANGE",
    "value-with-decimals.json": "JSON-TYPE",
}


@pytest.mark.parametrize(("name", "code"), NEGATIVE.items(), ids=NEGATIVE)
def test_faulty_sample_of_ours(name, code):
    value = read(CORPORA / "negative" / name)
    assert {each.code for each in judge(value, str(kind_of(value)))} == {code}


REAL = {
    "invoice-create-request-2017-split.json": [
        ("JSON-TYPE", "error", "/Records/0/TotalIncVAT/Value"),
        ("JSON-TYPE", "error", "/Records/0/TotalIncVAT/ValueForView"),
        ("JSON-OLD", "warning", "/SplitInvoice"),
    ],
    "debtor-create-request.json": [],
    "creditor-update-request.json": [
        ("JSON-OLD", "warning", f"/CreditorBankInfo/{name}")
        for name in (
            "BankgiroNoVerified",
            "SwishPaymentEnabled",
            "SwishNumber",
            "AutogiroEnabled",
            "AutogiroCustomerNumber",
        )
    ],
}
"""Real documents: numbers as text that a client of 2017 sent, and members that the schemas had until 2022."""


@pytest.mark.conformance
@pytest.mark.parametrize("name", REAL)
def test_real_document(name: str, shared: Callable[..., Path]) -> None:
    value = read(shared("corpora", "billecta", name))
    found = judge(value, str(kind_of(value)))
    assert [(each.code, each.severity, each.path) for each in found] == REAL[name]


@pytest.mark.conformance
def test_other_real_documents_are_no_view_of_an_invoice(shared: Callable[..., Path]) -> None:
    others = [file for file in sorted(shared("corpora", "billecta").glob("*.json")) if file.name not in REAL]
    assert len(others) == 5
    for file in others:
        source = read(file)
        assert kind_of(source.first if isinstance(source, jsontext.Items) else source) is None, file.name


# --- a broken schema --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "[]", '{"$id": "a:b", "$defs": {}, "type": "tuple"}', '{"$id": "a:b"}'])
def test_a_broken_schema_raises(text, tmp_path):
    file = tmp_path / "Broken.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SchemaBroken, match="does not load"):
        judge_value({}, file)


def test_a_missing_schema_raises(tmp_path):
    with pytest.raises(SchemaBroken, match="does not load"):
        judge_value({}, tmp_path / "None.json")
