"""Answers of Billecta: what was created, invoices, lists, errors, and what is no answer."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import einvoice
from einvoice.context import Context
from einvoice.formats.billecta import codecs
from einvoice.lifecycle.billecta import Credentials, build, parse
from einvoice.lifecycle.billecta.answer import read_day
from einvoice.lifecycle.operations import NATIVE

CORPUS = Path(__file__).resolve().parents[2] / "corpora" / "billecta"
GET = build("billecta.get", parameters={"id": "2499990041"}, credentials=Credentials("t"))
ATTEST = build("billecta.attest", parameters={"id": "2499990041"}, credentials=Credentials("t"))


def codes(answer):
    return [each.code for each in answer.findings]


def sek(value):
    return {"CurrencyCode": "SEK", "Value": value, "ValueForView": 0.5}


# ---------------------------------------------------------------------------------- what was done


CREATED = [
    # case, answer, values, findings
    ("one", {"PublicId": "2405395441"}, {"id": "2405395441"}, []),
    ("several", {"PublicId": "1; 2;3"}, {"id": "1", "ids": ("1", "2", "3")}, []),
]


@pytest.mark.parametrize(("data", "values", "found"), [c[1:] for c in CREATED], ids=[c[0] for c in CREATED])
def test_created(data, values, found) -> None:
    answer = parse(json.dumps(data).encode(), "billecta.create", status=200)
    assert (answer.ok, answer.values, codes(answer)) == (True, values, found)


@pytest.mark.parametrize("data", [b'{"PublicId": null}', b"{}", b"[]", b'"ok"', b"null"])
def test_created_without_identifier_is_not_believed(data) -> None:
    answer = parse(data, "billecta.create", status=200)
    assert (answer.ok, codes(answer)) == (False, ["EI-ANSWER-OTHER"])
    assert "may have been done" in answer.fix


def test_invoice() -> None:
    data = (CORPUS / "answer-partly-paid.json").read_bytes()
    values = parse(data, request=GET, status=200).values
    assert values["id"] == "2499990034"
    assert values["invoice_number"] == "26034"
    assert values["due_date"] == date(2026, 6, 3)
    assert (values["amount"], values["open_amount"], values["paid_amount"]) == (
        Decimal("17068.75"),
        Decimal("7068.75"),
        Decimal("10000.00"),
    )
    assert values["currency"] == "SEK"
    assert (values["native_status"], values["status"], values["flags"]) == ("InvoiceSent", "sent", ("locked",))
    assert {"register_payment", "pause"} <= set(values["allowed"])
    assert values["events"][0] == {
        "type": "Created",
        "date": date(2026, 5, 4),
        "title": "Faktura skapad",
        "happened": True,
    }
    invoice = einvoice.read(values["document"], context=Context.load(CORPUS.parent / "billecta.toml")).invoice
    assert invoice.invoice_number == values["invoice_number"]


STATES = [
    # file, native, neutral, flags
    ("answer-draft.json", "Created", "draft", ()),
    ("answer-sent.json", "InvoiceSent", "sent", ("locked",)),
    ("answer-paid.json", "Completed", "paid", ("locked",)),
    ("answer-credited.json", "Completed", "credited", ("locked",)),
    ("answer-overdue-written-off.json", "Completed", "paid", ("locked",)),  # most of it was paid
]


@pytest.mark.parametrize(("name", "native", "neutral", "flags"), STATES, ids=[each[0] for each in STATES])
def test_state(name, native, neutral, flags) -> None:
    answer = parse((CORPUS / name).read_bytes(), "billecta.get")
    assert (answer.values["native_status"], answer.values["status"]) == (native, neutral)
    assert set(answer.values["flags"]) <= set(flags)
    assert not answer.findings


def test_a_stage_that_nobody_knows_is_named() -> None:
    answer = parse((CORPUS / "answer-unknown-enums.json").read_bytes(), "billecta.get")
    assert (answer.ok, codes(answer)) == (True, ["EI-LIFECYCLE-STATE"])
    assert "status" not in answer.values


@pytest.mark.parametrize("name", sorted(path.name for path in CORPUS.glob("answer-*.json")))
def test_answers_agree_with_the_reader(name) -> None:
    data = (CORPUS / name).read_bytes()
    values = parse(data, "billecta.get", status=200).values
    whole = json.loads(data)
    assert values["id"] == whole["ActionPublicId"]
    assert values["amount"] == Decimal(whole["InvoicedAmount"]["Value"]) / 100
    assert values["issue_date"].isoformat() == whole["InvoiceDate"][:10]


def test_list() -> None:
    answer = parse((CORPUS / "list-summaries.json").read_bytes(), "billecta.list_open", status=200)
    assert answer.ok
    assert len(answer.values["invoices"]) == len(json.loads((CORPUS / "list-summaries.json").read_bytes()))
    assert all({"id", "amount", "native_status"} <= each.keys() for each in answer.values["invoices"])


def test_empty_lists_have_the_name_of_what_was_asked_for() -> None:
    assert parse(b"[]", "billecta.list_open").values == {"invoices": ()}
    assert parse(b"[]", "billecta.list_open_reminders").values == {"reminders": ()}
    assert parse(b"[]", "billecta.list_card_payment_intents").values == {"payments": ()}


def test_reminders_and_payments() -> None:
    reminder = {
        "ActionPublicId": "9",
        "SourceActionPublicId": "8",
        "CurrentFeeAmount": sek(6000),
        "SourceCurrentAmount": sek(100),
        "SourceOriginalAmount": sek(200),
        "LastReminderDate": "2026-06-10 00:00:00+02:00",
        "LastReminderDueDate": "0001-01-01T00:00:00",
    }
    assert parse(json.dumps([reminder]).encode()).values["reminders"] == (
        {
            "id": "9",
            "source_id": "8",
            "reminder_date": date(2026, 6, 10),
            "fee_amount": Decimal("60.00"),
            "open_amount": Decimal("1.00"),
            "amount": Decimal("2.00"),
            "currency": "SEK",
        },
    )
    payment = {"PaymentPublicId": "p", "Status": "Pending", "Amount": sek(5), "PaymentWindowUrl": "https://pay.example"}
    assert parse(json.dumps(payment).encode(), "billecta.create_card_payment_intent").values == {
        "payment_id": "p",
        "url": "https://pay.example",
        "amount": Decimal("0.05"),
        "currency": "SEK",
        "native_status": "Pending",
    }


def test_amounts_by_the_decimals_of_their_currency() -> None:
    item = {"ActionPublicId": "1", "Stage": "Created", "CurrentAmount": {"CurrencyCode": "JPY", "Value": 1500}}
    assert parse(json.dumps([item]).encode()).values["invoices"][0]["open_amount"] == Decimal(1500)


@pytest.mark.parametrize(
    "money", [{"CurrencyCode": "SEK", "Value": 1.5}, {"CurrencyCode": "QQX", "Value": 1}, {"Value": 1}, 12, {}]
)
def test_amounts_that_cannot_be_read_are_named(money) -> None:
    answer = parse(json.dumps({"ActionPublicId": "1", "Stage": "Created", "CurrentAmount": money}).encode())
    assert (answer.ok, codes(answer)) == (True, ["EI-ANSWER-VALUE"])
    assert "open_amount" not in answer.values


def test_dates_that_cannot_be_read_are_named() -> None:
    answer = parse(b'{"ActionPublicId": "1", "Stage": "Created", "DueDate": "soon"}')
    assert codes(answer) == ["EI-ANSWER-VALUE"]


@given(
    st.datetimes().map(str)
    | st.datetimes(
        timezones=st.sampled_from([codecs.timezone(codecs.timedelta(hours=h)) for h in (-11, 0, 2, 14)])
    ).map(str)
    | st.sampled_from(
        ["2024-05-31T22:00:00Z", "2020-12-31", "0001-01-01T00:00:00", "2021-01-20 16:02:04+0100", "x", ""]
    )
)
def test_days_are_those_of_the_reader(text) -> None:
    """The reader of documents and this room may not import one another; both read a date the same way."""
    try:
        expected = codecs.read_day(text)
    except ValueError:
        expected = None
    found = read_day(text)
    assert found == expected or (found is not None and found.year in (1, 9999) and expected is not None)


def test_pdf_of_a_preview() -> None:
    assert parse(b"%PDF-1.7 ...", "billecta.preview_stored", status=200).values == {"document": b"%PDF-1.7 ..."}
    assert not parse(b"%PDF-1.7 ...", "billecta.preview_stored", status=500).ok


@pytest.mark.parametrize("status", [200, 204])
def test_empty_answer_of_what_answers_nothing(status) -> None:
    assert parse(b"", request=ATTEST, status=status).ok
    assert parse(b"null", request=ATTEST, status=status).ok
    assert not parse(b"", request=GET, status=status).ok
    assert not parse(b"", request=ATTEST).ok, "without the status nobody can tell"


# ---------------------------------------------------------------------------------- errors


ERRORS = [
    # case, body, HTTP status, code, words of the meaning, words of the fix, retry
    (
        "customer",
        {"Message": "Kunden hittades inte", "ExternalErrorCode": None, "RequestContent": None},
        400,
        "400",
        "there is no such customer (Billecta says: Kunden hittades inte)",
        "DebtorPublicId",
        False,
    ),
    (
        "enum",
        {"Message": "Enum av typen LanguageTypeView har otillåtet värde: Unknown (-1)", "ExternalErrorCode": "E17"},
        400,
        "E17",
        "LanguageTypeView may not be Unknown (-1)",
        "values of LanguageTypeView",
        False,
    ),
    (
        "other",
        {"Message": "Något annat"},
        400,
        "400",
        "refuses the request (Billecta says: Något annat)",
        "mend",
        False,
    ),
    ("no_status", {"Message": "Något annat", "ExternalErrorCode": None}, None, None, "Något annat", "mend", False),
    ("error_with_200", {"Message": "Nej", "ExternalErrorCode": 12}, 200, "12", "Nej", "mend", False),
    ("token", {"Message": "Authorization has been denied"}, 401, "401", "the token is wrong", "SecureToken", False),
    ("forbidden", {"Message": "x"}, 403, "403", "may not do this", "whose invoice", False),
    ("not_found", {"Message": "No HTTP resource was found"}, 404, "404", "nothing at this path", "context", False),
    ("method", {"Message": "x"}, 405, "405", "another method", "documentation", False),
    ("too_many", {"Message": "Slow down"}, 429, "429", "too many requests (Billecta says: Slow down)", "wait", True),
    ("fault", {"Message": "An error has occurred."}, 500, "500", "An error has occurred.", "may have been done", False),
]


@pytest.mark.parametrize(
    ("body", "status", "code", "meaning", "fix", "retry"), [e[1:] for e in ERRORS], ids=[e[0] for e in ERRORS]
)
def test_error(body, status, code, meaning, fix, retry) -> None:
    answer = parse(json.dumps(body).encode(), "billecta.create", status=status)
    assert (answer.ok, answer.code, answer.retry) == (False, code, retry)
    assert meaning in answer.meaning
    assert fix in answer.fix


def test_a_token_in_a_message_is_masked() -> None:
    told = build("billecta.attest", parameters={"id": "1"}, credentials=Credentials("geheim-7"))
    answer = parse(b'{"Message": "Ogiltig token: geheim-7"}', request=told, status=400)
    assert "geheim" not in repr(answer) + str(answer.values)
    assert answer.values["message"] == "Ogiltig token: ***"


def test_what_may_be_sent_again() -> None:
    assert parse(b"", request=GET, status=502).retry
    assert not parse(b"", request=ATTEST, status=502).retry
    assert parse(b"", request=ATTEST, status=429).retry


NO_ANSWER = [
    # case, body, HTTP status, code, retry, findings
    ("empty", b"", None, None, False, ["EI-ANSWER-EMPTY"]),
    ("empty_401", b"", 401, "401", False, []),
    ("empty_503", b" ", 503, "503", True, ["EI-ANSWER-EMPTY"]),
    ("html", b"<html><head><title>Service Unavailable</title></head></html>", 503, "503", True, ["EI-ANSWER-HTML"]),
    ("html_404", b"<!DOCTYPE html><html></html>", 404, "404", False, []),
    ("cut_off", b'{"PublicId": "24', 200, None, False, ["EI-NOT-WELL-FORMED"]),
    ("list_cut_off", b'[{"ActionPublicId": "1"}, {"Act', 200, None, False, ["EI-NOT-WELL-FORMED"]),
    ("xml", b"<CreatedView/>", 200, None, False, ["EI-NOT-WELL-FORMED"]),
    ("created_with_500", b'{"PublicId": "1"}', 500, "500", False, ["EI-ANSWER-OTHER"]),
    ("list_for_one", b"[]", 200, None, False, ["EI-ANSWER-OTHER"]),
]


@pytest.mark.parametrize(
    ("body", "status", "code", "retry", "found"), [n[1:] for n in NO_ANSWER], ids=[n[0] for n in NO_ANSWER]
)
def test_no_answer(body, status, code, retry, found) -> None:
    answer = parse(body, "billecta.create", status=status)
    assert (answer.ok, answer.code, answer.retry, codes(answer)) == (False, code, retry, found)
    assert answer.meaning
    assert answer.fix


MEMBERS = [
    "ActionPublicId",
    "State",
    "Stage",
    "Invoices",
    "Events",
    "Debtor",
    "CurrentAmount",
    "DueDate",
    "PublicId",
    "Message",
    "Value",
]
MEMBERS += ["CurrencyCode", "IsPaused", "Records"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(MEMBERS),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@given(
    JSON,
    st.sampled_from([None, "billecta.get", "billecta.list_open", "billecta.create"]),
    st.sampled_from([None, 200, 400]),
)
def test_any_json_is_an_answer(value, operation, status) -> None:
    answer = parse(json.dumps(value).encode(), operation, status=status)
    assert not (answer.ok and status == 400)


@given(st.binary(max_size=100))
def test_any_bytes_are_an_answer(data) -> None:
    assert parse(data, "billecta.create", status=200).ok is False


# ---------------------------------------------------------------------------------- real ones


@pytest.mark.conformance
def test_real_answers(shared) -> None:
    folder = shared("corpora", "billecta")
    listed = parse((folder / "invoice-status-list-response.json").read_bytes())
    assert listed.ok
    assert listed.values["invoices"] == ({"id": "2405395441"},)
    assert codes(listed) == ["EI-ANSWER-UNKNOWN"], "a list of one customer, not of the interface"
    exported = parse((folder / "accounting-export-response.json").read_bytes(), status=200)
    assert (exported.ok, codes(exported)) == (True, ["EI-ANSWER-UNKNOWN"])
    customer = parse((folder / "error-400-debtor-not-found.json").read_bytes(), "billecta.create", status=400)
    assert (customer.ok, customer.code) == (False, "400")
    assert customer.meaning.startswith("there is no such customer")
    enum = parse((folder / "error-400-enum-value.json").read_bytes(), "billecta.create", status=400)
    assert enum.meaning.startswith("DebtorTypeView may not be Undefined (-1)")


def test_every_view_of_an_answer_is_known() -> None:
    views = {native.answer for native in NATIVE.values() if native.system == "billecta" and native.answer}
    assert {view[0] for view in views} == {
        "CreatedView",
        "InvoiceActionView",
        "InvoiceActionView or InvoiceActionSubView",
        "CreditCardPaymentView",
        "ReminderInvoiceActionView",
        "array of InvoiceActionSubView",
        "array of ReminderInvoiceActionSubView",
        "array of CreditCardPaymentView",
    }
