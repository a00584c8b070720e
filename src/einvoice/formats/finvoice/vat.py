"""VAT codes of Finvoice and the categories of EN 16931; classes, and allowances of the document.

A code that the document states wins over what rate and texts suggest.  The FFI table calls E the sale to another EU
country; documents that claim EN 16931 mean "exempt" by it.

Source: code table of the Finvoice implementation guidelines, unchanged from 2.01 to 3.0; data list of 1.11.2019.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from einvoice import calc, codelists
from einvoice.context import Context
from einvoice.formats.finvoice import codecs, terms
from einvoice.formats.finvoice.irregular import CURRENCY
from einvoice.formats.finvoice.settled import PREFIX, ZERO, Native, Settled, finding
from einvoice.formats.mapping.codecs import format_comma

_COMMUNITY: Final = re.compile(
    r"yhteisö(n sisäi|myyn)|intra-?community|gemenskapsintern|unionintern|EU-myynti", re.IGNORECASE
)

_TEXTS: Final = (
    ("AE", re.compile(r"8\s*[a-d]\s*§|käännet|reverse charge|omvänd", re.IGNORECASE)),
    ("K", _COMMUNITY),
    ("G", re.compile(r"\bvienti|\bexport|myynti (EU:n|yhteisön) ulkopuolelle", re.IGNORECASE)),
)
"""Words that tell why nothing is charged, in the order in which they are looked for."""


_CODES: Final = terms.CATEGORIES | {terms.MARGIN, *terms.BUYER_SIDE}


def settle_category(
    entry: dict[str, Any], values: dict[str, Any], at: str, context: Context, done: Settled, *, quiet: bool = False
) -> None:
    """Bring the VAT code of a row, an allowance or a class into the categories of EN 16931."""
    stated = entry.get("vat_category") or entry.get("category")
    name = "category" if "taxable_amount" in entry or "tax_amount" in entry or at.startswith("vat_") else "vat_category"
    rate_name = "rate" if name == "category" else "vat_rate"
    rate: Decimal | None = entry.get(rate_name)
    code = (stated or "").strip()
    if code.upper() in _CODES:
        code = code.upper()
    category = _category_of(code, rate, values, context, at, name, done, quiet)
    if category is not None:
        entry[name] = category
        if not code:
            done.guessed.add(id(entry))
        if code and category != code:
            Native(entry if name == "vat_category" and at.startswith("lines") else values).put(
                "_vat_code" if at.startswith("lines") else f"_{at}code", f"{code}|{category}"
            )
    if category in terms.ZERO_RATED and rate is None:
        entry[rate_name] = ZERO
    elif category == "O" and rate is not None and not rate:
        del entry[rate_name]


def _category_of(
    code: str,
    rate: Decimal | None,
    values: dict[str, Any],
    context: Context,
    at: str,
    name: str,
    done: Settled,
    quiet: bool,
) -> str | None:
    decision = context.vat.get(code) if code else None
    if decision is not None and decision.category is not None:
        return decision.category
    if code == "E" and _is_community(values):
        return _judged("E", "K", "buyer and seller have VAT numbers of two EU countries, and Finvoice calls E the sale "
                       "to another EU country", at, name, done, quiet)  # fmt: skip
    if code in terms.CATEGORIES:
        return code
    if code == terms.MARGIN:
        return _judged(code, "E", "the margin scheme has no category of its own in EN 16931", at, name, done, quiet)
    if code in terms.BUYER_SIDE:
        return _judged(code, "AE", "it is the entry of a buyer, who accounts for the VAT", at, name, done, quiet)
    if rate:
        if code:
            return _judged(code, "S", f"no such category is known, and the rate is {rate} %", at, name, done, quiet)
        return "S"
    if rate is None and not code:
        return None
    same: set[str] = {
        entry.get("category", "").strip().upper()
        for entry in values.get("vat_breakdown", ())
        if not entry.get("rate") and entry.get("category", "").strip().upper() in terms.CATEGORIES
    }
    if len(same) == 1 and name == "vat_category":
        category = same.pop()
        if code:
            why = f"no such code is known, and the one class without VAT is {category}"
            return _judged(code, category, why, at, name, done, quiet)
        return category
    text = " ".join(_exemption_texts(values))
    for category, pattern in _TEXTS:
        if pattern.search(text):
            return _judged(code, category, f"the invoice says {text!r}", at, name, done, quiet)
    return _judged(code, "Z", "nothing says why no VAT is charged", at, name, done, quiet)


def _judged(code: str, category: str, why: str, at: str, name: str, done: Settled, quiet: bool) -> str:
    if quiet and not code:
        return category
    stated = f"VAT code {code}" if code else "a rate of 0 % without VAT code"
    if any(f.code == "EI-FINVOICE-VAT" and f.value == (code or "0") for f in done.findings):
        return category
    key = code or "Z"
    done.findings.append(
        finding(
            "EI-FINVOICE-VAT",
            "warning",
            f"{stated} is read as category {category}: {why}",
            f'state the category in the document, or in the context: [vat] | {key} = "{category}"'
            if code
            else "state the VAT code in the document",
            ("BT-151", "BT-118"),
            code or "0",
            f"{at}{name if code else name.replace('category', 'rate')}",
        )
    )
    return category


def _is_community(values: dict[str, Any]) -> bool:
    """Say whether E may be an intra-Community supply: an old habit, which documents of EN 16931 do not have."""
    texts = values.get("native", {})
    if texts.get(f"{PREFIX}MessageTransmissionDetails/MessageDetails/SpecificationIdentifier") == "EN16931":
        return False
    codes = {entry.get("exemption_reason_code") for entry in values.get("vat_breakdown", ()) if not entry.get("rate")}
    reasons = {code.strip().upper() for code in codes if code} or {" ".join(_exemption_texts(values))}
    if not reasons & {"", "VATEX-EU-IC"} and not any(_COMMUNITY.search(reason) for reason in reasons):
        return False  # exempt for a reason of its own
    seller, buyer = (vat_country(values.get(party, {}).get("vat_identifier")) for party in ("seller", "buyer"))
    return seller is not None and buyer is not None and seller != buyer


def vat_country(number: str | None) -> str | None:
    if number is None or len(number) < 4 or not number[:2].isalpha():
        return None
    code = "GR" if number[:2].upper() == "EL" else number[:2].upper()
    return code if codelists.is_eu(code) else None


def _exemption_texts(values: dict[str, Any]) -> Iterator[str]:
    for entry in values.get("vat_breakdown", ()):
        if not entry.get("rate") and "exemption_reason" in entry:
            yield entry["exemption_reason"]
    text = values.get("native", {}).get(f"{PREFIX}InvoiceDetails/InvoiceVatFreeText")
    if text:
        yield text


def settle_breakdown(values: dict[str, Any], context: Context, done: Settled) -> None:
    entries: list[dict[str, Any]] = values.get("vat_breakdown", [])
    rows = [line for line in values.get("lines", []) if "vat_category" in line]
    for position, entry in enumerate(entries):
        at = f"vat_breakdown[{position}]."
        code = entry.get("category", "").strip().upper()
        if not code:
            at_rate = {
                row["vat_category"] for row in rows if (row.get("vat_rate") or ZERO) == (entry.get("rate") or ZERO)
            }
            if len(at_rate) == 1:
                entry["category"] = at_rate.pop()
        settle_category(entry, values, at, context, done, quiet=bool(rows))
    # The rows may have taken their category from a rate; a class of the same rate with another category wins.
    for row in rows:
        stated = [e for e in entries if (e.get("rate") or ZERO) == (row.get("vat_rate") or ZERO)]
        if len(stated) == 1 and row["vat_category"] == "Z" != stated[0].get("category") and id(row) in done.guessed:
            row["vat_category"] = stated[0]["category"]
    _texts_of_taxed(values, entries, done)
    _class_of_bare_rows(values, entries, done)
    _without_class(values, entries, done)
    text = values.get("native", {}).get(f"{PREFIX}InvoiceDetails/InvoiceVatFreeText")
    exempt = [entry for entry in entries if entry.get("category") in terms.EXEMPT]
    if text and len(exempt) == 1 and not exempt[0].keys() & {"exemption_reason", "exemption_reason_code"}:
        exempt[0]["exemption_reason"] = text
        position = entries.index(exempt[0])
        done.moves[f"vat_breakdown[{position}].exemption_reason"] = f"native.{PREFIX}InvoiceDetails/InvoiceVatFreeText"


def _texts_of_taxed(values: dict[str, Any], entries: list[dict[str, Any]], done: Settled) -> None:
    """The text of a class that is taxed, or zero rated, is no reason for an exemption: it is kept as it is."""
    native = Native(values)
    for position, entry in enumerate(entries):
        if entry.get("category") not in ("S", "Z") or "exemption_reason" not in entry:
            continue
        block = "InvoiceDetails/VatSpecificationDetails" + (f"[{position + 1}]" if position else "")
        for number, line in enumerate(entry.pop("exemption_reason").split("\n"), 1):
            key = f"{block}/VatFreeText" + (f"[{number}]" if number > 1 else "")
            native.put(key, line)
            done.moves[f"native.{PREFIX}{key}"] = f"vat_breakdown[{position}].exemption_reason"


def _class_of_bare_rows(values: dict[str, Any], entries: list[dict[str, Any]], done: Settled) -> None:
    """A row that names neither rate nor code belongs to the one class that there is."""
    if len(entries) != 1 or "category" not in entries[0]:
        return
    for position, row in enumerate(values.get("lines", ())):
        if "vat_category" not in row and "vat_rate" not in row:
            row["vat_category"] = entries[0]["category"]
            if "rate" in entries[0]:
                row["vat_rate"] = entries[0]["rate"]
            row.setdefault("native", {})[f"{PREFIX}_vat_of_class"] = "1"
            done.moves[f"lines[{position}].vat_category"] = "vat_breakdown[0].category"
            done.moves[f"lines[{position}].vat_rate"] = "vat_breakdown[0].rate"


def _without_class(values: dict[str, Any], entries: list[dict[str, Any]], done: Settled) -> None:
    bare = [n for n, row in enumerate(values.get("lines", ())) if not row.keys() & {"vat_category", "vat_rate"}]
    if not bare:
        return
    rows = "a row states" if len(bare) == 1 else f"{len(bare)} rows state"
    why = "no VatSpecificationDetails does" if not entries else f"there are {len(entries)} VatSpecificationDetails"
    done.findings.append(
        finding(
            "EI-FINVOICE-VAT",
            "warning",
            f"{rows} neither a VAT rate nor a VAT code, and {why}: how the sale is taxed is unknown",
            "state RowVatRatePercent and RowVatCode, and a VatSpecificationDetails for each rate and code; a seller "
            "who is not liable to VAT states the code O",
            ("BT-151", "BT-152"),
            at=f"lines[{bare[0]}].net_amount",
        )
    )


def settle_allowances(values: dict[str, Any], done: Settled) -> None:
    """Before 3.0 a discount of the document has no VAT data, and no total counts it: it is kept as information."""
    entries: list[dict[str, Any]] = values.get("allowances_charges", [])
    if not entries:
        return
    bare = [entry for entry in entries if "vat_category" not in entry and "vat_rate" not in entry]
    _percentages(values, entries, done)
    if bare:
        classes = {(row.get("vat_category"), row.get("vat_rate")) for row in values.get("lines", ())}
        counted = _is_counted(values, entries)
        if not counted:
            _demote(values, entries, bare, done)
        elif len(classes) == 1:
            category, rate = classes.pop()
            for entry in bare:
                entry.update({k: v for k, v in (("vat_category", category), ("vat_rate", rate)) if v is not None})
    for position, entry in enumerate(values.get("allowances_charges", ())):
        if entry.get("vat_category") in terms.ZERO_RATED and "vat_rate" not in entry:
            entry["vat_rate"] = ZERO
        elif "vat_category" not in entry and entry.get("vat_rate"):
            entry["vat_category"] = "S"
            done.moves[f"allowances_charges[{position}].vat_category"] = f"allowances_charges[{position}].vat_rate"
        elif entry.get("vat_category") == "O" and "vat_rate" in entry and not entry["vat_rate"]:
            del entry["vat_rate"]


def _percentages(values: dict[str, Any], entries: list[dict[str, Any]], done: Settled) -> None:
    """A discount of the document that states its percentage alone has the amount with which the total comes out."""
    absent = [n for n, entry in enumerate(entries) if "amount" not in entry and "percentage" in entry]
    nets = [line.get("net_amount") for line in values.get("lines", ())]
    net = values.get("totals", {}).get("total_without_vat")
    if not absent or net is None or any(each is None for each in nets):
        return
    rows: Decimal = values["totals"].get("line_total", sum(nets, ZERO))
    amounts = {n: entry["amount"] for n, entry in enumerate(entries) if "amount" in entry}
    for n in absent:
        amounts[n] = calc.round_half_up(entries[n].get("base_amount", rows) * entries[n]["percentage"] / 100, 2)
    rest = sum((amounts.get(n, ZERO) * (1 if entry["is_charge"] else -1) for n, entry in enumerate(entries)), ZERO)
    if rows + rest != net:
        return
    for n in absent:
        entries[n]["amount"] = amounts[n]
        done.moves[f"allowances_charges[{n}].amount"] = f"allowances_charges[{n}].percentage"
        done.findings.append(
            finding(
                "EI-FINVOICE-DISCOUNT",
                "info",
                f"a {'charge' if entries[n]['is_charge'] else 'discount'} of {entries[n]['percentage']} % names no "
                f"amount; it is read as {amounts[n]}, with which the total without VAT comes out",
                "state the amount (BT-92)",
                ("BT-92",),
                str(entries[n]["percentage"]),
                f"allowances_charges[{n}].percentage",
            )
        )


def _is_counted(values: dict[str, Any], entries: list[dict[str, Any]]) -> bool:
    """Say whether the totals take the allowances and charges of the document into account."""
    totals = values.get("totals", {})
    if "allowance_total" in totals or "charge_total" in totals:
        return True
    nets = [line.get("net_amount") for line in values.get("lines", ())]
    net = totals.get("total_without_vat")
    if net is None or not nets or any(each is None for each in nets):
        return False
    rows: Decimal = totals.get("line_total", sum(nets, ZERO))
    rest = sum((e.get("amount", ZERO) * (1 if e["is_charge"] else -1) for e in entries), ZERO)
    return bool(abs(rows + rest - net) < abs(rows - net))


def _demote(values: dict[str, Any], entries: list[dict[str, Any]], bare: list[dict[str, Any]], done: Settled) -> None:
    native = Native(values)
    for charge, element in ((False, "DiscountDetails"), (True, "ChargeDetails")):
        chosen = [entry for entry in entries if entry["is_charge"] == charge]
        for number, entry in enumerate(chosen, 1):
            if not any(entry is each for each in bare):
                continue
            path = f"InvoiceDetails/{element}" + (f"[{number}]" if number > 1 else "")
            position = next(n for n, each in enumerate(entries) if each is entry)
            for name, wire, amount in (
                ("reason", "ReasonText" if charge else "FreeText", False),
                ("reason_code", "ReasonCode", False),
                ("percentage", "Percent", None),
                ("amount", "Amount", True),
                ("base_amount", "BaseAmount", True),
            ):
                if (content := entry.get(name)) is None:
                    continue
                text = content if isinstance(content, str) else format_comma(content)
                native.put(f"{path}/{wire}", codecs.kept_amount(content) if amount else text)
                done.moves[f"native.{PREFIX}{path}/{wire}"] = f"allowances_charges[{position}].{name}"
                if amount:
                    native.put(f"{path}/{wire}/@{CURRENCY}", values.get("currency", ""))
    done.findings.append(
        finding(
            "EI-FINVOICE-DISCOUNT",
            "info",
            f"{len(bare)} discount(s) or charge(s) of the document have no VAT data, and the totals do not count "
            "them: they "
            "are kept as information",
            None,
            ("BG-20",),
        )
    )
    left = [entry for entry in entries if not any(entry is each for each in bare)]
    if left:
        values["allowances_charges"] = left
    else:
        del values["allowances_charges"]
