"""What an engine finds: which rules fired, which assertions failed, where, and what could not be evaluated.

Both engines give the same `Result` for the same document, location for location; `svrl.py` writes it, and the layers
make findings of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from einvoice.schematron.schema import Assertion


class Place(NamedTuple):
    """An assertion in its schema: numbers of pattern, rule and item of the rule's body, from 0."""

    pattern: int
    rule: int
    item: int


@dataclass(frozen=True, slots=True)
class Failure:
    """An assertion that failed (or a report that fired) at one node.

    *location* is an absolute XPath 2 of the context node: ``/*:Invoice[namespace-uri()='…'][1]/…``, an attribute as
    ``/@name`` (`svrl.location_of`).  *subject* is the same of the node at fault, where the rule names another one.
    *line* counts from 1, None when the engine does not know it.  *value* is the text of the subject when it is a leaf
    or an attribute.
    """

    place: Place
    assertion: Assertion
    location: str
    message: str
    subject: str | None = None
    line: int | None = None
    value: str | None = None
    diagnostics: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RuleError:
    """An assertion that could not be evaluated at one node: the official engine stops here, and gives no report.

    *code* is the error code of XPath (``FORG0001``), *message* says what the expression met.
    """

    place: Place
    assertion: Assertion
    location: str
    code: str
    message: str
    line: int | None = None


class Fired(NamedTuple):
    """A rule that took a node; *context* as it stands in the schema."""

    pattern: int
    rule: int
    location: str


@dataclass(frozen=True, slots=True)
class Result:
    """What one rule set says of one document, everything in the order of pattern and document.

    *fired* has one entry per node and rule.  An engine may leave it out (`None`) when only the verdict is asked for;
    *rules_fired* counts the entries in any case.
    """

    failures: tuple[Failure, ...]
    errors: tuple[RuleError, ...]
    rules_fired: int
    fired: tuple[Fired, ...] | None = None

    @property
    def failed_ids(self) -> tuple[str, ...]:
        """The ids of the failed assertions, one per failure, sorted: what two verdicts are compared by."""
        return tuple(sorted(failure.assertion.id or "" for failure in self.failures))
