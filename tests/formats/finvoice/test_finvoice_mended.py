"""Faults of Finvoice that a review found, each with a document that shows it."""


import pytest
from tests.formats.finvoice.documents import about, codes, document, element, read, text_at, write

import einvoice
from einvoice import Finding


def judged(data: bytes) -> list[Finding]:
    """Return what the official rules and our own say of a document."""
    return list(einvoice.validate(data, profile="finvoice").findings)


STATUS = "PaymentStatusDetails"


@pytest.mark.parametrize(
    ("status", "paid", "count"),
    [("PARTLYPAID", None, 0), ("PARTLYPAID", "25,50", 1), ("PARTLYPAID", "65,50", 0), ("NOTPAID", None, 1)],
)
def test_what_is_paid_may_follow_from_the_status_alone(status: str, paid: str | None, count: int) -> None:
    data = document(
        due="60,00",
        after_details={"InvoicePaidAmount": paid},
        after_buyer="",
        before_rows=element(STATUS, {"PaymentStatusCode": status}),
    )
    assert codes(judged(data)).count("FV-61") == count


HETU = "131052-308T"


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (document(buyer={"BuyerPartyIdentifier": HETU}), "BuyerPartyDetails/BuyerPartyIdentifier"),
        (
            document(buyer={"BuyerPartyIdentifier": (HETU, 'SchemeID="0212"')}),
            "BuyerPartyDetails/BuyerPartyIdentifier",
        ),
        (
            document(buyer={"BuyerPartyIdentifier": None, "BuyerCode": (HETU, 'IdentifierType="HETU"')}),
            "BuyerPartyDetails/BuyerCode",
        ),
        (document(details={"SellersBuyerIdentifier": HETU}), "InvoiceDetails/SellersBuyerIdentifier"),
    ],
)
def test_a_personal_identity_code_of_the_buyer_goes_into_no_other_format(data: bytes, path: str) -> None:
    source = read(data)
    (said,) = about(source.findings, "EI-FINVOICE-PERSONAL", "131052-****")
    assert said.severity == "warning" and said.line is not None
    assert said.terms == (("BT-47",) if path.endswith("PartyIdentifier") else ("BT-46",))
    assert not any(HETU in f"{f.message} {f.value}" for f in judged(data))
    assert source.invoice.buyer is not None and HETU not in repr(source.invoice.buyer)
    for format in ("ubl", "netvisor"):
        other = einvoice.write(source.invoice, format)
        assert HETU.encode() not in other.data
        assert not any(HETU in f"{f.message} {f.value}" for f in other.findings)
    for version in ("3.0", "2.01"):
        again = write(source.invoice, version)
        assert text_at(again.data, path) == HETU
        assert not any(HETU in f"{f.message} {f.value}" for f in again.findings)
    buyer = source.invoice.buyer.model_copy(update={"name": "Toinen Asiakas"})
    assert HETU.encode() not in write(source.invoice.model_copy(update={"buyer": buyer})).data
