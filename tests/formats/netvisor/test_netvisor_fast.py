"""Lines and free texts as the compiled reader takes them: what the walker says, or nothing at all."""

import pytest
from tests.formats.mapping.traced import read_fast, shown

from einvoice import xml
from einvoice.formats.mapping import Mapping
from einvoice.formats.mapping.compile import Slow
from einvoice.formats.netvisor.mapping import DETAIL_MAPPING, IMPORT_MAPPING

PRODUCT = "<SalesInvoiceProductLine><ProductName>Lamp</ProductName></SalesInvoiceProductLine>"


def comment(*texts: str) -> str:
    rows = "".join(f"<Comment>{text}</Comment>" for text in texts)
    return f"<SalesInvoiceCommentLine>{rows}</SalesInvoiceCommentLine>"


def lines(*parts: str) -> str:
    return f"<InvoiceLines>{''.join(f'<InvoiceLine>{part}</InvoiceLine>' for part in parts)}</InvoiceLines>"


BEFORE, AFTER = "SalesInvoiceFreeTextBeforeLines", "SalesInvoiceFreeTextAfterLines"

USUAL = {
    "one line": lines(PRODUCT),
    "two lines in one": lines(PRODUCT + PRODUCT),
    "line without content": lines("<SalesInvoiceProductLine/>", PRODUCT),
    "no line": "<InvoiceLines/>",
    "two lists of lines": lines(PRODUCT) + lines(comment("a"), PRODUCT),
    "comment before the first line": lines(comment("a", " b "), PRODUCT),
    "comments behind their line": lines(PRODUCT, comment("a"), comment("b"), PRODUCT, comment("c")),
    "blank comment": lines(PRODUCT, comment(" ", "a", "")),
    "small letters": lines(PRODUCT).lower(),
    "free texts": f"<{BEFORE}> a </{BEFORE}>{lines(PRODUCT)}<{AFTER}>b</{AFTER}>",
    "free texts, the second first": f"<{AFTER}>b</{AFTER}><{BEFORE}>a</{BEFORE}>",
    "blank free text": f"<{BEFORE}> </{BEFORE}><{AFTER}/>",
}

UNUSUAL = {
    "unknown beside the line": lines(PRODUCT).replace("</InvoiceLines>", "<Odd>x</Odd></InvoiceLines>"),
    "unknown in the line": lines(PRODUCT + "<Odd>x</Odd>"),
    "unknown beside the comment": lines(comment("a").replace("</Sales", "<Odd>x</Odd></Sales")),
    "unknown in the comment": lines(comment("<Odd>x</Odd>")),
    "unknown in the product": lines(PRODUCT.replace("</Sales", "<Odd>x</Odd></Sales")),
    "text between lines": lines(PRODUCT).replace("<InvoiceLine>", "x<InvoiceLine>"),
    "text in a line": lines("x" + PRODUCT),
    "text in a comment line": lines(comment("a").replace("<Comment>", "x<Comment>")),
    "attribute of the lines": lines(PRODUCT).replace("<InvoiceLines>", '<InvoiceLines a="x">'),
    "attribute of a line": lines(PRODUCT).replace("<InvoiceLine>", '<InvoiceLine a="x">'),
    "attribute of a comment line": lines(
        comment("a").replace("<SalesInvoiceCommentLine", '<SalesInvoiceCommentLine a="x"')
    ),
    "attribute of a comment": lines(comment("a").replace("<Comment>", '<Comment a="x">')),
    "free text twice": f"<{BEFORE}>a</{BEFORE}><{BEFORE}>b</{BEFORE}>",
    "attribute of a free text": f'<{BEFORE} a="x">a</{BEFORE}>',
    "element in a free text": f"<{BEFORE}>a<Odd>x</Odd></{BEFORE}>",
    "text behind an element of a free text": f"<{BEFORE}>a<Odd/>x</{BEFORE}>",
}

BOTH = pytest.mark.parametrize("mapping", [IMPORT_MAPPING, DETAIL_MAPPING], ids=lambda mapping: mapping.name)


@BOTH
@pytest.mark.parametrize("body", USUAL.values(), ids=USUAL)
def test_the_usual_is_read_as_the_walker_reads_it(mapping: Mapping, body: str) -> None:
    root = xml.parse(f"<SalesInvoice>{body}</SalesInvoice>".encode())
    walked = mapping.walk(root)
    values, places = read_fast(mapping, root)
    assert (values, walked.findings) == (walked.values, [])
    assert shown(places) == shown(walked.places)


@BOTH
@pytest.mark.parametrize("body", UNUSUAL.values(), ids=UNUSUAL)
def test_the_unusual_is_left_to_the_walker(mapping: Mapping, body: str) -> None:
    root = xml.parse(f"<SalesInvoice>{body}</SalesInvoice>".encode())
    assert mapping.walk(root).findings
    with pytest.raises(Slow):
        read_fast(mapping, root)
