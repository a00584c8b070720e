"""What Finvoice says without saying it: settled after reading, before and after the invoice is built.

`settle` works on the nested values of the reader, `complete` (``amounts.py``) on the invoice made of them.

Order of trust.  The total of a row is never changed: a price that does not give it gives way, and the stated one is
kept.  The payment order wins over the terms of payment.  The Finvoice type decides about the sign, the UN code about
BT-3.  A VAT code that the row states wins over what rate and texts suggest.

Sign.  INV02 is negative on the wire and positive in the model; a positive one of a careless sender is read as it
stands, with a warning.  An INV01 with negative sums stays an invoice.

`Settled.moves` says where values went that settling took from one place to another, for findings that point at the
source.
"""

from __future__ import annotations

from typing import Any

from einvoice import codelists
from einvoice.calc.rounding import exact
from einvoice.context import Context
from einvoice.errors import NoInvoice
from einvoice.formats.finvoice import terms
from einvoice.formats.finvoice.amounts import complete, completed_reasons
from einvoice.formats.finvoice.parties import settle_parties
from einvoice.formats.finvoice.payment import settle_dates, settle_links, settle_payment
from einvoice.formats.finvoice.rows import settle_lines
from einvoice.formats.finvoice.settled import PREFIX, Native, Settled, finding
from einvoice.formats.finvoice.vat import settle_allowances, settle_breakdown


@exact
def settle(values: dict[str, Any], context: Context) -> Settled:
    """Complete *values* in place.  Raises `NoInvoice` for a message of another kind."""
    done = Settled()
    native = Native(values)
    _type(values, native, done)
    settle_lines(values, native, context, done)
    settle_breakdown(values, context, done)
    settle_allowances(values, done)
    settle_parties(values, native, done)
    settle_payment(values, native, done)
    settle_dates(values, native, done)
    settle_links(values, native, done)
    if not values.get("native", True):
        del values["native"]
    return done


def _type(values: dict[str, Any], native: Native, done: Settled) -> None:
    code = (native.get("InvoiceDetails/InvoiceTypeCode") or "").upper()
    if (what := terms.OTHER_MESSAGES.get(code[:3])) is not None:
        raise NoInvoice(
            f"the Finvoice message has the type {code}, which is {what}, and no invoice",
            fix="send it to a program for that kind of message; invoices are INV, SEI, SDD, REC, RES and TES",
        )
    stated = values.get("type_code")
    if stated is None:
        values["type_code"] = terms.un_code(code)
        done.moves["type_code"] = f"native.{PREFIX}InvoiceDetails/InvoiceTypeCode"
    elif codelists.is_credit_note(stated) != (code in terms.CREDIT) and code:
        values["type_code"] = terms.un_code(code)
        native.put("InvoiceDetails/InvoiceTypeCodeUN", stated)
        done.moves["type_code"] = f"native.{PREFIX}InvoiceDetails/InvoiceTypeCode"
        done.moves[f"native.{PREFIX}InvoiceDetails/InvoiceTypeCodeUN"] = "type_code"
        done.findings.append(
            finding(
                "EI-FINVOICE-TYPE",
                "warning",
                f"InvoiceTypeCode {code} and InvoiceTypeCodeUN {stated} contradict each other: one is a credit note, "
                f"the other is none; read as {values['type_code']}, since the Finvoice code decides about the sign",
                "state the two codes of one type, such as INV02 and 381",
                ("BT-3",),
                stated,
                f"native.{PREFIX}InvoiceDetails/InvoiceTypeCodeUN",
            )
        )
    if code and stated is None and not terms.is_invoice(code):
        done.findings.append(
            finding(
                "EI-FINVOICE-TYPE",
                "warning",
                f"InvoiceTypeCode {code} is no type that Finvoice knows; the document is read as an invoice (380)",
                "state the type: INV01 for an invoice, INV02 for a credit note",
                ("BT-3",),
                code,
                f"native.{PREFIX}InvoiceDetails/InvoiceTypeCode",
            )
        )
    if code.startswith("TES"):
        done.findings.append(
            finding(
                "EI-FINVOICE-KIND",
                "warning",
                f"the document is a test invoice ({code}): it must not be booked or forwarded",
                "send a real invoice with the type INV01",
                ("BT-3",),
                code,
                f"native.{PREFIX}InvoiceDetails/InvoiceTypeCode",
            )
        )
    elif code in ("INV05", "INV08"):
        done.findings.append(
            finding(
                "EI-FINVOICE-KIND",
                "warning",
                f"the type {code} is a {'collection note' if code == 'INV05' else 'payment reminder'}, which repeats "
                "what another invoice has billed; it is read as an invoice",
                "do not book it as a sale of its own",
                ("BT-3",),
                code,
                f"native.{PREFIX}InvoiceDetails/InvoiceTypeCode",
            )
        )
    if code == terms.type_of(values["type_code"]):
        _forget(native, "InvoiceDetails/InvoiceTypeCode")
    _origin(native, code, done)


def _origin(native: Native, code: str, done: Settled) -> None:
    origin = native.get("InvoiceDetails/OriginCode")
    if origin == terms.ORIGINAL:
        _forget(native, "InvoiceDetails/OriginCode")
    elif origin in ("Copy", "Cancel"):
        what = (
            "a copy: the invoice itself came another way" if origin == "Copy" else "a cancellation of a whole invoice"
        )
        done.findings.append(
            finding(
                "EI-FINVOICE-KIND",
                "warning",
                f"OriginCode is {origin}, so the document is {what}",
                "do not book it a second time"
                if origin == "Copy"
                else "match it with the invoice that it cancels, which is void in full",
                ("BT-3",),
                origin,
                f"native.{PREFIX}InvoiceDetails/OriginCode",
            )
        )


def _forget(native: Native, path: str) -> None:
    """Drop what the writer states by itself, with its attributes of no content."""
    native.pop(path)


__all__ = ["complete", "completed_reasons", "settle"]
