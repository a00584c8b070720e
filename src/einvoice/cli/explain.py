"""``einvoice explain``: what a code means, why it matters, how to mend it; without a code, which codes there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from einvoice.cli import options, output
from einvoice.findings import error_code

if TYPE_CHECKING:
    from einvoice.cli.codes import Code


@click.command("explain", context_settings=options.CONTEXT_SETTINGS)
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@click.option("--list", "listed", is_flag=True, help="One line for each code, of all when none is named.")
def command(codes: tuple[str, ...], listed: bool) -> None:
    """Say what CODE checks, why it matters, how to mend it, and show an example.

    CODE is a code that findings carry, in any case: an official rule (BR-CO-10, PEPPOL-EN16931-R120), a rule of
    Finvoice (FV-50), a business rule or reading note (EI-…), a loss (LOSS-…), a fault of the schema (XSD-…,
    JSON-…), an obstacle on the way to the receiver (E-ROUTE-…, W-ROUTE-…); or the name of an exception
    (NotWellFormed).

    A beginning (BR-CO) or a pattern ('BR-CO-*') lists the codes that it names.  Without a code the families are
    listed.
    """
    if not codes:
        output.put_text(everything() if listed else families())
        return
    output.put_text("\n".join(explain(code, listed=listed) + "\n" for code in codes))


def explain(code: str, *, listed: bool = False) -> str:
    """Return the explanation of *code*, or the list of the codes that it names as a beginning or a pattern.

    *listed* asks for a list also of a single code.  Raises `UsageError` with what is close when there is none.
    """
    from einvoice.cli import codes
    from einvoice.errors import UsageError

    key = code.strip().upper()
    if not listed and (text := codes.text_of(key)) is not None:
        return text
    found = codes.matching(code)
    if listed and key in codes.catalogue():
        found = [codes.catalogue()[key], *(each for each in found if each.code != key)]
    if found:
        return "\n".join(_rows(found))
    if (text := codes.text_of(error_code(code.strip()))) is not None:
        return text
    known = codes.catalogue()
    if any(mark in key for mark in "*?["):
        raise UsageError(f"no code matches {code!r}", fix="einvoice explain lists the families of codes")
    raise UsageError(f"this version explains no code {code!r}", fix=codes.close_to(key, list(known)))


def families() -> str:
    """Return the families of codes: how many there are in each, and how their codes look."""
    from einvoice.cli import codes
    from einvoice.report import text

    rows = []
    for family in codes.FAMILIES:
        members = [code.code for code in codes.catalogue().values() if code.family == family.key]
        if members:
            shown = members[0] if len(members) == 1 else f"{members[0]} … {members[-1]}"
            rows.append([shown, str(len(members)), family.title])
    number = len(codes.catalogue())
    lines = [
        f"{number} codes.  einvoice explain CODE explains one, einvoice explain 'BR-CO-*' lists some,",
        "einvoice explain --list lists all.",
        "",
        *text.columns(rows, right=[1]),
    ]
    return "".join(f"{line}\n" for line in lines)


def everything() -> str:
    """Return one line for each code there is."""
    from einvoice.cli import codes

    return "".join(f"{line}\n" for line in _rows(list(codes.catalogue().values())))


def _rows(codes: Sequence[Code]) -> list[str]:
    from einvoice.report import text

    return text.columns([[each.code, each.severity, text.one_line(each.title)] for each in codes])
