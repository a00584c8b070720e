"""Write the JSON Schemas of this folder, and the classes of Billecta's views, from the tables beside this script.

    python schemas/billecta/generate.py [--check]

`--check` writes nothing: it names the files that are not what the tables say, and exits with 1 when there are any.
README.md explains the tables.  The result depends on them alone: same tables, same bytes.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
CLASSES = FOLDER.parents[1] / "src" / "einvoice" / "formats" / "billecta" / "models.py"
"""The classes.  They stand in the package, because people import them."""

EDITION = "2024-04"
"""The month of the published schemas that the tables follow."""

RECEIVED = ("InvoiceActionView", "InvoiceActionSubView")
"""Documents that only the service writes.  It adds members over time: theirs are open."""

SENT = ("InvoiceActionEntryView", "DebtorView", "CreditorView")
"""Documents that a client writes.  The service drops a member that it does not know in silence: theirs are closed."""

TITLES = {
    "InvoiceActionEntryView": "What creates an invoice, or changes a draft",
    "InvoiceActionView": "An invoice as the service gives it back",
    "InvoiceActionSubView": "An invoice in a list of the service, without its rows",
    "DebtorView": "A customer",
    "CreditorView": "A sender account: the seller",
    "InvoiceActionRecordView": "A row of an invoice",
    "AmountView": "An amount: Value counts minor units of the currency, ValueForView is for display",
    "DeliveryAddressOverrideView": "Who gets the document, where that is not the customer",
    "DebtCollectionDetailsView": "What happens to the claim when it is not paid",
    "ReminderInvoiceDetailsView": "When a reminder goes out",
    "ReverseVATDetailsView": "Reverse charge, of the whole invoice",
    "RotRutDetailsView": "Tax deduction for household work: dwelling and persons",
    "RotRutCustomerView": "A person who asks for the deduction",
    "PaymentOverrideView": "Another payee, account or reference",
    "FileView": "A file",
    "InvoiceActionAttachmentView": "A file that goes with the invoice, with its place",
    "AutogiroWithdrawalView": "Whether the amount is withdrawn by direct debit",
    "CreditCardWithdrawalView": "Whether the amount is withdrawn from a card",
    "InvoiceFileView": "A rendering of the invoice that the client made",
    "InvoiceActionStateView": "Where the invoice stands",
    "InvoiceActionInvoiceView": "The invoice as it was sent",
    "InvoiceActionEventView": "Something that happened to the invoice, or will",
    "CreditingInvoiceView": "Which invoice this one credits",
    "DebtorDefaultActionConfigView": "Settings of the customer for new invoices",
    "DebtorAutogiroView": "The direct-debit contract of the customer",
    "DebtorCreditCardView": "A card of the customer",
    "DebtorSelfInvoiceInfoView": "Settings of self-billing",
    "CreditorBankInfoView": "The accounts of the seller",
    "CreditorContactView": "The contact of the seller",
    "CreditorClaimsContactView": "The contact of the seller for claims",
    "CreditorSignatoryContactView": "Who signs for the seller",
    "CreditorInvoiceAddressView": "Where the seller gets the bills of the service itself",
    "CreditorForeignAccountView": "An account for another currency",
    "CreditorOutgoingBankgiroView": "A bankgiro number that payments leave from",
    "CreditorPaymentMethodView": "An account of the seller, with its priority",
    "DimensionCodeView": "A dimension of the seller's bookkeeping, with its code",
}


class BrokenTable(Exception):
    """A table contradicts itself or another; the message says where."""


@dataclass(frozen=True, slots=True)
class Form:
    """A row of forms.csv: what a scalar may be."""

    kind: str
    type: str
    pattern: str
    minimum: str
    maximum: str
    wanted: str
    example: str


@dataclass(frozen=True, slots=True)
class Member:
    """A row of views.csv; or of older.csv, where *kind* is empty and *seen* says until when it was seen."""

    view: str
    name: str
    kind: str
    of: str = ""
    is_many: bool = False
    is_nullable: bool = False
    is_required: bool = False
    is_calculated: bool = False
    terms: tuple[str, ...] = ()
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of a folder; *views* in the order of the table, the views without published members last."""

    views: dict[str, tuple[Member, ...]]
    enums: dict[str, dict[str, int]]
    forms: dict[str, Form]


# --- reading ----------------------------------------------------------------------------------------


def read_tables(folder: Path = FOLDER) -> Tables:
    """Return the tables of *folder*; raises BrokenTable when they contradict themselves."""
    forms = {row["kind"]: Form(**row) for row in _rows(folder / "forms.csv")}
    enums: dict[str, dict[str, int]] = {}
    for row in _rows(folder / "enums.csv"):
        values = enums.setdefault(row["enum"], {})
        if row["name"] in values or int(row["value"]) in values.values():
            raise BrokenTable(f"enums.csv: {row['enum']} has {row['name']} or {row['value']} twice")
        values[row["name"]] = int(row["value"])
    members = [*_members(folder), *(Member(r["view"], r["field"], "", seen=r["seen"]) for r in _older(folder))]
    views: dict[str, tuple[Member, ...]] = {}
    for member in members:
        if any(member.name == other.name for other in views.get(member.view, ())):
            raise BrokenTable(f"{member.view} has {member.name} twice")
        views[member.view] = (*views.get(member.view, ()), member)
    for member in members:
        if member.kind == "view":
            views.setdefault(member.of, ())
        elif member.kind == "enum" and member.of not in enums:
            raise BrokenTable(f"views.csv: {member.view}/{member.name}: {member.of} is not in enums.csv")
        elif member.kind not in (*forms, "enum", "amount", ""):
            raise BrokenTable(f"views.csv: {member.view}/{member.name}: {member.kind!r} is not in forms.csv")
    if nameless := sorted(views.keys() ^ TITLES.keys()):
        raise BrokenTable(f"a view without a title, or a title without a view: {', '.join(nameless)}")
    return Tables(views, enums, forms)


def _members(folder: Path) -> Iterator[Member]:
    for row in _rows(folder / "views.csv"):
        yield Member(
            row["view"],
            row["field"],
            row["kind"],
            "AmountView" if row["kind"] == "amount" else row["of"],
            row["many"] == "many",
            row["nullable"] == "null",
            row["required"] == "yes",
            row["direction"] == "response",
            tuple(row["terms"].split()),
        )


def _older(folder: Path) -> Iterator[dict[str, str]]:
    return _rows(folder / "older.csv")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


# --- JSON Schema ------------------------------------------------------------------------------------

Schema = dict[str, Any]


def schema_of(tables: Tables, view: str) -> Schema:
    """Return the JSON Schema of documents that are a *view*; it holds all definitions that it needs."""
    received = view in RECEIVED
    needed = _reach(tables, view)
    defs: Schema = {name: _object(name, tables.views[name], received) for name in needed}
    members = [member for name in needed for member in tables.views[name]]
    for name in sorted({member.of for member in members if member.kind == "enum"}):
        defs[name] = _enum(name, tables.enums[name])
    kinds = {member.kind for member in members if member.kind in tables.forms}
    if any(member.kind == "enum" for member in members):
        kinds |= {"name", "integer"}
    defs |= {kind: _scalar(form) for kind, form in tables.forms.items() if kind in kinds}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:einvoice:billecta:{EDITION}:{view}",
        "title": f"Billecta {view}",
        "description": f"{TITLES[view]}. Made by einvoice from tables of its own; not a schema of Billecta.",
        "$ref": f"#/$defs/{view}",
        "$defs": defs,
    }


def _reach(tables: Tables, view: str) -> list[str]:
    """Return the names of *view* and of all views below it, each once, in the order in which they are met."""
    found = [view]
    for name in found:  # grows while it is walked
        for member in tables.views[name]:
            if member.kind in ("view", "amount") and member.of not in found:
                found.append(member.of)
    return found


def _object(name: str, members: Sequence[Member], received: bool) -> Schema:
    if not members:
        return {"title": f"{TITLES[name]}; its members are not published", "type": "object"}
    found: Schema = {"title": TITLES[name], "type": "object"}
    if required := [member.name for member in members if member.is_required]:
        found["required"] = required
    found["properties"] = {member.name: _member(member) for member in members}
    found["additionalProperties"] = received
    return found


def _member(member: Member) -> Schema:
    if member.seen:
        return {"deprecated": True, "description": f"No longer in the schemas; seen in {member.seen}."}
    found: Schema = {"$ref": f"#/$defs/{member.of or member.kind}"}
    if member.is_many:
        found = {"type": "array", "items": found}
    if member.is_nullable:
        found = {"anyOf": [found, {"type": "null"}]}
    if member.is_calculated:
        found["readOnly"] = True
    if member.terms:
        found["x-terms"] = list(member.terms)
    return found


def _enum(name: str, values: dict[str, int]) -> Schema:
    """The names and numbers that are known, for people and editors; and any other, for the service adds some."""
    known = [{"title": "known names", "enum": [*values]}, {"title": "their numbers", "enum": [*values.values()]}]
    newer = [{"title": "newer values", "anyOf": [{"$ref": "#/$defs/name"}, {"$ref": "#/$defs/integer"}]}]
    return {"title": f"a name of {name}", "anyOf": [*known, *newer]}


def _scalar(form: Form) -> Schema:
    found: Schema = {"title": form.wanted, "type": form.type}
    if form.pattern:
        found["pattern"] = form.pattern
    for bound in ("minimum", "maximum"):
        if text := getattr(form, bound):
            found[bound] = json.loads(text)
    found["examples"] = [form.example if form.type == "string" else json.loads(form.example)]
    return found


# --- classes ----------------------------------------------------------------------------------------

HEAD = '''"""The views of Billecta as pydantic classes: to build an entry in Python, or to read an answer.

Made by ``python schemas/billecta/generate.py``; never edit it by hand.  The classes, members and enum values have the
names of Billecta's JSON, so that one spelling serves code, JSON, schema and messages.  They are written out instead of
being made at run time because an editor and mypy then know each member.  What a class refuses, the JSON Schema of its
view refuses, and the reverse (a test compares them).

A member that was never set is left out of the JSON; None is written as ``null``, where the service takes it.  Numbers
are `Decimal` or `int`: a float is refused, so read with `View.parse`, not with ``model_validate_json``.

>>> from decimal import Decimal
>>> amount = AmountView(CurrencyCode="SEK", Value=95000)
>>> record = InvoiceActionRecordView(ArticleDescription="Consulting", Quantity=Decimal("1.5"), UnitPrice=amount, VAT=25)
>>> record.dump().decode()
\'{"ArticleDescription":"Consulting","Quantity":1.5,"UnitPrice":{"CurrencyCode":"SEK","Value":95000},"VAT":25}\'
>>> InvoiceActionRecordView.parse(record.dump()) == record
True
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from einvoice.formats.billecta.members import (
    NAME,
    STATED,
    Base64,
    Boolean,
    DateTime,
    Guid,
    Integer,
    Long,
    Numeric,
    Text,
    View,
)
'''

ALIASES = {
    "text": "Text",
    "guid": "Guid",
    "datetime": "DateTime",
    "base64": "Base64",
    "integer": "Integer",
    "long": "Long",
    "number": "Numeric",
    "boolean": "Boolean",
}
"""The types of ``members.py``, by the kind of a member."""


def classes_of(tables: Tables) -> str:
    """Return the module with a class for each view, and a type for each enum that one of them uses."""
    used = {member.of for members in tables.views.values() for member in members if member.kind == "enum"}
    blocks = [HEAD, "# What is known of each enum; a newer name or number is taken as well."]
    blocks += [_type(name, values) for name, values in tables.enums.items() if name in used]
    ordered: list[str] = []
    for name in tables.views:
        ordered += [each for each in reversed(_reach(tables, name)) if each not in ordered]
    # A class stands behind those that its members name.
    done: list[str] = []
    while ordered:
        ready = [n for n in ordered if all(m.of in done for m in tables.views[n] if m.kind in ("view", "amount"))]
        if not ready:
            raise BrokenTable(f"views that hold each other: {', '.join(ordered)}")
        done += ready
        ordered = [name for name in ordered if name not in ready]
    blocks += [_class(name, tables.views[name]) for name in done]
    names = sorted([*done, *used])
    listed = "\n".join(f'    "{name}",' for name in names)
    blocks.append(f"__all__ = [\n{listed}\n]\n")
    head, note, *rest = blocks
    types = [block for block in rest if not block.startswith(("class ", "__all__"))]
    others = rest[len(types) :]
    return "\n".join([head, note, *types]) + "\n\n\n" + "\n\n\n".join(others)


def _type(name: str, values: dict[str, int]) -> str:
    texts = [f'"{value}"' for value in values]
    line = f"{name} = Annotated[Literal[{', '.join(texts)}] | str | int, NAME]"
    if len(line) <= 120:
        return line
    items = f"    Literal[{', '.join(texts)}] | str | int,"
    if len(items) > 120:
        items = "\n".join(["    Literal[", *(f"        {text}," for text in texts), "    ]", "    | str", "    | int,"])
    return f"{name} = Annotated[\n{items}\n    NAME,\n]"


def _class(name: str, members: Sequence[Member]) -> str:
    lines = [f"class {name}(View):", f'    """{TITLES[name]}."""', ""]
    if name in RECEIVED:
        lines += ["    is_received: ClassVar[bool] = True", ""]
    if not members:
        lines += ["    is_published: ClassVar[bool] = False", ""]
    if older := [f'"{member.name}"' for member in members if member.seen]:
        text = f"    older: ClassVar[frozenset[str]] = frozenset({{{', '.join(older)}}})"
        if len(text) > 120:
            rows = [f"            {each}," for each in older]
            text = "\n".join(
                ["    older: ClassVar[frozenset[str]] = frozenset(", "        {", *rows, "        }", "    )"]
            )
        lines += [text, ""]
    lines += [f"    {member.name}: {_annotation(member)}" for member in members if not member.seen]
    return "\n".join(lines).rstrip()


def _annotation(member: Member) -> str:
    type_ = ALIASES.get(member.kind, member.of)
    if member.is_many:
        type_ = f"list[{type_}]"
    if member.is_required:
        return type_
    return f"{type_} | None = None" if member.is_nullable else f"Annotated[{type_} | None, STATED] = None"


# --- files ------------------------------------------------------------------------------------------


def generate(tables: Tables) -> dict[Path, str]:
    """Return the content of each file that is made from the tables, by its path."""
    schemas = {FOLDER / f"{view}.json": schema_of(tables, view) for view in (*SENT, *RECEIVED)}
    files = {path: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for path, schema in schemas.items()}
    return {**files, CLASSES: classes_of(tables)}


def main(arguments: Sequence[str] = ()) -> int:
    """Write all files; with --check only compare."""
    is_check = "--check" in arguments
    try:
        files = generate(read_tables())
    except BrokenTable as error:
        print(error, file=sys.stderr)
        return 1
    stale = []
    for path, text in files.items():
        data = text.encode("utf-8")
        if not is_check:
            path.write_bytes(data)
        elif not path.is_file() or path.read_bytes() != data:
            stale.append(path.name)
    if stale:
        print(f"not as the tables say: {', '.join(stale)}; run python schemas/billecta/generate.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
