"""Refresh, over real HTTP."""

import secrets
import threading
from dataclasses import replace

import pytest

from ringauth_gui.errors import (
    ClientRefused,
    GrantNoLongerValid,
    NotJson,
    OperationCancelled,
    OwnerChanged,
    RateLimited,
    RedirectedElsewhere,
    RingAuthError,
    ServerProblem,
    TokenStoreError,
)
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import GrantEnded, Refreshed
from tests.fakes.core import Core, new_profile
from tests.fakes.fake_authorization_server import (
    OWNER,
    TOKEN,
    Answer,
    FakeAuthorizationServer,
    refusal,
    token_answer,
)

PROFILE = new_profile()
KEPT = Token(
    access_token="CANARY-access-1",
    token_type="bearer",
    issued=Moment(1_750_000_000.0),
    expires_in=3600,
    refresh_token="CANARY-refresh-1",
    refresh_issued=Moment(1_750_000_000.0),
    refresh_token_expires_in=604_800,
    scope=("ReadAccounts", "SMS"),
    owner_id=OWNER,
)
NEWER = replace(KEPT, access_token="CANARY-access-2", refresh_token="CANARY-refresh-2")
TAKEN_OVER = ("Another window had already refreshed it.",)


@pytest.fixture
def core(core: Core) -> Core:
    return _signed_in(core)


def _signed_in(core: Core, token: Token = KEPT) -> Core:
    core.vault.save_token(PROFILE, token)
    core.keyring.events.clear()
    return core


def _refresh(core: Core, shown: Token = KEPT) -> Refreshed:
    return core.authorizer.refresh(PROFILE, shown, core.cancel)


def _failed(core: Core, shown: Token = KEPT) -> RingAuthError:
    with pytest.raises(RingAuthError) as failed:
        _refresh(core, shown)
    return failed.value


def _kept(core: Core) -> Token:
    token = core.vault.load_token(PROFILE)
    assert token is not None
    return token


def test_a_refresh_brings_a_new_pair_and_keeps_it(
    core: Core, server: FakeAuthorizationServer
) -> None:
    outcome = _refresh(core)

    assert server.requests_to(TOKEN)[0].form == {
        "grant_type": "refresh_token",
        "refresh_token": "CANARY-refresh-1",
        "client_id": "client-1",
    }
    assert outcome.keeping.lasting
    assert outcome.changes[0] == "New access token."
    assert _kept(core).access_token == outcome.token.access_token != "CANARY-access-1"


def test_the_new_tokens_are_masked_before_they_are_stored_rd_09(
    core: Core, server: FakeAuthorizationServer
) -> None:
    # No run of characters is that of the tokens before.
    access_token, refresh_token = secrets.token_hex(20), secrets.token_hex(20)
    server.script(
        TOKEN, token_answer(access_token=access_token, refresh_token=refresh_token)
    )
    core.keyring.failing = {"save"}

    _refresh(core)

    told = core.redaction.clean_values(f"{access_token} {refresh_token}")
    assert access_token not in told
    assert refresh_token not in told


def test_the_new_token_is_stored_before_anybody_gets_it_r12_pr_06(
    core: Core, server: FakeAuthorizationServer
) -> None:
    events = core.keyring.events
    server.on_token = lambda: events.append("token request")

    _refresh(core)
    events.append("returned")

    assert events == [
        "load token",
        "token request",
        "load token",  # whether somebody has signed out meanwhile (RV-06)
        "save token",
        "returned",
    ]


@pytest.mark.case("TM-08")
def test_the_time_that_a_refresh_took_is_counted_tm_08(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.on_token = lambda: core.clock.advance(20)

    assert _refresh(core).token.access_remaining(core.clock()) == 3580


@pytest.mark.parametrize("empty", [None, ""])
def test_without_a_new_refresh_token_the_old_one_stays_tk_07_tk_08(
    core: Core, server: FakeAuthorizationServer, empty: object
) -> None:
    server.script(TOKEN, token_answer(refresh_token=empty))
    core.clock.advance(600)

    token = _refresh(core).token

    assert token.refresh_token == _kept(core).refresh_token == "CANARY-refresh-1"
    assert token.refresh_remaining(core.clock()) == 604_200


@pytest.mark.case("TM-02")
def test_a_wall_clock_set_back_does_not_lengthen_the_old_refresh_token_tm_02(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, token_answer(refresh_token=None))
    shown = core.authorizer.restore(PROFILE)
    assert shown is not None
    core.clock.advance(600)
    core.clock.jump_wall(-7200)

    token = _refresh(core, shown).token

    assert token.refresh_remaining(core.clock()) == 604_200


def test_a_new_scope_is_adopted_and_told_tk_13(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, token_answer(scope="SMS"))

    outcome = _refresh(core)

    assert outcome.token.scope == ("SMS",)
    assert "Scope no longer granted: ReadAccounts." in outcome.changes


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(b"<html>portal</html>"), NotJson),
        (Answer({"access_token": "x"}), RingAuthError),
        (refusal(401, "invalid_client", "OAU-146"), ClientRefused),
        (Answer(b"", 429, {"Retry-After": "120"}), RateLimited),
        (Answer(b"<html>", 502), ServerProblem),
        (Answer(b"", 307, {"Location": "http://127.0.0.1:1/t"}), RedirectedElsewhere),
    ],
)
def test_a_refresh_that_fails_changes_nothing_and_is_not_repeated_r14_r15(
    core: Core,
    server: FakeAuthorizationServer,
    answer: Answer,
    error: type[RingAuthError],
) -> None:
    server.script(TOKEN, answer)

    assert isinstance(_failed(core), error)
    assert _kept(core) == KEPT
    assert len(server.requests_to(TOKEN)) == 1


def test_a_cancelled_refresh_keeps_the_old_token_r14(
    core: Core, server: FakeAuthorizationServer
) -> None:
    answered = threading.Event()

    def cancel_before_the_answer() -> None:
        core.cancel.set()
        answered.wait(5)

    server.on_token = cancel_before_the_answer

    error = _failed(core)

    answered.set()
    assert isinstance(error, OperationCancelled)
    assert _kept(core) == KEPT


def test_a_grant_that_is_over_is_removed_and_told_once_tk_23_rv_08(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, refusal(400, "invalid_grant", "OAU-213"))

    assert isinstance(_failed(core), GrantNoLongerValid)
    assert core.vault.load_token(PROFILE) is None
    assert len(server.requests_to(TOKEN)) == 1


def test_a_grant_that_is_over_is_told_when_the_keyring_fails_too(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, refusal(400, "invalid_grant", "OAU-213"))
    server.on_token = lambda: core.keyring.failing.add("delete")

    error = _failed(core)

    assert isinstance(error, GrantEnded)
    assert error.refusal.codes == ("OAU-213",)
    assert error.left_behind == "The keyring could not delete."


def test_without_a_refresh_token_nothing_is_sent_or_removed_tk_01(
    core: Core, server: FakeAuthorizationServer
) -> None:
    _signed_in(core, replace(KEPT, refresh_token=None))

    assert isinstance(_failed(core), GrantNoLongerValid)
    assert server.requests == []
    assert _kept(core).access_token == KEPT.access_token


def test_the_tokens_of_another_person_are_never_adopted_r27(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, token_answer(owner_id="102"))

    assert isinstance(_failed(core), OwnerChanged)
    assert _kept(core) == KEPT


def test_a_keyring_that_cannot_be_read_stops_a_refresh(
    core: Core, server: FakeAuthorizationServer
) -> None:
    later = Core(core.address, core.open_browser, core.locks, core.keyring)
    core.keyring.failing = {"load"}

    assert isinstance(_failed(later), TokenStoreError)
    assert server.requests == []
