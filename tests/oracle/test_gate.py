"""The rule of `tests/conftest.py` on conformance tests, shown on sessions of their own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.oracle import ROOT

SESSION = """
import pytest

@pytest.mark.conformance
def test_runs(shared):
    assert shared("facts").is_dir()

@pytest.mark.conformance
def test_leaves():
    pytest.skip("not in the mood")

def test_ordinary():
    pytest.skip("no matter")
"""
MODULE_LEAVES = """
import pytest

pytest.importorskip("no_such_module")

@pytest.mark.conformance
def test_never_seen(): ...
"""
MILD = SESSION.replace("pytest.skip", "print")
CASES = [
    # case                   CI   shared source         fails  said
    ("valid_no_ci",          "",  True,  SESSION,       False, "1 passed, 2 skipped"),
    ("valid_nothing_shared", "1", False, SESSION,       False, "3 skipped"),
    ("valid_all_run",        "1", True,  MILD,          False, "3 passed"),
    ("invalid_test_skips",   "1", True,  SESSION,       True,  "test_leaves: Skipped: not in the mood"),
    ("invalid_module_skips", "1", True,  MODULE_LEAVES, True,  "this conformance module skips"),
]  # fmt: skip


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with nothing but the conftest, and a shared folder elsewhere."""
    root = tmp_path / "checkout"
    (root / "tests/oracle").mkdir(parents=True)
    for name in ("tests/conftest.py", "tests/oracle/__init__.py"):
        shutil.copy(ROOT / name, root / name)
    (root / "pytest.ini").write_text("[pytest]\naddopts = -ra --strict-markers\nmarkers = conformance: compares\n")
    (tmp_path / "elsewhere/facts").mkdir(parents=True)
    return root


def run(checkout: Path, source: str, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    (checkout / "tests/test_synthetic.py").write_text(source)
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "CI", "EINVOICE_SHARED"))}
    env |= {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"} | {name: value for name, value in variables.items() if value}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=checkout,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(("case", "ci", "there", "source", "fails", "said"), CASES, ids=[c[0] for c in CASES])
def test_conformance_gate(checkout, case, ci, there, source, fails, said):
    done = run(checkout, source, CI=ci, EINVOICE_SHARED=str(checkout.parent / "elsewhere") if there else "")
    assert said in done.stdout
    assert (done.returncode != 0) == fails


@pytest.mark.parametrize(("source", "said"), [(c[3], c[5]) for c in CASES if c[4]], ids=["test_skips", "module_skips"])
def test_conformance_gate_across_processes(checkout, source, said):
    options = ("-p", "xdist", "-n", "1")
    done = run(checkout, source, *options, CI="1", EINVOICE_SHARED=str(checkout.parent / "elsewhere"))
    assert said in done.stdout
    assert done.returncode != 0


def test_folder_beside_the_checkout(checkout):
    (checkout.parent / "shared/facts").mkdir(parents=True)
    assert "1 passed, 2 skipped" in run(checkout, SESSION).stdout


def test_reason_names_the_place(checkout):
    assert f"no shared folder: {checkout.parent / 'shared'} does not exist" in run(checkout, SESSION).stdout


def test_variable_that_points_nowhere_is_an_error(checkout):
    done = run(checkout, SESSION, EINVOICE_SHARED=str(checkout / "nowhere"))
    assert done.returncode == 4
    assert "no such folder; correct the path or unset the variable" in done.stderr


def test_misspelt_name_in_the_folder_fails(checkout):
    source = SESSION.replace('"facts"', '"fcats"')
    done = run(checkout, source, EINVOICE_SHARED=str(checkout.parent / "elsewhere"))
    assert done.returncode == 1
    assert "fcats is missing although the shared folder is there" in done.stdout
