"""The documents that are measured: of each format in each size, the same bytes on every machine.

    for sample in samples(): sample.format, sample.size, sample.documents, sample.context

Formats of `corpora.generate` come from there.  Any other format of the registry is measured on what einvoice writes in
it from the generated UBL documents, so a new format appears without a change here.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from corpora.draft import draw
from corpora.world import context_toml, make_world

import einvoice
from corpora import generate, netvisor_text
from einvoice.formats import FORMATS, FormatInfo

SEED: Final = 7

Settings = Mapping[str, Any]
"""The content of a context file: what code written by hand would work with."""


@dataclass(frozen=True)
class Size:
    """A size of document: product lines (None: as many as an ordinary invoice has, 1 to 12), and how many of them."""

    name: str
    lines: int | None
    count: int


SIZES: Final = (Size("small", None, 20), Size("100 lines", 100, 4), Size("1,000 lines", 1000, 1))
"""Several documents where one would be an accident: with and without discounts, invoices and credit notes."""

NEEDS_CONTEXT: Final = frozenset({"netvisor", "billecta"})
"""Formats that name neither the seller nor the details of the buyer, and are read and written with a context."""


@dataclass(frozen=True)
class Sample:
    """Documents of one format and size, and the context they are read with."""

    format: str
    title: str
    size: str
    documents: tuple[bytes, ...]
    context: einvoice.Context
    read_only: bool = False
    """True for a form of the format that einvoice reads and does not write."""

    @property
    def length(self) -> int:
        """Bytes of a document, on average."""
        return sum(map(len, self.documents)) // len(self.documents)


def world_text() -> str:
    """Return the context file that belongs to the documents."""
    return context_toml(make_world(SEED))


def world_data() -> Settings:
    """Return the content of that file."""
    return tomllib.loads(world_text())


def world_context() -> einvoice.Context:
    """Return it as einvoice takes it: seller, customers, units, VAT decisions."""
    return einvoice.Context.parse(world_data())


def generated(format: generate.FormatName, size: Size) -> tuple[bytes, ...]:
    """Return the documents of *format* in *size*."""
    return tuple(document.data for document in generate.batch(format, size.count, SEED, size.lines))


def responses(size: Size) -> tuple[bytes, ...]:
    """Return Netvisor detail responses, each with one invoice, as `getsalesinvoice.nv` answers."""
    world = make_world(SEED)
    drafts = [
        draw(
            random.Random(f"response {number}"),
            world,
            lines=size.lines,
            number=str(202600001 + number),
            home_currency=True,
        )
        for number in range(size.count)
    ]
    return tuple("".join(netvisor_text.response([draft], several=False)).encode() for draft in drafts)


def samples(sizes: tuple[Size, ...] = SIZES) -> Iterator[Sample]:
    """Yield the samples of every format of the registry that can be measured, in the order of the registry."""
    full, empty = world_context(), einvoice.Context()
    for entry in FORMATS:
        context = full if entry.id in NEEDS_CONTEXT else empty
        for size in sizes:
            yield Sample(entry.id, entry.id, size.name, documents(entry, size, full), context)
        if entry.id == "netvisor":
            for size in sizes:
                yield Sample(entry.id, "netvisor response", size.name, responses(size), context, read_only=True)


def documents(entry: FormatInfo, size: Size, context: einvoice.Context) -> tuple[bytes, ...]:
    """Return the documents of the format *entry* in *size*; written by einvoice where no generator makes them."""
    for known in generate.FORMATS:
        if entry.id == known:
            return generated(known, size)
    invoices = [einvoice.read(data).invoice for data in generated("peppol-bis", size)]
    return tuple(einvoice.write(invoice, entry.id, context).data for invoice in invoices)
