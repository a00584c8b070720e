"""What only a process of its own shows: start, pipes, streams."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.cli.program import run

import einvoice

PROGRAM = [sys.executable, "-m", "einvoice"]
GOOD = "corpora/peppol-bis/zero-rated.xml"


def start(*arguments: str, env: dict[str, str] | None = None, **named: Any) -> "subprocess.CompletedProcess[bytes]":
    environment = {k: v for k, v in os.environ.items() if k not in ("EINVOICE_DEBUG", "PYTHONIOENCODING", "PYTHONUTF8")}
    environment |= env or {}
    named = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **named}
    return subprocess.run([*PROGRAM, *arguments], env=environment, check=False, timeout=60, **named)


def test_version_and_help_load_no_command() -> None:
    code = (
        "import sys; from einvoice.cli import main; main(['--version']); main(['--help']);"
        "print(sorted(m for m in sys.modules if m.startswith(('rich', 'einvoice.cli.'))), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stdout.startswith(f"einvoice {einvoice.__version__}".encode())
    assert done.stderr.decode().strip() == "['einvoice.cli.failure']"


def test_exit_code_reaches_the_shell(workplace: Path) -> None:
    assert start("detect", "missing.xml").returncode == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_closed_pipe_is_quiet(workplace: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = start("convert", GOOD, "--to", "model", stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_full_standard_output(workplace: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = start("convert", GOOD, "--to", "model", stdout=full)
    assert done.returncode == 3
    assert done.stderr.decode() == (
        "einvoice: cannot write to standard output: No space left on device\n  fix: write into a file with -o\n"
    )


def test_pipes_are_utf_8_on_every_system(workplace: Path) -> None:
    source = '{"invoice_number": "Öljy €"}'.encode()
    environment = {"PYTHONIOENCODING": "cp1252", "LC_ALL": "C"}
    shown = start("show", "-", input=source, env=environment)
    assert "Document Öljy €".encode() in shown.stdout
    failed = start("detect", "Ölasku.xml", env=environment)
    assert "einvoice: Ölasku.xml: ".encode() in failed.stderr


def test_data_has_no_line_ends_of_the_system(workplace: Path) -> None:
    done = start("convert", GOOD, "--to", "model")
    assert done.stdout == einvoice.convert(GOOD, to="model").data
    assert b"\r" not in done.stdout


def test_leaving_at_once_loses_nothing(workplace: Path) -> None:
    """A process that ends without freeing its objects has written all it had, whoever reads it."""
    target = workplace / "out.txt"
    with target.open("wb") as out:
        start("formats", "peppol-bis", "--show-code", stdout=out)
    assert target.stat().st_size > 50_000
    assert target.read_bytes() == run("formats", "peppol-bis", "--show-code").stdout


@pytest.mark.parametrize(
    "waiting",
    [
        "sys.setprofile(lambda *_: None)",
        "sys.settrace(lambda *_: None)",
        "threading.Thread(target=time.sleep, args=(0.1,)).start()",
    ],
)
def test_ordinary_end_when_somebody_waits_for_it(waiting: str) -> None:
    code = (
        f"import atexit, sys, threading, time; from einvoice.__main__ import leave; "
        f"atexit.register(print, 'waited for'); {waiting}; leave(3)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (3, b"waited for" + os.linesep.encode())


def test_main_leaves_the_process_of_others_alone() -> None:
    code = (
        "import gc, os; before = gc.get_threshold(), dict(os.environ); from einvoice.cli import main;"
        "main(['--version']); print(before == (gc.get_threshold(), dict(os.environ)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert done.stdout.split() == [b"einvoice", einvoice.__version__.encode(), b"True"]
