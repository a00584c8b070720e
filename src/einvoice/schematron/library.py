"""Rule sets ready to run: those of the package, and files of the user.

`built_in` gives an edition by its id ("en16931/1.3.16").  Its rules stand in ``schematron/`` at the top of the
repository (inside the package when it is installed from a wheel); what they were compiled to stands in ``compiled/``,
so that nothing is read or compiled when a document is judged.  ``python -m einvoice.schematron.build`` makes it anew.

`from_file` compiles a rule file of the user, and keeps the result in the user's cache by the hash of what went into
it: the files, the compiler, the version of Python.  A cache that cannot be written, or that others could have written
to, is not used.

`judge` runs rule sets over a document with either engine.
"""

from __future__ import annotations

import hashlib
import importlib
import linecache
import os
import stat
import sys
import threading
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from einvoice.errors import SchematronBroken, UnknownRuleset
from einvoice.schematron.native import Native, Program, Writers

if TYPE_CHECKING:
    from einvoice.schematron.exact import Exact
    from einvoice.schematron.result import Place, Result
    from einvoice.schematron.schema import Assertion, Schema
    from einvoice.schematron.store import Stored

HERE: Final = Path(__file__).resolve().parent
PLACES: Final = (HERE.parent / "schematron_rules", HERE.parents[2] / "schematron")
"""The rules: inside the package when it is installed from a wheel, at the top of a checkout otherwise."""
COMPILED: Final = HERE / "compiled"

MAIN: Final = {
    "en16931/1.3.16": "en16931.sch",
    "peppol-bis-3/2026-05": "peppol-bis-3.sch",
    "finvoice/3.0": "finvoice.sch",
}
"""The built-in rule sets by id, each with its main file."""


@dataclass(frozen=True, eq=False)
class Rules:
    """One rule set: where it comes from, what it says, and what runs it.

    *id* is the name of a built-in edition, or the path of the user's file.
    """

    id: str
    program: Program
    load: Callable[[], Schema]
    unsupported: tuple[str, ...] = ()
    """What the compiler left to `exact.py`, with reasons."""
    trusted: bool = True
    """False for rules that are not ours, whose time and memory are limited."""

    @property
    def schema(self) -> Schema:
        """The rules themselves."""
        return self.load()


def code_list(name: str, edition: str | None) -> tuple[str, ...]:
    """Return the codes of a list of `einvoice.codelists`, for ``<ei:codes>``."""
    from einvoice.codelists import codes

    return tuple(sorted(codes(name, edition)))


def folder_of(id: str) -> Path:
    """Return the folder of a built-in edition; raises `UnknownRuleset`."""
    if id not in MAIN:
        raise UnknownRuleset(f"there is no rule set {id!r}", fix=f"known are {', '.join(MAIN)}")
    for place in PLACES:
        if (place / id).is_dir():
            return place / id
    raise SchematronBroken(
        f"the rules {id} are missing", fix="install einvoice-nordic again: its folder schematron_rules is incomplete"
    )


def module_of(id: str) -> str:
    """Return the name of the compiled module of an edition."""
    return id.replace("/", "_").replace(".", "_").replace("-", "_")


@cache
def built_in(id: str) -> Rules:
    """Return a built-in edition; raises `UnknownRuleset`, `SchematronBroken` when its files are missing."""
    if id not in MAIN:
        raise UnknownRuleset(f"there is no rule set {id!r}", fix=f"known are {', '.join(MAIN)}")
    name = module_of(id)

    @cache
    def stored() -> Stored:
        from einvoice.schematron.store import Stored

        try:
            return Stored(zlib.decompress((COMPILED / f"{name}.rules").read_bytes()))
        except (OSError, ValueError, zlib.error) as error:
            raise SchematronBroken(
                f"the compiled rules {id} cannot be read: {error}", fix="install einvoice-nordic again"
            ) from error

    def compiled(suffix: str = "") -> Any:
        try:
            return importlib.import_module(f"einvoice.schematron.compiled.{name}{suffix}")
        except ImportError as error:
            raise SchematronBroken(
                f"the rules {id} are not compiled: {error}",
                fix="install einvoice-nordic again; in a checkout, run python -m einvoice.schematron.build",
            ) from error

    def exact() -> Exact:
        from einvoice.schematron.exact import Exact
        from einvoice.schematron.xpath import Parser

        found = stored()
        return Exact(found.schema, Parser(found.schema, found.trees))

    module = compiled()
    program = Program(
        module.PATTERNS, exact, lambda place: stored().assertion(place), lambda: compiled("_messages").WRITERS
    )
    return Rules(id, program, lambda: stored().schema, module.UNSUPPORTED)


def from_file(path: Path, *, cached: bool = True) -> Rules:
    """Return the rules in a Schematron file of the user; raises `SchematronBroken`."""
    from einvoice.schematron.limits import limited
    from einvoice.schematron.read import files_in, read_schema

    used: list[tuple[str, bytes]] = []
    files = files_in(path.resolve().parent)

    def load(name: str) -> bytes:
        data = files(name)
        used.append((name, data))
        return data

    name = path.resolve().name

    def made() -> Rules:
        schema = read_schema(name, load, code_list)
        return from_schema(schema, str(path), _digest(used) if cached else None)

    return limited(made, name)


def from_schema(schema: Schema, id: str, digest: str | None = None) -> Rules:
    """Return a rule set that is not ours, compiled with the limits for such; *digest* is its key in the cache."""
    from einvoice.schematron.compiler import compile_schema
    from einvoice.schematron.exact import Exact
    from einvoice.schematron.schema import Let
    from einvoice.schematron.xpath import Parser

    parser = Parser(schema)
    exact = Exact(schema, parser)
    exact.prepare()
    unsupported: tuple[str, ...] = ()
    kept = [_cached(f"{digest}{suffix}") if digest else None for suffix in ("", "_messages")]
    rules, messages = kept
    if rules is None or messages is None:
        try:
            rules, messages, unsupported = compile_schema(schema, trusted=False, parser=parser)
            for source in (rules, messages):
                compile(source, "<rules>", "exec")
        except (SyntaxError, RecursionError, MemoryError):  # expressions nest deeper than Python takes it
            rules, messages = _uncompiled(schema)
            unsupported = ("nested too deep",)
        if digest:
            _keep(digest, rules)
            _keep(f"{digest}_messages", messages)
    module = run_source(rules, id)

    @cache
    def writers() -> Writers:
        found: Writers = run_source(messages, f"{id}, messages", module)["WRITERS"]
        return found

    def assertion(place: Place) -> Assertion:
        found = schema.patterns[place.pattern].rules[place.rule].body[place.item]
        assert not isinstance(found, Let)
        return found

    return Rules(id, Program(module["PATTERNS"], lambda: exact, assertion, writers), lambda: schema, unsupported, False)


def _uncompiled(schema: Schema) -> tuple[str, str]:
    """Return what stands for compiled rules when `exact.py` judges everything."""
    rules = [[(None, None, (), (), False) for _ in pattern.rules] for pattern in schema.patterns]
    return f"PATTERNS = {rules!r}\n", "WRITERS = {}\n"


def run_source(source: str, id: str, names: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the names that *source*, made by `compile_schema`, defines; tracebacks show its lines.

    *names* are those of the rules, on which messages stand.
    """
    name = f"<rules {id}>"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    module = dict(names or {})
    exec(compile(source, name, "exec"), module)
    return module


# ---------------------------------------------------------------- judging

_natives: dict[tuple[int, ...], tuple[tuple[Rules, ...], Native]] = {}
_lock = threading.Lock()
MAX_NATIVES: Final = 16


def native(rules: Sequence[Rules]) -> Native:
    """Return the engine that runs *rules* together, walking each document once."""
    key = tuple(map(id, rules))
    found = _natives.get(key)
    if found is None:
        with _lock:
            if len(_natives) >= MAX_NATIVES:
                _natives.clear()
            found = _natives.setdefault(key, (tuple(rules), Native(*(each.program for each in rules))))
    return found[1]


def judge(
    rules: Sequence[Rules],
    data: bytes,
    root: etree._Element | None = None,
    *,
    engine: str = "native",
    fired: bool = False,
) -> tuple[Result, ...]:
    """Return what each of *rules* says of the document *data*, or of *root*, an element of it (`xml.parse`).

    *fired* asks for the list of rules that fired, which SVRL has and which costs time.  Raises `EngineMissing` when
    Saxon is not installed, and what the rule set raises when it takes too long.
    """
    if engine == "native":
        others = next((each for each in rules if not each.trusted), None)
        if others is None:
            return native(rules).judge(data, root, fired=fired)
        from einvoice.schematron.limits import limited

        return limited(lambda: native(rules).judge(data, root, fired=fired), others.schema.source, len(data))
    from einvoice.schematron.engines.saxon import engine as saxon

    if root is not None and root.getparent() is not None:
        data = etree.tostring(root, encoding="UTF-8", with_tail=False)
    return tuple(saxon().judge(each.schema, data, fired=fired) for each in rules)


# ---------------------------------------------------------------- the cache on disk


def _digest(files: Sequence[tuple[str, bytes]]) -> str:
    from einvoice.schematron.compiler import VERSION

    made = hashlib.sha256(f"{VERSION} {sys.version_info[:2]}".encode())
    for path in sorted((*HERE.glob("*.py"), *HERE.glob("compiler/*.py"))):  # what is made depends on all of them
        made.update(path.read_bytes())
    for name, data in files:
        made.update(name.encode() + b"\0" + str(len(data)).encode() + b"\0" + data)
    return made.hexdigest()


def cache_folder() -> Path:
    """Return where compiled rules of users are kept: ``EINVOICE_CACHE``, else the user's cache folder."""
    named = os.environ.get("EINVOICE_CACHE")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME")
    # The specification of XDG says that a relative path is to be ignored.
    return (Path(base) if base and Path(base).is_absolute() else Path.home() / ".cache") / "einvoice"


def _cached(digest: str) -> str | None:
    """Return the source kept under *digest*, when nobody else can have written it."""
    with suppress(OSError, RuntimeError, ValueError):
        folder = cache_folder()
        path = folder / f"{digest}.py"
        for each in (folder, path):
            found = each.lstat()
            if stat.S_ISLNK(found.st_mode) or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                return None
            if hasattr(os, "getuid") and found.st_uid != os.getuid():
                return None
        mark, _, source = path.read_text(encoding="utf-8").partition("\n")
        if mark == f"# {hashlib.sha256(source.encode()).hexdigest()}":
            return source
    return None


def _keep(digest: str, source: str) -> None:
    """Keep *source* under *digest*; without a cache that can be written, nothing is kept."""
    with suppress(OSError, RuntimeError, ValueError):
        folder = cache_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        import tempfile

        handle, temporary = tempfile.mkstemp(dir=folder, suffix=".tmp")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(f"# {hashlib.sha256(source.encode()).hexdigest()}\n{source}")
            Path(temporary).replace(folder / f"{digest}.py")
        finally:
            Path(temporary).unlink(missing_ok=True)
