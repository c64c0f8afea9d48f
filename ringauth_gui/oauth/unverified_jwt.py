"""A JWT's three parts, read without verifying anything (RFC 7515, RFC 7519)."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field

from ringauth_gui.oauth.json_object import UnusableJson, json_object

PARTS = 3  # header, claims and signature


@dataclass(frozen=True)
class UnverifiedJwt:
    """What a JWT says; whether it is true is another question.

    Attributes:
        header: RFC 7515 section 4.
        claims: RFC 7519 section 4.
        signature: Empty where nobody signed it (RFC 7519 section 6).
    """

    header: Mapping[str, object] = field(repr=False)
    claims: Mapping[str, object] = field(repr=False)
    signature: bytes = field(repr=False)


def read_unverified(text: str) -> UnverifiedJwt:
    """Return what the JWT ``text`` says.

    Raises:
        UnusableJson: It is no JWT; the short reason quotes nothing of it.
    """
    parts = text.split(".")
    if len(parts) != PARTS:
        raise UnusableJson(f"it has {len(parts)} parts instead of {PARTS}")
    header, claims, signature = map(_decoded, parts)
    return UnverifiedJwt(json_object(header), json_object(claims), signature)


def _decoded(part: str) -> bytes:
    padding = "=" * (-len(part) % 4)  # left out in a JWT (RFC 7515 section 2)
    try:
        return base64.b64decode(f"{part}{padding}", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        # Without a cause: it may quote what could not be read.
        raise UnusableJson("it is not base64url") from None
