"""What a page about a run is drawn from, and the page that ``--html`` writes."""

import json
from pathlib import Path

from lxml import html
from tests.batch.batches import batch, generated, rows_of

from einvoice.batch import Ledger
from einvoice.batch import overview as room


def test_overview_is_that_of_the_ledger(tmp_path: Path, monkeypatch) -> None:
    documents, context = generated(tmp_path, 30, "--faulty", "0.3")
    batch(documents, tmp_path / "out", context)
    failed = [row for row in rows_of(tmp_path / "out") if row["status"] == "failed"]
    assert len(failed) > 4
    monkeypatch.setattr(room, "MAX_HELD", 3)
    monkeypatch.setattr(room, "MAX_REASONS", 1)
    with Ledger(tmp_path / "out") as ledger:
        found = room.overview(ledger)
    assert (found.account.failed, found.held_more) == (len(failed), len(failed) - 3)
    assert found.settings["to"] == "peppol-bis"
    for held, row in zip(found.held, sorted(failed, key=lambda row: row["id"]), strict=False):
        told = json.loads((tmp_path / "out" / row["files"][-1]).read_text())
        errors = [each for each in told["findings"] if each["severity"] == "error"]
        assert (held.source, held.number, held.files) == (row["source"], row["number"], tuple(row["files"]))
        assert [reason.message for reason in held.reasons] == [errors[0]["message"]]
        assert held.more == len(errors) - 1
    assert set(found.examples) == {code for code, _ in found.account.codes}


def test_page_links_to_what_was_held_back(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 12, "--faulty", "0.4")
    (tmp_path / "pages").mkdir()
    page = tmp_path / "pages" / "run.html"
    outcome = batch(documents, tmp_path / "out", context, "--html", str(page))
    assert outcome.stdout == b""
    held = html.document_fromstring(page.read_text(encoding="utf-8")).get_element_by_id("held")
    links = [str(each.get("href")) for each in held.iter("a") if not str(each.get("href")).startswith("#")]
    files = [name for row in rows_of(tmp_path / "out") if row["status"] == "failed" for name in row["files"]]
    assert [(page.parent / link).resolve() for link in links] == [(tmp_path / "out" / name).resolve() for name in files]
    assert all((page.parent / link).is_file() for link in links)
    again = batch(documents, tmp_path / "out", context, "--resume", "--html", "-")
    found = html.document_fromstring(again.text)
    assert found.findtext(".//title") == "einvoice: 12 invoices"
    assert all(str(each.get("href")).startswith("#") for each in found.iter("a"))
