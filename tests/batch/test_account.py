"""What a run tells afterwards: files, report, sums, numbers; and what it holds back."""

import importlib
import json
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from corpora.generate import FORMATS
from tests.batch.batches import batch, generated, ledger_of, rows_of, single_file, tree
from tests.batch.kills import ROOT

import einvoice
from einvoice.batch import InProcess, Ledger, Local, Source, Work
from einvoice.batch import run as run_batch
from einvoice.batch.account import account
from einvoice.batch.ledger import Entry, Key
from einvoice.batch.work import Figures, Outcome
from einvoice.cli.batch import duration
from einvoice.errors import SchematronBroken

summary = importlib.import_module("einvoice.cli.batch_summary")

CORPORA = ROOT / "corpora"


def report_of(done: Any) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return the lines of ``--report -``, and the account."""
    *lines, last = (json.loads(line) for line in done.stdout.splitlines())
    return lines, last["account"]


# -- Faults ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", FORMATS)
def test_the_quarantine_holds_exactly_the_known_faults(format: str, tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 24, "--faulty", "0.25", format=format, seed=11)
    faults = {each["document"]: each for each in map(json.loads, (documents / "faults.jsonl").read_text().splitlines())}
    assert 2 < len(faults) < 14
    target = tmp_path / "out"
    done = batch(documents, target, context)
    failed = {name.removeprefix("failed/") for name in tree(target) if name.startswith("failed/")}
    assert failed == {*faults, *(f"{Path(name).stem}.findings.json" for name in faults)}
    assert len(tree(target)) == 24 + len(faults)
    for name, fault in faults.items():
        assert (target / "failed" / name).read_bytes() == (documents / name).read_bytes()
        told = json.loads((target / "failed" / f"{Path(name).stem}.findings.json").read_text(encoding="utf-8"))
        assert fault["code"] in [found["code"] for found in told["findings"] if found["severity"] == "error"]
        assert (told["source"], told["index"], told["file"]) == (str(documents / name), 0, name)
    assert done.code in (1, 4)
    assert f"{len(faults)} held back in {target / 'failed'}" in done.stderr


@pytest.mark.parametrize("format", ["netvisor", "finvoice", "billecta"])
def test_the_quarantine_of_a_single_file(format: str, tmp_path: Path) -> None:
    source, context = single_file(tmp_path, 24, "--faulty", "0.25", format=format, seed=12)
    faults = [json.loads(line) for line in source.with_suffix(".faults.jsonl").read_text().splitlines()]
    batch(source, tmp_path / "out", context if context.exists() else None)
    failed = {row["position"]: row for row in rows_of(tmp_path / "out") if row["status"] == "failed"}
    assert sorted(failed) == [fault["index"] for fault in faults]
    assert len(rows_of(tmp_path / "out")) == 24
    for fault in faults[:2]:
        # What stands in failed/ is a document of its own: converted alone, it fails for the same reason.
        original = tmp_path / "out" / failed[fault["index"]]["files"][0]
        again = batch(original, tmp_path / f"alone{fault['index']}", context if context.exists() else None)
        assert f"held back for {fault['code']}" in again.stderr or fault["code"] in again.stderr


def test_a_piece_with_several_faulty_invoices_is_kept_once(tmp_path: Path) -> None:
    """A batch document of Netvisor is not cut; its bytes are not written for each invoice that fails."""
    source = tmp_path / "batch.xml"
    data = (CORPORA / "netvisor/batch.xml").read_bytes()
    source.write_bytes(re.sub(rb"(?i)(<salesinvoicedate[^>]*>)[^<]+", rb"\g<1>2026-02-30", data))
    batch(source, tmp_path / "out", CORPORA / "einvoice.toml")
    names = [name for name in tree(tmp_path / "out") if not name.endswith(".findings.json")]
    assert names == ["failed/batch-0001.xml"]
    assert (tmp_path / "out" / names[0]).read_bytes() == source.read_bytes()
    told = [json.loads(each.read_text()) for each in sorted((tmp_path / "out/failed").glob("*.findings.json"))]
    assert [(each["index"], each["file"]) for each in told] == [(n, "batch-0001.xml") for n in range(3)]
    assert batch(source, tmp_path / "out", CORPORA / "einvoice.toml", "--resume").code == 4
    assert len(rows_of(tmp_path / "out")) == 3


def test_names_in_the_quarantine_do_not_meet(tmp_path: Path) -> None:
    """What is called like a findings file keeps its bytes beside that of another invoice."""
    (tmp_path / "in").mkdir()
    sources = {"x.json": b"{1", "x.findings.json": b"{2", "x.xml": b"<a3", "x-2.json": b"{4"}
    for name, data in sources.items():
        (tmp_path / "in" / name).write_bytes(data)
    batch(tmp_path / "in", tmp_path / "out", None)
    kept = [(tmp_path / "out" / row["files"][0]).read_bytes() for row in rows_of(tmp_path / "out")]
    assert sorted(kept) == sorted(sources.values())
    assert len(tree(tmp_path / "out")) == 8


# -- Options ---------------------------------------------------------------------------------------------------------

WARNED = "corpora/netvisor/import-plain.xml"


def statuses(target: Path) -> Counter[str]:
    return Counter(row["status"] for row in rows_of(target))


def test_fail_on(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 12, "--faulty", "0.5", seed=11)
    for level in ("error", "warning", "never"):
        batch(documents, tmp_path / level, context, "--fail-on", level)
    rows = {level: rows_of(tmp_path / level) for level in ("error", "warning", "never")}
    read = [row for row in rows["never"] if row["format"] and row["number"]]
    assert [row["status"] for row in rows["error"]] == ["failed" if row["errors"] else "done" for row in rows["error"]]
    assert [row["status"] for row in rows["warning"]] == [
        "failed" if row["errors"] + row["warnings"] else "done" for row in rows["warning"]
    ]
    assert any(row["errors"] and row["status"] == "done" and row["code"] == 1 for row in read)
    assert statuses(tmp_path / "never")["done"] > statuses(tmp_path / "error")["done"]


def test_no_validate_judges_nothing(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 8, "--faulty", "1", seed=2)
    faults = [json.loads(line)["fault"] for line in (documents / "faults.jsonl").read_text().splitlines()]
    batch(documents, tmp_path / "out", context, "--no-validate")
    held = [fault for fault, row in zip(faults, rows_of(tmp_path / "out"), strict=True) if row["status"] == "failed"]
    assert "total" in faults and "total" not in held
    assert {"day", "price", "quantity"} & set(held)


def test_losses_raise_keeps_invoices_back(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 4)
    done = batch(documents, tmp_path / "out", context, "--losses", "raise")
    held = [row for row in rows_of(tmp_path / "out") if row["status"] == "failed"]
    assert held and all(row["code"] == 5 and row["number"] for row in held)
    assert done.code == 5
    assert "held back for LOSS-" in done.stderr


def test_frame(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 2, format="finvoice")
    batch(documents, tmp_path / "out", context, "--frame", "--fail-on", "never", to="finvoice")
    for name in tree(tmp_path / "out"):
        assert b":Envelope" in (tmp_path / "out" / name).read_bytes()
    refused = batch(documents, tmp_path / "two", context, "--frame", to="model")
    assert (refused.code, "--frame goes with --to finvoice" in refused.stderr) == (2, True)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--from", "nothing"), "nothing"),
        (("--format-version", "9"), "has no version '9'"),
        (("--profile", "nothing"), "nothing"),
        (("--layers", "nothing"), "nothing"),
        (("--jobs", "0"), "--jobs"),
        (("--time-limit", "0"), "--time-limit"),
    ],
)
def test_usage_faults(more: tuple[str, ...], says: str, tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 1)
    done = batch(documents, tmp_path / "out", context, *more)
    assert (done.code, says in done.stderr) == (2, True)


@pytest.mark.parametrize("processes", [False, True])
def test_a_broken_set_up_ends_the_run_with_6(processes: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def warm_up(work: Work) -> None:
        raise SchematronBroken("a rule set is broken", fix="install einvoice again")

    documents, context = generated(tmp_path, 2)
    with monkeypatch.context() as patch:
        patch.setattr("einvoice.batch.engine.warm_up", warm_up)
        done = batch(documents, tmp_path / "out", context, processes=processes)
    assert (done.code, done.stderr.splitlines()[0]) == (6, "einvoice: a rule set is broken")
    assert tree(tmp_path / "out") == {}
    assert batch(documents, tmp_path / "out", context).code == 0


def test_a_context_that_does_not_load(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 1)
    assert context is not None
    context.write_text("[seller", encoding="utf-8")
    assert batch(documents, tmp_path / "out", context).code == 6
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("format", "to"), [("finvoice", "finvoice"), ("netvisor", "billecta")])
def test_batch_writes_what_convert_writes(format: str, to: str, tmp_path: Path) -> None:
    """Names and bytes are those of ``einvoice convert``, companions included."""
    from tests.cli.program import run

    context = ["--context", str(CORPORA / "einvoice.toml")]
    source = str(CORPORA / format)
    run("convert", source, "--to", to, "-o", f"{tmp_path / 'one'}/", "-q", *context)
    batch(source, tmp_path / "two", None, "--fail-on", "never", *context, to=to)
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    two = {name: digest for name, digest in two.items() if not name.startswith("failed/")}
    assert any(name.endswith("-attachments.xml" if to == "finvoice" else "-debtor.json") for name in one)
    # Names differ where convert gives none to what fails; bytes never do.
    assert sorted(one.values()) == sorted(two.values())


def test_companions_of_two_sources_of_one_name(tmp_path: Path) -> None:
    data = (CORPORA / "finvoice/three-attachments.xml").read_bytes()
    documents, context = tmp_path / "in", None
    for folder in ("a", "b"):
        (documents / folder).mkdir(parents=True)
        (documents / folder / "x.xml").write_bytes(data)
    batch(documents, tmp_path / "out", context, "--fail-on", "never", to="finvoice")
    assert sorted(tree(tmp_path / "out")) == ["x-2-attachments.xml", "x-2.xml", "x-attachments.xml", "x.xml"]
    rows = rows_of(tmp_path / "out")
    assert [row["files"] for row in rows] == [["x.xml", "x-attachments.xml"], ["x-2.xml", "x-2-attachments.xml"]]
    # The messages are found again, each with its invoice, and are no invoices.
    batch(tmp_path / "out", tmp_path / "back", context, "--fail-on", "never", to="model")
    assert len(rows_of(tmp_path / "back")) == 2
    names = {found.filename for found in einvoice.read(data).invoice.supporting_documents if found.filename}
    for name in tree(tmp_path / "back"):
        again = einvoice.read(tmp_path / "back" / name).invoice.supporting_documents
        assert {found.filename for found in again if found.filename} == names


def test_attachments_beside_go_with_the_invoices_that_name_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large message beside a file of many invoices is not sent along with each."""
    from einvoice.batch import work as work_room

    with_message = (CORPORA / "finvoice/three-attachments.xml").read_bytes()
    cut = with_message.index(b"</Finvoice>") + len(b"</Finvoice>")
    without, _ = single_file(tmp_path, 3, format="finvoice")
    source = tmp_path / "many.xml"
    source.write_bytes(without.read_bytes() + with_message[:cut])
    (tmp_path / "many-attachments.xml").write_bytes(with_message[cut:])
    seen: list[bytes | None] = []
    original = work_room.each

    def each(work: Work, piece: Any, path: str, beside: bytes | None = None, *rest: Any) -> Any:
        seen.append(beside)
        return original(work, piece, path, beside, *rest)

    monkeypatch.setattr("einvoice.batch.engine.each", each)
    batch(source, tmp_path / "out", None, "--fail-on", "never", to="model")
    assert [bool(beside) for beside in seen] == [False, False, False, True]
    wanted = [each.filename for each in einvoice.read(with_message).invoice.supporting_documents]
    last = einvoice.read(tmp_path / "out" / "many-0004.json").invoice
    assert [each.filename for each in last.supporting_documents] == wanted


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_bytes_do_not_depend_on_the_engine(jobs: str, tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 12, "--faulty", "0.2")
    assert context is not None
    batch(documents, tmp_path / "local", context, "--jobs", jobs, processes=True)
    work = Work("peppol-bis", context=einvoice.Context.load(context))
    files = sorted(documents.glob("*.xml"))
    sources = [Source(str(file), file.stem, lambda file=file: file.open("rb"), file) for file in files]
    run_batch(sources, work, tmp_path / "here", engine=InProcess())
    assert tree(tmp_path / "local") == tree(tmp_path / "here")

    def plain(folder: str) -> list[dict[str, Any]]:
        return [{**row, "ms": 0, "finished": ""} for row in rows_of(tmp_path / folder)]

    assert plain("local") == plain("here")


def test_engines_can_be_used_twice(tmp_path: Path) -> None:
    documents, _ = generated(tmp_path, 2, format="peppol-bis")
    engine = Local(1)
    files = sorted(documents.glob("*.xml"))
    for folder in ("a", "b"):
        sources = [Source(str(file), file.stem, lambda file=file: file.open("rb"), file) for file in files]
        run_batch(sources, Work("model"), tmp_path / folder, engine=engine)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


# -- Sums ------------------------------------------------------------------------------------------------------------


def test_the_account_is_the_sum_of_the_invoices(tmp_path: Path) -> None:
    """Added up again from the files that were written, in another way."""
    documents, _ = generated(tmp_path, 40, "--faulty", "0.1", format="peppol-bis", seed=8)
    target = tmp_path / "out"
    lines, told = report_of(batch(documents, target, None, "--report", "-"))
    kinds: dict[tuple[str, str], list[Decimal]] = {}
    taxes: dict[tuple[str, str, str], list[Decimal]] = {}
    for file in sorted(target.glob("*.xml")):
        invoice = einvoice.read(file).invoice
        sign = -1 if b"<CreditNote" in file.read_bytes()[:500] else 1
        kind = "credit note" if sign < 0 else "invoice"
        assert invoice.totals is not None
        amounts = (invoice.totals.total_without_vat, invoice.totals.vat_total, invoice.totals.total_with_vat)
        held = kinds.setdefault((str(invoice.currency), kind), [Decimal(0)] * 4)
        held[:] = [held[0] + 1, *(was + sign * (more or 0) for was, more in zip(held[1:], amounts, strict=True))]
        for row in invoice.vat_breakdown:
            rate = "" if row.rate is None else f"{row.rate.normalize():f}"
            of_rate = taxes.setdefault((str(invoice.currency), str(row.category), rate), [Decimal(0)] * 3)
            of_rate[:] = [
                of_rate[0] + 1,
                of_rate[1] + sign * (row.taxable_amount or 0),
                of_rate[2] + sign * (row.tax_amount or 0),
            ]
    assert len(kinds) > 3 and any(kind == "credit note" for _, kind in kinds)
    found = {
        (each["currency"], each["kind"]): [Decimal(each[key]) for key in ("count", "net", "vat", "total")]
        for each in told["totals"]
    }
    assert found == kinds
    by_rate = {
        (each["currency"], each["category"], each["rate"] or ""): [Decimal(each[k]) for k in ("count", "base", "vat")]
        for each in told["vat"]
    }
    assert by_rate == taxes
    assert told["written"] == len(list(target.glob("*.xml")))
    assert told["failed"] == len(lines) - told["written"] > 0
    assert told["invoices"] == len(lines) == 40


def test_lines_of_the_report(tmp_path: Path) -> None:
    source, context = single_file(tmp_path, 6, "--faulty", "0.4", seed=3)
    done = batch(source, tmp_path / "out", context, "--report", str(tmp_path / "report.jsonl"))
    assert done.stdout == b""
    *lines, _ = (json.loads(line) for line in (tmp_path / "report.jsonl").read_bytes().splitlines())
    assert [line["source"] for line in lines] == [
        {"path": str(source), "index": n, "format": "netvisor"} for n in range(6)
    ]
    files = tree(tmp_path / "out")
    for line in lines:
        assert set(line["files"]) <= set(files)
        if line["status"] == "done":
            assert line["target"] == {"path": line["files"][0], "sha256": files[line["files"][0]]}
            assert Decimal(line["net"]) + Decimal(line["vat"]) == Decimal(line["total"])
        else:
            assert line["target"] is None and line["code"] in (1, 4)
            assert any(found["severity"] == "error" for found in line["findings"])
    assert {line["status"] for line in lines} == {"done", "failed"}


def in_ledger(folder: Path, *invoices: tuple[str, str | None, bytes]) -> Ledger:
    """Return a ledger with invoices of sellers and numbers, each of a piece with these bytes."""
    folder.mkdir()
    ledger = Ledger(folder)
    ledger.begin({}, resume=False)
    for position, (seller, number, data) in enumerate(invoices):
        outcome = Outcome(0, "done", 0, "model", figures=Figures(number, seller))
        key = Key(f"{position}.json", 0, data.hex())
        ledger.write([(key, [Entry(outcome, 0, None, str(position), (f"{position}.json",), "")])], "now")
    return ledger


def findings_of(folder: Path, *invoices: tuple[str, str, bytes]) -> list[tuple[str, str]]:
    with in_ledger(folder, *invoices) as ledger:
        return [(found.code, found.message) for found in account(ledger).findings]


def test_numbers_that_occur_twice(tmp_path: Path) -> None:
    found = findings_of(
        tmp_path / "out", ("A", "1", b"x"), ("A", "1", b"x"), ("B", "1", b"x"), ("A", "5", b"x"), ("A", "5", b"y")
    )
    assert found == [
        ("EI-BATCH-DUPLICATE", "invoice '1' of A occurs 2 times, with the same content: 0.json, 1.json"),
        ("EI-BATCH-DUPLICATE", "invoice '5' of A occurs 2 times, with different contents: 3.json, 4.json"),
    ]


def test_breaks_in_numbers(tmp_path: Path) -> None:
    def series(*given: str) -> list[str]:
        where = tmp_path / str(len(list(tmp_path.iterdir())))
        return [
            message.partition(" break off: ")[2].partition(" not among")[0]
            for code, message in findings_of(where, *(("A", number, b"x") for number in given))
            if code == "EI-BATCH-GAP"
        ]

    assert series("7", "8", "9", "11") == ["10 is"]
    assert series("2026-0001", "2026-0002", "2026-0006") == ["2026-0003 to 2026-0005 (3 numbers) are"]
    assert series("A1", "A2", "A4", "B3") == ["A3 is"]
    assert series("1", "2", "3", "50000", "50001", "50002") == []
    assert series("1", "9") == []
    # A series of a fixed width goes on when it needs no zeros any more; one that grows is another series.
    assert series("0998", "0999", "1000", "1002") == ["1001 is"]
    assert series("98", "99", "100", "102") == ["101 is"]


def test_many_of_a_kind_are_counted(tmp_path: Path) -> None:
    found = findings_of(tmp_path / "out", *(("A", str(n // 2 * 2), b"x") for n in range(80)))
    assert len(found) == 42
    assert [message for _, message in found if "more" in message] == [
        "20 more numbers occur more than once", "18 more breaks in the numbers",
    ]  # fmt: skip


# -- What a person sees ----------------------------------------------------------------------------------------------


def test_the_summary_in_a_pipe_is_plain(tmp_path: Path) -> None:
    documents, _ = generated(tmp_path, 6, "--faulty", "0.4", format="peppol-bis", seed=5)
    done = batch(documents, tmp_path / "out", None)
    assert "\x1b" not in done.stderr and "\r" not in done.stderr
    totals = r"^einvoice: [A-Z]{3} invoices: \d+, net [-\d.,]+, VAT [-\d.,]+, with VAT [-\d.,]+$"
    assert re.search(totals, done.stderr, re.M)
    assert re.search(r"^einvoice: held back for \S+ \(\d\)", done.stderr, re.M)
    assert done.stderr.splitlines()[-1].startswith("einvoice: ")
    assert "written to" in done.stderr.splitlines()[-1]
    assert batch(documents, tmp_path / "two", None, "-q").stderr == ""


def test_the_summary_on_a_terminal_is_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    documents, context = generated(tmp_path, 30, "--faulty", "0.2", seed=5)
    monkeypatch.setattr("einvoice.cli.batch._Shown.BETWEEN", 0.0)
    done = batch(documents, tmp_path / "out", context, terminal=True)
    shown = done.stdout.decode() + done.stderr
    for word in ("Currency", "Net", "With VAT", "credit notes", "together", "Held back", "Invoices"):
        assert word in shown, word
    assert re.search(r"\d+ invoices, \d+ failed, [\d,]+/s, \d+%", shown)
    assert "einvoice: " in shown


def test_a_document_cannot_move_the_cursor(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"invoice_number": "\\u001b[2J", "currency": "\\u001b[1m"}')
    (tmp_path / "b\x1b[2J.json").write_text("{")
    for terminal in (False, True):
        done = batch(tmp_path / "a.json", tmp_path / f"out{terminal}", None, str(tmp_path / "b\x1b[2J.json"),
                     "--fail-on", "never", to="model", terminal=terminal)  # fmt: skip
        assert "\x1b[2J" not in done.stderr


def test_amounts_of_the_summary(tmp_path: Path) -> None:
    documents, _ = generated(tmp_path, 24, format="finvoice", seed=8)
    batch(documents, tmp_path / "out", None, to="model")
    with Ledger(tmp_path / "out") as ledger:
        rows = summary._totals(account(ledger))
    for currency in {row[0] for row in rows}:
        own = [row for row in rows if row[0] == currency]
        if len(own) == 3:
            assert own[2][1] == "together"
            assert Decimal(own[2][5].replace(",", "")) == sum(Decimal(row[5].replace(",", "")) for row in own[:2])
    assert any(row[1] == "together" for row in rows)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.4, "0 s"), (59.6, "1 min 0 s"), (200, "3 min 20 s"), (3599.7, "1 h 0 min"), (8000, "2 h 13 min")],
)
def test_duration(seconds: float, said: str) -> None:
    assert duration(seconds) == said


# -- Memory ----------------------------------------------------------------------------------------------------------

MEASURED = """
import resource, sys
from einvoice.cli import main
code = main(sys.argv[1:])
print(*(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="what the peak is counted in differs")
def test_memory_does_not_grow_with_the_batch(tmp_path: Path) -> None:
    """By hand: 500 and 5,000 invoices of Netvisor, in docs/batch.md."""

    def peaks(count: int) -> list[int]:
        source = tmp_path / f"{count}.json"
        line = '{"invoice_number": "%d", "currency": "EUR", "notes": [{"text": "%s"}]}'
        source.write_text("[" + ",\n".join(line % (number, "x" * 2000) for number in range(count)) + "]")
        arguments = ["batch", str(source), "--to", "model", "-o", str(tmp_path / f"out{count}"), "-q", "--no-validate"]
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, *arguments, "--jobs", "2", "--fail-on", "never"],
            capture_output=True, check=True, timeout=120, cwd=ROOT,
        )  # fmt: skip
        assert statuses(tmp_path / f"out{count}") == {"done": count}
        return [int(each) for each in done.stdout.split()]

    few, many = peaks(250), peaks(2000)
    for small, large in zip(few, many, strict=True):
        assert large < 1.2 * small


def test_the_page_about_batches_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "corpora").symlink_to(CORPORA, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    (snippet,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs/batch.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(compile(snippet, "batch.md", "exec"), {})
    assert len(rows_of(tmp_path / "out")) == 3


def test_rows_of_a_ledger_can_be_asked_with_sql(tmp_path: Path) -> None:
    """The tables that docs/batch.md names."""
    documents, context = generated(tmp_path, 3, "--faulty", "1")
    batch(documents, tmp_path / "out", context)
    ledger = ledger_of(tmp_path / "out")
    asked = re.findall(r"^    sqlite3 out/ledger.sqlite \"(.*)\"$", (ROOT / "docs/batch.md").read_text(), re.M)
    assert len(asked) >= 2
    for sql in asked:
        ledger.execute(sql).fetchall()
    ledger.close()


def test_the_ledger_answers_questions_about_findings_and_vat(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 6, "--faulty", "0.4")
    batch(documents, tmp_path / "out", context)
    with Ledger(tmp_path / "out") as ledger:
        rows = list(ledger.rows())
        findings = ledger.query("SELECT invoice, code, severity, json FROM finding")
        taxes = ledger.query("SELECT invoice, category, rate, base, tax FROM tax")
        counts = ledger.query("SELECT errors, warnings, codes FROM invoice")
    wanted = [(row["id"], found["code"], found["severity"], found) for row in rows for found in row["findings"]]
    assert wanted
    assert [(*found[:3], json.loads(found[3])) for found in findings] == wanted
    stated = [(row["id"], tax.category, tax.rate, str(tax.base), str(tax.tax)) for row in rows for tax in row["taxes"]]
    assert taxes == stated != []
    for row, (errors, warnings, codes) in zip(rows, counts, strict=True):
        severities = [found["severity"] for found in row["findings"]]
        assert (severities.count("error"), severities.count("warning")) == (errors, warnings)
        assert sum(count for _, _, count in json.loads(codes)) == len(severities)


def test_a_ledger_of_another_layout_is_refused(tmp_path: Path) -> None:
    documents, context = generated(tmp_path, 1)
    batch(documents, tmp_path / "out", context)
    with ledger_of(tmp_path / "out") as ledger:
        ledger.execute("UPDATE setting SET value = '1' WHERE name = 'layout'")
    for rows in (1, 0):
        done = batch(documents, tmp_path / "out", context, "--resume")
        assert (done.code, "is of another version of einvoice" in done.stderr) == (2, True), rows
        with ledger_of(tmp_path / "out") as ledger:
            ledger.execute("DELETE FROM invoice")
    assert batch(documents, tmp_path / "out", context, "--restart").code == 0


def test_who_was_held_back_unread_is_not_missing(tmp_path: Path) -> None:
    """Invoices that could not be read have no number: those that stand where numbers break off are there."""

    def broken(*numbers: str | None) -> list[str]:
        folder = tmp_path / "-".join(each or "x" for each in numbers)
        with in_ledger(folder, *(("A", number, b"%d" % place) for place, number in enumerate(numbers))) as ledger:
            return [found.value or "" for found in account(ledger).findings]

    assert broken("1", "2", "4", "5") == ["3"]
    assert broken("1", "2", None, "4", "5") == []
    assert broken(None, "1", "2", "4", "5") == ["3"]
    assert broken("1", "2", None, "5", "6") == ["3"]
    assert broken("1", "2", None, None, "4", "5") == ["3"]
    assert broken("6", "5", None, None, "2", "1") == []
