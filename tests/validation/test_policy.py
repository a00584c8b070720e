"""The policy of the context: what it changes in earnest, what only in the show, and how it refuses."""

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import einvoice
from einvoice.context import Context
from einvoice.errors import ContextError
from einvoice.findings import Finding
from einvoice.rules.settings import Settings
from einvoice.validation import policy, validate_many
from einvoice.validation.policy import Policy, apply, is_official, parse

from .samples import BATCH, CORPORA, UBL, changed

WRONG_TOTAL = (CORPORA / "peppol-bis" / "negative" / "wrong-total.xml").read_bytes()
WRONG_ACCOUNT = (CORPORA / "finvoice" / "negative" / "account-and-reference-wrong.xml").read_bytes()
WRONG_IBAN = changed(UBL, ("FI8891317900012343", "FI8891317900012344"))
REASON = "the receiver accepts it"


def line(severity, reason=REASON):
    return {"severity": severity, "reason": reason}


def context(**rules):
    return Context.parse({"rules": {code.replace("_", "-"): value for code, value in rules.items()}}, source="e.toml")


def errors(report):
    return [f.code for f in report.findings if f.severity == "error"]


def note_of(report):
    (note,) = (f for f in report.findings if f.code == "EI-POLICY")
    return note.message


# ------------------------------------------------------------------------------- what is ours changes in earnest


def test_without_policy_a_wrong_account_is_an_error():
    report = einvoice.validate(WRONG_IBAN)
    assert errors(report) == ["EI-ACCOUNT-IBAN"]
    assert not report.valid and report.policy == ()


@pytest.mark.parametrize("severity", ["off", "info", "warning"])
def test_a_rule_of_ours_is_lowered_in_earnest(severity):
    report = einvoice.validate(WRONG_IBAN, context=context(EI_ACCOUNT_IBAN=line(severity)))
    assert report.valid
    assert [f.severity for f in report.findings if f.code == "EI-ACCOUNT-IBAN"] == [severity][severity == "off" :]
    (applied,) = report.policy
    assert applied.as_dict() == {
        "code": "EI-ACCOUNT-IBAN", "from": "error", "to": severity, "reason": REASON, "origin": "e.toml, [rules]",
        "findings": 1, "verdict_kept": False,
    }  # fmt: skip


def test_the_note_says_what_was_changed_by_whom_and_why():
    lowered = einvoice.validate(WRONG_IBAN, context=context(EI_ACCOUNT_IBAN=line("warning")))
    assert note_of(lowered) == (
        "EI-ACCOUNT-IBAN: 1 finding shown as warning instead of error by e.toml, [rules]: the receiver accepts it"
    )
    off = einvoice.validate(WRONG_IBAN, context=context(EI_ACCOUNT_IBAN=line("off")))
    assert note_of(off) == "EI-ACCOUNT-IBAN: 1 finding left out by e.toml, [rules]: the receiver accepts it"


def test_a_warning_is_raised_and_the_document_invalid():
    data = changed(UBL, ("<cbc:ID>1</cbc:ID>", "<cbc:ID>2</cbc:ID>"))
    assert einvoice.validate(data).valid
    report = einvoice.validate(data, context=context(EI_DUPLICATE_LINE=line("error")))
    assert errors(report) == ["EI-DUPLICATE-LINE"] and not report.valid
    assert [each.status for each in report.layers if each.layer == "business"] == ["invalid"]


def test_a_context_of_a_policy_alone_asks_for_nothing_else():
    data = (CORPORA / "billecta" / "entry-standard.json").read_bytes()
    plain = [f.code for f in einvoice.validate(data).findings]
    assert [f.code for f in einvoice.validate(data, context=context(EI_KIND=line("off"))).findings] == plain


def test_what_meets_no_finding_is_not_told():
    report = einvoice.validate(UBL.encode(), context=context(EI_ACCOUNT_IBAN=line("off")))
    assert report.valid and report.policy == ()
    assert not [f for f in report.findings if f.code == "EI-POLICY"]


# ------------------------------------------------------------------------------- official rules: the show only


@pytest.mark.parametrize("severity", ["off", "info", "warning"])
def test_an_official_rule_is_lowered_in_the_show_only(severity):
    plain = einvoice.validate(WRONG_TOTAL)
    official = [f.code for f in plain.findings if f.severity == "error" and f.layer in ("en16931", "peppol")]
    assert official
    ours = errors(einvoice.validate(WRONG_TOTAL, layers=["business"]))
    assert ours and not set(ours) & set(errors(plain))  # what the official rules say is not said again
    rules = {code.replace("-", "_"): line(severity) for code in [*official, *ours]}
    report = einvoice.validate(WRONG_TOTAL, context=context(**rules))
    assert errors(report) == []
    assert not report.valid
    statuses = {each.layer: each.status for each in report.layers}
    assert statuses["en16931"] == "invalid" and statuses["business"] == "valid"
    kept = {each.change.code: each.official for each in report.policy}
    assert kept == dict.fromkeys(official, True) | (dict.fromkeys(ours, False) if severity == "off" else {})
    notes = [f.message for f in report.findings if f.code == "EI-POLICY"]
    assert sum(note.endswith("; the verdict keeps to the official rule") for note in notes) == len(set(official))


def test_an_official_warning_can_be_raised():
    data = (CORPORA / "peppol-bis" / "negative" / "elements-outside-bis.xml").read_bytes()
    report = einvoice.validate(data)
    code = next(f.code for f in report.findings if f.layer == "en16931" and f.severity == "warning")
    assert report.valid
    raised = einvoice.validate(data, context=context(**{code.replace("-", "_"): line("error")}))
    assert code in errors(raised) and not raised.valid


@pytest.mark.parametrize(
    ("code", "official"),
    [("BR-CO-10", True), ("PEPPOL-EN16931-R120", True), ("SE-R-001", True), ("UBL-CR-004", True), ("XSD-VALUE", True),
     ("FV-50", False), ("EI-TOTAL-DUE", False), ("EI-BILLECTA-OCR", False)],
)  # fmt: skip
def test_official_rules_are_those_of_en16931_and_peppol(code, official):
    assert is_official(code) is official


def test_an_official_code_in_a_layer_of_ours_counts_all_the_same():
    finding = Finding("BR-CO-10", "error", "finvoice", "m")
    changes = parse({"BR-CO-10": line("off")}).changes
    shown, judged, _ = apply([finding], changes)
    assert (shown, judged) == ([], [finding])


# ------------------------------------------------------------------------------- profiles and channels


def test_finvoice_reads_a_wrong_account_as_a_warning_and_says_so():
    report = einvoice.validate(WRONG_ACCOUNT, layers=["business"])
    account = next(f for f in report.findings if f.code == "EI-ACCOUNT-IBAN")
    assert account.severity == "warning" and report.valid
    assert "by einvoice for the profile finvoice: Finvoice reads a wrong account as a warning (FV-81)" in note_of(
        report
    )


def test_written_finvoice_keeps_the_error():
    invoice = einvoice.read(WRONG_ACCOUNT).invoice
    report = einvoice.validate(invoice, profile="finvoice")
    assert "EI-ACCOUNT-IBAN" in errors(report)
    for source in (WRONG_IBAN, WRONG_ACCOUNT):
        found = einvoice.convert(source, to="finvoice").findings
        assert ("EI-ACCOUNT-IBAN", "error") in {(f.code, f.severity) for f in found}


def test_finvoice_that_becomes_something_else_was_read_all_the_same():
    found = einvoice.convert(WRONG_ACCOUNT, to="peppol-bis").findings
    assert ("EI-ACCOUNT-IBAN", "warning") in {(f.code, f.severity) for f in found}


def test_the_context_goes_before_what_einvoice_brings_along():
    report = einvoice.validate(WRONG_ACCOUNT, layers=["business"], context=context(EI_ACCOUNT_IBAN=line("error")))
    assert "EI-ACCOUNT-IBAN" in errors(report)


def test_the_narrower_line_wins():
    rules = parse(
        {
            "EI-DATE-DUE": line("info", "all"),
            "EI-DATE-LATER": line("info", "all"),
            "EI-DATE-PAST": line("info", "all"),
            "profiles": {
                "finvoice": {"ei-date-later": line("error", "profile"), "EI-DATE-PAST": line("off", "profile")}
            },
            "channels": {"inexchange-web": {"EI-DATE-PAST": line("error", "channel")}},
            "settings": {"channel": "inexchange-web"},
        }
    )
    reasons = {code: change.reason for code, change in rules.changes_for("finvoice").items()}
    assert reasons == {"EI-DATE-DUE": "all", "EI-DATE-LATER": "profile", "EI-DATE-PAST": "channel"}
    reasons = {code: change.reason for code, change in rules.changes_for("peppol-bis-3", "peppol-bis-3").items()}
    assert reasons == {"EI-DATE-DUE": "all", "EI-DATE-LATER": "all", "EI-DATE-PAST": "channel"}


def test_every_profile_has_a_channel_and_every_line_of_the_data_is_sound():
    data = policy._data()
    for name, entry in data["profiles"].items():
        assert entry["channel"] in data["channels"]
        changes = Policy().changes_for(name, name)
        assert parse({code: line(c.level, c.reason) for code, c in changes.items()}).changes.keys() == changes.keys()
    assert set(data["profiles"]) <= {each.profile for each in policy_profiles()}


def policy_profiles():
    from einvoice.validation import rulesets

    return rulesets()


def test_limits_of_attachments_follow_profile_and_channel():
    assert Policy().settings_for("finvoice").channel.total_bytes == 1_000_000
    assert Policy().settings_for("peppol-bis-3").channel.file_bytes == 5_000_000
    web = parse({"settings": {"channel": "inexchange-web"}})
    assert web.settings_for("finvoice").channel.file_bytes == 2_000_000


def test_settings_reach_the_rules():
    data = UBL.encode()
    issued = einvoice.read(data).invoice.issue_date
    early = context(settings={"today": date(issued.year - 2, 1, 1)})
    late = context(settings={"today": issued})
    found = [[f.code for f in einvoice.validate(data, context=each).findings] for each in (early, late)]
    assert ["EI-DATE-FUTURE" in codes for codes in found] == [True, False]


def test_settings_are_read():
    given = parse({"settings": {"today": date(2026, 1, 1), "ocr": "length-digit", "ocr_lengths": [12],
                                "reference_rates": {"fi": "3.0", "SE": 2}}}).settings  # fmt: skip
    assert given == Settings(date(2026, 1, 1), ocr="length-digit", ocr_lengths=(12,),
                             reference_rates={"FI": Decimal("3.0"), "SE": Decimal(2)})  # fmt: skip


def test_a_conversion_goes_by_the_policy_too():
    rules = context(EI_ACCOUNT_IBAN=line("off"))
    codes = [f.code for f in einvoice.convert(WRONG_IBAN, to="billecta", context=rules).findings]
    assert "EI-ACCOUNT-IBAN" not in codes and "EI-POLICY" in codes


# ------------------------------------------------------------------------------- a number twice


def test_invoices_of_one_file_are_compared_without_knowing_the_seller():
    first, second, *_ = [each.invoice.invoice_number for each in einvoice.read_many(BATCH.encode())]
    same = changed(BATCH, (f">{second}<", f">{first}<"))
    for data, expected in ((BATCH.encode(), []), (same, [(1, "warning")])):
        reports = validate_many(data, layers=["business"])
        found = [(r.index, f.severity) for r in reports for f in r.findings if f.code == "EI-DUPLICATE-NUMBER"]
        assert found == expected


def test_one_call_for_each_invoice_compares_nothing():
    for _ in range(2):
        assert "EI-DUPLICATE-NUMBER" not in {f.code for f in einvoice.validate(UBL.encode()).findings}


# ------------------------------------------------------------------------------- refusals


REFUSED = [
    # case  rules  message  fix
    ("unknown_code",  {"EI-ACOUNT-IBAN": line("off")},  "no rule of this code",  "EI-ACCOUNT-IBAN"),
    ("unknown_official",  {"BR-CO-100": line("off")},  "no rule of this code",  "BR-CO-10"),
    ("note_of_a_reader",  {"EI-READ-VALUE": line("off")},  "no rule of this code",  ""),
    ("internal_error",  {"EI-INTERNAL-ERROR": line("off")},  "no rule of this code",  ""),
    ("loss",  {"LOSS-NO-PLACE": line("off")},  "no rule of this code",  ""),
    ("schema_fault",  {"XSD-VALUE": line("off")},  "no rule of this code",  ""),
    ("no_reason_at_all",  {"EI-KIND": "off"},  "without a reason",  "reason ="),
    ("no_reason",  {"EI-KIND": {"severity": "off"}},  "there is no reason",  "reason ="),
    ("blank_reason",  {"EI-KIND": line("off", " ")},  "there is no reason",  "reason ="),
    ("no_severity",  {"EI-KIND": {"reason": "r"}},  "no severity, expected",  "severity ="),
    ("unknown_severity",  {"EI-KIND": line("fatal")},  "severity 'fatal'",  "severity ="),
    ("unknown_key",  {"EI-KIND": {"severity": "off", "resaon": "r"}},  "'resaon' is not a key",  "reason"),
    ("unknown_profile",  {"profiles": {"finvoic": {}}},  "no profile 'finvoic'",  "finvoice"),
    ("unknown_channel",  {"channels": {"fax": {}}},  "no channel 'fax'",  "peppol"),
    ("code_of_profile", {"profiles": {"finvoice": {"EI-KINDS": line("off")}}}, "finvoice] EI-KINDS", "EI-KIND"),
    ("profile_no_table",  {"profiles": {"finvoice": 1}},  "[rules.profiles.finvoice] is 1", "below"),
    ("profiles_no_table",  {"profiles": 1},  "[rules] profiles is 1",  "[rules.profiles]"),
    ("unknown_setting",  {"settings": {"chanel": "finvoice"}},  "'chanel' is not a key",  "channel"),
    ("setting_channel",  {"settings": {"channel": "finvoise"}},  "no channel 'finvoise'",  "finvoice"),
    ("setting_today",  {"settings": {"today": "2026-01-01"}},  "no date",  "without quotes"),
    ("setting_ocr",  {"settings": {"ocr": "3"}},  "ocr is '3'",  "length-digit"),
    ("setting_lengths",  {"settings": {"ocr_lengths": [1]}},  "ocr_lengths is [1]",  "2 to 25"),
    ("setting_float",  {"settings": {"reference_rates": {"FI": 2.5}}},  "reference_rates",  "with quotes"),
    ("setting_rate",  {"settings": {"reference_rates": {"FI": "high"}}},  "reference_rates",  "with quotes"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "rules", "message", "fix"), REFUSED, ids=[r[0] for r in REFUSED])
def test_refusals(case, rules, message, fix):
    with pytest.raises(ContextError) as caught:
        einvoice.validate(UBL.encode(), context=Context.parse({"rules": rules}, source="e.toml"))
    assert message in caught.value.message
    assert fix in caught.value.fix
    assert (caught.value.exit_code, caught.value.source) == (6, "e.toml")


def test_codes_are_read_in_any_case():
    assert list(parse({"ei-kind": line("off"), "br-co-10": line("info")}).changes) == ["EI-KIND", "BR-CO-10"]


def test_report_is_json():
    report = einvoice.validate(WRONG_IBAN, context=context(EI_ACCOUNT_IBAN=line("warning")))
    assert json.loads(json.dumps([each.as_dict() for each in report.policy]))


def test_the_page_names_every_channel_and_profile():
    page = (Path(__file__).resolve().parents[2] / "docs" / "rules-policy.md").read_text(encoding="utf-8")
    for name in (*policy.channel_names(), *policy._data()["profiles"], *policy.LEVELS, *policy._SETTINGS):
        assert f"`{name}`" in page, name


# ------------------------------------------------------------------------------- EN 16931 without Peppol


EN16931 = re.sub(r"(<cbc:CustomizationID>).*?(</cbc:CustomizationID>)", r"\1urn:cen.eu:en16931:2017\2", UBL)


def test_a_line_that_does_not_tie_is_a_warning_where_en_16931_rules_alone():
    """No rule of EN 16931 ties a line to quantity and price, and its own examples have such lines."""
    wrong = (r'(<cbc:InvoicedQuantity unitCode="\w+">)\d+', r"\g<1>777")
    report = einvoice.validate(changed(EN16931, wrong))
    assert report.valid and report.profile == "en16931/1.3.16"
    assert [(f.code, f.severity) for f in report.findings if f.layer == "business"] == [
        ("EI-TOTAL-LINE-NET", "warning")
    ]
    assert "EN 16931 has no such rule, Peppol has (R120)" in note_of(report)
    peppol = einvoice.validate(changed(UBL, wrong))
    assert not peppol.valid and "PEPPOL-EN16931-R120" in errors(peppol)
    assert "EI-TOTAL-LINE-NET" in errors(einvoice.validate(changed(UBL, wrong), layers=["business"]))


@pytest.mark.parametrize(
    ("code", "fix"),
    [
        ("EI-READ-VALUE", "what readers and writers say"),
        ("XSD-VALUE", "faults of a schema"),
        ("BR-CO-*", "by its whole code"),
        ("EI-TOTAL-DEU", "did you mean EI-TOTAL-DUE"),
    ],
)
def test_what_is_no_rule_is_likened_to_none(code, fix):
    with pytest.raises(ContextError) as error:
        parse({code: line("off")})
    assert "there is no rule of this code" in error.value.message and fix in error.value.fix
