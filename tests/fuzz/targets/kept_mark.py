"""The marks that windows leave for one another in a file (R13, R19)."""

import json

from ringauth_gui.moment import Moment
from ringauth_gui.storage.kept_mark import mark_from_members, mark_to_members

_NOW = Moment(1_750_000_000.0, 1000.0)
_LONGEST_LIFETIME = 10**10


def check(data: bytes) -> None:
    """Look that a mark is nothing, or whole and of times that can be."""
    try:
        members = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        return
    mark = mark_from_members(members, _NOW)
    if mark is None:
        return
    assert mark.number >= 0
    assert 0 <= mark.at < 253_402_300_800
    assert json.loads(json.dumps(mark_to_members(mark))) == mark_to_members(mark)
    assert mark_from_members(mark_to_members(mark), _NOW) == mark
    if mark.times is not None:
        for left in (
            mark.times.access_remaining(_NOW),
            mark.times.refresh_remaining(_NOW),
        ):
            assert left is None or 0 <= left < _LONGEST_LIFETIME
