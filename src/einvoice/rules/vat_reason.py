"""EI-VAT-REASON-TEXT, -MARGIN, -ZERO: the reason for an exemption in words, and where Z stands in place of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from einvoice import codelists
from einvoice.findings import Finding
from einvoice.rules.facts import Facts, vat_territory
from einvoice.rules.kit import Rule, is_blank

TEXT = Rule(
    code="EI-VAT-REASON-TEXT",
    severity="warning",
    terms=("BT-118", "BT-120"),
    title="The exemption reason in words speaks of the VAT category that it stands with.",
    fix="Correct category or text.  A Finvoice with code E for a sale to another EU country means K.",
    source="Council Directive 2006/112/EC, article 226 (11a), (13), (14): the mentions that the law wants",
)

_WORDS: Final = {
    "AE": r"käännet\w+ verovelvoll|reverse[ -]?charge|omvänd (betalnings|skatt)\w*|omvendt (betaling|afgift|avgift)"
    r"|pöördkäive|pöördmaksusta",
    "K": r"yhteisömyyn|intra-?(community|eu)|gemenskapsintern|unionsintern|ühendusesise",
    "G": r"\bvienti|\bexport|\beksport|myynti (EU:n|yhteisön) ulkopuolelle",
    "E": r"marginaaliver|margin(al)? scheme|vinstmarginal|brugtmoms",
    "O": r"not subject to vat|outside the scope|omfattas inte av moms|ei arvonlisäverollinen",
}
"""Words by which the law, and our own default texts, name a category."""

MARGIN_CODES: Final = frozenset({"VATEX-EU-D", "VATEX-EU-F", "VATEX-EU-I", "VATEX-EU-J"})
"""Reason codes of the margin schemes: travel agents, second-hand goods, works of art, antiques."""


@TEXT.by_facts
def check_text(facts: Facts) -> Iterator[Finding]:
    """The buyer books by the category and the bookkeeper by the words; when they differ one of them is misled.

    Only words that the law uses for one category count, and only where no reason code belongs to the category stated.

    Valid: AE, Käännetty verovelvollisuus.  Invalid: E, Reverse charge; AE, Margin scheme.
    """
    for index, entry in enumerate(facts.invoice.vat_breakdown):
        text, category = entry.exemption_reason, entry.category
        if text is None or category is None or category not in _WORDS or is_blank(text):
            continue
        if _speaks_of(category, text):
            continue
        code = codelists.vatex(entry.exemption_reason_code or "")
        if code is not None and code.category == category:
            continue
        meant = [other for other in _WORDS if _speaks_of(other, text)]
        if len(meant) == 1:
            known = codelists.vat_category(meant[0])
            yield TEXT.finding(
                f"VAT breakdown: category {category} with the reason {text!r} (BT-120), which are words for "
                f"{meant[0]}{'' if known is None else f' ({known.name.lower()})'}",
                path=f"vat_breakdown[{index}].exemption_reason",
                value=text,
            )


def _speaks_of(category: str, text: str) -> bool:
    return re.search(_WORDS[category], text, re.IGNORECASE) is not None


MARGIN = Rule(
    code="EI-VAT-MARGIN",
    severity="warning",
    terms=("BT-118", "BT-120", "BT-121"),
    title="A sale under a margin scheme names the scheme.",
    fix="State the code VATEX-EU-F (second-hand goods), -I (art), -J (antiques) or -D (travel), or name the scheme as "
    "text (BT-120).",
    source="Council Directive 2006/112/EC, article 226 (13) and (14); Finvoice 3.0, code table of VAT, AB",
)


@MARGIN.by_facts
def check_margin(facts: Facts) -> Iterator[Finding]:
    """The buyer may not deduct anything and learns it from the name of the scheme alone, since no VAT is shown.

    Finvoice has the code AB for all of them; EN 16931 has category E and a reason code for each.

    Valid: E with VATEX-EU-F.  Invalid: Finvoice code AB, reason "Exempt".
    """
    if "E" not in facts.used:
        return
    at = _margin_of_finvoice(facts)
    if at is None:
        return
    for entry in facts.invoice.vat_breakdown:
        code, text = (entry.exemption_reason_code or "").strip().upper(), entry.exemption_reason
        if entry.category == "E" and (code in MARGIN_CODES or (text and _speaks_of("E", text))):
            return
    yield MARGIN.finding(
        "the Finvoice VAT code is AB, a margin scheme, and neither reason code (BT-121) nor text (BT-120) says which",
        path=at,
        value="AB",
    )


def _margin_of_finvoice(facts: Facts) -> str | None:
    """Return where a Finvoice says AB; the reader keeps the code beside the category it read (`AB|E`)."""
    for index, line in enumerate(facts.invoice.lines):
        if line.native.get("finvoice:_vat_code", "").startswith("AB|"):
            return f"lines[{index}].vat_category"
    for index in range(len(facts.invoice.vat_breakdown)):
        if facts.invoice.native.get(f"finvoice:_vat_breakdown[{index}].code", "").startswith("AB|"):
            return f"vat_breakdown[{index}].category"
    return None


ZERO = Rule(
    code="EI-VAT-ZERO",
    severity="warning",
    terms=("BT-151", "BT-118", "BT-80", "BT-55"),
    title="A Finnish or Swedish sale to another country is not zero-rated (Z).",
    fix="For goods to a company in the EU use K, for services AE, for goods that leave the EU G, outside VAT O, each "
    "with its reason.",
    source="Finnish VAT Act (AVL), sections 55 to 72; Swedish VAT Act (2023:200), chapter 10",
)


@ZERO.by_facts
def check_zero(facts: Facts) -> Iterator[Finding]:
    """Z says that the sale is taxed at home, at 0 %, so it is left out of the reports of sales to other countries.

    Finland and Sweden have hardly any zero rate; systems that keep a rate and no category write Z for all that bears
    no VAT.  At home nobody can tell it from a right one, abroad it stands in the place of K, AE, G or O.

    Valid: Z, seller and buyer in FI; K, buyer in SE.  Invalid: Z, seller in FI, delivered to SE; Z, buyer in NO.
    """
    place = facts.used.get("Z")
    home = facts.seller_home
    if place is None or home not in ("FI", "SE"):
        return
    address = facts.delivery_address
    country, term = (facts.buyer_country, "BT-55") if address is None else (address.country_code, "BT-80")
    if country is None or vat_territory(country) in (home, "AX"):
        return
    what = "the goods went to" if term == "BT-80" else "the buyer is in"
    yield ZERO.finding(
        f"{place.name}: category Z is a sale taxed in {home} at 0 %, and {what} {country} ({term})",
        path=f"{place.path}.{'category' if place.category_term == 'BT-118' else 'vat_category'}",
        value="Z",
        terms=(place.category_term, term),
    )
