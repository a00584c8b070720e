"""The context: what the file may say, what is wrong with it, and what it fills in."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import einvoice
from einvoice.context import Context, ContextParty, VatDecision, missing
from einvoice.errors import ContextError
from einvoice.findings import Finding
from einvoice.model import (
    Address,
    Contact,
    CreditTransfer,
    Identifier,
    Invoice,
    Line,
    Party,
    PaymentInstructions,
)

CORPORA = Path(__file__).resolve().parents[1] / "corpora"

SELLER = {
    "name": "Pihlajaniemen Tukku ja Huolto Oy",
    "business_id": "9100114-7",
    "vat_id": "FI91001147",
    "country": "FI",
    "iban": "FI8891317900012343",
    "bic": "ESIMFIHH",
}

FULL = """
customers = "customers.csv"

[seller]
name = "Pihlajaniemen Tukku ja Huolto Oy"
business_id = "9100114-7"
vat_id = "FI 9100 1147"
street = "Konepajankuja 7"
street2 = "2. krs"
city = "Tampere"
postal_code = "33100"
country = "FI"
endpoint = "0216:003791001147"
iban = "FI88 9131 7900 0123 43"
bic = "ESIMFIHH"
bankgiro = "5050-1055"
plusgiro = "4321-0"
contact_name = "Hilkka Pajuranta"
phone = "+358 50 555 0114"
email = "laskutus@pihlajaniemi.example"
trading_name = "Pihlaja"
tax_registration = "ennakkoperintärekisterissä"
legal_information = "Kotipaikka Tampere"

[[products]]
code = "P-1"
name = "Kahvi"
unit = "pss"
gtin = "6439999000021"

[vat]
NONE = "O"
MUUL = { category = "E", reason = "Kiinteistön vuokraus, AVL 27 §", code = "VATEX-EU-135-1" }
E = { reason = "AVL 27 §" }

[units]
"Kpl." = "C62"
" PSS " = "XBG"

[netvisor]
encoding = "iso-8859-15"
status = "open"

[billecta]
creditor_public_id = "4711"
"""

CUSTOMERS = """code,name,business_id,vat_id,gln,street,city,postal_code,country,marking,delivery_method,send_attachments
4367,"Koivurannan Kahvila Oy, Jyväskylä",9100117-1,FI91001171,,Rantatie 12,Jyväskylä,40100,FI,Osasto 7,e-invoice,true
4369,Lehmusvuoren kunta,9100123-5,,6439999000014,Kunnantalontie 1,Lehmusvuori,71999,FI,,paper,false
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a context and its customers."""
    (tmp_path / "einvoice.toml").write_text(FULL, encoding="utf-8")
    (tmp_path / "customers.csv").write_text(CUSTOMERS, encoding="utf-8")
    return tmp_path


def context(**sections: Any) -> Context:
    return Context.parse(sections)


# -- the file ----------


def test_every_key_of_the_contract(folder: Path) -> None:
    found = Context.load(folder / "einvoice.toml")
    assert found.source == str(folder / "einvoice.toml")
    assert found.seller == ContextParty(
        name="Pihlajaniemen Tukku ja Huolto Oy",
        business_id="9100114-7",
        vat_id="FI 9100 1147",
        street="Konepajankuja 7",
        street2="2. krs",
        city="Tampere",
        postal_code="33100",
        country="FI",
        endpoint="0216:003791001147",
        iban="FI88 9131 7900 0123 43",
        bic="ESIMFIHH",
        bankgiro="5050-1055",
        plusgiro="4321-0",
        contact_name="Hilkka Pajuranta",
        phone="+358 50 555 0114",
        email="laskutus@pihlajaniemi.example",
        trading_name="Pihlaja",
        tax_registration="ennakkoperintärekisterissä",
        legal_information="Kotipaikka Tampere",
    )
    assert found.customers["4367"] == ContextParty(
        code="4367",
        name="Koivurannan Kahvila Oy, Jyväskylä",
        business_id="9100117-1",
        vat_id="FI91001171",
        street="Rantatie 12",
        city="Jyväskylä",
        postal_code="40100",
        country="FI",
        marking="Osasto 7",
        delivery_method="e-invoice",
        send_attachments=True,
    )
    assert found.customers["4369"].gln == "6439999000014"
    assert found.customers["4369"].send_attachments is False
    product = found.products["P-1"]
    assert (product.name, product.unit, product.gtin) == ("Kahvi", "pss", "6439999000021")
    assert found.vat == {
        "NONE": VatDecision(category="O"),
        "MUUL": VatDecision(category="E", reason="Kiinteistön vuokraus, AVL 27 §", code="VATEX-EU-135-1"),
        "E": VatDecision(reason="AVL 27 §"),
    }
    assert found.netvisor == {"encoding": "iso-8859-15", "status": "open"}
    assert found.billecta.creditor_public_id == "4711"


def test_every_key_of_a_party_is_explained_in_the_docstring() -> None:
    from einvoice import context as module

    for name in ContextParty.model_fields:
        if name != "ovt":
            assert re.search(rf"\b{name}\b", module.__doc__ or ""), f"{name} is nowhere explained"


@pytest.mark.parametrize("name", ("Kpl", "kpl.", " KPL ", "pss", "Pss."))
def test_units_know_no_case_and_no_point(folder: Path, name: str) -> None:
    assert Context.load(folder / "einvoice.toml").unit_code(name) in ("C62", "XBG")


@pytest.mark.parametrize(
    ("written", "code"),
    [("muul", "MUUL"), (" Muul ", "MUUL"), ("-", "NONE"), ("käve", "KAVE"), ("100%", "100"), ("e", "E")],
)
def test_vat_codes_are_known_in_any_spelling(written: str, code: str) -> None:
    found = context(vat={written: {"category": " e ", "reason": "AVL 27 §"}}).vat
    assert found == {code: VatDecision(category="E", reason="AVL 27 §")}


def test_an_unknown_unit_has_no_code(folder: Path) -> None:
    assert Context.load(folder / "einvoice.toml").unit_code("tynnyri") is None


def test_the_samples_in_both_forms_are_equal() -> None:
    one, other = Context.load(CORPORA / "einvoice.toml"), Context.load(str(CORPORA / "einvoice-with-csv.toml"))
    assert one.customers == other.customers
    assert len(one.customers) == 10
    assert (one.seller, one.units, one.vat) == (other.seller, other.units, other.vat)


CSV = [
    # case                          separator, bytes before, encoding, line ends
    ("valid_comma", ",", "", "utf-8", "\n"),
    ("valid_semicolon", ";", "", "utf-8", "\n"),
    ("valid_byte_order_mark", ",", "\ufeff", "utf-8", "\n"),
    ("valid_semicolon_with_mark_of_excel", ";", "\ufeff", "utf-8", "\r\n"),
]


@pytest.mark.parametrize(("separator", "mark", "encoding", "end"), [c[1:] for c in CSV], ids=[c[0] for c in CSV])
def test_customers_in_a_csv_file(folder: Path, separator: str, mark: str, encoding: str, end: str) -> None:
    rows = [
        ["code", " name ", "city", "country"],
        ["4367", f'"Kahvila{separator} Oy"', " Jyväskylä ", "FI"],
        ["4368", '"Rakennus ""Saari"" Oy"', "", "FI"],
    ]
    text = mark + end.join(separator.join(row) for row in rows) + end
    (folder / "customers.csv").write_bytes(text.encode(encoding))
    found = Context.load(folder / "einvoice.toml").customers
    assert found["4367"] == ContextParty(code="4367", name=f"Kahvila{separator} Oy", city="Jyväskylä", country="FI")
    assert found["4368"] == ContextParty(code="4368", name='Rakennus "Saari" Oy', country="FI")


def test_a_toml_file_may_have_a_byte_order_mark(folder: Path) -> None:
    (folder / "einvoice.toml").write_bytes(b"\xef\xbb\xbf" + FULL.encode())
    assert Context.load(folder / "einvoice.toml").seller is not None


def test_numbers_without_quotes_are_codes() -> None:
    found = context(customers=[{"code": 4367, "postal_code": 40100}], products=[{"code": 5}], units={"kpl": "C62"})
    assert found.customers["4367"].postal_code == "40100"
    assert found.products["5"].code == "5"


def test_an_empty_context_is_a_context() -> None:
    assert Context.parse({}) == Context()
    assert Context().fill(Invoice()) == Invoice()


def test_a_context_is_immutable(folder: Path) -> None:
    found = Context.load(folder / "einvoice.toml")
    with pytest.raises(ValidationError, match="frozen"):
        found.seller = None  # type: ignore[misc]


WRONG = [
    # case, sections, message, fix
    ("invalid_section", {"sellr": {}}, r"\[sellr\] is not a section", "did you mean 'seller'?"),
    ("invalid_section_like_none", {"xyz": {}}, r"\[xyz\] is not a section", "known are seller, customers"),
    ("invalid_key_of_seller", {"seller": {"cuontry": "FI"}}, "'cuontry' is not a key here", "did you mean 'country'?"),
    ("invalid_key_of_customer", {"customers": [{"code": "1", "vatid": "x"}]}, "'vatid'", "did you mean 'vat_id'?"),
    ("invalid_key_of_product", {"products": [{"code": "1", "gtni": "x"}]}, "'gtni'", "did you mean 'gtin'?"),
    ("invalid_key_of_vat", {"vat": {"MUUL": {"categry": "E"}}}, "'categry'", "did you mean 'category'?"),
    ("invalid_key_of_finvoice", {"finvoice": {"frames": True}}, "'frames' is not a key here", "did you mean 'frame'?"),
    ("invalid_encoding_of_finvoice", {"finvoice": {"encoding": "utf-16"}}, "'utf-16'", "mend"),
    ("invalid_frame_of_finvoice", {"finvoice": {"frame": "perhaps"}}, "'perhaps'", "mend"),
    ("invalid_intermediator", {"seller": {"intermediator": "x" * 36}}, "at most 35", "mend"),
    ("invalid_finvoice_is_a_text", {"finvoice": "utf-8"}, "finvoice is 'utf-8'", "[finvoice]"),
    ("invalid_choice", {"customers": [{"code": "1", "delivery_method": "fax"}]}, "'fax'", "mend"),
    ("invalid_flag", {"customers": [{"code": "1", "send_attachments": "maybe"}]}, "'maybe'", "mend"),
    ("invalid_customer_without_code", {"customers": [{"name": "Oy"}]}, "customer 'Oy' has no code", 'code = "'),
    ("invalid_product_without_code", {"products": [{"name": "Kahvi"}]}, "code", "mend"),
    ("invalid_customers", {"customers": 3}, "neither a list of tables nor the name of a CSV", "[[customers]]"),
    ("invalid_products", {"products": [1, 2]}, "products is neither", "[[products]]"),
    ("invalid_csv_missing", {"customers": "nowhere.csv"}, "cannot read customers from nowhere.csv", "check the path"),
    ("invalid_vat", {"vat": {"MUUL": 3}}, "it is 3", "mend"),
    ("invalid_seller_is_a_text", {"seller": "Oy"}, "seller", ""),
    ("invalid_vat_is_a_text", {"vat": "E"}, "vat", ""),
    ("invalid_units_are_a_text", {"units": "C62"}, "units", ""),
    ("invalid_netvisor_is_a_number", {"netvisor": 3}, "netvisor", ""),
    ("invalid_billecta_is_a_text", {"billecta": "x"}, "billecta", ""),
    ("invalid_vat_code", {"vat": {"MUL": "E"}}, r"\[vat\] 'MUL' is neither a VAT code", "did you mean 'MUUL'?"),
    ("invalid_vat_code_like_none", {"vat": {"XYZQ": "E"}}, r"\[vat\] 'XYZQ' is neither", "known are NONE, KOMY"),
    ("invalid_vat_category", {"vat": {"MUUL": "X"}}, r"\[vat\] MUUL: 'X' is no VAT category", "known are S, Z, E"),
    ("invalid_category_of_a_rule", {"vat": {"EUMY": {"category": "ic"}}}, "'ic' is no VAT category", "mean 'K'?"),
    ("invalid_code_as_category", {"vat": {"MUUL": "RAMY"}}, "'RAMY' is no VAT category", "mean 'AE', which RAMY is"),
    ("invalid_vat_code_twice", {"vat": {"muul": "E", "MUUL": "O"}}, r"\[vat\] decides MUUL twice", "keep one line"),
    (
        "invalid_key_twice",
        {"customers": [{"code": "1", "netvisor_key": "7"}, {"code": "2", "netvisor_key": "7"}]},
        "customers '1' and '2' have the same netvisor_key '7'",
        "correct the key",
    ),
    ("invalid_customer_twice", {"customers": [{"code": "1"}, {"code": "1", "name": "Oy"}]}, "'?1'? .*twice", ""),
]


@pytest.mark.parametrize(("sections", "message", "fix"), [c[1:] for c in WRONG], ids=[c[0] for c in WRONG])
def test_what_is_wrong_with_the_file(sections: dict[str, Any], message: str, fix: str) -> None:
    with pytest.raises(ContextError, match=message) as caught:
        Context.parse(sections, source="einvoice.toml")
    assert caught.value.source == "einvoice.toml"
    assert caught.value.exit_code == 6
    assert caught.value.fix
    assert fix in caught.value.fix


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ContextError, match="cannot read the context file: No such file") as caught:
        Context.load(tmp_path / "nowhere.toml")
    assert caught.value.source == str(tmp_path / "nowhere.toml")
    assert caught.value.fix


@pytest.mark.parametrize(
    "data",
    (b"seller = [", b"{'seller': 1}", b"name: Oy", "[seller]\nname = 'Ö'".encode("latin-1"), b"\xff\xfe["),
    ids=("open", "json", "yaml", "latin-1", "utf-16"),
)
def test_what_is_not_toml(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "einvoice.toml").write_bytes(data)
    with pytest.raises(ContextError, match="not a TOML file") as caught:
        Context.load(tmp_path / "einvoice.toml")
    assert caught.value.fix


@pytest.mark.parametrize("row", ("4367,Oy", "4367,Oy,Oulu,FI,more", "4367,Oy;,Oulu,FI,x"))
def test_a_csv_row_of_another_length_is_refused(folder: Path, row: str) -> None:
    (folder / "customers.csv").write_text(f"code,name,city,country\n4366,Ab,Turku,FI\n{row}\n", encoding="utf-8")
    with pytest.raises(ContextError, match=r"customers\.csv, line 3: the row does not have as many cells") as caught:
        Context.load(folder / "einvoice.toml")
    assert "quote" in str(caught.value.fix)


def test_a_csv_file_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "customers.csv").write_bytes("code,name\n1,Jyväskylä\n".encode("latin-1"))
    with pytest.raises(ContextError, match="cannot read customers"):
        Context.load(folder / "einvoice.toml")


def test_a_key_in_the_head_of_a_csv_file_is_checked(folder: Path) -> None:
    (folder / "customers.csv").write_text("code,nmae\n1,Oy\n", encoding="utf-8")
    with pytest.raises(ContextError, match="'nmae' is not a key here") as caught:
        Context.load(folder / "einvoice.toml")
    assert caught.value.fix == "did you mean 'name'?"


# -- Finvoice ----------


def test_settings_of_finvoice() -> None:
    context = Context.parse({"finvoice": {"frame": True, "encoding": "UTF-8", "sender_intermediator": "ESIMFIHH"}})
    assert (context.finvoice.frame, context.finvoice.encoding) == (True, "utf-8")
    assert context.sender_intermediator == "ESIMFIHH"
    assert (Context().finvoice.frame, Context().finvoice.encoding) == (False, "iso-8859-15")
    assert Context().sender_intermediator is None


def test_intermediators_stand_on_the_cards() -> None:
    cards = {
        "seller": {"name": "Oy", "intermediator": "ESIMFIHH"},
        "customers": [{"code": "7", "intermediator": 3723327487}, {"code": "8"}],
    }
    context = Context.parse(cards)
    assert context.sender_intermediator == "ESIMFIHH"
    assert Context.parse(cards | {"finvoice": {"sender_intermediator": "X1"}}).sender_intermediator == "X1"

    def receiver(code: str) -> str | None:
        return context.receiver_intermediator(Invoice(buyer=Party(identifiers=(Identifier(value=code),))))

    assert [receiver(code) for code in ("7", "8", "9")] == ["3723327487", None, None]


# -- numbers with wrong check digits ----------

NUMBERS = [
    # case                          key             number                  digit
    ("invalid_business_id",         "business_id",  "9100114-8"),
    ("invalid_vat_id",              "vat_id",       "FI91001148"),
    ("invalid_gln",                 "gln",          "6439999000015"),
    ("invalid_iban",                "iban",         "FI8891317900012344"),
    ("invalid_endpoint",            "endpoint",     "0088:6439999000015"),
    ("invalid_endpoint_scheme",     "endpoint",     "1234567"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "number"), [c[1:] for c in NUMBERS], ids=[c[0] for c in NUMBERS])
def test_a_wrong_number_is_a_finding_of_the_invoices_that_use_it(key: str, number: str) -> None:
    known = context(seller={**SELLER, key: number}, customers=[{"code": "1", "country": "FI", key: number}])
    findings = missing(known.fill(Invoice(buyer=Party(identifiers=(Identifier(value="1"),)))), known)
    wrong = [f for f in findings if f.code == "EI-CONTEXT-NUMBER"]
    assert [f.model_path for f in wrong] == ["seller", "buyer"]
    for finding, who in zip(wrong, ("the seller", "customer '1'"), strict=True):
        assert finding.severity == "error"
        assert finding.value == number
        assert who in finding.message
        assert key in finding.message
        assert finding.fix


def test_silent_wrong_number_of_a_customer_who_is_not_invoiced() -> None:
    cards = [{"code": "1", "country": "FI"}, {"code": "2", "country": "FI", "gln": "6439999000015"}]
    known = context(seller=SELLER, customers=cards)
    findings = missing(known.fill(Invoice(buyer=Party(identifiers=(Identifier(value="1"),)))), known)
    assert "EI-CONTEXT-NUMBER" not in {f.code for f in findings}


def test_silent_numbers_that_are_right() -> None:
    party = ContextParty(**SELLER, gln="6439999000014", endpoint="0216:003791001147")  # type: ignore[arg-type]
    assert party.problems() == []


def test_a_wrong_number_yields_no_address() -> None:
    """A message for the wrong department is worse than none."""
    assert ContextParty(country="FI", gln="6439999000015", business_id="9100114-7").electronic_address() is None
    assert ContextParty(endpoint="0088:6439999000015").electronic_address() == ("0088", "6439999000015")


ADDRESSES = [
    ("valid_stated", {"endpoint": "0216:003791001147"}, ("0216", "003791001147")),
    ("valid_stated_wins", {"endpoint": "0088:6439999000014", "business_id": "9100114-7"}, ("0088", "6439999000014")),
    ("valid_gln_before_business_id", {"gln": "6439999000014", "business_id": "9100114-7"}, ("0088", "6439999000014")),
    ("valid_finnish", {"business_id": "9100114-7"}, ("0216", "003791001147")),
    ("valid_from_vat", {"vat_id": "FI91001147"}, ("0216", "003791001147")),
    ("silent_nothing", {}, None),
]


@pytest.mark.parametrize(("keys", "address"), [c[1:] for c in ADDRESSES], ids=[c[0] for c in ADDRESSES])
def test_the_electronic_address_of_a_card(keys: dict[str, str], address: tuple[str, str] | None) -> None:
    assert ContextParty(country="FI", **keys).electronic_address() == address  # type: ignore[arg-type]


def test_no_address_without_country() -> None:
    assert ContextParty(business_id="9100114-7").electronic_address() is None


# -- filling ----------


def filled(invoice: Invoice, **sections: Any) -> Invoice:
    return context(**sections).fill(invoice)


def test_the_seller_is_filled_when_the_document_names_none() -> None:
    seller = filled(
        Invoice(), seller={**SELLER, "street": "Konepajankuja 7", "city": "Tampere", "email": "a@b.example"}
    ).seller
    assert seller == Party(
        name="Pihlajaniemen Tukku ja Huolto Oy",
        vat_identifier="FI91001147",
        legal_registration_identifier="9100114-7",
        legal_registration_identifier_scheme="0212",
        electronic_address="003791001147",
        electronic_address_scheme="0216",
        address=Address(line_1="Konepajankuja 7", city="Tampere", country_code="FI"),
        contact=Contact(email="a@b.example"),
    )


def test_the_seller_of_the_document_is_left_alone() -> None:
    stated = Party(name="Toinen Oy")
    assert filled(Invoice(seller=stated), seller=SELLER).seller == stated
    assert filled(Invoice(seller=stated), seller=SELLER).payment_instructions == ()


@pytest.mark.parametrize(
    "stated",
    [
        Party(name="Toinen nimi", legal_registration_identifier="9100114-7"),
        Party(name="Toinen nimi", vat_identifier="FI 9100 1147"),
        Party(name="pihlajaniemen  tukku ja huolto OY"),
    ],
    ids=["business id", "VAT number", "name, and no number"],
)
def test_the_seller_of_the_context_gets_what_it_lacks(stated: Party) -> None:
    """The remedy of EI-CONTEXT-SELLER is to add to the card; contact and accounts of the document stay its own."""
    cards = {**SELLER, "street": "Konepajankuja 7", "email": "a@b.example", "iban": "FI8891317900012343"}
    found = filled(Invoice(seller=stated), seller=cards)
    assert found.seller is not None
    assert (found.seller.name, found.seller.contact, found.payment_instructions) == (stated.name, None, ())
    assert (found.seller.electronic_address_scheme, found.seller.electronic_address) == ("0216", "003791001147")
    assert found.seller.address == Address(line_1="Konepajankuja 7", country_code="FI")
    assert found.seller.vat_identifier in ("FI91001147", "FI 9100 1147")


def test_another_seller_gets_nothing() -> None:
    for stated in (
        Party(name="Pihlajaniemen Tukku ja Huolto Oy", legal_registration_identifier="9100117-1"),
        Party(name="Pihlajaniemen Tukku ja Huolto Oy", vat_identifier="FI91001171"),
        Party(name="Pihlajaniemi", vat_identifier="FI91001147", legal_registration_identifier="9100117-1"),
    ):
        assert filled(Invoice(seller=stated), seller=SELLER).seller == stated


def test_what_the_document_says_of_an_unnamed_seller_stays() -> None:
    stated = Party(contact=Contact(name="Aino"), vat_identifier="FI 9100 1147", trading_name="Puoti")
    seller = filled(Invoice(seller=stated), seller={**SELLER, "contact_name": "Hilkka", "phone": "1"}).seller
    assert seller is not None
    assert seller.contact == Contact(name="Aino"), "the telephone of one person beside the name of another"
    assert (seller.vat_identifier, seller.trading_name) == ("FI 9100 1147", "Puoti")
    assert seller.name == "Pihlajaniemen Tukku ja Huolto Oy"


CARD = {
    "code": "4367",
    "netvisor_key": "118",
    "name": "Koivurannan Kahvila Oy",
    "business_id": "9100117-1",
    "vat_id": "fi 91001171",
    "street": "Rantatie 12",
    "street2": "C 7",
    "city": "Jyväskylä",
    "postal_code": "40100",
    "country": "FI",
    "marking": "Osasto 7",
    "gln": "6439999000014",
}


def test_the_buyer_is_filled_from_the_card_of_its_code() -> None:
    found = filled(Invoice(buyer=Party(identifiers=(Identifier(value="4367"),))), customers=[CARD])
    assert found.buyer is not None
    assert found.buyer.name == "Koivurannan Kahvila Oy"
    assert found.buyer.vat_identifier == "FI91001171"
    assert found.buyer.address == Address(
        line_1="Rantatie 12", line_2="C 7", city="Jyväskylä", post_code="40100", country_code="FI"
    )
    assert (found.buyer.electronic_address_scheme, found.buyer.electronic_address) == ("0088", "6439999000014")
    assert found.buyer.identifiers == (Identifier(value="4367"),), "the code stays"
    assert found.buyer_reference == "Osasto 7"


FULL_PARTY = Party(
    name="Nimi",
    trading_name="Aputoiminimi",
    vat_identifier="FI 91001171",
    legal_registration_identifier="91001171",
    tax_registration_identifier="2",
    additional_legal_information="3",
    electronic_address="4",
    electronic_address_scheme="0088",
    identifiers=(Identifier(value="4367"),),
    address=Address(line_1="Katu", city="Oulu", post_code="90100", country_code="SE"),
    contact=Contact(name="A", telephone="B", email="C"),
)


def test_nothing_that_is_stated_is_overridden() -> None:
    stated = Invoice(buyer=FULL_PARTY, buyer_reference="Tilaus", seller=FULL_PARTY)
    card = {**CARD, "trading_name": "x", "tax_registration": "x", "legal_information": "x", "email": "x", "phone": "x"}
    assert context(customers=[card], seller=SELLER).contradictions(stated) == []
    found = filled(stated, customers=[card], seller=SELLER)
    assert found.seller == FULL_PARTY
    assert found.buyer_reference == "Tilaus"
    assert found.buyer == FULL_PARTY


def test_an_address_is_never_mixed_from_two() -> None:
    """A street of the card beside a town of the document would be no address at all."""
    buyer = Party(identifiers=(Identifier(value="4367"),), address=Address(city="Oulu"))
    found = filled(Invoice(buyer=buyer), customers=[CARD]).buyer
    assert found is not None
    assert found.address == Address(city="Oulu", country_code="FI")


def test_out_of_scope_invoices_name_no_vat_numbers() -> None:
    """BR-O-02 and the like: VAT numbers must not stand on an invoice outside the scope of VAT."""
    buyer = Party(identifiers=(Identifier(value="4367"),))
    outside = Invoice(buyer=buyer, lines=(Line(vat_category="O"), Line(vat_category="O")))
    mixed = Invoice(buyer=buyer, lines=(Line(vat_category="O"), Line(vat_category="S")))
    found = filled(outside, customers=[CARD], seller=SELLER)
    assert found.buyer is not None
    assert found.seller is not None
    assert (found.buyer.vat_identifier, found.seller.vat_identifier) == (None, None)
    assert found.seller.legal_registration_identifier is not None
    other = filled(mixed, customers=[CARD], seller=SELLER)
    assert other.buyer is not None
    assert other.buyer.vat_identifier == "FI91001171"
    assert filled(Invoice(buyer=buyer), customers=[CARD]).buyer == other.buyer


KEY = "netvisor:customer_key"

FINDERS = [
    # case                          buyer
    ("valid_code",                  Party(identifiers=(Identifier(value="4367"),))),
    ("valid_any_identifier",        Party(identifiers=(Identifier(value="x"), Identifier(value="4367", scheme="1")))),
    ("valid_netvisor_key",          Party(native={"netvisor:customer_key": "118"})),
    ("valid_code_beside_a_key",     Party(identifiers=(Identifier(value="4367"),), native={KEY: "118"})),
    ("valid_key_before_identifiers", Party(identifiers=(Identifier(value="1", scheme="x"),), native={KEY: "118"})),
    ("valid_ovt_of_business_id",    Party(electronic_address="003791001171", electronic_address_scheme="0216")),
    ("valid_ovt_of_a_department",   Party(electronic_address="003791001171003", electronic_address_scheme="0216")),
    ("valid_gln",                   Party(identifiers=(Identifier(value="6439999000014", scheme="0088"),))),
    ("valid_gln_as_address",        Party(electronic_address="6439999000014", electronic_address_scheme="0088")),
]  # fmt: skip


@pytest.mark.parametrize("buyer", [c[1] for c in FINDERS], ids=[c[0] for c in FINDERS])
def test_a_customer_is_found(buyer: Party) -> None:
    found = context(customers=[{"code": "1"}, CARD]).customer_of(Invoice(buyer=buyer))
    assert found is not None
    assert found.code == "4367"


@pytest.mark.parametrize("name", (None, "Koivurannan Kahvila Oy"))
def test_a_key_is_looked_up_as_code_where_nothing_speaks_against_it(name: str | None) -> None:
    """Cards of customers whom the documents know by key alone were written with the key as code."""
    card = {**CARD, "code": "120118", "netvisor_key": None}
    invoice = Invoice(buyer=Party(name=name, native={KEY: "120118"}))
    known = context(customers=[card])
    assert known.customer_of(invoice) is not None
    assert known.customer_of(known.fill(invoice)) is not None, "a filled buyer is found again"


def test_a_customer_is_found_by_an_ovt_code_of_its_own() -> None:
    card = {**CARD, "business_id": None, "ovt": "003791001171777"}
    buyer = Party(electronic_address="003791001171777", electronic_address_scheme="0216")
    assert context(customers=[card]).customer_of(Invoice(buyer=buyer)) is not None


@pytest.mark.parametrize("number", [c[1] for c in FINDERS[-4:]], ids=[c[0] for c in FINDERS[-4:]])
@pytest.mark.parametrize("codes", [("8", "4367"), ("4367", "8")])
def test_of_several_cards_with_one_number_the_first_counts(codes: tuple[str, str], number: Party) -> None:
    by_own_ovt = {**CARD, "business_id": None, "ovt": "003791001171", "netvisor_key": None}
    cards = [{**by_own_ovt, "code": "8"}, CARD] if codes[0] == "8" else [CARD, {**by_own_ovt, "code": "8"}]
    found = context(customers=cards).customer_of(Invoice(buyer=number))
    both = number.electronic_address == "003791001171" or number.electronic_address_scheme != "0216"
    assert found is not None and found.code == (codes[0] if both else "4367")


def test_a_copy_of_a_context_finds_its_own_customers() -> None:
    known, buyer = context(customers=[CARD]), Invoice(buyer=FINDERS[-1][1])
    assert known.customer_of(buyer) is not None
    other = known.model_copy(update={"customers": {"9": ContextParty(code="9", gln="6439999000014")}})
    assert other.customer_of(buyer) == ContextParty(code="9", gln="6439999000014")
    assert known == context(customers=[CARD]), "what is kept is no part of the context"
    assert known.model_dump() == context(customers=[CARD]).model_dump()


STRANGERS = [
    ("silent_no_buyer", None),
    ("silent_empty_buyer", Party()),
    ("silent_key_of_another_card", Party(native={KEY: "4367"})),
    ("silent_key_is_no_code_beside_a_code", Party(identifiers=(Identifier(value="5"),), native={KEY: "9"})),
    ("silent_code_is_no_key", Party(identifiers=(Identifier(value="118"),))),
    ("silent_other_code", Party(identifiers=(Identifier(value="4368"),))),
    ("silent_name_alone", Party(name="Koivurannan Kahvila Oy")),
    ("silent_other_ovt", Party(electronic_address="003791001147", electronic_address_scheme="0216")),
    ("silent_zero_ovt", Party(electronic_address="003700000000", electronic_address_scheme="0216")),
    ("silent_number_in_another_scheme", Party(electronic_address="003791001171", electronic_address_scheme="0088")),
]


@pytest.mark.parametrize("buyer", [c[1] for c in STRANGERS], ids=[c[0] for c in STRANGERS])
def test_a_customer_is_not_guessed(buyer: Party | None) -> None:
    without_number = {"code": "9", "name": "Ilman numeroa"}
    assert context(customers=[without_number, CARD]).customer_of(Invoice(buyer=buyer)) is None


# -- ways to pay ----------

ACCOUNTS = {"iban": "FI88 9131 7900 0123 43", "bic": "ESIMFIHH", "bankgiro": "5050-1055", "plusgiro": "4321-0"}


def test_the_accounts_of_the_seller_are_ways_to_pay() -> None:
    stated = PaymentInstructions(remittance_information="13")
    ways = filled(
        Invoice(currency="EUR", payment_instructions=(stated,)), seller={**SELLER, **ACCOUNTS}
    ).payment_instructions
    assert [(w.means_code, w.remittance_information, w.credit_transfer) for w in ways] == [
        ("30", "13", CreditTransfer(account_identifier="FI8891317900012343", service_provider_identifier="ESIMFIHH")),
        ("30", "13", CreditTransfer(account_identifier="50501055", service_provider_identifier="SE:BANKGIRO")),
        ("30", "13", CreditTransfer(account_identifier="43210", service_provider_identifier="SE:PLUSGIRO")),
    ]


def test_accounts_beside_a_giro_bear_one_code() -> None:
    """UBL takes one payment means code for all accounts (UBL-SR-47), and a giro is no SEPA transfer."""
    data = (Path(__file__).resolve().parents[1] / "corpora" / "billecta" / "entry-eur.json").read_bytes()
    entry = json.loads(data)
    del entry["PaymentOverride"]
    known = Context.load(Path(__file__).resolve().parents[1] / "corpora" / "billecta.toml")
    made = einvoice.convert(json.dumps(entry).encode(), "peppol-bis", context=known)
    assert made.data.count(b"<cac:PaymentMeans>") == 2
    assert [f.code for f in einvoice.validate(made.data).findings if f.code.startswith("UBL-")] == []


@pytest.mark.parametrize(("currency", "means"), ((None, "58"), ("EUR", "58"), ("SEK", "30")))
def test_a_sepa_transfer_is_in_euro(currency: str | None, means: str) -> None:
    ways = filled(Invoice(currency=currency), seller=SELLER).payment_instructions
    assert [w.means_code for w in ways] == [means]


STATED = [
    ("silent_account", PaymentInstructions(credit_transfer=CreditTransfer(account_identifier="DE1"))),
    ("silent_direct_debit", PaymentInstructions(means_code="49")),
    ("silent_card", PaymentInstructions(means_code="48")),
]


@pytest.mark.parametrize("stated", [c[1] for c in STATED], ids=[c[0] for c in STATED])
def test_a_way_to_pay_of_the_document_stays(stated: PaymentInstructions) -> None:
    assert filled(Invoice(payment_instructions=(stated,)), seller=SELLER).payment_instructions == (stated,)


def test_no_accounts_no_ways_to_pay() -> None:
    assert filled(Invoice(), seller={"name": "Oy"}).payment_instructions == ()


# -- what is missing ----------


def only(findings: list[Finding], code: str) -> Finding:
    found = [f for f in findings if f.code == code]
    assert len(found) == 1, findings
    return found[0]


COMPLETE = Party(
    name="Oy",
    legal_registration_identifier="9100114-7",
    electronic_address="003791001147",
    electronic_address_scheme="0216",
    address=Address(country_code="FI"),
)


def test_silent_nothing_is_missing() -> None:
    assert missing(Invoice(seller=COMPLETE, buyer=COMPLETE), Context()) == []


def test_a_missing_seller_names_fields_terms_and_the_lines_to_add() -> None:
    found = only(missing(Invoice(buyer=COMPLETE), Context()), "EI-CONTEXT-SELLER")
    assert (found.severity, found.layer, found.model_path) == ("error", "business", "seller")
    assert found.terms == ("BT-27", "BT-40", "BT-34", "BT-30")
    for field, term in (("name", "BT-27"), ("country", "BT-40"), ("endpoint", "BT-34"), ("business_id", "BT-30")):
        assert f"{term}, key '{field}'" in found.message
        assert re.search(rf'\| {field} = "[^"]+"', str(found.fix)), "the line to add"
    assert str(found.fix).startswith("add to einvoice.toml (given with --context): [seller] | ")


def test_a_missing_customer_names_its_code() -> None:
    known = Context(source="conf/einvoice.toml")
    invoice = Invoice(seller=COMPLETE, buyer=Party(identifiers=(Identifier(value="4367"),), name="Oy"))
    found = only(missing(invoice, known), "EI-CONTEXT-CUSTOMER")
    assert found.message.startswith("customer '4367' lacks ")
    assert "the country (BT-55, key 'country')" in found.message
    assert "the electronic address (BT-49, key 'endpoint')" in found.message
    assert "BT-44" not in found.message
    assert (found.terms, found.value, found.model_path) == (("BT-55", "BT-49"), "4367", "buyer")
    assert found.fix == (
        'add to conf/einvoice.toml: [[customers]] | code = "4367" | country = "FI" | endpoint = "0216:0037…"'
    )


def test_a_code_that_the_context_does_not_know_is_compared_with_those_it_knows() -> None:
    known = context(customers=[CARD])
    close = Invoice(seller=COMPLETE, buyer=Party(identifiers=(Identifier(value="43677"),)))
    found = only(missing(close, known), "EI-CONTEXT-CUSTOMER")
    assert "customer '43677' (no such code in the context; did you mean '4367'?)" in found.message
    far = Invoice(seller=COMPLETE, buyer=Party(identifiers=(Identifier(value="ABC"),)))
    assert "(no such code in the context)" in only(missing(far, known), "EI-CONTEXT-CUSTOMER").message


def test_a_key_of_netvisor_is_no_customer_code() -> None:
    invoice = Invoice(seller=COMPLETE, buyer=Party(native={KEY: "4367"}))
    found = only(missing(invoice, context(customers=[CARD])), "EI-CONTEXT-CUSTOMER")
    assert found.message.startswith(
        "the customer with the key '4367' of Netvisor (no card of the context has it as netvisor_key) lacks the name"
    )
    assert 'code = "…" | netvisor_key = "4367" | name = "…"' in str(found.fix)
    assert found.value == "4367"
    known = context(customers=[{"code": "1", "netvisor_key": "4367"}])
    again = only(missing(known.fill(invoice), known), "EI-CONTEXT-CUSTOMER")
    assert again.message.startswith("the customer with the key '4367' of Netvisor lacks the name")


def test_a_key_never_fetches_the_card_of_that_code() -> None:
    """Codes and keys are two series of numbers: 4368 is the key of one customer and the code of another."""
    cards = [{"code": "7001", "name": "Oikea"}, {"code": "4368", "name": "Väärä"}]
    buyer = Party(identifiers=(Identifier(value="7001"),), native={KEY: "4368"})
    assert filled(Invoice(buyer=buyer), customers=cards).buyer == buyer.model_copy(update={"name": "Oikea"})


# -- the card of somebody else ----------

CONTRADICTIONS = [
    # case                          buyer beside the code, card beside code and name, term, stated, known
    ("invalid_business_id", {"legal_registration_identifier": "9100120-0"}, {}, "BT-47", "9100120-0", "9100117-1"),
    ("invalid_vat_number", {"vat_identifier": "FI91001200"}, {}, "BT-48", "FI91001200", "fi 91001171"),
    ("invalid_country", {"vat_identifier": "SE556677889901"}, {}, "BT-48", "SE556677889901", "fi 91001171"),
    ("invalid_key", {"native": {KEY: "119"}}, {}, "BT-46", "119", "118"),
    ("invalid_no_country", {"legal_registration_identifier": "1"}, {"country": None}, "BT-47", "1", "9100117-1"),
    ("silent_spelling", {"legal_registration_identifier": "FI 91001171", "vat_identifier": "91001171"}, {},
     None, None, None),
    ("silent_other_scheme", {
        "legal_registration_identifier": "6439999000014", "legal_registration_identifier_scheme": "0088",
    }, {}, None, None, None),
    ("silent_name", {"name": "Kahvila Koivuranta"}, {}, None, None, None),
    ("silent_nothing_to_compare", {"vat_identifier": "FI91001200"}, {"vat_id": None}, None, None, None),
    ("silent_swedish", {"legal_registration_identifier": "165560360793"},
     {"country": "SE", "business_id": "556036-0793", "vat_id": None}, None, None, None),
    ("silent_norwegian", {"vat_identifier": "NO 923 609 016 MVA"},
     {"country": "NO", "business_id": "923609016", "vat_id": "NO923609016MVA"}, None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "card", "term", "value", "known"),
    [c[1:] for c in CONTRADICTIONS],
    ids=[str(c[0]) for c in CONTRADICTIONS],
)
def test_a_card_of_somebody_else_fills_nothing(
    stated: dict[str, Any], card: dict[str, Any], term: str | None, value: str | None, known: str | None
) -> None:
    rules = Context.parse({"customers": [{**CARD, **card}], "seller": SELLER}, source="einvoice.toml")
    buyer = Party(**{"identifiers": (Identifier(value="4367"),), **stated})
    invoice = rules.fill(Invoice(buyer=buyer, seller=COMPLETE))
    findings = missing(invoice, rules)
    if term is None:
        assert rules.customer_of(invoice) is not None
        assert invoice.buyer_reference == "Osasto 7"
        assert "EI-CONTEXT-CONTRADICTION" not in {f.code for f in findings}
        return
    assert rules.customer_of(invoice) is None
    assert (invoice.buyer, invoice.buyer_reference) == (buyer, None)
    (found,) = findings
    assert (found.code, found.severity, found.terms, found.value) == (
        "EI-CONTEXT-CONTRADICTION",
        "error",
        (term,),
        value,
    )
    assert f" {value}, the card in einvoice.toml says {known};" in found.message
    assert found.model_path is not None
    assert found.model_path.startswith("buyer.")
    assert found.fix


def test_the_card_of_the_key_is_not_that_of_the_code() -> None:
    buyer = Party(identifiers=(Identifier(value="7001"),), native={KEY: "118"})
    known = context(customers=[CARD, {"code": "7001", "name": "Toinen"}])
    (found,) = known.contradictions(Invoice(buyer=buyer))
    assert (found.value, found.model_path) == ("7001", "buyer.identifiers[0].value")
    assert known.fill(Invoice(buyer=buyer)).buyer == buyer


def test_a_seller_of_another_number_is_not_filled() -> None:
    """Somebody else's documents with our context must not become ours."""
    stated = Party(vat_identifier="FI91001200")
    known = context(seller=SELLER)
    invoice = known.fill(Invoice(seller=stated, buyer=COMPLETE))
    assert invoice.seller == stated
    assert invoice.payment_instructions == ()
    found = only(missing(invoice, known), "EI-CONTEXT-CONTRADICTION")
    assert (found.terms, found.model_path) == (("BT-31",), "seller.vat_identifier")
    assert "EI-CONTEXT-SELLER" not in {f.code for f in missing(invoice, known)}


def test_a_named_seller_is_not_compared() -> None:
    stated = COMPLETE.model_copy(update={"vat_identifier": "FI91001200"})
    assert missing(Invoice(seller=stated, buyer=COMPLETE), context(seller=SELLER)) == []


def test_a_buyer_without_code_is_the_buyer() -> None:
    found = only(missing(Invoice(seller=COMPLETE), Context()), "EI-CONTEXT-CUSTOMER")
    assert found.message.startswith("the buyer lacks the name (BT-44, key 'name')")
    assert found.value is None
    assert "code =" not in str(found.fix)


def test_any_number_of_the_seller_will_do() -> None:
    bare = COMPLETE.model_copy(update={"legal_registration_identifier": None})
    for update in ({"vat_identifier": "FI91001147"}, {"identifiers": (Identifier(value="6439999000014"),)}):
        seller = bare.model_copy(update=update)
        assert missing(Invoice(seller=seller, buyer=COMPLETE), Context()) == []
    assert only(missing(Invoice(seller=bare, buyer=COMPLETE), Context()), "EI-CONTEXT-SELLER").terms == ("BT-30",)


def test_amounts_are_none_of_its_business() -> None:
    seller = COMPLETE.model_copy(update={"vat_identifier": "FI91001147"})
    invoice = Invoice(seller=seller, buyer=COMPLETE, lines=(Line(net_amount=Decimal("1.00")),))
    assert context(seller=SELLER, customers=[CARD]).fill(invoice) == invoice


def test_the_person_that_the_document_names_gets_the_rest_of_the_card() -> None:
    seller = {"name": "A Oy", "country": "FI", "contact_name": "Hilkka", "phone": "+358 50 555 0114"}
    context = Context.parse({"seller": seller})
    for stated, telephone in (("Hilkka", "+358 50 555 0114"), ("Matti", None)):
        filled = context.fill(Invoice(seller=Party(contact=Contact(name=stated))))
        assert filled.seller is not None
        assert filled.seller.contact is not None
        assert (filled.seller.contact.name, filled.seller.contact.telephone) == (stated, telephone)
