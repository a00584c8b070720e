"""Findings, verdicts and invoices made readable.  Decides nothing: what is wrong is said by others.

Map of the room
---------------
``text.py``   lines for a terminal or a log: findings, verdicts, tables
``json.py``   the JSON of ``validate --output json`` and of ``convert --report``
``svrl.py``   SVRL for ``validate --output svrl``: one document per invoice, several in a wrapper
``view.py``   what a page of an invoice shows: fields, labels, places in the model
``show.py``   that page for a terminal, with rich
``codes.py``  what our own codes (``EI-…``, ``LOSS-…``, ``XSD-…``, ``JSON-…``) mean, for ``einvoice explain``
``rule.py``   an official rule for a person to read, for ``einvoice explain``

The same input gives the same output, byte for byte; only the milliseconds of a layer differ.
"""
