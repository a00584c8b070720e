"""What is no invoice, or holds what cannot be read: the right exit code, the place, and what to do.

    3  the input cannot be judged: broken, forbidden, too large, unknown
    4  the syntax is known and a value cannot be read
    2  the caller asked for what does not exist
    5  losses are forbidden and something is lost

Every case goes through `einvoice.convert`, and none may end in anything but an error of einvoice.
"""

import gzip
import io
import json
import os
import re
import socket
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.corpora.expectations import expectations, samples
from tests.formats.netvisor import documents as netvisor
from tests.formats.ubl import documents as ubl

import einvoice
from einvoice import Context, EInvoiceError

NETVISOR = netvisor.document()
UBL = ubl.sample("fi-domestic-two-rates.xml").encode()
CONTEXT = Context.load(netvisor.ROOT / "corpora" / "einvoice.toml")


def fault(data: Any, to: str = "peppol-bis", **options: Any) -> EInvoiceError:
    """The error that converting *data* ends in."""
    with pytest.raises(EInvoiceError) as caught:
        einvoice.convert(data, to, context=CONTEXT, **options)
    error = caught.value
    assert error.message, "what is wrong"
    assert error.fix, "what to do"
    assert "Traceback" not in str(error)
    return error


# ---------------------------------------------------------------------------------- 3: not well-formed


def truncated(data: bytes, after: bytes) -> bytes:
    return data[: data.index(after) + len(after)]


NOT_WELL_FORMED = [
    # case, bytes, line or None, words
    ("empty", b"", None, "empty"),
    ("blanks", b" \r\n\t\n", None, "empty"),
    ("zeros", bytes(512), None, "empty"),
    ("byte order mark alone", b"\xef\xbb\xbf", 1, ""),
    ("text", b"Lasku 1001, 125,50 euroa", 1, ""),
    ("truncated in a tag", truncated(NETVISOR, b"<productunitpr"), 1, ""),
    ("truncated in a text", truncated(UBL, b"<cbc:RegistrationName>Pihlaja"), None, ""),
    ("truncated after an element", truncated(UBL, b"</cac:AccountingSupplierParty>"), None, ""),
    ("truncated in a character", truncated(UBL, b"kes\xc3"), None, "UTF-8"),
    ("two roots", NETVISOR + NETVISOR, 1, ""),
    ("text after the root", NETVISOR + b"hei", 1, ""),
    ("ampersand", NETVISOR.replace("Työ".encode(), b"Ty & Co"), 1, ""),
    ("wrong end tag", NETVISOR.replace(b"</salesinvoice>", b"</salesInvoice>"), 1, ""),
    ("unterminated CDATA", NETVISOR.replace(">Työ<".encode(), b"><![CDATA[x]]<"), 1, ""),
    ("control character", NETVISOR.replace("Työ".encode(), b"Ty\x01"), 1, ""),
    ("undeclared prefix", NETVISOR.replace(b"<salesinvoice>", b"<a:b/><salesinvoice>"), 1, "a"),
    ("binary", bytes(range(256)) * 2, 1, ""),
    ("PDF", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj", 1, ""),
    ("gzip", gzip.compress(UBL), 1, "binary"),
    ("PNG", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 1, "binary"),
    ("ISO-8859-1 called UTF-8", UBL.decode().encode("iso-8859-1"), None, "encoding"),
    ("UTF-8 called UTF-16", UBL.replace(b'"UTF-8"', b'"UTF-16"'), 1, ""),
    ("UTF-16 without mark", NETVISOR.decode().encode("utf-16-le"), None, ""),
    ("unknown encoding", UBL.replace(b'"UTF-8"', b'"KOI-77"'), 1, "KOI-77"),
    ("JSON cut off", b'{"currency":', 1, "JSON"),
    ("JSON with NaN", b'{"totals": {"amount_due": NaN}}', None, "NaN"),
    ("JSON with a member twice", b'{"currency": "EUR", "currency": "SEK"}', None, "currency"),
    ("JSON that is no UTF-8", b'{"currency": "\xe4"}', None, "UTF-8"),
]


@pytest.mark.parametrize(
    ("data", "line", "words"), [n[1:] for n in NOT_WELL_FORMED], ids=[n[0] for n in NOT_WELL_FORMED]
)
def test_what_is_not_well_formed(data: bytes, line: int | None, words: str) -> None:
    error = fault(data)
    assert error.exit_code == 3
    if line is not None:
        assert error.line == line
    elif data.strip(b" \t\r\n\0") and not data.startswith(b"{"):
        assert error.line is not None, "the place"
    assert words in f"{error.message} {error.fix}"


def test_cut_off_file_is_called_cut_off() -> None:
    """The commonest accident, and the remedy is not to write better XML but to fetch the file again."""
    for data in (truncated(UBL, b"</cac:AccountingSupplierParty>"), truncated(UBL, b"<cac:AccountingSupp")):
        assert "cut off" in (fault(data).fix or "")


# ---------------------------------------------------------------------------------- 3: forbidden XML

ENTITY = b'<!DOCTYPE root [<!ENTITY e "x">]>'
BOMB = (
    b'<!DOCTYPE root [<!ENTITY a0 "ha ">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    + b"]>"
)
QUADRATIC = b'<!DOCTYPE root [<!ENTITY a "' + b"x" * 50_000 + b'">]>'


def with_prolog(prolog: bytes, text: bytes = b"") -> bytes:
    return prolog + NETVISOR.replace("Työ".encode(), text or b"x")


DOCTYPES = [
    ("plain", with_prolog(b"<!DOCTYPE root>")),
    ("entity", with_prolog(ENTITY, b"&e;")),
    ("bomb", with_prolog(BOMB, b"&a9;")),
    ("quadratic", with_prolog(QUADRATIC, b"&a;" * 5_000)),
    ("external subset", with_prolog(b'<!DOCTYPE root SYSTEM "file:///etc/passwd">')),
    ("parameter entity", with_prolog(b'<!DOCTYPE root [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]>')),
    ("external entity", with_prolog(b'<!DOCTYPE root [<!ENTITY e SYSTEM "file:///etc/passwd">]>', b"&e;")),
    ("lower case", with_prolog(b"<!doctype root>")),
    ("after a comment", with_prolog(b"<!-- " + b"x" * 1000 + b" -->\n" + ENTITY, b"&e;")),
    ("after a long comment", with_prolog(b"<!-- " + b"x" * 400_000 + b" -->\n" + ENTITY, b"&e;")),
    ("after an instruction", with_prolog(b"<?x y?>" + ENTITY, b"&e;")),
    ("UTF-16", with_prolog(ENTITY, b"&e;").decode().encode("utf-16")),
    ("UTF-16 without mark", with_prolog(ENTITY, b"&e;").decode().encode("utf-16-le")),
    ("UTF-32", with_prolog(ENTITY, b"&e;").decode().encode("utf-32")),
    ("HTML", b"<!DOCTYPE html><html><body>404</body></html>"),
    ("UBL", UBL.replace(b"<Invoice ", b"<!DOCTYPE Invoice><Invoice ")),
]


@pytest.mark.parametrize("data", [d[1] for d in DOCTYPES], ids=[d[0] for d in DOCTYPES])
def test_document_type_is_refused_at_once(data: bytes) -> None:
    started = time.perf_counter()
    error = fault(data)
    assert time.perf_counter() - started < 1
    assert error.exit_code == 3
    assert "DOCTYPE" in error.message or "document type" in error.message
    assert error.line is not None


def test_external_file_is_never_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)  # whoever opens it for reading waits for ever
    for prolog in ('<!DOCTYPE root SYSTEM "file://%s">', '<!DOCTYPE root [<!ENTITY e SYSTEM "file://%s">]>'):
        assert fault(with_prolog((prolog % pipe).encode(), b"&e;" if "ENTITY" in prolog else b"")).exit_code == 3


def test_network_is_never_asked() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x.dtd"
        fault(with_prolog(f'<!DOCTYPE root SYSTEM "{address}">'.encode()))
        location = f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x {address}"'
        einvoice.convert(UBL.replace(b"<Invoice ", f"<Invoice{location} ".encode()), "peppol-bis")
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize("entity", ["&nbsp;", "&auml;", "&xxe;"])
def test_undeclared_entity_is_refused_with_what_to_write(entity: str) -> None:
    error = fault(NETVISOR.replace("Työ".encode(), entity.encode()))
    assert error.exit_code == 3
    assert entity.strip("&;") in error.message
    assert "&#228;" in (error.fix or "")


def test_the_word_in_a_text_is_no_document_type() -> None:
    data = NETVISOR.replace("Työ".encode(), b"<![CDATA[<!DOCTYPE root [<!ENTITY a 'b'>]>]]>")
    found = einvoice.convert(data, "peppol-bis", context=CONTEXT)
    assert found.invoice.lines[0].item_name == "<!DOCTYPE root [<!ENTITY a 'b'>]>"


# ---------------------------------------------------------------------------------- 3: too large, too deep

MEGABYTES = 200_000_000


class Endless(io.RawIOBase):
    """A file of 200 MB that takes no memory until it is read, and counts how much of it was."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        rest = MEGABYTES - self.given
        size = rest if size is None or size < 0 else min(size, rest)
        self.given += size
        return bytes(size)


def sparse(folder: Path) -> Path:
    path = folder / "big.xml"
    with path.open("wb") as file:
        file.write(b"<root>")
        file.truncate(MEGABYTES)
    return path


LARGE: list[tuple[str, Callable[[Path], Any]]] = [
    ("bytes", lambda folder: b"<root>" + bytes(MEGABYTES)),
    ("JSON", lambda folder: b"{" + b" " * MEGABYTES),
    ("blanks", lambda folder: b" " * MEGABYTES),
    ("one long text", lambda folder: b"<root><salesinvoice>" + b"x" * MEGABYTES),
    ("sparse file", sparse),
    ("binary file", lambda folder: Endless()),
]


@pytest.mark.parametrize("make", [entry[1] for entry in LARGE], ids=[entry[0] for entry in LARGE])
def test_two_hundred_megabytes_are_refused_at_once(make: Callable[[Path], Any], tmp_path: Path) -> None:
    source = make(tmp_path)
    started = time.perf_counter()
    error = fault(source)
    assert time.perf_counter() - started < 2
    assert error.exit_code == 3
    numbers = [int(found.replace(",", "")) for found in re.findall(r"[\d,]{5,}", error.message)]
    assert numbers[0] >= MEGABYTES, "how large it is"
    assert numbers[1] < numbers[0], "and how large it may be"


@pytest.mark.parametrize("levels", [300, 100_000])
def test_deep_nesting_is_refused(levels: int) -> None:
    error = fault(b"<root>" + b"<a>" * levels + b"</a>" * levels + b"</root>")
    assert error.exit_code == 3
    assert "XML_PARSE_HUGE" not in error.message, "no option of a library that nobody can set"


@pytest.mark.parametrize("opening", [b"[", b'{"lines":['])
def test_deep_json_is_refused(opening: bytes) -> None:
    assert fault(opening * 100_000).exit_code == 3


def test_attachment_of_twenty_megabytes_is_no_problem() -> None:
    text = "QUJD" * 5_000_000
    attachment = (
        "<salesinvoiceattachments><salesinvoiceattachment><mimetype>application/pdf</mimetype>"
        "<attachmentdescription>a</attachmentdescription><filename>a.pdf</filename>"
        f'<documentdata type="pdf">{text}</documentdata></salesinvoiceattachment></salesinvoiceattachments>'
    )
    started = time.perf_counter()
    found = einvoice.convert(netvisor.document(tail=attachment), "peppol-bis", context=CONTEXT, validate=False)
    assert time.perf_counter() - started < 5
    assert text.encode() in found.data


HUGE_NUMBERS = ["1E+999999", "1e400", "1E-999999", "9" * 101]


@pytest.mark.parametrize("number", HUGE_NUMBERS, ids=lambda text: text[:12])
@pytest.mark.parametrize("quoted", [True, False], ids=["text", "number"])
def test_numbers_without_measure_are_refused(number: str, quoted: bool) -> None:
    """An exponent costs ten bytes to write and a gigabyte to spell out."""
    text = f'"{number}"' if quoted else number
    started = time.perf_counter()
    error = fault(f'{{"currency": "EUR", "totals": {{"amount_due": {text}}}}}'.encode())
    assert time.perf_counter() - started < 1
    assert error.exit_code == 4
    assert error.path == "/totals/amount_due"


# ---------------------------------------------------------------------------------- 3: unknown

UNKNOWN = [
    ("wrong root", b"<laskut><salesinvoice><a/></salesinvoice></laskut>", "laskut"),
    ("another Netvisor resource", b"<root><purchaseinvoice><a/></purchaseinvoice></root>", "root"),
    ("UBL order", b'<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>', "Order"),
    ("UBL without namespace", b"<Invoice><ID>1</ID></Invoice>", "Invoice"),
    ("UBL 3", UBL.replace(b"xsd:Invoice-2", b"xsd:Invoice-3"), "Invoice-3"),
    (
        "Cross Industry Invoice",
        b'<a:CrossIndustryInvoice xmlns:a="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>',
        "CrossIndustryInvoice",
    ),
    ("XHTML", b"<html><body/></html>", "html"),
    ("empty root", b"<root/>", "empty"),
    ("JSON of something else", b'{"invoice": {"id": 1}}', "invoice"),
    ("empty JSON object", b"{}", "JSON"),
    ("empty JSON list", b"[]", "the list is empty"),
    ("JSON list of numbers", b"[1, 2]", "no object"),
    (
        "envelope of something else",
        b'<StandardBusinessDocument xmlns="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"/>',
        "envelope",
    ),
]


@pytest.mark.parametrize(("data", "words"), [u[1:] for u in UNKNOWN], ids=[u[0] for u in UNKNOWN])
def test_what_is_no_known_format(data: bytes, words: str) -> None:
    error = fault(data)
    assert error.exit_code == 3
    assert words in error.message
    assert "  " not in error.message, "a gap where a name should stand"


WRONG_FORMAT = [
    ("Netvisor as UBL", NETVISOR, "ubl"),
    ("UBL as Netvisor", UBL, "netvisor"),
    ("UBL as canonical JSON", UBL, "model"),
    ("JSON as Netvisor", b'{"currency": "EUR"}', "netvisor"),
    ("JSON as UBL", b'{"currency": "EUR"}', "ubl"),
    ("foreign XML as UBL", b"<html><body/></html>", "ubl"),
    ("foreign XML as Netvisor", b"<html><body/></html>", "netvisor"),
]


@pytest.mark.parametrize(("data", "format"), [w[1:] for w in WRONG_FORMAT], ids=[w[0] for w in WRONG_FORMAT])
def test_document_in_another_format_than_named(data: bytes, format: str) -> None:
    """An empty invoice would be a success that lost everything."""
    assert fault(data, "model", format=format).exit_code in (3, 4)


# ---------------------------------------------------------------------------------- 4: unreadable values

LINE = "/root/salesinvoice/invoicelines/invoiceline/salesinvoiceproductline"
UNREADABLE = [
    # case, data, place, words of the message
    (
        "no such day",
        netvisor.document(date="<salesinvoicedate>2026-02-30</salesinvoicedate>"),
        "/root/salesinvoice/salesinvoicedate",
        "2026-02-30",
    ),
    (
        "no such month",
        netvisor.document(term="<salesinvoiceduedate>2026-13-01</salesinvoiceduedate>"),
        "/root/salesinvoice/salesinvoiceduedate",
        "2026-13-01",
    ),
    (
        "letters in a price",
        netvisor.document(netvisor.line(price="kaksitoista")),
        f"{LINE}/productunitprice",
        "kaksitoista",
    ),
    ("thousands separator", netvisor.document(netvisor.line(price="1.240,00")), f"{LINE}/productunitprice", "1.240,00"),
    (
        "letters in the total",
        netvisor.document(amount="125,50 EUR"),
        "/root/salesinvoice/salesinvoiceamount",
        "125,50 EUR",
    ),
    (
        "letters in days",
        netvisor.document(term="<paymenttermnetdays>14 pv</paymenttermnetdays>"),
        "/root/salesinvoice/paymenttermnetdays",
        "14 pv",
    ),
    (
        "letters in the documented name of the line sum",
        netvisor.response(
            netvisor.detail(
                f"<InvoiceLine>{netvisor.product(kind=None)}</InvoiceLine>".replace(
                    "</salesinvoiceproductline>",
                    "<SalesInvoiceProductLineLinesum>sata</SalesInvoiceProductLineLinesum></salesinvoiceproductline>",
                )
            )
        ),
        "/Root/SalesInvoice/InvoiceLines/InvoiceLine/salesinvoiceproductline/SalesInvoiceProductLineLinesum",
        "sata",
    ),
    (
        "unknown VAT code",
        netvisor.document(netvisor.line(code="KOTI")),
        f"{LINE}/productvatpercentage/@vatcode",
        "KOTI",
    ),
    ("purchase code", netvisor.document(netvisor.line(code="KOOS")), f"{LINE}/productvatpercentage/@vatcode", "KOOS"),
    (
        "letters in UBL",
        ubl.changed(">0.01<", ">sentti<"),
        "/Invoice/LegalMonetaryTotal/PayableRoundingAmount",
        "sentti",
    ),
    ("no such day in UBL", ubl.changed(">2026-05-02<", ">2026-02-30<"), "/Invoice/DueDate", "2026-02-30"),
    (
        "two currencies",
        ubl.changed('<cbc:PriceAmount currencyID="EUR">389.00', '<cbc:PriceAmount currencyID="USD">389.00'),
        "/Invoice/InvoiceLine[2]/Price/PriceAmount/@currencyID",
        "USD",
    ),
    ("JSON: no such day", b'{"issue_date": "2026-02-30"}', "/issue_date", "issue_date"),
    ("JSON: letters", b'{"totals": {"amount_due": "abc"}}', "/totals/amount_due", "amount_due"),
    ("JSON: in a list", b'[{"currency": "EUR"}, {"issue_date": "x"}]', "/1/issue_date", "issue_date"),
    ("JSON: unknown field", b'{"totals": {"foo": "1"}}', "/totals/foo", "foo"),
]


@pytest.mark.parametrize(("data", "path", "words"), [u[1:] for u in UNREADABLE], ids=[u[0] for u in UNREADABLE])
def test_value_that_cannot_be_read(data: bytes, path: str, words: str) -> None:
    with pytest.raises(EInvoiceError) as caught:
        for one in einvoice.read_many(data, context=CONTEXT):
            einvoice.convert(one, "peppol-bis", context=CONTEXT)
    error = caught.value
    assert error.exit_code == 4
    assert error.path == path
    assert words in error.message
    assert error.fix
    assert error.findings
    assert all(f.path and f.fix for f in error.findings)
    if data.startswith(b"<"):
        assert error.line is not None


def test_place_is_the_line_of_the_element() -> None:
    text = ubl.sample("everything.xml").replace(">0.01<", ">sentti<")
    error = fault(text.encode())
    assert error.line is not None
    assert "sentti" in text.splitlines()[error.line - 1]


# ---------------------------------------------------------------------------------- the corpus of refused documents

REFUSED = expectations("netvisor/negative")


@pytest.mark.parametrize("path", samples("netvisor/negative"), ids=lambda path: path.name)
def test_refused_documents_of_the_corpus(path: Path) -> None:
    """corpora/README.md says "exit 3", "exit 4" or "an error" for each."""
    expected = REFUSED[path.name]
    if found := re.search(r"exit (\d)", expected):
        assert fault(path).exit_code == int(found[1]), expected
    else:
        try:
            converted = einvoice.convert(path, "peppol-bis", context=CONTEXT)
        except EInvoiceError as error:
            assert error.exit_code == 4
        else:
            assert [f for f in converted.findings if f.severity == "error"], expected


@pytest.mark.conformance
def test_real_answers_and_broken_documents_end_in_an_error_of_ours(shared: Callable[..., Path]) -> None:
    for path in sorted(shared("corpora", "netvisor").rglob("*.xml")):
        try:
            for one in einvoice.read_many(path, context=CONTEXT):
                einvoice.convert(one, "peppol-bis", context=CONTEXT)
        except EInvoiceError as error:
            assert error.exit_code in (3, 4), path.name
            assert error.fix, path.name


# ---------------------------------------------------------------------------------- 2: usage

USAGE: list[tuple[str, Callable[[], object], str]] = [
    ("unknown target", lambda: einvoice.convert(UBL, "pdf"), "pdf"),
    ("unknown source", lambda: einvoice.read(UBL, format="edifact"), "edifact"),
    ("unknown version", lambda: einvoice.write(einvoice.read(UBL).invoice, "ubl", version="2.0"), "2.0"),
    ("no versions", lambda: einvoice.write(einvoice.read(UBL).invoice, "netvisor", version="1"), "1"),
    ("text for a path", lambda: einvoice.read("<root/>"), "text"),
    ("open as text", lambda: einvoice.read(io.StringIO("<root/>")), "text"),  # type: ignore[arg-type]
    ("nothing", lambda: einvoice.read(None), "NoneType"),  # type: ignore[arg-type]
    ("several", lambda: einvoice.convert(netvisor.CORPUS / "batch.xml", "ubl", context=CONTEXT), "several"),
]


@pytest.mark.parametrize(("call", "words"), [u[1:] for u in USAGE], ids=[u[0] for u in USAGE])
def test_usage(call: Callable[[], object], words: str) -> None:
    with pytest.raises(EInvoiceError) as caught:
        call()
    assert caught.value.exit_code == 2
    assert words in caught.value.message
    assert caught.value.fix


@pytest.mark.parametrize("name", ["missing.xml", "."], ids=["missing", "folder"])
def test_file_that_cannot_be_opened(name: str, tmp_path: Path) -> None:
    error = fault(tmp_path / name)
    assert error.exit_code == 3
    assert error.source == str(tmp_path / name)


def test_zip_is_not_mistaken_for_an_invoice() -> None:
    """The command line opens a zip; the function that takes one document says what it is."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("invoice.xml", UBL)
    assert fault(packed.getvalue()).exit_code == 3


# ---------------------------------------------------------------------------------- 5: losses


def test_losses_raise() -> None:
    data = ubl.changed("<cbc:ID>20260418</cbc:ID>", "<cbc:ID>20260418</cbc:ID><cbc:UUID>1234-5678</cbc:UUID>")
    error = fault(data, losses="raise")
    assert error.exit_code == 5
    assert "1234-5678" in error.message
    assert "/Invoice/UUID" in {f.path for f in error.findings}


def test_what_is_withheld_on_purpose_never_raises() -> None:
    """Private data and processing instructions are information."""
    data = netvisor.document(head="<salesinvoiceprivatecomment>hiljaa</salesinvoiceprivatecomment>")
    found = einvoice.convert(data, "peppol-bis", context=CONTEXT, losses="raise")
    assert "hiljaa" not in found.data.decode()


def test_what_comes_back_by_itself_never_raises() -> None:
    """A Netvisor document goes round in its own format: nothing of it is lost, not even under the strictest rule."""
    for name in ("invoice-two-vat-rates.xml", "credit-note.xml", "gross-prices.xml", "voucher-lines.xml"):
        einvoice.convert(netvisor.CORPUS / name, "netvisor", losses="raise")


def test_response_loses_nothing_that_its_document_does_not_hold() -> None:
    """The scheme of a business id is added by the reader: it is no value of the source that could be lost."""
    data = (netvisor.CORPUS / "response-one-invoice.xml").read_bytes()
    text = data.decode()
    error = fault(data, "netvisor", losses="raise")
    lost = [f for f in error.findings if f.is_loss and f.severity != "info"]
    assert lost
    foreign = [(f.value, f.message) for f in lost if f.value is not None and f.value not in text]
    assert foreign == []


def test_ignored_losses_are_not_told() -> None:
    data = ubl.changed("<cbc:ID>20260418</cbc:ID>", "<cbc:ID>20260418</cbc:ID><cbc:UUID>1234-5678</cbc:UUID>")
    assert einvoice.convert(data, "peppol-bis", losses="ignore").losses == []


# ---------------------------------------------------------------------------------- mutilated documents


def mutilations(data: bytes) -> list[bytes]:
    """The document cut off at every hundredth byte, and with every hundredth byte replaced."""
    step = max(1, len(data) // 60)
    cuts = [data[:n] for n in range(0, len(data), step)]
    holes = [data[:n] + b"<" + data[n + 1 :] for n in range(0, len(data), step)]
    zeros = [data[:n] + b"\xff" + data[n + 1 :] for n in range(0, len(data), step)]
    return cuts + holes + zeros


@pytest.mark.parametrize("name", ["netvisor/invoice-two-vat-rates.xml", "peppol-bis/everything-credit-note.xml"])
def test_mutilated_document_ends_in_an_error_of_ours_or_in_an_invoice(name: str) -> None:
    data = (netvisor.ROOT / "corpora" / name).read_bytes()
    for broken in mutilations(data):
        try:
            einvoice.convert(broken, "peppol-bis", context=CONTEXT, validate=False)
        except EInvoiceError as error:
            assert error.exit_code in (2, 3, 4)


def without_values(value: Any) -> list[Any]:
    """Every variant of canonical JSON in which one value is replaced by one of another kind."""
    found: list[Any] = []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += [value | {key: other} for other in ([], {}, "x", -1, True)]
            found += [value | {key: other} for other in without_values(inner)]
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            found += [[*value[:n], other, *value[n + 1 :]] for other in without_values(inner)]
    return found


def test_canonical_json_with_values_of_another_kind_ends_in_an_error_of_ours_or_in_an_invoice() -> None:
    source = json.loads(einvoice.write(einvoice.read(UBL).invoice, "model").data)
    source["lines"] = source["lines"][:1]
    variants = without_values(source)
    assert len(variants) > 400
    for variant in variants:
        for target in ("peppol-bis", "netvisor"):
            try:
                found = einvoice.convert(json.dumps(variant).encode(), target, format="model", validate=False)
            except EInvoiceError as error:
                assert error.exit_code == 4
            else:
                assert found.data
