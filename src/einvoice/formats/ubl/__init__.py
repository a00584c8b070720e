"""UBL 2.1 Invoice and CreditNote, as Peppol BIS Billing 3 uses them (format id ``peppol-bis``, alias ``ubl``).

``mapping.py``    the tables
``parts.py``      names, roles and small tables shared by the two files beside it
``irregular.py``  the pairs that rows cannot say
``project.py``    the canonical invoice brought into the shape of the BIS, before writing
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from lxml import etree

from einvoice.findings import Finding
from einvoice.formats import detect
from einvoice.formats.document import Document, Part, Written, refuse_unreadable
from einvoice.formats.mapping import Mapping, Places, ReadScope
from einvoice.formats.ubl.mapping import CREDIT_NOTE, INVOICE
from einvoice.model import CREDIT_NOTE_TYPES, records
from einvoice.xml import path_of

if TYPE_CHECKING:
    from einvoice.context import Context
    from einvoice.model import Invoice

FORMAT = "peppol-bis"
MAPPINGS = (INVOICE, CREDIT_NOTE)


def parts(source: detect.Source) -> Iterator[Part]:
    """Yield the invoice in *source*; a Peppol envelope around it is opened, and that is reported."""
    root = source.root
    assert root is not None
    if detect.is_envelope(root):
        documents = detect.ubl_in_envelope(root)
        about = tuple(_envelope(root, documents))
        for index, inner in enumerate(documents):
            yield Part(inner, index, about if not index else ())
    else:
        yield Part(root, 0)


def read_part(part: Part, context: Context) -> Document:
    """Return the invoice in *part*."""
    from einvoice.model import Invoice

    return _read(part, lambda values: context.fill(Invoice.__pydantic_validator__.validate_python(values)))


def read_record(part: Part) -> Document:
    """Return the invoice in *part* to be judged: a record in place of the model, which is not loaded."""
    return _read(part, lambda values: cast("Invoice", records.Invoice(values)))


def _read(part: Part, make: Callable[[dict[str, Any]], Invoice]) -> Document:
    root: etree._Element = part.content
    mapping = _mapping_of(root)
    result = mapping.read(root)
    refuse_unreadable(result.findings)
    findings = [*part.findings, *result.findings]
    findings += _finish(result.values, root, mapping)

    @cache  # places are asked for several times
    def trace() -> Places:
        places = mapping.places(root, result)
        if mapping is CREDIT_NOTE:
            stated = (p for path, p in places.noted.items() if _WAY_DUE.fullmatch(path))
            if (place := next(stated, None)) is not None:
                return places.moved({**places.noted, "due_date": place})
        return places

    return Document(make(result.values), FORMAT, findings, part.index, root, trace)


def write(invoice: Invoice, context: Context, version: str | None = None) -> Written:
    """Return *invoice* as a BIS Billing 3 document, UTF-8, the same bytes every time."""
    from einvoice.context import missing
    from einvoice.formats.ubl.project import project

    invoice = context.fill(invoice)
    card = context.customer_of(invoice)
    invoice, findings = project(invoice, card is None or card.send_attachments is not False)
    mapping = CREDIT_NOTE if invoice.type_code in CREDIT_NOTE_TYPES else INVOICE
    data, losses = mapping.write(invoice, invoice.currency)
    return Written(data, [*findings, *missing(invoice, context), *losses])


def _mapping_of(root: etree._Element) -> Mapping:
    return CREDIT_NOTE if etree.QName(root).localname == "CreditNote" else INVOICE


def _finish(values: dict[str, Any], root: etree._Element, mapping: Mapping) -> list[Finding]:
    """Settle what depends on the root element: type code, and the due date of a credit note."""
    findings = []
    if values.get("purchase_order_reference") == "NA" and "sales_order_reference" in values:
        # BIS Billing: "NA" says that only the order number of the seller is known.  It is written again.
        del values["purchase_order_reference"]
        place = root.find("cac:OrderReference/cbc:ID", dict(INVOICE.syntax.namespaces))
        findings.append(
            Finding(
                "LOSS-TRANSLATED",
                "info",
                "loss",
                "'NA' is read as no order number of the buyer",
                terms=("BT-13",),
                path=path_of(place) if place is not None else None,
                line=place.sourceline if place is not None else None,
                value="NA",
            )
        )
    code = values.get("type_code")
    if mapping is CREDIT_NOTE:
        if code not in CREDIT_NOTE_TYPES:
            said = f"says type {code}, which is an invoice" if code else "names no type"
            findings.append(
                Finding(
                    "EI-UBL-TYPE",
                    "error" if code else "warning",
                    "input",
                    f"a CreditNote {said}; read as a credit note, type 381",
                    "write 381 into cbc:CreditNoteTypeCode, or send an Invoice",
                    ("BT-3",),
                    *_place(root, "CreditNoteTypeCode"),
                    code,
                )
            )
            values["type_code"] = "381"
        _lift_due_date(values)
    elif code in CREDIT_NOTE_TYPES:
        findings.append(
            Finding(
                "EI-UBL-TYPE",
                "error",
                "input",
                f"an Invoice says type {code}, which is a credit note; read as that, and written as a CreditNote",
                "send a CreditNote, or write 380 for an invoice (384 for a corrective one)",
                ("BT-3",),
                *_place(root, "InvoiceTypeCode"),
                code,
            )
        )
    return findings


def _place(root: etree._Element, name: str) -> tuple[str, int | None]:
    """Return path and line of the child *name*, or of the root when it is absent."""
    found = root.find(f"{{{INVOICE.syntax.namespaces['cbc']}}}{name}")
    return (path_of(root), root.sourceline) if found is None else (path_of(found), found.sourceline)


def _lift_due_date(values: dict[str, Any]) -> None:
    """A credit note states BT-9 with a way to pay: one date is lifted to the invoice, several stay there."""
    ways = values.get("payment_instructions", [])
    dates = {way["due_date"] for way in ways if "due_date" in way}
    if len(dates) == 1:
        values["due_date"] = dates.pop()
        for way in ways:
            way.pop("due_date", None)


_WAY_DUE: Final = re.compile(r"payment_instructions\[[0-9]+\]\.due_date")


def _envelope(root: etree._Element, documents: list[etree._Element]) -> Iterator[Finding]:
    yield Finding(
        "EI-SBDH",
        "info",
        "input",
        "the invoice stands in a Peppol SBDH envelope, which was opened; the envelope itself is not judged or carried",
        path="/StandardBusinessDocument",
        line=root.sourceline,
    )
    scope = ReadScope(INVOICE.syntax)
    inside = set(documents)
    for child in root.iterchildren("*"):
        if child not in inside:
            scope.lose_all(scope.node(child), "LOSS-ENVELOPE", "belongs to the envelope, not to the invoice")
    yield from (replace(f, severity="info") for f in scope.findings)
