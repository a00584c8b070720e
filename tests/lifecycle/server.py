"""The four systems on this machine: an HTTPS server that checks what it is sent, and answers as it is told.

Connections to the hosts of the systems end here (`Server.connected` replaces `socket.create_connection`), with a
certificate of an authority of the test, so that URL, Host, MAC and TLS are those of the real thing.

Without a script the server judges the request: a wrong MAC, an envelope out of order or another token is refused as the
system would.  With one, each request takes the next act: a function of the handler.  The checks share no code with the
builders: they are written from the descriptions.
"""

import base64
import contextlib
import gzip
import hashlib
import hmac
import json
import re
import socket
import ssl
import struct
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

from lxml import etree

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"

# ------------------------------------------------------------------------------ accounts, those of the golden requests

NETVISOR = {
    "Sender": "Räkning & Kirjuri",
    "CustomerId": "TK_API-17",
    "PartnerId": "PART-42",
    "organisation": "9100117-1",
    "customer_key": "key-of-customer",
    "partner_key": "key-of-partner",
}
COLLECTOR = {"Username": "merchant-7", "Password": "hemligt & <långt>"}
BILLECTA = "7a5c-tåken-1"
INEXCHANGE = {"APIKey": "partner-key-7", "ClientToken": "token-of-company"}
SECRETS = (
    NETVISOR["customer_key"],
    NETVISOR["partner_key"],
    COLLECTOR["Password"],
    BILLECTA,
    base64.b64encode(BILLECTA.encode()).decode(),
    *INEXCHANGE.values(),
)


class Clock:
    """A clock that moves when somebody sleeps."""

    def __init__(self):
        self.now = datetime(2026, 11, 20, 8, 0, 0, 123456, tzinfo=UTC)
        self.slept = []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += timedelta(seconds=seconds)


@dataclass(frozen=True)
class Got:
    """A request as it arrived; *target* byte for byte."""

    method: str
    target: str
    host: str
    headers: dict = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def path(self):
        return urlsplit(self.target).path

    @property
    def query(self):
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))

    def header(self, name):
        return self.headers.get(name.lower())


@dataclass(frozen=True)
class Reply:
    status: int
    body: bytes
    kind: str = "text/xml; charset=utf-8"
    headers: tuple = ()


class Refusal(Exception):
    """Why a system does not take a request; holds its `Reply`."""

    def __init__(self, reply):
        super().__init__(reply.body)
        self.reply = reply


# ---------------------------------------------------------------------------------------------------------- the server


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 32

    def __init__(self, certificate, hosts, clock):
        super().__init__(("127.0.0.1", 0), Handler)
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(self.tls)
        self.hosts = hosts
        self.clock = clock
        self.script = deque()
        self.got = []
        self.faults = []
        self.seen_ids = set()
        self.released = threading.Event()
        self.connections = 0

    def connected(self, real):
        """Return what stands for `socket.create_connection`: the hosts of the systems are here, others nowhere."""

        def connect(address, *args, **kwargs):
            if address[0] not in self.hosts and address[0] != "127.0.0.1":
                raise AssertionError(f"a test wanted to reach {address}")
            self.connections += 1
            return real(self.server_address, *args, **kwargs)

        return connect

    def play(self, *acts):
        self.script.extend(acts)

    def judge(self, got):
        """Return the reply of the system that was asked."""
        try:
            name = next(name for name, hosts in SYSTEM_HOSTS.items() if got.host in hosts)
            return JUDGES[name](got, self)
        except Refusal as refusal:
            return refusal.reply

    def handle_error(self, request, client_address):
        pass  # acts break connections on purpose

    def finish_request(self, request, client_address):
        try:
            secured = self.tls.wrap_socket(request, server_side=True)
        except (OSError, ssl.SSLError) as error:
            self.faults.append(error)
            return
        try:
            self.RequestHandlerClass(secured, client_address, self)
        finally:
            with contextlib.suppress(OSError):
                secured.close()


SYSTEM_HOSTS = {
    "netvisor": {"integration.netvisor.fi", "isvapi.netvisor.fi"},
    "billecta": {"api.billecta.com", "apitest.billecta.com"},
    "collector": {"ecommerce.collector.se", "ecommercetest.collector.se"},
    "inexchange": {"api.inexchange.com", "testapi.inexchange.se"},
}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def _any(self):
        if self.server.script and self.server.script[0] is deaf:
            self.close_connection = True
            self.server.script.popleft()
            return reset(self)
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        self.got = Got(
            self.command,
            self.path,
            self.headers.get("Host", ""),
            {name.lower(): value for name, value in self.headers.items()},
            body,
        )
        self.server.got.append(self.got)
        self.close_connection = True
        act = self.server.script.popleft() if self.server.script else judged
        return act(self)

    do_GET = do_POST = do_PUT = do_DELETE = _any

    def reply(self, reply, length=None, cut=None):
        lines = (
            [f"HTTP/1.1 {reply.status} X", f"Content-Type: {reply.kind}"]
            if reply.kind
            else [f"HTTP/1.1 {reply.status} X"]
        )
        lines += [f"{name}: {value}" for name, value in reply.headers]
        if length != "none":
            lines.append(f"Content-Length: {len(reply.body) if length is None else length}")
        self.wfile.write("\r\n".join([*lines, "", ""]).encode("latin-1") + reply.body[:cut])
        self.wfile.flush()


# ---------------------------------------------------------------------------------------------------------------- acts


def judged(handler):
    handler.reply(handler.server.judge(handler.got))


def says(status, body=b"", kind="text/xml; charset=utf-8", **headers):
    """Return the act of answering so; ``retry_after="2"`` is a header."""
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return lambda handler: handler.reply(Reply(status, body, kind, named))


def page(status, title="Service Unavailable"):
    body = f"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><hr><br></body></html>".encode()
    return says(status, body, "text/html")


def silent(handler):
    """Answer nothing until the test is over."""
    handler.server.released.wait(5)


def drip(handler):
    """Send a byte now and then, so that no limit of a single read is passed."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    drops(handler)


def drip_head(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    drops(handler)


def drops(handler):
    with contextlib.suppress(OSError, ssl.SSLError):
        while not handler.server.released.is_set():
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.005)


def reset(handler):
    """Break the connection: a reset, not an orderly end."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    socket.socket.close(handler.connection)


def hang_up(handler):
    handler.connection.close()


def deaf(handler):
    """Break the connection before the body is read."""
    raise AssertionError("the server does this before the body is read")


def garbage(handler):
    handler.wfile.write(b"220 mail.example ESMTP ready\r\n")


def half(handler):
    """Answer as the system would, and stop in the middle."""
    reply = handler.server.judge(handler.got)
    handler.reply(reply, cut=len(reply.body) // 2)


def half_head(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Ty")


def unmarked_half(handler):
    """The same without a length: only the parser can tell."""
    reply = handler.server.judge(handler.got)
    handler.reply(Reply(reply.status, reply.body[: len(reply.body) // 2]), length="none")


def long(handler):
    handler.reply(Reply(200, b"<Root>"), length=10**12)


def endless(handler):
    with contextlib.suppress(OSError, ssl.SSLError):
        handler.reply(Reply(200, b""), length="none")
        while True:
            handler.wfile.write(b"x" * 65536)


def packed(handler):
    """Answer as the system would, packed although nobody asked for it."""
    reply = handler.server.judge(handler.got)
    handler.reply(Reply(reply.status, gzip.compress(reply.body), reply.kind, (("Content-Encoding", "gzip"),)))


def bomb(handler):
    zeros = gzip.compress(b"\0" * 20_000_000)
    with contextlib.suppress(OSError, ssl.SSLError):
        handler.reply(Reply(200, zeros, headers=(("Content-Encoding", "gzip"),)))


def cut_gzip(handler):
    body = gzip.compress(handler.server.judge(handler.got).body)
    handler.reply(Reply(200, body[:-9], headers=(("Content-Encoding", "gzip"),)))


def not_packed(handler):
    handler.reply(Reply(200, b"<Root/>", headers=(("Content-Encoding", "gzip"),)))


def brotli(handler):
    handler.reply(Reply(200, b"\x0b\x02\x80<Root/>\x03", headers=(("Content-Encoding", "br"),)))


def redirect(handler):
    handler.reply(Reply(307, b"", headers=(("Location", "https://elsewhere.example/steal"),)))


def cookie(handler):
    reply = handler.server.judge(handler.got)
    handler.reply(Reply(reply.status, reply.body, reply.kind, (("Set-Cookie", "session=1; Path=/"),)))


# ------------------------------------------------------------------------------------------------------------ Netvisor

NETVISOR_METHODS = {
    "salesinvoicelist.nv": "GET",
    "getsalesinvoice.nv": "GET",
    "getorder.nv": "GET",
    "salesinvoice.nv": "POST",
    "deletesalesinvoice.nv": "GET",
    "updatesalesinvoicestatus.nv": "POST",
    "salesorderinvoicing.nv": "POST",
    "salesinvoicecomment.nv": "POST",
    "salesinvoicebatch.nv": "POST",
    "matchcreditnote.nv": "POST",
}
NETVISOR_ROOTS = {
    "salesinvoice.nv": "salesinvoice",
    "salesorderinvoicing.nv": "salesorderinvoicing",
    "salesinvoicecomment.nv": "salesinvoicecomments",
    "salesinvoicebatch.nv": "salesinvoicebatch",
    "matchcreditnote.nv": "matchcreditnote",
}
STAMP = "<TimeStamp>2026-11-20 08:00:00</TimeStamp>"


def netvisor_body(payload="", replies=""):
    return f"<Root><ResponseStatus><Status>OK</Status>{STAMP}</ResponseStatus>{replies}{payload}</Root>".encode()


def netvisor_failure(code, message, status=200, raw=False):
    text = message if raw else message.replace("&", "&amp;")
    return Reply(
        status,
        f"<Root><ResponseStatus><Status>FAILED</Status><Status>{code} :: {text}</Status>{STAMP}"
        "</ResponseStatus></Root>".encode(),
    )


def netvisor(got, server):
    head = "X-Netvisor-Authentication-"
    codes = got.header(f"{head}UseHTTPResponseStatusCodes") == "1"
    name = got.path.lstrip("/")

    def refuse(code, message, status=400, raw=False):
        raise Refusal(netvisor_failure(code, message, status if codes else 200, raw))

    stamp = got.header(f"{head}Timestamp") or ""
    # http.server reads headers as ISO-8859-1, which is what is hashed
    parts = [
        f"https://{got.host}{got.target}",
        got.header(f"{head}Sender"),
        got.header(f"{head}CustomerId"),
        stamp,
        got.header("X-Netvisor-Interface-Language"),
        got.header("X-Netvisor-Organisation-ID"),
        got.header(f"{head}TransactionId"),
    ]
    algorithm = got.header(f"{head}MACHashCalculationAlgorithm")
    keys = [NETVISOR["customer_key"], NETVISOR["partner_key"]]
    if None in parts or algorithm not in ("SHA256", "HMACSHA256"):
        refuse("AUTHENTICATION_FAILED", "headers are missing", 401)
    if algorithm == "HMACSHA256":
        unix = got.header(f"{head}TimestampUnix") or ""
        told = datetime.strptime(stamp, "%Y-%m-%d %H:%M:%S.%f").replace(tzinfo=UTC)
        if unix != str(int(told.timestamp())):
            refuse("AUTHENTICATION_FAILED", "the two times differ", 401)
        text = "&".join([*parts, unix, *keys]).encode("latin-1")
        mac = hmac.new("&".join(keys).encode("latin-1"), text, hashlib.sha256).hexdigest()
    else:
        text = "&".join([*parts, *keys]).encode("latin-1")
        mac = hashlib.sha256(text).hexdigest()
    if mac != got.header(f"{head}MAC"):
        refuse("AUTHENTICATION_FAILED", f"Integrity check {text.decode('latin-1')} :: {mac}", 401, raw=True)
    for key in ("Sender", "CustomerId", "PartnerId"):
        if got.header(head + key) != NETVISOR[key]:
            refuse("AUTHENTICATION_FAILED", f"unknown {key}", 401)
    if got.header("X-Netvisor-Organisation-ID") != NETVISOR["organisation"]:
        refuse("AUTHENTICATION_FAILED", "unknown organisation", 401)
    told = datetime.strptime(stamp, "%Y-%m-%d %H:%M:%S.%f").replace(tzinfo=UTC)
    if abs(told - server.clock()) > timedelta(seconds=2):
        refuse("AUTHENTICATION_FAILED", f"the time {stamp} is not now", 401)
    if parts[6] in server.seen_ids:
        refuse("REQUEST_NOT_UNIQUE", "the transaction id was used before")
    server.seen_ids.add(parts[6])
    if NETVISOR_METHODS.get(name) != got.method:
        refuse("INVALID_DATA", f"{got.method} {name}")
    if name in NETVISOR_ROOTS:
        root = etree.fromstring(got.body)
        if root.tag != "root" or got.body.startswith(b"<?xml") or root[0].tag.lower() != NETVISOR_ROOTS[name]:
            refuse("INVALID_DATA", f"the body of {name} is <{root.tag}> with <{root[0].tag}>")
    elif got.body:
        refuse("INVALID_DATA", f"{name} takes no body")
    return Reply(200, netvisor_answer(name, got.query))


def netvisor_answer(name, query):
    match name:
        case "salesinvoicelist.nv":
            one = (
                "<SalesInvoice><NetvisorKey>88017</NetvisorKey><InvoiceNumber>1001</InvoiceNumber>"
                "<InvoiceDate>2026-11-19</InvoiceDate><InvoiceStatus>open</InvoiceStatus>"
                "<InvoiceSum>124,50</InvoiceSum><OpenSum>124,50</OpenSum></SalesInvoice>"
            )
            return netvisor_body(f"<SalesInvoiceList>{one}</SalesInvoiceList>")
        case "getsalesinvoice.nv" | "getorder.nv":
            return netvisor_body(
                f"<SalesInvoice><SalesInvoiceNetvisorKey>{query.get('netvisorkey', 88017)}</SalesInvoiceNetvisorKey>"
                "<SalesInvoiceNumber>1001</SalesInvoiceNumber>"
                '<InvoiceStatus status="open">Avoin</InvoiceStatus></SalesInvoice>'
            )
        case "salesinvoice.nv" if query.get("method") == "add":
            return netvisor_body(replies="<Replies><InsertedDataIdentifier>88018</InsertedDataIdentifier></Replies>")
        case "salesorderinvoicing.nv" | "salesinvoicebatch.nv":
            return netvisor_body(replies="<Replies><InsertedDataIdentifier>88019</InsertedDataIdentifier></Replies>")
    return netvisor_body()


# ----------------------------------------------------------------------------------------------------------- Collector

COLLECTOR_ANSWERS = {
    "ActivateInvoice": "<DueDate>2026-12-20T00:00:00</DueDate><InvoiceUrl>https://commerce.collector.test/i/1</InvoiceUrl>"
    "<LowestAmountToPay>50.00</LowestAmountToPay><PaymentReference>123456785</PaymentReference>"
    "<TotalAmount>124.50</TotalAmount>",
    "PartActivateInvoice": "<DueDate>2026-12-20T00:00:00</DueDate><NewInvoiceNo>4576393</NewInvoiceNo>"
    "<TotalAmount>62.25</TotalAmount>",
    "ReplaceInvoice": "<InvoiceStatus>1</InvoiceStatus><TotalAmount>124.50</TotalAmount>",
    "SendInvoice": "<DueDate>2026-12-20T00:00:00</DueDate><NewInvoiceNo>4576394</NewInvoiceNo>",
    "ExtendDueDate": "<DueDate>2027-01-20T00:00:00</DueDate>",
    "AddInvoice": "<InvoiceNo>4576392</InvoiceNo><InvoiceStatus>1</InvoiceStatus><TotalAmount>124.50</TotalAmount>",
    "GetInvoiceInformation": "<Status>2</Status>",
}


def soap(inner, status=200):
    return Reply(
        status,
        f'<s:Envelope xmlns:s="{SOAP}"><s:Body>{inner}</s:Body></s:Envelope>'.encode(),
    )


def soap_fault(code, text="no", status=500):
    return soap(f"<s:Fault><faultcode>s:{code}</faultcode><faultstring>{text}</faultstring></s:Fault>", status)


def collector(got, server):
    found = re.fullmatch(r"/v3\.0/((Invoice|Payment)ServiceV\d+)\.svc", got.path)
    if not found or got.method != "POST" or not (got.header("Content-Type") or "").startswith("text/xml"):
        raise Refusal(Reply(415, b"", ""))
    namespace = f"http://schemas.ecommerce.collector.se/v30/{found[2]}Service"
    envelope = etree.fromstring(got.body)
    head, body = envelope.find(f"{{{SOAP}}}Header"), envelope.find(f"{{{SOAP}}}Body")
    if envelope.tag != f"{{{SOAP}}}Envelope" or head is None or body is None or len(body) != 1:
        raise Refusal(soap_fault("UNHANDLED_EXCEPTION", "no envelope"))
    request = etree.QName(body[0])
    name = request.localname.removesuffix("Request")
    if request.namespace != namespace or got.header("SOAPAction") != f'"{namespace}/I{found[1]}/{name}"':
        raise Refusal(soap_fault("UNHANDLED_EXCEPTION", "the action is not that of the body"))
    told = {etree.QName(each).localname: each.text for each in head}
    if {key: told.get(key) for key in COLLECTOR} != COLLECTOR:
        raise Refusal(soap_fault("AUTHORIZATION_FAILED"))
    names = [etree.QName(each).localname for each in body[0]]
    if names != sorted(names) or {etree.QName(each).namespace for each in body[0].iter()} != {namespace}:
        raise Refusal(soap_fault("UNHANDLED_EXCEPTION", f"elements out of order: {names}"))
    if name != "AddInvoice" and not {"CountryCode", "InvoiceNo"} <= set(names):
        raise Refusal(soap_fault("INVOICE_NOT_FOUND"))
    identifier = body[0].findtext(f"{{{namespace}}}CorrelationId")
    echo = f"<CorrelationId>{identifier}</CorrelationId>" if identifier else ""
    return soap(f'<{name}Response xmlns="{namespace}">{echo}{COLLECTOR_ANSWERS.get(name, "")}</{name}Response>')


# ------------------------------------------------------------------------------------------------------------ Billecta


def as_json(status, value, *headers):
    return Reply(status, json.dumps(value, ensure_ascii=False).encode(), "application/json; charset=utf-8", headers)


BILLECTA_INVOICE = {
    "ActionPublicId": "2405395441",
    "InvoiceNumber": "1001",
    "ActionType": "InvoiceAction",
    "State": {"Stage": "Attested"},
}


def billecta(got, server):
    if got.header("Authorization") != f"SecureToken {base64.b64encode(BILLECTA.encode()).decode()}":
        raise Refusal(as_json(401, {"Message": "Ogiltig token"}))
    if not got.path.startswith("/v1/"):
        raise Refusal(as_json(404, {"Message": "Okänd adress"}))
    if got.body and not (got.header("Content-Type") or "").startswith("application/json"):
        raise Refusal(as_json(415, {"Message": "JSON"}))
    if got.body and not isinstance(json.loads(got.body), dict | list):
        raise Refusal(as_json(400, {"Message": "Fel format", "ExternalErrorCode": 1, "RequestContent": ""}))
    words = got.path.removeprefix("/v1/").split("/")  # invoice/<what>/…, or example/<what>/… where nobody knows it
    what = words[1] if len(words) > 1 else ""
    card = {"PaymentPublicId": "9a400000-0000-4000-8000-000000000007", "PaymentWindowUrl": "https://pay.example/1"}
    if what == "preview":
        return Reply(200, b"%PDF-1.4 a preview", "application/pdf")
    if what == "card" and got.method != "DELETE":
        return as_json(200, [card] if got.method == "GET" else card)
    if got.method == "GET" and what == "reminders":
        return as_json(200, [{"SourceActionPublicId": "2499990041", "ReminderInvoiceActionPublicId": "2499990099"}])
    if got.method == "GET" and what == "reminder":
        return as_json(200, {"ActionPublicId": "2499990099", "SourceActionPublicId": "2499990041"})
    if got.method == "GET" and what.startswith(("open", "closed")):
        return as_json(200, [BILLECTA_INVOICE])
    if got.method == "GET":
        return as_json(200, BILLECTA_INVOICE)
    if what in ("action", "verification") and got.method == "POST":
        return as_json(200, {"PublicId": "2405395442"})
    return Reply(200, b"", "")


# ---------------------------------------------------------------------------------------------------------- InExchange


def inexchange(got, server):
    path = got.path.removeprefix("/v1/api/")
    key = "APIKey" if path.startswith("clientTokens/") else "ClientToken"
    if got.header(key) != INEXCHANGE[key]:
        raise Refusal(as_json(401, {"message": "Unauthorized"}))
    multipart = (got.header("Content-Type") or "").startswith("multipart/form-data; boundary=")
    if path == "documents" and not (multipart and got.body):
        raise Refusal(as_json(400, {"message": "no file"}))
    if got.method == "POST" and path != "documents":
        json.loads(got.body)
    guid = "5e11e700-0000-4000-8000-000000000001"
    document = {"id": guid, "erpDocumentId": "2026-1001", "currentStatus": "Sent", "statusHistory": []}
    match path:
        case "clientTokens/create":
            return as_json(200, {"token": "another-token"})
        case "clientTokens/revoke":
            return Reply(204, b"", "")
        case "buyerparties/lookup":
            party = {"companyId": guid, "name": "Exempel kommun", "gln": "7340109104692"}
            return as_json(200, {"potentialMatches": 1, "exactHit": True, "parties": [party]})
        case "documents":
            return Reply(201, b"", "", (("Location", f"urn:inexchangedocument:{guid}"),))
        case "documents/outbound":
            return Reply(202, b"", "", (("Location", f"https://{got.host}/v1/api/documents/outbound/{guid}"),))
        case "documents/outbound/list":
            return as_json(200, {"documents": [document], "totalCount": 1})
    return as_json(200, document)


JUDGES = {"netvisor": netvisor, "collector": collector, "billecta": billecta, "inexchange": inexchange}
