"""``einvoice lifecycle send``: the request, and what came of it, for a person or as JSON."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Final

import click

from einvoice.cli import lifecycle_calls, output

if TYPE_CHECKING:
    from einvoice.cli.lifecycle_calls import Given
    from einvoice.lifecycle.transport import Sent

CODES: Final = {"done": 0, "dry-run": 0, "refused": 1, "unknown": 3, "unanswered": 3, "not-sent": 3}
"""Outcome → exit code."""


@dataclasses.dataclass(frozen=True)
class How:
    """How to send: really or not, secrets from the keyring or not, and what to do with the answer."""

    yes: bool
    keyring: bool = False
    retries: int = 2
    timeout: float | None = None
    save: str | None = None
    as_json: bool = False


def run(system: str, operation: str, given: Given, how: How) -> int:
    """Send the request that does *operation* at *system*, show the answer and return the exit code."""
    from einvoice.lifecycle import credentials
    from einvoice.lifecycle.transport import Sender
    from einvoice.lifecycle.wire import Timeout, require

    where = lifecycle_calls.system_named(system)
    who = None
    if how.yes:
        require()
        who = credentials.load(where, keyring=how.keyring)
        given = dataclasses.replace(given, credentials=who)
    request = lifecycle_calls.made(system, operation, given)
    lifecycle_calls.show_notes(request)
    timeout = Timeout() if how.timeout is None else Timeout(min(10.0, how.timeout), how.timeout, how.timeout)
    sender = Sender(where, who, dry_run=not how.yes, retries=how.retries, timeout=timeout)
    try:
        sent = sender.send(request)
    except KeyboardInterrupt:
        if how.yes and not request.repeatable:
            click.echo("einvoice: interrupted: unknown whether it was done: look before you repeat", err=True)
        raise
    if how.as_json:
        _show_json(sent)
    else:
        _show(sent)
    if how.save is not None and sent.response is not None:  # last: what came of it has been told, whatever happens here
        output.write(how.save, _saved(sent))
    return CODES[sent.outcome]


def _saved(sent: Sent) -> bytes:
    """Return the answer as ``curl -i`` saves it."""
    assert sent.response is not None
    head = [f"HTTP/1.1 {sent.response.status}", *(f"{name}: {value}" for name, value in sent.response.headers)]
    return ("\r\n".join(head) + "\r\n\r\n").encode("utf-8") + sent.response.body


def _show_json(sent: Sent) -> None:
    from einvoice.cli import lifecycle
    from einvoice.lifecycle import shown
    from einvoice.report import json as report_json

    look = sent.look_up
    found: dict[str, Any] = {
        "tool": report_json.tool(),
        "system": sent.system,
        "operation": sent.operation,
        "outcome": sent.outcome,
        "ok": sent.ok,
        "code": sent.code,
        "meaning": sent.meaning,
        "fix": sent.fix,
        "retry": sent.retry,
        "retry_after": sent.retry_after,
        "status": sent.status,
        "attempts": sent.attempts,
        "request_ids": list(sent.request_ids),
        "values": lifecycle.plain_values(sent),
        "findings": [finding.as_dict() for finding in sent.findings],
        "look_up": None
        if look is None
        else {"words": look.words, "request": None if look.request is None else shown.as_dict(look.request)},
        "request": None if sent.request is None else shown.as_dict(sent.request),
    }
    output.put(report_json.dumps(found))


def _show(sent: Sent) -> None:
    from einvoice.cli import lifecycle
    from einvoice.lifecycle import shown
    from einvoice.report import text

    if sent.outcome == "dry-run":
        assert sent.request is not None
        output.put_text(shown.as_http(sent.request))
        click.echo("einvoice: a dry run: the request was checked, and not sent\n  fix: --yes sends it", err=True)
        return
    code = f" ({sent.code})" if sent.code is not None and not sent.ok else ""
    lines = [text.one_line(f"{sent.operation}: {sent.outcome}{code}")]
    rows = [] if sent.ok else [["meaning", sent.meaning or ""], ["fix", sent.fix or ""]]
    if sent.outcome == "refused":
        rows.append(["again", "the same request may succeed later" if sent.retry else "not as it is"])
    rows += [["attempts", str(sent.attempts)]] if sent.attempts > 1 else []
    rows += [["sent as", ", ".join(sent.request_ids)]] if sent.request_ids and not sent.ok else []
    lines += text.columns([[name, text.one_line(cell)] for name, cell in rows if cell], indent="  ")
    lines += lifecycle.value_lines(sent)
    lines += text.grouped(sent.findings)
    output.put_text("".join(f"{line.rstrip()}\n" for line in lines))
