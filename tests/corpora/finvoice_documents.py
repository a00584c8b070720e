"""Finvoice files taken apart, and their arithmetic recomputed from the rows; written apart from the generator."""

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import zip_longest

import stdnum.iban
from lxml import etree
from stdnum.fi import ytunnus
from stdnum.vatin import validate as validate_vat
from tests.corpora.invented import check_account, check_finnish_reference, check_identifier

CENT = Decimal("0.01")
ROOT = re.compile(rb"<(?:[\w-]+:)?(Envelope|Finvoice|FinvoiceAttachments)[\s>]")
PROLOG = re.compile(rb"(?:<\?[^>]*>\s*|<!DOCTYPE\s[^\[>]*(?:\[[^\]]*\]\s*)?>\s*|<!--[^>]*-->\s*)+\Z")
WITH_SCHEME = ("FromIdentifier", "ToIdentifier", "EanCode", "PartyIdentifier", "Code", "FinalDestinationName")
Class = tuple[str | None, Decimal]
"""VAT code (None where the document has none) and rate."""


@dataclass
class Part:
    """A frame, an invoice or an attachment message: the name of its root, and its bytes with declaration."""

    kind: str
    data: bytes

    @property
    def root(self) -> etree._Element:
        """The parsed root; no DTD is loaded and no entity resolved."""
        return etree.fromstring(self.data, etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False))


def parts(data: bytes) -> list[Part]:
    """Return the parts of a file: each begins with the declaration and document type that stand before its root."""
    cuts = []
    for found in ROOT.finditer(data):
        before = PROLOG.search(data[: found.start()])
        cuts.append((before.start() if before else found.start(), found[1].decode()))
    ends = [start for start, _ in cuts[1:]] + [len(data)]
    return [Part(kind, data[start:end]) for (start, kind), end in zip(cuts, ends, strict=True)]


def invoices(data: bytes) -> list[etree._Element]:
    """Return the roots of the invoices in *data*, without the namespace that some senders put there."""
    found = [part.root for part in parts(data) if part.kind == "Finvoice"]
    for root in found:
        for element in root.iter(f"{{{etree.QName(root).namespace}}}*"):
            element.tag = etree.QName(element).localname
    return found


def round2(value: Decimal) -> Decimal:
    """Round half away from zero."""
    return value.quantize(CENT, ROUND_HALF_UP)


def number(text: str) -> Decimal:
    """Return a number with decimal comma (or point)."""
    return Decimal(text.strip().replace(",", "."))


def amount(element: etree._Element | None, path: str) -> Decimal | None:
    """Return the number at *path*, None when it is absent or empty."""
    text = element.findtext(path) if element is not None else None
    return number(text) if text and text.strip() else None


def priced_rows(root: etree._Element) -> list[etree._Element]:
    """Return the rows that count: those with a price or an amount of their own."""
    names = ("UnitPriceAmount", "UnitPriceVatIncludedAmount", "RowVatExcludedAmount", "RowAmount")
    return [row for row in root.findall("InvoiceRow") if any(row.find(name) is not None for name in names)]


def _quantity(row: etree._Element) -> Decimal:
    unit = next((e.get("UnitPriceUnitCode") for e in row.iter("UnitPriceAmount", "UnitPriceVatIncludedAmount")), None)
    for name in ("InvoicedQuantity", "DeliveredQuantity", "OrderedQuantity"):
        stated = [e for e in row.findall(name) if e.text]
        if stated:
            chosen = next((e for e in stated if e.get("QuantityUnitCode") == unit), stated[0])
            return number(chosen.text or "")
    return Decimal(1)


def _goods(row: etree._Element) -> Decimal:
    price = amount(row, "UnitPriceNetAmount")
    gross = amount(row, "UnitPriceAmount")
    if price is None:
        assert gross is not None
        price = gross - (amount(row, "UnitPriceDiscountAmount") or 0)
    elif gross is not None:
        assert price == gross - (amount(row, "UnitPriceDiscountAmount") or 0), "net price is not price less discount"
    assert price >= 0, "negative price"
    unit = next((e.get("UnitPriceUnitCode", "") for e in row.iter("UnitPriceAmount")), "")
    scale = 100 if unit.startswith(("snt/", "c/")) else 1
    return round2(_quantity(row) * price / (amount(row, "UnitPriceBaseQuantity") or 1) / scale)


def _discounts(row: etree._Element, goods: Decimal) -> Decimal:
    total = Decimal(0)
    for group in (row, *row.findall("RowProgressiveDiscountDetails")):
        percent, stated = amount(group, "RowDiscountPercent"), amount(group, "RowDiscountAmount")
        base = amount(group, "RowDiscountBaseAmount")
        if percent is not None:
            computed = round2((goods if base is None else base) * percent / 100)
            assert stated is None or stated == computed, "discount is not base times per cent"
            stated = computed
        total += stated or 0
    return total


def net_of_row(row: etree._Element) -> Decimal:
    """Return the net amount that price, quantity, discounts and charges of *row* give."""
    goods = _goods(row)
    charges = Decimal(0)
    for charge in row.findall("RowChargeDetails"):
        value, percent, base = (amount(charge, name) for name in ("Amount", "Percent", "BaseAmount"))
        assert value is not None
        assert percent is None or value == round2((goods if base is None else base) * percent / 100)
        charges += value
    return goods - _discounts(row, goods) + charges


def vat_class(element: etree._Element, code: str, rate: str) -> Class:
    """Return code and rate at the two paths."""
    return element.findtext(code), (amount(element, rate) or Decimal(0)).normalize()


def breakdown(root: etree._Element, currency: str) -> dict[Class, tuple[Decimal, Decimal]]:
    """Return class -> (base, VAT) of the breakdown in *currency*."""
    found = {}
    for group in root.iterfind("InvoiceDetails/VatSpecificationDetails"):
        base, vat = group.find("VatBaseAmount"), group.find("VatRateAmount")
        assert base is not None
        assert vat is not None
        if base.get("AmountCurrencyIdentifier") == currency:
            key = vat_class(group, "VatCode", "VatRatePercent")
            assert key not in found, "a class stands twice"
            found[key] = (number(base.text or ""), number(vat.text or ""))
    return found


def currency_of(root: etree._Element) -> str:
    """Return the currency of the grand total."""
    total = root.find("InvoiceDetails/InvoiceTotalVatIncludedAmount")
    assert total is not None
    return total.get("AmountCurrencyIdentifier", "")


def check_arithmetic(root: etree._Element, *, rows_tie: bool = True) -> None:
    """Fail unless every total follows from the rows, to the cent; *rows_tie* asks the same of the rows themselves."""
    details = root.find("InvoiceDetails")
    assert details is not None
    bases: dict[Class, Decimal] = defaultdict(Decimal)
    rounded: dict[Class, Decimal] = defaultdict(Decimal)
    gross_only: dict[Class, Decimal] = defaultdict(Decimal)
    for row in priced_rows(root):
        key = vat_class(row, "RowVatCode", "RowVatRatePercent")
        net, vat, gross = (amount(row, n) for n in ("RowVatExcludedAmount", "RowVatAmount", "RowAmount"))
        if net is None:
            price = amount(row, "UnitPriceVatIncludedAmount")
            assert price is not None
            assert gross == round2(_quantity(row) * price)
            gross_only[key] += gross
            continue
        if rows_tie:
            assert net == net_of_row(row), f"row {row.findtext('RowPositionIdentifier')}"
        if vat is not None:
            assert vat == round2(net * key[1] / 100)
            assert gross is None or gross == net + vat
        bases[key] += net
        rounded[key] += round2(net * key[1] / 100)
    lines = sum(bases.values(), Decimal(0))
    allowances, charges = _document_level(details, bases)
    for key, gross in gross_only.items():
        bases[key] = round2(gross / (1 + key[1] / 100))
        rounded[key] = gross - bases[key]
        lines += bases[key]
    stated = breakdown(root, currency_of(root))
    assert set(stated) == set(bases)
    for key, (base, vat) in stated.items():
        assert base == bases[key]
        assert vat in (round2(base * key[1] / 100), rounded[key]), "VAT is neither base times rate nor the sum of rows"
    net = lines - allowances + charges
    vat = sum((vat for _, vat in stated.values()), Decimal(0))
    for name, value in (
        ("RowsTotalVatExcludedAmount", lines),
        ("DiscountsTotalVatExcludedAmount", allowances),
        ("ChargesTotalVatExcludedAmount", charges),
        ("InvoiceTotalVatExcludedAmount", net),
        ("InvoiceTotalVatAmount", vat),
        ("InvoiceTotalVatIncludedAmount", net + vat),
    ):
        assert amount(details, name) in (value, None), name
    _check_due(root, net + vat)


def _document_level(details: etree._Element, bases: dict[Class, Decimal]) -> tuple[Decimal, Decimal]:
    sums = []
    for name, sign in (("DiscountDetails", -1), ("ChargeDetails", 1)):
        total = Decimal(0)
        for part in details.findall(name):
            value, percent, base = (amount(part, child) for child in ("Amount", "Percent", "BaseAmount"))
            assert value is not None
            assert percent is None or base is None or value == round2(base * percent / 100)
            bases[vat_class(part, "VatCategoryCode", "VatRatePercent")] += sign * value
            total += value
        sums.append(total)
    return sums[0], sums[1]


def _check_due(root: etree._Element, total: Decimal) -> None:
    details = root.find("InvoiceDetails")
    due = total - (amount(details, "InvoicePaidAmount") or 0) + (amount(details, "InvoiceTotalRoundoffAmount") or 0)
    if root.findtext("PaymentStatusDetails/PaymentStatusCode") == "PAID":
        due = Decimal(0)
    instalments = root.find("PartialPaymentDetails")
    if instalments is not None:
        each = [number(e.text or "") for e in instalments.findall("PartialPaymentVatIncludedAmount")]
        assert sum(each) == due
        due = each[0]
    assert amount(root, "EpiDetails/EpiPaymentInstructionDetails/EpiInstructedAmount") == due, "EPI amount"


def check_numbers(root: etree._Element) -> None:
    """Fail unless every identifier of the document has valid check digits."""
    checked = 0
    for element in root.iter(etree.Element):
        text, tag, scheme = (element.text or "").strip(), str(element.tag), element.get("SchemeID")
        if not text:
            continue
        if tag.endswith(("PartyIdentifier", "EpiBei")) and re.fullmatch(r"\d{7}-\d", text):
            ytunnus.validate(text)
        elif tag.endswith("TaxCode") and re.match("[A-Z]{2}", text):
            validate_vat(text)
        elif tag.endswith("UnitNumber"):
            check_identifier("0216", text)
        elif tag == "EpiAccountID" and element.get("IdentificationSchemeName") == "IBAN":
            check_account(text, root.findtext(".//EpiBfiIdentifier"))
        elif tag in ("SellerAccountID", "DebitedAccountID"):
            stdnum.iban.validate(text)
        elif tag == "CreditorIdentifier":
            check_identifier("SEPA", text)
        elif tag == "EpiRemittanceInfoIdentifier":
            check_reference(text)
        elif scheme and tag.endswith(WITH_SCHEME):
            check_identifier(scheme, text)
        else:
            continue
        checked += 1
    assert checked >= 1, "no number found"
    for reference in root.iter("PartialPaymentReferenceIdentifier", "RowOriginalEpiRemittanceInfoIdentifier"):
        check_reference(reference.text or "")


def check_reference(text: str) -> None:
    """Fail unless *text* is a valid national or RF reference."""
    if text.startswith("RF"):
        rearranged = text[4:] + text[:4]
        assert int("".join(str(int(letter, 36)) for letter in rearranged)) % 97 == 1, f"reference {text}"
        text = text[4:]
    check_finnish_reference(text.lstrip("0"))


def check_barcode(root: etree._Element) -> None:
    """Fail unless the bar code says what the payment order says."""
    code = root.findtext("VirtualBankBarcode", "")
    assert re.fullmatch(r"[45]\d{53}", code)
    order = root.find("EpiDetails/EpiPaymentInstructionDetails")
    assert order is not None
    reference = order.findtext("EpiRemittanceInfoIdentifier", "")
    expected = (
        code[0],
        root.findtext(".//EpiAccountID", "")[2:],
        order.findtext("EpiInstructedAmount", "").replace(",", "").zfill(8),
        f"{reference[2:4]}{reference[4:].zfill(21)}" if code[0] == "5" else f"000{reference.zfill(20)}",
        order.findtext("EpiDateOptionDate", "")[2:],
    )
    for stated, wanted in zip_longest((code[0], code[1:17], code[17:25], code[25:48], code[48:]), expected):
        assert stated == wanted
