"""Windows that refresh by themselves, or change what another one refreshes."""

import threading
from dataclasses import replace

import pytest

from ringauth_gui.errors import RingAuthError
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Refreshed
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.kept_marks import TRIED_SECONDS
from tests.fakes.core import Core
from tests.fakes.fake_authorization_server import (
    REVOKE,
    TOKEN,
    Answer,
    FakeAuthorizationServer,
    token_answer,
)
from tests.test_authorizer import KEPT, NEWER, PROFILE

FAILS = Answer(b"", 500)


@pytest.fixture
def core(core: Core) -> Core:
    core.vault.save_token(PROFILE, KEPT)
    return core


def _second_window(core: Core, lock_seconds: float = 5.0) -> Core:
    return Core(
        core.address,
        core.open_browser,
        core.locks,
        core.keyring,
        lock_seconds=lock_seconds,
    )


def _refresh(core: Core, shown: Token = KEPT) -> Refreshed:
    return core.authorizer.refresh(PROFILE, shown, core.cancel)


def _kept(core: Core) -> Token:
    token = core.vault.load_token(PROFILE)
    assert token is not None
    return token


def _all_by_themselves(
    windows: list[Core], shown: Token = KEPT
) -> tuple[list[Refreshed], list[RingAuthError]]:
    """Let all refresh at the same moment, and return what came of it."""
    together = threading.Barrier(len(windows))
    outcomes: list[Refreshed] = []
    errors: list[RingAuthError] = []

    def refresh(window: Core) -> None:
        together.wait(5)
        try:
            outcomes.append(
                window.authorizer.refresh(PROFILE, shown, window.cancel, by_itself=True)
            )
        except RingAuthError as error:
            errors.append(error)

    threads = [threading.Thread(target=refresh, args=(one,)) for one in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    return outcomes, errors


@pytest.mark.case("PR-07")
def test_three_windows_refresh_by_themselves_at_once_with_one_request_r15(
    core: Core, server: FakeAuthorizationServer
) -> None:
    windows = [core, _second_window(core), _second_window(core)]

    outcomes, errors = _all_by_themselves(windows)

    assert errors == []
    assert len(server.requests_to(TOKEN)) == 1
    assert len({one.token.access_token for one in outcomes}) == 1


def test_a_refresh_by_itself_that_fails_is_tried_by_one_window_alone_r15(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, FAILS)
    windows = [core, _second_window(core), _second_window(core)]

    outcomes, errors = _all_by_themselves(windows)

    assert outcomes == []
    assert sorted(type(error).__name__ for error in errors) == [
        "ServerProblem",
        "TriedElsewhere",
        "TriedElsewhere",
    ]
    assert len(server.requests_to(TOKEN)) == 1
    assert _kept(core) == KEPT


def test_a_person_may_try_again_what_was_tried_by_itself(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(TOKEN, FAILS, token_answer(refresh_token="CANARY-refresh-2"))
    _all_by_themselves([core])

    assert _refresh(_second_window(core)).token.refresh_token != KEPT.refresh_token
    assert len(server.requests_to(TOKEN)) == 2


def test_a_try_of_long_ago_or_of_another_token_holds_nobody_back(
    core: Core, server: FakeAuthorizationServer
) -> None:
    server.script(
        TOKEN,
        FAILS,
        token_answer(access_token="CANARY-access-2"),
        token_answer(access_token="CANARY-access-3"),
    )
    _all_by_themselves([core])
    later = _second_window(core)
    later.clock.advance(TRIED_SECONDS + 1)

    outcomes, errors = _all_by_themselves([later])
    again, more_errors = _all_by_themselves([later], outcomes[0].token)

    assert errors == more_errors == []
    assert again[0].token.access_token != outcomes[0].token.access_token


def test_a_token_in_memory_only_is_nobody_elses_turn_r15(
    core: Core, server: FakeAuthorizationServer
) -> None:
    keeps_nothing = replace(PROFILE, keep_tokens=False)
    core.vault.save_token(keeps_nothing, KEPT)

    core.authorizer.refresh(keeps_nothing, KEPT, core.cancel, by_itself=True)

    core.marks.look()
    mark = core.marks.known(PROFILE.id)
    assert mark is None or mark.change is not Change.TRIED
    assert len(server.requests_to(TOKEN)) == 1


@pytest.mark.case("RV-06")
def test_a_token_that_went_into_another_windows_memory_meanwhile_is_not_revoked_r11(
    core: Core, server: FakeAuthorizationServer
) -> None:
    other = _second_window(core)
    keeps_nothing = replace(PROFILE, keep_tokens=False)
    server.on_token = lambda: other.vault.settle(keeps_nothing)

    outcome = _refresh(core)

    assert _kept(core).refresh_token == outcome.token.refresh_token
    assert server.requests_to(REVOKE) == []


def test_a_profile_that_is_to_keep_nothing_waits_for_another_windows_refresh_r13(
    core: Core, server: FakeAuthorizationServer
) -> None:
    hasty = _second_window(core, lock_seconds=0.0)
    keeps_nothing = replace(PROFILE, keep_tokens=False)
    problems: list[str | None] = []
    server.on_token = lambda: problems.append(
        hasty.authorizer.settle(keeps_nothing).problem
    )

    outcome = _refresh(core)

    assert problems == [
        "Another RingAuth window is refreshing this profile. Wait a moment, then try "
        "again."
    ]
    assert _kept(core).refresh_token == outcome.token.refresh_token


def test_a_sign_in_waits_for_another_windows_refresh_and_is_kept_in_any_case_r13(
    core: Core, server: FakeAuthorizationServer
) -> None:
    hasty = _second_window(core, lock_seconds=0.0)
    adopted = replace(NEWER, refresh_token="CANARY-adopted")
    server.on_token = lambda: hasty.authorizer.adopt(PROFILE, adopted)

    outcome = _refresh(core)

    assert outcome.token.refresh_token == "CANARY-adopted"
    assert _kept(core).refresh_token == "CANARY-adopted"
