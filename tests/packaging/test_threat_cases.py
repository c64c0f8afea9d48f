"""Every case of the threat model that is to be shown has a test with its number."""

from pathlib import Path

from threat_catalogue import all_cases, marked_numbers

TESTS = Path(__file__).parents[1]


def test_no_test_is_marked_with_a_number_that_is_no_case() -> None:
    known = {case.number for case in all_cases(TESTS)}

    strange = {each for _path, each in marked_numbers(TESTS)} - known

    assert known
    assert strange == set()
