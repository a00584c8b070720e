"""Bytes to format: which one a document is, and why.

Detection looks at the root element (or the top of the JSON), never at the file name.  It answers for every format
that exists in the field, also for those that this version cannot read, so that a message can name them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from einvoice import xml
from einvoice.errors import NotDetected, NotWellFormed, TooLarge
from einvoice.findings import Finding
from einvoice.formats.document import ATTACHMENTS_SUFFIX

if TYPE_CHECKING:
    from einvoice.formats.finvoice.frame import FinvoiceFile

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
MAX_SHOWN: Final = 300
"""Characters of a name that a message shows."""

SBDH = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"

NETVISOR_ROOTS = ("salesinvoice", "salesinvoices", "salesinvoicelist", "salesinvoicebatch", "responsestatus")


@dataclass(frozen=True)
class Detection:
    """The format of a document, its profile as far as the document names one, and the reason in words."""

    format: str
    profile: str | None
    reason: str


@dataclass(frozen=True)
class Source:
    """A source, parsed once: the root element of XML or the value of JSON."""

    data: bytes
    root: etree._Element | None = None
    json: Any = None
    findings: tuple[Finding, ...] = ()
    """What parsing had to assume."""
    framed: FinvoiceFile | None = None
    """A Finvoice file, which may hold several XML documents one after the other; *root* is then the first invoice, and
    None when there is none or only a broken one."""


def open_source(data: bytes, beside: Callable[[], bytes | None] | None = None) -> Source:
    """Return *data* parsed.  Raises `NotWellFormed`, `ForbiddenXml`, `TooLarge` or `NotDetected`.

    *beside* fetches what stands beside the source and belongs to it (the attachments of a Finvoice file), None when
    nothing does; it is called only for a document that names such a thing.
    """
    if _looks_like_json(data):
        return Source(data, json=_parse_json(data))
    if _begins_as_finvoice(data):
        from einvoice.formats.finvoice.frame import open_file

        if (framed := open_file(data, beside)) is not None:
            return Source(data, root=framed.open(), framed=framed)
    try:
        return Source(data, root=xml.parse(data))
    except NotWellFormed:
        if not _undeclared_netvisor(data):
            raise
    assumed = Finding(
        "EI-ENCODING",
        "info",
        "input",
        "the document declares no encoding and is not UTF-8; read as ISO-8859-15, as Netvisor's interface has it",
        "write UTF-8, or an XML declaration with the encoding",
    )
    return Source(data, root=xml.parse(data, encoding="iso-8859-15"), findings=(assumed,))


_PROLOG: Final = re.compile(
    rb"(?:\s++|\xef\xbb\xbf|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[\]]*+>)*+", re.DOTALL | re.IGNORECASE
)
_ROOT: Final = re.compile(rb"<(?:[A-Za-z_][\w.\-]*+:)?([A-Za-z_][\w.\-]*+)(?=[\s/>]|\Z)")
_FINVOICE_ROOTS: Final = re.compile("Finvoice\\w*|Envelope|ReceiverProposal", re.IGNORECASE | re.ASCII)


def first_root(data: bytes) -> str | None:
    """Return the local name of the first root element in *data*, without parsing it; None when none is found."""
    if (encoding := wide_encoding(data)) is not None:
        data = data[:400_000].decode(encoding, "ignore").encode("utf-8", "ignore")
    prolog = _PROLOG.match(data)
    root = _ROOT.match(data, prolog.end()) if prolog is not None else None
    return None if root is None else root[1].decode()


def _begins_as_finvoice(data: bytes) -> bool:
    """True when the first root is one of Finvoice's, or a SOAP envelope.

    Such a file is never parsed whole: a frame, its invoice and the attachments are XML documents of their own.
    """
    root = first_root(data)
    return root is not None and _FINVOICE_ROOTS.fullmatch(root) is not None


_WIDE: Final = (
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)


def wide_encoding(data: bytes) -> str | None:
    """Return the encoding of *data* when it begins as UTF-16 does."""
    return next((encoding for mark, encoding in _WIDE if data.startswith(mark)), None)


_NETVISOR_START = re.compile(rb"\s*<root\b", re.IGNORECASE)


def _undeclared_netvisor(data: bytes) -> bool:
    """Netvisor takes ISO-8859-15 without a declaration, which XML itself does not know."""
    if not _NETVISOR_START.match(data):
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False


def beside(path: str | os.PathLike[str]) -> Callable[[], bytes | None]:
    """Return what fetches the file with the attachments of the invoice in the file *path*, named after it.

    Nothing is opened before it is called; it gives None when there is no such file, or none that can be read.
    """

    def fetch() -> bytes | None:
        try:
            file = Path(path)
            with file.with_name(file.stem + ATTACHMENTS_SUFFIX).open("rb") as opened:
                return opened.read(xml.MAX_BYTES + 1)
        except (OSError, ValueError):  # ValueError: a path without a name
            return None

    return fetch


def detect_source(source: Source) -> Detection:
    """Return the format of *source*; raises `NotDetected` with what was seen and what is known."""
    if source.framed is not None:
        version = None if source.root is None else (source.root.get("Version") or "").strip() or None
        return Detection("finvoice", version, source.framed.describe())
    if source.root is None:
        return _detect_json(source.json)
    return detect_root(source.root)


def format_of(source: Source) -> str:
    """Return the id of the format of *source* alone: the reason would take a second look at a Finvoice file."""
    return "finvoice" if source.framed is not None else detect_source(source).format


def detect_root(root: etree._Element) -> Detection:
    """Return the format of the XML document at *root*."""
    name = etree.QName(root)
    if name.namespace == f"{UBL}{name.localname}-2" and name.localname in ("Invoice", "CreditNote"):
        found = root.findtext(f"{{{UBL}CommonBasicComponents-2}}CustomizationID")
        customization = (found or "").strip() or None
        return Detection("peppol-bis", customization, f"root element is UBL {name.localname}")
    if name.namespace == SBDH and name.localname == "StandardBusinessDocument":
        documents = ubl_in_envelope(root)
        if documents:
            found_inner = detect_root(documents[0])
            reason = f"{found_inner.reason}, inside a Peppol SBDH envelope"
            return Detection("peppol-bis", found_inner.profile, reason)
        raise NotDetected("the SBDH envelope holds no UBL Invoice or CreditNote", fix="check what the envelope carries")
    if name.localname == "Finvoice":
        return Detection("finvoice", (root.get("Version") or "").strip() or None, "root element is Finvoice")
    if not name.namespace:
        low = name.localname.lower()
        if low == "root":
            children = [str(c.tag).lower() for c in root.iterchildren("*")]
            known = next((c for c in children if c in NETVISOR_ROOTS and c != "responsestatus"), None)
            if known or "responsestatus" in children:
                return Detection("netvisor", known, f"root element holds {known or 'a Netvisor response'}")
            if not children:
                raise NotDetected("the root element is empty", fix="a Netvisor document has <root><salesinvoice>…")
        elif low in ("salesinvoice", "salesinvoicebatch"):
            return Detection("netvisor", low, f"root element is {name.localname}")
    shown = f"{{{name.namespace}}}{name.localname}" if name.namespace else name.localname
    shown = shown if len(shown) <= MAX_SHOWN else f"{shown[:MAX_SHOWN]}…"
    raise NotDetected(
        f"root element {shown} belongs to no format that einvoice knows",
        fix="in XML it knows UBL Invoice and CreditNote (peppol-bis), Finvoice, and Netvisor <root> with "
        "<salesinvoice>; name the format with --from when you know better",
    )


def is_envelope(root: etree._Element) -> bool:
    """True for a Peppol SBDH envelope."""
    return etree.QName(root).localname == "StandardBusinessDocument"


def ubl_in_envelope(root: etree._Element) -> list[etree._Element]:
    """Return the UBL documents inside an SBDH envelope; the standard wants one, senders put several."""
    tags = {f"{{{UBL}{name}-2}}{name}" for name in ("Invoice", "CreditNote")}
    return [child for child in root.iterchildren("*") if child.tag in tags]


def is_empty_list(source: Source) -> bool:
    """True for a JSON array without items: a list of invoices that has none, of whatever format."""
    return source.root is None and source.framed is None and _is_empty(source.json)


def _is_empty(value: Any) -> bool:
    from einvoice.jsontext import Items

    return isinstance(value, Items) and value.first is None and next(iter(value), value) is value


def _detect_json(value: Any) -> Detection:
    from einvoice.jsontext import Items
    from einvoice.model import Invoice  # it takes a while, and XML does not need it

    first = _first_object(value) if isinstance(value, Items) else value
    if _is_empty(value):
        raise NotDetected("the list is empty, so there is no invoice in it", fix="check the query that fetched it")
    if isinstance(first, dict):
        keys = set(first)
        if keys and keys <= set(Invoice.model_fields):
            return Detection("model", None, "JSON with the fields of the canonical invoice")
        from einvoice.formats.billecta.kinds import kind_of, respelt

        if (view := kind_of(first)) is not None or keys & {"CreditorPublicId", "ActionPublicId"}:
            what = f"of the view {view}" if view is not None else "of Billecta"
            return Detection("billecta", view, f"JSON with the members {what}")
        if not keys:
            raise NotDetected("the JSON object is empty", fix="an invoice states at least its number and its lines")
        if keys == {"PublicId"}:
            raise NotDetected(
                "the JSON holds a PublicId alone: Billecta's answer that something was created, not the invoice",
                fix="fetch the invoice by this id, and convert what comes",
            )
        if keys >= {"Message", "ExternalErrorCode"}:
            raise NotDetected(
                f"the JSON is an error answer of Billecta, not an invoice: {str(first['Message'])[:200]!r}"
                + (f" (ExternalErrorCode {first['ExternalErrorCode']})" if first["ExternalErrorCode"] else ""),
                fix="correct the request as the answer says, and repeat it",
            )
        if respelling := respelt(first):
            raise NotDetected(respelling[0], fix=respelling[1])
        unknown = sorted(keys - set(Invoice.model_fields))[:3]
        raise NotDetected(
            f"JSON with members {', '.join(map(repr, unknown))} is no format that einvoice knows",
            fix="known are an invoice of Billecta, as created or as returned, with Records or an ActionPublicId "
            "(billecta), and the canonical invoice (model), whose JSON Schema einvoice formats --schema model prints",
        )
    raise NotDetected("the JSON holds no object", fix="an invoice is a JSON object, a list of invoices an array")


def _first_object(items: Iterable[Any]) -> Any:
    """Return the first object of *items*, or else the first item; None when there is none."""
    first = None
    for number, item in enumerate(items):
        if isinstance(item, dict):
            return item
        if not number:
            first = item
    return first


_SCALAR: Final = re.compile(rb'\s*(?:null|true|false|-?[0-9][0-9.eE+-]*|"(?:[^"\\]|\\.){0,1000}")\s*')
"""A document of JSON that is one value."""


def _looks_like_json(data: bytes) -> bool:
    if (encoding := wide_encoding(data)) is not None:
        data = data[:128].decode(encoding, "ignore").encode()
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head[:1] in (b"{", b"[") or (len(data) < 2000 and _SCALAR.fullmatch(data) is not None)


def _parse_json(data: bytes) -> Any:
    from einvoice import jsontext

    if len(data) > xml.MAX_BYTES:
        raise TooLarge(f"the document has {len(data):,} bytes, the limit is {xml.MAX_BYTES:,}", fix="split the file")
    return jsontext.parse(data)
