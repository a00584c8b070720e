"""Who may import whom: the source of `src/einvoice` is read, nothing is imported.

Every import counts, wherever it stands: at the top, inside a function, relative, or through
`import_module("...")`.  One under `if TYPE_CHECKING` counts too, unless `TYPE_ONLY` says why not.
"""

import ast
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "einvoice"

# `formats` is the registry with its neighbours build, detect and document, `formats/<name>` the package of a format.
# A room may import itself; a format's package another format's only as `BASES` says.
TABLE = {
    # room            may import
    "_version":        "",
    "errors":          "",
    "findings":        "",
    "codelists":       "",
    "remembered":      "",
    "xml":             "errors",
    "jsontext":        "errors",
    "model":           "errors",
    "identifiers":     "errors codelists",
    "calc":            "errors model",
    "context":         "errors findings codelists identifiers model remembered",
    "comparison":      "errors model calc",
    "formats/mapping": "errors findings xml model",
    "formats/<name>":  "errors findings xml jsontext codelists identifiers model calc context formats/mapping "
                       "formats/document formats/detect",
    "formats":         "errors findings xml jsontext codelists model calc context formats/mapping formats/<name>",
    "schematron":      "errors findings xml codelists",
    "rules":           "errors findings jsontext codelists identifiers model calc context",
    "validation":      "_version errors findings xml jsontext model context formats schematron rules",
    "routing":         "errors findings codelists identifiers model context",
    # _version: what is sent says who sends it (User-Agent)
    "lifecycle":       "_version errors findings xml jsontext codelists identifiers model calc comparison context "
                       "formats/mapping rules routing",
    "batch":           "_version errors findings xml model context formats formats/<name> validation einvoice",
    "report":          "_version errors findings codelists identifiers model comparison schematron",
    "cli":             "*",
    "einvoice":        "*",    # the package itself: the public verbs
    "__main__":        "cli",  # `python -m einvoice`
}  # fmt: skip

NOT_IN_STAR = {"cli"}
"""What `*` leaves out: nothing imports `cli`, except the way in that is named above."""

BASES: dict[str, str] = {}
"""Package of a format: the package of the format that it is a difference to."""

TYPE_ONLY = {
    # room, imports for annotations only: reason
    ("errors", "findings"): "an error carries findings; when the program runs it only passes them on",
    ("report", "batch"): "the page about a run is drawn from its account, which is handed in",
}

COMPUTED = {
    # room, may import by a computed name: reason
    "schematron": "a compiled rule set is loaded by the id of its edition",
    "formats": "the registry loads a format on first use",
    "routing": "its public names are loaded when they are asked for: its codes need neither model nor numbers",
    "lifecycle": "its public names are loaded when they are asked for: a state needs no invoice",
}

COMPUTED_NAME = "<computed>"
"""Stands for a module whose name is not a literal, absolute one."""


class Import(NamedTuple):
    """One import of ours: *target* is a path below the package, as `formats/netvisor`, or `COMPUTED_NAME`."""

    line: int
    target: str
    type_only: bool


def room_of(path: str) -> str:
    """Return the room of a module: `formats/netvisor/codes` stands in `formats/<name>`, the package in `einvoice`."""
    match path.split("/"):
        case [""]:
            return "einvoice"
        case ["formats", "mapping", *_]:
            return "formats/mapping"
        case ["formats", name, *_] if name not in ("build", "detect", "document"):
            return "formats/<name>"
        case [room, *_]:
            return room
    raise AssertionError(path)


def find_imports(module: str, source: str, modules: Collection[str], *, package: bool) -> Iterator[Import]:
    """Yield what *source* imports of ours; *modules* tells a submodule from a name that a module defines."""
    here = module.split("/") if module else []
    home = here if package else here[:-1]

    def absolute(dotted: str, level: int) -> str | None:
        """Return the path below the package that an import names, None when it is not ours."""
        parts = dotted.split(".") if dotted else []
        if level:
            return "/".join(home[: len(home) - level + 1] + parts) if level <= len(home) + 1 else None
        return "/".join(parts[1:]) if parts[:1] == ["einvoice"] else None

    def visit(node: ast.AST, type_only: bool) -> Iterator[Import]:
        match node:
            case ast.Import(names):
                for path in (absolute(alias.name, 0) for alias in names):
                    if path is not None:
                        yield Import(node.lineno, path, type_only)
            case ast.ImportFrom(dotted, names, level):
                origin = absolute(dotted or "", level)
                if origin is not None:
                    for alias in names:
                        child = f"{origin}/{alias.name}".lstrip("/")
                        yield Import(node.lineno, child if child in modules else origin, type_only)
            case ast.Call(ast.Name("import_module" | "__import__") | ast.Attribute(attr="import_module"), [name, *_]):
                literal = name.value if isinstance(name, ast.Constant) else "."
                path = COMPUTED_NAME if literal.startswith(".") else absolute(literal, 0)
                if path is not None:
                    yield Import(node.lineno, path, type_only)
            case ast.If(ast.Name("TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING"), body, otherwise):
                for child in body:
                    yield from visit(child, True)
                for child in otherwise:
                    yield from visit(child, type_only)
                return
        for child in ast.iter_child_nodes(node):
            yield from visit(child, type_only)

    yield from visit(ast.parse(source), False)


def is_allowed(module: str, found: Import) -> bool:
    """Say whether the tables above let *module* import what was found."""
    room, target = room_of(module), found.target
    allowed = TABLE[room].split()
    if target == COMPUTED_NAME:
        return "*" in allowed or room in COMPUTED
    other = room_of(target)
    if room == other == "formats/<name>":
        own, base = module.split("/")[1], target.split("/")[1]
        return own == base or BASES.get(own) == base
    return (
        room == other
        or other in allowed
        or target in allowed
        or ("*" in allowed and other not in NOT_IN_STAR)
        or (found.type_only and (room, other) in TYPE_ONLY)
    )


def check_module(module: str, source: str, modules: Collection[str], *, package: bool = False) -> list[str]:
    """Return one sentence per import that the table does not hold."""
    room = room_of(module)
    if room not in TABLE:
        return [f"room {room!r} has no row in the import table: add one to tests/test_imports.py, or move the module"]
    return [
        f"line {found.line}: {room} imports {f'einvoice/{found.target}'.strip('/').replace('/', '.')}, but may import "
        f"only {TABLE[room] or 'the outside'}: move the code to a room that may, or hand the value in from the caller"
        for found in find_imports(module, source, modules, package=package)
        if not is_allowed(module, found)
    ]


def source_modules() -> dict[str, Path]:
    """Return every module of the package, by its path below it; the package itself is the empty path."""
    found = {}
    for file in sorted(SOURCE.rglob("*.py")):
        path = file.relative_to(SOURCE).with_suffix("")
        found["/".join(path.parts[:-1] if path.name == "__init__" else path.parts)] = file
    return found


MODULES = source_modules()


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module or "einvoice")
def test_module_keeps_the_table(module):
    file = MODULES[module]
    found = check_module(module, file.read_text(encoding="utf-8"), MODULES, package=file.name == "__init__.py")
    assert not found, "\n".join(f"{file.relative_to(ROOT)}: {sentence}" for sentence in found)


def test_tables_name_known_rooms():
    words = {word for row in TABLE.values() for word in row.split()} | {room for pair in TYPE_ONLY for room in pair}
    assert words | set(COMPUTED) | NOT_IN_STAR <= set(TABLE) | {"*", "formats/document", "formats/detect"}
    assert all(f"formats/{name}" in MODULES for pair in BASES.items() for name in pair)


# A tree to try the checker on, and what it must say.
TREE = {
    "", "errors", "findings", "xml", "model", "model/terms", "calc", "calc/rounding", "rules", "cli", "cli/convert",
    "formats", "formats/detect", "formats/document", "formats/mapping", "formats/mapping/rows",
    "formats/finvoice", "formats/finvoice/mapping", "formats/netvisor", "formats/netvisor/mapping",
}  # fmt: skip

VALID = [
    # module                     source
    ("calc/rounding",            "from einvoice.model import Invoice"),
    ("calc/rounding",            "from ..model.terms import TERMS\nfrom . import totals"),
    ("calc/rounding",            "import decimal, lxml.etree\nfrom collections import abc"),
    ("errors",                   "if TYPE_CHECKING:\n from einvoice.findings import Finding"),
    ("formats/netvisor",         "from einvoice.formats.document import Document"),
    ("formats/netvisor",         "from einvoice.formats import document, mapping"),
    ("formats/netvisor/mapping", "from einvoice.formats.netvisor import codes\nfrom ..mapping.rows import Leaf"),
    ("formats",                  "def load(name): return import_module(name)"),
    ("formats",                  "REGISTRY = [import_module('einvoice.formats.netvisor')]"),
    ("cli/convert",              "import einvoice\nfrom einvoice.cli import main\nfrom einvoice import xml"),
    ("",                         "from einvoice.formats.netvisor import read"),
    ("rules",                    "importlib.import_module('saxonche')"),
]  # fmt: skip

INVALID = [
    # module                     source                                                  imported
    ("calc/rounding",            "from einvoice.formats import netvisor",                "formats/netvisor"),
    ("calc/rounding",            "import einvoice.xml as x",                             "xml"),
    ("calc/rounding",            "from einvoice import xml",                             "xml"),
    ("calc/rounding",            "from einvoice import read",                            ""),
    ("calc/rounding",            "import einvoice",                                      ""),
    ("calc/rounding",            "from .. import xml",                                   "xml"),
    ("calc/rounding",            "from ..xml import parse",                              "xml"),
    ("calc",                     "from ..xml import parse",                              "xml"),
    ("calc/rounding",            "def f():\n class A:\n  from einvoice.xml import parse", "xml"),
    ("calc/rounding",            "try:\n import einvoice.xml\nexcept ImportError: pass", "xml"),
    ("calc/rounding",            "if TYPE_CHECKING:\n from einvoice.xml import Tree",    "xml"),
    ("errors",                   "from einvoice.findings import Finding",                "findings"),
    ("errors",                   "if TYPE_CHECKING: pass\nelse: import einvoice.findings", "findings"),
    ("findings",                 "if TYPE_CHECKING:\n import einvoice.errors",           "errors"),
    ("rules",                    "importlib.import_module('einvoice.formats')",          "formats"),
    ("rules",                    "import_module('..formats', __name__)",                 COMPUTED_NAME),
    ("rules",                    "import_module(f'einvoice.{name}')",                    COMPUTED_NAME),
    ("rules",                    "__import__('einvoice.xml')",                           "xml"),
    ("formats/netvisor",         "from einvoice.formats.finvoice import mapping",        "formats/finvoice/mapping"),
    ("formats/netvisor/mapping", "from ..finvoice.mapping import ROW",                   "formats/finvoice/mapping"),
    ("formats/netvisor",         "from einvoice.formats import FORMATS",                 "formats"),
    ("formats/mapping/rows",     "from einvoice.formats.document import Document",       "formats/document"),
    ("validation",               "from einvoice.formats.netvisor import read",           "formats/netvisor"),
    ("",                         "from einvoice.cli import main",                        "cli"),
]  # fmt: skip


def is_package(module: str) -> bool:
    return any(other.startswith(f"{module}/" if module else "") for other in TREE - {module})


@pytest.mark.parametrize(("module", "source"), VALID)
def test_checker_is_silent(module, source):
    assert check_module(module, source, TREE, package=is_package(module)) == []


@pytest.mark.parametrize(("module", "source", "target"), INVALID)
def test_checker_catches(module, source, target):
    found = list(find_imports(module, source, TREE, package=is_package(module)))
    assert [one.target for one in found] == [target]
    assert not is_allowed(module, found[0])


def test_checker_says_where_what_and_what_to_do():
    (sentence,) = check_module("calc/rounding", "import decimal\nfrom einvoice import xml", TREE)
    assert sentence == (
        "line 2: calc imports einvoice.xml, but may import only errors model: "
        "move the code to a room that may, or hand the value in from the caller"
    )


def test_checker_knows_every_room():
    assert check_module("cellar/wine", "", TREE) == [
        "room 'cellar' has no row in the import table: add one to tests/test_imports.py, or move the module"
    ]


def test_base_of_a_format_may_be_imported(monkeypatch):
    source = "from einvoice.formats.finvoice.mapping import ROW"
    monkeypatch.setitem(BASES, "netvisor", "finvoice")
    assert check_module("formats/netvisor/mapping", source, TREE) == []
    assert check_module("formats/finvoice/mapping", source.replace("finvoice", "netvisor"), TREE) != []
