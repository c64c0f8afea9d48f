"""How the way was checked that an answer came: through the browser, or by assertion."""

from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.oauth.pkce import METHOD
from ringauth_gui.oauth.registration import AuthorizationServer

_PASSED, _ABSENT = CheckOutcome.PASSED, CheckOutcome.NOT_APPLICABLE


def browser_checks(
    server: AuthorizationServer, *, names_issuer: bool
) -> tuple[AnswerCheck, ...]:
    """Return what held of an answer that came through the browser.

    Args:
        server: Who was asked.
        names_issuer: Whether the answer said which server it is from.
    """
    return (
        AnswerCheck("State", _PASSED, "returned as sent", "RFC 6749 10.12"),
        _pkce_check(server),
        _issuer_check(server, names_issuer=names_issuer),
    )


def assertion_checks() -> tuple[AnswerCheck, ...]:
    """Return what held where no browser was between RingAuth and the server."""
    return (
        AnswerCheck("Assertion", _PASSED, "accepted by the server", "RFC 7523 3"),
        AnswerCheck("State", _ABSENT, "no browser took part", "RFC 6749 10.12"),
        AnswerCheck("PKCE", _ABSENT, "no code was exchanged", "RFC 7636"),
        AnswerCheck("Issuer", _ABSENT, "no browser took part", "RFC 9207"),
    )


def _pkce_check(server: AuthorizationServer) -> AnswerCheck:
    methods = server.challenge_methods
    outcome, detail = _PASSED, f"{METHOD}, verifier used once"
    if methods is not None and METHOD not in methods:
        outcome = CheckOutcome.DIFFERS
        detail = f"{METHOD} sent, which this server does not announce"
    elif methods is None and not server.speaks_ringcentral:
        outcome = _ABSENT
        detail = f"{METHOD} sent; the server does not say whether it looks"
    return AnswerCheck("PKCE", outcome, detail, "RFC 7636")


def _issuer_check(server: AuthorizationServer, *, names_issuer: bool) -> AnswerCheck:
    if names_issuer and server.issuer is not None:
        return AnswerCheck("Issuer", _PASSED, server.issuer, "RFC 9207")
    detail = "not announced by this server"
    return AnswerCheck("Issuer", _ABSENT, detail, "RFC 9207")
