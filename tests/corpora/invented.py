"""Every number of a document or context, checked by python-stdnum, which the generator does not use."""

from collections.abc import Iterable, Mapping

import stdnum.bic
import stdnum.ean
import stdnum.iban
import stdnum.luhn
from stdnum.dk import cvr
from stdnum.ee import registrikood
from stdnum.fi import ytunnus
from stdnum.no import orgnr as norwegian
from stdnum.se import orgnr as swedish
from stdnum.vatin import validate as validate_vat

SCHEMES = {
    "0007": swedish.validate,
    "0088": stdnum.ean.validate,
    "0160": stdnum.ean.validate,
    "0184": cvr.validate,
    "0191": registrikood.validate,
    "0192": norwegian.validate,
    "0212": ytunnus.validate,
    "9930": validate_vat,
}
REGISTERS = {
    "FI": ytunnus.validate,
    "SE": swedish.validate,
    "NO": norwegian.validate,
    "DK": cvr.validate,
    "EE": registrikood.validate,
}


def check_identifier(scheme: str, value: str) -> None:
    """Raise unless *value* is right under the EAS or ICD *scheme*."""
    if scheme == "0216":
        assert value.startswith("0037"), f"0216:{value}: an OVT starts with 0037"
        ytunnus.validate(value[4:12])
    elif scheme == "SEPA":
        rearranged = value[7:] + value[:4]
        assert int("".join(str(int(letter, 36)) for letter in rearranged)) % 97 == 1, f"creditor id {value}"
    else:
        SCHEMES[scheme](value)
        assert scheme != "0088" or len(value) == 13, f"0088:{value}: a GLN has 13 digits"


def check_account(account: str, bank: str | None) -> None:
    """Raise unless *account* is a valid IBAN, Bankgiro or Plusgiro, as its *bank* says."""
    if bank in ("SE:BANKGIRO", "SE:PLUSGIRO"):
        stdnum.luhn.validate(account)
        return
    stdnum.iban.validate(account)
    if account.startswith("FI"):
        stdnum.luhn.validate(account[4:])
    if bank:
        stdnum.bic.validate(bank)


def check_finnish_reference(text: str) -> None:
    """Raise unless the weights 7-3-1 bring the digits of *text* to a full ten."""
    assert 4 <= len(text) <= 20, text
    weights = [1, *([7, 3, 1] * 7)]
    total = sum(int(digit) * weight for digit, weight in zip(reversed(text), weights, strict=False))
    assert total % 10 == 0, f"reference {text} fails 7-3-1"


def check_parties(parties: Iterable[Mapping[str, object]]) -> None:
    """Raise unless every number of the context's *parties* is valid."""
    for party in parties:
        country = str(party["country"])
        if number := party.get("business_id"):
            REGISTERS[country](str(number))
        if number := party.get("vat_id"):
            assert str(number).startswith(country)
            validate_vat(str(number))
        if number := party.get("gln"):
            check_identifier("0088", str(number))
        if endpoint := party.get("endpoint"):
            check_identifier(*str(endpoint).split(":"))
        if account := party.get("iban"):
            check_account(str(account), str(party["bic"]))
