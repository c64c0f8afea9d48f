"""Tokens for the tests of the Token tab."""

from ringauth_gui.kept_texts import Keeping
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import SignedIn

# 2026-11-23 12:32:10 UTC
ISSUED = Moment(1795437130.0, 100.0)
ACCESS_TOKEN = "SJC1" + "canary-access" * 20 + "r0Tg"
REFRESH_TOKEN = "SJC1" + "canary-refresh" * 20 + "w9Qa"


def later(seconds: float, *, wall_step: float = 0.0) -> Moment:
    """Return so many seconds after the issue, the wall clock moved by ``wall_step``."""
    monotonic = ISSUED.monotonic or 0.0
    return Moment(ISSUED.wall + seconds + wall_step, monotonic + seconds)


def token(**changes: object) -> Token:
    """Return a token as RingCentral gives it, with some members changed."""
    members: dict[str, object] = {
        "access_token": ACCESS_TOKEN,
        "token_type": "bearer",
        "issued": ISSUED,
        "expires_in": 3600,
        "refresh_token": REFRESH_TOKEN,
        "refresh_issued": ISSUED,
        "refresh_token_expires_in": 604800,
        "scope": ("ReadAccounts", "ReadCallLog", "SMS", "RingOut"),
        "owner_id": "256440016",
        "endpoint_id": "bLJWqGqGQ7C9pZ",
    }
    return Token(**(members | changes))  # type: ignore[arg-type] # the tests name them


def signed_in(**changes: object) -> SignedIn:
    """Return what a sign-in brings that was kept in the keyring."""
    return SignedIn(token(**changes), (), Keeping(lasting=True))
