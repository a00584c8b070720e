"""Profiles, their editions, and which of them judges a document; on rule sets of our own where one is not enough."""

from datetime import date

import pytest

import einvoice
from einvoice.errors import RulesetError, UnknownProfile, UsageError
from einvoice.validation import LAYERS, choose_ruleset, next_edition, profiles, rulesets, validate

from .samples import CORPORA, NETVISOR, UBL, changed

PEPPOL = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"

# --- the rule sets of the package -------------------------------------------------------------------


def test_every_rule_set_is_whole():
    ids = [ruleset.id for ruleset in rulesets()]
    known = [
        "billecta/2024-04",
        "en16931/1.3.16",
        "finvoice/2.01",
        "finvoice/3.0",
        "model",
        "netvisor/2021-03",
        "peppol-bis-3/2026-05",
    ]
    assert sorted(ids) == [*known, "ubl-2.1"]
    for format in {ruleset.format for ruleset in rulesets()}:
        assert sum(ruleset.default for ruleset in rulesets() if ruleset.format == format) == 1
    for ruleset in rulesets():
        assert set(ruleset.layers) <= set(LAYERS)
        assert tuple(ruleset.layers) == tuple(layer for layer in LAYERS if layer in ruleset.layers)
        for name in (ruleset.id, ruleset.profile, *ruleset.aliases):
            assert choose_ruleset(name, ruleset.format) is ruleset
        for layer in profiles.OFFICIAL:  # the report names version and date of the official rules
            if layer in ruleset.layers:
                rules = profiles.edition(ruleset.layers[layer])
                assert rules is not None and rules.version and rules.valid_from


SPECIFICATIONS = [
    # CustomizationID                                                            profile
    (PEPPOL,                                                                     "peppol-bis-3"),
    (f"{PEPPOL}#conformant#urn:fdc:example.org:2026",                            "peppol-bis-3"),
    ("urn:cen.eu:en16931:2017",                                                  "en16931"),
    ("urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",    "en16931"),
    ("urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0", "en16931"),
    ("urn:www.cenbii.eu:transaction:biitrns010:ver2.0",                          "peppol-bis-3"),
    ("something urn:cen.eu:en16931:2017",                                        "peppol-bis-3"),
    (None,                                                                       "peppol-bis-3"),
]  # fmt: skip


@pytest.mark.parametrize(("specification", "profile"), SPECIFICATIONS)
def test_a_ubl_document_names_its_profile(specification, profile):
    element = "" if specification is None else f"<cbc:CustomizationID>\n {specification} </cbc:CustomizationID>"
    report = validate(changed(UBL, ("<cbc:CustomizationID>.*?</cbc:CustomizationID>", element)), layers=["schema"])
    assert report.profile == next(r.id for r in rulesets() if r.profile == profile)


def test_what_is_asked_for_wins_over_what_the_document_names():
    for name in ("en16931", "en16931/1.3.16", "ubl-2.1", "peppol-bis"):
        assert validate(UBL.encode(), name, ["schema"]).profile.startswith(name)


def test_a_document_of_another_format_may_be_judged_by_peppol():
    context = einvoice.Context.load(CORPORA / "einvoice.toml")
    report = validate(NETVISOR.encode(), "peppol-bis", context=context)
    assert (report.format, report.profile, report.valid) == ("netvisor", "peppol-bis-3/2026-05", True)
    assert [layer.ruleset for layer in report.layers] == [
        "netvisor/import", "en16931/1.3.16", "peppol-bis-3/2026-05", "einvoice",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["peppol-bis-4", "peppol-bis-3/2025-11", "latest/peppol-bis-3"])
def test_an_unknown_profile_is_told_before_the_document_is_opened(name):
    with pytest.raises(UnknownProfile, match="unknown profile") as caught:
        validate(b"<broken", name)
    assert "peppol-bis-3/2026-05" in caught.value.fix


def test_a_ubl_document_is_no_netvisor_document():
    with pytest.raises(UsageError, match="judges netvisor documents, this one is peppol-bis") as caught:
        validate(UBL.encode(), "netvisor")
    assert caught.value.fix == "profiles of peppol-bis: en16931, peppol-bis-3, ubl-2.1; or convert the document first"


# --- the date of the invoice ------------------------------------------------------------------------


def test_an_invoice_before_the_oldest_edition_says_so():
    old, new = (changed(UBL, ("(<cbc:IssueDate>)[0-9-]+", rf"\g<1>{day}")) for day in ("2026-08-16", "2026-08-17"))
    (note,) = [finding for finding in validate(old).findings if finding.code == "EI-EDITION"]
    assert (note.severity, note.terms, note.path, note.value) == ("info", ("BT-2",), "/Invoice/IssueDate", "2026-08-16")
    assert "peppol-bis-3/2026-05" in note.message and "2026-08-17" in note.message
    assert "EI-EDITION" not in {finding.code for finding in validate(new).findings}


@pytest.mark.parametrize("profile", ["latest", "peppol-bis/latest", "peppol-bis-3/2026-05"])
def test_an_edition_that_is_named_needs_no_such_note(profile):
    report = validate(UBL.encode(), profile)
    assert (report.profile, report.findings) == ("peppol-bis-3/2026-05", ())


def test_layers_without_official_rules_need_no_such_note():
    assert validate(UBL.encode(), layers=["schema", "business"]).findings == ()


def ruleset_file(folder, name, day, **layers):
    folder.joinpath(f"{name}.toml").write_text(
        f'id = "p/{name}"\nprofile = "p"\naliases = ["q"]\nformat = "peppol-bis"\ndefault = true\n'
        f"valid_from = {day}\n[layers]\n" + "".join(f'{layer} = "{rules}"\n' for layer, rules in layers.items()),
        encoding="utf-8",
    )


@pytest.fixture
def three_editions(tmp_path, monkeypatch):
    """A profile p: the schema alone, then EN 16931, then Peppol as well; its own Netvisor profile has two editions."""
    folder = tmp_path / "rulesets"
    folder.mkdir()
    ruleset_file(folder, "1", "2025-05-15", schema="ubl-2.1")
    ruleset_file(folder, "2", "2026-05-01", schema="ubl-2.1", en16931="en16931/1.3.16")
    peppol = {"en16931": "en16931/1.3.16", "peppol": "peppol-bis-3/2026-05"}
    ruleset_file(folder, "3", "2026-11-15", schema="ubl-2.1", **peppol)
    for name, day, schema in (("1", "2020-01-01", "no-such-schema"), ("2", "2026-01-01", "netvisor")):
        folder.joinpath(f"n{name}.toml").write_text(
            f'id = "n/{name}"\nprofile = "n"\nformat = "netvisor"\ndefault = true\nvalid_from = {day}\n'
            f'[layers]\nschema = "{schema}"\n',
            encoding="utf-8",
        )
    monkeypatch.setattr(profiles, "FOLDER", tmp_path / "rulesets")
    found = profiles.rulesets.__wrapped__()
    monkeypatch.setattr(profiles, "rulesets", lambda: found)


EDITIONS = [
    # asked     issue date     edition
    (None,      "2025-05-14",  "p/1"),
    (None,      "2025-05-15",  "p/1"),
    (None,      "2026-04-30",  "p/1"),
    (None,      "2026-05-01",  "p/2"),
    (None,      "2026-11-14",  "p/2"),
    (None,      "2026-11-15",  "p/3"),
    (None,      "2030-01-01",  "p/3"),
    (None,      "2026-05-01Z", "p/2"),
    (None,      "1.5.2026",    "p/3"),
    ("p",       "2026-05-01",  "p/2"),
    ("q",       "2026-04-30",  "p/1"),
    ("p/3",     "2026-04-30",  "p/3"),
    ("p/1",     "2030-01-01",  "p/1"),
    ("latest",  "2025-05-15",  "p/3"),
    ("q/latest", "2025-05-15", "p/3"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "day", "edition"), EDITIONS)
def test_the_date_of_the_invoice_chooses_the_edition(asked, day, edition, three_editions):
    report = validate(changed(UBL, ("(<cbc:IssueDate>)[^<]+", rf"\g<1>{day}")), asked, ["schema"])
    assert report.profile == edition


def test_an_invoice_without_date_is_judged_by_the_newest(three_editions):
    assert validate(changed(UBL, ("<cbc:IssueDate>.*?</cbc:IssueDate>", "")), layers=["schema"]).profile == "p/3"


def test_the_date_of_another_format_is_read(three_editions):
    """The schema of the older edition does not exist, so the newer one judged."""
    report = validate(NETVISOR.encode(), layers=["schema"])
    assert (report.profile, report.valid, report.error) == ("n/2", True, None)
    with pytest.raises(KeyError, match="no-such-schema"):
        validate(NETVISOR.replace(">2026-", ">2024-").encode(), layers=["schema"])


def test_a_date_that_cannot_be_read_leaves_the_newest(three_editions):
    """And it is the business of the layers that read."""
    data = (CORPORA / "netvisor" / "negative" / "impossible-date.xml").read_bytes()
    report = validate(data, layers=["schema"])
    assert (report.profile, report.error) == ("n/2", None)


def test_editions_follow_each_other(three_editions):
    one, two, three = (profiles.edition(f"p/{number}") for number in (1, 2, 3))
    assert (next_edition(one), next_edition(two), next_edition(three)) == (two, three, None)
    assert profiles.editions("p") == profiles.editions("q") == (three, two, one)
    assert choose_ruleset("p", "peppol-bis", issued=date(2026, 6, 1)) is two


# --- preview ----------------------------------------------------------------------------------------

FAULTY = changed(
    UBL,
    ("(<cbc:IssueDate>)[0-9-]+", r"\g<1>2026-06-15"),
    ('(<cbc:EndpointID schemeID=")[0-9]+', r"\g<1>0212"),  # an error for Peppol, none for EN 16931
    ('(<cbc:PayableAmount currencyID="EUR">)1', r"\g<1>9"),  # an error for EN 16931
)


def test_the_preview_says_what_the_next_edition_adds(three_editions):
    report = validate(FAULTY, preview=True)
    assert report.profile == "p/2"
    assert [finding.code for finding in report.findings if finding.severity == "error"] == ["BR-CO-16"]
    summary, *new = [finding for finding in report.findings if finding.severity == "info"]
    assert (summary.code, summary.layer) == ("EI-PREVIEW", "input")
    assert summary.message == "p/3 is in force from 2026-11-15; against p/2, new findings: 1, gone: 0"
    assert [(f.code, f.layer, f.path) for f in new] == [
        ("PEPPOL-EN16931-CL008", "peppol", "/Invoice/AccountingSupplierParty/Party/EndpointID")
    ]
    assert new[0].message.startswith("from 2026-11-15 an error: ")
    assert new[0].line is not None and new[0].fix
    assert [layer.layer for layer in report.layers] == ["schema", "en16931"], "the layers are those of today"


def test_the_preview_changes_no_verdict(three_editions):
    data = changed(
        UBL, ("(<cbc:IssueDate>)[0-9-]+", r"\g<1>2026-06-15"), ('(<cbc:EndpointID schemeID=")[0-9]+', r"\g<1>0212")
    )
    assert validate(data).valid and validate(data, preview=True).valid
    assert not validate(data, "p/3").valid


def test_the_preview_is_of_the_layers_that_were_asked_for(three_editions):
    (note,) = validate(FAULTY, layers=["schema"], preview=True).findings
    assert note.message.endswith("new findings: 0, gone: 0")


def test_the_preview_tells_what_it_does_not_know(three_editions):
    data = (CORPORA / "netvisor" / "negative" / "impossible-date.xml").read_bytes()
    notes = [f.message for f in validate(data, "p/2", ["schematron"], preview=True).findings if f.code == "EI-PREVIEW"]
    assert len(notes) == 2 and "what p/3 says in the layer peppol is not known: a value cannot be read" in notes[1]


def test_the_newest_edition_has_no_preview():
    (note,) = validate(UBL.encode(), "latest", preview=True).findings
    assert (note.code, note.severity) == ("EI-PREVIEW", "info")
    assert note.message == "peppol-bis-3 has no later edition than peppol-bis-3/2026-05 in this version of einvoice"


# --- broken rule sets -------------------------------------------------------------------------------

BROKEN_RULESETS = {
    "no TOML": "id = ",
    "unknown layer": 'id = "p"\nprofile = "p"\nformat = "f"\n[layers]\nscheme = "x"\n',
    "unknown key": 'id = "p"\nprofile = "p"\nformat = "f"\ncolour = "red"\n[layers]\n',
    "no layers": 'id = "p"\nprofile = "p"\nformat = "f"\n',
}


@pytest.mark.parametrize("text", BROKEN_RULESETS.values(), ids=BROKEN_RULESETS)
def test_a_broken_rule_set_raises(text, tmp_path, monkeypatch):
    (tmp_path / "rulesets").mkdir()
    (tmp_path / "rulesets" / "p.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(profiles, "FOLDER", tmp_path / "rulesets")
    with pytest.raises(RulesetError) as caught:
        profiles.rulesets.__wrapped__()
    assert caught.value.exit_code == 6
    assert caught.value.source.endswith("p.toml")
