"""SVRL, the report format of Schematron, for ``validate --output svrl``.

One invoice is one ``svrl:schematron-output``: the patterns of its official layers one after the other, each with the
rule set that it belongs to.  Several invoices stand in a wrapper:

    <ei:reports tool="einvoice" version="…">
      <svrl:schematron-output ei:document="batch.xml" ei:index="0">…</svrl:schematron-output>
      <svrl:schematron-output ei:document="batch.xml" ei:index="1">…</svrl:schematron-output>
    </ei:reports>

What SVRL has no words for stands in the namespace ``urn:einvoice:schematron``, after the patterns: each layer with its
status, so that an empty report is never taken for a clean one, the findings of layers that are not Schematron, and
which findings the baseline knows.

    <ei:layer layer="peppol" status="skipped" reason="…" ruleset="peppol-bis-3/2026-05"/>
    <ei:known code="BR-CO-10" path="/Invoice/…" line="80"/>
    <ei:finding code="EI-TOTAL-DUE" severity="error" layer="business" path="/Invoice/…" line="95" fix="…">…</ei:finding>
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from lxml import etree

from einvoice._version import __version__
from einvoice.findings import Finding
from einvoice.report.text import for_xml, one_line
from einvoice.schematron.schema import EI
from einvoice.schematron.svrl import SVRL, to_bytes

_NAMESPACES = {"svrl": SVRL, "ei": EI}


class LayerResult(Protocol):
    """What a layer of a validation says of itself."""

    @property
    def layer(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def ruleset(self) -> str | None: ...
    @property
    def version(self) -> str | None: ...
    @property
    def valid_from(self) -> date | None: ...
    @property
    def fired(self) -> int: ...


class Judgement(Protocol):
    """What the rules of one layer said."""

    @property
    def ruleset(self) -> str: ...
    @property
    def projected(self) -> bool: ...
    def svrl(self, document: str | None = None) -> etree._Element | None: ...


def output(
    path: str,
    index: int,
    judgements: Iterable[Judgement],
    layers: Iterable[LayerResult],
    findings: Iterable[Finding],
    known: Iterable[Finding] = (),
) -> etree._Element:
    """Return the report on one invoice; *findings* are those that the *judgements* do not hold.

    What is *known*, of whatever layer, is named once more: the report of the rules stays as they made it.

    Locations are in the invoice, without its envelope; ``ei:projected`` marks a report whose locations are in the UBL
    document that an invoice of another format becomes.
    """
    root = etree.Element(f"{{{SVRL}}}schematron-output", nsmap=_NAMESPACES)
    titles: list[str] = []
    prefixes: dict[tuple[str | None, str | None], etree._Element] = {}
    rest: list[etree._Element] = []
    for judgement in judgements:
        tree = judgement.svrl(for_xml(one_line(path)).replace(" ", "%20"))  # a list of addresses, parted by blanks
        if tree is None:
            continue
        titles += filter(None, [tree.get("title")])
        if judgement.projected:
            root.set(f"{{{EI}}}projected", "true")
        for child in tree:
            if child.tag == f"{{{SVRL}}}ns-prefix-in-attribute-values":
                prefixes.setdefault((child.get("prefix"), child.get("uri")), child)
                continue
            if child.tag == f"{{{SVRL}}}active-pattern":
                child.set(f"{{{EI}}}ruleset", judgement.ruleset)
            rest.append(child)
    if titles:
        root.set("title", "; ".join(titles))
    root.set(f"{{{EI}}}document", for_xml(one_line(path)))
    root.set(f"{{{EI}}}index", str(index))
    root.extend([*prefixes.values(), *rest])
    root.extend(map(_layer, layers))
    root.extend(map(_finding, findings))
    root.extend(_element("known", code=each.code, path=each.path, line=each.line) for each in known)
    return root


def document(outputs: Sequence[etree._Element]) -> bytes:
    """Return the document of a run: the one report itself, or several in a wrapper."""
    if len(outputs) == 1:
        return to_bytes(outputs[0])
    root = etree.Element(f"{{{EI}}}reports", nsmap=_NAMESPACES, tool="einvoice", version=__version__)
    root.extend(outputs)
    return to_bytes(root)


def _layer(layer: LayerResult) -> etree._Element:
    return _element(
        "layer",
        layer=layer.layer,
        status=layer.status,
        reason=layer.reason,
        ruleset=layer.ruleset,
        version=layer.version,
        valid_from=layer.valid_from,
        fired=None if layer.status == "skipped" else layer.fired,
    )


def _finding(finding: Finding) -> etree._Element:
    element = _element(
        "finding",
        code=finding.code,
        severity=finding.severity,
        layer=finding.layer,
        path=finding.path,
        line=finding.line,
        fix=finding.fix,
    )
    element.text = for_xml(one_line(finding.message))
    return element


def _element(name: str, **attributes: object) -> etree._Element:
    """Return an element of ours; an attribute without value is left out, valid_from becomes valid-from."""
    element = etree.Element(f"{{{EI}}}{name}", nsmap=_NAMESPACES)
    for key, value in attributes.items():
        if value is not None:
            element.set(key.replace("_", "-"), for_xml(one_line(str(value))))
    return element
