"""EI-CODE-…: codes that no list knows.

A format with a free text in the place accepts them, and the conversion to one with a code list fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from einvoice import codelists
from einvoice.findings import Finding
from einvoice.rules.facts import Facts
from einvoice.rules.kit import Rule, line_name

if TYPE_CHECKING:
    from einvoice.model import Address, Invoice

CURRENCY = Rule(
    code="EI-CODE-CURRENCY",
    severity="error",
    terms=("BT-5", "BT-6"),
    title="Currencies are codes of ISO 4217.",
    fix="Use the three letters of ISO 4217, such as EUR, SEK, NOK, DKK.",
    source="EN 16931 UBL rules 1.3.16, BR-CL-04 and BR-CL-05; ISO 4217",
)


@CURRENCY
def check_currency(invoice: Invoice) -> Iterator[Finding]:
    """Banks and formats know currencies by code only, and nobody can tell which one a wrong code means.

    Valid: SEK.  Invalid: kr.
    """
    known = codelists.codes("currencies")
    for term, path, code in (("BT-5", "currency", invoice.currency), ("BT-6", "vat_currency", invoice.vat_currency)):
        if code and code not in known:
            yield CURRENCY.finding(f"no currency {code!r} ({term}) in ISO 4217", path=path, value=code, terms=(term,))


COUNTRY = Rule(
    code="EI-CODE-COUNTRY",
    severity="error",
    terms=("BT-40", "BT-55", "BT-69", "BT-80", "BT-159"),
    title="Countries are two-letter codes of ISO 3166-1.",
    fix="Use the two letters of ISO 3166-1, such as FI, SE, NO, DK.",
    source="EN 16931 UBL rules 1.3.16, BR-CL-14 and BR-CL-15; ISO 3166-1",
)


@COUNTRY
def check_country(invoice: Invoice) -> Iterator[Finding]:
    """VAT treatment, national rules and routing follow from the country code.

    Valid: FI.  Invalid: Finland, FIN, SF.
    """
    known = codelists.codes("countries")
    for term, path, code in _countries(invoice):
        if code and code not in known:
            meant = codelists.country_code(code)
            yield COUNTRY.finding(
                f"no country {code!r} ({term}) in ISO 3166-1",
                path=path,
                value=code,
                fix=None if meant is None else f"Write {meant} for {code}.",
                terms=(term,),
            )


def _countries(invoice: Invoice) -> Iterator[tuple[str, str, str | None]]:
    """Yield term, place and code of each country that is stated."""

    def of(address: Address | None) -> str | None:
        return None if address is None else address.country_code

    if invoice.seller is not None:
        yield "BT-40", "seller.address.country_code", of(invoice.seller.address)
    if invoice.buyer is not None:
        yield "BT-55", "buyer.address.country_code", of(invoice.buyer.address)
    if invoice.tax_representative is not None:
        yield "BT-69", "tax_representative.address.country_code", of(invoice.tax_representative.address)
    if invoice.delivery is not None:
        yield "BT-80", "delivery.address.country_code", of(invoice.delivery.address)
    for index, line in enumerate(invoice.lines):
        if line.origin_country_code is not None:
            yield "BT-159", f"lines[{index}].origin_country_code", line.origin_country_code


UNIT = Rule(
    code="EI-CODE-UNIT",
    severity="error",
    terms=("BT-130", "BT-150"),
    title="Units are codes of UN/ECE Recommendation 20 or 21.",
    fix='Map the unit under [units] in the context file (einvoice.toml), for example "kpl" = "C62".',
    source="EN 16931 UBL rules 1.3.16, BR-CL-23; UN/ECE Recommendations 20 and 21",
)


@UNIT
def check_unit(invoice: Invoice) -> Iterator[Finding]:
    """A buyer who matches invoice and order needs the unit as a code, and the Peppol rules refuse any other.

    Seller's systems keep units as free text.  One that has not been mapped is a warning, since formats with a text in
    this place still carry it; an unknown code is an error.

    Valid: C62, or the text kpl, which is known.  Invalid: the code PCS, the text hattu.
    """
    known = codelists.codes("units")
    for index, line in enumerate(invoice.lines):
        for term, field, code in (
            ("BT-130", "unit_code", line.unit_code),
            ("BT-150", "price_base_quantity_unit_code", line.price_base_quantity_unit_code),
        ):
            if code and code not in known:
                meant = codelists.unit_code(code)
                yield UNIT.finding(
                    f"{line_name(line, index)}: no unit code {code!r} ({term}) in UN/ECE Recommendation 20 or 21",
                    path=f"lines[{index}].{field}",
                    value=code,
                    fix=None if meant is None else f"Write {meant} for {code}.",
                    terms=(term,),
                )
        name = line.unit_name
        if name and not line.unit_code and codelists.unit_code(name) is None:
            yield UNIT.finding(
                f"{line_name(line, index)}: no unit code (BT-130) is known for the unit {name!r}",
                path=f"lines[{index}].unit_name",
                value=name,
                severity="warning",
                fix=f'Add "{name}" = "…" under [units] in the context file (einvoice.toml), for example = "C62".',
                terms=("BT-130",),
            )


TYPE = Rule(
    code="EI-CODE-TYPE",
    severity="error",
    terms=("BT-3",),
    title="The document type is an invoice or credit note of UNTDID 1001.",
    fix="Use 380 for an invoice and 381 for a credit note.",
    source="EN 16931 UBL rules 1.3.16, BR-CL-01; UNTDID 1001",
)


@TYPE
def check_type(invoice: Invoice) -> Iterator[Finding]:
    """The type decides between invoice and credit note, and so on the direction of the money.

    Valid: 380, 381.  Invalid: 999.
    """
    code = invoice.type_code
    if code and code not in codelists.codes("invoice_types"):
        yield TYPE.finding(
            f"no invoice or credit note of type {code!r} (BT-3) in UNTDID 1001", path="type_code", value=code
        )


VAT = Rule(
    code="EI-CODE-VAT",
    severity="error",
    terms=("BT-151", "BT-95", "BT-102", "BT-118"),
    title="VAT categories are codes of UNTDID 5305 that EN 16931 takes.",
    fix="Use S, Z, E, AE, K, G or O; the context file maps codes of the seller's system under [vat].",
    source="EN 16931 UBL rules 1.3.16, BR-CL-17, BR-CL-18, BR-B-01; UNTDID 5305",
)


@VAT.by_facts
def check_vat(facts: Facts) -> Iterator[Finding]:
    """The category says why VAT is charged or not; without it the buyer can neither deduct nor account for it.

    Category B is for Italian domestic invoices and says nothing anywhere else.

    Valid: S.  Invalid: AB, KOMY, or B from a seller in Finland.
    """
    invoice = facts.invoice
    if "B" not in facts.used and all(map(codelists.vat_category, facts.used)):
        return
    for index, line in enumerate(invoice.lines):
        place = line_name(line, index)
        yield from _check_category(invoice, "BT-151", f"lines[{index}].vat_category", place, line.vat_category)
    for index, item in enumerate(invoice.allowances_charges):
        term, place = ("BT-102", "document charge") if item.is_charge else ("BT-95", "document allowance")
        yield from _check_category(invoice, term, f"allowances_charges[{index}].vat_category", place, item.vat_category)
    for index, entry in enumerate(invoice.vat_breakdown):
        path = f"vat_breakdown[{index}].category"
        yield from _check_category(invoice, "BT-118", path, "VAT breakdown", entry.category)


def _check_category(invoice: Invoice, term: str, path: str, place: str, code: str | None) -> Iterator[Finding]:
    if not code:
        return
    if codelists.vat_category(code) is None:
        message = f"{place}: no VAT category {code!r} ({term}); expected S, Z, E, AE, K, G or O"
    elif code == "B" and _seller_country(invoice) != "IT":
        message = f"{place}: VAT category B ({term}) is for Italian domestic invoices, and the seller is not in Italy"
    else:
        return
    yield VAT.finding(message, path=path, value=code, terms=(term,))


def _seller_country(invoice: Invoice) -> str | None:
    seller = invoice.seller
    return None if seller is None or seller.address is None else seller.address.country_code
