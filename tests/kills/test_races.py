"""Eight processes refresh one profile at once, fifty times over."""

import pytest

from tests.kills.acts import start_again
from tests.kills.conftest import NewComputer
from tests.kills.file_keyring import Manner
from tests.kills.practice_process import PracticeProcess
from tests.kills.processes import run
from tests.kills.races import race

WINDOWS, ROUNDS = 8, 50


@pytest.mark.case("PR-07")
@pytest.mark.parametrize("manner", Manner)
def test_each_round_is_one_token_request_and_every_process_has_the_same_token(
    practice: PracticeProcess, new_computer: NewComputer, manner: Manner
) -> None:
    computer = new_computer(practice, manner)

    rounds = list(race(practice, computer, WINDOWS, ROUNDS))

    assert [each.requests for each in rounds] == [1] * ROUNDS
    assert [len(each.tokens) for each in rounds] == [WINDOWS] * ROUNDS
    assert [len(set(each.tokens)) for each in rounds] == [1] * ROUNDS
    assert len({each.tokens[0] for each in rounds}) == ROUNDS
    at_the_end = run(start_again, computer).returned
    assert at_the_end.restored is not None
    assert at_the_end.restored.access_token == rounds[-1].tokens[0]
    assert at_the_end.status == 200
