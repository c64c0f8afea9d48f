"""Values read as people write them."""

import time
from collections.abc import Iterator

import pytest

from ringauth_gui.gui.formatting import (
    Level,
    ago_text,
    breakable,
    clock_text,
    duration_text,
    left_text,
    level,
    local_time_text,
    masked,
    remaining_sentence,
    utc_text,
)

# 2026-11-23 12:32:10 UTC
NOON_OR_SO = 1795437130.0


@pytest.fixture(autouse=True)
def own_time_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (3271.9, "54:31"),
        (424, "7:04"),
        (59, "0:59"),
        (0.4, "0:00"),
        (-3, "0:00"),
        (3600, "1:00:00"),
        (86399, "23:59:59"),
        (603000, "6 d 23 h"),
    ],
)
def test_the_clock_counts_whole_seconds_rounded_down(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


def test_a_long_word_can_be_broken_and_a_short_one_stays_whole() -> None:
    host = "a" * 60

    text = breakable(f"It is {host} now.")

    assert text.startswith("It is a\u200ba")
    assert text.replace("\u200b", "") == f"It is {host} now."


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (3271.9, "54 min 31 s"),
        (603000, "6 d 23 h"),
        (604800, "7 d"),
        (86460, "1 d"),
        (3600, "1 h"),
        (3665, "1 h 1 min"),
        (120, "2 min"),
        (32, "32 s"),
        (0, "0 s"),
        (-9, "0 s"),
    ],
)
def test_a_duration_names_its_two_largest_units(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


def test_the_past_is_told_in_its_largest_unit() -> None:
    assert ago_text(131) == "2 min ago"
    assert ago_text(0) == "0 s ago"


def test_the_sentence_says_what_both_rings_show() -> None:
    sentence = remaining_sentence(3271.2, 603000, has_refresh=True)

    assert sentence == ("Access token: 54 min 31 s left. Refresh token: 6 d 23 h left.")


def test_the_sentence_tells_over_from_unknown_and_from_none() -> None:
    assert remaining_sentence(0, None, has_refresh=True) == (
        "Access token: over. Refresh token: end unknown."
    )
    assert remaining_sentence(None, None, has_refresh=False) == (
        "Access token: end unknown. No refresh token."
    )


@pytest.mark.parametrize(
    ("remaining", "lifetime", "expected"),
    [
        (3600, 3600, Level.GOOD),
        (360.1, 3600, Level.GOOD),
        (360, 3600, Level.WARNING),
        (60.1, 3600, Level.WARNING),
        (60, 3600, Level.BAD),
        (1, 3600, Level.BAD),
        (0.9, 3600, Level.OVER),
        (0, 3600, Level.OVER),
        (-5, 3600, Level.OVER),
        (None, 3600, Level.UNKNOWN),
        (500, None, Level.GOOD),
    ],
)
def test_the_level_follows_what_is_left(
    remaining: float | None, lifetime: float | None, expected: Level
) -> None:
    assert level(remaining, lifetime) is expected


def test_the_level_is_over_in_the_very_second_that_the_clock_shows_zero() -> None:
    lefts = [left / 10 for left in range(50, -1, -1)]

    zero = [clock_text(left) == "0:00" for left in lefts]

    assert zero == [level(left, 3600) is Level.OVER for left in lefts]
    assert zero == [left_text(left) == "over" for left in lefts]


def test_a_masked_secret_shows_four_characters_at_each_end() -> None:
    secret = "SJC1" + "hidden" * 50 + "r0Tg"

    assert masked(secret) == "SJC1••••••••••••r0Tg"


def test_a_short_secret_shows_nothing_of_itself() -> None:
    secret = "abcdefghijklmnopqrstuvw"

    assert set(masked(secret)) == {"•"}


def test_the_mask_does_not_tell_the_length() -> None:
    assert len(masked("x" * 30)) == len(masked("x" * 3000))
    assert masked("x") == masked("y" * 20)


@pytest.mark.usefixtures("berlin")
def test_a_time_of_today_needs_no_date() -> None:
    assert local_time_text(NOON_OR_SO, NOON_OR_SO + 3600) == "13:32:10"


@pytest.mark.usefixtures("berlin")
def test_a_time_of_another_day_is_told_with_its_date() -> None:
    in_a_week = NOON_OR_SO + 7 * 86400

    assert local_time_text(in_a_week, NOON_OR_SO) == "Mon 30 Nov, 13:32"


@pytest.mark.usefixtures("berlin")
def test_a_time_of_another_year_is_told_with_its_year() -> None:
    in_a_year = NOON_OR_SO + 365 * 86400

    assert local_time_text(in_a_year, NOON_OR_SO) == "Tue 23 Nov 2027, 13:32"


@pytest.mark.case("TM-04")
def test_a_time_zone_changed_while_running_is_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "UTC0")
    before = local_time_text(NOON_OR_SO, NOON_OR_SO)

    monkeypatch.setenv("TZ", "JST-9")

    assert (before, local_time_text(NOON_OR_SO, NOON_OR_SO)) == ("12:32:10", "21:32:10")


def test_universal_time_is_told_with_its_date() -> None:
    assert utc_text(NOON_OR_SO) == "2026-11-23 12:32:10 UTC"


def test_an_absurd_time_is_told_as_such() -> None:
    assert utc_text(1e18) == "beyond the calendar"
    assert local_time_text(1e18, NOON_OR_SO) == "beyond the calendar"
