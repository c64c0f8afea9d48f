"""What the Token tab says of the session, and how it counts down."""

import pytest

from ringauth_gui.gui.expiry_row import TokenRow
from ringauth_gui.gui.session_rows import session_rows, session_sentence
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token
from tests.gui.reading import visible_texts
from tests.gui.shell import Shell
from tests.gui.token_examples import ISSUED, later, token

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not")


def with_session(expires_in: int | None = None, idle: int | None = None) -> Token:
    return token(
        session_issued=ISSUED,
        session_expires_in=expires_in,
        session_idle_timeout=idle,
    )


def row(of: Token, key: str, now: Moment) -> TokenRow:
    return next(row for row in session_rows(of, now) if row.key == key)


def test_a_server_that_names_no_end_gets_no_row() -> None:
    assert session_rows(token(), later(0)) == ()
    assert session_sentence(token(), later(0)) == ""


def test_the_end_of_the_session_counts_down() -> None:
    end = row(with_session(7200), "sessionEndValue", later(60))

    assert end.label == "Session ends"
    assert end.quiet == " · in 1 h 59 min\n2026-11-23 14:32:10 UTC"


def test_a_session_that_ends_before_the_access_token_says_so() -> None:
    end = row(with_session(1200), "sessionEndValue", later(0))

    assert end.quiet.startswith(" · in 20 min · before the access token\n")
    assert session_sentence(with_session(1200), later(0)) == (
        "The session ends in 20 min, before the access token."
    )


def test_a_session_that_is_over_is_told() -> None:
    end = row(with_session(1200), "sessionEndValue", later(1500))

    assert end.quiet.startswith(" · over, 5 min ago")
    assert session_sentence(with_session(1200), later(1500)) == "The session is over."


def test_a_wall_clock_set_back_lengthens_no_session_r19() -> None:
    left = with_session(1200).session_remaining(later(600, wall_step=-7200))

    assert left == 600


def test_the_idle_time_out_counts_from_the_last_use_that_is_sure() -> None:
    idle = with_session(idle=900)

    fresh, late = (
        row(idle, "idleTimeoutValue", later(60)),
        row(idle, "idleTimeoutValue", later(900)),
    )

    assert fresh.text == "15 min"
    assert fresh.quiet == " · over in 14 min, unless the token is used"
    assert late.quiet == " · over, unless the token was used since"


def test_the_countdown_says_it_in_sight_and_to_screen_readers(shell: Shell) -> None:
    shell.start_signed_in(kept=with_session(1200))

    assert "The session ends in 20 min, before the access token." in visible_texts(
        shell.window
    )
    shell.tick(60)
    assert shell.text("sessionLeft").startswith("The session ends in 19 min")


def test_without_a_session_end_the_countdown_says_nothing_of_it(shell: Shell) -> None:
    shell.start_signed_in()

    assert shell.text("sessionLeft") == ""
