"""The laws that every format obeys (style.md 2.5), over the registry and the corpora.

1 put, get     2 get, put     3 walker = compiler     4 coverage     5 schema     6 no silent loss

The corpora of the repository run always; documents of the shared folder are marked `conformance`.  How many mutants
and drawn invoices there are is said by EINVOICE_MUTANTS (1500) and EINVOICE_DRAWN (60 for each table).
"""

import csv
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import groupby, zip_longest
from pathlib import Path
from random import Random
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.formats.finvoice import documents as finvoice_documents
from tests.formats.mapping import repeated, ubl_schema
from tests.formats.mapping.documents import (
    FILES,
    ROOT,
    Case,
    cases,
    cases_of,
    context,
    every_file,
    finvoice_files,
    import_files,
    read,
    sources,
    ubl_files,
)
from tests.formats.mapping.drawn import ALPHABET, CODES, Drawing, content, native_names, pruned, without
from tests.formats.mapping.mutants import mutate
from tests.formats.mapping.traced import read_fast
from tests.formats.mapping.traced import shown as shown_places
from tests.formats.mapping.wires import PAIR_CONSTANTS, WireRow, plain, tables_of, wire_rows

import einvoice
from einvoice import Context, EInvoiceError, Finding, Invoice, codelists, xml
from einvoice.formats import FORMATS, module
from einvoice.formats.document import Document, Part
from einvoice.formats.finvoice import elements
from einvoice.formats.finvoice.keeping import keep
from einvoice.formats.finvoice.mapping import MAPPING as FINVOICE
from einvoice.formats.finvoice.mapping import mapping_of
from einvoice.formats.finvoice.project import project as project_finvoice
from einvoice.formats.finvoice.returned import aligned
from einvoice.formats.mapping import Mapping, ReadResult
from einvoice.formats.mapping import codecs as spelling
from einvoice.formats.mapping.account import leaves as model_leaves
from einvoice.formats.mapping.compile import Slow
from einvoice.formats.mapping.keep import order_findings
from einvoice.formats.mapping.nodes import render_xml
from einvoice.formats.mapping.rows import Absent, Attr, Const, Group, Leaf, Pair, Switch, places
from einvoice.formats.netvisor.mapping import DETAIL_MAPPING, IMPORT_MAPPING, LIST_MAPPING
from einvoice.formats.netvisor.project import project as project_netvisor
from einvoice.formats.ubl.mapping import CREDIT_NOTE, INVOICE
from einvoice.formats.ubl.project import project as project_ubl
from einvoice.model import Line, Party, PostingLine
from einvoice.model.terms import by_place, register, terms_at
from einvoice.xml import path_of

WRITTEN = {"invoice": INVOICE, "credit-note": CREDIT_NOTE, "netvisor": IMPORT_MAPPING, "finvoice": FINVOICE}
"""The tables that are written; the others are read only."""

OLDER = {"finvoice-2.01": mapping_of("2.01")}
"""Tables of an older version, which are made of those in the registry."""

WHOLE = ("finvoice",)
"""Formats that settle much after reading and before writing, so that the first law is one of the whole format."""

READ_ONLY = {"netvisor-detail": DETAIL_MAPPING, "netvisor-list": LIST_MAPPING}

MUTANTS = int(os.environ.get("EINVOICE_MUTANTS", "1500"))
DRAWN = int(os.environ.get("EINVOICE_DRAWN", "60"))
SEED = 20260103

_SILENT_NAMESPACES = ("http://www.w3.org/2001/XMLSchema-instance", "http://www.w3.org/XML/1998/namespace")


def test_every_format_of_the_registry_is_under_these_laws() -> None:
    """A new format puts its tables into WRITTEN or READ_ONLY; the model has none, Billecta has laws of JSON."""
    mappings = [m for entry in FORMATS for m in module(entry.id).MAPPINGS if not m.syntax.json]
    assert {id(m) for m in mappings} == {id(m) for m in (*WRITTEN.values(), *READ_ONLY.values())}


# -- the corpora -----------------------------------------------------------------------------------------------------


def test_the_corpora_are_found() -> None:
    own = [case for file in FILES if not file.marks for case in cases(file.values[0])]
    assert Counter(case.format for case in own)["netvisor"] > 60
    assert Counter(case.format for case in own)["peppol-bis"] > 40
    assert Counter(case.format for case in own)["finvoice"] > 80
    assert {id(case.mapping) for case in own} == {id(m) for m in (*WRITTEN.values(), *READ_ONLY.values())}


def exact(value: Any) -> Any:
    """Return *value* comparable with its digits: 25.5 and 25.50 differ."""
    if isinstance(value, dict):
        return {key: exact(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return [exact(item) for item in value]
    return repr(value)


def rendered(mapping: Mapping, invoice: Invoice) -> tuple[bytes, list[Finding]]:
    """Return what the walker writes, and its findings."""
    element, findings = mapping.build(invoice, invoice.currency)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + render_xml(element, mapping.syntax)).encode(), findings


def named_in(findings: list[Finding]) -> str:
    return "; ".join(f"{f.code} {f.path or f.model_path}: {f.message}" for f in findings[:5]) or "nothing"


# -- law 1: put, get -------------------------------------------------------------------------------------------------


def _settle_ubl(values: dict[str, Any]) -> dict[str, Any]:
    """BT-111 stands beside BT-110 and in a currency of its own; a note has a text, and no place."""
    totals = values.get("totals")
    if totals is not None and (values.get("vat_currency") is None or totals.vat_total is None):
        values["totals"] = totals.model_copy(update={"vat_total_accounting": None})
    if "notes" in values:
        values["notes"] = tuple(n.model_copy(update={"placement": None}) for n in values["notes"] if n.text)
    return values


def _settle_ubl_party(values: dict[str, Any]) -> dict[str, Any]:
    """A tax registration is written with the scheme TAX when it names none."""
    if "tax_registration_identifier" in values:
        values.setdefault("tax_registration_scheme", "TAX")
    return values


def _settle_netvisor(values: dict[str, Any]) -> dict[str, Any]:
    """One free text before and one after the lines; a person is a person of the customer that is named."""
    if "notes" in values:
        by_placement = {n.placement: n for n in values["notes"] if n.text and n.placement}
        values["notes"] = tuple(by_placement[p] for p in ("before_lines", "after_lines") if p in by_placement)
    buyer = values.get("buyer")
    if buyer is None or not (buyer.native or buyer.electronic_address or any(i.value for i in buyer.identifiers[:1])):
        values["native"] = {k: v for k, v in values.get("native", {}).items() if k != "netvisor:contact_person"}
    return values


def _settle_posting(values: dict[str, Any]) -> dict[str, Any]:
    """The amount of a posting says whether it holds VAT."""
    if "amount" in values or "includes_vat" in values:
        values.setdefault("amount", Decimal("12.40"))
        values.setdefault("includes_vat", False)
    return values


def _natives(mapping: Mapping, *without_meaning_alone: str) -> dict[type, frozenset[str]]:
    return {model: names - set(without_meaning_alone) for model, names in native_names(mapping.table).items()}


_ORDERS = ("_reference_order", "_tax_total_order", "_tax_scheme_order")

DRAWINGS = {
    "invoice": Drawing(
        _natives(INVOICE, *_ORDERS), "peppol-bis", settle={Invoice: _settle_ubl, Party: _settle_ubl_party}
    ),
    "credit-note": Drawing(
        _natives(CREDIT_NOTE, *_ORDERS), "peppol-bis", settle={Invoice: _settle_ubl, Party: _settle_ubl_party}
    ),
    "netvisor": Drawing(
        _natives(IMPORT_MAPPING, "old_accrual"),
        "netvisor",
        leave_out={Line: frozenset({"note"})},  # it comes back as a text row
        settle={Invoice: _settle_netvisor, PostingLine: _settle_posting},
    ),
    "finvoice": Drawing(_natives(FINVOICE), "finvoice"),
}

DRAWINGS_OF_WHOLE = {"finvoice": Drawing({}, "finvoice")}
"""What a reader keeps for the writer of its own format says nothing in an invoice that it did not read."""

drawn_settings = settings(
    max_examples=DRAWN,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def project(invoice: Invoice, mapping: Mapping, findings: list[Finding]) -> Any:
    """Return what *invoice* states, less what the findings of writing name and what says the same a second time."""
    stated = content(invoice)
    for finding in findings:
        assert finding.model_path is not None, finding
        without(stated, finding.model_path)
    for place, table in tables_of(mapping.table):
        for row in table.rows:
            if isinstance(row, Switch) and row.same:
                for one in _at(stated, plain(place)):
                    written = [leaf.field for leaf in row.cases.values() if _has(one, leaf.field, mapping)]
                    for field in written[1:]:
                        without(one, _spelled(field, mapping))
    return pruned(stated)


def _at(value: Any, place: str) -> Iterator[dict[str, Any]]:
    """Yield every object at *place* (``lines.``) of nested *value*."""
    name, _, rest = place.partition(".")
    if not name:
        yield value
        return
    below = value.get(name, {})
    for item in below if isinstance(below, list) else [below]:
        yield from _at(item, rest)


def _spelled(field: str, mapping: Mapping) -> str:
    head, _, name = field.rpartition("native.")
    return f"{head}native.{mapping.syntax.format}:{name}" if head or field.startswith("native.") else field


def _has(value: dict[str, Any], field: str, mapping: Mapping) -> bool:
    if field.startswith("native."):
        return f"{mapping.syntax.format}:{field.removeprefix('native.')}" in value.get("native", {})
    return field in value


def check_put_get(mapping: Mapping, invoice: Invoice) -> None:
    if mapping.syntax.format in WHOLE:
        check_whole(mapping.syntax.format, invoice, allowed=ADDED_BY_WHOLE)
        return
    data, findings = mapping.write(invoice, invoice.currency)
    result = mapping.read(xml.parse(data))
    assert not result.findings, f"what was written is blamed: {named_in(result.findings)}\n{data.decode()}"
    back = Invoice.model_validate(result.values)
    assert project(back, mapping, findings) == project(invoice, mapping, findings), data.decode()


def check_whole(format: str, invoice: Invoice, allowed: Dictionary[str, str] | None = None) -> None:
    """What the format writes, in each version, is read again as it was, or named.

    With *allowed*, nothing else may come from nowhere.
    """
    for version in (None, OLDER_VERSION[format]):
        written = module(format).write(invoice, Context(), version)
        data = written.data + b"".join(companion.data for companion in written.companions)
        back = einvoice.read(data, format=format, context=Context()).invoice
        named = {f.model_path for f in (*written.findings, *written.derived)}
        turned = "type_code" in named  # a credit note that asks for money is an invoice, with the other sign
        stated = {path.lstrip("."): value for path, value in model_leaves(invoice, "")}
        got = {path.lstrip("."): value for path, value in model_leaves(aligned(invoice, back), "")}
        lost = [
            f"{path}: {value!r} became {got.get(path)!r}"
            for path, value in stated.items()
            if not alike(value, got.get(path)) and not is_named(path, named) and not path.endswith(".is_charge")
            if not (turned and isinstance(value, Decimal) and alike(-value, got.get(path)))
            if not any(is_named(other, named) for other in beside(path))
        ]
        assert not lost, f"{version or 'newest'}: {lost}; named is {named_in(written.findings)}\n{written.data!r}"
        if allowed is not None:
            added = {plain(path) for path in got if path not in stated and "native." not in path} - allowed.keys()
            assert not added, f"{version or 'newest'} added {added}\n{written.data!r}"


def beside(path: str) -> list[str]:
    """Return what may be named in the place of *path*: the second line of a name, another line of an address."""
    above, _, name = path.rpartition(".")
    if name.endswith("name"):
        return [f"{above}.name_extension"]
    return [f"{above}.line_{n}" for n in (1, 2, 3)] if name.startswith("line_") and above.endswith("address") else []


def alike(value: Any, other: Any) -> bool:
    return value.split() == other.split() if isinstance(value, str) and isinstance(other, str) else bool(value == other)


def is_named(path: str, named: set[str | None]) -> bool:
    """Say whether a path or an object above it is named."""
    while path:
        if path in named:
            return True
        path = path[: path.rfind("[")] if path.endswith("]") else path.rpartition(".")[0]
    return False


_FOLLOWS = "a row that states its total only is one piece of that price, and totals follow from rows"
_MOVED = "it takes what has no place of its own, which a finding says"

ADDED_BY_WHOLE = {
    # place in the model: why it comes back though nobody stated it
    "type_code": "a Finvoice document has a type, INV01",
    "due_date": "the payment order has one, and the date of the invoice is written",
    "leading_text_rows": "a row that has neither quantity nor amount is a text row",
    "lines.quantity": _FOLLOWS,
    "lines.unit_code": _FOLLOWS,
    "lines.unit_name": _FOLLOWS,
    "lines.net_price": _FOLLOWS,
    "lines.net_amount": _FOLLOWS,
    "totals.line_total": _FOLLOWS,
    "totals.total_without_vat": _FOLLOWS,
    "vat_breakdown.taxable_amount": _FOLLOWS,
    "vat_breakdown.category": "a rate without a category is standard rate, and no rate zero rate",
    "vat_breakdown.exemption_reason": "2.01 has texts of reasons, and no codes",
    "lines.item_name": "2.01 has no allowances and charges: they are rows with a name",
    "allowances_charges.vat_category": "a rate without a category is standard rate",
    "allowances_charges.is_charge": "its amount has a sign of its own",
    "seller.name": _MOVED,
    "buyer.name": _MOVED,
    "delivery.party_name": _MOVED,
    "sales_order_reference": _MOVED,
    "receiving_advice_reference": _MOVED,
    "payment_terms": _MOVED,
    "seller.address.line_1": "lines below an empty one move up",
    "buyer.address.line_1": "lines below an empty one move up",
    "tax_representative.address.line_1": "lines below an empty one move up",
    "delivery.address.line_1": "lines below an empty one move up",
}


def check_same_bytes(mapping: Mapping, invoice: Invoice) -> None:
    walked, findings = rendered(mapping, invoice)
    try:
        compiled = mapping.writer.write(invoice, invoice.currency)
    except Slow:
        message = f"the compiled writer gave up although there is nothing to say\n{walked.decode()}"
        assert findings or is_woven(mapping, invoice) or invoice.currency is None, message
    else:
        assert compiled == (walked, findings)


def is_woven(mapping: Mapping, invoice: Invoice) -> bool:
    """Say whether something is kept that has no row: the walker weaves it in."""
    if mapping.table.keep is None:
        return False
    rows, start = native_names(mapping.table), f"{mapping.syntax.format}:"
    return any(
        key.startswith(start) and key.removeprefix(start) not in rows.get(type(owner), ())
        for owner in (invoice, *invoice.lines)
        for key in owner.native
    )


@pytest.mark.parametrize("name", WRITTEN)
def test_law_1_what_is_written_is_read_again(name: str) -> None:
    if name in WHOLE:

        @drawn_settings
        @given(DRAWINGS_OF_WHOLE[name].invoices())
        def whole_law(invoice: Invoice) -> None:
            check_whole(name, invoice)

        whole_law()
        return

    @drawn_settings
    @given(DRAWINGS[name].invoices())
    def law(invoice: Invoice) -> None:
        check_put_get(WRITTEN[name], invoice)

    law()


NOTHING_ALONE = {
    # format, place in the model: why it says nothing, or something else, when nothing else is stated
    ("peppol-bis", "notes.subject_code"): "a subject is the subject of a text",
    ("netvisor", "notes.subject_code"): "a subject is the subject of a text",
    ("netvisor", "notes.placement"): "a place is the place of a text",
    ("netvisor", "notes.text"): "a text without a place is written before the lines",
    ("netvisor", "lines.note"): "written as a comment line, and comes back as a text row",
    ("peppol-bis", "seller.tax_registration_identifier"): "written with the scheme TAX",
    ("peppol-bis", "seller.native.peppol-bis:_tax_scheme_order"): "an order needs two things",
    ("peppol-bis", "buyer.native.peppol-bis:_tax_scheme_order"): "an order needs two things",
    ("peppol-bis", "tax_representative.native.peppol-bis:_tax_scheme_order"): "an order needs two things",
    ("peppol-bis", "payee.native.peppol-bis:_tax_scheme_order"): "a payee has no tax scheme",
    ("peppol-bis", "native.peppol-bis:_tax_total_order"): "an order needs two things",
    ("peppol-bis", "native.peppol-bis:_reference_order"): "an order needs two things",
    ("netvisor", "native.netvisor:old_accrual"): "a text of our own making; tests/formats/netvisor has it",
    ("finvoice", "native.finvoice:DirectDebitInfo/CreditorIdentifier"): "it is an identifier of the seller (BT-90)",
    ("finvoice", "native.finvoice:EpiDetails/EpiIdentificationDetails/EpiReference"): "without BT-83 it is BT-83",
}


def single_values() -> list[Any]:
    """Return (table, place, invoice) for every leaf of the model, each invoice stating that leaf and a currency."""
    found = []
    for name, mapping in WRITTEN.items():
        natives = native_names(mapping.table)
        for steps, value in _every_leaf(Invoice, natives, mapping.syntax.format):
            place = ".".join(step for step in steps if step != "[0]")
            if (mapping.syntax.format, place) not in NOTHING_ALONE and place != "currency":
                found.append(pytest.param(mapping, steps, value, id=f"{name}-{place}"))
    return found


def _every_leaf(model: type, natives: Dictionary[type, frozenset[str]], format: str) -> Iterator[tuple[Any, Any]]:
    def below(name: str, annotation: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
        if get_origin(annotation) is Literal:
            yield (), get_args(annotation)[0]
        elif get_origin(annotation) is tuple:
            for steps, value in below(name, get_args(annotation)[0]):
                yield ("[0]", *steps), value
        elif get_args(annotation):
            yield from below(name, next(a for a in get_args(annotation) if a is not type(None)))
        elif hasattr(annotation, "model_fields"):
            yield from _every_leaf(annotation, natives, format)
        elif annotation is bool:
            yield (), True
        elif annotation is str:
            yield (), CODES.get(name, ("text",))[0]
        else:
            yield (), {"Decimal": Decimal("12.40"), "date": "2026-06-03", "int": 7}[annotation.__name__]

    for name, info in model.model_fields.items():  # type: ignore[attr-defined]
        if name == "native":
            for key in sorted(natives.get(model, ())):
                yield ("native", f"{format}:{key}"), "1"
        else:
            for steps, value in below(name, info.annotation):
                yield (name, *steps), value


def _nested(steps: tuple[str, ...], value: Any) -> Any:
    for step in reversed(steps):
        value = (value,) if step == "[0]" else {step: value}
    return value


SINGLE = single_values()


@pytest.mark.parametrize(("mapping", "steps", "value"), SINGLE)
def test_law_1_a_value_alone_comes_back_or_is_named(mapping: Mapping, steps: tuple[str, ...], value: Any) -> None:
    invoice = Invoice.model_validate({"currency": "EUR", **_nested(steps, value)})
    check_same_bytes(mapping, invoice)
    check_put_get(mapping, invoice)


def test_law_1_the_list_of_values_that_say_nothing_alone_is_current() -> None:
    needless = []
    for format, place in NOTHING_ALONE:
        for mapping in WRITTEN.values():
            if mapping.syntax.format != format or place.endswith("old_accrual"):
                continue
            leaves = _every_leaf(Invoice, native_names(mapping.table), format)
            ((steps, value),) = [(s, v) for s, v in leaves if ".".join(step for step in s if step != "[0]") == place]
            try:
                check_put_get(mapping, Invoice.model_validate({"currency": "EUR", **_nested(steps, value)}))
            except AssertionError:
                continue
            needless.append((mapping.syntax.root, place))
    assert needless == []


@pytest.mark.parametrize("mapping", (INVOICE, CREDIT_NOTE), ids=("invoice", "credit-note"))
def test_law_1_a_vat_total_in_no_currency_is_named_or_comes_back(mapping: Mapping) -> None:
    """BT-111 without BT-6: it must not come back as the total in the invoice currency (BT-110)."""
    invoice = Invoice.model_validate({"currency": "EUR", "totals": {"vat_total": "1", "vat_total_accounting": "11.20"}})
    check_put_get(mapping, invoice)


@pytest.mark.parametrize("character", ("\x1f", "\ud800"), ids=("control", "surrogate"))
@pytest.mark.parametrize("name", WRITTEN)
def test_law_1_characters_that_xml_forbids_are_named_wherever_they_stand(name: str, character: str) -> None:
    """Every text of the model in turn: the document stays well-formed, and the loss is named."""
    mapping = WRITTEN[name]
    broken = []
    for steps, value in _every_leaf(Invoice, native_names(mapping.table), mapping.syntax.format):
        if not isinstance(value, str) or steps[-1] in ("placement", "reference_kind", "document_kind"):
            continue
        start = {"currency": "EUR", **_nested(steps, value)}
        if value == "2026-06-03":
            continue
        if steps[0] == "notes":
            start["notes"] = ({"text": "text", **start["notes"][0]},)
        if steps[-1].endswith("old_accrual"):
            continue
        try:
            invoice = _replaced(Invoice.model_validate(start), steps, f"a{character}b")
            if name in WHOLE:
                written = module(name).write(invoice, Context())
                data, findings = written.data, [*written.findings, *written.derived]
            else:
                data, findings = mapping.write(invoice, invoice.currency)
            xml.parse(data)
        except (UnicodeError, EInvoiceError) as error:
            broken.append(f"{'.'.join(steps)}: {type(error).__name__}")
            continue
        path = ".".join(steps).replace(".[0]", "[0]")
        if not is_named(path, {f.model_path for f in findings}) and not steps[-1].endswith("_order"):
            broken.append(f"{path}: not named")
    assert broken == []


def _replaced(value: Any, steps: tuple[str, ...], new: Any) -> Any:
    if not steps:
        return new
    if steps[0] == "[0]":
        return (_replaced(value[0], steps[1:], new), *value[1:])
    if isinstance(value, dict):
        return {**value, steps[0]: new}
    return value.model_copy(update={steps[0]: _replaced(getattr(value, steps[0]), steps[1:], new)})


# -- law 2: get, put -------------------------------------------------------------------------------------------------


def canonical(text: str, codec: Any) -> str:
    """Return *text* as the codec of its row means it."""
    if codec in (None, spelling.TEXT):
        return text
    try:
        return repr(exact_number(codec.read(text)))
    except ValueError:
        return text


def exact_number(value: Any) -> Any:
    return value.normalize() + 0 if isinstance(value, Decimal) else value


def wire_index(mapping: Mapping) -> dict[tuple[tuple[str, ...], str | None], WireRow]:
    """Return the rows of *mapping* by wire path and attribute; a switch stands for its cases."""
    found: dict[tuple[tuple[str, ...], str | None], WireRow] = {}
    for row in wire_rows(mapping.table):
        found.setdefault((row.path, row.attribute), row)
    return found


def leaves(element: etree._Element, mapping: Mapping) -> Iterator[tuple[str, tuple[str, ...], str | None, str]]:
    """Yield (XPath, wire path, attribute, text) of everything that is stated below *element*, in document order."""

    def walk(node: etree._Element, above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...], str | None, str]]:
        here = path_of(node)
        if len(node):
            for text in (node.text, *(child.tail for child in node)):
                if text and text.strip():
                    yield here, above, None, text
        elif node.text and node.text.strip():
            yield here, above, None, node.text
        for key, value in node.attrib.items():
            if etree.QName(str(key)).namespace not in _SILENT_NAMESPACES and value.strip():
                name = str(key).lower() if mapping.syntax.fold else str(key)
                yield f"{here}/@{key}", above, name, str(value)
        for child in node.iterchildren("*"):
            yield from walk(child, (*above, mapping.syntax.wire_name(str(child.tag))))

    return walk(element, ())


def canonical_leaves(element: etree._Element, mapping: Mapping) -> list[tuple[str, tuple[str, str]]]:
    """Return (XPath, (wire path, text in the spelling of its codec)) of everything stated, in document order."""
    index = wire_index(mapping)
    found = []
    for path, wire, attribute, text in leaves(element, mapping):
        row = index.get((wire, attribute))
        codec = row.codec if row is not None else _pair_codec(wire)
        if row is not None and isinstance(row.row, Switch) and attribute is None:
            codec = _case_codec(row.row)
        text = canonical(text if codec is spelling.TEXT else text.strip(), codec)
        found.append((path, ("/".join(wire) + (f"/@{attribute}" if attribute else ""), text)))
    return found


@dataclass(frozen=True)
class Difference:
    """What a document lost on its way through the model, and what it has got; wire paths with texts."""

    lost: Counter[tuple[str, str]]
    added: Counter[tuple[str, str]]
    named: set[str]
    """The wire paths of what the findings name."""
    order: tuple[list[tuple[str, str]], list[tuple[str, str]]]

    @classmethod
    def between(cls, case: Case, written: etree._Element, mapping: Mapping, findings: list[Finding]) -> "Difference":
        paths = {f.path for f in findings}
        before, after = canonical_leaves(case.element, case.mapping), canonical_leaves(written, mapping)
        stated, got = Counter(leaf for _, leaf in before), Counter(leaf for _, leaf in after)
        named = Counter(leaf for path, leaf in before if path in paths)
        common = stated & got
        return cls(
            (stated - got) - named,
            got - stated,
            {where for where, _ in named},
            (_only([leaf for _, leaf in before], common), _only([leaf for _, leaf in after], common)),
        )


def _only(leaves: list[tuple[str, str]], common: Counter[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return *leaves* without those that the other side does not have as often."""
    rest = Counter(common)
    found = []
    for leaf in leaves:
        if rest[leaf] > 0:
            rest[leaf] -= 1
            found.append(leaf)
    return found


def _pair_codec(wire: tuple[str, ...]) -> Any:
    if wire and wire[-1] in ("cbc:TaxAmount",):
        return spelling.DECIMAL
    if wire and wire[-1] in ("linesum", "sum"):
        return spelling.COMMA
    return None


def _case_codec(row: Switch) -> Any:
    kinds = {case.codec for case in row.cases.values()}
    numbers = kinds & {spelling.COMMA, spelling.DECIMAL}
    dates = kinds & {spelling.DATE, spelling.DATE_LOOSE}
    return next(iter(numbers or dates or kinds))


@ubl_files
def test_law_2_ubl_comes_back_as_it_was(path: Path) -> None:
    for case in cases(path):
        if (document := read(case, Context())) is None:
            continue
        if any(f.code == "EI-UBL-TYPE" for f in document.findings):
            continue  # the finding says that it is written as the other kind of document
        written = module(case.format).write(document.invoice, Context())
        findings = [*document.findings, *document.locate(written.findings)]
        found = Difference.between(case, xml.parse(written.data), case.mapping, findings)
        constants = {("/".join(r.path), r.row.value) for r in wire_rows(case.mapping.table) if isinstance(r.row, Const)}
        assert not found.lost, f"{case.name} lost {list(found.lost)[:5]}; named is {named_in(findings)}"
        added = [leaf for leaf in found.added if leaf not in constants and leaf[0] not in found.named]
        assert not added, f"{case.name} has got {added[:5]}"
        assert found.order[0] == found.order[1], f"{case.name}: another order"


ADDED_BY_NETVISOR = {
    "salesinvoiceamount/@iso4217currencycode": "the home currency is written out",
    "deliveryaddresscountrycode": "goods to another EU country go to the country of the buyer, if nothing is said",
    "customtags/tag/tagvalue/@datatype": "an older name of the attribute is read, the newer one written",
}


@import_files
def test_law_2_netvisor_imports_come_back_as_they_were(path: Path) -> None:
    """Netvisor fixes no order for reading, so the order is not compared."""
    for case in cases(path):
        if case.mapping is not IMPORT_MAPPING or (document := read(case, Context())) is None:
            continue
        written = module(case.format).write(document.invoice, Context())
        findings = [*document.findings, *document.locate(written.findings)]
        found = Difference.between(case, xml.parse(written.data)[0], case.mapping, findings)
        attributes = [r for r in wire_rows(case.mapping.table) if isinstance(r.row, Attr) and r.attribute]
        older = {_netvisor_path(r) for r in attributes if isinstance(r.row, Attr) and r.row.read_only}
        constants = {_netvisor_path(r) for r in attributes if isinstance(r.row, Attr) and r.row.const is not None}
        lost = [leaf for leaf in found.lost if leaf[0] not in older]
        assert not lost, f"{case.name} lost {lost}; named is {named_in(findings)}"
        added = {where for where, _ in found.added} - constants - set(ADDED_BY_NETVISOR) - found.named
        if case.part.content.shared:  # attachments of the batch, which stand outside of the invoice
            added = {where for where in added if not where.startswith("salesinvoiceattachments/")}
        assert not added, f"{case.name} has got {added}"


@finvoice_files
def test_law_2_finvoice_comes_back_as_it_was(path: Path) -> None:
    """Every text at its own place; what the writer adds of its own, and in which order, is the business of law 5."""
    for case in cases(path):
        if case.format != "finvoice" or (document := read(case, Context())) is None:
            continue
        written = module("finvoice").write(document.invoice, Context())
        findings = [*document.findings, *document.locate(written.findings)]
        silent = {f.path for f in findings} | repeated.said_by_the_form(case.element) | {"/Finvoice/@Version"}
        turned = any(f.code == "EI-FINVOICE-SIGN" for f in findings)
        stated = Counter(
            plain_leaf(leaf, turned) for at, leaf in canonical_leaves(case.element, case.mapping) if at not in silent
        )
        got = Counter(plain_leaf(leaf, turned) for _, leaf in canonical_leaves(xml.parse(written.data), case.mapping))
        assert not stated - got, f"{case.name} lost {list(stated - got)[:5]}; named is {named_in(findings)}"


def plain_leaf(leaf: tuple[str, str], turned: bool) -> tuple[str, str]:
    """Return wire path and text of what Finvoice may write in another way that means the same.

    Numbers and dates that are kept as texts have one spelling, midnight behind a date says nothing, and one discount
    among several of a row stands in an element of its own.  Where the sign was wrong, which is named, it may differ.
    """
    where, text = leaf
    text = re.sub(r"Decimal\('(.*)'\)|'(.*)'", lambda m: m[1] or m[2] or "", text)
    if where.endswith("Date"):
        text = re.sub(r"\D", "", re.sub(r"\b(\d)\b", r"0\1", text))
        text = re.sub(r"(\d{8})(?:0{6}|0{8})", r"\1", text)
    elif (number := _number(text)) is not None:
        text = format((abs(number) if turned else number).normalize() + 0, "f")
    return where.replace("RowProgressiveDiscountDetails/", ""), text


# -- law 3: walker = compiler ----------------------------------------------------------------------------------------


def compare_readers(mapping: Mapping, root: etree._Element) -> tuple[str | None, ReadResult | None]:
    """Return what is wrong with the compiled reader (None: nothing), and what it returned (None: it was slow)."""
    try:
        fast, noted = read_fast(mapping, root)
    except Slow:
        return None, None
    walked = mapping.walk(root)
    if walked.findings:
        return f"the compiled reader was silent about {named_in(walked.findings)}", walked
    if exact(fast) != exact(walked.values):
        keys = [k for k in {*fast, *walked.values} if exact(fast.get(k)) != exact(walked.values.get(k))]
        shown = {k: (walked.values.get(k), fast.get(k)) for k in keys}
        return f"walker and compiler differ: {shown}", walked
    pairs = zip_longest(shown_places(noted), shown_places(walked.places))
    if (odd := next((pair for pair in pairs if pair[0] != pair[1]), None)) is not None:
        return f"compiler and walker find different places: {odd}", walked
    return None, walked


@every_file
def test_law_3_readers_agree(path: Path) -> None:
    for case in cases(path):
        wrong, result = compare_readers(case.mapping, case.element)
        assert wrong is None, f"{case.name}: {wrong}"
        if result is None:
            walked = case.mapping.walk(case.element)
            assert walked.findings or _is_beyond_speed(case), f"{case.name}: the compiled reader gave up for nothing"


def _is_beyond_speed(case: Case) -> bool:
    """What means nothing is left to the walker: elements and attributes that are empty or hold blanks only.

    So is a document with CDATA sections, which keeps the blanks between its elements, and one with comments, which cut
    its texts in two.  Of Finvoice, so are elements out of order, and what is kept below a table that does not keep.
    """
    empty = any(
        (not len(e) and not e.attrib and e.text is not None and not e.text.strip())
        or any(not value.strip() for value in e.attrib.values())
        for e in case.element.iter()
    )
    data = case.path.read_bytes()
    return empty or b"<![CDATA[" in data or b"<!--" in data or (case.mapping is FINVOICE and _is_slow_finvoice(case))


def _is_slow_finvoice(case: Case) -> bool:
    keepless = {
        f"{row.wire}/"
        for _, table in tables_of(FINVOICE.table)
        for row in table.rows
        if (isinstance(row, Group) and row.table.keep is None)
        or (isinstance(row, Pair) and row.tables and all(used.keep is None for used in row.tables))
    }
    kept = [re.sub(r"\[\d+\]", "", key) for key in case.mapping.walk(case.element).places if "native.finvoice:" in key]
    out_of_order = any(order_findings(case.element, keep("3.0", ()), FINVOICE.syntax))
    return out_of_order or any(name in key for name in keepless for key in kept)


@every_file
def test_law_3_writers_agree(path: Path) -> None:
    for case in cases(path):
        document = read(case, Context())
        if document is None:
            continue
        for mapping in (*WRITTEN.values(), *OLDER.values()):
            check_same_bytes(mapping, document.invoice)


@pytest.mark.parametrize("format", ("netvisor", "peppol-bis", "finvoice", "finvoice-2.01"))
def test_law_3_the_compiled_writers_take_what_the_formats_write(format: str) -> None:
    """The view that `project` makes is what is really written: a compiled writer that gives it up is dead.

    What has no place is no reason to give up; the losses and their order are those of the walker.
    """
    given_up = []
    lossy = 0
    for case in sources():
        if (document := read(case, context())) is None:
            continue
        if format == "netvisor":
            mapping, view = IMPORT_MAPPING, project_netvisor(document.invoice, context())[0]
        elif format in ("finvoice", "finvoice-2.01"):
            mapping = {**WRITTEN, **OLDER}[format]
            view = project_finvoice(document.invoice, context(), format.partition("-")[2] or "3.0").view
        else:
            view = project_ubl(context().fill(document.invoice))[0]
            mapping = CREDIT_NOTE if view.is_credit_note else INVOICE
        try:
            compiled = mapping.writer.write(view, view.currency)
        except Slow:
            if not is_woven(mapping, view):
                given_up.append(case.name)
        else:
            assert compiled == rendered(mapping, view)
            lossy += bool(compiled[1])
    assert given_up == [], f"{len(given_up)} of {len(sources())} documents are written slowly for nothing"
    assert lossy > 5


@pytest.mark.parametrize("name", WRITTEN)
def test_law_3_writers_agree_on_an_invoice_that_states_nothing(name: str) -> None:
    for mapping in versions_of(name):
        check_same_bytes(mapping, Invoice())
        check_same_bytes(mapping, Invoice(document_kind=None, payee=None, custom_tags=(), native={}))


def versions_of(name: str) -> list[Mapping]:
    """Return the table *name* and those of older versions."""
    return [WRITTEN[name], *(mapping for other, mapping in OLDER.items() if other.startswith(f"{name}-"))]


CHUNKS = 10


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_law_3_readers_agree_on_mutants(chunk: int) -> None:
    """The most important of all: whatever is wrong with a document, speed never changes what is read or reported."""
    chance = Random(SEED + chunk)
    found = sources()
    fast = 0
    for number in range(MUTANTS // CHUNKS):
        case = chance.choice(found)
        mutant, changes = mutate(case.element, chance)
        try:
            root = xml.parse(etree.tostring(mutant))
        except EInvoiceError:
            continue
        wrong, result = compare_readers(case.mapping, root)
        fast += result is not None
        assert wrong is None, f"mutant {chunk}/{number} of {case.name}, {changes}: {wrong}"
    assert fast >= MUTANTS // CHUNKS // 10, f"only {fast} mutants took the compiled reader, so little was compared"


def ubl(body: str, root: str = "Invoice") -> etree._Element:
    names = "".join(f' xmlns:{p}="{u}"' for p, u in INVOICE.syntax.namespaces.items() if p)
    namespace = f"urn:oasis:names:specification:ubl:schema:xsd:{root}-2"
    return xml.parse(f'<{root} xmlns="{namespace}"{names}>{body}</{root}>'.encode())


@pytest.mark.parametrize("blank", ("\u00a0", "\u2003", "\u3000", "\u0085", "\u00a0 \t"), ids=ascii)
def test_law_3_readers_agree_on_texts_of_unusual_blanks(blank: str) -> None:
    for body in (
        f"<cbc:ID>{blank}</cbc:ID>",
        f'<cac:PaymentMeans><cbc:PaymentMeansCode name="{blank}">30</cbc:PaymentMeansCode></cac:PaymentMeans>',
    ):
        wrong, _ = compare_readers(INVOICE, ubl(body))
        assert wrong is None, wrong


def test_law_3_an_amount_without_currency_hides_no_other_attribute() -> None:
    """The compiled reader counts what it consumed; what is not there must not be counted."""
    root = ubl(
        '<cbc:ID foreign="lost">1</cbc:ID>'
        "<cac:LegalMonetaryTotal><cbc:PayableAmount>1.00</cbc:PayableAmount></cac:LegalMonetaryTotal>"
    )
    wrong, _ = compare_readers(INVOICE, root)
    assert wrong is None, wrong


AWKWARD_TEXTS = st.one_of(
    st.text(ALPHABET, min_size=1, max_size=8),
    st.sampled_from(
        ["", " ", " x ", "\u00a0", "a\nb", "a\rb", "a\tb", "]]>", "\x7f\x85", "\u2028", "\x00", "a\x1fb", "\ufffe"]
        + [c * n for c, n in (("ä", 15), ("x", 19), ("x", 36), ("ä", 51), ("x", 101), ("x", 251), ("x", 501))]
    ),
)


@pytest.mark.parametrize("name", WRITTEN)
def test_law_3_writers_agree_on_drawn_invoices(name: str) -> None:
    @drawn_settings
    @given(DRAWINGS[name].invoices())
    def law(invoice: Invoice) -> None:
        for mapping in versions_of(name):
            check_same_bytes(mapping, invoice)

    law()


@pytest.mark.parametrize("name", WRITTEN)
def test_law_3_writers_agree_on_awkward_texts(name: str) -> None:
    @drawn_settings
    @given(replace(DRAWINGS[name], texts=AWKWARD_TEXTS).invoices())
    def law(invoice: Invoice) -> None:
        for mapping in versions_of(name):
            check_same_bytes(mapping, invoice)

    law()


@pytest.mark.parametrize("name", WRITTEN)
def test_law_3_writers_agree_on_an_empty_text(name: str) -> None:
    check_same_bytes(WRITTEN[name], Invoice(currency="EUR", buyer_reference="", lines=(Line(item_name=""),)))


# -- law 4: coverage -------------------------------------------------------------------------------------------------

BOTH = {
    # table, term: why it has a row and an Absent row
    ("netvisor", "BT-46"): "the first identifier has a row; the reason is that of all others",
    ("netvisor", "BT-49"): "an OVT code may name the customer; the reason is that of every other address",
}

TWICE = {
    # table, term: why two rows
    ("netvisor", "BT-22"): "one text before the lines and one after them",
    ("finvoice", "BT-22"): "a short text with a subject is a definition, every other a free text",
    ("finvoice", "BT-46"): "an identifier with a scheme, and the number of the customer at the seller",
    ("finvoice", "BT-84"): "in the payment order, and among the accounts of the seller",
    ("finvoice", "BT-86"): "in the payment order, and among the accounts of the seller",
}

SETTLED = {
    # table, term: the kept text that is made a value of the model after reading
    ("finvoice", "BT-90"): "native.DirectDebitInfo/CreditorIdentifier",
    ("finvoice", "BT-124"): "native.InvoiceUrlText",
    ("finvoice", "BG-24"): "native.InvoiceUrlText",
}

WITHOUT_PLACE = {"BG-2", "BG-29", "BG-30", "BG-31"}
"""Groups of the standard whose terms stand in the invoice or the line itself."""


def _absent(mapping: Mapping) -> list[str]:
    return [row.term for _, table in tables_of(mapping.table) for row in table.rows if isinstance(row, Absent)]


def _rows(mapping: Mapping) -> list[tuple[str | None, str, str]]:
    """Return (term, place, wire) of the rows.

    The group row of an identifier or a classification has the term of the one text in it, which is left to that text.
    """
    found = [(term, place, wire) for term, place, wire in places(mapping.table) if place or wire]
    kept = []
    for term, place, wire in found:
        same = [other for other, below, _ in found if other == term and below.startswith(place + ".")]
        if not (term and place and same and register()[term].type != "group"):
            kept.append((term, place, wire))
    return kept


def _mapped(mapping: Mapping) -> Counter[str]:
    return Counter(term for term, _, _ in _rows(mapping) if term)


@pytest.mark.parametrize("name", WRITTEN)
def test_law_4_every_term_is_mapped_or_absent(name: str) -> None:
    mapping = WRITTEN[name]
    mapped, absent = _mapped(mapping), set(_absent(mapping))
    # BT-18-1, the scheme of BT-18, has no place when BT-18 has none
    absent |= {t for t in register() if t.count("-") == 2 and t.startswith("BT-") and t.rpartition("-")[0] in absent}
    covered = {plain(place) for _, place, _ in places(mapping.table) if place}
    kept_texts = {place for _, place, _ in places(mapping.table)}
    absent |= {term for (table, term), text in SETTLED.items() if table == name and text in kept_texts}
    groups_absent = [register()[t].place for t in absent if register()[t].type == "group"]
    uncovered = []
    for term in register().values():
        if term.identifier in mapped or term.identifier in absent or term.identifier in WITHOUT_PLACE:
            continue
        place = plain(term.place)
        under_absent = any(_below(place, plain(group)) for group in groups_absent)
        below = (p for p in covered | _pair_places(mapping) if p.startswith(place + "."))
        is_group_of_mapped = term.type == "group" and any(below)
        if not (place in covered or under_absent or is_group_of_mapped):
            uncovered.append(f"{term.identifier} {term.name} ({term.place})")
    assert uncovered == []


def _below(place: str, group: str) -> bool:
    return place == group or place.startswith(group + ".")


def _pair_places(mapping: Mapping) -> set[str]:
    """Return the places of the terms that pairs name."""
    return {
        plain(register()[term].place)
        for _, table in tables_of(mapping.table)
        for row in table.rows
        if isinstance(row, Pair)
        for term in row.terms
    }


@pytest.mark.parametrize("name", WRITTEN)
def test_law_4_no_term_is_mapped_and_absent(name: str) -> None:
    mapping = WRITTEN[name]
    both = {(name, term) for term in _absent(mapping) if term in _mapped(mapping)}
    assert both == {entry for entry in BOTH if entry[0] == name}


@pytest.mark.parametrize("name", WRITTEN)
def test_law_4_no_term_is_mapped_or_absent_twice(name: str) -> None:
    mapping = WRITTEN[name]
    twice = {(name, term) for term, count in _mapped(mapping).items() if count > 1}
    assert twice == {entry for entry in TWICE if entry[0] == name}
    assert [term for term, count in Counter(_absent(mapping)).items() if count > 1] == []


@pytest.mark.parametrize("name", (*WRITTEN, *READ_ONLY))
def test_law_4_every_row_stands_where_the_register_says(name: str) -> None:
    mapping = {**WRITTEN, **READ_ONLY}[name]
    wrong = []
    for term, place, wire in _rows(mapping):
        if term is None:
            # the flag says which of two terms the others are, and is none itself
            if "native." not in place and plain(place) not in by_place() and not place.endswith("is_charge"):
                wrong.append(f"{wire}: {place} has no term at all")
        elif place and plain(place) != plain(register()[term].place):
            wrong.append(f"{wire}: {term} is at {register()[term].place}, the row at {place}")
    assert wrong == []


@pytest.mark.parametrize("name", (*WRITTEN, *READ_ONLY))
def test_law_4_pairs_name_the_terms_of_their_fields(name: str) -> None:
    """The terms of a pair live in its fields, or in a field that a table leaves to it (`elsewhere`)."""
    mapping = {**WRITTEN, **READ_ONLY}[name]
    elsewhere = {plain(place + field) for place, table in tables_of(mapping.table) for field in table.elsewhere}
    wrong = []
    for place, table in tables_of(mapping.table):
        for row in table.rows:
            if isinstance(row, Pair):
                fields = {plain(place + field) for field in row.fields} | elsewhere
                wrong += [
                    f"{row.wire}: {term} is at {register()[term].place}"
                    for term in row.terms
                    if not any(_below(plain(register()[term].place), field) for field in fields)
                ]
    assert wrong == []


@pytest.mark.parametrize("name", WRITTEN)
def test_law_4_what_is_left_to_a_pair_is_carried_by_one(name: str) -> None:
    """A field that a table calls `elsewhere` comes back, or is named: the table itself would never say so."""
    mapping = WRITTEN[name]
    for place, table in tables_of(mapping.table):
        for field in table.elsewhere:
            if "native." in field or field == "is_charge":  # the flag says which of two terms the others are
                continue
            terms = terms_at(place + field)
            assert terms, f"{place}{field} has no term"
            pairs = [r for _, t in tables_of(mapping.table) for r in t.rows if isinstance(r, Pair)]
            carried = {term for pair in pairs for term in pair.terms} | set(_absent(mapping))
            assert set(terms) <= carried, f"{terms} of {place}{field} is neither in a pair nor absent"


def test_law_4_the_readers_of_responses_name_terms_of_the_register() -> None:
    for mapping in READ_ONLY.values():
        assert {term for term, _, _ in places(mapping.table) if term} <= set(register())


# -- law 5: schema ---------------------------------------------------------------------------------------------------

_BASES = {spelling.DECIMAL: {"decimal"}, spelling.DATE: {"date"}, spelling.BOOLEAN: {"boolean"}}


@pytest.mark.parametrize("name", ("invoice", "credit-note"))
def test_law_5_ubl_paths_exist_in_the_schema(name: str) -> None:
    mapping = WRITTEN[name]
    schema, syntax = ubl_schema.schema(mapping.syntax.root), mapping.syntax
    wrong = []
    for row in wire_rows(mapping.table):
        parent = syntax.qualify(syntax.root)
        for step in row.path:
            if syntax.qualify(step) not in schema.children(parent):
                wrong.append(f"{'/'.join(row.path)}: {step} is no child of {etree.QName(parent).localname}")
                break
            parent = syntax.qualify(step)
        else:
            if row.attribute is not None and row.attribute not in schema.attributes(parent):
                wrong.append(f"{'/'.join(row.path)} has no attribute {row.attribute}")
            expected = _BASES.get(row.codec) if row.attribute is None and row.codec is not None else None
            if expected and not expected & set(schema.base_types(parent)):
                wrong.append(f"{'/'.join(row.path)} is no {row.codec.name if row.codec else ''}")
    assert wrong == []


@pytest.mark.parametrize("name", ("invoice", "credit-note"))
def test_law_5_ubl_rows_follow_the_order_of_the_schema(name: str) -> None:
    mapping = WRITTEN[name]
    schema, syntax = ubl_schema.schema(mapping.syntax.root), mapping.syntax
    last: dict[tuple[str, ...], int] = {}
    for row in wire_rows(mapping.table):
        parent = syntax.qualify(syntax.root)
        for depth, step in enumerate(row.path):
            position = schema.children(parent).index(syntax.qualify(step))
            above = row.path[:depth]
            assert position >= last.get(above, -1), f"{'/'.join(row.path)}: {step} stands too late"
            if position > last.get(above, -1):
                last[above] = position
                for deeper in [p for p in last if p[: depth + 1] == row.path[: depth + 1] and p != above]:
                    del last[deeper]
            parent = syntax.qualify(step)


@pytest.mark.parametrize("name", ("invoice", "credit-note"))
def test_law_5_ubl_repeats_only_what_the_schema_repeats(name: str) -> None:
    mapping = WRITTEN[name]
    schema, syntax = ubl_schema.schema(mapping.syntax.root), mapping.syntax
    for row in wire_rows(mapping.table):
        if isinstance(row.row, Group | Leaf) and row.row.many:
            steps = [syntax.root, *row.path]
            repeated = [
                schema.repeats(syntax.qualify(parent), syntax.qualify(child))
                for parent, child in zip(steps[row.depth :], steps[row.depth + 1 :], strict=False)
            ]
            assert any(repeated), f"{'/'.join(row.path)} stands once"


@ubl_files
def test_law_5_what_is_written_from_a_valid_ubl_document_is_valid(path: Path) -> None:
    for case in cases(path):
        if (document := read(case, Context())) is None:
            continue
        before = ubl_schema.validator(case.mapping.syntax.root)
        if not before.validate(xml.parse(etree.tostring(case.element))):
            continue
        written = xml.parse(module("peppol-bis").write(document.invoice, Context()).data)
        schema = ubl_schema.validator(etree.QName(written).localname)
        assert schema.validate(written), f"{case.name}: {schema.error_log.last_error}"


@dataclass(frozen=True)
class Element:
    """A line of schemas/netvisor/elements.csv."""

    order: int
    max_length: int | None
    kind: str


@cache
def netvisor_elements(message: str) -> dict[str, Element]:
    """Return the elements and attributes of *message* by path below the invoice."""
    roots = {
        "import": "root/salesinvoice/",
        "detail": "root/salesinvoice/",
        "list": "root/salesinvoicelist/salesinvoice/",
    }
    found = {}
    with (ROOT / "schemas" / "netvisor" / "elements.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            if row["message"] == message and row["path"].startswith(roots[message]):
                length = int(row["max_length"]) if row["max_length"] else None
                found[row["path"].removeprefix(roots[message])] = Element(int(row["order"]), length, row["kind"])
    return found


NETVISOR = {"import": IMPORT_MAPPING, "detail": DETAIL_MAPPING, "list": LIST_MAPPING}


def _netvisor_path(row: WireRow) -> str:
    return "/".join(row.path) + (f"/@{row.attribute}" if row.attribute else "")


_LINE = "invoicelines/invoiceline/salesinvoiceproductline"

BEYOND_THE_ANSWERS = {
    "accountdimensiontext",
    "deliveryaddresscountrycode/@iso-3166",
    "deliveryaddressnameextension",
    "ordernumber",
    "overriderateofoverdue",
    "salesinvoiceattachments/salesinvoiceattachment/documentdata/@type",
    "salesinvoiceattachments/salesinvoiceattachment/printbydefault",
    f"{_LINE}/accountdimensiontext",
    f"{_LINE}/accrualrule",
    f"{_LINE}/accrualrule/divisioncurvename",
    f"{_LINE}/accrualrule/endmonth",
    f"{_LINE}/accrualrule/endyear",
    f"{_LINE}/accrualrule/startmonth",
    f"{_LINE}/accrualrule/startyear",
    f"{_LINE}/dimension/dimensionitem/@integrationdimensiondetailguid",
    f"{_LINE}/dimension/metadata/data",
    f"{_LINE}/productpurchaseprice/@type",
    f"{_LINE}/productunitprice/@type",
}
"""Names of the import that are understood in an answer too, though no source shows them there."""


@pytest.mark.parametrize("message", NETVISOR)
def test_law_5_netvisor_paths_exist_in_the_element_table(message: str) -> None:
    known = netvisor_elements(message)
    rows = list(wire_rows(NETVISOR[message].table))
    assert len(known) > 10
    unknown = {_netvisor_path(row) for row in rows} - set(known)
    assert unknown == (BEYOND_THE_ANSWERS if message == "detail" else set())


def test_law_5_netvisor_rows_follow_the_order_of_the_element_table() -> None:
    known = netvisor_elements("import")
    paths = [_netvisor_path(row) for row in wire_rows(IMPORT_MAPPING.table) if row.attribute is None]
    orders = [known[path].order for path in paths if path in known]
    late = [path for path, before, here in zip(paths[1:], orders, orders[1:], strict=False) if here < before]
    assert late == []


def test_law_5_netvisor_limits_equal_the_element_table() -> None:
    known = netvisor_elements("import")
    differences = []
    for row in wire_rows(IMPORT_MAPPING.table):
        if isinstance(row.row, Leaf) and row.attribute is None and (path := _netvisor_path(row)) in known:
            limit = known[path].max_length
            if row.row.limit != limit:
                differences.append(f"{path}: the row has {row.row.limit}, the element table {limit}")
    assert differences == []


NOT_READ = {
    "import": ("invoicelines/invoiceline/salesinvoicesubline/",),
    "detail": ("processhistory/",),
    "list": (),
}
"""Elements without a row: a document that has them gets a finding for each."""

READ_BY_PAIRS = ("invoicelines/invoiceline/salesinvoicecommentline/comment",)


@pytest.mark.parametrize("message", NETVISOR)
def test_law_5_every_element_of_the_element_table_has_a_row(message: str) -> None:
    rows = {_netvisor_path(row) for row in wire_rows(NETVISOR[message].table)}
    pairs = {"/".join(row.path) for row in wire_rows(NETVISOR[message].table) if isinstance(row.row, Pair)}
    missing = [
        path
        for path, element in netvisor_elements(message).items()
        if element.kind != "aggregate"
        and path not in rows
        and not any(path.startswith(f"{p}/") for p in pairs - {"invoicelines"})
        and not path.startswith(NOT_READ[message])
        and path not in READ_BY_PAIRS
    ]
    assert missing == []


FINVOICE_TABLES = {"3.0": FINVOICE, "2.01": OLDER["finvoice-2.01"]}


def finvoice_rows(version: str) -> Iterator[WireRow]:
    """Yield the rows of a version; of 2.01 without those of pairs, whose tables are of 3.0: `shape` makes them fit."""
    pairs = tuple(row.path for row in wire_rows(FINVOICE.table) if isinstance(row.row, Pair))
    for row in wire_rows(FINVOICE_TABLES[version].table):
        if version == "3.0" or not any(row.path[: len(path)] == path for path in pairs):
            yield row


@pytest.mark.parametrize("version", FINVOICE_TABLES)
def test_law_5_finvoice_paths_exist_in_the_element_table(version: str) -> None:
    wrong = []
    for row in finvoice_rows(version):
        element = elements.at(version, row.path)
        if element is None:
            wrong.append(f"{'/'.join(row.path)} is no element")
        elif row.attribute is not None and row.attribute not in element.attributes:
            wrong.append(f"{'/'.join(row.path)} has no attribute {row.attribute}")
        elif isinstance(row.row, Leaf) and row.attribute is None and element.text is None:
            wrong.append(f"{'/'.join(row.path)} holds no text")
        elif isinstance(row.row, Group | Leaf) and row.attribute is None and row.row.many and element.maximum == 1:
            wrong.append(f"{'/'.join(row.path)} stands once")
    assert wrong == []


@pytest.mark.parametrize("version", FINVOICE_TABLES)
def test_law_5_finvoice_rows_follow_the_order_of_the_element_table(version: str) -> None:
    """Among the children of each element a row stands behind those that the schema has before it."""
    late = []
    last: dict[tuple[str, ...], int] = {}
    for row in finvoice_rows(version):
        if row.path == ("AnyPartyDetails", "AnyPartyText"):
            last.pop(row.path[:1], None)  # the table of another role begins
        for depth, step in enumerate(row.path):
            above = row.path[:depth]
            parent = elements.at(version, above)
            assert parent is not None, above
            rank = list(parent.children).index(step)
            if rank < last.get(above, -1):
                late.append("/".join(row.path))
            last[above] = max(rank, last.get(above, -1))
    assert late == []


@pytest.mark.parametrize("version", FINVOICE_TABLES)
def test_law_5_finvoice_codecs_are_of_the_kind_of_the_element_table(version: str) -> None:
    """What the schema calls a date, an amount or a percentage is read as one, wherever it is no kept text."""
    wrong = []
    for row in finvoice_rows(version):
        element = elements.at(version, row.path)
        if row.attribute is not None or not isinstance(row.row, Leaf) or element is None or element.text is None:
            continue
        kinds = CODEC_KINDS.get(element.text.kind)
        if kinds and row.codec is not None and row.codec.name not in kinds and "native." not in row.row.field:
            wrong.append(f"{'/'.join(row.path)} is a {element.text.kind}, read as {row.codec.name}")
    assert wrong == []


CODEC_KINDS = {
    # kind of the element table: codecs that read it
    "date": {"day", "day with time"},
    "amount": {"amount", "epi amount"},
    "percentage": {"percentage"},
}


# -- law 6: no silent loss -------------------------------------------------------------------------------------------


def is_constant(index: dict[Any, WireRow], wire: tuple[str, ...], attribute: str | None, text: str) -> bool:
    """Return whether *text* is one that the format fixes there, so that it carries nothing."""
    row = index.get((wire, attribute))
    if row is not None:
        if isinstance(row.row, Const):
            return text.strip() == row.row.value
        if isinstance(row.row, Attr) and (row.row.ignore or row.row.const is not None):
            return row.row.ignore or text.strip() == row.row.const
        if isinstance(row.row, Switch) and attribute == row.row.on:
            return text.strip().lower() in row.row.cases
    for names, texts in PAIR_CONSTANTS.items():
        tail = (*wire, f"@{attribute}") if attribute else wire
        if tail[-len(names) :] == names and text.strip() in texts:
            return True
    return False


def unaccounted(mapping: Mapping, element: etree._Element, result: ReadResult) -> list[str]:
    """Return the texts and attributes below *element* that are neither in the model, nor fixed, nor in a finding."""
    index = wire_index(mapping)
    placed = {(id(p.node.origin), p.attribute) for p in result.places.values()}
    named = {f.path for f in result.findings}
    currencies = {mapping.currency_of(element), result.values.get("vat_currency")}
    said = repeated.said_by_the_form(element) | joined(element, result) if mapping is FINVOICE else set()
    found = []

    def walk(node: etree._Element, wire: tuple[str, ...]) -> None:
        here = path_of(node)
        text, tails = (node.text or "").strip(), [(c.tail or "").strip() for c in node]
        known = here in named or here in said
        if text and (id(node), "") not in placed and not known and not is_constant(index, wire, None, text):
            found.append(f"{here} = {text!r}")
        if any(tails) and here not in named:
            found.append(f"{here} = {' '.join(filter(None, tails))!r} after a child")
        seen: set[str] = set()
        for key, value in node.attrib.items():
            name = str(key).lower() if mapping.syntax.fold else str(key)
            if etree.QName(str(key)).namespace in _SILENT_NAMESPACES or not value.strip():
                continue
            if f"{here}/@{key}" in named or f"{here}/@{name}" in named or f"{here}/@{key}" in said:
                continue
            if name in seen:
                found.append(f"{here}/@{key} = {value!r} a second time")
            seen.add(name)
            if name == "currencyID" and value.strip() in currencies:
                continue
            if (id(node), name) not in placed and not is_constant(index, wire, name, str(value)):
                found.append(f"{here}/@{key} = {value!r}")
        for child in node.iterchildren("*"):
            walk(child, (*wire, mapping.syntax.wire_name(str(child.tag))))

    walk(element, ())
    return found


def joined(element: etree._Element, result: ReadResult) -> set[str]:
    """Return the paths of texts that are lines of a value, which stands at the first element of the name."""
    found = set()
    for place in result.places.values():
        node, lines = place.node.origin, (place.value or "").split("\n")
        if place.attribute or len(lines) < 2 or not isinstance(node, etree._Element):
            continue
        found |= {path_of(each) for each in node.itersiblings(str(node.tag)) if (each.text or "").strip() in lines}
    return found


@every_file
def test_law_6_everything_read_is_accounted_for(path: Path) -> None:
    for case in cases(path):
        assert unaccounted(case.mapping, case.element, case.mapping.walk(case.element)) == [], case.name


@every_file
def test_law_6_what_stands_around_an_invoice_is_named(path: Path) -> None:
    """Envelopes and answers: what is outside the invoice element is in its findings, or in the invoice."""
    found = cases(path)
    documents = [document for case in found if (document := read(case, Context())) is not None]
    if len(documents) < len(found):
        return  # a value that cannot be read: nothing is carried at all
    root = found[0].element.getroottree().getroot()
    inside = {element for case in found for element in case.element.iter()}
    named = {f.path for document in documents for f in document.findings}
    carried = {text for document in documents for text in _texts_of(document.invoice)}
    silent = []
    for element in root.iter("*"):
        text = " ".join((element.text or "").split())
        if element in inside or not text or path_of(element) in named or text in carried:
            continue
        if str(element.tag).lower() == "status" and text == "OK":  # the answer is there, which is what it says
            continue
        silent.append(f"{path_of(element)} = {text[:60]!r}")
    assert silent == []


def _texts_of(value: Any) -> Iterator[str]:
    for text in _json_texts(json.loads(module("model").write(value, Context()).data)):
        yield " ".join(text.split())


def _json_texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _json_texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _json_texts(item)
    elif value is not None:
        yield str(value)


@pytest.mark.parametrize("chunk", range(4))
def test_law_6_everything_read_from_mutants_is_accounted_for(chunk: int) -> None:
    chance = Random(SEED + 1000 + chunk)
    found = sources()
    for number in range(MUTANTS // 6):
        case = chance.choice(found)
        mutant, changes = mutate(case.element, chance)
        try:
            root = xml.parse(etree.tostring(mutant))
        except EInvoiceError:
            continue
        silent = unaccounted(case.mapping, root, case.mapping.walk(root))
        assert silent == [], f"mutant {chunk}/{number} of {case.name}, {changes}"


@pytest.mark.parametrize("chunk", range(2))
def test_law_6_conversions_of_finvoice_mutants_carry_or_name_every_text(chunk: int) -> None:
    """Most of Finvoice has no term of its own, so this is where a careless document may lose something."""
    chance = Random(SEED + 3000 + chunk)
    found = [c for c in sources() if c.format == "finvoice" and len(etree.tostring(c.element)) < LONGEST_MUTANT]
    for number in range(MUTANTS // 15):
        origin = chance.choice(found)
        mutant, changes = mutate(origin.element, chance)
        try:
            (case,) = cases_of(etree.tostring(mutant), origin.path)
        except EInvoiceError:
            continue
        if (document := read(case, context())) is not None:
            silent = unsaid(case, document)
            assert silent == [], f"mutant {chunk}/{number} of {case.name}, {changes}"


LONGEST_MUTANT = 14_000
"""Characters; longer documents have rows of the same kind over and over."""


SILENT = [
    # case, table, body: what is LOST there must be accounted for
    ("invalid_text_after_a_child_of_a_leaf", INVOICE, "<cbc:ID>1<foreign/>LOST</cbc:ID>"),
    ("invalid_text_after_a_child_in_a_pair", INVOICE, "<cbc:Note>text<foreign/>LOST</cbc:Note>"),
    (
        "invalid_attribute_twice_but_for_its_case",
        IMPORT_MAPPING,
        '<salesinvoiceamount iso4217currencycode="EUR" Iso4217CurrencyCode="LOST">1,00</salesinvoiceamount>',
    ),
    (
        "invalid_attribute_of_a_repeated_empty_element",
        IMPORT_MAPPING,
        '<salesinvoiceamount iso4217currencycode="LOST"/><salesinvoiceamount iso4217currencycode="EUR"/>',
    ),
    (
        "invalid_attribute_of_a_repeated_empty_element_in_ubl",
        INVOICE,
        '<cac:PaymentMeans><cbc:PaymentMeansCode name="LOST"/><cbc:PaymentMeansCode name="x"/></cac:PaymentMeans>',
    ),
    (
        "invalid_type_of_a_posting",
        IMPORT_MAPPING,
        '<invoicevoucherlines><voucherline><linesum type="LOST">1</linesum></voucherline></invoicevoucherlines>',
    ),
]


@pytest.mark.parametrize(("mapping", "body"), [c[1:] for c in SILENT], ids=[c[0] for c in SILENT])
def test_law_6_nothing_is_lost_in_silence(mapping: Mapping, body: str) -> None:
    root = ubl(body) if mapping is INVOICE else xml.parse(f"<salesinvoice>{body}</salesinvoice>".encode())
    result = mapping.walk(root)
    values = [f.value for f in result.findings] + [p.value for p in result.places.values()]
    assert any("LOST" in (value or "") for value in values), f"LOST is gone; named is {named_in(result.findings)}"
    assert unaccounted(mapping, root, result) == []


KEPT_ROWS = {
    # what a row of Finvoice holds that is no line: each text of it comes back, or is named
    "valid_charges_of_a_text_row": "<RowChargeDetails><ReasonText>Rahti</ReasonText><Amount AmountCurrencyIdentifier="
    '"EUR">3,07</Amount></RowChargeDetails>',
    "valid_charge_in_another_currency_before_one_of_ours": "<RowChargeDetails><ReasonText>Frakt</ReasonText><Amount "
    'AmountCurrencyIdentifier="SEK">9,09</Amount></RowChargeDetails><RowChargeDetails><ReasonText>Rahti</ReasonText>'
    '<Amount AmountCurrencyIdentifier="EUR">3,07</Amount></RowChargeDetails>',
    "valid_discount_in_its_element": "<RowProgressiveDiscountDetails><RowDiscountPercent>7</RowDiscountPercent>"
    "<RowDiscountTypeText>Alennus</RowDiscountTypeText></RowProgressiveDiscountDetails>",
    "invalid_unit_of_no_quantity": '<InvoicedQuantity QuantityUnitCode="ltk" QuantityUnitCodeUN="XBX"/>',
    "valid_base_quantity": '<UnitPriceBaseQuantity QuantityUnitCodeUN="XBX">144</UnitPriceBaseQuantity>',
    "valid_version_of_a_scheme": '<ArticleGroupIdentifier SchemeID="STI" SchemeVersion="19">4</ArticleGroupIdentifier>',
    "invalid_date_with_a_time": '<StartDate Format="CCYYMMDD">20260611120000</StartDate>',
}


@pytest.mark.parametrize("body", KEPT_ROWS.values(), ids=KEPT_ROWS)
def test_law_6_a_row_of_finvoice_that_is_no_line_keeps_what_it_holds(body: str) -> None:
    row = f"<InvoiceRow><ArticleName>Pelkkä teksti</ArticleName>{body}</InvoiceRow>"
    data = finvoice_documents.document(finvoice_documents.row(), row)
    (case,) = cases_of(data, Path("row.xml"))
    document = read(case, context())
    assert document is not None
    assert unsaid(case, document) == []
    carried = converted(document, "finvoice", None)
    asked = [(where, text) for where, _, _, text in leaves(case.element, FINVOICE) if "/InvoiceRow[2]/" in where]
    silent = repeated.said_by_the_form(case.element)
    assert [where for where, text in asked if where not in silent and not carried.holds(where, text, None)] == []


@pytest.mark.parametrize("text", ("sum", "NaN", "1e5", "1_0", "١"), ids=ascii)
def test_law_6_a_sum_that_is_no_number_is_refused(text: str) -> None:
    """The second name of the line sum: a number is read by a codec, wherever it stands."""
    total = f"<salesinvoiceproductlinelinesum>{text}</salesinvoiceproductlinelinesum>"
    line = f"<salesinvoiceproductline><productvatpercentage>0</productvatpercentage>{total}</salesinvoiceproductline>"
    invoice = f"<salesinvoicenetvisorkey>1</salesinvoicenetvisorkey><invoicelines><invoiceline>{line}</invoiceline>"
    head = "<root><responsestatus><status>OK</status></responsestatus><salesinvoice>"
    with pytest.raises(einvoice.ReadError):
        einvoice.read(f"{head}{invoice}</invoicelines></salesinvoice></root>".encode())


def test_a_faulty_document_raises_nothing_but_errors_of_ours() -> None:
    """Whatever is wrong with a document: it is refused by an error with a message, or read and converted."""
    chance = Random(SEED + 2000)
    found = sources()
    for _ in range(MUTANTS // 6):
        case = chance.choice(found)
        mutant, changes = mutate(case.element.getroottree().getroot(), chance)
        data = etree.tostring(mutant)
        try:
            for document in einvoice.read_many(data, context=context()):
                for target in [entry.id for entry in FORMATS]:
                    einvoice.convert(document, target, context=context(), validate=False)
        except EInvoiceError as error:
            assert not isinstance(error, einvoice.InternalError)
            assert error.message
            assert error.fix, f"{error.message!r} does not say what to do"
        except Exception as error:
            raise AssertionError(f"{case.name}, {changes}: {error!r}\n{data.decode(errors='replace')}") from error


def _number(text: str) -> Decimal | None:
    found = re.fullmatch(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)", text)
    return Decimal(text.replace(",", ".")) if found else None


def _date(text: str) -> str | None:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text) or re.fullmatch(r"(\d{4})([01]\d)([0-3]\d)", text)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else None


class Carried:
    """What a conversion gave: the texts of the target and of what goes beside it, and what its findings name."""

    def __init__(self, result: einvoice.Conversion) -> None:
        in_json = result.target in ("model", "billecta")
        self.roots = [] if in_json else [xml.parse(d) for d in _documents(result)]
        texts = (
            (t for d in _documents(result) for t in _json_texts(json.loads(d, parse_float=Decimal)))
            if in_json
            else (t for r in self.roots for e in r.iter("*") for t in ((e.text or ""), *map(str, e.attrib.values())))
        )
        self.texts = {" ".join(text.split()) for text in texts}
        self.words = "\n".join(sorted(self.texts))
        self.paths = {f.path for f in result.findings} | set(_below_losses(result))
        self.values = [" ".join(f.value.split()) for f in result.findings if f.value]
        self.numbers = {n for text in (*self.texts, *self.values) if (n := _number(text)) is not None}
        if result.target == "billecta":
            self.numbers |= set(_minor_units(result))
            self.texts |= {text.replace("-", "") for text in self.texts if re.fullmatch(r"\d{6}-\d{4}", text)}
        self.turned = {-n for n in self.numbers} | self.numbers
        self.dates = {_date(text) for text in (*self.texts, *self.values)}
        self.credit = result.invoice.is_credit_note
        self.bare = {"".join(text.split()) for text in self.texts if len(text) > SHORTEST_PIECE}
        self.bare |= {run for root in self.roots for run in _runs(root)}
        self.bare |= {t for root in self.roots for e in root.iter("*") if e.tag in ACCOUNTS and (t := e.text)}

    def holds(self, path: str, text: str, codec: Any) -> bool:
        """Return whether *text* is in the target or named."""
        text = " ".join(text.split())
        if path.lower().endswith("/invoicestatus") and text.lower() in self.texts:
            return True  # a code, which Netvisor compares in any case
        if text in self.texts or path in self.paths or text in self.values:
            return True
        number = _number(text)
        if number is not None and number in (self.turned if self.credit or _signed(path) else self.numbers):
            return True
        if (day := _date(text)) is not None and day in self.dates:
            return True
        if codec is not None and codec not in (spelling.TEXT, spelling.STRIPPED):
            try:
                if str(codec.read(text)) in self.texts:
                    return True
            except ValueError:
                pass
        bare = "".join(text.split())
        if bare in self.bare or (len(text) > SHORTEST_PIECE and any(bare in run for run in self.bare)):
            return True
        if len(text) > LONGEST_WORD:
            return False
        part = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
        return bool(part.search(self.words) or any(part.search(value) for value in self.values))


SHORTEST_PIECE = 20
"""Longer texts may go on in another element of the same name, or stand without their blanks."""

LONGEST_WORD = 2000
"""Longer texts are files, which stand nowhere as part of another text; looking for them takes seconds."""

ACCOUNTS = ("SellerAccountID", "EpiAccountID", "DebitedAccountID")
"""Numbers that Finvoice has without the blanks of their printed form."""


def _below_losses(result: einvoice.Conversion) -> Iterator[str]:
    """Yield where all stands that belongs to an entry of a list that is named as lost or moved, as a whole."""
    entries = tuple(f"{f.model_path}." for f in result.findings if f.is_loss and (f.model_path or "").endswith("]"))
    if entries and result.document is not None:
        for path, place in result.document.places().items():
            if path.startswith(entries):
                yield f"{place.path}"


def _minor_units(result: einvoice.Conversion) -> Iterator[Decimal]:
    """Yield the amounts of Billecta in whole units of their currency."""
    for data in _documents(result):
        for amount in re.finditer(rb'"CurrencyCode": "([^"]*)",\s*"Value": (-?\d+)', data):
            try:
                places = codelists.minor_units(amount[1].decode())
            except LookupError:
                places = 2  # as the writer takes it, which names the code
            yield Decimal(int(amount[2])).scaleb(-places)


def _documents(result: einvoice.Conversion) -> Iterator[bytes]:
    yield result.data
    for companion in result.companions:
        yield companion.data


def _runs(root: etree._Element) -> Iterator[str]:
    """Yield the texts that stand in several elements of one name, one after the other, without blanks."""
    for parent in root.iter("*"):
        for _, found in groupby(parent.iterchildren("*"), lambda child: child.tag):
            pieces = [child.text or "" for child in found if not len(child)]
            if len(pieces) > 1:
                yield "".join("".join(pieces).split())


def _signed(path: str) -> bool:
    """The sign of a price belongs to the quantity, so reading may turn both."""
    return path.lower().endswith(("productunitprice", "productlinequantity"))


def targets(case: Case, *, own: bool = False) -> list[tuple[str, str | None]]:
    """Return the formats and versions to which the invoice is converted; *own*: to that of the source as well."""
    found: list[tuple[str, str | None]] = [(entry.id, None) for entry in FORMATS if own or entry.id != case.format]
    return [*found, *((format, OLDER_VERSION[format]) for format, _ in found if format in OLDER_VERSION)]


OLDER_VERSION: dict[str, Any] = {"finvoice": "2.01"}


def converted(document: Document, target: str, version: Any) -> Carried:
    return Carried(einvoice.convert(document, target, context=context(), validate=False, version=version))


@every_file
def test_law_6_conversions_carry_or_name_every_text(path: Path) -> None:
    silent = []
    for case in cases(path):
        if (document := read(case, context())) is not None:
            silent += unsaid(case, document)
    assert silent == []


def unsaid(case: Case, document: Document) -> list[str]:
    """Return what conversions of a document to all other formats neither carry nor name."""
    silent = []
    index = wire_index(case.mapping)
    said = said_elsewhere(case)
    other = repeated.other_words(case.element) if case.format == "finvoice" else {}
    for target, version in targets(case):
        carried = converted(document, target, version)
        kinds = said_by_the_element(case.element, carried) if target == "finvoice" else flags(case.element, carried)
        for where, wire, attribute, text in leaves(case.element, case.mapping):
            if where in said or where in kinds or is_constant(index, wire, attribute, text):
                continue
            row = index.get((wire, attribute))
            if not carried.holds(where, other.get(where, text), row.codec if row else None):
                silent.append(f"{case.name} to {target} {version or ''}: {where} = {text[:60]!r}")
    return silent


def flags(source: etree._Element, carried: Carried) -> set[str]:
    """Return the paths of the charge indicators whose amount is named: the flag says how to read it."""
    found = set()
    for node in source.iter("{*}ChargeIndicator"):
        amount = node.getparent().find("{*}Amount")  # type: ignore[union-attr]
        if amount is not None and path_of(amount) in carried.paths:
            found.add(path_of(node))
    return found


def said_elsewhere(case: Case) -> set[str]:
    if case.format != "finvoice":
        return set()
    return repeated.said_by_the_form(case.element) | repeated.said_twice(case.element)


def said_by_the_element(source: etree._Element, carried: Carried) -> set[str]:
    """Return the paths of what the name of an element of Finvoice says: charge or discount, and whose number it is.

    A charge indicator is there when its amount is among the charges or discounts; in 2.01 they are rows, whose sign
    says it.  The scheme SEPA is that of the number in CreditorIdentifier, 0216 that of an OVT code, and older labels
    are schemes.  A type of Finvoice is a type of UNTDID 1001.
    """
    (root, *_) = carried.roots
    amounts: dict[str, set[Decimal]] = {"true": set(), "false": set()}
    for node in root.iter("*"):
        number = _number((node.text or "").strip())
        if number is None:
            continue
        parent = node.getparent()
        if node.tag == "Amount" and parent is not None:
            amounts["false" if parent.tag == "DiscountDetails" else "true"].add(abs(number))
        elif node.tag == "RowDiscountAmount":
            amounts["false"].add(abs(number))
        elif node.tag == "RowVatExcludedAmount" and root.get("Version") == "2.01":
            amounts["true" if (number > 0) != carried.credit else "false"].add(abs(number))
    found = set()
    for node in source.iter("{*}ChargeIndicator"):
        amount = _number((node.getparent().findtext("{*}Amount") or "").strip())  # type: ignore[union-attr]
        if amount is not None and abs(amount) in amounts.get((node.text or "").strip(), ()):
            found.add(path_of(node))
    creditor = root.findtext("DirectDebitInfo/CreditorIdentifier")
    addresses = {
        (node.text or "").strip()
        for node in root.iter(
            "FromIdentifier", "ToIdentifier", "SellerOrganisationUnitNumber", "BuyerOrganisationUnitNumber"
        )
    }
    labelled = {(e.get("IdentifierType"), (e.text or "").strip()) for e in root.iter("*") if e.get("IdentifierType")}
    for node in source.iter("{*}ID", "{*}EndpointID"):
        text, scheme = (node.text or "").strip(), node.get("schemeID") or ""
        if (
            (scheme == "SEPA" and text == creditor)
            or (scheme == "0216" and text in addresses and re.fullmatch(r"0037\d{8}\w{0,5}", text))
            or (repeated.SCHEME_LABELS.get(scheme), text) in labelled
        ):
            found.add(f"{path_of(node)}/@schemeID")
    kind = root.findtext("InvoiceDetails/InvoiceTypeCode") or ""
    for node in source.iter("{*}InvoiceTypeCode", "{*}CreditNoteTypeCode"):
        if repeated.TYPES.get(kind) == (node.text or "").strip():
            found.add(path_of(node))
    return found


def is_free(node: etree._Element, free: bool) -> bool:
    """Say whether an element of Finvoice holds a free text.

    Most of them are read by pairs, or kept without a row; and what has a row for texts may be a number that is kept as
    it is spelled.  What a document is depends on its type, so that is left alone.
    """
    text = (node.text or "").strip()
    if len(node) or node.tag in ("InvoiceTypeCode", "OriginCode") or _number(text) is not None or _date(text):
        return False
    return free or re.search(r"[a-zäöå]", text) is not None


def with_marks(case: Case) -> tuple[Part, dict[str, str]]:
    """Return the case with a word of its own in every free text, and the words by path."""
    index = wire_index(case.mapping)
    root = etree.fromstring(etree.tostring(case.element.getroottree().getroot()))
    element = root.find(case.element.getroottree().getelementpath(case.element))
    assert element is not None
    marks: dict[str, str] = {}

    def walk(node: etree._Element, wire: tuple[str, ...]) -> None:
        row = index.get((wire, None))
        free = row is not None and isinstance(row.row, Leaf) and row.codec in (spelling.TEXT, spelling.STRIPPED)
        if case.format == "finvoice":
            free = is_free(node, free)
        if free and node.text and node.text.strip():
            node.text = marks[path_of(node)] = f"Q{len(marks)}Z"
        for child in node.iterchildren("*"):
            walk(child, (*wire, case.mapping.syntax.wire_name(str(child.tag))))

    walk(element, ())
    content: Any = element
    if case.format == "netvisor":
        content = replace(case.part.content, element=element)
    elif case.format == "finvoice":
        content = replace(case.part.content, root=element)
    return replace(case.part, content=content), marks


@every_file
def test_law_6_conversions_carry_or_name_every_word(path: Path) -> None:
    """As above, with a word of its own in every free text, so that no text can pass for another."""
    silent = []
    for case in cases(path):
        part, marks = with_marks(case)
        try:
            document = module(case.format).read_part(part, context())
        except EInvoiceError:
            continue
        for target, version in targets(case, own=True):
            carried = converted(document, target, version)
            for where, mark in marks.items():
                known_in_any_case = where.lower().endswith("/invoicestatus")
                word = re.compile(rf"\b{mark}\b", re.IGNORECASE if known_in_any_case else 0)
                named = where in carried.paths or any(word.search(value) for value in carried.values)
                if not named and not word.search(carried.words):
                    silent.append(f"{case.name} to {target} {version or ''}: {where}")
    assert silent == []
