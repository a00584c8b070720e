"""EI-BILLECTA-AMOUNT-…, -CURRENCY-…: minor units, display values and currencies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from einvoice import codelists
from einvoice.findings import Finding, Severity
from einvoice.jsontext import Number
from einvoice.rules.billecta.document import Amount, Document, decimals, number, plain
from einvoice.rules.billecta.kit import SCHEMA, SEEN, Rule, checks

WHOLE = Rule(
    "EI-BILLECTA-AMOUNT-WHOLE",
    "error",
    ("BT-146",),
    "Value is a whole number of minor units: öre, not kronor.",
    "Value is a 64-bit integer; an amount with decimals was meant in kronor, and is refused or charged at a hundredth.",
    "Multiply by the minor units of the currency: 950.50 SEK is 95050. Write a JSON number.",
    'Valid: "Value": 95050. Invalid: "Value": 950.5; "Value": "95050" and "Value": 95050.0 (warning).',
    SCHEMA,
)
VIEW = Rule(
    "EI-BILLECTA-AMOUNT-VIEW",
    "error",
    ("BT-146",),
    "ValueForView is Value in major units.",
    "Value is charged and ValueForView is only shown. Where the two are equal one of them is in the wrong unit, and "
    "the buyer pays a hundredth or the hundredfold; where Value is 0 beside it nothing is charged at all.",
    "Set Value to the minor units and leave ValueForView out.",
    'Valid: "Value": 95000, "ValueForView": 950.0. Invalid: "Value": 1600, "ValueForView": 1600 (warning); "Value": 0, '
    '"ValueForView": 950.',
    f"{SCHEMA}; {SEEN}",
)
CURRENCY = Rule(
    "EI-BILLECTA-CURRENCY-MISSING",
    "error",
    ("BT-5",),
    "Every amount that is not zero names its currency.",
    "The invoice has no currency of its own: an amount without one is taken in that of the account, or refused.",
    "Put CurrencyCode beside each Value.",
    'Valid: "CurrencyCode": "SEK", "Value": 95000. Invalid: "Value": 95000 in a document that names no currency at '
    "all; where other amounts name one, a warning.",
    SCHEMA,
)
CODE = Rule(
    "EI-BILLECTA-CURRENCY-CODE",
    "error",
    ("BT-5",),
    "CurrencyCode is a code of ISO 4217 in capitals.",
    "An unknown code has no number of decimals, so nobody can say how much the Value is.",
    "Write the code of ISO 4217, such as SEK or EUR.",
    "Valid: SEK. Invalid: kr; sek (warning).",
    "ISO 4217",
)
MIX = Rule(
    "EI-BILLECTA-CURRENCY-MIX",
    "error",
    ("BT-5",),
    "All amounts are in one currency.",
    "The currency stands on each amount; a sum over two of them is no amount, and an invoice has one currency.",
    "State every amount in the currency of the invoice, or make one invoice for each.",
    "Valid: rows and InvoiceFee in SEK. Invalid: a row in EUR and InvoiceFee in SEK.",
    SCHEMA,
)


@checks(WHOLE, VIEW, CURRENCY, CODE, MIX)
def check_amounts(doc: Document) -> Iterator[Finding]:
    """Yield findings on each amount, and one for each currency beside the first."""
    first = next((each for each in doc.amounts if each.currency), None)
    others: dict[str, Amount] = {}
    for amount in doc.amounts:
        raw, minor = amount.raw, amount.minor
        if minor is not None:
            value = raw["Value"]
            if type(value) is not Number or not value.lstrip("-").isdigit():
                yield from _whole(amount, value, minor)
            if (shown := raw.get("ValueForView")) is not None:
                yield from _view(amount, minor, shown, doc)
            if minor and not amount.currency:
                elsewhere = "" if first is None else f", other amounts are in {doc.currency}"
                severity: Severity | None = None if first is None else "warning"
                message = f"{amount.name} has the Value {plain(minor)} and no CurrencyCode{elsewhere}"
                yield CURRENCY.at(f"{amount.at}/CurrencyCode", message, severity=severity)
        if amount.currency and amount.currency != doc.currency:
            others.setdefault(amount.currency, amount)
    if first is None:
        return
    for code, amount in {doc.currency: first, **others}.items():
        yield from _code(amount, code)
    for code, amount in others.items():
        if code.upper() != doc.currency.upper():
            message = f"{amount.name} is in {code}, {first.name} in {doc.currency}"
            yield MIX.at(f"{amount.at}/CurrencyCode", message, code)


def _whole(amount: Amount, value: str, minor: Decimal) -> Iterator[Finding]:
    at = f"{amount.at}/Value"
    if minor != minor.to_integral_value():
        digits = decimals(amount.currency)
        meant = plain(minor.scaleb(digits))
        message = f"{amount.name} has the Value {value}, expected whole minor units"
        yield WHOLE.at(at, message, value, fix=f"If {value} {amount.currency or 'SEK'} is meant, write {meant}.")
    else:
        kind = "a number with decimals" if isinstance(value, Number) else "a text"
        message = f"{amount.name} has {kind} as its Value, {value!s}, expected the number {plain(minor)}"
        yield WHOLE.at(at, message, value, severity="warning", fix=f"Write {plain(minor)} without quotes and point.")


def _view(amount: Amount, minor: Decimal, shown: object, doc: Document) -> Iterator[Finding]:
    view = number(shown)
    if view is None:
        return
    digits = doc.digits if amount.currency == doc.currency else decimals(amount.currency)
    expected = view.scaleb(digits)
    if expected == minor or expected.quantize(Decimal(1), ROUND_HALF_UP) == minor:
        return
    if not view and not doc.answer:
        return  # what typed clients send for a member that they did not set
    at = f"{amount.at}/ValueForView"
    message = (
        f"{amount.name} has the Value {plain(minor)} and the ValueForView {plain(view)}, expected "
        f"{minor.scaleb(-digits):f}"
    )
    if not minor:
        fix = f"Set Value to {plain(expected)}, if {plain(view)} {amount.currency} is meant."
        yield VIEW.at(at, message, shown, fix=fix)
        return
    fix = VIEW.fix
    if view == minor:
        fix = (
            f"If {plain(view)} {amount.currency} is meant, set Value to {plain(expected)}; else leave ValueForView out."
        )
    yield VIEW.at(at, message, shown, severity="warning", fix=fix)


def _code(amount: Amount, code: str) -> Iterator[Finding]:
    known = codelists.codes("currencies")
    if code in known:
        return
    at = f"{amount.at}/CurrencyCode"
    if code.upper() in known:
        message = f"CurrencyCode is {code}, expected {code.upper()}"
        yield CODE.at(at, message, code, severity="warning", fix=f"Write {code.upper()}.")
    else:
        yield CODE.at(at, f"CurrencyCode {code!r} is no code of ISO 4217", code)
