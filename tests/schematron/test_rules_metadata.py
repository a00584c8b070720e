"""Every rule explains itself, the official ones in our own words."""

import csv
import difflib
import json
import re
from functools import cache
from itertools import groupby

import pytest
from lxml import etree

from einvoice.model.terms import register
from einvoice.schematron import library
from einvoice.schematron.build import read_edition
from einvoice.schematron.catalogue import official_rules
from einvoice.schematron.schema import Assertion, Text

TEXTS = ("checks", "why", "fix", "example", "note")
LAYER = {"en16931/1.3.16": "en16931", "peppol-bis-3/2026-05": "peppol"}
TOO_LIKE = 0.85
"""A text of ours is no copy of the official message while its likeness stays below this."""

OFFICIAL = (("en16931-1.3.16", "EN16931-UBL.sch"), ("peppol-2026.5", "PEPPOL-EN16931-UBL.sch"))


@cache
def rules() -> tuple[Assertion, ...]:
    """Return the rules as they stand in the files, not as they were compiled."""
    return tuple(assertion for id in library.MAIN for assertion in read_edition(id).assertions)


def words_of(rule: Assertion) -> str:
    """Return the message of a rule, "…" where a value stands."""
    return " ".join("".join(part.text if isinstance(part, Text) else "…" for part in rule.message).split())


def texts_of(rule: Assertion) -> dict[str, str]:
    texts = {name: getattr(rule, name) for name in TEXTS} | {"message": words_of(rule)}
    return {name: text for name, text in texts.items() if text is not None}


def faults(condition) -> list[str]:
    """Return the ids and texts for which *condition* holds."""
    return [
        f"{rule.id} {name}: {text}"
        for rule in rules()
        for name, text in texts_of(rule).items()
        if condition(name, text)
    ]


@pytest.mark.conformance
def test_all_official_ids_are_there_once_with_their_severity(shared):
    table = json.loads(shared("conformance", "rules.json").read_text(encoding="utf-8"))
    official = sorted((row["layer"], row["id"], row["severity"]) for row in table)
    ours = sorted((LAYER[id], rule.id, rule.flag) for id in LAYER for rule in read_edition(id).assertions)
    assert len(official) == 1144
    assert ours == official


@pytest.mark.conformance
def test_terms_hold_those_of_the_official_table(shared):
    table = json.loads(shared("conformance", "rules.json").read_text(encoding="utf-8"))
    ours = {rule.id: set(rule.terms) for rule in rules()}
    lacking = {row["id"]: sorted(set(row["terms"]) - ours[row["id"]]) for row in table}
    assert {id: terms for id, terms in lacking.items() if terms} == {}


def test_shipped_rules_say_the_same():
    shipped = {id: texts_of(rule.assertion) for id, rule in official_rules().items()}
    assert shipped == {rule.id: texts_of(rule) for rule in reversed(rules())}  # the first of several says it


def test_nothing_is_left_out():
    assert [
        rule.id for rule in rules() if not all(map(texts_of(rule).get, ("checks", "why", "fix", "example", "message")))
    ] == []
    assert [rule.id for rule in rules() if rule.flag not in ("fatal", "warning")] == []


def test_terms_are_those_of_the_register():
    assert [(rule.id, term) for rule in rules() for term in rule.terms if term not in register()] == []


def test_texts_are_sentences():
    assert faults(lambda name, text: name != "message" and not text.endswith((".", "?", "…"))) == []
    # An example may begin with the value that is wrong.
    begins = re.compile(r"[^a-z]|cbc:|cac:|myDATA")
    assert faults(lambda name, text: name not in ("message", "example") and not begins.match(text)) == []


def test_messages_begin_small_and_end_open():
    """They follow the code and a colon, and terms and place follow them."""
    word = re.compile(r"[A-Z][a-z]+ ")
    assert faults(lambda name, text: name == "message" and word.match(text)) == []
    assert faults(lambda name, text: name == "message" and text.endswith(".")) == []


def test_messages_do_not_repeat_the_id():
    assert [rule.id for rule in rules() if rule.id and rule.id in words_of(rule)] == []


def test_nothing_is_commanded_in_the_language_of_standards():
    assert faults(lambda name, text: re.search(r"\b(shall|MUST|SHALL)\b", text)) == []


def test_no_word_stands_twice_in_a_row():
    assert faults(lambda name, text: re.search(r"\b([A-Za-z]+) \1\b", text)) == []


def test_blanks_are_single():
    assert faults(lambda name, text: name != "message" and text != " ".join(text.split())) == []


def test_articles_fit():
    assert faults(lambda name, text: re.search(r"\b[Aa] [AEIOaeiou](?!U\b|uro|ne-|nit|s[ae]|ni)[a-z]{2,}", text)) == []


def test_no_two_rules_say_the_same():
    """Rules of a table differ by their parameters, and still each says what it is about."""
    by_text = sorted(rules(), key=lambda rule: (rule.checks or "", rule.fix or ""))
    same = [[rule.id for rule in group] for _, group in groupby(by_text, lambda rule: (rule.checks, rule.fix))]
    assert [ids for ids in same if len(set(ids)) > 1] == []  # one rule may be asked of several elements


def test_reasons_are_not_one_for_all():
    """The same why for a whole family says nothing."""
    by_why = sorted(rules(), key=lambda rule: rule.why or "")
    same = {why: {rule.id for rule in group} for why, group in groupby(by_why, lambda rule: rule.why)}
    assert {why: len(ids) for why, ids in same.items() if len(ids) > 8} == {}


def test_tables_have_no_cell_that_no_rule_uses():
    for id in library.MAIN:
        folder = library.folder_of(id)
        for table in folder.glob("*.csv"):
            with table.open(encoding="utf-8", newline="") as file:
                columns = next(csv.reader(file))
            used = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.sch"))
            assert [name for name in columns if f"{{{name}}}" not in used and f"{name}=" not in used] == [], table.name


# ---------------------------------------------------------------------------------------------------------------
# Our own words


def official_messages(shared) -> dict[str, str]:
    found = {}
    for place in OFFICIAL:
        for element in etree.parse(shared("official", *place)).iter("{*}assert", "{*}report"):
            text = " ".join("".join(element.itertext()).split())
            found[str(element.get("id"))] = re.sub(r"^\[[^\]]*\]\s*-?\s*", "", text)
    return found


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1, without case and punctuation."""
    plain = [" ".join(re.sub(r"[^a-z0-9]+", " ", text.lower()).split()) for text in (one, other)]
    return difflib.SequenceMatcher(None, *plain, autojunk=False).ratio()


@pytest.mark.conformance
def test_words_are_not_the_official_ones(shared):
    official = official_messages(shared)
    assert len(official) == 1144
    alike = [
        (round(found, 2), rule.id, name, text, official[rule.id])
        for rule in rules()
        for name, text in texts_of(rule).items()
        if rule.id in official and (found := likeness(text, official[rule.id])) > TOO_LIKE
    ]
    assert sorted(alike, reverse=True) == []


def test_likeness_catches_a_copy():
    assert likeness("Each line shall have a net amount (BT-131).", "each line shall have a Net Amount (BT-131)") == 1
    assert (
        likeness("Each Invoice line shall have a net amount.", "Every invoice line shall have a net amount") > TOO_LIKE
    )
    assert likeness("A line has a net amount (BT-131).", "the buyer books by it") < TOO_LIKE
