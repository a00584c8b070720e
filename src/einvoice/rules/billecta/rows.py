"""EI-BILLECTA-ROWS-…, -ROW-…, -SEQUENCE: rows that are missing, incomplete, or not what they look like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from einvoice.findings import Finding
from einvoice.rules.billecta.document import ZERO, Document, Row, plain, rows_named, text
from einvoice.rules.billecta.kit import DOCUMENTED, SCHEMA, SEEN, TAKEN, Rule, checks

EMPTY = Rule(
    "EI-BILLECTA-ROWS-MISSING",
    "error",
    ("BG-25",),
    "The document has a row that counts: RecordType Standard or Package.",
    "Without one the invoice is over nothing, and no e-invoice can be made of it.",
    "Add the rows, or send texts as Message of the invoice.",
    "Valid: one Standard row. Invalid: Records null or empty; Message rows only.",
    "EN 16931-1:2017, BR-16",
)
INCOMPLETE = Rule(
    "EI-BILLECTA-ROW-INCOMPLETE",
    "error",
    ("BT-129", "BT-146"),
    "A row that counts has Quantity and UnitPrice.",
    "Without one of them the row is charged at nothing, or refused; a row without both is a text in disguise.",
    "State both, or make the row a Message.",
    "Valid: Quantity 1, UnitPrice 950.00 SEK. Invalid: UnitPrice without Quantity; neither of them (warning).",
    SCHEMA,
)
NEGATIVE = Rule(
    "EI-BILLECTA-PRICE-NEGATIVE",
    "warning",
    ("BT-129", "BT-146"),
    "UnitPrice is not negative.",
    "A refund belongs into the quantity: an e-invoice with a negative price is refused (BR-27).",
    "Write a negative Quantity and a positive UnitPrice.",
    "Valid: -2 x 120.00. Invalid: 2 x -120.00.",
    "EN 16931-1:2017, BR-27",
)
UNNAMED = Rule(
    "EI-BILLECTA-ROW-TEXT",
    "warning",
    ("BT-153",),
    "Every row has an ArticleDescription.",
    "The invoice would show a price for nothing; an e-invoice needs the name of each item (BR-25).",
    "Write what is sold.",
    "Valid: ArticleDescription Consulting. Invalid: an empty ArticleDescription.",
    "EN 16931-1:2017, BR-25",
)
MESSAGE = Rule(
    "EI-BILLECTA-ROW-MESSAGE",
    "warning",
    ("BT-127", "BT-131", "BT-152"),
    "A Message row has neither price nor VAT.",
    "It is a text: what it charges is dropped, or counts without being seen.",
    "Make the row Standard, or take its price away.",
    "Valid: Message with ArticleDescription only. Invalid: Message with Quantity 1 and UnitPrice 950.00 SEK; Message "
    "with VAT 25 (information).",
    f"{SCHEMA}; {TAKEN}",
)
HIDDEN = Rule(
    "EI-BILLECTA-ROW-HIDDEN",
    "info",
    ("BT-131",),
    "Hidden rows count in the totals.",
    "The buyer sees a sum that the printed rows do not add up to; the e-invoice shows the row all the same.",
    "Nothing, if it is meant so.",
    "Valid: Hidden false. Invalid: Hidden true on a row of 100.00 SEK.",
    TAKEN,
)
PACKAGE = Rule(
    "EI-BILLECTA-ROW-PACKAGE",
    "info",
    ("BG-25",),
    "A Package row is one row of the e-invoice.",
    "Its parts stand in the product register, not in the invoice; parts with different VAT cannot be told apart.",
    "Write the parts as rows when the buyer needs them or when their VAT differs.",
    "Valid: Standard rows. Invalid: a Package row.",
    DOCUMENTED,
)
SEQUENCE = Rule(
    "EI-BILLECTA-SEQUENCE",
    "warning",
    ("BT-126",),
    "SequenceNo differs from row to row.",
    "It orders the rows; the order of equal ones is left to the service, and a Message may end up below another row.",
    "Number the rows 1, 2, 3 and so on.",
    "Valid: 1, 2, 3. Invalid: 1, 2, 2; all 0, or none stated (information).",
    f"{SCHEMA}; {SEEN}: 0 on every row",
)


@checks(EMPTY)
def check_any(doc: Document) -> Iterator[Finding]:
    """Yield a finding when no row counts."""
    if any(row.counts for row in doc.rows):
        return
    records = doc.raw.get("Records")
    if doc.rows:
        message = f"no row counts: {'all' if len(doc.rows) > 1 else 'the'} {len(doc.rows)} of them are Message rows"
        if len(doc.rows) == 1:
            message = "no row counts: the only one is a Message row"
    elif records is None:
        message = "Records is not stated"
    elif records == []:
        message = "Records is empty"
    else:
        return  # rows that are no objects: the schema speaks
    yield EMPTY.at(f"{doc.at}/Records", message)


@checks(INCOMPLETE, NEGATIVE, UNNAMED, MESSAGE, HIDDEN, PACKAGE)
def check_each(doc: Document) -> Iterator[Finding]:
    """Yield findings on each row; hidden rows and packages together."""
    hidden: list[Row] = []
    packages: list[Row] = []
    for row in doc.rows:
        get = row.raw.get
        if row.kind == "Message":
            yield from _message(row, doc)
        else:
            if row.price is None or row.quantity is None:
                yield from _incomplete(row)
            if row.price is not None and row.price < 0:
                message = f"{row.name}: UnitPrice is {doc.money(row.price)}, expected 0 or more"
                fix = None
                if row.quantity is not None:
                    fix = f"Write Quantity {plain(-row.quantity)} and UnitPrice {doc.money(-row.price)}."
                yield NEGATIVE.at(f"{row.at}/UnitPrice/Value", message, row.raw["UnitPrice"]["Value"], fix=fix)
            if row.kind == "Package":
                packages.append(row)
        if get("Hidden") is True and row.gross:
            hidden.append(row)
        description = get("ArticleDescription")
        if (description is None or not text(description)) and row.kind != "Message":
            known = text(get("ArticleNumber")) or text(get("ProductPublicId"))
            register = "; the product register may have one" if known else ""
            yield UNNAMED.at(f"{row.at}/ArticleDescription", f"{row.name} has no ArticleDescription{register}")
    if hidden:
        total = sum((row.gross or ZERO for row in hidden), Decimal(0))
        message = f"hidden, and counted: {rows_named(hidden)}, {doc.money(total)}"
        yield HIDDEN.at(f"{hidden[0].at}/Hidden", message, "true")
    if packages:
        message = f"Package, whose parts the document does not hold: {rows_named(packages)}"
        yield PACKAGE.at(f"{packages[0].at}/RecordType", message, packages[0].raw["RecordType"])


@checks(SEQUENCE)
def check_sequence(doc: Document) -> Iterator[Finding]:
    """Yield one finding for rows with the same number."""
    if len(doc.rows) < 2:
        return
    numbers = [str(row.raw.get("SequenceNo", "0")) for row in doc.rows]
    counted = Counter(numbers)
    if len(counted) == len(numbers):
        return
    if set(counted) <= {"0", "None"}:
        message = f"the {len(numbers)} rows all have SequenceNo 0, or none"
        yield SEQUENCE.at(f"{doc.rows[0].at}/SequenceNo", message, severity="info")
        return
    twice = {number: times for number, times in counted.items() if times > 1}
    number, times = next(iter(twice.items()))
    second = numbers.index(number, numbers.index(number) + 1)
    more = f"; {len(twice) - 1} more are not unique" if len(twice) > 1 else ""
    message = f"SequenceNo {number} stands on {times} rows{more}"
    yield SEQUENCE.at(f"{doc.rows[second].at}/SequenceNo", message, doc.rows[second].raw.get("SequenceNo"))


def _message(row: Row, doc: Document) -> Iterator[Finding]:
    if row.price:
        amount = f"UnitPrice {doc.money(row.price)}"
        if row.quantity is not None:
            amount = f"{plain(row.quantity)} x {doc.money(row.price)}"
        message = f"{row.name} is a Message and has a price: {amount}"
        yield MESSAGE.at(f"{row.at}/UnitPrice/Value", message, row.raw["UnitPrice"]["Value"])
    elif row.vat:
        message = f"{row.name} is a Message and has VAT {plain(row.vat)} %"
        yield MESSAGE.at(f"{row.at}/VAT", message, row.raw["VAT"], severity="info", fix="Write 0.")


def _incomplete(row: Row) -> Iterator[Finding]:
    # A member that is stated and is no number is the business of the schema.
    no_quantity = row.raw.get("Quantity") is None
    price = row.raw.get("UnitPrice")
    no_price = price is None or (isinstance(price, dict) and price.get("Value") is None)
    if no_price and no_quantity:
        message = f"{row.name} has neither Quantity nor UnitPrice"
        fix = "Make it a Message, if it is a text."
        yield INCOMPLETE.at(row.at, message, severity="warning", fix=fix)
    elif no_quantity:
        yield INCOMPLETE.at(f"{row.at}/Quantity", f"{row.name} has UnitPrice and no Quantity", terms=("BT-129",))
    elif no_price:
        what = "no UnitPrice" if price is None else "a UnitPrice without Value"
        yield INCOMPLETE.at(f"{row.at}/UnitPrice", f"{row.name} has Quantity and {what}", terms=("BT-146",))
