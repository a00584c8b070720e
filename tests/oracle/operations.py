"""Operations on the tree of a document: what a sender, a converter or an attacker may do to it.

Each takes the work and a source of chance, and returns in words what it did, or None where it found no place.
"""

import copy
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from random import Random

from lxml import etree
from tests.oracle.seeds import PARSER, rule_paths
from tests.oracle.vocabulary import (
    ADDED_ATTRIBUTES,
    ATTRIBUTE_CODES,
    BLANKS,
    CAC,
    CATEGORIES,
    CBC,
    COUNTRIES,
    COUNTRY_CODE,
    CREDIT_NOTE,
    DATES,
    EXT,
    FOREIGN,
    INVOICE,
    LISTS,
    NAMES,
    NATIONAL,
    OTHER_CODES,
    PARTIES,
    PREFIXES,
    RATES,
    ROOTS,
    SCHEME_NUMBERS,
    TEXTS,
    XML,
    listed,
    number_form,
    other_code,
)

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


def tag_of(step: str) -> str:
    """Return the tag of `cbc:ID`."""
    prefix, name = step.split(":")
    return f"{{{NAMES[prefix]}}}{name}"


def reach(root: etree._Element, path: str) -> etree._Element:
    """Return the first element at *path* below *root*; what is missing is made."""
    for step in path.split("/"):
        tag = tag_of(step)
        found = root.find(tag)
        root = etree.SubElement(root, tag) if found is None else found
    return root


def all_named(work: Work, *names: str) -> list[etree._Element]:
    return list(work.root.iter(*(f"{{*}}{name}" for name in names)))


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
    basic = chance.choice(("UBLVersionID", "UUID", "CopyIndicator", "TestAmount"))
    aggregate = chance.choice(("Signature", "TaxTotal", "PaymentTerms", "AllowanceCharge"))
    other = chance.choice(("note", "PayableAmount", "x.-BinaryObject", "ID", local(known)))
    tags = (
        f"{{{FOREIGN}}}{other}",
        f"{{{CBC}}}{basic}",
        f"{{{CAC}}}{aggregate}",
        local(known),
        "Amount",
        str(known.tag),
    )
    tag = chance.choice((tags[0], *tags, f"{{{EXT}}}UBLExtensions"))
    element = etree.Element(tag)
    element.text = chance.choice((None, None, "text", " ", "1.005", "0.123"))
    if chance.random() < 0.4:
        tags = (f"{{{CBC}}}ID", f"{{{FOREIGN}}}inner", str(known.tag), "Amount")
        child = etree.SubElement(element, chance.choice(tags))
        child.text = chance.choice((None, "1.234", "VAT", "S"))
    home.insert(chance.randint(0, len(home)), element)
    return f"{short_name(tag)} with {brief(element.text)} and {len(element)} children in {place(home)}"


def asked(work: Work, chance: Random) -> str | None:
    """Make an element or an attribute that some official rule asks about, a second one where there is one."""
    if not (paths := rule_paths()):
        return None
    path = chance.choice(paths)
    line = "CreditNoteLine" if work.root.tag == ROOTS[1] else "InvoiceLine"
    *steps, last = path.replace("AnyLine", line).split("/")
    attribute = ""
    if last[0] == "@":
        attribute = last[1:]
        if not steps:
            element = chance.choice(work.elements())
            element.set(attribute, chance.choice(ATTRIBUTE_CODES.get(attribute, ("x", ""))))
            return f"{place(element)}/@{attribute} {brief(element.get(attribute))}"
        *steps, last = steps
    # A path of a rule begins anywhere: at the root, or where elements of its first name stand in this document.
    home = work.root
    beside = list(work.root.iter(tag_of(steps[0] if steps else last)))
    if beside and chance.random() < 0.6:
        parent = chance.choice(beside).getparent()
        home = work.root if parent is None else parent
    elif chance.random() < 0.2:
        home = chance.choice(work.elements())
    home = reach(home, "/".join(steps)) if steps else home
    if attribute and chance.random() < 0.7:
        element = reach(home, last)
    else:
        element = etree.SubElement(home, tag_of(last))
    if not len(element) and not element.text and last.startswith("cbc:"):
        element.text = _likely(local(element), chance)
    if attribute:
        element.set(attribute, chance.choice(ATTRIBUTE_CODES.get(attribute, ("x", ""))))
        return f"{place(element)}/@{attribute} {brief(element.get(attribute))}"
    if last.endswith("Amount") and chance.random() < 0.6:
        element.set("currencyID", chance.choice(ATTRIBUTE_CODES["currencyID"]))
    return f"{place(element)} {brief(element.text)}"


def _likely(name: str, chance: Random) -> str:
    """Return a text that an element of this name may hold."""
    if chance.random() < 0.15:
        return chance.choice(TEXTS)
    if name in OTHER_CODES:
        return chance.choice(OTHER_CODES[name])
    if name in LISTS and name != "ID":
        return chance.choice(listed(LISTS[name]))
    if name.endswith("Date"):
        return chance.choice(("2024-01-01", "2024-01-31", "2024-06-30"))
    if NUMERIC.search(name):
        return chance.choice(("0", "1", "-1.00", "25", "100.00", "0.005", "12.345"))
    return chance.choice(("1", "VAT", "S", "text", "true", "130", "SE"))


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
    names = ("InvoiceLine", "CreditNoteLine", "AllowanceCharge", "TaxSubtotal", "TaxTotal", "PaymentMeans")
    found = [e for e in all_named(work, *names) if len(e) < 60]
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
    levels = chance.choice((5, 20, 60, 85))  # the oracle's parser refuses more than a hundred
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
    forms = (f"{old}Z", f"{old}+02:00", f"{old}-05:00", f"{old}T00:00:00", f"1{old}", f" {old}", f"{old}\n", f"-{old}")
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
        return put(element, chance.choice(("VAT", "vat", "Vat", " VAT ", "TAX", "VAT VAT", "", "V A T")), "scheme")
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
            path = path.replace("InvoiceLine", "CreditNoteLine").replace("InvoiceType", "CreditNoteType")
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
    reason = chance.choice((None, None, "drop", "text")) if chance.random() < 0.5 else chance.choice(listed("vatex"))
    for element in found:
        if new is not None:
            reach(element, "cbc:ID").text = new
        if rate == "drop":
            for percent in element.findall(f"{{{CBC}}}Percent"):
                remove(percent)
        elif rate is not None:
            reach(element, "cbc:Percent").text = rate
        if reason == "drop":
            for held in list(element.iterchildren(f"{{{CBC}}}TaxExemptionReason", f"{{{CBC}}}TaxExemptionReasonCode")):
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
        plain = name.rpartition("}")[2]
        new = chance.choice((plain.swapcase(), f"{{{FOREIGN}}}{plain}", f"x{plain}", "schemeID"))
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


def _put_in(node: etree._Element, work: Work, chance: Random) -> str:
    """Put a comment or an instruction anywhere: inside a text, between elements, before or behind the root."""
    if chance.random() < 0.06:
        if chance.random() < 0.5:
            work.root.addprevious(node)
            return "before the root"
        work.root.addnext(node)
        return "behind the root"
    element = pick(work.elements(), chance)
    assert element is not None
    if not len(element) and element.text:
        cut = chance.choice((0, len(element.text), chance.randint(0, len(element.text))))
        node.tail = element.text[cut:]
        element.text = element.text[:cut]
        element.append(node)
        return f"in {place(element)} after {cut} characters"
    at = chance.randint(0, len(element))
    element.insert(at, node)
    return f"in {place(element)} as child {at}"


def comment(work: Work, chance: Random) -> str | None:
    """Put in a comment."""
    return _put_in(etree.Comment(chance.choice(("", " comment ", " <cbc:ID>1</cbc:ID> ", "1", "ä & <"))), work, chance)


def instruction(work: Work, chance: Random) -> str | None:
    """Put in a processing instruction."""
    target, content = chance.choice(("pi", "xml-stylesheet", "cbc")), chance.choice((None, "a='1'", "5", "<x>"))
    return _put_in(etree.ProcessingInstruction(target, content), work, chance)


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
    basic = f"{{{CBC}}}{chance.choice(('ID', 'DocumentCurrencyCode', 'TaxCurrencyCode', 'Amount'))}"
    child = etree.Element(chance.choice((basic, basic, f"{{{FOREIGN}}}b", "b", str(element.tag), f"{{{CAC}}}Party")))
    if chance.random() < 0.3:
        child.text, element.text = old, None
        element.append(child)
        return f"{short_name(str(child.tag))} around the text of {place(element)}"
    child.text = chance.choice((None, "", "0", "x", "1", element.get("currencyID")))
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
