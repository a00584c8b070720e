"""Billecta: requests of which the path is known or given, answers and errors read.

``request.py``  `build`: operation, invoice, context and parameters to a `Request`
``views.py``    the bodies that are no invoice
``answer.py``   `parse`: an answer, an error or something else to an `Answer`

Operations and their parameters are tables of `einvoice.lifecycle.operations`.
"""

from __future__ import annotations

from einvoice.lifecycle.billecta.answer import parse
from einvoice.lifecycle.billecta.request import PRODUCTION, TEST, Credentials, build
from einvoice.lifecycle.billecta.views import Amount

__all__ = ["PRODUCTION", "TEST", "Amount", "Credentials", "build", "parse"]
