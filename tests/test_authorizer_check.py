"""Check, and the question for one permission, over real HTTP."""

import pytest

from ringauth_gui.ringcentral.identity import Verdict
from ringauth_gui.ringcentral.user_permissions import Standing
from tests.fakes.core import Core
from tests.fakes.fake_authorization_server import (
    EXTENSION,
    PERMISSION,
    Answer,
    FakeAuthorizationServer,
)
from tests.test_authorizer import KEPT, PROFILE


@pytest.fixture
def server(server: FakeAuthorizationServer) -> FakeAuthorizationServer:
    server.script(EXTENSION, Answer({"id": 101, "name": "Ada"}))
    return server


def test_a_check_asks_with_the_token_shown(
    core: Core, server: FakeAuthorizationServer
) -> None:
    result = core.authorizer.check(PROFILE, KEPT, core.cancel)

    assert result.verdict is Verdict.ACCEPTED
    assert result.identity is not None
    assert result.identity.name == "Ada"
    assert server.requests[0].headers["authorization"] == "Bearer CANARY-access-1"


def test_a_check_compares_the_scopes_of_the_token_shown(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(f"{EXTENSION}/authz-profile", Answer({"permissions": []}))
    server.script(PERMISSION, Answer({"successful": False}))

    result = core.authorizer.check(PROFILE, KEPT, core.cancel)

    assert [answer.name for answer in result.answers] == ["SMS"]


def test_the_api_is_asked_for_one_permission_with_the_token_shown(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(PERMISSION, Answer({"successful": True}))

    result = core.authorizer.ask_permission("A2P SMS", PROFILE, KEPT, core.cancel)

    assert result.verdict is Verdict.ACCEPTED
    assert result.asked is not None
    assert result.asked.standing is Standing.HAS
    request = server.requests[0]
    assert request.query == "permissionId=A2P+SMS"
    assert request.headers["authorization"] == "Bearer CANARY-access-1"
