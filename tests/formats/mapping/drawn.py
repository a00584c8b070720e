"""Invoices drawn by chance, from the annotations of the model alone.

What is drawn is plain: short texts without blanks around them, numbers with few digits, codes from short lists.  Any
field may be absent.  `Drawing` says what a format needs beyond that: the keys of its native data, and fields that only
make sense together.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from einvoice import model as room
from einvoice.formats.mapping.rows import Absent, Group, Leaf, Pair, Switch, Table, steps_of
from einvoice.model import Invoice, Model

ALPHABET = "abcXYZ0189äöåÄß€éŠ&<>\"'#;,.-_/()+=%€😀"
"""Letters, digits, what XML escapes, and characters of two, three and four bytes."""

TEXTS = st.text(ALPHABET, min_size=1, max_size=8)

CODES: dict[str, tuple[str, ...]] = {
    "type_code": ("380", "381", "384", "326"),
    "currency": ("EUR", "SEK"),
    "vat_currency": ("NOK", "DKK"),
    "country_code": ("FI", "SE", "NO"),
    "origin_country_code": ("FI", "CN"),
    "vat_category": ("S", "Z", "E", "AE", "K", "G", "O"),
    "category": ("S", "Z", "E", "AE", "K", "G", "O"),
    "unit_code": ("C62", "HUR", "XBG"),
    "price_base_quantity_unit_code": ("C62", "HUR"),
    "means_code": ("30", "58", "49", "48", "1"),
    "reason_code": ("95", "41", "FC"),
    "exemption_reason_code": ("VATEX-EU-AE", "VATEX-EU-O"),
    "tax_point_date_code": ("3", "35", "432"),
    "subject_code": ("AAI", "REG"),
    "mime_code": ("application/pdf", "text/csv"),
    "content_base64": ("cHZtOzE=", "JVBERi0xLjQK"),
    "lifecycle_status": ("open", "unsent"),
    "tax_registration_scheme": ("TAX", "F-skatt"),
    "electronic_address_scheme": ("0088", "0216"),
    "promised_week": ("2026-W12",),
    "kind": ("float", "text"),
}

AMOUNTS = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places) if places else Decimal(digits),
    st.integers(-(10**7), 10**7),
    st.integers(0, 4),
).map(lambda number: Decimal(format(number, "f")))
"""Numbers as a sender writes them: never an exponent, never minus zero."""

DATES = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@dataclass(frozen=True)
class Drawing:
    """What drawing for one table needs to know.

    *natives* are the native names by class, *only* the fields that are drawn of a class when not all are, *settle*
    repairs an object of a class after drawing.
    """

    natives: Mapping[type[Model], frozenset[str]]
    format: str
    leave_out: Mapping[type[Model], frozenset[str]] = field(default_factory=dict)
    settle: Mapping[type[Model], Callable[[dict[str, Any]], dict[str, Any]]] = field(default_factory=dict)
    texts: st.SearchStrategy[str] = TEXTS

    def invoices(self) -> st.SearchStrategy[Invoice]:
        """Return the strategy; every invoice has a currency."""
        return self.objects(Invoice).map(
            lambda invoice: invoice if invoice.currency else invoice.model_copy(update={"currency": "EUR"})
        )

    def objects(self, model: type[Model]) -> st.SearchStrategy[Any]:
        """Return a strategy for objects of *model* in which something is stated."""
        fields = {
            name: info.annotation
            for name, info in model.model_fields.items()
            if name not in self.leave_out.get(model, ())
        }
        names = sorted(fields)
        settle = self.settle.get(model, lambda values: values)
        most = 12 if model is Invoice else 6

        @st.composite
        def draw_object(draw: st.DrawFn) -> Any:
            chosen = draw(st.lists(st.sampled_from(names), unique=True, min_size=1, max_size=most))
            values = {name: draw(self._values(name, fields[name], model)) for name in chosen}
            return model(**settle(values))

        # A list item in which nothing is stated has no place on any wire: it would come back as no item.
        return draw_object().filter(stated)

    def _values(self, name: str, annotation: Any, model: type[Model]) -> st.SearchStrategy[Any]:
        if name == "native":
            known = sorted(self.natives.get(model, ()))
            if not known:
                return st.just({})
            keys = st.sampled_from([f"{self.format}:{name}" for name in known])
            return st.dictionaries(keys, self.texts, max_size=2)
        if name in CODES:
            return st.sampled_from(CODES[name])
        return self._kind(annotation)

    def _kind(self, annotation: Any) -> st.SearchStrategy[Any]:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._kind(arguments[0])
        if origin is Literal:
            return st.sampled_from(arguments)
        if origin is tuple:
            return st.lists(self._kind(arguments[0]), min_size=1, max_size=2).map(tuple)
        if arguments:
            (inner,) = (a for a in arguments if a is not type(None))
            return self._kind(inner)
        if isinstance(annotation, type) and issubclass(annotation, Model):
            return self.objects(annotation)
        simple: dict[Any, st.SearchStrategy[Any]] = {
            str: self.texts,
            Decimal: AMOUNTS,
            date: DATES,
            int: st.integers(0, 9999),
            bool: st.booleans(),
        }
        return simple[annotation]


def stated(value: Any) -> bool:
    """Return whether anything is stated in *value*; a flag that is off states nothing."""
    return bool(content(value))


def content(value: Any) -> Any:
    """Return what is stated in *value*, as nested dictionaries and lists with the digits as they are written."""
    if isinstance(value, Model):
        found = {name: content(getattr(value, name)) for name in type(value).model_fields}
        return {name: item for name, item in found.items() if item not in (None, {}, [])}
    if isinstance(value, tuple | list):
        return [content(item) for item in value]
    if isinstance(value, dict):
        return {key: content(item) for key, item in sorted(value.items())}
    if value is None or value is False:
        return None
    return repr(value)


def without(value: Any, path: str) -> None:
    """Take what stands at *path* (``lines[0].native.x:y``) out of nested *value*; nothing happens when it is absent."""
    name, _, rest = path.partition(".")
    if ":" in path and not isinstance(value, list) and path in value:
        name, rest = path, ""
    name, _, index = name.partition("[")
    if not isinstance(value, dict) or name not in value:
        return
    if index:
        items, position = value[name], int(index.rstrip("]"))
        if position >= len(items):
            return
        if rest:
            without(items[position], rest)
        else:
            items[position] = None
    elif rest:
        without(value[name], rest)
    else:
        del value[name]


def pruned(value: Any) -> Any:
    """Return nested *value* without what has become empty."""
    if isinstance(value, dict):
        found = {key: pruned(item) for key, item in value.items()}
        return {key: item for key, item in found.items() if item not in (None, {}, [])}
    if isinstance(value, list):
        return [item for item in (pruned(item) for item in value) if item not in (None, {}, [])]
    return value


def native_names(table: Table) -> dict[type[Model], frozenset[str]]:
    """Return the native names that the rows of *table* and below write, by class."""
    found: dict[type[Model], set[str]] = {}

    def note(model: type[Model], path: str) -> None:
        *steps, name = steps_of(path)
        if not steps or steps[-1] != "native":
            return
        owner: Any = model
        for step in steps[:-1]:
            if step != "[0]":
                owner = _class_in(owner.model_fields[step].annotation)
        found.setdefault(owner, set()).add(name)

    def leaf(model: type[Model], row: Leaf) -> None:
        note(model, row.field)
        for attr in row.attrs:
            if attr.field:
                note(model, attr.field)

    def walk(table: Table) -> None:
        for row in table.rows:
            if isinstance(row, Leaf):
                leaf(getattr(room, table.model.__name__), row)
            elif isinstance(row, Switch):
                for case in row.cases.values():
                    leaf(getattr(room, table.model.__name__), case)
            elif isinstance(row, Group):
                walk(row.table)
            elif isinstance(row, Pair):
                for name in row.fields:
                    note(getattr(room, table.model.__name__), name)
                for used in row.tables:
                    walk(used)
            elif isinstance(row, Absent):
                continue

    walk(table)
    return {model: frozenset(names) for model, names in found.items()}


def _class_in(annotation: Any) -> type[Model]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for inner in get_args(annotation):
        if inner is not Ellipsis and inner is not type(None):
            return _class_in(inner)
    raise TypeError(f"{annotation!r} holds no class of the model")
