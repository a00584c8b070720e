"""Laws of the comparison, over every document of the corpora.

1. An invoice says what it says.
2. The order of lists says nothing (that of text rows does).
3. One value changed is one difference, at its place.
4. What one side has more, the other has less.
"""

import json
import random
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import einvoice
from einvoice import Context, EInvoiceError, Invoice
from einvoice.comparison import compare
from einvoice.formats.mapping.account import leaves
from einvoice.model import Model

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
CONTEXTS = {"billecta": Context.load(CORPORA / "billecta.toml")}
CONTEXT = Context.load(CORPORA / "einvoice.toml")

ORDERED = ("text_rows", "leading_text_rows")


def invoices(format: str) -> list[tuple[str, Invoice]]:
    found = []
    for path in sorted((CORPORA / format).glob("*.*")):
        try:
            read = einvoice.read_many(path, context=CONTEXTS.get(format, CONTEXT))
            found += [(f"{path.name} {document.index}", document.invoice) for document in read]
        except EInvoiceError:
            continue  # an answer that holds no invoice
    assert len(found) > 25
    return found


def shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, Model):
        fields = [name for name in type(value).model_fields if name not in ORDERED]
        return value.model_copy(update={name: shuffled(getattr(value, name), chance) for name in fields})
    if isinstance(value, tuple):
        items = [shuffled(each, chance) for each in value]
        chance.shuffle(items)
        return tuple(items)
    return value


def other(value: object) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, Decimal | int):
        return str(value + 1) if isinstance(value, Decimal) else value % 12 + 1
    return (value + timedelta(days=1)).isoformat() if isinstance(value, date) else f"{value} x"


def with_other(invoice: Invoice, path: str) -> Invoice | None:
    """*invoice* with another value at *path*; None where the field takes but a few words."""
    data = json.loads(invoice.model_dump_json(exclude_defaults=True))
    value: Any = invoice
    target: Any = data
    names = path.replace("[", ".").replace("]", "").split(".")
    for name in names[:-1]:
        step: Any = int(name) if name.isdigit() else name
        target = target[step]
        value = value[step] if isinstance(step, int) else getattr(value, step)
    last: Any = int(names[-1]) if names[-1].isdigit() else names[-1]
    target[last] = other(value[last] if isinstance(last, int) else getattr(value, last))
    try:
        return Invoice.model_validate_json(json.dumps(data))
    except ValueError:
        return None


FORMATS = pytest.mark.parametrize("format", ["netvisor", "peppol-bis", "finvoice", "billecta"])


@FORMATS
def test_an_invoice_says_what_it_says(format: str) -> None:
    for name, invoice in invoices(format):
        assert compare(invoice, invoice) == [], name


@FORMATS
def test_the_order_of_lists_says_nothing(format: str) -> None:
    chance = random.Random(format)
    for name, invoice in invoices(format):
        assert [each for each in compare(invoice, shuffled(invoice, chance)) if each.meaning] == [], name


@FORMATS
def test_one_value_changed_is_one_difference(format: str) -> None:
    """An allowance that becomes a charge is another thing: one is gone, one came."""
    chance = random.Random(format)
    for name, invoice in invoices(format):
        places = [path.lstrip(".") for path, _ in leaves(invoice, "") if "native" not in path]
        for path in chance.sample(places, min(5, len(places))):
            right = with_other(invoice, path)
            if right is None:
                continue
            found = [each for each in compare(invoice, right) if each.meaning]
            if path.endswith("is_charge"):
                assert sorted(each.kind for each in found) == ["added", "removed"], (name, path)
            else:
                assert [each.path for each in found] == [path], (name, path)


@FORMATS
def test_what_one_side_has_more_the_other_has_less(format: str) -> None:
    found = [invoice for _, invoice in invoices(format)]
    turn = {"added": "removed", "removed": "added", "changed": "changed"}
    for left, right in pairwise(found):
        there = sorted((each.kind, each.terms) for each in compare(left, right))
        back = sorted((turn[each.kind], each.terms) for each in compare(right, left))
        assert there == back
