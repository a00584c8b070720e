"""The schema layer over the corpus, and over documents with faults: every fault, its place and its words."""

import pytest
from lxml import etree

from einvoice.errors import EInvoiceError
from einvoice.validation import schema, validate, validate_many

from .samples import BATCH, CORPORA, CREDIT_NOTE, NETVISOR, RESPONSE, UBL, changed, schema_faults


def documents(folder):
    found = sorted((CORPORA / folder).glob("*.xml"))
    assert len(found) > 15
    return found


@pytest.mark.parametrize("path", documents("peppol-bis"), ids=lambda path: path.name)
def test_peppol_samples_are_valid(path):
    report = validate(path.read_bytes(), layers=["schema"])
    assert (report.checked, report.valid) == (True, True)
    assert (report.layers[0].ruleset, report.layers[0].version) == ("ubl-2.1", "2.1")
    assert report.layers[0].fired > 50


@pytest.mark.parametrize("path", documents("peppol-bis/negative"), ids=lambda path: path.name)
def test_peppol_negative_samples(path):
    found = [(f.code, f.path, f.line, f.value) for f in schema_faults(path.read_bytes())]
    broken = [("XSD-VALUE", "/Invoice/DueDate", 9, "2026-02-30")]
    assert found == (broken if path.name == "date-not-a-date.xml" else [])


# What the schemas say of the Netvisor documents that must be refused or blamed; the rest are faults of other layers.
BROKEN = {
    "impossible-date.xml": [("XSD-VALUE", "2026-02-30")],
    "letters-in-amount.xml": [("XSD-VALUE", "kaksitoista")],
    "thousands-separator.xml": [("XSD-VALUE", "1.240,00")],
    "unknown-vat-code.xml": [("XSD-VALUE", "KOTI")],
    "no-customer.xml": [("XSD-ELEMENT", None)],
    "no-unit-price.xml": [("XSD-ELEMENT", None)],
}


@pytest.mark.parametrize("path", documents("netvisor") + documents("netvisor/negative"), ids=lambda path: path.name)
def test_netvisor_samples(path):
    try:
        reports = list(validate_many(path.read_bytes(), layers=["schema"]))
    except EInvoiceError as error:
        assert error.exit_code == 3
        assert path.parent.name == "negative" or path.name.startswith("response-")
        return
    expected = BROKEN.get(path.name, [])
    for report in reports:
        found = [(f.code, f.value) for f in report.findings if f.layer == "schema"]
        assert found == expected
        assert report.layers[0].status == ("invalid" if expected else "valid")


KINDS = [
    # document                    schema
    ("invoice-two-vat-rates.xml", "netvisor/import"),
    ("upper-case-tags.xml",       "netvisor/import"),
    ("camel-case-tags.xml",       "netvisor/import"),
    ("response-order.xml",        "netvisor/export"),
    ("response-list.xml",         "netvisor/export"),
    ("batch.xml",                 "netvisor/batch"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "ruleset"), KINDS, ids=[k[0] for k in KINDS])
def test_each_netvisor_message_has_its_schema(name, ruleset):
    report = next(validate_many((CORPORA / "netvisor" / name).read_bytes(), layers=["schema"]))
    assert report.layers[0].ruleset == ruleset


def test_an_answer_without_its_response_status_is_known_by_its_own_elements():
    data = changed(
        (CORPORA / "netvisor" / "response-one-invoice.xml").read_text(encoding="utf-8"),
        ("<ResponseStatus>.*</ResponseStatus>", ""),
    )
    report = validate(data, layers=["schema"])
    assert (report.layers[0].ruleset, report.layers[0].status) == ("netvisor/export", "valid")


TOTAL = "<cac:LegalMonetaryTotal>.*</cac:LegalMonetaryTotal>"
INVOICES = "/root/salesinvoice"
FAULTS = [
    # case, document, changes, then per fault: code, line, path, message, fix, value
    (
        "invalid_date",
        UBL,
        [("<cbc:IssueDate>2026-", "<cbc:IssueDate>2026/")],
        [
            (
                "XSD-VALUE",
                8,
                "/Invoice/IssueDate",
                "cbc:IssueDate is '2026/04-17', expected a date that exists, as YYYY-MM-DD",
                "write dates like 2026-04-17",
                "2026/04-17",
            )
        ],
    ),
    (
        "invalid_amount",
        UBL,
        [('<cbc:PayableAmount currencyID="EUR">1286.53', '<cbc:PayableAmount currencyID="EUR">1 286,53')],
        [
            (
                "XSD-VALUE",
                134,
                "/Invoice/LegalMonetaryTotal/PayableAmount",
                "cbc:PayableAmount is '1 286,53', expected a number with a decimal point",
                "write numbers like 1240.00, without blanks and thousands separators",
                "1 286,53",
            )
        ],
    ),
    (
        "invalid_empty_amount",
        UBL,
        [("<cbc:Percent>25.5</cbc:Percent>", "<cbc:Percent/>")],
        [
            (
                "XSD-VALUE",
                123,
                "/Invoice/TaxTotal/TaxSubtotal[2]/TaxCategory/Percent",
                "cbc:Percent is empty, expected a number with a decimal point",
                "write numbers like 1240.00, without blanks and thousands separators",
                None,
            )
        ],
    ),
    (
        "invalid_boolean",
        UBL,
        [("<cbc:ChargeIndicator>false", "<cbc:ChargeIndicator>False")],
        [
            (
                "XSD-VALUE",
                141,
                "/Invoice/InvoiceLine[1]/AllowanceCharge/ChargeIndicator",
                "cbc:ChargeIndicator is 'False', expected true or false",
                "write true or false, in lower case",
                "False",
            )
        ],
    ),
    (
        "invalid_attribute_missing",
        UBL,
        [(' currencyID="EUR"', "")],
        [
            (
                "XSD-ATTRIBUTE",
                106,
                "/Invoice/TaxTotal/TaxAmount",
                "cbc:TaxAmount lacks the attribute currencyID",
                "add currencyID",
                "212.13",
            )
        ],
    ),
    (
        "invalid_two_attributes_unknown",
        UBL,
        [(' currencyID="EUR"', ' currencyID="EUR" a="1" b="2"')],
        [
            (
                "XSD-ATTRIBUTE",
                106,
                "/Invoice/TaxTotal/TaxAmount/@a",
                "cbc:TaxAmount takes no attribute a",
                "remove the attribute, or correct its name",
                "1",
            ),
            (
                "XSD-ATTRIBUTE",
                106,
                "/Invoice/TaxTotal/TaxAmount/@b",
                "cbc:TaxAmount takes no attribute b",
                "remove the attribute, or correct its name",
                "2",
            ),
        ],
    ),
    (
        "invalid_element_missing",
        UBL,
        [(TOTAL, "")],
        [
            (
                "XSD-ELEMENT",
                4,
                "/Invoice",
                "cac:LegalMonetaryTotal is missing in Invoice, expected before cac:InvoiceLine",
                "add cac:LegalMonetaryTotal",
                None,
            )
        ],
    ),
    (
        "invalid_last_element_missing",
        UBL,
        [("<cac:InvoiceLine>.*</cac:InvoiceLine>", "")],
        [("XSD-ELEMENT", 4, "/Invoice", "cac:InvoiceLine is missing in Invoice", "add cac:InvoiceLine", None)],
    ),
    (
        "invalid_element_misspelt",
        UBL,
        [("cbc:DueDate>(.*?)</cbc:DueDate", r"cbc:DueDat>\1</cbc:DueDat")],
        [
            (
                "XSD-ELEMENT",
                9,
                "/Invoice/DueDat",
                "cbc:DueDat is not known in Invoice",
                "did you mean cbc:DueDate?",
                "2026-05-01",
            )
        ],
    ),
    (
        "invalid_element_of_another_namespace",
        UBL,
        [("cbc:DueDate>(.*?)</cbc:DueDate", r"cac:DueDate>\1</cac:DueDate")],
        [
            (
                "XSD-ELEMENT",
                9,
                "/Invoice/DueDate",
                (
                    "cac:DueDate in Invoice belongs to the namespace "
                    "'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2', expected "
                    "'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'"
                ),
                "write cbc:DueDate",
                "2026-05-01",
            )
        ],
    ),
    (
        "invalid_element_repeated",
        UBL,
        [("(<cbc:IssueDate>.*?</cbc:IssueDate>)", r"\1\1")],
        [
            (
                "XSD-ELEMENT",
                8,
                "/Invoice/IssueDate[2]",
                "cbc:IssueDate stands 2 times in Invoice, expected at most once",
                "keep one of them",
                "2026-04-17",
            )
        ],
    ),
    (
        "invalid_element_misplaced",
        UBL,
        [(f"({TOTAL})(.*)</Invoice>", r"\2\1</Invoice>")],
        [
            (
                "XSD-ELEMENT",
                224,
                "/Invoice/LegalMonetaryTotal",
                (
                    "cac:LegalMonetaryTotal stands in the wrong place in Invoice, expected after cac:TaxTotal "
                    "and before cac:InvoiceLine"
                ),
                "move it there: the order of the elements is fixed",
                None,
            )
        ],
    ),
    (
        "invalid_text_between_elements",
        UBL,
        [("<cac:TaxTotal>", "<cac:TaxTotal>yhteensä")],
        [
            (
                "XSD-OTHER",
                105,
                "/Invoice/TaxTotal",
                "cac:TaxTotal holds text between its elements",
                "remove the text",
                None,
            )
        ],
    ),
    (
        "invalid_elements_in_a_text",
        UBL,
        [("<cbc:Note>", "<cbc:Note><b/>")],
        [
            (
                "XSD-ELEMENT",
                11,
                "/Invoice/Note",
                "cbc:Note holds elements, expected text only",
                "remove the elements",
                None,
            )
        ],
    ),
    (
        "invalid_nil",
        UBL,
        [("<cbc:Note>", ('<cbc:Note xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true">'))],
        [("XSD-ATTRIBUTE", 11, "/Invoice/Note", "cbc:Note takes no xsi:nil", "remove xsi:nil", None)],
    ),
    (
        "invalid_credit_note",
        CREDIT_NOTE,
        [("<cac:CreditNoteLine>.*</cac:CreditNoteLine>", "")],
        [
            (
                "XSD-ELEMENT",
                4,
                "/CreditNote",
                "cac:CreditNoteLine is missing in CreditNote",
                "add cac:CreditNoteLine",
                None,
            )
        ],
    ),
    (
        "invalid_netvisor_text_too_long",
        NETVISOR,
        [("(<productname>).*?<", rf"\g<1>{'x' * 201}<")],
        [
            (
                "XSD-VALUE",
                40,
                f"{INVOICES}/invoicelines/invoiceline[2]/salesinvoiceproductline/productname",
                "productname has 201 characters, expected at most 200",
                "shorten the text",
                "x" * 200 + "…",
            )
        ],
    ),
    (
        "invalid_netvisor_code",
        NETVISOR,
        [(">open<", ">closed<")],
        [
            (
                "XSD-VALUE",
                11,
                f"{INVOICES}/salesinvoicestatus",
                "salesinvoicestatus is 'closed', expected one of open, unsent, delivered, undelivered or nothing",
                "write one of these codes",
                "closed",
            )
        ],
    ),
    (
        "invalid_netvisor_code_of_an_attribute",
        NETVISOR,
        [
            ('<invoicingcustomeridentifier type="customer"', '<InvoicingCustomerIdentifier Type="client"'),
            ("</invoicingcustomeridentifier", "</InvoicingCustomerIdentifier"),
        ],
        [
            (
                "XSD-VALUE",
                16,
                f"{INVOICES}/InvoicingCustomerIdentifier/@Type",
                (
                    "attribute Type of InvoicingCustomerIdentifier is 'client', expected one of customer, netvisor, "
                    "organizationunitnumber"
                ),
                "write one of these codes, spelled like this",
                "client",
            )
        ],
    ),
    (
        "invalid_netvisor_one_attribute_in_two_cases",
        NETVISOR,
        [('<salesinvoicedate format="ansi"', '<salesinvoicedate Format="x" format="ansi"')],
        [
            (
                "XSD-ATTRIBUTE",
                4,
                f"{INVOICES}/salesinvoicedate/@Format",
                "salesinvoicedate takes no attribute Format",
                "remove the attribute, or correct its name",
                "x",
            )
        ],
    ),
    (
        "invalid_netvisor_number",
        NETVISOR,
        [("<paymenttermnetdays>14", "<paymenttermnetdays>fourteen")],
        [
            (
                "XSD-VALUE",
                28,
                f"{INVOICES}/paymenttermnetdays",
                "paymenttermnetdays is 'fourteen', expected digits or nothing",
                "write digits only",
                "fourteen",
            )
        ],
    ),
    (
        "invalid_netvisor_line_without_content",
        NETVISOR,
        [("<invoiceline>.*?</invoiceline>", "<invoiceline/>")],
        [
            (
                "XSD-ELEMENT",
                32,
                f"{INVOICES}/invoicelines/invoiceline[1]",
                (
                    "invoiceline lacks its content, expected salesinvoiceproductline or salesinvoicecommentline or "
                    "salesinvoicesubline"
                ),
                "add one of them",
                None,
            )
        ],
    ),
    (
        "invalid_netvisor_line_of_two",
        NETVISOR,
        [("(<invoiceline>)", r"\1<salesinvoicecommentline><comment>a</comment></salesinvoicecommentline>")],
        [
            (
                "XSD-ELEMENT",
                33,
                f"{INVOICES}/invoicelines/invoiceline[1]/salesinvoicecommentline[2]",
                (
                    "salesinvoicecommentline is one too many in invoiceline, expected salesinvoiceproductline or "
                    "salesinvoicecommentline or salesinvoicesubline"
                ),
                "keep one of them",
                None,
            )
        ],
    ),
    (
        "invalid_netvisor_without_root",
        NETVISOR,
        [("<root>", ""), ("</root>", ""), (">open<", ">closed<")],
        [
            (
                "XSD-ELEMENT",
                2,
                "/salesinvoice",
                "the root element is salesinvoice, expected root with salesinvoice inside",
                "write <root><salesinvoice>…</salesinvoice></root>",
                None,
            ),
            (
                "XSD-VALUE",
                11,
                "/salesinvoice/salesinvoicestatus",
                "salesinvoicestatus is 'closed', expected one of open, unsent, delivered, undelivered or nothing",
                "write one of these codes",
                "closed",
            ),
        ],
    ),
]


@pytest.mark.parametrize(("case", "text", "changes", "expected"), FAULTS, ids=[f[0] for f in FAULTS])
def test_fault(case, text, changes, expected):
    found = schema_faults(changed(text, *changes))
    assert [(f.code, f.line, f.path, f.message, f.fix, f.value) for f in found] == expected
    assert {(f.severity, f.layer) for f in found} == {("error", "schema")}


def test_one_run_names_every_fault_although_libxml2_stops_at_the_first_of_a_parent():
    data = changed(
        UBL,
        ("<cbc:IssueDate>", "<cbc:Foo/><cbc:IssueDate>"),
        ("<cac:AccountingSupplierParty>.*</cac:AccountingSupplierParty>", ""),
        ("<cbc:CityName>", "<cbc:CityNam/><cbc:CityName>"),
        (TOTAL, ""),
        ("<cac:InvoiceLine>(.*?)<cbc:ID>1</cbc:ID>", r"<cac:InvoiceLine>\1"),
        ('<cbc:InvoicedQuantity unitCode="[^"]*">', "<cbc:InvoicedQuantity>many"),
    )
    assert [(f.path, f.message) for f in schema_faults(data)] == [
        ("/Invoice", "cac:AccountingSupplierParty is missing in Invoice, expected before cac:AccountingCustomerParty"),
        ("/Invoice", "cac:LegalMonetaryTotal is missing in Invoice, expected before cac:InvoiceLine"),
        ("/Invoice/Foo", "cbc:Foo is not known in Invoice"),
        (
            "/Invoice/AccountingCustomerParty/Party/PostalAddress/CityNam",
            "cbc:CityNam is not known in cac:PostalAddress",
        ),
        ("/Invoice/InvoiceLine[1]", "cbc:ID is missing in cac:InvoiceLine, expected before cbc:InvoicedQuantity"),
        (
            "/Invoice/InvoiceLine[1]/InvoicedQuantity",
            "cbc:InvoicedQuantity is 'many40', expected a number with a decimal point",
        ),
    ]


def test_names_have_the_usual_prefix_whatever_the_document_says():
    text = (CORPORA / "peppol-bis" / "namespace-prefixes.xml").read_text(encoding="utf-8")
    assert "cbc:" not in text
    (fault,) = schema_faults(changed(text, (r"(\w+):DueDate>(.*?)</\1:DueDate", r"\1:DueDat>\2</\1:DueDat")))
    assert (fault.message, fault.fix) == ("cbc:DueDat is not known in Invoice", "did you mean cbc:DueDate?")


def test_a_root_that_the_schema_does_not_know():
    root = etree.fromstring(changed(UBL, ('xmlns="urn:oasis', 'xmlns="urn:example')))
    (fault,) = schema.judge_root(root, "ubl-2.1").around
    assert (fault.code, fault.path) == ("XSD-ELEMENT", "/Invoice")
    assert fault.message == "the schema knows no root element Invoice"
    (fault,) = schema.judge_root(etree.fromstring(b"<Order/>"), "ubl-2.1").around
    assert fault.message == "the root element is Order, expected Invoice or CreditNote"


def test_what_stands_in_an_envelope_is_judged_at_its_own_place():
    text = (CORPORA / "peppol-bis" / "sbdh-envelope.xml").read_text(encoding="utf-8")
    report = validate(text.encode(), layers=["schema"])
    assert report.valid
    assert "EI-SBDH" in [f.code for f in report.findings]
    (fault,) = schema_faults(changed(text, ("<cbc:IssueDate>2026", "<cbc:IssueDate>26")))
    line = text[: text.index("<cbc:IssueDate>")].count("\n") + 1
    assert (fault.path, fault.line) == ("/StandardBusinessDocument/Invoice/IssueDate", line)


# --- files with several invoices --------------------------------------------------------------------


def faults_by_invoice(data):
    return [[f.path for f in r.findings if f.layer == "schema"] for r in validate_many(data, layers=["schema"])]


def test_a_fault_inside_an_invoice_belongs_to_that_invoice():
    second = RESPONSE.index("<SalesInvoice>", RESPONSE.index("<SalesInvoice>") + 1)
    data = (RESPONSE[:second] + RESPONSE[second:].replace("<SalesInvoiceDate", "<Foo/><SalesInvoiceDate", 1)).encode()
    found = faults_by_invoice(data)
    assert found == [[], ["/Root/SalesInvoices/SalesInvoice[2]/Foo"], []]
    assert [r.valid for r in validate_many(data, layers=["schema"])] == [True, False, True]


def test_a_fault_around_the_invoices_belongs_to_all():
    data = changed(RESPONSE, ("<ResponseStatus>", "<Foo/><ResponseStatus>"))
    assert faults_by_invoice(data) == [["/Root/Foo"]] * 3


def test_a_batch_is_judged_once_and_by_item():
    data = changed(BATCH, ("</items>", "<foo/></items>"), (">open<", ">closed<"))
    items = "/root/salesinvoicebatch/items"
    first = f"{items}/item[1]/itemdata/salesinvoice/salesinvoicestatus"
    assert faults_by_invoice(data) == [[f"{items}/foo", first], [f"{items}/foo"], [f"{items}/foo"]]


def test_the_first_invoice_bears_the_time_of_the_file(monkeypatch):
    calls = []
    judge_root = schema.judge_root
    monkeypatch.setattr(schema, "judge_root", lambda *given: calls.append(given) or judge_root(*given))
    assert [r.index for r in validate_many(BATCH.encode(), layers=["schema"])] == [0, 1, 2]
    assert len(calls) == 1


# --- the model --------------------------------------------------------------------------------------


def test_canonical_json_is_judged_by_the_model():
    report = validate(b'{"invoice_number": "1", "currency": "EUR", "lines": [{"quantity": "2"}]}', layers=["schema"])
    assert report.valid
    assert (report.profile, report.layers[0].ruleset, report.layers[0].fired) == ("model", "model", 3)


def test_canonical_json_with_faults():
    report = validate(b'{"invoice_number": "1", "issue_date": "17.4.2026", "lines": [{"quantit": "2"}]}')
    assert [layer.status for layer in report.layers] == ["invalid", "skipped", "skipped"]
    assert [(f.code, f.path) for f in report.findings] == [
        ("EI-READ-VALUE", "/issue_date"),
        ("EI-READ-VALUE", "/lines/0/quantit"),
    ]
    assert report.error is not None and report.error.exit_code == 4
