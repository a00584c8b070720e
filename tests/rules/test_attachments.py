"""EI-ATTACHMENT-…: Base64, media type, name, PDF, size."""

import io
import subprocess
import sys
from base64 import b64encode

import pytest
from pypdf import PdfWriter

from einvoice.model import SupportingDocument
from einvoice.rules import run
from einvoice.rules.attachments import pdf_fault
from einvoice.rules.settings import Channel, Settings, using

from .invoices import check_case, each_case, invoice_with

CODE = "EI-ATTACHMENT-BASE64"


def with_files(*contents):
    return {"supporting_documents": tuple(SupportingDocument(filename="a.pdf", content_base64=c) for c in contents)}


def at(index):
    return [("error", f"supporting_documents[{index}].content_base64")]


def pdf(*, user=None, owner=None):
    writer = PdfWriter()
    writer.add_blank_page(width=72, height=72)
    if owner is not None:
        writer.encrypt(user_password=user or "", owner_password=owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


PDF, JPEG, PNG, ZIP = pdf(), b"\xff\xd8\xff\xe0\x00\x10JFIF", b"\x89PNG\r\n\x1a\n\x00", b"PK\x03\x04\x14\x00"
CSV = "päivä;tunnit\n4.5.;7,5\n".encode()
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
W = "warning"


def files(*rows):
    """Attachments by content, media type, name."""
    return {
        "supporting_documents": tuple(
            SupportingDocument(content_base64=b64encode(c).decode(), mime_code=mime, filename=name)
            for c, mime, name in rows
        )
    }


def file(content, mime, name="a"):
    return files((content, mime, name))


def sized(*sizes):
    return files(*((b"x" * size, "text/plain", "a.txt") for size in sizes))


TYPE, NAME, CONTENT = (f"supporting_documents[0].{field}" for field in ("mime_code", "filename", "content_base64"))


CASES = {
    "EI-ATTACHMENT-CONTENT": [
        ("valid_pdf",           file(PDF, "application/pdf"),              []),
        ("valid_pdf_behind",    file(b"\n\n" + PDF, "application/pdf"),    []),
        ("valid_jpeg",          file(JPEG, "image/jpeg; x=1"),             []),
        ("valid_png",           file(PNG, "IMAGE/PNG"),                    []),
        ("valid_xlsx",          file(ZIP, XLSX),                           []),
        ("valid_csv",           file(CSV, "text/csv"),                     []),
        ("invalid_pdf",         file(JPEG, "application/pdf"),             [(W, TYPE)]),
        ("invalid_text",        file(b"I'm not a PDF", "application/pdf"), [(W, TYPE)]),
        ("invalid_csv",         file(ZIP, "text/csv"),                     [(W, TYPE)]),
        ("invalid_jpeg",        file(PNG, "image/jpeg"),                   [(W, TYPE)]),
        ("silent_unknown_type", file(JPEG, "application/octet-stream"),    []),
        ("silent_no_type",      file(JPEG, None),                          []),
        ("silent_no_base64",    with_files("@@@"),                         []),
        ("silent_link",         with_files(None),                          []),
    ],
    "EI-ATTACHMENT-NAME": [
        ("valid_pdf",           file(PDF, "application/pdf", "a.PDF"),     []),
        ("valid_jpeg",          file(JPEG, "image/jpeg", "a.jpeg"),        []),
        ("invalid_csv",         file(PDF, "application/pdf", "hours.csv"), [(W, NAME)]),
        ("invalid_pdf",         file(JPEG, "image/jpeg", "a.pdf"),         [(W, NAME)]),
        ("silent_no_ending",    file(PDF, "application/pdf", "report"),    []),
        ("silent_other_ending", file(PDF, "application/pdf", "report.2026"), []),
        ("silent_unknown_type", file(PDF, "application/x-a", "a.pdf"),     []),
        ("silent_no_name",      file(PDF, "application/pdf", None),        []),
    ],
    "EI-ATTACHMENT-PDF": [
        ("valid_pdf",           file(PDF, "application/pdf"),              []),
        ("invalid_password",    file(pdf(user="u", owner="o"), "application/pdf"), [(W, CONTENT)]),
        ("invalid_restricted",  file(pdf(owner="o"), "application/pdf"),   [("info", CONTENT)]),
        ("invalid_cut_off",     file(PDF[:60], "application/pdf"),         [(W, CONTENT)]),
        ("invalid_head_only",   file(b"%PDF-1.7\n%%EOF\n", "application/pdf"), [(W, CONTENT)]),
        ("invalid_other_type",  file(PDF[:60], "image/png"),               [(W, CONTENT)]),
        ("silent_text",         file(b"no PDF", "application/pdf"),        []),
        ("silent_broken_base64", with_files("JVBERi0xLjQ"),                []),
    ],
    "EI-ATTACHMENT-SIZE": [
        ("valid_small",         sized(1000, 2000),                         []),
        ("valid_at_the_limit",  sized(5_000_000),                          []),
        ("invalid_file",        sized(5_000_001),                          [(W, CONTENT)]),
        ("invalid_total",       sized(4_000_000, 4_000_000, 4_000_000),    [(W, "supporting_documents")]),
        ("silent_link",         with_files(None),                          []),
    ],
    CODE: [
        ("valid_file",          with_files("JVBERi0xLjQK"),                 []),
        ("valid_line_breaks",   with_files("\n  JVBE\r\n  Ri0x LjQK\n"),   []),
        ("valid_padding",       with_files("JVBERi0xLjQ=", "JVBERi0xLg=="), []),
        ("silent_link",         with_files(None),                           []),
        ("silent_no_documents", {},                                         []),
        ("invalid_short",       with_files("JVBERi0xLjQ"),                  at(0)),
        ("invalid_character",   with_files("JVBERi0x*jQK"),                 at(0)),
        ("invalid_url_safe",    with_files("JVBE_i0xLjQK"),                 at(0)),
        ("invalid_signs",       with_files("@@@"),                          at(0)),
        ("invalid_padding",     with_files("=AAA"),                         at(0)),
        ("invalid_letter",      with_files("JVBERi0xLjQä"),                 at(0)),
        ("invalid_end",         with_files("JVBERi0x===="),                 at(0)),
        ("invalid_second",      with_files("JVBERi0xLjQK", "JVBE="),        at(1)),
    ],
}  # fmt: skip


@each_case(CASES)
def test_rule(code, case, changes, expected):
    check_case(case, code, invoice_with(**changes), expected)


def test_message_names_the_file_and_not_its_content():
    document = SupportingDocument(reference="7", content_base64="JVBE" * 1000 + "*")
    (finding,) = run(invoice_with(supporting_documents=(document,)), rules=[CODE])
    assert finding.message.startswith("attachment '7' (BT-125) is no Base64: character 4001 is '*'")
    assert len(finding.message) < 200
    assert finding.value is None


def test_limits_are_those_of_the_channel():
    invoice = invoice_with(**sized(*[1000] * 11))
    finvoice = Channel("finvoice", "Finvoice", None, 10_000, 10)
    with using(Settings(channel=finvoice)):
        found = run(invoice, rules=["EI-ATTACHMENT-SIZE"])
    assert [f.message for f in found] == [
        "11 attachments (BT-125) have 11000 bytes in all, more than the 10000 bytes of Finvoice",
        "11 attachments (BT-125), more than the 10 of Finvoice",
    ]
    assert run(invoice, rules=["EI-ATTACHMENT-SIZE"]) == []


def test_size_is_that_of_the_file_whatever_the_line_breaks():
    text = b64encode(b"x" * 1000).decode()
    broken = "\r\n".join(text[n : n + 76] for n in range(0, len(text), 76)) + "\n"
    limit = Channel("x", "x", 999, None, None)
    for content in (text, broken):
        with using(Settings(channel=limit)):
            (finding,) = run(invoice_with(**with_files(content)), rules=["EI-ATTACHMENT-SIZE"])
        assert finding.value == "1000"


def test_messages_show_what_the_file_is():
    (finding,) = run(invoice_with(**file(JPEG, "application/pdf", "a.pdf")), rules=["EI-ATTACHMENT-CONTENT"])
    assert finding.message == (
        "attachment 'a.pdf' is declared application/pdf (BT-125-1), and it is a JPEG image: it begins with "
        "ff d8 ff e0 00 10 4a 46"
    )


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4", b"%PDF-1.4\n" + b"\x00" * 500, b"%PDF-1.4\nstartxref\n99999\n%%EOF", PDF[: len(PDF) // 2]]
)
def test_a_damaged_pdf_is_a_finding_and_never_an_error_of_ours(data, caplog):
    assert pdf_fault(data)[0] == "damaged"
    assert caplog.records == []


def test_pypdf_is_loaded_for_a_pdf_only():
    program = (
        "import sys\n"
        "from einvoice.model import Invoice, SupportingDocument\n"
        "from einvoice.rules import run\n"
        "run(Invoice(supporting_documents=(SupportingDocument(content_base64='/9j/', mime_code='image/jpeg'),)))\n"
        "print('pypdf' in sys.modules)\n"
        "run(Invoice(supporting_documents=(SupportingDocument(content_base64='JVBERi0xLjQK'),)))\n"
        "print('pypdf' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
