"""The attachment message of Finvoice (``FinvoiceAttachments``), both ways.

A Finvoice invoice holds no files.  They travel in a message of their own, which follows the invoice in the same file or
stands beside it as ``NAME-attachments.xml``.  The invoice names the message, and the message names the invoice:

    invoice   MessageIdentifier  2026-17                   AttachmentMessageIdentifier  2026-17::attachments
    message   MessageIdentifier  2026-17::attachments      RefToMessageIdentifier       2026-17
    a file    AttachmentIdentifier  2026-17::attachments::<SHA-1 of the file>

Read, a file becomes a supporting document (BG-24) with content, type and name.  Its reference (BT-122) is the name of
the file where the identifier is made of message and hash, which say nothing of the document and change with each
sending; an identifier of another kind is taken as it stands.

The guidelines call the hash that of the encoded content in one place, and that of the content in others.  What is
written is the SHA-1 of the file itself; on reading either will do.

Source: Finvoice Implementation Guidelines 3.0, chapter on attachments; FinvoiceAttachments.xsd, version 1.0.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from lxml import etree

from einvoice import xml
from einvoice.findings import Finding, Layer, Severity
from einvoice.formats.document import ATTACHMENTS_SUFFIX, Companion
from einvoice.model import Invoice, SupportingDocument
from einvoice.model.terms import terms_at

if TYPE_CHECKING:
    from einvoice.formats.finvoice.frame import Frame

MESSAGE_ID_END: Final = "::attachments"

TYPES: Final = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
}
"""Types of files that may be attached, each with the endings of names that fit it; the first one is written."""

MOST: Final = 10
"""Most files of a message."""

MAX_BYTES: Final = 1_000_000
"""Most bytes of all files of a message before encoding, as written.  Read, 1 048 576 are taken for 1 MB as well."""

MAX_BYTES_READ: Final = 1 << 20

MAX_MESSAGE_ID: Final = 48
"""Longest message identifier of an invoice."""

NAME_LENGTH: Final = (3, 50)

SECURITY_CLASS: Final = "finvoice:AttachmentSecurityClass"
"""Where a supporting document holds its security class (``SEI`` and two digits)."""

_OTHER_SPELLINGS: Final = {
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "application/x-pdf": "application/pdf",
}


@dataclass(frozen=True)
class Attachment:
    """A file of an attachment message, each value as it stands there; None is "not stated"."""

    identifier: str | None = None
    content: str | None = field(default=None, repr=False)
    name: str | None = None
    security_class: str | None = None
    mime_code: str | None = None
    secure_hash: str | None = None
    element: etree._Element | None = field(default=None, repr=False, compare=False)

    def data(self) -> bytes | None:
        """Return the file; None when the Base64 is broken."""
        try:
            return base64.b64decode("".join((self.content or "").split()), validate=True)
        except ValueError:
            return None

    def hashes(self) -> tuple[str, ...]:
        """Return the SHA-1 of the file, of its Base64 without blanks, and of its Base64 as it stands."""
        text, data = self.content or "", self.data()
        kinds = [data] if data is not None else []
        kinds += ["".join(text.split()).encode(), text.encode()]
        return tuple(dict.fromkeys(sha1(kind) for kind in kinds))


@dataclass(frozen=True)
class AttachmentMessage:
    """A message with the files of one invoice; *ref_to_message_id* is the message identifier of that invoice.

    *beside* says that it stands in a file of its own, so that its lines are not those of the invoice's file.
    """

    sender: str | None = None
    sender_intermediator: str | None = None
    receiver: str | None = None
    receiver_intermediator: str | None = None
    message_id: str | None = None
    timestamp: str | None = None
    ref_to_message_id: str | None = None
    attachments: tuple[Attachment, ...] = ()
    version: str | None = None
    element: etree._Element | None = field(default=None, repr=False, compare=False)
    beside: bool = False


@dataclass(frozen=True)
class WrittenMessage:
    """An attachment message as written.

    *data* is None when no file is carried.  *message_id* is what the invoice names in AttachmentMessageIdentifier.
    *left_out* are the positions of the documents with a file that is not carried; a finding says why for each.
    """

    data: bytes | None = field(default=None, repr=False)
    message_id: str | None = None
    findings: list[Finding] = field(default_factory=list)
    left_out: tuple[int, ...] = ()

    @property
    def companions(self) -> tuple[Companion, ...]:
        """The message as what goes beside the invoice."""
        return () if self.data is None else (Companion(ATTACHMENTS_SUFFIX, self.data),)


def sha1(data: bytes) -> str:
    """Return the SHA-1 of *data* as 40 lower-case hexadecimal digits.

    >>> sha1(b"Finvoice")[:8]
    '8ca2f7a6'
    """
    return hashlib.sha1(data, usedforsecurity=False).hexdigest()


# --- reading ----------------------------------------------------------------------------------------


def read_message(element: etree._Element) -> tuple[AttachmentMessage, list[Finding]]:
    """Return the attachment message at *element*, in whatever namespace, and what of it is not read."""
    findings: list[Finding] = []
    details = _child(element, "MessageTransmissionDetails")
    sender = _child(details, "MessageSenderDetails")
    receiver = _child(details, "MessageReceiverDetails")
    message = _child(details, "MessageDetails")
    attachments = []
    for child in element.iterchildren("*"):
        name = etree.QName(child).localname
        if name == "AttachmentDetails":
            attachments.append(_read_attachment(child, findings))
        elif child is not details:
            findings.append(_unmapped(child))
    return AttachmentMessage(
        _text(sender, "FromIdentifier"),
        _text(sender, "FromIntermediator"),
        _text(receiver, "ToIdentifier"),
        _text(receiver, "ToIntermediator"),
        _text(message, "MessageIdentifier"),
        _text(message, "MessageTimeStamp"),
        _text(message, "RefToMessageIdentifier"),
        tuple(attachments),
        element.get("Version"),
        element,
    ), findings


_PARTS: Final = (
    "AttachmentIdentifier",
    "AttachmentContent",
    "AttachmentName",
    "AttachmentSecurityClass",
    "AttachmentMimeType",
    "AttachmentSecureHash",
)


def _read_attachment(element: etree._Element, findings: list[Finding]) -> Attachment:
    seen = set()
    for child in element.iterchildren("*"):
        name = etree.QName(child).localname
        if name not in _PARTS or name in seen:
            findings.append(_unmapped(child))
        seen.add(name)
    identifier, content, file_name, security, mime_code, secure_hash = (_text(element, part) for part in _PARTS)
    return Attachment(identifier, content, file_name, security, mime_code, secure_hash, element)


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else next(element.iterchildren(f"{{*}}{name}"), None)


def _text(element: etree._Element | None, name: str) -> str | None:
    found = _child(element, name)
    return None if found is None else (found.text or "").strip() or None


def _unmapped(element: etree._Element) -> Finding:
    return Finding(
        "LOSS-UNMAPPED",
        "warning",
        "loss",
        f"{etree.QName(element).localname} of the attachment message is not read",
        "nothing, unless it holds a file: those stand in AttachmentDetails, once each",
        ("BG-24",),
        xml.path_of(element),
        element.sourceline,
        (element.text or "").strip()[:100] or None,
    )


def join(
    invoice: Invoice, message: AttachmentMessage, own: Frame | None = None, announced: str | None = None
) -> tuple[Invoice, list[Finding]]:
    """Return *invoice* with the files of *message* among its supporting documents, and what is wrong with the pair.

    *own* are the transmission data of the invoice (`frame.transmission`), *announced* is the attachment message that
    it names.  A message that refers to another invoice is not joined.  The findings are those of `judge_message`.
    """
    findings = judge_message(message, own, announced)
    if is_foreign(message, own):
        return invoice, findings
    documents = tuple(
        _document(attachment, message, number) for number, attachment in enumerate(message.attachments, 1)
    )
    update = {"supporting_documents": (*invoice.supporting_documents, *documents)}
    return invoice.model_copy(update=update), findings


def is_foreign(message: AttachmentMessage, own: Frame | None) -> bool:
    """Return whether *message* refers to another invoice than the one with the transmission data *own*."""
    if own is None or own.message_id is None or message.ref_to_message_id is None:
        return False
    return message.ref_to_message_id not in (own.message_id, own.announced_id)


def _document(attachment: Attachment, message: AttachmentMessage, number: int) -> SupportingDocument:
    derived = attachment.identifier is None or re.fullmatch(r".*::[0-9A-Fa-f]{40}", attachment.identifier) is not None
    native = {SECURITY_CLASS: attachment.security_class} if attachment.security_class else {}
    return SupportingDocument(
        reference=(attachment.name or f"attachment {number}") if derived else attachment.identifier,
        content_base64=attachment.content or "",
        mime_code=attachment.mime_code,
        filename=attachment.name,
        native=native,
    )


# --- rules ------------------------------------------------------------------------------------------


def judge_message(message: AttachmentMessage, own: Frame | None = None, announced: str | None = None) -> list[Finding]:
    """Return what FV-102, FV-103 and FV-104 say of *message* and the invoice with the transmission data *own*.

    *announced* is the attachment message that the invoice names.  ``einvoice explain FV-102`` has the texts, in
    ``schematron/finvoice/3.0/elsewhere.csv``.
    """
    found = [*_fv_102(message, own, announced), *_fv_103(message), *_fv_104(message)]
    return [replace(finding, line=None) for finding in found] if message.beside else found


def _found(
    code: str, message: str, fix: str, place: etree._Element | None, name: str = "", value: str | None = None
) -> Finding:
    if place is not None and name:
        place = next(place.iter(f"{{*}}{name}"), place)
    path, line = (None, None) if place is None else (xml.path_of(place), place.sourceline)
    return Finding(code, "error", "finvoice", message, fix, ("BG-24",), path, line, value)


def _fv_102(message: AttachmentMessage, own: Frame | None, announced: str | None) -> Iterator[Finding]:
    place = message.element
    if announced is None:
        yield _found(
            "FV-102",
            f"the invoice names no attachment message, and {message.message_id or 'one without identifier'} is there",
            "name it in AttachmentMessageDetails/AttachmentMessageIdentifier of the invoice",
            place,
            "MessageIdentifier",
            message.message_id,
        )
    elif announced != message.message_id:
        yield _found(
            "FV-102",
            f"the invoice names the attachment message {announced!r}, and this one is {message.message_id!r}",
            "write the same identifier in both",
            place,
            "MessageIdentifier",
            message.message_id,
        )
    own_id = None if own is None else own.message_id
    if is_foreign(message, own):
        yield _found(
            "FV-102",
            f"the attachment message belongs to the invoice {message.ref_to_message_id!r}, and this one is {own_id!r}; "
            "it is not joined",
            "put the message behind its own invoice",
            place,
            "RefToMessageIdentifier",
            message.ref_to_message_id,
        )
    elif message.ref_to_message_id is None:
        yield _found(
            "FV-102",
            "the attachment message does not say to which invoice it belongs",
            "write the message identifier of the invoice into RefToMessageIdentifier",
            place,
            "MessageDetails",
        )
    if message.ref_to_message_id and message.message_id not in (None, message.ref_to_message_id + MESSAGE_ID_END):
        yield _found(
            "FV-102",
            f"the identifier of the attachment message is {message.message_id!r}, expected "
            f"{message.ref_to_message_id + MESSAGE_ID_END!r}",
            f"write the message identifier of the invoice and {MESSAGE_ID_END}",
            place,
            "MessageIdentifier",
            message.message_id,
        )
    if own is None:
        return
    for label, name, stated, expected in (
        ("the sender", "FromIdentifier", message.sender, own.sender),
        ("the sender's intermediator", "FromIntermediator", message.sender_intermediator, own.sender_intermediator),
        ("the receiver", "ToIdentifier", message.receiver, own.receiver),
        ("the receiver's intermediator", "ToIntermediator", message.receiver_intermediator, own.receiver_intermediator),
    ):
        if expected is not None and stated != expected:
            yield _found(
                "FV-102",
                f"{label} is {stated or 'missing'} in the attachment message and {expected} in the invoice",
                "write the same parties in both: a bank delivers each of them by its own address",
                place,
                name,
                stated,
            )


def _fv_103(message: AttachmentMessage) -> Iterator[Finding]:
    place = message.element
    count = len(message.attachments)
    if not 1 <= count <= MOST:
        yield _found("FV-103", f"the message holds {count} files, 1 to {MOST} are allowed", "split or join them", place)
    total = sum(len(attachment.data() or b"") for attachment in message.attachments)
    if total > MAX_BYTES_READ:
        yield _found(
            "FV-103",
            f"the files have {total:,} bytes together, 1 MB is allowed",
            "make them smaller, or link to them",
            place,
        )
    for attachment in message.attachments:
        shown = attachment.name or attachment.identifier or "without a name"
        endings = TYPES.get(attachment.mime_code or "")
        if endings is None:
            yield _found(
                "FV-103",
                f"the file {shown} is {attachment.mime_code or 'of no stated type'}; allowed are {', '.join(TYPES)}",
                "attach a PDF/A, JPEG or PNG file",
                attachment.element,
                "AttachmentMimeType",
                attachment.mime_code,
            )
        elif attachment.name is not None and not attachment.name.lower().endswith(endings):
            yield _found(
                "FV-103",
                f"the name {attachment.name!r} does not end as {attachment.mime_code} does: {', '.join(endings)}",
                "give the file the ending of its type",
                attachment.element,
                "AttachmentName",
                attachment.name,
            )


def _fv_104(message: AttachmentMessage) -> Iterator[Finding]:
    for attachment in message.attachments:
        shown = attachment.name or attachment.identifier or "without a name"
        stated, place = attachment.secure_hash, attachment.element
        if stated is None:
            yield _found("FV-104", f"the file {shown} has no hash", "write the SHA-1 of the file", place)
        else:
            if re.fullmatch("[0-9a-f]{40}", stated) is None:
                yield _found(
                    "FV-104",
                    f"the hash {stated!r} of {shown} is not 40 lower-case hexadecimal digits",
                    "write the SHA-1 of the file in this form",
                    place,
                    "AttachmentSecureHash",
                    stated,
                )
            if stated.lower() not in (known := attachment.hashes()):
                yield _found(
                    "FV-104",
                    f"the hash of {shown} is {stated}, and the file has {known[0]}: it was changed or damaged",
                    "fetch the message again, or ask the sender for the file",
                    place,
                    "AttachmentSecureHash",
                    stated,
                )
        identifier = attachment.identifier
        wanted = {
            f"{beginning}::{hash}"
            for beginning in (message.message_id, message.ref_to_message_id)
            if beginning
            for hash in (stated, (stated or "").lower())
        }
        if stated is not None and wanted and identifier not in wanted:
            yield _found(
                "FV-104",
                f"the identifier of {shown} is {identifier!r}, expected {message.message_id}::{stated}",
                "write the identifier of the message, :: and the hash",
                place,
                "AttachmentIdentifier",
                identifier,
            )


# --- writing ----------------------------------------------------------------------------------------


def write_message(
    documents: Sequence[SupportingDocument], frame: Frame, encoding: str = "iso-8859-15"
) -> WrittenMessage:
    """Return the message with the files of *documents*, for the invoice with the transmission data *frame*.

    Documents without content (links) are none of its business.  A file that cannot be carried is a loss with the path
    of its content in the model: another type than PDF, JPEG and PNG, one too many, no room left, broken Base64, or a
    frame without all four parties, message identifier and time stamp.  Names are made to fit, with a finding.
    """
    findings: list[Finding] = []
    files: list[tuple[int, SupportingDocument, bytes, str]] = []
    left_out: list[int] = []
    missing = lacking(frame) if any(d.content_base64 for d in documents) else []
    room = MAX_BYTES
    hashes: dict[str, str] = {}
    for position, document in enumerate(documents):
        if not document.content_base64:
            continue
        data = _decoded(document)
        mime = mime_code_of(document)
        known = sha1(data) if data is not None else ""
        if known in hashes:
            findings.append(_twice(document, position, hashes[known]))
            left_out.append(position)
            continue
        if missing:
            reason = f"an attachment message needs {_joined(missing)}"
            fix = "add the addresses and intermediators of seller and customer to the context"
        elif data is None:
            reason, fix = "its Base64 is broken", "encode the file again"
        elif mime not in TYPES:
            reason = f"it is {mime or 'of no known type'}, and Finvoice takes {', '.join(TYPES)}"
            fix = "attach it as PDF/A, JPEG or PNG, or give a link to it"
        elif len(files) == MOST:
            reason, fix = f"a message holds {MOST} files at most", "join several into one PDF/A, or give links"
        elif len(data) > room:
            reason = f"it has {len(data):,} bytes, and {room:,} are left of the {MAX_BYTES:,} that a message may hold"
            fix = "make the file smaller, or give a link to it"
        else:
            room -= len(data)
            hashes[known] = document.filename or document.reference or f"attachment {position + 1}"
            files.append((position, document, data, mime))
            continue
        left_out.append(position)
        findings.append(_left_out(document, position, reason, fix))
    if not files:
        return WrittenMessage(findings=findings, left_out=tuple(left_out))
    identifier = f"{frame.message_id}{MESSAGE_ID_END}"
    lines = [
        f'<?xml version="1.0" encoding="{encoding.upper()}"?>',
        '<FinvoiceAttachments Version="1.0">',
        "<MessageTransmissionDetails>",
        "<MessageSenderDetails>",
        _element("FromIdentifier", frame.sender),
        _element("FromIntermediator", frame.sender_intermediator),
        "</MessageSenderDetails>",
        "<MessageReceiverDetails>",
        _element("ToIdentifier", frame.receiver),
        _element("ToIntermediator", frame.receiver_intermediator),
        "</MessageReceiverDetails>",
        "<MessageDetails>",
        _element("MessageIdentifier", identifier),
        _element("MessageTimeStamp", frame.timestamp),
        _element("RefToMessageIdentifier", frame.message_id),
        "</MessageDetails>",
        "</MessageTransmissionDetails>",
    ]
    for position, document, data, mime in files:
        lines += _attachment_lines(document, position, data, mime, identifier, findings)
    lines.append("</FinvoiceAttachments>")
    data = "".join(f"{line}\n" for line in lines).encode(encoding, "xmlcharrefreplace")
    return WrittenMessage(data, identifier, findings, tuple(left_out))


def _attachment_lines(
    document: SupportingDocument, position: int, data: bytes, mime: str, identifier: str, findings: list[Finding]
) -> Iterator[str]:
    hash = sha1(data)
    security = document.native.get(SECURITY_CLASS, "")
    yield "<AttachmentDetails>"
    yield _element("AttachmentIdentifier", f"{identifier}::{hash}")
    yield f"<AttachmentContent>{base64.b64encode(data).decode()}</AttachmentContent>"
    yield _element("AttachmentName", _name(document, position, mime, findings))
    if re.fullmatch("SEI[0-9]{2}", security):
        yield _element("AttachmentSecurityClass", security)
    yield _element("AttachmentMimeType", mime)
    yield _element("AttachmentSecureHash", hash)
    yield "</AttachmentDetails>"
    if mime == "application/pdf" and b"pdfaid" not in data:
        findings.append(
            _note(
                "EI-FINVOICE-PDFA",
                "info",
                f"the PDF {_shown(document, position)} does not say that it is PDF/A, which Finvoice demands",
                "save it as PDF/A; some receivers refuse other PDF files",
                position,
                "content_base64",
            )
        )


def _joined(missing: Sequence[str]) -> str:
    """Return *missing* for a message; where nearly everything is, in short."""
    several = len(missing) > 3
    return "the addresses and intermediators of both parties" if several else ", ".join(missing)


def lacking(frame: Frame) -> list[str]:
    """Return what *frame* lacks for a transmission frame or an attachment message, in words."""
    parts = {
        "the identifier of the sender": frame.sender,
        "the intermediator of the sender": frame.sender_intermediator,
        "the identifier of the receiver": frame.receiver,
        "the intermediator of the receiver": frame.receiver_intermediator,
        "a message identifier": frame.message_id,
        "a time stamp": frame.timestamp,
    }
    found = [name for name, value in parts.items() if not value]
    if frame.message_id and len(frame.message_id) > MAX_MESSAGE_ID:
        found.append(f"a message identifier of at most {MAX_MESSAGE_ID} characters")
    return found


def mime_code_of(document: SupportingDocument) -> str | None:
    """Return the type of the file of *document*: as stated, in the usual spelling, else by the end of its name."""
    if document.mime_code:
        stated = document.mime_code.partition(";")[0].strip().lower()
        return _OTHER_SPELLINGS.get(stated, stated)
    name = (document.filename or "").lower()
    return next((mime for mime, endings in TYPES.items() if name.endswith(endings)), None)


def _decoded(document: SupportingDocument) -> bytes | None:
    try:
        return document.content
    except (ValueError, binascii.Error):
        return None


def _name(document: SupportingDocument, position: int, mime: str, findings: list[Finding]) -> str:
    """Return the name of the file as Finvoice takes it: 3 to 50 characters, with the ending of its type."""
    stated = document.filename or ""
    base = stated or document.reference or f"attachment-{position + 1}"
    base = re.split(r"[/\\]", base.strip())[-1]
    base = "".join(c for c in base if c >= " ").strip() or f"attachment-{position + 1}"
    own = next((ending for ending in TYPES[mime] if base.lower().endswith(ending)), "")
    ending = base[len(base) - len(own) :] or TYPES[mime][0]
    stem = base[: len(base) - len(own)] or f"attachment-{position + 1}"
    name = stem[: NAME_LENGTH[1] - len(ending)].rstrip() + ending
    if name != stated:
        cut = len(stem) + len(ending) > NAME_LENGTH[1]
        findings.append(
            _note(
                "LOSS-TRUNCATED" if cut else "EI-FINVOICE-ATTACHMENT-NAME",
                "warning" if cut else "info",
                f"the attachment {_shown(document, position)} is named {name!r}: Finvoice takes {NAME_LENGTH[0]} to "
                f"{NAME_LENGTH[1]} characters with the ending of the type",
                "name the file so",
                position,
                "filename",
                stated or None,
            )
        )
    return name


def _shown(document: SupportingDocument, position: int) -> str:
    return repr(document.filename or document.reference or str(position + 1))


def _note(
    code: str, severity: Severity, message: str, fix: str, position: int, field: str, value: str | None = None
) -> Finding:
    path = f"supporting_documents[{position}].{field}"
    layer: Layer = "loss" if code.startswith("LOSS-") else "finvoice"
    return Finding(code, severity, layer, message, fix, terms_at(path), value=value, model_path=path)


def _left_out(document: SupportingDocument, position: int, reason: str, fix: str) -> Finding:
    found = _note(
        "LOSS-NO-PLACE",
        "warning",
        f"the attachment {_shown(document, position)} (BT-125) is not carried: {reason}",
        fix,
        position,
        "content_base64",
    )
    # Name, type and description go with the file, and need no finding of their own.
    return found if document.external_location else replace(found, model_path=f"supporting_documents[{position}]")


def _twice(document: SupportingDocument, position: int, first: str) -> Finding:
    found = _note(
        "LOSS-REPEATED",
        "info",
        f"the attachment {_shown(document, position)} is the same file as {first!r}, which is carried once: Finvoice "
        "knows a file by its hash",
        "attach it once",
        position,
        "content_base64",
    )
    return found if document.external_location else replace(found, model_path=f"supporting_documents[{position}]")


def _element(name: str, text: str | None) -> str:
    escaped = (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<{name}>{''.join(c if c >= ' ' else ' ' for c in escaped)}</{name}>"
