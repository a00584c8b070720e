"""Operations on the text of a document: CDATA, references, prefixes, another root, the spelling of tags, encodings.

Those of the first section work on the tree, but what they write is put in as it stands.  The others take the
serialised document and return another one with words, or None where it has no place for them.
"""

import re
from random import Random

from lxml import etree
from tests.oracle.operations import Work, brief, inner, leaf, pick, place, short_name
from tests.oracle.vocabulary import CAC, CBC, CREDIT_NOTE, FOREIGN, INVOICE

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
