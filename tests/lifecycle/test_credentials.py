"""Credentials: from the environment, else from the keyring, never shown."""

import sys
import traceback
import types

import pytest

from einvoice.cli import lifecycle_calls
from einvoice.errors import EngineMissing, UsageError
from einvoice.lifecycle import credentials
from einvoice.lifecycle.netvisor.mac import PLACEHOLDERS
from einvoice.lifecycle.request import SYSTEMS

NETVISOR = {
    "EINVOICE_NETVISOR_SENDER": "Kirjuri",
    "EINVOICE_NETVISOR_CUSTOMER_ID": "TK_API-17",
    "EINVOICE_NETVISOR_PARTNER_ID": "PART-42",
    "EINVOICE_NETVISOR_ORGANISATION_ID": "9100117-1",
    "EINVOICE_NETVISOR_CUSTOMER_KEY": "key-of-customer",
    "EINVOICE_NETVISOR_PARTNER_KEY": "key-of-partner",
}


def test_netvisor_from_the_environment():
    me = credentials.load("netvisor", NETVISOR | {"EINVOICE_NETVISOR_STATUS_CODES": "0", "OTHER": "x"})
    assert (me.sender, me.customer_key, me.status_codes, me.language) == ("Kirjuri", "key-of-customer", False, "EN")
    assert credentials.secrets_of(me) == {"key-of-customer", "key-of-partner"}
    assert "key-of" not in repr(me)


@pytest.mark.parametrize("name", NETVISOR)
def test_what_is_not_set_is_named(name):
    given = {key: value for key, value in NETVISOR.items() if key != name}
    with pytest.raises(UsageError) as raised:
        credentials.load("netvisor", given)
    assert raised.value.message == f"not set: {name}"
    assert "key-of" not in str(raised.value)


@pytest.mark.parametrize(
    ("system", "environment", "lacking"),
    [
        ("collector", {}, "EINVOICE_COLLECTOR_USERNAME, EINVOICE_COLLECTOR_PASSWORD"),
        ("collector", {"EINVOICE_COLLECTOR_USERNAME": "kassa"}, "EINVOICE_COLLECTOR_PASSWORD"),
        ("billecta", {"EINVOICE_BILLECTA_TOKEN": ""}, "EINVOICE_BILLECTA_TOKEN"),
        ("inexchange", {}, "EINVOICE_INEXCHANGE_API_KEY, EINVOICE_INEXCHANGE_CLIENT_TOKEN"),
    ],
)
def test_no_placeholder_is_taken(system, environment, lacking):
    with pytest.raises(UsageError) as raised:
        credentials.load(system, environment)
    assert raised.value.message == f"not set: {lacking}"


def test_inexchange_needs_one_of_its_secrets():
    found = credentials.load("inexchange", {"EINVOICE_INEXCHANGE_CLIENT_TOKEN": "t-1"})
    assert found.client_token == "t-1"


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_has_secrets_that_are_not_shown(system):
    fields = credentials.fields_of(system)
    assert any(each.secret for each in fields)
    assert all(each.placeholder for each in fields if each.secret)


def test_secrets_show_in_no_traceback():
    given = {key: value for key, value in NETVISOR.items() if not key.endswith("PARTNER_ID")}
    with pytest.raises(UsageError) as raised:
        credentials.load("netvisor", given)
    shown = traceback.TracebackException.from_exception(raised.value, capture_locals=True)
    frames = [frame.locals for frame in shown.stack if "einvoice/lifecycle" in frame.filename.replace("\\", "/")]
    assert frames
    assert "key-of" not in str(frames)


def test_yes_or_no():
    with pytest.raises(UsageError, match="EINVOICE_NETVISOR_STATUS_CODES is 'perhaps'"):
        credentials.load("netvisor", NETVISOR | {"EINVOICE_NETVISOR_STATUS_CODES": "perhaps"})


# ------------------------------------------------------------------------------------------------------------- keyring


@pytest.fixture
def keyring(monkeypatch):
    """A keyring of the test."""
    kept = {}
    found = types.ModuleType("keyring")
    found.get_password = lambda service, name: kept.get((service, name))
    found.__spec__ = types.SimpleNamespace()
    monkeypatch.setitem(sys.modules, "keyring", found)
    return kept


def test_keyring_holds_secrets_and_nothing_else(keyring):
    keyring["einvoice", "EINVOICE_COLLECTOR_PASSWORD"] = "hemligt"
    keyring["einvoice", "EINVOICE_COLLECTOR_USERNAME"] = "somebody"
    with pytest.raises(UsageError, match="not set: EINVOICE_COLLECTOR_USERNAME"):
        credentials.load("collector", {}, keyring=True)
    given = {"EINVOICE_COLLECTOR_USERNAME": "kassa"}
    assert credentials.load("collector", given, keyring=True).password == "hemligt"
    with pytest.raises(UsageError):
        credentials.load("collector", given)


def test_environment_goes_before_keyring(keyring):
    keyring["einvoice", "EINVOICE_COLLECTOR_PASSWORD"] = "old"
    given = {"EINVOICE_COLLECTOR_USERNAME": "kassa", "EINVOICE_COLLECTOR_PASSWORD": "new"}
    assert credentials.load("collector", given, keyring=True).password == "new"


def test_empty_keyring_says_how_to_fill_it(keyring):
    with pytest.raises(UsageError, match="keyring set einvoice EINVOICE_BILLECTA_TOKEN"):
        credentials.load("billecta", {}, keyring=True)


def test_keyring_that_is_locked_shows_nothing_of_its_fault(keyring):
    def locked(service, name):
        raise RuntimeError("the password was hunter2")

    sys.modules["keyring"].get_password = locked
    with pytest.raises(UsageError, match="the keyring gives no EINVOICE_BILLECTA_TOKEN: RuntimeError") as raised:
        credentials.load("billecta", {}, keyring=True)
    assert "hunter2" not in str(raised.value)
    assert raised.value.__cause__ is None


def test_keyring_that_is_not_installed(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(EngineMissing, match="pip install keyring"):
        credentials.load("billecta", {}, keyring=True)


def test_system_that_nobody_knows():
    with pytest.raises(UsageError, match="no system 'fortnox'"):
        credentials.load("fortnox", {})


def test_switch_that_is_no_word_is_told_by_request_as_well(monkeypatch):
    monkeypatch.setenv("EINVOICE_NETVISOR_RAW_PARAMETERS", "maybe")
    with pytest.raises(UsageError, match="EINVOICE_NETVISOR_RAW_PARAMETERS is 'maybe', expected 1 or 0"):
        lifecycle_calls.credentials("netvisor", PLACEHOLDERS)
