"""``einvoice explain``: what a code means, why it matters, how to mend it."""

from __future__ import annotations

import difflib

import click

from einvoice.cli import options, output


@click.command("explain", context_settings=options.CONTEXT_SETTINGS)
@click.argument("code")
def command(code: str) -> None:
    """Say what CODE checks, why it matters, how to mend it, and show an example.

    CODE is a code that findings carry, in any case: a business rule or reading note (EI-…), a loss (LOSS-…), a fault
    of the schema (XSD-…).
    """
    output.put_text(explain(code) + "\n")


def explain(code: str) -> str:
    """Return the explanation of *code*; raises `UsageError` with what is close when there is none."""
    from einvoice.errors import UsageError
    from einvoice.report.codes import EXPLANATIONS
    from einvoice.rules import RULES

    key = code.strip().upper()
    if key in RULES:
        return RULES[key].text()
    if key in EXPLANATIONS:
        return EXPLANATIONS[key].text()
    known = [*RULES, *EXPLANATIONS]
    close = difflib.get_close_matches(key, known, 3) or [other for other in known if other.startswith(key)][:3]
    raise UsageError(
        f"this version explains no code {code!r}",
        fix=f"did you mean {', '.join(close)}?" if close else "take a code as findings show it, such as EI-READ-VALUE",
    )
