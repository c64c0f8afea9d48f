"""Revoke, sign out and forget, over real HTTP."""

from dataclasses import replace

import pytest

from ringauth_gui.errors import (
    NetworkError,
    RedirectedElsewhere,
    RevocationRefused,
    RingAuthError,
    ServerProblem,
    TokenStoreError,
)
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Revoked
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.core import Core, free_port, new_profile
from tests.fakes.fake_authorization_server import (
    EXTENSION,
    REVOKE,
    Answer,
    FakeAuthorizationServer,
    refusal,
)
from tests.test_authorizer import KEPT, NEWER, PROFILE

DEAD = Answer({"errorCode": "TokenInvalid"}, 401)


@pytest.fixture
def server(server: FakeAuthorizationServer) -> FakeAuthorizationServer:
    server.script(EXTENSION, DEAD)
    return server


@pytest.fixture
def core(core: Core) -> Core:
    core.vault.save_token(PROFILE, KEPT)
    return core


def _revoke(core: Core, shown: Token = KEPT) -> Revoked:
    return core.authorizer.revoke(PROFILE, shown, core.cancel)


def _sign_out(core: Core) -> Revoked:
    return core.authorizer.sign_out(PROFILE, KEPT, core.cancel)


@pytest.mark.case("RV-01", "RV-05")
def test_revoking_ends_the_session_here_and_there_with_proof_rv_01_rv_05(
    core: Core, server: FakeAuthorizationServer
) -> None:
    outcome = _revoke(core)

    asked = [request.path for request in server.requests]
    assert asked == [REVOKE, EXTENSION]
    assert server.requests[0].form == {
        "token": "CANARY-refresh-1",
        "client_id": "client-1",
    }
    assert server.requests[1].headers["authorization"] == "Bearer CANARY-access-1"
    assert outcome.proof is not None
    assert outcome.proof.proved
    assert outcome.left_behind is None
    assert core.vault.load_token(PROFILE) is None


@pytest.mark.case("RV-01", "RV-05", "KR-14")
def test_revoking_leaves_the_client_secret_rv_01(
    core: Core, server: FakeAuthorizationServer
) -> None:
    profile = new_profile(has_secret=True)
    core.vault.save_secret(profile, "CANARY-secret")

    core.authorizer.revoke(profile, KEPT, core.cancel)

    assert core.vault.load_secret(profile) == "CANARY-secret"
    assert server.requests[0].headers["authorization"].startswith("Basic ")
    assert server.requests[0].form == {"token": "CANARY-refresh-1"}


def test_an_access_token_alone_can_be_revoked_too(
    core: Core, server: FakeAuthorizationServer
) -> None:
    alone = replace(KEPT, refresh_token=None)
    core.vault.save_token(PROFILE, alone)

    _revoke(core, alone)

    assert server.requests[0].form["token"] == "CANARY-access-1"


def test_what_another_window_refreshed_is_what_gets_revoked_r16(
    core: Core, server: FakeAuthorizationServer
) -> None:
    core.vault.save_token(PROFILE, NEWER)

    _revoke(core, KEPT)

    assert server.requests[0].form["token"] == "CANARY-refresh-2"
    assert server.requests[1].headers["authorization"] == "Bearer CANARY-access-2"


def test_the_tokens_of_another_person_are_not_revoked_in_place_of_the_shown(
    core: Core, server: FakeAuthorizationServer
) -> None:
    graces = replace(NEWER, owner_id="102")
    core.vault.save_token(PROFILE, graces)

    _revoke(core, KEPT)

    assert server.requests[0].form["token"] == "CANARY-refresh-1"
    assert core.vault.load_token(PROFILE) == graces


def test_a_new_session_of_another_window_outlives_the_shown_one_r11(
    core: Core, server: FakeAuthorizationServer
) -> None:
    new_session = replace(NEWER, session_id="session-2")
    core.vault.save_token(PROFILE, new_session)

    _revoke(core, replace(KEPT, session_id="session-1"))

    assert server.requests[0].form["token"] == "CANARY-refresh-1"
    assert core.vault.load_token(PROFILE) == new_session


def test_an_older_token_of_the_same_session_goes_with_it_r16(core: Core) -> None:
    core.keyring.failing = {"save"}
    core.vault.save_token(PROFILE, NEWER)  # in memory, in front of the older one

    _revoke(core, NEWER)

    assert core.vault.load_token(PROFILE) is None


def test_signing_out_leaves_another_persons_token_when_nobody_was_told_r11(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(REVOKE, refusal(500, "invalid_client", "OAU-146"))
    graces = replace(NEWER, owner_id="102")
    core.vault.save_token(PROFILE, graces)

    _sign_out(core)

    assert core.vault.load_token(PROFILE) == graces


def test_signing_out_removes_junk_too_r16(core: Core) -> None:
    core.keyring.save(PROFILE.id, SecretKind.TOKEN, "{}")

    outcome = _sign_out(core)

    assert outcome.left_behind is None
    assert core.vault.load_token(PROFILE) is None


def test_a_keyring_that_cannot_be_read_does_not_stop_a_revocation(
    core: Core, server: FakeAuthorizationServer
) -> None:
    core.keyring.failing = {"load"}

    assert _revoke(core).proof is not None
    assert server.requests[0].form["token"] == "CANARY-refresh-1"


def test_a_token_that_still_works_is_not_said_to_be_dead_r29(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(EXTENSION, Answer({"id": 1}))

    proof = _revoke(core).proof

    assert proof is not None
    assert not proof.proved


@pytest.mark.case("RV-03")
@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (refusal(400, "invalid_request", "OAU-164"), RevocationRefused),
        (refusal(401, "invalid_client", "OAU-146"), RevocationRefused),
        (refusal(403, "invalid_client", "OAU-167"), RevocationRefused),
        (Answer(b"<html>", 500), ServerProblem),
        (Answer(b"", 307, {"Location": "http://127.0.0.1:1/"}), RedirectedElsewhere),
    ],
)
def test_a_revocation_that_fails_removes_nothing_and_is_not_repeated_rv_03_rv_04(
    core: Core,
    server: FakeAuthorizationServer,
    answer: Answer,
    error: type[RingAuthError],
) -> None:
    server.script(REVOKE, answer)

    with pytest.raises(error):
        _revoke(core)

    assert core.vault.load_token(PROFILE) == KEPT
    assert [request.path for request in server.requests] == [REVOKE]


@pytest.mark.case("RV-03")
@pytest.mark.parametrize("status", [400, 401, 403, 500])
def test_signing_out_ends_locally_whatever_the_server_says_rv_03(
    core: Core, server: FakeAuthorizationServer, status: int
) -> None:
    server.script(REVOKE, refusal(status, "invalid_client", "OAU-146"))

    outcome = _sign_out(core)

    assert isinstance(outcome.untold, RingAuthError)
    assert outcome.proof is None
    assert core.vault.load_token(PROFILE) is None
    assert len(server.requests) == 1


@pytest.mark.case("RV-02")
def test_signing_out_without_network_ends_locally_rv_02(core: Core) -> None:
    core.address = f"http://127.0.0.1:{free_port()}"

    outcome = _sign_out(core)

    assert isinstance(outcome.untold, NetworkError)
    assert core.vault.load_token(PROFILE) is None


@pytest.mark.case("RV-02")
def test_revoking_without_network_keeps_the_tokens_rv_02(core: Core) -> None:
    core.address = f"http://127.0.0.1:{free_port()}"

    with pytest.raises(NetworkError):
        _revoke(core)

    assert core.vault.load_token(PROFILE) == KEPT


@pytest.mark.case("RV-01")
def test_signing_out_tells_the_server_where_it_can_rv_01(core: Core) -> None:
    outcome = _sign_out(core)

    assert outcome.untold is None
    assert outcome.proof is not None


def test_a_refresh_in_another_window_is_waited_for_r13(core: Core) -> None:
    other = replace(core, lock_seconds=0.05)

    with (
        core.authorizer.lock_refresh(PROFILE.id),
        pytest.raises(TokenStoreError, match="Another RingAuth window"),
    ):
        _revoke(other)

    assert core.vault.load_token(PROFILE) == KEPT


def test_tokens_that_cannot_be_removed_are_told_r29(core: Core) -> None:
    core.keyring.failing = {"delete"}

    assert _revoke(core).left_behind == "The keyring could not delete."


def test_forgetting_asks_no_server(core: Core, server: FakeAuthorizationServer) -> None:
    assert core.authorizer.forget(PROFILE) is None
    assert core.vault.load_token(PROFILE) is None
    assert server.requests == []


def test_what_cannot_be_forgotten_is_told_r29(core: Core) -> None:
    core.keyring.failing = {"delete"}

    assert core.authorizer.forget(PROFILE) == "The keyring could not delete."
