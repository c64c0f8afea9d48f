"""What the Token tab says of a token, row by row; no Qt."""

import json
from dataclasses import dataclass

from ringauth_gui.gui.formatting import (
    ago_text,
    duration_text,
    local_time_text,
    masked,
    utc_text,
)
from ringauth_gui.moment import CLOCK_TOLERANCE, Moment
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.token import Token

LONGEST_NAME, MOST_OTHERS = 60, 40
LONGEST_SECONDS = 10**10  # three centuries; more is no time but a mistake
JWT_DOTS = 2
NONE = "–"
SECRET_WORDS = ("token", "secret", "password", "assertion", "credential", "verifier")
SESSION_MEMBERS = {
    "session_expires_in",
    "session_expiration_time",
    "session_idle_timeout",
}
OPAQUE = "Opaque token: it does not tell its end, RingAuth counts from the answer."
LOOKS_LIKE_JWT = (
    "Three parts between dots: this is a JWT credential or an ID token, "
    "not an access token as RingCentral issues them."
)


@dataclass(frozen=True)
class TokenRow:
    """One label with its value.

    Attributes:
        key: Names the row's widget; the same for the same row of every token.
        label: What a person reads in front of it.
        text: The value itself.
        quiet: What is read second, behind it.
        is_mono: Whether it is an identifier.
    """

    key: str
    label: str
    text: str
    quiet: str = ""
    is_mono: bool = False


@dataclass(frozen=True)
class _Lifetime:
    """One of the two lifetimes, with the words that differ."""

    key: str
    label: str
    issued: Moment | None
    lifetime: int | None
    remaining: float | None
    tells_lifetime: bool = False


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
    access = _Lifetime(
        "accessExpiryValue",
        "Access expires",
        token.issued,
        token.expires_in,
        token.access_remaining(now),
        tells_lifetime=True,
    )
    return (
        TokenRow(
            "issuedValue",
            "Issued",
            local_time_text(issued, now.wall),
            f" · {utc_text(issued)}",
        ),
        _expiry_row(access, now),
        _sign_in_again_row(token, now),
        *_session_rows(token, now),
    )


def other_rows(token: Token) -> tuple[TokenRow, ...]:
    """Return the members of the answer that no row above tells, as they came."""
    untrusted = [
        (name, value)
        for name, value in token.other.items()
        if name not in SESSION_MEMBERS
    ]
    rows = [
        TokenRow(f"otherValue{at}", plain(name, LONGEST_NAME), _as_it_came(name, value))
        for at, (name, value) in enumerate(untrusted[:MOST_OTHERS])
    ]
    if len(untrusted) > MOST_OTHERS:
        more = f"{len(untrusted) - MOST_OTHERS} more, not shown"
        rows.append(TokenRow("otherValueRest", "And", more))
    return tuple(rows)


def kind_sentence(token: Token) -> str:
    """Return what the access token's form tells about it."""
    return LOOKS_LIKE_JWT if token.access_token.count(".") == JWT_DOTS else OPAQUE


def _sign_in_again_row(token: Token, now: Moment) -> TokenRow:
    refresh = _Lifetime(
        "refreshExpiryValue",
        "Sign in again by",
        token.refresh_issued,
        token.refresh_token_expires_in,
        token.refresh_remaining(now),
    )
    if token.refresh_token is None:
        ends = "when the access token ends: there is no refresh token"
        return TokenRow(refresh.key, refresh.label, ends)
    return _expiry_row(refresh, now)


def _expiry_row(of: _Lifetime, now: Moment) -> TokenRow:
    if of.lifetime is None or of.issued is None:
        return TokenRow(of.key, of.label, "unknown", " · the server named no lifetime")
    if of.remaining is None:
        behind = " · this computer's clock is behind the time of issue"
        return TokenRow(of.key, of.label, "unknown", behind)
    end = of.issued.wall + of.lifetime
    left = f"in {duration_text(of.remaining)}"
    if of.remaining < 1:
        left = f"over, {ago_text(now.wall - end)}"
    elif abs(now.wall + of.remaining - end) > CLOCK_TOLERANCE:
        end = now.wall + of.remaining  # the wall clock was set back since
    quiet = f" · {left}"
    if of.tells_lifetime:
        quiet += f" · lifetime {duration_text(of.lifetime)}"
    local = local_time_text(end, now.wall)
    return TokenRow(of.key, of.label, local, f"{quiet}\n{utc_text(end)}")


def _session_rows(token: Token, now: Moment) -> tuple[TokenRow, ...]:
    rows = []
    ends_in = _seconds(token.other.get("session_expires_in"))
    ends_at = token.other.get("session_expiration_time")
    idle = token.other.get("session_idle_timeout")
    if ends_in is not None:
        end = token.issued.wall + ends_in
        local, utc = local_time_text(end, now.wall), utc_text(end)
        rows.append(TokenRow("sessionEndValue", "Session ends", local, f" · {utc}"))
    elif ends_at is not None:
        text = plain(ends_at, LONGEST_NAME)
        rows.append(TokenRow("sessionEndValue", "Session ends", text))
    if idle is not None:
        seconds = _seconds(idle)
        text = plain(idle, LONGEST_NAME) if seconds is None else duration_text(seconds)
        rows.append(TokenRow("idleTimeoutValue", "Idle time-out", text))
    return tuple(rows)


def _seconds(untrusted: object) -> int | None:
    if not isinstance(untrusted, int) or isinstance(untrusted, bool):
        return None
    return untrusted if 0 <= untrusted <= LONGEST_SECONDS else None


def _as_it_came(name: str, untrusted_value: object) -> str:
    if isinstance(untrusted_value, str):
        text = untrusted_value
    else:
        text = json.dumps(untrusted_value, ensure_ascii=False)
    told = f"{name} {text}".lower()
    if any(word in told for word in SECRET_WORDS):
        return masked(text)
    return plain(text)
