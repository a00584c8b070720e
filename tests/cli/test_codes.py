"""Every code that the tool can print has a title, why it matters and how to mend it, whatever room it comes from."""

import ast
import json
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.cli.program import run

import einvoice.schematron.compiled as compiled
from einvoice import errors
from einvoice.cli.codes import FAMILIES, catalogue, text_of
from einvoice.findings import error_code
from einvoice.schematron import library

SOURCE = Path(__file__).resolve().parents[2] / "src" / "einvoice"
CODE = re.compile(r"(?:EI|LOSS|XSD|JSON)-[A-Z0-9]+(?:-[A-Z0-9]+)*|[EW]-ROUTE-\d+")


@cache
def nodes() -> list[tuple[Path, ast.AST]]:
    """Every text and every text with a gap in the source, but for what is generated."""
    files = [file for file in SOURCE.rglob("*.py") if "compiled" not in file.parts]
    walks = ((file, ast.walk(ast.parse(file.read_text(encoding="utf-8")))) for file in files)
    return [(file, node) for file, walk in walks for node in walk if isinstance(node, ast.Constant | ast.JoinedStr)]


def of_rule_sets() -> Iterator[str]:
    """The rules of every compiled edition."""
    for id in library.MAIN:
        yield from (assertion.id for assertion in library.built_in(id).schema.assertions if assertion.id)


def of_source() -> Iterator[str]:
    """Every text in the source that is a code as a whole; `report/` and the code of rules only talk about them."""
    for _, node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
            yield node.value


def of_errors(kind: type[errors.EInvoiceError] = errors.EInvoiceError) -> Iterator[str]:
    """The exceptions; their base is never raised itself."""
    for child in kind.__subclasses__():
        if child.__module__ == errors.__name__:
            yield error_code(child.__name__)
            yield from of_errors(child)


WHERE = {"rule sets": set(of_rule_sets()), "source": set(of_source()), "errors": set(of_errors())}


def test_places_are_looked_at() -> None:
    assert {"BR-CO-10", "PEPPOL-EN16931-R120", "FV-112", "SE-R-013"} <= WHERE["rule sets"]
    assert {"EI-KIND", "LOSS-NO-PLACE", "XSD-VALUE", "JSON-TYPE", "EI-BILLECTA-OCR", "EI-RULE-ERROR"} <= WHERE["source"]
    assert {"EI-NOT-WELL-FORMED", "EI-ENGINE-MISSING", "EI-INVALID-CHECK-DIGIT"} <= WHERE["errors"]


def test_every_compiled_edition_is_among_the_rule_sets() -> None:
    names = {library.module_of(id) for id in library.MAIN}
    found = {name for _, name, _ in pkgutil.iter_modules(compiled.__path__)}
    assert {name for name in found if not name.endswith("_messages")} == names


def test_no_code_is_glued_together() -> None:
    """A code that is made of parts would be found by nobody."""
    for file, node in nodes():
        if isinstance(node, ast.JoinedStr):
            parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
            assert not any(re.match(r"(EI|LOSS|XSD|JSON|[EW]-ROUTE)-", str(part)) for part in parts), file


@pytest.mark.parametrize("place", WHERE)
def test_every_code_is_in_the_catalogue(place: str) -> None:
    assert sorted(WHERE[place] - set(catalogue())) == []


def test_the_catalogue_has_no_code_that_is_nowhere() -> None:
    assert sorted(set(catalogue()) - set().union(*WHERE.values())) == []


def test_every_code_is_explained() -> None:
    keys = {family.key for family in FAMILIES}
    for code, entry in catalogue().items():
        text = text_of(code)
        assert text is not None, code
        head, *parts = text.splitlines()
        assert head.startswith(code), code
        assert entry.title in head, code
        assert entry.title.strip(), code
        for part in ("why", "fix", "example"):
            assert any(re.match(rf"  {part}: +\S", line) for line in parts), (code, part)
        assert all(re.match(r"  [a-z]+: +\S", line) for line in parts), code
        assert entry.family in keys, code


def test_no_two_registries_have_one_code() -> None:
    from einvoice.cli.codes import _official, _records

    codes = [entry.code for entry in (*_official(), *_records())]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


@pytest.mark.parametrize("format", ["peppol-bis", "netvisor", "finvoice", "billecta"])
def test_codes_that_do_occur_are_explained(format: str, workplace: Path) -> None:
    report = json.loads(run("validate", f"corpora/{format}/negative", "--output", "json").text)
    codes = {finding["code"] for document in report["documents"] for finding in document["findings"]}
    assert len(codes) > 5
    assert sorted(codes - set(catalogue())) == []
