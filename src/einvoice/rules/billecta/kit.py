"""What a rule over the JSON of Billecta is, and how such rules register.

Other than the business rules (`einvoice.rules.kit`), these see the document as it stands and say where by JSON pointer.
A function that judges several of them at once (`checks`) goes through the rows once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from einvoice.errors import InternalError
from einvoice.findings import Finding, Severity
from einvoice.model.terms import with_names

if TYPE_CHECKING:
    from einvoice.rules.billecta.document import Document

Check = Callable[["Document"], Iterator[Finding]]

SCHEMA: Final = "Billecta API, JSON schemas of April 2024"
DOCUMENTED: Final = "Billecta API, text of the documentation"
SEEN: Final = "answers of the Billecta API and its public clients"
TAKEN: Final = "taken so by einvoice; Billecta does not document it"
DIRECTIVE: Final = "Council Directive 2006/112/EC"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule over the JSON of Billecta.

    *code* is stable and public, *severity* the gravest that its findings have, *terms* the business terms it looks at,
    *title* what it demands in one line, *why* what goes wrong otherwise, *fix* what to do, *example* a valid and an
    invalid case, *source* how the demand is known.
    """

    code: str
    severity: Severity
    terms: tuple[str, ...]
    title: str
    why: str
    fix: str
    example: str
    source: str

    def at(
        self,
        pointer: str,
        message: str,
        value: object = None,
        *,
        severity: Severity | None = None,
        fix: str | None = None,
        terms: tuple[str, ...] | None = None,
    ) -> Finding:
        """Return a finding at *pointer*; *value* is the text as it stands there, the rest defaults to the rule's."""
        return Finding(
            self.code,
            severity or self.severity,
            "billecta",
            message,
            fix or self.fix,
            self.terms if terms is None else terms,
            pointer,
            value=value if isinstance(value, str) else None,
        )

    def text(self) -> str:
        """Return the rule for a person to read."""
        parts = {
            "why": self.why,
            "fix": self.fix,
            "example": self.example,
            "terms": ", ".join(with_names(self.terms)),
            "source": self.source,
        }
        lines = [f"  {f'{name}:':<8} {text}" for name, text in parts.items() if text]
        return "\n".join((f"{self.code} ({self.severity}): {self.title}", *lines))


_RULES: dict[str, Rule] = {}
_CHECKS: list[tuple[Check, tuple[Rule, ...]]] = []

RULES: Final = MappingProxyType(_RULES)
"""All rules over the JSON of Billecta by code, in the order of definition."""


def checks(*rules: Rule) -> Callable[[Check], Check]:
    """Return a decorator that registers the function which judges *rules*."""

    def register(check: Check) -> Check:
        for rule in rules:
            if rule.code in _RULES:
                raise InternalError(f"two rules are called {rule.code}")
            _RULES[rule.code] = rule
        _CHECKS.append((check, rules))
        return check

    return register


def registered() -> tuple[tuple[Check, tuple[Rule, ...]], ...]:
    """Return the functions in order, each with the rules that it judges."""
    return tuple(_CHECKS)
