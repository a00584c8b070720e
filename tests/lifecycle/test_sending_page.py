"""docs/sending.md says what the code does."""

import re
from datetime import UTC, datetime
from pathlib import Path

from tests.lifecycle.test_send_command import ENVIRONMENT

from einvoice.cli.lifecycle_send import CODES
from einvoice.lifecycle import credentials, transport, wire
from einvoice.lifecycle.request import SYSTEMS
from einvoice.xml import MAX_BYTES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "sending.md").read_text(encoding="utf-8")


def test_outcomes():
    rows = re.findall(r"^\| `([a-z-]+)` \| (\d) \| (.+) \|$", PAGE, re.MULTILINE)
    assert {name: (int(code), words) for name, code, words in rows} == {
        name: (CODES[name], words) for name, words in transport.OUTCOMES.items()
    }


def test_variables():
    fields = [each for system in SYSTEMS for each in credentials.fields_of(system)]
    assert set(re.findall(r"`(EINVOICE_[A-Z_]+)`", PAGE)) == {each.variable for each in fields}
    assert set(re.findall(r"\*\*`(EINVOICE_[A-Z_]+)`", PAGE)) == {each.variable for each in fields if each.secret}


def test_hosts_and_limits():
    for host in (host for hosts in transport.HOSTS.values() for host in hosts):
        assert f"`{host}`" in PAGE
    limit = wire.Timeout()
    for seconds in (limit.connect, limit.read, limit.total):
        assert f"| {seconds:g} s" in PAGE
    assert f"{MAX_BYTES // 1_000_000} MB" in PAGE
    assert wire.INSTALL in PAGE
    assert all(f"`{code}`" in PAGE for code in transport.UNSURE)


def test_what_it_shows_works(server, monkeypatch, capsys):
    server.clock = lambda: datetime.now(UTC)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    (snippet,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    from tests.lifecycle.server import hang_up

    server.play(hang_up)
    exec(compile(snippet, "docs/sending.md", "exec"), {})
    assert capsys.readouterr().out == "issued\n"
    assert len(server.got) == 2
