"""What libxml2 says of a value, an attribute or a text, in our words.

libxml2 names elements by namespace, types by their internal name and values by regular expressions.  `explain` says
which element, what it holds, what was expected and what to do.  What no line below knows is passed on with the
namespaces taken out, so a new message of libxml2 is plain at worst.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from einvoice.validation.structure import Wanted

_SHOWN_VALUE: Final = 60

_HEAD: Final = re.compile(r"Element '[^']*'(?:, attribute '(?P<attribute>[^']*)')?: (?P<rest>.*)", re.DOTALL)
_NAMESPACE: Final = re.compile(r"\{[^{}]*\}")
_TYPE: Final = re.compile(r"of the (?:local )?(?:atomic|union|list) type '(?:\{[^}]*\})?([^']+)'")
_SET: Final = re.compile(r"the set \{(.*)\}", re.DOTALL)
_PATTERN: Final = re.compile(r"the pattern '(.*)'\.?$", re.DOTALL)
_LENGTH: Final = re.compile(r"has a length of '(\d+)'")
_NAMED: Final = re.compile(r"attribute '(?:\{[^}]*\})?([^']+)'")

_DATE: Final = ("a date that exists, as YYYY-MM-DD", "write dates like 2026-04-17")
_BASE64: Final = ("Base64", "encode the file as Base64")
_TYPES: Final = {
    "xs:date": _DATE,
    "xs:time": ("a time, as hh:mm:ss", "write times like 14:30:00"),
    "xs:dateTime": ("a date with time, as YYYY-MM-DDThh:mm:ss", "write it like 2026-04-17T14:30:00"),
    "xs:decimal": (
        "a number with a decimal point",
        "write numbers like 1240.00, without blanks and thousands separators",
    ),
    "xs:integer": ("a whole number", "write digits only"),
    "xs:boolean": ("true or false", "write true or false, in lower case"),
    "xs:base64Binary": _BASE64,
    "base64-filled": _BASE64,
    "date": _DATE,
    "date-or-week": (f"{_DATE[0]}, or a week", "write it like 2026-04-17 or 2026-W16"),
}
"""By the name of a type in a schema: what it wants, and what to do."""

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


def _nothing(attribute: str | None) -> Wanted | None:
    return None


def explain(
    kind: str,
    text: str,
    name: str,
    value: str | None,
    find_attribute: Callable[[str], tuple[str, str | None]],
    wanted_of: Callable[[str | None], Wanted | None] = _nothing,
) -> Explanation:
    """Return the message *text* of libxml2 about the element *name* in words.

    *kind* is libxml2's name of the error, *value* the text of the element.  *find_attribute* gives the name of an
    attribute as the document spells it, and its value; *wanted_of* what the schema says in words of the text of the
    element (None) or of an attribute.
    """
    found = _HEAD.fullmatch(text)
    rest = found["rest"] if found else text
    attribute, held = None, value
    if found and found["attribute"] is not None:
        attribute, held = find_attribute(_NAMESPACE.sub("", found["attribute"]))
    match kind:
        case "SCHEMAV_CVC_ELT_1" if "wildcard" in rest:
            message = f"{name} stands where an element of another format may, but its schema is not known"
            return Explanation("XSD-ELEMENT", message, "remove it, or send it beside the invoice", None, None)
        case "SCHEMAV_CVC_ELT_1":
            return Explanation(
                "XSD-ELEMENT", f"the schema knows no root element {name}", "check its name and namespace", None, None
            )
        case "SCHEMAV_CVC_ELT_3_1":
            return Explanation("XSD-ATTRIBUTE", f"{name} takes no xsi:nil", "remove xsi:nil", None, None)
        case "SCHEMAV_CVC_COMPLEX_TYPE_4":
            missing = _first(_NAMED, rest)
            fix = f"add {missing}{_as_attribute(wanted_of(missing))}"
            held = value if value and value.strip() else None
            return Explanation("XSD-ATTRIBUTE", f"{name} lacks the attribute {missing}", fix, None, held)
        case "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1" | "SCHEMAV_CVC_COMPLEX_TYPE_3_2_2" | "SCHEMAV_CVC_TYPE_3_1_1":
            if attribute is None:
                attribute, held = find_attribute(_first(_NAMED, rest))
            fix = "remove the attribute, or correct its name"
            return Explanation("XSD-ATTRIBUTE", f"{name} takes no attribute {attribute}", fix, attribute, held)
        case "SCHEMAV_CVC_COMPLEX_TYPE_2_3":
            return Explanation("XSD-OTHER", f"{name} holds text between its elements", "remove the text", None, None)
        case "SCHEMAV_CVC_COMPLEX_TYPE_2_1":
            return Explanation("XSD-OTHER", f"{name} has to be empty", "remove its content", None, value)
        case "SCHEMAV_CVC_COMPLEX_TYPE_2_2" | "SCHEMAV_CVC_TYPE_3_1_2":
            return Explanation(
                "XSD-ELEMENT", f"{name} holds elements, expected text only", "remove the elements", None, None
            )
    if kind.startswith("SCHEMAV_CVC_") and ("is not a valid value" in rest or rest.startswith("[facet ")):
        subject = name if attribute is None else f"attribute {attribute} of {name}"
        expected, fix = _expected(kind, rest, name, wanted_of(attribute))
        state = _state(kind, rest, held)
        return Explanation("XSD-VALUE", f"{subject} {state}, expected {expected}", fix, attribute, held)
    plain = _NAMESPACE.sub("", rest).rstrip(".")
    return Explanation(
        "XSD-OTHER",
        f"{name} does not fit the schema: {plain[:1].lower()}{plain[1:]}",
        "mend it as the schema demands",
        attribute,
        held,
    )


def _as_attribute(wanted: Wanted | None) -> str:
    """Return what a missing attribute should hold, as far as the schema says it."""
    if wanted is not None and len(wanted.values) == 1:
        return f'="{wanted.values[0]}"'
    if wanted is not None and wanted.values:
        return f", one of {', '.join(wanted.values)}"
    return f", such as {wanted.example}" if wanted is not None and wanted.example else ""


def _expected(kind: str, rest: str, name: str, wanted: Wanted | None) -> tuple[str, str]:
    """Return what the value of *name* should be, and what to do."""
    like = f"write it like {wanted.example}" if wanted is not None and wanted.example else ""
    match kind.removeprefix("SCHEMAV_CVC_").removesuffix("_VALID"):
        case "ENUMERATION":
            values = re.findall(r"'([^']*)'", _first(_SET, rest))
            named = ", ".join(v for v in values if v) + (" or nothing" if "" in values else "")
            if len(values) == 1:
                return named, f"write {named}, spelled like this"
            return f"one of {named}", "write one of these codes, spelled like this"
        case "LENGTH":
            return f"exactly {_number(rest)}", like or "write the value in that length"
        case "MAXLENGTH":
            return f"at most {_number(rest)}", like or "shorten the text"
        case "MINLENGTH":
            is_empty = _first(_LENGTH, rest) == "0"
            fix = "write the value; it may not be empty" if is_empty else "write the whole value"
            return f"at least {_number(rest)}", like or fix
    if wanted is not None and wanted.values:
        return f"one of {', '.join(wanted.values)}", "write one of these codes, spelled like this"
    if wanted is not None and wanted.words:
        return wanted.words, like or "write a value of that form"
    if kind == "SCHEMAV_CVC_PATTERN_VALID":
        return _expected_by_pattern(_first(_PATTERN, rest))
    type_name = _first(_TYPE, rest)
    if not type_name and name.endswith("Amount"):
        type_name = "xs:decimal"  # UBL restricts the type of amounts in place, so libxml2 has no name for it
    base = type_name.removesuffix("-or-empty")
    expected, fix = _TYPES.get(base, (f"a value of the type {base or 'of this element'}", "write a value of that type"))
    return (expected, f"{fix}, or leave it empty") if base != type_name else (expected, fix)


def _expected_by_pattern(pattern: str) -> tuple[str, str]:
    """Return in words what the patterns of our own Netvisor schemas ask for."""
    optional = pattern.startswith("(") and pattern.endswith(")?")
    core = pattern[1:-2] if optional else pattern
    or_nothing = " or nothing" if optional else ""
    if found := _NUMBER.fullmatch(core):
        limit = f" and at most {found[1]} decimals" if found[1] else ""
        return (
            f"a number with a decimal comma or point{limit}{or_nothing}",
            "write numbers like 1240,00, without blanks and thousands separators",
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


def _state(kind: str, rest: str, value: str | None) -> str:
    """Return what a value is, or how long it is when that is the fault."""
    if kind.endswith("LENGTH_VALID"):
        counted = _first(_LENGTH, rest)  # without the blanks that do not count
        length = int(counted) if counted else len(value or "")
        return f"has {length} character{'' if length == 1 else 's'}"
    return f"is {_shown(value)}" if value and value.strip() else "is empty"


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
