"""Documents and rule files made to do harm, and the traces that one document may leave for the next."""

import os
import threading
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pytest

from einvoice import xml
from einvoice.errors import SchematronBroken
from einvoice.schematron import library, light, limits, native
from einvoice.schematron.library import Rules
from einvoice.schematron.result import Result

HEAD = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">'


def rules_of(tmp_path: Path, *asserts: tuple[str, str], head: str = "") -> Rules:
    """Return rules with one pattern per context and test."""
    patterns = "".join(
        f'<pattern><rule context="{context}"><assert id="A" test="{test}">{number}</assert></rule></pattern>'
        for number, (context, test) in enumerate(asserts)
    )
    path = tmp_path / "rules.sch"
    path.write_text(f"{HEAD}{head}{patterns}</schema>", encoding="utf-8")
    return library.from_file(path, cached=False)


def exact(rules: Rules, data: bytes) -> Result:
    """Return what the interpreter says."""
    engine = rules.program.exact
    return engine.judge(engine.document(xml.parse(data, faithful=True)))


def shown(result: Result) -> tuple[int, list[Any]]:
    """Return what engines must agree on."""
    return result.rules_fired, [(each.place, each.location, each.message) for each in result.failures]


def test_other_attributes_in_a_known_shape_are_judged_once(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, ("l/b", "@q"), ("l", "b/@x"))
    engine = native.Native(rules.program)
    for name in ("x", "y", "x"):  # the first teaches the shape of a line, the second has the same with another name
        data = b"<r>" + f'<l><b {name}="1">t</b></l>'.encode() * 60 + b"</r>"
        assert shown(engine.judge(data)[0]) == shown(exact(rules, data))


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, RuntimeError])
def test_what_breaks_off_leaves_nothing_to_the_next_document(
    error: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = rules_of(tmp_path, ("b", "@q"))
    engine = native.Native(rules.program)
    first, second = b"<r><b/><b/></r>", b"<r><b/></r>"
    engine.judge(first)
    for method in ("_judge", "_run_plan"):

        def broken(*_: Any) -> Any:
            raise error

        with monkeypatch.context() as patch, pytest.raises(error):
            patch.setattr(native.Native, method, broken)
            engine.judge(b'<r><b other="1"/><b/><c/></r>')
        assert shown(engine.judge(second)[0]) == shown(exact(rules, second))


def test_a_document_judged_within_another_has_columns_of_its_own(tmp_path: Path) -> None:
    rules = rules_of(
        tmp_path, ("b", "@q"), ("c", "xs:date(.) = 1"), head='<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>'
    )
    engine = native.Native(rules.program)
    inner: list[Result] = []
    engine.watch = lambda *_: inner.extend(engine.judge(b"<r><b/></r>"))
    data = b"<r><b/><c>x</c><b/><b/></r>"
    outer = engine.judge(data)[0]
    assert shown(outer) == shown(exact(rules, data))


def test_threads_share_an_engine(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, ("b", "@q"), ("/*", "count(b) = 7"))
    engine = native.Native(rules.program)
    documents = [b"<r>" + b"<b/>" * number + b"</r>" for number in (1, 7, 55, 130)]
    wanted = [shown(exact(rules, data)) for data in documents]
    wrong: list[int] = []

    def run(offset: int) -> None:
        for number in range(40):
            at = (number + offset) % len(documents)
            if shown(engine.judge(documents[at])[0]) != wanted[at]:
                wrong.append(at)

    threads = [threading.Thread(target=run, args=(offset,)) for offset in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def growing(first: str, step: str, times: int) -> str:
    """Return variables each of which is made of the one before, ``$p`` in *step*."""
    lets = [f'<let name="v0" value="{first}"/>']
    for number in range(1, times + 1):
        value = step.replace("$p", f"$v{number - 1}")
        lets.append(f'<let name="v{number}" value="{value}"/>')
    return "".join(lets)


ROWS = b"<r>" + b"".join(b"<a><b>%d</b><c>x%d</c></a>" % (n, n) for n in range(1000)) + b"</r>"
LONG = b"<r><a>" + b"a" * 1900 + b"!</a></r>"

ENDLESS = [
    # case                 what is wrong                                   variables                          document
    ("sequence_doubled", "count($v40) = 1", growing("(1, 2)", "($p, $p)", 40), ROWS),
    ("nodes_doubled", "count($v40) = 1", growing("//b", "($p, $p)", 40), ROWS),
    ("text_doubled", "$v40 = 'q'", growing("string(/r/a[1]/c)", "concat($p, $p)", 40), ROWS),
    ("integer_squared", "$v60 = 1", growing("xs:integer(/r/a[3]/b)", "$p * $p", 60), ROWS),
    ("decimal_squared", "$v60 = 1", growing("xs:decimal(/r/a[3]/b) + 0.5", "$p * $p", 60), ROWS),
    ("constant_squared", "$v60 = 1", growing("99", "$p * $p", 60), ROWS),
    ("text_joined", "$v5 = 'q'", growing("string-join(//c, '')", "string-join(//c, $p)", 5), ROWS),
    ("text_replaced", "$v5 = 'q'", growing("string-join(//c, '')", "replace($p, 'x', $p)", 5), ROWS),
    ("loops", "some $x in //*, $y in //*, $z in //* satisfies $x = concat($y, $z)", "", ROWS),
    ("range", "exists((1 to 1000000000)[. = -1])", "", ROWS),
    ("expression_goes_back", "matches(r/a, '^(a+)+$')", "", LONG),
]


@pytest.mark.parametrize(("test", "head", "data"), [case[1:] for case in ENDLESS], ids=[case[0] for case in ENDLESS])
@pytest.mark.parametrize("where", ["schema", "rule"])
def test_rules_without_end_are_stopped(
    test: str, head: str, data: bytes, where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if where == "rule" and not head:
        pytest.skip("no variables to move")
    monkeypatch.setattr(limits, "MAX_SECONDS", 2.0)
    monkeypatch.setattr(limits, "MAX_MEMORY", 200 << 20)
    path = tmp_path / "rules.sch"
    path.write_text(
        f'{HEAD}<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>{head if where == "schema" else ""}<pattern>'
        f'<rule context="/">{head if where == "rule" else ""}<assert test="{test}">m</assert></rule></pattern></schema>'
    )
    with pytest.raises(SchematronBroken) as caught:
        library.judge([library.from_file(path, cached=False)], data)
    assert "too long" in caught.value.message
    assert caught.value.source == "rules.sch"
    assert caught.value.fix


def test_a_thread_is_stopped_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_SECONDS", 1.0)
    rules = rules_of(tmp_path, ("/", "some $x in //*, $y in //*, $z in //* satisfies $x = concat($y, $z)"))
    caught: list[BaseException] = []

    def run() -> None:
        try:
            library.judge([rules], ROWS)
        except BaseException as error:
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert [type(error) for error in caught] == [SchematronBroken]


def test_what_nests_deeper_than_python_is_left_to_the_interpreter(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, ("/r", "a[" * 100 + "b" + "]" * 100), ("/r", "count(a) = 1"))
    (result,) = library.judge([rules], b"<r><a/></r>")
    assert [each.message for each in result.failures] == ["0"]


def test_a_number_of_many_digits_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SchematronBroken, match="is no XPath 2"):
        rules_of(tmp_path, ("/r", "a = " + "9" * 5000))


QUOTES = [
    '"""+str(open("done", "w"))+"""',
    "'''+str(open('done', 'w'))+'''",
    '"]; open("done", "w") #',
    "\\",
    "\u2028",
    "{1}",
]


@pytest.mark.parametrize("text", QUOTES)
def test_names_and_texts_of_rules_never_become_code(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = quoteattr(text)
    literal = quoteattr("a != '" + text.replace("'", "''") + "'")
    path = tmp_path / f"{text.replace('/', '')}.sch"
    path.write_text(
        f'{HEAD}<ns prefix="p" uri={shown}/><pattern id={shown}><rule id={shown} context="r">'
        f"<assert id={shown} flag={shown} role={shown} test={literal}>{escape(text)}</assert>"
        f'<assert test="p:a">x</assert></rule></pattern></schema>',
        encoding="utf-8",
    )
    rules = library.from_file(path, cached=False)
    (result,) = library.judge([rules], f"<r><a>{escape(text)}</a></r>".encode())
    assert [each.assertion.id for each in result.failures][-1:] == [None]
    assert [each.message for each in result.failures][-1:] == ["x"]
    assert not Path("done").exists()


def test_rules_that_extend_each_other_too_deep_are_refused(tmp_path: Path) -> None:
    chain = "".join(f'<rule abstract="true" id="x{n}"><extends rule="x{n + 1}"/></rule>' for n in range(5000))
    path = tmp_path / "rules.sch"
    path.write_text(
        f'{HEAD}<pattern>{chain}<rule abstract="true" id="x5000"/><rule context="r"><extends rule="x0"/></rule>'
        "</pattern></schema>"
    )
    with pytest.raises(SchematronBroken, match="too deep"):
        library.from_file(path, cached=False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_no_rule_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.sch")
    with pytest.raises(SchematronBroken, match=r"pipe\.sch cannot be read"):
        path = tmp_path / "rules.sch"
        path.write_text(f'{HEAD}<include href="pipe.sch"/></schema>')
        library.from_file(path, cached=False)


def test_large_branches_of_ever_other_names_are_not_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    shape = light._shape
    monkeypatch.setattr(light, "_shape", lambda key, *rest: made.append(len(key[0])) or shape(key, *rest))
    rules = rules_of(tmp_path, ("q", "@q"))
    branches = [(f"l{n}", 5 if n % 2 else 600) for n in range(14)]
    data = "".join(f"<{name}>{'<q/>' * size}</{name}>" * 4 for name, size in branches)
    root = f"<r>{data}</r>".encode()
    assert shown(native.Native(rules.program).judge(root)[0]) == shown(exact(rules, root))
    assert made == [6] * 7


def test_a_relative_cache_folder_of_the_system_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EINVOICE_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert library.cache_folder() == tmp_path / ".cache" / "einvoice"


def test_a_cache_that_others_have_changed_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EINVOICE_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "rules.sch"
    path.write_text(f'{HEAD}<pattern><rule context="r"><assert test="a">m</assert></rule></pattern></schema>')
    for change in (b"", b"\xff", b"raise SystemExit(9)\n"):
        library.from_file(path)
        kept = list((tmp_path / "cache").glob("*.py"))
        assert len(kept) == 2
        for each in kept:
            each.write_bytes(each.read_bytes() + change if change else b"")
        (result,) = library.judge([library.from_file(path)], b"<r/>")
        assert [each.message for each in result.failures] == ["m"]
