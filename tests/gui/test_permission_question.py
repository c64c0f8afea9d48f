"""The field that asks the server for one permission."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.permission_question import LONGEST_NAME, PermissionQuestion
from tests.gui.reading import button, child

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

ASK = "askPermissionButton"


class Spoken:
    """What a screen reader was given to say."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, _widget: QWidget, text: str) -> None:
        self.texts.append(text)


@pytest.fixture
def spoken() -> Spoken:
    return Spoken()


@pytest.fixture
def question(qtbot: QtBot, spoken: Spoken) -> PermissionQuestion:
    widget = PermissionQuestion(spoken)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def _type(question: PermissionQuestion, text: str) -> QLineEdit:
    field = child(question, QLineEdit, "permissionEdit")
    field.setText(text)
    return field


def _ask_button(question: PermissionQuestion) -> QPushButton:
    return button(question, ASK)


def test_the_button_asks_for_what_stands_in_the_field(
    qtbot: QtBot, question: PermissionQuestion
) -> None:
    _type(question, "  ReadCallRecording ")

    with qtbot.waitSignal(question.asked) as asked:
        QTest.mouseClick(_ask_button(question), Qt.MouseButton.LeftButton)

    assert asked.args == ["ReadCallRecording"]


def test_return_asks_too_and_the_field_keeps_the_focus(
    qtbot: QtBot, question: PermissionQuestion
) -> None:
    field = _type(question, "SMS")
    field.setFocus()

    with qtbot.waitSignal(question.asked):
        QTest.keyClick(field, Qt.Key.Key_Return)

    assert question.focusWidget() is field


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Type the name"),
        ("   ", "Type the name"),
        ("x" * (LONGEST_NAME + 1), "too long"),
        ("Read\u202eSMS", "plain letters"),
        ("Read\u00a0SMS", "plain letters"),
    ],
)
def test_what_is_no_name_is_not_asked_for(
    qtbot: QtBot, question: PermissionQuestion, text: str, reason: str
) -> None:
    field = _type(question, text)

    assert not _ask_button(question).isEnabled()
    assert reason in _ask_button(question).toolTip()
    with qtbot.assertNotEmitted(question.asked):
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_what_cannot_be_asked_says_why(
    qtbot: QtBot, question: PermissionQuestion
) -> None:
    field = _type(question, "SMS")

    question.allow("There is no token. Press Authorize first.")

    assert not _ask_button(question).isEnabled()
    assert _ask_button(question).toolTip().startswith("There is no token.")
    with qtbot.assertNotEmitted(question.asked):
        QTest.keyClick(field, Qt.Key.Key_Return)

    question.allow(None)

    assert _ask_button(question).isEnabled()


def test_the_answer_comes_into_sight_and_is_spoken_once(
    question: PermissionQuestion, spoken: Spoken
) -> None:
    answer = child(question, QTextEdit, "permissionAnswer")
    assert not answer.isVisible()

    question.show_answer("✓ SMS: the user has it")
    question.show_answer("✓ SMS: the user has it")

    assert answer.isVisible()
    assert answer.toPlainText() == "✓ SMS: the user has it"
    assert spoken.texts == ["✓ SMS: the user has it"]


def test_known_names_and_those_of_the_user_are_offered(
    question: PermissionQuestion,
) -> None:
    question.offer(["OutboundSMS"])
    completer = child(question, QLineEdit, "permissionEdit").completer()

    completer.setCompletionPrefix("sms")

    offered = completer.completionModel()
    names = [offered.index(row, 0).data() for row in range(offered.rowCount())]
    assert names == ["A2P SMS", "A2PSMS", "OutboundSMS", "SMS"]
