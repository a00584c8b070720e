"""``einvoice explain``: what a code means, why it matters, how to mend it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

import click

from einvoice.cli import options, output

OWN: Final = "EI-"
"""What the codes of our own rules begin with: no official rule is looked up for them."""

MOST: Final = 16
"""How many codes are proposed for one that does not exist."""


@click.command("explain", context_settings=options.CONTEXT_SETTINGS)
@click.argument("code")
def command(code: str) -> None:
    """Say what CODE checks, why it matters, how to mend it, and show an example.

    CODE is a code that findings carry, in any case: an official rule (BR-CO-10, PEPPOL-EN16931-R120), a rule of
    Finvoice (FV-50), a business rule or reading note (EI-…), a loss (LOSS-…), a fault of the schema (XSD-…,
    JSON-…), an obstacle on the way to the receiver (E-ROUTE-…, W-ROUTE-…).
    """
    output.put_text(explain(code) + "\n")


def explain(code: str) -> str:
    """Return the explanation of *code*; raises `UsageError` with what is close when there is none."""
    from einvoice.errors import UsageError
    from einvoice.report.codes import EXPLANATIONS
    from einvoice.routing.codes import CODES
    from einvoice.schematron.catalogue import official_rules

    key = code.strip().upper()
    if key in EXPLANATIONS:
        return EXPLANATIONS[key].text()
    if key in CODES:
        return CODES[key].text()
    if not key.startswith(OWN) and (rule := official_rules().get(key)) is not None:
        from einvoice.report.rule import explanation

        published = "of einvoice" if rule.id.startswith("FV-") else f"published as {rule.assertion.flag}"
        source = f"{rule.edition}; rule set {rule.ruleset}, {published}"
        return explanation(rule.id, " or ".join(rule.levels), rule.assertion, source)
    from einvoice.rules import RULES, billecta

    if key in RULES:
        return RULES[key].text()
    if key in billecta.RULES:
        return billecta.RULES[key].text()
    known = [*official_rules(), *RULES, *billecta.RULES, *EXPLANATIONS, *CODES]
    raise UsageError(f"this version explains no code {code!r}", fix=_proposal(key, known))


def _proposal(key: str, known: Collection[str]) -> str:
    """Return what to type in place of *key*: the codes that are meant or that begin so, else those that look alike."""
    same = [code for code in known if _bare(code) == _bare(key)]
    longer = sorted(code for code in known if key and code.startswith(key))
    found = list(dict.fromkeys((*same, *longer)))
    if len(found) > MOST:
        return f"codes that begin so: {', '.join(found[:MOST])} and {len(found) - MOST} more"
    if found:
        return f"did you mean {', '.join(found)}?"
    import difflib

    if close := difflib.get_close_matches(key, known, 3):
        return f"did you mean {', '.join(close)}?"
    return "take a code as findings show it, such as BR-CO-10 or EI-READ-VALUE"


def _bare(code: str) -> str:
    """Return *code* without what people leave out: dashes, dots, blanks, leading zeros.

    >>> _bare("BR-CO-09") == _bare("BRCO9"), _bare("UBL-CR-100") == _bare("UBL-CR-1")
    (True, False)
    """
    return re.sub(r"[^A-Z0-9]", "", re.sub(r"(?<!\d)0+(?=\d)", "", code))
