"""Credit notes: reference, signs, and never more than the invoice, however they are cut."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lifecycle.drawn import added, amounts, check_document, invoices
from tests.rules.invoices import BUYER, SELLER

import einvoice
from einvoice.calc import vat_key
from einvoice.errors import NotAllowed, UsageError
from einvoice.lifecycle import credit, part_activate, part_credit
from einvoice.model import (
    AllowanceCharge,
    DocumentTotals,
    Internal,
    Invoice,
    Line,
    PaymentInstructions,
    PostingLine,
)
from einvoice.model.invoice import DirectDebit

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
ON = {"number": "2001", "date": date(2026, 5, 20)}
few = settings(max_examples=60, deadline=None)


def line(name, quantity, price, **fields):
    fields = {"vat_category": "S", "vat_rate": Decimal("25.5"), "unit_code": "C62"} | fields
    return Line(identifier=name, item_name=f"Item {name}", quantity=quantity, net_price=price, **fields)


INVOICE = Invoice(
    invoice_number="1001",
    issue_date=date(2026, 5, 4),
    due_date=date(2026, 5, 18),
    type_code="380",
    currency="EUR",
    buyer_reference="KP-204",
    payment_terms="14 days net",
    seller=SELLER.model_copy(update={"electronic_address": "003791001147", "electronic_address_scheme": "0216"}),
    buyer=BUYER.model_copy(update={"electronic_address": "003791001171", "electronic_address_scheme": "0216"}),
    lines=(line("1", 3, "33.33"), line("2", 1, "50.00", vat_rate=Decimal(14))),
    allowances_charges=(AllowanceCharge(amount="10.00", vat_category="S", vat_rate="25.5", reason="Loyalty"),),
)


def left_of(invoice, *credited):
    """What is left of each amount but those that a credit note does not have."""
    sums = dict(amounts(invoice))
    for note in credited:
        for place, amount in amounts(note).items():
            sums[place] = sums.get(place, 0) - amount
    return {
        place: amount
        for place, amount in sums.items()
        if amount and place not in {("total", "paid_amount"), ("total", "amount_due"), ("total", "rounding_amount")}
    }


# ---------------------------------------------------------------------------------- laws


@few
@given(invoices())
def test_credit_of_the_whole_is_the_whole(invoice):
    if invoice.totals.total_with_vat <= 0:
        with pytest.raises(UsageError):
            credit(invoice, **ON)
        return
    note = credit(invoice, **ON)
    check_document(note)
    assert left_of(invoice, note) == {}
    assert note.totals.amount_due == invoice.totals.total_with_vat + (invoice.totals.rounding_amount or 0)
    with pytest.raises(NotAllowed):
        credit(invoice, **ON | {"number": "2002"}, credited=[note])


@few
@given(invoices(positive=True), st.data())
def test_credits_of_rows_add_up_to_the_invoice_and_no_further(invoice, data):
    notes = []
    left = {n: each.quantity for n, each in enumerate(invoice.lines)}
    while left and len(notes) < 6:
        picks = {}
        for n in data.draw(st.sets(st.sampled_from(sorted(left)), min_size=1)):
            tenths = data.draw(st.integers(1, int(left[n] * 10)))
            picks[n] = min(left[n], Decimal(tenths) / 10)
        note = part_credit(invoice, picks, number=f"2{len(notes):03}", date=ON["date"], credited=notes)
        check_document(note)
        for n, taken in picks.items():
            left[n] -= taken
            if not left[n]:
                del left[n]
        notes.append(note)
        assert all(amount > 0 for amount in left_of(invoice, *notes).values() if amount), "more than the invoice"
    if left:
        notes.append(credit(invoice, number="2999", date=ON["date"], credited=notes))
        check_document(notes[-1])
    assert left_of(invoice, *notes) == {}
    with pytest.raises((NotAllowed, UsageError)):
        part_credit(invoice, {0: Decimal("0.1")}, number="3000", date=ON["date"], credited=notes)


@few
@given(invoices(positive=True), st.data())
def test_credits_of_amounts_never_exceed_the_invoice(invoice, data):
    notes, left = [], invoice.totals.total_with_vat
    for n in range(3):
        cents = int(left * 100)
        if not cents:
            break
        amount = Decimal(data.draw(st.integers(1, cents))) / 100
        with pytest.raises(NotAllowed, match="is more than"):
            part_credit(invoice, amount=left + Decimal("0.01"), **ON, credited=notes)
        notes.append(part_credit(invoice, amount=amount, number=f"2{n}", date=ON["date"], credited=notes))
        assert notes[-1].totals.total_with_vat == amount
        check_document(notes[-1])
        left -= amount
    if left:
        notes.append(credit(invoice, number="2999", date=ON["date"], credited=notes))
    credited = added(*notes)
    for entry in invoice.vat_breakdown:
        key = vat_key(entry.category, entry.rate)
        assert credited.get(("vat", key, "taxable"), 0) == entry.taxable_amount
        assert credited.get(("vat", key, "tax"), 0) == entry.tax_amount


# ---------------------------------------------------------------------------------- the document


def test_credit_note_names_the_invoice_and_asks_for_nothing():
    invoice = INVOICE.model_copy(
        update={
            "native": {"netvisor:invoicekey": "77"},
            "totals": DocumentTotals(paid_amount="20.00"),
            "payment_instructions": (
                PaymentInstructions(means_code="58", remittance_information="1232", reference_kind="fi"),
                PaymentInstructions(means_code="59", direct_debit=DirectDebit(mandate_reference="M1")),
            ),
            "internal": Internal(lifecycle_status="open", posting_lines=(PostingLine(amount="10.00", account="3000"),)),
        }
    )
    note = credit(invoice, reason="Wrong price", **ON)
    assert (note.type_code, note.is_credit_note, note.invoice_number, note.issue_date) == (
        "381",
        True,
        "2001",
        date(2026, 5, 20),
    )
    (preceding,) = note.preceding_invoices
    assert (preceding.number, preceding.issue_date) == ("1001", date(2026, 5, 4))
    assert (note.notes[0].text, note.due_date, note.payment_terms, note.native) == (
        "Wrong price",
        date(2026, 5, 20),
        None,
        {},
    )
    assert [(way.means_code, way.remittance_information) for way in note.payment_instructions] == [("58", None)]
    assert str(note.internal.posting_lines[0].amount) == "-10.00"
    assert note.internal.lifecycle_status is None
    assert (note.totals.paid_amount, str(note.totals.amount_due)) == (None, "169.94")
    assert note.buyer_reference == "KP-204"


def test_credit_of_rows_takes_its_share_of_the_allowance():
    note = part_credit(INVOICE, {"1": 1}, **ON)
    assert [(each.identifier, str(each.quantity), str(each.net_amount)) for each in note.lines] == [("1", "1", "33.33")]
    assert [str(item.amount) for item in note.allowances_charges] == ["3.33"]
    assert (str(note.totals.total_without_vat), str(note.totals.vat_total)) == ("30.00", "7.65")
    rest = credit(INVOICE, number="2002", date=ON["date"], credited=[note])
    assert [str(each.quantity) for each in rest.lines] == ["2", "1"]
    assert left_of(part_credit(INVOICE, {"1": 3, "2": 1}, **ON), note, rest) == {}


def test_credit_of_an_amount_is_spread_over_the_vat_categories():
    note = part_credit(INVOICE, amount=Decimal("50.00"), reason="Goodwill", item_identifier="HYV", **ON)
    assert [
        (each.item_name, each.seller_item_identifier, str(each.net_amount), str(each.vat_rate)) for each in note.lines
    ] == [("Goodwill", "HYV", "26.48", "25.5"), ("Goodwill", "HYV", "14.71", "14")]
    assert note.totals.amount_due == Decimal("50.00")
    check_document(note)


@pytest.mark.parametrize(
    "made", [{"picks": {"1": 2}}, {"amount": Decimal("12.34")}, None], ids=["rows", "amount", "all"]
)
def test_credit_note_passes_the_official_rules_and_our_own(made):
    note = credit(INVOICE, **ON) if made is None else part_credit(INVOICE, **made, **ON)
    report = einvoice.validate(note, profile="peppol-bis-3", layers=["schematron", "business"])
    errors = [finding.code for finding in report.findings if finding.severity == "error"]
    assert errors == []


def test_credit_note_fits_its_original():
    from einvoice.rules.original import Originals

    notes = [part_credit(INVOICE, {"1": 1}, number="2001", date=ON["date"])]
    notes.append(part_credit(INVOICE, {"1": 1, "2": 1}, number="2002", date=ON["date"], credited=notes))
    originals = Originals([INVOICE])
    assert [finding.code for note in notes for finding in originals.check(note)] == []


# ---------------------------------------------------------------------------------- refusals

CREDIT = credit(INVOICE, **ON)
REFUSED = [
    ("credit_note", CREDIT, {}, "is a credit note"),
    ("no_number", INVOICE.model_copy(update={"invoice_number": None}), {}, "has no number"),
    ("same_number", INVOICE, {"number": "1001"}, "cannot have the number '1001'"),
    ("before", INVOICE, {"date": date(2026, 5, 3)}, "of 2026-05-03, and invoice 1001 of 2026-05-04"),
    ("draft", INVOICE.model_copy(update={"document_kind": "draft"}), {}, "is a draft"),
    (
        "negative",
        INVOICE.model_copy(update={"totals": DocumentTotals(total_with_vat="-10.00")}),
        {},
        "is a negative invoice",
    ),
    ("no_credit_note", INVOICE, {"credited": [INVOICE]}, "is no credit note"),
    (
        "of_another",
        INVOICE,
        {"credited": [credit(INVOICE.model_copy(update={"invoice_number": "9"}), **ON)]},
        "credits 9",
    ),
    ("other_currency", INVOICE, {"credited": [CREDIT.model_copy(update={"currency": "SEK"})]}, "is in SEK"),
    ("blank_number", INVOICE, {"number": " "}, "cannot have the number ' '"),
    ("number_taken", INVOICE, {"credited": [part_credit(INVOICE, {"1": 1}, **ON)]}, "a credit note 2001 already"),
    (
        "handed_in_twice",
        INVOICE,
        {"credited": [part_credit(INVOICE, {"1": 1}, **ON)] * 2, "number": "2002"},
        "2001 is handed in twice",
    ),
    ("all_gone", INVOICE, {"credited": [CREDIT], "number": "2002"}, "credited in full"),
]


@pytest.mark.parametrize(("invoice", "changes", "why"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_cannot_be_credited_is_refused(invoice, changes, why):
    with pytest.raises(UsageError) as caught:
        credit(invoice, **ON | changes)
    assert why in caught.value.message
    assert caught.value.fix


def test_more_than_is_left_is_refused():
    first = part_credit(INVOICE, {"1": 2}, **ON)
    with pytest.raises(UsageError, match="2 of 1 cannot be taken"):
        part_credit(INVOICE, {"1": 2}, number="2002", date=ON["date"], credited=[first])
    with pytest.raises(UsageError, match="credit what"):
        part_credit(INVOICE, **ON)
    for amount, why in ((Decimal(0), "credit of 0 EUR"), (0.5, "no exact number"), (Decimal("1.005"), "2 decimals")):
        with pytest.raises(UsageError, match=why):
            part_credit(INVOICE, amount=amount, **ON)


def test_rows_beyond_a_discount_row_are_refused():
    """Goods of 100 with a discount of 20 as a row: crediting the goods alone would give back more than was paid."""
    invoice = INVOICE.model_copy(
        update={"lines": (line("1", 1, "100.00"), line("2", -1, "20.00")), "allowances_charges": ()}
    )
    with pytest.raises(NotAllowed, match=r"125\.50 EUR is more than the 100\.40 EUR"):
        part_credit(invoice, {"1": None}, **ON)
    assert credit(invoice, **ON).totals.total_with_vat == Decimal("100.40")


def test_rows_after_an_amount_are_limited_by_what_is_left_of_the_category():
    first = part_credit(INVOICE, amount=Decimal("100.00"), **ON)
    with pytest.raises(NotAllowed, match="is left"):
        part_credit(INVOICE, {"1": None}, number="2002", date=ON["date"], credited=[first])
    rest = credit(INVOICE, number="2002", date=ON["date"], credited=[first])
    assert first.totals.total_with_vat + rest.totals.total_with_vat == CREDIT.totals.total_with_vat


def test_credit_note_of_an_invoice_of_billecta_names_it_there():
    """Billecta names what is credited by ActionPublicId, which an invoice that was read from it has."""
    context = einvoice.Context.load(CORPORA / "billecta.toml")
    invoice = einvoice.read(CORPORA / "billecta" / "answer-sent.json", context=context).invoice
    note = part_credit(invoice, {0: 1}, number="26999", date=date(2026, 6, 1), reason="Returned")
    written = einvoice.write(note, "billecta", context=context)
    assert b'"CreditingInvoicePublicId": "2499990041"' in written.data
    assert b"2499990041" not in einvoice.write(note, "peppol-bis", context=context).data
    assert einvoice.validate(written.data, context=context).valid
    assert "billecta:ActionPublicId" not in note.native


def test_credit_note_and_remainder_go_the_way_of_the_invoice():
    """Finvoice knows intermediators from its transmission details alone; what follows goes to the same buyer."""
    invoice = einvoice.read(CORPORA / "finvoice" / "export-goods.xml").invoice
    note = credit(invoice, number="9001", date=invoice.issue_date)
    _, rest = part_activate(invoice, {0: 1}, remainder_number="9002")
    for document, number in ((note, b"9001"), (rest, b"9002")):
        data = einvoice.write(document, "finvoice").data
        assert b"<ToIntermediator>003791548580</ToIntermediator>" in data
        assert b"<MessageIdentifier>" + number + b"</MessageIdentifier>" in data
        assert einvoice.validate(data).valid


def test_reason_joins_the_one_note_that_bis_billing_takes():
    invoice = einvoice.read(CORPORA / "peppol-bis" / "fi-domestic-two-rates.xml").invoice
    note = credit(invoice, number="9001", date=invoice.issue_date, reason="Returned")
    assert [each.text for each in note.notes] == [f"Returned\n{invoice.notes[0].text}"]
    assert einvoice.validate(einvoice.write(note, "peppol-bis").data).valid
    assert einvoice.validate(einvoice.write(note, "finvoice").data).valid
