"""Addresses: what each card gives, what is rewritten, what is refused and with which advice."""

import pytest

from einvoice.errors import InvalidCheckDigit, InvalidComponent, InvalidFormat, InvalidLength
from einvoice.identifiers import endpoint
from einvoice.identifiers.endpoint import Endpoint, derive_endpoint, parse_endpoint

GLN = "7340109104692"
FI, OVT = "2077474-0", "003720774740OSTO1"
SE, SE_VAT = "556047-3521", "SE556047352101"
IBAN = "FI21 1234 5600 0007 85"

DERIVED = [
    # case                       country  numbers                                                    address, derivation
    ("explicit_first", "SE", {"endpoint": "0192:988 077 917", "gln": GLN}, "0192:988077917", "explicit"),
    ("explicit_rewritten", "FI", {"endpoint": "0037:20774740"}, "0216:003720774740", "D13"),
    ("ovt", "FI", {"ovt": OVT, "business_id": FI}, "0216:003720774740OSTO1", "D4"),
    ("ovt_before_gln", "FI", {"ovt": OVT, "gln": GLN}, "0216:003720774740OSTO1", "D4"),
    ("ovt_as_endpoint", "FI", {"endpoint": "003720774740osto1"}, "0216:003720774740OSTO1", "D4"),
    ("gln_before_number_se", "SE", {"gln": GLN, "business_id": SE, "vat_number": SE_VAT}, f"0088:{GLN}", "D1"),
    ("gln_before_number_fi", "FI", {"gln": GLN, "business_id": FI}, f"0088:{GLN}", "D1"),
    ("gln_before_number_dk", "DK", {"gln": GLN, "business_id": "13585628"}, f"0088:{GLN}", "D1"),
    ("gln_without_country", None, {"gln": GLN}, f"0088:{GLN}", "D1"),
    ("fi_number", "FI", {"business_id": FI}, "0216:003720774740", "D5"),
    ("fi_number_padded", "FI", {"business_id": "737546-2"}, "0216:003707375462", "D5"),
    ("aland_number", "AX", {"business_id": FI}, "0216:003720774740", "D5"),
    ("fi_vat", "fi", {"vat_number": "FI20774740"}, "0216:003720774740", "D6"),
    ("se_number", "SE", {"business_id": "16" + SE, "vat_number": SE_VAT}, "0007:5560473521", "D2"),
    ("se_vat", "SE", {"vat_number": SE_VAT}, "0007:5560473521", "D3"),
    ("se_vat_without_country", None, {"vat_number": SE_VAT}, "0007:5560473521", "D3"),
    ("no_number", "NO", {"business_id": "988 077 917"}, "0192:988077917", "D7"),
    ("no_vat", "NO", {"vat_number": "NO988077917MVA"}, "0192:988077917", "D7"),
    ("no_vat_bare", "NO", {"vat_number": "988077917 MVA"}, "0192:988077917", "D7"),
    ("dk_number", "DK", {"business_id": "DK13585628"}, "0184:13585628", "D8"),
    ("dk_vat_bare", "DK", {"vat_number": "13585628"}, "0184:13585628", "D8"),
    ("ee_number", "EE", {"business_id": "10137025", "vat_number": "EE100931558"}, "0191:10137025", "D9"),
    ("ee_vat", "EE", {"vat_number": "EE 100931558"}, "9931:EE100931558", "D10"),
    ("de_vat", "DE", {"business_id": "HRB 1", "vat_number": "DE136695976"}, "9930:DE136695976", "D11"),
    ("gr_vat", "GR", {"vat_number": "EL094259216"}, "9933:EL094259216", "D11"),
    ("it_vat", "IT", {"vat_number": "IT00743110157"}, "0211:IT00743110157", "D11"),
    ("is_number", "IS", {"business_id": "450401-3150"}, "0196:4504013150", "registration"),
    ("iban_alone", "FI", {"endpoint": IBAN}, "9918:FI2112345600000785", "D12"),
    ("iban_after_number", "FI", {"endpoint": IBAN, "business_id": FI}, "0216:003720774740", "D5"),
    ("blank_is_absent", "FI", {"gln": " ", "ovt": "", "business_id": FI}, "0216:003720774740", "D5"),
]


@pytest.mark.parametrize(
    ("country", "numbers", "address", "derivation"), [c[1:] for c in DERIVED], ids=[c[0] for c in DERIVED]
)
def test_derive(country, numbers, address, derivation):
    derived = derive_endpoint(country=country, **numbers)
    assert str(derived) == address
    assert derived.derivation == derivation
    again = parse_endpoint(str(derived))
    assert (again.scheme, again.value, again.derivation) == (derived.scheme, derived.value, "explicit")


NONE = [
    ("nothing", "SE", {}),
    ("blanks", "SE", {"gln": "  ", "endpoint": ""}),
    ("number_without_derivation", "DE", {"business_id": "HRB 12345"}),
    ("number_without_country", None, {"business_id": FI}),
    ("vat_outside_europe", "US", {"vat_number": "12-3456789"}),
    ("vat_without_scheme", "GB", {"vat_number": "XI980780684"}),
]


@pytest.mark.parametrize(("country", "numbers"), [c[1:] for c in NONE], ids=[c[0] for c in NONE])
def test_nothing_usable(country, numbers):
    assert derive_endpoint(country=country, **numbers) is None


REFUSED = [
    # case                    country  numbers                                error              path           says
    ("gln_no_fallback", "SE", {"gln": "7894565135487", "business_id": SE}, InvalidCheckDigit, "gln", "expected 1"),
    ("gln_length", "SE", {"gln": "731000011111"}, InvalidLength, "gln", "12 digits, expected 13"),
    (
        "number_no_fallback",
        "SE",
        {"business_id": "5560473522", "vat_number": SE_VAT},
        InvalidCheckDigit,
        "business_id",
        "",
    ),
    ("ovt", "FI", {"ovt": "003720774741", "business_id": FI}, InvalidCheckDigit, "ovt", "expected 0"),
    ("vat", "FI", {"vat_number": "FI20774741"}, InvalidCheckDigit, "vat_number", "expected 0"),
    ("vat_without_prefix", "FI", {"vat_number": "20774740"}, InvalidFormat, "vat_number", "no country prefix"),
    ("vat_prefix_unknown", "FI", {"vat_number": "QQ20774740"}, InvalidComponent, "vat_number", "no rules known"),
    (
        "sole_trader",
        "SE",
        {"business_id": "811228-9874"},
        InvalidComponent,
        "business_id",
        "Ask the customer for a GLN",
    ),
    ("sole_trader_vat", "SE", {"vat_number": "SE811228987401"}, InvalidComponent, "vat_number", "811228****"),
    ("removed", "SE", {"endpoint": f"9955:{SE_VAT}"}, InvalidComponent, "endpoint", "Write 0007:5560473521."),
    ("iban_outside_finland", "SE", {"endpoint": IBAN}, InvalidFormat, "endpoint", "Write 9918:FI2112345600000785."),
]


@pytest.mark.parametrize(
    ("country", "numbers", "error", "path", "says"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_refused(country, numbers, error, path, says):
    with pytest.raises(error) as caught:
        derive_endpoint(country=country, **numbers)
    assert caught.value.path == path
    assert str(caught.value).startswith(f"{path}: ")
    assert says in str(caught.value)


def test_sole_trader_may_write_the_number_out():
    assert str(derive_endpoint(country="SE", endpoint="0007:811228-9874")) == "0007:8112289874"


PARSED = [
    # text                                            address                    derivation
    ("0216:003720774740", "0216:003720774740", "explicit"),
    (" 0216 : 0037 2077 4740 ab ", "0216:003720774740AB", "explicit"),
    ("iso6523-actorid-upis::0216:003720774740", "0216:003720774740", "explicit"),
    ("0037:003720774740OSTO1", "0216:003720774740OSTO1", "D13"),
    ("0037:20774740OSTO1", "0216:003720774740OSTO1", "D13"),
    ("0037:2077474-0", "0216:003720774740", "D13"),
    ("0037:00371231", "0216:003700371231", "D13"),
    ("0212:2077474-0", "0216:003720774740", "D13"),
    ("0212:737546-2", "0216:003707375462", "D13"),
    ("0213:FI20774740", "0216:003720774740", "D13"),
    ("0007:556047-3521", "0007:5560473521", "explicit"),
    ("0088:7340109104692", "0088:7340109104692", "explicit"),
    ("0184:DK13585628", "0184:13585628", "explicit"),
    ("0198:13585628", "0198:DK13585628", "explicit"),
    ("0096:1012345678", "0096:1012345678", "explicit"),
    ("0208:0428759497", "0208:0428759497", "explicit"),
    ("9930:de136695976", "9930:DE136695976", "explicit"),
    ("9925:be 428759497", "9925:BE428759497", "explicit"),
    ("9948:RS101134702", "9948:RS101134702", "explicit"),
    ("9918:FI21 1234 5600 0007 85", "9918:FI2112345600000785", "explicit"),
    ("0060:812810734", "0060:812810734", "explicit"),
    ("0204:991-1234512345-06", "0204:991-1234512345-06", "explicit"),
]


@pytest.mark.parametrize(("text", "address", "derivation"), PARSED)
def test_parse(text, address, derivation):
    parsed = parse_endpoint(text)
    assert (str(parsed), parsed.derivation) == (address, derivation)
    assert endpoint.is_valid(text)
    assert not parsed.is_guess


UNPARSED = [
    # case                     text                            error              says
    ("no_scheme_gln", GLN, InvalidFormat, f"Write 0088:{GLN}."),
    ("no_scheme", "banana", InvalidFormat, "Write scheme and value"),
    ("ovt_without_prefix", "0216:20774740", InvalidFormat, "Write 003720774740."),
    ("banana", "0216:banana", InvalidFormat, "OVT code 'banana'"),
    ("prefix_twice", "0216:0037003720774740", InvalidCheckDigit, "OVT code"),
    ("gln_too_long", "0088:9482348239847239874", InvalidLength, "19 digits, expected 13"),
    ("email", "EM:a@b.fi", InvalidFormat, "expected four digits"),
    ("net_service_id", "0215:TE003720774740", InvalidComponent, "Ask the receiver"),
    ("swedish_edelivery", "0203:x", InvalidComponent, "Ask the receiver"),
    ("old_norwegian", "9908:988077917", InvalidComponent, "Write 0192:988077917."),
    ("old_norwegian_vat", "9909:NO988077917MVA", InvalidComponent, "Write 0192:988077917."),
    ("old_danish", "9902:DK13585628", InvalidComponent, "Write 0184:13585628."),
    ("old_danish_wrong", "9902:13585627", InvalidComponent, "Use the scheme 0184."),
    ("old_italian", "9906:IT00743110157", InvalidComponent, "Write 0211:IT00743110157."),
    ("old_finnish_wrong", "0212:2077474-1", InvalidCheckDigit, "expected 0"),
    ("other_country", "9930:NL004495445B01", InvalidComponent, "Write 9944:NL004495445B01."),
    ("belgian_check", "0208:0428759498", InvalidCheckDigit, "the check digits do not fit"),
    ("dutch_form", "0106:1234567", InvalidFormat, "expected 8 digits"),
    ("value_sign", "0204:a/b", InvalidFormat, "only letters, digits and - . _ ~"),
    ("value_empty", "0204:", InvalidFormat, "only letters, digits"),
    ("value_too_long", "0204:" + "1" * 131, InvalidFormat, "at most 130"),
]


@pytest.mark.parametrize(("text", "error", "says"), [c[1:] for c in UNPARSED], ids=[c[0] for c in UNPARSED])
def test_parse_refused(text, error, says):
    with pytest.raises(error) as caught:
        parse_endpoint(text)
    assert type(caught.value) is error
    assert says in str(caught.value)
    assert not endpoint.is_valid(text)


def test_endpoint_is_a_value():
    one = Endpoint("0216", "003720774740", "D5")
    assert one == derive_endpoint(country="FI", business_id=FI)
    assert one.participant == "iso6523-actorid-upis::0216:003720774740"
    assert one.is_guess
    assert len({one, one}) == 1


@pytest.mark.parametrize(
    ("country", "scheme", "text", "normal"),
    [
        ("FI", "0212", "20774740", "2077474-0"),
        ("fi", "0212", "737546-2", "0737546-2"),
        ("AX", "0212", "2077474-0", "2077474-0"),
        ("SE", "0007", "16 556047-3521", "5560473521"),
        ("SE", "0007", "811228-9874", "8112289874"),
        ("NO", "0192", "NO 988 077 917 MVA", "988077917"),
        ("DK", "0184", "DK 13585628", "13585628"),
        ("EE", "0191", "10137025", "10137025"),
        ("IS", "0196", "450401-3150", "4504013150"),
        ("BE", "0208", "0428.759.497", "0428759497"),
        ("NL", "0106", "12345678", "12345678"),
        ("LT", "0200", "110053842", "110053842"),
        ("LV", "0218", "40003521600", "40003521600"),
        ("DE", None, " HRB   12345 ", "HRB 12345"),
    ],
)
def test_registration(country, scheme, text, normal):
    assert endpoint.registration_scheme(country) == scheme
    assert endpoint.normal_business_id(country, text) == normal


def test_registration_number_that_is_wrong():
    with pytest.raises(InvalidCheckDigit):
        endpoint.normal_business_id("FI", "2077474-1")
