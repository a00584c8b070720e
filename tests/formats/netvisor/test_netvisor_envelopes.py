"""What stands around Netvisor invoices: answers, failures, lists, batches with shared attachments, orders and drafts.

Source: the facts on Netvisor, sections 3, 5, 8 and 15; `salesinvoicebatch.nv` by a later vendor article.
"""

import pytest
from lxml import etree
from tests.formats.netvisor.documents import (
    CORPUS,
    CUSTOMER,
    about,
    codes,
    context,
    detail,
    document,
    line,
    product,
    read_one,
    response,
    to_bis,
)

import einvoice
from einvoice import EInvoiceError, read, read_many
from einvoice.errors import NoInvoice, NotDetected, RemoteFailure, SeveralInvoices

INVOICE = detail(f"<InvoiceLine>{product(kind=None)}</InvoiceLine>")

# ---------------------------------------------------------------------------------- failures

FAILURES = [
    # case, status elements, code, words of the message, words of the remedy
    (
        "authentication",
        "<Status>FAILED</Status><Status>AUTHENTICATION_FAILED :: Integraatiokumppania ei löydy</Status>",
        "AUTHENTICATION_FAILED",
        "Integraatiokumppania ei löydy",
        "keys",
    ),
    (
        "invalid_data",
        "<Status>FAILED</Status><Status>INVALID_DATA :: Laskun asiakasta 9999 ei löydy</Status>",
        "INVALID_DATA",
        "9999",
        "mend the value",
    ),
    (
        "not_unique",
        "<Status>FAILED</Status><Status>REQUEST_NOT_UNIQUE :: samma begäran</Status>",
        "REQUEST_NOT_UNIQUE",
        "samma begäran",
        "transaction identifier",
    ),
    ("code_of_tomorrow", "<Status>FAILED</Status><Status>BRAND_NEW :: a :: b</Status>", "BRAND_NEW", "a :: b", "look"),
    ("code_without_text", "<Status>FAILED</Status><Status>PERIOD_LOCK</Status>", "PERIOD_LOCK", "PERIOD_LOCK", "date"),
    ("no_second_status", "<Status>FAILED</Status>", "FAILED", "FAILED", ""),
    ("lower_case", "<status>failed</status><status>TECHNICAL_ERROR :: x</status>", "TECHNICAL_ERROR", "x", "again"),
    ("empty_status", "<Status/>", None, "without a status", ""),
]


@pytest.mark.parametrize(("status", "code", "words", "remedy"), [f[1:] for f in FAILURES], ids=[f[0] for f in FAILURES])
def test_failure_of_netvisor(status: str, code: str | None, words: str, remedy: str) -> None:
    with pytest.raises(RemoteFailure) as caught:
        read_one(response(status=status))
    error = caught.value
    assert (error.exit_code, error.code) == (3, code)
    assert words in error.message
    assert error.fix is not None
    assert remedy in error.fix


EMPTY = [
    ("not_found", response("<SalesInvoice/>"), NoInvoice, "found no invoice"),
    ("not_found_blanks", response("<SalesInvoice>\n  </SalesInvoice>"), NoInvoice, "found no invoice"),
    ("empty_list", response("<SalesInvoiceList/>"), NoInvoice, "list of invoices is empty"),
    ("empty_invoices", response("<SalesInvoices/>"), NoInvoice, "no invoice"),
    (
        "created",
        response(extra="<Replies><InsertedDataIdentifier>88017</InsertedDataIdentifier></Replies>"),
        NoInvoice,
        "88017",
    ),
    ("edited", response(), NoInvoice, "no invoice"),
    (
        "without_status",
        b"<Root><ResponseStatus><TimeStamp>x</TimeStamp></ResponseStatus></Root>",
        NoInvoice,
        "no invoice",
    ),
    ("empty_root", b"<Root>\n</Root>", NotDetected, "empty"),
    ("empty_batch", b"<root><salesinvoicebatch/></root>", NoInvoice, "batch holds no invoice"),
    (
        "batch_of_nothing",
        b"<root><salesinvoicebatch><items><item><itemdata/></item></items></salesinvoicebatch></root>",
        NoInvoice,
        "batch holds no invoice",
    ),
    ("other_resource", b"<root><purchaseinvoice><a/></purchaseinvoice></root>", NotDetected, "root"),
    ("matching", b"<Root><MatchCreditNote><a/></MatchCreditNote></Root>", NotDetected, "Root"),
]


@pytest.mark.parametrize(("data", "error", "words"), [e[1:] for e in EMPTY], ids=[e[0] for e in EMPTY])
def test_envelope_without_an_invoice(data: bytes, error: type[EInvoiceError], words: str) -> None:
    with pytest.raises(error) as caught:
        read_one(data)
    assert caught.value.exit_code == 3
    assert words in caught.value.message
    assert caught.value.fix


def test_empty_import_is_not_called_an_answer() -> None:
    """<root><salesinvoice/></root> is a request: nobody answered OK."""
    with pytest.raises(NoInvoice) as caught:
        read_one(b"<root><salesinvoice/></root>")
    assert "response" not in caught.value.message


def test_time_stamp_is_named_as_left_behind() -> None:
    (finding,) = read_one(response(INVOICE)).findings
    assert (finding.code, finding.severity, finding.value) == ("LOSS-ENVELOPE", "info", "20.11.2026 8:05:09")
    assert finding.path == "/Root/ResponseStatus/TimeStamp"


# ---------------------------------------------------------------------------------- several invoices


def test_one_of_several_is_refused_where_one_was_asked_for() -> None:
    data = response(f"<SalesInvoices>{INVOICE}{INVOICE}</SalesInvoices>")
    with pytest.raises(SeveralInvoices) as caught:
        read_one(data)
    assert caught.value.exit_code == 2
    assert caught.value.fix is not None
    assert "read_many" in caught.value.fix


MANY = [
    ("wrapped", response(f"<SalesInvoices>{INVOICE}{INVOICE}{INVOICE}</SalesInvoices>"), 3),
    ("wrapped_alone", response(f"<SalesInvoices>{INVOICE}</SalesInvoices>"), 1),
    ("side_by_side", response(INVOICE, INVOICE), 2),
    ("imports", b"<root>" + 2 * document()[len("<root>") : -len("</root>")] + b"</root>", 2),
]


@pytest.mark.parametrize(("data", "count"), [m[1:] for m in MANY], ids=[m[0] for m in MANY])
def test_several_invoices(data: bytes, count: int) -> None:
    found = list(read_many(data, context=context()))
    assert [one.index for one in found] == list(range(count))
    assert all(one.invoice.totals is not None and str(one.invoice.totals.amount_due) == "125.50" for one in found)


def test_places_of_the_second_invoice_are_its_own() -> None:
    broken = INVOICE.replace(">2<", ">2,5<").replace("Työ", "Toinen")
    first, second = read_many(response(f"<SalesInvoices>{INVOICE}{broken}</SalesInvoices>"))
    assert first.places()["lines[0].item_name"].path.startswith("/Root/SalesInvoices/SalesInvoice[1]/")
    place = second.places()["lines[0].item_name"]
    assert (
        place.path == "/Root/SalesInvoices/SalesInvoice[2]/InvoiceLines/InvoiceLine/salesinvoiceproductline/productname"
    )
    assert place.value == "Toinen"


# ---------------------------------------------------------------------------------- list entries

ENTRY = (
    "<SalesInvoice><NetvisorKey>165</NetvisorKey><InvoiceNumber>5</InvoiceNumber>"
    '<Invoicedate format="ansi">2026-11-09</Invoicedate><InvoiceStatus substatus="overdue">open</InvoiceStatus>'
    "<CustomerCode>4367</CustomerCode><CustomerName>Koivurannan Kahvila Oy</CustomerName>"
    "<ReferenceNumber>1070</ReferenceNumber><InvoiceSum>123,45</InvoiceSum><OpenSum>45,67</OpenSum>"
    "<Uri>https://example/getsalesinvoice.nv?netvisorkey=165</Uri></SalesInvoice>"
)


def test_list_entry_holds_what_a_list_knows_and_says_so() -> None:
    (found,) = read_many(response(f"<SalesInvoiceList>{ENTRY}</SalesInvoiceList>"), context=context())
    invoice = found.invoice
    assert invoice.totals is not None
    assert (str(invoice.totals.total_with_vat), str(invoice.totals.paid_amount), str(invoice.totals.amount_due)) == (
        "123.45",
        "77.78",
        "45.67",
    )
    assert (invoice.invoice_number, str(invoice.issue_date), invoice.lines) == ("5", "2026-11-09", ())
    assert invoice.internal is not None
    assert invoice.internal.lifecycle_status == "open"
    assert about(found.findings, "list")
    assert any("getsalesinvoice.nv" in (f.fix or "") for f in found.findings)


def test_list_entry_does_not_become_an_invoice_unseen() -> None:
    (found,) = read_many(response(f"<SalesInvoiceList>{ENTRY}</SalesInvoiceList>"), context=context())
    converted = einvoice.convert(found, "peppol-bis", context=context())
    assert about([f for f in converted.findings if f.severity == "error"], "no lines")


def test_credited_sum_of_a_list_is_a_credit_note() -> None:
    entry = ENTRY.replace("123,45", "-123,45").replace("45,67", "-45,67")
    (found,) = read_many(response(f"<SalesInvoiceList>{entry}</SalesInvoiceList>"), context=context())
    assert found.invoice.type_code == "381"
    assert found.invoice.totals is not None
    assert str(found.invoice.totals.total_with_vat) == "123.45"


# ---------------------------------------------------------------------------------- batches


def test_batch_is_three_invoices() -> None:
    found = list(read_many((CORPUS / "batch.xml").read_bytes(), context=context()))
    assert [str(one.invoice.totals.amount_due) for one in found if one.invoice.totals] == ["135.07", "708.00", "504.00"]


@pytest.mark.parametrize("wrapped", [True, False], ids=["with_root", "without_root"])
def test_item_data_with_and_without_root(wrapped: bool) -> None:
    inner = document().decode()
    if not wrapped:
        inner = inner.removeprefix("<root>").removesuffix("</root>")
    data = (
        "<root><salesinvoicebatch><items><item><identifier>a/1</identifier>"
        f"<itemdata>{inner}</itemdata></item></items></salesinvoicebatch></root>"
    )
    (found,) = read_many(data.encode(), context=context())
    assert found.invoice.native["netvisor:batch_identifier"] == "a/1"
    assert found.invoice.lines == read_one(document()).invoice.lines


def test_shared_attachments_go_where_they_are_linked() -> None:
    found = list(read_many((CORPUS / "batch-shared-attachments.xml").read_bytes(), context=context()))
    attached = [[d.filename for d in one.invoice.supporting_documents] for one in found]
    assert attached == [["toimitusehdot-2026.pdf", "huoltoraportti.pdf"], ["toimitusehdot-2026.pdf"]]
    for one in found:
        for attachment in one.invoice.supporting_documents:
            assert attachment.content is not None
            assert attachment.content.startswith(b"%PDF-1.4")
            assert attachment.mime_code == "application/pdf"


def test_shared_attachment_that_no_item_names_is_not_lost_unseen() -> None:
    """A misspelt link leaves the attachment with nobody."""
    whole = (CORPUS / "batch-shared-attachments.xml").read_text(encoding="utf-8")
    before, name, after = whole.partition("<filename>huoltoraportti.pdf</filename>")
    link, misspelt = "<itemidentifier>2026-07-21/1</itemidentifier>", "<itemidentifier>kadonnut</itemidentifier>"
    assert after.count(link) == 1
    data = before + name + after.replace(link, misspelt)
    found = list(read_many(data.encode(), context=context()))
    attached = [d.filename for one in found for d in one.invoice.supporting_documents]
    assert attached == ["toimitusehdot-2026.pdf", "toimitusehdot-2026.pdf"]
    assert any("huoltoraportti.pdf" in (f.value or "") + f.message for one in found for f in one.findings)


# ---------------------------------------------------------------------------------- orders and drafts

KINDS = [
    ("order_import", "order.xml"),
    ("draft_import", "draft.xml"),
    ("order_response", "response-order.xml"),
]


@pytest.mark.parametrize("name", [k[1] for k in KINDS], ids=[k[0] for k in KINDS])
def test_what_is_no_invoice_is_an_error(name: str) -> None:
    """An order that goes out as an invoice is booked and paid, and then the real one comes as well."""
    found = to_bis((CORPUS / name).read_bytes())
    assert [f.severity for f in found.findings if f.code == "EI-KIND"] == ["error"]


@pytest.mark.parametrize("status", ["undelivered", "delivered", "billed", "archived"])
def test_response_with_the_state_of_an_order_is_an_order(status: str) -> None:
    """getorder.nv answers in the form of an invoice; only orders have these states."""
    head = f'<InvoiceStatus status="{status}">Tila</InvoiceStatus>'
    invoice = read_one(response(detail(f"<InvoiceLine>{product(kind=None)}</InvoiceLine>", head=head))).invoice
    assert invoice.document_kind == "order"


def test_order_only_fields_are_read() -> None:
    delivery = read_one((CORPUS / "order.xml").read_bytes()).invoice.delivery
    assert delivery is not None
    assert delivery.waybill_identifier
    assert delivery.promised_week


def test_customer_of_two_kinds_is_kept_whole() -> None:
    second = '<invoicingcustomeridentifier type="netvisor">118</invoicingcustomeridentifier>'
    buyer = read_one(document(customer=CUSTOMER + second)).invoice.buyer
    assert buyer is not None
    assert buyer.identifiers[0].value == "4367"
    assert buyer.native == {"netvisor:customer_key": "118"}


def test_unknown_kind_of_a_link_is_named() -> None:
    customer = '<invoicingcustomeridentifier type="kunde">4367</invoicingcustomeridentifier>'
    found = read_one(document(customer=customer))
    assert about(found.findings, "kunde", "netvisor")
    assert "LOSS-FIXED" in codes(found.findings)


def test_document_without_root_is_read_with_a_warning() -> None:
    data = document().removeprefix(b"<root>").removesuffix(b"</root>")
    found = read(data, context=context())
    assert found.invoice == read_one(document()).invoice
    assert about(found.findings, "root")


def test_lines_of_an_answer_stay_in_order_across_invoice_lines() -> None:
    blocks = "".join(f"<InvoiceLine>{product(name=name)}</InvoiceLine>" for name in "ABCD")
    invoice = read_one(response(detail(blocks, "502,00"))).invoice
    assert [found.item_name for found in invoice.lines] == list("ABCD")
    assert len(read_one(document(*(line(name=n) for n in "ABCD"), amount="502,00")).invoice.lines) == 4


# ---------------------------------------------------------------------------------- what else stands in a batch


def batch(*items: str, attachments: str = "") -> bytes:
    shared = f"<sharedattachments>{attachments}</sharedattachments>" if attachments else ""
    return f"<root><salesinvoicebatch>{shared}<items>{''.join(items)}</items></salesinvoicebatch></root>".encode()


def item(name: str, data: str, more: str = "") -> str:
    return f"<item><identifier>{name}</identifier><itemdata>{data}</itemdata>{more}</item>"


def test_second_invoice_in_one_item_is_read_and_named() -> None:
    one, two = (document(number=n).decode().removeprefix("<root>").removesuffix("</root>") for n in ("1", "2"))
    found = list(read_many(batch(item("a", one + two)), context=context()))
    assert [d.invoice.invoice_number for d in found] == ["1", "2"]
    (finding,) = [f for f in found[0].findings if f.code == "EI-NETVISOR-BATCH"]
    assert finding.path == "/root/salesinvoicebatch/items/item/itemdata/salesinvoice[2]"
    assert "EI-NETVISOR-BATCH" not in codes(found[1].findings)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("</itemdata>", "</itemdata><priority>turha</priority>"),
        ("<itemdata>", "<itemdata><extra>turha</extra>"),
        ("</identifier>", "</identifier><identifier>turha</identifier>"),
        ("<items>", "<items><extra>turha</extra>"),
        ("<attachment>", "<extra>turha</extra><attachment>"),
        ("<filename>", "<colour>turha</colour><filename>"),
    ],
)
def test_what_stands_beside_the_invoices_of_a_batch_is_named_once(before: str, after: str) -> None:
    shared = (
        "<attachment><mimetype>application/pdf</mimetype><data>JVBERi0xLjQ=</data><filename>a.pdf</filename>"
        "<itemlink><itemidentifier>a</itemidentifier></itemlink></attachment>"
    )
    data = batch(item("a", document().decode()), item("b", document().decode()), attachments=shared)
    changed = data.decode().replace(before, after, 1)
    found = list(read_many(changed.encode(), context=context()))
    named = [f for one in found for f in one.findings if f.value == "turha"]
    assert len(named) == 1, [f.message for one in found for f in one.findings]
    assert named[0].path is not None
    assert named[0].line == 1


def test_item_without_invoice_is_named() -> None:
    found = list(read_many(batch(item("a", document().decode()), item("b", "<extra>turha</extra>")), context=context()))
    assert len(found) == 1
    assert [f.value for f in found[0].findings if f.code == "LOSS-UNMAPPED"] == ["turha"]


def test_shared_attachments_are_indexed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import einvoice.formats.netvisor as format_

    calls = 0
    links = format_._links

    def counted(attachment: etree._Element) -> dict[etree._Element, str]:
        nonlocal calls
        calls += 1
        return links(attachment)

    monkeypatch.setattr(format_, "_links", counted)
    shared = "".join(
        f"<attachment><data>JVBERi0xLjQ=</data><filename>{n}.pdf</filename>"
        f"<itemlink><itemidentifier>{n}</itemidentifier></itemlink></attachment>"
        for n in range(60)
    )
    items = [item(str(n), document().decode()) for n in range(60)]
    found = list(read_many(batch(*items, attachments=shared), context=context()))
    assert [[d.filename for d in one.invoice.supporting_documents] for one in found] == [
        [f"{n}.pdf"] for n in range(60)
    ]
    assert calls <= 2 * 60
