"""``einvoice lifecycle send`` against the systems of server.py: exit codes, what is shown, and that no secret is."""

import json
from datetime import UTC, datetime

import pytest
from tests.cli.program import run
from tests.lifecycle import server as local
from tests.lifecycle.server import page
from tests.lifecycle.test_transport import leaks

ENVIRONMENT = {
    "EINVOICE_NETVISOR_SENDER": local.NETVISOR["Sender"],
    "EINVOICE_NETVISOR_CUSTOMER_ID": local.NETVISOR["CustomerId"],
    "EINVOICE_NETVISOR_PARTNER_ID": local.NETVISOR["PartnerId"],
    "EINVOICE_NETVISOR_ORGANISATION_ID": local.NETVISOR["organisation"],
    "EINVOICE_NETVISOR_CUSTOMER_KEY": local.NETVISOR["customer_key"],
    "EINVOICE_NETVISOR_PARTNER_KEY": local.NETVISOR["partner_key"],
    "EINVOICE_COLLECTOR_USERNAME": local.COLLECTOR["Username"],
    "EINVOICE_COLLECTOR_PASSWORD": local.COLLECTOR["Password"],
    "EINVOICE_BILLECTA_TOKEN": local.BILLECTA,
    "EINVOICE_INEXCHANGE_API_KEY": local.INEXCHANGE["APIKey"],
}
STATUS = ("netvisor.set_status", "--param", "netvisorkey=88017", "--param", "status=paid")
CANCEL = ("cancel", "--system", "collector", "--param", "InvoiceNo=4576392", "--param", "CountryCode=SE")


@pytest.fixture
def send(server, monkeypatch):
    """Run the command; nothing it prints holds a secret."""
    server.clock = lambda: datetime.now(UTC)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)

    def send(*arguments):
        found = run("lifecycle", "send", *arguments)
        assert not leaks(found.text + found.stderr)
        return found

    return send


@pytest.mark.parametrize(
    "arguments",
    [
        STATUS,
        CANCEL,
        ("activate", "--system", "billecta", "--param", "id=2499990041"),
        ("inexchange.create_token", "--param", "erpId=company-7"),
    ],
    ids=["netvisor", "collector", "billecta", "inexchange"],
)
def test_yes_sends_and_nothing_else_does(server, send, arguments):
    dry = send(*arguments)
    assert (dry.code, server.connections) == (0, 0)
    assert "***" in dry.text
    assert "a dry run: the request was checked, and not sent" in dry.stderr
    done = send(*arguments, "--yes")
    assert (done.code, len(server.got)) == (0, 1), done.stderr + done.text
    assert ": done\n" in done.text


def test_values_are_shown(send):
    shown = send("netvisor.get", "--param", "netvisorkey=88017", "--yes")
    assert "invoice_number  1001" in shown.text
    assert "issued" in shown.text


def test_refusal(server, send):
    server.play(lambda handler: handler.reply(local.soap_fault("INVALID_INVOICE_STATUS")))
    refused = send(*CANCEL, "--yes")
    assert refused.code == 1
    assert refused.text.startswith("collector.cancel: refused (INVALID_INVOICE_STATUS)\n")


def test_nobody_knows(server, send):
    server.play(page(502, "Bad Gateway"))
    shown = send(*STATUS, "--yes")
    assert shown.code == 3
    assert "netvisor.set_status: unknown (UNKNOWN)" in shown.text
    assert "look before you repeat" in shown.text
    assert "getsalesinvoice.nv?netvisorkey=88017" in shown.text
    server.play(page(502, "Bad Gateway"))
    told = json.loads(send(*STATUS, "--yes", "--output", "json").stdout)
    assert (told["outcome"], told["attempts"], told["status"]) == ("unknown", 1, 502)
    assert told["look_up"]["request"]["operation"] == "netvisor.get"
    assert len(told["request_ids"]) == 1


def test_nothing_was_sent(send, monkeypatch):
    def refuse(*args, **kwargs):
        raise ConnectionRefusedError("no")

    monkeypatch.setattr("socket.create_connection", refuse)
    shown = send(*STATUS, "--yes")
    assert (shown.code, "not-sent (NOT-SENT)" in shown.text) == (3, True)


def test_interruption_of_an_act_is_no_small_matter(send, monkeypatch):
    def interrupt(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("einvoice.lifecycle.wire.exchange", interrupt)
    shown = send(*STATUS, "--yes")
    assert shown.code == 130
    assert "unknown whether it was done: look before you repeat" in shown.stderr
    shown = send("netvisor.get", "--param", "netvisorkey=88017", "--yes")
    assert (shown.code, "unknown" in shown.stderr) == (130, False)


def test_saved_answer_can_be_parsed(server, send, tmp_path):
    kept = tmp_path / "answer.http"
    assert send("inexchange.create_token", "--param", "erpId=company-7", "--yes", "--save", str(kept)).code == 0
    assert kept.read_bytes().startswith(b"HTTP/1.1 200\r\n")
    assert b'"token": "another-token"' in kept.read_bytes()
    read = run("lifecycle", "parse", str(kept), "--system", "inexchange")
    assert (read.code, "done" in read.text) == (0, True)


def test_time_limit(server, send):
    server.play(local.silent)
    shown = send(*STATUS, "--yes", "--timeout", "0.05")
    assert (shown.code, "0.05 s" in shown.text) == (3, True)


def test_credentials_that_are_not_set(server, send, monkeypatch):
    monkeypatch.delenv("EINVOICE_COLLECTOR_PASSWORD")
    shown = send(*CANCEL, "--yes")
    assert (shown.code, server.connections) == (2, 0)
    assert "not set: EINVOICE_COLLECTOR_PASSWORD" in shown.stderr


def test_httpx_that_is_not_installed(send, monkeypatch):
    import importlib.util

    real = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *rest: None if name == "httpx" else real(name, *rest))
    shown = send(*STATUS, "--yes")
    assert shown.code == 6
    assert "fix: pip install 'einvoice-nordic[send]'" in shown.stderr
    assert send(*STATUS).code == 0
