"""The Saxon engine: what it refuses, and what happens when Saxon fails."""

import importlib.util
import os
import signal
import threading
from pathlib import Path

import pytest
from tests.schematron.cases import XSL, check, pattern, read_text, rule

from einvoice.errors import EngineFailed, EngineMissing, ForbiddenXml, NotWellFormed, SchematronBroken, TooLarge
from einvoice.schematron.engines import saxon as module
from einvoice.schematron.engines.saxon import SaxonEngine, engine
from einvoice.schematron.svrl import SVRL

SECRET = "the-secret-of-the-house"
DOCUMENT = b"<a><b>1</b></a>"
SCHEMA = read_text(pattern(rule("b", check("A", ". = '2'", "seen <value-of select='.'/>"))))


@pytest.fixture
def own():
    """An engine of the test's own, which it may kill."""
    if importlib.util.find_spec("saxonche") is None:
        pytest.skip("saxonche is not installed")
    with SaxonEngine(seconds=60) as one:
        yield one


def sheet(body: str = "", top: str = "") -> bytes:
    """Return a stylesheet that puts *body* into the text of a failed assertion."""
    return (
        f'<xsl:stylesheet xmlns:xsl="{XSL}" xmlns:xs="http://www.w3.org/2001/XMLSchema" version="3.0">{top}'
        f'<xsl:template match="/"><r:schematron-output xmlns:r="{SVRL}"><r:fired-rule context="/"/>'
        f'<r:failed-assert id="A" flag="fatal" location="/"><r:text>{body}</r:text></r:failed-assert>'
        "</r:schematron-output></xsl:template></xsl:stylesheet>"
    ).encode()


def value(select: str) -> str:
    return f'<xsl:value-of select="{select}"/>'


def test_compiled_stylesheet(saxon):
    outcome = saxon.judge_xslt(sheet(value("/a/b")), DOCUMENT)
    (failure,) = outcome.failures
    assert (failure.kind, failure.id, failure.flag, failure.location, failure.text) == (
        "assert",
        "A",
        "fatal",
        "/",
        "1",
    )
    assert (outcome.rules_fired, outcome.error) == (1, None)


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-1", "US-ASCII"])
@pytest.mark.parametrize("method", ["xml", "xhtml", "text"])
def test_stylesheet_chooses_its_output(saxon, encoding, method):
    top = f'<xsl:output method="{method}" encoding="{encoding}" byte-order-mark="yes" indent="yes" standalone="yes"/>'
    style = sheet(value("/a/b"), top)
    data = "<a><b>Ö€\U0001d11e</b></a>".encode()
    if method == "text":
        with pytest.raises(SchematronBroken, match="what the stylesheet writes is no SVRL"):
            saxon.judge_xslt(style, data)
    else:
        assert saxon.judge_xslt(style, data).failures[0].text == "Ö€\U0001d11e"


def test_dynamic_error_of_a_stylesheet_is_an_outcome(saxon):
    outcome = saxon.judge_xslt(sheet("\n" + value("xs:decimal('x')")), DOCUMENT)
    assert outcome.failures == ()
    assert outcome.error is not None
    assert (outcome.error.code, outcome.error.line) == ("FORG0001", 2)
    assert '"x"' in outcome.error.message


def test_code_of_an_error_is_not_that_of_a_warning(saxon):
    top = '<xsl:template match="a[xs:decimal(.) = xs:decimal(\'x\')]" priority="9"/>'
    outcome = saxon.judge_xslt(sheet("<xsl:apply-templates/>" + value("error()"), top), DOCUMENT)
    assert outcome.error is not None
    assert outcome.error.code == "FOER0000"


BROKEN = [
    ("no_xml",      b"<xsl:stylesheet",                       r"rules\.xslt:1.*is no XML that einvoice reads"),
    ("document_type", b"<!DOCTYPE x>" + sheet(),              "is no XML that einvoice reads: a document type"),
    ("no_xslt",     b"<a/>",                                  "Saxon does not take it"),
    ("bad_xpath",   sheet("\n\n" + value("(1")),              r"rules\.xslt:3: Saxon does not take it: .*\[XPST0003\]"),
    ("no_function", sheet(value("nowhere(1)")),               "nowhere"),
    ("no_svrl",     sheet().replace(b"schematron-output", b"x"), "what the stylesheet writes is no SVRL: its root"),
    ("nothing",     sheet("", "").replace(b'match="/"', b'match="zz"'), "what the stylesheet writes is no SVRL"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "xslt", "why"), BROKEN, ids=[row[0] for row in BROKEN])
def test_broken_stylesheet(saxon, case, xslt, why):
    with pytest.raises(SchematronBroken, match=why) as caught:
        saxon.judge_xslt(xslt, DOCUMENT, "rules.xslt")
    assert caught.value.source == "rules.xslt"
    assert caught.value.fix


BROKEN_RULES = [
    # case              rules                                                      line, what is said
    ("test",            pattern("\n\n" + rule("a", check("A", "b ["))),            3, "b ["),
    ("context",         pattern("\n" + rule("a[(", check("A", "b"))),              2, "a[("),
    ("unknown_variable", pattern("\n" + rule("a", check("A", "$nowhere = 1"))),    2, "nowhere"),
    ("unknown_prefix",  pattern("\n" + rule("a", check("A", "nowhere:b"))),        2, "nowhere"),
    ("message",         pattern("\n" + rule("a", check("A", "b", "<value-of select='1 +'/>"))), 2, "1 +"),
    ("unused_let",      '\n<let name="x" value="1 +"/>' + pattern(rule("a", check("A", "b"))), 2, "1 +"),
    ("let_in_a_circle", '<let name="x" value="$y"/><let name="y" value="$x"/>' + pattern(rule("a", check("A", "$x"))),
                                                                                   1, "in a circle: x, y"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "rules", "line", "said"), BROKEN_RULES, ids=[row[0] for row in BROKEN_RULES])
def test_broken_rule_names_its_place(saxon, case, rules, line, said):
    with pytest.raises(SchematronBroken) as caught:
        saxon.judge(read_text(rules), DOCUMENT)
    assert (caught.value.source, caught.value.line) == ("main.sch", line)
    assert said in caught.value.message
    assert caught.value.exit_code == 6


# ---------------------------------------------------------------------------------------------------------------
# Hostile stylesheets: refused, or nothing comes out

REACHES = [
    ("document", value("document('{uri}')"), ""),
    ("doc", value("doc('{uri}')"), ""),
    ("doc_available", value("doc-available('{uri}')"), ""),
    ("unparsed_text", value("unparsed-text('{text}')"), ""),
    ("unparsed_text_of_a_path", value("unparsed-text('{path}')"), ""),
    ("unparsed_text_available", value("unparsed-text-available('{text}')"), ""),
    ("unparsed_text_lines", value("unparsed-text-lines('{text}')"), ""),
    ("json_doc", value("json-doc('{text}')"), ""),
    ("collection", value("collection('{folder}?select=*.xml')"), ""),
    ("uri_collection", value("uri-collection('{folder}?select=*.xml')"), ""),
    ("source_document", '<xsl:source-document href="{uri}"><xsl:copy-of select="."/></xsl:source-document>', ""),
    ("stream_available", value("stream-available('{uri}')"), ""),
    ("evaluate", "<xsl:evaluate xpath=\"'unparsed-text(&quot;{text}&quot;)'\"/>", ""),
    ("include", "", '<xsl:include href="{sheet}"/>'),
    ("import", "", '<xsl:import href="{sheet}"/>'),
    ("use_package", "", '<xsl:use-package name="{sheet}"/>'),
    ("import_schema", "", '<xsl:import-schema schema-location="{uri}"/>'),
    (
        "transform",
        value("serialize(transform(map{{'stylesheet-location': '{sheet}', 'source-node': /}})?output)"),
        "",
    ),
    (
        "entity",
        value(
            "parse-xml(codepoints-to-string(60) || '!DOCTYPE a [' || codepoints-to-string(60) || "
            "'!ENTITY e SYSTEM &quot;{text}&quot;>]>' || '&lt;a>&amp;e;&lt;/a>')"
        ),
        "",
    ),
    ("network", value("doc('http://127.0.0.1:9/x.xml')"), ""),
    ("environment", value("environment-variable('EINVOICE_TEST_SECRET')"), ""),
    ("all_of_the_environment", value("available-environment-variables()"), ""),
    ("java", value("Q{{java:java.lang.System}}getenv('EINVOICE_TEST_SECRET')"), ""),
    ("home", value("system-property('user.home'), system-property('user.name')"), ""),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A folder with something to steal, and what hostile stylesheets call it."""
    folder = tmp_path_factory.mktemp("house")
    (folder / "secret.xml").write_text(f"<s>{SECRET}</s>")
    (folder / "secret.txt").write_text(f'"{SECRET}"')
    (folder / "secret.xsl").write_text(
        f'<xsl:stylesheet version="3.0" xmlns:xsl="{XSL}"><xsl:template match="/" priority="9"><r:schematron-output '
        f'xmlns:r="{SVRL}" title="{SECRET}"/></xsl:template></xsl:stylesheet>'
    )
    return {
        "uri": (folder / "secret.xml").as_uri(),
        "text": (folder / "secret.txt").as_uri(),
        "path": (folder / "secret.txt").as_posix(),
        "sheet": (folder / "secret.xsl").as_uri(),
        "folder": folder.as_uri(),
    }


@pytest.fixture(scope="module")
def guarded():
    """An engine that was started while a secret stood in the environment."""
    if importlib.util.find_spec("saxonche") is None:
        pytest.skip("saxonche is not installed")
    os.environ["EINVOICE_TEST_SECRET"] = SECRET
    try:
        with SaxonEngine(seconds=60) as one:
            one.judge(SCHEMA, DOCUMENT)
            yield one
    finally:
        del os.environ["EINVOICE_TEST_SECRET"]


@pytest.mark.parametrize(("case", "body", "top"), REACHES, ids=[row[0] for row in REACHES])
def test_stylesheet_reaches_nothing(guarded, house, case, body, top):
    try:
        outcome = guarded.judge_xslt(sheet(body.format(**house), top.format(**house)), DOCUMENT)
    except SchematronBroken as error:
        assert SECRET not in str(error)
        return
    told = f"{outcome.title} {outcome.error} {[failure.text for failure in outcome.failures]}"
    for word in (SECRET, "true", "EINVOICE_TEST_SECRET", str(Path.home())):
        assert word not in told


@pytest.mark.parametrize("case", ["document", "unparsed_text", "doc"])
def test_rule_file_reaches_nothing(guarded, house, case):
    call = {
        "document": "document('{uri}')//s = 'x'",
        "doc": "doc('{uri}')//s = 'x'",
        "unparsed_text": "unparsed-text('{text}') = 'x'",
    }[case].format(**house)
    schema = read_text(pattern(rule("b", check("A", call, f"<value-of select=\"unparsed-text('{house['text']}')\"/>"))))
    result = guarded.judge(schema, DOCUMENT)
    assert result.failures == ()
    assert len(result.errors) == 1
    assert SECRET not in result.errors[0].message


@pytest.mark.parametrize("href", ["file", "relative", "computed"])
def test_stylesheet_writes_nothing(guarded, tmp_path, href):
    target = tmp_path / "out.xml"
    name = {"file": target.as_uri(), "relative": "out.xml", "computed": "{/a/b}.xml"}[href]
    style = sheet(f'<xsl:result-document href="{name}"><x/></xsl:result-document>')
    with pytest.raises(SchematronBroken, match="result-document") as caught:
        guarded.judge_xslt(style, DOCUMENT)
    assert caught.value.fix == "rules may open and write nothing: put what they need into the file itself"
    assert not target.exists()
    assert not Path("out.xml").exists()
    assert guarded._folder is not None
    assert list((guarded._folder / "empty").iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_worker_has_given_up_the_right_to_open_files(guarded):
    limits = Path(f"/proc/{guarded.pid}/limits").read_text()
    (line,) = (line for line in limits.splitlines() if line.startswith("Max open files"))
    assert line.split()[3:5] == ["0", "0"]
    environment = Path(f"/proc/{guarded.pid}/environ").read_bytes()
    assert SECRET.encode() not in environment


def test_what_a_stylesheet_prints_does_not_disturb(saxon):
    noise = f"<xsl:for-each select='1 to 30000'><xsl:message>{'y' * 100}</xsl:message></xsl:for-each>"
    assert saxon.judge_xslt(sheet(noise + value("/a/b")), DOCUMENT).failures[0].text == "1"
    assert saxon.judge(SCHEMA, DOCUMENT).failed_ids == ("A",)


# ---------------------------------------------------------------------------------------------------------------
# Documents

REFUSED = [
    ("document_type", b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>', ForbiddenXml),
    ("cut_off",       b"<a><b>",                                                              NotWellFormed),
    ("empty",         b"",                                                                    NotWellFormed),
    ("too_deep",      b"<a>" * 120 + b"</a>" * 120,                                           TooLarge),
]  # fmt: skip


@pytest.mark.parametrize(("case", "data", "kind"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refused_document(saxon, case, data, kind):
    with pytest.raises(kind):
        saxon.judge(SCHEMA, data)
    assert saxon.judge(SCHEMA, DOCUMENT).failed_ids == ("A",)


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-15", "windows-1252"])
def test_encoding(saxon, encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?>\n<a><b>Öljy 10 €</b></a>'.encode(encoding)
    assert saxon.judge(SCHEMA, data).failures[0].message == "seen Öljy 10 €"


def test_text_reaches_saxon_as_it_is(saxon):
    schema = read_text(
        pattern(
            rule("b", check("A", "false()", "<value-of select='string-to-codepoints(.), count(text()), string(@x)'/>"))
        )
    )
    data = "<a><b x='&#10;1&quot;'>&#13;&lt;<![CDATA[<&]]>\r\n\U0001d11e&#x85;</b></a>".encode()
    (failure,) = saxon.judge(schema, data).failures
    assert failure.message == '13 60 60 38 10 119070 133 1 1"'


def test_same_document_for_two_rule_sets(own):
    other = read_text(pattern(rule("b", check("B", ". = '2'"))))
    assert own.judge(SCHEMA, DOCUMENT).failed_ids == ("A",)
    assert own.judge(other, DOCUMENT).failed_ids == ("B",)
    assert own.judge(SCHEMA, b"<a><b>2</b></a>").failed_ids == ()
    assert own.judge(other, DOCUMENT).failed_ids == ("B",)


# ---------------------------------------------------------------------------------------------------------------
# Failure

ENDLESS = '<xsl:function name="f:loop"><xsl:param name="n"/><xsl:sequence select="f:loop($n + 1) + 1"/></xsl:function>'


def test_one_worker_serves_many(own):
    pids = set()
    for _ in range(4):
        own.judge(SCHEMA, DOCUMENT)
        pids.add(own.pid)
    assert len(pids) == 1


def test_worker_is_replaced_after_many_stylesheets(own, monkeypatch):
    monkeypatch.setattr(module, "STYLESHEETS", 2)
    pids = []
    for number in range(3):
        schema = read_text(pattern(rule("b", check("A", f". = 'x{number}'"))))
        assert own.judge(schema, DOCUMENT).failed_ids == ("A",)
        pids.append(own.pid)
    assert pids[0] == pids[1] != pids[2]


def test_unknown_function_is_no_breach(saxon):
    with pytest.raises(SchematronBroken, match=r"named \S+nowhere\(\)") as caught:
        saxon.judge(read_text(pattern(rule("a", check("A", "nowhere(1)")))), DOCUMENT)
    assert caught.value.fix == "correct the expression"
    assert "External" not in caught.value.message


def test_dead_worker_is_an_error_and_the_next_call_works(own):
    own.judge(SCHEMA, DOCUMENT)
    os.kill(own.pid, signal.SIGKILL)
    with pytest.raises(EngineFailed, match="ended with code -9 while judging the document") as caught:
        own.judge(SCHEMA, DOCUMENT)
    assert caught.value.exit_code == 6
    assert "--engine native" in str(caught.value)
    assert own.judge(SCHEMA, DOCUMENT).failed_ids == ("A",)


def test_time_limit(own):
    schema = read_text(pattern(rule("b", check("A", "count((1 to xs:integer(.))[. mod 7 = number(current())]) = 1"))))
    own.judge(schema, DOCUMENT)
    own.seconds = 1.0
    with pytest.raises(EngineFailed, match=r"stopped at its time limit of 1 s while judging the document"):
        own.judge(schema, b"<a><b>2147483647</b></a>")
    assert own.pid is None
    own.seconds = 60
    assert own.judge(SCHEMA, DOCUMENT).failed_ids == ("A",)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="memory is limited on Linux only")
def test_memory_limit():
    schema = read_text(
        '<xsl:function name="f:many"><xsl:sequence select="for $i in 1 to 90000000 return concat(\'abcdefgh\', $i)"/>'
        "</xsl:function>" + pattern(rule("b", '<let name="m" value="f:many()"/>', check("A", "$m[7] = $m[last()]")))
    )
    if importlib.util.find_spec("saxonche") is None:
        pytest.skip("saxonche is not installed")
    with SaxonEngine(seconds=60, megabytes=400) as one:
        with pytest.raises(EngineFailed, match=r"ran out of memory while judging the document \(limit 400 MB\)"):
            one.judge(schema, DOCUMENT)
        assert one.judge(SCHEMA, DOCUMENT).failed_ids == ("A",)


def test_answer_that_is_too_long(own, monkeypatch):
    own.judge(SCHEMA, DOCUMENT)
    monkeypatch.setattr(module, "MAX_REPLY", 1000)
    with pytest.raises(EngineFailed, match="ended with code -9 while judging the document"):
        own.judge_xslt(sheet("<xsl:for-each select='1 to 1000'>many words</xsl:for-each>"), DOCUMENT)
    assert own.judge(SCHEMA, DOCUMENT).failed_ids == ("A",)


def test_endless_recursion(own):
    schema = read_text(ENDLESS + pattern(rule("b", check("A", "f:loop(1) = 1"))))
    with pytest.raises(EngineFailed, match=r"Too many nested function calls|while judging the document"):
        own.judge(schema, DOCUMENT)
    assert own.judge(SCHEMA, DOCUMENT).failed_ids == ("A",)


def test_missing_package(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with SaxonEngine() as one, pytest.raises(EngineMissing, match="which is not installed") as caught:
        one.judge(SCHEMA, DOCUMENT)
    assert "pip install 'einvoice-nordic[saxon]'" in str(caught.value)
    assert one.pid is None


def test_package_that_does_not_load(monkeypatch, tmp_path):
    (tmp_path / "saxonche.py").write_text("raise ImportError('libsaxon.so: no such file')\n")
    monkeypatch.setattr(module, "_package_folder", lambda: str(tmp_path))
    if importlib.util.find_spec("saxonche") is None:
        pytest.skip("the worker would find nothing either way")
    monkeypatch.setattr(module, "_ISOLATED", ("-I", "-S"))
    with SaxonEngine(seconds=60) as one, pytest.raises(EngineFailed, match="libsaxon"):
        one.judge(SCHEMA, DOCUMENT)


def test_threads_take_turns(own):
    wrong = []

    def work(number: int) -> None:
        for step in range(5):
            text = f"{number}-{step}"
            (failure,) = own.judge(SCHEMA, f"<a><b>{text}</b></a>".encode()).failures
            if failure.message != f"seen {text}":
                wrong.append(failure.message)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_forked_process_gets_a_worker_of_its_own(own):
    own.judge(SCHEMA, DOCUMENT)
    before = own.pid
    child = os.fork()
    if child == 0:
        try:
            right = own.judge(SCHEMA, DOCUMENT).failed_ids == ("A",) and own.pid != before
            own.close()
            os._exit(0 if right else 1)
        except BaseException:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert own.pid == before
    assert own.judge(SCHEMA, DOCUMENT).failed_ids == ("A",)


def test_close_leaves_nothing_behind(own):
    own.judge(SCHEMA, DOCUMENT)
    pid, folder = own.pid, own._folder
    own.close()
    own.close()
    assert own.pid is None
    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_shared_engine_is_one():
    assert engine() is engine()
