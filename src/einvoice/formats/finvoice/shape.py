"""A written document made to fit the schema of its version, and put into bytes.

The tables say where each value stands; lengths and forms are those of the element table (`elements.py`), from which the
schemas are generated.  What does not fit is named with the value and its place: notes, names and other texts are cut,
identifiers and codes are left out, since a part of one would be another.

Elements that a version demands and the invoice has nothing for (the bank of the payment order) are written empty.

Bytes: ISO-8859-15 unless the context says UTF-8, each element on a line of its own without blanks before it, as the
guidelines want it; characters that the charset does not hold as references.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import cache
from typing import Final

from lxml import etree

from einvoice import xml
from einvoice.findings import MOST_LOSSES, Finding, Severity, Tally
from einvoice.formats.finvoice import codecs, elements, terms
from einvoice.formats.finvoice.irregular import CURRENCY, account_scheme
from einvoice.formats.mapping.codecs import BLANKS, read_comma
from einvoice.formats.mapping.nodes import escape_attribute, escape_text
from einvoice.model.terms import terms_at

SCHEMA_LOCATION: Final = "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation"

CUT: Final = frozenset(
    {
        "ArticleDescription",
        "AnyPartyText",
        "ArticleName",
        "DefinitionHeaderText",
        "DefinitionValue",
        "DeliveryMethodText",
        "DeliveryTermsText",
        "EpiNameAddressDetails",
        "EpiPaymentMeansText",
        "FinalDestinationName",
        "FreeText",
        "InvoiceFreeText",
        "InvoiceTypeText",
        "InvoiceUrlNameText",
        "PaymentTermsFreeText",
        "ReasonText",
        "RowAnyPartyText",
        "RowDefinitionHeaderText",
        "RowDiscountTypeText",
        "RowFreeText",
        "SellerAccountName",
        "SellerAdditionalLegalInfo",
        "SellerTaxRegistrationText",
        "VatFreeText",
    }
)
"""Texts that are cut to their length."""

_CUT_ENDINGS: Final = (
    "OrganisationName",
    "OrganisationTradingName",
    "StreetName",
    "TownName",
    "CountrySubdivision",
    "CountryName",
    "ContactPersonName",
)


def complete(root: etree._Element, version: str) -> None:
    """Add what the schema demands and the invoice has nothing for, and name the schema."""
    root.set("Version", version)
    root.set(SCHEMA_LOCATION, f"Finvoice{version}.xsd")
    epi = _below(root, elements.root(version), "EpiDetails")
    for path in (
        ("EpiIdentificationDetails", "EpiReference"),
        ("EpiPartyDetails", "EpiBfiPartyDetails"),
        ("EpiPartyDetails", "EpiBeneficiaryPartyDetails", "EpiAccountID"),
        ("EpiPaymentInstructionDetails", "EpiCharge"),
    ):
        here, known = epi, elements.root(version).children["EpiDetails"]
        for name in path:
            here, known = _below(here, known, name), known.children[name]
    account = epi.find("EpiPartyDetails/EpiBeneficiaryPartyDetails/EpiAccountID")
    if account is not None and not (account.text or "").strip():
        account.text = terms.FILLER
        account.set("IdentificationSchemeName", "BBAN")


def _below(parent: etree._Element, known: elements.Element, name: str) -> etree._Element:
    """Return the child *name*, made at its place when it is not there."""
    found = parent.find(name)
    if found is not None:
        return found
    rank = known.rank[name]
    made = etree.Element(name)
    position = sum(1 for child in parent if known.rank.get(str(child.tag), -1) < rank)
    parent.insert(position, made)
    return made


_validating = threading.Lock()


@cache
def _schema(version: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(elements.schema_file(version)))


def is_valid(root: etree._Element, version: str) -> bool:
    """Return the verdict of the schema, which is much faster than a look at each element."""
    with _validating:
        return bool(_schema(version).validate(root))


def fit(root: etree._Element, version: str, places: Mapping[str, str]) -> list[Finding]:
    """Make *root* fit the schema of *version* and return what that cost.

    *places* gives the path in the model of what stands at a path of the document.
    """
    findings = Tally(MOST_LOSSES)
    _fit(root, elements.root(version), version, places, findings)
    return findings.findings()


_UNITS: Final = ("UnitPriceUnitCode", "QuantityUnitCodeUN")
_PRICES: Final = ("UnitPriceAmount", "UnitPriceDiscountAmount", "UnitPriceNetAmount", "UnitPriceVatIncludedAmount")

_REFUSED: Final = "it is written all the same, and the schema refuses it"

Misfit = tuple[etree._Element, str]
"""An element that cannot stand where it stands, and why."""


def _fit(
    element: etree._Element,
    known: elements.Element,
    version: str,
    places: Mapping[str, str],
    findings: Tally,
    optional: bool = False,
) -> Misfit | None:
    """Make *element* fit; return what cannot stand in it, when an element above it may be left out (*optional*)."""
    for name, value in list(element.attrib.items()):
        attribute = known.attributes.get(str(name))
        if str(name) == SCHEMA_LOCATION:
            continue
        fault = "has no place there; it is left out" if attribute is None else attribute.text.fault(str(value))
        if attribute is None and name == "SchemeID" and element.get("IdentifierType"):
            del element.attrib[name]  # 2.01: the other attribute says it
        elif fault is not None:
            own = None if attribute is None or not attribute.required else _own(element, str(name))
            if own is not None and attribute is not None and not attribute.text.accepts(own):
                own = None
            if name in _UNITS and element.tag in _PRICES and xml.path_of(element) + f"/@{name}" not in places:
                del element.attrib[name]  # it repeats the unit of the quantity, which is named there
            elif attribute is None or not attribute.required:
                left = fault if attribute is None else f"{fault}; it is left out"
                _report(element, str(name), str(value), left, version, places, findings, None)
                del element.attrib[name]
            elif own is not None:
                written = f"{fault}; {own!r} is written"
                _report(element, str(name), str(value), written, version, places, findings, None)
                element.set(name, own)
            elif name != CURRENCY or element.tag == "InvoiceTotalVatIncludedAmount":  # once, where it stands for all
                refused = f"{fault}; {_REFUSED}"
                _report(
                    element, str(name), str(value), refused, version, places, findings, "EI-FINVOICE-SHAPE", "error"
                )
    for each, attribute in known.attributes.items():
        if attribute.required and element.get(each) is None and (own := _own(element, each)) is not None:
            element.set(each, own)
    if known.text is not None and not len(element):
        return _fit_text(element, known, version, places, findings, optional)
    if known.open:
        return None
    if known.text is None and (text := (element.text or "").strip()):
        fault = f"is a text, and {known.name} holds elements; it is left out"
        _report(element, "", text, fault, version, places, findings, None)
        element.text = None
    seen: dict[str, int] = {}
    chosen: elements.Element | None = None
    for child in list(element):
        below = known.children.get(str(child.tag))
        if below is None:
            _drop(child, "has no place there", version, places, findings)
            continue
        if chosen is not None and below.branch != chosen.branch:
            _drop(child, f"does not stand beside {chosen.name}", version, places, findings)
            continue
        chosen = below if below.branch is not None else chosen
        seen[below.name] = seen.get(below.name, 0) + 1
        if below.maximum is not None and seen[below.name] > below.maximum:
            many = f"is one too many: {below.maximum} may stand there"
            _drop(child, many, version, places, findings)
            continue
        had_children = len(child) > 0
        misfit = _fit(child, below, version, places, findings, optional or not below.required)
        if misfit is not None:
            if below.required:
                return misfit
            _drop(child, misfit[1], version, places, findings, misfit[0])
        if had_children and not len(child) and not below.required and child.getparent() is not None:
            element.remove(child)  # nothing is left in it
        if child.getparent() is None:
            seen[below.name] -= 1
    absent = next(
        (each.name for each in known.children.values() if each.required and element.find(each.name) is None), None
    )
    return (element, f"has no {absent}") if optional and absent is not None else None


def _own(element: etree._Element, attribute: str) -> str | None:
    """Return what a mandatory attribute says when the source says nothing that the schema takes."""
    if attribute == "Format":
        return "CCYYMMDD"
    if attribute == "ChargeOption":
        return "SLEV"
    if attribute == "IdentificationSchemeName":
        return account_scheme("".join((element.text or "").split())) if str(element.tag).endswith("ID") else "BIC"
    if attribute == CURRENCY:
        total = element.getroottree().find("InvoiceDetails/InvoiceTotalVatIncludedAmount")
        return None if total is None else total.get(CURRENCY)
    return None


def _fit_text(
    element: etree._Element,
    known: elements.Element,
    version: str,
    places: Mapping[str, str],
    findings: Tally,
    optional: bool,
) -> Misfit | None:
    kind = known.text
    assert kind is not None
    text = element.text or ""
    fault = kind.fault(text)
    if fault is None:
        return None

    if (spelled := _spelled(kind.kind, text)) is not None and kind.fault(spelled) is None:
        element.text = spelled
        return None

    def said(what: str, code: str = "LOSS-UNWRITABLE", severity: Severity = "warning") -> None:
        _report(element, "", text, f"{fault}; {what}", version, places, findings, code, severity)

    value = " ".join(text.split())
    is_text = known.name in CUT or known.name.endswith(_CUT_ENDINGS)
    if is_text and kind.max_length is not None and len(value) > kind.max_length:
        said("it is cut", "LOSS-TRUNCATED")
        element.text = value[: kind.max_length].rstrip()
        return None
    if not known.required:
        _drop(element, fault, version, places, findings)
        return None
    if not value:
        element.text = None if kind.accepts("") else text
        return None
    if known.name not in _KEPT:
        if len(value) < kind.min_length and known.name.endswith("Name"):
            said("it is filled up", "LOSS-CHANGED", "info")
            element.text = value + terms.FILLER[0] * (kind.min_length - len(value))
            return None
        if known.name.endswith("PostCodeIdentifier"):
            said(f"{terms.FILLER!r} is written")
            element.text = terms.FILLER
            return None
        if kind.accepts(""):
            said("it is left out")
            element.text = None
            return None
        if optional:
            return element, fault
    said(_REFUSED, "EI-FINVOICE-SHAPE", "error")
    return None


def _spelled(kind: str, text: str) -> str | None:
    """Return a date or a number of another spelling (a decimal point, an ISO date) in that of Finvoice."""
    try:
        if kind == "date":
            return codecs.write_day(codecs.read_day(text))
        if kind == "amount":
            return codecs.write_amount(read_comma(text))
        if kind == "percentage":
            return codecs.write_percentage(read_comma(text))
    except ValueError:
        pass
    return None


_KEPT: Final = frozenset({"InvoiceNumber"})
"""What is neither cut nor left out: without its number an invoice is none, and a part of it is another number."""


_PLAIN_ATTRIBUTES: Final = frozenset({"Format", "AmountCurrencyIdentifier", "IdentificationSchemeName"})
"""What says how a text is to be read, and nothing by itself."""


def _drop(
    element: etree._Element,
    why: str,
    version: str,
    places: Mapping[str, str],
    findings: Tally,
    culprit: etree._Element | None = None,
) -> None:
    """Take *element* out, naming every text in it; *why* is said of *culprit*, or of all when there is none."""
    for each in element.iter("*"):
        if not len(each) and (text := each.text or "").strip():
            beside = culprit is not None and each is not culprit
            fault = f"goes with {culprit.tag!s}, which {why}" if beside and culprit is not None else why
            _report(each, "", text, f"{fault}; it is left out", version, places, findings, "LOSS-UNWRITABLE")
            for name, value in each.attrib.items():
                if str(name) not in _PLAIN_ATTRIBUTES:
                    _report(
                        each,
                        str(name),
                        str(value),
                        f"goes with {each.tag!s}; it is left out",
                        version,
                        places,
                        findings,
                        None,
                    )
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _report(
    element: etree._Element,
    attribute: str,
    value: str,
    fault: str,
    version: str,
    places: Mapping[str, str],
    findings: Tally,
    code: str | None,
    severity: Severity = "warning",
) -> None:
    path = xml.path_of(element) + (f"/@{attribute}" if attribute else "")
    at = places.get(path)
    code = code or "LOSS-UNWRITABLE"
    tag = str(element.tag)
    name = f"{tag}/@{attribute}" if attribute else tag
    shown = repr(value if len(value) <= 80 else value[:77] + "…")
    findings.put(
        Finding(
            code,
            severity,
            "loss" if code.startswith("LOSS-") else "finvoice",
            f"{name} {'' if fault.startswith('is ' + shown) else shown + ' '}{fault} (Finvoice {version})",
            None if code != "EI-FINVOICE-SHAPE" else "shorten or correct it in the source",
            terms_at(at) if at else (),
            value=value,
            model_path=at,
        )
    )


# -- bytes -----------------------------------------------------------------------------------------------------------

DEFAULT_ENCODING: Final = "iso-8859-15"


def to_bytes(root: etree._Element, encoding: str, findings: list[Finding]) -> bytes:
    """Return the document in *encoding*; what it cannot hold stands as character references, which is said."""
    lines = [f'<?xml version="1.0" encoding="{encoding.upper()}"?>']
    _lines(root, lines)
    text = "\n".join((*lines, ""))
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        lost = sorted(c for c in set(text) if not _fits(c, encoding))
        findings.append(
            Finding(
                "LOSS-CHARACTER",
                "info",
                "loss",
                f"{encoding.upper()} cannot hold {' '.join(lost)}; written as character references, which every XML "
                "parser reads",
                'write UTF-8 where the receiver takes it: [finvoice] encoding = "utf-8" in the context',
                value="".join(lost),
            )
        )
    return text.encode(encoding, "xmlcharrefreplace")


def _fits(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _lines(element: etree._Element, lines: list[str]) -> None:
    name = str(element.tag)
    opening = f"<{name}"
    for key, value in element.attrib.items():
        text = escape_attribute(str(value))
        if str(key) == SCHEMA_LOCATION:
            opening += f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="{text}"'
        else:
            opening += f' {key}="{text}"'
    if len(element):
        lines.append(f"{opening}>")
        for child in element:
            _lines(child, lines)
        lines.append(f"</{name}>")
    elif element.text:
        content = escape_text(element.text.strip(BLANKS)).replace("\n", "&#10;").replace("\t", "&#9;")
        lines.append(f"{opening}>{content}</{name}>")
    else:
        lines.append(f"{opening}/>")
