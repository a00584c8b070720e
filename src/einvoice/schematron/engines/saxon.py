"""The optional engine: SaxonC, in a process of its own (`pip install 'einvoice-nordic[saxon]'`).

    with SaxonEngine() as engine:
        result = engine.judge(schema, data)           our rules, or any Schematron file that `read.py` reads
        outcome = engine.judge_xslt(stylesheet, data) a compiled rule set that writes SVRL

SaxonC is native code: it can run out of memory or take its process with it, and a stylesheet may run for ever.  So it
lives in a worker (`saxon_worker.py`), which is started on first use, is killed at the time limit, and whose death is
an error like any other; the next call starts a new one.  The worker compiles each stylesheet once.

Documents and stylesheets are parsed here first (`einvoice.xml`: no document type, no entities, limits) and handed over
as text, never as a path.  What a stylesheet may do there says `saxon_worker.py`.
"""

from __future__ import annotations

import atexit
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from lxml import etree

from einvoice import xml
from einvoice.errors import EngineFailed, EngineMissing, InputError, SchematronBroken, TooLarge
from einvoice.schematron.engines import saxon_worker
from einvoice.schematron.result import Result
from einvoice.schematron.schema import Schema, XPath
from einvoice.schematron.svrl import DynamicError, SvrlOutcome, read_svrl
from einvoice.schematron.transpile import Translation, read_outcome, translate

SECONDS: Final = 120.0
"""Time limit for one document or one stylesheet; an invoice of a thousand lines takes half a second."""

MEGABYTES: Final = 4096
"""Memory that a worker may use, where the system can limit it (Linux)."""

STYLESHEETS: Final = 32
"""A worker that has compiled as many is replaced by a new one."""

MAX_REPLY: Final = 256 << 20
"""Most bytes that a worker may answer; one that answers more is killed."""

INSTALL: Final = "pip install 'einvoice-nordic[saxon]', or use the built-in engine (--engine native)"

_ISOLATED: Final = ("-I",)
"""Options of the interpreter that runs the worker: no module of the current folder, no variable, no user site."""

_PLACE = re.compile(r"on line (\d+)(?: column \d+)? of \S*")
_DECLARATION = re.compile(r"\A\ufeff?<\?xml\s[^>]*\?>")
_CODE = re.compile(r"^\s+(?:err:)?([A-Z]{4}\d{4})\s", re.MULTILINE)
_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL")


class SaxonEngine:
    """One worker and the exchange with it; thread-safe, one document at a time."""

    def __init__(self, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self.seconds = seconds
        self.megabytes = megabytes
        self._lock = threading.RLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: Path | None = None
        self._owner = 0
        self._compiled: set[str] = set()
        self._document: str | None = None
        self._parsed: tuple[bytes, etree._Element, str] | None = None
        self._translations: dict[tuple[int, bool], tuple[Schema, Translation, str]] = {}

    @property
    def pid(self) -> int | None:
        """The process id of the worker, None while there is none."""
        return self._process.pid if self._process else None

    def judge(self, schema: Schema, data: bytes, *, fired: bool = True, guarded: bool = True) -> Result:
        """Return what *schema* says of the document *data*; *fired* False leaves out the list of fired rules.

        An assertion that cannot be evaluated is an entry in `Result.errors`; not *guarded*, it ends the run with
        `EngineFailed`, as it does in the official XSLT.  The plain stylesheet compiles and runs three times as fast,
        so the one with guards is made when a document needs it.

        Raises `InputError` for a document that is refused, `SchematronBroken` for a rule that does not compile,
        `EngineMissing` without the package, `EngineFailed` at the time limit and when the worker dies.
        """
        with self._lock:
            root, text = self._vetted(data)
            output = self._judge(schema, text, guarded=False)
            if guarded and isinstance(output, DynamicError):
                output = self._judge(schema, text, guarded=True)
        if isinstance(output, DynamicError):
            raise EngineFailed(
                f"the rules stopped at an error: {output.message}",
                fix="correct the rule, or the value that it stumbles over",
                source=schema.source,
            )
        return read_outcome(schema, output.encode("utf-8"), root, fired=fired)

    def judge_xslt(self, xslt: bytes, data: bytes, source: str | None = None) -> SvrlOutcome:
        """Return what the stylesheet *xslt*, which writes SVRL, says of the document *data*.

        An error while it runs is `SvrlOutcome.error`.  *source* names the stylesheet in messages.  Raises as `judge`
        does, and `SchematronBroken` when the outcome is no SVRL.
        """
        with self._lock:
            _, text = self._vetted(data)
            key = hashlib.sha256(xslt).hexdigest()
            if not self._has(key):
                self._compile(key, _vetted_stylesheet(xslt, source), source, None)
            output = self._run(key, text)
        if isinstance(output, DynamicError):
            return SvrlOutcome(error=output)
        # A stylesheet may declare another encoding; what comes here is text.
        return read_svrl(_DECLARATION.sub("", output, count=1).encode("utf-8"), source)

    def close(self) -> None:
        """End the worker."""
        with self._lock:
            self._end()

    def __enter__(self) -> SaxonEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ---------------------------------------------------------------- what goes over

    def _vetted(self, data: bytes) -> tuple[etree._Element, str]:
        """Return the document, and the text of exactly what was parsed: no second parser reads the bytes."""
        if self._parsed is None or self._parsed[0] != data:
            root = xml.parse(data, faithful=True)
            self._parsed = data, root, etree.tostring(root.getroottree(), encoding="unicode")
        return self._parsed[1:]

    def _judge(self, schema: Schema, text: str, *, guarded: bool) -> str | DynamicError:
        translation, key = self._translated(schema, guarded)
        if not self._has(key):
            self._compile(key, translation.xslt.decode("utf-8"), schema.source, translation.origins)
        return self._run(key, text)

    def _translated(self, schema: Schema, guarded: bool) -> tuple[Translation, str]:
        found = self._translations.get((id(schema), guarded))
        if found is None or found[0] is not schema:
            translation = translate(schema, guarded=guarded)
            if len(self._translations) >= STYLESHEETS:
                self._translations.clear()
            found = schema, translation, hashlib.sha256(translation.xslt).hexdigest()
            self._translations[id(schema), guarded] = found
        return found[1:]

    def _has(self, key: str) -> bool:
        """Return whether our worker has compiled *key*."""
        if self._owner != os.getpid():  # after a fork the worker answers our parent
            self._forget()
        return key in self._compiled

    def _compile(self, key: str, xslt: str, source: str | None, origins: Mapping[int, XPath] | None) -> None:
        if len(self._compiled) >= STYLESHEETS:
            self._end()
        answer = self._ask({"compile": key, "xslt": xslt}, "compiling the rules")
        if "static" in answer:
            raise _broken(answer["static"], source, origins)
        self._compiled.add(key)

    def _run(self, key: str, document: str) -> str | DynamicError:
        known = self._document is document
        answer = self._ask({"run": key, "document": None if known else document}, "judging the document")
        if "refused" in answer:
            self._document = None
            raise TooLarge(
                f"Saxon does not read the document: {' '.join(answer['refused'].split())}",
                fix="use the built-in engine (--engine native), whose limits are wider",
            )
        self._document = document
        if "dynamic" in answer:
            return _dynamic(answer["dynamic"], answer["log"])
        return str(answer["output"])

    # ---------------------------------------------------------------- the worker

    def _ask(self, request: Mapping[str, Any], doing: str) -> dict[str, Any]:
        process = self._process or self._start()
        late = threading.Event()

        def end_late() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self.seconds, end_late)
        timer.daemon = True
        timer.start()
        try:
            _write(process, json.dumps(request).encode("utf-8"))
            reply = _read(process)
        except OSError:  # the pipe broke: said below, with the worker's own last words
            reply = None
        except BaseException:  # interrupted between question and answer: the next question must not get this answer
            process.kill()
            self._end()
            raise
        finally:
            timer.cancel()
        if reply is None or late.is_set():
            code, words = self._end()
            raise self._failed(doing, late.is_set(), code, words)
        answer: dict[str, Any] = json.loads(reply)
        return answer

    def _failed(self, doing: str, late: bool, code: int | None, words: str) -> EngineFailed:
        if late:
            return EngineFailed(
                f"Saxon was stopped at its time limit of {self.seconds:g} s while {doing}",
                fix="look for a rule that never ends or a very large document; the built-in engine is faster "
                "(--engine native)",
            )
        if "OutOfMemoryError" in words:
            return EngineFailed(
                f"Saxon ran out of memory while {doing} (limit {self.megabytes} MB)",
                fix="split the document, or use the built-in engine (--engine native)",
            )
        said = next((line for line in words.splitlines() if "rror" in line), words[-300:]).strip()
        return EngineFailed(
            f"the process that runs Saxon ended with code {code} while {doing}" + (f": {said}" if said else ""),
            fix="try again, or use the built-in engine (--engine native); if it stays, report it with the document",
        )

    def _start(self) -> subprocess.Popen[bytes]:
        package = _package_folder()
        self._owner = os.getpid()
        self._folder = Path(tempfile.mkdtemp(prefix="einvoice-saxon-"))
        work = self._folder / "empty"
        work.mkdir()
        self._process = subprocess.Popen(
            [
                sys.executable,
                *_ISOLATED,
                str(Path(saxon_worker.__file__)),
                package,
                str(self._folder / "log"),
                str(self.megabytes),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=work,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
        )
        atexit.register(self.close)
        return self._process

    def _end(self) -> tuple[int | None, str]:
        """End the worker; return its exit code and what it wrote last."""
        atexit.unregister(self.close)
        process, folder, ours = self._process, self._folder, self._owner == os.getpid()
        self._forget()
        if process is None or folder is None or not ours:
            return None, ""
        try:
            process.communicate(timeout=2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        except (OSError, ValueError):
            process.kill()
            process.wait()
        log = folder / "log"
        words = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        shutil.rmtree(folder, ignore_errors=True)
        return process.returncode, words

    def _forget(self) -> None:
        self._process = self._folder = self._document = None
        self._compiled = set()


@cache
def engine() -> SaxonEngine:
    """Return the engine that this process shares."""
    return SaxonEngine()


def _package_folder() -> str:
    """Return the folder that holds the package; it is looked up, not imported."""
    spec = importlib.util.find_spec("saxonche")
    if spec is None or spec.origin is None or not sys.executable:
        raise EngineMissing("the engine 'saxon' needs the package saxonche, which is not installed", fix=INSTALL)
    origin = Path(spec.origin).resolve()
    return str(origin.parent.parent if spec.submodule_search_locations else origin.parent)


def _write(process: subprocess.Popen[bytes], data: bytes) -> None:
    assert process.stdin
    process.stdin.write(len(data).to_bytes(4, "big"))
    process.stdin.write(data)
    process.stdin.flush()


def _read(process: subprocess.Popen[bytes]) -> bytes | None:
    assert process.stdout
    head = process.stdout.read(4)
    if len(head) < 4:
        return None
    size = int.from_bytes(head, "big")
    if size > MAX_REPLY:
        process.kill()
        return None
    data = process.stdout.read(size)
    return data if len(data) == size else None


def _vetted_stylesheet(xslt: bytes, source: str | None) -> str:
    """Return the text of exactly what was parsed, with the lines that it has in the file."""
    try:
        root = xml.parse(xslt, faithful=True)
    except InputError as error:
        raise SchematronBroken(
            f"the stylesheet is no XML that einvoice reads: {error.message}",
            fix=error.fix,
            source=source,
            line=error.line,
            column=error.column,
        ) from error
    text = etree.tostring(root.getroottree(), encoding="unicode")
    moved = (root.sourceline or 1) - (xml.parse(text.encode("utf-8"), faithful=True).sourceline or 1)
    return "\n" * moved + text


def _broken(message: str, source: str | None, origins: Mapping[int, XPath] | None) -> SchematronBroken:
    """Word a message of the compiler; *origins* leads from lines of our stylesheet to the rule file."""
    first = re.split(r"\n(?=\S)", message.strip())[0]
    found = _PLACE.search(first)
    line = int(found[1]) if found else None
    code = _CODE.search(first)
    text = " ".join((first[code.end() :] if code else first).split())
    text = text.removesuffix(" External function calls have been disabled")
    origin = origins.get(line) if origins and line else None
    if origin is not None:
        text = f"{text} (in: {' '.join(origin.text.split())})"
        source, line = origin.source or source, origin.line
    elif origins is not None:
        line = None
    if "prohibited" in text or "disabled" in text:
        fix = "rules may open and write nothing: put what they need into the file itself"
    else:
        fix = "correct the expression" if origin else "correct the rule file"
    return SchematronBroken(
        f"Saxon does not take it: {text}" + (f" [{code[1]}]" if code else ""),
        fix=fix,
        source=source,
        line=line,
    )


def _dynamic(message: str, log: str) -> DynamicError:
    """Word an error of a run; its code and place stand in the log, among warnings."""
    blocks = [block for block in re.split(r"\n(?=\S)", log) if block.startswith("Error")]
    code = _CODE.search(blocks[-1]) if blocks else None
    place = _PLACE.search(blocks[-1]) if blocks else None
    return DynamicError(" ".join(message.split()), code[1] if code else None, int(place[1]) if place else None)
