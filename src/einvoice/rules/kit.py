"""What a rule is, and how the rules of the room run.

A `Rule` is a record; used as a decorator it registers the function that checks it.  The docstring of that function is
the documentation of the rule: why it matters, then a paragraph that begins with "Valid:" and shows a valid and an
invalid example.  Rules that share one function (`family`) state both in their records.

A function takes the `Invoice`.  One that asks for what other rules ask as well takes `Facts`, which are found once for
each invoice: `Rule.by_facts` and `family_by_facts`.  Rules over two invoices (`original.py`) are only declared here.

>>> from einvoice.model import Invoice
>>> [f.code for f in run(Invoice(document_kind="order"), rules=["EI-KIND"])]
['EI-KIND']
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from einvoice.errors import InternalError, UsageError
from einvoice.findings import Finding, Severity
from einvoice.model.terms import with_names
from einvoice.rules.facts import Facts

if TYPE_CHECKING:
    from einvoice.model import Invoice, Line

Check = Callable[["Invoice"], Iterator[Finding]]
FactsCheck = Callable[[Facts], Iterator[Finding]]


@dataclass(slots=True, eq=False)
class Rule:
    """A business rule.

    *code* is stable and public, *severity* the gravest that its findings have, *terms* the business terms it looks
    at, *title* what it demands in one line, *why* what goes wrong otherwise, *fix* what to do, *example* a valid and
    an invalid case, *source* where the demand comes from.
    """

    code: str
    severity: Severity
    terms: tuple[str, ...]
    title: str
    fix: str
    source: str
    why: str = ""
    example: str = ""

    def __call__(self, check: Check) -> Check:
        """Register *check* as the function of this rule, and take why and example from its docstring."""
        self._take_docstring(check.__doc__)
        return family(self)(check)

    def by_facts(self, check: FactsCheck) -> FactsCheck:
        """Register *check*, which takes `Facts`, as `__call__` does."""
        self._take_docstring(check.__doc__)
        _register((self,), check, by_facts=True)
        return check

    def _take_docstring(self, text: str | None) -> None:
        *why, example = inspect.cleandoc(text or "").split("\n\n")
        self.why = _one_line("\n".join(why))
        self.example = _one_line(example)

    def finding(
        self,
        message: str,
        *,
        path: str,
        value: object = None,
        severity: Severity | None = None,
        fix: str | None = None,
        terms: tuple[str, ...] | None = None,
    ) -> Finding:
        """Return a finding of this rule at *path* in the model; *severity*, *fix* and *terms* default to the rule's."""
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            layer="business",
            message=message,
            fix=fix or self.fix,
            terms=self.terms if terms is None else terms,
            value=None if value is None else str(value),
            model_path=path,
        )

    def text(self) -> str:
        """Return the rule for a person to read."""
        return "\n".join(
            (
                f"{self.code} ({self.severity}): {self.title}",
                f"  why:     {self.why}",
                f"  fix:     {self.fix}",
                f"  example: {self.example}",
                f"  terms:   {', '.join(with_names(self.terms))}",
                f"  source:  {self.source}",
            )
        )


_RULES: dict[str, Rule] = {}
_CHECKS: list[tuple[Callable[[Any], Iterator[Finding]], frozenset[str], bool]] = []
"""Function, codes of its rules, and whether it takes `Facts`."""

RULES: Final = MappingProxyType(_RULES)
"""All rules by code, in the order of definition."""


def family(*rules: Rule) -> Callable[[Check], Check]:
    """Return a decorator that registers one function for several *rules*, which carry their own why and example."""

    def register(check: Check) -> Check:
        _register(rules, check, by_facts=False)
        return check

    return register


def family_by_facts(*rules: Rule) -> Callable[[FactsCheck], FactsCheck]:
    """Return a decorator as that of `family`, for a function that takes `Facts`."""

    def register(check: FactsCheck) -> FactsCheck:
        _register(rules, check, by_facts=True)
        return check

    return register


def declare(*rules: Rule) -> None:
    """Make *rules* known that judge more than one invoice: `run` does not run them."""
    for rule in rules:
        if rule.code in _RULES:
            raise InternalError(f"two rules are called {rule.code}")
        _RULES[rule.code] = rule


def _register(rules: tuple[Rule, ...], check: Callable[[Any], Iterator[Finding]], *, by_facts: bool) -> None:
    declare(*rules)
    _CHECKS.append((check, frozenset(rule.code for rule in rules), by_facts))


def run(invoice: Invoice, rules: Iterable[Rule | str] | None = None) -> list[Finding]:
    """Return what the business rules find in *invoice*, in the order of the rules; [] when nothing is wrong.

    *rules* (records or codes) restricts the run.  Findings have the layer `business` and a `model_path`; the caller
    knows the source and adds path and line.  Raises UsageError for a code that does not exist.
    """
    found: list[Finding] = []
    facts = Facts(invoice)
    if rules is None:
        for check, _, by_facts in _CHECKS:
            found.extend(check(facts if by_facts else invoice))
        return found
    wanted = {(rule if isinstance(rule, Rule) else rule_of(rule)).code for rule in rules}
    for check, codes, by_facts in _CHECKS:
        if not codes.isdisjoint(wanted):
            found.extend(finding for finding in check(facts if by_facts else invoice) if finding.code in wanted)
    return found


def rule_of(code: str) -> Rule:
    """Return the rule *code*, in any case; raises UsageError when there is none."""
    rule = _RULES.get(code.strip().upper())
    if rule is None:
        import difflib

        near = difflib.get_close_matches(code.strip().upper(), _RULES, n=3)
        raise UsageError(
            f"no business rule {code!r}",
            fix=f"Did you mean {' or '.join(near)}?" if near else f"There are {', '.join(_RULES)}.",
        )
    return rule


def explain(code: str) -> str:
    """Return what the rule *code* checks, why, how to mend it, and an example; raises UsageError when there is none."""
    return rule_of(code).text()


# ---------------------------------------------------------------------------------- words for messages


def is_blank(text: str | None) -> bool:
    """Return whether nothing is stated: no text, or only blanks."""
    return not text or text.isspace()


def money(amount: Decimal, invoice: Invoice) -> str:
    """Return *amount* with the currency of *invoice*."""
    return f"{amount} {invoice.currency}" if invoice.currency else f"{amount}"


def line_name(line: Line, index: int) -> str:
    """Return how a message calls a line: by its identifier (BT-126), else by its place, counted from 1."""
    return f"line {index + 1}" if is_blank(line.identifier) else f"line {line.identifier}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
