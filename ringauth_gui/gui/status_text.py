"""What the status line says; no Qt."""

from ringauth_gui.attempt import AuthorizationStep
from ringauth_gui.gui.call_words import status_calls_text
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.url_parts import authority_of


def listening_text(state: SessionState | None) -> str:
    """Return where the callback is waited for; empty where none ever is."""
    if state is not None and state.uses_jwt:
        return ""
    progress = None if state is None else state.progress
    if progress is None or progress.step is AuthorizationStep.STARTING:
        return "Listening: off"
    return f"Listening: {authority_of(progress.redirect_uri)}"


def calls_text(state: SessionState, now: Moment) -> str | None:
    """Return how many authentication calls are left, where they are limited."""
    return status_calls_text(state.calls, now, is_counted=state.counts_calls)


def clipboard_text(seconds_left: int | None) -> str:
    """Return how long a copied secret stays at most, whichever tab is in sight.

    Another program may have put something else there before.
    """
    is_there = seconds_left is not None
    return f"Clipboard: secret, at most {seconds_left} s left" if is_there else ""


def trouble_text(state: SessionState | None) -> str:
    """Return what of the keyring failed last for this profile, if anything."""
    trouble = "" if state is None else state.keyring_trouble
    return f" – {trouble}" if trouble else ""
