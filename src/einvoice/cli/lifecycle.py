"""``einvoice lifecycle``: what can be done with an invoice after it is written, the request for it, and its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeGuard, TypeVar

import click

from einvoice.cli import options, output

if TYPE_CHECKING:
    from einvoice.lifecycle.machine import Allowed, InvoiceState
    from einvoice.lifecycle.request import Answer

_F = TypeVar("_F", bound=Callable[..., Any])

STATEFUL = ("collector", "netvisor", "billecta")
ALL = (*STATEFUL, "inexchange")

MASKED: Final = ("token",)
"""Values of an answer that are secrets."""


class Steps(click.Group):
    """The subcommands, in the order in which they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names as they stand here."""
        return list(self.commands)


@click.group("lifecycle", cls=Steps, context_settings=options.CONTEXT_SETTINGS)
def command() -> None:
    """The life of an invoice after it is written: activate, cancel, replace, send, extend, credit.

    Nothing here opens a connection but send --yes: request prints what is to be sent, with secrets masked, and parse
    reads an answer that was saved.
    """


def _system(systems: tuple[str, ...], *, required: bool = True) -> Callable[[_F], _F]:
    return click.option(
        "--system",
        type=click.Choice(systems, case_sensitive=False),
        required=required,
        help="The system that keeps the invoice.",
    )


# ---------------------------------------------------------------------------------- states


@command.command(
    "states",
    short_help="The states, what can be done in each, and where it leads.",
    context_settings=options.CONTEXT_SETTINGS,
)
@_system(STATEFUL, required=False)
@click.option("--svg", metavar="FILE", help="Draw the machine into FILE (- is standard output).")
@click.option("--state", metavar="STATE", help="Mark STATE in the drawing, and what is possible from there.")
def states(system: str | None, svg: str | None, state: str | None) -> None:
    """Show the states of an invoice, what can be done in each, and where it leads."""
    from einvoice.lifecycle import draw

    if svg is None:
        if state is not None:
            raise click.UsageError(
                "--state marks a state of the drawing\n  fix: give --svg FILE, or einvoice lifecycle allowed --state",
                click.get_current_context(),
            )
        output.put_text(draw.text(system))
        return
    data = draw.svg(system, None if state is None else _state(system, state)).encode("utf-8")
    if svg == output.STDOUT:
        output.put(data)
    else:
        output.write(svg, data)


# ---------------------------------------------------------------------------------- allowed


@command.command(
    "allowed", short_help="What is allowed in a state, and how.", context_settings=options.CONTEXT_SETTINGS
)
@_system(STATEFUL, required=False)
@click.option("--state", required=True, metavar="STATE", help="State of the invoice, in our words or the system's.")
@click.option(
    "--flag", "flags", multiple=True, metavar="FLAG", help="What is true beside the state: paused, disputed …"
)
@click.option("--operation", metavar="OPERATION", help="Say what follows from this one, or why it is refused.")
@options.text_or_json
def allowed(system: str | None, state: str, flags: tuple[str, ...], operation: str | None, output: str) -> None:
    """Say what is allowed in a state, how each system does it, and where it leads.

    STATE is one of ours (approved, issued …) or a word or number of the system (Pending, 1); new is no document yet.
    With --operation one that is refused ends with exit code 2, the reason, and what would be allowed.
    """
    from einvoice.lifecycle.machine import InvoiceState
    from einvoice.lifecycle.states import native_state

    known = native_state(system, state) if system is not None else None
    named = frozenset(known.flags) if known is not None and _state(system, state) == known.state else frozenset()
    here = InvoiceState(_state(system, state), frozenset(flags) | named, system)
    if operation is not None:
        _show_next(here, operation, as_json=output == "json")
    else:
        _show_allowed(here, as_json=output == "json")


def _state(system: str | None, text: str) -> str | None:
    """Return the neutral state that *text* names; None for no document."""
    from einvoice.lifecycle.states import STATES, native_state

    word = text.strip().lower()
    if word in ("new", "none"):
        return None
    if word in STATES:
        return word
    found = native_state(system, text) if system is not None else None
    if found is not None and found.state is None:
        raise click.UsageError(
            f"{found.name} of {system} may be {', '.join(found.choices) or 'anything'}\n"
            "  fix: give the one that the amounts tell",
            click.get_current_context(),
        )
    if found is None:
        import difflib

        close = difflib.get_close_matches(word, STATES, 1)
        fix = f"did you mean {close[0]}?" if close else f"one of {', '.join(STATES)}, or a word of the system"
        raise click.UsageError(f"no state {text!r}\n  fix: {fix}", click.get_current_context())
    return found.state


def _show_next(here: InvoiceState, operation: str, *, as_json: bool) -> None:
    from einvoice.report import json as report_json

    there = here.apply(operation)
    if as_json:
        found = {"tool": report_json.tool(), "operation": operation, "from": _as_dict(here), "to": _as_dict(there)}
        output.put(report_json.dumps(found))
    else:
        flags = "".join(f" +{flag}" for flag in sorted(there.flags))
        output.put_text(f"{operation}: {here.state or 'new'} → {there.state}{flags}\n")


def _show_allowed(here: InvoiceState, *, as_json: bool) -> None:
    from einvoice.report import json as report_json
    from einvoice.report import text

    found = here.allowed()
    if as_json:
        listed = [_allowed_dict(each) for each in found]
        output.put(report_json.dumps({"tool": report_json.tool(), "from": _as_dict(here), "allowed": listed}))
        return
    flags = "".join(f" +{flag}" for flag in sorted(here.flags))
    where = f" at {here.system}" if here.system is not None else ""
    lines = [f"{here.state or 'no document yet'}{flags}{where}: {text.count(len(found), 'operation')} allowed"]
    leads = {each.name: "→ " + ", ".join(target or "no document" for target in each.targets) for each in found}
    if here.system is not None:
        rows = [[each.name, leads[each.name], _ways(each, here.system), each.meaning] for each in found]
        lines += text.columns(rows, indent="  ")
    else:
        for each in found:
            lines.append(f"  {each.name} {leads[each.name]}: {each.meaning}")
            lines += text.columns([[system, _ways(each, system)] for system in each.ways], indent="      ")
    for each in found:
        lines += [f"  condition of {each.name}: {each.guard}"] if each.guard else []
        lines += [f"  not sure: {doubt}" for doubt in each.doubts]
    output.put_text("".join(f"{line.rstrip()}\n" for line in lines))


def _ways(each: Allowed, system: str) -> str:
    """Return how *system* does an operation."""
    return " or ".join(str(way) for way in each.ways[system])


def _as_dict(state: InvoiceState) -> dict[str, Any]:
    return {"state": state.state, "flags": sorted(state.flags), "system": state.system}


def _allowed_dict(each: Allowed) -> dict[str, Any]:
    return {
        "operation": each.name,
        "meaning": each.meaning,
        "to": list(each.targets),
        "ways": [
            {
                "system": system,
                "kind": way.kind,
                "native": [native.id for native in way.operations],
                "verified": all(native.verified for native in way.operations),
                "words": way.words or None,
            }
            for system, ways in each.ways.items()
            for way in ways
        ],
        "guard": each.guard or None,
        "effect": each.effect or None,
        "doubts": list(each.doubts),
    }


# ---------------------------------------------------------------------------------- request


def _asking(function: _F) -> _F:
    """Add what says which request is wanted."""
    for decorate in (
        options.context_file,
        options.source_format,
        click.option("--answer", "answer", metavar="FILE", help="InExchange: the saved answer to the look-up."),
        click.option(
            "--file", "file", metavar="FILE", help="A file whose bytes go as they are: a document, an attachment."
        ),
        click.option(
            "--param", "parameters", multiple=True, metavar="NAME=VALUE", help="A parameter, by the system's name."
        ),
        _system(ALL, required=False),
        click.argument("invoice", metavar="[INVOICE]", required=False),
        click.argument("operation", metavar="OPERATION"),
    ):
        function = decorate(function)
    return function


@command.command("request", short_help="The request that does an operation.", context_settings=options.CONTEXT_SETTINGS)
@_asking
@click.option(
    "--output",
    type=click.Choice(["http", "curl", "json"]),
    default="http",
    show_default=True,
    help="Form of the request.",
)
def request(
    operation: str,
    invoice: str | None,
    system: str | None,
    parameters: tuple[str, ...],
    file: str | None,
    answer: str | None,
    source_format: str | None,
    context_file: str | None,
    output: str,
) -> None:
    """Print the request that does OPERATION, with secrets masked.

    OPERATION is ours (activate), an id (collector.activate) or the system's word (ActivateInvoice). INVOICE is a file
    in any format that is read, or -; parameters that are not given come from it and from the context.

    Credentials come from the environment (EINVOICE_COLLECTOR_USERNAME, EINVOICE_NETVISOR_CUSTOMER_KEY …); placeholders
    stand where they are not set. What is not sure goes to standard error.
    """
    from einvoice.cli import lifecycle_calls

    given = lifecycle_calls.Given(
        invoice, source_format, options.load_context(context_file), _pairs(parameters), file, answer
    )
    lifecycle_calls.show(_owner(system, operation), operation, given, form=output)


def _owner(system: str | None, operation: str) -> str:
    """Return the system that is asked: the one named, else the one of the id."""
    owner = operation.partition(".")[0]
    if system is None and owner not in ALL:
        raise click.UsageError(
            f"{operation} is asked of no system\n  fix: give --system {'|'.join(ALL)}", click.get_current_context()
        )
    return system or owner


def _pairs(parameters: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in parameters:
        name, equals, value = each.partition("=")
        if not equals or not name.strip():
            raise click.UsageError(
                f"--param {each!r} has no name and value\n  fix: write --param InvoiceNo=4576392",
                click.get_current_context(),
            )
        if name.strip() in found:
            raise click.UsageError(
                f"--param {name.strip()} is given twice\n  fix: leave one out", click.get_current_context()
            )
        found[name.strip()] = value
    return found


# ---------------------------------------------------------------------------------- send


@command.command(
    "send", short_help="Send the request that does an operation.", context_settings=options.CONTEXT_SETTINGS
)
@_asking
@click.option("--yes", is_flag=True, help="Send it; without this it is a dry run.")
@click.option("--keyring", is_flag=True, help="Take secrets that the environment does not have from the keyring.")
@click.option(
    "--retries", type=click.IntRange(0, 10), default=2, show_default=True, help="Attempts after the first one."
)
@click.option("--timeout", type=click.FloatRange(0.001, 3600), metavar="SECONDS", help="Limit of one attempt in all.")
@click.option("--save", metavar="FILE", help="Keep the answer as it came, for einvoice lifecycle parse.")
@options.text_or_json
def send(
    operation: str,
    invoice: str | None,
    system: str | None,
    parameters: tuple[str, ...],
    file: str | None,
    answer: str | None,
    source_format: str | None,
    context_file: str | None,
    yes: bool,
    keyring: bool,
    retries: int,
    timeout: float | None,
    save: str | None,
    output: str,
) -> None:
    """Send the request that does OPERATION, and say what came of it; needs einvoice-nordic[send].

    Without --yes nothing is sent: the request is checked and printed, with secrets masked. OPERATION, INVOICE and
    parameters are those of einvoice lifecycle request.

    Credentials come from the environment (EINVOICE_NETVISOR_CUSTOMER_KEY …) or, with --keyring, from the keyring of the
    machine. Only what does no harm twice is sent again.

    Exits with 1 when the system refused, and with 3 when nothing was sent, nothing that can be read came back, or
    nobody knows whether it was done; then the message says where to look.
    """
    from einvoice.cli import lifecycle_calls, lifecycle_send

    given = lifecycle_calls.Given(
        invoice, source_format, options.load_context(context_file), _pairs(parameters), file, answer
    )
    how = lifecycle_send.How(yes, keyring, retries, timeout, save, as_json=output == "json")
    click.get_current_context().exit(lifecycle_send.run(_owner(system, operation), operation, given, how))


# ---------------------------------------------------------------------------------- parse


@command.command("parse", short_help="What a saved answer says.", context_settings=options.CONTEXT_SETTINGS)
@click.argument("file", metavar="FILE")
@_system(ALL)
@click.option("--operation", metavar="OPERATION", help="What was asked; without it the answer has to tell.")
@options.text_or_json
def parse(file: str, system: str, operation: str | None, output: str) -> None:
    """Read a saved answer: what was done, or why not, and whether to try again.

    FILE holds the body, or the body behind its head as curl -i saves it; - is standard input. Tokens are masked.

    Exits with 1 when the system refused, and with 3 when the answer says nothing of the invoice.
    """
    from einvoice.cli.lifecycle_calls import fetch, system_named
    from einvoice.lifecycle import systems
    from einvoice.lifecycle.response import read_saved

    where = system_named(system)
    asked = None if operation is None else systems.operation_id(where, operation)
    found = systems.parse(where, read_saved(fetch(file)), asked)
    _show_answer(found, file, as_json=output == "json")
    click.get_current_context().exit(_code(found))


def _code(answer: Answer) -> int:
    """Return the exit code: 1 for a refusal, 3 for what is no answer of the system."""
    if answer.ok:
        return 0
    nothing = any(each.severity == "error" for each in answer.findings)
    return 3 if nothing else 1


def _show_answer(answer: Answer, file: str, *, as_json: bool) -> None:
    from einvoice.report import json as report_json
    from einvoice.report import text

    if as_json:
        found = {
            "tool": report_json.tool(),
            "system": answer.system,
            "operation": answer.operation,
            "ok": answer.ok,
            "code": answer.code,
            "meaning": answer.meaning,
            "fix": answer.fix,
            "retry": answer.retry,
            "values": plain_values(answer),
            "findings": [finding.as_dict() for finding in answer.findings],
        }
        output.put(report_json.dumps(found))
        return
    verdict = "done" if answer.ok else "refused" if _code(answer) == 1 else "no answer"
    code = f" ({answer.code})" if answer.code is not None and not answer.ok else ""
    lines = [text.one_line(f"{file}: {answer.operation or answer.system}: {verdict}{code}")]
    if verdict == "refused":
        again = "the same request may succeed later" if answer.retry else "not as it is"
        rows = [["meaning", answer.meaning or ""], ["fix", answer.fix or ""], ["again", again]]
        lines += text.columns([[name, text.one_line(cell)] for name, cell in rows if cell], indent="  ")
    lines += value_lines(answer)
    lines += text.grouped(answer.findings)
    output.put_text("".join(f"{line.rstrip()}\n" for line in lines))


def plain_values(answer: Answer) -> Any:
    """Return the values of *answer* for JSON, tokens masked."""
    return _plain(_without_secrets(answer))


def _without_secrets(answer: Answer) -> dict[str, Any]:
    return {name: "***" if name in MASKED else value for name, value in answer.values.items()}


def value_lines(answer: Answer) -> list[str]:
    """Return the values of *answer* for a person to read, tokens masked; a list of records is a block each."""
    from einvoice.report import text

    values = {
        name: ", ".join(value) if isinstance(value, tuple) and value and _are_words(value) else value
        for name, value in _without_secrets(answer).items()
    }
    single = {name: value for name, value in values.items() if not isinstance(value, list | tuple | dict)}
    lines = text.columns([[name, text.one_line(str(_plain(value)))] for name, value in single.items()], indent="  ")
    for name, value in values.items():
        if name in single:
            continue
        records = [value] if isinstance(value, dict) else list(value)
        lines.append(f"  {name}: {len(records)}")
        for record in records:
            cells = record.items() if isinstance(record, dict) else [("", record)]
            said = [f"{key} {_plain(cell)}".strip() for key, cell in cells if cell is not None]
            lines.append(text.one_line("    " + ", ".join(said)))
    return lines


def _are_words(values: tuple[Any, ...]) -> TypeGuard[tuple[str, ...]]:
    return all(isinstance(each, str) for each in values)


def _plain(value: Any) -> Any:
    """Return *value* as JSON has it: numbers and dates as text, bytes by their number."""
    from datetime import date
    from decimal import Decimal

    if isinstance(value, dict):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return f"{len(value):,} bytes"
    return value if value is None or isinstance(value, bool | int | str) else str(value)
