"""Conversions as a whole: verdicts of the official rules, identity in one's own format, and both round trips.

Four questions, each over every document there is:

  Netvisor → BIS     what ties is accepted without a fatal; what does not shows both amounts; a fault that the official
                     rules find is an error of ours as well, in words that lead to the source
  identity           a document comes back as it was, but for what the findings name
  there and back     UBL → Netvisor → UBL and the reverse: what changed is in the findings, and nothing else changed
  findings           what is named as lost stood at that place, and every value of a source is accounted for
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from corpora.generate import batch
from corpora.world import context_toml, make_world
from lxml import etree
from tests.corpora.ubl_documents import check_arithmetic, check_numbers
from tests.oracle import shared_folder
from tests.oracle.official import fatal

import einvoice
from einvoice import Context, Conversion, Document, EInvoiceError, Finding
from einvoice.formats.mapping.account import leaves
from einvoice.model import AllowanceCharge, Invoice, Line, VatBreakdown
from einvoice.xml import parse, path_of

ROOT = Path(__file__).resolve().parents[2]
CORPORA = ROOT / "corpora"
CONTEXT = Context.load(CORPORA / "einvoice.toml")
EMPTY = Context()

OWN_NETVISOR = sorted((CORPORA / "netvisor").glob("*.xml"))
OWN_UBL = sorted((CORPORA / "peppol-bis").glob("*.xml"))
OWN_UBL_NEGATIVE = sorted((CORPORA / "peppol-bis" / "negative").glob("*.xml"))


def in_shared(*parts: str) -> list[Path]:
    """The documents of a shared folder; none where there is no shared folder."""
    folder = shared_folder()
    return sorted(folder.joinpath(*parts).rglob("*.[xX][mM][lL]")) if folder else []


REAL_NETVISOR = in_shared("corpora", "netvisor", "requests") + in_shared("corpora", "netvisor", "responses")
OFFICIAL_UBL = in_shared("conformance", "documents")


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def each(*lists: list[Path]) -> pytest.MarkDecorator:
    """Parametrize over documents; those of the shared folder skip, and are seen to skip, where there is none."""
    found = [path for paths in lists for path in paths]
    cases = [
        pytest.param(path, id=name_of(path), marks=() if CORPORA in path.parents else pytest.mark.conformance)
        for path in found
    ]
    if shared_folder() is None:
        cases.append(pytest.param(Path("absent"), id="documents of the shared folder", marks=pytest.mark.conformance))
    return pytest.mark.parametrize("path", cases)


def documents(path: Path, context: Context) -> list[Document]:
    """The invoices of a file; none for an answer that holds none (`test_netvisor_envelopes.py` judges those)."""
    try:
        return list(einvoice.read_many(path, context=context))
    except EInvoiceError:
        return []


def errors(found: Conversion) -> set[str]:
    return {f.code for f in found.findings if f.severity == "error"}


# ---------------------------------------------------------------------------------- Netvisor → BIS: the verdicts

OURS: dict[str, set[str]] = {
    # official rule: our errors, any of which says it
    "BR-02": {"EI-MISSING-NUMBER", "EI-KIND"},
    "BR-10": {"EI-CONTEXT-CUSTOMER"},
    "BR-12": {"EI-MISSING-LINES", "EI-MISSING-LINE-AMOUNT"},
    "BR-13": {"EI-MISSING-LINES", "EI-MISSING-LINE-AMOUNT"},
    "BR-14": {"EI-MISSING-LINES", "EI-MISSING-LINE-AMOUNT"},
    "BR-16": {"EI-MISSING-LINES"},
    "BR-24": {"EI-MISSING-LINE-AMOUNT"},
    "BR-26": {"EI-MISSING-LINE-AMOUNT"},
    "BR-27": {"EI-MISSING-LINE-AMOUNT"},
    "BR-45": {"EI-MISSING-LINE-AMOUNT"},
    "BR-46": {"EI-MISSING-LINE-AMOUNT"},
    "BR-CO-10": {"EI-MISSING-LINES", "EI-MISSING-LINE-AMOUNT"},
    "BR-CO-13": {"EI-MISSING-LINES", "EI-MISSING-LINE-AMOUNT"},
    "BR-CO-14": {"EI-MISSING-LINE-AMOUNT"},
    "BR-CO-15": {"EI-MISSING-LINES", "EI-MISSING-LINE-AMOUNT"},
    "BR-CO-16": {"EI-TOTAL-DUE", "EI-MISSING-LINE-AMOUNT"},
    "BR-CO-17": {"EI-MISSING-LINE-AMOUNT"},
    "BR-CO-18": {"EI-MISSING-LINES"},
    "BR-S-08": {"EI-MISSING-LINE-AMOUNT"},
    "BR-S-09": {"EI-MISSING-LINE-AMOUNT"},
    "BR-CL-24": {"EI-ATTACHMENT-TYPE"},
    "PEPPOL-EN16931-CL001": {"EI-ATTACHMENT-TYPE"},
    "PEPPOL-EN16931-R003": {"EI-BUYER-REFERENCE"},
    "PEPPOL-EN16931-R010": {"EI-CONTEXT-CUSTOMER"},
    "PEPPOL-EN16931-R053": {"EI-MISSING-LINES"},
}

NO_PRICE = {
    *("BR-12", "BR-13", "BR-14", "BR-24", "BR-26", "BR-27", "BR-45", "BR-46", "BR-CO-10", "BR-CO-13", "BR-CO-14"),
    *("BR-CO-15", "BR-CO-16", "BR-CO-17", "BR-S-08", "BR-S-09"),
}
LIST_ENTRY = {"BR-12", "BR-13", "BR-16", "BR-CO-10", "BR-CO-13", "BR-CO-15", "BR-CO-18", "PEPPOL-EN16931-R053"}
NO_CUSTOMER_CODE = {"BR-10", "PEPPOL-EN16931-R003", "PEPPOL-EN16931-R010"}

FAULTY: dict[str, list[set[str]]] = {
    # own samples that are meant to be faulty: the fatal rules of each of their invoices
    "draft.xml": [{"BR-02"}],
    "gross-prices.xml": [{"PEPPOL-EN16931-R010"}],  # a private person without address
    "invoice-minimal.xml": [{"BR-02"}],
    "response-list.xml": [LIST_ENTRY, LIST_ENTRY | NO_CUSTOMER_CODE],
    "response-newest-elements.xml": [{"BR-CL-24", "PEPPOL-EN16931-CL001"}],  # a text/plain attachment
    "total-does-not-tie.xml": [{"BR-CO-16"}],
    "total-zero-netvisor-prices.xml": [NO_PRICE],
}


def verdict(found: Conversion) -> set[str]:
    return {failed.rule for failed in fatal(found.data)}


def check_verdict(found: Conversion, expected: set[str]) -> None:
    """The official fatals are those expected, and each is an error of ours, with a remedy."""
    assert verdict(found) == expected
    unsaid = {rule for rule in expected if not OURS[rule] & errors(found)}
    assert unsaid == set(), [(f.code, f.message) for f in found.findings if f.severity == "error"]
    assert all(f.fix for f in found.findings if f.severity == "error")
    if not expected:
        assert not {code for code in errors(found) if code != "EI-KIND"}, "an error without a fault"


@pytest.mark.conformance
@pytest.mark.parametrize("path", OWN_NETVISOR, ids=lambda path: path.name)
def test_own_netvisor_documents_become_bis(path: Path) -> None:
    found = [einvoice.convert(one, "peppol-bis", context=CONTEXT) for one in documents(path, CONTEXT)]
    expected = FAULTY.get(path.name, [set()] * len(found))
    assert len(found) == len(expected)
    for one, rules in zip(found, expected, strict=True):
        check_verdict(one, rules)
        if not rules:
            check_arithmetic(one.data)
            check_numbers(one.data)


REPORTED: dict[str, tuple[str, ...]] = {
    # corpora/README.md says "reported", "warning" or "an order": words that must stand in an error or warning
    "customer-discount.xml": ("customer card",),
    "draft.xml": ("draft",),
    "due-date-and-net-days.xml": ("net", "due date"),
    "elements-outside-documentation.xml": ("has no place",),
    "line-sum-pair.xml": ("99.99",),
    "order.xml": ("a sales order",),
    "outside-vat-mixed-with-sales.xml": ("NONE",),
    "response-order.xml": ("a sales order",),
    "total-does-not-tie.xml": ("1240.00", "153.76"),
    "zero-rated.xml": ("KOMY0",),
}


@pytest.mark.parametrize("name", REPORTED)
def test_what_the_corpus_promises_to_report_is_reported(name: str) -> None:
    (found,) = [
        einvoice.convert(one, "peppol-bis", context=CONTEXT) for one in documents(CORPORA / "netvisor" / name, CONTEXT)
    ]
    said = [f.message for f in found.findings if f.severity != "info"]
    assert any(all(word in message for word in REPORTED[name]) for message in said), said


def test_sample_of_the_readme_equals_its_ubl_twin() -> None:
    """corpora/README.md: both say the same, and 1286,53 ties per line and per VAT group."""
    made = einvoice.convert(CORPORA / "netvisor" / "invoice-two-vat-rates.xml", "peppol-bis", context=CONTEXT)
    ours, twin = made.invoice, einvoice.read(CORPORA / "peppol-bis" / "fi-domestic-two-rates.xml").invoice
    assert ours.totals is not None
    assert twin.totals is not None
    assert ours.totals.amount_due == twin.totals.amount_due == Decimal("1286.53")

    def groups(invoice: Invoice) -> set[tuple[Any, ...]]:
        return {(v.category, v.rate, v.taxable_amount, v.tax_amount) for v in invoice.vat_breakdown}

    assert groups(ours) == groups(twin)
    assert [(one.quantity, one.net_price, one.net_amount, one.unit_code) for one in ours.lines] == [
        (one.quantity, one.net_price, one.net_amount, one.unit_code) for one in twin.lines
    ]
    assert (ours.issue_date, ours.due_date, ours.type_code) == (twin.issue_date, twin.due_date, twin.type_code)


SELLER = {
    "name": "Pihlajaniemen Tukku ja Huolto Oy",
    "business_id": "9100114-7",
    "vat_id": "FI91001147",
    "street": "Konepajankuja 7",
    "city": "Tampere",
    "postal_code": "33100",
    "country": "FI",
    "iban": "FI8891317900012343",
}
CUSTOMER = {
    "name": "Matti Mallikas",
    "business_id": "9100117-1",
    "vat_id": "FI91001171",
    "street": "Pajukuja 1",
    "city": "Lappeenranta",
    "postal_code": "53100",
    "country": "FI",
}
REAL_CONTEXT = Context.parse(
    {
        "seller": SELLER,
        "customers": [CUSTOMER | {"code": code} for code in ("1", "101012", "MM")],
        "units": {"pcs": "C62"},
    }
)
"""The customers of the public documents: key 1 and code 101012 of the requests, code MM of the lists."""

NO_NUMBER, WRONG_TOTAL = {"BR-02"}, {"BR-CO-16"}
NAME_ONLY = {"PEPPOL-EN16931-R003", "PEPPOL-EN16931-R010"}
"""The public answers name their customer by name alone: no code, and so no address from anywhere."""


class Real(NamedTuple):
    """An invoice of a public document: amount stated, amount of its lines, fatal rules beside the total."""

    stated: str | None
    calculated: str | None
    rules: set[str]


ONE_LINE, TWO_LINES = Real("244.00", "16.84", NAME_ONLY), Real("244.00", "19.87", NAME_ONLY)
ENTRY = Real(None, None, LIST_ENTRY)
REAL: dict[str, list[Real]] = {
    "fastmonkeys-2014-salesinvoice-comment-voucherlines-attachment.xml": [Real("244.00", "138.84", NO_NUMBER)],
    "fastmonkeys-salesinvoice-add-minimal.xml": [Real("244.00", "16.84", NO_NUMBER)],
    "fastmonkeys-salesinvoice-add.xml": [Real("244.00", "138.84", NO_NUMBER)],
    "heltti-2019-salesinvoice-add-number.xml": [Real("244.00", "138.84", set())],
    "heltti-salesinvoice-add-full.xml": [Real("244.00", "138.84", set())],
    "rantalainen-salesinvoice-example-mixed-case.xml": [Real("1240.00", "153.76", set())],
    "fastmonkeys-2014-getsalesinvoice-one-line.xml": [ONE_LINE],
    "fastmonkeys-2015-getsalesinvoice-minimal-with-payment-term.xml": [ONE_LINE],
    "fastmonkeys-getsalesinvoice-minimal-empty-elements.xml": [ONE_LINE],
    "fastmonkeys-getsalesinvoice-two-lines.xml": [TWO_LINES],
    "heltti-2021-getsalesinvoice-status-attribute.xml": [TWO_LINES],
    "heltti-2022-getsalesinvoice-country-iso-attribute.xml": [TWO_LINES],
    "heltti-getsalesinvoice-minimal-empty-elements.xml": [ONE_LINE],
    "heltti-getsalesinvoice-netvisorkeylist-two-invoices.xml": [Real("244.12", "19.87", NAME_ONLY)] * 2,
    "fastmonkeys-2014-salesinvoicelist-camelcase-invoicedate.xml": [ENTRY],
    "fastmonkeys-salesinvoicelist-preinvoice.xml": [ENTRY],
    "fastmonkeys-salesinvoicelist.xml": [ENTRY, Real(None, None, LIST_ENTRY | NO_CUSTOMER_CODE)],
    "heltti-salesinvoicelist-https-uris.xml": [ENTRY, Real(None, None, LIST_ENTRY | NO_CUSTOMER_CODE)],
}


@each(REAL_NETVISOR)
def test_real_netvisor_documents(path: Path) -> None:
    """None of the public documents ties: each shows both amounts, and is accepted once its total is derived."""
    found = documents(path, REAL_CONTEXT)
    expected = REAL.get(path.name, [])
    assert len(found) == len(expected)
    for one, real in zip(found, expected, strict=True):
        made = einvoice.convert(one, "peppol-bis", context=REAL_CONTEXT)
        if real.stated is None or real.calculated is None:
            check_verdict(made, real.rules)
            continue
        check_verdict(made, real.rules | WRONG_TOTAL)
        currency = one.invoice.currency or ""
        assert [
            f.message
            for f in made.findings
            if f.severity == "error" and f"{real.stated} {currency}" in f.message and real.calculated in f.message
        ]
        check_verdict(einvoice.convert(one, "peppol-bis", context=REAL_CONTEXT, totals="derived"), real.rules)


@pytest.mark.conformance
@pytest.mark.parametrize("seed", [20261120, 4367])
def test_generated_netvisor_documents_are_accepted(seed: int) -> None:
    context = Context.parse(tomllib.loads(context_toml(make_world(seed))))
    credits = 0
    for made in batch("netvisor", 60, seed=seed):
        found = einvoice.convert(made.data, "peppol-bis", context=context)
        assert verdict(found) == set(), made.name
        assert errors(found) == set(), made.name
        check_numbers(found.data)
        if not any(one.allowances and one.vat_amount is not None for one in found.invoice.lines):
            check_arithmetic(found.data)  # a stated sum pair decides the allowance, within the slack of the rule
        credits += found.invoice.is_credit_note
    assert credits


# ---------------------------------------------------------------------------------- wires as lists of values


class Value(NamedTuple):
    """One text or attribute of a document: its path without positions, the text, its path with positions."""

    name: str
    text: str
    path: str


def values_of(root: etree._Element) -> Iterator[Value]:
    """Every text and attribute below *root*, in the order of the document; blanks carry nothing."""
    base = len(path_of(root)) - len("/" + etree.QName(root).localname)
    for element in root.iter("*"):
        path = path_of(element)[base:]
        for key, text in element.attrib.items():
            if "XMLSchema-instance" not in str(key) and text.strip():
                yield Value(re.sub(r"\[\d+\]", "", f"{path}/@{key}"), text, f"{path}/@{key}")
        text = " ".join(t.strip() for t in [element.text or "", *(c.tail or "" for c in element)] if t.strip())
        if text:
            yield Value(re.sub(r"\[\d+\]", "", path), text, path)


def places(findings: Iterable[Finding], root: etree._Element) -> set[str]:
    """The paths that the findings name, counted from the invoice as `values_of` does."""
    base = path_of(root)[: -len("/" + etree.QName(root).localname)]
    return {f.path.removeprefix(base) for f in findings if f.path is not None}


def losses(found: Conversion) -> list[Finding]:
    """What is lost; a value that comes back by itself, or in another spelling, is not."""
    return [f for f in found.findings if f.is_loss and f.code not in ("LOSS-DERIVED", "LOSS-TRANSLATED")]


def changes(old: list[tuple[str, Any]], new: list[tuple[str, Any]]) -> list[tuple[str, str, Any]]:
    """What has to be taken away and put in to come from *old* to *new*, in order."""
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [("gone", *value) for value in old[a:b]] + [("new", *value) for value in new[c:d]]
    return found


def plain_number(text: str) -> str | Decimal:
    try:
        return Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return " ".join(text.split())


# ---------------------------------------------------------------------------------- identity of UBL

BOOLEANS = {"0": "false", "1": "true"}
RETYPED = {
    # read as another type, and said so: test_ubl_reading.py looks at them
    "type-380-in-credit-note.xml",
    "type-381-in-invoice.xml",
}


def ubl_value(value: Value) -> tuple[str, Any]:
    """Equal where the wire means the same: 0 and false, .00 and 0.00."""
    if value.name.endswith("/ChargeIndicator"):
        return value.name, BOOLEANS.get(value.text, value.text)
    if value.text.startswith((".", "+")):
        return value.name, plain_number(value.text)
    return value.name, value.text if re.search(r"[^\s\d.+-]", value.text) else plain_number(value.text)


FIXED_BY_BIS = [
    # BIS Billing allows a document reference of a line for the invoiced object only, and wants its type code
    ("new", "/Invoice/InvoiceLine/DocumentReference/DocumentTypeCode", Decimal(130)),
]


def check_ubl_identity(data: bytes) -> None:
    """Every value comes back, equal and in its order, or is named; and nothing is added."""
    found = einvoice.convert(data, "peppol-bis", validate=False)
    assert found.document is not None
    root = found.document.element
    assert root is not None
    named = places(losses(found), root)
    kept = [ubl_value(v) for v in values_of(root) if v.path not in named]
    written = [ubl_value(v) for v in values_of(parse(found.data))]
    assert [c for c in changes(kept, written) if c not in FIXED_BY_BIS] == []


@each(OFFICIAL_UBL)
def test_ubl_identity_of_official_documents(path: Path) -> None:
    check_ubl_identity(path.read_bytes())


@pytest.mark.parametrize("path", OWN_UBL + OWN_UBL_NEGATIVE, ids=name_of)
def test_ubl_identity_of_own_documents(path: Path) -> None:
    if path.name == "date-not-a-date.xml":
        with pytest.raises(EInvoiceError) as caught:
            check_ubl_identity(path.read_bytes())
        assert caught.value.exit_code == 4
    elif path.name == "endpoint-scheme-withdrawn.xml":
        found = einvoice.convert(path, "peppol-bis", validate=False)
        assert found.document is not None and found.document.element is not None
        before, after = (
            [ubl_value(v) for v in values_of(root)] for root in (found.document.element, parse(found.data))
        )
        assert len(changes(before, after)) == 4, "scheme and value of the buyer's address, nothing else"
        (moved,) = [f for f in found.findings if f.code == "W-ROUTE-205"]
        assert (moved.path, moved.value) == ("/Invoice/AccountingCustomerParty/Party/EndpointID", "9100117-1")
    elif path.name not in RETYPED:
        check_ubl_identity(path.read_bytes())


def test_ubl_identity_of_generated_documents() -> None:
    for made in batch("peppol-bis", 60, seed=20261120):
        check_ubl_identity(made.data)


# ---------------------------------------------------------------------------------- identity of Netvisor

SPELLED_OUT = {
    # attributes that the writer always gives, and the vendor calls mandatory
    "salesinvoiceamount/@iso4217currencycode": "EUR",
    "salesinvoicestatus/@type": "netvisor",
    "invoicingcustomercountrycode/@type": "ISO-3166",
    "deliveryaddresscountrycode/@type": "ISO-3166",
    "productunitpurchaseprice/@type": "net",
    "productunitprice/@type": "net",
    "productidentifier/@type": "customer",
    "invoicingcustomeridentifier/@type": "customer",
    "proposedaccount/@type": "customer",
}
DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def netvisor_value(value: Value) -> tuple[str, Any]:
    """Equal where the wire means the same: names and media types in any case, 1,5 and 1.50, 2026-7-3 and 2026-07-03."""
    path = value.name.lower()
    name = path.rpartition("/salesinvoice/")[2].replace("tagvalue/@type", "tagvalue/@datatype")
    if found := DATE.fullmatch(value.text.strip()):
        return name, "-".join(part.zfill(2) for part in found.groups())
    return name, plain_number(value.text.lower() if name.endswith("/mimetype") else value.text)


def is_spelled_out(name: str, value: Any) -> bool:
    last = "/".join(name.split("/")[-2:])
    return last.endswith("/@format") or (last in SPELLED_OUT and value == SPELLED_OUT[last])


def netvisor_values(root: etree._Element, without: set[str]) -> list[tuple[str, Any]]:
    found = [netvisor_value(v) for v in values_of(root) if v.path not in without]
    return [(name, value) for name, value in found if not is_spelled_out(name, value)]


IMPORTS = [p for p in OWN_NETVISOR if not p.name.startswith("response-")]
REAL_IMPORTS = [p for p in REAL_NETVISOR if p.parent.name == "requests"]
SHARED_ATTACHMENTS = "batch-shared-attachments.xml"
"""What stands beside the invoices comes into each: more is written than stood in one."""


@each(IMPORTS, REAL_IMPORTS)
def test_netvisor_identity(path: Path) -> None:
    """import → model → import loses nothing; what a context adds is for `test_netvisor_writing.py`."""
    for one in documents(path, EMPTY):
        found = einvoice.convert(one, "netvisor", validate=False)
        assert one.element is not None
        written = netvisor_values(next(parse(found.data).iter("salesinvoice")), set())
        kept = netvisor_values(one.element, places(losses(found), one.element))
        if path.name == SHARED_ATTACHMENTS:
            written = [v for v in written if "salesinvoiceattachment/" not in v[0]]
        assert changes(kept, written) == []


def test_netvisor_identity_names_nothing_that_is_carried() -> None:
    """A value that stands in the written document as it stood in the source is not lost, whatever a finding says."""
    wrong = set()
    for one in (one for path in IMPORTS + REAL_IMPORTS for one in documents(path, EMPTY)):
        found = einvoice.convert(one, "netvisor", validate=False)
        assert one.element is not None
        written = netvisor_values(next(parse(found.data).iter("salesinvoice")), set())
        source = {v.path: netvisor_value(v) for v in values_of(one.element)}
        base = path_of(one.element).rpartition("/")[0]
        wrong |= {
            (f.code, f.path.lower().rpartition("/")[2], bare(f.model_path or ""))
            for f in found.findings
            if f.is_loss
            and f.code != "LOSS-TRANSLATED"
            and f.path is not None
            and source.get(f.path.removeprefix(base)) in written
        }
    assert wrong == set()


EXPORTS = [p for p in OWN_NETVISOR + REAL_NETVISOR if p.name.startswith("response-") or p.parent.name == "responses"]


@each(EXPORTS)
def test_netvisor_export_to_import(path: Path) -> None:
    """export → model → import loses only what import has no place for, each named."""
    for one in documents(path, EMPTY):
        found = einvoice.convert(one, "netvisor", validate=False)
        back = einvoice.read(found.data).invoice
        assert unnamed(one.invoice, back, found.findings) == []


# ---------------------------------------------------------------------------------- models as lists of values

SUPPLIED = (
    # what the target format gives every document of its own
    "specification_identifier",
    "business_process_type",
    "internal.lifecycle_status",
    "native.netvisor:_total",
)
MOVED = {
    # changed or added value: the value whose finding says so
    "notes": ("leading_text_rows", "notes"),
    "lines[].note": ("lines[].text_rows", "lines[].note"),
    "buyer.name": ("buyer.name_extension",),
    "seller.name": ("seller.name_extension",),
    "delivery.party_name": ("delivery.name_extension",),
    "payment_terms": ("payment_conditions",),
    "buyer_reference": ("buyer.identifiers[].value",),
    "buyer_accounting_reference": ("buyer_proposed_account",),
    "lines[].buyer_accounting_reference": ("lines[].buyer_proposed_account",),
    "lines[].unit_code": ("lines[].unit_name",),
}


def stated(invoice: Invoice) -> dict[str, object]:
    return {path.lstrip("."): value for path, value in leaves(invoice, "")}


def same(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()
    return one == other


def steps_up(path: str) -> Iterator[str]:
    """The path and every path above it: lines[0].native.x, lines[0].native, lines[0], lines."""
    while path:
        yield path
        path = path[: path.rfind("[")] if path.endswith("]") else path.rpartition(".")[0]


def bare(path: str) -> str:
    return re.sub(r"\[\d+\]", "[]", path)


def covered(path: str, findings: Iterable[Finding]) -> bool:
    """Whether a finding names the value at *path*, or that which moved there."""
    named = {f.model_path for f in findings if f.model_path is not None}
    if any(step in named for step in steps_up(path)):
        return True
    origins = {origin for step in steps_up(bare(path)) for origin in MOVED.get(step, ())}
    return any(bare(step) in origins for place in named for step in steps_up(place))


def unnamed(before: Invoice, after: Invoice, findings: list[Finding]) -> list[tuple[str, object, object]]:
    """Every value of *before* that *after* lacks or changes, and every value that is new, unless a finding names it."""
    old = stated(with_allowances_as_lines(before, after, findings)) | documents_of(before)
    new = stated(after.model_copy(update={"supporting_documents": (), "vat_breakdown": groups_of(after, before)}))
    new |= documents_of(after, before)
    found = []
    for path in [*old, *(p for p in new if p not in old)]:
        if path in old and path in new and same(old[path], new[path]):
            continue
        if path.startswith(SUPPLIED) or bare(path) in SUPPLIED_IN_LISTS or ":_" in path:
            continue
        if not covered(path.removesuffix(".is_charge") + ".amount" if path.endswith(".is_charge") else path, findings):
            found.append((path, old.get(path), new.get(path)))
    return found


SUPPLIED_IN_LISTS = ("lines[].identifier", "supporting_documents[].reference")


def groups_of(invoice: Invoice, places: Invoice) -> tuple[VatBreakdown, ...]:
    """The VAT groups in the places that they have in *places*: a group is known by category and rate."""
    order = [(entry.category, entry.rate) for entry in places.vat_breakdown]
    groups = {(entry.category, entry.rate): entry for entry in invoice.vat_breakdown}
    if len(groups) != len(invoice.vat_breakdown) or not set(groups) <= set(order):
        return invoice.vat_breakdown
    return tuple(groups.get(key, VatBreakdown()) for key in order)


def documents_of(invoice: Invoice, places: Invoice | None = None) -> dict[str, object]:
    """The supporting documents; attachments in the places that they have in *places*, since links may be gone."""
    documents = list(invoice.supporting_documents)
    if places is not None:
        attached = iter([d for d in documents if d.content_base64])
        links = iter([d for d in documents if not d.content_base64])
        wanted = [next(attached if d.content_base64 else links, None) for d in places.supporting_documents]
        documents = [*wanted, *attached, *links]
    found: dict[str, object] = {}
    for position, document in enumerate(documents):
        found |= dict(leaves(document, f"supporting_documents[{position}]"))
    return found


def with_allowances_as_lines(invoice: Invoice, after: Invoice, findings: Iterable[Finding]) -> Invoice:
    """The allowances and charges of the document as the product lines that the findings say they became."""
    named = {f.model_path for f in findings if "product line" in f.message}
    moved = [item for n, item in enumerate(invoice.allowances_charges) if f"allowances_charges[{n}].amount" in named]
    update: dict[str, Any] = {"supporting_documents": ()}
    if moved and len(moved) == len(invoice.allowances_charges):
        turned = after.is_credit_note and not invoice.is_credit_note
        update |= {"allowances_charges": (), "lines": (*invoice.lines, *(line_of(item, turned) for item in moved))}
    return invoice.model_copy(update=update)


def line_of(item: AllowanceCharge, turned: bool) -> Line:
    """The line that stands for an allowance or charge: one piece at its amount, minus one where it makes less."""
    assert item.amount is not None
    less = (not item.is_charge) ^ (item.amount < 0) ^ turned
    what = "CHARGE" if item.is_charge else "ALLOWANCE"
    price = abs(item.amount)
    rate = {} if item.vat_rate is None else {"vat_rate": item.vat_rate}
    return Line(
        quantity=Decimal(-1 if less else 1),
        unit_code="C62",
        net_price=price,
        net_amount=-price if less else price,
        vat_category=item.vat_category,
        item_name=item.reason or what.capitalize(),
        seller_item_identifier=what,
        **rate,
    )


# ---------------------------------------------------------------------------------- there and back


@cache
def trip(path: Path, there: str, back: str, known: bool) -> list[tuple[Invoice, Invoice, list[Finding]]]:
    """Each invoice of a file, what it is after going there and back, and everything that was said on the way."""
    context = (CONTEXT if CORPORA in path.parents else REAL_CONTEXT) if known else EMPTY
    found = []
    for one in documents(path, context):
        first = einvoice.convert(one, there, context=context, validate=False)
        second = einvoice.convert(first.data, back, context=context, validate=False)
        last = einvoice.read(second.data, context=context).invoice
        found.append((one.invoice, last, [*first.findings, *second.findings]))
    return found


@each(OWN_UBL, OFFICIAL_UBL)
def test_ubl_to_netvisor_and_back(path: Path) -> None:
    for before, after, findings in trip(path, "netvisor", "peppol-bis", False):
        assert unnamed(before, after, findings) == []


NETVISOR_DOCUMENTS = [p for p in OWN_NETVISOR + REAL_NETVISOR if documents(p, EMPTY)]


@pytest.mark.parametrize("known", [False, True], ids=["no context", "context"])
@each(NETVISOR_DOCUMENTS)
def test_netvisor_to_ubl_and_back(path: Path, known: bool) -> None:
    for before, after, findings in trip(path, "peppol-bis", "netvisor", known):
        assert unnamed(before, after, findings) == []


def money(invoice: Invoice) -> dict[str, Any]:
    """What is claimed: type, amounts, VAT per category, dates and parties."""
    totals = invoice.totals
    assert totals is not None
    groups: dict[tuple[Any, Any], Decimal] = {}
    for entry in invoice.vat_breakdown:
        key = entry.category, entry.rate
        groups[key] = groups.get(key, Decimal(0)) + (entry.tax_amount or Decimal(0))
    return {
        "type_code": invoice.type_code,
        "currency": invoice.currency,
        "issue_date": invoice.issue_date,
        "due_date": invoice.due_date,
        "claim": None if totals.amount_due is None else totals.amount_due + (totals.paid_amount or 0),
        "total_without_vat": totals.total_without_vat,
        "vat_total": totals.vat_total,
        "vat_groups": groups,
        "buyer.name": invoice.buyer and invoice.buyer.name,
        "invoice_number": invoice.invoice_number,
    }


NAMED_AS = {
    # how a finding names a difference of `money`
    "claim": ("totals.amount_due", "totals.rounding_amount", "totals.total_with_vat"),
    "total_without_vat": ("totals.total_without_vat",),
    "vat_total": ("totals.vat_total",),
    "vat_groups": ("vat_breakdown",),
    "buyer.name": ("buyer.name", "buyer.name_extension"),
}


def differences(before: Invoice, after: Invoice, findings: list[Finding]) -> list[tuple[str, Any, Any]]:
    named = {step for f in findings if f.model_path for step in steps_up(f.model_path)}
    one, other = money(before), money(after)
    return [
        (key, one[key], other[key])
        for key in one
        if not same(one[key], other[key]) and not set(NAMED_AS.get(key, (key,))) & named
    ]


@each(OWN_UBL, OFFICIAL_UBL)
def test_claim_of_ubl_survives_netvisor(path: Path) -> None:
    for before, after, findings in trip(path, "netvisor", "peppol-bis", False):
        assert differences(before, after, findings) == []


@each(NETVISOR_DOCUMENTS)
def test_claim_of_netvisor_survives_ubl(path: Path) -> None:
    for before, after, findings in trip(path, "peppol-bis", "netvisor", True):
        assert differences(before, after, findings) == []


@pytest.mark.parametrize("path", OWN_UBL, ids=name_of)
def test_own_ubl_documents_are_paid_the_same_after_netvisor(path: Path) -> None:
    """Not one of our documents changes what is claimed, named or not, but where Netvisor's sign decides the type."""
    for before, after, _ in trip(path, "netvisor", "peppol-bis", False):
        one, other = money(before), money(after)
        if one["claim"] < 0:
            assert (one["type_code"], other["type_code"]) in (("380", "381"), ("384", "381"))
            assert (one["claim"], one["vat_total"]) == (-other["claim"], -other["vat_total"])
            continue
        assert one["claim"] == other["claim"]
        assert one["vat_total"] == other["vat_total"]
        assert one["currency"] == other["currency"]


# ---------------------------------------------------------------------------------- findings keep their word


@cache
def everything_said(path: Path, target: str, known: bool) -> list[Conversion]:
    context = (CONTEXT if CORPORA in path.parents else REAL_CONTEXT) if known else EMPTY
    return [einvoice.convert(one, target, context=context, validate=False) for one in documents(path, context)]


OWN_FINVOICE = sorted((CORPORA / "finvoice").glob("*.xml"))
REAL_FINVOICE = [path for path in in_shared("corpora", "finvoice") if documents(path, EMPTY)]
TELLING = [*NETVISOR_DOCUMENTS, *OWN_UBL, *OFFICIAL_UBL, *OWN_FINVOICE, *REAL_FINVOICE]


def whole(found: Conversion) -> dict[str, str]:
    assert found.document is not None
    assert found.document.element is not None
    root = found.document.element.getroottree().getroot()
    texts = {path_of(element): "" for element in root.iter("*")}
    return texts | {v.path: " ".join(v.text.split()) for v in values_of(root)}


TARGETS = ("netvisor", "peppol-bis", "finvoice")


@pytest.mark.parametrize("target", TARGETS)
def test_place_of_a_finding_exists(target: str) -> None:
    """A path that leads nowhere in the source cannot be looked up."""
    nowhere = set()
    for path, known in ((path, known) for path in TELLING for known in (False, True)):
        for found in everything_said(path, target, known):
            source = whole(found)
            nowhere |= {
                (f.code, f.path.rpartition("/")[2])
                for f in found.findings
                if f.path is not None and f.path not in source and not f.path.startswith("/FinvoiceAttachments")
            }
    assert nowhere == set()


@pytest.mark.parametrize("target", TARGETS)
def test_lost_value_stands_at_its_place(target: str) -> None:
    """The value of a loss is the text at its path, a part of it, or several texts of which it is one."""
    wrong = set()
    for found in (found for path in TELLING for found in everything_said(path, target, False)):
        source = {place.lower(): text for place, text in whole(found).items()}
        for f in found.findings:
            if not f.is_loss or f.path is None or f.value is None:
                continue
            if found.source == "finvoice" and found.document and f.model_path not in found.document.places():
                continue  # derived on reading: the place is that of what stands around it
            text, value = source.get(f.path.lower(), ""), " ".join(f.value.split())
            if not text or not (text in value or value in text):
                wrong.add((f.code, bare(f.model_path or ""), f.path.rpartition("/")[2]))
    assert wrong == set()


@each(TELLING)
def test_every_value_of_a_source_is_accounted_for(path: Path) -> None:
    """Each value is read to a place in the model, or named; what a format fixes by itself needs no word."""
    for one in documents(path, EMPTY):
        assert one.element is not None
        root = one.element
        read = {place.path.lower() for place in one.places().values()}
        told = {f.path.lower() for f in one.findings if f.path is not None}
        base = path_of(root)[: -len("/" + etree.QName(root).localname)]
        silent = [
            (v.path, v.text)
            for v in values_of(root)
            if (base + v.path).lower() not in read | told
            and not is_fixed(v, one.format)
            and not is_repeated(v, one.invoice)
        ]
        assert silent == []


FIXED = {
    # what says only how or of what kind, and is the same in every document
    "peppol-bis": re.compile(
        r"/@currencyID$|/TaxScheme/ID$|/Price/AllowanceCharge/ChargeIndicator$|/DocumentTypeCode$"
    ),
    "finvoice": re.compile(
        r"/@AmountCurrencyIdentifier$|/@Format$|(AccountID|SellerBic|EpiBfiIdentifier)/@IdentificationSchemeName$|"
        r"/AnyPartyText(/@AnyPartyCode)?$|(Seller|Buyer)Code/@IdentifierType$"
    ),
    "netvisor": re.compile(r"(?i)/@format$|/@type$|/@iso-3166$|CountryCode$|/LineSum/@type$"),
}


REPEATED = re.compile(
    r"/Finvoice/.*(/UnitPrice[A-Za-z]*Amount/@(UnitPriceUnitCode|QuantityUnitCodeUN)|FreeText\[[2-9]\])$"
)
"""The unit of a price repeats that of the quantity; several texts are the lines of one."""


def is_fixed(value: Value, format: str) -> bool:
    return bool(FIXED[format].search(value.path))


def is_repeated(value: Value, invoice: Invoice) -> bool:
    text = " ".join(value.text.split())
    texts = (" ".join(stated.split()) for _, stated in leaves(invoice, "") if isinstance(stated, str))
    return bool(REPEATED.match(value.path)) and any(text in each for each in texts)


@each(TELLING)
def test_every_finding_can_be_acted_on(path: Path) -> None:
    """A message in words, a known severity, terms of the register; an error has a remedy."""
    for target in TARGETS:
        for found in everything_said(path, target, False):
            for f in found.findings:
                assert f.severity in ("error", "warning", "info")
                assert len(f.message.split()) >= 4, f.message
                assert "None" not in f.message.split(), f.message
                assert all(re.fullmatch(r"(BT|BG)-\d+(-\d+)?|EX-[A-Z-]+", term) for term in f.terms), f.terms
                assert f.fix or f.severity != "error", f.message


def test_findings_are_those_of_the_second_reading_too() -> None:
    """The same document read twice says the same, in the same order."""
    for path in OWN_NETVISOR + OWN_UBL:
        for target in ("netvisor", "peppol-bis"):
            first = [c.findings for c in everything_said.__wrapped__(path, target, True)]
            again = [c.findings for c in everything_said.__wrapped__(path, target, True)]
            assert first == again
