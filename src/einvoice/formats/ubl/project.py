"""The canonical invoice brought into the shape of BIS Billing 3.

What other formats keep apart and the BIS does not is joined here, each time with a finding: terms of payment as data
become text, text rows become notes, the second line of a name joins the first.  What the BIS demands and only a
number of ours can supply (line numbers, references of attachments) is supplied.  Nothing is calculated here.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from typing import Any, Final

from einvoice import codelists
from einvoice.calc.rounding import exact, round_half_up
from einvoice.errors import IdentifierError
from einvoice.findings import Finding
from einvoice.formats.mapping.account import leaves
from einvoice.formats.mapping.codecs import format_decimal
from einvoice.model import (
    CREDIT_NOTE_TYPES,
    AllowanceCharge,
    Invoice,
    ItemAttribute,
    Line,
    Note,
    Party,
    PaymentConditions,
    PaymentInstructions,
)
from einvoice.model.terms import terms_at

SPECIFICATION: Final = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
"""BT-24 of BIS Billing 3."""

PROCESS: Final = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
"""BT-23 of BIS Billing 3."""


@exact
def project(invoice: Invoice, send_attachments: bool = True) -> tuple[Invoice, list[Finding]]:
    """Return *invoice* as the BIS wants it, and a finding for each value that changes its place.

    *send_attachments* is what the customer card says; without it attachments stay at home, and links go.
    """
    findings: list[Finding] = []
    update: dict[str, Any] = {}
    if not send_attachments and any(d.content_base64 for d in invoice.supporting_documents):
        invoice = _withhold(invoice, findings)
    foreign = invoice.specification_identifier is None
    if invoice.sales_order_reference is not None and invoice.purchase_order_reference is None:
        update["purchase_order_reference"] = "NA"  # BIS Billing: the element is mandatory beside the seller's order
    if foreign:
        update["specification_identifier"] = SPECIFICATION
        if invoice.business_process_type is None:
            update["business_process_type"] = PROCESS
        _type(invoice, findings)
        _outside_vat(invoice, update, findings)
        _mandatory(invoice, findings)
        _one_identifier(invoice, update, findings)
        _buyer_reference(invoice, update, findings)
        base = invoice.totals.line_total if invoice.totals is not None else None
        entries = _allowances(invoice.allowances_charges, base, "allowances_charges", findings)
        if entries is not invoice.allowances_charges:
            update["allowances_charges"] = entries
    _old_finnish_addresses(invoice, update, findings)
    if invoice.payment_conditions is not None:
        _conditions(invoice, invoice.payment_conditions, update, findings)
    _accounting(invoice, update, findings)
    _names(invoice, update, findings)
    if invoice.leading_text_rows:
        before = sum(1 for note in invoice.notes if note.placement == "before_lines")
        rows = (Note(text=row, placement="before_lines") for row in invoice.leading_text_rows)
        update["notes"] = (*invoice.notes[:before], *rows, *invoice.notes[before:])
        update["leading_text_rows"] = ()
        findings.append(_moved("leading_text_rows", " / ".join(invoice.leading_text_rows), "as a note", "BT-22"))
    if foreign:
        _one_note(update.get("notes", invoice.notes), update, findings)
    if any(p.means_code is None for p in invoice.payment_instructions):
        update["payment_instructions"] = tuple(_means(p, invoice) for p in invoice.payment_instructions)
    if any(p.card is not None and p.card.network is None for p in invoice.payment_instructions):
        ways = update.get("payment_instructions", invoice.payment_instructions)
        update["payment_instructions"] = tuple(_network(p) for p in ways)
    if invoice.type_code in CREDIT_NOTE_TYPES and invoice.due_date is not None and invoice.payment_instructions:
        # A credit note states it with one way to pay (UBL-SR-45).
        first, *others = update.get("payment_instructions", invoice.payment_instructions)
        if all(way.due_date is None for way in (first, *others)):
            first = first.model_copy(update={"due_date": invoice.due_date})
        update["payment_instructions"] = (first, *others)
        update["due_date"] = None
    if any(d.reference is None for d in invoice.supporting_documents):
        update["supporting_documents"] = tuple(
            d if d.reference is not None else d.model_copy(update={"reference": d.filename or str(n)})
            for n, d in enumerate(invoice.supporting_documents, 1)
        )
    _attachments(invoice, update, findings)
    numbers = _numbers(invoice.lines)
    lines = tuple(_line(line, n, next(numbers), foreign, findings) for n, line in enumerate(invoice.lines))
    if any(new is not old for new, old in zip(lines, invoice.lines, strict=True)):
        update["lines"] = lines
    return (invoice.model_copy(update=update) if update else invoice), findings


def _withhold(invoice: Invoice, findings: list[Finding]) -> Invoice:
    kept = []
    for position, document in enumerate(invoice.supporting_documents):
        if document.content_base64 is None:
            kept.append(document)
            continue
        for path, value in leaves(document, f"supporting_documents[{position}]"):
            findings.append(
                Finding(
                    "LOSS-WITHHELD",
                    "info",
                    "loss",
                    f"attachment {document.filename or document.reference!r} is not sent: the card of the "
                    "customer says "
                    "send_attachments = false",
                    terms=terms_at(path),
                    value=str(value),
                    model_path=path,
                )
            )
    return invoice.model_copy(update={"supporting_documents": tuple(kept)})


def _type(invoice: Invoice, findings: list[Finding]) -> None:
    """BIS Billing takes fewer types than EN 16931 (PEPPOL-EN16931-P0100, -P0101), two in Germany alone (-P0112)."""
    code = invoice.type_code
    rule_set = "bis-credit-note" if invoice.is_credit_note else "bis-invoice"
    if code is None or code not in codelists.codes("invoice_types"):
        return
    countries = {p.address.country_code if p and p.address else None for p in (invoice.seller, invoice.buyer)}
    german = code in ("326", "384") and countries != {"DE"}
    if code in codelists.codes("invoice_types", rule_set) and not german:
        return
    name = codelists.code_name("invoice_types", code)
    if german:
        why, fix = "takes it between two German companies only", "send an invoice (380), or a credit note and a new one"
    elif code == "325":
        why, fix = "takes no pro forma invoices: they claim no money", "send it by e-mail, and the invoice (380) later"
    elif code in _SELF_BILLED:
        why, fix = (
            "has a profile of its own for self-billing, which is not written here",
            "send it as Finvoice, or through a service that knows Peppol BIS Self-Billing",
        )
    else:
        why = "does not take it"
        fix = f"send it with the type {'381' if invoice.is_credit_note else '380'}, if that is what it is"
    findings.append(
        Finding(
            "EI-BIS-TYPE",
            "error",
            "business",
            f"the document is of type {code} ({name}), and BIS Billing {why}",
            fix,
            ("BT-3",),
            value=code,
            model_path="type_code",
        )
    )


_SELF_BILLED: Final = frozenset({"261", "389", "471", "473", "500", "501", "502", "527"})


def _outside_vat(invoice: Invoice, update: dict[str, Any], findings: list[Finding]) -> None:
    """Outside the scope of VAT nobody has a VAT number (BR-O-02 to -04); who would be without any number keeps it."""
    categories = {e.vat_category for e in invoice.lines} | {e.vat_category for e in invoice.allowances_charges}
    if categories != {"O"}:
        return
    for field, term in (("seller", "BT-31"), ("buyer", "BT-48")):
        party: Party | None = getattr(invoice, field)
        if party is None or party.vat_identifier is None:
            continue
        if field == "seller" and not (party.legal_registration_identifier or party.identifiers):
            continue
        update[field] = party.model_copy(update={"vat_identifier": None})
        findings.append(
            Finding(
                "LOSS-WITHHELD",
                "info",
                "loss",
                f"the VAT number {party.vat_identifier} of the {field} is not written: EN 16931 forbids it on an "
                "invoice outside the scope of VAT (category O, rule BR-O-02)",
                terms=(term,),
                value=party.vat_identifier,
                model_path=f"{field}.vat_identifier",
            )
        )


_DIRECT_DEBIT: Final = ("49", "59")


def _mandatory(invoice: Invoice, findings: list[Finding]) -> None:
    """Name what EN 16931 demands of parties, lines and direct debits, and this invoice does not say."""

    def lacks(what: str, term: str, rule: str, path: str) -> None:
        message = f"{what}, which EN 16931 demands ({rule})"
        findings.append(Finding("EI-BIS-MANDATORY", "error", "business", message, "state it", (term,), model_path=path))

    if invoice.payee is not None and not invoice.payee.name:
        lacks("the payee has no name", "BT-59", "BR-17", "payee")
    agent = invoice.tax_representative
    if agent is not None:
        if not agent.name:
            lacks("the tax representative has no name", "BT-62", "BR-18", "tax_representative")
        if agent.address is None or not agent.address.country_code:
            lacks("the tax representative has no country", "BT-69", "BR-20", "tax_representative")
        if not agent.vat_identifier:
            lacks("the tax representative has no VAT number", "BT-63", "BR-56", "tax_representative")
    for position, line in enumerate(invoice.lines):
        name = f"line {line.identifier or position + 1}"
        if not line.item_name:
            lacks(f"{name} has no item name", "BT-153", "BR-25", f"lines[{position}].item_name")
        if not line.vat_category:
            lacks(f"{name} has no VAT category", "BT-151", "BR-CO-04", f"lines[{position}].vat_category")
    for position, way in enumerate(invoice.payment_instructions):
        mandate = way.direct_debit.mandate_reference if way.direct_debit is not None else None
        if way.means_code in _DIRECT_DEBIT and not mandate:
            path = f"payment_instructions[{position}]"
            lacks("the direct debit has no mandate reference", "BT-89", "PEPPOL-EN16931-R061", path)


def _one_identifier(invoice: Invoice, update: dict[str, Any], findings: list[Finding]) -> None:
    """BIS Billing takes one identifier of the buyer (UBL-SR-16): that with a scheme, which others know too."""
    buyer: Party | None = update.get("buyer", invoice.buyer)
    if buyer is None or len(buyer.identifiers) < 2:
        return
    kept = next((n for n, entry in enumerate(buyer.identifiers) if entry.scheme is not None), 0)
    update["buyer"] = buyer.model_copy(update={"identifiers": (buyer.identifiers[kept],)})
    for position, entry in enumerate(buyer.identifiers):
        if position == kept or entry.value is None:
            continue
        findings.append(
            Finding(
                "LOSS-NO-PLACE",
                "warning",
                "loss",
                f"the buyer identifier {entry.value!r} is not carried: BIS Billing takes one, and "
                f"{buyer.identifiers[kept].value!r} is written",
                None,
                ("BT-46",),
                value=entry.value,
                model_path=f"buyer.identifiers[{position}].value",
            )
        )


def _old_finnish_addresses(invoice: Invoice, update: dict[str, Any], findings: list[Finding]) -> None:
    """0037, 0212 and 0213 are no addresses any more (PEPPOL-EN16931-CL008); 0216 took their place."""
    for role, term in (("seller", "BT-34"), ("buyer", "BT-49")):
        party: Party | None = update.get(role, getattr(invoice, role))
        if party is None or not party.electronic_address:
            continue
        scheme, value = party.electronic_address_scheme, party.electronic_address
        if scheme not in ("0037", "0212", "0213"):
            continue
        from einvoice.identifiers import endpoint  # python-stdnum takes 50 ms to load

        try:
            new = endpoint.endpoint_for(scheme, value)
        except IdentifierError:
            continue  # the rules of the BIS name what is wrong with it
        update[role] = party.model_copy(
            update={"electronic_address": new.value, "electronic_address_scheme": new.scheme}
        )
        message = f"the {role}'s address {scheme}:{value} is written as {new}: {scheme} is no address any more"
        fix = f"write {new} in its place"
        path = f"{role}.electronic_address"
        findings.append(
            Finding("W-ROUTE-205", "warning", "business", message, fix, (term,), value=value, model_path=path)
        )
        message = f"the scheme {scheme} is written as {new.scheme}"
        path += "_scheme"
        findings.append(
            Finding("LOSS-TRANSLATED", "info", "loss", message, None, (f"{term}-1",), value=scheme, model_path=path)
        )


def _buyer_reference(invoice: Invoice, update: dict[str, Any], findings: list[Finding]) -> None:
    """BIS Billing demands a buyer reference or an order number (PEPPOL-EN16931-R003); an ERP often states neither."""
    if invoice.buyer_reference is not None or invoice.purchase_order_reference is not None:
        return
    if update.get("purchase_order_reference") is not None:
        return  # "NA" beside the order number of the seller
    stated = [(n, i) for n, i in enumerate(invoice.buyer.identifiers) if i.value] if invoice.buyer else []
    # The code by which the seller knows the customer, or else any.
    place, own = next((each for each in stated if each[1].scheme is None), stated[0] if stated else (0, None))
    code = own.value if own is not None else None
    code = code or (next(iter(invoice.buyer.native.values()), None) if invoice.buyer else None)
    fix = 'state the reference that the buyer gave, or add to the card of the customer in the context: marking = "…"'
    if code is None:
        findings.append(
            Finding(
                "EI-BUYER-REFERENCE",
                "error",
                "business",
                "the invoice has neither a buyer reference (BT-10) nor an order number (BT-13), and BIS Billing "
                "demands one",
                fix,
                ("BT-10", "BT-13"),
                model_path="buyer",
            )
        )
        return
    update["buyer_reference"] = code
    findings.append(
        Finding(
            "EI-BUYER-REFERENCE",
            "warning",
            "business",
            "the invoice has neither a buyer reference (BT-10) nor an order number (BT-13); BIS Billing demands "
            "one, so the "
            f"customer code {code!r} is written as buyer reference",
            fix,
            ("BT-10", "BT-13"),
            value=code,
            model_path=f"buyer.identifiers[{place}].value",
        )
    )


def _one_note(notes: tuple[Note, ...], update: dict[str, Any], findings: list[Finding]) -> None:
    """BIS Billing takes one note (PEPPOL-EN16931-R002); the notes of other formats are its lines.

    Those before and after the lines of the invoice, which have a place, are joined when they are written.
    """
    if len(notes) < 2 or all(note.placement for note in notes):
        return
    texts = [f"#{n.subject_code}#{n.text or ''}" if n.subject_code and p else n.text or "" for p, n in enumerate(notes)]
    update["notes"] = (notes[0].model_copy(update={"text": "\n".join(texts), "placement": None}),)
    for position, note in enumerate(notes[1:], 1):
        findings.append(_moved(f"notes[{position}].text", note.text or "", "as a further line of the note", "BT-22"))


ASSUMED_REASONS: Final = {False: "95", True: "ABK"}
"""Codes for an allowance (UNTDID 5189, discount) and a charge (UNTDID 7161, miscellaneous) without a reason."""


@exact
def _allowances(
    entries: tuple[AllowanceCharge, ...], base: Decimal | None, path: str, findings: list[Finding]
) -> tuple[AllowanceCharge, ...]:
    """Supply what EN 16931 wants with an allowance or charge: a reason, and the base of a percentage.

    The percentage goes where it does not give the amount of any base that is known.
    """
    found = []
    for position, entry in enumerate(entries):
        update: dict[str, Any] = {}
        at = f"{path}[{position}]"
        if entry.reason is None and entry.reason_code is None:
            update["reason_code"] = code = ASSUMED_REASONS[entry.is_charge]
            findings.append(
                Finding(
                    "EI-REASON-ASSUMED",
                    "info",
                    "business",
                    f"the {'charge' if entry.is_charge else 'allowance'} of {entry.amount} has no reason, and EN "
                    "16931 demands "
                    f"one; the code {code} ({'miscellaneous' if entry.is_charge else 'discount'}) is written",
                    "state the reason in the source",
                    terms_at(f"{at}.reason", entry.is_charge),
                    model_path=f"{at}.amount",
                )
            )
        if entry.percentage is not None and entry.base_amount is None and entry.amount is not None:
            expected = None if base is None else base * entry.percentage / 100
            if expected is not None and abs(expected - entry.amount) <= Decimal("0.02"):
                update["base_amount"] = base
            else:
                update["percentage"] = None
                findings.append(
                    Finding(
                        "LOSS-NO-PLACE",
                        "warning",
                        "loss",
                        f"the percentage {entry.percentage} is not carried: BIS Billing takes one beside its base "
                        f"amount only, and {entry.amount} is not {entry.percentage} % of {base}",
                        "state the base amount in the source",
                        terms_at(f"{at}.percentage", entry.is_charge),
                        value=str(entry.percentage),
                        model_path=f"{at}.percentage",
                    )
                )
        elif entry.percentage is None and entry.base_amount is not None:
            update["base_amount"] = None
            findings.append(
                Finding(
                    "LOSS-NO-PLACE",
                    "warning",
                    "loss",
                    f"the base amount {entry.base_amount} is not carried: BIS Billing takes one beside its percentage "
                    "only, and the source states none",
                    "state the percentage in the source",
                    terms_at(f"{at}.base_amount", entry.is_charge),
                    value=str(entry.base_amount),
                    model_path=f"{at}.base_amount",
                )
            )
        found.append(entry.model_copy(update=update) if update else entry)
    return tuple(found) if any(new is not old for new, old in zip(found, entries, strict=True)) else entries


def _attachments(invoice: Invoice, update: dict[str, Any], findings: list[Finding]) -> None:
    """Say which types BIS does not take; of a file whose content is elsewhere, only the reference is written."""
    documents = list(update.get("supporting_documents", invoice.supporting_documents))
    for position, document in enumerate(documents):
        if document.content_base64 is None and (document.filename is not None or document.mime_code is not None):
            documents[position] = document.model_copy(update={"filename": None, "mime_code": None})
            for name in ("filename", "mime_code"):
                text = getattr(document, name)
                if text is not None and text != document.reference:
                    path = f"supporting_documents[{position}].{name}"
                    findings.append(
                        Finding(
                            "LOSS-NO-PLACE",
                            "info",
                            "loss",
                            f"{name.replace('_', ' ')} {text!r} is not carried: the source holds no such file",
                            "fetch the file and attach it",
                            terms_at(path),
                            value=text,
                            model_path=path,
                        )
                    )
            update["supporting_documents"] = tuple(documents)
    accepted = codelists.codes("mime_types")
    for position, document in enumerate(invoice.supporting_documents):
        if document.content_base64 is not None and document.mime_code not in accepted:
            findings.append(
                Finding(
                    "EI-ATTACHMENT-TYPE",
                    "error",
                    "business",
                    f"attachment {document.filename or document.reference!r} is of type "
                    f"{document.mime_code or 'unknown'}, "
                    f"and BIS Billing takes {', '.join(sorted(accepted))} only",
                    "send it as PDF, or leave it out",
                    ("BT-125-1",),
                    value=document.mime_code,
                    model_path=f"supporting_documents[{position}].mime_code",
                )
            )


def _moved(path: str, value: str, where: str, term: str) -> Finding:
    return Finding(
        "LOSS-AS-TEXT",
        "info",
        "loss",
        f"{path.rpartition('.')[2].replace('_', ' ')} {value!r} is carried {where} ({term})",
        terms=(*terms_at(path), term),
        value=value,
        model_path=path,
    )


def _conditions(
    invoice: Invoice, conditions: PaymentConditions, update: dict[str, Any], findings: list[Finding]
) -> None:
    """Word the terms of payment: alone, or behind the text of the invoice, which says the net days itself."""
    own = invoice.payment_terms
    worded = conditions if own is None else conditions.model_copy(update={"net_days": None})
    text = terms_text(worded)
    if text and (own is None or invoice.specification_identifier is None):
        update["payment_terms"] = text if own is None else f"{own}\n{text}"
        update["payment_conditions"] = None if own is None else PaymentConditions(net_days=conditions.net_days)
        for path, value in leaves(worded, "payment_conditions"):
            findings.append(_moved(path, str(value), f"as text in the payment terms, {text!r}", "BT-20"))
    elif not terms_text(conditions):
        update["payment_conditions"] = None


def terms_text(conditions: PaymentConditions) -> str:
    """Return terms of payment in English words, such as ``14 days net; 2 % cash discount within 7 days``."""
    parts = []
    if conditions.net_days is not None:
        parts.append(f"{conditions.net_days} days net")
    for discount in conditions.cash_discounts:
        if discount.percentage is not None:
            what = f"{format_decimal(discount.percentage)} % cash discount"
        elif discount.amount is not None:
            what = f"cash discount of {format_decimal(discount.amount)}"
        else:
            what = "cash discount"
        if discount.days is not None:
            what += f" within {discount.days} days"
        if discount.last_date is not None:
            what += f" until {discount.last_date.isoformat()}"
        if discount.base_amount is not None:
            what += f" on {format_decimal(discount.base_amount)}"
        if discount.percentage is not None and discount.amount is not None:
            what += f" ({format_decimal(discount.amount)})"
        parts.append(what)
    if conditions.late_payment_interest_rate is not None:
        parts.append(f"interest on late payment {format_decimal(conditions.late_payment_interest_rate)} %")
    return "; ".join(parts)


def _accounting(invoice: Invoice, update: dict[str, Any], findings: list[Finding]) -> None:
    if invoice.buyer_proposed_account is not None and invoice.buyer_accounting_reference is None:
        update["buyer_accounting_reference"] = invoice.buyer_proposed_account
        update["buyer_proposed_account"] = None
        findings.append(
            _moved("buyer_proposed_account", invoice.buyer_proposed_account, "as accounting reference", "BT-19")
        )


def _names(invoice: Invoice, update: dict[str, Any], findings: list[Finding]) -> None:
    for field, term in (("seller", "BT-27"), ("buyer", "BT-44")):
        party: Party | None = update.get(field, getattr(invoice, field))
        if party is not None and party.name_extension is not None:
            name = " ".join(filter(None, (party.name, party.name_extension)))
            update[field] = party.model_copy(update={"name": name, "name_extension": None})
            findings.append(_moved(f"{field}.name_extension", party.name_extension, "in the name", term))
    delivery = invoice.delivery
    if delivery is not None and delivery.name_extension is not None:
        name = " ".join(filter(None, (delivery.party_name, delivery.name_extension)))
        update["delivery"] = delivery.model_copy(update={"party_name": name, "name_extension": None})
        findings.append(_moved("delivery.name_extension", delivery.name_extension, "in the deliver to name", "BT-70"))


def _means(way: Any, invoice: Invoice) -> Any:
    """Supply the means code (BT-81): a credit transfer when an account is stated, else "not defined"."""
    if way.means_code is not None:
        return way
    if way.credit_transfer is not None:
        code = "30"
    elif way.direct_debit is not None:
        code = "49"
    elif way.card is not None:
        code = "48"
    else:
        code = "1"
    return way.model_copy(update={"means_code": code})


def _network(way: PaymentInstructions) -> PaymentInstructions:
    """The schema of UBL demands the network of a card, and EN 16931 has no term for it."""
    if way.card is None or way.card.network is not None:
        return way
    return way.model_copy(update={"card": way.card.model_copy(update={"network": "NA"})})


def _numbers(lines: tuple[Line, ...]) -> Iterator[str]:
    """Yield the identifier of each line: its own, its position, or the next number that no line has."""
    taken = {line.identifier for line in lines}
    spare = count(len(lines) + 1)
    for position, line in enumerate(lines, 1):
        if line.identifier is not None:
            yield line.identifier
        elif str(position) not in taken:
            yield str(position)
        else:
            yield next(number for number in map(str, spare) if number not in taken)


@exact
def _goods(line: Line) -> Decimal | None:
    """Return what quantity and price make, rounded: the base of the allowances of a line."""
    price = line.net_price
    if line.quantity is None or price is None:
        return None
    return round_half_up(line.quantity * price / (line.price_base_quantity or 1))


def _whole_attributes(line: Line, position: int, findings: list[Finding]) -> tuple[ItemAttribute, ...]:
    """Return the attributes that have both a name and a value (BR-54)."""
    found = []
    for number, entry in enumerate(line.attributes):
        if entry.name is not None and entry.value is not None:
            found.append(entry)
            continue
        name, lacking = ("name", "value") if entry.value is None else ("value", "name")
        text = getattr(entry, name)
        findings.append(
            Finding(
                "LOSS-NO-PLACE",
                "warning",
                "loss",
                f"the {name} {text!r} of an attribute of line {position + 1} is not carried: it has no {lacking}, and "
                "EN 16931 wants both",
                f"state the {lacking} in the source",
                terms_at(f"lines[{position}].attributes[{number}].{name}"),
                value=text,
                model_path=f"lines[{position}].attributes[{number}].{name}",
            )
        )
    return tuple(found)


def _line(line: Line, position: int, identifier: str, foreign: bool, findings: list[Finding]) -> Line:
    update: dict[str, Any] = {}
    if foreign and line.unit_code is None:
        # ZZ is "mutually defined": the name that has no code is reported by the reader and stays in the findings.
        update["unit_code"] = "C62" if line.unit_name is None else "ZZ"
        findings.append(
            Finding(
                "EI-UNIT-ASSUMED",
                "info",
                "business",
                f"line {position + 1} has "
                f"{'no unit' if line.unit_name is None else f'the unit {line.unit_name!r}'}; written as "
                + ("C62 (piece)" if line.unit_name is None else "ZZ (mutually defined)"),
                "state the unit in the source, or in the context: the unit of the product, or the code of the "
                "unit name",
                ("BT-130",),
                value=line.unit_name,
                model_path=f"lines[{position}].unit_name",
            )
        )
    if foreign and any(entry.name is None or entry.value is None for entry in line.attributes):
        update["attributes"] = _whole_attributes(line, position, findings)
    if foreign and line.allowances_charges:
        entries = _allowances(line.allowances_charges, _goods(line), f"lines[{position}].allowances_charges", findings)
        if entries is not line.allowances_charges:
            update["allowances_charges"] = entries
    if line.identifier is None:
        update["identifier"] = identifier
    if line.text_rows:
        note = "\n".join(filter(None, (line.note, *line.text_rows)))
        update["note"], update["text_rows"] = note, ()
        findings.append(
            _moved(f"lines[{position}].text_rows", " / ".join(line.text_rows), "in the line note", "BT-127")
        )
    if line.buyer_proposed_account is not None and line.buyer_accounting_reference is None:
        update["buyer_accounting_reference"] = line.buyer_proposed_account
        update["buyer_proposed_account"] = None
        findings.append(
            _moved(
                f"lines[{position}].buyer_proposed_account",
                line.buyer_proposed_account,
                "as accounting reference of the line",
                "BT-133",
            )
        )
    for entry in line.product_identifiers:
        if line.standard_item_identifier is None and entry.kind == "ean-secondary" and entry.value:
            update["standard_item_identifier"] = entry.value
            update["standard_item_identifier_scheme"] = "0160"
            update["product_identifiers"] = tuple(p for p in line.product_identifiers if p is not entry)
            break
    return line.model_copy(update=update) if update else line
