"""Netvisor: requests with their MAC, answers and faults read.

``mac.py``      `Credentials`, and `sign`: the headers of authentication
``request.py``  `build`: operation, values and credentials to a `Request`; the table of the resources
``answer.py``   `parse`: a response, a fault or something else to an `Answer`

The codes of failures stand in ``netvisor_faults.csv`` beside this folder.
"""

from __future__ import annotations

from einvoice.lifecycle.netvisor.answer import FAULTS, parse
from einvoice.lifecycle.netvisor.mac import PRODUCTION, TEST, Credentials, sign
from einvoice.lifecycle.netvisor.request import RESOURCES, BatchItem, OrderLine, build

__all__ = [
    "FAULTS",
    "PRODUCTION",
    "RESOURCES",
    "TEST",
    "BatchItem",
    "Credentials",
    "OrderLine",
    "build",
    "parse",
    "sign",
]
