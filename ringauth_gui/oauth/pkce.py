"""Proof Key for Code Exchange (RFC 7636), S256 only."""

import base64
import hashlib
import secrets

METHOD = "S256"


def new_code_verifier() -> str:
    """Return 256 random bits as 43 unreserved characters (RFC 7636 section 4.1)."""
    return secrets.token_urlsafe(32)


def code_challenge(code_verifier: str) -> str:
    """Return BASE64URL(SHA256(code_verifier)) (RFC 7636 section 4.2)."""
    digest = hashlib.sha256(code_verifier.encode("ascii")).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
