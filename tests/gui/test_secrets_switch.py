"""The switch that puts secrets into what is to leave the window."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.secrets_switch import SecretsSwitch


@pytest.mark.case("CL-04")
def test_it_switches_itself_off_after_a_while(qtbot: QtBot) -> None:
    switch = SecretsSwitch("withSecretsCheck", reveal=50)
    qtbot.addWidget(switch)

    switch.click()

    assert switch.isChecked()
    qtbot.waitUntil(lambda: not switch.isChecked())


@pytest.mark.case("CL-04")
def test_it_switches_itself_off_when_another_window_is_in_front(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    switch = SecretsSwitch("withSecretsCheck")
    switch.setParent(window)
    window.show()
    switch.click()

    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))

    assert not switch.isChecked()
