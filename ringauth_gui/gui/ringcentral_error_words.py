"""The words for RingCentral's own codes, made of what the codes mean; no Qt.

``ringcentral.error_codes`` holds cause and remedy; here stands what the window adds:
the buttons, how grave it is, and what is said in situations of its own.
"""

from collections.abc import Mapping

from ringauth_gui.gui.message import MessageKind
from ringauth_gui.gui.words import Words
from ringauth_gui.ringcentral import error_places as at
from ringauth_gui.ringcentral.error_code import ErrorCode
from ringauth_gui.ringcentral.error_codes import RINGCENTRAL_CODES

_TOO_MANY = 429
_AGAIN = ("authorize",)
_ACTIONS_AT: Mapping[str, tuple[str, ...]] = {
    at.AUTHORIZE: _AGAIN,
    at.CONSOLE_AUTH: ("edit-profile",),
    at.CONSOLE_CREDENTIALS: ("edit-profile",),
    at.CONSOLE_JWT: ("authorize", "enter-credential"),
    at.CONSOLE_REDIRECT_URI: ("copy-redirect-uri", "edit-profile"),
    at.CONSOLE_SCOPES: _AGAIN,
    at.COPY_HEADER: _AGAIN,
    at.LOGIN_PAGE: _AGAIN,
    at.PROFILE_CLIENT_ID: ("edit-profile",),
    at.PROFILE_OPTIONS: ("edit-profile",),
    at.PROFILE_SECRET: ("enter-secret", "use-public"),
    at.PROFILE_SERVER: ("edit-profile",),
    at.REFRESH: _AGAIN,
    at.STATUS_PAGE: ("try-again",),
    at.SUPPORT: ("try-again",),
}


def words_of(entry: ErrorCode) -> Words:
    """Return what the message bar says of ``entry``."""
    return Words(
        entry.cause,
        entry.remedy,
        _ACTIONS_AT.get(entry.where, ()),
        MessageKind.WARNING if _TOO_MANY in entry.statuses else MessageKind.BAD,
    )


CODE_WORDS: Mapping[str, Words] = {
    code: words_of(entry) for code, entry in RINGCENTRAL_CODES.items()
}

PUBLIC_APP_WORDS: Mapping[str, Words] = {
    "OAU-123": Words(
        "{server} expects a client secret from this app",
        "The profile has none. Enter the app's secret, "
        "or register the app as a client-side one.",
        ("enter-secret",),
    ),
    "OAU-146": Words(
        "{server} refused the client ID",
        "The client ID is wrong, or the app has a secret that the profile lacks. "
        "Compare both with the developer console.",
        ("enter-secret", "edit-profile"),
    ),
}

# While a code is exchanged, these speak of the code and not of a refresh token.
CODE_EXCHANGE_WORDS: Mapping[str, Words] = {
    "OAU-210": CODE_WORDS["OAU-108"],
    "OAU-211": CODE_WORDS["OAU-106"],
    "OAU-213": CODE_WORDS["OAU-106"],
}

PRACTICE_WORDS: Mapping[str, Words] = {
    "OAU-213": Words(
        "The practice server no longer knows this token",
        "It forgets its sessions when the RingAuth window that runs it closes, which "
        "may be another one than this. "
        "It also forgets what was refreshed, revoked, or ended by a sixth sign-in. "
        "Sign in again.",
        _AGAIN,
    ),
}
