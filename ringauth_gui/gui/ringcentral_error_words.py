"""The words for RingCentral's own codes, from its error tables; no Qt."""

from collections.abc import Mapping

from ringauth_gui.gui.message import MessageKind
from ringauth_gui.gui.words import Words

_AGAIN = ("authorize",)

CODE_WORDS: Mapping[str, Words] = {
    "OAU-106": Words(
        "{server} does not accept this authorization code",
        "A code works once, so a page that was loaded twice spoils it. "
        "Sign in again from the start.",
        _AGAIN,
    ),
    "OAU-108": Words(
        "The authorization code had expired",
        "It has to be exchanged within about a minute. Sign in again from the start.",
        _AGAIN,
    ),
    "OAU-109": Words(
        "The redirect URI is not the one registered for this app",
        "Register exactly {redirect_uri} in the app's settings, letter for letter.",
        ("copy-redirect-uri", "edit-profile"),
    ),
    "OAU-113": Words(
        "This app has no redirect URI at all",
        "Add {redirect_uri} in the app's settings. "
        "An app made for JWT only needs the 3-legged flow first.",
        ("copy-redirect-uri",),
    ),
    "OAU-123": Words(
        "{server} could not tell which app is asking",
        "The client secret is missing or was not accepted. "
        "Enter it again, or say that the app has none.",
        ("enter-secret", "use-public"),
    ),
    "OAU-146": Words(
        "{server} refused the client ID or secret",
        "The secret does not belong to this client ID, "
        "or the app is registered as a public app, which has none.",
        ("enter-secret", "use-public"),
    ),
    "OAU-149": Words(
        "The API cannot read this as an access token",
        "It may be cut short, or be a JWT credential. Sign in again for a new one.",
        _AGAIN,
    ),
    "OAU-153": Words(
        "{server} does not know this client ID",
        "Copy the client ID from the developer console again, "
        "and check that the profile names the right server.",
        ("edit-profile",),
    ),
    "OAU-210": Words(
        "The refresh token has expired",
        "It lives for about seven days unless it is refreshed. Sign in again.",
        _AGAIN,
    ),
    "OAU-211": Words(
        "The session was revoked",
        "Someone or some program ended it, or the password was changed. Sign in again.",
        _AGAIN,
    ),
    "OAU-213": Words(
        "{server} no longer knows this token",
        "It was refreshed elsewhere, revoked, or ended by a sixth sign-in, or the "
        "profile names another server. Sign in again.",
        _AGAIN,
    ),
    "OAU-250": Words(
        "{server} does not support this grant type",
        "The app or the profile belongs to another server. "
        "Check which server the profile names.",
        ("edit-profile",),
    ),
    "OAU-251": Words(
        "The app is not set up for this kind of sign-in",
        "Switch on the 3-legged OAuth flow in the app's settings. "
        "Where that cannot be changed, create a new app.",
        ("edit-profile",),
    ),
    "CMN-301": Words(
        "{server} asks for a pause",
        "Wait {pause} before the next try. It allows few calls a minute, "
        "and every early try starts the pause again.",
        kind=MessageKind.WARNING,
    ),
    "CMN-401": Words(
        "The app lacks a permission",
        "The token itself is fine. Add the permission in the app's settings, "
        "then sign in again.",
        _AGAIN,
    ),
    "CMN-408": Words(
        "The user lacks a permission",
        "An administrator has to add it to the user's role. "
        "For signing in at all it is Third Party Apps Access.",
    ),
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
        "It keeps its sessions in memory and forgets them when RingAuth closes. "
        "It also forgets what was refreshed or revoked. Sign in again.",
        _AGAIN,
    ),
}
