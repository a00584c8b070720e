"""EI-ACCOUNT-…: accounts to which nobody can pay.

The payment account (BT-84) is an IBAN, a Swedish giro number (BT-86 says which), or a national number of any form.
Each is judged as what it is; a national number is not judged at all.  No list of banks is kept: which BIC belongs to
the bank code inside a Finnish IBAN is not looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from einvoice import codelists
from einvoice.errors import IdentifierError, InvalidCheckDigit, InvalidComponent
from einvoice.findings import Finding
from einvoice.identifiers import screen
from einvoice.identifiers.digits import compact
from einvoice.rules.kit import Rule, is_blank

if TYPE_CHECKING:
    from einvoice.model import Invoice, PaymentInstructions

IBAN = Rule(
    code="EI-ACCOUNT-IBAN",
    severity="error",
    terms=("BT-84", "BT-91"),
    title="An IBAN has the length of its country and check digits that fit.",
    fix="Copy the IBAN again from the agreement with the bank.",
    source="ISO 13616; ISO 7064, MOD 97-10",
)

BIC = Rule(
    code="EI-ACCOUNT-BIC",
    severity="warning",
    terms=("BT-86", "BT-84"),
    title="The BIC beside an IBAN is one, of the same country.",
    fix="Take the BIC of the bank that keeps the account, or leave it out: the IBAN is enough within SEPA.",
    source="ISO 9362; ISO 13616; European Payments Council, EPC409-09, on territories",
)

SEPA = Rule(
    code="EI-ACCOUNT-SEPA",
    severity="warning",
    terms=("BT-81", "BT-84"),
    title="A SEPA payment goes to an IBAN.",
    fix="State the IBAN of the account, or another means of payment (30 is a credit transfer of any kind).",
    source="Regulation (EU) 260/2012, article 5 and annex; UNTDID 4461, codes 58 and 59",
)

BANKGIRO = Rule(
    code="EI-ACCOUNT-BANKGIRO",
    severity="error",
    terms=("BT-84", "BT-86"),
    title="A Bankgiro number has seven or eight digits, the last one its check digit.",
    fix="Copy the number again from the agreement with the bank.",
    source="Bankgirot, through python-stdnum; Peppol BIS Billing 3.0.21, SE-R-008 and SE-R-009 on its form",
)

PLUSGIRO = Rule(
    code="EI-ACCOUNT-PLUSGIRO",
    severity="error",
    terms=("BT-84", "BT-86"),
    title="A Plusgiro number has two to eight digits, the last one its check digit.",
    fix="Copy the number again from the agreement with the bank.",
    source="Nordea, Plusgirot, through python-stdnum; Peppol BIS Billing 3.0.21, SE-R-007 and SE-R-010 on its form",
)

_FORM: Final = re.compile("[A-Z]{2}[0-9]{2}[0-9A-Z]{8,30}")
_SEPA_MEANS: Final = ("58", "59")
_BIC_OF: Final = {
    # country of an IBAN: further countries of the BIC of its banks (EPC409-09, and the Crown dependencies)
    "FR": ("BL", "GF", "GP", "MC", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"),
    "GB": ("GG", "IM", "JE", "GI"),
    "ES": ("IC",),
    "FI": ("AX",),
    "MC": ("FR",),
    "SM": ("IT",),
    "VA": ("IT",),
    "XK": ("RS",),
}


@IBAN
def check_iban(invoice: Invoice) -> Iterator[Finding]:
    """A bank refuses an IBAN whose check digits are wrong, and the invoice stays unpaid.

    What has the form of an IBAN, two letters of a country that has IBANs and two digits in front, is taken for one.
    Wrong check digits are an error; a length that the country does not have is a warning, since it may be a national
    number.  Blanks do not matter.  The account to be debited is judged in the same way.

    Valid: FI21 1234 5600 0007 85.  Invalid: FI2112345600000786 (expected the check digits 91).
    """
    for text, path, term in _accounts(invoice):
        number = compact(text).upper()
        if screen.iban(number) or not _FORM.fullmatch(number):
            continue
        from einvoice.identifiers import iban

        try:
            iban.parse(text)
        except InvalidComponent:  # no country with IBANs: a number of another kind
            continue
        except IdentifierError as error:
            yield IBAN.finding(
                f"account ({term}): {error.message}",
                path=path,
                value=text,
                severity="error" if isinstance(error, InvalidCheckDigit) else "warning",
                terms=(term,),
            )


@BIC
def check_bic(invoice: Invoice) -> Iterator[Finding]:
    """A payment with a BIC of another bank is stopped or sent round, and each stop costs a fee and days.

    Only the BIC beside a right IBAN is judged: BT-86 may hold a national bank code instead.

    Valid: FI2112345600000785 with NDEAFIHH.  Invalid: FI2112345600000785 with SWEDSESS, or with NDEAFIH.
    """
    for way, path in _transfers(invoice):
        assert way.credit_transfer is not None
        text = way.credit_transfer.service_provider_identifier
        account = compact(way.credit_transfer.account_identifier or "").upper()
        if text is None or is_blank(text) or text.startswith("SE:") or not _is_iban(account):
            continue
        number = compact(text).upper()
        if not re.fullmatch("[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?", number) or number[4:6] not in _countries():
            from einvoice.identifiers import bic

            try:
                bic.parse(text)
            except IdentifierError as error:
                yield BIC.finding(
                    f"beside the IBAN {account}: {error.message}",
                    path=f"{path}.service_provider_identifier",
                    value=text,
                )
                continue
        country = account[:2]
        if number[4:6] != country and number[4:6] not in _BIC_OF.get(country, ()):
            yield BIC.finding(
                f"the BIC {number} (BT-86) is of a bank in {number[4:6]}, and the IBAN {account} (BT-84) of one in "
                f"{country}",
                path=f"{path}.service_provider_identifier",
                value=text,
            )


@SEPA
def check_sepa(invoice: Invoice) -> Iterator[Finding]:
    """A SEPA credit transfer or direct debit can be made with an IBAN only; with anything else it is not sent.

    What looks like an IBAN is judged by EI-ACCOUNT-IBAN.

    Valid: means 58, account FI2112345600000785.  Invalid: means 58, account 1234567891234.
    """
    for way, path in _transfers(invoice):
        assert way.credit_transfer is not None
        text = way.credit_transfer.account_identifier
        if way.means_code not in _SEPA_MEANS or text is None or is_blank(text):
            continue
        if not re.match("[A-Z]{2}[0-9]{2}", compact(text).upper()):
            yield SEPA.finding(
                f"means of payment {way.means_code} (BT-81) is a SEPA payment, and the account {text!r} (BT-84) is no "
                f"IBAN",
                path=f"{path}.account_identifier",
                value=text,
            )


@BANKGIRO
def check_bankgiro(invoice: Invoice) -> Iterator[Finding]:
    """A payment to a Bankgiro number that does not exist is refused, or reaches somebody else.

    Peppol tests the form of the number and not its check digit.

    Valid: 5050-1055, 50501055.  Invalid: 50501056 (expected 5 at the end).
    """
    for way, path in _transfers(invoice):
        number = _giro(way, "SE:BANKGIRO")
        if number is None or (len(number) in (7, 8) and screen.luhn(number)):
            continue
        from einvoice.identifiers import bankgiro

        try:
            bankgiro.parse(number)
        except IdentifierError as error:
            yield BANKGIRO.finding(
                f"account (BT-84): {error.message}",
                path=f"{path}.account_identifier",
                value=number,
                severity="error" if isinstance(error, InvalidCheckDigit) else "warning",
            )


@PLUSGIRO
def check_plusgiro(invoice: Invoice) -> Iterator[Finding]:
    """A payment to a Plusgiro number that does not exist is refused, or reaches somebody else.

    Peppol tests the form of the number and not its check digit.

    Valid: 4 89 50-0, 9019506.  Invalid: 9019507 (expected 6 at the end).
    """
    for way, path in _transfers(invoice):
        number = _giro(way, "SE:PLUSGIRO")
        if number is None or (2 <= len(number) <= 8 and screen.luhn(number)):
            continue
        from einvoice.identifiers import plusgiro

        try:
            plusgiro.parse(number)
        except IdentifierError as error:
            yield PLUSGIRO.finding(
                f"account (BT-84): {error.message}",
                path=f"{path}.account_identifier",
                value=number,
                severity="error" if isinstance(error, InvalidCheckDigit) else "warning",
            )


def _accounts(invoice: Invoice) -> Iterator[tuple[str, str, str]]:
    """Yield each account once: its number, place and term.  Giro numbers have rules of their own."""
    seen = set()
    for index, way in enumerate(invoice.payment_instructions):
        transfer, debit = way.credit_transfer, way.direct_debit
        path = f"payment_instructions[{index}]"
        for text, place, term in (
            (transfer.account_identifier if transfer else None, f"{path}.credit_transfer.account_identifier", "BT-84"),
            (debit.debited_account_identifier if debit else None, f"{path}.direct_debit.debited_account_identifier",
             "BT-91"),
        ):  # fmt: skip
            if text and text not in seen:
                seen.add(text)
                yield text, place, term


def _transfers(invoice: Invoice) -> Iterator[tuple[PaymentInstructions, str]]:
    """Yield each way of payment that names an account, with the place of the account; the same account once."""
    seen = set()
    for index, way in enumerate(invoice.payment_instructions):
        transfer = way.credit_transfer
        if transfer is None or is_blank(transfer.account_identifier):
            continue
        key = (transfer.account_identifier, transfer.service_provider_identifier, way.means_code)
        if key not in seen:
            seen.add(key)
            yield way, f"payment_instructions[{index}].credit_transfer"


def _giro(way: PaymentInstructions, provider: str) -> str | None:
    """Return the account of *way* when it is with *provider*."""
    transfer = way.credit_transfer
    if transfer is None or transfer.service_provider_identifier != provider:
        return None
    return (transfer.account_identifier or "").strip()


def _is_iban(number: str) -> bool:
    if screen.iban(number):
        return True
    if not _FORM.fullmatch(number):
        return False
    from einvoice.identifiers import iban

    return iban.is_valid(number)


@cache
def _countries() -> frozenset[str]:
    return codelists.codes("countries")
