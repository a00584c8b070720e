"""The registry as the command line shows it, the code of the tables, and the schema of the model."""

import json

import pytest
from tests.cli.program import run

from einvoice.formats import FORMATS, module
from einvoice.model import Invoice

COMPILED = [entry.id for entry in FORMATS if any(not m.syntax.json for m in module(entry.id).MAPPINGS)]


def test_json_lists_the_registry() -> None:
    formats = json.loads(run("formats", "--output", "json").stdout)["formats"]
    assert [f["id"] for f in formats] == [entry.id for entry in FORMATS]
    assert all(f["available"] for f in formats)


def test_table_names_every_format() -> None:
    lines = run("formats").text.splitlines()
    assert [line.split()[0] for line in lines[1:]] == [entry.id for entry in FORMATS]


@pytest.mark.parametrize("name", COMPILED)
def test_code_of_a_format_is_python(name: str) -> None:
    outcome = run("formats", name, "--show-code")
    assert outcome.code == 0
    compile(outcome.text, name, "exec")
    assert outcome.text.count("# " + name) == 2 * len(module(name).MAPPINGS)


def test_schema_of_the_model() -> None:
    schema = json.loads(run("formats", "--schema", "model").stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(schema["properties"]) == list(Invoice.model_fields)
    assert schema["additionalProperties"] is False
