"""Laws of the writer over drawn invoices: rows come to the sums of the lines, and whatever is drawn is written."""

import json
from collections import defaultdict
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.mapping.drawn import Drawing

import einvoice
from einvoice import Context, calc
from einvoice.context import BillectaSettings, ContextParty
from einvoice.formats.billecta import views
from einvoice.formats.billecta.project import project
from einvoice.model import AllowanceCharge, Invoice, Line, Party, SupportingDocument

ROOT = Path(__file__).resolve().parents[3]
PLACES = {"SEK": 2, "JPY": 0}
QUICK = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)

KNOWN = Context(
    seller=ContextParty(name="Granviks AB", country="SE", iban="SE9799900000000010001017", bankgiro="9990-1233"),
    customers={"4103": ContextParty(code="4103", name="Mörtvik", country="SE", delivery_method="pdf")},
    billecta=BillectaSettings(
        creditor_public_id="5e11e700-0000-4000-8000-000000000001",
        debtors={"4103": "deb70000-0000-4000-8000-000000004103"},
        credited_invoices={"26031": "2499990031"},
        fees="fields",
        zero_vat="E",
        supplies="goods",
        cent_rounding=True,
    ),
)


def decimals(least: int, most: int, places: int) -> st.SearchStrategy[Decimal]:
    scale = 10**places
    return st.integers(least * scale, most * scale).map(lambda digits: Decimal(digits).scaleb(-places))


@st.composite
def entries(draw: st.DrawFn, places: int, *, rated: bool) -> AllowanceCharge:
    stated: dict[str, Any] = {"is_charge": draw(st.booleans()), "amount": draw(decimals(0, 40, places))}
    if rated:
        stated |= {"vat_category": "S", "vat_rate": draw(st.sampled_from([Decimal(25), Decimal(12)]))}
        stated["reason_code"] = draw(st.sampled_from(["FC", "IS", "ABL"]))
    return AllowanceCharge(**stated)


@st.composite
def lines(draw: st.DrawFn, places: int) -> Line:
    made = Line(
        item_name="Vara",
        quantity=draw(decimals(-20, 20, 3)),
        net_price=draw(st.one_of(decimals(-3, 90, 2), decimals(0, 90, 5))),
        vat_category="S",
        vat_rate=draw(st.sampled_from([Decimal(25), Decimal(12)])),
        allowances_charges=tuple(draw(st.lists(entries(places, rated=False), max_size=3))),
        **draw(st.sampled_from([{}, {"price_base_quantity": Decimal(100)}, {"price_base_quantity": Decimal(3)}])),
        text_rows=draw(st.sampled_from([(), ("Text",)])),
    )
    if draw(st.booleans()) and made.quantity and (goods := calc.line_net_amount(made, minor_units=places)):
        share = draw(st.sampled_from([Decimal(5), Decimal("12.5"), Decimal("33.3")]))
        made = made.model_copy(update={"allowances_charges": (AllowanceCharge(percentage=share, base_amount=goods),)})
    return made


@st.composite
def invoices(draw: st.DrawFn) -> Invoice:
    currency = draw(st.sampled_from(sorted(PLACES)))
    places = PLACES[currency]
    made = Invoice(
        currency=currency,
        type_code=draw(st.sampled_from(["380", "381"])),
        lines=tuple(draw(st.lists(lines(places), min_size=1, max_size=4))),
        allowances_charges=tuple(draw(st.lists(entries(places, rated=True), max_size=3))),
        buyer=Party(native={"billecta:DebtorPublicId": "deb70000-0000-4000-8000-000000004103"}),
    )
    return calc.complete(made, minor_units=places)


def rounded(amount: Decimal, places: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def worth(row: dict[str, Any], places: int) -> Decimal:
    """What a row comes to without VAT, by the description of the service."""
    goods = Decimal(row["Quantity"]) * Decimal(row["UnitPrice"]["Value"]).scaleb(-places)
    if row["DiscountType"] == "Percentage":
        return rounded(goods * (1 - Decimal(row["DiscountPercentage"]) / 100), places)
    return rounded(goods - Decimal(row.get("DiscountAmount", {"Value": 0})["Value"]).scaleb(-places), places)


@QUICK
@given(invoices())
def test_rows_come_to_the_sums_of_the_invoice(stated: Invoice) -> None:
    places = PLACES[stated.currency or ""]
    entry = json.loads(einvoice.write(stated, "billecta", context=KNOWN).data, parse_float=Decimal)
    rows = [row for row in entry["Records"] if row["RecordType"] == "Standard"]
    assert all(row["UnitPrice"]["Value"] >= 0 for row in rows)
    assert [row["SequenceNo"] for row in entry["Records"]] == list(range(1, len(entry["Records"]) + 1))
    found: dict[Decimal, Decimal] = defaultdict(Decimal)
    for row in rows:
        found[Decimal(row["VAT"])] += worth(row, places)
    for member in ("InvoiceFee", "FreightFee"):
        if member in entry:
            (rate,) = {Decimal(row["VAT"]) for row in rows}
            found[rate] += Decimal(entry[member]["Value"]).scaleb(-places)
    wanted: dict[Decimal, Decimal] = defaultdict(Decimal)
    for line in stated.lines:
        wanted[line.vat_rate or Decimal(0)] += line.net_amount or Decimal(0)
    for each in stated.allowances_charges:
        wanted[each.vat_rate or Decimal(0)] += (each.amount or Decimal(0)) * (1 if each.is_charge else -1)
    turned = -1 if stated.is_credit_note else 1
    assert {rate: sum_ for rate, sum_ in found.items() if sum_} == {
        rate: sum_ * turned for rate, sum_ in wanted.items() if sum_
    }


@QUICK
@given(invoices())
def test_lines_are_never_mixed_up(stated: Invoice) -> None:
    """Read back and put in order, each line has the amount that it was written with."""
    made = project(stated, KNOWN)
    result = einvoice.write(stated, "billecta", context=KNOWN)
    back = einvoice.read(result.data, format="billecta", context=KNOWN).invoice
    turned = [f for f in result.findings if f.model_path == "totals.amount_due" and f.code == "LOSS-CHANGED"]
    named = {f.model_path for f in result.findings}
    ordered = made.in_order(stated, back)
    if turned or made.basis or not (stated.totals and stated.totals.amount_due):
        return  # a total of nothing, or against the type, does not say which way the rows point
    for number, line in enumerate(stated.lines):
        assert ordered.lines[number].net_amount == line.net_amount or f"lines[{number}].net_amount" in named


def _names(view: str, depth: int = 2) -> Iterator[str]:
    for name, member in views.view(view).items():
        for step in (name, f"{name}[2]") if member.many else (name,):
            yield step
            if member.kind == "view" and depth:
                yield from (f"{step}/{below}" for below in _names(member.of, depth - 1))


TEXTS = st.one_of(
    st.sampled_from(
        ["true", "false", "1", "5.5", "-3", "0", "12.50", "100000000000000000000", "1E+900", "2026-01-01", "202604245"]
    ),
    st.sampled_from(["Standard", "Message", "Unknown", "Package", "Percentage", "Amount", "BankGiro", "IBAN", "Fixed"]),
    st.sampled_from(["Appendixes", "InvoicePDF", "IS", "FC", "4103", "26031", "SE9799900000000010001017"]),
    st.sampled_from(
        ["CreditInvoiceAction", "InterestInvoiceAction", "SelfInvoiceAction", "deb70000-0000-4000-8000-000000004101"]
    ),
    st.text("abåÄ€😀 \n;,-_/[]@:", min_size=1, max_size=8),
)
ANYTHING = Drawing(
    {
        Invoice: frozenset(_names(views.ENTRY))
        | {"_InvoiceFee", "_PaymentOverride/BankGiro", "_PaymentOverride/ClearingNo", "State/Stage"},
        Line: frozenset(_names("InvoiceActionRecordView")),
        Party: frozenset(_names(views.DEBTOR, 0)),
        SupportingDocument: frozenset(_names("InvoiceActionAttachmentView")) | {"_list"},
    },
    "billecta",
    texts=TEXTS,
)


@cache
def schema() -> Any:
    file = ROOT / "schemas" / "billecta" / "InvoiceActionEntryView.json"
    return jsonschema.Draft202012Validator(json.loads(file.read_text(encoding="utf-8")))


@QUICK
@given(ANYTHING.invoices(), st.sampled_from([KNOWN, Context()]))
def test_whatever_is_drawn_is_written(stated: Invoice, here: Context) -> None:
    """What the entry lacks for good is an error that is named; what stands in it is what the schema takes."""
    result = einvoice.write(stated, "billecta", context=here)
    entry = json.loads(result.data)
    faults = [fault for fault in schema().iter_errors(entry) if fault.validator != "required"]
    assert faults == []
    missing = {fault.message.split("'")[1] for fault in schema().iter_errors(entry)}
    said = {finding.code for finding in result.findings if finding.severity == "error"}
    errors = {
        "CreditorPublicId": "EI-BILLECTA-CREDITOR", "DebtorPublicId": "EI-BILLECTA-DEBTOR",
        "DueDate": "EI-BILLECTA-NO-DUE-DATE", "InvoiceDate": "EI-BILLECTA-NO-DATE",
    }  # fmt: skip
    assert {errors[name] for name in missing & errors.keys()} <= said
