"""Over every sample document: a decision is made, and a conversion writes the address that was decided."""

from pathlib import Path

import pytest

import einvoice
from einvoice.context import Context
from einvoice.errors import EInvoiceError, IdentifierError
from einvoice.identifiers import endpoint

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
CONTEXTS = {"billecta": "billecta.toml"}


def written(party) -> str | None:
    """Return the address that BIS Billing gets for a party; None without one, or with one that is wrong."""
    if party is None or not party.electronic_address:
        return None
    try:
        return str(endpoint.endpoint_for(party.electronic_address_scheme or "", party.electronic_address))
    except IdentifierError:
        return None


@pytest.mark.parametrize("folder", ["billecta", "finvoice", "netvisor", "peppol-bis"])
def test_address_is_that_of_a_conversion(folder):
    context = Context.load(CORPORA / CONTEXTS.get(folder, "einvoice.toml"))
    addressed = 0
    for path in sorted((CORPORA / folder).glob("*.*")):
        try:
            documents = list(einvoice.read_many(path, context=context))
        except EInvoiceError:
            continue  # an answer that holds no invoice
        for document in documents:
            decision = einvoice.route(document, context)
            for side, address in (("seller", decision.seller), ("buyer", decision.buyer)):
                here = written(getattr(document.invoice, side))
                if address is not None and address.level == "invoice" and not address.confirmed and here is None:
                    continue  # a number of the document alone: routing proposes it, a conversion asks
                assert here == (None if address is None else str(address)), f"{path.name}, {side}"
            assert all(finding.fix for finding in decision.findings), path.name
            assert decision.reasons
            addressed += decision.buyer is not None
    assert addressed > 10
