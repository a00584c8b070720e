"""Calls of the functions of XPath."""

from __future__ import annotations

from einvoice.schematron.compiler.base import Scope
from einvoice.schematron.compiler.declared import Declared
from einvoice.schematron.compiler.forms import atoms, items, never_none, number, only, owner_and_key, single, string
from einvoice.schematron.compiler.values import NODES, NUMBERS, Unsupported, Value
from einvoice.schematron.runtime import regex
from einvoice.schematron.values import DynamicError
from einvoice.schematron.xpath import Call, NodeTest, Root, Slash, Step


class Calls(Declared):
    """Calls: each function of XPath is the method ``_fn_…`` of its name; the arguments are compiled by `value`.

    Calls of declared functions go to `Declared`.
    """

    def call(self, expr: Call, scope: Scope) -> Value:
        """Return the value of a call."""
        if expr.name.startswith("{"):
            return self.call_declared(expr, scope)
        if expr.name in ("not", "boolean", "exists", "empty"):
            return Value(self.truth(expr, scope), "bool", "1")
        if expr == Call("local-name", (Slash(Root(), Step("child", NodeTest("element"))),)):
            return Value("D.name", "str", "1")
        if expr.name in ("name", "local-name") and self.telling:
            return self._name(expr, scope)
        values = [self.value(argument, scope) for argument in expr.arguments]
        if not values and expr.name in ("normalize-space", "string", "number", "string-length"):
            values = [scope.context()]
        method = getattr(self, "_fn_" + expr.name.replace("-", "_"), None)
        if method is None:
            raise Unsupported(f"{expr.name}()")
        found = method(*values)
        assert isinstance(found, Value)
        return found

    def _name(self, expr: Call, scope: Scope) -> Value:
        of = self.value(expr.arguments[0], scope) if expr.arguments else scope.item
        if of is None or of.type != "elem":
            raise Unsupported(f"{expr.name}()")
        asked = "name_of" if expr.name == "name" else "local_name_of"
        if of.card == "1":
            return Value(f"D.{asked}({of.src})", "str", "1")
        return Value(f"''.join([D.{asked}(z) for z in optional({only(of)})])", "str", "1")

    # ---------------------------------------------------------------- texts

    def _fn_normalize_space(self, value: Value) -> Value:
        look = owner_and_key(value.src) if value.type == "elem" and value.card == "m" else None
        if look is not None:
            return Value(f"normal_kid({', '.join(look)})", "str", "1")
        src, kind = single(value)
        if kind == "empty":
            return Value("''", "str", "1", "")
        if kind not in ("u", "str"):
            raise Unsupported("normalize-space of another type")
        return Value(f"normalize({src})", "str", "1")

    def _fn_string(self, value: Value) -> Value:
        src, kind = single(value)
        if kind in ("u", "str"):
            return Value(string(value), "str", "1")
        if kind == "int" and value.card == "1":
            return Value(f"str({src})", "str", "1")
        if kind in ("int", "dec"):
            return Value(f"decimal_text{'' if value.card == '1' else '_or_nothing'}({src})", "str", "1")
        if kind == "dbl" and value.card == "1":
            return Value(f"double_text({src})", "str", "1")
        raise Unsupported(f"string of {kind}")

    def _fn_string_length(self, value: Value) -> Value:
        return Value(f"len({string(value)})", "int", "1")

    def _fn_upper_case(self, value: Value) -> Value:
        return Value(f"{string(value)}.upper()", "str", "1")

    def _fn_lower_case(self, value: Value) -> Value:
        return Value(f"{string(value)}.lower()", "str", "1")

    def _fn_concat(self, *values: Value) -> Value:
        parts = [
            f"str({value.src})" if value.card == "1" and single(value)[1] == "int" else string(value)
            for value in values
        ]
        return Value("(" + " + ".join(parts) + ")", "str", "1")

    def _fn_contains(self, value: Value, part: Value) -> Value:
        return Value(f"({string(part)} in {string(value)})", "bool", "1")

    def _fn_starts_with(self, value: Value, part: Value) -> Value:
        return Value(f"{string(value)}.startswith({string(part)})", "bool", "1")

    def _fn_ends_with(self, value: Value, part: Value) -> Value:
        return Value(f"{string(value)}.endswith({string(part)})", "bool", "1")

    def _fn_substring_after(self, value: Value, part: Value) -> Value:
        return Value(f"after({string(value)}, {string(part)})", "str", "1")

    def _fn_substring_before(self, value: Value, part: Value) -> Value:
        return Value(f"before({string(value)}, {string(part)})", "str", "1")

    def _fn_substring(self, value: Value, *bounds: Value) -> Value:
        arguments = [string(value)]
        for each in bounds:
            src, kind = single(each)
            if kind != "int" or each.card != "1":
                raise Unsupported("substring by another type")
            arguments.append(src)
        return Value(f"substring({', '.join(arguments)})", "str", "1")

    def _fn_translate(self, value: Value, old: Value, new: Value) -> Value:
        return Value(f"translate({string(value)}, {string(old)}, {string(new)})", "str", "1")

    def _fn_string_join(self, value: Value, separator: Value) -> Value:
        src, kind = atoms(self.in_order(value))
        if kind not in ("u", "str"):
            raise Unsupported("string-join")
        if not self.trusted:
            return Value(f"joined({string(separator)}, {src})", "str", "1")
        return Value(f"{string(separator)}.join({src})", "str", "1")

    def _fn_string_to_codepoints(self, value: Value) -> Value:
        return Value(f"[ord(z) for z in {string(value)}]", "int", "*")

    def _fn_codepoints_to_string(self, value: Value) -> Value:
        src, kind = atoms(value)
        if kind != "int":
            raise Unsupported("codepoints-to-string")
        return Value(f"''.join([letter(z) for z in {src}])", "str", "1")

    # ---------------------------------------------------------------- regular expressions

    def _regex(self, pattern: Value, flags: Value | None) -> str:
        """Return the name of the constant of a regular expression."""
        if not isinstance(pattern.constant, str) or (flags is not None and not isinstance(flags.constant, str)):
            raise Unsupported("a computed regular expression")
        letters = "" if flags is None else str(flags.constant)
        try:
            _ = regex(pattern.constant, letters).compiled
        except DynamicError as error:
            raise Unsupported(f"the regular expression {pattern.constant}") from error
        return self.constant(f"regex({pattern.constant!r}, {letters!r})")

    def _fn_matches(self, value: Value, pattern: Value, flags: Value | None = None) -> Value:
        return Value(f"({self._regex(pattern, flags)}.search({string(value)}) is not None)", "bool", "1")

    def _fn_tokenize(self, value: Value, pattern: Value, flags: Value | None = None) -> Value:
        return Value(f"tokens({string(value)}, {self._regex(pattern, flags)})", "str", "*")

    def _fn_replace(self, value: Value, pattern: Value, new: Value, flags: Value | None = None) -> Value:
        if not isinstance(new.constant, str) or "$" in new.constant or "\\" in new.constant:
            raise Unsupported("a replacement with references")
        return Value(f"replaced({string(value)}, {self._regex(pattern, flags)}, {new.src})", "str", "1")

    # ---------------------------------------------------------------- numbers

    def _fn_count(self, value: Value) -> Value:
        return Value("1" if value.card == "1" else f"len({items(value)})", "int", "1")

    def _fn_sum(self, value: Value) -> Value:
        if value.branches is not None:
            raise Unsupported("a choice of types")
        src, kind = atoms(value)
        if kind == "u":
            # The sum of nothing is the integer 0, which compares and computes as the double 0 does.
            src, _ = atoms(self.in_order(value))
            return Value(f"double_sum([double(z) for z in {src}])", "dbl", "1")
        if kind in ("int", "dec"):
            return Value(f"sum({src})", kind, "1")
        if kind == "empty":
            return Value("0", "int", "1", 0)
        raise Unsupported("a sum of doubles" if kind == "dbl" and value.ordered else f"a sum of {kind}")

    def _fn_abs(self, value: Value) -> Value:
        src, kind = number(value)
        return Value(f"absolute({src})", kind, "1" if never_none(value) else "?")

    def _fn_round(self, value: Value) -> Value:
        src, kind = number(value)
        if kind == "dbl":
            raise Unsupported("round of a double")
        return Value(f"round_decimal({src})", kind, "1" if never_none(value) else "?")

    def _fn_number(self, value: Value) -> Value:
        src, kind = single(value)
        if kind in ("u", "str"):
            return Value(f"number({src})", "dbl", "1")
        if kind in NUMBERS and value.card == "1":
            return Value(f"as_double({src})", "dbl", "1")
        raise Unsupported(f"number of {kind}")

    def _fn_max(self, value: Value) -> Value:
        return _extreme("max", value)

    def _fn_min(self, value: Value) -> Value:
        return _extreme("min", value)

    # ---------------------------------------------------------------- sequences

    def _fn_subsequence(self, value: Value, start: Value, length: Value | None = None) -> Value:
        if value.branches is not None or not isinstance(start.constant, int) or start.constant < 1:
            raise Unsupported("subsequence")
        first, last = start.constant - 1, ""
        if length is not None:
            if not isinstance(length.constant, int) or length.constant < 0:
                raise Unsupported("subsequence")
            last = str(first + int(length.constant))
        value = self.in_order(value)
        return Value(f"list({items(value)})[{first}:{last}]", value.type, "*", loose=value.loose)

    def _fn_reverse(self, value: Value) -> Value:
        if value.branches is not None:
            raise Unsupported("reverse")
        value = self.in_order(value)
        return Value(f"list({items(value)})[::-1]", value.type, "*", loose=value.type in NODES)

    def _fn_distinct_values(self, value: Value) -> Value:
        src, kind = atoms(value)
        if kind not in ("u", "str", "int", "dec"):
            raise Unsupported("distinct-values")
        return Value(f"list(dict.fromkeys({src}))", kind, "*", ordered=value.ordered)

    def _fn_data(self, value: Value) -> Value:
        src, kind = atoms(value)
        return Value(src, kind, "*", ordered=value.ordered)

    def _fn_exactly_one(self, value: Value) -> Value:
        if value.branches is not None:
            raise Unsupported("exactly-one")
        return Value(f"exactly({items(value)})", value.type, "1")

    def _fn_zero_or_one(self, value: Value) -> Value:
        if value.branches is not None:
            raise Unsupported("zero-or-one")
        return Value(f"one({items(value)})", value.type, "?")


def _extreme(name: str, value: Value) -> Value:
    src, kind = atoms(value)
    if kind not in ("int", "dec"):
        raise Unsupported(name)
    return Value(f"{name}({src}, default=None)", kind, "?")
