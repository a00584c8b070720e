"""Functions that a rule file declares: one Python function per function and types of its arguments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from einvoice.schematron import schema as sch
from einvoice.schematron.compiler.base import Base, Builder, Scope
from einvoice.schematron.compiler.casts import as_declared, declared_type
from einvoice.schematron.compiler.values import Unsupported, Value
from einvoice.schematron.xpath import Call


class Declared(Base):
    """Calls and bodies of declared functions; the expressions in them are compiled by `value` and `truth`."""

    def call_declared(self, expr: Call, scope: Scope) -> Value:
        """Return the value of a call, after compiling the function for such arguments when it is the first."""
        function = self.declared[expr.name, len(expr.arguments)]
        values = [
            self._as_declared(self.value(argument, scope), param.type)
            for argument, param in zip(expr.arguments, function.params, strict=True)
        ]
        if any(value.branches is not None for value in values):
            raise Unsupported("a choice of types as argument")
        signature = (
            f"{expr.name}/{len(values)}",
            tuple((value.type, value.card, value.ordered, value.loose, value.constant) for value in values),
        )
        arguments = ", ".join(["D", *(value.src for value in values)])
        if signature not in self.functions:
            name = self.function_names.setdefault(signature, f"f{len(self.function_names)}")
            self.functions[signature] = None
            try:
                self.functions[signature] = self._function(name, function, values)
            except Unsupported:
                self.functions[signature] = Value("", "unsupported", "1")
                raise
        known = self.functions[signature]
        if known is None:  # being compiled: recursion
            if not self.trusted:
                raise Unsupported("recursion")
            declared = declared_type(function.type)
            if declared is None:
                raise Unsupported("recursion without a declared type")
            return Value(f"{self.function_names[signature]}({arguments})", *declared)
        if known.type == "unsupported":
            raise Unsupported(f"{function.name} is not compiled")
        return replace(known, src=f"{known.src}({arguments})")

    def _function(self, name: str, function: sch.Function, arguments: Sequence[Value]) -> Value:
        """Write a function for *arguments*; return its name with what is known of its result."""
        builder = Builder(self, "call")
        scope = Scope(builder)
        names = [f"a{index}" for index in range(len(arguments))]
        for local, param, value in zip(names, function.params, arguments, strict=True):
            scope.bind(param.name, replace(value, src=local, strict=None))
        body, result = self._body(function.body, scope, function.type, "    ")
        self.lines += [f"def {name}({', '.join(['D', *names])}):", *builder.head(), *body, ""]
        code = "\n".join([*builder.head(), *body])
        if not re.search(r"\bD[.\[]", code) and set(re.findall(r"\bf\d+(?=\()", code)) <= {*self.pure, name}:
            self.pure.add(name)  # it depends on its arguments alone
            if all(value.type in ("str", "u") and value.card == "1" for value in arguments):
                self.lines[-1:] = [f"{name} = remembered({name})", ""]
        return replace(result, src=name, constant=None, strict=None)

    def _body(
        self, body: Sequence[sch.Instruction], scope: Scope, declared: str | None, indent: str
    ) -> tuple[list[str], Value]:
        """Return the lines of instructions, the last of which returns, and what is known of the result."""
        lines: list[str] = []
        result: Value | None = None
        for instruction in body:
            if result is not None:
                raise Unsupported("a function of several values")
            if isinstance(instruction, sch.Variable):
                value = self._variable_value(instruction, scope, indent)
                local = scope.function.temporary("v")
                lines.append(f"{indent}{local} = {value.src}")
                if value.branches is not None:
                    raise Unsupported("a variable of several types")
                scope.bind(instruction.name, replace(value, src=local))
            elif isinstance(instruction, sch.Sequence):
                result = self._as_declared(self.value(self.parser.parse(instruction.select), scope), declared)
                if result.branches is not None:
                    raise Unsupported("a result of several types")
                lines.append(f"{indent}return {result.src}")
            else:
                made, result = self._choose(instruction, scope, declared, indent)
                lines += made
        if result is None:
            raise Unsupported("a function without a value")
        return lines, result

    def _variable_value(self, variable: sch.Variable, scope: Scope, indent: str) -> Value:
        if isinstance(variable.value, str):
            return Value(repr(variable.value), "str", "1", variable.value)
        if isinstance(variable.value, tuple):
            lines, value = self._body(variable.value, scope, variable.type, indent)
            if len(lines) != 1:
                raise Unsupported("instructions in a variable")
            value = replace(value, src=lines[0].strip().removeprefix("return "))
        else:
            value = self.value(self.parser.parse(variable.value), scope)
        return self._as_declared(value, variable.type)

    def _choose(
        self, instruction: sch.Choose, scope: Scope, declared: str | None, indent: str
    ) -> tuple[list[str], Value]:
        """Return the lines of ``xsl:choose`` or ``xsl:if``, and what is known of the result."""
        lines: list[str] = []
        results: list[Value] = []
        for test, body in instruction.branches:
            lines.append(f"{indent}if {self.truth(self.parser.parse(test), scope)}:")
            inner, value = self._body(body, scope, declared, indent + "    ")
            lines += inner
            results.append(value)
        inner, value = self._body(instruction.otherwise, scope, declared, indent)
        lines += inner
        results.append(value)
        if len({(each.type, each.card) for each in results}) != 1:
            raise Unsupported("branches of several types")
        ordered, loose = all(each.ordered for each in results), any(each.loose for each in results)
        return lines, replace(results[0], constant=None, ordered=ordered, strict=None, loose=loose)

    def _as_declared(self, value: Value, declared: str | None) -> Value:
        """Return *value* by the function conversion rules for the type *declared*."""
        if declared is None:
            return value
        if value.branches is not None:
            condition, then, otherwise = value.branches
            return self.either(condition, self._as_declared(then, declared), self._as_declared(otherwise, declared))
        return as_declared(value, declared)
