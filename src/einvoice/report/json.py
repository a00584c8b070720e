"""The JSON that pipelines read: of validations and of conversions.

Members stand in the order of the contract; new ones are only ever added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, Protocol, TypeAlias

from einvoice._version import __version__
from einvoice.findings import Finding

Standing: TypeAlias = Literal["valid", "invalid", "not checked"]


def dumps(value: Any) -> bytes:
    """Return *value* as JSON, UTF-8, indented, with a line end."""
    import io
    import json

    made = io.BytesIO()
    # A file name that is not UTF-8 reaches us with lone surrogates; \udcff is how JSON spells them.
    text = io.TextIOWrapper(made, encoding="utf-8", errors="backslashreplace", newline="\n")
    # Piece by piece: `json.dumps` holds them all before it joins them, which is many times the text.
    text.writelines(json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(value))
    text.write("\n")
    text.flush()
    return made.getvalue()


def tool() -> dict[str, str]:
    """Return who wrote the report."""
    return {"name": "einvoice", "version": __version__}


class Comparison(Protocol):
    """A run against its baseline."""

    @property
    def known(self) -> int: ...
    def as_dict(self) -> dict[str, Any]: ...


def validation(documents: Sequence[Mapping[str, Any]], comparison: Comparison | None = None) -> dict[str, Any]:
    """Return the report of a validation; *documents* are the objects of the contract, one per invoice.

    With a *comparison* the report says how many findings the baseline knows, and which are no longer found.  In the
    summary ``valid``, ``invalid`` and ``not_checked`` add up to ``documents``; `standing` tells them apart.
    """
    findings = [f for document in documents for f in document["findings"]]
    standings = [
        standing(d["valid"], [r["status"] for r in d["layers"]], [f["severity"] for f in d["findings"]])
        for d in documents
    ]
    report: dict[str, Any] = {
        "tool": tool(),
        "documents": list(documents),
        "summary": {
            "documents": len(documents),
            "valid": standings.count("valid"),
            "invalid": standings.count("invalid"),
            "not_checked": standings.count("not checked"),
            "errors": sum(1 for f in findings if f["severity"] == "error"),
            "warnings": sum(1 for f in findings if f["severity"] == "warning"),
        },
    }
    if comparison is not None:
        report["summary"]["known"] = comparison.known
        report["baseline"] = comparison.as_dict()
    return report


def standing(valid: bool, statuses: Sequence[str], severities: Sequence[str]) -> Standing:
    """Return how a document stands, from its verdict, the status of its layers and the severities of its findings.

    A document is invalid when a layer ran and there is an error, or the layer found one that a policy does not show.
    One that no layer could judge is not checked, even where the reason is an error.
    """
    if valid:
        return "valid"
    ran = any(status != "skipped" for status in statuses)
    return "invalid" if "invalid" in statuses or (ran and "error" in severities) else "not checked"


def _digest(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()


def conversion_source(path: str, index: int, data: bytes | None, format: str | None) -> dict[str, Any]:
    """Return the source of a conversion; size and digest are those of the whole file, None when it was not read."""
    return {
        "path": path,
        "format": format,
        "index": index,
        "sha256": None if data is None else _digest(data),
        "bytes": None if data is None else len(data),
    }


def conversion_target(
    path: str, data: bytes, format: str, companions: Iterable[tuple[str, bytes]] = ()
) -> dict[str, Any]:
    """Return the target of a conversion; *companions* are path and bytes of what was written beside it."""
    target: dict[str, Any] = {"path": path, "format": format, "bytes": len(data), "sha256": _digest(data)}
    beside = [{"path": name, "bytes": len(content), "sha256": _digest(content)} for name, content in companions]
    return {**target, "companions": beside} if beside else target


def conversion(
    source: Mapping[str, Any], target: Mapping[str, Any] | None, findings: Iterable[Finding]
) -> dict[str, Any]:
    """Return the report of one conversion; *target* is None when nothing was written."""
    return {"source": source, "target": target, "findings": [f.as_dict() for f in findings]}


def conversions(reports: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the report of several conversions."""
    findings = [f for report in reports for f in report["findings"]]
    converted = sum(1 for report in reports if report["target"] is not None)
    return {
        "tool": tool(),
        "conversions": list(reports),
        "summary": {
            "documents": len(reports),
            "converted": converted,
            "failed": len(reports) - converted,
            "errors": sum(1 for f in findings if f["severity"] == "error"),
            "warnings": sum(1 for f in findings if f["severity"] == "warning"),
            "losses": sum(1 for f in findings if f["code"].startswith("LOSS-")),
        },
    }
