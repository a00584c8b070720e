"""The seller and the customers of a generated batch, and the context file that names them.

    world = make_world(seed)     the same seed gives the same companies
    context_toml(world)          what Netvisor documents leave out, as `einvoice.toml`

Every number is valid by its own scheme; see `invented_numbers` for the ranges.
"""

import random
from dataclasses import dataclass

from corpora import invented_numbers as numbers


def _words(text: str) -> list[str]:
    """Return the names in *text*, parted by `|` where one of them has a blank, else by blanks."""
    return text.split("|") if "|" in text else text.split()


UNITS = {
    #            Netvisor, Swedish, UN/ECE Recommendation 20 and 21
    "piece": ("kpl", "st", "C62"),
    "bag": ("pss", "påse", "XBG"),
    "pack": ("pkt", "förp", "XPK"),
    "hour": ("h", "tim", "HUR"),
    "day": ("pv", "dag", "DAY"),
    "month": ("kk", "mån", "MON"),
    "kilogram": ("kg", "kg", "KGM"),
    "litre": ("l", "l", "LTR"),
    "metre": ("m", "m", "MTR"),
    "lot": ("erä", "parti", "LS"),
}
"""Units of the catalogue: the free text that Netvisor holds in Finnish and Swedish, and the code of the standard."""

FIRST_NAMES = _words(
    "Aino Eino Hilkka Otso Raija Tuulikki Väinö Maija Ylva Sten Gunilla Åke Malin Oskar Solveig Håkon Ingrid "
    "Torbjørn Mette Søren Liis Tõnu Freja Björn Päivi Jyrki Astrid Kalle"
)
LAST_NAMES = _words(
    "Vaahtera Pajuranta Rautavuori Kivikoski Hietala Salmenperä Tuomela Lampikoski Stenmark Ekdal Bergfors "
    "Ålund Haugland Nordvik Lyngstad Kjærgaard Sørlund Rannamäe Tammisaar Öhrnell Mäkikangas Koskenranta"
)

STEMS = {
    "FI": "Koivuvaara Saarnikoski Lehmusranta Pohjanlampi Hallaniemi Kuusilaakso Tervaharju Joutsenperä Honkavuo "
    "Pihlajasuo Ruskavaara Valkealahti Männikkölä Otsolampi Vaskiniemi Hopeakoski",
    "SE": "Granvik Vätterbro Tallåsen Björkhälla Stensjö Lövnäs Ekmossen Ålsäter Hasselfors Mörtvik Ripådalen Askhult",
    "NO": "Fjordlys Lyngdal Bjørkheim Granåsen Havblikk Steinvik Ørnefjell Tangvoll",
    "DK": "Bøgelund Havnegård Strandmose Ådalen Kildeskov Lyngbakke",
    "EE": "Rannamäe Kasesalu Tammeoja Põhjavee Männiku Õunaaia",
    "DE": "Hafenlicht Ostufer Birkenhain Moorwerder",
    "US": "Maple Hollow|Birch Harbor",
}
BRANCHES = {
    "FI": "Kahvila Leipomo Rakennus Konepaja Kiinteistöt Kuljetus Apteekki Kirjakauppa Majoitus Tukku",
    "SE": "Bygg Kontor Möbler Café Bageri Transport Fastigheter Bokhandel Verkstad Hotell",
    "NO": "Bygg Utstyr Kafé Bakeri Transport Eiendom",
    "DK": "Byg Kontor Bageri Transport",
    "EE": "Disain Ehitus Kohvik Transport",
    "DE": "Planung Werke Handel",
    "US": "Supply|Trading",
}
FORMS = {
    "FI": "{stem} {branch} Oy",
    "SE": "{stem} {branch} AB",
    "NO": "{stem} {branch} AS",
    "DK": "{stem} {branch} A/S",
    "EE": "{stem} {branch} OÜ",
    "DE": "{stem} {branch} GmbH",
    "US": "{stem} {branch} Inc.",
}
STREETS = {
    "FI": "Rantatie Satamakatu Konepajankuja Nosturikatu Harjukatu Myllytie Varastotie Koulukatu",
    "SE": "Hamngatan Verkstadsgatan Lagervägen Skolgatan Kvarnvägen Storgatan",
    "NO": "Bryggeveien Torggata Møllegata Industriveien",
    "DK": "Havnegade Møllevej Torvegade",
    "EE": "Kalasadama|Veski|Turu plats",
    "DE": "Speicherkai Werftstraße Mühlenweg",
    "US": "Harbor Road|Mill Street",
}
CITIES = {
    "FI": (("Helsinki", "00100"), ("Tampere", "33100"), ("Turku", "20100"), ("Oulu", "90100"), ("Jyväskylä", "40100")),
    "SE": (("Stockholm", "111 20"), ("Västerås", "722 11"), ("Jönköping", "553 16"), ("Umeå", "903 26")),
    "NO": (("Oslo", "0150"), ("Bergen", "5003"), ("Trondheim", "7010")),
    "DK": (("Århus", "8000"), ("Odense", "5000")),
    "EE": (("Tallinn", "10415"), ("Tartu", "50090")),
    "DE": (("Hamburg", "20457"), ("Kiel", "24143")),
    "US": (("Duluth MN", "55802"), ("Portland ME", "04101")),
}
GS1_PREFIXES = {"FI": "643", "SE": "735", "US": "009"}
REGISTER_SCHEMES = {"FI": "0212", "SE": "0007", "NO": "0192", "DK": "0184", "EE": "0191"}
"""ICD scheme of the registration number (BT-30, BT-47); none for the other countries."""

BICS = {"FI": "ESIMFIHH", "SE": "ESIMSESS", "NO": "ESIMNOBB"}
CALLING_CODES = {"FI": 358, "SE": 46, "NO": 47, "DK": 45, "EE": 372, "DE": 49, "US": 1}

COUNTRIES_OF_CUSTOMERS = ("FI",) * 13 + ("SE",) * 6 + ("NO",) * 4 + ("DK", "EE", "EE", "DE", "US")
"""Countries of the customers, taken in steps of five: about half are Finnish, a fifth Swedish."""


@dataclass(frozen=True)
class Party:
    """A company.  *business_id* is written as its country writes it; *endpoint* is (scheme, value) of the EAS list."""

    code: str
    name: str
    country: str
    street: str
    city: str
    postal_code: str
    business_id: str | None
    vat_id: str | None
    endpoint: tuple[str, str]
    contact_name: str
    phone: str
    email: str
    gln: str | None = None
    iban: str | None = None
    bic: str | None = None
    bankgiro: str | None = None

    @property
    def registration(self) -> tuple[str | None, str] | None:
        """(ICD scheme, number) for the legal entity, None where there is no number."""
        if self.business_id is None:
            return None
        number = self.business_id.replace("-", "") if self.country == "SE" else self.business_id
        return REGISTER_SCHEMES.get(self.country), number


@dataclass(frozen=True)
class World:
    """Who trades with whom: *seller* keeps its books in Netvisor, the other sellers send UBL only."""

    seed: int
    seller: Party
    other_sellers: tuple[Party, ...]
    customers: tuple[Party, ...]


def make_world(seed: int = 0, customers: int = 60) -> World:
    """Return the companies of *seed*; a larger number of *customers* leaves the first ones as they are."""
    seller = _party(random.Random(f"world {seed} seller FI"), "FI", "seller", selling=True)
    others = tuple(_party(random.Random(f"world {seed} seller {c}"), c, "seller", selling=True) for c in ("SE", "NO"))
    buyers = []
    for index in range(customers):
        country = COUNTRIES_OF_CUSTOMERS[index * 5 % len(COUNTRIES_OF_CUSTOMERS)]
        buyers.append(_party(random.Random(f"world {seed} customer {index}"), country, str(4000 + index)))
    return World(seed, seller, others, tuple(buyers))


def _party(rng: random.Random, country: str, code: str, selling: bool = False) -> Party:
    stem, branch = rng.choice(_words(STEMS[country])), rng.choice(_words(BRANCHES[country]))
    association = country == "FI" and not selling and rng.random() < 0.12
    name = f"{stem}-seura ry" if association else FORMS[country].format(stem=stem, branch=branch)
    business_id, vat_id, endpoint = _identities(rng, country)
    gln = None
    if country == "US" or (not selling and country in ("FI", "SE") and rng.random() < 0.15):
        gln = numbers.gln(rng, GS1_PREFIXES[country])
        endpoint = ("0088", gln)
    first, last = rng.choice(FIRST_NAMES), rng.choice(LAST_NAMES)
    city, postal_code = rng.choice(CITIES[country])
    accounts: dict[str, str] = {}
    if selling:
        makers = {"FI": numbers.finnish_iban, "SE": numbers.swedish_iban, "NO": numbers.norwegian_iban}
        accounts = {"iban": makers[country](rng), "bic": BICS[country]}
        if country == "SE":
            accounts["bankgiro"] = numbers.bankgiro(rng)
    return Party(
        code=code,
        name=name,
        country=country,
        street=f"{rng.choice(_words(STREETS[country]))} {rng.randrange(1, 90)}",
        city=city,
        postal_code=postal_code,
        business_id=business_id,
        vat_id=None if association else vat_id,
        endpoint=endpoint,
        contact_name=f"{first} {last}",
        phone=f"+{CALLING_CODES[country]} 555 {rng.randrange(10**4):04d}",
        email=f"contact-{code}@{country.lower()}.example",
        gln=gln,
        **accounts,
    )


def _identities(rng: random.Random, country: str) -> tuple[str | None, str | None, tuple[str, str]]:
    """Return registration number, VAT number and electronic address of a company in *country*."""
    if country == "FI":
        number = numbers.finnish_business_id(rng)
        plain = number.replace("-", "")
        return number, f"FI{plain}", ("0216", f"0037{plain}")
    if country == "SE":
        number = numbers.swedish_organisation_number(rng)
        return f"{number[:6]}-{number[6:]}", f"SE{number}01", ("0007", number)
    if country == "NO":
        number = numbers.norwegian_organisation_number(rng)
        return number, f"NO{number}MVA", ("0192", number)
    if country == "DK":
        number = numbers.danish_cvr(rng)
        return number, f"DK{number}", ("0184", number)
    if country == "EE":
        number = numbers.estonian_registry_code(rng)
        return number, numbers.estonian_vat_number(rng), ("0191", number)
    if country == "DE":
        vat = numbers.german_vat_number(rng)
        return None, vat, ("9930", vat)
    return None, None, ("0088", "")


def context_toml(world: World) -> str:
    """Return the context file of *world*: seller, customers, VAT judgements and units."""
    lines = [f"# Context of a generated batch, seed {world.seed}.  Every company is invented.", "", "[seller]"]
    lines += card_lines(world.seller, selling=True)
    for customer in world.customers:
        lines += ["", "[[customers]]", f'code = "{customer.code}"', *card_lines(customer)]
        lines += ['delivery_method = "e-invoice"', "send_attachments = true"]
    exempt = 'MUUL = { category = "E", reason = "Kiinteistön vuokraus, AVL 27 §", code = "VATEX-EU-135-1" }'
    lines += ["", "[vat]", 'NONE = "O"', exempt, "", "[units]"]
    names: dict[str, str] = {}
    for finnish, swedish, code in UNITS.values():
        names |= {finnish: code, swedish: code}
    lines += [f'"{name}" = "{code}"' for name, code in names.items()]
    return "\n".join(lines) + "\n"


def card_lines(party: Party, selling: bool = False) -> list[str]:
    """Return the keys of *party* in a context file, those of a seller with its account and contact."""
    values: dict[str, str | None] = {
        "name": party.name,
        "business_id": party.business_id,
        "vat_id": party.vat_id,
        "gln": party.gln,
        "street": party.street,
        "city": party.city,
        "postal_code": party.postal_code,
        "country": party.country,
    }
    if selling or party.business_id is None:
        values["endpoint"] = ":".join(party.endpoint)
    if selling:
        values |= {"iban": party.iban, "bic": party.bic, "contact_name": party.contact_name}
        values |= {"phone": party.phone, "email": party.email}
    return [f'{key} = "{value}"' for key, value in values.items() if value is not None]
