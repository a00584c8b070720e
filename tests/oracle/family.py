"""Compare one file of our rules with the official rules of the same ids, both run by Saxon.

    python -m tests.oracle.family FILE.sch --ids 'BR-CO-*,BR-0*' --mutants 2000 --seed 7

Both sides are cut down to the assertions whose id matches (rules and variables stay, since the first rule that matches
a node hides the later ones) and judge every unit fragment, every document and as many mutants as asked for.  These
must agree on each: the ids that fail, how often, and whether any assertion ends in an error.  *Which* assertions do is
a warning only: a family may reach the same error in another assertion of the same node.  With `--by layer` documents
on which an assertion errs are compared by that fact alone, as the official XSLT, which then gives no report, would be.

FILE is a main file, or one family of the main file beside it: then the other families are left out, and files without
patterns (variables, functions) stay.  `--first-lets`: what is declared twice counts as declared the first time.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from tests.oracle import ABSENT, ROOT, shared_folder
from tests.oracle.mutants import mutants, seeds, shrink

from einvoice import codelists
from einvoice.errors import EInvoiceError, EngineFailed, InputError
from einvoice.schematron.engines.saxon import SaxonEngine
from einvoice.schematron.read import SCH, CodeLists, read_file, read_schema
from einvoice.schematron.result import Result
from einvoice.schematron.schema import Assertion, Let, Schema

OFFICIAL = {
    "en16931": "official/en16931-1.3.16/EN16931-UBL.sch",
    "peppol": "official/peppol-2026.5/PEPPOL-EN16931-UBL.sch",
}
RULES = ROOT / "schematron"
EMPTY = f'<schema xmlns="{SCH}"/>'.encode()


def sorted_codes(name: str, edition: str | None) -> tuple[str, ...]:
    """Return the codes of a list, as rule files ask for them."""
    return tuple(sorted(codelists.codes(name, edition)))


# ---------------------------------------------------------------------------------------------------------------
# Reading and cutting


def read_family(path: Path, codes: CodeLists = sorted_codes) -> Schema:
    """Return the rules of *path*; a family comes with the variables and functions of the main file beside it."""
    path = path.resolve()
    root = RULES if path.is_relative_to(RULES) else path.parent
    main = _main_of(path)
    if main is None:
        return read_file(path, codes, root=root)

    def load(name: str) -> bytes:
        target = (root / name).resolve()
        if not target.is_relative_to(root):
            raise PermissionError(name)
        if target in (main, path):
            return target.read_bytes()
        if target.suffix == ".sch" and not target.exists():
            print(f"note: {name} is not there yet", file=sys.stderr)
            return EMPTY
        data = target.read_bytes()
        return EMPTY if target.suffix == ".sch" and b"<pattern" in data else data

    return read_schema(main.relative_to(root).as_posix(), load, codes)


def _main_of(path: Path) -> Path | None:
    """Return the file beside *path* that takes it in, None when *path* is a main file."""
    mention = f'extends href="{path.name}"'
    for other in sorted(path.parent.glob("*.sch")):
        if other != path and mention in other.read_text(encoding="utf-8"):
            return other
    return None


Named = TypeVar("Named", bound=Any)


def _first(items: Iterable[Named]) -> tuple[Named, ...]:
    found: dict[str, Named] = {}
    for each in items:
        found.setdefault(each.name, each)
    return tuple(found.values())


def first_lets(schema: Schema) -> Schema:
    """Return *schema* with the first of all variables, functions and keys of one name."""
    return replace(schema, lets=_first(schema.lets), functions=_first(schema.functions), keys=_first(schema.keys))


def cut(schema: Schema, globs: Sequence[str]) -> Schema:
    """Return *schema* with only those assertions whose id matches; rules and variables stay."""
    patterns = []
    for pattern in schema.patterns:
        rules = tuple(
            replace(rule, body=tuple(item for item in rule.body if isinstance(item, Let) or _matches(item, globs)))
            for rule in pattern.rules
        )
        needed = any(True for rule in rules for _ in rule.assertions)
        patterns.append(replace(pattern, rules=rules if needed else ()))
    return replace(schema, patterns=tuple(patterns))


def _matches(assertion: Assertion, globs: Sequence[str]) -> bool:
    return any(fnmatchcase(assertion.id or "", glob) for glob in globs)


# ---------------------------------------------------------------------------------------------------------------
# Comparing


class Difference(NamedTuple):
    """Two results that differ on one document; *grave* unless only the place of an error differs."""

    grave: bool
    only_ours: Counter[str]
    only_official: Counter[str]
    ours: Result
    official: Result


def _ids(found: Iterable[Any]) -> Counter[str]:
    return Counter(each.assertion.id or "" for each in found)


def compare(ours: Result, official: Result, by: str = "assertion") -> Difference | None:
    """Return how two results differ, None when they do not."""
    errs, official_errs = _ids(ours.errors), _ids(official.errors)
    failed, official_failed = _ids(ours.failures), _ids(official.failures)
    difference = Difference(True, failed - official_failed, official_failed - failed, ours, official)
    if bool(errs) != bool(official_errs):
        return difference
    if errs and by == "layer":
        return None
    elsewhere = errs.keys() | official_errs.keys()
    if (difference.only_ours.keys() | difference.only_official.keys()) - elsewhere:
        return difference
    if errs.keys() != official_errs.keys() or difference.only_ours or difference.only_official:
        return difference._replace(grave=False)
    return None


def show(name: str, difference: Difference) -> str:
    """Return the difference in a few lines."""
    lines = [f"{'DIFFERS' if difference.grave else 'warning'} {name}"]
    for side, ids in (("ours", difference.only_ours), ("official", difference.only_official)):
        if ids:
            result = difference.ours if side == "ours" else difference.official
            lines.append(f"  only {side}: " + ", ".join(f"{id} x{n}" if n > 1 else id for id, n in sorted(ids.items())))
            seen = set()
            for failure in result.failures:
                if failure.assertion.id in ids and failure.assertion.id not in seen:
                    seen.add(failure.assertion.id)
                    lines.append(f"    {failure.assertion.id} line {failure.line}: {failure.message[:200]}")
    for side, result in (("ours", difference.ours), ("official", difference.official)):
        for error in [*{each.assertion.id: each for each in reversed(result.errors)}.values()][:5]:
            lines.append(f"  {side} errs: {error.assertion.id} line {error.line} {error.code} {error.message[:160]}")
    return "\n".join(lines)


def documents(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield every document and unit fragment, and *count* mutants of *seed*."""
    for source in seeds():
        yield source.name, source.data
    for mutant in mutants(seed, count):
        yield mutant.name, mutant.data


def register(schema: Schema, layer: str, globs: Sequence[str]) -> list[str]:
    """Return what differs between the assertions of *schema* and the register of official ones: ids and flags."""
    folder = shared_folder()
    if folder is None:
        raise FileNotFoundError(ABSENT)
    rows = json.loads((folder / "conformance/rules.json").read_text(encoding="utf-8"))
    official = Counter(
        (row["id"], row["severity"])
        for row in rows
        if row["layer"] == layer and any(fnmatchcase(row["id"], glob) for glob in globs)
    )
    ours = Counter((each.id or "", each.flag or "") for each in schema.assertions)
    faults = []
    flags = dict(official.keys())
    for (id, flag), number in sorted((ours - official).items()):
        if id not in flags:
            faults.append(f"{id}: not in the register of the layer {layer}")
        elif flag != flags[id]:
            faults.append(f"{id}: flag {flag!r}, official {flags[id]!r}")
        else:
            faults.append(f"{id}: {number} more than official")
    known = {id for id, _ in ours}
    faults += [
        f"{id}: missing" if id not in known else f"{id}: {number} fewer than official"
        for (id, flag), number in sorted((official - ours).items())
        if (id, flag) in ours or id not in known
    ]
    return faults


# ---------------------------------------------------------------------------------------------------------------
# The command


def main(arguments: list[str] | None = None) -> int:
    """Return 0 when everything agrees, 1 otherwise, 3 when a rule file cannot be run."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle.family", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, metavar="FILE.sch")
    parser.add_argument("--ids", help="globs of rule ids, by comma; default: the ids in FILE")
    parser.add_argument("--layer", choices=OFFICIAL, help="default: from the path of FILE")
    parser.add_argument("--mutants", type=int, default=0, metavar="N", help="judge N mutants, too")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--limit", type=int, default=20, metavar="K", help="show at most K differences")
    parser.add_argument("--by", choices=("assertion", "layer"), default="assertion")
    parser.add_argument("--first-lets", action="store_true", help="what is declared twice counts the first time")
    parser.add_argument("--only", metavar="TEXT", help="only documents whose name holds TEXT")
    parser.add_argument("--save", type=Path, metavar="FOLDER", help="write the documents that differ, made small")
    options = parser.parse_args(arguments)
    folder = shared_folder()
    if folder is None:
        parser.error(ABSENT)
    layer = options.layer or ("peppol" if "peppol" in options.file.resolve().as_posix() else "en16931")
    try:
        ours = read_family(options.file)
        official = read_file(folder / OFFICIAL[layer])
        globs = options.ids.split(",") if options.ids else sorted({each.id or "" for each in ours.assertions})
        ours = cut(first_lets(ours) if options.first_lets else ours, globs)
        return _run(ours, cut(official, globs), layer, globs, options)
    except EInvoiceError as error:
        print(error)
        return 3


def _run(ours: Schema, official: Schema, layer: str, globs: Sequence[str], options: argparse.Namespace) -> int:
    faults = register(ours, layer, globs)
    for fault in faults:
        print(f"REGISTER {fault}")
    count, grave, mild, refused, failed = 0, 0, 0, 0, Counter[str]()
    with SaxonEngine(seconds=60) as engine:

        def differ(data: bytes) -> Difference | None:
            sides = [engine.judge(schema, data, fired=False) for schema in (ours, official)]
            failed.update(set(_ids(sides[0].failures)))
            return compare(sides[0], sides[1], options.by)

        for name, data in documents(options.mutants, options.seed):
            if options.only and options.only not in name:
                continue
            count += 1
            try:
                difference = differ(data)
            except InputError:
                refused += 1
                continue
            except EngineFailed as error:
                print(f"NOT JUDGED {name}: {error.message}")
                grave += 1
                continue
            if difference is None:
                continue
            grave, mild = grave + difference.grave, mild + (not difference.grave)
            if grave + mild <= options.limit:
                print(show(name, difference))
                if options.save and difference.grave:
                    _save(options.save, name, data, differ)
    never = sorted({each.id or "" for each in ours.assertions} - failed.keys())
    if never:
        print(f"never failed: {', '.join(never)}")
    print(
        f"{'DIFFERENT' if grave or faults else 'equal'}: {sum(1 for _ in ours.assertions)} assertions, "
        f"{count} documents ({refused} refused), {grave} differ, {mild} with errors elsewhere, "
        f"{len(faults)} faults of ids and flags"
    )
    return 1 if grave or faults else 0


def _save(folder: Path, name: str, data: bytes, differ: Any) -> None:
    def grave(candidate: bytes) -> bool:
        try:
            found = differ(candidate)
        except EInvoiceError:
            return False
        return found is not None and found.grave

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / ("".join(c if c.isalnum() else "-" for c in name.partition(" of ")[0])[:80] + ".xml")
    path.write_bytes(shrink(data, grave))
    print(f"  saved: {path}")


if __name__ == "__main__":
    sys.exit(main())
