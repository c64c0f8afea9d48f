"""What an ID token says, row by row; no Qt."""

from ringauth_gui.gui.expiry_row import TokenRow
from ringauth_gui.gui.formatting import local_time_text, masked, utc_text
from ringauth_gui.gui.token_rows import LONGEST_NAME, as_it_came
from ringauth_gui.moment import LAST_SECOND, Moment
from ringauth_gui.oauth.json_object import UnusableJson
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.unverified_jwt import read_unverified

MOST_CLAIMS = 40
_LABELS = {
    "iss": "Issuer",
    "sub": "Subject",
    "aud": "Audience",
    "azp": "Issued to",
    "exp": "Ends",
    "iat": "Issued",
    "nbf": "Begins",
    "auth_time": "Signed in",
    "updated_at": "Updated",
    "jti": "Its ID",
    "nonce": "Nonce",
    "name": "Name",
    "given_name": "Given name",
    "family_name": "Family name",
    "email": "E-mail",
    "email_verified": "E-mail verified",
    "account_id": "Account ID",
}
_TIMES = frozenset({"exp", "iat", "nbf", "auth_time", "updated_at"})
_SECRET = frozenset({"nonce"})


def claim_rows(id_token: str | None, now: Moment) -> tuple[TokenRow, ...]:
    """Return the claims of an ID token as they came; none where there is none.

    Whether they are true is said where the answer's checks are listed.
    """
    if id_token is None:
        return ()
    try:
        untrusted = list(read_unverified(id_token).claims.items())
    except UnusableJson as error:
        return (TokenRow("claimValue0", "Cannot be read", str(error)),)
    rows = [
        _row(f"claimValue{at}", name, value, now)
        for at, (name, value) in enumerate(untrusted[:MOST_CLAIMS])
    ]
    if len(untrusted) > MOST_CLAIMS:
        more = f"{len(untrusted) - MOST_CLAIMS} more, not shown"
        rows.append(TokenRow("claimValueRest", "And", more))
    return tuple(rows)


def _row(key: str, name: str, untrusted_value: object, now: Moment) -> TokenRow:
    label = _LABELS.get(name) or plain(name, LONGEST_NAME)
    seconds = _seconds(untrusted_value) if name in _TIMES else None
    if seconds is not None:
        local = local_time_text(seconds, now.wall)
        return TokenRow(key, label, local, f" · {utc_text(seconds)}")
    if name in _SECRET and isinstance(untrusted_value, str):
        return TokenRow(key, label, masked(untrusted_value))
    return TokenRow(key, label, as_it_came(name, untrusted_value))


def _seconds(untrusted: object) -> float | None:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | float):
        return None
    return float(untrusted) if 0 <= untrusted <= LAST_SECOND else None
