"""What a business rule and an official rule both see is said once, by the official one; alone, each of them says it."""

import pytest
from tests.validation.samples import CORPORA, NETVISOR, UBL, changed

import einvoice
from einvoice.context import Context
from einvoice.findings import _OFFICIAL, IN_UBL, Finding, without_repeats
from einvoice.rules import RULES
from einvoice.schematron.catalogue import official_rules

BIS = CORPORA / "peppol-bis" / "negative"
FIRST_LINE = r'(<cbc:InvoicedQuantity unitCode="\w+">)\d+'
SELLER_NUMBER = r"<cac:PartyTaxScheme>.*?</cac:PartyTaxScheme>"

# case, document, the code that stands, the code that gives way
CASES: list[tuple[str, bytes, str, str]] = [
    ("due", (BIS / "wrong-total.xml").read_bytes(), "BR-CO-16", "EI-TOTAL-DUE"),
    ("with_vat", (BIS / "wrong-total.xml").read_bytes(), "BR-CO-15", "EI-TOTAL-WITH-VAT"),
    ("rate", (BIS / "rate-zero-standard.xml").read_bytes(), "BR-S-05", "EI-VAT-CATEGORY-RATE"),
    ("rate_se", (BIS / "swedish-seller-foreign-rate.xml").read_bytes(), "SE-R-006", "EI-VAT-RATE"),
    ("price", (BIS / "negative-price.xml").read_bytes(), "BR-27", "EI-PRICE-NEGATIVE"),
    ("category", (BIS / "unknown-vat-category.xml").read_bytes(), "BR-CL-18", "EI-CODE-VAT"),
    ("date", (BIS / "intra-community-without-delivery.xml").read_bytes(), "BR-IC-11", "EI-VAT-DELIVERY-DATE"),
    ("country", (BIS / "intra-community-without-delivery.xml").read_bytes(), "BR-IC-12", "EI-VAT-DELIVERY-COUNTRY"),
    ("outside", (BIS / "out-of-scope-with-vat-number.xml").read_bytes(), "BR-O-02", "EI-VAT-O-ID"),
    ("scheme", (BIS / "endpoint-scheme-withdrawn.xml").read_bytes(), "PEPPOL-EN16931-CL008", "EI-ID-ENDPOINT"),
    ("line", changed(UBL, (FIRST_LINE, r"\g<1>777")), "PEPPOL-EN16931-R120", "EI-TOTAL-LINE-NET"),
    ("number", changed(UBL, (SELLER_NUMBER, "")), "BR-S-02", "EI-VAT-SELLER-ID"),
]  # fmt: skip


def codes(data: bytes, *layers: str) -> list[str]:
    return [finding.code for finding in einvoice.validate(data, layers=list(layers)).findings]


@pytest.mark.parametrize(("data", "stands", "gives_way"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_one_fault_is_said_once(data: bytes, stands: str, gives_way: str) -> None:
    both = codes(data, "schematron", "business")
    assert stands in both and gives_way not in both
    assert stands in codes(data, "schematron")
    assert gives_way in codes(data, "business")


def test_the_layer_of_what_gave_way_stays_invalid() -> None:
    report = einvoice.validate(BIS / "wrong-total.xml")
    assert {layer.layer: layer.status for layer in report.layers}["business"] == "invalid"
    assert not [finding for finding in report.findings if finding.layer == "business" and finding.severity == "error"]


def test_what_explains_a_difference_goes_over() -> None:
    """A sign that is turned round is seen by our rule only."""
    data = changed(UBL, (r'(<cac:InvoiceLine>.*?<cbc:LineExtensionAmount currencyID="EUR">)', r"\g<1>-"))
    (found,) = [f for f in einvoice.validate(data).findings if f.code == "PEPPOL-EN16931-R120"]
    assert found.message.endswith("; the sign is turned round")
    assert not (found.fix or "").startswith(IN_UBL)


def test_the_remedy_in_words_of_the_source_goes_over() -> None:
    """A Netvisor invoice without a seller needs a line in the context file, not an element of UBL."""
    report = einvoice.validate(NETVISOR.encode(), context=Context())
    (found,) = [finding for finding in report.findings if finding.code == "BR-S-02"]
    assert found.fix == 'Add vat_id = "…" under [seller] in the context file (einvoice.toml).'
    assert "EI-VAT-SELLER-ID" not in [finding.code for finding in report.findings]


def test_a_due_date_that_does_not_fit_the_terms_is_one_fault() -> None:
    """Both rules see that it is before the invoice; the terms say which day it ought to be."""
    report = einvoice.validate(changed(UBL, ("(<cbc:DueDate>2026)-05-01", r"\1-04-01")))
    assert [f.code for f in report.findings if f.severity == "warning"] == ["EI-TERMS-DAYS"]
    bare = changed(UBL, ("(<cbc:DueDate>2026)-05-01", r"\1-04-01"), ("<cac:PaymentTerms>.*?</cac:PaymentTerms>", ""))
    assert [f.code for f in einvoice.validate(bare).findings if f.severity == "warning"] == ["EI-DATE-DUE"]


def test_what_the_source_does_not_state_is_said_once_as_well() -> None:
    """Netvisor has no VAT breakdown, so our finding on it has no place; nor is a domestic sale two faults."""
    context = Context.load(CORPORA / "einvoice.toml")
    found = einvoice.validate(
        CORPORA / "netvisor" / "negative" / "vat-rate-on-exempt-code.xml", context=context
    ).findings
    codes = [finding.code for finding in found]
    assert {"BR-IC-09", "BR-IC-05", "EI-VAT-K-BUYER"} <= set(codes)
    assert not {"EI-TOTAL-VAT-GROUP", "EI-VAT-CATEGORY-RATE", "EI-VAT-K-DELIVERY"} & set(codes)


def test_none_gives_way_to_a_milder_one() -> None:
    ours = Finding("EI-TOTAL-LINE-NET", "error", "business", "ours", path="/Invoice/InvoiceLine/LineExtensionAmount")
    official = Finding("PEPPOL-EN16931-R120", "warning", "peppol", "theirs", path="/Invoice/InvoiceLine")
    assert without_repeats([official, ours]) == [official, ours]


def test_another_line_is_another_fault() -> None:
    ours = Finding("EI-PRICE-NEGATIVE", "error", "business", "ours", path="/Invoice/InvoiceLine[2]/Price/PriceAmount")
    official = Finding("BR-27", "error", "en16931", "theirs", path="/Invoice/InvoiceLine[1]")
    assert without_repeats([official, ours]) == [official, ours]


def test_both_sides_of_the_table_exist() -> None:
    known = {*official_rules(), *RULES}
    for ours, theirs in _OFFICIAL.items():
        assert ours in RULES
        assert not [code for code in theirs if code not in known and not code.startswith(("FV-", "BR-O-"))], ours
