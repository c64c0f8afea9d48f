"""The probes: what strangers do while a sign-in waits, and what counts as passed."""

import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tests.peers.callback import Callback
from tests.peers.judging import (
    Verdict,
    ends_refused,
    has_safe_headers,
    keeps_code_from_head,
    refuses_foreign_host,
    serves_both,
    signs_in,
    tells_outcome,
)
from tests.peers.observation import Observation
from tests.peers.trial import Patience, StartSignIn, Trial

SILENT = 50
Play = Callable[[StartSignIn, Patience], Observation]
Abuse = Callable[[Callback], Sequence[bytes]]


@dataclass(frozen=True)
class Probe:
    """One thing that strangers do.

    Attributes:
        name: For the table.
        criterion: What counts as passed.
        play: Does it, and returns what was seen.
        judge: Says what that came to.
    """

    name: str
    criterion: str
    play: Play
    judge: Callable[[Observation], Verdict]


def _after(abuse: Abuse) -> Play:
    """Return a play whose genuine callback comes after strangers had their turn."""

    def play(start: StartSignIn, patience: Patience) -> Observation:
        with Trial(start, patience) as trial:
            told = trial.abuse(abuse(trial.callback))
            if told:
                trial.end(patience.effect)
            return trial.observe(told)

    return play


def _beside(silent: int) -> Play:
    """Return a play whose genuine callback comes beside silent connections."""

    def play(start: StartSignIn, patience: Patience) -> Observation:
        with Trial(start, patience) as trial:
            trial.hold(silent)
            trial.end(patience.effect)
            return trial.observe()

    return play


def _refusal(start: StartSignIn, patience: Patience) -> Observation:
    with Trial(start, patience) as trial:
        told, outcome = [], None
        for form in trial.callback.forms(trial.callback.refused(has_state=True)):
            told.append(trial.bring(form))
            outcome = trial.end(patience.answer)
            if outcome is not None:
                break
        return Observation(
            trial.callback.code,
            pages=tuple(told),
            redeemed=trial.redeemed(),
            outcome=outcome,
        )


def _two_callbacks(start: StartSignIn, patience: Patience) -> Observation:
    with Trial(start, patience) as trial:
        return trial.observe(callbacks=2)


def _granted_and_refused(start: StartSignIn, patience: Patience) -> Observation:
    with Trial(start, patience) as trial:
        granted = trial.observe()
    with Trial(start, patience, grants=False) as trial:
        refused = trial.observe()
    return replace(refused, pages=granted.pages + refused.pages)


def _client_hello() -> bytes:
    """Return the first bytes of a browser that was told to speak TLS to the port."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).wrap_bio(
        incoming, outgoing, server_hostname="localhost"
    )
    try:
        tls.do_handshake()
    except ssl.SSLWantReadError:
        return outgoing.read()
    raise AssertionError("a handshake ended without a server")


def _with_wrong_state(callback: Callback) -> Sequence[bytes]:
    return callback.forms(callback.stolen())


def _with_error(callback: Callback) -> Sequence[bytes]:
    return callback.forms(callback.refused(has_state=False))


def _through_foreign_host(callback: Callback) -> Sequence[bytes]:
    return callback.forms(callback.granted(), f"evil.example:{callback.port}")


SIGNS_IN = (
    "the genuine callback is answered within 5 s, its code and no other is redeemed, "
    "once, and the sign-in succeeds"
)

# The same bytes for every receiver.
_HELLO = _client_hello()

PROBES = (
    Probe("nothing else (control)", SIGNS_IN, _after(lambda _: ()), signs_in),
    Probe("favicon first", SIGNS_IN, _after(lambda c: [c.favicon()]), signs_in),
    Probe("wrong state first", SIGNS_IN, _after(_with_wrong_state), signs_in),
    Probe(
        "`error` by GET, right state",
        "the sign-in ends within 5 s as refused, without a token request",
        _refusal,
        ends_refused,
    ),
    Probe("`error` by GET, wrong state", SIGNS_IN, _after(_with_error), signs_in),
    Probe("idle pre-connected socket", SIGNS_IN, _beside(1), signs_in),
    Probe("TLS hello on the port", SIGNS_IN, _after(lambda _: [_HELLO]), signs_in),
    Probe(
        "HEAD with a valid code",
        f"HEAD is refused and redeems nothing; then {SIGNS_IN}",
        _after(lambda c: [c.request("HEAD", c.granted())]),
        keeps_code_from_head,
    ),
    Probe(
        "`Host: evil.example`",
        "the callback with a foreign Host is refused, without `Access-Control` "
        f"headers, and redeems nothing; then {SIGNS_IN}",
        _after(_through_foreign_host),
        refuses_foreign_host,
    ),
    Probe(f"{SILENT} silent connections", SIGNS_IN, _beside(SILENT), signs_in),
    Probe(
        "two genuine callbacks",
        "both come at once: one token request, and both browsers get words",
        _two_callbacks,
        serves_both,
    ),
    Probe(
        "response headers",
        "the page that the browser ends on has no-store, nosniff, no-referrer, a CSP "
        "that forbids scripts, forbids framing, names its charset, and no interpreter",
        _after(lambda _: ()),
        has_safe_headers,
    ),
    Probe(
        "outcome after the exchange",
        "the token endpoint refuses the code: the page is not the one that is shown "
        "where it grants it",
        _granted_and_refused,
        tells_outcome,
    ),
)
