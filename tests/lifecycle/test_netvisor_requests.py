"""Requests to Netvisor: one golden per operation, and what is refused.  Names, ids and keys are invented."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from tests.lifecycle import goldens

import einvoice
from einvoice.context import Context
from einvoice.errors import UsageError
from einvoice.lifecycle import systems
from einvoice.lifecycle.netvisor import RESOURCES, TEST, BatchItem, Credentials, OrderLine, build
from einvoice.lifecycle.operations import NATIVE

CORPUS = Path(__file__).resolve().parents[2] / "corpora" / "netvisor"
KEYS = {"customer_key": "key-of-customer", "partner_key": "key-of-partner"}
ME = Credentials("Räkning & Kirjuri", "TK_API-17", "PART-42", "9100117-1", **KEYS)
NOW = datetime(2026, 11, 20, 7, 59, 58, 123456, tzinfo=UTC)
IMPORT = (CORPUS / "invoice-minimal.xml").read_bytes()
ORDER = (CORPUS / "order.xml").read_bytes()

LINE = {"netvisorkey": 71, "deliveryamount": "2,50", "deliverydate": "2026-11-19"}
COMMENT = {"invoicetype": "invoice", "invoicenetvisorkey": 88017, "comment": "Asiakas soitti: <ei> kiirettä & kiitos"}


def made(operation, parameters=None, *, credentials=ME, invoice=None, context=None, now=NOW, transaction="t-1", **more):
    return build(
        operation,
        invoice,
        context,
        parameters=parameters,
        credentials=credentials,
        now=now,
        transaction_id=transaction,
        **more,
    )


GOLDENS = [
    # name, operation, parameters, what goes beside them
    ("list", "netvisor.list", {}, {}),
    (
        "list-filters",
        "netvisor.list",
        {
            "begininvoicedate": date(2026, 1, 1),
            "endinvoicedate": "2026-10-31",
            "invoicestatus": "OPEN",
            "invoicesabovenetvisorkey": 88000,
            "customercode": "Åbo & Söner 7/2",
            "replyoption": 3,
        },
        {},
    ),
    ("list-orders", "netvisor.list", {"listtype": "preinvoice", "invoicestatus": "delivered"}, {}),
    ("get", "netvisor.get", {"netvisorkey": 88017, "showcommentlines": True, "pdfimage": "nopdf"}, {}),
    ("get-several", "netvisor.get", {"netvisorkeylist": [88017, 88018], "replyoption": 63}, {}),
    ("get_order", "netvisor.get_order", {"netvisorkey": "55131", "includedocuments": "yes"}, {}),
    ("create", "netvisor.create", {}, {"document": IMPORT}),
    ("create-order", "netvisor.create", {}, {"document": ORDER}),
    ("edit", "netvisor.edit", {"id": 88017}, {"document": IMPORT}),
    ("delete", "netvisor.delete", {"invoiceid": 88017}, {}),
    ("delete-order", "netvisor.delete", {"orderid": 55131}, {}),
    ("set_status", "netvisor.set_status", {"netvisorkey": 88017, "status": "creditloss"}, {}),
    ("set_status-several", "netvisor.set_status", {"netvisorkeylist": "88017, 88018", "status": "unsent"}, {}),
    (
        "invoice_order",
        "netvisor.invoice_order",
        {"invoicingcustomer": 1031, "invoicedate": date(2026, 11, 20), "copysublines": True, "updatemidprice": False},
        {"lines": [OrderLine(71, Decimal("2.50"), date(2026, 11, 19), True, 321), LINE | {"netvisorkey": 72}]},
    ),
    (
        "deliver_order",
        "netvisor.deliver_order",
        {"invoicingcustomer": 1031, "invoicedate": "2026-11-20"},
        {"lines": [LINE]},
    ),
    ("comment", "netvisor.comment", COMMENT, {}),
    ("batch", "netvisor.batch", {}, {"items": [BatchItem("20/1", IMPORT), BatchItem("20/2", IMPORT)]}),
    (
        "match_credit_note",
        "netvisor.match_credit_note",
        {"creditnotenetvisorkey": 88020, "invoicenetvisorkey": 88017},
        {},
    ),
]


@pytest.mark.parametrize(("name", "operation", "parameters", "more"), GOLDENS, ids=[each[0] for each in GOLDENS])
def test_golden(name, operation, parameters, more, pytestconfig) -> None:
    request = made(operation, parameters, **more)
    goldens.check(f"netvisor.{name}", request, pytestconfig)
    assert request == made(operation, parameters, **more)


def test_every_operation_has_a_golden_and_every_native_one_is_built() -> None:
    assert {each[1] for each in GOLDENS} == set(RESOURCES)
    natives = {each.id for each in NATIVE.values() if each.system == "netvisor"}
    assert set(RESOURCES) - natives == {"netvisor.get_order", "netvisor.batch", "netvisor.match_credit_note"}
    for name in natives:
        native, resource = NATIVE[name], RESOURCES[name]
        assert native.method == resource.method
        assert native.path.partition("?")[0] == resource.name
        taken = {each.name for each in (*resource.query, *resource.fields)} | {key for key, _ in resource.fixed}
        named = {each.name for each in native.parameters}
        assert named - taken <= {"salesinvoice", "invoicingproductline"}, "those two are bodies"


def test_every_operation_can_be_named_at_the_command_line() -> None:
    assert systems.operations_of("netvisor").keys() == RESOURCES.keys()


@pytest.mark.conformance
def test_parameters_are_those_of_the_facts(shared) -> None:
    """Every parameter in the tables of netvisor.md, sections 1.1 and 1.2, is taken."""
    import re

    text = shared("facts", "netvisor.md").read_text(encoding="utf-8")
    for start, end, operation in (("### 1.1", "### 1.2", "list"), ("### 1.2", "### 1.3", "get")):
        table = text.partition(start)[2].partition(end)[0]
        named = {
            name
            for line in table.splitlines()
            if line.startswith("| `")
            for name in re.findall(r"`(\w+)`", line.split("|")[1])
        }
        assert len(named) >= 8
        assert named == {each.name for each in RESOURCES[f"netvisor.{operation}"].query}


def test_body_of_einvoice_itself() -> None:
    """What the writer gives goes through unchanged."""
    context = Context.load(CORPUS.parent / "einvoice.toml")
    written = einvoice.convert(CORPUS / "invoice-two-vat-rates.xml", to="netvisor", context=context)
    request = made("netvisor.create", document=written.data)
    assert request.body == written.data


@pytest.mark.parametrize(
    "name", ["encoding-iso-8859-15.xml", "encoding-utf-16.xml", "encoding-utf-8-bom.xml", "upper-case-tags.xml"]
)
def test_body_is_utf_8_without_declaration(name) -> None:
    body = made("netvisor.create", document=(CORPUS / name).read_bytes()).body
    assert body.lower().startswith(b"<root>")
    before = einvoice.read(CORPUS / name, context=Context.load(CORPUS.parent / "einvoice.toml"))
    after = einvoice.read(body, context=Context.load(CORPUS.parent / "einvoice.toml"))
    assert after.invoice == before.invoice


def test_what_comes_of_a_document_is_said() -> None:
    draft = IMPORT.replace(b"<salesinvoicestatus", b"<invoicetype>invoicedraft</invoicetype><salesinvoicestatus")
    credit = (CORPUS / "credit-note.xml").read_bytes()
    assert made("netvisor.create", document=IMPORT).notes == ("status open: the invoice is booked at once",)
    assert made("netvisor.create", document=draft).notes == ("a draft: it has no number and is not booked",)
    assert made("netvisor.create", document=credit).notes[-1].startswith("a credit note: it stands alone until")


def test_batch_is_read_back() -> None:
    body = made("netvisor.batch", items=[BatchItem("a", IMPORT), BatchItem("b & c", IMPORT)]).body
    context = Context.load(CORPUS.parent / "einvoice.toml")
    one = einvoice.read(IMPORT, context=context).invoice
    assert [each.invoice.lines for each in einvoice.read_many(body, context=context)] == [one.lines, one.lines]


def test_only_what_reads_is_repeatable() -> None:
    assert {name for name, each in RESOURCES.items() if each.repeatable} == {
        "netvisor.list",
        "netvisor.get",
        "netvisor.get_order",
    }


def test_keys_come_from_an_invoice_of_netvisor() -> None:
    context = Context.load(CORPUS.parent / "einvoice.toml")
    invoice = einvoice.read(CORPUS / "response-one-invoice.xml", context=context).invoice
    key = invoice.native["netvisor:key"]
    assert made("netvisor.get", invoice=invoice).query == (("netvisorkey", key),)
    assert made("netvisor.delete", invoice=invoice).query == (("invoiceid", key),)
    assert made("netvisor.set_status", {"status": "paid"}, invoice=invoice).query == (
        ("netvisorkey", key),
        ("status", "paid"),
    )
    assert made("netvisor.get", {"netvisorkeylist": [1]}, invoice=invoice).query == (("netvisorkeylist", "1"),)
    assert made("netvisor.delete", {"orderid": 4}, invoice=invoice).query == (("orderid", "4"),)
    assert made("netvisor.edit", {"id": 5}, invoice=invoice, document=IMPORT).query[1] == ("id", "5")
    assert made("netvisor.list", invoice=invoice).query == ()
    with pytest.raises(UsageError, match="needs netvisorkey or netvisorkeylist"):
        made("netvisor.get", invoice=einvoice.read(IMPORT, context=context).invoice)


def test_address() -> None:
    test = Context(netvisor={"test": True})
    assert made("netvisor.list", context=test).url == f"{TEST}/salesinvoicelist.nv"
    local = Credentials("s", "c", "p", "9100117-1", **KEYS, address="http://127.0.0.1:8080/")
    assert made("netvisor.list", context=test, credentials=local).url == "http://127.0.0.1:8080/salesinvoicelist.nv"


def test_placeholders_say_so() -> None:
    request = made("netvisor.list", credentials=None)
    assert "signed with placeholders: Netvisor refuses it" in request.notes
    assert request.header("X-Netvisor-Authentication-Sender") == "SENDER"
    half = Credentials("s", "c", "p", "9100117-1", customer_key="one of the two")
    assert "signed with placeholders: Netvisor refuses it" in made("netvisor.list", credentials=half).notes


def test_secrets_are_nowhere() -> None:
    request = made("netvisor.create", document=IMPORT)
    for text in (repr(ME), repr(request), str(request.headers), request.full_url, (request.body or b"").decode()):
        assert "key-of-customer" not in text
        assert "key-of-partner" not in text
    code = request.header("X-Netvisor-Authentication-MAC")
    assert request.secrets == {"key-of-customer", "key-of-partner", code}
    assert request.masked(f"a {code} b") == "a *** b"


REFUSED = [
    # case, operation, parameters, what goes beside them, words of the message
    ("unknown_operation", "netvisor.burn", {}, {}, "no operation 'netvisor.burn'"),
    ("no_key", "netvisor.get", {}, {}, "needs netvisorkey or netvisorkeylist"),
    ("both_keys", "netvisor.get", {"netvisorkey": 1, "netvisorkeylist": "1,2"}, {}, "takes one of"),
    ("no_key_of_status", "netvisor.set_status", {"status": "open"}, {}, "needs netvisorkey or netvisorkeylist"),
    ("no_status", "netvisor.set_status", {"netvisorkey": 1}, {}, "needs status"),
    (
        "status_only_read",
        "netvisor.set_status",
        {"netvisorkey": 1, "status": "rejected"},
        {},
        "'rejected', expected one",
    ),
    ("delete_nothing", "netvisor.delete", {}, {}, "needs invoiceid or orderid"),
    ("delete_both", "netvisor.delete", {"invoiceid": 1, "orderid": 2}, {}, "takes one of"),
    ("key_zero", "netvisor.get", {"netvisorkey": 0}, {}, "netvisorkey is 0, expected a whole number from 1"),
    ("key_text", "netvisor.get", {"netvisorkey": "1;2"}, {}, "expected a whole number"),
    ("key_true", "netvisor.get", {"netvisorkey": True}, {}, "expected a whole number"),
    ("key_arabic", "netvisor.get", {"netvisorkey": "٣"}, {}, "expected a whole number"),
    ("keys_none", "netvisor.get", {"netvisorkeylist": []}, {}, "expected at least one key"),
    ("keys_too_many", "netvisor.get", {"netvisorkeylist": range(1, 502)}, {}, "501 keys, at most 500"),
    ("misspelt", "netvisor.list", {"invoicestatuss": "open"}, {}, "no parameter 'invoicestatuss'"),
    ("filter_unknown", "netvisor.list", {"invoicestatus": "reminded"}, {}, "invoicestatus is 'reminded'"),
    ("dates_turned", "netvisor.list", {"begininvoicedate": "2026-02-01", "endinvoicedate": "2026-01-01"}, {}, "before"),
    ("day_impossible", "netvisor.list", {"begininvoicedate": "2026-02-30"}, {}, "expected a day"),
    ("day_with_time", "netvisor.list", {"begininvoicedate": NOW}, {}, "expected a day"),
    ("country", "netvisor.list", {"invoicingcustomercontrycode": "Finland"}, {}, "a country in two letters"),
    ("reply_too_large", "netvisor.get", {"netvisorkey": 1, "replyoption": 64}, {}, "from 0 to 63"),
    ("flag", "netvisor.get", {"netvisorkey": 1, "showcommentlines": "maybe"}, {}, "expected yes or no"),
    ("line_break", "netvisor.list", {"customercode": "a\r\nX-Injected: 1"}, {}, "control characters"),
    ("blank", "netvisor.list", {"customercode": " "}, {}, "text that says something"),
    ("no_document", "netvisor.create", {}, {}, "needs document"),
    ("document_nowhere", "netvisor.get", {"netvisorkey": 1}, {"document": IMPORT}, "takes no document"),
    ("no_id", "netvisor.edit", {}, {"document": IMPORT}, "needs id"),
    ("not_xml", "netvisor.create", {}, {"document": b"{}"}, "cannot be read"),
    ("doctype", "netvisor.create", {}, {"document": b"<!DOCTYPE a><a/>"}, "DOCTYPE"),
    ("other_xml", "netvisor.create", {}, {"document": b"<Invoice/>"}, "<Invoice> with 0 salesinvoice"),
    ("two_invoices", "netvisor.create", {}, {"document": b"<root><salesinvoice/><salesinvoice/></root>"}, "with 2"),
    ("no_lines", "netvisor.invoice_order", {"invoicingcustomer": 1, "invoicedate": "2026-11-20"}, {}, "needs lines"),
    ("no_customer", "netvisor.invoice_order", {"invoicedate": "2026-11-20"}, {"lines": [LINE]}, "invoicingcustomer"),
    (
        "amount_float",
        "netvisor.deliver_order",
        {"invoicingcustomer": 1, "invoicedate": "2026-11-20"},
        {"lines": [LINE | {"deliveryamount": 2.5}]},
        "no binary fraction",
    ),
    (
        "line_incomplete",
        "netvisor.deliver_order",
        {"invoicingcustomer": 1, "invoicedate": "2026-11-20"},
        {"lines": [{"netvisorkey": 1}]},
        "needs deliveryamount, deliverydate",
    ),
    (
        "line_misspelt",
        "netvisor.deliver_order",
        {"invoicingcustomer": 1, "invoicedate": "2026-11-20"},
        {"lines": [LINE | {"amount": 1}]},
        "no parameter 'amount'",
    ),
    ("comment_long", "netvisor.comment", COMMENT | {"comment": "x" * 501}, {}, "501 characters, at most 500"),
    ("comment_control", "netvisor.comment", COMMENT | {"comment": "a\x00b"}, {}, "control characters"),
    (
        "match_itself",
        "netvisor.match_credit_note",
        {"creditnotenetvisorkey": 5, "invoicenetvisorkey": 5},
        {},
        "same key",
    ),
    ("batch_of_orders", "netvisor.batch", {}, {"items": [BatchItem("a", ORDER)]}, "is an order"),
    ("batch_twice", "netvisor.batch", {}, {"items": [BatchItem("a", IMPORT)] * 2}, "identifier 'a'"),
    ("batch_long", "netvisor.batch", {}, {"items": [BatchItem("a" * 51, IMPORT)]}, "at most 50"),
]


@pytest.mark.parametrize(
    ("operation", "parameters", "more", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_refused(operation, parameters, more, words) -> None:
    with pytest.raises(UsageError) as caught:
        made(operation, parameters, **more)
    assert words in str(caught.value)
    assert caught.value.fix


WRONG_CREDENTIALS = [
    # case, fields, words of the message
    ("empty", {"sender": "", "partner_key": ""}, "needs sender, partner_key"),
    ("swedish", {"language": "SV"}, "language is 'SV'"),
    ("md5", {"algorithm": "MD5"}, "algorithm is 'MD5'"),
    ("no_hyphen", {"organisation_id": "91001171"}, "organisation_id is '91001171'"),
    ("plain_http", {"address": "http://integration.netvisor.fi"}, "expected https://"),
    ("lookalike", {"address": "http://localhost.example"}, "expected https://"),
    ("beyond_latin_1", {"sender": "Łódź"}, "'Ł' that ISO-8859-1 does not know"),
    ("header_injection", {"sender": "a\nb"}, "control characters"),
]


@pytest.mark.parametrize(("fields", "words"), [c[1:] for c in WRONG_CREDENTIALS], ids=[c[0] for c in WRONG_CREDENTIALS])
def test_wrong_credentials(fields, words) -> None:
    whole = {name: getattr(ME, name) for name in ME.__dataclass_fields__}
    with pytest.raises(UsageError) as caught:
        Credentials(**(whole | fields))
    assert words in str(caught.value)


def test_a_wrong_key_is_not_shown() -> None:
    with pytest.raises(UsageError) as caught:
        Credentials("s", "c", "p", "9100117-1", customer_key="geheim-€")
    assert "geheim" not in str(caught.value)
    assert "customer_key" in str(caught.value)


def test_the_clock() -> None:
    helsinki = timezone(timedelta(hours=2))
    assert made("netvisor.list", now=NOW.astimezone(helsinki)).headers == made("netvisor.list").headers
    with pytest.raises(UsageError, match="without a time zone"):
        made("netvisor.list", now=datetime(2026, 11, 20))
    with pytest.raises(UsageError, match="transaction id"):
        made("netvisor.list", transaction="")
