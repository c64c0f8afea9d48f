"""What the Token tab says of a token, row by row; no Qt."""

import json

from ringauth_gui.gui.expiry_row import UNKNOWN, Lifetime, TokenRow, expiry_row
from ringauth_gui.gui.formatting import DAY, local_time_text, masked, utc_text
from ringauth_gui.gui.session_rows import session_rows
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.token import Token

LONGEST_NAME, MOST_OTHERS = 60, 40
JWT_DOTS = 2
NONE = "–"
SECRET_WORDS = ("token", "secret", "password", "assertion", "credential", "verifier")
OPAQUE = "Opaque token: it does not tell its end, RingAuth counts from the answer."
OPAQUE_PASTED = (
    "Opaque token: it does not tell its end, and RingAuth did not see the answer that "
    "brought it."
)
LOOKS_LIKE_JWT = (
    "Three parts between dots: this is a JWT credential or an ID token, "
    "not an access token as RingCentral issues them."
)


def type_row(token: Token) -> TokenRow:
    """Return how the token is to be used, as the server wrote it."""
    return TokenRow("tokenTypeValue", "Token type", plain(token.token_type))


def id_rows(token: Token) -> tuple[TokenRow, ...]:
    """Return who the token belongs to, in RingCentral's numbers."""
    ids = [
        ("ownerIdValue", "Owner ID", token.owner_id or NONE),
        ("endpointIdValue", "Endpoint ID", token.endpoint_id or NONE),
    ]
    if token.session_id:
        ids.append(("sessionIdValue", "Session ID", token.session_id))
    return tuple(
        TokenRow(key, label, plain(untrusted), is_mono=True)
        for key, label, untrusted in ids
    )


def time_rows(token: Token, now: Moment) -> tuple[TokenRow, ...]:
    """Return when the token was issued, when it ends, and what ends it earlier."""
    issued = token.issued.wall
    access = Lifetime(
        "accessExpiryValue",
        "Access expires",
        token.issued,
        token.expires_in,
        token.access_remaining(now),
        tells_lifetime=True,
        longest_usual=DAY,
        why_unknown=_why_unknown(token),
    )
    return (
        TokenRow(
            "issuedValue",
            "Issued" if token.obtained_here else "Pasted",
            local_time_text(issued, now.wall),
            f" · {utc_text(issued)}",
        ),
        expiry_row(access, now),
        _sign_in_again_row(token, now),
        *session_rows(token, now),
    )


def other_rows(token: Token) -> tuple[TokenRow, ...]:
    """Return the members of the answer that no row above tells, as they came."""
    untrusted = list(token.other.items())
    rows = [
        TokenRow(f"otherValue{at}", plain(name, LONGEST_NAME), as_it_came(name, value))
        for at, (name, value) in enumerate(untrusted[:MOST_OTHERS])
    ]
    if len(untrusted) > MOST_OTHERS:
        more = f"{len(untrusted) - MOST_OTHERS} more, not shown"
        rows.append(TokenRow("otherValueRest", "And", more))
    return tuple(rows)


def kind_sentence(token: Token) -> str:
    """Return what the access token's form tells about it."""
    if token.access_token.count(".") == JWT_DOTS:
        return LOOKS_LIKE_JWT
    return OPAQUE if token.obtained_here else OPAQUE_PASTED


def _sign_in_again_row(token: Token, now: Moment) -> TokenRow:
    refresh = Lifetime(
        "refreshExpiryValue",
        "Sign in again by",
        token.refresh_issued,
        token.refresh_token_expires_in,
        token.refresh_remaining(now),
        why_unknown=_why_unknown(token),
    )
    if token.refresh_token is None:
        ends = "when the access token ends: there is no refresh token"
        return TokenRow(refresh.key, refresh.label, ends)
    return expiry_row(refresh, now)


def _why_unknown(token: Token) -> str:
    if token.obtained_here:
        return UNKNOWN
    return "it was pasted, and does not tell its end"


def as_it_came(name: str, untrusted_value: object) -> str:
    """Return a value from outside on one line, masked where it may be a secret."""
    if isinstance(untrusted_value, str):
        text = untrusted_value
    else:
        text = json.dumps(untrusted_value, ensure_ascii=False)
    told = f"{name} {text}".lower()
    if any(word in told for word in SECRET_WORDS):
        return masked(text)
    return plain(text)
