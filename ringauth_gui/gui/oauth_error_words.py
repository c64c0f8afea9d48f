"""The words for OAuth's own error codes (RFC 6749 sections 4.1.2.1 and 5.2); no Qt."""

from collections.abc import Mapping
from dataclasses import replace

from ringauth_gui.gui.ringcentral_error_words import words_of
from ringauth_gui.gui.words import Words
from ringauth_gui.ringcentral.error_code import ErrorCode
from ringauth_gui.ringcentral.error_codes import (
    AUTHORIZATION_ERRORS,
    TOKEN_ENDPOINT_ERRORS,
)

_AGAIN = ("authorize",)
# Where these were to be set right was before the sign-in, so it starts anew.
_OTHER_ACTIONS: Mapping[str, tuple[str, ...]] = {
    "invalid_request": ("edit-profile",),
    "temporarily_unavailable": _AGAIN,
    "temporarily_unavaialable": _AGAIN,
    "unauthorized_client": _AGAIN,
}


def _words(entries: Mapping[str, ErrorCode]) -> Mapping[str, Words]:
    return {code: _words_of(entry) for code, entry in entries.items()}


def _words_of(entry: ErrorCode) -> Words:
    words = words_of(entry)
    return replace(words, actions=_OTHER_ACTIONS.get(entry.code, words.actions))


# In the browser's answer to the authorization request.
AUTHORIZATION_WORDS = _words(AUTHORIZATION_ERRORS)
# In the token endpoint's answer.
TOKEN_WORDS = _words(TOKEN_ENDPOINT_ERRORS)
