# ruff: noqa: E501 (a document is one line, so that a case is one row)
"""Small documents that show something: named cases with their verdict, and systematic series.

    CASES                 named documents, each with the ids that fail, as the official XSLT has them
    series()              documents that walk through codes, numbers, countries and elements, one by one

    python -m tests.schematron.documents NAME        writes a case, and what the official XSLT says of it

A case is a base with edits, one per line: ``path = text`` sets the first such element or attribute (what is missing is
made), ``path += text`` adds one, ``+ path`` writes the first one twice, ``- path`` takes all out.  Names in capitals
are short for paths (`SHORT`); a text in quotes is Python's.
"""

from __future__ import annotations

import ast
import copy
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from lxml import etree
from tests.oracle.seeds import corpora
from tests.oracle.vocabulary import COUNTRIES, FOREIGN, NAMES, NATIONAL, SCHEME_NUMBERS

from einvoice.codelists import codes

SHORT: Final = {
    "SELLER": "cac:AccountingSupplierParty/cac:Party",
    "BUYER": "cac:AccountingCustomerParty/cac:Party",
    "MEANS": "cac:PaymentMeans",
    "ACCOUNT": "cac:PaymentMeans/cac:PayeeFinancialAccount",
    "TOTALS": "cac:LegalMonetaryTotal",
    "SUBTOTAL": "cac:TaxTotal/cac:TaxSubtotal",
    "COUNTRY": "cac:PostalAddress/cac:Country/cbc:IdentificationCode",
    "DOCUMENT": "cac:AdditionalDocumentReference",
}

INVOICE: Final = """\
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>1</cbc:ID>
  <cbc:IssueDate>2026-06-18</cbc:IssueDate>
  <cbc:DueDate>2026-07-02</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cbc:BuyerReference>Kalle</cbc:BuyerReference>
  <cac:AccountingSupplierParty><cac:Party>
    <cbc:EndpointID schemeID="0216">003791001147</cbc:EndpointID>
    <cac:PostalAddress>
      <cac:Country><cbc:IdentificationCode>FI</cbc:IdentificationCode></cac:Country>
    </cac:PostalAddress>
    <cac:PartyTaxScheme>
      <cbc:CompanyID>FI91001147</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
    </cac:PartyTaxScheme>
    <cac:PartyLegalEntity>
      <cbc:RegistrationName>Myyjä Oy</cbc:RegistrationName><cbc:CompanyID>9100114-7</cbc:CompanyID>
    </cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty><cac:Party>
    <cbc:EndpointID schemeID="0216">003791001294</cbc:EndpointID>
    <cac:PostalAddress>
      <cac:Country><cbc:IdentificationCode>FI</cbc:IdentificationCode></cac:Country>
    </cac:PostalAddress>
    <cac:PartyLegalEntity><cbc:RegistrationName>Ostaja Oy</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingCustomerParty>
  <cac:TaxTotal>
    <cbc:TaxAmount currencyID="EUR">25.50</cbc:TaxAmount>
    <cac:TaxSubtotal>
      <cbc:TaxableAmount currencyID="EUR">100.00</cbc:TaxableAmount>
      <cbc:TaxAmount currencyID="EUR">25.50</cbc:TaxAmount>
      <cac:TaxCategory>
        <cbc:ID>S</cbc:ID><cbc:Percent>25.5</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
      </cac:TaxCategory>
    </cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">100.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">125.50</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">125.50</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
  <cac:InvoiceLine>
    <cbc:ID>1</cbc:ID>
    <cbc:InvoicedQuantity unitCode="C62">4</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount>
    <cac:Item>
      <cbc:Name>Lamppu</cbc:Name>
      <cac:ClassifiedTaxCategory>
        <cbc:ID>S</cbc:ID><cbc:Percent>25.5</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
      </cac:ClassifiedTaxCategory>
    </cac:Item>
    <cac:Price><cbc:PriceAmount currencyID="EUR">25.00</cbc:PriceAmount></cac:Price>
  </cac:InvoiceLine>
</Invoice>
"""
CREDITED: Final = {
    "Invoice-2": "CreditNote-2",
    "<Invoice ": "<CreditNote ",
    "</Invoice>": "</CreditNote>",
    "InvoiceTypeCode>380": "CreditNoteTypeCode>381",
    "/cbc:InvoiceTypeCode": "/cbc:CreditNoteTypeCode",
    "cac:InvoiceLine": "cac:CreditNoteLine",
    "cbc:InvoicedQuantity": "cbc:CreditedQuantity",
    "  <cbc:DueDate>2026-07-02</cbc:DueDate>\n": "",
}


def credited(text: str) -> str:
    """Return a credit note in place of an invoice."""
    for old, new in CREDITED.items():
        text = text.replace(old, new)
    return text


BASES: Final = {"invoice": INVOICE, "credit note": credited(INVOICE)}

# ---------------------------------------------------------------------------------------------------------------
# Edits


def steps(path: str) -> list[str]:
    """Return the steps of *path*, short names written out."""
    for short, long in SHORT.items():
        path = path.replace(short, long)
    return path.split("/")


def _tag(step: str) -> str:
    prefix, name = step.split(":")
    return f"{{{NAMES[prefix]}}}{name}"


def _parts(step: str) -> tuple[str, int]:
    name, _, number = step.partition("[")
    return _tag(name), int(number.rstrip("]") or 1) if number else 1


def _reach(root: etree._Element, way: Sequence[str]) -> etree._Element:
    for step in way:
        tag, number = _parts(step)
        found = root.findall(tag)
        while len(found) < number:
            found.append(etree.SubElement(root, tag))
        root = found[number - 1]
    return root


def _all(root: etree._Element, way: Sequence[str]) -> list[etree._Element]:
    found = [root]
    for step in way:
        name, _, number = step.partition("[")
        inner = [child for each in found for child in each.findall(_tag(name))]
        found = inner[int(number.rstrip("]")) - 1 :][:1] if number else inner
    return found


def edit(root: etree._Element, line: str) -> None:
    """Do one edit."""
    line = line.strip()
    if line[0] == "-":
        way = steps(line[1:].strip())
        attribute = way.pop().lstrip("@") if way[-1][0] == "@" else ""
        for each in _all(root, way):
            if attribute:
                each.attrib.pop(attribute, None)
            else:
                parent = each.getparent()
                assert parent is not None
                parent.remove(each)
        return
    if line[0] == "+":
        first = _all(root, steps(line[1:].strip()))[0]
        first.addnext(copy.deepcopy(first))
        return
    path, _, text = line.partition("=")
    text = text.strip()
    if text[:1] in ("'", '"'):
        text = ast.literal_eval(text)
    way = steps(path.rstrip("+ ").strip())
    last = way.pop()
    parent = _reach(root, way)
    if last[0] == "@":
        parent.set(last[1:], text)
    elif path.endswith("+"):
        etree.SubElement(parent, _parts(last)[0]).text = text
    else:
        element = _reach(parent, [last])
        for child in element:
            element.remove(child)
        element.text = text


def edited(base: str, edits: str) -> bytes:
    """Return *base* after *edits*."""
    root = etree.fromstring(base.encode())
    for line in edits.splitlines():
        if line.strip():
            edit(root, line)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


# ---------------------------------------------------------------------------------------------------------------
# Cases


class Case(NamedTuple):
    """A document with its verdict: the ids that fail, each as often as it fails, or ``stops``."""

    name: str
    base: str
    edits: str
    en16931: str = ""
    peppol: str = ""

    @property
    def data(self) -> bytes:
        return edited(BASES[self.base], self.edits)


CASES: Final[tuple[Case, ...]] = ()

# ---------------------------------------------------------------------------------------------------------------
# Series


class Document(NamedTuple):
    name: str
    data: bytes


def national(kind: str, country: str) -> str:
    """Return the edits that give both parties a country, with a VAT number and a scheme of it."""
    number, (scheme, *_) = COUNTRIES[country]
    lines = []
    for party in ("SELLER", "BUYER"):
        lines += [
            f"{party}/COUNTRY = {country}",
            f"{party}/cac:PartyTaxScheme/cbc:CompanyID = {number}",
            f"{party}/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT",
            f"{party}/cbc:EndpointID = {SCHEME_NUMBERS.get(scheme, '1')}",
            f"{party}/cbc:EndpointID/@schemeID = {scheme}",
            f"{party}/cac:PartyLegalEntity/cbc:CompanyID = {SCHEME_NUMBERS.get(scheme, '1')}",
            f"{party}/cac:PartyLegalEntity/cbc:CompanyID/@schemeID = {scheme}",
        ]
    return "\n".join(lines)


def _of_countries() -> Iterator[Document]:
    """Each text that a national rule asks about, alone in a document of the country that has all of them."""
    rows: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for country, path, texts in NATIONAL:
        rows.setdefault(country, []).append((path, texts))
    for country, paths in rows.items():
        for kind, base in BASES.items():
            turned = (lambda path: path) if kind == "invoice" else (lambda path: credited(f"/{path}")[1:])
            plain = national(kind, country)
            rich = "\n".join([plain, *(f"{turned(path)} = {texts[0]!r}" for path, texts in paths)])
            yield Document(f"{country} {kind}", edited(base, plain))
            yield Document(f"{country} {kind} with everything", edited(base, rich))
            for party in ("SELLER", "BUYER"):
                for other in (" ", country.lower(), f" {country} ", "FI", "XX"):
                    abroad = f"{rich}\n{party}/COUNTRY = {other!r}"
                    yield Document(f"{country} {kind}, {party} in {other!r}", edited(base, abroad))
                    for line in (
                        f"- {party}/cac:PartyTaxScheme",
                        f"{party}/cac:PartyTaxScheme/cbc:CompanyID = {other!r}",
                    ):
                        yield Document(
                            f"{country} {kind}, {party} in {other!r}, {line}", edited(base, f"{abroad}\n{line}")
                        )
            for path, texts in paths:
                there = turned(path)
                changes = [f"- {there}", f"+ {there}", f"{there} = ''"]
                changes += [f"{there} = {text!r}" for text in texts[1:]]
                changes += [f"{there} = {f' {text} '!r}" for text in texts[:2]]
                for start in (plain, rich):
                    for change in changes:
                        if start is plain and change[0] in "+-":
                            continue
                        yield Document(
                            f"{country} {kind}: {change}{' alone' * (start is plain)}",
                            edited(base, f"{start}\n{change}"),
                        )


def _of_numbers() -> Iterator[Document]:
    """Good and bad numbers of each scheme, at each place that has schemes."""
    for scheme, number in SCHEME_NUMBERS.items():
        forms = [number, *(f"{number[:-1]}{digit}" for digit in "0123456789"), number[:-1], f"{number}0", f" {number}"]
        forms += [number.lower(), number.upper(), "0" * len(number), f"{number[0]}x{number[2:]}", f"{number[1:]}", ""]
        forms += [
            f"{(int(number[0]) + 1) % 10}{number[1:]}" if number[0].isdigit() else f"X{number[1:]}",
            f"\u0661{number[1:]}",
        ]
        for place, path in enumerate(("SELLER/cac:PartyIdentification[{0}]/cbc:ID", "cac:PayeeParty[{0}]/cbc:EndpointID",
                                      "cac:PayeeParty[{0}]/cac:PartyLegalEntity/cbc:CompanyID")):  # fmt: skip
            lines = []
            for index, form in enumerate(dict.fromkeys(forms), 1):
                there = path.format(index)
                lines += [f"{there} = {form!r}", f"{there}/@schemeID = {scheme}"]
            yield Document(f"numbers of {scheme or 'no scheme'}, place {place}", edited(INVOICE, "\n".join(lines)))


LISTED: Final = (
    ("currencies", '<cbc:DocumentCurrencyCode>{}</cbc:DocumentCurrencyCode>'),
    ("currencies", '<cbc:TaxCurrencyCode>{}</cbc:TaxCurrencyCode>'),
    ("currencies", '<cbc:Amount currencyID="{}">1</cbc:Amount>'),
    ("countries", '<cac:Country><cbc:IdentificationCode>{}</cbc:IdentificationCode></cac:Country>'),
    ("countries", '<cac:OriginCountry><cbc:IdentificationCode>{}</cbc:IdentificationCode></cac:OriginCountry>'),
    ("payment_means", '<cac:PaymentMeans><cbc:PaymentMeansCode>{}</cbc:PaymentMeansCode></cac:PaymentMeans>'),
    ("allowance_reasons", ('<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>'
     '<cbc:AllowanceChargeReasonCode>{}</cbc:AllowanceChargeReasonCode></cac:AllowanceCharge>')),
    ("charge_reasons", ('<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>'
     '<cbc:AllowanceChargeReasonCode>{}</cbc:AllowanceChargeReasonCode></cac:AllowanceCharge>')),
    ("vatex", '<cac:TaxCategory><cbc:TaxExemptionReasonCode>{}</cbc:TaxExemptionReasonCode></cac:TaxCategory>'),
    ("units", '<cbc:InvoicedQuantity unitCode="{}">1</cbc:InvoicedQuantity>'),
    ("mime_types", '<cbc:EmbeddedDocumentBinaryObject mimeCode="{}" filename="{}">1</cbc:EmbeddedDocumentBinaryObject>'),
    ("eas", '<cbc:EndpointID schemeID="{}">1</cbc:EndpointID>'),
    ("icd", '<cac:PartyIdentification><cbc:ID schemeID="{}">1</cbc:ID></cac:PartyIdentification>'),
    ("icd", '<cac:PartyLegalEntity><cbc:CompanyID schemeID="{}">1</cbc:CompanyID></cac:PartyLegalEntity>'),
    ("icd", '<cac:StandardItemIdentification><cbc:ID schemeID="{}">1</cbc:ID></cac:StandardItemIdentification>'),
    ("icd", '<cac:DeliveryLocation><cbc:ID schemeID="{}">1</cbc:ID></cac:DeliveryLocation>'),
    ("object_schemes", ('<cac:AdditionalDocumentReference><cbc:ID schemeID="{}">1</cbc:ID>'
     '<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>')),
    ("object_schemes", ('<cac:DocumentReference><cbc:ID schemeID="{}">1</cbc:ID>'
     '<cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:DocumentReference>')),
    ("item_classification", ('<cac:CommodityClassification><cbc:ItemClassificationCode listID="{}">1'
     '</cbc:ItemClassificationCode></cac:CommodityClassification>')),
    ("note_subjects", '<cbc:Note>#{}#text</cbc:Note>'),
    ("vat_point_codes", '<cac:InvoicePeriod><cbc:DescriptionCode>{}</cbc:DescriptionCode></cac:InvoicePeriod>'),
    ("vat_categories", '<cac:TaxCategory><cbc:ID>{}</cbc:ID></cac:TaxCategory>'),
    ("vat_categories", '<cac:ClassifiedTaxCategory><cbc:ID>{}</cbc:ID></cac:ClassifiedTaxCategory>'),
    ("invoice_types", '<cbc:InvoiceTypeCode>{}</cbc:InvoiceTypeCode>'),
    ("invoice_types", '<cbc:CreditNoteTypeCode>{}</cbc:CreditNoteTypeCode>'),
)  # fmt: skip
"""Where the codes of a list may stand."""
WRONG: Final = ("ZZQ", "", "q")


def _of_codes() -> Iterator[Document]:
    """All codes of a list, and wrong ones, side by side in an element of others; document types one by one."""
    for name, form in LISTED:
        known = sorted(codes(name))
        given = [
            *known,
            *WRONG,
            *(f"{known[0]}{end}" for end in ("q", " ", f" {known[1]}")),
            f" {known[0]}",
            known[-1].lower(),
        ]
        inside = "".join(form.format(code, code) for code in given)
        base = INVOICE.replace("</Invoice>", f'<x:codes xmlns:x="{FOREIGN}">{inside}</x:codes></Invoice>')
        yield Document(f"all {name} in {form[1:30]}", base.encode())
    for code in (*sorted(codes("invoice_types")), *WRONG):
        for kind, base in BASES.items():
            path = "cbc:InvoiceTypeCode" if kind == "invoice" else "cbc:CreditNoteTypeCode"
            yield Document(f"{kind} of type {code!r}", edited(base, f"{path} = {code!r}"))
    for code in sorted(codes("vat_categories")):
        for rate in ("0", "25.5", "", None):
            lines = [
                f"SUBTOTAL/cac:TaxCategory/cbc:ID = {code}",
                f"cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory/cbc:ID = {code}",
            ]
            for path in ("SUBTOTAL/cac:TaxCategory", "cac:InvoiceLine/cac:Item/cac:ClassifiedTaxCategory"):
                lines.append(f"- {path}/cbc:Percent" if rate is None else f"{path}/cbc:Percent = {rate!r}")
            for reason in ("", "SUBTOTAL/cac:TaxCategory/cbc:TaxExemptionReason = why"):
                for seller in ("", "- SELLER/cac:PartyTaxScheme"):
                    for buyer in (
                        "",
                        "BUYER/cac:PartyTaxScheme/cbc:CompanyID = SE1\nBUYER/cac:PartyTaxScheme/cac:TaxScheme/cbc:ID = VAT",
                    ):
                        name = f"VAT {code} at {rate}{reason and ' with a reason'}{seller and ' without seller'}{buyer and ' with buyer'}"
                        yield Document(name, edited(INVOICE, "\n".join([*lines, reason, seller, buyer])))


FULL: Final = ("corpora/peppol-bis/everything.xml", "corpora/peppol-bis/everything-credit-note.xml")


def _of_elements() -> Iterator[Document]:
    """Our documents with every element: each element left out, emptied, doubled, or with blanks around its text."""
    for seed in corpora():
        if seed.name not in FULL:
            continue
        root = etree.fromstring(seed.data)
        seen = set()
        tree = root.getroottree()
        for element in list(root.iter("*"))[1:]:
            path = _names(element)
            if path in seen:
                continue
            seen.add(path)
            for what in ("without", "two", "empty", "blanks in"):
                if what in ("empty", "blanks in") and len(element):
                    continue
                yield Document(f"{seed.name} {what} {path}", _changed(root, tree.getelementpath(element), what))
            for name in element.attrib:
                for what in ("without", "empty", "blanks in"):
                    data = _changed(root, tree.getelementpath(element), what, str(name))
                    yield Document(f"{seed.name} {what} {path}/@{name}", data)


def _names(element: etree._Element) -> str:
    return "/".join(etree.QName(each).localname for each in (*reversed([*element.iterancestors()]), element))


def _changed(root: etree._Element, path: str, what: str, attribute: str | None = None) -> bytes:
    work = copy.deepcopy(root)
    element = work.find(path)
    assert element is not None
    if attribute is not None:
        old = element.attrib.pop(attribute)
        if what != "without":
            element.set(attribute, "" if what == "empty" else f" {old} ")
    elif what == "without":
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)
    elif what == "two":
        element.addnext(copy.deepcopy(element))
    else:
        element.text = "" if what == "empty" else f" {element.text} "
    return etree.tostring(work, encoding="UTF-8", xml_declaration=True)


@cache
def series() -> tuple[Document, ...]:
    """Return the systematic documents; none needs the shared folder."""
    found = (*_of_codes(), *_of_numbers(), *_of_countries(), *_of_elements())
    return tuple({each.name: each for each in found}.values())


def main() -> int:
    """Write a case or a document of the series, and the official verdict on it."""
    from tests.schematron.sides import official

    for each in (*CASES, *series()):
        if sys.argv[1] in (each.name, "all") or (sys.argv[1] == "cases" and isinstance(each, Case)):
            if sys.argv[1] == each.name:
                print(each.data.decode())
            print(each.name, official(each.data))
    return 0


if __name__ == "__main__":
    sys.exit(main())
