"""The classes: immutable, without unknown fields, digits kept, and whole again after JSON."""

import json
from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import ValidationError

from einvoice import codelists
from einvoice.model import (
    CREDIT_NOTE_TYPES,
    Address,
    AllowanceCharge,
    DocumentTotals,
    Invoice,
    Line,
    Model,
    Note,
    Party,
    PaymentInstructions,
    SupportingDocument,
)
from einvoice.model.invoice import descriptions


def full(model: type[Model] = Invoice) -> dict[str, Any]:
    """Return values for every field of *model* and below, two items in each list."""

    def value(name: str, annotation: Any) -> Any:
        arguments = [a for a in get_args(annotation) if a is not type(None)]
        if get_origin(annotation) is Literal:
            return arguments[-1]
        if get_origin(annotation) is tuple:
            return (value(name, arguments[0]), value(name, arguments[0]))
        if get_origin(annotation) is dict:
            return {"netvisor:key": "1", "peppol-bis:other": "ä"}
        if arguments:
            return value(name, arguments[0])
        if issubclass(annotation, Model):
            return annotation(**full(annotation))
        return {str: f"{name} ä<&>", Decimal: Decimal("-12.3400"), date: date(2026, 2, 28), int: 7, bool: True}[
            annotation
        ]

    return {name: value(name, info.annotation) for name, info in model.model_fields.items()}


FULL = Invoice(**full())

CLASSES = sorted(
    (c for c in Model.__subclasses__() if c.__module__ == "einvoice.model.invoice"), key=lambda c: c.__name__
)


def exact(value: Any) -> Any:
    if isinstance(value, Model):
        return {name: exact(getattr(value, name)) for name in type(value).model_fields}
    return [exact(v) for v in value] if isinstance(value, tuple) else repr(value)


def test_a_full_invoice_states_everything() -> None:
    assert FULL.model_fields_set == set(Invoice.model_fields)
    assert FULL.lines[1].internal is not None
    assert FULL.lines[1].internal.dimensions[1].native == {"netvisor:key": "1", "peppol-bis:other": "ä"}


def test_json_round_trip_of_a_full_invoice() -> None:
    text = FULL.model_dump_json()
    assert exact(Invoice.model_validate_json(text)) == exact(FULL)
    assert exact(Invoice.model_validate(json.loads(text))) == exact(FULL)


def test_json_holds_amounts_as_text_and_dates_in_iso_form() -> None:
    value = json.loads(FULL.model_dump_json())
    assert value["totals"]["amount_due"] == "-12.3400"
    assert value["issue_date"] == "2026-02-28"
    assert value["lines"][0]["allowances_charges"][0]["is_charge"] is True
    assert value["payment_conditions"]["net_days"] == 7


def test_json_of_nothing_is_whole_again() -> None:
    assert Invoice.model_validate_json(Invoice().model_dump_json()) == Invoice()


@pytest.mark.parametrize("model", CLASSES, ids=lambda model: model.__name__)
def test_everything_may_be_absent(model: type[Model]) -> None:
    empty = model()
    for name in model.model_fields:
        assert getattr(empty, name) in (None, (), {}, False)


@pytest.mark.parametrize("model", CLASSES, ids=lambda model: model.__name__)
def test_objects_are_immutable(model: type[Model]) -> None:
    value = model(**full(model))
    name = next(iter(model.model_fields))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(value, name, getattr(value, name))
    with pytest.raises(ValidationError, match="frozen"):
        delattr(value, name)


@pytest.mark.parametrize("model", CLASSES, ids=lambda model: model.__name__)
def test_unknown_fields_are_refused(model: type[Model]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        model(no_such_field="x")


@pytest.mark.parametrize("model", CLASSES, ids=lambda model: model.__name__)
def test_every_field_is_described(model: type[Model]) -> None:
    """The docstring of a field is product: it becomes the description in the JSON Schema."""
    assert (model.__doc__ or "").strip()
    properties = model.model_json_schema(mode="validation")
    own = properties.get("properties") or properties["$defs"][model.__name__]["properties"]
    for name in model.model_fields:
        assert descriptions(model).get(name), f"{model.__name__}.{name} has no docstring"
        assert own[name]["description"] == descriptions(model)[name]


def test_lists_are_tuples() -> None:
    invoice = Invoice.model_validate({"lines": [{"item_name": "a"}], "leading_text_rows": ["b"]})
    assert invoice.lines == (Line(item_name="a"),)
    assert invoice.leading_text_rows == ("b",)


def test_a_changed_copy_leaves_the_original() -> None:
    copy = FULL.model_copy(update={"invoice_number": "8"})
    assert (copy.invoice_number, FULL.invoice_number) == ("8", "invoice_number ä<&>")


def test_an_error_does_not_repeat_the_input() -> None:
    """Invoices hold personal data, and errors end in logs."""
    with pytest.raises(ValidationError) as caught:
        Invoice.model_validate({"issue_date": "secret 010190-123A"})
    assert "010190-123A" not in str(caught.value)


# -- numbers ----------

DIGITS = ("25.50", "25.5", "25.500", "0.00", "0", "-0.10", "1E+3", "0.000000000001", "9" * 40 + ".99")


@pytest.mark.parametrize("text", DIGITS)
def test_digits_are_kept(text: str) -> None:
    digits = Decimal(text).as_tuple()
    for line in (
        Line(vat_rate=Decimal(text)),
        Line.model_validate({"vat_rate": text}),
        Line.model_validate_json(json.dumps({"vat_rate": text})),
    ):
        assert line.vat_rate is not None
        assert line.vat_rate.as_tuple() == digits


@pytest.mark.parametrize("value", ("NaN", "Infinity", "-Infinity", "sNaN", Decimal("NaN"), float("inf"), "abc", ""))
def test_what_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        Line.model_validate({"quantity": value})


def test_an_integer_is_a_number() -> None:
    assert str(Line.model_validate({"quantity": 3}).quantity) == "3"
    assert str(Line.model_validate_json('{"quantity": 3}').quantity) == "3"


@pytest.mark.parametrize("number", (25.5, 0.1 + 0.2))
def test_a_float_is_refused(number: float) -> None:
    """Amounts never pass through a float: which digits its sender meant, nobody can tell."""
    with pytest.raises(ValidationError):
        Line.model_validate({"net_amount": number})


@pytest.mark.parametrize("text", ("25.50", "1234567890123456789.01"))
def test_digits_of_a_json_number_are_kept_or_it_is_refused(text: str) -> None:
    """``25.50`` without quotes: a reader that makes a float of it would give 25.5."""
    try:
        line = Line.model_validate_json(f'{{"net_amount": {text}}}')
    except ValidationError:
        return
    assert str(line.net_amount) == text


def test_a_date_is_a_day() -> None:
    assert Invoice.model_validate({"issue_date": "2026-02-28"}).issue_date == date(2026, 2, 28)
    for wrong in ("2026-02-30", "28.2.2026", "2026-02-28T12:00:00", "2026"):
        with pytest.raises(ValidationError):
            Invoice.model_validate({"issue_date": wrong})


@pytest.mark.parametrize("wrong", ({"placement": "middle"}, {"text": 5}, {"text": ["a"]}))
def test_a_value_of_another_kind_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Note.model_validate(wrong)


# -- what is derived from the fields ----------

KINDS = [
    # type    credit note
    ("380", False),
    ("381", True),
    ("384", False),
    ("386", False),
    ("389", False),
    ("326", False),
    ("396", True),
    ("81", True),
    ("83", True),
    ("532", True),
    ("261", True),
    ("262", True),
    ("296", True),
    ("308", True),
    ("420", True),
    ("458", True),
    ("502", True),
    ("503", True),
    ("0381", False),
    ("", False),
    (None, False),
]


@pytest.mark.parametrize(("code", "credit"), KINDS)
def test_is_credit_note(code: str | None, credit: bool) -> None:
    assert Invoice(type_code=code).is_credit_note is credit


def test_the_list_of_credit_note_types_is_the_one_that_is_used() -> None:
    assert {code for code in map(str, range(1000)) if Invoice(type_code=code).is_credit_note} == CREDIT_NOTE_TYPES
    assert {code for code in codelists.codes("invoice_types") if codelists.is_credit_note(code)} == CREDIT_NOTE_TYPES


@pytest.mark.parametrize("model", (Invoice, Line), ids=lambda model: model.__name__)
def test_allowances_and_charges_are_told_apart_in_their_order(model: type[Invoice] | type[Line]) -> None:
    entries = tuple(
        AllowanceCharge(is_charge=flag, reason=name) for name, flag in zip("abcd", (0, 1, 1, 0), strict=True)
    )
    value = model(allowances_charges=entries)
    assert [a.reason for a in value.allowances] == ["a", "d"]
    assert [a.reason for a in value.charges] == ["b", "c"]


CONTENT = [
    ("valid_one_line", "cHZtOzE=", b"pvm;1"),
    ("valid_with_line_breaks", "cHZt\r\n  OzE=\n", b"pvm;1"),
    ("valid_empty", "", b""),
    ("silent_absent", None, None),
]


@pytest.mark.parametrize(("text", "content"), [c[1:] for c in CONTENT], ids=[c[0] for c in CONTENT])
def test_content_of_an_attachment(text: str | None, content: bytes | None) -> None:
    document = SupportingDocument(content_base64=text)
    assert document.content == content
    assert document.content_base64 == text, "the text stays as the source wrote it"


BROKEN = [
    # case                      text
    ("invalid_padding",         "cHZtOzE"),
    ("invalid_character",       "cHZt*zE="),
    ("invalid_url_alphabet",    "-_-_"),
    ("invalid_letters",         "pöö="),
    ("invalid_after_the_end",   "cHZtOzE=cHZt"),
]  # fmt: skip


@pytest.mark.parametrize("text", [c[1] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_broken_content_says_which_attachment(text: str) -> None:
    with pytest.raises(ValueError, match=r"invoice\.pdf: broken Base64"):
        SupportingDocument(content_base64=text, filename="invoice.pdf", reference="7").content  # noqa: B018


def test_broken_content_is_named_by_what_is_known() -> None:
    with pytest.raises(ValueError, match=r"^7: broken Base64"):
        SupportingDocument(content_base64="*", reference="7").content  # noqa: B018
    with pytest.raises(ValueError, match=r"^attachment: broken Base64"):
        SupportingDocument(content_base64="*").content  # noqa: B018


def test_equal_content_is_equal() -> None:
    def build() -> Invoice:
        return Invoice(
            seller=Party(address=Address(city="Oulu")),
            totals=DocumentTotals(amount_due=Decimal("1.00")),
            payment_instructions=(PaymentInstructions(means_code="30"),),
        )

    assert build() == build()
    assert build() != build().model_copy(update={"currency": "EUR"})
