"""Which kind of payment reference a text is: decides how BT-83 is written in each format.

Source: those of `fi_reference`, `rf_reference` and `se_ocr`, which decide.

>>> classify("RF98 1111 2"), classify("11112"), classify("20260014"), classify("Order 17")
('rf', 'fi', 'se-ocr', 'free')
>>> classify("1232"), classify("1232", country="SE")
('fi', 'free')
"""

from typing import Literal

from einvoice.identifiers import fi_reference, rf_reference, se_ocr

Kind = Literal["fi", "rf", "se-ocr", "free"]


def classify(text: str, *, country: str | None = None) -> Kind:
    """Return the kind of *text*: `fi`, `rf`, `se-ocr`, or `free` when no check digit proves one.

    One number in ten passes another country's check digit by chance, and some pass both.  *country*,
    that of the account to be paid, rules the other country's kind out; without it `fi` comes first.
    """
    if rf_reference.is_valid(text):
        return "rf"
    if country in (None, "FI") and fi_reference.is_valid(text):
        return "fi"
    if country in (None, "SE") and se_ocr.is_valid(text):
        return "se-ocr"
    return "free"
