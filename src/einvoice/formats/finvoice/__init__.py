"""Finvoice, the Finnish national format (format id ``finvoice``): versions 1.0 to 3.0 read, 3.0 and 2.01 written.

``scan.py``, ``frame.py``  a file taken apart into frames, invoices and attachment messages
``attachments.py``  the attachment message, both ways
``mapping.py``      the table of the invoice; one for all versions
``lines.py``        the invoice row
``parts.py``        small rows and tables that they share
``irregular.py``    the pairs that rows cannot say
``codecs.py``       numbers with a comma, dates without separators
``terms.py``        document types and VAT codes
``elements.py``     the element table of 2.01 and 3.0; ``keeping.py`` lends it to the mapping
``settle.py``       after reading; ``rows.py``, ``vat.py``, ``parties.py``, ``payment.py`` are its parts
``amounts.py``      after the invoice is made: sign, row totals, prices, missing totals
``settled.py``      what settling works with
``project.py``      before writing: the same, backwards
``shape.py``        a written document made to fit its schema
``older.py``        what 2.01 has no elements for
``returned.py``     a document read back, laid beside what was written
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from lxml import etree

from einvoice import xml
from einvoice.context import Context
from einvoice.findings import Finding
from einvoice.formats.detect import Source
from einvoice.formats.document import Document, Part, Written, refuse_unreadable
from einvoice.formats.finvoice import attachments, frame, returned, settle, shape, terms
from einvoice.formats.finvoice.frame import InvoicePiece
from einvoice.formats.finvoice.keeping import keep
from einvoice.formats.finvoice.mapping import DEFAULT, FORMAT, MAPPING, mapping_of
from einvoice.formats.finvoice.parties import OF_FRAME
from einvoice.formats.finvoice.project import Projection, intermediators, project, without_derived
from einvoice.formats.finvoice.settled import PREFIX, Settled
from einvoice.formats.mapping import Mapping as TableMapping
from einvoice.formats.mapping import Places
from einvoice.formats.mapping.account import label, leaves, shown
from einvoice.formats.mapping.keep import order_findings
from einvoice.formats.mapping.loss import DERIVED, compare
from einvoice.formats.mapping.place import Noted
from einvoice.model import Invoice
from einvoice.model.implied import deliver_to
from einvoice.model.terms import terms_at

MAPPINGS = (MAPPING,)


def parts(source: Source) -> Iterator[Part]:
    """Yield the invoices in *source*, each parsed when its turn comes."""
    for piece in frame.pieces(source):
        yield Part(piece, piece.index, piece.findings)


def judge_around(content: object) -> list[Finding]:
    """Return what the rules say of the frame before an invoice and of the attachment messages behind it."""
    if not isinstance(content, InvoicePiece):
        return []
    return [*frame.judge_frame(content), *frame.judge_attachments(content)]


def as_judged(root: etree._Element) -> etree._Element:
    """Return *root* without a namespace, for rules that know Finvoice only."""
    return frame.normalised(root)[0]


def read_part(part: Part, context: Context) -> Document:
    """Return the invoice in *part*."""
    return _read(part, context, locate=True)


def _read(part: Part, context: Context, *, locate: bool) -> Document:
    piece: InvoicePiece = part.content
    root, findings = frame.normalised(piece.element)
    result = MAPPING.read(root)
    refuse_unreadable(_of_currency(result.findings, root))
    findings = [*part.findings, *findings, *result.findings]
    if locate and result.slow:
        findings += order_findings(root, keep("3.0", ()), MAPPING.syntax)
    values = result.values
    framed = _of_frame(values, piece.frame)
    done = settle.settle(values, context)
    _of_units(values, framed, done)

    @cache  # places are asked for several times
    def trace() -> Places:
        places = MAPPING.places(root, result)
        return places.moved(moved(places.noted, done))

    stated = Invoice.__pydantic_validator__.validate_python(values)
    document = Document(stated, FORMAT, [], part.index, piece.element, trace)
    settled = document.locate(done.findings) if locate else done.findings
    refuse_unreadable(settled)
    invoice, completed = settle.complete(stated, context)
    completed += settle.completed_reasons(stated, invoice)
    settled += document.locate(completed) if locate else completed
    invoice, joined = frame.attached(deliver_to(context.fill(without_derived(invoice))), piece)
    return replace(document, invoice=invoice, findings=[*findings, *settled, *joined])


def _of_currency(findings: list[Finding], root: etree._Element) -> list[Finding]:
    """Return *findings* with one in place of the many that follow from a total without a currency."""
    total = root.find("InvoiceDetails/InvoiceTotalVatIncludedAmount")
    others = [f for f in findings if f.code == "EI-CURRENCY-MIX"]
    if total is None or (total.get("AmountCurrencyIdentifier") or "").strip() or not others:
        return findings
    known = sorted({f.value for f in others if f.value})
    return [
        Finding(
            "EI-CURRENCY-MIX",
            "error",
            "input",
            f"InvoiceTotalVatIncludedAmount {(total.text or '').strip()} has no AmountCurrencyIdentifier, which is "
            f"where the currency of the invoice stands; {len(others)} other amounts are in {' and '.join(known)}",
            f'state it: <InvoiceTotalVatIncludedAmount AmountCurrencyIdentifier="{(known or ["EUR"])[0]}">',
            ("BT-5",),
            "/Finvoice/InvoiceDetails/InvoiceTotalVatIncludedAmount/@AmountCurrencyIdentifier",
            total.sourceline or None,
        ),
        *(f for f in findings if f.code != "EI-CURRENCY-MIX"),
    ]


_FRAME = (
    ("MessageSenderDetails/FromIdentifier", "sender"),
    ("MessageSenderDetails/FromIdentifier/@SchemeID", "sender_scheme"),
    ("MessageSenderDetails/FromIntermediator", "sender_intermediator"),
    ("MessageReceiverDetails/ToIdentifier", "receiver"),
    ("MessageReceiverDetails/ToIdentifier/@SchemeID", "receiver_scheme"),
    ("MessageReceiverDetails/ToIntermediator", "receiver_intermediator"),
    ("MessageDetails/MessageIdentifier", "message_id"),
    ("MessageDetails/MessageTimeStamp", "timestamp"),
    ("MessageDetails/RefToMessageIdentifier", "ref_to_message_id"),
)
"""What the frame says, and where the invoice says it again."""


def _of_units(values: dict[str, Any], framed: set[str], done: Settled) -> None:
    """Say of an address that the frame states, and the invoice as a unit number, where it stands in the invoice."""
    for party, unit in (("seller", "SellerOrganisationUnitNumber"), ("buyer", "BuyerOrganisationUnitNumber")):
        at, key = f"{party}.electronic_address", f"finvoice:{unit}"
        said = values.get("native", {}).get(key)
        if done.moves.get(at) in framed and said is not None and said == values[party]["electronic_address"]:
            done.moves[at] = done.moves[f"{at}_scheme"] = f"native.{key}"


def _of_frame(values: dict[str, Any], framed: frame.Frame | None) -> set[str]:
    """Take from the frame what the invoice does not repeat; where the two differ, its addresses are in force.

    FV-92 names the difference.  Returns the paths in the model of what stands in the frame alone.
    """
    alone: set[str] = set()
    if framed is None:
        return alone
    for path, name in _FRAME:
        key = f"finvoice:MessageTransmissionDetails/{path}"
        text = getattr(framed, name)
        if not text:
            continue
        native = values.setdefault("native", {})
        if native.get(key, text) != text and path.endswith(("Identifier", "@SchemeID")):
            native[f"finvoice:{OF_FRAME}{path}"] = text  # the address in force is that of the frame
            alone.add(f"native.finvoice:{OF_FRAME}{path}")
        if key not in native:
            native[key] = text
            alone.add(f"native.{key}")
    return alone


def write(invoice: Invoice, context: Context, version: str | None = None) -> Written:
    """Return *invoice* as Finvoice *version* (3.0), with a finding for everything that is not as it was.

    The attachments go into a message of their own (`Written.companions`), which needs the addresses and intermediators
    of both parties.  With ``frame = true`` in ``[finvoice]`` of the context the transmission frame stands before the
    invoice.  The document is read back, and every value that does not return is named.
    """
    version = version or DEFAULT
    made = project(invoice, context, version)
    mapping = mapping_of(version)
    data, written = mapping.write(made.view, made.view.currency)
    known, unplaced = _of_model(written, made)
    findings = [*made.findings, *known]
    root = xml.parse(data)
    shape.complete(root, version)
    for stale in root.findall("AttachmentMessageDetails"):  # of the message that came, which goes nowhere
        root.remove(stale)
    encoding = _encoding(context)
    message = attachments.write_message(invoice.supporting_documents, frame.frame_of(root), encoding)
    findings += message.findings
    if message.data is not None and message.message_id is not None:
        details = etree.SubElement(root, "AttachmentMessageDetails")
        etree.SubElement(details, "AttachmentMessageIdentifier").text = message.message_id
    if not shape.is_valid(root, version):
        findings += _of_invoice(shape.fit(root, version, _model_paths(root)), invoice)
    named = made.moved | {f.model_path for f in findings if f.is_loss and f.model_path}
    named |= {f.model_path for f in findings if f.code == "EI-FINVOICE-ATTACHMENT-NAME" and f.model_path}
    findings += _lost(made.basis, root, message, context, mapping, named)
    named |= {f.model_path for f in findings if f.model_path}
    stated = {path.lstrip("."): value for path, value in leaves(made.basis, "")} if unplaced else {}
    derived = [_derived(path, stated[path], version) for path in unplaced if path not in named]
    framed = b""
    if context.finvoice.frame:
        framed = _framed(root, encoding, made.basis, context, findings)
    return Written(framed + shape.to_bytes(root, encoding, findings), findings, derived, message.companions)


_ROW = re.compile(r"lines\[(\d+)\]\.?(.*)\Z", re.DOTALL)


def _of_model(findings: list[Finding], made: Projection) -> tuple[list[Finding], list[str]]:
    """Return the findings of the tables with the paths of the model, which they know by the rows of the view.

    What has no place is left to the comparison with the document read back, which knows what returns all the same; but
    a kept text has its reason here only.  The second list has the paths of what was left.
    """
    stated = {path.lstrip(".") for path, _ in leaves(made.basis, "")}
    found: list[Finding] = []
    unplaced: list[str] = []
    said: set[tuple[str, str | None]] = set()
    schemes = _schemes(made.basis)
    for each in findings:
        path, message = each.model_path, each.message
        match = _ROW.match(path) if path is not None else None
        if match is not None:
            source = made.rows[int(match[1])]
            row, rest = f"lines[{match[1]}]", match[2]
            if source.endswith("/"):
                path = source + rest.removeprefix(f"native.{FORMAT}:")
                message = message.replace(f"{row} {FORMAT} ", f"{FORMAT} {source.partition(':')[2]}", 1)
            else:
                path = source if "text_rows" in source else f"{source}.{rest}"
                message = message.replace(row, source, 1)
        if path is not None and path.endswith(".gross_price") and path not in stated:
            path = path.replace("gross_price", "net_price")  # the one price of a row without discounts
        if each.code == "LOSS-NO-PLACE" and not (path in stated and "native." in (path or "")):
            if path is not None and (path := schemes.get(path, path)) in stated:
                unplaced.append(path)
            continue
        if path is None or (each.code, path) not in said:
            found.append(replace(each, model_path=path, message=message))
            said.add((each.code, path))
    return found, unplaced


_POSITION = re.compile(r"\[\d+\]")


def _of_invoice(findings: list[Finding], invoice: Invoice) -> list[Finding]:
    """Return *findings*, whose paths are those of the written document, with the paths of *invoice*.

    Lists may have another order there, or fewer entries: an entry is known by its text.
    """
    if not any("[" in (each.model_path or "") for each in findings):
        return findings
    stated = {path.lstrip("."): str(value) for path, value in leaves(invoice, "")}
    taken: set[str] = set()
    found = []
    for each in findings:
        path, text = each.model_path, " ".join((each.value or "").split())
        if path is not None and "[" in path and text not in " ".join(stated.get(path, "").split()):
            kind = _POSITION.sub("[]", path)
            same = (at for at, value in stated.items() if " ".join(value.split()) == text and at not in taken)
            other = next((at for at in same if _POSITION.sub("[]", at) == kind), None)
            if other is not None:
                each = replace(each, model_path=other, terms=terms_at(other))
        if each.model_path is not None:
            taken.add(each.model_path)
        found.append(each)
    return found


def _schemes(invoice: Invoice) -> dict[str, str]:
    """Return where in the model the schemes of the addresses stand, by what they are in the transmission details."""
    sender, receiver = ("buyer", "seller") if invoice.type_code in terms.SELF_BILLED else ("seller", "buyer")
    start = f"native.{FORMAT}:MessageTransmissionDetails/Message"
    return {
        f"{start}SenderDetails/FromIdentifier/@SchemeID": f"{sender}.electronic_address_scheme",
        f"{start}ReceiverDetails/ToIdentifier/@SchemeID": f"{receiver}.electronic_address_scheme",
    }


def _derived(path: str, value: object, version: str) -> Finding:
    found = terms_at(path)
    message = f"{label(path, found)} {shown(str(value))} is not written: Finvoice {version} has no place for it, and it"
    return Finding(
        DERIVED, "info", "loss", f"{message} follows from the rest", terms=found, value=str(value), model_path=path
    )


def _encoding(context: Context) -> str:
    return str(context.finvoice.encoding or shape.DEFAULT_ENCODING).lower()


def _framed(root: etree._Element, encoding: str, invoice: Invoice, context: Context, findings: list[Finding]) -> bytes:
    described = frame.frame_of(root)
    if frame.is_complete(described):
        return frame.write_frame(described, encoding)
    findings.append(
        Finding(
            "EI-FINVOICE-FRAME",
            "error",
            "finvoice",
            "the transmission frame needs the addresses and intermediators of both parties, and there is no "
            f"{' and no '.join(_unaddressed(invoice, context) or ['time stamp'])}; the invoice is written without it",
            'add to the context: [seller] | endpoint = "0216:0037…" | intermediator = "…", and the same to the card '
            "of the customer ([[customers]])",
            ("BT-34", "BT-49"),
        )
    )
    return b""


def _unaddressed(invoice: Invoice, context: Context) -> list[str]:
    """Return what nobody says of where an invoice comes from and where it goes."""
    own, others = intermediators(invoice, context)
    sides = ("To", "From") if invoice.type_code in terms.SELF_BILLED else ("From", "To")
    missing = []
    for name, term, party, forwarder, side in (
        ("seller", "BT-34", invoice.seller, own, sides[0]),
        ("buyer", "BT-49", invoice.buyer, others, sides[1]),
    ):
        if party is None or party.electronic_address is None:
            missing.append(f"electronic address of the {name} ({term})")
        block = "MessageSenderDetails" if side == "From" else "MessageReceiverDetails"
        stated = invoice.native.get(f"finvoice:MessageTransmissionDetails/{block}/{side}Intermediator")
        if not (forwarder or stated):
            missing.append(f"intermediator of the {name}")
    return missing


def _model_paths(root: etree._Element) -> dict[str, str]:
    """Return the path in the model of what stands at each path of a written document."""
    result = MAPPING.walk(root)
    done = settle.settle(result.values, Context())
    found: dict[str, str] = {}
    places = result.places.moved(moved(result.places.noted, done))
    for path in (*done.moves, *places):  # where settling put a value comes before where it stood
        if path in places and not path.startswith(("rows[", "_")):
            found.setdefault(places[path].path, path)
    return found


def _lost(
    basis: Invoice,
    root: etree._Element,
    message: attachments.WrittenMessage,
    context: Context,
    mapping: TableMapping,
    named: set[str],
) -> list[Finding]:
    """Read the document back and name what did not return."""
    known = Context(vat=context.vat, units=context.units)
    back = _read(Part(InvoicePiece(root=root), 0), known, locate=False).invoice
    if message.data is not None:
        parsed, _ = attachments.read_message(xml.parse(message.data))
        back, _ = attachments.join(back, parsed, frame.frame_of(root), message.message_id)
    lost = compare(basis, basis, returned.aligned(basis, back), mapping.account, named)
    lost = [f for f in lost if not (f.model_path or "").endswith(".is_charge")]  # its amount says it
    return [replace(f, message=f.message.replace(_TAKEN, _KEPT)) if f.code == "LOSS-NATIVE" else f for f in lost]


_TAKEN = f"{FORMAT} gives it and does not take it"
_KEPT = "the document that is written does not give it back"


_PRICES = (
    ("gross_price", "UnitPriceAmount"),
    ("net_price", "UnitPriceAmount"),
    ("net_price", "UnitPriceNetAmount"),
    ("price_discount", "UnitPriceDiscountAmount"),
)

_LINE = re.compile(r"lines\[(\d+)\](.*)\Z")


def moved(places: Mapping[str, Noted], done: Settled) -> dict[str, Noted]:
    """Return *places* by the paths that values have after settling."""
    line_of = {row: line for line, row in enumerate(done.rows)}
    found: dict[str, Noted] = {}
    for path, place in places.items():
        match = _LINE.match(path)
        if match is None:
            found[path] = place
            continue
        row = int(match[1])
        found[f"rows[{row}]{match[2]}"] = place
        if row in line_of:
            found[f"lines[{line_of[row]}]{match[2]}"] = place
    for line in line_of.values():
        # A price that gives way to the row total is kept under its element.
        for name, element in _PRICES:
            if (stated_at := found.get(f"lines[{line}].{name}")) is not None:
                found.setdefault(f"lines[{line}].native.{PREFIX}{element}", stated_at)
    stated = dict(found)
    below = _below(stated, {old for old in done.moves.values() if old not in stated})
    for new, old in done.moves.items():
        if old in stated:
            found[new] = stated[old]
        else:
            found.update({new + path[len(old) :]: stated[path] for path in below[old]})
    return found


def _below(paths: Iterable[str], above: set[str]) -> dict[str, list[str]]:
    """Return those of *paths* that stand below each of *above*, in their order."""
    found: dict[str, list[str]] = {path: [] for path in above}
    for path in paths:
        here = path
        while here := here.rpartition(".")[0]:
            if here in found:
                found[here].append(path)
    return found
