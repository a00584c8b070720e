"""The documents of our own corpora, judged by every layer: `validate` says of them what corpora/README.md says."""

import re

import pytest
from tests.corpora.expectations import expectations, samples

import einvoice
from einvoice import Context, xml
from einvoice.validation import validate, validate_many

from .samples import CORPORA

CONTEXT = Context.load(CORPORA / "einvoice.toml")
OFFICIAL = ("en16931", "peppol")

POSITIVE = samples("peppol-bis")
NEGATIVE = samples("peppol-bis/negative")
EXPECTED = expectations("peppol-bis/negative")


@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_a_good_document_is_valid(path):
    report = validate(path.read_bytes())
    assert [layer.layer for layer in report.layers] == ["schema", "en16931", "peppol", "business"]
    assert report.checked and report.valid
    assert not [finding for finding in report.findings if finding.layer in OFFICIAL]


@pytest.mark.parametrize("path", NEGATIVE, ids=lambda path: path.name)
def test_a_faulty_document_breaks_the_rules_that_the_readme_names(path):
    report = validate(path.read_bytes())
    found = {finding.code: finding.severity for finding in report.findings if finding.layer in OFFICIAL}
    assert set(found) == set(re.findall(r"`([^`]+)`", EXPECTED[path.name]))
    warnings = EXPECTED[path.name].startswith("warnings")
    assert set(found.values()) == ({"warning"} if warnings else {"error"})
    assert report.valid == warnings


@pytest.mark.parametrize("path", POSITIVE + NEGATIVE, ids=lambda path: path.name)
def test_every_place_exists(path):
    data = path.read_bytes()
    elements = {xml.path_of(element): element for element in xml.parse(data).iter("*")}
    # Everything is wrong in a document whose amounts have three decimals and whose codes are lower case.
    spoilt = re.sub(rb">(\d+\.\d\d)<", rb">\g<1>1<", re.sub(rb">(380|S|30|EUR)<", rb">x\g<1><", data))
    for report in (validate(data), validate(spoilt, layers=["schematron"])):
        for finding in (finding for finding in report.findings if finding.layer in OFFICIAL):
            place, _, attribute = finding.path.partition("/@")
            assert finding.line == elements[place].sourceline
            assert not attribute or finding.value == elements[place].get(attribute)
            assert finding.message and finding.fix


BROKEN = {
    # Netvisor document: official rules that each of its invoices breaks; every other one that is read breaks none
    "draft.xml": [{"BR-02"}],
    "invoice-minimal.xml": [{"BR-02"}],
    "response-list.xml": [
        {"BR-12", "BR-13", "BR-16", "BR-CO-10", "BR-CO-13", "BR-CO-15", "BR-CO-18"},
        {"BR-10", "BR-12", "BR-13", "BR-16", "BR-CO-10", "BR-CO-13", "BR-CO-15", "BR-CO-18"},
    ],
    "response-newest-elements.xml": [{"BR-CL-24"}],
    "total-does-not-tie.xml": [{"BR-CO-16"}],
    "total-zero-netvisor-prices.xml": [
        {
            *("BR-12", "BR-13", "BR-14", "BR-24", "BR-26", "BR-27", "BR-45", "BR-46", "BR-CO-10", "BR-CO-13"),
            *("BR-CO-14", "BR-CO-15", "BR-CO-16", "BR-CO-17", "BR-S-08", "BR-S-09"),
        }
    ],
}
NOT_VALID = {*BROKEN, "order.xml", "response-order.xml"}
"""Beside those: orders, which are no invoices.  A private person gets the invoice on paper and needs no address."""


@pytest.mark.parametrize("path", samples("netvisor"), ids=lambda path: path.name)
def test_a_netvisor_document_is_valid_but_for_what_it_lacks(path):
    try:
        reports = list(validate_many(path.read_bytes(), context=CONTEXT))
    except einvoice.EInvoiceError as error:
        assert error.exit_code == 3 and path.name.startswith("response-")
        return
    found = [{f.code for f in report.findings if f.layer == "en16931"} for report in reports]
    assert found == BROKEN.get(path.name, [set()] * len(reports))
    assert all(report.checked for report in reports)
    assert all(report.valid == (path.name not in NOT_VALID) for report in reports)
