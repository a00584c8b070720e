"""Who asks: the credentials of a system, from the environment or the keyring of the machine, never from a file.

The variable of a value is ``EINVOICE_``, the system and the field of its ``Credentials``, as
``EINVOICE_NETVISOR_CUSTOMER_KEY``.  Secrets may stand in the keyring instead, under the service ``einvoice`` and the
name of the variable; the environment goes first.

>>> [each.variable for each in fields_of("collector")]
['EINVOICE_COLLECTOR_USERNAME', 'EINVOICE_COLLECTOR_PASSWORD']
"""

from __future__ import annotations

import dataclasses
import importlib
import importlib.util
import os
from collections.abc import Mapping
from typing import Any, Final

from einvoice.errors import EngineMissing, UsageError
from einvoice.lifecycle.request import SYSTEMS, SecretText, System

SERVICE: Final = "einvoice"
"""The service in the keyring."""

EITHER: Final = frozenset({"inexchange"})
"""Systems of whose secrets a request needs one, and not all."""

NOT_SECRET: Final = {"collector": ("username",)}
"""Fields that are shown and whose default only stands for a value."""

_TRUE: Final = ("1", "true", "yes")
_FALSE: Final = ("0", "false", "no")


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """A value: its *name* in ``Credentials``, its *variable*, and whether it must be there, is secret, is yes or no.

    *placeholder* is the default that stands for a secret in a request that is only shown.
    """

    name: str
    variable: str
    required: bool
    secret: bool
    truth: bool
    placeholder: str | None


def class_of(system: System) -> Any:
    """Return the class ``Credentials`` of *system*; raises UsageError for one that nobody knows."""
    if system not in SYSTEMS:
        raise UsageError(f"no system {system!r}", fix=f"One of {', '.join(SYSTEMS)}.")
    return importlib.import_module(f"einvoice.lifecycle.{system}").Credentials


def fields_of(system: System) -> tuple[Field, ...]:
    """Return the values that *system* takes; what is secret is not shown by its class."""
    found = []
    for each in dataclasses.fields(class_of(system)):
        stands = isinstance(each.default, str) and (not each.repr or each.name in NOT_SECRET.get(system, ()))
        given = each.default is not dataclasses.MISSING or each.default_factory is not dataclasses.MISSING
        found.append(
            Field(
                each.name,
                f"EINVOICE_{system}_{each.name}".upper(),
                required=not given or (stands and system not in EITHER),
                secret=not each.repr,
                truth=each.type in ("bool", bool),
                placeholder=str(each.default) if stands and not each.repr else None,
            )
        )
    return tuple(found)


def load(system: System, environment: Mapping[str, str] = os.environ, *, keyring: bool = False) -> Any:
    """Return the credentials of *system*; raises UsageError that names the variables which are not set.

    *keyring* asks the keyring of the machine for secrets that the environment does not have (package ``keyring``).
    """
    values = {each.name: found for each in fields_of(system) if (found := _value(each, environment, keyring))}
    del environment  # it holds every secret, and some tools show the variables of a traceback
    lacking = [each for each in fields_of(system) if each.required and each.name not in values]
    if system in EITHER and not any(each.name in values for each in fields_of(system) if each.secret):
        lacking += [each for each in fields_of(system) if each.secret]
    if lacking:
        kept = [each.variable for each in lacking if each.secret]
        how = f"; or keep it with: keyring set {SERVICE} {kept[0]}" if kept and keyring else ""
        raise UsageError(
            f"not set: {', '.join(each.variable for each in lacking)}",
            fix=f"Set the environment variables; secrets never go in files{how}.",
        )
    given: dict[str, Any] = dict(values)
    for each in fields_of(system):
        if each.truth and each.name in values:
            given[each.name] = truth_of(each.variable, values[each.name])
    return class_of(system)(**given)


def _value(each: Field, environment: Mapping[str, str], keyring: bool) -> str | None:
    text = environment.get(each.variable) or (_in_keyring(each.variable) if keyring and each.secret else None)
    return SecretText(text) if text and each.secret else text


def secrets_of(credentials: Any) -> frozenset[str]:
    """Return the texts in *credentials* that nobody may see: the fields that its class does not show."""
    if not dataclasses.is_dataclass(credentials):
        return frozenset()
    values = (getattr(credentials, each.name) for each in dataclasses.fields(credentials) if not each.repr)
    return frozenset(value for value in values if isinstance(value, str) and value)


def truth_of(variable: str, text: str) -> bool:
    """Return the switch that *text*, the value of *variable*, states; raises UsageError for another word."""
    if text.strip().lower() not in _TRUE + _FALSE:
        raise UsageError(f"{variable} is {text!r}, expected 1 or 0", fix="Write 1 for yes, 0 for no.")
    return text.strip().lower() in _TRUE


def _in_keyring(variable: str) -> str | None:
    if importlib.util.find_spec("keyring") is None:
        raise EngineMissing(
            "the package keyring is not installed", fix="pip install keyring, or set the environment variables"
        )
    found = importlib.import_module("keyring")
    try:
        value = found.get_password(SERVICE, variable)
    except Exception as error:  # every backend has errors of its own, and they may show what they hold
        raise UsageError(
            f"the keyring gives no {variable}: {type(error).__name__}",
            fix="Unlock the keyring, or set the environment variable.",
        ) from None
    return value if isinstance(value, str) else None
