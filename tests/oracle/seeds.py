"""The UBL documents that tests start from: published documents, published unit fragments, our corpora.

seeds()             all of them, each with its name
expectations()      the unit fragments, with the rules that each must pass or fail
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from tests.oracle import ABSENT, ROOT, shared_folder
from tests.oracle.vocabulary import ROOTS, UBL

__all__ = ["PARSER", "Expectation", "Seed", "corpora", "expectations", "seeds"]

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, strip_cdata=False, huge_tree=True)


class Seed(NamedTuple):
    """A document to start from; *name* is its path, `#3` after it the third fragment of a unit file."""

    name: str
    data: bytes


class Expectation(NamedTuple):
    """One `test` of a published unit file: rules under `success` must not fail, those under the others must.

    *times* holds how often a rule must fail, where the file says so by `number`.
    """

    name: str
    suite: str
    data: bytes
    success: frozenset[str]
    error: frozenset[str]
    fatal: frozenset[str]
    warning: frozenset[str]
    times: dict[str, int]

    @property
    def fails(self) -> frozenset[str]:
        """The rules that must fail, whatever the severity."""
        return self.error | self.fatal | self.warning


def _shared() -> Path:
    folder = shared_folder()
    if folder is None:
        raise FileNotFoundError(ABSENT)
    return folder


@cache
def expectations() -> tuple[Expectation, ...]:
    """Return every unit fragment of the shared folder as a document of its own, with the rules it names.

    Raises FileNotFoundError without the shared folder.
    """
    folder = _shared() / "conformance" / "rules"
    found = []
    for path in sorted(folder.rglob("*.xml")):
        for number, test in enumerate(etree.parse(path, PARSER).getroot().iterfind("{*}test"), start=1):
            named: dict[str, set[str]] = {"success": set(), "error": set(), "fatal": set(), "warning": set()}
            times = {}
            for line in test.iterfind("{*}assert/*"):
                kind = etree.QName(line).localname
                if kind in named:
                    rule = (line.text or "").strip()
                    named[kind].add(rule)
                    if kind != "success" and "number" in line.attrib:
                        times[rule] = int(line.attrib["number"])
            (document,) = (child for child in test.iterchildren("*") if etree.QName(child).localname != "assert")
            found.append(
                Expectation(
                    f"rules/{path.relative_to(folder).as_posix()}#{number}",
                    path.parent.name,
                    etree.tostring(document, encoding="UTF-8", xml_declaration=True, with_tail=False),
                    times=times,
                    **{kind: frozenset(rules) for kind, rules in named.items()},
                )
            )
    return tuple(found)


def _ubl_in(path: Path) -> bytes | None:
    """Return the invoice or credit note that *path* is or, in an envelope, carries; None without one."""
    data = path.read_bytes()
    if UBL.encode() not in data:
        return None
    try:
        root = etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError:
        return None
    if root.tag in ROOTS:
        return data
    for document in root.iter(*ROOTS):
        return etree.tostring(document, encoding="UTF-8", xml_declaration=True, with_tail=False)
    return None


@cache
def corpora() -> tuple[Seed, ...]:
    """Return the UBL documents of the repository."""
    folder = ROOT / "corpora"
    paths = sorted(folder.rglob("*.xml"))
    return tuple(
        Seed(f"corpora/{path.relative_to(folder).as_posix()}", data) for path in paths if (data := _ubl_in(path))
    )


PATH = re.compile(r"(?:(?:c[ab]c|ext):\w+/)*(?:(?:c[ab]c|ext):\w+|@[A-Za-z]+)(?:/@[A-Za-z]+)?")
LINES = re.compile(r"\(\s*cac:\w+Line\s*\|\s*cac:\w+Line\s*\)")


@cache
def rule_paths() -> tuple[str, ...]:
    """Return the location paths that official rules ask about, without predicates; `cac:AnyLine` is a line of either.

    There are none without the shared folder.
    """
    if (folder := shared_folder()) is None:
        return ()
    found = set()
    for path in sorted((folder / "official").glob("*/*.sch")):
        for element in etree.parse(path, PARSER).iter("{*}assert", "{*}rule", "{*}let"):
            for name in ("test", "context", "value"):
                expression = LINES.sub("cac:AnyLine", element.get(name, ""))
                while expression:
                    found.update(PATH.findall(expression))
                    shorter = re.sub(r"\[[^\[\]]*\]", "", expression)
                    expression = shorter if shorter != expression else ""
    return tuple(sorted(found))


@cache
def seeds() -> tuple[Seed, ...]:
    """Return all documents that mutants are made of, in a fixed order: documents, unit fragments, corpora.

    Raises FileNotFoundError without the shared folder.
    """
    shared = _shared()
    found = []
    for room in ("conformance/documents", "corpora"):
        for path in sorted((shared / room).rglob("*.[xX][mM][lL]")):
            if data := _ubl_in(path):
                found.append(Seed(path.relative_to(shared).as_posix().removeprefix("conformance/"), data))
    found += [Seed(one.name, one.data) for one in expectations()]
    return (*found, *corpora())
