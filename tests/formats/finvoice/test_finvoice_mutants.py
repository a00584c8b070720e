"""Careless Finvoice: documents of the corpora with one to three things wrong, picked by a seeded source of chance.

Whatever it says, it is read or refused with an error of ours; what was read can be written everywhere, and nothing of
it goes missing unsaid.  How many there are is said by EINVOICE_MUTANTS (2000).
"""

import os
from dataclasses import dataclass
from random import Random

import pytest
from lxml import etree
from tests.formats.finvoice.documents import CORPUS, corpus_files, invoices, missing, shared_files
from tests.formats.mapping.mutants import mutate
from tests.formats.mapping.traced import read_fast, shown

import einvoice
from einvoice import Context, EInvoiceError
from einvoice.formats import finvoice
from einvoice.formats.document import Document, Part
from einvoice.formats.finvoice.frame import InvoicePiece
from einvoice.formats.finvoice.mapping import MAPPING, mapping_of
from einvoice.formats.finvoice.project import project
from einvoice.formats.mapping.compile import Slow
from einvoice.formats.mapping.nodes import render_xml

MUTANTS = int(os.environ.get("EINVOICE_MUTANTS", "2000"))
BATCHES = 10
SEED = 20260104
LONGEST = 14_000
"""Longer documents have rows of the same kind over and over, and cost the time of three others."""

CONTEXT = Context.load(CORPUS.parent / "einvoice.toml")


@dataclass(frozen=True)
class Mutant:
    """A document with something wrong; *name* tells it again: the seed, where it comes from, and what was done."""

    name: str
    root: etree._Element
    version: str

    @property
    def part(self) -> Part:
        return Part(InvoicePiece(root=self.root), 0)


def sources() -> list[tuple[str, etree._Element]]:
    found = []
    for path in (*corpus_files(), *shared_files()):
        for part in invoices(path):
            element = part.content.element
            if len(etree.tostring(element)) <= LONGEST:
                found.append((path.name, element))
    return found


def mutants(batch: int) -> list[Mutant]:
    """Return the mutants of a batch."""
    known = sources()
    found = []
    for number in range(batch, MUTANTS, BATCHES):
        chance = Random(f"{SEED}-{number}")
        name, root = chance.choice(known)
        changed, how = mutate(root, chance)
        changed = etree.fromstring(etree.tostring(changed))  # with the lines of a document of its own
        version = chance.choice(("3.0", "3.0", "2.01"))
        found.append(Mutant(f"{number} of {name} ({how}) as {version}", changed, version))
    return found


def read(mutant: Mutant) -> Document | None:
    """Return the document; None when it is refused, which has to say why."""
    try:
        return finvoice.read_part(mutant.part, Context())
    except EInvoiceError as error:
        assert error.exit_code in (3, 4), mutant.name
        assert error.message, mutant.name
        return None


def test_the_corpora_are_there() -> None:
    assert len(sources()) > 90


@pytest.mark.parametrize("batch", range(BATCHES))
def test_mutants_are_read_or_refused_and_lose_nothing_unsaid(batch: int) -> None:
    refused, wrong = 0, []
    for mutant in mutants(batch):
        document = read(mutant)
        readers_agree(mutant)
        if document is None:
            refused += 1
            continue
        said = list(document.findings)
        for each in said:
            assert each.code, mutant.name
            assert each.message, mutant.name
            assert each.path is None or each.path.startswith("/"), mutant.name
        written = einvoice.write(document.invoice, "finvoice", context=Context(), version=mutant.version)
        target = etree.fromstring(written.data)
        if lost := missing(mutant.root, target, [*said, *written.findings, *written.derived], by_name=False):
            wrong.append(f"mutant {mutant.name}: {lost[:4]}")
        writers_agree(document, mutant)
        for other in ("peppol-bis", "netvisor"):
            try:
                assert einvoice.write(document.invoice, other, context=CONTEXT).data, mutant.name
            except EInvoiceError as error:
                assert error.exit_code == 4, mutant.name
    assert wrong == []
    assert refused < MUTANTS / BATCHES / 2


def readers_agree(mutant: Mutant) -> None:
    """The compiled reader reads what the walker reads, or leaves the document to it."""
    try:
        fast, places = read_fast(MAPPING, mutant.root)
    except Slow:
        return
    walked = MAPPING.walk(mutant.root)
    assert walked.findings == [], mutant.name
    assert repr(_sorted(fast)) == repr(_sorted(walked.values)), mutant.name
    assert shown(places) == shown(walked.places), mutant.name


def writers_agree(document: Document, mutant: Mutant) -> None:
    """The compiled writer writes what the walker writes, or leaves the invoice to it."""
    mapping = mapping_of(mutant.version)
    view = project(document.invoice, Context(), mutant.version).view
    try:
        fast, lost = mapping.writer.write(view, view.currency)
    except Slow:
        return
    element, findings = mapping.build(view, view.currency)
    assert fast.decode().partition("?>\n")[2] == render_xml(element, mapping.syntax), mutant.name
    assert lost == findings, mutant.name


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [_sorted(item) for item in value]
    return value


@pytest.mark.parametrize("data", [b"<Finvoice/>", b"<Finvoice Version='3.0'/>", b"<Finvoice><InvoiceRow/></Finvoice>"])
def test_next_to_nothing_is_read_or_refused(data: bytes) -> None:
    try:
        document = einvoice.read(data, context=Context())
    except EInvoiceError as error:
        assert error.exit_code in (3, 4)
    else:
        assert [f.code for f in document.findings if f.severity == "error"]
        for version in ("3.0", "2.01"):
            assert einvoice.write(document.invoice, "finvoice", version=version).data
