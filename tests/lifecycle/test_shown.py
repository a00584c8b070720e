"""What is shown of a request, what a saved answer holds, and what an operation is called: for all systems."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.program import run

from einvoice.errors import UsageError
from einvoice.lifecycle import systems
from einvoice.lifecycle.operations import NATIVE, OPERATIONS
from einvoice.lifecycle.request import SYSTEMS, Request
from einvoice.lifecycle.response import Response, read_saved
from einvoice.lifecycle.shown import as_curl, as_dict, as_http

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=30)
SECRET = "gehéim & <7>"


def request(body: bytes | None, value: str = "v", header: str = "h") -> Request:
    return Request(
        "netvisor",
        "netvisor.get",
        "POST",
        "https://example.com/a.nv",
        (("q", value),),
        (("X-H", header), ("X-Key", SECRET)),
        body,
        secrets=frozenset({SECRET}),
    )


@given(TEXT, TEXT, TEXT)
@settings(max_examples=60, deadline=None)
def test_curl_says_to_a_shell_what_json_says(body: str, value: str, header: str) -> None:
    made = request(body.encode(), value, header.replace("\n", " "))
    words = shlex.split(as_curl(made).replace("\\\n", ""))
    said = as_dict(made)
    assert words[:4] == ["curl", "--request", "POST", said["url"]]
    assert words[4:] == [
        word for each in said["headers"] for word in ("--header", f"{each['name']}: {each['value']}")
    ] + ["--data-binary", said["body"]]


@pytest.mark.parametrize("show", [as_curl, as_http, lambda made: json.dumps(as_dict(made))])
def test_no_form_shows_a_secret(show: Any) -> None:
    body = f"<Password>{SECRET}</Password><b>gehéim &amp; &lt;7&gt;</b>".encode()
    shown = show(request(body, value=SECRET))
    assert "gehéim" not in shown and "geh\\u00e9im" not in shown and "geh%C3%A9im" not in shown
    assert shown.count("***") + shown.count("%2A%2A%2A") == 4


def test_a_body_that_is_no_text() -> None:
    made = request(b"\xff\xd8picture")
    assert "--data-binary @FILE" in as_curl(made)
    assert as_http(made).endswith("\n\n[9 bytes]\n")
    assert (as_dict(made)["body"], as_dict(made)["body_base64"]) == (None, "/9hwaWN0dXJl")


def test_a_request_without_a_body() -> None:
    made = request(None)
    assert "--data-binary" not in as_curl(made)
    assert as_http(made).splitlines()[:2] == ["POST /a.nv?q=v HTTP/1.1", "Host: example.com"]
    assert as_dict(made)["body"] is None


# ---------------------------------------------------------------------------------- saved answers

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nX: a: b\r\n\r\n"
SAVED = [
    # case, file, status, headers, body
    ("body alone", b"<a/>", None, (), b"<a/>"),
    ("nothing", b"", None, (), b""),
    ("with its head", HEAD + b"<a/>", 200, (("Content-Type", "text/xml"), ("X", "a: b")), b"<a/>"),
    ("plain line ends", b"HTTP/2 404\nA: 1\n\n{}", 404, (("A", "1"),), b"{}"),
    ("head alone", b"HTTP/1.1 204 No Content\r\nA: 1\r\n\r\n", 204, (("A", "1"),), b""),
    ("cut off", b"HTTP/1.1 202 Accepted\r\nA: 1", 202, (("A", "1"),), b""),
    ("status alone", b"HTTP/1.1 202 Accepted", 202, (), b""),
    ("no headers", b"HTTP/1.1 200 OK\r\n\r\n\r\nx", 200, (), b"\r\nx"),
    (
        "after an interim answer",
        b"HTTP/1.1 100 Continue\r\n\r\n" + HEAD + b"x",
        200,
        (("Content-Type", "text/xml"), ("X", "a: b")),
        b"x",
    ),
    ("speaks of HTTP", b"HTTP/ is a protocol", None, (), b"HTTP/ is a protocol"),
]


@pytest.mark.parametrize(("data", "status", "headers", "body"), [c[1:] for c in SAVED], ids=[c[0] for c in SAVED])
def test_saved_answer(data: bytes, status: int | None, headers: tuple[tuple[str, str], ...], body: bytes) -> None:
    assert read_saved(data) == Response(body, status, headers)


def test_header_in_any_case() -> None:
    found = read_saved(HEAD)
    assert (found.header("content-TYPE"), found.header("Y")) == ("text/xml", None)


# ---------------------------------------------------------------------------------- names of operations


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_operation_is_found_by_id_and_by_its_end(system: Any) -> None:
    known = systems.operations_of(system)
    assert known
    for each in known:
        assert systems.operation_id(system, each) == systems.operation_id(system, each.partition(".")[2]) == each


def test_word_of_the_system_and_ours() -> None:
    assert systems.operation_id("collector", "ExtendDueDate") == "collector.extend_due_date"
    assert systems.operation_id("collector", "resend") == "collector.send"
    assert systems.operation_id("inexchange", "upload") == "inexchange.upload"


@pytest.mark.parametrize(
    ("system", "name", "says", "fix"),
    [
        ("collector", "sell", "collector has no operation that does sell", "billecta can"),
        ("billecta", "postpone_next_event", "2 operations of billecta", "billecta.postpone_first_form, billecta."),
        ("netvisor", "activate", "2 operations", "netvisor.edit (from draft), netvisor.set_status (from approved)"),
        ("collector", "netvisor.get", "no operation 'netvisor.get' of collector", ""),
        ("inexchange", "activate", "inexchange has no operation that does activate", "collector"),
    ],
)
def test_operation_refused(system: Any, name: str, says: str, fix: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        systems.operation_id(system, name)
    assert fix in str(caught.value.fix)


def test_status_of_netvisor_follows_from_the_neutral_word() -> None:
    """Who asks for a reminder need not know what Netvisor calls that; who names a status is believed."""
    words = {name: systems.implied("netvisor", name, "netvisor.set_status") for name in OPERATIONS}
    assert {name: said["status"] for name, said in words.items() if said} == {
        "activate": "open",
        "become_overdue": "overdue",
        "remind": "reminded",
        "cancel_reminder": "overdue",
        "demand": "requested",
        "send_to_collection": "collected",
        "register_payment": "paid",
        "write_off": "creditloss",
    }
    assert systems.implied("netvisor", "set_status", "netvisor.set_status") == {}
    assert systems.implied("collector", "cancel", "collector.cancel") == {}


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_reads_nothing_as_no_answer(system: Any) -> None:
    found = systems.parse(system, Response(b"", 502))
    assert (found.system, found.ok, found.code) == (system, False, "502")
    assert found.findings


def test_unknown_system() -> None:
    with pytest.raises(UsageError, match="no system 'fortnox'"):
        systems.parse("fortnox", Response(b""))  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------- the command


@pytest.mark.parametrize("form", ["http", "curl", "json"])
@pytest.mark.parametrize(
    ("variable", "arguments"),
    [
        ("EINVOICE_COLLECTOR_PASSWORD", ["collector.cancel", "--param", "InvoiceNo=1", "--param", "CountryCode=SE"]),
        ("EINVOICE_NETVISOR_CUSTOMER_KEY", ["netvisor.get", "--param", "netvisorkey=1"]),
        ("EINVOICE_BILLECTA_TOKEN", ["billecta.attest", "--param", "id=1"]),
        ("EINVOICE_INEXCHANGE_CLIENT_TOKEN", ["inexchange.get", "--param", "id=1"]),
    ],
)
def test_secrets_of_the_environment_are_masked(
    variable: str, arguments: list[str], form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "gehéim-7")
    outcome = run("lifecycle", "request", *arguments, "--output", form)
    assert outcome.code == 0, outcome.stderr
    assert "héim" not in outcome.text + outcome.stderr
    assert "***" in outcome.text


def test_name_of_the_environment_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EINVOICE_COLLECTOR_USERNAME", "merchant-7")
    found = run("lifecycle", "request", "collector.cancel", "--param", "InvoiceNo=1", "--param", "CountryCode=SE")
    assert "<inv:Username>merchant-7</inv:Username>" in found.text


def test_drawing_on_standard_output() -> None:
    found = run("lifecycle", "states", "--system", "collector", "--state", "Pending", "--svg", "-")
    assert found.stdout.startswith(b"<svg") or found.stdout.startswith(b"<?xml")
    assert b"ActivateInvoice" in found.stdout or b"activate" in found.stdout


def test_machine_of_every_system() -> None:
    for system in ("collector", "netvisor", "billecta"):
        found = run("lifecycle", "states", "--system", system)
        assert found.code == 0
        assert all(each.name in found.text for each in NATIVE.values() if each.id == f"{system}.activate")
    assert run("lifecycle", "states").text.startswith("The life of an invoice\n")


def test_file_goes_as_it_is(tmp_path: Path) -> None:
    picture = tmp_path / "a.pdf"
    picture.write_bytes(b"%PDF-1.7 plain")
    arguments = ("lifecycle", "request", "inexchange.upload", "--file", str(picture), "--param", "filename=a.pdf")
    assert "%PDF-1.7 plain" in run(*arguments).text


def test_credit_note_from_standard_input() -> None:
    source = Path(__file__).resolve().parents[2] / "corpora" / "peppol-bis" / "credit-note.xml"
    found = run("lifecycle", "request", "collector.credit", "-", "--param", "InvoiceNo=7", stdin=source.read_bytes())
    assert "<inv:InvoiceNo>7</inv:InvoiceNo>" in found.text
    assert "<inv:CreditDate>20" in found.text


@pytest.mark.parametrize("lines", ["", "1:", ":2", "1:x", "1:NaN", "1:2,1:3", "1,,2"])
def test_lines_that_are_none(lines: str) -> None:
    found = run("lifecycle", "request", "collector.part_activate", "--param", f"lines={lines}")
    assert (found.code, found.text) == (2, "")
    assert "lines has" in found.stderr
