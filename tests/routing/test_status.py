"""States of delivery: words of four systems, answers of InExchange, and what an older event may not do."""

from datetime import UTC, datetime

import pytest

from einvoice.errors import UsageError
from einvoice.routing.status import NEUTRAL, STATES, advance, read_outbound, read_state

WORDS = [
    ("SoftOne", "Väntar på svar", "pending", None),
    ("SoftOne", " väntar  på svar ", "pending", None),
    ("SoftOne", "Skickad", "sent", None),
    ("SoftOne", "Skickat", "sent", None),
    ("SoftOne", "Mottagaren saknar GLN", "failed", "Mottagaren saknar GLN"),
    ("SoftOne", "", "unknown", None),
    ("InExchange", "Pending", "pending", None),
    ("InExchange", "PendingInPlatform", "pending", None),
    ("InExchange", "SENT", "sent", None),
    ("InExchange", "Delivered", "delivered", None),
    ("InExchange", "Error", "failed", None),
    ("InExchange", "Stopped", "action_required", None),
    ("InExchange", "Archived", "unknown", None),
    ("Billecta DeliveryStatus", "Viewed", "delivered", None),
    ("Billecta DeliveryStatus", "Bounced", "unknown", None),
    ("Billecta Stage", "InvoiceSent", "sent", None),
    ("Netvisor status", "unsent", "draft", None),
]


@pytest.mark.parametrize(("system", "raw", "neutral", "message"), WORDS)
def test_words(system, raw, neutral, message):
    state = read_state(system, raw)
    assert (state.neutral, state.message, state.raw) == (neutral, message, raw)


def test_words_are_all_of_our_words():
    assert {word for table in STATES.values() for word in table.values()} <= set(NEUTRAL)


def test_unknown_system():
    with pytest.raises(UsageError) as caught:
        read_state("Fortnox", "Sent")
    assert "InExchange" in caught.value.fix


def at(hour: int) -> datetime:
    return datetime(2026, 5, 4, hour, tzinfo=UTC)


EVENTS = [
    # case, current, event, which stays
    ("forward", ("Sent", None), ("Delivered", None), "event"),
    ("not_back", ("Delivered", None), ("Sent", None), "current"),
    ("not_back_though_later", ("Delivered", at(1)), ("Sent", at(2)), "current"),
    ("older", ("Error", at(2)), ("Sent", at(1)), "current"),
    ("sent_again", ("Error", at(1)), ("Pending", at(2)), "event"),
    ("failed", ("Pending", at(1)), ("Error", at(2)), "event"),
    ("late_failure", ("Delivered", at(2)), ("Error", at(1)), "current"),
    ("unknown", ("Sent", at(1)), ("Archived", at(2)), "current"),
    ("first_unknown", ("Archived", at(1)), ("Odd", at(2)), "event"),
    ("same", ("Sent", at(1)), ("Sent", at(2)), "event"),
]


@pytest.mark.parametrize(("current", "event", "stays"), [c[1:] for c in EVENTS], ids=[c[0] for c in EVENTS])
def test_advance(current, event, stays):
    one, other = (read_state("InExchange", raw, at=when) for raw, when in (current, event))
    assert advance(one, other) is (one if stays == "current" else other)
    assert advance(None, other) is other


def test_answer_of_the_list():
    answer = {
        "totalCount": 3,
        "documents": [
            {
                "id": "1",
                "erpDocumentId": "2026-1001",
                "currentStatus": {"status": "Delivered", "time": "2026-05-04T10:00:00Z"},
                "statusHistory": [
                    {"status": "Sent", "time": "2026-05-04T09:00:00Z"},
                    {"status": "Delivered", "time": "2026-05-04T10:00:00Z"},
                ],
            },
            {
                "id": "2",
                "erpDocumentId": "2026-1002",
                "currentStatus": {"status": "Error", "time": "2026-05-04T10:00:00"},
                "error": {"message": "No receiver", "status": "Error", "moreInfoUri": "https://example.com/e"},
            },
            {"id": "3", "erpDocumentId": "2026-1003", "error": {"message": "Reference wanted", "status": "Stopped"}},
            {"id": "4", "statusHistory": None, "currentStatus": {"status": "Sent"}, "error": {"message": "old"}},
            {"id": "5"},
        ],
    }  # fmt: skip
    found = list(read_outbound(answer))
    assert [state.neutral for state in found] == ["delivered", "failed", "action_required", "sent", "unknown"]
    assert [state.invoice_number for state in found[:3]] == ["2026-1001", "2026-1002", "2026-1003"]
    assert [state.document for state in found] == ["1", "2", "3", "4", "5"]
    assert found[0].at == at(10)
    assert found[1].at == at(10)
    assert found[1].message == "No receiver (https://example.com/e)"
    assert found[2].message == "Reference wanted"
    assert found[3].message is None


def test_answer_of_one_document_in_other_case():
    (state,) = read_outbound({"Id": "9", "CurrentStatus": {"Status": "Stopped", "Time": "soon"}})
    assert (state.neutral, state.at, state.document) == ("action_required", None, "9")


@pytest.mark.parametrize("answer", [[], "x", {"documents": {}}, {"documents": ["x"]}])
def test_answer_of_another_shape_is_refused(answer):
    with pytest.raises(UsageError):
        list(read_outbound(answer))
