"""The words for the authentication calls that are left."""

import pytest

from ringauth_gui.gui.call_words import calls_shown, status_calls_text, why_wait
from ringauth_gui.ringcentral.rate_budget import UNUSED, Purpose, RateBudget, Told
from tests.gui.token_examples import later


def used(calls: int) -> RateBudget:
    budget = UNUSED
    for number in range(calls):
        budget = budget.started(str(number), later(0), 0)
    return budget


TOLD = used(2).hearing(Told(later(0), "auth", 5, 3, 60.0))
PAUSED = UNUSED.pausing(60, later(0))


def test_the_calls_that_are_left_are_told_as_text() -> None:
    shown = calls_shown(used(2), later(0), is_counted=True)

    assert shown.text == "3 of 5 calls left this minute"
    assert (shown.left, shown.limit) == (3, 5)
    assert shown.full == (
        "3 of 5 calls left this minute. The last one is kept for Revoke."
    )


def test_when_none_may_be_made_the_full_text_says_when_the_next_comes() -> None:
    shown = calls_shown(used(4), later(18), is_counted=True)

    assert shown.full.endswith("kept for Revoke; the next comes in 42 s.")


def test_in_a_pause_no_call_is_left() -> None:
    shown = calls_shown(PAUSED, later(18), is_counted=True)

    assert shown.text == "Pause: 42 s. Every early call would start it again."
    assert (shown.left, shown.limit, shown.is_paused) == (0, 5, True)


def test_what_the_server_says_itself_is_told_while_it_is_news() -> None:
    shown = calls_shown(TOLD, later(1), is_counted=True)

    assert shown.told == "server says: auth, 3 of 5 left in 60 s"
    assert shown.told in shown.full
    assert calls_shown(TOLD, later(60), is_counted=True).told == ""


def test_of_a_server_without_a_known_limit_only_a_pause_is_told() -> None:
    assert calls_shown(UNUSED, later(0), is_counted=False).limit == 0
    assert calls_shown(PAUSED, later(0), is_counted=False).is_paused
    assert status_calls_text(UNUSED, later(0), is_counted=False) is None
    assert why_wait(used(5), Purpose.LAST, later(0), is_counted=False) is None
    assert why_wait(PAUSED, Purpose.LAST, later(0), is_counted=False) is not None


@pytest.mark.parametrize(
    ("budget", "text"),
    [(used(2), "Calls: 3 of 5 left"), (PAUSED, "Calls: pause, 1 min")],
)
def test_the_status_line_says_it_in_short(budget: RateBudget, text: str) -> None:
    assert status_calls_text(budget, later(0), is_counted=True) == text


def test_a_wait_is_rounded_up() -> None:
    reason = why_wait(used(5), Purpose.LAST, later(18.5), is_counted=True)

    assert reason == "All 5 calls of this minute are used: wait 42 s."
