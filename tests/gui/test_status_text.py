"""The words of the status line."""

from dataclasses import replace

import pytest

from ringauth_gui.attempt import AuthorizationProgress, AuthorizationStep
from ringauth_gui.errors import TokenStoreError
from ringauth_gui.gui.keyring_text import keyring_text
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.gui.status_text import listening_text
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.outcomes import Refreshed
from tests.gui.menu_use import press
from tests.gui.shell import SUPPORT, Shell
from tests.gui.token_examples import token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

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


def test_a_write_that_failed_is_said_until_one_succeeds(shell: Shell) -> None:
    shell.start_signed_in()
    shell.control.keyring.show_keyring("Secret Service", None)
    refused = Keeping(lasting=False, problem="The keyring is locked.")
    shell.authorizer.outcomes["refresh"] = Refreshed(token(), refused, ())

    shell.act("refreshButton")

    assert (
        "Keyring: Secret Service – last write failed, tokens are in memory · "
        in shell.text("statusLine")
    )
    kept = Refreshed(token(), Keeping(lasting=True), ())
    shell.authorizer.outcomes["refresh"] = kept
    shell.act("refreshButton")
    assert "Keyring: Secret Service · " in shell.text("statusLine")


def test_a_read_that_failed_is_said_until_one_succeeds(shell: Shell) -> None:
    shell.authorizer.outcomes["restore"] = TokenStoreError("The keyring is locked.")
    shell.start(SUPPORT)
    assert " – last read failed · " in shell.text("statusLine")
    shell.authorizer.outcomes.clear()

    shell.act("messageAction-try-again")

    assert "failed" not in shell.text("statusLine")


def test_how_long_a_secret_stays_in_the_clipboard_is_said_on_every_tab(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    shell.show_tab("HTTP log")

    press(shell, "Copy access token")

    assert shell.text("statusLine").startswith(
        "Clipboard: secret, at most 30 s left · "
    )
    shell.clipboard.clear_if_ours()
    assert shell.text("statusLine").startswith("Listening: off")


def test_a_missing_keyring_is_said_with_what_it_means() -> None:
    text = keyring_text("memory only", "None is installed.")

    assert text.startswith("Keyring: none, tokens stay in memory until RingAuth closes")
    assert text.endswith("None is installed.")
