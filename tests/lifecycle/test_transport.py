"""Sending, against the systems of server.py: what is sent again, what never, and what is said where nobody knows."""

import base64
import dataclasses
import logging
import re
import socket
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.lifecycle import server as local
from tests.lifecycle.server import COLLECTOR, NETVISOR, SECRETS, netvisor_failure, page, says, soap_fault

from einvoice.errors import EngineMissing, UsageError
from einvoice.lifecycle import collector, inexchange, netvisor
from einvoice.lifecycle.request import MASK, Request
from einvoice.lifecycle.transport import HOSTS, Sender
from einvoice.lifecycle.wire import Timeout

ME = netvisor.Credentials(
    sender=NETVISOR["Sender"],
    customer_id=NETVISOR["CustomerId"],
    partner_id=NETVISOR["PartnerId"],
    organisation_id=NETVISOR["organisation"],
    customer_key=NETVISOR["customer_key"],
    partner_key=NETVISOR["partner_key"],
)
SHOP = collector.Credentials(COLLECTOR["Username"], COLLECTOR["Password"])
FAST = Timeout(connect=5.0, read=5.0, total=20.0)
OK = local.netvisor_body()


@pytest.fixture
def sender(clock):
    def make(system="netvisor", credentials=ME, **options):
        options = {
            "dry_run": False,
            "timeout": FAST,
            "clock": clock,
            "sleep": clock.sleep,
            "jitter": lambda: 1.0,
        } | options
        return Sender(system, credentials, **options)

    return make


def asked(resource="getsalesinvoice.nv", method="GET", operation="netvisor.get", repeatable=True, **query):
    """A request to Netvisor that its sender signs."""
    query = query or {"netvisorkey": "88017"}
    return Request(
        "netvisor", operation, method, f"{netvisor.PRODUCTION}/{resource}", tuple(query.items()), repeatable=repeatable
    )


GET = asked()
STATUS = asked("updatesalesinvoicestatus.nv", "POST", "netvisor.set_status", False, netvisorkey="88017", status="paid")
DELETE = asked("deletesalesinvoice.nv", "GET", "netvisor.delete", True, invoiceid="88017")  # repeatable: a lie
ACTIVATE = {"InvoiceNo": "4576392", "CountryCode": "SE", "StoreId": 7, "CorrelationId": "order-1"}


def activate():
    return collector.build("collector.activate", parameters=ACTIVATE, credentials=SHOP)


# ------------------------------------------------------------------------------------------------------------- sending


@pytest.mark.parametrize("algorithm", netvisor.mac.ALGORITHMS)
@pytest.mark.parametrize("text", ["1001", "Åbo & Söner 7/2 100 %", "a+b=c;d'e(f)*~"])
def test_mac_holds_over_what_arrives(server, sender, algorithm, text):
    me = dataclasses.replace(ME, algorithm=algorithm)
    answer = sender(credentials=me).send(asked("salesinvoicelist.nv", operation="netvisor.list", customercode=text))
    assert (answer.outcome, answer.ok, answer.status, answer.attempts) == ("done", True, 200, 1)
    assert [each["id"] for each in answer.values["invoices"]] == ["88017"]
    (got,) = server.got
    assert got.query == {"customercode": text}
    assert answer.request_ids == (got.header("X-Netvisor-Authentication-TransactionId"),)
    assert got.header("User-Agent").startswith("einvoice/")
    assert (got.header("Accept-Encoding"), got.header("Connection")) == ("identity", "close")


def test_a_wrong_mac_is_refused_and_the_echo_shows_no_key(server, sender):
    wrong = dataclasses.replace(ME, customer_key="another-customer-key")
    answer = sender(credentials=wrong).send(STATUS)
    assert (answer.outcome, answer.code, answer.attempts) == ("refused", "AUTHENTICATION_FAILED", 1)
    assert not [secret for secret in ("another-customer-key", NETVISOR["partner_key"]) if secret in everything(answer)]


def test_soap_is_taken(server, sender):
    answer = sender("collector", SHOP).send(activate())
    assert (answer.outcome, answer.values["amount"], answer.request_ids) == ("done", 124.50, ("order-1",))
    assert server.got[0].header("Content-Type") == "text/xml; charset=utf-8"


def test_post_without_body_has_its_length(server, sender):
    assert sender().send(STATUS).ok
    assert server.got[0].header("Content-Length") == "0"


def test_no_cookie_is_kept(server, sender):
    one = sender()
    server.play(local.cookie)
    assert one.send(GET).ok and one.send(GET).ok
    assert server.got[1].header("Cookie") is None


# -------------------------------------------------------------------------------------------------- sending it again

LOST = [
    # what happens, what is said of it
    (local.reset, "broke before an answer|hung up"),
    (local.hang_up, "hung up|broke before an answer"),
    (local.garbage, "no HTTP"),
    (local.half, "breaks off"),
    (local.half_head, "hung up|breaks off"),
    (local.unmarked_half, "not well-formed|XML"),
    (local.cut_gzip, "breaks off"),
    (local.not_packed, "is not"),
    (says(200, b""), "empty"),
    (says(200, b"not XML at all", "text/plain"), "not well-formed|XML"),
    (says(200, b"\xff\xfe\x00\xd8", "application/octet-stream"), "not well-formed|XML|empty"),
    (says(200, b'{"PublicId": "1"}', "application/json"), "not well-formed|XML"),
    (page(200, "Kirjaudu"), "web page.*Kirjaudu"),
    (page(500), "web page"),
    (page(502, "Bad Gateway"), "web page.*Bad Gateway.*HTTP says 502"),
    (page(503), "web page"),
    (says(504, b"upstream request timeout", "text/plain"), "HTTP says 504"),
]
NAMES = [
    getattr(act, "__name__", "") if "lambda" not in act.__name__ else f"says-{n}" for n, (act, _) in enumerate(LOST)
]


@pytest.mark.parametrize(("act", "said"), LOST, ids=NAMES)
def test_a_question_is_asked_again(server, sender, clock, act, said):
    server.play(act, act)
    answer = sender().send(GET)
    assert (answer.outcome, answer.attempts, clock.slept) == ("done", 3, [1.0, 2.0])
    assert len({got.header("X-Netvisor-Authentication-TransactionId") for got in server.got}) == 3
    assert len({got.header("X-Netvisor-Authentication-MAC") for got in server.got}) == 3
    assert len(answer.request_ids) == 3


@pytest.mark.parametrize(("act", "said"), LOST, ids=NAMES)
def test_an_act_is_not_repeated_and_nobody_knows(server, sender, clock, act, said):
    server.play(act)
    answer = sender().send(STATUS)
    assert (answer.outcome, answer.ok, answer.code, answer.retry) == ("unknown", False, "UNKNOWN", False)
    assert answer.meaning.startswith("unknown whether it was done: look before you repeat")
    assert re.search(said, answer.meaning), answer.meaning
    assert "netvisor.get (GET https://integration.netvisor.fi/getsalesinvoice.nv?netvisorkey=88017" in answer.fix
    assert (len(server.got), clock.slept) == (1, [])
    seen = sender().send(answer.look_up.request)
    assert (seen.outcome, seen.values["status"]) == ("done", "issued")


def test_a_question_that_stays_unanswered_says_so(server, sender, clock):
    server.play(*[local.hang_up] * 3)
    answer = sender().send(GET)
    assert (answer.outcome, answer.code, answer.attempts, answer.retry) == ("unanswered", "UNANSWERED", 3, True)
    assert answer.look_up is None
    assert clock.slept == [1.0, 2.0]


def test_a_get_that_deletes_is_sent_once_whatever_it_claims(server, sender, clock):
    for act in (local.reset, page(503), says(200, b"")):
        server.got.clear()
        server.play(act)
        answer = sender().send(DELETE)
        assert (answer.outcome, len(server.got), clock.slept) == ("unknown", 1, [])
        assert answer.look_up.request.operation == "netvisor.get"
        assert "gone" in answer.fix


def test_a_request_that_was_signed_elsewhere_is_not_repeated(server, sender, clock):
    signed = netvisor.sign(GET, ME, clock(), "once")
    server.play(local.hang_up)
    assert (sender(credentials=None).send(signed).outcome, len(server.got)) == ("unanswered", 1)


def test_a_builder_makes_each_attempt_anew(server, sender, clock):
    numbers = iter("abc")
    server.play(local.hang_up, page(502))
    answer = sender(credentials=None).send(lambda: netvisor.sign(GET, ME, clock(), next(numbers)))
    assert (answer.outcome, answer.attempts, answer.request_ids) == ("done", 3, ("a", "b", "c"))
    stamps = [got.header("X-Netvisor-Authentication-Timestamp")[17:19] for got in server.got]
    assert stamps == ["00", "01", "03"]


@pytest.mark.parametrize(
    ("status", "header", "waits"),
    [
        (429, {"retry_after": "7"}, [7.0]),
        (503, {"retry_after": "7"}, [7.0]),
        (503, {"retry_after": "Fri, 20 Nov 2026 08:00:30 GMT"}, [pytest.approx(29.876544)]),
        (429, {"retry_after": "Fri, 20 Nov 2026 07:00:00 GMT"}, [0.0]),
        (429, {"retry_after": "soon"}, [1.0]),
        (429, {"retry_after": "-5"}, [1.0]),
        (429, {}, [1.0]),
        (408, {}, [1.0]),
    ],
)
def test_waits_as_long_as_it_is_told(server, sender, clock, status, header, waits):
    server.play(says(status, b"slow down", "text/plain", **header))
    assert (sender().send(GET).outcome, clock.slept) == ("done", waits)


def test_does_not_wait_for_hours(server, sender, clock):
    server.play(says(429, b"", retry_after="7200"))
    answer = sender().send(GET)
    assert (answer.outcome, answer.retry, answer.retry_after, clock.slept) == ("refused", True, 7200.0, [])
    assert "not before 7200 s" in answer.fix


@pytest.mark.parametrize("status", [429, 503])
def test_an_act_that_was_turned_away_was_not_done(server, sender, clock, status):
    server.play(says(status, b"busy", "text/plain", retry_after="7"))
    answer = sender().send(STATUS)
    assert (answer.outcome, answer.code, answer.retry) == ("refused", f"HTTP {status}", True)
    assert (answer.retry_after, len(server.got), clock.slept) == (7.0, 1, [])


def fault(code, status=500):
    reply = netvisor_failure(code, "text", status)
    return says(reply.status, reply.body)


def test_faults_of_the_system(server, sender, clock):
    server.play(fault("SYSTEM_MAINTANANCE", 200))
    assert (sender().send(GET).outcome, clock.slept) == ("done", [1.0])
    server.play(fault("INVALID_DATA", 400))
    answer = sender().send(GET)
    assert (answer.outcome, answer.code, answer.attempts) == ("refused", "INVALID_DATA", 1)
    server.play(fault("PERIOD_LOCK", 200))
    assert sender().send(STATUS).outcome == "refused"


@pytest.mark.parametrize("code", ["TECHNICAL_ERROR", "REQUEST_NOT_UNIQUE"])
def test_a_fault_that_leaves_it_open(server, sender, code):
    server.play(fault(code))
    answer = sender().send(STATUS)
    assert (answer.outcome, answer.look_up.request.operation, len(server.got)) == ("unknown", "netvisor.get", 1)
    assert code in answer.meaning


def test_faults_of_collector(server, sender):
    server.play(lambda handler: handler.reply(soap_fault("INVALID_INVOICE_STATUS")))
    answer = sender("collector", SHOP).send(activate())
    assert (answer.outcome, answer.code, answer.status) == ("refused", "INVALID_INVOICE_STATUS", 500)
    server.play(lambda handler: handler.reply(soap_fault("UNHANDLED_EXCEPTION")))
    answer = sender("collector", SHOP).send(activate())
    assert (answer.outcome, answer.look_up.request) == ("unknown", None)
    assert "collector.get with InvoiceNo 4576392" in answer.fix


def test_look_up_of_collector(server, sender):
    request = collector.build(
        "collector.cancel",
        parameters=ACTIVATE | {"ClientIpAddress": "192.0.2.7"},
        credentials=SHOP,
        service="PaymentServiceV10",
    )
    server.play(local.hang_up)
    answer = sender("collector", SHOP).send(request)
    assert answer.outcome == "unknown"
    assert answer.look_up.request.header("SOAPAction").endswith('GetInvoiceInformation"')
    assert sender("collector", SHOP).send(answer.look_up.request).values["status"] == "issued"


def test_the_answer_to_another_request_is_none(server, sender):
    other = local.soap(
        '<ActivateInvoiceResponse xmlns="http://schemas.ecommerce.collector.se/v30/InvoiceService">'
        "<CorrelationId>order-2</CorrelationId></ActivateInvoiceResponse>"
    )
    server.play(lambda handler: handler.reply(other))
    answer = sender("collector", SHOP).send(activate())
    assert (answer.outcome, "another request" in answer.meaning) == ("unknown", True)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 413])
def test_a_page_with_a_fault_of_ours_was_not_done(server, sender, status):
    server.play(page(status, "Nope"))
    answer = sender().send(STATUS)
    assert (answer.outcome, answer.code, answer.retry) == ("refused", f"HTTP {status}", False)
    assert "Nope" in answer.meaning


def test_a_redirect_is_not_followed(server, sender):
    server.play(local.redirect)
    answer = sender().send(STATUS)
    assert (answer.outcome, answer.code, len(server.got)) == ("refused", "HTTP 307", 1)
    assert "elsewhere.example" in answer.meaning
    server.play(says(302, b"", location="https://[broken"))
    assert sender().send(STATUS).outcome == "refused"


def test_a_connection_that_breaks_under_a_long_body(server, sender):
    server.play(local.deaf)
    body = b"<root><salesinvoice><invoicetype>invoicedraft</invoicetype>" + b" " * 4_000_000 + b"</salesinvoice></root>"
    request = asked("salesinvoice.nv", "POST", "netvisor.create", False)
    answer = sender().send(dataclasses.replace(request, body=body))
    assert (answer.outcome, answer.attempts, server.got) == ("unknown", 1, [])
    assert answer.look_up.request.query == (("listtype", "draftandinvoice"), ("lastmodifiedstart", "2026-11-20"))


def test_threads_share_a_sender(server, sender):
    one = sender()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(one.send, [GET] * 24))
    assert {answer.outcome for answer in answers} == {"done"}
    assert len({each for answer in answers for each in answer.request_ids}) == 24


# -------------------------------------------------------------------------------------------------------------- limits


def test_silence_has_an_end(server, sender):
    server.play(local.silent)
    answer = sender(timeout=Timeout(5.0, 0.05, 20.0)).send(STATUS)
    assert (answer.outcome, "silent for 0.05 s" in answer.meaning) == ("unknown", True)


@pytest.mark.parametrize("act", [local.drip, local.drip_head])
def test_a_byte_now_and_then_has_an_end(server, sender, act):
    server.play(act)
    answer = sender(timeout=Timeout(5.0, 1.0, 0.3)).send(STATUS)
    assert (answer.outcome, answer.attempts) == ("unknown", 1)
    assert "within" in answer.meaning and "0.3 s" in answer.meaning


@pytest.mark.parametrize("act", [local.long, local.endless, local.bomb])
def test_a_large_answer_has_an_end(server, sender, act):
    server.play(act)
    answer = sender(max_bytes=100_000).send(GET)
    assert (answer.outcome, answer.retry, answer.attempts) == ("unanswered", False, 1)
    assert "more than 100,000 bytes" in answer.meaning


def test_what_is_packed_is_unpacked(server, sender):
    server.play(local.packed)
    assert sender().send(GET).values["id"] == "88017"


def test_an_unknown_packing_is_refused(server, sender):
    server.play(local.brotli)
    answer = sender().send(GET)
    assert (answer.outcome, "'br'" in answer.meaning) == ("unanswered", True)


@pytest.mark.parametrize("limits", [{"connect": 0}, {"read": -1.0}, {"total": float("inf")}, {"total": float("nan")}])
def test_limits_are_limits(limits):
    with pytest.raises(UsageError):
        Timeout(**limits)


# ----------------------------------------------------------------------------------------------------- nothing is sent


def test_dry_run_is_the_default_and_sends_nothing(server, clock):
    answer = Sender("netvisor", ME, clock=clock).send(STATUS)
    assert (answer.outcome, answer.ok, answer.code, answer.attempts) == ("dry-run", False, "DRY-RUN", 0)
    assert answer.request.full_url == STATUS.full_url
    assert answer.request.header("X-Netvisor-Authentication-MAC") == MASK
    assert (server.connections, server.got) == (0, [])


def test_dry_run_needs_no_httpx(monkeypatch, clock):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert Sender("netvisor", ME, clock=clock).send(GET).outcome == "dry-run"
    with pytest.raises(EngineMissing, match=r"httpx.*\n  fix: pip install 'einvoice-nordic\[send\]'") as raised:
        Sender("netvisor", ME, dry_run=False, clock=clock).send(GET)
    assert raised.value.exit_code == 6


def test_an_unknown_certificate_gets_nothing(server, sender, monkeypatch, clock):
    monkeypatch.delenv("SSL_CERT_FILE")
    answer = sender().send(STATUS)
    assert (answer.outcome, answer.code, answer.retry, answer.attempts) == ("not-sent", "NOT-SENT", False, 0)
    assert "the certificate of integration.netvisor.fi is not accepted" in answer.meaning
    assert (server.got, server.connections, clock.slept) == ([], 1, [])


def test_a_certificate_of_another_host_gets_nothing(server, sender):
    server.hosts.add("gateway.example")
    request = dataclasses.replace(GET, url="https://gateway.example/getsalesinvoice.nv")
    answer = sender(hosts=["gateway.example"]).send(request)
    assert (answer.outcome, server.got) == ("not-sent", [])
    assert "certificate" in answer.meaning


def test_authorities_that_cannot_be_read(sender, monkeypatch, tmp_path):
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with pytest.raises(UsageError, match=r"none\.pem"):
        sender().send(GET)


@pytest.mark.parametrize("request_", [GET, STATUS], ids=["question", "act"])
def test_no_connection_means_nothing_was_sent(sender, monkeypatch, clock, request_):
    def refuse(*args, **kwargs):
        raise ConnectionRefusedError("no")

    monkeypatch.setattr("socket.create_connection", refuse)
    answer = sender().send(request_)
    assert (answer.outcome, answer.retry, answer.attempts) == ("not-sent", True, 0)
    assert clock.slept == ([1.0, 2.0] if request_ is GET else [])
    assert "no connection to integration.netvisor.fi: refused" in answer.meaning


def test_an_attempt_that_arrived_is_not_forgotten(server, sender, monkeypatch):
    real = socket.create_connection

    def once(*args, **kwargs):
        monkeypatch.setattr("socket.create_connection", refuse)
        return real(*args, **kwargs)

    def refuse(*args, **kwargs):
        raise ConnectionRefusedError("no")

    monkeypatch.setattr("socket.create_connection", once)
    server.play(local.hang_up)
    answer = sender().send(GET)
    assert (answer.outcome, answer.attempts, len(server.got)) == ("unanswered", 1, 1)


def test_a_parser_that_stumbles_hides_nothing(server, sender, monkeypatch):
    def stumble(*args, **kwargs):
        raise ZeroDivisionError(NETVISOR["customer_key"])

    monkeypatch.setattr("einvoice.lifecycle.systems.parse", stumble)
    answer = sender().send(STATUS)
    assert (answer.outcome, "ZeroDivisionError" in answer.meaning) == ("unknown", True)
    assert not leaks(everything(answer))


def test_this_machine_may_be_asked_by_plain_http_when_it_is_named(server, sender):
    host = f"127.0.0.1:{server.server_port}"
    request = dataclasses.replace(GET, url=f"http://{host}/getsalesinvoice.nv")
    with pytest.raises(UsageError, match="no host of netvisor"):
        sender().send(request)
    assert sender(hosts=[host]).send(request).outcome == "unanswered"  # the server speaks TLS only
    elsewhere = dataclasses.replace(GET, url="http://gateway.example/getsalesinvoice.nv")
    with pytest.raises(UsageError, match="by https only"):
        sender(hosts=["gateway.example"]).send(elsewhere)


WRONG = [
    ("https://integration.netvisor.example/getsalesinvoice.nv", "no host of netvisor"),
    ("https://integration.netvisor.fi:8443/getsalesinvoice.nv", "no host of netvisor"),
    ("http://integration.netvisor.fi/getsalesinvoice.nv", "by https only"),
    ("https://user:word@integration.netvisor.fi/getsalesinvoice.nv", "URL"),
    ("https://integration.netvisor.fi/get salesinvoice.nv", "URL"),
    ("https://integration.netvisor.fi/get\r\nX: y", "URL"),
    ("https://integration.netvisor.fi/ä", "URL"),
    ("https://integration.netvisor.fi/a#b", "URL"),
    ("https://[integration.netvisor.fi/", "URL"),
    ("https://integration.netvisor.fi\\@elsewhere.example/", "URL"),
    (f"https://integration.netvisor.fi/{NETVISOR['customer_key']}", "holds a secret"),
]


@pytest.mark.parametrize(("url", "said"), WRONG)
def test_an_address_that_is_not_the_systems(server, sender, url, said):
    with pytest.raises(UsageError, match=said) as raised:
        sender().send(dataclasses.replace(GET, url=url))
    assert server.connections == 0
    assert not leaks(str(raised.value))


@pytest.mark.parametrize(
    "header",
    [
        ("X-A", "a\r\nX-B: b"),
        ("X A", "a"),
        ("X-A", "Ł"),
        ("X-A\n", "a"),
        ("Host", "elsewhere.example"),
        ("Transfer-Encoding", "chunked"),
        ("content-length", "5"),
    ],
)
def test_a_header_that_is_none(server, sender, header):
    with pytest.raises(UsageError):
        sender().send(dataclasses.replace(GET, headers=(header,)))
    assert server.connections == 0


def test_the_wrong_sender(sender):
    with pytest.raises(UsageError, match="the request is for collector, and the sender for netvisor"):
        sender().send(activate())


def test_placeholders_are_not_sent(server, sender):
    request = collector.build("collector.activate", parameters=ACTIVATE)
    with pytest.raises(UsageError, match="EINVOICE_COLLECTOR_PASSWORD"):
        sender("collector", None).send(request)
    with pytest.raises(UsageError, match="signature"):
        sender(credentials=None).send(GET)
    assert server.connections == 0
    assert sender("collector", None, dry_run=True).send(request).outcome == "dry-run"


# ------------------------------------------------------------------------------------------------------------- secrets


def everything(answer):
    """All that can be seen of an answer, its parts included."""
    shown = [
        repr(answer),
        str(answer),
        str(answer.values),
        repr(answer.native),
        str(dataclasses.astuple(answer.request)),
    ]
    if answer.look_up is not None:
        shown += [repr(answer.look_up), repr(answer.look_up.request)]
    return "\n".join(shown)


def leaks(text):
    found = [secret for secret in SECRETS if secret in text]
    return found + [s for s in SECRETS if base64.b64encode(s.encode()).decode() in text]


def test_secrets_show_nowhere(server, sender, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    acts = [None, local.half, local.reset, local.redirect, page(500), says(500, b"x"), fault("TECHNICAL_ERROR")]
    for act in acts:
        for make in (
            lambda dry: (sender(dry_run=dry), STATUS),
            lambda dry: (sender("collector", SHOP, dry_run=dry), activate()),
        ):
            for dry in (False, True):
                if act is not None and not dry:
                    server.play(act)
                one, request = make(dry)
                assert not leaks(everything(one.send(request)))
                assert not leaks(repr(one) + repr(request))
    assert len(server.got) == 2 * len(acts)
    logged = "\n".join(f"{record.getMessage()} {record.__dict__}" for record in caplog.records)
    assert "httpx" in logged  # it does log, and what it logs holds no secret
    out, err = capfd.readouterr()
    assert not leaks(logged + out + err + caplog.text)


def test_secrets_show_in_no_traceback(server, sender):
    key = NETVISOR["partner_key"]
    asked_ = dataclasses.replace(GET, secrets=frozenset(SECRETS))
    refused = [
        lambda: sender().send(dataclasses.replace(asked_, url=f"https://integration.netvisor.fi/{key}")),
        lambda: sender().send(dataclasses.replace(asked_, url=f"https://{key}.example/")),
        lambda: sender().send(dataclasses.replace(asked_, headers=(("X", f"{key}\n"),))),
        lambda: sender("collector", SHOP).send(dataclasses.replace(activate(), url="https://elsewhere.example/")),
    ]
    for call in refused:
        with pytest.raises(UsageError) as raised:
            call()
        shown = traceback.TracebackException.from_exception(raised.value, capture_locals=True)
        frames = [frame for frame in shown.stack if "einvoice/lifecycle" in frame.filename.replace("\\", "/")]
        text = "\n".join([str(raised.value), *(f"{frame.line} {frame.locals}" for frame in frames)])
        assert not leaks(str(raised.value))
        assert raised.value.__cause__ is None
        assert frames and not leaks(text)


def test_an_echo_of_secrets_is_masked(server, sender):
    echo = f"the key {NETVISOR['customer_key']} and {NETVISOR['partner_key']} do not fit"
    server.play(lambda handler: handler.reply(netvisor_failure("INVALID_DATA", echo)))
    answer = sender().send(GET)
    assert answer.code == "INVALID_DATA"
    assert not leaks(everything(answer))
    assert MASK in answer.meaning


def test_a_token_that_is_answered_shows_in_no_repr(server, sender):
    partner = inexchange.Credentials(local.INEXCHANGE["APIKey"])
    request = inexchange.build("inexchange.create_token", parameters={"erpId": "company-7"}, credentials=partner)
    answer = sender("inexchange", partner).send(request)
    assert (answer.outcome, answer.values["token"]) == ("done", "another-token")
    assert "another-token" not in repr(answer) + str(answer.values)


def test_hosts_are_those_of_the_server():
    assert {system: set(hosts) for system, hosts in HOSTS.items()} == local.SYSTEM_HOSTS
