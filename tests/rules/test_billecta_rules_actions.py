"""What the document is, which invoice it credits, and its sign."""

from .billecta import ANSWER, ENTRY, GONE, check_case, each_case, sek, simple

E, W, N = "error", "warning", "info"

CREDIT = {"/ActionType": "CreditInvoiceAction", "/CreditingInvoicePublicId": "2499990041"}
ID = "/CreditingInvoicePublicId"
BACK = {"/Records": [simple(Quantity=-2)]}

CASES = {
    "EI-BILLECTA-ACTION-TYPE": [
        ("valid_invoice", ENTRY, {}, []),
        ("valid_credit", ENTRY, CREDIT, []),
        ("valid_by_number", ENTRY, {"/ActionType": 2}, []),
        ("valid_unknown_has_its_own_rule", ENTRY, {"/ActionType": "Unknown"}, []),
        ("valid_interest_from_the_service", ANSWER, {"/ActionType": "InterestInvoiceAction"}, []),
        ("invalid_interest_in_a_request", ENTRY, {"/ActionType": "InterestInvoiceAction"}, [(W, "/ActionType")]),
        ("invalid_debt_collection", ENTRY, {"/ActionType": "DebtCollectionAction"}, [(E, "/ActionType")]),
        ("invalid_by_number", ENTRY, {"/ActionType": 10}, [(E, "/ActionType")]),
        ("invalid_answer", ANSWER, {"/ActionType": "OrderAction"}, [(E, "/ActionType")]),
    ],
    "EI-BILLECTA-CREDIT-REFERENCE": [
        ("valid_request", ENTRY, CREDIT, []),
        ("valid_invoice", ENTRY, {}, []),
        ("valid_answer", ANSWER,
         {"/ActionType": "CreditInvoiceAction", "/CreditingInvoice/SourceInvoiceId": "26031"}, []),
        ("invalid_left_out", ENTRY, {"/ActionType": "CreditInvoiceAction"}, [(E, ID)]),
        ("invalid_blank", ENTRY, CREDIT | {ID: " "}, [(E, ID)]),
        ("invalid_answer", ANSWER, {"/ActionType": "CreditInvoiceAction"}, [(W, "/CreditingInvoice")]),
        ("invalid_answer_empty", ANSWER,
         {"/ActionType": "CreditInvoiceAction", "/CreditingInvoice": {"SourceInvoiceId": None}},
         [(W, "/CreditingInvoice")]),
    ],
    "EI-BILLECTA-CREDIT-ID": [
        ("valid_digits", ENTRY, CREDIT, []),
        ("valid_null", ENTRY, {ID: None}, []),
        ("invalid_guid", ENTRY, CREDIT | {ID: "deb70000-0000-4000-8000-000000004103"}, [(W, ID)]),
        ("invalid_number_of_the_invoice", ENTRY, CREDIT | {ID: "INV-1023"}, [(W, ID)]),
    ],
    "EI-BILLECTA-CREDIT-TYPE": [
        ("valid_credit", ENTRY, CREDIT, []),
        ("invalid_invoice", ENTRY, {ID: "2499990041"}, [(W, ID)]),
    ],
    "EI-BILLECTA-CREDIT-SIGN": [
        ("valid_invoice", ENTRY, {}, []),
        ("valid_negative_quantity", ENTRY, CREDIT | BACK, []),
        ("valid_negative_price", ENTRY, CREDIT | {"/Records": [simple(UnitPrice=sek(-95000))]}, []),
        ("valid_nothing", ENTRY, CREDIT | {"/Records": []}, []),
        ("valid_answer_goes_by_its_sum", ANSWER, {"/Records/0/Quantity": -10}, []),
        ("valid_free", ENTRY, {"/Records/0/Quantity": 0}, []),
        ("valid_free_credit", ENTRY, CREDIT | {"/Records/0/Quantity": 0}, []),
        ("valid_other_action", ENTRY, BACK | {"/ActionType": GONE}, []),
        ("invalid_positive_credit", ENTRY, CREDIT, [(E, "/Records")]),
        ("invalid_negative_invoice", ENTRY, BACK, [(W, "/Records")]),
        ("invalid_credit_in_an_answer", ANSWER, {"/ActionType": "CreditInvoiceAction"},
         [(W, "/InvoicedAmount/Value")]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_actions(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)
