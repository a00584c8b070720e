"""EI-ATTACHMENT-BASE64"""

from einvoice.model import SupportingDocument
from einvoice.rules import run

from .invoices import check_case, each_case, invoice_with

CODE = "EI-ATTACHMENT-BASE64"


def with_files(*contents):
    return {"supporting_documents": tuple(SupportingDocument(filename="a.pdf", content_base64=c) for c in contents)}


def at(index):
    return [("error", f"supporting_documents[{index}].content_base64")]


CASES = {
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
