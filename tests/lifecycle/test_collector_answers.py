"""Answers of Collector/Walley: responses, every fault, and what is no answer at all.

No complete answer was found in public; the responses here are composed from the lists of elements.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from einvoice.lifecycle.collector import build, parse
from einvoice.lifecycle.collector.answer import ELEMENTS
from einvoice.lifecycle.collector.service import SERVICES
from einvoice.lifecycle.no_answer import UNKNOWN_OUTCOME
from einvoice.lifecycle.operations import FAULTS, NATIVE

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP12 = "http://www.w3.org/2003/05/soap-envelope"
OLDER = SERVICES["InvoiceServiceV31"].namespace
NEWER = SERVICES["PaymentServiceV10"].namespace

SAID = {
    "AvailableReservationAmount": "0",
    "CorrelationId": "ORDER-1",
    "DueDate": "2026-12-20T00:00:00",
    "InvoiceNo": "4576392",
    "InvoiceStatus": "2",
    "InvoiceUrl": "https://example.com/i?a=1&amp;b=2",
    "LowestAmountToPay": "50.0",
    "NewInvoiceNo": "4576393",
    "PaymentReference": "457639288",
    "Status": "Pending",
    "TotalAmount": "597.00",
}
READ: dict[str, Any] = {
    "available_amount": Decimal(0),
    "correlation_id": "ORDER-1",
    "due_date": date(2026, 12, 20),
    "invoice_number": "4576392",
    "document": "https://example.com/i?a=1&b=2",
    "lowest_amount": Decimal(50),
    "new_invoice_number": "4576393",
    "payment_reference": "457639288",
    "amount": Decimal(597),
}


def envelope(content: str, soap: str = SOAP) -> bytes:
    return f'<s:Envelope xmlns:s="{soap}"><s:Body>{content}</s:Body></s:Envelope>'.encode()


def response(name: str, elements: dict[str, str], version: str = "", namespace: str = OLDER) -> bytes:
    inner = "".join(f"<{key}>{text}</{key}>" for key, text in elements.items())
    nil = ' xmlns:i="http://www.w3.org/2001/XMLSchema-instance"'
    return envelope(f'<{name}Response{version} xmlns="{namespace}"{nil}>{inner}</{name}Response{version}>')


def fault(code: str, text: str = "Felet") -> bytes:
    return envelope(
        f'<s:Fault><faultcode>{code}</faultcode><faultstring xml:lang="sv-SE">{text}</faultstring></s:Fault>'
    )


def codes(found: Any) -> list[str]:
    return [each.code for each in found.findings]


# ---------------------------------------------------------------------------------- responses


@pytest.mark.parametrize("namespace", [OLDER, NEWER])
@pytest.mark.parametrize("version", ["", "V31", "V10"])
@pytest.mark.parametrize("operation", [each for each in NATIVE if each.startswith("collector.")])
def test_response_of_every_operation(operation: str, version: str, namespace: str) -> None:
    native = NATIVE[operation]
    elements = {name.rstrip("?"): SAID[name.rstrip("?")] for name in native.answer}
    found = parse(response(native.name, elements, version, namespace))
    assert (found.ok, found.operation, found.code, found.findings) == (True, operation, None, ())
    expected = {ELEMENTS[name][0]: READ.get(ELEMENTS[name][0]) for name in elements}
    if "status" in expected:
        expected["status"] = "issued" if "InvoiceStatus" in elements else "approved"
        expected["native_status"] = elements.get("InvoiceStatus", "Pending")
    assert found.values == expected
    assert found.native == {name: text.replace("&amp;", "&") for name, text in elements.items()}


def test_every_element_is_answered_by_some_operation() -> None:
    answered = {name.rstrip("?") for each in NATIVE.values() if each.system == "collector" for name in each.answer}
    assert answered == set(ELEMENTS)


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        ('<DueDate i:nil="true"/>', {}),
        ("<DueDate/>", {}),
        ("<DueDate>0001-01-01T00:00:00</DueDate>", {}),
        ("<DueDate>2026-12-20</DueDate>", {"due_date": date(2026, 12, 20)}),
        ("<DueDate>2026-12-20T00:00:00.000+01:00</DueDate>", {"due_date": date(2026, 12, 20)}),
        ("<TotalAmount> 10.5 </TotalAmount>", {"amount": Decimal("10.5")}),
        ('<NewInvoiceNo i:nil="1"/>', {}),
    ],
)
def test_element(element: str, expected: dict[str, Any]) -> None:
    nil = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"'
    inner = f'<ActivateInvoiceResponse xmlns="{OLDER}" {nil}>{element}</ActivateInvoiceResponse>'
    found = parse(envelope(inner))
    assert (found.values, found.findings) == (expected, ())


@pytest.mark.parametrize(
    ("name", "text", "severity"),
    [
        ("DueDate", "next week", "error"),
        ("DueDate", "2026-12-20 noon", "error"),
        ("TotalAmount", "597,00", "error"),
        ("TotalAmount", "NaN", "error"),
        ("InvoiceStatus", "42", "warning"),
    ],
)
def test_value_that_cannot_be_read(name: str, text: str, severity: str) -> None:
    found = parse(response("ActivateInvoice", {"CorrelationId": "1", name: text}))
    assert found.ok
    assert ELEMENTS[name][0] not in found.values
    assert [(each.code, each.severity) for each in found.findings] == [("EI-ANSWER-VALUE", severity)]
    assert text in found.findings[0].message
    assert found.findings[0].path is not None


def test_element_that_is_not_known() -> None:
    found = parse(response("CancelInvoice", {"LoyaltyPoints": "7"}))
    assert found.ok
    assert codes(found) == ["EI-ANSWER-UNKNOWN"]
    assert found.native == {"LoyaltyPoints": "7"}


def test_answer_to_another_request() -> None:
    asked = build("collector.cancel", parameters={"InvoiceNo": "1", "CountryCode": "SE", "CorrelationId": "A & B"})
    ours = response("CancelInvoice", {"CorrelationId": "A &amp; B"})
    other = response("CancelInvoice", {"CorrelationId": "C"})
    assert parse(ours, request=asked).ok
    found = parse(other, request=asked)
    assert (found.ok, found.retry, found.fix, codes(found)) == (False, False, UNKNOWN_OUTCOME, ["EI-ANSWER-OTHER"])
    assert parse(response("CancelInvoice", {}), request=asked).ok  # the id is optional
    assert not parse(response("ActivateInvoice", {}), request=asked).ok


# ---------------------------------------------------------------------------------- faults


@pytest.mark.conformance
def test_table_has_every_fault_of_the_facts(shared: Callable[..., Path]) -> None:
    import json

    facts = json.loads(shared("facts", "lifecycle.json").read_text(encoding="utf-8"))
    assert {each["code"] for each in facts["collector_faults"]} == set(FAULTS)
    assert len(FAULTS) == 22


@pytest.mark.parametrize("code", FAULTS)
def test_every_fault(code: str) -> None:
    for spelled in (f"s:{code}", code, f" a:{code.lower()} "):
        found = parse(fault(spelled), "collector.activate", status=500)
        assert (found.ok, found.operation, found.code) == (False, "collector.activate", code)
        assert found.meaning == f"{FAULTS[code].meaning} (Collector says: Felet)"
        assert (found.fix, found.retry, found.findings) == (FAULTS[code].fix, FAULTS[code].retry, ())


def test_fault_of_soap_1_2() -> None:
    inner = (
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>INVOICE_NOT_FOUND</s:Value></s:Subcode></s:Code>"
        '<s:Reason><s:Text xml:lang="en">No</s:Text></s:Reason><s:Detail><x>17</x></s:Detail></s:Fault>'
    )
    found = parse(envelope(inner, SOAP12))
    assert found.code == "INVOICE_NOT_FOUND"
    assert found.native == {"faultcode": "INVOICE_NOT_FOUND", "faultstring": "No", "detail": "17"}


@pytest.mark.parametrize(
    ("code", "expected"), [("s:PRODUCT_CLOSED", "PRODUCT_CLOSED"), ("s:Client", "Client"), ("", "Fault")]
)
def test_fault_that_is_not_known(code: str, expected: str) -> None:
    found = parse(fault(code, "Produkten är stängd"))
    assert (found.ok, found.code, found.retry, codes(found)) == (False, expected, False, ["EI-ANSWER-FAULT"])
    assert found.meaning is not None and "Produkten är stängd" in found.meaning


def test_fault_without_anything() -> None:
    found = parse(envelope("<s:Fault/>"))
    assert (found.ok, found.code, found.retry) == (False, "Fault", False)


# ---------------------------------------------------------------------------------- what is no answer

WHOLE = response("ActivateInvoice", SAID)
BOMB = b'<!DOCTYPE a [<!ENTITY b "x">]>' + WHOLE
HTML = b"\n<!DOCTYPE html>\n<html><head><title>Service\nUnavailable</title></head><body><p>Sorry<br></body></html>"
STRANGE = [
    # case, body, code of the finding, words of it
    ("empty", b"", "EI-ANSWER-EMPTY", "empty"),
    ("blanks", b"\xef\xbb\xbf \r\n\x00", "EI-ANSWER-EMPTY", "empty"),
    ("page", HTML, "EI-ANSWER-HTML", "'Service Unavailable'"),
    ("page of XHTML", b"<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", "EI-ANSWER-HTML", "HTML"),
    ("half", WHOLE[: len(WHOLE) // 2], "EI-NOT-WELL-FORMED", "not well-formed"),
    ("JSON", b'{"message": "no"}', "EI-NOT-WELL-FORMED", "not well-formed"),
    ("bytes", bytes(range(256)), "EI-NOT-WELL-FORMED", "not well-formed"),
    ("document type", BOMB, "EI-FORBIDDEN-XML", "DOCTYPE"),
    ("entity", envelope("<s:Fault><faultcode>&b;</faultcode></s:Fault>"), "EI-FORBIDDEN-XML", "entities"),
    ("deep", b"<a>" * 400 + b"</a>" * 400, "EI-TOO-LARGE", "nested"),
    ("huge", b"<a>" + b" " * 5_000_001 + b"</a>", "EI-TOO-LARGE", "limit"),
    ("other root", b"<Root/>", "EI-ANSWER-OTHER", "<Root>"),
    ("empty body", envelope(""), "EI-ANSWER-OTHER", "<Envelope>"),
    ("no body", f'<s:Envelope xmlns:s="{SOAP}"/>'.encode(), "EI-ANSWER-OTHER", "<Envelope>"),
    ("the request itself", b"", "EI-ANSWER-OTHER", "<CancelInvoiceRequest>"),
    ("another service", response("GetAddress", {}), "EI-ANSWER-OTHER", "<GetAddressResponse>"),
    (
        "another namespace",
        response("CancelInvoice", {}, namespace="urn:x"),
        "EI-ANSWER-OTHER",
        "<CancelInvoiceResponse>",
    ),
    ("another operation", response("SendInvoice", {}), "EI-ANSWER-OTHER", "collector.send, not collector.cancel"),
]


@pytest.mark.parametrize(("body", "code", "words"), [c[1:] for c in STRANGE], ids=[c[0] for c in STRANGE])
def test_no_answer(body: bytes, code: str, words: str) -> None:
    if words == "<CancelInvoiceRequest>":
        body = build("collector.cancel", parameters={"InvoiceNo": "1", "CountryCode": "SE"}).body or b""
    found = parse(body, "collector.cancel")
    assert (found.ok, found.retry, found.code, found.values) == (False, False, None, {})
    assert (found.operation, found.fix) == ("collector.cancel", UNKNOWN_OUTCOME)
    assert codes(found) == [code]
    assert words in found.findings[0].message


@pytest.mark.parametrize(
    ("status", "retry"), [(429, True), (503, True), (500, False), (502, False), (504, False), (200, False)]
)
def test_only_a_request_that_was_turned_away_goes_again(status: int, retry: bool) -> None:
    for body in (b"", HTML):
        found = parse(body, "collector.activate", status=status)
        assert (found.ok, found.retry) == (False, retry)
        assert found.code == (str(status) if status >= 400 else None)


@pytest.mark.parametrize("end", range(1, len(WHOLE), 37))
def test_every_half_of_an_answer_is_no_answer(end: int) -> None:
    assert not parse(WHOLE[:end]).ok


@given(st.binary(max_size=200) | st.text(max_size=60).map(lambda text: response("SendInvoice", {"DueDate": text})))
@settings(max_examples=200, deadline=None)
def test_nothing_raises(body: bytes) -> None:
    assert parse(body, "collector.send").operation == "collector.send"


def test_status_beats_a_response() -> None:
    found = parse(response("CancelInvoice", {}), status=500)
    assert (found.ok, found.code) == (False, "500")
