"""Billecta JSON taken apart, and its arithmetic recomputed from the rows; written apart from the generator."""

import base64
import csv
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import stdnum.luhn
from stdnum.vatin import validate as validate_vat
from tests.corpora.expectations import CORPORA
from tests.corpora.invented import REGISTERS, check_account, check_identifier

Json = dict[str, Any]
VIEWS = CORPORA.parent / "schemas" / "billecta" / "views.csv"
ENUMS = CORPORA.parent / "schemas" / "billecta" / "enums.csv"
ENTRY, ANSWER, SUMMARY = "InvoiceActionEntryView", "InvoiceActionView", "InvoiceActionSubView"
PLACES = {"SEK": 2, "EUR": 2, "NOK": 2, "DKK": 2, "USD": 2, "JPY": 0}
"""Decimals of the currencies that the samples use."""

EU = {"SE", "DK", "DE", "FI", "EE"}
STOCKHOLM = ZoneInfo("Europe/Stockholm")
NO_DAY = "0001-01-01T00:00:00"


@cache
def members(view: str) -> dict[str, dict[str, str]]:
    """Return the rows of the table for *view*, by member, in the order of the schema."""
    with VIEWS.open(encoding="utf-8", newline="") as file:
        return {row["field"]: row for row in csv.DictReader(file) if row["view"] == view}


@cache
def enum(name: str) -> dict[str, int]:
    """Return number by name."""
    with ENUMS.open(encoding="utf-8", newline="") as file:
        return {row["name"]: int(row["value"]) for row in csv.DictReader(file) if row["enum"] == name}


@cache
def countries() -> dict[str, str]:
    """Return the country of every debtor of the context, by GUID."""
    context = tomllib.loads((CORPORA / "billecta.toml").read_text(encoding="utf-8"))
    guids = context["billecta"]["debtors"]
    return {guids[customer["code"]]: customer["country"] for customer in context["customers"]}


def parse(data: bytes) -> Any:
    """Return the JSON in *data*: decimals as `Decimal`, and a member named twice or a number that is none raises."""
    return json.loads(
        data.decode(), parse_float=Decimal, parse_int=Decimal, parse_constant=_refuse, object_pairs_hook=_once
    )


def _refuse(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _once(pairs: list[tuple[str, Any]]) -> Json:
    assert len({name for name, _ in pairs}) == len(pairs), f"a member stands twice: {pairs}"
    return dict(pairs)


def documents(data: bytes) -> list[Json]:
    """Return the objects of a file: one, or those of a list."""
    found = parse(data)
    return found if isinstance(found, list) else [found]


def view_of(document: Json) -> str:
    """Return which view of an invoice *document* is."""
    if "Debtor" in document:
        return ANSWER
    return ENTRY if "Records" in document else SUMMARY


def named(value: Any, name: str, default: str) -> str:
    """Return the name of an enum value, which may be written as a number; *default* when it is left out."""
    if value is None:
        return default
    return value if isinstance(value, str) else {n: name for name, n in enum(name).items()}[int(value)]


def round2(value: Decimal) -> Decimal:
    """Round half away from zero."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def amount(value: Json | None) -> Decimal:
    """Return an amount in major units; zero for null."""
    return Decimal(0) if value is None else Decimal(value["Value"]).scaleb(-PLACES[value["CurrencyCode"]])


def day(text: str | None) -> date | None:
    """Return the day that *text* means in Stockholm; None for the value that stands for no date."""
    if text is None or text == NO_DAY:
        return None
    found = datetime.fromisoformat(text)
    return (found.astimezone(STOCKHOLM) if found.tzinfo else found).date()


@dataclass
class Sums:
    """What the rows and fees of an invoice give: base and VAT by rate; *lines* is the number of priced rows."""

    lines: int = 0
    groups: dict[Decimal, tuple[Decimal, Decimal]] = field(default_factory=dict)

    @property
    def net(self) -> Decimal:
        """The total without VAT."""
        return sum((base for base, _ in self.groups.values()), Decimal("0.00"))

    @property
    def vat(self) -> Decimal:
        """The total of VAT."""
        return sum((vat for _, vat in self.groups.values()), Decimal("0.00"))


def priced_rows(document: Json) -> list[Json]:
    """Return the rows that are no message."""
    return [
        row for row in document["Records"] if named(row.get("RecordType"), "RecordTypeView", "Standard") != "Message"
    ]


def before_and_after_discount(row: Json) -> tuple[Decimal, Decimal]:
    """Return quantity times price, and what the discount leaves of it: rounded once, with VAT where the price has it.

    It must not matter whether the discount or what it leaves is rounded.
    """
    goods = Decimal(row["Quantity"]) * amount(row["UnitPrice"])
    kind = named(row.get("DiscountType"), "DiscountTypeView", "Amount")
    discount = amount(row.get("DiscountAmount"))
    if kind == "Percentage":
        discount = goods * Decimal(row["DiscountPercentage"]) / 100
        assert not row.get("DiscountAmount")
    else:
        assert not row.get("DiscountPercentage")
    after = round2(goods - discount)
    assert after == round2(goods) - round2(discount), f"{row['ArticleDescription']}: depends on the place of rounding"
    return round2(goods), after


def sums(document: Json) -> Sums:
    """Return base and VAT by rate: a row is rounded once and the VAT of a rate once.

    The base of prices with VAT is taken from the sum of such prices, and the VAT is what remains of it.
    """
    without: dict[Decimal, Decimal] = defaultdict(Decimal)
    within: dict[Decimal, Decimal] = defaultdict(Decimal)
    found = Sums()
    for row in priced_rows(document):
        found.lines += 1
        kept = within if row.get("VatIsIncluded") else without
        kept[Decimal(row["VAT"]).normalize()] += before_and_after_discount(row)[1]
    fees = amount(document.get("InvoiceFee")) + amount(document.get("FreightFee"))
    if fees:
        (rate,) = without.keys() | within.keys()
        (within if document["VatIsIncluded"] else without)[rate] += fees
    for rate in sorted(without.keys() | within.keys()):
        gross = within[rate]
        base = round2(gross * 100 / (100 + rate)) + without[rate]
        vat = gross - round2(gross * 100 / (100 + rate)) + round2(without[rate] * rate / 100)
        if without[rate] or not gross:
            assert vat == round2(base * rate / 100), f"{rate}: depends on how the VAT of mixed prices is taken"
        found.groups[rate] = base + Decimal("0.00"), vat + Decimal("0.00")
    return found


def category(document: Json, rate: Decimal) -> str:
    """Return the VAT category of rows at *rate*, with goods sold abroad unless their unit is one of time."""
    if named(document.get("ActionType"), "ActionTypeView", "") == "InterestInvoiceAction":
        return "O"
    if rate:
        return "S"
    debtor = document.get("Debtor")
    country = debtor["CountryCode"] if debtor else countries()[document["DebtorPublicId"]]
    reverse = bool((document.get("ReverseVATDetails") or {}).get("ReverseVATActivated"))
    services = all(row.get("Units") in ("tim", "dag") for row in priced_rows(document))
    if country not in EU:
        return "G"
    if not reverse:
        return "E"
    return "AE" if country == "SE" or services else "K"


def currency_of(document: Json) -> str:
    """Return the currency, which all amounts must share."""
    (found,) = {value["CurrencyCode"] for value in amounts(document)}
    return str(found)


def amounts(value: Any) -> Iterator[Json]:
    """Yield the amounts anywhere in *value*."""
    if isinstance(value, dict):
        if "CurrencyCode" in value and "Value" in value:
            yield value
        else:
            for item in value.values():
                yield from amounts(item)
    elif isinstance(value, list):
        for item in value:
            yield from amounts(item)


def deduction(document: Json) -> Decimal:
    """Return the tax deduction for household work that the rows state."""
    return sum((amount(row.get("RotRutAmount")) for row in document["Records"]), Decimal(0))


def payable(document: Json) -> Decimal:
    """Return what the invoice asks for when it is issued."""
    found = sums(document)
    total = found.net + found.vat
    if view_of(document) == ENTRY:
        return total - deduction(document)
    stated = amount(document["InvoicedAmount"])
    return stated if stated < total - 1 else stated - deduction(document)


def check_arithmetic(document: Json) -> None:
    """Raise unless the totals of an answer tie with its rows, and its amounts with each other."""
    for value in amounts(document):
        assert value["Value"] == int(value["Value"])
        if "ValueForView" in value:
            assert amount(value) == Decimal(value["ValueForView"]), value
    found = sums(document)
    if view_of(document) == ENTRY:
        return
    total = found.net + found.vat
    rounding = amount(document["CentRoundingAmount"])
    assert abs(rounding) <= Decimal("0.50")
    assert not rounding or (total + rounding) % 1 == 0
    assert amount(document["TotalVATAmount"]) == found.vat
    deducted = amount(document["RotRutDeductionAmount"])
    assert deducted == deduction(document)
    invoiced = amount(document["InvoicedAmount"])
    assert invoiced in (total + rounding, total + rounding - deducted)
    left = payable(document)
    for name in ("PaidAmount", "CreditedAmount", "WriteOffAmount"):
        left -= amount(document[name])
    assert amount(document["CurrentAmount"]) == left
    for inner in document["Invoices"]:
        assert amount(inner["InvoicedAmount"]) == invoiced
        assert inner["InvoiceNumber"] == document["InvoiceNumber"]
    for row in document["Records"]:
        check_row_totals(row)
    assert (named(document["ActionType"], "ActionTypeView", "") == "CreditInvoiceAction") == (total < 0)


def check_row_totals(row: Json) -> None:
    """Raise unless the totals of a row of an answer are its own."""
    stated = [amount(row[name]) for name in ("TotalExclVATNoDiscount", "TotalExclVAT", "TotalIncVAT")]
    if row["RecordType"] == "Message":
        assert stated == [0, 0, 0]
        return
    before, after = before_and_after_discount(row)
    factor = 1 + Decimal(row["VAT"]) / 100
    if row["VatIsIncluded"]:
        assert stated[:2] == [round2(before / factor), round2(after / factor)]
        assert abs(stated[2] - after) <= Decimal("0.01")
    else:
        assert stated == [before, after, round2(after * factor)]


def check_members(value: Json, view: str, path: str = "") -> list[str]:
    """Return what the table of *view* does not know: members, types, names and numbers of enums."""
    table = members(view)
    if not table:
        return []
    faults = []
    for name, item in value.items():
        place = f"{path}/{name}"
        row = table.get(name)
        if row is None:
            faults.append(f"{place}: no member of {view}")
        elif row["many"]:
            for index, one in enumerate(item or []):
                faults += _check(one, row, f"{place}/{index}")
        elif item is not None:
            faults += _check(item, row, place)
        elif not row["nullable"]:
            faults.append(f"{place}: null")
    return faults


GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _check(value: Any, row: dict[str, str], place: str) -> list[str]:
    kind = row["kind"]
    if kind == "view":
        return check_members(value, row["of"], place)
    if kind == "amount":
        return check_members(value, "AmountView", place)
    if kind == "enum":
        known = enum(row["of"])
        return [] if value in (known if isinstance(value, str) else known.values()) else [f"{place}: {value}"]
    if kind == "guid":
        right = isinstance(value, str) and GUID.fullmatch(value) is not None
    elif kind == "base64":
        right = isinstance(value, str) and bool(base64.b64decode(value, validate=True))
    elif kind == "datetime":
        right = isinstance(value, str) and (value == NO_DAY or day(value) is not None)
    elif kind == "boolean":
        right = isinstance(value, bool)
    elif kind in ("integer", "long"):
        right = isinstance(value, Decimal) and value == int(value)
    elif kind == "number":
        right = isinstance(value, Decimal)
    else:
        right = isinstance(value, str)
    return [] if right else [f"{place}: {value!r} is no {kind}"]


def order_faults(value: Any, view: str) -> list[str]:
    """Return the views, within *value* too, whose members do not follow the schema."""
    table = members(view)
    known = [name for name in value if name in table]
    faults = [] if known == [name for name in table if name in value] else [view]
    for name in known:
        if table[name]["kind"] == "view":
            for item in value[name] if table[name]["many"] else [value[name]]:
                faults += order_faults(item, table[name]["of"]) if isinstance(item, dict) else []
    return faults


def check_numbers(document: Json) -> None:
    """Raise unless registration and VAT numbers, GLN, accounts, references and personal numbers pass their schemes."""
    debtor = document.get("Debtor")
    if debtor:
        if debtor["OrgNo"] and debtor["DebtorType"] == "Company":
            REGISTERS[debtor["CountryCode"]](debtor["OrgNo"])
        elif debtor["OrgNo"]:
            check_personal_number(debtor["OrgNo"])
        if debtor["VatNumber"]:
            assert debtor["VatNumber"].startswith(debtor["CountryCode"])
            validate_vat(debtor["VatNumber"])
        if debtor["GLN"]:
            check_identifier("0088", debtor["GLN"])
    for inner in document.get("Invoices") or []:
        stdnum.luhn.validate(inner["OCR"])
    if override := document.get("DeliveryAddressOverride"):
        check_identifier("0088", override["GLN"])
        check_identifier("0007", override["OrgNo"].replace("-", ""))
    if (reverse := document.get("ReverseVATDetails")) and reverse["ReceiverVATNumber"]:
        validate_vat(reverse["ReceiverVATNumber"])
    if (own := document.get("InvoicePDF")) and own["OCR"]:
        stdnum.luhn.validate(own["OCR"])
    if pay := document.get("PaymentOverride"):
        for name, bank in (("BankGiro", "SE:BANKGIRO"), ("PlusGiro", "SE:PLUSGIRO")):
            if pay[name]:
                check_account(pay[name].replace("-", ""), bank)
        if pay["Iban"]:
            check_account(pay["Iban"].replace(" ", ""), pay["Bic"])
        if pay["ReferenceType"] == "OCR":
            stdnum.luhn.validate(pay["Reference"])
    if rot := document.get("RotRutDetails"):
        if rot["ResidenceAssociationOrgNo"]:
            check_identifier("0007", rot["ResidenceAssociationOrgNo"].replace("-", ""))
        for number in [*rot["Persons"], *(person["SSN"] for person in rot["Customers"])]:
            check_personal_number(number)


def check_personal_number(number: str) -> None:
    """Raise unless *number* has a right check digit and a birthday in 2099, which nobody has."""
    digits = number.replace("-", "")
    stdnum.luhn.validate(digits[2:])
    assert digits.startswith("2099"), f"{number}: could be somebody's"
