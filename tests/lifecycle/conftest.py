"""The flag that rewrites the golden requests, and the server that stands for the systems."""

import socket
import threading
from collections.abc import Iterator

import pytest
import trustme
from tests.lifecycle.server import SYSTEM_HOSTS, Clock, Server


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="rewrite tests/lifecycle/golden")


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """An authority that nobody knows, for the certificates of the server."""
    return trustme.CA()


@pytest.fixture(scope="session")
def certificate(authority: trustme.CA) -> trustme.LeafCert:
    return authority.issue_cert("127.0.0.1", *(host for hosts in SYSTEM_HOSTS.values() for host in hosts))


@pytest.fixture(scope="session")
def authority_file(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("authority") / "ca.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(
    certificate: trustme.LeafCert, authority_file: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Server]:
    """The four systems, on this machine: see server.py."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", authority_file)
    hosts = {host for hosts in SYSTEM_HOSTS.values() for host in hosts}
    with Server(certificate, hosts, clock) as running:
        monkeypatch.setattr("socket.create_connection", running.connected(socket.create_connection))
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield running
        running.released.set()
        running.shutdown()
        thread.join(5)
