"""What the window shows of a token answer that grants something, over real sockets."""

from dataclasses import replace

import pytest

from ringauth_gui.gui.scope_chips import ScopeChips
from ringauth_gui.gui.value_text import ValueText
from ringauth_gui.oauth.token import Token
from tests.fakes.fake_authorization_server import (
    OWNER,
    TOKEN,
    FakeAuthorizationServer,
    token_answer,
)
from tests.gui.reading import child
from tests.gui.token_examples import ISSUED
from tests.gui.wire_shell import WireShell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

DAY = 86_400


def value(wired: WireShell, name: str) -> str:
    return child(wired.window, ValueText, name).toPlainText()


def token_of(wired: WireShell) -> Token:
    token = wired.state.token
    assert token is not None
    return token


@pytest.mark.case("TK-01")
def test_without_a_refresh_token_refresh_is_disabled_and_says_why(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    server.script(
        TOKEN, token_answer(refresh_token=None, refresh_token_expires_in=None)
    )

    wired.sign_in()

    assert wired.countdown == "Access token: 1 h left. No refresh token."
    refresh = wired.button("refreshButton")
    assert not refresh.isEnabled()
    assert "app setting “Issue refresh tokens” is off" in refresh.toolTip()


@pytest.mark.case("TK-02")
def test_of_the_full_answer_every_member_is_shown_and_both_countdowns_run(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, token_answer(session_idle_timeout=900, later="as it came"))

    wired.sign_in()

    assert value(wired, "tokenTypeValue") == "bearer"
    assert child(wired.window, ScopeChips, "scopeValue").text() == "ReadAccounts SMS"
    assert value(wired, "ownerIdValue") == OWNER
    assert value(wired, "endpointIdValue") == "endpoint-1"
    assert value(wired, "sessionIdValue") == "session-1"
    assert "lifetime 1 h" in value(wired, "accessExpiryValue")
    assert "in 7 d" in value(wired, "refreshExpiryValue")
    assert value(wired, "otherValue0") == "as it came"
    assert wired.countdown == "Access token: 1 h left. Refresh token: 7 d left."
    wired.tick(61)
    assert wired.countdown == (
        "Access token: 58 min 59 s left. Refresh token: 6 d 23 h left."
    )


@pytest.mark.case("TK-09")
def test_a_lifetime_that_is_not_named_is_unknown_and_never_refreshed_by_itself(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    wired.profile = replace(wired.profile, auto_refresh=True)
    server.script(TOKEN, token_answer(expires_in=None))

    wired.sign_in()
    for _ in range(20):
        wired.tick(600)
        wired.wait_idle()

    assert value(wired, "accessExpiryValue").startswith("unknown")
    assert wired.countdown.startswith("Access token: end unknown.")
    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.parametrize(
    ("lifetime", "seconds"),
    [
        pytest.param("3600", 3600, marks=pytest.mark.case("TK-10")),
        pytest.param(3599.9, 3599, marks=pytest.mark.case("TK-12")),
    ],
)
def test_a_lifetime_in_another_form_is_read(
    wired: WireShell, server: FakeAuthorizationServer, lifetime: object, seconds: int
) -> None:
    server.script(TOKEN, token_answer(expires_in=lifetime))

    wired.sign_in()

    assert token_of(wired).access_remaining(wired.clock()) == seconds


@pytest.mark.case("TK-11")
@pytest.mark.parametrize("lifetime", [0, -5])
def test_a_token_that_is_over_when_it_comes_is_refreshed_by_itself_once_at_most(
    wired: WireShell, server: FakeAuthorizationServer, lifetime: int
) -> None:
    wired.profile = replace(wired.profile, auto_refresh=True)
    answers = [token_answer(expires_in=lifetime) for _ in range(30)]
    server.script(TOKEN, *answers)

    wired.sign_in()

    assert wired.countdown.startswith("Access token: over.")
    assert "over, 0 s ago" in value(wired, "accessExpiryValue")
    for _ in range(20):
        wired.tick(600)
        wired.wait_idle()
    assert len(server.requests_to(TOKEN)) == 2  # the code, and one attempt


@pytest.mark.case("TK-07", "TK-08")
@pytest.mark.parametrize("empty", [None, "", "null"])
def test_a_refresh_answer_without_refresh_token_keeps_the_old_one_and_its_end(
    wired: WireShell, server: FakeAuthorizationServer, empty: object
) -> None:
    answer = token_answer(refresh_token="" if empty == "null" else empty)
    if empty == "null":
        assert isinstance(answer.body, dict)
        answer = replace(answer, body={**answer.body, "refresh_token": None})
    server.script(TOKEN, answer)
    kept = wired.start_kept()
    wired.clock.advance(600)

    wired.refresh()

    token = token_of(wired)
    assert token.access_token != kept.access_token
    assert token.refresh_token == kept.refresh_token
    assert token.refresh_remaining(wired.clock()) == 7 * DAY - 600
    assert wired.kept is not None
    assert wired.kept.refresh_token == kept.refresh_token


@pytest.mark.case("TK-13")
def test_another_scope_is_shown_and_what_changed_is_said(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, token_answer(scope="SMS Faxes"))
    wired.start_kept(scope=("ReadAccounts", "SMS"))

    wired.refresh()

    assert child(wired.window, ScopeChips, "scopeValue").text() == "SMS Faxes"
    assert "Scope added: Faxes." in wired.told
    assert "Scope no longer granted: ReadAccounts." in wired.told


@pytest.mark.case("TK-13")
def test_a_scope_that_is_not_named_stays_as_it_was(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, token_answer(scope=None))
    wired.start_kept(scope=("ReadAccounts", "SMS"))

    wired.refresh()

    assert child(wired.window, ScopeChips, "scopeValue").text() == "ReadAccounts SMS"
    assert "Scope" not in wired.told


@pytest.mark.case("TK-34")
def test_refresh_pressed_ten_times_is_one_request(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    wired.start_kept()

    for _ in range(10):
        wired.button("refreshButton").click()
    wired.wait_idle()

    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.case("TK-36")
def test_a_token_for_ten_years_is_called_unusual_and_its_date_is_right(
    wired: WireShell, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, token_answer(expires_in=315_360_000))

    wired.sign_in()

    assert token_of(wired).access_remaining(wired.clock()) == 315_360_000
    expiry = value(wired, "accessExpiryValue")
    assert "lifetime 3650 d · unusually long" in expiry
    assert ISSUED.wall == 1795437130.0
    assert "2036-11-20 12:32:10 UTC" in expiry
