"""UBL documents with one to three things wrong, drawn by chance and drawn again the same way.

    seeds()                     the documents that mutants are made of
    expectations()              the published unit fragments, with the rules that each must pass or fail
    mutants(7, 1000)            the first thousand mutants of seed 7
    mutant(7, 123)              one of them alone
    shrink(data, disagrees)     a smaller document on which `disagrees` still holds

    python -m tests.oracle.mutants SEED INDEX      writes the document to standard output, its name to standard error

A mutant depends on its seed, its index, this module and the seed documents, on nothing else: keep the bytes of a
finding, not its number alone.  Each is well-formed and has no document type declaration; a few have another root
than an invoice or a credit note (wrapped in an envelope, renamed), which `official.judge` refuses.

An operation works at one of four stages, and a document goes through them in this order:

    tree       on the elements
    raw        on the elements too, but what it writes is put in as it stands: CDATA, references, prefixes
    text       on the serialised document
    encoding   from text to bytes

Operations return in words what they did, or None where the document has no place for them; then another is drawn.
"""

import argparse
import copy
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from xml.parsers import expat

from lxml import etree
from tests.oracle import ABSENT, ROOT, shared_folder

from einvoice.codelists import codes

__all__ = ["KINDS", "Expectation", "Mutant", "Seed", "expectations", "mutant", "mutants", "seeds", "shrink"]

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
CAC = f"{UBL}CommonAggregateComponents-2"
CBC = f"{UBL}CommonBasicComponents-2"
EXT = f"{UBL}CommonExtensionComponents-2"
INVOICE, CREDIT_NOTE = f"{UBL}Invoice-2", f"{UBL}CreditNote-2"
ROOTS = (f"{{{INVOICE}}}Invoice", f"{{{CREDIT_NOTE}}}CreditNote")
XML = "http://www.w3.org/XML/1998/namespace"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
FOREIGN = "urn:foreign"
PREFIXES = {CAC: "cac", CBC: "cbc", EXT: "ext", XML: "xml", XSI: "xsi"}
NAMES = {"cac": CAC, "cbc": CBC, "ext": EXT}

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, strip_cdata=False, huge_tree=True)

# ---------------------------------------------------------------------------------------------------------------
# Seeds


class Seed(NamedTuple):
    """A document to start from; *name* is its path, `#3` after it the third fragment of a unit file."""

    name: str
    data: bytes


class Expectation(NamedTuple):
    """One `test` of a published unit file: rules under `success` must not fail, those under the others must.

    *times* holds how often a rule must fail, where the file says so by `number`.
    """

    name: str
    suite: str
    data: bytes
    success: frozenset[str]
    error: frozenset[str]
    fatal: frozenset[str]
    warning: frozenset[str]
    times: dict[str, int]

    @property
    def fails(self) -> frozenset[str]:
        """The rules that must fail, whatever the severity."""
        return self.error | self.fatal | self.warning


def _shared() -> Path:
    folder = shared_folder()
    if folder is None:
        raise FileNotFoundError(ABSENT)
    return folder


@cache
def expectations() -> tuple[Expectation, ...]:
    """Return every unit fragment of the shared folder as a document of its own, with the rules it names.

    Raises FileNotFoundError without the shared folder.
    """
    folder = _shared() / "conformance" / "rules"
    found = []
    for path in sorted(folder.rglob("*.xml")):
        for number, test in enumerate(etree.parse(path, PARSER).getroot().iterfind("{*}test"), start=1):
            named: dict[str, set[str]] = {"success": set(), "error": set(), "fatal": set(), "warning": set()}
            times = {}
            for line in test.iterfind("{*}assert/*"):
                kind = etree.QName(line).localname
                if kind in named:
                    rule = (line.text or "").strip()
                    named[kind].add(rule)
                    if kind != "success" and "number" in line.attrib:
                        times[rule] = int(line.attrib["number"])
            (document,) = (child for child in test.iterchildren("*") if etree.QName(child).localname != "assert")
            found.append(
                Expectation(
                    f"rules/{path.relative_to(folder).as_posix()}#{number}",
                    path.parent.name,
                    etree.tostring(document, encoding="UTF-8", xml_declaration=True, with_tail=False),
                    times=times,
                    **{kind: frozenset(rules) for kind, rules in named.items()},
                )
            )
    return tuple(found)


def _ubl_in(path: Path) -> bytes | None:
    """Return the invoice or credit note that *path* is or, in an envelope, carries; None without one."""
    data = path.read_bytes()
    if UBL.encode() not in data:
        return None
    try:
        root = etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError:
        return None
    if root.tag in ROOTS:
        return data
    for document in root.iter(*ROOTS):
        return etree.tostring(document, encoding="UTF-8", xml_declaration=True, with_tail=False)
    return None


@cache
def corpora() -> tuple[Seed, ...]:
    """Return the UBL documents of the repository."""
    folder = ROOT / "corpora"
    paths = sorted(folder.rglob("*.xml"))
    return tuple(
        Seed(f"corpora/{path.relative_to(folder).as_posix()}", data) for path in paths if (data := _ubl_in(path))
    )


@cache
def seeds() -> tuple[Seed, ...]:
    """Return all documents that mutants are made of, in a fixed order: documents, unit fragments, corpora.

    Raises FileNotFoundError without the shared folder.
    """
    shared = _shared()
    found = []
    for room in ("conformance/documents", "corpora"):
        for path in sorted((shared / room).rglob("*.[xX][mM][lL]")):
            if data := _ubl_in(path):
                found.append(Seed(path.relative_to(shared).as_posix().removeprefix("conformance/"), data))
    found += [Seed(one.name, one.data) for one in expectations()]
    return (*found, *corpora())


# ---------------------------------------------------------------------------------------------------------------
# Work in progress


class Work:
    """A document under change: its tree, and pieces of text to be put in as they stand."""

    def __init__(self, data: bytes) -> None:
        self.root = etree.fromstring(data, PARSER)
        self.raw: list[str] = []

    def elements(self) -> list[etree._Element]:
        """Every element, the root first."""
        return list(self.root.iter("*"))

    def hold(self, raw: str) -> str:
        """Return the character that stands for *raw* until the tree is serialised."""
        self.raw.append(raw)
        return chr(0xE000 + len(self.raw) - 1)

    def text(self) -> str:
        """Return the serialised document, without a declaration."""
        text = etree.tostring(self.root.getroottree(), encoding="unicode")
        for number in reversed(range(len(self.raw))):  # a later piece may hold an earlier one
            stand_in = chr(0xE000 + number)
            text = text.replace(f"<!--{stand_in}-->", self.raw[number]).replace(stand_in, self.raw[number])
        return text


LOOKED_AT = re.compile(
    r"Amount$|Code$|^ID$|Percent$|Quantity$|Numeric$|Date$|Indicator$|^CompanyID$|^EndpointID$|ID$|BinaryObject$"
    r"|^Tax|TaxCategory$|^AllowanceCharge$|Party|^Price$|Line$|^LegalMonetaryTotal$|^PaymentMe|Account$|Period$|^Note$"
)
"""Names of elements that rules look at."""
NUMBER = re.compile(r"\s*[-+]?[0-9]+(\.[0-9]+)?\s*\Z")
DATE = re.compile(r"\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*\Z")
NUMERIC = re.compile(r"Amount$|Percent$|Quantity$|Numeric$")


def local(element: etree._Element) -> str:
    tag = str(element.tag)
    return tag[tag.find("}") + 1 :]


def short_name(tag: str) -> str:
    """Return `cbc:ID` for a name of UBL, `Q{uri}name` for others."""
    if tag[0] != "{":
        return tag
    uri, _, name = tag[1:].partition("}")
    if uri in (INVOICE, CREDIT_NOTE):
        return name
    return f"{PREFIXES[uri]}:{name}" if uri in PREFIXES else f"Q{{{uri}}}{name}"


def place(element: etree._Element) -> str:
    """Return the path of *element*, with a number where siblings share its name."""
    steps = []
    node: etree._Element | None = element
    while node is not None:
        parent = node.getparent()
        step = short_name(str(node.tag))
        if parent is not None:
            alike = parent.findall(str(node.tag))
            if len(alike) > 1:
                step += f"[{alike.index(node) + 1}]"
        steps.append(step)
        node = parent
    return "/".join(reversed(steps))


def brief(text: str | None) -> str:
    shown = repr(text or "")
    return shown if len(shown) <= 70 else f"{shown[:45]}… ({len(text or '')} characters)"


def pick(found: list[etree._Element], chance: Random) -> etree._Element | None:
    """Draw one: mostly of those that rules look at, and as often among the names as among the elements."""
    if not found:
        return None
    if chance.random() < 0.7 and (looked_at := [e for e in found if LOOKED_AT.search(local(e))]):
        found = looked_at
    if chance.random() < 0.5:
        tag = chance.choice(list(dict.fromkeys(str(e.tag) for e in found)))
        found = [e for e in found if e.tag == tag]
    return chance.choice(found)


def inner(work: Work, chance: Random) -> etree._Element | None:
    """Draw an element below the root."""
    return pick(work.elements()[1:], chance)


def leaf(work: Work, chance: Random) -> etree._Element | None:
    """Draw an element without children that has a text."""
    return pick([e for e in work.elements() if e.text and not len(e) and e.text.strip()], chance)


def remove(element: etree._Element) -> None:
    """Take *element* out and leave the text behind it."""
    parent = element.getparent()
    assert parent is not None
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def reach(root: etree._Element, path: str) -> etree._Element:
    """Return the first element at *path* below *root*; what is missing is made."""
    for step in path.split("/"):
        prefix, name = step.split(":")
        tag = f"{{{NAMES[prefix]}}}{name}"
        found = root.find(tag)
        root = etree.SubElement(root, tag) if found is None else found
    return root


def all_named(work: Work, *names: str) -> list[etree._Element]:
    return list(work.root.iter(*(f"{{*}}{name}" for name in names)))


# ---------------------------------------------------------------------------------------------------------------
# Texts, numbers, dates, codes, identifiers

BLANKS = (" ", "  ", "\t", "\n", "\r", "\u00a0", "\u2003", "\u3000", "\u0085", "\u2028", "\u200b", "\ufeff")
TEXTS = (
    *("", " ", "\n  ", "\t", "\u00a0", "x", "Ä", "ß", "İ", "ſ", "𝟙", "\U0001f600", "a\tb\nc", "]]>", "<>&'\"", "&amp;"),
    *(
        "0",
        "-0",
        "1",
        "-1",
        "+5",
        "5.",
        ".5",
        "1,5",
        "1e3",
        "1E400",
        "1e-400",
        "NaN",
        "INF",
        "-INF",
        "+INF",
        "Infinity",
    ),
    *(
        "٣",
        "१२",
        "９",
        "²",
        "½",
        "−5",
        "0x10",
        "1_000",
        "1 000",
        "1.000,00",
        "--1",
        "5-",
        "1.2.3",
        "true",
        "false",
        "TRUE",
    ),
    *("9" * 18, "9223372036854775808", "9" * 40, "9" * 400, "0." + "3" * 40, "0.12345678901234567", "1" + "0" * 30),
    *(
        "VAT",
        "vat",
        " VAT ",
        "TAX",
        "EUR",
        "eur",
        "S",
        "s",
        "AE",
        "380",
        "2024-02-30",
        "DK",
        "FI",
        "a" * 300,
        "ä" * 3000,
    ),
    *(
        "#AAI#text",
        "#AAI#",
        "#XYZ#a#b",
        "urn:cen.eu:en16931:2017",
        "a|b|c",
        "$",
        ".",
        "^",
        "[",
        "\\",
        "\\d",
        "?",
        "%20",
    ),
)
DATES = (
    *("2024-02-30", "2023-02-29", "2024-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01", "-2024-01-01"),
    *("12024-01-01", "02024-01-01", "999999999-01-01", "24-01-01", "2024-1-1", "20240101", "2024/01/01", "01.02.2024"),
    *("2024-01-01Z", "2024-01-01+02:00", "2024-01-01-14:00", "2024-01-01+14:01", "2024-01-01+2:00", "2024-01-01z"),
    *("2024-01-01T00:00:00", "2024-01-01T24:00:00Z", "2024-01-01 12:00", "12:00:00", "2024-001", "2024-W01-1", "2024"),
    *("２０２４-01-01", "2024−01−01", "9999-12-31", "0001-01-01", "1899-12-31", "2024-01-0a", "2024-01-01\u00a0", ""),
)


def number_form(value: Decimal, chance: Random) -> tuple[str, str]:
    """Return a kind, and *value* written or changed in that way."""
    plain = format(value, "f")
    cent = value.quantize(Decimal("0.01"), ROUND_HALF_UP)
    sign, digits = ("-", plain[1:]) if plain[0] == "-" else ("", plain)
    forms: tuple[tuple[str, Callable[[], str]], ...] = (
        ("a cent more", lambda: format(value + Decimal("0.01"), "f")),
        ("a cent less", lambda: format(value - Decimal("0.01"), "f")),
        ("two cents more", lambda: format(value + Decimal("0.02"), "f")),
        ("half a cent more", lambda: format(cent + Decimal("0.005"), "f")),
        ("half a cent less", lambda: format(cent - Decimal("0.005"), "f")),
        ("just below half a cent", lambda: format(cent + Decimal("0.0049999999999999999"), "f")),
        ("half of it", lambda: format(value / 2, "f")),
        ("negated", lambda: format(-value, "f")),
        ("a hundred times", lambda: format(value * 100, "f")),
        ("three decimals", lambda: f"{value:.3f}"),
        ("17 decimals", lambda: f"{value:.17f}"),
        ("17 decimals, the last one 1", lambda: f"{value:.16f}1"),
        ("40 decimals", lambda: f"{value:.39f}1"),
        ("no decimals", lambda: f"{value:.0f}"),
        ("rounded to one decimal", lambda: f"{value:.1f}"),
        ("zero", lambda: chance.choice(("0", "0.00", "-0", "-0.00", "00", "0.000"))),
        ("huge", lambda: f"{sign}{digits.replace('.', '')}{'0' * chance.choice((15, 16, 20, 40, 300, 310))}"),
        ("huge odd", lambda: chance.choice(("9007199254740993", "18446744073709551616", "1" * 60))),
        ("tiny", lambda: f"0.{'0' * chance.choice((5, 17, 18, 30, 330))}1"),
        ("very long", lambda: f"{sign}{'0' * 500}{digits}"),
        ("exponent", lambda: f"{value:e}"),
        ("exponent E0", lambda: f"{plain}E0"),
        ("plus sign", lambda: f"+{digits}"),
        ("leading zeros", lambda: f"{sign}00{digits}"),
        ("trailing zeros", lambda: f"{plain}{'' if '.' in plain else '.'}000"),
        ("trailing point", lambda: f"{sign}{digits.split('.')[0]}."),
        ("leading point", lambda: f"{sign}.{digits.split('.')[-1]}"),
        ("comma", lambda: plain.replace(".", ",") if "." in plain else f"{plain},0"),
        ("thousands", lambda: f"{value:,.2f}"),
        ("blank inside", lambda: f"{plain[:1]} {plain[1:]}"),
        ("Arabic digits", lambda: plain.translate({48 + n: 0x660 + n for n in range(10)})),
        ("full-width digits", lambda: plain.translate({48 + n: 0xFF10 + n for n in range(10)})),
        ("not a number", lambda: chance.choice(("NaN", "INF", "-INF", "+INF", "nan", "inf", "Infinity", "1e3", "1E3"))),
        ("unit behind it", lambda: f"{plain} EUR"),
        ("Unicode minus", lambda: f"−{digits}"),
        ("two signs", lambda: f"--{digits}"),
    )  # fmt: skip
    kind, form = chance.choice(forms)
    return kind, form()


SCHEME_NUMBERS = {
    "0002": "552100554", "0007": "5560125790", "0009": "55210055400019", "0060": "123456789", "0088": "7300010000001",
    "0096": "1234567890", "0106": "12345678", "0151": "51824753556", "0184": "DK13585628",
    "0190": "12345678901234567890", "0192": "987654325", "0196": "5503730449", "0198": "DK13585628", "0201": "UFABCD",
    "0204": "991-12345-06", "0208": "0776091951", "0210": "RSSMRA85T10A562S", "0211": "IT00743110157",
    "0212": "20774740", "0216": "003720774740", "0217": "123456789012", "9906": "IT00743110157",
    "9907": "00743110157", "9930": "DE136695976", "9933": "094259216", "9944": "NL123456789B12",
    "SEPA": "DE98ZZZ09999999999", "EM": "a@b.de", "": "123",
}  # fmt: skip
"""A good number of each scheme that some rule checks."""
COUNTRIES: dict[str, tuple[str, tuple[str, ...]]] = {
    "NO": ("NO987654325MVA", ("0192",)),
    "DK": ("DK13585628", ("0184", "0096", "0198", "0088")),
    "IT": ("IT00743110157", ("0211", "0210", "0201", "9907")),
    "SE": ("SE556012579001", ("0007", "0088")),
    "GR": ("EL094259216", ("9933",)),
    "EL": ("EL094259216", ("9933",)),
    "IS": ("IS123456", ("0196",)),
    "NL": ("NL123456789B12", ("0106", "0190", "9944", "0217")),
    "DE": ("DE136695976", ("9930", "0204", "EM")),
    "FI": ("FI20774740", ("0212", "0216")),
    "BE": ("BE0776091951", ("0208",)),
    "AU": ("AU51824753556", ("0151",)),
    "XI": ("XI123456789", ("0088",)),
    "GB": ("GB123456789", ("0060",)),
    "XX": ("XX1", ("0000",)),
}
"""VAT number and schemes of each country whose rules may wake up."""
PARTIES = {
    "seller": "cac:AccountingSupplierParty/cac:Party",
    "buyer": "cac:AccountingCustomerParty/cac:Party",
    "tax representative": "cac:TaxRepresentativeParty",
    "payee": "cac:PayeeParty",
}
COUNTRY_CODE = "cac:PostalAddress/cac:Country/cbc:IdentificationCode"

SELLER, BUYER = PARTIES["seller"], PARTIES["buyer"]
MEANS, ACCOUNT = "cac:PaymentMeans", "cac:PaymentMeans/cac:PayeeFinancialAccount"
BRANCH = f"{ACCOUNT}/cac:FinancialInstitutionBranch/cbc:ID"
DOCUMENT = "cac:AdditionalDocumentReference"
NATIONAL: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("NO", f"{SELLER}/cac:PartyTaxScheme/cbc:CompanyID", (
        "Foretaksregisteret", " Foretaksregisteret ", "NO987654325MVA", "NO987654324MVA", "NO987654325",
        "no987654325mva", "NO98765432٥MVA",
    )),
    ("NO", f"{SELLER}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID", ("TAX", "VAT", " TAX ", "vat")),
    ("DK", f"{MEANS}/cbc:PaymentMeansCode", (
        "1", "10", "31", "42", "48", "49", "50", "58", "59", "93", "97", "30", "5", " 50", "31 42",
    )),
    ("DK", f"{MEANS}/cbc:PaymentID", (
        "01#", "04#1234567890123456", "15#123456789012345", "71#123456789012345", "73#", "75#1234567890123456", "1#",
        " 71#", "",
    )),
    ("DK", f"{ACCOUNT}/cbc:ID", ("12345678", "1234567", "123456", "1234567a", "", " 12345678", "١٢٣٤٥٦٧٨")),
    ("DK", BRANCH, ("1234", "", " ")),
    ("DK", f"{MEANS}/cac:PaymentMandate/cbc:ID", ("M1", "")),
    ("DK", f"{MEANS}/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID", ("1234567", "")),
    ("DK", f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID", ("DK13585628", "13585628", "", "DK1358562", "dk13585628")),
    ("DK", "cac:AllowanceCharge/cbc:AllowanceChargeReasonCode", ("ZZZ", "zzz", " ZZZ")),
    ("DK", "cac:AllowanceCharge/cbc:AllowanceChargeReason", (
        "0123", "9999", "12345", "a#b", "#a", "a#", " 123", "1e3 ", "-001", "1e03",
    )),
    ("DK", "cac:InvoiceLine/cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode", ("43211503", "")),
    ("DK", "cac:LegalMonetaryTotal/cbc:PayableAmount", ("-1", "-0.00", "x", "0", " -5 ")),
    ("IT", f"{SELLER}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID", ("TAX", "VAT", "IRPEF")),
    ("IT", f"{SELLER}/cac:PartyTaxScheme/cbc:CompanyID", (
        "RSSMRA85T10A562S", "00743110157", "rssmra85t10a562s", "0074311015", "IT00743110157", "ITX", "",
    )),
    ("IT", f"{SELLER}/cac:PostalAddress/cbc:PostalZone", ("00100", "")),
    ("IT", f"{SELLER}/cac:PostalAddress/cbc:CityName", ("Roma", "")),
    ("IT", f"{SELLER}/cac:PostalAddress/cbc:StreetName", ("Via", "")),
    ("SE", f"{MEANS}/cbc:PaymentMeansCode", ("30", "31", "50", "56", " 30 ", "31 ")),
    ("SE", BRANCH, ("SE:BANKGIRO", "SE:PLUSGIRO", "se:bankgiro", " SE:BANKGIRO ", "9900")),
    ("SE", f"{ACCOUNT}/cbc:ID", ("1234567", "12345678", "123-4567", "1", "123456789", "1e5", "NaN", "-1234567", "INF")),
    ("SE", f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID", (
        "5560125790", "5560125791", "556012-5790", "556012579", "1e9", "٥٥٦٠١٢٥٧٩٠", "NaN", "+556012579",
        "0000000000",
    )),
    ("SE", f"{SELLER}/cac:PartyTaxScheme/cbc:CompanyID", (
        "SE556012579001", "SE55601257901", "SE55601257900X", "se556012579001", "SE 55601257901", "SE1234567890e1",
        "Godkänd för F-skatt", "GODKÄND FÖR F-SKATT", "godkänd  för\nf-skatt", "Godka\u0308nd för F-skatt", "Nej",
    )),
    ("SE", f"{SELLER}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID", ("VAT", "TAX", "vat", " VAT")),
    ("GR", "cbc:ID", (
        "094259216|31/12/2024|1|1.1|A|B", "094259216|01/02/2024|0|1.6||B", "094259217|1/2/2024|-1|9.9|A|",
        "094259216|31-12-2024|x|2.1|A", "|||||", "a|b", "094259216|2024-12-31|1.5|1.1|A|B|C",
        "09425921٦|31/12/2024|1e2| 1.1|A| ",
    )),
    ("GR", "cbc:IssueDate", ("2024-12-31", "2024-02-01", "31/12/2024")),
    ("GR", f"{DOCUMENT}/cbc:DocumentDescription", ("##M.AR.K##", "##INVOICE|URL##", "##m.ar.k##", " ##M.AR.K##")),
    ("GR", f"{DOCUMENT}/cbc:ID", ("400001234567890", "0", "-1", "x", "1.5", "1e3", "")),
    ("GR", f"{DOCUMENT}/cac:Attachment/cac:ExternalReference/cbc:URI", ("https://example.gr", "")),
    ("GR", f"{SELLER}/cac:PartyTaxScheme/cbc:CompanyID", (
        "EL094259216", "EL094259217", "GR094259216", "EL09425921", "EL", "EL09425921٦", "EL094259216 ",
        "EL0942592161",
    )),
    ("GR", f"{BUYER}/cac:PartyTaxScheme/cbc:CompanyID", ("EL094259216", "EL123", "GR094259216", "")),
    ("GR", f"{BUYER}/cbc:EndpointID", ("094259216", "123", "")),
    ("IS", f"{DOCUMENT}/cbc:DocumentDescription", ("EINDAGI", "eindagi", " EINDAGI")),
    ("IS", f"{DOCUMENT}/cbc:ID", ("2024-12-31", "2024-02-30", "2000-01-01", "31.12.2024", "2024-12-31Z", "")),
    ("IS", "cbc:DueDate", ("2024-12-31", "2025-01-01", "x", "")),
    ("IS", f"{MEANS}/cbc:PaymentMeansCode", ("9", "42", " 9", "09")),
    ("IS", f"{ACCOUNT}/cbc:ID", ("123456789012", "12345678901", " 123456789012 ", "")),
    ("IS", f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID", ("5503730449", "")),
    ("IS", f"{BUYER}/cac:PartyLegalEntity/cbc:CompanyID", ("5503730449", "")),
    ("NL", f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID", ("12345678", "", " ", "12345678901234567890")),
    ("NL", f"{BUYER}/cac:PartyLegalEntity/cbc:CompanyID", ("12345678", "")),
    ("NL", f"{MEANS}/cbc:PaymentMeansCode", ("30", "48", "49", "57", "58", "59", "42", "ZZZ", " 30 ")),
    ("NL", "cac:LegalMonetaryTotal/cbc:PayableAmount", ("0", "-1", "x", "1e2", "")),
    ("NL", "cac:InvoiceLine/cac:OrderLineReference/cbc:LineID", ("1", "")),
    ("NL", "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID", ("1", "")),
    ("NL", "cac:TaxRepresentativeParty/cac:PostalAddress/cbc:StreetName", ("Straat", "")),
    ("NL", f"{SELLER}/cac:PartyTaxScheme/cbc:CompanyID", (
        "NL123456789B12", "NL123456789B1", "nl123456789b12", " NL123456789B12",
    )),
    ("DE", f"{SELLER}/cac:Contact/cbc:Name", ("Amt", "", " ")),
    ("DE", f"{SELLER}/cac:Contact/cbc:Telephone", ("+49 123", "12", "١٢٣", "a1b2c3", "1\n2\n3", "")),
    ("DE", f"{SELLER}/cac:Contact/cbc:ElectronicMail", (
        "a@b.de", "a@b", "a@b@c.de", "a @b.de", ".a@b.de", "a@b.de.", "a\u00a0b@c.de", "",
    )),
    ("DE", f"{MEANS}/cbc:PaymentMeansCode", ("58", "59", "30", "48", "54", "55", " 58 ")),
    ("DE", f"{ACCOUNT}/cbc:ID", (
        "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "DE88370400440532013000", "de89370400440532013000",
        "DE", "DE89", "DE89370400440532013ä00", "DE89\t370400440532013000", "NO9386011117947",
    )),
    ("DE", f"{MEANS}/cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID", (
        "DE89370400440532013000", "DE00", "XX00A", "",
    )),
    ("DE", f"{MEANS}/cac:PaymentMandate/cbc:ID", ("M1", "")),
    ("DE", f"{MEANS}/cac:CardAccount/cbc:PrimaryAccountNumberID", ("1234", "")),
    ("DE", "cac:PaymentTerms/cbc:Note", (
        "#SKONTO#TAGE=14#PROZENT=2.00#\n", "#SKONTO#TAGE=14#PROZENT=2.00#",
        "#SKONTO#TAGE=14#PROZENT=2.00#BASISBETRAG=-10.00#\n", "text\n#SKONTO#TAGE=1#PROZENT=2.0#\n",
        "#SKONTO#TAGE=7#PROZENT=3.00#\n#SKONTO#TAGE=14#PROZENT=2.00#\n \n", " #SKONTO#TAGE=14#PROZENT=2.00#\r\n",
        "#VERZUG#",
    )),
    ("DE", f"{DOCUMENT}/cac:Attachment/cac:ExternalReference/cbc:URI", ("https://a.de", "a.de", "x:", "+a:b", "")),
    ("DE", f"{SELLER}/cac:PartyIdentification/cbc:ID", ("DE98ZZZ09999999999", "")),
    ("DE", f"{SELLER}/cac:PostalAddress/cbc:PostalZone", ("10115", "", " ")),
    ("DE", f"{BUYER}/cac:PostalAddress/cbc:CityName", ("Berlin", "", "\u00a0")),
    ("DE", "cac:Delivery/cac:DeliveryLocation/cac:Address/cbc:CityName", ("Berlin", "")),
    ("DE", "cbc:BuyerReference", ("04011000-12345-34", "", "\n")),
    ("DE", "cbc:InvoiceTypeCode", ("326", "384", " 384", "389")),
)  # fmt: skip
CATEGORIES = ("AE", "E", "G", "K", "L", "M", "O", "S", "Z", "B", "IC", "s", " S ", "SS", "")
RATES = (
    "0",
    "0.00",
    "25",
    "25.0",
    "24",
    "25.5",
    "12",
    "6",
    "10",
    "14",
    "-1",
    "100",
    "0.5",
    "33.3333333333333333",
    "x",
    "1e1",
    "NaN",
)
ATTRIBUTE_CODES = {
    "currencyID": ("EUR", "SEK", "NOK", "DKK", "eur", " EUR", "EUR ", "XXX", "", "EUR SEK", "E"),
    "unitCode": ("C62", "EA", "HUR", "XPP", "ZZ", "c62", " C62", "C62 EA", "", "999"),
    "mimeCode": ("application/pdf", "image/png", "text/csv", "image/gif", "Application/PDF", " application/pdf", ""),
    "listID": ("TST", "STI", "HS", "ZZZ", "tst", " TST ", "", "TST STI", "X"),
    "listVersionID": ("19.05.01", "19.0501", "26.08.01", "", "1"),
    "schemeID": (*SCHEME_NUMBERS, "0000", "9999", " 0088", "0088 ", "0007 0088", "gln", "ABC", "VAT"),
    "name": ("Credit transfer", "", " "),
    "filename": ("a.pdf", "b.pdf", "", " a.pdf"),
    "languageID": ("en", "fi", "", "xx"),
}
ADDED_ATTRIBUTES = (
    *("schemeID", "schemeID", "currencyID", "unitCode", "listID", "listVersionID", "mimeCode", "filename", "name"),
    *("languageID", "schemeAgencyID", "schemeName", "schemeURI", "schemeDataURI", "schemeVersionID", "listAgencyID"),
    *("listAgencyName", "listName", "listURI", "listSchemeURI", "unitCodeListID", "unitCodeListAgencyID", "format"),
    *(
        "currencyCodeListVersionID",
        "encodingCode",
        "characterSetCode",
        "uri",
        "languageLocaleID",
        "id",
        "unknown",
        "xmlnsx",
    ),
    *(
        "currencyid",
        "SchemeID",
        f"{{{XML}}}lang",
        f"{{{XML}}}space",
        f"{{{XML}}}id",
        f"{{{XML}}}base",
        f"{{{XSI}}}type",
    ),
    *(
        f"{{{XSI}}}nil",
        f"{{{XSI}}}schemaLocation",
        f"{{{FOREIGN}}}schemeID",
        f"{{{FOREIGN}}}currencyID",
        f"{{{CBC}}}currencyID",
    ),
)
LISTS = {
    "DocumentCurrencyCode": "currencies", "TaxCurrencyCode": "currencies", "IdentificationCode": "countries",
    "PaymentMeansCode": "payment_means", "InvoiceTypeCode": "invoice_types", "CreditNoteTypeCode": "invoice_types",
    "AllowanceChargeReasonCode": "allowance_reasons charge_reasons", "TaxExemptionReasonCode": "vatex",
    "DescriptionCode": "vat_point_codes", "@currencyID": "currencies", "@unitCode": "units", "@mimeCode": "mime_types",
    "@listID": "item_classification", "EndpointID@schemeID": "eas", "@schemeID": "icd", "ID": "vat_categories",
}  # fmt: skip
"""The code lists of an element, an attribute, or an attribute of an element."""
OTHER_CODES = {
    "ChargeIndicator": ("true", "false", "0", "1", "TRUE", "False", " true ", "", "yes", "tru"),
    "DocumentTypeCode": ("130", "50", "916", "380", " 130", "", "130 50"),
    "CustomizationID": (
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0#conformant#urn:x",
        "urn:cen.eu:en16931:2017",
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.00",
        " urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0 ",
    ),
    "ProfileID": (
        "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0",
        "urn:fdc:peppol.eu:2017:poacc:billing:02:1.0",
        "urn:peppol:bis:billing_with_response",
        "urn:peppol:france:billing:regulated",
        "urn:fdc:peppol.eu:2017:poacc:billing:99:1.0",
        " urn:fdc:peppol.eu:2017:poacc:billing:01:1.0\n",
    ),
    "Note": ("#AAI#text", "#ABC#", "#ZZZ#x", "##", "#", "AAI#", "#AAI#SUR#"),
}


@cache
def listed(lists: str) -> tuple[str, ...]:
    """Return the codes of the *lists*, in a fixed order."""
    return tuple(sorted({code for name in lists.split() for code in codes(name)}))


def other_code(old: str, lists: str, chance: Random) -> tuple[str, str]:
    """Return a kind, and another code of *lists* or a bad one in place of *old*."""
    known = listed(lists)
    kind = chance.choice(
        ("another", "another", "another", "lower case", "blanks around", "blank inside", "two", "unknown")
    )
    new = {
        "another": chance.choice(known),
        "lower case": old.lower() if old != old.lower() else old.upper(),
        "blanks around": f"{chance.choice(BLANKS)}{old}{chance.choice(BLANKS)}",
        "blank inside": f"{old[:1]}{chance.choice(BLANKS)}{old[1:]}",
        "two": f"{old}{chance.choice(' ,|')}{chance.choice(known)}",
        "unknown": chance.choice(("ZZZZ", "0", "XXX", "999", "", f"{old}x", f"{old}{old}", old[:-1], old[1:])),
    }[kind]
    return kind, new


def put(element: etree._Element, new: str, kind: str) -> str | None:
    """Write *new* into a leaf and say so; None when nothing changed."""
    old = element.text or ""
    if old == new:
        return None
    element.text = new
    return f"{kind} at {place(element)}: {brief(old)} -> {brief(new)}"


# ---------------------------------------------------------------------------------------------------------------
# Operations on the tree: elements


def drop(work: Work, chance: Random) -> str | None:
    """Take an element out."""
    if (element := inner(work, chance)) is None:
        return None
    said = place(element)
    remove(element)
    return said


def duplicate(work: Work, chance: Random) -> str | None:
    """Write an element twice: behind itself or at the end of its parent."""
    if (element := inner(work, chance)) is None:
        return None
    said = place(element)
    if chance.random() < 0.6:
        element.addnext(copy.deepcopy(element))
        return said
    parent = element.getparent()
    assert parent is not None
    parent.append(copy.deepcopy(element))
    return f"{said}, the second at the end"


def reorder(work: Work, chance: Random) -> str | None:
    """Move an element among its siblings."""
    element = pick([e for e in work.elements()[1:] if len(e.getparent()) > 1], chance)  # type: ignore[arg-type]
    if element is None:
        return None
    parent = element.getparent()
    assert parent is not None
    old, new = parent.index(element), chance.randrange(len(parent))
    if old == new:
        return None
    said = place(element)
    remove(element)
    parent.insert(new, element)
    return f"{said} from {old} to {new}"


def move(work: Work, chance: Random) -> str | None:
    """Move an element under another parent."""
    if (element := inner(work, chance)) is None:
        return None
    below = set(element.iter())
    homes = [e for e in work.elements() if e not in below and e is not element.getparent() and (len(e) or not e.text)]
    home = pick(homes, chance)
    if home is None:
        return None
    said = f"{place(element)} into {place(home)}"
    remove(element)
    home.insert(chance.choice((0, len(home))), element)
    return said


def swap(work: Work, chance: Random) -> str | None:
    """Let two elements change places, or their texts."""
    one, other = inner(work, chance), inner(work, chance)
    if one is None or other is None or one is other or one in set(other.iter()) or other in set(one.iter()):
        return None
    said = f"{place(one)} and {place(other)}"
    if not len(one) and not len(other) and chance.random() < 0.6:
        one.text, other.text = other.text, one.text
        return f"texts of {said}"
    mark = etree.Comment("")
    first, second = one.getparent(), other.getparent()
    assert first is not None
    assert second is not None
    second.replace(other, mark)
    first.replace(one, other)
    second.replace(mark, one)
    return said


def rename(work: Work, chance: Random) -> str | None:
    """Give an element another name: of UBL, of another namespace, of none, in another case."""
    if (element := (work.root if chance.random() < 0.01 else inner(work, chance))) is None:
        return None
    name = local(element)
    other = local(chance.choice(work.elements()))
    uri = str(element.tag)[1:].partition("}")[0]
    swapped = CBC if uri == CAC else CAC
    near = {"Invoice": "CreditNote", "CreditNote": "Invoice", "Supplier": "Customer", "Customer": "Supplier"}
    twin = re.sub("CreditNote|Invoice|Supplier|Customer", lambda found: near[found[0]], name, count=1)
    new = chance.choice(
        (
            *(f"{{{uri}}}{other}", f"{{{uri}}}{other}", f"{{{swapped}}}{name}", f"{{{swapped}}}{name}", name),
            *(f"{{{FOREIGN}}}{name}", f"{{{uri}}}{name.swapcase()}", f"{{{uri}}}{name}x", f"{{{uri}}}x{name}"),
            *(f"{{{uri}}}{twin}", f"{{{INVOICE}}}{name}", f"{{{EXT}}}{name}"),
        )
    )
    if new == element.tag:
        return None
    said = f"{place(element)} to {short_name(new)}"
    element.tag = new
    return said


def foreign(work: Work, chance: Random) -> str | None:
    """Put in an element that does not belong: of a foreign namespace, of none, or of UBL from elsewhere."""
    elements = work.elements()
    home = pick([e for e in elements if len(e)] or elements, chance)
    assert home is not None
    known = chance.choice(elements)
    tag = chance.choice(
        (
            *(
                f"{{{FOREIGN}}}note",
                f"{{{FOREIGN}}}{local(known)}",
                f"{{{FOREIGN}}}PayableAmount",
                local(known),
                "Amount",
            ),
            *(f"{{{FOREIGN}}}x.-BinaryObject", f"{{{EXT}}}UBLExtensions", f"{{{CBC}}}UBLVersionID", str(known.tag)),
            *(
                f"{{{CBC}}}UUID",
                f"{{{CBC}}}CopyIndicator",
                f"{{{CAC}}}Signature",
                f"{{{CAC}}}TaxTotal",
                f"{{{FOREIGN}}}ID",
            ),
            *(f"{{{CBC}}}TestAmount", f"{{{CAC}}}PaymentTerms", f"{{{CAC}}}AllowanceCharge"),
        )
    )
    element = etree.Element(tag)
    element.text = chance.choice((None, None, "text", " ", "1.005", "0.123"))
    if chance.random() < 0.4:
        child = etree.SubElement(
            element, chance.choice((f"{{{CBC}}}ID", f"{{{FOREIGN}}}inner", str(known.tag), "Amount"))
        )
        child.text = chance.choice((None, "1.234", "VAT", "S"))
    home.insert(chance.randint(0, len(home)), element)
    return f"{short_name(tag)} with {brief(element.text)} and {len(element)} children in {place(home)}"


def graft(work: Work, chance: Random) -> str | None:
    """Hang a copy of a part, or of all, somewhere below: contexts that begin with // meet it again."""
    elements = work.elements()
    if len(elements) > 600:
        return None
    part = work.root if chance.random() < 0.3 else pick([e for e in elements if len(e)], chance)
    home = pick([e for e in elements if len(e)] or elements, chance)
    if part is None or home is None:
        return None
    said = f"{place(part)} below {place(home)}"
    again = copy.deepcopy(part)
    if chance.random() < 0.4:
        tag = chance.choice((f"{{{EXT}}}ExtensionContent", f"{{{FOREIGN}}}wrap", f"{{{CAC}}}Party", "wrap"))
        home.append(etree.Element(tag))
        home[-1].append(again)
        return f"{said} in {short_name(tag)}"
    home.append(again)
    return said


def empty(work: Work, chance: Random) -> str | None:
    """Leave an element without children and text, sometimes without attributes."""
    if (element := inner(work, chance)) is None:
        return None
    for child in list(element):
        element.remove(child)
    element.text = chance.choice((None, None, "", " ", "\n  ", "\u00a0", "\t"))
    if chance.random() < 0.4:
        element.attrib.clear()
    return f"{place(element)}, left with {brief(element.text)} and {len(element.attrib)} attributes"


def empty_root(work: Work, chance: Random) -> str | None:
    """Leave nothing but the root."""
    for child in list(work.root):
        work.root.remove(child)
    work.root.text = chance.choice((None, " ", "\n\n", "text"))
    return f"left with {brief(work.root.text)}"


def repeat(work: Work, chance: Random) -> str | None:
    """Repeat a line, an allowance or a subtotal many times."""
    names = (
        "InvoiceLine",
        "CreditNoteLine",
        "InvoiceLine",
        "AllowanceCharge",
        "TaxSubtotal",
        "TaxTotal",
        "PaymentMeans",
    )
    found = [e for e in all_named(work, *dict.fromkeys(names)) if len(e) < 60]
    if not found:
        return None
    element = chance.choice(found)
    times = chance.choice((3, 10, 50, 50, 50, 200)) if sum(1 for _ in element.iter()) < 60 else 10
    number = chance.random() < 0.5
    for count in range(times, 0, -1):
        again = copy.deepcopy(element)
        if number and (own := again.find(f"{{{CBC}}}ID")) is not None:
            own.text = f"{own.text}-{count}"
        element.addnext(again)
    return f"{place(element)} {times} times{', each with a number of its own' if number else ''}"


def deep(work: Work, chance: Random) -> str | None:
    """Wrap an element in many levels."""
    if (element := inner(work, chance)) is None:
        return None
    levels = chance.choice((5, 20, 20, 60, 150))  # Saxon's parser takes 200
    tag = chance.choice((f"{{{CAC}}}Party", f"{{{FOREIGN}}}level", str(element.tag), f"{{{CAC}}}InvoiceLine", "level"))
    said = f"{place(element)} in {levels} levels of {short_name(tag)}"
    parent = element.getparent()
    assert parent is not None
    outer = etree.Element(tag)
    parent.replace(element, outer)
    for _ in range(levels - 1):
        outer = etree.SubElement(outer, tag)
    outer.append(element)
    return said


# ---------------------------------------------------------------------------------------------------------------
# Operations on the tree: texts


def text(work: Work, chance: Random) -> str | None:
    """Write another text into a leaf."""
    element = pick([e for e in work.elements() if not len(e)], chance)
    return None if element is None else put(element, chance.choice(TEXTS), "any")


def blanks(work: Work, chance: Random) -> str | None:
    """Put blanks around a text, or into it."""
    if (element := leaf(work, chance)) is None:
        return None
    old = element.text or ""
    blank = chance.choice(BLANKS) * chance.choice((1, 1, 2))
    cut = chance.randint(0, len(old))
    new = chance.choice((blank + old, old + blank, blank + old + chance.choice(BLANKS), old[:cut] + blank + old[cut:]))
    return put(element, new, "blanks")


def letters(work: Work, chance: Random) -> str | None:
    """Write a text in another case or in another Unicode form, cut or lengthen it."""
    if (element := leaf(work, chance)) is None:
        return None
    old = element.text or ""
    forms = (old.lower(), old.upper(), old.swapcase(), unicodedata.normalize("NFD", old), old[:-1], old[1:], old * 2)
    return put(
        element, chance.choice((*forms, f"x{old}", f"{old}x", old[::-1], "".join(f"{c} " for c in old))), "letters"
    )


def number(work: Work, chance: Random) -> str | None:
    """Write a number in another form, or another number."""
    found = [e for e in work.elements() if e.text and not len(e) and NUMBER.match(e.text)]
    wanted = [e for e in found if NUMERIC.search(local(e))]
    element = pick(wanted if wanted and chance.random() < 0.9 else found, chance)
    if element is None or len(element.text or "") > 100:
        return None
    kind, new = number_form(Decimal((element.text or "").strip()), chance)
    return put(element, new, kind)


def numbers(work: Work, chance: Random) -> str | None:
    """Write all numbers of one name, or of the document, in another form."""
    found = [e for e in work.elements() if not len(e) and NUMERIC.search(local(e)) and NUMBER.match(e.text or "")]
    found = [e for e in found if len(e.text or "") < 100]
    if not found:
        return None
    name = local(chance.choice(found))
    if chance.random() < 0.6:
        found = [e for e in found if local(e) == name]
        said = f"every {name}"
    else:
        said = "every number"
    forms: tuple[tuple[str, Callable[[str], str]], ...] = (
        ("negated", lambda old: format(-Decimal(old), "f")),
        ("plus sign", lambda old: f"+{old.lstrip('+-')}"),
        ("trailing zeros", lambda old: f"{old}{'' if '.' in old else '.'}00"),
        ("half a cent more", lambda old: format(Decimal(old) + Decimal("0.005"), "f")),
        ("a cent more", lambda old: format(Decimal(old) + Decimal("0.01"), "f")),
        ("times 10^12", lambda old: format(Decimal(old) * 10**12, "f")),
        ("zero", lambda old: "0"),
        ("blanks around", lambda old: f"\n\t {old} "),
        ("to whole numbers", lambda old: f"{Decimal(old):.0f}"),
        ("exponent", lambda old: f"{Decimal(old):e}"),
    )
    kind, form = chance.choice(forms)
    for element in found:
        element.text = form((element.text or "").strip())
    return f"{said} {kind} ({len(found)} places)"


def halves(work: Work, chance: Random) -> str | None:
    """Set amounts whose product lies on half a cent, or on the edge of the tolerance."""
    places = ("subtotal", "line", "allowance", "totals")
    kind = chance.choice(places)
    minus = chance.choice(("", "", "-"))
    if kind == "subtotal":
        found = all_named(work, "TaxSubtotal")
        base, rate = chance.choice(
            (("0.10", "25"), ("0.50", "25"), ("2.50", "25"), ("0.02", "25"), ("100.10", "12.5"), ("0.30", "5"))
        )
        due = Decimal(base) * Decimal(rate) / 100
        new = {"cbc:TaxableAmount": minus + base, "cac:TaxCategory/cbc:Percent": rate}
        new["cbc:TaxAmount"] = minus + format(
            due + Decimal(chance.choice(("0.005", "-0.005", "0", "0.995", "-1", "1"))), "f"
        )
    elif kind == "line":
        found = all_named(work, "InvoiceLine", "CreditNoteLine")
        price, base = chance.choice(
            (("1.005", "1"), ("10", "3"), ("0.005", "1"), ("1", "7"), ("2.675", "1"), ("1.1", "0"))
        )
        line = (Decimal(price) / (Decimal(base) or 1)).quantize(Decimal("0.001"))
        line += Decimal(chance.choice(("0.02", "-0.02", "0.021", "-0.021", "0.005", "0", "0.0200000000000001")))
        quantity = "cbc:CreditedQuantity" if found and local(found[0]).startswith("Credit") else "cbc:InvoicedQuantity"
        new = {quantity: "1", "cac:Price/cbc:PriceAmount": price, "cac:Price/cbc:BaseQuantity": base}
        new["cbc:LineExtensionAmount"] = format(line, "f")
    elif kind == "allowance":
        found = all_named(work, "AllowanceCharge")
        base, rate = chance.choice((("100", "10"), ("0.10", "25"), ("1", "33.333"), ("-50", "3"), ("0.3", "100")))
        amount = Decimal(base) * Decimal(rate) / 100 + Decimal(
            chance.choice(("0.02", "-0.02", "0.0201", "-0.03", "0", "0.005"))
        )
        new = {"cbc:BaseAmount": base, "cbc:MultiplierFactorNumeric": rate, "cbc:Amount": format(amount, "f")}
    else:
        found = all_named(work, "LegalMonetaryTotal")
        value = chance.choice(
            ("0.005", "-0.005", "1.015", "2.675", "0.1", "-0.01", "1000000000000000.01", "0.994999999999999")
        )
        names = (
            "LineExtension",
            "TaxExclusive",
            "TaxInclusive",
            "AllowanceTotal",
            "ChargeTotal",
            "Prepaid",
            "PayableRounding",
            "Payable",
        )
        new = {f"cbc:{name}Amount": value for name in chance.sample(names, chance.randint(1, 3))}
    if not found:
        return None
    element = chance.choice(found)
    for path, value in new.items():
        reach(element, path).text = value
    return f"{place(element)}: " + ", ".join(f"{path} {value}" for path, value in new.items())


def date(work: Work, chance: Random) -> str | None:
    """Change a date: impossible, in another form, or another day."""
    found = [e for e in work.elements() if not len(e) and (local(e).endswith("Date") or DATE.match(e.text or ""))]
    if (element := pick(found, chance)) is None:
        return None
    old = element.text or ""
    others = [e.text or "" for e in found]
    forms = (
        f"{old}Z",
        f"{old}+02:00",
        f"{old}-05:00",
        f"{old}T00:00:00",
        f"1{old}",
        f" {old}",
        f"{old}\n",
        f"-{old}",
        old[2:],
    )
    day = f"{old[:8]}{chance.randint(0, 32):02}"
    return put(element, chance.choice((chance.choice(DATES), chance.choice(forms), day, chance.choice(others))), "date")


def code(work: Work, chance: Random) -> str | None:
    """Change a code: another one of its list, in lower case, with blanks, two in one, unknown."""

    def lists(element: etree._Element) -> str | None:
        name = local(element)
        if name == "ID":
            parent = element.getparent()
            if parent is None or not local(parent).endswith(("TaxCategory", "TaxScheme")):
                return None
        return LISTS.get(name) or (name if name in OTHER_CODES else None)

    found = [e for e in work.elements() if not len(e) and lists(e)]
    if (element := pick(found, chance)) is None:
        return None
    parent = element.getparent()
    if local(element) == "ID" and parent is not None and local(parent) == "TaxScheme":
        return put(
            element, chance.choice(("VAT", "vat", "Vat", " VAT ", "TAX", "GST", "VAT VAT", "", "V A T")), "scheme"
        )
    if local(element) in OTHER_CODES:
        return put(element, chance.choice(OTHER_CODES[local(element)]), "code")
    name = lists(element)
    assert name
    kind, new = other_code(element.text or "", name, chance)
    return put(element, new, kind)


def identifier(work: Work, chance: Random) -> str | None:
    """Write a number of some scheme, good or spoilt, with or without its scheme."""
    element = pick(all_named(work, "EndpointID", "CompanyID", "ID", "URI", "ItemClassificationCode"), chance)
    if element is None:
        return None
    scheme = chance.choice(list(SCHEME_NUMBERS))
    new = SCHEME_NUMBERS[scheme]
    at = chance.randrange(len(new))
    spoilt = {
        "good": new,
        "another digit": f"{new[:at]}{chance.randint(0, 9)}{new[at + 1 :]}",
        "one digit less": new[:at] + new[at + 1 :],
        "one digit more": f"{new[:at]}{chance.randint(0, 9)}{new[at:]}",
        "a letter": f"{new[:at]}x{new[at + 1 :]}",
        "lower case": new.lower(),
        "a blank": f"{new[:at]}{chance.choice(BLANKS)}{new[at:]}",
        "blanks around": f" {new}\n",
        "Arabic digits": new.translate({48 + n: 0x660 + n for n in range(10)}),
        "zeros": "0" * len(new),
        "empty": "",
        "one character": new[:1],
    }
    kind = chance.choice(("good", "good", *spoilt))
    element.text = spoilt[kind]
    if kind == "good" or chance.random() < 0.8:
        element.set("schemeID", scheme)
    return f"{place(element)}: {brief(element.text)} of {scheme!r} ({kind})"


def country(work: Work, chance: Random) -> str | None:
    """Let the seller, the buyer or both be of another country: address, VAT number, schemes."""
    said = []
    both = chance.choice((("seller",), ("buyer",), ("seller", "buyer"), ("seller", "buyer"), ("tax representative",)))
    land = chance.choice(list(COUNTRIES))
    for role in both:
        if role == "buyer" and chance.random() < 0.2:
            land = chance.choice(list(COUNTRIES))
        vat, schemes = COUNTRIES[land]
        party = reach(work.root, PARTIES[role])
        done = []
        if chance.random() < 0.9:
            spelling = chance.choice((land, land, land, land, land.lower(), f" {land}", f"{land}\n"))
            reach(party, COUNTRY_CODE).text = spelling
            done.append(f"country {spelling!r}")
        if chance.random() < 0.6:
            spelling = chance.choice((vat, vat, vat, vat.lower(), f" {vat}", vat[:-1], vat[:2], vat[2:]))
            reach(party, "cac:PartyTaxScheme/cbc:CompanyID").text = spelling
            if chance.random() < 0.8:
                reach(party, "cac:PartyTaxScheme/cac:TaxScheme/cbc:ID").text = "VAT"
            done.append(f"VAT number {spelling!r}")
        for path in ("cbc:EndpointID", "cac:PartyLegalEntity/cbc:CompanyID", "cac:PartyIdentification/cbc:ID"):
            if chance.random() < 0.35:
                scheme = chance.choice(schemes)
                held = reach(party, path)
                held.set("schemeID", scheme)
                held.text = SCHEME_NUMBERS.get(scheme, "1")
                done.append(f"{path} {held.text!r} of {scheme}")
        said.append(f"{role} {', '.join(done)}" if done else role)
    return "; ".join(said)


def national(work: Work, chance: Random) -> str | None:
    """Wake up the rules of one country: both parties there, and values that its rules ask about."""
    land = chance.choice(list(dict.fromkeys(row[0] for row in NATIONAL)))
    said = [land]
    for role in ("seller", "buyer")[: chance.choice((1, 2, 2, 2))]:
        party = reach(work.root, PARTIES[role])
        reach(party, COUNTRY_CODE).text = land
        if (vat := party.find(f"{{{CAC}}}PartyTaxScheme/{{{CBC}}}CompanyID")) is not None and chance.random() < 0.7:
            vat.text = COUNTRIES[land][0]
        said.append(role)
    rows = [row for row in NATIONAL if row[0] == land]
    for _, path, values in chance.sample(rows, min(len(rows), chance.randint(1, 3))):
        if work.root.tag == ROOTS[1]:
            path = path.replace("InvoiceLine", "CreditNoteLine").replace(
                "cbc:InvoiceTypeCode", "cbc:CreditNoteTypeCode"
            )
        value = chance.choice(values)
        element = reach(work.root, path)
        element.text = value
        if path.endswith("ItemClassificationCode"):
            element.set("listID", "TST")
            element.set("listVersionID", chance.choice(ATTRIBUTE_CODES["listVersionID"]))
        elif path.endswith(("CompanyID", "EndpointID", "PartyIdentification/cbc:ID")) and chance.random() < 0.6:
            element.set("schemeID", chance.choice((*COUNTRIES[land][1], "SEPA", "0088")))
        said.append(f"{path} {value!r}")
    return ", ".join(said)


def category(work: Work, chance: Random) -> str | None:
    """Change VAT categories and rates: at one place, at lines, allowances or the breakdown, or everywhere."""
    found = all_named(work, "TaxCategory", "ClassifiedTaxCategory")
    if not found:
        return None
    where = chance.choice(("one", "one", "lines", "allowances", "breakdown", "everywhere", "everywhere"))
    if where == "one":
        found = [chance.choice(found)]
        where = place(found[0])
    else:
        parents = {"lines": "Item", "allowances": "AllowanceCharge", "breakdown": "TaxSubtotal"}
        wanted = parents.get(where)
        found = [e for e in found if wanted is None or ((up := e.getparent()) is not None and local(up) == wanted)]
    if not found:
        return None
    new = chance.choice(CATEGORIES) if chance.random() < 0.85 else None
    rate = chance.choice((None, None, "drop", *RATES, "0", "0"))
    reason = chance.choice(
        (None, None, None, "drop", "text", *(c for c in listed("vatex") if c.startswith("VATEX-EU")))
    )
    for element in found:
        if new is not None:
            reach(element, "cbc:ID").text = new
        if rate == "drop":
            for percent in element.findall(f"{{{CBC}}}Percent"):
                remove(percent)
        elif rate is not None:
            reach(element, "cbc:Percent").text = rate
        if reason == "drop":
            for held in element.findall(f"{{{CBC}}}TaxExemptionReason") + element.findall(
                f"{{{CBC}}}TaxExemptionReasonCode"
            ):
                remove(held)
        elif reason == "text":
            reach(element, "cbc:TaxExemptionReason").text = "because"
        elif reason is not None:
            reach(element, "cbc:TaxExemptionReasonCode").text = reason
    return f"{where} ({len(found)}): category {new!r}, rate {rate!r}, reason {reason!r}"


# ---------------------------------------------------------------------------------------------------------------
# Operations on the tree: attributes, comments, blanks


def attribute(work: Work, chance: Random) -> str | None:
    """Change the value of an attribute, or give it another name."""
    if (element := pick([e for e in work.elements() if e.attrib], chance)) is None:
        return None
    name = chance.choice([str(key) for key in element.attrib])
    old = str(element.attrib[name])
    if chance.random() < 0.15:
        del element.attrib[name]
        new = (
            chance.choice((name.swapcase(), f"{{{FOREIGN}}}{name}", f"x{name}", "schemeID"))
            if name[0] != "{"
            else "free"
        )
        element.set(new, old)
        return f"{place(element)}/@{short_name(name)} renamed @{short_name(new)}"
    lists = LISTS.get(f"{local(element)}@{name}") or LISTS.get(f"@{name}")
    draw = chance.random()
    if lists and draw < 0.5:
        new = other_code(old, lists, chance)[1]
    elif draw < 0.85:
        new = chance.choice(ATTRIBUTE_CODES.get(name, TEXTS))
    else:
        new = chance.choice((f" {old}", f"{old} ", f"{old}\n", old.lower(), old.upper(), "", chance.choice(TEXTS)))
    if new == old:
        return None
    element.set(name, new)
    return f"{place(element)}/@{short_name(name)}: {brief(old)} -> {brief(new)}"


def attribute_drop(work: Work, chance: Random) -> str | None:
    """Take an attribute away, or all of one name."""
    if (element := pick([e for e in work.elements() if e.attrib], chance)) is None:
        return None
    name = chance.choice([str(key) for key in element.attrib])
    if chance.random() < 0.8:
        del element.attrib[name]
        return f"{place(element)}/@{short_name(name)}"
    for holder in work.elements():
        holder.attrib.pop(name, None)
    return f"every @{short_name(name)}"


def attribute_add(work: Work, chance: Random) -> str | None:
    """Give an element one more attribute: known elsewhere, unknown, of a namespace, or twice in two namespaces."""
    element = pick(work.elements(), chance)
    assert element is not None
    name = chance.choice(ADDED_ATTRIBUTES)
    if element.attrib and chance.random() < 0.15:
        name = f"{{{FOREIGN}}}{str(next(iter(element.attrib))).rpartition('}')[2]}"
    if name in element.attrib:
        return None
    new = chance.choice(ATTRIBUTE_CODES.get(name, ("x", "", "EUR", "0088", " ")))
    element.set(name, "default" if name.endswith("}space") else new)
    return f"{place(element)}/@{short_name(name)} {brief(new)}"


def _insert(element: etree._Element, node: etree._Element, chance: Random) -> str:
    """Put a comment or an instruction inside *element*: in its text, or between its children."""
    if not len(element) and element.text:
        cut = chance.choice((0, len(element.text), chance.randint(0, len(element.text))))
        node.tail = element.text[cut:]
        element.text = element.text[:cut]
        element.append(node)
        return f"in {place(element)} after {cut} characters"
    at = chance.randint(0, len(element))
    said = f"in {place(element)} as child {at}"
    element.insert(at, node)
    return said


def comment(work: Work, chance: Random) -> str | None:
    """Put in a comment: inside a text, between elements, before or behind the root."""
    node = etree.Comment(chance.choice(("", " comment ", " <cbc:ID>1</cbc:ID> ", "1", "ä & <")))
    if chance.random() < 0.06:
        side = chance.choice(("before", "behind"))
        (work.root.addprevious if side == "before" else work.root.addnext)(node)
        return f"{side} the root"
    element = pick(work.elements(), chance)
    assert element is not None
    return _insert(element, node, chance)


def instruction(work: Work, chance: Random) -> str | None:
    """Put in a processing instruction."""
    node = etree.ProcessingInstruction(
        chance.choice(("pi", "xml-stylesheet", "cbc")), chance.choice((None, "a='1'", "5", "<x>"))
    )
    if chance.random() < 0.06:
        side = chance.choice(("before", "behind"))
        (work.root.addprevious if side == "before" else work.root.addnext)(node)
        return f"{side} the root"
    element = pick(work.elements(), chance)
    assert element is not None
    return _insert(element, node, chance)


def mixed(work: Work, chance: Random) -> str | None:
    """Put a text between elements."""
    if (element := inner(work, chance)) is None:
        return None
    stray = chance.choice(("stray", " stray ", "0", "1.00", "VAT", "S", "\u00a0", "true", "EUR"))
    parent = element.getparent()
    assert parent is not None
    if chance.random() < 0.5:
        element.tail = stray + (element.tail or "")
        return f"{stray!r} behind {place(element)}"
    parent.text = (parent.text or "") + stray
    return f"{stray!r} at the beginning of {place(parent)}"


def child_in_leaf(work: Work, chance: Random) -> str | None:
    """Put an element into a leaf: before, inside or behind its text, or around it."""
    if (element := leaf(work, chance)) is None:
        return None
    old = element.text or ""
    child = etree.Element(chance.choice((f"{{{CBC}}}ID", f"{{{FOREIGN}}}b", "b", str(element.tag), f"{{{CAC}}}Party")))
    if chance.random() < 0.3:
        child.text, element.text = old, None
        element.append(child)
        return f"{short_name(str(child.tag))} around the text of {place(element)}"
    child.text = chance.choice((None, "", "0", "x", "1"))
    cut = chance.choice((0, len(old), chance.randint(0, len(old))))
    element.text, child.tail = old[:cut], old[cut:]
    element.append(child)
    return f"{short_name(str(child.tag))} with {brief(child.text)} in {place(element)} after {cut} characters"


def space(work: Work, chance: Random) -> str | None:
    """Change the white space between elements: none, much of it, tabs."""
    kind = chance.choice(("none", "none", "tabs", "blank lines", "at one place"))
    if kind == "at one place":
        if (element := inner(work, chance)) is None:
            return None
        element.tail = chance.choice((None, "\n\n\n", "\t", "    ", "\r\n"))
        return f"{brief(element.tail)} behind {place(element)}"
    new = {"none": None, "tabs": "\t\t", "blank lines": "\n \n\n"}[kind]
    for element in work.root.iter():
        if not (element.tail or "").strip() and element is not work.root:
            element.tail = new
        if len(element) and not (element.text or "").strip():
            element.text = new
    return kind


def xml_space(work: Work, chance: Random) -> str | None:
    """Declare that white space is to be kept, or is not."""
    element = work.root if chance.random() < 0.5 else pick(work.elements(), chance)
    assert element is not None
    value = chance.choice(("preserve", "preserve", "default"))
    element.set(f"{{{XML}}}space", value)
    return f"{value} at {place(element)}"


# ---------------------------------------------------------------------------------------------------------------
# Operations that write text into the tree as it stands


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cdata(work: Work, chance: Random) -> str | None:
    """Put a text, or a part of it, into CDATA sections."""
    element = leaf(work, chance)
    if element is None or "]]>" in (element.text or "") or _held(element.text):
        return None
    old = element.text or ""
    start, end = sorted((chance.randint(0, len(old)), chance.randint(0, len(old))))
    kind = chance.choice(("all", "all", "a part", "two", "an empty one before it"))
    if kind == "all":
        raw = f"<![CDATA[{old}]]>"
    elif kind == "a part":
        raw = f"{escaped(old[:start])}<![CDATA[{old[start:end]}]]>{escaped(old[end:])}"
        kind = f"{start} to {end}"
    elif kind == "two":
        raw = f"<![CDATA[{old[:start]}]]><![CDATA[{old[start:]}]]>"
    else:
        raw = f"<![CDATA[]]>{escaped(old)}"
    element.text = work.hold(raw)
    return f"{kind} of {place(element)} {brief(old)}"


def reference(work: Work, chance: Random) -> str | None:
    """Write characters of a text or of an attribute as references, or add blanks in that way."""
    element = pick([e for e in work.elements() if (e.text and e.text.strip() and not len(e)) or e.attrib], chance)
    if element is None:
        return None
    in_attribute = bool(element.attrib) and (
        chance.random() < 0.4 or not (element.text or "").strip() or bool(len(element))
    )
    name = chance.choice([str(key) for key in element.attrib]) if in_attribute else ""
    old = str(element.attrib[name]) if in_attribute else element.text or ""
    if _held(old) or not old:
        return None
    at = chance.randrange(len(old))
    quote = escaped(old[:at]).replace('"', "&quot;"), escaped(old[at + 1 :]).replace('"', "&quot;")
    kind = chance.choice(("decimal", "hexadecimal", "all", "blank", "added"))
    if kind == "all":
        raw = "".join(f"&#{ord(c)};" for c in old[:500]) + escaped(old[500:]).replace('"', "&quot;")
    elif kind in ("blank", "added"):
        added = chance.choice(
            ("&#9;", "&#10;", "&#13;", "&#32;", "&#160;", "&#xD;&#xA;", "&quot;", "&apos;", "&lt;", "&amp;")
        )
        whole = escaped(old).replace('"', "&quot;")
        raw = chance.choice((added + whole, whole + added, added + whole + added))
        kind = f"{added} added"
    else:
        raw = f"{quote[0]}{f'&#{ord(old[at])};' if kind == 'decimal' else f'&#x{ord(old[at]):X};'}{quote[1]}"
    if in_attribute:
        element.set(name, work.hold(raw))
        return f"{kind} in {place(element)}/@{short_name(name)} {brief(old)}"
    element.text = work.hold(raw)
    return f"{kind} in {place(element)} {brief(old)}"


def _held(text: str | None) -> bool:
    return any(0xE000 <= ord(c) < 0xF8FF for c in text or "")


TAG = re.compile(r"<[^<>!?][^<>]*>")
ELEMENT_NAME = re.compile(r"^(</?)(?:([^\s:/>]+):)?")
ATTRIBUTE_NAME = re.compile(r"(\s)([^\s:=\"']+):(?=[^\s:=\"']+=)")
DECLARATION = re.compile(r"\sxmlns(?::([^\s=]+))?=\"([^\"]*)\"")


def renamed_prefixes(xml: str, new: dict[str, str]) -> str:
    """Return *xml* with other prefixes, in declarations too; the empty one is the default namespace."""

    def name(found: re.Match[str]) -> str:
        prefix = new.get(found[2] or "", found[2] or "")
        return f"{found[1]}{prefix}:" if prefix else found[1]

    def declaration(found: re.Match[str]) -> str:
        prefix = new.get(found[1] or "", found[1] or "")
        return f' xmlns:{prefix}="{found[2]}"' if prefix else f' xmlns="{found[2]}"'

    def tag(found: re.Match[str]) -> str:
        one = ELEMENT_NAME.sub(name, found[0], count=1)
        if "=" in one:
            one = ATTRIBUTE_NAME.sub(lambda at: name(at) if at[2] in new else at[0], one)
            one = DECLARATION.sub(declaration, one)
        return one

    return TAG.sub(tag, xml)


def prefix_below(work: Work, chance: Random) -> str | None:
    """Declare prefixes anew at an element below the root: others, exchanged, none, or with another meaning."""
    element = inner(work, chance)
    if element is None or element.nsmap.get("cbc") != CBC or element.nsmap.get("cac") != CAC:
        return None
    parent = element.getparent()
    assert parent is not None
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    own = "cbc" if str(element.tag).startswith(f"{{{CBC}}}") else "cac"
    said = place(element)
    kind = chance.choice(("exchanged", "other", "default", "default", "other meaning", "taken for something else"))
    if kind == "exchanged":
        raw = renamed_prefixes(xml, {"cbc": "cac", "cac": "cbc"})
    elif kind == "other":
        raw = renamed_prefixes(xml, {own: chance.choice(("x", "_", "ä", "cbc.x-1", "Cbc", "ubl"))})
    elif kind == "default":
        raw = renamed_prefixes(xml, {own: "", "": "was"})
    elif kind == "other meaning":
        raw = DECLARATION.sub("", TAG.match(xml)[0])  # type: ignore[index]
        raw = raw[:-1].rstrip("/") + f' xmlns:{own}="{FOREIGN}"' + xml[TAG.match(xml).end() - 1 - (raw[-2] == "/") :]  # type: ignore[union-attr]
    else:
        raw = renamed_prefixes(xml, {own: "x", "cac" if own == "cbc" else "cbc": own})
    mark = etree.Comment(work.hold(raw))
    mark.tail = element.tail
    parent.replace(element, mark)
    return f"{kind} at {said}"


# ---------------------------------------------------------------------------------------------------------------
# Operations on the serialised document


def root_start(xml: str) -> re.Match[str]:
    """Return the start tag of the root; comments and instructions before it are passed over."""
    at = re.match(r"(?:\s|<!--.*?-->|<\?.*?\?>)*", xml, re.DOTALL)
    assert at
    found = TAG.match(xml, at.end())
    assert found
    return found


def prefixes(xml: str, chance: Random) -> tuple[str, str] | None:
    """Write the whole document with other prefixes, or let the prefixes mean something else."""
    start = root_start(xml)
    declared = {found[1] or "": found[2] for found in DECLARATION.finditer(start[0])}
    named = {uri: prefix for prefix, uri in declared.items()}
    if CBC not in named or CAC not in named:
        return None
    cbc, cac = named[CBC], named[CAC]
    main = named.get(INVOICE, named.get(CREDIT_NOTE, "ubl"))
    kind = chance.choice(
        (
            "other",
            "odd",
            "exchanged",
            "root prefixed",
            "cbc default",
            "cac default",
            "two for one",
            "meanings exchanged",
            "declared at every element",
            "more declared",
            "default at each leaf",
        )
    )
    if kind == "other":
        return renamed_prefixes(xml, {cbc: "a", cac: "b"}), kind
    if kind == "odd":
        odd = chance.choice(
            (("_", "__"), ("ä", "ö"), ("Invoice", "ID"), ("c.1-2", "c.1-3"), ("CBC", "CAC"), ("b", "xs"))
        )
        return renamed_prefixes(xml, {cbc: odd[0], cac: odd[1]}), f"{kind} {odd}"
    if kind == "exchanged":
        return renamed_prefixes(xml, {cbc: cac, cac: cbc}), kind
    if kind == "root prefixed":
        return (renamed_prefixes(xml, {main: "ubl"}) if main != "ubl" else renamed_prefixes(xml, {main: ""})), kind
    if kind == "cbc default":
        return renamed_prefixes(xml, {main: "ubl", cbc: ""} if cbc else {cbc: "cbc"}), kind
    if kind == "cac default":
        return renamed_prefixes(xml, {main: "ubl", cac: ""} if cac else {cac: "cac"}), kind
    head, rest = xml[: start.end()], xml[start.end() :]
    if kind == "two for one":
        if not cbc:
            return None
        leaves = re.compile(rf"<{re.escape(cbc)}:([\w.-]+)((?:\s[^<>]*)?)>([^<>]*)</{re.escape(cbc)}:\1>")
        rest = leaves.sub(lambda m: f"<two:{m[1]}{m[2]}>{m[3]}</two:{m[1]}>" if chance.random() < 0.5 else m[0], rest)
        return f'{head[:-1].rstrip("/")} xmlns:two="{CBC}"{"/" * head.endswith("/>")}>{rest}', kind
    if kind == "meanings exchanged":
        return head.replace(CBC, "\0").replace(CAC, CBC).replace("\0", CAC) + rest, kind
    if kind == "declared at every element":
        if not cbc:
            return None
        every = re.compile(rf"<{re.escape(cbc)}:[\w.-]+")
        return head + every.sub(lambda m: f'{m[0]} xmlns:{cbc}="{CBC}"' if "xmlns" not in m[0] else m[0], rest), kind
    if kind == "more declared":
        more = chance.choice(
            (f'xmlns:more="{FOREIGN}"', f'xmlns:again="{CAC}"', f'xmlns:xs="{FOREIGN}"', f'xmlns:u="{CBC}"')
        )
        return f"{head[:-1].rstrip('/')} {more}{'/' * head.endswith('/>')}>{rest}", f"{kind}: {more}"
    bare = re.compile(rf"<{re.escape(cbc)}:([\w.-]+)((?:\s[^<>]*)?)>([^<>]*)</{re.escape(cbc)}:\1>")
    return head + bare.sub(
        lambda m: f'<{m[1]} xmlns="{CBC}"{m[2]}>{m[3]}</{m[1]}>', rest
    ), "default namespace at each leaf"


def other_document(xml: str, chance: Random) -> tuple[str, str] | None:
    """Turn an invoice into a credit note or back: all of it, the root, or its lines."""
    start = root_start(xml)
    if INVOICE in start[0]:
        old, new, uri, other = "Invoice", "CreditNote", INVOICE, CREDIT_NOTE
        inside = (("InvoiceLine", "CreditNoteLine"), ("InvoicedQuantity", "CreditedQuantity"))
        types = ("InvoiceTypeCode", "CreditNoteTypeCode", "381")
    elif CREDIT_NOTE in start[0]:
        old, new, uri, other = "CreditNote", "Invoice", CREDIT_NOTE, INVOICE
        inside = (("CreditNoteLine", "InvoiceLine"), ("CreditedQuantity", "InvoicedQuantity"))
        types = ("CreditNoteTypeCode", "InvoiceTypeCode", "380")
    else:
        return None
    kind = chance.choice((*("all",) * 10, *("root", "lines", "all but the type") * 4, "namespace only", "name only"))

    def named(xml: str, before: str, after: str) -> str:
        return re.sub(rf"(</?(?:[\w.-]+:)?){before}(?=[\s/>])", rf"\g<1>{after}", xml)

    if kind in ("all", "root", "all but the type", "namespace only"):
        xml = xml.replace(f'="{uri}"', f'="{other}"')
    if kind in ("all", "root", "all but the type", "name only"):
        xml = named(xml, old, new)
    if kind in ("all", "lines", "all but the type"):
        for before, after in inside:
            xml = named(xml, before, after)
    if kind == "all":
        xml = named(xml, types[0], types[1])
        if chance.random() < 0.7:
            xml = re.sub(rf"(<(?:[\w.-]+:)?{types[1]}(?:\s[^<>]*)?>)[^<>]*(?=</)", rf"\g<1>{types[2]}", xml)
    return xml, f"{old} to {new}: {kind}"


def envelope(xml: str, chance: Random) -> tuple[str, str] | None:
    """Wrap the root: in an envelope, or in another invoice or credit note."""
    start = root_start(xml)
    before, rest = xml[: start.start()], xml[start.start() :]
    kind, opening, closing = chance.choice(
        (
            ("foreign", f'<e:Envelope xmlns:e="{FOREIGN}"><e:Body>', "</e:Body></e:Envelope>"),
            ("plain", "<Envelope>", "</Envelope>"),
            ("invoice", f'<Invoice xmlns="{INVOICE}">', "</Invoice>"),
            ("credit note", f'<CreditNote xmlns="{CREDIT_NOTE}">', "</CreditNote>"),
            ("invoice", f'<i:Invoice xmlns:i="{INVOICE}"><wrap>', "</wrap></i:Invoice>"),
        )
    )
    return f"{before}{opening}{rest}{closing}", kind


def line_ends(xml: str, chance: Random) -> tuple[str, str] | None:
    """Write the ends of lines in another way."""
    if "\n" not in xml:
        return None
    kind, new = chance.choice((("CR LF", "\r\n"), ("CR", "\r"), ("LF LF", "\n\n")))
    return xml.replace("\n", new), kind


def tag_spelling(xml: str, chance: Random) -> tuple[str, str] | None:
    """Spell tags in another way, without another meaning."""
    kind = chance.choice(
        ("blanks before >", "blanks around =", "single quotes", "empty tags in full", "one attribute a line")
    )
    if kind == "blanks before >":
        return re.sub(r"(<[^<>!?][^<>]*?)(/?>)", r"\1 \n\2", xml), kind
    if kind == "empty tags in full":
        return re.sub(r"<([^\s<>!?/]+)((?:\s[^<>]*)?)/>", r"<\1\2></\1>", xml), kind

    def spelled(found: re.Match[str]) -> str:
        if kind == "blanks around =":
            return re.sub(r'([\w.:-]+)="', r'\1 = "', found[0])
        if kind == "single quotes":
            return re.sub(r'="([^"\']*)"', r"='\1'", found[0])
        return re.sub(r'\s([\w.:-]+=")', r"\n\t\1", found[0])

    return TAG.sub(spelled, xml), kind


# ---------------------------------------------------------------------------------------------------------------
# Encodings


def encoding(xml: str, chance: Random) -> tuple[bytes, str] | None:
    """Encode the document in another way than UTF-8 with a declaration."""
    kind = chance.choice(tuple(ENCODINGS))
    codec, mark, declared = ENCODINGS[kind]
    head = f"<?xml {declared}?>\n" if declared else ""
    return mark + f"{head}{xml}".encode(codec, "xmlcharrefreplace"), kind


UTF8_MARK, LE_MARK, BE_MARK = b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"
ENCODINGS = {
    "UTF-8, mark": ("utf-8", UTF8_MARK, "version='1.0' encoding='UTF-8'"),
    "UTF-8, mark, not declared": ("utf-8", UTF8_MARK, ""),
    "UTF-8, not declared": ("utf-8", b"", ""),
    "UTF-8, declared without its name": ("utf-8", b"", 'version="1.0"'),
    "utf-8 in lower case, standalone": ("utf-8", b"", 'version="1.0" encoding="utf-8" standalone="yes"'),
    "UTF-16 LE, mark": ("utf-16-le", LE_MARK, 'version="1.0" encoding="UTF-16"'),
    "UTF-16 BE, mark": ("utf-16-be", BE_MARK, 'version="1.0" encoding="UTF-16"'),
    "UTF-16 LE, mark, not declared": ("utf-16-le", LE_MARK, ""),
    "UTF-16 BE, mark, not declared": ("utf-16-be", BE_MARK, ""),
    "ISO-8859-1": ("iso-8859-1", b"", 'version="1.0" encoding="ISO-8859-1"'),
    "iso-8859-1 in lower case": ("iso-8859-1", b"", 'version="1.0" encoding="iso-8859-1"'),
    "ISO-8859-1, not declared": ("iso-8859-1", b"", ""),
    "ISO-8859-15": ("iso-8859-15", b"", 'version="1.0" encoding="ISO-8859-15"'),
    "US-ASCII": ("ascii", b"", 'version="1.0" encoding="US-ASCII"'),
}

# ---------------------------------------------------------------------------------------------------------------
# Drawing

DRAWN: tuple[dict[Callable[..., Any], float], ...] = (
    {
        drop: 9, duplicate: 6, reorder: 3, move: 5, swap: 4, rename: 5, foreign: 4, graft: 2, empty: 3, empty_root: 0.5,
        repeat: 1, deep: 1, text: 5, blanks: 5, letters: 2, number: 14, numbers: 3, halves: 5, date: 6, code: 9,
        identifier: 6, country: 6, national: 12, category: 9, attribute: 6, attribute_drop: 3, attribute_add: 5,
        comment: 4, instruction: 2, mixed: 2, child_in_leaf: 3, space: 1, xml_space: 1,
    },
    {cdata: 3, reference: 3, prefix_below: 3},
    {prefixes: 4, other_document: 5, envelope: 0.5, line_ends: 1, tag_spelling: 1},
    {encoding: 4},
)  # fmt: skip
"""The operations of each stage, and how often each is drawn."""
_ALL = [(stage, change) for stage, changes in enumerate(DRAWN) for change in changes]
_WEIGHTS = [weight for changes in DRAWN for weight in changes.values()]
KINDS = tuple(change.__name__ for _, change in _ALL)
"""The names of the operations; the words of each begin with its name and a colon."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed document; *name* says how to draw it again, from what it was made and how."""

    name: str
    seed: int
    index: int
    source: str
    operations: tuple[str, ...]
    data: bytes


GROUPS = (("documents/", 50), ("rules/", 32), ("corpora/", 18))
"""How often a mutant is made of a document of each group."""
LARGE = 300_000
"""Bytes above which a document is drawn ten times less often."""


def _weights(sources: Sequence[Seed]) -> list[float]:
    groups = [next((group for group in GROUPS if one.name.startswith(group[0])), ("", 18)) for one in sources]
    sizes = {group: groups.count(group) for group in set(groups)}
    return [
        group[1] / sizes[group] * (0.1 if len(one.data) > LARGE else 1)
        for one, group in zip(sources, groups, strict=True)
    ]


@cache
def _all_weights() -> list[float]:
    return _weights(seeds())


def well_formed(data: bytes) -> bool:
    """Say whether *data* is well-formed with its namespaces, without a document type declaration, for two parsers."""
    parser = expat.ParserCreate(namespace_separator=" ")
    doctype = []
    parser.StartDoctypeDeclHandler = lambda *_: doctype.append(1)
    try:
        parser.Parse(data, True)
        etree.fromstring(data, PARSER)
    except (expat.ExpatError, etree.XMLSyntaxError, ValueError, LookupError):
        return False
    return not doctype


def _changed(data: bytes, chance: Random) -> tuple[bytes, list[str]] | None:
    """Return *data* after one to three operations with their words; None when the result is no document."""
    times = chance.choices((1, 2, 3), (50, 30, 20))[0]
    work = Work(data)
    xml, encoded, said = "", b"", []
    for stage, change in sorted(chance.choices(_ALL, _WEIGHTS, k=times), key=lambda drawn: drawn[0]):
        if encoded:  # one encoding is enough
            break
        for _ in range(10):
            words: str | None
            if stage < 2:
                words = change(work, chance)
            else:
                xml = xml or work.text()
                done = change(xml, chance)
                words = done and done[1]
                if done and isinstance(done[0], bytes):
                    encoded = done[0]
                elif done:
                    xml = done[0]
            if words is not None:
                said.append(f"{change.__name__}: {words}")
                break
            (change,) = chance.choices(list(DRAWN[stage]), list(DRAWN[stage].values()))
    made = encoded or b'<?xml version="1.0" encoding="UTF-8"?>\n' + (xml or work.text()).encode()
    return (made, said) if said and made != data and well_formed(made) else None


def mutant(seed: int, index: int, sources: Sequence[Seed] | None = None) -> Mutant:
    """Return mutant *index* of *seed*, made of one of *sources* (without them: of `seeds()`)."""
    return _mutant(seed, index, seeds() if sources is None else sources, _all_weights() if sources is None else None)


def mutants(seed: int, count: int, sources: Sequence[Seed] | None = None) -> Iterator[Mutant]:
    """Yield the first *count* mutants of *seed*; `mutant(seed, index)` makes each of them alone."""
    weights = _all_weights() if sources is None else _weights(sources)
    for index in range(count):
        yield _mutant(seed, index, seeds() if sources is None else sources, weights)


def _mutant(seed: int, index: int, sources: Sequence[Seed], weights: list[float] | None) -> Mutant:
    chance = Random(f"{seed}/{index}")
    for _ in range(100):
        (source,) = chance.choices(sources, _weights(sources) if weights is None else weights)
        if made := _changed(source.data, chance):
            data, said = made
            name = f"{seed}/{index} of {source.name}: {' + '.join(said)}"
            return Mutant(name, seed, index, source.name, tuple(said), data)
    raise RuntimeError(
        f"no mutant {seed}/{index} after a hundred draws: an operation never gives a well-formed document"
    )


# ---------------------------------------------------------------------------------------------------------------
# Shrinking


def _spans(data: bytes) -> list[tuple[int, int]]:
    """Return where each element below the root, text, comment and instruction stands in *data*, in bytes."""
    parser = expat.ParserCreate()
    found: list[tuple[int, int]] = []
    open_at: list[int] = []
    ended: list[int] = []  # starts of things whose end is where the next event is

    def event() -> None:
        while ended:
            found.append((ended.pop(), parser.CurrentByteIndex))

    def start(*_: object) -> None:
        event()
        open_at.append(parser.CurrentByteIndex)

    def end(*_: object) -> None:
        event()
        begun = open_at.pop()
        if open_at:
            ended.append(begun)

    def other(*_: object) -> None:
        event()
        if open_at:
            ended.append(parser.CurrentByteIndex)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = parser.CommentHandler = parser.ProcessingInstructionHandler = other
    parser.StartCdataSectionHandler = parser.EndCdataSectionHandler = event
    parser.Parse(data, True)
    return [span for span in found if span[1] > span[0]]


def shrink(found: Mutant | bytes, disagrees: Callable[[bytes], bool]) -> bytes:
    """Return a smaller document on which *disagrees* still holds, without another element or attribute to drop.

    Bytes are cut out, so that encoding, prefixes, CDATA and references stay as they were.  The declarations of
    the root are kept.  Raises ValueError when the document given does not disagree.
    """
    data = found.data if isinstance(found, Mutant) else found
    if not disagrees(data):
        raise ValueError("nothing to shrink: the document given does not disagree")

    def holds(candidate: bytes) -> bool:
        return well_formed(candidate) and disagrees(candidate)

    while True:
        before = len(data)
        data = _without_elements(data, holds)
        data = _without_attributes(data, holds)
        if len(data) == before:
            return data


def _without_elements(data: bytes, holds: Callable[[bytes], bool]) -> bytes:
    """Cut out whatever can go, the largest first; siblings first in runs."""
    size = 1 << 20
    while size:
        spans = sorted(_spans(data))
        top = _outermost(spans)
        cut: list[tuple[int, int]] = []
        # Runs of siblings halve the number of trials in wide documents; single pieces follow, the largest first.
        if size > 1 and len(top) > size:
            candidates = [(top[i][0], top[min(i + size, len(top)) - 1][1]) for i in range(0, len(top), size)]
        elif size > 1:
            size = min(size // 2, max(1, len(top)))
            continue
        else:
            candidates = sorted(spans, key=lambda span: span[0] - span[1])
        for start, end in candidates:
            if any(start < done_end and end > done_start for done_start, done_end in cut):
                continue
            trial = _cut(data, [*cut, (start, end)])
            if holds(trial):
                cut.append((start, end))
        data = _cut(data, cut)
        if size == 1 and not cut:
            return data
        size = max(1, size // 2)
    return data


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    top: list[tuple[int, int]] = []
    for span in spans:
        if not top or span[0] >= top[-1][1]:
            top.append(span)
    return top


def _cut(data: bytes, spans: list[tuple[int, int]]) -> bytes:
    kept, at = [], 0
    for start, end in sorted(spans):
        kept.append(data[at:start])
        at = end
    return b"".join((*kept, data[at:]))


def _without_attributes(data: bytes, holds: Callable[[bytes], bool]) -> bytes:
    """Take out attributes and declarations one by one; those of namespaces at the root stay."""
    # Latin 1 keeps any bytes; UTF-16 has its own digits for the same characters.
    codec = {LE_MARK: "utf-16-le", BE_MARK: "utf-16-be"}.get(data[:2], "iso-8859-1")
    xml = data.decode(codec)
    attributes = re.compile(r"\s+[^\s=<>\"']+\s*=\s*(\"[^\"<]*\"|'[^'<]*')")
    spans: list[tuple[int, int]] = []
    for number, tag in enumerate(re.finditer(r"<[^<>!?/](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>", xml)):
        for one in attributes.finditer(tag[0]):
            if number or not one[0].lstrip().startswith("xmlns"):
                spans.append((tag.start() + one.start(), tag.start() + one.end()))
    for start, end in reversed(spans):
        trial = xml[:start] + xml[end:]
        if holds(trial.encode(codec)):
            xml = trial
    return xml.encode(codec)


def main(arguments: list[str] | None = None) -> int:
    """Write one mutant to standard output and its name to standard error."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle.mutants", description="Make one mutant again.")
    parser.add_argument("seed", type=int)
    parser.add_argument("index", type=int)
    options = parser.parse_args(arguments)
    made = mutant(options.seed, options.index)
    sys.stdout.buffer.write(made.data)
    print(f"\n{made.name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
