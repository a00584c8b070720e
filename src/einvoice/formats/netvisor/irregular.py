"""What the rows of Netvisor cannot say.

`lines`      product and comment lines in their order, several product lines in one invoice line
`free_text`  the two texts of the invoice, which become notes with a place
`line_sum`   an amount whose attribute says whether it holds VAT
`old_accrual`, `item_link`  rare structures, carried as they are
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

from lxml import etree

from einvoice.findings import Finding
from einvoice.formats.mapping import FastScope, Node, OutElement, Pair, Place, ReadScope, Slow, Table, WriteScope
from einvoice.formats.mapping.codecs import BLANKS, COMMA, STRIPPED, format_comma
from einvoice.formats.mapping.nodes import forbidden_characters
from einvoice.model import Invoice, Model, PostingLine

SECOND = "stands here a second time, and only one is allowed"


def write_nothing(value: Model, scope: WriteScope, at: str) -> list[OutElement]:
    """Write nothing: the form is read only."""
    return []


def _clean(text: str, path: str, scope: WriteScope) -> str:
    if forbidden_characters().search(text):
        scope.lose(
            path, text, "it holds control characters, which XML cannot carry; they are left out", "LOSS-CHARACTER"
        )
        return forbidden_characters().sub("", text)
    return text


# -- lines ----------


def _read_lines(table: Table, nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Read every product line and comment in document order; a comment belongs to the product line before it."""
    lines: list[dict[str, Any]] = values.setdefault("lines", [])
    for node in nodes:
        scope.allow(node, ("invoiceline",))
        for row in node.children:
            if row.name != "invoiceline":
                continue
            scope.allow(row, ("salesinvoiceproductline", "salesinvoicecommentline"))
            for part in row.children:
                if part.name == "salesinvoiceproductline":
                    lines.append(scope.read(table, part, f"{at}lines[{len(lines)}]."))
                elif part.name == "salesinvoicecommentline":
                    _read_comment(part, lines, values, scope, at)


def _read_comment(node: Node, lines: list[dict[str, Any]], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    scope.allow(node, ("comment",))
    owner, field = (lines[-1], "text_rows") if lines else (values, "leading_text_rows")
    place = f"{at}lines[{len(lines) - 1}]." if lines else at
    for comment in node.children:
        if comment.name != "comment":
            continue
        scope.allow(comment)
        if text := (comment.text or "").strip():
            rows = owner.setdefault(field, [])
            scope.place(f"{place}{field}[{len(rows)}]", comment, text)
            rows.append(text)


def _read_lines_fast(
    table: Table, elements: list[etree._Element], values: dict[str, Any], scope: FastScope, at: str
) -> int:
    lines: list[dict[str, Any]] = values.setdefault("lines", [])
    consumed = len(elements)
    for row in chain.from_iterable(elements):
        if str(row.tag).lower() != "invoiceline":
            raise Slow
        consumed += 1
        for part in row:
            name = str(part.tag).lower()
            if name == "salesinvoiceproductline":
                line, read = scope.consume(table, part, f"{at}lines[{len(lines)}].")
                lines.append(line)
                consumed += read
            elif name == "salesinvoicecommentline":
                consumed += _read_comment_fast(part, lines, values, scope, at)
            else:
                raise Slow
    return consumed


def _read_comment_fast(
    element: etree._Element, lines: list[dict[str, Any]], values: dict[str, Any], scope: FastScope, at: str
) -> int:
    owner, path = (lines[-1], f"{at}lines[{len(lines) - 1}].text_rows") if lines else (values, f"{at}leading_text_rows")
    consumed = 1
    for comment in element:
        if str(comment.tag).lower() != "comment":
            raise Slow
        consumed += 1 + (comment.text is not None)
        if text := (comment.text or "").strip():
            rows = owner.setdefault(path.rpartition(".")[2], [])
            scope.places[f"{path}[{len(rows)}]"] = comment
            rows.append(text)
    return consumed


def read_import_lines(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Read the lines of an import document."""
    from einvoice.formats.netvisor.lines import IMPORT_LINE

    _read_lines(IMPORT_LINE, nodes, values, scope, at)


def read_import_lines_fast(elements: list[etree._Element], values: dict[str, Any], scope: FastScope, at: str) -> int:
    """Do the same on the elements themselves."""
    from einvoice.formats.netvisor.lines import IMPORT_LINE

    return _read_lines_fast(IMPORT_LINE, elements, values, scope, at)


def read_detail_lines(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Read the lines of a detail response."""
    from einvoice.formats.netvisor.lines import DETAIL_LINE

    _read_lines(DETAIL_LINE, nodes, values, scope, at)


def read_detail_lines_fast(elements: list[etree._Element], values: dict[str, Any], scope: FastScope, at: str) -> int:
    """Do the same on the elements themselves."""
    from einvoice.formats.netvisor.lines import DETAIL_LINE

    return _read_lines_fast(DETAIL_LINE, elements, values, scope, at)


def write_lines(invoice: Invoice, scope: WriteScope, at: str) -> list[OutElement]:
    """Write product and comment lines, each in an invoice line of its own.  A line note becomes a comment."""
    from einvoice.formats.netvisor.lines import IMPORT_LINE

    rows = [_comment(text, f"{at}leading_text_rows[{n}]", scope) for n, text in enumerate(invoice.leading_text_rows)]
    for position, line in enumerate(invoice.lines):
        path = f"{at}lines[{position}]."
        rows.append(scope.whole(IMPORT_LINE, line, "salesinvoiceproductline", path))
        if line.note:
            rows.append(_comment(line.note, f"{path}note", scope))
        rows.extend(_comment(text, f"{path}text_rows[{n}]", scope) for n, text in enumerate(line.text_rows))
    if not rows:
        return []
    return [OutElement("invoicelines", children=[OutElement("invoiceline", children=[row]) for row in rows])]


def _comment(text: str, path: str, scope: WriteScope) -> OutElement:
    comment = OutElement("comment", _clean(text, path, scope))
    return OutElement("salesinvoicecommentline", children=[comment])


# -- free texts ----------


def free_text(placement: str, wire: str) -> Pair:
    """Return the pair of the free text *placement* the lines, at most 500 characters."""

    def read(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
        for extra in nodes[1:]:
            scope.lose_all(extra, "LOSS-REPEATED", SECOND)
        scope.allow(nodes[0])
        note: dict[str, Any] = {}
        notes: list[dict[str, Any]] = values.get("notes", [])
        scope.leaf(nodes[0], STRIPPED, note, "text", f"{at}notes[{len(notes)}].")
        if note:
            note["placement"] = placement
            scope.places[f"{at}notes[{len(notes)}].placement"] = scope.places[f"{at}notes[{len(notes)}].text"]
            values["notes"] = [*notes, note]

    def read_fast(elements: list[etree._Element], values: dict[str, Any], scope: FastScope, at: str) -> int:
        first, *rest = elements
        if rest:
            raise Slow
        if first.text is None:
            return 1
        if text := first.text.strip(BLANKS):
            notes = [*values.get("notes", ()), {"text": text, "placement": placement}]
            values["notes"] = notes
            path = f"{at}notes[{len(notes) - 1}]."
            scope.places[f"{path}text"] = scope.places[f"{path}placement"] = first
        return 2

    def write(invoice: Invoice, scope: WriteScope, at: str) -> list[OutElement]:
        found: list[OutElement] = []
        for position, note in enumerate(invoice.notes):
            here = note.placement or ("before_lines" if position == 0 else "after_lines")
            if here != placement or not note.text:
                continue
            path = f"{at}notes[{position}].text"
            if found:
                scope.lose(path, note.text, "Netvisor has one free text before and one after the lines")
                continue
            text = _clean(note.text, path, scope)
            if len(text) > 500:
                scope.lose(path, text, f"Netvisor takes 500 characters, it has {len(text)}; cut off", "LOSS-TRUNCATED")
                text = text[:500]
            found.append(OutElement(wire, text))
            if note.subject_code:
                scope.lose(f"{at}notes[{position}].subject_code", note.subject_code, "free texts have no subject code")
        return found

    return Pair(("BT-22",), ("notes",), wire, read, write, fast=read_fast)


# -- sums of posting lines ----------


def read_line_sum(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Read the amount; ``type`` is ``net`` or ``gross``."""
    for extra in nodes[1:]:
        scope.lose_all(extra, "LOSS-REPEATED", SECOND)
    node = nodes[0]
    scope.allow(node, attributes=("type",))
    scope.leaf(node, COMMA, values, "amount", at)
    stated = node.attributes.get("type", "").strip()
    if (kind := stated.lower()) in ("net", "gross"):
        values["includes_vat"] = kind == "gross"
        scope.places[f"{at}includes_vat"] = Place(node, "type", stated)
    elif stated:
        scope.find(
            Finding(
                "LOSS-FIXED",
                "warning",
                "loss",
                f"type of linesum is {stated!r}, known are net and gross; whether it holds VAT is not known",
                "write net or gross",
                ("EX-POSTING-WITH-VAT",),
                f"{node.path}/@type",
                node.line,
                stated,
            )
        )


def write_line_sum(line: PostingLine, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the amount with its type."""
    if line.amount is None:
        if line.includes_vat is not None:
            scope.lose(f"{at}includes_vat", line.includes_vat, "the posting has no amount of which it could be said")
        return []
    return [OutElement("linesum", format_comma(line.amount), {"type": "gross" if line.includes_vat else "net"})]


# -- the accrual structure before 2021, and item links of batches ----------

_OLD = (
    "overridedefaultsalesaccrualaccountnumber",
    "salesinvoiceaccrualtype",
)


_ACCRUED = re.compile(r"(?P<year>[^=;-]*)-(?P<month>[^=;]*)=(?P<sum>[^;]*)\Z").match


def read_old_accrual(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Keep the month-by-month accrual as one native text: account;type;year-month=sum;…"""
    for extra in nodes[1:]:
        scope.lose_all(extra, "LOSS-REPEATED", SECOND)
    node = nodes[0]
    scope.allow(node, (*_OLD, "accrualvoucherentry"))
    found: dict[str, str] = {}
    entries: list[str] = []
    for child in node.children:
        if child.name in _OLD:
            scope.allow(child)
            found[child.name] = (child.text or "").strip()
        elif child.name == "accrualvoucherentry":
            scope.allow(child, ("month", "year", "sum"))
            entry = {c.name: (c.text or "").strip() for c in child.children}
            for c in child.children:
                if c.name in ("month", "year", "sum"):
                    scope.allow(c)
            entries.append(f"{entry.get('year', '')}-{entry.get('month', '')}={entry.get('sum', '')}")
    text = ";".join([*(found.get(name, "") for name in _OLD), *entries])
    if not text.strip(";-="):
        return
    values.setdefault("native", {})["netvisor:old_accrual"] = text
    scope.place(f"{at}native.netvisor:old_accrual", node, text)


def write_old_accrual(invoice: Invoice, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the accrual that `read_old_accrual` kept."""
    text = invoice.native.get("netvisor:old_accrual")
    if text is None:
        return []
    account, _, rest = _clean(text, f"{at}native.netvisor:old_accrual", scope).partition(";")
    kind, _, rest = rest.partition(";")
    months = [found for entry in rest.split(";") if entry and (found := _ACCRUED(entry))]
    if not (account or kind or months) or len(months) < len([entry for entry in rest.split(";") if entry]):
        reason = "it is no accrual as the reader keeps it: account;type;year-month=sum;…"
        scope.lose(f"{at}native.netvisor:old_accrual", text, reason, "LOSS-NATIVE")
        return []
    children = [OutElement(name, value) for name, value in zip(_OLD, (account, kind), strict=True) if value]
    for found in months:
        parts = [OutElement(name, found[name]) for name in ("month", "year", "sum") if found[name]]
        children.append(OutElement("accrualvoucherentry", children=parts))
    return [OutElement("salesinvoiceaccrual", children=children)]


def read_item_link(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """An item link says to which invoices of a batch an attachment belongs; the batch has been split by it."""
    for node in nodes:
        scope.allow(node, ("itemidentifier",))
