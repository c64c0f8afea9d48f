"""The list of how a sign-in's answer was checked, for the Account tab."""

from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.oauth.registration import ClientRegistration, GrantType
from ringauth_gui.oauth.token import Token


def sign_in_checks(
    registration: ClientRegistration,
    token: Token,
    previous_owner_id: str | None,
    *,
    is_first: bool = True,
    grant_type: GrantType = GrantType.AUTHORIZATION_CODE,
) -> tuple[AnswerCheck, ...]:
    """Return what held of an answer that brought ``token``.

    Each of these was enforced before; a sign-in in which one fails brings no token,
    except for the owner, which the person is asked about.

    Args:
        registration: Who asked, and where.
        token: What came.
        previous_owner_id: Whose token the profile held before.
        is_first: Whether no previous owner means that there was none; False where it
            could not be read.
        grant_type: How the token was come by.
    """
    passed, absent = CheckOutcome.PASSED, CheckOutcome.NOT_APPLICABLE
    return (
        *(
            _assertion_checks()
            if grant_type is GrantType.JWT_BEARER
            else _browser_checks(registration.server.issuer)
        ),
        AnswerCheck("Token type", passed, token.token_type, "RFC 6749 7.1"),
        AnswerCheck(
            "Scope",
            passed if token.scope else absent,
            f"{len(token.scope)} granted; none was asked for by name"
            if token.scope
            else "the server named none",
            "RFC 6749 3.3",
        ),
        _owner_check(token, previous_owner_id, is_first=is_first),
        AnswerCheck("ID token", absent, "not checked", "OpenID Connect 3.1.3.7")
        if token.id_token
        else AnswerCheck("ID token", absent, "none came", "OpenID Connect 3.1.3.7"),
    )


def _browser_checks(issuer: str | None) -> tuple[AnswerCheck, ...]:
    """Return what held of the browser's answer."""
    passed, absent = CheckOutcome.PASSED, CheckOutcome.NOT_APPLICABLE
    return (
        AnswerCheck("State", passed, "returned as sent", "RFC 6749 10.12"),
        AnswerCheck("PKCE", passed, "S256, verifier used once", "RFC 7636"),
        AnswerCheck("Issuer", absent, "not announced by this server", "RFC 9207")
        if issuer is None
        else AnswerCheck("Issuer", passed, f"no other than {issuer}", "RFC 9207"),
    )


def _assertion_checks() -> tuple[AnswerCheck, ...]:
    """Return what held where no browser was between RingAuth and the server."""
    passed, absent = CheckOutcome.PASSED, CheckOutcome.NOT_APPLICABLE
    return (
        AnswerCheck("Assertion", passed, "accepted by the server", "RFC 7523 3"),
        AnswerCheck("State", absent, "no browser took part", "RFC 6749 10.12"),
        AnswerCheck("PKCE", absent, "no code was exchanged", "RFC 7636"),
        AnswerCheck("Issuer", absent, "no browser took part", "RFC 9207"),
    )


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
