"""Requests to Billecta: one golden per operation, and what is refused.  Tokens and ids are invented.

The paths in `PATHS` are invented as well: nobody knows the real ones, which is what the requests say of themselves.
"""

import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from tests.lifecycle import goldens

import einvoice
from einvoice import jsontext
from einvoice.context import BillectaSettings, Context
from einvoice.errors import ContextError, UsageError
from einvoice.formats.billecta import views as billecta_views
from einvoice.lifecycle.billecta import TEST, Amount, Credentials, build, views
from einvoice.lifecycle.billecta.views import VIEWS
from einvoice.lifecycle.operations import NATIVE

CORPUS = Path(__file__).resolve().parents[2] / "corpora"
ME = Credentials("7a5c-tåken-1")
CREDITOR = "5e11e700-0000-4000-8000-000000000001"
DEBTOR = "deb70000-0000-4000-8000-000000004103"
PAYMENT = "9a400000-0000-4000-8000-000000000007"
ID = "2499990041"
ENTRY = (CORPUS / "billecta" / "entry-standard.json").read_bytes()
CREDIT = (CORPUS / "billecta" / "entry-credit.json").read_bytes()
NATIVES = {each.id.partition(".")[2]: each for each in NATIVE.values() if each.system == "billecta"}

PATHS = {
    "cancel_card_payment": "DELETE /v1/example/card/{id}",
    "cancel_dispute": "PUT /v1/example/undispute/{id}",
    "cancel_reminder": "DELETE /v1/example/reminder/{id}",
    "cancel_sale": "DELETE /v1/example/sale/{id}",
    "comment": "POST /v1/example/comment",
    "connect_debit_and_credit": "PUT /v1/example/connect/{debit}/{credit}",
    "create_autogiro_withdrawal": "POST /v1/example/autogiro/{id}",
    "create_card_payment_intent": "POST /v1/example/card",
    "create_card_withdrawal": "POST /v1/example/withdrawal/{id}?date={date?}",
    "create_interest_invoice": "POST /v1/example/interest/{id}?from={from}&to={to}&type={type?}",
    "create_verification": "POST /v1/example/verification",
    "delete": "DELETE /v1/invoice/action/{id}",
    "delete_address_override": "DELETE /v1/example/address/{id}",
    "dispute": "PUT /v1/example/dispute/{id}",
    "finance": "PUT /v1/example/finance/{id}?contract={contract?}",
    "get_reminder": "GET /v1/example/reminder/{id}",
    "list_card_payment_intents": "GET /v1/example/card/{id}",
    "list_closed_by_period": "GET /v1/example/closedbyperiod/{id}?from={from}&to={to}",
    "list_open_by_period": "GET /v1/example/openbyperiod/{id}?from={from}&to={to}",
    "list_open_reminders": "GET /v1/example/reminders/{id}",
    "load_archived_events": "PUT /v1/example/events/{id}",
    "mark_rotrut_processed": "PUT /v1/example/rotrut",
    "override_address": "PUT /v1/example/address",
    "pause": "PUT /v1/invoice/pause/{id}",
    "postpone_first_form": "PUT /v1/example/postpone/{id}?days={days}",
    "postpone_second_form": "PUT /v1/example/postponeto/{id}?date={date}",
    "preview_posted": "POST /v1/example/preview",
    "preview_stored": "GET /v1/example/preview/{id}",
    "refund_card_payment": "PUT /v1/example/refundcard",
    "refund_swish_payment": "PUT /v1/example/refundswish",
    "register_payment": "PUT /v1/example/payment",
    "resume": "PUT /v1/invoice/resume/{id}",
    "rotrut_processed_second_form": "GET /v1/example/rotrut?all=1",
    "sell": "PUT /v1/example/sell/{id}?contract={contract?}",
    "send": "PUT /v1/example/send/{id}?deliveryMethod={deliveryMethod?}&email={email?}",
    "send_own_reminder": "POST /v1/example/ownreminder",
    "send_reminder": "POST /v1/example/reminder/{id}",
}
CONTEXT = Context(billecta=BillectaSettings(creditor_public_id=CREDITOR, paths=PATHS))

PERIOD = {"from": date(2026, 1, 1), "to": "2026-01-31"}
BY_ID = {"id": ID}
GIVEN = {
    # operation: parameters; those that are not here take the id of an invoice
    "cancel_card_payment": {"id": PAYMENT},
    "comment": {
        "ActionPublicId": ID,
        "Comment": 'Kunden ringde:\n"häftigt"',
        "Attachment": {"ContentType": "text/plain", "Data": b"hej", "FileName": "samtal.txt"},
        "Target": "todebtor",
    },
    "connect_debit_and_credit": {"debit": ID, "credit": "2499990048"},
    "create": {},
    "create_card_payment_intent": {
        "ActionPublicId": ID,
        "SuccessUrl": "https://granvik.example/ok",
        "FailureUrl": "https://granvik.example/fel",
    },
    "create_card_withdrawal": {"id": ID, "date": "2026-12-01"},
    "create_interest_invoice": {"id": ID} | PERIOD,
    "create_verification": {},
    "finance": {"id": ID, "contract": "A & B/7"},
    "get_by_number": {"id": CREDITOR, "invoiceNumber": "26/041 å"},
    "get_reminder": {"id": "2499990099"},
    "list_closed": PERIOD,
    "list_closed_by_debtor": {"id": DEBTOR} | PERIOD,
    "list_closed_by_period": PERIOD,
    "list_open": {},
    "list_open_by_debtor": {"id": DEBTOR},
    "list_open_by_period": PERIOD,
    "list_open_reminders": {},
    "mark_rotrut_processed": {"ActionPublicIds": [ID, "2499990061"]},
    "override_address": {"ActionPublicId": ID, "Name": "Ekmossen c/o Ålund", "Email": "post@ekmossen.example"},
    "postpone_first_form": {"id": ID, "days": 14},
    "postpone_second_form": {"id": ID, "date": "2026-12-24"},
    "preview_posted": {},
    "refund_card_payment": {"PaymentPublicId": PAYMENT, "Amount": "1250.50 SEK"},
    "refund_swish_payment": {"PaymentPublicId": "SW-17", "Amount": Amount(Decimal("89"), "SEK")},
    "register_payment": {
        "ActionPublicId": ID,
        "Amount": "17000,00 sek",
        "WriteOff": Amount(Decimal("69.00"), "SEK"),
        "WriteOffVat": Decimal("25.0"),
        "Date": date(2026, 5, 30),
        "OvershootingAmountHandling": "AsOverPayments",
    },
    "rotrut_processed_second_form": {},
    "send": {"id": ID, "email": "a+b@granvik.example"},
    "send_own_reminder": {
        "InvoiceActionPublicId": ID,
        "DeliveryMethod": "Mail",
        "ReminderFee": "60 SEK",
        "Stream": b"%PDF-1.4",
        "PaymentTermsInDays": "10",
    },
}
DOCUMENTS = {"create": ENTRY, "update": ENTRY, "preview_posted": ENTRY, "create_verification": ENTRY}


def made(name, parameters=None, *, context=CONTEXT, credentials=ME, document=None, invoice=None, path=None):
    return build(
        f"billecta.{name}",
        invoice,
        context,
        parameters=parameters,
        credentials=credentials,
        document=document,
        path=path,
    )


@pytest.mark.parametrize("name", sorted(NATIVES))
def test_golden(name, pytestconfig) -> None:
    request = made(name, GIVEN.get(name, BY_ID), document=DOCUMENTS.get(name))
    goldens.check(f"billecta.{name}", request, pytestconfig)
    assert request.verified == (name not in PATHS)
    assert request == made(name, GIVEN.get(name, BY_ID), document=DOCUMENTS.get(name))


def test_every_operation_has_a_path_or_is_given_one() -> None:
    assert len(NATIVES) == 47
    assert PATHS.keys() == {name for name, native in NATIVES.items() if not native.verified}


@pytest.mark.parametrize("name", sorted(PATHS))
def test_without_a_path_from_the_context_nothing_is_built(name) -> None:
    with pytest.raises(UsageError) as caught:
        made(name, GIVEN.get(name, BY_ID), document=DOCUMENTS.get(name), context=None)
    assert "is not confirmed" in caught.value.message
    assert f'[billecta.paths]: {name} = "' in caught.value.fix


def test_path_as_argument_and_by_the_full_name() -> None:
    given = made("dispute", BY_ID, context=None, path="PUT /v1/other/{id}")
    assert (given.url, given.verified) == (f"https://api.billecta.com/v1/other/{ID}", False)
    paths = Context(billecta=BillectaSettings(paths={"billecta.dispute": "PUT /v1/third/{id}"}))
    assert made("dispute", BY_ID, context=paths).url.endswith("/v1/third/2499990041")


def test_a_path_of_the_caller_is_not_verified_even_where_one_is_known() -> None:
    same = made("attest", BY_ID, path="PUT /v1/invoice/attest/{id}")
    other = made("attest", BY_ID, path="POST /v1/invoice/attest/{id}")
    assert (same.verified, other.verified) == (True, False)


def test_paths_stand_in_the_context_file(tmp_path) -> None:
    file = tmp_path / "einvoice.toml"
    file.write_text('[billecta]\ntest = true\n[billecta.paths]\npause = "PUT /v1/invoice/pause/{id}"\n')
    request = made("pause", BY_ID, context=Context.load(file))
    assert request.url == f"{TEST}/v1/invoice/pause/{ID}"
    file.write_text("[billecta]\npath = {}\n")
    with pytest.raises(ContextError):
        Context.load(file)


def test_identifiers_come_from_an_invoice_of_billecta() -> None:
    context = Context.load(CORPUS / "billecta.toml")
    invoice = einvoice.read(CORPUS / "billecta" / "answer-sent.json", context=context).invoice
    assert made("attest", invoice=invoice).url.endswith("/attest/2499990041")
    assert made("attest", {"id": "1"}, invoice=invoice).url.endswith("/attest/1")
    assert made("list_open_by_debtor", invoice=invoice).url.endswith(f"/openbydebtor/{DEBTOR}")
    assert made("list_open", invoice=invoice).url.endswith(f"/open/{CREDITOR}")
    body = json.loads(made("comment", {"Comment": "x"}, invoice=invoice).body)
    assert body["ActionPublicId"] == "2499990041"
    assert made("create", invoice=invoice, document=ENTRY).body == ENTRY
    assert made("connect_debit_and_credit", {"debit": "1", "credit": "2"}, invoice=invoice).url.endswith("/connect/1/2")


def test_entry_of_einvoice_itself() -> None:
    """What the writer gives goes through unchanged."""
    context = Context.load(CORPUS / "billecta.toml")
    written = einvoice.convert(CORPUS / "billecta" / "entry-several-rates.json", to="billecta", context=context)
    request = made("create", context=context, document=written.data)
    assert request.body == written.data
    assert request.notes == ("a draft until it is attested; then DeliveryMethod EInvoice decides how it is sent",)


def test_credit_note_says_what_it_credits() -> None:
    assert (
        "a credit note: attest it, then connect it with the invoice that it credits"
        in made("create", document=CREDIT).notes
    )
    alone = json.loads(CREDIT) | {"CreditingInvoicePublicId": None}
    notes = made("create", document=json.dumps(alone).encode()).notes
    assert "a credit note without CreditingInvoicePublicId: Billecta does not know what it credits" in notes


def test_a_member_of_the_body_may_stand_in_the_path_as_well() -> None:
    request = made("comment", {"ActionPublicId": ID, "Comment": "x"}, path="POST /v1/x/{ActionPublicId}?c={Comment}")
    assert (request.url, request.query) == (f"https://api.billecta.com/v1/x/{ID}", (("c", "x"),))
    assert json.loads(request.body)["ActionPublicId"] == ID


def test_enums_as_numbers_are_taken() -> None:
    numbers = (CORPUS / "billecta" / "entry-enum-numbers.json").read_bytes()
    assert made("create", document=numbers).body == numbers
    with pytest.raises(UsageError, match="ActionType is '9'"):
        made("create", document=entry(ActionType=9))


def test_body_of_an_unknown_shape_is_what_was_given() -> None:
    request = made("send_reminder", BY_ID, document=b'{"ReminderFee": 1}')
    assert request.body == b'{"ReminderFee": 1}'
    assert "the body is what was given; einvoice does not know its shape" in request.notes


def test_only_what_reads_is_repeatable() -> None:
    repeatable = {
        name for name in NATIVES if made(name, GIVEN.get(name, BY_ID), document=DOCUMENTS.get(name)).repeatable
    }
    assert repeatable == {
        *("get", "get_by_number", "get_reminder", "list_card_payment_intents", "preview_stored"),
        *(name for name in NATIVES if name.startswith(("list_open", "list_closed"))),
    }


def test_secrets_are_nowhere() -> None:
    request = made("create", document=ENTRY)
    assert "tåken" not in repr(ME) + repr(request)
    shown = request.masked("\n".join(f"{name}: {value}" for name, value in request.headers))
    assert "SecureToken ***" in shown
    assert not any(secret in shown for secret in request.secrets)
    assert "the token is a placeholder: Billecta refuses it" in made("list_open", credentials=None).notes


@pytest.mark.parametrize("token", ["", " ", " a", "a\n"])
def test_token_with_blanks(token) -> None:
    with pytest.raises(UsageError):
        Credentials(token)


@pytest.mark.parametrize("address", ["http://api.billecta.com", "http://localhost.example", "ftp://x"])
def test_address_is_https(address) -> None:
    with pytest.raises(UsageError):
        Credentials("t", address)
    assert made("list_open", credentials=Credentials("t", "http://127.0.0.1:99")).url.startswith(
        "http://127.0.0.1:99/v1"
    )


def entry(**members):
    return json.dumps(json.loads(ENTRY) | members).encode()


PAY = {"ActionPublicId": ID, "Amount": "1 SEK", "Date": "2026-05-30"}
REFUSED = [
    # case, operation, parameters, what goes beside them, words of the message
    ("unknown_operation", "burn", {}, {}, "no operation 'billecta.burn'"),
    ("no_id", "attest", {}, {}, "needs id: ActionPublicId of the invoice"),
    ("no_creditor", "list_open", {}, {"context": None}, "needs id: CreditorPublicId"),
    ("no_guid", "list_open", {"id": "17"}, {}, "expected a GUID"),
    ("no_from", "list_closed", {"to": "2026-01-01"}, {}, "needs from: First day"),
    ("no_number", "get_by_number", {"id": CREDITOR}, {}, "needs invoiceNumber"),
    ("days_turned", "list_closed", {"from": "2026-02-01", "to": "2026-01-01"}, {}, "lies before"),
    ("no_day", "list_closed", {"from": "1 January", "to": "2026-01-01"}, {}, "expected a day"),
    ("injection", "attest", {"id": "1\r\nX: y"}, {}, "control characters"),
    ("misspelt", "attest", {"id": ID, "ids": 1}, {}, "no parameter 'ids'"),
    ("no_place", "dispute", {"id": ID, "reason": "x"}, {}, "has no place for reason in its path"),
    ("document_nowhere", "attest", BY_ID, {"document": b"{}"}, "takes no document"),
    ("document_of_get", "get_reminder", BY_ID, {"document": b"{}"}, "takes no document"),
    ("document_of_view", "comment", {"Comment": "x", "ActionPublicId": ID}, {"document": b"{}"}, "takes no document"),
    ("document_broken", "send_reminder", BY_ID, {"document": b"{"}, "cannot be read"),
    ("no_document", "create", {}, {}, "needs document"),
    ("values_of_entry", "create", {"InvoiceDate": "2026-01-01"}, {"document": ENTRY}, "no parameter 'InvoiceDate'"),
    ("entry_broken", "create", {}, {"document": b"<root/>"}, "cannot be read"),
    ("entry_list", "create", {}, {"document": b"[" + ENTRY + b"]"}, "is no JSON object"),
    ("entry_incomplete", "create", {}, {"document": entry(DeliveryMethod=None)}, "lacks DeliveryMethod"),
    ("entry_of_other_kind", "create", {}, {"document": entry(ActionType="SelfInvoiceAction")}, "'SelfInvoiceAction'"),
    ("other_account", "create", {}, {"document": entry(CreditorPublicId=DEBTOR)}, "in the context"),
    ("path_no_method", "dispute", BY_ID, {"path": "/v1/x/{id}"}, "expected a method and a path"),
    ("path_host", "dispute", BY_ID, {"path": "PUT //evil.example/{id}"}, "expected a method and a path"),
    ("path_up", "dispute", BY_ID, {"path": "PUT /v1/../{id}"}, "expected a method and a path"),
    ("path_braces", "dispute", BY_ID, {"path": "PUT /v1/{id"}, "expected a method and a path"),
    ("path_patch", "dispute", BY_ID, {"path": "PATCH /v1/{id}"}, "expected a method and a path"),
    ("path_needs_more", "dispute", BY_ID, {"path": "PUT /v1/{id}/{why}"}, "needs why"),
    ("pay_nothing", "register_payment", {"ActionPublicId": ID, "Date": "2026-05-30"}, {}, "needs Amount, WriteOff"),
    ("pay_no_day", "register_payment", {"ActionPublicId": ID, "Amount": "1 SEK"}, {}, "needs Date"),
    ("pay_no_currency", "register_payment", PAY | {"Amount": "100"}, {}, "an amount such as 100.50 SEK"),
    ("pay_bare", "register_payment", PAY | {"Amount": Decimal(1)}, {}, "with its currency"),
    ("pay_fraction", "register_payment", PAY | {"Amount": "1.005 SEK"}, {}, "more than 2 decimals"),
    ("pay_fraction_jpy", "register_payment", PAY | {"Amount": "1.5 JPY"}, {}, "more than 0 decimals"),
    ("pay_negative", "register_payment", PAY | {"Amount": "-1 SEK"}, {}, "below zero"),
    ("pay_currency", "register_payment", PAY | {"Amount": "1 XXQ"}, {}, "no currency 'XXQ'"),
    ("pay_two_currencies", "register_payment", PAY | {"WriteOff": "1 EUR"}, {}, "amounts are in EUR and SEK"),
    ("pay_float", "register_payment", PAY | {"Amount": Amount(1.5, "SEK")}, {}, "expected a number"),
    ("pay_rate", "register_payment", PAY | {"WriteOffVat": 250}, {}, "expected per cent"),
    ("pay_unknown", "register_payment", PAY | {"OvershootingAmountHandling": "Unknown"}, {}, "expected one of None"),
    ("pay_misspelt", "register_payment", PAY | {"Ammount": 1}, {}, "no parameter 'Ammount'"),
    ("pay_time", "register_payment", PAY | {"Date": datetime(2026, 5, 30)}, {}, "expected a day"),
    (
        "reminder_both",
        "send_own_reminder",
        {"InvoiceActionPublicId": ID, "Stream": b"x", "Url": "y"},
        {},
        "one of Stream",
    ),
    ("reminder_none", "send_own_reminder", {"InvoiceActionPublicId": ID}, {}, "one of Stream"),
    ("base64", "send_own_reminder", {"InvoiceActionPublicId": ID, "Stream": "å"}, {}, "is no base64"),
    ("address_empty", "override_address", {"ActionPublicId": ID}, {}, "needs the address"),
    ("file", "comment", {"ActionPublicId": ID, "Comment": "x", "Attachment": b"x"}, {}, "Attachment is no object"),
    ("file_name", "comment", {"ActionPublicId": ID, "Comment": "x", "Attachment": {"Data": b""}}, {}, "FileName"),
    ("ids_none", "mark_rotrut_processed", {"ActionPublicIds": []}, {}, "needs ActionPublicIds"),
]


@pytest.mark.parametrize(("name", "parameters", "more", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_refused(name, parameters, more, words) -> None:
    with pytest.raises(UsageError) as caught:
        made(name, parameters, **more)
    assert words in caught.value.message
    assert caught.value.fix


@pytest.mark.parametrize(
    ("text", "minor"), [("0 SEK", 0), ("0.1 SEK", 10), ("1234567890.99 EUR", 123456789099), ("5 JPY", 5)]
)
def test_minor_units(text, minor) -> None:
    body = jsontext.parse(made("register_payment", PAY | {"Amount": text}).body)
    assert body["Amount"] == {"CurrencyCode": text[-3:], "Value": str(minor)}


@pytest.mark.conformance
def test_bodies_are_the_views_of_the_facts(shared) -> None:
    """Members in their order, and the values of their enums, but those that the service refuses."""
    facts = json.loads(shared("facts", "billecta-fields.json").read_text(encoding="utf-8"))
    for view, members in VIEWS.items():
        fields = facts["views"][view]["fields"]
        assert [each.name for each in members] == [field["name"] for field in fields], view
        for member, field in zip(members, fields, strict=True):
            if member.choices:
                names = [value["name"] for value in facts["enums"][field["enum"]]["values"]]
                assert list(member.choices) == [name for name in names if name != "Unknown"], member.name
            if not field["nullable"] and field["type"] != "datetime":
                assert member.required or member.default is not None, f"{view}.{member.name} is not null"
    assert {native.request for native in NATIVES.values()} - {None} <= VIEWS.keys() | {
        "InvoiceActionEntryView",
        "VerificationInvoiceActionEntryView",
    }


@pytest.mark.parametrize(
    ("choices", "enum"),
    [
        (views.INTERMEDIATORS, "IntermediatorTypeView"),
        (views.DELIVERY_METHODS, "DeliveryMethodTypeView"),
        (views.LANGUAGES, "LanguageTypeView"),
    ],
)
def test_choices_are_those_of_the_format(choices, enum) -> None:
    """The room of requests knows no format, so the names stand there once more: they are held to the one table."""
    assert choices == tuple(name for name in billecta_views.enum(enum) if name != "Unknown")
