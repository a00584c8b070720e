"""The business rules over the canonical invoice: what no schema and no official rule of one format can judge.

Map of the room
---------------
``kit.py``           `Rule`, the registry, `run` and `explain`
``kind.py``          EI-KIND          an order or a draft is not an invoice
``basics.py``        EI-MISSING-…     what every conversion needs
``codes.py``         EI-CODE-…        currencies, countries, units, types and VAT categories that no list knows
``facts.py``         what several rules ask of the same invoice, found once
``signs.py``         EI-SIGN-…, EI-PRICE-NEGATIVE
``credits.py``       EI-CREDIT-…      what a credit note says of the invoice it credits, and whether it fits that
``original.py``      how the two are compared; `run` sees one document and does not do it
``vat_category.py``  EI-VAT-…         what each VAT category demands
``vat_country.py``   EI-VAT-…         where seller, buyer and goods are for a sale without VAT
``vat_reason.py``    EI-VAT-…         the reason in words, margin schemes, zero rate
``vat_rate.py``      EI-VAT-RATE      rates by country and day
``totals.py``        EI-TOTAL-…       stated against calculated amounts
``rounding.py``      EI-ROUNDING-…    which rounding made a difference, and the rounding amount
``parties.py``       EI-ID-…          business ids, VAT numbers, addresses, GLN, GTIN
``references.py``    EI-REFERENCE-…   Finnish, RF and OCR references
``accounts.py``      EI-ACCOUNT-…     IBAN and BIC, Bankgiro, Plusgiro
``dates.py``         EI-DATE-…        days and periods that can hardly be meant
``terms.py``         EI-TERMS-…       terms of payment, cash discounts, interest, against dates and law
``attachments.py``   EI-ATTACHMENT-…  files that cannot be opened, or are not what they are called
``duplicates.py``    EI-DUPLICATE-…   a number twice in a run, a line identifier twice in an invoice
``settings.py``      the day, the channel and the agreements that rules go by

The rules judge invoices, whatever format they came from, and never read a format.  They run on figures as stated: an
amount, rate or date that is absent is silent here, unless every conversion needs it.

A new rule is a `Rule` and a function in the file of its subject, or in a new file that is imported here; the order of
the imports is the order of the findings.
"""

from __future__ import annotations

# isort: off
from einvoice.rules import (
    kind,
    basics,
    codes,
    signs,
    credits,
    vat_category,
    vat_country,
    vat_reason,
    vat_rate,
    totals,
    rounding,
    parties,
    references,
    accounts,
    dates,
    terms,
    attachments,
    duplicates,
)

# isort: on
from einvoice.rules.kit import RULES, Rule, explain, rule_of, run

__all__ = [
    "RULES",
    "Rule",
    "accounts",
    "attachments",
    "basics",
    "codes",
    "credits",
    "dates",
    "duplicates",
    "explain",
    "kind",
    "parties",
    "references",
    "rounding",
    "rule_of",
    "run",
    "signs",
    "terms",
    "totals",
    "vat_category",
    "vat_country",
    "vat_rate",
    "vat_reason",
]
