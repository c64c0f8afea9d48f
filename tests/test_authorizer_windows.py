"""Two windows on one keyring, and what a restart brings back."""

import threading
from dataclasses import replace

import pytest

from ringauth_gui.errors import (
    GrantNoLongerValid,
    RingAuthError,
    TokenStoreError,
)
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Refreshed
from tests.fakes.core import Core
from tests.fakes.fake_authorization_server import (
    TOKEN,
    Answer,
    FakeAuthorizationServer,
    refusal,
)
from tests.test_authorizer import KEPT, NEWER, PROFILE, TAKEN_OVER


@pytest.fixture
def core(core: Core) -> Core:
    return _signed_in(core)


def _signed_in(core: Core, token: Token = KEPT) -> Core:
    core.vault.save_token(PROFILE, token)
    core.keyring.events.clear()
    return core


def _second_window(core: Core) -> Core:
    return Core(core.address, core.open_browser, core.locks, core.keyring)


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


def test_a_successor_kept_meanwhile_is_used_instead_tk_23_r11(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, refusal(400, "invalid_grant", "OAU-213"))
    other = _second_window(core)
    server.on_token = lambda: other.vault.save_token(PROFILE, NEWER)

    outcome = _refresh(core)

    assert outcome.token.refresh_token == "CANARY-refresh-2"
    assert outcome.changes == TAKEN_OVER
    assert _kept(core).refresh_token == "CANARY-refresh-2"


def test_a_successor_behind_a_token_only_in_memory_is_not_lost_r11(
    core: Core, server: FakeAuthorizationServer
) -> None:
    core.keyring.failing = {"save"}
    shown = _refresh(core).token  # stays in memory
    core.keyring.failing = set()
    _second_window(core).vault.save_token(PROFILE, NEWER)
    server.script(TOKEN, refusal(400, "invalid_grant", "OAU-213"))

    outcome = _refresh(core, shown)

    assert outcome.token.refresh_token == "CANARY-refresh-2"
    assert _kept(core).refresh_token == "CANARY-refresh-2"


def test_what_another_window_refreshed_is_taken_over_without_a_request_r13(
    core: Core, server: FakeAuthorizationServer
) -> None:
    first = _refresh(core).token

    outcome = _refresh(_second_window(core))

    assert outcome.token.access_token == first.access_token
    assert outcome.changes == TAKEN_OVER
    assert outcome.keeping.lasting
    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.case("PR-07")
def test_a_window_that_slept_through_several_refreshes_takes_over_the_last_r13(
    core: Core, server: FakeAuthorizationServer
) -> None:
    newest = KEPT
    for _ in range(4):
        newest = _refresh(core, newest).token
        core.clock.advance(60)

    outcome = _refresh(_second_window(core))

    assert outcome.token.access_token == newest.access_token
    assert len(server.requests_to(TOKEN)) == 4


def test_two_windows_that_refresh_at_the_same_moment_make_one_request_r13_pr_07(
    core: Core, server: FakeAuthorizationServer
) -> None:
    windows = [core, _second_window(core)]
    together = threading.Barrier(2)
    outcomes: list[Refreshed] = []

    def refresh(window: Core) -> None:
        together.wait(5)
        outcomes.append(_refresh(window))

    threads = [threading.Thread(target=refresh, args=(one,)) for one in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)

    assert len(server.requests_to(TOKEN)) == 1
    assert len({one.token.access_token for one in outcomes}) == 1
    assert sorted(one.changes == TAKEN_OVER for one in outcomes) == [False, True]


def test_a_keyring_that_became_empty_ends_no_grant_and_is_told(
    core: Core, server: FakeAuthorizationServer
) -> None:
    _second_window(core).vault.delete_token(PROFILE)

    error = _failed(core)

    assert isinstance(error, TokenStoreError)
    assert str(error).startswith("The keyring no longer holds this token.")
    assert server.requests == []


def test_what_another_person_keeps_by_now_is_not_taken_over_r27(
    core: Core, server: FakeAuthorizationServer
) -> None:
    _second_window(core).vault.save_token(PROFILE, replace(NEWER, owner_id="102"))

    error = _failed(core)

    assert isinstance(error, TokenStoreError)
    assert str(error).startswith("The keyring holds another person's token")
    assert server.requests == []
    assert _kept(core).owner_id == "102"


def test_another_persons_token_does_not_succeed_a_dead_one_r27(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, refusal(400, "invalid_grant", "OAU-213"))
    other = _second_window(core)
    graces = replace(NEWER, owner_id="102")
    server.on_token = lambda: other.vault.save_token(PROFILE, graces)

    assert isinstance(_failed(core), GrantNoLongerValid)
    assert _kept(core) == graces


@pytest.mark.case("TM-02")
def test_a_restored_token_counts_on_and_survives_a_clock_set_back_tm_02(
    core: Core,
) -> None:
    core.clock.advance(600)
    token = core.authorizer.restore(PROFILE)
    assert token is not None
    core.clock.jump_wall(-7200)

    assert token.access_remaining(core.clock()) == 3000


@pytest.mark.case("TM-07")
def test_a_token_stored_in_the_future_has_an_unknown_rest_tm_07(core: Core) -> None:
    core.clock.jump_wall(-86_400)

    token = core.authorizer.restore(PROFILE)

    assert token is not None
    assert token.access_remaining(core.clock()) is None


def test_where_nothing_was_kept_nothing_is_restored(core: Core) -> None:
    assert core.authorizer.restore(replace(PROFILE, id="77aa")) is None


def test_what_is_known_of_another_server_is_read_from_its_metadata(
    core: Core, server: FakeAuthorizationServer
) -> None:
    members = {
        "issuer": server.address,
        "authorization_endpoint": f"{server.address}/a",
        "token_endpoint": f"{server.address}/t",
    }
    server.script("/.well-known/openid-configuration", Answer(members))

    assert core.authorizer.read_metadata(server.address).members() == members


def test_a_keyring_that_fails_loses_nothing_r11(core: Core) -> None:
    core.keyring.failing = {"save"}

    outcome = _refresh(core)

    assert outcome.keeping.problem == "The keyring could not save."
    assert _kept(core).refresh_token == outcome.token.refresh_token
    assert _kept(_second_window(core)).refresh_token == "CANARY-refresh-1"
