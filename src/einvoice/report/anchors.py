"""Which place of a page a finding is about.

A finding names a place in the source, in the model, or only business terms; a page has places in the model.  The exact
field is taken where there is one, else what stands around it, else the first term that the page shows.

>>> places = {"totals.line_total": "/i/t/sum", "totals.amount_due": "/i/t/due", "lines[0].quantity": "/i/l/q"}
>>> page = {"totals", "totals.line_total", "totals.amount_due", "lines", "lines[0]", "lines[0].quantity"}
>>> anchors = Anchors(page, places)
>>> def at(path, *terms):
...     return anchors.of(Finding("A", "error", "schema", "", terms=terms, path=path))
>>> at("/i/l/q"), at("/i/t", "BT-115"), at("/i/t/other"), at("/i", "BT-131"), at(None)
('lines[0].quantity', 'totals.amount_due', 'totals', 'lines', None)
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from einvoice.findings import Finding
from einvoice.model.terms import register, terms_at

_STEP: Final = re.compile(r"[^.\[]+|\[\d+\]")
_SELECTOR: Final = re.compile(r"\[[a-z]+\]")


class Anchors:
    """The places of one page, and how to find the one of a finding."""

    def __init__(self, page: Collection[str], places: Mapping[str, str]) -> None:
        """*page* are its places in the model, *places* where in the source values of the model stand."""
        self._page = frozenset(page)
        self._exact: dict[str, list[str]] = {}
        self._around: dict[str, str] = {}
        for path, source in places.items():
            if self._nearest(path) is None:
                continue
            self._exact.setdefault(source, []).append(path)
            while source := source.rpartition("/")[0]:
                known = self._around.get(source)
                self._around[source] = path if known is None else _common(known, path)

    def of(self, finding: Finding) -> str | None:
        """Return the place on the page that *finding* is about, None when it is about none or the whole."""
        if finding.model_path is not None and (found := self._nearest(finding.model_path)) is not None:
            return found
        around = ""
        source = finding.path or ""
        while source:
            if source in self._exact:
                return self._nearest(self._best(self._exact[source], finding.terms))
            if source in self._around:
                around = self._around[source]
                break
            source = source.rpartition("/")[0]
        return self._by_term(finding.terms, around) or (self._nearest(around) if around else None)

    @staticmethod
    def _best(paths: Iterable[str], terms: Collection[str]) -> str:
        """Return the one of several values at one place of the source: what the finding names, no processing data."""
        return min(paths, key=lambda path: (not set(terms_at(path)) & set(terms), "native" in path, "internal" in path))

    def _by_term(self, terms: Iterable[str], around: str) -> str | None:
        """Return the first of *terms* on the page, below the place *around*."""
        for name in terms:
            term = register().get(name)
            if term is None or not term.place:
                continue
            place = _below(around, _SELECTOR.sub("", term.place))
            if place is not None and (found := self._nearest(place)) is not None and len(found) >= len(around):
                return found
        return None

    def _nearest(self, path: str) -> str | None:
        """Return *path* when the page has it, else what the page has of what is above it."""
        while path:
            if path in self._page:
                return path
            if (identifier := path.removesuffix("_scheme")) in self._page:
                return identifier
            path = path[: path.rfind("[")] if path.endswith("]") else path.rpartition(".")[0]
        return None


def _steps(path: str) -> list[str]:
    return _STEP.findall(path)


def _joined(steps: Iterable[str]) -> str:
    return "".join(step if step.startswith("[") else f".{step}" for step in steps).lstrip(".")


def _common(one: str, other: str) -> str:
    """Return the steps that two places have in common.

    >>> _common("lines[2].quantity", "lines[2].vat_rate"), _common("lines[2].note", "lines[3].note")
    ('lines[2]', 'lines')
    """
    steps: list[str] = []
    for left, right in zip(_steps(one), _steps(other), strict=False):
        if left != right:
            break
        steps.append(left)
    return _joined(steps)


def _below(around: str, place: str) -> str | None:
    """Return *place*, a place without positions, with those that *around* has; None when it stands elsewhere.

    >>> _below("lines[2]", "lines.quantity"), _below("lines[2]", "totals.vat_total"), _below("", "totals.vat_total")
    ('lines[2].quantity', None, 'totals.vat_total')
    """
    bare = [step for step in _steps(around) if not step.startswith("[")]
    names = place.split(".")
    return _joined([*_steps(around), *names[len(bare) :]]) if names[: len(bare)] == bare else None
