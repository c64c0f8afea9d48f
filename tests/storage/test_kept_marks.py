"""What windows tell each other of what is kept, in a file that all share."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.kept_mark import (
    Change,
    KeptMark,
    KeptTimes,
    mark_from_members,
    mark_to_members,
)
from ringauth_gui.storage.kept_marks import MOST_MARKS, TRIED_SECONDS, KeptMarks
from tests.fakes.fixed_clock import FixedClock

PROFILE_ID = "5f2c"
APP = "an app"
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)
NAMES = (
    "change",
    "number",
    "at",
    "app",
    "window",
    "issued",
    "expires_in",
    "refresh_issued",
    "refresh_expires_in",
)


@pytest.fixture
def marks(tmp_path: Path, clock: FixedClock) -> KeptMarks:
    return KeptMarks(tmp_path, clock)


@pytest.fixture
def other(tmp_path: Path, clock: FixedClock) -> KeptMarks:
    """Return the marks as another window knows them."""
    return KeptMarks(tmp_path, clock)


def _token(clock: FixedClock) -> Token:
    now = clock()
    return Token("CANARY-access", "bearer", now, 3600, "CANARY-refresh", now, 604_800)


def _known(marks: KeptMarks) -> KeptMark:
    marks.look()
    mark = marks.known(PROFILE_ID)
    assert mark is not None
    return mark


def test_a_mark_of_one_window_is_seen_by_the_other_which_need_not_read_twice(
    marks: KeptMarks, other: KeptMarks, clock: FixedClock
) -> None:
    assert not other.is_outdated()

    marks.mark(PROFILE_ID, Change.REFRESHED, APP, _token(clock))

    assert other.is_outdated()
    mark = _known(other)
    assert not other.is_outdated()
    assert (mark.change, mark.number, mark.at) == (Change.REFRESHED, 1, clock().wall)
    assert mark.times is not None
    assert mark.times.are_of(_token(clock))


def test_each_change_has_a_number_and_tells_what_is_kept_since(
    marks: KeptMarks, other: KeptMarks, clock: FixedClock
) -> None:
    marks.mark(PROFILE_ID, Change.SIGNED_IN, APP, _token(clock))
    other.mark(PROFILE_ID, Change.REVOKED, APP, None)

    mark = _known(marks)

    assert (mark.change, mark.number, mark.times) == (Change.REVOKED, 2, None)
    assert mark.window == other.window


def test_a_change_of_secrets_leaves_what_is_known_of_the_token(
    marks: KeptMarks, clock: FixedClock
) -> None:
    marks.mark(PROFILE_ID, Change.SIGNED_IN, APP, _token(clock))

    marks.mark(PROFILE_ID, Change.SECRETS, APP, None)

    times = _known(marks).times
    assert times is not None
    assert times.are_of(_token(clock))


def test_what_is_left_counts_down_and_a_clock_set_back_lengthens_nothing_r19(
    marks: KeptMarks, other: KeptMarks, clock: FixedClock
) -> None:
    marks.mark(PROFILE_ID, Change.SIGNED_IN, APP, _token(clock))
    clock.advance(600)
    first = _known(other)
    clock.jump_wall(-3600)
    marks.mark("77aa", Change.REVOKED, APP, None)

    times = _known(other).times

    assert _known(other) is first
    assert times is not None
    assert times.access_remaining(clock()) == 3000
    assert times.refresh_remaining(clock()) == 604_200


def test_a_token_from_the_future_has_an_unknown_rest_tm_07(
    marks: KeptMarks, clock: FixedClock
) -> None:
    marks.mark(PROFILE_ID, Change.SIGNED_IN, APP, _token(clock))
    clock.jump_wall(-86_400)

    times = _known(marks).times

    assert times is not None
    assert times.access_remaining(clock()) is None
    assert times.refresh_remaining(clock()) is None


@pytest.mark.case("PF-09")
def test_the_file_holds_no_secret(
    marks: KeptMarks, clock: FixedClock, tmp_path: Path
) -> None:
    marks.mark(PROFILE_ID, Change.SIGNED_IN, APP, _token(clock))

    text = (tmp_path / "kept.json").read_text("utf-8")

    assert "CANARY" not in text
    assert set(json.loads(text)[PROFILE_ID]) == set(NAMES)


def test_only_the_latest_marks_are_kept(marks: KeptMarks, clock: FixedClock) -> None:
    for number in range(MOST_MARKS + 2):
        clock.advance(1)
        marks.mark(f"{number}", Change.REVOKED, APP, None)
    marks.look()

    assert marks.known("0") is None
    assert marks.known("1") is None
    assert marks.known("2") is not None


def test_where_the_file_cannot_be_written_nothing_is_known(
    clock: FixedClock, tmp_path: Path
) -> None:
    (tmp_path / "no folder").touch()
    marks = KeptMarks(tmp_path / "no folder", clock)

    marks.mark(PROFILE_ID, Change.REVOKED, APP, None)
    marks.look()

    assert marks.known(PROFILE_ID) is None
    assert not marks.is_outdated()


def test_a_token_without_a_refresh_token_has_no_end_of_one(
    marks: KeptMarks, clock: FixedClock
) -> None:
    token = replace(_token(clock), refresh_token=None)
    marks.mark(PROFILE_ID, Change.PASTED, APP, token)

    times = _known(marks).times

    assert times is not None
    assert times.access_remaining(clock()) == 3600
    assert times.refresh_remaining(clock()) is None


@given(junk=JSON)
def test_junk_is_no_mark(junk: object) -> None:
    assert mark_from_members(junk) is None


@given(junk=st.dictionaries(st.sampled_from(NAMES), JSON, min_size=1))
def test_junk_in_a_mark_makes_it_none_or_one_of_possible_times_r19(
    junk: dict[str, Any],
) -> None:
    now = Moment(1_750_000_000.0, 1000.0)
    times = KeptTimes(now, 3600, now, 604_800)
    whole = KeptMark(Change.REFRESHED, 7, now.wall, APP, "a window", times)

    mark = mark_from_members({**mark_to_members(whole), **junk}, now)

    if mark is not None:
        assert mark_from_members(mark_to_members(mark), now) == mark
        if mark.times is not None:
            left = mark.times.access_remaining(now)
            assert left is None or 0 <= left < 10**10


@pytest.mark.case("PR-07")
def test_a_try_counts_for_its_own_token_alone_and_for_a_minute_r15(
    marks: KeptMarks, other: KeptMarks, clock: FixedClock
) -> None:
    token = _token(clock)
    marks.mark(PROFILE_ID, Change.TRIED, APP, token)
    clock.advance(1.0)

    assert other.was_tried(PROFILE_ID, token)
    assert not other.was_tried(PROFILE_ID, _token(clock))

    clock.advance(TRIED_SECONDS)

    assert not other.was_tried(PROFILE_ID, token)
