"""How an invoice is paid, and the files that travel with it.

`PaymentOverride` replaces the account and the reference of the sender account.  Without it the reference is the OCR
number that the service gives (in ``Invoices``), and the account is that of the seller, which the context knows.
"""

from __future__ import annotations

import re
from typing import Any, Final

from einvoice.context import Context
from einvoice.formats.billecta.settled import Native, Settled, finding

OVERRIDE: Final = "PaymentOverride"

GIRO: Final = {"BankGiro": ("BankGiro", "SE:BANKGIRO"), "PlusGiro": ("PlusGiro", "SE:PLUSGIRO")}
"""Kind of account → its member and how BT-86 names the clearing."""


def settle_payment(values: dict[str, Any], native: Native, context: Context, done: Settled) -> None:
    """Make payment instructions of what the invoice says itself."""
    way: dict[str, Any] = {}
    at = "payment_instructions[0]"
    _reference(way, native, at, done)
    account = _account(native, at, done)
    if account:
        way["credit_transfer"] = account
        way["means_code"] = "30"
    receiver = native.get(f"{OVERRIDE}/PaymentReceiver")
    if receiver is not None:
        seller = context.seller.name if context.seller is not None else None
        place = f"native.billecta:{OVERRIDE}/PaymentReceiver"
        if account and receiver == seller:
            account["account_name"] = receiver
            done.moves[f"{at}.credit_transfer.account_name"] = place
            native.pop(f"{OVERRIDE}/PaymentReceiver")
        elif receiver != seller:
            values["payee"] = {"name": receiver}
            done.moves["payee.name"] = place
            native.pop(f"{OVERRIDE}/PaymentReceiver")
    _collected(values, way, native, at, done)
    if way:
        values["payment_instructions"] = [way]


def _reference(way: dict[str, Any], native: Native, at: str, done: Settled) -> None:
    kind = native.get(f"{OVERRIDE}/ReferenceType")
    for path in (f"{OVERRIDE}/Reference", "Invoices/OCR", "OCR"):
        text = native.get(path)
        if text is None:
            continue
        native.pop(path)
        way["remittance_information"] = text
        way["reference_kind"] = "free" if path == f"{OVERRIDE}/Reference" and kind == "Message" else "se-ocr"
        done.moves[f"{at}.remittance_information"] = f"native.billecta:{path}"
        done.moves[f"{at}.reference_kind"] = f"native.billecta:{path}"
        return


def _account(native: Native, at: str, done: Settled) -> dict[str, Any]:
    """Return the account of the override: the one that its type names, or else the only one."""
    kind = native.get(f"{OVERRIDE}/ReceivingAccountType")
    stated = [name for name in ("BankGiro", "PlusGiro", "AccountNo", "Iban") if native.get(f"{OVERRIDE}/{name}")]
    wanted = {"BankAccount": "AccountNo", "IBAN": "Iban"}.get(kind or "", kind)
    name = wanted if wanted in stated else stated[0] if len(stated) == 1 else None
    if stated and (name is None or (kind is not None and name != wanted)):
        said = f"ReceivingAccountType is {kind}" if kind is not None else "ReceivingAccountType is not stated"
        read = f"{name} counts" if name is not None else "none of them counts, so the account of the seller does"
        done.findings.append(
            finding(
                "EI-BILLECTA-ACCOUNT",
                "warning" if name is not None else "error",
                f"PaymentOverride has {' and '.join(stated)}, and {said}; {read}",
                "name the kind of the account in ReceivingAccountType: BankGiro, PlusGiro, BankAccount or IBAN",
                ("BT-84",),
                None,
                f"native.billecta:{OVERRIDE}/{name or stated[0]}",
            )
        )
    if name is None:
        return {}
    text = native.pop(f"{OVERRIDE}/{name}") or ""
    done.moves[f"{at}.credit_transfer.account_identifier"] = f"native.billecta:{OVERRIDE}/{name}"
    if name in GIRO:
        number = "".join(c for c in text if c.isdigit()) if re.fullmatch(r"[0-9 -]+", text) else text
        if number != text:
            native.put(f"_{OVERRIDE}/{name}", text)
            done.moves[f"native.billecta:_{OVERRIDE}/{name}"] = f"native.billecta:{OVERRIDE}/{name}"
        return {"account_identifier": number, "service_provider_identifier": GIRO[name][1]}
    if name == "AccountNo":
        clearing = native.pop(f"{OVERRIDE}/ClearingNo")
        if clearing is not None:
            native.put(f"_{OVERRIDE}/ClearingNo", clearing)
            done.moves[f"native.billecta:_{OVERRIDE}/ClearingNo"] = f"native.billecta:{OVERRIDE}/ClearingNo"
        return {"account_identifier": (clearing or "") + text}
    bank = native.pop(f"{OVERRIDE}/Bic")
    account = {"account_identifier": text.replace(" ", "")}
    if bank is not None:
        account["service_provider_identifier"] = bank
        done.moves[f"{at}.credit_transfer.service_provider_identifier"] = f"native.billecta:{OVERRIDE}/Bic"
    return account


def _collected(values: dict[str, Any], way: dict[str, Any], native: Native, at: str, done: Settled) -> None:
    """A direct debit (Autogiro) or a card, where the invoice asks the service to collect."""
    own = Native(values.get("buyer", {}))
    if native.flag("CreditCard/CreditCardWithdrawalEnabled") and not way.get("credit_transfer"):
        way["means_code"] = "48"
        done.moves[f"{at}.means_code"] = "native.billecta:CreditCard/CreditCardWithdrawalEnabled"
        return
    if not native.flag("Autogiro/AutogiroWithdrawalEnabled") or way.get("credit_transfer"):
        return
    # The service collects: an account beside that would have the buyer pay twice.
    way["means_code"] = "49"
    done.moves[f"{at}.means_code"] = "native.billecta:Autogiro/AutogiroWithdrawalEnabled"
    payer = own.get("Autogiro/PayerNumber")
    digits = _digits(own.get("OrgNo"))
    if payer is not None and not (digits and digits[-10:] in _digits(payer)):  # a personal number is no reference
        way["direct_debit"] = {"mandate_reference": payer}
        done.moves[f"{at}.direct_debit.mandate_reference"] = "buyer.native.billecta:Autogiro/PayerNumber"
        return
    done.findings.append(
        finding(
            "EI-BILLECTA-AUTOGIRO",
            "warning",
            "the service collects the amount by Autogiro, and the document does not hold the number of the mandate "
            "(BT-89), which Peppol BIS demands of a direct debit",
            "convert the invoice as the service returns it, with the payer number, or send it as a credit transfer",
            ("BT-89", "BT-81"),
            None,
            "native.billecta:Autogiro/AutogiroWithdrawalEnabled",
        )
    )


def _digits(text: str | None) -> str:
    return "".join(c for c in text or "" if c.isdigit())


_APPENDIX: Final = re.compile(r"billecta:Appendixes(?:\[([0-9]+)\])?/(\w+)")

_FILE: Final = {"ContentType": "mime_code", "Data": "content_base64", "FileName": "filename"}


def settle_files(values: dict[str, Any], native: Native, done: Settled) -> None:
    """Add the appended files and the seller's own rendering to the attachments, and name each by its file name."""
    documents: list[dict[str, Any]] = values.get("supporting_documents", [])
    appended: dict[int, dict[str, Any]] = {}
    for key in list(values.get("native", {})):
        found = _APPENDIX.fullmatch(key)
        if found is None:
            continue
        number, member = int(found[1] or 1), found[2]
        document = appended.setdefault(number, {"native": {"billecta:_list": "Appendixes"}})
        text = native.pop(key.partition(":")[2]) or ""
        if member in _FILE:
            document[_FILE[member]] = text.strip()
            place = _FILE[member]
        else:
            document["native"][f"billecta:File/{member}"] = text
            place = f"native.billecta:File/{member}"
        done.moves[f"supporting_documents[{len(documents) + len(appended) - 1}].{place}"] = f"native.{key}"
    documents += appended.values()
    rendered: dict[str, Any] = {}
    for member, name in (("InvoicePDF/Stream", "content_base64"), ("InvoicePDF/Url", "external_location")):
        place = f"supporting_documents[{len(documents)}].{name}"
        if (stated := native.pop(member)) is not None:
            rendered[name] = stated.strip()
            done.moves[place] = f"native.billecta:{member}"
    if rendered:
        rendered["native"] = {"billecta:_list": "InvoicePDF"}
        if "content_base64" in rendered:
            rendered |= {"mime_code": "application/pdf", "filename": "invoice.pdf"}
        documents.append(rendered)
    for number, document in enumerate(documents):
        at = f"supporting_documents[{number}]"
        if "mime_code" in document:
            document["mime_code"] = document["mime_code"].lower()
        name = document.get("filename") or Native(document).get("File/FilePublicId") or f"{number + 1}"
        document.setdefault("reference", name)
        source = "filename" if document.get("filename") else "native.billecta:File/FilePublicId"
        done.moves.setdefault(f"{at}.reference", f"{at}.{source}")
        if "content_base64" not in document and "external_location" not in document:
            public = Native(document).get("File/FilePublicId")
            done.findings.append(
                finding(
                    "EI-BILLECTA-FILE",
                    "warning",
                    f"the file {name!r} is named, and its content is not in the JSON; only the name is read",
                    f"fetch the file{f' {public}' if public else ''} from the service, and put it into Data as Base64",
                    ("BT-125",),
                    name,
                    f"{at}.{source}",
                )
            )
    if documents:
        values["supporting_documents"] = documents
