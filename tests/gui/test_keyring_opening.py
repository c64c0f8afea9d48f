"""What the window says when there is no keyring that it may use."""

import pytest
from PySide6.QtWidgets import QPushButton

from ringauth_gui.gui.keyring_opening import KeyringDoor, KeyringOpening
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.storage.opened_keyring import OpenedKeyring
from ringauth_gui.storage.token_store import MemoryTokenStore
from tests.gui.shell import DEVELOPER, SUPPORT, Shell

NONE = "This computer has no keyring that is running."
UNKNOWN = "“some.Keyring” is one that RingAuth does not know to be safe."


@pytest.fixture
def accepted() -> list[str]:
    return []


@pytest.fixture
def window(shell: Shell) -> Shell:
    """Return a window with two profiles."""
    shell.start(SUPPORT, DEVELOPER)
    return shell


def open_keyring(
    shell: Shell, problem: str, unknown: str = "", accepted: list[str] | None = None
) -> KeyringOpening:
    """Open a keyring that cannot be used, and wait until that is known.

    What is returned is to be held on to.
    """
    opened = OpenedKeyring(MemoryTokenStore(), problem, unknown)
    door = KeyringDoor(lambda: opened, ([] if accepted is None else accepted).append)
    note = shell.control.keyring
    opening = KeyringOpening(door, note, shell.sessions, shell.runner)
    opening.start()
    shell.wait_until(lambda: "memory" in shell.text("statusLine"))
    return opening


@pytest.mark.case("KR-01")
def test_a_missing_keyring_is_told_in_the_message_bar_and_the_status_line(
    window: Shell,
) -> None:
    _opening = open_keyring(window, NONE)

    assert window.text("messageTitle") == "Nothing is kept when RingAuth closes"
    assert NONE in window.text("messageText")
    assert "stay in memory" in window.text("statusLine")


def test_it_is_told_once_and_stays_in_the_status_line(window: Shell) -> None:
    _opening = open_keyring(window, NONE)
    window.dismiss()

    window.choose(DEVELOPER)
    window.wait_idle()

    assert window.text("messageTitle") == ""
    assert "stay in memory" in window.text("statusLine")


def test_another_message_is_not_hidden_by_it(window: Shell) -> None:
    window.control.show_message(Message(MessageKind.BAD, "A file is damaged", "x"))

    _opening = open_keyring(window, NONE)
    assert window.text("messageTitle") == "A file is damaged"

    window.choose(DEVELOPER)
    assert window.text("messageTitle") == "Nothing is kept when RingAuth closes"


@pytest.mark.case("KR-12")
def test_an_unknown_keyring_is_named_and_used_only_after_a_person_says_so(
    window: Shell, accepted: list[str]
) -> None:
    _opening = open_keyring(window, UNKNOWN, "some.Keyring", accepted)
    assert "some.Keyring" in window.text("messageText")
    assert "some.Keyring" in window.text("statusLine")
    assert accepted == []

    window.click("messageAction-accept-keyring")

    window.wait_until(lambda: "from the next start on" in window.text("messageTitle"))
    assert accepted == ["some.Keyring"]
    assert "stay in memory" in window.text("messageText")


@pytest.mark.case("KR-02")
def test_a_plain_text_keyring_is_not_offered_to_be_used(window: Shell) -> None:
    _opening = open_keyring(window, UNKNOWN)

    assert window.text("messageTitle") == "Nothing is kept when RingAuth closes"
    buttons = window.window.findChildren(QPushButton, "messageAction-accept-keyring")
    assert not any(button.isVisible() for button in buttons)


def test_a_keyring_that_cannot_be_asked_is_said_to_be_unknown(window: Shell) -> None:
    def fail() -> OpenedKeyring:
        raise ZeroDivisionError

    accepted: list[str] = []
    door = KeyringDoor(fail, accepted.append)
    note = window.control.keyring
    opening = KeyringOpening(door, note, window.sessions, window.runner)

    with window.qtbot.captureExceptions() as errors:
        opening.start()
        told = "not known, it could not be asked"
        window.wait_until(lambda: told in window.text("statusLine"))

    assert [kind for kind, *_ in errors] == [ZeroDivisionError]
