"""The policy: which rules are switched off, lowered or raised, for whom, and why.

    [rules]                                    # in einvoice.toml: for every document
    EI-TERMS-DAYS = { severity = "off", reason = "our terms count from delivery" }
    EI-REFERENCE-OCR = { severity = "error", reason = "our agreement with Bankgirot is level 3" }

    [rules.profiles.finvoice]                  # for documents judged by this profile
    EI-ID-GLN = { severity = "warning", reason = "…" }

    [rules.channels.inexchange-print]          # for the channel that [rules.settings] names
    EI-ATTACHMENT-SIZE = { severity = "error", reason = "…" }

    [rules.settings]                           # what rules go by
    channel = "inexchange-print"

The narrower line wins: channel, profile, all documents, then what ``channels.toml`` brings along for a profile.  A
reason is mandatory, and every change that met a finding is told as an `EI-POLICY` note of the report.

Rules of ours (business rules, those of Finvoice and Billecta) change in earnest.  **The official rules of EN 16931 and
Peppol do not**: a receiver will not read our policy.  One that is lowered or switched off is shown so, and the layer
stays invalid; one that is raised makes the document invalid for us.  See docs/rules-policy.md.
"""

from __future__ import annotations

import difflib
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

from einvoice.errors import ContextError
from einvoice.findings import Finding, Severity
from einvoice.rules import RULES
from einvoice.rules.settings import Channel, Settings

if TYPE_CHECKING:
    from einvoice.context import Context

Level = Literal["off", "info", "warning", "error"]

LEVELS: Final = ("off", "info", "warning", "error")
DATA: Final = Path(__file__).resolve().parent / "channels.toml"

_CLOSE: Final = 0.75
"""How near to the code of a rule a key has to be to be one that was mistyped."""

_SCOPES: Final = ("profiles", "channels")
_SETTINGS: Final = ("today", "channel", "ocr", "ocr_lengths", "reference_rates")


@dataclass(frozen=True)
class Change:
    """What the policy says of one rule: its new *level*, the *reason*, and the *origin* of the line.

    *built_in* says that it is einvoice's own, out of ``channels.toml``.
    """

    code: str
    level: Level
    reason: str
    origin: str
    built_in: bool = False


@dataclass(frozen=True)
class Applied:
    """A change that met findings: how many, their severity before, and whether the verdict keeps to that."""

    change: Change
    before: Severity
    count: int
    official: bool

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON object of the report."""
        return {
            "code": self.change.code,
            "from": self.before,
            "to": self.change.level,
            "reason": self.change.reason,
            "origin": self.change.origin,
            "findings": self.count,
            "verdict_kept": self.official,
        }

    def finding(self) -> Finding:
        """Return the note of the report."""
        change = self.change
        what = "left out" if change.level == "off" else f"shown as {change.level} instead of {self.before}"
        number = "1 finding" if self.count == 1 else f"{self.count} findings"
        kept = "; the verdict keeps to the official rule" if self.official else ""
        return Finding(
            "EI-POLICY",
            "info",
            "input",
            f"{change.code}: {number} {what} by {change.origin}: {change.reason}{kept}",
            value=change.code,
        )


@dataclass(frozen=True)
class Policy:
    """The policy of a context: changes for all documents, by profile and by channel, and settings of rules."""

    changes: Mapping[str, Change] = field(default_factory=dict)
    profiles: Mapping[str, Mapping[str, Change]] = field(default_factory=dict)
    channels: Mapping[str, Mapping[str, Change]] = field(default_factory=dict)
    channel: str | None = None
    settings: Settings = field(default_factory=Settings)

    def settings_for(self, profile: str | None) -> Settings:
        """Return what rules go by for a document of *profile*."""
        return replace(self.settings, channel=channel(self._channel_of(profile)))

    def changes_for(self, profile: str | None, read_by: str | None = None) -> Mapping[str, Change]:
        """Return the changes for a document that *profile* judges; *read_by* is the profile by which it was read.

        What einvoice brings along for that profile is among them; for what was not read (written by us, or made in
        Python) there is none.
        """
        found = dict(_built_in(read_by))
        found.update(self.changes)
        found.update(self.profiles.get(profile or "", {}))
        found.update(self.channels.get(self._channel_of(profile), {}))
        return found

    def _channel_of(self, profile: str | None) -> str:
        return self.channel or _data()["profiles"].get(profile, {}).get("channel", "peppol")


def apply(
    findings: Sequence[Finding], changes: Mapping[str, Change], *, official: bool = False
) -> tuple[list[Finding], list[Finding], list[Applied]]:
    """Return *findings* as they are shown, as they count for the verdict of their layer, and what was changed.

    *official* says that they come from a layer of official rules: whatever changes there changes the show only.
    """
    if not changes or not any(finding.code in changes for finding in findings):
        return list(findings), list(findings), []
    shown: list[Finding] = []
    judged: list[Finding] = []
    met: Counter[tuple[str, Severity]] = Counter()
    for finding in findings:
        change = changes.get(finding.code)
        if change is None or change.level == finding.severity:
            shown.append(finding)
            judged.append(finding)
            continue
        met[finding.code, finding.severity] += 1
        changed = None if change.level == "off" else replace(finding, severity=change.level)
        if changed is not None:
            shown.append(changed)
        if official or is_official(finding.code):
            judged.append(finding)
        elif changed is not None:
            judged.append(changed)
    applied = [
        Applied(changes[code], severity, count, official or is_official(code))
        for (code, severity), count in met.items()
    ]  # fmt: skip
    return shown, judged, applied


def is_official(code: str) -> bool:
    """Tell whether *code* is a rule of EN 16931 or Peppol; those of Finvoice are ours."""
    return not code.startswith(("EI-", "FV-", "LOSS-", "JSON-"))


def policy_of(context: Context | None) -> Policy:
    """Return the policy of *context*; raises `ContextError` (exit 6) for a code or key that does not exist."""
    return Policy() if context is None or not context.rules else parse(context.rules, context.source)


def parse(data: Mapping[str, Any], source: str | None = None) -> Policy:
    """Return the policy in *data*, the section ``[rules]`` of the file *source*."""
    changes: dict[str, Any] = {}
    for key, value in data.items():
        if key not in (*_SCOPES, "settings"):
            changes[key] = value
        elif not isinstance(value, Mapping):
            raise _error(source, f"[rules] {key} is {value!r}", f"write [rules.{key}] on a line, and its keys below")
    name, settings = _settings(data.get("settings", {}), source)
    scoped = {scope: _scoped(scope, data.get(scope, {}), source) for scope in _SCOPES}
    return Policy(_changes(changes, "[rules]", source), scoped["profiles"], scoped["channels"], name, settings)


def channel(name: str) -> Channel:
    """Return the channel *name* of ``channels.toml``."""
    entry = _data()["channels"][name]
    return Channel(name, entry["title"], entry.get("file_bytes"), entry.get("total_bytes"), entry.get("count"))


def channel_names() -> tuple[str, ...]:
    """Return the names of all channels."""
    return tuple(_data()["channels"])


# --- reading ----------------------------------------------------------------------------------------


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


@cache
def _built_in(profile: str | None) -> Mapping[str, Change]:
    entry = _data()["profiles"].get(profile, {})
    rules = entry.get("rules", {})
    if "same_as" in entry:
        rules = _data()["profiles"][entry["same_as"]].get("rules", {})
    found = {
        code: Change(code, line["severity"], line["reason"], f"einvoice for the profile {profile}", True)
        for code, line in rules.items()
    }
    return MappingProxyType(found)


def _scoped(scope: str, data: Mapping[str, Any], source: str | None) -> dict[str, Mapping[str, Change]]:
    from einvoice.validation.profiles import rulesets

    known = channel_names() if scope == "channels" else tuple(dict.fromkeys(each.profile for each in rulesets()))
    found: dict[str, Mapping[str, Change]] = {}
    for name, lines in data.items():
        place = f"[rules.{scope}.{name}]"
        if name not in known:
            raise _error(source, f"{place}: there is no {scope[:-1]} {name!r}", _did_you_mean(name, known))
        if not isinstance(lines, Mapping):
            raise _error(source, f"{place} is {lines!r}", f"write {place} on a line, and rules below")
        found[name] = _changes(lines, place, source)
    return found


def _changes(data: Mapping[str, Any], place: str, source: str | None) -> dict[str, Change]:
    found = {}
    for key, value in data.items():
        code = _code(key, place, source)
        example = f'{code} = {{ severity = "warning", reason = "why it is so here" }}'
        if not isinstance(value, Mapping):
            raise _error(source, f"{place} {code} is {value!r}, without a reason", f"write {example}")
        if unknown := [each for each in value if each not in ("severity", "reason")]:
            fix = _did_you_mean(unknown[0], ("severity", "reason"))
            raise _error(source, f"{place} {code}: {unknown[0]!r} is not a key here", fix)
        level, reason = value.get("severity"), value.get("reason")
        if level not in LEVELS:
            shown = "no severity" if level is None else f"severity {level!r}"
            raise _error(source, f"{place} {code}: {shown}, expected {', '.join(LEVELS)}", f"write {example}")
        if not isinstance(reason, str) or not reason.strip():
            raise _error(
                source,
                f"{place} {code}: there is no reason",
                f"write {example}: who reads the report has to know why the rule was changed",
            )
        found[code] = Change(code, level, " ".join(reason.split()), f"{source or 'the context'}, {place}")
    return found


def _code(key: str, place: str, source: str | None) -> str:
    """Return *key* as the rule is called; only rules may be changed, not notes of readers or faults of the XML."""
    code = key.strip().upper()
    if code in RULES:
        return code
    from einvoice.rules import billecta

    if code in billecta.RULES:
        return code
    from einvoice.schematron.catalogue import official_rules

    by_upper = {each.upper(): each for each in official_rules()}
    if code in by_upper:
        return by_upper[code]
    if "*" in code:
        fix = "name each rule by its whole code, on a line of its own"
    else:
        close = difflib.get_close_matches(code, [*RULES, *billecta.RULES, *by_upper], 3, _CLOSE)
        fix = (
            f"did you mean {' or '.join(close)}?"
            if close
            else "take the code of a rule as findings show it; what readers and writers say (EI-READ-VALUE, LOSS-…), "
            "and faults of a schema (XSD-…), stay as they are"
        )
    raise _error(source, f"{place} {key}: there is no rule of this code", fix)


def _settings(data: Mapping[str, Any], source: str | None) -> tuple[str | None, Settings]:
    place = "[rules.settings]"
    for key in data:
        if key not in _SETTINGS:
            raise _error(source, f"{place}: {key!r} is not a key here", _did_you_mean(key, _SETTINGS))
    today, name, ocr = data.get("today"), data.get("channel"), data.get("ocr")
    if today is not None and type(today) is not date:
        raise _error(source, f"{place}: today is {today!r}, no date", "write today = 2026-11-20, without quotes")
    if name is not None and name not in channel_names():
        fix = _did_you_mean(str(name), channel_names())
        raise _error(source, f"{place}: there is no channel {name!r}", fix)
    if ocr not in (None, "check-digit", "length-digit"):
        raise _error(source, f"{place}: ocr is {ocr!r}", "write check-digit or length-digit, or leave ocr out")
    lengths = data.get("ocr_lengths", [])
    if not isinstance(lengths, list) or not all(type(each) is int and 2 <= each <= 25 for each in lengths):
        raise _error(source, f"{place}: ocr_lengths is {lengths!r}", "write a list of lengths from 2 to 25: [12, 13]")
    rates = data.get("reference_rates", {})
    try:
        if any(isinstance(rate, (bool, float)) for rate in rates.values()):
            raise TypeError
        decimals = {country.upper(): Decimal(rate) for country, rate in rates.items()}
    except (AttributeError, TypeError, ValueError, InvalidOperation) as error:
        fix = 'write reference_rates = { FI = "2.5", SE = "2.0" }, with quotes'
        raise _error(source, f"{place}: reference_rates is {rates!r}", fix) from error
    return name, Settings(today=today, ocr=ocr, ocr_lengths=tuple(lengths), reference_rates=decimals)


def _did_you_mean(key: str, known: Iterable[str]) -> str:
    known = tuple(known)
    close = difflib.get_close_matches(key, known, 3)
    if close:
        return f"did you mean {' or '.join(close)}?"
    return f"known are {', '.join(known)}"


def _error(source: str | None, message: str, fix: str) -> ContextError:
    return ContextError(message, fix=fix, source=source)
