"""The verdict of the official XSLT on UBL documents.

    judge(data)                        every failed assertion, Peppol BIS Billing 3 rules
    judge(data, "en16931")             the EN 16931 rules alone
    fatal(data)                        the fatal ones

    python -m tests.oracle.official [--ruleset en16931] FILE...

The first call starts `worker.py`, which compiles each stylesheet once (about 0.4 s each); every further
document takes milliseconds.  Under pytest-xdist each process has its own worker.  A layer that ends in
a dynamic error has no report: it gives one fatal `DYNAMIC-ERROR` in place of its assertions.
"""

import argparse
import atexit
import base64
import json
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import NamedTuple

from tests.oracle import ABSENT, shared_folder
from tests.oracle.worker import DYNAMIC_ERROR

__all__ = ["DYNAMIC_ERROR", "RULESETS", "Failed", "Oracle", "OracleDied", "OracleRefused", "fatal", "judge", "main"]

RULESETS = {
    "en16931": [("en16931", "official/en16931-1.3.16/EN16931-UBL.xslt")],
    "peppol": [
        ("en16931", "official/peppol-2026.5/CEN-EN16931-UBL.xslt"),
        ("peppol", "official/peppol-2026.5/PEPPOL-EN16931-UBL.xslt"),
    ],
}
SECONDS = 120.0
"""Time limit for one document; a thousand lines take half a second."""
LOG = "stderr.txt"


class Failed(NamedTuple):
    """One failed assertion: *severity* is `fatal` or `warning`, *location* an XPath, *layer* as in `RULESETS`."""

    rule: str
    severity: str
    message: str
    location: str
    layer: str


class OracleRefused(ValueError):
    """The document cannot be judged: not well-formed, with a DTD, or not a UBL invoice or credit note."""


class OracleDied(RuntimeError):
    """The process that runs Saxon ended or did not answer in time.  The next call starts a new one."""


class Oracle:
    """One worker process and the exchange with it; thread-safe, one document at a time."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def pid(self) -> int | None:
        """The process id of the worker, None while there is none."""
        return self._process.pid if self._process else None

    def judge(self, data: bytes, ruleset: str = "peppol") -> list[Failed]:
        """Return the failed assertions, in the order of the report.

        Raises OracleRefused for a document that cannot be judged, OracleDied when the worker fails,
        FileNotFoundError without the shared folder.
        """
        folder = shared_folder()
        if folder is None:
            raise FileNotFoundError(ABSENT)
        layers = [(layer, str(folder / path)) for layer, path in RULESETS[ruleset]]
        answer = self._ask(json.dumps({"layers": layers, "data": base64.b64encode(data).decode("ascii")}))
        if "refused" in answer:
            raise OracleRefused(f"the official rules cannot judge this document: {answer['refused']}")
        return [Failed(rule, severity, text, place, layer) for layer, rule, severity, text, place in answer["failed"]]

    def close(self) -> None:
        """End the worker."""
        with self._lock:
            self._end()

    def _ask(self, request: str) -> dict[str, list[list[str]]]:
        with self._lock:
            process = self._process or self._start()
            assert process.stdin
            assert process.stdout
            late = threading.Event()

            def end_late() -> None:
                late.set()
                process.kill()

            timer = threading.Timer(self.seconds, end_late)
            timer.start()
            try:
                process.stdin.write(request + "\n")
                process.stdin.flush()
                answer = process.stdout.readline()
            except OSError:  # the pipe broke: said below, with the worker's own last words
                answer = ""
            finally:
                timer.cancel()
            if not answer.endswith("\n"):
                code, words = self._end()
                why = f"no answer within {self.seconds:g} s" if late.is_set() else f"it ended with code {code}"
                raise OracleDied(f"the Saxon worker failed: {why}; it last wrote: {words or 'nothing'}")
            reply: dict[str, list[list[str]]] = json.loads(answer)
            return reply

    def _start(self) -> subprocess.Popen[str]:
        self._folder = tempfile.TemporaryDirectory(prefix="einvoice-oracle-")
        with Path(self._folder.name, LOG).open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("worker.py")), self._folder.name],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                encoding="utf-8",
            )
        atexit.register(self.close)  # after the folder's own clean-up, so that it runs before it
        return self._process

    def _end(self) -> tuple[int | None, str]:
        """End the worker; return its exit code and the end of what it wrote to standard error."""
        atexit.unregister(self.close)
        process, folder = self._process, self._folder
        self._process = self._folder = None
        if process is None or folder is None:
            return None, ""
        try:
            process.communicate(timeout=2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        words = Path(folder.name, LOG).read_text(encoding="utf-8", errors="replace")[-2000:].strip()
        folder.cleanup()
        return process.returncode, words


_ORACLE = Oracle()


def judge(data: bytes, ruleset: str = "peppol") -> list[Failed]:
    """Return every failed assertion of the official rules on the UBL document *data*; see `Oracle.judge`."""
    return _ORACLE.judge(data, ruleset)


def fatal(data: bytes, ruleset: str = "peppol") -> list[Failed]:
    """Return the failed assertions that make *data* invalid."""
    return [failed for failed in judge(data, ruleset) if failed.severity == "fatal"]


def main(arguments: list[str] | None = None) -> int:
    """Print the verdict on each file; return 0 (no fatal), 1 (fatal) or 3 (a file could not be judged)."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle.official", description="Judge by the official XSLT.")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--ruleset", choices=RULESETS, default="peppol")
    options = parser.parse_args(arguments)
    worst = 0
    for path in options.files:
        try:
            found = judge(path.read_bytes(), options.ruleset)
        except (OSError, OracleRefused, OracleDied) as error:
            print(f"{path}: not judged: {error}")
            worst = 3
            continue
        fatals = sum(failed.severity == "fatal" for failed in found)
        verdict = "invalid" if fatals else "valid"
        print(f"{path}: {verdict} ({options.ruleset}: {fatals} fatal, {len(found) - fatals} warnings)")
        for failed in found:
            print(f"  {failed.severity} {failed.rule} {failed.message}\n    {failed.location}")
        worst = max(worst, 1 if fatals else 0)
    return worst


if __name__ == "__main__":
    sys.exit(main())
