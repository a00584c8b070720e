"""The page of an invoice: nothing that the invoice states is left out, and nothing of it commands the terminal."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import einvoice
from einvoice.model import (
    AllowanceCharge,
    CashDiscount,
    CreditTransfer,
    Invoice,
    Line,
    Model,
    Party,
    PaymentConditions,
    PaymentInstructions,
    SupportingDocument,
)
from einvoice.report import show, view

CORPORA = Path(__file__).resolve().parents[2] / "corpora"

SHOWN_OTHERWISE = {
    "unit_code": "by its name",
    "price_base_quantity_unit_code": "by its name",
    "content_base64": "its size is shown",
    "placement": "where the seller's system prints a note is no content",
    "reference_kind": "groups the digits of the reference",
    "document_kind": "an order or draft says so in the title",
    "is_charge": "in words",
    "includes_vat": "in words",
    "start_month": "as part of 2026-01",
    "end_month": "as part of 2026-01",
    "kind": "the type of a field of the seller's own",
}
"""Fields whose text does not stand on the page, and why."""


def page(invoice: Invoice, width: int = 400) -> str:
    return show.plain(show.render(invoice), width)


def leaves(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    match value:
        case Model():
            for field in type(value).model_fields:
                yield from leaves(getattr(value, field), field)
        case tuple():
            for item in value:
                yield from leaves(item, name)
        case dict():
            for key, item in value.items():
                if ":_" not in key:  # a mark that a reader left for its writer
                    yield from leaves(item, name)
        case None | bool():
            return
        case Decimal():
            yield name, format(value, "f")
        case _:
            yield name, str(value)


def without_blanks(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "file", sorted(p for f in ("peppol-bis", "netvisor") for p in (CORPORA / f).glob("*.xml")), ids=lambda p: p.stem
)
def test_page_holds_every_value(file: Path) -> None:
    try:
        documents = list(einvoice.read_many(file))
    except einvoice.EInvoiceError:
        pytest.skip("no invoice in it")
    for document in documents:
        shown = without_blanks(page(document.invoice))
        absent = [
            (name, value)
            for name, value in leaves(document.invoice)
            if name not in SHOWN_OTHERWISE and without_blanks(value) not in shown
        ]
        assert absent == []


def test_page_fits_its_width() -> None:
    document = einvoice.read(CORPORA / "peppol-bis" / "everything.xml")
    lines = show.plain(show.render(document.invoice)).splitlines()
    assert max(map(len, lines)) == 100
    assert not any(line.endswith(" ") for line in lines)


def test_page_is_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    invoice = einvoice.read(CORPORA / "peppol-bis" / "everything.xml").invoice
    before = show.plain(show.render(invoice))
    for name, value in (("COLUMNS", "60"), ("FORCE_COLOR", "1"), ("TERM", "dumb"), ("JUPYTER_COLUMNS", "50")):
        monkeypatch.setenv(name, value)
    assert show.plain(show.render(invoice)) == before


def test_empty_invoice_has_a_page() -> None:
    assert page(Invoice(), 40) == "Document (no number)\n" + "─" * 40 + "\n\nLines\n  none\n"


def test_column_that_no_line_states_is_left_out() -> None:
    line = Line(identifier="1", item_name="Coffee", net_amount=Decimal("12.50"))
    head = next(row for row in page(Invoice(lines=(line,))).splitlines() if "item" in row)
    assert head.split() == ["id", "item", "net"]


def test_amounts_keep_their_digits_and_stand_right() -> None:
    lines = tuple(Line(net_amount=Decimal(amount)) for amount in ("5", "1250.50", "-3.00", "0.00000001", "1E+3"))
    shown = [row for row in page(Invoice(lines=lines), 60).splitlines() if row.endswith(tuple("0123456789"))]
    assert [row.split()[-1] for row in shown] == ["5", "1250.50", "-3.00", "0.00000001", "1000"]
    assert len({len(row) for row in shown}) == 1


@pytest.mark.parametrize("text", ["\x1b[2J", "\x9b31m", "\u202eevil", "\r", "\x07", "\u2066x"])
def test_text_cannot_command_the_terminal(text: str) -> None:
    invoice = Invoice(
        invoice_number=text,
        seller=Party(name=text),
        lines=(Line(item_name=text, identifier=text, text_rows=(text,)),),
        payment_terms=text,
        supporting_documents=(SupportingDocument(filename=text),),
        native={"x:" + text: text},
    )
    assert text[0] not in page(invoice)


def test_markup_of_rich_is_text() -> None:
    assert "[red]a[/red] :smile:" in page(Invoice(buyer_reference="[red]a[/red] :smile:"))


@pytest.mark.parametrize(
    ("account", "shown"),
    [
        ("FI8891317900012343", "FI88 9131 7900 0123 43"),
        ("FI88 9131 7900 0123 43", "FI88 9131 7900 0123 43"),
        ("5555551", "5555551"),
        ("NO9386011117947", "NO93 8601 1117 947"),
    ],
)
def test_account(account: str, shown: str) -> None:
    assert view.group_account(account) == shown


@pytest.mark.parametrize(
    ("reference", "kind", "shown"),
    [
        ("RF18539007547034", "rf", "RF18 5390 0754 7034"),
        ("RF18539007547034", None, "RF18 5390 0754 7034"),
        ("202605119", "fi", "2026 05119"),
        ("1232", "fi", "1232"),
        ("12345678901234567890", "fi", "12345 67890 12345 67890"),
        ("1234567897", "se-ocr", "1234567897"),
        ("order 7", "free", "order 7"),
        ("order 7", None, "order 7"),
    ],
)
def test_reference(reference: str, kind: str | None, shown: str) -> None:
    assert view.group_reference(reference, kind) == shown


def test_digits_beside_a_finnish_account_are_a_finnish_reference() -> None:
    way = PaymentInstructions(
        remittance_information="202605119", credit_transfer=CreditTransfer(account_identifier="FI8891317900012343")
    )
    assert "2026 05119" in page(Invoice(payment_instructions=(way,)))
    swedish = way.model_copy(update={"credit_transfer": CreditTransfer(account_identifier="99901233")})
    assert "202605119" in page(Invoice(payment_instructions=(swedish,)))


def test_conditions_of_payment() -> None:
    conditions = PaymentConditions(
        net_days=14,
        cash_discounts=(
            CashDiscount(days=7, percentage=Decimal("2"), amount=Decimal("5.02")),
            CashDiscount(last_date=date(2026, 5, 4)),
        ),
    )
    shown = page(Invoice(currency="EUR", payment_conditions=conditions))
    assert "2 % = 5.02 EUR within 7 days" in shown
    assert "until 2026-05-04" in shown


def test_attachment_with_broken_base64_is_named() -> None:
    assert "broken Base64" in page(Invoice(supporting_documents=(SupportingDocument(content_base64="!!"),)))


def test_charge_and_allowance_are_told_apart() -> None:
    entries = (AllowanceCharge(is_charge=True, amount=Decimal("6")), AllowanceCharge(amount=Decimal("4")))
    shown = page(Invoice(allowances_charges=entries)).splitlines()
    assert [row.split() for row in shown[-2:]] == [["charge", "6"], ["allowance", "4"]]


def test_marks_of_a_reader_for_its_writer_are_not_shown() -> None:
    context = einvoice.Context.load(CORPORA / "einvoice.toml")
    document = einvoice.read(CORPORA / "netvisor" / "vat-rounding-per-line.xml", context=context)
    assert document.invoice.seller is not None
    assert any(":_" in key for key in document.invoice.seller.native)
    shown = page(document.invoice)
    assert "netvisor:_" not in shown and "netvisor:vat_code" in shown
