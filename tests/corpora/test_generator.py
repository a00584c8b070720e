"""corpora/generate.py: the same bytes for the same seed, sums that tie, valid numbers, documents the rules accept."""

import hashlib
import os
import random
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from corpora.draft import draw
from corpora.finvoice_text import Version
from corpora.generate import (
    FormatName,
    batch,
    billecta_context,
    billecta_list,
    finvoice_file,
    finvoice_invoice,
    netvisor_invoice,
    netvisor_response,
    ubl_invoice,
)
from corpora.world import context_toml, make_world
from lxml import etree
from tests.corpora import billecta_documents, finvoice_documents
from tests.corpora.expectations import CORPORA
from tests.corpora.invented import check_finnish_reference, check_parties
from tests.corpora.netvisor_documents import invoices
from tests.corpora.ubl_documents import CAC, CBC, check_arithmetic, check_numbers
from tests.oracle.official import judge

from corpora import generate, ubl_text

ROOT = CORPORA.parent


def digest(format: FormatName, count: int, seed: int) -> str:
    joined = b"".join(document.name.encode() + document.data for document in batch(format, count, seed))
    return hashlib.sha256(joined).hexdigest()


# A change here is a change of every stored result that names a seed: bench baselines, bug reports.
DIGESTS = {
    "netvisor": "be998347ab756025ebd899448d2007f29bb84b246370493a3932ba4612177103",
    "peppol-bis": "29b2875534c4c6d44fbde9cc3c4763f9b4ea0b52f4cf1f0c5891729e6282a450",
    "finvoice": "e06e505886d65e95932199095a9eecb9a8a58c7bb8c0573bab1da6e1642e36bc",
    "billecta": "0bcb906860ced80e01397252f0284ffaa40cc70baeef8497d3345afb3c4a5d2a",
}


@pytest.mark.parametrize("format", generate.FORMATS)
def test_bytes_of_a_seed_never_change(format: FormatName) -> None:
    assert digest(format, 20, 7) == DIGESTS[format]


@pytest.mark.parametrize("format", generate.FORMATS)
def test_short_batch_is_the_start_of_a_long_one(format: FormatName) -> None:
    long = list(batch(format, 12, seed=3))
    assert list(batch(format, 5, seed=3)) == long[:5]
    assert len({document.data for document in long}) == 12
    assert next(iter(batch(format, 1, seed=4))).data != long[0].data


def test_hash_seed_does_not_matter(tmp_path: Path) -> None:
    written = set()
    for hash_seed in ("1", "2"):
        command = [sys.executable, "-m", "corpora.generate", "--format", "netvisor", "--count", "3", "--seed", "9"]
        folder = tmp_path / hash_seed
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        subprocess.run([*command, "-o", str(folder)], cwd=ROOT, env=environment, check=True)
        assert sorted(path.name for path in folder.iterdir()) == [
            "einvoice.toml",
            "invoice-00001.xml",
            "invoice-00002.xml",
            "invoice-00003.xml",
        ]
        written.add(b"".join(path.read_bytes() for path in sorted(folder.iterdir())))
    assert len(written) == 1


@pytest.mark.parametrize("seed", range(4))
def test_numbers_of_a_world_are_valid(seed: int) -> None:
    context = tomllib.loads(context_toml(make_world(seed)))
    assert len(context["customers"]) == 60
    check_parties([context["seller"], *context["customers"]])


def test_world_grows_at_its_end() -> None:
    assert make_world(5, customers=80).customers[:60] == make_world(5).customers


def test_netvisor_imports_tie_and_find_their_customers() -> None:
    context = tomllib.loads(context_toml(make_world(11)))
    codes = {customer["code"] for customer in context["customers"]}
    credits = 0
    for document in batch("netvisor", 200, seed=11):
        (invoice,) = invoices(document.data)
        assert invoice.declared == invoice.from_lines
        assert invoice.reference is not None
        check_finnish_reference(invoice.reference)
        assert invoice.customer in codes
        assert invoice.units <= set(context["units"])
        signs = {quantity > 0 for quantity in invoice.quantities}
        assert signs == {invoice.declared > 0}, "an invoice is positive throughout, a credit note negative"
        credits += invoice.declared < 0
    assert 5 <= credits <= 40


def test_netvisor_response_holds_five_hundred_invoices() -> None:
    pieces = list(netvisor_response(500, seed=2))
    assert max(map(len, pieces)) < 50_000, "the response comes in pieces"
    data = b"".join(pieces)
    assert etree.fromstring(data).find("SalesInvoices") is not None
    found = invoices(data)
    assert len(found) == len({invoice.number for invoice in found}) == 500
    for invoice in found:
        assert invoice.declared == invoice.from_lines
    codes = {customer.code for customer in make_world(2).customers}
    assert {invoice.customer for invoice in found} <= codes


def test_response_with_one_invoice_has_no_wrapper() -> None:
    root = etree.fromstring(b"".join(netvisor_response(1)))
    assert root.find("SalesInvoices") is None
    assert root.find("SalesInvoice/SalesInvoiceNumber") is not None


def test_ubl_amounts_tie_to_the_cent() -> None:
    for document in batch("peppol-bis", 200, seed=11):
        check_arithmetic(document.data)
        check_numbers(document.data)


@pytest.mark.parametrize("version", ["3.0", "2.01"])
def test_finvoice_amounts_tie_to_the_cent(version: Version) -> None:
    credits = 0
    for document in batch("finvoice", 200, seed=11, version=version):
        (root,) = finvoice_documents.invoices(document.data)
        finvoice_documents.check_arithmetic(root)
        finvoice_documents.check_numbers(root)
        total = finvoice_documents.amount(root, "InvoiceDetails/InvoiceTotalVatIncludedAmount")
        assert total is not None
        credit = root.findtext("InvoiceDetails/InvoiceTypeCode") == "INV02"
        assert credit == (total < 0)
        assert b">-0,00<" not in document.data
        credits += credit
    assert 5 <= credits <= 40


@pytest.mark.parametrize("answers", [False, True])
def test_billecta_documents_follow_the_schema_and_tie(answers: bool) -> None:
    credits = 0
    view = billecta_documents.ANSWER if answers else billecta_documents.ENTRY
    for document in batch("billecta", 200, seed=11, answers=answers):
        (found,) = billecta_documents.documents(document.data)
        assert billecta_documents.check_members(found, view) == []
        assert billecta_documents.order_faults(found, view) == []
        billecta_documents.check_arithmetic(found)
        billecta_documents.check_numbers(found)
        assert list(found) == list(billecta_documents.members(view)) or not answers
        assert not re.search(rb": -0(\.0+)?[,\n]", document.data)
        signs = {row["Quantity"] > 0 for row in billecta_documents.priced_rows(found)}
        assert signs == {found["ActionType"] == "InvoiceAction"}
        credits += found["ActionType"] == "CreditInvoiceAction"
    assert 5 <= credits <= 40


def test_billecta_answers_are_those_of_the_entries() -> None:
    for entry, answer in zip(batch("billecta", 50, seed=4), batch("billecta", 50, seed=4, answers=True), strict=True):
        (sent,), (back,) = (billecta_documents.documents(document.data) for document in (entry, answer))
        assert back["Debtor"]["DebtorPublicId"] == sent["DebtorPublicId"]
        assert billecta_documents.sums(back) == billecta_documents.sums(sent)
        for name in ("InvoiceDate", "DueDate", "DeliveryDate"):
            assert billecta_documents.day(back[name]) == billecta_documents.day(sent[name])
        for name in ("InvoiceNumber", "ActionType", "VatIsIncluded", "ReverseVATDetails", "YourReference"):
            assert back[name] == sent[name]


def test_billecta_context_knows_what_the_documents_name() -> None:
    context = tomllib.loads(billecta_context(200, seed=11))
    check_parties([context["seller"], *context["customers"]])
    known = context["billecta"]
    assert set(known["debtors"]) == {customer["code"] for customer in context["customers"]}
    for document in batch("billecta", 200, seed=11):
        (entry,) = billecta_documents.documents(document.data)
        assert entry["CreditorPublicId"] == known["creditor_public_id"]
        assert entry["DebtorPublicId"] in known["debtors"].values()
        assert {row["Units"] for row in billecta_documents.priced_rows(entry)} <= set(context["units"])
        credited = entry["CreditingInvoicePublicId"]
        assert credited is None or credited in known["credited_invoices"].values()


def test_billecta_list_holds_the_documents_of_the_batch() -> None:
    pieces = list(billecta_list(40, seed=2, answers=True))
    assert len(pieces) == 42, "the list comes in pieces"
    found = billecta_documents.documents(b"".join(pieces))
    assert found == [billecta_documents.parse(d.data) for d in batch("billecta", 40, seed=2, answers=True)]
    assert billecta_documents.parse(b"".join(billecta_list(1))) == [
        billecta_documents.parse(next(iter(batch("billecta", 1))).data)
    ]


def test_billecta_of_two_hundred_documents_is_mixed() -> None:
    found = [billecta_documents.parse(document.data) for document in batch("billecta", 200, seed=1, answers=True)]
    assert {"SEK", "EUR", "NOK"} <= {billecta_documents.currency_of(document) for document in found}
    rates = {int(row["VAT"]) for document in found for row in document["Records"]}
    assert rates == {25, 12, 6, 0}
    home = [document for document in found if document["Debtor"]["CountryCode"] == "SE"]
    assert len(found) / 2 < len(home) < len(found)
    rows = [row for document in found for row in document["Records"]]
    assert {row["RecordType"] for row in rows} == {"Standard", "Message"}
    assert {row["DiscountType"] for row in rows} == {"Percentage", "Amount"}
    for name in ("DiscountAmount", "VatIsIncluded", "Hidden", "CostCenter", "PeriodStart"):
        assert 0 < sum(bool(row[name]) for row in rows) < len(rows), name
    for name in ("InvoiceFee", "FreightFee", "ReverseVATDetails", "Message", "ExternalReference", "CreditingInvoice"):
        assert 0 < sum(bool(document[name]) for document in found) < len(found), name
    assert {document["State"]["Stage"] for document in found} == {"InvoiceSent", "Completed"}
    entries = [billecta_documents.parse(document.data) for document in batch("billecta", 50, seed=1)]
    assert {len(entry["InvoiceDate"]) for entry in entries} == {10, 25}


def test_finvoice_says_what_the_ubl_of_the_same_draft_says() -> None:
    """One draft, one total: the Finnish seller of `draw` in both, and the same random numbers."""
    world = make_world(4)
    for seed in range(40):
        finvoice = finvoice_invoice(random.Random(seed), world=world)
        rng = random.Random(seed)
        ubl = etree.fromstring(ubl_text.document(draw(rng, world), rng).encode())
        (root,) = finvoice_documents.invoices(finvoice)
        due = finvoice_documents.amount(root, "EpiDetails/EpiPaymentInstructionDetails/EpiInstructedAmount")
        assert due is not None
        assert abs(due) == Decimal(ubl.findtext(f".//{CBC}PayableAmount") or "")
        assert root.findtext("InvoiceDetails/InvoiceNumber") == ubl.findtext(f"{CBC}ID")


def test_finvoice_of_a_hundred_documents_is_mixed() -> None:
    found = [finvoice_documents.invoices(document.data)[0] for document in batch("finvoice", 200, seed=1)]
    codes = {code.text for root in found for code in root.iter("VatCode")}
    assert {"S", "AE", "K", "G", "O"} <= codes
    assert {"EUR", "SEK"} <= {finvoice_documents.currency_of(root) for root in found}
    optional = (
        "DiscountDetails",
        "ChargeDetails",
        "InvoicePaidAmount",
        "InvoiceTotalRoundoffAmount",
        "InvoiceTotalVatAccountingAmount",
        "UnitPriceBaseQuantity",
        "UnitPriceDiscountAmount",
        "RowChargeDetails",
        "RowDiscountPercent",
        "RowFreeText",
    )
    for name in optional:
        stated = [root for root in found if next(root.iter(name), None) is not None]
        assert 0 < len(stated) < len(found), name


def test_transfer_file_holds_pairs_of_frame_and_invoice() -> None:
    found = finvoice_documents.parts(b"".join(finvoice_file(30, seed=2)))
    assert [part.kind for part in found] == ["Envelope", "Finvoice"] * 30
    for frame, invoice in zip(found[::2], found[1::2], strict=True):
        assert frame.data.isascii()
        parties = [e.text for e in frame.root.iter("{*}PartyId")]
        names = ("FromIdentifier", "FromIntermediator", "ToIdentifier", "ToIntermediator")
        assert parties == [invoice.root.findtext(f"MessageTransmissionDetails/*/{name}") for name in names]


@pytest.mark.conformance
@pytest.mark.parametrize("version", ["3.0", "2.01"])
def test_official_schema_accepts_generated_finvoice(version: Version, shared: Callable[..., Path]) -> None:
    schema = etree.XMLSchema(file=str(shared("official", "finvoice", f"Finvoice{version}.xsd")))
    for document in batch("finvoice", 200, seed=2026, version=version):
        assert schema.validate(etree.fromstring(document.data)), (document.name, schema.error_log)


def test_batches_are_mixed() -> None:
    categories, currencies, kinds, features = set(), set(), set(), set()
    for document in batch("peppol-bis", 200, seed=1):
        root = etree.fromstring(document.data)
        kinds.add(etree.QName(root).localname)
        currencies.add(root.findtext(f"{CBC}DocumentCurrencyCode"))
        for category in root.iter(f"{CAC}ClassifiedTaxCategory"):
            categories.add((category.findtext(f"{CBC}ID"), category.findtext(f"{CBC}Percent")))
        wanted = ("PrepaidAmount", "PayableRoundingAmount", "ChargeTotalAmount", "BaseQuantity", "TaxCurrencyCode")
        features |= {name for name in wanted if root.find(f".//{CBC}{name}") is not None}
    assert kinds == {"Invoice", "CreditNote"}
    assert {"EUR", "SEK", "NOK", "USD"} <= currencies
    rates = {("S", rate) for rate in ("25.5", "13.5", "25", "12", "6")}
    assert rates | {("K", "0"), ("AE", "0"), ("G", "0"), ("E", "0"), ("O", None)} <= categories
    assert len(features) == 5


@pytest.mark.parametrize("lines", [1, 100, 1000])
def test_number_of_lines_is_kept(lines: int) -> None:
    (invoice,) = invoices(netvisor_invoice(random.Random(lines), lines=lines))
    assert invoice.product_lines == lines
    assert invoice.declared == invoice.from_lines
    ubl = ubl_invoice(random.Random(lines), lines=lines)
    root = etree.fromstring(ubl)
    assert len(root.findall(f"{CAC}InvoiceLine") + root.findall(f"{CAC}CreditNoteLine")) == lines
    check_arithmetic(ubl)
    (finvoice,) = finvoice_documents.invoices(finvoice_invoice(random.Random(lines), lines=lines))
    assert len(finvoice_documents.priced_rows(finvoice)) == lines
    finvoice_documents.check_arithmetic(finvoice)


def test_home_currency_changes_currency_and_prices_only() -> None:
    world = make_world(0)
    for seed in range(60):
        free = draw(random.Random(seed), world)
        home = draw(random.Random(seed), world, home_currency=True)
        assert home.currency == "EUR"
        assert (home.customer, home.issued, home.treatment) == (free.customer, free.issued, free.treatment)
        assert [line.quantity for line in home.lines] == [line.quantity for line in free.lines]


def test_amounts_are_decimals() -> None:
    for seed in range(20):
        for line in draw(random.Random(seed), make_world(0)).lines:
            assert {type(line.quantity), type(line.price), type(line.discount)} == {Decimal}


class TestCommandLine:
    def test_single_netvisor_file_brings_its_context(self, tmp_path: Path) -> None:
        target = tmp_path / "all.xml"
        arguments = ["--format", "netvisor", "--count", "4", "--seed", "6", "--single-file", str(target)]
        assert generate.main(arguments) == 0
        assert target.read_bytes() == b"".join(netvisor_response(4, seed=6))
        assert (tmp_path / "all.toml").read_text(encoding="utf-8") == context_toml(make_world(6))

    def test_single_ubl_file_holds_one_document(self, tmp_path: Path) -> None:
        target = tmp_path / "one.xml"
        assert generate.main(["--format", "peppol-bis", "--lines", "3", "--single-file", str(target)]) == 0
        assert target.read_bytes() == next(iter(batch("peppol-bis", 1, lines=3))).data
        assert list(tmp_path.iterdir()) == [target]

    def test_single_finvoice_file_holds_pairs(self, tmp_path: Path) -> None:
        target = tmp_path / "all.xml"
        arguments = ["--format", "finvoice", "--version", "2.01", "--count", "3", "--single-file", str(target)]
        assert generate.main(arguments) == 0
        assert target.read_bytes() == b"".join(finvoice_file(3, version="2.01"))
        assert list(tmp_path.iterdir()) == [target]

    def test_finvoice_folder_of_framed_documents(self, tmp_path: Path) -> None:
        arguments = ["--format", "finvoice", "--framed", "--count", "2", "-o", str(tmp_path / "new")]
        assert generate.main(arguments) == 0
        written = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
        assert written == {document.name: document.data for document in batch("finvoice", 2, framed=True)}

    def test_ubl_folder_has_no_context(self, tmp_path: Path) -> None:
        assert generate.main(["--format", "peppol-bis", "--count", "2", "-o", str(tmp_path / "new" / "folder")]) == 0
        written = {path.name: path.read_bytes() for path in (tmp_path / "new" / "folder").iterdir()}
        assert written == {document.name: document.data for document in batch("peppol-bis", 2)}

    def test_one_document_goes_to_standard_output(self, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
        assert generate.main(["--format", "netvisor", "--seed", "2"]) == 0
        sys.stdout.flush()
        assert capfdbinary.readouterr().out == next(iter(batch("netvisor", 1, seed=2))).data

    def test_billecta_folder_and_list_bring_their_context(self, tmp_path: Path) -> None:
        arguments = ["--format", "billecta", "--count", "30", "--seed", "6"]
        assert generate.main([*arguments, "-o", str(tmp_path / "new")]) == 0
        written = {path.name: path.read_bytes() for path in (tmp_path / "new").iterdir()}
        context = written.pop("einvoice.toml").decode()
        assert context == billecta_context(30, seed=6)
        assert written == {document.name: document.data for document in batch("billecta", 30, seed=6)}
        assert set(written) == {f"invoice-{index:05d}.json" for index in range(1, 31)}
        target = tmp_path / "all.json"
        assert generate.main([*arguments, "--answers", "--single-file", str(target)]) == 0
        assert target.read_bytes() == b"".join(billecta_list(30, seed=6, answers=True))
        assert (tmp_path / "all.toml").read_text(encoding="utf-8") == context

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["--count", "2"], "say where to"),
            (["--count", "0"], "--count 0"),
            (["--lines", "0"], "--lines 0"),
            (["--count", "2", "--single-file", "x.xml"], "a UBL file holds one document"),
            (["--framed"], "for --format finvoice"),
            (["--version", "2.01"], "for --format finvoice"),
            (["--answers"], "for --format billecta"),
        ],
    )
    def test_usage_faults_exit_with_2(
        self, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert generate.main(["--format", "peppol-bis", *arguments]) == 2
        assert says in capsys.readouterr().err


@pytest.mark.conformance
def test_official_rules_find_nothing_in_fifty_generated_documents() -> None:
    for document in batch("peppol-bis", 50, seed=2026):
        assert judge(document.data) == [], document.name


@pytest.mark.conformance
def test_official_rules_find_nothing_in_a_thousand_lines() -> None:
    assert judge(ubl_invoice(random.Random(1), lines=1000)) == []
