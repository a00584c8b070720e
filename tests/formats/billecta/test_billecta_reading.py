"""What reading Billecta decides of the document: type, dates, parties, payment, files, VAT categories."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.formats.billecta.cases import Case, Said, check
from tests.formats.billecta.documents import (
    answer,
    context,
    credit,
    debtor,
    entry,
    money,
    read,
    row,
    samples_context,
)

import einvoice
from einvoice import Context, EInvoiceError
from einvoice.context import ContextParty
from einvoice.errors import NoInvoice, NotDetected, ReadError

ID = "2499990031"
CREDITED = context(credited_invoices={"26031": ID})

# ----------------------------------------------------------------------------------------- type, number, state

TYPES = [
    Case("invoice", entry(), {"type_code": "380", "invoice_number": "1001", "preceding_invoices[0]": None}),
    Case("interest_invoice", entry(row(VAT=0), ActionType="InterestInvoiceAction"), {"type_code": "380"}),
    Case("order_invoice", entry(ActionType="OrderInvoiceAction"), {"type_code": "380"}),
    Case(
        "credit_with_known_number",
        credit(),
        {"type_code": "381", "preceding_invoices[0].number": "26031"},
        context=CREDITED,
    ),
    Case(
        "credit_of_unknown_invoice",
        credit(),
        {"type_code": "381", "preceding_invoices[0]": None},
        (Said("CREDITED", "warning", "/CreditingInvoicePublicId", (ID,)),),
    ),
    Case(
        "credit_answer_names_the_number",
        answer(
            row(Quantity=-2),
            ActionType="CreditInvoiceAction",
            CreditingInvoice={"SourcePublicId": ID, "SourceInvoiceId": "26031"},
            InvoicedAmount=money(-12500),
            TotalVATAmount=money(-2500),
        ),
        {"type_code": "381", "preceding_invoices[0].number": "26031"},
    ),
    Case(
        "type_left_out",
        entry(ActionType=...),
        {"type_code": "380"},
        (Said("TYPE", "warning", "/InvoiceDate", ("InvoiceAction", "DebtCollectionAction")),),
    ),
    Case(
        "type_left_out_of_a_credit",
        credit(ActionType=...),
        {"type_code": "381"},
        (Said("TYPE", "warning", "/CreditingInvoicePublicId", ("CreditInvoiceAction",)),),
        CREDITED,
    ),
    Case(
        "number_of_the_service", answer(InvoiceNumber=..., Invoices=[{"InvoiceNumber": "7"}]), {"invoice_number": "7"}
    ),
    Case(
        "draft",
        answer(State={"Stage": "Created"}, InvoiceNumber=...),
        {"document_kind": "draft", "invoice_number": None},
    ),
    Case("attested", answer(State={"Stage": "Attested"}), {"document_kind": None}),
]


@pytest.mark.parametrize("case", TYPES, ids=lambda case: case.name)
def test_types(case: Case) -> None:
    check(case)


REFUSED = [
    ("verification", "VerificationInvoiceAction"),
    ("self_invoice", "SelfInvoiceAction"),
    ("supplier_invoice", "SupplierInvoiceAction"),
    ("debt_collection", "DebtCollectionAction"),
    ("unknown", "Unknown"),
    ("misspelt", "InvoiceActoin"),
    ("a_number_without_name", 4),
]


@pytest.mark.parametrize(("name", "kind"), REFUSED, ids=[case[0] for case in REFUSED])
def test_other_actions_are_refused(name: str, kind: Any) -> None:
    with pytest.raises(NoInvoice) as caught:
        read(entry(ActionType=kind))
    assert caught.value.path == "/ActionType"
    assert str(kind) in caught.value.message
    assert "CreditInvoiceAction" in (caught.value.fix or "")
    assert name != "misspelt" or "did you mean InvoiceAction" in (caught.value.fix or "")


def test_a_refused_action_in_a_list_is_named_by_its_place() -> None:
    read_so_far = []
    with pytest.raises(NoInvoice) as caught:
        read_so_far += list(einvoice.read_many(_list(entry(), entry(ActionType="SelfInvoiceAction"))))
    assert caught.value.path == "/1/ActionType"


def _list(*values: Any) -> bytes:
    import json

    return json.dumps(values).encode()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (debtor(Email="a@b.example"), "customer"),
        ({"Name": "Säljaren AB", "CreditorBankInfo": {}, "OrgNo": "559991-0485"}, "sender account"),
    ],
    ids=["debtor", "creditor"],
)
def test_parties_alone_are_no_invoice(value: Any, words: str) -> None:
    with pytest.raises(NoInvoice, match=words) as caught:
        read(value)
    assert "context" in (caught.value.fix or "")


@pytest.mark.parametrize(
    ("value", "told", "remedy"),
    [
        ([], "the list is empty", "check the query"),
        ([None], "the JSON holds no object", "an array"),
        ({"PublicId": "2499990041"}, "something was created, not the invoice", "fetch the invoice"),
        ({"Message": "Kunden saknas", "ExternalErrorCode": None}, "'Kunden saknas'", "repeat it"),
        ({"Message": "Nej", "ExternalErrorCode": 7, "RequestContent": "hemligt"}, "(ExternalErrorCode 7)", "repeat it"),
        ({"Invoices": []}, "'Invoices' is no format that einvoice knows", "Billecta"),
    ],
)
def test_what_holds_no_invoice_is_named(value: Any, told: str, remedy: str) -> None:
    with pytest.raises(NotDetected) as refused:
        einvoice.read(json.dumps(value).encode())
    assert told in refused.value.message and remedy in (refused.value.fix or "")
    assert "hemligt" not in str(refused.value)


@pytest.mark.parametrize(("kind", "guess"), [("Invoice", True), ("SelfInvoiceAction", False)])
def test_type_is_guessed_of_what_nobody_knows_only(kind: str, guess: bool) -> None:
    with pytest.raises(NoInvoice) as refused:
        read(entry(ActionType=kind))
    assert ("did you mean InvoiceAction?" in (refused.value.fix or "")) == guess


def test_empty_list_of_a_named_format_is_no_invoice() -> None:
    with pytest.raises(NoInvoice, match="no invoice"):
        einvoice.read(b"[]", "billecta")
    assert list(einvoice.read_many(b"[]", "billecta")) == []


@pytest.mark.parametrize("value", [{"PublicId": "x"}, {"Message": "Fel", "ExternalErrorCode": None}, []])
def test_other_answers_are_not_detected(value: Any) -> None:
    with pytest.raises((NoInvoice, NotDetected)):
        einvoice.read(json.dumps(value).encode())


def test_an_entry_of_a_list_has_parties_dates_and_sums() -> None:
    source = {
        "ActionPublicId": "2499990001",
        "ActionType": "InvoiceAction",
        "Stage": "InvoiceSent",
        "DebtorName": "Mörtviks Hotell AB",
        "DebtorOrgNo": "559991-0204",
        "CreditorName": "Granviks Kontor & Kaffe AB",
        "CreditorOrgNo": "559991-0485",
        "InvoiceNumber": "1001",
        "InvoiceDate": "2026-06-01 00:00:00+02:00",
        "DueDate": "2026-07-01 00:00:00+02:00",
        "InvoicedAmount": money(12500),
        "CurrentAmount": money(0),
        "OCR": "990260000010014",
    }
    check(
        Case(
            "",
            source,
            {
                "buyer.name": "Mörtviks Hotell AB",
                "buyer.legal_registration_identifier": "5599910204",
                "seller.name": "Granviks Kontor & Kaffe AB",
                "seller.legal_registration_identifier": "5599910485",
                "totals.amount_due": 125,
                "payment_instructions[0].remittance_information": "990260000010014",
                "currency": "SEK",
            },
            (Said("LIST", "warning", "/", ("neither rows nor VAT",)),),
        )
    )


# ------------------------------------------------------------------------------------------------------- dates

DATES = [
    ("day", "2026-06-01", date(2026, 6, 1)),
    ("blank_and_offset", "2026-06-01 16:02:04+01:00", date(2026, 6, 1)),
    ("iso_with_fraction", "2026-06-01T20:59:01.864227+00:00", date(2026, 6, 1)),
    ("no_offset", "2026-06-01 23:59:59", date(2026, 6, 1)),
    ("offset_without_colon", "2026-06-01 00:00:00+0200", date(2026, 6, 1)),
    ("utc", "2026-05-31T22:00:00Z", date(2026, 6, 1)),
    ("utc_just_before_midnight", "2026-05-31T21:59:59Z", date(2026, 5, 31)),
    ("winter_midnight", "2026-01-31T23:00:00Z", date(2026, 2, 1)),
    ("winter_before_midnight", "2026-01-31T22:59:59Z", date(2026, 1, 31)),
    ("night_of_the_change_to_summer", "2026-03-28T23:00:00Z", date(2026, 3, 29)),
    ("day_of_the_change_to_summer", "2026-03-29T22:00:00Z", date(2026, 3, 30)),
    ("night_of_the_change_to_winter", "2026-10-24T22:00:00Z", date(2026, 10, 25)),
    ("day_of_the_change_to_winter", "2026-10-25T22:30:00Z", date(2026, 10, 25)),
    ("far_west", "2026-06-01 20:00:00-08:00", date(2026, 6, 2)),
    ("leap_day", "2028-02-29", date(2028, 2, 29)),
    ("last_day_of_the_calendar", "9999-12-31 23:59:59-12:00", date(9999, 12, 31)),
    ("blanks_around", " 2026-06-01 ", date(2026, 6, 1)),
    ("no_seconds", "2026-06-01T10:30", date(2026, 6, 1)),
]


@pytest.mark.parametrize(("name", "text", "day"), DATES, ids=[case[0] for case in DATES])
def test_days_are_those_of_stockholm(name: str, text: str, day: date) -> None:
    found = read(entry(InvoiceDate=text, DueDate=text)).invoice
    assert (found.issue_date, found.due_date) == (day, day)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "1 juni 2026",
        "01.06.2026",
        "20260601",
        "2026-6-1",
        "2026-06-01T25:00:00",
        "2026-06-01+15:00:00",
        "x",
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(entry(DueDate=text))
    assert caught.value.path == "/DueDate"
    assert "2026-11-20" in (caught.value.fix or "")


NO_DATES = [
    Case("no_delivery", entry(DeliveryDate="0001-01-01T00:00:00"), {"delivery": None}),
    Case("no_due_date", entry(DueDate="0001-01-01T00:00:00"), {"due_date": None}),
    Case(
        "no_period",
        entry(row(PeriodStart="0001-01-01T00:00:00", PeriodEnd="0001-01-01")),
        {"lines[0].period": None},
    ),
    Case("due_date_follows_from_the_days", answer(DueDate=..., PaymentTermsInDays=30), {"due_date": date(2026, 7, 1)}),
    Case(
        "due_date_beyond_the_calendar",
        answer(DueDate=..., InvoiceDate="9999-12-20", PaymentTermsInDays=30),
        {"due_date": None},
    ),
    Case("terms_in_words", answer(PaymentTermsInDays=30), {"payment_terms": "30 dagar netto"}),
    Case("no_terms_of_negative_days", answer(PaymentTermsInDays=-1), {"payment_terms": None}),
    Case(
        "terms_in_english",
        answer(PaymentTermsInDays=10, CommunicationLanguage="EN", InterestType="Fixed", InterestPercentage=8.5),
        {
            "payment_terms": "10 days net, interest on late payment 8,5 %",
            "payment_conditions.late_payment_interest_rate": Decimal("8.5"),
        },
    ),
    Case(
        "interest_above_the_reference",
        entry(InterestType="AboveEffectiveReference", InterestPercentage=8),
        {"payment_terms": "Dröjsmålsränta 8 % över referensräntan"},
    ),
    Case("no_interest", entry(InterestType="NoInterest", InterestPercentage=8), {"payment_terms": None}),
]


@pytest.mark.parametrize("case", NO_DATES, ids=lambda case: case.name)
def test_dates_and_terms(case: Case) -> None:
    check(case)


# ----------------------------------------------------------------------------------------------------- parties

SE = {"legal_registration_identifier_scheme": "0007"}


def nordic(country: str, number: str) -> Any:
    return answer(Debtor=debtor(OrgNo=number, CountryCode=country))


NUMBERS = [
    ("sweden", "SE", "559991-0204", "5599910204", "0007"),
    ("sweden_with_century", "SE", "16559991-0204", "5599910204", "0007"),
    ("finland", "FI", "9100141-1", "9100141-1", "0212"),
    ("norway", "NO", "319 910 239", "319910239", "0192"),
    ("denmark", "DK", "99910178", "99910178", "0184"),
    ("germany_has_no_scheme", "DE", "HRB 12345", "HRB 12345", None),
]


@pytest.mark.parametrize(
    ("country", "stated", "number", "scheme"), [case[1:] for case in NUMBERS], ids=[case[0] for case in NUMBERS]
)
def test_organisation_numbers(country: str, stated: str, number: str, scheme: str | None) -> None:
    found = check(Case("", nordic(country, stated), {"buyer.legal_registration_identifier": number}))
    buyer = found.invoice.buyer
    assert buyer is not None
    assert buyer.legal_registration_identifier_scheme == scheme


PARTIES = [
    Case(
        "wrong_check_digit",
        nordic("SE", "559991-0205"),
        {"buyer.legal_registration_identifier": "559991-0205", "buyer.electronic_address": None},
        (Said("NUMBER", "error", "/Debtor/OrgNo", ("559991-0205", "check digit")),),
    ),
    Case(
        "organisation_number_is_the_address",
        answer(),
        {"buyer.electronic_address": "5599910204", "buyer.electronic_address_scheme": "0007"},
    ),
    Case(
        "location_number_wins",
        answer(Debtor=debtor(GLN="7359999001011")),
        {"buyer.electronic_address": "7359999001011", "buyer.electronic_address_scheme": "0088"},
    ),
    Case(
        "lower_case_country",
        answer(Debtor=debtor(CountryCode="se")),
        {"buyer.legal_registration_identifier": "5599910204"},
    ),
    Case(
        "private_person",
        answer(Debtor=debtor(DebtorType="Private", OrgNo="811228-9874")),
        {
            "buyer.legal_registration_identifier": None,
            "buyer.electronic_address": None,
            "buyer.native.billecta:OrgNo": "811228-9874",
        },
        (Said("PERSONAL", "warning", "/Debtor/OrgNo", ("private person", "81…")),),
    ),
    Case(
        "personal_number_without_a_type",
        answer(Debtor=debtor(DebtorType=..., OrgNo="811228-9874")),
        {"buyer.legal_registration_identifier": None},
        (Said("PERSONAL", "warning", "/Debtor/OrgNo", ("not said to be a company",)),),
    ),
    Case(
        "sole_trader_is_a_company",
        answer(Debtor=debtor(OrgNo="811228-9874")),
        {"buyer.legal_registration_identifier_scheme": "0007"},
    ),
    Case(
        "personal_number_as_customer_number",
        answer(
            Debtor=debtor(DebtorType="Private", OrgNo=..., DebtorNo="811228-9874", DebtorExternalId="19811228-9874")
        ),
        {"buyer.identifiers[0]": None, "buyer.native.billecta:DebtorNo": "811228-9874"},
    ),
    Case("customer_number", answer(Debtor=debtor(DebtorNo="4103")), {"buyer.identifiers[0].value": "4103"}),
    Case(
        "external_id_without_customer_number",
        answer(Debtor=debtor(DebtorExternalId="C-1")),
        {"buyer.identifiers[0].value": "C-1"},
    ),
    Case(
        "contact_stands_in",
        answer(Debtor=debtor(Attention="Malin", Email="a@b.example", Phone="1")),
        {"buyer.contact.name": "Malin", "buyer.contact.email": "a@b.example", "buyer.contact.telephone": "1"},
    ),
    Case(
        "contact_of_its_own",
        answer(Debtor=debtor(Attention="Malin", ContactName="Eva", ContactEmail="e@b.example", Email="a@b.example")),
        {"buyer.contact.name": "Eva", "buyer.contact.email": "e@b.example", "buyer.native.billecta:Attention": "Malin"},
    ),
    Case(
        "override",
        answer(DeliveryAddressOverride={"Name": "Ekonomi", "City": "Västerås", "GLN": "7359999001028"}),
        {
            "buyer.name": "Ekonomi",
            "buyer.address.city": "Västerås",
            "buyer.electronic_address": "7359999001028",
            "buyer.native.billecta:_debtor/name": "Mörtviks Hotell AB",
            "delivery": None,
        },
        (Said("OVERRIDE", "info", "/DeliveryAddressOverride/Name", ("Mörtviks Hotell AB", "Ekonomi")),),
    ),
    Case(
        "override_that_replaces_nothing",
        answer(DeliveryAddressOverride={"Email": "a@b.example"}),
        {"buyer.contact.email": "a@b.example"},
    ),
    Case(
        "vat_number_of_the_invoice",
        answer(
            row(VAT=0),
            Debtor=debtor(VatNumber="SE559991020401"),
            ReverseVATDetails={"ReverseVATActivated": True, "ReceiverVATNumber": "SE559991014701"},
            InvoicedAmount=money(10000),
            TotalVATAmount=money(0),
        ),
        {"buyer.vat_identifier": "SE559991014701", "buyer.native.billecta:_debtor/vat_identifier": "SE559991020401"},
        (Said("VAT-NUMBER", "warning", "/ReverseVATDetails/ReceiverVATNumber", ("SE559991014701", "SE559991020401")),),
    ),
    Case(
        "vat_number_without_reverse_charge",
        answer(
            Debtor=debtor(VatNumber="SE559991020401"),
            ReverseVATDetails={"ReverseVATActivated": False, "ReceiverVATNumber": "SE559991014701"},
        ),
        {"buyer.vat_identifier": "SE559991020401"},
    ),
]


@pytest.mark.parametrize("case", PARTIES, ids=lambda case: case.name)
def test_parties(case: Case) -> None:
    check(case)


def test_a_personal_number_stands_in_no_other_format() -> None:
    source = answer(
        Debtor=debtor(
            DebtorType="Private",
            OrgNo="811228-9874",
            DebtorNo="811228-9874",
            Autogiro={"PayerNumber": "198112289874", "Active": True},
        ),
        Autogiro={"AutogiroWithdrawalEnabled": True},
        RotRutDetails={"Customers": [{"Name": "Eva", "PersonalNumber": "811228-9874"}]},
    )
    invoice = read(source, samples_context()).invoice
    for target in ("peppol-bis", "finvoice"):
        try:
            data = einvoice.write(invoice, target, context=samples_context()).data
        except EInvoiceError:
            continue
        assert b"8112289874" not in data
        assert b"811228-9874" not in data


# ----------------------------------------------------------------------------------------------------- payment

AT = "payment_instructions[0]"


def paid(**given: Any) -> Any:
    return entry(PaymentOverride=given)


PAYMENT = [
    Case(
        "bankgiro",
        paid(ReceivingAccountType="BankGiro", BankGiro="9990-2041"),
        {
            f"{AT}.means_code": "30",
            f"{AT}.credit_transfer.account_identifier": "99902041",
            f"{AT}.credit_transfer.service_provider_identifier": "SE:BANKGIRO",
        },
    ),
    Case(
        "plusgiro",
        paid(ReceivingAccountType="PlusGiro", PlusGiro="999 01 10-0"),
        {
            f"{AT}.credit_transfer.account_identifier": "99901100",
            f"{AT}.credit_transfer.service_provider_identifier": "SE:PLUSGIRO",
        },
    ),
    Case(
        "clearing_and_account",
        paid(ReceivingAccountType="BankAccount", ClearingNo="9999", AccountNo="1000303"),
        {f"{AT}.credit_transfer.account_identifier": "99991000303"},
    ),
    Case(
        "iban",
        paid(ReceivingAccountType="IBAN", Iban="SE30 9990 0000 0000 1000 2029", Bic="ESIMSESS"),
        {
            f"{AT}.credit_transfer.account_identifier": "SE3099900000000010002029",
            f"{AT}.credit_transfer.service_provider_identifier": "ESIMSESS",
        },
    ),
    Case(
        "one_account_without_its_kind",
        paid(BankGiro="9990-2041"),
        {f"{AT}.credit_transfer.account_identifier": "99902041"},
    ),
    Case(
        "the_kind_decides",
        paid(ReceivingAccountType="PlusGiro", BankGiro="9990-2041", PlusGiro="9990110-0"),
        {f"{AT}.credit_transfer.account_identifier": "99901100"},
    ),
    Case(
        "two_accounts_and_no_kind",
        paid(BankGiro="9990-2041", PlusGiro="9990110-0"),
        {AT: None},
        (Said("ACCOUNT", "error", "/PaymentOverride/BankGiro", ("BankGiro and PlusGiro", "none of them counts")),),
    ),
    Case(
        "kind_of_an_account_that_is_not_there",
        paid(ReceivingAccountType="IBAN", BankGiro="9990-2041"),
        {f"{AT}.credit_transfer.account_identifier": "99902041"},
        (Said("ACCOUNT", "warning", "/PaymentOverride/BankGiro", ("IBAN", "BankGiro counts")),),
    ),
    Case(
        "reference",
        paid(Reference="990260000010014", ReferenceType="OCR"),
        {f"{AT}.remittance_information": "990260000010014", f"{AT}.reference_kind": "se-ocr"},
    ),
    Case(
        "message",
        paid(Reference="faktura 7", ReferenceType="Message"),
        {f"{AT}.remittance_information": "faktura 7", f"{AT}.reference_kind": "free"},
    ),
    Case(
        "reference_of_the_service",
        answer(Invoices=[{"OCR": "990260000010014"}]),
        {f"{AT}.remittance_information": "990260000010014", f"{AT}.reference_kind": "se-ocr"},
    ),
    Case(
        "own_reference_wins",
        answer(Invoices=[{"OCR": "990260000010014"}], PaymentOverride={"Reference": "77", "ReferenceType": "OCR"}),
        {f"{AT}.remittance_information": "77", "native.billecta:Invoices/OCR": "990260000010014"},
    ),
    Case("other_receiver", paid(PaymentReceiver="Faktor AB", BankGiro="9990-2041"), {"payee.name": "Faktor AB"}),
    Case(
        "receiver_is_the_seller",
        paid(PaymentReceiver="Säljaren AB", BankGiro="9990-2041"),
        {"payee": None, f"{AT}.credit_transfer.account_name": "Säljaren AB"},
        context=Context(seller=ContextParty(name="Säljaren AB", country="SE")),
    ),
    Case(
        "direct_debit",
        answer(
            Debtor=debtor(Autogiro={"PayerNumber": "4103", "Active": True}),
            Autogiro={"AutogiroWithdrawalEnabled": True},
        ),
        {f"{AT}.means_code": "49", f"{AT}.direct_debit.mandate_reference": "4103"},
    ),
    Case(
        "direct_debit_switched_off",
        answer(
            Debtor=debtor(Autogiro={"PayerNumber": "4103", "Active": True}),
            Autogiro={"AutogiroWithdrawalEnabled": False},
        ),
        {AT: None},
    ),
    Case(
        "direct_debit_of_an_unknown_payer",
        entry(Autogiro={"AutogiroWithdrawalEnabled": True}),
        {f"{AT}.means_code": "49", f"{AT}.direct_debit": None, f"{AT}.credit_transfer": None},
        (Said("AUTOGIRO", "warning", "/Autogiro/AutogiroWithdrawalEnabled", ("Autogiro", "BT-89")),),
    ),
    Case("card", entry(CreditCard={"CreditCardWithdrawalEnabled": True}), {f"{AT}.means_code": "48"}),
]


@pytest.mark.parametrize("case", PAYMENT, ids=lambda case: case.name)
def test_payment(case: Case) -> None:
    check(case)


# ------------------------------------------------------------------------------------------------------- files

PDF = "JVBERi0xLjQK"


def file(name: str = "villkor.pdf", data: Any = PDF) -> Any:
    return {"ContentType": "application/PDF", "Data": data, "FileName": name, "FilePublicId": "f1"}


FILES = [
    Case(
        "attachments",
        entry(Attachments=[{"File": file(), "SortNumber": 1, "IsCoverSheet": True}]),
        {
            "supporting_documents[0].content_base64": PDF,
            "supporting_documents[0].mime_code": "application/pdf",
            "supporting_documents[0].reference": "villkor.pdf",
            "supporting_documents[0].native.billecta:IsCoverSheet": "true",
        },
    ),
    Case(
        "appendixes_come_last",
        entry(Appendixes=[file("a.pdf"), file("b.pdf")], Attachments=[{"File": file("c.pdf")}]),
        {
            "supporting_documents[0].filename": "c.pdf",
            "supporting_documents[1].filename": "a.pdf",
            "supporting_documents[2].filename": "b.pdf",
            "supporting_documents[2].native.billecta:_list": "Appendixes",
        },
    ),
    Case(
        "own_rendering",
        entry(InvoicePDF={"Stream": PDF, "OCR": "990260000010014"}),
        {
            "supporting_documents[0].content_base64": PDF,
            "supporting_documents[0].mime_code": "application/pdf",
            "native.billecta:InvoicePDF/OCR": "990260000010014",
        },
    ),
    Case(
        "rendering_behind_a_link",
        entry(InvoicePDF={"Url": "https://a.example/f.pdf"}),
        {"supporting_documents[0].external_location": "https://a.example/f.pdf"},
    ),
    Case(
        "file_to_be_fetched",
        answer(Attachments=[{"File": file(data=None)}], Appendixes=[file("b.pdf", None)]),
        {"supporting_documents[1].filename": "b.pdf"},
        (
            Said("FILE", "warning", "/Attachments/0/File/FileName", ("villkor.pdf", "not in the JSON")),
            Said("FILE", "warning", "/Appendixes/0/FileName", ("b.pdf",)),
        ),
    ),
    Case("null_in_an_array", entry(Appendixes=[None, file("b.pdf")]), {"supporting_documents[0].filename": "b.pdf"}),
]


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.name)
def test_files(case: Case) -> None:
    check(case)


# -------------------------------------------------------------------------------------------------- categories

REVERSE = {"ReverseVATActivated": True}


def sold(country: str, *rows: Any, **given: Any) -> Any:
    return entry(*(rows or (row(VAT=0),)), **given) | {"Debtor": debtor(CountryCode=country, OrgNo=...)}


def as_answer(source: Any) -> Any:
    return {name: value for name, value in source.items() if name != "DebtorPublicId"} | {"ActionPublicId": "24"}


Z = ("Z", 0)
CATEGORIES = [
    # case, source, settings, category and rate of each line, what is said
    ("standard", entry(row(VAT=25)), {}, [("S", 25)], ()),
    ("other_rates", entry(row(VAT=12), row(VAT=6)), {}, [("S", 12), ("S", 6)], ()),
    ("interest", entry(row(VAT=0), ActionType="InterestInvoiceAction"), {}, [("O", None)], ()),
    (
        "interest_with_vat",
        entry(row(VAT=25), ActionType="InterestInvoiceAction"),
        {},
        [("O", None)],
        (Said("VAT", "error", "/Records/0/VAT", ("interest", "25 %")),),
    ),
    ("reverse_at_home", as_answer(sold("SE", ReverseVATDetails=REVERSE)), {}, [("AE", 0)], ()),
    ("reverse_of_an_unknown_buyer", entry(row(VAT=0), ReverseVATDetails=REVERSE), {}, [("AE", 0)], ()),
    ("goods_to_the_union", as_answer(sold("DE", ReverseVATDetails=REVERSE)), {"supplies": "goods"}, [("K", 0)], ()),
    (
        "services_to_the_union",
        as_answer(sold("DE", ReverseVATDetails=REVERSE)),
        {"supplies": "services"},
        [("AE", 0)],
        (),
    ),
    (
        "country_by_vat_number",
        entry(row(VAT=0), ReverseVATDetails=REVERSE | {"ReceiverVATNumber": "DE999001411"}),
        {"supplies": "goods"},
        [("K", 0)],
        (),
    ),
    (
        "to_the_union_and_nobody_says_what",
        as_answer(sold("DE", row(VAT=0), row(VAT=0), ReverseVATDetails=REVERSE)),
        {},
        [("AE", 0), ("AE", 0)],
        (Said("VAT", "error", "/Records/0/VAT", ("goods are K", "services AE", "read as AE")),),
    ),
    ("goods_outside", as_answer(sold("NO")), {"supplies": "goods"}, [("G", 0)], ()),
    ("services_outside", as_answer(sold("NO")), {"supplies": "services"}, [("O", None)], ()),
    (
        "services_outside_beside_vat",
        as_answer(sold("NO", row(VAT=0), row(VAT=25))),
        {"supplies": "services"},
        [("G", 0), ("S", 25)],
        (Said("VAT", "warning", "/Records/0/VAT", ("outside VAT", "read as export (G)")),),
    ),
    (
        "outside_and_nobody_says_what",
        as_answer(sold("NO")),
        {},
        [("G", 0)],
        (Said("VAT", "error", "/Records/0/VAT", ("goods are G", "services O", "read as G")),),
    ),
    ("reverse_charge_outside", as_answer(sold("NO", ReverseVATDetails=REVERSE)), {"supplies": "goods"}, [("G", 0)], ()),
    ("to_the_union_without_reverse_charge", as_answer(sold("DE")), {"zero_vat": "E"}, [("E", 0)], ()),
    ("exempt", entry(row(VAT=0)), {"zero_vat": "E"}, [("E", 0)], ()),
    ("zero_rated", entry(row(VAT=0), row(VAT=25)), {"zero_vat": "Z"}, [Z, ("S", 25)], ()),
    ("outside", entry(row(VAT=0)), {"zero_vat": "O"}, [("O", None)], ()),
    (
        "outside_beside_vat",
        entry(row(VAT=0), row(VAT=25)),
        {"zero_vat": "O"},
        [("E", 0), ("S", 25)],
        (Said("VAT", "warning", "/Records/0/VAT", ("stands beside rows with VAT", "read as exempt (E)")),),
    ),
    (
        "zero_and_nobody_says_why",
        entry(row(VAT=0), row(VAT=0)),
        {},
        [Z, Z],
        (Said("VAT", "error", "/Records/0/VAT", ("exempt (E)", "read as Z")),),
    ),
    (
        "rate_left_out",
        entry(row(VAT=...)),
        {},
        [Z],
        (
            Said("VAT", "warning", "/Records/0/Quantity", ("does not say its VAT",)),
            Said("VAT", "error", "/Records/0/Quantity", ("VAT 0",)),
        ),
    ),
    (
        "reverse_with_vat",
        entry(row(VAT=25), ReverseVATDetails=REVERSE),
        {},
        [("S", 25)],
        (Said("VAT", "warning", "/Records/0/VAT", ("25 %", "read as S")),),
    ),
    (
        "reverse_with_vat_that_was_not_charged",
        answer(row(VAT=25), ReverseVATDetails=REVERSE, TotalVATAmount=money(0), InvoicedAmount=money(10000)),
        {},
        [("AE", 0)],
        (Said("VAT", "warning", "/Records/0/VAT", ("no VAT", "(AE)")),),
    ),
]


@pytest.mark.parametrize(
    ("source", "settings", "expected", "said"), [case[1:] for case in CATEGORIES], ids=[case[0] for case in CATEGORIES]
)
def test_categories(source: Any, settings: Any, expected: Any, said: Any) -> None:
    found = check(Case("", source, {}, said, context(**settings)))
    assert [(line.vat_category, line.vat_rate) for line in found.invoice.lines] == expected
