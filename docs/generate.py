"""Generate what comes from data: docs/formats, docs/rules, docs/*.md with a note to say so, formats of README.md.

    python docs/generate.py          writes them
    python docs/generate.py --check  says which are not current, exit code 1

`tests/test_docs.py` keeps them current.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from einvoice.cli import codes
from einvoice.cli.codes import Code, Family
from einvoice.formats import FORMATS, module
from einvoice.formats.mapping import Absent, Group, Mapping, Table, places
from einvoice.model.terms import by_place, register
from einvoice.schematron.catalogue import official_rules

ROOT = Path(__file__).resolve().parent.parent

INTRODUCTIONS = {
    "netvisor": (
        "Columns: the import document (`root/salesinvoice`, read and written) and the detail response "
        "(`getsalesinvoice.nv`, read). Names are read in any casing."
    ),
    "peppol-bis": "Columns: Invoice and CreditNote. Paths are below the root element.",
    "finvoice": "Paths are below the root element `Finvoice`, as version 3.0 has them; older versions have fewer.",
    "billecta": "Paths are those of the JSON; an amount is an object with `CurrencyCode` and `Value` in minor units. "
    "What has no term goes round in `native`. `Debtor` and the totals stand in answers only; an entry names the "
    "customer by `DebtorPublicId`.",
}

COLUMNS = {
    "netvisor": ("import document", "detail response"),
    "peppol-bis": ("Invoice", "CreditNote"),
    "finvoice": ("Finvoice",),
    "billecta": ("entry, and answer",),
}

SETTLED = {
    "finvoice": {
        "BT-34": "MessageTransmissionDetails/MessageSenderDetails/FromIdentifier",
        "BT-34-1": "MessageTransmissionDetails/MessageSenderDetails/FromIdentifier/@SchemeID",
        "BT-49": "MessageTransmissionDetails/MessageReceiverDetails/ToIdentifier",
        "BT-49-1": "MessageTransmissionDetails/MessageReceiverDetails/ToIdentifier/@SchemeID",
        "BT-84": "EpiDetails/EpiPartyDetails/EpiBeneficiaryPartyDetails/EpiAccountID",
        "BT-85": "SellerInformationDetails/SellerAccountDetails/SellerAccountName",
        "BT-86": "EpiDetails/EpiPartyDetails/EpiBfiPartyDetails/EpiBfiIdentifier",
        "BT-90": "DirectDebitInfo/CreditorIdentifier",
        "BT-123": "InvoiceUrlNameText",
        "BT-124": "InvoiceUrlText",
        "BT-125": "FinvoiceAttachments/AttachmentDetails/AttachmentContent",
        "BT-125-1": "FinvoiceAttachments/AttachmentDetails/AttachmentMimeType",
        "BT-125-2": "FinvoiceAttachments/AttachmentDetails/AttachmentName",
        "BT-136": "InvoiceRow/RowDiscountAmount",
        "BT-137": "InvoiceRow/RowDiscountBaseAmount",
        "BT-138": "InvoiceRow/RowDiscountPercent",
        "BT-139": "InvoiceRow/RowDiscountTypeText",
        "BT-140": "InvoiceRow/RowDiscountTypeCode",
        "EX-TEXT-ROWS": "InvoiceRow/RowFreeText",
    },
    "billecta": {
        "BT-3": "ActionType",
        "BT-5": "CurrencyCode of every amount",
        "BT-20": "InterestPercentage, InterestType, PaymentTermsInDays (read)",
        "BT-25": "CreditingInvoicePublicId; CreditingInvoice/SourceInvoiceId (read)",
        "BT-27": "CreditorName (of lists; read)",
        "BT-44": "Debtor/Name; DeliveryAddressOverride/Name",
        "BT-46": "DebtorPublicId; Debtor/DebtorNo (read)",
        "BT-47-1": "Debtor/OrgNo, by its country",
        "BT-49-1": "Debtor/GLN; Debtor/OrgNo without one",
        "BT-59": "PaymentOverride/PaymentReceiver",
        "BT-83": "PaymentOverride/Reference; Invoices/OCR (read)",
        "BT-84": "PaymentOverride: BankGiro, PlusGiro, ClearingNo + AccountNo, Iban",
        "BT-85": "PaymentOverride/PaymentReceiver",
        "BT-86": "PaymentOverride/Bic; kind of giro",
        "BT-73": "Records/PeriodStart, of rows that have no other",
        "BT-74": "Records/PeriodEnd, of rows that have no other",
        "BT-99": "InvoiceFee, FreightFee",
        "BT-113": "RotRutDeductionAmount; PaidAmount by option (read)",
        "BT-122": "Attachments/File/FileName",
        "BT-130": "Records/Units",
        "BT-136": "Records/DiscountAmount",
        "BT-138": "Records/DiscountPercentage",
        "BT-151": "Records/VAT; ReverseVATDetails/ReverseVATActivated",
        "BT-154": "Records/ArticleDescription, from its second line",
        "EX-DOCUMENT-KIND": "State/Stage (read)",
        "EX-LATE-INTEREST": "InterestPercentage, of the type Fixed",
        "EX-PRICE-WITH-VAT": "Records/UnitPrice with VatIsIncluded",
        "EX-TEXT-ROWS": "Records of type Message",
        "EX-LEADING-TEXT-ROWS": "Records of type Message",
    },
}
"""Terms that no row of the table carries by itself: the writer and the reader of the format settle them."""


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every generated file with its content."""
    yield ROOT / "README.md", readme()
    yield ROOT / "docs" / "rules.md", rules()
    for family in codes.FAMILIES:
        if members := of_family(family.key):
            yield ROOT / "docs" / "rules" / f"{family.key.lower()}.md", explained(family, members)
    yield ROOT / "docs" / "pairs.md", beside("pairs")
    yield ROOT / "docs" / "vat-matrix.md", beside("vat_matrix")
    yield ROOT / "docs" / "lifecycle.md", beside("lifecycle_tables")
    yield ROOT / "docs" / "lifecycle.svg", beside("lifecycle_tables", "picture")
    for entry in FORMATS:
        mappings = module(entry.id).MAPPINGS
        if mappings:
            yield ROOT / "docs" / "formats" / f"{entry.id}.md", coverage(entry.id, entry.title, mappings[:2])


def readme() -> str:
    """Return the README with its tables of formats and of operations."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    head, _, rest = text.partition("<!-- formats -->\n")
    _, _, tail = rest.partition("<!-- /formats -->")
    rows = ["| format | what | read | write | validate |", "|---|---|---|---|---|"]
    for entry in FORMATS:
        names = " ".join(f"`{name}`" for name in (entry.id, *entry.aliases))
        rows.append(f"| {names} | {entry.title} | {entry.reads} | {entry.writes} | {entry.validates} |")
    text = head + "<!-- formats -->\n" + "\n".join(rows) + "\n<!-- /formats -->" + tail
    return beside("lifecycle_tables", "in_readme", text)


def beside(name: str, what: str = "page", *given: str) -> str:
    """Return *what* a module beside this one makes; pages made of documents take some seconds."""
    sys.path[:0] = [str(ROOT / "docs"), str(ROOT)]
    try:
        return cast(str, getattr(importlib.import_module(name), what)(*given))
    finally:
        del sys.path[:2]


def coverage(name: str, title: str, mappings: tuple[Mapping, ...]) -> str:
    """Return the page of a format: each business term, where it lives, and why it does not."""
    columns = [_wires(mapping.table) for mapping in mappings]
    reasons = [dict(_absent(mapping.table)) for mapping in mappings]
    labels = COLUMNS[name]
    out = [
        f"# {title} (`{name}`), term by term",
        "",
        "Generated by `docs/generate.py` from the mapping tables; do not edit.",
        "",
        f"{INTRODUCTIONS.get(name, '')} [What of it reaches the other formats](../pairs.md)",
        "is another page.",
        "",
        f"| term | name | place in the model | {' | '.join(labels)} |",
        f"|---|---|---|{'---|' * len(labels)}",
    ]
    for term in register().values():
        cells = []
        for column, absent in zip(columns, reasons, strict=True):
            settled = SETTLED.get(name, {}).get(term.identifier)
            wire = settled or column.get(term.identifier) or column.get(_plain(term.place))
            if wire:
                cells.append(f"`{wire}`")
            else:
                cells.append(_reason(term.identifier, term.place, absent) or "–")
        if any(cell != "–" for cell in cells):
            place = f"`{term.place}`" if term.place else ""
            out.append(f"| {term.identifier} | {term.name} | {place} | {' | '.join(cells)} |")
    return "\n".join(out) + "\n"


def _wires(table: Table) -> dict[str, str]:
    found: dict[str, str] = {}
    for term, place, wire in places(table):
        if not wire:
            continue
        wire = wire.replace("/.", "")
        if term is not None:
            found.setdefault(term, wire)
        if place:
            found.setdefault(_plain(place), wire)
    return found


def _plain(place: str) -> str:
    return ".".join(part.partition("[")[0] for part in place.split("."))


def _absent(table: Table) -> Iterator[tuple[str, str]]:
    for row in table.rows:
        if isinstance(row, Absent):
            yield row.term, row.reason
        elif isinstance(row, Group):
            yield from _absent(row.table)


def _reason(identifier: str, place: str, absent: dict[str, str]) -> str:
    """Return why a term is absent: its own row, or that of the group around it."""
    if identifier in absent:
        return absent[identifier]
    parts = _plain(place).split(".") if place else []
    for end in range(len(parts) - 1, 0, -1):
        for group in by_place().get(".".join(parts[:end]), ()):
            if group.identifier in absent:
                return absent[group.identifier]
    return ""


def of_family(key: str) -> list[Code]:
    """Return the codes of a family, in their order."""
    return [code for code in codes.catalogue().values() if code.family == key]


def rules() -> str:
    """Return the page of all codes: a table per family, and the official rules that are not what they seem."""
    official = official_rules()
    families = [(family, of_family(family.key)) for family in codes.FAMILIES]
    out = [
        "# Every code that einvoice prints",
        "",
        "Generated by `docs/generate.py`; do not edit. After a change of the rules in `schematron/` run",
        "`python -m einvoice.schematron.build`, then `python docs/generate.py`.",
        "",
        "Each code leads to its page: why it matters, how to mend it, an example. `einvoice explain CODE` says the",
        "same, and `einvoice explain` lists the families. An *error* of a standard is what its publisher calls fatal:",
        "an access point refuses the document. EN 16931 and Peppol publish their rules; those of Finvoice (FV) and",
        "Billecta, which publish none, are ours, and so is every code that begins with EI.",
    ]
    for ruleset in dict.fromkeys(rule.ruleset for rule in official.values()):
        of_set = {code for code, rule in official.items() if rule.ruleset == ruleset}
        edition = next(rule.edition for rule in official.values() if rule.ruleset == ruleset)
        out += ["", f"## {edition}: {len(of_set)} rules (`{ruleset}`)"]
        for family, members in families:
            out += _table(family, [code for code in members if code.code in of_set])
    own = [(family, members) for family, members in families if members and members[0].code not in official]
    out += ["", f"## Codes of einvoice: {sum(len(members) for _, members in own)}"]
    for family, members in own:
        out += _table(family, members)
    noted = [official[code] for code in codes.catalogue() if code in official and official[code].assertion.note]
    out += [
        "",
        "## Rules that never fire, and rules that are not what they seem",
        "",
        "The verdict is the official one also where the official rule does not do what its words say. Rules of",
        "Finvoice say here what they leave aside, and which part of einvoice judges them if it is not the Schematron.",
        "",
    ]
    out += [f"- {rule.id}: {_cell(rule.assertion.note)}" for rule in noted]
    return "\n".join(out) + "\n"


def _table(family: Family, members: list[Code]) -> Iterator[str]:
    if members:
        page = f"rules/{family.key.lower()}.md"
        yield from ("", f"### [{family.title}]({page})", "")
        yield from ("| code | severity | terms | what it is about |", "|---|---|---|---|")
        for code in members:
            anchor = code.code.lower()
            name = f'<a id="{anchor}"></a>[{code.code}]({page}#{anchor})'
            yield f"| {name} | {code.severity or '–'} | {' '.join(code.terms)} | {_cell(code.title)} |"


def explained(family: Family, members: list[Code]) -> str:
    """Return the page of a family: what `einvoice explain` says of each of its codes."""
    out = [
        f"# {family.title}",
        "",
        "Generated by `docs/generate.py`; do not edit. All codes: [rules.md](../rules.md).",
    ]
    parts = {code.code: _parts(code.code) for code in members}
    usual, times = Counter(said.get("source") for said in parts.values()).most_common(1)[0]
    if usual is None or 2 * times < len(members):
        usual = None
    else:
        out += ["", f"Source, unless a code names its own: {_cell(usual)}"]
    for code in members:
        severity = f" ({code.severity})" if code.severity else ""
        out += ["", f"## {code.code}", "", f"{_sentence(code.title)}{severity}", ""]
        for name, words in parts[code.code].items():
            if not (name == "source" and words == usual):
                out.append(f"- **{name}:** {_cell(words)}")
    return "\n".join(out) + "\n"


def _parts(code: str) -> dict[str, str]:
    """Return what is said of a code, by the names of the parts."""
    text = codes.text_of(code)
    assert text is not None, code
    lines = (line.strip().partition(":") for line in text.splitlines()[1:])
    return {name: words.strip() for name, _, words in lines}


def _sentence(title: str) -> str:
    text = _cell(title[:1].upper() + title[1:])
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _cell(text: str | None) -> str:
    """Return *text* as it stands in a table, marks of Markdown spelled out."""
    return re.sub(r"([|<>*_`\\])", r"\\\1", (text or "").replace("&", "&amp;"))


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check name those that are not current."""
    stale = []
    made = dict(pages())
    for path, text in made.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if "--check" not in arguments:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    for path in sorted((ROOT / "docs" / "rules").glob("*.md")):
        if path not in made:
            stale.append(path)
            if "--check" not in arguments:
                path.unlink()
    for path in stale:
        print(f"{path.relative_to(ROOT)} {'is not current' if '--check' in arguments else 'written'}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
