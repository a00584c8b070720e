"""Who asks Netvisor, and the code that proves it (MAC).

    headers  sender, ids, time (UTC), language, algorithm and MAC; the two keys never travel
    MAC      url & sender & customer id & timestamp & language & organisation id & transaction id [& unix time]
             & customer key & partner key, in ISO-8859-1: hashed as SHA256, or as HMACSHA256, with the unix time, and
             "customer key&partner key" as its key

The URL in the MAC is the one that is sent, percent-encoded.  Clients of Netvisor differ: some join the parameters
without percent-encoding; `Credentials.raw_parameters` does that.  Where no parameter needs encoding both are the same.

Netvisor takes a transaction id once: a request that is sent again is signed again, with another one.

Sources: Netvisor's description of the interface; public clients.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final, Literal

from einvoice.errors import UsageError
from einvoice.lifecycle.request import Request
from einvoice.lifecycle.spelling import check_address

PRODUCTION: Final = "https://integration.netvisor.fi"
TEST: Final = "https://isvapi.netvisor.fi"

Algorithm = Literal["SHA256", "HMACSHA256"]
ALGORITHMS: Final[tuple[Algorithm, ...]] = ("SHA256", "HMACSHA256")
LANGUAGES: Final = ("FI", "EN", "SE")
"""Swedish is SE here."""

_HEADER: Final = "X-Netvisor-Authentication-"
_SIGNED: Final = tuple(
    name.lower()
    for name in (
        *(f"{_HEADER}{name}" for name in ("Sender", "CustomerId", "PartnerId", "Timestamp", "TimestampUnix")),
        *(f"{_HEADER}{name}" for name in ("TransactionId", "MACHashCalculationAlgorithm", "MAC")),
        f"{_HEADER}UseHTTPResponseStatusCodes",
        "X-Netvisor-Interface-Language",
        "X-Netvisor-Organisation-ID",
    )
)
_NAMES: Final = ("sender", "customer_id", "partner_id", "organisation_id", "customer_key", "partner_key")
_ORGANISATION: Final = re.compile(r"[0-9]{6,7}-[0-9]")


@dataclass(frozen=True)
class Credentials:
    """Who asks, for which company.

    *sender* is the free name of the integration, *customer_id* the API id of the user, *partner_id* that of the
    software partner, *organisation_id* the business id of the company with its hyphen.  *customer_key* and
    *partner_key* are the secrets: they are never shown, and placeholders stand where nobody gives them.  *address* is
    that of the service where the context does not decide; *status_codes* asks for failures as HTTP status codes,
    instead of 200 for all.
    """

    sender: str
    customer_id: str
    partner_id: str
    organisation_id: str
    customer_key: str = field(default="CUSTOMER-KEY", repr=False, kw_only=True)
    partner_key: str = field(default="PARTNER-KEY", repr=False, kw_only=True)
    language: str = "EN"
    algorithm: Algorithm = "HMACSHA256"
    address: str | None = None
    status_codes: bool = True
    raw_parameters: bool = False

    def __post_init__(self) -> None:
        empty = [name for name in _NAMES if not getattr(self, name)]
        if empty:
            raise UsageError(f"Netvisor needs {', '.join(empty)}", fix="Give what Netvisor issued for the integration.")
        for name in _NAMES:
            _latin_1(name, getattr(self, name), secret=name.endswith("_key"))
        if self.language not in LANGUAGES:
            raise UsageError(
                f"language is {self.language!r}, expected one of {', '.join(LANGUAGES)}", fix="Swedish is SE."
            )
        if self.algorithm not in ALGORITHMS:
            raise UsageError(
                f"algorithm is {self.algorithm!r}, expected one of {', '.join(ALGORITHMS)}",
                fix="Take HMACSHA256; MD5 is no longer taken.",
            )
        if not _ORGANISATION.fullmatch(self.organisation_id):
            raise UsageError(
                f"organisation_id is {self.organisation_id!r}, expected a business id such as 9100117-1",
                fix="Write it with its hyphen.",
            )
        check_address(self.address, PRODUCTION, TEST)


def _latin_1(name: str, text: str, secret: bool = False) -> bytes:
    """Return *text* as it goes into headers and MAC; the value of a secret is not shown."""
    shown = "" if secret else f" {text!r}"
    if any(ord(character) < 32 or ord(character) == 127 for character in text) or text != text.strip():
        raise UsageError(f"{name}{shown} has control characters, or blanks around it", fix="Correct the value.")
    try:
        return text.encode("iso-8859-1")
    except UnicodeEncodeError as error:
        what = "a character" if secret else repr(text[error.start])
        raise UsageError(
            f"{name}{shown} has {what} that ISO-8859-1 does not know",
            fix="Netvisor hashes ISO-8859-1: take another text.",
        ) from None


PLACEHOLDERS: Final = Credentials("SENDER", "CUSTOMER-ID", "PARTNER-ID", "0000000-0")
"""What stands in a request of which nobody says who asks."""


def mac_input(url: str, credentials: Credentials, timestamp: str, unix: str, transaction_id: str) -> bytes:
    """Return what is hashed: *timestamp* and *unix* are the texts of the headers."""
    parts = [
        url,
        credentials.sender,
        credentials.customer_id,
        timestamp,
        credentials.language,
        credentials.organisation_id,
        transaction_id,
    ]
    if credentials.algorithm == "HMACSHA256":
        parts.append(unix)
    parts += [credentials.customer_key, credentials.partner_key]
    return b"&".join(_latin_1("the URL" if at == 0 else "a value", part, at > 0) for at, part in enumerate(parts))


def mac(hashed: bytes, credentials: Credentials) -> str:
    """Return the MAC of *hashed*, in lower-case hexadecimal digits."""
    if credentials.algorithm == "SHA256":
        return hashlib.sha256(hashed).hexdigest()
    key = f"{credentials.customer_key}&{credentials.partner_key}".encode("iso-8859-1")
    return hmac.new(key, hashed, hashlib.sha256).hexdigest()


def sign(request: Request, credentials: Credentials, now: datetime, transaction_id: str) -> Request:
    """Return *request* with the headers of authentication; those of an earlier signature are replaced."""
    if now.tzinfo is None:
        raise UsageError(f"now is {now.isoformat()} without a time zone", fix="Give a time with its zone, such as UTC.")
    if not transaction_id:
        raise UsageError(
            "Netvisor needs a transaction id", fix="Give a text that no other request has, such as a UUID."
        )
    _latin_1("transaction_id", transaction_id)
    now = now.astimezone(UTC)
    timestamp = f"{now:%Y-%m-%d %H:%M:%S}.{now.microsecond // 1000:03d}"
    unix = str(int(now.timestamp()))
    url = request.full_url
    if credentials.raw_parameters and request.query:
        url = f"{request.url}?" + "&".join(f"{name}={value}" for name, value in request.query)
    code = mac(mac_input(url, credentials, timestamp, unix, transaction_id), credentials)
    headers = [
        (f"{_HEADER}Sender", credentials.sender),
        (f"{_HEADER}CustomerId", credentials.customer_id),
        (f"{_HEADER}PartnerId", credentials.partner_id),
        (f"{_HEADER}Timestamp", timestamp),
        *([(f"{_HEADER}TimestampUnix", unix)] if credentials.algorithm == "HMACSHA256" else []),
        (f"{_HEADER}TransactionId", transaction_id),
        ("X-Netvisor-Interface-Language", credentials.language),
        ("X-Netvisor-Organisation-ID", credentials.organisation_id),
        (f"{_HEADER}MACHashCalculationAlgorithm", credentials.algorithm),
        (f"{_HEADER}MAC", code),
        *([(f"{_HEADER}UseHTTPResponseStatusCodes", "1")] if credentials.status_codes else []),
        *((name, value) for name, value in request.headers if name.lower() not in _SIGNED),
    ]
    secrets = frozenset({credentials.customer_key, credentials.partner_key, code})
    return replace(request, headers=tuple(headers), secrets=secrets)
