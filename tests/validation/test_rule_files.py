"""Rules of the user in place of the official ones: any XML, Schematron or XSLT, and what of it was checked."""

import pytest

import einvoice
from einvoice.errors import NotDetected, SchematronBroken
from einvoice.validation import rule_file, validate, validate_many

from .samples import BATCH, CORPORA, NETVISOR, RESPONSE, UBL, changed

NAMESPACES = """<ns prefix="cbc" uri="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"/>
<ns prefix="cac" uri="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"/>
<ns prefix="ubl" uri="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>"""

LINES = """<rule context="cac:InvoiceLine">
  <assert id="X-1" test="number(cbc:InvoicedQuantity) &lt; 2">line <value-of select="cbc:ID"/> has too many</assert>
  <report flag="warning" test="cbc:ID = '1'">it is the first</report>
</rule>"""

ORDERS = """<rule context="order/item">
  <assert id="O-1" test="@price">the item has no price</assert>
  <assert id="O-2" role="information" test="string-length(.) gt 3">the name is short</assert>
  <assert id="O-3" test="not(@price) or xs:decimal(@price) ge 0">the price is negative</assert>
</rule>"""
ORDER = b'<order>\n<item price="1">nail</item>\n<item>saw</item>\n<item price="x">hammer</item>\n</order>'

PRODUCTS = """<rule context="salesinvoiceproductline|SalesInvoiceProductLine">
  <assert id="N-1" test="false()">a product line</assert>
</rule>
<rule context="salesinvoicebatch|ResponseStatus"><assert id="N-2" test="false()">around</assert></rule>"""


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """Write a rule file and return its path."""
    monkeypatch.setenv("EINVOICE_CACHE", str(tmp_path / "cache"))

    def write(body, name="own.sch"):
        path = tmp_path / name
        path.write_text(
            '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">'
            f'{NAMESPACES}<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><pattern>{body}</pattern></schema>',
            encoding="utf-8",
        )
        return path

    return write


def statuses(report):
    return [(layer.layer, layer.status) for layer in report.layers]


def of_rules(report):
    return [finding for finding in report.findings if finding.layer == "schematron"]


# --- on invoices ------------------------------------------------------------------------------------


def test_rules_of_the_user_take_the_place_of_the_official_ones(rules):
    report = validate(UBL.encode(), schematron=rules(LINES))
    assert statuses(report) == [("schema", "valid"), ("schematron", "invalid"), ("business", "valid")]
    assert (report.layers[1].ruleset, report.layers[1].fired) == ("own.sch", 4)
    assert (report.format, report.profile) == ("peppol-bis", "peppol-bis-3/2026-05")
    assert report.checked and not report.valid
    first, *others = of_rules(report)
    assert (first.code, first.severity, first.message) == ("X-1", "error", "line 1 has too many")
    assert (first.path, first.line) == (
        "/Invoice/InvoiceLine[1]", UBL[: UBL.index("<cac:InvoiceLine>")].count("\n") + 1,
    )  # fmt: skip
    assert ("EI-SCHEMATRON", "warning", "it is the first") in {(f.code, f.severity, f.message) for f in others}


@pytest.mark.parametrize("asked", [["schematron"], ["en16931"], ["peppol", "en16931"]])
def test_the_layer_may_be_asked_for_alone(asked, rules):
    report = validate(UBL.encode(), layers=asked, schematron=rules(LINES.replace("&lt; 2", "&lt; 9999")))
    assert statuses(report) == [("schematron", "valid")]
    assert report.valid


def test_the_invoice_is_taken_out_of_its_envelope(rules):
    data = (CORPORA / "peppol-bis" / "sbdh-envelope.xml").read_bytes()
    body = LINES.replace("cac:InvoiceLine", "/ubl:Invoice/cac:InvoiceLine")
    found = of_rules(validate(data, layers=["schematron"], schematron=rules(body)))
    assert found and all(f.path.startswith("/StandardBusinessDocument/Invoice/InvoiceLine") for f in found)


def test_compiled_once_for_many_documents(rules):
    compiled = rule_file(rules(LINES))
    assert compiled.name == "own.sch"
    reports = [einvoice.validate(UBL.encode(), layers=["schematron"], schematron=compiled) for _ in range(2)]
    assert reports[0].findings == reports[1].findings != ()


# --- on other XML -----------------------------------------------------------------------------------


def test_any_xml_is_judged(rules):
    report = validate(ORDER, layers=["schematron"], schematron=rules(ORDERS))
    assert (report.format, report.profile, report.checked, report.valid) == (None, None, True, False)
    assert report.layers[0].fired == 3
    assert [(f.code, f.severity, f.path, f.line) for f in report.findings] == [
        ("O-1", "error", "/order/item[2]", 3),
        ("O-2", "info", "/order/item[2]", 3),
        ("EI-RULE-ERROR", "error", "/order/item[3]", 4),
    ]
    assert "rule O-3 cannot be evaluated on item" in report.findings[2].message
    assert "as XSLT the rules would stop here" in report.findings[2].message


def test_what_nobody_can_read_is_not_checked_by_the_other_layers(rules):
    report = validate(ORDER, schematron=rules(ORDERS.replace("xs:decimal", "number")))
    assert statuses(report) == [("schema", "skipped"), ("schematron", "invalid"), ("business", "skipped")]
    reason = "einvoice cannot read the document: root element order belongs to no format that einvoice knows"
    assert [layer.reason for layer in report.layers] == [reason, None, reason]
    assert not report.checked and not report.valid
    assert report.as_dict("a.xml")["format"] is None


def test_a_valid_order_is_checked(rules):
    good = b'<order><item price="1">nail</item></order>'
    assert validate(good, layers=["schematron"], schematron=rules(ORDERS)).valid
    assert not validate(good, schematron=rules(ORDERS)).checked


def test_rules_that_fire_on_nothing_have_judged_nothing(rules):
    report = validate(b"<purchase/>", layers=["schematron"], schematron=rules(ORDERS))
    assert statuses(report) == [("schematron", "skipped")]
    assert report.layers[0].reason == (
        "no rule of own.sch is for such a document (root element purchase), so nothing was judged"
    )
    assert not report.checked and not report.valid


def test_a_finvoice_that_holds_no_invoice_is_judged(rules):
    data = b'<Finvoice Version="3.0"><order><item>nail</item></order></Finvoice>'
    report = validate(data, layers=["schematron"], schematron=rules(ORDERS))
    assert [f.code for f in report.findings if f.severity == "error"] == ["O-1"]


def test_without_rules_a_stranger_stays_one(rules):
    with pytest.raises(NotDetected):
        validate(ORDER)
    with pytest.raises(NotDetected):
        validate(b'{"order": 1}', layers=["schematron"], schematron=rules(ORDERS))


# --- on files of several invoices -------------------------------------------------------------------


FILES = [(BATCH, "/root/salesinvoicebatch"), (RESPONSE, "/Root/ResponseStatus")]


@pytest.mark.parametrize(("text", "around"), FILES, ids=["batch", "response"])
def test_a_finding_belongs_to_its_invoice(text, around, rules):
    reports = list(validate_many(text.encode(), layers=["schematron"], schematron=rules(PRODUCTS)))
    assert len(reports) == 3
    inside = [[f.path for f in report.findings if f.code == "N-1"] for report in reports]
    assert all(inside) and len({path for paths in inside for path in paths}) == sum(map(len, inside))
    for report, paths in zip(reports, inside, strict=True):
        assert len({path[: path.lower().index("/invoicelines")] for path in paths}) == 1
        assert [f.path for f in report.findings if f.code == "N-2"] == [around]
        assert report.layers[0].fired == reports[0].layers[0].fired


def test_an_assumed_encoding_is_assumed_once(rules):
    data = (CORPORA / "netvisor" / "encoding-iso-8859-15-undeclared.xml").read_bytes()
    body = """<rule context="salesinvoice"><report id="N-3" test="contains(., 'ä')">it has an ä</report></rule>"""
    for engine in ("native", "saxon"):
        if engine == "saxon":
            pytest.importorskip("saxonche", reason="the optional engine is not installed")
        report = validate(data, layers=["schematron"], schematron=rules(body), engine=engine)
        assert "N-3" in {finding.code for finding in report.findings}


def test_json_is_judged_by_what_it_says_in_ubl(rules):
    invoice = einvoice.read(UBL.encode()).invoice
    data = einvoice.write(invoice, "model").data
    report = validate(data, layers=["schematron"], schematron=rules(LINES))
    assert {f.path for f in report.findings if f.code == "X-1"} >= {"/lines/0"}


# --- stylesheets ------------------------------------------------------------------------------------

STYLESHEET = """<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:svrl="http://purl.oclc.org/dsdl/svrl" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:template match="/order">
    <svrl:schematron-output>
      <xsl:for-each select="item">
        <svrl:fired-rule context="item"/>
        <xsl:if test="xs:decimal(@price) lt 1">
          <svrl:failed-assert id="S-1" flag="warning" test="@price" location="/order[1]/item[{position()}]/@price">
            <svrl:text>cheap</svrl:text>
          </svrl:failed-assert>
        </xsl:if>
      </xsl:for-each>
    </svrl:schematron-output>
  </xsl:template>
  <xsl:template match="/*[not(self::order)]"><svrl:schematron-output/></xsl:template>
</xsl:stylesheet>"""


@pytest.fixture
def stylesheet(tmp_path):
    pytest.importorskip("saxonche", reason="the optional engine is not installed")
    path = tmp_path / "own.xslt"
    path.write_text(STYLESHEET, encoding="utf-8")
    return path


def test_a_stylesheet_judges(stylesheet):
    data = b'<order>\n<item price="2"/>\n<item price="0.5"/>\n</order>'
    report = validate(data, layers=["schematron"], schematron=stylesheet)
    assert report.valid and (report.layers[0].ruleset, report.layers[0].fired) == ("own.xslt", 2)
    (finding,) = report.findings
    assert (finding.code, finding.severity, finding.message) == ("S-1", "warning", "cheap")
    assert (finding.path, finding.line, finding.value) == ("/order/item[2]/@price", 3, "0.5")


def test_a_stylesheet_that_stops_has_judged_nothing(stylesheet):
    report = validate(b'<order><item price="x"/></order>', layers=["schematron"], schematron=stylesheet)
    assert statuses(report) == [("schematron", "skipped")]
    assert report.layers[0].reason == "the stylesheet stopped at an error, so there is no report"
    (finding,) = report.findings
    assert (finding.code, finding.severity) == ("EI-RULE-ERROR", "error")
    assert "own.xslt stops at an error" in finding.message and "FORG0001" in finding.message


def test_a_stylesheet_that_says_nothing_has_judged_nothing(stylesheet):
    report = validate(UBL.encode(), layers=["schematron"], schematron=stylesheet)
    assert statuses(report) == [("schematron", "skipped")]
    assert "no rule of own.xslt is for such a document" in report.layers[0].reason


@pytest.mark.conformance
def test_the_official_stylesheet_as_a_rule_file(shared):
    """A user who has the official file gets from it what our rules say: codes, severities and lines."""
    pytest.importorskip("saxonche", reason="the optional engine is not installed")
    data = (CORPORA / "peppol-bis" / "negative" / "rate-zero-standard.xml").read_bytes()
    theirs = shared("official", "peppol-2026.5", "CEN-EN16931-UBL.xslt")
    found = of_rules(validate(data, layers=["schematron"], schematron=theirs))
    assert [(f.code, f.severity) for f in found] == [
        (f.code, f.severity) for f in validate(data, layers=["en16931"]).findings if f.layer == "en16931"
    ]
    assert all(f.path and f.path.startswith("/Invoice") and f.line for f in found)
    netvisor = validate(NETVISOR.encode(), layers=["schematron"], schematron=theirs)
    assert statuses(netvisor) == [("schematron", "skipped")], "no rule fires on another format: never valid"


# --- files that cannot be used ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["absent.sch", "absent.xslt"])
def test_a_rule_file_that_is_not_there(name, tmp_path):
    with pytest.raises(SchematronBroken) as caught:
        validate(UBL.encode(), schematron=tmp_path / name)
    assert caught.value.exit_code == 6 and caught.value.source.endswith(name)


def test_a_rule_that_does_not_compile_is_told_before_the_document_is_opened(rules):
    path = rules('<rule context="order"><assert test="1 +">sum</assert></rule>')
    with pytest.raises(SchematronBroken):
        validate(b"<broken", schematron=path)


def test_a_document_that_cannot_be_read_says_so_once(rules):
    data = changed(
        einvoice.write(einvoice.read(UBL.encode()).invoice, "model").data.decode(),
        ('"issue_date": "20', '"issue_date": "'),
    )
    report = validate(data, layers=["schematron"], schematron=rules(LINES))
    assert statuses(report) == [("schematron", "skipped")]
    assert [f.code for f in report.findings] == ["EI-READ-VALUE"]
