"""The question before a revocation."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.confirm_revoke import ConfirmRevoke
from tests.gui.reading import button, child, visible_texts

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    layout = QVBoxLayout(widget)
    opener = QPushButton("Revoke")
    opener.setObjectName("opener")
    layout.addWidget(opener)
    layout.addWidget(ConfirmRevoke())
    qtbot.addWidget(widget)
    widget.show()
    opener.setFocus()
    return widget


@pytest.fixture
def question(page: QWidget) -> ConfirmRevoke:
    return child(page, ConfirmRevoke, "confirmRevoke")


def test_it_asks_only_when_told(question: ConfirmRevoke) -> None:
    hidden_before = not question.isVisible()

    question.ask()

    assert hidden_before
    assert visible_texts(question) == [
        "This signs the app out everywhere this session is used "
        "(access and refresh token)."
    ]


def test_the_safe_answer_has_the_focus(page: QWidget, question: ConfirmRevoke) -> None:
    question.ask()

    assert page.focusWidget() is button(question, "keepTokensButton")


def test_revoke_confirms_once_and_the_question_goes(
    qtbot: QtBot, page: QWidget, question: ConfirmRevoke
) -> None:
    question.ask()

    with qtbot.waitSignal(question.confirmed):
        button(question, "confirmRevokeButton").click()

    assert not question.isVisible()
    assert page.focusWidget() is button(page, "opener")


def test_keep_declines(qtbot: QtBot, question: ConfirmRevoke) -> None:
    question.ask()

    with qtbot.assertNotEmitted(question.confirmed):
        button(question, "keepTokensButton").click()

    assert not question.isVisible()


def test_escape_keeps(qtbot: QtBot, page: QWidget, question: ConfirmRevoke) -> None:
    question.ask()
    focused = button(question, "confirmRevokeButton")

    with qtbot.assertNotEmitted(question.confirmed):
        QTest.keyClick(focused, Qt.Key.Key_Escape)

    assert page.focusWidget() is button(page, "opener")


def test_another_key_is_no_answer(question: ConfirmRevoke) -> None:
    question.ask()

    QTest.keyClick(question, Qt.Key.Key_X)

    assert question.isVisible()
