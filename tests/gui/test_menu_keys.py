"""Everything that a person can do, done by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from ringauth_gui import __version__
from ringauth_gui.errors import Refusal, RevocationRefused
from ringauth_gui.gui.theme import ThemeMode
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.outcomes import Refreshed, Revoked
from ringauth_gui.ringcentral.identity import CheckResult, Verdict
from tests.gui.menu_use import actions, press
from tests.gui.shell import DEVELOPER, SUPPORT, Shell
from tests.gui.token_examples import ACCESS_TOKEN, ISSUED, signed_in, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


def test_the_keys_authorize(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.authorizer.outcomes["authorize"] = signed_in()

    press(shell, "Authorize")
    shell.wait_idle()

    assert shell.text("identityLine") == "Extension ID 256440016"


def test_the_keys_refresh_check_and_cancel(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes |= {
        "refresh": Refreshed(token(), Keeping(lasting=True), ("New.",)),
        "check": CheckResult(Verdict.ACCEPTED, None, None, ISSUED, 0.1),
    }

    press(shell, "Refresh")
    shell.wait_idle()
    press(shell, "Check")
    shell.wait_idle()
    shell.authorizer.held.add("check")
    press(shell, "Check")
    press(shell, "Cancel")
    shell.wait_idle()

    assert shell.authorizer.calls[-3:] == ["refresh", "check", "check"]
    assert shell.text("messageTitle") == "Cancelled"


def test_the_keys_of_revoke_ask_first(shell: Shell) -> None:
    shell.start_signed_in()

    press(shell, "Revoke…")

    assert shell.button("confirmRevokeButton").isVisible()


def test_the_keys_sign_out_whatever_the_server_says(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["sign_out"] = RevocationRefused(Refusal(500))

    press(shell, "Sign out")
    shell.wait_idle()

    title = "Signed out here; the server could not be told"
    assert shell.text("messageTitle") == title
    assert shell.text("identityLine").startswith("Signed out ")


def test_signing_out_that_the_server_heard_is_a_revocation(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["sign_out"] = Revoked(None)

    press(shell, "Sign out")
    shell.wait_idle()

    assert shell.text("messageTitle") == "Revoked, but not proved"


def test_the_keys_forget(shell: Shell) -> None:
    shell.start_signed_in()

    press(shell, "Forget on this computer")
    shell.wait_idle()

    assert shell.text("messageTitle") == "Forgotten on this computer"


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        ("Copy access token", ACCESS_TOKEN),
        ("Copy Authorization header", f"Authorization: Bearer {ACCESS_TOKEN}"),
    ],
)
def test_the_keys_copy(shell: Shell, text: str, copied: str) -> None:
    shell.start_signed_in()

    press(shell, text)

    assert QApplication.clipboard().text() == copied


@pytest.mark.parametrize("title", ["Token", "Account", "HTTP log", "Profile"])
def test_the_keys_show_each_tab(shell: Shell, title: str) -> None:
    shell.start(SUPPORT)
    shell.show_tab("Account")

    press(shell, title)

    assert shell.tab() == title


def test_the_keys_go_through_the_profiles(shell: Shell) -> None:
    shell.start(SUPPORT, DEVELOPER)

    press(shell, "Next profile")
    shell.wait_idle()
    second = shell.text("profileNameLabel")
    press(shell, "Next profile")
    press(shell, "Previous profile")

    assert second == "Developer"
    assert shell.text("profileNameLabel") == "Support desk"


def test_the_keys_edit_and_make_profiles(shell: Shell) -> None:
    shell.start(SUPPORT)
    press(shell, "Edit")
    assert shell.tab() == "Profile"

    press(shell, "New profile…")

    assert shell.text("profileNameLabel") == "New profile"


def test_the_keys_start_the_practice_profile(shell: Shell) -> None:
    shell.start(SUPPORT)

    press(shell, "Try the practice server")
    shell.wait_idle()

    assert shell.text("profileNameLabel") == "Practice"


def test_the_keys_choose_light_and_dark(shell: Shell) -> None:
    shell.start(SUPPORT)

    press(shell, "Dark")
    dark = shell.theme.mode
    press(shell, "Light")

    assert (dark, shell.theme.mode) == (ThemeMode.DARK, ThemeMode.LIGHT)
    assert actions(shell)["Light"].isChecked()
    assert not actions(shell)["Dark"].isChecked()


def test_about_says_the_version_and_whose_it_is_not(shell: Shell) -> None:
    shell.start(SUPPORT)

    press(shell, "About RingAuth")

    about = shell.window.findChild(QMessageBox)
    assert about is not None
    assert __version__ in about.text()
    assert "not an official RingCentral product" in about.text()
    QTest.keyClick(about, Qt.Key.Key_Escape)


def test_the_keys_quit(shell: Shell) -> None:
    shell.start(SUPPORT)

    press(shell, "Quit")

    assert not shell.window.isVisible()
