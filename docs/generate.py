"""Generate the pages that come from data: docs/formats/*.md, docs/rules*.md and the table of formats in README.md.

    python docs/generate.py          writes them
    python docs/generate.py --check  says which are not current, exit code 1

`tests/test_docs.py` keeps them current.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from einvoice.formats import FORMATS, module
from einvoice.formats.mapping import Absent, Group, Mapping, Table, places
from einvoice.model.terms import by_place, register
from einvoice.rules import billecta
from einvoice.schematron.catalogue import OfficialRule, official_rules

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

FAMILIES = {
    # letters and fixed parts of the ids: title
    "BR": "What an invoice must contain",
    "BR-CO": "What must agree within an invoice",
    "BR-DEC": "Decimals of amounts",
    "BR-CL": "Code lists",
    "BR-S": "VAT category S: standard rate",
    "BR-Z": "VAT category Z: zero rate",
    "BR-E": "VAT category E: exempt",
    "BR-AE": "VAT category AE: reverse charge",
    "BR-IC": "VAT category K: supply within the EU",
    "BR-G": "VAT category G: export outside the EU",
    "BR-O": "VAT category O: outside the scope of VAT",
    "BR-AF": "VAT category L: IGIC, Canary Islands",
    "BR-AG": "VAT category M: IPSI, Ceuta and Melilla",
    "BR-B": "VAT category B: split payment, Italy",
    "UBL-SR": "How often an element may stand",
    "UBL-DT": "Attributes and data types",
    "UBL-CR": "Elements of UBL that EN 16931 does not have",
    "PEPPOL-EN16931-R": "Peppol: document, parties, lines",
    "PEPPOL-EN16931-P": "Peppol: types of document, and exemption codes of VAT",
    "PEPPOL-EN16931-CL": "Peppol: code lists",
    "PEPPOL-EN16931-F": "Peppol: dates",
    "PEPPOL-COMMON-R": "Peppol: numbers with check digits",
    "NO-R": "Norwegian sellers",
    "DK-R": "Danish sellers",
    "IT-R": "Italian sellers",
    "SE-R": "Swedish sellers",
    "GR-R": "Greek sellers",
    "GR-S": "Greek sellers, recommended",
    "IS-R": "Icelandic sellers",
    "NL-R": "Dutch sellers",
    "DE-R": "German sellers and buyers",
    "DE-R-T": "German sellers and buyers",
}
"""The families of rules, by what their ids begin with before the number."""

FINVOICE_FAMILIES = (
    # up to this number: title
    (26, "Shape"),
    (37, "Types, origin, references"),
    (44, "Sign"),
    (68, "Arithmetic"),
    (77, "VAT"),
    (89, "Payment"),
    (95, "Parties and addresses"),
    (106, "Frame, attachments, links"),
    (112, "Documents that claim EN 16931"),
)
"""The families of the rules of Finvoice, which have one beginning."""


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every generated file with its content."""
    yield ROOT / "README.md", readme()
    yield ROOT / "docs" / "rules.md", rules(official_rules().values())
    yield ROOT / "docs" / "rules-billecta.md", rules_of_billecta()
    for entry in FORMATS:
        mappings = module(entry.id).MAPPINGS
        if mappings:
            yield ROOT / "docs" / "formats" / f"{entry.id}.md", coverage(entry.id, entry.title, mappings[:2])


def readme() -> str:
    """Return the README with its table of formats."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    head, _, rest = text.partition("<!-- formats -->\n")
    _, _, tail = rest.partition("<!-- /formats -->")
    rows = ["| format | what | read | write | validate |", "|---|---|---|---|---|"]
    for entry in FORMATS:
        names = " ".join(f"`{name}`" for name in (entry.id, *entry.aliases))
        rows.append(f"| {names} | {entry.title} | {entry.reads} | {entry.writes} | {entry.validates} |")
    return head + "<!-- formats -->\n" + "\n".join(rows) + "\n<!-- /formats -->" + tail


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
        INTRODUCTIONS.get(name, ""),
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


def rules(official: Iterable[OfficialRule]) -> str:
    """Return the page of the rules: a table per family, and the rules that are not what they seem."""
    official = list(official)
    out = [
        "# The rules of standards and formats",
        "",
        "Generated by `docs/generate.py` from the rules in `schematron/`, as they were compiled; do not edit. After a",
        "change of rules run `python -m einvoice.schematron.build`, then `python docs/generate.py`.",
        "",
        "`einvoice explain CODE` says of each why it matters, how to mend it, and shows an example. An *error* is what",
        "the publisher calls fatal: an access point refuses the document. EN 16931 and Peppol publish their rules;",
        "those of Finvoice (FV) are ours, since Finance Finland publishes none.",
    ]
    for ruleset in dict.fromkeys(rule.ruleset for rule in official):
        of_set = [rule for rule in official if rule.ruleset == ruleset]
        out += ["", f"## {of_set[0].edition}: {len(of_set)} rules (`{ruleset}`)"]
        titles = [*FAMILIES.values(), *(title for _, title in FINVOICE_FAMILIES)]
        for title in dict.fromkeys(titles):
            of_family = [rule for rule in of_set if _title(rule.id) == title]
            if of_family:
                out += ["", f"### {title}", "", "| rule | severity | terms | what it checks |", "|---|---|---|---|"]
                out += map(_row, sorted(of_family, key=lambda rule: _natural(rule.id)))
    noted = sorted((r for r in official if r.assertion.note), key=lambda r: (r.ruleset, _natural(r.id)))
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


def rules_of_billecta() -> str:
    """Return the page of the rules over the JSON of Billecta: a table per family."""
    out = [
        "# The rules of Billecta",
        "",
        "Generated by `docs/generate.py` from `src/einvoice/rules/billecta/`; do not edit.",
        "",
        "Billecta publishes no rules. These are ours: what the service would refuse, or bend without a word.",
        "They judge the JSON as it stands, in the layer `billecta`. Findings have the severity shown; where one is",
        "milder `einvoice explain CODE` says so, with why, what to do, an example, and how the demand is known.",
    ]
    for title, family in billecta.FAMILIES.items():
        out += ["", f"## {title}", "", "| rule | severity | terms | what it demands |", "|---|---|---|---|"]
        for rule in billecta.RULES.values():
            if rule in vars(family).values():
                out.append(f"| {rule.code} | {rule.severity} | {' '.join(rule.terms)} | {_cell(rule.title)} |")
    return "\n".join(out) + "\n"


def _title(code: str) -> str:
    """Return the title of the family of a rule."""
    family = _family(code)
    if family != "FV":
        return FAMILIES[family]
    number = int(code.removeprefix("FV-"))
    return next(title for last, title in FINVOICE_FAMILIES if number <= last)


def _row(rule: OfficialRule) -> str:
    terms, checks = " ".join(rule.assertion.terms), _cell(rule.assertion.checks)
    return f"| {rule.id} | {', '.join(rule.levels)} | {terms} | {checks} |"


def _family(code: str) -> str:
    """Return what an id begins with before its number: BR-CO of BR-CO-10, PEPPOL-EN16931-R of PEPPOL-EN16931-R120."""
    return re.sub(r"(-?\d+)+(-[a-z])?$", "", code)


def _natural(code: str) -> list[tuple[int, str]]:
    """Return a key that sorts 9 before 10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", code)]


def _cell(text: str | None) -> str:
    """Return *text* as it stands in a table, marks of Markdown spelled out."""
    return re.sub(r"([|<>*_`\\])", r"\\\1", text or "")


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check name those that are not current."""
    stale = []
    for path, text in pages():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if "--check" not in arguments:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    for path in stale:
        print(f"{path.relative_to(ROOT)} {'is not current' if '--check' in arguments else 'written'}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
