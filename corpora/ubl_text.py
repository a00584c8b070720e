"""Drafts as UBL 2.1 documents of Peppol BIS Billing 3.

Amounts follow EN 16931: line net amounts rounded to two decimals, VAT once per category and rate, totals that tie to
the cent.  A credit note is positive: the document type carries the direction.
"""

import random
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from xml.sax.saxutils import escape

from corpora.draft import CURRENCIES, PER_EURO, Draft, Line, Treatment
from corpora.invented_numbers import ocr, reference
from corpora.world import UNITS, Party
from corpora.xmltext import group, leaf

CENT = Decimal("0.01")
NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:"
CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
REASONS = {
    "AE": ("VATEX-EU-AE", "Reverse charge"),
    "K": ("VATEX-EU-IC", "Intra-Community supply"),
    "G": ("VATEX-EU-G", "Export outside the EU"),
    "O": ("VATEX-EU-O", "Not subject to VAT"),
    "E": ("VATEX-EU-135-1", "Letting of property"),
}
REGISTRATIONS = {"SE": "Godkänd för F-skatt", "NO": "Foretaksregisteret"}
DELIVERED: tuple[Treatment, ...] = ("eu-goods", "export")
"""Treatments that always state the delivery: EN 16931 demands it for intra-Community supplies."""

Group = tuple[str, Decimal | None]
"""A VAT breakdown: category and rate."""


@dataclass
class Adjustment:
    """An allowance or charge, on the document (then *group* is set) or on a line."""

    charge: bool
    amount: Decimal
    reason: str
    code: str
    percent: Decimal | None = None
    base: Decimal | None = None
    group: Group | None = None

    @property
    def signed(self) -> Decimal:
        """The amount that it adds to a sum."""
        return self.amount if self.charge else -self.amount


@dataclass
class Row:
    """A line with its amounts: *net* is BT-131, *price* BT-146, *gross_price* BT-148, *base_quantity* BT-149."""

    line: Line
    price: Decimal
    net: Decimal
    adjustments: list[Adjustment] = field(default_factory=list)
    gross_price: Decimal | None = None
    base_quantity: Decimal | None = None

    @property
    def group(self) -> Group:
        """The VAT breakdown that it belongs to."""
        return self.line.category, self.line.rate


@dataclass
class Totals:
    """The calculation chain, BT-106 to BT-115, and the VAT breakdown: group -> (taxable amount, VAT)."""

    lines: Decimal
    allowances: Decimal
    charges: Decimal
    without_vat: Decimal
    breakdown: dict[Group, tuple[Decimal, Decimal]]
    vat: Decimal
    with_vat: Decimal
    prepaid: Decimal
    rounding: Decimal
    payable: Decimal


def round2(value: Decimal) -> Decimal:
    """Return *value* rounded to two decimals, half away from zero."""
    return value.quantize(CENT, ROUND_HALF_UP)


def row(line: Line, rng: random.Random) -> Row:
    """Return *line* with its amounts; *rng* decides on price base, price discount and line charge."""
    price, base_quantity, gross_price = line.price, None, None
    if line.price < 1 and rng.random() < 0.5:
        base_quantity = Decimal(100)
        price = (line.price * 100).normalize()
    elif rng.random() < 0.06:
        gross_price = line.price
        price = line.price - round2(line.price * Decimal("0.1"))
    goods = round2(line.quantity * price / (base_quantity or 1))
    adjustments = []
    if line.discount:
        amount = round2(goods * line.discount / 100)
        adjustments.append(Adjustment(False, amount, "Discount", "95", line.discount, goods))
    if rng.random() < 0.04:
        adjustments.append(Adjustment(True, Decimal(rng.randrange(150, 2500)) / 100, "Packing", "ABL"))
    net = goods + sum((a.signed for a in adjustments), Decimal(0))
    return Row(line, price, net, adjustments, gross_price, base_quantity)


def document_adjustments(rows: list[Row], rng: random.Random) -> list[Adjustment]:
    """Return a discount over the whole document, split by VAT group, and a freight charge; mostly neither."""
    found: list[Adjustment] = []
    taxable: dict[Group, Decimal] = {}
    for one in rows:
        taxable[one.group] = taxable.get(one.group, Decimal(0)) + one.net
    if rng.random() < 0.1:
        percent = Decimal(rng.choice(("2", "3", "5")))
        for group_, base in taxable.items():
            amount = round2(base * percent / 100)
            found.append(Adjustment(False, amount, "Campaign discount", "95", percent, base, group_))
    if rng.random() < 0.15 and rows[0].line.category != "O":
        found.append(Adjustment(True, Decimal(rng.randrange(990, 9900)) / 100, "Freight", "FC", group=rows[0].group))
    return found


def totals(
    rows: list[Row],
    adjustments: list[Adjustment],
    prepaid: Decimal = Decimal(0),
    round_to_units: bool = False,
) -> Totals:
    """Return the chain of EN 16931.  *round_to_units* rounds the payable amount to whole units of the currency."""
    groups: dict[Group, Decimal] = {}
    for one in rows:
        groups[one.group] = groups.get(one.group, Decimal("0.00")) + one.net
    for one_adjustment in adjustments:
        assert one_adjustment.group is not None
        groups[one_adjustment.group] += one_adjustment.signed
    breakdown = {key: (taxable, round2(taxable * (key[1] or 0) / 100)) for key, taxable in groups.items()}
    lines = sum((one.net for one in rows), Decimal("0.00"))
    allowances = sum((a.amount for a in adjustments if not a.charge), Decimal("0.00"))
    charges = sum((a.amount for a in adjustments if a.charge), Decimal("0.00"))
    without_vat = lines - allowances + charges
    vat = sum((amount for _, amount in breakdown.values()), Decimal("0.00"))
    with_vat = without_vat + vat
    payable = with_vat - prepaid
    rounded = payable.quantize(Decimal(1), ROUND_HALF_UP).quantize(CENT) if round_to_units else payable
    return Totals(
        lines, allowances, charges, without_vat, breakdown, vat, with_vat, prepaid, rounded - payable, rounded
    )


def document(draft: Draft, rng: random.Random) -> str:
    """Return the Invoice or CreditNote of *draft*; *rng* decides on what the draft leaves open."""
    rows = [row(line, rng) for line in draft.lines]
    adjustments = document_adjustments(rows, rng)
    prepaid = Decimal(0)
    if draft.credits is None and rng.random() < 0.05:
        prepaid = Decimal(rng.randrange(500, 5000)) / 100
    to_units = draft.currency == "SEK" and rng.random() < 0.3
    return text(draft, rows, adjustments, totals(rows, adjustments, prepaid, to_units), rng.random() < 0.3)


def text(
    draft: Draft, rows: list[Row], adjustments: list[Adjustment], amounts: Totals, with_delivery: bool = False
) -> str:
    """Return the document as UBL text, with *amounts* as given: nothing is calculated here."""
    credit = draft.credits is not None
    kind = "CreditNote" if credit else "Invoice"
    currency = draft.currency
    home = CURRENCIES[draft.seller.country]
    money = f' currencyID="{currency}"'
    pad = "  "
    parts = [
        leaf("cbc:CustomizationID", CUSTOMIZATION, "", pad),
        leaf("cbc:ProfileID", PROCESS, "", pad),
        leaf("cbc:ID", draft.number, "", pad),
        leaf("cbc:IssueDate", draft.issued, "", pad),
    ]
    if credit:
        parts.append(leaf("cbc:CreditNoteTypeCode", 381, "", pad))
    else:
        parts += [leaf("cbc:DueDate", draft.due, "", pad), leaf("cbc:InvoiceTypeCode", 380, "", pad)]
    if draft.note:
        parts.append(leaf("cbc:Note", draft.note, "", pad))
    parts.append(leaf("cbc:DocumentCurrencyCode", currency, "", pad))
    if currency != home:
        parts.append(leaf("cbc:TaxCurrencyCode", home, "", pad))
    parts.append(leaf("cbc:BuyerReference", draft.buyer_reference, "", pad))
    if draft.order:
        parts.append(group("cac:OrderReference", [leaf("cbc:ID", draft.order, "", "    ")], pad))
    if draft.credits:
        number, day = draft.credits
        inner = [leaf("cbc:ID", number, "", "      "), leaf("cbc:IssueDate", day, "", "      ")]
        parts.append(group("cac:BillingReference", [group("cac:InvoiceDocumentReference", inner, "    ")], pad))
    outside = draft.treatment == "deposit"
    parts.append(_party("cac:AccountingSupplierParty", draft.seller, with_vat=not outside, selling=True))
    parts.append(_party("cac:AccountingCustomerParty", draft.customer, with_vat=not outside))
    if with_delivery or draft.treatment in DELIVERED:
        place = group("cac:DeliveryLocation", [_address("cac:Address", draft.customer, "      ")], "    ")
        parts.append(group("cac:Delivery", [leaf("cbc:ActualDeliveryDate", draft.supplied, "", "    "), place], pad))
    parts.append(_payment(draft))
    terms = [leaf("cbc:Note", f"{draft.term_days} days net", "", "    ")]
    parts.append(group("cac:PaymentTerms", terms, pad))
    parts += [_adjustment(adjustment, money, pad) for adjustment in adjustments]
    parts.append(_vat(amounts, money))
    if currency != home:
        converted = round2(amounts.vat / Decimal(PER_EURO[currency]) * Decimal(PER_EURO[home]))
        second = leaf("cbc:TaxAmount", converted, f' currencyID="{home}"', "    ")
        parts.append(group("cac:TaxTotal", [second], pad))
    parts.append(_sums(amounts, money))
    parts += [_line(number, one, credit, money) for number, one in enumerate(rows, 1)]
    opening = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{kind} xmlns="{NAMESPACE}{kind}-2"\n'
        f'  xmlns:cac="{NAMESPACE}CommonAggregateComponents-2"\n  xmlns:cbc="{NAMESPACE}CommonBasicComponents-2">\n'
    )
    return f"{opening}{''.join(parts)}</{kind}>\n"


def _party(name: str, party: Party, with_vat: bool, selling: bool = False) -> str:
    pad, deeper = "      ", "        "
    scheme, address = party.endpoint
    parts = [leaf("cbc:EndpointID", address, f' schemeID="{scheme}"', pad)]
    if not selling:
        parts.append(group("cac:PartyIdentification", [leaf("cbc:ID", party.code, "", deeper)], pad))
    parts.append(group("cac:PartyName", [leaf("cbc:Name", party.name, "", deeper)], pad))
    parts.append(_address("cac:PostalAddress", party, pad))
    schemes = []
    if party.vat_id and with_vat:
        schemes.append((party.vat_id, "VAT"))
    if selling and party.country in REGISTRATIONS:
        schemes.append((REGISTRATIONS[party.country], "TAX"))
    for number, scheme_name in schemes:
        tax = group("cac:TaxScheme", [leaf("cbc:ID", scheme_name, "", deeper + "  ")], deeper)
        parts.append(group("cac:PartyTaxScheme", [leaf("cbc:CompanyID", number, "", deeper), tax], pad))
    legal = [leaf("cbc:RegistrationName", party.name, "", deeper)]
    if party.registration:
        register, number = party.registration
        legal.append(leaf("cbc:CompanyID", number, f' schemeID="{register}"' if register else "", deeper))
    parts.append(group("cac:PartyLegalEntity", legal, pad))
    contact = [
        leaf("cbc:Name", party.contact_name, "", deeper),
        leaf("cbc:Telephone", party.phone, "", deeper),
        leaf("cbc:ElectronicMail", party.email, "", deeper),
    ]
    parts.append(group("cac:Contact", contact, pad))
    return group(name, [group("cac:Party", parts, "    ")], "  ")


def _address(name: str, party: Party, pad: str) -> str:
    deeper = pad + "  "
    country = group("cac:Country", [leaf("cbc:IdentificationCode", party.country, "", deeper + "  ")], deeper)
    parts = [
        leaf("cbc:StreetName", party.street, "", deeper),
        leaf("cbc:CityName", party.city, "", deeper),
        leaf("cbc:PostalZone", party.postal_code, "", deeper),
        country,
    ]
    return group(name, parts, pad)


def _payment(draft: Draft) -> str:
    seller, pad = draft.seller, "    "
    domestic_giro = seller.bankgiro if draft.customer.country == "SE" and draft.currency == "SEK" else None
    remittance = ocr(draft.number) if seller.country == "SE" else reference(draft.number)
    account, bank = (domestic_giro, "SE:BANKGIRO") if domestic_giro else (seller.iban, seller.bic)
    parts = [leaf("cbc:PaymentMeansCode", 30, "", pad)]
    if draft.credits:
        parts.append(leaf("cbc:PaymentDueDate", draft.due, "", pad))
    parts.append(leaf("cbc:PaymentID", remittance, "", pad))
    branch = group("cac:FinancialInstitutionBranch", [leaf("cbc:ID", bank, "", "        ")], "      ")
    parts.append(group("cac:PayeeFinancialAccount", [leaf("cbc:ID", account, "", "      "), branch], pad))
    return group("cac:PaymentMeans", parts, "  ")


def _category(name: str, key: Group, pad: str, with_reason: bool = False) -> str:
    category, rate = key
    deeper = pad + "  "
    parts = [leaf("cbc:ID", category, "", deeper)]
    if rate is not None:
        parts.append(leaf("cbc:Percent", rate, "", deeper))
    if with_reason and category in REASONS:
        code, reason = REASONS[category]
        parts.append(leaf("cbc:TaxExemptionReasonCode", code, "", deeper))
        parts.append(leaf("cbc:TaxExemptionReason", reason, "", deeper))
    parts.append(group("cac:TaxScheme", [leaf("cbc:ID", "VAT", "", deeper + "  ")], deeper))
    return group(name, parts, pad)


def _adjustment(adjustment: Adjustment, money: str, pad: str) -> str:
    deeper = pad + "  "
    parts = [
        leaf("cbc:ChargeIndicator", "true" if adjustment.charge else "false", "", deeper),
        leaf("cbc:AllowanceChargeReasonCode", adjustment.code, "", deeper),
        leaf("cbc:AllowanceChargeReason", adjustment.reason, "", deeper),
    ]
    if adjustment.percent is not None:
        parts.append(leaf("cbc:MultiplierFactorNumeric", adjustment.percent, "", deeper))
    parts.append(leaf("cbc:Amount", adjustment.amount, money, deeper))
    if adjustment.base is not None:
        parts.append(leaf("cbc:BaseAmount", adjustment.base, money, deeper))
    if adjustment.group is not None:
        parts.append(_category("cac:TaxCategory", adjustment.group, deeper))
    return group("cac:AllowanceCharge", parts, pad)


def _vat(amounts: Totals, money: str) -> str:
    subtotals = []
    for key, (taxable, vat) in amounts.breakdown.items():
        inner = [
            leaf("cbc:TaxableAmount", taxable, money, "      "),
            leaf("cbc:TaxAmount", vat, money, "      "),
            _category("cac:TaxCategory", key, "      ", with_reason=True),
        ]
        subtotals.append(group("cac:TaxSubtotal", inner, "    "))
    return group("cac:TaxTotal", [leaf("cbc:TaxAmount", amounts.vat, money, "    "), *subtotals], "  ")


def _sums(amounts: Totals, money: str) -> str:
    values = [
        ("cbc:LineExtensionAmount", amounts.lines, True),
        ("cbc:TaxExclusiveAmount", amounts.without_vat, True),
        ("cbc:TaxInclusiveAmount", amounts.with_vat, True),
        ("cbc:AllowanceTotalAmount", amounts.allowances, bool(amounts.allowances)),
        ("cbc:ChargeTotalAmount", amounts.charges, bool(amounts.charges)),
        ("cbc:PrepaidAmount", amounts.prepaid, bool(amounts.prepaid)),
        ("cbc:PayableRoundingAmount", amounts.rounding, bool(amounts.rounding)),
        ("cbc:PayableAmount", amounts.payable, True),
    ]
    parts = [leaf(name, value, money, "    ") for name, value, written in values if written]
    return group("cac:LegalMonetaryTotal", parts, "  ")


def _line(number: int, one: Row, credit: bool, money: str) -> str:
    line = one.line
    unit = f' unitCode="{escape(UNITS[line.product.unit][2])}"'
    pad, deeper = "    ", "      "
    parts = [leaf("cbc:ID", number, "", pad)]
    if line.text:
        parts.append(leaf("cbc:Note", line.text, "", pad))
    parts.append(leaf("cbc:CreditedQuantity" if credit else "cbc:InvoicedQuantity", line.quantity, unit, pad))
    parts.append(leaf("cbc:LineExtensionAmount", one.net, money, pad))
    parts += [_adjustment(adjustment, money, pad) for adjustment in one.adjustments]
    seller_id = leaf("cbc:ID", line.product.code, "", "        ")
    item = [
        leaf("cbc:Name", line.name, "", deeper),
        group("cac:SellersItemIdentification", [seller_id], deeper),
        _category("cac:ClassifiedTaxCategory", one.group, deeper),
    ]
    parts.append(group("cac:Item", item, pad))
    price = [leaf("cbc:PriceAmount", f"{one.price:f}", money, deeper)]
    if one.base_quantity is not None:
        price.append(leaf("cbc:BaseQuantity", one.base_quantity, unit, deeper))
    if one.gross_price is not None:
        discount = [
            leaf("cbc:ChargeIndicator", "false", "", "        "),
            leaf("cbc:Amount", one.gross_price - one.price, money, "        "),
            leaf("cbc:BaseAmount", one.gross_price, money, "        "),
        ]
        price.append(group("cac:AllowanceCharge", discount, deeper))
    parts.append(group("cac:Price", price, pad))
    return group("cac:CreditNoteLine" if credit else "cac:InvoiceLine", parts, "  ")
