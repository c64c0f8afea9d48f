"""A rate budget as members of a JSON file, and back; what is junk is forgotten."""

from collections.abc import Mapping

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.error_answer import LONGEST_PAUSE
from ringauth_gui.ringcentral.rate_budget import RateBudget, Span, Told
from ringauth_gui.ringcentral.rate_headers import AUTH

MOST_CALLS, LARGEST_NUMBER = 100, 10**6
_LARGEST_TIME = 10**12
LONGEST_SPAN = 2 * LONGEST_PAUSE  # a window, and a call under way before it begins
_SPAN_PARTS, _TOLD_PARTS = 3, 6


def budget_to_members(budget: RateBudget) -> dict[str, object]:
    """Return what to write; there is nothing secret in it."""
    told = budget.told
    return {
        "calls": {call: _span_parts(span) for call, span in budget.calls.items()},
        "pause": None if budget.pause is None else _span_parts(budget.pause),
        "told": None
        if told is None
        else [
            *_moment_parts(told.at),
            told.limit,
            told.remaining,
            told.window,
            told.others,
        ],
    }


def budget_from_members(untrusted: Mapping[str, object]) -> RateBudget:
    """Return what was written, as far as it can be read."""
    calls = untrusted.get("calls")
    spans = {
        call: span
        for call, parts in (calls.items() if isinstance(calls, dict) else ())
        if (span := _span(parts)) is not None
    }
    if len(spans) > MOST_CALLS:
        spans = {}
    return RateBudget(
        spans, _told(untrusted.get("told")), _span(untrusted.get("pause"))
    )


def _span_parts(span: Span) -> list[float | None]:
    return [*_moment_parts(span.since), span.seconds]


def _moment_parts(moment: Moment) -> list[float | None]:
    return [moment.wall, moment.monotonic]


def _span(untrusted: object) -> Span | None:
    numbers = _numbers(untrusted, _SPAN_PARTS)
    if numbers is None:
        return None
    wall, monotonic, seconds = numbers
    if not 0 <= seconds <= LONGEST_SPAN:
        return None
    return Span(Moment(wall, monotonic), seconds)


def _told(untrusted: object) -> Told | None:
    numbers = _numbers(untrusted, _TOLD_PARTS)
    if numbers is None:
        return None
    wall, monotonic, limit, remaining, window, others = numbers
    if not 1 <= limit <= LARGEST_NUMBER or not 0 <= remaining <= limit:
        return None
    if not 1 <= window <= LONGEST_PAUSE or not 0 <= others <= limit:
        return None
    at = Moment(wall, monotonic)
    return Told(at, AUTH, int(limit), int(remaining), window, int(others))


def _numbers(untrusted: object, count: int) -> list[float] | None:
    if not isinstance(untrusted, list) or len(untrusted) != count:
        return None
    if not all(_is_number(each) for each in untrusted):
        return None
    return [float(each) for each in untrusted]


def _is_number(untrusted: object) -> bool:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | float):
        return False
    # Asked of a number itself: as a float it may be too large to be any.
    return abs(untrusted) < _LARGEST_TIME
