"""Faults of Finvoice that a review found, each with a document that shows it."""

import pytest
from tests.formats.finvoice.documents import codes, document, element

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
