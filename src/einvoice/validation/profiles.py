"""Profiles and their dated rule sets, read from ``rulesets/*.toml``.

A rule set says which format it judges and, layer by layer, the name of the rules to go by.  A new release of a profile
is one more file; the older one stays and can be named by its id.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Final

from einvoice.errors import RulesetError, UnknownProfile, UsageError

LAYERS: Final = ("schema", "schematron", "business")
"""The names of all layers, in the order in which they report."""


@dataclass(frozen=True)
class Ruleset:
    """A dated set of checks: *layers* maps each layer of the profile to the name of its rules, in order."""

    id: str
    profile: str
    format: str
    layers: Mapping[str, str]
    valid_from: date | None = None
    default: bool = False


@functools.cache
def rulesets() -> tuple[Ruleset, ...]:
    """Return all rule sets, newest first; raises `RulesetError` (exit 6) when a file is broken."""
    found = []
    for file in (resources.files("einvoice.validation") / "rulesets").iterdir():
        if not file.name.endswith(".toml"):
            continue
        try:
            data = tomllib.loads(file.read_text(encoding="utf-8"))
            layers = {name: data["layers"].pop(name) for name in LAYERS if name in data["layers"]}
            if unknown := data.pop("layers"):
                raise ValueError(f"unknown layer {', '.join(unknown)}, known are {', '.join(LAYERS)}")
            found.append(Ruleset(layers=layers, **data))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RulesetError(
                f"the rule set does not load: {error}", fix="install einvoice-nordic again", source=str(file)
            ) from error
    return tuple(sorted(found, key=lambda ruleset: (ruleset.valid_from or date.min, ruleset.id), reverse=True))


def find_ruleset(profile: str) -> Ruleset:
    """Return the newest rule set of *profile*, or the one with that id; raises `UnknownProfile`."""
    found = next((ruleset for ruleset in rulesets() if profile in (ruleset.id, ruleset.profile)), None)
    if found is None:
        known = sorted({name for ruleset in rulesets() for name in (ruleset.profile, ruleset.id)})
        raise UnknownProfile(f"unknown profile {profile!r}", fix=f"known are {', '.join(known)}")
    return found


def choose_ruleset(profile: str | None, format: str) -> Ruleset:
    """Return the rule set of *profile* for a document in *format*; None takes the default profile of the format.

    Raises `UnknownProfile` for a name that does not exist, and `UsageError` for a profile of another format.
    """
    if profile is None:
        return next(ruleset for ruleset in rulesets() if ruleset.format == format and ruleset.default)
    found = find_ruleset(profile)
    if found.format != format:
        of_format = sorted({ruleset.profile for ruleset in rulesets() if ruleset.format == format})
        raise UsageError(
            f"the profile {profile!r} judges {found.format} documents, this one is {format}",
            fix=f"profiles of {format}: {', '.join(of_format)}; or convert the document first",
        )
    return found
