"""JWT credentials as RingCentral's console makes them, signed with a test's key."""

import json
from collections.abc import Mapping

import jwt

# Long enough for HS256 (RFC 7518 section 3.2); nobody checks it.
KEY = "CANARY-key-of-the-console-of-32-bytes"


def signed(claims: Mapping[str, object]) -> str:
    """Return a JWT of ``claims``, whatever they are worth."""
    # As PyJWS, since claims that are wrong on purpose are refused elsewhere.
    return jwt.PyJWS().encode(json.dumps(claims).encode(), KEY, algorithm="HS256")


def credential(**claims: object) -> str:
    """Return a credential of the user 63042; ``claims`` add to that or replace it."""
    return signed({"sub": "63042", "jti": "CANARY-jti", **claims})
