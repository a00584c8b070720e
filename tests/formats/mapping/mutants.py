"""Documents with one thing wrong: a tree is changed at a place that a seeded source of chance picks.

Each change is what a careless sender does: an element that is missing, doubled, moved, renamed, filled with something
else, or that stands where nothing is expected.  Between one and three changes are made to a document.
"""

import copy
from collections.abc import Callable
from random import Random

from lxml import etree

XSI = "http://www.w3.org/2001/XMLSchema-instance"

TEXTS = (
    "",
    " ",
    "\n",
    " x ",
    "x",
    "0",
    "-0",
    "-0.00",
    "+1",
    "1.",
    ".5",
    "1,5",
    "1.5",
    "007.10",
    "1e3",
    "1_000",
    "1 000",
    "1.240,00",
    "NaN",
    "INF",
    "١٢",  # Arabic digits
    "９",  # a full-width digit
    "9" * 50,
    "9" * 120,
    "true",
    "false",
    "1 ",
    " false",
    "TRUE",
    "2026-02-30",
    "2026-7-3",
    "2026-07-03",
    " 2026-07-03 ",
    "2026-07-03Z",
    "2026-07-03+02:00",
    "VAT",
    "vat",
    " VAT ",
    "130",
    "50",
    "ansi",
    "EUR",
    "SEK",
    " EUR",
    "eur",
    "netvisor",
    "Customer",
    "net",
    "GROSS",
    "#AAI#text",
    "#AAI#",
    "\u00a0",
    "\u2003x",
    "ä" * 600,
    "a\tb\nc",
    "]]>",
    "x\r",
    "20260703",
    "20260230",
    "INV02",
    "IBAN",
    "S",
    "--",
)

ATTRIBUTES = (
    "foreign",
    "currencyID",
    "schemeID",
    "type",
    "TYPE",
    "name",
    "format",
    "vatcode",
    "status",
    "unitCode",
    "listID",
    "mimeCode",
    "AmountCurrencyIdentifier",
    "Format",
    "SchemeID",
    "IdentifierType",
    "IdentificationSchemeName",
    "QuantityUnitCodeUN",
    "UnitPriceUnitCode",
    "AnyPartyCode",
    f"{{{XSI}}}schemaLocation",
    f"{{{XSI}}}nil",
    f"{{{XSI}}}type",
    "{http://www.w3.org/XML/1998/namespace}lang",
    "{http://www.w3.org/XML/1998/namespace}space",
    "{urn:foreign}note",
)

Change = Callable[[etree._Element, list[etree._Element], Random], None]


def _pick(elements: list[etree._Element], chance: Random) -> etree._Element:
    return chance.choice(elements)


def _inner(elements: list[etree._Element], chance: Random) -> etree._Element | None:
    below = elements[1:]
    return chance.choice(below) if below else None


def drop(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Take an element out."""
    if (element := _inner(elements, chance)) is not None:
        element.getparent().remove(element)  # type: ignore[union-attr]


def empty(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Leave an element without content."""
    element = _pick(elements[1:] or elements, chance)
    for child in list(element):
        element.remove(child)
    element.text = chance.choice((None, "", " ", "\n  "))
    if chance.random() < 0.5:
        element.attrib.clear()


def duplicate(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Write an element twice, next to itself or at the end of its parent."""
    if (element := _inner(elements, chance)) is not None:
        parent = element.getparent()
        assert parent is not None
        again = copy.deepcopy(element)
        if chance.random() < 0.5:
            element.addnext(again)
        else:
            parent.append(again)


def reorder(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Move an element among its siblings, or into another parent."""
    if (element := _inner(elements, chance)) is not None:
        parent = element.getparent()
        assert parent is not None
        if chance.random() < 0.2:
            below = set(element.iter())
            parent = chance.choice([e for e in elements if e not in below])
        parent.insert(chance.randint(0, len(parent)), element)


def add_attribute(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Give an element one more attribute, or another value of one that it has."""
    name = chance.choice(ATTRIBUTES)
    _pick(elements, chance).set(name, _for_attribute(chance))


def change_attribute(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Change or remove an attribute."""
    holders = [e for e in elements if e.attrib]
    if holders:
        element = chance.choice(holders)
        name = chance.choice([str(key) for key in element.attrib])
        if chance.random() < 0.3:
            del element.attrib[name]
        elif chance.random() < 0.3 and name[0] != "{":
            value = element.attrib.pop(name)
            element.set(chance.choice((name.upper(), name.capitalize(), "x" + name)), value)
        else:
            element.set(name, _for_attribute(chance))


def _for_attribute(chance: Random) -> str:
    return chance.choice(TEXTS)


def change_text(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Write another text into a leaf."""
    leaves = [e for e in elements if not len(e)]
    chance.choice(leaves).text = chance.choice(TEXTS)


def pad_text(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Put blanks around the text of a leaf."""
    leaves = [e for e in elements if not len(e) and e.text]
    if leaves:
        element = chance.choice(leaves)
        element.text = (
            chance.choice((" ", "\n", "\t", "", "\u00a0")) + str(element.text) + chance.choice((" ", "\n", ""))
        )


def stray_text(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Write a text between elements."""
    text = chance.choice(("stray", " stray ", "\n", "  ", "0", "\u00a0"))
    if chance.random() < 0.5:
        parents = [e for e in elements if len(e)]
        chance.choice(parents).text = text
    elif (element := _inner(elements, chance)) is not None:
        element.tail = text


def add_foreign(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Add an element that the format does not know, or knows elsewhere."""
    other = chance.choice(elements)
    known = str(other.tag)
    tag = chance.choice(("foreign", "{urn:foreign}note", known, known.swapcase() if known[0] != "{" else known + "X"))
    element = etree.Element(tag)
    element.text = chance.choice((None, "text", " ", "1.00"))
    if chance.random() < 0.3:
        etree.SubElement(element, chance.choice(("inner", known))).text = "inner"
    parent = _pick(elements, chance)
    parent.insert(chance.randint(0, len(parent)), element)


def rename(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Give an element the name of another one, or another case, or another namespace."""
    if (element := _inner(elements, chance)) is not None:
        name = etree.QName(element)
        other = etree.QName(chance.choice(elements))
        element.tag = chance.choice(
            (
                str(other),
                f"{{{name.namespace}}}{name.localname.swapcase()}" if name.namespace else name.localname.swapcase(),
                f"{{{name.namespace}}}{other.localname}" if name.namespace else other.localname,
                name.localname,
                f"{{urn:foreign}}{name.localname}",
            )
        )


def swap_texts(root: etree._Element, elements: list[etree._Element], chance: Random) -> None:
    """Exchange the texts of two leaves."""
    leaves = [e for e in elements if not len(e)]
    one, other = chance.choice(leaves), chance.choice(leaves)
    one.text, other.text = other.text, one.text


CHANGES: tuple[Change, ...] = (
    drop,
    empty,
    duplicate,
    reorder,
    add_attribute,
    change_attribute,
    change_text,
    pad_text,
    stray_text,
    add_foreign,
    rename,
    swap_texts,
)


def mutate(root: etree._Element, chance: Random) -> tuple[etree._Element, str]:
    """Return a changed copy of *root* and the names of the changes."""
    mutant = copy.deepcopy(root)
    names = []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        change = chance.choice(CHANGES)
        change(mutant, list(mutant.iter("*")), chance)
        names.append(change.__name__)
    return mutant, " + ".join(names)
