"""SIGKILL at every step of a refresh, and what the next start makes of it."""

import pytest

from tests.kills.acts import refresh, run_by_itself, start_again
from tests.kills.conftest import NewComputer
from tests.kills.deaths import Death, between, deaths, give_token, number_of
from tests.kills.file_keyring import Manner
from tests.kills.practice_process import PracticeProcess
from tests.kills.processes import run, start

FIRST = "before load token"
ARRIVED = "token: sent"
ANSWERED = "token: answer read"
STORED = "keyring: 5f2c/token written"


@pytest.fixture(scope="module", params=Manner)
def died(
    request: pytest.FixtureRequest, practice: PracticeProcess, new_computer: NewComputer
) -> list[Death]:
    """Every death of a refresh on one kind of keyring."""
    return list(
        deaths(refresh, practice, lambda: new_computer(practice, request.param))
    )


@pytest.fixture(scope="module")
def died_unforgiven(
    unforgiving: PracticeProcess, new_computer: NewComputer
) -> list[Death]:
    """Every death of a refresh at a server that tolerates no repeat."""
    return list(deaths(refresh, unforgiving, lambda: new_computer(unforgiving)))


def test_no_step_loses_the_grant(died: list[Death]) -> None:
    lost = [death.step for death in died if not death.again.is_usable]

    assert lost == []


@pytest.mark.case("PR-01")
def test_killed_before_the_request_is_sent_the_next_start_is_normal(
    died: list[Death],
) -> None:
    for death in between(died, FIRST, ARRIVED):
        assert death.shows_the_old_token, death.step
        assert (death.again.status, death.requests) == (200, 0), death.step


@pytest.mark.case("PR-02")
def test_killed_before_the_answer_is_read_the_old_token_is_refreshed_again(
    died: list[Death],
) -> None:
    for death in between(died, ARRIVED, ANSWERED):
        assert death.shows_the_old_token, death.step
        assert (death.again.status_then, death.requests) == (200, 1), death.step


@pytest.mark.case("PR-03")
def test_killed_before_storing_the_old_token_is_refreshed_again(
    died: list[Death],
) -> None:
    for death in between(died, ANSWERED, "keyring: write 5f2c/token"):
        assert death.shows_the_old_token, death.step
        assert (death.again.status_then, death.requests) == (200, 1), death.step


@pytest.mark.case("PR-04")
def test_killed_during_storing_a_whole_set_is_kept(died: list[Death]) -> None:
    for death in between(died, "before save token", "after save token"):
        assert death.shows_the_old_token or death.shows_a_new_token, death.step
        assert death.again.is_usable, death.step


@pytest.mark.case("KR-07")
@pytest.mark.parametrize("died", [Manner.IN_PARTS], indirect=True)
def test_killed_between_two_parts_the_set_before_is_kept(died: list[Death]) -> None:
    first_part, second_part = (f"keyring: write 5f2c/token/0/{at}" for at in (0, 1))

    for death in between(died, first_part, STORED):
        assert death.shows_the_old_token, death.step
        assert death.again.is_usable, death.step
    for death in between(died, STORED, "after save token"):
        assert death.shows_a_new_token, death.step
        assert death.again.is_usable, death.step
    assert second_part in [death.step for death in died]


@pytest.mark.case("PR-05")
def test_killed_after_storing_the_next_start_shows_the_new_token_and_its_expiry(
    died: list[Death],
) -> None:
    for death in between(died, STORED):
        restored = death.again.restored

        assert restored is not None
        assert death.shows_a_new_token, death.step
        assert (death.again.status, death.requests) == (200, 0), death.step
        now = death.computer.clock()
        assert restored.access_remaining(now) == 3600, death.step
        assert restored.refresh_remaining(now) == 604_800, death.step


@pytest.mark.case("PR-06")
@pytest.mark.parametrize("manner", Manner)
def test_the_new_token_is_stored_and_read_back_before_it_is_returned_or_used(
    practice: PracticeProcess, new_computer: NewComputer, manner: Manner
) -> None:
    computer = new_computer(practice, manner)
    give_token(practice, computer)

    steps = run(refresh, computer).steps

    read_back = "keyring: read 5f2c/token"
    order = (ANSWERED, STORED, read_back, "returned", "check: before sending")
    at = [len(steps) - 1 - steps[::-1].index(step) for step in order]
    assert at == sorted(at)
    assert steps.count("returned") == steps.count("check: before sending") == 1


@pytest.mark.case("PR-14")
def test_a_server_that_tolerates_no_repeat_is_asked_once_more_and_no_more(
    died_unforgiven: list[Death], unforgiving: PracticeProcess
) -> None:
    for death in between(died_unforgiven, ARRIVED, STORED):
        before = unforgiving.requests()
        later = run(start_again, death.computer).returned

        assert (death.again.refused, death.requests) == ("GrantNoLongerValid", 1)
        assert later.restored is None, death.step
        assert unforgiving.requests() == before, death.step


@pytest.mark.case("PR-14")
def test_one_message_says_that_a_new_sign_in_is_needed(
    unforgiving: PracticeProcess, new_computer: NewComputer
) -> None:
    computer = new_computer(unforgiving, auto_refresh=True)
    give_token(unforgiving, computer)
    number = number_of(ANSWERED, refresh, unforgiving, new_computer(unforgiving))
    killed = start(refresh, number, computer).ended()
    before = unforgiving.requests()

    said = run(run_by_itself, computer, moments=300).returned

    assert killed.steps[-1] == ANSWERED
    assert len(said) == 1
    assert said[0].advice.endswith("Sign in again.")
    assert unforgiving.requests() == before + 1


def test_killed_elsewhere_a_grant_survives_even_there(
    died_unforgiven: list[Death],
) -> None:
    fatal = between(died_unforgiven, ARRIVED, STORED)

    for death in died_unforgiven:
        assert death.again.is_usable == (death not in fatal), death.step
