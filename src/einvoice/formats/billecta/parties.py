"""The buyer: the debtor of an answer, the names of a list, and what replaces them for one invoice.

`DeliveryAddressOverride` is where the document goes instead of the address of the debtor.  Its members take the place
of those of the buyer; what they replace is kept under ``billecta:_debtor/…``, so that the buyer can still be found.

The number of a private person is a personal identity number.  It must not stand in an e-invoice and is kept apart, and
so is one that only looks like it where nothing says that the debtor is a company.
"""

from __future__ import annotations

from typing import Any, Final

from einvoice.context import Context
from einvoice.errors import IdentifierError
from einvoice.formats.billecta.settled import Native, Settled, finding

_OVERRIDE: Final = {
    "Name": "name",
    "CareOf": "address.line_3",
    "Address": "address.line_1",
    "Address2": "address.line_2",
    "ZipCode": "address.post_code",
    "City": "address.city",
    "Email": "contact.email",
    "Phone": "contact.telephone",
    "OrgNo": "legal_registration_identifier",
    "GLN": "electronic_address",
}
"""What of the buyer each member of the override takes the place of."""

_SUMMARY: Final = (
    ("buyer", "DebtorName", "name"),
    ("buyer", "DebtorOrgNo", "legal_registration_identifier"),
    ("seller", "CreditorName", "name"),
    ("seller", "CreditorOrgNo", "legal_registration_identifier"),
)
"""What an entry of a list says of the parties."""


def settle_parties(values: dict[str, Any], native: Native, context: Context, done: Settled) -> None:
    """Complete the buyer, and what a list says of the seller."""
    for party, member, name in _SUMMARY:
        text = native.pop(member)
        if text is not None:
            values.setdefault(party, {})[name] = text
            done.moves[f"{party}.{name}"] = f"native.billecta:{member}"
    country = context.seller.country if context.seller is not None and context.seller.country else "SE"
    if "legal_registration_identifier" in values.get("seller", {}):
        _registration(values["seller"], "seller", country, done)
    buyer = values.get("buyer")
    if buyer is None:
        return
    own = Native(buyer)
    _override(buyer, native, done)
    private = own.get("DebtorType") == "Private" or (
        own.get("DebtorType") != "Company" and _is_personal(buyer.get("legal_registration_identifier"))
    )
    _names(buyer, own, done, private=private)
    if private:
        _personal(buyer, own, done)
    elif "legal_registration_identifier" in buyer:
        _registration(buyer, "buyer", _country(buyer, context) or country, done)
    _receiver(buyer, native, done)
    if "electronic_address" in buyer:
        buyer["electronic_address_scheme"] = "0088"
        done.moves["buyer.electronic_address_scheme"] = "buyer.electronic_address"
    elif (
        not private and buyer.get("legal_registration_identifier_scheme") == "0007" and not _has_address(buyer, context)
    ):
        buyer["electronic_address"] = buyer["legal_registration_identifier"]
        buyer["electronic_address_scheme"] = "0007"
        for name in ("electronic_address", "electronic_address_scheme"):
            done.moves[f"buyer.{name}"] = "buyer.legal_registration_identifier"


def _country(buyer: dict[str, Any], context: Context) -> str | None:
    stated: str | None = buyer.get("address", {}).get("country_code")
    if stated:
        return stated.upper()
    from einvoice.model import Party

    card = context._card_of(Party.model_validate(buyer))
    return card.country if card is not None else None


def _has_address(buyer: dict[str, Any], context: Context) -> bool:
    """Say whether the card of the buyer names its address: a department wins over the organisation number."""
    if not context.customers:
        return False
    from einvoice.model import Invoice, Party

    card = context.customer_of(Invoice(buyer=Party.model_validate(buyer)))
    return card is not None and any((card.endpoint, card.ovt, card.chosen_gln))


def _is_personal(text: str | None) -> bool:
    """Say whether *text* is a personal identity number of Sweden or Finland, as far as its form tells."""
    from einvoice.identifiers import personal, se_personal

    return text is not None and (se_personal.is_valid(text) or personal.is_finnish(text))


def _override(buyer: dict[str, Any], native: Native, done: Settled) -> None:
    replaced = []
    for member, field in _OVERRIDE.items():
        text = native.get(f"DeliveryAddressOverride/{member}")
        if text is None:
            continue
        owner = buyer
        *path, name = field.split(".")
        for step in path:
            owner = owner.setdefault(step, {})
        before = owner.get(name)
        owner[name] = text
        place = f"native.billecta:DeliveryAddressOverride/{member}"
        if before is not None and before != text:
            Native(buyer).put(f"_debtor/{field}", before)
            done.moves[f"buyer.native.billecta:_debtor/{field}"] = f"buyer.{field}"
            replaced.append(f"{member} {before!r} gives way to {text!r}")
        done.moves[f"buyer.{field}"] = place
    if replaced:
        done.findings.append(
            finding(
                "EI-BILLECTA-OVERRIDE",
                "info",
                f"DeliveryAddressOverride stands for the buyer of this invoice: {'; '.join(replaced)}",
                None,
                ("BG-7",),
                None,
                "native.billecta:DeliveryAddressOverride/Name",
            )
        )


def _names(buyer: dict[str, Any], own: Native, done: Settled, *, private: bool) -> None:
    """The person and the address of the invoice stand in for a contact that is not named."""
    contact = buyer.get("contact", {})
    for member, name in (("Attention", "name"), ("Email", "email")):
        text = own.get(member)
        if text is not None and name not in contact:
            own.pop(member)
            contact[name] = text
            done.moves[f"buyer.contact.{name}"] = f"buyer.native.billecta:{member}"
            own.put(f"_contact_{name}", member)
    if contact:
        buyer["contact"] = contact
    if private and _is_personal(buyer.get("identifiers", [{}])[0].get("value")):
        own.put("DebtorNo", buyer.pop("identifiers")[0]["value"])
        done.moves["buyer.native.billecta:DebtorNo"] = "buyer.identifiers[0].value"
    external = own.get("DebtorExternalId")
    if external is not None and not buyer.get("identifiers") and not (private and _is_personal(external)):
        own.pop("DebtorExternalId")
        buyer["identifiers"] = [{"value": external}]
        done.moves["buyer.identifiers[0].value"] = "buyer.native.billecta:DebtorExternalId"


def _personal(buyer: dict[str, Any], own: Native, done: Settled) -> None:
    number = buyer.pop("legal_registration_identifier", None)
    if number is None:
        return
    own.put("OrgNo", number)
    done.moves["buyer.native.billecta:OrgNo"] = "buyer.legal_registration_identifier"
    shown = f"{number[:2]}…" if len(number) > 2 else "…"
    who = "is a private person" if own.get("DebtorType") == "Private" else "is not said to be a company"
    done.findings.append(
        finding(
            "EI-BILLECTA-PERSONAL",
            "warning",
            f"the debtor {who}, so OrgNo {shown} is a personal identity number; it is kept for Billecta and written in "
            "no other format",
            "an invoice to a person needs name and address, and no number; a sole trader is a debtor of type Company",
            ("BT-47",),
            shown,
            "buyer.native.billecta:OrgNo",
        )
    )


def _registration(party: dict[str, Any], name: str, country: str, done: Settled) -> None:
    """Write the organisation number as its register and BIS want it: no hyphen, with its scheme."""
    from einvoice.identifiers import endpoint as endpoints

    stated = party["legal_registration_identifier"]
    scheme = endpoints.registration_scheme(country)
    if scheme is None:
        return
    try:
        number = endpoints.normal_business_id(country, stated)
    except IdentifierError as error:
        done.findings.append(
            finding(
                "EI-BILLECTA-NUMBER",
                "error",
                f"OrgNo {stated!r}: {error.message}",
                error.fix or "correct the number",
                ("BT-47" if name == "buyer" else "BT-30",),
                stated,
                f"{name}.legal_registration_identifier",
            )
        )
        return
    if number != stated:
        own = Native(party)
        own.put("_OrgNo", stated)
        done.moves[f"{name}.native.billecta:_OrgNo"] = f"{name}.legal_registration_identifier"
    party["legal_registration_identifier"] = number
    party["legal_registration_identifier_scheme"] = scheme
    done.moves[f"{name}.legal_registration_identifier_scheme"] = f"{name}.legal_registration_identifier"


def _receiver(buyer: dict[str, Any], native: Native, done: Settled) -> None:
    """With reverse charge the invoice itself names the VAT number of the buyer."""
    number = native.get("ReverseVATDetails/ReceiverVATNumber")
    if number is None or not native.flag("ReverseVATDetails/ReverseVATActivated"):
        return
    stated = buyer.get("vat_identifier")
    if stated is not None and stated != number:
        Native(buyer).put("_debtor/vat_identifier", stated)
        done.moves["buyer.native.billecta:_debtor/vat_identifier"] = "buyer.vat_identifier"
        done.findings.append(
            finding(
                "EI-BILLECTA-VAT-NUMBER",
                "warning",
                f"ReceiverVATNumber is {number}, the debtor has {stated}; the number of the invoice counts",
                "state one number",
                ("BT-48",),
                number,
                "native.billecta:ReverseVATDetails/ReceiverVATNumber",
            )
        )
    buyer["vat_identifier"] = number
    done.moves["buyer.vat_identifier"] = "native.billecta:ReverseVATDetails/ReceiverVATNumber"
