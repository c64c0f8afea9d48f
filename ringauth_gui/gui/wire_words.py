"""What headers, parameters and members of an exchange mean, in a sentence; no Qt."""

from collections.abc import Mapping

_REQUEST = {
    "authorization": "Shows who asks: Basic is the app with its secret, Bearer is "
    "whoever has the access token.",
    "grant_type": "What the app gives for a token: a code, a refresh token or a JWT "
    "credential (RFC 6749).",
    "code": "The authorization code that the browser brought; it can be used once.",
    "code_verifier": "Proves that the same program asks that began the sign-in "
    "(PKCE, RFC 7636).",
    "redirect_uri": "Where the browser was to come back to; it must be the same as in "
    "the authorization request, letter for letter.",
    "client_id": "Names the app.",
    "client_secret": "The app's own password.",
    "refresh_token": "Gets the next access token; RingCentral's is used once.",
    "token": "The token that is to be revoked; the whole session ends with it.",
    "token_type_hint": "Of which kind that token is (RFC 7009).",
    "assertion": "The JWT credential, which stands for its owner (RFC 7523).",
    "accept-encoding": "How the answer may be compressed.",
    "user-agent": "Which program asks.",
    "host": "Which server is asked.",
}
_BROWSER = {
    "response_type": "What the browser is to bring back: a code.",
    "state": "A number used once: only an answer with the same one is taken, so that "
    "nobody can slip in another (RFC 6749 section 10.12).",
    "code_challenge": "A hash of the code_verifier: who has the code alone cannot use "
    "it (RFC 7636).",
    "code_challenge_method": "How that hash was made.",
    "nonce": "A number used once, which the ID token must hold.",
    "scope": "What the token is to allow. RingCentral ignores it and grants what the "
    "app has.",
    "prompt": "What the sign-in page asks even of somebody who is signed in.",
    "display": "How the sign-in page is laid out.",
    "ui_locales": "The languages of the sign-in page, best first.",
    "login_hint": "The user name that is filled in on the sign-in page.",
    "brand_id": "Whose sign-in page is shown, for partners of RingCentral.",
    "localeid": "The language of RingCentral's sign-in page.",
}
_RESPONSE = {
    "rcrequestid": "RingCentral's number of this request. Quote it to its support.",
    "x-rate-limit-group": "Which kind of calls this one is counted with.",
    "x-rate-limit-limit": "How many calls of that kind are allowed in one window.",
    "x-rate-limit-remaining": "How many are left in this window.",
    "x-rate-limit-window": "How many seconds the window has.",
    "retry-after": "How long to wait before the next call, in seconds or until a date. "
    "An earlier call makes the wait longer.",
    "www-authenticate": "Why the token or the app was not accepted (RFC 6750, RFC "
    "7617).",
    "content-type": "Of which kind the body is.",
    "content-length": "How many bytes the body has.",
    "date": "The server's clock, in whole seconds.",
    "location": "Where the server points to. RingAuth does not follow it.",
    "cache-control": "Who may keep a copy; a token answer must say no-store.",
    "set-cookie": "The server wants something to be remembered. RingAuth keeps no "
    "cookies.",
    "access_token": "Sent with each API call.",
    "token_type": "How it is used: whoever bears it may call.",
    "expires_in": "For how many seconds the access token works.",
    "refresh_token_expires_in": "For how many seconds the refresh token works.",
    "owner_id": "Whose token it is: the extension ID.",
    "endpoint_id": "RingCentral's ID of this installation of the app.",
    "session_id": "RingCentral's ID of this sign-in and all of its refreshes.",
    "id_token": "Says who signed in, signed by the server.",
    "error": "What went wrong, in a word of the standard (RFC 6749 section 5.2).",
    "error_description": "The same in a sentence, for developers.",
    "errorcode": "RingCentral's code. Help > Explain a code says what to do.",
    "message": "What went wrong, in the server's words.",
    "permissionname": "The permission that is missing.",
}
WIRE_WORDS: Mapping[str, str] = {**_REQUEST, **_BROWSER, **_RESPONSE}


def meaning(name: str) -> str:
    """Return what goes by ``name`` is for; empty where there is nothing to say."""
    return WIRE_WORDS.get(name.lower(), "")
