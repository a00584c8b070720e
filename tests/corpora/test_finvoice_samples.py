"""The Finvoice samples: schemas of their versions, sums, numbers, frames, attachments, faults where meant."""

import base64
import hashlib
import re
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from tests.corpora.expectations import CORPORA, samples
from tests.corpora.finvoice_documents import (
    amount,
    breakdown,
    check_arithmetic,
    check_barcode,
    check_numbers,
    currency_of,
    invoices,
    parts,
    priced_rows,
)
from tests.corpora.finvoice_expected import EXPECTED

FOLDER = CORPORA / "finvoice"
POSITIVE = samples("finvoice")
NEGATIVE = samples("finvoice/negative")
INVALID = {
    "default-namespace.xml",
    "elements-out-of-order.xml",
    "foreign-elements.xml",
    "iso-dates-decimal-points.xml",
    "version-label-wrong.xml",
}
"""Samples that no schema accepts: what makes them irregular is what they show."""

SCHEMAS = {version: f"Finvoice{version}.xsd" for version in ("1.3", "2.0", "2.01", "3.0")} | {"1.2": "Finvoice2.01.xsd"}
ROWS_DO_NOT_TIE = {"credit-note-discount-unsigned.xml"}
AMOUNT_DUE_DOES_NOT_TIE = {"credit-note-epi-unsigned.xml"}
CATEGORIES = {
    "without-vat-codes.xml": {Decimal(0): "AE"},
    "vat-code-e-intra-community.xml": {Decimal(0): "K"},
}
"""Categories that words and parties say and no code; a rate above zero without code is S."""


@pytest.fixture(scope="module")
def schemas(shared: Callable[..., Path]) -> dict[str, etree.XMLSchema]:
    found = {version: etree.XMLSchema(file=str(shared("official", "finvoice", n))) for version, n in SCHEMAS.items()}
    return found | {"": etree.XMLSchema(file=str(shared("official", "finvoice", "FinvoiceAttachments.xsd")))}


@pytest.mark.conformance
@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_official_schema_of_its_version(path: Path, schemas: dict[str, etree.XMLSchema]) -> None:
    for part in parts(path.read_bytes()):
        if part.kind == "Envelope":
            continue
        root = part.root
        schema = schemas[root.get("Version", "") if part.kind == "Finvoice" else ""]
        assert schema.validate(root) == (path.name not in INVALID), schema.error_log


@pytest.mark.conformance
def test_version_1_2_follows_its_grammar(shared: Callable[..., Path]) -> None:
    (root,) = invoices((FOLDER / "version-1.2-doctype.xml").read_bytes())
    with shared("official", "finvoice", "Finvoice1.3.dtd").open("rb") as file:
        dtd = etree.DTD(file)
    assert dtd.validate(root), dtd.error_log


@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_amounts_tie(path: Path) -> None:
    for root in invoices(path.read_bytes()):
        if path.name in AMOUNT_DUE_DOES_NOT_TIE:
            with pytest.raises(AssertionError, match="EPI amount"):
                check_arithmetic(root)
            continue
        if path.name in ROWS_DO_NOT_TIE:
            with pytest.raises(AssertionError, match="discount is not base"):
                check_arithmetic(root)
        check_arithmetic(root, rows_tie=path.name not in ROWS_DO_NOT_TIE)


@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_documents_say_what_is_expected(path: Path) -> None:
    found = invoices(path.read_bytes())
    assert len(found) == len(EXPECTED[path.name])
    for root, expected in zip(found, EXPECTED[path.name], strict=True):
        details = root.find("InvoiceDetails")
        total = amount(details, "InvoiceTotalVatIncludedAmount")
        due = amount(root, "EpiDetails/EpiPaymentInstructionDetails/EpiInstructedAmount")
        assert total is not None
        assert due is not None
        credit = root.findtext("InvoiceDetails/InvoiceTypeCode") == "INV02"
        sign = -1 if credit and total < 0 else 1
        assert root.findtext("InvoiceDetails/InvoiceNumber") == expected.number
        assert _day(root.findtext("InvoiceDetails/InvoiceDate")) == expected.issued
        assert _day(root.findtext(".//EpiDateOptionDate")) == expected.due
        assert currency_of(root) == expected.currency
        assert len(priced_rows(root)) == expected.lines
        assert sign * (amount(details, "InvoiceTotalVatExcludedAmount") or 0) == expected.net
        assert sign * (amount(details, "InvoiceTotalVatAmount") or 0) == expected.vat
        assert sign * total == expected.total
        assert abs(due) == abs(expected.payable)
        said = CATEGORIES.get(path.name, {})
        groups = {
            (said.get(rate) or code or "S", rate): (sign * base, sign * vat)
            for (code, rate), (base, vat) in breakdown(root, expected.currency).items()
        }
        assert groups == expected.breakdown


def _day(text: str | None) -> str:
    return re.sub(r"^(\d{4})(\d{2})(\d{2})$", r"\1-\2-\3", text or "")


def test_expectations_name_the_samples() -> None:
    assert set(EXPECTED) == {path.name for path in POSITIVE}


@pytest.mark.parametrize("path", POSITIVE, ids=lambda path: path.name)
def test_numbers_have_valid_check_digits(path: Path) -> None:
    for root in invoices(path.read_bytes()):
        check_numbers(root)
        if root.find("VirtualBankBarcode") is not None:
            check_barcode(root)


def test_credit_notes_are_negative_with_positive_prices() -> None:
    found = 0
    for path in POSITIVE:
        for root in invoices(path.read_bytes()):
            if root.findtext("InvoiceDetails/InvoiceTypeCode") != "INV02" or "credit-note-positive" in path.name:
                continue
            assert (amount(root, "InvoiceDetails/InvoiceTotalVatIncludedAmount") or 0) <= 0
            assert all(not (price.text or "").startswith("-") for price in root.iter("UnitPriceAmount"))
            found += 1
    assert found >= 8


def test_frames_agree_with_their_invoices() -> None:
    frames = 0
    for path in POSITIVE:
        found = parts(path.read_bytes())
        for frame, document in pairwise(found):
            if frame.kind != "Envelope":
                continue
            frames += 1
            assert document.kind == "Finvoice"
            eb = "{http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd}"
            roles = [role.text for role in frame.root.iter(f"{eb}Role")]
            assert roles == ["Sender", "Intermediator", "Receiver", "Intermediator"]
            parties = [party.text for party in frame.root.iter(f"{eb}PartyId")]
            stated = [e.text for e in document.root.iter(*_ADDRESSES)]
            differs = path.name == "frame-differs-from-document.xml"
            assert not stated or (parties == stated) != differs
    assert frames >= 9


_ADDRESSES = ("FromIdentifier", "FromIntermediator", "ToIdentifier", "ToIntermediator")
SIGNATURES = {"application/pdf": b"%PDF-1.4", "image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8\xff"}


@pytest.mark.parametrize(
    ("name", "count", "hash_of"),
    [
        ("three-attachments.xml", 3, "content"),
        ("attachment-hash-of-base64.xml", 1, "Base64"),
        ("attachment-hash-wrong.xml", 1, None),
    ],
)
def test_attachments_are_whole(name: str, count: int, hash_of: str | None) -> None:
    kinds = parts((FOLDER / name).read_bytes())
    assert [part.kind for part in kinds] == ["Envelope", "Finvoice", "FinvoiceAttachments"]
    invoice, message = kinds[1].root, kinds[2].root
    identifier = invoice.findtext("MessageTransmissionDetails/MessageDetails/MessageIdentifier")
    named = invoice.findtext("AttachmentMessageDetails/AttachmentMessageIdentifier")
    assert named == f"{identifier}::attachments" == message.findtext(".//MessageDetails/MessageIdentifier")
    assert message.findtext(".//RefToMessageIdentifier") == identifier
    attached = message.findall("AttachmentDetails")
    assert len(attached) == count
    for one in attached:
        text = one.findtext("AttachmentContent", "")
        content = base64.b64decode(text, validate=True)
        assert content.startswith(SIGNATURES[one.findtext("AttachmentMimeType", "")])
        hashes = {"content": hashlib.sha1(content).hexdigest(), "Base64": hashlib.sha1(text.encode()).hexdigest()}
        stated = one.findtext("AttachmentSecureHash", "")
        assert one.findtext("AttachmentIdentifier") == f"{identifier}::{stated}"
        assert [kind for kind, value in hashes.items() if value == stated] == ([hash_of] if hash_of else [])


def test_encodings_hold_what_only_they_can_hold() -> None:
    raw = (FOLDER / "encoding-iso-8859-15.xml").read_bytes()
    assert b"\xa4" in raw, "the euro sign of ISO-8859-15"
    assert b"&#" in raw, "a character outside ISO-8859-15"
    assert not (FOLDER / "encoding-undeclared.xml").read_bytes().startswith(b"<?xml")
    for path in FOLDER.glob("encoding-*.xml"):
        (root,) = invoices(path.read_bytes())
        texts = "".join(root.itertext())
        for wanted in ("4,95 €", "Šakkilinna", "„Łódź”", "Åke Öhrnell"):
            assert wanted in texts, path.name


def test_two_rates_are_those_of_the_ubl_sample() -> None:
    (root,) = invoices((FOLDER / "invoice-two-vat-rates.xml").read_bytes())
    ubl = etree.parse(str(CORPORA / "peppol-bis" / "fi-domestic-two-rates.xml"))
    payable = ubl.find(".//{*}PayableAmount")
    assert payable is not None
    assert amount(root, ".//EpiInstructedAmount") == Decimal(payable.text or "")


NOT_WELL_FORMED = {"encoding-declared-wrongly.xml", "home-made-root.xml", "not-well-formed.xml", "truncated.xml"}
SIGNS = {
    "account-and-reference-wrong.xml": b">FI8891317900012344</EpiAccountID>",
    "amount-as-text.xml": b'<RowVatExcludedAmount AmountCurrencyIdentifier="EUR">sata<',
    "delivery-note.xml": b">DEV01<",
    "doctype-external-entity.xml": b'SYSTEM "file:',
    "doctype-internal-subset.xml": b'<!ENTITY maa "Suomi">',
    "impossible-date.xml": b">20260230<",
    "impossible-due-date.xml": b">20261401<",
    "missing-currency.xml": b"<InvoiceTotalVatIncludedAmount>",
    "mixed-currency.xml": b'<RowVatExcludedAmount AmountCurrencyIdentifier="NOK">',
    "order.xml": b">ORD01<",
    "thousands-separator.xml": b">1.249,57<",
    "total-does-not-tie.xml": b'<InvoiceTotalVatIncludedAmount AmountCurrencyIdentifier="EUR">349,57<',
}
MISSING = {
    "without-epi.xml": "EpiDetails",
    "without-rows.xml": "InvoiceRow",
    "without-seller.xml": "SellerPartyDetails",
}


@pytest.mark.parametrize("path", NEGATIVE, ids=lambda path: path.name)
def test_negative_sample_is_broken_where_it_says(path: Path) -> None:
    data = path.read_bytes()
    found = parts(data)
    if path.name in NOT_WELL_FORMED:
        with pytest.raises(etree.XMLSyntaxError):
            [part.root for part in found]
    elif path.name == "frame-only.xml":
        assert [part.kind for part in found] == ["Envelope"]
        assert b"ReceiverProposal" in data
    elif path.name in MISSING:
        assert found[0].root.find(MISSING[path.name]) is None
    elif path.name == "sub-rows-only.xml":
        assert priced_rows(found[0].root) == []
    else:
        assert SIGNS[path.name] in data


@pytest.mark.parametrize("name", ["account-and-reference-wrong.xml", "mixed-currency.xml", "impossible-date.xml"])
def test_one_fault_only(name: str) -> None:
    """The amounts of a negative sample tie, so that nothing but what it shows can be blamed."""
    (root,) = invoices((FOLDER / "negative" / name).read_bytes())
    check_arithmetic(root)
