"""The sign-in among the five authentication calls of a minute."""

import pytest

from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import Caller, caller_of
from ringauth_gui.errors import CallsUsedUp, MustWait, PauseNotOver
from ringauth_gui.ringcentral.rate_budget import Purpose
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import (
    TOKEN,
    FakeAuthorizationServer,
    Parameters,
    approve,
)
from tests.fakes.fake_browser import FakeBrowser
from tests.fakes.scripted_send import response

PROFILE = new_profile()
CALLER: Caller = caller_of(PROFILE)


def _other_window_calls(core: Core, calls: int, status: int = 200) -> None:
    other = CallCounts(core.locks, core.clock)
    for _ in range(calls):
        call = other.start(CALLER, Purpose.LAST, 30.0)
        other.end(CALLER, call, response(status=status))


def test_a_sign_in_is_two_calls(core: Core) -> None:
    core.authorize(PROFILE)

    left = CallCounts(core.locks, core.clock).look(CALLER).left(core.clock())
    assert left == 3


@pytest.mark.parametrize(
    ("calls", "status", "error"), [(3, 200, CallsUsedUp), (1, 429, PauseNotOver)]
)
def test_without_room_for_both_no_browser_is_opened(
    core: Core, browser: FakeBrowser, calls: int, status: int, error: type[MustWait]
) -> None:
    _other_window_calls(core, calls, status)

    with pytest.raises(error):
        core.authorize(PROFILE)

    assert browser.opened == []


def test_the_exchange_may_use_the_last_call(
    core: Core, server: FakeAuthorizationServer
) -> None:
    def approve_late(asked: Parameters) -> Parameters:
        _other_window_calls(core, 3)
        return approve(asked)

    server.authorize = approve_late

    assert core.authorize(PROFILE).token.access_token


def test_a_code_is_not_sent_in_a_penalty_that_began_meanwhile(
    core: Core, server: FakeAuthorizationServer, browser: FakeBrowser
) -> None:
    def approve_late(asked: Parameters) -> Parameters:
        _other_window_calls(core, 1, 429)
        return approve(asked)

    server.authorize = approve_late

    with pytest.raises(PauseNotOver):
        core.authorize(PROFILE)

    assert server.requests_to(TOKEN) == []
    assert "Not signed in" in browser.page().body
