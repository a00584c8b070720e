"""The mutants themselves: the same again from the same number, well-formed, of every kind; and shrinking."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from random import Random
from xml.etree import ElementTree

import pytest
from lxml import etree
from tests.oracle import ROOT, mutants
from tests.oracle import spellings as sp
from tests.oracle.mutants import KINDS, Mutant, expectations, mutant, seeds, shrink
from tests.oracle.official import judge
from tests.oracle.operations import Work
from tests.oracle.seeds import corpora
from tests.oracle.shrink import well_formed
from tests.oracle.vocabulary import CBC, FOREIGN, ROOTS

MANY = 6000


@pytest.fixture(scope="module")
def own() -> list[Mutant]:
    """Mutants of our corpora, which are there without the shared folder."""
    return list(mutants.mutants(3, 400, corpora()))


@pytest.fixture(scope="module")
def many(shared: object) -> list[Mutant]:
    """Mutants of all seeds, as the fuzzer draws them."""
    return list(mutants.mutants(1, MANY))


@pytest.fixture
def everything() -> bytes:
    (seed,) = [seed for seed in corpora() if seed.name.endswith("/everything.xml")]
    return seed.data


def meaning(data: bytes) -> object:
    """Return what a document says, without prefixes, comments and the spelling of its text."""

    def of(element: ElementTree.Element) -> object:
        return element.tag, sorted(element.attrib.items()), element.text or "", element.tail or "", [*map(of, element)]

    return of(ElementTree.fromstring(data))


def test_same_number_same_mutants(own):
    assert list(mutants.mutants(3, 400, corpora())) == own
    assert [one.data for one in mutants.mutants(4, 400, corpora())] != [one.data for one in own]


def test_each_can_be_made_alone(own):
    assert [mutant(3, index, corpora()) for index in (399, 0, 17)] == [own[399], own[0], own[17]]
    assert list(mutants.mutants(3, 20, corpora())) == own[:20]


def test_another_process_makes_the_same(own):
    """Sets and dictionaries of another process run in another order; mutants must not follow it."""
    code = (
        "import hashlib; from tests.oracle.mutants import mutants; from tests.oracle.seeds import corpora;"
        "found = b''.join(one.name.encode() + one.data for one in mutants(3, 400, corpora()));"
        "print(hashlib.sha256(found).hexdigest())"
    )
    expected = hashlib.sha256(b"".join(one.name.encode() + one.data for one in own)).hexdigest()
    for hash_seed in ("1", "2"):
        env = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == expected


def test_well_formed_without_document_type(own):
    for one in own:
        root = etree.fromstring(one.data, etree.XMLParser(resolve_entities=False, huge_tree=True))
        assert root.getroottree().docinfo.internalDTD is None, one.name
        meaning(one.data)


@pytest.mark.parametrize(
    ("case", "data", "good"),
    [
        ("valid_plain", b"<a/>", True),
        ("invalid_cut_off", b"<a>", False),
        ("invalid_prefix", b"<b:a/>", False),
        ("invalid_document_type", b"<!DOCTYPE a><a/>", False),
        ("invalid_encoding", "<a>ä</a>".encode("iso-8859-1"), False),
        ("invalid_twice_the_same_attribute", b'<a xmlns:b="u" xmlns:c="u" b:d="" c:d=""/>', False),
    ],
)
def test_what_counts_as_well_formed(case, data, good):
    assert well_formed(data) == good


def test_name_says_all(own):
    for one in own:
        assert one.name.startswith(f"{one.seed}/{one.index} of {one.source}: ")
        assert 1 <= len(one.operations) <= 3
        assert one.name.endswith(" + ".join(one.operations))
        assert all(said.partition(": ")[0] in KINDS for said in one.operations)


def test_every_mutant_differs_from_its_source(own):
    sources = {seed.name: seed.data for seed in corpora()}
    assert [one.name for one in own if one.data == sources[one.source]] == []


KEEP_THE_MEANING = [
    # operation        what it says first, of which each must come up
    (sp.cdata,         ("all", "two", "an empty one", "0 to")),
    (sp.reference,     ("decimal", "hexadecimal", "all")),
    (sp.prefix_below,  ("exchanged", "other at", "default")),
    (sp.prefixes,      ("other", "odd", "exchanged", "root prefixed", "cbc default", "cac default", "two for one",
                        "declared at", "more declared", "default namespace")),
    (sp.line_ends,     ("CR LF", "CR")),
    (sp.tag_spelling,  ("blanks before", "blanks around", "single quotes", "empty tags", "one attribute")),
    (sp.encoding,      tuple(sp.ENCODINGS)),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "kinds"), KEEP_THE_MEANING, ids=[row[0].__name__ for row in KEEP_THE_MEANING])
def test_another_spelling_keeps_the_meaning(everything, operation, kinds):
    expected = meaning(everything)
    seen = set()
    for number in range(400):
        work = Work(everything)
        on_text = operation not in (sp.cdata, sp.reference, sp.prefix_below)
        said = operation(work.text() if on_text else work, Random(number))
        made, words = said if on_text and said else (work.text(), said)
        matching = {kind for kind in kinds if words and words.startswith(kind)}
        if matching and (not isinstance(made, bytes) or well_formed(made)):
            seen |= matching
            assert meaning(made if isinstance(made, bytes) else made.encode()) == expected, words
    # The document has letters beyond ASCII: in Latin 1 without a declaration it is not well-formed.
    assert seen == set(kinds) - {"ISO-8859-1, not declared"}


@pytest.mark.conformance
def test_every_kind_occurs(many):
    assert set(KINDS) - {said.partition(":")[0] for one in many[:2000] for said in one.operations} == set()


def _depth(data: bytes) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(etree.fromstring(data, etree.XMLParser(huge_tree=True)), ("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


FEATURES: dict[str, Callable[[bytes], object]] = {
    "UTF-8 with a mark": lambda data: data.startswith(b"\xef\xbb\xbf"),
    "UTF-16 LE": lambda data: data.startswith(b"\xff\xfe"),
    "UTF-16 BE": lambda data: data.startswith(b"\xfe\xff"),
    "Latin 1": re.compile(rb'encoding="ISO-8859-1".*[\xc0-\xff]', re.DOTALL).search,
    "Latin 9": re.compile(rb'encoding="ISO-8859-15".*[\xc0-\xff]', re.DOTALL).search,
    "no declaration": lambda data: (
        not data.lstrip(b"\xef\xbb\xbf\xff\xfe").startswith((b"<?xml", b"<\0?\0", b"\0<\0?"))
    ),
    "CDATA in a text": re.compile(rb"\d<!\[CDATA\[").search,
    "character reference": re.compile(rb"&#x?[0-9A-F]+;").search,
    "comment in a text": re.compile(rb">[^<>\s]+<!--").search,
    "instruction in a text": re.compile(rb">[^<>\s]+<\?pi").search,
    "not a number": re.compile(rb'Amount currencyID="\w+">(NaN|INF)<').search,
    "exponent": re.compile(rb'Amount currencyID="\w+">-?[\d.]+[eE][+-]?\d').search,
    "17 decimals": re.compile(rb"Amount.{0,30}\.\d{17}<").search,
    "Arabic digit": re.compile("[٠-٩]".encode()).search,
    "non-breaking space": re.compile("\u00a0<".encode()).search,
    "date with a time zone": re.compile(rb"Date>\d{4}-\d\d-\d\d(Z|\+)").search,
    "no such day": re.compile(rb"Date>\d{4}-02-30<").search,
    "year of five digits": re.compile(rb"Date>1\d{4}-").search,
    "attribute in a namespace": lambda data: b":currencyID=" in data,
    "language": lambda data: b"xml:lang=" in data,
    "default namespace at a leaf": re.compile(rb'<\w+ xmlns="[^"]*CommonBasic').search,
    "prefixes exchanged": re.compile(rb'xmlns:cbc="[^"]*CommonAggregate').search,
    "foreign namespace": lambda data: FOREIGN.encode() in data,
    "root prefixed": lambda data: b"<ubl:Invoice" in data,
    "envelope": lambda data: b"<Envelope" in data or b":Envelope" in data,
    "eighty levels": lambda data: _depth(data) > 80,
    "fifty lines": lambda data: data.count(b"<cac:InvoiceLine>") > 50,
    "empty root": lambda data: len(etree.fromstring(data)) == 0,
    **{
        f"seller of {land}": re.compile(
            rb"<cac:AccountingSupplierParty>(?:(?!</cac:AccountingSupplierParty>).)*"
            rb"<cbc:IdentificationCode>" + land.encode() + b"<",
            re.DOTALL,
        ).search
        for land in ("NO", "DK", "IT", "SE", "GR", "EL", "IS", "NL", "DE")
    },
    **{
        f"category {category}": re.compile(
            rb"<cac:(?:Classified)?TaxCategory>\s*<cbc:ID>" + category.encode() + b"<"
        ).search
        for category in ("AE", "E", "G", "K", "L", "M", "O", "S", "Z", "B")
    },
}


@pytest.mark.conformance
@pytest.mark.parametrize("feature", FEATURES)
def test_feature_occurs(many, feature):
    assert any(FEATURES[feature](one.data) for one in many)


@pytest.mark.conformance
def test_seeds(shared):
    found = seeds()
    assert len({seed.name for seed in found}) == len(found)
    assert [seed.name for seed in found if etree.fromstring(seed.data).tag not in ROOTS] == []
    counted = {
        room: sum(seed.name.startswith(f"{room}/") for seed in found) for room in ("documents", "rules", "corpora")
    }
    on_disk = [path for path in shared("conformance", "documents").rglob("*") if path.suffix.lower() == ".xml"]
    assert counted == {"documents": len(on_disk), "rules": 1264, "corpora": len(corpora())}
    assert len(corpora()) > 40
    assert "corpora/peppol-bis/sbdh-envelope.xml" in {seed.name for seed in corpora()}


@pytest.mark.conformance
def test_expectations_hold(shared):
    """Each unit fragment passes and fails the rules it names, as often as it says: none was cut out wrongly."""
    wrong = []
    for one in expectations():
        found = [failed.rule for failed in judge(one.data, "en16931" if one.suite.startswith("en16931") else "peppol")]
        wrong += [f"{one.name}: {rule} fails" for rule in one.success if rule in found]
        wrong += [f"{one.name}: {rule} passes" for rule in one.fails if rule not in found]
        wrong += [
            f"{one.name}: {rule} not {times} times" for rule, times in one.times.items() if found.count(rule) != times
        ]
    assert wrong == []
    assert sum(len(one.success) + len(one.fails) for one in expectations()) == 1275
    assert {one.suite for one in expectations()} == {path.name for path in shared("conformance", "rules").iterdir()}
    assert {one.name: one.times for one in expectations()}["rules/en16931-invoice/BR-CL-03.xml#2"] == {"BR-CL-03": 17}


@pytest.mark.conformance
def test_fragment_keeps_its_prefixes(shared):
    (one,) = [one for one in expectations() if one.name == "rules/peppol-nl/NL-R-003.xml#1"]
    assert b"<doc:Invoice" in one.data
    assert etree.fromstring(one.data).nsmap["cbc"] == CBC


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-15"])
def test_shrinks_to_what_matters(everything, encoding):
    """What stays is the element that disagrees, its ancestors, and the attribute that it needs."""
    data = etree.tostring(etree.fromstring(everything), encoding=encoding, xml_declaration=True)
    calls = []

    def disagrees(candidate: bytes) -> bool:
        calls.append(candidate)
        found = etree.fromstring(candidate).iterfind(".//{*}TaxSubtotal/{*}TaxCategory/{*}Percent")
        return any(
            element.getparent().getparent().find("{*}TaxableAmount[@currencyID]") is not None for element in found
        )

    small = shrink(data, disagrees)
    assert disagrees(small)
    assert small.startswith(data[:2])
    root = etree.fromstring(small)
    assert root.getroottree().docinfo.encoding == encoding
    names = [etree.QName(element).localname for element in root.iter("*")]
    assert sorted(names) == ["Invoice", "Percent", "TaxCategory", "TaxSubtotal", "TaxTotal", "TaxableAmount"]
    assert [dict(element.attrib) for element in root.iter("*") if element.attrib] == [{"currencyID": "EUR"}]
    assert "".join(root.itertext()) == ""
    assert len(calls) < 400


def test_shrinking_keeps_the_spelling():
    """A disagreement that hangs on a CDATA section, a comment or a prefix must survive."""
    data = b"<a><b>1<![CDATA[2]]>3</b><c><!-- x --><d/></c>\n<e xmlns='u' f='1' g='2'/></a>"
    assert shrink(data, lambda candidate: b"<![CDATA[2]]>" in candidate) == b"<a><b><![CDATA[2]]></b></a>"
    assert shrink(data, lambda candidate: b"<!-- x -->" in candidate) == b"<a><c><!-- x --></c></a>"
    assert shrink(data, lambda candidate: b"g='2'" in candidate) == b"<a><e g='2'/></a>"


def test_wide_document_shrinks_with_few_questions():
    calls = []

    def disagrees(candidate: bytes) -> bool:
        calls.append(candidate)
        return b"<b>777</b>" in candidate

    data = b"<a>" + b"".join(b"<b>%d</b>" % number for number in range(2000)) + b"</a>"
    assert shrink(data, disagrees) == b"<a><b>777</b></a>"
    assert len(calls) < 200


def test_shrinks_a_mutant(own):
    one = max(own, key=lambda one: len(one.data))
    assert len(shrink(one, lambda _: True)) < 500 < len(one.data)


def test_nothing_to_shrink(everything):
    with pytest.raises(ValueError, match="does not disagree"):
        shrink(everything, lambda _: False)


@pytest.mark.conformance
def test_command_line(shared, capfdbinary):
    assert mutants.main(["1", "5"]) == 0
    out, err = capfdbinary.readouterr()
    assert out == mutant(1, 5).data
    assert err.decode().strip() == mutant(1, 5).name
