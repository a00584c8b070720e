"""What Netvisor says without saying it: settled after reading, before the invoice is built.

Netvisor has no document type, no VAT categories, no net totals and no unit codes; a credit note is an invoice with a
negative total.  `settle` works on the nested values of the reader and `complete` on the invoice made from them, so that
every object is constructed once.

Amounts.  The total of Netvisor holds VAT and is what the customer is asked to pay, so it is the amount due (BT-115).
Netvisor rounds VAT line by line, EN 16931 per category; a difference of cents goes to the rounding amount (BT-114), a
larger one stays visible as a fault of the document.  Without a total the amount due is what Netvisor books, the sum of
the lines with VAT.  A line total counts when line sum and VAT sum are both given.

Sign.  A negative total makes a credit note (381), and every amount is turned (see `einvoice.calc.flip`).  Without a
total the line sums decide, then quantity times price.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from einvoice import calc, codelists
from einvoice.calc.rounding import exact
from einvoice.context import Context
from einvoice.findings import Finding, Severity
from einvoice.formats.mapping.codecs import read_comma
from einvoice.formats.netvisor import vat
from einvoice.formats.netvisor.terms import due_after
from einvoice.model import DocumentTotals, Invoice, Line
from einvoice.model.terms import terms_at

ZERO = Decimal(0)

NEGATIVE_PRICE: Final = "netvisor:_negative_price"
"""Note on a line whose source has a negative price."""


@exact
def settle(values: dict[str, Any], form: str, context: Context) -> list[Finding]:
    """Complete *values* in place; *form* is ``import``, ``detail`` or ``list``.  Return findings with model paths."""
    findings: list[Finding] = []
    native: dict[str, str] = values.setdefault("native", {})
    if "currency" not in values:
        values["currency"] = str(context.netvisor.get("home_currency", "EUR"))
    _total(values, findings)
    if form == "detail":
        _foreign(values, native, context, findings)
    _status(values, native, form)
    _net_days(values, form, findings)
    _party(values, native, findings)
    _product_lines(values, context, findings)
    if native.get("netvisor:price_type") == "netvisor":
        findings.append(
            Finding(
                "EI-NETVISOR-PRICES",
                "error",
                "netvisor",
                "the document asks Netvisor to calculate with its own prices (pricetype netvisor), so it holds "
                "none that "
                "could be carried elsewhere",
                "import it into Netvisor, fetch the invoice with getsalesinvoice.nv and convert that",
                ("BT-146",),
                value="netvisor",
                model_path="native.netvisor:price_type",
            )
        )
    for position, document in enumerate(values.get("supporting_documents", [])):
        stated = document.get("mime_code", "")
        if stated != stated.lower():  # media types know no case, the lists of BIS Billing do
            document["mime_code"] = stated.lower()
            findings.append(_translated(stated, stated.lower(), f"supporting_documents[{position}].mime_code"))
    if form == "list":
        _open_sum(values)
    _type_code(values)
    if not native:
        del values["native"]
    return findings


def _total(values: dict[str, Any], findings: list[Finding]) -> None:
    """An amount has two decimals at most (BR-DEC)."""
    totals = values.get("totals", {})
    for name in ("total_with_vat", "amount_due"):
        stated: Decimal | None = totals.get(name)
        if stated is None or stated == (rounded := calc.round_half_up(stated, 2)):
            continue
        totals[name] = rounded
        path = f"totals.{name}"
        findings.append(
            Finding(
                "LOSS-CHANGED",
                "warning",
                "loss",
                f"the total {stated} is rounded to {rounded}: an amount has two decimals",
                "state the total with two decimals",
                terms_at(path),
                value=str(stated),
                model_path=path,
            )
        )


def _foreign(values: dict[str, Any], native: dict[str, str], context: Context, findings: list[Finding]) -> None:
    """An answer may state the total in two currencies; nothing is converted."""
    currency, home = values["currency"], str(context.netvisor.get("home_currency", "EUR"))
    text, due = native.get("netvisor:foreign_currency_amount"), values.get("totals", {}).get("amount_due")
    if text is not None and due is not None:
        try:
            differs = read_comma(text) != due
        except ValueError:
            differs = True
        if differs:
            findings.append(
                Finding(
                    "EI-NETVISOR-CURRENCY",
                    "error",
                    "netvisor",
                    f"the answer states the total {due} as SalesInvoiceAmount, which names the currency {currency}, "
                    f"and {text} as ForeignCurrencyAmount; which of them the lines give is not known",
                    "compare with the invoice that was sent, and correct the amount that is in another currency",
                    ("BT-115", "BT-5"),
                    value=text,
                    model_path="native.netvisor:foreign_currency_amount",
                )
            )
            return
    if currency != home:
        findings.append(
            Finding(
                "EI-NETVISOR-CURRENCY",
                "warning",
                "netvisor",
                f"the answer names the currency {currency}, the home currency is {home}; Netvisor does not document in "
                f"which of the two it states amounts, and they are read as {currency}",
                "compare the amounts with the invoice that was sent, or name the home currency in the context: "
                f'[netvisor] home_currency = "{currency}"',
                ("BT-5", "BT-115"),
                value=currency,
                model_path="currency",
            )
        )


ORDER_STATES: Final = frozenset({"undelivered", "delivered", "billed", "archived"})
"""States that only orders have: an answer does not say otherwise that it is one."""


def _status(values: dict[str, Any], native: dict[str, str], form: str) -> None:
    """The state stands in an attribute since 2021; before, and in lists, the text was the code."""
    internal = values.get("internal", {})
    text = native.get("netvisor:status_text")
    if text is not None and "lifecycle_status" not in internal:
        values.setdefault("internal", {})["lifecycle_status"] = text.lower()
        del native["netvisor:status_text"]
    status = values.get("internal", {}).get("lifecycle_status", "")
    if form != "import" and status.lower() in ORDER_STATES:
        values["document_kind"] = "order"


def _net_days(values: dict[str, Any], form: str, findings: list[Finding]) -> None:
    """Name net days that contradict the due date, or give none.

    An import states one of the two; an answer may repeat both, as long as they say the same.
    """
    days: int | None = values.get("payment_conditions", {}).get("net_days")
    if days is None:
        return
    base, due = values.get("value_date") or values.get("issue_date"), values.get("due_date")
    calculated = due_after(base, days)
    if due is not None and (form == "import" or calculated != due):
        findings.append(
            Finding(
                "EI-NETVISOR-TERMS",
                "warning",
                "netvisor",
                f"the document states {days} days net and the due date {due}; Netvisor takes one of the two, and "
                "the due "
                "date is read as the one that counts",
                "state the due date or the net days, not both",
                ("BT-9", "EX-NET-DAYS"),
                value=str(days),
                model_path="payment_conditions.net_days",
            )
        )
    elif due is None and base is not None and calculated is None:
        findings.append(
            Finding(
                "EI-NETVISOR-TERMS",
                "warning",
                "netvisor",
                f"{days} days net from {base} give no due date: "
                + ("they are negative" if days < 0 else "the calendar ends on 9999-12-31"),
                "correct paymenttermnetdays, or state the due date",
                ("BT-9", "EX-NET-DAYS"),
                value=str(days),
                model_path="payment_conditions.net_days",
            )
        )


def _party(values: dict[str, Any], native: dict[str, str], findings: list[Finding]) -> None:
    buyer = values.get("buyer")
    if buyer is not None:
        if "electronic_address" in buyer:
            buyer["electronic_address_scheme"] = "0216"
            buyer.setdefault("native", {})["netvisor:_link"] = "organizationunitnumber"
        if "legal_registration_identifier" in buyer:
            number = buyer["legal_registration_identifier"]
            if re.fullmatch(r"[0-9]{7}-[0-9]", number):
                buyer["legal_registration_identifier_scheme"] = "0212"
        first, last = native.pop("netvisor:contact_first_name", None), native.pop("netvisor:contact_last_name", None)
        if first or last:
            buyer.setdefault("contact", {})["name"] = " ".join(filter(None, (first, last)))
        _country(buyer, native.pop("netvisor:buyer_country", None), "buyer", findings)
    if (delivery := values.get("delivery")) is not None:
        _country(delivery, native.pop("netvisor:delivery_country", None), "delivery", findings)


def _country(owner: dict[str, Any], code: str | None, at: str, findings: list[Finding]) -> None:
    """Exports write the name of the country in the language of the user; newer ones add the code as an attribute."""
    text = owner.get("address", {}).get("country_code")
    if code is None and text is None:
        return
    found = codelists.country_code(code or text or "")
    if found is not None:
        owner.setdefault("address", {})["country_code"] = found
        if text is not None and text != found:
            findings.append(_translated(text, found, f"{at}.address.country_code"))
        return
    findings.append(
        Finding(
            "EI-NETVISOR-COUNTRY",
            "warning",
            "netvisor",
            f"{text or code!r} is neither a country code nor the name of a country in English, Finnish or Swedish",
            "write the ISO 3166-1 code, such as FI",
            ("BT-55",) if at == "buyer" else ("BT-80",),
            model_path=f"{at}.address.country_code",
        )
    )


def _translated(text: str, code: str, path: str) -> Finding:
    return Finding(
        "LOSS-TRANSLATED",
        "info",
        "loss",
        f"{text!r} is read as {code}",
        terms=terms_at(path),
        value=text,
        model_path=path,
    )


def _product_lines(values: dict[str, Any], context: Context, findings: list[Finding]) -> None:
    lines: list[dict[str, Any]] = values.get("lines", [])
    codes = [_code(line) for line in lines]
    alone = len(set(codes)) == 1
    digits = _minor_units(values["currency"])
    _judgements(codes, lines, context, findings)
    for position, line in enumerate(lines):
        path = f"lines[{position}]"
        _vat(line, position, context, alone, findings)
        _price(line, path, findings)
        _identifiers(line, context)
        _unit(line, path, context, findings)
        _discount(line, path, findings)
        _sums(line, path, digits, findings)


def _judgements(
    codes: list[str | None], lines: list[dict[str, Any]], context: Context, findings: list[Finding]
) -> None:
    """Say once for each code what was decided about it, and what Netvisor itself would not take."""
    alone = len(set(codes)) == 1
    seen: set[tuple[str, bool]] = set()
    for position, code in enumerate(codes):
        rate = lines[position].get("vat_rate")
        entry = codelists.netvisor_vat_code(code) if code is not None else None
        if code is None or entry is None or entry.side == "purchase" or (code, bool(rate)) in seen:
            continue
        seen.add((code, bool(rate)))
        category = vat.category_of(code, rate, context, alone)
        decided = code in context.vat and context.vat[code].category == category
        severity: Severity = "warning"
        if code == "RAMY" and not alone:
            message = (
                "VAT code RAMY stands beside others; Netvisor then takes the whole invoice for construction services"
            )
            fix = "give every line the code RAMY, or bill the construction services on an invoice of their own"
        elif not entry.in_import_list:
            message = f"VAT code {code} is none that Netvisor's import documentation lists; read as category {category}"
            fix = "write KOMY with the rate 0" if code == "KOMY0" else "write a code of the import list, such as KOMY"
        elif code == "NONE" and category == "E" and not decided:
            message = (
                "VAT code NONE stands beside others; read as exempt (category E), because category O may stand "
                "beside no other"
            )
            fix = "bill what is outside the scope of VAT on an invoice of its own, or check the reason for exemption"
        elif decided or rate is None or not (entry.judgement if rate else entry.judgement_at_zero):
            continue
        else:
            # What EUPM309 stands for is not documented; the others are choices between documented readings.
            severity = "warning" if code == "EUPM309" else "info"
            message = f"VAT code {code} ({entry.description}) is read as category {category}, which is a judgement"
            fix = f'say in the context what it means: [vat] {code} = "{category}"'
        findings.append(
            Finding(
                "EI-NETVISOR-VAT-JUDGEMENT",
                severity,
                "netvisor",
                message,
                fix,
                ("BT-151",),
                value=lines[position]["native"]["netvisor:vat_code"],
                model_path=f"lines[{position}].native.netvisor:vat_code",
            )
        )


def _code(line: dict[str, Any]) -> str | None:
    raw = line.get("native", {}).get("netvisor:vat_code")
    if raw is None:
        return None
    entry = codelists.netvisor_vat_code(raw)
    return entry.code if entry is not None else raw


def _price(line: dict[str, Any], path: str, findings: list[Finding]) -> None:
    """EN 16931 has no negative prices: their sign goes to the quantity (see `_positive`)."""
    for name in ("net_price", "price_with_vat"):
        if line.get(name, ZERO) < 0 and "quantity" in line:
            findings.append(
                Finding(
                    "EI-NETVISOR-PRICE-SIGN",
                    "info",
                    "netvisor",
                    f"the unit price {line[name]} is negative; its sign goes to the quantity",
                    "write a positive price and a negative quantity",
                    terms_at(f"{path}.{name}"),
                    value=str(line[name]),
                    model_path=f"{path}.{name}",
                )
            )


def _vat(line: dict[str, Any], position: int, context: Context, alone: bool, findings: list[Finding]) -> None:
    path, number = f"lines[{position}]", position + 1
    code = _code(line)
    rate: Decimal | None = line.get("vat_rate")
    entry = codelists.netvisor_vat_code(code) if code is not None else None
    if code is not None and entry is None and code not in context.vat:
        findings.append(
            Finding(
                "EI-NETVISOR-VAT-CODE",
                "error",
                "netvisor",
                f"VAT code {code!r} is none of Netvisor's 22 codes",
                "write KOMY for a domestic sale, EUMY for goods to another EU country, EUUM for export, EUPM312 for "
                f'services to another EU country, or say what it means in the context: [vat] "{code}" = "E"',
                ("BT-151",),
                value=code,
                model_path=f"{path}.native.netvisor:vat_code",
            )
        )
        return
    category = vat.category_of(code, rate, context, alone)
    if category is None:
        name = entry.description if entry is not None else code
        findings.append(
            Finding(
                "EI-NETVISOR-VAT-CODE",
                "error",
                "netvisor",
                f"VAT code {code} ({name}) belongs to purchases and stands on a sales line",
                f'write the code of the sale, such as KOMY, or say what it means in the context: [vat] "{code}" = "S"',
                ("BT-151",),
                value=code,
                model_path=f"{path}.native.netvisor:vat_code",
            )
        )
        return
    line["vat_category"] = category
    if rate is None and category != "O":
        # A sale at 0 % costs the seller the VAT, so what is absent stays absent where the code does not say 0.
        decision = context.vat.get(code or "")
        implied = (entry is not None and entry.zero_only) or (
            decision is not None and decision.category == category and category in vat.ZERO_RATED
        )
        if code is None:
            del line["vat_category"]
        elif not implied:
            line["vat_category"] = category = "S"
        what = (
            f"line {number} has VAT code {code} and no VAT rate"
            if code
            else f"line {number} has neither VAT code nor VAT rate"
        )
        findings.append(
            Finding(
                "EI-NETVISOR-VAT-RATE",
                "warning" if implied else "error",
                "netvisor",
                what + ("; read as 0 %, the only rate of this code" if implied else "; what VAT it bears is not known"),
                "write productvatpercentage with the rate in per cent, and 0 where the line bears no VAT",
                ("BT-152",),
                model_path=f"{path}.vat_rate",
            )
        )
    elif code is None:
        findings.append(
            Finding(
                "EI-NETVISOR-VAT-CODE",
                "warning",
                "netvisor",
                f"the line has no VAT code; read as category {category} for its rate of {rate} %",
                'write the attribute, such as vatcode="KOMY"',
                ("BT-151",),
                model_path=f"{path}.vat_rate",
            )
        )
    if category == "O" and rate == 0:
        del line["vat_rate"]
    elif "vat_category" in line and category in vat.ZERO_RATED and category != "O" and rate is None:
        line["vat_rate"] = ZERO


def _identifiers(line: dict[str, Any], context: Context) -> None:
    if "standard_item_identifier" in line:
        line["standard_item_identifier_scheme"] = "0160"
    if line.get("product_identifiers"):
        line["product_identifiers"][0]["kind"] = "ean-secondary"
    card = context.products.get(line.get("seller_item_identifier", ""))
    if card is not None:
        if card.gtin is not None and "standard_item_identifier" not in line:
            line["standard_item_identifier"] = card.gtin
            line["standard_item_identifier_scheme"] = "0160"
        if card.unit is not None and "unit_name" not in line:
            line["unit_code"] = context.unit_code(card.unit) or codelists.unit_code(card.unit) or card.unit


def _unit(line: dict[str, Any], path: str, context: Context, findings: list[Finding]) -> None:
    name: str | None = line.get("unit_name")
    if name is None:
        return
    code = context.unit_code(name) or codelists.unit_code(name)
    if code is None and name.upper() in codelists.codes("units"):
        code = name.upper()
    if code is not None:
        line["unit_code"] = code
        if context.unit_code(name) is None and codelists.is_doubtful_unit(name):
            findings.append(
                Finding(
                    "EI-NETVISOR-UNIT",
                    "warning",
                    "netvisor",
                    f"unit {name!r} has two meanings; it is read as {code}",
                    f'say in the context what it means: [units] "{name}" = "{code}"',
                    ("BT-130",),
                    value=name,
                    model_path=f"{path}.unit_name",
                )
            )
        return
    findings.append(
        Finding(
            "EI-CONTEXT-UNIT",
            "error",
            "business",
            f"unit {name!r} has no code of UN/ECE Recommendation 20 (BT-130)",
            f'add to the context: [units] "{name}" = "C62"  (C62 piece, HUR hour, KGM kilogram, XBG bag …)',
            ("BT-130",),
            model_path=f"{path}.unit_name",
        )
    )


def _discount(line: dict[str, Any], path: str, findings: list[Finding]) -> None:
    """A discount of 0 is no allowance; it is kept as native data so that it goes round."""
    if line.get("native", {}).get("netvisor:discount_type") == "netvisor":
        findings.append(
            Finding(
                "EI-NETVISOR-PRICES",
                "warning",
                "netvisor",
                "the line takes the discount of the customer card of Netvisor, which the document does not hold",
                "state the discount in per cent, or convert the invoice that Netvisor returns",
                ("BT-138",),
                value="netvisor",
                model_path=f"{path}.native.netvisor:discount_type",
            )
        )
    allowances = line.get("allowances_charges")
    if not allowances:
        return
    if allowances[0]["percentage"] == 0:
        del line["allowances_charges"]
        line.setdefault("native", {})["netvisor:discount"] = "0"
    else:
        allowances[0]["reason_code"] = "95"  # UNCL5189: discount; EN 16931 wants a reason


def _sums(line: dict[str, Any], path: str, digits: int, findings: list[Finding]) -> None:
    """Take the net amount from line sum and VAT sum, which count as a pair only."""
    other: Decimal | None = line.get("native", {}).pop("netvisor:line_sum", None)
    stated: Decimal | None = line.get("amount_with_vat")
    if other is not None and stated is None:
        line["amount_with_vat"] = other
    elif other is not None and other != stated:
        findings.append(
            Finding(
                "LOSS-MIRROR",
                "warning",
                "loss",
                f"the line states its sum twice, as {stated} and as {other}; the first is read",
                "state the same sum in both",
                ("EX-LINE-AMOUNT-WITH-VAT",),
                value=str(other),
                model_path=f"{path}.native.netvisor:line_sum",
            )
        )
    gross: Decimal | None = line.get("amount_with_vat")
    tax: Decimal | None = line.get("vat_amount")
    if gross is not None and tax is not None:
        line["net_amount"] = calc.round_half_up(gross - tax, digits)
        _against_rate(line, gross, tax, path, findings)
    elif gross is not None or tax is not None:
        what, value = ("line sum", gross) if gross is not None else ("VAT sum", tax)
        findings.append(
            Finding(
                "EI-NETVISOR-SUM-PAIR",
                "warning",
                "netvisor",
                f"the line has a {what} of {value} without its {'VAT sum' if gross is not None else 'line sum'}; "
                "Netvisor "
                "takes the two as a pair only, so it does not count",
                "give both, or neither",
                ("EX-LINE-AMOUNT-WITH-VAT", "EX-LINE-VAT"),
                model_path=f"{path}.{'amount_with_vat' if gross is not None else 'vat_amount'}",
            )
        )


def _against_rate(line: dict[str, Any], gross: Decimal, tax: Decimal, path: str, findings: list[Finding]) -> None:
    """Name a pair whose VAT is not that of the rate; from a whole unit on it is no rounding."""
    rate: Decimal | None = line.get("vat_rate")
    if rate is None and line.get("vat_category") != "O":
        return
    expected = (gross - tax) * (rate or ZERO) / 100
    difference = abs(tax - expected)
    if difference < Decimal("0.01"):
        return
    findings.append(
        Finding(
            "EI-NETVISOR-SUM-PAIR",
            "error" if difference >= 1 else "warning",
            "netvisor",
            f"the line states {tax} VAT in {gross}, and {rate or 0} % of the net amount {gross - tax} is "
            f"{calc.round_half_up(expected)}",
            "correct VAT sum, line sum or VAT rate of the line",
            ("EX-LINE-VAT", "BT-152"),
            value=str(tax),
            model_path=f"{path}.vat_amount",
        )
    )


def _minor_units(currency: str | None) -> int:
    """Decimals of an amount: those of the currency, and never more than the two that EN 16931 allows."""
    try:
        return min(2, codelists.minor_units(currency or ""))
    except LookupError:
        return 2


def _open_sum(values: dict[str, Any]) -> None:
    """A list entry states total and open sum; the difference has been paid."""
    totals = values.get("totals", {})
    total, still_open = totals.get("total_with_vat"), totals.get("amount_due")
    if total is not None and still_open is not None and total != still_open:
        totals["paid_amount"] = total - still_open


def _type_code(values: dict[str, Any]) -> None:
    totals = values.get("totals", {})
    total = totals.get("total_with_vat", totals.get("amount_due"))
    if not total:
        total = sum((_with_vat(line) for line in values.get("lines", [])), ZERO)
    values["type_code"] = "381" if total < 0 else "380"


def _with_vat(line: dict[str, Any]) -> Decimal:
    """Return what Netvisor calculates for a line; its sum counts only beside its VAT sum."""
    if "amount_with_vat" in line and "vat_amount" in line:
        return Decimal(line["amount_with_vat"])
    price: Decimal | None = line.get("price_with_vat")
    if price is None:
        price = line.get("net_price", ZERO) * (100 + line.get("vat_rate", ZERO)) / 100
    percentage = sum((entry["percentage"] for entry in line.get("allowances_charges", ())), ZERO)
    return Decimal(line.get("quantity", ZERO) * price * (100 - percentage) / 100)


@exact
def complete(invoice: Invoice, context: Context) -> tuple[Invoice, list[Finding]]:
    """Return *invoice* with the sign of the model, allowance amounts, totals, VAT breakdown and due date.

    And what had to be decided, with model paths.
    """
    findings: list[Finding] = []
    clause = invoice.native.get("netvisor:tax_clause")
    if invoice.type_code == "381":
        invoice = calc.flip(invoice)
    if any((price or ZERO) < 0 for line in invoice.lines for price in (line.net_price, line.price_with_vat)):
        invoice = invoice.model_copy(update={"lines": tuple(_positive(line) for line in invoice.lines)})
    stated = invoice.lines
    invoice = _without_halves(invoice)
    digits = _minor_units(invoice.currency)
    booked: Decimal | None = None
    due = invoice.totals.amount_due if invoice.totals is not None else None
    if due is None:
        due = booked = calc.derive_totals(invoice, policy="per_line", minor_units=digits)[0].total_with_vat
    invoice = _allowances(_nets_of_gross_prices(invoice, due, digits), digits)
    if invoice.lines and all(line.vat_category is not None for line in invoice.lines):
        invoice = _totals(invoice, booked, _reasons(invoice, clause, context, findings), digits, findings)
    if invoice.lines:
        invoice = invoice.model_copy(update={"lines": tuple(map(_with_half, invoice.lines, stated))})
    return _due_date(invoice), findings


def _without_halves(invoice: Invoice) -> Invoice:
    """Return *invoice* without line sums and VAT sums that stand alone: they must enter no calculation."""
    nothing = {"amount_with_vat": None, "vat_amount": None}
    lines = [line if line.net_amount is not None else line.model_copy(update=nothing) for line in invoice.lines]
    return invoice.model_copy(update={"lines": tuple(lines)}) if lines else invoice


def _with_half(line: Line, stated: Line) -> Line:
    if line.amount_with_vat == stated.amount_with_vat and line.vat_amount == stated.vat_amount:
        return line
    return line.model_copy(update={"amount_with_vat": stated.amount_with_vat, "vat_amount": stated.vat_amount})


def _totals(
    invoice: Invoice, booked: Decimal | None, reasons: calc.ExemptionReasons, digits: int, findings: list[Finding]
) -> Invoice:
    """Complete totals and breakdown; *booked* is the amount due that Netvisor makes of the lines where none stands."""
    tolerance = None
    if booked is not None:
        totals = (invoice.totals or DocumentTotals()).model_copy(update={"amount_due": booked})
        invoice = invoice.model_copy(update={"totals": totals})
        tolerance = calc.rounding_of_lines(invoice, minor_units=digits)
    found = calc.complete(invoice, tolerance=tolerance, reasons=reasons, minor_units=digits)
    after = found.totals
    if after is None or not after.rounding_amount or after.amount_due is None:
        return found
    whole = after.amount_due + (after.paid_amount or ZERO)
    policy = calc.explain_difference(found, whole, minor_units=digits)
    if policy is None:
        policy = "no known rounding gives the stated total, but the difference is one of rounding"
    findings.append(
        Finding(
            "EI-NETVISOR-ROUNDING",
            "info",
            "netvisor",
            f"the total is {whole}, and the VAT breakdown gives {after.total_with_vat}; the rounding amount (BT-114) "
            f"is {after.rounding_amount}: {policy}",
            terms=("BT-114", "BT-115", "BT-112"),
            model_path="totals.amount_due",
        )
    )
    return found


def _nets_of_gross_prices(invoice: Invoice, due: Decimal | None, digits: int) -> Invoice:
    """Give lines with prices with VAT the net amounts that together make the sum that the buyer saw.

    Not where a cent for each VAT group is missing only: the rounding amount takes that, and every net amount stays
    what quantity and price make.
    """
    groups: dict[calc.VatKey, list[tuple[int, Decimal]]] = {}
    for position, line in enumerate(invoice.lines):
        if line.price_with_vat is None or line.net_amount is not None:
            continue
        gross = calc.line_gross_amount(line, minor_units=digits)
        if gross is not None:
            groups.setdefault(calc.vat_key(line.vat_category, line.vat_rate), []).append((position, gross))
    if not groups or due is None:
        return invoice
    plain = calc.derive_totals(invoice, minor_units=digits)[0].total_with_vat
    if plain is None or abs(due - plain) <= Decimal(len(groups)).scaleb(-digits):
        return invoice
    lines = list(invoice.lines)
    for (_, rate), members in groups.items():
        nets = calc.nets_from_gross([gross for _, gross in members], rate or ZERO, minor_units=digits)
        for (position, _), net in zip(members, nets, strict=True):
            lines[position] = lines[position].model_copy(update={"net_amount": net})
    return invoice.model_copy(update={"lines": tuple(lines)})


def _positive(line: Line) -> Line:
    """Return *line* with a positive price; the note makes the writer turn it back."""
    turned = calc.normalise_negative_prices(line)
    if turned is line:
        return line
    return turned.model_copy(update={"native": {**line.native, NEGATIVE_PRICE: "1"}})


def _allowances(invoice: Invoice, digits: int) -> Invoice:
    """Make the discount of a line with a stated total exactly what lies between price and total."""
    lines = []
    for line in invoice.lines:
        if line.net_amount is not None and line.allowances_charges and line.quantity is not None:
            price = calc.net_price(line)
            if price is not None:
                base = calc.round_half_up(line.quantity * price, digits)
                entry = line.allowances_charges[0]
                amount = base - line.net_amount
                expected = calc.round_half_up(base * (entry.percentage or ZERO) / 100, digits)
                # A stated total that is not price less discount stays a fault of the document, which the rules name.
                ties = abs(amount - expected) <= Decimal("0.02")
                update = {"amount": amount if ties else expected, "base_amount": base}
                line = line.model_copy(update={"allowances_charges": (entry.model_copy(update=update),)})
        lines.append(line)
    return invoice.model_copy(update={"lines": tuple(lines)}) if lines else invoice


def _reasons(
    invoice: Invoice, clause: str | None, context: Context, findings: list[Finding]
) -> dict[str, tuple[str | None, str | None]]:
    """Return text and code of the exemption for each category; the breakdown has room for one of each."""
    categories = {line.vat_category for line in invoice.lines if line.vat_category in vat.EXEMPT}
    if clause is not None and len(categories) > 1:
        findings.append(
            _reason_finding(
                f"the tax handling clause {clause!r} stands for the whole invoice, whose exempt lines are of the "
                f"categories {', '.join(sorted(filter(None, categories)))}; it is the reason of none of them",
                clause,
                "native.netvisor:tax_clause",
            )
        )
        clause = None
    found: dict[str, dict[tuple[str | None, str | None], int]] = {}
    for position, line in enumerate(invoice.lines):
        if (category := line.vat_category) is not None and category in categories:
            raw = line.native.get("netvisor:vat_code")
            entry = codelists.netvisor_vat_code(raw) if raw is not None else None
            code = entry.code if entry is not None else raw
            reason = vat.reason_of(code, category, clause, context)
            found.setdefault(category, {}).setdefault(reason, position)
    reasons: dict[str, tuple[str | None, str | None]] = {}
    for category, pairs in found.items():
        texts = list(dict.fromkeys(text for text, _ in pairs if text))
        codes = list(dict.fromkeys(code for _, code in pairs))
        reasons[category] = ("; ".join(texts) or None, codes[0] if len(codes) == 1 else None)
        if len(pairs) == 1:
            continue
        stated = ", ".join(code or "none" for code in codes)
        findings.append(
            _reason_finding(
                f"the lines of category {category} have different reasons for the exemption: "
                + " and ".join(repr(text) for text in texts)
                + (f"; their codes differ ({stated}), so none is stated" if len(codes) > 1 else "")
                + ("; the texts are joined" if len(texts) > 1 else ""),
                "; ".join(texts),
                f"lines[{max(pairs.values())}].native.netvisor:vat_code",
            )
        )
    return reasons


def _reason_finding(message: str, value: str, path: str) -> Finding:
    return Finding(
        "EI-NETVISOR-VAT-REASON",
        "warning",
        "netvisor",
        message,
        "bill sales that are exempt for different reasons on invoices of their own",
        ("BT-120", "BT-121"),
        value=value,
        model_path=path,
    )


def _due_date(invoice: Invoice) -> Invoice:
    """Due date = value date, or else issue date, plus net days."""
    conditions = invoice.payment_conditions
    base = invoice.value_date or invoice.issue_date
    if invoice.due_date is not None or conditions is None or conditions.net_days is None or base is None:
        return invoice
    due = due_after(base, conditions.net_days)
    return invoice if due is None else invoice.model_copy(update={"due_date": due})
