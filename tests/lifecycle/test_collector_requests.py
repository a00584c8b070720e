"""Requests to Collector/Walley: a golden per operation and family of services, and what is refused."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.lifecycle import goldens
from tests.lifecycle.invoices import BUYER, CHAIR, PERSON, credit_note, invoice, stores

from einvoice.context import Context
from einvoice.errors import ContextError, UsageError
from einvoice.lifecycle.collector import Article, Credentials, Row, build
from einvoice.lifecycle.collector.service import SERVICES
from einvoice.lifecycle.operations import NATIVE
from einvoice.lifecycle.request import Request

ME = Credentials("merchant-7", "hemligt & <långt>")
STORE = stores((1234, "SE", None))
NAMED: dict[str, Any] = {"InvoiceNo": "4576392", "CountryCode": "SE", "CorrelationId": "ORDER-1"}
ADJUSTMENT = {"Amount": "-2.50", "ArticleId": "A-1", "Description": "Hundrade kunden", "Vat": "25"}
IP = {"ClientIpAddress": "192.0.2.17"}
ACCOUNT = {
    "PaymentInfo.ReceiverName": "Granvik AB",
    "PaymentInfo.ReceiverRegNumber": "5599910485",
    "PaymentInfo.BankAccountType": 4,
    "PaymentInfo.BankAccount": "9912346",
    "PaymentInfo.PaymentReference": "10017",
}


def made(operation: str, parameters: dict[str, Any] | None = None, **more: Any) -> Request:
    context = more.pop("context", STORE)
    more.setdefault("credentials", ME)
    return build(operation, more.pop("invoice", None), context, parameters=parameters, **more)


def body(request: Request) -> etree._Element:
    assert request.body is not None
    content = etree.fromstring(request.body).find("{*}Body")
    assert content is not None
    return content[0]


def texts(request: Request) -> dict[str, str | None]:
    """Return the elements of the body without children, by name."""
    return {etree.QName(each).localname: each.text for each in body(request).iter() if not len(each)}


OF_PERSON = invoice(buyer=PERSON)
WITH_INVOICE = {"invoice": invoice()}
GOLDENS: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
    # name, operation, parameters, what goes beside them
    ("activate", "collector.activate", NAMED, {}),
    (
        "part_activate",
        "collector.part_activate",
        {**NAMED, "lines": {"1": 3, "2": Decimal("2.5")}},
        {"invoice": invoice()},
    ),
    ("cancel", "collector.cancel", NAMED, {}),
    ("replace", "collector.replace", NAMED, WITH_INVOICE),
    ("send", "collector.send", NAMED, WITH_INVOICE),
    ("extend_due_date", "collector.extend_due_date", NAMED, {}),
    ("add", "collector.add", IP, WITH_INVOICE),
    ("credit", "collector.credit", {**NAMED, "CreditDate": date(2026, 12, 1)}, {}),
    ("part_credit", "collector.part_credit", {}, {"invoice": credit_note()}),
    ("adjust", "collector.adjust", {**NAMED, **ADJUSTMENT}, {}),
]
NEWER: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
    ("activate-newer", "collector.activate", {**NAMED, **ACCOUNT}, {}),
    ("part_activate-newer", "collector.part_activate", {**NAMED, "lines": {"1": 4, "charge-1": 1}}, WITH_INVOICE),
    ("cancel-newer", "collector.cancel", {**NAMED, **IP}, {}),
    ("replace-newer", "collector.replace", {**NAMED, **IP, "PurchaseClassification": "B2B"}, WITH_INVOICE),
    ("send-newer", "collector.send", {**NAMED, "InvoiceDeliveryMethod": 1}, {}),
    ("extend_due_date-newer", "collector.extend_due_date", NAMED, {}),
    ("add-person-newer", "collector.add", {**IP, "ActivationOption": 1, "OrderNo": "77"}, {"invoice": OF_PERSON}),
    ("credit-newer", "collector.credit", {**NAMED, "CreditDate": "2026-12-01", "SettlementReference": "R-9"}, {}),
    ("part_credit-newer", "collector.part_credit", {}, {"invoice": credit_note()}),
    ("adjust-newer", "collector.adjust", {**NAMED, **ADJUSTMENT}, {}),
    ("get-newer", "collector.get", {**NAMED, **IP}, {}),
]


@pytest.mark.parametrize(("name", "operation", "parameters", "more"), GOLDENS, ids=[g[0] for g in GOLDENS])
def test_golden_of_the_older_service(
    name: str, operation: str, parameters: dict[str, Any], more: dict[str, Any], pytestconfig: pytest.Config
) -> None:
    goldens.check(f"collector.{name}", made(operation, parameters, **more), pytestconfig)


@pytest.mark.parametrize(("name", "operation", "parameters", "more"), NEWER, ids=[g[0] for g in NEWER])
def test_golden_of_the_newer_service(
    name: str, operation: str, parameters: dict[str, Any], more: dict[str, Any], pytestconfig: pytest.Config
) -> None:
    request = made(operation, parameters, service="PaymentServiceV10", **more)
    goldens.check(f"collector.{name}", request, pytestconfig)


def test_every_operation_has_a_golden() -> None:
    ours = {each.id for each in NATIVE.values() if each.system == "collector"}
    assert {g[1] for g in GOLDENS} | {"collector.get"} == ours == {g[1] for g in NEWER}


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize(("operation", "parameters", "more"), [g[1:] for g in GOLDENS], ids=[g[0] for g in GOLDENS])
def test_every_service(service: str, operation: str, parameters: dict[str, Any], more: dict[str, Any]) -> None:
    request = made(operation, parameters, service=service, **more)
    assert request.url == f"https://ecommerce.collector.se/v3.0/{service}.svc"
    content = body(request)
    assert content.tag == f"{{{SERVICES[service].namespace}}}{NATIVE[operation].name}Request"
    for parent in content.iter():
        names = [etree.QName(each).localname for each in parent]
        if names and etree.QName(parent).localname not in ("InvoiceAddress", "DeliveryAddress"):
            assert names == sorted(names)  # ArticleId, Description …: of one kind in a list, and elsewhere the alphabet
        assert all(etree.QName(each).namespace == SERVICES[service].namespace for each in parent)


# ---------------------------------------------------------------------------------- samples, WSDL, facts


def canonical(root: etree._Element) -> bytes:
    """Return *root* without the prefixes and blanks that mean nothing."""

    def copy(element: etree._Element) -> etree._Element:
        found = etree.Element(element.tag)
        found.text = (element.text or "").strip()
        found.extend(copy(child) for child in element)
        return found

    return etree.tostring(copy(root), method="c14n")


@pytest.mark.conformance
@pytest.mark.parametrize(
    ("file", "operation", "parameters"),
    [
        (
            "cancel-invoice-request.xml",
            "CancelInvoice",
            {
                "CorrelationId": "CancelInvoiceV10",
                "CountryCode": "SE",
                "InvoiceNo": "62396765",
                "StoreId": 1234,
                "ClientIpAddress": "127.0.0.1",
            },
        ),
        (
            "extend-due-date-request.xml",
            "ExtendDueDate",
            {"CorrelationId": "123", "CountryCode": "SE", "InvoiceNo": "4576392", "StoreId": "1234"},
        ),
    ],
)
def test_same_as_the_samples_of_the_vendor(
    shared: Callable[..., Path], file: str, operation: str, parameters: dict[str, Any]
) -> None:
    sample = etree.parse(shared("corpora", "collector", file)).getroot()
    ours = build(operation, parameters=parameters, service="PaymentServiceV10")
    assert ours.body is not None
    assert canonical(etree.fromstring(ours.body)) == canonical(sample)


@pytest.mark.conformance
def test_actions_headers_and_address_of_the_wsdl(shared: Callable[..., Path]) -> None:
    root = etree.parse(shared("corpora", "collector", "InvoiceServiceV31-production.wsdl")).getroot()
    soap = "{http://schemas.xmlsoap.org/wsdl/soap/}"
    address = next(root.iter(f"{soap}address")).get("location")
    said = {}
    for operation in root.iter("{http://schemas.xmlsoap.org/wsdl/}operation"):
        action = next(operation.iter(f"{soap}operation")).get("soapAction")
        said[operation.get("name")] = action, {each.get("part") for each in operation.iter(f"{soap}header")}
    seen = set()
    for _, operation, parameters, more in GOLDENS:
        request = made(operation, parameters, **more)
        name = NATIVE[operation].name
        action, parts = said[name]
        assert (request.url, request.header("SOAPAction")) == (address, f'"{action}"')
        assert request.body is not None
        header = etree.fromstring(request.body).find("{*}Header")
        assert header is not None
        assert {etree.QName(each).localname for each in header} == parts
        seen.add(name)
    reservations = {"SetReservation", "CancelReservation", "GetReservation", "GetAddress"}
    assert set(said) - seen == reservations
    assert "GetInvoiceInformation" not in said


# ---------------------------------------------------------------------------------- what comes from where


def test_from_a_credit_note() -> None:
    request = made("collector.credit", invoice=credit_note())
    assert texts(request) == {
        "CorrelationId": "C-7",
        "CountryCode": "SE",
        "CreditDate": "2026-12-01T00:00:00",
        "InvoiceNo": "1001",
        "StoreId": "1234",
    }
    assert any("InvoiceNo is the number in the document" in note for note in request.notes)


def test_credit_note_of_several_invoices_needs_a_number() -> None:
    several = credit_note(preceding_invoices=[{"number": "1"}, {"number": "2"}])
    with pytest.raises(UsageError, match="names 2 invoices"):
        made("collector.credit", invoice=several)
    assert texts(made("collector.credit", {"InvoiceNo": "2"}, invoice=several))["InvoiceNo"] == "2"


def test_date_of_an_invoice_is_no_date_of_a_credit() -> None:
    with pytest.raises(UsageError, match="CreditInvoice needs CreditDate"):
        made("collector.credit", invoice=invoice())


def test_rows_of_an_invoice_are_no_adjustment() -> None:
    for service in ("InvoiceServiceV31", "PaymentServiceV9"):
        with pytest.raises(UsageError, match="AdjustInvoice needs"):
            made("collector.adjust", invoice=invoice(), service=service)


def test_everything_is_no_part() -> None:
    with pytest.raises(UsageError, match="PartActivateInvoice needs ArticleList"):
        made("collector.part_activate", invoice=invoice())


def test_test_host_and_service_of_the_context() -> None:
    context = Context.parse({"collector": {"service": "PaymentServiceV9", "test": True}})
    request = made("collector.activate", NAMED, context=context)
    assert request.url == "https://ecommercetest.collector.se/v3.0/PaymentServiceV9.svc"
    assert not request.verified
    assert any("pattern" in note for note in request.notes)


def test_context_refuses_another_service() -> None:
    with pytest.raises(ContextError, match="service"):
        Context.parse({"collector": {"service": "InvoiceServiceV30"}})


def test_letter_needs_no_address() -> None:
    said = texts(made("collector.send", {**NAMED, "InvoiceDeliveryMethod": 1}, invoice=invoice()))
    assert (said["InvoiceDeliveryMethod"], "Email" in said) == ("1", False)


@pytest.mark.parametrize("parameters", [{}, {"InvoiceDeliveryMethod": 2}])
def test_mail_needs_an_address(parameters: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match=r"Email|InvoiceDeliveryMethod"):
        made("collector.send", {**NAMED, **parameters})


def test_person_by_name_and_masked() -> None:
    request = made("collector.add", IP, invoice=invoice(buyer=PERSON))
    said = texts(request)
    assert (said["Firstname"], said["Lastname"], said["RegNo"]) == ("Anna Maria", "Ek", "811228-9874")
    assert "CompanyName" not in said
    assert "811228-9874" not in repr(request)


def test_delivery_address_of_its_own() -> None:
    place = {"line_1": "Kaj 4", "city": "Malmö", "post_code": "211 11", "country_code": "SE"}
    request = made("collector.add", IP, invoice=invoice(delivery={"party_name": "Lager AB", "address": place}))
    address = body(request).find("{*}DeliveryAddress")
    assert address is not None
    assert [address.findtext("{*}Address1"), address.findtext("{*}CompanyName")] == ["Kaj 4", "Lager AB"]


def test_one_element_of_an_address_joins_those_of_the_invoice() -> None:
    said = made("collector.add", {**IP, "InvoiceAddress.COAddress": "c/o Ek"}, invoice=invoice())
    names = [etree.QName(each).localname for each in body(said).iter()]
    at = names.index("InvoiceAddress")
    assert names[at + 1 : at + 4] == ["Address1", "COAddress", "City"]
    assert names.count("COAddress") == 1


def test_letter_is_named_where_no_address_is_known() -> None:
    request = made("collector.add", IP, invoice=invoice(buyer={**BUYER, "contact": None}))
    assert texts(request)["InvoiceDeliveryMethod"] == "1"
    assert any("goes as a letter" in note for note in request.notes)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"store": []}, "'store' is not a key here"),
        ({"stores": [{"country": "SE"}]}, "id: "),
        ({"stores": [{"id": -1, "country": "SE"}]}, "id: "),
        ({"stores": [{"id": 1, "country": "Sweden"}]}, "country: "),
        ({"stores": [{"id": 1, "country": "SE", "customers": "persons"}]}, "customers: "),
    ],
)
def test_context_that_is_broken(settings: dict[str, Any], says: str) -> None:
    with pytest.raises(ContextError, match=says):
        Context.parse({"collector": settings})


def test_secrets_are_masked_everywhere() -> None:
    request = made("collector.activate", NAMED)
    assert request.body is not None
    assert b"hemligt &amp; &lt;l" in request.body
    shown = repr(request) + request.masked(request.body.decode()) + repr(ME)
    assert "hemligt" not in shown
    assert "***" in shown


def test_only_what_changes_nothing_twice_is_repeatable() -> None:
    repeatable = {g[1] for g in NEWER if made(g[1], g[2], service="PaymentServiceV10", **g[3]).repeatable}
    assert repeatable == {"collector.replace", "collector.get"}


# ---------------------------------------------------------------------------------- StoreId

MANY = stores((1, "SE", "private"), (2, "SE", "company"), (3, "FI", "company"), (4, "NO", None))
IN_NORWAY = {"name": "X", "address": {"country_code": "NO"}}
IN_SWEDEN = {"name": "X", "address": {"country_code": "SE"}}
STORE_CASES = [
    # case, context, buyer, StoreId given, the store or what is wrong
    ("no store: left out", Context(), BUYER, None, None),
    ("no store, given", Context(), BUYER, 9, "9"),
    ("one store", stores((7, "SE", None)), BUYER, None, "7"),
    ("one store, other country", stores((7, "FI", None)), BUYER, None, "no store sells to companies in SE"),
    (
        "one store, not to persons",
        stores((7, "SE", "company")),
        PERSON,
        None,
        "no store sells to private persons in SE",
    ),
    ("company", MANY, BUYER, None, "2"),
    ("person", MANY, PERSON, None, "1"),
    ("both kinds in the country", MANY, IN_NORWAY, None, "4"),
    ("kind unknown", MANY, IN_SWEDEN, None, "several stores sell to this customer in SE"),
    ("kind by VAT number", MANY, {**IN_SWEDEN, "vat_identifier": "SE559991020401"}, None, "2"),
    ("given", MANY, PERSON, "2", "2"),
    ("given, not of the context", MANY, PERSON, 5, "StoreId 5 is no store"),
    ("given, no number", Context(), BUYER, "A1", "StoreId is 'A1'"),
]


@pytest.mark.parametrize(
    ("context", "buyer", "given", "expected"), [c[1:] for c in STORE_CASES], ids=[c[0] for c in STORE_CASES]
)
def test_store(context: Context, buyer: dict[str, Any], given: Any, expected: str | None) -> None:
    parameters = {"InvoiceNo": "1", "StoreId": given}
    if expected is not None and not expected.isdigit():
        with pytest.raises(UsageError, match=expected):
            made("collector.cancel", parameters, invoice=invoice(buyer=buyer), context=context)
        return
    request = made("collector.cancel", parameters, invoice=invoice(buyer=buyer), context=context)
    assert texts(request).get("StoreId") == expected
    assert any("StoreId is left out" in note for note in request.notes) == (expected is None)


def test_store_of_a_card() -> None:
    context = Context.parse(
        {
            "customers": [{"code": "4103", "private_person": True}],
            "collector": {"stores": [{"id": 1, "country": "SE", "customers": "private"}, {"id": 2, "country": "SE"}]},
        }
    )
    with pytest.raises(UsageError, match="several stores"):
        made("collector.cancel", NAMED, invoice=invoice(buyer={"identifiers": [{"value": "4103"}]}), context=context)


# ---------------------------------------------------------------------------------- limits

LONG = "x" * 51


def one_row(number: str, text: str, quantity: int, price: object, vat: object) -> dict[str, Any]:
    return {**NAMED, "InvoiceRows": [Row(number, text, quantity, Decimal(str(price)), Decimal(str(vat)))]}


def one_article(article: object) -> dict[str, Any]:
    return {**NAMED, "CreditDate": "2026-12-01", "ArticleList": article}


LIMITS = [
    # operation, parameters, what the message says
    ("collector.cancel", {"InvoiceNo": LONG, "CountryCode": "SE"}, "InvoiceNo has 51 characters, at most 50"),
    ("collector.cancel", {**NAMED, "CorrelationId": LONG}, "CorrelationId has 51 characters, at most 50"),
    ("collector.cancel", {**NAMED, "CountryCode": "Sweden"}, "CountryCode is 'Sweden'"),
    ("collector.cancel", {**NAMED, "CountryCode": "XQ"}, "CountryCode is 'XQ'"),
    ("collector.cancel", {**NAMED, "InvoiceNo": "a\x0bb"}, "InvoiceNo is .*control"),
    ("collector.cancel", {"CountryCode": "SE"}, "CancelInvoice needs InvoiceNo"),
    ("collector.cancel", {**NAMED, "Password": "x"}, "no parameter 'Password'"),
    ("collector.cancel", {**NAMED, "InvoiceNumber": "1"}, "no parameter 'InvoiceNumber'"),
    ("collector.send", {**NAMED, "Email": "a" * 261}, "Email has 261 characters, at most 260"),
    ("collector.send", {**NAMED, "Email": "a@b.example", "InvoiceDeliveryMethod": 3}, "InvoiceDeliveryMethod is 3"),
    ("collector.credit", {**NAMED, "CreditDate": "1.12.2026"}, "CreditDate is '1.12.2026'"),
    ("collector.credit", {**NAMED, "CreditDate": "2026-12-01", "SettlementReference": "1"}, "no SettlementReference"),
    ("collector.activate", {**NAMED, **ACCOUNT}, "InvoiceServiceV31 has no PaymentInfo"),
    ("collector.adjust", {**NAMED, **ADJUSTMENT, "Amount": "1000000"}, "Amount is 1000000, and at most 6 digits"),
    ("collector.adjust", {**NAMED, **ADJUSTMENT, "Amount": "-2.505"}, "Amount is -2.505, and at most 2 decimals"),
    ("collector.adjust", {**NAMED, **ADJUSTMENT, "Amount": 2.5}, "binary fraction"),
    ("collector.adjust", {**NAMED, **ADJUSTMENT, "Vat": "25 %"}, "Vat is '25 %'"),
    ("collector.adjust", {**NAMED, **ADJUSTMENT, "Description": LONG}, "Description has 51 characters, at most 50"),
    ("collector.replace", NAMED, "ReplaceInvoice needs InvoiceRows"),
    ("collector.replace", {**NAMED, "InvoiceRows": []}, "InvoiceRows is no list of rows"),
    ("collector.replace", one_row("A", LONG, 1, "1", "0"), r"InvoiceRows\[1\].Description has 51 characters"),
    ("collector.replace", one_row(LONG, "x", 1, "1", "0"), r"InvoiceRows\[1\].ArticleId has 51 characters, at most 50"),
    ("collector.replace", one_row("A", "x", 0, "1", "0"), r"InvoiceRows\[1\].Quantity is 0"),
    ("collector.replace", one_row("A", "x", 10**8, "1", "0"), r"InvoiceRows\[1\].Quantity is 100000000"),
    ("collector.replace", one_row("A", "x", 1, "1.005", "0"), r"InvoiceRows\[1\].UnitPrice is 1.005"),
    ("collector.replace", one_row("A", "x", 1, "1", "25.123"), r"InvoiceRows\[1\].VAT is 25.123"),
    ("collector.part_credit", one_article([Article(None, None, 1)]), r"ArticleList\[1\] needs"),
    ("collector.part_credit", one_article([Article("A", None, 0)]), r"ArticleList\[1\].Quantity is 0"),
    ("collector.part_credit", one_article("A"), "no list of articles"),
]  # fmt: skip


@pytest.mark.parametrize(("operation", "parameters", "says"), LIMITS)
def test_refused(operation: str, parameters: dict[str, Any], says: str) -> None:
    with pytest.raises(UsageError, match=says) as caught:
        made(operation, parameters)
    assert caught.value.fix


NEWER_LIMITS = [
    ({"PaymentInfo.ReceiverName": "x" * 65}, "PaymentInfo.ReceiverName has 65 characters, at most 64"),
    ({"PaymentInfo.BankAccount": LONG}, "PaymentInfo.BankAccount has 51 characters"),
    ({"PaymentInfo.BankAccountType": 6}, "PaymentInfo.BankAccountType is 6"),
    ({"PaymentInfo.BankAccountType": 5, "PaymentInfo.PaymentReference": "x" * 351}, "has 351 characters, at most 350"),
    ({"PaymentInfo.BankAccountType": 2, "PaymentInfo.PaymentReference": "1" * 21}, "has 21 characters, at most 20"),
    ({"PaymentInfo": {"Name": "x"}}, "PaymentInfo has no parameter 'Name'"),
    ({"PaymentInfo": "x"}, "PaymentInfo is 'x'"),
    ({"PaymentInfo.Name": "x"}, "no parameter 'PaymentInfo.Name'"),
]


@pytest.mark.parametrize(("parameters", "says"), NEWER_LIMITS)
def test_refused_by_the_newer_service(parameters: dict[str, Any], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        made("collector.activate", {**NAMED, **parameters}, service="PaymentServiceV10")


def test_information_is_of_the_newer_service() -> None:
    with pytest.raises(UsageError, match="no operation of InvoiceServiceV31"):
        made("collector.get", {**NAMED, **IP})


def test_address_of_the_customer() -> None:
    with pytest.raises(UsageError, match="AddInvoice needs ClientIpAddress"):
        made("collector.add", invoice=invoice())
    with pytest.raises(UsageError, match="ClientIpAddress is 'here'"):
        made("collector.add", {"ClientIpAddress": "here"}, invoice=invoice())
    left_out = made("collector.activate", {**NAMED, **IP})
    assert left_out.body is not None
    assert b"ClientIp" not in left_out.body
    assert any("ClientIpAddress is left out" in note for note in left_out.notes)
    not_given = made("collector.replace", NAMED, invoice=invoice(), service="PaymentServiceV9")
    assert any("none was given" in note for note in not_given.notes)


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_arrives_or_is_refused(number: str, password: str) -> None:
    try:
        request = made("collector.cancel", {**NAMED, "InvoiceNo": number}, credentials=Credentials("m", password))
    except UsageError as error:
        assert error.message.startswith(("InvoiceNo ", "Password "))
        return
    assert texts(request)["InvoiceNo"] == number
    assert request.body is not None
    assert etree.fromstring(request.body).findtext(".//{*}Password") == password


@pytest.mark.parametrize("character", ["\ufffe", "\uffff", "\ud800", "\x85", "\n"])
def test_character_that_xml_forbids_or_changes(character: str) -> None:
    with pytest.raises(UsageError, match="InvoiceNo"):
        made("collector.cancel", {**NAMED, "InvoiceNo": f"1{character}"})


def test_country_of_all_stores_or_none() -> None:
    assert texts(made("collector.cancel", {"InvoiceNo": "1"}))["CountryCode"] == "SE"
    with pytest.raises(UsageError, match="CancelInvoice needs CountryCode"):
        made("collector.cancel", {"InvoiceNo": "1"}, context=Context())


def test_incomplete_address() -> None:
    buyer = {**BUYER, "address": {"city": "Lund", "country_code": "SE"}}
    with pytest.raises(
        UsageError, match=r"InvoiceAddress.Address1, InvoiceAddress.PostalCode|DeliveryAddress.Address1"
    ):
        made("collector.add", IP, invoice=invoice(buyer=buyer))


def test_unknown_operation_and_service() -> None:
    with pytest.raises(UsageError, match="no operation 'ActivateInvoce'") as caught:
        made("ActivateInvoce")
    assert caught.value.fix == "did you mean ActivateInvoice?"
    with pytest.raises(UsageError, match="no service 'V31'"):
        made("collector.cancel", NAMED, service="V31")


def test_credit_note_is_no_invoice() -> None:
    with pytest.raises(UsageError, match="C-7 is a credit note"):
        made("collector.replace", NAMED, invoice=credit_note())


def test_same_article_at_two_prices_is_refused_before_it_is_sent() -> None:
    dearer = {**CHAIR, "identifier": "9", "net_price": "110", "net_amount": "440"}
    with pytest.raises(UsageError, match=r"137\.50 at 25 % VAT here, and 125\.00 at 25 % before"):
        made("collector.replace", NAMED, invoice=invoice(lines=[CHAIR, dearer], totals=None))
