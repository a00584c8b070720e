"""The steps of the chain, then the whole: what is stated, what is filled, what stays unknown."""

from decimal import Decimal, localcontext

import pytest

from einvoice.calc import (
    ZERO_RATED,
    allowance_charge_amount,
    check_totals,
    complete,
    derive_totals,
    line_gross_amount,
    line_net_amount,
    line_vat_amount,
    net_price,
    nets_from_gross,
    recompute,
    rounding_tolerance,
    tax_amount,
    taxable_amounts,
    vat_breakdown,
    vat_key,
)
from einvoice.model import Address, DocumentTotals, Invoice, Line, Party

from .documents import allowance, decimal, group, line, totals

LINES = [
    # case                            line                                                           net
    ("price",                         line("3", "12.50"),                                            "37.50"),
    ("base_quantity",                 line("250", "12.34", price_base_quantity=Decimal(100)),        "30.85"),
    ("base_quantity_one",             line("2", "5", price_base_quantity=Decimal(1)),                "10.00"),
    ("gross_less_discount",           line("10", gross_price=Decimal("12.50"), price_discount=Decimal("2.25")),
                                                                                                     "102.50"),
    ("gross_without_discount",        line("2", gross_price=Decimal("12.50")),                       "25.00"),
    ("net_price_wins",                line("1", "10", gross_price=Decimal("12.50")),                 "10.00"),
    ("price_with_vat",                line("100", price_with_vat=Decimal("10.00")),                  "796.81"),
    ("price_with_vat_exempt",         line("2", category="E", rate=None, price_with_vat=Decimal("10")), "20.00"),
    ("price_with_vat_out_of_scope",   line("2", category="O", rate=None, price_with_vat=Decimal("10")), "20.00"),
    ("parts_rounded_alone",           line("3", "10.005", allowances=[{"amount": "1"}], charges=[{"amount": "1.50"}]),
                                                                                                     "30.52"),
    ("allowance_of_its_base",         line("1", "100", allowances=[{"base": "50", "percent": "10"}]), "95.00"),
    ("allowance_of_the_goods",        line("2", "10.05", allowances=[{"percent": "10"}]),            "18.09"),
    ("amount_wins_over_percentage",   line("1", "100", allowances=[{"amount": "9", "base": "100", "percent": "10"}]),
                                                                                                     "91.00"),
    ("stated_net_is_not_looked_at",   line("2", "10", net_amount=Decimal("1")),                      "20.00"),
    ("correction",                    line("-1", "20"),                                              "-20.00"),
    ("free",                          line("1", "0"),                                                "0.00"),
    ("free_correction",               line("-1", "0"),                                               "0.00"),
    ("unknown_quantity",              line(None, "20"),                                              None),
    ("unknown_price",                 line("1"),                                                     None),
    ("unknown_rate_of_gross_price",   line("1", rate=None, price_with_vat=Decimal("10")),            None),
    ("unknown_allowance",             line("1", "20", allowances=[{"reason": "discount"}]),          None),
    ("base_quantity_zero",            line("1", "20", price_base_quantity=Decimal(0)),               None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "line", "net"), LINES, ids=[c[0] for c in LINES])
def test_line_net_amount(case, line, net):
    assert line_net_amount(line) == decimal(net)
    assert net is None or str(line_net_amount(line)) == net


def test_price_from_the_price_with_vat_has_eight_decimals():
    assert str(net_price(line(price_with_vat=Decimal("10.00")))) == "7.96812749"


GROSS = [
    # case                    line                                                                gross      vat
    ("rounded_once",          line("1", "0.99"),                                                  "1.24",    "0.25"),
    ("before_rounding",       line("1", "10.005", allowances=[{"percent": "10"}]),                "11.30",   "2.29"),
    ("filled_percentage",     line("1", "10.005", allowances=[{"amount": "1.00", "base": "10.01", "percent": "10"}]),
                                                                                                  "11.30",   "2.29"),
    ("amount",                line("1", "10", allowances=[{"amount": "1"}], charges=[{"amount": "3"}]),
                                                                                                  "15.06",   "3.06"),
    ("allowance_not_percent", line("1", "10", allowances=[{"amount": "5", "base": "10", "percent": "10"}]),
                                                                                                  "6.28",    "1.28"),
    ("base_quantity",         line("1", "10", rate="20", price_base_quantity=Decimal(3)),         "4.00",    "0.67"),
    ("price_with_vat",        line("3", price_with_vat=Decimal("10.005")),                        "30.02",   "6.10"),
    ("price_with_vat_less",   line("1", price_with_vat=Decimal("10"), allowances=[{"percent": "10"}]), "9.00", "1.83"),
    ("exempt",                line("2", "10", category="E", rate="0"),                            "20.00",   "0.00"),
    ("exempt_without_cents",  line("1", "10.005", category="E", rate="0", allowances=[{"percent": "10"}]),
                                                                                                  "9.01",    "0.00"),
    ("percentage_of_another", line("1", "10.004", allowances=[{"base": "0.10", "percent": "0.05"}]), "12.56",   "2.56"),
    ("out_of_scope",          line("2", "10", category="O", rate=None),                           "20.00",   "0.00"),
    ("negative",              line("-1", "0.99"),                                                 "-1.24",   "-0.25"),
    ("stated_net",            line(None, net_amount=Decimal("0.99")),                             "1.24",    "0.25"),
    ("stated_net_of_others",  line("2", "10", net_amount=Decimal("15")),                          "18.83",   "3.83"),
    ("stated_vat",            line("1", "0.99", vat_amount=Decimal("0.26")),                      "1.25",    "0.26"),
    ("stated_gross",          line("1", "0.99", amount_with_vat=Decimal("1.23")),                 "1.23",    "0.24"),
    ("unknown_rate",          line("1", "0.99", rate=None),                                       None,      None),
    ("unknown_net",           line("1"),                                                          None,      None),
    ("unknown_allowance",     line("1", "5", allowances=[{"reason": "discount"}]),                None,      None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "line", "gross", "vat"), GROSS, ids=[c[0] for c in GROSS])
def test_line_with_vat(case, line, gross, vat):
    assert (line_gross_amount(line), line_vat_amount(line)) == (decimal(gross), decimal(vat))


NETS_FROM_GROSS = [
    # case               grosses                       rate    nets
    ("one",              ["10.00"],                    "25.5", ["7.97"]),
    ("three",            ["10.00", "10.00", "10.00"],  "25.5", ["7.97", "7.97", "7.96"]),
    ("negative",         ["-10.00", "-10.00", "-10.00"], "25.5", ["-7.97", "-7.97", "-7.96"]),
    ("both_signs",       ["10.00", "-10.00", "10.00"], "25.5", ["7.97", "-7.97", "7.97"]),
    ("most_favoured",    ["1.00", "1.10", "1.20"],     "24",   ["0.80", "0.89", "0.97"]),
    ("of_equals_last",   ["1.03", "1.03", "1.03"],     "25",   ["0.82", "0.82", "0.83"]),
    ("no_vat",           ["1.00", "2.00"],             "0",    ["1.00", "2.00"]),
    ("none",             [],                           "24",   []),
]  # fmt: skip


@pytest.mark.parametrize(("case", "grosses", "rate", "nets"), NETS_FROM_GROSS, ids=[c[0] for c in NETS_FROM_GROSS])
def test_nets_from_gross(case, grosses, rate, nets):
    assert [str(net) for net in nets_from_gross([Decimal(g) for g in grosses], Decimal(rate))] == nets


def test_allowance_amount():
    assert allowance_charge_amount(allowance(base="30.02", percent="3.333")) == Decimal("1.00")
    assert allowance_charge_amount(allowance(percent="10"), Decimal("12.34")) == Decimal("1.23")
    assert allowance_charge_amount(allowance(percent="10")) is None
    assert str(allowance_charge_amount(allowance(base="99", percent="5"), digits=0)) == "5"


KEYS = [
    # case                  category  rate     key
    ("standard",            "S",      "25.5",  ("S", Decimal("25.5"))),
    ("written_longer",      "S",      "25.50", ("S", Decimal("25.5"))),
    ("standard_unknown",    "S",      None,    ("S", None)),
    ("exempt",              "E",      "0.00",  ("E", Decimal(0))),
    ("exempt_unwritten",    "E",      None,    ("E", Decimal(0))),
    ("exempt_with_rate",    "E",      "10",    ("E", Decimal(10))),
    ("out_of_scope",        "O",      None,    ("O", None)),
    ("out_of_scope_zero",   "O",      "0",     ("O", None)),
    ("unknown_category",    None,     "24",    (None, Decimal(24))),
]  # fmt: skip


@pytest.mark.parametrize(("case", "category", "rate", "key"), KEYS, ids=[c[0] for c in KEYS])
def test_vat_key(case, category, rate, key):
    assert vat_key(category, decimal(rate)) == key


def test_zero_rated_categories_are_those_of_the_code_list():
    from einvoice import codelists

    assert {c.code for c in codelists.vat_categories() if c.rate == "zero"} == ZERO_RATED


# ---------------------------------------------------------------------------------- groups


def test_groups_stand_in_the_order_of_first_appearance():
    invoice = Invoice(
        lines=(line("1", "1", rate="13.5"), line("1", "2", rate="25.50"), line("1", "4", rate="13.50")),
        allowances_charges=(
            allowance("1", category="S", rate="25.5"),
            allowance("8", category="E", rate="0", is_charge=True),
        ),
    )
    assert [(g.category, str(g.rate), str(g.taxable_amount), str(g.tax_amount)) for g in vat_breakdown(invoice)] == [
        ("S", "13.5", "5.00", "0.68"),
        ("S", "25.50", "1.00", "0.26"),
        ("E", "0", "8.00", "0.00"),
    ]


def test_stated_line_net_counts_in_the_group():
    invoice = Invoice(lines=(line("1", "10", net_amount=Decimal("10.02")),))
    assert taxable_amounts(invoice) == {("S", Decimal("25.5")): Decimal("10.02")}


def test_tax_per_line_adds_document_allowances_alone():
    invoice = Invoice(
        lines=(line("1", "0.99"),) * 10, allowances_charges=(allowance("0.99", category="S", rate="25.5"),)
    )
    (per_line,) = vat_breakdown(invoice, policy="per_line")
    assert (str(per_line.taxable_amount), str(per_line.tax_amount)) == ("8.91", "2.25")


@pytest.mark.parametrize("policy", ["per_category", "per_line"])
def test_unknown_amounts_make_the_group_unknown_and_no_other(policy):
    invoice = Invoice(
        lines=(line("1", "10"), line("1"), line("1", "5", category="E", rate="0"), line("1", "7", rate=None))
    )
    known = vat_breakdown(invoice, policy=policy)
    assert [(g.category, g.rate, g.taxable_amount, g.tax_amount) for g in known] == [
        ("S", Decimal("25.5"), None, None),
        ("E", Decimal(0), Decimal("5.00"), Decimal("0.00")),
        ("S", None, Decimal("7.00"), None),
    ]


REASONS = {"E": ("Exempt", "VATEX-EU-135-1"), "O": ("Not subject to VAT", None)}


def test_reason_comes_from_the_stated_breakdown_then_from_the_argument():
    invoice = Invoice(
        lines=(line("1", "1", "AE", "0"), line("1", "1", "E", "0"), line("1", "1", "O", None), line("1", "1")),
        vat_breakdown=(
            group("E", "0.00", None, None, reason="Insurance"),
            group("AE", "0", "9", "0", code="VATEX-EU-AE"),
            group("AE", "0", "9", "0", reason="Second of its kind"),
        ),
    )
    found = {g.category: (g.exemption_reason, g.exemption_reason_code) for g in vat_breakdown(invoice, reasons=REASONS)}
    assert found == {
        "AE": (None, "VATEX-EU-AE"),
        "E": ("Insurance", None),
        "O": ("Not subject to VAT", None),
        "S": (None, None),
    }


def test_tax_amount():
    assert str(tax_amount(Decimal("9.90"), Decimal("25.5"))) == "2.52"
    assert str(tax_amount(Decimal(123), Decimal(10), minor_units=0)) == "12"


# ---------------------------------------------------------------------------------- derive_totals


def test_sums_of_nothing_are_not_stated_unless_they_were():
    plain, _ = derive_totals(Invoice(lines=(line("1", "10"),)))
    assert (plain.allowance_total, plain.charge_total, plain.paid_amount, plain.rounding_amount) == (None,) * 4
    stated = Invoice(lines=(line("1", "10"),), totals=totals(allowance_total="5", charge_total="0"))
    again, _ = derive_totals(stated)
    assert (str(again.allowance_total), str(again.charge_total)) == ("0.00", "0.00")


def test_stated_totals_do_not_count_but_payment_does():
    invoice = Invoice(
        lines=(line("1", "100"),),
        totals=totals(
            line_total="1", total_without_vat="2", vat_total="3", vat_total_accounting="300.00", total_with_vat="4",
            paid_amount="25.00", rounding_amount="0.50", amount_due="5",
        ),
    )  # fmt: skip
    assert derive_totals(invoice)[0] == totals(
        line_total="100.00", total_without_vat="100.00", vat_total="25.50", vat_total_accounting="300.00",
        total_with_vat="125.50", paid_amount="25.00", rounding_amount="0.50", amount_due="101.00",
    )  # fmt: skip


STATED_DUE = [
    # case               currency  due      paid    rounding  new rounding  new due   fault
    ("same",             None,     "12.42", None,   None,     None,         "12.42",  False),
    ("per_line",         None,     "12.40", None,   None,     "-0.02",      "12.40",  False),
    ("whole_units",      "SEK",    "12.00", None,   None,     "-0.42",      "12.00",  False),
    ("whole_euros",      "EUR",    "12.00", None,   None,     None,         "12.00",  True),
    ("after_payment",    "EUR",    "2.40",  "10.00", None,    "-0.02",      "2.40",   False),
    ("on_top",           "EUR",    "12.50", None,   "0.05",   "0.08",       "12.50",  False),
    ("cancels_rounding", None,     "12.42", None,   "0.05",   "0.00",       "12.42",  False),
    ("at_the_limit",     None,     "12.52", None,   None,     "0.10",       "12.52",  False),
    ("beyond",           None,     "12.53", None,   None,     None,         "12.53",  True),
    ("far_beyond",       "SEK",    "24.40", None,   "0.05",   "0.05",       "24.40",  True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "currency", "due", "paid", "rounding", "new_rounding", "new_due", "fault"),
    STATED_DUE,
    ids=[c[0] for c in STATED_DUE],
)
def test_stated_due(case, currency, due, paid, rounding, new_rounding, new_due, fault):
    invoice = Invoice(
        currency=currency,
        lines=(line("1", "0.99"),) * 10,
        totals=totals(paid_amount=paid, rounding_amount=rounding),
    )
    found, breakdown = derive_totals(invoice, stated_due=Decimal(due))
    assert str(found.total_with_vat) == "12.42"
    assert (found.rounding_amount, found.amount_due) == (decimal(new_rounding), decimal(new_due))
    derived = invoice.model_copy(update={"totals": found, "vat_breakdown": breakdown})
    assert [m.rule for m in check_totals(complete(derived))] == ["BR-CO-16"] * fault


def test_tolerance_is_the_callers():
    invoice = Invoice(lines=(line("1", "0.99"),) * 10)
    strict, _ = derive_totals(invoice, stated_due=Decimal("12.40"), tolerance=Decimal("0.01"))
    assert (strict.rounding_amount, strict.amount_due) == (None, Decimal("12.40"))


TOLERANCE = [
    # case                    currency  country  due        lines  charges  digits  tolerance
    ("cents_per_line",        "EUR",    None,    "12.41",   10,    0,       2,      "0.10"),
    ("charges_are_lines",     "EUR",    None,    "12.41",   10,    2,       2,      "0.12"),
    ("nothing_to_round",      "EUR",    None,    "12.41",   0,     0,       2,      "0.00"),
    ("no_amount_due",         "SEK",    "SE",    None,      3,     0,       2,      "0.03"),
    ("no_currency",           None,     "SE",    "12.00",   3,     0,       2,      "0.03"),
    ("whole_swedish_kronor",  "SEK",    "SE",    "12.00",   3,     0,       2,      "0.53"),
    ("whole_kronor_abroad",   "SEK",    "FI",    "12",      3,     0,       2,      "0.53"),
    ("whole_norwegian",       "NOK",    "NO",    "1E+1",    3,     0,       2,      "0.53"),
    ("whole_danish",          "DKK",    "DK",    "-12.00",  3,     0,       2,      "0.53"),
    ("kronor_with_oren",      "SEK",    "SE",    "12.50",   3,     0,       2,      "0.03"),
    ("whole_euros_are_cash",  "EUR",    "FI",    "12.00",   3,     0,       2,      "0.05"),
    ("five_cents_in_finland", "EUR",    "FI",    "12.35",   3,     0,       2,      "0.05"),
    ("seller_is_not_known",   "EUR",    None,    "12.35",   3,     0,       2,      "0.05"),
    ("five_cents_in_germany", "EUR",    "DE",    "12.35",   3,     0,       2,      "0.03"),
    ("six_cents",             "EUR",    "FI",    "12.36",   3,     0,       2,      "0.03"),
    ("dollars",               "USD",    "US",    "12.00",   3,     0,       2,      "0.03"),
    ("yen",                   "JPY",    "JP",    "12",      3,     0,       0,      "3"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("case", "currency", "country", "due", "lines", "charges", "digits", "tolerance"),
    TOLERANCE,
    ids=[c[0] for c in TOLERANCE],
)
def test_rounding_tolerance(case, currency, country, due, lines, charges, digits, tolerance):
    invoice = Invoice(
        currency=currency,
        seller=None if country is None else Party(address=Address(country_code=country)),
        lines=(line("1", "0.99"),) * lines,
        allowances_charges=(allowance("1", is_charge=True),) * charges,
        totals=totals(amount_due=due),
    )
    assert str(rounding_tolerance(invoice, minor_units=digits)) == tolerance
    without = invoice.model_copy(update={"totals": None})
    assert str(rounding_tolerance(without, decimal(due), minor_units=digits)) == tolerance


def test_rounding_knows_no_context_of_the_caller():
    with localcontext(prec=2):
        invoice = Invoice(currency="SEK", lines=(line(),) * 123, totals=totals(amount_due="123456789.00"))
        assert str(rounding_tolerance(invoice)) == "1.73"


UNKNOWN = [
    # case                  lines                             document allowances, charges     known nevertheless
    ("nothing",             (),                               (),                              {}),
    ("line_without_amount", (line("1", "1"), line("1")),      (),                              {}),
    ("line_without_rate",   (line("1", "1", rate=None),),     (),  {"line_total": "1.00", "total_without_vat": "1.00"}),
    ("allowance_unknown",   (line("1", "1"),),                (allowance(category="S", rate="25.5"),),
                                                                                               {"line_total": "1.00"}),
    ("charge_unknown",      (line("1", "1"),),                (allowance(percent="5", is_charge=True),),
                                                                                               {"line_total": "1.00"}),
]  # fmt: skip


@pytest.mark.parametrize(("case", "lines", "items", "known"), UNKNOWN, ids=[c[0] for c in UNKNOWN])
def test_unknown_goes_through(case, lines, items, known):
    assert derive_totals(Invoice(lines=lines, allowances_charges=items))[0] == totals(**known)


def test_currency_without_minor_units():
    invoice = Invoice(currency="ISK", lines=(line("3", "333.33", rate="24"), line("1", "10", rate="24")))
    found, (vat,) = derive_totals(invoice, minor_units=0)
    assert [str(x) for x in (found.line_total, vat.taxable_amount, vat.tax_amount, found.amount_due)] == [
        "1010", "1010", "242", "1252",
    ]  # fmt: skip


def test_sums_keep_two_decimals_that_the_lines_have():
    """A currency without minor units, lines stated in hundredths: a sum rounded to units would contradict them."""
    invoice = Invoice(lines=(line(net_amount=Decimal("10.50"), rate="24"), line(net_amount=Decimal("1.25"), rate="24")))
    found, _ = derive_totals(invoice, minor_units=0)
    assert (str(found.line_total), str(found.vat_total), str(found.amount_due)) == ("11.75", "3", "14.75")


# ---------------------------------------------------------------------------------- complete


def test_complete_fills_lines_and_totals():
    invoice = Invoice(
        lines=(
            line("2", gross_price=Decimal("12"), price_discount=Decimal("2"), allowances=[{"percent": "10"}]),
            line("1", price_with_vat=Decimal("12.55")),
        ),
        allowances_charges=(allowance(base="20", percent="5", category="S", rate="25.5"),),
    )
    full = complete(invoice)
    first, second = full.lines
    assert (str(first.net_price), str(first.net_amount)) == ("10", "18.00")
    assert (str(first.allowances[0].amount), str(first.allowances[0].base_amount)) == ("2.00", "20.00")
    assert (str(second.net_price), str(second.net_amount)) == ("10.00000000", "10.00")
    assert str(full.allowances[0].amount) == "1.00"
    assert full.totals == totals(
        line_total="28.00", allowance_total="1.00", total_without_vat="27.00", vat_total="6.89", total_with_vat="33.89",
        amount_due="33.89",
    )  # fmt: skip
    assert list(check_totals(full)) == []


def test_complete_leaves_what_is_stated():
    """Every stated amount is wrong here, and every one of them stays."""
    invoice = Invoice(
        lines=(line("2", "10", net_amount=Decimal("99"), allowances=[{"amount": "7", "base": "20", "percent": "1"}]),),
        vat_breakdown=(group("S", "25.5", "1", "2"),),
        totals=totals(
            line_total="3", allowance_total="4", charge_total="5", total_without_vat="6", vat_total="7",
            total_with_vat="8", paid_amount="9", amount_due="10",
        ),
    )  # fmt: skip
    assert complete(invoice) is invoice


def test_complete_builds_on_stated_figures():
    """A stated total without VAT and a stated breakdown are the base of the rest."""
    invoice = Invoice(
        lines=(line("1", "100"),),
        vat_breakdown=(group("S", "25.5", "100", "25.49"),),
        totals=totals(total_without_vat="101"),
    )
    assert complete(invoice).totals == totals(
        line_total="100.00", total_without_vat="101", vat_total="25.49", total_with_vat="126.49", amount_due="126.49"
    )


def test_complete_without_lines_uses_the_stated_breakdown():
    invoice = Invoice(vat_breakdown=(group("S", "25.5", "100", None),), totals=totals(total_without_vat="100.00"))
    full = complete(invoice)
    assert str(full.vat_breakdown[0].tax_amount) == "25.50"
    assert full.totals == totals(
        total_without_vat="100.00", vat_total="25.50", total_with_vat="125.50", amount_due="125.50"
    )


def test_complete_fills_gaps_of_a_stated_breakdown():
    invoice = Invoice(
        lines=(line("1", "100"), line("1", "50", "E", "0")),
        vat_breakdown=(group("E", "0", None, None), group("S", "25.50", None, None)),
    )
    assert complete(invoice, reasons=REASONS).vat_breakdown == (
        group("E", "0", "50.00", "0.00", *REASONS["E"]),
        group("S", "25.50", "100.00", "25.50"),
    )


DUE = [
    # case                     stated totals                                        rounding
    ("per_line_total",         {"amount_due": "12.40"},                             "-0.02"),
    ("whole_units",            {"amount_due": "12.00"},                             "-0.42"),
    ("not_whole",              {"amount_due": "12.20"},                             None),
    ("too_far",                {"amount_due": "20.00"},                             None),
    ("rounding_stated",        {"amount_due": "12.40", "rounding_amount": "0.00"},  "0.00"),
    ("total_stated_as_well",   {"amount_due": "12.40", "total_with_vat": "12.42"},  None),
    ("agrees",                 {"amount_due": "12.42"},                             None),
]  # fmt: skip


@pytest.mark.parametrize(("case", "stated", "rounding"), DUE, ids=[c[0] for c in DUE])
def test_complete_rounds_only_towards_a_stated_amount_due(case, stated, rounding):
    invoice = Invoice(currency="SEK", lines=(line("1", "0.99"),) * 10, totals=totals(**stated))
    full = complete(invoice)
    assert full.totals.rounding_amount == decimal(rounding)
    assert full.totals.amount_due == Decimal(stated["amount_due"])
    assert complete(full) is full


def test_complete_per_line():
    assert str(complete(Invoice(lines=(line("1", "0.99"),) * 10), policy="per_line").totals.amount_due) == "12.40"


# ---------------------------------------------------------------------------------- recompute

WRONG = Invoice(
    lines=(line("1", "100", net_amount=Decimal("100.01")), line("1", "40", "E", "0")),
    vat_breakdown=(group("S", "24", "1", "2"), group("E", "0", "3", "4", reason="Insurance")),
    totals=totals(
        line_total="1", allowance_total="2", vat_total="3", paid_amount="50.00", rounding_amount="0.30", amount_due="4"
    ),
)


def test_recompute_replaces_totals_and_breakdown():
    new = recompute(WRONG)
    assert new.lines[0].net_amount == Decimal("100.01")
    assert new.lines[1].net_amount == Decimal("40.00")
    assert new.vat_breakdown == (group("S", "25.5", "100.01", "25.50"), group("E", "0", "40.00", "0.00", "Insurance"))
    assert new.totals == totals(
        line_total="140.01", allowance_total="0.00", total_without_vat="140.01", vat_total="25.50",
        total_with_vat="165.51", paid_amount="50.00", amount_due="115.51",
    )  # fmt: skip


def test_recompute_keeps_rounding_when_asked():
    new = recompute(WRONG, keep_rounding=True)
    assert (str(new.totals.rounding_amount), str(new.totals.amount_due)) == ("0.30", "115.81")


@pytest.mark.parametrize("lines", [(), (line("1"),), (line("1", "2", rate=None),)], ids=["none", "amount", "rate"])
def test_recompute_keeps_totals_when_the_lines_do_not_hold_enough(lines):
    invoice = WRONG.model_copy(update={"lines": lines})
    new = recompute(invoice)
    assert (new.totals, new.vat_breakdown) == (invoice.totals, invoice.vat_breakdown)


def test_recompute_of_an_invoice_without_totals():
    assert recompute(Invoice(lines=(line("1", "10"),))).totals == DocumentTotals(
        line_total=Decimal("10.00"),
        total_without_vat=Decimal("10.00"),
        vat_total=Decimal("2.55"),
        total_with_vat=Decimal("12.55"),
        amount_due=Decimal("12.55"),
    )


def test_inputs_stay_as_they_are():
    before = WRONG.model_dump_json()
    for function in (derive_totals, complete, recompute, vat_breakdown):
        function(WRONG)
    assert WRONG.model_dump_json() == before
    assert isinstance(WRONG.lines[0], Line)
