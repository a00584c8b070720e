"""The page for a browser: nothing is left out, each finding stands once beside its field, and no content commands."""

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as parser
from tests.report.documents import CORPORA, ERROR, NOTE, WARNING, judged, of_corpora, unread
from tests.report.test_show import SHOWN_OTHERWISE, leaves, without_blanks

import einvoice
from einvoice.findings import Finding
from einvoice.model import Address, DocumentTotals, Invoice, Line, Note, Party, SupportingDocument
from einvoice.report import html
from einvoice.report.baseline import Comparison
from einvoice.report.judged import Identity, Judged

HOSTILE = "\"'></style></title><script>alert(1)</script><img src=x onerror=alert(1)>&lt;\u202e\x00\x1b\ud800javascript:"


def tree(*documents: Judged, **named: object) -> parser.HtmlElement:
    return parser.document_fromstring(html.document(documents, **named).decode("utf-8"))  # type: ignore[arg-type]


def shown(invoice: Invoice, *findings: Finding, **named: object) -> Judged:
    return judged(*findings, invoice=invoice, **named)


def of(page: parser.HtmlElement, code: str) -> parser.HtmlElement:
    """Return the finding with *code* on the page."""
    (found,) = [each for each in page.find_class("finding") if each.findtext(".//code") == code]
    return found


@pytest.mark.parametrize(
    "file",
    [
        "peppol-bis/everything.xml",
        "netvisor/invoice-two-vat-rates.xml",
        "finvoice/everything.xml",
        "billecta/entry-all-members.json",
    ],
)
def test_page_holds_every_value(file: str) -> None:
    for document in einvoice.read_many(CORPORA / file):
        page = tree(shown(document.invoice), verdicts=False)
        there = without_blanks(page.find("body").text_content())
        absent = [
            (name, value)
            for name, value in leaves(document.invoice)
            if name not in SHOWN_OTHERWISE and without_blanks(value) not in there
        ]
        # What is kept of Finvoice and Billecta and says nothing to a reader is left out by `view`.
        assert [each for each in absent if each[0] != "native" or document.format == "netvisor"] == []


# ---------------------------------------------------------------------------------- no content commands

PLACES_OF_TEXT = Invoice(
    invoice_number=HOSTILE,
    currency=HOSTILE,
    buyer_reference=HOSTILE,
    seller=Party(name=HOSTILE, address=Address(line_1=HOSTILE, country_code=HOSTILE), native={HOSTILE: HOSTILE}),
    lines=(
        Line(identifier=HOSTILE, item_name=HOSTILE, unit_name=HOSTILE, text_rows=(HOSTILE,), native={"a": HOSTILE}),
    ),
    notes=(Note(subject_code=HOSTILE, text=HOSTILE),),
    supporting_documents=(SupportingDocument(external_location="javascript:alert(1)", filename=HOSTILE),),
    native={f"x:{HOSTILE}": HOSTILE},
)
HOSTILE_FINDING = Finding(HOSTILE, "error", "schema", HOSTILE, HOSTILE, (HOSTILE,), HOSTILE, 1, f"{HOSTILE}!")


def test_content_is_text_and_nothing_else() -> None:
    document = shown(PLACES_OF_TEXT, HOSTILE_FINDING, path=HOSTILE, format=HOSTILE, profile=HOSTILE)
    gone = Comparison(HOSTILE, 0, [(Identity(HOSTILE, 0, HOSTILE, HOSTILE), 1)])
    data = html.document([document, replace(document, invoice=None)], HOSTILE, comparison=gone).decode("utf-8")
    page = parser.document_fromstring(data)
    known = {
        "html", "head", "meta", "title", "style", "body", "div", "header", "h1", "h2", "h3", "span", "main", "section",
        "article", "table", "thead", "tbody", "tr", "th", "td", "a", "p", "b", "i", "code", "dl", "dt", "dd", "ol",
        "li", "input", "label", "details", "summary", "footer", "br",
    }  # fmt: skip
    assert {each.tag for each in page.iter()} <= known
    assert data.count("</style>") == data.count("</title>") == 1
    for element in page.iter():
        for name, value in element.attrib.items():
            assert name in ("lang", "charset", "http-equiv", "content", "name", "class", "id", "type", "checked", "for",
                            "href", "data-label", "colspan", "open")  # fmt: skip
            assert name != "href" or re.fullmatch(r"#d\d+(-f\d+)?", value)
    assert not any(character in data for character in "\x00\x1b\u202e\ud800")


def test_policy_forbids_all_but_the_style_of_the_page() -> None:
    page = tree(judged(ERROR))
    style = page.findtext("head/style") or ""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style
    assert "@import" not in style
    assert page.xpath("//@style | //script | //link | //img") == []


# ---------------------------------------------------------------------------------- findings


@pytest.mark.parametrize(
    "file",
    [
        "peppol-bis/negative/type-381-in-invoice.xml",
        "peppol-bis/negative/elements-outside-bis.xml",
        "finvoice/everything.xml",
        "netvisor/credit-note.xml",
        "billecta/entry-rot.json",
        "billecta/negative/vat-does-not-tie.json",
    ],
)
def test_each_finding_stands_once(file: str) -> None:
    context = "billecta.toml" if file.startswith("billecta") else "einvoice.toml"
    document = of_corpora(file, context)
    page = tree(document)
    ids = [each.get("id") for each in page.find_class("finding")]
    assert sorted(ids) == sorted(f"d1-f{n}" for n in range(1, len(document.findings) + 1))
    links = list(page.xpath("//ol//a/@href"))
    assert sorted(links) == (sorted(f"#{each}" for each in ids) if len(ids) > 1 else [])


INVOICE = Invoice(
    invoice_number="7",
    buyer=Party(name="B", vat_identifier="FI1"),
    lines=(Line(identifier="1", item_name="Coffee"), Line(identifier="2", item_name="Tea", quantity=None)),
    totals=DocumentTotals(),
)
PLACES = {
    "invoice_number": "/I/ID",
    "buyer.name": "/I/Buyer/Name",
    "buyer.vat_identifier": "/I/Buyer/Vat",
    "lines[0].item_name": "/I/Line[1]/Name",
    "lines[1].item_name": "/I/Line[2]/Name",
    "lines[1].identifier": "/I/Line[2]/ID",
}


@pytest.mark.parametrize(
    ("path", "terms", "model_path", "words"),
    [
        ("/I/Buyer/Vat", (), None, "FI1"),
        ("/I/Buyer/Vat/@scheme", (), None, "FI1"),
        ("/I/Line[2]/Name", (), None, "Tea"),
        ("/I/Line[2]/Price", (), None, "Tea"),
        ("/I/Line[2]", ("BT-129",), None, "Tea"),
        (None, (), "lines[1].quantity", "Tea"),
        (None, ("BT-115",), None, "amount due"),
        ("/I", ("BT-115",), None, "amount due"),
        ("/I/Buyer", ("BT-55",), None, "country"),
        (None, ("BT-5",), None, "currency"),
        ("/I/ID", (), None, "Document 7"),
        ("/I/Buyer", (), None, "Buyer"),
    ],
)
def test_finding_stands_beside_its_field(
    path: str | None, terms: tuple[str, ...], model_path: str | None, words: str
) -> None:
    finding = Finding("X-1", "error", "schema", "wrong", terms=terms, path=path, model_path=model_path)
    page = tree(shown(INVOICE, finding, places=PLACES))
    element = of(page, "X-1")
    before = " ".join(element.xpath("preceding::text()[normalize-space()][position() <= 3]")[::1])
    assert words in before


def test_finding_about_nothing_on_the_page_stands_at_its_top() -> None:
    page = tree(shown(INVOICE, Finding("X-1", "error", "schema", "wrong", path="/I/Signature"), NOTE, places=PLACES))
    (section,) = [each for each in page.iter("section") if each.findtext("h3") == "About the whole document"]
    assert [each.findtext(".//code") for each in section.find_class("finding")] == ["X-1", "EI-EDITION"]


def test_what_is_not_stated_appears_only_with_a_finding() -> None:
    assert "not stated" not in tree(shown(INVOICE)).text_content()
    page = tree(shown(INVOICE, Finding("X-1", "error", "schema", "wrong", terms=("BT-5",))))
    (missing,) = page.find_class("missing")
    assert missing.getparent().getprevious().text == "currency"


def test_cell_with_a_finding_is_marked_by_its_gravest() -> None:
    warning = Finding("X-1", "warning", "schema", "wrong", path="/I/Line[2]/Name")
    page = tree(shown(INVOICE, warning, replace(warning, code="X-2", severity="error"), places=PLACES))
    assert [each.text for each in page.find_class("marked")] == ["Tea"]
    assert page.find_class("marked")[0].get("class") == "name marked error"


def test_boxes_hide_by_severity_and_known() -> None:
    page = tree(judged(ERROR, ERROR, WARNING, NOTE, known=[1]))
    assert page.xpath("//input/@id") == ["show-error", "show-warning", "show-info", "show-known"]
    assert [each.text for each in page.iter("label")] == ["2 errors", "1 warning", "1 note", "1 of them known"]
    style = page.findtext("head/style") or ""
    for name, kind in (("error", "for-error"), ("warning", "for-warning"), ("info", "for-info"), ("known", "known")):
        assert f"#show-{name}:not(:checked) ~ main .{kind}" in style
        assert any(kind in each.get("class").split() for each in page.find_class("finding"))
    assert all(each.getparent() is page.find_class("page")[0] for each in page.iter("input"))
    assert page.find_class("page")[0].find("main") is not None


def test_document_without_findings_has_no_boxes() -> None:
    page = tree(shown(INVOICE))
    assert page.xpath("//input | //ol") == []


def test_file_that_could_not_be_read_says_so() -> None:
    page = tree(unread())
    (article,) = page.iter("article")
    assert article.findtext("h2") == "broken.xml could not be read"
    assert page.find_class("badge")[0].text == "Not checked"
    assert "fetch it again" in of(page, "EI-NOT-WELL-FORMED").text_content()


def test_layers_are_named_with_their_rules() -> None:
    there = tree(shown(INVOICE)).text_content()
    assert all(words in there for words in ("en16931/1.3.16", "1.3.16", "2026-04-10", "60"))
    skipped = tree(unread()).text_content()
    assert "Why: not well-formed XML" in skipped


def test_several_documents_have_a_table_with_links() -> None:
    page = tree(shown(INVOICE), unread(), judged(path="b.xml", index=1, several=True, invoice=INVOICE))
    table = page.get_element_by_id("overview")
    assert [each.get("href") for each in table.iter("a")] == ["#d1", "#d2", "#d3"]
    assert [each.text for each in table.iter("a")] == ["a.xml", "broken.xml", "b.xml (invoice 2)"]
    assert [each.get("id") for each in page.iter("article")] == ["d1", "d2", "d3"]


def test_no_longer_found_is_told() -> None:
    gone = Comparison("base.json", 0, [(Identity("a.xml", 0, "BR-CO-10", "/Invoice"), 2)])
    assert "a.xml: BR-CO-10 /Invoice (2 times)" in tree(judged(), comparison=gone).text_content()


def test_page_is_the_same_every_time() -> None:
    document = of_corpora("peppol-bis/negative/elements-outside-bis.xml")
    again = of_corpora("peppol-bis/negative/elements-outside-bis.xml")
    assert html.document([document]) == html.document([again])


def test_page_without_verdict_has_none() -> None:
    page = tree(shown(INVOICE, ERROR, layers=(), valid=False, checked=False), verdicts=False)
    assert page.find_class("badge") == []
    assert "What was checked" not in page.text_content()


def test_style_stands_in_the_package() -> None:
    assert Path(html.__file__).with_name("page.css").is_file()
