"""Every check of this computer, in the order in which they make sense."""

import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ringauth_gui.checkup.computer_checks import (
    browser_finding,
    keyring_finding,
    port_finding,
    proxy_finding,
)
from ringauth_gui.checkup.finding import Check
from ringauth_gui.checkup.server_checks import Send, ServerChecks
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.lifeline import LookUp
from ringauth_gui.oauth.registration import AuthorizationServer

KEYS = ("port", "browser", "keyring", "proxy", "name", "tls", "metadata", "time")
TITLES: Mapping[str, str] = {
    "port": "Port for the browser's answer",
    "browser": "Browser",
    "keyring": "Keyring",
    "proxy": "Proxy",
    "name": "The server's name",
    "tls": "Encryption and certificates",
    "metadata": "The server's answer",
    "time": "Clock",
}


@dataclass(frozen=True)
class Subject:
    """What the checks are about.

    Attributes:
        server: The server that people sign in to.
        redirect_uris: Where the browser comes back to.
        listening: The one of them that a sign-in listens on now; empty for none.
        keyring: The name of what secrets are kept in, and why it is none, if so.
    """

    server: AuthorizationServer
    redirect_uris: Sequence[str]
    listening: str
    keyring: tuple[str, str | None]


@dataclass(frozen=True)
class Means:
    """What the checks look with.

    Attributes:
        send: Sends a request; the event cancels it.
        clock: Tells the time.
        environ: Where browser and proxy may be named.
        find_browser: Returns the program that opens addresses; None for none.
        read_keyring: Reads from the keyring; raises TokenStoreError, or hangs.
        look_up: Finds the addresses of a host.
    """

    send: Send
    clock: Clock
    environ: Mapping[str, str]
    find_browser: Callable[[], str | None]
    read_keyring: Callable[[], object]
    look_up: LookUp = socket.getaddrinfo


def all_checks(subject: Subject, means: Means) -> tuple[Check, ...]:
    """Return the checks; each ends in time, and none needs another's outcome.

    The clock is compared by the answer that the check before it brings.
    """
    server = ServerChecks(
        subject.server, means.send, means.clock, means.look_up, means.environ
    )
    address = subject.server.address
    runs = {
        "port": lambda _: port_finding(subject.redirect_uris, subject.listening),
        "browser": lambda _: browser_finding(means.environ, means.find_browser),
        "keyring": lambda cancel: keyring_finding(
            *subject.keyring, means.read_keyring, cancel
        ),
        "proxy": lambda _: proxy_finding(address, means.environ),
        "name": server.name,
        "tls": server.tls,
        "metadata": server.metadata,
        "time": server.time,
    }
    return tuple(Check(key, TITLES[key], runs[key]) for key in KEYS)
