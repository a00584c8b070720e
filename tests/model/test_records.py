"""The records that judging takes in place of the classes of the model: no difference but that nothing is checked."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.oracle import shared_folder
from tests.oracle.mutants import mutants
from tests.oracle.seeds import corpora, expectations

from einvoice.context import Context
from einvoice.errors import EInvoiceError
from einvoice.formats import detect, ubl
from einvoice.formats.document import Document, Part
from einvoice.model import Model, build, invoice, records
from einvoice.model.records import Record
from einvoice.validation.layers import run_rules

ROOT = Path(__file__).resolve().parents[2]
MUTANTS = int(os.environ.get("EINVOICE_MUTANTS", "1500"))
CLASSES = [value for value in vars(invoice).values() if isinstance(value, type) and issubclass(value, Model)]


def test_records_are_current() -> None:
    assert build.TARGET.read_text(encoding="utf-8") == build.source(), "run python -m einvoice.model.build"


@pytest.mark.parametrize("model", [model for model in CLASSES if model is not Model], ids=lambda model: model.__name__)
def test_an_empty_record_is_an_empty_object(model: type[Model]) -> None:
    record = getattr(records, model.__name__)({})
    assert tuple(record.__annotations__)[-len(model.model_fields) :] == tuple(model.model_fields)
    differ = list(differences(model(), record, ""))
    assert not differ


def differences(wanted: Any, found: Any, path: str) -> Iterator[str]:
    """Yield where a record differs from an object of the model, in a value, its digits, its type or what is stated."""
    if isinstance(wanted, Model):
        if type(wanted).__name__ != type(found).__name__ or not isinstance(found, Record):
            yield f"{path}: {type(found)} for {type(wanted)}"
            return
        if wanted.model_fields_set != found.__dict__.keys():
            yield f"{path}: stated are {wanted.model_fields_set ^ found.__dict__.keys()}"
        for name in type(wanted).model_fields:
            yield from differences(getattr(wanted, name), getattr(found, name), f"{path}.{name}")
        for name in ("allowances", "charges", "is_credit_note", "content"):
            if hasattr(type(wanted), name):
                yield from differences(outcome(wanted, name), outcome(found, name), f"{path}.{name}")
    elif isinstance(wanted, tuple):
        if type(found) is not tuple or len(wanted) != len(found):
            yield f"{path}: {found!r} for {wanted!r}"
            return
        for index, (one, other) in enumerate(zip(wanted, found, strict=True)):
            yield from differences(one, other, f"{path}[{index}]")
    elif isinstance(wanted, dict):
        if wanted != dict(found) or any(type(value) is not str for value in found.values()):
            yield f"{path}: {found!r} for {wanted!r}"
    else:
        assert isinstance(wanted, str | bytes | Decimal | date | bool | int | None), f"{path}: {type(wanted)}"
        if type(wanted) is not type(found) or repr(wanted) != repr(found):
            yield f"{path}: {found!r} for {wanted!r}"


def outcome(value: Any, name: str) -> Any:
    try:
        return getattr(value, name)
    except ValueError as error:
        return str(error)


def read(part: Part, *, record: bool) -> tuple[Document | None, object]:
    """Return the document in *part* and what is said of it: by the reader, and by the rules."""
    try:
        document = ubl.read_record(part) if record else ubl.read_part(part, Context())
    except EInvoiceError as error:
        return None, (type(error), str(error), error.findings)
    return document, [document.findings, document.locate(run_rules(document.invoice))]


def compare(data: bytes) -> bool | None:
    """Check that both ways give the same; True when the invoice was read, None when *data* holds none."""
    try:
        source = detect.open_source(data)
        if detect.detect_source(source).format != "peppol-bis":
            return None
        parts = list(ubl.parts(source))
    except EInvoiceError:
        return None
    for part in parts:
        (model, said), (record, said_of_record) = read(part, record=False), read(part, record=True)
        assert repr(said) == repr(said_of_record)
        assert (model is None) == (record is None)
        if model is None or record is None:
            return False
        differ = list(differences(model.invoice, record.invoice, ""))
        assert not differ, differ[:5]
        assert (model.format, model.index, model.element) == (record.format, record.index, record.element)
    return True


def test_every_document_of_the_corpora_is_read_the_same() -> None:
    read = [compare(file.read_bytes()) for file in sorted((ROOT / "corpora").rglob("*.xml"))]
    assert read.count(True) > 40


def test_mutants_are_read_the_same() -> None:
    read = [compare(mutant.data) for mutant in mutants(20261120, MUTANTS, corpora())]
    assert read.count(True) > MUTANTS / 2
    assert read.count(False) > MUTANTS / 100


@pytest.mark.conformance
@pytest.mark.skipif(shared_folder() is None, reason="the shared folder is not there")
def test_every_official_document_is_read_the_same() -> None:
    folder = shared_folder()
    assert folder is not None
    read = [compare(file.read_bytes()) for file in sorted(folder.rglob("*.xml"))]
    read += [compare(fragment.data) for fragment in expectations()]
    read += [compare(mutant.data) for mutant in mutants(20261121, MUTANTS)]
    assert read.count(True) > MUTANTS / 2 + 500


def test_a_valid_document_is_judged_without_pydantic() -> None:
    """The point of it all: what a short run spends its time on must not come back by way of an import."""
    code = (
        "import sys; from einvoice.cli import main; code = main(['validate', sys.argv[1]]);"
        "print(sorted({'pydantic', 'rich', 'email', 'einvoice.context'} & sys.modules.keys()), code)"
    )
    file = ROOT / "corpora" / "peppol-bis" / "zero-rated.xml"
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().splitlines()[-1] == "[] 0", done.stderr.decode()
