"""Who judges UBL documents: the official XSLT, and our engines over our rules or over the official rule files.

A verdict is the sorted ids of the failed assertions of a layer, each as often as it failed; `STOPS` where an assertion
could not be evaluated: the official XSLT gives no report then.

    official(data)                    verdicts by layer, None where there is no UBL document
    side("ours", "native")            who judges by our rules with our engine; its `verdicts(data)` compare with those
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from tests.oracle import ABSENT, shared_folder
from tests.oracle.official import DYNAMIC_ERROR, OracleRefused, judge

from einvoice.schematron import library
from einvoice.schematron.native import Native
from einvoice.schematron.result import Result

Verdict = tuple[str, ...]
Verdicts = Mapping[str, Verdict]

STOPS: Final[Verdict] = (DYNAMIC_ERROR,)


class Layer(NamedTuple):
    """A layer: our edition, and the official rule file of the same rules."""

    ours: str
    official: str


LAYERS: Final[Mapping[str, Layer]] = {
    "en16931": Layer("en16931/1.3.16", "official/peppol-2026.5/CEN-EN16931-UBL.sch"),
    "peppol": Layer("peppol-bis-3/2026-05", "official/peppol-2026.5/PEPPOL-EN16931-UBL.sch"),
}


def verdict(result: Result) -> Verdict:
    """Return what *result* comes to."""
    return STOPS if result.errors else result.failed_ids


def official(data: bytes) -> Verdicts | None:
    """Return the verdicts of the official XSLT, None where it does not take the document."""
    try:
        failed = judge(data)
    except OracleRefused:
        return None
    found = {layer: tuple(sorted(each.rule for each in failed if each.layer == layer)) for layer in LAYERS}
    return {layer: STOPS if DYNAMIC_ERROR in ids else ids for layer, ids in found.items()}


# ---------------------------------------------------------------------------------------------------------------
# Our engines


@cache
def ours() -> Mapping[str, library.Rules]:
    """Return our rules by layer."""
    return {name: library.built_in(layer.ours) for name, layer in LAYERS.items()}


@cache
def official_files() -> Mapping[str, library.Rules]:
    """Return the official rule files by layer, as a user would load them; nothing goes into the user's cache."""
    folder = shared_folder()
    if folder is None:
        raise FileNotFoundError(ABSENT)
    return {name: library.from_file(folder / layer.official, cached=False) for name, layer in LAYERS.items()}


class Watched(Native):
    """A native engine that counts what goes from the compiled code to `exact.py`."""

    def __init__(self, rules: Mapping[str, library.Rules]) -> None:
        super().__init__(*(each.program for each in rules.values()))
        self.names = tuple(rules)
        self.whole = 0
        """Documents that went there whole."""
        self.parts: Counter[tuple[str, str]] = Counter()
        """Patterns at a path, by layer and reason."""
        self.documents = 0
        """Documents of which something went there."""
        self.watch = self._count
        self._seen = False

    def _count(self, program: int, pattern: int, reason: Exception | None) -> None:
        self._seen = True
        self.parts[self.names[program], type(reason).__name__] += 1

    def _walk(self, *arguments: Any) -> Any:
        self._seen = False
        try:
            return super()._walk(*arguments)
        except Exception:
            self.whole += 1
            self.documents += 1
            raise

    def _judge(self, document: Any) -> Any:
        found = super()._judge(document)
        self.documents += self._seen
        return found

    def verdicts(self, data: bytes) -> Verdicts:
        """Return the verdicts on *data*."""
        return {name: verdict(result) for name, result in zip(self.names, self.judge(data), strict=True)}


class OnSaxon:
    """The same rules, run by Saxon."""

    def __init__(self, rules: Mapping[str, library.Rules]) -> None:
        self.rules = rules

    def verdicts(self, data: bytes) -> Verdicts:
        """Return the verdicts on *data*."""
        found = library.judge(tuple(self.rules.values()), data, engine="saxon")
        return {name: verdict(result) for name, result in zip(self.rules, found, strict=True)}


@cache
def side(rules: str, engine: str) -> Watched | OnSaxon:
    """Return who judges by *rules* (``ours`` or ``official``) with *engine* (``native`` or ``saxon``)."""
    found = ours() if rules == "ours" else official_files()
    return Watched(found) if engine == "native" else OnSaxon(found)


# ---------------------------------------------------------------------------------------------------------------
# Comparing


class Difference(NamedTuple):
    """Verdicts that differ in one layer."""

    layer: str
    here: Verdict
    official: Verdict

    @property
    def only(self) -> tuple[Verdict, Verdict]:
        """The ids that only one side has: here, in the official verdict."""
        here, there = Counter(self.here), Counter(self.official)
        return tuple(sorted((here - there).elements())), tuple(sorted((there - here).elements()))

    def __str__(self) -> str:
        here, there = self.only
        return f"{self.layer}: only here {' '.join(here) or '-'}; only official {' '.join(there) or '-'}"


def differences(here: Verdicts, there: Verdicts) -> Iterator[Difference]:
    """Yield the layers in which verdicts differ."""
    for layer, expected in there.items():
        if here[layer] != expected:
            yield Difference(layer, here[layer], expected)
