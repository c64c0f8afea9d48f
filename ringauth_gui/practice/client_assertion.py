"""Client authentication by a signed assertion (RFC 7523 section 2.2)."""

import jwt

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.refusals import (
    ASSERTION_ALGORITHM,
    WRONG_CLIENT_CREDENTIALS,
    Refused,
)

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
# client_secret_jwt of OpenID Connect Core section 9. No app here has registered a key,
# so private_key_jwt cannot be used.
_ALGORITHMS = ("HS256", "HS384", "HS512")


def claimed_issuer(untrusted_assertion: str) -> str:
    """The client ID that an assertion claims, before anything is proved."""
    try:
        claims = jwt.decode(untrusted_assertion, options={"verify_signature": False})
    except jwt.PyJWTError:
        return ""
    untrusted_issuer = claims.get("iss")
    return untrusted_issuer if isinstance(untrusted_issuer, str) else ""


def check_assertion(
    app: App, untrusted_assertion: str, audiences: tuple[str, ...], now: float
) -> None:
    """Check that the app's secret has signed the assertion, for this server and now.

    Raises:
        Refused: OAU-146 or OAU-347.
    """
    try:
        header = jwt.get_unverified_header(untrusted_assertion)
        if header.get("alg") not in _ALGORITHMS:
            raise Refused(ASSERTION_ALGORITHM)
        untrusted_claims = jwt.decode(
            untrusted_assertion,
            app.client_secret or "",
            list(_ALGORITHMS),
            # Times are judged below, by the server's own clock.
            {
                "require": ["iss", "sub", "aud", "exp"],
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
            },
            audience=audiences,
            issuer=app.client_id,
            subject=app.client_id,
        )
    except jwt.PyJWTError:
        raise Refused(WRONG_CLIENT_CREDENTIALS) from None
    untrusted_end = untrusted_claims["exp"]
    if not isinstance(untrusted_end, int | float) or now >= untrusted_end:
        raise Refused(WRONG_CLIENT_CREDENTIALS)
