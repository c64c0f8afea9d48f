"""The words for what a server says while a JWT credential is exchanged; no Qt."""

from collections.abc import Mapping

from ringauth_gui.gui.words import Words

_ENTER = ("enter-credential",)
_NEW_ONE = (
    "Make a new one in the developer console, under Credentials, and enter it in the "
    "profile."
)
_WRONG_FLOW = Words(
    "The app is not set up for JWT sign-in",
    "Switch on the JWT auth flow in the app's settings. "
    "Where that cannot be changed, create a new app, or sign in through the browser.",
    ("authorize", "edit-profile"),
)

# RingCentral's codes; they come before those of other sign-ins.
CODE_WORDS: Mapping[str, Words] = {
    "OAU-112": _WRONG_FLOW,
    "OAU-125": _WRONG_FLOW,
    "OAU-149": Words(
        "{server} cannot read the JWT credential",
        f"It may have been cut when it was copied. {_NEW_ONE}",
        _ENTER,
    ),
    "OAU-210": Words("The JWT credential has expired", _NEW_ONE, _ENTER),
    "OAU-211": Words("The JWT credential was revoked", _NEW_ONE, _ENTER),
    "OAU-213": Words(
        "{server} does not know this JWT credential",
        f"It was deleted, or belongs to another server. {_NEW_ONE}",
        (*_ENTER, "edit-profile"),
    ),
    "OAU-251": _WRONG_FLOW,
}

# OAuth's own codes (RFC 7523 section 3.1, RFC 6749 section 5.2).
TOKEN_WORDS: Mapping[str, Words] = {
    "invalid_grant": Words(
        "{server} did not accept the JWT credential",
        f"It has ended, was revoked, or was made for another server. {_NEW_ONE}",
        _ENTER,
    ),
    "unauthorized_client": _WRONG_FLOW,
    "unsupported_grant_type": Words(
        "{server} offers no JWT sign-in",
        "Check that the profile names the right server, "
        "or sign in through the browser.",
        ("edit-profile",),
    ),
}
