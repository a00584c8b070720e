"""What the members of Billecta's views may be, and the base of their classes (``models.py``).

The patterns and bounds are those of ``schemas/billecta/forms.csv``, of which the JSON Schemas are made as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextvars import ContextVar
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainValidator, model_validator

from einvoice import jsontext
from einvoice.formats.billecta.views import Form, form
from einvoice.jsontext import Number

_SHOWN: Final = 60
"""As many characters of a value stand in a message."""


def _show(value: object) -> str:
    text = repr(str(value)) if isinstance(value, str) and not isinstance(value, Number) else str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _text(value: Any) -> str:
    if isinstance(value, str) and not isinstance(value, Number):
        return value
    raise ValueError(f"{_show(value)} is not a text")


def _formed(form: Form, pattern: re.Pattern[str], value: Any) -> str:
    if pattern.search(text := _text(value)):
        return text
    raise ValueError(f"{_show(text)} is not {form.wanted}, such as {form.example}")


def _with_pattern(kind: str) -> Callable[[Any], str]:
    found = form(kind)
    return partial(_formed, found, re.compile(found.pattern))


def _number(form: Form, value: Any) -> Decimal:
    if isinstance(value, float):
        raise ValueError(f"{value} is a float, which does not hold it exactly: give Decimal('{value}')")
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, Number)):
        raise ValueError(f"{_show(value)} is not {form.wanted}")
    try:
        number = Decimal(value)
    except InvalidOperation:  # an exponent of more digits than Decimal takes
        raise ValueError(f"{_show(value)} is out of range") from None
    assert form.minimum is not None and form.maximum is not None
    if not number.is_finite() or not form.minimum <= number <= form.maximum:
        raise ValueError(f"{_show(value)} is out of range")
    return number


def _whole(form: Form, value: Any) -> int:
    number = _number(form, value)
    if number != number.to_integral_value():
        raise ValueError(f"{_show(value)} is not {form.wanted}")
    return int(number)


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError(f"{_show(value)} is neither true nor false")


_name: Final = _with_pattern("name")


def _name_or_number(value: Any) -> str | int:
    is_text = isinstance(value, str) and not isinstance(value, Number)
    return _name(value) if is_text else _whole(form("integer"), value)


def _stated(value: Any) -> Any:
    if value is None:
        raise ValueError("null is not taken here: give a value, or leave the member out")
    return value


Text = Annotated[str, PlainValidator(_text)]
Guid = Annotated[str, PlainValidator(_with_pattern("guid"))]
DateTime = Annotated[str, PlainValidator(_with_pattern("datetime"))]
"""A day or a point in time, as it is spelled: Billecta knows six forms."""
Base64 = Annotated[str, PlainValidator(_with_pattern("base64"))]
Integer = Annotated[int, PlainValidator(partial(_whole, form("integer")))]
Long = Annotated[int, PlainValidator(partial(_whole, form("long")))]
Numeric = Annotated[Decimal, PlainValidator(partial(_number, form("number")))]
Boolean = Annotated[bool, PlainValidator(_boolean)]

NAME: Final = PlainValidator(_name_or_number)
"""Of an enum: a name, which need not be known; or a number."""
STATED: Final = AfterValidator(_stated)
"""Of a member that may be left out, and may not be null."""

_RECEIVED: ContextVar[bool] = ContextVar("received", default=False)
"""Whether the object that is being validated stands in an answer of the service."""


class View(BaseModel):
    """The base of all views.

    An unknown member is refused in what a client sends: the service would drop it in silence.  It is kept in an answer
    (`is_received`), whose service may be newer than these tables.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    is_received: ClassVar[bool] = False
    """An answer: only the service writes it."""
    is_published: ClassVar[bool] = True
    """False of a view of which only the name is known."""
    older: ClassVar[frozenset[str]] = frozenset()
    """Members that earlier schemas had; they are kept."""

    @classmethod
    def parse(cls, data: bytes) -> Self:
        """Return the view in the JSON *data*; raises `NotWellFormed`, and pydantic's `ValidationError`."""
        return cls.model_validate(jsontext.parse(data))

    def dump(self) -> bytes:
        """Return the JSON, UTF-8, without the members that were never set; numbers exactly as they are."""
        return _json(self.model_dump(exclude_unset=True)).encode()

    @model_validator(mode="wrap")
    @classmethod
    def _known(cls, value: Any, handler: Callable[[Any], Self]) -> Self:
        if cls.is_received and not _RECEIVED.get():
            token = _RECEIVED.set(True)
            try:
                return handler(value)
            finally:
                _RECEIVED.reset(token)
        if isinstance(value, dict) and cls.is_published and not _RECEIVED.get():
            unknown = [name for name in value if name not in cls.model_fields and name not in cls.older]
            if unknown:
                shown = ", ".join(_show(name) for name in unknown[:5])
                raise ValueError(f"no members of {cls.__name__}: {shown}")
        return handler(value)


def _json(value: Any) -> str:
    """Return *value* as JSON; the encoder of the standard library would need floats."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k, ensure_ascii=False)}:{_json(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_json, value)) + "]"
    if isinstance(value, (Decimal, Number)):
        return str(value)
    return json.dumps(value, ensure_ascii=False)
