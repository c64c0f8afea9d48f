"""SIGKILL at every step of a revocation, and what the next start makes of it."""

import pytest

from tests.kills.acts import revoke, run_by_itself, start_again
from tests.kills.conftest import NewComputer
from tests.kills.deaths import Death, between, deaths, give_token, number_of
from tests.kills.practice_process import PracticeProcess
from tests.kills.processes import run, start

ARRIVED = "revoke: sent"
ANSWERED = "revoke: answer read"
REMOVED = "keyring: 5f2c/token removed"


@pytest.fixture(scope="module")
def died(practice: PracticeProcess, new_computer: NewComputer) -> list[Death]:
    """Every death of a revocation."""
    return list(deaths(revoke, practice, lambda: new_computer(practice)))


def test_killed_before_the_server_is_told_all_is_as_before(died: list[Death]) -> None:
    for death in between(died, died[0].step, ARRIVED):
        assert death.shows_the_old_token, death.step
        assert (death.again.status, death.requests) == (200, 0), death.step


@pytest.mark.case("RV-08")
def test_killed_before_the_removal_the_first_refresh_tells_and_ends_it(
    died: list[Death], practice: PracticeProcess
) -> None:
    for death in between(died, ARRIVED, REMOVED):
        before = practice.requests()
        later = run(start_again, death.computer).returned

        assert death.shows_the_old_token, death.step
        assert death.again.status == 401, death.step
        assert (death.again.refused, death.requests) == ("GrantNoLongerValid", 1)
        assert later.restored is None, death.step
        assert practice.requests() == before, death.step


def test_killed_after_the_removal_nobody_is_signed_in(died: list[Death]) -> None:
    for death in between(died, REMOVED):
        assert death.again.restored is None, death.step
        assert death.requests == 0, death.step


@pytest.mark.case("RV-08")
@pytest.mark.parametrize("step", [ARRIVED, ANSWERED])
def test_the_person_is_told_once_to_sign_in_and_nothing_is_asked_again(
    practice: PracticeProcess, new_computer: NewComputer, step: str
) -> None:
    computer = new_computer(practice, auto_refresh=True)
    give_token(practice, computer)
    number = number_of(step, revoke, practice, new_computer(practice))
    revoked = practice.requests("revoke")
    start(revoke, number, computer).ended()
    practice.wait_for_requests(revoked + 1, "revoke")
    before = practice.requests()

    said = run(run_by_itself, computer, moments=300).returned

    assert len(said) == 1
    assert said[0].advice.endswith("Sign in again.")
    assert practice.requests() == before + 1
    assert practice.requests("revoke") == revoked + 1
