"""The life of an invoice after it is written: states, what is allowed, and the requests that make it so.

``states.py``      states and flags, and what Netvisor, Billecta and Collector/Walley call them
``operations.py``  what can be done, in neutral words and in those of each system; parameters, fault codes
``machine.py``     what is allowed from where, and where it leads: `InvoiceState`
``parts.py``       part activation: an invoice of some lines, and the remainder
``credits.py``     credit notes, of the whole or of a part
``changes.py``     replacement row by row; a later due date; interest on late payment
``draw.py``        the machine as text and SVG
``request.py``     a request and an answer, as plain values; one module per system builds and reads them
``credentials.py`` who asks: from the environment or the keyring
``transport.py``   sends a request, with the extra ``einvoice-nordic[send]``; ``wire.py`` makes one attempt
``lookup.py``      what to look at where nobody knows whether a request arrived

The tables are CSV files beside these modules (``tables.py`` reads them).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from einvoice.lifecycle.changes import Interest, Replacement, RowChange, extend, interest, interest_invoice, replace
    from einvoice.lifecycle.credits import credit, part_credit
    from einvoice.lifecycle.draw import svg, text
    from einvoice.lifecycle.machine import Allowed, InvoiceState, Transition, Way
    from einvoice.lifecycle.parts import part_activate
    from einvoice.lifecycle.request import Answer, Request
    from einvoice.lifecycle.transport import Sender, Sent
    from einvoice.lifecycle.wire import Timeout

_LAZY = {
    "Allowed": "machine",
    "InvoiceState": "machine",
    "Transition": "machine",
    "Way": "machine",
    "part_activate": "parts",
    "credit": "credits",
    "part_credit": "credits",
    "Interest": "changes",
    "Replacement": "changes",
    "RowChange": "changes",
    "extend": "changes",
    "interest": "changes",
    "interest_invoice": "changes",
    "replace": "changes",
    "svg": "draw",
    "text": "draw",
    "Answer": "request",
    "Request": "request",
    "Sender": "transport",
    "Sent": "transport",
    "Timeout": "wire",
}
"""Public name → module, loaded when it is asked for."""


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        import importlib

        return getattr(importlib.import_module(f"einvoice.lifecycle.{_LAZY[name]}"), name)
    raise AttributeError(f"module 'einvoice.lifecycle' has no attribute {name!r}")


__all__ = [
    "Allowed",
    "Answer",
    "Interest",
    "InvoiceState",
    "Replacement",
    "Request",
    "RowChange",
    "Sender",
    "Sent",
    "Timeout",
    "Transition",
    "Way",
    "credit",
    "extend",
    "interest",
    "interest_invoice",
    "part_activate",
    "part_credit",
    "replace",
    "svg",
    "text",
]
