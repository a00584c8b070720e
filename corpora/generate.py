"""Seeded batches of invoices, the same bytes for the same seed on every machine.

    python -m corpora.generate --format netvisor --count 500 --seed 7 -o DIR           one import document per file
    python -m corpora.generate --format netvisor --count 500 --single-file all.xml     one GET response with all
    python -m corpora.generate --format peppol-bis --lines 1000 > long.xml             one long invoice
    python -m corpora.generate --format finvoice --count 500 --single-file all.xml     frame and invoice, 500 times
    python -m corpora.generate --format finvoice --version 2.01 --framed -o DIR        one frame and invoice per file
    python -m corpora.generate --format billecta --count 500 --single-file all.json    a list of entries
    python -m corpora.generate --format billecta --answers --count 500 -o DIR         one answer of the service per file
    python -m corpora.generate --format netvisor --count 500 --faulty 0.05 -o DIR      a share with known faults

With documents of Netvisor and Billecta comes the context that names their customers: `DIR/einvoice.toml`, or `all.toml`
beside `all.xml`.  Document *i* of a seed is the same in every batch, so a batch of 10 is the start of a batch of 1000.
With faulty documents comes `faults.jsonl`, or `all.faults.jsonl`: which document has which fault (`corpora.faults`).

    rng = random.Random(1)
    netvisor_invoice(rng), ubl_invoice(rng, lines=100)             one document each, as bytes
    finvoice_invoice(rng, version="2.01", framed=True)
    billecta_invoice(rng, answers=True)
    for document in batch("peppol-bis", count=50, seed=3): ...     document.name, document.data
"""

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from corpora import billecta_text, finvoice_text, netvisor_text, ubl_text
from corpora.draft import Draft, draw
from corpora.faults import holds_invoice, spoilt
from corpora.jsontext import Json, dump
from corpora.world import Party, World, context_toml, make_world

FormatName = Literal["netvisor", "peppol-bis", "finvoice", "billecta"]
FORMATS: tuple[FormatName, ...] = ("netvisor", "peppol-bis", "finvoice", "billecta")


class Document(NamedTuple):
    """One file of a batch."""

    name: str
    data: bytes


def netvisor_invoice(
    rng: random.Random, lines: int | None = None, *, world: World | None = None, number: str | None = None
) -> bytes:
    """Return a Netvisor import document, UTF-8 without an XML declaration, as Netvisor wants it.

    *lines* is the number of product lines, *world* names seller and customers (default: `make_world(0)`), *number*
    is the invoice number, digits only (default: drawn).
    """
    draft = draw(rng, world or _default_world(), lines=lines, number=number)
    return netvisor_text.import_document(draft, rng).encode()


def ubl_invoice(
    rng: random.Random, lines: int | None = None, *, world: World | None = None, number: str | None = None
) -> bytes:
    """Return a Peppol BIS Billing 3 invoice or credit note; the arguments are those of `netvisor_invoice`.

    Sellers are Finnish, Swedish and Norwegian.
    """
    world = world or _default_world()
    draft = draw(rng, world, seller=_any_seller(rng, world), lines=lines, number=number)
    return ubl_text.document(draft, rng).encode()


def finvoice_invoice(
    rng: random.Random,
    lines: int | None = None,
    *,
    world: World | None = None,
    number: str | None = None,
    version: finvoice_text.Version = "3.0",
    framed: bool = False,
) -> bytes:
    """Return a Finvoice invoice or credit note in ISO-8859-15; the first arguments are those of `netvisor_invoice`.

    *framed* puts the transmission frame in front.  The seller is Finnish; documents of *version* 2.01 are in euro.
    """
    draft = draw(rng, world or _default_world(), lines=lines, number=number, home_currency=version == "2.01")
    text = finvoice_text.document(draft, rng, version)
    return finvoice_text.encode(finvoice_text.frame(draft, version) + text if framed else text)


def billecta_invoice(
    rng: random.Random,
    lines: int | None = None,
    *,
    world: World | None = None,
    number: str | None = None,
    answers: bool = False,
) -> bytes:
    """Return a Billecta entry, or the answer of the service; the first arguments are those of `netvisor_invoice`.

    The seller is Swedish, and so are most customers.
    """
    found = _billecta(rng, lines, world or _default_world(), number, answers)
    return f"{dump(found)}\n".encode()


def netvisor_response(count: int, seed: int = 0, lines: int | None = None) -> Iterator[bytes]:
    """Yield a GET response with *count* invoices in pieces, one per invoice.

    Two or more stand under `SalesInvoices`, one stands alone.  All are in euro: which currency Netvisor exports the
    amounts of a foreign-currency invoice in is not documented.
    """
    world = make_world(seed)
    for piece in netvisor_text.response(_exported(world, count, lines), several=count > 1):
        yield piece.encode()


def finvoice_file(
    count: int, seed: int = 0, lines: int | None = None, *, version: finvoice_text.Version = "3.0"
) -> Iterator[bytes]:
    """Yield a transfer file with *count* pairs of frame and invoice, a pair at a time."""
    for document in batch("finvoice", count, seed, lines, version=version, framed=True):
        yield document.data


def billecta_list(count: int, seed: int = 0, lines: int | None = None, *, answers: bool = False) -> Iterator[bytes]:
    """Yield a JSON array with *count* entries or answers in pieces, one per invoice."""
    world = make_world(seed)
    yield b"["
    for index in range(1, count + 1):
        found = _billecta(_rng(seed, index), lines, world, _number(index), answers)
        yield f"{',' if index > 1 else ''}\n  {dump(found, '  ')}".encode()
    yield b"\n]\n"


def billecta_context(count: int, seed: int = 0, lines: int | None = None) -> str:
    """Return the context of a Billecta batch: with the ids of the invoices that its credit invoices name."""
    world = make_world(seed)
    indexes = range(1, count + 1)
    drafts = (billecta_text.draw_goods(_rng(seed, index), world, lines, _number(index)) for index in indexes)
    return billecta_text.context(world, [draft.credits[0] for draft in drafts if draft.credits])


def batch(
    format: FormatName,
    count: int,
    seed: int = 0,
    lines: int | None = None,
    *,
    version: finvoice_text.Version = "3.0",
    framed: bool = False,
    answers: bool = False,
) -> Iterator[Document]:
    """Yield *count* documents of *format*, named `invoice-00001.xml` and so on, or `.json`.

    The context of a Netvisor batch is `context_toml(make_world(seed))`, of a Billecta batch `billecta_context`.
    *version* and *framed* are for Finvoice, *answers* for Billecta.
    """
    makers: dict[FormatName, Callable[..., bytes]] = {
        "netvisor": netvisor_invoice,
        "peppol-bis": ubl_invoice,
        "finvoice": partial(finvoice_invoice, version=version, framed=framed),
        "billecta": partial(billecta_invoice, answers=answers),
    }
    make = makers[format]
    world = make_world(seed)
    ending = "json" if format == "billecta" else "xml"
    for index in range(1, count + 1):
        yield Document(
            f"invoice-{index:05d}.{ending}", make(_rng(seed, index), lines, world=world, number=_number(index))
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    options = _parser().parse_args(arguments)
    if options.count < 1:
        return _usage(f"--count {options.count}: give 1 or more")
    if options.lines is not None and options.lines < 1:
        return _usage(f"--lines {options.lines}: give 1 or more")
    if options.single_file and options.format == "peppol-bis" and options.count > 1:
        return _usage("--single-file: a UBL file holds one document; use -o DIR, or --count 1")
    if options.format != "finvoice" and (options.framed or options.version != "3.0"):
        return _usage(f"--version and --framed are for --format finvoice, not {options.format}")
    if options.format != "billecta" and options.answers:
        return _usage(f"--answers is for --format billecta, not {options.format}")
    if not 0 <= options.faulty <= 1:
        return _usage(f"--faulty {options.faulty}: give a share from 0 to 1")
    if options.faulty and options.single_file and options.format == "peppol-bis":
        return _usage("--faulty: of a batch, with -o DIR")
    make = partial(batch, options.format, version=options.version, framed=options.framed, answers=options.answers)
    if options.single_file:
        target = Path(options.single_file)
        if options.format == "netvisor":
            pieces = netvisor_response(options.count, options.seed, options.lines)
        elif options.format == "billecta":
            pieces = billecta_list(options.count, options.seed, options.lines, answers=options.answers)
        elif options.format == "finvoice" and options.count > 1:
            pieces = finvoice_file(options.count, options.seed, options.lines, version=options.version)
        else:
            pieces = (document.data for document in make(1, options.seed, options.lines))
        faults: list[str] = []
        with target.open("wb") as file:
            file.writelines(d.data for d in _noted(options, (Document(target.name, piece) for piece in pieces), faults))
        if options.faulty:
            target.with_suffix(".faults.jsonl").write_text("".join(faults), encoding="utf-8")
        if context := _context(options):
            target.with_suffix(".toml").write_bytes(context)
        return 0
    if options.output:
        folder = Path(options.output)
        folder.mkdir(parents=True, exist_ok=True)
        faults = []
        for document in _noted(options, make(options.count, options.seed, options.lines), faults):
            (folder / document.name).write_bytes(document.data)
        if options.faulty:
            (folder / "faults.jsonl").write_text("".join(faults), encoding="utf-8")
        if context := _context(options):
            (folder / "einvoice.toml").write_bytes(context)
        return 0
    if options.count > 1:
        return _usage(f"--count {options.count}: say where to, with -o DIR or --single-file FILE")
    for document in make(1, options.seed, options.lines):
        sys.stdout.buffer.write(document.data)
    return 0


def _noted(options: argparse.Namespace, documents: Iterable[Document], faults: list[str]) -> Iterator[Document]:
    """Yield *documents* with the faults that were asked for; *faults* grows by a line for each."""
    index = 0
    for document in documents:
        if not holds_invoice(options.format, document.data):
            yield document
            continue
        data, fault = spoilt(options.format, document.data, options.seed, index + 1, options.faulty)
        if fault is not None:
            told = {"document": document.name, "index": index if options.single_file else 0}
            faults.append(f"{json.dumps({**told, 'fault': fault.name, 'what': fault.what, 'code': fault.code})}\n")
        yield Document(document.name, data)
        index += 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpora.generate", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument("--count", type=int, default=1, metavar="N", help="number of invoices (default 1)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="default 0")
    parser.add_argument("--lines", type=int, metavar="K", help="product lines per invoice (default: 1 to 12)")
    parser.add_argument("--version", choices=finvoice_text.VERSIONS, default="3.0", help="of Finvoice (default 3.0)")
    parser.add_argument("--framed", action="store_true", help="Finvoice: a transmission frame before each invoice")
    parser.add_argument("--answers", action="store_true", help="Billecta: answers of the service in place of entries")
    parser.add_argument(
        "--faulty", type=float, default=0.0, metavar="SHARE", help="share of documents with a known fault (default 0)"
    )
    target = parser.add_mutually_exclusive_group()
    target.add_argument("-o", "--output", metavar="DIR", help="one file per invoice, and their einvoice.toml")
    target.add_argument(
        "--single-file",
        metavar="FILE",
        help="all invoices in one file: a Netvisor response or a Billecta list with FILE.toml, or pairs of Finvoice",
    )
    return parser


def _context(options: argparse.Namespace) -> bytes | None:
    """Return the context that goes with a batch; None for formats that hold everything themselves."""
    if options.format == "netvisor":
        return context_toml(make_world(options.seed)).encode()
    if options.format == "billecta":
        return billecta_context(options.count, options.seed, options.lines).encode()
    return None


def _usage(message: str) -> int:
    print(f"python -m corpora.generate: {message}", file=sys.stderr)
    return 2


def _rng(seed: int, index: int) -> random.Random:
    return random.Random(f"invoice {seed} {index}")


def _number(index: int) -> str:
    return f"2026{index:05d}"


def _billecta(
    rng: random.Random, lines: int | None, world: World, number: str | None, answers: bool
) -> dict[str, Json]:
    drawn = billecta_text.plan(billecta_text.draw_goods(rng, world, lines, number), rng)
    return billecta_text.answer(drawn, world, rng) if answers else billecta_text.entry(drawn, world)


def _default_world() -> World:
    return make_world(0)


def _any_seller(rng: random.Random, world: World) -> Party:
    swedish, norwegian = world.other_sellers
    return rng.choice((world.seller,) * 5 + (swedish,) * 4 + (norwegian,))


def _exported(world: World, count: int, lines: int | None) -> Iterator[Draft]:
    for index in range(1, count + 1):
        yield draw(_rng(world.seed, index), world, lines=lines, number=_number(index), home_currency=True)


if __name__ == "__main__":
    raise SystemExit(main())
