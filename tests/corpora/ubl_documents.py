"""The arithmetic of UBL documents, recomputed from their lines; written apart from the generator.

The writer's slack is zero: what the official rules tolerate (a cent here, less than a unit there) is a fault here.
"""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

from lxml import etree
from tests.corpora.invented import check_account, check_identifier

CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"
CENT = Decimal("0.01")


def round2(value: Decimal) -> Decimal:
    """Round half away from zero."""
    return value.quantize(CENT, ROUND_HALF_UP)


def number(element: etree._Element | None, path: str, default: str = "0") -> Decimal:
    """Return the decimal at *path* (`cac:`, `cbc:` prefixes), *default* when it is absent."""
    expanded = path.replace("cac:", CAC).replace("cbc:", CBC)
    return Decimal((element.findtext(expanded) if element is not None else None) or default)


def adjustments(element: etree._Element) -> list[tuple[Decimal, etree._Element]]:
    """Return the allowances (negative) and charges (positive) directly under *element*; check their percentages."""
    found = []
    for part in element.findall(f"{CAC}AllowanceCharge"):
        amount = number(part, "cbc:Amount")
        if part.find(f"{CBC}MultiplierFactorNumeric") is not None:
            share = number(part, "cbc:MultiplierFactorNumeric") / 100
            assert amount == round2(number(part, "cbc:BaseAmount") * share), "allowance is not base times per cent"
        found.append((amount if part.findtext(f"{CBC}ChargeIndicator") == "true" else -amount, part))
    return found


def group(category: etree._Element) -> tuple[str, Decimal | None]:
    """Return category and rate."""
    rate = category.findtext(f"{CBC}Percent")
    return category.findtext(f"{CBC}ID", ""), None if rate is None else Decimal(rate).normalize()


def check_arithmetic(data: bytes) -> None:
    """Fail unless every amount of the document follows from its lines, to the cent."""
    root = etree.fromstring(data)
    taxable: dict[tuple[str, Decimal | None], Decimal] = defaultdict(Decimal)
    sum_of_lines = Decimal(0)
    lines = root.findall(f"{CAC}InvoiceLine") + root.findall(f"{CAC}CreditNoteLine")
    for line in lines:
        quantity = number(line, "cbc:InvoicedQuantity") + number(line, "cbc:CreditedQuantity")
        price, base = number(line, "cac:Price/cbc:PriceAmount"), number(line, "cac:Price/cbc:BaseQuantity", "1")
        assert price >= 0, "negative price"
        discount = line.find(f"{CAC}Price/{CAC}AllowanceCharge")
        if discount is not None:
            assert price == number(discount, "cbc:BaseAmount") - number(discount, "cbc:Amount")
        net = round2(quantity * price / base) + sum(amount for amount, _ in adjustments(line))
        assert number(line, "cbc:LineExtensionAmount") == net, f"line {line.findtext(f'{CBC}ID')}"
        sum_of_lines += net
        category = line.find(f"{CAC}Item/{CAC}ClassifiedTaxCategory")
        assert category is not None
        taxable[group(category)] += net
    extra = adjustments(root)
    for amount, part in extra:
        category = part.find(f"{CAC}TaxCategory")
        assert category is not None
        taxable[group(category)] += amount
    sums = root.find(f"{CAC}LegalMonetaryTotal")
    assert number(sums, "cbc:LineExtensionAmount") == sum_of_lines
    assert number(sums, "cbc:AllowanceTotalAmount") == -sum(a for a, _ in extra if a < 0)
    assert number(sums, "cbc:ChargeTotalAmount") == sum(a for a, _ in extra if a > 0)
    without_vat = sum_of_lines + sum(amount for amount, _ in extra)
    assert number(sums, "cbc:TaxExclusiveAmount") == without_vat
    total = next(t for t in root.findall(f"{CAC}TaxTotal") if t.find(f"{CAC}TaxSubtotal") is not None)
    stated = {}
    for part in total.findall(f"{CAC}TaxSubtotal"):
        category = part.find(f"{CAC}TaxCategory")
        assert category is not None
        stated[group(category)] = (number(part, "cbc:TaxableAmount"), number(part, "cbc:TaxAmount"))
    expected = {key: (base, round2(base * (key[1] or 0) / 100)) for key, base in taxable.items()}
    assert stated == expected
    vat = sum((amount for _, amount in expected.values()), Decimal(0))
    assert number(total, "cbc:TaxAmount") == vat
    assert number(sums, "cbc:TaxInclusiveAmount") == without_vat + vat
    payable = without_vat + vat - number(sums, "cbc:PrepaidAmount") + number(sums, "cbc:PayableRoundingAmount")
    assert number(sums, "cbc:PayableAmount") == payable


def check_numbers(data: bytes) -> None:
    """Fail unless every address, registration number, VAT number and account has valid check digits."""
    root = etree.fromstring(data)
    checked = 0
    objects = {f"{CAC}AdditionalDocumentReference", f"{CAC}DocumentReference"}  # scheme: a kind of object (UNTDID 1153)
    for element in root.iter(f"{CBC}EndpointID", f"{CBC}ID", f"{CBC}CompanyID"):
        scheme, parent = element.get("schemeID"), element.getparent()
        if scheme and parent is not None and parent.tag not in objects:
            check_identifier(scheme, element.text or "")
            checked += 1
    for tax in root.iter(f"{CAC}PartyTaxScheme"):
        if tax.findtext(f"{CAC}TaxScheme/{CBC}ID") == "VAT":
            check_identifier("9930", tax.findtext(f"{CBC}CompanyID", ""))  # any country's VAT number
            checked += 1
    for account in root.iter(f"{CAC}PayeeFinancialAccount", f"{CAC}PayerFinancialAccount"):
        bank = account.findtext(f"{CAC}FinancialInstitutionBranch/{CBC}ID")
        check_account(account.findtext(f"{CBC}ID", ""), bank)
        checked += 1
    assert checked >= 3, "an invoice has at least two addresses and a registration number"
