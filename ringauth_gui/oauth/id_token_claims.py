"""Checks what an ID token says (OpenID Connect Core section 3.1.3.7)."""

import secrets
from collections.abc import Mapping

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.registration import ClientRegistration

LEEWAY = 60.0  # seconds that two clocks may be apart
_SECTION = "OpenID 3.1.3.7"
_SHOWN = 80  # characters of a claim in a sentence
_LATEST = 10**12  # seconds since the epoch; no date lies behind it

Claims = Mapping[str, object]
Judgement = tuple[CheckOutcome, str]


def claim_checks(
    claims: Claims, registration: ClientRegistration, nonce: str | None, now: Moment
) -> tuple[AnswerCheck, ...]:
    """Return what holds of the claims that came.

    Args:
        claims: Untrusted, whether the signature holds or not.
        registration: Who asked, and where.
        nonce: What the authorization request held.
        now: The time.
    """
    judged = (
        ("issuer", "2", _issuer(claims, registration.server.id_token_issuer)),
        ("audience", "3, 5", _audience(claims, registration.client_id)),
        ("lifetime", "9, 10", _lifetime(claims, now)),
        ("nonce", "11", _nonce(claims, nonce)),
    )
    return tuple(
        AnswerCheck(f"ID token {what}", outcome, detail, f"{_SECTION} ({rule})")
        for what, rule, (outcome, detail) in judged
    )


def no_id_token(nonce: str | None) -> AnswerCheck:
    """Return the one line for an answer without an ID token."""
    detail = "none came" if nonce is None else "none came to look for the nonce in"
    return AnswerCheck("ID token", CheckOutcome.NOT_APPLICABLE, detail, _SECTION)


def _failed(detail: str) -> Judgement:
    return CheckOutcome.FAILED, detail


def _issuer(claims: Claims, expected: str | None) -> Judgement:
    issuer = claims.get("iss")
    if not isinstance(issuer, str) or not issuer:
        return _failed("it names no issuer")
    if expected is None:
        said = f"it says {plain(issuer, _SHOWN)}; what it should say is not known"
        return CheckOutcome.NOT_APPLICABLE, said
    if issuer != expected:
        return _failed(f"it is from {plain(issuer, _SHOWN)}, not from {expected}")
    return CheckOutcome.PASSED, expected


def _audience(claims: Claims, client_id: str) -> Judgement:
    audience, authorized = claims.get("aud"), claims.get("azp")
    audiences = audience if isinstance(audience, list) else [audience]
    if client_id not in audiences:
        return _failed("it is made for another app")
    if authorized is not None and authorized != client_id:
        return _failed("it was issued to another app (azp)")
    if len(audiences) > 1 and authorized is None:
        return _failed("it is made for other apps too, and says not for whom (azp)")
    return CheckOutcome.PASSED, "this app's client ID"


def _lifetime(claims: Claims, now: Moment) -> Judgement:
    ends, issued = _seconds(claims, "exp"), _seconds(claims, "iat")
    if ends is None or issued is None:
        return _failed("it does not say when it was issued and when it ends")
    if now.wall > ends + LEEWAY:
        return _failed(f"it ended {now.wall - ends:.0f} s ago")
    begins = max(issued, _seconds(claims, "nbf") or issued)
    if begins > now.wall + LEEWAY:
        return _failed(f"it begins in {begins - now.wall:.0f} s; compare the clocks")
    return CheckOutcome.PASSED, f"ends in {max(0.0, ends - now.wall) / 60:.0f} min"


def _nonce(claims: Claims, sent: str | None) -> Judgement:
    nonce = claims.get("nonce")
    if sent is None:
        return CheckOutcome.NOT_APPLICABLE, "none was sent"
    if not isinstance(nonce, str):
        return _failed("the one that was sent did not come back")
    if not secrets.compare_digest(nonce.encode(errors="replace"), sent.encode()):
        return _failed("not the one that was sent")
    return CheckOutcome.PASSED, "returned as sent"


def _seconds(claims: Claims, name: str) -> float | None:
    """Return a NumericDate (RFC 7519 section 2)."""
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < _LATEST else None
