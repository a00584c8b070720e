"""What docs/routing.md shows works, and its tables are those of the code."""

import re
import tomllib
from pathlib import Path

from einvoice.context import MARKING_TERMS, Context, InexchangeSettings
from einvoice.routing.status import STATES, read_state

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "routing.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table whose head begins with *heading*."""
    table = PAGE[PAGE.index(f"| {heading}") :].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table]


def test_python(capsys):
    (code,) = blocks("python")
    exec(compile(code, "docs/routing.md", "exec"), {})
    assert "BT-10 marking 'KP-204'" in capsys.readouterr().out


def test_context():
    (text,) = blocks("toml")
    found = Context.parse(tomllib.loads(text))
    assert found.customers["1001"].marking_is == "order"
    shown = found.inexchange.model_copy(update={"markings": {}, "consumers": {}})
    assert shown == InexchangeSettings()


def test_markings():
    shown = {re.match("`([a-z]+)`", kind)[1]: term for kind, term, _ in rows("`marking_is`")}
    assert shown == {kind: term for kind, (term, _) in MARKING_TERMS.items()}


def test_states():
    for system, words, ours in rows("system"):
        for word in words.split(", "):
            if system != "any":
                assert read_state(system, word).neutral == ours.partition(",")[0], word
    named = {(system, word) for system, words, _ in rows("system") for word in words.split(", ")}
    known = {(system, word) for system, table in STATES.items() for word in table if table[word] != "unknown"}
    assert known <= named
