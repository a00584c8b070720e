"""Parties of Finvoice: VAT numbers, countries, addresses for electronic delivery."""

from __future__ import annotations

import re
from typing import Any, Final

from einvoice import codelists
from einvoice.formats.finvoice import terms
from einvoice.formats.finvoice.settled import PREFIX, Native, Settled, finding
from einvoice.formats.finvoice.vat import vat_country
from einvoice.identifiers import personal

_TRANSMISSION = "MessageTransmissionDetails"
_FROM = f"{_TRANSMISSION}/MessageSenderDetails/FromIdentifier"
_TO = f"{_TRANSMISSION}/MessageReceiverDetails/ToIdentifier"


def settle_parties(values: dict[str, Any], native: Native, done: Settled) -> None:
    for name in ("seller", "buyer", "tax_representative"):
        party = values.get(name)
        if party is None:
            continue
        if name != "tax_representative":
            _vat_number(party, name, done)
        _country(party, name, native, done)
    if "buyer" in values:
        _personal(values["buyer"], native, done)
    if "buyer" in values:
        _personal(values["buyer"], native, done)
    for name in ("payee", "tax_representative"):
        if values.get(name, {}).get("name") == terms.FILLER:
            del values[name]["name"]
    if (delivery := values.get("delivery")) is not None:
        _country(delivery, "delivery", native, done)
    self_billed = values.get("type_code") in terms.SELF_BILLED
    sender, receiver = ("buyer", "seller") if self_billed else ("seller", "buyer")
    _address(values, native, sender, _FROM, done)
    _address(values, native, receiver, _TO, done)


def _vat_number(party: dict[str, Any], name: str, done: Settled) -> None:
    """Old senders write a bare business id, or an OVT code, where the VAT number belongs."""
    stated = party.get("vat_identifier")
    if stated is None:
        return
    number = re.sub(r"[\s.]", "", stated).upper()
    found = None
    if re.fullmatch(r"[0-9]{7}-[0-9]", number):
        found = "FI" + number.replace("-", "")
    elif re.fullmatch(r"0037[0-9]{8}[0-9A-Z]{0,5}", number):
        found = "FI" + number[4:12]
    elif re.fullmatch(r"FI-?[0-9]{7}-?[0-9]", number):
        found = number.replace("-", "")
    elif number != stated and re.fullmatch(r"[A-Z]{2}[0-9A-Z]+", number):
        found = number
    if found is None or found == stated:
        return
    party["vat_identifier"] = found
    done.findings.append(
        finding(
            "EI-FINVOICE-VAT-NUMBER",
            "info",
            f"{stated!r} is read as the VAT number {found}",
            f"write {found}",
            ("BT-31" if name == "seller" else "BT-48",),
            stated,
            f"{name}.vat_identifier",
        )
    )


PERSONAL: Final = "_personal/"
"""Before the path of a note: a personal identity code of the buyer, which is written in Finvoice and nowhere else."""
PERSONAL_OF: Final = "_personal_of"
"""The name of that buyer: to another one it is not written."""


def _personal(buyer: dict[str, Any], native: Native, done: Settled) -> None:
    """Keep the personal identity code of a consumer out of the terms, and so out of every other format."""
    number = "legal_registration_identifier"
    if personal.is_finnish(buyer.get(number, "")):
        _withhold(buyer, number, f"buyer.{number}", "BuyerPartyDetails/BuyerPartyIdentifier", "BT-47", native, done)
        if (scheme := buyer.pop(f"{number}_scheme", None)) is not None:
            native.put(f"{PERSONAL}BuyerPartyDetails/BuyerPartyIdentifier/@SchemeID", scheme)
    labelled = native.get("BuyerPartyDetails/BuyerCode/@IdentifierType") is not None
    for position, entry in enumerate(buyer.get("identifiers", ())):
        if personal.is_finnish(entry.get("value", "")):
            wire = (
                "BuyerPartyDetails/BuyerCode" if labelled and not position else "InvoiceDetails/SellersBuyerIdentifier"
            )
            _withhold(entry, "value", f"buyer.identifiers[{position}].value", wire, "BT-46", native, done)
    if native.under(PERSONAL):
        native.put(PERSONAL_OF, buyer.get("name", ""))
    if "identifiers" in buyer:
        buyer["identifiers"] = [entry for entry in buyer["identifiers"] if "value" in entry]


def _withhold(
    owner: dict[str, Any], name: str, place: str, wire: str, term: str, native: Native, done: Settled
) -> None:
    code = owner.pop(name)
    native.put(f"{PERSONAL}{wire}", code)
    path = f"native.{PREFIX}{PERSONAL}{wire}"
    done.moves[path] = place
    shown = personal.mask(code)
    done.findings.append(
        finding(
            "EI-FINVOICE-PERSONAL",
            "warning",
            f"{wire.rpartition('/')[2]} {shown} is the personal identity code of a consumer; it is kept for Finvoice, "
            "and written in no other format",
            "leave it out: an invoice to a consumer needs name and address",
            (term,),
            shown,
            path,
        )
    )


def _fillers(owner: dict[str, Any]) -> None:
    if owner.get("party_name") == terms.FILLER:
        del owner["party_name"]
    address = owner.get("address")
    if address is None:
        return
    for part in ("line_1", "city", "post_code"):
        if address.get(part) == terms.FILLER:
            del address[part]
    if not address:
        del owner["address"]


def _country(party: dict[str, Any], name: str, native: Native, done: Settled) -> None:
    """Supply the country that the address leaves out: by its name, a number of the party, or the form of the code."""
    _fillers(party)
    block = {"seller": "Seller", "buyer": "Buyer", "delivery": "Delivery"}.get(name, "")
    key = f"{block}PartyDetails/{block}PostalAddressDetails/CountryName"
    address = party.get("address", {})
    if "country_code" in address or (name == "delivery" and not address):
        return
    called = native.get(key) if block else None
    found = codelists.country_code(called) if called else None
    source, why, severity = f"native.{PREFIX}{key}", f"its name {called!r}", "info"
    if found is None:
        found, source, why = vat_country(party.get("vat_identifier")), f"{name}.vat_identifier", "its VAT number"
    if found is None and re.fullmatch(r"[0-9]{7}-[0-9]", party.get("legal_registration_identifier", "")):
        found, source, why = "FI", f"{name}.legal_registration_identifier", "its business id"
    if found is None and re.fullmatch(r"[0-9]{5}", address.get("post_code", "")):
        found, source, severity = "FI", f"{name}.address.post_code", "warning"
        why = "its post code of five digits, which other countries have too"
    if found is None:
        return
    party.setdefault("address", {})["country_code"] = found
    path = f"{name}.address.country_code"
    done.moves[path] = source
    done.findings.append(
        finding(
            "EI-FINVOICE-COUNTRY",
            "warning" if severity == "warning" else "info",
            f"the address of the {name.replace('_', ' ')} has no country code; {found} is taken from {why}",
            f"state the country: <CountryCode>{found}</CountryCode>",
            ({"seller": "BT-40", "buyer": "BT-55", "delivery": "BT-80"}.get(name, "BT-69"),),
            found,
            path,
        )
    )


OF_FRAME: Final = "_frame/"
"""Before the path of a note: an address of the transmission frame that is another one than in the invoice."""

OVT: Final = re.compile(r"0037[0-9]{8}[0-9A-Za-z]{0,5}\Z")


def _address(values: dict[str, Any], native: Native, party: str, routing: str, done: Settled) -> None:
    """The address of the message is that of its frame data; without these, the unit number of the party."""
    block = "Seller" if party == "seller" else "Buyer"
    unit = f"{block}OrganisationUnitNumber"
    framed = routing.replace("MessageTransmissionDetails/", OF_FRAME)
    path, text, scheme = routing, native.get(framed), native.get(f"{framed}/@SchemeID")
    if text is None:
        text, scheme = native.get(routing), native.get(f"{routing}/@SchemeID")
    if text is None:
        path, text, scheme = unit, native.get(unit), None
    if text is None:
        return
    found = electronic_address(text, scheme)
    if found is None:
        return
    owner = values.setdefault(party, {})
    owner["electronic_address_scheme"], owner["electronic_address"] = found
    at = f"{party}.electronic_address"
    done.moves[at] = f"native.{PREFIX}{path}"
    done.moves[f"{at}_scheme"] = f"native.{PREFIX}{path}/@SchemeID" if scheme is not None else f"native.{PREFIX}{path}"


def electronic_address(text: str, scheme: str | None) -> tuple[str, str] | None:
    """Return scheme and value (BT-34, BT-49) of an address; None for one that is no address of EN 16931.

    An OVT code is 0216 whatever stands beside it; 0037 is what most senders write.  A Finnish business id is 0212.  An
    address that the operators alone know, such as the IBAN of a consumer, has no scheme and no place there.
    """
    address = text.strip()
    if OVT.match(address):
        return "0216", address
    if scheme is not None and re.fullmatch(r"[0-9]{4}", scheme) and scheme != "0037":
        return scheme, address
    if re.fullmatch(r"[0-9]{7}-[0-9]", address):
        return "0212", address.replace("-", "")
    if re.fullmatch(r"[0-9]{13}", address):
        from einvoice.identifiers import gln

        if gln.is_valid(address):
            return "0088", address
    return None
