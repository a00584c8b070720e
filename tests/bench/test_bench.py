"""The benches run and yield every line, and the work by hand that they compare with is right.  No figure is judged."""

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from bench.documents import Size
from lxml import etree

import einvoice
from bench import baseline, baseline_finvoice, documents, mapping, memory, results, rules, startup, timing
from einvoice.formats import FORMATS

CORRECT = Size("correct", None, 20)

AMOUNTS = {
    "peppol-bis": {
        "LineExtensionAmount", "TaxExclusiveAmount", "TaxInclusiveAmount", "AllowanceTotalAmount", "ChargeTotalAmount",
        "PrepaidAmount", "PayableRoundingAmount", "PayableAmount", "TaxableAmount", "TaxAmount", "Percent", "Amount",
        "BaseAmount", "PriceAmount", "InvoicedQuantity", "CreditedQuantity",
    },
    "netvisor": {
        "salesinvoiceamount", "productunitprice", "productvatpercentage", "salesinvoiceproductlinequantity",
        "salesinvoiceproductlinediscountpercentage", "salesinvoiceproductlinevatsum", "salesinvoiceproductlinesum",
    },
    "finvoice": {
        "RowsTotalVatExcludedAmount", "DiscountsTotalVatExcludedAmount", "ChargesTotalVatExcludedAmount",
        "InvoiceTotalVatExcludedAmount", "InvoiceTotalVatAmount", "InvoiceTotalVatAccountingAmount",
        "InvoiceTotalVatIncludedAmount", "InvoiceTotalRoundoffAmount", "InvoicePaidAmount", "VatBaseAmount",
        "VatRatePercent", "VatRateAmount", "Percent", "Amount", "BaseAmount", "InvoicedQuantity", "UnitPriceAmount",
        "UnitPriceDiscountAmount", "UnitPriceNetAmount", "UnitPriceBaseQuantity", "RowDiscountPercent",
        "RowDiscountAmount", "RowDiscountBaseAmount", "RowVatRatePercent", "RowVatAmount", "RowVatExcludedAmount",
        "RowAmount", "EpiInstructedAmount",
    },
}  # fmt: skip


def amounts(data: bytes, format: str) -> list[tuple[str, Decimal]]:
    """Return every amount, price, rate and quantity in *data* with its element, in order."""
    found = []
    for element in etree.fromstring(data).iter():
        name = etree.QName(element).localname
        if name in AMOUNTS[format]:
            assert element.text
            found.append((name, Decimal(element.text.replace(",", "."))))
    return found


# -- the work by hand ----------


@pytest.mark.parametrize("number", range(CORRECT.count))
def test_by_hand_netvisor_becomes_the_same_ubl(number: int) -> None:
    """Prices with VAT do not give the nets of the lines to the cent; of such an invoice the amount due is compared."""
    data = documents.generated("netvisor", CORRECT)[number]
    ours = einvoice.convert(data, "peppol-bis", context=documents.world_context(), validate=False).data
    theirs = baseline.netvisor_to_ubl(data, documents.world_data())
    expected, found = amounts(ours, "peppol-bis"), amounts(theirs, "peppol-bis")
    if b'type="gross"' in data:
        expected, found = ([pair for pair in pairs if pair[0] == "PayableAmount"] for pairs in (expected, found))
    assert found == expected


@pytest.mark.parametrize("number", range(CORRECT.count))
def test_by_hand_ubl_becomes_the_same_netvisor(number: int) -> None:
    data = documents.generated("peppol-bis", CORRECT)[number]
    ours = einvoice.convert(data, "netvisor", context=documents.world_context(), validate=False).data
    assert amounts(baseline.ubl_to_netvisor(data), "netvisor") == amounts(ours, "netvisor")


@pytest.mark.parametrize("number", range(CORRECT.count))
def test_by_hand_ubl_has_the_same_totals(number: int) -> None:
    data = documents.generated("peppol-bis", CORRECT)[number]
    totals = einvoice.read(data).invoice.totals
    by_hand = baseline.read_ubl(data).totals
    assert totals is not None
    assert (
        by_hand.lines, by_hand.allowances, by_hand.charges, by_hand.without_vat, by_hand.vat, by_hand.vat_accounting,
        by_hand.with_vat, by_hand.paid, by_hand.rounding, by_hand.due,
    ) == (
        totals.line_total, totals.allowance_total, totals.charge_total, totals.total_without_vat, totals.vat_total,
        totals.vat_total_accounting, totals.total_with_vat, totals.paid_amount, totals.rounding_amount,
        totals.amount_due,
    )  # fmt: skip


@pytest.mark.parametrize("number", range(CORRECT.count))
def test_by_hand_finvoice_becomes_the_same_ubl(number: int) -> None:
    data = documents.generated("finvoice", CORRECT)[number]
    ours = einvoice.convert(data, "peppol-bis", validate=False).data
    assert amounts(baseline_finvoice.finvoice_to_ubl(data), "peppol-bis") == amounts(ours, "peppol-bis")


@pytest.mark.parametrize("number", range(CORRECT.count))
def test_by_hand_finvoice_goes_round(number: int) -> None:
    """Amounts, quantities and rates come back as the generator wrote them."""
    data = documents.generated("finvoice", CORRECT)[number]
    again = baseline_finvoice.write_finvoice(baseline_finvoice.read_finvoice(data))
    assert amounts(again, "finvoice") == amounts(data, "finvoice")


@pytest.mark.parametrize("number", range(CORRECT.count))
def test_by_hand_ubl_goes_round_to_the_byte(number: int) -> None:
    """Nothing of a generated document is left out by hand, so the comparison is with the whole of the work."""
    data = documents.generated("peppol-bis", CORRECT)[number]
    ours = einvoice.write(einvoice.read(data).invoice, "peppol-bis").data
    assert without_declaration(baseline.write_ubl(baseline.read_ubl(data))) == without_declaration(ours)


def without_declaration(data: bytes) -> list[bytes]:
    """Return the elements of *data*; how the namespaces are declared and ordered does not matter."""
    return data.split(b"\n")[2:]


# -- the benches ----------


def test_every_format_size_and_action_has_a_row(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "RESULTS", tmp_path / "RESULTS.md")
    assert mapping.main(["--quick", "--json", str(tmp_path / "figures.json")]) == 0
    text = capsys.readouterr().out
    rows = {
        (row["title"], row["size"], row["action"]): row
        for row in json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))["rows"]
    }
    for entry in FORMATS:
        assert f"### {entry.id}\n" in text
        for size in mapping.QUICK_SIZES:
            for action in expected(entry.id):
                row = rows.pop((entry.id, size.name, action))
                assert row["median"] > 0
                assert row["to_parse"] > 0
                compared = not action.endswith(mapping.BY_HAND) and has_hand(entry.id, action)
                assert (row["to_hand"] is not None) == compared
    assert {title for title, _, _ in rows} <= {"netvisor response", "billecta answer"}
    assert {"read", "convert to peppol-bis"} <= {action for _, _, action in rows}
    assert not (tmp_path / "RESULTS.md").exists()


def expected(format: str) -> list[str]:
    """Return the actions that every format of the registry must have."""
    found = [mapping.PARSE, "read", "write", mapping.VALIDATE]
    if format in ("billecta", "model"):
        found += ["jsontext.parse", mapping.DUMP]
    else:
        found += ["xml.parse", "table read, compiled", "table write, compiled"]
    if format == "billecta":
        found.append("table read, direct")
    if format != "model":
        found += ["values to model", "table read, walker", "table write, walker"]
    if format in mapping.HAND_READ:
        found += ["read" + mapping.BY_HAND, "write" + mapping.BY_HAND]
    for other in FORMATS:
        if other.id != format:
            found += [f"convert to {other.id}", f"convert to {other.id}{mapping.VALIDATED}"]
            if (format, other.id) in mapping.HAND_CONVERT:
                found.append(f"convert to {other.id}{mapping.BY_HAND}")
    return found


def has_hand(format: str, action: str) -> bool:
    """Return whether *action* is one that is also done by hand."""
    return action.removesuffix(mapping.VALIDATED) + mapping.BY_HAND in expected(format)


def test_billecta_stands_beside_plain_json() -> None:
    """Writing is compared with `json.dumps` within each round, reading and validating with `json.loads`."""

    def row(action: str, seconds: float, to_parse: float) -> mapping.Row:
        return mapping.Row(*mapping.AGAINST_JSON, action, timing.Timing((seconds,)), to_parse, None)

    rows = [row(mapping.PARSE, 1, 1), row("read", 8, 8), row(mapping.DUMP, 2, 2), row("write", 10, 10)]
    assert mapping.against_json(rows) == ["billecta, 100 lines: read 8.00 × `json.loads`, write 5.00 × `json.dumps`"]
    (sentence,) = mapping.against_json([*rows, row(mapping.VALIDATE, 20, 20)])
    assert sentence.endswith(", validate 20 × `json.loads`")
    assert mapping.against_json(rows[:1]) == []


def test_billecta_samples_are_read_with_all_they_name() -> None:
    """Nothing of the generated entries is unknown to the context of their batch."""
    size = Size("few", 3, 6)
    sample = next(s for s in documents.samples((size,)) if s.title == "billecta")
    for data in sample.documents:
        assert [f for f in einvoice.read(data, context=sample.context).findings if f.severity == "error"] == []


def test_results_are_not_overwritten_by_a_quick_run() -> None:
    with pytest.raises(SystemExit) as left:
        mapping.main(["--quick", "--update-results"])
    assert left.value.code == 2


def test_unknown_format_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        mapping.main(["--quick", "--only", "nonsense"])
    assert "nonsense" in capsys.readouterr().err


def test_recording_sees_the_tables_and_leaves_no_trace() -> None:
    data = documents.generated("peppol-bis", Size("one", 1, 1))[0]
    before = mapping.Mapping.read
    with mapping.recording() as seen:
        invoice = einvoice.read(data).invoice
        einvoice.write(invoice, "peppol-bis")
    assert (len(seen.reads), len(seen.writes)) == (1, 1)
    assert mapping.Mapping.read is before


def test_recording_tells_giving_up_from_tracing() -> None:
    data = documents.generated("peppol-bis", Size("one", 1, 1))[0]
    strange = data.replace(b"<cbc:ProfileID>", b"<cbc:UUID>1</cbc:UUID><cbc:ProfileID>")
    with mapping.recording() as seen:
        einvoice.read(data).places()
    assert (seen.gave_up, seen.traced) == (0, 0)
    with mapping.recording() as seen:
        einvoice.read(strange).places()
    assert (seen.gave_up, seen.traced) == (1, 0)
    entry = documents.generated("billecta", Size("one", 1, 1))[0]
    with mapping.recording() as seen:
        einvoice.read(entry, context=documents.world_context()).places()
    assert (seen.gave_up, seen.traced) == (0, 1)


@pytest.mark.parametrize(("collect", "running"), [(False, False), (True, True)])
def test_collector_rests_while_measuring(collect: bool, running: bool) -> None:
    import gc

    seen: list[bool] = []
    calls: list[Callable[[], object]] = [lambda: seen.append(gc.isenabled())]
    found = timing.measure([timing.Action("look", calls)], rounds=3, enough=0, collect=collect)
    assert len(found["look"].rounds) == 3
    assert seen[2:] == [running] * 3  # the first two calls warm up and count the loops
    assert gc.isenabled()


def test_ratio_is_taken_within_each_round() -> None:
    """The second round ran on a machine half as fast; the ratio does not see it."""
    assert timing.Timing((1.0, 2.0, 1.0)).ratio_to(timing.Timing((0.5, 1.0, 0.5))) == 2.0


def test_memory_of_each_step() -> None:
    length, found = memory.peaks(lines=20)
    assert set(found) == set(memory.STEPS)
    assert all(peak > length for peak in found.values())
    assert all(name in memory.page(20, length, found) for name in memory.STEPS)


def test_every_command_is_started() -> None:
    found = startup.starts(rounds=1)
    assert {name for name, start in found.items() if start.missing is None} == set(startup.COMMANDS)
    assert all(name in startup.page(found) for name in startup.COMMANDS)


def test_command_that_does_not_run_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup, "COMMANDS", {startup.NOTHING: ("-c", "pass"), "einvoice dance": ("dance",)})
    found = startup.starts(rounds=1)
    assert found["einvoice dance"].rounds == ()
    assert "- einvoice dance does not run in this version: " in startup.page(found)


def test_imports_are_listed() -> None:
    modules = startup.imports(startup.command_of("import einvoice"))
    assert {"einvoice", "einvoice.errors"} <= {one.name for one in modules}
    assert [one.own for one in modules] == sorted((one.own for one in modules), reverse=True)
    assert f"| {modules[0].name} " in startup.import_page(modules)


def test_started_conversion_is_the_first_command_of_the_readme() -> None:
    readme = (results.ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"einvoice (convert .*?) -o ", readme)
    assert found is not None
    assert found[1].split() == list(startup.CONVERT)


def test_results_page_takes_one_section_and_leaves_the_others(tmp_path: Path) -> None:
    page = tmp_path / "RESULTS.md"
    facts = {"machine": "a"}
    for name, body in (("one", "elk"), ("two", "hare"), ("one", r"lynx \1")):
        results.update(name, results.section(name, name.title(), body, facts, "python -m bench"), page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Results\n")
    assert "elk" not in text
    assert text.index(r"lynx \1") < text.index("hare")
    assert text.count("- machine: a") == 2


def test_rules_bench_measures_every_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.main(["--quick", "--json", str(tmp_path / "figures.json")]) == 0
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert {entry.id for entry in FORMATS} <= {each["format"] for each in figures}
    assert all(each["ms"][rules.RULES] > 0 for each in figures)
    assert re.search(r"limit 0\.3 ms: \*\*(met|missed)\*\*", capsys.readouterr().out)
