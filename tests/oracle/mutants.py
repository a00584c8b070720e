"""UBL documents with one to three things wrong, drawn by chance and drawn again the same way.

    seeds()                     the documents that mutants are made of
    expectations()              the published unit fragments, with the rules that each must pass or fail
    mutants(7, 1000)            the first thousand mutants of seed 7
    mutant(7, 123)              one of them alone
    shrink(data, disagrees)     a smaller document on which `disagrees` still holds

    python -m tests.oracle.mutants SEED INDEX      writes the document to standard output, its name to standard error

A mutant depends on its seed, its index, the seed documents and the code of this folder, on nothing else: keep the
bytes of a finding, not its number alone.  Each is well-formed and has no document type declaration; some in a hundred
have another root than an invoice or a credit note (an envelope, a new name), which `official.judge` refuses.

The documents are in `seeds.py`, the operations in `operations.py` (stage tree) and `spellings.py` (the others), what
they write in `vocabulary.py`.  A document goes through four stages in this order:

    tree       on the elements
    raw        on the elements too, but what it writes is put in as it stands: CDATA, references, prefixes
    text       on the serialised document
    encoding   from text to bytes

Operations return in words what they did, or None where the document has no place for them; then another is drawn.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from tests.oracle import operations as op
from tests.oracle import spellings as sp
from tests.oracle.seeds import Expectation, Seed, expectations, seeds
from tests.oracle.shrink import shrink, well_formed

__all__ = ["KINDS", "Expectation", "Mutant", "Seed", "expectations", "mutant", "mutants", "seeds", "shrink"]

DRAWN: tuple[dict[Callable[..., Any], float], ...] = (
    {
        op.asked: 14, op.attribute: 6, op.attribute_add: 7, op.attribute_drop: 3, op.blanks: 5, op.category: 9,
        op.child_in_leaf: 3, op.code: 9, op.comment: 5, op.country: 6, op.date: 8, op.deep: 1.5, op.drop: 9,
        op.duplicate: 9, op.empty: 3, op.empty_root: 1, op.foreign: 4, op.graft: 2, op.halves: 5, op.identifier: 6,
        op.instruction: 4, op.letters: 2, op.mixed: 2, op.move: 5, op.national: 12, op.number: 14, op.numbers: 3,
        op.rename: 5, op.reorder: 3, op.repeat: 1.5, op.space: 1, op.swap: 4, op.text: 5, op.xml_space: 1,
    },
    {sp.cdata: 5, sp.prefix_below: 3, sp.reference: 4},
    {sp.envelope: 1, sp.line_ends: 1.5, sp.other_document: 5, sp.prefixes: 4, sp.tag_spelling: 1},
    {sp.encoding: 8},
)  # fmt: skip
"""The operations of each stage, and how often each is drawn."""
_ALL = [(stage, change) for stage, changes in enumerate(DRAWN) for change in changes]
_WEIGHTS = [weight for changes in DRAWN for weight in changes.values()]
KINDS = tuple(change.__name__ for _, change in _ALL)
"""The names of the operations; the words of each begin with its name and a colon."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed document; *name* says how to draw it again, from what it was made and how."""

    name: str
    seed: int
    index: int
    source: str
    operations: tuple[str, ...]
    data: bytes


GROUPS = (("documents/", 50), ("rules/", 32), ("corpora/", 18))
"""How often a mutant is made of a document of each group."""
LARGE = 300_000
"""Bytes above which a document is drawn ten times less often."""


def _weights(sources: Sequence[Seed]) -> list[float]:
    groups = [next((group for group in GROUPS if one.name.startswith(group[0])), ("", 18)) for one in sources]
    sizes = {group: groups.count(group) for group in set(groups)}
    return [
        group[1] / sizes[group] * (0.1 if len(one.data) > LARGE else 1)
        for one, group in zip(sources, groups, strict=True)
    ]


@cache
def _all_weights() -> list[float]:
    return _weights(seeds())


def _changed(data: bytes, chance: Random) -> tuple[bytes, list[str]] | None:
    """Return *data* after one to three operations with their words; None when the result is no document."""
    times = chance.choices((1, 2, 3), (50, 30, 20))[0]
    work = op.Work(data)
    xml, encoded, said = "", b"", []
    for stage, change in sorted(chance.choices(_ALL, _WEIGHTS, k=times), key=lambda drawn: drawn[0]):
        if encoded:  # one encoding is enough
            break
        for _ in range(10):
            words: str | None
            if stage < 2:
                words = change(work, chance)
            else:
                xml = xml or work.text()
                done = change(xml, chance)
                words = done and done[1]
                if done and isinstance(done[0], bytes):
                    encoded = done[0]
                elif done:
                    xml = done[0]
            if words is not None:
                said.append(f"{change.__name__}: {words}")
                break
            (change,) = chance.choices(list(DRAWN[stage]), list(DRAWN[stage].values()))
    made = encoded or b'<?xml version="1.0" encoding="UTF-8"?>\n' + (xml or work.text()).encode()
    return (made, said) if said and made != data and well_formed(made) else None


def mutant(seed: int, index: int, sources: Sequence[Seed] | None = None) -> Mutant:
    """Return mutant *index* of *seed*, made of one of *sources* (without them: of `seeds()`)."""
    return _mutant(seed, index, seeds() if sources is None else sources, _all_weights() if sources is None else None)


def mutants(seed: int, count: int, sources: Sequence[Seed] | None = None) -> Iterator[Mutant]:
    """Yield the first *count* mutants of *seed*; `mutant(seed, index)` makes each of them alone."""
    weights = _all_weights() if sources is None else _weights(sources)
    for index in range(count):
        yield _mutant(seed, index, seeds() if sources is None else sources, weights)


def _mutant(seed: int, index: int, sources: Sequence[Seed], weights: list[float] | None) -> Mutant:
    chance = Random(f"{seed}/{index}")
    for _ in range(100):
        (source,) = chance.choices(sources, _weights(sources) if weights is None else weights)
        if made := _changed(source.data, chance):
            data, said = made
            name = f"{seed}/{index} of {source.name}: {' + '.join(said)}"
            return Mutant(name, seed, index, source.name, tuple(said), data)
    raise RuntimeError(f"no mutant {seed}/{index} after a hundred draws: some operation gives no well-formed document")


def main(arguments: list[str] | None = None) -> int:
    """Write one mutant to standard output and its name to standard error."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle.mutants", description="Make one mutant again.")
    parser.add_argument("seed", type=int)
    parser.add_argument("index", type=int)
    options = parser.parse_args(arguments)
    made = mutant(options.seed, options.index)
    sys.stdout.buffer.write(made.data)
    print(f"\n{made.name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
