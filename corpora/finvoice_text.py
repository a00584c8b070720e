"""Drafts as Finvoice documents of version 3.0 or 2.01, and the transmission frames in front of them.

Amounts follow EN 16931, as those of `ubl_text`: the same draft with the same random numbers gives the same totals.  A
credit note (INV02) has negative quantities and amounts and positive prices.  Row VAT is written where the rows of every
VAT group add up to the VAT of the group, as the rest of the world sums the rows.

Version 2.01 has no document discounts, row charges, price discounts or EN 16931 codes; its documents do without.
"""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

from corpora.draft import CURRENCIES, PER_EURO, Draft
from corpora.invented_numbers import reference, rf_reference
from corpora.netvisor_text import CLAUSES, COUNTRY_NAMES, plain
from corpora.ubl_text import DELIVERED, REASONS, Adjustment, Row, Totals, document_adjustments, round2, row, totals
from corpora.world import UNITS, Party
from corpora.xmltext import group, leaf

Version = Literal["3.0", "2.01"]
VERSIONS: tuple[Version, ...] = ("3.0", "2.01")

ENCODING = "ISO-8859-15"
OPERATOR = "003791548580"
"""The intermediator of the buyers: an invented operator under an OVT code."""

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
EBXML = "http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
WORDS = {"Discount": "Alennus", "Campaign discount": "Kampanja-alennus", "Packing": "Pakkaus", "Freight": "Rahti"}
OUTSIDE = "Ei arvonlisäverotuksen piirissä"
EXEMPT = "Kiinteistön vuokraus, AVL 27 §"
NAME = 35
"""The length of a name in a payment order or a delivery address."""


def encode(text: str) -> bytes:
    """Return *text* in ISO-8859-15; what the encoding does not have becomes a character reference."""
    return text.encode(ENCODING, "xmlcharrefreplace")


def document(draft: Draft, rng: random.Random, version: Version = "3.0") -> str:
    """Return the invoice or credit note of *draft*; *rng* decides on what the draft leaves open."""
    rows = [row(line, rng) for line in draft.lines]
    adjustments = document_adjustments(rows, rng)
    prepaid = Decimal(0)
    if draft.credits is None and rng.random() < 0.05:
        prepaid = Decimal(rng.randrange(500, 5000)) / 100
    to_units = draft.currency == "SEK" and rng.random() < 0.3
    if version == "2.01":
        rows, adjustments, prepaid, to_units = [_plain_row(one) for one in rows], [], Decimal(0), False
    return _text(draft, rows, adjustments, totals(rows, adjustments, prepaid, to_units), version, rng.random() < 0.3)


def frame(draft: Draft, version: Version = "3.0") -> str:
    """Return the transmission frame of *draft*: SOAP 1.1, without a declaration of its own, ASCII."""
    sender, receiver = draft.seller.endpoint[1], draft.customer.endpoint[1]
    parties = (
        ("From", sender, "Sender"),
        ("From", draft.seller.bic, "Intermediator"),
        ("To", receiver, "Receiver"),
        ("To", OPERATOR, "Intermediator"),
    )
    pad = "      "
    inner = [
        group(f"eb:{name}", [leaf("eb:PartyId", value, "", pad + "  "), leaf("eb:Role", role, "", pad + "  ")], pad)
        for name, value, role in parties
    ]
    inner += [
        leaf("eb:CPAId", "yoursandmycpa", "", pad),
        leaf("eb:ConversationId", "", "", pad),
        leaf("eb:Service", "Routing", "", pad),
        leaf("eb:Action", "ProcessInvoice", "", pad),
    ]
    data = [leaf("eb:MessageId", draft.number, "", pad + "  "), leaf("eb:Timestamp", _moment(draft), "", pad + "  ")]
    inner.append(group("eb:MessageData", [*data, leaf("eb:RefToMessageId", "", "", pad + "  ")], pad))
    return (
        f'<SOAP-ENV:Envelope xmlns:SOAP-ENV="{SOAP}" xmlns:eb="{EBXML}" xmlns:xlink="http://www.w3.org/1999/xlink">\n'
        f'  <SOAP-ENV:Header>\n    <eb:MessageHeader SOAP-ENV:mustUnderstand="1" eb:version="2.0">\n{"".join(inner)}'
        "    </eb:MessageHeader>\n  </SOAP-ENV:Header>\n"
        '  <SOAP-ENV:Body>\n    <eb:Manifest eb:id="Manifest" eb:version="2.0">\n'
        f'      <eb:Reference eb:id="Finvoice" xlink:href="{draft.number}">\n'
        f'        <eb:schema eb:location="http://finvoice.example/Finvoice{version}.xsd" eb:version="{version}"/>\n'
        "      </eb:Reference>\n    </eb:Manifest>\n  </SOAP-ENV:Body>\n</SOAP-ENV:Envelope>\n"
    )


def _plain_row(one: Row) -> Row:
    """Return *one* as 2.01 can say it: one price, and of the adjustments the discount alone."""
    discounts = [a for a in one.adjustments if not a.charge]
    goods = round2(one.line.quantity * one.price / (one.base_quantity or 1))
    return replace(
        one, net=goods - sum((a.amount for a in discounts), Decimal(0)), adjustments=discounts, gross_price=None
    )


class _Writer:
    """Elements of one document: its sign, currency and version."""

    def __init__(self, draft: Draft, version: Version) -> None:
        self.credit = draft.credits is not None
        self.new = version == "3.0"
        self.currency = f' AmountCurrencyIdentifier="{draft.currency}"'

    def amount(self, name: str, value: Decimal, pad: str) -> str:
        """Return an amount with the sign of the document."""
        return leaf(name, _money(self.signed(value)), self.currency, pad)

    def signed(self, value: Decimal) -> Decimal:
        """Return *value* as the document writes it; zero has no sign."""
        return -value if self.credit else value

    def only_new(self, text: str) -> str:
        """Return *text*, and nothing in a version that does not have it."""
        return text if self.new else ""


def _money(value: Decimal) -> str:
    text = f"{value:f}"
    _, _, decimals = text.partition(".")
    return (text if len(decimals) >= 2 else f"{value:.2f}").replace(".", ",")


def _day(name: str, value: date, pad: str) -> str:
    return leaf(name, value.isoformat().replace("-", ""), ' Format="CCYYMMDD"', pad)


def _moment(draft: Draft) -> str:
    return f"{draft.issued}T08:15:00"


def _text(
    draft: Draft, rows: list[Row], adjustments: list[Adjustment], amounts: Totals, version: Version, delivery: bool
) -> str:
    writer, pad = _Writer(draft, version), "  "
    with_vat = draft.treatment != "deposit"
    parts = [_transmission(draft, writer), _party("Seller", draft.seller, writer, with_vat), _contact(draft.seller)]
    accounts = [
        leaf("SellerAccountID", draft.seller.iban, ' IdentificationSchemeName="IBAN"', "      "),
        leaf("SellerBic", draft.seller.bic, ' IdentificationSchemeName="BIC"', "      "),
    ]
    home = leaf("SellerHomeTownName", draft.seller.city, "", "    ")
    parts.append(group("SellerInformationDetails", [home, group("SellerAccountDetails", accounts, "    ")], pad))
    parts.append(_party("Buyer", draft.customer, writer, with_vat))
    if draft.treatment in DELIVERED:
        place = _address("Delivery", draft.customer, "    ")
        name = leaf("DeliveryOrganisationName", draft.customer.name[:NAME], "", "    ")
        parts.append(group("DeliveryPartyDetails", [name, place], pad))
    if delivery or draft.treatment in DELIVERED:
        parts.append(group("DeliveryDetails", [_day("DeliveryDate", draft.supplied, "    ")], pad))
    parts.append(group("InvoiceDetails", _details(draft, adjustments, amounts, writer), pad))
    row_vat = _row_vat(rows, amounts)
    for index, one in enumerate(rows):
        parts.append(_comment(draft, index))
        parts.append(_row(index + 1, one, writer, row_vat))
    parts.append(_comment(draft, len(rows)))
    parts.append(_payment_order(draft, amounts, writer))
    schema = f'xmlns:xsi="{XSI}" xsi:noNamespaceSchemaLocation="Finvoice{version}.xsd"'
    opening = f'<?xml version="1.0" encoding="{ENCODING}"?>\n<Finvoice Version="{version}" {schema}>\n'
    return f"{opening}{''.join(parts)}</Finvoice>\n"


def _transmission(draft: Draft, writer: _Writer) -> str:
    pad, deeper = "    ", "      "

    def address(name: str, party: Party) -> str:
        scheme, value = party.endpoint
        return leaf(name, value, f' SchemeID="{scheme}"' if writer.new else "", deeper)

    sender = [address("FromIdentifier", draft.seller), leaf("FromIntermediator", draft.seller.bic, "", deeper)]
    receiver = [address("ToIdentifier", draft.customer), leaf("ToIntermediator", OPERATOR, "", deeper)]
    message = [
        leaf("MessageIdentifier", draft.number, "", deeper),
        leaf("MessageTimeStamp", _moment(draft), "", deeper),
        writer.only_new(leaf("SpecificationIdentifier", "EN16931", "", deeper)),
    ]
    groups = (("MessageSenderDetails", sender), ("MessageReceiverDetails", receiver), ("MessageDetails", message))
    return group("MessageTransmissionDetails", [group(name, inner, pad) for name, inner in groups], "  ")


def _party(role: str, party: Party, writer: _Writer, with_vat: bool) -> str:
    pad, parts = "    ", []
    if party.registration:
        scheme, value = party.registration
        attribute = f' SchemeID="{scheme}"' if scheme and writer.new else ""
        parts.append(leaf(f"{role}PartyIdentifier", value, attribute, pad))
    parts.append(leaf(f"{role}OrganisationName", party.name, "", pad))
    if party.vat_id and with_vat:
        parts.append(leaf(f"{role}OrganisationTaxCode", party.vat_id, "", pad))
    if party.gln:
        attribute = ' IdentifierType="GLN"' + (' SchemeID="0088"' if writer.new else "")
        parts.append(leaf(f"{role}Code", party.gln, attribute, pad))
    parts.append(_address(role, party, pad))
    unit = ""
    if party.country == "FI" and party.business_id:
        unit = leaf(f"{role}OrganisationUnitNumber", "0037" + party.business_id.replace("-", ""), "", "  ")
    return group(f"{role}PartyDetails", parts, "  ") + unit


def _address(role: str, party: Party, pad: str) -> str:
    deeper = pad + "  "
    parts = [
        leaf(f"{role}StreetName", party.street, "", deeper),
        leaf(f"{role}TownName", party.city, "", deeper),
        leaf(f"{role}PostCodeIdentifier", party.postal_code, "", deeper),
        leaf("CountryCode", party.country, "", deeper),
        leaf("CountryName", COUNTRY_NAMES[party.country], "", deeper),
    ]
    return group(f"{role}PostalAddressDetails", parts, pad)


def _contact(seller: Party) -> str:
    ways = [
        leaf("SellerPhoneNumberIdentifier", seller.phone, "", "    "),
        leaf("SellerEmailaddressIdentifier", seller.email, "", "    "),
    ]
    name = leaf("SellerContactPersonName", seller.contact_name, "", "  ")
    return name + group("SellerCommunicationDetails", ways, "  ")


def _details(draft: Draft, adjustments: list[Adjustment], amounts: Totals, writer: _Writer) -> list[str]:
    pad, new = "    ", writer.only_new
    code, kind, text = ("INV02", 381, "Hyvityslasku") if draft.credits else ("INV01", 380, "Lasku")
    parts = [
        leaf("InvoiceTypeCode", code, ' CodeListAgencyIdentifier="SPY"', pad),
        new(leaf("InvoiceTypeCodeUN", kind, "", pad)),
        leaf("InvoiceTypeText", text, "", pad),
        leaf("OriginCode", "Original", "", pad),
        leaf("InvoiceNumber", draft.number, "", pad),
        _day("InvoiceDate", draft.issued, pad),
    ]
    if draft.credits:
        number, day = draft.credits
        parts += [leaf("OriginalInvoiceNumber", number, "", pad), new(_day("OriginalInvoiceDate", day, pad))]
    parts.append(leaf("SellersBuyerIdentifier", draft.customer.code, "", pad))
    if draft.order:
        parts.append(leaf("OrderIdentifier", draft.order, "", pad))
    parts.append(leaf("BuyerReferenceIdentifier", draft.buyer_reference, "", pad))
    parts += _sums(draft, amounts, writer)
    parts += [_vat(key, taxable, vat, draft, writer) for key, (taxable, vat) in amounts.breakdown.items()]
    if draft.note:
        parts.append(leaf("InvoiceFreeText", draft.note, "", pad))
    fine = [leaf("PaymentOverDueFineFreeText", "Viivästyskorko 11,5 %", "", pad + "    ")]
    fine.append(leaf("PaymentOverDueFinePercent", "11,5", "", pad + "    "))
    terms = [
        leaf("PaymentTermsFreeText", f"{draft.term_days} päivää netto", "", pad + "  "),
        _day("InvoiceDueDate", draft.due, pad + "  "),
        group("PaymentOverDueFineDetails", fine, pad + "  "),
    ]
    parts.append(group("PaymentTermsDetails", terms, pad))
    parts += [_document_level(one, writer) for one in sorted(adjustments, key=lambda one: one.charge)]
    return parts


def _sums(draft: Draft, amounts: Totals, writer: _Writer) -> list[str]:
    pad, home = "    ", CURRENCIES[draft.seller.country]
    accounting = ""
    if draft.currency != home:
        converted = round2(amounts.vat / Decimal(PER_EURO[draft.currency]) * Decimal(PER_EURO[home]))
        text = _money(writer.signed(converted))
        accounting = leaf("InvoiceTotalVatAccountingAmount", text, f' AmountCurrencyIdentifier="{home}"', pad)
    values = (
        ("RowsTotalVatExcludedAmount", amounts.lines, writer.new),
        ("DiscountsTotalVatExcludedAmount", amounts.allowances, bool(amounts.allowances)),
        ("ChargesTotalVatExcludedAmount", amounts.charges, bool(amounts.charges)),
        ("InvoiceTotalVatExcludedAmount", amounts.without_vat, True),
        ("InvoiceTotalVatAmount", amounts.vat, True),
    )
    parts = [writer.amount(name, value, pad) for name, value, written in values if written]
    parts += [writer.only_new(accounting), writer.amount("InvoiceTotalVatIncludedAmount", amounts.with_vat, pad)]
    if amounts.rounding:
        parts.append(writer.amount("InvoiceTotalRoundoffAmount", amounts.rounding, pad))
    if amounts.prepaid:
        parts.append(writer.amount("InvoicePaidAmount", amounts.prepaid, pad))
    return parts


def _vat(key: tuple[str, Decimal | None], taxable: Decimal, vat: Decimal, draft: Draft, writer: _Writer) -> str:
    category, rate = key
    pad = "      "
    parts = [writer.amount("VatBaseAmount", taxable, pad)]
    if rate is not None:
        parts.append(leaf("VatRatePercent", plain(rate), "", pad))
    parts += [leaf("VatCode", category, "", pad), writer.amount("VatRateAmount", vat, pad)]
    if category in REASONS:
        text = {"O": OUTSIDE, "E": EXEMPT}.get(category) or CLAUSES[draft.treatment]
        parts.append(leaf("VatFreeText", text, "", pad))
        parts.append(writer.only_new(leaf("VatExemptionReasonCode", REASONS[category][0], "", pad)))
    return group("VatSpecificationDetails", parts, "    ")


def _document_level(one: Adjustment, writer: _Writer) -> str:
    assert one.group is not None
    category, rate = one.group
    pad = "      "
    parts = [leaf("ReasonText" if one.charge else "FreeText", WORDS[one.reason], "", pad)]
    parts += [leaf("ReasonCode", one.code, "", pad)]
    if one.percent is not None:
        parts.append(leaf("Percent", plain(one.percent), "", pad))
    parts.append(writer.amount("Amount", one.amount, pad))
    if one.base is not None:
        parts.append(writer.amount("BaseAmount", one.base, pad))
    parts.append(leaf("VatCategoryCode", category, "", pad))
    if rate is not None:
        parts.append(leaf("VatRatePercent", plain(rate), "", pad))
    return group("ChargeDetails" if one.charge else "DiscountDetails", parts, "    ")


def _row_vat(rows: list[Row], amounts: Totals) -> bool:
    """Return whether VAT rounded row by row adds up to the VAT of every group."""
    sums: dict[tuple[str, Decimal | None], Decimal] = {}
    for one in rows:
        sums[one.group] = sums.get(one.group, Decimal(0)) + round2(one.net * (one.group[1] or 0) / 100)
    return all(sums[key] == vat for key, (_, vat) in amounts.breakdown.items())


def _comment(draft: Draft, index: int) -> str:
    text = draft.comments.get(index)
    return group("InvoiceRow", [leaf("RowFreeText", text, "", "    ")], "  ") if text else ""


def _row(number: int, one: Row, writer: _Writer, row_vat: bool) -> str:
    line, pad, new = one.line, "    ", writer.only_new
    finnish, _, code = UNITS[line.product.unit]
    unit = f' QuantityUnitCode="{finnish}"' + new(f' QuantityUnitCodeUN="{code}"')
    price = f'{writer.currency} UnitPriceUnitCode="{finnish}"' + new(f' QuantityUnitCodeUN="{code}"')
    parts = [
        leaf("ArticleIdentifier", line.product.code, "", pad),
        leaf("ArticleName", line.name, "", pad),
        leaf("InvoicedQuantity", plain(writer.signed(line.quantity)), unit, pad),
        leaf("UnitPriceAmount", _money(one.gross_price or one.price), price, pad),
    ]
    if one.gross_price is not None:
        parts.append(leaf("UnitPriceDiscountAmount", _money(one.gross_price - one.price), price, pad))
    parts.append(new(leaf("UnitPriceNetAmount", _money(one.price), price, pad)))
    if one.base_quantity is not None:
        parts.append(leaf("UnitPriceBaseQuantity", plain(one.base_quantity), unit, pad))
    parts.append(leaf("RowPositionIdentifier", number, "", pad))
    if line.text:
        parts.append(leaf("RowFreeText", line.text, "", pad))
    parts += [_row_discount(a, writer) if not a.charge else _row_charge(a, writer) for a in one.adjustments]
    if line.rate is not None:
        parts.append(leaf("RowVatRatePercent", plain(line.rate), "", pad))
    parts.append(leaf("RowVatCode", line.category, "", pad))
    vat = round2(one.net * (line.rate or 0) / 100)
    if row_vat:
        parts.append(writer.amount("RowVatAmount", vat, pad))
    parts.append(writer.amount("RowVatExcludedAmount", one.net, pad))
    if row_vat:
        parts.append(writer.amount("RowAmount", one.net + vat, pad))
    return group("InvoiceRow", parts, "  ")


def _row_discount(one: Adjustment, writer: _Writer) -> str:
    """Return the discount of a row; a draft has at most one, which stands in the flat elements."""
    assert one.percent is not None
    assert one.base is not None
    pad = "    "
    return "".join(
        (
            leaf("RowDiscountPercent", plain(one.percent), "", pad),
            writer.amount("RowDiscountAmount", one.amount, pad),
            writer.only_new(writer.amount("RowDiscountBaseAmount", one.base, pad)),
            writer.only_new(leaf("RowDiscountTypeCode", one.code, "", pad)),
            leaf("RowDiscountTypeText", WORDS[one.reason], "", pad),
        )
    )


def _row_charge(one: Adjustment, writer: _Writer) -> str:
    pad = "      "
    parts = [leaf("ReasonText", WORDS[one.reason], "", pad), leaf("ReasonCode", one.code, "", pad)]
    return group("RowChargeDetails", [*parts, writer.amount("Amount", one.amount, pad)], "    ")


def _payment_order(draft: Draft, amounts: Totals, writer: _Writer) -> str:
    pad, seller = "      ", draft.seller
    national = reference(draft.number)
    at_home = draft.customer.country == "FI"
    remittance, scheme = (national, "SPY") if at_home else (rf_reference(national), "ISO")
    charge = "SLEV" if writer.new else "SHA"
    identification = [_day("EpiDate", draft.issued, pad), leaf("EpiReference", "", "", pad)]
    bank = [leaf("EpiBfiIdentifier", seller.bic, ' IdentificationSchemeName="BIC"', pad + "  ")]
    beneficiary = [
        leaf("EpiNameAddressDetails", seller.name[:NAME], "", pad + "  "),
        leaf("EpiBei", seller.business_id, "", pad + "  "),
        leaf("EpiAccountID", seller.iban, ' IdentificationSchemeName="IBAN"', pad + "  "),
    ]
    instruction = [
        leaf("EpiRemittanceInfoIdentifier", remittance, f' IdentificationSchemeName="{scheme}"', pad),
        writer.amount("EpiInstructedAmount", amounts.payable, pad),
        leaf("EpiCharge", charge, f' ChargeOption="{charge}"', pad),
        _day("EpiDateOptionDate", draft.due, pad),
        writer.only_new(leaf("EpiPaymentMeansCode", 58 if draft.currency == "EUR" else 30, "", pad)),
    ]
    parties = [group("EpiBfiPartyDetails", bank, pad), group("EpiBeneficiaryPartyDetails", beneficiary, pad)]
    groups = (
        ("EpiIdentificationDetails", identification),
        ("EpiPartyDetails", parties),
        ("EpiPaymentInstructionDetails", instruction),
    )
    return group("EpiDetails", [group(name, inner, "    ") for name, inner in groups], "  ")
