"""The commands in tests/commands/*.md give what stands there.

A fenced block is one test, in a folder of its own where ``corpora`` is that of the repository:

    % einvoice detect -              a command; several in a block run one after another
    <Invoice/>                       standard input, when a line ^D ends it
    ^D
    standard output                  all of it
    2> standard error                all of it
    => 3                             the exit code, when it is not 0

Beside ``einvoice`` there are ``ls FOLDER`` (every file below it), ``cat FILE``, ``write FILE`` (its standard input goes
into the file) and ``zip FILE NAME=FILE...``; ``< FILE`` gives a file as standard input.  Times and the version are
masked.

``pytest tests/cli --update-commands`` rewrites the blocks: read the diff line by line.
"""

import re
import shlex
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.cli.program import Outcome, run

from einvoice import __version__

COMMANDS = Path(__file__).resolve().parents[1] / "commands"
BLOCK = re.compile(r"^```\n(% .*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


@dataclass
class Step:
    """One command with what it reads and what it has to give."""

    command: str
    stdin: str | None = None
    expected: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return the step as it stands in the file."""
        given = [] if self.stdin is None else [*self.stdin.splitlines(), "^D"]
        return [f"% {self.command}", *given, *self.expected]


def steps_of(block: str) -> list[Step]:
    """Return the steps of a block."""
    steps: list[Step] = []
    for line in block.splitlines():
        if line.startswith("% "):
            steps.append(Step(line[2:]))
        elif line == "^D":
            steps[-1].stdin = "".join(f"{text}\n" for text in steps[-1].expected)
            steps[-1].expected = []
        else:
            steps[-1].expected.append(line)
    return steps


def perform(step: Step) -> list[str]:
    """Run *step* and return the lines that it gives."""
    words = shlex.split(step.command)
    stdin = (step.stdin or "").encode()
    if "<" in words:
        stdin = Path(words.pop(words.index("<") + 1)).read_bytes()
        words.remove("<")
    match words:
        case ["einvoice", *arguments]:
            outcome = run(*arguments, stdin=stdin)
        case ["ls", folder]:
            files = sorted(p.relative_to(folder).as_posix() for p in Path(folder).rglob("*") if p.is_file())
            outcome = Outcome(0, "".join(f"{name}\n" for name in files).encode(), "")
        case ["cat", file]:
            outcome = Outcome(0, Path(file).read_bytes(), "")
        case ["write", file]:
            Path(file).write_bytes(stdin)
            outcome = Outcome(0, b"", "")
        case ["zip", file, *members]:
            with zipfile.ZipFile(file, "w") as archive:
                for name, source in (member.split("=") for member in members):
                    archive.writestr(name, Path(source).read_bytes())
            outcome = Outcome(0, b"", "")
        case _:
            raise AssertionError(f"no such command in a command test: {step.command}")
    given = masked(outcome.text).splitlines()
    given += [f"2> {line}".rstrip() for line in masked(outcome.stderr).splitlines()]
    return given + ([f"=> {outcome.code}"] if outcome.code else [])


def masked(text: str) -> str:
    """Return *text* without what differs from run to run."""
    text = text.replace(__version__, "VERSION")
    text = re.sub(r" *\d+\.\d ms", " N ms", text)
    text = re.sub(r"\d+\.\d s, [\d,]+ invoices a second", "N s, N invoices a second", text)
    text = re.sub(r"; \d+\.\d s$", "; N s", text, flags=re.MULTILINE)
    return re.sub(r'"ms": [\d.]+', '"ms": N', text)


def blocks() -> Iterator[tuple[Path, str, str]]:
    """Yield each block with its file and its heading."""
    for file in sorted(COMMANDS.glob("*.md")):
        content = file.read_text(encoding="utf-8")
        for found in BLOCK.finditer(content):
            *_, heading = HEADING.findall(content[: found.start()])
            yield file, heading, found[1]


CASES = list(blocks())


@pytest.mark.parametrize(
    ("file", "block"), [(f, b) for f, _, b in CASES], ids=[f"{f.stem}: {heading}" for f, heading, _ in CASES]
)
def test_command(file: Path, block: str, workplace: Path, pytestconfig: pytest.Config) -> None:
    steps = steps_of(block)
    wanted = [line for step in steps for line in step.lines()]
    for step in steps:
        step.expected = perform(step)
    given = [line for step in steps for line in step.lines()]
    if pytestconfig.getoption("--update-commands", default=False):
        content = file.read_text(encoding="utf-8")
        assert content.count(f"```\n{block}```") == 1, "two blocks of this file are the same"
        new = "".join(f"{line}\n" for line in given)
        file.write_text(content.replace(f"```\n{block}```", f"```\n{new}```"), encoding="utf-8", newline="\n")
    else:
        assert given == wanted


def test_every_block_has_a_heading_of_its_own() -> None:
    headings = [(file.name, heading) for file, heading, _ in CASES]
    assert len(headings) == len(set(headings))
    assert len(CASES) > 40
