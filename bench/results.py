"""RESULTS.md: what was measured, a section per bench, each with the machine and the command it was made with."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "RESULTS.md"

PACKAGES = ("einvoice-nordic", "lxml", "pydantic", "pydantic_core", "click", "rich", "python-stdnum")

INTRODUCTION = """# Results

Written by the benches themselves (`--update-results`), never by hand. [README.md](README.md) says what is measured and
how to read it: **the ratios count, the milliseconds belong to one machine and one hour.**
"""


def environment() -> dict[str, str]:
    """Return what a figure depends on, by name, in words."""
    return {
        "machine": f"{platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} cores",
        "processor": _processor(),
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "packages": ", ".join(f"{name} {found}" for name in PACKAGES if (found := _version(name))),
        "commit": _commit(),
        "date": date.today().isoformat(),
        "load": load(),
    }


def load() -> str:
    """Return the load average over 1 and 5 minutes; other work on the machine shows here."""
    if not hasattr(os, "getloadavg"):
        return "not known"
    one, five, _ = os.getloadavg()
    return f"{one:.2f} (1 min), {five:.2f} (5 min)"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table; the first column is left-aligned, figures are right-aligned."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "".join(f"| {' | '.join(_padded(row, widths))} |\n" for row in (head, rule, *rows))


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, *figures = row
    return [first.ljust(widths[0]), *(f.rjust(w) for f, w in zip(figures, widths[1:], strict=True))]


def section(name: str, title: str, body: str, facts: dict[str, str], command: str) -> str:
    """Return a section of the page: markers, title, body, and the machine below it."""
    lines = "".join(f"- {key}: {value}\n" for key, value in {**facts, "command": f"`{command}`"}.items())
    return f"<!-- {name} -->\n## {title}\n\n{body.strip()}\n\n{lines}<!-- /{name} -->\n"


def update(name: str, text: str, path: Path = RESULTS) -> None:
    """Put the section *text* into the page, in place of the last one of that *name*; the other sections stay."""
    page = path.read_text(encoding="utf-8") if path.exists() else INTRODUCTION
    pattern = re.compile(rf"<!-- {re.escape(name)} -->\n.*?<!-- /{re.escape(name)} -->\n", re.DOTALL)
    if pattern.search(page):
        page = pattern.sub(lambda _: text, page)
    else:
        page = f"{page.rstrip()}\n\n{text}"
    path.write_text(page, encoding="utf-8")


def command_line(module: str, arguments: Sequence[str]) -> str:
    """Return the command that a bench was started with, as one would type it."""
    return " ".join(["python", "-m", module, *(a for a in arguments if a != "--update-results")])


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or "not known"
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return found[1] if found else "not known"


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _commit() -> str:
    try:
        head, changed = _git("rev-parse", "--short", "HEAD"), _git("status", "--porcelain", "--", "src")
    except (OSError, subprocess.CalledProcessError):
        return "not known"
    return head + (", with changes in src not committed" if changed else "")


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
