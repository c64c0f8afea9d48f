"""The five sessions, as the use cases count them."""

import pytest

from ringauth_gui.errors import GrantNoLongerValid, TooManySessions
from ringauth_gui.oauth.token import Token
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import (
    TOKEN,
    FakeAuthorizationServer,
    refusal,
    token_answer,
)

PROFILE = new_profile()


def _sign_in(core: Core, server: FakeAuthorizationServer, session: str) -> Token:
    server.script(TOKEN, token_answer(session_id=session))
    core.clock.advance(60)  # five calls a minute are allowed
    return core.authorize(PROFILE).token


def _sign_in_five_times(core: Core, server: FakeAuthorizationServer) -> Token:
    return [_sign_in(core, server, f"session-{number}") for number in range(5)][-1]


def test_the_sixth_sign_in_is_asked_about_and_no_earlier_one(
    core: Core, server: FakeAuthorizationServer
) -> None:
    for number in range(5):
        core.authorizer.look_for_room(PROFILE)
        _sign_in(core, server, f"session-{number}")

    with pytest.raises(TooManySessions) as failed:
        core.authorizer.look_for_room(PROFILE)

    assert failed.value.count == 5


def test_a_revoked_session_makes_room(
    core: Core, server: FakeAuthorizationServer
) -> None:
    last = _sign_in_five_times(core, server)

    core.authorizer.revoke(PROFILE, last, core.cancel)

    core.authorizer.look_for_room(PROFILE)


def test_a_session_that_the_server_ended_makes_room(
    core: Core, server: FakeAuthorizationServer
) -> None:
    last = _sign_in_five_times(core, server)
    server.script(TOKEN, refusal(400, "invalid_grant", "OAU-213"))

    with pytest.raises(GrantNoLongerValid):
        core.authorizer.refresh(PROFILE, last, core.cancel)

    core.authorizer.look_for_room(PROFILE)


def test_a_session_forgotten_here_lives_on_at_the_server(
    core: Core, server: FakeAuthorizationServer
) -> None:
    _sign_in_five_times(core, server)

    core.authorizer.forget(PROFILE)

    with pytest.raises(TooManySessions):
        core.authorizer.look_for_room(PROFILE)


def test_another_persons_session_that_was_declined_is_over(
    core: Core, server: FakeAuthorizationServer
) -> None:
    last = _sign_in_five_times(core, server)

    assert core.authorizer.decline(PROFILE, last, core.cancel) is None

    core.authorizer.look_for_room(PROFILE)


def test_a_keyring_that_cannot_be_read_leaves_the_question_to_the_most_sessions(
    core: Core, server: FakeAuthorizationServer
) -> None:
    _sign_in_five_times(core, server)
    core.keyring.failing = {"load"}

    with pytest.raises(TooManySessions):
        core.authorizer.look_for_room(PROFILE)
