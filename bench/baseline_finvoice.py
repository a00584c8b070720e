"""Finvoice 3.0 by hand, as `baseline.py` does UBL and Netvisor, with its dataclasses and its limits.

    read_finvoice(data), write_finvoice(invoice)     bytes to `Invoice` and back
    finvoice_to_ubl(data), ubl_to_finvoice(data)

What it handles
---------------
The fields of `baseline.py`; of Finvoice the sign of credit notes, electronic addresses from the transmission details or
the unit number, euro VAT beside a foreign currency, rows of text, one discount of a row and its charges, the payment
order.  Written are the unit numbers, not the transmission details: the intermediators are known to nobody here.

What it does not
----------------
Frames and attachments, other versions, documents without VAT codes, rows with VAT or in cents, sub-rows, progressive
discounts, instalments, payees and the other parties.  Nothing is checked and nothing is reported.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from lxml import etree
from lxml.etree import SubElement

from bench.baseline import Address, Adjustment, Invoice, Line, Party, Totals, VatGroup, read_ubl, round2, write_ubl

XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
CURRENCY: Final = "AmountCurrencyIdentifier"
NATIONAL_REFERENCE: Final = 20


def finvoice_to_ubl(data: bytes) -> bytes:
    """Return the Finvoice document in *data* as UBL."""
    return write_ubl(read_finvoice(data))


def ubl_to_finvoice(data: bytes) -> bytes:
    """Return the UBL document in *data* as Finvoice."""
    return write_finvoice(read_ubl(data))


# -- reading ----------


def read_finvoice(data: bytes) -> Invoice:
    """Return the invoice or credit note in *data*, a bare Finvoice document."""
    root = etree.fromstring(data)
    details = root.find("InvoiceDetails")
    order = root.find("EpiDetails/EpiPaymentInstructionDetails")
    beneficiary = root.find("EpiDetails/EpiPartyDetails")
    assert details is not None
    assert order is not None
    assert beneficiary is not None
    grand = details.find("InvoiceTotalVatIncludedAmount")
    assert grand is not None
    currency = grand.get(CURRENCY, "EUR")
    credit = details.findtext("InvoiceTypeCode") == "INV02"
    sign = -1 if credit and _amount(grand.text) <= 0 else 1
    accounting = details.find("InvoiceTotalVatAccountingAmount")
    place = root.find("DeliveryPartyDetails/DeliveryPostalAddressDetails")
    adjustments = [_adjustment(e, sign, "FreeText", False) for e in details.findall("DiscountDetails")]
    adjustments += [_adjustment(e, sign, "ReasonText", True) for e in details.findall("ChargeDetails")]
    return Invoice(
        number=details.findtext("InvoiceNumber"),
        issue_date=_date(details.findtext("InvoiceDate")),
        type_code=details.findtext("InvoiceTypeCodeUN") or ("381" if credit else "380"),
        currency=currency,
        vat_currency=None if accounting is None else accounting.get(CURRENCY),
        due_date=_date(order.findtext("EpiDateOptionDate")),
        delivery_date=_date(root.findtext("DeliveryDetails/DeliveryDate")),
        delivery_name=root.findtext("DeliveryPartyDetails/DeliveryOrganisationName"),
        delivery_address=None if place is None else _address(place, "Delivery"),
        note=details.findtext("InvoiceFreeText"),
        buyer_reference=details.findtext("BuyerReferenceIdentifier"),
        order=details.findtext("OrderIdentifier"),
        credited_number=details.findtext("OriginalInvoiceNumber"),
        credited_date=_date(details.findtext("OriginalInvoiceDate")),
        seller=_party(root, "Seller", "MessageSenderDetails/FromIdentifier"),
        buyer=_party(root, "Buyer", "MessageReceiverDetails/ToIdentifier"),
        payment_means=order.findtext("EpiPaymentMeansCode"),
        payment_reference=order.findtext("EpiRemittanceInfoIdentifier"),
        account=beneficiary.findtext("EpiBeneficiaryPartyDetails/EpiAccountID"),
        bank=beneficiary.findtext("EpiBfiPartyDetails/EpiBfiIdentifier"),
        payment_terms=details.findtext("PaymentTermsDetails/PaymentTermsFreeText"),
        adjustments=adjustments,
        totals=_totals(details, order, sign),
        groups=[_group(e, sign) for e in details.findall("VatSpecificationDetails") if _in(e, currency)],
        lines=_lines(root, sign),
    )


def _party(root: etree._Element, role: str, address_path: str) -> Party:
    element = root.find(f"{role}PartyDetails")
    if element is None:
        return Party()
    legal = element.find(f"{role}PartyIdentifier")
    address = element.find(f"{role}PostalAddressDetails")
    routed = root.find(f"MessageTransmissionDetails/{address_path}")
    unit = root.findtext(f"{role}OrganisationUnitNumber")
    code = element.findtext(f"{role}Code")
    if code is None and role == "Buyer":
        code = root.findtext("InvoiceDetails/SellersBuyerIdentifier")
    return Party(
        name=element.findtext(f"{role}OrganisationName"),
        trading_name=element.findtext(f"{role}OrganisationTradingName"),
        identifier=code,
        endpoint=unit if routed is None else routed.text,
        endpoint_scheme=routed.get("SchemeID") if routed is not None else "0216" if unit else None,
        vat_number=element.findtext(f"{role}OrganisationTaxCode"),
        tax_registration=root.findtext(f"{role}InformationDetails/{role}TaxRegistrationText"),
        registration=None if legal is None else legal.text,
        registration_scheme=None if legal is None else legal.get("SchemeID"),
        address=Address() if address is None else _address(address, role),
        contact=root.findtext(f"{role}ContactPersonName"),
        telephone=root.findtext(f"{role}CommunicationDetails/{role}PhoneNumberIdentifier"),
        email=root.findtext(f"{role}CommunicationDetails/{role}EmailaddressIdentifier"),
    )


def _address(element: etree._Element, role: str) -> Address:
    return Address(
        street=element.findtext(f"{role}StreetName"),
        city=element.findtext(f"{role}TownName"),
        post_code=element.findtext(f"{role}PostCodeIdentifier"),
        country=element.findtext("CountryCode"),
    )


def _adjustment(element: etree._Element, sign: int, reason: str, is_charge: bool) -> Adjustment:
    return Adjustment(
        is_charge=is_charge,
        amount=_signed(element.findtext("Amount"), sign) or Decimal(0),
        base=_signed(element.findtext("BaseAmount"), sign),
        percentage=_decimal(element.findtext("Percent")),
        reason=element.findtext(reason),
        reason_code=element.findtext("ReasonCode"),
        category=element.findtext("VatCategoryCode"),
        rate=_decimal(element.findtext("VatRatePercent")),
    )


def _totals(details: etree._Element, order: etree._Element, sign: int) -> Totals:
    def stated(name: str) -> Decimal | None:
        return _signed(details.findtext(name), sign)

    return Totals(
        lines=stated("RowsTotalVatExcludedAmount") or Decimal(0),
        allowances=stated("DiscountsTotalVatExcludedAmount"),
        charges=stated("ChargesTotalVatExcludedAmount"),
        without_vat=stated("InvoiceTotalVatExcludedAmount") or Decimal(0),
        vat=stated("InvoiceTotalVatAmount") or Decimal(0),
        vat_accounting=stated("InvoiceTotalVatAccountingAmount"),
        with_vat=stated("InvoiceTotalVatIncludedAmount") or Decimal(0),
        paid=stated("InvoicePaidAmount"),
        rounding=stated("InvoiceTotalRoundoffAmount"),
        due=_signed(order.findtext("EpiInstructedAmount"), sign) or Decimal(0),
    )


def _in(element: etree._Element, currency: str) -> bool:
    amount = element.find("VatRateAmount")
    return amount is not None and amount.get(CURRENCY) == currency


def _group(element: etree._Element, sign: int) -> VatGroup:
    return VatGroup(
        taxable=_signed(element.findtext("VatBaseAmount"), sign) or Decimal(0),
        tax=_signed(element.findtext("VatRateAmount"), sign) or Decimal(0),
        category=element.findtext("VatCode"),
        rate=_decimal(element.findtext("VatRatePercent")),
        reason=element.findtext("VatFreeText"),
        reason_code=element.findtext("VatExemptionReasonCode"),
    )


def _lines(root: etree._Element, sign: int) -> list[Line]:
    lines: list[Line] = []
    before: list[str] = []
    for row in root.findall("InvoiceRow"):
        if row.find("RowVatExcludedAmount") is not None:
            lines.append(_line(row, sign))
            continue
        texts = [text.text for text in row.findall("RowFreeText") if text.text]
        (lines[-1].comments if lines else before).extend(texts)
    if before and lines:
        lines[0].comments[:0] = before
    return lines


def _line(row: etree._Element, sign: int) -> Line:
    quantity = row.find("InvoicedQuantity")
    discount = _decimal(row.findtext("UnitPriceDiscountAmount"))
    price = _decimal(row.findtext("UnitPriceNetAmount")) or _amount(row.findtext("UnitPriceAmount"))
    adjustments = [_adjustment(e, sign, "ReasonText", True) for e in row.findall("RowChargeDetails")]
    if row.find("RowDiscountAmount") is not None:
        adjustments.insert(
            0,
            Adjustment(
                is_charge=False,
                amount=_signed(row.findtext("RowDiscountAmount"), sign) or Decimal(0),
                base=_signed(row.findtext("RowDiscountBaseAmount"), sign),
                percentage=_decimal(row.findtext("RowDiscountPercent")),
                reason=row.findtext("RowDiscountTypeText"),
                reason_code=row.findtext("RowDiscountTypeCode"),
            ),
        )
    return Line(
        number=row.findtext("RowPositionIdentifier") or "",
        name=row.findtext("ArticleName"),
        item_number=row.findtext("ArticleIdentifier"),
        note=row.findtext("RowFreeText"),
        quantity=sign * _amount(None if quantity is None else quantity.text),
        unit_code=None if quantity is None else quantity.get("QuantityUnitCodeUN"),
        unit_name=None if quantity is None else quantity.get("QuantityUnitCode"),
        net_amount=_signed(row.findtext("RowVatExcludedAmount"), sign) or Decimal(0),
        vat_amount=_signed(row.findtext("RowVatAmount"), sign),
        amount_with_vat=_signed(row.findtext("RowAmount"), sign),
        category=row.findtext("RowVatCode"),
        rate=_decimal(row.findtext("RowVatRatePercent")),
        price=price,
        price_discount=discount,
        gross_price=None if discount is None else _decimal(row.findtext("UnitPriceAmount")),
        base_quantity=_decimal(row.findtext("UnitPriceBaseQuantity")),
        adjustments=adjustments,
    )


def _amount(text: str | None) -> Decimal:
    return Decimal(0) if text is None else Decimal(text.strip().replace(",", "."))


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else _amount(text)


def _signed(text: str | None, sign: int) -> Decimal | None:
    value = _decimal(text)
    return -value if value is not None and sign < 0 else value


def _date(text: str | None) -> date | None:
    return None if text is None else date(int(text[:4]), int(text[4:6]), int(text[6:8]))


# -- writing ----------


class _Writer:
    """Cells of one document, with its sign and currency."""

    def __init__(self, credit: bool, currency: str) -> None:
        self.credit = credit
        self.currency = currency

    def cell(self, parent: etree._Element, name: str, value: object, **attributes: str | None) -> None:
        """Add a leaf; nothing for None."""
        if value is None:
            return
        element = SubElement(parent, name)
        if isinstance(value, date):
            element.set("Format", "CCYYMMDD")
            element.text = f"{value:%Y%m%d}"
        else:
            element.text = f"{value:f}".replace(".", ",") if isinstance(value, Decimal) else str(value)
        for key, text in attributes.items():
            if text is not None:
                element.set(key, text)

    def price(self, parent: etree._Element, name: str, value: Decimal | None, currency: str | None = None) -> None:
        """Add a price: two decimals at least, no sign of the document."""
        if value is not None:
            exponent = value.as_tuple().exponent
            text = value if isinstance(exponent, int) and exponent <= -2 else round2(value)
            self.cell(parent, name, text, **{CURRENCY: currency or self.currency})

    def amount(self, parent: etree._Element, name: str, value: Decimal | None, currency: str | None = None) -> None:
        """Add an amount with the sign of the document."""
        if value is not None:
            self.price(parent, name, -value if self.credit else value, currency)


def write_finvoice(invoice: Invoice) -> bytes:
    """Return *invoice* as a Finvoice 3.0 document in ISO-8859-15."""
    credit = invoice.type_code == "381"
    writer = _Writer(credit, invoice.currency)
    root = etree.Element("Finvoice", Version="3.0", nsmap={"xsi": XSI})
    root.set(f"{{{XSI}}}noNamespaceSchemaLocation", "Finvoice3.0.xsd")
    _write_party(root, invoice.seller, "Seller", writer)
    if invoice.account is not None and invoice.bank is not None:
        account = SubElement(SubElement(root, "SellerInformationDetails"), "SellerAccountDetails")
        writer.cell(account, "SellerAccountID", invoice.account, IdentificationSchemeName="IBAN")
        writer.cell(account, "SellerBic", invoice.bank, IdentificationSchemeName="BIC")
    _write_party(root, invoice.buyer, "Buyer", writer)
    if invoice.delivery_address is not None:
        delivery = SubElement(root, "DeliveryPartyDetails")
        writer.cell(delivery, "DeliveryOrganisationName", (invoice.delivery_name or invoice.buyer.name or "")[:35])
        _write_address(delivery, invoice.delivery_address, "Delivery", writer)
    if invoice.delivery_date is not None:
        writer.cell(SubElement(root, "DeliveryDetails"), "DeliveryDate", invoice.delivery_date)
    _write_details(root, invoice, writer)
    for line in invoice.lines:
        _write_line(root, line, writer)
        for text in line.comments:
            writer.cell(SubElement(root, "InvoiceRow"), "RowFreeText", text)
    _write_payment_order(root, invoice, writer)
    return etree.tostring(root, xml_declaration=True, encoding="ISO-8859-15", pretty_print=True)


def _write_party(root: etree._Element, party: Party, role: str, writer: _Writer) -> None:
    element = SubElement(root, f"{role}PartyDetails")
    writer.cell(element, f"{role}PartyIdentifier", party.registration, SchemeID=party.registration_scheme)
    writer.cell(element, f"{role}OrganisationName", party.name)
    writer.cell(element, f"{role}OrganisationTradingName", party.trading_name)
    writer.cell(element, f"{role}OrganisationTaxCode", party.vat_number)
    _write_address(element, party.address, role, writer)
    if party.endpoint_scheme == "0216":
        writer.cell(root, f"{role}OrganisationUnitNumber", party.endpoint)
    writer.cell(root, f"{role}ContactPersonName", party.contact)
    if party.telephone is not None or party.email is not None:
        ways = SubElement(root, f"{role}CommunicationDetails")
        writer.cell(ways, f"{role}PhoneNumberIdentifier", party.telephone)
        writer.cell(ways, f"{role}EmailaddressIdentifier", party.email)


def _write_address(parent: etree._Element, address: Address, role: str, writer: _Writer) -> None:
    element = SubElement(parent, f"{role}PostalAddressDetails")
    writer.cell(element, f"{role}StreetName", address.street)
    writer.cell(element, f"{role}TownName", address.city)
    writer.cell(element, f"{role}PostCodeIdentifier", address.post_code)
    writer.cell(element, "CountryCode", address.country)


def _write_details(root: etree._Element, invoice: Invoice, writer: _Writer) -> None:
    details, totals = SubElement(root, "InvoiceDetails"), invoice.totals
    writer.cell(details, "InvoiceTypeCode", "INV02" if writer.credit else "INV01", CodeListAgencyIdentifier="SPY")
    writer.cell(details, "InvoiceTypeCodeUN", invoice.type_code)
    writer.cell(details, "InvoiceTypeText", "Hyvityslasku" if writer.credit else "Lasku")
    writer.cell(details, "OriginCode", "Original")
    writer.cell(details, "InvoiceNumber", invoice.number)
    writer.cell(details, "InvoiceDate", invoice.issue_date)
    writer.cell(details, "OriginalInvoiceNumber", invoice.credited_number)
    writer.cell(details, "OriginalInvoiceDate", invoice.credited_date)
    writer.cell(details, "SellersBuyerIdentifier", invoice.buyer.identifier)
    writer.cell(details, "OrderIdentifier", invoice.order)
    writer.cell(details, "BuyerReferenceIdentifier", invoice.buyer_reference)
    writer.amount(details, "RowsTotalVatExcludedAmount", totals.lines)
    writer.amount(details, "DiscountsTotalVatExcludedAmount", totals.allowances)
    writer.amount(details, "ChargesTotalVatExcludedAmount", totals.charges)
    writer.amount(details, "InvoiceTotalVatExcludedAmount", totals.without_vat)
    writer.amount(details, "InvoiceTotalVatAmount", totals.vat)
    writer.amount(details, "InvoiceTotalVatAccountingAmount", totals.vat_accounting, invoice.vat_currency)
    writer.amount(details, "InvoiceTotalVatIncludedAmount", totals.with_vat)
    writer.amount(details, "InvoiceTotalRoundoffAmount", totals.rounding)
    writer.amount(details, "InvoicePaidAmount", totals.paid)
    for group in invoice.groups:
        element = SubElement(details, "VatSpecificationDetails")
        writer.amount(element, "VatBaseAmount", group.taxable)
        writer.cell(element, "VatRatePercent", group.rate)
        writer.cell(element, "VatCode", group.category)
        writer.amount(element, "VatRateAmount", group.tax)
        writer.cell(element, "VatFreeText", group.reason)
        writer.cell(element, "VatExemptionReasonCode", group.reason_code)
    writer.cell(details, "InvoiceFreeText", invoice.note)
    terms = SubElement(details, "PaymentTermsDetails")
    writer.cell(terms, "PaymentTermsFreeText", invoice.payment_terms)
    writer.cell(terms, "InvoiceDueDate", invoice.due_date)
    for name, reason, wanted in (("DiscountDetails", "FreeText", False), ("ChargeDetails", "ReasonText", True)):
        for entry in invoice.adjustments:
            if entry.is_charge == wanted:
                _write_adjustment(details, name, reason, entry, writer)


def _write_adjustment(parent: etree._Element, name: str, reason: str, entry: Adjustment, writer: _Writer) -> None:
    element = SubElement(parent, name)
    writer.cell(element, reason, entry.reason)
    writer.cell(element, "ReasonCode", entry.reason_code)
    writer.cell(element, "Percent", entry.percentage)
    writer.amount(element, "Amount", entry.amount)
    writer.amount(element, "BaseAmount", entry.base)
    writer.cell(element, "VatCategoryCode", entry.category)
    writer.cell(element, "VatRatePercent", entry.rate)


def _write_line(root: etree._Element, line: Line, writer: _Writer) -> None:
    row = SubElement(root, "InvoiceRow")
    unit = {"QuantityUnitCode": line.unit_name or line.unit_code, "QuantityUnitCodeUN": line.unit_code}
    writer.cell(row, "ArticleIdentifier", line.item_number)
    writer.cell(row, "ArticleName", line.name)
    writer.cell(row, "InvoicedQuantity", -line.quantity if writer.credit else line.quantity, **unit)
    writer.price(row, "UnitPriceAmount", line.gross_price or line.price)
    writer.price(row, "UnitPriceDiscountAmount", line.price_discount)
    writer.price(row, "UnitPriceNetAmount", line.price)
    writer.cell(row, "UnitPriceBaseQuantity", line.base_quantity, **unit)
    writer.cell(row, "RowPositionIdentifier", line.number)
    writer.cell(row, "RowFreeText", line.note)
    for entry in line.adjustments:
        if not entry.is_charge:
            writer.cell(row, "RowDiscountPercent", entry.percentage)
            writer.amount(row, "RowDiscountAmount", entry.amount)
            writer.amount(row, "RowDiscountBaseAmount", entry.base)
            writer.cell(row, "RowDiscountTypeCode", entry.reason_code)
            writer.cell(row, "RowDiscountTypeText", entry.reason)
    for entry in line.adjustments:
        if entry.is_charge:
            _write_adjustment(row, "RowChargeDetails", "ReasonText", entry, writer)
    writer.cell(row, "RowVatRatePercent", line.rate)
    writer.cell(row, "RowVatCode", line.category)
    writer.amount(row, "RowVatAmount", line.vat_amount)
    writer.amount(row, "RowVatExcludedAmount", line.net_amount)
    writer.amount(row, "RowAmount", line.amount_with_vat)


def _write_payment_order(root: etree._Element, invoice: Invoice, writer: _Writer) -> None:
    order = SubElement(root, "EpiDetails")
    identification = SubElement(order, "EpiIdentificationDetails")
    writer.cell(identification, "EpiDate", invoice.issue_date)
    SubElement(identification, "EpiReference")
    parties = SubElement(order, "EpiPartyDetails")
    bank = SubElement(parties, "EpiBfiPartyDetails")
    writer.cell(bank, "EpiBfiIdentifier", invoice.bank, IdentificationSchemeName="BIC")
    beneficiary = SubElement(parties, "EpiBeneficiaryPartyDetails")
    writer.cell(beneficiary, "EpiNameAddressDetails", (invoice.seller.name or "")[:35])
    writer.cell(beneficiary, "EpiAccountID", invoice.account, IdentificationSchemeName="IBAN")
    payment = SubElement(order, "EpiPaymentInstructionDetails")
    reference = invoice.payment_reference or ""
    if reference.startswith("RF") or (reference.isdigit() and len(reference) <= NATIONAL_REFERENCE):
        scheme = "ISO" if reference.startswith("RF") else "SPY"
        writer.cell(payment, "EpiRemittanceInfoIdentifier", reference, IdentificationSchemeName=scheme)
    writer.amount(payment, "EpiInstructedAmount", invoice.totals.due)
    writer.cell(payment, "EpiCharge", "SLEV", ChargeOption="SLEV")
    writer.cell(payment, "EpiDateOptionDate", invoice.due_date or invoice.issue_date)
    writer.cell(payment, "EpiPaymentMeansCode", invoice.payment_means)
