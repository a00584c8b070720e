"""What the writer of Billecta decides: a row per decision, what makes it fire and what does not.

An invoice is 2 × 50.00 at 25 %, 125.00 SEK in all, of a buyer whom Billecta knows, unless a case says otherwise.
"""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import einvoice
from einvoice import Context
from einvoice.context import BillectaSettings, ContextParty
from einvoice.findings import Finding
from einvoice.formats.billecta.project import project
from einvoice.formats.billecta.render import dumps, render, value_of
from einvoice.formats.billecta.views import ENTRY, view
from einvoice.formats.mapping.nodes import OutElement
from einvoice.model import (
    AllowanceCharge,
    Contact,
    CreditTransfer,
    DocumentTotals,
    Identifier,
    Invoice,
    Line,
    Note,
    Party,
    PaymentConditions,
    PaymentInstructions,
    Period,
    PrecedingInvoice,
    SupportingDocument,
)

ROOT = Path(__file__).resolve().parents[3]
CORPORA = ROOT / "corpora"
CREDITOR = "5e11e700-0000-4000-8000-000000000001"
DEBTOR = "deb70000-0000-4000-8000-000000004103"
CARD = ContextParty(code="4103", name="Mörtviks Hotell AB", country="SE")
PDF = "JVBERi0xLjcK"


def D(text: str) -> Decimal:
    return Decimal(text)


def seller(**given: Any) -> ContextParty:
    return ContextParty(name="Granviks AB", country="SE", **given)


def context(card: dict[str, Any] | None = None, own: ContextParty | None = None, **settings: Any) -> Context:
    """A context that knows account, customer and credited invoice, and how to send."""
    stated = {
        "creditor_public_id": CREDITOR,
        "debtors": {"4103": DEBTOR},
        "credited_invoices": {"26031": "2499990031"},
        "delivery_method": "EInvoice",
        "zero_vat": "E",
    }
    return Context(
        seller=own,
        customers={"4103": CARD.model_copy(update=card or {})},
        billecta=BillectaSettings(**(stated | settings)),
    )


def line(net: str | None = "100.00", **given: Any) -> Line:
    stated: dict[str, Any] = {
        "quantity": D("2"), "unit_code": "H87", "net_price": D("50.00"), "vat_category": "S", "vat_rate": D("25"),
        "item_name": "Kaffe",
    }  # fmt: skip
    if net is not None:
        stated["net_amount"] = D(net)
    return Line(**{name: value for name, value in (stated | given).items() if value is not None})


def buyer(**given: Any) -> Party:
    return Party(name="Mörtviks Hotell AB", identifiers=(Identifier(value="4103"),), **given)


def invoice(*lines: Line, **given: Any) -> Invoice:
    stated = {
        "invoice_number": "1001", "issue_date": date(2026, 6, 1), "due_date": date(2026, 7, 1), "type_code": "380",
        "currency": "SEK", "buyer": buyer(), "lines": lines or (line(),),
    }  # fmt: skip
    return Invoice(**{name: value for name, value in (stated | given).items() if value is not None})


def written(stated: Invoice, given: Context | None = None) -> tuple[dict[str, Any], list[Finding]]:
    """Return the entry as parsed JSON, amounts and numbers as they stand, and what the writer said."""
    result = einvoice.write(stated, "billecta", context=given or context())
    return json.loads(result.data, parse_float=Decimal), result.findings


def row(stated: Line, number: int = 0, **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = written(invoice(stated), context(**given))[0]["Records"][number]
    return found


def value(amount: dict[str, Any] | None) -> int | None:
    return None if amount is None else amount["Value"]


def codes(findings: list[Finding], prefix: str = "EI-") -> list[str]:
    return [f.code for f in findings if f.code.startswith(prefix)]


def about(findings: list[Finding], path: str) -> list[tuple[str, str]]:
    return [(f.code, f.severity) for f in findings if f.model_path == path]


@cache
def schema() -> Any:
    file = ROOT / "schemas" / "billecta" / "InvoiceActionEntryView.json"
    return jsonschema.Draft202012Validator(json.loads(file.read_text(encoding="utf-8")))


# -- the whole -------------------------------------------------------------------------------------------------------


def test_plain_invoice_is_written_without_a_word() -> None:
    entry, findings = written(invoice())
    assert [f.code for f in findings if f.severity != "info"] == []
    assert list(entry) == [name for name in view(ENTRY) if name in entry]
    assert entry["Records"] == [
        {
            "SequenceNo": 1, "Units": "st", "ArticleDescription": "Kaffe", "Quantity": 2,
            "UnitPrice": {"CurrencyCode": "SEK", "Value": 5000}, "DiscountPercentage": 0, "DiscountType": "Amount",
            "VAT": 25, "RotRutActivated": False, "RotRutHours": 0, "RotRutType": "Construction",
            "RecordType": "Standard", "VatIsIncluded": False, "Hidden": False,
        }
    ]  # fmt: skip
    del entry["Records"]
    assert entry == {
        "ActionType": "InvoiceAction", "CreditorPublicId": CREDITOR, "DebtorPublicId": DEBTOR,
        "InvoiceDate": "2026-06-01", "DueDate": "2026-07-01", "InterestPercentage": 0,
        "InterestStartInDaysAfterDueDate": 0, "InterestType": "NoInterest", "DeliveryMethod": "EInvoice",
        "CommunicationLanguage": "SV", "InvoiceNumber": "1001", "VatIsIncluded": False, "IsLocked": False,
        "UseDebtorBalance": False,
    }  # fmt: skip


def _samples() -> list[Path]:
    found = [CORPORA / "billecta", CORPORA / "peppol-bis", CORPORA / "netvisor", CORPORA / "finvoice"]
    files = [path for folder in found for path in sorted(folder.iterdir()) if path.suffix in (".xml", ".json")]
    return [path for path in files if path.stem not in WITHOUT_INVOICE]


WITHOUT_INVOICE = {"list-empty", "response-created", "response-failed", "response-list-empty", "response-not-found"}


def _known(stated: Invoice, own: Context) -> tuple[Invoice, Context]:
    """The invoice of a buyer whom Billecta knows, and a context that knows account and credited invoices."""
    credited = {e.number: "2400000001" for e in stated.preceding_invoices if e.number}
    settings = own.billecta.model_copy(
        update={
            "creditor_public_id": CREDITOR, "zero_vat": "E", "supplies": "goods",
            "credited_invoices": {**credited, **own.billecta.credited_invoices},
        }
    )  # fmt: skip
    if stated.buyer is not None:
        native = {"billecta:DebtorPublicId": DEBTOR, **stated.buyer.native}
        stated = stated.model_copy(update={"buyer": stated.buyer.model_copy(update={"native": native})})
    return stated, own.model_copy(update={"billecta": settings})


@pytest.mark.parametrize("path", _samples(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_sample_is_written_with_its_sums(path: Path) -> None:
    """The entry is valid, comes back with the same totals, and says of every line what it is worth."""
    own = Context.load(CORPORA / ("billecta.toml" if path.parent.name == "billecta" else "einvoice.toml"))
    for document in einvoice.read_many(path, context=own):
        stated, here = _known(document.invoice, own)
        entry, findings = written(stated, here)
        errors = [e.message for e in schema().iter_errors(json.loads(json.dumps(entry, default=float)))]
        unnamed = [] if "EI-BILLECTA-NO-DUE-DATE" not in codes(findings) else ["'DueDate' is a required property"]
        assert errors == unnamed
        back = einvoice.read(dumps(entry), format="billecta", context=here).invoice
        lost = {f.model_path for f in findings}
        for name in ("total_without_vat", "vat_total", "total_with_vat"):
            before, after = (getattr(i.totals or DocumentTotals(), name) for i in (stated, back))
            assert before is None or before == after or f"totals.{name}" in lost
        ordered = project(stated, here).in_order(stated, back)
        for number, (one, other) in enumerate(zip(stated.lines, ordered.lines, strict=False)):
            assert one.net_amount in (None, other.net_amount) or f"lines[{number}].net_amount" in lost


def test_decimal_context_of_the_caller_does_not_count() -> None:
    stated = invoice(line("41666666.65", quantity=D("33.33333332"), net_price=D("1250000")))
    with localcontext(prec=3):
        assert written(stated)[0] == written(stated)[0]
        assert row(stated.lines[0])["Quantity"] == D("33.33333332")


# -- type and sign ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "type_code", "native", "action", "said"),
    [
        ("valid_invoice", "380", None, "InvoiceAction", []),
        ("valid_no_type", None, None, "InvoiceAction", []),
        ("valid_interest_of_billecta", "380", "InterestInvoiceAction", "InterestInvoiceAction", []),
        ("silent_native_contradicts", "380", "CreditInvoiceAction", "InvoiceAction", []),
        ("silent_native_of_another_kind", "380", "SelfInvoiceAction", "InvoiceAction", []),
        ("invalid_corrective", "384", None, "InvoiceAction", [("LOSS-CHANGED", "warning")]),
        (
            "invalid_self_billed",
            "389",
            None,
            "InvoiceAction",
            [("EI-BILLECTA-TYPE", "error"), ("LOSS-CHANGED", "warning")],
        ),
    ],
)
def test_type(case: str, type_code: str | None, native: str | None, action: str, said: list[Any]) -> None:
    kept = {"billecta:ActionType": native} if native else {}
    entry, findings = written(invoice(type_code=type_code, native=kept))
    assert entry["ActionType"] == action
    assert about(findings, "type_code") == said


def credit_note(*lines: Line, number: str | None = "26031", **given: Any) -> Invoice:
    before = {"preceding_invoices": (PrecedingInvoice(number=number),)} if number else {}
    return invoice(*lines, **({"type_code": "381"} | before | given))


def test_credit_note_is_negative() -> None:
    entry, findings = written(credit_note(line(allowances_charges=(allowance("10.00"),), net="90.00")))
    (row,) = entry["Records"]
    assert (entry["ActionType"], entry["CreditingInvoicePublicId"]) == ("CreditInvoiceAction", "2499990031")
    assert (row["Quantity"], value(row["UnitPrice"]), value(row["DiscountAmount"])) == (-2, 5000, -1000)
    assert "EI-BILLECTA-SIGN" not in codes(findings)


@pytest.mark.parametrize(("total", "turned"), [("-125.00", True), ("125.00", False), ("0.00", False)])
def test_credit_note_that_asks_for_money_is_an_invoice(total: str, turned: bool) -> None:
    """As a credit invoice, which is negative, it would give back what it demands."""
    stated = credit_note(line("-100.00", quantity=D("-2")), totals=DocumentTotals(total_with_vat=D(total)))
    entry, findings = written(stated)
    (row,) = entry["Records"]
    assert (entry["ActionType"], row["Quantity"]) == ("InvoiceAction" if turned else "CreditInvoiceAction", 2)
    said = [(f.code, f.severity) for f in findings if f.model_path == "type_code" and f.severity != "info"]
    assert said == [("LOSS-CHANGED", "warning")] * turned


def test_negative_invoice_stays_an_invoice() -> None:
    entry, findings = written(invoice(line("-100.00", quantity=D("-2"))))
    assert (entry["ActionType"], entry["Records"][0]["Quantity"]) == ("InvoiceAction", -2)
    assert codes(findings) == []


@pytest.mark.parametrize(
    ("case", "number", "native", "expected", "fires"),
    [
        ("valid_context", "26031", {}, "2499990031", False),
        ("valid_entry", None, {"CreditingInvoicePublicId": "77"}, "77", False),
        ("valid_answer", None, {"CreditingInvoice/SourcePublicId": "78"}, "78", False),
        ("valid_native_wins", "26031", {"CreditingInvoicePublicId": "77"}, "77", False),
        ("invalid_unknown", "99", {}, None, True),
        ("invalid_not_stated", None, {}, None, True),
    ],
)
def test_credited_invoice(case: str, number: str | None, native: dict[str, str], expected: Any, fires: bool) -> None:
    stated = credit_note(number=number, native={f"billecta:{name}": text for name, text in native.items()})
    entry, findings = written(stated)
    assert entry.get("CreditingInvoicePublicId") == expected
    assert ("EI-BILLECTA-CREDITED" in codes(findings)) == fires


def test_credited_invoice_names_the_line_to_add() -> None:
    (found,) = [f for f in written(credit_note(number="99"))[1] if f.code == "EI-BILLECTA-CREDITED"]
    assert '[billecta.credited_invoices] | "99" = "…"' in (found.fix or "")
    assert (found.terms, found.value) == (("BT-25",), "99")


def test_preceding_invoice_of_an_invoice_is_lost() -> None:
    entry, findings = written(credit_note(type_code="380"))
    assert "CreditingInvoicePublicId" not in entry
    assert about(findings, "preceding_invoices[0].number") == [("LOSS-NO-PLACE", "warning")]


def test_second_credited_invoice_is_lost() -> None:
    both = (PrecedingInvoice(number="26031"), PrecedingInvoice(number="26032"))
    findings = written(credit_note(preceding_invoices=both))[1]
    assert about(findings, "preceding_invoices[1].number") == [("LOSS-NO-PLACE", "warning")]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (None, []),
        ("invoice", []),
        ("draft", [("LOSS-CHANGED", "info")]),
        ("order", [("EI-BILLECTA-KIND", "error")]),
    ],
)
def test_kind_of_document(kind: str | None, said: list[Any]) -> None:
    findings = written(invoice(document_kind=kind))[1]
    assert [each for each in about(findings, "document_kind") if each[0] != "LOSS-NO-PLACE"] == said


# -- numbers of Billecta ---------------------------------------------------------------------------------------------


def test_creditor() -> None:
    entry, findings = written(invoice(), context(creditor_public_id=None))
    assert "CreditorPublicId" not in entry
    (found,) = [f for f in findings if f.code == "EI-BILLECTA-CREDITOR"]
    assert (found.severity, "[billecta] | creditor_public_id" in (found.fix or "")) == ("error", True)
    kept = invoice(native={"billecta:CreditorPublicId": DEBTOR})
    entry, findings = written(kept)
    assert (entry["CreditorPublicId"], codes(findings)) == (DEBTOR, [])


def test_unknown_debtor_is_an_error_with_a_customer_to_create() -> None:
    party = Party(
        name="Ny Kund AB",
        identifiers=(Identifier(value="C-100"),),
        legal_registration_identifier="5599910204",
        legal_registration_identifier_scheme="0007",
        vat_identifier="SE559991020401",
        electronic_address="7359999001011",
        electronic_address_scheme="0088",
        contact=Contact(name="Ida Ek", email="ida@ny.example"),
    )
    stated = invoice(buyer=party)
    result = einvoice.write(stated, "billecta", context=context())
    (found,) = [f for f in result.findings if f.code == "EI-BILLECTA-DEBTOR"]
    assert (found.terms, found.value, found.severity) == (("BT-46",), "C-100", "error")
    assert '[billecta.debtors] | "C-100" = "…"' in (found.fix or "")
    assert b"DebtorPublicId" not in result.data
    assert project(stated, context()).debtor == {
        "CreditorPublicId": CREDITOR, "DebtorExternalId": "C-100", "OrgNo": "559991-0204", "Name": "Ny Kund AB",
        "Email": "ida@ny.example", "ContactName": "Ida Ek", "ContactEmail": "ida@ny.example",
        "VatNumber": "SE559991020401", "GLN": "7359999001011", "DebtorType": "Company", "Intermediator": "PEPPOL",
    }  # fmt: skip
    assert not [f for f in result.findings if f.is_loss and (f.model_path or "").startswith("buyer")]


def test_customer_is_found_by_the_numbers_that_the_message_proposes() -> None:
    """An invoice that names no customer code: the lines to add are those that make it work."""
    stated = invoice(buyer=Party(name="Ny Kund AB", legal_registration_identifier="5599910204", vat_identifier="SE55"))
    (found,) = [f for f in einvoice.write(stated, "billecta", context=context()).findings if f.code.endswith("-DEBTOR")]
    assert '[[customers]] | code = "…" | name = "Ny Kund AB" | business_id = "5599910204"' in (found.fix or "")
    known: dict[str, Any] = {
        "billecta": {"creditor_public_id": CREDITOR, "debtors": {"77": DEBTOR}},
        "customers": [{"code": "77", "name": "Ny Kund AB", "business_id": "559991-0204", "country": "SE"}],
    }
    entry = json.loads(einvoice.write(stated, "billecta", context=Context.parse(known)).data)
    assert entry["DebtorPublicId"] == DEBTOR
    known["customers"].append({"code": "78", "name": "Ny Kund AB, lager", "business_id": "559991-0204"})
    known["billecta"]["debtors"]["78"] = "deb70000-0000-4000-8000-000000000078"
    entry = json.loads(einvoice.write(stated, "billecta", context=Context.parse(known)).data)
    assert "DebtorPublicId" not in entry


@pytest.mark.parametrize("number", ["\u00a0", "4103", "deb70000-0000-4000-8000"])
def test_number_of_a_customer_that_is_no_guid_is_not_written(number: str) -> None:
    """The service refuses it; the customer is looked for by his card, or created."""
    entry, findings = written(invoice(buyer=Party(name="Ny", native={"billecta:DebtorPublicId": number})))
    assert "DebtorPublicId" not in entry
    assert about(findings, "buyer.native.billecta:DebtorPublicId") == [("LOSS-UNWRITABLE", "warning")]
    assert "EI-BILLECTA-DEBTOR" in codes(findings)


GROSS = Line(item_name="Kaffebröd", quantity=5, vat_category="S", vat_rate="13.5", price_with_vat="4.95",
             net_price="4.36123348", net_amount="21.81")  # fmt: skip
"""5 × 4.95 with VAT: 24.75, of which 24.75 × 13.5 / 113.5 = 2.94 is VAT, as 13.5 % of 21.81 is."""


def test_price_with_vat_of_another_format_stays_where_its_vat_is_the_same() -> None:
    made = row(GROSS)
    assert (made["Quantity"], value(made["UnitPrice"]), made["VatIsIncluded"]) == (5, 495, True)
    entry, findings = written(invoice(GROSS))
    assert entry["VatIsIncluded"] is True
    assert [f for f in findings if f.code == "EI-BILLECTA-PRECISION" or "BT-129" in f.terms] == []


@pytest.mark.parametrize(
    ("case", "other"),
    [
        ("net_amount_is_another", {"net_amount": "21.84"}),
        ("price_fits_without_vat", {"net_price": "4.36", "net_amount": "21.80"}),
        ("price_has_three_decimals", {"price_with_vat": "4.951"}),
    ],
)
def test_price_with_vat_gives_way(case: str, other: dict[str, str]) -> None:
    stated = Line.model_validate(GROSS.model_dump(exclude_none=True) | other)
    assert row(stated)["VatIsIncluded"] is False


def test_prices_with_vat_of_a_rate_stand_or_fall_together() -> None:
    plain = Line(quantity=1, net_price="5.00", net_amount="5.00", vat_category="S", vat_rate="13.5")
    entry, _ = written(invoice(GROSS, plain))
    assert [made["VatIsIncluded"] for made in entry["Records"]] == [False, False]


def test_rounding_that_prices_with_vat_leave_over_keeps_them() -> None:
    """2 × 0.07 with 25.5 %: of 0.14 0.03 is VAT and 0.11 net, and the nets of the lines are 0.06 each."""
    lines = [Line(quantity=1, net_price="0.05577689", net_amount="0.06", vat_category="S", vat_rate="25.5",
                  price_with_vat="0.07") for _ in range(2)]  # fmt: skip
    rounded = DocumentTotals(line_total="0.12", total_without_vat="0.12", vat_total="0.03", total_with_vat="0.15",
                             rounding_amount="-0.01", amount_due="0.14")  # fmt: skip
    flags = [
        [made["VatIsIncluded"] for made in written(invoice(*lines, totals=totals))[0]["Records"]]
        for totals in (None, rounded)
    ]
    assert flags == [[False, False], [True, True]]


def test_address_in_peppol_may_be_the_number_of_the_customer() -> None:
    stated = invoice(buyer=Party(name="Ek AB", electronic_address="5599910204", electronic_address_scheme="0007"))
    made = project(stated, context()).debtor
    assert made is not None
    assert (made["OrgNo"], made["DebtorType"], made["Intermediator"]) == ("559991-0204", "Company", "PEPPOL")
    findings = einvoice.write(stated, "billecta", context=context()).findings
    assert not [f for f in findings if f.is_loss and (f.model_path or "").startswith("buyer.electronic_address")]


def test_address_that_no_customer_has_is_told_with_the_reason() -> None:
    party = Party(name="Koivu Oy", electronic_address="003791001171", electronic_address_scheme="0216")
    findings = einvoice.write(invoice(buyer=party), "billecta", context=context()).findings
    told = [f.message for f in findings if "BT-49" in f.terms or "BT-49-1" in f.terms]
    assert len(told) == 2
    assert all(text.endswith("a GLN, or is found by its organisation number") for text in told)


@pytest.mark.parametrize(("paid", "severity"), [("50.00", "warning"), ("0", "info")])
def test_what_is_paid_has_to_be_registered(paid: str, severity: str) -> None:
    stated = invoice(totals=DocumentTotals(paid_amount=Decimal(paid)))
    (found,) = [f for f in einvoice.write(stated, "billecta", context=context()).findings if f.terms == ("BT-113",)]
    assert (found.code, found.severity) == ("LOSS-NO-PLACE", severity)
    assert (found.fix or "").startswith("register the payment of 50.00") == (severity == "warning")


def test_consumer_to_create_is_no_company() -> None:
    made = project(invoice(buyer=Party(name="Solveig Ekdal")), context()).debtor
    assert made == {"CreditorPublicId": CREDITOR, "Name": "Solveig Ekdal", "DebtorType": "Private"}


@pytest.mark.parametrize("known", [True, False])
def test_customer_is_created_only_when_unknown(known: bool) -> None:
    given = context() if known else context(debtors={})
    assert (project(invoice(), given).debtor is None) == known


# -- rows: prices ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "given", "quantity", "price", "text"),
    [
        ("valid_fits", {}, "2", 5000, None),
        ("valid_sub_cent_sum", {"quantity": D("3.333"), "net_price": D("10.00"), "net": "33.33"}, "3.333", 1000, None),
        ("valid_per_hundred", {"price_base_quantity": D("100"), "net_price": D("5000")}, "2", 5000, None),
        ("valid_negative_price", {"quantity": D("-2"), "net_price": D("-50")}, "2", 5000, None),
        ("valid_no_net", {"net": None}, "2", 5000, None),
        ("invalid_decimals", {"quantity": D("3.5"), "unit_code": "KGM", "net_price": D("12.3456"), "net": "43.21"},
         "1", 4321, "3,5 kg à 12,3456 SEK"),
        ("invalid_per_hundred", {"quantity": D("250"), "price_base_quantity": D("100"), "net_price": D("12.34"),
         "net": "30.85"}, "1", 3085, "250 st à 12,34 SEK / 100"),
        ("invalid_sum_off_by_a_cent", {"net": "100.01"}, "1", 10001, "2 st à 50 SEK"),
        ("invalid_negative", {"quantity": D("-3"), "net_price": D("0.333"), "net": "-1.00"}, "-1", 100,
         "-3 st à 0,333 SEK"),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)  # fmt: skip
def test_price(case: str, given: dict[str, Any], quantity: str, price: int, text: str | None) -> None:
    made = row(line(**({"net_price": D("50")} | given)))
    assert (made["Quantity"], value(made["UnitPrice"])) == (D(quantity), price)
    assert made["ArticleDescription"] == ("Kaffe" if text is None else f"Kaffe\n{text}")
    assert made.get("Units") == ("st" if text is None else None)


@pytest.mark.parametrize(
    ("case", "quantity", "price", "expected", "said"),
    [
        ("valid_price_alone", None, "50", (None, 5000), []),
        ("valid_price_is_cut", None, "50.005", (None, 5001), [("LOSS-CHANGED", "warning")]),
        ("invalid_quantity_alone", "3", None, (3, 0), [("EI-BILLECTA-NO-PRICE", "error")]),
        ("invalid_neither", None, None, (1, 0), [("EI-BILLECTA-NO-PRICE", "error")]),
    ],
)
def test_line_without_an_amount(case: str, quantity: str | None, price: str | None, expected: Any, said: Any) -> None:
    numbers = {name: D(text) for name, text in (("quantity", quantity), ("net_price", price)) if text is not None}
    entry, findings = written(invoice(line(None, **({"quantity": None, "net_price": None} | numbers))))
    (made,) = entry["Records"]
    assert (made.get("Quantity"), value(made["UnitPrice"]), made["RecordType"]) == (*expected, "Standard")
    assert about(findings, "lines[0].net_price") == said


def test_invoice_without_lines_is_still_an_entry() -> None:
    entry = written(Invoice(currency="SEK"))[0]
    assert entry["Records"] == []
    assert einvoice.read(dumps(entry)).format == "billecta"


def test_price_that_does_not_fit_is_named() -> None:
    stated = line("43.21", quantity=D("3.5"), net_price=D("12.3456"), item_description="Mörk")
    entry, findings = written(invoice(line(), stated))
    assert entry["Records"][1]["ArticleDescription"] == "Kaffe\nMörk\n3,5 st à 12,3456 SEK"
    assert about(findings, "lines[1].quantity") == [("LOSS-CHANGED", "warning")]
    (once,) = [f for f in findings if f.code == "EI-BILLECTA-PRECISION"]
    assert (once.severity, once.message.partition(":")[0]) == ("info", "line 2")
    assert ("LOSS-CHANGED", "info") in about(findings, "lines[1].net_price")
    assert about(findings, "lines[1].unit_code") == [("LOSS-CHANGED", "info")]
    named = {f.model_path for f in findings if f.is_loss}
    assert not named & {"lines[1].item_description", "lines[1].net_amount"}


def test_currency_decides_what_fits() -> None:
    yen = invoice(line("101", quantity=D("2"), net_price=D("50.5")), currency="JPY")
    assert value(written(yen)[0]["Records"][0]["UnitPrice"]) == 101
    dinar = invoice(line("2.47", quantity=D("2"), net_price=D("1.235")), currency="KWD")
    assert value(written(dinar)[0]["Records"][0]["UnitPrice"]) == 1235


def with_vat(**given: Any) -> Line:
    native = given.pop("native", {})
    return line(
        **(
            {
                "net": "80.00", "price_with_vat": D("50.00"), "net_price": None, "amount_with_vat": D("100.00"),
                "native": {"billecta:VatIsIncluded": "true"} | native,
            }
            | given
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("case", "stated", "price", "included", "discount"),
    [
        ("valid_ties", with_vat(), 5000, True, ("Amount", 0, None)),
        ("valid_percentage", with_vat(net="72.00", amount_with_vat=D("90.00"), allowances_charges=(
            AllowanceCharge(amount=D("8.00"), percentage=D("10")),)), 5000, True, ("Percentage", 10, None)),
        ("valid_amount", with_vat(net="72.00", amount_with_vat=D("90.00"), allowances_charges=(
            AllowanceCharge(amount=D("8.00")),)), 5000, True, ("Amount", 0, 1000)),
        ("invalid_changed_net", with_vat(net="70.00", net_price=D("35.00")), 3500, False, ("Amount", 0, None)),
        ("invalid_changed_total", with_vat(amount_with_vat=D("90.00"), net_price=D("40.00")), 4000, False,
         ("Amount", 0, None)),
        ("silent_not_of_billecta", with_vat(native={"billecta:VatIsIncluded": "false"}, net_price=D("40.00")), 4000,
         False, ("Amount", 0, None)),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)  # fmt: skip
def test_price_with_vat(case: str, stated: Line, price: int, included: bool, discount: Any) -> None:
    entry = written(invoice(stated))[0]
    (made,) = entry["Records"]
    assert (value(made["UnitPrice"]), made["VatIsIncluded"], entry["VatIsIncluded"]) == (price, included, included)
    found = made["DiscountType"], made["DiscountPercentage"], value(made.get("DiscountAmount"))
    assert found == discount


# -- rows: allowances and charges ------------------------------------------------------------------------------------


def allowance(amount: str, **given: Any) -> AllowanceCharge:
    return AllowanceCharge(is_charge=False, amount=D(amount), **given)


def charge(amount: str, **given: Any) -> AllowanceCharge:
    return AllowanceCharge(is_charge=True, amount=D(amount), **given)


@pytest.mark.parametrize(
    ("case", "net", "entries", "discount"),
    [
        ("valid_none", "100.00", (), ("Amount", 0, None)),
        ("valid_percentage", "90.00", (allowance("10.00", percentage=D("10")),), ("Percentage", 10, None)),
        ("valid_percentage_does_not_tie", "91.00", (allowance("9.00", percentage=D("10")),), ("Amount", 0, 900)),
        ("valid_amount", "90.00", (allowance("10.00"),), ("Amount", 0, 1000)),
        ("valid_two", "85.00", (allowance("10.00", percentage=D("10")), allowance("5.00")), ("Amount", 0, 1500)),
        ("silent_zero", "100.00", (allowance("0.00"),), ("Amount", 0, None)),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)
def test_discount(case: str, net: str, entries: tuple[AllowanceCharge, ...], discount: Any) -> None:
    made = row(line(net, allowances_charges=entries))
    assert (made["Quantity"], value(made["UnitPrice"])) == (2, 5000)
    assert (made["DiscountType"], made["DiscountPercentage"], value(made.get("DiscountAmount"))) == discount


def test_discounts_made_one_are_named_each_at_its_place() -> None:
    findings = written(invoice(line("85.00", allowances_charges=(allowance("10.00"), allowance("5.00")))))[1]
    found = [f for f in findings if "allowances_charges" in (f.model_path or "")]
    assert [(f.code, f.severity, f.model_path, f.value) for f in found] == [
        ("LOSS-CHANGED", "warning", "lines[0].allowances_charges[0].amount", "10.00"),
        ("LOSS-CHANGED", "info", "lines[0].allowances_charges[1].amount", "5.00"),
    ]


def test_reason_of_a_discount_is_lost() -> None:
    findings = written(invoice(line("90.00", allowances_charges=(allowance("10.00", reason="Kampanj"),))))[1]
    assert about(findings, "lines[0].allowances_charges[0].reason") == [("LOSS-NO-PLACE", "warning")]


def test_allowance_that_adds_is_no_discount() -> None:
    made = row(line("110.00", allowances_charges=(allowance("-10.00"),)))
    assert (made["Quantity"], value(made["UnitPrice"]), made["DiscountType"]) == (1, 11000, "Amount")
    assert "DiscountAmount" not in made


def test_charge_of_a_line_is_a_row_below_it() -> None:
    stated = line("106.00", allowances_charges=(charge("6.00", reason="Pant"),), text_rows=("Kallt",))
    entry, findings = written(invoice(stated, line()))
    assert [(r["ArticleDescription"], value(r.get("UnitPrice"))) for r in entry["Records"]] == [
        ("Kaffe", 5000), ("Kallt", None), ("Pant", 600), ("Kaffe", 5000),
    ]  # fmt: skip
    assert (entry["Records"][2]["Quantity"], entry["Records"][2]["VAT"]) == (1, 25)
    assert about(findings, "lines[0].allowances_charges[0].amount") == [("LOSS-CHANGED", "warning")]
    assert about(findings, "lines[0].net_amount") == [("LOSS-CHANGED", "info")]


@pytest.mark.parametrize(
    ("case", "entry", "type_code", "expected"),
    [
        ("valid_allowance", allowance("10.00", reason="Rabatt A"), "380", ("Rabatt A", -1, 1000)),
        ("valid_charge", charge("10.00", reason="Porto"), "380", ("Porto", 1, 1000)),
        ("valid_no_reason", allowance("10.00"), "380", ("Rabatt", -1, 1000)),
        ("valid_credited_allowance", allowance("10.00"), "381", ("Rabatt", 1, 1000)),
        ("valid_credited_charge", charge("10.00"), "381", ("Avgift", -1, 1000)),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)
def test_allowance_and_charge_of_the_document(case: str, entry: AllowanceCharge, type_code: str, expected: Any) -> None:
    rated = entry.model_copy(update={"vat_category": "S", "vat_rate": D("12")})
    made, findings = written(credit_note(type_code=type_code, allowances_charges=(rated,)))
    last = made["Records"][1]
    assert (last["ArticleDescription"], last["Quantity"], value(last["UnitPrice"])) == expected
    assert last["VAT"] == 12
    assert about(findings, "allowances_charges[0].amount") == [("LOSS-CHANGED", "warning")]
    assert [f.value for f in findings if f.model_path == "allowances_charges[0].amount"] == ["10.00"]


@pytest.mark.parametrize(
    ("case", "code", "fees", "native", "rate", "lines", "member"),
    [
        ("valid_invoicing", "IS", "fields", {}, "25", (line(),), "InvoiceFee"),
        ("valid_freight", "FC", "fields", {}, "25", (line(),), "FreightFee"),
        ("valid_as_read", "FC", "rows", {"billecta:_FreightFee": "45.00"}, "25", (line(),), "FreightFee"),
        ("valid_as_read_with_vat", "FC", "rows", {"billecta:_FreightFee": "56.25"}, "25", (line(),), "FreightFee"),
        ("silent_rows_wanted", "IS", "rows", {}, "25", (line(),), None),
        ("silent_other_charge", "ABL", "fields", {}, "25", (line(),), None),
        ("silent_other_rate", "IS", "fields", {}, "12", (line(),), None),
        ("silent_several_rates", "IS", "fields", {}, "25", (line(), line(vat_rate=D("12"))), None),
        ("silent_prices_with_vat", "IS", "fields", {}, "25", (with_vat(),), None),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)
def test_fee(
    case: str, code: str, fees: str, native: dict[str, str], rate: str, lines: Any, member: str | None
) -> None:
    fee = charge("45.00", reason_code=code, vat_category="S", vat_rate=D(rate))
    entry = written(invoice(*lines, allowances_charges=(fee,), native=native), context(fees=fees))[0]
    found = {name: value(entry[name]) for name in ("InvoiceFee", "FreightFee") if name in entry}
    kept = native.get("billecta:_FreightFee")
    assert found == ({} if member is None else {member: 4500 if kept is None else int(D(kept) * 100)})
    assert len(entry["Records"]) == len(lines) + (member is None)


def test_fee_by_setting_of_the_context() -> None:
    fee = charge("45.00", reason_code="IS", vat_category="S", vat_rate=D("25"))
    stated = invoice(line(), line(vat_rate=D("12")), allowances_charges=(fee,))
    assert "InvoiceFee" in written(stated, context(fees="fields", fee_vat=D("25")))[0]
    assert "InvoiceFee" not in written(stated, context(fees="fields", fee_vat=D("12")))[0]


# -- rows: texts, units, VAT, period ---------------------------------------------------------------------------------


def test_texts_are_rows_in_their_order() -> None:
    stated = invoice(
        line(note="Not", text_rows=("Under",), item_description="Mörk\nrost"),
        leading_text_rows=("Först",),
    )
    entry, findings = written(stated)
    assert [(r["SequenceNo"], r["RecordType"], r["ArticleDescription"]) for r in entry["Records"]] == [
        (1, "Message", "Först"), (2, "Standard", "Kaffe\nMörk\nrost"), (3, "Message", "Under"), (4, "Message", "Not"),
    ]  # fmt: skip
    assert {"Quantity", "UnitPrice", "Units"} & entry["Records"][0].keys() == set()
    assert about(findings, "lines[0].note") == [("LOSS-AS-TEXT", "info")]
    assert not [f for f in findings if "text_rows" in (f.model_path or "")]


def test_what_a_text_row_stated_stays_with_it() -> None:
    """A row that is put in between does not take what the next one had."""
    stated = line("106.00", allowances_charges=(charge("6.00"),))
    native = {
        "billecta:Records/Hidden": "true",
        "billecta:Records[4]/VAT": "12",
        "billecta:Records[4]/CostCenter": "KS1",
    }
    entry = written(
        invoice(stated, line(text_rows=("Sist",)), leading_text_rows=("Först",), native=native),
    )[0]
    found = [(r["ArticleDescription"], r["Hidden"], r["VAT"], r.get("CostCenter")) for r in entry["Records"]]
    assert found == [
        ("Först", True, 0, None), ("Kaffe", False, 25, None), ("Avgift", False, 25, None), ("Kaffe", False, 25, None),
        ("Sist", False, 12, "KS1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "given", "units", "expected"),
    [
        ("valid_stated_name", {"unit_name": "burk", "unit_code": "H87"}, {}, "burk"),
        ("valid_swedish", {"unit_code": "HUR"}, {}, "tim"),
        ("valid_of_context", {"unit_code": "XBG"}, {"påse": "XBG"}, "påse"),
        ("valid_piece_has_none", {"unit_code": "C62"}, {"kpl": "C62"}, None),
        ("valid_code_of_the_list", {"unit_code": "KWH"}, {}, "kWh"),
        ("valid_each_is_a_piece", {"unit_code": "EA"}, {}, "st"),
        ("invalid_unknown_code", {"unit_code": "X99"}, {}, "X99"),
        ("silent_none", {"unit_code": None}, {}, None),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)
def test_unit(case: str, given: dict[str, Any], units: dict[str, str], expected: str | None) -> None:
    here = context().model_copy(update={"units": units})
    made = written(invoice(line(**given)), here)[0]["Records"][0]
    assert made.get("Units") == expected


@pytest.mark.parametrize(
    ("case", "category", "rate", "expected", "fires"),
    [
        ("valid_standard", "S", "25", 25, False),
        ("valid_exempt", "E", "0", 0, False),
        ("valid_exempt_without_rate", "E", None, 0, False),
        ("valid_outside", "O", None, 0, False),
        ("valid_fraction", "S", "13.5", Decimal("13.5"), False),
        ("invalid_no_rate", "S", None, 0, True),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)
def test_rate(case: str, category: str, rate: str | None, expected: Any, fires: bool) -> None:
    entry, findings = written(invoice(line(vat_category=category, vat_rate=D(rate) if rate else None)))
    assert entry["Records"][0]["VAT"] == expected
    assert ("EI-BILLECTA-NO-VAT-RATE" in codes(findings)) == fires


@pytest.mark.parametrize(
    ("case", "categories", "number", "kept", "expected", "said"),
    [
        ("valid_domestic", ("AE",), "SE559991020401", {}, (True, "SE559991020401"), []),
        ("valid_goods", ("K", "K"), "DK99910178", {}, (True, "DK99910178"), []),
        ("valid_kept_spelling", ("AE",), "SE559991020401", {"ReceiverVATNumber": "SE 559991-020401"},
         (True, "SE 559991-020401"), []),
        ("valid_kept_for_export", ("G",), "NO1", {"ReverseVATActivated": "true"}, (True, None), []),
        ("valid_switched_on", ("AE",), "SE1", {"ReverseVATActivated": "false"}, (True, "SE1"), []),
        ("silent_standard", ("S",), "SE1", {}, None, []),
        ("silent_exempt_beside", ("AE", "E"), "SE1", {}, (True, "SE1"), []),
        ("invalid_taxed_beside", ("AE", "S"), "SE1", {}, (True, "SE1"), ["error"]),
        ("invalid_no_number", ("AE",), None, {}, (True, None), ["warning"]),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)  # fmt: skip
def test_reverse_charge(
    case: str, categories: Any, number: str | None, kept: dict[str, str], expected: Any, said: list[str]
) -> None:
    lines = [line(vat_category=c, vat_rate=D("25" if c == "S" else "0")) for c in categories]
    native = {f"billecta:ReverseVATDetails/{name}": text for name, text in kept.items()}
    entry, findings = written(invoice(*lines, buyer=buyer(vat_identifier=number), native=native))
    found = entry.get("ReverseVATDetails")
    assert (found and (found["ReverseVATActivated"], found.get("ReceiverVATNumber"))) == expected
    assert [f.severity for f in findings if f.code == "EI-BILLECTA-REVERSE"] == said


def test_period_of_the_invoice_stands_on_rows_without() -> None:
    own = Period(start_date=date(2026, 4, 1), end_date=date(2026, 4, 15))
    whole = Period(start_date=date(2026, 4, 1), end_date=date(2026, 4, 30))
    entry, findings = written(invoice(line(period=own), line(text_rows=("Text",)), period=whole))
    assert [(r.get("PeriodStart"), r.get("PeriodEnd")) for r in entry["Records"]] == [
        ("2026-04-01", "2026-04-15"), ("2026-04-01", "2026-04-30"), (None, None),
    ]  # fmt: skip
    assert about(findings, "period.start_date") == [("LOSS-CHANGED", "info")]
    assert about(written(invoice(line(period=own)))[1], "period.start_date") == []


# -- dates, references, message --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "given", "expected", "fires"),
    [
        ("valid_stated", {}, "2026-07-01", False),
        ("valid_net_days", {"due_date": None, "payment_conditions": PaymentConditions(net_days=14)}, "2026-06-15",
         False),
        ("valid_of_the_way_to_pay", {"due_date": None, "payment_instructions": (
            PaymentInstructions(due_date=date(2026, 6, 20)),)}, "2026-06-20", False),
        ("valid_credit_note", {"due_date": None, "type_code": "381"}, "2026-06-01", False),
        ("invalid_none", {"due_date": None}, None, True),
        ("invalid_credit_note_without_date", {"due_date": None, "issue_date": None, "type_code": "381"}, None, True),
        ("invalid_no_day_to_count_from", {"due_date": None, "issue_date": None,
         "payment_conditions": PaymentConditions(net_days=14)}, None, True),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)  # fmt: skip
def test_due_date(case: str, given: dict[str, Any], expected: str | None, fires: bool) -> None:
    entry, findings = written(invoice(**given))
    assert entry.get("DueDate") == expected
    assert ("EI-BILLECTA-NO-DUE-DATE" in codes(findings)) == fires
    assert ("EI-BILLECTA-NO-DATE" in codes(findings)) == ("issue_date" in given)


@pytest.mark.parametrize(
    ("case", "given", "reference", "message", "said"),
    [
        ("valid_reference", {"buyer_reference": "Ida"}, "Ida", None, []),
        ("valid_order_alone", {"purchase_order_reference": "PO-1"}, "PO-1", None, [("LOSS-CHANGED", "info")]),
        ("valid_both", {"buyer_reference": "Ida", "purchase_order_reference": "PO-1"}, "Ida", "Ert ordernummer: PO-1",
         [("LOSS-AS-TEXT", "info")]),
        ("valid_notes_and_order", {"buyer_reference": "Ida", "purchase_order_reference": "PO-1", "notes": (
            Note(text="Ett"), Note(text="Två"))}, "Ida", "Ett\nTvå\nErt ordernummer: PO-1", [("LOSS-AS-TEXT", "info")]),
        ("silent_same", {"buyer_reference": "PO-1", "purchase_order_reference": "PO-1"}, "PO-1", None, None),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)  # fmt: skip
def test_references(case: str, given: dict[str, Any], reference: str, message: str | None, said: Any) -> None:
    entry, findings = written(invoice(**given))
    assert (entry["YourReference"], entry.get("Message")) == (reference, message)
    if said is not None:
        assert about(findings, "purchase_order_reference") == said


def test_language_of_what_the_writer_adds() -> None:
    given = {"buyer_reference": "Ida", "purchase_order_reference": "PO-1", "allowances_charges": (
        allowance("1.00", vat_category="S", vat_rate=D("25")),)}  # fmt: skip
    entry = written(invoice(**given), context(language="EN"))[0]
    assert (entry["CommunicationLanguage"], entry["Message"]) == ("EN", "Your order number: PO-1")
    assert entry["Records"][1]["ArticleDescription"] == "Discount"
    kept = written(invoice(**given, native={"billecta:CommunicationLanguage": "FI"}), context(language="EN"))[0]
    assert (kept["CommunicationLanguage"], kept["Message"]) == ("FI", "Tilausnumero: PO-1")


def test_notes_become_one_message() -> None:
    entry, findings = written(invoice(notes=(Note(text="Ett", subject_code="AAI"), Note(text="Två"))))
    assert entry["Message"] == "Ett\nTvå"
    assert about(findings, "notes[1].text") == [("LOSS-AS-TEXT", "info")]
    assert about(findings, "notes[0].subject_code") == [("LOSS-NO-PLACE", "warning")]


@pytest.mark.parametrize(
    ("contact", "reference", "expected"),
    [("Anna Ek", "Säljare 3", "Anna Ek"), (None, "Säljare 3", "Säljare 3"), (None, None, None)],
)
def test_our_reference(contact: str | None, reference: str | None, expected: str | None) -> None:
    party = Party(name="Granviks AB", contact=Contact(name=contact)) if contact else Party(name="Granviks AB")
    entry, findings = written(invoice(seller=party, seller_reference=reference))
    assert entry.get("OurReference") == expected
    assert bool(about(findings, "seller_reference")) == (reference is not None)


def test_contact_of_the_context_is_no_reference_of_the_invoice() -> None:
    here = context(own=seller(contact_name="Ylva Stenmark"))
    source = {**json.loads(dumps(written(invoice())[0])), "OurReference": None}
    document = einvoice.read(json.dumps(source).encode(), format="billecta", context=here)
    assert document.invoice.seller is not None
    assert document.invoice.seller.contact == Contact(name="Ylva Stenmark")
    assert "OurReference" not in json.loads(einvoice.write(document.invoice, "billecta", context=here).data)


# -- payment ---------------------------------------------------------------------------------------------------------

OWN = seller(bankgiro="9990-1233", iban="SE97 9990 0000 0000 1000 1017")


def way(account: str | None = None, bank: str | None = None, **given: Any) -> PaymentInstructions:
    name = given.pop("name", None)
    transfer = {
        "account_identifier": account, "service_provider_identifier": bank, "account_name": name,
    }  # fmt: skip
    if account is not None:
        given["credit_transfer"] = CreditTransfer(**{k: v for k, v in transfer.items() if v is not None})
    return PaymentInstructions(**given)


@pytest.mark.parametrize(
    ("case", "ways", "expected"),
    [
        ("silent_none", (), None),
        ("silent_accounts_of_the_sender", (way("SE9799900000000010001017"), way("99901233", "SE:BANKGIRO")), None),
        ("valid_one_of_them", (way("99901233", "SE:BANKGIRO"),),
         {"BankGiro": "99901233", "ReferenceType": "None", "ReceivingAccountType": "BankGiro"}),
        ("valid_plusgiro", (way("9990110", "SE:PLUSGIRO"),),
         {"PlusGiro": "9990110", "ReferenceType": "None", "ReceivingAccountType": "PlusGiro"}),
        ("valid_iban", (way("FI8891317900012343", "ESIMFIHH"),),
         {"Iban": "FI8891317900012343", "Bic": "ESIMFIHH", "ReferenceType": "None", "ReceivingAccountType": "IBAN"}),
        ("valid_account", (way("99991000303"),),
         {"AccountNo": "99991000303", "ReferenceType": "None", "ReceivingAccountType": "BankAccount"}),
        ("valid_ocr", (way(remittance_information="202604245"),),
         {"BankGiro": "99901233", "Reference": "202604245", "ReferenceType": "OCR",
          "ReceivingAccountType": "BankGiro"}),
        ("valid_ocr_takes_the_giro", (way("FI8891317900012343", remittance_information="202604245"),
         way("99902041", "SE:BANKGIRO")),
         {"BankGiro": "99902041", "Reference": "202604245", "ReferenceType": "OCR",
          "ReceivingAccountType": "BankGiro"}),
        ("valid_wrong_digit", (way("FI8891317900012343", remittance_information="202604246"),
         way("99902041", "SE:BANKGIRO")),
         {"Iban": "FI8891317900012343", "Reference": "202604246", "ReferenceType": "Message",
          "ReceivingAccountType": "IBAN"}),
        ("valid_text", (way(remittance_information="202604245", reference_kind="free"),),
         {"BankGiro": "99901233", "Reference": "202604245", "ReferenceType": "Message",
          "ReceivingAccountType": "BankGiro"}),
        ("valid_holder", (way("99991000303", name="Finans AB"),),
         {"AccountNo": "99991000303", "PaymentReceiver": "Finans AB", "ReferenceType": "None",
          "ReceivingAccountType": "BankAccount"}),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)  # fmt: skip
def test_payment(case: str, ways: Any, expected: Any) -> None:
    stated = invoice(payment_instructions=ways, seller=Party(name="Granviks AB"))
    assert written(stated, context(own=OWN))[0].get("PaymentOverride") == expected


def test_reference_without_any_account_is_lost() -> None:
    entry, findings = written(invoice(payment_instructions=(way(remittance_information="202604245"),)))
    assert "PaymentOverride" not in entry
    path = "payment_instructions[0].remittance_information"
    assert about(findings, path) == [("LOSS-NO-PLACE", "warning")]


@pytest.mark.parametrize(
    ("case", "native", "expected"),
    [
        (
            "valid_spelled_as_before",
            {"_PaymentOverride/BankGiro": "9990-2041", "PaymentOverride/BankName": "Esimbanken"},
            {"BankGiro": "9990-2041", "BankName": "Esimbanken"},
        ),
        ("valid_spelling_of_another", {"_PaymentOverride/BankGiro": "9990-1233"}, {"BankGiro": "99902041"}),
    ],
    ids=lambda case: case if isinstance(case, str) else "",
)
def test_kept_override(case: str, native: dict[str, str], expected: dict[str, str]) -> None:
    kept = {f"billecta:{name}": text for name, text in native.items()}
    entry = written(invoice(native=kept, payment_instructions=(way("99902041", "SE:BANKGIRO"),)))[0]
    assert entry["PaymentOverride"] == expected | {"ReferenceType": "None", "ReceivingAccountType": "BankGiro"}


def test_clearing_number_of_an_account_stays_apart() -> None:
    kept = {"billecta:_PaymentOverride/ClearingNo": "9999"}
    found = written(invoice(native=kept, payment_instructions=(way("99991000303"),)))[0]["PaymentOverride"]
    assert (found["ClearingNo"], found["AccountNo"]) == ("9999", "1000303")


def test_payee_receives() -> None:
    entry = written(invoice(payee=Party(name="Finans AB")), context(own=OWN))[0]
    assert entry["PaymentOverride"] == {
        "BankGiro": "99901233", "PaymentReceiver": "Finans AB", "ReferenceType": "None",
        "ReceivingAccountType": "BankGiro",
    }  # fmt: skip


@pytest.mark.parametrize(("account", "severity"), [("99991000311", "warning"), ("SE9799900000000010001017", "info")])
def test_second_account_is_lost(account: str, severity: str) -> None:
    """One that the sender account has is not missed."""
    ways = (way("99991000303", remittance_information="X 1"), way(account, remittance_information="X 1"))
    findings = written(invoice(payment_instructions=ways), context(own=OWN))[1]
    path = "payment_instructions[1]"
    assert about(findings, f"{path}.credit_transfer.account_identifier") == [("LOSS-NO-PLACE", severity)]
    assert about(findings, f"{path}.remittance_information") == [("LOSS-CHANGED", "info")]


def test_ways_to_pay_come_back_beside_their_own() -> None:
    ways = (way("FI8891317900012343", remittance_information="202604245"), way("99902041", "SE:BANKGIRO"))
    findings = written(invoice(payment_instructions=ways))[1]
    lost = [f.model_path for f in findings if "account_identifier" in (f.model_path or "")]
    assert lost == ["payment_instructions[0].credit_transfer.account_identifier"]


# -- delivery and interest -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "native", "card", "setting", "address", "expected", "said"),
    [
        ("valid_native", "Kivra", "pdf", "Mail", None, "Kivra", []),
        ("valid_card", None, "pdf", "Mail", None, "Email", []),
        ("valid_card_paper", None, "paper", None, None, "Mail", []),
        ("valid_setting", None, None, "mail", None, "Mail", []),
        ("valid_gln", None, None, None, ("0088", "7359999001011"), "EInvoice", []),
        ("valid_organisation", None, None, None, ("0007", "5599910204"), "EInvoice", []),
        ("invalid_finnish_address", None, None, None, ("0216", "003791000140"), "Manually", ["warning"]),
        ("invalid_nobody", None, None, None, None, "Manually", ["warning"]),
        ("invalid_setting", None, None, "Pigeon", None, "Manually", ["error", "warning"]),
        ("invalid_native_unknown", "Unknown", "pdf", None, None, "Email", []),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)
def test_delivery(
    case: str, native: str | None, card: str | None, setting: Any, address: Any, expected: str, said: list[str]
) -> None:
    party = buyer() if address is None else buyer(electronic_address_scheme=address[0], electronic_address=address[1])
    stated = invoice(buyer=party, native={"billecta:DeliveryMethod": native} if native else {})
    entry, findings = written(stated, context({"delivery_method": card}, delivery_method=setting))
    assert entry["DeliveryMethod"] == expected
    assert [f.severity for f in findings if f.code == "EI-BILLECTA-DELIVERY"] == said


@pytest.mark.parametrize(
    ("case", "native", "rate", "expected"),
    [
        ("valid_none", {}, None, ("NoInterest", 0)),
        ("valid_rate", {}, "10.5", ("Fixed", D("10.5"))),
        ("valid_kept_above", {"InterestType": "AboveEffectiveReference", "InterestPercentage": "8"}, None,
         ("AboveEffectiveReference", 8)),
        ("valid_kept_fixed", {"InterestType": "Fixed", "InterestPercentage": "12.50"}, "12.50", ("Fixed", D("12.50"))),
        ("valid_rate_of_zero", {}, "0.00", ("NoInterest", 0)),
        ("valid_changed_rate", {"InterestType": "Fixed", "InterestPercentage": "12.5"}, "9", ("Fixed", 9)),
        ("valid_rate_taken_away", {"InterestType": "Fixed", "InterestPercentage": "12.5"}, None, ("NoInterest", 0)),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)  # fmt: skip
def test_interest(case: str, native: dict[str, str], rate: str | None, expected: Any) -> None:
    given = {} if rate is None else {"payment_conditions": PaymentConditions(late_payment_interest_rate=D(rate))}
    entry = written(invoice(native={f"billecta:{name}": text for name, text in native.items()}, **given))[0]
    assert (entry["InterestType"], entry["InterestPercentage"]) == expected


# -- files and totals ------------------------------------------------------------------------------------------------


def test_files_go_to_their_places() -> None:
    documents = (
        SupportingDocument(content_base64=PDF, mime_code="application/pdf", filename="a.pdf"),
        SupportingDocument(external_location="https://a.example/b.pdf", reference="LINK"),
        SupportingDocument(content_base64=PDF, filename="c.pdf", native={"billecta:_list": "Appendixes"}),
        SupportingDocument(content_base64=f"{PDF[:4]}\n{PDF[4:]}", native={"billecta:_list": "InvoicePDF"}),
        SupportingDocument(content_base64=PDF, reference="D", native={"billecta:SortNumber": "7"}),
        SupportingDocument(filename="e.pdf", native={"billecta:File/FilePublicId": DEBTOR}),
    )
    entry, findings = written(invoice(supporting_documents=documents))
    assert [(a["File"].get("FileName"), a["SortNumber"], a["IsCoverSheet"]) for a in entry["Attachments"]] == [
        ("a.pdf", 8, False), ("D", 7, False), ("e.pdf", 9, False),
    ]  # fmt: skip
    assert entry["Attachments"][2]["File"] == {"FilePublicId": DEBTOR, "FileName": "e.pdf"}
    assert entry["Appendixes"] == [{"Data": PDF, "FileName": "c.pdf"}]
    assert entry["InvoicePDF"] == {"Stream": PDF}
    assert about(findings, "supporting_documents[1].external_location") == [("LOSS-NO-PLACE", "warning")]
    assert [a["SortNumber"] for a in written(invoice(supporting_documents=documents[:1] * 2))[0]["Attachments"]] == [
        1,
        2,
    ]


def test_file_that_is_no_base64_is_left_out() -> None:
    broken = SupportingDocument(content_base64="%%%", filename="a.pdf")
    entry, findings = written(invoice(supporting_documents=(broken,)))
    assert "Attachments" not in entry
    assert about(findings, "supporting_documents[0].content_base64") == [("LOSS-UNWRITABLE", "warning")]


@pytest.mark.parametrize(
    ("case", "rounding", "due", "rounds", "fires"),
    [
        ("silent_none", None, "125.00", False, False),
        ("silent_zero", "0.00", "125.00", False, False),
        ("invalid_not_by_the_account", "0.25", "125.25", False, True),
        ("invalid_more_than_the_account_does", "0.25", "125.25", True, True),
        ("silent_account_rounds", "0.50", "126.00", True, False),
    ],
    ids=lambda case: case if isinstance(case, str) and "_" in case else "",
)
def test_rounding(case: str, rounding: str | None, due: str, rounds: bool, fires: bool) -> None:
    totals = DocumentTotals(amount_due=D(due), **({"rounding_amount": D(rounding)} if rounding else {}))
    findings = written(invoice(totals=totals), context(cent_rounding=rounds))[1]
    assert (("LOSS-NO-PLACE", "warning") in about(findings, "totals.rounding_amount")) == fires


def test_missing_currency_is_an_error() -> None:
    entry, findings = written(invoice(currency=None))
    assert entry["Records"][0]["UnitPrice"] == {"Value": 5000}
    assert "EI-BILLECTA-CURRENCY" in codes(findings)
    assert "EI-BILLECTA-CURRENCY" not in codes(written(invoice())[1])


# -- what is kept ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "text", "expected", "said"),
    [
        ("IsLocked", "true", True, []),
        ("IsLocked", "yes", False, [("LOSS-UNWRITABLE", "warning")]),
        ("SendByMailIfEmailNotViewedInDays", "5", 5, []),
        ("SendByMailIfEmailNotViewedInDays", "5.5", None, [("LOSS-UNWRITABLE", "warning")]),
        ("SendByMailIfEmailNotViewedInDays", "99999999999", None, [("LOSS-UNWRITABLE", "warning")]),
        ("InvoiceSendDateOverride", "2026-06-02", "2026-06-02", []),
        ("InvoiceSendDateOverride", "soon", None, [("LOSS-UNWRITABLE", "warning")]),
        ("ExternalReference", "X-1", "X-1", []),
        ("InvoiceFee", "45.005", None, [("LOSS-UNWRITABLE", "warning")]),
        ("InvoiceFee", "1E+60", None, [("LOSS-UNWRITABLE", "warning")]),
        ("PaymentOverride", "text", None, [("LOSS-UNWRITABLE", "warning")]),
        ("InterestType", "Unknown", "NoInterest", [("LOSS-NATIVE", "info")]),
        ("NoSuchMember", "x", None, [("LOSS-NATIVE", "info")]),
        ("a[0]//b", "x", None, [("LOSS-NATIVE", "info")]),
    ],
)
def test_kept_text_is_looked_at(key: str, text: str, expected: Any, said: list[Any]) -> None:
    entry, findings = written(invoice(native={f"billecta:{key}": text}))
    assert entry.get(key) == expected
    assert about(findings, f"native.billecta:{key}") == said


def test_kept_members_of_a_row() -> None:
    native = {
        "billecta:RecordType": "Package", "billecta:Hidden": "true", "billecta:Dimensions/Code": "A",
        "billecta:Dimensions/Dimension": "1", "billecta:Dimensions[2]/Code": "B", "billecta:RotRutAmount": "12.50",
        "billecta:DiscountAmount": "99.00",
    }  # fmt: skip
    made = row(line("90.00", native=native, allowances_charges=(allowance("10.00", percentage=D("10")),)))
    assert (made["RecordType"], made["Hidden"], value(made["RotRutAmount"])) == ("Package", True, 1250)
    assert made["Dimensions"] == [{"Dimension": 1, "Code": "A"}, {"Code": "B"}]
    assert "DiscountAmount" not in made


def test_line_is_never_written_as_a_text() -> None:
    assert row(line(native={"billecta:RecordType": "Message"}))["RecordType"] == "Standard"


# -- JSON ------------------------------------------------------------------------------------------------------------


def test_numbers_are_exact() -> None:
    stated = {
        "a": D("1E+3"),
        "b": D("0.10000000000000000001"),
        "c": D("-0"),
        "d": 2**62,
        "e": [],
        "f": {},
        "g": ["å\n"],
    }
    assert dumps(stated).decode() == (
        '{\n  "a": 1000,\n  "b": 0.10000000000000000001,\n  "c": 0,\n  "d": 4611686018427387904,\n  "e": [],\n'
        '  "f": {},\n  "g": [\n    "å\\n"\n  ]\n}\n'
    )


@pytest.mark.parametrize(
    ("currency", "text", "expected"),
    [("SEK", "12.50", 1250), ("JPY", "1250", 1250), ("KWD", "1.235", 1235), ("SEK", "-0.01", -1), ("XQQ", "1.00", 100)],
)
def test_amounts_are_in_minor_units(currency: str, text: str, expected: int) -> None:
    member = view(ENTRY)["InvoiceFee"]
    assert value_of(text, member, currency) == {"CurrencyCode": currency, "Value": expected}


def test_members_stand_in_the_order_of_the_view() -> None:
    element = OutElement(
        "", children=[OutElement("Message", "m"), OutElement("Nowhere", "x"), OutElement("DueDate", "d")]
    )
    found = render(element, ENTRY, "SEK")
    assert [name for name in found if name in ("Message", "DueDate", "Nowhere")] == ["DueDate", "Message"]


# -- told in terms of the invoice ------------------------------------------------------------------------------------


def test_findings_of_rows_are_told_of_lines() -> None:
    stated = invoice(line(text_rows=("T",)), line(), leading_text_rows=("L",))
    made = project(stated, context())
    assert made.rows == ("leading_text_rows[0]", "lines[0]", "lines[0].text_rows[0]", "lines[1]")
    assert made.told("lines[3].native.billecta:X") == "lines[1].native.billecta:X"
    assert made.told("lines[2].item_name") == "lines[0].text_rows[0]"
    assert made.told("due_date") == "due_date"


def test_lines_read_back_stand_beside_those_of_the_invoice() -> None:
    stated = invoice(
        line("106.00", allowances_charges=(charge("6.00"),)),
        line("90.00", item_name="Te", allowances_charges=(charge("0.00"), allowance("10.00"))),
    )
    result = einvoice.write(stated, "billecta", context=context())
    back = einvoice.read(result.data, format="billecta", context=context()).invoice
    ordered = project(stated, context()).in_order(stated, back)
    assert [each.item_name for each in back.lines] == ["Kaffe", "Avgift", "Te"]
    assert [each.item_name for each in ordered.lines] == ["Kaffe", "Te", "Avgift"]
    assert [entry.amount for entry in ordered.lines[1].allowances_charges] == [None, D("10.00")]


def test_text_that_nothing_can_hold_is_cleaned() -> None:
    stated = invoice(line(item_name="A\x00B"), buyer=Party(name="N\x00N"))
    result = einvoice.write(stated, "billecta", context=context())
    assert json.loads(result.data)["Records"][0]["ArticleDescription"] == "AB"
    assert (project(stated, context()).debtor or {})["Name"] == "NN"
    assert "LOSS-CHARACTER" in [f.code for f in result.findings]


def test_findings_say_the_value_of_the_invoice() -> None:
    """A credit note is turned before it is written, and what is said of it is not."""
    stated = credit_note(line("106.00", allowances_charges=(charge("6.00", reason="Pant"),)))
    (found,) = [f for f in written(stated)[1] if f.model_path == "lines[0].allowances_charges[0].amount"]
    assert (found.value, replace(found, path="/").message.split(" (")[0]) == ("6.00", "the charge 6.00")
