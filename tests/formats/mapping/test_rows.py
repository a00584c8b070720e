"""The plan of a table: rows that contradict each other or the class are refused when the table is made."""

import pytest

from einvoice.formats.mapping.codecs import DECIMAL
from einvoice.formats.mapping.rows import (
    Absent,
    Attr,
    Const,
    Group,
    Leaf,
    Mirror,
    Pair,
    Row,
    Switch,
    Table,
    make_plan,
    places,
    steps_of,
)
from einvoice.model import Address, Identifier, Invoice, Line, Party

ADDRESS = Table("BG-5", Address, (Leaf("BT-37", "city", "City"), Leaf("BT-40", "country_code", "Country/Code")))


def nothing(*arguments: object) -> list[object]:
    return []


def pair(*fields: str, wire: str = "Odd", tables: tuple[Table, ...] = ()) -> Pair:
    return Pair(("BT-1",), fields, wire, nothing, nothing, tables)  # type: ignore[arg-type]


def plan(*rows: Row, **named: tuple[Attr, ...] | tuple[str, ...]) -> object:
    return make_plan(Table(None, Invoice, rows, **named))  # type: ignore[arg-type]


UNKNOWN = [
    # case                                  row
    ("invalid_field",                       Leaf("BT-1", "number", "ID")),
    ("invalid_field_on_the_way",            Leaf("BT-50", "customer.address.line_1", "Street")),
    ("invalid_field_at_the_end",            Leaf("BT-50", "buyer.address.street", "Street")),
    ("invalid_path_through_a_text",         Leaf("BT-1", "invoice_number.value", "ID")),
    ("invalid_field_of_first_of_list",      Leaf("BT-83", "payment_instructions[0].reference", "Ref")),
    ("invalid_field_of_attribute",          Leaf("BT-1", "invoice_number", "ID", attrs=(Attr("s", field="scheme"),))),
    ("invalid_field_of_group",              Group("BG-5", "sender", "Sender", ADDRESS)),
    ("invalid_field_of_case",               Switch("Id", "type", {"a": Leaf(None, "code", "")}, "a")),
    ("invalid_field_of_pair",               pair("invoice_number", "numbers")),
]  # fmt: skip


@pytest.mark.parametrize("row", [c[1] for c in UNKNOWN], ids=[c[0] for c in UNKNOWN])
def test_a_field_that_the_class_does_not_have_is_refused(row: Row) -> None:
    with pytest.raises(ValueError, match=r"has no field '[a-z_0-9]+' \(in '"):
        plan(row)


def test_invalid_field_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match="Invoice has no field 'numbers'"):
        plan(elsewhere=("numbers",))


def test_invalid_field_of_own_attribute_is_refused() -> None:
    with pytest.raises(ValueError, match="Invoice has no field 'kind'"):
        plan(own_attrs=(Attr("kind", field="kind"),))


@pytest.mark.parametrize(
    "field", ("invoice_number", "buyer.address.city", "payment_instructions[0].remittance_information", "native.x",
              "buyer.native.x", "lines[0].allowances_charges[0].percentage")
)  # fmt: skip
def test_valid_field_paths(field: str) -> None:
    plan(Leaf(None, field, "Wire"))


REFUSED = [
    # case, rows, message
    (
        "invalid_two_rows",
        (Leaf("BT-1", "invoice_number", "ID"), Leaf("BT-10", "buyer_reference", "ID")),
        "'ID' has two rows",
    ),
    (
        "invalid_two_rows_in_a_path",
        (Leaf("BT-13", "purchase_order_reference", "Order/ID"), Const("Order/ID", "x")),
        "'Order/ID' has two rows",
    ),
    (
        "invalid_two_rows_leaf_and_group",
        (Leaf("BT-44", "buyer_reference", "Buyer"), Group("BG-7", "buyer", "Buyer", Table("BG-7", Party, ()))),
        "'Buyer' has two rows",
    ),
    (
        "invalid_split_path",
        (
            Leaf("BT-13", "purchase_order_reference", "Order/ID"),
            Leaf("BT-1", "invoice_number", "ID"),
            Leaf("BT-14", "sales_order_reference", "Order/Sales"),
        ),
        "rows below 'Order' must stand together",
    ),
    (
        "invalid_split_path_deeper",
        (
            Leaf("BT-13", "purchase_order_reference", "A/B/C"),
            Leaf("BT-1", "invoice_number", "A/D"),
            Leaf("BT-14", "sales_order_reference", "A/B/E"),
        ),
        "rows below 'B' must stand together",
    ),
    (
        "invalid_row_and_path",
        (Leaf("BT-13", "purchase_order_reference", "Order"), Leaf("BT-14", "sales_order_reference", "Order/Sales")),
        "'Order' is an element with a row and a path at once",
    ),
    (
        "invalid_path_and_row",
        (Leaf("BT-14", "sales_order_reference", "Order/Sales"), Leaf("BT-13", "purchase_order_reference", "Order")),
        "'Order' has two rows",
    ),
    (
        "invalid_group_as_attribute",
        (Group("BG-7", "buyer", "@buyer", Table("BG-7", Party, ())),),
        "only a Leaf may be an attribute",
    ),
    ("invalid_const_as_attribute", (Const("@version", "3.0"),), "only a Leaf may be an attribute"),
    ("invalid_own_text_below_a_path", (Leaf("BT-1", "invoice_number", "Order/."),), "the table's own element"),
    ("invalid_own_text_of_a_const", (Const(".", "x"),), "for a Leaf only"),
]


@pytest.mark.parametrize(("rows", "message"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_rows_that_contradict_each_other_are_refused(rows: tuple[Row, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        plan(*rows)


def test_valid_rows_below_one_element_stand_together() -> None:
    made = make_plan(
        Table(
            None,
            Invoice,
            (
                Leaf("BT-13", "purchase_order_reference", "Order/ID"),
                Leaf("BT-14", "sales_order_reference", "Order/Sales"),
                Leaf("BT-1", "invoice_number", "ID"),
            ),
        )
    )
    assert [child.name for child in made.root.children] == ["Order", "ID"]
    assert [child.name for child in made.root.children[0].children] == ["ID", "Sales"]


def test_a_plan_says_what_it_can_write() -> None:
    made = make_plan(
        Table(
            None,
            Invoice,
            (
                Leaf("BT-1", "invoice_number", "ID", attrs=(Attr("s", field="native.scheme"), Attr("t", const="x"))),
                Leaf("BT-50", "buyer.address.line_1", "Street"),
                Leaf("BT-83", "payment_instructions[0].remittance_information", "Reference"),
                Leaf(None, "native.key", "Key"),
                Group("BG-5", "seller.address", "Seller", ADDRESS),
                pair("notes", "native.odd"),
                Absent("BT-9", "no place"),
            ),
            elsewhere=("lines",),
        )
    )
    assert made.writable == {
        "invoice_number": None,
        "buyer": {"address": {"line_1": None}},
        "payment_instructions": {"[0]": {"remittance_information": None}},
        "native": {"scheme", "key", "odd"},
        "seller": {"address": None},
        "notes": None,
        "lines": None,
    }
    assert set(made.absent) == {"BT-9"}


def test_a_row_for_the_whole_covers_what_lies_below() -> None:
    made = plan(Group("BG-7", "buyer", "Buyer", Table("BG-7", Party, ())), Leaf("BT-44", "buyer.name", "Name"))
    assert made.writable == {"buyer": None}  # type: ignore[attr-defined]


def test_steps_of_a_field_path() -> None:
    assert steps_of("a") == ("a",)
    assert steps_of("a.b[0].c") == ("a", "b", "[0]", "c")
    assert steps_of("a[0]") == ("a", "[0]")


def test_only_constants_depend_on_nothing() -> None:
    made = make_plan(Table(None, Invoice, (Const("Tax/Scheme/ID", "VAT"), Leaf("BT-1", "invoice_number", "Doc/ID"))))
    assert [child.only_const for child in made.root.children] == [True, False]


def test_places_name_every_row_with_its_place_in_model_and_on_the_wire() -> None:
    scheme = Attr("scheme", "BT-29-1", "scheme")
    table = Table(
        None,
        Invoice,
        (
            Leaf("BT-1", "invoice_number", "Head/ID", attrs=(Attr("x", const="y"),)),
            Switch("Price", "type", {"net": Leaf("BT-115", "totals.amount_due", "", DECIMAL)}, "net"),
            Group(
                "BT-29",
                "seller.identifiers",
                "Seller/Id",
                Table("BT-29", Identifier, (Leaf("BT-29", "value", ".", attrs=(scheme,)),)),
                many=True,
            ),
            Pair(("BG-25",), ("lines",), "Lines", nothing, nothing, (Table("BG-25", Line, ()),)),  # type: ignore[arg-type]
            Const("Scheme", "VAT"),
            Mirror("Again", of="invoice_number"),
            Absent("BT-9", "no place"),
        ),
        own_attrs=(Attr("lang", None, "native.language"), Attr("version", const="1")),
    )
    assert list(places(table)) == [
        (None, "native.language", "@lang"),
        ("BT-1", "invoice_number", "Head/ID"),
        ("BT-115", "totals.amount_due", "Price"),
        ("BT-29", "seller.identifiers", "Seller/Id"),
        ("BT-29", "seller.identifiers.value", "Seller/Id/."),
        ("BT-29-1", "seller.identifiers.scheme", "Seller/Id/./@scheme"),
        ("BG-25", "", "Lines"),
        ("BT-9", "", ""),
    ]
