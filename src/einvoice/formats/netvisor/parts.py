"""Small tables that the Netvisor tables share."""

from __future__ import annotations

from typing import Final

from einvoice.formats.mapping import Attr, Group, Leaf, Pair, Table
from einvoice.formats.mapping.codecs import COMMA, INTEGER, STRIPPED
from einvoice.formats.netvisor import irregular
from einvoice.model import Accrual, Dimension, PostingLine

ANSI: Final = (Attr("format", const="ansi"),)
"""The attribute that the vendor calls mandatory on dates: always written, never required."""

ACCRUAL = Table(
    "EX-ACCRUAL",
    Accrual,
    (
        Leaf("EX-ACCRUAL-START-MONTH", "start_month", "startmonth", INTEGER),
        Leaf("EX-ACCRUAL-START-YEAR", "start_year", "startyear", INTEGER),
        Leaf("EX-ACCRUAL-END-MONTH", "end_month", "endmonth", INTEGER),
        Leaf("EX-ACCRUAL-END-YEAR", "end_year", "endyear", INTEGER),
        Leaf("EX-ACCRUAL-CURVE", "curve", "divisioncurvename", STRIPPED),
    ),
)

DIMENSION = Table(
    "EX-DIMENSION",
    Dimension,
    (
        Leaf("EX-DIMENSION-NAME", "name", "dimensionname", STRIPPED, limit=50),
        Leaf(
            "EX-DIMENSION-ITEM",
            "item",
            "dimensionitem",
            STRIPPED,
            (Attr("integrationdimensiondetailguid", None, "native.guid"),),
            limit=200,
        ),
        Leaf(None, "native.metadata", "metadata/data", STRIPPED),
    ),
)

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
        Group("EX-POSTING-DIMENSION", "dimensions", "dimension", DIMENSION, many=True),
    ),
)
