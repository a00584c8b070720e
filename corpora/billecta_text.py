"""Drafts as Billecta JSON: `entry` is what a sender posts, `answer` what the service gives back.

Amounts are whole öre.  A row is rounded once, after its discount; the VAT of a rate is rounded once, half away from
zero; of prices with VAT the base is taken from the sum of the prices at that rate, and the VAT is what remains.  A
percentage for which it would matter what is rounded, the discount or what it leaves, is written as an amount.  A
credit invoice has negative quantities.  In answers, amounts in SEK are rounded to whole kronor.

The members are all those of the schema in its order, but for the answers' own in an entry.
"""

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from corpora.draft import Draft, Line, draw
from corpora.invented_numbers import ocr
from corpora.jsontext import Json
from corpora.world import UNITS, Party, World, card_lines

CENT = Decimal("0.01")
DELIVERY = {"SE": ("EInvoice", "EInvoice", "EInvoice", "Email", "Mail")}
LANGUAGES = {"SE": "SV", "FI": "FI"}
REVERSED = ("construction", "eu-goods", "eu-services")
SUMMER = date(2026, 3, 29), date(2026, 10, 25)
"""Summer time of 2026, the year of all drafts."""

FLAGS = (
    "CanPause",
    "CanResume",
    "CanCreateCreditInvoice",
    "CanCreateInterestInvoice",
    "CanRegisterPayment",
    "CanMakeManual",
    "CanSendManualInvoice",
    "CanResendManualInvoice",
    "CanSendManualReminderInvoice",
    "CanPostpone",
    "CanSendToDebtCollection",
    "CanDispute",
    "CanUnDispute",
    "CanSell",
    "CanCancelSalesRequest",
    "CanCreateAutogiroWithdrawal",
)
OPEN = {"CanPause", "CanCreateCreditInvoice", "CanRegisterPayment", "CanMakeManual", "CanDispute"}
"""What may be done with an invoice that is not closed."""


@dataclass
class Row:
    """A row with its amounts: *goods* before and *after* the discount, with VAT if the price has it; unsigned."""

    line: Line
    goods: Decimal
    after: Decimal
    discount: Decimal | None
    """The discount where it is written as an amount."""


@dataclass
class Sums:
    """Base and VAT by rate, unsigned, fees included."""

    groups: dict[Decimal, tuple[Decimal, Decimal]] = field(default_factory=dict)

    @property
    def vat(self) -> Decimal:
        """The total of VAT."""
        return sum((vat for _, vat in self.groups.values()), Decimal("0.00"))

    @property
    def total(self) -> Decimal:
        """The total with VAT."""
        return sum((base for base, _ in self.groups.values()), Decimal("0.00")) + self.vat


@dataclass
class Plan:
    """What the random numbers decided, the same for the entry and the answer of a draft."""

    draft: Draft
    rows: list[Row]
    day_form: int
    delivery: str
    periods: bool
    cost_center: str | None
    invoice_fee: Decimal | None
    freight_fee: Decimal | None
    hidden: int | None
    numbered: bool


def round2(value: Decimal) -> Decimal:
    """Return *value* rounded to two decimals, half away from zero."""
    return value.quantize(CENT, ROUND_HALF_UP)


def swedish(world: World) -> World:
    """Return *world* with its Swedish seller in front, who sells at home for the greater part."""
    home = tuple(customer for customer in world.customers if customer.country == "SE")
    return replace(world, seller=world.other_sellers[0], customers=world.customers + home * 6)


def draw_goods(rng: random.Random, world: World, lines: int | None, number: str | None) -> Draft:
    """Return a draft of the Swedish seller of *world* without services sold abroad.

    A context can say of only one of the two, goods and services, that they are what is sold abroad without VAT.
    """
    here = swedish(world)
    draft = draw(rng, here, lines=lines, number=number)
    while draft.treatment == "eu-services":
        draft = draw(rng, here, lines=lines, number=number)
    for line in draft.lines:
        line.price = round2(line.price)
    return draft


def plan(draft: Draft, rng: random.Random) -> Plan:
    """Return what *rng* decides of what *draft* leaves open."""
    rows = [_row(line, rng) for line in draft.lines]
    one_rate = len({line.rate for line in draft.lines}) == 1
    fees = one_rate and draft.credits is None
    return Plan(
        draft=draft,
        rows=rows,
        day_form=rng.randrange(3),
        delivery=rng.choice(DELIVERY.get(draft.customer.country, ("EInvoice", "Email"))),
        periods=rng.random() < 0.1,
        cost_center=rng.choice(("100", "200", "300")) if rng.random() < 0.3 else None,
        invoice_fee=Decimal("45.00") if fees and rng.random() < 0.15 else None,
        freight_fee=Decimal(rng.randrange(49, 490)) if fees and rng.random() < 0.15 else None,
        hidden=rng.randrange(len(rows)) if rng.random() < 0.03 else None,
        numbered=rng.random() < 0.9,
    )


def _row(line: Line, rng: random.Random) -> Row:
    exact = line.quantity * line.price
    off = exact * line.discount / 100
    after = round2(exact - off)
    as_amount = rng.random() < 0.3
    if line.discount and (as_amount or after != round2(exact) - round2(off)):
        return Row(line, round2(exact), round2(exact - round2(off)), round2(off))
    return Row(line, round2(exact), after, None)


def sums(plan: Plan) -> Sums:
    """Return base and VAT by rate."""
    found: dict[Decimal, Decimal] = {}
    for row in plan.rows:
        rate = row.line.rate or Decimal(0)
        found[rate] = found.get(rate, Decimal("0.00")) + row.after
    fees = (plan.invoice_fee or Decimal(0)) + (plan.freight_fee or Decimal(0))
    if fees:
        (rate,) = found
        found[rate] += fees
    result = Sums()
    for rate, amount in sorted(found.items()):
        if plan.draft.gross_prices:
            base = round2(amount * 100 / (100 + rate))
            result.groups[rate] = base, amount - base
        else:
            result.groups[rate] = amount, round2(amount * rate / 100)
    return result


def debtor_id(party: Party) -> str:
    """Return the GUID of a customer."""
    return f"deb70000-0000-4000-8000-{int(party.code):012d}"


def creditor_id(world: World) -> str:
    """Return the GUID of the sender account."""
    return f"5e11e700-0000-4000-8000-{world.seed:012d}"


def action_id(number: str) -> str:
    """Return the ActionPublicId of the invoice *number*: ten digits."""
    return f"3{number:0>9}"


class _Writer:
    """Members of one document: its sign, currency and dates; *shown* adds ValueForView."""

    def __init__(self, plan: Plan, shown: bool) -> None:
        self.plan = plan
        self.draft = plan.draft
        self.shown = shown
        self.sign = -1 if plan.draft.credits else 1

    def money(self, value: Decimal | None) -> Json:
        """Return an amount; null for None."""
        if value is None:
            return None
        found: dict[str, Json] = {"CurrencyCode": self.draft.currency, "Value": int(value * 100)}
        if self.shown:
            found["ValueForView"] = plain(value) if value % 1 else value.quantize(Decimal("0.1"))
        return found

    def signed(self, value: Decimal) -> Json:
        """Return an amount with the sign of the document; zero has none."""
        return self.money(value * self.sign if value else abs(value))

    def day(self, value: date) -> str:
        """Return a day: as such, or as midnight in Stockholm, written there or in UTC."""
        form = 1 if self.shown else self.plan.day_form
        if form == 0:
            return value.isoformat()
        if form == 1:
            return moment(value)
        return f"{value - timedelta(days=1)}T{24 - offset(value):02d}:00:00+00:00"


def plain(value: Decimal) -> Decimal:
    """Return *value* without zeros at its end and without an exponent."""
    return Decimal(f"{value.normalize():f}")


def offset(day: date) -> int:
    """Return the hours that Stockholm is ahead of UTC at the beginning of *day*."""
    return 2 if SUMMER[0] < day <= SUMMER[1] else 1


def moment(day: date, time: str = "00:00:00") -> str:
    """Return a time in Stockholm as the service writes it."""
    return f"{day} {time}+{offset(day):02d}:00"


def entry(plan: Plan, world: World) -> dict[str, Json]:
    """Return the InvoiceActionEntryView of *plan*."""
    writer, draft = _Writer(plan, shown=False), plan.draft
    return {
        "ActionType": "CreditInvoiceAction" if draft.credits else "InvoiceAction",
        "CreditorPublicId": creditor_id(world),
        "DebtorPublicId": debtor_id(draft.customer),
        "InvoiceDate": writer.day(draft.issued),
        "DueDate": writer.day(draft.due),
        "DeliveryDate": writer.day(draft.supplied),
        "Records": _records(writer),
        "InterestPercentage": Decimal(8),
        "InterestStartInDaysAfterDueDate": 0,
        "InterestType": "AboveEffectiveReference",
        "OurReference": draft.seller.contact_name,
        "YourReference": draft.buyer_reference,
        "DeliveryMethod": plan.delivery,
        "CommunicationLanguage": LANGUAGES.get(draft.customer.country, "EN"),
        "Message": draft.note,
        "InvoiceNumber": draft.number,
        "InvoiceFee": writer.money(plan.invoice_fee),
        "FreightFee": writer.money(plan.freight_fee),
        "VatIsIncluded": draft.gross_prices,
        "ReverseVATDetails": _reverse(draft),
        "Attachments": [],
        "CreditingInvoicePublicId": action_id(draft.credits[0]) if draft.credits else None,
        "ExternalReference": draft.order,
        "IsLocked": False,
        "UseDebtorBalance": False,
    }


def _reverse(draft: Draft) -> Json:
    if draft.treatment not in REVERSED:
        return None
    return {"ReverseVATActivated": True, "ReceiverVATNumber": draft.customer.vat_id}


def _records(writer: _Writer) -> list[Json]:
    plan, draft = writer.plan, writer.draft
    rows: list[dict[str, Json]] = []
    for index, row in enumerate(plan.rows):
        if index in draft.comments:
            rows.append(_record(writer, draft.comments[index]))
        rows.append(_record(writer, row.line.name, row, hidden=index == plan.hidden))
        if row.line.text:
            rows.append(_record(writer, row.line.text))
    if len(plan.rows) in draft.comments:
        rows.append(_record(writer, draft.comments[len(plan.rows)]))
    for place, record in enumerate(rows, 1):
        record["SequenceNo"] = place if plan.numbered else 0
    return list(rows)


def _record(writer: _Writer, text: str, row: Row | None = None, hidden: bool = False) -> dict[str, Json]:
    plan, draft = writer.plan, writer.draft
    with_period = row is not None and plan.periods
    first = draft.supplied.replace(day=1)
    record: dict[str, Json] = {
        "ProductPublicId": None,
        "SequenceNo": 0,
        "Units": UNITS[row.line.product.unit][1] if row else None,
        "ArticleDescription": text,
        "ArticleNumber": row.line.product.code if row else None,
        "Quantity": plain(writer.sign * row.line.quantity) if row else None,
        "UnitPrice": writer.money(row.line.price) if row else None,
        "DiscountAmount": writer.signed(row.discount) if row and row.discount is not None else None,
        "DiscountPercentage": plain(row.line.discount) if row and row.discount is None else Decimal(0),
        "DiscountType": "Percentage" if row and row.line.discount and row.discount is None else "Amount",
        "VAT": plain(row.line.rate or Decimal(0)) if row else Decimal(0),
        "CostCenter": plan.cost_center if row else None,
        "PeriodStart": writer.day(first) if with_period else None,
        "PeriodEnd": writer.day(draft.supplied) if with_period else None,
        "Project": None,
        "RotRutActivated": False,
        "RotRutAmount": None,
        "RotRutMaterialCostAmount": None,
        "RotRutHours": 0,
        "RotRutType": "Construction",
        "RecordType": "Standard" if row else "Message",
        "VatIsIncluded": draft.gross_prices if row else False,
        "Hidden": hidden,
        "ExternalReference": None,
        "Dimensions": [],
    }
    if writer.shown:
        factor = 1 + (row.line.rate or Decimal(0)) / 100 if row else Decimal(1)
        goods, after = (row.goods, row.after) if row else (Decimal(0), Decimal(0))
        gross = draft.gross_prices
        record["TotalIncVAT"] = writer.signed(after if gross else round2(after * factor))
        record["TotalExclVATNoDiscount"] = writer.signed(round2(goods / factor) if gross else goods)
        record["TotalExclVAT"] = writer.signed(round2(after / factor) if gross else after)
    return record


def answer(plan: Plan, world: World, rng: random.Random) -> dict[str, Json]:
    """Return the InvoiceActionView of *plan*, sent; *rng* decides on what was paid since."""
    writer, draft = _Writer(plan, shown=True), plan.draft
    amounts = sums(plan)
    rounded = amounts.total.quantize(Decimal(1), ROUND_HALF_UP) if draft.currency == "SEK" else amounts.total
    paid = Decimal(0)
    chance = rng.random()
    if draft.credits is None and chance < 0.5:
        paid = rounded if chance < 0.4 else round2(rounded / 3)
    closed = paid > 0 and paid == rounded
    zero = writer.money(Decimal("0.00"))
    posted = entry(plan, world)
    credited = draft.credits[0] if draft.credits else None
    found: dict[str, Json] = {
        "ActionPublicId": action_id(draft.number),
        "CreditorPublicId": creditor_id(world),
        "CommunicationLanguage": posted["CommunicationLanguage"],
        "Created": moment(draft.issued, "08:58:02"),
        "DeliveryMethod": plan.delivery,
        "Debtor": _debtor(draft.customer, world),
        "State": _state(draft, closed),
        "Invoices": [_sent(writer, rounded)],
        "Records": _records(writer),
        "Events": _events(draft, paid > 0),
        "InvoiceDate": writer.day(draft.issued),
        "DueDate": writer.day(draft.due),
        "DeliveryDate": writer.day(draft.supplied),
        "PaymentTermsInDays": draft.term_days,
        "InterestTermsInDays": 0,
        "InterestPercentage": Decimal(8),
        "InterestType": "AboveEffectiveReference",
        "OurReference": draft.seller.contact_name,
        "YourReference": draft.buyer_reference,
        "InterestStartInDaysAfterDueDate": 0,
        "InvoicedAmount": writer.signed(rounded),
        "InterestAmount": zero,
        "RotRutDeductionAmount": zero,
        "CurrentAmount": writer.signed(rounded - paid),
        "CreditedAmount": zero,
        "PaidAmount": writer.signed(paid),
        "WriteOffAmount": zero,
        "AwaitingPaymentTransferAmount": zero,
        "TotalVATAmount": writer.signed(amounts.vat),
        "CentRoundingAmount": writer.signed(rounded - amounts.total),
        "DebtCollectionActionPublicId": None,
        "ReminderInvoiceActionPublicId": None,
        "DeliveryAddressOverride": None,
        "CreditingInvoice": {"SourcePublicId": action_id(credited), "SourceInvoiceId": credited} if credited else None,
        "Autogiro": None,
        "CreditCard": None,
        "Message": draft.note,
        "InvoiceNumber": draft.number,
    }
    found |= {name: name in OPEN and not closed for name in FLAGS}
    return found | {
        "PaymentOverride": None,
        "DebtCollectionDetails": None,
        "ReminderInvoiceDetails": None,
        "ReverseVATDetails": _reverse(draft),
        "RotRutDetails": None,
        "ReasonForHigherInterest": None,
        "Appendixes": [],
        "Attachments": [],
        "ActionType": posted["ActionType"],
        "InvoiceFee": writer.money(plan.invoice_fee),
        "FreightFee": writer.money(plan.freight_fee),
        "VatIsIncluded": draft.gross_prices,
        "SendByMailIfEmailNotViewedInDays": None,
        "ExternalReference": draft.order,
        "ContractInvoiceActionPublicId": None,
    }


def _debtor(party: Party, world: World) -> dict[str, Json]:
    return {
        "DebtorPublicId": debtor_id(party),
        "CreditorPublicId": creditor_id(world),
        "DebtorExternalId": None,
        "OrgNo": party.business_id,
        "Name": party.name,
        "Attention": None,
        "CareOf": None,
        "Address": party.street,
        "Address2": None,
        "ZipCode": party.postal_code,
        "City": party.city,
        "CountryCode": party.country,
        "CitizenshipCountryCode": None,
        "Phone": party.phone,
        "Email": party.email,
        "ContactName": party.contact_name,
        "ContactEmail": None,
        "VatNumber": party.vat_id,
        "DebtorNo": party.code,
        "GLN": party.gln,
        "IsActive": True,
        "ProtectedIdentity": False,
        "UseProtectedMailDelivery": False,
        "DebtorType": "Company",
        "Intermediator": "PEPPOL",
        "EInvoiceBank": None,
        "Notes": None,
        "DebtorSelfInvoiceInfo": None,
        "DefaultActionConfig": None,
        "Autogiro": None,
        "CreditCards": [],
        "Created": moment(date(2026, 1, 12), "09:12:40"),
    }


def _state(draft: Draft, closed: bool) -> dict[str, Json]:
    return {
        "Stage": "Completed" if closed else "InvoiceSent",
        "InvoiceSentDate": moment(draft.issued, "09:05:11"),
        "NextEventDate": None if closed else moment(draft.due),
        "ClosedDate": moment(draft.due, "04:12:09") if closed else None,
        "NextEvent": None if closed else "Fakturan förfaller",
        "IsPaused": False,
        "IsLocked": True,
        "AttestedDate": moment(draft.issued, "09:02:44"),
        "DisputedDate": None,
        "SmsSentDate": None,
        "SentToDebtCollectionDate": None,
        "SalesRequestedDate": None,
        "CreditCardPaymentPublicId": None,
        "SwishPaymentPublicId": None,
        "UseDebtorBalance": False,
    }


def _sent(writer: _Writer, invoiced: Decimal) -> dict[str, Json]:
    draft = writer.draft
    party = draft.customer
    return {
        "InvoiceDate": writer.day(draft.issued),
        "DueDate": writer.day(draft.due),
        "InvoiceNumber": draft.number,
        "InvoiceDecription": "Kreditfaktura" if draft.credits else "Faktura",
        "PaymentTermsInDays": draft.term_days,
        "OurReference": draft.seller.contact_name,
        "YourReference": draft.buyer_reference,
        "Name": party.name,
        "Address": party.street,
        "Address2": None,
        "ZipCode": party.postal_code,
        "City": party.city,
        "CountryCode": party.country,
        "Email": party.email,
        "InvoicedAmount": writer.signed(invoiced),
        "InvoiceFile": {
            "FilePublicId": f"f11e0000-0000-4000-8000-{int(draft.number):012d}",
            "ContentType": "application/pdf",
            "Data": None,
            "FileName": f"{draft.number}.pdf",
        },
        "OCR": ocr(draft.number),
    }


def _events(draft: Draft, paid: bool) -> list[Json]:
    known = [
        ("Created", "Faktura skapad", moment(draft.issued, "08:58:02")),
        ("Attested", "Faktura attesterad", moment(draft.issued, "09:02:44")),
        ("InvoiceSent", "Faktura skickad", moment(draft.issued, "09:05:11")),
    ]
    if paid:
        known.append(("Paid", "Betalning registrerad", moment(draft.due, "04:12:09")))
    return [
        {
            "Title": title,
            "Content": None,
            "EventDate": when,
            "EventBy": "System",
            "Reference": None,
            "EventType": kind,
            "IsPublic": True,
            "HasOccured": True,
            "EventPublicId": f"eeee0000-0000-4000-8000-{int(draft.number) * 10 + place:012d}",
        }
        for place, (kind, title, when) in enumerate(known)
    ]


def context(world: World, credited: list[str]) -> str:
    """Return the context file of a batch: seller, customers, GUIDs and the ids of the invoices that are *credited*."""
    seller = world.other_sellers[0]
    lines = [f"# Context of a generated batch, seed {world.seed}.  Every company is invented.", "", "[seller]"]
    lines += card_lines(seller, selling=True)
    lines += [f'bankgiro = "{seller.bankgiro}"', 'tax_registration = "Godkänd för F-skatt"']
    for customer in world.customers:
        lines += ["", "[[customers]]", f'code = "{customer.code}"', *card_lines(customer)]
    lines += ["", "[billecta]", f'creditor_public_id = "{creditor_id(world)}"']
    lines += ['zero_vat = "E"', 'supplies = "goods"', "cent_rounding = true", "", "[billecta.debtors]"]
    lines += [f'{customer.code} = "{debtor_id(customer)}"' for customer in world.customers]
    lines += ["", "[billecta.credited_invoices]"]
    lines += [f'{number} = "{action_id(number)}"' for number in sorted(set(credited))]
    lines += ["", "[vat]", 'E = { reason = "Undantagen från skatteplikt", code = "VATEX-EU-135-1" }', "", "[units]"]
    lines += [f'"{name}" = "{code}"' for _, name, code in UNITS.values()]
    return "\n".join(lines) + "\n"
