"""Which errors of XPath are met, and which nodes a context takes: each case is one where engines may differ.

What is written here is what Saxon says; `test_saxon_says_the_same` asks it again.  See the text of `exact.py`.
"""

import pytest
from tests.schematron import saxon_says
from tests.schematron.cases import XS, XSL, check, pattern, read_text, rule

from einvoice import xml
from einvoice.schematron.exact import DynamicError, Exact
from einvoice.schematron.result import Place

DECLARED = """
<xsl:function name="u:pos" as="xs:boolean"><xsl:param name="n" as="xs:decimal"/>
  <xsl:sequence select="$n &gt; 0"/></xsl:function>
<xsl:function name="u:any" as="xs:boolean"><xsl:param name="v"/>
  <xsl:sequence select="exists($v)"/></xsl:function>
<xsl:function name="u:first"><xsl:param name="one"/><xsl:param name="two"/>
  <xsl:sequence select="if ($one = 1) then $one else $two"/></xsl:function>
<xsl:function name="u:decimal" as="xs:decimal"><xsl:param name="v" as="xs:decimal"/>
  <xsl:sequence select="$v"/></xsl:function>
<xsl:function name="u:list"><xsl:param name="v"/>
  <xsl:sequence select="for $x in $v return xs:decimal($x)"/></xsl:function>
<xsl:function name="u:choose"><xsl:param name="v"/>
  <xsl:choose><xsl:when test="xs:decimal($v) = 1"><xsl:sequence select="1"/></xsl:when>
  <xsl:otherwise><xsl:sequence select="2"/></xsl:otherwise></xsl:choose></xsl:function>
<xsl:function name="u:count" as="xs:integer"><xsl:param name="v"/>
  <xsl:sequence select="$v"/></xsl:function>
<xsl:function name="u:down" as="xs:integer"><xsl:param name="n" as="xs:integer"/>
  <xsl:sequence select="if ($n = 0) then 0 else 1 + u:down($n - 1)"/></xsl:function>
""".replace("<xsl:function ", f'<xsl:function xmlns:xsl="{XSL}" xmlns:xs="{XS}" xmlns:u="urn:u" ')
WRONG = "xs:decimal('wrong')"

CASES = [
    (
        "laziness",
        "<r><a>1</a><a>S</a><b>x</b></r>",
        [
            ("exists_stops_at_the_first_item", "exists(a/xs:decimal(.))", "true"),
            ("empty_stops_at_the_first_item", "empty(a/xs:decimal(.))", "false"),
            ("truth_stops_at_the_first_node", "a[xs:decimal(.) > 0]", "true"),
            ("equality_stops_at_the_first_hit", "a = 1", "true"),
            ("equality_meets_what_comes_before_the_hit", "a = 2", "error"),
            ("some_stops_at_the_first_hit", "some $x in a satisfies xs:decimal($x) = 1", "true"),
            ("every_stops_at_the_first_miss", "every $x in a satisfies xs:decimal($x) = 2", "false"),
            ("every_goes_on_while_it_is_true", "every $x in a satisfies xs:decimal($x) = 1", "error"),
            ("first_of_a_sequence", "(a/xs:decimal(.))[1] = 1", "true"),
            ("second_of_a_sequence", "(a/xs:decimal(.))[2] = 1", "error"),
            ("first_of_a_path_is_sought_in_order", "(//*/xs:decimal(.))[1] = 1", "error"),
            ("count_takes_everything", "count(a/xs:decimal(.)) > 0", "error"),
            ("position_less_than_stops", "exists((a/xs:decimal(.))[position() < 2])", "true"),
            ("range_has_no_items_before_they_are_asked", "exists(1 to xs:integer(a[1]))", "true"),
        ],
    ),
    (
        "and_or",
        "<r><a>1</a><b>x</b><c>0</c></r>",
        [
            ("and_decided_by_the_right", "xs:decimal(b) = 1 and c = 1", "false"),
            ("and_decided_by_the_left", "c = 1 and xs:decimal(b) = 1", "false"),
            ("and_not_decided_left", "xs:decimal(b) = 1 and c = 0", "error"),
            ("and_not_decided_right", "c = 0 and xs:decimal(b) = 1", "error"),
            ("or_decided_by_the_right", "xs:decimal(b) = 1 or c = 0", "true"),
            ("or_decided_by_the_left", "c = 0 or xs:decimal(b) = 1", "true"),
            ("or_not_decided_left", "xs:decimal(b) = 1 or c = 1", "error"),
            ("or_not_decided_right", "c = 1 or xs:decimal(b) = 1", "error"),
            ("and_with_a_declared_function_asks_left_first", "xs:decimal(b) = 1 and u:pos(-1)", "error"),
            ("and_with_a_declared_function_on_the_left", "u:pos(-1) and xs:decimal(b) = 1", "false"),
            (
                "and_with_a_declared_function_in_a_loop",
                "some $x in a satisfies (xs:decimal(concat($x, ../b)) = 1 and u:pos(-1))",
                "false",
            ),
            ("if_asks_its_condition", "if (xs:decimal(b) = 1) then true() else true()", "error"),
            ("if_leaves_the_other_branch", "if (c = 0) then true() else xs:decimal(b) = 1", "true"),
            ("predicates_stand_one_after_the_other", "a[xs:decimal(../b) = 1][false()]", "false"),
            ("predicates_joined_by_and", "a[xs:decimal(../b) = 1 and . = 2]", "false"),
        ],
    ),
    (
        "comparison_order",
        "<r><a>1</a><a>S</a><b>x</b><n>NaN</n></r>",
        [
            ("one_with_one_left_first", "xs:decimal(b) = xs:decimal(z)", "error"),
            ("one_with_one_nothing_on_the_left", "xs:decimal(z) = xs:decimal(b)", "false"),
            ("value_comparison_nothing_on_the_left", "xs:decimal(z) eq xs:decimal(b)", "false"),
            ("value_comparison_nothing_on_the_right", "xs:decimal(b) eq xs:decimal(z)", "error"),
            ("several_with_one_the_one_first", "a/xs:decimal(.) = xs:decimal(b)", "error"),
            ("several_with_nothing", "a[2]/xs:decimal(.) = xs:decimal(z)", "error"),
            ("nothing_with_one", "z = xs:decimal(b)", "error"),
            ("nothing_with_one_of_a_path", "z/y = xs:decimal(b)", "error"),
            ("several_with_not_a_number", "a[2]/xs:decimal(.) = number(n)", "error"),
            ("several_with_several_in_turn", "(1, 2) = a/xs:decimal(.)", "true"),
            ("several_with_several_that_do_not_match", "(3, 4) = a/xs:decimal(.)", "error"),
            ("ordered_several_with_one", "a/xs:decimal(.) >= 1", "true"),
            ("ordered_several_with_several_takes_all", "(0, 5) < a/xs:decimal(.)", "error"),
            ("ordered_untyped_with_several", "(0, 5) < a", "error"),
            ("arithmetic_nothing_on_the_left", "z + xs:decimal(b) = 1", "false"),
            ("arithmetic_nothing_on_the_right", "xs:decimal(b) + z = 1", "error"),
            ("node_comparison_nothing_on_the_left", "z is b[xs:decimal(.) = 1]", "error"),
            ("range_bounds_are_asked_when_there_is_something", "z = (1 to xs:integer(b))", "false"),
            ("range_bounds_in_an_ordered_comparison", "z < (1 to xs:integer(b))", "false"),
            ("functions_give_their_items_one_by_one", "u:list((a, b)) = 1", "true"),
            ("condition_in_a_function_comes_first", "u:choose(b) = xs:decimal(z)", "error"),
            ("sum_of_nothing_sure", "sum(a) = 1", "error"),
        ],
    ),
    (
        "untyped_and_numbers",
        "<r><a>-0.0</a><b>0</b><c>abc</c><d>10</d><e> 5 </e></r>",
        [
            ("minus_zero_is_less_than_zero", "a < 0", "true"),
            ("minus_zero_is_not_zero", "a = 0", "false"),
            ("minus_zero_as_a_number", "number(a) = 0", "true"),
            ("minus_zero_as_a_decimal", "xs:decimal(a) = 0", "true"),
            ("decimal_zero_is_not_minus_zero", "xs:decimal(a) = a", "false"),
            ("untyped_with_untyped_are_strings", "d < e", "false"),
            ("untyped_with_a_number", "d > 9", "true"),
            ("untyped_with_a_string", "d > '9'", "false"),
            ("untyped_with_a_boolean", "b = false()", "true"),
            ("untyped_that_is_no_number", "c = 1", "error"),
            ("untyped_that_is_no_number_is_not_reached", "(b, c) = 0", "true"),
            ("white_space_around_a_number", "e = 5", "true"),
            ("white_space_around_a_string", "e = '5'", "false"),
        ],
    ),
    (
        "unions",
        "<r><a>1</a><b>x</b><c/></r>",
        [
            ("exists_of_a_union_of_other_names", "exists(a | b[xs:decimal(.) = 1])", "true"),
            ("exists_of_a_union_the_error_first", "exists(b[xs:decimal(.) = 1] | a)", "error"),
            ("truth_of_a_union_the_error_first", "b[xs:decimal(.) = 1] | a", "error"),
            ("exists_of_a_union_of_the_same_name", "exists(a[xs:decimal(../b) = 1] | a)", "true"),
            ("exists_of_a_union_of_unknown_names", "exists(*[xs:decimal(.) = 7] | a)", "true"),
            ("union_of_predicates_is_or", "count(a[xs:decimal(../b) = 1] | a[. = 1]) = 1", "true"),
            ("count_of_a_union", "count(a | b[xs:decimal(.) = 1]) = 1", "error"),
            ("intersect_of_other_names_is_empty", "exists(a intersect b[xs:decimal(.) = 1])", "false"),
            ("except_of_other_names", "exists(a except b[xs:decimal(.) = 1])", "true"),
            ("intersect_of_the_same_name", "exists(b[xs:decimal(.) = 1] intersect b)", "error"),
            ("equality_with_a_union", "(a | b) = 1", "true"),
        ],
    ),
    (
        "what_is_never_empty",
        "<r><a>1</a><b>x</b></r>",
        [
            ("exists_of_a_string", "exists(string(b))", "true"),
            ("exists_of_a_count", "exists(count(b[xs:decimal(.) = 1]))", "true"),
            ("exists_of_concat", "exists(concat(b, xs:decimal(b)))", "true"),
            ("exists_of_a_cast", "exists(xs:decimal(b))", "error"),
            ("exists_of_a_cast_of_nothing", "exists(xs:decimal(z))", "false"),
            ("empty_of_normalize_space", "empty(normalize-space(xs:decimal(b)))", "false"),
            ("exists_of_number", "exists(number(xs:decimal(b)))", "true"),
        ],
    ),
    (
        "paths",
        "<r><x><y>1</y></x><x><v>S</v></x><b>x</b></r>",
        [
            ("descendants_that_have_no_child", "descendant::x[xs:decimal(v) > 0]/y", "false"),
            ("descendants_from_the_root", "//x[xs:decimal(v) > 0]/y", "error"),
            ("descendants_with_an_error_before_the_hit", "//x[xs:decimal(v) > 0]", "error"),
            ("children_of_a_filter", "x[xs:decimal(v) > 0]/y", "error"),
            ("last_child_has_no_sibling_behind", "x[last()][xs:decimal(v) > 0]", "error"),
            ("path_of_an_attribute_has_no_children", "exists(@p/z)", "false"),
        ],
    ),
    (
        "shortcuts",
        "<r><a>1</a><b>x</b><n>NaN</n></r>",
        [
            ("substring_of_nothing", "substring(z, xs:decimal(b)) = ''", "true"),
            ("substring_of_something", "substring(a, xs:decimal(b)) = ''", "error"),
            ("translate_of_nothing", "translate(z, string(xs:decimal(b)), 'x') = ''", "true"),
            ("translate_of_an_empty_text", "translate('', string(xs:decimal(b)), 'x') = ''", "true"),
            ("round_half_to_even_of_nothing", "empty(round-half-to-even(z, xs:integer(b)))", "true"),
            ("contains_of_nothing", "contains(z, string(xs:decimal(b)))", "error"),
            ("concat_takes_everything", "concat(z, xs:decimal(b)) = ''", "error"),
            ("string_join_of_one_leaves_the_separator", "string-join(a[1], string(xs:decimal(b))) = '1'", "true"),
            (
                "string_join_of_several_asks_for_the_separator",
                "string-join((a, a), string(xs:decimal(b))) = '1'",
                "error",
            ),
            ("string_join_without_separator", "string-join((a, a), z) = '11'", "error"),
            ("max_ends_at_not_a_number", "string(max((number(n), xs:decimal(b)))) = 'NaN'", "true"),
            ("avg_ends_at_not_a_number", "string(avg((number(n), xs:decimal(b)))) = 'NaN'", "true"),
            ("sum_goes_on_after_not_a_number", "string(sum((number(n), xs:decimal(b)))) = 'NaN'", "error"),
            ("sum_asks_for_its_zero", "sum(a, xs:decimal(b)) = 1", "error"),
            ("min_of_text", "min(b) = 'x'", "error"),
        ],
    ),
    (
        "constants",
        "<r><a>1</a><b>x</b></r>",
        [
            ("false_and", "false() and xs:decimal(b) = 1", "false"),
            ("and_false", "xs:decimal(b) = 1 and false()", "false"),
            ("or_true", "xs:decimal(b) = 1 or true()", "true"),
            ("nothing_is_compared", "() = xs:decimal(b)", "false"),
            ("compared_with_nothing", "xs:decimal(b) = ()", "false"),
            ("quantifier_over_nothing", "some $x in () satisfies xs:decimal(b) = 1", "false"),
            ("quantifier_with_a_constant", "some $x in a/xs:decimal(../b) satisfies false()", "false"),
            ("filter_that_is_false", "exists(b[xs:decimal(.) = 1][false()])", "false"),
            ("literals_are_compared_when_the_rules_are_read", "(1, 2) = (2, 3) or xs:decimal(b) = 1", "true"),
            ("not_of_nothing", "not(()) or xs:decimal(b) = 1", "true"),
        ],
    ),
    (
        "predicates",
        "<r><a>1</a><a>S</a><b>x</b><c>2</c></r>",
        [
            ("predicate_of_places_and_more", "exists(a[position() = 1 and xs:decimal(.) = 1])", "true"),
            ("predicate_of_more_and_places", "exists(a[xs:decimal(.) = 1 and position() = 1])", "true"),
            ("predicate_that_is_the_same_for_every_node", "exists(b[//a >= 1])", "true"),
            ("predicate_with_the_extreme_of_what_is_the_same", "exists(b[//a >= string-length(.)])", "error"),
            ("predicate_of_nothing_is_not_asked", "exists(z[xs:decimal(../b) = 1])", "false"),
            ("place_behind_a_filter", "exists(a[xs:decimal(.) = 1][1])", "true"),
            ("place_two_behind_a_filter", "exists(a[xs:decimal(.) > 0][2])", "error"),
            ("last_behind_a_filter", "exists(a[xs:decimal(.) > 0][last()])", "error"),
        ],
    ),
    (
        "functions_and_variables",
        "<r><a>1</a><a>S</a><b>x</b></r>",
        [
            ("argument_that_is_not_used", "u:first(1, xs:decimal(b)) = 1", "true"),
            ("argument_that_is_used", "u:first(xs:decimal(b), 1) = 1", "error"),
            ("argument_that_is_converted", "u:decimal(b) = 1", "error"),
            ("argument_of_several_where_one_is_wanted", "u:decimal(a) = 1", "error"),
            ("argument_of_nothing_where_one_is_wanted", "u:decimal(z) = 1", "error"),
            ("argument_used_for_its_existence", "u:any(a/xs:decimal(.))", "true"),
            ("argument_with_a_declared_function_is_asked_first", "u:first(1, u:decimal(b)) = 1", "error"),
            ("argument_with_position_is_asked_first", "u:first(1, xs:decimal(b) + position()) = 1", "error"),
            ("argument_that_lists_a_constant_is_asked_first", "u:first(1, (xs:decimal(b), 0)) = 1", "error"),
            ("global_variable_that_is_not_used", "true()", "true"),
            ("global_variable_that_is_an_error", "$wrong = 1", "error"),
            ("global_variable_behind_a_decision", "a = 1 or $wrong = 1", "true"),
            ("recursion", "u:down(60) = 60", "true"),
            ("result_of_the_wrong_kind", "u:count(b) = 1", "error"),
            ("result_is_a_number_of_text", "u:count(a[1]) = 1", "true"),
        ],
    ),
    (
        "steps_backwards",
        "<r><c>1</c><c>2</c><c>3</c><d/></r>",
        [
            ("filter_of_a_step_backwards_counts_forwards", "d[(preceding-sibling::c)[1] = '1']", "true"),
            ("filter_of_a_step_backwards_and_the_last", "d[(preceding-sibling::c)[last()] = '3']", "true"),
            ("predicate_of_a_step_backwards", "d[preceding-sibling::c[1] = '3']", "true"),
            ("predicate_within_a_filter", "d[(preceding-sibling::c[position() < 3])[1] = '2']", "true"),
            ("result_is_in_document_order", "string-join(d/preceding-sibling::c, '') = '123'", "true"),
        ],
    ),
    (
        "values_in_order",
        "<r><c>1</c><e><d><c>2</c></d><c>3</c></e><b>true</b></r>",
        [
            ("distinct_values_in_document_order", "string-join(distinct-values(//c/..), '/') = '123true/23/2'", "true"),
            ("reverse_is_dropped_where_order_does_not_matter", "reverse((1, xs:decimal(b))) = 1", "true"),
            ("reverse_is_kept_elsewhere", "count(reverse(b/xs:decimal(.))) = 1", "error"),
            ("castable_looks_at_two", "(c, e/c, b[xs:decimal(.) = 1]) castable as xs:decimal", "false"),
            ("variable_with_the_extreme", "exists(c[$wrong >= 0])", "error"),
            ("path_with_the_extreme_of_the_same", "exists(c[(//c, //b) >= 0])", "true"),
            ("nodes_of_any_kind_are_not_known_to_differ", "exists(e[xs:decimal(b) = 1]//node() intersect @k)", "false"),
            ("nodes_of_another_kind_are_known_to_differ", "exists(e[xs:decimal(../b) = 1]/c intersect @k)", "false"),
        ],
    ),
]
FLAT = [
    (f"{subject}-{name}", document, test, outcome)
    for subject, document, group in CASES
    for name, test, outcome in group
]

NODES = '<r><a p="S">S</a><a p="1" q="2">3</a><b>S</b><c><a p="0">S</a></c></r>'
CONTEXTS = [
    ("name", ["a"], [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")]),
    ("child_of_the_root_element", ["/r/a"], [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]")]),
    ("anywhere", ["//a"], [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")]),
    (
        "anything",
        ["*"],
        [
            (0, "/r[1]"),
            (0, "/r[1]/a[1]"),
            (0, "/r[1]/a[2]"),
            (0, "/r[1]/b[1]"),
            (0, "/r[1]/c[1]"),
            (0, "/r[1]/c[1]/a[1]"),
        ],
    ),
    ("document_node", ["/"], [(0, "/")]),
    ("document_node_or_element", ["/ | b"], [(0, "/"), (0, "/r[1]/b[1]")]),
    ("attribute", ["@p"], [(0, "/r[1]/a[1]/@p"), (0, "/r[1]/a[2]/@p"), (0, "/r[1]/c[1]/a[1]/@p")]),
    (
        "any_attribute",
        ["@*"],
        [(0, "/r[1]/a[1]/@p"), (0, "/r[1]/a[2]/@p"), (0, "/r[1]/a[2]/@q"), (0, "/r[1]/c[1]/a[1]/@p")],
    ),
    ("attribute_of_an_element", ["a/@p"], [(0, "/r[1]/a[1]/@p"), (0, "/r[1]/a[2]/@p"), (0, "/r[1]/c[1]/a[1]/@p")]),
    ("attribute_below", ["r//@p"], [(0, "/r[1]/a[1]/@p"), (0, "/r[1]/a[2]/@p"), (0, "/r[1]/c[1]/a[1]/@p")]),
    ("text_is_never_visited", ["text()"], []),
    (
        "nodes_are_elements_here",
        ["node()"],
        [
            (0, "/r[1]"),
            (0, "/r[1]/a[1]"),
            (0, "/r[1]/a[2]"),
            (0, "/r[1]/b[1]"),
            (0, "/r[1]/c[1]"),
            (0, "/r[1]/c[1]/a[1]"),
        ],
    ),
    ("union", ["a | b"], [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]"), (0, "/r[1]/b[1]"), (0, "/r[1]/c[1]/a[1]")]),
    ("union_in_brackets", ["(a | b)[@p]"], [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")]),
    ("union_of_paths", ["c/a | r/b"], [(0, "/r[1]/b[1]"), (0, "/r[1]/c[1]/a[1]")]),
    ("predicate_on_the_parent", ["r[b]/a"], [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]")]),
    ("predicate_on_an_ancestor", ["r[b]//a[not(@p)]"], []),
    ("predicate_with_a_path_from_the_root", ["a[//b = .]"], [(0, "/r[1]/a[1]"), (0, "/r[1]/c[1]/a[1]")]),
    ("place_one", ["a[1]"], [(0, "/r[1]/a[1]"), (0, "/r[1]/c[1]/a[1]")]),
    ("place_two", ["a[2]"], [(0, "/r[1]/a[2]")]),
    ("place_by_position", ["a[position() > 1]"], [(0, "/r[1]/a[2]")]),
    ("place_from_the_end", ["a[last()]"], [(0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")]),
    ("place_behind_a_predicate", ["a[@p][2]"], [(0, "/r[1]/a[2]")]),
    ("place_before_a_predicate", ["a[2][@p]"], [(0, "/r[1]/a[2]")]),
    ("place_anywhere", ["//a[1]"], [(0, "/r[1]/a[1]"), (0, "/r[1]/c[1]/a[1]")]),
    ("place_of_any_element", ["*[2]"], [(0, "/r[1]/a[2]")]),
    ("place_of_an_attribute", ["@*[2]"], [(0, "/r[1]/a[2]/@q")]),
    ("place_of_the_parent", ["*[4]/a"], [(0, "/r[1]/c[1]/a[1]")]),
    (
        "context_item",
        [".[. = 'S']"],
        [(0, "/r[1]/a[1]"), (0, "/r[1]/a[1]/@p"), (0, "/r[1]/b[1]"), (0, "/r[1]/c[1]"), (0, "/r[1]/c[1]/a[1]")],
    ),
    ("context_item_has_place_one", [".[2]"], []),
    ("first_rule_wins", ["a[@p]", "a"], [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")]),
    ("error_means_no_match", ["a[. > 1]", "a"], [(1, "/r[1]/a[1]"), (0, "/r[1]/a[2]"), (1, "/r[1]/c[1]/a[1]")]),
    ("error_ends_the_union", ["a[. > 1] | a"], [(0, "/r[1]/a[2]")]),
    ("error_behind_a_match", ["a | a[. > 1]"], [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")]),
    ("error_of_another_name", ["b[. > 1] | a"], [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")]),
    (
        "error_where_the_parent_fits_not",
        ["z/a[. > 1] | a"],
        [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")],
    ),
    ("error_where_the_parent_fits", ["r/a[. > 1] | a"], [(0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")]),
    ("error_of_the_parent", ["r[. > 1]/a | a"], [(0, "/r[1]/c[1]/a[1]")]),
    (
        "error_of_the_parent_and_no_match",
        ["r[. > 1]/a[z] | a"],
        [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")],
    ),
    ("error_decided_by_and", ["a[. > 1 and @p = 7] | a"], [(0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")]),
    ("error_in_a_place", ["a[position() < .] | a"], [(0, "/r[1]/a[1]"), (0, "/r[1]/a[2]"), (0, "/r[1]/c[1]/a[1]")]),
    ("error_behind_a_place", ["a[1][. > 1] | a"], [(0, "/r[1]/a[2]")]),
    ("error_before_a_place", ["a[. > 1][1] | a"], []),
    ("error_of_a_sibling_before_a_place", ["a[xs:decimal(.) > 1][2]"], []),
    ("error_of_an_ancestor", ["r[. > 1]//a | c/a"], []),
    ("never", ["a[false()] | b"], [(0, "/r[1]/b[1]")]),
]
"""A name, the contexts of the rules of a pattern, and which rule takes which node of `NODES`."""


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


@pytest.mark.parametrize(("name", "document", "test", "outcome"), FLAT, ids=[each[0] for each in FLAT])
def test_outcome(name, document, test, outcome):
    rules = f'<let name="wrong" value="{WRONG}"/>{DECLARED}' + pattern(rule("/r", check("A", escaped(test))))
    engine = Exact(read_text(rules))
    tree = engine.document(xml.parse(document.encode(), faithful=True))
    try:
        found = "true" if engine.assertion(tree, Place(0, 0, 0), tree.elements[0]) else "false"
    except DynamicError:
        found = "error"
    assert found == outcome


@pytest.mark.parametrize(("name", "contexts", "fired"), CONTEXTS, ids=[each[0] for each in CONTEXTS])
def test_context(name, contexts, fired):
    engine = Exact(read_text(pattern(*(rule(escaped(each), check("A", "true()")) for each in contexts))))
    result = engine.judge(engine.document(xml.parse(NODES.encode(), faithful=True)), fired=True)
    assert [(each.rule, each.location) for each in result.fired] == fired


def test_saxon_says_the_same():
    declared = DECLARED + f'<xsl:variable xmlns:xsl="{XSL}" name="wrong" select="{WRONG}"/>'
    differ = []
    for subject, document, group in CASES:
        said = saxon_says.outcomes([test for _, test, _ in group], document, declared)
        differ += [(subject, name, found) for (name, _, was), found in zip(group, said, strict=True) if was != found]
    assert differ == []


def test_saxon_takes_the_same_nodes():
    # An error while a context is matched changes the way Saxon goes about it from then on, so each is asked alone.
    differ = [
        (name, said)
        for name, contexts, fired in CONTEXTS
        if (said := saxon_says.fired(contexts, NODES)) != sorted(fired)
    ]
    assert [each for each in differ if not each[0].startswith("error_where_the_parent")] == []
