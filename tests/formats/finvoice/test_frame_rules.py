"""Transmission frames: read, written, and judged by FV-22, FV-92, FV-100 and FV-101."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from einvoice import xml
from einvoice.errors import ContextError
from einvoice.formats.detect import open_source
from einvoice.formats.finvoice.frame import (
    SOAP_NAMESPACES,
    Frame,
    InvoicePiece,
    frame_of,
    is_complete,
    judge_frame,
    pieces,
    read_frame,
    transmission,
    write_frame,
)

SENT = Frame(
    sender="003791001147",
    sender_intermediator="ESIMFIHH",
    receiver="003791001155",
    receiver_intermediator="003723327487",
    message_id="2026-17/1",
    timestamp="2026-09-01T12:00:00+03:00",
)

DETAILS = """<MessageTransmissionDetails>
<MessageSenderDetails><FromIdentifier SchemeID="0216">003791001147</FromIdentifier>
<FromIntermediator>ESIMFIHH</FromIntermediator></MessageSenderDetails>
<MessageReceiverDetails><ToIdentifier>003791001155</ToIdentifier>
<ToIntermediator>003723327487</ToIntermediator></MessageReceiverDetails>
<MessageDetails><MessageIdentifier>2026-17/1</MessageIdentifier>
<MessageTimeStamp>2026-09-01T12:00:00+03:00</MessageTimeStamp></MessageDetails>
</MessageTransmissionDetails>"""

SCHEMA = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="Finvoice{}.xsd"'


def invoice(inside: str = DETAILS, version: str = "3.0", schema: str | None = "3.0") -> str:
    named = "" if schema is None else SCHEMA.format(schema)
    return f'<?xml version="1.0" encoding="ISO-8859-15"?>\n<Finvoice Version="{version}" {named}>{inside}</Finvoice>\n'


def taken_apart(*parts: bytes | str) -> list[InvoicePiece]:
    data = b"".join(part.encode("iso-8859-15") if isinstance(part, str) else part for part in parts)
    return list(pieces(open_source(data)))


def codes(piece: InvoicePiece) -> list[str]:
    return [finding.code for finding in judge_frame(piece)]


# --- reading and writing ----------


@pytest.mark.parametrize("encoding", [None, "iso-8859-15", "utf-8"])
def test_a_frame_comes_back(encoding: str | None) -> None:
    rich = replace(
        SENT,
        sender_scheme="0216",
        receiver_scheme='"&<',
        conversation_id="C & D",
        ref_to_message_id="R<1>",
        message_id="Ä€1",
    )
    for frame in (SENT, rich):
        data = write_frame(frame, encoding)
        assert write_frame(frame, encoding) == data, "nothing comes from the clock"
        found, findings = read_frame(xml.parse(data))
        assert findings == []
        assert found.parties == (
            ("From", "Sender", "003791001147"),
            ("From", "Intermediator", "ESIMFIHH"),
            ("To", "Receiver", "003791001155"),
            ("To", "Intermediator", "003723327487"),
        )
        assert replace(found, parties=()) == replace(
            frame,
            service="Routing",
            action="ProcessInvoice",
            cpa_id="yoursandmycpa",
            announces="Finvoice",
            announced_id=frame.message_id,
        )


def test_a_frame_without_declaration_is_ascii() -> None:
    data = write_frame(replace(SENT, message_id="Ä€"))
    assert data.isascii()
    assert not data.startswith(b"<?xml")
    assert data.endswith(b"</SOAP-ENV:Envelope>\n")
    assert write_frame(SENT, "utf-8").startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n')


def test_every_line_of_a_frame_is_an_element() -> None:
    assert all(line.startswith("<") and line.endswith(">") for line in write_frame(SENT).decode().splitlines())


MISSING = [
    ("sender", "the identifier of the sender"),
    ("sender_intermediator", "the intermediator of the sender"),
    ("receiver", "the identifier of the receiver"),
    ("receiver_intermediator", "the intermediator of the receiver"),
    ("message_id", "a message identifier"),
    ("timestamp", "a time stamp"),
]


@pytest.mark.parametrize(("name", "words"), MISSING, ids=[case[0] for case in MISSING])
def test_a_frame_is_not_written_by_halves(name: str, words: str) -> None:
    for frame in (
        Frame(**{**vars(SENT), name: None}),
        Frame(**{**vars(SENT), name: ""}),
    ):
        assert not is_complete(frame)
        with pytest.raises(ContextError, match=words) as caught:
            write_frame(frame)
        assert caught.value.fix
    assert is_complete(SENT)


def test_a_message_identifier_has_48_characters_at_most() -> None:
    assert is_complete(replace(SENT, message_id="x" * 48))
    with pytest.raises(ContextError, match="48"):
        write_frame(replace(SENT, message_id="x" * 49))


def test_control_characters_do_not_break_a_frame() -> None:
    found, _ = read_frame(xml.parse(write_frame(replace(SENT, sender="a\x00b\x1fc"))))
    assert found.sender == "a b c"


def test_a_written_frame_and_its_invoice_are_taken_apart_again() -> None:
    for encoding in (None, "iso-8859-15"):
        (piece,) = taken_apart(write_frame(SENT, encoding), invoice())
        assert piece.frame is not None
        assert (piece.frame.sender, piece.frame.message_id) == (SENT.sender, SENT.message_id)
        assert judge_frame(piece) == []


@pytest.mark.parametrize("namespace", SOAP_NAMESPACES)
@pytest.mark.parametrize("reference", ["Reference", "reference"])
def test_names_are_taken_as_senders_write_them(namespace: str, reference: str) -> None:
    text = write_frame(SENT).decode().replace(SOAP_NAMESPACES[0], namespace).replace("eb:Schema", "eb:schema")
    text = text.replace("SOAP-ENV:", "s:").replace(":SOAP-ENV", ":s").replace("eb:Reference", f"eb:{reference}")
    (piece,) = taken_apart(text, invoice())
    assert piece.frame is not None
    assert (piece.frame.namespace, piece.frame.sender) == (namespace, SENT.sender)
    assert piece.frame.announces == "Finvoice"


def test_what_a_frame_leaves_out_is_none() -> None:
    text = write_frame(SENT).decode()
    for name in ("Service", "Action", "MessageId", "Timestamp", "CPAId"):
        start, end = text.index(f"<eb:{name}>"), text.index(f"</eb:{name}>")
        text = text[:start] + text[end + len(f"</eb:{name}>") :]
    found, findings = read_frame(xml.parse(text.encode()))
    assert (found.service, found.action, found.message_id, found.timestamp, found.cpa_id) == (None,) * 5
    assert (found.sender, findings) == (SENT.sender, [])


def test_a_frame_without_a_header_says_so() -> None:
    found, findings = read_frame(
        xml.parse(f'<e:Envelope xmlns:e="{SOAP_NAMESPACES[0]}"><e:Body/></e:Envelope>'.encode())
    )
    assert found.sender is None
    assert [(f.code, f.path) for f in findings] == [("EI-FINVOICE-FRAME", "/Envelope")]


def test_transmission_details_are_a_frame_of_their_own() -> None:
    (piece,) = taken_apart(invoice())
    found = frame_of(piece.element)
    assert found.sender_scheme == "0216"
    assert replace(found, sender_scheme=None) == SENT
    assert transmission(piece) == found
    (empty,) = taken_apart(invoice(""))
    assert frame_of(empty.element) == Frame()


def test_the_frame_goes_before_the_transmission_details() -> None:
    other = replace(SENT, sender="003700000001", message_id="OTHER")
    (piece,) = taken_apart(write_frame(other), invoice())
    found = transmission(piece)
    assert (found.sender, found.receiver) == ("003700000001", SENT.receiver)
    assert (found.message_id, found.announced_id) == (SENT.message_id, "OTHER")


# --- FV-92 ----------

DIFFERENT = [
    ("sender", "FromIdentifier"),
    ("sender_intermediator", "FromIntermediator"),
    ("receiver", "ToIdentifier"),
    ("receiver_intermediator", "ToIntermediator"),
    ("message_id", "MessageIdentifier"),
]


@pytest.mark.parametrize(("name", "element"), DIFFERENT, ids=[case[0] for case in DIFFERENT])
def test_invalid_details_that_differ_from_the_frame(name: str, element: str) -> None:
    (piece,) = taken_apart(write_frame(Frame(**{**vars(SENT), name: "OTHER"})), invoice())
    (finding,) = judge_frame(piece)
    assert (finding.code, finding.severity, finding.layer) == ("FV-92", "warning", "finvoice")
    assert (finding.path or "").endswith(f"/{element}")
    assert "'OTHER'" in finding.message
    assert finding.value == getattr(SENT, name)
    assert finding.line is not None
    assert finding.fix


def test_valid_details_may_repeat_the_reference_of_the_manifest() -> None:
    (piece,) = taken_apart(write_frame(replace(SENT, message_id="MAV1", announced_id="2026-17/1")), invoice())
    assert codes(piece) == []


def test_silent_without_frame_or_details() -> None:
    assert codes(taken_apart(invoice())[0]) == []
    assert codes(taken_apart(write_frame(SENT), invoice(""))[0]) == []


# --- FV-100, FV-101 ----------


def changed(old: str, new: str) -> str:
    text = write_frame(SENT).decode()
    assert old in text
    return text.replace(old, new)


FRAMES = [
    # case                          frame                                                                       codes
    ("valid", write_frame(SENT).decode(), []),
    ("invalid_role", changed("<eb:Role>Receiver", "<eb:Role>Recipient"), ["FV-100"]),
    ("invalid_no_role", changed("<eb:Role>Sender</eb:Role>", ""), ["FV-100"]),
    ("invalid_direction", changed("eb:To>", "eb:From>"), ["FV-100"]),
    (
        "invalid_order",
        changed("Role>Sender", "Role>X")
        .replace("Role>Intermediator", "Role>Sender", 1)
        .replace("Role>X", "Role>Intermediator"),
        ["FV-100"],
    ),
    ("invalid_party_without_id", changed(">ESIMFIHH<", "> <"), ["FV-100"]),
    (
        "invalid_fifth_party",
        changed("<eb:CPAId>", "<eb:To><eb:PartyId>x</eb:PartyId><eb:Role>Y</eb:Role></eb:To><eb:CPAId>"),
        ["FV-100"],
    ),
    ("invalid_cpa", changed("yoursandmycpa", "mycpa"), ["FV-101"]),
    ("invalid_no_cpa", changed("<eb:CPAId>yoursandmycpa</eb:CPAId>", ""), ["FV-101"]),
    ("invalid_no_message_id", changed("<eb:MessageId>2026-17/1</eb:MessageId>", ""), ["FV-101"]),
    ("invalid_long_message_id", changed("2026-17/1", "x" * 49), ["FV-101"]),
    ("valid_longest_message_id", changed("2026-17/1", "x" * 48), []),
    ("valid_no_service", changed("<eb:Service>Routing</eb:Service>", ""), []),
]


@pytest.mark.parametrize(("text", "found"), [case[1:] for case in FRAMES], ids=[case[0] for case in FRAMES])
def test_frames(text: str, found: list[str]) -> None:
    (piece,) = taken_apart(text, invoice(""))
    findings = judge_frame(piece)
    assert [finding.code for finding in findings] == found
    for finding in findings:
        assert finding.severity == ("error" if finding.code == "FV-100" else "warning")
        assert finding.fix
        assert (finding.path or "").startswith("/Envelope")
        assert finding.line is not None


def test_invalid_message_identifier_twice_in_a_file() -> None:
    one, two = write_frame(SENT), write_frame(replace(SENT, message_id="2"))
    found = taken_apart(one, invoice(""), two, invoice(""), one, invoice(""))
    assert [codes(piece) for piece in found] == [[], [], ["FV-101"]]
    (finding,) = judge_frame(found[2])
    assert "invoice 1 of the file" in finding.message


def test_invalid_invoice_without_frame_among_others() -> None:
    found = taken_apart(write_frame(SENT), invoice(), invoice(""))
    assert [codes(piece) for piece in found] == [[], ["FV-100"]]
    assert [codes(piece) for piece in taken_apart(invoice(), invoice())] == [[], []]


# --- FV-22 ----------

NAMED = [
    # case                  version     schema      codes
    ("valid_3_0", "3.0", "3.0", []),
    ("valid_2_01", "2.01", "2.01", []),
    ("valid_2_0", "2.0", "", []),
    ("valid_1_3", "1.3", "", []),
    ("valid_1_2_none", "1.2", None, []),
    ("invalid_none", "3.0", None, ["FV-22"]),
    ("invalid_older", "3.0", "2.01", ["FV-22"]),
    ("invalid_newer", "2.0", "3.0", ["FV-22"]),
    ("invalid_no_version", "", "3.0", ["FV-22"]),
]


@pytest.mark.parametrize(("version", "schema", "found"), [case[1:] for case in NAMED], ids=[case[0] for case in NAMED])
def test_the_root_names_the_schema_of_its_version(version: str, schema: str | None, found: list[str]) -> None:
    (piece,) = taken_apart(invoice("", version, schema))
    assert codes(piece) == found


@pytest.mark.parametrize(
    "path", ["http://www.finvoice.info/x/Finvoice3.0.xsd", "C:\\x\\finvoice3.0.xsd", " Finvoice3.0.xsd "]
)
def test_valid_schema_with_a_path(path: str) -> None:
    (piece,) = taken_apart(invoice("").replace("Finvoice3.0.xsd", path))
    assert codes(piece) == []


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<?xml version="1.0" encoding="iso-8859-15"?>', []),
        ('<?xml version="1.0" encoding="UTF-8"?>', ["FV-22"]),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', ["FV-22"]),
        ('<?xml version="1.0"?>', ["FV-22"]),
        ("", ["FV-22"]),
    ],
)
def test_the_encoding_is_iso_8859_15(head: str, found: list[str]) -> None:
    (piece,) = taken_apart(head + invoice("").partition("\n")[2])
    assert codes(piece) == found
    assert all(finding.severity == "warning" and "ISO-8859-15" in finding.message for finding in judge_frame(piece))


@pytest.mark.conformance
def test_frames_of_operators_break_no_rule(shared: Callable[..., object]) -> None:
    for path in sorted(shared("corpora", "finvoice").glob("*soap-frame_*.xml")):  # type: ignore[attr-defined]
        (piece,) = taken_apart(path.read_bytes())
        assert codes(piece) == []
        assert piece.frame is not None
        assert read_frame(xml.parse(write_frame(piece.frame)))[0].parties == piece.frame.parties
