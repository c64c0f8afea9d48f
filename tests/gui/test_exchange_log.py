"""The log is bounded, numbered, and found by words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.gui.exchange_log import ExchangeLog, matching
from ringauth_gui.moment import Moment
from tests.gui.exchange_examples import SENT, answered, lost, visited


def numbers(log: ExchangeLog) -> list[int]:
    return [row.number for row in log.rows]


def test_rows_are_numbered_in_their_order_and_found_by_their_numbers() -> None:
    log = ExchangeLog(str)

    first, second = log.append(answered()), log.append(lost())

    assert numbers(log) == [1, 2]
    assert log.find(1) is first
    assert log.find(2) is second
    assert log.find(0) is None
    assert log.find(3) is None


def test_a_row_says_what_became_of_the_exchange() -> None:
    log = ExchangeLog(str)
    refused = {"error": "invalid_grant", "errors": [{"errorCode": "OAU-213"}]}

    rows = [
        log.append(visited()),
        log.append(answered(note="authorization_code")),
        log.append(answered(400, refused, note="refresh_token")),
        log.append(lost()),
    ]

    assert [row.status_text for row in rows] == ["→ browser", "200", "400", "no answer"]
    assert [row.is_failure for row in rows] == [False, False, True, True]
    assert rows[2].note == "refresh_token · OAU-213"
    assert rows[3].note == "refresh_token · it was lost"


def test_an_error_without_a_code_is_told_by_its_word() -> None:
    row = ExchangeLog(str).append(answered(400, {"error": "invalid_grant"}))

    assert row.codes == "invalid_grant"


def test_it_is_found_by_path_status_code_and_grant_in_any_letter_case() -> None:
    refused = {"errors": [{"errorCode": "OAU-213"}]}
    row = ExchangeLog(str).append(answered(400, refused, note="refresh_token"))

    for text in ("oauth/TOKEN", "400", "oau-213", "Refresh_Token", "post get"):
        found = matching([row], text.casefold().split(), None)
        assert bool(found) is (text != "post get"), text


def test_the_oldest_go_together_once_there_are_too_many() -> None:
    log = ExchangeLog(str, most_rows=1_500)

    for _ in range(1_501):
        log.append(answered())

    assert len(log.rows) == 501
    assert log.first_number == 1_001
    assert log.find(1_000) is None
    found = log.find(1_001)
    assert found is not None
    assert found.number == 1_001


def test_the_oldest_bodies_are_given_up_and_that_is_said() -> None:
    log = ExchangeLog(str, most_bytes=100)

    for _ in range(3):
        log.append(answered(body="x" * 58))  # 60 bytes of JSON

    assert [row.is_body_dropped for row in log.rows] == [True, True, False]
    responses = [row.exchange.response for row in log.rows]
    assert [len(each.body) for each in responses if each] == [0, 0, 60]
    assert [each.given_up for each in responses if each] == [60, 60, 0]


def test_a_body_larger_than_all_is_kept_while_it_is_the_newest() -> None:
    log = ExchangeLog(str, most_bytes=10)

    row = log.append(answered(body="x" * 100))

    assert not row.is_body_dropped
    assert log.rows[0] is row


@given(st.lists(st.integers(0, 80), max_size=60), st.integers(0, 200))
def test_bodies_never_hold_more_than_is_allowed(sizes: list[int], most: int) -> None:
    log = ExchangeLog(str, most_rows=20, most_bytes=most)

    for size in sizes:
        log.append(answered(body="x" * size))

        held = [row.exchange.response for row in log.rows]
        lengths = [len(each.body) for each in held if each is not None]
        assert sum(lengths[:-1]) <= most
        assert numbers(log) == sorted(numbers(log))


def test_a_profiles_last_exchange_is_found_unless_it_is_older() -> None:
    log = ExchangeLog(str)
    log.append(answered(profile_id="a"))
    log.append(answered(profile_id="b"))
    later = Moment(SENT.wall + 1)

    assert log.last_since("a", SENT) == 1
    assert log.last_since("a", later) is None
    assert log.last_since("c", SENT) is None


def test_numbers_go_on_after_everything_was_forgotten() -> None:
    log = ExchangeLog(str)
    log.append(answered())

    log.clear()
    row = log.append(replace(answered(), seconds=1.0))

    assert row.number == 2
    assert numbers(log) == [2]
