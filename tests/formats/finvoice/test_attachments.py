"""The attachment message of Finvoice: read, joined, judged and written."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from einvoice import xml
from einvoice.formats.detect import beside, open_source
from einvoice.formats.finvoice.attachments import (
    MAX_BYTES,
    SECURITY_CLASS,
    AttachmentMessage,
    WrittenMessage,
    join,
    judge_message,
    read_message,
    sha1,
    write_message,
)
from einvoice.formats.finvoice.frame import Frame, InvoicePiece, attached, judge_attachments, pieces
from einvoice.model import Invoice, SupportingDocument

SENT = Frame(
    sender="003791001147",
    sender_intermediator="ESIMFIHH",
    receiver="003791001155",
    receiver_intermediator="003723327487",
    message_id="2026-17",
    timestamp="2026-09-01T12:00:00+03:00",
)
ANNOUNCED = "2026-17::attachments"
PDF = b"%PDF-1.4 pdfaid:part 1 "


def file(data: bytes = PDF, name: str | None = "a.pdf", mime: str | None = "application/pdf") -> SupportingDocument:
    return SupportingDocument(content_base64=base64.b64encode(data).decode(), filename=name, mime_code=mime)


def written(*documents: SupportingDocument, frame: Frame = SENT) -> WrittenMessage:
    return write_message(documents, frame)


def returned(*documents: SupportingDocument) -> AttachmentMessage:
    data = written(*documents).data
    assert data is not None
    message, findings = read_message(xml.parse(data))
    assert findings == []
    return message


def changed(old: str, new: str, *documents: SupportingDocument) -> AttachmentMessage:
    data = written(*(documents or (file(),))).data
    assert data is not None and old.encode() in data
    return read_message(xml.parse(data.replace(old.encode(), new.encode())))[0]


# --- writing ----------


def test_a_file_goes_and_comes_back() -> None:
    documents = (
        file(bytes(range(256)) + b"pdfaid", "tiedot 7.pdf"),
        file(b"\x89PNG", "kuva.png", "image/png"),
        file(b"\xff\xd8", "Å & ö €.jpg", "image/jpeg"),
    )
    found = written(*documents)
    assert (found.findings, found.left_out, found.message_id) == ([], (), ANNOUNCED)
    (companion,) = found.companions
    assert (companion.suffix, companion.data) == ("-attachments.xml", found.data)
    message = returned(*documents)
    invoice, findings = join(Invoice(), message, SENT, ANNOUNCED)
    assert findings == []
    assert [d.content for d in invoice.supporting_documents] == [d.content for d in documents]
    assert [d.filename for d in invoice.supporting_documents] == [d.filename for d in documents]
    assert [d.mime_code for d in invoice.supporting_documents] == [d.mime_code for d in documents]
    assert [d.reference for d in invoice.supporting_documents] == [d.filename for d in documents]


def test_identifiers_and_hashes() -> None:
    message = returned(file(b"Finvoice"))
    (attachment,) = message.attachments
    assert message.message_id == ANNOUNCED
    assert message.ref_to_message_id == "2026-17"
    assert attachment.secure_hash == sha1(b"Finvoice") == "8ca2f7a6d8d94cc94da2d0ce9ff13cbdb5341053"
    assert attachment.identifier == f"{ANNOUNCED}::{attachment.secure_hash}"
    parties = (message.sender, message.sender_intermediator, message.receiver, message.receiver_intermediator)
    assert parties == ("003791001147", "ESIMFIHH", "003791001155", "003723327487")


@pytest.mark.parametrize("encoding", ["iso-8859-15", "utf-8"])
def test_the_same_bytes_each_time_in_the_encoding_that_is_declared(encoding: str) -> None:
    documents = (file(name="Å €.pdf"), file(b"b pdfaid", name="漢.pdf"))
    data = write_message(documents, SENT, encoding).data
    assert data is not None
    assert data == write_message(documents, SENT, encoding).data
    assert data.startswith(f'<?xml version="1.0" encoding="{encoding.upper()}"?>\n'.encode())
    message, _ = read_message(xml.parse(data))
    assert [a.name for a in message.attachments] == ["Å €.pdf", "漢.pdf"]
    assert all(line.startswith(b"<") and line.endswith(b">") for line in data.splitlines())


def test_nothing_to_carry_is_no_message() -> None:
    for documents in ((), (SupportingDocument(reference="x", external_location="https://example.com"),)):
        found = written(*documents, frame=Frame())
        assert (found.data, found.findings, found.companions, found.message_id) == (None, [], (), None)


LEFT_OUT = [
    # case              documents                                                   left out    words
    ("type", [file(mime="text/csv", name="a.csv")], (0,), "text/csv"),
    ("no_type", [file(mime=None, name="a")], (0,), "no known type"),
    ("type_of_three", [file(b"1 pdfaid"), file(b"2", mime="image/gif"), file(b"3 pdfaid")], (1,), "image/gif"),
    ("broken", [SupportingDocument(content_base64="*", filename="a.pdf")], (0,), "Base64"),
    ("eleventh", [file(b"%d pdfaid" % n) for n in range(11)], (10,), "10 files"),
    ("too_large", [file(b"pdfaid" + b"x" * MAX_BYTES)], (0,), "1,000,000"),
    (
        "no_room_left",
        [file(b"1pdfaid" + b"x" * 600_000), file(b"2pdfaid" + b"x" * 600_000), file(b"3 pdfaid")],
        (1,),
        "left of",
    ),
]


@pytest.mark.parametrize(("documents", "left_out", "words"), [c[1:] for c in LEFT_OUT], ids=[c[0] for c in LEFT_OUT])
def test_what_cannot_be_carried_is_a_loss(
    documents: list[SupportingDocument], left_out: tuple[int, ...], words: str
) -> None:
    found = written(*documents)
    assert found.left_out == left_out
    losses = [f for f in found.findings if f.is_loss]
    assert [(f.code, f.severity) for f in losses] == [("LOSS-NO-PLACE", "warning")]
    assert losses[0].model_path == f"supporting_documents[{left_out[0]}]"
    assert losses[0].terms == ("BT-125",)
    assert words in losses[0].message
    assert losses[0].fix
    carried = 0 if found.data is None else len(read_message(xml.parse(found.data))[0].attachments)
    assert carried == len(documents) - len(left_out)


def test_exactly_one_megabyte_and_ten_files_are_carried() -> None:
    documents = [file(b"%d" % n + b"pdfaid" + b"x" * (MAX_BYTES // 10 - 7)) for n in range(10)]
    found = written(*documents)
    assert (found.left_out, found.findings) == ((), [])
    assert judge_message(returned(*documents), SENT, ANNOUNCED) == []


MISSING = ["sender", "sender_intermediator", "receiver", "receiver_intermediator", "message_id", "timestamp"]


@pytest.mark.parametrize("name", MISSING)
def test_a_message_needs_all_that_a_frame_needs(name: str) -> None:
    found = written(file(), file(b"2"), frame=Frame(**{**vars(SENT), name: None}))
    assert (found.data, found.left_out) == (None, (0, 1))
    assert [f.code for f in found.findings] == ["LOSS-NO-PLACE"] * 2
    assert "context" in (found.findings[0].fix or "")


def test_a_link_is_not_lost_with_its_file() -> None:
    document = file(mime="text/csv").model_copy(update={"external_location": "https://example.com"})
    assert [f.model_path for f in written(document).findings] == ["supporting_documents[0].content_base64"]


def test_all_that_is_missing_is_said_in_short() -> None:
    (finding,) = written(file(), frame=Frame()).findings
    assert "addresses and intermediators of both parties" in finding.message


def test_the_same_file_twice_is_carried_once() -> None:
    found = written(file(name="a.pdf"), file(name="b.pdf"))
    assert found.left_out == (1,)
    assert [(f.code, f.severity) for f in found.findings] == [("LOSS-REPEATED", "info")]
    assert "'a.pdf'" in found.findings[0].message


NAMES = [
    # case, document, name as written, code
    ("valid", file(name="abc.pdf"), "abc.pdf", None),
    ("valid_capitals", file(name="ABC.PDF"), "ABC.PDF", None),
    ("valid_jpeg", file(name="a.jpeg", mime="image/jpeg"), "a.jpeg", None),
    ("valid_longest", file(name="x" * 46 + ".pdf"), "x" * 46 + ".pdf", None),
    ("no_ending", file(name="tiedot"), "tiedot.pdf", "N"),
    ("another_ending", file(name="a.txt"), "a.txt.pdf", "N"),
    ("only_an_ending", file(name=".pdf"), "attachment-1.pdf", "N"),
    ("folder", file(name="C:\\temp\\a.pdf"), "a.pdf", "N"),
    ("control_characters", file(name="a\x00\nb.pdf"), "ab.pdf", "N"),
    ("too_long", file(name="x" * 47 + ".pdf"), "x" * 46 + ".pdf", "T"),
    ("too_long_no_ending", file(name="x" * 60, mime="image/png"), "x" * 46 + ".png", "T"),
    ("no_name", file(name=None).model_copy(update={"reference": "liite 1"}), "liite 1.pdf", "N"),
    ("nothing", file(name=None), "attachment-1.pdf", "N"),
    ("type_from_name", file(name="a.png", mime=None), "a.png", None),
    ("type_misspelt", file(name="a.jpg", mime="image/JPG; q=1"), "a.jpg", None),
]


@pytest.mark.parametrize(("document", "name", "code"), [c[1:] for c in NAMES], ids=[c[0] for c in NAMES])
def test_names_are_made_to_fit(document: SupportingDocument, name: str, code: str | None) -> None:
    found = written(document)
    assert returned(document).attachments[0].name == name
    assert 3 <= len(name) <= 50
    expected = {"N": ["EI-FINVOICE-ATTACHMENT-NAME"], "T": ["LOSS-TRUNCATED"], None: []}[code]
    assert [f.code for f in found.findings] == expected
    assert all(f.model_path == "supporting_documents[0].filename" and name in f.message for f in found.findings)
    assert judge_message(returned(document), SENT, ANNOUNCED) == []


def test_a_pdf_that_is_not_said_to_be_pdf_a_is_noted() -> None:
    found = written(file(b"%PDF-1.4"))
    assert [(f.code, f.severity) for f in found.findings] == [("EI-FINVOICE-PDFA", "info")]
    assert found.left_out == ()


def test_the_security_class_goes_and_comes_back() -> None:
    document = file().model_copy(update={"native": {SECURITY_CLASS: "SEI03"}})
    message = returned(document)
    assert message.attachments[0].security_class == "SEI03"
    invoice, _ = join(Invoice(), message, SENT, ANNOUNCED)
    assert invoice.supporting_documents[0].native == {SECURITY_CLASS: "SEI03"}
    wrong = file().model_copy(update={"native": {SECURITY_CLASS: "secret"}})
    assert returned(wrong).attachments[0].security_class is None


@pytest.mark.conformance
def test_what_is_written_is_valid(shared: Callable[..., Path]) -> None:
    schema = etree.XMLSchema(etree.parse(shared("official", "finvoice", "FinvoiceAttachments.xsd")))
    documents = (file(name="Å & €.pdf"), file(b"x", None, "image/png"), file(b"y pdfaid", "z" * 99))
    secured = file(b"s pdfaid").model_copy(update={"native": {SECURITY_CLASS: "SEI01"}})
    for sent in (SENT, replace(SENT, message_id="xx"), replace(SENT, message_id="x" * 48)):
        data = write_message((*documents, secured), sent).data
        assert data is not None
        schema.assertValid(xml.parse(data))


# --- reading and judging ----------


def test_a_message_in_a_namespace_is_read() -> None:
    data = written(file()).data
    assert data is not None
    root = xml.parse(data.replace(b"<FinvoiceAttachments ", b'<FinvoiceAttachments xmlns="urn:x" '))
    message, findings = read_message(root)
    assert (message.message_id, len(message.attachments), findings) == (ANNOUNCED, 1, [])


def test_what_is_not_read_is_named() -> None:
    data = written(file()).data
    assert data is not None
    root = xml.parse(
        data.replace(b"<AttachmentName>", b"<Extra>1</Extra><AttachmentName>2</AttachmentName><AttachmentName>")
    )
    message, findings = read_message(root)
    assert message.attachments[0].name == "2"
    assert [(f.code, f.value) for f in findings] == [("LOSS-UNMAPPED", "1"), ("LOSS-UNMAPPED", "a.pdf")]
    assert all(f.line and f.path and f.path.startswith("/FinvoiceAttachments/AttachmentDetails/") for f in findings)


def test_an_identifier_of_another_kind_is_the_reference() -> None:
    identifier = f"{ANNOUNCED}::{sha1(PDF)}"
    message = changed(identifier, "CONTRACT-7")
    invoice, findings = join(Invoice(), message, SENT, ANNOUNCED)
    assert [f.code for f in findings] == ["FV-104"]
    assert invoice.supporting_documents[0].reference == "CONTRACT-7"


@pytest.mark.parametrize("identifier", ["2026-17::", f"{ANNOUNCED}::"])
def test_valid_identifier_of_invoice_or_message(identifier: str) -> None:
    message = changed(f"{ANNOUNCED}::{sha1(PDF)}", identifier + sha1(PDF))
    assert judge_message(message, SENT, ANNOUNCED) == []


ENCODED = base64.b64encode(PDF).decode()


@pytest.mark.parametrize(
    "hashed",
    [PDF, ENCODED.encode(), ("\n".join(re.findall(".{1,8}", ENCODED))).encode()],
    ids=["raw", "encoded", "lines"],
)
def test_valid_hash_of_the_file_or_of_its_base64(hashed: bytes) -> None:
    message = changed(sha1(PDF), sha1(hashed))
    folded = "\n".join(re.findall(".{1,8}", ENCODED))
    message = replace(message, attachments=(replace(message.attachments[0], content=folded),))
    assert judge_message(message, SENT, ANNOUNCED) == []


FAULTS = [
    # case                      message                                                                     code
    ("wrong_hash", changed(sha1(PDF), sha1(b"other")), ["FV-104"]),
    ("changed_content", changed(ENCODED, base64.b64encode(b"evil").decode()), ["FV-104"]),
    ("broken_content", changed(ENCODED, "*"), ["FV-104"]),
    ("capital_hash", changed(sha1(PDF), sha1(PDF).upper()), ["FV-104"]),
    ("no_hash", changed(f"<AttachmentSecureHash>{sha1(PDF)}<", "<AttachmentSecureHash><"), ["FV-104"]),
    ("short_hash", changed(f">{sha1(PDF)}<", f">{sha1(PDF)[:39]}<"), ["FV-104"] * 3),
    ("wrong_identifier", changed(f"{ANNOUNCED}::{sha1(PDF)}", f"X::{sha1(PDF)}"), ["FV-104"]),
    ("type", changed("application/pdf", "text/plain"), ["FV-103"]),
    ("no_type", changed(">application/pdf<", "><"), ["FV-103"]),
    ("ending", changed(">a.pdf<", ">a.png<"), ["FV-103"]),
    ("sender", changed(">003791001147<", ">003700000001<"), ["FV-102"]),
    ("sender_missing", changed(">003791001147<", "><"), ["FV-102"]),
    ("intermediator", changed(">ESIMFIHH<", ">OTHER<"), ["FV-102"]),
    ("receiver", changed(">003791001155<", ">003700000001<"), ["FV-102"]),
    ("receiver_intermediator", changed(">003723327487<", ">OTHER<"), ["FV-102"]),
    ("no_reference", changed(">2026-17<", "><"), ["FV-102"]),
    ("no_files", replace(changed("a.pdf", "a.pdf"), attachments=()), ["FV-103"]),
    (
        "eleven_files",
        replace(changed("a.pdf", "a.pdf"), attachments=changed("a.pdf", "a.pdf").attachments * 11),
        ["FV-103"],
    ),
]


@pytest.mark.parametrize(("message", "found"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_faults_of_a_message(message: AttachmentMessage, found: list[str]) -> None:
    findings = judge_message(message, SENT, ANNOUNCED)
    assert [f.code for f in findings] == found
    for finding in findings:
        assert (finding.severity, finding.layer) == ("error", "finvoice")
        assert finding.fix
        assert (finding.path or "").startswith("/FinvoiceAttachments")
        assert finding.line is not None
    invoice, same = join(Invoice(), message, SENT, ANNOUNCED)
    assert same == findings
    assert len(invoice.supporting_documents) == len(message.attachments), "a fault keeps no file back"


def test_more_than_a_megabyte_is_a_fault() -> None:
    large = base64.b64encode(b"x" * ((1 << 20) + 1)).decode()
    message = changed("a.pdf", "a.pdf")
    message = replace(message, attachments=(replace(message.attachments[0], content=large),))
    assert [f.code for f in judge_message(message, SENT, ANNOUNCED)] == ["FV-103", "FV-104"]


def test_a_message_that_is_not_announced_is_joined_and_told() -> None:
    invoice, findings = join(Invoice(), returned(file()), SENT, None)
    assert [f.code for f in findings] == ["FV-102"]
    assert len(invoice.supporting_documents) == 1
    invoice, findings = join(Invoice(), returned(file()), SENT, "OTHER::attachments")
    assert [f.code for f in findings] == ["FV-102"]


def test_a_message_for_another_invoice_is_not_joined() -> None:
    other = replace(SENT, message_id="2026-18")
    invoice, findings = join(Invoice(), returned(file()), other, "2026-18::attachments")
    assert invoice.supporting_documents == ()
    assert {f.code for f in findings} == {"FV-102"}
    assert "not joined" in " ".join(f.message for f in findings)


def test_files_stand_behind_the_links_of_the_invoice() -> None:
    link = SupportingDocument(reference="L", external_location="https://example.com")
    invoice, _ = join(Invoice(supporting_documents=(link,)), returned(file()), SENT, ANNOUNCED)
    assert [d.reference for d in invoice.supporting_documents] == ["L", "a.pdf"]


# --- in the file, and beside it ----------

DETAILS = (
    "<MessageTransmissionDetails><MessageDetails><MessageIdentifier>{0}</MessageIdentifier></MessageDetails>"
    "</MessageTransmissionDetails>"
)
NAMED = "<AttachmentMessageDetails><AttachmentMessageIdentifier>{0}::attachments</AttachmentMessageIdentifier>"


def invoice_xml(identifier: str = "2026-17", announced: bool = True) -> bytes:
    named = f"{NAMED.format(identifier)}</AttachmentMessageDetails>" if announced else ""
    return f'<Finvoice Version="3.0">\n{DETAILS.format(identifier)}\n{named}</Finvoice>\n'.encode()


def message_xml(identifier: str = "2026-17", data: bytes = PDF) -> bytes:
    found = written(file(data), frame=replace(SENT, message_id=identifier)).data
    assert found is not None
    return found


def names(piece: InvoicePiece) -> list[bytes | None]:
    invoice, _ = attached(Invoice(), piece)
    return [document.content for document in invoice.supporting_documents]


def codes(piece: InvoicePiece) -> list[str]:
    return [f.code for f in piece.findings]


def test_a_message_in_the_file_is_joined() -> None:
    data = invoice_xml("1") + message_xml("1", b"one") + invoice_xml("2") + message_xml("2", b"two")
    found = list(pieces(open_source(data)))
    assert [names(piece) for piece in found] == [[b"one"], [b"two"]]
    assert [codes(piece) for piece in found] == [[], []]
    assert [judge_attachments(piece) for piece in found] == [[], []]


def test_an_announced_message_that_is_not_there_is_told() -> None:
    (piece,) = pieces(open_source(invoice_xml()))
    (finding,) = piece.findings
    assert (finding.code, finding.severity, finding.line) == ("EI-FINVOICE-ATTACHMENTS", "warning", 3)
    assert finding.value == ANNOUNCED
    assert finding.path == "/Finvoice/AttachmentMessageDetails/AttachmentMessageIdentifier"
    assert next(pieces(open_source(invoice_xml(announced=False)))).findings == ()


def test_a_message_beside_the_file_is_joined(tmp_path: Path) -> None:
    path = tmp_path / "7.xml"
    path.write_bytes(invoice_xml())
    (alone,) = pieces(open_source(path.read_bytes(), beside(path)))
    assert (names(alone), codes(alone)) == ([], ["EI-FINVOICE-ATTACHMENTS"])
    (tmp_path / "7-attachments.xml").write_bytes(message_xml())
    (piece,) = pieces(open_source(path.read_bytes(), beside(str(path))))
    assert (names(piece), codes(piece)) == ([PDF], [])
    assert all(f.line is None for f in attached(Invoice(), piece)[1])
    (bytes_only,) = pieces(open_source(path.read_bytes()))
    assert codes(bytes_only) == ["EI-FINVOICE-ATTACHMENTS"], "bytes never touch the disk"


def test_each_invoice_takes_its_own_message_from_beside(tmp_path: Path) -> None:
    path = tmp_path / "batch.xml"
    data = b"".join(invoice_xml(str(n)) for n in range(4)) + invoice_xml("4", announced=False)
    (tmp_path / "batch-attachments.xml").write_bytes(b"".join(message_xml(str(n), b"%d" % n) for n in (4, 3, 1, 0)))
    found = list(pieces(open_source(data, beside(path))))
    assert [names(piece) for piece in found] == [[b"0"], [b"1"], [], [b"3"], []]
    assert [codes(piece) for piece in found] == [[], [], ["EI-FINVOICE-ATTACHMENTS"], [], []]


def test_what_is_beside_is_not_opened_without_need() -> None:
    def fetch() -> bytes:
        raise AssertionError("nobody asked")

    list(pieces(open_source(invoice_xml(announced=False), fetch)))
    list(pieces(open_source(invoice_xml() + message_xml(), fetch)))


@pytest.mark.parametrize(
    "wrong",
    [b"", b"\x00" * 9, b"{}", b"<FinvoiceAttachments><a>", b"<root/>", message_xml("OTHER"), b"\xff\xfe<", b"x" * 300],
    ids=["empty", "nul", "json", "cut", "xml", "another", "half", "text"],
)
def test_something_else_beside_keeps_the_invoice_readable(wrong: bytes) -> None:
    (piece,) = pieces(open_source(invoice_xml(), lambda: wrong))
    assert names(piece) == []
    assert "EI-FINVOICE-ATTACHMENTS" in codes(piece)
    assert all(f.line in (None, 3) for f in piece.findings), "a line of the other file would mislead"


def test_a_message_beside_that_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MAX_BYTES", 1000)
    (piece,) = pieces(open_source(invoice_xml(), lambda: b" " * 1001))
    assert codes(piece) == ["EI-FINVOICE-ATTACHMENTS"] * 2
    assert "1,001" in piece.findings[0].message
