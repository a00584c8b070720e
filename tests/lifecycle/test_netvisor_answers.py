"""Answers of Netvisor: what was done, failures, and what is no answer at all."""

import time
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import einvoice
from einvoice.context import Context
from einvoice.formats import netvisor as room
from einvoice.lifecycle.netvisor import FAULTS, Credentials, build, parse

CORPUS = Path(__file__).resolve().parents[2] / "corpora" / "netvisor"
KEYS = {"customer_key": "key-of-customer", "partner_key": "key-of-partner"}
ASKED = build(
    "netvisor.get",
    parameters={"netvisorkey": 88017, "showcommentlines": 1},
    credentials=Credentials("Kirjuri", "API-1", "PART-1", "9100117-1", **KEYS),
    now=datetime(2026, 11, 20, 8, 0, tzinfo=UTC),
    transaction_id="t-1",
)
OK = "<ResponseStatus><Status>OK</Status><TimeStamp>4.3.2026 10:10:10</TimeStamp></ResponseStatus>"


def answered(payload, operation=None, status=None):
    return parse(f"<Root>{OK}{payload}</Root>".encode(), operation, status=status)


def failed(second, status=None):
    more = f"<Status>{second}</Status>" if second is not None else ""
    text = f"<Root><ResponseStatus><Status>FAILED</Status>{more}</ResponseStatus></Root>"
    return parse(text.encode(), "netvisor.create", status=status)


def codes(answer):
    return [each.code for each in answer.findings]


# ---------------------------------------------------------------------------------- what was done


def test_list() -> None:
    answer = parse((CORPUS / "response-list.xml").read_bytes(), "netvisor.list")
    assert answer.ok
    assert not answer.findings
    first = answer.values["invoices"][0]
    assert {"id", "invoice_number", "issue_date", "amount", "open_amount", "native_status", "status"} <= first.keys()
    assert all(isinstance(each["amount"], Decimal) for each in answer.values["invoices"])
    assert all(isinstance(each["issue_date"], date) for each in answer.values["invoices"])
    assert {each["status"] for each in answer.values["invoices"]} >= {"paid"}


def test_row_of_a_list() -> None:
    row = """<SalesInvoiceList><SalesInvoice><NetvisorKey>165</NetvisorKey><InvoiceNumber>5</InvoiceNumber>
      <Invoicedate format="ansi">2013-11-9</Invoicedate><InvoiceDueDate>2013-11-23</InvoiceDueDate>
      <InvoiceStatus substatus="collected" isincollection="1">open</InvoiceStatus><CustomerCode/>
      <CustomerName>Leipomo Jyvä &amp; Pojat</CustomerName><ReferenceNumber>1070</ReferenceNumber>
      <InvoiceSum>1123,45</InvoiceSum><OpenSum>0.10</OpenSum><Uri>/getsalesinvoice.nv?netvisorkey=165</Uri>
      <AdditionalInformation><PrivateComment>Soita</PrivateComment></AdditionalInformation>
      </SalesInvoice></SalesInvoiceList>"""
    assert answered(row).values["invoices"] == (
        {
            "id": "165",
            "invoice_number": "5",
            "issue_date": date(2013, 11, 9),
            "due_date": date(2013, 11, 23),
            "native_status": "open",
            "native_substatus": "collected",
            "status": "in_collection",
            "in_collection": True,
            "customer_name": "Leipomo Jyvä & Pojat",
            "reference": "1070",
            "amount": Decimal("1123.45"),
            "open_amount": Decimal("0.10"),
            "uri": "/getsalesinvoice.nv?netvisorkey=165",
            "comment": "Soita",
        },
    )


def test_empty_list_is_an_answer() -> None:
    answer = parse((CORPUS / "response-list-empty.xml").read_bytes(), "netvisor.list")
    assert (answer.ok, answer.values["invoices"], codes(answer)) == (True, (), [])


@pytest.mark.parametrize(("count", "follows"), [(499, None), (500, {"invoicesabovenetvisorkey": "500"})])
def test_full_list_names_the_next_page(count, follows) -> None:
    rows = "".join(f"<SalesInvoice><NetvisorKey>{key}</NetvisorKey></SalesInvoice>" for key in range(count, 0, -1))
    answer = answered(f"<SalesInvoiceList>{rows}</SalesInvoiceList>", "netvisor.list")
    assert answer.values.get("next") == follows


def test_invoice_and_its_document() -> None:
    data = (CORPUS / "response-one-invoice.xml").read_bytes()
    answer = parse(data, "netvisor.get")
    invoice = einvoice.read(answer.values["document"], context=Context.load(CORPUS.parent / "einvoice.toml")).invoice
    assert answer.ok
    assert answer.values["id"] == invoice.native["netvisor:key"]
    assert answer.values["invoice_number"] == invoice.invoice_number
    assert answer.values["issue_date"] == invoice.issue_date
    assert answer.values["amount"] == invoice.totals.total_with_vat
    assert answer.values["currency"] == invoice.currency


def test_order_has_a_state_of_orders() -> None:
    answer = parse((CORPUS / "response-order.xml").read_bytes(), "netvisor.get_order")
    assert (answer.values["native_status"], answer.values["status"]) == ("undelivered", "order_open")


def test_several_invoices() -> None:
    answer = parse((CORPUS / "response-three-invoices.xml").read_bytes(), "netvisor.get")
    assert len(answer.values["invoices"]) == 3
    assert "id" not in answer.values


@pytest.mark.parametrize("payload", ["<SalesInvoice/>", "<SalesInvoice> </SalesInvoice>", "<salesinvoices/>"])
def test_not_found_is_not_done(payload) -> None:
    answer = answered(payload, "netvisor.get")
    assert (answer.ok, answer.code, answer.retry) == (False, "OK", False)
    assert "empty SalesInvoice" in answer.meaning
    assert "get_order" in answer.fix


def test_one_of_several_not_found() -> None:
    answer = answered(
        "<SalesInvoices><SalesInvoice/><SalesInvoice><SalesInvoiceNumber>1</SalesInvoiceNumber></SalesInvoice>"
        "</SalesInvoices>"
    )
    assert (answer.ok, answer.values["invoice_number"], codes(answer)) == (True, "1", ["EI-ANSWER-OTHER"])


@pytest.mark.parametrize(
    "payload",
    [
        "<Replies><InsertedDataIdentifier>88017</InsertedDataIdentifier></Replies>",
        "<InsertedDataIdentifier>88017</InsertedDataIdentifier>",
        "<replies><inserteddataidentifier> 88017 </inserteddataidentifier></replies>",
    ],
)
def test_created(payload) -> None:
    answer = answered(payload, "netvisor.create")
    assert (answer.ok, answer.values["id"], codes(answer)) == (True, "88017", [])


def test_created_without_key_is_named() -> None:
    answer = answered("", "netvisor.create")
    assert (answer.ok, codes(answer)) == (True, ["EI-ANSWER-OTHER"])
    assert codes(answered("", "netvisor.edit")) == []


def test_values_that_cannot_be_read_are_named() -> None:
    answer = answered(
        "<SalesInvoiceList><SalesInvoice><NetvisorKey>1</NetvisorKey><InvoiceDate>2013-02-30</InvoiceDate>"
        "<InvoiceSum>12 000,00</InvoiceSum><InvoiceStatus>dreaming</InvoiceStatus></SalesInvoice></SalesInvoiceList>"
    )
    assert answer.values["invoices"] == ({"id": "1", "native_status": "dreaming"},)
    assert codes(answer) == ["EI-ANSWER-VALUE"] * 3
    assert answer.findings[0].path == "/Root/SalesInvoiceList/SalesInvoice/InvoiceDate"


# ---------------------------------------------------------------------------------- failures


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_known_code(code) -> None:
    answer = failed(f"{code} :: Selitys")
    assert (answer.ok, answer.code, answer.retry) == (False, code, FAULTS[code].retry)
    assert answer.meaning == f"{FAULTS[code].meaning} (Netvisor says: Selitys)"
    assert answer.fix == FAULTS[code].fix
    assert not answer.findings


def test_codes_are_those_that_the_reader_knows() -> None:
    """The reader of documents and this room may not import one another; both know the same codes."""
    assert FAULTS.keys() == room._REMEDIES.keys()


FAILURES = [
    # case, second status, HTTP status, code, meaning, retry, findings
    ("unknown_code", "BRAND_NEW :: a :: b", None, "BRAND_NEW", "a :: b", False, ["EI-ANSWER-FAULT"]),
    ("unknown_code_503", "BRAND_NEW", 503, "BRAND_NEW", "does not say why", True, ["EI-ANSWER-FAULT"]),
    ("lower_case", "period_lock :: x", 400, "period_lock", "closed", False, []),
    ("code_alone", "PERIOD_LOCK", None, "PERIOD_LOCK", "closed", False, []),
    ("no_second_status", None, None, None, "does not say why", False, []),
    ("no_second_status_500", None, 500, "500", "does not say why", False, []),
]


@pytest.mark.parametrize(
    ("second", "status", "code", "meaning", "retry", "found"), [f[1:] for f in FAILURES], ids=[f[0] for f in FAILURES]
)
def test_failure(second, status, code, meaning, retry, found) -> None:
    answer = failed(second, status)
    assert (answer.ok, answer.code, answer.retry, codes(answer)) == (False, code, retry, found)
    assert meaning in answer.meaning


def test_ok_with_a_failing_status_of_http_is_not_believed() -> None:
    answer = answered("", "netvisor.edit", status=502)
    assert (answer.ok, answer.code, answer.retry, codes(answer)) == (False, "502", False, ["EI-ANSWER-OTHER"])


ECHO = (
    "<Root><ResponseStatus><Status>FAILED</Status><Status>AUTHENTICATION_FAILED :: Käytä merkkijonoa: "
    "https://integration.netvisor.fi/getsalesinvoice.nv?netvisorkey=88017&showcommentlines=1&Kirjuri&API-1"
    "&2026-11-20 08:00:00.000&{language}&9100117-1&t-1&1795161600&key-of-customer&key-of-partner :: "
    "0123456789abcdef</Status></ResponseStatus></Root>"
)


@pytest.mark.parametrize("escaped", [False, True])
def test_echo_of_the_mac_input(escaped) -> None:
    """With raw ampersands it is no XML; read all the same, compared, and rid of the keys."""
    text = ECHO.format(language="FI")
    answer = parse((text.replace("&", "&amp;") if escaped else text).encode(), request=ASKED)
    assert (answer.code, answer.retry, answer.operation) == ("AUTHENTICATION_FAILED", False, "netvisor.get")
    assert answer.values["mac_input"][0].endswith("?netvisorkey=88017&showcommentlines=1")
    assert answer.values["mac_input"][-1] == "t-1"
    assert answer.values["mac_differs"] == ("language",)
    assert answer.fix.startswith("Netvisor read another language than was sent; ")
    assert not any(secret in repr(answer) for secret in (*KEYS.values(), "0123456789abcdef"))
    same = parse(ECHO.format(language="EN").encode(), request=ASKED)
    assert "mac_differs" not in same.values
    assert "mac_differs" not in parse(ECHO.format(language="SE").encode()).values
    pieces = parse(ECHO.replace("2026-11-20", "soon").encode(), request=ASKED).values
    assert "mac_differs" not in pieces
    assert pieces["mac_input"] == ("https://integration.netvisor.fi/getsalesinvoice.nv?netvisorkey=88017",)


@pytest.mark.parametrize(
    "text",
    [
        "<Root><Status>FAILED</Status>" + "<Status>" * 12_000,
        "<Status>FAILED</Status><Status>A :: &" + "http://" * 14_000,
    ],
)
def test_hostile_failures_take_no_time(text) -> None:
    started = time.process_time()
    assert not parse(text.encode(), "netvisor.list").ok
    assert not parse(f"{text}</Status>".encode(), "netvisor.list").ok
    assert time.process_time() - started < 1


# ---------------------------------------------------------------------------------- no answer


NO_ANSWER = [
    # case, body, HTTP status, code, retry, finding, words of the meaning
    ("empty", b"", None, None, False, "EI-ANSWER-EMPTY", "is empty"),
    ("empty_200", b" \r\n", 200, None, False, "EI-ANSWER-EMPTY", "is empty"),
    ("empty_503", b"", 503, "503", True, "EI-ANSWER-EMPTY", "is empty"),
    (
        "html",
        b"<!DOCTYPE html>\n<html><head><title>503 Huolto &amp; tauko</title></head><body><br></body></html>",
        503,
        "503",
        True,
        "EI-ANSWER-HTML",
        "a page of HTML, '503 Huolto &amp; tauko', not Root",
    ),
    ("html_well_formed", b"<html><body/></html>", None, None, False, "EI-ANSWER-HTML", "a page of HTML"),
    (
        "cut_off",
        b"<Root><ResponseStatus><Status>OK</Status>",
        200,
        None,
        False,
        "EI-NOT-WELL-FORMED",
        "not well-formed",
    ),
    ("other_xml", b"<Invoice/>", 200, None, False, "EI-ANSWER-OTHER", "is not Root with a status"),
    ("no_status", b"<Root><ResponseStatus/></Root>", 200, None, False, "EI-ANSWER-OTHER", "is not Root with a status"),
    ("json", b'{"Message": "no"}', 401, "401", False, "EI-NOT-WELL-FORMED", "not well-formed"),
    ("doctype", b"<!DOCTYPE a [<!ENTITY b 'c'>]><Root/>", 200, None, False, "EI-FORBIDDEN-XML", "DOCTYPE"),
    ("binary", bytes(range(256)), 200, None, False, "EI-NOT-WELL-FORMED", "not well-formed"),
]


@pytest.mark.parametrize(
    ("body", "status", "code", "retry", "finding", "words"), [n[1:] for n in NO_ANSWER], ids=[n[0] for n in NO_ANSWER]
)
def test_no_answer(body, status, code, retry, finding, words) -> None:
    answer = parse(body, "netvisor.create", status=status)
    assert (answer.ok, answer.code, answer.retry, codes(answer)) == (False, code, retry, [finding])
    assert words in answer.meaning
    assert answer.fix


def test_what_may_be_sent_again_is_said() -> None:
    assert parse(b"", request=ASKED, status=503).fix == "wait, and send it again"
    assert parse(b"", request=ASKED, status=502).retry
    assert "may have been done" in parse(b"", "netvisor.create", status=502).fix
    assert not parse(b"", "netvisor.create", status=502).retry
    assert "credentials" in parse(b"", request=ASKED, status=401).fix


@given(st.binary(max_size=200), st.sampled_from([None, 200, 500]))
def test_any_bytes_are_an_answer(data, status) -> None:
    assert parse(b"<Root>" + data, "netvisor.list", status=status).ok is False
    assert parse(data, "netvisor.list", status=status).ok is False


@given(st.integers(0, 2000))
def test_half_an_answer_is_no_success(length) -> None:
    data = (CORPUS / "response-list.xml").read_bytes()
    cut = min(length, len(data.rstrip()) - 1)
    assert parse(data[:cut], "netvisor.list").ok is False


# ---------------------------------------------------------------------------------- real ones


@pytest.mark.conformance
def test_real_responses(shared) -> None:
    """Each parses without a finding; the operation is told by the name of the file."""
    seen = {}
    for path in sorted(shared("corpora", "netvisor", "responses").glob("*.xml")):
        operation = next(
            (f"netvisor.{name}" for word, name in WORDS.items() if word in path.name), "netvisor.match_credit_note"
        )
        answer = parse(path.read_bytes(), operation)
        assert not answer.findings, path.name
        assert answer.ok == ("not-found" not in path.name and "failed" not in path.name), path.name
        if answer.ok and operation == "netvisor.get":
            each = answer.values.get("invoices", (answer.values,))
            assert all({"invoice_number", "issue_date", "amount", "status"} <= one.keys() for one in each), path.name
        seen[path.name] = operation
    assert len(seen) >= 18
    assert set(seen.values()) == {f"netvisor.{name}" for name in WORDS.values()}


WORDS = {
    "authentication-failed": "delete",
    "add-reply": "create",
    "edit-reply": "edit",
    "updatesalesinvoicestatus": "set_status",
    "salesinvoicelist": "list",
    "getsalesinvoice": "get",
}
"""Part of the name of a sample, and the operation it answers."""


@pytest.mark.conformance
def test_real_faults(shared) -> None:
    """The negative samples that are answers; none of them is a success."""
    folder = shared("corpora", "netvisor", "negative")
    found = {path.name: parse(path.read_bytes(), "netvisor.list") for path in folder.glob("*.xml")}
    assert not any(answer.ok for answer in found.values())
    echoed = found["avanio-2023-authentication-failed-unescaped-ampersands.xml"]
    assert echoed.code == "AUTHENTICATION_FAILED"
    assert len(echoed.values["mac_input"]) == 7
    assert "YOUR_PRIVATE_KEY_HERE" not in repr(echoed)
    assert "MAC_REMOVED" not in repr(echoed)
    for name in ("avanio-failed-without-message.xml", "avanio-failed-without-timestamp.xml"):
        assert (found[name].meaning, found[name].findings) == ("Netvisor does not say why", ())
    for name in ("avanio-root-without-responsestatus.xml", "avanio-empty-status.xml"):
        assert codes(found[name]) == ["EI-ANSWER-OTHER"]


@pytest.mark.conformance
def test_codes_of_the_facts(shared) -> None:
    text = shared("facts", "netvisor.md").read_text(encoding="utf-8")
    sentence = text.partition("Codes known to clients:")[2].partition("The set is open")[0]
    import re

    assert set(re.findall(r"`([A-Z_]+)`", sentence)) == FAULTS.keys()
