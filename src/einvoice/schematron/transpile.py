"""Turn a `Schema` into an XSLT stylesheet, for the Saxon engine.

The stylesheet behaves as the reference implementation of ISO Schematron does: a pattern is a mode, a rule is a
template, the first rule that matches a node wins, every element and attribute is visited, variables of the schema and
of patterns are global.  What it writes is no SVRL but a list of what happened, in terms of places in the schema and
of nodes of the document; `read_outcome` makes a `Result` of it.

    <x:run>
      <x:r p="0" r="2" n="7" a="{uri}name"/>                a rule fired at an attribute of the 7th element
      <x:f i="1">message                                    item 1 of its body failed there
        <x:s n="9"/>                                        the subject, when it is another node
        <x:d>text of a diagnostic</x:d></x:f>
      <x:e i="4" code="FORG0001">description</x:e>          item 4 ended in an error
    </x:run>

In a *guarded* stylesheet an error ends one assertion, not the run.  Global variables need care for that: XSLT lets
nobody catch what they raise.  Each is therefore worked out inside a guard and kept as a map (its value, or its error),
and an assertion unpacks it inside its own guard.  Plain globals of the same names remain for match patterns, where an
error means that the pattern does not match.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from einvoice import xml
from einvoice.errors import InternalError, SchematronBroken
from einvoice.schematron.result import Failure, Fired, Place, Result, RuleError
from einvoice.schematron.schema import (
    Assertion,
    Choose,
    Diagnostic,
    Function,
    Instruction,
    Let,
    Message,
    NameOf,
    Pattern,
    Rule,
    Schema,
    Sequence,
    Text,
    ValueOf,
    Variable,
    XPath,
)
from einvoice.schematron.svrl import collapse, location_of

XSL: Final = "http://www.w3.org/1999/XSL/Transform"
RUN: Final = "urn:einvoice:schematron:run"
ERR: Final = "http://www.w3.org/2005/xqt-errors"
XS: Final = "http://www.w3.org/2001/XMLSchema"
FN: Final = "http://www.w3.org/2005/xpath-functions"
UNKNOWN: Final = "…"
"""Stands in a message for a value that cannot be worked out."""

_VARIABLE = re.compile(r"\$\s*([\w.-]+(?::[\w.-]+)?)")


@dataclass(frozen=True, slots=True)
class Translation:
    """A stylesheet, and which expression of the schema stands in which of its lines."""

    xslt: bytes
    origins: Mapping[int, XPath]


def to_xslt(schema: Schema, *, guarded: bool = True) -> bytes:
    """Return the stylesheet that judges by *schema*; *guarded* goes on after the error of one assertion.

    Raises `SchematronBroken` for variables that clash.
    """
    return translate(schema, guarded=guarded).xslt


def translate(schema: Schema, *, guarded: bool = True) -> Translation:
    """Return the stylesheet with the places that its lines come from."""
    return _Writer(schema, guarded).write()


class _Writer:
    def __init__(self, schema: Schema, guarded: bool) -> None:
        self.schema = schema
        self.guarded = guarded
        self.origins: dict[int, XPath] = {}
        namespaces = {prefix: uri for prefix, uri in schema.namespaces.items() if prefix != "xml"}
        for prefix, uri in (("xs", XS), ("xsd", XS), ("fn", FN)):
            namespaces.setdefault(prefix, uri)
        self.xsl = _own("xsl", XSL, namespaces)
        self.run = _own("x", RUN, namespaces)
        self.err = _own("err", ERR, namespaces)
        self.root = etree.Element(f"{{{XSL}}}stylesheet", nsmap=namespaces)
        self.globals = _globals(schema)
        self.numbers = {let.name: number for number, let in enumerate(self.globals)}
        self.sources: dict[etree._Element, XPath] = {}

    # ---------------------------------------------------------------- the stylesheet

    def write(self) -> Translation:
        self.root.set("version", "2.0")
        self._add(self.root, "output", method="xml", encoding="UTF-8", indent="no")
        self._add(self.root, "mode", {"use-accumulators": f"{self.run}:n"})
        counted = {"name": f"{self.run}:n", "as": f"{self._xs}:integer", "initial-value": "0"}
        counter = self._add(self.root, "accumulator", counted)
        self._add(counter, "accumulator-rule", match="*", select="$value + 1")
        for let in self.globals:
            self._expression(self._add(self.root, "variable", name=let.name), "select", let.value)
        if self.guarded:
            self._kept_globals()
        self._number_of_node()
        for key in self.schema.keys:
            element = self._add(self.root, "key", name=key.name)
            self._expression(element, "match", key.match)
            self._expression(element, "use", key.use)
        for function in self.schema.functions:
            self._function(function)
        start = self._add(self.root, "template", match="/")
        outcome = etree.SubElement(start, f"{{{RUN}}}run")
        for number, pattern in enumerate(self.schema.patterns):
            self._add(outcome, "apply-templates", mode=f"{self.run}:p{number}", select="/")
            self._pattern(number, pattern)
        return self._serialised()

    @property
    def _xs(self) -> str:
        return next(prefix for prefix, uri in self.root.nsmap.items() if prefix and uri == XS)

    def _pattern(self, number: int, pattern: Pattern) -> None:
        mode = f"{self.run}:p{number}"
        last = len(pattern.rules)
        for position, rule in enumerate(pattern.rules):
            template = self._add(self.root, "template", mode=mode, priority=str(1000 + last - position))
            self._expression(template, "match", rule.context)
            fired = etree.SubElement(template, f"{{{RUN}}}r", p=str(number), r=str(position))
            self._place(fired, ".")
            self._rule(template, rule)
            self._add(template, "apply-templates", mode=mode, select="@*|*")
        self._add(self.root, "template", mode=mode, match="text()", priority="-1")
        onward = self._add(self.root, "template", mode=mode, match="@*|node()", priority="-2")
        self._add(onward, "apply-templates", mode=mode, select="@*|*")

    def _rule(self, template: etree._Element, rule: Rule) -> None:
        lets: list[Let] = []
        for number, item in enumerate(rule.body):
            if isinstance(item, Let):
                # In a guarded template this one is only there to be checked: each guard has its own.
                self._expression(self._add(template, "variable", name=item.name), "select", item.value)
                lets.append(item)
            elif self.guarded:
                guard = self._add(template, "try")
                self._unpack(guard, self._expressions(rule, item), lets)
                self._assertion(guard, rule, number, item)
                catch = self._add(guard, "catch", errors="*")
                error = etree.SubElement(
                    catch,
                    f"{{{RUN}}}e",
                    i=str(number),
                    code=f"{{local-name-from-QName(${self.err}:code)}}",
                )
                self._add(error, "value-of", select=f"${self.err}:description")
            else:
                self._assertion(template, rule, number, item)

    def _expressions(self, rule: Rule, assertion: Assertion) -> Iterator[XPath]:
        """Yield what is worked out for *assertion*."""
        yield assertion.test
        for message in (assertion.message, *(each.message for each in self._diagnostics(assertion))):
            yield from _expressions_of(message)
        for subject in (assertion.subject, rule.subject):
            if subject is not None:
                yield subject

    def _diagnostics(self, assertion: Assertion) -> list[Diagnostic]:
        known = self.schema.diagnostics
        return [known[name] for name in assertion.diagnostics if name in known]

    def _assertion(self, parent: etree._Element, rule: Rule, number: int, assertion: Assertion) -> None:
        choose = self._add(parent, "choose")
        when = self._add(choose, "when")
        self._expression(when, "test", assertion.test)
        target = when if assertion.kind == "report" else self._add(choose, "otherwise")
        failed = etree.SubElement(target, f"{{{RUN}}}f", i=str(number))
        self._message(failed, assertion.message)
        subject = assertion.subject or rule.subject
        if subject is not None:
            self._subject(failed, subject)
        for diagnostic in self._diagnostics(assertion):
            self._message(etree.SubElement(failed, f"{{{RUN}}}d"), diagnostic.message)

    def _subject(self, parent: etree._Element, subject: XPath) -> None:
        guard = self._add(parent, "try") if self.guarded else parent
        nodes = self._add(guard, "for-each")
        self._expression(nodes, "select", subject, "({})[1][. instance of node()]")
        self._place(etree.SubElement(nodes, f"{{{RUN}}}s"), ".")
        if self.guarded:
            self._add(guard, "catch", errors="*")

    def _message(self, parent: etree._Element, message: Message) -> None:
        for part in message:
            if isinstance(part, Text):
                self._add(parent, "text").text = part.text
                continue
            guard = self._add(parent, "try") if self.guarded else parent
            value = self._add(guard, "value-of")
            if isinstance(part, NameOf):
                if part.path is None:
                    value.set("select", "name()")
                else:
                    self._expression(value, "select", part.path, "name({})")
            else:
                self._expression(value, "select", part.select)
            if self.guarded:
                self._add(self._add(guard, "catch", errors="*"), "text").text = UNKNOWN

    # ---------------------------------------------------------------- nodes

    def _number_of_node(self) -> None:
        """Write the function that gives the number of an element in the document, or that of an attribute's owner."""
        xs = self._xs
        function = self._add(self.root, "function", {"as": f"{xs}:integer"}, name=f"{self.run}:n")
        self._add(function, "param", {"as": "node()"}, name="node")
        self._add(
            function,
            "sequence",
            select=f"($node/(ancestor-or-self::*)[last()]/accumulator-before('{self.run}:n'), 0)[1]",
        )

    def _place(self, element: etree._Element, node: str) -> None:
        element.set("n", f"{{{self.run}:n({node})}}")
        attribute = self._add(element, "if", test="self::attribute()")
        name = self._add(attribute, "attribute", name="a")
        self._add(name, "value-of", select="concat('{', namespace-uri(.), '}', local-name(.))")

    # ---------------------------------------------------------------- variables and functions

    def _kept_globals(self) -> None:
        for number, let in enumerate(self.globals):
            holder = self._add(self.root, "variable", name=f"{self.run}:v{number}")
            guard = self._add(holder, "try")
            self._unpack(guard, [let.value], [], without={let.name})
            kept = self._add(guard, "sequence")
            self._expression(kept, "select", let.value, "map {{ 'value': ({}) }}")
            catch = self._add(guard, "catch", errors="*")
            self._add(
                catch,
                "sequence",
                select=f"map {{ 'code': ${self.err}:code, 'description': string(${self.err}:description) }}",
            )
            holder.set("as", "map(*)")
        unpack = self._add(self.root, "function", name=f"{self.run}:unpack")
        self._add(unpack, "param", {"as": "map(*)"}, name="kept")
        self._add(
            unpack,
            "sequence",
            select="if (exists($kept('code'))) then error($kept('code'), $kept('description')) else $kept('value')",
        )

    def _unpack(
        self, parent: etree._Element, expressions: Iterable[XPath], lets: list[Let], *, without: Collection[str] = ()
    ) -> None:
        """Declare in *parent* the variables that *expressions* use: *lets* before them, and globals but *without*."""
        wanted = {name for each in expressions for name in _VARIABLE.findall(each.text)}
        local: list[Let] = []
        for let in reversed(lets):
            if let.name in wanted:
                local.insert(0, let)
                wanted |= set(_VARIABLE.findall(let.value.text))
        for let in self.globals:
            if let.name in wanted and let.name not in without:
                self._add(
                    parent,
                    "variable",
                    name=let.name,
                    select=f"{self.run}:unpack(${self.run}:v{self.numbers[let.name]})",
                )
        for let in local:
            self._expression(self._add(parent, "variable", name=let.name), "select", let.value)

    def _function(self, function: Function) -> None:
        element = self._add(self.root, "function", name=function.name)
        if function.type:
            element.set("as", function.type)
        for param in function.params:
            declared = self._add(element, "param", name=param.name)
            if param.type:
                declared.set("as", param.type)
        if self.guarded:
            own = {param.name for param in function.params}
            self._unpack(element, _expressions_in(function.body), [], without=own)
        self._instructions(element, function.body)

    def _instructions(self, parent: etree._Element, body: Iterable[Instruction]) -> None:
        for each in body:
            match each:
                case Sequence(select):
                    self._expression(self._add(parent, "sequence"), "select", select)
                case Variable(name, type_, value):
                    element = self._add(parent, "variable", name=name)
                    if type_:
                        element.set("as", type_)
                    if isinstance(value, XPath):
                        self._expression(element, "select", value)
                    elif isinstance(value, str):
                        self._add(element, "text").text = value
                    else:
                        self._instructions(element, value)
                case Choose(branches, otherwise):
                    choose = self._add(parent, "choose")
                    for test, inner in branches:
                        when = self._add(choose, "when")
                        self._expression(when, "test", test)
                        self._instructions(when, inner)
                    if otherwise:
                        self._instructions(self._add(choose, "otherwise"), otherwise)

    # ---------------------------------------------------------------- writing

    def _add(
        self, parent: etree._Element, local: str, attributes: Mapping[str, str] | None = None, /, **more: str
    ) -> etree._Element:
        element = etree.SubElement(parent, f"{{{XSL}}}{local}")
        for name, value in (*(attributes or {}).items(), *more.items()):
            element.set(name, value)
        return element

    def _expression(self, element: etree._Element, name: str, expression: XPath, form: str = "{}") -> None:
        element.set(name, form.format(expression.text) if form != "{}" else expression.text)
        self.sources[element] = expression

    def _serialised(self) -> Translation:
        """Write a line break around each element, so that an error of the compiler can be traced to the schema."""
        literal = f"{{{XSL}}}text"
        line = 2  # after the declaration
        origins: dict[int, XPath] = {}
        for event, element in etree.iterwalk(self.root, events=("start", "end")):
            if event == "start":
                if element in self.sources:
                    origins[line] = self.sources[element]
                if element.tag != literal:
                    element.text = "\n"
                line += (element.text or "").count("\n")
            elif element is not self.root:
                element.tail = "\n"
                line += 1
        return Translation(etree.tostring(self.root, encoding="UTF-8", xml_declaration=True), origins)


def _own(prefix: str, uri: str, namespaces: dict[str, str]) -> str:
    """Declare *uri* with a prefix that the schema does not use, and return it."""
    name, number = prefix, 0
    while name in namespaces:
        number += 1
        name = f"{prefix}{number}"
    namespaces[name] = uri
    return name


def _globals(schema: Schema) -> list[Let]:
    """Return the variables of the schema and of its patterns, in order; each name may stand once."""
    found: dict[str, Let] = {}
    for let in (*schema.lets, *(let for pattern in schema.patterns for let in pattern.lets)):
        if let.name in found:
            first = found[let.name].value
            raise SchematronBroken(
                f"the variable {let.name!r} is declared twice, first in {first.source}:{first.line}",
                fix="variables of a schema and of its patterns are global: give each a name of its own",
                source=let.value.source,
                line=let.value.line,
            )
        found[let.name] = let
    _refuse_circles(found)
    return [*found.values()]


def _refuse_circles(lets: Mapping[str, Let]) -> None:
    uses = {name: [other for other in _VARIABLE.findall(let.value.text) if other in lets] for name, let in lets.items()}
    while free := [name for name, others in uses.items() if not any(other in uses for other in others)]:
        for name in free:
            del uses[name]
    if uses:
        value = lets[next(iter(uses))].value
        raise SchematronBroken(
            f"variables are worked out from each other in a circle: {', '.join(uses)}",
            fix="break the circle",
            source=value.source,
            line=value.line,
        )


def _expressions_of(message: Message) -> Iterator[XPath]:
    for part in message:
        match part:
            case ValueOf(select):
                yield select
            case NameOf(XPath() as path):
                yield path


def _expressions_in(body: Iterable[Instruction]) -> Iterator[XPath]:
    for each in body:
        match each:
            case Sequence(select):
                yield select
            case Variable(_, _, XPath() as value):
                yield value
            case Variable(_, _, tuple() as inner):
                yield from _expressions_in(inner)
            case Choose(branches, otherwise):
                for test, inner in branches:
                    yield test
                    yield from _expressions_in(inner)
                yield from _expressions_in(otherwise)


# ---------------------------------------------------------------------------------------------------------------
# What came out


def read_outcome(schema: Schema, output: bytes, document: etree._Element, *, fired: bool = True) -> Result:
    """Return what a stylesheet of ours wrote about *document* (its root, as `xml.parse` keeps it faithfully).

    *fired* False leaves the list of fired rules out, which is long.
    """
    return _Outcome(schema, document).read(xml.parse(output, faithful=True), fired)


class _Outcome:
    def __init__(self, schema: Schema, document: etree._Element) -> None:
        self.schema = schema
        self.elements: list[etree._Element] = [*document.iter("*")]
        self.locations: dict[tuple[int, str | None], str] = {}

    def read(self, run: etree._Element, fired: bool) -> Result:
        failures: list[Failure] = []
        errors: list[RuleError] = []
        taken: list[Fired] = []
        count = 0
        pattern, rule = 0, 0
        node: tuple[int, str | None] = 0, None
        for element in run.iterchildren("*"):
            kind = etree.QName(element).localname
            if kind == "r":
                count += 1
                pattern, rule, node = int(element.get("p", "")), int(element.get("r", "")), self.node(element)
                if fired:
                    taken.append(Fired(pattern, rule, self.location(*node)))
                continue
            place = Place(pattern, rule, int(element.get("i", "")))
            assertion = self.schema.patterns[pattern].rules[rule].body[place.item]
            if not isinstance(assertion, Assertion):
                raise InternalError(f"the XSLT of {self.schema.source} speaks of {place}, which is no assertion")
            if kind == "e":
                errors.append(
                    RuleError(
                        place,
                        assertion,
                        self.location(*node),
                        element.get("code", ""),
                        collapse(element.text),
                        self.line(node[0]),
                    )
                )
            else:
                failures.append(self.failure(element, place, assertion, node))
        return Result(tuple(failures), tuple(errors), count, tuple(taken) if fired else None)

    def failure(
        self, element: etree._Element, place: Place, assertion: Assertion, context: tuple[int, str | None]
    ) -> Failure:
        subject = element.find(f"{{{RUN}}}s")
        fault = context if subject is None else self.node(subject)
        texts = [collapse(each.text) for each in element.iterfind(f"{{{RUN}}}d")]
        known = [name for name in assertion.diagnostics if name in self.schema.diagnostics]
        return Failure(
            place,
            assertion,
            self.location(*context),
            collapse(element.text),
            None if subject is None or fault == context else self.location(*fault),
            self.line(fault[0]),
            self.value(*fault),
            tuple(zip(known, texts, strict=True)),
        )

    @staticmethod
    def node(element: etree._Element) -> tuple[int, str | None]:
        """Return the number of the element and the name of the attribute that *element* speaks of."""
        return int(element.get("n", "")), element.get("a")

    def location(self, number: int, attribute: str | None) -> str:
        if number == 0:
            return "/"
        key = number, attribute
        if key not in self.locations:
            self.locations[key] = location_of(self.elements[number - 1], attribute)
        return self.locations[key]

    def line(self, number: int) -> int | None:
        return self.elements[number - 1].sourceline if number else None

    def value(self, number: int, attribute: str | None) -> str | None:
        if number == 0:
            return None
        element = self.elements[number - 1]
        if attribute is not None:
            return element.get(attribute.removeprefix("{}"))
        if next(element.iterchildren("*"), None) is not None:
            return None
        return str(element.xpath("string()"))
