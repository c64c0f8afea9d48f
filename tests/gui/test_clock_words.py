"""The words about this computer's clock and the server's."""

from dataclasses import replace

import pytest

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.gui.clock_words import (
    clock_advice,
    clock_notice,
    clock_text,
    clock_warning,
)
from ringauth_gui.gui.message import Message, MessageAction, MessageKind
from ringauth_gui.moment import Moment
from tests.gui.clock_use import around
from tests.gui.token_examples import ISSUED, later, token

FAR = around(600)
GOOD = Message(MessageKind.GOOD, "Refreshed", "The access token is new.")


@pytest.mark.parametrize(
    ("ahead", "text"),
    [
        (None, "Clock: not compared yet"),
        (ClockDifference(-0.11, 0.2), "Clock: in step with the server (0.2 s)"),
        (ClockDifference(-0.21, 0.1), "Clock: in step with the server (0.3 s)"),
        (ClockDifference(2.1, 3.0), "Clock: in step with the server (3.0 s)"),
        (ClockDifference(-19.5, 1), "Clock: in step with the server (20 s)"),
        (around(7), "Clock: 7 s behind the server"),
        (around(-59), "Clock: 59 s ahead of the server"),
        (around(600.4), "Clock: 10 min behind the server"),
        (around(-599.6), "Clock: 10 min ahead of the server"),
        (around(7230), "Clock: 2 h behind the server"),
        (around(-90 * 86400), "Clock: 90 d ahead of the server"),
    ],
)
def test_the_status_line_says_how_far_the_clocks_are_apart(
    ahead: ClockDifference | None, text: str
) -> None:
    assert clock_text(ahead) == text


def test_only_a_clock_that_is_not_in_step_needs_advice() -> None:
    assert clock_advice(None) == ""
    assert clock_advice(around(0)) == ""
    assert "Compare it with another clock." in clock_advice(around(-7))


@pytest.mark.case("TK-37")
def test_a_clock_that_is_far_off_is_a_warning() -> None:
    warning = clock_warning(FAR, None)

    assert warning is not None
    assert warning.kind is MessageKind.WARNING
    assert warning.title == "This computer's clock is 10 min behind the server's"


def test_good_news_go_on_below_the_warning() -> None:
    warning = clock_warning(FAR, GOOD)

    assert warning is not None
    assert warning.advice.endswith(" Refreshed. The access token is new.")


@pytest.mark.parametrize(
    "shown",
    [
        replace(GOOD, kind=MessageKind.BAD),
        replace(GOOD, kind=MessageKind.NOTE),
        replace(GOOD, actions=(MessageAction("undo", "Undo"),)),
    ],
)
def test_a_problem_and_a_question_are_to_be_read_first(shown: Message) -> None:
    assert clock_warning(FAR, shown) is None


def test_a_clock_that_was_not_touched_needs_no_notice() -> None:
    assert clock_notice(None, later(60)) == ""
    assert clock_notice(token(), later(60)) == ""
    assert clock_notice(token(), later(60, wall_step=7200)) == ""
    assert clock_notice(token(), later(60, wall_step=-4)) == ""


@pytest.mark.case("TM-02")
def test_a_clock_set_back_is_noticed() -> None:
    notice = clock_notice(token(), later(60, wall_step=-7200))

    assert notice.startswith("This computer's clock was set back by 2 h since")


@pytest.mark.case("TM-07")
def test_a_token_from_the_future_is_noticed() -> None:
    kept = token(issued=Moment(ISSUED.wall + 7200))

    assert "issued in the future" in clock_notice(kept, later(0))
    assert clock_notice(replace(kept, expires_in=None), later(0)) == ""
