"""Pieces: together they say what the source says as a whole, wherever a window ends and whatever is broken."""

import importlib
import io
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest
from corpora.generate import billecta_list, finvoice_file, netvisor_response

import einvoice
from einvoice import xml
from einvoice.batch.split import Piece, split
from einvoice.errors import EInvoiceError, TooLarge
from einvoice.formats.document import Document

room = importlib.import_module("einvoice.batch.split")  # the package has its function under this name
ROOT = Path(__file__).resolve().parents[2]


def pieces_of(data: bytes) -> list[Piece]:
    return list(split(io.BytesIO(data)))


def read_whole(data: bytes) -> tuple[list[Document], EInvoiceError | None]:
    """Return the documents of *data* up to the first error, and that error."""
    found: list[Document] = []
    try:
        for document in einvoice.read_many(data):
            found.append(document)
    except EInvoiceError as error:
        return found, error
    return found, None


def places(document: Document) -> list[tuple[str, str | None, int | None]]:
    return [(found.code, found.path, found.line) for found in document.locate(document.findings)]


def differences(data: bytes) -> list[str]:
    """Return what the pieces of *data* say otherwise than the whole.

    The whole ends at its first error, as `read_many` does; pieces go on behind it.
    """
    whole, error = read_whole(data)
    found: list[tuple[Piece, Document]] = []
    errors: list[EInvoiceError] = []
    for piece in pieces_of(data):
        documents, broken = read_whole(piece.data)
        found += [(piece, document) for document in documents]
        errors += [broken] if broken is not None else []
    if error is None and (errors or len(found) != len(whole)):
        return [f"{len(whole)} invoices, {len(found)} in pieces, {errors[:1]}"]
    if error is not None and not errors:
        return [f"the error is lost: {error.message[:80]}"]
    told = []
    numbers = [document.invoice.invoice_number for _, document in found]
    for document in whole:
        if document.invoice.invoice_number not in numbers:
            told.append(f"lost: {document.invoice.invoice_number}")
    if error is not None:
        return told
    for document, (piece, other) in zip(whole, found, strict=True):
        if document.invoice != other.invoice:
            told.append(f"{document.invoice.invoice_number}: another invoice")
        own = [(f.code, f.path, f.line) for f in piece.placed(other.locate(other.findings))]
        if (wanted := places(document)) != own:
            told.append(f"{document.invoice.invoice_number}: {set(wanted) ^ set(own)}")
    return told


def of_folder(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.rglob("*")) if path.suffix in (".xml", ".json"))


def test_pieces_of_every_sample_give_what_the_file_gives() -> None:
    files = list(of_folder(ROOT / "corpora"))
    assert len(files) > 100
    assert [(path.name, told) for path in files if (told := differences(path.read_bytes()))] == []


@pytest.mark.conformance
def test_pieces_of_every_shared_document_give_what_the_file_gives(shared: Callable[..., Path]) -> None:
    files = list(of_folder(shared("conformance", "documents")))
    assert len(files) > 50
    assert [(path.name, told) for path in files if (told := differences(path.read_bytes()))] == []


SEVERAL = {
    "netvisor": b"".join(netvisor_response(4, seed=5, lines=1)),
    "finvoice": b"".join(finvoice_file(4, seed=5, lines=1)),
    "billecta": b"".join(billecta_list(4, seed=5, lines=1)),
}


@pytest.mark.parametrize("name", SEVERAL)
def test_a_file_of_four_is_cut_into_four(name: str) -> None:
    pieces = pieces_of(SEVERAL[name])
    assert [(piece.number, piece.several) for piece in pieces] == [(n, True) for n in range(4)]
    assert differences(SEVERAL[name]) == []


def attachments() -> bytes:
    """Return two invoices in frames with attachment messages, and one without."""
    one, other = ((ROOT / "corpora/finvoice" / name).read_bytes() for name in ATTACHED)
    return one + b"\n" + other + b"\n" + b"".join(finvoice_file(1, seed=9, lines=1))


ATTACHED = tuple(
    path.name for path in of_folder(ROOT / "corpora/finvoice") if b"<FinvoiceAttachments" in path.read_bytes()
)[:2]


def first_and_rest(name: str, at: bytes, by: bytes) -> bytes:
    """Return the file *name* with *by* before the second *at*."""
    data = SEVERAL[name]
    second = data.index(at, data.index(at) + 1)
    return data[:second] + by + data[second:]


NETVISOR = b"<SalesInvoice>"
FINVOICE = b"<Finvoice "
ODD = {
    #                        bytes, fewest pieces
    "comment with tags": (first_and_rest("netvisor", NETVISOR, b"<!-- </SalesInvoice><SalesInvoice> -->"), 4),
    "CDATA with tags": (
        first_and_rest("netvisor", b"<SalesInvoiceNumber", b"<X><![CDATA[</SalesInvoice></Root>]]></X>"),
        4,
    ),
    "instruction with tags": (first_and_rest("netvisor", NETVISOR, b"<?x <SalesInvoice> ?>"), 4),
    "text between": (first_and_rest("netvisor", NETVISOR, b"lost text"), 4),
    "element between": (first_and_rest("netvisor", NETVISOR, b"<Paging><Next>2</Next></Paging>"), 4),
    "bracket in an attribute": (first_and_rest("netvisor", NETVISOR, b"<Note a='>' b=\"</x>\"/>"), 1),
    "empty invoice": (first_and_rest("netvisor", NETVISOR, b"<SalesInvoice/>"), 4),
    "empty invoice with blanks": (first_and_rest("netvisor", NETVISOR, b'<SalesInvoice a=">" />'), 4),
    "invoice inside an invoice": (first_and_rest("netvisor", b"<SalesInvoiceNumber", b"<SalesInvoice/>"), 4),
    "a second group": (SEVERAL["netvisor"].replace(b"</Root>", SEVERAL["netvisor"].partition(b"<Root>")[2]), 2),
    "document type": (b'<!DOCTYPE Root [<!ENTITY e "x">]>' + SEVERAL["netvisor"], 1),
    "utf-16": (SEVERAL["netvisor"].decode().encode("utf-16"), 1),
    "utf-16 of a list": (SEVERAL["billecta"].decode().encode("utf-16"), 1),
    "utf-16 of Finvoice": (
        SEVERAL["finvoice"].decode("iso-8859-15").replace("ISO-8859-15", "UTF-16").encode("utf-16"),
        1,
    ),
    "declared Latin 1": (
        b'<?xml version="1.0" encoding="ISO-8859-1"?>\n'
        + SEVERAL["netvisor"].split(b"?>", 1)[-1].decode().encode("latin-1", "xmlcharrefreplace"),
        4,
    ),
    "byte order mark": (b"\xef\xbb\xbf" + SEVERAL["billecta"], 4),
    "Finvoice comment": (first_and_rest("finvoice", FINVOICE, b"<!-- <Finvoice> </Finvoice> -->"), 4),
    "Finvoice without a frame": (
        SEVERAL["finvoice"] + SEVERAL["finvoice"][SEVERAL["finvoice"].rindex(FINVOICE) :],
        4,
    ),
    "Finvoice frame alone": (
        SEVERAL["finvoice"] + SEVERAL["finvoice"][: SEVERAL["finvoice"].index(b"</SOAP-ENV:Envelope>") + 20],
        1,
    ),
    "Finvoice garbage between": (first_and_rest("finvoice", FINVOICE, b"garbage & <more"), 1),
    "Finvoice in a root": (
        b"<Finvoices>"
        + b"".join(b"<Finvoice Version='3.0'><A>%d</A></Finvoice>" % n for n in range(3))
        + b"</Finvoices>",
        1,
    ),
    "Finvoice attachments": (attachments(), 3),
    "list with what is no object": (SEVERAL["billecta"].rstrip()[:-1] + b", 7, " + SEVERAL["billecta"].lstrip()[1:], 5),
    "list that lacks a comma": (SEVERAL["billecta"].rstrip()[:-1] + SEVERAL["billecta"].lstrip()[1:], 5),
    "list with a comma too many": (SEVERAL["billecta"].rstrip()[:-1] + b",,{}]", 5),
    "list that ends with a comma": (SEVERAL["billecta"].rstrip()[:-1] + b",]", 5),
    "list that is cut off": (SEVERAL["billecta"].rstrip()[:-1], 5),
    "list with more behind": (SEVERAL["billecta"] + b"]", 5),
    "a number of 5,000 figures": (SEVERAL["billecta"].replace(b"[", b'[{"A": ' + b"7" * 5000 + b"},", 1), 5),
    "empty list": (b" [ ]", 1),
    "nothing": (b"", 1),
    "blanks": (b"  \n ", 1),
    "no invoice": (b"<Root><ResponseStatus><Status>OK</Status></ResponseStatus></Root>", 1),
}


@pytest.mark.parametrize("case", ODD)
def test_odd_sources(case: str) -> None:
    data, fewest = ODD[case]
    # Whether a second group follows, the pieces of the first cannot know: places differ.
    told = differences(data)
    assert [each for each in told if not (case == "a second group" and "{" in each)] == []
    assert len(pieces_of(data)) >= fewest


def test_findings_behind_what_is_no_object_keep_their_place() -> None:
    rest = SEVERAL["billecta"].rstrip()[:-1] + b', 7, {"InvoiceDate": "never"}]'
    piece = pieces_of(rest)[-1]
    from einvoice.findings import Finding

    placed = list(piece.placed([Finding("X", "error", "input", "m", "f", path="/1/InvoiceDate")]))
    assert [found.path for found in placed] == ["/5/InvoiceDate"]


@pytest.mark.parametrize("window", [7, 16, 31, 64])
@pytest.mark.parametrize(
    "case",
    [*SEVERAL, "Finvoice attachments", "CDATA with tags", "comment with tags", "a second group", "empty invoice"],
)
def test_where_a_window_ends_changes_nothing(case: str, window: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = SEVERAL.get(case) or ODD[case][0]
    wanted = pieces_of(data)
    monkeypatch.setattr(room, "WINDOW", window)
    assert pieces_of(data) == wanted


def mutated(data: bytes, draw: random.Random) -> bytes:
    """Return *data* with one to three faults."""
    for _ in range(draw.randint(1, 3)):
        at = draw.randrange(len(data) + 1)
        some = data[at : at + draw.choice((1, 20, 400))]
        fault = draw.randrange(6)
        if fault == 0:
            data = data[:at]
        elif fault == 1:
            data = data[:at] + draw.choice(INSERTED) + data[at:]
        elif fault == 2:
            data = data[:at] + data[at + len(some) :]
        elif fault == 3:
            other = draw.randrange(len(data) + 1)
            data = data[:other] + some + data[other:]
        elif fault == 4:
            data = data[:at] + bytes([draw.randrange(256)]) + data[at + 1 :]
        else:
            tag = draw.choice(INSERTED)
            data = data.replace(tag, draw.choice(INSERTED), draw.choice((1, -1)))
    return data


INSERTED = (
    b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?x", b"?>", b"<!DOCTYPE x>", b"<SalesInvoice>", b"</SalesInvoice>",
    b"<SalesInvoices>", b"</SalesInvoices>", b"</Root>", b"<Root>", b"<Finvoice ", b"<Finvoice Version='3.0'>",
    b"</Finvoice>", b"<Envelope>", b"<FinvoiceAttachments>", b"\"", b"'", b"<", b">", b"/>", b"{", b"}", b"[", b"]",
    b",", b"\\", b"\x00", b"\xff", b"\xef\xbb\xbf", b"garbage", b"&", b"<?xml version='1.0'?>", b"<salesinvoicebatch>",
)  # fmt: skip


@pytest.mark.parametrize("name", SEVERAL)
def test_no_fault_loses_an_invoice_unseen(name: str) -> None:
    """What the whole file gives, its pieces give; and where a fault loses one, an error says so."""
    draw = random.Random(f"pieces {name}")
    told = []
    for number in range(100):
        data = mutated(SEVERAL[name], draw)
        started = time.process_time()
        told += [(number, each) for each in differences(data)]
        assert time.process_time() - started < 2, number
    assert told == []


LONG: dict[str, Callable[[int], bytes]] = {
    "tiny objects": lambda n: b"[" + b"{}," * n + b"{}]",
    "tiny invoices": lambda n: b"<root><salesinvoices>" + b"<salesinvoice/>" * n + b"</salesinvoices></root>",
    "invoices that are not closed": lambda n: b"<root>" + b"<salesinvoice>" * n,
    "comments that are not closed": lambda n: b"<root><salesinvoice>" + b"<!--" * n,
    "comments": lambda n: b"<root><salesinvoice>" + b"<!-- - -->" * n,
    "quotes": lambda n: b"<root><salesinvoice " + b"'\"" * n,
    "Finvoices that are not closed": lambda n: b"<Finvoice>" * n,
    "tiny Finvoices": lambda n: b"<Finvoice></Finvoice>" * n,
    "frames": lambda n: b"<Envelope></Envelope>" * n,
    "brackets": lambda n: b"[" * n,
    "a text that does not end": lambda n: b'[{"a": "' + b"\\u0041" * n,
    "blanks before": lambda n: b" " * n,
    "instructions before": lambda n: b"<?x?>" * n + b"<root>",
}


@pytest.mark.parametrize("case", LONG)
def test_time_grows_with_the_length_alone(case: str) -> None:
    def spent(count: int) -> float:
        data = LONG[case](count)
        best = 9.9
        for _ in range(2):
            started = time.process_time()
            for _ in split(io.BytesIO(data)):
                pass
            best = min(best, time.process_time() - started)
        return best

    # Ten times as long takes ten times the time; what grows with the square takes a hundred times.
    assert spent(20_000) < 35 * max(spent(2_000), 0.003)


class Endless(io.RawIOBase):
    """A source without an end, and how much of it was read."""

    def __init__(self, begin: bytes, again: bytes) -> None:
        self._left = begin
        self._again = again
        self.read_so_far = 0

    def read(self, size: int = -1) -> bytes:
        while len(self._left) < size:
            self._left += self._again * 1000
        data, self._left = self._left[:size], self._left[size:]
        self.read_so_far += len(data)
        return data


@pytest.mark.parametrize(
    ("begin", "again"),
    [
        (b"<root><salesinvoice>", b"<line/>"),
        (b"<root><salesinvoice>", b"<!--"),
        (b"<root><salesinvoice a='", b"x"),
        (b"<root>", b"<other/>"),
        (b"<Invoice>", b"<line/>"),
        (b"<Finvoice>", b"<row/>"),
        (b"[", b"["),
        (b'[{"a": "', b"x"),
        (b'[{"a": 1}', b"x"),
        (b"", b" "),
    ],
)
def test_a_source_without_an_end_is_too_large(begin: bytes, again: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MAX_BYTES", 1_000_000)
    monkeypatch.setattr(room, "MAX_GROUP", 500_000)
    stream = Endless(begin, again)
    as_stream: IO[bytes] = stream  # type: ignore[assignment]
    with pytest.raises(TooLarge):
        for piece in split(as_stream):
            assert len(piece.data) < 100
    assert stream.read_so_far < 4_000_000


def test_a_stream_of_many_is_not_held() -> None:
    """A piece comes before more than a few windows are read."""
    stream = Endless(
        b"<root><salesinvoices>", b"<salesinvoice><salesinvoicenumber>1</salesinvoicenumber></salesinvoice>"
    )
    as_stream: IO[bytes] = stream  # type: ignore[assignment]
    for number, _ in enumerate(split(as_stream)):
        if number == 20_000:
            break
    assert stream.read_so_far < 3_000_000
