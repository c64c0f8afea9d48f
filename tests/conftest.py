"""What holds for every test: no screen, no network, no keyring, no waiting for time."""

import ipaddress
import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import trustme

from tests.fakes.core import Core
from tests.fakes.fake_authorization_server import FakeAuthorizationServer
from tests.fakes.fake_browser import FakeBrowser
from tests.fakes.fixed_clock import FixedClock

# How long an example takes says more about the machine than about the code.
hypothesis.settings.register_profile("ringauth", deadline=None)
hypothesis.settings.load_profile("ringauth")

PROXY_VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


class NetworkIsOff(Exception):
    """A test tried to reach another machine."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--onscreen``, which shows the windows of the tests."""
    parser.addoption("--onscreen", action="store_true", help="show the windows")


def pytest_configure(config: pytest.Config) -> None:
    """Choose Qt's platform before Qt is imported, and let programs take signals.

    A shell starts what runs in its background with these two ignored, and programs
    that the tests start would go on ignoring them.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_sessionfinish() -> None:
    """Empty the clipboard: Qt's offscreen one outlives Python and ends badly."""
    qt = sys.modules.get("PySide6.QtGui")
    if qt is not None and qt.QGuiApplication.instance() is not None:
        qt.QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session", autouse=True)
def _loopback_only() -> Iterator[None]:
    """Refuse connections that leave this machine."""
    real_connect = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:  # noqa: ANN401 - as in socket
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_here(
            str(address[0])
        ):
            raise NetworkIsOff(address)
        real_connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        yield


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give each test empty folders of its own, no keyring and no proxies."""
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """Return an authority that the system trusts, as OpenSSL is told of one."""
    authority = trustme.CA()
    file = tmp_path / "system-trust.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return authority


@pytest.fixture
def clock() -> FixedClock:
    """Return a clock that stands still until the test moves it."""
    return FixedClock()


@pytest.fixture
def server() -> Iterator[FakeAuthorizationServer]:
    """Return a server that grants everything until it is told otherwise."""
    with FakeAuthorizationServer() as running:
        yield running


@pytest.fixture
def browser() -> FakeBrowser:
    """Return a browser that follows redirects and nothing else."""
    return FakeBrowser()


@pytest.fixture
def core(server: FakeAuthorizationServer, browser: FakeBrowser, tmp_path: Path) -> Core:
    """Return what is below one window, with ``server`` for its practice server."""
    return Core(server.address, browser.open, tmp_path)
