"""What codes and tokens look like: opaque, in RingCentral's way."""

import base64
import binascii
import secrets

# The first field is the name of a data centre; what follows means nothing.
_FIRST_FIELD = b"SJC11P01PAS00|"
# Byte counts that base64 carries without padding: 180 and 240 characters.
_CODE_BYTES = 135
_TOKEN_BYTES = 180


def new_code() -> str:
    """A fresh authorization code."""
    return _opaque(_CODE_BYTES)


def new_token() -> str:
    """A fresh access or refresh token."""
    return _opaque(_TOKEN_BYTES)


def is_readable(untrusted_token: str) -> bool:
    """Whether the text could be a token of this server."""
    try:
        untrusted_bytes = base64.b64decode(untrusted_token, b"-_", validate=True)
    except (binascii.Error, ValueError):
        return False
    return untrusted_bytes.startswith(_FIRST_FIELD)


def _opaque(size: int) -> str:
    content = _FIRST_FIELD + secrets.token_bytes(size - len(_FIRST_FIELD))
    return base64.urlsafe_b64encode(content).decode("ascii")
