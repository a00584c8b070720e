"""When two values say the same.

Numbers are compared as numbers (25.5 is 25.50), prices per unit (12.00 for 1 is 1200.00 for 100), texts without the
blanks around and between their words, identifiers of accounts, registers and VAT without the marks that people group
them with, a Finnish payment reference without its leading zeros, an attachment by the digest of its bytes.  A value
that is not stated says the same as one that goes without saying: a base quantity of 1, a total of allowances of 0
where there is none.

Sources: EN 16931-1:2017+A1:2019, 6.3 (defaults of BT-149, sums of optional terms); Finance Finland, viitenumero
(leading zeros are not significant).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from decimal import Decimal
from typing import Any, Final

from einvoice.model import (
    AllowanceCharge,
    CreditTransfer,
    DirectDebit,
    DocumentTotals,
    Invoice,
    Line,
    Model,
    Party,
    PaymentInstructions,
    SupportingDocument,
    VatBreakdown,
)

_ZERO: Final = Decimal(0)
_ONE: Final = Decimal(1)
_WITHOUT_RATE: Final = frozenset({"AE", "E", "G", "K", "O", "Z"})
"""VAT categories whose rate can only be zero."""


def _bare(owner: Any, text: str) -> str:
    """Return an identifier without the marks that group its characters.

    >>> _bare(None, "fi21 1234-5678")
    'FI2112345678'
    """
    return re.sub(r"[\s.\-]", "", text).upper()


def _reference(owner: PaymentInstructions, text: str) -> str:
    """Return a payment reference without blanks, a Finnish one without its leading zeros."""
    joined = "".join(text.split())
    finnish = owner.reference_kind == "fi"
    return joined.lstrip("0") if finnish and joined.isdigit() else joined.upper() if joined[:2] == "RF" else text


def digest(owner: SupportingDocument, text: str) -> str:
    """Return the digest of an attached file, that of the text when its Base64 is broken."""
    import hashlib

    try:
        content = owner.content or b""
    except ValueError:
        content = text.encode("utf-8", "surrogatepass")
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


_SPELLED: Final[Mapping[tuple[type[Model], str], Callable[[Any, str], str]]] = {
    (Party, "legal_registration_identifier"): _bare,
    (Party, "vat_identifier"): _bare,
    (CreditTransfer, "account_identifier"): _bare,
    (CreditTransfer, "service_provider_identifier"): _bare,
    (DirectDebit, "debited_account_identifier"): _bare,
    (PaymentInstructions, "remittance_information"): _reference,
    (SupportingDocument, "content_base64"): digest,
}
"""Texts that may be spelled in several ways, and what brings them into one."""


def _gross(line: Line) -> Decimal | None:
    return None if line.net_price is None else line.net_price + (line.price_discount or _ZERO)


def _no_rate(category: str | None) -> Decimal | None:
    return _ZERO if category in _WITHOUT_RATE else None


_IMPLIED: Final[Mapping[tuple[type[Model], str], Callable[[Any], object]]] = {
    (Invoice, "document_kind"): lambda invoice: "invoice",
    (Invoice, "vat_currency"): lambda invoice: invoice.currency,
    (Party, "tax_registration_scheme"): lambda party: "TAX",
    (PaymentInstructions, "reference_kind"): lambda way: "free",
    (DocumentTotals, "allowance_total"): lambda totals: _ZERO,
    (DocumentTotals, "charge_total"): lambda totals: _ZERO,
    (DocumentTotals, "paid_amount"): lambda totals: _ZERO,
    (DocumentTotals, "rounding_amount"): lambda totals: _ZERO,
    (VatBreakdown, "rate"): lambda entry: _no_rate(entry.category),
    (AllowanceCharge, "vat_rate"): lambda entry: _no_rate(entry.vat_category),
    (SupportingDocument, "reference"): lambda document: document.filename,
    (Line, "vat_rate"): lambda line: _no_rate(line.vat_category),
    (Line, "price_base_quantity"): lambda line: _ONE,
    (Line, "price_base_quantity_unit_code"): lambda line: line.unit_code,
    (Line, "price_discount"): lambda line: _ZERO,
    (Line, "gross_price"): _gross,
}
"""What a field says that is not stated, from what stands beside it."""


def stated(owner: Model | None, name: str) -> Any:
    """Return the field *name* of *owner*, None when it states nothing; a blank text states nothing."""
    value = None if owner is None else getattr(owner, name)
    return None if isinstance(value, str) and not value.strip() else value


def spelled(owner: Model, name: str, value: Any) -> Any:
    """Return *value* as all of its spellings are compared."""
    if not isinstance(value, str):
        return value
    form = _SPELLED.get((type(owner), name))
    return " ".join((form(owner, value) if form is not None else value).split())


def implied(owner: Model | None, name: str) -> object:
    """Return what the field *name* of *owner* says without being stated; None for nothing."""
    said = _IMPLIED.get((type(owner), name)) if owner is not None else None
    return said(owner) if said is not None else None


def same(left: Model | None, right: Model | None, name: str) -> bool:
    """Say whether the field *name*, a leaf, says the same in both; None stands for a group that is not there."""
    one, other = stated(left, name), stated(right, name)
    if one is None or other is None:
        if one is None and other is None:
            return True
        owner, value = (right, other) if one is None else (left, one)
        return bool(value == implied(owner, name))
    assert left is not None
    assert right is not None
    return bool(spelled(left, name, one) == spelled(right, name, other))


PRICES: Final = ("net_price", "price_discount", "gross_price", "price_with_vat")
"""Prices of a line, all of its base quantity (BT-149)."""


def same_price(left: Line, right: Line, name: str) -> bool:
    """Say whether a price is the same for one unit, whatever the quantities for which both sides state it."""
    one, other = stated(left, name), stated(right, name)
    if one is None or other is None:
        return same(left, right, name)
    base, base_right = left.price_base_quantity or _ONE, right.price_base_quantity or _ONE
    return bool(one * base_right == other * base)


def content(value: Any, without: tuple[str, ...] = ()) -> Hashable:
    """Return all that *value* says, to be compared and counted; None for nothing.

    Native data and the fields in *without* are left out, and so is what goes without saying.
    """
    if isinstance(value, Model):
        fields = []
        for name in type(value).model_fields:
            if name == "native" or name in without:
                continue
            said = stated(value, name)
            if said is None or said == implied(value, name):
                continue
            said = content(spelled(value, name, said))
            if said is not None:
                fields.append((name, said))
        return tuple(fields) or None
    if isinstance(value, tuple):
        return tuple(content(each) for each in value) or None
    return " ".join(value.split()) if isinstance(value, str) else value
