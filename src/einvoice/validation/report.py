"""The verdict on one invoice."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from einvoice.errors import ReadError
from einvoice.findings import Finding

if TYPE_CHECKING:
    from lxml import etree

    from einvoice.schematron.library import Rules
    from einvoice.schematron.result import Result
    from einvoice.schematron.svrl import SvrlOutcome
    from einvoice.validation.policy import Applied

Status = Literal["valid", "invalid", "skipped"]


@dataclass(frozen=True)
class LayerResult:
    """What one layer came to.

    *status* is "invalid" when the layer has an error, "skipped" when it did not run, and then *reason* says why.
    *ruleset*, *version* and *valid_from* name what it went by, each None when there is none to name.  *fired* counts
    the rules or declarations that were applied, *ms* is the time that it took.
    """

    layer: str
    status: Status
    reason: str | None = None
    ruleset: str | None = None
    version: str | None = None
    valid_from: date | None = None
    fired: int = 0
    ms: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON object of the contract, with version and date of the rules beside it."""
        return {
            "layer": self.layer,
            "status": self.status,
            "reason": self.reason,
            "ruleset": self.ruleset,
            "version": self.version,
            "valid_from": self.valid_from.isoformat() if self.valid_from else None,
            "fired": self.fired,
            "ms": round(self.ms, 3),
        }


@dataclass(frozen=True)
class Judgement:
    """What rules written as Schematron said, before findings were made of it.

    *layer* is the layer, *ruleset* the name of the rules.  *result* has locations in the document that was judged: the
    invoice itself, without its envelope, or what it says in UBL (*projected*).  *rules* are the rules, None for a
    stylesheet, whose *result* is a `SvrlOutcome`.
    """

    layer: str
    ruleset: str
    result: Result | SvrlOutcome
    rules: Rules | None = None
    projected: bool = False

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the findings that are made of the result; others of the layer come from elsewhere."""
        from einvoice.schematron.svrl import SvrlOutcome

        if isinstance(self.result, SvrlOutcome):
            ids = {failure.id for failure in self.result.failures}
        else:
            ids = {failure.assertion.id for failure in self.result.failures}
        return frozenset(id for id in (*ids, "EI-SCHEMATRON", "EI-RULE-ERROR") if id is not None)

    def svrl(self, document: str | None = None) -> etree._Element | None:
        """Return the SVRL report, a new tree each time; *document* names what was judged.

        It lists the rules that fired when they were asked for (``fired=True``), else those with something to report.
        That of a stylesheet is the one that it wrote; None when it stopped before it wrote one.
        """
        from einvoice.schematron.svrl import SvrlOutcome, svrl_tree

        if isinstance(self.result, SvrlOutcome):
            return copy.deepcopy(self.result.tree)
        assert self.rules is not None
        return svrl_tree(self.rules.schema, self.result, document=document)


@dataclass(frozen=True)
class Report:
    """The verdict on one invoice.

    *profile* is the id of the rule set that was applied, *format* that of the format; both are None for a document that
    no reader knows and that only rules of the user judged.  *index* is the position of the invoice in its source (0 for
    the first).  *error* is what kept the invoice from being read, if anything did; the findings hold what it says.
    *judgements* is what the layers of official rules said, for reports in the words of Schematron.  *policy* is what
    the context changed of the rules: findings that were left out, lowered or raised, and why.
    """

    format: str | None
    profile: str | None
    layers: tuple[LayerResult, ...]
    findings: tuple[Finding, ...] = ()
    index: int = 0
    error: ReadError | None = field(default=None, compare=False)
    judgements: tuple[Judgement, ...] = field(default=(), compare=False, repr=False)
    policy: tuple[Applied, ...] = ()

    @property
    def checked(self) -> bool:
        """True when every layer that was asked for ran, and there was one."""
        return bool(self.layers) and all(layer.status != "skipped" for layer in self.layers)

    @property
    def valid(self) -> bool:
        """True when the invoice was checked, every layer found it valid, and no finding is an error."""
        return (
            self.checked
            and all(layer.status == "valid" for layer in self.layers)
            and not any(finding.severity == "error" for finding in self.findings)
        )

    def as_dict(self, path: str) -> dict[str, Any]:
        """Return the JSON object of the contract for the document at *path*."""
        return {
            "path": path,
            "index": self.index,
            "format": self.format,
            "profile": self.profile,
            "valid": self.valid,
            "checked": self.checked,
            "layers": [layer.as_dict() for layer in self.layers],
            "findings": [finding.as_dict() for finding in self.findings],
        }
