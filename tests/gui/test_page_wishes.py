"""What a person wishes on a profile's page, from the press to what is said then."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit

from ringauth_gui.errors import (
    NetworkError,
    RedirectPortBusy,
    Refusal,
    RevocationRefused,
)
from ringauth_gui.gui.error_messages import _ACTION_TEXTS
from ringauth_gui.outcomes import Revoked
from tests.gui.reading import child, toggle_as_screen_reader
from tests.gui.shell import NEXT_URI, SUPPORT, Shell, file_error
from tests.gui.token_examples import (
    ACCESS_TOKEN,
    REFRESH_TOKEN,
    signed_in,
)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

OFFLINE = NetworkError("platform.ringcentral.com", "it refused the connection")


def test_a_taken_port_offers_the_next_redirect_uri(shell: Shell) -> None:
    shell.start(SUPPORT)
    busy = RedirectPortBusy(SUPPORT.redirect_uris[0], 27464, "nginx")
    shell.authorizer.outcomes["authorize"] = busy
    shell.act("authorizeButton")
    assert shell.text("messageTitle") == "Port 27464 is taken by nginx"
    shell.authorizer.outcomes["authorize"] = signed_in()

    shell.act("messageAction-use-next-redirect-uri")

    assert shell.authorizer.redirect_uris[-1] == NEXT_URI
    assert shell.text("identityLine") == "Extension ID 256440016"


def test_the_next_authorize_uses_the_first_redirect_uri_again(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.sessions.sessions[0].authorize(NEXT_URI)
    shell.wait_idle()

    shell.act("authorizeButton")

    assert shell.authorizer.redirect_uris == [NEXT_URI, SUPPORT.redirect_uris[0]]


def test_a_missing_secret_leads_to_its_field(shell: Shell) -> None:
    shell.start(replace(SUPPORT, has_secret=True))

    shell.control.page().message_bar.action_requested.emit("enter-secret")

    assert shell.tab() == "Profile"
    assert child(shell.window, QLineEdit, "clientSecretEdit").hasFocus()


def test_use_as_public_app_saves_the_profile_without_a_secret(shell: Shell) -> None:
    shell.start(replace(SUPPORT, has_secret=True))

    shell.control.page().message_bar.action_requested.emit("use-public")
    shell.wait_idle()

    shell.wait_until(lambda: bool(shell.saved))
    assert not shell.saved[-1][0].has_secret


def test_the_redirect_uri_of_a_message_is_copied(shell: Shell) -> None:
    shell.start(SUPPORT)

    shell.control.page().message_bar.action_requested.emit("copy-redirect-uri")

    assert QApplication.clipboard().text() == SUPPORT.redirect_uris[0]


def test_each_action_that_a_message_can_offer_is_known(shell: Shell) -> None:
    shell.start(SUPPORT)
    shell.store.save_error = file_error()
    shell.authorizer.outcomes |= {"authorize": signed_in(), "sign_out": Revoked(None)}

    for key in _ACTION_TEXTS:
        shell.control.page().message_bar.action_requested.emit(key)
        shell.wait_idle()


@pytest.mark.parametrize(
    ("name", "copied"),
    [
        ("copyAccessTokenButton", ACCESS_TOKEN),
        ("copyRefreshTokenButton", REFRESH_TOKEN),
        ("copyHeaderButton", f"Authorization: Bearer {ACCESS_TOKEN}"),
    ],
)
def test_a_secret_is_copied(shell: Shell, name: str, copied: str) -> None:
    shell.start_signed_in()

    shell.click(name)

    assert QApplication.clipboard().text() == copied


def test_a_token_that_is_over_leaves_the_clipboard(shell: Shell) -> None:
    shell.start_signed_in()
    shell.click("copyAccessTokenButton")
    shell.authorizer.outcomes["sign_out"] = RevocationRefused(Refusal(500))

    assert shell.sessions.current is not None
    shell.sessions.current.sign_out()
    shell.wait_idle()

    assert QApplication.clipboard().text() == ""


def test_what_is_copied_after_the_end_stays_in_the_clipboard(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["sign_out"] = Revoked(None)
    assert shell.sessions.current is not None
    shell.sessions.current.sign_out()
    shell.wait_idle()
    shell.clipboard.copy("https://platform.ringcentral.com/?state=abc")

    shell.dismiss()

    assert QApplication.clipboard().text() == (
        "https://platform.ringcentral.com/?state=abc"
    )


def test_refreshing_by_itself_is_kept_in_the_profile(shell: Shell) -> None:
    shell.start_signed_in()

    child(shell.window, QCheckBox, "autoRefreshCheck").click()

    shell.wait_until(lambda: bool(shell.saved))
    assert shell.saved[-1][0].auto_refresh
    assert shell.state.profile.auto_refresh


def test_a_screen_reader_switches_refreshing_by_itself_on(shell: Shell) -> None:
    shell.start_signed_in()

    toggle_as_screen_reader(child(shell.window, QCheckBox, "autoRefreshCheck"))

    shell.wait_until(lambda: bool(shell.saved))
    assert shell.state.profile.auto_refresh


def test_a_message_can_be_dismissed(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["check"] = OFFLINE
    shell.act("checkButton")

    shell.dismiss()

    assert shell.text("messageTitle") == ""
    assert shell.state.message is None
