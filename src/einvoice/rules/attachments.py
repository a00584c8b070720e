"""EI-ATTACHMENT-…: attachments that nobody can open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from einvoice.findings import Finding
from einvoice.rules.kit import Rule

if TYPE_CHECKING:
    from einvoice.model import Invoice

BASE64 = Rule(
    code="EI-ATTACHMENT-BASE64",
    severity="error",
    terms=("BT-125",),
    title="An attachment is Base64.",
    fix="Encode the file again, or leave the attachment out.",
    source="RFC 4648, section 4; W3C XML Schema Part 2, base64Binary",
)

_BASE64: Final = re.compile("[A-Za-z0-9+/]*={0,2}")


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


def _fault(text: str) -> str | None:
    """Return what keeps *text* from being Base64; None when nothing does."""
    beginning = _BASE64.match(text)
    end = beginning.end() if beginning else 0
    if end < len(text):
        return f"character {end + 1} is {text[end]!r}"
    if len(text) % 4:
        return f"it has {len(text)} characters, which is no multiple of four"
    return None
