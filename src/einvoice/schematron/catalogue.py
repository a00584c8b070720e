"""The rules of the built-in rule sets by id, as they explain themselves: for ``einvoice explain`` and docs/rules.md.

What is read is the shipped form of each built-in rule set: no Schematron is parsed and no XPath.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from einvoice.findings import Severity
from einvoice.schematron import library
from einvoice.schematron.schema import Assertion


@dataclass(frozen=True, slots=True)
class OfficialRule:
    """A rule of a built-in edition: *ruleset* is the id of the edition, *edition* what its publisher calls it.

    *levels* are the severities that it may have, the gravest first: one, but for rules of Finvoice.
    """

    id: str
    assertion: Assertion
    ruleset: str
    edition: str
    levels: tuple[Severity, ...]

    @property
    def severity(self) -> Severity:
        """How grave it is when the rule is broken; an official ``fatal`` is an error."""
        return self.levels[0]


@cache
def official_rules() -> Mapping[str, OfficialRule]:
    """Return every rule by id, rule set by rule set, in the order of the rules.

    Where several editions have a rule, the last one speaks; where a rule is asked of several elements or on two levels,
    the first of its assertions.
    """
    found: dict[str, OfficialRule] = {}
    for ruleset in library.MAIN:
        schema = library.built_in(ruleset).schema
        asked: dict[str, list[Assertion]] = {}
        for assertion in schema.assertions:
            if assertion.id is not None:
                asked.setdefault(assertion.id, []).append(assertion)
        for id, assertions in asked.items():
            found[id] = OfficialRule(id, assertions[0], ruleset, schema.title or ruleset, _levels(assertions))
    return MappingProxyType(found)


def _levels(assertions: Iterable[Assertion]) -> tuple[Severity, ...]:
    warnings = [assertion.flag == "warning" for assertion in assertions]
    if all(warnings):
        return ("warning",)
    return ("error", "warning") if any(warnings) else ("error",)
