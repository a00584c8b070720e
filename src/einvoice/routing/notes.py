"""What is noted while a decision is made: reasons, findings, and what is missing."""

from __future__ import annotations

from typing import Literal

from einvoice.context import BILLECTA_DEBTOR, Context, toml_text
from einvoice.findings import Finding
from einvoice.routing.codes import CODES
from einvoice.routing.decision import Missing, Reason, Side
from einvoice.routing.numbers import Numbers

About = Literal["seller", "buyer", "channel", "document"]


class Notes:
    """Collects what a decision says, in the order in which it is made."""

    def __init__(self, context: Context) -> None:
        self.place = context.source or "einvoice.toml (given with --context)"
        self.reasons: list[Reason] = []
        self.findings: list[Finding] = []
        self.missing: list[Missing] = []

    def say(self, about: About, rule: str, text: str) -> None:
        """Add a step of the decision."""
        self.reasons.append(Reason(about, rule, text))

    def find(
        self,
        code: str,
        message: str,
        path: str,
        *,
        fix: str | None = None,
        value: str | None = None,
        terms: tuple[str, ...] = (),
    ) -> None:
        """Add a finding, once."""
        finding = CODES[code].finding(message, path, fix=fix, value=value, terms=terms)
        if finding not in self.findings:
            self.findings.append(finding)

    def lack(
        self, about: Literal["seller", "buyer", "document"], key: str, term: str, code: str | None, add: str
    ) -> None:
        """Add something that is missing, once for each key and code."""
        if not any((m.about, m.key, m.code) == (about, key, code) for m in self.missing):
            self.missing.append(Missing(about, key, term, code, add))

    def found(self, *codes: str, about: Side | None = None) -> bool:
        """Say whether there is a finding with one of *codes*, of one party or of any."""
        return any(
            f.code in codes and (about is None or (f.model_path or "").split(".")[0] == about) for f in self.findings
        )


def lines_for(numbers: Numbers, **values: str) -> str:
    """Return the lines of the context that would add *values*, by their keys, to the card of a party."""
    debtor = numbers.keys.get(BILLECTA_DEBTOR)
    known = {} if numbers.side == "seller" else {k: v for k, v in numbers.keys.items() if k != BILLECTA_DEBTOR}
    lines = [f"{key} = {toml_text(value)}" for key, value in (known | values).items()]
    if debtor is not None:
        lines += ["[billecta.debtors]", f'"…" = {toml_text(debtor)}']
    return " | ".join(("[seller]" if numbers.side == "seller" else "[[customers]]", *lines))
