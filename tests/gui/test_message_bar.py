"""The bar that says what happened."""

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.gui.message_bar import MessageBar
from tests.gui.reading import button, child, visible_texts

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MESSAGE = Message(
    MessageKind.BAD,
    "RingCentral refused the client ID or secret",
    "The secret does not belong to this client ID.",
    "OAU-146 · HTTP 401",
    (
        MessageAction("enter-secret", "Enter the secret again"),
        MessageAction("use-public", "Use as public app"),
    ),
)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.addWidget(QLineEdit())
    layout.addWidget(MessageBar())
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def bar(page: QWidget) -> MessageBar:
    return child(page, MessageBar, "messageBar")


def test_nothing_is_shown_before_there_is_a_message(bar: MessageBar) -> None:
    assert not bar.isVisible()
    assert bar.accessibleName() == "Message"


def test_a_message_shows_what_happened_what_to_do_and_the_codes(
    bar: MessageBar,
) -> None:
    bar.show_message(MESSAGE)

    assert child(bar, QLabel, "messageTitle").text() == MESSAGE.title
    assert child(bar, QLabel, "messageText").text() == MESSAGE.advice
    assert child(bar, QLabel, "messageDetails").text() == MESSAGE.details
    assert visible_texts(bar)[1:] == [MESSAGE.title, MESSAGE.advice, MESSAGE.details]


def test_markup_is_shown_as_it_is(bar: MessageBar) -> None:
    bar.show_message(dataclasses.replace(MESSAGE, title="<b>x</b>"))

    title = child(bar, QLabel, "messageTitle")

    assert title.text() == "<b>x</b>"
    assert title.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (MessageKind.BAD, "Error"),
        (MessageKind.WARNING, "Warning"),
        (MessageKind.GOOD, "Done"),
        (MessageKind.NOTE, "Note"),
    ],
)
def test_the_kind_is_said_in_words_too(
    bar: MessageBar, kind: MessageKind, name: str
) -> None:
    bar.show_message(dataclasses.replace(MESSAGE, kind=kind))

    assert name in [label.accessibleName() for label in bar.findChildren(QLabel)]
    assert bar.property("role") == f"message-{kind.value}"


def test_an_action_tells_its_key(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message(MESSAGE)

    with qtbot.waitSignal(bar.action_requested) as asked:
        button(bar, "messageAction-use-public").click()

    assert asked.args == ["use-public"]


def test_the_next_message_brings_its_own_actions(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message(MESSAGE)
    again = dataclasses.replace(
        MESSAGE, details="", actions=(MessageAction("authorize", "Sign in again"),)
    )

    bar.show_message(again)

    qtbot.waitUntil(lambda: _shown_actions(bar) == ["Sign in again"])
    assert not child(bar, QLabel, "messageDetails").isVisible()


def test_the_cross_dismisses(qtbot: QtBot, bar: MessageBar) -> None:
    bar.show_message(MESSAGE)
    cross = child(bar, QToolButton, "dismissMessageButton")

    with qtbot.waitSignal(bar.dismissed):
        cross.click()

    assert cross.accessibleName() == "Dismiss message"


def test_a_message_with_codes_offers_to_explain_them(
    qtbot: QtBot, bar: MessageBar
) -> None:
    bar.show_message(dataclasses.replace(MESSAGE, codes="OAU-146"))
    link = button(bar, "explainMessageButton")
    assert link.accessibleName() == "Explain the code"

    with qtbot.waitSignal(bar.explain_requested) as asked:
        link.click()

    assert asked.args == ["OAU-146"]


def test_a_message_without_codes_offers_no_explanation(bar: MessageBar) -> None:
    bar.show_message(MESSAGE)

    assert not button(bar, "explainMessageButton").isVisible()


def test_a_cleared_bar_is_out_of_sight(bar: MessageBar) -> None:
    bar.show_message(MESSAGE)

    bar.clear()

    assert not bar.isVisible()


def test_a_message_without_actions_keeps_no_room_for_them(
    qtbot: QtBot, bar: MessageBar
) -> None:
    bar.show_message(MESSAGE)
    qtbot.waitUntil(lambda: len(_shown_actions(bar)) == len(MESSAGE.actions))
    with_actions = bar.sizeHint().height()

    bar.show_message(dataclasses.replace(MESSAGE, actions=()))

    qtbot.waitUntil(lambda: bar.sizeHint().height() < with_actions)
    assert _shown_actions(bar) == []


def test_a_message_is_announced_to_screen_readers(qtbot: QtBot) -> None:
    said: list[str] = []
    bar = MessageBar(announce=lambda _source, text: said.append(text))
    qtbot.addWidget(bar)

    bar.show_message(MESSAGE)

    assert said == [f"{MESSAGE.title}. {MESSAGE.advice}"]


def test_a_message_does_not_steal_the_focus(page: QWidget, bar: MessageBar) -> None:
    edit = page.findChild(QLineEdit)
    assert edit is not None
    edit.setFocus()

    bar.show_message(MESSAGE)

    assert page.focusWidget() is edit


def _shown_actions(bar: MessageBar) -> list[str]:
    buttons = bar.findChildren(QPushButton)
    return [one.text() for one in buttons if one.isVisible()]
