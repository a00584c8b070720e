"""The official rules by id, as they explain themselves: for ``einvoice explain`` and the page of all rules.

What is read is the shipped form of each built-in rule set: no Schematron is parsed and no XPath.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from einvoice.findings import Severity
from einvoice.schematron import library
from einvoice.schematron.schema import Assertion


@dataclass(frozen=True, slots=True)
class OfficialRule:
    """A rule of a built-in edition: *ruleset* is the id of the edition, *edition* what its publisher calls it."""

    id: str
    assertion: Assertion
    ruleset: str
    edition: str

    @property
    def severity(self) -> Severity:
        """How grave it is when the rule is broken; an official ``fatal`` is an error."""
        return "warning" if self.assertion.flag == "warning" else "error"


@cache
def official_rules() -> Mapping[str, OfficialRule]:
    """Return every official rule by id, rule set by rule set, in the order of the rules.

    Where several editions have a rule, the last one speaks.
    """
    found: dict[str, OfficialRule] = {}
    for ruleset in library.MAIN:
        schema = library.built_in(ruleset).schema
        for assertion in schema.assertions:
            if assertion.id is not None:
                found[assertion.id] = OfficialRule(assertion.id, assertion, ruleset, schema.title or ruleset)
    return MappingProxyType(found)
