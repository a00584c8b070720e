"""What a page of an invoice shows: its fields with their labels, and where in the model each of them stands.

The page for a terminal (``show.py``) and the one for a browser (``html.py``) are two forms of it.  What is shown is
what the document states: nothing is calculated, amounts keep the digits of the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from einvoice import codelists
from einvoice.report import billecta, finvoice, text

if TYPE_CHECKING:
    from einvoice.model import (
        Accrual,
        Address,
        AllowanceCharge,
        CashDiscount,
        Dimension,
        Internal,
        Invoice,
        Line,
        LineInternal,
        Party,
        PaymentInstructions,
        Period,
        SupportingDocument,
    )

PARTIES: Final = (
    ("Seller", "seller"),
    ("Buyer", "buyer"),
    ("Payee", "payee"),
    ("Tax representative", "tax_representative"),
)
"""The parties of an invoice in the order of the page: title and field."""

LINE_CELLS: Final = ("quantity", "price", "discount", "VAT", "net")
"""The columns of a line beside its identifier and its item; one that no line states is left out."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the page: its label, what it shows, and its places in the model.

    A field without a place is only words about others.  *address* marks the lines of an address, which need no label,
    *quoted* a label that stands in the document.
    """

    label: str
    value: object
    paths: tuple[str, ...] = ()
    address: bool = False
    quoted: bool = False

    @property
    def stated(self) -> bool:
        """True when the document says something here."""
        return self.value not in (None, "", ())

    @property
    def text(self) -> str:
        """What is shown."""
        return plain_value(self.value)


def stated(fields: Iterable[Field]) -> list[Field]:
    """Return the fields of which the document says something."""
    return [field for field in fields if field.stated]


# ---------------------------------------------------------------------------------- values in words


def plain_value(value: object) -> str:
    """Return *value* as text: numbers with the digits of the source, days as in ISO 8601."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def coded(list_name: str, code: str | None) -> str | None:
    """Return *code* with its name in the code list."""
    if code is None:
        return None
    name = codelists.code_name(list_name, code)
    return f"{code} {name}" if name else code


def percent(rate: Decimal | None) -> str:
    """Return a rate in percent, "" when there is none."""
    return "" if rate is None else f"{plain_value(rate)} %"


def number(value: Decimal | None) -> str:
    """Return a number, "" when there is none."""
    return "" if value is None else plain_value(value)


def money(value: Decimal | None, currency: str | None) -> str:
    """Return an amount with its currency, "" when there is none."""
    return "" if value is None else f"{plain_value(value)} {currency or ''}".rstrip()


def period(value: Period | None) -> str | None:
    """Return the first and the last day of a period; None when it has neither."""
    if value is None or (value.start_date is None and value.end_date is None):
        return None
    return f"{value.start_date or '…'} to {value.end_date or '…'}"


def in_scheme(value: str | None, scheme: str | None, list_name: str) -> str | None:
    """Return an identifier with the name of its scheme."""
    if value is None:
        return None
    if scheme is None:
        return value
    return f"{value} ({coded(list_name, scheme)})"


def unit(code: str | None, name: str | None) -> str:
    """Return the name of a unit, with the code where the document states both."""
    if name is not None:
        return name if code is None else f"{name} ({code})"
    return (codelists.unit_name(code, "en") or code) if code else ""


def group_account(account: str) -> str:
    """Return an IBAN in groups of four; any other account number as it is.

    >>> group_account("FI8891317900012343"), group_account("5555551")
    ('FI88 9131 7900 0123 43', '5555551')
    """
    joined = "".join(account.split())
    if joined[:2].isalpha() and joined[2:4].isdigit() and joined.isalnum() and 15 <= len(joined) <= 34:
        return " ".join(joined[n : n + 4] for n in range(0, len(joined), 4))
    return account


def group_reference(reference: str, kind: str | None) -> str:
    """Return a payment reference as it is printed: RF in fours from the left, Finnish in fives from the right.

    >>> group_reference("RF341234561", "rf"), group_reference("10032004", "fi"), group_reference("order 7", None)
    ('RF34 1234 561', '100 32004', 'order 7')
    """
    joined = "".join(reference.split())
    if kind == "rf" or (joined[:2] == "RF" and joined[2:4].isdigit() and joined.isalnum()):
        return " ".join(joined[n : n + 4] for n in range(0, len(joined), 4))
    if kind == "fi" and joined.isdigit():
        first = len(joined) % 5
        groups = ([joined[:first]] if first else []) + [joined[n : n + 5] for n in range(first, len(joined), 5)]
        return " ".join(groups)
    return reference


# ---------------------------------------------------------------------------------- the head, the parties, the delivery


def title(invoice: Invoice) -> str:
    """Return what the document calls itself, with its number."""
    kind = codelists.code_name("invoice_types", invoice.type_code or "") or "Document"
    called = f"{kind} {invoice.invoice_number or '(no number)'}"
    return f"{called} [{invoice.document_kind}]" if invoice.document_kind in ("order", "draft") else called


def header(invoice: Invoice) -> list[Field]:
    """Return dates, currencies and references of the document."""
    scheme = invoice.invoiced_object_identifier_scheme
    point = codelists.vat_point_code(invoice.tax_point_date_code or "")
    point_text = invoice.tax_point_date_code and f"{invoice.tax_point_date_code} {point.name if point else ''}".strip()
    invoiced_object = in_scheme(invoice.invoiced_object_identifier, scheme, "object_schemes")
    return [
        Field("type", coded("invoice_types", invoice.type_code), ("type_code",)),
        Field("issued", invoice.issue_date, ("issue_date",)),
        Field("due", invoice.due_date, ("due_date",)),
        Field("value date", invoice.value_date, ("value_date",)),
        Field("tax point", invoice.tax_point_date, ("tax_point_date",)),
        Field("tax point code", point_text, ("tax_point_date_code",)),
        Field("period", period(invoice.period), ("period",)),
        Field("currency", coded("currencies", invoice.currency), ("currency",)),
        Field("currency rate", invoice.currency_rate, ("currency_rate",)),
        Field("VAT currency", coded("currencies", invoice.vat_currency), ("vat_currency",)),
        Field("buyer reference", invoice.buyer_reference, ("buyer_reference",)),
        Field("seller reference", invoice.seller_reference, ("seller_reference",)),
        Field("purchase order", invoice.purchase_order_reference, ("purchase_order_reference",)),
        Field("sales order", invoice.sales_order_reference, ("sales_order_reference",)),
        Field("contract", invoice.contract_reference, ("contract_reference",)),
        Field("project", invoice.project_reference, ("project_reference",)),
        Field("receiving advice", invoice.receiving_advice_reference, ("receiving_advice_reference",)),
        Field("despatch advice", invoice.despatch_advice_reference, ("despatch_advice_reference",)),
        Field("tender or lot", invoice.tender_reference, ("tender_reference",)),
        Field("invoiced object", invoiced_object, ("invoiced_object_identifier",)),
        Field("buyer books on", invoice.buyer_accounting_reference, ("buyer_accounting_reference",)),
        Field("proposed account", invoice.buyer_proposed_account, ("buyer_proposed_account",)),
        Field("process", invoice.business_process_type, ("business_process_type",)),
        Field("specification", invoice.specification_identifier, ("specification_identifier",)),
    ]


def party_address(party: Party, at: str) -> list[Field]:
    """Return the name of *party* and the lines of its address; *at* is its place in the model."""
    trading = party.trading_name and f"trading as {party.trading_name}"
    return [
        Field("name", party.name, (f"{at}.name",), address=True),
        Field("name", party.name_extension, (f"{at}.name_extension",), address=True),
        Field("trading name", trading, (f"{at}.trading_name",), address=True),
        *address_lines(party.address, f"{at}.address"),
    ]


def party_details(party: Party, at: str) -> list[Field]:
    """Return identifiers and contact of *party*; *at* is its place in the model."""
    contact = party.contact
    tax = [party.tax_registration_identifier, party.tax_registration_scheme and f"({party.tax_registration_scheme})"]
    tax_paths = (f"{at}.tax_registration_identifier", f"{at}.tax_registration_scheme")
    registration = in_scheme(party.legal_registration_identifier, party.legal_registration_identifier_scheme, "icd")
    electronic = in_scheme(party.electronic_address, party.electronic_address_scheme, "eas")
    return [
        Field("registration", registration, (f"{at}.legal_registration_identifier",)),
        Field("VAT number", party.vat_identifier, (f"{at}.vat_identifier",)),
        Field("tax registration", " ".join(part for part in tax if part), tax_paths),
        *(
            Field("identifier", in_scheme(each.value, each.scheme, "icd"), (f"{at}.identifiers[{n}]",))
            for n, each in enumerate(party.identifiers)
        ),
        Field("e-address", electronic, (f"{at}.electronic_address",)),
        Field("contact", contact and contact.name, (f"{at}.contact.name",)),
        Field("telephone", contact and contact.telephone, (f"{at}.contact.telephone",)),
        Field("e-mail", contact and contact.email, (f"{at}.contact.email",)),
        Field("legal", party.additional_legal_information, (f"{at}.additional_legal_information",)),
        *_native(party.native.items(), f"{at}.native"),
    ]


def _native(items: Iterable[tuple[str, str]], at: str) -> Iterator[Field]:
    stated = dict(items)
    deducts = stated.get("billecta:RotRutActivated") == "true"
    return (
        Field(key, value, (f"{at}.{key}",), quoted=True)
        for key, value in stated.items()
        if ":_" not in key  # a mark that a reader left for its writer
        and not finvoice.shown(key)
        and not billecta.says_nothing(key, value, deducts=deducts)
    )


def address_lines(address: Address | None, at: str) -> list[Field]:
    """Return the lines of an address as they are written on a letter."""
    if address is None:
        return [
            Field("address", None, (at, f"{at}.line_1"), address=True),
            Field("town", None, (f"{at}.city", f"{at}.post_code"), address=True),
            Field("country", None, (f"{at}.country_code",), address=True),
        ]
    town = " ".join(part for part in (address.post_code, address.city) if part)
    name = address.country_code and codelists.country_name(address.country_code)
    country = " ".join(part for part in (address.country_code, name) if part)
    return [
        Field("address", address.line_1, (f"{at}.line_1",), address=True),
        Field("address", address.line_2, (f"{at}.line_2",), address=True),
        Field("address", address.line_3, (f"{at}.line_3",), address=True),
        Field("town", town, (f"{at}.city", f"{at}.post_code"), address=True),
        Field("region", address.country_subdivision, (f"{at}.country_subdivision",), address=True),
        Field("country", country, (f"{at}.country_code",), address=True),
    ]


def delivery(invoice: Invoice) -> list[Field]:
    """Return where, when and how was delivered."""
    goods = invoice.delivery
    if goods is None:
        return []
    lines = [goods.party_name, goods.name_extension]
    lines += [field.text for field in stated(address_lines(goods.address, ""))]
    to_paths = ("delivery.party_name", "delivery.name_extension", "delivery.address")
    location = in_scheme(goods.location_identifier, goods.location_identifier_scheme, "icd")
    return [
        Field("date", goods.actual_delivery_date, ("delivery.actual_delivery_date",)),
        Field("to", ", ".join(line for line in lines if line), to_paths),
        Field("location", location, ("delivery.location_identifier",)),
        Field("method", goods.method, ("delivery.method",)),
        Field("terms", goods.terms, ("delivery.terms",)),
        Field("waybill", goods.waybill_identifier, ("delivery.waybill_identifier",)),
        Field("promised", goods.promised_date, ("delivery.promised_date",)),
        Field("promised week", goods.promised_week, ("delivery.promised_week",)),
    ]


# ---------------------------------------------------------------------------------- lines


def line_cells(line: Line, at: str) -> dict[str, Field]:
    """Return the cells of a line by the names in `LINE_CELLS`; *at* is its place in the model."""
    price_names = ["net_price", "price_base_quantity", "price_base_quantity_unit_code"]
    price_names += ["price_with_vat"] if line.net_price is None else []
    vat = " ".join(filter(None, (line.vat_category, percent(line.vat_rate))))
    quantity = f"{number(line.quantity)} {unit(line.unit_code, line.unit_name)}".strip()
    return {
        "quantity": Field("quantity", quantity, (f"{at}.quantity", f"{at}.unit_code", f"{at}.unit_name")),
        "price": Field("price", _price(line), tuple(f"{at}.{name}" for name in price_names)),
        "discount": Field("discount", _discount(line)),
        "VAT": Field("VAT", vat, (f"{at}.vat_rate", f"{at}.vat_category")),
        "net": Field("net", number(line.net_amount), (f"{at}.net_amount",)),
    }


def _price(line: Line) -> str:
    price = line.net_price if line.net_price is not None else line.price_with_vat
    if price is None:
        return ""
    shown = plain_value(price)
    if line.net_price is None:
        shown += " incl. VAT"
    if line.price_base_quantity is not None:
        base_unit = unit(line.price_base_quantity_unit_code, None)
        shown += f" / {plain_value(line.price_base_quantity)} {base_unit}".rstrip()
    return shown


def _discount(line: Line) -> str:
    shown = []
    for allowance in line.allowances_charges:
        if allowance.is_charge:
            continue
        if allowance.percentage is not None:
            shown.append(percent(allowance.percentage))
        elif allowance.amount is not None:
            shown.append(f"-{plain_value(allowance.amount)}")
    return "\n".join(shown)


def line_details(line: Line, at: str, currency: str | None) -> list[Field]:
    """Return what a line says beside its cells and the name of its item; *at* is its place in the model."""
    order = " line ".join(part for part in (line.order_reference, line.order_line_reference) if part)
    standard = in_scheme(line.standard_item_identifier, line.standard_item_identifier_scheme, "icd")
    line_object = in_scheme(line.object_identifier, line.object_identifier_scheme, "object_schemes")
    with_vat = line.price_with_vat if line.net_price is not None else None
    return [
        Field("", line.item_description, (f"{at}.item_description",)),
        Field("seller's code", line.seller_item_identifier, (f"{at}.seller_item_identifier",)),
        Field("buyer's code", line.buyer_item_identifier, (f"{at}.buyer_item_identifier",)),
        Field("item", standard, (f"{at}.standard_item_identifier",)),
        *(
            Field(each.kind or "identifier", each.value, (f"{at}.product_identifiers[{n}]",))
            for n, each in enumerate(line.product_identifiers)
        ),
        *(
            Field("class", in_scheme(each.code, each.scheme, "item_classification"), (f"{at}.classifications[{n}]",))
            for n, each in enumerate(line.classifications)
        ),
        Field("origin", line.origin_country_code, (f"{at}.origin_country_code",)),
        *(
            Field(each.name or "property", each.value, (f"{at}.attributes[{n}]",), quoted=True)
            for n, each in enumerate(line.attributes)
        ),
        Field("object", line_object, (f"{at}.object_identifier",)),
        Field("order", order, (f"{at}.order_line_reference", f"{at}.order_reference")),
        Field("buyer books on", line.buyer_accounting_reference, (f"{at}.buyer_accounting_reference",)),
        Field("proposed account", line.buyer_proposed_account, (f"{at}.buyer_proposed_account",)),
        Field("delivered", line.delivery_date, (f"{at}.delivery_date",)),
        Field("period", period(line.period), (f"{at}.period",)),
        Field("gross price", line.gross_price, (f"{at}.gross_price",)),
        Field("price discount", line.price_discount, (f"{at}.price_discount",)),
        Field("price with VAT", with_vat, (f"{at}.price_with_vat",) if line.net_price is not None else ()),
        *(
            Field(
                "charge" if each.is_charge else "discount",
                allowance_charge(each, currency),
                (f"{at}.allowances_charges[{n}]",),
            )
            for n, each in enumerate(line.allowances_charges)
        ),
        Field("VAT", line.vat_amount, (f"{at}.vat_amount",)),
        Field("with VAT", line.amount_with_vat, (f"{at}.amount_with_vat",)),
        Field("note", line.note, (f"{at}.note",)),
        *_native(line.native.items(), f"{at}.native"),
    ]


def line_internal(internal: LineInternal, at: str) -> list[Field]:
    """Return what a line says to its seller only; *at* is the place of the line in the model."""
    stock = " ".join(part for part in (internal.inventory_identifier, internal.inventory_name) if part)
    stock_paths = (f"{at}.internal.inventory_identifier", f"{at}.internal.inventory_name")
    return [
        Field("purchase price", internal.purchase_price, (f"{at}.internal.purchase_price",)),
        Field("commission", percent(internal.provision_percentage), (f"{at}.internal.provision_percentage",)),
        Field("stock place", stock, stock_paths),
        Field("account", internal.account_suggestion, (f"{at}.internal.account_suggestion",)),
        *(
            Field("dimension", dimension(each), (f"{at}.internal.dimensions[{n}]",))
            for n, each in enumerate(internal.dimensions)
        ),
        Field("accrual", internal.accrual and accrual(internal.accrual), (f"{at}.internal.accrual",)),
    ]


# ---------------------------------------------------------------------------------- amounts


def allowance_charge(entry: AllowanceCharge, currency: str | None) -> str:
    """Return an allowance or charge in one line."""
    rate = ""
    if entry.percentage is not None:
        rate = percent(entry.percentage)
        if entry.base_amount is not None:
            rate += f" of {plain_value(entry.base_amount)}"
    return ", ".join(part for part in (reason(entry), rate, money(entry.amount, currency)) if part)


def reason(entry: AllowanceCharge) -> str:
    """Return the reason in words, with its code."""
    if entry.reason is not None:
        return f"{entry.reason} ({entry.reason_code})" if entry.reason_code else entry.reason
    return coded("charge_reasons" if entry.is_charge else "allowance_reasons", entry.reason_code) or ""


def allowance_charge_cells(entry: AllowanceCharge, at: str) -> list[Field]:
    """Return the cells of an allowance or charge of the document; *at* is its place in the model."""
    vat = " ".join(part for part in (entry.vat_category or "", percent(entry.vat_rate)) if part)
    return [
        Field("", "charge" if entry.is_charge else "allowance", (f"{at}.is_charge",)),
        Field("reason", reason(entry), (f"{at}.reason", f"{at}.reason_code")),
        Field("base", number(entry.base_amount), (f"{at}.base_amount",)),
        Field("rate", percent(entry.percentage), (f"{at}.percentage",)),
        Field("VAT", vat, (f"{at}.vat_rate", f"{at}.vat_category")),
        Field("amount", number(entry.amount), (f"{at}.amount",)),
    ]


def vat_cells(invoice: Invoice) -> list[list[Field]]:
    """Return the cells of each row of the VAT breakdown."""
    rows = []
    for n, row in enumerate(invoice.vat_breakdown):
        at = f"vat_breakdown[{n}]"
        category = codelists.vat_category(row.category or "")
        exemption = " ".join(part for part in (row.exemption_reason_code, row.exemption_reason) if part)
        exemption_paths = (f"{at}.exemption_reason", f"{at}.exemption_reason_code")
        named = f"{row.category or ''} {category.name if category else ''}".strip()
        rows.append(
            [
                Field("category", named, (f"{at}.category",)),
                Field("rate", percent(row.rate), (f"{at}.rate",)),
                Field("taxable", number(row.taxable_amount), (f"{at}.taxable_amount",)),
                Field("VAT", number(row.tax_amount), (f"{at}.tax_amount",)),
                Field("exemption", exemption, exemption_paths),
            ]
        )
    return rows


def totals(invoice: Invoice) -> list[tuple[Field, str]]:
    """Return the totals, each with its currency."""
    stated_totals = invoice.totals
    currency = invoice.currency or ""
    accounting = f"VAT in {invoice.vat_currency}" if invoice.vat_currency else "VAT for accounting"
    rows = (
        ("sum of lines", "line_total", currency),
        ("allowances", "allowance_total", currency),
        ("charges", "charge_total", currency),
        ("total without VAT", "total_without_vat", currency),
        ("VAT", "vat_total", currency),
        (accounting, "vat_total_accounting", invoice.vat_currency or ""),
        ("total with VAT", "total_with_vat", currency),
        ("paid", "paid_amount", currency),
        ("rounding", "rounding_amount", currency),
        ("amount due", "amount_due", currency),
    )
    return [
        (Field(label, None if stated_totals is None else getattr(stated_totals, name), (f"totals.{name}",)), unit)
        for label, name, unit in rows
    ]


# ---------------------------------------------------------------------------------- payment


def payment(invoice: Invoice) -> list[Field]:
    """Return what holds for every way to pay."""
    conditions = invoice.payment_conditions
    discounts = conditions.cash_discounts if conditions else ()
    at = "payment_conditions"
    interest = percent(conditions.late_payment_interest_rate) if conditions else None
    return [
        Field("due", invoice.due_date),
        Field("terms", invoice.payment_terms, ("payment_terms",)),
        Field("net days", conditions and conditions.net_days, (f"{at}.net_days",)),
        *(
            Field("cash discount", cash_discount(entry, invoice.currency), (f"{at}.cash_discounts[{n}]",))
            for n, entry in enumerate(discounts)
        ),
        Field("late interest", interest, (f"{at}.late_payment_interest_rate",)),
    ]


def cash_discount(entry: CashDiscount, currency: str | None) -> str:
    """Return the terms of a cash discount in one line."""
    parts = [
        percent(entry.percentage),
        f"on {plain_value(entry.base_amount)}" if entry.base_amount is not None else "",
        f"= {money(entry.amount, currency)}" if entry.amount is not None else "",
        f"within {entry.days} days" if entry.days is not None else "",
        f"until {entry.last_date}" if entry.last_date is not None else "",
    ]
    return " ".join(part for part in parts if part)


def way_to_pay(way: PaymentInstructions, at: str) -> list[Field]:
    """Return one way to pay; *at* is its place in the model."""
    transfer, card, debit = way.credit_transfer, way.card, way.direct_debit
    reference = way.remittance_information
    kind = way.reference_kind
    if kind is None and transfer and (transfer.account_identifier or "").startswith("FI"):
        kind = "fi"
    account = group_account(transfer.account_identifier) if transfer and transfer.account_identifier else None
    debited = group_account(debit.debited_account_identifier) if debit and debit.debited_account_identifier else None
    bank, paid_by, mandate = f"{at}.credit_transfer", f"{at}.card", f"{at}.direct_debit"
    return [
        Field("by", coded("payment_means", way.means_code), (f"{at}.means_code",)),
        Field("", way.means_text, (f"{at}.means_text",)),
        Field("account", account, (f"{bank}.account_identifier",)),
        Field("account name", transfer and transfer.account_name, (f"{bank}.account_name",)),
        Field("BIC", transfer and transfer.service_provider_identifier, (f"{bank}.service_provider_identifier",)),
        Field("reference", reference and group_reference(reference, kind), (f"{at}.remittance_information",)),
        Field("due", way.due_date, (f"{at}.due_date",)),
        Field("card", card and card.primary_account_number, (f"{paid_by}.primary_account_number",)),
        Field("card holder", card and card.holder_name, (f"{paid_by}.holder_name",)),
        Field("card network", card and card.network, (f"{paid_by}.network",)),
        Field("mandate", debit and debit.mandate_reference, (f"{mandate}.mandate_reference",)),
        Field("debited account", debited, (f"{mandate}.debited_account_identifier",)),
    ]


def payment_order(invoice: Invoice) -> list[Field]:
    """Return what a Finvoice says of its payment order beyond the ways to pay; [] for other formats."""
    if not finvoice.is_finvoice(invoice):
        return []
    return [Field(label, value) for label, value in finvoice.payment_order(invoice)]


# ---------------------------------------------------------------------------------- the rest


def document_cells(entry: SupportingDocument, at: str) -> list[Field]:
    """Return the cells of an attachment, whose content is not shown; *at* is its place in the model."""
    kind = entry.mime_code or ("link" if entry.external_location else "")
    return [
        Field("reference", entry.reference, (f"{at}.reference",)),
        Field("file", entry.filename or entry.external_location, (f"{at}.filename", f"{at}.external_location")),
        Field("type", kind, (f"{at}.mime_code",)),
        Field("size", _size(entry), (f"{at}.content_base64",)),
        Field("description", entry.description, (f"{at}.description",)),
    ]


def _size(entry: SupportingDocument) -> str:
    try:
        content = entry.content
    except ValueError:
        return "broken Base64"
    return "" if content is None else f"{text.count(len(content), 'byte')}"


def preceding(invoice: Invoice) -> list[Field]:
    """Return the invoices that this one follows or credits: number and date."""
    return [
        Field(entry.number or "(no number)", entry.issue_date or "", (f"preceding_invoices[{n}]",), quoted=True)
        for n, entry in enumerate(invoice.preceding_invoices)
    ]


def notes(invoice: Invoice) -> list[Field]:
    """Return the notes, each with its subject."""
    shown = []
    for n, note in enumerate(invoice.notes):
        subject = coded("note_subjects", note.subject_code)
        said = f"{subject}: {note.text or ''}" if subject else note.text or ""
        shown.append(Field("note", said, (f"notes[{n}]",)))
    return shown


def custom_tags(invoice: Invoice) -> list[Field]:
    """Return the seller's own fields."""
    return [
        Field(tag.name or "", tag.value or "", (f"custom_tags[{n}]",), quoted=True)
        for n, tag in enumerate(invoice.custom_tags)
    ]


def processing(invoice: Invoice) -> list[Field]:
    """Return what only the source system understands."""
    return list(_native(invoice.native.items(), "native"))


def internal(entry: Internal) -> list[Field]:
    """Return what never leaves the seller, without the postings."""
    return [
        Field("private comment", entry.private_comment, ("internal.private_comment",)),
        Field("posting date", entry.posting_date, ("internal.posting_date",)),
        Field("state", entry.lifecycle_status, ("internal.lifecycle_status",)),
        Field("receivables account", entry.receivables_account, ("internal.receivables_account",)),
        *(
            Field("dimension", dimension(each), (f"internal.dimensions[{n}]",))
            for n, each in enumerate(entry.dimensions)
        ),
        Field("accrual", entry.accrual and accrual(entry.accrual), ("internal.accrual",)),
    ]


def posting_cells(entry: Internal) -> list[list[Field]]:
    """Return the cells of each posting."""
    rows = []
    for n, posting in enumerate(entry.posting_lines):
        at = f"internal.posting_lines[{n}]"
        vat = " ".join(part for part in (posting.vat_code or "", percent(posting.vat_rate)) if part)
        amount = number(posting.amount) + (" incl. VAT" if posting.includes_vat else "")
        rows.append(
            [
                Field("account", posting.account, (f"{at}.account",)),
                Field("posting", posting.description, (f"{at}.description",)),
                Field("VAT", vat, (f"{at}.vat_rate", f"{at}.vat_code")),
                Field("dimensions", ", ".join(map(dimension, posting.dimensions)), (f"{at}.dimensions",)),
                Field("amount", amount, (f"{at}.amount", f"{at}.includes_vat")),
            ]
        )
    return rows


def dimension(entry: Dimension) -> str:
    """Return a dimension with its item."""
    return " = ".join(part for part in (entry.name, entry.item) if part)


def accrual(entry: Accrual) -> str:
    """Return the months of an accrual."""
    parts = [
        f"{entry.start_year or '…'}-{entry.start_month or 0:02d}",
        f"to {entry.end_year or '…'}-{entry.end_month:02d}" if entry.end_month is not None else "",
        f"curve {entry.curve}" if entry.curve else "",
    ]
    return " ".join(part for part in parts if part)
