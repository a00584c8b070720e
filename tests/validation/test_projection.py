"""Official rules on other formats: what the invoice says in UBL is judged, findings lead to the source."""

import json
import random
import re

import pytest

import einvoice
from einvoice import Context, xml
from einvoice.validation import validate, validate_many
from einvoice.validation.places import Finder, Node
from einvoice.validation.projection import Projection

from .samples import CORPORA, NETVISOR, UBL, changed

CONTEXT = Context.load(CORPORA / "einvoice.toml")
SALE = "/root/salesinvoice"
PRODUCT = f"{SALE}/invoicelines/invoiceline/salesinvoiceproductline"


def spots(data, code, **how):
    """Return path, line and value of each finding with that code, by the official rules."""
    found = [f for report in validate_many(data, layers=["schematron"], **how) for f in report.findings]
    return [(f.path, f.line, f.value) for f in found if f.code == code]


# --- Netvisor ---------------------------------------------------------------------------------------

PLACES = [
    # document                                  code        place and value in the source
    ("negative/currency-nonsense.xml",          "BR-CL-04",
     (f"{SALE}/salesinvoiceamount/@iso4217currencycode", "EURO")),
    ("total-does-not-tie.xml",                  "BR-CO-16", (f"{SALE}/salesinvoiceamount", "1240,00")),
    ("negative/vat-rate-on-exempt-code.xml",    "BR-IC-05", (f"{PRODUCT}/productvatpercentage", "13,5")),
    ("negative/no-unit-price.xml",              "BR-26",    (PRODUCT, None)),
    ("negative/no-product-line.xml",            "BR-16",    (SALE, None)),
    ("draft.xml",                               "BR-02",    (SALE, None)),
    ("response-newest-elements.xml",            "BR-CL-24",
     ("/Root/SalesInvoice/SalesInvoiceAttachments/SalesinvoiceAttachment/mimetype", "text/plain")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "code", "place"), PLACES, ids=[f"{p[0]}-{p[1]}" for p in PLACES])
def test_a_finding_names_the_place_in_the_netvisor_document(name, code, place):
    data = (CORPORA / "netvisor" / name).read_bytes()
    root = xml.parse(data)
    ((path, line, value),) = spots(data, code, context=CONTEXT)
    assert (path, value) == place
    elements = {xml.path_of(element): element for element in root.iter("*")}
    assert line == elements[path.partition("/@")[0]].sourceline


def test_the_place_is_that_of_the_invoice_in_its_batch():
    data = (CORPORA / "netvisor" / "batch.xml").read_bytes()
    spoilt = data.replace(b">NO<", b">XX<")  # the country of buyer and delivery of the third invoice
    third = "/root/salesinvoicebatch/items/item[3]/itemdata/salesinvoice"
    assert sorted(spots(spoilt, "BR-CL-14", context=CONTEXT)) == [
        (f"{third}/deliveryaddresscountrycode", 87, "XX"),
        (f"{third}/invoicingcustomercountrycode", 82, "XX"),
    ]


def test_the_remedy_says_that_it_speaks_of_ubl():
    (finding,) = [f for f in validate((CORPORA / "netvisor/draft.xml").read_bytes()).findings if f.code == "BR-02"]
    assert finding.fix.startswith("change the source, or the context, so that the invoice is right in UBL: ")
    assert finding.layer == "en16931" and finding.terms == ("BT-1",)


def test_every_place_exists_in_its_document():
    """Over all documents, without context as well: each path is there, its line is right, its value too."""
    checked = 0
    for path in sorted(CORPORA.glob("netvisor/**/*.xml")):
        for context in (CONTEXT, Context()):
            try:
                reports = list(validate_many(path.read_bytes(), layers=["schematron"], context=context))
            except einvoice.EInvoiceError:
                continue
            encoding = "iso-8859-15" if "undeclared" in path.name else None
            root = xml.parse(path.read_bytes(), encoding=encoding)
            elements = {xml.path_of(element): element for element in root.iter("*")}
            for finding in (f for report in reports for f in report.findings if f.layer == "en16931"):
                place, _, attribute = finding.path.partition("/@")
                element = elements[place]
                assert finding.line == element.sourceline
                if finding.value is not None:
                    assert finding.value == (element.get(attribute) if attribute else element.text), finding
                checked += 1
    assert checked > 100


# --- the canonical invoice --------------------------------------------------------------------------


def test_a_finding_names_the_json_pointer():
    invoice = einvoice.read(UBL.encode()).invoice
    lines = (invoice.lines[0], invoice.lines[1].model_copy(update={"item_name": None}), *invoice.lines[2:])
    faulty = invoice.model_copy(update={"currency": "EURO", "lines": lines})
    report = validate(faulty)
    found = {finding.code: finding for finding in report.findings if finding.layer == "en16931"}
    assert (found["BR-CL-04"].path, found["BR-CL-04"].value, found["BR-CL-04"].line) == ("/currency", "EURO", None)
    assert (found["BR-25"].path, found["BR-25"].value) == ("/lines/1", None)
    data = einvoice.write(faulty, "model").data
    assert validate(data).findings == report.findings
    listed = json.dumps([json.loads(einvoice.write(invoice, "model").data), json.loads(data)]).encode()
    assert [f.path for f in list(validate_many(listed))[1].findings if f.code == "BR-25"] == ["/1/lines/1"]


# --- every value has a way back ---------------------------------------------------------------------


def values_of(root):
    """Yield every text and attribute of a UBL document."""
    for element in root.iter("*"):
        if not len(element):
            yield Node(element)
        for name in element.attrib:
            yield Node(element, str(name))


@pytest.mark.parametrize(
    "name",
    ["netvisor/invoice-two-vat-rates.xml", "netvisor/response-newest-elements.xml", "peppol-bis/everything.xml"],
)
def test_values_lead_to_where_they_were_read(name):
    """Every value leads somewhere, and most of them to the same text, spelled as the source spells it."""
    document = einvoice.read(CORPORA / name, context=CONTEXT)
    projection = Projection(document)
    exact = 0
    for node in values_of(projection.root):
        spot = projection.spot(node)
        assert spot.path is not None
        if spot.value is not None and node.value is not None:
            numbers = [re.sub(r"[^0-9a-z]", "", text.lower()).strip("0") for text in (spot.value, node.value)]
            exact += numbers[0] == numbers[1]
    assert exact > 30


def test_notes_that_the_writer_joins_lead_to_what_holds_them():
    before, after = (f"<salesinvoicefreetext{where}lines>" for where in ("before", "after"))
    document = einvoice.read(
        changed(NETVISOR, (f"{before}.*?</", f"{before}Hello</"), (f"{after}.*?</", f"{after}Bye</"))
    )
    projection = Projection(document)
    (note,) = (node for node in values_of(projection.root) if node.path == "/Invoice/Note")
    assert "Hello" in note.value and "Bye" in note.value
    assert projection.spot(note).path == SALE


MOVED = [
    # in UBL                                            # in the canonical invoice
    ("/*:Invoice/*:BuyerReference",                     "/buyer/identifiers/0/value"),
    ("/*:Invoice/*:PaymentTerms/*:Note",                "/payment_conditions"),
    ("/*:Invoice/*:AccountingCost",                     "/buyer_proposed_account"),
    ("/*:Invoice/*:InvoiceLine[1]/*:Note",              "/lines/0/text_rows"),
    ("/*:Invoice/*:InvoiceLine[1]/*:AccountingCost",    "/lines/0/buyer_proposed_account"),
    ("/*:Invoice/*:InvoiceLine[1]/*:InvoicedQuantity/@unitCode", "/lines/0/unit_name"),
    ("/*:Invoice/*:Note",                               "/leading_text_rows"),
]  # fmt: skip


@pytest.mark.parametrize(("location", "pointer"), MOVED)
def test_what_the_writer_moves_is_found_where_it_was(location, pointer):
    invoice = {
        "invoice_number": "1",
        "currency": "EUR",
        "buyer": {"name": "Ostaja Oy", "identifiers": [{"value": "4367"}]},
        "buyer_proposed_account": "4000",
        "payment_conditions": {"net_days": 14},
        "leading_text_rows": ["row 1", "row 2"],
        "lines": [
            {"quantity": "1", "unit_name": "laatikko", "text_rows": ["a", "b"], "buyer_proposed_account": "4001"}
        ],
    }
    document = einvoice.read(json.dumps(invoice).encode())
    projection = Projection(document)
    node = Finder(projection.root).node(location)
    assert node.path == re.sub(r"\*:|\[1\](?=/)", "", location)
    assert projection.spot(node).path.startswith(pointer)


# --- what cannot be projected -----------------------------------------------------------------------


def test_an_invoice_that_cannot_be_written_is_not_checked(monkeypatch):
    def write(invoice, context, version=None):
        raise einvoice.LossError("there is no place for it")

    monkeypatch.setattr("einvoice.formats.ubl.write", write)
    report = validate(NETVISOR.encode(), context=CONTEXT)
    assert [(layer.layer, layer.status) for layer in report.layers] == [
        ("schema", "valid"), ("en16931", "skipped"), ("business", "valid"),
    ]  # fmt: skip
    assert report.layers[1].reason == (
        "the invoice cannot be written as UBL, which these rules judge: there is no place for it"
    )
    assert not report.checked and not report.valid


def test_spoilt_documents_are_judged_or_say_why_not():
    """No Netvisor document, however spoilt, makes the official rules fail in another way than the reader does."""
    draw = random.Random(20261120)
    pieces = re.split(r"(>[^<>]+<)", NETVISOR)
    texts = [n for n, piece in enumerate(pieces) if piece.startswith(">") and piece.strip("><").strip()]
    outcomes = set()
    for _ in range(60):
        spoilt = list(pieces)
        for n in draw.sample(texts, 2):
            spoilt[n] = draw.choice([">0<", ">-1,5<", ">x<", ">2026-01-01<", "><", ">ä<", ">999999999999<"])
        report = validate("".join(spoilt).encode(), layers=["schematron"], context=CONTEXT)
        outcomes.add(report.layers[0].status)
        assert report.layers[0].status != "skipped" or report.error is not None
    assert outcomes == {"valid", "invalid", "skipped"}
