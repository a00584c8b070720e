"""FV-90 to FV-95: identifiers and addresses of the parties, a document for each case."""

import csv
from itertools import combinations

import pytest
from tests.schematron.finvoice import RULES, Case, check, judged
from tests.schematron.finvoice.wire import after, e, one

SELLER = '<SellerPartyIdentifier SchemeID="0212">1234567-1</SellerPartyIdentifier>'
BUYER = '<BuyerPartyIdentifier SchemeID="0212">7654321-2</BuyerPartyIdentifier>'
SELLER_TAX = one("SellerOrganisationTaxCode", "FI12345671")
BUYER_TAX = one("BuyerOrganisationTaxCode", "FI76543212")
SELLER_UNIT = one("SellerOrganisationUnitNumber", "003712345671")
BUYER_UNIT = one("BuyerOrganisationUnitNumber", "003776543212")
BUYER_COUNTRY = "<CountryCode>FI</CountryCode>\n<CountryName>Finland</CountryName>"
ABROAD = (BUYER_COUNTRY, "<CountryCode>DE</CountryCode>")
FROM = '<FromIdentifier SchemeID="0216">003712345671</FromIdentifier>'
TO = '<ToIdentifier SchemeID="0216">003776543212</ToIdentifier>'
BUYER_STREET = one("BuyerStreetName", "Kauppakatu 2")
DELIVERY_STREET = one("DeliveryStreetName", "Varastotie 3")
SELLER_BOX = after("<CountryName>Suomi</CountryName>\n", e("SellerPostOfficeBoxIdentifier", "PL 100"))


def buyer(text: str, scheme: str = "") -> tuple[str, str]:
    return BUYER, e("BuyerPartyIdentifier", text, **({"SchemeID": scheme} if scheme else {}))


def unit(text: str) -> tuple[str, str]:
    return BUYER_UNIT, e("BuyerOrganisationUnitNumber", text)


def receiver(text: str, scheme: str = "") -> tuple[str, str]:
    return TO, e("ToIdentifier", text, **({"SchemeID": scheme} if scheme else {}))


def party(*content: str) -> tuple[str, str]:
    return after("</DeliveryDetails>\n", e("AnyPartyDetails", *content))


CASES = [
    Case("FV-90", (), 0),
    Case("FV-90", (buyer("7654321-3"),), 1, "the business id 7654321-3 of the buyer has check digit 3, expected 2"),
    Case("FV-90", (buyer("1000008-1"),), 1, "is never issued"),
    Case("FV-90", (buyer("112038-9"),), 1, "is not written as a business id, expected 0112038-9"),
    Case("FV-90", (buyer("FI76543212"),), 1, "is not written as a business id, expected 7654321-2"),
    Case("FV-90", (buyer("FI7654321-2"),), 1, "expected 7654321-2"),
    Case("FV-90", (buyer("76543212"),), 1, "expected 7654321-2"),
    Case(
        "FV-90",
        (buyer("765432-1"),),
        1,
        "is not seven digits, a hyphen and a check digit; as 0765432-1 it has check digit 1, expected 2",
    ),
    Case("FV-90", (buyer("kaksi", "0212"),), 1, "is not seven digits, a hyphen and a check digit"),
    Case("FV-90", (buyer(" 7654321-2 "),), 0),
    Case("FV-90", (buyer(""),), 0),
    Case("FV-90", (buyer("HRB 12345"),), 0),
    Case("FV-90", (buyer("CL12221"),), 0),
    Case("FV-90", (buyer("7654321-3", "0007"),), 0),
    Case("FV-90", (buyer("7654321-3"), ABROAD), 0),
    Case("FV-90", (buyer("7654321-3", "0212"), ABROAD), 1),
    Case("FV-90", (buyer("76543212"), (BUYER_COUNTRY, "")), 0),
    # A personal identity code is none, and is not shown.
    Case("FV-90", (buyer("131052-308T"),), 0),
    Case("FV-90", (buyer("131052-308T", "0212"),), 0),
    Case("FV-95", (buyer("131052-308T"), unit("003720774740")), 1, "companies: FI76543212, 003720774740"),
    Case("FV-90", ((SELLER, SELLER.replace("7-1", "7-8")),), 1, "of the seller has check digit 8, expected 1"),
    Case("FV-90", (party(e("AnyPartyIdentifier", "7531975-0")),), 1, "of the further party"),
    Case(
        "FV-90",
        (
            after(
                "</DeliveryPartyDetails>\n", e("FactoringAgreementDetails", e("FactoringPartyIdentifier", "7531975-0"))
            ),
        ),
        1,
        "of the finance company",
    ),
    Case(
        "FV-90",
        (
            after(
                "</SellerInformationDetails>\n",
                e("InvoiceSenderPartyDetails", e("InvoiceSenderPartyIdentifier", "7531975-0")),
            ),
        ),
        1,
        "of the invoice sender",
    ),
    Case(
        "FV-90",
        (
            after(
                "</SellerInformationDetails>\n",
                e("InvoiceRecipientPartyDetails", e("InvoiceRecipientPartyIdentifier", "7531975-0")),
            ),
        ),
        1,
        "of the invoice recipient",
    ),
    Case(
        "FV-90",
        (after("<DeliveryPartyDetails>\n", e("DeliveryPartyIdentifier", "7531975-0")),),
        1,
        "of the delivery party",
    ),
    Case("FV-91", (), 0),
    Case("FV-91", (unit("003776543212OSTO1"),), 0),
    Case("FV-91", (unit("00377654321200001"),), 0),
    Case(
        "FV-91",
        (unit("003776543213"),),
        1,
        "003776543213 of the buyer holds the business id 7654321-3, which has check digit 3, expected 2",
    ),
    Case("FV-91", (unit("003776543212ABCDEF"),), 1, "has 18 characters"),
    Case("FV-91", (unit("003776543212 1"),), 1, "expected 12 to 17 letters and digits"),
    Case("FV-91", (unit("7654321-2"),), 1, "is no OVT code"),
    Case("FV-91", (unit(" 003776543212 "),), 0),
    Case("FV-91", (unit(""),), 0),
    Case("FV-91", (unit("4012345000009"), ABROAD), 0),
    Case("FV-91", ((SELLER_UNIT, e("SellerOrganisationUnitNumber", "x")),), 1, "of the seller is no OVT code"),
    Case("FV-91", (party(e("AnyPartyOrganisationUnitNumber", "x")),), 1, "of the further party"),
    Case(
        "FV-91",
        (after("</DeliveryPartyDetails>\n", e("DeliveryOrganisationUnitNumber", "x")),),
        1,
        "of the delivery party",
    ),
    Case(
        "FV-91",
        (after("</SellerInformationDetails>\n", e("InvoiceRecipientOrganisationUnitNumber", "x")),),
        1,
        "of the invoice recipient",
    ),
    Case("FV-93", (), 0),
    Case("FV-93", (receiver("003776543212", "0037"),), 0),
    Case(
        "FV-93",
        (receiver("003776543213", "0216"),),
        1,
        "the address 003776543213 with the scheme 0216 holds the business id 7654321-3",
    ),
    Case("FV-93", (receiver("7654321-2", "0037"),), 1, "is no OVT code"),
    Case("FV-93", (receiver("7654321-2", "0212"),), 0),
    Case("FV-93", (receiver("76543212", "0212"),), 0),
    Case("FV-93", (receiver("7654321-3", "0212"),), 1, "has check digit 3, expected 2"),
    Case("FV-93", (receiver("76543213", "0212"),), 1, "as 7654321-3 it has check digit 3, expected 2"),
    Case("FV-93", (receiver("765432121", "0212"),), 1, "is not seven digits"),
    Case("FV-93", (receiver(" 7654321-2 ", " 0212 "),), 0),
    Case("FV-93", (receiver("FI76543212", "0213"),), 0),
    Case("FV-93", (receiver("76543212", "0213"),), 1, "is no Finnish VAT number, expected FI76543212"),
    Case("FV-93", (receiver("FI8891317900012343", "X"),), 0),
    Case("FV-93", (receiver("anything"),), 0),
    Case("FV-93", ((FROM, FROM.replace("671", "672")),), 1, "003712345672"),
    Case("FV-94", (SELLER_BOX,), 0),
    Case(
        "FV-94",
        (SELLER_BOX, (one("SellerStreetName", "Rantatie 1"), "")),
        1,
        "the seller has the post office box PL 100 and no street line, expected the box in SellerStreetName as well",
    ),
    Case("FV-94", (SELLER_BOX, (one("SellerStreetName", "Rantatie 1"), e("SellerStreetName", "PL 100"))), 0),
    Case(
        "FV-94",
        ((BUYER_STREET, e("BuyerStreetName")), (BUYER_COUNTRY, e("BuyerPostOfficeBoxIdentifier", "PL 1"))),
        1,
        "the buyer has",
    ),
    Case("FV-94", ((BUYER_STREET, e("BuyerStreetName")), (BUYER_COUNTRY, e("BuyerPostOfficeBoxIdentifier"))), 0),
    Case("FV-94", ((DELIVERY_STREET, e("DeliveryPostofficeBoxIdentifier", "PL 1")),), 1, "the delivery party has"),
    Case(
        "FV-94",
        (party(e("AnyPartyPostalAddressDetails", e("AnyPartyPostOfficeBoxIdentifier", "PL 1"))),),
        1,
        "the further party has",
    ),
    Case("FV-95", (), 0),
    Case(
        "FV-95",
        ((BUYER_TAX, e("BuyerOrganisationTaxCode", "FI20774740")),),
        1,
        "the numbers of the buyer name different companies: 7654321-2, FI20774740, 003776543212",
    ),
    Case("FV-95", (unit("003720774740"),), 1, "003720774740"),
    Case("FV-95", (unit("00377654321200001"),), 0),
    Case("FV-95", ((BUYER, ""), unit("003720774740")), 1),
    Case("FV-95", ((BUYER, ""), (BUYER_TAX, e("BuyerOrganisationTaxCode", "DE111111125"))), 0),
    Case(
        "FV-95", (buyer("112038-9"), (BUYER_TAX, e("BuyerOrganisationTaxCode", "FI01120389")), unit("003701120389")), 0
    ),
    Case("FV-95", (buyer("HRB 12345"), unit("anything")), 0),
    Case("FV-95", ((SELLER_TAX, e("SellerOrganisationTaxCode", "0112038-9")),), 1, "of the seller"),
    Case(
        "FV-95",
        (party(e("AnyPartyIdentifier", "7654321-2"), e("AnyPartyOrganisationUnitNumber", "003720774740")),),
        1,
        "of the further party",
    ),
    Case(
        "FV-95",
        (
            party(e("AnyPartyIdentifier", "7654321-2")),
            after("</BuyerPartyDetails>\n", e("AnyPartyDetails", e("AnyPartyIdentifier", "2077474-0"))),
        ),
        0,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.id}_{number}" for number, case in enumerate(CASES)])
def test_parties(case):
    check(case)


# ---------------------------------------------------------------------------------------------------------------
# The same of every party in the tables


def table(name: str) -> list[dict[str, str]]:
    with (RULES / name).open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def said(id: str, *paths: tuple[str, str]) -> list[str]:
    """Return what a rule says of a document that holds nothing but elements at *paths* with their values.

    Paths with the same beginning share its elements.
    """
    tree: dict[str, dict] = {}
    for path, value in paths:
        at = tree
        for name in path.strip("/").split("/"):
            at = at.setdefault(name, {})
        at[""] = {value: {}}

    def text(name: str, content: dict[str, dict]) -> str:
        return e(name, *(next(iter(inner)) if not key else text(key, inner) for key, inner in content.items()))

    result = judged("".join(text(name, content) for name, content in tree.items()).encode())
    assert result.errors == ()
    return [each.message for each in result.failures if each.assertion.id == id]


PARTIES = table("parties.csv")
ID = ("7654321-2", "7654321-3", "2077474-0")
TAX = ("FI76543212", "FI76543213", "FI20774740")
UNIT = ("003776543212", "003776543213", "003720774740")
"""A good number, one whose check digit is wrong, and a good one of another company."""


def places(row: dict[str, str]) -> dict[str, tuple[str, tuple[str, str, str]]]:
    """Return where the numbers of a party stand, and three values of each."""
    tax = {"tax": (f"{row['party']}/{row['tax']}", TAX)} if row["tax"] else {}
    unit = {"unit": (row["unit"], UNIT)} if row["unit"] else {}
    return {"id": (f"{row['party']}/{row['id']}", ID), **tax, **unit}


@pytest.mark.parametrize("row", PARTIES, ids=lambda row: row["who"])
def test_numbers_of_each_party(row):
    where = places(row)
    abroad = f"{row['party']}/{row['address']}/CountryCode"
    for kind, id in (("id", "FV-90"), ("unit", "FV-91")):
        if kind in where:
            path, (good, wrong, _) = where[kind]
            assert said(id, (path, good)) == []
            (message,) = said(id, (path, wrong))
            assert f"of the {row['who']} " in message
            assert "7654321-3" in message
            assert said(id, (path, wrong), (abroad, "SE")) == []
            assert len(said(id, (path, wrong), (abroad, "AX"))) == 1
    if "tax" in where:
        path, (good, wrong, _) = where["tax"]
        assert said("FV-76", (path, good)) == []
        (message,) = said("FV-76", (path, wrong))
        assert message == f"the VAT number FI76543213 in {row['tax'].rpartition('/')[2]} has check digit 3, expected 2"


@pytest.mark.parametrize("row", [row for row in PARTIES if row["kind"] != "id"], ids=lambda row: row["who"])
def test_numbers_of_each_party_name_one_company(row):
    where = places(row)
    assert said("FV-95", *((path, values[0]) for path, values in where.values())) == []
    for (one_path, one_values), (other_path, other_values) in combinations(where.values(), 2):
        (message,) = said("FV-95", (one_path, one_values[0]), (other_path, other_values[2]))
        assert message == (
            f"the numbers of the {row['who']} name different companies: {one_values[0]}, {other_values[2]}"
        )
    # What is no number of a company names none.
    assert said("FV-95", *((path, f"{number}") for number, (path, _) in enumerate(where.values()))) == []
    # Three companies are as wrong as two.
    three = zip(where.values(), ("7654321-2", "FI20774740", "003701120389"), strict=False)
    assert len(said("FV-95", *((path, value) for (path, _), value in three))) == 1


@pytest.mark.parametrize("row", table("boxes.csv"), ids=lambda row: row["who"])
def test_box_of_each_party(row):
    box, street = f"{row['address']}/{row['box']}", f"{row['address']}/{row['street']}"
    (message,) = said("FV-94", (box, "PL 7"))
    assert message == (
        f"the {row['who']} has the post office box PL 7 and no street line, expected the box in {row['street']} as well"
    )
    assert len(said("FV-94", (box, "PL 7"), (street, " "))) == 1
    assert said("FV-94", (box, "PL 7"), (street, "PL 7")) == []
    assert said("FV-94", (street, "Rantatie 1")) == []
    assert said("FV-94", (box, ""), (street, "")) == []
