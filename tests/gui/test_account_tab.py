"""The Account tab costs nothing while the window opens."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.account_panel import AccountPanel
from ringauth_gui.gui.account_tab import AccountTab
from ringauth_gui.gui.palette import DARK
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from tests.gui.account_use import card_rows, table_rows
from tests.gui.check_examples import ACCEPTED, FULL, NOW, SCOPE
from tests.gui.reading import button, visible_texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

STATE = AnswerCheck("State", CheckOutcome.PASSED, "returned as sent")


@pytest.fixture
def tab(qtbot: QtBot) -> AccountTab:
    widget = AccountTab(lambda: NOW)
    qtbot.addWidget(widget)
    return widget


def test_nothing_is_built_before_it_is_in_sight(tab: AccountTab) -> None:
    tab.show_check(FULL, SCOPE)

    assert tab.findChildren(QWidget) == []


def test_it_then_shows_what_it_was_told_last(tab: AccountTab) -> None:
    tab.show_check(ACCEPTED)
    tab.show_check(FULL, SCOPE)
    tab.show_answer_checks((STATE,))
    tab.show_question("There is no token.")
    tab.set_palette(DARK)

    tab.show()

    assert card_rows(tab)["Brand"] == "RingCentral · 1210"
    assert len(table_rows(tab)) == 5
    assert "returned as sent" in visible_texts(tab)
    assert button(tab, "askPermissionButton").toolTip() == "There is no token."


def test_what_is_told_later_is_shown_at_once(tab: AccountTab) -> None:
    tab.show()

    tab.show_check(FULL, SCOPE)

    assert card_rows(tab)["Signed in as"].startswith("Ada Lovelace")
    tab.hide()
    tab.show()
    assert len(tab.findChildren(AccountPanel)) == 1


def test_it_is_built_in_a_quiet_moment_too_so_that_nobody_waits_for_it(
    tab: AccountTab,
) -> None:
    tab.show_check(FULL, SCOPE)
    quiet = tab.findChild(QTimer)
    assert quiet is not None
    assert quiet.isActive()

    quiet.timeout.emit()

    assert not tab.isVisible()
    assert card_rows(tab)["Brand"] == "RingCentral · 1210"
