"""What is to be said of a JWT credential that ends soon; no Qt."""

from typing import TYPE_CHECKING

from ringauth_gui.gui.formatting import DAY, duration_text
from ringauth_gui.moment import Moment

if TYPE_CHECKING:
    from ringauth_gui.oauth.jwt_credential import JwtCredential

SOON = 7 * DAY
_NEW_ONE = (
    "Make a new one in the developer console, under Credentials, and enter it on the "
    "Profile tab."
)


def jwt_notice(credential: "JwtCredential | None", now: Moment) -> str:
    """Return how soon ``credential`` ends; empty while there is time enough."""
    left = None if credential is None else credential.seconds_left(now)
    if left is None or left >= SOON:
        return ""
    if left <= 0:
        return f"The JWT credential has ended. {_NEW_ONE}"
    return f"The JWT credential ends in {_in_words(left)}. {_NEW_ONE}"


def _in_words(seconds: float) -> str:
    days = int(seconds // DAY)
    if days == 0:
        return duration_text(seconds)
    return f"{days} day" if days == 1 else f"{days} days"
