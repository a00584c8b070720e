"""The business rules over the canonical invoice: what no schema and no official rule of one format can judge.

Map of the room
---------------
``kit.py``           `Rule`, the registry, `run` and `explain`
``kind.py``          EI-KIND          an order or a draft is not an invoice
``basics.py``        EI-MISSING-…     what every conversion needs
``codes.py``         EI-CODE-…        currencies, countries, units, types and VAT categories that no list knows
``signs.py``         EI-SIGN-…, EI-PRICE-NEGATIVE
``vat_category.py``  EI-VAT-…         what each VAT category demands
``vat_rate.py``      EI-VAT-RATE      rates by country and day
``totals.py``        EI-TOTAL-…       stated against calculated amounts
``attachments.py``   EI-ATTACHMENT-…  files that cannot be opened

The rules judge invoices, whatever format they came from, and never read a format.  They run on figures as stated: an
amount, rate or date that is absent is silent here, unless every conversion needs it.

A new rule is a `Rule` and a function in the file of its subject, or in a new file that is imported here; the order of
the imports is the order of the findings.
"""

from __future__ import annotations

# isort: off
from einvoice.rules import kind, basics, codes, signs, vat_category, vat_rate, totals, attachments

# isort: on
from einvoice.rules.kit import RULES, Rule, explain, rule_of, run

__all__ = [
    "RULES",
    "Rule",
    "attachments",
    "basics",
    "codes",
    "explain",
    "kind",
    "rule_of",
    "run",
    "signs",
    "totals",
    "vat_category",
    "vat_rate",
]
