"""Finvoice documents for the tests: made of parts, each element on a line of its own, and what stands in them.

`document` makes one that is valid against the schema of 3.0 as long as its parts are; every part can be replaced.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from tests.oracle import shared_folder

import einvoice
from einvoice import Context, Document, Finding
from einvoice.formats import detect, finvoice
from einvoice.formats.document import Part, Written
from einvoice.formats.finvoice import terms
from einvoice.formats.finvoice.irregular import LABEL_OF

ROOT = Path(__file__).resolve().parents[3]
CORPUS = ROOT / "corpora" / "finvoice"

Parts = dict[str, Any]
"""Elements by name: a text, a pair of text and attributes, raw elements below it, or a list of them for several."""


def element(name: str, content: Any) -> str:
    """Return the element *name*; amounts in euro and dates get the attribute that the schema wants."""
    if content is None:
        return ""
    if isinstance(content, list):
        return "".join(element(name, each) for each in content)
    attributes = ""
    if isinstance(content, tuple):
        content, attributes = content
    elif name.endswith("Amount"):
        attributes = 'AmountCurrencyIdentifier="EUR"'
    elif name.endswith("Date"):
        attributes = 'Format="CCYYMMDD"'
    if isinstance(content, dict):
        content = "\n" + elements(content)
    elif content.startswith("<"):
        content = "\n" + content
    opening = f"{name} {attributes}".rstrip()
    return f"<{opening}>{content}</{name}>\n"


def elements(parts: Parts) -> str:
    """Return the elements of *parts*; a name that ends in a digit is the name without it, to have it twice."""
    return "".join(element(name.rstrip("#"), content) for name, content in parts.items())


def row(**given: Any) -> str:
    """Return an InvoiceRow of 2 × 50,00 with 25,5 %; what is given replaces or follows, None leaves out."""
    parts: Parts = {
        "ArticleIdentifier": None,
        "ArticleName": "Työ",
        "InvoicedQuantity": ("2", 'QuantityUnitCode="kpl" QuantityUnitCodeUN="C62"'),
        "UnitPriceAmount": "50,00",
        "UnitPriceDiscountAmount": None,
        "UnitPriceNetAmount": None,
        "RowPositionIdentifier": None,
        "RowVatRatePercent": "25,5",
        "RowVatCode": "S",
        "RowVatAmount": None,
        "RowVatExcludedAmount": "100,00",
        "RowAmount": None,
    }
    return element("InvoiceRow", parts | given)


def text_row(**given: Any) -> str:
    """Return an InvoiceRow with nothing but what is given."""
    return element("InvoiceRow", given)


def vat_class(
    base: str = "100,00", rate: str | None = "25,5", code: str | None = "S", vat: str = "25,50", **more: Any
) -> Parts:
    """Return the content of a VatSpecificationDetails."""
    return {"VatBaseAmount": base, "VatRatePercent": rate, "VatCode": code, "VatRateAmount": vat, **more}


SELLER: Parts = {
    "SellerPartyIdentifier": "9100114-7",
    "SellerOrganisationName": "Pihlajaniemen Tukku Oy",
    "SellerOrganisationTaxCode": "FI91001147",
    "SellerPostalAddressDetails": {
        "SellerStreetName": "Konepajankuja 7",
        "SellerTownName": "Tampere",
        "SellerPostCodeIdentifier": "33100",
        "CountryCode": "FI",
    },
}
BUYER: Parts = {
    "BuyerPartyIdentifier": "9100117-1",
    "BuyerOrganisationName": "Koivurannan Kahvila Oy",
    "BuyerOrganisationTaxCode": "FI91001171",
    "BuyerPostalAddressDetails": {
        "BuyerStreetName": "Rantatie 12",
        "BuyerTownName": "Jyväskylä",
        "BuyerPostCodeIdentifier": "40100",
        "CountryCode": "FI",
    },
}


def transmission(sender: Any = "003791001147", receiver: Any = "003791001171", **more: Any) -> Parts:
    """Return the content of MessageTransmissionDetails."""
    return {
        "MessageSenderDetails": {"FromIdentifier": sender, "FromIntermediator": "ESIMFIHH"},
        "MessageReceiverDetails": {"ToIdentifier": receiver, "ToIntermediator": "003721291126"},
        "MessageDetails": {"MessageIdentifier": "M-7", "MessageTimeStamp": "2026-05-04T09:00:00", **more},
    }


def document(
    *rows: str,
    version: str = "3.0",
    kind: str | None = "INV01",
    un: str | None = None,
    origin: str | None = "Original",
    net: str | None = "100,00",
    vat: str | None = "25,50",
    total: Any = "125,50",
    due: Any = "125,50",
    classes: list[Parts] | None = None,
    seller: Parts | None = None,
    buyer: Parts | None = None,
    before_seller: str = "",
    after_seller: str = "",
    after_buyer: str = "",
    details: Parts | None = None,
    after_details: Parts | None = None,
    before_rows: str = "",
    after_rows: str = "",
    pay_terms: Any = None,
    epi: Parts | None = None,
    order: Parts | None = None,
    beneficiary: Parts | None = None,
    bank: Parts | None = None,
    identification: Parts | None = None,
    tail: str = "",
    declaration: str = '<?xml version="1.0" encoding="UTF-8"?>\n',
    root: str = "",
) -> bytes:
    """Return a document.

    *details* stand before the totals of the invoice, *after_details* behind the classes; *order* replaces what stands
    in the payment order, *beneficiary* and *bank* its parties, *epi* everything in EpiDetails.
    """
    body: Parts = {
        "InvoiceTypeCode": kind,
        "InvoiceTypeCodeUN": un,
        "InvoiceTypeText": "Lasku",
        "OriginCode": origin,
        "InvoiceNumber": "1001",
        "InvoiceDate": "20260504",
    }
    body |= details or {}
    body |= {
        "InvoiceTotalVatExcludedAmount": net,
        "InvoiceTotalVatAmount": vat,
        "InvoiceTotalVatIncludedAmount": total,
        **(after_details or {}),
        "VatSpecificationDetails": [vat_class()] if classes is None else classes,
    }
    body["PaymentTermsDetails"] = {"InvoiceDueDate": "20260518"} if pay_terms is None else pay_terms
    body |= {name: body.pop(name) for name in ("DiscountDetails", "ChargeDetails", "TenderReference") if name in body}
    payment: Parts = {
        "EpiIdentificationDetails": {"EpiDate": "20260504", "EpiReference": "", **(identification or {})},
        "EpiPartyDetails": {
            "EpiBfiPartyDetails": {"EpiBfiIdentifier": ("ESIMFIHH", 'IdentificationSchemeName="BIC"')}
            if bank is None
            else bank,
            "EpiBeneficiaryPartyDetails": {
                "EpiNameAddressDetails": "Pihlajaniemen Tukku Oy",
                "EpiAccountID": ("FI8891317900012343", 'IdentificationSchemeName="IBAN"'),
                **(beneficiary or {}),
            },
        },
        "EpiPaymentInstructionDetails": {
            "EpiRemittanceInfoIdentifier": ("1232", 'IdentificationSchemeName="SPY"'),
            "EpiInstructedAmount": due,
            "EpiCharge": ("SHA", 'ChargeOption="SHA"'),
            "EpiDateOptionDate": "20260518",
            **(order or {}),
        },
    }
    parts = [
        before_seller,
        element("SellerPartyDetails", SELLER if seller is None else SELLER | seller),
        after_seller,
        element("BuyerPartyDetails", BUYER if buyer is None else BUYER | buyer),
        after_buyer,
        element("InvoiceDetails", body),
        before_rows,
        "".join(rows or (row(),)),
        after_rows,
        element("EpiDetails", payment if epi is None else epi) if epi != {} else "",
        tail,
    ]
    encoding = "utf-8" if "encoding" not in declaration else declaration.split('encoding="')[1].split('"')[0]
    text = f'{declaration}<Finvoice Version="{version}"{root}>\n{"".join(parts)}</Finvoice>\n'
    return text.encode(encoding, "xmlcharrefreplace")


def swap(data: bytes, old: str, new: str, count: int = 1) -> bytes:
    """Return *data* with *old* replaced, which has to be there."""
    text = data.decode("utf-8")
    assert text.count(old) >= count, f"{old!r} is not in the document"
    return text.replace(old, new, count).encode()


def parsed(data: bytes) -> etree._Element:
    """Return the root of the one invoice in *data*."""
    (part,) = finvoice.parts(detect.open_source(data))
    content: Any = part.content
    root: etree._Element = content.element
    return root


def read(data: bytes, context: Context | None = None) -> Document:
    """Read with an empty context."""
    return einvoice.read(data, context=context or Context())


def write(invoice: einvoice.Invoice, version: str = "3.0", context: Context | None = None) -> Written:
    """Write with an empty context."""
    return einvoice.write(invoice, "finvoice", context=context or Context(), version=version)


def text_at(data: bytes, path: str) -> str | None:
    """Return the text of the first element at *path* of a written document, the value for a path of an attribute."""
    found = parsed(data).xpath(path)
    assert isinstance(found, list)
    if not found:
        return None
    return found[0] if isinstance(found[0], str) else (found[0].text or "")  # type: ignore[union-attr,return-value]


def texts_at(data: bytes, path: str) -> list[str]:
    """Return the texts of all elements at *path* of a written document."""
    found = parsed(data).xpath(path)
    assert isinstance(found, list)
    return [str(each) if isinstance(each, str) else (each.text or "") for each in found]  # type: ignore[union-attr]


def codes(findings: Iterable[Finding], *severities: str) -> list[str]:
    """Return the codes of the findings, of these severities when any are named."""
    return [f.code for f in findings if not severities or f.severity in severities]


def about(findings: Iterable[Finding], code: str, *words: str) -> list[Finding]:
    """Return the findings of a code in whose message all *words* stand."""
    return [f for f in findings if f.code == code and all(word in f.message for word in words)]


# -- what a document holds -------------------------------------------------------------------------------------------

_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,20}(?:[.,][0-9]*)?|[.,][0-9]+)\Z")
_ISO = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b")
_SILENT = ("{http://www.w3.org/2001/XMLSchema-instance}", "{http://www.w3.org/XML/1998/namespace}")


_MIDNIGHT = re.compile(r"([0-9]{8})(?:0{6}|0{8})\Z")


def plain(text: str) -> str:
    """Return *text* so that two spellings of a number or a date are equal; midnight behind a date says nothing."""
    text = _MIDNIGHT.sub(r"\1", _ISO.sub(r"\1\2\3", " ".join(text.split())))
    if _NUMBER.match(text):
        try:
            number = Decimal(text.replace(",", "."))
        except InvalidOperation:
            return text
        return format(number.normalize() + 0, "f")
    return text


_KINDS = ("IdentificationSchemeName", "UnitPriceUnitCode", "QuantityUnitCode", "QuantityUnitCodeUN")


_WITHOUT_BLANKS = ("AccountID", "EpiRemittanceInfoIdentifier")


def leaves(root: etree._Element, *, kinds_of_nothing: bool = False) -> Iterator[tuple[str, str]]:
    """Yield name and text of every leaf and attribute of a document that says something.

    The unit or the kind of what is empty says nothing, but may be asked for.
    """
    currency = _currency(root)
    for node in root.iter("*"):
        name = etree.QName(node).localname
        for text in (node.text, *(child.tail for child in node)):
            if (text or "").strip():
                yield name, plain("".join((text or "").split()) if name.endswith(_WITHOUT_BLANKS) else text or "")
        for key, value in node.attrib.items():
            label = str(key)
            if not str(value).strip() or label.startswith(_SILENT) or label == "Format":
                continue
            if label in _KINDS and not kinds_of_nothing and not len(node) and not (node.text or "").strip():
                continue
            if label == "AmountCurrencyIdentifier" and str(value).strip().upper() == currency:
                continue
            yield f"{name}/@{label}", plain(str(value))


def _currency(root: etree._Element) -> str | None:
    for node in root.iterfind("{*}InvoiceDetails/{*}InvoiceTotalVatIncludedAmount"):
        return str(node.get("AmountCurrencyIdentifier") or "").strip().upper() or None
    return None


_WORDS = re.compile(r"[^\s'\"„“”()<>]+")


def unsigned(text: str) -> str:
    """Return a number without its sign, and any other text as it is."""
    return text.lstrip("-") if _NUMBER.match(text) else text


class Named:
    """What findings name: their values, and the words of their messages."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        found = list(findings)
        self.values = {plain(f.value) for f in found if f.value is not None}
        text = " ".join(_ISO.sub(r"\1\2\3", f"{f.value or ''} {f.message}") for f in found)
        self.text = " ".join(text.split())
        words = {plain(word.rstrip(".,;:")) for word in _WORDS.findall(self.text)}
        self.words = words | {unsigned(word) for word in words}

    def __contains__(self, text: str) -> bool:
        # Findings of the writer name the amounts of a credit note as the invoice has them, without the minus.
        if not self.values.isdisjoint(either := {text, unsigned(text)}) or not self.words.isdisjoint(either):
            return True
        if text in {value.replace(" ", "") for value in self.values}:
            return True
        if len(text) <= 3 or _NUMBER.match(text):
            return False
        return text in self.text or text.replace(" ", "") in self.text.replace(" ", "")


def missing(
    source: etree._Element, target: etree._Element, findings: Iterable[Finding], *, by_name: bool
) -> list[tuple[str, str]]:
    """Return the leaves of *source* that are neither in *target* nor named; *by_name*: under the same name.

    Each occurrence counts.  What only says again what stands elsewhere (`_is_said`) is not asked for.  Where a finding
    says that the sign of the source was wrong, the sign does not count.
    """
    findings = list(findings)
    named = Named(findings)
    signed = not any(f.code == "EI-FINVOICE-SIGN" for f in findings)
    written = [(name, text if signed else unsigned(text)) for name, text in leaves(target, kinds_of_nothing=True)]
    have = Counter((name if by_name else "", text) for name, text in written)
    said = {text for _, text in written}
    flow = " ".join(text for _, text in written)  # a text of several lines stands in several elements
    lost = []
    for name, text in leaves(source):
        if _is_said(name, text, said):
            continue
        key = (name if by_name else "", text if signed else unsigned(text))
        if have[key]:
            have[key] -= 1
        elif text not in named and not (" " in text and text in flow):
            lost.append((name, text))
    return lost


_CODED = re.compile(r"#([A-Z]{3})#(.+)\Z")


def _is_said(name: str, text: str, said: set[str]) -> bool:
    """Say whether a leaf follows from the rest of a document in which the texts *said* stand.

    2.01 has one price, and no UN code of the type; the version and the kind of a bank code or account follow; an
    account of the seller repeats that of the payment order.
    """
    if name == "Finvoice/@Version" or text == terms.FILLER:
        return True
    if name in ("UnitPriceNetAmount", "SellerAccountID", "SellerBic", "EpiAccountID", "EpiBfiIdentifier"):
        return text in said or text.upper() in said  # a bank code is written in capitals
    if name == "InvoiceTypeCodeUN":
        return any(text == terms.un_code(each) for each in said if len(each) == 5)
    if name.endswith("Code/@SchemeID"):  # 2.01 has a word for it
        return LABEL_OF.get(text.zfill(4)) in said
    if (coded := _CODED.match(text)) is not None:  # a note that states its subject in its text
        return {coded[1], plain(coded[2])} <= said
    return name.endswith("/@IdentificationSchemeName") and text in ("BIC", "IBAN")


# -- the corpora -----------------------------------------------------------------------------------------------------


def corpus_files() -> list[Path]:
    """Return the own files, those of `negative` included."""
    return sorted(CORPUS.glob("**/*.xml"))


def shared_files() -> list[Path]:
    """Return the real documents of the shared folder; none where it is absent."""
    folder = shared_folder()
    return [] if folder is None else sorted((folder / "corpora" / "finvoice").glob("*.xml"))


@cache
def invoices(path: Path) -> tuple[Part, ...]:
    """Return the invoices of a file; none for one that is refused."""
    try:
        return tuple(finvoice.parts(detect.open_source(path.read_bytes())))
    except einvoice.EInvoiceError:
        return ()
