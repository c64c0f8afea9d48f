"""When a refresh is made, how often, and what is shown of it afterwards."""

from dataclasses import replace

import pytest

from ringauth_gui.errors import NetworkError, TriedElsewhere
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.token_changes import token_changes
from ringauth_gui.outcomes import Refreshed
from tests.gui.shell import SUPPORT, Shell
from tests.gui.token_examples import ISSUED, later, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")

WISHED = replace(SUPPORT, auto_refresh=True)
NEW = token(access_token="SJC1new", issued=later(3480), refresh_issued=later(3480))


def _refreshed(shell: Shell) -> int:
    return shell.authorizer.calls.count("refresh")


def test_refresh_pressed_ten_times_is_one_refresh_tk_34(shell: Shell) -> None:
    shell.start_signed_in()
    shell.authorizer.outcomes["refresh"] = Refreshed(NEW, Keeping(lasting=True), ())
    shell.authorizer.held.add("refresh")

    for _ in range(10):
        shell.button("refreshButton").click()

    shell.authorizer.release("refresh")
    shell.wait_idle()
    assert _refreshed(shell) == 1


def test_a_refresh_by_itself_waits_until_a_call_is_free_and_is_then_made(
    shell: Shell,
) -> None:
    shell.authorizer.outcomes["refresh"] = Refreshed(NEW, Keeping(lasting=True), ())
    shell.start_signed_in(WISHED)
    shell.clock.advance(3470)
    shell.use_calls(4)

    shell.tick(30)
    assert _refreshed(shell) == 0

    shell.tick(30)
    shell.wait_idle()
    assert _refreshed(shell) == 1


def test_a_refresh_by_itself_that_failed_is_not_repeated_by_itself_r15(
    shell: Shell,
) -> None:
    shell.authorizer.outcomes["refresh"] = NetworkError("h", "it was cut")
    shell.start_signed_in(WISHED)

    for _ in range(5):
        shell.tick(700)
        shell.wait_idle()

    assert _refreshed(shell) == 1


def test_a_refresh_by_itself_is_told_apart_from_a_persons_and_may_be_repeated_by_one(
    shell: Shell,
) -> None:
    shell.authorizer.outcomes["refresh"] = TriedElsewhere()
    shell.start_signed_in(WISHED)

    shell.tick(3590)
    shell.wait_idle()
    assert shell.text("messageTitle") == (
        "Another window tried to refresh this token and got no new one"
    )
    shell.act("messageAction-try-again")

    assert shell.authorizer.by_itself == [True, False]


def test_after_a_lost_answer_try_again_sends_the_same_token_once_more_tk_29(
    shell: Shell,
) -> None:
    shell.authorizer.outcomes["refresh"] = NetworkError("h", "it was cut")
    shell.start_signed_in()
    shell.act("refreshButton")
    assert "Trying again is safe" in shell.text("messageText")

    shell.act("messageAction-try-again")

    first, second = shell.authorizer.used_tokens
    assert first.refresh_token == second.refresh_token


def test_afterwards_it_is_said_what_changed_the_session_end_too(shell: Shell) -> None:
    before = token()
    after = replace(NEW, session_issued=ISSUED, session_expires_in=7200)
    changes = token_changes(before, after)
    shell.authorizer.outcomes["refresh"] = Refreshed(
        after, Keeping(lasting=True), changes
    )
    shell.start_signed_in()

    shell.act("refreshButton")

    assert "New access token." in shell.text("messageText")
    assert "Session end unknown → 2026-11-23 14:32:10 UTC." in shell.text("messageText")
