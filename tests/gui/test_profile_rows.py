"""What the side list says of each profile."""

from dataclasses import replace

import pytest

from ringauth_gui.gui.formatting import Level
from ringauth_gui.gui.profile_rows import profile_row
from ringauth_gui.gui.session_state import Activity, SessionState
from tests.gui.shell import SUPPORT
from tests.gui.token_examples import later, token

OPENED = SessionState(SUPPORT, opened=True)
SIGNED_IN = replace(OPENED, token=token())


@pytest.mark.parametrize(
    ("state", "seconds", "status"),
    [
        (SessionState(SUPPORT), 0, "Not opened yet"),
        (SessionState(SUPPORT, activity=Activity.RESTORING), 0, ""),
        (OPENED, 0, "Signed out"),
        (replace(OPENED, ended="Revoked 13:52:02 — proved"), 0, "Revoked"),
        (replace(OPENED, ended="Forgotten on this computer"), 0, "Signed out"),
        (replace(OPENED, activity=Activity.AUTHORIZING), 0, "Signing in…"),
        (SIGNED_IN, 329, "54:31 left"),
        (SIGNED_IN, 3660, "Expired 1 min ago"),
        (replace(OPENED, token=token(expires_in=None)), 0, "End unknown"),
    ],
)
def test_the_status_is_said_in_words(
    state: SessionState, seconds: float, status: str
) -> None:
    assert profile_row(state, later(seconds)).status_text == status


def test_the_time_left_is_spoken_in_words_too() -> None:
    row = profile_row(SIGNED_IN, later(329))

    assert row.accessible_status == "54 min 31 s left"


def test_the_ring_shows_what_is_left() -> None:
    row = profile_row(SIGNED_IN, later(1800))

    assert row.fraction == pytest.approx(0.5)
    assert row.level is Level.GOOD


def test_the_ring_of_a_token_without_an_end_is_empty() -> None:
    row = profile_row(replace(OPENED, token=token(expires_in=None)), later(0))

    assert row.fraction == 0.0
