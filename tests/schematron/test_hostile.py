"""Documents and rule files made to do harm, and the traces that one document may leave for the next."""

import threading
from pathlib import Path
from typing import Any

import pytest

from einvoice import xml
from einvoice.schematron import library, native
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
    for method in ("_judge", "_run_plan", "_name", "_build"):

        def broken(*_: Any) -> Any:
            raise error

        with monkeypatch.context() as patch, pytest.raises(error):
            patch.setattr(native.Native, method, broken)
            engine.judge(b'<r><b other="1"/><b/><c/></r>' if method != "_name" else b'<r><b/><b strange="1"/></r>')
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
