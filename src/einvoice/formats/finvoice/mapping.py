"""Finvoice: the tables.

One table reads every version, since 3.0 took nothing away that 2.01 had.  Rows stand in the order of the schema of 3.0;
which element carries which term follows the data list of Finance Finland (1.11.2019).  What has no row is kept, see
`Keep` in `mapping/rows.py`: Finvoice has some 700 elements, and most of them have no term in EN 16931.

`document` makes the tables of both versions that are written: that of 2.01 is the one of 3.0 without the rows whose
elements or attributes its schema does not have.

What rows cannot say for lack of context (types, signs, VAT categories, addresses, the single discount of a row) is
settled in `settle.py` after reading and prepared in `project.py` before writing.

Source: Finvoice 3.0 implementation guidelines (2018) and data list (2019), schema facts of 3.0 and 2.01.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from einvoice.formats.finvoice import elements, irregular
from einvoice.formats.finvoice.codecs import EPI_AMOUNT
from einvoice.formats.finvoice.keeping import keep
from einvoice.formats.finvoice.lines import LINE, ROW
from einvoice.formats.finvoice.parts import CHARGE, DISCOUNT, VAT, amount, day, kept, series, text
from einvoice.formats.mapping import Absent, Attr, Group, Leaf, Mapping, Pair, Row, Syntax, Table
from einvoice.formats.mapping.codecs import CODE, STRIPPED
from einvoice.model.records import Invoice, Party

FORMAT: Final = "finvoice"
DEFAULT: Final = "3.0"

SYNTAX = Syntax(FORMAT, "Finvoice", currency="InvoiceDetails/InvoiceTotalVatIncludedAmount/@AmountCurrencyIdentifier")

PAYEE = Table(
    "BG-10",
    Party,
    (
        Pair((), (), "AnyPartyText", irregular.read_role, irregular.write_nothing),
        text(
            "BT-61",
            "legal_registration_identifier",
            "AnyPartyIdentifier",
            Attr("SchemeID", "BT-61-1", "legal_registration_identifier_scheme"),
        ),
        text("BT-59", "name", "AnyPartyOrganisationName"),
        Pair(
            ("BT-60", "BT-60-1"),
            ("identifiers",),
            "AnyPartyCode",
            *irregular.identifiers("", "AnyPartyCode", single=False),
        ),
    ),
    keep=keep("3.0", ("AnyPartyDetails",)),
)

TAX_REPRESENTATIVE = Table(
    "BG-11",
    Party,
    (
        Pair((), (), "AnyPartyText", irregular.read_role, irregular.write_nothing),
        text("BT-62", "name", "AnyPartyOrganisationName"),
        text("BT-63", "vat_identifier", "AnyPartyOrganisationTaxCode"),
        series(
            ("BT-64", "BT-65", "BT-164"),
            ("address.line_1", "address.line_2", "address.line_3"),
            "AnyPartyPostalAddressDetails/AnyPartyStreetName",
        ),
        text("BT-66", "address.city", "AnyPartyPostalAddressDetails/AnyPartyTownName"),
        text("BT-67", "address.post_code", "AnyPartyPostalAddressDetails/AnyPartyPostCodeIdentifier"),
        text("BT-68", "address.country_subdivision", "AnyPartyPostalAddressDetails/AnyPartyCountrySubdivision"),
        text("BT-69", "address.country_code", "AnyPartyPostalAddressDetails/CountryCode"),
    ),
    keep=keep("3.0", ("AnyPartyDetails",)),
)

_PARTIES = {
    irregular.PAYEE_ROLE: ("payee", PAYEE),
    irregular.TAX_REPRESENTATIVE_ROLE: ("tax_representative", TAX_REPRESENTATIVE),
}


def _party(name: str, field: str, terms: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of seller or buyer; *terms*: registration, name, trading name, VAT number, identifier, address."""
    registration, called, trading, vat, identifier, *address = terms
    block = f"{name}PartyDetails"
    yield text(
        registration,
        f"{field}.legal_registration_identifier",
        f"{block}/{name}PartyIdentifier",
        Attr("SchemeID", f"{registration}-1", f"{field}.legal_registration_identifier_scheme"),
    )
    yield series((called,), (f"{field}.name",), f"{block}/{name}OrganisationName")
    yield text(trading, f"{field}.trading_name", f"{block}/{name}OrganisationTradingName")
    yield text(vat, f"{field}.vat_identifier", f"{block}/{name}OrganisationTaxCode")
    yield Pair(
        (identifier, f"{identifier}-1"),
        (f"{field}.identifiers",),
        f"{block}/{name}Code",
        *irregular.identifiers(field, f"{name}Code", single=name != "Seller"),
    )
    yield from _address(name, f"{block}/{name}PostalAddressDetails", f"{field}.address", tuple(address))


def _address(name: str, block: str, field: str, terms: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of an address; *terms*: lines 1 to 3, city, post code, subdivision, country."""
    yield series(terms[:3], tuple(f"{field}.line_{n}" for n in (1, 2, 3)), f"{block}/{name}StreetName")
    yield text(terms[3], f"{field}.city", f"{block}/{name}TownName")
    yield text(terms[4], f"{field}.post_code", f"{block}/{name}PostCodeIdentifier")
    yield text(terms[5], f"{field}.country_subdivision", f"{block}/{name}CountrySubdivision")
    yield text(terms[6], f"{field}.country_code", f"{block}/CountryCode")
    yield kept(f"{block}/CountryName")


def _contact(name: str, field: str, terms: tuple[str, str, str]) -> Iterator[Row]:
    yield kept(f"{name}OrganisationUnitNumber")
    yield text(terms[0], f"{field}.contact.name", f"{name}ContactPersonName")
    details = f"{name}CommunicationDetails"
    yield text(terms[1], f"{field}.contact.telephone", f"{details}/{name}PhoneNumberIdentifier")
    yield text(terms[2], f"{field}.contact.email", f"{details}/{name}EmailaddressIdentifier")


_TRANSMISSION = "MessageTransmissionDetails"
_INVOICE = "InvoiceDetails"
_TOTAL = "InvoiceTotalVat"
_EPI = "EpiDetails"
_BENEFICIARY = f"{_EPI}/EpiPartyDetails/EpiBeneficiaryPartyDetails"
_BANK = f"{_EPI}/EpiPartyDetails/EpiBfiPartyDetails"
_ORDER = f"{_EPI}/EpiPaymentInstructionDetails"
_FIRST = "payment_instructions[0]"

_DISCOUNTS = irregular.in_currency("allowances_charges", "DiscountDetails", DISCOUNT, charge=False)
_CHARGES = irregular.in_currency("allowances_charges", "ChargeDetails", CHARGE, charge=True)

ROWS: tuple[Row, ...] = (
    kept(f"{_TRANSMISSION}/MessageSenderDetails/FromIdentifier", "SchemeID"),
    kept(f"{_TRANSMISSION}/MessageSenderDetails/FromIntermediator"),
    kept(f"{_TRANSMISSION}/MessageReceiverDetails/ToIdentifier", "SchemeID"),
    kept(f"{_TRANSMISSION}/MessageReceiverDetails/ToIntermediator"),
    kept(f"{_TRANSMISSION}/MessageDetails/MessageIdentifier"),
    kept(f"{_TRANSMISSION}/MessageDetails/MessageTimeStamp"),
    kept(f"{_TRANSMISSION}/MessageDetails/SpecificationIdentifier"),
    *_party(
        "Seller",
        "seller",
        ("BT-30", "BT-27", "BT-28", "BT-31", "BT-29", "BT-35", "BT-36", "BT-162", "BT-37", "BT-38", "BT-39", "BT-40"),
    ),
    *_contact("Seller", "seller", ("BT-41", "BT-42", "BT-43")),
    text("BT-32", "seller.tax_registration_identifier", "SellerInformationDetails/SellerTaxRegistrationText"),
    text("BT-33", "seller.additional_legal_information", "SellerInformationDetails/SellerAdditionalLegalInfo"),
    Pair(
        ("BG-17", "BT-84", "BT-85", "BT-86"),
        ("payment_instructions",),
        "SellerInformationDetails/SellerAccountDetails",
        irregular.read_accounts,
        irregular.write_accounts,
    ),
    *_party(
        "Buyer",
        "buyer",
        ("BT-47", "BT-44", "BT-45", "BT-48", "BT-46", "BT-50", "BT-51", "BT-163", "BT-52", "BT-53", "BT-54", "BT-55"),
    ),
    *_contact("Buyer", "buyer", ("BT-56", "BT-57", "BT-58")),
    series(("BT-70",), ("delivery.party_name",), "DeliveryPartyDetails/DeliveryOrganisationName"),
    *_address(
        "Delivery",
        "DeliveryPartyDetails/DeliveryPostalAddressDetails",
        "delivery.address",
        ("BT-75", "BT-76", "BT-165", "BT-77", "BT-78", "BT-79", "BT-80"),
    ),
    day("BT-72", "delivery.actual_delivery_date", "DeliveryDetails/DeliveryDate"),
    text("EX-DELIVERY-METHOD", "delivery.method", "DeliveryDetails/DeliveryMethodText"),
    text("EX-DELIVERY-TERMS", "delivery.terms", "DeliveryDetails/DeliveryTermsText"),
    text("BT-15", "receiving_advice_reference", "DeliveryDetails/WaybillIdentifier"),
    text("BT-16", "despatch_advice_reference", "DeliveryDetails/DeliveryNoteIdentifier"),
    text(
        "BT-71",
        "delivery.location_identifier",
        "DeliveryDetails/FinalDestinationName",
        Attr("SchemeID", "BT-71-1", "delivery.location_identifier_scheme"),
    ),
    Pair(
        ("BG-10", "BG-11"),
        ("payee", "tax_representative"),
        "AnyPartyDetails",
        *irregular.any_party(_PARTIES),
        (PAYEE, TAX_REPRESENTATIVE),
    ),
    kept(f"{_INVOICE}/InvoiceTypeCode", "CodeListAgencyIdentifier"),
    Leaf("BT-3", "type_code", f"{_INVOICE}/InvoiceTypeCodeUN", CODE),
    kept(f"{_INVOICE}/InvoiceTypeText"),
    kept(f"{_INVOICE}/OriginCode"),
    text(
        "BT-18",
        "invoiced_object_identifier",
        f"{_INVOICE}/InvoicedObjectID",
        Attr("SchemeID", "BT-18-1", "invoiced_object_identifier_scheme"),
    ),
    text("BT-1", "invoice_number", f"{_INVOICE}/InvoiceNumber"),
    day("BT-2", "issue_date", f"{_INVOICE}/InvoiceDate"),
    text("BT-25", "preceding_invoices[0].number", f"{_INVOICE}/OriginalInvoiceNumber"),
    day("BT-26", "preceding_invoices[0].issue_date", f"{_INVOICE}/OriginalInvoiceDate"),
    Pair(
        ("BG-3",),
        ("preceding_invoices",),
        f"{_INVOICE}/OriginalInvoiceReference",
        irregular.read_preceding,
        irregular.write_preceding,
    ),
    day("BT-73", "period.start_date", f"{_INVOICE}/InvoicingPeriodStartDate"),
    day("BT-74", "period.end_date", f"{_INVOICE}/InvoicingPeriodEndDate"),
    text("BT-14", "sales_order_reference", f"{_INVOICE}/SellerReferenceIdentifier"),
    Pair(
        ("BT-46",),
        ("buyer.identifiers",),
        f"{_INVOICE}/SellersBuyerIdentifier",
        irregular.read_customer_number,
        irregular.write_customer_number,
    ),
    text("BT-13", "purchase_order_reference", f"{_INVOICE}/OrderIdentifier"),
    text("BT-12", "contract_reference", f"{_INVOICE}/AgreementIdentifier"),
    text("BT-10", "buyer_reference", f"{_INVOICE}/BuyerReferenceIdentifier"),
    text("BT-11", "project_reference", f"{_INVOICE}/ProjectReferenceIdentifier"),
    Pair(
        ("BT-21", "BT-22"),
        ("notes",),
        f"{_INVOICE}/DefinitionDetails",
        irregular.read_definitions,
        irregular.write_definitions,
    ),
    amount("BT-106", "totals.line_total", f"{_INVOICE}/RowsTotalVatExcludedAmount"),
    amount("BT-107", "totals.allowance_total", f"{_INVOICE}/DiscountsTotalVatExcludedAmount"),
    amount("BT-108", "totals.charge_total", f"{_INVOICE}/ChargesTotalVatExcludedAmount"),
    amount("BT-109", "totals.total_without_vat", f"{_INVOICE}/{_TOTAL}ExcludedAmount"),
    amount("BT-110", "totals.vat_total", f"{_INVOICE}/{_TOTAL}Amount"),
    Leaf(
        "BT-111",
        "totals.vat_total_accounting",
        f"{_INVOICE}/{_TOTAL}AccountingAmount",
        EPI_AMOUNT,
        (Attr("AmountCurrencyIdentifier", "BT-6", "vat_currency", CODE),),
    ),
    Leaf(
        "BT-112",
        "totals.total_with_vat",
        f"{_INVOICE}/{_TOTAL}IncludedAmount",
        amount(None, "", "").codec,
        (Attr("AmountCurrencyIdentifier", "BT-5", "currency", CODE),),
    ),
    amount("BT-114", "totals.rounding_amount", f"{_INVOICE}/InvoiceTotalRoundoffAmount"),
    amount("BT-113", "totals.paid_amount", f"{_INVOICE}/InvoicePaidAmount"),
    text("EX-PROPOSED-ACCOUNT", "buyer_proposed_account", f"{_INVOICE}/NormalProposedAccountIdentifier"),
    text("BT-19", "buyer_accounting_reference", f"{_INVOICE}/AccountDimensionText"),
    day("BT-7", "tax_point_date", f"{_INVOICE}/VatPoint/VatPointDate"),
    Leaf("BT-8", "tax_point_date_code", f"{_INVOICE}/VatPoint/VatPointDateCode", CODE),
    Pair(
        ("BG-23",),
        ("vat_breakdown",),
        f"{_INVOICE}/VatSpecificationDetails",
        *irregular.in_currency("vat_breakdown", "VatSpecificationDetails", VAT),
        (VAT,),
    ),
    Pair(("BT-22",), ("notes",), f"{_INVOICE}/InvoiceFreeText", irregular.read_notes, irregular.write_notes),
    Pair(
        (
            "BT-20",
            "EX-PAYMENT-CONDITIONS",
            "EX-LATE-INTEREST",
            "EX-CASH-DISCOUNT",
            "EX-CASH-DISCOUNT-DATE",
            "EX-CASH-DISCOUNT-PERCENTAGE",
            "EX-CASH-DISCOUNT-BASE",
            "EX-CASH-DISCOUNT-AMOUNT",
        ),
        ("payment_terms", "payment_conditions"),
        f"{_INVOICE}/PaymentTermsDetails",
        irregular.read_terms,
        irregular.write_terms,
    ),
    Pair(("BG-20",), ("allowances_charges",), f"{_INVOICE}/DiscountDetails", *_DISCOUNTS, (DISCOUNT,)),
    Pair(("BG-21",), ("allowances_charges",), f"{_INVOICE}/ChargeDetails", *_CHARGES, (CHARGE,)),
    text("BT-17", "tender_reference", f"{_INVOICE}/TenderReference"),
    text("BT-87", f"{_FIRST}.card.primary_account_number", "PaymentCardInfo/PrimaryAccountNumber"),
    text("BT-88", f"{_FIRST}.card.holder_name", "PaymentCardInfo/CardHolderName"),
    text("BT-89", f"{_FIRST}.direct_debit.mandate_reference", "DirectDebitInfo/MandateReference"),
    kept("DirectDebitInfo/CreditorIdentifier"),
    text(
        "BT-91",
        f"{_FIRST}.direct_debit.debited_account_identifier",
        "DirectDebitInfo/DebitedAccountID",
        Attr("IdentificationSchemeName", None, "native.DirectDebitInfo/DebitedAccountID/@IdentificationSchemeName"),
    ),
    kept("VirtualBankBarcode"),
    Group("BG-25", "lines", ROW, LINE, many=True),
    day(None, "native.EpiDate", f"{_EPI}/EpiIdentificationDetails/EpiDate")._replace(
        field=f"native.{_EPI}/EpiIdentificationDetails/EpiDate", codec=STRIPPED
    ),
    kept(f"{_EPI}/EpiIdentificationDetails/EpiReference")._replace(always=True),
    text(
        "BT-86",
        f"{_FIRST}.credit_transfer.service_provider_identifier",
        f"{_BANK}/EpiBfiIdentifier",
        Attr("IdentificationSchemeName", const="BIC"),
    ),
    kept(f"{_BENEFICIARY}/EpiNameAddressDetails"),
    kept(f"{_BENEFICIARY}/EpiBei"),
    text(
        "BT-84",
        f"{_FIRST}.credit_transfer.account_identifier",
        f"{_BENEFICIARY}/EpiAccountID",
        Attr("IdentificationSchemeName", None, f"native.{_BENEFICIARY}/EpiAccountID/@IdentificationSchemeName"),
    )._replace(always=True),
    kept(f"{_ORDER}/EpiPaymentInstructionId"),
    text(
        "BT-83",
        f"{_FIRST}.remittance_information",
        f"{_ORDER}/EpiRemittanceInfoIdentifier",
        Attr(
            "IdentificationSchemeName", None, f"native.{_ORDER}/EpiRemittanceInfoIdentifier/@IdentificationSchemeName"
        ),
    ),
    amount("BT-115", "totals.amount_due", f"{_ORDER}/EpiInstructedAmount", EPI_AMOUNT),
    kept(f"{_ORDER}/EpiCharge", "ChargeOption"),
    day("BT-9", "due_date", f"{_ORDER}/EpiDateOptionDate"),
    Leaf("BT-81", f"{_FIRST}.means_code", f"{_ORDER}/EpiPaymentMeansCode", CODE),
    text("BT-82", f"{_FIRST}.means_text", f"{_ORDER}/EpiPaymentMeansText"),
    kept("InvoiceUrlNameText"),
    kept("InvoiceUrlText"),
    kept("AttachmentMessageDetails/AttachmentMessageIdentifier"),
    Absent("BT-23", "the business process is a matter of the sending network", as_info=True),
    Absent("BT-24", "the specification is a matter of the format", as_info=True),
    *(
        Absent(
            term,
            "Finvoice carries it in the transmission details, which need address and intermediator of both parties",
        )
        for term in ("BT-34", "BT-34-1", "BT-49", "BT-49-1")
    ),
    Absent("BT-122", "Finvoice knows links and attached files by their own names"),
    Absent("BT-123", "a document that is neither attached nor linked has no place in Finvoice"),
    *(
        Absent(term, "the attachment message of Finvoice does not carry the file")
        for term in ("BT-125", "BT-125-1", "BT-125-2")
    ),
    Absent("EX-SELLER-TAX-SCHEME", "Finvoice does not tell the kinds of tax registration apart", as_info=True),
    Absent("EX-DOCUMENT-KIND", "Finvoice carries invoices", as_info=True),
    Absent("EX-INSTRUCTION-DUE-DATE", "Finvoice has one due date for the whole invoice (BT-9)"),
    Absent("EX-REFERENCE-KIND", "the reference itself shows its kind", as_info=True),
    Absent("EX-CARD-NETWORK", "Finvoice has no place for the network of a card"),
    Absent("EX-CURRENCY-RATE", "Finvoice has the rate as a text, which is kept where the source has one"),
    Absent("EX-VALUE-DATE", "Finvoice has the due date (BT-9), and no other date of payment"),
    Absent("EX-NET-DAYS", "Finvoice has the due date (BT-9), and the days in the text of the terms (BT-20)"),
    Absent("EX-CASH-DISCOUNT-DAYS", "Finvoice has the last day of the discount"),
    Absent("EX-SELLER-REFERENCE", "Finvoice has one reference of the seller, which is BT-14"),
    Absent("EX-WAYBILL", "Finvoice has one identifier of a waybill, which is BT-15"),
    Absent("EX-PROMISED-DATE", "Finvoice knows orders as other messages"),
    Absent("EX-PROMISED-WEEK", "Finvoice knows orders as other messages"),
    *(
        Absent(term, "Finvoice has one name, and what is longer than the name takes is left out")
        for term in ("EX-SELLER-NAME-EXTENSION", "EX-BUYER-NAME-EXTENSION", "EX-DELIVERY-NAME-EXTENSION")
    ),
    Absent("EX-LEADING-TEXT-ROWS", "a text row is a row of its own"),
    Absent("EX-NOTE-PLACEMENT", "Finvoice does not say where a note stands", as_info=True),
    Absent("EX-INTERNAL", "it never leaves the seller", as_info=True),
    Absent("EX-CUSTOM-TAG", "it is a tag of the sending system", as_info=True),
)
"""The rows of 3.0 in the order of its schema."""

_OWN = (Attr("Version", None, "native.@Version", read_only=True),)
"""The version is written with the name of its schema, in `shape.py`."""

_TABLE = Table(None, Invoice, ROWS, _OWN, keep=keep("3.0", ()))

MAPPING = Mapping(_TABLE, SYNTAX)
"""Reads every version and writes 3.0."""


@cache
def mapping_of(version: str) -> Mapping:
    """Return what writes *version*."""
    if version == DEFAULT:
        return MAPPING
    table = _without(_TABLE, version, ())
    return Mapping(table, SYNTAX, f"finvoice-{version}")


def _without(table: Table, version: str, path: tuple[str, ...]) -> Table:
    """Return *table* without the rows that *version* has no element or attribute for."""
    rows: list[Row] = []
    for row in table.rows:
        if isinstance(row, Absent):
            rows.append(row)
            continue
        below = (*path, *row.wire.split("/"))
        element = elements.at(version, below)
        if element is None:
            terms = row.terms if isinstance(row, Pair) else (row.term,) if isinstance(row, Leaf | Group) else ()
            reason = f"Finvoice {version} has no {below[-1]}; 3.0 has"
            rows += [Absent(term, reason) for term in terms if term is not None]
        elif isinstance(row, Leaf):
            attrs = tuple(a for a in row.attrs if a.name in element.attributes)
            rows.append(row._replace(attrs=attrs))
            rows += [
                Absent(a.term, f"Finvoice {version} has no {a.name} of {below[-1]}; 3.0 has")
                for a in row.attrs
                if a.term is not None and a not in attrs
            ]
        elif isinstance(row, Group):
            rows.append(row._replace(table=_without(row.table, version, below)))
        else:
            rows.append(row)
    return table._replace(rows=tuple(rows), keep=None if table.keep is None else keep(version, path))
