"""The access token in a request to the API (RFC 6750 section 2.1)."""

import re

from ringauth_gui.practice.refusals import (
    MALFORMED_BEARER,
    NO_BEARER,
    UNSUPPORTED_AUTHORIZATION,
    Refused,
)

_BEARER_VALUE = re.compile(r"[A-Za-z0-9._~+/-]+=*")


def read_bearer(untrusted_authorization: str | None) -> str:
    """The untrusted access token that the header carries.

    Raises:
        Refused: AGW-401, AGW-402 or OAU-151.
    """
    if untrusted_authorization is None:
        raise Refused(NO_BEARER)
    scheme, _, untrusted_token = untrusted_authorization.partition(" ")
    if scheme.lower() == "basic":
        raise Refused(UNSUPPORTED_AUTHORIZATION)
    if scheme.lower() != "bearer" or not _BEARER_VALUE.fullmatch(untrusted_token):
        raise Refused(MALFORMED_BEARER)
    return untrusted_token
