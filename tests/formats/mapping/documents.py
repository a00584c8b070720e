"""The documents that the laws run over: the corpora of the repository, and those of the shared folder."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.oracle import shared_folder

from einvoice import Context, EInvoiceError
from einvoice.formats import detect, module
from einvoice.formats.document import Document, Part
from einvoice.formats.finvoice.frame import normalised
from einvoice.formats.finvoice.mapping import MAPPING as FINVOICE
from einvoice.formats.mapping import Mapping
from einvoice.formats.netvisor.mapping import DETAIL_MAPPING, IMPORT_MAPPING, LIST_MAPPING
from einvoice.formats.ubl.mapping import CREDIT_NOTE, INVOICE

ROOT = Path(__file__).resolve().parents[3]
CORPORA = ROOT / "corpora"
SHARED = ("corpora/netvisor/requests", "corpora/netvisor/responses", "corpora/finvoice", "conformance/documents")


@dataclass(frozen=True)
class Case:
    """One invoice of a corpus file."""

    path: Path
    format: str
    mapping: Mapping
    part: Part
    element: etree._Element

    @property
    def name(self) -> str:
        return f"{self.path.name}[{self.part.index}]"


def corpus_files() -> list[Any]:
    """Return the files of the repository, and those of the shared folder as conformance parameters."""
    found: list[Any] = [
        pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in sorted(CORPORA.glob("*/**/*.xml"))
    ]
    folder = shared_folder()
    if folder is None:
        return [*found, pytest.param(None, id="shared", marks=pytest.mark.conformance)]
    for name in SHARED:
        for path in sorted((folder / name).glob("**/*")):
            if path.suffix.lower() == ".xml":
                found.append(pytest.param(path, id=f"{path.parent.name}-{path.stem}", marks=pytest.mark.conformance))
    return found


@cache
def cases(path: Path) -> tuple[Case, ...]:
    """Return the invoices in *path*; none for a file that no format takes."""
    try:
        return cases_of(path.read_bytes(), path)
    except EInvoiceError:
        return ()


def cases_of(data: bytes, path: Path) -> tuple[Case, ...]:
    """Return the invoices in *data*, which is like the file at *path*."""
    source = detect.open_source(data)
    name = detect.detect_source(source).format
    return tuple(_case(path, name, part) for part in module(name).parts(source))


def _case(path: Path, name: str, part: Part) -> Case:
    if name == "netvisor":
        forms = {"import": IMPORT_MAPPING, "detail": DETAIL_MAPPING, "list": LIST_MAPPING}
        return Case(path, name, forms[part.content.form], part, part.content.element)
    if name == "finvoice":
        return Case(path, name, FINVOICE, part, normalised(part.content.element)[0])
    root = part.content
    return Case(path, name, CREDIT_NOTE if etree.QName(root).localname == "CreditNote" else INVOICE, part, root)


FILES = corpus_files()


def files_with(wanted: Callable[[Case], bool]) -> Any:
    """Return the parametrisation over the files with an invoice that is *wanted*."""
    found = [file for file in FILES if file.values[0] is None or any(wanted(case) for case in cases(file.values[0]))]
    return pytest.mark.parametrize("path", found)


every_file = files_with(lambda case: True)
ubl_files = files_with(lambda case: case.format == "peppol-bis")
finvoice_files = files_with(lambda case: case.format == "finvoice")
import_files = files_with(lambda case: case.mapping is IMPORT_MAPPING)


@cache
def context() -> Context:
    """Return the context of the samples."""
    return Context.load(CORPORA / "einvoice.toml")


def read(case: Case, known: Context) -> Document | None:
    """Return the document, None when one of its values cannot be read."""
    try:
        return module(case.format).read_part(case.part, known)
    except EInvoiceError:
        return None


def sources() -> list[Case]:
    """Return every invoice of every file."""
    return [case for file in FILES if file.values[0] is not None for case in cases(file.values[0])]
