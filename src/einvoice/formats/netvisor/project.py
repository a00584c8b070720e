"""The canonical invoice brought into the shape of a Netvisor import document.

`project` makes the view that the table writes: only what Netvisor takes, in its own terms (VAT codes, unit names, sums
with VAT, negative credit notes).  What the view leaves out is not named here: the writer reads its document back and
names every difference (`mapping/loss.py`).  Findings of this module say what the writer decided.

What excludes what, as Netvisor demands it: due date or net days; line sum and VAT sum together; customer data whole or
not at all; a draft without number and status; waybill, pallet and promised delivery on orders only.
"""

from __future__ import annotations

from decimal import Context as DecimalContext
from decimal import Decimal
from typing import Any, Final

from einvoice import calc, codelists
from einvoice.calc.rounding import exact
from einvoice.context import Context, ContextParty, toml_text
from einvoice.findings import Finding, Severity
from einvoice.formats.mapping.codecs import format_decimal
from einvoice.formats.netvisor import vat
from einvoice.formats.netvisor.settle import NEGATIVE_PRICE
from einvoice.formats.netvisor.terms import due_after
from einvoice.identifiers.digits import bare
from einvoice.model import (
    AllowanceCharge,
    Identifier,
    Internal,
    Invoice,
    Line,
    Party,
    PaymentConditions,
    PaymentInstructions,
    SupportingDocument,
)
from einvoice.model.terms import terms_at

NUMBER_DIGITS: Final = 18
QUANTITY_DIGITS: Final = 8
PRICE_DIGITS: Final = 12

_SHOWN: Final = DecimalContext(prec=28)
"""Digits of a quotient that never ends, as a finding shows it before it is rounded."""

STATUSES: Final = {"invoice": ("open", "unsent"), "order": ("delivered", "undelivered"), "draft": ()}
"""States that an import may name, by kind of document; the first of a kind that is not named is not assumed."""

_WITH_ARTICLE: Final = {"invoice": "an invoice", "order": "an order", "draft": "a draft"}

DEFAULT_STATUS: Final = {"invoice": "unsent", "order": "undelivered"}


@exact
def project(invoice: Invoice, context: Context) -> tuple[Invoice, list[Finding], set[str]]:
    """Return the view of *invoice* for the import table, what was decided, and the paths that move elsewhere."""
    findings: list[Finding] = []
    moved: set[str] = set()
    stated = invoice
    if invoice.is_credit_note:
        invoice = calc.flip(invoice)
    elif invoice.totals and invoice.totals.amount_due is not None and invoice.totals.amount_due < 0:
        findings.append(
            Finding(
                "LOSS-CHANGED",
                "warning",
                "loss",
                f"an invoice of type {invoice.type_code} with the total {invoice.totals.amount_due} becomes a "
                "credit note: "
                "Netvisor tells the two apart by sign only",
                "send a credit note (381), or expect a credit note when the document comes back",
                ("BT-3",),
                value=invoice.type_code,
                model_path="type_code",
            )
        )
    kind = invoice.document_kind or "invoice"
    update: dict[str, Any] = {
        "totals": _total(invoice),
        "buyer": _buyer(invoice, context, findings),
        "seller": _seller(invoice),
        "delivery": _delivery(invoice, kind),
        "payment_instructions": _reference(invoice, findings),
        "supporting_documents": tuple(
            _attachment(d, n, findings) for n, d in enumerate(invoice.supporting_documents) if d.content_base64
        ),
        "lines": tuple(_line(line, n, invoice, context, findings) for n, line in enumerate(invoice.lines)),
        "internal": _internal(invoice, kind, context, findings),
        "invoice_number": None if kind == "draft" else _number(invoice, findings),
        **_terms(invoice, kind, findings),
        "vat_breakdown": (),
        "allowances_charges": (),
        "preceding_invoices": (),
        "payee": None,
        "tax_representative": None,
        "period": None,
    }
    _judgements(invoice, update["lines"], findings)
    _currency(invoice, context, findings)
    for name in _UNKNOWN:
        update[name] = None
    for position, line in enumerate(invoice.lines):
        if line.note:
            path = f"lines[{position}].note"
            moved.add(path)
            findings.append(
                Finding(
                    "LOSS-AS-TEXT",
                    "info",
                    "loss",
                    f"the note {line.note!r} of line {position + 1} is written as a comment row below it",
                    terms=("BT-127",),
                    value=line.note,
                    model_path=path,
                )
            )
    update["lines"] += _document_allowances(invoice, context, findings, moved)
    update["native"] = {
        key: text
        for key, text in invoice.native.items()
        if key.startswith("netvisor:") and (kind == "order" or not key.startswith("netvisor:pallet"))
    }
    if stated.native.get("netvisor:_total") == "calculate" and update["totals"] is not None:
        update["totals"] = None
    return invoice.model_copy(update=update), findings, moved


_UNKNOWN: Final = (
    "type_code",
    "vat_currency",
    "tax_point_date",
    "tax_point_date_code",
    "project_reference",
    "sales_order_reference",
    "receiving_advice_reference",
    "despatch_advice_reference",
    "tender_reference",
    "invoiced_object_identifier",
    "invoiced_object_identifier_scheme",
    "payment_terms",
    "business_process_type",
    "specification_identifier",
)
"""Fields of the invoice for which the import document has no place."""


_JUDGED: Final[dict[tuple[str, str], tuple[Severity, str]]] = {
    ("AE", "RAMY"): (
        "warning",
        "sale of construction services, the only domestic reverse charge with a code of its own",
    ),
    ("AE", "EUPM312"): ("info", "sale of services to another EU country"),
    ("E", "MUUL"): ("info", "other sale without VAT"),
}
"""Categories for which Netvisor has a narrower code: what that code says, and how far it may be from the truth."""


def _judgements(invoice: Invoice, lines: tuple[Line, ...], findings: list[Finding]) -> None:
    """Say once for each category that its code had to be judged, unless the source is Netvisor's own."""
    seen: set[tuple[str, str]] = set()
    for position, (line, written) in enumerate(zip(invoice.lines, lines, strict=True)):
        pair = (line.vat_category or "", written.native.get("netvisor:vat_code", ""))
        if pair not in _JUDGED or pair in seen or "netvisor:vat_code" in line.native:
            continue
        seen.add(pair)
        severity, meaning = _JUDGED[pair]
        findings.append(
            Finding(
                "EI-NETVISOR-VAT-JUDGEMENT",
                severity,
                "netvisor",
                f"VAT category {pair[0]} is written as VAT code {pair[1]} ({meaning}), which is a judgement",
                "check the code before the import, and change it in the document where the sale was another one",
                ("BT-151",),
                value=pair[0],
                model_path=f"lines[{position}].vat_category",
            )
        )


def _currency(invoice: Invoice, context: Context, findings: list[Finding]) -> None:
    """Say that amounts without a currency are in the one of the company, since Netvisor takes them so."""
    if invoice.currency is None:
        home = str(context.netvisor.get("home_currency", "EUR"))
        findings.append(
            Finding(
                "LOSS-CHANGED",
                "warning",
                "loss",
                f"the invoice states no currency (BT-5), and Netvisor takes amounts without one for {home}",
                f"state the currency of the invoice, also when it is {home}",
                ("BT-5",),
                model_path="currency",
            )
        )


def _number(invoice: Invoice, findings: list[Finding]) -> str | None:
    """A number that is no number is written as it is, and Netvisor refuses it; one cut off would be another number."""
    number = invoice.invoice_number
    if number is not None and not (number.isascii() and number.isdigit() and len(number) <= NUMBER_DIGITS):
        too_long = len(number) > NUMBER_DIGITS
        findings.append(
            Finding(
                "EI-NETVISOR-NUMBER",
                "error",
                "netvisor",
                f"invoice number {number!r} is not a number of at most {NUMBER_DIGITS} digits, and Netvisor takes no "
                "other" + ("; it is left out, because a part of it would be another number" if too_long else ""),
                "number the invoice with digits, or leave the number out: Netvisor then assigns the next one",
                ("BT-1",),
                value=number,
                model_path="invoice_number",
            )
        )
        return None if too_long else number
    return number


def _total(invoice: Invoice) -> Any:
    """The total of Netvisor is what the customer pays for the whole: amount due plus what is paid already."""
    totals = invoice.totals
    if totals is None or totals.amount_due is None:
        return None
    due = totals.amount_due + (totals.paid_amount or 0)
    return totals.model_copy(
        update={
            "amount_due": due,
            **dict.fromkeys(
                (
                    "line_total",
                    "allowance_total",
                    "charge_total",
                    "total_without_vat",
                    "vat_total",
                    "vat_total_accounting",
                    "total_with_vat",
                    "paid_amount",
                    "rounding_amount",
                )
            ),
        }
    )


def _buyer(invoice: Invoice, context: Context, findings: list[Finding]) -> Party | None:
    buyer = invoice.buyer
    if buyer is None:
        findings.append(
            Finding(
                "EI-CONTEXT-CUSTOMER",
                "error",
                "business",
                "the invoice names no buyer, and Netvisor demands a customer",
                "state the buyer with the customer code of Netvisor (BT-46)",
                ("BT-46",),
                model_path="buyer",
            )
        )
        return None
    code = next((i.value for i in buyer.identifiers if i.value and i.scheme is None), None)
    key = buyer.native.get("netvisor:customer_key")
    unit = buyer.electronic_address if buyer.electronic_address_scheme == "0216" else None
    linked_by_unit = unit is not None and buyer.native.get("netvisor:_link") == "organizationunitnumber"
    if code is None and key is None and not linked_by_unit and (card := _card(buyer, context)) is not None:
        code = card.code
    if code is None and key is None and unit is None:
        findings.append(
            Finding(
                "EI-CONTEXT-CUSTOMER",
                "error",
                "business",
                f"the buyer {buyer.name!r} has no customer code of Netvisor (BT-46), and Netvisor demands one",
                'add to the context: [[customers]] | code = "…" | '
                + (
                    f"vat_id = {toml_text(buyer.vat_identifier)}"
                    if buyer.vat_identifier
                    else f"name = {toml_text(buyer.name or '…')}"
                ),
                ("BT-46",),
                model_path="buyer",
            )
        )
    address = buyer.address
    if address is not None:
        address = address.model_copy(update={"line_3": None, "country_subdivision": None})
        if buyer.name is None and any(
            getattr(address, name) for name in ("line_1", "line_2", "city", "post_code", "country_code")
        ):
            findings.append(
                Finding(
                    "EI-NETVISOR-CUSTOMER",
                    "warning",
                    "netvisor",
                    "the customer has an address and no name; Netvisor takes customer data whole or not at all, "
                    "so nothing "
                    "is fetched from the customer card",
                    "state the name (BT-44), or leave the address out",
                    ("BT-44",),
                    model_path="buyer",
                )
            )
    return Party(
        name=buyer.name,
        name_extension=buyer.name_extension,
        address=address,
        identifiers=(Identifier(value=code),) if code is not None else (),
        electronic_address=unit if code is None and key is None else None,
        native={} if code is not None or key is None else {"netvisor:customer_key": key},
    )


def _card(buyer: Party, context: Context) -> ContextParty | None:
    """Return the customer card with the same VAT number, business id, GLN or name."""
    numbers = {bare(n) for n in (buyer.vat_identifier, buyer.legal_registration_identifier) if n}
    numbers |= {bare(i.value) for i in buyer.identifiers if i.value}
    for card in context.customers.values():
        if any(n is not None and bare(n) in numbers for n in (card.vat_id, card.business_id, card.gln)):
            return card
    # A card whose code is the name itself was made for a buyer without a code: Netvisor would not know it.
    named = (c for c in context.customers.values() if c.name is not None and c.name == buyer.name != c.code)
    return next(named, None)


FROM_CONTEXT: Final = "netvisor:_contact_of_context"
"""Note on a seller whose contact the context supplied: it is that of the company, and no sales person."""


def _seller(invoice: Invoice) -> Party | None:
    seller = invoice.seller
    if seller is None:
        return None
    contact = seller.contact.model_copy(update={"telephone": None, "email": None}) if seller.contact else None
    if seller.native.get(FROM_CONTEXT) is not None:
        contact = None
    return Party(trading_name=seller.trading_name, contact=contact)


def _delivery(invoice: Invoice, kind: str) -> Any:
    delivery = invoice.delivery
    if delivery is None:
        return None
    update: dict[str, Any] = {"location_identifier": None, "location_identifier_scheme": None}
    if delivery.address is not None:
        update["address"] = delivery.address.model_copy(
            update={"line_2": None, "line_3": None, "country_subdivision": None}
        )
    if kind != "order":
        update |= {"waybill_identifier": None, "promised_date": None, "promised_week": None}
    return delivery.model_copy(update=update)


def _reference(invoice: Invoice, findings: list[Finding]) -> tuple[PaymentInstructions, ...]:
    reference = next((p.remittance_information for p in invoice.payment_instructions if p.remittance_information), None)
    if reference is None:
        return ()
    if "netvisor:vat_code" not in (invoice.lines[0].native if invoice.lines else {}):
        from einvoice.identifiers.reference import classify

        if classify(reference) not in ("fi", "rf"):
            findings.append(
                Finding(
                    "LOSS-UNWRITABLE",
                    "warning",
                    "loss",
                    f"payment reference {reference!r} is no Finnish or RF reference, and Netvisor takes no other; "
                    "it is left "
                    "out, and Netvisor makes one of its own",
                    "give the invoice a Finnish reference number",
                    ("BT-83",),
                    value=reference,
                    model_path="payment_instructions[0].remittance_information",
                )
            )
            return ()
    return (PaymentInstructions(remittance_information=reference),)


def _attachment(document: SupportingDocument, position: int, findings: list[Finding]) -> SupportingDocument:
    """Netvisor demands a file name and a description; each can stand in for the other."""
    update: dict[str, Any] = {"reference": None, "external_location": None}
    known = document.filename or document.description or document.reference or f"attachment-{position + 1}"
    for name, what in (("filename", "file name"), ("description", "description")):
        if getattr(document, name) is None:
            update[name] = known
            path = f"supporting_documents[{position}].{name}"
            findings.append(
                Finding(
                    "EI-NETVISOR-ATTACHMENT",
                    "info",
                    "netvisor",
                    f"attachment {position + 1} has no {what}, and Netvisor demands one; {known!r} stands in",
                    f"state a {what}",
                    terms_at(path),
                    value=known,
                    model_path=path,
                )
            )
    return document.model_copy(update=update)


def _internal(invoice: Invoice, kind: str, context: Context, findings: list[Finding]) -> Internal | None:
    internal = invoice.internal or Internal()
    status = internal.lifecycle_status
    allowed = STATUSES[kind]
    default = str(context.netvisor.get("status", DEFAULT_STATUS.get(kind, "")))
    if status is not None and status.lower() not in allowed:
        chosen = default if kind != "draft" else None
        findings.append(
            Finding(
                "LOSS-CHANGED",
                "info",
                "loss",
                f"status {status!r} cannot be imported; written as {chosen or 'empty'}",
                f"{_WITH_ARTICLE[kind]} may be imported as {' or '.join(allowed)}"
                if allowed
                else "a draft has no status",
                ("EX-LIFECYCLE-STATUS",),
                value=status,
                model_path="internal.lifecycle_status",
            )
        )
        status = chosen
    elif status is None and kind != "draft":
        status = default
    update: dict[str, Any] = {"lifecycle_status": status, "dimensions": ()}
    if kind != "invoice":
        update["posting_lines"] = ()
    return internal.model_copy(update=update)


def _terms(invoice: Invoice, kind: str, findings: list[Finding]) -> dict[str, Any]:
    """Due date or net days, never both: net days when they give the due date, else the due date."""
    conditions = invoice.payment_conditions
    net_days = conditions.net_days if conditions is not None else None
    if invoice.due_date is None and net_days is None and "netvisor:payment_term" not in invoice.native:
        findings.append(
            _mandatory(
                "the invoice has neither due date nor net days, and Netvisor demands one of them",
                "state the due date (BT-9)",
                ("BT-9", "EX-NET-DAYS"),
                "due_date",
                "warning" if kind == "draft" else "error",
            )
        )
    if conditions is None:
        return {}
    keep = conditions
    base = invoice.value_date or invoice.issue_date
    update: dict[str, Any] = {}
    if conditions.net_days is not None and invoice.due_date is not None:
        if due_after(base, conditions.net_days) == invoice.due_date:
            update["due_date"] = None
        else:
            keep = keep.model_copy(update={"net_days": None})
            findings.append(
                Finding(
                    "LOSS-NO-PLACE",
                    "warning",
                    "loss",
                    f"{conditions.net_days} days net is not carried: the due date is {invoice.due_date}, and "
                    "Netvisor takes "
                    "either a due date or net days",
                    "keep the one that is meant",
                    ("EX-NET-DAYS",),
                    value=str(conditions.net_days),
                    model_path="payment_conditions.net_days",
                )
            )
    if conditions.cash_discounts:
        first = conditions.cash_discounts[0].model_copy(update={"last_date": None, "base_amount": None})
        if first.percentage is not None:
            first = first.model_copy(update={"amount": None})
        keep = keep.model_copy(update={"cash_discounts": (first,)})
    update["payment_conditions"] = keep if _states(keep) else None
    return update


def _states(conditions: PaymentConditions) -> bool:
    return bool(
        conditions.net_days is not None
        or conditions.cash_discounts
        or conditions.late_payment_interest_rate is not None
    )


def _mandatory(message: str, fix: str, terms: tuple[str, ...], path: str, severity: Severity = "error") -> Finding:
    return Finding("EI-NETVISOR-MANDATORY", severity, "netvisor", message, fix, terms, model_path=path)


def _line(line: Line, position: int, invoice: Invoice, context: Context, findings: list[Finding]) -> Line:
    path = f"lines[{position}]"
    native = {key: text for key, text in line.native.items() if key.startswith("netvisor:")}
    code = vat.code_for(line, invoice, context)
    if code is None and line.vat_category is not None:
        findings.append(
            Finding(
                "LOSS-UNWRITABLE",
                "error",
                "loss",
                f"VAT category {line.vat_category} has no Netvisor code",
                "book this invoice in Netvisor by hand",
                ("BT-151",),
                value=line.vat_category,
                model_path=f"{path}.vat_category",
            )
        )
    if code is not None:
        native["netvisor:vat_code"] = _spelled(line, code)
    zero = line.vat_category in vat.ZERO_RATED
    update: dict[str, Any] = dict.fromkeys(_UNKNOWN_OF_LINE)
    update |= {
        "native": native,
        "unit_name": _unit_name(line, context),
        "classifications": (),
        "attributes": (),
        "vat_rate": Decimal(0) if line.vat_rate is None and zero else line.vat_rate,
        **_identifier(line, native, path, findings),
        **_price(line, path, findings),
        **_discount_and_sums(line, native),
    }
    if line.internal is not None:
        update["internal"] = line.internal.model_copy(update={"inventory_name": None})
    written = line.model_copy(update=update)
    _demand(written, position, findings)
    if NEGATIVE_PRICE in native and written.quantity is not None:
        turned = {n: -p for n in ("net_price", "price_with_vat") if (p := getattr(written, n)) is not None}
        written = written.model_copy(update={**turned, "quantity": -written.quantity})
    return written


def _demand(line: Line, position: int, findings: list[Finding]) -> None:
    """Name what Netvisor demands of a product line and this one does not have."""
    links = (
        line.seller_item_identifier,
        line.standard_item_identifier,
        line.product_identifiers,
        line.native.get("netvisor:product_key"),
    )
    prices = (line.net_price, line.price_with_vat, line.native.get("netvisor:register_price"))
    for stated, what, term, name in (
        (any(links), "link to a product of Netvisor", "BT-155", "seller_item_identifier"),
        (line.item_name, "product name", "BT-153", "item_name"),
        (any(price is not None for price in prices), "unit price", "BT-146", "net_price"),
        (line.vat_rate is not None, "VAT rate", "BT-152", "vat_rate"),
        (line.quantity is not None, "quantity", "BT-129", "quantity"),
    ):
        if not stated:
            findings.append(
                _mandatory(
                    f"line {position + 1} has no {what}, and Netvisor demands one",
                    f"state it at the source ({term})",
                    (term,),
                    f"lines[{position}].{name}",
                )
            )


_UNKNOWN_OF_LINE: Final = (
    "identifier",
    "object_identifier",
    "object_identifier_scheme",
    "unit_code",
    "net_amount",
    "order_line_reference",
    "period",
    "price_discount",
    "gross_price",
    "price_base_quantity",
    "price_base_quantity_unit_code",
    "vat_category",
    "buyer_item_identifier",
    "standard_item_identifier_scheme",
    "origin_country_code",
)


def _spelled(line: Line, code: str) -> str:
    """Keep the spelling of a Netvisor source, unless it is one that only exports use."""
    stated = line.native.get("netvisor:vat_code")
    entry = codelists.netvisor_vat_code(stated) if stated is not None else None
    if stated is not None and entry is not None and entry.code == code and stated.upper() == code:
        return stated
    return code


def _unit_name(line: Line, context: Context) -> str | None:
    if line.unit_name is not None:
        return line.unit_name
    if line.unit_code is None:
        return None
    own = next((name for name, code in context.units.items() if code == line.unit_code and len(name) <= 14), None)
    name = own or codelists.unit_name(line.unit_code)
    if name is not None and (context.unit_code(name) or codelists.unit_code(name)) == line.unit_code:
        return name
    return line.unit_code


def _identifier(line: Line, native: dict[str, str], path: str, findings: list[Finding]) -> dict[str, Any]:
    """Netvisor takes one product identifier: that of the seller, else the EAN code, else its own key."""
    gtin = line.standard_item_identifier if line.standard_item_identifier_scheme in (None, "0160") else None
    second = next((p for p in line.product_identifiers if p.kind == "ean-secondary"), None)
    if line.seller_item_identifier is not None:
        gtin, second = None, None
    elif gtin is not None:
        second = None
    if (line.seller_item_identifier or gtin or second) and (
        key := native.pop("netvisor:product_key", None)
    ) is not None:
        findings.append(
            Finding(
                "LOSS-NATIVE",
                "info",
                "loss",
                f"product key {key!r} is not carried: Netvisor takes one product identifier, and another is written",
                value=key,
                model_path=f"{path}.native.netvisor:product_key",
            )
        )
    return {
        "standard_item_identifier": gtin,
        "product_identifiers": (second.model_copy(update={"kind": None}),) if second is not None else (),
    }


def _price(line: Line, path: str, findings: list[Finding]) -> dict[str, Any]:
    """Prices per unit, at most 12 decimals; a price with VAT is written as such."""
    base = line.price_base_quantity or Decimal(1)
    update: dict[str, Any] = {}
    for name in ("net_price", "price_with_vat"):
        price: Decimal | None = getattr(line, name)
        if price is None:
            continue
        unit = price if base == 1 else _trim(_SHOWN.divide(price, base))
        update[name] = _limited(unit, PRICE_DIGITS, f"{path}.{name}", "price", findings)
    if line.quantity is not None:
        update["quantity"] = _limited(line.quantity, QUANTITY_DIGITS, f"{path}.quantity", "quantity", findings)
    return update


def _trim(value: Decimal) -> Decimal:
    text = format_decimal(value)
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def _limited(value: Decimal, digits: int, path: str, what: str, findings: list[Finding]) -> Decimal:
    rounded = calc.round_half_up(value, digits)
    if rounded == value:
        return value
    findings.append(
        Finding(
            "LOSS-CHANGED",
            "warning",
            "loss",
            f"{what} {format_decimal(value)} is rounded to {format_decimal(_trim(rounded))}: Netvisor takes "
            f"{digits} decimals",
            f"state it with at most {digits} decimals",
            ("BT-129",) if what == "quantity" else ("BT-146",),
            value=format_decimal(value),
            model_path=path,
        )
    )
    return _trim(rounded)


def _discount_and_sums(line: Line, native: dict[str, str]) -> dict[str, Any]:
    """One discount in per cent; sums where price, quantity and discount would not give the stated net amount."""
    update: dict[str, Any] = {"allowances_charges": ()}
    percentage: Decimal | None = None
    allowances = line.allowances_charges
    if native.get("netvisor:discount") is not None and not allowances:
        percentage = Decimal(0)
    elif len(allowances) == 1 and not allowances[0].is_charge and allowances[0].percentage is not None:
        percentage = allowances[0].percentage
    if percentage is not None:
        update["allowances_charges"] = (AllowanceCharge(percentage=percentage),)
    stated = line.vat_amount is not None or line.amount_with_vat is not None
    if stated and line.net_amount is not None and not any(key.startswith("netvisor:") for key in line.native):
        # Another format may state one of the two; Netvisor takes them as a pair only.
        if line.vat_amount is None and line.amount_with_vat is not None:
            return update | {"vat_amount": line.amount_with_vat - line.net_amount}
        if line.vat_amount is not None and line.amount_with_vat is None:
            return update | {"amount_with_vat": line.net_amount + line.vat_amount}
    if stated or line.net_amount is None:
        return update
    if line.price_with_vat is None and _net(line, percentage) == line.net_amount:
        return update
    if line.price_with_vat is not None and calc.line_gross_amount(line) is not None and not stated:
        return update
    rate = line.vat_rate or Decimal(0)
    tax = calc.tax_amount(line.net_amount, rate)
    return update | {"vat_amount": tax, "amount_with_vat": line.net_amount + tax}


def _net(line: Line, percentage: Decimal | None) -> Decimal | None:
    """Return the net amount that the reader would derive."""
    if line.quantity is None or line.net_price is None:
        return None
    base = calc.round_half_up(line.quantity * line.net_price / (line.price_base_quantity or Decimal(1)), 2)
    return base - calc.round_half_up(base * (percentage or Decimal(0)) / 100, 2)


def _document_allowances(
    invoice: Invoice, context: Context, findings: list[Finding], moved: set[str]
) -> tuple[Line, ...]:
    """Netvisor has no allowances and charges of the document: each becomes a product line."""
    lines = []
    for position, entry in enumerate(invoice.allowances_charges):
        if entry.amount is None:
            continue
        what = "charge" if entry.is_charge else "allowance"
        product = context.netvisor.get(f"{what}_product")
        # The sign belongs to the quantity: an allowance takes away, and a negative one, as on a credit note, gives.
        negative = entry.amount < 0 or (entry.amount == 0 and invoice.is_credit_note)
        line = Line(
            quantity=Decimal(-1) if entry.is_charge == negative else Decimal(1),
            net_price=abs(entry.amount),
            vat_category=entry.vat_category,
            vat_rate=entry.vat_rate,
            item_name=entry.reason or what.capitalize(),
        )
        code = vat.code_for(line, invoice, context)
        lines.append(
            line.model_copy(
                update={
                    "seller_item_identifier": str(product or what.upper()),
                    "native": {"netvisor:vat_code": code} if code else {},
                    "vat_category": None,
                    "vat_rate": line.vat_rate if line.vat_rate is not None else Decimal(0),
                }
            )
        )
        findings.append(
            Finding(
                "LOSS-CHANGED",
                "warning",
                "loss",
                f"{what} of the document {format_decimal(entry.amount)} "
                f"({entry.reason or entry.reason_code or 'no reason'}) is "
                f"written as a product line, product {product or what.upper()!r}: Netvisor has no allowances and "
                "charges",
                None if product else f'name the product that exists in Netvisor: [netvisor] {what}_product = "…"',
                ("BG-21",) if entry.is_charge else ("BG-20",),
                value=format_decimal(entry.amount),
                model_path=f"allowances_charges[{position}].amount",
            )
        )
        path = f"allowances_charges[{position}]."
        moved |= {f"{path}{name}" for name in ("vat_rate", "vat_category" if code else "vat_rate", "reason")}
    return tuple(lines)
