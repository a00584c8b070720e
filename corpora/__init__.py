"""Invoices that we made up, and a generator of more.

    netvisor/, peppol-bis/, finvoice/, billecta/
                             one document per thing to show; README.md says which and what to expect
    einvoice.toml            the context of the Netvisor samples; einvoice-with-csv.toml and customers.csv say the same
    billecta.toml            the context of the Billecta samples
    generate.py              seeded batches:  python -m corpora.generate --format netvisor --count 500 --seed 7 -o DIR

The generator goes in three steps: a `world` (seller and customers), a `draft` per invoice (what was sold, to whom,
under which VAT), and the text of one format (`netvisor_text`, `ubl_text`, `finvoice_text`, `billecta_text`).  It uses
the standard library alone and nothing of `einvoice`, so that a fault of a reader or writer cannot hide in its own test
material.

Companies are invented.  Their numbers have valid check digits and lie in ranges that no register has issued.
"""
