"""Regular expressions of XPath, translated to Python's.

`compiled` turns a pattern and flags into a Python pattern once.  What differs: the dollar sign is the very end (not
before a last line feed), the dot is no line end, ``\\s`` is four characters, ``\\d`` every decimal digit of Unicode,
``\\w`` everything but punctuation, separators and control characters, ``\\i`` and ``\\c`` are the characters of XML
names, ``\\p{Lu}`` names a category, ``[a-z-[aeiou]]`` subtracts.  A backslash before anything else is an error.

Python's engine backtracks, so a pattern such as ``(a+)+$`` can take exponential time.  Rule files are untrusted:
where a quantifier stands within a quantifier, texts of more than `MAX_NESTED` characters are refused.

>>> bool(compiled("^a$", "").search("a\\n"))
False
>>> compiled("[a-z-[aeiou]]+", "").search("iou xyz")[0]
'xyz'
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache
from typing import Final

from einvoice.schematron.values import WHITE, DynamicError

MAX_TEXT: Final = 1_000_000
"""Longest text that is matched, in characters."""

MAX_REPLACED: Final = 20_000_000
"""Most characters that replace something in one text."""

MAX_NESTED: Final = 2_000
"""Longest text that is matched with a quantifier within a quantifier."""

_MAX_REPEAT: Final = 10_000
Ranges = tuple[tuple[int, int], ...]

_ALL: Final[Ranges] = ((0, sys.maxunicode),)
_NAME_START: Final[Ranges] = (
    (0x3A, 0x3A), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2FF),
    (0x370, 0x37D), (0x37F, 0x1FFF), (0x200C, 0x200D), (0x2070, 0x218F), (0x2C00, 0x2FEF), (0x3001, 0xD7FF),
    (0xF900, 0xFDCF), (0xFDF0, 0xFFFD), (0x10000, 0xEFFFF),
)  # fmt: skip
_NAME_MORE: Final[Ranges] = ((0x2D, 0x2E), (0x30, 0x39), (0xB7, 0xB7), (0x300, 0x36F), (0x203F, 0x2040))
_SPACE: Final[Ranges] = ((9, 10), (13, 13), (32, 32))
_BLOCKS: Final[dict[str, Ranges]] = {
    "BasicLatin": ((0x0, 0x7F),),
    "Latin-1Supplement": ((0x80, 0xFF),),
    "LatinExtended-A": ((0x100, 0x17F),),
    "LatinExtended-B": ((0x180, 0x24F),),
    "IPAExtensions": ((0x250, 0x2AF),),
    "SpacingModifierLetters": ((0x2B0, 0x2FF),),
    "CombiningDiacriticalMarks": ((0x300, 0x36F),),
    "Greek": ((0x370, 0x3FF),),
    "GreekandCoptic": ((0x370, 0x3FF),),
    "Cyrillic": ((0x400, 0x4FF),),
    "Armenian": ((0x530, 0x58F),),
    "Hebrew": ((0x590, 0x5FF),),
    "Arabic": ((0x600, 0x6FF),),
    "LatinExtendedAdditional": ((0x1E00, 0x1EFF),),
    "GreekExtended": ((0x1F00, 0x1FFF),),
    "GeneralPunctuation": ((0x2000, 0x206F),),
    "CurrencySymbols": ((0x20A0, 0x20CF),),
    "LetterlikeSymbols": ((0x2100, 0x214F),),
    "NumberForms": ((0x2150, 0x218F),),
    "Hiragana": ((0x3040, 0x309F),),
    "Katakana": ((0x30A0, 0x30FF),),
    "CJKUnifiedIdeographs": ((0x4E00, 0x9FFF),),
    "PrivateUse": ((0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD)),
}
_LAST_CASED: Final = 0x10450
_YOUNG: Final[Ranges] = (
    (0x37F, 0x37F), (0x528, 0x52F), (0x13F8, 0x13FD), (0x1C80, 0x1C8A), (0x1C90, 0x1CBF), (0x1E9E, 0x1E9E),
    (0x2C2F, 0x2C2F), (0x2C5F, 0x2C5F), (0xA698, 0xA69B), (0xA796, 0xA79F), (0xA7AB, 0xA7FF), (0xAB53, 0xAB53),
    (0xAB70, 0xABBF),
)  # fmt: skip
"""Letters that are younger than the table of cases in Saxon."""

_CATEGORIES: Final = frozenset(
    {"L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi"}
    | {"Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn"}
)


def _merged(ranges: list[tuple[int, int]]) -> Ranges:
    made: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if made and low <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(high, made[-1][1]))
        else:
            made.append((low, high))
    return tuple(made)


def _without(ranges: Ranges, removed: Ranges) -> Ranges:
    made: list[tuple[int, int]] = []
    for low, high in ranges:
        for first, last in removed:
            if last < low or first > high:
                continue
            if first > low:
                made.append((low, first - 1))
            low = last + 1
            if low > high:
                break
        if low <= high:
            made.append((low, high))
    return tuple(made)


@lru_cache(maxsize=64)
def _category(name: str) -> Ranges:
    made: list[tuple[int, int]] = []
    start = None
    for code in range(sys.maxunicode + 1):
        inside = unicodedata.category(chr(code)).startswith(name)
        if inside and start is None:
            start = code
        elif not inside and start is not None:
            made.append((start, code - 1))
            start = None
    if start is not None:
        made.append((start, sys.maxunicode))
    return tuple(made)


@lru_cache(maxsize=16)
def _escape_class(letter: str) -> Ranges:
    match letter.lower():
        case "s":
            found = _SPACE
        case "d":
            found = _category("Nd")
        case "i":
            found = _NAME_START
        case "c":
            found = _merged([*_NAME_START, *_NAME_MORE])
        case _:  # w
            found = _without(_ALL, _merged([*_category("P"), *_category("Z"), *_category("C")]))
    return _without(_ALL, found) if letter.isupper() else found


def _written(ranges: Ranges) -> str:
    """Return *ranges* as a class of Python; an empty one never matches."""
    if not ranges:
        return r"(?!)"
    parts = []
    for low, high in ranges:
        parts.append(_code(low) if low == high else f"{_code(low)}-{_code(high)}")
    return "[" + "".join(parts) + "]"


def _code(code: int) -> str:
    character = chr(code)
    if character.isalnum() and code < 128:
        return character
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_SINGLE: Final = {"n": "\n", "r": "\r", "t": "\t", **{character: character for character in "\\|.?*+(){}$-[]^"}}


class _Translator:
    def __init__(self, pattern: str, flags: str) -> None:
        self.text = _without_blanks(pattern) if "x" in flags else pattern
        self.place = 0
        self.dot_all = "s" in flags
        self.multi = "m" in flags
        self.blind = "i" in flags
        self.groups = 0
        self.closed: set[int] = set()
        self.nested = False

    def error(self, why: str) -> DynamicError:
        return DynamicError("FORX0002", f"the regular expression {self.text!r} is not valid: {why}")

    def peek(self) -> str:
        return self.text[self.place : self.place + 1]

    def take(self) -> str:
        found = self.peek()
        self.place += 1
        return found

    def translated(self) -> str:
        made, _ = self.alternatives()
        if self.peek():
            raise self.error(f"{self.peek()!r} has no partner")
        return made

    def alternatives(self) -> tuple[str, bool]:
        """Return the translation up to ``)`` or the end, and whether it holds a quantifier without limit."""
        parts, repeats = [], False
        while True:
            branch, inner = self.branch()
            parts.append(branch)
            repeats = repeats or inner
            if self.peek() != "|":
                return "|".join(parts), repeats
            self.take()

    def branch(self) -> tuple[str, bool]:
        made, repeats = [], False
        while self.peek() not in ("", "|", ")"):
            anchor = self.peek() in ("^", "$")
            atom, inner = self.atom()
            quantifier, endless = self.quantifier()
            if anchor and quantifier in ("*?", "??"):
                raise self.error(f"{quantifier!r} follows an anchor")
            if endless and inner:
                self.nested = True
            repeats = repeats or inner or endless
            made.append(atom + quantifier)
        return "".join(made), repeats

    def quantifier(self) -> tuple[str, bool]:
        sign = self.peek()
        if sign and sign in "?*+":
            self.take()
            found, endless = sign, sign != "?"
        elif sign == "{":
            match = re.compile(r"\{([0-9]+)(,([0-9]*))?\}").match(self.text, self.place)
            if match is None:
                raise self.error("a quantifier is not complete")
            self.place = match.end()
            low, high = int(match[1]), int(match[3]) if match[3] else None
            if high is not None and high < low:
                raise self.error("a quantifier ends before it begins")
            if max(low, high or 0) > _MAX_REPEAT:
                raise self.error(f"more than {_MAX_REPEAT} repetitions are not supported")
            found, endless = match[0], match[2] is not None
        else:
            return "", False
        if self.peek() == "?":
            self.take()
            found += "?"
        if self.peek() and self.peek() in "?*+{":
            raise self.error("a quantifier follows a quantifier")
        return found, endless

    def atom(self) -> tuple[str, bool]:
        character = self.take()
        match character:
            case "(":
                return self.group()
            case "[":
                return _written(self.char_class()), False
            case ".":
                return r"(?s:.)" if self.dot_all else r"[^\n\r]", False
            case "^":
                return (r"(?m:^(?!(?<=\n)\Z))" if self.multi else r"(?:\A)"), False
            case "$":
                return (r"(?m:$)" if self.multi else r"(?:\Z)"), False
            case "\\":
                return self.escape(), False
            case "?" | "*" | "+" | "{" | "}" | "]":
                raise self.error(f"{character!r} stands where nothing can be repeated or closed")
        return self.literal(character), False

    def literal(self, character: str) -> str:
        """Return what matches *character*, or its other cases where case does not count."""
        code = ord(character)
        if self.blind and _variants(code):
            return _written(_merged([(each, each) for each in (code, *_variants(code))]))
        return re.escape(character)

    def group(self) -> tuple[str, bool]:
        if self.peek() == "?":
            self.take()
            if self.take() != ":":
                raise self.error("'(?' is followed by something other than ':'")
            inner, repeats = self.alternatives()
            opening = "(?:"
        else:
            self.groups += 1
            number = self.groups
            inner, repeats = self.alternatives()
            self.closed.add(number)
            opening = "("
        if self.take() != ")":
            raise self.error("a bracket is not closed")
        return f"{opening}{inner})", repeats

    def escape(self) -> str:
        letter = self.text[self.place : self.place + 1]
        if letter and letter in "123456789":
            number = 0
            while (digit := self.text[self.place : self.place + 1]).isdigit() and digit.isascii():
                if number and number * 10 + int(digit) > self.groups:
                    break
                number = number * 10 + int(digit)
                self.place += 1
            if number not in self.closed:
                raise self.error(f"there is no group {number} to refer to")
            # A group that took no part stands for nothing.
            return f"(?({number})(?i:\\{number}))" if self.blind else f"(?({number})\\{number})"
        if letter and letter in "dD":  # Python's own: to spell out the digits of Unicode takes a tenth of a second
            self.place += 1
            return f"\\{letter}"
        ranges = self.class_escape()
        return self.literal(ranges) if isinstance(ranges, str) else _written(ranges)

    def class_escape(self) -> str | Ranges:
        """Return what an escape means after its backslash: one character, or ranges."""
        letter = self.text[self.place : self.place + 1]
        self.place += 1
        if letter in _SINGLE:
            return _SINGLE[letter]
        if letter and letter in "sSdDwWiIcC":
            return _escape_class(letter)
        if letter and letter in "pP":
            match = re.compile(r"\{([A-Za-z0-9-]+)\}").match(self.text, self.place)
            if match is None:
                raise self.error(f"'\\{letter}' without a name in braces")
            self.place = match.end()
            name = match[1]
            if name in _CATEGORIES:
                found = _category(name)
            elif name.startswith("Is") and name[2:] in _BLOCKS:
                found = _BLOCKS[name[2:]]
            else:
                raise self.error(f"the category or block {name!r} is not known")
            return _without(_ALL, found) if letter == "P" else found
        raise self.error(f"'\\{letter}' has no meaning")

    def char_class(self) -> Ranges:
        negative = self.text[self.place : self.place + 1] == "^"
        if negative:
            self.place += 1
        ranges: list[tuple[int, int]] = []
        others: list[tuple[int, int]] = []  # of escapes, which know no other case
        removed: Ranges = ()
        first = True
        while True:
            character = self.peek()
            if character == "":
                raise self.error("'[' is not closed")
            if character == "]" and not first:
                self.place += 1
                break
            if character == "-" and self.text[self.place + 1 : self.place + 2] == "[" and not first:
                self.place += 2
                removed = self.char_class()
                if self.peek() != "]":
                    raise self.error("a subtraction stands last in its class")
                self.place += 1
                break
            low = self.class_member(first)
            first = False
            if not isinstance(low, str):
                others += low
                continue
            following = self.text[self.place : self.place + 2]
            if following[:1] == "-" and following[1:] not in ("]", "[", ""):
                self.place += 1
                high = self.class_member(False)
                if not isinstance(high, str) or ord(high) < ord(low):
                    raise self.error("a range ends before it begins")
                ranges.append((ord(low), ord(high)))
            else:
                ranges.append((ord(low), ord(low)))
        found = _merged([*(_both_cases(ranges) if self.blind else ranges), *others])
        if negative:
            found = _without(_ALL, found)
        return _without(found, removed)

    def class_member(self, first: bool) -> str | Ranges:
        character = self.peek()
        self.place += 1
        if character == "\\":
            return self.class_escape()
        if character in ("[", "]"):
            raise self.error(f"{character!r} in a class wants a backslash")
        return character


def _without_blanks(pattern: str) -> str:
    """Return *pattern* without white space outside of classes, as the flag x has it."""
    made, depth, escaped = [], 0, False
    for character in pattern:
        if character in WHITE and not depth:
            continue
        if not escaped:
            depth += (character == "[") - (character == "]")
        escaped = character == "\\" and not escaped
        made.append(character)
    return "".join(made)


@lru_cache(maxsize=1)
def _cases() -> dict[int, tuple[int, ...]]:
    """Return the other cases of each character that has some: of the same capital or the same small letter."""
    groups: dict[tuple[bool, str], list[int]] = {}
    for code in range(_LAST_CASED + 1):
        if any(low <= code <= high for low, high in _YOUNG):
            continue
        character = chr(code)
        small = "i" if character == "\u0130" else character.lower()
        for capital, other in ((True, character.upper()), (False, small)):
            groups.setdefault((capital, other if len(other) == 1 else character), []).append(code)
    found: dict[int, set[int]] = {}
    for group in groups.values():
        if len(group) > 1:
            for code in group:
                found.setdefault(code, set()).update(each for each in group if each != code)
    return {code: tuple(sorted(others)) for code, others in found.items()}


def _variants(code: int) -> tuple[int, ...]:
    return _cases().get(code, ())


def _both_cases(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    made = list(ranges)
    for low, high in ranges:
        for code in range(low, min(high, _LAST_CASED) + 1):
            made += [(other, other) for other in _variants(code)]
    return made


class Compiled:
    """A translated expression."""

    __slots__ = ("_limit", "_pattern", "zero_length")

    def __init__(self, pattern: re.Pattern[str], limit: int) -> None:
        self._pattern = pattern
        self._limit = limit
        self.zero_length = pattern.search("") is not None

    def _checked(self, text: str) -> str:
        if len(text) > self._limit:
            raise TooLong(f"a text of {len(text):,} characters is too long for {self._pattern.pattern!r}")
        return text

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match, None without one."""
        return self._pattern.search(self._checked(text))

    def split(self, text: str) -> list[str]:
        """Return what stands between the matches."""
        made, place = [], 0
        for match in self._pattern.finditer(self._checked(text)):
            made.append(text[place : match.start()])
            place = match.end()
        made.append(text[place:])
        return made

    def replace(self, text: str, replacement: str) -> str:
        """Return *text* with each match replaced; ``$1`` stands for a group; FORX0004."""
        pieces = _replacement(replacement, self._pattern.groups)
        size = 0

        def made(match: re.Match[str]) -> str:
            nonlocal size
            new = "".join(piece if isinstance(piece, str) else (match[piece] or "") for piece in pieces)
            size += len(new)
            if size > MAX_REPLACED:
                raise TooLong(f"{self._pattern.pattern!r} replaces by more than {MAX_REPLACED:,} characters")
            return new

        return self._pattern.sub(made, self._checked(text))


class TooLong(Exception):
    """A text that may not be matched with a pattern, lest it take exponential time."""


def _replacement(text: str, groups: int) -> list[str | int]:
    pieces: list[str | int] = []
    place = 0
    while place < len(text):
        character = text[place]
        place += 1
        following = text[place : place + 1]
        if character == "\\":
            if following not in ("\\", "$") or not following:
                raise DynamicError("FORX0004", f"a backslash in the replacement {text!r} stands before nothing special")
            pieces.append(following)
            place += 1
        elif character == "$":
            if not (following.isascii() and following.isdigit()):
                raise DynamicError("FORX0004", f"a dollar sign in the replacement {text!r} is not followed by a digit")
            number = int(following)
            place += 1
            while (
                (digit := text[place : place + 1]).isascii() and digit.isdigit() and number * 10 + int(digit) <= groups
            ):
                number = number * 10 + int(digit)
                place += 1
            pieces.append(number if number <= groups else "")
        else:
            pieces.append(character)
    return pieces


@lru_cache(maxsize=512)
def compiled(pattern: str, flags: str) -> Compiled:
    """Return the translation of *pattern*; FORX0001 for *flags*, FORX0002 for the pattern."""
    if set(flags) - set("smixq"):
        raise DynamicError("FORX0001", f"the flags {flags!r} of a regular expression are not s, m, i, x, q")
    translator = _Translator(pattern, flags)
    if "q" in flags:
        return Compiled(re.compile("".join(map(translator.literal, pattern))), MAX_TEXT)
    try:
        made = re.compile(translator.translated())
    except (re.error, RecursionError, OverflowError) as error:
        raise translator.error(str(error)) from error
    return Compiled(made, MAX_NESTED if translator.nested else MAX_TEXT)


def tokenize(text: str, pattern: str, flags: str = "") -> list[str]:
    """Return tokenize(); FORX0003 when the pattern matches nothing.  Of no text, nothing is asked of the pattern."""
    if not text:
        return []
    found = compiled(pattern, flags)
    if found.zero_length:
        raise DynamicError("FORX0003", f"the regular expression {pattern!r} matches the empty string")
    return found.split(text)


def matches(text: str, pattern: str, flags: str = "") -> bool:
    """Return matches()."""
    return compiled(pattern, flags).search(text) is not None


def replace(text: str, pattern: str, replacement: str, flags: str = "") -> str:
    """Return replace(); FORX0003 when the pattern matches nothing, FORX0004 for the replacement."""
    found = compiled(pattern, flags)
    if found.zero_length:
        raise DynamicError("FORX0003", f"the regular expression {pattern!r} matches the empty string")
    if "q" in flags:
        return found.replace(text, replacement.replace("\\", "\\\\").replace("$", "\\$"))
    return found.replace(text, replacement)
