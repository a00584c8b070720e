"""Hostile inputs, seeded: what comes from broken disks, careless senders and people who mean harm.

    hostile(seed, number) -> Input(name, data, refused)

Input *number* of a seed is the same bytes everywhere.  Each begins as a document of ``corpora/`` (or as none), and one
to three tricks are played on it.  Tricks that leave no invoice at all, such as a document type or a file that is cut
off, say so: `Input.refused`.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

CORPORA: Final = Path(__file__).resolve().parents[2] / "corpora"
FOLDERS: Final = ("netvisor", "finvoice", "peppol-bis", "billecta", "model")
LONGEST_BASE: Final = 60_000
"""Bytes of the longest document that tricks are played on; more makes them slow, not better."""

BIG: Final = (1_000, 30_000, 400_000)
"""How long things are that are too long."""


@dataclass(frozen=True)
class Input:
    """One input: the document it was made of with the tricks, and whether it must be refused."""

    name: str
    data: bytes
    refused: bool = False


@cache
def documents() -> dict[str, list[tuple[str, bytes]]]:
    """Return the documents that tricks are played on, by format."""
    found: dict[str, list[tuple[str, bytes]]] = {}
    for name in FOLDERS:
        paths = sorted(path for path in (CORPORA / name).rglob("*") if path.suffix in (".xml", ".json"))
        found[name] = [
            (f"{name}/{path.name}", path.read_bytes()) for path in paths if path.stat().st_size <= LONGEST_BASE
        ]
    found["model"] = list(_canonical(found))
    return found


def _canonical(found: dict[str, list[tuple[str, bytes]]]) -> list[tuple[str, bytes]]:
    """Return some of the documents as canonical JSON: there is no corpus of that format."""
    import einvoice

    made = []
    for name in ("peppol-bis", "finvoice"):
        for title, data in found[name][::6]:
            try:
                invoice = einvoice.read(data).invoice
            except einvoice.EInvoiceError:
                continue
            made.append((f"model of {title}", einvoice.write(invoice, "model").data))
    return made


def hostile(seed: int, number: int) -> Input:
    """Return input *number* of *seed*."""
    rng = random.Random(f"hostile {seed} {number}")
    if rng.random() < 0.03:
        trick = rng.choice(ALONE)
        return trick(rng)
    title, data = rng.choice(documents()[rng.choice(FOLDERS)])
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    tricks = (*ON_BYTES, *(ON_JSON * 3 if is_json else ON_XML * 2))
    names = [title]
    refused = False
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        trick_on = rng.choice(tricks)
        changed = trick_on(rng, data)
        if changed is None:
            continue
        names.append(trick_on.__name__.strip("_"))
        # What a second trick does to the first is not foreseen.
        refused = trick_on in REFUSED and len(names) == 2
        data = changed
    return Input(" + ".join(names), data, refused)


# -- inputs of nothing ------------------------------------------------------------------------------------------------


def _empty(rng: random.Random) -> Input:
    return Input(
        "empty", rng.choice((b"", b" \n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 10, b"<", b"{", b"[", b'"')), True
    )


def _random_bytes(rng: random.Random) -> Input:
    return Input("random bytes", rng.randbytes(rng.choice((1, 2, 3, 10, 1000))))


def _zip(rng: random.Random) -> Input:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"<root/>" * 1000)
    return Input("zip", rng.choice((held.getvalue(), gzip.compress(b"<root/>" * 1000), held.getvalue()[:50])), True)


def _brackets(rng: random.Random) -> Input:
    opened = rng.choice(("[", '{"a":', '[{"Records":', '{"Records":[', '{"lines":[{"a":'))
    return Input("deep JSON", (opened * rng.choice((50, 900, 1100, 100_000))).encode(), True)


def _closed_brackets(rng: random.Random) -> Input:
    depth = rng.choice((60, 500, 990, 5_000, 100_000))
    return Input("deep JSON, closed", b'{"Records":' + b"[" * depth + b"]" * depth + b"}")


def _elements(rng: random.Random) -> Input:
    name = rng.choice(("root", "Finvoice", "Invoice", "salesinvoice", "SOAP-ENV:Envelope", "a"))
    depth = rng.choice((60, 300, 10_000, 100_000))
    closed = rng.random() < 0.5
    return Input("deep XML", (f"<{name}>" * depth + f"</{name}>" * depth * closed).encode())


def _scalars(rng: random.Random) -> Input:
    values = ("null", "true", "0", "-0", "1e999", "NaN", "Infinity", '"\\ud800"', '"a"', "1" * 5000, "0." + "0" * 5000)
    text = rng.choice(values)
    return Input("scalar", rng.choice((text, f"[{text}]", f'{{"a":{text}}}', f'{{"Records":[{text}]}}')).encode(), True)


ALONE: Final[tuple[Callable[[random.Random], Input], ...]] = (
    _empty, _random_bytes, _zip, _brackets, _closed_brackets, _elements, _scalars,
)  # fmt: skip

Trick = Callable[[random.Random, bytes], bytes | None]
"""What makes other bytes of a document; None where it does not fit."""


# -- tricks on bytes --------------------------------------------------------------------------------------------------


def _place(rng: random.Random, data: bytes) -> int:
    return rng.randrange(len(data)) if data else 0


def _bit_flips(rng: random.Random, data: bytes) -> bytes | None:
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5, 50))):
        if made:
            made[_place(rng, data)] ^= 1 << rng.randrange(8)
    return bytes(made)


def _special_bytes(rng: random.Random, data: bytes) -> bytes | None:
    made = bytearray(data)
    for _ in range(rng.choice((1, 2, 5))):
        position = _place(rng, data)
        made[position : position + rng.choice((0, 1, 1, 4))] = rng.choice(
            (
                b"\x00",
                b"\xff",
                b"\x80",
                b"<",
                b"&",
                b'"',
                b"{",
                b"]",
                b"\n",
                b"\x1b[2J",
                b"\xed\xa0\x80",
                b"\xf4\x90\x80\x80",
            )
        )
    return bytes(made)


def _cut_off(rng: random.Random, data: bytes) -> bytes | None:
    begun = next((position for position, byte in enumerate(data) if byte in b"<{["), None)
    if begun is None:
        return None
    # Comments may follow the last end tag.
    end = data.rfind(b"</") + 1 if data[begun : begun + 1] == b"<" else len(data.rstrip())
    return None if end <= begun + 1 else data[: rng.randrange(begun + 1, end)]


def _beginning_lost(rng: random.Random, data: bytes) -> bytes | None:
    return data[_place(rng, data) :]


def _slice_twice(rng: random.Random, data: bytes) -> bytes | None:
    one, other = sorted((_place(rng, data), _place(rng, data)))
    return data[:other] + data[one:other] * rng.choice((1, 1, 20)) + data[other:]


def _slice_lost(rng: random.Random, data: bytes) -> bytes | None:
    one = _place(rng, data)
    return data[:one] + data[one + rng.choice((1, 10, 500)) :]


def _other_document_inside(rng: random.Random, data: bytes) -> bytes | None:
    _, other = rng.choice(documents()[rng.choice(FOLDERS)])
    position = _place(rng, data)
    return data[:position] + other + data[rng.choice((position, len(data))) :]


def _twice(rng: random.Random, data: bytes) -> bytes | None:
    return rng.choice((b"\n", b"", b"\x00")).join([data] * rng.choice((2, 2, 30)))


def _nuls(rng: random.Random, data: bytes) -> bytes | None:
    return rng.choice(
        (data + b"\x00" * 100, b"\x00" + data, data.replace(b"\n", b"\x00"), data.replace(b"e", b"e\x00", 3))
    )


def _encoded_otherwise(rng: random.Random, data: bytes) -> bytes | None:
    text = data.decode("utf-8", "replace")
    encoding = rng.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp037", "utf-7", "latin-1", "cp1252")
    )
    declared = rng.choice(
        ("", "UTF-8", "UTF-16", "UTF-32", "EBCDIC-CP-US", "UTF-7", "ISO-8859-15", "klingon", "x" * 5000)
    )
    if declared and "<" in text[:10]:
        text = re.sub(r"<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL).lstrip("\ufeff\r\n ")
        text = f'<?xml version="{rng.choice(("1.0", "1.0", "1.1", "9"))}" encoding="{declared}"?>{text}'
    return text.encode(encoding, "xmlcharrefreplace")


def _marks(rng: random.Random, data: bytes) -> bytes | None:
    """Byte order marks that do not belong there."""
    marks = (
        b"\xef\xbb\xbf" * 2,
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xff\xfe\x00\x00",
        b"\x00\x00\xfe\xff",
        b"+/v8",
        b"\xef\xbb",
    )
    return rng.choice(marks) + data


def _mark_inside(rng: random.Random, data: bytes) -> bytes | None:
    """A byte order mark in the middle, as of two files that were joined."""
    place = _place(rng, data)
    return data[:place] + rng.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\x00\x00\xfe\xff")) + data[place:]


def _overlong(rng: random.Random, data: bytes) -> bytes | None:
    """ASCII written in two or three bytes, which UTF-8 forbids, since it hides characters from a filter."""
    found = [position for position, byte in enumerate(data) if byte in b"<>&\"'/.0123456789"]
    made = bytearray(data)
    for place in sorted(rng.sample(found, min(len(found), rng.choice((1, 3, 100)))), reverse=True):
        byte = data[place]
        short, long = (0xC0 | byte >> 6, 0x80 | byte & 63), (0xE0, 0x80 | byte >> 6, 0x80 | byte & 63)
        made[place : place + 1] = bytes(rng.choice((short, long)))
    return bytes(made)


def _mixed_encodings(rng: random.Random, data: bytes) -> bytes | None:
    """One half in another encoding."""
    place = _place(rng, data)
    other = data[place:].decode("utf-8", "replace").replace("e", "é")
    return data[:place] + other.encode(rng.choice(("latin-1", "utf-8", "utf-16-le", "cp1252")), "replace")


ON_BYTES: Final[tuple[Trick, ...]] = (
    _bit_flips, _bit_flips, _special_bytes, _cut_off, _beginning_lost, _slice_twice, _slice_lost,
    _other_document_inside, _twice, _nuls, _encoded_otherwise, _marks, _mark_inside, _overlong, _mixed_encodings,
)  # fmt: skip


# -- tricks on XML ----------------------------------------------------------------------------------------------------

_TAG: Final = re.compile(r"<([A-Za-z_][\w:.-]*)(\s[^<>]*)?>([^<>]*)</\1>")
_ANY_TAG: Final = re.compile(r"<[A-Za-z_][\w:.-]*[^<>]*>")
_ROOT: Final = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*")
_ATTRIBUTE: Final = re.compile(r"""(\s[\w:.-]+=)("[^"<]*"|'[^'<]*')""")

STRANGE: Final = (
    "", " ", "NaN", "-NaN", "Infinity", "-Infinity", "1e999", "-1e-999", "1E+999999999", "1e2147483648", "9" * 400,
    "9" * 5000, "0." + "0" * 3000 + "1", "0" * 9999, "-0", "+1", "1,0,0", "1 000,50", "١٢٣", "12３", "0x10", "1_000",
    "½", "1.2.3", "--5", "−5", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "-2026-01-01", "2026-02-30",
    "20260230", "99991231", "00000101", "2026-01-01T25:61:61Z", "2026-01-01+99:99", "true", "null", "None",
    "\u202e1.00", "\u200b", "\ufeff", "\U0001f9fe" * 50, "A" * 3_000, "ä" * 100_000, "]]>", "%s%n%d", "{0.__class__}",
    "{}", "${jndi:ldap://x}", "../../../etc/passwd", "'; DROP TABLE x", "=cmd|' /C calc'!A0", "<b>", "&lt;script&gt;",
    "\\", "\\u0000", "\x7f\x85\x9f", "a\nb\r\nc\td", "FI" + "1" * 500, "SE" * 300, "0037:" * 1000, "EUR" * 3, "XXX",
    "XTS", "JPY", "ZZ", "AA", "-1", "0", "100000000000000000000.01", "1." + "3" * 40, "AAAA" * 50_000, "QUJD=QUJD",
    "-0.00", "+0", "1E+999999", "1e-7", "0E-1000000", ".5", "5.", "１２", "٢٠٢٦-٠٦-١٥", "2026-06-15Z",
    "2026-06-15+14:00", "2026-06-15T24:00:00", "2026-06-15T12:00:00.123456789+03:00", "2026-W24-1", "15.6.2026",
    "24:00:00", "1900-02-29", "http://[::1", "mailto:", "\ud7ff\ue000\ufffd", "I" * 60, "İ", "ß" * 50, "\u2028",
)  # fmt: skip
"""Texts that stand where a value is expected."""


def _text_of(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _escaped(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")


def _pick(rng: random.Random, pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None


def _strange_texts(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    for _ in range(rng.choice((1, 1, 2, 6))):
        if (found := _pick(rng, _TAG, text)) is not None:
            text = text[: found.start(3)] + _escaped(rng.choice(STRANGE)) + text[found.end(3) :]
    return text.encode("utf-8", "replace")


def _strange_attributes(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    for _ in range(rng.choice((1, 2))):
        if (found := _pick(rng, _ATTRIBUTE, text)) is not None:
            value = _escaped(rng.choice(STRANGE)).replace('"', "&quot;")
            text = f'{text[: found.start(2)]}"{value}"{text[found.end(2) :]}'
    return text.encode("utf-8", "replace")


def _element_often(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    if (found := _pick(rng, _TAG, text)) is None:
        return None
    return (text[: found.end()] + found[0] * rng.choice((1, 3, 200, 3_000)) + text[found.end() :]).encode()


def _element_lost(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    if (found := _pick(rng, _TAG, text)) is None:
        return None
    return (text[: found.start()] + text[found.end() :]).encode()


def _element_elsewhere(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    found, place = _pick(rng, _TAG, text), _pick(rng, _ANY_TAG, text)
    if found is None or place is None:
        return None
    return (text[: place.end()] + found[0] + text[place.end() :]).encode()


def _element_renamed(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    if (found := _pick(rng, _TAG, text)) is None:
        return None
    name = rng.choice((found[1].lower(), found[1].upper(), "x", f"{found[1]}x", "x:y", "xml", f"q{'x' * 20_000}"))
    attributes = found[2] or ""
    return (text[: found.start()] + f"<{name}{attributes}>{found[3]}</{name}>" + text[found.end() :]).encode()


def _inserted(rng: random.Random, data: bytes, what: str) -> bytes | None:
    text = _text_of(data) or ""
    if (place := _pick(rng, _ANY_TAG, text)) is None:
        return None
    return (text[: place.end()] + what + text[place.end() :]).encode()


def _deep_inside(rng: random.Random, data: bytes) -> bytes | None:
    depth = rng.choice((50, 70, 250, 300, 5_000, 50_000))
    name = rng.choice(("a", "InvoiceRow", "cac:InvoiceLine", "invoiceline"))
    return _inserted(rng, data, f"<{name}>" * depth + f"</{name}>" * depth)


def _wide_inside(rng: random.Random, data: bytes) -> bytes | None:
    what = rng.choice(("<a/>", "<a>1</a>", "<!-- c -->", "<?p q?>", "<InvoiceRow/>", "<invoiceline/>", "<a b='c'/>"))
    return _inserted(rng, data, what * rng.choice((10, 1_000, 20_000)))


def _long_inside(rng: random.Random, data: bytes) -> bytes | None:
    size = rng.choice((*BIG, 11_000_000 if rng.random() < 0.1 else 100))
    return _inserted(rng, data, rng.choice(("x" * size, f"<a b='{'x' * size}'/>", f"<!--{'x' * size}-->", " " * size)))


def _many_attributes(rng: random.Random, data: bytes) -> bytes | None:
    count = rng.choice((100, 3_000, 100_000 if rng.random() < 0.1 else 100))
    kind = rng.choice(("a{0}='1'", "xmlns:a{0}='urn:a{0}'", "a='1'"))
    return _inserted(rng, data, f"<z {' '.join(kind.format(each) for each in range(count))}/>")


def _nodes_in_texts(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    for _ in range(3):
        if (found := _pick(rng, _TAG, text)) is not None:
            middle = rng.choice(
                ("<!-- c -->", "<?p q?>", "<b>1</b>", "<![CDATA[ <x> & ]]>", "<![CDATA[]]>", "&#0;", "&#xD;")
            )
            position = rng.randint(found.start(3), found.end(3))
            text = text[:position] + middle + text[position:]
    return text.encode("utf-8", "replace")


def _xinclude(rng: random.Random, data: bytes) -> bytes | None:
    return _inserted(
        rng,
        data,
        rng.choice(
            (
                '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
                '<?xml-stylesheet type="text/xsl" href="file:///etc/passwd"?>',
                '<a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:a file:///etc/passwd"/>',
                '<a xml:base="file:///etc/" xml:space="nonsense" xml:lang="' + "x" * 500 + '"/>',
            )
        ),
    )


DTDS: Final = (
    '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE a PUBLIC "-//A//B" "http://127.0.0.1:1/x.dtd">',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x"> %p;]>',
    "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]>",
    f'<!DOCTYPE a [<!ENTITY a "{"x" * 50_000}">]>',
    "<!DOCTYPE a>",
    "<!DOCTYPE\n a [ <!-- > ]> --> <?p ]> ?> ]>",
    "<!DOCTYPE a [<!ENTITY % a \"<!ENTITY &#37; b SYSTEM 'file:///etc/passwd'>\"> %a; %b;]>",
    '<!DOCTYPE a [<!NOTATION n SYSTEM "x"><!ENTITY u SYSTEM "x" NDATA n>]>',
    f"<!--{'x' * 250_000}--><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
    f"<?p {'x' * 250_000}?><!DOCTYPE a>",
    "\n" * 70_000 + "<!DOCTYPE a>",
)


def _document_type(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    declaration = re.match(r"\ufeff?\s*<\?xml.*?\?>", text, re.DOTALL)
    at = declaration.end() if declaration else 0
    if (root := _ROOT.search(text, at)) is None:
        return None
    return (text[: root.start()] + rng.choice(DTDS) + text[root.start() :]).encode("utf-8", "replace")


def _entity_used(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    declared = _document_type(rng, data)
    if declared is None or (found := _pick(rng, _TAG, text)) is None:
        return None
    used = (
        text[: found.start(3)]
        + rng.choice(("&x;", "&a;" * 5_000, "&c;" * 1_000, "&nbsp;", "%p;"))
        + text[found.end(3) :]
    )
    return used.encode() if rng.random() < 0.3 else _document_type(rng, used.encode())


def _wrapped(rng: random.Random, data: bytes) -> bytes | None:
    text = re.sub(r"^\ufeff?\s*<\?xml.*?\?>", "", _text_of(data) or "", flags=re.DOTALL)
    name = rng.choice(("root", "x", "Envelope", "SOAP-ENV:Envelope", "Finvoice", "StandardBusinessDocument"))
    return f"<{name}>{text * rng.choice((1, 2))}</{name}>".encode()


def _other_names_inside(rng: random.Random, data: bytes) -> bytes | None:
    """Many elements of which each has a name of its own."""
    kind = rng.choice(
        ("<a{0}>1</a{0}>", "<InvoiceRow{0}/>", "<cbc:ID{0} x='1'/>", "<invoiceline{0}><b/></invoiceline{0}>")
    )
    return _inserted(rng, data, "".join(kind.format(each) for each in range(rng.choice((10, 1_000, 10_000)))))


def _namespaces_everywhere(rng: random.Random, data: bytes) -> bytes | None:
    """A declaration on each element, the same or another."""
    text = _text_of(data) or ""
    kind = rng.choice((' xmlns:n{0}="urn:n"', ' xmlns:n="urn:n{0}"', ' xmlns=""', ' xmlns:cbc="urn:other"'))
    number = iter(range(1_000_000))
    return re.sub(
        r"<[A-Za-z_][\w:.-]*", lambda found: found[0] + kind.format(next(number)), text, count=rng.choice((3, 50, 0))
    ).encode("utf-8", "replace")


def _cdata_everywhere(rng: random.Random, data: bytes) -> bytes | None:
    kind = rng.choice(("<![CDATA[{0}]]>", "<![CDATA[]]>{0}<![CDATA[]]>", "<!---->{0}<?p?>"))
    text = _text_of(data) or ""
    return _TAG.sub(
        lambda found: (
            found[0][: found.start(3) - found.start()]
            + kind.replace("{0}", found[3])
            + found[0][found.end(3) - found.start() :]
        ),
        text,
    ).encode("utf-8", "replace")


def _typed(rng: random.Random, data: bytes) -> bytes | None:
    """Attributes of XML itself and of XML Schema, which change what a document means to some parsers."""
    text = _text_of(data) or ""
    declared = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    kind = rng.choice(
        (
            f'{declared} xsi:type="x:y"',
            f'{declared} xsi:nil="true"',
            ' xml:space="preserve"',
            ' xml:id="a"',
            ' xml:base="x"',
        )
    )
    if (found := _pick(rng, _ANY_TAG, text)) is None:
        return None
    at = found.end() - (2 if found[0].endswith("/>") else 1)
    return (text[:at] + kind + text[at:]).encode("utf-8", "replace")


def _branch_often(rng: random.Random, data: bytes) -> bytes | None:
    """An element with all that it holds, many times beside or inside itself."""
    text = _text_of(data) or ""
    if (found := _pick(rng, _ANY_TAG, text)) is None or found[0].endswith("/>"):
        return None
    name = re.match(r"<([\w:.-]+)", found[0])
    assert name is not None
    end = text.find(f"</{name[1]}>", found.end())
    if end < 0:
        return None
    held, end = text[found.end() : end], end + len(name[1]) + 3
    times = min(rng.choice((3, 50, 3_000)), 600_000 // (end - found.start()) + 1)
    if rng.random() < 0.5:
        return (text[:end] + text[found.start() : end] * times + text[end:]).encode("utf-8", "replace")
    depth = min(times, 200)
    return (text[: found.start()] + found[0] * depth + held + f"</{name[1]}>" * depth + text[end:]).encode(
        "utf-8", "replace"
    )


def _instructions(rng: random.Random, data: bytes) -> bytes | None:
    what = (
        "<?xml version='1.0'?>",
        '<?xml-stylesheet href="file:///etc/passwd"?>',
        "<?php exit ?>",
        "<? ?>",
        "<?p" + "x" * 9_000 + "?>",
    )
    return _inserted(rng, data, rng.choice(what) * rng.choice((1, 500)))


def _namespace_changed(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    if (found := _pick(rng, re.compile(r"xmlns(:\w+)?=\"([^\"]*)\""), text)) is None:
        return None
    value = rng.choice(("", "urn:x", "x" * 20_000, "http://www.w3.org/XML/1998/namespace", "file:///etc/passwd", " "))
    return (text[: found.start(2)] + value + text[found.end(2) :]).encode()


ON_XML: Final[tuple[Trick, ...]] = (
    _strange_texts, _strange_texts, _strange_attributes, _element_often, _element_lost, _element_elsewhere,
    _element_renamed, _deep_inside, _wide_inside, _long_inside, _many_attributes, _nodes_in_texts, _xinclude,
    _document_type, _entity_used, _wrapped, _namespace_changed, _other_names_inside, _namespaces_everywhere,
    _cdata_everywhere, _typed, _branch_often, _instructions,
)  # fmt: skip


# -- tricks on JSON ---------------------------------------------------------------------------------------------------

STRANGE_JSON: Final = (
    "1e999", "-1e999", "NaN", "-Infinity", "1E+999999999", "1e-999999999", "9" * 400, "9" * 5000, "0." + "1" * 3000,
    "-0", "-0.0", "null", "true", "[]", "{}", '""', '" "', '"\\ud800"', '"\\udfff\\ud800"', '"\\u0000"', '"\\u202e"',
    "[[[[]]]]", '{"a":{"b":1}}', "[null]", "[1,[2]]", "01", "+1", ".5", "1.", "0x1", "'a'", "undefined", '"a\nb"',
    "[" * 2000 + "]" * 2000, '{"a":' * 300 + "1" + "}" * 300, "[" + "1," * 20_000 + "1]", "[" + "{}," * 3_000 + "{}]",
    '"' + "x" * 400_000 + '"', '{"":""}', '{"a":1,"a":2}',
)  # fmt: skip


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path] if path else []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        found += _leaves(item, (*path, key))
    return found


def _replaced(rng: random.Random, data: bytes, change: Callable[[Any, Any], str | None]) -> bytes | None:
    """Put raw text in the place of some values of a JSON document."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    raw: list[str] = []
    for _ in range(rng.choice((1, 1, 2, 5))):
        if not (paths := _leaves(value)):
            return None
        *way, last = rng.choice(paths)
        place = value
        for step in way:
            place = place[step]
        if (text := change(place, last)) is not None:
            raw.append(text)
            place[last] = f"@@{len(raw) - 1}@@"
    made = json.dumps(value, ensure_ascii=False)
    marks = {f'"@@{number}@@"': text for number, text in enumerate(raw)}
    # A value may have moved into another that was replaced later, and its mark with it: that one stays.
    return re.sub(r'"@@\d+@@"', lambda found: marks.get(found[0], found[0]), made).encode("utf-8", "surrogatepass")


def _strange_values(rng: random.Random, data: bytes) -> bytes | None:
    def change(place: Any, key: Any) -> str | None:
        return rng.choice((rng.choice(STRANGE_JSON), json.dumps(rng.choice(STRANGE))))

    return _replaced(rng, data, change)


def _other_type(rng: random.Random, data: bytes) -> bytes | None:
    def change(place: Any, key: Any) -> str | None:
        text = json.dumps(place[key])
        return rng.choice((f"[{text}]", f'{{"x":{text}}}', json.dumps(text), "null", f"[{text},{text}]"))

    return _replaced(rng, data, change)


def _member_lost(rng: random.Random, data: bytes) -> bytes | None:
    def change(place: Any, key: Any) -> str | None:
        if isinstance(place, dict):
            del place[key]
            return None
        return "null"

    try:
        value = json.loads(data)
        made = _leaves(value)
        *way, last = rng.choice(made)
        place = value
        for step in way:
            place = place[step]
        del place[last]
        return json.dumps(value).encode()
    except (ValueError, IndexError, RecursionError):
        return None


def _member_twice(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    found = _pick(rng, re.compile(r'"[A-Za-z_]+"\s*:\s*("[^"]*"|-?[0-9.]+|null|true|false)'), text)
    if found is None:
        return None
    return (text[: found.start()] + f"{found[0]}, {found[0]}" + text[found.end() :]).encode("utf-8", "surrogatepass")


def _unknown_members(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    if (found := _pick(rng, re.compile(r"\{(?=\s*\")"), text)) is None:
        return None
    kind = rng.choice(('"x{0}":1,', '"\\ud800{0}":1,', '"{0}":[{{}}],'))
    members = "".join(kind.format(each) for each in range(rng.choice((1, 100, 2_000))))
    return (text[: found.end()] + members + text[found.end() :]).encode("utf-8", "surrogatepass")


def _not_quite_json(rng: random.Random, data: bytes) -> bytes | None:
    text = (_text_of(data) or "").rstrip()
    if text[:1] not in "{[":
        return None
    return rng.choice(
        (
            f"{text[:-1]},{text[-1]}",
            f"// c\n{text}",
            f"{text} /* c */",
            f"{text};",
            f"{text}{text}",
            text.replace('"', "'"),
        )
    ).encode("utf-8", "surrogatepass")


def _in_list(rng: random.Random, data: bytes) -> bytes | None:
    text = _text_of(data) or ""
    between = rng.choice((",", ",null,", ",1,", ",[],", ",{},"))
    return f"[{between.join([text] * rng.choice((1, 2, 10)))}]".encode("utf-8", "surrogatepass")


def _lines_of_json(rng: random.Random, data: bytes) -> bytes | None:
    """One document on each line."""
    try:
        line = json.dumps(json.loads(data)).encode()
    except (ValueError, RecursionError):
        return None
    return b"\n".join([line] * rng.choice((2, 50)))


def _list_often(rng: random.Random, data: bytes) -> bytes | None:
    """The members of a list many times."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return None
    lists = [place for way in _leaves(value) if isinstance(place := _at(value, way), list) and place]
    if not lists:
        return None
    chosen = rng.choice(lists)
    chosen *= min(rng.choice((10, 300, 3_000)), 600_000 // len(json.dumps(chosen)) + 1)
    return json.dumps(value).encode()


def _at(value: Any, way: tuple[Any, ...]) -> Any:
    for step in way:
        value = value[step]
    return value


ON_JSON: Final[tuple[Trick, ...]] = (
    _strange_values, _strange_values, _strange_values, _other_type, _member_lost, _member_twice, _unknown_members,
    _not_quite_json, _in_list, _lines_of_json, _list_often,
)  # fmt: skip

REFUSED: Final = frozenset({_cut_off, _document_type, _member_twice})
"""Tricks after which there is nothing to read."""
