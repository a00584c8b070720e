"""The attachment message of Finvoice (``FinvoiceAttachments``), both ways."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from einvoice.findings import Finding


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


@dataclass(frozen=True)
class AttachmentMessage:
    """A message with the files of one invoice; *ref_to_message_id* is the message identifier of that invoice."""

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


def read_message(element: etree._Element) -> tuple[AttachmentMessage, list[Finding]]:
    """Return the attachment message in *element*."""

    def text(name: str, holder: etree._Element = element) -> str | None:
        found = next(holder.iter(f"{{*}}{name}"), None)
        return None if found is None else (found.text or "").strip() or None

    attachments = tuple(
        Attachment(
            text("AttachmentIdentifier", detail),
            text("AttachmentContent", detail),
            text("AttachmentName", detail),
            text("AttachmentSecurityClass", detail),
            text("AttachmentMimeType", detail),
            text("AttachmentSecureHash", detail),
            detail,
        )
        for detail in element.iterchildren("{*}AttachmentDetails")
    )
    message = AttachmentMessage(
        text("FromIdentifier"),
        text("FromIntermediator"),
        text("ToIdentifier"),
        text("ToIntermediator"),
        text("MessageIdentifier"),
        text("MessageTimeStamp"),
        text("RefToMessageIdentifier"),
        attachments,
        element.get("Version"),
        element,
    )
    return message, []
