"""What a person saw somewhere and pastes, to be told what its codes mean (R7, R26)."""

import re

from ringauth_gui.ringcentral.codes_in_text import codes_in
from tests.fuzz.shown_text import assert_fit_to_show

_MOST_CODES = 12
_LONGEST_NAME = 64


def check(data: bytes) -> None:
    """Look that only codes and names come out of a text, and nothing else of it."""
    found = codes_in(data.decode("utf-8", "surrogateescape"))

    assert len(found.unknown) <= _MOST_CODES
    assert len({entry.code for entry in found.entries}) <= _MOST_CODES
    for code in found.unknown:
        assert re.fullmatch(r"[A-Z]{3}-[0-9]{2,4}|API_ERROR_[0-9]{3}", code)
    assert all(100 <= status < 600 for status in found.statuses)
    for name in (found.permission, found.parameter):
        assert_fit_to_show(name, _LONGEST_NAME)
        assert name is None or not re.search("[A-Za-z0-9_-]{40}", name)
