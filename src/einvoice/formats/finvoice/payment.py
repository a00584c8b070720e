"""The payment order, the accounts, the due date, and the links of a Finvoice document."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any, Final

from einvoice.findings import Finding
from einvoice.formats.finvoice import codecs, terms
from einvoice.formats.finvoice.irregular import ACCOUNTS, EPI_POSITION, SEPA, TERMS_DUE
from einvoice.formats.finvoice.settled import PREFIX, Native, Settled, finding

_PAYMENT = "EpiDetails/EpiPaymentInstructionDetails"
_REMITTANCE = f"{_PAYMENT}/EpiRemittanceInfoIdentifier"
_EPI_DATE = "EpiDetails/EpiIdentificationDetails/EpiDate"
_EPI_REFERENCE = "EpiDetails/EpiIdentificationDetails/EpiReference"


_ACCOUNT: Final = "EpiDetails/EpiPartyDetails/EpiBeneficiaryPartyDetails/EpiAccountID"
_SHARED: Final = ("means_code", "means_text", "remittance_information")
"""What the payment order says of every account."""


_FACTORING: Final = "FactoringAgreementDetails/"


def _factoring(values: dict[str, Any], native: Native, done: Settled) -> None:
    """Say that the claim is assigned: other formats know the seller, or a payee (BG-10), and no agreement."""
    stated = native.under(_FACTORING)
    if not stated:
        return
    name = native.get(f"{_FACTORING}FactoringPartyName")
    payee = values.get("payee", {}).get("name")
    who = f"the seller, and the payee is {payee!r}" if payee else "the seller alone"
    done.findings.append(
        finding(
            "EI-FINVOICE-FACTORING",
            "warning",
            f"the claim is assigned to {name or 'a finance company'} (FactoringAgreementDetails), and one who pays the "
            f"seller may have to pay again; an invoice in another format names {who}",
            "make sure that the account to pay to (BT-84) is that of the finance company, and state the company as "
            "payee (BG-10) and the clause of assignment as a note (BT-22) in the other format",
            ("BG-10", "BT-84"),
            name,
            f"native.{PREFIX}{_FACTORING}FactoringPartyName" if name else f"native.{stated[0]}",
        )
    )


def settle_payment(values: dict[str, Any], native: Native, done: Settled) -> None:
    _factoring(values, native, done)
    ways: list[dict[str, Any]] = values.get("payment_instructions", [])
    accounts: list[dict[str, Any]] = values.pop(ACCOUNTS, [])
    first: dict[str, Any] = ways[0] if ways else {}
    if first.get("credit_transfer", {}).get("account_identifier") == terms.FILLER:
        del first["credit_transfer"]["account_identifier"]
        native.pop(f"{_ACCOUNT}/@IdentificationSchemeName")
        if not first["credit_transfer"]:
            del first["credit_transfer"]
    _reference(first, native, done)
    transfer = first.get("credit_transfer", {})
    if transfer.get("account_identifier") == terms.FILLER:
        del transfer["account_identifier"]
        if not transfer:
            del first["credit_transfer"]
    account = _bare(transfer.get("account_identifier"))
    position = next(
        (n for n, each in enumerate(accounts) if account and _bare(each.get("account_identifier")) == account), None
    )
    if position is None and account is None and accounts:
        bank = transfer.get("service_provider_identifier")
        same = (n for n, each in enumerate(accounts) if each.get("service_provider_identifier") == bank)
        position = next(same, 0) if bank else 0
        own = accounts[position].get("service_provider_identifier")
        if bank and own and bank != own:
            _other_bank(bank, own, native, done)
        first["credit_transfer"] = {**transfer, **accounts[position]}
        _moved_account(done, 0, position)
        native.put("_epi_without_account", "1")
    elif position is not None:
        for name, text in accounts[position].items():
            if name not in transfer:
                first.setdefault("credit_transfer", {})[name] = text
                done.moves[f"payment_instructions[0].credit_transfer.{name}"] = f"{ACCOUNTS}[{position}].{name}"
            elif transfer[name] != text:
                _contradicted(name, text, transfer[name], position, native, done)
    if position is None and transfer:
        native.put(EPI_POSITION, "-")
    elif position:
        native.put(EPI_POSITION, str(position))
    others = [(n, each) for n, each in enumerate(accounts) if n != position]
    if (creditor := native.pop("DirectDebitInfo/CreditorIdentifier")) is not None:
        seller = values.setdefault("seller", {})
        identifiers = seller.setdefault("identifiers", [])
        at = f"seller.identifiers[{len(identifiers)}]."
        identifiers.append({"value": creditor, "scheme": SEPA})
        done.moves[f"{at}value"] = done.moves[f"{at}scheme"] = f"native.{PREFIX}DirectDebitInfo/CreditorIdentifier"
    if not first and not others:
        values.pop("payment_instructions", None)
        return
    ways = [first] if first else []
    for n, entry in others:
        shared: dict[str, Any] = {name: first[name] for name in _SHARED if name in first}
        _moved_account(done, len(ways), n)
        for name in shared:
            done.moves[f"payment_instructions[{len(ways)}].{name}"] = f"payment_instructions[0].{name}"
        ways.append({**shared, "credit_transfer": entry})
    values["payment_instructions"] = ways


_WIRE: Final = {
    "account_identifier": "SellerAccountID",
    "service_provider_identifier": "SellerBic",
    "account_name": "SellerAccountName",
}


def _contradicted(name: str, text: str, stated: str, position: int, native: Native, done: Settled) -> None:
    """Of one account the payment order and the list of the seller say two things: the payment order wins."""
    if codecs.unspaced(text) == codecs.unspaced(stated):  # one is spelled with blanks
        return
    step = "SellerAccountDetails" + (f"[{position + 1}]" if position else "")
    key = f"SellerInformationDetails/{step}/{_WIRE[name]}"
    native.put(key, text)
    done.moves[f"native.{PREFIX}{key}"] = f"{ACCOUNTS}[{position}].{name}"
    if _bare(text) == _bare(stated):
        return
    done.findings.append(
        finding(
            "EI-FINVOICE-ACCOUNT",
            "warning",
            f"{_WIRE[name]} is {text!r}, and the payment order has {stated!r} for the same account; that of the "
            "payment order is read",
            "state the same in EpiPartyDetails and SellerAccountDetails",
            ("BT-86",),
            text,
            f"native.{PREFIX}{key}",
        )
    )


def _other_bank(bank: str, own: str, native: Native, done: Settled) -> None:
    """The payment order names a bank and no account: the account of another bank does not go with it."""
    key = "EpiDetails/EpiPartyDetails/EpiBfiPartyDetails/EpiBfiIdentifier"
    native.put(key, bank)
    done.moves[f"native.{PREFIX}{key}"] = "payment_instructions[0].credit_transfer.service_provider_identifier"
    done.findings.append(
        finding(
            "EI-FINVOICE-ACCOUNT",
            "warning",
            f"the payment order names the bank {bank} and no account, and the first account of the seller is at {own}; "
            "that account is read with its own bank",
            "state the account (EpiAccountID) in the payment order",
            ("BT-84", "BT-86"),
            bank,
            f"native.{PREFIX}{key}",
        )
    )


def _moved_account(done: Settled, way: int, account: int) -> None:
    for name in ("account_identifier", "service_provider_identifier", "account_name"):
        done.moves[f"payment_instructions[{way}].credit_transfer.{name}"] = f"{ACCOUNTS}[{account}].{name}"


def _bare(account: str | None) -> str | None:
    return re.sub(r"\s", "", account).upper() if account else None


def _reference(first: dict[str, Any], native: Native, done: Settled) -> None:
    """Without a reference in its place, that in EpiReference is taken: free texts fit nowhere else."""
    if "remittance_information" in first:
        return
    text = native.get(_EPI_REFERENCE)
    if not text or not text.strip(" -0"):
        return
    first["remittance_information"] = text
    native.put("_reference_in_epi", "1")
    done.moves["payment_instructions[0].remittance_information"] = f"native.{PREFIX}{_EPI_REFERENCE}"


def settle_dates(values: dict[str, Any], native: Native, done: Settled) -> None:
    """The due date of the payment order wins over that of the terms."""
    if (created := native.get(_EPI_DATE)) is not None:
        with suppress(ValueError):  # what is no date is kept as it is, and named when it is written
            native.put(_EPI_DATE, codecs.write_day(codecs.read_day(created)))
    due, terms_due = values.get("due_date"), values.pop(TERMS_DUE, None)
    if due is None and terms_due is not None:
        values["due_date"] = terms_due
        done.moves["due_date"] = TERMS_DUE
    elif due is not None and terms_due is not None and due != terms_due:
        native.put("InvoiceDetails/PaymentTermsDetails/InvoiceDueDate", codecs.write_day(terms_due))
        done.moves[f"native.{PREFIX}InvoiceDetails/PaymentTermsDetails/InvoiceDueDate"] = TERMS_DUE
        done.findings.append(
            finding(
                "EI-FINVOICE-DUE-DATE",
                "warning",
                f"the payment order names the due date {due}, the terms of payment {terms_due}; that of the payment "
                "order is "
                "read",
                "state one due date in both",
                ("BT-9",),
                str(terms_due),
                "due_date",
            )
        )
    elif due is not None and terms_due is None:
        native.put("_no_terms_due_date", "1")
    period = "DeliveryDetails/DeliveryPeriodDetails"
    if "period" not in values and native.get(f"{period}/StartDate") is not None:
        found = {}
        for side, wire in (("start_date", "StartDate"), ("end_date", "EndDate")):
            text = native.get(f"{period}/{wire}")
            if text is None:
                continue
            try:
                found[side] = codecs.read_day(text)
            except ValueError as error:
                done.findings.append(
                    Finding(
                        "EI-READ-VALUE",
                        "error",
                        "input",
                        f"{wire}: {error}",
                        "write a date such as 20261120",
                        ("BT-73", "BT-74"),
                        value=text,
                        model_path=f"native.{PREFIX}{period}/{wire}",
                    )
                )
                return
            done.moves[f"period.{side}"] = f"native.{PREFIX}{period}/{wire}"
            native.pop(f"{period}/{wire}")
            native.pop(f"{period}/{wire}/@Format")
        values["period"] = found
        native.put("_delivery_period", "1")


_LINK: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def settle_links(values: dict[str, Any], native: Native, done: Settled) -> None:
    """Links with their captions, matched by position, are supporting documents (BG-24); archive keys are kept."""
    number, found = 1, values.get("supporting_documents", [])
    moved: list[str] = []
    while True:
        suffix = f"[{number}]" if number > 1 else ""
        link = native.get(f"InvoiceUrlText{suffix}")
        if link is None:
            break
        caption = native.get(f"InvoiceUrlNameText{suffix}")
        if not _LINK.match(link):
            break  # what follows keeps its position
        reference = link.rstrip("/").rpartition("/")[2] or link
        at = f"supporting_documents[{len(found)}]."
        entry = {"reference": reference, "external_location": link}
        done.moves[f"{at}reference"] = done.moves[f"{at}external_location"] = f"native.{PREFIX}InvoiceUrlText{suffix}"
        if caption is not None:
            entry["description"] = caption
            done.moves[f"{at}description"] = f"native.{PREFIX}InvoiceUrlNameText{suffix}"
        found.append(entry)
        moved += [f"InvoiceUrlText{suffix}", f"InvoiceUrlNameText{suffix}"]
        number += 1
    if not moved:
        return
    if native.get(f"InvoiceUrlText[{number}]") is not None or native.get(f"InvoiceUrlNameText[{number}]") is not None:
        # A link among keys would change its position: all stay where they are.
        for name in [name for name in done.moves if name.startswith("supporting_documents[")]:
            del done.moves[name]
        return
    for name in moved:
        native.pop(name)
    values["supporting_documents"] = found
