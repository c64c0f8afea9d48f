import pytest

from ringauth_gui.gui.formatting import DAY, HOUR
from ringauth_gui.gui.jwt_notice import SOON, jwt_notice
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.jwt_credential import JwtCredential

NOW = Moment(1_800_000_000.0)


def _notice(left: float | None) -> str:
    end = None if left is None else NOW.wall + left
    return jwt_notice(JwtCredential("CANARY", expires_at=end), NOW)


@pytest.mark.parametrize("left", [None, SOON, 400 * DAY])
def test_a_credential_with_time_enough_is_not_spoken_of(left: float | None) -> None:
    assert _notice(left) == ""


def test_a_profile_without_a_credential_has_nothing_that_ends() -> None:
    assert jwt_notice(None, NOW) == ""


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (SOON - 1, "ends in 6 days."),
        (3 * DAY + HOUR, "ends in 3 days."),
        (1.5 * DAY, "ends in 1 day."),
        (5 * HOUR + 600, "ends in 5 h 10 min."),
        (0, "has ended."),
        (-DAY, "has ended."),
    ],
)
def test_a_credential_that_ends_soon_says_so_and_what_to_do(
    left: float, words: str
) -> None:
    notice = _notice(left)

    assert words in notice
    assert "Make a new one in the developer console" in notice
