"""Messages of libxml2 that the schemas at hand do not bring about, or only with another version of it."""

import pytest

from einvoice.validation.structure import Wanted
from einvoice.validation.wording import explain

NS = "{urn:x}"
CASES = [
    # kind, message of libxml2, value, our code, our message
    (
        "SCHEMAV_CVC_DATATYPE_VALID_1_2_1",
        f"Element '{NS}a': 'x' is not a valid value of the atomic type '{NS}Kind'.",
        "x",
        "XSD-VALUE",
        "a is 'x', expected a value of the type Kind",
    ),
    (
        "SCHEMAV_CVC_DATATYPE_VALID_1_2_1",
        f"Element '{NS}a': 'x' is not a valid value of the local atomic type.",
        "x",
        "XSD-VALUE",
        "a is 'x', expected a value of the type of this element",
    ),
    (
        "SCHEMAV_CVC_DATATYPE_VALID_1_2_3",
        "Element 'a': 'x' is not a valid value of the union type 'date-or-week-or-empty'.",
        "x",
        "XSD-VALUE",
        "a is 'x', expected a date that exists, as YYYY-MM-DD, or a week",
    ),
    (
        "SCHEMAV_CVC_MINLENGTH_VALID",
        (
            "Element 'a': [facet 'minLength'] The value has a length of '0'; this underruns the "
            "allowed minimum length of '1'."
        ),
        "",
        "XSD-VALUE",
        "a has 0 characters, expected at least 1",
    ),
    (
        "SCHEMAV_CVC_PATTERN_VALID",
        r"Element 'a': [facet 'pattern'] The value '' is not accepted by the pattern '\s*\S[\s\S]*'.",
        "",
        "XSD-VALUE",
        "a is empty, expected a text",
    ),
    (
        "SCHEMAV_CVC_PATTERN_VALID",
        "Element 'a': [facet 'pattern'] The value 'x' is not accepted by the pattern '[0-9]{1,18}'.",
        "x",
        "XSD-VALUE",
        "a is 'x', expected digits, at most 18 of them",
    ),
    (
        "SCHEMAV_CVC_PATTERN_VALID",
        "Element 'a': [facet 'pattern'] The value 'x' is not accepted by the pattern 'A+'.",
        "x",
        "XSD-VALUE",
        "a is 'x', expected a value of the pattern A+",
    ),
    (
        "SCHEMAV_CVC_COMPLEX_TYPE_2_1",
        ("Element 'a': Character or element content is not allowed, because the content type is empty."),
        "x",
        "XSD-OTHER",
        "a has to be empty",
    ),
    (
        "SCHEMAV_CVC_ELT_4_2",
        (
            f"Element '{NS}a', attribute '{{http://www.w3.org/2001/XMLSchema-instance}}type': The QName value "
            f"'{NS}b' of the xsi:type attribute does not resolve to a type definition."
        ),
        "x",
        "XSD-OTHER",
        (
            "a does not fit the schema: the QName value 'b' of the xsi:type attribute does not resolve to a type "
            "definition"
        ),
    ),
    (
        "SCHEMAV_SOMETHING_NEW",
        "Words of a later version",
        "x",
        "XSD-OTHER",
        "a does not fit the schema: words of a later version",
    ),
]


@pytest.mark.parametrize(("kind", "text", "value", "code", "message"), CASES)
def test_words(kind, text, value, code, message):
    said = explain(kind, text, "a", value, lambda name: (name, "held"))
    assert (said.code, said.message) == (code, message)
    assert said.fix


def test_long_values_are_cut_in_the_message_only():
    said = explain(
        "SCHEMAV_CVC_DATATYPE_VALID_1_2_1",
        f"Element 'a': '{'x' * 100}' is not a valid value of the atomic type 'xs:date'.",
        "a",
        "x" * 100,
        lambda name: (name, None),
    )
    assert f"'{'x' * 60}…'" in said.message
    assert said.value == "x" * 100


WANTED = {None: Wanted("an amount", "1,00", ()), "kind": Wanted("", "", ("x", "y")), "one": Wanted("", "", ("x",))}
DATATYPE = "SCHEMAV_CVC_DATATYPE_VALID_1_2_1"
LENGTH = "The value 'abcd' has a length of '4'; this differs from the allowed length of '3'."
TOO_LONG = "The value has a length of '4'; this exceeds the allowed maximum length of '3'."
IN_WORDS_OF_THE_SCHEMA = [
    # kind, message of libxml2 on the element, or on the attribute, then ours, and the remedy
    (DATATYPE, "Element 'a': 'z' is not a valid value of the atomic type 'Amount'.",
     "a is 'z', expected an amount", "write it like 1,00"),
    ("SCHEMAV_CVC_PATTERN_VALID", "Element 'a': [facet 'pattern'] The value 'z' is not accepted by the pattern 'A+'.",
     "a is 'z', expected an amount", "write it like 1,00"),
    ("SCHEMAV_CVC_MAXLENGTH_VALID", f"Element 'a': [facet 'maxLength'] {TOO_LONG}",
     "a has 4 characters, expected at most 3", "write it like 1,00"),
    ("SCHEMAV_CVC_LENGTH_VALID", f"Element 'a': [facet 'length'] {LENGTH}",
     "a has 4 characters, expected exactly 3", "write it like 1,00"),
    ("SCHEMAV_CVC_LENGTH_VALID", f"Element 'a', attribute 'other': [facet 'length'] {LENGTH}",
     "attribute other of a has 4 characters, expected exactly 3", "write the value in that length"),
    (DATATYPE, "Element 'a', attribute 'kind': '' is not a valid value of the atomic type 'Kind'.",
     "attribute kind of a is 'z', expected one of x, y",
     "write one of these codes, spelled like this"),
    ("SCHEMAV_CVC_COMPLEX_TYPE_4", "Element 'a': The attribute 'kind' is required but missing.",
     "a lacks the attribute kind", "add kind, one of x, y"),
    ("SCHEMAV_CVC_COMPLEX_TYPE_4", "Element 'a': The attribute 'one' is required but missing.",
     "a lacks the attribute one", 'add one="x"'),
    ("SCHEMAV_CVC_COMPLEX_TYPE_4", "Element 'a': The attribute 'other' is required but missing.",
     "a lacks the attribute other", "add other"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "message", "fix"), IN_WORDS_OF_THE_SCHEMA)
def test_words_of_the_schema(kind, text, message, fix):
    said = explain(kind, text, "a", " z ", lambda name: (name, " z "), WANTED.get)
    assert (said.message, said.fix) == (message, fix)


def test_a_single_code_is_named_alone():
    text = "Element 'a': [facet 'enumeration'] The value 'z' is not an element of the set {'x'}."
    said = explain("SCHEMAV_CVC_ENUMERATION_VALID", text, "a", "z", lambda name: (name, None))
    assert (said.message, said.fix) == ("a is 'z', expected x", "write x, spelled like this")
