"""One page for a browser, for ``validate --output html`` and ``show --html``: invoices, and what is wrong beside the
fields that it is about.

The page is one file without scripts, pictures or addresses of other servers, and its content security policy forbids
all of them; a box for each severity hides and shows findings by style alone.  Every text of a document is escaped, and
`text.clean` spells out what would turn the direction of writing.  What stands on the page is said in ``view.py``, and
``anchors.py`` finds the field that a finding is about.

The page is drawn twice: the first time to learn which places of the model it has, the second time with the findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from einvoice._version import __version__
from einvoice.findings import SEVERITY_ORDER, Severity
from einvoice.model.terms import with_names
from einvoice.report import text, view
from einvoice.report.anchors import Anchors
from einvoice.report.markup import page
from einvoice.report.markup import said as _said
from einvoice.report.markup import tag as _tag
from einvoice.report.view import Field

if TYPE_CHECKING:
    from einvoice.model import Invoice, Line, Party
    from einvoice.report.baseline import Comparison
    from einvoice.report.judged import Judged
    from einvoice.report.text import LayerResult

LONG_LIST: Final = 12
"""From how many findings on their list at the top of an invoice scrolls."""

_SHOWN_VALUE: Final = 120
"""How many characters of a value a finding shows."""

_WORDS: Final[dict[Severity, str]] = {"error": "Error", "warning": "Warning", "info": "Note"}
_NUMBERS: Final = frozenset(
    {"quantity", "price", "discount", "VAT", "net", "base", "rate", "amount", "taxable", "size"}
)
"""Columns that stand to the right."""


def document(
    documents: Sequence[Judged],
    summary: str = "",
    *,
    verdicts: bool = True,
    comparison: Comparison | None = None,
) -> bytes:
    """Return the page of a run; *summary* is its one line of result.

    Without *verdicts* nothing was judged: the page only shows the invoices, and what their reader found.
    """
    body = [_top(documents, summary, verdicts)]
    if comparison is not None and comparison.gone:
        body.append(_gone(comparison))
    if len(documents) > 1:
        body.append(_overview(documents, verdicts))
    body += (_Page(each, f"d{n}", verdicts).html() for n, each in enumerate(documents, 1))
    body[1:] = [f"<main>\n{''.join(body[1:])}</main>"]
    body.append(
        f"<footer>Made by einvoice {_said(__version__)}. Amounts stand as the document states them, nothing is "
        "calculated.</footer>"
    )
    return page(_title(documents), "\n".join(body), "page.css")


# ---------------------------------------------------------------------------------- pieces


def _title(documents: Sequence[Judged]) -> str:
    if len(documents) == 1:
        only = documents[0]
        return text.one_line(view.title(only.invoice) if only.invoice is not None else only.path)
    return f"einvoice: {text.count(len(documents), 'document')}"


def _top(documents: Sequence[Judged], summary: str, verdicts: bool) -> str:
    """Return the head of the page, and the boxes that hide and show findings."""
    findings = [finding for each in documents for finding in each.findings]
    boxes = ""
    for severity in sorted({finding.severity for finding in findings}, key=SEVERITY_ORDER.__getitem__):
        number = sum(1 for finding in findings if finding.severity == severity)
        boxes += _box(severity, text.count(number, text.NOUNS[severity]))
    if known := sum(len(each.known) for each in documents):
        boxes += _box("known", f"{known} of them known")
    if boxes:
        boxes = f'<span class="quiet hint">Show: </span>\n{boxes}'
    name = "Verdict on electronic invoices" if verdicts else "Electronic invoices"
    words = _tag("span", _said(text.one_line(summary)), class_="quiet") if summary else ""
    return f'<header class="top"><h1>{name}</h1>{words}</header>\n{boxes}'


def _box(name: str, label: str) -> str:
    box = f'<input class="filter" type="checkbox" id="show-{name}" checked>'
    return f'{box}<label for="show-{name}">{_said(label)}</label>\n'


def _gone(comparison: Comparison) -> str:
    lines = "".join(_tag("li", _said(line.strip())) for line in comparison.lines()[1:])
    said = "No longer found, and still in the baseline"
    return f'<section class="paper"><h3>{said}</h3><ol class="list">{lines}</ol></section>\n'


def _overview(documents: Sequence[Judged], verdicts: bool) -> str:
    """Return the table of all documents, each with a link to its page below."""
    rows = ""
    for n, each in enumerate(documents, 1):
        invoice = each.invoice
        totals = invoice.totals if invoice is not None else None
        due = None if totals is None or invoice is None else view.money(totals.amount_due, invoice.currency)
        seller = invoice.seller.name if invoice is not None and invoice.seller is not None else None
        buyer = invoice.buyer.name if invoice is not None and invoice.buyer is not None else None
        link = _tag("a", _said(text.place(each.path, None, each.shown_index)), href=f"#d{n}")
        cells = [
            ("document", link, ""),
            ("number", _said(invoice.invoice_number or "") if invoice is not None else "", ""),
            ("seller", _said(seller or ""), ""),
            ("buyer", _said(buyer or ""), ""),
            ("amount due", _said(due or ""), "number"),
        ]
        if verdicts or not each.read:
            cells.append(("verdict", _badge(each), ""))
        cells.append(("findings", _said(text.counts(each.findings) if each.findings else ""), ""))
        rows += _tag("tr", "".join(_tag("td", cell, data_label=head, class_=kind) for head, cell, kind in cells))
    heads = ["document", "number", "seller", "buyer", "amount due", *(["verdict"] if verdicts else []), "findings"]
    head = "".join(_tag("th", _said(name), class_="number" if name == "amount due" else None) for name in heads)
    table = f'<table class="stack"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<section class="paper" id="overview">{table}</section>\n'


def _badge(document: Judged) -> str:
    standing = document.standing
    words = {"valid": "Valid", "invalid": "Invalid", "not checked": "Not checked"}[standing]
    if document.all_errors_known:
        words += ", all errors known"
    return _tag("span", words, class_=f"badge {standing.replace(' ', '-')}")


# ---------------------------------------------------------------------------------- the page of one document


class _Page:
    """The page of one document."""

    def __init__(self, document: Judged, name: str, verdicts: bool) -> None:
        self.document = document
        self.name = name
        self.verdicts = verdicts
        self._places: set[str] = set(_HEAD)
        self._waiting: dict[str, list[int]] = {}
        self._labels: dict[int, str] = {}

    def html(self) -> str:
        """Return the page, as an ``article``."""
        invoice = self.document.invoice
        findings = self.document.findings
        order = sorted(range(len(findings)), key=lambda n: SEVERITY_ORDER[findings[n].severity])
        head = drawn = ""
        loose = order
        if invoice is not None:
            self._draw(invoice)
            anchors = Anchors(self._places, self.document.places)
            loose = []
            for n in order:
                place = anchors.of(findings[n])
                if place is None:
                    loose.append(n)
                else:
                    self._waiting.setdefault(place, []).append(n)
            head = self._head()
            drawn = self._draw(invoice)
            loose += [n for rest in self._waiting.values() for n in rest]
        whole = "".join(self._finding(n, "") for n in sorted(loose, key=order.index))
        if whole and invoice is not None:
            whole = f"<section><h3>About the whole document</h3>{whole}</section>"
        head = head or self._head()
        facts = "" if invoice is None else _facts(invoice)
        layers = _layers(self.document.layers) if self.document.checked else ""  # else it stands in the head
        content = f"{head}{facts}{self._list(order)}{whole}{drawn}{layers}"
        return _tag("article", content, class_="paper", id=self.name) + "\n"

    def _draw(self, invoice: Invoice) -> str:
        parts = (
            self._parties,
            self._header,
            self._delivery,
            self._lines,
            self._allowances_charges,
            self._vat,
            self._totals,
            self._payment,
            self._documents,
            self._rest,
            self._internal,
        )
        return "".join(part(invoice) for part in parts)

    # ------------------------------------------------------------------------------ findings

    def _take(self, label: str, *paths: str) -> list[int]:
        """Return the findings about the places *paths*; the first time the page is drawn, note that it has them."""
        self._places.update(paths)
        found = [n for path in paths for n in self._waiting.pop(path, ())]
        self._labels.update(dict.fromkeys(found, label))
        return found

    def _findings(self, label: str, *paths: str) -> str:
        return "".join(self._finding(n, "") for n in self._take(label, *paths))

    def _finding(self, n: int, about: str) -> str:
        finding = self.document.findings[n]
        known = n in self.document.known
        code = f"{_tag('code', _said(finding.code))} "
        severity = _tag("b", _WORDS[finding.severity], class_="sev")
        remark = " (known)" if known else ""
        subject = f"<i>{_said(about)}:</i> " if about else ""
        parts = [_tag("p", f"{severity}{remark} {code}{subject}{_said(finding.message)}")]
        if finding.fix:
            parts.append(_tag("p", f"<b>What to do:</b> {_said(finding.fix)}"))
        where = [*with_names(finding.terms)]
        where += [f"line {finding.line}"] if finding.line is not None else []
        where += [finding.path] if finding.path else []
        if finding.value is not None and finding.value not in finding.message:
            shown = finding.value if len(finding.value) <= _SHOWN_VALUE else f"{finding.value[:_SHOWN_VALUE]}…"
            where.append(f"has {text.one_line(shown)!r}")
        if where:
            parts.append(_tag("p", _said(" · ".join(where)), class_="at"))
        return _tag("div", "".join(parts), class_=f"finding {self._kind(n)}", id=f"{self.name}-f{n + 1}")

    def _kind(self, n: int) -> str:
        severity = self.document.findings[n].severity
        return f"{severity} for-{severity}" + (" known" if n in self.document.known else "")

    def _list(self, order: Sequence[int]) -> str:
        """Return the list of all findings, each with a link to its place."""
        if len(order) < 2 or self.document.invoice is None:
            return ""
        items = ""
        for n in order:
            finding = self.document.findings[n]
            label = self._labels.get(n)
            where = _tag("span", f" {_said(text.one_line(label))}:", class_="quiet") if label else ""
            link = _tag("a", _said(finding.code), href=f"#{self.name}-f{n + 1}")
            items += _tag("li", f"{link}{where} {_said(text.one_line(finding.message))}", class_=self._kind(n))
        kind = "list long" if len(order) > LONG_LIST else "list"
        return f'<section><h3>Findings</h3><ol class="{kind}">{items}</ol></section>'

    # ------------------------------------------------------------------------------ head

    def _head(self) -> str:
        document = self.document
        where = text.place(document.path, None, document.shown_index)
        invoice = document.invoice
        if invoice is not None:
            title = view.title(invoice)
        else:
            title = where if document.read else f"{where} could not be read"
        by = " · ".join(
            part for part in (where if invoice is not None else "", document.format, document.profile) if part
        )
        parts = [_tag("h2", _said(text.one_line(title)))]
        if invoice is not None:
            parts.append(self._findings("document", *_HEAD))
        if by:
            parts.append(_tag("p", _said(by), class_="source"))
        if self.verdicts:
            parts.append(_tag("p", f"{_badge(document)} {_said(text.counts(document.findings))}"))
        if self.verdicts and not document.checked:
            parts.append(_layers(document.layers))
        return "".join(parts)

    # ------------------------------------------------------------------------------ parts

    def _section(self, title: str, content: str, *paths: str, kind: str = "") -> str:
        """Return a part of the page, "" when it has no content; *paths* are the places that it stands for."""
        found = self._findings(title, *paths)
        if not content and not found:
            return ""
        return _tag("section", f"{_tag('h3', _said(title))}{found}{content}", class_=kind)

    def _rows(self, fields: Iterable[Field], about: str = "") -> str:
        """Return labels and values; what is not stated appears only with a finding."""
        rows = ""
        for field in fields:
            label = f"{about}, {field.label}" if about and field.label else field.label or about
            found = self._findings(label, *field.paths)
            if field.stated or found:
                value = _said(field.text) if field.stated else _MISSING
                rows += _tag("dt", _said(field.label), class_="quoted" if field.quoted else None) + _tag("dd", value)
                rows += _tag("dd", found, class_="about") if found else ""
        return _tag("dl", rows, class_="rows") if rows else ""

    def _header(self, invoice: Invoice) -> str:
        return self._section("Dates and references", self._rows(view.header(invoice)))

    def _parties(self, invoice: Invoice) -> str:
        from einvoice.model import Party as Empty

        parts = ""
        for title, at in view.PARTIES:
            party: Party | None = getattr(invoice, at)
            content = self._party(Empty() if party is None else party, at, title)
            parts += self._section(title, content, at, f"{at}.address", f"{at}.contact", f"{at}.identifiers")
        return _tag("div", parts, class_="columns") if parts else ""

    def _party(self, party: Party, at: str, title: str) -> str:
        lines = ""
        for field in view.party_address(party, at):
            found = self._findings(f"{title}, {field.label}", *field.paths)
            if field.stated:
                lines += _tag("p", _said(field.text))
            elif found:
                lines += _tag("p", f"{_said(field.label)}: {_MISSING}")
            lines += found
        address = _tag("div", lines, class_="address") if lines else ""
        return f"{address}{self._rows(view.party_details(party, at), title)}"

    def _delivery(self, invoice: Invoice) -> str:
        return self._section("Delivery", self._rows(view.delivery(invoice), "Delivery"), "delivery")

    def _lines(self, invoice: Invoice) -> str:
        leading = "".join(_tag("p", _said(row), class_="note") for row in invoice.leading_text_rows)
        cells = [view.line_cells(line, f"lines[{n}]") for n, line in enumerate(invoice.lines)]
        shown = [name for name in view.LINE_CELLS if any(row[name].stated for row in cells)]
        body = "".join(self._line(line, n, cells[n], shown, invoice) for n, line in enumerate(invoice.lines))
        table = _table(["", "item", *shown], body) if body else _tag("p", "none", class_="missing")
        return self._section("Lines", f"{leading}{table}", "lines", "leading_text_rows")

    def _line(self, line: Line, n: int, cells: dict[str, Field], shown: Sequence[str], invoice: Invoice) -> str:
        at = f"lines[{n}]"
        called = f"Line {line.identifier or n + 1}"
        about: list[tuple[int, str]] = []

        def note(label: str, *paths: str) -> str:
            """Collect the findings of a field for the row below, and return how the field is marked."""
            found = self._take(f"{called}, {label}" if label else called, *paths)
            about.extend((each, label) for each in found)
            return self._mark(found)

        item = _tag(
            "span", _said(line.item_name or "(no name)"), class_=f"name {note('item', f'{at}.item_name')}".strip()
        )
        for field in view.line_details(line, at, invoice.currency):
            mark = note(field.label or "description", *field.paths)
            if field.stated:
                words = f"{field.label}: {field.text}" if field.label else field.text
                item += _tag("span", _said(words), class_=f"detail {mark}".strip())
        item += "".join(_tag("span", _said(row), class_="detail") for row in line.text_rows)
        if line.internal is not None:
            for field in view.line_internal(line.internal, at):
                mark = note(field.label, *field.paths)
                if field.stated:
                    words = f"internal: {field.label} {field.text}"
                    item += _tag("span", _said(words), class_=f"detail own {mark}".strip())
        identifier = note("identifier", f"{at}.identifier")
        row = _tag("td", _marked(_said(line.identifier or ""), identifier), class_="quiet")
        row += _tag("td", item, class_="item")
        for name in view.LINE_CELLS:
            field = cells[name]
            mark = note(name, *field.paths)
            if name in shown:
                value = _said(field.text) if field.stated else _MISSING if mark else ""
                row += _tag("td", _marked(value, mark), class_="number", data_label=name)
        note("", at, f"{at}.text_rows", f"{at}.internal", f"{at}.allowances_charges")
        return _tag("tr", row) + self._about(about, len(shown) + 2)

    def _mark(self, found: Sequence[int]) -> str:
        if not found:
            return ""
        worst = min((self.document.findings[n].severity for n in found), key=SEVERITY_ORDER.__getitem__)
        return f"marked {worst}"

    def _about(self, about: Sequence[tuple[int, str]], columns: int) -> str:
        """Return the row with the findings about the row above it."""
        if not about:
            return ""
        findings = "".join(self._finding(n, label) for n, label in about)
        return _tag("tr", _tag("td", findings, colspan=str(columns)), class_="about")

    def _cells_table(self, title: str, rows: Sequence[Sequence[Field]], at: str) -> str:
        """Return a table whose rows are *rows*, items of the list *at* of the model."""
        if not rows:
            return self._section(title, "", at)
        body = ""
        for n, cells in enumerate(rows):
            about: list[tuple[int, str]] = []
            row = ""
            for field in cells:
                found = self._take(f"{title} {n + 1}, {field.label}".rstrip(", "), *field.paths)
                about.extend((each, field.label) for each in found)
                mark = self._mark(found)
                value = _said(field.text) if field.stated else _MISSING if mark else ""
                kind = "number" if field.label in _NUMBERS else None
                row += _tag("td", _marked(value, mark), class_=kind, data_label=field.label)
            about.extend((each, "") for each in self._take(f"{title} {n + 1}", f"{at}[{n}]"))
            body += _tag("tr", row) + self._about(about, len(cells))
        return self._section(title, _table([field.label for field in rows[0]], body), at)

    def _allowances_charges(self, invoice: Invoice) -> str:
        at = "allowances_charges"
        rows = [view.allowance_charge_cells(each, f"{at}[{n}]") for n, each in enumerate(invoice.allowances_charges)]
        return self._cells_table("Allowances and charges", rows, at)

    def _vat(self, invoice: Invoice) -> str:
        return self._cells_table("VAT", view.vat_cells(invoice), "vat_breakdown")

    def _totals(self, invoice: Invoice) -> str:
        rows = ""
        for field, currency in view.totals(invoice):
            found = self._findings(field.label, *field.paths)
            if not field.stated and not found:
                continue
            value = _said(field.text) if field.stated else _MISSING
            row = _tag("td", _said(field.label)) + _tag("td", value, class_="number") + _tag("td", _said(currency))
            rows += _tag("tr", row, class_="amount-due" if field.paths == ("totals.amount_due",) else None)
            if found:
                rows += _tag("tr", _tag("td", found, colspan="3"), class_="about")
        table = f'<table class="totals"><tbody>{rows}</tbody></table>' if rows else ""
        return self._section("Totals", table, "totals")

    def _payment(self, invoice: Invoice) -> str:
        parts = [self._rows(view.payment(invoice), "Payment")]
        for n, way in enumerate(invoice.payment_instructions):
            at = f"payment_instructions[{n}]"
            parts.append(self._rows(view.way_to_pay(way, at), "Payment"))
            parts.append(self._findings("Payment", at, f"{at}.credit_transfer", f"{at}.card", f"{at}.direct_debit"))
        if order := view.payment_order(invoice):
            parts.append(_tag("p", "Payment order", class_="quiet") + self._rows(order))
        content = "<br>".join(part for part in parts if part)
        return self._section("Payment", content, "payment_instructions", "payment_conditions")

    def _documents(self, invoice: Invoice) -> str:
        at = "supporting_documents"
        rows = [view.document_cells(each, f"{at}[{n}]") for n, each in enumerate(invoice.supporting_documents)]
        return self._cells_table("Attachments", rows, at)

    def _rest(self, invoice: Invoice) -> str:
        notes = ""
        for field in view.notes(invoice):
            notes += _tag("p", _said(field.text), class_="note") + self._findings("Note", *field.paths)
        kept = self._rows(view.processing(invoice))
        found = self._findings("Processing data", "native")
        if kept:
            opened = "<details open>" if _FINDING in kept else "<details>"  # none stands in what is folded away
            kept = f"{opened}<summary>Processing data of the source system</summary>{kept}</details>"
        return (
            self._section("Preceding invoices", self._rows(view.preceding(invoice)), "preceding_invoices")
            + self._section("Notes", notes, "notes")
            + self._section("Own fields of the seller", self._rows(view.custom_tags(invoice)), "custom_tags")
            + found
            + kept
        )

    def _internal(self, invoice: Invoice) -> str:
        if invoice.internal is None:
            return ""
        rows = self._rows(view.internal(invoice.internal), "Internal")
        postings = self._cells_table("Postings", view.posting_cells(invoice.internal), "internal.posting_lines")
        return self._section("Internal (never leaves the seller)", f"{rows}{postings}", "internal", kind="own")


_HEAD: Final = ("invoice_number", "document_kind")
"""The places that the heading stands for."""

_FINDING: Final = '<div class="finding'
_MISSING: Final = '<span class="missing">not stated</span>'


def _marked(value: str, mark: str) -> str:
    return _tag("span", value, class_=mark) if mark and value else value


def _table(heads: Sequence[str], body: str) -> str:
    head = "".join(_tag("th", _said(name), class_="number" if name in _NUMBERS else None) for name in heads)
    return f'<table class="stack"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _facts(invoice: Invoice) -> str:
    """Return what a bookkeeper looks for first."""
    totals = invoice.totals
    due = view.money(totals.amount_due, invoice.currency) if totals is not None else ""
    facts = (
        ("seller", invoice.seller and invoice.seller.name, ""),
        ("buyer", invoice.buyer and invoice.buyer.name, ""),
        ("issued", invoice.issue_date, ""),
        ("due", invoice.due_date, ""),
        ("amount due", due, "due"),
    )
    shown = "".join(
        _tag("div", _tag("dt", _said(label)) + _tag("dd", _said(view.plain_value(value))), class_=kind)
        for label, value, kind in facts
        if value
    )
    return _tag("dl", shown, class_="facts") if shown else ""


def _layers(layers: Sequence[LayerResult]) -> str:
    """Return what was checked, and by which rules."""
    if not layers:
        return ""
    getters: Sequence[tuple[str, Callable[[LayerResult], str]]] = (
        ("check", lambda layer: layer.layer),
        ("result", lambda layer: layer.status),
        ("rules", lambda layer: " ".join(filter(None, (layer.ruleset, layer.version)))),
        ("in force from", lambda layer: layer.valid_from.isoformat() if layer.valid_from else ""),
        ("rules applied", lambda layer: "" if layer.status == "skipped" else str(layer.fired)),
    )
    used = [(head, get) for head, get in getters if any(get(layer) for layer in layers)]
    rows = ""
    for layer in layers:
        rows += _tag("tr", "".join(_tag("td", _said(get(layer)), data_label=head) for head, get in used))
        if layer.reason:
            why = _tag("td", f"Why: {_said(layer.reason)}", colspan=str(len(used)))
            rows += _tag("tr", why, class_="about")
    head = "".join(_tag("th", _said(name)) for name, _ in used)
    table = f'<table class="stack"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return f"<section><h3>What was checked</h3>{table}</section>"
