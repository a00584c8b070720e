"""Who receives an invoice, where, and how it gets there; and what is missing before it can.

``route.py``      the decision, step by step: `decide`; a card alone: `address_of_card`
``decision.py``   what comes out: `Decision`, `Address`, `Reason`, `Missing`
``numbers.py``    the numbers of a party, from the invoice and from the card of the context
``address.py``    from numbers to an electronic address (BT-34, BT-49)
``channel.py``    e-invoice, e-mail or letter
``document.py``   VAT numbers, reference and attachments that the way demands
``tables.py``     the decision tables: derivations, editions of the rules (`rules_in_force`), public bodies
``codes.py``      E-ROUTE-… and W-ROUTE-…, explained
``status.py``     states of delivery of four systems in one set of words
``inexchange/``   requests and answers of InExchange, and the set-up of SoftOne GO

Nothing here opens a connection: a look-up is a request that the caller sends, and an answer that he hands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from einvoice.routing.decision import Address, CardAddress, Decision, Missing, Reason, Receiver
    from einvoice.routing.inexchange.lookup import Answer, Request, read_answer
    from einvoice.routing.route import address_of_card, decide, lookup_request
    from einvoice.routing.tables import rules_in_force

_LAZY = {
    "address_of_card": "einvoice.routing.route",
    "decide": "einvoice.routing.route",
    "lookup_request": "einvoice.routing.route",
    "Address": "einvoice.routing.decision",
    "CardAddress": "einvoice.routing.decision",
    "Decision": "einvoice.routing.decision",
    "Missing": "einvoice.routing.decision",
    "Reason": "einvoice.routing.decision",
    "Receiver": "einvoice.routing.decision",
    "Answer": "einvoice.routing.inexchange.lookup",
    "Request": "einvoice.routing.inexchange.lookup",
    "read_answer": "einvoice.routing.inexchange.lookup",
    "rules_in_force": "einvoice.routing.tables",
}
"""What is loaded when it is asked for: `einvoice explain` needs the codes, and neither the model nor the numbers."""


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        import importlib

        return getattr(importlib.import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'einvoice.routing' has no attribute {name!r}")


__all__ = [
    "Address",
    "Answer",
    "CardAddress",
    "Decision",
    "Missing",
    "Reason",
    "Receiver",
    "Request",
    "address_of_card",
    "decide",
    "lookup_request",
    "read_answer",
    "rules_in_force",
]
