"""The canonical invoice brought into the shape of Finvoice, before the table writes it.

`project` makes the view that the table writes: only what Finvoice takes, in its own terms.  What the view leaves out is
not named here: the writer reads its document back and names every difference (`mapping/loss.py`).  Findings of this
module say what the writer decided.

Much of what Finvoice demands follows from the rest of the invoice: document type, payment order, addresses of the
message, bar code.  `derived` works it out.  What a Finvoice source stated otherwise stands in `native` and is written
instead, as long as it does not contradict the invoice: an address or a bar code of another invoice would be a wrong
payment.  After reading, `without_derived` drops from `native` what says no more than that.

The document is deterministic: message identifier and time stamp come from the invoice, or from what its source states.

Source: Finvoice implementation guidelines 3.0, the checklist for writers in the facts of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from einvoice import calc, codelists
from einvoice.calc.rounding import exact
from einvoice.context import Context
from einvoice.findings import Finding, Layer, Severity
from einvoice.formats.finvoice import codecs, older, terms
from einvoice.formats.finvoice.amounts import ASSUMED_QUANTITY, INSTALMENT, NEGATIVE_PRICE, PRICE_OF, price_key
from einvoice.formats.finvoice.irregular import (
    CURRENCY,
    LABEL_OF,
    NOTE_LENGTH,
    SEPA,
    account_scheme,
    is_definition,
    split_text,
)
from einvoice.formats.finvoice.parties import OVT, PERSONAL, PERSONAL_OF, electronic_address
from einvoice.formats.finvoice.rows import row_key
from einvoice.formats.finvoice.settled import PREFIX
from einvoice.formats.mapping.account import label as _named
from einvoice.formats.mapping.account import leaves
from einvoice.formats.mapping.codecs import format_comma, read_comma
from einvoice.model import Address, AllowanceCharge, Delivery, Identifier, Invoice, Line, Party, PaymentInstructions
from einvoice.model.terms import terms_at

EN_16931: Final = "EN16931"

_TRANSMISSION = "MessageTransmissionDetails"
_SENDER = f"{_TRANSMISSION}/MessageSenderDetails"
_RECEIVER = f"{_TRANSMISSION}/MessageReceiverDetails"
_MESSAGE = f"{_TRANSMISSION}/MessageDetails"
_EPI = "EpiDetails"
_IDENTIFICATION = f"{_EPI}/EpiIdentificationDetails"
_BENEFICIARY = f"{_EPI}/EpiPartyDetails/EpiBeneficiaryPartyDetails"
_ORDER = f"{_EPI}/EpiPaymentInstructionDetails"
_REMITTANCE = f"{_ORDER}/EpiRemittanceInfoIdentifier"
_ATTACHMENTS = "AttachmentMessageDetails/AttachmentMessageIdentifier"

_REFERENCE: Final = re.compile(r"([0-9]{2,20}|RF[0-9]{2}[0-9A-Za-z]{1,21})\Z")
_NAME_TOKEN: Final = re.compile(r"[-.:_0-9A-Za-z]{1,35}\Z")
_ROW_KEY: Final = re.compile(r"finvoice:(_?)InvoiceRow(?:\[(\d{1,6})\])?(?:/(.*))?\Z", re.DOTALL)


@dataclass
class Projection:
    """The view to be written, what was decided, and the paths in the model for which a finding exists."""

    view: Invoice
    basis: Invoice
    """The invoice with which the written document is compared: the original, or what it had to become."""
    findings: list[Finding] = field(default_factory=list)
    moved: set[str] = field(default_factory=set)
    rows: list[str] = field(default_factory=list)
    """For each row of the view where it comes from: the path in the model, or the key of what is kept of it."""


def _finding(code: str, severity: Severity, message: str, fix: str | None, at: str, value: object = None) -> Finding:
    layer: Layer = "loss" if code.startswith("LOSS-") else "finvoice"
    shown = None if value is None else str(value)
    return Finding(code, severity, layer, message, fix, terms_at(at), value=shown, model_path=at)


def _moved(made: Projection, path: str, value: object, where: str) -> None:
    """Note that a value is carried at another place, in a text."""
    name = path.rpartition(".")[2].replace("_", " ")
    made.findings.append(
        _finding("LOSS-AS-TEXT", "info", f"{name} {str(value)!r} is carried {where}", None, path, value)
    )
    made.moved.add(path)


# -- what follows from the rest --------------------------------------------------------------------------------------


def derived(invoice: Invoice, version: str) -> dict[str, str]:
    """Return the texts that follow from *invoice*, by their paths below the root."""
    found: dict[str, str] = {"@Version": version}
    kind = terms.type_of(invoice.type_code)
    found["InvoiceDetails/InvoiceTypeCode"] = kind
    found["InvoiceDetails/InvoiceTypeText"] = terms.TEXTS.get(kind, terms.TEXTS["INV01"])
    found["InvoiceDetails/OriginCode"] = terms.ORIGINAL
    for party, block in ((invoice.seller, "Seller"), (invoice.buyer, "Buyer")):
        if party is not None and (unit := _unit_number(party)) is not None:
            found[f"{block}OrganisationUnitNumber"] = unit
    if invoice.issue_date is not None:
        found[f"{_IDENTIFICATION}/EpiDate"] = codecs.write_day(invoice.issue_date)
    beneficiary = invoice.payee or invoice.seller
    if beneficiary is not None and beneficiary.name:
        found[f"{_BENEFICIARY}/EpiNameAddressDetails"] = " ".join(beneficiary.name.split())[:35].rstrip()
    way = _way(invoice)
    if way is not None and way.credit_transfer is not None and way.credit_transfer.account_identifier:
        account = "".join(way.credit_transfer.account_identifier.split())
        found[f"{_BENEFICIARY}/EpiAccountID/@IdentificationSchemeName"] = account_scheme(account)
    if way is not None and (text := way.remittance_information):
        if (reference := _payment_reference(text, invoice)) is not None:
            found[f"{_REMITTANCE}/@IdentificationSchemeName"] = "ISO" if reference.startswith("RF") else "SPY"
        elif _NAME_TOKEN.match(text):
            found[f"{_IDENTIFICATION}/EpiReference"] = text
    found[f"{_ORDER}/EpiCharge/@ChargeOption"] = found[f"{_ORDER}/EpiCharge"] = _charge_option(invoice)
    if (barcode := _barcode(invoice)) is not None:
        found["VirtualBankBarcode"] = barcode
    if way is not None and way.direct_debit is not None and way.direct_debit.debited_account_identifier:
        account = way.direct_debit.debited_account_identifier
        found["DirectDebitInfo/DebitedAccountID/@IdentificationSchemeName"] = account_scheme(account)
    return found


def _ways(invoice: Invoice) -> list[PaymentInstructions]:
    """Return the ways to pay, the first one with an account in front: the payment order demands one."""
    ways = list(invoice.payment_instructions)
    with_account = next((n for n, way in enumerate(ways) if way.credit_transfer is not None), 0)
    return [*ways[with_account : with_account + 1], *ways[:with_account], *ways[with_account + 1 :]]


def _way(invoice: Invoice) -> PaymentInstructions | None:
    return next(iter(_ways(invoice)), None)


def _unit_number(party: Party) -> str | None:
    """Return the address of a party as its unit number: an OVT code, or the one that a Finnish business id makes."""
    value, scheme = party.electronic_address, party.electronic_address_scheme
    if value is None:
        return None
    if scheme == "0212" and re.fullmatch(r"[0-9]{8}", value):
        return f"0037{value}"
    return value if scheme == "0216" and OVT.match(value) else None


def _payment_reference(text: str, invoice: Invoice) -> str | None:
    """Return *text* as the payment order takes it, without blanks; None for one that it does not take.

    A number that is no Finnish reference is not taken either, unless the source is Finvoice and has it there.
    """
    from einvoice.identifiers.reference import classify

    number = codecs.unspaced(text)
    if not _REFERENCE.match(number):
        return None
    stated = VERSION in invoice.native or f"{PREFIX}@Version" in invoice.native
    return number if stated or classify(number, country="FI") in ("fi", "rf") else None


DEFAULT_VERSION: Final = "3.0"

VERSION: Final = f"{PREFIX}_version"
"""Note on an invoice that was read from Finvoice: the version of its source."""


def _charge_option(invoice: Invoice) -> str:
    """SHA at home, SLEV in the Single Euro Payments Area."""
    countries = {
        party.address.country_code
        for party in (invoice.seller, invoice.buyer)
        if party is not None and party.address is not None and party.address.country_code
    }
    return "SHA" if countries <= {"FI"} else "SLEV"


def _barcode(invoice: Invoice) -> str | None:
    """Return the virtual bank bar code of an invoice in euro with a Finnish account and a reference."""
    from einvoice.errors import IdentifierError
    from einvoice.identifiers import fi_barcode

    way, totals = _way(invoice), invoice.totals
    transfer = way.credit_transfer if way is not None else None
    if way is None or transfer is None or totals is None or invoice.currency != "EUR" or invoice.is_credit_note:
        return None
    account, reference, due = transfer.account_identifier, way.remittance_information, totals.amount_due
    if not account or not account.startswith("FI") or not reference or due is None or due <= 0:
        return None
    try:
        return fi_barcode.generate(account, reference, amount=due, due_date=invoice.due_date)
    except IdentifierError:
        return None


_ROUTE: Final = (
    f"{_SENDER}/FromIdentifier",
    f"{_SENDER}/FromIntermediator",
    f"{_RECEIVER}/ToIdentifier",
    f"{_RECEIVER}/ToIntermediator",
)


def without_derived(invoice: Invoice) -> Invoice:
    """Return *invoice* without the kept texts that the writer would write by itself."""
    if not invoice.native:
        return invoice
    version = invoice.native.get(f"{PREFIX}@Version")
    if version is None:
        version = DEFAULT_VERSION
        invoice = invoice.model_copy(update={"native": {**invoice.native, f"{PREFIX}@Version": version}})
    known = derived(invoice, version)
    beside: dict[str, str] = {}
    routes: dict[str, str] = {}
    # Without both addresses and intermediators the writer has no transmission details of its own.
    routed = all(PREFIX + path in invoice.native for path in _ROUTE)
    for name, party in ((_SENDER, "seller"), (_RECEIVER, "buyer")) if routed else ():
        side = "From" if name is _SENDER else "To"
        if invoice.type_code in terms.SELF_BILLED:
            party = "buyer" if party == "seller" else "seller"
        owner = getattr(invoice, party)
        if owner is not None and owner.electronic_address is not None:
            routes[side] = owner.electronic_address
            unit = f"{PREFIX}{'Seller' if owner is invoice.seller else 'Buyer'}OrganisationUnitNumber"
            if unit in invoice.native:
                beside[unit] = owner.electronic_address
            path = f"{name}/{side}Identifier"
            if invoice.native[PREFIX + path] == owner.electronic_address:
                known[path] = owner.electronic_address
                known[f"{path}/@SchemeID"] = owner.electronic_address_scheme or ""
    reference = None if (way := _way(invoice)) is None else way.remittance_information
    native = dict(invoice.native)
    for path, text in known.items():
        if path != "@Version" and native.get(PREFIX + path) == text:
            del native[PREFIX + path]
    for path, note in (("VirtualBankBarcode", "_barcode"), (f"{_ORDER}/EpiCharge/@ChargeOption", "_charge")):
        if PREFIX + path in invoice.native and PREFIX + path not in native:
            native[PREFIX + note] = invoice.native[PREFIX + path]
    epi = f"{PREFIX}{_IDENTIFICATION}/EpiReference"
    if epi in native and native[epi] == reference:
        native[f"{PREFIX}_epi_reference"] = native.pop(epi)
    for unit, address in beside.items():  # a unit number that is another than the address of the message
        if unit in native:
            native[unit.replace(PREFIX, f"{PREFIX}_")] = address
    for side, address in routes.items():  # the address for which the intermediator of the source forwards
        native[f"{PREFIX}_{side}Identifier"] = address
    del native[f"{PREFIX}@Version"]
    native[VERSION] = version
    return invoice if native == invoice.native else invoice.model_copy(update={"native": native})


# -- the view --------------------------------------------------------------------------------------------------------


@exact
def project(invoice: Invoice, context: Context, version: str) -> Projection:
    """Return the view of *invoice* for the table of *version*."""
    made = Projection(invoice, invoice)
    _mandatory(invoice, made)
    basis = _signed(invoice, made)
    if version == "2.01":
        basis = older.with_reasons(older.with_rows(basis, made.findings), made.findings)
    view = calc.flip(basis) if basis.is_credit_note else basis
    made.basis = basis
    view = _texts(view, made)
    update: dict[str, Any] = {
        "seller": _party(view.seller, "seller", made),
        "buyer": _party(view.buyer, "buyer", made),
        "tax_representative": _represented(view.tax_representative, made),
        "payee": _payee(view.payee),
        "delivery": _delivery(view, made),
        "payment_instructions": _payment(view, made),
        "totals": _totals(view, made),
        "vat_breakdown": tuple(
            entry if (code := _code_of(view.native, f"_vat_breakdown[{n}].code", entry.category)) is None
            else entry.model_copy(update={"category": code})
            for n, entry in enumerate(view.vat_breakdown)
        ),
        "supporting_documents": (),
        "specification_identifier": None,
        "business_process_type": None,
        "document_kind": None,
        "internal": None,
        "custom_tags": (),
        "currency_rate": None,
        "value_date": None,
    }  # fmt: skip
    update["due_date"] = _due_date(view, made)
    if version == "2.01":
        update["type_code"] = None
        # What it has no place for: the reader takes it from the rows, and where it cannot, it is named.
        update["allowances_charges"] = tuple(
            entry.model_copy(update={"vat_category": None, "vat_rate": None}) for entry in view.allowances_charges
        )
    view = view.model_copy(update=update)
    native = _native(invoice, view, basis, context, version, made)
    view = view.model_copy(update={"native": native})
    made.view = _rows(view, version, made)
    return made


_MANDATORY: Final = (
    ("invoice_number", "the invoice has no number"),
    ("issue_date", "the invoice has no date"),
    ("seller.name", "the seller has no name"),
    ("buyer.name", "the buyer has no name"),
    ("totals.total_with_vat", "there is no total with VAT"),
    ("lines", "the invoice has no line"),
)


def _mandatory(invoice: Invoice, made: Projection) -> None:
    """Name what the schema demands and nothing can stand in for: the document will not be valid."""
    has_rows = bool(invoice.leading_text_rows) or any(_ROW_KEY.match(key) for key in invoice.native)
    for path, what in _MANDATORY:
        if path == "lines" and has_rows:
            continue
        value: Any = invoice
        for name in path.split("."):
            value = getattr(value, name, None)
        if not value and not isinstance(value, Decimal):
            message = f"{what}, and Finvoice demands one; the document is written all the same, and is not valid"
            made.findings.append(_finding("EI-FINVOICE-MANDATORY", "error", message, "state it", path))


def _signed(invoice: Invoice, made: Projection) -> Invoice:
    """A credit note whose amounts are negative asks for money: Finvoice has no such credit note."""
    totals = invoice.totals
    amounts = () if totals is None else (totals.total_with_vat, totals.total_without_vat, totals.amount_due)
    total = next((amount for amount in amounts if amount), None)
    if not invoice.is_credit_note or total is None or total > 0:
        return invoice
    made.findings.append(
        _finding(
            "LOSS-CHANGED",
            "warning",
            f"the credit note (type {invoice.type_code}) has the negative total {total}, so it asks for money; "
            "Finvoice has no such credit note (INV02), and it is written as an invoice (INV01, 380)",
            "send an invoice, or a credit note with a positive total",
            "type_code",
            invoice.type_code,
        )
    )
    made.moved.add("type_code")
    return calc.flip(invoice).model_copy(update={"type_code": "380"})


def _texts(invoice: Invoice, made: Projection) -> Invoice:
    """Carry what Finvoice has no place for at the place next to it."""
    update: dict[str, Any] = {}
    conditions = invoice.payment_conditions
    if conditions is not None:
        if conditions.net_days is not None:
            if invoice.payment_terms is None:
                update["payment_terms"] = f"{conditions.net_days} pv netto"
                _moved(made, "payment_conditions.net_days", conditions.net_days, "as text in the payment terms (BT-20)")
            conditions = conditions.model_copy(update={"net_days": None})
        discounts = []
        for position, entry in enumerate(conditions.cash_discounts):
            if entry.days is not None:
                last = entry.last_date
                if last is None and invoice.issue_date is not None:
                    last = _day_after(invoice.issue_date, entry.days)
                path = f"payment_conditions.cash_discounts[{position}].days"
                _moved(made, path, entry.days, f"as the last day of the discount, {last}")
                entry = entry.model_copy(update={"days": None, "last_date": last})
            discounts.append(entry)
        update["payment_conditions"] = conditions.model_copy(update={"cash_discounts": tuple(discounts)})
    if invoice.seller_reference is not None and invoice.sales_order_reference is None:
        update["sales_order_reference"], update["seller_reference"] = invoice.seller_reference, None
        _moved(made, "seller_reference", invoice.seller_reference, "as SellerReferenceIdentifier (BT-14)")
    delivery = invoice.delivery
    if delivery is not None and delivery.waybill_identifier and invoice.receiving_advice_reference is None:
        update["receiving_advice_reference"] = delivery.waybill_identifier
        update["delivery"] = delivery.model_copy(update={"waybill_identifier": None})
        _moved(made, "delivery.waybill_identifier", delivery.waybill_identifier, "as WaybillIdentifier (BT-15)")
    for position, note in enumerate(invoice.notes):
        text = note.text or ""
        if not is_definition(note.subject_code, text) and len(text) + 5 > NOTE_LENGTH:
            pieces = len(split_text(text, NOTE_LENGTH))
            if pieces > 1:
                made.findings.append(
                    _finding(
                        "LOSS-AS-TEXT",
                        "info",
                        f"the note has {len(text)} characters, Finvoice takes {NOTE_LENGTH} in an element: it is "
                        "written in "
                        f"{pieces} elements",
                        None,
                        f"notes[{position}].text",
                        text,
                    )
                )
    return invoice.model_copy(update=update) if update else invoice


def _day_after(start: date, days: int) -> date | None:
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


# -- parties ---------------------------------------------------------------------------------------------------------

LINE_LENGTH: Final = 35


def _party(party: Party | None, name: str, made: Projection) -> Party | None:
    if party is None:
        return None
    update: dict[str, Any] = {
        "electronic_address": None,
        "electronic_address_scheme": None,
        "tax_registration_scheme": None,
        "address": _address(party.address, f"{name}.address", made),
    }
    if party.name_extension:
        joined = " ".join(filter(None, (party.name, party.name_extension)))
        if len(joined) <= 70:
            update["name"], update["name_extension"] = joined, None
            _moved(made, f"{name}.name_extension", party.name_extension, "in the name")
            made.moved.add(f"{name}.name")
    if name == "buyer":
        update["identifiers"] = _buyer_identifiers(party)
    return party.model_copy(update=update)


def _buyer_identifiers(party: Party) -> tuple[Identifier, ...]:
    """Finvoice has two homes for BT-46: one with a scheme, one for the customer number of the seller."""
    coded = next((entry for entry in party.identifiers if entry.scheme is not None and entry.value), None)
    plain = next((entry for entry in party.identifiers if entry.scheme is None and entry.value), None)
    return tuple(entry for entry in (coded, plain) if entry is not None)


def _payee(party: Party | None) -> Party | None:
    if party is None:
        return None
    return Party(
        name=party.name or terms.FILLER,
        identifiers=tuple(entry for entry in party.identifiers if entry.scheme != SEPA)[:1],
        legal_registration_identifier=party.legal_registration_identifier,
        legal_registration_identifier_scheme=party.legal_registration_identifier_scheme,
        native=_own(party),
    )


def _own(party: Party) -> dict[str, str]:
    return {key: text for key, text in party.native.items() if key.startswith(PREFIX)}


def _represented(party: Party | None, made: Projection) -> Party | None:
    if party is None:
        return None
    address = _address(party.address, "tax_representative.address", made)
    name = party.name or terms.FILLER
    return Party(name=name, vat_identifier=party.vat_identifier, address=address, native=_own(party))


def _label(path: str) -> str:
    """Return what a message calls the address at *path*."""
    return f"the address of the {path.partition('.')[0].replace('_', ' ')}"


def _address(address: Address | None, path: str, made: Projection) -> Address | None:
    """Street, town and post code are mandatory in an address; what is missing is filled, and read as absent."""
    if address is None or not any(getattr(address, name) for name in Address.model_fields):
        return None
    lines = [line for line in (address.line_1, address.line_2, address.line_3) if line]
    pieces = [piece for line in lines for piece in split_text(line, LINE_LENGTH)]
    if any(len(line) > LINE_LENGTH for line in lines) and len(pieces) <= 3:
        made.findings.append(
            _finding(
                "LOSS-AS-TEXT",
                "info",
                f"{_label(path)} has a line of more than {LINE_LENGTH} characters; it is written in {len(pieces)}",
                None,
                f"{path}.line_1",
                " / ".join(lines),
            )
        )
        made.moved |= {f"{path}.line_1", f"{path}.line_2", f"{path}.line_3"}
        lines = pieces
    elif lines and [address.line_1, address.line_2, address.line_3][: len(lines)] != lines:
        made.findings.append(
            _finding(
                "LOSS-AS-TEXT",
                "info",
                f"{_label(path)} has an empty line; those below it move up, since Finvoice knows lines by their order",
                None,
                f"{path}.line_2" if address.line_2 else f"{path}.line_3",
                " / ".join(lines),
            )
        )
        made.moved |= {f"{path}.line_2", f"{path}.line_3"}
    update: dict[str, Any] = {f"line_{n}": lines[n - 1] if n <= len(lines) else None for n in (1, 2, 3)}
    missing = []
    if not lines:
        update["line_1"] = terms.FILLER
        missing.append("street")
    for name, what in (("city", "town"), ("post_code", "post code")):
        if not getattr(address, name):
            update[name] = terms.FILLER
            missing.append(what)
    if missing:
        made.findings.append(
            _finding(
                "EI-FINVOICE-ADDRESS",
                "info",
                f"{_label(path)} has no {' and no '.join(missing)}, which Finvoice demands; "
                f"{terms.FILLER!r} is written",
                "state the whole address",
                path,
            )
        )
    return address.model_copy(update=update)


def _delivery(invoice: Invoice, made: Projection) -> Delivery | None:
    delivery = invoice.delivery
    if delivery is None:
        return None
    update: dict[str, Any] = {}
    if delivery.name_extension:
        joined = " ".join(filter(None, (delivery.party_name, delivery.name_extension)))
        if len(joined) <= LINE_LENGTH:
            update["party_name"], update["name_extension"] = joined, None
            _moved(made, "delivery.name_extension", delivery.name_extension, "in the name")
            made.moved.add("delivery.party_name")
    if delivery.address is not None or delivery.party_name or "party_name" in update:
        address = delivery.address or Address()
        if not any(getattr(address, name) for name in Address.model_fields):
            address = Address(line_1=terms.FILLER)
        update["address"] = _address(address, "delivery.address", made)
        if not delivery.party_name and "party_name" not in update:
            update["party_name"] = terms.FILLER
    return delivery.model_copy(update=update)


# -- payment ---------------------------------------------------------------------------------------------------------


def _payment(invoice: Invoice, made: Projection) -> tuple[PaymentInstructions, ...]:
    """The first way to pay is the payment order; an account is mandatory there.

    A wrong IBAN is an error where it was not in Finvoice before: nobody else looks at it before the buyer pays.
    """
    from einvoice.identifiers import iban

    ways = _ways(invoice)
    first = ways[0] if ways else PaymentInstructions()
    update: dict[str, Any] = {"reference_kind": None, "due_date": None}
    if (text := first.remittance_information) is not None:
        update["remittance_information"] = _payment_reference(text, invoice)
        if update["remittance_information"] is None and not _NAME_TOKEN.match(text):
            position = next(n for n, way in enumerate(invoice.payment_instructions) if way is first)
            made.findings.append(
                _finding(
                    "LOSS-NO-PLACE",
                    "warning",
                    f"the payment reference {text!r} (BT-83) is not carried: it is neither a Finnish reference number "
                    "nor an RF reference, and Finvoice takes no other text with blanks or marks in it",
                    "pay with a Finnish reference number or an RF reference (RF18…)",
                    f"payment_instructions[{position}].remittance_information",
                    text,
                )
            )
    if invoice.native.get(f"{PREFIX}_reference_in_epi") is not None:
        update["remittance_information"] = None
    transfer = first.credit_transfer
    if transfer is None or not transfer.account_identifier:
        due = invoice.totals.amount_due if invoice.totals is not None else None
        made.findings.append(
            _finding(
                "EI-FINVOICE-ACCOUNT",
                "error" if due is not None and due > 0 and not _is_paid_otherwise(first) else "warning",
                "the invoice names no account to pay to, and the payment order of Finvoice demands one; "
                f"{terms.FILLER!r} is written in its place",
                'state the IBAN (BT-84), or add it to the context: [seller] | iban = "FI…"',
                "payment_instructions",
            )
        )
    elif account_scheme(account := "".join(transfer.account_identifier.split())) == "IBAN" and not iban.is_valid(
        account
    ):
        position = next(n for n, way in enumerate(invoice.payment_instructions) if way is first)
        made.findings.append(
            _finding(
                "EI-FINVOICE-ACCOUNT",
                "warning" if VERSION in invoice.native else "error",
                f"the account to pay to, {account}, is no valid IBAN: its length or its check digits are wrong; it is "
                "written as it stands",
                "copy the IBAN (BT-84) from the account agreement",
                f"payment_instructions[{position}].credit_transfer.account_identifier",
                account,
            )
        )
    _without_bic(invoice, ways, made)
    first = first.model_copy(update=update)
    return tuple(_bare(way) for way in (first, *(w.model_copy(update={"reference_kind": None}) for w in ways[1:])))


def _without_bic(invoice: Invoice, ways: list[PaymentInstructions], made: Projection) -> None:
    """Name what falls away for want of a BIC, and a second way to pay without an account."""
    for number, way in enumerate(ways):
        at = f"payment_instructions[{next(n for n, each in enumerate(invoice.payment_instructions) if each is way)}]"
        transfer = way.credit_transfer
        bank = transfer.service_provider_identifier if transfer is not None else None
        bic = "".join((bank or "").split()).upper()
        if _BIC.match(bic) or (number == 0 and not bic):
            continue
        fix = "state the BIC of the bank (BT-86), or this way to pay before the others"
        if number == 0:
            at += ".credit_transfer.service_provider_identifier"
            why = "Finvoice takes the BIC of a bank in this place"
            fix = "state an account that every bank can pay to: the IBAN (BT-84) and the BIC (BT-86)"
        elif transfer is not None and transfer.account_identifier:
            why = "beside the payment order Finvoice takes accounts with the BIC of their bank, and "
            why += f"{bank!r} is none" if bank else "none is stated"
        else:
            why = "Finvoice has one payment order, and beside it accounts only"
        for path, value in ((at, bank),) if number == 0 else leaves(way, at):
            label, shown = _named(path, terms_at(path)), str(value)
            message = f"{label} {shown!r} is not carried: {why}"
            made.findings.append(_finding("LOSS-NO-PLACE", "warning", message, fix, path, value))


def _bare(way: PaymentInstructions) -> PaymentInstructions:
    """An account is written without the blanks of its printed form, an IBAN in capitals, and of banks the BIC alone."""
    transfer = way.credit_transfer
    if transfer is None or not transfer.account_identifier:
        return way
    account = codecs.unspaced(transfer.account_identifier)
    update: dict[str, Any] = {"account_identifier": account.upper() if account_scheme(account) == "IBAN" else account}
    if transfer.service_provider_identifier:
        bic = "".join(transfer.service_provider_identifier.split()).upper()
        update["service_provider_identifier"] = bic if _BIC.match(bic) else None
    return way.model_copy(update={"credit_transfer": transfer.model_copy(update=update)})


_BIC: Final = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\Z")
"""A bank has a BIC; a Swedish giro has a name in its place, which Finvoice does not take."""


def _is_paid_otherwise(way: PaymentInstructions) -> bool:
    return (
        way.card is not None or way.direct_debit is not None or way.means_code in ("10", "48", "49", "54", "55", "59")
    )


def _totals(invoice: Invoice, made: Projection) -> Any:
    totals = invoice.totals
    if totals is None:
        return None
    paid = invoice.native.get(f"{PREFIX}_paid")
    if paid is not None and totals.paid_amount is not None and abs(Decimal(paid)) == abs(totals.paid_amount):
        totals = totals.model_copy(update={"paid_amount": None})
    instalment = invoice.native.get(INSTALMENT)
    if instalment is not None and any(key.startswith(f"{PREFIX}PartialPaymentDetails/") for key in invoice.native):
        totals = totals.model_copy(update={"amount_due": Decimal(instalment)})
    due = totals.amount_due
    if due is not None and due != (rounded := calc.round_half_up(due, 2)):
        made.findings.append(
            _finding(
                "LOSS-CHANGED",
                "warning",
                f"the amount due {due} has more than two decimals, and a payment order takes two; {rounded} is written",
                "state the amount due (BT-115) with two decimals, and the rest as rounding (BT-114)",
                "totals.amount_due",
                due,
            )
        )
        made.moved.add("totals.amount_due")
        totals = totals.model_copy(update={"amount_due": rounded})
    if totals.vat_total_accounting is not None and invoice.vat_currency is None:
        totals = totals.model_copy(update={"vat_total_accounting": None})
    return totals


def _due_date(invoice: Invoice, made: Projection) -> date | None:
    if invoice.due_date is not None or invoice.issue_date is None:
        return invoice.due_date
    found = next((way.due_date for way in invoice.payment_instructions if way.due_date is not None), None)
    if found is None:
        made.findings.append(
            _finding(
                "EI-FINVOICE-DUE-DATE",
                "info",
                f"the invoice has no due date, and the payment order of Finvoice demands one; the date of the invoice, "
                f"{invoice.issue_date}, is written",
                "state the due date (BT-9)",
                "due_date",
            )
        )
    return found or invoice.issue_date


# -- native texts ----------------------------------------------------------------------------------------------------


def _native(
    original: Invoice, view: Invoice, basis: Invoice, context: Context, version: str, made: Projection
) -> dict[str, str]:
    """Return the texts to be written: those that the source stated, and what follows from the invoice."""
    stated = {key.removeprefix(PREFIX): text for key, text in original.native.items() if key.startswith(PREFIX)}
    made_up = derived(basis, version)
    native = {path: text for path, text in stated.items() if path != "@Version"}
    for path, text in made_up.items():
        native.setdefault(path, text)
    native["@Version"] = version
    if basis.buyer is not None and stated.get(PERSONAL_OF) == (basis.buyer.name or ""):
        native |= {path.removeprefix(PERSONAL): text for path, text in stated.items() if path.startswith(PERSONAL)}
    if version == "2.01" and (status := older.status_of(basis)) is not None:
        native.setdefault(older.STATUS, status)
    code = stated.get("InvoiceDetails/InvoiceTypeCode")
    unknown = version == "2.01" and code is not None and code.upper().startswith(terms.SINCE_3_0)
    if code is not None and (unknown or not terms.fits(code.upper(), basis.type_code)):
        _replaced(made, "InvoiceDetails/InvoiceTypeCode", code, made_up["InvoiceDetails/InvoiceTypeCode"])
        native["InvoiceDetails/InvoiceTypeCode"] = made_up["InvoiceDetails/InvoiceTypeCode"]
    origin = stated.get("InvoiceDetails/OriginCode")
    if origin is not None and origin not in terms.ORIGINS:
        _replaced(made, "InvoiceDetails/OriginCode", origin, terms.ORIGINAL)
        native["InvoiceDetails/OriginCode"] = terms.ORIGINAL
    _addresses(basis, native, stated, context, made)
    _references(basis, view, native, stated)
    _check_barcode(basis, native, stated, made_up.get("VirtualBankBarcode"), made)
    _account(view, native)
    _terms_date(basis, native, stated)
    creditor = next(
        (e.value for p in (basis.payee, basis.seller) if p is not None for e in p.identifiers if e.scheme == SEPA), None
    )
    if creditor is not None and version != "2.01":
        native["DirectDebitInfo/CreditorIdentifier"] = creditor
    if "_delivery_period" in stated and basis.period is not None:
        for side, wire in (("start_date", "StartDate"), ("end_date", "EndDate")):
            day = getattr(basis.period, side)
            if day is not None:
                native[f"DeliveryDetails/DeliveryPeriodDetails/{wire}"] = codecs.write_day(day)
                native[f"DeliveryDetails/DeliveryPeriodDetails/{wire}/@Format"] = "CCYYMMDD"
    _links(original, native)
    others = {key: text for key, text in original.native.items() if not key.startswith(PREFIX)}
    return {**others, **{PREFIX + path: text for path, text in native.items()}}


def _replaced(made: Projection, path: str, old: str, new: str | None) -> None:
    at = f"native.{PREFIX}{path}"
    what = f"{new!r} is written" if new is not None else "it is left out"
    made.findings.append(
        _finding(
            "LOSS-CHANGED",
            "info",
            f"{path.rpartition('/')[2]} {old!r} of the source does not fit the invoice; {what}",
            None,
            at,
            old,
        )
    )
    made.moved.add(at)


def intermediators(invoice: Invoice, context: Context) -> tuple[str | None, str | None]:
    """Return who forwards for the seller and for the buyer, as the context knows it."""
    return context.sender_intermediator, context.receiver_intermediator(invoice)


def _addresses(
    invoice: Invoice, native: dict[str, str], stated: dict[str, str], context: Context, made: Projection
) -> None:
    """Transmission details are written when both addresses and both intermediators are known."""
    self_billed = invoice.type_code in terms.SELF_BILLED
    sender, receiver = (invoice.buyer, invoice.seller) if self_billed else (invoice.seller, invoice.buyer)
    own, others = intermediators(invoice, context)
    if self_billed:
        own, others = others, own
    complete = True
    for block, side, party, forwarder in (
        (_SENDER, "From", sender, own),
        (_RECEIVER, "To", receiver, others),
    ):
        path = f"{block}/{side}Identifier"
        address = party.electronic_address if party is not None else None
        scheme = party.electronic_address_scheme if party is not None else None
        kept = stated.get(path)
        if kept is not None and electronic_address(kept, stated.get(f"{path}/@SchemeID")) not in (
            (scheme, address),
            None,
        ):
            native.pop(f"{path}/@SchemeID", None)
            _replaced(made, path, kept, address)
            kept = None
        if kept is None and address is not None:
            native[path] = address
            if scheme is not None:
                native.setdefault(f"{path}/@SchemeID", scheme)
        elif kept is None:
            native.pop(path, None)
        unit = f"{'Seller' if party is invoice.seller else 'Buyer'}OrganisationUnitNumber"
        forwarding = f"{block}/{side}Intermediator"
        routed = stated.get(f"_{side}Identifier", address)
        if forwarding in native and address is not None and routed != address:
            _replaced(made, forwarding, native.pop(forwarding), forwarder)
        if forwarding not in native and forwarder is not None:
            native[forwarding] = forwarder
        complete &= path in native and forwarding in native
        old = stated.get(unit)
        is_beside = path in stated or stated.get(f"_{unit}") == address
        if old is not None and not is_beside and party is not None and address is not None:
            found = electronic_address(old, None)
            if found is not None and found != (scheme, address):
                _replaced(made, unit, old, native.get(unit) if native.get(unit) != old else None)
                fresh = _unit_number(party)
                if fresh is None:
                    native.pop(unit, None)
                else:
                    native[unit] = fresh
    if not complete:
        for path in [path for path in native if path.startswith(f"{_TRANSMISSION}/") and path not in stated]:
            del native[path]
        return
    number = invoice.invoice_number or "invoice"
    native.setdefault(f"{_MESSAGE}/MessageIdentifier", f"{number}" if len(number) > 1 else f"INV-{number}")
    if invoice.issue_date is not None:
        native.setdefault(f"{_MESSAGE}/MessageTimeStamp", f"{invoice.issue_date.isoformat()}T00:00:00")
    if (invoice.specification_identifier or "").startswith("urn:cen.eu:en16931"):
        native.setdefault(f"{_MESSAGE}/SpecificationIdentifier", EN_16931)


def _references(invoice: Invoice, view: Invoice, native: dict[str, str], stated: dict[str, str]) -> None:
    """A reference that the payment order does not take stands as EpiReference, when it can."""
    way = _way(invoice)
    reference = way.remittance_information if way is not None else None
    epi = f"{_IDENTIFICATION}/EpiReference"
    if ("_reference_in_epi" in stated and reference is not None) or (
        "_epi_reference" in stated and stated["_epi_reference"] == reference
    ):
        native[epi] = reference
    written = _way(view)
    if written is None or written.remittance_information is None:
        native.pop(f"{_REMITTANCE}/@IdentificationSchemeName", None)


def _account(view: Invoice, native: dict[str, str]) -> None:
    way = _way(view)
    scheme = f"{_BENEFICIARY}/EpiAccountID/@IdentificationSchemeName"
    if way is None or way.credit_transfer is None or not way.credit_transfer.account_identifier:
        native[scheme] = "BBAN"
    if way is None or way.direct_debit is None or not way.direct_debit.debited_account_identifier:
        native.pop("DirectDebitInfo/DebitedAccountID/@IdentificationSchemeName", None)


def _terms_date(invoice: Invoice, native: dict[str, str], stated: dict[str, str]) -> None:
    path = "InvoiceDetails/PaymentTermsDetails/InvoiceDueDate"
    if path in stated:
        native[f"{path}/@Format"] = "CCYYMMDD"


def _check_barcode(
    invoice: Invoice, native: dict[str, str], stated: dict[str, str], own: str | None, made: Projection
) -> None:
    """A bar code of the source stays when it pays this invoice: same amount, same due date, same reference."""
    old = stated.get("VirtualBankBarcode")
    if old is None:
        return
    digits = "".join(old.split())
    due = invoice.totals.amount_due if invoice.totals is not None else None
    cents = "00000000" if due is None or not 0 < due < 1_000_000 else f"{int(due * 100):08d}"
    day = invoice.due_date.strftime("%y%m%d") if invoice.due_date is not None else "000000"
    way = _way(invoice)
    reference = (way.remittance_information or "").lstrip("0") if way is not None else ""
    account = _bare(way).credit_transfer if way is not None else None
    number = (account.account_identifier or "") if account is not None else ""
    same = cents in digits and day in digits and (not reference.isdigit() or reference in digits)
    same = same and (not number.startswith("FI") or number[2:] in digits)
    if (own is not None and digits == own) or (own is None and same):
        native["VirtualBankBarcode"] = old
    else:
        _replaced(made, "VirtualBankBarcode", old, own)
        if own is None:
            del native["VirtualBankBarcode"]
        else:
            native["VirtualBankBarcode"] = own


def _links(invoice: Invoice, native: dict[str, str]) -> None:
    number = 1
    while f"InvoiceUrlText{_index(number)}" in native or f"InvoiceUrlNameText{_index(number)}" in native:
        number += 1
    for document in invoice.supporting_documents:
        if document.external_location is None or document.content_base64 is not None:
            continue
        native[f"InvoiceUrlText{_index(number)}"] = document.external_location
        caption = document.description or document.reference
        native[f"InvoiceUrlNameText{_index(number)}"] = caption or document.external_location
        number += 1


def _index(number: int) -> str:
    return f"[{number}]" if number > 1 else ""


def attachment_identifier(message_id: str) -> tuple[str, str]:
    """Return path and text by which the invoice names its attachment message."""
    return PREFIX + _ATTACHMENTS, message_id


# -- rows ------------------------------------------------------------------------------------------------------------


def _rows(view: Invoice, version: str, made: Projection) -> Invoice:
    """Lines, text rows and holders of sub-rows in one sequence: what the source numbered stands where it stood."""
    kept: dict[int, dict[str, str]] = {}
    marks: dict[int, str] = {}
    native: dict[str, str] = {}
    for key, text in view.native.items():
        match = _ROW_KEY.match(key)
        if match is None:
            native[key] = text
        elif match[1]:
            marks[int(match[2] or 1)] = text
        elif match[3]:
            kept.setdefault(int(match[2] or 1), {})[PREFIX + match[3]] = text
    pending = list(_sequence(view, version, made))
    rows: list[Line] = []
    position = 1
    while pending or any(number >= position for number in kept):
        own = kept.get(position, {})
        source = f"native.{PREFIX}{row_key(position - 1)}/"
        if any(key.startswith(_SUB_ROW) for key in own):
            rows.append(Line(native=own))
            made.rows.append(source)
        elif pending:
            path, item = pending.pop(0)
            if not isinstance(item, Line):
                item = _text_row(item, marks.get(position), own)
            rows.append(item)
            made.rows.append(path)
            if version != "2.01" and (below := _sub_rows(item)):
                rest = {key: text for key, text in item.native.items() if key not in below}
                rows[-1:] = (item.model_copy(update={"native": rest}), Line(native=below))
                made.rows.append(path)
                _parted(path, below, made)
        elif own:
            rows.append(Line(native=own))
            made.rows.append(source)
        position += 1
    return view.model_copy(update={"lines": tuple(rows), "leading_text_rows": (), "native": native})


_SUB_ROW: Final = f"{PREFIX}SubInvoiceRow"


def _sub_rows(line: Line) -> dict[str, str]:
    return {key: text for key, text in line.native.items() if key.startswith(_SUB_ROW)}


def _parted(path: str, below: dict[str, str], made: Projection) -> None:
    made.findings.append(
        _finding(
            "LOSS-CHANGED",
            "info",
            "the row has sub-rows beside its own content, and Finvoice 3.0 takes one or the other; the sub-rows stand "
            "in a row of their own behind it",
            None,
            f"{path}.native.{_SUB_ROW}",
        )
    )
    made.moved |= {f"{path}.native.{key}" for key in below}


def _sequence(view: Invoice, version: str, made: Projection) -> Iterator[tuple[str, Line | str]]:
    """Yield the lines and text rows in their order, each with its path in the model."""
    for number, text in enumerate(view.leading_text_rows):
        yield f"leading_text_rows[{number}]", text
    for position, line in enumerate(view.lines):
        yield f"lines[{position}]", _line(line, position, view, version, made)
        for number, text in enumerate(line.text_rows):
            yield f"lines[{position}].text_rows[{number}]", text


def _text_row(text: str, mark: str | None, native: dict[str, str]) -> Line:
    if mark == "ArticleName":
        name, _, note = text.partition("\n")
        return Line(item_name=name, note=note or None, native=native)
    return Line(note=text, native=native)


_CODE: Final = re.compile(r"[A-Z0-9]{1,3}")
"""A VAT code as the schema of 3.0 takes it; another one is not written, and the category stands in its place."""

_PRICES: Final = ("net_price", "gross_price", "price_discount", "price_with_vat")


def _line(line: Line, position: int, view: Invoice, version: str, made: Projection) -> Line:
    path = f"lines[{position}]"
    native = dict(line.native)
    update: dict[str, Any] = {"text_rows": (), "internal": None}
    stated_price = native.pop(PRICE_OF, None)
    if stated_price is not None and stated_price != price_key(line.quantity, line.net_amount, line.net_price):
        for name in ("UnitPriceAmount", "UnitPriceNetAmount", "UnitPriceDiscountAmount"):
            native.pop(PREFIX + name, None)
        stated_price = None
    if stated_price is not None:
        update.update(net_price=None, gross_price=None, price_discount=None)
        for name in ("UnitPriceAmount", "UnitPriceNetAmount", "UnitPriceDiscountAmount"):
            if PREFIX + name in native:
                _kept_price(name, line, native, view.currency or "")
    else:
        update |= _prices(line, native, path, version, view.currency or "", made)
    _quantity(line, native, update)
    if native.pop(NEGATIVE_PRICE, None) is not None:
        turned = line.model_copy(update=update)
        for name in ("quantity", *_PRICES):
            if (number := getattr(turned, name)) is not None:
                update[name] = -number
    _unit(line, native, update, version)
    code = _code_of(native, "_vat_code", line.vat_category)
    if code is not None:
        update["vat_category"] = code
    source = native.get(f"{PREFIX}_item_name")
    if source is not None and " ".join((getattr(line, source, None) or "").split()) == line.item_name:
        update["item_name"] = None
    if native.get(f"{PREFIX}_vat_of_class") is not None:
        update["vat_category"] = update["vat_rate"] = None
    if native.get(f"{PREFIX}_net_amount") is not None and line.amount_with_vat is not None:
        update["net_amount"] = None
    update["allowances_charges"] = _allowances(line, native, view, path, made)
    for entry in line.product_identifiers:
        if line.standard_item_identifier is None and entry.kind == "ean-secondary" and entry.value:
            update["standard_item_identifier"] = entry.value
            _moved(made, f"{path}.product_identifiers", entry.value, "as EanCode (BT-157)")
            break
    update["product_identifiers"] = ()
    update["native"] = {key: text for key, text in native.items() if not key.startswith(f"{PREFIX}_")}
    return line.model_copy(update=update)


def _code_of(native: Any, key: str, category: str | None) -> str | None:
    """Return the VAT code of the source when the category is still the one that was read for it."""
    note = native.get(PREFIX + key)
    if note is None:
        return None
    code, _, read_as = note.rpartition("|")
    return code if read_as == category and _CODE.fullmatch(code) else None


def _prices(
    line: Line, native: dict[str, str], path: str, version: str, currency: str, made: Projection
) -> dict[str, Any]:
    """Net and gross price and what lies between; finer prices than five decimals are those of a larger quantity."""
    prices = {name: price for name in _PRICES if (price := getattr(line, name)) is not None}
    update: dict[str, Any] = {}
    decimals = max((_decimals(price) for price in prices.values()), default=0)
    if decimals > codecs.DECIMALS:
        factor = Decimal(10) ** (decimals - codecs.DECIMALS)
        base = (line.price_base_quantity or Decimal(1)) * factor
        stated = " and ".join(f"{name.replace('_', ' ')} {price}" for name, price in prices.items())
        prices = {name: (price * factor).normalize() for name, price in prices.items()}
        update["price_base_quantity"] = base
        made.findings.append(
            _finding(
                "LOSS-AS-TEXT",
                "info",
                f"a price of {decimals} decimals does not fit, Finvoice takes {codecs.DECIMALS}; {stated} of the row "
                f"{'is' if len(prices) == 1 else 'are'} written per {format_comma(base.normalize())}",
                None,
                f"{path}.net_price",
                line.net_price,
            )
        )
        made.moved |= {f"{path}.{name}" for name in (*_PRICES, "price_base_quantity")}
    update |= prices
    net, gross = prices.get("net_price"), prices.get("gross_price")
    if version == "2.01":
        if net is not None and line.gross_price is not None:
            made.findings.append(
                _finding(
                    "LOSS-NO-PLACE",
                    "warning",
                    f"gross price {line.gross_price} (BT-148) is not carried: Finvoice 2.01 has one price, and the net "
                    f"price {line.net_price} (BT-146) stands there",
                    "write Finvoice 3.0, which has both",
                    f"{path}.gross_price",
                    line.gross_price,
                )
            )
        update["gross_price"] = net if net is not None else gross
        update["net_price"] = update["price_discount"] = None
    elif f"{PREFIX}_one_price" in native and gross is None:
        update["gross_price"], update["net_price"] = net, None
    elif gross is None and net is not None and f"{PREFIX}UnitPriceAmount" not in native:
        update["gross_price"] = net + prices.get("price_discount", Decimal(0))
    elif f"{PREFIX}UnitPriceAmount" in native:
        _kept_price("UnitPriceAmount", line, native, currency)
    return update


def _kept_price(name: str, line: Line, native: dict[str, str], currency: str) -> None:
    """Give a price that is kept its attributes: its unit is not kept when it repeats that of the quantity."""
    native[f"{PREFIX}{name}/@{CURRENCY}"] = currency
    for attribute, unit in (("UnitPriceUnitCode", line.unit_name), ("QuantityUnitCodeUN", line.unit_code)):
        if unit is not None:
            native.setdefault(f"{PREFIX}{name}/@{attribute}", unit)


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _quantity(line: Line, native: dict[str, str], update: dict[str, Any]) -> None:
    assumed = native.pop(ASSUMED_QUANTITY, None)
    kind, _, number = (assumed or "").partition("|")
    if assumed is not None and line.quantity is not None and abs(line.quantity) == Decimal(number or 1):
        if line.unit_name is None:  # a unit that the source states for no quantity stands beside the assumed one
            update["quantity"] = update["unit_code"] = None
        if kind == "price":
            update.update(net_price=None, gross_price=None)
        return
    name = native.pop(f"{PREFIX}_quantity", None)
    if name is not None and line.quantity is not None:
        try:
            same = abs(read_comma(native.get(PREFIX + name, ""))) == abs(line.quantity)
        except ValueError:
            same = False
        if same:
            update["quantity"] = update["unit_code"] = update["unit_name"] = None
        else:
            for key in [key for key in native if key.startswith(PREFIX + name)]:
                del native[key]


def _unit(line: Line, native: dict[str, str], update: dict[str, Any], version: str) -> None:
    """The unit stands as a word that people read, and from 3.0 on as a code."""
    if "quantity" in update and update["quantity"] is None:
        return
    code = update.get("unit_code", line.unit_code)
    if code is not None and line.unit_name is None:
        name = codelists.unit_name(code)
        update["unit_name"] = name if name is not None and codelists.unit_code(name) == code else code
    elif code is None and line.unit_name is not None:
        update["unit_code"] = codelists.unit_code(line.unit_name)
    if version == "2.01":
        update["price_base_quantity_unit_code"] = None


def _allowances(
    line: Line, native: dict[str, str], view: Invoice, path: str, made: Projection
) -> tuple[AllowanceCharge, ...]:
    """A single discount stands flat in the row."""
    entries = line.allowances_charges
    discounts = [entry for entry in entries if not entry.is_charge]
    if len(discounts) != 1:
        return entries
    entry = discounts[0]
    position = entries.index(entry)
    for name, wire, kind in (
        ("percentage", "RowDiscountPercent", codecs.PERCENTAGE),
        ("amount", "RowDiscountAmount", codecs.AMOUNT),
        ("base_amount", "RowDiscountBaseAmount", codecs.AMOUNT),
        ("reason_code", "RowDiscountTypeCode", None),
        ("reason", "RowDiscountTypeText", None),
    ):
        content = getattr(entry, name)
        if content is None:
            continue
        try:
            text = content if kind is None else kind.write(content)
        except ValueError as error:
            made.findings.append(
                _finding(
                    "LOSS-UNWRITABLE",
                    "warning",
                    f"{name.replace('_', ' ')} {content} of the discount is not carried: {error}",
                    None,
                    f"{path}.allowances_charges[{position}].{name}",
                    content,
                )
            )
            continue
        native[PREFIX + wire] = text
        if kind is codecs.AMOUNT:
            native[f"{PREFIX}{wire}/@{CURRENCY}"] = view.currency or ""
    return entries


__all__ = ["LABEL_OF", "Projection", "derived", "intermediators", "project", "row_key", "without_derived"]
