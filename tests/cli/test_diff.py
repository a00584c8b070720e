"""``einvoice diff``: sources, contexts, several invoices, forms of the report, exit codes."""

import json
import re
import zipfile
from dataclasses import fields
from pathlib import Path

import click
import pytest
from tests.cli.program import run
from tests.comparison.invoices import INVOICE, changed

from einvoice import Difference, Invoice
from einvoice.cli.diff import command

ROOT = Path(__file__).resolve().parents[2]

OTHER = changed(buyer_reference="other")


def write(path: str, *invoices: Invoice) -> str:
    objects = [invoice.model_dump(mode="json") for invoice in invoices]
    Path(path).write_text(json.dumps(objects if len(objects) != 1 else objects[0]), encoding="utf-8")
    return path


def numbered(number: str | None, reference: str = "r") -> Invoice:
    return changed(invoice_number=number, buyer_reference=reference)


def test_the_same_is_0(workplace: Path) -> None:
    outcome = run("diff", write("a.json", INVOICE), write("b.json", INVOICE))
    assert (outcome.code, outcome.stderr) == (0, "")
    assert outcome.text == "a.json (model) and b.json (model): the same\n"


def test_a_difference_is_1(workplace: Path) -> None:
    outcome = run("diff", write("a.json", INVOICE), write("b.json", OTHER))
    assert (outcome.code, outcome.stderr) == (1, "")
    assert outcome.text.splitlines() == [
        "a.json (model) and b.json (model): 1 difference",
        "  document",
        "    ~ BT-10 Buyer reference: KP-204 -> other",
    ]


def test_what_is_form_is_counted_and_shown_on_demand(workplace: Path) -> None:
    paths = write("a.json", INVOICE), write("b.json", changed(native={"netvisor:key": "7"}))
    outcome = run("diff", *paths)
    assert outcome.code == 0
    assert outcome.text.splitlines()[1] == "    1 difference of form, not of meaning: --all shows them"
    outcome = run("diff", *paths, "--all")
    assert outcome.code == 1
    assert "    + netvisor:key: 7" in outcome.text


def test_standard_input_is_one_of_them(workplace: Path) -> None:
    data = Path(write("b.json", OTHER)).read_bytes()
    assert run("diff", write("a.json", INVOICE), "-", stdin=data).text.startswith(
        "a.json (model) and - (model): 1 diff"
    )
    outcome = run("diff", "-", "-", stdin=data)
    assert outcome.code == 2
    assert "fix: name a file for A or for B" in outcome.stderr


def test_a_zip_beside_a_folder(workplace: Path) -> None:
    Path("left").mkdir()
    write("left/1.json", numbered("1"))
    write("left/2.json", numbered("2"))
    with zipfile.ZipFile("right.zip", "w") as archive:
        archive.write(write("x.json", numbered("2", "other")), "one.json")
        archive.write(write("y.json", numbered("1")), "two.json")
    outcome = run("diff", "left", "right.zip")
    assert outcome.code == 1
    assert "left/1.json (model) and right.zip/two.json (model): the same" in outcome.text
    assert "left/2.json (model) and right.zip/one.json (model): 1 difference" in outcome.text
    assert outcome.text.endswith("\n2 invoices: 1 the same, 1 different\n")


def test_several_are_matched_by_number(workplace: Path) -> None:
    left = write("a.json", numbered("1"), numbered("2"), numbered("3"))
    right = write("b.json", numbered("4"), numbered("2"), numbered("1", "other"))
    outcome = run("diff", left, right, "--output", "json")
    assert outcome.code == 1
    report = json.loads(outcome.text)
    pairs = [
        [None if side is None else side["invoice_number"] for side in (each["left"], each["right"])]
        for each in report["documents"]
    ]
    assert pairs == [["1", "1"], ["2", "2"], ["3", None], [None, "4"]]
    assert report["summary"] == {
        "documents": 4, "same": 1, "different": 1, "only_left": 1, "only_right": 1, "differences": 1, "errors": 0,
    }  # fmt: skip
    text = run("diff", left, right).text
    assert "- a.json (invoice 3) (model): invoice 3 is not in b.json\n" in text
    assert "+ b.json (invoice 1) (model): invoice 4 is not in a.json\n" in text


def test_several_without_a_number_are_matched_in_order(workplace: Path) -> None:
    left = write("a.json", numbered(None), numbered("7"), numbered(None, "x"))
    right = write("b.json", numbered("7"), numbered(None), numbered(None, "y"))
    outcome = run("diff", left, right, "--output", "json")
    documents = json.loads(outcome.text)["documents"]
    assert [(each["left"]["index"], each["right"]["index"]) for each in documents] == [(0, 1), (1, 0), (2, 2)]
    assert [len(each["differences"]) for each in documents] == [0, 0, 1]


def test_one_beside_one_is_compared_whatever_their_numbers(workplace: Path) -> None:
    outcome = run("diff", write("a.json", numbered("1")), write("b.json", numbered("2")))
    assert "    ~ BT-1 Invoice number: 1 -> 2\n" in outcome.text


def test_json_is_what_the_page_says(workplace: Path) -> None:
    outcome = run("diff", write("a.json", INVOICE), write("b.json", OTHER), "--output", "json")
    report = json.loads(outcome.text)
    assert list(report) == ["tool", "left", "right", "documents", "errors", "summary"]
    (document,) = report["documents"]
    assert document["left"] == {
        "path": "a.json", "index": 0, "format": "model", "invoice_number": "1001", "not_compared": 0,
    }  # fmt: skip
    assert document["same"] is document["turned"] is False
    assert document["differences"] == [
        {
            "kind": "changed", "section": "document", "item": None, "terms": ["BT-10"], "name": "Buyer reference",
            "path": "buyer_reference", "right_path": "buyer_reference", "left": "KP-204", "right": "other",
            "meaning": True,
        }
    ]  # fmt: skip


def test_python_of_the_page_works(workplace: Path) -> None:
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    (snippet,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(compile(snippet, "docs/diff.md", "exec"), {})


def test_page_names_every_option_and_every_field() -> None:
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.name != "help":
            assert f"`{parameter.opts[0]}" in page, parameter.name
    assert all(f"`{field.name}`" in page for field in fields(Difference))


@pytest.mark.parametrize(("ignored", "code"), [("BT-10", 0), ("bt-1?", 0), ("EX-*, BT-10", 0), ("BT-1", 1), ("", 1)])
def test_terms_that_do_not_count(workplace: Path, ignored: str, code: int) -> None:
    outcome = run("diff", write("a.json", INVOICE), write("b.json", OTHER), "--ignore", ignored)
    assert outcome.code == code


def test_a_term_that_does_not_exist_is_not_ignored(workplace: Path) -> None:
    outcome = run("diff", write("a.json", INVOICE), write("b.json", OTHER), "--ignore", "BT-999")
    assert outcome.code == 2
    assert "no business term is called BT-999" in outcome.stderr


def test_report_goes_to_a_file(workplace: Path) -> None:
    paths = write("a.json", INVOICE), write("b.json", OTHER)
    outcome = run("diff", *paths, "-o", "report.txt")
    assert (outcome.code, outcome.text) == (1, "")
    assert outcome.stderr == "einvoice: 1 invoice: 0 the same, 1 different\n"
    assert Path("report.txt").read_text(encoding="utf-8") == run("diff", *paths).text
    run("diff", *paths, "--output", "json", "-o", "report.json")
    assert Path("report.json").read_bytes() == run("diff", *paths, "--output", "json").stdout


@pytest.mark.parametrize("target", ["a.json", "./b.json"])
def test_a_source_is_not_overwritten(workplace: Path, target: str) -> None:
    paths = write("a.json", INVOICE), write("b.json", OTHER)
    before = Path(target).read_bytes()
    outcome = run("diff", *paths, "-o", target)
    assert outcome.code == 2
    assert "fix: name another file with -o" in outcome.stderr
    assert Path(target).read_bytes() == before


def test_what_cannot_be_read_is_no_difference(workplace: Path) -> None:
    Path("broken.xml").write_text("<Invoice>", encoding="utf-8")
    outcome = run("diff", write("a.json", INVOICE), "broken.xml")
    assert (outcome.code, outcome.text) == (3, "")
    assert "broken.xml" in outcome.stderr
    outcome = run("diff", "a.json", "broken.xml", "--output", "json")
    report = json.loads(outcome.text)
    assert outcome.code == 3
    assert report["documents"] == []
    (error,) = report["errors"]
    assert (error["path"], error["index"]) == ("broken.xml", 0)
    assert [finding["code"] for finding in error["findings"]] == ["EI-NOT-WELL-FORMED"]


@pytest.mark.parametrize("side", ["--from-a", "--from-b", "--from"])
def test_format_of_a_side(workplace: Path, side: str) -> None:
    paths = write("a.json", INVOICE), write("b.json", INVOICE)
    assert run("diff", *paths, side, "model").code == 0
    assert run("diff", *paths, side, "finvoice").code == 3
    assert run("diff", *paths, side, "edifact").code == 2


def test_context_of_a_side(workplace: Path) -> None:
    name = "corpora/netvisor/credit-note.xml"
    known, unknown = ("--context-a", "corpora/einvoice.toml"), ("--context", "corpora/einvoice.toml")
    outcome = run("diff", name, name, *known)
    assert outcome.code == 1
    assert "    - BT-27 Seller name: Pihlajaniemen Tukku ja Huolto Oy\n" in outcome.text
    assert run("diff", name, name, *unknown).code == 0
    assert run("diff", name, name, "--context-b", "absent.toml").code == 6


def test_values_without_a_place_are_counted(workplace: Path) -> None:
    source = Path("corpora/peppol-bis/credit-note.xml").read_text(encoding="utf-8")
    end = "</cbc:DocumentCurrencyCode>"
    assert end in source
    Path("more.xml").write_text(source.replace(end, f"{end}<cbc:LineCountNumeric>2</cbc:LineCountNumeric>"), "utf-8")
    outcome = run("diff", "corpora/peppol-bis/credit-note.xml", "more.xml")
    assert outcome.code == 0
    assert "    not compared: 1 value of more.xml that the canonical invoice has no place for\n" in outcome.text


def test_colours_only_on_a_terminal(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = write("a.json", INVOICE), write("b.json", OTHER)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = run("diff", *paths, terminal=True).text
    assert "\x1b[33m" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[33m" not in run("diff", *paths, terminal=True).text
    assert "\x1b" not in run("diff", *paths).text


def test_control_characters_do_not_reach_the_terminal(workplace: Path) -> None:
    outcome = run("diff", write("a.json", INVOICE), write("b.json", changed(buyer_reference="\u009b2J\nx")))
    assert "    ~ BT-10 Buyer reference: KP-204 -> \\x9b2J ⏎ x\n" in outcome.text


def test_credit_note_beside_a_negative_invoice(workplace: Path) -> None:
    from einvoice.calc import flip

    outcome = run("diff", write("a.json", changed(type_code="381")), write("b.json", flip(INVOICE)))
    assert outcome.text.splitlines()[1:] == [
        "    one is a credit note, the other a negative invoice: the second is shown with the sign of the first",
        "  document",
        "    ~ BT-3 Invoice type code: 381 -> 380",
    ]
