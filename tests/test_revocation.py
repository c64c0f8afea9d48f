"""What a revocation sends, to whom, and what a start after a kill meets."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from typing_extensions import override

from ringauth_gui.errors import (
    GrantNoLongerValid,
    OperationCancelled,
    PauseNotOver,
    RateLimited,
    RedirectedElsewhere,
    RingAuthError,
    TokenStoreError,
)
from ringauth_gui.outcomes import Revoked
from ringauth_gui.storage.refresh_lock import RefreshLock
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.core import Core, FakeKeyring, new_profile
from tests.fakes.fake_authorization_server import (
    EXTENSION,
    REVOKE,
    TOKEN,
    Answer,
    FakeAuthorizationServer,
    refusal,
)
from tests.test_authorizer import KEPT, PROFILE

End = Callable[[Core], object]


@pytest.fixture
def core(core: Core) -> Core:
    core.vault.save_token(PROFILE, KEPT)
    return core


@pytest.fixture
def elsewhere() -> Iterator[FakeAuthorizationServer]:
    """Return a server that nothing is ever to be sent to."""
    with FakeAuthorizationServer() as running:
        yield running


def _sign_out(core: Core) -> object:
    return core.authorizer.sign_out(PROFILE, KEPT, core.cancel)


def _revoke(core: Core) -> object:
    return core.authorizer.revoke(PROFILE, KEPT, core.cancel)


@pytest.mark.case("RV-04")
def test_a_revocation_that_is_redirected_tells_the_token_to_nobody_else(
    core: Core, server: FakeAuthorizationServer, elsewhere: FakeAuthorizationServer
) -> None:
    target = {"Location": f"{elsewhere.address}{REVOKE}"}
    server.script(REVOKE, Answer(b"", 307, target))

    with pytest.raises(RedirectedElsewhere):
        _revoke(core)

    assert elsewhere.requests == []
    assert core.vault.load_token(PROFILE) == KEPT


@pytest.mark.case("RV-04")
def test_a_sign_out_that_is_redirected_ends_here_alone(
    core: Core, server: FakeAuthorizationServer, elsewhere: FakeAuthorizationServer
) -> None:
    target = {"Location": f"{elsewhere.address}{REVOKE}"}
    server.script(REVOKE, Answer(b"", 307, target))

    outcome = core.authorizer.sign_out(PROFILE, KEPT, core.cancel)

    assert isinstance(outcome.untold, RedirectedElsewhere)
    assert elsewhere.requests == []
    assert len(server.requests_to(REVOKE)) == 1
    assert core.vault.load_token(PROFILE) is None


@pytest.mark.case("RV-05")
@pytest.mark.parametrize("end", [_revoke, _sign_out])
def test_one_request_ends_both_tokens(
    core: Core, server: FakeAuthorizationServer, end: End
) -> None:
    server.script(EXTENSION, Answer({"errorCode": "TokenInvalid"}, 401))

    end(core)

    request, *more = server.requests_to(REVOKE)
    assert more == []
    assert request.method == "POST"
    assert request.query == ""
    assert request.form == {"token": KEPT.refresh_token, "client_id": "client-1"}


@pytest.mark.case("RV-05")
def test_a_confidential_client_says_who_it_is_as_at_the_token_endpoint(
    core: Core, server: FakeAuthorizationServer
) -> None:
    profile = new_profile(has_secret=True)
    core.vault.save_secret(profile, "CANARY-secret")
    core.authorizer.refresh(profile, KEPT, core.cancel)

    core.authorizer.sign_out(profile, KEPT, core.cancel)

    (refreshed,), (revoked,) = map(server.requests_to, (TOKEN, REVOKE))
    assert revoked.headers["authorization"] == refreshed.headers["authorization"]
    assert list(revoked.form) == ["token"]


def test_in_its_turn_a_sign_out_that_is_to_wait_removes_nothing(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(REVOKE, Answer(b"", 429, {"Retry-After": "60"}))

    with pytest.raises(RateLimited):
        _sign_out_in_turn(core)
    with pytest.raises(PauseNotOver):
        _sign_out_in_turn(core)

    assert core.vault.load_token(PROFILE) == KEPT
    assert len(server.requests) == 1


def test_in_its_last_turn_it_does(core: Core, server: FakeAuthorizationServer) -> None:
    server.script(REVOKE, Answer(b"", 429, {"Retry-After": "60"}))

    outcome = _sign_out_in_turn(core, is_last_try=True)

    assert isinstance(outcome.untold, RateLimited)
    assert core.vault.load_token(PROFILE) is None


def test_in_its_turn_a_sign_out_that_is_cancelled_removes_nothing(core: Core) -> None:
    core.cancel.set()

    with pytest.raises(OperationCancelled):
        _sign_out_in_turn(core)

    assert core.vault.load_token(PROFILE) == KEPT


@pytest.mark.parametrize("status", [400, 500])
def test_in_its_turn_a_sign_out_that_is_refused_ends_here_r16(
    core: Core, server: FakeAuthorizationServer, status: int
) -> None:
    server.script(REVOKE, Answer(b"", status))

    outcome = _sign_out_in_turn(core)

    assert outcome.untold is not None
    assert core.vault.load_token(PROFILE) is None


def _sign_out_in_turn(core: Core, *, is_last_try: bool = False) -> Revoked:
    return core.authorizer.revocation.sign_out_in_turn(
        PROFILE, KEPT, core.cancel, is_last_try=is_last_try
    )


@pytest.mark.case("RV-08")
def test_what_was_revoked_and_not_removed_before_a_kill_ends_with_one_refresh(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, refusal(400, "invalid_grant", "OAU-211"))
    started_anew = Core(core.address, core.open_browser, core.locks, core.keyring)
    restored = started_anew.authorizer.restore(PROFILE)
    assert restored is not None

    first = _refresh_error(started_anew)
    second = _refresh_error(started_anew)

    assert isinstance(first, GrantNoLongerValid)
    assert isinstance(second, TokenStoreError)  # there is nothing left to refresh
    assert len(server.requests) == 1
    assert started_anew.authorizer.restore(PROFILE) is None


def _refresh_error(core: Core) -> RingAuthError:
    with pytest.raises(RingAuthError) as failed:
        core.authorizer.refresh(PROFILE, replace(KEPT), core.cancel)
    return failed.value


def test_what_was_revoked_is_removed_before_another_window_may_refresh_it_r13(
    core: Core,
) -> None:
    found: list[str] = []

    class Watching(FakeKeyring):
        @override
        def delete(self, profile_id: str, kind: SecretKind) -> None:
            try:
                with RefreshLock(core.locks, 0.0).hold(profile_id):
                    found.append("free")
            except TokenStoreError:
                found.append("held")
            super().delete(profile_id, kind)

    window = Core(core.address, core.open_browser, core.locks, Watching())
    window.vault.save_token(PROFILE, KEPT)

    _revoke(window)

    assert found == ["held"]
