"""The Explain screen, as the window opens it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from ringauth_gui.errors import ClientRefused, GrantNoLongerValid, Refusal
from ringauth_gui.gui.explain_dialog import ExplainDialog
from ringauth_gui.gui.token_tab import TokenTab
from tests.gui.menu_use import press
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints", "This plugin does not", "does not support raise"
)


def _dialog(shell: Shell) -> ExplainDialog:
    return child(shell.window, ExplainDialog, "explainDialog")


def _text(shell: Shell, name: str) -> str:
    labels = _dialog(shell).findChildren(QLabel, name)
    return next((label.text() for label in labels if label.isVisible()), "")


def test_it_is_not_built_before_it_is_asked_for(shell: Shell) -> None:
    shell.start(SUPPORT)

    assert shell.window.findChild(ExplainDialog) is None


def test_the_keys_open_it_over_the_first_screen(shell: Shell) -> None:
    shell.start()
    shell.wait_until(shell.window.isActiveWindow)

    press(shell, "Explain a code…")
    QTest.keyClicks(child(_dialog(shell), QLineEdit, "explainEdit"), "OAU-109")

    assert "the program's redirect URI" in _text(shell, "explanationRemedy")


def test_the_keys_open_it_for_the_profile_in_sight(shell: Shell) -> None:
    shell.start(SUPPORT)

    press(shell, "Explain a code…")
    QTest.keyClicks(child(_dialog(shell), QLineEdit, "explainEdit"), "OAU-109")

    assert SUPPORT.redirect_uris[0] in _text(shell, "explanationRemedy")


def test_the_message_is_explained_in_its_own_words(shell: Shell) -> None:
    shell.start(SUPPORT)
    refusal = Refusal(400, "invalid_grant", codes=("OAU-213",))
    shell.authorizer.outcomes["authorize"] = GrantNoLongerValid(refusal)
    shell.act("authorizeButton")

    shell.click("explainMessageButton")

    edit = child(_dialog(shell), QLineEdit, "explainEdit")
    assert edit.text() == "OAU-213"
    assert _text(shell, "explanationMeaning") == shell.text("messageTitle")


def test_the_hint_of_a_sign_in_opens_it(shell: Shell) -> None:
    shell.start(SUPPORT)
    tab = child(shell.window, TokenTab, "")

    tab.explain_requested.emit()

    assert _dialog(shell).isVisible()


def test_an_explanation_is_copied(shell: Shell) -> None:
    shell.start(SUPPORT)
    refusal = Refusal(401, "invalid_client", codes=("OAU-146",))
    shell.authorizer.outcomes["authorize"] = ClientRefused(refusal)
    shell.act("authorizeButton")
    shell.click("explainMessageButton")

    shell.click("copyExplanationButton")

    assert QApplication.clipboard().text().startswith("OAU-146 · HTTP 401\n")


def test_it_opens_again_empty(shell: Shell) -> None:
    shell.start(SUPPORT)
    press(shell, "Explain a code…")
    edit = child(_dialog(shell), QLineEdit, "explainEdit")
    QTest.keyClicks(edit, "OAU-109")
    QTest.keyClick(edit, Qt.Key.Key_Escape)

    press(shell, "Explain a code…")

    assert edit.text() == ""
    assert edit.isVisible()
