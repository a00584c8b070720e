"""EI-VAT-K-…, -G-…, -AE-…, -CONSTRUCTION, -NETVISOR-CODE: where seller, buyer and goods are for a sale without VAT.

The official rules want an identifier and a country to be stated; these look at which.  What counts is where a party is
registered for VAT (`facts`: its home), not where its address is: a Norwegian company with a Swedish VAT number buys in
Sweden.  What contradicts the category for certain is an error, what may have a reason beyond the invoice a warning, and
what is not stated is silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from einvoice import codelists
from einvoice.findings import Finding
from einvoice.rules.facts import Facts, is_beyond, vat_territory
from einvoice.rules.kit import Rule

if TYPE_CHECKING:
    from einvoice.model import Address

_DIRECTIVE: Final = "Council Directive 2006/112/EC"

K_SELLER = Rule(
    code="EI-VAT-K-SELLER",
    severity="error",
    terms=("BT-31", "BT-63", "BT-40"),
    title="An intra-Community sale (K) is made by a seller who is registered in the EU.",
    fix="From outside the EU use category G; where the seller is registered in a member state, state that VAT number.",
    source=f"{_DIRECTIVE}, articles 138 and 214",
)


@K_SELLER.by_facts
def check_k_seller(facts: Facts) -> Iterator[Finding]:
    """The sale is exempt in one member state because it is taxed in another; Norway and Great Britain are neither.

    Valid: K, seller FI91001147.  Invalid: K, seller in NO.
    """
    if "K" not in facts.used:
        return
    home = facts.seller_home
    if home is not None and not _is_member(home):
        yield K_SELLER.finding(
            f"category K ({facts.used['K'].name}) is a sale from one EU country to another, and the seller is "
            f"{_at(home, facts.seller_vat_country)}, outside the EU",
            path="seller.vat_identifier" if facts.seller_vat_country else "seller.address.country_code",
            value=home,
        )


K_BUYER = Rule(
    code="EI-VAT-K-BUYER",
    severity="error",
    terms=("BT-48", "BT-55"),
    title="An intra-Community sale (K) goes to a buyer registered in another EU country.",
    fix="For a buyer at home charge VAT (S), or use AE where the law says so; for one outside the EU use G; else state "
    "the buyer's VAT number of another EU country (BT-48).",
    source=f"{_DIRECTIVE}, article 138 (1)",
)


@K_BUYER.by_facts
def check_k_buyer(facts: Facts) -> Iterator[Finding]:
    """The exemption holds only for a buyer with a VAT number of another member state; without it the seller owes VAT.

    The buyer's VAT number decides.  Where there is none, the address does, unless the goods went to another EU country.

    Valid: K, seller in FI, buyer SE559990123701.  Invalid: K, seller in FI, buyer FI91001171; buyer in NO.
    """
    if "K" not in facts.used:
        return
    home, place = facts.seller_home, facts.buyer_home
    by_number = facts.buyer_vat_country
    address = facts.delivery_address
    if place is None or home is None:
        return
    if by_number is None and address is not None and _is_other_member(address, home):
        return
    name, at = facts.used["K"].name, _at(place, by_number)
    path = "buyer.vat_identifier" if by_number else "buyer.address.country_code"
    if vat_territory(place) == vat_territory(home):
        yield K_BUYER.finding(
            f"category K ({name}) is a sale to another EU country, and buyer and seller are both {at}",
            path=path,
            value=place,
        )
    elif not _is_member(place):
        yield K_BUYER.finding(
            f"category K ({name}) is a sale to another EU country, and the buyer is {at}, outside the EU: that is an "
            "export (G)",
            path=path,
            value=place,
        )


K_DELIVERY = Rule(
    code="EI-VAT-K-DELIVERY",
    severity="error",
    terms=("BT-80",),
    title="The goods of an intra-Community sale (K) went to another EU country.",
    fix="Correct the country of delivery (BT-80), or use the category of where the goods went: S at home, G outside "
    "the EU.",
    source=f"{_DIRECTIVE}, articles 138 (1) and 6",
)


@K_DELIVERY.by_facts
def check_k_delivery(facts: Facts) -> Iterator[Finding]:
    """The exemption follows the goods: what leaves the EU is an export, and what stays at home is taxed there.

    Goods that the buyer fetched may show the place of collection, so the seller's own country is a warning.  Åland and
    the Canary Islands are outside the VAT territory of the EU.

    Valid: K, seller in FI, delivered to SE.  Invalid: K, delivered to NO; K, seller in FI, delivered to FI (warning).
    """
    address = facts.delivery_address
    if "K" not in facts.used or address is None:
        return
    country, home, name = str(address.country_code), facts.seller_home, facts.used["K"].name
    path = "delivery.address.country_code"
    if country == "GB" and facts.buyer_vat_country == "XI":
        return
    if not _is_member(country) or is_beyond(address):
        yield K_DELIVERY.finding(
            f"category K ({name}) is a sale within the EU, and the goods went to {_named(address)} (BT-80), outside "
            "the VAT territory of the EU: that is an export (G)",
            path=path,
            value=country,
        )
    elif home is not None and vat_territory(country) == vat_territory(home):
        yield K_DELIVERY.finding(
            f"category K ({name}) is a sale to another EU country, and the goods went to {country} (BT-80), where the "
            "seller is registered",
            path=path,
            value=country,
            severity="warning",
        )


EXPORT = Rule(
    code="EI-VAT-G-DESTINATION",
    severity="error",
    terms=("BT-80", "BT-55", "BT-48"),
    title="An export (G) leaves the VAT territory of the seller: the EU, or the country of a seller outside it.",
    fix="To a buyer in another EU country use K for goods and AE for services; at home charge VAT (S).  For goods that "
    "left the EU state where they went (BT-80).",
    source=f"{_DIRECTIVE}, article 146 (1)",
)


@EXPORT.by_facts
def check_export(facts: Facts) -> Iterator[Finding]:
    """Without an export the seller owes the VAT, and a customs declaration will be asked for.

    It is enough that the goods, or the buyer, are outside.  Where the goods were delivered inside to a buyer outside,
    a warning: they may have been collected.

    Valid: G, seller in FI, delivered to NO.  Invalid: G, seller in FI, buyer in SE.
    """
    if "G" not in facts.used:
        return
    home = facts.seller_home
    if home is None:
        return
    buyer, address = facts.invoice.buyer, facts.delivery_address
    buyer_country = facts.buyer_country
    buyer_outside = buyer_country is not None and (
        _is_outside(buyer_country, home) or is_beyond(None if buyer is None else buyer.address)
    )
    name = facts.used["G"].name
    if address is not None:
        country = str(address.country_code)
        if _is_outside(country, home) or is_beyond(address):
            return
        yield EXPORT.finding(
            f"category G ({name}) is an export, and the goods went to {country} (BT-80), which is not outside "
            f"{_inside(home)}",
            path="delivery.address.country_code",
            value=country,
            severity="warning" if buyer_outside else None,
            terms=("BT-80",),
        )
    elif buyer_country is not None and not buyer_outside:
        yield EXPORT.finding(
            f"category G ({name}) is an export, and the buyer is in {buyer_country} (BT-55), which is not outside "
            f"{_inside(home)}; no other country of delivery (BT-80) is stated",
            path="buyer.address.country_code",
            value=buyer_country,
            terms=("BT-55", "BT-80"),
        )


AE_NUMBER = Rule(
    code="EI-VAT-AE-NUMBER",
    severity="warning",
    terms=("BT-48", "BT-47"),
    title="A reverse charge (AE) to another EU country states the buyer's VAT number.",
    fix='Add vat_id = "…" to the customer under [[customers]] in the context file (einvoice.toml).',
    source=f"{_DIRECTIVE}, articles 226 (4) and 262; EN 16931 is content with BT-47 (BR-AE-02)",
)


@AE_NUMBER.by_facts
def check_ae_number(facts: Facts) -> Iterator[Finding]:
    """The seller reports the sale under that number, and the tax agencies of both countries compare the reports.

    The official rules take the number in the register of companies instead, which is enough at home only.

    Valid: AE, seller in FI, buyer SE559990123701.  Invalid: AE, seller in FI, buyer in SE with 559990-1237 only.
    """
    if "AE" not in facts.used or facts.buyer_vat_country is not None:
        return
    buyer, home, country = facts.invoice.buyer, facts.seller_home, facts.buyer_country
    if buyer is None or not (buyer.legal_registration_identifier or "").strip():
        return  # EI-VAT-BUYER-ID speaks of it
    if home is None or country is None or home == country or not (_is_member(home) and _is_member(country)):
        return
    yield AE_NUMBER.finding(
        f"reverse charge ({facts.used['AE'].name}) from {home} to a buyer in {country} without VAT number (BT-48); the "
        "registration number (BT-47) does not serve for the report of sales to other EU countries",
        path="buyer.vat_identifier",
    )


CONSTRUCTION = Rule(
    code="EI-VAT-CONSTRUCTION",
    severity="warning",
    terms=("BT-120", "BT-48", "BT-55"),
    title="The reverse charge on construction services is between two parties registered in one country.",
    fix="State the buyer's VAT number of that country; for services to another EU country leave the section on "
    "construction out of the reason (BT-120), and in Netvisor use EUPM312 in place of RAMY.",
    source="Finnish VAT Act (AVL) section 8 c; Swedish VAT Act (2023:200), chapter 16, section 13",
)

_CONSTRUCTION: Final = r"\b8\s*c\b|rakentamispalvelu|rakennusala|byggtjänst|\bbyggmoms|construction"


@CONSTRUCTION.by_facts
def check_construction(facts: Facts) -> Iterator[Finding]:
    """The reverse charge on construction is national law; a buyer who is not registered there cannot account for it.

    Netvisor names it by the code RAMY, other documents by the reason.

    Valid: AE by AVL section 8 c, seller and buyer in FI.  Invalid: AE by AVL section 8 c, buyer in SE.
    """
    if "AE" not in facts.used:
        return
    invoice = facts.invoice
    home, place = facts.seller_home, facts.buyer_home
    if home is None or place is None or home == place:
        return
    for index, entry in enumerate(invoice.vat_breakdown):
        reason = entry.exemption_reason
        if entry.category == "AE" and reason and re.search(_CONSTRUCTION, reason, re.IGNORECASE):
            what, path = f"the reason {reason!r} (BT-120)", f"vat_breakdown[{index}].exemption_reason"
            break
    else:
        codes = _netvisor_codes(facts)
        if "RAMY" not in codes:
            return
        what, path = "VAT code RAMY", codes["RAMY"]
    yield CONSTRUCTION.finding(
        f"{what} is the reverse charge on construction within one country, and the seller is "
        f"{_at(home, facts.seller_vat_country)}, the buyer {_at(place, facts.buyer_vat_country)}",
        path=path,
        value=place,
    )


NETVISOR_CODE = Rule(
    code="EI-VAT-NETVISOR-CODE",
    severity="warning",
    terms=("BT-151", "BT-55", "BT-48"),
    title="The VAT code of Netvisor fits the country of the buyer.",
    fix="Use KOMY or RAMY for a buyer at home, EUMY (goods) or EUPM312 (services) for another EU country, EUUM outside "
    "the EU.",
    source="Netvisor sales invoice API, VAT codes; Finnish Tax Administration, VAT return",
)

_NETVISOR_BUYERS: Final = {
    "EUMY": "in another EU country",
    "EUPM312": "in another EU country",
    "EUPM309": "in another EU country",
    "EUUM": "outside the EU",
}


@NETVISOR_CODE.by_facts
def check_netvisor_code(facts: Facts) -> Iterator[Finding]:
    """The code puts the sale on a line of the VAT return, which the tax agency compares with the reports of others.

    EUMY and EUUM are silent as categories K and G, whose own rules look at the same countries.

    Valid: EUPM312, buyer in SE.  Invalid: EUPM312, buyer in FI; EUPM312, buyer in NO.
    """
    codes = _netvisor_codes(facts)
    home, place = facts.seller_home, facts.buyer_home
    if not codes or home is None or place is None:
        return
    for code, path in codes.items():
        expected = _NETVISOR_BUYERS.get(code)
        category = facts.invoice.lines[int(path[6 : path.index("]")])].vat_category
        if expected is None or category in ("K", "G"):
            continue
        outside = not _is_member(place)
        if outside if expected == "outside the EU" else not outside and place != home:
            continue
        yield NETVISOR_CODE.finding(
            f"VAT code {code} is for a buyer {expected}, and the buyer is {_at(place, facts.buyer_vat_country)}",
            path=path,
            value=code,
        )


def _netvisor_codes(facts: Facts) -> dict[str, str]:
    """Return the VAT codes that Netvisor gave lines, each with its first place."""
    found: dict[str, str] = {}
    for index, line in enumerate(facts.invoice.lines):
        stated = line.native.get("netvisor:vat_code")
        if stated is not None:
            entry = codelists.netvisor_vat_code(stated)
            found.setdefault(stated if entry is None else entry.code, f"lines[{index}].native.netvisor:vat_code")
    return found


def _is_member(country: str) -> bool:
    return codelists.is_eu(vat_territory(country))


def _is_other_member(address: Address, home: str) -> bool:
    country = str(address.country_code)
    return _is_member(country) and not is_beyond(address) and vat_territory(country) != vat_territory(home)


def _is_outside(country: str, home: str) -> bool:
    """Say whether goods that go to *country* leave the VAT territory of a seller at *home*."""
    if _is_member(home):
        return not _is_member(country)
    return vat_territory(country) != vat_territory(home)


def _inside(home: str) -> str:
    return "the EU" if _is_member(home) else home


def _at(country: str, by_number: str | None) -> str:
    return f"registered in {country} (VAT number)" if by_number else f"in {country}"


def _named(address: Address) -> str:
    return f"{address.country_code} {address.post_code}" if is_beyond(address) else str(address.country_code)
