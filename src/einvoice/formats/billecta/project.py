"""The canonical invoice brought into the shape of an entry that creates an invoice.

`project` makes the view that the table writes: what has a row stands in its field, all else that Billecta takes in
`native`, under its path.  What the view leaves out is not named here: the writer reads its document back and names
every difference (`mapping/loss.py`), except at the paths that a finding of this module has named.

``written_rows.py``     rows, discounts, fees
``written_payment.py``  `PaymentOverride`, attachments
``debtor.py``           the customer to create when Billecta does not know the buyer
``kept.py``             what a Billecta source left in `native`

Numbers of Billecta (sender account, customer, credited invoice) come from the source or the context.  One that is
missing is an error that names the line to add: the entry is written all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from einvoice import calc
from einvoice.calc.rounding import exact
from einvoice.context import BILLECTA_DEBTOR, Context, toml_text
from einvoice.findings import Finding
from einvoice.formats.billecta import views
from einvoice.formats.billecta.debtor import carried, code_of, debtor_of
from einvoice.formats.billecta.kept import RECORD, Said, kept, shortened, unwritable
from einvoice.formats.billecta.settle import CREDIT, TYPES
from einvoice.formats.billecta.settled import PREFIX, ZERO
from einvoice.formats.billecta.views import ENTRY
from einvoice.formats.billecta.written_payment import account_of, files, override
from einvoice.formats.billecta.written_rows import Row, Rows, Writer, includes_vat, is_text
from einvoice.formats.mapping.codecs import format_decimal
from einvoice.identifiers.digits import bare
from einvoice.model import (
    AllowanceCharge,
    Contact,
    Delivery,
    DocumentTotals,
    Invoice,
    Line,
    Note,
    Party,
    PaymentInstructions,
    SupportingDocument,
)

SELF_BILLED: Final = frozenset({"261", "389", "500", "501", "502", "503", "527"})
"""Types that the buyer issues."""

FROM_CONTEXT: Final = "billecta:_contact_of_context"
"""Note on a seller whose contact the context supplied: it is that of the company, and no reference of the invoice."""

_ORDER_NUMBER: Final = {"SV": "Ert ordernummer", "EN": "Your order number", "FI": "Tilausnumero"}

_METHODS: Final = {"e-invoice": "EInvoice", "pdf": "Email", "paper": "Mail"}
"""Delivery of the customer card → `DeliveryMethod`."""


@dataclass
class Projection:
    """The view to write, and what the writer needs to tell of it in terms of the invoice."""

    view: Invoice
    findings: list[Finding]
    named: set[str]
    """Paths of the invoice that need no other finding: what was written differently has one, or moved whole."""
    rows: tuple[str, ...]
    """The path in the invoice of what each row of the view was made of."""
    files: tuple[int, ...]
    """For each file in the order of reading, attachments first, the position of its document in the invoice."""
    debtor: dict[str, Any] | None = None
    """The customer to create first, when Billecta does not know the buyer."""
    fees: dict[str, int] = field(default_factory=dict)
    """Member → position of the charge that is written as that fee."""
    texts: frozenset[int] = frozenset()
    """The rows of the view that are texts."""
    because: dict[str, str] = field(default_factory=dict)
    """Paths of the invoice whose values are written otherwise together with one that is named, and why."""
    basis: Invoice | None = None
    """The invoice that a credit note became which asks for money."""

    def told(self, path: str) -> str:
        """Return *path*, of the view, as a path of the invoice.

        >>> from einvoice.model import Invoice
        >>> Projection(Invoice(), [], set(), ("leading_text_rows[0]", "lines[0]"), ()).told("lines[1].quantity")
        'lines[0].quantity'
        """
        for name, places in (("lines[", self.rows), ("supporting_documents[", self.files)):
            if not path.startswith(name):
                continue
            number, _, rest = path.removeprefix(name).partition("]")
            if not number.isdecimal() or int(number) >= len(places):
                return path
            place = places[int(number)]
            source = place if isinstance(place, str) else f"supporting_documents[{place}]"
            if source.startswith("lines[") and source.endswith("]") and source.count("[") == 1:
                return source + rest
            return source + rest if name != "lines[" else source
        return path

    def in_order(self, original: Invoice, returned: Invoice) -> Invoice:
        """Return *returned*, the written entry read back, with its lists beside those of *original*.

        A line stands at the place of the line that it was made of; rows made of something else follow.  So it is with
        the discount of a line, the fees of the document and its files.
        """
        update: dict[str, Any] = {"lines": self._lines(original, returned)}
        charges = [AllowanceCharge(is_charge=entry.is_charge) for entry in original.allowances_charges]
        rest = []
        by_code = {("IS" if member == "InvoiceFee" else "FC"): place for member, place in self.fees.items()}
        for entry in returned.allowances_charges:
            if (place := by_code.get(entry.reason_code or "")) is not None:
                charges[place] = entry
            else:
                rest.append(entry)
        update["allowances_charges"] = (*charges, *rest)
        if self.files:
            update["supporting_documents"] = self._documents(original, returned)
        if original.payment_instructions:
            update["payment_instructions"] = _beside(original.payment_instructions, returned.payment_instructions)
        return returned.model_copy(update=update)

    def _documents(self, original: Invoice, returned: Invoice) -> tuple[SupportingDocument, ...]:
        """A link is not written, so that the files after it come back one place further up."""
        places = [*self.files, *(n for n in range(len(original.supporting_documents)) if n not in self.files)]
        found = [SupportingDocument() for _ in places]
        for place, document in zip(places, returned.supporting_documents, strict=False):
            found[place] = document
        return (*found, *returned.supporting_documents[len(places) :])

    def _lines(self, original: Invoice, returned: Invoice) -> tuple[Line, ...]:
        sources = [source for number, source in enumerate(self.rows) if number not in self.texts]
        if len(sources) != len(returned.lines):
            return returned.lines
        own: dict[str, Line] = dict(zip(sources, returned.lines, strict=True))
        found = []
        for number, line in enumerate(original.lines):
            path = f"lines[{number}]"
            back = own.pop(path)
            entries = [AllowanceCharge(is_charge=entry.is_charge) for entry in line.allowances_charges]
            place = next((n for n, e in enumerate(line.allowances_charges) if not e.is_charge and e.amount), None)
            if place is not None and back.allowances_charges:
                entries[place] = back.allowances_charges[0]
                back = back.model_copy(update={"allowances_charges": tuple(entries)})
            found.append(back)
        return (*found, *own.values())


def _beside(
    original: tuple[PaymentInstructions, ...], returned: tuple[PaymentInstructions, ...]
) -> tuple[PaymentInstructions, ...]:
    """Return the ways to pay that came back, each beside the one with the same account."""
    rest = list(returned)
    found: list[PaymentInstructions | None] = []
    for way in original:
        match = next(
            (n for n, each in enumerate(rest) if account_of(each) and account_of(each) == account_of(way)), None
        )
        found.append(None if match is None else rest.pop(match))
    return tuple(way or (rest.pop(0) if rest else PaymentInstructions()) for way in found) + tuple(rest)


@exact
def project(invoice: Invoice, context: Context) -> Projection:
    """Return *invoice* in the shape of an entry, what was decided, and what is written elsewhere than it stood."""
    basis = _as_demanded(invoice)
    made = _Projector(basis, context).project()
    if basis is not invoice:
        made.basis = basis
        made.findings.insert(0, _turned(invoice))
        made.named.add("type_code")
    return made


def _due(invoice: Invoice) -> Decimal | None:
    totals = invoice.totals
    if totals is None:
        return None
    return totals.total_with_vat if totals.total_with_vat is not None else totals.amount_due


def _as_demanded(invoice: Invoice) -> Invoice:
    """Return a credit note that demands money as the invoice that it is: Billecta tells it by its sign."""
    due = _due(invoice)
    if not invoice.is_credit_note or due is None or due >= 0:
        return invoice
    return calc.flip(invoice).model_copy(update={"type_code": "380"})


def _turned(invoice: Invoice) -> Finding:
    return Finding(
        "LOSS-CHANGED",
        "warning",
        "loss",
        f"the credit note (type {invoice.type_code}) has the negative total {_due(invoice)}, so it asks for money; a "
        "credit invoice of Billecta gives money back, and it is written as an invoice (InvoiceAction, 380)",
        "send an invoice, or a credit note with a positive total",
        ("BT-3",),
        value=invoice.type_code,
        model_path="type_code",
    )


class _Projector:
    def __init__(self, stated: Invoice, context: Context) -> None:
        self.stated = stated
        self.context = context
        self.settings = context.billecta
        self.said = Said()
        self.invoice = calc.flip(stated) if stated.is_credit_note else stated
        native = {key: text for key, text in stated.native.items() if RECORD.fullmatch(key) is None}
        self.native = kept(native, ENTRY, "", stated.currency, self.said)
        self.language = self.native.setdefault(f"{PREFIX}CommunicationLanguage", self.settings.language)

    def get(self, path: str) -> str | None:
        return self.native.get(PREFIX + path)

    def put(self, path: str, text: str) -> None:
        self.native[PREFIX + path] = text

    def project(self) -> Projection:
        stated, said = self.stated, self.said
        self.kind()
        creditor = self.creditor()
        guid, debtor = self.debtor(creditor)
        self.delivery_method()
        self.interest()
        self.credited()
        self.reverse()
        rows = Writer(self.invoice, self.context, self.language, said).write()
        self.prices(rows)
        self.period(rows)
        for member, (position, amount) in rows.fees.items():
            self.put(member, format_decimal(amount))
            said.named.update(f"allowances_charges[{position}].{name}" for name in ("is_charge",))
        self.native |= override(self.invoice, self.context, self.native, said)
        documents, others, origin = files(stated, self.native, said)
        self.native |= others
        self.rounding()
        view: dict[str, Any] = {
            "issue_date": stated.issue_date,
            "due_date": self.due_date(),
            "lines": rows.numbered(),
            "seller": self.our_reference(),
            "buyer_reference": None,
            "invoice_number": stated.invoice_number,
            "supporting_documents": documents,
            "native": self.native,
        }
        view["buyer_reference"], view["notes"] = self.texts()
        if guid is not None:
            view["buyer"] = Party(native={f"{PREFIX}DebtorPublicId": guid})
        if stated.delivery is not None and stated.delivery.actual_delivery_date is not None:
            view["delivery"] = Delivery(actual_delivery_date=stated.delivery.actual_delivery_date)
        if stated.issue_date is None:
            said.find(
                "EI-BILLECTA-NO-DATE",
                "error",
                "the invoice has no date of issue, and Billecta takes no invoice without one",
                "state the date of issue (BT-2)",
                ("BT-2",),
                "issue_date",
            )
        if stated.currency is None:
            said.find(
                "EI-BILLECTA-CURRENCY",
                "error",
                "the invoice states no currency, and every amount of Billecta has one",
                "state the currency (BT-5)",
                ("BT-5",),
                "currency",
            )
        return Projection(
            Invoice(**{name: value for name, value in view.items() if value is not None}),
            said.findings,
            said.named,
            tuple(row.source for row in rows.rows),
            origin,
            debtor,
            {member: position for member, (position, _) in rows.fees.items()},
            frozenset(number for number, row in enumerate(rows.rows) if is_text(row.line)),
            said.because,
        )

    # -- type ----------------------------------------------------------------------------------------------------

    def kind(self) -> None:
        stated, said = self.stated, self.said
        code = "381" if stated.is_credit_note else "380"
        action = self.get("ActionType")
        if action is None or TYPES.get(action) != code:
            self.put("ActionType", CREDIT if stated.is_credit_note else "InvoiceAction")
        if stated.type_code in SELF_BILLED:
            said.find(
                "EI-BILLECTA-TYPE",
                "error",
                f"type {stated.type_code} is an invoice that the buyer issues, and an entry of Billecta creates one of "
                "the seller",
                "create it in the module of Billecta for self-invoices",
                ("BT-3",),
                "type_code",
                stated.type_code,
            )
        elif stated.type_code not in (None, code):
            said.lose(
                "LOSS-CHANGED",
                "warning",
                "type_code",
                stated.type_code,
                f"type {stated.type_code} is written as {self.get('ActionType')}, which is {code}: Billecta knows "
                "invoices and credit invoices",
                f"send an invoice of type {code}, or expect it to come back as that",
            )
        if stated.document_kind == "order":
            said.find(
                "EI-BILLECTA-KIND",
                "error",
                "the document is a sales order, and an entry creates an invoice that is demanded to be paid",
                "invoice the order first",
                ("BT-3",),
                "document_kind",
                "order",
            )
        elif stated.document_kind == "draft":
            message = "the draft becomes an invoice of Billecta, which is a draft itself until it is attested"
            said.lose("LOSS-CHANGED", "info", "document_kind", "draft", message)

    def credited(self) -> None:
        """A credit invoice names what it credits by the number that Billecta gave it."""
        stated, said = self.stated, self.said
        answered = self.native.pop(f"{PREFIX}CreditingInvoice/SourcePublicId", None)
        public = self.get("CreditingInvoicePublicId") or answered
        if answered is not None:
            said.named.add(f"native.{PREFIX}CreditingInvoice/SourcePublicId")
        found = ((n, entry.number) for n, entry in enumerate(stated.preceding_invoices) if entry.number)
        position, number = next(found, (0, None))
        if public is None and stated.is_credit_note and number is not None:
            public = self.settings.credited_invoices.get(number)
            if public is not None:
                said.lose(
                    "LOSS-TRANSLATED",
                    "info",
                    f"preceding_invoices[{position}].number",
                    number,
                    f"the credited invoice {number} is named by its ActionPublicId, {public}, which the context knows",
                )
        if number is not None and not stated.is_credit_note and public is None:
            said.lose(
                "LOSS-NO-PLACE",
                "warning",
                f"preceding_invoices[{position}].number",
                number,
                f"the preceding invoice {number} is not carried: Billecta names an invoice where it is credited only",
            )
        if public is not None:
            self.put("CreditingInvoicePublicId", public)
        elif stated.is_credit_note:
            line = f'{toml_text(number or "…")} = "…"'
            said.find(
                "EI-BILLECTA-CREDITED",
                "error",
                f"the credit note credits invoice {number!r} (BT-25), whose ActionPublicId is not known"
                if number is not None
                else "the credit note does not say which invoice it credits (BT-25)",
                f"add to {self.place}: [billecta.credited_invoices] | {line}  (its ActionPublicId)",
                ("BT-25",),
                "preceding_invoices[0].number",
                number,
            )

    @property
    def place(self) -> str:
        return self.context.source or "einvoice.toml (given with --context)"

    # -- parties -------------------------------------------------------------------------------------------------

    def creditor(self) -> str | None:
        number = self.get("CreditorPublicId") or self.settings.creditor_public_id
        if number is not None:
            self.put("CreditorPublicId", number)
        else:
            self.said.find(
                "EI-BILLECTA-CREDITOR",
                "error",
                "the sender account of Billecta (CreditorPublicId) is not known",
                f'add to {self.place}: [billecta] | creditor_public_id = "…"',
                ("BG-4",),
                "seller",
            )
        return number

    def debtor(self, creditor: str | None) -> tuple[str | None, dict[str, Any] | None]:
        """Return the GUID of the customer, or else the customer to create."""
        stated = self.with_sound_debtor()
        guid = self.context.debtor_of(stated)
        if guid is not None:
            return guid, None
        debtor = debtor_of(stated, self.context, creditor)
        buyer = stated.buyer or Party()
        code = code_of(stated, self.context)
        who = f"customer {code!r}" if code is not None else f"the buyer {buyer.name!r}" if buyer.name else "the buyer"
        found, number = self.context.customer_of(stated), buyer.legal_registration_identifier
        # Without a code in the document, the card is found by its numbers, or by its code when that is the name.
        key = found.code if found is not None else code or (None if number or buyer.vat_identifier else buyer.name)
        keys = {"code": key or "…", "name": buyer.name, "business_id": number, "vat_id": buyer.vat_identifier}
        card = " | ".join(f"{name} = {toml_text(text)}" for name, text in keys.items() if text)
        card = "" if found is not None else f"[[customers]] | {card} | "
        self.said.find(
            "EI-BILLECTA-DEBTOR",
            "error",
            f"Billecta does not know {who} (BT-46): its DebtorPublicId is not in the context, and an invoice needs one",
            "create the customer that is written beside the invoice (NAME-debtor.json), and add its PublicId to "
            f'{self.place}: {card}[billecta.debtors] | {toml_text(key or "…")} = "…"',
            ("BT-46",),
            "buyer",
            code,
        )
        self.said.named |= carried(debtor, buyer)
        return None, debtor

    def with_sound_debtor(self) -> Invoice:
        """Return the invoice without a number of its customer that is no GUID, which the service refuses."""
        buyer = self.stated.buyer
        number = buyer.native.get(BILLECTA_DEBTOR) if buyer is not None else None
        wanted = None if number is None else unwritable(number, views.view(ENTRY)["DebtorPublicId"], None)
        if buyer is None or number is None or wanted is None:
            return self.stated
        message = f"DebtorPublicId {shortened(number)!r} is not written: {wanted}"
        self.said.lose("LOSS-UNWRITABLE", "warning", f"buyer.native.{BILLECTA_DEBTOR}", number, message)
        native = {key: text for key, text in buyer.native.items() if key != BILLECTA_DEBTOR}
        return self.stated.model_copy(update={"buyer": buyer.model_copy(update={"native": native})})

    def our_reference(self) -> Party | None:
        """The contact of the seller; the reference of the seller stands in where there is none."""
        stated = self.stated
        contact = stated.seller.contact if stated.seller is not None else None
        if stated.seller is not None and FROM_CONTEXT in stated.seller.native:
            contact = None  # nobody named in the document
        if contact is not None and contact.name:
            return Party(contact=Contact(name=contact.name.strip()))
        if not stated.seller_reference:
            return None
        message = f"the reference of the seller, {stated.seller_reference!r}, is written as OurReference, its contact"
        self.said.lose("LOSS-CHANGED", "info", "seller_reference", stated.seller_reference, message)
        return Party(contact=Contact(name=stated.seller_reference.strip()))

    # -- delivery, interest, VAT ---------------------------------------------------------------------------------

    def delivery_method(self) -> None:
        if self.get("DeliveryMethod") is not None:
            return
        card = self.context.customer_of(self.stated)
        method = _METHODS.get(card.delivery_method or "") if card is not None else None
        if method is None and self.settings.delivery_method is not None:
            method = self.setting()
        buyer = self.stated.buyer or Party()
        if method is None and buyer.electronic_address and buyer.electronic_address_scheme in ("0088", "0007"):
            method = "EInvoice"
        if method is None:
            method = "Manually"
            self.said.find(
                "EI-BILLECTA-DELIVERY",
                "warning",
                "nobody says how the invoice is sent; written as Manually, so the service sends nothing",
                f'add to {self.place}: [billecta] delivery_method = "EInvoice" (or Email, Mail …), or delivery_method '
                "on the card of the customer",
                ("BT-49",),
                "buyer.electronic_address",
            )
        self.put("DeliveryMethod", method)

    def setting(self) -> str | None:
        """Return the method of the context as Billecta spells it."""
        stated = self.settings.delivery_method or ""
        methods = [name for name, value in views.enum("DeliveryMethodTypeView").items() if value >= 0]
        found = next((name for name in methods if name.lower() == stated.strip().lower()), None)
        if found is None:
            self.said.find(
                "EI-BILLECTA-DELIVERY",
                "error",
                f"[billecta] delivery_method = {toml_text(stated)} is no way in which Billecta sends",
                f"write one of {', '.join(methods)}",
                ("BT-49",),
                "buyer.electronic_address",
                stated,
            )
        return found

    def interest(self) -> None:
        """Late-payment interest: what the source of Billecta says, while the rate is still that."""
        conditions = self.stated.payment_conditions
        rate = conditions.late_payment_interest_rate if conditions is not None else None
        if not rate:
            if self.get("InterestType") == "Fixed":
                self.native.pop(f"{PREFIX}InterestPercentage", None)
            if self.get("InterestType") in (None, "Fixed"):
                self.put("InterestType", "NoInterest")
            return
        before = self.get("InterestPercentage")
        if self.get("InterestType") != "Fixed" or before is None or before != format_decimal(rate):
            self.put("InterestPercentage", format_decimal(rate))
        self.put("InterestType", "Fixed")

    def reverse(self) -> None:
        """Reverse charge holds for the whole invoice."""
        invoice, said = self.invoice, self.said
        reversed_, taxed = [], []
        for path, category, rate in _categories(invoice):
            if category in ("AE", "K"):
                reversed_.append((path, category))
            elif rate:
                taxed.append((path, category, rate))
        switch = "ReverseVATDetails/ReverseVATActivated"
        if not reversed_:
            return
        self.put(switch, "true")
        number = invoice.buyer.vat_identifier if invoice.buyer is not None else None
        before = self.get("ReverseVATDetails/ReceiverVATNumber")
        if number is not None and (before is None or bare(before) != bare(number)):
            self.put("ReverseVATDetails/ReceiverVATNumber", number)
        if number is None and before is None:
            said.find(
                "EI-BILLECTA-REVERSE",
                "warning",
                "the buyer accounts for the VAT, and has no VAT number",
                "state the VAT number of the buyer (BT-48), in the document or on its card",
                ("BT-48",),
                "buyer.vat_identifier",
            )
        if taxed:
            path, category, rate = taxed[0]
            said.find(
                "EI-BILLECTA-REVERSE",
                "error",
                f"{path} has {format_decimal(rate)} % VAT ({category}) and {reversed_[0][0]} reverse charge "
                f"({reversed_[0][1]}); in Billecta reverse charge holds for the whole invoice",
                "bill what is under reverse charge on an invoice of its own",
                ("BT-151",),
                f"{reversed_[0][0]}.vat_category",
                reversed_[0][1],
            )

    def prices(self, rows: Rows) -> None:
        """Whether prices hold VAT is said by each row; the switch of the invoice agrees with them."""
        flags = [includes_vat(row.line) for row in rows.rows if not is_text(row.line)]
        mixed = len(set(flags)) > 1
        if not mixed or self.get("VatIsIncluded") is None:
            self.put("VatIsIncluded", "true" if flags and all(flags) else "false")

    def period(self, rows: Rows) -> None:
        """The period of the invoice (BG-14) stands on the rows that have none."""
        period = self.stated.period
        if period is None or (period.start_date is None and period.end_date is None):
            return
        without = [row for row in rows.rows if not is_text(row.line) and _took_period(row, self.stated)]
        if without:
            name = "start_date" if period.start_date is not None else "end_date"
            shown = f"{period.start_date or '…'} – {period.end_date or '…'}"
            self.said.lose(
                "LOSS-CHANGED",
                "info",
                f"period.{name}",
                str(getattr(period, name)),
                f"the period of the invoice, {shown}, is written as the period of {len(without)} rows",
                None,
                ("period",),
            )

    # -- dates and texts -----------------------------------------------------------------------------------------

    def due_date(self) -> date | None:
        stated = self.stated
        conditions = stated.payment_conditions
        if stated.due_date is not None:
            days = conditions.net_days if conditions is not None else None
            if days is not None and _after(stated.value_date or stated.issue_date, days) == stated.due_date:
                path, message = "payment_conditions.net_days", f"{days} days net are written as the due date"
                self.said.lose("LOSS-NO-PLACE", "info", path, days, f"{message}, {stated.due_date}")
            return stated.due_date
        ways = (way.due_date for way in stated.payment_instructions if way.due_date is not None)
        if (found := next(ways, None)) is not None:
            return found
        if conditions is not None and conditions.net_days is not None:
            due = _after(stated.value_date or stated.issue_date, conditions.net_days)
            if due is not None:
                message = f"{conditions.net_days} days net are written as the due date, {due}"
                self.said.lose("LOSS-CHANGED", "info", "payment_conditions.net_days", conditions.net_days, message)
                return due
        if stated.is_credit_note and stated.issue_date is not None:
            return stated.issue_date
        self.said.find(
            "EI-BILLECTA-NO-DUE-DATE",
            "error",
            "the invoice has neither due date nor net days, and Billecta takes no invoice without a due date",
            "state the due date (BT-9)",
            ("BT-9",),
            "due_date",
        )
        return None

    def texts(self) -> tuple[str | None, tuple[Note, ...] | None]:
        """Return reference of the buyer and message; the number of the order goes where there is room for it."""
        stated, said = self.stated, self.said
        parts = [note.text.strip() for note in stated.notes if note.text]
        for number, note in enumerate(stated.notes):
            if note.text and len(parts) > 1:
                said.lose(
                    "LOSS-AS-TEXT",
                    "info",
                    f"notes[{number}].text",
                    note.text,
                    f"note {number + 1} is written as a part of the message, which is one text",
                )
        reference, order = stated.buyer_reference, stated.purchase_order_reference
        if order is not None and not reference:
            reference = order
            said.lose(
                "LOSS-CHANGED",
                "info",
                "purchase_order_reference",
                order,
                f"the order number {order!r} is written as YourReference, the reference of the buyer",
            )
        elif order is not None and order != reference:
            parts.append(f"{_ORDER_NUMBER[self.language]}: {order}")
            said.lose(
                "LOSS-AS-TEXT",
                "info",
                "purchase_order_reference",
                order,
                f"the order number {order!r} is written as a line of the message",
            )
            said.named.update(f"notes[{number}].text" for number in range(len(stated.notes)))  # they stand before it
        return reference and reference.strip(), (Note(text="\n".join(parts)),) if parts else None

    def rounding(self) -> None:
        totals = self.stated.totals
        amount = totals.rounding_amount if totals is not None else None
        if amount is None:
            return
        if not amount:
            path, message = "totals.rounding_amount", "the rounding amount 0 is not written: it changes nothing"
            self.said.lose("LOSS-DERIVED", "info", path, format_decimal(amount), message)
            return
        also = ("totals.amount_due",) if _ties(totals, amount) else ()
        if self.settings.cent_rounding and abs(amount) < 1 and _is_whole(totals):
            self.said.lose(
                "LOSS-DERIVED",
                "info",
                "totals.rounding_amount",
                format_decimal(amount),
                f"the rounding amount {format_decimal(amount)} is not written: the sender account rounds to whole "
                "kronor by itself",
                None,
                also,
            )
            return
        self.said.lose(
            "LOSS-NO-PLACE",
            "warning",
            "totals.rounding_amount",
            format_decimal(amount),
            f"the rounding amount {format_decimal(amount)} is not carried: whether Billecta rounds to whole kronor is "
            "a setting of the sender account",
            "if the account rounds by itself (UseCentRounding), say so in the context: [billecta] cent_rounding = true",
            also,
        )


def _after(base: date | None, days: int) -> date | None:
    if base is None or not 0 <= days < 10_000:
        return None
    try:
        return base + timedelta(days=days)
    except OverflowError:  # at the end of the calendar
        return None


def _categories(invoice: Invoice) -> Iterator[tuple[str, str | None, Any]]:
    for number, line in enumerate(invoice.lines):
        yield f"lines[{number}]", line.vat_category, line.vat_rate or ZERO
    for number, entry in enumerate(invoice.allowances_charges):
        yield f"allowances_charges[{number}]", entry.vat_category, entry.vat_rate or ZERO


def _took_period(row: Row, stated: Invoice) -> bool:
    if not row.source.startswith("lines[") or "." in row.source:
        return True
    return stated.lines[int(row.source[6:-1])].period is None


def _is_whole(totals: DocumentTotals | None) -> bool:
    due = None if totals is None or totals.amount_due is None else totals.amount_due + (totals.paid_amount or ZERO)
    return due is not None and due == due.to_integral_value()


def _ties(totals: DocumentTotals | None, rounding: Decimal) -> bool:
    """Say whether what is due follows from the total and the rounding, so that the rounding explains its change."""
    if totals is None or totals.amount_due is None or totals.total_with_vat is None:
        return True
    return totals.amount_due == totals.total_with_vat - (totals.paid_amount or ZERO) + rounding
