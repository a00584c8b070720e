"""Pairs of the Finvoice tables: what a row cannot say, reading and writing together.

A pair answers for all of its elements, so what it does not take itself it hands to `keep`: that part stays with the
invoice in `native`, or is named as lost when Finvoice does not know it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from einvoice import codelists
from einvoice.findings import Finding
from einvoice.formats.finvoice import codecs
from einvoice.formats.mapping.codecs import STRIPPED
from einvoice.formats.mapping.nodes import Node, OutElement
from einvoice.formats.mapping.rows import ReadPair, Table, WritePair, steps_of
from einvoice.formats.mapping.walk import ReadScope, WriteScope, field_value, put

PAYEE_ROLE: Final = "PaymentReceiver"
TAX_REPRESENTATIVE_ROLE: Final = "SellerTaxRepr"

CURRENCY: Final = "AmountCurrencyIdentifier"


def _text(node: Node) -> str:
    return (node.text or "").strip()


def _allow_children(scope: ReadScope, node: Node) -> None:
    """Every child of *node* is dealt with; a text that stands where they should is kept or named."""
    scope.allow(node, children=tuple(child.name for child in node.children))
    if not node.children:
        scope.keep_text(node)


# -- texts in several elements --------------------------------------------------------------------------------------


def series(fields: tuple[str, ...], name: str) -> tuple[ReadPair, WritePair]:
    """The n-th element of a name is the n-th field; more of them are kept."""

    def read(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
        position = 0
        for node in nodes:
            text = _text(node)
            if not text:
                scope.allow(node)
                position += 1
            elif position < len(fields):
                scope.allow(node)
                put(values, steps_of(fields[position]), text)
                scope.place(at + fields[position], node, text)
                position += 1
            else:
                scope.keep_all(node)

    def write(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
        found = []
        for field in fields:
            if (text := field_value(value, field, scope.syntax.format)) is not None:
                found.append(OutElement(name, scope.clean(text, at + field)))
        return found

    return read, write


MOST_LINES: Final = 1_000
"""Elements into which a text is parted; what is beyond stands in one more, which the schema cuts or takes out."""


def joined(field: str, name: str, length: int) -> tuple[ReadPair, WritePair]:
    """Several elements are the lines of one text."""

    def read(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
        lines = []
        for node in nodes:
            scope.allow(node)
            if text := _text(node):
                lines.append(text)
        if lines:
            put(values, steps_of(field), "\n".join(lines))
            scope.place(at + field, nodes[0], "\n".join(lines))

    def write(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
        text = field_value(value, field, scope.syntax.format)
        if text is None:
            return []
        text, most = scope.clean(text, at + field), MOST_LINES * length
        lines = split_text(text[:most], length)
        return [OutElement(name, line) for line in (*lines, *filter(None, [text[most:].strip()]))]

    return read, write


def split_text(text: str, length: int) -> list[str]:
    """Return *text* in pieces of at most *length* characters, parted at line feeds and then at blanks."""
    pieces = []
    for line in text.split("\n"):
        rest = line.strip()
        start, end = 0, len(rest)  # positions: to cut off each piece would copy a long rest each time
        while end - start > length:
            cut = rest.rfind(" ", start, start + length + 1)
            cut = cut if cut > start else start + length
            pieces.append(rest[start:cut].rstrip())
            start = cut
            while rest[start].isspace():
                start += 1
        if start < end:
            pieces.append(rest[start:])
    return pieces


# -- party identifiers ----------------------------------------------------------------------------------------------

LABELS: Final = {"GLN": "0088", "DUNS": "0060", "EDI": "0216"}
"""Labels of identifiers before 3.0, and the code of ISO 6523 that they mean; HETU, the Finnish personal identity code,
has none."""

LABEL_OF: Final = {code: label for label, code in LABELS.items()}


def identifiers(party: str, name: str, single: bool) -> tuple[ReadPair, WritePair]:
    """Identifiers of a party that have a scheme (BT-29, BT-46, BT-60)."""

    def read(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
        for position, node in enumerate(nodes):
            if (single and position) or not _text(node):
                scope.keep_all(node)
                continue
            steps = steps_of(f"{party}.identifiers" if party else "identifiers")
            found = _known_at(values, steps)
            entry = {"value": _text(node)}
            path = f"{at}{'.'.join(steps)}[{len(found)}]"
            scope.place(f"{path}.value", node)
            scheme = (node.attributes.get("SchemeID") or "").strip()
            label = (node.attributes.get("IdentifierType") or "").strip()
            if scheme:
                scope.attribute(node, "SchemeID", entry, "scheme", f"{path}.")
                entry["scheme"] = scheme
                if label and LABELS.get(label) != scheme:
                    scope.keep_attribute(node, "IdentifierType")
            elif label in LABELS:
                entry["scheme"] = LABELS[label]
                scope.place(f"{path}.scheme", node, label)
            elif label:
                scope.keep_attribute(node, "IdentifierType")
            scope.allow(node, attributes=("SchemeID", "IdentifierType"))
            found.append(entry)
            put(values, steps, found)

    def write(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
        owner = field_value(value, party, scope.syntax.format) if party else value
        elements = []
        for position, entry in enumerate(owner.identifiers if owner is not None else ()):
            if entry.value is None or (single and entry.scheme is None):
                continue
            if entry.scheme == SEPA:
                continue  # CreditorIdentifier
            path = f"{at}{party}.identifiers[{position}]" if party else f"{at}identifiers[{position}]"
            element = OutElement(name, scope.clean(entry.value, f"{path}.value"))
            if entry.scheme is not None:
                if (label := LABEL_OF.get(entry.scheme)) is not None:
                    element.attributes["IdentifierType"] = label  # all that 2.01 knows
                element.attributes["SchemeID"] = scope.clean(entry.scheme, f"{path}.scheme")
            elements.append(element)
            if single:
                break
        return elements

    return read, write


def _known_at(values: dict[str, Any], steps: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return the list at *steps*, empty when there is none yet."""
    here: Any = values
    for step in steps:
        here = here.get(step, {})
    return list(here)


SEPA: Final = "SEPA"
"""Scheme of the bank assigned creditor identifier (BT-90), as EN 16931 in UBL has it."""


def read_customer_number(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """SellersBuyerIdentifier: the number of the customer at the seller, one of the two homes of BT-46."""
    for position, node in enumerate(nodes):
        found = _known_at(values, ("buyer", "identifiers"))
        scheme = node.attributes.get("SchemeID", "").strip()
        # Beside a BuyerCode with a scheme stands the customer number, and nothing else.
        if position or not _text(node) or (found and (scheme or any("scheme" not in entry for entry in found))):
            scope.keep_all(node)
            continue
        entry = {"value": _text(node)}
        path = f"buyer.identifiers[{len(found)}]."
        scope.place(f"{path}value", node)
        if scheme:
            scope.attribute(node, "SchemeID", entry, "scheme", path)
        scope.keep_attribute(node, "IdentifierType")
        scope.allow(node, attributes=("SchemeID", "IdentifierType"))
        found.append(entry)
        put(values, ("buyer", "identifiers"), found)


def write_customer_number(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the first identifier of the buyer that has no scheme; those with a scheme are a BuyerCode."""
    buyer = value.buyer
    for position, entry in enumerate(buyer.identifiers if buyer is not None else ()):
        if entry.value is not None and entry.scheme is None:
            return [
                OutElement("SellersBuyerIdentifier", scope.clean(entry.value, f"buyer.identifiers[{position}].value"))
            ]
    return []


# -- accounts -------------------------------------------------------------------------------------------------------

ACCOUNTS: Final = "_accounts"
"""Where the accounts of the seller stand among the values until `settle` joins them with the payment order."""

IBAN_FORM: Final = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}\Z")


def account_scheme(account: str) -> str:
    """Return IBAN or BBAN, by the form of the account."""
    return "IBAN" if IBAN_FORM.match(account.upper()) else "BBAN"


def read_accounts(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Read the accounts of the seller, in their order."""
    accounts = values.setdefault(ACCOUNTS, [])
    for node in nodes:
        if not any(child.name == "SellerAccountID" and _text(child) for child in node.children):
            scope.keep_all(node)  # a bank alone is no way to pay
            continue
        entry: dict[str, Any] = {}
        place = f"{ACCOUNTS}[{len(accounts)}]."
        for child in node.children:
            field = {
                "SellerAccountID": "account_identifier",
                "SellerBic": "service_provider_identifier",
                "SellerAccountName": "account_name",
            }.get(child.name)
            if field is None or field in entry:
                scope.keep_all(child)
                continue
            scope.leaf(child, STRIPPED, entry, field, place)
            scheme = child.attributes.get("IdentificationSchemeName")
            usual = "BIC" if field == "service_provider_identifier" else account_scheme(codecs.unspaced(_text(child)))
            if scheme is not None and scheme.strip() != usual:
                scope.keep_attribute(child, "IdentificationSchemeName")
            scope.allow(child, attributes=("IdentificationSchemeName",))
        _allow_children(scope, node)
        if entry:
            accounts.append(entry)


def write_accounts(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the accounts that have a BIC: without one the element is not allowed."""
    found = []
    for position, way in enumerate(value.payment_instructions):
        transfer = way.credit_transfer
        if transfer is None or not transfer.account_identifier or not transfer.service_provider_identifier:
            continue
        path = f"payment_instructions[{position}].credit_transfer."
        account = scope.clean(transfer.account_identifier, f"{path}account_identifier")
        bic = scope.clean(transfer.service_provider_identifier, f"{path}service_provider_identifier")
        details = OutElement("SellerAccountDetails")
        scheme = {"IdentificationSchemeName": account_scheme(account)}
        details.children.append(OutElement("SellerAccountID", account, scheme))
        details.children.append(OutElement("SellerBic", bic, {"IdentificationSchemeName": "BIC"}))
        if transfer.account_name:
            details.children.append(OutElement("SellerAccountName", scope.clean(transfer.account_name, path)))
        found.append(details)
    order = value.native.get(f"finvoice:{EPI_POSITION}")
    if order is not None and found and value.payment_instructions[0].credit_transfer is not None:
        first = found.pop(0)
        if order.isdecimal():
            found.insert(min(int(order), len(found)), first)
    for number, details in enumerate(found, 1):
        # What the source calls IBAN without its form is kept, and written as the source has it.
        step = "SellerAccountDetails" + (f"[{number}]" if number > 1 else "")
        stated = value.native.get(f"finvoice:SellerInformationDetails/{step}/SellerAccountID/@IdentificationSchemeName")
        if stated is not None:
            details.children[0].attributes["IdentificationSchemeName"] = scope.clean(stated, "native")
    return found


EPI_POSITION: Final = "_epi_account"
"""Note on an invoice: which of the seller's accounts the payment order names (counted from 0), ``-`` for none."""


# -- other parties --------------------------------------------------------------------------------------------------


def any_party(tables: dict[str, tuple[str, Table]]) -> tuple[ReadPair, WritePair]:
    """AnyPartyDetails: two roles are parties of EN 16931, the others are kept.  *tables*: role → field and table."""

    def role_of(node: Node) -> str:
        texts = [child for child in node.children if child.name == "AnyPartyText"]
        return (texts[0].attributes.get("AnyPartyCode") or "").strip() if texts else ""

    def read(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
        for node in nodes:
            field, table = tables.get(role_of(node), (None, None))
            if field is None or table is None or field in values:
                scope.keep_all(node)
            elif found := scope.read(table, node, f"{field}."):
                values[field] = found

    def write(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
        found = []
        for role, (field, table) in tables.items():
            party = getattr(value, field)
            if party is None:
                continue
            element = scope.write(table, party, "AnyPartyDetails", f"{field}.")
            stated = next((child.text for child in element.children if child.name == "AnyPartyText"), None)
            label = OutElement("AnyPartyText", stated or ROLE_TEXTS[role], {"AnyPartyCode": role})
            element.children = [label, *(child for child in element.children if child.name != "AnyPartyText")]
            found.append(element)
        return found

    return read, write


ROLE_TEXTS: Final = {PAYEE_ROLE: "Maksunsaaja", TAX_REPRESENTATIVE_ROLE: "Veroedustaja"}
"""What the reader of the invoice sees as the role of a party."""


def read_role(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """The role is known already; a text that is not ours is kept."""
    for position, node in enumerate(nodes):
        if position:
            scope.keep_all(node)
            continue
        role = (node.attributes.get("AnyPartyCode") or "").strip()
        if _text(node) != ROLE_TEXTS.get(role):
            scope.keep_text(node)
        scope.allow(node, attributes=("AnyPartyCode",))


def write_nothing(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
    """Write nothing: the pair beside it does."""
    return []


# -- notes ----------------------------------------------------------------------------------------------------------

NOTE_LENGTH: Final = 512
DEFINITION_LENGTH: Final = 70

_CODED = re.compile(r"#([A-Z]{3})#(.*)\Z", re.DOTALL)


def read_definitions(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """A definition whose code is a subject of UNTDID 4451 is a note (BT-21, BT-22); all others are kept."""
    subjects = codelists.codes("note_subjects")
    for node in nodes:
        children = {child.name: child for child in node.children}
        header, text = children.get("DefinitionHeaderText"), children.get("DefinitionValue")
        code = (header.attributes.get("DefinitionCode") or "").strip() if header is not None else ""
        plain = text is not None and _text(text) and not text.attributes and len(children) == len(node.children)
        plain = plain and not any(child.children for child in children.values())
        if header is None or text is None or code not in subjects or not plain:
            scope.keep_all(node)
            continue
        notes = values.setdefault("notes", [])
        path = f"notes[{len(notes)}]."
        notes.append({"text": _text(text)})
        scope.attribute(header, "DefinitionCode", notes[-1], "subject_code", path)
        notes[-1]["subject_code"] = code
        scope.place(f"{path}text", text)
        if _text(header) not in ("", heading(code)):
            scope.keep_text(header)
        scope.allow(header, attributes=("DefinitionCode",))
        scope.allow(node, children=tuple(children))


def heading(code: str) -> str:
    """Return the heading that the definition of a note with the subject *code* gets."""
    return (codelists.code_name("note_subjects", code) or code)[:DEFINITION_LENGTH]


def write_definitions(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the notes with a subject that fit; the others stand among the free texts."""
    found: list[OutElement] = []
    for position, note in enumerate(value.notes):
        if note.text is not None and is_definition(note.subject_code, note.text):
            number = f"[{len(found) + 1}]" if found else ""
            stated = value.native.get(f"finvoice:InvoiceDetails/DefinitionDetails{number}/DefinitionHeaderText")
            title = scope.clean(stated, "native") if stated is not None else heading(note.subject_code)
            header = OutElement("DefinitionHeaderText", title, {"DefinitionCode": note.subject_code})
            text = OutElement("DefinitionValue", scope.clean(note.text, f"notes[{position}].text"))
            found.append(OutElement("DefinitionDetails", children=[header, text]))
    return found


def is_definition(code: str | None, text: str) -> bool:
    """Say whether a note is written as a definition: it has a known subject and is short."""
    return code is not None and code in codelists.codes("note_subjects") and len(text) <= DEFINITION_LENGTH


def read_notes(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """Every free text is a note; one that begins with ``#AAI#`` states its subject, as in UBL."""
    for node in nodes:
        scope.allow(node)
        text = _text(node)
        if not text:
            continue
        notes = values.setdefault("notes", [])
        coded = _CODED.match(text)
        entry = {"subject_code": coded[1], "text": coded[2]} if coded else {"text": text}
        for name, part in entry.items():
            scope.place(f"notes[{len(notes)}].{name}", node, part)
        notes.append(entry)


def write_notes(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the notes; one that is too long for one element goes on in the next."""
    found = []
    for position, note in enumerate(value.notes):
        if note.text is None or is_definition(note.subject_code, note.text):
            continue
        text = f"#{note.subject_code}#{note.text}" if note.subject_code else note.text
        text = scope.clean(text, f"notes[{position}].text")
        pieces = [text] if len(text) <= NOTE_LENGTH else split_text(text, NOTE_LENGTH)
        found += [OutElement("InvoiceFreeText", piece) for piece in pieces]
    return found


# -- groups in the currency of the invoice --------------------------------------------------------------------------


def in_currency(
    field: str, name: str, table: Table, select: Callable[[Any], bool] | None = None, charge: bool | None = None
) -> tuple[ReadPair, WritePair]:
    """Groups of one list: those in another currency than the invoice are kept, and take no part in any sum.

    *charge* is the flag of the entries where allowances and charges are two elements and one list; *select* says which
    entries of the list are written here.
    """

    def read(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
        for node in nodes:
            foreign = _foreign(node, scope.currency)
            if foreign is not None:
                if charge is not None:
                    scope.find(_foreign_currency(node, foreign, scope.currency))
                scope.keep_all(node)
                continue
            items = values.setdefault(field, [])
            found = scope.read(table, node, f"{at}{field}[{len(items)}].")
            if found:
                if charge is not None:
                    found["is_charge"] = charge
                items.append(found)
            if not items:
                del values[field]

    def write(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
        found = []
        items = getattr(value, field)
        chosen = [(n, item) for n, item in enumerate(items) if charge is None or item.is_charge == charge]
        if select is not None and not select(items):
            return []
        for position, item in chosen:
            element = scope.write(table, item, name, f"{at}{field}[{position}].")
            if element.children:
                found.append(element)
        return found

    return read, write


def several_discounts(items: Any) -> bool:
    """One discount of a row stands flat in the row; of several, all stand in elements of their own."""
    return sum(not item.is_charge for item in items) > 1


def _foreign(node: Node, currency: str | None) -> str | None:
    for child in node.children:
        stated = (child.attributes.get(CURRENCY) or "").strip()
        if stated and currency is not None and stated != currency and _text(child):
            return stated
    return None


def _foreign_currency(node: Node, foreign: str, currency: str | None) -> Finding:
    amounts = [_text(child) for child in node.children if child.attributes.get(CURRENCY)]
    return Finding(
        "EI-FINVOICE-CURRENCY",
        "error",
        "input",
        f"{node.name} of {', '.join(amounts)} is in {foreign}, the invoice is in {currency}; it is kept as it is, and "
        "counts in no sum",
        f"state every amount in {currency} (BT-5)",
        ("BT-5",),
        f"{node.path}",
        node.line,
        foreign,
    )


# -- terms of payment -----------------------------------------------------------------------------------------------

TERMS_LENGTH: Final = 70
TERMS_DUE: Final = "_terms_due_date"
"""Where the due date of the terms stands until `settle` compares it with that of the payment order."""


def read_terms(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """The first terms are those of the invoice; of further ones the cash discount is read, and the rest kept."""
    for position, node in enumerate(nodes):
        lines: list[str] = []
        head: Node | None = None
        discount: dict[str, Any] = {}
        known = values.get("payment_conditions", {}).get("cash_discounts", [])
        place = f"payment_conditions.cash_discounts[{len(known)}]."
        for child in node.children:
            text = _text(child)
            field = _DISCOUNT.get(child.name)
            if child.name == "PaymentTermsFreeText" and position == 0:
                scope.allow(child)
                if text:
                    head = head or child
                    lines.append(text)
            elif child.name == "InvoiceDueDate" and position == 0 and TERMS_DUE not in values:
                scope.leaf(child, codecs.DAY, values, TERMS_DUE, "")
                _allow_day(scope, child)
            elif field is not None and field[0] not in discount and not _is_foreign(child, scope):
                scope.leaf(child, field[1], discount, field[0], place)
                _allow_day(scope, child, CURRENCY)
            elif child.name == "PaymentOverDueFineDetails" and position == 0:
                _read_fine(child, values, scope)
            else:
                scope.keep_all(child)
        if head is not None:
            values["payment_terms"] = "\n".join(lines)
            scope.place("payment_terms", head, values["payment_terms"])
        if discount:
            conditions = values.setdefault("payment_conditions", {})
            conditions.setdefault("cash_discounts", []).append(discount)
        _allow_children(scope, node)


_DISCOUNT: Final[dict[str, tuple[str, Any]]] = {
    "CashDiscountDate": ("last_date", codecs.DAY),
    "CashDiscountBaseAmount": ("base_amount", codecs.AMOUNT),
    "CashDiscountPercent": ("percentage", codecs.PERCENTAGE),
    "CashDiscountAmount": ("amount", codecs.AMOUNT),
}


def _is_foreign(node: Node, scope: ReadScope) -> bool:
    stated = (node.attributes.get(CURRENCY) or "").strip()
    return bool(stated) and stated != scope.currency


def _read_fine(node: Node, values: dict[str, Any], scope: ReadScope) -> None:
    for child in node.children:
        conditions = values.get("payment_conditions", {})
        if child.name == "PaymentOverDueFinePercent" and "late_payment_interest_rate" not in conditions:
            found: dict[str, Any] = {}
            scope.leaf(child, codecs.PERCENTAGE, found, "late_payment_interest_rate", "payment_conditions.")
            scope.allow(child)
            if found:
                values.setdefault("payment_conditions", {}).update(found)
        else:
            scope.keep_all(child)
    _allow_children(scope, node)


def write_terms(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
    """Write one element, and one more for each further cash discount."""
    conditions = value.payment_conditions
    discounts = list(conditions.cash_discounts) if conditions is not None else []
    first = OutElement("PaymentTermsDetails")
    for line in split_text(scope.clean(value.payment_terms or "", "payment_terms"), TERMS_LENGTH):
        first.children.append(OutElement("PaymentTermsFreeText", line))
    stated = value.native.get("finvoice:InvoiceDetails/PaymentTermsDetails/InvoiceDueDate")
    if stated is None and value.due_date is not None and "finvoice:_no_terms_due_date" not in value.native:
        first.children.append(_day("InvoiceDueDate", value.due_date))
    elif stated is not None:
        text = scope.clean(stated, "native.finvoice:InvoiceDetails/PaymentTermsDetails/InvoiceDueDate")
        first.children.append(OutElement("InvoiceDueDate", text, {"Format": "CCYYMMDD"}))
    elements = [first]
    for position, discount in enumerate(discounts):
        if position:
            elements.append(OutElement("PaymentTermsDetails"))
        path = f"payment_conditions.cash_discounts[{position}]."
        _write_discount(discount, elements[-1], scope, path)
    if conditions is not None and conditions.late_payment_interest_rate is not None:
        fine = OutElement("PaymentOverDueFineDetails")
        try:
            rate = codecs.write_percentage(conditions.late_payment_interest_rate)
        except ValueError as error:
            scope.lose(
                "payment_conditions.late_payment_interest_rate",
                conditions.late_payment_interest_rate,
                str(error),
                "LOSS-UNWRITABLE",
            )
        else:
            fine.children.append(OutElement("PaymentOverDueFinePercent", rate))
            first.children.append(fine)
    return [element for element in elements if element.children]


def _write_discount(discount: Any, element: OutElement, scope: WriteScope, path: str) -> None:
    for name, (field, codec) in _DISCOUNT.items():
        content = getattr(discount, field)
        if content is None:
            continue
        try:
            text = codec.write(content)
        except ValueError as error:
            scope.lose(path + field, content, str(error), "LOSS-UNWRITABLE")
            continue
        attributes = {}
        if codec is codecs.DAY:
            attributes["Format"] = "CCYYMMDD"
        elif codec is codecs.AMOUNT:
            attributes[CURRENCY] = scope.currency or ""
        element.children.append(OutElement(name, text, attributes))


def _allow_day(scope: ReadScope, node: Node, *attributes: str) -> None:
    """Allow what a date has, which is of the one form that Finvoice knows."""
    scope.check_fixed(node, "Format", "CCYYMMDD")
    scope.allow(node, attributes=("Format", *attributes))


def _day(name: str, value: Any) -> OutElement:
    return OutElement(name, codecs.write_day(value), {"Format": "CCYYMMDD"})


# -- further preceding invoices -------------------------------------------------------------------------------------


def read_preceding(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """References after the first, which stands flat in the invoice."""
    for node in nodes:
        entry: dict[str, Any] = {}
        known = values.setdefault("preceding_invoices", [])
        place = f"preceding_invoices[{len(known)}]."
        for child in node.children:
            if child.name == "InvoiceNumber" and "number" not in entry:
                scope.leaf(child, STRIPPED, entry, "number", place)
                scope.allow(child)
            elif child.name == "InvoiceDate" and "issue_date" not in entry:
                scope.leaf(child, codecs.DAY, entry, "issue_date", place)
                _allow_day(scope, child)
            else:
                scope.keep_all(child)
        _allow_children(scope, node)
        if entry:
            known.append(entry)
        if not known:
            del values["preceding_invoices"]


def write_preceding(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the references after the first."""
    found = []
    for position, entry in enumerate(value.preceding_invoices[1:], 1):
        element = OutElement("OriginalInvoiceReference")
        if entry.number is not None:
            text = scope.clean(entry.number, f"preceding_invoices[{position}].number")
            element.children.append(OutElement("InvoiceNumber", text))
        if entry.issue_date is not None:
            element.children.append(_day("InvoiceDate", entry.issue_date))
        if element.children:
            found.append(element)
    return found


# -- item classification --------------------------------------------------------------------------------------------


def read_classifications(nodes: list[Node], values: dict[str, Any], scope: ReadScope, at: str) -> None:
    """A group with a scheme is a classification (BT-158); without one it is the seller's product group, and kept."""
    for node in nodes:
        if not _text(node) or not (node.attributes.get("SchemeID") or "").strip():
            scope.keep_all(node)
            continue
        found = values.setdefault("classifications", [])
        path = f"{at}classifications[{len(found)}]."
        entry: dict[str, Any] = {}
        scope.leaf(node, STRIPPED, entry, "code", path)
        scope.attribute(node, "SchemeID", entry, "scheme", path)
        scope.attribute(node, "SchemeVersion", entry, "scheme_version", path)
        scope.allow(node, attributes=("SchemeID", "SchemeVersion"))
        found.append(entry)


def write_classifications(value: Any, scope: WriteScope, at: str) -> list[OutElement]:
    """Write the classifications of an item."""
    found = []
    for position, entry in enumerate(value.classifications):
        if entry.code is None:
            continue
        path = f"{at}classifications[{position}]."
        element = OutElement("ArticleGroupIdentifier", scope.clean(entry.code, f"{path}code"))
        for name, field in (("SchemeID", "scheme"), ("SchemeVersion", "scheme_version")):
            if (content := getattr(entry, field)) is not None:
                element.attributes[name] = scope.clean(content, path + field)
        found.append(element)
    return found
