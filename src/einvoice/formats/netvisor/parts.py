"""Small tables that the Netvisor tables share."""

from __future__ import annotations

from typing import Final

from einvoice.formats.mapping import Attr, Group, Leaf, Pair, Table
from einvoice.formats.mapping.codecs import COMMA, INTEGER, STRIPPED
from einvoice.formats.netvisor import irregular
from einvoice.model.records import Accrual, Dimension, PostingLine

ANSI: Final = (Attr("format", const="ansi"),)
"""The attribute that the vendor calls mandatory on dates: always written, never required."""


def accrual(term: str) -> Table:
    """Return the table of an accrual; the terms of the register begin with *term*."""
    return Table(
        term,
        Accrual,
        (
            Leaf(f"{term}-START-MONTH", "start_month", "startmonth", INTEGER),
            Leaf(f"{term}-START-YEAR", "start_year", "startyear", INTEGER),
            Leaf(f"{term}-END-MONTH", "end_month", "endmonth", INTEGER),
            Leaf(f"{term}-END-YEAR", "end_year", "endyear", INTEGER),
            Leaf(f"{term}-CURVE", "curve", "divisioncurvename", STRIPPED),
        ),
    )


def dimension(term: str) -> Table:
    """Return the table of a dimension; the terms of the register begin with *term*."""
    return Table(
        term,
        Dimension,
        (
            Leaf(f"{term}-NAME", "name", "dimensionname", STRIPPED, limit=50),
            Leaf(
                f"{term}-ITEM",
                "item",
                "dimensionitem",
                STRIPPED,
                (Attr("integrationdimensiondetailguid", None, "native.guid"),),
                limit=200,
            ),
            Leaf(None, "native.metadata", "metadata/data", STRIPPED),
        ),
    )


ACCRUAL = accrual("EX-ACCRUAL")
LINE_ACCRUAL = accrual("EX-LINE-ACCRUAL")
LINE_DIMENSION = dimension("EX-LINE-DIMENSION")
POSTING_DIMENSION = dimension("EX-POSTING-DIMENSION")

POSTING_LINE = Table(
    "EX-POSTING-LINE",
    PostingLine,
    (
        Pair(
            ("EX-POSTING-AMOUNT", "EX-POSTING-WITH-VAT"),
            ("amount", "includes_vat"),
            "linesum",
            irregular.read_line_sum,
            irregular.write_line_sum,
        ),
        Leaf("EX-POSTING-TEXT", "description", "description", STRIPPED, limit=255),
        Leaf("EX-POSTING-ACCOUNT", "account", "accountnumber", STRIPPED),
        Leaf(
            "EX-POSTING-VAT-RATE",
            "vat_rate",
            "vatpercent",
            COMMA,
            (Attr("vatcode", "EX-POSTING-VAT-CODE", "vat_code", STRIPPED),),
        ),
        Leaf(None, "native.skip_accrual", "skipaccrual", STRIPPED),
        Group("EX-POSTING-DIMENSION", "dimensions", "dimension", POSTING_DIMENSION, many=True),
    ),
)
