"""What libxml2 says of a value, an attribute or a text, in our words.

libxml2 names elements by namespace, types by their internal name and values by regular expressions.  `explain` says
which element, what it holds, what was expected and what to do.  What no line below knows is passed on with the
namespaces taken out, so a new message of libxml2 is plain at worst.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

_SHOWN_VALUE: Final = 60

_HEAD: Final = re.compile(r"Element '[^']*'(?:, attribute '(?P<attribute>[^']*)')?: (?P<rest>.*)", re.DOTALL)
_NAMESPACE: Final = re.compile(r"\{[^{}]*\}")
_TYPE: Final = re.compile(r"of the (?:local )?(?:atomic|union|list) type '(?:\{[^}]*\})?([^']+)'")
_SET: Final = re.compile(r"the set \{(.*)\}", re.DOTALL)
_PATTERN: Final = re.compile(r"the pattern '(.*)'\.?$", re.DOTALL)
_NAMED: Final = re.compile(r"attribute '(?:\{[^}]*\})?([^']+)'")

# Type name of a schema: what is expected, and what to do.
_TYPES: Final = {
    "xs:date": ("a date that exists, as YYYY-MM-DD", "write it as 2026-04-17"),
    "xs:time": ("a time, as hh:mm:ss", "write it as 14:30:00"),
    "xs:dateTime": ("a date with time, as YYYY-MM-DDThh:mm:ss", "write it as 2026-04-17T14:30:00"),
    "xs:decimal": ("a number with a decimal point", "write it as 1240.00, without blanks and thousands separators"),
    "xs:integer": ("a whole number", "write digits only"),
    "xs:boolean": ("true or false", "write true or false, in lower case"),
    "xs:base64Binary": ("Base64", "encode the file as Base64"),
    "base64-filled": ("Base64", "encode the file as Base64"),
    "date": ("a date that exists, as YYYY-MM-DD", "write it as 2026-04-17"),
    "date-or-week": ("a date that exists, as YYYY-MM-DD, or a week", "write it as 2026-04-17 or 2026-W16"),
}  # fmt: skip

_NUMBER: Final = re.compile(r"-\?\[0-9\]\+\(\[,\.\]\[0-9\](?:\{1,(\d+)\}|\+)\)\?")
_DIGITS: Final = re.compile(r"\[0-9\](?:\{1,(\d+)\}|\+)")
_ANY_CASE: Final = re.compile(r"\[(\w)(\w)\]")


class Explanation(NamedTuple):
    """A fault in words; *attribute* is set when it is one of an attribute."""

    code: str
    message: str
    fix: str
    attribute: str | None
    value: str | None


def explain(
    kind: str, text: str, name: str, value: str | None, attribute_value: Callable[[str], str | None]
) -> Explanation:
    """Return the message *text* of libxml2 about the element *name* in words.

    *kind* is libxml2's name of the error, *value* the text of the element; *attribute_value* gives that of an attribute.
    """
    found = _HEAD.fullmatch(text)
    rest = found["rest"] if found else text
    attribute = found["attribute"] if found else None
    if attribute is not None:
        attribute = _NAMESPACE.sub("", attribute)
    match kind:
        case "SCHEMAV_CVC_COMPLEX_TYPE_4":
            missing = _first(_NAMED, rest)
            return Explanation("XSD-ATTRIBUTE", f"{name} lacks the attribute {missing}", f"add {missing}", None, value)
        case "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1" | "SCHEMAV_CVC_COMPLEX_TYPE_3_2_2" | "SCHEMAV_CVC_TYPE_3_1_1":
            attribute = attribute or _first(_NAMED, rest)
            return Explanation(
                "XSD-ATTRIBUTE",
                f"{name} takes no attribute {attribute}",
                "remove the attribute, or correct its name",
                attribute,
                attribute_value(attribute),
            )
        case "SCHEMAV_CVC_COMPLEX_TYPE_2_3":
            return Explanation("XSD-OTHER", f"{name} holds text between its elements", "remove the text", None, None)
        case "SCHEMAV_CVC_COMPLEX_TYPE_2_1":
            return Explanation("XSD-OTHER", f"{name} has to be empty", "remove its content", None, value)
        case "SCHEMAV_CVC_COMPLEX_TYPE_2_2" | "SCHEMAV_CVC_TYPE_3_1_2":
            return Explanation(
                "XSD-ELEMENT", f"{name} holds elements, expected is text only", "remove the elements", None, None
            )
    if kind.startswith("SCHEMAV_CVC_") and ("is not a valid value" in rest or rest.startswith("[facet ")):
        held = attribute_value(attribute) if attribute is not None else value
        subject = name if attribute is None else f"attribute {attribute} of {name}"
        expected, fix = _expected(kind, rest)
        state = f"is {_shown(held)}" if held and held.strip() else "is empty"
        return Explanation("XSD-VALUE", f"{subject} {state}, expected is {expected}", fix, attribute, held)
    plain = _NAMESPACE.sub("", rest).rstrip(".")
    return Explanation(
        "XSD-OTHER",
        f"{name} does not fit the schema: {plain[:1].lower()}{plain[1:]}",
        "mend it as the schema demands",
        attribute,
        value,
    )


def _expected(kind: str, rest: str) -> tuple[str, str]:
    """Return what a value should be, and what to do."""
    match kind.removeprefix("SCHEMAV_CVC_").removesuffix("_VALID"):
        case "ENUMERATION":
            values = re.findall(r"'([^']*)'", _first(_SET, rest))
            named = ", ".join(v for v in values if v) + (" or nothing" if "" in values else "")
            return (f"one of {named}" if len(values) > 1 else named), "write one of these codes, spelled like this"
        case "PATTERN":
            return _expected_by_pattern(_first(_PATTERN, rest))
        case "MAXLENGTH":
            return f"at most {_number(rest)} characters", "shorten the text"
        case "MINLENGTH":
            return f"at least {_number(rest)} characters", "write the value in full"
    name = _first(_TYPE, rest)
    base = name.removesuffix("-or-empty")
    expected, fix = _TYPES.get(base, (f"a value of the type {base}", "write a value of that type"))
    return (expected, f"{fix}, or leave it empty") if base != name else (expected, fix)


def _expected_by_pattern(pattern: str) -> tuple[str, str]:
    """Return in words what the patterns of our own Netvisor schemas ask for."""
    optional = pattern.startswith("(") and pattern.endswith(")?")
    core = pattern[1:-2] if optional else pattern
    or_nothing = " or nothing" if optional else ""
    if found := _NUMBER.fullmatch(core):
        limit = f" and at most {found[1]} decimals" if found[1] else ""
        return (
            f"a number with a decimal comma or point{limit}{or_nothing}",
            "write it as 1240,00, without blanks and thousands separators",
        )
    if found := _DIGITS.fullmatch(core):
        limit = f", at most {found[1]} of them" if found[1] else ""
        return f"digits{limit}{or_nothing}", "write digits only"
    if core == r"\s*\S[\s\S]*":
        return "a text", "write the value; the element may not be empty"
    if _ANY_CASE.search(core):
        values = _ANY_CASE.sub(lambda pair: pair[2], core).split("|")
        return f"one of {', '.join(values)}{or_nothing}", "write one of these codes"
    return f"a value of the pattern {pattern}", "write a value of that form"


def _shown(value: str) -> str:
    text = " ".join(value.split())
    return repr(text if len(text) <= _SHOWN_VALUE else text[:_SHOWN_VALUE] + "…")


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _number(rest: str) -> str:
    """Return the limit that a message on lengths ends with."""
    numbers = re.findall(r"'(\d+)'", rest)
    return numbers[-1] if numbers else "the documented number of"
