"""`Number`: a `Decimal` that no float and no measureless exponent gets into.

Pydantic's own `Decimal` takes floats, whose digits are not those that somebody wrote (0.1 + 0.2), and JSON numbers by
way of a float.  Here a number is a `Decimal`, an `int` or a text; JSON writes it as a text of plain digits.

Taking an exact `Decimal` costs no Python call, since readers construct thousands of them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

MAX_DIGITS: Final = 100
"""Most digits before or after the point; more is no invoice but an attack on arithmetic."""


def _exact(value: Any) -> Decimal:
    if isinstance(value, bool | float):
        raise PydanticCustomError("decimal_float", "a float has no exact digits; pass a Decimal or a text")
    if isinstance(value, str) and not value.strip().isascii():
        raise PydanticCustomError("decimal_parsing", "not a number")
    try:
        number = Decimal(value)
    except (ArithmeticError, TypeError, ValueError):
        raise PydanticCustomError("decimal_parsing", "not a number") from None
    return _measured(number)


def _measured(number: Decimal) -> Decimal:
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        raise PydanticCustomError("decimal_finite", "not a finite number")
    if len(digits) > MAX_DIGITS or abs(exponent) > MAX_DIGITS:
        raise PydanticCustomError("decimal_size", "a number of more than 100 digits")
    return number


def _plain(number: Decimal) -> str:
    return format(number, "f")


class _ExactDecimal:
    @staticmethod
    def __get_pydantic_core_schema__(source: Any, handler: Any) -> CoreSchema:
        lax = core_schema.no_info_plain_validator_function(_exact)
        strict = core_schema.decimal_schema(strict=True)
        return core_schema.json_or_python_schema(
            json_schema=lax,
            python_schema=core_schema.union_schema(
                [strict, lax],
                mode="left_to_right",
                custom_error_type="decimal_exact",
                custom_error_message="not an exact number: pass a Decimal, an int or a text of digits, never a float",
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(_plain, when_used="json"),
        )

    @staticmethod
    def __get_pydantic_json_schema__(schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$", "examples": ["25.50"]}


Number = Annotated[Decimal, _ExactDecimal]
"""A decimal number with the digits that were written."""
