"""What the rows of UBL cannot say: five pairs, each a `read_x` and a `write_x`.

Order matters to some receivers, so where a document departs from the usual order of unlike siblings (tax scheme
before VAT scheme, accounting total before document total), the order is remembered as native data.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree

from einvoice.findings import Finding
from einvoice.formats.mapping import FastScope, Node, OutElement, Pair, ReadScope, Slow, WriteScope
from einvoice.formats.mapping.codecs import BLANKS, CODE, DATE, DECIMAL, TEXT, AnyCodec, format_decimal
from einvoice.formats.ubl.parts import NAMESPACES, SUBTOTAL, SUPPORTING_DOCUMENT, Role

if TYPE_CHECKING:
    from einvoice.model import Invoice, Party

SECOND = "stands here a second time, and only one is allowed"


def _child(node: Node, *names: str) -> Node | None:
    found: Node | None = node
    for name in names:
        if found is None:
            return None
        found = next((c for c in found.children if c.name == name), None)
    return found


def _text(node: Node | None) -> str:
    return (node.text or "").strip() if node is not None else ""


_ID, _COMPANY, _SCHEME, _TAX_AMOUNT, _SUBTOTAL = (
    f"{{{NAMESPACES[prefix]}}}{name}"
    for prefix, name in (
        ("cbc", "ID"),
        ("cbc", "CompanyID"),
        ("cac", "TaxScheme"),
        ("cbc", "TaxAmount"),
        ("cac", "TaxSubtotal"),
    )
)


def _unique(element: etree._Element, *tags: str) -> list[etree._Element | None]:
    """Return the child of each tag; raises `Slow` for a second one, and for any other."""
    found: dict[Any, etree._Element] = {}
    for child in element:
        if child.tag not in tags or child.tag in found:
            raise Slow
        found[child.tag] = child
    return [found.get(tag) for tag in tags]


def _stated(element: etree._Element | None) -> int:
    """Return how many nodes *element* and its text are."""
    return 0 if element is None else 1 + (element.text is not None)


def _take(
    element: etree._Element, codec: AnyCodec, values: dict[str, Any], field: str, scope: FastScope, at: str
) -> None:
    """Read the text of *element* into *field*; a blank one means nothing."""
    if element.text is not None and element.text.strip(BLANKS):
        values[field] = codec.read(element.text)
        scope.places[at + field] = element


# -- notes: BT-21 and BT-22 in one text, "#AAI#text" ----------

_SUBJECT = re.compile(r"#([A-Z]{3})#(.*)\Z", re.DOTALL)


def read_notes(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Read every note; a subject code stands between number signs before the text."""
    notes: list[dict[str, Any]] = values.setdefault("notes", [])
    for node in nodes:
        scope.allow(node)
        text = node.text
        if not text or not text.strip():
            continue
        note: dict[str, Any] = {"text": text}
        place = f"{at}notes[{len(notes)}]."
        if found := _SUBJECT.match(text):
            note = {"subject_code": found[1], "text": found[2]}
            scope.place(place + "subject_code", node)
        notes.append(note)
        scope.place(place + "text", node)


def write_notes(invoice: Invoice, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the notes.  Those that the seller's system prints before and after the lines become one: BIS allows one."""
    plain: list[OutElement] = []
    placed: list[str] = []
    for position, note in enumerate(invoice.notes):
        text = scope.clean(note.text or "", f"{at}notes[{position}].text")
        if not text and not note.subject_code:
            if note.placement:
                scope.lose(f"{at}notes[{position}].placement", note.placement, "the note has no text", severity="info")
            continue
        if note.subject_code:
            text = f"#{scope.clean(note.subject_code, f'{at}notes[{position}].subject_code')}#{text}"
        if note.placement:
            placed.append(text)
            scope.find(
                Finding(
                    "LOSS-NO-PLACE",
                    "info",
                    "loss",
                    f"BIS Billing does not say where a note is printed ({note.placement.replace('_', ' the ')})",
                    terms=("EX-NOTE-PLACEMENT",),
                    model_path=f"{at}notes[{position}].placement",
                )
            )
        else:
            plain.append(OutElement("cbc:Note", text))
    if len(placed) > 1:
        scope.find(
            Finding(
                "LOSS-JOINED",
                "info",
                "loss",
                f"{len(placed)} notes are joined into one note (BT-22), since BIS Billing allows one",
                terms=("BT-22",),
                value=" / ".join(placed),
                model_path=f"{at}notes",
            )
        )
    return ([OutElement("cbc:Note", "\n".join(placed))] if placed else []) + plain


# -- the invoicing period, which holds the VAT point date code ----------


def read_period(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Read BG-14 and BT-8 from one element."""
    for extra in nodes[1:]:
        scope.lose_all(extra, "LOSS-REPEATED", SECOND)
    node = nodes[0]
    scope.allow(node, ("cbc:StartDate", "cbc:EndDate", "cbc:DescriptionCode"))
    period: dict[str, Any] = {}
    seen: set[str] = set()
    for child in node.children:
        if child.name in seen:
            scope.lose_all(child, "LOSS-REPEATED", SECOND)
            continue
        seen.add(child.name)
        if child.name == "cbc:StartDate":
            scope.leaf(child, DATE, period, "start_date", f"{at}period.")
        elif child.name == "cbc:EndDate":
            scope.leaf(child, DATE, period, "end_date", f"{at}period.")
        elif child.name == "cbc:DescriptionCode":
            scope.leaf(child, CODE, values, "tax_point_date_code", at)
        else:
            continue
        scope.allow(child)
    if period:
        values["period"] = period


def write_period(invoice: Invoice, scope: WriteScope, at: str) -> list[OutElement]:
    """Write BG-14 and BT-8 into one element."""
    element = OutElement("cac:InvoicePeriod")
    period = invoice.period
    if period is not None and period.start_date is not None:
        element.children.append(OutElement("cbc:StartDate", period.start_date.isoformat()))
    if period is not None and period.end_date is not None:
        element.children.append(OutElement("cbc:EndDate", period.end_date.isoformat()))
    if invoice.tax_point_date_code is not None:
        code = scope.clean(invoice.tax_point_date_code, f"{at}tax_point_date_code")
        element.children.append(OutElement("cbc:DescriptionCode", code))
    return [element] if element.children else []


PERIOD = Pair(
    ("BG-14", "BT-73", "BT-74", "BT-8"),
    ("period", "tax_point_date_code"),
    "cac:InvoicePeriod",
    read_period,
    write_period,
)


# -- tax schemes of a party: VAT number and other tax registration ----------


def tax_schemes(role: Role) -> Pair:
    """Return the pair for the tax schemes of a party; only a seller has a registration beside its VAT number."""
    registration = bool(role.tax)

    def read(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
        for position, node in enumerate(nodes):
            company, parent = _child(node, "cbc:CompanyID"), _child(node, "cac:TaxScheme")
            scheme = _child(parent, "cbc:ID") if parent is not None else None
            kind = _text(scheme)
            is_vat = kind.upper() == "VAT"
            field = "vat_identifier" if is_vat else "tax_registration_identifier"
            if field in values or (not is_vat and not registration):
                scope.lose_all(
                    node, "LOSS-REPEATED" if field in values else "LOSS-UNMAPPED", SECOND if field in values else ""
                )
                continue
            scope.allow(node, ("cbc:CompanyID", "cac:TaxScheme"))
            for name, first in (("cbc:CompanyID", company), ("cac:TaxScheme", parent)):
                for extra in [c for c in node.children if c.name == name][1:]:
                    scope.lose_all(extra, "LOSS-REPEATED", SECOND)
                if first is not None:
                    scope.allow(first, ("cbc:ID",) if name == "cac:TaxScheme" else ())
            if parent is not None and scheme is not None:
                scope.allow(scheme)
                for extra in [c for c in parent.children if c.name == "cbc:ID"][1:]:
                    scope.lose_all(extra, "LOSS-REPEATED", SECOND)
            if company is not None:
                scope.leaf(company, TEXT, values, field, at)
            if is_vat:
                if kind != "VAT" and scheme is not None:
                    scope.lose(scheme, "LOSS-FIXED", f"tax scheme {kind!r} is written 'VAT'", severity="info")
                if position and "tax_registration_identifier" in values:
                    values.setdefault("native", {})["peppol-bis:_tax_scheme_order"] = "tax,vat"
            elif scheme is not None and kind:
                scope.leaf(scheme, TEXT, values, "tax_registration_scheme", at)

    def read_fast(elements: list[etree._Element], values: dict[str, Any], scope: FastScope, at: str) -> int:
        consumed = 0
        for position, element in enumerate(elements):
            company, parent = _unique(element, _COMPANY, _SCHEME)
            scheme = None if parent is None else _unique(parent, _ID)[0]
            kind = "" if scheme is None else (scheme.text or "").strip()
            is_vat = kind == "VAT"
            field = "vat_identifier" if is_vat else "tax_registration_identifier"
            if field in values or (not is_vat and (not registration or kind.upper() == "VAT")):
                raise Slow
            consumed += 1 + _stated(company) + (parent is not None) + _stated(scheme)
            if company is not None:
                _take(company, TEXT, values, field, scope, at)
            if is_vat:
                if position and "tax_registration_identifier" in values:
                    values.setdefault("native", {})["peppol-bis:_tax_scheme_order"] = "tax,vat"
            elif scheme is not None and kind:
                _take(scheme, TEXT, values, "tax_registration_scheme", scope, at)
        return consumed

    def write(party: Party, scope: WriteScope, at: str) -> list[OutElement]:
        found = []
        if party.vat_identifier is not None:
            found.append(_tax_scheme(scope.clean(party.vat_identifier, f"{at}vat_identifier"), "VAT"))
        if registration and (
            party.tax_registration_identifier is not None or party.tax_registration_scheme is not None
        ):
            number = party.tax_registration_identifier
            number = None if number is None else scope.clean(number, f"{at}tax_registration_identifier")
            found.append(
                _tax_scheme(number, scope.clean(party.tax_registration_scheme or "TAX", f"{at}tax_registration_scheme"))
            )
        if party.native.get("peppol-bis:_tax_scheme_order") == "tax,vat":
            found.reverse()
        return found

    fields = (
        ("vat_identifier", "tax_registration_identifier", "tax_registration_scheme")
        if registration
        else ("vat_identifier",)
    )
    terms = (role.vat, *((role.tax, "EX-SELLER-TAX-SCHEME") if registration else ()))
    return Pair(terms, (*fields, "native._tax_scheme_order"), "cac:PartyTaxScheme", read, write, fast=read_fast)


def _tax_scheme(number: str | None, scheme: str) -> OutElement:
    children = [] if number is None else [OutElement("cbc:CompanyID", number)]
    children.append(OutElement("cac:TaxScheme", children=[OutElement("cbc:ID", scheme)]))
    return OutElement("cac:PartyTaxScheme", children=children)


# -- additional document references: attachments, the invoiced object, and the project of a credit note ----------


def read_document_references(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Tell apart by type code: 130 is the invoiced object (BT-18), 50 in a credit note the project (BT-11)."""
    project_code = "50" if scope.syntax.root == "CreditNote" else None
    order: list[str] = []
    documents: list[dict[str, Any]] = []
    for node in nodes:
        identifier, code = _child(node, "cbc:ID"), _child(node, "cbc:DocumentTypeCode")
        kind = _text(code)
        field = {"130": "invoiced_object_identifier", project_code: "project_reference"}.get(kind)
        if field is None:
            documents.append(scope.read(SUPPORTING_DOCUMENT, node, f"{at}supporting_documents[{len(documents)}]."))
            order.append("-")
            continue
        if field in values:
            scope.lose_all(node, "LOSS-REPEATED", SECOND)
            continue
        scope.allow(node, ("cbc:ID", "cbc:DocumentTypeCode"))
        for name in ("cbc:ID", "cbc:DocumentTypeCode"):
            for extra in [c for c in node.children if c.name == name][1:]:
                scope.lose_all(extra, "LOSS-REPEATED", SECOND)
        if code is not None:
            scope.allow(code)
        if identifier is not None:
            scope.leaf(identifier, TEXT, values, field, at)
            scope.allow(identifier, attributes=("schemeID",) if kind == "130" else ())
            if kind == "130":
                scope.attribute(identifier, "schemeID", values, "invoiced_object_identifier_scheme", at)
        order.append(kind)
    if documents:
        values["supporting_documents"] = documents
    usual = [k for k in ("130", "50") if k in order] + ["-"] * len(documents)
    if order != usual:
        values.setdefault("native", {})["peppol-bis:_reference_order"] = ",".join(order)


def _write_references(invoice: Invoice, scope: WriteScope, at: str, credit_note: bool) -> list[OutElement]:
    special: dict[str, OutElement] = {}
    if invoice.invoiced_object_identifier is not None or invoice.invoiced_object_identifier_scheme is not None:
        text = invoice.invoiced_object_identifier
        identifier = OutElement(
            "cbc:ID", None if text is None else scope.clean(text, f"{at}invoiced_object_identifier")
        )
        if invoice.invoiced_object_identifier_scheme is not None:
            scheme = invoice.invoiced_object_identifier_scheme
            identifier.attributes["schemeID"] = scope.clean(scheme, f"{at}invoiced_object_identifier_scheme")
        special["130"] = _reference(identifier, "130")
    if credit_note and invoice.project_reference is not None:
        text = scope.clean(invoice.project_reference, f"{at}project_reference")
        special["50"] = _reference(OutElement("cbc:ID", text), "50")
    documents = [
        scope.whole(SUPPORTING_DOCUMENT, document, "cac:AdditionalDocumentReference", f"{at}supporting_documents[{n}].")
        for n, document in enumerate(invoice.supporting_documents)
    ]
    usual = [*special, *("-" for _ in documents)]
    remembered = invoice.native.get("peppol-bis:_reference_order", "").split(",")
    order = remembered if sorted(remembered) == sorted(usual) else usual
    rest = iter(documents)
    return [next(rest) if kind == "-" else special[kind] for kind in order]


def write_invoice_references(invoice: Invoice, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the references of an Invoice."""
    return _write_references(invoice, scope, at, credit_note=False)


def write_credit_note_references(invoice: Invoice, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the references of a CreditNote."""
    return _write_references(invoice, scope, at, credit_note=True)


def _reference(identifier: OutElement, code: str) -> OutElement:
    return OutElement(
        "cac:AdditionalDocumentReference", children=[identifier, OutElement("cbc:DocumentTypeCode", code)]
    )


# -- tax totals: one with the breakdown, one in the accounting currency ----------


def read_tax_totals(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Read BT-110 with the breakdown from the total in the document currency, BT-111 from the other."""
    totals = values.setdefault("totals", {})
    main = next((n for n in nodes if _currency(n) in (scope.currency, None)), None)
    if main is None:
        main = next((n for n in nodes if _child(n, "cac:TaxSubtotal") is not None), nodes[0])
    accounting_seen = False
    for node in nodes:
        if node is main:
            _read_main_total(node, values, totals, scope, at)
            if accounting_seen:
                values.setdefault("native", {})["peppol-bis:_tax_total_order"] = "accounting,document"
            continue
        if accounting_seen or _currency(node) in (scope.currency, None):
            scope.lose_all(node, "LOSS-REPEATED", SECOND)
            continue
        accounting_seen = True
        scope.allow(node, ("cbc:TaxAmount",))
        amount = _child(node, "cbc:TaxAmount")
        if amount is None:
            continue
        scope.allow(amount, attributes=("currencyID",))
        scope.leaf(amount, DECIMAL, totals, "vat_total_accounting", f"{at}totals.")
        if _currency(node) != values.get("vat_currency"):
            scope.find(
                Finding(
                    "EI-CURRENCY-MIX",
                    "error",
                    "input",
                    f"VAT total {_text(amount)} is in {_currency(node)}, the accounting currency is "
                    f"{values.get('vat_currency') or 'not stated'}",
                    "state the accounting currency (BT-6) and the VAT total (BT-111) in the same currency",
                    ("BT-111", "BT-6"),
                    amount.path + "/@currencyID",
                    amount.line,
                    _currency(node),
                )
            )


def read_tax_totals_fast(elements: list[etree._Element], values: dict[str, Any], scope: FastScope, at: str) -> int:
    """Do the same on the elements themselves."""
    totals = values.setdefault("totals", {})
    amounts = [element.find(_TAX_AMOUNT) for element in elements]
    currencies = [None if amount is None else amount.get("currencyID") for amount in amounts]
    main = next((n for n, currency in enumerate(currencies) if currency in (scope.currency, None)), None)
    if main is None:
        main = next((n for n, element in enumerate(elements) if element.find(_SUBTOTAL) is not None), 0)
    consumed = 0
    accounting_seen = False
    for number, (element, amount, currency) in enumerate(zip(elements, amounts, currencies, strict=True)):
        if number == main:
            if currency not in (scope.currency, None):
                raise Slow
            consumed += _main_total_fast(element, values, totals, scope, at)
            if accounting_seen:
                values.setdefault("native", {})["peppol-bis:_tax_total_order"] = "accounting,document"
            continue
        if accounting_seen or currency in (scope.currency, None) or currency != values.get("vat_currency"):
            raise Slow
        accounting_seen = True
        assert amount is not None  # it has a currency
        consumed += 2 + _stated(amount)
        _take(amount, DECIMAL, totals, "vat_total_accounting", scope, f"{at}totals.")
    return consumed


def _main_total_fast(
    element: etree._Element, values: dict[str, Any], totals: dict[str, Any], scope: FastScope, at: str
) -> int:
    consumed = 1
    breakdown: list[dict[str, Any]] = []
    for child in element:
        if child.tag == _SUBTOTAL:
            entry, read = scope.consume(SUBTOTAL, child, f"{at}vat_breakdown[{len(breakdown)}].")
            breakdown.append(entry)
            consumed += read
        elif child.tag == _TAX_AMOUNT and "vat_total" not in totals:
            consumed += _stated(child) + ("currencyID" in child.attrib)
            _take(child, DECIMAL, totals, "vat_total", scope, f"{at}totals.")
        else:
            raise Slow
    if breakdown:
        values["vat_breakdown"] = breakdown
    return consumed


def _currency(node: Node) -> str | None:
    amount = _child(node, "cbc:TaxAmount")
    return None if amount is None else amount.attributes.get("currencyID")


def _read_main_total(node: Node, values: dict[str, Any], totals: dict[str, Any], scope: ReadScope, at: str) -> None:
    scope.allow(node, ("cbc:TaxAmount", "cac:TaxSubtotal"))
    breakdown: list[dict[str, Any]] = []
    for child in node.children:
        if child.name == "cbc:TaxAmount":
            if "vat_total" in totals:
                scope.lose_all(child, "LOSS-REPEATED", SECOND)
                continue
            scope.leaf(child, DECIMAL, totals, "vat_total", f"{at}totals.")
            scope.allow(child, attributes=("currencyID",))
            if (currency := child.attributes.get("currencyID")) is not None and currency != scope.currency:
                scope.check_currency(child, "currencyID", currency)
        elif child.name == "cac:TaxSubtotal":
            breakdown.append(scope.read(SUBTOTAL, child, f"{at}vat_breakdown[{len(breakdown)}]."))
    if breakdown:
        values["vat_breakdown"] = breakdown


def write_tax_totals(invoice: Invoice, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the total with its breakdown, then the total in the accounting currency."""
    found = []
    totals = invoice.totals
    main = OutElement("cac:TaxTotal")
    if totals is not None and totals.vat_total is not None:
        currency = None if scope.currency is None else scope.clean(scope.currency, "currency")
        main.children.append(_amount("cbc:TaxAmount", format_decimal(totals.vat_total), currency))
    for position, entry in enumerate(invoice.vat_breakdown):
        main.children.append(scope.whole(SUBTOTAL, entry, "cac:TaxSubtotal", f"{at}vat_breakdown[{position}]."))
    if main.children:
        found.append(main)
    if totals is not None and totals.vat_total_accounting is not None:
        currency = invoice.vat_currency
        if currency is None or currency == scope.currency:
            said = (
                "no accounting currency (BT-6) is stated" if currency is None else "BT-6 is the currency of the invoice"
            )
            scope.lose(f"{at}totals.vat_total_accounting", totals.vat_total_accounting, said, "LOSS-UNWRITABLE")
        else:
            amount = _amount(
                "cbc:TaxAmount", format_decimal(totals.vat_total_accounting), scope.clean(currency, "vat_currency")
            )
            found.append(OutElement("cac:TaxTotal", children=[amount]))
    if invoice.native.get("peppol-bis:_tax_total_order") == "accounting,document":
        found.reverse()
    return found


def _amount(name: str, text: str, currency: str | None) -> OutElement:
    return OutElement(name, text, {"currencyID": currency} if currency else {})
