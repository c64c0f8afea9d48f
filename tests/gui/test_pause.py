"""The pause that a server asks for, and the calls of a minute."""

import pytest

from ringauth_gui.errors import CallsUsedUp, RateLimited, Refusal, ServerProblem
from tests.gui.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


def test_a_pause_that_the_server_asked_for_is_kept_tk_24(shell: Shell) -> None:
    shell.start_signed_in()

    shell.be_paused(43)

    for name in ("authorizeButton", "refreshButton", "revokeButton"):
        assert not shell.button(name).isEnabled()
        assert "wait 43 s" in shell.button(name).toolTip()
    assert shell.button("checkButton").isEnabled()
    shell.tick(1)
    assert "wait 42 s" in shell.button("refreshButton").toolTip()
    shell.tick(42)
    assert shell.button("refreshButton").isEnabled()


def test_a_try_within_the_pause_says_how_long_it_lasts(shell: Shell) -> None:
    shell.start_signed_in()
    error = RateLimited(Refusal(429, retry_after=43.0))
    shell.authorizer.outcomes["revoke"] = error
    shell.click("revokeButton")
    shell.act("confirmRevokeButton")
    shell.be_paused(43)

    shell.click("messageAction-try-again")

    assert shell.authorizer.calls.count("revoke") == 1
    assert "wait 43 s" in shell.text("messageDetails")


def test_maintenance_without_a_time_is_waited_out_and_try_again_respects_it(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    error = ServerProblem(Refusal(503, retry_after=30.0))
    shell.authorizer.outcomes["refresh"] = error
    shell.act("refreshButton")
    shell.be_unavailable()

    shell.click("messageAction-try-again")

    assert shell.authorizer.calls.count("refresh") == 1
    assert "wait 30 s" in shell.text("messageDetails")
    for name in ("authorizeButton", "refreshButton", "revokeButton"):
        assert not shell.button(name).isEnabled()
        assert "wait 30 s" in shell.button(name).toolTip()
    shell.tick(30)
    assert shell.button("refreshButton").isEnabled()


def test_a_check_that_came_too_often_stops_nothing_else(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["check"] = RateLimited(Refusal(429, retry_after=43.0))

    shell.act("checkButton")

    assert shell.button("refreshButton").isEnabled()


def test_with_one_call_left_only_revoke_is_possible_and_the_reason_counts_down(
    shell: Shell,
) -> None:
    shell.start_signed_in()

    shell.use_calls(4)

    assert shell.button("revokeButton").isEnabled()
    assert not shell.button("authorizeButton").isEnabled()
    refresh = shell.button("refreshButton")
    assert not refresh.isEnabled()
    assert refresh.toolTip() == (
        "The last of 5 calls a minute is kept for Revoke: wait 1 min."
    )
    shell.tick(18)
    assert "wait 42 s" in refresh.toolTip()
    shell.tick(42)
    assert refresh.isEnabled()
    assert shell.button("authorizeButton").isEnabled()


def test_a_sign_in_needs_room_for_its_two_calls(shell: Shell) -> None:
    shell.start_signed_in()

    shell.use_calls(3)

    assert not shell.button("authorizeButton").isEnabled()
    assert "takes two calls" in shell.button("authorizeButton").toolTip()
    assert shell.button("refreshButton").isEnabled()


def test_a_call_that_another_window_took_just_before_is_told_in_words(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["refresh"] = CallsUsedUp(41.2)

    shell.act("refreshButton")

    assert shell.text("messageTitle") == (
        "The authentication calls of this minute are used"
    )
    assert "Wait 42 s" in shell.text("messageText")
    assert shell.state.token is not None
