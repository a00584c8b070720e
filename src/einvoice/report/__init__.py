"""Findings, verdicts and invoices made readable.  Decides nothing: what is wrong is said by others.

Map of the room
---------------
``text.py``   lines for a terminal or a log: findings, verdicts, tables
``json.py``   the JSON of ``validate --output json`` and of ``convert --report``
``svrl.py``   SVRL for ``validate --output svrl``: one document per invoice, several in a wrapper
``sarif.py``  SARIF 2.1.0, for code hosts
``junit.py``  JUnit XML, for build servers
``view.py``   what a page of an invoice shows: fields, labels, places in the model
``show.py``   that page for a terminal, with rich
``html.py``   that page for a browser, with the findings beside its fields; its style is ``page.css``
``anchors.py`` the place of a page that a finding is about
``judged.py`` a document of a run as all these reports take it, and what identifies its findings
``baseline.py`` findings that are known: the file of ``validate --baseline``
``codes.py``  what our own codes (``EI-…``, ``LOSS-…``, ``XSD-…``, ``JSON-…``) mean, for ``einvoice explain``
``rule.py``   an official rule for a person to read, for ``einvoice explain``

The same input gives the same output, byte for byte; only the milliseconds of a layer differ.
"""
