"""InExchange: a golden per operation, what is refused, and answers as public clients describe them."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lifecycle import goldens
from tests.routing import context as routing_context
from tests.routing import invoice as routed_invoice

from einvoice.context import Context
from einvoice.errors import UsageError
from einvoice.lifecycle.inexchange import OPERATIONS, Credentials, build, parse
from einvoice.lifecycle.no_answer import UNKNOWN_OUTCOME
from einvoice.lifecycle.request import Request
from einvoice.routing import decide, read_answer
from einvoice.routing.status import STATES

ME = Credentials("partner-key-7", "token-of-company")
CARD = {
    "name": "Exempel kommun",
    "country": "SE",
    "business_id": "212000-1553",
    "gln": "7340109104692",
    "street": "Storgatan 1",
    "city": "Exempel",
    "postal_code": "111 22",
}
URI = "urn:inexchangedocument:5e11e700-0000-4000-8000-000000000001"
FILE = "<Invoice>Å</Invoice>".encode()


def where(card: dict[str, Any] | None = None, **settings: Any) -> Context:
    found: Context = routing_context({**CARD, **(card or {})}, inexchange=settings)
    return found


def made(operation: str, parameters: dict[str, Any] | None = None, **more: Any) -> Request:
    more.setdefault("credentials", ME)
    return build(operation, more.pop("invoice", None), more.pop("context", None), parameters=parameters, **more)


def sent(parameters: dict[str, Any] | None = None, **more: Any) -> Request:
    more.setdefault("context", where())
    return made("inexchange.send", {"DocumentUri": URI, **(parameters or {})}, invoice=routed_invoice(), **more)


def body(request: Request) -> Any:
    return json.loads(request.body or b"null")


GOLDENS: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
    # name, operation, parameters, what goes beside them
    ("create_token", "inexchange.create_token", {"validTo": "2026-11-21"}, {"context": where(erp_id="granvik")}),
    ("revoke_token", "inexchange.revoke_token", {}, {}),
    ("lookup", "inexchange.lookup", {}, {"invoice": routed_invoice(), "context": where(test=True)}),
    ("upload", "inexchange.upload", {"filename": 'faktura "1".xml'}, {"content": FILE}),
    (
        "send",
        "inexchange.send",
        {"DocumentUri": URI, "Attachments": [URI]},
        {"invoice": routed_invoice(), "context": where()},
    ),
    ("list", "inexchange.list", {"UpdatedAfter": "2026-11-19T08:00:00+00:00", "Status": "Error", "Take": 20}, {}),
    ("find", "inexchange.find", {}, {"invoice": routed_invoice()}),
    ("get", "inexchange.get", {"id": "5e11e700"}, {}),
]


@pytest.mark.parametrize(("name", "operation", "parameters", "more"), GOLDENS, ids=[g[0] for g in GOLDENS])
def test_golden(
    name: str, operation: str, parameters: dict[str, Any], more: dict[str, Any], pytestconfig: pytest.Config
) -> None:
    goldens.check(f"inexchange.{name}", made(operation, parameters, **more), pytestconfig)


def test_every_operation_has_a_golden() -> None:
    assert [g[1] for g in GOLDENS] == list(OPERATIONS)


@pytest.mark.parametrize(("operation", "parameters", "more"), [g[1:] for g in GOLDENS], ids=[g[0] for g in GOLDENS])
def test_secrets_are_masked(operation: str, parameters: dict[str, Any], more: dict[str, Any]) -> None:
    request = made(operation, parameters, **more)
    secret = ME.api_key if OPERATIONS[operation].key == "APIKey" else ME.client_token
    assert request.header(OPERATIONS[operation].key) == secret
    assert ME.api_key not in repr(request) and ME.client_token not in repr(request)
    assert ME.api_key not in repr(ME) and ME.client_token not in repr(ME)


def test_only_the_order_is_not_repeatable() -> None:
    assert [name for name, each in OPERATIONS.items() if not each.repeatable] == ["inexchange.send"]


def test_personal_number_is_masked() -> None:
    context = where({"private_person": True, "business_id": None, "gln": None}, consumers={"1001": {"fmi": "F-1"}})
    request = sent({"SSN": "811228-9874"}, context=context)
    assert body(request)["SendDocumentAs"]["BusinessToConsumer"] == {"FMI": "F-1", "SSN": "811228-9874"}
    assert "9874" not in repr(request)


def test_order_follows_the_decision_and_the_look_up() -> None:
    receiver = {
        "companyId": "0f8b",
        "gln": CARD["gln"],
        "receiveElectronicInvoiceCapability": "ReceivingElectronicInvoices",
    }
    answer = read_answer({"parties": [receiver]})
    by_answer = sent(answer=answer)
    assert body(by_answer)["SendDocumentAs"] == {"Type": "Electronic", "Electronic": {"RecipientId": "0f8b"}}
    decision = decide(routed_invoice(), where(), answer=answer)
    assert sent(decision=decision) == by_answer


def test_attachments_as_text() -> None:
    assert body(sent({"Attachments": f"{URI}, {URI}2"}))["Document"]["Attachments"] == [URI, f"{URI}2"]


def test_the_same_file_gives_the_same_bytes() -> None:
    one, two = (made("inexchange.upload", content=FILE) for _ in range(2))
    assert one == two
    boundary = (one.header("Content-Type") or "").partition("boundary=")[2].encode()
    assert one.body is not None
    assert one.body.split(b"--" + boundary)[1].partition(b"\r\n\r\n")[2] == FILE + b"\r\n"
    pdf = made("inexchange.upload", {"filename": "bild.pdf"}, content=b"%PDF-1.7")
    assert pdf.body is not None and b"Content-Type: application/pdf" in pdf.body


REFUSED = [
    ("inexchange.sent", {}, "no operation 'inexchange.sent'"),
    ("inexchange.create_token", {}, "needs erpId"),
    ("inexchange.lookup", {}, "needs an invoice"),
    ("inexchange.upload", {}, "needs the bytes of a file"),
    ("inexchange.send", {}, "needs DocumentUri"),
    ("inexchange.send", {"DocumentUri": URI}, "needs an invoice"),
    ("inexchange.send", {"DocumentUri": URI, "Type": "Pdf"}, "no parameter 'Type'"),
    ("inexchange.list", {"UpdatedAfter": "yesterday"}, "UpdatedAfter is 'yesterday'"),
    ("inexchange.list", {"CreatedTo": "2026-13-01"}, "CreatedTo is '2026-13-01'"),
    ("inexchange.list", {"Take": "all"}, "Take is 'all'"),
    ("inexchange.find", {}, "needs ErpDocumentId"),
    ("inexchange.get", {"id": "a\nb"}, "id is"),
]


@pytest.mark.parametrize(("operation", "parameters", "says"), REFUSED)
def test_refused(operation: str, parameters: dict[str, Any], says: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        made(operation, parameters)
    assert caught.value.fix


def test_an_invoice_that_cannot_go_is_not_sent() -> None:
    with pytest.raises(UsageError, match="cannot go as it is: E-ROUTE-103"):
        sent(context=where({"gln": "7340109104690"}))
    with pytest.raises(UsageError, match="nothing is sent"):
        sent(context=where({"invoicing_method": "Brev"}))


# ---------------------------------------------------------------------------------- answers


def answer(data: Any) -> bytes:
    return json.dumps(data).encode()


PARTY = {"companyId": "0f8b", "name": "Exempel", "orgNo": "2120001553", "gln": CARD["gln"]}
ABLE = {**PARTY, "receiveElectronicInvoiceCapability": "ReceivingElectronicInvoices"}
DOCUMENT = {
    "id": "d-1",
    "erpDocumentId": "1001",
    "currentStatus": {"status": "Stopped", "time": "2026-11-20T08:00:00Z"},
    "statusHistory": [{"status": "Sent", "time": "2026-11-20T07:00:00Z"}],
    "error": {"message": "Reference is missing", "moreInfoUri": "https://example.com/1"},
}
READ_DOCUMENT = {
    "id": "d-1",
    "invoice_number": "1001",
    "status": "action_required",
    "native_status": "Stopped",
    "at": datetime(2026, 11, 20, 8, tzinfo=UTC),
    "message": "Reference is missing (https://example.com/1)",
}
RECEIVER = {
    "id": "0f8b",
    "name": "Exempel",
    "org_number": "2120001553",
    "vat_number": None,
    "gln": CARD["gln"],
}
LOCATION = (("Location", "https://api.inexchange.com/v1/api/documents/outbound/77-a"),)
ANSWERS: list[tuple[str, bytes, tuple[tuple[str, str], ...], dict[str, Any]]] = [
    # operation, body, headers, values
    ("inexchange.create_token", answer({"token": "abc"}), (), {"token": "abc"}),
    (
        "inexchange.lookup",
        answer({"parties": [ABLE, PARTY], "potentialMatches": 2, "exactHit": True}),
        (),
        {
            "exact_hit": True,
            "potential_matches": 2,
            "receivers": [{**RECEIVER, "receives_e_invoices": True}, {**RECEIVER, "receives_e_invoices": False}],
        },
    ),
    ("inexchange.lookup", answer({"parties": []}), (), {"exact_hit": None, "potential_matches": None, "receivers": []}),
    ("inexchange.upload", b"", (("location", URI),), {"document": URI}),
    ("inexchange.send", b"", LOCATION, {"id": "77-a"}),
    ("inexchange.send", b"{}", LOCATION, {"id": "77-a"}),
    (
        "inexchange.list",
        answer({"totalCount": 1, "documents": [DOCUMENT]}),
        (),
        {"documents": [READ_DOCUMENT], "total": 1},
    ),
    ("inexchange.list", answer({"documents": []}), (), {"documents": []}),
    ("inexchange.get", answer(DOCUMENT), (), READ_DOCUMENT),
]


@pytest.mark.parametrize(("operation", "data", "headers", "values"), ANSWERS)
def test_answer(operation: str, data: bytes, headers: tuple[tuple[str, str], ...], values: dict[str, Any]) -> None:
    for known in (operation, None):
        found = parse(data, known, status=200, headers=headers)
        assert (found.ok, found.operation, found.values, found.findings) == (True, operation, values, ())


@pytest.mark.parametrize(("raw", "neutral"), STATES["InExchange"].items())
def test_every_state(raw: str, neutral: str) -> None:
    found = parse(answer({"id": "1", "currentStatus": {"status": raw}}), "inexchange.find")
    assert (found.ok, found.values["status"], found.values["native_status"]) == (True, neutral, raw)


@pytest.mark.parametrize("history", [None, 7, "x", {"status": "Sent"}, [7, None]])
def test_history_that_is_none(history: Any) -> None:
    found = parse(answer({"id": "1", "statusHistory": history, "currentStatus": {"status": "Sent"}}), "inexchange.get")
    assert found.values["status"] == "sent"


def test_participants_that_are_no_list() -> None:
    found = parse(answer({"parties": [{**ABLE, "peppolParticipantIdentifiers": True}], "potentialMatches": "many"}))
    assert [each["id"] for each in found.values["receivers"]] == ["0f8b"]
    assert found.values["potential_matches"] is None


def test_state_that_is_not_known() -> None:
    found = parse(answer({"documents": [{"erpDocumentId": "7", "currentStatus": {"status": "Archived"}}]}))
    assert found.values["documents"][0]["status"] == "unknown"
    assert [(each.code, each.value) for each in found.findings] == [("EI-ANSWER-VALUE", "Archived")]


def test_revoked_token_says_nothing() -> None:
    assert parse(b"", "inexchange.revoke_token", status=204).ok


FAULTS = [
    # status, operation, retry
    (400, "inexchange.send", False),
    (401, "inexchange.list", False),
    (404, "inexchange.find", False),
    (409, "inexchange.send", False),
    (418, "inexchange.send", False),
    (429, "inexchange.send", True),
    (500, "inexchange.send", False),
    (500, "inexchange.list", True),
    (503, "inexchange.send", True),
]


@pytest.mark.parametrize(("status", "operation", "retry"), FAULTS)
def test_refusals(status: int, operation: str, retry: bool) -> None:
    data = answer({"error": {"message": "DocumentUri is unknown"}, "traceId": "x"})
    found = parse(data, operation, status=status)
    assert (found.ok, found.code, found.retry) == (False, str(status), retry)
    assert found.meaning is not None and "InExchange says: DocumentUri is unknown" in found.meaning
    assert "traceId" not in found.meaning
    assert found.fix


STRANGE = [
    # case, body, operation, status, code of the finding
    ("empty list", b"", "inexchange.list", 200, "EI-ANSWER-EMPTY"),
    ("upload without its head", b"", "inexchange.upload", None, "EI-ANSWER-EMPTY"),
    ("page", b"<html><title>502</title></html>", "inexchange.send", 502, "EI-ANSWER-HTML"),
    ("half", b'{"documents": [{"id": ', "inexchange.list", 200, "EI-NOT-WELL-FORMED"),
    ("two members of a name", b'{"token": "a", "token": "b"}', "inexchange.create_token", 200, "EI-NOT-WELL-FORMED"),
    ("deep", b"[" * 100_000, "inexchange.list", 200, "EI-TOO-LARGE"),
    ("another shape", answer({"documents": "none"}), "inexchange.list", 200, "EI-ANSWER-OTHER"),
    ("a list", b"[]", "inexchange.lookup", 200, "EI-ANSWER-OTHER"),
    ("parties that are none", answer({"parties": [1]}), "inexchange.lookup", 200, "EI-ANSWER-OTHER"),
    ("a token that is none", answer({"token": None}), "inexchange.create_token", 200, "EI-ANSWER-OTHER"),
    ("a number", b"7", None, None, "EI-ANSWER-OTHER"),
    ("nothing known", answer({"x": 1}), None, None, "EI-ANSWER-OTHER"),
    ("no id", b"{}", "inexchange.find", 200, "EI-ANSWER-OTHER"),
]


@pytest.mark.parametrize(("data", "operation", "status", "code"), [c[1:] for c in STRANGE], ids=[c[0] for c in STRANGE])
def test_no_answer(data: bytes, operation: str | None, status: int | None, code: str) -> None:
    found = parse(data, operation, status=status)
    assert not found.ok
    assert [each.code for each in found.findings] == [code]
    assert found.fix


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def members(*names: str, **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({}, optional={**dict.fromkeys(names, JSON), **known})


STATUS = members("status", "time")
A_DOCUMENT = members(
    "id",
    "erpDocumentId",
    currentStatus=JSON | STATUS,
    statusHistory=JSON | st.lists(STATUS),
    error=JSON | members("message"),
)
A_PARTY = members("companyId", "gln", "peppolParticipantIdentifiers", "connected", "receiveElectronicInvoiceCapability")
ANYTHING = (
    JSON
    | A_DOCUMENT
    | members("token", "Message", "error")
    | members("totalCount", documents=st.lists(A_DOCUMENT, max_size=2))
    | members("potentialMatches", "exactHit", parties=st.lists(A_PARTY, max_size=2))
)


@given(
    st.binary(max_size=100) | ANYTHING.map(answer),
    st.sampled_from([None, *OPERATIONS]),
    st.sampled_from([None, 200, 404]),
)
@settings(max_examples=500, deadline=None)
def test_nothing_raises(data: bytes, operation: str | None, status: int | None) -> None:
    assert parse(data, operation, status=status).system == "inexchange"


def test_order_without_a_clear_answer_is_not_repeated() -> None:
    for status in (200, 202, 500, 502):
        found = parse(b"", "inexchange.send", status=status)
        assert (found.ok, found.retry, found.fix) == (False, False, UNKNOWN_OUTCOME)


def test_message_without_a_status() -> None:
    found = parse(answer({"Message": "Token expired"}))
    assert (found.ok, found.code, found.meaning) == (
        False,
        None,
        "InExchange did not do it (InExchange says: Token expired)",
    )
