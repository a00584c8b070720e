"""The official rules and `check_totals` refuse the same amounts, tried at both sides of every slack.

Each figure of an official example is moved by a little and by a lot; the official XSLT and `Mismatch.fatal` must
name the same rules.  Where VAT stands on an untaxed category the official rules say it twice, BR-CO-17 and the -09
of the category, and `check_totals` once.
"""

from decimal import Decimal

import pytest
from lxml import etree
from tests.oracle.official import judge

import einvoice
from einvoice.calc import check_totals
from einvoice.calc.check import TAX_RULES, TAXABLE_RULES

pytestmark = pytest.mark.conformance

DOCUMENTS = ["Allowance-example.xml", "vat-category-O.xml", "base-negative-inv-correction.xml"]
MOVES = ["-0.02", "0.03", "1.00"]

AMOUNTS = {
    "Amount", "BaseAmount", "LineExtensionAmount", "TaxAmount", "TaxableAmount", "TaxExclusiveAmount",
    "TaxInclusiveAmount", "AllowanceTotalAmount", "ChargeTotalAmount", "PrepaidAmount", "PayableRoundingAmount",
    "PayableAmount", "PriceAmount", "InvoicedQuantity", "Percent", "MultiplierFactorNumeric",
}  # fmt: skip

SUMS = {f"BR-CO-{n}" for n in (10, 11, 12, 13, 14, 15, 16, 17)} | {"PEPPOL-EN16931-R040", "PEPPOL-EN16931-R120"}
OURS = SUMS | set(TAXABLE_RULES.values()) | set(TAX_RULES.values())


def refused(data):
    """What the official rules refuse of what `check_totals` knows, each fault once."""
    rules = {failed.rule for failed in judge(data) if failed.rule in OURS}
    return rules - {"BR-CO-17"} if rules & set(TAX_RULES.values()) else rules


def fatal(data):
    invoice = einvoice.read(data, format="peppol-bis").invoice
    return {mismatch.rule for mismatch in check_totals(invoice) if mismatch.fatal}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_fatal_is_what_the_official_rules_refuse(shared, name):
    root = etree.fromstring(shared("conformance", "documents", "peppol-examples", name).read_bytes())
    assert refused(etree.tostring(root)) == fatal(etree.tostring(root)) == set()
    seen = set()
    for element in root.iter(etree.Element):
        if etree.QName(element).localname not in AMOUNTS:
            continue
        stated = element.text
        if etree.QName(element).localname == "Percent" and not Decimal(stated):
            continue  # a rate on an untaxed category is no wrong amount; the rule EI-VAT-CATEGORY-RATE names it
        for move in MOVES:
            element.text = str(Decimal(stated) + Decimal(move))
            data = etree.tostring(root)
            rules = refused(data)
            assert fatal(data) == rules, f"{root.getroottree().getpath(element)}: {stated} moved by {move}"
            seen |= rules
        element.text = stated
    assert len(seen) >= 8, f"only {sorted(seen)} were tried"
