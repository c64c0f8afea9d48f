"""A token from elsewhere, as a person pastes it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPushButton

from ringauth_gui.gui.token_rows import LOOKS_LIKE_JWT
from tests.gui.menu_use import press
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

TOKEN = "U0pDMTFQMDFQQVMwMHxBQUF-canary"


class Pasting:
    """The dialog, and the hands of a person in it."""

    def __init__(self, shell: Shell) -> None:
        press(shell, "Use a token from elsewhere…")
        self.dialog = child(shell.window, QDialog, "pasteTokenDialog")

    def paste(self, field: str, text: str) -> None:
        child(self.dialog, QLineEdit, f"pasted{field}TokenEdit").setText(text)

    def said(self, field: str) -> str:
        edit = child(self.dialog, QLineEdit, f"pasted{field}TokenEdit")
        return edit.accessibleDescription()

    def tick_replace(self) -> None:
        child(self.dialog, QCheckBox, "replaceTokenCheck").click()

    @property
    def use(self) -> QPushButton:
        return child(self.dialog, QPushButton, "useTokenButton")


def test_a_pasted_token_is_kept_and_shown_with_its_end_unknown(shell: Shell) -> None:
    shell.start(SUPPORT)
    pasting = Pasting(shell)
    pasting.paste("Access", f"  Bearer {TOKEN}")
    pasting.paste("Refresh", "refresh-1")

    QTest.mouseClick(pasting.use, Qt.MouseButton.LeftButton)
    shell.wait_idle()

    kept = shell.authorizer.clients.vault.load_token(SUPPORT)
    assert kept is not None
    assert (kept.access_token, kept.refresh_token) == (TOKEN, "refresh-1")
    assert not kept.obtained_here
    assert shell.text("messageTitle") == "The token from elsewhere is used now"
    assert shell.text("identityLine") == "Signed in"
    assert "End unknown" in shell.rows()[0]


def test_an_access_token_is_needed_and_a_refresh_token_is_not(shell: Shell) -> None:
    shell.start(SUPPORT)
    pasting = Pasting(shell)

    pasting.paste("Refresh", "refresh-1")

    assert not pasting.use.isEnabled()
    assert pasting.use.toolTip() == "Paste the access token first."
    pasting.paste("Access", TOKEN)
    pasting.paste("Refresh", "")
    assert pasting.use.isEnabled()


def test_what_was_left_out_and_what_is_wrong_is_said_at_the_field(shell: Shell) -> None:
    shell.start(SUPPORT)
    pasting = Pasting(shell)

    pasting.paste("Access", f'"{TOKEN}"')
    assert pasting.said("Access") == "Left out, because no token has them: quotes."

    pasting.paste("Access", "abc def")
    assert "SPACE (U+0020) at position 4" in pasting.said("Access")
    assert pasting.use.toolTip() == "One of the fields holds no token."


def test_a_jwt_is_called_one_and_not_refused(shell: Shell) -> None:
    shell.start(SUPPORT)
    pasting = Pasting(shell)

    pasting.paste("Access", "eyJh.eyJz.c2ln")

    assert pasting.said("Access") == LOOKS_LIKE_JWT
    assert pasting.use.isEnabled()


def test_the_token_that_is_there_is_replaced_only_after_a_yes(shell: Shell) -> None:
    shell.start_signed_in()
    pasting = Pasting(shell)
    pasting.paste("Access", TOKEN)
    assert pasting.use.toolTip() == "Say first that the token here may be replaced."

    pasting.tick_replace()
    QTest.mouseClick(pasting.use, Qt.MouseButton.LeftButton)
    shell.wait_idle()

    assert shell.state.token is not None
    assert shell.state.token.access_token == TOKEN


def test_cancel_changes_nothing_and_leaves_no_secret_in_the_fields(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    pasting = Pasting(shell)
    pasting.paste("Access", TOKEN)
    edit = child(pasting.dialog, QLineEdit, "pastedAccessTokenEdit")

    pasting.dialog.reject()

    assert edit.text() == ""
    assert "use_pasted" not in shell.authorizer.calls


def test_the_fields_are_masked_until_they_are_shown_r24(shell: Shell) -> None:
    shell.start(SUPPORT)
    pasting = Pasting(shell)

    for field in ("Access", "Refresh"):
        edit = child(pasting.dialog, QLineEdit, f"pasted{field}TokenEdit")
        assert edit.echoMode() is QLineEdit.EchoMode.Password


def test_while_something_runs_no_token_can_be_pasted(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.held.add("check")
    shell.click("checkButton")

    press(shell, "Use a token from elsewhere…")

    assert shell.window.findChild(QDialog, "pasteTokenDialog") is None
