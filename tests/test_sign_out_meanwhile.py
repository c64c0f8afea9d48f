"""Somebody signs out while a refresh waits for its answer (RV-06)."""

import threading
from dataclasses import replace

import pytest

from ringauth_gui.errors import OperationCancelled, ServerProblem, SignedOutMeanwhile
from ringauth_gui.oauth.token import Token
from tests.fakes.core import Core
from tests.fakes.fake_authorization_server import (
    REVOKE,
    TOKEN,
    Answer,
    FakeAuthorizationServer,
    token_answer,
)
from tests.test_authorizer import KEPT, NEWER, PROFILE, TAKEN_OVER

LATE = token_answer(access_token="CANARY-late", refresh_token="CANARY-late-refresh")


@pytest.fixture
def core(core: Core) -> Core:
    core.vault.save_token(PROFILE, KEPT)
    return core


@pytest.fixture
def server(server: FakeAuthorizationServer) -> FakeAuthorizationServer:
    server.script(TOKEN, LATE)
    return server


def _other_window(core: Core) -> Core:
    """Return a window that does not wait for this one's refresh."""
    return Core(
        core.address,
        core.open_browser,
        core.locks,
        core.keyring,
        clock=core.clock,
        lock_seconds=0.0,
    )


def _refresh_fails(core: Core) -> SignedOutMeanwhile:
    with pytest.raises(SignedOutMeanwhile) as failed:
        core.authorizer.refresh(PROFILE, KEPT, core.cancel)
    return failed.value


def _revoked(server: FakeAuthorizationServer) -> list[str]:
    return [request.form["token"] for request in server.requests_to(REVOKE)]


@pytest.mark.case("RV-06")
def test_what_comes_after_a_sign_out_is_not_kept_but_revoked(
    core: Core, server: FakeAuthorizationServer
) -> None:
    other = _other_window(core)
    server.on_token = lambda: other.authorizer.sign_out(PROFILE, KEPT, other.cancel)

    error = _refresh_fails(core)

    assert error.untold is None
    assert core.vault.load_token(PROFILE) is None
    assert other.vault.load_token(PROFILE) is None
    assert _revoked(server) == ["CANARY-late-refresh"]


@pytest.mark.case("RV-06")
def test_where_it_cannot_be_revoked_it_is_not_kept_either_and_that_is_told(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(REVOKE, Answer(b"", 500))
    server.on_token = lambda: _other_window(core).authorizer.forget(PROFILE)

    error = _refresh_fails(core)

    assert isinstance(error.untold, ServerProblem)
    assert core.vault.load_token(PROFILE) is None


@pytest.mark.case("RV-06")
def test_a_sign_out_that_ended_the_refresh_leaves_nothing(
    core: Core, server: FakeAuthorizationServer
) -> None:
    ended = threading.Event()

    def end_before_the_answer() -> None:
        core.cancel.set()
        ended.wait(5)

    server.on_token = end_before_the_answer
    with pytest.raises(OperationCancelled):
        core.authorizer.refresh(PROFILE, KEPT, core.cancel)
    ended.set()
    core.cancel.clear()

    core.authorizer.sign_out(PROFILE, KEPT, core.cancel)

    assert core.vault.load_token(PROFILE) is None
    assert _revoked(server) == ["CANARY-refresh-1"]


def test_a_session_that_was_started_meanwhile_is_taken_over(
    core: Core, server: FakeAuthorizationServer
) -> None:
    started = replace(NEWER, session_id="session-2")
    core.vault.save_token(PROFILE, replace(KEPT, session_id="session-1"))
    other = _other_window(core)
    server.on_token = lambda: other.vault.save_token(PROFILE, started)

    outcome = core.authorizer.refresh(PROFILE, KEPT, core.cancel)

    assert outcome.changes == TAKEN_OVER
    assert _access_token(core.vault.load_token(PROFILE)) == started.access_token
    assert _revoked(server) == ["CANARY-late-refresh"]


def test_another_persons_token_of_meanwhile_is_not_touched_r27(
    core: Core, server: FakeAuthorizationServer
) -> None:
    graces = replace(NEWER, owner_id="102")
    other = _other_window(core)
    server.on_token = lambda: other.vault.save_token(PROFILE, graces)

    _refresh_fails(core)

    assert core.vault.load_token(PROFILE) == graces


def test_a_keyring_that_cannot_be_read_meanwhile_costs_no_token_r11(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.on_token = lambda: core.keyring.failing.add("load")

    outcome = core.authorizer.refresh(PROFILE, KEPT, core.cancel)

    assert outcome.token.refresh_token == "CANARY-late-refresh"
    assert _revoked(server) == []


def _access_token(token: Token | None) -> str | None:
    return None if token is None else token.access_token
