"""Declining the sign-in of another person (R27), over real HTTP."""

import pytest

from ringauth_gui.errors import ServerProblem
from tests.fakes.core import Core
from tests.fakes.fake_authorization_server import (
    REVOKE,
    Answer,
    FakeAuthorizationServer,
)
from tests.test_authorizer import KEPT, NEWER, PROFILE


@pytest.fixture
def core(core: Core) -> Core:
    core.vault.save_token(PROFILE, KEPT)
    return core


def test_a_declined_sign_in_is_revoked_and_what_was_kept_stays(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(REVOKE, Answer())

    why = core.authorizer.decline(PROFILE, NEWER, core.cancel)

    assert why is None
    [request] = server.requests_to(REVOKE)
    assert request.form["token"] == NEWER.refresh_token
    kept = core.vault.load_token(PROFILE)
    assert kept is not None
    assert kept.access_token == KEPT.access_token


def test_a_declined_sign_in_that_cannot_be_revoked_says_why(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(REVOKE, Answer(b"", 500))

    why = core.authorizer.decline(PROFILE, NEWER, core.cancel)

    assert isinstance(why, ServerProblem)
