"""SIGKILL at every step of a sign-in, and what the next start makes of it."""

import pytest

from tests.kills.acts import sign_in, start_again
from tests.kills.conftest import NewComputer
from tests.kills.deaths import Death, between, deaths
from tests.kills.practice_process import PracticeProcess
from tests.kills.processes import run

STORED = "keyring: 5f2c/token written"
STEPS = (
    "starting",
    "listening",
    "before the browser is opened",
    "browser opened",
    "waiting",
    "exchanging",
    "token: before sending",
    "token: sent",
    "token: answered, unread",
    "token: answer read",
    STORED,
    "lock released",
    "returned",
    "check: before sending",
)


@pytest.fixture(scope="module")
def died(practice: PracticeProcess, new_computer: NewComputer) -> list[Death]:
    """Every death of a first sign-in."""
    return list(
        deaths(sign_in, practice, lambda: new_computer(practice), signed_in=False)
    )


@pytest.fixture(scope="module")
def died_again(practice: PracticeProcess, new_computer: NewComputer) -> list[Death]:
    """Every death of a sign-in beside a token that is kept."""
    return list(deaths(sign_in, practice, lambda: new_computer(practice)))


def test_every_part_of_a_sign_in_is_a_step(died: list[Death]) -> None:
    steps = [death.step for death in died]

    at = [steps.index(step) for step in STEPS]

    assert at == sorted(at)


def test_killed_before_storing_nobody_is_signed_in(died: list[Death]) -> None:
    for death in between(died, died[0].step, STORED):
        assert death.again.restored is None, death.step
        assert death.requests == 0, death.step


def test_killed_after_storing_the_new_token_is_there_and_works(
    died: list[Death],
) -> None:
    for death in between(died, STORED):
        assert death.again.restored is not None, death.step
        assert (death.again.status, death.requests) == (200, 0), death.step


def test_killed_before_storing_what_was_kept_before_stays_and_works(
    died_again: list[Death],
) -> None:
    for death in between(died_again, died_again[0].step, STORED):
        assert death.shows_the_old_token, death.step
        assert (death.again.status, death.requests) == (200, 0), death.step


def test_killed_after_storing_the_new_token_is_in_its_place(
    died_again: list[Death],
) -> None:
    for death in between(died_again, STORED):
        assert death.shows_a_new_token, death.step
        assert (death.again.status, death.requests) == (200, 0), death.step


def test_the_next_sign_in_has_the_port_and_the_locks(died: list[Death]) -> None:
    for death in died:
        token = run(sign_in, death.computer).returned
        again = run(start_again, death.computer).returned

        assert again.restored is not None, death.step
        assert again.restored.access_token == token.access_token, death.step
        assert again.status == 200, death.step
