"""The only parser: what it refuses, where it says so, and what it keeps."""

import os
import threading
import time
from pathlib import Path

import pytest
from lxml import etree

from einvoice import xml
from einvoice.errors import EInvoiceError, ForbiddenXml, InputError, NotWellFormed, TooLarge
from einvoice.xml import parse, path_of

CORPORA = Path(__file__).resolve().parents[1] / "corpora"

LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY lol "lol">
 <!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
 <!ENTITY lol3 "&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;">
]>
<Invoice>&lol3;</Invoice>
"""

FORBIDDEN = [
    # case                                  document, line and column of the declaration
    ("invalid_plain_doctype",               b"<!DOCTYPE root><root/>",                                      1, 1),
    ("invalid_after_declaration",           b"<?xml version='1.0'?>\n  <!DOCTYPE root>\n<root/>",           2, 3),
    ("invalid_after_comment",               b"<!-- a > b -->\n<!DOCTYPE root><root/>",                      2, 1),
    ("invalid_after_comment_with_decoy",    b"<!-- <root> --><!DOCTYPE root><root/>",                       1, 16),
    ("invalid_after_instruction",           b"<?x <root/> ?><!DOCTYPE root><root/>",                        1, 15),
    ("invalid_after_bom",                   b"\xef\xbb\xbf<!DOCTYPE root><root/>",                          1, None),
    ("invalid_xxe_file", b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>',               1, 1),
    ("invalid_xxe_network", b'<!DOCTYPE r [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><r>&x;</r>',          1, 1),
    ("invalid_xxe_parameter", b'<!DOCTYPE r [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]><r/>',          1, 1),
    ("invalid_external_dtd", b'<!DOCTYPE r SYSTEM "file:///etc/passwd"><r/>',                               1, 1),
    ("invalid_public_dtd", b'<!DOCTYPE r PUBLIC "-//X//Y" "http://127.0.0.1:9/x.dtd"><r/>',                 1, 1),
    ("invalid_billion_laughs",              LAUGHS,                                                         2, 1),
    ("invalid_quadratic", b"<!DOCTYPE r [<!ENTITY a '" + b"x" * 9999 + b"'>]><r>" + b"&a;" * 999 + b"</r>", 1, 1),
    ("invalid_attribute_default", b"<!DOCTYPE r [<!ATTLIST r currency CDATA 'SEK'>]><r/>",                  1, 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "line", "column"), [case[1:] for case in FORBIDDEN], ids=[case[0] for case in FORBIDDEN]
)
def test_document_types_are_refused(data: bytes, line: int, column: int | None) -> None:
    with pytest.raises(ForbiddenXml, match="document type declaration") as caught:
        parse(data)
    assert caught.value.line == line
    if column is not None:
        assert caught.value.column == column
    assert caught.value.exit_code == 3
    assert caught.value.fix


@pytest.mark.parametrize("encoding", ("utf-16", "utf-16-le", "utf-16-be"))
@pytest.mark.parametrize("head", ("", '<?xml version="1.0" encoding="UTF-16"?>\n'), ids=("bare", "declared"))
def test_document_types_in_utf_16_are_refused(encoding: str, head: str) -> None:
    text = head + '<!DOCTYPE r [<!ENTITY x "y">]><r>&x;</r>'
    with pytest.raises((ForbiddenXml, NotWellFormed)) as caught:
        parse(text.encode(encoding))
    if encoding == "utf-16":  # with a byte order mark, so that it is known to be UTF-16
        assert isinstance(caught.value, ForbiddenXml)


@pytest.mark.parametrize("encoding", ("utf-32", "utf-7", "cp037"))
def test_document_types_in_odd_encodings_are_refused(encoding: str) -> None:
    """Whatever the bytes look like: no entity of the document is ever expanded."""
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE r [<!ENTITY x "expanded">]><r>&x;</r>'
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.fail(f"{encoding} cannot hold the test")
    with pytest.raises(InputError):
        parse(data)


def test_a_document_type_behind_a_long_prolog_is_refused() -> None:
    """The prolog is scanned up to a limit; what the scan does not see, the parsed document shows."""
    with pytest.raises(ForbiddenXml):
        parse(b"<!--" + b"x" * 300_000 + b"--><!DOCTYPE r><r/>")
    with pytest.raises(ForbiddenXml):
        parse(b"<!--" + b"x" * 300_000 + b"--><!DOCTYPE r [<!ENTITY a 'b'>]><r>&a;</r>")


def test_no_file_is_opened_and_nothing_takes_long(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    started = time.perf_counter()
    for path in sorted((CORPORA / "netvisor" / "negative").glob("doctype-*.xml")):
        with pytest.raises(ForbiddenXml):
            parse(path.read_bytes())
    with pytest.raises(ForbiddenXml) as caught:
        parse(f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]><r>&x;</r>'.encode())
    assert "secret" not in str(caught.value)
    assert time.perf_counter() - started < 2


def test_valid_text_may_speak_of_document_types() -> None:
    assert parse(b"<r><![CDATA[<!DOCTYPE x>]]></r>").text == "<!DOCTYPE x>"
    assert parse(b"<r>&lt;!DOCTYPE x&gt;</r>").text == "<!DOCTYPE x>"
    assert parse(b"<!-- <!DOCTYPE x> --><r/>").tag == "r"
    assert parse(b'<r a="&lt;!DOCTYPE x>"/>').get("a") == "<!DOCTYPE x>"


@pytest.mark.parametrize("name", ("nbsp", "auml", "x"))
def test_entities_that_are_not_built_in_are_refused(name: str) -> None:
    with pytest.raises(ForbiddenXml, match="only the five built-in entities") as caught:
        parse(f"<r>\n  <a>&{name};</a></r>".encode())
    assert caught.value.line == 2
    assert "&#228;" in str(caught.value.fix)


def test_the_five_built_in_entities_and_numeric_references_are_text() -> None:
    assert parse(b"<r>&amp;&lt;&gt;&quot;&apos;&#228;&#x20AC;</r>").text == "&<>\"'ä€"


# -- size and depth ----------


def test_size_limit_counts_bytes() -> None:
    with pytest.raises(TooLarge, match=r"the document has 12 bytes, the limit is 11") as caught:
        parse(b"<r>12345</r>", max_bytes=11)
    assert caught.value.exit_code == 3
    assert parse(b"<r>12345</r>", max_bytes=12).text == "12345"
    assert xml.MAX_BYTES == 100_000_000


def test_size_limit_of_a_whole_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever lowers the limit of the module lowers it for every document."""
    import einvoice

    monkeypatch.setattr(xml, "MAX_BYTES", 100)
    with pytest.raises(TooLarge):
        einvoice.read(b"<root><salesinvoice>" + b" " * 200 + b"</salesinvoice></root>")
    with pytest.raises(TooLarge):
        einvoice.read(b'{"invoice_number": "' + b"x" * 200 + b'"}')


def nested(depth: int, padding: int = 0) -> bytes:
    return b"<a>" * depth + b"x" * padding + b"</a>" * depth


def test_nesting_of_ten_thousand_is_refused() -> None:
    started = time.perf_counter()
    with pytest.raises(TooLarge) as caught:
        parse(nested(10_000))
    assert caught.value.fix
    with pytest.raises((TooLarge, NotWellFormed)):
        parse(nested(10_000, 5_100_000))
    assert time.perf_counter() - started < 5


def test_nesting_of_a_large_document_has_a_limit_of_its_own() -> None:
    limit = xml.MAX_DEPTH
    with pytest.raises(TooLarge, match=f"nested deeper than {limit} levels"):
        parse(nested(limit + 1, 5_000_001))
    assert parse(nested(limit, 5_000_001)).tag == "a"


def test_valid_nesting_of_a_small_document() -> None:
    assert parse(nested(64)).tag == "a"


def test_ten_thousand_attributes_are_read_in_no_time() -> None:
    started = time.perf_counter()
    root = parse(b"<r " + b" ".join(b'a%d="%d"' % (n, n) for n in range(10_000)) + b"/>")
    assert len(root.attrib) == 10_000
    assert time.perf_counter() - started < 2


def test_a_large_attachment_is_read() -> None:
    """libxml2 alone stops at texts of 10 MB."""
    assert len(parse(b"<r>" + b"QUJD" * 3_000_000 + b"</r>").text or "") == 12_000_000


def test_hundred_thousand_elements_are_read() -> None:
    assert len(parse(b"<r>" + b"<a/>" * 100_000 + b"</r>")) == 100_000


# -- not well-formed ----------

BROKEN = [
    # case                          document                                                line        said
    ("invalid_empty",               b"",                                                    None,       "empty"),
    ("invalid_blank",               b" \r\n\t ",                                            None,       "empty"),
    ("invalid_nul_only",            b"\x00" * 40,                                           None,       "empty"),
    ("invalid_text",                b"hello",                                               1,          "well-formed"),
    ("invalid_truncated_tag",       b"<r>\n<a>\n<b",                                        3,          "well-formed"),
    ("invalid_truncated_text",      b"<r>\n<a>text",                                        2,          "well-formed"),
    ("invalid_wrong_end_tag",       b"<r>\n<a></b>\n</r>",                                  2,          "well-formed"),
    ("invalid_two_roots",           b"<r/>\n<r/>",                                          2,          "well-formed"),
    ("invalid_ampersand",           b"<r>\nSalo & Vuori\n</r>",                             2,          "well-formed"),
    ("invalid_attribute_twice",     b"<r>\n<a x='1' x='2'/></r>",                           2,          "well-formed"),
    ("invalid_unknown_prefix",      b"<r>\n<cbc:ID>7</cbc:ID></r>",                         2,          "well-formed"),
    ("invalid_nul_inside",          b"<r>\n<a>x\x00y</a></r>",                              2,          "well-formed"),
    ("invalid_control_inside",      b"<r>\n<a>x\x08y</a></r>",                              2,          "well-formed"),
    ("invalid_nul_reference",       b"<r>\n<a>&#0;</a></r>",                                2,          "well-formed"),
    ("invalid_cdata_open",          b"<r>\n<![CDATA[x</r>",                                 None,       "well-formed"),
    ("invalid_binary",              bytes(range(256)) * 2,                                  None,       "well-formed"),
    ("invalid_pdf",                 b"%PDF-1.4\n1 0 obj\n",                                 1,          "well-formed"),
    ("invalid_zip",                 b"PK\x03\x04\x14\x00\x00\x00",                          None,       "well-formed"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "line", "said"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_what_is_not_well_formed_says_where_and_what_to_do(data: bytes, line: int | None, said: str) -> None:
    with pytest.raises(NotWellFormed, match=said) as caught:
        parse(data)
    error = caught.value
    assert error.exit_code == 3
    assert error.fix
    if line is not None:
        assert error.line == line
        assert error.column is not None
        assert error.column >= 1
    assert ", line " not in error.message, "the place stands in line and column, not in the words of libxml2"


WRONG_ENCODINGS = [
    ("invalid_says_utf_8", "<?xml version='1.0' encoding='UTF-8'?>\n<r>äö</r>".encode("latin-1"), "declar|encod"),
    ("invalid_says_nothing", "<r>\näö</r>".encode("latin-1"), "declar|encod"),
    ("invalid_unknown", b"<?xml version='1.0' encoding='x-nonsense'?><r/>", "declar|encod"),
    ("invalid_says_utf_16", b"<?xml version='1.0' encoding='UTF-16'?><r>abc</r>", ""),  # libxml2 misses a blank
    ("invalid_says_ascii", "<?xml version='1.0' encoding='US-ASCII'?><r>ä</r>".encode(), "declar|encod"),
]


@pytest.mark.parametrize(("data", "advice"), [c[1:] for c in WRONG_ENCODINGS], ids=[c[0] for c in WRONG_ENCODINGS])
def test_bytes_that_do_not_fit_their_encoding_are_refused(data: bytes, advice: str) -> None:
    with pytest.raises(NotWellFormed) as caught:
        parse(data)
    assert any(word in (caught.value.fix or "") for word in advice.split("|"))


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "iso-8859-15", "windows-1252")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_declared_encodings_are_read(encoding: str) -> None:
    text = "Åsa & Šolc 12 €" if encoding != "iso-8859-1" else "Åsa & söner"
    named = "utf-8" if encoding == "utf-8-sig" else encoding
    document = f'<?xml version="1.0" encoding="{named}"?><r>{text.replace("&", "&amp;")}</r>'
    assert parse(document.encode(encoding)).text == text


def test_an_encoding_may_be_given_from_outside() -> None:
    assert parse("<r>ä€</r>".encode("iso-8859-15"), encoding="iso-8859-15").text == "ä€"


def test_line_and_column_stand_in_the_message() -> None:
    with pytest.raises(NotWellFormed) as caught:
        parse(b"<r>\n  <a></b>\n</r>")
    assert str(caught.value).startswith(f":2:{caught.value.column}: not well-formed XML: ")


def test_random_bytes_never_raise_anything_else() -> None:
    for size in (1, 10, 100, 1000):
        for _ in range(50):
            with pytest.raises(EInvoiceError):
                parse(b"<" + os.urandom(size) + b"\x00")


@pytest.mark.parametrize("cut", range(0, 3000, 137))
def test_every_truncation_is_refused(cut: int) -> None:
    data = (CORPORA / "peppol-bis" / "credit-note.xml").read_bytes()
    with pytest.raises(NotWellFormed):
        parse(data[:cut])


# -- what is kept ----------


def test_comments_and_instructions_are_dropped_and_their_text_is_whole() -> None:
    root = parse(b"<!-- a --><?b c?><r>one<!-- two -->three<?four?>five<a/>six<!-- seven -->eight</r><!-- nine -->")
    assert (root.text, root[0].tail) == ("onethreefive", "sixeight")
    assert [child.tag for child in root] == ["a"]


def test_blanks_between_elements_are_dropped_and_those_of_texts_kept() -> None:
    root = parse(b"<r>\n  <a> x </a>\n  <b> </b>\n</r>")
    assert root.text is None
    assert (root[0].text, root[0].tail) == (" x ", None)
    assert (root[1].text or "").strip() == ""


def test_blanks_beside_cdata_are_kept() -> None:
    assert parse(b"<r><a> <![CDATA[x]]> </a></r>")[0].text == " x "
    assert parse(b"<r><a><![CDATA[ ]]></a></r>")[0].text == " "
    assert parse(b"<r>\n <a>one <![CDATA[<two>]]> three</a>\n</r>")[0].text == "one <two> three"


def test_attribute_values_keep_what_xml_keeps() -> None:
    assert parse(b'<r a=" x&#10;y "/>').get("a") == " x\ny "


def test_threads_have_parsers_of_their_own() -> None:
    """One broken document in another thread leaves no trace in the message of this one."""
    wrong: list[object] = []

    def work(number: int) -> None:
        for _ in range(30):
            if parse(f"<r>{number}</r>".encode()).text != str(number):
                wrong.append(number)
            try:
                parse(b"<r>" + b"\n" * number + b"<a></b></r>")
            except NotWellFormed as error:
                if error.line != number + 1:
                    wrong.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


# -- paths ----------

TREE = b"""<r xmlns:c="urn:c">
  <a/>
  <a><b/><c:b/><b><x/></b></a>
  <c:a/>
</r>"""

PATHS = [
    # case                                  steps           path
    ("valid_root",                          (),             "/r"),
    ("valid_first_of_two",                  (0,),           "/r/a[1]"),
    ("valid_second_of_two",                 (1,),           "/r/a[2]"),
    ("valid_alone_in_its_namespace",        (2,),           "/r/a"),
    ("valid_counted_within_its_namespace",  (1, 2),         "/r/a[2]/b[2]"),
    ("valid_namespace_between_them",        (1, 1),         "/r/a[2]/b"),
    ("valid_only_child",                    (1, 2, 0),      "/r/a[2]/b[2]/x"),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "path"), [case[1:] for case in PATHS], ids=[case[0] for case in PATHS])
def test_path_of(steps: tuple[int, ...], path: str) -> None:
    element: etree._Element = parse(TREE)
    for step in steps:
        element = element[step]
    assert path_of(element) == path


def test_paths_tell_all_elements_of_a_document_apart() -> None:
    for path in sorted((CORPORA / "peppol-bis").glob("*.xml")):
        root = parse(path.read_bytes())
        paths = [path_of(element) for element in root.iter("*")]
        assert len(paths) == len(set(paths)), path.name


@pytest.mark.parametrize("inside", [b"<x:y/>", b"<y x:z='1'/>"])
def test_prefix_that_is_not_declared_is_refused_beside_a_warning(inside: bytes) -> None:
    """A namespace that is no URI is a warning to libxml2, and behind one lxml lets an undeclared prefix pass."""
    for namespace in (b"urn:a", b"a" * 1_000):
        with pytest.raises(NotWellFormed):
            xml.parse(b"<a xmlns:b='%s'>%s</a>" % (namespace, inside))
    assert xml.parse(b"<a xmlns:b='%s'><b:y/></a>" % (b"a" * 1_000)) is not None


@pytest.mark.parametrize(
    "data",
    [b"<?xml version='1.0' encoding='%s'?><a/>" % (b"x" * 5_000), b"<a xmlns:b='0:%s'/>" % (b"x:" * 500), b"<a><%s></a>"
     % (b"x" * 5_000)],
)  # fmt: skip
def test_reason_holds_no_book(data: bytes) -> None:
    with pytest.raises(NotWellFormed) as refused:
        xml.parse(data)
    assert len(refused.value.message) < 500


def test_long_namespace_is_refused() -> None:
    """The places of 20,000 faults in elements of a namespace of 20 kB took 400 MB."""
    with pytest.raises(TooLarge, match="has more than 2,000 characters"):
        xml.parse(b"<a><b><c xmlns = 'urn:%s'/></b></a>" % (b"a" * 3_000))
    with pytest.raises(TooLarge, match="has more than 2,000 characters"):
        xml.parse(b"<a><b xmlns:c='urn:%s' c:d=''/></a>" % (b"a" * 3_000))
    text = b"<a>xmlns='%s'</a>" % (b"a" * 3_000)
    assert xml.parse(text).text is not None
