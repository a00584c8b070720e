"""Payment instructions as `PaymentOverride`, and files as attachments.

The service knows the accounts of the sender and makes a reference by itself.  An override is written for what differs:
accounts that are not just those of the seller, a reference, a payee.  It names one account, the first of the invoice.
"""

from __future__ import annotations

import binascii
import re
from typing import Final

from einvoice.context import Context
from einvoice.formats.billecta.kept import Said, kept
from einvoice.formats.billecta.payment import OVERRIDE
from einvoice.formats.billecta.settled import PREFIX
from einvoice.identifiers import se_ocr
from einvoice.identifiers.digits import bare
from einvoice.model import CreditTransfer, Invoice, PaymentInstructions, SupportingDocument

_OWN: Final = f"{PREFIX}{OVERRIDE}/"
_NOTE: Final = f"{PREFIX}_{OVERRIDE}/"
_MEMBER: Final = {"BankGiro": "BankGiro", "PlusGiro": "PlusGiro", "BankAccount": "AccountNo", "IBAN": "Iban"}
"""`ReceivingAccountType` → the member that holds the account."""


def override(invoice: Invoice, context: Context, native: dict[str, str], said: Said) -> dict[str, str]:
    """Return the texts of `PaymentOverride`, by key of `native`; none when the sender account says it all.

    *native* is what the invoice keeps; what stands there of an override goes with the account that it belongs to.
    """
    before = {key.removeprefix(_OWN): native.pop(key) for key in [key for key in native if key.startswith(_OWN)]}
    notes = {k.removeprefix(_NOTE): text for k, text in invoice.native.items() if k.startswith(_NOTE)}
    position = next((n for n, w in enumerate(invoice.payment_instructions) if w.remittance_information), None)
    reference = None if position is None else invoice.payment_instructions[position]
    accounts = [w.credit_transfer for w in invoice.payment_instructions if w.credit_transfer and account_of(w)]
    receiver = _receiver(invoice, accounts[0] if accounts else None, context, before, said)
    differs = bool(accounts) and [bare(a.account_identifier or "") for a in accounts] != _known(context)
    if not (differs or reference is not None or receiver is not None or before):
        return {}
    kind = _reference_type(reference) if reference is not None else before.get("ReferenceType", "None")
    transfer = _chosen(accounts or _of_seller(context), before.get("ReceivingAccountType"), kind)
    if transfer is None and not before and reference is not None:
        said.lose(
            "LOSS-NO-PLACE",
            "warning",
            f"payment_instructions[{position}].remittance_information",
            reference.remittance_information,
            f"the reference {reference.remittance_information!r} is not carried: Billecta takes one with an account "
            "only, and neither the invoice nor the context names one; the service makes a reference of its own",
            'add the account to the context: [seller] bankgiro = "…"',
        )
    if transfer is None and not before:
        if receiver is not None and invoice.payee is None:
            return {}
        reference = None
    found = {name: text for name, text in before.items() if name != "PaymentReceiver"}
    if transfer is not None:
        _others(invoice, transfer, reference, context, said)
        found |= _account(transfer, notes)
        found["ReceivingAccountType"] = account_type(transfer)
    if receiver is not None:
        found["PaymentReceiver"] = receiver
    if reference is not None:
        found["Reference"] = reference.remittance_information or ""
    found["ReferenceType"] = kind if reference is not None else before.get("ReferenceType", "None")
    if list(found) == ["ReferenceType"]:
        return {}
    found.setdefault("ReceivingAccountType", "BankGiro")
    return {f"{_OWN}{name}": text for name, text in found.items()}


def _others(
    invoice: Invoice, chosen: CreditTransfer, reference: PaymentInstructions | None, context: Context, said: Said
) -> None:
    """Say what becomes of the other ways to pay: accounts of the sender are known, and a reference is written once."""
    for number, way in enumerate(invoice.payment_instructions):
        account = account_of(way)
        if not account or way.credit_transfer is chosen:
            continue
        at = f"payment_instructions[{number}]"
        if account in _known(context):
            shown = way.credit_transfer.account_identifier if way.credit_transfer is not None else account
            said.lose(
                "LOSS-NO-PLACE",
                "info",
                f"{at}.credit_transfer.account_identifier",
                shown,
                f"the account {shown} is not written, and the sender account has it: an override names one account",
                None,
                (at,),
            )
        elif reference is not None and way.remittance_information == reference.remittance_information:
            path = f"{at}.remittance_information"
            said.because[path] = f"the reference is written once, with {chosen.account_identifier}"


def _chosen(accounts: list[CreditTransfer], stated: str | None, reference: str) -> CreditTransfer | None:
    """Return the account to name: of the kind that was *stated*, a giro for an OCR number, or else the first."""
    wanted = ([stated] if stated is not None else []) + (["BankGiro", "PlusGiro"] if reference == "OCR" else [])
    for kind in wanted:
        for account in accounts:
            if account_type(account) == kind:
                return account
    return accounts[0] if accounts else None


def account_type(transfer: CreditTransfer) -> str:
    """Return what kind of account it is, as `ReceivingAccountType` names it.

    >>> account_type(CreditTransfer(account_identifier="99902041", service_provider_identifier="SE:BANKGIRO"))
    'BankGiro'
    >>> account_type(CreditTransfer(account_identifier="SE97 9990 0000 0000 1000 1017"))
    'IBAN'
    >>> account_type(CreditTransfer(account_identifier="99991000303"))
    'BankAccount'
    """
    bank = (transfer.service_provider_identifier or "").upper()
    if bank in ("SE:BANKGIRO", "SE:PLUSGIRO"):
        return "BankGiro" if bank == "SE:BANKGIRO" else "PlusGiro"
    return "IBAN" if re.match(r"[A-Z]{2}[0-9]{2}", bare(transfer.account_identifier or "")) else "BankAccount"


def _account(transfer: CreditTransfer, notes: dict[str, str]) -> dict[str, str]:
    account, kind = transfer.account_identifier or "", account_type(transfer)
    member = _MEMBER[kind]
    spelled = notes.get(member)
    if spelled is not None and bare(spelled) == bare(account):
        account = spelled
    clearing = notes.get("ClearingNo")
    if kind == "BankAccount" and clearing is not None and account.startswith(clearing) and account != clearing:
        return {"ClearingNo": clearing, "AccountNo": account.removeprefix(clearing)}
    found = {member: account}
    if kind == "IBAN" and transfer.service_provider_identifier is not None:
        found["Bic"] = transfer.service_provider_identifier
    return found


def _receiver(
    invoice: Invoice, transfer: CreditTransfer | None, context: Context, before: dict[str, str], said: Said
) -> str | None:
    """Return who is paid: the payee, else the holder of an account that is not the seller's own."""
    if invoice.payee is not None and invoice.payee.name is not None:
        return invoice.payee.name
    seller = context.seller.name if context.seller is not None else None
    if transfer is None or transfer.account_name is None:
        kept_name = before.get("PaymentReceiver")
        return kept_name if kept_name is not None and kept_name == seller else None
    name = transfer.account_name
    if name == seller:
        own = transfer.account_identifier is not None and bare(transfer.account_identifier) in _known(context)
        return None if own and not before else name
    position = next(n for n, way in enumerate(invoice.payment_instructions) if way.credit_transfer is transfer)
    if bare(transfer.account_identifier or "") in _known(context):
        return None
    said.lose(
        "LOSS-CHANGED",
        "info",
        f"payment_instructions[{position}].credit_transfer.account_name",
        name,
        f"the holder of the account, {name}, is written as PaymentReceiver, who is paid",
    )
    return name


def _known(context: Context) -> list[str]:
    """Return the accounts of the sender account, as far as the context knows them and in its order."""
    seller = context.seller
    if seller is None:
        return []
    return [bare(account) for account in (seller.iban, seller.bankgiro, seller.plusgiro) if account]


def account_of(way: PaymentInstructions) -> str:
    """Return the account of *way* as machines compare it; empty without one."""
    return bare(way.credit_transfer.account_identifier or "") if way.credit_transfer is not None else ""


def _of_seller(context: Context) -> list[CreditTransfer]:
    """Return the accounts of the seller, giro first."""
    seller = context.seller
    if seller is None:
        return []
    stated = (
        (seller.bankgiro, "SE:BANKGIRO"), (seller.plusgiro, "SE:PLUSGIRO"), (seller.iban, seller.bic),
    )  # fmt: skip
    return [
        CreditTransfer(account_identifier=bare(account), **({"service_provider_identifier": bank} if bank else {}))
        for account, bank in stated
        if account
    ]


def _reference_type(way: PaymentInstructions) -> str:
    """A number with a right check digit is an OCR number, unless it is known to be a text."""
    text = way.remittance_information or ""
    return "OCR" if way.reference_kind != "free" and se_ocr.is_valid(text) else "Message"


def _is_base64(text: str) -> bool:
    try:
        binascii.a2b_base64(text, strict_mode=True)
    except (binascii.Error, ValueError):
        return False
    return True


def files(
    invoice: Invoice, native: dict[str, str], said: Said
) -> tuple[tuple[SupportingDocument, ...], dict[str, str], tuple[int, ...]]:
    """Return the attachments, the texts of the other files by key of `native`, and where each file comes from.

    Appended files and the seller's own rendering go back to where Billecta had them.
    """
    attached: list[SupportingDocument] = []
    origin: list[int] = []
    last: list[int] = []
    rendered: list[int] = []
    others: dict[str, str] = {}
    appended = 0
    numbered = [d.native.get(f"{PREFIX}SortNumber") for d in invoice.supporting_documents]
    following = max((int(text) for text in numbered if text is not None and text.isdecimal()), default=0)
    for position, document in enumerate(invoice.supporting_documents):
        place = document.native.get(f"{PREFIX}_list")
        content = None if document.content_base64 is None else "".join(document.content_base64.split())
        if content is not None and not _is_base64(content):
            path = f"supporting_documents[{position}].content_base64"
            name = document.filename or document.reference or f"attachment {position + 1}"
            message = f"the file {name} is not written: it is no Base64, so nobody could open it"
            said.lose("LOSS-UNWRITABLE", "warning", path, f"{content[:40]}…", message, "attach the file again")
            content = None
        own = kept(document.native, "InvoiceActionAttachmentView", f"supporting_documents[{position}].", None, said)
        public = own.get(f"{PREFIX}File/FilePublicId")
        if place == "InvoicePDF":
            for member, text in (("Stream", content), ("Url", document.external_location)):
                if text is not None:
                    others[f"{PREFIX}InvoicePDF/{member}"] = text
            rendered.append(position)
            continue
        if content is None and public is None:
            continue  # a link: Billecta takes files
        stated = {
            "ContentType": document.mime_code,
            "Data": content,
            "FileName": document.filename or document.reference or f"{position + 1}",
        }
        if public is not None and content is None and document.filename is None:
            stated["FileName"] = None
        if place == "Appendixes":
            appended += 1
            last.append(position)
            step = f"{PREFIX}Appendixes" + (f"[{appended}]" if appended > 1 else "")
            stated["FilePublicId"] = public
            others |= {f"{step}/{name}": text for name, text in stated.items() if text is not None}
            continue
        if f"{PREFIX}SortNumber" not in own:
            following += 1
            own[f"{PREFIX}SortNumber"] = str(following)
        attached.append(
            SupportingDocument(
                mime_code=document.mime_code, content_base64=content, filename=stated["FileName"], native=own
            )
        )
        origin.append(position)
    return tuple(attached), others, (*origin, *last, *rendered)
