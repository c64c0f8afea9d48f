"""What the window says when there is no keyring that it may use."""

import pytest
from PySide6.QtWidgets import QPushButton

from ringauth_gui.gui.keyring_banner import KeyringBanner
from ringauth_gui.gui.message import Message, MessageKind
from tests.gui.shell import DEVELOPER, SUPPORT, Shell

NONE = "This computer has no keyring that is running."
UNKNOWN = "“some.Keyring” is one that RingAuth does not know to be safe."


@pytest.fixture
def accepted() -> list[str]:
    return []


@pytest.fixture
def bannered(shell: Shell, accepted: list[str]) -> Shell:
    """Return a shell whose window tells of its keyring."""
    shell.start(SUPPORT, DEVELOPER)
    KeyringBanner(shell.control.keyring, shell.sessions, shell.runner, accepted.append)
    return shell


@pytest.mark.case("KR-01")
def test_a_missing_keyring_is_told_in_the_message_bar_and_the_status_line(
    bannered: Shell,
) -> None:
    bannered.control.keyring.show_keyring("memory only", NONE)

    assert bannered.text("messageTitle") == "Nothing is kept when RingAuth closes"
    assert NONE in bannered.text("messageText")
    assert "stay in memory" in bannered.text("statusLine")


def test_it_is_told_once_and_stays_in_the_status_line(bannered: Shell) -> None:
    bannered.control.keyring.show_keyring("memory only", NONE)
    bannered.dismiss()

    bannered.choose(DEVELOPER)
    bannered.wait_idle()

    assert bannered.text("messageTitle") == ""
    assert "stay in memory" in bannered.text("statusLine")


def test_another_message_is_not_hidden_by_it(bannered: Shell) -> None:
    bannered.control.show_message(Message(MessageKind.BAD, "A file is damaged", "x"))

    bannered.control.keyring.show_keyring("memory only", NONE)
    assert bannered.text("messageTitle") == "A file is damaged"

    bannered.choose(DEVELOPER)
    assert bannered.text("messageTitle") == "Nothing is kept when RingAuth closes"


@pytest.mark.case("KR-12")
def test_an_unknown_keyring_is_named_and_used_only_after_a_person_says_so(
    bannered: Shell, accepted: list[str]
) -> None:
    bannered.control.keyring.show_keyring("memory only", UNKNOWN, "some.Keyring")
    assert "some.Keyring" in bannered.text("messageText")
    assert "some.Keyring" in bannered.text("statusLine")
    assert accepted == []

    bannered.click("messageAction-accept-keyring")

    bannered.wait_until(
        lambda: "from the next start on" in bannered.text("messageTitle")
    )
    assert accepted == ["some.Keyring"]
    assert "stay in memory" in bannered.text("messageText")


@pytest.mark.case("KR-02")
def test_a_plain_text_keyring_is_not_offered_to_be_used(bannered: Shell) -> None:
    bannered.control.keyring.show_keyring("memory only", UNKNOWN, "")

    assert bannered.text("messageTitle") == "Nothing is kept when RingAuth closes"
    buttons = bannered.window.findChildren(QPushButton, "messageAction-accept-keyring")
    assert not any(button.isVisible() for button in buttons)
