"""The words of the status line."""

from dataclasses import replace

import pytest

from ringauth_gui.attempt import AuthorizationProgress, AuthorizationStep
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.gui.status_text import keyring_text, listening_text
from tests.gui.shell import SUPPORT

STATE = SessionState(SUPPORT, opened=True)


@pytest.mark.parametrize(
    ("step", "text"),
    [
        (AuthorizationStep.STARTING, "Listening: off"),
        (AuthorizationStep.LISTENING, "Listening: localhost:27464"),
        (AuthorizationStep.WAITING, "Listening: localhost:27464"),
    ],
)
def test_the_listener_is_named_while_it_listens(
    step: AuthorizationStep, text: str
) -> None:
    progress = AuthorizationProgress(step, SUPPORT.redirect_uris[0])

    assert listening_text(replace(STATE, progress=progress)) == text


@pytest.mark.parametrize("state", [None, STATE])
def test_nothing_listens_otherwise(state: SessionState | None) -> None:
    assert listening_text(state) == "Listening: off"


def test_the_keyring_is_named() -> None:
    assert keyring_text("Secret Service", None) == "Keyring: Secret Service"


def test_a_missing_keyring_is_said_with_what_it_means() -> None:
    text = keyring_text("memory only", "None is installed.")

    assert text.startswith("Keyring: none, tokens stay in memory until RingAuth closes")
    assert text.endswith("None is installed.")
