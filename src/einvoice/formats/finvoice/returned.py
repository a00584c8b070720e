"""A document that was read back, laid beside the invoice that was written, so that only true differences are named.

Finvoice keeps allowances before charges, notes with a subject before those without, and links before attached files;
a note that is too long for one element goes on in the next.  None of that is a difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from einvoice.formats.finvoice.codecs import unspaced
from einvoice.formats.finvoice.irregular import NOTE_LENGTH, is_definition, split_text
from einvoice.model import AllowanceCharge, Invoice, Line, Note, PaymentInstructions, SupportingDocument

_T = TypeVar("_T")


def aligned(original: Invoice, returned: Invoice) -> Invoice:
    """Return *returned* with its lists in the order of those of *original*."""
    update: dict[str, Any] = {
        "notes": _notes(original.notes, returned.notes),
        "allowances_charges": _allowances(original.allowances_charges, returned.allowances_charges),
        "supporting_documents": _beside(
            original.supporting_documents, returned.supporting_documents, _same_document, SupportingDocument(), _file
        ),
    }
    if len(original.lines) == len(returned.lines):
        update["lines"] = tuple(map(_line, original.lines, returned.lines))
    if original.payment_instructions and returned.payment_instructions:
        ways = _beside(
            original.payment_instructions, returned.payment_instructions, _same_account, PaymentInstructions()
        )
        update["payment_instructions"] = tuple(map(_spelled, ways, original.payment_instructions))
    return returned.model_copy(update=update)


def _line(original: Line, returned: Line) -> Line:
    return returned.model_copy(
        update={"allowances_charges": _allowances(original.allowances_charges, returned.allowances_charges)}
    )


def _allowances(
    original: Sequence[AllowanceCharge], returned: Sequence[AllowanceCharge]
) -> tuple[AllowanceCharge, ...]:
    """The n-th allowance lies beside the n-th allowance, the n-th charge beside the n-th charge.

    An entry in which nothing is stated is not in the document.
    """
    rest = {flag: [entry for entry in returned if entry.is_charge == flag] for flag in (False, True)}
    nothing = {flag: AllowanceCharge(is_charge=flag) for flag in (False, True)}
    stated = [entry for entry in original if entry != nothing[entry.is_charge]]
    if any(len(rest[flag]) != sum(entry.is_charge == flag for entry in stated) for flag in (False, True)):
        return tuple(returned)
    return tuple(entry if entry == nothing[entry.is_charge] else rest[entry.is_charge].pop(0) for entry in original)


def _notes(original: Sequence[Note], returned: Sequence[Note]) -> tuple[Note, ...]:
    rest = list(returned)
    texts = [_words(each.text) for each in rest]
    found: list[Note | None] = []
    for note in original:
        text = note.text or ""
        words = _words(text)
        count = 1 if is_definition(note.subject_code, text) else max(1, len(split_text(text, NOTE_LENGTH)))
        if len(text) <= NOTE_LENGTH:
            count = 1
        match = next(
            (
                n
                for n, each in enumerate(rest)
                if each.subject_code == note.subject_code
                and _are_pieces(map(texts.__getitem__, range(n, min(n + count, len(texts)))), words)
            ),
            None,
        )
        if match is None:
            found.append(None)
            continue
        found.append(note.model_copy(update={"placement": None}))
        del rest[match : match + count]
        del texts[match : match + count]
    return tuple(note if note is not None else (rest.pop(0) if rest else Note()) for note in found)


def _words(text: str | None) -> str:
    return " ".join((text or "").split())


def _are_pieces(pieces: Iterable[str], words: str) -> bool:
    """Return whether *pieces*, with blanks between them, are *words*; the first that differs ends the search."""
    at = 0
    for piece in filter(None, pieces):
        start = at + 1 if at else 0
        if (at and not words.startswith(" ", at)) or not words.startswith(piece, start):
            return False
        at = start + len(piece)
    return at == len(words)


def _beside(
    original: Sequence[_T],
    returned: Sequence[_T],
    same: Callable[[_T, _T], bool],
    empty: _T,
    alike: Callable[[_T, _T], _T] = lambda original, returned: returned,
) -> tuple[_T, ...]:
    """Return for each entry of *original* the first of *returned* that is the same, *empty* where there is none."""
    rest = list(returned)
    found = []
    for entry in original:
        match = next((n for n, each in enumerate(rest) if same(entry, each)), None)
        found.append(empty if match is None else alike(entry, rest.pop(match)))
    return tuple(found)


def _same_document(left: SupportingDocument, right: SupportingDocument) -> bool:
    if left.content_base64 is not None:
        return "".join(left.content_base64.split()) == "".join((right.content_base64 or "").split())
    return left.external_location is not None and left.external_location == right.external_location


def _file(original: SupportingDocument, returned: SupportingDocument) -> SupportingDocument:
    """Line breaks in Base64 and the spelling of a type are no part of the file."""
    update: dict[str, Any] = {}
    if original.content_base64 is not None:
        update["content_base64"] = original.content_base64  # the same file, says `_same_document`
    spelled = {
        (code or "").lower().replace("image/jpg", "image/jpeg") for code in (original.mime_code, returned.mime_code)
    }
    if len(spelled) == 1:
        update["mime_code"] = original.mime_code
    return returned.model_copy(update=update)


def _same_account(left: Any, right: Any) -> bool:
    one, other = left.credit_transfer, right.credit_transfer
    if one is None or other is None:
        return one is None and other is None
    return _bare(one.account_identifier).upper() == _bare(other.account_identifier).upper()


def _bare(text: str | None) -> str:
    return unspaced(text or "")


def _spelled(returned: PaymentInstructions, original: PaymentInstructions) -> PaymentInstructions:
    """Accounts, references and BICs are written without the blanks of their printed form, and in capitals."""
    update: dict[str, Any] = {}
    if _bare(returned.remittance_information) == _bare(original.remittance_information):
        update["remittance_information"] = original.remittance_information
    one, other = returned.credit_transfer, original.credit_transfer
    if one is not None and other is not None and _same_account(returned, original):
        spelled = {"account_identifier": other.account_identifier}
        bics = (one.service_provider_identifier, other.service_provider_identifier)
        if _bare(bics[0]).upper() == _bare(bics[1]).upper():
            spelled["service_provider_identifier"] = bics[1]
        update["credit_transfer"] = one.model_copy(update=spelled)
    return returned.model_copy(update=update)
