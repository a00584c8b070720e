"""What every test may use: the shared folder, and the rule that conformance tests never skip unseen.

A test marked `conformance` skips where the shared folder is absent.  Where CI is set and the folder
is there, a conformance test that skips makes the whole session fail.
"""

import os
import sys
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

# Bare `pytest` puts only `tests/` on the path; `from tests.oracle.official import judge` needs its parent.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.oracle import ABSENT, shared_folder


@pytest.fixture(scope="session")
def shared() -> Callable[..., Path]:
    """Return `shared("conformance", "rules.json")`: a path in the shared folder; skips where there is no folder."""
    folder = shared_folder()

    def find(*parts: str) -> Path:
        if folder is None:
            pytest.skip(ABSENT)
        path = folder.joinpath(*parts)
        if not path.exists():
            pytest.fail(f"{path} is missing although the shared folder is there; correct the name", pytrace=False)
        return path

    return find


def _must_not_skip() -> bool:
    return bool(os.environ.get("CI")) and shared_folder() is not None


class ConformanceGate:
    """Fails a session in which conformance tests skipped.  Lives in the process that decides on the exit code."""

    def __init__(self) -> None:
        self.skipped: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and getattr(report, "conformance", False) and not hasattr(report, "wasxfail"):
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
            self.skipped.append(f"{report.nodeid}: {reason}")

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.skipped and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.skipped:
            terminalreporter.section("conformance tests skipped, so the session fails", red=True)
            terminalreporter.line("CI is set and the shared folder is there: each of these has to run.")
            for line in self.skipped:
                terminalreporter.line(line)


def pytest_configure(config: pytest.Config) -> None:
    try:
        shared_folder()
    except NotADirectoryError as error:
        raise pytest.UsageError(str(error)) from error
    if _must_not_skip() and not hasattr(config, "workerinput"):  # pytest-xdist sets it in its workers
        config.pluginmanager.register(ConformanceGate())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if shared_folder() is None:
        for item in items:
            if item.get_closest_marker("conformance"):
                item.add_marker(pytest.mark.skip(reason=ABSENT))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    # Kept on the report, which pytest-xdist carries from the worker to the process that decides.
    report = yield
    report.conformance = item.get_closest_marker("conformance") is not None
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Fail a module that leaves before its conformance tests are collected: they would vanish, not skip."""
    report = yield
    if (
        report.skipped
        and isinstance(collector, pytest.Module)
        and "mark.conformance" in collector.path.read_text(encoding="utf-8")
        and _must_not_skip()
    ):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"CI is set and the shared folder is there, but this conformance module skips: {reason}"
    return report
