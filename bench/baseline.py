"""The same work written by hand, as a competent Python developer would write it without a toolkit.

lxml's `findtext` once per field, `Decimal` and `date` for the values, plain dataclasses between, a `SubElement` tree
out.  It is what einvoice has to be worth its price against, so it is written to be read and to be right on the
generated documents, not to win or to lose a race.

    read_ubl(data), read_netvisor(data, settings)         bytes to `Invoice`
    write_ubl(invoice), write_netvisor(invoice)           `Invoice` to bytes
    netvisor_to_ubl(data, settings), ubl_to_netvisor(data)

What it handles
---------------
Document  number, dates (issue, due, delivery), type, currency and VAT currency, buyer and seller reference, order,
          credited invoice, one note, payment terms, one way to pay; allowances and charges, VAT breakdown, totals
Parties   seller and buyer: electronic address, identifier, name, address, VAT number, tax registration, legal
          registration, contact; address of delivery
Lines     number, note, quantity, unit, amounts, allowances and charges, name, item number of the seller, VAT category
          and rate, price, base quantity, price discount; of Netvisor comment lines, dimensions, prices with VAT and
          stated sums

Netvisor to UBL: category and reason of the VAT from the VAT code, sign of credit notes, unit codes, prices with VAT,
seller and buyer from the context file, totals and VAT breakdown calculated from the lines, rounding amount.
UBL to Netvisor: VAT code from the category, sign, allowances of the document as product lines, sums per line where
price and discount do not give the stated amount.

What it does not
----------------
It reads what it looks for and drops the rest in silence; a value that cannot be read raises whatever it raises.  No
findings, no places in the source, no validation, nothing checked.  No payee, tax representative, periods, attachments,
item attributes, classifications, payment cards or mandates, custom tags, postings.  Netvisor import documents in lower
case only; UBL and Netvisor only (`baseline_finvoice.py` adds Finvoice).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from lxml import etree
from lxml.etree import SubElement

from bench.documents import Settings

UBL: Final = "urn:oasis:names:specification:ubl:schema:xsd:"
NS: Final = {"cac": f"{UBL}CommonAggregateComponents-2", "cbc": f"{UBL}CommonBasicComponents-2"}
CAC, CBC = (f"{{{NS[prefix]}}}" for prefix in ("cac", "cbc"))
CUSTOMIZATION: Final = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROCESS: Final = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"

CENT: Final = Decimal("0.01")
ZERO: Final = Decimal(0)


@dataclass
class Address:
    """A postal address."""

    street: str | None = None
    city: str | None = None
    post_code: str | None = None
    country: str | None = None


@dataclass
class Party:
    """Seller or buyer."""

    name: str | None = None
    trading_name: str | None = None
    identifier: str | None = None
    endpoint: str | None = None
    endpoint_scheme: str | None = None
    vat_number: str | None = None
    tax_registration: str | None = None
    registration: str | None = None
    registration_scheme: str | None = None
    address: Address = field(default_factory=Address)
    contact: str | None = None
    telephone: str | None = None
    email: str | None = None


@dataclass
class Adjustment:
    """An allowance or charge of the document or of a line."""

    is_charge: bool
    amount: Decimal
    base: Decimal | None = None
    percentage: Decimal | None = None
    reason: str | None = None
    reason_code: str | None = None
    category: str | None = None
    rate: Decimal | None = None

    @property
    def signed(self) -> Decimal:
        """What it adds to a sum."""
        return self.amount if self.is_charge else -self.amount


@dataclass
class Line:
    """An invoice line."""

    number: str
    name: str | None
    quantity: Decimal
    net_amount: Decimal
    price: Decimal
    category: str | None
    rate: Decimal | None
    unit_code: str | None = None
    unit_name: str | None = None
    item_number: str | None = None
    note: str | None = None
    description: str | None = None
    comments: list[str] = field(default_factory=list)
    dimensions: list[tuple[str | None, str | None]] = field(default_factory=list)
    adjustments: list[Adjustment] = field(default_factory=list)
    base_quantity: Decimal | None = None
    price_discount: Decimal | None = None
    gross_price: Decimal | None = None
    price_with_vat: Decimal | None = None
    vat_amount: Decimal | None = None
    amount_with_vat: Decimal | None = None


@dataclass
class VatGroup:
    """Taxable amount and VAT of one category and rate."""

    taxable: Decimal
    tax: Decimal
    category: str | None
    rate: Decimal | None
    reason: str | None = None
    reason_code: str | None = None


@dataclass
class Totals:
    """The totals of the document."""

    lines: Decimal = ZERO
    without_vat: Decimal = ZERO
    with_vat: Decimal = ZERO
    vat: Decimal = ZERO
    due: Decimal = ZERO
    allowances: Decimal | None = None
    charges: Decimal | None = None
    paid: Decimal | None = None
    rounding: Decimal | None = None
    vat_accounting: Decimal | None = None


@dataclass
class Invoice:
    """An invoice or, with type 381, a credit note; its amounts are positive then."""

    number: str | None
    issue_date: date | None
    type_code: str
    currency: str
    seller: Party
    buyer: Party
    lines: list[Line]
    totals: Totals
    groups: list[VatGroup]
    adjustments: list[Adjustment] = field(default_factory=list)
    vat_currency: str | None = None
    due_date: date | None = None
    delivery_date: date | None = None
    delivery_name: str | None = None
    delivery_address: Address | None = None
    note: str | None = None
    note_before: str | None = None
    buyer_reference: str | None = None
    seller_reference: str | None = None
    order: str | None = None
    credited_number: str | None = None
    credited_date: date | None = None
    payment_means: str | None = None
    payment_reference: str | None = None
    account: str | None = None
    bank: str | None = None
    payment_terms: str | None = None
    net_days: int | None = None
    cash_discount_days: int | None = None
    cash_discount: Decimal | None = None
    status: str | None = None
    tax_handling: str | None = None


def round2(value: Decimal) -> Decimal:
    """Return *value* with two decimals, halves away from zero."""
    return value.quantize(CENT, ROUND_HALF_UP)


# -- UBL, reading ----------


def read_ubl(data: bytes) -> Invoice:
    """Return the invoice or credit note in *data*, UBL 2.1."""
    root = etree.fromstring(data)
    credit = etree.QName(root).localname == "CreditNote"
    payment = root.find("cac:PaymentMeans", NS)
    due = root.findtext("cbc:DueDate", namespaces=NS)
    if due is None and payment is not None:
        due = payment.findtext("cbc:PaymentDueDate", namespaces=NS)
    delivery = root.find("cac:Delivery", NS)
    place = None if delivery is None else delivery.find("cac:DeliveryLocation/cac:Address", NS)
    totals, groups = _read_ubl_totals(root)
    credited = "cac:BillingReference/cac:InvoiceDocumentReference"
    return Invoice(
        number=root.findtext("cbc:ID", namespaces=NS),
        issue_date=_date(root.findtext("cbc:IssueDate", namespaces=NS)),
        type_code=root.findtext("cbc:CreditNoteTypeCode" if credit else "cbc:InvoiceTypeCode", namespaces=NS) or "380",
        currency=root.findtext("cbc:DocumentCurrencyCode", namespaces=NS) or "EUR",
        vat_currency=root.findtext("cbc:TaxCurrencyCode", namespaces=NS),
        due_date=_date(due),
        note=root.findtext("cbc:Note", namespaces=NS),
        buyer_reference=root.findtext("cbc:BuyerReference", namespaces=NS),
        order=root.findtext("cac:OrderReference/cbc:ID", namespaces=NS),
        credited_number=root.findtext(f"{credited}/cbc:ID", namespaces=NS),
        credited_date=_date(root.findtext(f"{credited}/cbc:IssueDate", namespaces=NS)),
        seller=_read_ubl_party(root.find("cac:AccountingSupplierParty/cac:Party", NS)),
        buyer=_read_ubl_party(root.find("cac:AccountingCustomerParty/cac:Party", NS)),
        delivery_date=_date(None if delivery is None else delivery.findtext("cbc:ActualDeliveryDate", namespaces=NS)),
        delivery_address=None if place is None else _read_ubl_address(place),
        payment_means=None if payment is None else payment.findtext("cbc:PaymentMeansCode", namespaces=NS),
        payment_reference=None if payment is None else payment.findtext("cbc:PaymentID", namespaces=NS),
        account=None if payment is None else payment.findtext("cac:PayeeFinancialAccount/cbc:ID", namespaces=NS),
        bank=None
        if payment is None
        else payment.findtext("cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID", namespaces=NS),
        payment_terms=root.findtext("cac:PaymentTerms/cbc:Note", namespaces=NS),
        adjustments=[_read_ubl_adjustment(e) for e in root.findall("cac:AllowanceCharge", NS)],
        groups=groups,
        totals=totals,
        lines=[
            _read_ubl_line(e, credit) for e in root.findall("cac:CreditNoteLine" if credit else "cac:InvoiceLine", NS)
        ],
    )


def _read_ubl_party(element: etree._Element | None) -> Party:
    if element is None:
        return Party()
    endpoint = element.find("cbc:EndpointID", NS)
    legal = element.find("cac:PartyLegalEntity/cbc:CompanyID", NS)
    address = element.find("cac:PostalAddress", NS)
    party = Party(
        name=element.findtext("cac:PartyLegalEntity/cbc:RegistrationName", namespaces=NS),
        trading_name=element.findtext("cac:PartyName/cbc:Name", namespaces=NS),
        identifier=element.findtext("cac:PartyIdentification/cbc:ID", namespaces=NS),
        endpoint=None if endpoint is None else endpoint.text,
        endpoint_scheme=None if endpoint is None else endpoint.get("schemeID"),
        registration=None if legal is None else legal.text,
        registration_scheme=None if legal is None else legal.get("schemeID"),
        address=Address() if address is None else _read_ubl_address(address),
        contact=element.findtext("cac:Contact/cbc:Name", namespaces=NS),
        telephone=element.findtext("cac:Contact/cbc:Telephone", namespaces=NS),
        email=element.findtext("cac:Contact/cbc:ElectronicMail", namespaces=NS),
    )
    for scheme in element.findall("cac:PartyTaxScheme", NS):
        number = scheme.findtext("cbc:CompanyID", namespaces=NS)
        if scheme.findtext("cac:TaxScheme/cbc:ID", namespaces=NS) == "VAT":
            party.vat_number = number
        else:
            party.tax_registration = number
    return party


def _read_ubl_address(element: etree._Element) -> Address:
    return Address(
        street=element.findtext("cbc:StreetName", namespaces=NS),
        city=element.findtext("cbc:CityName", namespaces=NS),
        post_code=element.findtext("cbc:PostalZone", namespaces=NS),
        country=element.findtext("cac:Country/cbc:IdentificationCode", namespaces=NS),
    )


def _read_ubl_adjustment(element: etree._Element) -> Adjustment:
    return Adjustment(
        is_charge=element.findtext("cbc:ChargeIndicator", namespaces=NS) == "true",
        amount=_amount(element.findtext("cbc:Amount", namespaces=NS)),
        base=_decimal(element.findtext("cbc:BaseAmount", namespaces=NS)),
        percentage=_decimal(element.findtext("cbc:MultiplierFactorNumeric", namespaces=NS)),
        reason=element.findtext("cbc:AllowanceChargeReason", namespaces=NS),
        reason_code=element.findtext("cbc:AllowanceChargeReasonCode", namespaces=NS),
        category=element.findtext("cac:TaxCategory/cbc:ID", namespaces=NS),
        rate=_decimal(element.findtext("cac:TaxCategory/cbc:Percent", namespaces=NS)),
    )


def _read_ubl_totals(root: etree._Element) -> tuple[Totals, list[VatGroup]]:
    totals, groups = Totals(), []
    for element in root.findall("cac:TaxTotal", NS):
        amount = _amount(element.findtext("cbc:TaxAmount", namespaces=NS))
        subtotals = element.findall("cac:TaxSubtotal", NS)
        if not subtotals:
            totals.vat_accounting = amount
            continue
        totals.vat = amount
        for subtotal in subtotals:
            groups.append(
                VatGroup(
                    taxable=_amount(subtotal.findtext("cbc:TaxableAmount", namespaces=NS)),
                    tax=_amount(subtotal.findtext("cbc:TaxAmount", namespaces=NS)),
                    category=subtotal.findtext("cac:TaxCategory/cbc:ID", namespaces=NS),
                    rate=_decimal(subtotal.findtext("cac:TaxCategory/cbc:Percent", namespaces=NS)),
                    reason=subtotal.findtext("cac:TaxCategory/cbc:TaxExemptionReason", namespaces=NS),
                    reason_code=subtotal.findtext("cac:TaxCategory/cbc:TaxExemptionReasonCode", namespaces=NS),
                )
            )
    sums = root.find("cac:LegalMonetaryTotal", NS)
    if sums is not None:
        totals.lines = _amount(sums.findtext("cbc:LineExtensionAmount", namespaces=NS))
        totals.without_vat = _amount(sums.findtext("cbc:TaxExclusiveAmount", namespaces=NS))
        totals.with_vat = _amount(sums.findtext("cbc:TaxInclusiveAmount", namespaces=NS))
        totals.allowances = _decimal(sums.findtext("cbc:AllowanceTotalAmount", namespaces=NS))
        totals.charges = _decimal(sums.findtext("cbc:ChargeTotalAmount", namespaces=NS))
        totals.paid = _decimal(sums.findtext("cbc:PrepaidAmount", namespaces=NS))
        totals.rounding = _decimal(sums.findtext("cbc:PayableRoundingAmount", namespaces=NS))
        totals.due = _amount(sums.findtext("cbc:PayableAmount", namespaces=NS))
    return totals, groups


def _read_ubl_line(element: etree._Element, credit: bool) -> Line:
    quantity = element.find("cbc:CreditedQuantity" if credit else "cbc:InvoicedQuantity", NS)
    return Line(
        number=element.findtext("cbc:ID", namespaces=NS) or "",
        note=element.findtext("cbc:Note", namespaces=NS),
        quantity=_amount(None if quantity is None else quantity.text),
        unit_code=None if quantity is None else quantity.get("unitCode"),
        net_amount=_amount(element.findtext("cbc:LineExtensionAmount", namespaces=NS)),
        adjustments=[_read_ubl_adjustment(e) for e in element.findall("cac:AllowanceCharge", NS)],
        name=element.findtext("cac:Item/cbc:Name", namespaces=NS),
        description=element.findtext("cac:Item/cbc:Description", namespaces=NS),
        item_number=element.findtext("cac:Item/cac:SellersItemIdentification/cbc:ID", namespaces=NS),
        category=element.findtext("cac:Item/cac:ClassifiedTaxCategory/cbc:ID", namespaces=NS),
        rate=_decimal(element.findtext("cac:Item/cac:ClassifiedTaxCategory/cbc:Percent", namespaces=NS)),
        price=_amount(element.findtext("cac:Price/cbc:PriceAmount", namespaces=NS)),
        base_quantity=_decimal(element.findtext("cac:Price/cbc:BaseQuantity", namespaces=NS)),
        price_discount=_decimal(element.findtext("cac:Price/cac:AllowanceCharge/cbc:Amount", namespaces=NS)),
        gross_price=_decimal(element.findtext("cac:Price/cac:AllowanceCharge/cbc:BaseAmount", namespaces=NS)),
    )


def _amount(text: str | None) -> Decimal:
    return ZERO if text is None else Decimal(text.strip())


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text.strip())


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text.strip())


# -- UBL, writing ----------


def write_ubl(invoice: Invoice) -> bytes:
    """Return *invoice* as a Peppol BIS Billing 3 document."""
    credit = invoice.type_code == "381"
    kind = "CreditNote" if credit else "Invoice"
    nsmap: dict[str | None, str] = {None: f"{UBL}{kind}-2", "cac": NS["cac"], "cbc": NS["cbc"]}
    root = etree.Element(f"{{{UBL}{kind}-2}}{kind}", nsmap=nsmap)
    _leaf(root, "CustomizationID", CUSTOMIZATION)
    _leaf(root, "ProfileID", PROCESS)
    _leaf(root, "ID", invoice.number)
    _leaf(root, "IssueDate", invoice.issue_date)
    if not credit:
        _leaf(root, "DueDate", invoice.due_date)
    _leaf(root, f"{kind}TypeCode", invoice.type_code)
    _leaf(root, "Note", "\n".join(filter(None, (invoice.note_before, invoice.note))) or None)
    _leaf(root, "DocumentCurrencyCode", invoice.currency)
    _leaf(root, "TaxCurrencyCode", invoice.vat_currency)
    _leaf(root, "BuyerReference", invoice.buyer_reference)
    if invoice.order is not None:
        _leaf(SubElement(root, CAC + "OrderReference"), "ID", invoice.order)
    if invoice.credited_number is not None:
        reference = SubElement(SubElement(root, CAC + "BillingReference"), CAC + "InvoiceDocumentReference")
        _leaf(reference, "ID", invoice.credited_number)
        _leaf(reference, "IssueDate", invoice.credited_date)
    _write_ubl_party(SubElement(root, CAC + "AccountingSupplierParty"), invoice.seller)
    _write_ubl_party(SubElement(root, CAC + "AccountingCustomerParty"), invoice.buyer)
    if invoice.delivery_date is not None or invoice.delivery_address is not None:
        delivery = SubElement(root, CAC + "Delivery")
        _leaf(delivery, "ActualDeliveryDate", invoice.delivery_date)
        if invoice.delivery_address is not None:
            place = SubElement(delivery, CAC + "DeliveryLocation")
            _write_ubl_address(place, "Address", invoice.delivery_address)
        if invoice.delivery_name is not None:
            name = SubElement(SubElement(delivery, CAC + "DeliveryParty"), CAC + "PartyName")
            _leaf(name, "Name", invoice.delivery_name)
    payment = SubElement(root, CAC + "PaymentMeans")
    _leaf(payment, "PaymentMeansCode", invoice.payment_means or "1")
    if credit:
        _leaf(payment, "PaymentDueDate", invoice.due_date)
    _leaf(payment, "PaymentID", invoice.payment_reference)
    if invoice.account is not None:
        account = SubElement(payment, CAC + "PayeeFinancialAccount")
        _leaf(account, "ID", invoice.account)
        if invoice.bank is not None:
            _leaf(SubElement(account, CAC + "FinancialInstitutionBranch"), "ID", invoice.bank)
    if invoice.payment_terms is not None:
        _leaf(SubElement(root, CAC + "PaymentTerms"), "Note", invoice.payment_terms)
    for adjustment in invoice.adjustments:
        _write_ubl_adjustment(root, adjustment, invoice.currency)
    _write_ubl_totals(root, invoice)
    for line in invoice.lines:
        _write_ubl_line(root, line, invoice.currency, credit)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _leaf(parent: etree._Element, name: str, value: object, **attributes: str | None) -> None:
    if value is None:
        return
    element = SubElement(parent, CBC + name)
    element.text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    for key, text in attributes.items():
        if text is not None:
            element.set(key, text)


def _write_ubl_party(parent: etree._Element, party: Party) -> None:
    element = SubElement(parent, CAC + "Party")
    _leaf(element, "EndpointID", party.endpoint, schemeID=party.endpoint_scheme)
    if party.identifier is not None:
        _leaf(SubElement(element, CAC + "PartyIdentification"), "ID", party.identifier)
    if party.trading_name is not None:
        _leaf(SubElement(element, CAC + "PartyName"), "Name", party.trading_name)
    _write_ubl_address(element, "PostalAddress", party.address)
    for number, scheme in ((party.vat_number, "VAT"), (party.tax_registration, "TAX")):
        if number is not None:
            tax = SubElement(element, CAC + "PartyTaxScheme")
            _leaf(tax, "CompanyID", number)
            _leaf(SubElement(tax, CAC + "TaxScheme"), "ID", scheme)
    legal = SubElement(element, CAC + "PartyLegalEntity")
    _leaf(legal, "RegistrationName", party.name)
    _leaf(legal, "CompanyID", party.registration, schemeID=party.registration_scheme)
    if party.contact is not None or party.telephone is not None or party.email is not None:
        contact = SubElement(element, CAC + "Contact")
        _leaf(contact, "Name", party.contact)
        _leaf(contact, "Telephone", party.telephone)
        _leaf(contact, "ElectronicMail", party.email)


def _write_ubl_address(parent: etree._Element, name: str, address: Address) -> None:
    element = SubElement(parent, CAC + name)
    _leaf(element, "StreetName", address.street)
    _leaf(element, "CityName", address.city)
    _leaf(element, "PostalZone", address.post_code)
    if address.country is not None:
        _leaf(SubElement(element, CAC + "Country"), "IdentificationCode", address.country)


def _write_ubl_adjustment(parent: etree._Element, adjustment: Adjustment, currency: str) -> None:
    element = SubElement(parent, CAC + "AllowanceCharge")
    _leaf(element, "ChargeIndicator", "true" if adjustment.is_charge else "false")
    _leaf(element, "AllowanceChargeReasonCode", adjustment.reason_code)
    _leaf(element, "AllowanceChargeReason", adjustment.reason)
    _leaf(element, "MultiplierFactorNumeric", adjustment.percentage)
    _leaf(element, "Amount", adjustment.amount, currencyID=currency)
    _leaf(element, "BaseAmount", adjustment.base, currencyID=currency)
    if adjustment.category is not None:
        _write_ubl_category(element, "TaxCategory", adjustment.category, adjustment.rate)


def _write_ubl_category(
    parent: etree._Element,
    name: str,
    category: str | None,
    rate: Decimal | None,
    reason: str | None = None,
    code: str | None = None,
) -> None:
    element = SubElement(parent, CAC + name)
    _leaf(element, "ID", category)
    _leaf(element, "Percent", rate)
    _leaf(element, "TaxExemptionReasonCode", code)
    _leaf(element, "TaxExemptionReason", reason)
    _leaf(SubElement(element, CAC + "TaxScheme"), "ID", "VAT")


def _write_ubl_totals(root: etree._Element, invoice: Invoice) -> None:
    totals, currency = invoice.totals, invoice.currency
    total = SubElement(root, CAC + "TaxTotal")
    _leaf(total, "TaxAmount", totals.vat, currencyID=currency)
    for group in invoice.groups:
        subtotal = SubElement(total, CAC + "TaxSubtotal")
        _leaf(subtotal, "TaxableAmount", group.taxable, currencyID=currency)
        _leaf(subtotal, "TaxAmount", group.tax, currencyID=currency)
        _write_ubl_category(subtotal, "TaxCategory", group.category, group.rate, group.reason, group.reason_code)
    if totals.vat_accounting is not None:
        total = SubElement(root, CAC + "TaxTotal")
        _leaf(total, "TaxAmount", totals.vat_accounting, currencyID=invoice.vat_currency)
    sums = SubElement(root, CAC + "LegalMonetaryTotal")
    _leaf(sums, "LineExtensionAmount", totals.lines, currencyID=currency)
    _leaf(sums, "TaxExclusiveAmount", totals.without_vat, currencyID=currency)
    _leaf(sums, "TaxInclusiveAmount", totals.with_vat, currencyID=currency)
    _leaf(sums, "AllowanceTotalAmount", totals.allowances, currencyID=currency)
    _leaf(sums, "ChargeTotalAmount", totals.charges, currencyID=currency)
    _leaf(sums, "PrepaidAmount", totals.paid, currencyID=currency)
    _leaf(sums, "PayableRoundingAmount", totals.rounding, currencyID=currency)
    _leaf(sums, "PayableAmount", totals.due, currencyID=currency)


def _write_ubl_line(root: etree._Element, line: Line, currency: str, credit: bool) -> None:
    element = SubElement(root, CAC + ("CreditNoteLine" if credit else "InvoiceLine"))
    _leaf(element, "ID", line.number)
    _leaf(element, "Note", "\n".join(filter(None, (line.note, *line.comments))) or None)
    _leaf(element, "CreditedQuantity" if credit else "InvoicedQuantity", line.quantity, unitCode=line.unit_code)
    _leaf(element, "LineExtensionAmount", line.net_amount, currencyID=currency)
    for adjustment in line.adjustments:
        _write_ubl_adjustment(element, adjustment, currency)
    item = SubElement(element, CAC + "Item")
    _leaf(item, "Description", line.description)
    _leaf(item, "Name", line.name)
    if line.item_number is not None:
        _leaf(SubElement(item, CAC + "SellersItemIdentification"), "ID", line.item_number)
    _write_ubl_category(item, "ClassifiedTaxCategory", line.category, line.rate)
    price = SubElement(element, CAC + "Price")
    _leaf(price, "PriceAmount", line.price, currencyID=currency)
    if line.base_quantity is not None:
        _leaf(price, "BaseQuantity", line.base_quantity, unitCode=line.unit_code)
    if line.price_discount is not None:
        discount = SubElement(price, CAC + "AllowanceCharge")
        _leaf(discount, "ChargeIndicator", "false")
        _leaf(discount, "Amount", line.price_discount, currencyID=currency)
        _leaf(discount, "BaseAmount", line.gross_price, currencyID=currency)


# -- Netvisor, reading ----------

CATEGORIES: Final = {"RAMY": "AE", "EUMY": "K", "EUUM": "G", "EUPM312": "AE", "MUUL": "E", "NONE": "O"}
"""VAT code to category; KOMY is S, or Z without a rate.  NONE stands alone here; beside others it would be exempt."""

REASONS: Final = {
    "AE": ("Reverse charge", "VATEX-EU-AE"),
    "K": ("Intra-community supply", "VATEX-EU-IC"),
    "G": ("Export outside the EU", "VATEX-EU-G"),
    "E": ("Exempt from VAT", None),
    "O": ("Not subject to VAT", "VATEX-EU-O"),
}
SCHEMES: Final = {"FI": "0212", "SE": "0007", "NO": "0192", "DK": "0184", "EE": "0191"}


def read_netvisor(data: bytes, settings: Settings) -> Invoice:
    """Return the invoice in *data*, a Netvisor import document; *settings* is the content of the context file."""
    root = etree.fromstring(data)
    element = root.find("salesinvoice")
    assert element is not None
    total = element.find("salesinvoiceamount")
    due = _comma(None if total is None else total.text)
    lines = _read_netvisor_lines(element, settings)
    credit = (due if due is not None else sum((line.net_amount for line in lines), ZERO)) < 0
    if credit:
        due = None if due is None else -due
        for line in lines:
            line.quantity, line.net_amount = -line.quantity, -line.net_amount
            if line.amount_with_vat is not None and line.vat_amount is not None:
                line.amount_with_vat, line.vat_amount = -line.amount_with_vat, -line.vat_amount
            for adjustment in line.adjustments:
                adjustment.amount = -adjustment.amount
                adjustment.base = None if adjustment.base is None else -adjustment.base
    totals, groups = _totals(lines, due)
    currency = (None if total is None else total.get("iso4217currencycode")) or "EUR"
    issued = _date(element.findtext("salesinvoicedate"))
    days = element.findtext("paymenttermnetdays")
    due_date = _date(element.findtext("salesinvoiceduedate"))
    if due_date is None and issued is not None and days is not None:
        due_date = issued + timedelta(days=int(days))
    discount_days = element.findtext("paymenttermcashdiscountdays")
    seller = _card(settings["seller"])
    outside = all(line.category == "O" for line in lines)
    buyer = _read_netvisor_buyer(element, settings)
    if outside:
        seller.vat_number = buyer.vat_number = None
    delivery = _read_netvisor_address(element, "deliveryaddress", "deliveryaddressline")
    if delivery.country is None and any(line.category == "K" for line in lines):
        delivery.country = buyer.address.country
    return Invoice(
        number=element.findtext("salesinvoicenumber"),
        issue_date=issued,
        type_code="381" if credit else "380",
        currency=currency,
        due_date=due_date,
        delivery_date=_date(element.findtext("salesinvoicedeliverydate")),
        delivery_name=element.findtext("deliveryaddressname"),
        delivery_address=delivery if delivery != Address() else None,
        note_before=element.findtext("salesinvoicefreetextbeforelines"),
        note=element.findtext("salesinvoicefreetextafterlines"),
        buyer_reference=element.findtext("salesinvoiceyourreference"),
        seller_reference=element.findtext("salesinvoiceourreference"),
        order=element.findtext("ordernumber"),
        seller=seller,
        buyer=buyer,
        payment_means="58" if currency == "EUR" else "30",
        payment_reference=element.findtext("salesinvoicereferencenumber"),
        account=settings["seller"].get("iban"),
        bank=settings["seller"].get("bic"),
        payment_terms=f"{days} days net" if days is not None else None,
        net_days=int(days) if days is not None else None,
        cash_discount_days=int(discount_days) if discount_days is not None else None,
        cash_discount=_comma(element.findtext("paymenttermcashdiscount")),
        status=element.findtext("salesinvoicestatus"),
        tax_handling=element.findtext("salesinvoicetaxhandlingtype"),
        lines=lines,
        totals=totals,
        groups=groups,
    )


def _comma(text: str | None) -> Decimal | None:
    return Decimal(text.strip().replace(",", ".")) if text and text.strip() else None


def _read_netvisor_address(element: etree._Element, prefix: str, line: str) -> Address:
    return Address(
        street=element.findtext(line),
        post_code=element.findtext(f"{prefix}postnumber"),
        city=element.findtext(f"{prefix}town"),
        country=element.findtext(f"{prefix}countrycode"),
    )


def _read_netvisor_buyer(element: etree._Element, settings: Settings) -> Party:
    code = element.findtext("invoicingcustomeridentifier")
    card: Settings = next((c for c in settings.get("customers", ()) if c.get("code") == code), {})
    buyer = _card(card)
    buyer.identifier = code
    buyer.name = element.findtext("invoicingcustomername") or buyer.name
    address = _read_netvisor_address(element, "invoicingcustomer", "invoicingcustomeraddressline")
    if address.street is not None or address.city is not None:
        buyer.address = address
    return buyer


def _card(card: Settings) -> Party:
    """Return the party that a section of the context file describes."""
    country, number = card.get("country", ""), card.get("business_id")
    scheme, endpoint = None, None
    if "endpoint" in card:
        scheme, _, endpoint = card["endpoint"].partition(":")
    elif "gln" in card:
        scheme, endpoint = "0088", card["gln"]
    elif number is not None:
        digits = "".join(c for c in number if c.isdigit())
        scheme, endpoint = ("0216", f"0037{digits}") if country == "FI" else (SCHEMES.get(country), digits)
    return Party(
        name=card.get("name"),
        identifier=card.get("gln"),
        endpoint=endpoint,
        endpoint_scheme=scheme,
        vat_number=card.get("vat_id"),
        registration=number,
        registration_scheme=SCHEMES.get(country) if number is not None else None,
        address=Address(card.get("street"), card.get("city"), card.get("postal_code"), card.get("country")),
        contact=card.get("contact_name"),
        telephone=card.get("phone"),
        email=card.get("email"),
    )


def _read_netvisor_lines(element: etree._Element, settings: Settings) -> list[Line]:
    units = {name.lower(): code for name, code in settings.get("units", {}).items()}
    lines: list[Line] = []
    for row in element.findall("invoicelines/invoiceline"):
        product = row.find("salesinvoiceproductline")
        if product is not None:
            lines.append(_read_netvisor_line(product, str(len(lines) + 1), units))
        comment = row.findtext("salesinvoicecommentline/comment")
        if comment is not None and lines:
            lines[-1].comments.append(comment)
    return lines


def _read_netvisor_line(element: etree._Element, number: str, units: dict[str, str]) -> Line:
    vat = element.find("productvatpercentage")
    assert vat is not None
    code, rate = vat.get("vatcode", "KOMY"), _comma(vat.text) or ZERO
    category = CATEGORIES.get(code, "S" if rate else "Z")
    unit_price = element.find("productunitprice")
    assert unit_price is not None
    price, price_with_vat = _comma(unit_price.text) or ZERO, None
    if unit_price.get("type") == "gross":
        price_with_vat = price
        price = (price / (1 + rate / 100)).quantize(Decimal("1e-8"), ROUND_HALF_UP)
    quantity = _comma(element.findtext("salesinvoiceproductlinequantity")) or ZERO
    percentage = _comma(element.findtext("salesinvoiceproductlinediscountpercentage"))
    goods = round2(quantity * price)
    net = goods - round2(goods * percentage / 100) if percentage else goods
    gross = _comma(element.findtext("salesinvoiceproductlinesum"))
    tax = _comma(element.findtext("salesinvoiceproductlinevatsum"))
    if gross is not None and tax is not None:
        net = gross - tax
    unit = element.findtext("productunitname")
    line = Line(
        number=number,
        name=element.findtext("productname"),
        quantity=quantity,
        net_amount=net,
        price=price,
        category=category,
        rate=None if category == "O" else rate,
        unit_name=unit,
        unit_code=units.get(unit.lower(), "C62") if unit is not None else "C62",
        item_number=element.findtext("productidentifier"),
        description=element.findtext("salesinvoiceproductlinefreetext"),
        price_with_vat=price_with_vat,
        vat_amount=tax,
        amount_with_vat=gross,
        dimensions=[(d.findtext("dimensionname"), d.findtext("dimensionitem")) for d in element.findall("dimension")],
    )
    if percentage:
        line.adjustments.append(Adjustment(False, goods - net, goods, percentage, "Discount", "95"))
    return line


def _totals(lines: Iterable[Line], due: Decimal | None) -> tuple[Totals, list[VatGroup]]:
    """Return totals and VAT breakdown of *lines*; what is missing to the amount *due* is the rounding amount."""
    groups: dict[tuple[str | None, Decimal | None], VatGroup] = {}
    for line in lines:
        key = line.category, line.rate
        if key not in groups:
            reason, code = REASONS.get(line.category or "", (None, None))
            groups[key] = VatGroup(ZERO, ZERO, line.category, line.rate, reason, code)
        groups[key].taxable += line.net_amount
    for group in groups.values():
        group.tax = round2(group.taxable * (group.rate or ZERO) / 100)
    without = sum((group.taxable for group in groups.values()), Decimal("0.00"))
    vat = sum((group.tax for group in groups.values()), Decimal("0.00"))
    totals = Totals(lines=without, without_vat=without, vat=vat, with_vat=without + vat, due=without + vat)
    if due is not None:
        totals.due = due
        if due != totals.with_vat and abs(due - totals.with_vat) < 1:
            totals.rounding = due - totals.with_vat
    return totals, list(groups.values())


# -- Netvisor, writing ----------

UNIT_NAMES: Final = {
    "C62": "kpl",
    "XBG": "pss",
    "XPK": "pkt",
    "HUR": "h",
    "DAY": "pv",
    "MON": "kk",
    "KGM": "kg",
    "LTR": "l",
    "MTR": "m",
    "LS": "erä",
}
VAT_CODES: Final = {"S": "KOMY", "Z": "KOMY", "K": "EUMY", "G": "EUUM", "E": "MUUL", "O": "NONE"}
"""Category to VAT code; AE is RAMY at home and EUPM312 abroad."""


def write_netvisor(invoice: Invoice) -> bytes:
    """Return *invoice* as a Netvisor import document."""
    sign = -1 if invoice.type_code == "381" else 1
    root = etree.Element("root")
    element = SubElement(root, "salesinvoice")
    _cell(element, "salesinvoicenumber", invoice.number)
    _cell(element, "salesinvoicedate", invoice.issue_date, format="ansi")
    if invoice.net_days is None:
        _cell(element, "salesinvoiceduedate", invoice.due_date, format="ansi")
    _cell(element, "salesinvoicedeliverydate", invoice.delivery_date, format="ansi")
    _cell(element, "salesinvoicereferencenumber", _finnish_reference(invoice.payment_reference))
    total = sign * (invoice.totals.due + (invoice.totals.paid or ZERO))
    _cell(element, "salesinvoiceamount", total, iso4217currencycode=invoice.currency)
    _cell(element, "salesinvoicestatus", invoice.status or "unsent", type="netvisor")
    _cell(element, "salesinvoicefreetextbeforelines", invoice.note_before)
    _cell(element, "salesinvoicefreetextafterlines", invoice.note)
    _cell(element, "salesinvoiceourreference", invoice.seller_reference)
    _cell(element, "salesinvoiceyourreference", invoice.buyer_reference)
    _cell(element, "invoicingcustomeridentifier", invoice.buyer.identifier, type="customer")
    _cell(element, "invoicingcustomername", invoice.buyer.name)
    _write_netvisor_address(element, "invoicingcustomer", "invoicingcustomeraddressline", invoice.buyer.address)
    if invoice.delivery_address is not None:
        _cell(element, "deliveryaddressname", invoice.delivery_name)
        _write_netvisor_address(element, "deliveryaddress", "deliveryaddressline", invoice.delivery_address)
    _cell(element, "salesinvoicetaxhandlingtype", invoice.tax_handling)
    _cell(element, "paymenttermnetdays", invoice.net_days)
    _cell(element, "paymenttermcashdiscountdays", invoice.cash_discount_days)
    _cell(element, "paymenttermcashdiscount", invoice.cash_discount, type="percentage")
    _cell(element, "ordernumber", invoice.order)
    rows = SubElement(element, "invoicelines")
    domestic = invoice.buyer.address.country in (None, "FI")
    for line in invoice.lines:
        _write_netvisor_line(rows, line, sign, domestic)
        for text in (line.note, *line.comments):
            if text is not None:
                _cell(SubElement(SubElement(rows, "invoiceline"), "salesinvoicecommentline"), "comment", text)
    for adjustment in invoice.adjustments:
        line = Line(
            number="",
            name=adjustment.reason,
            quantity=Decimal(1 if adjustment.is_charge else -1),
            net_amount=adjustment.signed,
            price=adjustment.amount,
            category=adjustment.category,
            rate=adjustment.rate,
            item_number="CHARGE" if adjustment.is_charge else "ALLOWANCE",
        )
        _write_netvisor_line(rows, line, sign, domestic)
    return etree.tostring(root, encoding="UTF-8", pretty_print=True)


def _cell(parent: etree._Element, name: str, value: object, **attributes: str) -> None:
    if value is None:
        return
    element = SubElement(parent, name, attributes)
    element.text = f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)


def _write_netvisor_address(parent: etree._Element, prefix: str, line: str, address: Address) -> None:
    _cell(parent, line, address.street)
    _cell(parent, f"{prefix}postnumber", address.post_code)
    _cell(parent, f"{prefix}town", address.city)
    _cell(parent, f"{prefix}countrycode", address.country, type="ISO-3166")


def _write_netvisor_line(rows: etree._Element, line: Line, sign: int, domestic: bool) -> None:
    element = SubElement(SubElement(rows, "invoiceline"), "salesinvoiceproductline")
    rate = line.rate or ZERO
    code = ("RAMY" if domestic else "EUPM312") if line.category == "AE" else VAT_CODES.get(line.category or "S", "KOMY")
    price = _plain(line.price / line.base_quantity) if line.base_quantity else line.price
    percentage = None
    if len(line.adjustments) == 1 and not line.adjustments[0].is_charge:
        percentage = line.adjustments[0].percentage
    _cell(element, "productidentifier", line.item_number, type="customer")
    _cell(element, "productname", line.name)
    if line.price_with_vat is not None:
        _cell(element, "productunitprice", line.price_with_vat, type="gross")
    else:
        _cell(element, "productunitprice", price, type="net")
    _cell(element, "productvatpercentage", rate, vatcode=code)
    _cell(element, "salesinvoiceproductlinequantity", sign * line.quantity)
    _cell(element, "salesinvoiceproductlinediscountpercentage", percentage)
    _cell(element, "salesinvoiceproductlinefreetext", line.description)
    goods = round2(line.quantity * line.price / (line.base_quantity or 1))
    tax, gross = line.vat_amount, line.amount_with_vat
    calculated = goods - round2(goods * (percentage or ZERO) / 100)
    if gross is None and line.price_with_vat is None and calculated != line.net_amount:
        tax = round2(line.net_amount * rate / 100)
        gross = line.net_amount + tax
    if tax is not None and gross is not None:
        _cell(element, "salesinvoiceproductlinevatsum", sign * tax)
        _cell(element, "salesinvoiceproductlinesum", sign * gross)
    for name, item in line.dimensions:
        dimension = SubElement(element, "dimension")
        _cell(dimension, "dimensionname", name)
        _cell(dimension, "dimensionitem", item)
    unit = line.unit_name or UNIT_NAMES.get(line.unit_code or "", line.unit_code)
    _cell(element, "productunitname", unit)


def _plain(value: Decimal) -> Decimal:
    """Return *value* without trailing zeros and without an exponent."""
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _finnish_reference(text: str | None) -> str | None:
    """Return a Finnish payment reference, None for any other text: Netvisor takes no other."""
    digits = "".join((text or "").split())
    if not digits.isdigit() or not 4 <= len(digits) <= 20:
        return None
    weighed = sum(int(d) * (7, 3, 1)[n % 3] for n, d in enumerate(reversed(digits[:-1])))
    return text if -weighed % 10 == int(digits[-1]) else None


# -- both ways ----------


def netvisor_to_ubl(data: bytes, settings: Settings) -> bytes:
    """Return the Netvisor import document *data* as a Peppol BIS Billing 3 document."""
    return write_ubl(read_netvisor(data, settings))


def ubl_to_netvisor(data: bytes) -> bytes:
    """Return the UBL document *data* as a Netvisor import document."""
    return write_netvisor(read_ubl(data))


__all__ = [
    "Address",
    "Adjustment",
    "Invoice",
    "Line",
    "Party",
    "Totals",
    "VatGroup",
    "netvisor_to_ubl",
    "read_netvisor",
    "read_ubl",
    "ubl_to_netvisor",
    "write_netvisor",
    "write_ubl",
]
