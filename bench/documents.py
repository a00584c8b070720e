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
from functools import cached_property
from typing import Any, Final

from corpora.billecta_text import creditor_id
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
    settings: str
    """The context file they are read with; empty for formats that need none."""
    read_only: bool = False
    """True for a form of the format that einvoice reads and does not write."""

    @cached_property
    def context(self) -> einvoice.Context:
        """The context they are read with."""
        return einvoice.Context.parse(tomllib.loads(self.settings))

    @cached_property
    def conversion(self) -> einvoice.Context:
        """The context they are converted with: their own, or that of the world, which every target needs."""
        return self.context if self.settings else world_context()

    @property
    def length(self) -> int:
        """Bytes of a document, on average."""
        return sum(map(len, self.documents)) // len(self.documents)


def world_text() -> str:
    """Return the context file that belongs to the documents, and the sender account of Billecta."""
    world = make_world(SEED)
    return f'{context_toml(world)}\n[billecta]\ncreditor_public_id = "{creditor_id(world)}"\n'


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
    full = world_context()
    for entry in FORMATS:
        for size in sizes:
            yield Sample(entry.id, entry.id, size.name, documents(entry, size, full), settings(entry, size))
        for size in sizes:
            if (found := answers(entry, size)) is not None:
                title, data = found
                yield Sample(entry.id, title, size.name, data, settings(entry, size), read_only=True)


def settings(entry: FormatInfo, size: Size) -> str:
    """Return the context file that documents of the format *entry* in *size* are read with."""
    if entry.id == "billecta":  # its credit invoices name an invoice by a number of the service
        return generate.billecta_context(size.count, SEED, size.lines)
    return world_text() if entry.id in NEEDS_CONTEXT else ""


def answers(entry: FormatInfo, size: Size) -> tuple[str, tuple[bytes, ...]] | None:
    """Return what the service of the format *entry* answers, and its title; None where there is no such form."""
    if entry.id == "netvisor":
        return "netvisor response", responses(size)
    if entry.id == "billecta":
        batch = generate.batch("billecta", size.count, SEED, size.lines, answers=True)
        return "billecta answer", tuple(document.data for document in batch)
    return None


def documents(entry: FormatInfo, size: Size, context: einvoice.Context) -> tuple[bytes, ...]:
    """Return the documents of the format *entry* in *size*; written by einvoice where no generator makes them."""
    for known in generate.FORMATS:
        if entry.id == known:
            return generated(known, size)
    invoices = [einvoice.read(data).invoice for data in generated("peppol-bis", size)]
    return tuple(einvoice.write(invoice, entry.id, context).data for invoice in invoices)
