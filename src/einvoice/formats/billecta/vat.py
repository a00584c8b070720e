"""The VAT category of a row, which Billecta does not state.

A row has a rate; reverse charge holds for the whole invoice; countries are those of the parties.  The first that fits:

an interest invoice                                       O, with a finding when a row has VAT
reverse charge, and a row with VAT                        AE when the answer has no VAT at all, else S with a finding
a rate above 0                                            S
0 %, reverse charge, buyer in the country of the seller   AE
0 %, reverse charge, buyer in another EU country          K for goods, AE for services: ``[billecta] supplies``
0 %, buyer outside the EU                                 G for goods, O for services: ``[billecta] supplies``
0 % otherwise                                             ``[billecta] zero_vat``: E, Z or O

Where a setting decides and there is none, the finding EI-BILLECTA-VAT asks for it by name, and the category is the one
that the finding says.

Source: the bookkeeping categories that the service distinguishes, and Swedish practice in Peppol.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from einvoice import codelists
from einvoice.calc import ExemptionReasons
from einvoice.context import Context
from einvoice.findings import Finding
from einvoice.formats.billecta.settled import finding
from einvoice.model import Invoice, Line

EXEMPT: Final = frozenset({"E", "AE", "K", "G", "O"})
"""Categories whose breakdown states a reason (BT-120, BT-121)."""

HOME: Final = "SE"
"""Where a sender account is registered, unless the context says otherwise."""


class Categories:
    """The decision for one invoice; *buyer* is the country of the buyer, None when nobody knows it."""

    def __init__(self, invoice: Invoice, buyer: str | None, context: Context, *, interest: bool) -> None:
        settings = context.billecta
        self.home = context.seller.country if context.seller is not None and context.seller.country else HOME
        self.buyer = buyer
        self.supplies = settings.supplies
        self.zero = settings.zero_vat
        self.interest = interest
        self.reverse = invoice.native.get("billecta:ReverseVATDetails/ReverseVATActivated") == "true"
        totals = invoice.totals
        self.untaxed = totals is not None and totals.vat_total is not None and not totals.vat_total
        self.alone = not any(line.vat_rate for line in invoice.lines)
        self.findings: list[Finding] = []
        self._asked: set[str] = set()

    def of(self, line: Line, number: int) -> tuple[str, Decimal | None]:
        """Return category and rate of *line*, the one at *number* of the invoice."""
        rate = line.vat_rate if line.vat_rate is not None else Decimal(0)
        at = f"lines[{number}].vat_category"
        if self.interest:
            if rate:
                self._ask(
                    "interest",
                    f"an interest invoice has a row with {rate} % VAT, and interest is outside VAT; read as O",
                    "write the row with VAT 0; bill what bears VAT with an InvoiceAction",
                    at,
                )
            return "O", None
        if self.reverse and rate:
            return self._contradiction(rate, at)
        if rate:
            return "S", rate
        if line.vat_rate is None and not self.reverse:
            self._ask(
                "rate",
                "a row does not say its VAT, and the service may take that for 0; read as 0",
                'write "VAT": 25, or 0 for a row without VAT',
                at,
                severity="warning",
            )
        category = self._without_vat(at)
        return category, None if category == "O" else Decimal(0)

    def _contradiction(self, rate: Decimal, at: str) -> tuple[str, Decimal | None]:
        category = "AE" if self.untaxed else "S"
        read = "the answer has no VAT, so the row is read as reverse charge (AE)" if self.untaxed else "read as S"
        self._ask(
            "reverse",
            f"reverse charge is activated for the invoice, and a row has {rate} % VAT; {read}",
            "write the rows with VAT 0, or switch ReverseVATActivated off",
            at,
        )
        return category, Decimal(0) if self.untaxed else rate

    def _without_vat(self, at: str) -> str:
        abroad = self.buyer is not None and self.buyer != self.home
        in_union = self.buyer is not None and codelists.is_eu(self.buyer)
        if abroad and not in_union:
            return self._supplied("G", "O", "the buyer is outside the EU, and", at)
        if self.reverse and abroad:
            return self._supplied("K", "AE", "the buyer is in another EU country, and", at)
        if self.reverse:
            return "AE"
        if self.zero is None:
            self._ask(
                "zero_vat",
                "a row has VAT 0, and Billecta does not say why: exempt (E), zero rated (Z) or outside VAT (O); read "
                "as Z",
                'say it in the context: [billecta] zero_vat = "E", and the reason: [vat] E = { reason = "…" }',
                at,
            )
            return "Z"
        if self.zero == "O" and not self.alone:
            self._ask(
                "outside",
                "a row is outside VAT (O) by the context and stands beside rows with VAT, which O must not; read as "
                "exempt (E)",
                "bill what is outside VAT on an invoice of its own",
                at,
                severity="warning",
            )
            return "E"
        return self.zero

    def _supplied(self, goods: str, services: str, why: str, at: str) -> str:
        if self.supplies is None:
            self._ask(
                "supplies",
                f"{why} Billecta does not say whether goods or services are sold: goods are {goods}, services "
                f"{services}; read as {goods if goods == 'G' else services}",
                'say it in the context: [billecta] supplies = "goods", or "services"',
                at,
            )
            return goods if goods == "G" else services
        category = goods if self.supplies == "goods" else services
        if category == "O" and not self.alone:
            self._ask(
                "outside",
                f"{why} services are outside VAT (O) by the context; the row stands beside rows with VAT, which O must "
                "not; read as export (G)",
                "bill what is outside VAT on an invoice of its own",
                at,
                severity="warning",
            )
            return "G"
        return category

    def _ask(self, what: str, message: str, fix: str, at: str, severity: str = "error") -> None:
        if what in self._asked:
            return
        self._asked.add(what)
        self.findings.append(
            finding(
                "EI-BILLECTA-VAT",
                "warning" if severity == "warning" or what == "reverse" else "error",
                message,
                fix,
                ("BT-151",),
                None,
                at,
            )
        )


def reasons(invoice: Invoice, context: Context) -> ExemptionReasons:
    """Return text and code of the exemption for each category: of the context, else the default of the category."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for category in {line.vat_category for line in invoice.lines} & EXEMPT:
        assert category is not None
        decision, default = context.vat.get(category), codelists.vat_category(category)
        text = decision.reason if decision is not None else None
        code = decision.code if decision is not None else None
        if default is not None and not (text or code):
            text, code = default.exemption_text(), default.vatex
        found[category] = (text, code)
    return found
