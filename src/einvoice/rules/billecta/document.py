"""An invoice of Billecta as the rules see it: the JSON value, and what several rules read of it, read once.

Nothing here refuses: a member of a wrong type is as good as absent, since the schema speaks of it.  Money is in minor
units (öre) as `Value` states it; quantities, rates and percentages are as written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from einvoice import codelists
from einvoice.rules.billecta import days

if TYPE_CHECKING:
    from einvoice.context import Context, ContextParty

CHOICES: Final[Mapping[str, Mapping[str, int]]] = {
    "ActionType": {
        "DebtCollectionAction": 0, "InstallmentPlanAction": 1, "InvoiceAction": 2, "CreditInvoiceAction": 3,
        "ContractInvoiceAction": 5, "SelfInvoiceAction": 6, "VerificationInvoiceAction": 7, "DebentureAction": 8,
        "InterestInvoiceAction": 9, "SupplierInvoiceAction": 10, "ReconciliationInvoiceAction": 11, "OrderAction": 12,
        "OrderInvoiceAction": 13, "PaymentAdviceAction": 14, "Unknown": -1,
    },
    "RecordType": {"Standard": 0, "Message": 1, "Package": 2, "Unknown": -1},
    "DiscountType": {"Amount": 0, "Percentage": 1, "Unknown": -1},
    "DeliveryMethod": {
        "Email": 0, "Mail": 1, "Manually": 2, "SMS": 3, "EInvoice": 4, "Kivra": 5, "Avy": 6, "Unknown": -1,
    },
    "InterestType": {"Fixed": 0, "AboveEffectiveReference": 1, "NoInterest": 2, "Unknown": -1},
    "ReferenceType": {"None": 0, "OCR": 1, "Message": 2},
    "ReceivingAccountType": {"BankGiro": 0, "PlusGiro": 1, "BankAccount": 2, "IBAN": 3, "Unknown": -1},
    "DebtorType": {"Private": 0, "Company": 1, "Undefined": -1},
}  # fmt: skip
"""The enums that rules go by, number by name; a test compares them with ``schemas/billecta/enums.csv``."""

_BY_TEXT: Final = {
    member: {str(number): name for name, number in names.items()} | {name.casefold(): name for name in names}
    for member, names in CHOICES.items()
}

ROW_AMOUNTS: Final = (
    "UnitPrice",
    "DiscountAmount",
    "RotRutAmount",
    "RotRutMaterialCostAmount",
    "TotalExclVATNoDiscount",
    "TotalExclVAT",
    "TotalIncVAT",
)
FEES: Final = ("InvoiceFee", "FreightFee")
SUMS: Final = (
    "InvoicedAmount",
    "InterestAmount",
    "RotRutDeductionAmount",
    "CurrentAmount",
    "CreditedAmount",
    "PaidAmount",
    "WriteOffAmount",
    "AwaitingPaymentTransferAmount",
    "TotalVATAmount",
    "CentRoundingAmount",
)
"""What only an answer states."""

ANSWERS: Final = ("ActionPublicId", "State", "Debtor", "Invoices", "Events", "InvoicedAmount", "CurrentAmount")
"""Members by which an answer is told from what creates an invoice."""

ZERO: Final = Decimal(0)
HUNDRED: Final = Decimal(100)


def members(value: Any) -> Mapping[str, Any]:
    """Return the object *value*; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> Sequence[Any]:
    """Return the array *value*; an empty one for anything else."""
    return value if isinstance(value, list) else ()


def text(value: Any) -> str:
    """Return the text *value* without blanks around; empty for what is none."""
    return value.strip() if isinstance(value, str) else ""


def number(value: Any) -> Decimal | None:
    """Return *value*, a JSON number or a text that spells one; None for anything else and for what no invoice holds."""
    return _number(value) if isinstance(value, str) else None


@lru_cache(maxsize=4096)
def _number(spelled: str) -> Decimal | None:
    try:
        found = Decimal(spelled)
    except InvalidOperation:
        return None
    return found if found.is_finite() and -20 < found.adjusted() < 20 else None


def choice(raw: Mapping[str, Any], member: str) -> str | None:
    """Return the name that the enum *member* of *raw* states, by name or by number; None when absent or unknown."""
    value = raw.get(member)
    return _BY_TEXT[member].get(value.casefold()) if isinstance(value, str) else None


def day(value: Any) -> days.Day | None:
    """Return the day of a date-time; None when there is none, or none that can be read."""
    return days.read(value) if isinstance(value, str) else None


def real_day(value: Any) -> date | None:
    """Return the day in Stockholm of a date-time that is more than a filler."""
    found = day(value)
    return None if found is None or found.written == days.NONE else found.stockholm


class Amount:
    """An amount as it stands: *minor* is its Value, None when that is no number."""

    __slots__ = ("above", "currency", "member", "minor", "raw")

    def __init__(self, raw: Mapping[str, Any], above: str, member: str) -> None:
        self.raw = raw
        self.above = above
        self.member = member
        self.minor = number(raw.get("Value"))
        self.currency = text(raw.get("CurrencyCode"))

    @property
    def at(self) -> str:
        """The pointer of the amount."""
        return f"{self.above}/{self.member}"

    @property
    def name(self) -> str:
        """How a message calls the amount: by its member, and by its row where it stands in one."""
        head, _, index = self.above.rpartition("/")
        return f"row {int(index) + 1}: {self.member}" if head.endswith("/Records") else self.member


class Row:
    """A row: what the rules ask of it more than once.

    *kind* is the RecordType, Standard when it is left out.  *discounts* are the amounts that the discount may take off
    the row before VAT; empty when the row does not say which discount applies.
    """

    __slots__ = (
        "amounts", "at", "discount_amount", "discount_type", "included", "index", "kind", "percentage", "price",
        "quantity", "raw", "vat",
    )  # fmt: skip

    def __init__(self, raw: Mapping[str, Any], above: str, index: int) -> None:
        self.raw = raw
        self.index = index
        self.at = at = f"{above}/Records/{index}"
        get = raw.get
        self.kind = choice(raw, "RecordType") or "Standard"
        self.amounts = {
            name: Amount(value, at, name) for name in ROW_AMOUNTS if isinstance(value := get(name), dict)
        }  # fmt: skip
        price = self.amounts.get("UnitPrice")
        self.price = None if price is None else price.minor
        self.quantity = number(get("Quantity"))
        self.vat = number(get("VAT"))
        self.included = get("VatIsIncluded") is True
        discount = self.amounts.get("DiscountAmount")
        self.discount_amount = (discount.minor if discount is not None else None) or ZERO
        self.percentage = number(get("DiscountPercentage")) or ZERO
        self.discount_type = choice(raw, "DiscountType")

    @property
    def name(self) -> str:
        """How a message calls the row: by its place, since SequenceNo is often 0."""
        return f"row {self.index + 1}"

    @property
    def counts(self) -> bool:
        """Whether the row is more than a text."""
        return self.kind != "Message"

    @property
    def gross(self) -> Decimal | None:
        """Quantity times price, with or without VAT as the row has it; None when one of them is missing."""
        return None if self.quantity is None or self.price is None else self.quantity * self.price

    def nets(self) -> tuple[Decimal, tuple[Decimal, ...]] | None:
        """Return what the row comes to without VAT, before the discount and after it, in each way it can be meant.

        Whether DiscountAmount follows VatIsIncluded is not documented, so both count.  None when quantity, price or
        rate is missing, or when the row does not say which discount applies.
        """
        gross, rate = self.gross, self.vat
        if gross is None or rate is None or rate <= -HUNDRED:
            return None
        factor = 1 + rate / HUNDRED if self.included else None
        before = gross if factor is None else gross / factor
        if self.percentage and self.discount_amount and self.discount_type is None:
            return None
        if self.discount_amount and self.discount_type in ("Amount", None):
            off = self.discount_amount
            return before, (before - off,) if factor is None else (before - off / factor, before - off)
        if self.percentage:
            if self.discount_type == "Percentage":
                return before, (before * (1 - self.percentage / HUNDRED),)
            return None
        return before, (before,)

    def total(self, name: str) -> Decimal | None:
        """Return the calculated total *name* as it is stated."""
        found = self.amounts.get(name)
        return None if found is None else found.minor


class Document:
    """An invoice of Billecta: *raw* is its JSON value, *at* the pointer of it in the file.

    *answer* says that the service gave it, so that nobody looks for what only a request needs.
    """

    __slots__ = (
        "action", "amounts", "answer", "at", "context", "currency", "debtor", "delivery", "digits", "override", "raw",
        "rows",
    )  # fmt: skip

    def __init__(self, raw: Mapping[str, Any], at: str, context: Context | None, answer: bool | None) -> None:
        self.raw = raw
        self.at = at
        self.context = context
        self.answer = any(name in raw for name in ANSWERS) if answer is None else answer
        self.action = choice(raw, "ActionType")
        self.delivery = choice(raw, "DeliveryMethod")
        self.debtor = members(raw.get("Debtor"))
        self.override = members(raw.get("DeliveryAddressOverride"))
        self.rows = [
            Row(each, at, index) for index, each in enumerate(items(raw.get("Records"))) if isinstance(each, dict)
        ]
        found = [Amount(value, at, name) for name in (*FEES, *SUMS) if isinstance(value := raw.get(name), dict)]
        for row in self.rows:
            found += row.amounts.values()
        for index, each in enumerate(items(raw.get("Invoices"))):
            if isinstance(value := members(each).get("InvoicedAmount"), dict):
                found.append(Amount(value, f"{at}/Invoices/{index}", "InvoicedAmount"))
        for index, each in enumerate(items(members(raw.get("RotRutDetails")).get("Customers"))):
            if isinstance(value := members(each).get("AskedAmount"), dict):
                found.append(Amount(value, f"{at}/RotRutDetails/Customers/{index}", "AskedAmount"))
        self.amounts = found
        self.currency = next((each.currency for each in found if each.currency), "")
        self.digits = decimals(self.currency)

    @property
    def card(self) -> ContextParty | None:
        """What the context says of the debtor, whom a request names by identifier only."""
        if self.context is None:
            return None
        debtor = text(self.raw.get("DebtorPublicId")).lower()
        code = next((code for code, known in self.context.billecta.debtors.items() if known.lower() == debtor), None)
        return None if code is None else self.context.customers.get(code)

    def amount(self, name: str) -> Decimal | None:
        """Return the amount *name* of the head in minor units; None when it is not stated."""
        value = self.raw.get(name)
        return number(value.get("Value")) if isinstance(value, dict) else None

    @property
    def reverse(self) -> bool:
        """Whether the buyer accounts for the VAT."""
        return members(self.raw.get("ReverseVATDetails")).get("ReverseVATActivated") is True

    @property
    def is_credit(self) -> bool:
        """Whether the document is a credit invoice."""
        return self.action == "CreditInvoiceAction"

    def money(self, minor: Decimal) -> str:
        """Return an amount for a message: in major units, with its currency."""
        return money(minor, self.currency, self.digits)


def decimals(currency: str) -> int:
    """Return the decimals of *currency*, 2 for one that nobody knows."""
    try:
        return codelists.minor_units(currency)
    except LookupError:
        return 2


def money(minor: Decimal, currency: str, digits: int) -> str:
    """Return *minor* units in major units, with the currency; with more digits than the currency has if need be."""
    major = minor.scaleb(-digits)
    shown = f"{major.quantize(Decimal(1).scaleb(-digits)):f}"
    if Decimal(shown) != major:
        shown = f"{major.quantize(Decimal(1).scaleb(-digits - 2)).normalize():f}"
    return f"{shown} {currency}".rstrip()


def plain(value: Decimal) -> str:
    """Return a number for a message, without zeros behind the decimals and without an exponent."""
    return f"{value.normalize():f}"


def rows_named(rows: Sequence[Row]) -> str:
    """Return how a message calls several rows: the first by name, the others by their count."""
    more = len(rows) - 1
    return rows[0].name + (f" and {more} more" if more else "")
