"""Hostile inputs: no traceback, no hang, no flood of memory, and always a word on what is wrong and what to do.

A few inputs by default; ``EINVOICE_FUZZ=10000 pytest tests/robustness`` takes as many (``EINVOICE_FUZZ_SEED`` another
seed).  They run in a process of their own, for its memory is measured.
"""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from tests.robustness import fuzz
from tests.robustness.hostile import CORPORA, ON_JSON, ON_XML, REFUSED, Input, hostile

import einvoice

ROOT = Path(__file__).resolve().parents[2]
COUNT = int(os.environ.get("EINVOICE_FUZZ", "80"))
SEED = int(os.environ.get("EINVOICE_FUZZ_SEED", "7"))


def run(*arguments: str) -> tuple[list[dict[str, object]], dict[str, int], str]:
    """Return faults, summary and standard error of the fuzzer."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.robustness.fuzz", *arguments], cwd=ROOT, capture_output=True, text=True
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines and "inputs" in lines[-1], f"the process was ended; its last words: {done.stderr[-3000:]}"
    return lines[:-1], lines[-1], done.stderr


def test_hostile_inputs_are_told_of() -> None:
    faults, summary, _ = run("--seed", str(SEED), "--count", str(COUNT))
    assert faults == []
    assert summary["inputs"] == COUNT
    assert summary["refused"] > COUNT // 50
    assert summary["peak"] < fuzz.MAX_BYTES


def test_inputs_are_the_same_everywhere() -> None:
    assert hostile(3, 14) == hostile(3, 14)
    assert hostile(3, 14) != hostile(4, 14)


def test_every_trick_is_played() -> None:
    names = " ".join(hostile(1, number).name for number in range(900))
    missing = [trick.__name__ for trick in {*ON_XML, *ON_JSON, *REFUSED} if trick.__name__.strip("_") not in names]
    assert missing == []


# -- what the fuzzer sees ---------------------------------------------------------------------------------------------

GOOD = Input("good", (CORPORA / "peppol-bis" / "fi-domestic-two-rates.xml").read_bytes())


@pytest.fixture(scope="module")
def judge() -> fuzz.Judge:
    return fuzz.Judge()


def faults(judge: fuzz.Judge, given: Input) -> list[tuple[str, str]]:
    return list(judge.faults(given, random.Random(1)))


def test_good_document_shows_no_fault(judge: fuzz.Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "MAX_BYTES", 10**12)  # this process has run other tests
    assert faults(judge, GOOD) == []


def test_silence_about_what_is_no_invoice_is_a_fault(judge: fuzz.Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "MAX_BYTES", 10**12)
    assert faults(judge, Input("good", GOOD.data, refused=True)) == [
        ("read", "nothing is said of an input that is no invoice")
    ]


def test_memory_is_looked_at(judge: fuzz.Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    if not fuzz.peak_memory():
        pytest.skip("the system does not say how much memory a process has")
    monkeypatch.setattr(fuzz, "MAX_BYTES", 1)
    assert [verb for verb, _ in faults(judge, GOOD)] == ["all"]


@pytest.mark.parametrize(
    ("error", "seen"),
    [
        (ValueError("raw"), "ValueError: raw"),
        (einvoice.InternalError("broken", fix="report it"), "broken"),
        (einvoice.NotDetected("strange"), "does not say what to do"),
        (einvoice.NotDetected("x" * 3000, fix="look"), "a message of 3000 characters"),
    ],
)
def test_bad_error_is_a_fault(error: Exception, seen: str, judge: fuzz.Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(fuzz, "MAX_BYTES", 10**12)
    monkeypatch.setattr(einvoice, "read", read)
    found = faults(judge, GOOD)
    assert found[0][0] == "read"
    assert seen in found[0][1]


def test_time_is_looked_at(judge: fuzz.Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "MAX_BYTES", 10**12)
    monkeypatch.setattr(fuzz, "MAX_SECONDS", 0.0)
    assert {"detect", "read", "validate", "convert to netvisor"} <= {verb for verb, _ in faults(judge, GOOD)}


def test_command_that_fails_is_a_fault(judge: fuzz.Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "MAX_BYTES", 10**12)
    monkeypatch.setattr(fuzz, "cli", lambda _: 70)
    assert [what for _, what in faults(judge, GOOD)] == ["exit code 70: "]
