"""The MAC of Netvisor, recomputed here from the headers and the URL that are sent, without the code under test.

The recipe is that of the facts on Netvisor, section 14: parts joined with ``&`` in ISO-8859-1, SHA256 of them, or HMAC
with the two keys joined with ``&`` as key, then with the unix time behind the transaction id.
"""

import hashlib
import hmac
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice.errors import UsageError
from einvoice.lifecycle.netvisor import Credentials, build, sign

NOW = datetime(2026, 11, 20, 7, 59, 58, 123456, tzinfo=UTC)
CUSTOMER_KEY, PARTNER_KEY = "7cd680e89e880553358bc07cd28b0ee2", "nyckel-å"


def account(algorithm, **more):
    return Credentials(
        "Räkning & Kirjuri",
        "TK_API-17",
        "PART-42",
        "9100117-1",
        "FI",
        algorithm,
        customer_key=CUSTOMER_KEY,
        partner_key=PARTNER_KEY,
        **more,
    )


def recomputed(request, url=None):
    """The MAC as a server computes it: from what arrived, and the keys that it holds."""

    def header(name):
        return dict(request.headers)[name]

    known = "X-Netvisor-Authentication-"
    parts = [
        url or request.full_url,
        header(f"{known}Sender"),
        header(f"{known}CustomerId"),
        header(f"{known}Timestamp"),
        header("X-Netvisor-Interface-Language"),
        header("X-Netvisor-Organisation-ID"),
        header(f"{known}TransactionId"),
    ]
    keys = [CUSTOMER_KEY, PARTNER_KEY]
    if header(f"{known}MACHashCalculationAlgorithm") == "SHA256":
        assert f"{known}TimestampUnix" not in dict(request.headers)
        return hashlib.sha256("&".join(parts + keys).encode("latin-1")).hexdigest()
    parts.append(header(f"{known}TimestampUnix"))
    key = f"{CUSTOMER_KEY}&{PARTNER_KEY}".encode("latin-1")
    return hmac.new(key, "&".join(parts + keys).encode("latin-1"), hashlib.sha256).hexdigest()


def listed(credentials, transaction="1b4e28ba-2fa1-11d2-883f-0016d3cca427", **filters):
    return build("netvisor.list", parameters=filters, credentials=credentials, now=NOW, transaction_id=transaction)


FILTERS = [
    # case, parameters
    ("none", {}),
    ("plain", {"invoicestatus": "open", "begininvoicedate": "2026-01-01"}),
    ("non_ascii", {"customercode": "Åbo Söner ß"}),
    ("reserved", {"customercode": "a&b=c/d?e#f+g h%20", "secondname": "1,2;3"}),
    ("beyond_latin_1", {"secondname": "Łódź €"}),
    ("beyond_16_bits", {"secondname": "𝄞"}),
]


@pytest.mark.parametrize("algorithm", ["SHA256", "HMACSHA256"])
@pytest.mark.parametrize("filters", [each[1] for each in FILTERS], ids=[each[0] for each in FILTERS])
def test_mac_is_that_of_the_url_as_sent(algorithm, filters) -> None:
    request = listed(account(algorithm), **filters)
    assert request.full_url.isascii()
    assert request.header("X-Netvisor-Authentication-MAC") == recomputed(request)
    assert dict(parse_qsl(urlsplit(request.full_url).query, strict_parsing=bool(filters))) == filters


@pytest.mark.parametrize("algorithm", ["SHA256", "HMACSHA256"])
def test_mac_over_raw_parameters(algorithm) -> None:
    """For servers that hash the parameters as they are meant: in ISO-8859-1, not percent-encoded."""
    request = listed(account(algorithm, raw_parameters=True), customercode="Åbo & co")
    raw = "https://integration.netvisor.fi/salesinvoicelist.nv?customercode=Åbo & co"
    assert request.header("X-Netvisor-Authentication-MAC") == recomputed(request, raw)
    assert request.full_url.endswith("?customercode=%C3%85bo%20%26%20co")
    with pytest.raises(UsageError, match="ISO-8859-1 does not know"):
        listed(account(algorithm, raw_parameters=True), customercode="Łódź")


@pytest.mark.parametrize(
    ("algorithm", "expected"),
    [
        # By iconv to ISO-8859-1 and `openssl dgst -sha256 [-mac HMAC -macopt hexkey:…]`, not by Python.
        ("SHA256", "59d8e5c8ebc50eac4e2211a200525a5918636bdc03080f63a13c0fdfb876d30c"),
        ("HMACSHA256", "5cecb03e3a3cc43f5d179bbcf53f0d648ec31ae232ca807a85e24e0e1f4e3e4c"),
    ],
)
def test_mac_of_openssl(algorithm, expected) -> None:
    request = listed(account(algorithm), customercode="Åbo", transaction="t-1")
    assert request.header("X-Netvisor-Authentication-MAC") == expected


@given(
    st.text(st.characters(min_codepoint=32, exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip),
    st.sampled_from(["SHA256", "HMACSHA256"]),
)
def test_mac_of_any_parameter(text, algorithm) -> None:
    request = listed(account(algorithm), customercode=text)
    assert request.header("X-Netvisor-Authentication-MAC") == recomputed(request)
    assert parse_qsl(urlsplit(request.full_url).query, keep_blank_values=True) == [("customercode", text)]


def test_each_part_counts() -> None:
    """Another URL, account, key, time or transaction id gives another MAC."""
    base = listed(account("HMACSHA256"))

    def code(request):
        return request.header("X-Netvisor-Authentication-MAC")

    others = [
        listed(account("SHA256")),
        listed(account("HMACSHA256"), invoicestatus="open"),
        listed(account("HMACSHA256"), transaction="another"),
        sign(base, account("HMACSHA256"), NOW.replace(second=59), "1b4e28ba-2fa1-11d2-883f-0016d3cca427"),
        sign(base, account("HMACSHA256"), NOW.replace(microsecond=124000), "1b4e28ba-2fa1-11d2-883f-0016d3cca427"),
    ]
    assert len({code(each) for each in [base, *others]}) == 6


def test_signed_again_for_another_try() -> None:
    """A transaction id is taken once; the request itself stays, and no header stands twice."""
    first = build(
        "netvisor.comment",
        parameters={"invoicetype": "invoice", "invoicenetvisorkey": 1, "comment": "x"},
        credentials=account("HMACSHA256"),
        now=NOW,
        transaction_id="t-1",
    )
    again = sign(first, account("SHA256"), NOW, "t-2")
    assert (again.full_url, again.body) == (first.full_url, first.body)
    names = [name.lower() for name, _ in again.headers]
    assert len(names) == len(set(names))
    assert "x-netvisor-authentication-timestampunix" not in names
    assert again.header("content-type") == "text/xml; charset=utf-8"
    assert again.header("X-Netvisor-Authentication-MAC") == recomputed(again)
    assert again.secrets == {CUSTOMER_KEY, PARTNER_KEY, again.header("X-Netvisor-Authentication-MAC")}
