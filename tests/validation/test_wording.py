"""Messages of libxml2 that the schemas at hand do not bring about, or only with another version of it."""

import pytest

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
