"""One profile's session when things hang or break."""

import logging

import pytest
from PySide6.QtWidgets import QWidget

from ringauth_gui.errors import NetworkError, TokenStoreError
from ringauth_gui.gui.message import Message, MessageKind
from tests.gui.reading import child
from tests.gui.shell import SOON, SUPPORT, Shell
from tests.gui.token_examples import token

DAMAGED = Message(MessageKind.WARNING, "A file was damaged", "It is named x now.")
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


@pytest.mark.case("KR-04")
def test_a_failing_keyring_is_told_once_and_asked_again_on_request(
    shell: Shell,
) -> None:
    shell.keep(SUPPORT, token())
    shell.authorizer.outcomes["restore"] = TokenStoreError("The keyring is locked.")
    shell.start(SUPPORT)
    assert "The keyring is locked." in shell.text("messageText")
    assert shell.authorizer.calls == ["restore"]
    shell.authorizer.outcomes.clear()

    shell.act("messageAction-try-again")

    assert shell.text("identityLine") == "Extension ID 256440016"
    assert shell.text("messageTitle") == ""


@pytest.mark.case("KR-05")
def test_a_slow_keyring_is_waited_for_in_words_and_can_be_left(shell: Shell) -> None:
    shell.patience = SOON
    shell.authorizer.held.add("restore")
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, paints=False)
    assert not shell.button("cancelButton").isVisible()

    shell.sessions.start_opening()
    shell.wait_until(lambda: shell.button("cancelButton").isVisible())

    assert shell.text("messageTitle") == "Waiting for the keyring"
    shell.act("cancelButton")
    assert shell.text("messageTitle") == "The keyring did not answer"
    assert shell.button("authorizeButton").isEnabled()


def test_a_keyring_that_answers_late_is_read_again_on_request(shell: Shell) -> None:
    shell.patience = SOON
    shell.authorizer.held.add("restore")
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, paints=False)
    shell.sessions.start_opening()
    shell.wait_until(lambda: shell.button("cancelButton").isVisible())
    shell.act("cancelButton")
    shell.authorizer.release("restore")

    shell.act("messageAction-try-again")

    assert shell.text("identityLine") == "Extension ID 256440016"


def test_a_message_is_back_after_the_wait_for_the_keyring(shell: Shell) -> None:
    shell.patience = SOON
    shell.authorizer.held.add("restore")
    shell.start(SUPPORT, paints=False)
    shell.control.show_message(DAMAGED)
    shell.sessions.start_opening()
    shell.wait_until(lambda: shell.text("messageTitle") == "Waiting for the keyring")

    shell.authorizer.release("restore")
    shell.wait_idle()

    assert shell.text("messageTitle") == "A file was damaged"


def test_reading_the_keyring_leaves_a_message_that_may_not_be_read_yet(
    shell: Shell,
) -> None:
    shell.start(SUPPORT, paints=False)
    shell.control.show_message(DAMAGED)

    shell.sessions.start_opening()
    shell.wait_until(lambda: shell.state.opened)

    assert shell.text("messageTitle") == "A file was damaged"


def test_a_keyring_that_answers_after_all_takes_the_note_back(shell: Shell) -> None:
    shell.patience = SOON
    shell.authorizer.held.add("restore")
    shell.keep(SUPPORT, token())
    shell.start(SUPPORT, paints=False)
    shell.sessions.start_opening()
    shell.wait_until(lambda: shell.button("cancelButton").isVisible())

    shell.authorizer.release("restore")
    shell.wait_idle()

    assert shell.text("messageTitle") == ""
    assert not shell.button("cancelButton").isVisible()


def test_a_mistake_in_a_worker_is_told_plainly_and_logged(
    shell: Shell, caplog: pytest.LogCaptureFixture
) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["check"] = ZeroDivisionError("of all things")

    with caplog.at_level(logging.ERROR):
        shell.act("checkButton")

    assert shell.text("messageTitle") == "RingAuth made a mistake"
    assert "of all things" not in shell.text("messageText")
    assert shell.button("checkButton").isEnabled()
    assert "Unexpected error in a worker" in caplog.text


def test_a_mistake_while_the_keyring_is_read_leaves_no_blank_window(
    shell: Shell, caplog: pytest.LogCaptureFixture
) -> None:
    shell.authorizer.outcomes["restore"] = ZeroDivisionError()

    with caplog.at_level(logging.CRITICAL):
        shell.start(SUPPORT)

    assert child(shell.window, QWidget, "signedOutPanel").isVisible()
    assert shell.text("identityLine") == "Signed out"


def test_a_secret_that_a_server_quotes_is_masked(shell: Shell) -> None:
    shell.redaction.know("canary-client-secret")
    shell.start_signed_in()
    error = TokenStoreError("It said canary-client-secret.")
    shell.authorizer.outcomes["check"] = error

    shell.act("checkButton")

    assert shell.text("messageTitle") != ""
    assert "canary" not in shell.text("messageText")


def test_a_word_that_only_looks_like_a_key_is_left_alone(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["check"] = NetworkError("h", "status code: 400")

    shell.act("checkButton")

    said = shell.text("messageText") + shell.text("messageDetails")
    assert "status code: 400" in said
