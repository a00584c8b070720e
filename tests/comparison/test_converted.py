"""An invoice beside what it became in another format: nothing differs but what the conversion named or the target adds.

The documents are those that hold most of what a format can say, and every credit note: their signs turn at the border
of three of the formats.
"""

import re
from pathlib import Path

import pytest
from tests.formats.legs import joined

import einvoice
from einvoice import Context, Conversion, Difference
from einvoice.formats import FORMATS

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
CONTEXT = Context.load(CORPORA / "einvoice.toml")
BILLECTA = Context.load(CORPORA / "billecta.toml")
UNITS = Context(units=CONTEXT.units)

DOCUMENTS = [
    *sorted(CORPORA.glob("*/*credit*.*")),
    *(CORPORA / "peppol-bis" / name for name in ("everything.xml", "several-vat-categories.xml", "attachments.xml")),
    *(CORPORA / "finvoice" / name for name in ("everything.xml", "sub-rows.xml", "row-discounts.xml")),
    *(CORPORA / "netvisor" / name for name in ("invoice-two-vat-rates.xml", "attachments.xml", "gross-prices.xml")),
    *(CORPORA / "billecta" / name for name in ("entry-all-members.json", "entry-vat-included.json")),
]
TARGETS = [entry.id for entry in FORMATS]

BESIDE = {
    # target, path: what the note of the invoice says beside it, as the finding of another term tells
    ("billecta", "notes.text"): "BT-13",
}


def bare(path: str | None) -> str:
    return re.sub(r"\[\d+\]", "", path or "")


def is_named(each: Difference, made: Conversion) -> bool:
    path = bare(each.path)
    terms = {term for finding in made.findings for term in finding.terms}
    places = {bare(finding.model_path) for finding in made.findings} - {""}
    return (
        bool(terms.intersection(each.terms))
        or any(path.startswith(place) or place.startswith(path) for place in places)
        or BESIDE.get((made.target, path)) in terms
    )


def converted(path: Path, target: str) -> list[tuple[Conversion, list[Difference]]]:
    """Each invoice of a file in *target*, with what differs once that is read again."""
    context = BILLECTA if path.parent.name == "billecta" else CONTEXT
    back = context if target in ("billecta", "netvisor") else UNITS
    found = []
    for document in einvoice.read_many(path, context=context):
        made = einvoice.convert(document, target, context=context, validate=False)
        found.append((made, einvoice.diff(document, einvoice.read(joined(made), target, back))))
    return found


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_is_lost_or_changed_without_a_name(path: Path, target: str) -> None:
    pairs = converted(path, target)
    assert pairs
    for made, found in pairs:
        unnamed = [each for each in found if each.kind != "added" and not is_named(each, made)]
        assert not unnamed, unnamed


AMOUNTS = re.compile(r"BT-(10[6-9]|11[0-7]|131|129|92|99)$")


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("path", sorted(CORPORA.glob("*/*credit-note*.xml")), ids=lambda path: path.stem)
def test_no_sign_turns(path: Path, target: str) -> None:
    """A credit note of 0.00 has no direction in Billecta; the conversion says so of each amount."""
    for made, found in converted(path, target):
        named = {term for finding in made.findings if finding.code == "LOSS-CHANGED" for term in finding.terms}
        amounts = [each for each in found if each.kind == "changed" and AMOUNTS.match("".join(each.terms[:1]))]
        turned = [each for each in amounts if each.left == -each.right and each.terms[0] not in named]
        assert not turned, made.source


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_canonical_json_says_the_same(path: Path) -> None:
    assert [found for _, found in converted(path, "model")] == [[]] * len(converted(path, "model"))
