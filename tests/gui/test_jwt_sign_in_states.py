"""A profile that signs in with a JWT credential, as the window shows it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from ringauth_gui.errors import CredentialUnusable, Refusal, TokenRequestRefused
from ringauth_gui.gui.formatting import DAY
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.jwt_credentials import credential
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell
from tests.gui.token_examples import ISSUED, signed_in, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

BOT = replace(SUPPORT, name="Reports bot", grant_type=GrantType.JWT_BEARER)
NOW = ISSUED.wall


def _keep(shell: Shell, **claims: object) -> None:
    vault = shell.authorizer.clients.vault
    vault.save_secret(BOT, credential(**claims), SecretKind.JWT_CREDENTIAL)


def _start(shell: Shell, **claims: object) -> None:
    _keep(shell, **claims)
    shell.start(BOT)


def test_before_a_sign_in_the_credential_is_shown_and_no_redirect_uri(
    shell: Shell,
) -> None:
    _start(shell, exp=NOW + 30 * DAY, client_ids=[BOT.client_id])

    assert child(shell.window, QWidget, "jwtPanel").isVisible()
    assert shell.text("jwtPanelHeading") == "Not signed in"
    assert shell.text("jwtPanelCredential").startswith("Ends ")
    assert shell.text("jwtPanelNotice") == ""
    assert shell.text("signedOutRedirectUri") == ""
    assert shell.button("authorizeButton").text() == "&Authorize"


def test_a_missing_credential_is_asked_for(shell: Shell) -> None:
    shell.start(BOT)

    assert shell.text("jwtPanelCredential") == (
        "None is kept. Enter it on the Profile tab."
    )


def test_a_sign_in_waits_for_no_browser(shell: Shell) -> None:
    shell.authorizer.held.add("authorize")
    shell.authorizer.outcomes["authorize"] = signed_in()
    _start(shell)

    shell.click("authorizeButton")

    assert shell.text("jwtPanelHeading") == "Signing in with the JWT credential…"
    assert shell.text("identityLine") == "Signing in with the JWT credential…"
    assert shell.window.findChild(QWidget, "waitingPanel") is None
    assert shell.button("cancelButton").isVisible()
    shell.authorizer.release("authorize")
    shell.wait_idle()
    assert shell.state.token is not None


def test_a_new_sign_in_leaves_the_token_in_sight_until_it_is_over(
    shell: Shell,
) -> None:
    shell.authorizer.held.add("authorize")
    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.keep(BOT, token())
    _start(shell)

    shell.click("authorizeButton")

    assert shell.text("accessTokenField")
    assert shell.text("identityLine") == "Signing in with the JWT credential…"


def test_the_side_list_says_that_it_is_a_jwt_profile(shell: Shell) -> None:
    shell.keep(BOT, token())
    _start(shell)

    assert shell.rows()[0].startswith("Reports bot, RingCentral · JWT, ")
    assert shell.rows()[0].endswith(" left")


def test_the_status_line_speaks_of_no_listener(shell: Shell) -> None:
    _start(shell)

    assert "Listening" not in shell.text("statusLine")


def test_without_a_refresh_token_the_reason_is_the_jwt_sign_in(shell: Shell) -> None:
    shell.keep(BOT, token(refresh_token=None))
    _start(shell)

    reason = shell.button("refreshButton").toolTip()
    assert reason.startswith("Authorize again instead: no refresh token comes with")


def test_auto_refresh_without_a_refresh_token_signs_nobody_in_by_itself_r15(
    shell: Shell,
) -> None:
    shell.keep(BOT, token(refresh_token=None))
    _keep(shell)
    shell.start(replace(BOT, auto_refresh=True))

    shell.tick(3600)

    assert "authorize" not in shell.authorizer.calls
    assert "refresh" not in shell.authorizer.calls


def test_a_refresh_token_that_came_is_used_like_any_other(shell: Shell) -> None:
    shell.keep(BOT, token())
    _start(shell)

    assert shell.button("refreshButton").isEnabled()


def test_a_credential_that_ends_soon_is_told_with_and_without_a_token(
    shell: Shell,
) -> None:
    _start(shell, exp=NOW + 3 * DAY + 60)
    assert "ends in 3 days" in shell.text("jwtPanelNotice")

    shell.authorizer.outcomes["authorize"] = signed_in()
    shell.act("authorizeButton")

    assert "ends in 3 days" in shell.text("tokenNotice")


def test_the_clock_brings_the_notice_by_itself(shell: Shell) -> None:
    _start(shell, exp=NOW + 7 * DAY + 30)
    assert shell.text("jwtPanelNotice") == ""

    shell.tick(60)

    assert "ends in 6 days" in shell.text("jwtPanelNotice")


def test_the_clock_brings_it_while_a_token_is_shown_too(shell: Shell) -> None:
    shell.keep(BOT, token())
    _start(shell, exp=NOW + 7 * DAY + 30)
    assert shell.text("tokenNotice") == ""

    shell.tick(60)

    assert "ends in 6 days" in shell.text("tokenNotice")


def test_a_browser_profile_has_no_such_notice(shell: Shell) -> None:
    shell.start_signed_in()

    assert shell.text("tokenNotice") == ""


def test_a_credential_that_cannot_be_sent_leads_to_where_it_is_entered(
    shell: Shell,
) -> None:
    shell.authorizer.outcomes["authorize"] = CredentialUnusable("It ended yesterday.")
    _start(shell)

    shell.act("authorizeButton")

    assert shell.text("messageTitle") == "The JWT credential cannot be used"
    shell.click("messageAction-enter-credential")
    assert shell.tab() == "Profile"
    focused = shell.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "jwtCredentialEdit"


def test_an_app_that_is_not_on_the_list_is_explained(shell: Shell) -> None:
    refusal = Refusal(status=400, error="invalid_request", codes=("OAU-473",))
    shell.authorizer.outcomes["authorize"] = TokenRequestRefused(refusal)
    _start(shell, client_ids=["another-app"])

    shell.act("authorizeButton")

    assert "JWT credential" in shell.text("messageTitle")
    assert "OAU-473" in shell.text("messageDetails")
