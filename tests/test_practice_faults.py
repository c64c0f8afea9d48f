"""What the use cases make of every fault of the practice server."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from ringauth_gui import errors
from ringauth_gui.practice.apps import PUBLIC_APP
from ringauth_gui.practice.endpoint import Endpoint
from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.faults import usual_fault
from ringauth_gui.practice.server import PracticeServer
from tests.fakes.core import Core
from tests.fakes.practice_person import PracticePerson
from tests.test_practice_run import SETTINGS, practice_profile

# What a refresh ends with while the fault is on; None: it succeeds.
AT_REFRESH: Mapping[str, type[errors.RingAuthError] | None] = {
    "expire-soon": None,
    "slow": None,
    "down": errors.NetworkError,
    "lost-answer": errors.NetworkError,
    "too-many": errors.RateLimited,
    "too-many-silent": errors.RateLimited,
    "error-500": errors.ServerProblem,
    "error-503": errors.ServerProblem,
    "error-503-silent": errors.ServerProblem,
    "portal": errors.NotJson,
    "bad-gateway": errors.ServerProblem,
    "cut-json": errors.NotJson,
    "json-array": errors.InvalidServerResponse,
    "junk": errors.NotJson,
    "empty": errors.InvalidServerResponse,
    "redirect": errors.RedirectedElsewhere,
    "no-access-token": errors.InvalidServerResponse,
    "no-expires-in": None,
    "invalid-grant": errors.GrantNoLongerValid,
    "refuse": errors.ClientRefused,
    "other-owner": errors.OwnerChanged,
    "wrong-clock": None,
}
# After these the next try need not wait, and the kept token is still good.
NOT_AT_ONCE = (errors.RateLimited, errors.ServerProblem, errors.GrantNoLongerValid)
REPEATABLE = [
    key for key, error in AT_REFRESH.items() if error not in (None, *NOT_AT_ONCE)
]


@pytest.fixture
def person() -> PracticePerson:
    return PracticePerson()


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(0, SETTINGS) as server:
        yield server


@pytest.fixture
def core(server: PracticeServer, person: PracticePerson, tmp_path: Path) -> Core:
    return Core(server.address, person.open, tmp_path)


def switch_on(server: PracticeServer, key: str) -> None:
    """Let the next refresh meet the fault; nobody waits longer than a second."""
    fault = replace(usual_fault(key, times=1), endpoints=(Endpoint.REFRESH,))
    if key == "slow":
        fault = replace(fault, amount=1)
    server.world.behaviour.change_faults(lambda faults: faults.with_fault(fault))


def test_every_fault_of_a_refresh_is_here() -> None:
    assert set(AT_REFRESH) == {
        key for key, kind in FAULT_KINDS.items() if Endpoint.REFRESH in kind.endpoints
    }


@pytest.mark.parametrize(("key", "error"), AT_REFRESH.items())
def test_a_refresh_ends_as_it_should(
    core: Core,
    server: PracticeServer,
    key: str,
    error: type[errors.RingAuthError] | None,
) -> None:
    profile = practice_profile(core, PUBLIC_APP)
    token = core.authorize(profile).token
    switch_on(server, key)

    if error is None:
        core.authorizer.refresh(profile, token, core.cancel)
    else:
        with pytest.raises(error):
            core.authorizer.refresh(profile, token, core.cancel)

    assert server.world.behaviour.faults.switched_on == ()
    assert (core.authorizer.restore(profile) is None) is (key == "invalid-grant")


@pytest.mark.parametrize("key", ["too-many-silent", "error-503-silent"])
def test_after_it_nothing_is_sent_for_30_s_although_no_time_was_named(
    core: Core, server: PracticeServer, key: str
) -> None:
    profile = practice_profile(core, PUBLIC_APP)
    uri = profile.redirect_uris[0]
    token = core.authorizer.authorize(profile, uri, core.new_attempt()).token
    switch_on(server, key)
    with pytest.raises(errors.RequestRefused):
        core.authorizer.refresh(profile, token, core.cancel)

    with pytest.raises(errors.PauseNotOver) as failed:
        core.authorizer.refresh(profile, token, core.cancel)

    assert 29 < failed.value.seconds <= 30


@pytest.mark.parametrize("key", REPEATABLE)
def test_after_it_the_same_refresh_succeeds_r14(
    core: Core, server: PracticeServer, key: str
) -> None:
    profile = practice_profile(core, PUBLIC_APP)
    token = core.authorize(profile).token
    switch_on(server, key)
    with pytest.raises(errors.RingAuthError):
        core.authorizer.refresh(profile, token, core.cancel)

    refreshed = core.authorizer.refresh(profile, token, core.cancel)

    assert refreshed.token.refresh_token != token.refresh_token
    kept = core.authorizer.restore(profile)
    assert kept is not None
    assert kept.refresh_token == refreshed.token.refresh_token
