"""What an invoice says, before any format: customer, dates, lines, VAT treatment.

`draw` makes a draft from a `random.Random`.  Quantities and prices are positive throughout; a credit note is marked by
`credits`, and each format gives it the sign of its own convention.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from corpora.world import Party, World

Treatment = Literal["domestic", "construction", "deposit", "eu-goods", "eu-services", "export"]
"""Why the VAT of a whole invoice is what it is."""

RateClass = Literal["standard", "food", "lodging", "press", "exempt"]

EU = {"FI", "SE", "DK", "EE", "DE"}
CURRENCIES = {"FI": "EUR", "SE": "SEK", "NO": "NOK", "DK": "DKK", "EE": "EUR", "DE": "EUR", "US": "USD"}
PER_EURO = {"EUR": "1", "SEK": "11.1250", "NOK": "11.7480", "DKK": "7.4602", "USD": "1.0840"}
"""Units of the currency for one euro; invented, near the rates of 2026."""

FIRST_DAY, LAST_DAY = date(2026, 2, 16), date(2026, 11, 13)
FOOD_CUT = date(2026, 4, 1)
"""Sweden: food 12 % before, 6 % from this day."""


@dataclass(frozen=True)
class Product:
    """An article: names in Finnish and Swedish, price range in euro cents, what it counts in."""

    code: str
    finnish: str
    swedish: str
    unit: str
    cents: tuple[int, int]
    rate_class: RateClass
    service: bool = False


CATALOGUE = (
    Product("ESP-1000", "Espressopavut 1 kg", "Espressobönor 1 kg", "bag", (990, 1890), "food"),
    Product("KAURA-1", "Kaurajuoma barista 1 l", "Havredryck barista 1 l", "piece", (119, 219), "food"),
    Product("TEE-20", "Luomutee 20 pussia", "Ekologiskt te 20 påsar", "pack", (249, 590), "food"),
    Product("OMENA", "Omena, kotimainen", "Äpple, inhemskt", "kilogram", (189, 349), "food"),
    Product("LOUNAS", "Lounas & kahvi", "Lunch & kaffe", "piece", (990, 1490), "lodging"),
    Product("MAJ-1", "Majoitus, yhden hengen huone", "Logi, enkelrum", "piece", (7900, 16900), "lodging"),
    Product("LEHTI-12", "Aikakauslehti, vuositilaus", "Tidskrift, årsprenumeration", "piece", (4900, 12900), "press"),
    Product("MYLLY-2", "Kahvimylly, 64 mm terät", "Kaffekvarn, 64 mm malskivor", "piece", (28900, 44900), "standard"),
    Product("MUKI-S", "Emalimuki, sininen", "Emaljmugg, blå", "piece", (690, 1290), "standard"),
    Product("SUODATIN", "Suodatinpaperi 100 kpl", "Filterpapper 100 st", "pack", (149, 349), "standard"),
    Product("KORTTI-A6", "Pöytäkortti A6", "Bordskort A6", "piece", (29, 99), "standard"),
    Product("PESU-10", "Konetiskiaine 10 l", "Maskindiskmedel 10 l", "piece", (1990, 3290), "standard"),
    Product("OLJY-IRTO", "Teräöljy, irto", "Slipolja, lösvikt", "litre", (640, 1180), "standard"),
    Product("KAAPELI", "Kaapeli 3 × 2,5 mm²", "Kabel 3 × 2,5 mm²", "metre", (89, 215), "standard"),
    Product("ASTIA-KONE", "Astianpesukone, kupumalli", "Diskmaskin, huvmodell", "piece", (249000, 419000), "standard"),
    Product("HUOLTO-H", "Määräaikaishuolto", "Periodiskt underhåll", "hour", (5900, 8900), "standard", True),
    Product("SUUNN-H", "Keittiösuunnittelu", "Köksplanering", "hour", (6900, 11900), "standard", True),
    Product("KOUL-PV", "Koulutus paikan päällä", "Utbildning på plats", "day", (54000, 98000), "standard", True),
    Product("VUOKRA-L", "Laitevuokra", "Hyra av utrustning", "month", (4900, 19900), "standard", True),
    Product("ASENN-H", "Asennus, rakennuspalvelu", "Installation, byggtjänst", "hour", (4900, 7900), "standard", True),
    Product("PUTKI-T", "Vesi- ja viemäriliitännät", "Vatten och avlopp", "lot", (24000, 160000), "standard", True),
)
RENT = Product("VUOKRA-KK", "Toimitilan vuokra", "Lokalhyra", "month", (40000, 120000), "exempt", True)
FREIGHT = Product("RAHTI", "Rahti", "Frakt", "lot", (1500, 28500), "standard")
DEPOSITS = (
    Product("PANTTI-AV", "Avainpantti", "Nyckeldeposition", "piece", (2000, 6000), "exempt"),
    Product("VAKUUS", "Vuokravakuus", "Hyresdeposition", "lot", (50000, 200000), "exempt"),
)
CONSTRUCTION = tuple(p for p in CATALOGUE if p.code in ("ASENN-H", "PUTKI-T"))
GOODS = tuple(p for p in CATALOGUE if not p.service and p.rate_class in ("standard", "food"))
SERVICES = tuple(p for p in CATALOGUE if p.code in ("HUOLTO-H", "SUUNN-H", "KOUL-PV"))

RATES: dict[str, dict[RateClass, str]] = {
    "FI": {"standard": "25.5", "food": "13.5", "lodging": "13.5", "press": "10"},
    "SE": {"standard": "25", "food": "6", "lodging": "12", "press": "6"},
    "NO": {"standard": "25", "food": "15", "lodging": "12"},
}
"""VAT rates of 2026, in per cent, by the country of the seller."""

EXEMPT_CODES: dict[Treatment, tuple[str, str]] = {
    "construction": ("AE", "RAMY"),
    "deposit": ("O", "NONE"),
    "eu-goods": ("K", "EUMY"),
    "eu-services": ("AE", "EUPM312"),
    "export": ("G", "EUUM"),
}
"""Category of EN 16931 and VAT code of Netvisor of the treatments without VAT."""

DISCOUNTS = ("2.5", "5", "7.5", "10", "15", "20")
TERMS = (7, 14, 14, 14, 21, 30, 30)


@dataclass
class Line:
    """A product line.  *price* excludes VAT, unless the draft has gross prices; *discount* and *rate* are per cent.

    *rate* is None for category O, which has none.
    """

    product: Product
    name: str
    quantity: Decimal
    price: Decimal
    category: str
    netvisor_code: str
    rate: Decimal | None
    discount: Decimal = Decimal(0)
    text: str | None = None


@dataclass
class Draft:
    """One invoice or credit note.  *credits* is number and date of the invoice that it credits, None for an invoice."""

    number: str
    seller: Party
    customer: Party
    treatment: Treatment
    issued: date
    supplied: date
    term_days: int
    currency: str
    lines: list[Line] = field(default_factory=list)
    comments: dict[int, str] = field(default_factory=dict)
    """Comment lines: the text stands before the line of that index (the number of lines: at the end)."""
    credits: tuple[str, date] | None = None
    buyer_reference: str = ""
    order: str | None = None
    note: str | None = None
    gross_prices: bool = False
    """Unit prices include VAT; only Netvisor imports can say so."""

    @property
    def due(self) -> date:
        """The due date: issue date and net days."""
        return self.issued + timedelta(days=self.term_days)


def draw(
    rng: random.Random,
    world: World,
    *,
    seller: Party | None = None,
    lines: int | None = None,
    number: str | None = None,
    home_currency: bool = False,
) -> Draft:
    """Return a draft: *seller* (default: that of the world) sells to one of the customers.

    *lines* is the number of product lines (default: 1 to 12, mostly few), *number* the invoice number (default:
    drawn).  *home_currency* keeps to the currency of the seller.
    """
    seller = seller or world.seller
    customer = _customer(rng, world, seller)
    treatment = _treatment(rng, seller, customer)
    issued = FIRST_DAY + timedelta(days=rng.randrange((LAST_DAY - FIRST_DAY).days + 1))
    number = number or f"{issued.year}{rng.randrange(10000, 100000)}"
    draft = Draft(
        number=number,
        seller=seller,
        customer=customer,
        treatment=treatment,
        issued=issued,
        supplied=issued - timedelta(days=rng.randrange(8)),
        term_days=rng.choice(TERMS),
        currency=_currency(rng, seller, customer, home_currency),
        buyer_reference=f"{rng.choice(('KP', 'TILAUS', 'PROJ'))}-{rng.randrange(100, 1000)}",
    )
    if rng.random() < 0.08:
        credited = draft.supplied - timedelta(days=rng.randrange(5, 36))
        draft.supplied = credited
        draft.credits = (f"{credited.year}{rng.randrange(1000, 10000)}", credited)
    if rng.random() < 0.4:
        draft.order = f"T-{rng.randrange(1000, 10000)}"
    if rng.random() < 0.3:
        draft.note = rng.choice(NOTES)
    if treatment == "domestic" and draft.credits is None and rng.random() < 0.07:
        draft.gross_prices = True
    count = lines if lines is not None else min(rng.randrange(1, 13), rng.randrange(1, 13))
    draft.lines = [_line(rng, draft) for _ in range(count)]
    if treatment == "export" and count > 1 and rng.random() < 0.5:
        draft.lines[-1] = _line(rng, draft, FREIGHT)
    for index in range(count + 1):
        if rng.random() < 0.06:
            draft.comments[index] = rng.choice(COMMENTS)
    return draft


NOTES = (
    "Kiitos tilauksesta!",
    "Toimitus sopimuksen mukaan.",
    "Tack för er beställning!",
    "Leverans enligt avtal, kvartal 2 <delleverans>.",
    "Huomaa uusi tilinumeromme & maksuehto.",
)
COMMENTS = (
    "Toimitus 1. kerrokseen",
    "Huolto ja tarvikkeet",
    "Leverans till lagret",
    'Seuraavat rivit: "kampanja" & tarjoukset',
    "Myöhästynyt erä",
)
TEXTS = ("Sarjanumero PH-640-1182", "Erä 7 < 12 kk", "Inkl. montering & test", "Takuu 24 kk")


def _customer(rng: random.Random, world: World, seller: Party) -> Party:
    while True:
        customer = rng.choice(world.customers)
        if seller.country in ("FI", "SE") or customer.country == seller.country:
            return customer


def _treatment(rng: random.Random, seller: Party, customer: Party) -> Treatment:
    if customer.country == seller.country:
        if customer.vat_id is None and seller.country == "FI":
            return "deposit" if rng.random() < 0.3 else "domestic"
        return "construction" if rng.random() < 0.06 and seller.country in ("FI", "SE") else "domestic"
    if customer.country in EU:
        if customer.vat_id is None:  # who has no VAT number buys as a consumer, with the VAT of the seller
            return "domestic"
        return "eu-services" if rng.random() < 0.35 else "eu-goods"
    return "export"


def _currency(rng: random.Random, seller: Party, customer: Party, home_currency: bool) -> str:
    home, foreign = CURRENCIES[seller.country], CURRENCIES[customer.country]
    at_home = rng.random() < 0.5
    return home if home_currency or at_home else foreign


def _line(rng: random.Random, draft: Draft, product: Product | None = None) -> Line:
    product = product or rng.choice(_assortment(rng, draft))
    swedish = draft.customer.country in ("SE", "NO", "DK") or draft.seller.country != "FI"
    line = Line(
        product=product,
        name=product.swedish if swedish else product.finnish,
        quantity=_quantity(rng, product),
        price=_price(rng, product, draft.currency),
        category="S",
        netvisor_code="KOMY",
        rate=None,
    )
    if draft.treatment == "domestic":
        if product.rate_class == "exempt":
            line.category, line.netvisor_code, line.rate = "E", "MUUL", Decimal(0)
        else:
            line.rate = _rate(draft, product.rate_class)
    else:
        line.category, line.netvisor_code = EXEMPT_CODES[draft.treatment]
        line.rate = None if line.category == "O" else Decimal(0)
    if line.category != "O" and rng.random() < 0.2:
        line.discount = Decimal(rng.choice(DISCOUNTS))
    if rng.random() < 0.12:
        line.text = rng.choice(TEXTS)
    return line


def _assortment(rng: random.Random, draft: Draft) -> tuple[Product, ...]:
    if draft.treatment == "domestic":
        if draft.seller.country == "FI" and rng.random() < 0.02:
            return (RENT,)
        known = RATES[draft.seller.country]
        return tuple(p for p in CATALOGUE if p.rate_class in known and p not in CONSTRUCTION)
    return {
        "construction": CONSTRUCTION,
        "deposit": DEPOSITS,
        "eu-goods": GOODS,
        "eu-services": SERVICES,
        "export": GOODS,
    }[draft.treatment]


def _quantity(rng: random.Random, product: Product) -> Decimal:
    if product.unit in ("kilogram", "litre"):
        return Decimal(rng.randrange(250, 80000)) / 1000
    if product.unit in ("hour", "day"):
        return Decimal(rng.randrange(1, 65)) / 2
    if product.unit == "metre":
        return Decimal(rng.randrange(10, 2500)) / 10
    if product.unit in ("lot", "month") or product.cents[0] >= 20000:
        return Decimal(rng.randrange(1, 5))
    return Decimal(rng.randrange(1, 121))


def _price(rng: random.Random, product: Product, currency: str) -> Decimal:
    """Return a unit price in *currency*: two decimals, now and then four."""
    low, high = product.cents
    price = Decimal(rng.randrange(low, high + 1)) * Decimal(PER_EURO[currency]) / 100
    return price.quantize(Decimal("0.0001" if rng.random() < 0.08 else "0.01"))


def _rate(draft: Draft, rate_class: RateClass) -> Decimal:
    if draft.seller.country == "SE" and rate_class == "food" and draft.supplied < FOOD_CUT:
        return Decimal(12)
    return Decimal(RATES[draft.seller.country][rate_class])
