"""What Netvisor says without saying it: settled after reading, before the invoice is built.

Netvisor has no document type, no VAT categories, no net totals and no unit codes; a credit note is an invoice with a
negative total.  `settle` works on the nested values of the reader and `complete` on the invoice made from them, so that
every object is constructed once.

Amounts.  The total of Netvisor holds VAT and is what the customer is asked to pay, so it is the amount due (BT-115).
Netvisor rounds VAT line by line, EN 16931 per category; a difference of cents goes to the rounding amount (BT-114), a
larger one stays visible as a fault of the document.  A line total counts when line sum and VAT sum are both given.

Sign.  A negative total makes a credit note (381), and every amount is turned (see `einvoice.calc.flip`).  Without a
total the line sums decide, then quantity times price.
"""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

from einvoice import calc, codelists
from einvoice.context import Context
from einvoice.findings import Finding
from einvoice.formats.netvisor import vat
from einvoice.model import Address, Delivery, Invoice
from einvoice.model.terms import terms_at

ZERO = Decimal(0)


def settle(values: dict[str, Any], form: str, context: Context) -> list[Finding]:
    """Complete *values* in place; *form* is ``import``, ``detail`` or ``list``.  Return findings with model paths."""
    findings: list[Finding] = []
    native: dict[str, str] = values.setdefault("native", {})
    if "currency" not in values:
        values["currency"] = str(context.netvisor.get("home_currency", "EUR"))
    _status(values, native)
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


def _status(values: dict[str, Any], native: dict[str, str]) -> None:
    """The state stands in an attribute since 2021; before, and in lists, the text was the code."""
    internal = values.get("internal", {})
    text = native.get("netvisor:status_text")
    if text is not None and "lifecycle_status" not in internal:
        values.setdefault("internal", {})["lifecycle_status"] = text.lower()
        del native["netvisor:status_text"]


def _party(values: dict[str, Any], native: dict[str, str], findings: list[Finding]) -> None:
    buyer = values.get("buyer")
    if buyer is not None:
        if "electronic_address" in buyer:
            buyer["electronic_address_scheme"] = "0216"
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
    codes = {_code(line) for line in lines}
    alone = len(codes) == 1
    for position, line in enumerate(lines):
        path = f"lines[{position}]"
        _vat(line, path, context, alone, findings)
        _identifiers(line, context)
        _unit(line, path, context, findings)
        _discount(line, path, findings)
        _sums(line, path, findings)


def _code(line: dict[str, Any]) -> str | None:
    raw = line.get("native", {}).get("netvisor:vat_code")
    if raw is None:
        return None
    entry = codelists.netvisor_vat_code(raw)
    return entry.code if entry is not None else raw


def _vat(line: dict[str, Any], path: str, context: Context, alone: bool, findings: list[Finding]) -> None:
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
    if code is None:
        findings.append(
            Finding(
                "EI-NETVISOR-VAT-CODE",
                "warning",
                "netvisor",
                f"the line has no VAT code; read as category {category} for its rate of "
                f"{rate if rate is not None else 0} %",
                'write the attribute, such as vatcode="KOMY"',
                ("BT-151",),
                model_path=f"{path}.vat_rate",
            )
        )
    if category == "O" and rate == 0:
        del line["vat_rate"]
    elif category in vat.ZERO_RATED and category != "O" and rate is None:
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


def _sums(line: dict[str, Any], path: str, findings: list[Finding]) -> None:
    """Take the net amount from line sum and VAT sum, which count as a pair only."""
    other = line.get("native", {}).pop("netvisor:line_sum", None)
    if other is not None and "amount_with_vat" not in line:
        line["amount_with_vat"] = Decimal(other.replace(",", "."))
    gross: Decimal | None = line.get("amount_with_vat")
    tax: Decimal | None = line.get("vat_amount")
    if gross is not None and tax is not None:
        line["net_amount"] = calc.round_half_up(gross - tax, 2)
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
        total = sum((line.get("amount_with_vat") or ZERO for line in values.get("lines", [])), ZERO)
    if not total:
        total = sum(
            (
                (line.get("quantity") or ZERO) * (line.get("net_price") or line.get("price_with_vat") or ZERO)
                for line in values.get("lines", [])
            ),
            ZERO,
        )
    values["type_code"] = "381" if total < 0 else "380"


def complete(invoice: Invoice, context: Context) -> Invoice:
    """Return *invoice* with the sign of the model, allowance amounts, totals, VAT breakdown and due date."""
    clause = invoice.native.get("netvisor:tax_clause")
    if invoice.type_code == "381":
        invoice = calc.flip(invoice)
    if any(line.net_price is not None and line.net_price < 0 for line in invoice.lines):
        invoice = invoice.model_copy(
            update={"lines": tuple(calc.normalise_negative_prices(line) for line in invoice.lines)}
        )
    invoice = _deliver_to(_allowances(invoice))
    if invoice.lines and all(line.vat_category is not None for line in invoice.lines):
        invoice = calc.complete(invoice, reasons=_reasons(invoice, clause, context))
    return _due_date(invoice)


def _deliver_to(invoice: Invoice) -> Invoice:
    """Goods to another EU country go to the country of the buyer, unless a delivery address says otherwise (BT-80)."""
    buyer = invoice.buyer.address if invoice.buyer is not None else None
    if buyer is None or buyer.country_code is None or all(line.vat_category != "K" for line in invoice.lines):
        return invoice
    delivery = invoice.delivery or Delivery()
    address = delivery.address or Address()
    if address.country_code is not None:
        return invoice
    address = address.model_copy(update={"country_code": buyer.country_code})
    return invoice.model_copy(update={"delivery": delivery.model_copy(update={"address": address})})


def _allowances(invoice: Invoice) -> Invoice:
    """Make the discount of a line with a stated total exactly what lies between price and total."""
    lines = []
    for line in invoice.lines:
        if line.net_amount is not None and line.allowances_charges and line.quantity is not None:
            price = calc.net_price(line)
            if price is not None:
                base = calc.round_half_up(line.quantity * price, 2)
                entry = line.allowances_charges[0]
                amount = base - line.net_amount
                expected = calc.round_half_up(base * (entry.percentage or ZERO) / 100, 2)
                # A stated total that is not price less discount stays a fault of the document, which the rules name.
                ties = abs(amount - expected) <= Decimal("0.02")
                update = {"amount": amount if ties else expected, "base_amount": base}
                line = line.model_copy(update={"allowances_charges": (entry.model_copy(update=update),)})
        lines.append(line)
    return invoice.model_copy(update={"lines": tuple(lines)}) if lines else invoice


def _reasons(invoice: Invoice, clause: str | None, context: Context) -> dict[str, tuple[str | None, str | None]]:
    reasons: dict[str, tuple[str | None, str | None]] = {}
    for line in invoice.lines:
        category = line.vat_category
        if category is not None and category not in reasons:
            raw = line.native.get("netvisor:vat_code")
            entry = codelists.netvisor_vat_code(raw) if raw is not None else None
            code = entry.code if entry is not None else raw
            reasons[category] = vat.reason_of(code, category, clause, context)
    return reasons


def _due_date(invoice: Invoice) -> Invoice:
    """Due date = value date, or else issue date, plus net days."""
    conditions = invoice.payment_conditions
    base = invoice.value_date or invoice.issue_date
    if invoice.due_date is not None or conditions is None or conditions.net_days is None or base is None:
        return invoice
    if not 0 <= conditions.net_days <= 3650:
        return invoice
    return invoice.model_copy(update={"due_date": base + timedelta(days=conditions.net_days)})
