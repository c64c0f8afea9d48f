"""What can be wrong on this computer: port, browser, keyring, proxy."""

import socket
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ringauth_gui.checkup.finding import Finding, Verdict
from ringauth_gui.errors import (
    ListenerFailed,
    NetworkError,
    RedirectPortBusy,
    ServerTooSlow,
    TokenStoreError,
)
from ringauth_gui.oauth.abortable_call import AbortableCall
from ringauth_gui.oauth.lifeline import Lifeline
from ringauth_gui.oauth.loopback_sockets import listen
from ringauth_gui.oauth.port_owner import owner_in_words
from ringauth_gui.oauth.proxies import proxy_for
from ringauth_gui.oauth.url_parts import split_url

KEYRING_SECONDS = 5.0


def port_finding(redirect_uris: Sequence[str], listening: str = "") -> Finding:
    """Look whether the browser can come back.

    Args:
        redirect_uris: Of the profile.
        listening: The one that a sign-in listens on now; empty for none.
    """
    problems = [_port_problem(uri) for uri in redirect_uris if uri != listening]
    taken = [each for each in problems if each]
    details = tuple(taken)
    if not taken:
        return Finding(Verdict.GOOD, _what_is_free(redirect_uris, listening))
    if len(taken) < len(redirect_uris):
        text = "A port of a redirect URI is taken; another one is free."
        return Finding(Verdict.WARNING, text, "RingAuth offers the free one.", details)
    return Finding(
        Verdict.BAD,
        "No port of a redirect URI is free.",
        "End the program or the sign-in that holds it, "
        "or register another redirect URI.",
        details,
    )


def _what_is_free(redirect_uris: Sequence[str], listening: str) -> str:
    if listening in redirect_uris:
        return "RingAuth listens there now: a sign-in waits for its browser."
    if len(redirect_uris) == 1:
        return "The port of the redirect URI is free."
    return "The ports of the redirect URIs are free."


def _port_problem(redirect_uri: str) -> str:
    try:
        for each in listen(redirect_uri):
            each.close()
    except RedirectPortBusy as error:
        return f"Port {error.port}: taken by {owner_in_words(error.program)}."
    except ListenerFailed as error:
        return f"{redirect_uri}: cannot be listened on ({error})."
    return ""


def browser_finding(
    environ: Mapping[str, str], find: Callable[[], str | None]
) -> Finding:
    """Look which program opens the sign-in page; ``find`` returns its name."""
    named = environ.get("BROWSER", "")
    program = find()
    if program is None and named:
        return Finding(
            Verdict.BAD,
            "The browser that $BROWSER names is not there.",
            "Correct $BROWSER, or unset it so that the system's own browser is opened.",
            (f"BROWSER={named}",),
        )
    if program is None:
        return Finding(
            Verdict.BAD,
            "There is no browser.",
            "Install one, or copy the link and open it on another computer.",
        )
    why = ", as $BROWSER says" if named else ""
    name = Path(program).name
    return Finding(Verdict.GOOD, f"Sign-in pages are opened by {name}{why}.")


def keyring_finding(
    name: str,
    problem: str | None,
    read: Callable[[], object],
    cancel: threading.Event,
    seconds: float = KEYRING_SECONDS,
) -> Finding:
    """Say where secrets are kept; ``read`` reads from there, to see whether it can."""
    if problem is not None:
        return Finding(
            Verdict.WARNING,
            "There is no keyring to use: tokens stay in memory until RingAuth closes.",
            "Start or unlock the system's keyring, then start RingAuth again.",
            (problem,),
        )
    lifeline = Lifeline(socket.getaddrinfo)
    lifeline.connected.set()  # there is nothing to connect to
    try:
        AbortableCall(read, lifeline).outcome(name, seconds, cancel)
    except ServerTooSlow:
        return Finding(
            Verdict.BAD,
            f"{name} does not answer.",
            "It may be asking for its password in another window.",
        )
    except TokenStoreError as error:
        return Finding(
            Verdict.BAD,
            f"{name} cannot be read.",
            "Unlock the system's keyring.",
            (str(error),),
        )
    return Finding(Verdict.GOOD, f"Secrets and tokens are kept in {name}.")


def proxy_finding(url: str, environ: Mapping[str, str]) -> Finding:
    """Look whether requests go through a proxy; its password is not told."""
    try:
        proxy = proxy_for(url, environ)
    except NetworkError as error:
        return Finding(
            Verdict.BAD,
            f"The proxy cannot be used: {error.reason}.",
            "Correct the variable, or unset it where there is no proxy.",
        )
    if proxy is None:
        return Finding(Verdict.GOOD, "Requests go straight to the server, no proxy.")
    parts = split_url(proxy)
    return Finding(
        Verdict.GOOD,
        f"Requests go through the proxy {parts.hostname}:{parts.port}.",
        details=("The environment names it; RingAuth looks for no other.",),
    )
