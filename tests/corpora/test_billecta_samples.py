"""The Billecta samples: members, enums, sums, numbers, and faults where faults are meant."""

import base64
import json
import tomllib
from decimal import Decimal

import pytest
from stdnum.exceptions import ValidationError
from tests.corpora.billecta_documents import (
    ANSWER,
    ENTRY,
    SUMMARY,
    Json,
    amount,
    category,
    check_arithmetic,
    check_members,
    check_numbers,
    currency_of,
    day,
    deduction,
    documents,
    members,
    named,
    order_faults,
    parse,
    payable,
    priced_rows,
    sums,
    view_of,
)
from tests.corpora.billecta_expected import EXPECTED
from tests.corpora.expectations import CORPORA, samples
from tests.corpora.invented import check_parties

FOLDER = CORPORA / "billecta"
POSITIVE = [path.name for path in samples("billecta")]
NEGATIVE = [path.name for path in samples("billecta/negative")]
WITHOUT_INVOICE = {"list-empty.json", "list-summaries.json"}
BEYOND_SCHEMA = {
    "answer-unknown-enums.json": [
        "/DeliveryMethod: Digipost",
        "/Debtor/Intermediator: NORDFAKT",
        "/State/Stage: 30",
        "/Events/3/EventType: SharedWithAuditor",
    ],
    "entry-split-2017.json": [
        "/Records/0/TotalIncVAT/Value: '362500' is no long",
        "/Records/0/TotalIncVAT/ValueForView: '3625' is no number",
        "/SplitInvoice: no member of InvoiceActionEntryView",
    ],
}
"""What the schema of today does not know, on purpose."""

ROW_TOTALS_OFF = {"answer-vat-included-cent.json": Decimal("-0.01")}
"""What the row totals of an answer with prices with VAT lack of the base; the buyer pays the prices all the same."""


def found(name: str) -> list[Json]:
    return documents((FOLDER / name).read_bytes())


def without_texts(name: str) -> list[Json]:
    """Return the objects of *name*, the numbers that the sample of 2017 writes as text left out."""
    objects = found(name)
    if name == "entry-split-2017.json":
        for row in objects[0]["Records"]:
            del row["TotalIncVAT"]
    return objects


def test_expectations_name_the_samples() -> None:
    assert set(EXPECTED) == set(POSITIVE) - WITHOUT_INVOICE


@pytest.mark.parametrize("name", POSITIVE)
def test_members_and_enums_are_those_of_the_schema(name: str) -> None:
    faults = [fault for document in found(name) for fault in check_members(document, view_of(document))]
    assert faults == BEYOND_SCHEMA.get(name, [])


@pytest.mark.parametrize("name", POSITIVE)
def test_members_follow_the_order_of_the_schema(name: str) -> None:
    faults = [fault for document in found(name) for fault in order_faults(document, view_of(document))]
    assert bool(faults) == (name == "entry-members-out-of-order.json")


@pytest.mark.parametrize("name", POSITIVE)
def test_form_is_json_with_two_blanks(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    text = data.decode()
    if name == "entry-members-out-of-order.json":
        assert text.count("\r\n") == text.count("\n")
        text = text.replace("\r\n", "\n")
    assert text.endswith("\n")
    lines = json.dumps(json.loads(data), indent=2, ensure_ascii=False).splitlines()
    assert [line.partition(":")[0] for line in text.splitlines()] == [line.partition(":")[0] for line in lines]


@pytest.mark.parametrize("name", EXPECTED)
def test_amounts_tie(name: str) -> None:
    for document in without_texts(name):
        check_arithmetic(document)


@pytest.mark.parametrize("name", EXPECTED)
def test_documents_say_what_is_expected(name: str) -> None:
    assert len(found(name)) == len(EXPECTED[name])
    for document, expected in zip(without_texts(name), EXPECTED[name], strict=True):
        kind = named(document["ActionType"], "ActionTypeView", "")
        sign = -1 if kind == "CreditInvoiceAction" else 1
        result = sums(document)
        off = ROW_TOTALS_OFF.get(name, Decimal(0))
        if view_of(document) == ANSWER and off:
            assert sum(amount(row["TotalExclVAT"]) for row in document["Records"]) == expected.net
        assert document.get("InvoiceNumber") == expected.number
        assert ("381" if sign < 0 else "380") == expected.type
        assert currency_of(document) == expected.currency
        assert str(day(document["InvoiceDate"])) == expected.issued
        assert str(day(document["DueDate"])) == expected.due
        assert result.lines == expected.lines
        assert sign * result.net + off == expected.net
        assert sign * result.vat == expected.vat
        assert sign * (result.net + result.vat) + off == expected.total
        assert sign * payable(document) == expected.payable
        assert {
            (category(document, rate), rate): (sign * base + off, sign * vat)
            for rate, (base, vat) in result.groups.items()
        } == expected.breakdown


@pytest.mark.parametrize("name", EXPECTED)
def test_numbers_are_valid(name: str) -> None:
    for document in found(name):
        check_numbers(document)


def test_context_numbers_are_valid() -> None:
    context = tomllib.loads((CORPORA / "billecta.toml").read_text(encoding="utf-8"))
    check_parties([context["seller"], *context["customers"]])
    codes = {customer["code"] for customer in context["customers"]}
    assert set(context["billecta"]["debtors"]) == codes


@pytest.mark.parametrize("name", POSITIVE)
def test_context_knows_account_debtors_and_credited_invoices(name: str) -> None:
    known = tomllib.loads((CORPORA / "billecta.toml").read_text(encoding="utf-8"))["billecta"]
    for document in found(name):
        assert document["CreditorPublicId"] == known["creditor_public_id"]
        debtor = document["Debtor"] if view_of(document) == ANSWER else document
        assert debtor["DebtorPublicId"] in known["debtors"].values()
        if view_of(document) == ENTRY and document.get("CreditingInvoicePublicId"):
            assert document["CreditingInvoicePublicId"] in known["credited_invoices"].values()
        if view_of(document) == ANSWER and document["CreditingInvoice"]:
            credited = document["CreditingInvoice"]
            assert known["credited_invoices"][credited["SourceInvoiceId"]] == credited["SourcePublicId"]


def test_all_members_are_all_members() -> None:
    (entry,) = found("entry-all-members.json")
    assert list(entry) == list(members(ENTRY))
    sent = [name for name, row in members("InvoiceActionRecordView").items() if row["direction"] != "response"]
    assert list(entry["Records"][0]) == sent
    for name in ("answer-sent.json", "answer-draft.json"):
        assert list(found(name)[0]) == list(members(ANSWER))
    for summary in found("list-summaries.json"):
        assert list(summary) == list(members(SUMMARY))


def test_credit_invoices_are_negative_by_quantity_or_by_price() -> None:
    for stem in ("entry-credit", "answer-credit-invoice"):
        (document,) = found(f"{stem}.json")
        assert all(row["Quantity"] < 0 < amount(row["UnitPrice"]) for row in priced_rows(document))
    for stem in ("entry", "answer"):
        (document,) = found(f"{stem}-credit-negative-price.json")
        assert all(amount(row["UnitPrice"]) < 0 < row["Quantity"] for row in priced_rows(document))


def test_deductions_are_what_persons_ask_for() -> None:
    (rot,) = found("entry-rot.json")
    asked = sum(amount(person["AskedAmount"]) for person in rot["RotRutDetails"]["Customers"])
    assert asked == deduction(rot) == Decimal("6750.00") == Decimal("22500.00") * 30 / 100
    (rut,) = found("entry-rut.json")
    assert deduction(rut) == Decimal("1500.00") == Decimal("3000.00") * 50 / 100


def test_attached_files_are_whole() -> None:
    (entry,) = found("entry-attachments.json")
    files = [*entry["Appendixes"], *(attachment["File"] for attachment in entry["Attachments"])]
    files += [{"ContentType": "application/pdf", "Data": found("entry-all-members.json")[0]["InvoicePDF"]["Stream"]}]
    for file in files:
        data = base64.b64decode(file["Data"], validate=True)
        if file["ContentType"] == "application/pdf":
            assert data.startswith(b"%PDF-1.4\n")
            assert data.endswith(b"%%EOF\n")
        else:
            assert data.startswith(b"\x89PNG\r\n")
    assert len(files) == 4


def test_dates_have_six_forms_and_one_meaning() -> None:
    (entry,) = found("entry-dates.json")
    first, second = entry["Records"]
    assert day(entry["DeliveryDate"]) is None
    assert [str(day(row["PeriodStart"])) for row in (first, second)] == ["2026-06-01"] * 2
    assert [str(day(row["PeriodEnd"])) for row in (first, second)] == ["2026-06-30"] * 2


def test_summaries_have_no_rows() -> None:
    for summary in found("list-summaries.json"):
        assert "Records" not in summary


NOT_JSON = {
    "byte-order-mark.json": json.JSONDecodeError,
    "comment.json": json.JSONDecodeError,
    "deep-nesting.json": RecursionError,
    "duplicate-key.json": AssertionError,
    "empty.json": json.JSONDecodeError,
    "infinity.json": ValueError,
    "latin-1.json": UnicodeDecodeError,
    "not-a-number.json": ValueError,
    "trailing-comma.json": json.JSONDecodeError,
    "truncated.json": json.JSONDecodeError,
    "two-documents.json": json.JSONDecodeError,
    "utf-16.json": UnicodeDecodeError,
}

SIGNS = {
    "attachment-not-base64.json": '"Data": "%%%',
    "both-discounts.json": '"DiscountPercentage": 10,',
    "control-character.json": r"\u0000 \u000b",
    "created.json": '"PublicId": "2499990041"',
    "credit-of-unknown-invoice.json": '"CreditingInvoicePublicId": "2499999999"',
    "credit-positive.json": '"Quantity": 6,',
    "credit-without-reference.json": '"CreditingInvoicePublicId": null',
    "currency-missing.json": '"CurrencyCode": null',
    "currency-nonsense.json": '"SKR"',
    "date-in-words.json": '"1 september 2026"',
    "debtor.json": '"DebtorNo": "4103"',
    "delivery-method-unknown.json": '"DeliveryMethod": "Unknown"',
    "discount-over-100.json": '"DiscountPercentage": 110',
    "empty-records.json": '"Records": []',
    "error-400.json": '"ExternalErrorCode"',
    "fee-rate-unknown.json": '"Value": 4500',
    "guid-broken.json": '"5e11e700-0000-4000-8000"',
    "impossible-date.json": '"DueDate": "2026-02-30"',
    "list-with-one-broken.json": '"2026-13-01"',
    "lone-surrogate.json": r"\ud83d",
    "member-in-wrong-case.json": '"dueDate"',
    "message-rows-only.json": '"RecordType": "Message"',
    "mixed-currencies.json": '"EUR"',
    "no-debtor.json": '"CreditorPublicId"',
    "no-due-date.json": '"InvoiceDate"',
    "other-creditor.json": '"5e11e700-0000-4000-8000-000000000002"',
    "personal-number-of-nobody.json": '"SSN": "20990230-',
    "price-missing.json": '"UnitPrice": null',
    "quantity-as-text.json": '"tolv"',
    "record-is-text.json": '"som skickat"',
    "records-not-a-list.json": '"Records": {',
    "reverse-charge-with-vat.json": '"ReverseVATActivated": true',
    "reverse-charge-without-number.json": '"ReceiverVATNumber": null',
    "scalar.json": '"InvoiceAction"\n',
    "self-invoice-action.json": '"ActionType": 6',
    "summary.json": '"DeliveryStatus"',
    "unknown-action-number.json": '"ActionType": 4',
    "unknown-action-type.json": '"ActionType": "Invoice"',
    "unknown-debtor.json": '"deb70000-0000-4000-8000-000000009999"',
    "unknown-member.json": '"UnitPrize"',
    "value-as-text.json": '"Value": "7900"',
    "value-beyond-64-bits.json": '"Value": 9223372036854775808',
    "value-for-view-disagrees.json": '"ValueForView": 7900.0',
    "value-with-decimals.json": '"Value": 79.5',
    "vat-rate-24.json": '"VAT": 24',
    "vat-rate-as-fraction.json": '"VAT": 0.25',
    "verification-action.json": '"VerificationInvoiceAction"',
}
"""What stands in a faulty sample."""

ABSENT = {"no-debtor.json": '"DebtorPublicId"', "no-due-date.json": '"DueDate"', "unknown-member.json": '"UnitPrice"'}
DO_NOT_TIE = {"total-does-not-tie.json", "vat-does-not-tie.json", "row-total-does-not-tie.json"}
WRONG_NUMBERS = {"wrong-check-digits.json", "wrong-check-digits-swedish.json"}


@pytest.mark.parametrize("name", NEGATIVE)
def test_negative_sample_is_broken_where_it_says(name: str) -> None:
    data = (FOLDER / "negative" / name).read_bytes()
    if name in NOT_JSON:
        with pytest.raises(NOT_JSON[name]):
            parse(data)
        return
    parsed = parse(data)
    if name in DO_NOT_TIE:
        with pytest.raises(AssertionError):
            check_arithmetic(parsed)
    elif name in WRONG_NUMBERS:
        with pytest.raises(ValidationError):
            check_numbers(parsed)
    else:
        text = data.decode()
        assert SIGNS[name] in text
        assert name not in ABSENT or ABSENT[name] not in text


def test_faults_name_the_negative_samples() -> None:
    assert set(NEGATIVE) == NOT_JSON.keys() | SIGNS.keys() | DO_NOT_TIE | WRONG_NUMBERS
