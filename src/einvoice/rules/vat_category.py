"""EI-VAT-…: what each VAT category demands of rate, reason, identifiers, delivery and company.

The demands are rows of the code list `vat_categories` where it has them; the rest is in the tables below.  Unknown
categories are silent here, EI-CODE-VAT names them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from einvoice import codelists
from einvoice.calc import vat_key
from einvoice.findings import Finding
from einvoice.rules.facts import Facts, Place
from einvoice.rules.kit import Rule, is_blank

if TYPE_CHECKING:
    from einvoice.model import Invoice, Party

RATE = Rule(
    code="EI-VAT-CATEGORY-RATE",
    severity="error",
    terms=("BT-151", "BT-152", "BT-95", "BT-96", "BT-102", "BT-103", "BT-118", "BT-119"),
    title="The VAT rate fits the VAT category.",
    fix="Correct rate or category: a rate above 0 is category S; 0 is Z, E, AE, K or G; O has no rate at all.",
    source="EN 16931-1:2017+A1:2019, rules BR-S-05 to -07 and the same of Z, E, AE, IC, G, O; BR-48",
)


@RATE.by_facts
def check_rate(facts: Facts) -> Iterator[Finding]:
    """A category and a rate that contradict each other leave open whether VAT is due.

    Netvisor has codes that take any rate, and Billecta a rate without a category, so that it happens easily.

    Valid: S at 25.5, E at 0, O without a rate.  Invalid: S at 0, AE at 25.5, E without a rate, O at 0.
    """
    if any(map(_rate_fault, facts.groups.values())):
        for place in facts.places():
            yield from _check_rate(place)
    for place in facts.breakdown_places():
        # the official rules forbid the rate of O on lines, allowances and charges only; what those have is told there
        if place.category != "O" and (place.category, place.rate) not in facts.groups:
            yield from _check_rate(place)


def _check_rate(place: Place) -> Iterator[Finding]:
    expected = _rate_fault(place)
    if expected is not None:
        rate = place.rate
        shown = "no VAT rate" if rate is None else f"VAT rate {rate} %"
        yield RATE.finding(
            f"{place.name}: {shown} ({place.rate_term}) with category {place.category}, expected {expected}",
            path=f"{place.path}.{'rate' if place.rate_term == 'BT-119' else 'vat_rate'}",
            value=rate,
            terms=(place.category_term, place.rate_term),
        )


def _rate_fault(place: Place) -> str | None:
    """Return what the category expects of the rate, None when the rate is that."""
    known, rate = codelists.vat_category(place.category), place.rate
    if known is None or known.rate == "any":
        return None
    if known.rate == "positive":
        return None if rate is not None and rate > 0 else "a rate above 0"
    if known.rate == "zero":
        return None if rate is not None and rate == 0 else "0"
    return None if rate is None else "no rate at all"


REASON_MISSING = Rule(
    code="EI-VAT-REASON-MISSING",
    severity="error",
    terms=("BT-118", "BT-120", "BT-121"),
    title="A sale without VAT says why.",
    fix="State the reason as text (BT-120) or code (BT-121), or add it under [vat] in the context file "
    "(einvoice.toml).",
    source="EN 16931-1:2017+A1:2019, rules BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10",
)


@REASON_MISSING
def check_reason_missing(invoice: Invoice) -> Iterator[Finding]:
    """VAT law wants the ground of an exemption on the invoice, and the buyer needs it to book the purchase.

    An invoice without a VAT breakdown is silent: the reason is written with the breakdown that is derived for it.

    Valid: AE with the text Reverse charge; E with code VATEX-EU-135-1.  Invalid: E without text and code.
    """
    for index, entry in enumerate(invoice.vat_breakdown):
        known = codelists.vat_category(entry.category or "")
        if known is None or known.reason != "mandatory":
            continue
        if is_blank(entry.exemption_reason) and is_blank(entry.exemption_reason_code):
            hint = f', for example "{known.text_en}"' + (f" or {known.vatex}" if known.vatex else "")
            yield REASON_MISSING.finding(
                f"VAT breakdown: category {entry.category} without an exemption reason (BT-120 or BT-121){hint}",
                path=f"vat_breakdown[{index}].exemption_reason",
            )


REASON_FORBIDDEN = Rule(
    code="EI-VAT-REASON-FORBIDDEN",
    severity="error",
    terms=("BT-118", "BT-120", "BT-121"),
    title="A taxed or zero-rated sale gives no exemption reason.",
    fix="Remove the reason, or use the category that it belongs to (E, AE, K, G, O).",
    source="EN 16931-1:2017+A1:2019, rules BR-S-10, BR-Z-10, BR-AF-10, BR-AG-10",
)


@REASON_FORBIDDEN
def check_reason_forbidden(invoice: Invoice) -> Iterator[Finding]:
    """A reason beside VAT that is charged is a contradiction: one of the two is wrong.

    Valid: S at 25.5 without reason.  Invalid: S at 25.5 with the text Reverse charge.
    """
    for index, entry in enumerate(invoice.vat_breakdown):
        known = codelists.vat_category(entry.category or "")
        if known is None or known.reason != "forbidden":
            continue
        for term, field, reason in (
            ("BT-120", "exemption_reason", entry.exemption_reason),
            ("BT-121", "exemption_reason_code", entry.exemption_reason_code),
        ):
            if reason is not None and not is_blank(reason):
                yield REASON_FORBIDDEN.finding(
                    f"VAT breakdown: category {entry.category} with the exemption reason {reason!r} ({term}), "
                    "expected none",
                    path=f"vat_breakdown[{index}].{field}",
                    value=reason,
                    terms=("BT-118", term),
                )


REASON_CODE = Rule(
    code="EI-VAT-REASON-CODE",
    severity="error",
    terms=("BT-118", "BT-121"),
    title="The exemption reason code exists and belongs to the VAT category.",
    fix="Use a code of the category, or leave the code out and give the reason as text (BT-120).",
    source="CEF VATEX code list, BR-CL-22; Peppol BIS Billing 3.0.21, PEPPOL-EN16931-P0104 to -P0111",
)


@REASON_CODE
def check_reason_code(invoice: Invoice) -> Iterator[Finding]:
    """Receivers book by the code, so one of another category makes them book another kind of sale.

    A code whose category no official rule demands, but the article of law behind it implies, is a warning.

    Valid: AE with VATEX-EU-AE.  Invalid: AE with VATEX-EU-IC; E with 135-1.
    """
    for index, entry in enumerate(invoice.vat_breakdown):
        code = entry.exemption_reason_code
        if code is None or is_blank(code):
            continue
        known = codelists.vatex(code)
        path = f"vat_breakdown[{index}].exemption_reason_code"
        if known is None:
            yield REASON_CODE.finding(
                f"VAT breakdown: no exemption reason code {code!r} (BT-121) in the VATEX list",
                path=path,
                value=code,
                terms=("BT-121",),
            )
        elif entry.category and known.category != entry.category and _takes_reason(entry.category):
            yield REASON_CODE.finding(
                f"VAT breakdown: exemption reason code {code} (BT-121) belongs to category {known.category}, "
                f"not to {entry.category}",
                path=path,
                value=code,
                severity="error" if known.rule else "warning",
            )


def _takes_reason(category: str) -> bool:
    """Return whether a reason may stand there at all; where it may not, EI-VAT-REASON-FORBIDDEN speaks."""
    known = codelists.vat_category(category)
    return known is not None and known.reason != "forbidden"


SELLER_IDENTIFIER = Rule(
    code="EI-VAT-SELLER-ID",
    severity="error",
    terms=("BT-31", "BT-32", "BT-63"),
    title="The seller states the identifier that the VAT category needs.",
    fix='Add vat_id = "…" under [seller] in the context file (einvoice.toml).',
    source="EN 16931-1:2017+A1:2019, rules BR-S-02 to -04 and the same of Z, E, AE, IC, G, AF, AG",
)

_LOCAL_NUMBER_IS_ENOUGH: Final = frozenset({"S", "Z", "E", "AE", "L", "M"})
_VAT_NUMBER_NEEDED: Final = frozenset({"K", "G"})


@SELLER_IDENTIFIER.by_facts
def check_seller_identifier(facts: Facts) -> Iterator[Finding]:
    """The buyer may deduct VAT, and sell on without it, only with the seller's number on the invoice.

    The VAT number of a tax representative counts as well, and for sales other than K and G so does a local tax
    registration.

    Valid: S, seller FI91001147.  Invalid: S and neither VAT number nor tax registration; G with a registration only.
    """
    invoice = facts.invoice
    has_vat = not is_blank(_vat_number(invoice.seller)) or not is_blank(_vat_number(invoice.tax_representative))
    if has_vat:
        return
    has_local = invoice.seller is not None and not is_blank(invoice.seller.tax_registration_identifier)
    used = facts.used
    needing = [c for c in used if c in _VAT_NUMBER_NEEDED or (c in _LOCAL_NUMBER_IS_ENOUGH and not has_local)]
    if needing:
        strict = [category for category in needing if category in _VAT_NUMBER_NEEDED]
        lacking = strict or needing
        numbers = (
            "no VAT number (BT-31), which"
            if strict
            else "neither VAT number (BT-31) nor tax registration (BT-32), one of which"
        )
        needs = f"category {lacking[0]} needs" if len(lacking) == 1 else f"categories {' and '.join(lacking)} need"
        yield SELLER_IDENTIFIER.finding(
            f"the seller has {numbers} {needs} ({used[lacking[0]].name})", path="seller.vat_identifier"
        )


BUYER_IDENTIFIER = Rule(
    code="EI-VAT-BUYER-ID",
    severity="error",
    terms=("BT-48", "BT-47"),
    title="The buyer of a reverse charge or intra-Community sale is identified.",
    fix='Add vat_id = "…" to the customer under [[customers]] in the context file (einvoice.toml).',
    source="EN 16931-1:2017+A1:2019, rules BR-AE-02 to -04 and BR-IC-02 to -04",
)


@BUYER_IDENTIFIER.by_facts
def check_buyer_identifier(facts: Facts) -> Iterator[Finding]:
    """These sales are without VAT because the buyer accounts for it, which only a registered buyer can.

    K needs the buyer's VAT number; for AE the number in the register of companies is enough.  An export (G) needs
    neither.

    Valid: K, buyer SE559990123701; AE, buyer registered as 559990-1237.  Invalid: K with a registration number only.
    """
    buyer = facts.invoice.buyer
    if not is_blank(_vat_number(buyer)):
        return
    used = facts.used
    if "K" in used:
        yield BUYER_IDENTIFIER.finding(
            f"the buyer has no VAT number (BT-48), which category K needs ({used['K'].name})",
            path="buyer.vat_identifier",
            terms=("BT-48",),
        )
    if "AE" in used and (buyer is None or is_blank(buyer.legal_registration_identifier)):
        yield BUYER_IDENTIFIER.finding(
            "the buyer has neither VAT number (BT-48) nor registration number (BT-47), one of which category AE needs "
            f"({used['AE'].name})",
            path="buyer.vat_identifier",
        )


DELIVERY_DATE = Rule(
    code="EI-VAT-DELIVERY-DATE",
    severity="error",
    terms=("BT-72", "BG-14"),
    title="An intra-Community sale says when it was delivered.",
    fix="State the delivery date (BT-72) or the invoicing period (BG-14) in the source.",
    source="EN 16931-1:2017+A1:2019, rule BR-IC-11",
)


@DELIVERY_DATE.by_facts
def check_delivery_date(facts: Facts) -> Iterator[Finding]:
    """Seller and buyer report the sale for the month of delivery, and the two reports are compared.

    Valid: K, delivered 2026-05-04.  Invalid: K with neither delivery date nor period.
    """
    used, invoice = facts.used, facts.invoice
    delivered = invoice.delivery is not None and invoice.delivery.actual_delivery_date is not None
    period = invoice.period
    covered = period is not None and (period.start_date is not None or period.end_date is not None)
    if "K" in used and not delivered and not covered:
        yield DELIVERY_DATE.finding(
            "neither delivery date (BT-72) nor invoicing period (BG-14), one of which category K needs "
            f"({used['K'].name})",
            path="delivery.actual_delivery_date",
        )


DELIVERY_COUNTRY = Rule(
    code="EI-VAT-DELIVERY-COUNTRY",
    severity="error",
    terms=("BT-80",),
    title="An intra-Community sale says to which country it went.",
    fix="State the address of delivery with its country (BT-80) in the source.",
    source="EN 16931-1:2017+A1:2019, rule BR-IC-12",
)


@DELIVERY_COUNTRY.by_facts
def check_delivery_country(facts: Facts) -> Iterator[Finding]:
    """The sale is free of VAT because the goods went to another member state, so the invoice names it.

    Valid: K, delivered to SE.  Invalid: K without an address of delivery.
    """
    used, invoice = facts.used, facts.invoice
    address = None if invoice.delivery is None else invoice.delivery.address
    if "K" in used and (address is None or is_blank(address.country_code)):
        yield DELIVERY_COUNTRY.finding(
            f"no country of delivery (BT-80), which category K needs ({used['K'].name})",
            path="delivery.address.country_code",
        )


OUTSIDE_ALONE = Rule(
    code="EI-VAT-O-ALONE",
    severity="error",
    terms=("BT-151", "BT-95", "BT-102", "BT-118"),
    title="Category O stands alone on the invoice.",
    fix='Use category E with a reason text for the part outside the scope of VAT (under [vat]: NONE = "E"), or send '
    "two invoices.",
    source="EN 16931-1:2017+A1:2019, rules BR-O-11 to BR-O-14",
)


@OUTSIDE_ALONE.by_facts
def check_outside_alone(facts: Facts) -> Iterator[Finding]:
    """An invoice is outside the scope of VAT as a whole or not at all, and BIS refuses a mixture.

    A deposit beside taxed goods is the usual case.

    Valid: every line O.  Invalid: one line O, one line S.
    """
    used = facts.used
    others = [category for category in used if category != "O"]
    if "O" in used and others:
        outside = used["O"]
        yield OUTSIDE_ALONE.finding(
            f"{outside.name}: category O ({outside.category_term}) beside {', '.join(others)} ({used[others[0]].name})",
            path=f"{outside.path}.{'category' if outside.category_term == 'BT-118' else 'vat_category'}",
            value="O",
        )


OUTSIDE_IDENTIFIERS = Rule(
    code="EI-VAT-O-ID",
    severity="warning",
    terms=("BT-31", "BT-63", "BT-48"),
    title="An invoice outside the scope of VAT states no VAT numbers.",
    fix="Leave the VAT numbers out of this invoice for a receiver in Peppol, or use category E with a reason text.",
    source="EN 16931-1:2017+A1:2019, rules BR-O-02 to BR-O-04",
)


@OUTSIDE_IDENTIFIERS.by_facts
def check_outside_identifiers(facts: Facts) -> Iterator[Finding]:
    """BIS refuses a VAT number beside category O; other formats take it, hence a warning.

    Valid: O, seller with tax registration only.  Invalid: O, seller FI91001147.
    """
    used, invoice = facts.used, facts.invoice
    if "O" not in used:
        return
    for term, who, party, path in (
        ("BT-31", "seller", invoice.seller, "seller.vat_identifier"),
        ("BT-63", "tax representative", invoice.tax_representative, "tax_representative.vat_identifier"),
        ("BT-48", "buyer", invoice.buyer, "buyer.vat_identifier"),
    ):
        number = _vat_number(party)
        if not is_blank(number):
            yield OUTSIDE_IDENTIFIERS.finding(
                f"the {who} has VAT number {number} ({term}) on an invoice of category O ({used['O'].name}), "
                "expected none",
                path=path,
                value=number,
                terms=(term,),
            )


GROUP = Rule(
    code="EI-VAT-GROUP",
    severity="error",
    terms=("BG-23", "BT-118", "BT-119"),
    title="Each VAT category and rate in use has an entry in the VAT breakdown.",
    fix="Add the entry in the source, or let the breakdown be derived from the lines (--totals derived).",
    source="EN 16931-1:2017+A1:2019, rules BR-S-01, BR-Z-01, BR-E-01, BR-AE-01, BR-IC-01, BR-G-01, BR-O-01",
)


@GROUP.by_facts
def check_group(facts: Facts) -> Iterator[Finding]:
    """The buyer deducts what the breakdown states; VAT of a group that it leaves out is lost.

    The official rules miss a rate whose category has an entry at another rate, hence a warning there.  An invoice
    without any breakdown is silent.

    Valid: lines at 25.5 and 13.5, entries for both.  Invalid: lines at 25.5 and 13.5, an entry for 25.5 alone.
    """
    invoice = facts.invoice
    if not invoice.vat_breakdown:
        return
    stated = {vat_key(entry.category, entry.rate) for entry in invoice.vat_breakdown}
    categories = {category for category, _ in stated}
    seen = set()
    for place in facts.groups.values():
        key = vat_key(place.category, place.rate)
        if key in stated or key in seen:
            continue
        seen.add(key)
        group = place.category if key[1] is None else f"{place.category} at {key[1]} %"
        yield GROUP.finding(
            f"the VAT breakdown has no entry for {group}, which {place.name} bears",
            path="vat_breakdown",
            severity="warning" if place.category in categories else "error",
        )


def _vat_number(party: Party | None) -> str | None:
    return None if party is None else party.vat_identifier
