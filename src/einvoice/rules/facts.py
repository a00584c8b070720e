"""What several rules ask of the same invoice, found once: VAT groups, countries, amounts.

The rules of VAT ask for the categories in use some ten times; going through the lines each time would take longer than
all the rest.  `Facts` goes through them once.  What few rules ask for is found when the first one asks.

A *group* is a VAT category with a rate, as stated.  A *place* is where it is stated.  The *home* of a party is the
country in which it is registered for VAT: that of its VAT number, else of its tax representative, else of its address.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from einvoice import codelists
from einvoice.calc import Mismatch, check_totals

if TYPE_CHECKING:
    from einvoice.model import Address, Invoice, Line, Party


class Place(NamedTuple):
    """Where a VAT category is stated, with the name that a message gives it."""

    category: str
    rate: Decimal | None
    path: str
    name: str
    category_term: str
    rate_term: str


Group = tuple[str, Decimal | None]
"""VAT category and rate as stated; 25.5 and 25.50 are one rate."""

_SAME_VAT_TERRITORY: Final = {"MC": "FR", "IM": "GB", "EL": "GR"}
"""Countries that belong to the VAT territory of another, and the letters of Greek VAT numbers."""

_BEYOND: Final = {
    "FI": ("22",),  # Åland
    "ES": ("35", "38", "51", "52"),  # Canary Islands, Ceuta, Melilla
    "DE": ("27498", "78266"),  # Heligoland, Büsingen
    "IT": ("23041", "23030"),  # Livigno, now and before
    "GR": ("63086", "63087"),  # Athos
}
"""Post codes outside the VAT territory of the EU, by country (Directive 2006/112/EC, article 6)."""


class Facts:
    """An invoice, and what follows from it.

    *groups* holds the first place of each group on lines, document allowances and charges, *used* the first place of
    each category, in the VAT breakdown as well.
    """

    def __init__(self, invoice: Invoice) -> None:
        self.invoice = invoice
        groups: dict[Group, Place] = {}
        for index, line in enumerate(invoice.lines):
            category = line.vat_category
            if category and (category, line.vat_rate) not in groups:
                groups[category, line.vat_rate] = _line_place(line, index, category)
        for index, item in enumerate(invoice.allowances_charges):
            category = item.vat_category
            if category and (category, item.vat_rate) not in groups:
                groups[category, item.vat_rate] = _item_place(item.is_charge, category, item.vat_rate, index)
        self.groups = groups
        used: dict[str, Place] = {}
        for place in groups.values():
            used.setdefault(place.category, place)
        for index, entry in enumerate(invoice.vat_breakdown):
            category = entry.category
            if category and category not in used:
                used[category] = _entry_place(category, entry.rate, index)
        self.used = used

    def places(self) -> Iterator[Place]:
        """Yield each line, document allowance and charge that states a VAT category."""
        for index, line in enumerate(self.invoice.lines):
            if line.vat_category:
                yield _line_place(line, index, line.vat_category)
        for index, item in enumerate(self.invoice.allowances_charges):
            if item.vat_category:
                yield _item_place(item.is_charge, item.vat_category, item.vat_rate, index)

    def breakdown_places(self) -> Iterator[Place]:
        """Yield each entry of the VAT breakdown that states a VAT category."""
        for index, entry in enumerate(self.invoice.vat_breakdown):
            if entry.category:
                yield _entry_place(entry.category, entry.rate, index)

    # ------------------------------------------------------------------------------ countries

    @cached_property
    def seller_country(self) -> str | None:
        """The country of the seller's address (BT-40)."""
        return _country(self.invoice.seller)

    @cached_property
    def buyer_country(self) -> str | None:
        """The country of the buyer's address (BT-55)."""
        return _country(self.invoice.buyer)

    @cached_property
    def delivery_address(self) -> Address | None:
        """The address of delivery (BG-15) when it names a country."""
        delivery = self.invoice.delivery
        address = None if delivery is None else delivery.address
        return None if address is None or not (address.country_code or "").strip() else address

    @cached_property
    def seller_vat_country(self) -> str | None:
        """The country of the VAT number of seller or tax representative."""
        return number_country(_number(self.invoice.seller)) or number_country(_number(self.invoice.tax_representative))

    @cached_property
    def buyer_vat_country(self) -> str | None:
        """The country of the buyer's VAT number."""
        return number_country(_number(self.invoice.buyer))

    @cached_property
    def seller_home(self) -> str | None:
        """Where the seller is registered for VAT."""
        return self.seller_vat_country or _country(self.invoice.tax_representative) or self.seller_country

    @cached_property
    def buyer_home(self) -> str | None:
        """Where the buyer is registered for VAT."""
        return self.buyer_vat_country or self.buyer_country

    # ------------------------------------------------------------------------------ amounts

    @cached_property
    def minor_units(self) -> int:
        """The decimals of the currency; never more than the two that EN 16931 allows."""
        currency = self.invoice.currency
        return min(2, codelists.minor_units(currency)) if currency in codelists.codes("currencies") else 2

    @cached_property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """The stated amounts that differ from the calculation of the document (`calc.check_totals`)."""
        return tuple(check_totals(self.invoice, minor_units=self.minor_units))

    @cached_property
    def total(self) -> tuple[str, Decimal] | None:
        """Place and amount of the total with VAT (BT-112), or else without (BT-109)."""
        totals = self.invoice.totals
        if totals is None:
            return None
        if totals.total_with_vat is not None:
            return "totals.total_with_vat", totals.total_with_vat
        if totals.total_without_vat is not None:
            return "totals.total_without_vat", totals.total_without_vat
        return None


def number_country(number: str | None) -> str | None:
    """Return the country that the letters of a VAT number stand for; None for no letters and those of no country.

    >>> number_country("EL094259216"), number_country("20774740"), number_country("EU372000041")
    ('GR', None, None)
    """
    if number is None:
        return None
    letters = number.strip()[:2].upper()
    if len(letters) < 2 or not letters.isalpha() or not any(map(str.isdigit, number)):
        return None
    letters = _SAME_VAT_TERRITORY.get(letters, letters)
    return letters if letters in codelists.codes("countries") else None


def vat_territory(country: str) -> str:
    """Return the country whose VAT applies in *country*: FR for MC, else itself."""
    return _SAME_VAT_TERRITORY.get(country, country)


def is_beyond(address: Address | None) -> bool:
    """Say whether *address* is in a part of a member state where VAT of the EU does not apply, such as Åland."""
    if address is None or not address.post_code:
        return False
    code = "".join(letter for letter in address.post_code if letter.isdigit())
    return len(code) == 5 and code.startswith(_BEYOND.get(address.country_code or "", ("x",)))


def _country(party: Party | None) -> str | None:
    code = None if party is None or party.address is None else party.address.country_code
    return (code or "").strip() or None


def _number(party: Party | None) -> str | None:
    return None if party is None else party.vat_identifier


def _line_place(line: Line, index: int, category: str) -> Place:
    identifier = line.identifier
    name = f"line {identifier if identifier and not identifier.isspace() else index + 1}"
    return Place(category, line.vat_rate, f"lines[{index}]", name, "BT-151", "BT-152")


def _item_place(is_charge: bool, category: str, rate: Decimal | None, index: int) -> Place:
    path = f"allowances_charges[{index}]"
    if is_charge:
        return Place(category, rate, path, "document charge", "BT-102", "BT-103")
    return Place(category, rate, path, "document allowance", "BT-95", "BT-96")


def _entry_place(category: str, rate: Decimal | None, index: int) -> Place:
    return Place(category, rate, f"vat_breakdown[{index}]", "VAT breakdown", "BT-118", "BT-119")
