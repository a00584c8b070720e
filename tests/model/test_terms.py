"""The register of terms and the classes, compared in both directions."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import pytest

from einvoice.model import Invoice, Model
from einvoice.model.terms import Term, business_terms, by_place, register, terms_at

TERMS = list(register().values())

WITHOUT_TERM = {
    # place in the model: why no term names it
    "allowances_charges.is_charge": "the flag says which of two terms the fields beside it are",
    "lines.allowances_charges.is_charge": "the flag says which of two terms the fields beside it are",
    "lines.allowances_charges.vat_category": "a line has one VAT category for all of it (BT-151)",
    "lines.allowances_charges.vat_rate": "a line has one VAT rate for all of it (BT-152)",
    "buyer.tax_registration_identifier": "EN 16931 gives a local tax registration to the seller only (BT-32)",
    "buyer.tax_registration_scheme": "EN 16931 gives a local tax registration to the seller only (BT-32)",
    "buyer.additional_legal_information": "EN 16931 has legal information of the seller only (BT-33)",
    "payee.name_extension": "a second line of the name is known of seller, buyer and delivery only",
    "payee.trading_name": "EN 16931 has one name of the payee (BT-59)",
    "payee.vat_identifier": "EN 16931 has no VAT number of the payee",
    "payee.tax_registration_identifier": "EN 16931 gives a local tax registration to the seller only (BT-32)",
    "payee.tax_registration_scheme": "EN 16931 gives a local tax registration to the seller only (BT-32)",
    "payee.additional_legal_information": "EN 16931 has legal information of the seller only (BT-33)",
    "payee.electronic_address": "the invoice is not delivered to the payee",
    "payee.electronic_address_scheme": "the invoice is not delivered to the payee",
    "payee.address": "EN 16931 has no address of the payee",
    "payee.contact": "EN 16931 has no contact of the payee",
    "tax_representative.name_extension": "a second line of the name is known of seller, buyer and delivery only",
    "tax_representative.trading_name": "EN 16931 has one name of the representative (BT-62)",
    "tax_representative.identifiers": "EN 16931 knows the representative by its VAT number (BT-63)",
    "tax_representative.legal_registration_identifier": "EN 16931 knows the representative by its VAT number (BT-63)",
    "tax_representative.legal_registration_identifier_scheme": "the number that it belongs to has no term",
    "tax_representative.tax_registration_identifier": "EN 16931 gives a local tax registration to the seller only",
    "tax_representative.tax_registration_scheme": "EN 16931 gives a local tax registration to the seller only",
    "tax_representative.additional_legal_information": "EN 16931 has legal information of the seller only (BT-33)",
    "tax_representative.electronic_address": "the invoice is not delivered to the representative",
    "tax_representative.electronic_address_scheme": "the invoice is not delivered to the representative",
    "tax_representative.contact": "EN 16931 has no contact of the representative",
}
"""Fields that exist because a class serves several roles.  A place stands for all below it."""


def plain(place: str) -> str:
    return re.sub(r"\[[^]]*\]", "", place)


def inner(annotation: Any) -> Any:
    """Return what an annotation holds: the class, or the type of a leaf."""
    if get_origin(annotation) is Literal:
        return str
    found = [a for a in get_args(annotation) if a is not type(None) and a is not Ellipsis]
    return inner(found[0]) if found else annotation


def fields(model: type[Model], at: str = "") -> Iterator[tuple[str, Any, bool]]:
    """Yield (place, type, is a list) of every field that can be reached from *model*; native data are left out."""
    for name, info in model.model_fields.items():
        if name == "native":
            continue
        kind = inner(info.annotation)
        yield at + name, kind, get_origin(info.annotation) is tuple
        if isinstance(kind, type) and issubclass(kind, Model):
            yield from fields(kind, f"{at}{name}.")


FIELDS = {place: (kind, many) for place, kind, many in fields(Invoice)}


def is_group(place: str) -> bool:
    kind = FIELDS[place][0]
    return isinstance(kind, type) and issubclass(kind, Model)


def excused(place: str) -> bool:
    return any(place == known or place.startswith(known + ".") for known in WITHOUT_TERM)


def test_every_field_has_a_term_or_a_reason() -> None:
    places = set(by_place())
    unnamed = [place for place in FIELDS if not is_group(place) and place not in places and not excused(place)]
    assert unnamed == []


def test_every_group_has_a_term_or_only_terms_below() -> None:
    places = set(by_place())
    for place in FIELDS:
        if is_group(place) and place not in places and not excused(place):
            below = [p for p in places if p.startswith(place + ".")]
            assert below, f"{place} has no term, and nothing in it has one"


def test_the_reasons_are_current() -> None:
    places = set(by_place())
    assert [place for place in WITHOUT_TERM if place not in FIELDS] == []
    assert [place for place in WITHOUT_TERM if place in places] == []


@pytest.mark.parametrize("term", [t for t in TERMS if t.place], ids=lambda term: term.identifier)
def test_every_place_exists(term: Term) -> None:
    assert plain(term.place) in FIELDS


TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "code": (str,),
    "identifier": (str,),
    "binary": (str,),
    "date": (date,),
    "amount": (Decimal,),
    "price": (Decimal,),
    "quantity": (Decimal,),
    "percentage": (Decimal,),
    "number": (Decimal, int),
    "flag": (bool,),
}


@pytest.mark.parametrize("term", [t for t in TERMS if t.place], ids=lambda term: term.identifier)
def test_every_term_has_the_type_of_its_field(term: Term) -> None:
    kind, _ = FIELDS[plain(term.place)]
    if term.type == "group":
        assert issubclass(kind, Model)
    else:
        assert kind in TYPES[term.type]


@pytest.mark.parametrize("term", [t for t in TERMS if t.place], ids=lambda term: term.identifier)
def test_what_may_repeat_is_a_list(term: Term) -> None:
    """``0..n`` of a group or text is a tuple somewhere on its place below that of the group above it."""
    if term.cardinality.endswith("n"):
        steps = plain(term.place).split(".")
        places = [".".join(steps[: end + 1]) for end in range(len(steps))]
        assert any(FIELDS[place][1] for place in places)


def test_cardinalities_are_those_of_the_standard() -> None:
    assert {t.cardinality for t in TERMS} <= {"0..1", "1..1", "0..n", "1..n"}


def test_there_are_164_business_terms() -> None:
    numbers = [int(t.identifier.removeprefix("BT-")) for t in business_terms()]
    assert len(numbers) == 164
    # EN 16931-1 leaves BT-4 out, and the third address lines have the last numbers
    assert sorted(numbers) == [n for n in range(1, 166) if n != 4]


def test_there_are_32_groups() -> None:
    groups = [int(t.identifier.removeprefix("BG-")) for t in TERMS if t.identifier.startswith("BG-")]
    assert groups == list(range(1, 33))
    assert {t.identifier for t in TERMS if t.identifier.startswith("BG-") and not t.place} == {
        "BG-2",
        "BG-29",
        "BG-30",
        "BG-31",
    }


def test_identifiers_are_business_terms_groups_and_extensions() -> None:
    for term in TERMS:
        assert re.fullmatch(r"BT-[0-9]+(-[0-9])?|BG-[0-9]+|EX-[A-Z]+(-[A-Z]+)*", term.identifier), term.identifier
        assert term.name
    assert list(register()) == [t.identifier for t in TERMS]


def test_no_identifier_stands_twice() -> None:
    """A second row would replace the first in silence."""
    from einvoice.model import terms

    rows = [line.partition("|")[0].strip() for line in terms._REGISTER.strip().splitlines()]
    assert [name for name, count in Counter(rows).items() if count > 1] == []
    assert len(rows) == len(register())


SHARED_PLACES = {
    # place: the terms that share it, told apart by a selector
    "seller.identifiers.value": ("BT-29", "BT-90"),
}


def test_terms_that_share_a_place_are_told_apart() -> None:
    for place, terms in by_place().items():
        if len(terms) == 1:
            continue
        assert len({t.place for t in terms}) == len(terms), f"{place}: {[t.place for t in terms]}"
        if "allowances_charges" in place:
            assert [re.findall(r"\[(\w+)\]", t.place) for t in terms] == [["allowance"], ["charge"]]
        else:
            assert tuple(t.identifier for t in terms) == SHARED_PLACES[place]


def test_sub_terms_stand_beside_their_term() -> None:
    for term in TERMS:
        if re.fullmatch(r"BT-[0-9]+-[0-9]", term.identifier):
            whole = register()[term.identifier.rpartition("-")[0]]
            assert plain(term.place).rpartition(".")[0] == plain(whole.place).rpartition(".")[0]


FOUND = [
    ("valid_field", "invoice_number", ("BT-1",)),
    ("valid_position", "lines[12].quantity", ("BT-129",)),
    ("valid_two_positions", "lines[0].classifications[1].scheme", ("BT-158-1",)),
    ("valid_both_kinds", "allowances_charges[3].amount", ("BT-92", "BT-99")),
    ("valid_both_kinds_of_a_line", "lines[0].allowances_charges[3].amount", ("BT-136", "BT-141")),
    ("valid_group", "buyer.address", ("BG-8",)),
    ("valid_extension", "internal.posting_lines[0].dimensions[1].name", ("EX-POSTING-DIMENSION-NAME",)),
    ("silent_without_term", "payee.address.city", ()),
    ("silent_native", "native.netvisor:key", ()),
    ("silent_unknown", "nowhere", ()),
    ("silent_empty", "", ()),
]


@pytest.mark.parametrize(("place", "terms"), [c[1:] for c in FOUND], ids=[c[0] for c in FOUND])
def test_terms_at(place: str, terms: tuple[str, ...]) -> None:
    assert terms_at(place) == terms


def test_internal_terms_are_those_below_internal() -> None:
    internal = {t.identifier for t in TERMS if t.internal}
    assert {"EX-PRIVATE-COMMENT", "EX-PURCHASE-PRICE", "EX-LINE-DIMENSION-NAME", "EX-INTERNAL"} <= internal
    assert all(identifier.startswith("EX-") for identifier in internal)
    assert {t.identifier for t in TERMS if ".internal." in f".{t.place}."} == internal
