"""The layer ``finvoice``: what it says of our own documents, and what Python judges beside the Schematron."""

from collections import Counter

import pytest
from lxml import etree
from tests.oracle import ABSENT, shared_folder
from tests.schematron.finvoice import BASE
from tests.schematron.finvoice import changed as base_with

from einvoice.errors import EInvoiceError
from einvoice.findings import Finding
from einvoice.validation import Report, choose_ruleset, validate, validate_many
from einvoice.validation.finvoice import compare_cancellation

from .samples import CORPORA, changed

OWN = CORPORA / "finvoice"
GOOD = BASE.replace('encoding="UTF-8"', 'encoding="ISO-8859-15"')
CLAIM = "<SpecificationIdentifier>EN16931</SpecificationIdentifier>\n"
WRONG = (">365,10<", ">465,10<")
"""The grand total is wrong by a hundred."""


def found(data: bytes, *layers: str) -> list[Finding]:
    """Return what the layer says of the one invoice in *data*, without what reading says."""
    report = validate(data, layers=layers or ["finvoice"])
    return [finding for finding in report.findings if finding.layer == "finvoice"]


def codes(data: bytes, *layers: str) -> list[str]:
    return [finding.code for finding in found(data, *layers)]


def of_good(*changes: tuple[str, str]) -> bytes:
    return changed(GOOD, *changes).decode().encode("iso-8859-15")


# --- profiles and layers ----------------------------------------------------------------------------


VERSIONS = [("1.0", "2.01"), ("1.3", "2.01"), ("2.0", "2.01"), ("2.01", "2.01"), ("3.0", "3.0"), (" 3.0 ", "3.0")]


@pytest.mark.parametrize(("version", "edition"), VERSIONS)
def test_the_version_chooses_the_profile(version, edition):
    report = validate(of_good(('Version="3.0"', f'Version="{version}"')), layers=["finvoice"])
    assert report.profile == f"finvoice/{edition}"


def test_an_unknown_version_is_judged_as_the_newest():
    report = validate(of_good(('Version="3.0"', 'Version="4.0"')), layers=["finvoice"])
    assert report.profile == "finvoice/3.0"
    assert [finding.code for finding in report.findings][:1] == ["FV-01"]


def test_a_good_document_is_valid_in_every_layer():
    report = validate((OWN / "invoice-two-vat-rates.xml").read_bytes())
    assert [(layer.layer, layer.status) for layer in report.layers] == [
        ("schema", "valid"),
        ("finvoice", "valid"),
        ("en16931", "valid"),
        ("business", "valid"),
    ]
    (layer,) = (layer for layer in report.layers if layer.layer == "finvoice")
    assert (layer.ruleset, layer.version, layer.fired > 50) == ("finvoice/3.0", "3.0", True)
    assert codes(of_good()) == []


def test_schematron_asks_for_the_rules_of_the_format_and_of_the_standard():
    report = validate(of_good(), layers=["schematron"])
    assert [layer.layer for layer in report.layers] == ["finvoice", "en16931"]


def test_other_formats_have_no_such_layer():
    netvisor = (CORPORA / "netvisor" / "invoice-two-vat-rates.xml").read_bytes()
    (layer,) = validate(netvisor, layers=["finvoice"]).layers
    assert (layer.status, layer.reason) == ("skipped", "the profile netvisor has no finvoice rules")


def test_saxon_says_the_same():
    data = of_good(WRONG, ("<InvoiceTypeCode>INV01", "<InvoiceTypeCode>INV02"))
    native, saxon = (validate(data, layers=["finvoice"], engine=engine) for engine in ("native", "saxon"))
    assert native.findings == saxon.findings
    assert native.findings


def test_rules_of_the_user_take_their_place(tmp_path):
    rules = tmp_path / "own.sch"
    rules.write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><pattern><rule context="/Finvoice">'
        '<assert id="OWN" test="false()">no</assert></rule></pattern></schema>'
    )
    report = validate(of_good(), schematron=rules, layers=["schematron"])
    assert [(finding.code, finding.path) for finding in report.findings] == [("OWN", "/Finvoice")]


# --- findings and their places ----------------------------------------------------------------------


def test_findings_name_path_line_and_value_of_the_file():
    framed = (OWN / "frame-soap-1.1.xml").read_bytes()
    number = framed[: framed.index(b"<InvoiceTotalVatIncludedAmount")].count(b"\n") + 1
    wrong = framed.replace(
        b'<InvoiceTotalVatIncludedAmount AmountCurrencyIdentifier="EUR">',
        b'<InvoiceTotalVatIncludedAmount AmountCurrencyIdentifier="EUR">9',
        1,
    )
    (finding,) = (each for each in found(wrong) if each.code == "FV-58")
    assert finding.path == "/Finvoice/InvoiceDetails/InvoiceTotalVatIncludedAmount"
    assert finding.line == number
    assert finding.value is not None
    assert finding.value.startswith("9")
    assert finding.fix
    assert "BT-112" in finding.terms


def test_each_invoice_of_a_file_is_judged_by_itself():
    data = BASE.encode() + base_with(('<EpiCharge ChargeOption="SLEV">', '<EpiCharge ChargeOption="OUR">'))
    reports = list(validate_many(data, layers=["finvoice"]))
    said = [[finding.code for finding in report.findings if finding.code != "FV-22"] for report in reports]
    assert said == [[], ["FV-87"]]


def test_a_namespace_on_the_root_is_looked_through():
    data = of_good(("<Finvoice ", '<Finvoice xmlns="urn:own" '), WRONG)
    findings = found(data)
    assert [finding.code for finding in findings] == ["FV-01", "FV-58", "FV-61", "FV-110"]
    assert findings[0].severity == "error"
    assert "urn:own" in findings[0].message
    assert findings[1].path == "/Finvoice/InvoiceDetails/InvoiceTotalVatIncludedAmount"


def test_claims_turn_differences_into_errors():
    without, claiming = (found(of_good(*change, WRONG)) for change in ([(CLAIM, "")], []))
    assert [finding.severity for finding in without if finding.code == "FV-58"] == ["warning"]
    assert [finding.severity for finding in claiming if finding.code == "FV-58"] == ["error"]


# --- how the file is written ------------------------------------------------------------------------


NUMBER = "</InvoiceNumber>"
LAYOUT = [
    # text, what takes its place                                           code     message begins
    (CLAIM, CLAIM,                                                         None,    ""),
    (">365,10<", ">0365,10<",                                              "FV-23", "1 number begins with a zero: I"),
    (">365,10<", ">-007,00<",                                              "FV-23", "1 number begins with a zero"),
    (">365,10<", ">0,00<",                                                 None,    ""),
    (">365,10<", ">365<",                                                  "FV-23", "1 amount has no decimal comma"),
    (NUMBER, f"{NUMBER}<OrderConfirmationIdentifier/>",                    "FV-24", "1 element is empty: OrderConf"),
    (NUMBER, f"{NUMBER}<ProjectReferenceIdentifier> \n</ProjectReferenceIdentifier>", "FV-24", "1 element is empty"),
    (">PO-77<", ">PO-77 <",                                                "FV-24", "1 value has blanks around: Order"),
    ("\n<InvoiceNumber>", "\n\t<InvoiceNumber>",                           "FV-24", "elements are indented with tabs"),
    ("\n<InvoiceNumber>", "\n  <InvoiceNumber>",                           None,    ""),
    ("<EpiReference>1001</EpiReference>", "<EpiReference></EpiReference>", None,    ""),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "begins"), LAYOUT)
def test_layout(old, new, code, begins):
    said = [finding for finding in found(of_good((old, new))) if finding.code in ("FV-23", "FV-24")]
    assert [finding.code for finding in said] == ([code] if code else [])
    for finding in said:
        assert finding.message.startswith(begins)
        assert (finding.severity, bool(finding.fix), bool(finding.path)) == ("warning", True, True)


def test_empty_elements_are_one_finding():
    (finding,) = (each for each in found((OWN / "empty-elements.xml").read_bytes()) if "empty" in each.message)
    assert finding.message.startswith("21 elements are empty: BuyerOrganisationDepartment, BuyerContactPersonName")
    assert finding.message.endswith(" and others")


def test_what_a_sender_adds_may_be_empty():
    added = "<SpecificationDetails><ExternalSpecificationDetails><own/></ExternalSpecificationDetails>"
    assert codes(of_good(("<EpiDetails>", f"{added}</SpecificationDetails><EpiDetails>"))) == []


# --- frame and attachments --------------------------------------------------------------------------


AROUND = [
    ("frame-differs-from-document.xml", {"FV-92": 2}),
    ("encoding-utf-8.xml",              {"FV-22": 1}),
    ("attachment-hash-wrong.xml",       {"FV-104": 1}),
    ("three-attachments.xml",           {}),
    ("frame-soap-1.1.xml",              {}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), AROUND)
def test_what_stands_around_an_invoice_is_judged(name, expected):
    assert Counter(codes((OWN / name).read_bytes())) == expected


def test_a_document_that_was_read_is_judged_without_its_frame():
    import einvoice

    document = einvoice.read((OWN / "frame-differs-from-document.xml").read_bytes())
    assert [f.code for f in validate(document, layers=["finvoice"]).findings if f.code.startswith("FV")] == []


# --- documents that claim EN 16931 ------------------------------------------------------------------


def test_a_claim_that_does_not_hold_is_one_finding():
    data = of_good(WRONG)
    (finding,) = (each for each in found(data) if each.code == "FV-110")
    assert finding.severity == "error"
    assert "BR-CO-15" in finding.message
    assert finding.path == "/Finvoice/MessageTransmissionDetails/MessageDetails/SpecificationIdentifier"
    told = {each.code for each in validate(data, layers=["en16931"]).findings if each.severity == "error"}
    named = finding.message.rpartition(": ")[2]
    assert told == {part.split(" ")[0] for part in named.split(", ")}


def test_a_claim_that_holds_and_no_claim_are_silent():
    assert "FV-110" not in codes(of_good())
    assert "FV-110" not in codes(of_good((CLAIM, ""), WRONG))


def test_a_credit_note_is_judged_with_its_signs_turned():
    official = (OWN / "credit-note.xml").read_text(encoding="iso-8859-15")
    assert "<SpecificationIdentifier>" in official
    assert codes((OWN / "credit-note.xml").read_bytes()) == []


def test_a_claim_of_a_document_that_cannot_be_read_is_left_to_other_findings():
    said = codes(of_good(('<InvoiceDate Format="CCYYMMDD">[0-9]+', '<InvoiceDate Format="CCYYMMDD">20260230')))
    assert "FV-09" in said
    assert "FV-110" not in said


# --- cancellations ----------------------------------------------------------------------------------


ORIGINAL = etree.fromstring(BASE.encode())
TO_PAY = 'EpiInstructedAmount AmountCurrencyIdentifier="EUR">300,00'
CANCEL = [
    ("<InvoiceTypeCode>INV01", "<InvoiceTypeCode>INV02"),
    ("<OriginCode>Original", "<OriginCode>Cancel"),
    (TO_PAY, TO_PAY.replace("300,00", "-300,00")),
]  # fmt: skip
CANCELLATIONS = [
    # changes                                                                         says
    ([],                                                                              []),
    ([(">-300,00<", ">-200,00<")],                                                    ["expected -300,00"]),
    ([(">-300,00<", ">300,00<")],                                                     ["expected -300,00"]),
    ([('EpiDateOptionDate Format="CCYYMMDD">20260915', 'EpiDateOptionDate Format="CCYYMMDD">20260916')], ["due date"]),
    ([("SPY\">10016<", "SPY\">1232<")],                                               ["the reference of the cancel"]),
    ([("<EpiPaymentInstructionId>1001</EpiPaymentInstructionId>\n", "")],              ["instruction", ]),
    ([(">003712345671</FromIdentifier>", ">003776543212</FromIdentifier>")],          ["address of the sender"]),
    ([("<OriginCode>Cancel", "<OriginCode>Original"), (">-300,00<", ">1,00<")],       []),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "says"), CANCELLATIONS)
def test_a_cancellation_is_compared_with_its_original(changes, says):
    text = base_with(*CANCEL).decode()
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    findings = compare_cancellation(etree.fromstring(text.encode()), ORIGINAL)
    assert [finding.code for finding in findings] == ["FV-44"] * len(says)
    for finding, part in zip(findings, says, strict=True):
        assert part in finding.message
        assert finding.path


# --- our own documents ------------------------------------------------------------------------------

SAID = {
    # file: rules that fire; those that are not here say nothing
    "attachment-hash-wrong.xml": "104",
    "credit-note-epi-unsigned.xml": "41",
    "credit-note-positive.xml": "40 41",
    "currency-sek-without-euro.xml": "77",
    "default-namespace.xml": "01",
    "due-dates-differ.xml": "84",
    "empty-elements.xml": "24x2",
    "encoding-undeclared.xml": "22",
    "encoding-utf-8.xml": "22",
    "frame-differs-from-document.xml": "92x2",
    "frame-soap-1.2-draft.xml": "24",
    "invoice-minimal.xml": "81",
    "iso-dates-decimal-points.xml": "04x18 05 06x4 08x5 25",
    "negative/account-and-reference-wrong.xml": "81 82",
    "negative/amount-as-text.xml": "04",
    "negative/delivery-note.xml": "30",
    "negative/impossible-date.xml": "09",
    "negative/impossible-due-date.xml": "09",
    "negative/missing-currency.xml": "10",
    "negative/mixed-currency.xml": "66",
    "negative/order.xml": "30",
    "negative/sub-rows-only.xml": "64 65",
    "negative/thousands-separator.xml": "04",
    "negative/total-does-not-tie.xml": "58",
    "negative/without-epi.xml": "03",
    "negative/without-rows.xml": "03",
    "negative/without-seller.xml": "03",
    "one-line.xml": "22",
    "several-frames-and-invoices.xml": "22",
    "sub-rows-in-priced-row.xml": "17",
    "test-invoice.xml": "37",
    "type-codes-disagree.xml": "31",
    "vat-code-e-intra-community.xml": "87",
    "version-1.2-doctype.xml": "76",
    "version-label-wrong.xml": "22",
}  # fmt: skip


def said_of(reports: list[Report]) -> str:
    """Return the numbers of the rules that fire, with x and how often when it is more than once."""
    codes = (finding.code for report in reports for finding in report.findings)
    fired = Counter(int(code.removeprefix("FV-")) for code in codes if code.startswith("FV-"))
    return " ".join(f"{n:02}x{times}" if times > 1 else f"{n:02}" for n, times in sorted(fired.items()))


def test_own_documents():
    said = {}
    for path in sorted(OWN.rglob("*.xml")):
        try:
            reports = list(validate_many(path.read_bytes(), layers=["finvoice"]))
        except EInvoiceError:
            continue
        if numbers := said_of(reports):
            said[path.relative_to(OWN).as_posix()] = numbers
    assert said == SAID


# --- the public documents ---------------------------------------------------------------------------

SHARED = shared_folder()

GOLDEN = {
    # file: rules that fire, with x and how often when it is more than once
    "finvoice-1.0_invoice_doctype.xml": "08x2 11 13 22 24 76 81 88 90",
    "finvoice-1.1_invoice_doctype.xml": "24x2 76 81x3 90x2",
    "finvoice-1.2_invoice_extensive_doctype.xml": "24 58 76x2 81x3 88 90x2",
    "finvoice-1.2_invoice_extensive_no-doctype.xml": "24 58 76x2 81x3 88 90x2",
    "finvoice-1.3_credit-note_negative.xml": "22x2 82",
    "finvoice-1.3_incomplete-demo.xml": "03 12 22 24 56",
    "finvoice-1.3_invoice_operator-converted_single-line.xml": "22x2 82",
    "finvoice-1.3_invoice_soap-frame_sub-rows.xml": "24 62 76x5 81x2 84 85 90x5 91",
    "finvoice-1.3_invoice_utf8.xml": "22x2 50 56 61 80 81x2 82 84 90x2",
    "finvoice-1.3_invoice_zero-rated_sender-system.xml": "22x2 82",
    "finvoice-1.3_secure-invoice_SEI12.xml": "22 56 61 80 81x2 82 84 85 90",
    "finvoice-2.01_copy_epi-amount-mismatch.xml": "20 24 33 61 94",
    "finvoice-2.01_copy_epi-amount-mismatch_2.xml": "09x2 20 24 33 61 94",
    "finvoice-2.01_impossible-due-date.xml": "09x2 20 24 33 61 94",
    "finvoice-2.01_invoice_ffi-example-1.xml": "24x3 50 81x3",
    "finvoice-2.01_invoice_ffi-example-2.xml": "",
    "finvoice-2.01_invoice_soap-frame.xml": "24x2 76x2 81x4 90x2",
    "finvoice-2.01_invoice_transmission-details.xml": "24x2 76x2 81x4 90x2",
    "finvoice-2.01_not-well-formed.xml": "NotWellFormed",
    "finvoice-2.01_proforma_INV06_copy.xml": "22 24x2 33 56 82",
    "finvoice-2.0_invoice_transmission-details.xml": "09 24 76x5 81x4 90x5 91",
    "finvoice-3.0_credit-note_negative.xml": "22x2",
    "finvoice-3.0_energy_any-party_separate-invoice.xml": "24 76 81 82 90",
    "finvoice-3.0_energy_business_final-invoice.xml": "24 76 81 88 90x2 93",
    "finvoice-3.0_energy_business_pass-through-charge_two-vat.xml": "24x2 76 81 88 90 93",
    "finvoice-3.0_energy_consumer_prepaid.xml": "24x2 76 81 90",
    "finvoice-3.0_energy_consumer_standard-compensation_negative-row.xml": "24 76 81 90",
    "finvoice-3.0_energy_consumer_vat-included-rows.xml": "24 76 81 90",
    "finvoice-3.0_invoice_en16931_ffi-example.xml": "93",
    "finvoice-3.0_invoice_reverse-charge_discounts_prepaid.xml": "22x2 81 87",
    "finvoice-3.0_invoice_soap-frame_charges_mixed-currency.xml": "51 66x5 76x2 81x2 88 90x2 91",
    "finvoice-3.0_invoice_transmission-details_charges_mixed-currency.xml": "51 66x5 76x2 81x2 88 90x2 91 93x2",
    "soap-frame-only_receiver-proposal.xml": "NoInvoice",
}  # fmt: skip
"""What the rules say of each document of the corpus, by invoice; each finding was looked at."""


@pytest.mark.conformance
def test_public_documents():
    if SHARED is None:
        pytest.skip(ABSENT)
    said = {}
    for path in sorted((SHARED / "corpora" / "finvoice").glob("*.xml")):
        try:
            reports = list(validate_many(path.read_bytes(), layers=["finvoice"]))
        except EInvoiceError as error:
            said[path.name] = type(error).__name__
            continue
        said[path.name] = said_of(reports)
    assert said == GOLDEN


@pytest.mark.conformance
def test_the_official_example_of_en_16931_has_no_error():
    if SHARED is None:
        pytest.skip(ABSENT)
    data = (SHARED / "corpora" / "finvoice" / "finvoice-3.0_invoice_en16931_ffi-example.xml").read_bytes()
    report = validate(data)
    assert report.valid
    assert [finding.code for finding in report.findings if finding.layer == "finvoice"] == ["FV-93"]


def test_profiles_have_their_rules():
    for name in ("finvoice", "finvoice-3.0", "finvoice-2.01"):
        assert choose_ruleset(name, "finvoice").layers["finvoice"] == "finvoice/3.0"
