"""The Token tab while a person signs in, and with the token that came of it."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ringauth_gui.errors import AuthorizationTimedOut
from ringauth_gui.gui.token_tab import HINT_AFTER
from tests.fakes.fake_authorizer import ANSWER, LINK
from tests.gui.reading import child, visible_texts
from tests.gui.shell import DEVELOPER, SECONDS, SUPPORT, Shell
from tests.gui.token_examples import ACCESS_TOKEN, signed_in, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


@pytest.fixture
def waiting(shell: Shell) -> Shell:
    """Return a window that waits for the browser."""
    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.authorizer.held.add("authorize")
    shell.start(SUPPORT)
    shell.click("authorizeButton")
    shell.wait_until(lambda: shell.state.waiting_since is not None)
    return shell


def _panel(shell: Shell, name: str) -> QWidget | None:
    return shell.window.findChild(QWidget, name)


def test_a_profile_without_a_token_says_what_authorize_does(shell: Shell) -> None:
    shell.start(SUPPORT)

    assert "opens your browser" in shell.text("signedOutText")
    assert shell.text("signedOutRedirectUri") == SUPPORT.redirect_uris[0]


def test_nothing_is_said_of_a_token_before_the_keyring_was_read(shell: Shell) -> None:
    shell.authorizer.held.add("restore")
    shell.keep(SUPPORT, token())

    shell.start(SUPPORT, paints=False)
    shell.sessions.start_opening()

    assert shell.text("identityLine") == ""
    assert _panel(shell, "signedOutPanel") is None
    shell.authorizer.release("restore")
    shell.wait_idle()
    assert shell.text("identityLine") == "Extension ID 256440016"
    assert _panel(shell, "signedOutPanel") is None


def test_the_wait_shows_its_steps_its_link_and_its_redirect_uri(waiting: Shell) -> None:
    texts = visible_texts(waiting.window)

    assert child(waiting.window, QWidget, "waitingPanel").isVisible()
    assert any("27464" in text for text in texts)
    assert waiting.text("authorizationLink") == LINK
    assert waiting.text("waitingStep3Note") == "Gives up in 5 min"


def test_the_time_left_follows_the_clock(waiting: Shell) -> None:
    waiting.tick(61)

    assert waiting.text("waitingStep3Note") == "Gives up in 3 min 59 s"


@pytest.mark.case("TM-06")
def test_a_wall_clock_set_forward_does_not_shorten_the_wait(waiting: Shell) -> None:
    waiting.clock.jump_wall(SECONDS)
    waiting.tick(1)

    assert waiting.text("waitingStep3Note") == "Gives up in 4 min 59 s"


def test_the_hint_comes_after_thirty_seconds(waiting: Shell) -> None:
    hint = child(waiting.window, QWidget, "waitingHint")
    waiting.tick(HINT_AFTER - 1)
    assert not hint.isVisible()

    waiting.tick(1)

    assert hint.isVisible()
    assert any(
        SUPPORT.redirect_uris[0] in text for text in visible_texts(waiting.window)
    )


def test_the_link_opens_again(waiting: Shell) -> None:
    waiting.click("openAgainButton")

    waiting.wait_until(lambda: waiting.opened == [LINK])


def test_a_browser_that_does_not_start_again_is_told(waiting: Shell) -> None:
    waiting.browser_opens = False

    waiting.click("openAgainButton")

    waiting.wait_until(
        lambda: waiting.text("messageTitle") == "No browser could be started"
    )
    assert "Copy the link" in waiting.text("messageText")
    assert waiting.state.activity is not None


def test_the_link_is_copied(waiting: Shell) -> None:
    waiting.click("copyLinkButton")

    assert QApplication.clipboard().text() == LINK


def test_a_wrong_address_is_marked_and_kept(waiting: Shell) -> None:
    waiting.type_in("pastedAddressEdit", "http://localhost:27464/callback?code=no")

    waiting.click("useAddressButton")

    edit = child(waiting.window, QLineEdit, "pastedAddressEdit")
    assert edit.text() == "http://localhost:27464/callback?code=no"
    assert edit.property("invalid") is True
    assert "does not belong to this sign-in" in waiting.text("pastedAddressReason")
    assert waiting.state.activity is not None


def test_the_right_address_ends_the_wait(waiting: Shell) -> None:
    waiting.type_in("pastedAddressEdit", ANSWER)

    waiting.click("useAddressButton")
    waiting.wait_idle()

    assert waiting.text("identityLine") == "Extension ID 256440016"
    edit = child(waiting.window, QLineEdit, "pastedAddressEdit")
    assert edit.text() == ""


def test_a_sign_in_ends_with_the_token_masked_and_counting(waiting: Shell) -> None:
    waiting.authorizer.release("authorize")
    waiting.wait_idle()

    assert child(waiting.window, QWidget, "countdown").isVisible()
    field = waiting.text("accessTokenField")
    assert field.startswith("SJC1")
    assert ACCESS_TOKEN not in field


@pytest.mark.parametrize("size", [(1080, 720), (820, 560)])
def test_a_masked_token_is_in_sight_to_its_end(
    shell: Shell, size: tuple[int, int]
) -> None:
    shell.start_signed_in()
    shell.window.resize(*size)
    field = child(shell.window, QLineEdit, "accessTokenField")

    needed = field.fontMetrics().horizontalAdvance(field.text())

    shell.wait_until(lambda: needed <= field.contentsRect().width())


def test_the_countdown_moves_with_each_tick(shell: Shell) -> None:
    shell.start_signed_in()

    shell.tick(60)

    spoken = child(shell.window, QWidget, "countdown").accessibleDescription()
    assert spoken.startswith("Access token: 59 min left.")


def test_a_second_sign_in_starts_without_the_hint_of_the_first(waiting: Shell) -> None:
    waiting.tick(HINT_AFTER)
    waiting.act("cancelButton")

    waiting.click("authorizeButton")

    waiting.wait_until(lambda: waiting.state.waiting_since is not None)
    assert not child(waiting.window, QWidget, "waitingHint").isVisible()
    assert waiting.text("waitingStep3Note") == "Gives up in 5 min"


def test_a_sign_in_goes_on_out_of_sight(shell: Shell) -> None:
    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.authorizer.held.add("authorize")
    shell.start(SUPPORT, DEVELOPER)
    shell.click("authorizeButton")
    first = shell.sessions.sessions[0]
    shell.wait_until(lambda: first.state.waiting_since is not None)

    shell.choose(DEVELOPER)
    shell.wait_idle()
    texts = visible_texts(shell.window)
    shell.authorizer.release("authorize")
    shell.wait_until(lambda: first.state.token is not None)

    assert not any("Gives up" in text for text in texts)
    assert shell.text("identityLine") == "Signed out"
    assert "Support desk, RingCentral, 1 h left" in shell.rows()


def test_a_sign_in_that_timed_out_says_so_and_offers_another(waiting: Shell) -> None:
    waiting.authorizer.outcomes["authorize"] = AuthorizationTimedOut()
    waiting.authorizer.release("authorize")
    waiting.wait_idle()

    assert waiting.text("messageTitle") == "The browser did not come back in time"
    assert waiting.button("messageAction-authorize").isVisible()
    assert waiting.button("authorizeButton").isEnabled()


def test_no_token_stays_in_a_panel_out_of_sight(shell: Shell) -> None:
    shell.start_signed_in()

    shell.sessions.current.forget()  # type: ignore[union-attr] # there is one
    shell.wait_idle()

    field = child(shell.window, QLineEdit, "accessTokenField")
    assert field.text() == "–"
    assert not shell.button("copyHeaderButton").isEnabled()


def test_secrets_are_masked_when_the_window_is_left(shell: Shell) -> None:
    shell.start_signed_in()
    shell.click("showAccessTokenButton")
    assert shell.text("accessTokenField") == ACCESS_TOKEN

    shell.window.concealed.emit()

    assert ACCESS_TOKEN not in shell.text("accessTokenField")


@pytest.mark.case("CL-02")
def test_the_time_left_is_shown_where_the_token_was_copied(shell: Shell) -> None:
    shell.start_signed_in()
    resting = shell.text("clipboardNote")

    shell.click("copyAccessTokenButton")
    copied = shell.text("clipboardNote")
    shell.clipboard.clear_if_ours()

    assert resting == "Copied secrets leave the clipboard after 30 s"
    assert copied == "Copied. It leaves the clipboard in 30 s."
    assert shell.text("clipboardNote") == "Taken out of the clipboard."


def test_the_time_left_is_shown_where_the_link_was_copied(waiting: Shell) -> None:
    waiting.click("copyLinkButton")

    assert waiting.text("linkClipboardNote") == (
        "Copied. It leaves the clipboard in 30 s."
    )
