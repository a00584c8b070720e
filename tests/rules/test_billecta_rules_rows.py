"""Rows that are missing, incomplete, or not what they look like."""

import pytest

from einvoice.rules.billecta import judge

from .billecta import ENTRY, GONE, changed, check_case, each_case, row, sek, simple, text_row

E, W, N = "error", "warning", "info"

R = "/Records"
Q, U, P = "/Records/0/Quantity", "/Records/0/UnitPrice", "/Records/0/UnitPrice/Value"
TEXT = "/Records/0/ArticleDescription"


def rows(*each):
    return {R: list(each)}


CASES = {
    "EI-BILLECTA-ROWS-MISSING": [
        ("valid_row", ENTRY, {}, []),
        ("valid_package", ENTRY, {"/Records/0/RecordType": "Package"}, []),
        ("valid_kind_left_out", ENTRY, {"/Records/0/RecordType": GONE}, []),
        ("valid_no_objects", ENTRY, {R: ["as sent"]}, []),
        ("invalid_left_out", ENTRY, {R: GONE}, [(E, R)]),
        ("invalid_null", ENTRY, {R: None}, [(E, R)]),
        ("invalid_empty", ENTRY, {R: []}, [(E, R)]),
        ("invalid_text_only", ENTRY, rows(text_row()), [(E, R)]),
        ("invalid_texts_only", ENTRY, rows(text_row(), text_row(3)), [(E, R)]),
    ],
    "EI-BILLECTA-ROW-INCOMPLETE": [
        ("valid_row", ENTRY, {}, []),
        ("valid_text", ENTRY, {"/Records/1": text_row()}, []),
        ("valid_zero", ENTRY, {Q: 0}, []),
        ("valid_no_number_is_for_the_schema", ENTRY, {Q: "två", U: 950}, []),
        ("invalid_no_quantity", ENTRY, {Q: GONE}, [(E, Q)]),
        ("invalid_null_quantity", ENTRY, {Q: None}, [(E, Q)]),
        ("invalid_no_price", ENTRY, {U: None}, [(E, U)]),
        ("invalid_price_without_value", ENTRY, {P: GONE}, [(E, U)]),
        ("invalid_neither", ENTRY, {Q: None, U: None}, [(W, "/Records/0")]),
    ],
    "EI-BILLECTA-PRICE-NEGATIVE": [
        ("valid_row", ENTRY, {}, []),
        ("valid_negative_quantity", ENTRY, {Q: -2}, []),
        ("valid_free", ENTRY, {P: 0}, []),
        ("invalid_price", ENTRY, {P: -95000}, [(W, P)]),
        ("invalid_without_quantity", ENTRY, {P: -95000, Q: None}, [(W, P)]),
    ],
    "EI-BILLECTA-ROW-TEXT": [
        ("valid_row", ENTRY, {}, []),
        ("valid_empty_message", ENTRY, {"/Records/1": text_row(ArticleDescription=None)}, []),
        ("invalid_null", ENTRY, {TEXT: None}, [(W, TEXT)]),
        ("invalid_blank", ENTRY, {TEXT: "  ", "/Records/0/ArticleNumber": "CONS-1"}, [(W, TEXT)]),
    ],
    "EI-BILLECTA-ROW-MESSAGE": [
        ("valid_text", ENTRY, {"/Records/1": text_row(VAT=0, Quantity=1)}, []),
        ("valid_price_of_0", ENTRY, {"/Records/1": text_row(UnitPrice=sek(0))}, []),
        ("invalid_price", ENTRY, {"/Records/1": text_row(Quantity=1, UnitPrice=sek(95000))},
         [(W, "/Records/1/UnitPrice/Value")]),
        ("invalid_price_alone", ENTRY, {"/Records/1": text_row(UnitPrice=sek(95000))},
         [(W, "/Records/1/UnitPrice/Value")]),
        ("invalid_vat", ENTRY, {"/Records/1": text_row(VAT=25)}, [(N, "/Records/1/VAT")]),
    ],
    "EI-BILLECTA-ROW-HIDDEN": [
        ("valid_shown", ENTRY, {}, []),
        ("valid_hidden_at_no_price", ENTRY, {"/Records/0/Hidden": True, P: 0}, []),
        ("invalid_hidden", ENTRY, {"/Records/0/Hidden": True}, [(N, "/Records/0/Hidden")]),
        ("invalid_together", ENTRY, rows(row(), row(2, Hidden=True), row(3, Hidden=True)), [(N, "/Records/1/Hidden")]),
    ],
    "EI-BILLECTA-ROW-PACKAGE": [
        ("valid_row", ENTRY, {}, []),
        ("invalid_package", ENTRY, {"/Records/0/RecordType": "Package"}, [(N, "/Records/0/RecordType")]),
        ("invalid_together", ENTRY, rows(simple(RecordType=2), simple(2, RecordType=2)),
         [(N, "/Records/0/RecordType")]),
    ],
    "EI-BILLECTA-SEQUENCE": [
        ("valid_one", ENTRY, {"/Records/0/SequenceNo": 0}, []),
        ("valid_order", ENTRY, rows(row(2), row(1)), []),
        ("invalid_twice", ENTRY, rows(row(1), row(2), row(2)), [(W, "/Records/2/SequenceNo")]),
        ("invalid_all_0", ENTRY, rows(row(0), row(0)), [(N, "/Records/0/SequenceNo")]),
        ("invalid_none", ENTRY, rows(row(None), row(None)), [(N, "/Records/0/SequenceNo")]),
        ("invalid_some_0", ENTRY, rows(row(0), row(1), row(0)), [(W, "/Records/2/SequenceNo")]),
    ],
}  # fmt: skip


MESSAGES = [
    ({R: []}, "Records is empty"),
    ({R: None}, "Records is not stated"),
    (rows(text_row()), "no row counts: the only one is a Message row"),
    (rows(text_row(), text_row(3)), "no row counts: all 2 of them are Message rows"),
    ({Q: None}, "row 1 has UnitPrice and no Quantity"),
    ({U: None}, "row 1 has Quantity and no UnitPrice"),
    ({P: GONE}, "row 1 has Quantity and a UnitPrice without Value"),
    ({TEXT: ""}, "row 1 has no ArticleDescription"),
    ({TEXT: "", "/Records/0/ArticleNumber": "A"}, "row 1 has no ArticleDescription; the product register may have one"),
    (rows(row(), row(2, Hidden=True), row(3, Hidden=True)), "hidden, and counted: row 2 and 1 more, 19000.00 SEK"),
    (rows(row(1), row(2), row(2)), "SequenceNo 2 stands on 2 rows"),
    (rows(row(1), row(1), row(2), row(2)), "SequenceNo 1 stands on 2 rows; 1 more are not unique"),
]


@pytest.mark.parametrize(("changes", "message"), MESSAGES, ids=[message for _, message in MESSAGES])
def test_messages_say_what_is_seen(changes, message):
    assert [each.message for each in judge(changed(ENTRY, changes)) if each.message == message] == [message]


@each_case(CASES)
def test_rows(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)
