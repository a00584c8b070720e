"""The Netvisor samples: sums, numbers, context, grammar of 2021, and faults where faults are meant."""

import base64
import csv
import io
import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from tests.corpora.expectations import CORPORA, samples
from tests.corpora.invented import check_finnish_reference, check_parties
from tests.corpora.netvisor_documents import invoices, parse

POSITIVE = samples("netvisor")
UNDECLARED = "encoding-iso-8859-15-undeclared.xml"
WITHOUT_INVOICE = {
    "response-created.xml",
    "response-failed.xml",
    "response-list-empty.xml",
    "response-list.xml",
    "response-not-found.xml",
}
DECLARED_AND_FROM_LINES = {
    "total-does-not-tie.xml": ("1240.00", "153.76"),
    "total-one-cent-off.xml": ("94.54", "94.55"),
    "total-empty.xml": (None, "67.53"),
    "total-zero-netvisor-prices.xml": ("0", "0.00"),
    "customer-discount.xml": (None, "39.50"),
}
"""Totals that do not tie on purpose: what is declared, what the lines give."""

BEYOND_DTD_2021 = {
    "custom-tags-type-attribute.xml",
    "customer-by-organization-unit.xml",
    "customer-discount.xml",
    "elements-outside-documentation.xml",
    "order.xml",
}
"""What the grammar of 2021 does not know yet, or spells otherwise."""


def data_of(path: Path) -> bytes:
    """Return the bytes, with the declaration that the undeclared sample lacks."""
    data = path.read_bytes()
    return b'<?xml version="1.0" encoding="ISO-8859-15"?>\n' + data if path.name == UNDECLARED else data


def context(name: str = "einvoice.toml") -> dict[str, Any]:
    return tomllib.loads((CORPORA / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_total_is_the_sum_of_rounded_lines(path: Path) -> None:
    found = invoices(data_of(path))
    assert bool(found) == (path.name not in WITHOUT_INVOICE)
    for invoice in found:
        declared, from_lines = DECLARED_AND_FROM_LINES.get(path.name, (str(invoice.declared), str(invoice.declared)))
        assert invoice.declared == (None if declared is None else Decimal(declared))
        assert invoice.from_lines == Decimal(from_lines)


@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_references_are_valid(path: Path) -> None:
    for reference in parse(data_of(path)).iter("salesinvoicereferencenumber", "referencenumber"):
        if reference.text:
            check_finnish_reference(reference.text)


@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_context_knows_customer_and_units(path: Path) -> None:
    here = context()
    codes = {customer["code"] for customer in here["customers"]}
    addresses = {"0037" + customer.get("business_id", "").replace("-", "") for customer in here["customers"]}
    for invoice in invoices(data_of(path)):
        assert invoice.customer in (addresses if invoice.customer_kind == "organizationunitnumber" else codes)
        assert invoice.units <= set(here["units"])


def test_credit_notes_are_negative_with_positive_prices() -> None:
    for name in ("credit-note.xml", "credit-note-line-sums.xml"):
        data = (CORPORA / "netvisor" / name).read_bytes()
        (invoice,) = invoices(data)
        assert invoice.declared is not None
        assert invoice.declared < 0
        assert all(quantity < 0 for quantity in invoice.quantities)
        assert not any((price.text or "").startswith("-") for price in parse(data).iter("productunitprice"))


def test_voucher_lines_balance() -> None:
    root = parse((CORPORA / "netvisor" / "voucher-lines.xml").read_bytes())
    sums = [Decimal((element.text or "").replace(",", ".")) for element in root.iter("linesum")]
    assert len(sums) == 3
    assert sum(sums) == 0


def test_attached_pdfs_are_whole() -> None:
    for name, count in (("attachments.xml", 1), ("batch-shared-attachments.xml", 2)):
        root = parse((CORPORA / "netvisor" / name).read_bytes())
        pdfs = [e.text or "" for e in root.iter("documentdata", "data") if e.get("type") == "pdf"]
        assert len(pdfs) == count
        for text in pdfs:
            assert "\n" in text, "Base64 without line breaks shows nothing"
            pdf = base64.b64decode(text)
            assert pdf.startswith(b"%PDF-1.4")
            assert pdf.endswith(b"%%EOF\n")


def test_texts_reach_their_limits() -> None:
    root = parse((CORPORA / "netvisor" / "text-lengths-at-limit.xml").read_bytes())
    limits = {
        "salesinvoicenumber": 18,
        "salesinvoicefreetextbeforelines": 500,
        "salesinvoiceyourreference": 200,
        "invoicingcustomername": 250,
        "salesinvoiceagreementidentifier": 35,
        "productname": 200,
        "salesinvoiceproductlinefreetext": 255,
        "productunitname": 14,
    }
    assert {name: len(root.findtext(f".//{name}") or "") for name in limits} == limits


def test_encodings_hold_what_only_they_can_hold() -> None:
    raw = (CORPORA / "netvisor" / UNDECLARED).read_bytes()
    assert b"\xa4" in raw, "the euro sign of ISO-8859-15"
    with pytest.raises(etree.XMLSyntaxError):
        parse(raw)
    for name in ("encoding-iso-8859-15.xml", "encoding-utf-16.xml", "encoding-utf-8-bom.xml"):
        texts = "".join(parse((CORPORA / "netvisor" / name).read_bytes()).itertext())
        assert "€" in texts
        assert "Šakkilinna" in texts


def test_context_numbers_are_valid() -> None:
    here = context()
    check_parties([here["seller"], *here["customers"]])


def test_csv_context_says_the_same() -> None:
    inline, table = context(), context("einvoice-with-csv.toml")
    assert table.pop("customers") == "customers.csv"
    customers = inline.pop("customers")
    assert table == inline
    text = (CORPORA / "customers.csv").read_text(encoding="utf-8")
    rows = [{key: value for key, value in row.items() if value} for row in csv.DictReader(io.StringIO(text))]
    as_text = {True: "true", False: "false"}
    assert rows == [{k: as_text[v] if isinstance(v, bool) else v for k, v in c.items()} for c in customers]


@pytest.mark.conformance
@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_import_follows_the_grammar_of_2021(path: Path, shared: Callable[..., Path]) -> None:
    root = parse(data_of(path))
    if root.find("salesinvoice/invoicelines") is None or root.find("responsestatus") is not None:
        documents = [etree.ElementTree(_wrapped(found)) for found in root.iter("salesinvoice") if _is_batch_item(found)]
    else:
        documents = [root.getroottree()]
    grammar = shared("corpora", "netvisor", "dtd", "salesinvoice-2021.dtd").read_text(encoding="utf-8")
    dtd = etree.DTD(io.StringIO("\n".join(grammar.strip().splitlines()[1:-1])))
    for document in documents:
        assert dtd.validate(document) == (path.name not in BEYOND_DTD_2021), dtd.error_log


def _is_batch_item(element: etree._Element) -> bool:
    return any(ancestor.tag == "itemdata" for ancestor in element.iterancestors())


def _wrapped(invoice: etree._Element) -> etree._Element:
    root = etree.Element("root")
    root.append(invoice)
    return root


def _without_doctype(data: bytes) -> bytes:
    """Return *data* without its document type declaration and entity references: a sound document must remain."""
    return re.sub(rb"<!DOCTYPE root (\[.*?\]|SYSTEM .*?)>\n|&\w+;", b"", data, flags=re.DOTALL)


NOT_WELL_FORMED = {
    "binary.xml",
    "empty.xml",
    "encoding-declared-wrongly.xml",
    "encoding-unknown.xml",
    "truncated.xml",
    "unescaped-ampersand.xml",
}


@pytest.mark.parametrize("path", samples("netvisor/negative"), ids=lambda path: path.name)
def test_negative_sample_is_broken_where_it_says(path: Path) -> None:
    data = path.read_bytes()
    if path.name in NOT_WELL_FORMED:
        with pytest.raises(etree.XMLSyntaxError):
            parse(data)
        return
    forbidden = path.name.startswith("doctype-")
    assert (b"<!DOCTYPE" in data) == forbidden
    root = parse(_without_doctype(data) if forbidden else data)
    signs = {
        "doctype-external-entity.xml": b'SYSTEM "file:',
        "doctype-billion-laughs.xml": b"&a8;&a8;",
        "doctype-without-entities.xml": b"<!DOCTYPE",
        "wrong-root.xml": b"<laskut>",
        "purchase-invoice.xml": b"<purchaseinvoice>",
        "impossible-date.xml": b">2026-02-30<",
        "letters-in-amount.xml": b">kaksitoista<",
        "thousands-separator.xml": b">1.240,00<",
        "currency-nonsense.xml": b'"EURO"',
        "unknown-vat-code.xml": b'"KOTI"',
        "purchase-vat-code.xml": b'"KOOS"',
        "vat-rate-on-exempt-code.xml": b'vatcode="EUMY">13,5<',
    }
    missing = {
        "no-product-line.xml": "salesinvoiceproductline",
        "no-unit-price.xml": "productunitprice",
        "no-customer.xml": "invoicingcustomeridentifier",
    }
    if path.name in missing:
        assert root.find(f".//{missing[path.name]}") is None
    else:
        assert signs[path.name] in data
