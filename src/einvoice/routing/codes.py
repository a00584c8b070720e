"""E-ROUTE-… and W-ROUTE-…: what keeps an invoice from its receiver, and what to watch.

Each code is a record: the official rules that it spares the sender, what is wrong, why it matters, how to mend it, and
an example.  `einvoice explain` prints them.

Sources: Peppol BIS Billing 3.0.21; EN 16931 UBL rules 1.3.16; OpenPeppol participant identifier schemes 9.7; DIGG,
choice of Peppol ID; SFTI, invoice references; help pages of InExchange; SoftOne GO handbook.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from einvoice.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class RouteCode:
    """A code of routing."""

    code: str
    title: str
    terms: tuple[str, ...]
    prevents: tuple[str, ...]
    why: str
    fix: str
    example: str

    @property
    def severity(self) -> Severity:
        """The severity of its findings, which the first letter says."""
        return "error" if self.code.startswith("E-") else "warning"

    def finding(
        self, message: str, path: str, *, fix: str | None = None, value: str | None = None, terms: tuple[str, ...] = ()
    ) -> Finding:
        """Return a finding of this code at *path* in the model."""
        return Finding(
            self.code,
            self.severity,
            "business",
            message,
            fix or self.fix,
            terms or self.terms,
            value=value,
            model_path=path,
        )

    def text(self) -> str:
        """Return the code for a person to read."""
        lines = [
            f"{self.code} ({self.severity}): {self.title}",
            f"  why:     {self.why}",
            f"  fix:     {self.fix}",
            f"  example: {self.example}",
            f"  terms:   {', '.join(self.terms)}",
        ]
        if self.prevents:
            lines.append(f"  spares:  {', '.join(self.prevents)}")
        return "\n".join(lines)


_TABLE: Final = (
    RouteCode(
        "E-ROUTE-101",
        "the buyer has no electronic address, and no number that gives one",
        ("BT-49",),
        ("PEPPOL-EN16931-R010",),
        "Without an address the network cannot deliver; an e-mail or a letter may still be possible.",
        "Write the organisation number (business_id) or the VAT number on the card of the customer, or the GLN that "
        "the customer gave (gln).",
        "A customer of whom the card holds only the name.",
    ),
    RouteCode(
        "E-ROUTE-102",
        "a registration number, an OVT code or another address that is a number is wrong",
        ("BT-47",),
        ("PEPPOL-COMMON-R049", "PEPPOL-COMMON-R041", "PEPPOL-COMMON-R042"),
        "A mistyped number is refused, or belongs to somebody else, who then gets the invoice.",
        "Compare the number with the register or with an invoice of the party, and correct it.",
        "556047-3522, whose check digit should be 1.",
    ),
    RouteCode(
        "E-ROUTE-103",
        "a GLN is wrong",
        ("BT-49", "BT-46"),
        ("PEPPOL-COMMON-R040",),
        "A GLN is given for a department; the organisation number in its place would reach the wrong desk, so nothing "
        "takes its place.",
        "Ask the customer for the GLN; it has 13 digits, the last one is a check digit.",
        "7894565135487, whose check digit should be 1; 731000011111, which has 12 digits.",
    ),
    RouteCode(
        "E-ROUTE-104",
        "a VAT number is wrong",
        ("BT-48",),
        ("BR-CO-09", "SE-R-001", "SE-R-002", "NO-R-001"),
        "The buyer cannot deduct, and receivers refuse the invoice.",
        "Correct the VAT number, with the letters of its country in front.",
        "FI20774741, whose check digit should be 0.",
    ),
    RouteCode(
        "E-ROUTE-105",
        "an address has a scheme that cannot be used",
        ("BT-49",),
        ("PEPPOL-EN16931-CL008", "BR-CL-25"),
        "The network knows no receiver under a scheme that was removed, and BIS Billing refuses the invoice.",
        "Use the scheme that took its place; where none did, ask the receiver.",
        "9955:SE556047352101, which is 0007:5560473521 since 2023-07-31.",
    ),
    RouteCode(
        "E-ROUTE-106",
        "the seller has no electronic address",
        ("BT-34",),
        ("PEPPOL-EN16931-R020",),
        "BIS Billing demands the address of the sender too: answers and refusals go there.",
        'Add endpoint = "0216:0037…" (or 0007:…) under [seller], or business_id and country.',
        "A Netvisor invoice, which holds no seller, routed without a context.",
    ),
    RouteCode(
        "E-ROUTE-107",
        "the VAT category needs the VAT number of the buyer",
        ("BT-48",),
        ("BR-IC-02", "BR-AE-02"),
        "A supply within the EU (K) is free of VAT only to a buyer with a VAT number; reverse charge (AE) needs to "
        "know who pays the VAT.",
        "Write the VAT number on the card of the customer (vat_id); for AE the registration number does as well.",
        "Category K, and a buyer of whom nothing but the GLN is known.",
    ),
    RouteCode(
        "E-ROUTE-108",
        "the VAT category needs the VAT number of the seller",
        ("BT-31", "BT-32"),
        ("BR-S-02", "BR-Z-02", "BR-E-02", "BR-AE-02", "BR-IC-02", "BR-G-02"),
        "An invoice on which somebody states VAT without a VAT number is no proof for the buyer.",
        "Add vat_id under [seller]; except for K and G, tax_registration does as well.",
        "Category S, and a seller with a business id only.",
    ),
    RouteCode(
        "E-ROUTE-109",
        "the seller has neither identifier, registration number nor VAT number",
        ("BT-29", "BT-30", "BT-31"),
        ("BR-CO-26",),
        "Names are not unique: the buyer cannot tell who sends the invoice.",
        "Add business_id and vat_id under [seller].",
        "A seller of whom only name and address are known.",
    ),
    RouteCode(
        "E-ROUTE-110",
        "several receivers answer to the number",
        ("BT-49",),
        (),
        "Public bodies have a receiver for each administration; a guess may reach the wrong one.",
        "Ask the customer which one it is, and write its GLN (gln) or its id at the operator (recipient_id) on the "
        "card.",
        "A municipality with one organisation number, and a GLN for each of three departments.",
    ),
    RouteCode(
        "E-ROUTE-111",
        "a public body has to get an e-invoice, and no receiver is found",
        ("BT-49",),
        (),
        "In Sweden (SFS 2018:1277) and Finland public bodies take e-invoices only; a PDF or a letter comes back.",
        "Ask the customer for the GLN or address at which it receives e-invoices; if it is no public body, write "
        "public_body = false on its card.",
        "A Swedish municipality that the look-up does not know.",
    ),
    RouteCode(
        "E-ROUTE-112",
        "no way to reach the buyer",
        ("BT-49", "BT-58", "BG-8"),
        (),
        "There is no receiver of e-invoices, no e-mail address and no complete postal address.",
        "Add email, or street, postal_code and city, to the card of the customer.",
        "A private person of whom only the name is known.",
    ),
    RouteCode(
        "E-ROUTE-120",
        "neither a buyer reference nor an order number",
        ("BT-10", "BT-13"),
        ("PEPPOL-EN16931-R003",),
        "Public receivers route by it inside the house and send the invoice back without it.",
        'Ask the customer for the reference, and add marking = "…" to its card.',
        "An invoice with neither BT-10 nor BT-13.",
    ),
    RouteCode(
        "E-ROUTE-130",
        "an attachment that cannot be sent",
        ("BT-125",),
        ("PEPPOL-EN16931-CL001", "BR-CL-24", "UBL-DT-06", "UBL-DT-07"),
        "One attachment of a type that is not allowed, without a name, or too large, stops the whole invoice.",
        "Send PDF, PNG, JPEG, CSV, xlsx or ods, each with its file name; put large files on a server and send "
        "the link.",
        "A ZIP file; a PDF of 6 MB.",
    ),
    RouteCode(
        "W-ROUTE-201",
        "the GLN is not known to the network, and the organisation number is",
        ("BT-49",),
        (),
        "The invoice would reach the organisation and not the department, so it is not sent there unasked.",
        'Ask the customer for the right GLN; or write endpoint = "0007:…" on its card to send to the organisation.',
        "A department that has been closed.",
    ),
    RouteCode(
        "W-ROUTE-202",
        "the address was derived and nobody has confirmed it",
        ("BT-49",),
        (),
        "Not every company receives under its number; many in Finland have a suffix behind it.",
        "Look the receiver up, or write the address that the customer gave as endpoint on its card.",
        "0216:003720774740, from the business id 2077474-0.",
    ),
    RouteCode(
        "W-ROUTE-203",
        "the organisation number is missing and was taken from the VAT number",
        ("BT-47",),
        (),
        "A Swedish VAT number holds the organisation number as a rule, in VAT groups that of another company.",
        "Write the organisation number on the card (business_id).",
        "5560473521 from SE556047352101.",
    ),
    RouteCode(
        "W-ROUTE-204",
        "the organisation number is the personal number of a sole trader",
        ("BT-49",),
        (),
        "A personal number in an address is seen by everybody on the way.",
        "Ask for a GLN; or, if the number may be shown, write it as endpoint, with 0007: in front.",
        "811228-****.",
    ),
    RouteCode(
        "W-ROUTE-205",
        "an address with an old Finnish scheme was rewritten",
        ("BT-49",),
        (),
        "0037, 0212 and 0213 are no addresses since 2024-12-31; 0216 took their place.",
        "Write the new address where the old one stands.",
        "0212:2077474-0 becomes 0216:003720774740.",
    ),
    RouteCode(
        "W-ROUTE-206",
        "a Swedish VAT number does not end in 01",
        ("BT-48",),
        (),
        "Nearly all do, so another ending is often a slip; no official rule refuses it.",
        "Compare the number with the register.",
        "SE556047352102.",
    ),
)

CODES: Final = {entry.code: entry for entry in _TABLE}
"""All codes of routing, in the order of the table."""
