from dataclasses import replace

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.oauth.registration import ClientRegistration, GrantType
from ringauth_gui.oauth.token import Token
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from ringauth_gui.sign_in_checks import sign_in_checks

REGISTRATION = ClientRegistration(RINGCENTRAL, "client-1", None, ())
TOKEN = Token("CANARY-access", "Bearer", Moment(0.0), scope=("SMS",), owner_id="101")


def _check(
    subject: str,
    token: Token = TOKEN,
    previous: str | None = None,
    registration: ClientRegistration = REGISTRATION,
) -> AnswerCheck:
    checks = sign_in_checks(registration, token, previous)
    return next(check for check in checks if check.subject == subject)


def test_state_and_pkce_held_whenever_a_token_came() -> None:
    assert _check("State").outcome is CheckOutcome.PASSED
    assert _check("PKCE").outcome is CheckOutcome.PASSED
    assert _check("Token type").detail == "Bearer"


def test_an_issuer_is_checked_where_the_server_announces_one() -> None:
    server = replace(RINGCENTRAL, issuer="https://auth.example")
    announced = replace(REGISTRATION, server=server)

    assert _check("Issuer").outcome is CheckOutcome.NOT_APPLICABLE
    assert _check("Issuer", registration=announced).detail == (
        "no other than https://auth.example"
    )


def test_granted_permissions_are_counted() -> None:
    assert _check("Scope").detail == "1 granted; none was asked for by name"
    assert _check("Scope", replace(TOKEN, scope=None)).outcome is (
        CheckOutcome.NOT_APPLICABLE
    )


def test_the_owner_is_compared_with_the_one_before_r27() -> None:
    assert _check("Owner").detail == "first sign-in of this profile"
    assert _check("Owner", previous="101").outcome is CheckOutcome.PASSED
    assert _check("Owner", previous="102").outcome is CheckOutcome.FAILED
    assert _check("Owner", replace(TOKEN, owner_id=None)).detail == (
        "the server named none"
    )


def test_an_id_token_is_not_said_to_be_checked_r29() -> None:
    assert _check("ID token").detail == "none came"
    with_id_token = _check("ID token", replace(TOKEN, id_token="CANARY.id.token"))
    assert with_id_token.outcome is CheckOutcome.NOT_APPLICABLE
    assert with_id_token.detail == "not checked"


def test_without_a_browser_the_assertion_is_what_was_judged() -> None:
    checks = sign_in_checks(REGISTRATION, TOKEN, None, grant_type=GrantType.JWT_BEARER)

    outcomes = {check.subject: check.outcome for check in checks}
    assert outcomes["Assertion"] is CheckOutcome.PASSED
    assert {outcomes[subject] for subject in ("State", "PKCE", "Issuer")} == {
        CheckOutcome.NOT_APPLICABLE
    }
