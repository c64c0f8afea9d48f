"""The words for OAuth's own error codes (RFC 6749 sections 4.1.2.1 and 5.2); no Qt."""

from collections.abc import Mapping

from ringauth_gui.gui.words import Words

_BUSY = Words(
    "{server} cannot sign anyone in at the moment",
    "It is overloaded or being serviced. Wait a few minutes, then sign in again.",
    ("authorize",),
)

# In the browser's answer to the authorization request.
AUTHORIZATION_WORDS: Mapping[str, Words] = {
    "access_denied": Words(
        "Access was refused in the browser",
        "Someone pressed Deny or Cancel, or an administrator blocks this app. "
        "Sign in again and allow it, or ask the administrator.",
        ("authorize",),
    ),
    "invalid_request": Words(
        "{server} did not understand the sign-in request",
        "A value in the profile does not suit this server. "
        "Check the client ID and the redirect URI.",
        ("edit-profile",),
    ),
    "unauthorized_client": Words(
        "The app may not sign people in through the browser",
        "Switch on the 3-legged OAuth authorization code flow in the app's settings, "
        "then sign in again.",
        ("authorize",),
    ),
    "unsupported_response_type": Words(
        "{server} does not offer the authorization code flow",
        "RingAuth signs in with this flow only. "
        "Check that the profile names the right server.",
        ("edit-profile",),
    ),
    "invalid_scope": Words(
        "{server} does not know a permission that was asked for",
        "Compare the permissions in the app's settings, then sign in again.",
        ("authorize",),
    ),
    "server_error": Words(
        "{server} failed while signing you in",
        "The fault lies with the server. Wait a minute, then sign in again.",
        ("authorize",),
    ),
    "temporarily_unavailable": _BUSY,
    "temporarily_unavaialable": _BUSY,  # RingCentral's specification spells it so
    "login_required": Words(
        "The browser is not signed in to {server}",
        "Sign in to {server} in the browser first, then authorize again.",
        ("authorize",),
    ),
    "interaction_required": Words(
        "{server} has a question that only you can answer",
        "Authorize again and answer what the browser asks.",
        ("authorize",),
    ),
}

# In the token endpoint's answer. ``invalid_client`` and ``invalid_grant`` are errors of
# their own kind and have their words in error_words.py.
TOKEN_WORDS: Mapping[str, Words] = {
    "invalid_request": Words(
        "{server} did not understand the token request",
        "Check that the profile names the right server, then try again.",
        ("edit-profile",),
    ),
    "unauthorized_client": Words(
        "The app may not get a token in this way",
        "Switch on the authorization code flow and refresh tokens in the app's "
        "settings, then sign in again.",
        ("authorize",),
    ),
    "unsupported_grant_type": Words(
        "{server} does not offer this way to get a token",
        "RingAuth needs the grants authorization_code and refresh_token. "
        "Check that the profile names the right server.",
        ("edit-profile",),
    ),
    "invalid_scope": Words(
        "{server} does not grant the permissions that were asked for",
        "Compare the permissions in the app's settings, then sign in again.",
        ("authorize",),
    ),
    "invalid_redirect_uri": Words(
        "{server} expected another redirect URI",
        "Register exactly {redirect_uri} in the app's settings, letter for letter.",
        ("copy-redirect-uri", "edit-profile"),
    ),
    "access_denied": Words(
        "{server} denied the token",
        "An administrator may block this app or this user. Ask the administrator.",
    ),
}
