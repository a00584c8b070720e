"""Collector/Walley: requests as SOAP, answers and faults read.

``service.py``  the four services: address, namespace, SOAP action, which headers and elements each has
``rows.py``     rows and articles from a canonical invoice
``source.py``   values that come from the invoice and the context, the store among them
``request.py``  `build`: operation, invoice, context and parameters to a `Request`
``answer.py``   `parse`: response, fault or something else to an `Answer`

Operations, parameters with their limits, and fault codes are tables of `einvoice.lifecycle.operations`.

Sources: documentation of the vendor (purchase administration, two complete requests), WSDL of InvoiceServiceV31,
public clients for the rest (docs/lifecycle-requests.md says what rests on what).
"""

from __future__ import annotations

from einvoice.lifecycle.collector.answer import parse
from einvoice.lifecycle.collector.request import Credentials, build
from einvoice.lifecycle.collector.rows import Article, Row, articles_of, rows_of

__all__ = ["Article", "Credentials", "Row", "articles_of", "build", "parse", "rows_of"]
