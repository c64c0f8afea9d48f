"""A line that takes what is pasted whole or not at all."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

import ringauth_gui.gui
from ringauth_gui.gui.line_edit import LineEdit
from ringauth_gui.gui.setting_edit import LONGEST_TEXT, SettingEdit
from ringauth_gui.practice_setting import PracticeSetting, SettingType
from tests.gui.pasting import paste

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

SAID = "Not taken: no more than 10 characters fit in here."


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.mark.case("IN-04")
def test_without_a_limit_of_its_own_nothing_is_cut(qtbot: QtBot) -> None:
    line = LineEdit()
    shown(qtbot, line)

    paste(line, 100_000 * "x")

    assert line.text() == 100_000 * "x"


@pytest.mark.case("IN-04")
def test_what_would_be_too_long_changes_nothing_and_is_told(qtbot: QtBot) -> None:
    line = LineEdit(longest=10)
    shown(qtbot, line)
    paste(line, "0123456789")

    paste(line, 100_000 * "x")
    assert (line.text(), QToolTip.text()) == ("0123456789", SAID)

    line.deselect()
    QTest.keyClick(line, Qt.Key.Key_X)
    assert line.text() == "0123456789"


def test_what_is_too_long_already_can_be_made_shorter(qtbot: QtBot) -> None:
    line = LineEdit(longest=10)
    shown(qtbot, line)
    line.setText(12 * "x")

    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)

    assert line.text() == ""


@pytest.mark.case("IN-04")
def test_a_setting_of_the_practice_server_is_not_cut(qtbot: QtBot) -> None:
    about = PracticeSetting("host", "Host", "", "Server", SettingType.TEXT)
    dialog = shown(qtbot, QWidget())
    setting = SettingEdit(about, dialog)
    line = setting.widget
    assert isinstance(line, QLineEdit)
    line.setParent(dialog)
    line.show()
    setting.show_value("a.example")

    paste(line, (LONGEST_TEXT + 1) * "x")

    assert line.text() == "a.example"
    assert f"no more than {LONGEST_TEXT} characters" in QToolTip.text()
    line.clearFocus()  # else it tells the setting, which is gone first


@pytest.mark.case("IN-04")
def test_every_line_of_the_window_is_one_of_these() -> None:
    folder = Path(ringauth_gui.gui.__file__).parent
    of_its_own = re.compile(r"QLineEdit\(|\(QLineEdit\)|setMaxLength|QInputDialog")

    found = {
        path.name
        for path in folder.glob("*.py")
        if of_its_own.search(path.read_text("utf-8"))
    }

    assert found == {"line_edit.py"}
