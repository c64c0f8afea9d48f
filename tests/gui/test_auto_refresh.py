"""When a token is refreshed by itself."""

from dataclasses import replace

from ringauth_gui.gui.auto_refresh import LEAD, AutoRefresh
from ringauth_gui.gui.session_state import Activity, SessionState
from tests.gui.shell import SUPPORT
from tests.gui.token_examples import later, signed_in, token

WISHED = SessionState(replace(SUPPORT, auto_refresh=True), opened=True, token=token())
DUE = later(3600 - LEAD)


def test_a_token_is_due_two_minutes_before_its_end() -> None:
    auto_refresh = AutoRefresh()

    assert not auto_refresh.is_due(WISHED, later(3600 - LEAD - 1))
    assert auto_refresh.is_due(WISHED, DUE)


def test_it_is_due_once_only() -> None:
    auto_refresh = AutoRefresh()
    auto_refresh.is_due(WISHED, DUE)

    assert not auto_refresh.is_due(WISHED, later(3600))


def test_the_next_token_is_due_again() -> None:
    auto_refresh = AutoRefresh()
    auto_refresh.is_due(WISHED, DUE)

    assert auto_refresh.is_due(replace(WISHED, token=token(access_token="next")), DUE)


def test_a_token_is_due_after_what_runs_has_ended() -> None:
    auto_refresh = AutoRefresh()
    busy = replace(WISHED, activity=Activity.CHECKING)

    assert not auto_refresh.is_due(busy, DUE)
    assert auto_refresh.is_due(WISHED, DUE)


def test_a_question_is_not_taken_away_by_a_refresh() -> None:
    asked = replace(WISHED, pending=signed_in())

    assert not AutoRefresh().is_due(asked, DUE)


def test_nothing_is_due_that_nobody_wished() -> None:
    assert not AutoRefresh().is_due(replace(WISHED, profile=SUPPORT), DUE)
    assert not AutoRefresh().is_due(replace(WISHED, token=None), DUE)


def test_a_token_of_unknown_end_is_never_due() -> None:
    state = replace(WISHED, token=token(expires_in=None))

    assert not AutoRefresh().is_due(state, DUE)


def test_a_short_token_is_due_at_half_its_life() -> None:
    state = replace(WISHED, token=token(expires_in=60))

    assert not AutoRefresh().is_due(state, later(29))
    assert AutoRefresh().is_due(state, later(30))


def test_a_token_that_was_over_when_it_came_is_tried_once() -> None:
    auto_refresh = AutoRefresh()
    state = replace(WISHED, token=token(expires_in=0))

    assert [auto_refresh.is_due(state, later(n)) for n in range(3)] == [
        True,
        False,
        False,
    ]


def test_tokens_that_are_over_when_they_come_make_no_loop() -> None:
    auto_refresh = AutoRefresh()
    states = [
        replace(WISHED, token=token(access_token=f"token-{n}", expires_in=lifetime))
        for n, lifetime in enumerate((0, 0, 9, 0, 1))
    ]

    due = [auto_refresh.is_due(state, later(60)) for state in states]

    assert due == [True, False, False, False, False]
