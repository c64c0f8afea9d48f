"""A JWT credential that a person pastes, or a file holds (RFC 7523, R28)."""

import re
import time

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.json_object import UnusableJson
from ringauth_gui.oauth.jwt_credential import JwtCredential, read_jwt_credential
from ringauth_gui.oauth.unverified_jwt import read_unverified
from tests.fuzz.jwt_parts import as_jwt
from tests.fuzz.shown_text import assert_fit_to_show, assert_tells_nothing

_JWT = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")


def check(data: bytes) -> None:
    """Look that what is accepted has the form of one, and that nothing is quoted."""
    text = as_jwt(data)
    try:
        credential = read_jwt_credential(text)
    except ConfigurationError as error:
        assert error.field == "jwt_credential"  # noqa: PT017 - either may happen
        assert_fit_to_show(error.reason)
        assert_tells_nothing(error)
    else:
        _look_at(credential, text)
    try:
        read_unverified(text)
    except UnusableJson as error:
        assert_tells_nothing(error)


def _look_at(credential: JwtCredential, text: str) -> None:
    assert credential.assertion == text.strip()
    assert _JWT.fullmatch(credential.assertion)
    assert credential.assertion not in repr(credential)
    said = (*credential.audience, *(credential.apps or ()))
    for shown in (*said, credential.issuer, credential.subject):
        assert_fit_to_show(shown)
    claims = read_unverified(credential.assertion).claims
    ends = claims.get("exp")
    if isinstance(ends, str) and re.fullmatch("[0-9]+", ends):
        ends = float(ends)
    if isinstance(ends, int | float) and not isinstance(ends, bool):
        can_be_shown = 0 < ends < 253_402_300_800
        assert credential.expires_at == (float(ends) if can_be_shown else None)
    else:
        assert credential.expires_at is None
    if credential.expires_at is not None:
        time.gmtime(credential.expires_at)
