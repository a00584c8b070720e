"""What real systems answered, and what vendors show, over the network: nothing of it breaks the sender."""

import pytest
from tests.lifecycle import server as local
from tests.lifecycle.server import Got, says
from tests.lifecycle.test_round_trip import ACCOUNTS, REQUESTS
from tests.lifecycle.test_transport import FAST, leaks

from einvoice.lifecycle.transport import Sender

pytestmark = pytest.mark.conformance

ASKED = [
    # in the name of the file, the request that it answers
    ("salesinvoicelist", "netvisor.list"),
    ("salesinvoice-add", "netvisor.create"),
    ("salesinvoice-edit", "netvisor.edit"),
    ("updatesalesinvoicestatus", "netvisor.set_status"),
    ("", "netvisor.get"),
]
REFUSED = ("authentication-failed", "not-found")


@pytest.fixture
def send(clock):
    def send(name):
        request = REQUESTS[name]
        account = ACCOUNTS[request.system]
        sender = Sender(request.system, account, dry_run=False, timeout=FAST, retries=0, clock=clock)
        return sender.send(request)

    return send


def files(folder, kind):
    found = sorted(folder.glob(f"*.{kind}"))
    assert found
    return found


def test_answers_of_netvisor(server, send, shared):
    for path in files(shared("corpora", "netvisor", "responses"), "xml"):
        name = next(name for part, name in ASKED if part in path.name)
        server.play(says(200, path.read_bytes()))
        answer = send(name)
        wanted = "refused" if any(part in path.name for part in REFUSED) else "done"
        assert (path.name, answer.outcome) == (path.name, wanted), answer.meaning
        assert answer.status == 200


def test_broken_answers_of_netvisor(server, send, shared):
    outcomes = {}
    for path in files(shared("corpora", "netvisor", "negative"), "xml"):
        server.play(says(200, path.read_bytes()))
        answer = send("netvisor.set_status")
        outcomes[path.name] = answer.outcome
        assert not leaks(repr(answer))
        assert answer.ok == (answer.outcome == "done")
        assert answer.outcome != "unknown" or answer.look_up.request is not None
    assert outcomes.pop("avanio-2023-authentication-failed-unescaped-ampersands.xml") == "refused"
    vague = {name: outcome for name, outcome in outcomes.items() if name.startswith("avanio-")}
    assert {name for name, outcome in vague.items() if outcome == "refused"} == {
        "avanio-failed-without-message.xml",
        "avanio-failed-without-timestamp.xml",
    }
    assert set(vague.values()) == {"refused", "unknown"}


def test_errors_of_billecta(server, send, shared):
    for path in files(shared("corpora", "billecta"), "json"):
        if "error-400" in path.name:
            server.play(says(400, path.read_bytes(), "application/json; charset=utf-8"))
            answer = send("billecta.create")
            assert (path.name, answer.outcome, answer.status) == (path.name, "refused", 400)
            assert answer.meaning


def test_list_of_billecta(server, send, shared):
    data = shared("corpora", "billecta", "invoice-status-list-response.json").read_bytes()
    server.play(says(200, data, "application/json"))
    answer = send("billecta.list_open")
    assert (answer.outcome, len(answer.values["invoices"]) > 0) == ("done", True), answer.meaning


def test_samples_of_the_vendor_pass_the_checks_of_the_server(shared, monkeypatch):
    monkeypatch.setattr(local, "COLLECTOR", {"Username": "USERNAME", "Password": "PASSWORD"})
    for path in files(shared("corpora", "collector"), "xml"):
        body = path.read_bytes()
        name = "CancelInvoice" if path.name.startswith("cancel") else "ExtendDueDate"
        action = f'"http://schemas.ecommerce.collector.se/v30/PaymentService/IPaymentServiceV10/{name}"'
        headers = {"content-type": "text/xml; charset=utf-8", "soapaction": action}
        got = Got("POST", "/v3.0/PaymentServiceV10.svc", "ecommerce.collector.se", headers, body)
        assert local.collector(got, None).status == 200
