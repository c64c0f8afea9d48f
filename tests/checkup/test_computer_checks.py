"""What is wrong on this computer is said, with what to do."""

import socket
import threading
from collections.abc import Iterator

import pytest

from ringauth_gui.checkup.computer_checks import (
    browser_finding,
    keyring_finding,
    port_finding,
    proxy_finding,
)
from ringauth_gui.checkup.finding import Verdict
from ringauth_gui.errors import TokenStoreError
from tests.fakes.core import free_port

NEVER = threading.Event()
URL = "https://platform.ringcentral.com"


def uri(port: int) -> str:
    return f"http://127.0.0.1:{port}/callback"


@pytest.fixture
def taken() -> Iterator[int]:
    """Return a port that somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_free_port_is_good_and_free_afterwards() -> None:
    port = free_port()

    finding = port_finding([uri(port)])

    assert finding.verdict is Verdict.GOOD
    assert finding.text == "The port of the redirect URI is free."
    socket.create_server(("127.0.0.1", port)).close()


def test_a_port_that_is_taken_is_named_with_its_program(taken: int) -> None:
    finding = port_finding([uri(taken)])

    assert finding.verdict is Verdict.BAD
    assert finding.advice
    (line,) = finding.details
    assert line.startswith(f"Port {taken}: taken by ")


def test_another_free_port_is_enough(taken: int) -> None:
    finding = port_finding([uri(taken), uri(free_port())])

    assert finding.verdict is Verdict.WARNING


def test_the_port_of_a_sign_in_that_runs_is_ours(taken: int) -> None:
    finding = port_finding([uri(taken)], listening=uri(taken))

    assert finding.verdict is Verdict.GOOD
    assert "a sign-in waits for its browser" in finding.text


def test_the_browser_is_named() -> None:
    named = browser_finding({"BROWSER": "lynx"}, lambda: "lynx")
    systems = browser_finding({}, lambda: "xdg-open")

    assert named.text == "Sign-in pages are opened by lynx, as $BROWSER says."
    assert systems.text == "Sign-in pages are opened by xdg-open."


def test_no_browser_is_wrong_and_whose_fault_it_is_is_said() -> None:
    named = browser_finding({"BROWSER": "/no/such"}, lambda: None)
    none = browser_finding({}, lambda: None)

    assert (named.verdict, none.verdict) == (Verdict.BAD, Verdict.BAD)
    assert "$BROWSER" in named.text
    assert named.details == ("BROWSER=/no/such",)
    assert none.text == "There is no browser."


def test_the_keyring_is_named_or_missed() -> None:
    named = keyring_finding("Secret Service", None, lambda: None, NEVER)
    missing = keyring_finding("memory only", "There is none.", lambda: None, NEVER)

    assert named.verdict is Verdict.GOOD
    assert missing.verdict is Verdict.WARNING
    assert missing.details == ("There is none.",)


def test_a_keyring_that_hangs_is_not_called_good() -> None:
    hangs = threading.Event()

    found = keyring_finding("Secret Service", None, hangs.wait, NEVER, seconds=0.05)
    hangs.set()

    assert found.verdict is Verdict.BAD
    assert found.text == "Secret Service does not answer."


def test_a_keyring_that_cannot_be_read_is_not_called_good() -> None:
    def locked() -> None:
        raise TokenStoreError("It is locked.")

    found = keyring_finding("Secret Service", None, locked, NEVER)

    assert found.verdict is Verdict.BAD
    assert found.details == ("It is locked.",)


def test_a_proxy_is_named_without_its_password() -> None:
    environ = {"https_proxy": "http://ada:CANARY-password@proxy.example:3128"}

    finding = proxy_finding(URL, environ)

    assert finding.text == "Requests go through the proxy proxy.example:3128."
    assert "CANARY" not in repr(finding)


def test_without_a_proxy_requests_go_straight() -> None:
    assert "no proxy" in proxy_finding(URL, {}).text


def test_a_proxy_that_cannot_be_used_is_wrong() -> None:
    finding = proxy_finding(URL, {"https_proxy": "ftp://CANARY:CANARY@x"})

    assert finding.verdict is Verdict.BAD
    assert "https_proxy" in finding.text
    assert "CANARY" not in repr(finding)
