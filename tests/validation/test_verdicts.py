"""The words are ours and the verdict is libxml2's: on official documents, and on documents spoilt at random."""

import random
from copy import deepcopy

import pytest
from lxml import etree

from einvoice import xml
from einvoice.validation import schema

from .samples import CORPORA, schema_faults


@pytest.mark.conformance
def test_official_examples_are_valid(shared):
    paths = [path for path in shared("conformance", "documents").rglob("*.*") if path.suffix.lower() == ".xml"]
    assert len(paths) > 40
    for path in paths:
        assert schema_faults(path.read_bytes()) == [], path.name


def spoil(root, draw):
    """Change something of the tree at *root*, as careless programs and editors do."""
    elements = [element for element in root.iter("*") if element.getparent() is not None]
    if not elements:
        return
    element = draw.choice(elements)
    parent = element.getparent()
    match draw.randrange(8):
        case 0:
            parent.remove(element)
        case 1:
            parent.insert(parent.index(element), deepcopy(element))
        case 2:
            element.tag = f"{element.tag}X"
        case 3:
            draw.choice(elements).append(deepcopy(element))
        case 4:
            element.text = "bogus"
        case 5:
            element.set("Other", "1")
        case 6:
            parent.append(element)
        case 7:
            element.tag = etree.QName(element).localname


def lower_case(root):
    for element in root.iter("*"):
        element.tag = element.tag.lower()
        attributes = [(name.lower(), value) for name, value in element.attrib.items()]
        element.attrib.clear()
        element.attrib.update(attributes)
    return root


@pytest.mark.parametrize(
    "name", ["peppol-bis/everything.xml", "netvisor/invoice-two-vat-rates.xml", "netvisor/batch.xml"]
)
def test_spoilt_documents(name):
    draw = random.Random(20261120)
    data = (CORPORA / name).read_bytes()
    rules = "ubl-2.1" if name.startswith("peppol") else "netvisor"
    schemas = schema.SCHEMAS[rules]
    path = schemas.path_of(schemas.kind_of(xml.parse(data)))
    judge = etree.XMLSchema(file=str(path))
    verdicts = set()
    for _ in range(300):
        root = xml.parse(data)
        for _ in range(draw.choice([1, 1, 2, 5])):
            spoil(root, draw)
        root = xml.parse(etree.tostring(root))
        kind = schemas.kind_of(root)
        if kind not in schemas.files or schemas.path_of(kind) != path:
            continue
        verdict = schema.judge_root(root, rules)
        found = [*verdict.around, *(finding for findings in verdict.inside.values() for finding in findings)]
        plain = lower_case(deepcopy(root)) if schemas.folds else root
        assert judge.validate(plain) == (not found)
        verdicts.add(not found)
        places = {(xml.path_of(element), element.sourceline) for element in root.iter("*")}
        assert {(finding.path.partition("/@")[0], finding.line) for finding in found} <= places
        for finding in found:
            assert finding.fix and "{" not in finding.message and "does not fit the schema" not in finding.message
    assert verdicts == {True, False}
