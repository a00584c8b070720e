"""What Saxon says of single expressions and contexts, for the tables of `test_exact.py` and `test_exact_cases.py`.

    values(expressions, document)      text of the items from the document element, or "!" and the code of the error
    outcomes(tests, document)          "true", "false" or "error" of each as the test of an assertion
    fired(contexts, document)          (number of the context, location) of each node that a rule takes

Saxon runs in a process of its own; it is skipped where it is not installed.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest

XSL = "http://www.w3.org/1999/XSL/Transform"
HEAD = (
    f'xmlns:xsl="{XSL}" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:u="urn:u" '
    'xmlns:err="http://www.w3.org/2005/xqt-errors"><xsl:output method="text"/>'
)
PLACE = """
if (self::document-node()) then '/'
else string-join(for $n in ancestor-or-self::node()[parent::node()] return
  if ($n/self::element()) then concat('/', name($n), '[', 1 + count($n/preceding-sibling::*[name() = name($n)]), ']')
  else concat('/@', name($n)), '')
"""


def _value(expression: str) -> str:
    return (
        f'<xsl:stylesheet version="3.0" {HEAD}<xsl:template match="/*"><xsl:try>'
        f'<xsl:variable name="found" select={quoteattr(expression)}/>'
        "<xsl:value-of select=\"string-join(for $item in $found return string($item), ' | ')\"/>"
        "<xsl:catch><xsl:value-of select=\"concat('!', local-name-from-QName($err:code))\"/></xsl:catch>"
        "</xsl:try></xsl:template></xsl:stylesheet>"
    )


def _test(test: str, declared: str) -> str:
    return (
        f'<xsl:stylesheet version="2.0" {HEAD}{declared}<xsl:template match="/*">'
        f"<xsl:choose><xsl:when test={quoteattr(test)}>true</xsl:when><xsl:otherwise>false</xsl:otherwise></xsl:choose>"
        "</xsl:template></xsl:stylesheet>"
    )


def _pattern(contexts: Sequence[str]) -> str:
    rules = "".join(
        f'<xsl:template match={quoteattr(context)} priority="{1000 - number}">'
        f"<xsl:value-of select={quoteattr(f'concat({number}, {chr(39)} {chr(39)}, {PLACE}, {chr(39)};{chr(39)})')}/>"
        '<xsl:apply-templates select="@*|*"/></xsl:template>'
        for number, context in enumerate(contexts)
    )
    return (
        f'<xsl:stylesheet version="2.0" {HEAD}{rules}<xsl:template match="text()" priority="-1"/>'
        '<xsl:template match="@*|node()" priority="-2"><xsl:apply-templates select="@*|*"/></xsl:template>'
        "</xsl:stylesheet>"
    )


def _run(sheets: list[str], document: str) -> list[str]:
    if importlib.util.find_spec("saxonche") is None:
        pytest.skip("saxonche is not installed")
    # Saxon prints warnings to its standard output, so the answer goes by standard error's neighbour: a marked line.
    sent = json.dumps([sheets, document])
    done = subprocess.run(
        [sys.executable, "-m", "tests.schematron.saxon_says"], input=sent, capture_output=True, text=True, check=True
    )
    (answer,) = [line for line in done.stdout.splitlines() if line.startswith("answer ")]
    found: list[str] = json.loads(answer.removeprefix("answer "))
    return found


def values(expressions: Sequence[str], document: str) -> list[str]:
    """Return the text of each expression, its items joined by a bar, or its error."""
    return _run([_value(each) for each in expressions], document)


def outcomes(tests: Sequence[str], document: str, declared: str) -> list[str]:
    """Return what each test comes to; *declared* are variables and functions."""
    return ["error" if each[:1] == "!" else each for each in _run([_test(each, declared) for each in tests], document)]


def fired(contexts: Sequence[str], document: str) -> list[tuple[int, str]]:
    """Return which context takes which node; each is the match pattern of a template."""
    (found,) = _run([_pattern(contexts)], document)
    pairs = [each.split(" ", 1) for each in found.split(";") if each]
    return sorted((int(number), place) for number, place in pairs)


def _answer() -> None:
    import saxonche

    sheets, document = json.loads(sys.stdin.read())
    processor = saxonche.PySaxonProcessor(license=False)
    xslt = processor.new_xslt30_processor()
    node = processor.parse_xml(xml_text=document)
    answers: list[Any] = []
    for sheet in sheets:
        try:
            executable = xslt.compile_stylesheet(stylesheet_text=sheet)
            executable.set_global_context_item(xdm_item=node)
            executable.set_initial_match_selection(xdm_value=node)
            answers.append(executable.apply_templates_returning_string() or "")
        except saxonche.PySaxonApiError as error:
            code = re.search(r"\b[XF][A-Z]{3}[0-9]{4}\b", str(error))
            answers.append("!" + (code[0] if code else ""))
    sys.stdout.write(f"\nanswer {json.dumps(answers)}\n")


if __name__ == "__main__":
    _answer()
