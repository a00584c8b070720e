"""From the locations that Schematron engines write to elements."""

import doctest
from time import process_time

import pytest

from einvoice import xml
from einvoice.validation import places
from einvoice.validation.places import Finder

DOCUMENT = xml.parse(
    b'<e:Envelope xmlns:e="urn:e"><Invoice xmlns="urn:i" xmlns:c="urn:c">\n'
    b"<c:ID>1</c:ID>\n"
    b"<c:Line><c:ID>a/b</c:ID></c:Line>\n"
    b'<c:Line><c:ID xmlns:z="urn:z" scheme="S" z:kind="K">x</c:ID><c:ID>y</c:ID><ID>z</ID></c:Line>\n'
    b"</Invoice></e:Envelope>"
)
INVOICE = DOCUMENT[0]

FOUND = [
    # location                                                                         path below the invoice
    ("/",                                                                              ""),
    ("",                                                                               ""),
    ("/*:Invoice[namespace-uri()='urn:i'][1]",                                         ""),
    ("/*:Invoice[namespace-uri()='urn:i'][1]/*:Line[namespace-uri()='urn:c'][2]",      "/Line[2]"),
    ("/Invoice/Line[2]/ID[2]",                                                         "/Line[2]/ID[2]"),
    ("/*[local-name()='Invoice']/*[local-name()='Line' and namespace-uri()='urn:c'][1]", "/Line[1]"),
    ("/*[local-name()='Invoice' and namespace-uri()='urn:i']/*[local-name()='ID'][1]", "/ID"),
    ("/i:Invoice[1]/c:Line[position() = 2]/c:ID[1]",                                   "/Line[2]/ID[1]"),
    ("/Q{urn:i}Invoice[1]/Q{urn:c}Line[2]",                                            "/Line[2]"),
    ("/*:Invoice[1]/*:Line[2]/*:ID[namespace-uri()='urn:i'][1]",                       "/Line[2]/ID"),
    ("/*:Invoice[1]/*:Line[2]/*:ID[1]/@scheme",                                        "/Line[2]/ID[1]/@scheme"),
    ("/*:Invoice[1]/*:Line[2]/*:ID[1]/@*[local-name()='kind' and namespace-uri()='urn:z']", "/Line[2]/ID[1]/@kind"),
    # what is not there, or no element: the nearest above it
    ("/*:Invoice[1]/*:Line[2]/*:ID[1]/@absent",                                        "/Line[2]/ID[1]"),
    ("/*:Invoice[1]/*:Line[3]/*:ID[1]",                                                ""),
    ("/*:Invoice[1]/*:Line[2]/text()[1]",                                              "/Line[2]"),
]  # fmt: skip


@pytest.mark.parametrize(("location", "path"), FOUND)
def test_find_node(location, path):
    found = Finder(INVOICE).node(location)
    assert found is not None
    assert found.path == f"/Envelope/Invoice{path}"
    assert found.line == found.element.sourceline


@pytest.mark.parametrize("location", [None, "/*:Order[1]", "/*:Invoice[namespace-uri()='urn:e'][1]", "document('a')"])
def test_locations_that_lead_elsewhere(location):
    assert Finder(INVOICE).node(location) is None


def test_values_are_those_of_leaves_and_attributes():
    def value(location):
        return Finder(INVOICE).node(location).value

    assert value("/*:Invoice/*:Line[2]") is None
    assert value("/*:Invoice/*:Line[1]/*:ID") == "a/b"
    assert value("/*:Invoice/*:Line[2]/*:ID[1]/@scheme") == "S"
    assert Finder(xml.parse(b"<a><b/></a>")).node("/a/b").value == ""


def test_spots_of_many_siblings_take_time_that_is_linear():
    """20,000 empty elements are as many findings; each once looked through all of its siblings, which took a minute."""
    count = 20_000
    finder = Finder(xml.parse(b"<a>" + b"<b c='1'/>" * count + b"</a>"))
    began = process_time()
    spots = [finder.spot(finder.node(f"/a/*:b[{number}]/@c")) for number in range(1, count + 1)]
    assert process_time() - began < 5
    assert spots[0] == ("/a/b[1]/@c", 1, "1")
    assert spots[-1] == (f"/a/b[{count}]/@c", 1, "1")


def test_examples():
    assert doctest.testmod(places, extraglobs={"etree": places.etree}).failed == 0
