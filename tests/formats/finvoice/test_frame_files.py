"""A Finvoice file taken apart: what is found in it, what is refused, and where a fault is said to be."""

from __future__ import annotations

import gc
import itertools
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from einvoice import xml
from einvoice.errors import EInvoiceError, ForbiddenXml, NoInvoice, NotDetected, NotWellFormed, TooLarge
from einvoice.formats.detect import detect_source, open_source
from einvoice.formats.finvoice.frame import MAX_BROKEN, InvoicePiece, normalised, pieces
from einvoice.xml import path_of

DECLARED = '<?xml version="1.0" encoding="ISO-8859-15"?>\n'
EBXML = "http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"


def frame(identifier: str = "M-1", announces: str = "Finvoice", namespace: str = SOAP) -> str:
    return (
        f'<S:Envelope xmlns:S="{namespace}" xmlns:x="http://www.w3.org/1999/xlink" xmlns:eb="{EBXML}">\n'
        "<S:Header><eb:MessageHeader>\n"
        "<eb:From><eb:PartyId>003712345671</eb:PartyId><eb:Role>Sender</eb:Role></eb:From>\n"
        f"<eb:MessageData><eb:MessageId>{identifier}</eb:MessageId></eb:MessageData>\n"
        "</eb:MessageHeader></S:Header>\n"
        f'<S:Body><eb:Manifest><eb:Reference eb:id="{announces}" x:href="{identifier}"/></eb:Manifest></S:Body>\n'
        "</S:Envelope>\n"
    )


def invoice(number: str = "1", version: str = "3.0", inside: str = "") -> str:
    return f'<Finvoice Version="{version}">\n<InvoiceNumber>{number}</InvoiceNumber>{inside}\n</Finvoice>\n'


def attachments(identifier: str = "M-1") -> str:
    return (
        '<FinvoiceAttachments Version="1.0"><MessageTransmissionDetails><MessageDetails>'
        f"<MessageIdentifier>{identifier}::attachments</MessageIdentifier>"
        f"<RefToMessageIdentifier>{identifier}</RefToMessageIdentifier>"
        "</MessageDetails></MessageTransmissionDetails></FinvoiceAttachments>\n"
    )


def taken_apart(data: str | bytes) -> list[InvoicePiece]:
    return list(pieces(open_source(data.encode() if isinstance(data, str) else data)))


def numbers(found: list[InvoicePiece]) -> list[str | None]:
    """The numbers of the invoices; None stands for a broken piece."""
    return [None if piece.error is not None else piece.element.findtext("InvoiceNumber") for piece in found]


def codes(found: list[InvoicePiece]) -> list[str]:
    return [finding.code for piece in found for finding in piece.findings]


# --- what is found ----------

LAYOUTS = [
    # case                          file                                                                numbers, frames
    ("bare", invoice("1"), ["1"], [None]),
    ("bare_declared", DECLARED + invoice("1"), ["1"], [None]),
    ("framed", frame("A") + DECLARED + invoice("1"), ["1"], ["A"]),
    ("framed_both_declared", DECLARED + frame("A") + DECLARED + invoice("1"), ["1"], ["A"]),
    ("framed_none_declared", frame("A") + invoice("1"), ["1"], ["A"]),
    ("several_bare", invoice("1") + invoice("2") + invoice("3"), ["1", "2", "3"], [None] * 3),
    (
        "several_framed",
        "".join(DECLARED + frame(f"A{n}") + DECLARED + invoice(f"{n}") for n in (1, 2, 3)),
        ["1", "2", "3"],
        ["A1", "A2", "A3"],
    ),
    ("first_without_frame", invoice("1") + frame("B") + invoice("2"), ["1", "2"], [None, "B"]),
    ("blank_lines", "\n\n" + frame("A") + "\r\n\r\n" + DECLARED + "\n" + invoice("1") + "\n\n", ["1"], ["A"]),
    ("blank_line_before_declaration", "\n" + DECLARED + invoice("1"), ["1"], [None]),
    ("marks", "\ufeff" + frame("A") + "\ufeff" + DECLARED.replace("ISO-8859-15", "UTF-8") + invoice("1"), ["1"], ["A"]),
    (
        "comments",
        "<!-- <Finvoice> -->" + frame("A") + "<!-- <S:Envelope> --><!----->" + invoice("1") + "<!-- end -->",
        ["1"],
        ["A"],
    ),
    ("instructions", frame("A") + DECLARED + '<?xml-stylesheet href="<Finvoice>.xsl"?>\n' + invoice("1"), ["1"], ["A"]),
    (
        "text_of_a_comment_inside",
        invoice("1", inside="<!-- <Finvoice Version='3.0'> </Finvoice> <?xml?> -->"),
        ["1"],
        [None],
    ),
    (
        "text_of_a_cdata_section",
        invoice("1", inside="<a><![CDATA[</Finvoice><Finvoice><S:Envelope>]]></a>") + invoice("2"),
        ["1", "2"],
        [None] * 2,
    ),
    (
        "text_of_an_instruction",
        invoice("1", inside="<?a </Finvoice> <Finvoice ?>") + invoice("2"),
        ["1", "2"],
        [None] * 2,
    ),
    (
        "attribute_with_a_bracket",
        invoice("1", inside="<a b='>&lt;Finvoice>' c=\">/>\"/>") + invoice("2"),
        ["1", "2"],
        [None] * 2,
    ),
    ("longer_names", invoice("1", inside="<Finvoices/><FinvoiceX></FinvoiceX><EnvelopeY/>"), ["1"], [None]),
    ("nested", invoice("1", inside="<a>" + invoice("inner") + "</a>") + invoice("2"), ["1", "2"], [None] * 2),
    (
        "nested_empty",
        invoice("1", inside="<a><Finvoice/><Envelope a='/>'/></a>") + invoice("2"),
        ["1", "2"],
        [None] * 2,
    ),
    ("prefixed", '<f:Finvoice xmlns:f="urn:x" Version="3.0"/>' + invoice("2"), [None, "2"], [None] * 2),
    ("wrapped", "<Finvoices>" + invoice("1") + invoice("2") + "</Finvoices>", ["1", "2"], [None] * 2),
    ("wrapped_framed", "<Finvoices>" + frame("A") + invoice("1") + "</Finvoices>", ["1"], ["A"]),
    ("wrapped_blanks", "<!-- --><Finvoices >\n<!-- -->\n" + invoice("1") + "\n</Finvoices>\n<!-- -->", ["1"], [None]),
    ("closed_by_itself", "<Finvoice/>" + invoice("2"), [None, "2"], [None] * 2),
    ("draft_of_soap", frame("A", namespace="http://www.w3.org/2001/12/soap-envelope") + invoice("1"), ["1"], ["A"]),
    ("soap_1_2", frame("A", namespace="http://www.w3.org/2003/05/soap-envelope") + invoice("1"), ["1"], ["A"]),
]


@pytest.mark.parametrize(("data", "found", "frames"), [case[1:] for case in LAYOUTS], ids=[case[0] for case in LAYOUTS])
def test_invoices_and_their_frames_are_found(data: str, found: list[str], frames: list[str | None]) -> None:
    for text in (data, data.replace("\n", "\r\n"), data.replace("\n", "")):
        apart = taken_apart(text)
        assert all(piece.error is None for piece in apart)
        assert numbers(apart) == found
        assert [piece.frame.message_id if piece.frame else None for piece in apart] == frames
        assert [piece.index for piece in apart] == list(range(len(found)))


def test_an_invoice_inside_its_frame_is_taken_out_of_it() -> None:
    (piece,) = taken_apart(frame("A").replace("</S:Body>", f"{invoice('1')}</S:Body>"))
    assert numbers([piece]) == ["1"]
    assert piece.element.getparent() is None
    assert piece.frame is not None and piece.frame.message_id == "A"
    assert codes([piece]) == ["EI-FINVOICE-FILE"]


def test_attachment_messages_follow_their_invoice() -> None:
    data = (
        frame("A") + invoice("1") + DECLARED + attachments("A") + frame("B") + invoice("2") + frame("C") + invoice("3")
    )
    found = taken_apart(data + attachments("C") + attachments("C"))
    assert [[m.ref_to_message_id for m in piece.attachments] for piece in found] == [["A"], [], ["C", "C"]]
    assert numbers(found) == ["1", "2", "3"]


def test_an_attachment_message_before_any_invoice_goes_to_the_first() -> None:
    assert [len(piece.attachments) for piece in taken_apart(attachments() + invoice("1") + invoice("2"))] == [1, 0]


def test_a_broken_attachment_message_does_not_spoil_its_invoice() -> None:
    (piece,) = taken_apart(invoice("1") + "<FinvoiceAttachments><a></FinvoiceAttachments>")
    assert numbers([piece]) == ["1"]
    (finding,) = piece.findings
    assert (finding.code, finding.severity, finding.line) == ("EI-FINVOICE-ATTACHMENTS", "error", 4)


def test_a_broken_frame_does_not_spoil_its_invoice() -> None:
    (piece,) = taken_apart("<S:Envelope>\n<a>\n</S:Envelope>" + invoice("1"))
    assert (numbers([piece]), piece.frame) == (["1"], None)
    (finding,) = piece.findings
    assert (finding.code, finding.severity, finding.line) == ("EI-FINVOICE-FRAME", "error", 1)


def test_other_messages_in_the_file_are_named() -> None:
    data = frame("A", "Finvoiceack") + "<Finvoiceack>x</Finvoiceack>" + invoice("1") + "<ReceiverProposal/>"
    (piece,) = taken_apart(data)
    assert piece.frame is None
    assert [(f.code, f.line) for f in piece.findings] == [("EI-FINVOICE-FILE", 8), ("EI-FINVOICE-FILE", 11)]
    assert "acknowledgement" in piece.findings[0].message


def test_a_root_of_no_specification_is_told() -> None:
    found = taken_apart("<Finvoices>" + invoice("1") + invoice("2") + "</Finvoices>")
    assert codes(found) == ["EI-FINVOICE-FILE"] * 2
    assert all("Finvoices" in finding.message for piece in found for finding in piece.findings)


def test_namespaces_of_a_root_around_the_invoices_hold_inside() -> None:
    data = (
        '<?xml version="1.0" encoding="ISO-8859-15"?>\n<Finvoices xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\n'
        '  note="ä">\n<Finvoice Version="3.0" xsi:noNamespaceSchemaLocation="Finvoice3.0.xsd">\n<a>ä</a>\n</Finvoice>\n'
        "</Finvoices>"
    )
    (piece,) = taken_apart(data.encode("iso-8859-15"))
    assert (
        piece.element.get("{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation") == "Finvoice3.0.xsd"
    )
    assert (piece.element.sourceline, piece.element[0].sourceline, piece.element[0].text) == (4, 5, "ä")
    assert path_of(piece.element[0]) == "/Finvoice/a"


# --- encodings ----------

EURO = "Åbo 12 €"


def text_of(data: bytes) -> tuple[str | None, list[str]]:
    (piece,) = taken_apart(data)
    return piece.element.findtext("a"), codes([piece])


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-15", "windows-1252", "UTF-8", "Iso-8859-15"])
@pytest.mark.parametrize("before", ["", "utf-8", "iso-8859-1"])
def test_the_declaration_before_the_root_counts(encoding: str, before: str) -> None:
    head = f'<?xml version="1.0" encoding="{before}"?>' if before else ""
    data = f"{head}{frame()}<?xml version='1.0' encoding='{encoding}' ?>\n".encode()
    assert text_of(data + invoice(inside=f"<a>{EURO}</a>").encode(encoding)) == (EURO, [])


def test_the_last_declaration_counts() -> None:
    data = b'<?xml version="1.0" encoding="utf-8"?>\n<?xml version="1.0" encoding="iso-8859-15"?>\n'
    assert text_of(data + invoice(inside=f"<a>{EURO}</a>").encode("iso-8859-15")) == (EURO, [])


@pytest.mark.parametrize("head", ["", '<?xml version="1.0"?>', DECLARED + frame()], ids=["bare", "silent", "framed"])
def test_without_a_declaration_it_is_utf_8_or_else_iso_8859_15(head: str) -> None:
    body = invoice(inside=f"<a>{EURO}</a>")
    assert text_of(head.encode() + body.encode()) == (EURO, [])
    assert text_of(head.encode() + body.encode("iso-8859-15")) == (EURO, ["EI-ENCODING"])


def test_each_piece_has_an_encoding_of_its_own() -> None:
    data = b""
    for encoding in ("utf-8", "iso-8859-15", "windows-1252"):
        data += f'<?xml version="1.0" encoding="{encoding}"?>{invoice(inside=f"<a>{EURO}</a>")}'.encode(encoding)
    found = taken_apart(data + invoice(inside=f"<a>{EURO}</a>").encode())
    assert [piece.element.findtext("a") for piece in found] == [EURO] * 4
    assert [piece.encoding for piece in found] == ["utf-8", "iso-8859-15", "windows-1252", None]


def test_bytes_that_do_not_fit_the_declaration_are_refused() -> None:
    data = '<?xml version="1.0" encoding="UTF-8"?>\n' + invoice(inside="\n<a>ä</a>")
    with pytest.raises(NotWellFormed, match="ncoding") as caught:
        taken_apart(data.encode("iso-8859-15"))
    assert caught.value.line == 4


@pytest.mark.parametrize("encoding", ["x-nonsense", "utf-16", "utf-32", "cp037"])
def test_a_declaration_that_cannot_be_true_is_refused(encoding: str) -> None:
    with pytest.raises(NotWellFormed):
        taken_apart(f'<?xml version="1.0" encoding="{encoding}"?>' + invoice())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_read_with_frames_and_all(encoding: str) -> None:
    data = (
        f'<?xml version="1.0" encoding="UTF-16"?>{frame("A")}<?xml version="1.0" encoding="UTF-16"?>'
        + invoice("1", inside=f"<a>{EURO}</a>")
        + invoice("2", inside="<a>ä</a>")
    )
    found = taken_apart(data.encode(encoding))
    assert [piece.element.findtext("a") for piece in found] == [EURO, "ä"]
    assert numbers(found) == ["1", "2"]


def test_utf_16_after_a_frame_is_refused() -> None:
    with pytest.raises(EInvoiceError) as caught:
        for piece in taken_apart(frame().encode() + invoice().encode("utf-16")):
            piece.element  # noqa: B018
    assert caught.value.exit_code == 3


def test_half_a_character_of_utf_16_is_refused() -> None:
    with pytest.raises(NotWellFormed, match="UTF-16"):
        taken_apart(invoice().encode("utf-16") + b"x")


# --- broken pieces ----------

BROKEN = [
    # case                          file, with * for each broken piece                                  line
    ("cut_off_at_the_end", frame("A") + invoice("1") + frame("B") + '<Finvoice Version="3.0">\n<a>te', ["1", None], 19),
    ("cut_off_in_a_tag", invoice("1") + "<Finvoice>\n<a", ["1", None], 5),
    ("cut_off_in_the_root", invoice("1") + "<Finvoice", ["1", None], 4),
    ("cut_off_in_a_comment", invoice("1") + "<Finvoice>\n<!-- a", ["1", None], 5),
    ("cut_off_before_a_declaration", invoice("1") + "<Finvoice>\n<a>\n" + DECLARED + invoice("3"), ["1", None, "3"], 6),
    ("cut_off_before_a_frame", invoice("1") + "<Finvoice>\n<a>" + frame("C") + invoice("3"), ["1", None, "3"], 5),
    (
        "cut_off_before_an_invoice",
        invoice("1") + "<Finvoice>\n<a>\n" + invoice("3") + invoice("4"),
        ["1", None, "3", "4"],
        6,
    ),
    ("cut_off_twice", "<Finvoice>\n<Finvoice>\n" + invoice("3"), [None, None, "3"], 2),
    ("wrong_end_tag", invoice("1") + "<Finvoice>\n<a></b>\n</Finvoice>" + invoice("3"), ["1", None, "3"], 5),
    ("bare_ampersand", invoice("1") + invoice("2", inside="\n<a>&</a>") + invoice("3"), ["1", None, "3"], 6),
    ("unknown_entity", invoice("1") + invoice("2", inside="\n<a>&nbsp;</a>") + invoice("3"), ["1", None, "3"], 6),
    ("unknown_prefix", invoice("1") + "<f:Finvoice\n/>" + invoice("3"), ["1", None, "3"], 5),
    (
        "bracket_in_an_attribute",
        invoice("1") + "<Finvoice\na='<Finvoice>'/>" + DECLARED + invoice("3"),
        ["1", None, None, "3"],
        5,
    ),
    ("nul", invoice("1") + invoice("2", inside="\n\x00") + invoice("3"), ["1", None, "3"], 6),
    ("text_between", invoice("1") + "\nabc\n" + invoice("3"), ["1", None, "3"], 5),
    ("nul_between", invoice("1") + "\n\x00\n" + invoice("3"), ["1", None, "3"], 5),
    ("end_tag_between", invoice("1") + "\n</Finvoice>\n" + invoice("3"), ["1", None, "3"], 5),
    ("cdata_between", invoice("1") + "\n<![CDATA[ <Finvoice> ]]>\n" + invoice("3"), ["1", None, "3"], 5),
    ("frame_without_invoice", frame("A") + frame("B") + invoice("2"), [None, "2"], 1),
    ("frame_at_the_end", invoice("1") + frame("B"), ["1", None], 4),
    ("wrapper_never_closed", "<Finvoices>\n" + invoice("1"), ["1", None], 5),
]


@pytest.mark.parametrize(("data", "found", "line"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_piece_spoils_no_other(data: str, found: list[str | None], line: int) -> None:
    apart = taken_apart(data)
    assert numbers(apart) == found
    error = next(piece.error for piece in apart if piece.error)
    assert error.exit_code == 3
    assert error.fix
    assert error.line == line, "the line is counted in the file"
    with pytest.raises(type(error)):
        next(piece for piece in apart if piece.error).element  # noqa: B018


def test_the_column_is_counted_in_the_file_too() -> None:
    data = DECLARED + invoice("1").replace("\n", "") + "<Finvoice><a></b></Finvoice>"
    error = taken_apart(data)[1].error
    assert error is not None
    whole = data.split("\n")[1]
    assert (error.line, error.column) == (2, whole.index("</b>") + len("</b>") + 1)


def test_a_broken_piece_that_is_alone_is_the_fault_of_the_file() -> None:
    with pytest.raises(NotWellFormed) as caught:
        open_source((DECLARED + "<Finvoice>\n\n<a></Finvoice>").encode())
    assert caught.value.line == 4


def test_lines_are_those_of_the_file() -> None:
    data = "".join(DECLARED + frame(f"A{n}") + "\n" * n + DECLARED + invoice(str(n)) for n in range(50))
    lines = data.split("\n")
    for piece in taken_apart(data):
        number = piece.element.find("InvoiceNumber")
        assert number is not None
        assert lines[number.sourceline - 1].startswith(f"<InvoiceNumber>{piece.index}<")
        assert piece.line_offset == piece.element.sourceline - 1
        assert piece.frame_element is not None
        assert lines[piece.frame_element.sourceline - 1].startswith("<S:Envelope")


def test_lines_beyond_those_that_are_padded_are_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("einvoice.formats.finvoice.frame.MAX_PADDING", 5)
    first, second, third = taken_apart(invoice("1") + invoice("2") + "<Finvoice>\n<a></b></Finvoice>")
    assert second.element[0].sourceline == 5
    assert third.error is not None and third.error.line == 8
    far = taken_apart("\n" * 10 + invoice("1"))[0]
    assert (far.element[0].sourceline, far.line_offset) == (None, 10)
    assert first.element.sourceline == 1


# --- document types ----------

KNOWN = [
    '<!DOCTYPE Finvoice SYSTEM "Finvoice.dtd">',
    "<!DOCTYPE Finvoice SYSTEM 'Finvoice.dtd' >",
    '<!DOCTYPE\nFinvoice\nSYSTEM\n"Finvoice1.2.dtd"\n>',
    '<!DOCTYPE Finvoice SYSTEM "http://www.pankkiyhdistys.fi/finvoice/Finvoice.dtd">',
    '<!DOCTYPE Finvoice SYSTEM "C:\\finvoice\\Finvoice.dtd">',
    '<!DOCTYPE Finvoice PUBLIC "-//FFI//Finvoice" "Finvoice.dtd">',
]


@pytest.mark.parametrize("doctype", KNOWN)
@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "1.3"])
def test_the_document_type_of_finvoice_1_is_left_out(doctype: str, version: str) -> None:
    data = f"{DECLARED}<!-- a -->\n{doctype}\n<?xml-stylesheet href='a'?>\n{invoice('1', version)}"
    for before in ("", DECLARED + frame("A"), invoice("0")):
        piece = taken_apart(before + data)[-1]
        assert (numbers([piece]), codes([piece]), piece.doctype) == (["1"], ["EI-FINVOICE-DOCTYPE"], True)
        docinfo = piece.element.getroottree().docinfo
        assert (docinfo.doctype, docinfo.internalDTD, docinfo.externalDTD) == ("", None, None)


REFUSED = [
    "<!DOCTYPE Finvoice>",
    "<!DOCTYPE Finvoice []>",
    '<!DOCTYPE Finvoice SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE Finvoice SYSTEM "Finvoice.dtd" []>',
    '<!DOCTYPE Finvoice SYSTEM "Finvoice.dtd" [<!ENTITY a "b">]>',
    '<!DOCTYPE Finvoice SYSTEM "Finvoice.dtd" [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    "<!DOCTYPE Finvoice SYSTEM \"Finvoice.dtd' [<!ENTITY a 'x\">",
    '<!DOCTYPE Finvoice PUBLIC "Finvoice.dtd" "evil.dtd">',
    '<!DOCTYPE Finvoice SYSTEM "xFinvoice.dtd">',
    '<!DOCTYPE Finvoice SYSTEM "Finvoice.dtd?x=evil">',
    '<!DOCTYPE Invoice SYSTEM "Finvoice.dtd">',
    '<!doctype Finvoice [<!ENTITY a "b">]>',
    '<!DOCTYPE Finvoice [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE Finvoice [<!ENTITY a SYSTEM "http://127.0.0.1:9/x">]>',
    '<!DOCTYPE Finvoice [<!ATTLIST Finvoice Version CDATA "3.0">]>',
    "<!DOCTYPE Finvoice [<!ENTITY a \"<Finvoice Version='1.0'/>\">]>",
    '<!DOCTYPE Finvoice [<!ENTITY a "x">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;">\n<!ENTITY c "&b;&b;&b;&b;&b;">]>',
]


@pytest.mark.parametrize("doctype", REFUSED)
@pytest.mark.parametrize("use", ["", "<a>&a;</a>"], ids=["unused", "used"])
def test_every_other_document_type_is_refused(doctype: str, use: str) -> None:
    hostile = f"{doctype}\n{invoice('1', '1.2', inside=use)}"
    with pytest.raises(ForbiddenXml) as caught:
        for piece in taken_apart(DECLARED + hostile):
            piece.element  # noqa: B018
    assert caught.value.line == 2
    found = taken_apart(f"{invoice('0')}{DECLARED}{frame()}{hostile}")
    assert numbers(found)[:2] == ["0", None]
    assert isinstance(found[1].error, ForbiddenXml)
    assert found[1].error.line == 12
    assert found[1].error.fix


@pytest.mark.parametrize("version", ["2.0", "2.01", "3.0", ""])
def test_a_document_type_in_a_later_version_is_refused(version: str) -> None:
    with pytest.raises(ForbiddenXml, match=r"not allowed in Finvoice (2|3|without)") as caught:
        taken_apart(f"\n{KNOWN[0]}\n{invoice('1', version)}")
    assert caught.value.line == 2


def test_a_document_type_before_a_frame_is_refused() -> None:
    hostile = f"<!DOCTYPE S:Envelope [<!ENTITY a 'b'>]>{frame('A')}{invoice('1')}"
    with pytest.raises(ForbiddenXml):
        taken_apart(hostile)
    found = taken_apart(invoice("0") + hostile)
    assert numbers(found) == ["0", None, "1"]
    assert isinstance(found[1].error, ForbiddenXml)


def test_a_document_type_inside_a_root_around_the_invoices_is_refused() -> None:
    found = taken_apart(
        f"<Finvoices>{invoice('1')}<!DOCTYPE Finvoice [<!ENTITY a 'b'>]>{invoice('2', inside='&a;')}</Finvoices>"
    )
    assert numbers(found) == ["1", None]


def test_a_document_type_with_nothing_after_it_is_refused() -> None:
    found = taken_apart(f"{invoice('1')}<!DOCTYPE Finvoice [<!ENTITY a 'b'>]>")
    assert isinstance(found[1].error, ForbiddenXml)


def test_document_types_in_utf_16_are_refused() -> None:
    with pytest.raises(ForbiddenXml):
        taken_apart(f"<!DOCTYPE Finvoice [<!ENTITY a 'b'>]>{invoice(inside='&a;')}".encode("utf-16"))


def test_other_formats_still_have_no_document_type() -> None:
    for root in ("root", "Invoice", "html"):
        with pytest.raises(ForbiddenXml):
            open_source(f'<!DOCTYPE {root} SYSTEM "Finvoice.dtd"><{root}/>'.encode())


# --- no invoice ----------

NOTHING = [
    ("frame", frame("A-7"), "A-7"),
    ("frame_of_a_proposal", frame("A-7", "ReceiverProposal"), "ReceiverProposal"),
    ("frame_of_an_ack", frame("A-7", "Finvoiceack"), "acknowledgement"),
    ("frames", frame("A-7") + frame("A-8"), "A-7"),
    ("frame_and_ack", frame("A-7", "Finvoiceack") + "<Finvoiceack/>", "Finvoiceack"),
    ("ack", "<Finvoiceack/>", "acknowledgement"),
    ("ack_in_namespace", "<Finvoiceack xmlns='urn:x'/>", "acknowledgement"),
    ("proposal", "<ReceiverProposal/>", "proposal"),
    ("sender_info", DECLARED + "<FinvoiceSenderInfo/>", "FinvoiceSenderInfo"),
    ("attachments", DECLARED + attachments(), "attachment message"),
    ("broken_attachments", "<FinvoiceAttachments><a></FinvoiceAttachments>", "attachment message"),
    ("empty_wrapper", "<Finvoices></Finvoices>", "no invoice"),
]


@pytest.mark.parametrize(("data", "words"), [case[1:] for case in NOTHING], ids=[case[0] for case in NOTHING])
def test_a_file_without_an_invoice_says_what_it_is(data: str, words: str) -> None:
    source = open_source(data.encode())
    found = detect_source(source)
    assert (found.format, found.profile) == ("finvoice", None)
    with pytest.raises(NoInvoice, match=words) as caught:
        for piece in pieces(source):
            piece.element  # noqa: B018
    assert caught.value.fix
    assert caught.value.exit_code == 3


def test_an_envelope_of_something_else_is_no_finvoice() -> None:
    with pytest.raises(NotDetected, match="Envelope"):
        detect_source(open_source(b'<Envelope xmlns="urn:x"><a/></Envelope>'))


# --- detection ----------

DETECTED = [
    ("bare", invoice(version="2.01"), "2.01", "root element is Finvoice"),
    ("no_version", "<Finvoice/>", None, "root element is Finvoice"),
    ("framed", frame() + DECLARED + invoice(), "3.0", "frame"),
    ("several", invoice() + invoice(), "3.0", "several"),
    ("framed_several", frame("A") + invoice() + frame("B") + invoice(), "3.0", "frames"),
    ("wrapped", "<Finvoices>" + invoice() + invoice() + "</Finvoices>", "3.0", "Finvoices"),
    ("namespace", '<Finvoice xmlns="urn:x" Version=" 3.0 "/>', "3.0", "Finvoice"),
    ("prefix", '<f:Finvoice xmlns:f="urn:x" Version="3.0"/>', "3.0", "Finvoice"),
    ("doctype", KNOWN[0] + invoice(version="1.2"), "1.2", "Finvoice"),
    ("comment", "<!-- a > <root> -->\n<?a <b> ?>" + invoice(), "3.0", "Finvoice"),
    ("broken_first", "<Finvoice><a></Finvoice>" + invoice(), None, "several"),
]


@pytest.mark.parametrize(
    ("data", "profile", "words"), [case[1:] for case in DETECTED], ids=[case[0] for case in DETECTED]
)
def test_detection(data: str, profile: str | None, words: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        found = detect_source(open_source(data.encode(encoding)))
        assert (found.format, found.profile) == ("finvoice", profile)
        assert words in found.reason


@pytest.mark.parametrize(
    "data", ["<root><Finvoice/></root>", "<Invoice><Envelope/></Invoice>", "<FINVOICE/>", "<Fin/>"]
)
def test_what_only_looks_alike_is_not_taken(data: str) -> None:
    with pytest.raises((NotDetected, NoInvoice)):
        source = open_source(data.encode())
        detect_source(source)
        list(pieces(source))


# --- namespaces ----------


def test_a_namespace_on_the_root_is_taken_off() -> None:
    data = (
        '<Finvoice xmlns="urn:x" xmlns:f="urn:x" f:Version="3.0"><InvoiceDetails>\n<InvoiceNumber> 7 </InvoiceNumber>'
        '<o:Other xmlns:o="urn:o"><o:a o:b="1"/></o:Other></InvoiceDetails></Finvoice>'
    )
    (piece,) = taken_apart(data)
    root, findings = normalised(piece.element)
    assert (root.tag, root.get("Version")) == ("Finvoice", "3.0")
    assert root.findtext("InvoiceDetails/InvoiceNumber") == " 7 "
    assert root.find("InvoiceDetails/{urn:o}Other/{urn:o}a[@{urn:o}b]") is not None
    assert root[0][0].sourceline == 2
    assert [(f.code, f.severity, f.line, f.value) for f in findings] == [
        ("EI-FINVOICE-NAMESPACE", "warning", 1, "urn:x")
    ]
    assert piece.element.tag == "{urn:x}Finvoice", "a schema is to see what the sender wrote"


def test_a_root_without_a_namespace_stays_as_it_is() -> None:
    (piece,) = taken_apart(invoice(inside='<o:a xmlns:o="urn:o"/>'))
    root, findings = normalised(piece.element)
    assert root is piece.element
    assert findings == []


# --- size and time ----------


def test_five_hundred_frames_are_parsed_one_at_a_time() -> None:
    rows = "".join(f"<InvoiceRow><ArticleName>{n}</ArticleName></InvoiceRow>\n" for n in range(300))
    one = DECLARED + frame() + DECLARED + invoice(inside=rows)
    data = (one * 500).encode()
    source = open_source(data)
    found = pieces(source)
    next(found)
    tracemalloc.start()
    try:
        count = sum(1 for _ in found)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 499
    assert peak < len(data) / 5, "no list of pieces, no copy of the file"


def test_nothing_is_parsed_before_its_turn() -> None:
    data = invoice("1") + invoice("2") + "<Finvoice><a></Finvoice>" * 1000
    found = pieces(open_source(data.encode()))
    started = time.process_time()
    assert numbers(list(itertools.islice(found, 1))) == ["1"]
    assert time.process_time() - started < 0.5


HOSTILE = [
    # case, a file of about the size that is given
    ("pieces", lambda n: invoice("1") * (n // 70)),
    ("framed", lambda n: (frame() + invoice()) * (n // 700)),
    ("open_roots", lambda n: "<Finvoice>" * (n // 10)),
    ("open_and_closed", lambda n: "<Finvoice>" * (n // 50) + "</Finvoice>" * (n // 50)),
    ("open_and_other_end", lambda n: "<Finvoice>" * (n // 50) + "</Envelope>" * (n // 50)),
    ("open_with_children", lambda n: "<Finvoice>" + "<Finvoice/>x" * (n // 40)),
    ("instructions", lambda n: "<Finvoice>" + "<Finvoice/>x<?a <Finvoice> ?>" * (n // 100)),
    ("cdata", lambda n: "<Finvoice>" + "<Finvoice/><![CDATA[<Finvoice>]]>" * (n // 100)),
    ("open_quotes", lambda n: "<Finvoice a='" * (n // 13)),
    ("open_quotes_frames", lambda n: '<S:Envelope a="' * (n // 13)),
    ("open_comments", lambda n: "<Finvoice>" + "<!-- " * (n // 5)),
    ("open_instructions", lambda n: "<Finvoice>" + "<?a " * (n // 4)),
    ("declarations", lambda n: DECLARED * (n // 45)),
    ("declared_open_roots", lambda n: (DECLARED + "<Finvoice>") * (n // 55)),
    ("declared_and_one_end", lambda n: (DECLARED + "<Finvoice>!") * (n // 55) + "</Finvoice>"),
    ("open_roots_and_one_end", lambda n: "<Finvoice>!?" * (n // 12) + "</Finvoice>"),
    ("frames_and_one_end", lambda n: (DECLARED + "<S:Envelope>") * (n // 60) + "</Finvoice>"),
    ("prolog_comments", lambda n: "<!-- -->" * (n // 8) + invoice()),
    ("blank_lines", lambda n: "\n" * n + invoice()),
    ("blank_lines_between", lambda n: ("\n" * (n // 20) + invoice()) * 20),
    ("long_name", lambda n: "<Finvoice/><" + "a" * n),
    ("doctypes", lambda n: "<!DOCTYPE Finvoice [" * (n // 20) + "<Finvoice/>"),
    ("doctype_paths", lambda n: '<!DOCTYPE Finvoice SYSTEM "' + "Finvoice1.dtd" * (n // 13) + invoice()),
    ("garbage", lambda n: "<Finvoice/>" + "</a>" * (n // 4)),
    ("wrapper_tag", lambda n: "<Finvoices xmlns:a='" + "a" * n + "'>" + invoice() * 50),
    ("one_attribute", lambda n: "<Finvoice a='" + "x>" * (n // 2) + "'/>"),
    ("slashes", lambda n: "<Finvoice " + "/" * n + ">"),
]


def spent(data: bytes) -> float:
    started = time.process_time()
    try:
        for number, piece in enumerate(pieces(open_source(data))):
            if number > 20_000:
                break
            assert piece.error is None or piece.error.exit_code == 3
    except EInvoiceError as error:
        assert error.exit_code == 3
    return time.process_time() - started


@pytest.mark.parametrize("make", [case[1] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_time_grows_with_the_size_and_not_with_its_square(make: Callable[[int], str]) -> None:
    small, large = make(200_000).encode(), make(800_000).encode()
    # four times the size; a square would make it sixteen, and the processor time of a busy machine varies
    assert spent(large) < 10 * max(spent(small), 0.5)


def test_fifty_megabytes_of_pieces() -> None:
    body = "".join(f"<InvoiceRow><ArticleName>{n}</ArticleName></InvoiceRow>\n" for n in range(1500))
    data = (DECLARED + frame() + DECLARED + invoice(inside=body)).encode() * 600
    assert len(data) > 50_000_000
    started = time.process_time()
    assert sum(1 for _ in pieces(open_source(data))) == 600
    assert time.process_time() - started < 20


def test_the_size_limit_is_that_of_every_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MAX_BYTES", 200)
    assert numbers(taken_apart("\n" * 30 + invoice())) == ["1"]
    with pytest.raises(TooLarge):
        open_source((invoice() * 5).encode())


def test_depth_has_a_limit() -> None:
    with pytest.raises(TooLarge):
        taken_apart("<Finvoice>" + "<a>" * 10_000 + "</a>" * 10_000 + "</Finvoice>")


def test_file_of_nothing_but_broken_frames_is_given_up() -> None:
    """A megabyte of opening tags is no list of fifty thousand documents."""
    found = list(pieces(open_source(b"<S:Envelope>" * 50_000)))
    assert len(found) == MAX_BROKEN + 1
    assert [piece.index for piece in found] == list(range(MAX_BROKEN + 1))
    assert isinstance(found[-1].error, TooLarge)
    assert "was not looked at" in found[-1].error.message


def test_broken_file_does_not_outlive_its_error() -> None:
    """Error, traceback and piece once made a ring, which held 30 MB of a file until the collector came by."""
    gc.collect()
    gc.disable()
    try:
        before = {id(each) for each in gc.get_objects() if isinstance(each, InvoicePiece)}
        with pytest.raises(ForbiddenXml):
            open_source(b"<Finvoice>&c;</Finvoice>")
        assert not [each for each in gc.get_objects() if isinstance(each, InvoicePiece) and id(each) not in before]
    finally:
        gc.enable()


def test_broken_invoices_between_good_ones_are_all_told_of() -> None:
    text = (invoice() + "<Finvoice><a></Finvoice>" * (MAX_BROKEN - 1)) * 2 + invoice()
    found = list(pieces(open_source(text.encode())))
    assert len(found) == 2 * MAX_BROKEN + 1
    assert found[-1].error is None


def test_every_cut_of_a_framed_file_ends_in_pieces_or_in_an_error_of_ours() -> None:
    data = (DECLARED + frame("A") + DECLARED + invoice("1") + attachments("A") + frame("B") + invoice("2")).encode()
    for cut in range(len(data)):
        for broken in (data[:cut], data[cut:], data[:cut] + b"<" + data[cut + 1 :], data[:cut] + b"\xff" + data[cut:]):
            try:
                source = open_source(broken)
                detect_source(source)
                for piece in pieces(source) if source.framed is not None else ():
                    assert (piece.root is None) == (piece.error is not None)
            except EInvoiceError as error:
                assert error.exit_code == 3


# --- real files ----------


@pytest.mark.conformance
def test_real_files(shared: Callable[..., Path]) -> None:
    found = {}
    for path in sorted(shared("corpora", "finvoice").glob("*.xml")):
        try:
            found[path.name] = taken_apart(path.read_bytes())
        except (NoInvoice, NotWellFormed) as error:
            found[path.name] = []
            assert "soap-frame-only" in path.name or "not-well-formed" in path.name, error
    assert sum(len(apart) for apart in found.values()) == len(found) - 2
    assert sum(piece.frame is not None for apart in found.values() for piece in apart) == 3
    assert sum("EI-FINVOICE-DOCTYPE" in codes(apart) for apart in found.values()) == 3
    for path, apart in found.items():
        for piece in apart:
            assert etree.QName(piece.element).localname == "Finvoice", path
            text = (shared("corpora", "finvoice") / path).read_bytes().split(b"\n")
            assert b"<Finvoice" in text[piece.element.sourceline - 1]
