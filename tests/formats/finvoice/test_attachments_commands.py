"""Frames and attachment messages on the command line and in the functions: written beside, found again."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from tests.cli.program import run

import einvoice
from einvoice.formats.detect import open_source
from einvoice.formats.finvoice.frame import pieces

CORPUS = Path(__file__).resolve().parents[3] / "corpora"
SOURCE = str(CORPUS / "finvoice" / "three-attachments.xml")
PLAIN = str(CORPUS / "finvoice" / "invoice-minimal.xml")
SEVERAL = str(CORPUS / "finvoice" / "several-frames-and-invoices.xml")
NAMES = ["huoltoraportti.pdf", "tiiviste.png", "tyomaa.jpg"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(path: str | Path) -> list[str | None]:
    return [document.filename for document in einvoice.read(path).invoice.supporting_documents]


def listed(folder: str = ".") -> list[str]:
    return sorted(path.name for path in Path(folder).iterdir())


def test_convert_writes_the_attachments_beside_the_invoice() -> None:
    outcome = run("convert", SOURCE, "--to", "finvoice", "-o", "7.xml", "--report", "report.json")
    assert outcome.code == 0
    assert listed() == ["7-attachments.xml", "7.xml", "report.json"]
    assert names("7.xml") == NAMES
    assert b"AttachmentContent" not in Path("7.xml").read_bytes()
    (companion,) = json.loads(Path("report.json").read_bytes())["target"]["companions"]
    assert companion["path"] == "7-attachments.xml"
    assert companion["bytes"] == Path("7-attachments.xml").stat().st_size
    again = run("convert", "7.xml", "--to", "finvoice", "-o", "8.xml")
    assert again.code == 0
    assert Path("8.xml").read_bytes() == Path("7.xml").read_bytes()
    assert Path("8-attachments.xml").read_bytes() == Path("7-attachments.xml").read_bytes()


def test_the_files_reach_other_formats() -> None:
    run("convert", SOURCE, "--to", "finvoice", "-o", "7.xml")
    assert run("convert", "7.xml", "--to", "peppol-bis", "-o", "ubl.xml").code == 0
    assert names("ubl.xml") == NAMES
    assert names(SOURCE) == NAMES


def test_the_library_hands_the_attachments_over() -> None:
    done = einvoice.convert(SOURCE, "finvoice")
    (companion,) = done.companions
    assert companion.suffix == "-attachments.xml"
    (piece,) = pieces(open_source(done.data + companion.data))
    assert len(piece.attachments[0].attachments) == 3
    assert einvoice.convert(PLAIN, "finvoice").companions == ()
    assert einvoice.write(einvoice.read(SOURCE).invoice, "finvoice").companions == done.companions


def test_standard_output_has_nothing_beside_it() -> None:
    outcome = run("convert", SOURCE, "--to", "finvoice")
    assert (outcome.code, outcome.stdout) == (2, b"")
    assert "standard output" in outcome.stderr
    assert "-o" in outcome.stderr
    assert run("convert", PLAIN, "--to", "finvoice").code == 0


def test_a_device_has_nothing_beside_it() -> None:
    outcome = run("convert", SOURCE, "--to", "finvoice", "-o", "/dev/null")
    assert outcome.code == 2
    assert "/dev/null" in outcome.stderr
    assert listed() == []


def test_no_source_is_overwritten_by_attachments() -> None:
    Path("8-attachments.xml").write_bytes(Path(SOURCE).read_bytes())
    outcome = run("convert", "8-attachments.xml", "--to", "finvoice", "-o", "8.xml")
    assert outcome.code == 2
    assert Path("8-attachments.xml").read_bytes() == Path(SOURCE).read_bytes()
    assert "8.xml" not in listed()


def test_no_report_is_overwritten_by_attachments() -> None:
    outcome = run("convert", SOURCE, "--to", "finvoice", "-o", "8.xml", "--report", "8-attachments.xml")
    assert outcome.code == 2
    assert listed() == []


def test_no_invoice_stands_there_without_its_attachments(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("8-attachments.xml").mkdir()
    outcome = run("convert", SOURCE, "--to", "finvoice", "-o", "8.xml")
    assert outcome.code != 0
    assert "8.xml" not in listed()


def test_several_invoices_in_a_folder() -> None:
    Path("in").mkdir()
    for name in ("a.xml", "a-attachments.xml", "b.xml"):
        Path("in", name).write_bytes(Path(PLAIN if name == "b.xml" else SOURCE).read_bytes())
    # a-attachments.xml is an invoice here, whatever its name, and keeps clear of the companion of a.xml.
    assert run("convert", "in", "--to", "finvoice", "-o", "out/").code == 0
    assert listed("out") == [
        "a-2-attachments.xml",
        "a-2.xml",
        "a-attachments-attachments.xml",
        "a-attachments.xml",
        "b.xml",
    ]
    assert names("out/a-2.xml") == NAMES
    assert names("out/a-attachments.xml") == NAMES


def test_a_message_beside_its_invoice_is_no_document_of_its_own() -> None:
    run("convert", SOURCE, "--to", "finvoice", "-o", "in/7.xml")
    Path("in").mkdir()
    assert run("convert", SOURCE, "--to", "finvoice", "-o", "in/7.xml").code == 0
    assert listed("in") == ["7-attachments.xml", "7.xml"]
    for command in (["validate"], ["show"], ["detect"], ["convert", "--to", "model", "-o", "out/"]):
        for paths in (["in"], ["in/7.xml", "in/7-attachments.xml"], ["in/*.xml"]):
            outcome = run(*command, *paths)
            assert outcome.code == 0, (command, paths, outcome.stderr)
            assert "in/7-attachments.xml: an attachment message, read with its invoice in/7.xml" in outcome.stderr
    assert listed("out") == ["7.json"]
    assert names("out/7.json") == NAMES


def test_a_message_alone_is_named_for_what_it_is() -> None:
    run("convert", SOURCE, "--to", "finvoice", "-o", "7.xml")
    for command in (["validate"], ["show"], ["convert", "--to", "model"]):
        outcome = run(*command, "7-attachments.xml")
        assert outcome.code == 3
        assert "attachment message" in outcome.stdout.decode() + outcome.stderr
    assert "attachment message" in run("detect", "7-attachments.xml").text


def test_a_missing_message_is_told_by_every_command() -> None:
    run("convert", SOURCE, "--to", "finvoice", "-o", "7.xml")
    Path("7-attachments.xml").unlink()
    assert "EI-FINVOICE-ATTACHMENTS" in run("validate", "7.xml").text
    assert "EI-FINVOICE-ATTACHMENTS" in run("convert", "7.xml", "--to", "model").stderr
    assert [f.code for f in einvoice.validate("7.xml").findings] == ["EI-FINVOICE-ATTACHMENTS"]


def test_validation_judges_the_message_beside() -> None:
    run("convert", SOURCE, "--to", "finvoice", "-o", "7.xml")
    assert einvoice.validate("7.xml").findings == ()
    path = Path("7-attachments.xml")
    path.write_bytes(path.read_bytes().replace(b"tiiviste.png", b"tiiviste.gif"))
    for findings in (einvoice.validate("7.xml").findings, einvoice.read("7.xml").findings):
        # the business rules say of a name that does not fit its content what they say in every format
        assert [f.code for f in findings if f.code != "EI-ATTACHMENT-NAME"] == ["FV-103"]
    assert run("validate", "7.xml").code == 1


def test_a_message_beside_its_invoice_in_a_zip() -> None:
    run("convert", SOURCE, "--to", "finvoice", "-o", "7.xml")
    with zipfile.ZipFile("a.zip", "w") as archive:
        for name in ("7.xml", "7-attachments.xml"):
            archive.write(name, f"sub/{name}")
        archive.write("7.xml", "alone.xml")
    outcome = run("convert", "a.zip", "--to", "model", "-o", "out/")
    assert outcome.code == 0
    assert "sub/7-attachments.xml: an attachment message" in outcome.stderr
    assert listed("out") == ["7.json", "alone.json"]
    assert (names("out/7.json"), names("out/alone.json")) == (NAMES, [])


def test_bytes_never_touch_the_disk() -> None:
    run("convert", SOURCE, "--to", "finvoice", "-o", "7.xml")
    data = Path("7.xml").read_bytes()
    assert einvoice.read(data).invoice.supporting_documents == ()
    with Path("7.xml").open("rb") as opened:
        assert einvoice.read(opened).invoice.supporting_documents == ()


# --- frames ----------


def test_a_frame_on_request() -> None:
    assert run("convert", SOURCE, "--to", "finvoice", "--frame", "-o", "7.xml").code == 0
    (piece,) = pieces(open_source(Path("7.xml").read_bytes()))
    assert piece.frame is not None
    assert piece.frame.announces == "Finvoice"
    assert einvoice.validate("7.xml").findings == ()
    run("convert", SOURCE, "--to", "finvoice", "-o", "8.xml")
    (piece,) = pieces(open_source(Path("8.xml").read_bytes()))
    assert piece.frame is None


def test_the_context_asks_for_a_frame_and_an_encoding() -> None:
    Path("einvoice.toml").write_text('[finvoice]\nframe = true\nencoding = "utf-8"\n', encoding="utf-8")
    run("convert", SOURCE, "--to", "finvoice", "--context", "einvoice.toml", "-o", "7.xml")
    (piece,) = pieces(open_source(Path("7.xml").read_bytes()))
    assert piece.frame is not None
    assert piece.encoding == "utf-8"


def test_a_frame_is_for_finvoice_only() -> None:
    outcome = run("convert", SOURCE, "--to", "peppol-bis", "--frame")
    assert outcome.code == 2
    assert "--frame" in outcome.stderr


def test_every_invoice_of_a_transfer_file_is_converted_and_judged() -> None:
    outcome = run("convert", SEVERAL, "--to", "model", "-o", "out/")
    assert outcome.code == 0
    assert len(listed("out")) == 3
    assert run("validate", SEVERAL).code == 0
    assert [report.index for report in einvoice.validate_many(SEVERAL)] == [0, 1, 2]


def test_a_broken_piece_of_a_transfer_file_spoils_no_other_conversion() -> None:
    data = Path(SEVERAL).read_bytes()
    second = data.index(b"<InvoiceNumber>20260602")
    Path("in.xml").write_bytes(data[:second] + b"<" + data[second:])
    outcome = run("convert", "in.xml", "--to", "model", "-o", "out/", "--report", "report.json")
    assert outcome.code == 3
    assert listed("out") == ["in-0001.json", "in-0003.json"]
    line = data[:second].count(b"\n") + 1
    assert f"in.xml:{line}" in outcome.stderr
    report = json.loads(Path("report.json").read_bytes())
    assert report["summary"]["converted"] == 2
    with pytest.raises(einvoice.EInvoiceError) as caught:
        for number, document in enumerate(einvoice.read_many("in.xml")):
            assert document.index == number == 0
    assert caught.value.exit_code == 3
