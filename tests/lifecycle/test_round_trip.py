"""Every operation of every system over the network: each golden request, sent, lost, and only looked at."""

import logging
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.lifecycle import server as local
from tests.lifecycle.goldens import FOLDER
from tests.lifecycle.test_transport import FAST, everything, leaks

from einvoice.lifecycle import billecta, collector, inexchange, netvisor
from einvoice.lifecycle.operations import NATIVE
from einvoice.lifecycle.request import SYSTEMS, Request
from einvoice.lifecycle.transport import Sender

ACCOUNTS = {
    "netvisor": netvisor.Credentials(
        local.NETVISOR["Sender"],
        local.NETVISOR["CustomerId"],
        local.NETVISOR["PartnerId"],
        local.NETVISOR["organisation"],
        customer_key=local.NETVISOR["customer_key"],
        partner_key=local.NETVISOR["partner_key"],
    ),
    "collector": collector.Credentials(local.COLLECTOR["Username"], local.COLLECTOR["Password"]),
    "billecta": billecta.Credentials(local.BILLECTA),
    "inexchange": inexchange.Credentials(local.INEXCHANGE["APIKey"], local.INEXCHANGE["ClientToken"]),
}


def read(path: Path) -> Request:
    """Return the request in a golden file (`goldens.shown`)."""
    text = path.read_text(encoding="utf-8")
    at = text.rindex("\n# ", 0, text.index("; repeatable: "))
    operation, repeatable, _ = text[at + 3 :].split("\n")[0].split("; ")
    head, _, body = text[: at + 1].partition("\n\n")
    first, *lines = head.rstrip("\n").split("\n")
    method, url = first.split(" ")
    address, _, query = url.partition("?")
    pairs = [pair.partition("=") for pair in query.split("&")] if query else []
    return Request(
        operation.partition(".")[0],
        operation,
        method,
        address,
        tuple((unquote(name), unquote(value)) for name, _, value in pairs),
        tuple(tuple(line.split(": ", 1)) for line in lines),
        body.rstrip("\n").encode() or None,
        repeatable=repeatable == "repeatable: True",
        secrets=frozenset(secret for secret in local.SECRETS),
    )


REQUESTS = {path.stem: read(path) for path in sorted(FOLDER.glob("*.http"))}


@pytest.fixture
def send(clock):
    def send(request, **options):
        options = {"dry_run": False, "timeout": FAST, "retries": 0, "clock": clock, "sleep": clock.sleep} | options
        return Sender(request.system, ACCOUNTS[request.system], **options).send(request)

    return send


def test_every_operation_has_a_request():
    asked = {request.operation for request in REQUESTS.values()}
    assert {request.system for request in REQUESTS.values()} == set(SYSTEMS)
    assert set(NATIVE) - asked == set()


@pytest.mark.parametrize("name", REQUESTS)
def test_done(server, send, name, caplog):
    caplog.set_level(logging.DEBUG)
    request = REQUESTS[name]
    answer = send(request)
    assert (answer.outcome, answer.ok, answer.operation) == ("done", True, request.operation), answer.meaning
    assert [finding.message for finding in answer.findings if finding.severity == "error"] == []
    (got,) = server.got
    assert (got.method, f"https://{got.host}{got.target}") == (request.method, request.full_url)
    assert got.body == (request.body or b"")
    assert not leaks(repr(answer) + caplog.text)


@pytest.mark.parametrize("name", REQUESTS)
def test_lost(server, send, name):
    request = REQUESTS[name]
    server.play(local.hang_up)
    answer = send(request)
    assert len(server.got) == 1
    if request.repeatable:
        assert (answer.outcome, answer.retry, answer.look_up) == ("unanswered", True, None)
        return
    assert (answer.outcome, answer.retry) == ("unknown", False)
    assert not leaks(everything(answer))
    asked = answer.look_up.request
    assert (asked is None) == (name in BY_HAND), answer.look_up.words
    if asked is not None:
        assert asked.repeatable
        assert asked.operation.partition(".")[2].partition("_")[0] in ("get", "list", "find")
        assert send(asked).outcome == "done"


NONSENSE = {
    "page": local.page(200, "Logga in"),
    "gateway": local.page(502, "Bad Gateway"),
    "broken-json": local.says(200, b'{"PublicId": "24', "application/json"),
    "json": local.says(200, b'["what"]', "application/json"),
    "xml": local.says(200, b"<what/>"),
    "broken-xml": local.says(200, b"<what><is", "text/xml"),
    "bytes": local.says(200, b"\x89PNG\r\n\x1a\n\x00\xff", "image/png"),
    "number": local.says(200, b"17", "application/json"),
}


@pytest.mark.parametrize("act", NONSENSE.values(), ids=NONSENSE)
@pytest.mark.parametrize("name", ["netvisor.set_status", "collector.activate", "billecta.create", "inexchange.send"])
def test_nonsense_is_no_answer(server, send, name, act):
    server.play(act)
    answer = send(REQUESTS[name])
    assert (answer.outcome, answer.ok, answer.code) == ("unknown", False, "UNKNOWN"), answer.meaning


BY_HAND = {
    "billecta.cancel_card_payment",
    "billecta.preview_posted",
    "billecta.refund_card_payment",
    "billecta.refund_swish_payment",
    "billecta.rotrut_processed_second_form",
    *(name for name in REQUESTS if name.startswith("collector.") and name != "collector.cancel-newer"),
}
"""Requests that have no request to look: nothing would tell, or it wants what the lost one does not hold.

GetInvoiceInformation of Collector wants the address of the customer (ClientIpAddress), and knows a status only.
"""


@pytest.mark.parametrize("name", REQUESTS)
def test_shown(server, send, name):
    answer = send(REQUESTS[name], dry_run=True)
    assert (answer.outcome, server.connections) == ("dry-run", 0)
    assert not leaks(everything(answer))
