"""Every exception: exit codes as the contract has them, one tree, one wording."""

import inspect
import pickle
import re

import pytest

from einvoice import errors
from einvoice.errors import (
    ContextError,
    EInvoiceError,
    EngineFailed,
    EngineMissing,
    ForbiddenXml,
    IdentifierError,
    InputError,
    InternalError,
    InvalidCheckDigit,
    InvalidComponent,
    InvalidFormat,
    InvalidLength,
    LossError,
    NoInvoice,
    NotAllowed,
    NotDetected,
    NotWellFormed,
    NotYetValid,
    ReadError,
    RemoteFailure,
    RulesetError,
    SchemaBroken,
    SchematronBroken,
    SeveralInvoices,
    TooLarge,
    UnknownFormat,
    UnknownProfile,
    UnknownRuleset,
    Unreadable,
    UsageError,
)
from einvoice.findings import Finding

CODES: dict[type[EInvoiceError], int] = {
    UsageError: 2,
    UnknownFormat: 2,
    UnknownProfile: 2,
    UnknownRuleset: 2,
    SeveralInvoices: 2,
    NotAllowed: 2,
    InputError: 3,
    NotWellFormed: 3,
    ForbiddenXml: 3,
    NotDetected: 3,
    TooLarge: 3,
    Unreadable: 3,
    NoInvoice: 3,
    RemoteFailure: 3,
    ReadError: 4,
    IdentifierError: 4,
    InvalidFormat: 4,
    InvalidLength: 4,
    InvalidCheckDigit: 4,
    InvalidComponent: 4,
    LossError: 5,
    RulesetError: 6,
    SchemaBroken: 6,
    SchematronBroken: 6,
    EngineMissing: 6,
    EngineFailed: 6,
    NotYetValid: 6,
    ContextError: 6,
    InternalError: 70,
    EInvoiceError: 70,
}

CLASSES = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, EInvoiceError)]


def test_every_exception_has_the_exit_code_of_the_contract() -> None:
    assert {c: c.exit_code for c in CLASSES} == CODES


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_every_exception_is_documented_and_stands_in_the_tree(cls: type[EInvoiceError]) -> None:
    assert (cls.__doc__ or "").strip()
    assert re.search(rf"\b{cls.__name__}\b", errors.__doc__ or "")


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    """Each branch is ``├── Name   code   children``; a line without a branch goes on with the children above."""
    drawn: dict[str, tuple[str, set[str]]] = {}
    branch = ""
    for line in (errors.__doc__ or "").splitlines():
        if found := re.search(r"[├└]── (\w+)\s+(\d+|-)\s*(.*)", line):
            branch = found[1]
            drawn[branch] = (found[2], set(re.findall(r"\b[A-Z]\w+\b", found[3])))
        elif branch and re.match(r"\s+│\s+", line):
            drawn[branch][1].update(re.findall(r"\b[A-Z]\w+\b", line))
    branches = {c.__name__: c for c in CLASSES if EInvoiceError in c.__bases__}
    assert set(drawn) == set(branches)
    for name, cls in branches.items():
        code, children = drawn[name]
        assert code in ("-", str(cls.exit_code))
        assert children == {c.__name__ for c in CLASSES if cls in c.__bases__}


def test_identifier_errors_are_value_errors() -> None:
    """So that code which knows nothing of us can catch them."""
    for cls in CLASSES:
        assert issubclass(cls, ValueError) == issubclass(cls, IdentifierError)


WORDED = [
    # case, arguments, text
    ("valid_message_alone", {}, "it broke"),
    ("valid_fix", {"fix": "mend it"}, "it broke\n  fix: mend it"),
    ("valid_source", {"source": "a.xml"}, "a.xml: it broke"),
    ("valid_line", {"source": "a.xml", "line": 3}, "a.xml:3: it broke"),
    ("valid_column", {"source": "a.xml", "line": 3, "column": 7}, "a.xml:3:7: it broke"),
    ("valid_path", {"source": "a.xml", "path": "/Invoice/ID"}, "a.xml /Invoice/ID: it broke"),
    ("valid_path_alone", {"path": "/Invoice/ID"}, "/Invoice/ID: it broke"),
    ("valid_line_alone", {"line": 3, "column": 7}, ":3:7: it broke"),
    ("silent_column_without_line", {"source": "a.xml", "column": 7}, "a.xml: it broke"),
    (
        "valid_everything",
        {"source": "a.xml", "line": 3, "column": 7, "path": "/Invoice/ID", "fix": "mend it"},
        "a.xml:3:7 /Invoice/ID: it broke\n  fix: mend it",
    ),
]


@pytest.mark.parametrize(("arguments", "text"), [c[1:] for c in WORDED], ids=[c[0] for c in WORDED])
def test_one_wording(arguments: dict[str, object], text: str) -> None:
    error = InputError("it broke", **arguments)  # type: ignore[arg-type]
    assert str(error) == text
    assert error.message == "it broke"


def test_the_source_may_be_added_later() -> None:
    """The outermost caller knows the name of the file."""
    error = NotWellFormed("it broke", line=3)
    error.source = "a.xml"
    assert str(error) == "a.xml:3: it broke"


def test_findings_are_carried() -> None:
    finding = Finding("EI-READ-VALUE", "error", "input", "message")
    error = ReadError("it broke", findings=[finding])
    assert error.findings == (finding,)
    assert InputError("it broke").findings == ()


def test_a_remote_failure_carries_the_code_of_the_other_system() -> None:
    error = RemoteFailure("Netvisor answered FAILED", code="INVALID_DATA", fix="mend it")
    assert (error.code, error.fix, error.exit_code) == ("INVALID_DATA", "mend it", 3)
    assert RemoteFailure("no").code is None


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_errors_travel_between_processes(cls: type[EInvoiceError]) -> None:
    """A batch runs in several processes: an error must arrive with all that it knows."""
    error = cls("it broke", fix="mend it")
    error.source, error.line = "a.xml", 3
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is cls
    assert str(back) == str(error)
    assert (back.message, back.fix, back.line) == ("it broke", "mend it", 3)
