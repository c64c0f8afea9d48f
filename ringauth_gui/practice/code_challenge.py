"""Proof Key for Code Exchange, the server's half (RFC 7636)."""

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass, field

# RFC 7636 sections 4.1 and 4.2.
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")
METHODS = ("plain", "S256")


@dataclass(frozen=True)
class CodeChallenge:
    """The ``code_challenge`` of a request (RFC 7636 section 4.3)."""

    value: str = field(repr=False)
    method: str

    def matches(self, untrusted_verifier: str) -> bool:
        """Whether the ``code_verifier`` belongs to it (RFC 7636 section 4.6)."""
        if not _VERIFIER.fullmatch(untrusted_verifier):
            return False
        made = untrusted_verifier
        if self.method == "S256":
            digest = hashlib.sha256(untrusted_verifier.encode("ascii")).digest()
            made = base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
        return secrets.compare_digest(made, self.value)


def read_challenge(untrusted: dict[str, str]) -> CodeChallenge | None:
    """The challenge of an authorization request, right or wrong."""
    if "code_challenge" not in untrusted:
        return None
    # RFC 7636 section 4.3, and RingCentral's default too.
    method = untrusted.get("code_challenge_method", "plain")
    return CodeChallenge(untrusted["code_challenge"], method)


def wrong_challenge(untrusted: dict[str, str], *, is_required: bool) -> str | None:
    """What is wrong with the challenge, as an ``error_description``."""
    challenge = read_challenge(untrusted)
    if challenge is None:
        if is_required or "code_challenge_method" in untrusted:
            return "Parameter [code_challenge] is missing"
        return None
    if challenge.method not in METHODS:
        return "Parameter [code_challenge_method] is invalid"
    if not _VERIFIER.fullmatch(challenge.value):
        return "Parameter [code_challenge] is invalid"
    return None
