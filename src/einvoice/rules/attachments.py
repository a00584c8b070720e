"""EI-ATTACHMENT-…: attachments that nobody can open, or that the channel does not carry.

What a file is follows from its first bytes; text has none, so a CSV file is one when it is text.  A PDF is opened with
pypdf, which is loaded for the first PDF, and only as far as its catalogue.
"""

from __future__ import annotations

import binascii
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from einvoice.findings import Finding
from einvoice.rules.kit import Rule, is_blank
from einvoice.rules.settings import current

if TYPE_CHECKING:
    from pypdf import PdfReader

    from einvoice.model import Invoice, SupportingDocument

BASE64 = Rule(
    code="EI-ATTACHMENT-BASE64",
    severity="error",
    terms=("BT-125",),
    title="An attachment is Base64.",
    fix="Encode the file again, or leave the attachment out.",
    source="RFC 4648, section 4; W3C XML Schema Part 2, base64Binary",
)

TYPE = Rule(
    code="EI-ATTACHMENT-CONTENT",
    severity="warning",
    terms=("BT-125", "BT-125-1"),
    title="An attachment is what its media type says.",
    fix="State the media type of the file, or attach the file that was meant.",
    source="PDF: ISO 32000-2, 7.5.2; PNG: ISO/IEC 15948, 5.2; JPEG: ITU-T T.81, B.1.1; xlsx and ods: ZIP archives",
)

NAME = Rule(
    code="EI-ATTACHMENT-NAME",
    severity="warning",
    terms=("BT-125-1", "BT-125-2"),
    title="The name of an attachment ends as its media type asks.",
    fix="Give the file the ending of its type: .pdf, .png, .jpg, .csv, .xlsx or .ods.",
    source="IANA media types; Finvoice 3.0 attachment message, AttachmentName",
)

PDF = Rule(
    code="EI-ATTACHMENT-PDF",
    severity="warning",
    terms=("BT-125",),
    title="A PDF can be opened without a password.",
    fix="Save the PDF again without password, as PDF/A where the receiver archives it.",
    source="ISO 32000-2, 7.5 and 7.6; read with pypdf",
)

SIZE = Rule(
    code="EI-ATTACHMENT-SIZE",
    severity="warning",
    terms=("BT-125",),
    title="Attachments are as small and as few as the channel takes.",
    fix="Make the files smaller (scans in fewer colours), or send a link (BT-124); the channel is named under "
    "[rules.settings] in the context file (einvoice.toml).",
    source="Finvoice 3.0 attachments; help pages of InExchange; Peppol BIS Billing sets no limit; see "
    "src/einvoice/validation/channels.toml",
)

_BASE64: Final = re.compile("[A-Za-z0-9+/]*={0,2}")

_PDF: Final = "application/pdf"
_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ODS: Final = "application/vnd.oasis.opendocument.spreadsheet"
_ENDINGS: Final = {
    # media type: its endings, the usual one first
    _PDF: ("pdf",),
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "image/gif": ("gif",),
    "image/tiff": ("tif", "tiff"),
    "text/csv": ("csv", "txt"),
    _XLSX: ("xlsx",),
    _ODS: ("ods",),
    "text/xml": ("xml",),
    "application/xml": ("xml",),
}
_KNOWN_ENDINGS: Final = frozenset({"doc", "docx", "zip"}).union(*_ENDINGS.values())
_KINDS: Final = (
    # first bytes, kind of file, media types that it may have
    (b"%PDF-", "a PDF", (_PDF,)),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", ("image/png",)),
    (b"\xff\xd8\xff", "a JPEG image", ("image/jpeg",)),
    (b"GIF8", "a GIF image", ("image/gif",)),
    (b"II*\x00", "a TIFF image", ("image/tiff",)),
    (b"MM\x00*", "a TIFF image", ("image/tiff",)),
    (b"PK\x03\x04", "a ZIP archive, as spreadsheets are", (_XLSX, _ODS, "application/zip")),
    (b"\xd0\xcf\x11\xe0", "an old Office file", ("application/vnd.ms-excel", "application/msword")),
)
_SIGNED: Final = frozenset(type for _, _, types in _KINDS for type in types)
"""Media types whose files are known by their first bytes."""

_HEAD: Final = 1024
"""A PDF may have so many bytes in front of its head."""
_MOST: Final = 20_000_000
"""A PDF of more bytes is not opened; it is too large for every channel."""


@BASE64
def check_base64(invoice: Invoice) -> Iterator[Finding]:
    """A file with a character too many or too few cannot be opened, and a schema refuses the invoice that holds it.

    Blanks and line breaks do not matter.

    Valid: JVBERi0xLjQK.  Invalid: JVBERi0xLjQ (one character is missing), JVBERi0x*jQK.
    """
    for index, document in enumerate(invoice.supporting_documents):
        if document.content_base64 is None:
            continue
        fault = _fault("".join(document.content_base64.split()))
        if fault is not None:
            name = document.filename or document.reference or str(index + 1)
            yield BASE64.finding(
                f"attachment {name!r} (BT-125) is no Base64: {fault}",
                path=f"supporting_documents[{index}].content_base64",
            )


@TYPE
def check_type(invoice: Invoice) -> Iterator[Finding]:
    """Receivers open an attachment by its media type, and operators drop one that is something else.

    Only types whose files begin with fixed bytes are compared, and CSV, which must not begin with those of another.

    Valid: application/pdf, the file begins with %PDF-.  Invalid: application/pdf for a JPEG image, or for plain text.
    """
    for index, document, name in _attachments(invoice):
        declared = _declared(document)
        if declared not in _SIGNED and declared != "text/csv":
            continue
        head = _head(document)
        if head is None:
            continue
        found = _kind(head)
        if found is not None and declared in found[1]:
            continue
        if found is None and (declared not in _SIGNED or declared not in _ENDINGS):
            continue
        what = found[0] if found is not None else "a file of another kind"
        yield TYPE.finding(
            f"attachment {name!r} is declared {declared} (BT-125-1), and it is {what}: it begins with {_shown(head)}",
            path=f"supporting_documents[{index}].mime_code",
            value=document.mime_code,
        )


@NAME
def check_name(invoice: Invoice) -> Iterator[Finding]:
    """Windows and most archives open a file by the ending of its name, whatever the media type says.

    Only endings that belong to a known type are compared; a name without ending passes.

    Valid: report.pdf, application/pdf; photo.JPG, image/jpeg.  Invalid: hours.csv, application/pdf.
    """
    for index, document, name in _attachments(invoice):
        declared, filename = _declared(document), document.filename or ""
        _, dot, ending = filename.rpartition(".")
        endings = _ENDINGS.get(declared)
        if not dot or endings is None or ending.lower() in endings or ending.lower() not in _KNOWN_ENDINGS:
            continue
        yield NAME.finding(
            f"attachment {name!r} ends in .{ending} (BT-125-2) and is declared {declared} (BT-125-1), "
            f"expected .{endings[0]}",
            path=f"supporting_documents[{index}].filename",
            value=filename,
        )


@PDF
def check_pdf(invoice: Invoice) -> Iterator[Finding]:
    """Nobody at the receiver has the password, and a damaged PDF cannot be archived with the invoice.

    A PDF that opens without a password and only forbids changes is for information.

    Valid: a PDF as a program writes it.  Invalid: one that asks for a password; one that was cut off.
    """
    for index, document, name in _attachments(invoice):
        head = _head(document)
        if head is None or (found := _kind(head)) is None or _PDF not in found[1]:
            continue
        data = _content(document)
        if data is None or len(data) > _MOST:
            continue
        fault = pdf_fault(data)
        if fault is not None:
            yield PDF.finding(
                f"attachment {name!r} (BT-125) {fault[1]}",
                path=f"supporting_documents[{index}].content_base64",
                severity="info" if fault[0] == "restricted" else "warning",
            )


@SIZE
def check_size(invoice: Invoice) -> Iterator[Finding]:
    """A message that is too large is refused as a whole, the invoice with its attachments.

    The limits are those of the channel: what the profile goes by, or `channel` of [rules.settings].  Sizes are those of
    the files, before Base64, in millions of bytes.

    Valid: two files of 1 MB.  Invalid: one of 6 MB where 5 pass; three of 4 MB where 10 pass in all.
    """
    channel = current().channel
    sizes = [(index, name, _size(document)) for index, document, name in _attachments(invoice)]
    total = sum(size for *_, size in sizes)
    for index, name, size in sizes:
        if channel.file_bytes is not None and size > channel.file_bytes:
            yield SIZE.finding(
                f"attachment {name!r} (BT-125) has {_megabytes(size)}, more than the {_megabytes(channel.file_bytes)} "
                f"of {channel.title}",
                path=f"supporting_documents[{index}].content_base64",
                value=size,
            )
    if channel.total_bytes is not None and total > channel.total_bytes:
        yield SIZE.finding(
            f"{len(sizes)} attachments (BT-125) have {_megabytes(total)} in all, more than the "
            f"{_megabytes(channel.total_bytes)} of {channel.title}",
            path="supporting_documents",
            value=total,
        )
    if channel.count is not None and len(sizes) > channel.count:
        yield SIZE.finding(
            f"{len(sizes)} attachments (BT-125), more than the {channel.count} of {channel.title}",
            path="supporting_documents",
            value=len(sizes),
        )


def pdf_fault(data: bytes) -> tuple[str, str] | None:
    """Return why the PDF in *data* cannot be used as it is, a word and a phrase; None when it can."""
    import logging

    from pypdf import PdfReader

    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)  # it speaks of what it repairs
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            if not _opens(reader):
                return "password", "is a PDF that asks for a password"
            return "restricted", "is an encrypted PDF; it opens without a password"
        pages = reader.root_object["/Pages"]
        if not pages.get_object():
            return "damaged", "is a PDF without pages"
    except Exception as error:  # pypdf raises what its parser stumbles over
        return "damaged", f"is a PDF that cannot be read: {_one_line(str(error)) or type(error).__name__}"
    finally:
        logger.setLevel(before)
    return None


def _opens(reader: PdfReader) -> bool:
    """Return whether an empty password opens the file; what cannot be decrypted here counts as closed."""
    try:
        return bool(reader.decrypt(""))
    except Exception:
        return False


def _attachments(invoice: Invoice) -> Iterator[tuple[int, SupportingDocument, str]]:
    """Yield each attached file that is Base64: its index, itself, and how a message calls it."""
    for index, document in enumerate(invoice.supporting_documents):
        if not is_blank(document.content_base64):
            yield index, document, document.filename or document.reference or str(index + 1)


def _declared(document: SupportingDocument) -> str:
    """Return the media type as stated, without parameters, in lower case."""
    return (document.mime_code or "").partition(";")[0].strip().lower()


def _head(document: SupportingDocument) -> bytes | None:
    """Return the first bytes of the file; None when they are no Base64 (EI-ATTACHMENT-BASE64 speaks then)."""
    text = "".join((document.content_base64 or "")[: 2 * _HEAD].split())
    try:
        return binascii.a2b_base64(text[: len(text) // 4 * 4], strict_mode=True)
    except ValueError:
        return None


def _content(document: SupportingDocument) -> bytes | None:
    try:
        return binascii.a2b_base64("".join((document.content_base64 or "").split()), strict_mode=True)
    except ValueError:
        return None


def _size(document: SupportingDocument) -> int:
    """Return the number of bytes of the file, from the length of its Base64."""
    text = document.content_base64 or ""
    blanks = sum(map(text.count, " \n\r\t"))
    return (len(text) - blanks) * 3 // 4 - text[-4:].count("=")


def _kind(head: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Return what a file is by its first bytes and the media types it may have; None for what has no mark."""
    for mark, kind, types in _KINDS:
        if head.startswith(mark) or (mark == b"%PDF-" and mark in head[:_HEAD]):
            return kind, types
    return None


def _shown(head: bytes) -> str:
    start = head[:8]
    text = start.decode("ascii", "replace")
    return repr(text) if text.isprintable() and text.isascii() else start.hex(" ")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size} bytes"


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"


def _fault(text: str) -> str | None:
    """Return what keeps *text* from being Base64; None when nothing does."""
    beginning = _BASE64.match(text)
    end = beginning.end() if beginning else 0
    if end < len(text):
        return f"character {end + 1} is {text[end]!r}"
    if len(text) % 4:
        return f"it has {len(text)} characters, which is no multiple of four"
    return None
