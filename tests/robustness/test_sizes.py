"""Inputs that are long, wide or deep: the time grows with the size and not with its square, and findings are counted.

Each case is a fault that a hostile input has shown, in a small input of the same shape.
"""

import time
from collections import Counter
from collections.abc import Callable
from decimal import Decimal

import pytest
from lxml import etree
from tests.robustness.hostile import CORPORA

import einvoice
from einvoice.findings import MOST_LOSSES, MOST_OF_A_CODE
from einvoice.formats.finvoice import frame, moved
from einvoice.formats.finvoice.irregular import split_text
from einvoice.formats.finvoice.returned import aligned
from einvoice.formats.finvoice.settled import Settled
from einvoice.formats.mapping import loss
from einvoice.identifiers.digits import bare
from einvoice.identifiers.personal import hide
from einvoice.lifecycle.no_answer import is_page
from einvoice.model import AllowanceCharge, CreditTransfer, Invoice, Note, PaymentInstructions
from einvoice.validation.places import Finder
from einvoice.validation.structure import Content, Slot, check_children
from einvoice.xml import MAX_ATTRIBUTES, parse, path_of

GROWTH = 4
UBL = (CORPORA / "peppol-bis" / "fi-domestic-two-rates.xml").read_text(encoding="utf-8")


def seconds(call: Callable[[], object]) -> float:
    """Return the least time of the processor that *call* takes."""
    spent = []
    for _ in range(3):
        began = time.process_time()
        call()
        spent.append(time.process_time() - began)
    return min(spent)


def _notes(size: int) -> Callable[[], object]:
    text = "x" * (512 * size)
    original = Invoice(notes=(Note(text=text),))
    returned = Invoice(notes=tuple(Note(text=piece) for piece in split_text(text, 512)))
    return lambda: aligned(original, returned)


def _siblings(size: int) -> Callable[[], object]:
    root = etree.fromstring(b"<r>" + b"<a/>" * size + b"</r>")

    def drop() -> None:
        copy = etree.fromstring(etree.tostring(root))
        for child in list(copy):
            path_of(child)
            copy.remove(child)

    return drop


def _misplaced(size: int) -> Callable[[], object]:
    root = etree.fromstring(b"<r>" + b"<b/>" * size + b"<a/>" * (size - 1) + b"</r>")
    content = Content("sequence", (Slot("a", 0, None, None), Slot("b", 0, None, None)))
    return lambda: check_children(root, content, lambda element: str(element.tag))


def _batch(size: int) -> Callable[[], object]:
    data = (CORPORA / "netvisor" / "batch-itemdata-with-root.xml").read_text(encoding="utf-8")
    at = data.index("</identifier>") + len("</identifier>")
    wide = (data[:at] + "<identifier>1</identifier>" * size + data[at:]).encode()
    return lambda: list(einvoice.read_many(wide))


def _items(size: int) -> Callable[[], object]:
    data = (CORPORA / "netvisor" / "batch-itemdata-with-root.xml").read_text(encoding="utf-8")
    at = data.index("</item>") + len("</item>")
    wide = (data[:at] + "<item><x>1</x></item>" * size + data[at:]).encode()
    return lambda: next(einvoice.read_many(wide))


def _own_names(size: int) -> Callable[[], object]:
    root = etree.fromstring(b"<r>" + b"".join(b"<a%d/>" % number for number in range(size)) + b"</r>")

    def find() -> None:
        finder = Finder(root)
        for number in range(size):
            assert finder.node(f"/*:r[namespace-uri()=''][1]/*:a{number}[namespace-uri()=''][1]") is not None

    return find


def _named_rules(size: int) -> Callable[[], object]:
    data = wide("".join(f"<a{number}/>" for number in range(size)), 1)
    return lambda: einvoice.validate(data, layers=["peppol"])


def _allowances(size: int) -> Callable[[], object]:
    entry = AllowanceCharge(is_charge=False, amount=Decimal(1), reason="x")
    invoice = einvoice.read(UBL.encode()).invoice.model_copy(update={"allowances_charges": (entry,) * size})
    return lambda: einvoice.write(invoice, "billecta")


def _accounts(size: int) -> Callable[[], object]:
    invoice = einvoice.read(UBL.encode()).invoice
    ways = tuple(
        PaymentInstructions(credit_transfer=CreditTransfer(account_identifier=f"{number}")) for number in range(size)
    )
    original = invoice.model_copy(update={"payment_instructions": ways})
    returned = invoice.model_copy(update={"payment_instructions": ways[::-1]})
    return lambda: loss._in_order(original, returned)


def _attributes(size: int) -> Callable[[], object]:
    data = (CORPORA / "netvisor" / "credit-note.xml").read_text(encoding="utf-8")
    crowded = "<x " + " ".join(f"b{number}='1'" for number in range(size)) + "/>"
    at = data.index("</salesinvoice>")
    return lambda: einvoice.read((data[:at] + crowded + data[at:]).encode())


def _moves(size: int) -> Callable[[], object]:
    element = etree.Element("a")
    places = {f"_rows[{number}].name": element for number in range(size)}
    done = Settled(moves={f"lines[{number}].item": f"_rows[{number}]" for number in range(size)})
    return lambda: moved(places, done)


CASES: dict[str, tuple[Callable[[int], Callable[[], object]], int]] = {
    "a line without blanks is parted": (lambda size: lambda: split_text("x" * (35 * size), 35), 10_000),
    "notes are compared with their pieces": (_notes, 500),
    "siblings that are taken out one by one": (_siblings, 3_000),
    "children in the wrong order": (_misplaced, 3_000),
    "a rule fails at elements with names of their own": (_named_rules, 700),
    "what does not come back has a reason": (_allowances, 100),
    "accounts in another order": (_accounts, 300),
    "settling moves what stands in rows": (_moves, 300),
    "attributes whose case does not count": (_attributes, 500),
    "places are looked for among children with names of their own": (_own_names, 400),
    "an item of a batch has many identifiers": (_batch, 1_500),
    "the items of a batch hold something else": (_items, 1_500),
}


@pytest.mark.parametrize("name", CASES)
def test_time_grows_with_the_size(name: str) -> None:
    make, size = CASES[name]
    small, large = seconds(make(size)), seconds(make(GROWTH * size))
    assert large < 2 * GROWTH * small + 0.005, f"{small:.4f} s, and {large:.4f} s for {GROWTH} times the size"


def test_a_long_text_takes_no_step_of_ours_for_each_character() -> None:
    text = "x" * 1_000_000 + "ä"
    body = text.encode()
    each = seconds(lambda: [character.isalnum() for character in text])
    assert seconds(lambda: hide(text)) < each
    assert seconds(lambda: bare(text)) < each
    assert seconds(lambda: frame._misread(body, "iso-8859-15", 1)) < each


def test_comments_before_a_page_are_not_tried_in_all_combinations() -> None:
    began = time.process_time()
    assert not is_page(b"<!---->" * 500 + b"<x")
    assert is_page(b"\xef\xbb\xbf <!-- a --> <!-- b --><!DOCTYPE html>")
    assert time.process_time() - began < 1


def test_more_attributes_than_can_be_read_in_time_are_refused() -> None:
    for encoding in ("utf-8", "utf-16"):
        text = (
            f'<?xml version="1.0" encoding="{encoding}"?><a '
            + " ".join(f'b{n}="1"' for n in range(MAX_ATTRIBUTES + 1))
            + "/>"
        )
        with pytest.raises(einvoice.errors.TooLarge, match="attributes"):
            parse(text.encode(encoding))


# -- findings ---------------------------------------------------------------------------------------------------------


def wide(what: str, times: int) -> bytes:
    at = UBL.index("<cbc:ID>")
    return (UBL[:at] + what * times + UBL[at:]).encode()


def counts(findings: tuple[einvoice.Finding, ...]) -> Counter[str]:
    return Counter(finding.code for finding in findings)


def test_findings_beyond_the_most_are_counted() -> None:
    times = MOST_OF_A_CODE + 500
    report = einvoice.validate(wide("<a/>\n", times))
    for code in ("XSD-ELEMENT", "PEPPOL-EN16931-R008"):
        found = [finding for finding in report.findings if finding.code == code]
        assert len(found) == MOST_OF_A_CODE + 1
        assert found[-1].message.startswith("500 more findings of this code are counted here, from ")
        assert f"a[{MOST_OF_A_CODE + 1}]" in found[-1].message
        assert f"a[{times}]" in found[-1].message
        assert (found[-1].severity, found[-1].layer) == (found[0].severity, found[0].layer)


def test_the_last_finding_that_is_listed_counts_none() -> None:
    report = einvoice.validate(wide("<a/>", MOST_OF_A_CODE + 1))
    found = [finding for finding in report.findings if finding.code == "XSD-ELEMENT"]
    assert len(found) == MOST_OF_A_CODE + 1
    assert "more findings" not in found[-1].message


def test_losses_are_listed_for_long_and_then_counted() -> None:
    document = einvoice.read(wide("<a>1</a>", MOST_LOSSES + 2_000))
    assert counts(tuple(document.findings))["LOSS-UNMAPPED"] == MOST_LOSSES + 1
    assert "2,000 more findings" in document.findings[-1].message


def test_unknown_names_are_guessed_for_some(monkeypatch: pytest.MonkeyPatch) -> None:
    from einvoice.validation import structure, xsd

    asked: list[str] = []
    monkeypatch.setattr(structure, "find_close", lambda local, content: asked.append(local))
    einvoice.validate(wide("".join(f"<InvoiceLine{number}/>" for number in range(2_000)), 1), layers=["schema"])
    assert len(asked) == xsd._GUESSES


def test_a_text_for_a_thousand_elements_is_parted_no_further() -> None:
    data = UBL.replace("<cbc:Note>", f"<cbc:Note>{'x' * 10}", 1) if "<cbc:Note>" in UBL else UBL
    invoice = einvoice.read(data.encode()).invoice
    long = invoice.model_copy(update={"payment_terms": "x " * 200_000})
    written = einvoice.write(long, "finvoice")
    assert written.data.count(b"<PaymentTermsFreeText>") <= 1_001
    assert any(finding.code in ("LOSS-TRUNCATED", "LOSS-UNWRITABLE") for finding in written.findings)
