"""Profiles and their dated rule sets, read from ``rulesets/*.toml``.

A rule set is one edition of a profile: it says which format it judges and, layer by layer, the name of the rules to go
by.  A new release of a profile is one more file; older ones stay, and the date of the invoice chooses among them.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

from einvoice.errors import RulesetError, UnknownProfile, UsageError

FOLDER: Final = Path(__file__).resolve().parent / "rulesets"

LAYERS: Final = ("schema", "finvoice", "billecta", "en16931", "peppol", "business")
"""The names of all layers, in the order in which they report."""

OFFICIAL: Final = ("en16931", "peppol")
"""The layers that go by official rules, which judge UBL."""

RULES: Final = ("finvoice", "billecta", *OFFICIAL)
"""The layers that go by the rules of a standard or format: Schematron, and those over the JSON of Billecta.

``schematron`` asks for all that the profile has.
"""

LATEST: Final = "latest"
"""Names the newest edition: ``latest``, or ``peppol-bis-3/latest``."""

UBL: Final = "peppol-bis"
"""The format that official rules judge; other formats are projected to it."""


@dataclass(frozen=True)
class Ruleset:
    """An edition of a profile: *layers* maps each layer of the profile to the name of its rules, in order.

    *version* and *valid_from* are those of the publisher.  *aliases* are other names of the profile.
    """

    id: str
    profile: str
    format: str
    layers: Mapping[str, str]
    valid_from: date | None = None
    version: str | None = None
    aliases: tuple[str, ...] = ()
    default: bool = False
    specifications: tuple[str, ...] = ()
    """Patterns (with ``*``) of the specification identifiers (BT-24) by which a document asks for this profile; of the
    version, where the format has versions."""


@functools.cache
def rulesets() -> tuple[Ruleset, ...]:
    """Return all rule sets, newest first; raises `RulesetError` (exit 6) when a file is broken."""
    found = []
    for file in sorted(FOLDER.glob("*.toml")):
        try:
            data = tomllib.loads(file.read_text(encoding="utf-8"))
            layers = {name: data["layers"].pop(name) for name in LAYERS if name in data["layers"]}
            if unknown := data.pop("layers"):
                raise ValueError(f"unknown layer {', '.join(unknown)}, known are {', '.join(LAYERS)}")
            data |= {name: tuple(data.get(name, ())) for name in ("aliases", "specifications")}
            found.append(Ruleset(layers=layers, **data))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RulesetError(
                f"the rule set does not load: {error}", fix="install einvoice-nordic again", source=str(file)
            ) from error
    return tuple(sorted(found, key=lambda ruleset: (ruleset.valid_from or date.min, ruleset.id), reverse=True))


def editions(profile: str) -> tuple[Ruleset, ...]:
    """Return the editions of *profile* (or of an alias of it), newest first."""
    return tuple(ruleset for ruleset in rulesets() if profile == ruleset.profile or profile in ruleset.aliases)


def edition(id: str) -> Ruleset | None:
    """Return the rule set with that *id*, None when there is none."""
    return next((ruleset for ruleset in rulesets() if ruleset.id == id), None)


def find_ruleset(name: str) -> Ruleset:
    """Return the rule set with the id *name*, or the newest of the profile *name*; raises `UnknownProfile`."""
    found = edition(name) or next(iter(editions(name.removesuffix(f"/{LATEST}"))), None)
    if found is None:
        known = sorted({name for ruleset in rulesets() for name in (ruleset.profile, *ruleset.aliases, ruleset.id)})
        raise UnknownProfile(f"unknown profile {name!r}", fix=f"known are {', '.join(known)}")
    return found


def check_profile(name: str | None) -> None:
    """Raise `UnknownProfile` for a *name* that no profile and no rule set has."""
    if name not in (None, LATEST):
        find_ruleset(name)


def goes_by_date(profile: str | None) -> bool:
    """True when *profile* leaves the edition to the date of the invoice; False when it names one, or the latest."""
    return profile is None or any(profile in (each.profile, *each.aliases) for each in rulesets())


def default_profile(format: str, specification: str | None = None) -> str:
    """Return the profile that judges documents in *format* whose specification identifier (BT-24) is *specification*.

    The default of the format, unless it leaves this specification to another profile.
    """
    of_format = sorted((each for each in rulesets() if each.format == format), key=lambda each: not each.default)
    for ruleset in of_format:
        if any(fnmatchcase(specification or "", pattern) for pattern in ruleset.specifications):
            return ruleset.profile
    return of_format[0].profile


def editions_for(profile: str | None, format: str, specification: str | None = None) -> tuple[Ruleset, ...]:
    """Return the editions among which the date of a document in *format* chooses, newest first.

    *profile* names a profile, None takes the one of the *specification* (BT-24).  One that names an edition leaves no
    choice.  Raises as `choose_ruleset` does.
    """
    if profile is None or profile == LATEST:
        found = editions(default_profile(format, specification))
    else:
        named = find_ruleset(profile)
        if named.format not in (format, UBL):
            raise _foreign(profile, named, format)
        found = editions(named.profile) if goes_by_date(profile) else (named,)
    return found[:1] if profile == LATEST else found


def choose_ruleset(
    profile: str | None, format: str, *, specification: str | None = None, issued: date | None = None
) -> Ruleset:
    """Return the rule set of *profile* for a document in *format* that was *issued* on a day.

    *profile* names a profile, None takes the one of the *specification* (BT-24): its newest edition that was in force
    on that day, or the oldest when none was; without a day, the newest.  An id names one edition, whatever the day.

    Raises `UnknownProfile` for a name that does not exist, and `UsageError` for a profile that cannot judge the format.
    """
    found = editions_for(profile, format, specification)
    if issued is None:
        return found[0]
    return next((each for each in found if each.valid_from is None or each.valid_from <= issued), found[-1])


def _foreign(profile: str, ruleset: Ruleset, format: str) -> UsageError:
    possible = sorted({each.profile for each in rulesets() if each.format in (format, UBL)})
    return UsageError(
        f"the profile {profile!r} judges {ruleset.format} documents, this one is {format}",
        fix=f"profiles of {format}: {', '.join(possible)}; or convert the document first",
    )


def next_edition(ruleset: Ruleset) -> Ruleset | None:
    """Return the edition of the same profile that follows *ruleset*, None when it is the newest."""
    found = editions(ruleset.profile)
    place = found.index(ruleset)
    return found[place - 1] if place else None
