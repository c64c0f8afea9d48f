"""The pause that a server asks for when it was asked too often."""

import pytest

from ringauth_gui.errors import RateLimited, Refusal
from tests.gui.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


def test_a_pause_that_the_server_asked_for_is_kept(shell: Shell) -> None:
    shell.start_signed_in()
    error = RateLimited(Refusal(429, retry_after=43.0))
    shell.authorizer.outcomes["refresh"] = error

    shell.act("refreshButton")

    for name in ("authorizeButton", "refreshButton", "revokeButton"):
        assert not shell.button(name).isEnabled()
        assert "wait 43 s" in shell.button(name).toolTip()
    assert shell.button("checkButton").isEnabled()
    shell.tick(43)
    assert shell.button("refreshButton").isEnabled()


def test_a_try_within_the_pause_says_how_long_it_lasts(shell: Shell) -> None:
    shell.start_signed_in()
    error = RateLimited(Refusal(429, retry_after=43.0))
    shell.authorizer.outcomes["revoke"] = error
    shell.click("revokeButton")
    shell.act("confirmRevokeButton")

    shell.click("messageAction-try-again")

    assert shell.authorizer.calls.count("revoke") == 1
    assert "wait 43 s" in shell.text("messageDetails")


def test_a_check_that_came_too_often_stops_nothing_else(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["check"] = RateLimited(Refusal(429, retry_after=43.0))

    shell.act("checkButton")

    assert shell.button("refreshButton").isEnabled()
