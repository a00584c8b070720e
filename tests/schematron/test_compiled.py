"""Compiled rules say what `exact.py` says, field for field, and say it themselves for every ordinary document."""

import gc
import subprocess
import sys
import threading
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal, getcontext, localcontext

import pytest
from lxml import etree
from tests.oracle.mutants import mutant, seeds
from tests.oracle.seeds import corpora
from tests.schematron.fuzz import seed
from tests.schematron.sides import Watched, ours

from einvoice import xml
from einvoice.errors import NotWellFormed
from einvoice.schematron import library
from einvoice.schematron.build import stale
from einvoice.schematron.light import MAX_PATHS, TreePath
from einvoice.schematron.native import Native
from einvoice.schematron.result import Result

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
NAMES = f'xmlns="{UBL}Invoice-2" xmlns:cac="{UBL}CommonAggregateComponents-2" xmlns:cbc="{UBL}CommonBasicComponents-2"'

PARTS = 4
MUTANTS = 300
EXCEPTIONS: dict[str, str] = {}
"""Documents of which something is left to `exact.py`, with the reason."""


def exactly(data: bytes, root: etree._Element | None = None) -> tuple[Result, ...]:
    """Return what `exact.py` says of *data* by our rules."""
    root = xml.parse(data, faithful=True) if root is None else root
    exacts = [rules.program.exact for rules in ours().values()]
    return tuple(exact.judge(exact.document(root)) for exact in exacts)


def natively(data: bytes) -> tuple[Result, ...]:
    """Return what compiled rules say."""
    return library.judge(tuple(ours().values()), data)


@pytest.fixture(scope="module")
def example() -> bytes:
    """Our document with every element, which fails nothing."""
    (found,) = [each.data for each in corpora() if each.name.endswith("/everything.xml")]
    return found


# ---------------------------------------------------------------------------------------------------------------
# What ships


@pytest.mark.parametrize("id", library.MAIN)
def test_compiled_files_are_current(id):
    assert stale(id) == [], "run: python -m einvoice.schematron.build"


@pytest.mark.parametrize("id", library.MAIN)
def test_everything_is_compiled(id):
    assert library.built_in(id).unsupported == ()
    assert library.built_in(id).program.whole == ()


# ---------------------------------------------------------------------------------------------------------------
# The same as exact.py


@pytest.mark.conformance
@pytest.mark.parametrize("part", range(PARTS))
def test_same_result_on_published_documents_and_fragments(part):
    for each in seeds()[part::PARTS]:
        assert natively(each.data) == exactly(each.data), each.name


@pytest.mark.parametrize("part", range(PARTS))
def test_same_result_on_mutants_of_our_documents(part):
    """Without the shared folder, too."""
    for index in range(part, MUTANTS, PARTS):
        one = mutant(seed() + 2, index, corpora())
        assert natively(one.data) == exactly(one.data), one.name


@pytest.mark.conformance
@pytest.mark.parametrize("part", range(PARTS))
def test_same_result_on_mutants_of_all_documents(part):
    for index in range(part, MUTANTS, PARTS):
        one = mutant(seed() + 3, index)
        assert natively(one.data) == exactly(one.data), one.name


ROOTS = [
    # case                       document
    ("no_namespace",             "<Invoice/>"),
    ("invoice_of_credit_notes",  f'<Invoice xmlns="{UBL}CreditNote-2"/>'),
    ("order",                    f'<Order xmlns="{UBL}Order-2"/>'),
    ("invoice_inside",           f"<envelope><Invoice {NAMES}><cbc:ID>1</cbc:ID></Invoice></envelope>"),
    ("two_invoices_inside",      f"<list><Invoice {NAMES}/><Invoice {NAMES}><cac:InvoiceLine/></Invoice></list>"),
    ("line_as_root",             f"<cac:InvoiceLine {NAMES}><cbc:ID>1</cbc:ID></cac:InvoiceLine>"),
    ("party_as_root",            f"<cac:Party {NAMES}><cac:PostalAddress/></cac:Party>"),
    ("leaf_as_root",             f"<cbc:ID {NAMES} schemeID='0088'>1</cbc:ID>"),
    ("amount_as_root",           f"<cbc:Amount {NAMES}>1.234</cbc:Amount>"),
    ("empty_root",               f"<Invoice {NAMES}/>"),
    ("blank_root",               f"<Invoice {NAMES}> \n </Invoice>"),
    ("text_in_root",             f"<Invoice {NAMES}>text</Invoice>"),
    ("comment_in_root",          f"<Invoice {NAMES}> <!-- a --> <!-- b --> </Invoice>"),
    ("instruction_in_root",      f"<Invoice {NAMES}> <?a b?> </Invoice>"),
    ("comment_around_root",      f"<!-- a --><Invoice {NAMES}/><!-- b --><?c d?>"),
    ("attribute_of_root",        f"<Invoice {NAMES} schemeID='0088' currencyID=''/>"),
    ("empty_lines",              f"<Invoice {NAMES}><cac:InvoiceLine/><cac:InvoiceLine> </cac:InvoiceLine></Invoice>"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "document"), ROOTS, ids=[row[0] for row in ROOTS])
def test_same_result_on_strange_roots(case, document):
    data = document.encode()
    assert natively(data) == exactly(data)


@pytest.mark.conformance
@pytest.mark.parametrize(("case", "document"), ROOTS, ids=[row[0] for row in ROOTS])
def test_official_rules_say_the_same_of_strange_roots(case, document):
    """By their rule files, since the XSLT of the oracle takes no other roots."""
    from tests.schematron.sides import differences, side

    data = document.encode()
    expected = side("official", "saxon").verdicts(data)
    for rules in ("ours", "official"):
        assert [str(each) for each in differences(side(rules, "native").verdicts(data), expected)] == []


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "iso-8859-1", "windows-1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_comments_in_values_are_seen_in_every_encoding(example, encoding):
    text = etree.tostring(xml.parse(example), encoding="unicode")
    name = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(encoding, encoding)
    split = text.replace("EUR<", "E<!-- c -->UR<")
    assert split != text
    data = f'<?xml version="1.0" encoding="{name}"?>{split}'.encode(encoding, "xmlcharrefreplace")
    if encoding == "utf-7":
        data = data.replace(b"+ADwAIQ-", b"+ADwAIQAtAC0-").replace(b"<!--", b"+ADwAIQAtAC0-")
        assert b"<!--" not in data
    engine = Watched(ours())
    assert engine.judge(data) == exactly(data)
    assert engine.whole == 1


# ---------------------------------------------------------------------------------------------------------------
# Ordinary documents are judged by compiled rules alone


@pytest.mark.conformance
def test_nothing_of_an_ordinary_document_is_left_to_exact():
    engine = Watched(ours())
    for each in seeds():
        if each.name.startswith("rules/"):
            continue
        engine.documents = 0
        engine.parts.clear()
        results = engine.judge(each.data)
        if any(result.errors for result in results) or each.name in EXCEPTIONS:
            assert engine.documents, f"{each.name} is no exception"
        else:
            assert (engine.documents, dict(engine.parts)) == (0, {}), each.name


def test_a_valid_document_needs_nothing_of_exact(example):
    """In a process of its own: neither the interpreter nor the parser of expressions is loaded."""
    code = (
        "import sys; from einvoice.schematron import library;"
        "rules = [library.built_in(id) for id in library.MAIN];"
        "found = library.judge(rules, sys.stdin.buffer.read());"
        "print([each.failed_ids for each in found], 'elementpath' in sys.modules,"
        "      'einvoice.schematron.evaluate' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=example, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[(), (), ()] False False"


# ---------------------------------------------------------------------------------------------------------------
# Threads, sizes, memory


@pytest.mark.conformance
def test_threads_get_the_same_results():
    documents = [each.data for each in seeds() if len(each.data) < 100_000][::4]
    expected = [natively(data) for data in documents]
    engine = Native(*(rules.program for rules in ours().values()))
    start = threading.Barrier(8)

    def work(number: int) -> list[int]:
        start.wait()
        order = [*range(number * 40, len(documents)), *range(number * 40)]
        return [place for place in order if engine.judge(documents[place]) != expected[place]]

    with ThreadPoolExecutor(8) as pool:
        assert [*pool.map(work, range(8))] == [[]] * 8


def many_paths(count: int, prefix: str = "p") -> bytes:
    """Return an invoice with *count* distinct paths beside the usual ones."""
    extra = "".join(f"<{prefix}{number}>1.234</{prefix}{number}>" for number in range(count))
    return f"<Invoice {NAMES}><cbc:ID>1</cbc:ID>{extra}<cac:InvoiceLine/></Invoice>".encode()


def many_lines(count: int) -> bytes:
    """Return an invoice of *count* lines with one wrong sum."""
    line = (
        "<cac:InvoiceLine><cbc:ID>{0}</cbc:ID><cbc:InvoicedQuantity unitCode='C62'>1</cbc:InvoicedQuantity>"
        "<cbc:LineExtensionAmount currencyID='EUR'>1.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>a</cbc:Name>"
        "<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID>"
        "</cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID='EUR'>1.00"
        "</cbc:PriceAmount></cac:Price></cac:InvoiceLine>"
    )
    lines = "".join(line.format(number) for number in range(count))
    total = (
        "<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID='EUR'>1.00</cbc:LineExtensionAmount>"
        "</cac:LegalMonetaryTotal>"
    )
    return f"<Invoice {NAMES}>{total}{lines}</Invoice>".encode()


def deep(levels: int) -> bytes:
    """Return an invoice with *levels* allowances, one in the other."""
    inside = "<cbc:Amount>1.234</cbc:Amount>"
    for _ in range(levels - 2):
        inside = f"<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>{inside}</cac:AllowanceCharge>"
    return f"<Invoice {NAMES}>{inside}</Invoice>".encode()


SIZES = [("many_paths", many_paths(6000)), ("deep", deep(64)), ("deeper", deep(200)), ("lines", many_lines(600))]


@pytest.mark.parametrize(("case", "data"), SIZES, ids=[row[0] for row in SIZES])
def test_same_result_on_large_documents(case, data):
    assert natively(data) == exactly(data)


def test_ten_thousand_lines():
    """Also when an assertion fails at each of them, in time that grows with the lines and not with their square."""
    engine = Watched(ours())
    en16931, peppol = engine.judge(many_lines(10_000))
    assert engine.documents == 0
    assert "BR-CO-10" in en16931.failed_ids
    assert en16931.rules_fired > 100_000
    assert peppol.failed_ids.count("PEPPOL-EN16931-R120") == 0

    def seconds(count: int) -> float:
        data = many_lines(count).replace(b"<cbc:Name>a</cbc:Name>", b"")
        start = time.process_time()
        en16931, _ = natively(data)
        assert en16931.failed_ids.count("BR-25") == count
        return time.process_time() - start

    seconds(10)
    assert seconds(4000) < 2 * 4 * max(seconds(1000), 0.05)


def test_paths_of_old_documents_are_forgotten():
    engine = Native(*(rules.program for rules in ours().values()))

    def paths() -> int:
        gc.collect()
        return sum(type(each) is TreePath for each in gc.get_objects())

    before = paths()
    for number in range(12):
        engine.judge(many_paths(1000, f"p{number}x"))
        assert paths() - before < MAX_PATHS + 1100
    small = many_paths(1)
    assert engine.judge(small) == exactly(small)


def test_a_document_that_is_refused_leaves_nothing_behind(example):
    engine = Native(*(rules.program for rules in ours().values()))
    before = engine.judge(example)
    with pytest.raises(NotWellFormed):
        engine.judge(example[:-20])
    assert engine.judge(example) == before


def test_an_interrupted_run_leaves_nothing_behind(example, monkeypatch):
    engine = Native(*(rules.program for rules in ours().values()))
    before = engine.judge(example)

    def interrupted(document: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(engine, "_judge", interrupted)
    with pytest.raises(KeyboardInterrupt):
        engine.judge(example)
    monkeypatch.undo()
    assert gc.isenabled()
    assert engine.judge(example) == before


def test_memory_is_given_back():
    documents = [many_lines(60), many_paths(400), deep(64)]
    for data in documents:
        natively(data)
        exactly(data)
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for data in documents * 2:
            natively(data)
            exactly(data)
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert kept < 1_000_000, f"{kept:,} bytes"


def test_settings_of_the_caller_do_not_matter_and_are_kept(example):
    failing = many_lines(7)
    expected = natively(example), natively(failing)
    gc.disable()
    try:
        with localcontext() as context:
            context.prec = 2
            assert (natively(example), natively(failing)) == expected
            assert exactly(failing) == expected[1]
            assert getcontext().prec == 2
            assert Decimal("1.234") * 2 == Decimal("2.5")
        assert not gc.isenabled()
    finally:
        gc.enable()
