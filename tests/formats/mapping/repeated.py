"""What a Finvoice document says twice, or what its other values decide: texts that carry nothing of their own.

Each rule names the text that says the same, and looks at that text; an element is never passed over for its name.
Worked out from the document alone, so that the code under test has no say in it.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from einvoice.xml import path_of

PARTY_ROLES = {"PaymentReceiver": "Maksunsaaja", "SellerTaxRepr": "Veroedustaja"}
"""Parties with a place of their own in EN 16931, and the text that our writer gives them."""

SCHEME_LABELS = {"0088": "GLN", "0060": "DUNS", "0216": "EDI"}
"""Schemes of ISO 6523 and the older labels that mean the same."""

TYPES = {"INV01": "380", "INV02": "381", "INV06": "325", "INV07": "389"}
"""Types of Finvoice and the code of UNTDID 1001 that says the same."""

TYPE_TEXTS = {"INV01": "LASKU", "INV02": "HYVITYSLASKU", "INV06": "PROFORMALASKU", "INV07": "ITSELASKUTUS"}

FILLER = "--"
"""Stands in a part of an address that the schema demands and the address does not have."""

_ACCOUNTS = ("SellerAccountID", "EpiAccountID", "DebitedAccountID")
_BANKS = ("SellerBic", "EpiBfiIdentifier")
_PRICES = ("UnitPriceAmount", "UnitPriceDiscountAmount", "UnitPriceNetAmount", "UnitPriceVatIncludedAmount")


def said_by_the_form(root: etree._Element) -> set[str]:
    """Return the paths of what the form of a Finvoice document decides, whatever format the invoice goes to.

    The currency beside each amount, the form of dates, the kind of an account or bank code, the unit of the quantity
    beside the price, the role of a party that is a group of its own, the older label beside a scheme.
    """
    found = set()
    currency = _attribute(root.find("InvoiceDetails/InvoiceTotalVatIncludedAmount"), "AmountCurrencyIdentifier")
    roles: set[str] = set()
    for node in root.iter("*"):
        name, text, here = str(node.tag), _text(node), path_of(node)
        for key in map(str, node.attrib):
            value = (node.get(key) or "").strip()
            if (
                (key == "AmountCurrencyIdentifier" and name.endswith("Amount") and value == currency)
                or (key == "Format" and name.endswith("Date") and value == "CCYYMMDD")
                or (key == "IdentificationSchemeName" and value in _kinds(name, text))
                or (name in _PRICES and value in _units(node, key))
                or (key == "IdentifierType" and value == SCHEME_LABELS.get((node.get("SchemeID") or "").strip()))
            ):
                found.add(f"{here}/@{key}")
        if name == "AnyPartyText" and node.getprevious() is None and _is_of_root(node, root):
            role = _attribute(node, "AnyPartyCode")
            if role in PARTY_ROLES and role not in roles:
                roles.add(role)
                found.add(f"{here}/@AnyPartyCode")
                if text == PARTY_ROLES[role]:
                    found.add(here)
    return found


def _is_of_root(node: etree._Element, root: etree._Element) -> bool:
    """Say whether a party is one of the document: those of the rows are no groups of EN 16931."""
    parent = node.getparent()
    return parent is not None and parent.tag == "AnyPartyDetails" and parent.getparent() is root


def _kinds(name: str, text: str) -> tuple[str, ...]:
    """Return what the kind of an account, a bank or a reference can be, by its form; of none it says nothing."""
    if name in _ACCOUNTS:
        if not text:
            return ("IBAN", "BBAN")
        number = re.sub(r"\s", "", text)  # no blank of any kind is part of an account
        return ("IBAN",) if re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}", number) else ("BBAN",)
    if name in _BANKS:
        return ("BIC",)
    if name == "EpiRemittanceInfoIdentifier":
        return ("ISO",) if text.strip().startswith("RF") else ("SPY",)
    return ()


def _units(price: etree._Element, key: str) -> set[str]:
    """Return what the quantities of the row of *price* say in the place of its attribute *key*.

    Whether that is read is looked at there.
    """
    row = price.getparent()
    attribute = {"UnitPriceUnitCode": "QuantityUnitCode", "QuantityUnitCodeUN": "QuantityUnitCodeUN"}.get(key)
    if row is None or attribute is None:
        return set()
    return {_attribute(child, attribute) for child in row.iterfind("InvoicedQuantity")} - {""}


def said_twice(root: etree._Element) -> set[str]:
    """Return the paths of what follows from other values of a Finvoice document, whose own fate is looked at.

    The version, the type and its text, Original, unit numbers, charges of the payment order, bar code, the account of
    the seller in the payment order, the sender of the frame.
    """
    return {path_of(node) + (f"/@{key}" if key else "") for node, key in _said_twice(root)}


def _said_twice(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    if "Version" in root.attrib:  # of the format of the source; a rule says so when there is no such version
        yield root, "Version"
    for node in root.iter("*"):
        if _text(node) == FILLER and str(node.tag).endswith(("StreetName", "TownName", "PostCodeIdentifier")):
            yield node, ""
    code = _at(root, "InvoiceDetails/InvoiceTypeCode")
    un = _at(root, "InvoiceDetails/InvoiceTypeCodeUN")
    for path, expected in (
        ("InvoiceDetails/InvoiceTypeText", TYPE_TEXTS.get(code, "LASKU")),
        ("InvoiceDetails/OriginCode", "Original"),
    ):
        for node in root.iterfind(path):
            if _text(node) == expected:
                yield node, ""
    if un and usual_type(un) == code:
        yield from ((node, "") for node in root.iterfind("InvoiceDetails/InvoiceTypeCode"))
    for path, addresses in (
        ("SellerOrganisationUnitNumber", _addresses(root, "seller")),
        ("BuyerOrganisationUnitNumber", _addresses(root, "buyer")),
    ):
        yield from ((node, "") for node in root.iterfind(path) if _text(node) in addresses)
    countries = {
        _at(root, f"{side}PartyDetails/{side}PostalAddressDetails/CountryCode") for side in ("Seller", "Buyer")
    } - {""}
    for node in root.iterfind("EpiDetails/EpiPaymentInstructionDetails/EpiCharge"):
        usual = "SHA" if countries <= {"FI"} else "SLEV"
        if _text(node) in (usual, ""):
            yield node, ""
        if _attribute(node, "ChargeOption") == usual:
            yield node, "ChargeOption"
    for node in root.iterfind("VirtualBankBarcode"):
        if _is_barcode_of(_text(node), root):
            yield node, ""


def usual_type(un: str) -> str:
    """Return the type of Finvoice for a code of UNTDID 1001: several codes have the same."""
    special = {other: code for code, other in TYPES.items()} | dict.fromkeys(CREDIT_NOTES, "INV02")
    return special.get(un, "INV01")


CREDIT_NOTES = ("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532")
"""Credit notes of EN 16931 in UNTDID 1001."""


def other_words(root: etree._Element) -> dict[str, str]:
    """Return by path what a text becomes that is said in other words: that is to be looked for in its place.

    A type without the code of UNTDID 1001, or with one that contradicts it, is that code; the time of day behind a
    date says nothing when it is midnight.
    """
    found = {}
    code, un = _at(root, "InvoiceDetails/InvoiceTypeCode"), _at(root, "InvoiceDetails/InvoiceTypeCodeUN")
    if code in TYPES and (not un or usual_type(un) != code):
        found |= {path_of(node): TYPES[code] for node in root.iterfind("InvoiceDetails/InvoiceTypeCode")}
    for node in root.iter("StartDate", "EndDate"):
        if day := re.fullmatch(r"([0-9]{8})(?:0{6}|0{8})", _text(node)):
            found[path_of(node)] = day[1]
    return found


def _addresses(root: etree._Element, party: str) -> set[str]:
    """Return the addresses of a party in the transmission details; a buyer that bills itself is the sender."""
    sender = (party == "seller") != (_at(root, "InvoiceDetails/InvoiceTypeCode") == "INV07")
    block, name = ("Sender", "From") if sender else ("Receiver", "To")
    return {_at(root, f"MessageTransmissionDetails/Message{block}Details/{name}Identifier")} - {""}


def _is_barcode_of(code: str, root: etree._Element) -> bool:
    """Say whether account, amount, reference and due date of a bar code stand in the document as well."""
    found = re.fullmatch(r"(4)([0-9]{16})([0-9]{8})000([0-9]{20})([0-9]{6})", code) or re.fullmatch(
        r"(5)([0-9]{16})([0-9]{8})([0-9]{23})([0-9]{6})", code
    )
    if found is None:
        return False
    texts = {re.sub(r"[\s-]", "", _text(node)) for node in root.iter("*")}
    version, account, cents, reference, due = found.groups()
    amount = f"{int(cents) // 100},{int(cents) % 100:02}"
    number = f"RF{reference[:2]}{reference[2:].lstrip('0')}" if version == "5" else reference.lstrip("0")
    return (
        f"FI{account}" in texts
        and not {amount, amount.replace(",", ".")}.isdisjoint(texts)
        and any(text.lstrip("0") == number for text in texts)
        and f"20{due}" in texts
    )


def _at(root: etree._Element, path: str) -> str:
    node = root.find(path)
    return "" if node is None else _text(node)


def _attribute(node: etree._Element | None, name: str) -> str:
    return "" if node is None else (node.get(name) or "").strip()


def _text(node: Any) -> str:
    return (node.text or "").strip(" \t\r\n")
