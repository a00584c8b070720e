"""A rule set read back from its stored form is the rule set, and nothing of it is parsed or decoded in vain."""

import subprocess
import sys
from pathlib import Path

import pytest

from einvoice import xml
from einvoice.schematron import build, library, store
from einvoice.schematron.exact import Exact
from einvoice.schematron.result import Place
from einvoice.schematron.xpath import Parser


@pytest.mark.parametrize("id", library.MAIN)
def test_stored_rules_are_the_rules(id: str) -> None:
    schema = build.read_edition(id)
    parser = Parser(schema)
    stored = store.Stored(store.dump(schema, parser, "digest"))
    assert stored.digest == "digest"
    assert stored.schema == schema
    assert {text: stored.trees[text] for text in stored.trees} == {
        text.text: parser.parse(text) for text in store.expressions(schema)
    }
    for number, pattern in enumerate(schema.patterns):
        for index, rule in enumerate(pattern.rules):
            for item, part in enumerate(rule.body):
                if part in tuple(rule.assertions):
                    assert stored.assertion(Place(number, index, item)) == part


@pytest.mark.parametrize("id", library.MAIN)
def test_stored_trees_spare_the_parser(id: str) -> None:
    """Every expression of a built-in rule set has its tree: `exact.py` prepares all of them without elementpath."""
    script = (
        "import sys\n"
        "from einvoice.schematron import library\n"
        f"library.built_in({id!r}).program.exact.prepare()\n"
        "print('elementpath' in sys.modules)\n"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"


def test_a_good_document_loads_neither_rules_nor_exact() -> None:
    """What tells of faults is not loaded where there are none: that is most of the start of a process."""
    document = Path(__file__).resolve().parents[2] / "corpora" / "peppol-bis" / "intra-community-goods.xml"
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from einvoice.schematron import library\n"
        "rules = [library.built_in(id) for id in library.MAIN]\n"
        f"found = library.judge(rules, Path({str(document)!r}).read_bytes())\n"
        "assert not any(each.failures for each in found)\n"
        "names = ('exact', 'store', 'xpath', 'schema', 'tokens', 'compile', 'read')\n"
        "print([name for name in names if f'einvoice.schematron.{name}' in sys.modules])\n"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_equal_trees_are_equal_values() -> None:
    schema = build.read_edition("peppol-bis-3/2026-05")
    first, second = Parser(schema), Parser(schema)
    for text in store.expressions(schema):
        assert first.parse(text) == second.parse(text)
        assert hash(first.parse(text)) == hash(second.parse(text))


def test_exact_of_stored_rules_judges_alike() -> None:
    schema = build.read_edition("en16931/1.3.16")
    stored = store.Stored(store.dump(schema, Parser(schema), "x"))
    data = b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>'
    found = []
    for exact in (Exact(schema), Exact(stored.schema, Parser(stored.schema, stored.trees))):
        found.append(exact.judge(exact.document(xml.parse(data, faithful=True))))
    assert found[0] == found[1]
    assert "BR-02" in found[0].failed_ids
