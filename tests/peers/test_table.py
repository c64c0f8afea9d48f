"""The cells tell how often and how long."""

from tests.peers.judging import PASSED, Verdict
from tests.peers.table import Result, how_long, table, what_happened

LOST = Result(Verdict(passed=False, words="sign-in lost"))


def test_runs_that_agree_are_told_once() -> None:
    assert what_happened([LOST, LOST]) == "sign-in lost"


def test_runs_that_differ_are_counted() -> None:
    results = [Result(PASSED), LOST, LOST]

    assert what_happened(results) == "sign-in lost (2 of 3); passed (1 of 3)"


def test_the_time_is_the_median_with_its_ends() -> None:
    results = [Result(PASSED, (0.001, 5.0)), Result(PASSED, (0.002,))]

    assert how_long(results) == "2 ms (1-5000)"


def test_who_was_never_answered_has_no_time() -> None:
    assert how_long([LOST]) == "never"


def test_a_table_has_its_head_and_its_rows() -> None:
    assert table(["", "a"], [["b", "c"]]) == "|  | a |\n| --- | --- |\n| b | c |"
