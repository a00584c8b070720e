"""The processes that judge while `verdict.py` asks: one engine each, so that neither disturbs the other's caches.

    python -m bench.judges ours
    python -m bench.judges saxon EN.xslt PEPPOL.xslt

One question per line of input, one answer per line of output, both JSON:

    {"documents": ["/path/to.xml", ...]}                  read them; the questions below name them by number
    {"ids": [0, 1]}                                       the failed assertions of each, per rule set
    {"action": "verdict", "warm": [0], "calls": [0, 1]}   call it, uncounted, then counted: seconds of the counted calls

Both engines are asked the same way.  Saxon gets what is fastest for it: stylesheets compiled once, documents as text
from memory, the report read by lxml.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from lxml import etree

from bench import results
from bench.timing import clock

EDITIONS: Final = ("en16931/1.3.16", "peppol-bis-3/2026-05")
"""Our rule sets; the official stylesheets are of the same editions."""

FAILED: Final = "{http://purl.oclc.org/dsdl/svrl}failed-assert"

PARSE: Final = "lxml parse"
WALK: Final = "parse and walk"
EN: Final = "EN 16931 alone"
PEPPOL: Final = "Peppol alone"
VERDICT: Final = "verdict"
VALIDATE: Final = "validate, all layers"

Ids = tuple[tuple[str, ...], ...]
"""The ids of the assertions that failed, sorted, per rule set."""


class Worker:
    """A process that judges, and the exchange with it."""

    def __init__(self, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.judges", *arguments],
            cwd=results.ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def load(self, paths: Sequence[Path]) -> None:
        """Have the documents read."""
        self.ask({"documents": [str(path) for path in paths]})

    def ids(self, numbers: Sequence[int]) -> list[Ids]:
        """Return the verdict on documents."""
        answer = self.ask({"ids": list(numbers)})
        return [tuple(tuple(ids) for ids in verdict) for verdict in answer["ids"]]

    def ask(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answer to a question."""
        self.send(question)
        return self.receive()

    def send(self, question: Mapping[str, Any]) -> None:
        """Put a question; `receive` gives the answer."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        """Return the answer to the last question; raises RuntimeError when the process has ended."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(
                f"the process that judges ended with code {self._process.wait()}: see its last words above"
            )
        answer: dict[str, Any] = json.loads(line)
        return answer

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


# -- inside the process ----------


def ours() -> tuple[Callable[[bytes], Ids], dict[str, Callable[[bytes], object]]]:
    """Return what gives our verdict, and the actions to measure."""
    import einvoice
    from einvoice.schematron.library import built_in, judge
    from einvoice.schematron.native import Native

    sets = [built_in(edition) for edition in EDITIONS]

    def verdict(data: bytes) -> Ids:
        return tuple(result.failed_ids for result in judge(sets, data))

    en, peppol = (Native(rules.program) for rules in sets)
    actions: dict[str, Callable[[bytes], object]] = {
        PARSE: etree.fromstring,
        WALK: Native().judge,
        EN: en.judge,
        PEPPOL: peppol.judge,
        VERDICT: verdict,
        VALIDATE: einvoice.validate,
    }
    return verdict, actions


def saxon(stylesheets: Sequence[str]) -> tuple[Callable[[bytes], Ids], dict[str, Callable[[bytes], object]]]:
    """Return what gives Saxon's verdict by the official stylesheets, and the actions to measure."""
    import saxonche

    processor = saxonche.PySaxonProcessor(license=False)
    compiled = [processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=path) for path in stylesheets]

    def verdict(data: bytes) -> Ids:
        node = processor.parse_xml(xml_text=data.decode())
        reports = [stylesheet.transform_to_string(xdm_node=node) for stylesheet in compiled]
        return tuple(_failed(report) for report in reports)

    return verdict, {VERDICT: verdict}


def _failed(report: str) -> tuple[str, ...]:
    return tuple(sorted(failed.get("id", "") for failed in etree.fromstring(report.encode()).iter(FAILED)))


def seconds(call: Callable[[bytes], object], warm: Sequence[bytes], counted: Sequence[bytes]) -> dict[str, float]:
    """Return what the *counted* calls took altogether: of the processor, and of the day.

    The *warm* ones go before.  The collector is off, as in `timing.measure`.
    """
    gc.collect()
    gc.disable()
    try:
        for data in warm:
            call(data)
        wall, start = time.perf_counter(), clock()
        for data in counted:
            call(data)
        return {"processor": clock() - start, "wall": time.perf_counter() - wall}
    finally:
        gc.enable()


def main(arguments: Sequence[str]) -> int:
    """Answer questions until the input ends."""
    # Whatever a native library prints must not land between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    engine, *stylesheets = arguments
    verdict, actions = ours() if engine == "ours" else saxon(stylesheets)
    documents: list[bytes] = []
    for line in sys.stdin:
        question = json.loads(line)
        answer: dict[str, object] = {}
        if "documents" in question:
            documents = [Path(path).read_bytes() for path in question["documents"]]
        elif "ids" in question:
            answer = {"ids": [verdict(documents[number]) for number in question["ids"]]}
        else:
            warm, counted = ([documents[number] for number in question[name]] for name in ("warm", "calls"))
            answer = {**seconds(actions[question["action"]], warm, counted)}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
