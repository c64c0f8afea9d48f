"""The list of how a token answer was checked, for the Account tab."""

from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token

_ROUNDING = 1  # second that a server may have lost on the way (reference 3.4)


def sign_in_checks(
    registration: ClientRegistration,
    token: Token,
    previous_owner_id: str | None,
    *,
    is_first: bool = True,
) -> tuple[AnswerCheck, ...]:
    """Return what held of an answer that brought ``token``.

    Args:
        registration: Who asked, where, and for what.
        token: What came.
        previous_owner_id: Whose token the profile held before.
        is_first: Whether no previous owner means that there was none; False where it
            could not be read.
    """
    return (
        AnswerCheck(
            "Token type", CheckOutcome.PASSED, token.token_type, "RFC 6749 7.1"
        ),
        _scope_check(registration.options.scope, token),
        *_lifetime_checks(registration, token),
        _owner_check(token, previous_owner_id, is_first=is_first),
    )


def _scope_check(asked: tuple[str, ...], token: Token) -> AnswerCheck:
    outcome, source = CheckOutcome.PASSED, "RFC 6749 3.3"
    if token.scope is None:
        if not asked:
            outcome, detail = CheckOutcome.NOT_APPLICABLE, "the server named none"
        else:  # RFC 6749 section 5.1: left out where nothing differs
            detail = f"{len(asked)} granted, as asked for"
        return AnswerCheck("Scope", outcome, detail, source)
    if not asked:
        detail = f"{len(token.scope)} granted; none was asked for by name"
        return AnswerCheck("Scope", outcome, detail, source)
    missing = [name for name in asked if not _is_granted(name, token)]
    detail = f"asked for {len(asked)}, granted {len(token.scope)}"
    if missing:
        outcome = CheckOutcome.DIFFERS
        detail += f"; not granted: {', '.join(missing)}"
    return AnswerCheck("Scope", outcome, detail, source)


def _is_granted(name: str, token: Token) -> bool:
    # RingCentral's list holds permissions of its API only; an ID token says the rest.
    if name == "openid" and token.id_token is not None:
        return True
    return name in (token.scope or ())


def _lifetime_checks(
    registration: ClientRegistration, token: Token
) -> list[AnswerCheck]:
    """Compare the lifetimes asked for with those granted (reference 3.2)."""
    asked = registration.options
    refresh_granted = token.refresh_token_expires_in
    if asked.refresh_token_ttl == 0 and token.refresh_token is None:
        refresh_granted = 0
    pairs = (
        ("Access token life", asked.access_token_ttl, token.expires_in),
        ("Refresh token life", asked.refresh_token_ttl, refresh_granted),
    )
    return [
        _lifetime_check(subject, wanted, granted)
        for subject, wanted, granted in pairs
        if wanted is not None
    ]


def _lifetime_check(subject: str, wanted: int, granted: int | None) -> AnswerCheck:
    if granted is None:
        detail = f"asked {wanted} s, the server named none"
        return AnswerCheck(subject, CheckOutcome.DIFFERS, detail)
    differs = abs(granted - wanted) > _ROUNDING
    outcome = CheckOutcome.DIFFERS if differs else CheckOutcome.PASSED
    return AnswerCheck(subject, outcome, f"asked {wanted} s, granted {granted} s")


def _owner_check(
    token: Token, previous_owner_id: str | None, *, is_first: bool
) -> AnswerCheck:
    if token.owner_id is None:
        detail, outcome = "the server named none", CheckOutcome.NOT_APPLICABLE
    elif previous_owner_id is None and not is_first:
        detail = "the keyring could not be read to compare"
        outcome = CheckOutcome.NOT_APPLICABLE
    elif previous_owner_id is None:
        detail, outcome = "first sign-in of this profile", CheckOutcome.NOT_APPLICABLE
    elif token.owner_id == previous_owner_id:
        detail, outcome = "same as last time", CheckOutcome.PASSED
    else:
        detail, outcome = "another person than last time", CheckOutcome.FAILED
    return AnswerCheck("Owner", outcome, detail)
