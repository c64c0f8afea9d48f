from dataclasses import replace
from typing import Any

import pytest

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.request_options import RequestOptions
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


def _asking(**options: Any) -> ClientRegistration:  # noqa: ANN401 - of each option
    return replace(REGISTRATION, options=RequestOptions(**options))


def _judged(check: AnswerCheck) -> tuple[CheckOutcome, str]:
    return check.outcome, check.detail


def test_the_token_type_is_shown_as_it_came() -> None:
    assert _check("Token type").detail == "Bearer"


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


def test_scopes_asked_for_are_found_again() -> None:
    asking = _asking(scope=("SMS", "Fax"))
    both = replace(TOKEN, scope=("Fax", "ReadAccounts", "SMS"))

    assert _judged(_check("Scope", both, registration=asking)) == (
        CheckOutcome.PASSED,
        "asked for 2, granted 3",
    )
    assert _judged(_check("Scope", registration=asking)) == (
        CheckOutcome.DIFFERS,
        "asked for 2, granted 1; not granted: Fax",
    )


def test_a_server_that_names_no_scope_granted_what_was_asked_for() -> None:
    check = _check("Scope", replace(TOKEN, scope=None), None, _asking(scope=("SMS",)))

    assert _judged(check) == (CheckOutcome.PASSED, "1 granted, as asked for")


def test_an_id_token_shows_that_openid_was_granted() -> None:
    asking = _asking(scope=("openid", "SMS"))
    with_id_token = replace(TOKEN, id_token="CANARY.id.token")

    assert _check("Scope", registration=asking).outcome is CheckOutcome.DIFFERS
    assert _check("Scope", with_id_token, None, asking).outcome is CheckOutcome.PASSED


@pytest.mark.parametrize(
    ("granted", "outcome", "detail"),
    [
        (600, CheckOutcome.PASSED, "asked 600 s, granted 600 s"),
        (599, CheckOutcome.PASSED, "asked 600 s, granted 599 s"),
        (3600, CheckOutcome.DIFFERS, "asked 600 s, granted 3600 s"),
        (None, CheckOutcome.DIFFERS, "asked 600 s, the server named none"),
    ],
)
def test_a_lifetime_is_read_back(
    granted: int | None, outcome: CheckOutcome, detail: str
) -> None:
    asking = _asking(access_token_ttl=600, refresh_token_ttl=600)
    token = replace(
        TOKEN,
        expires_in=granted,
        refresh_token="CANARY-refresh",
        refresh_token_expires_in=granted,
    )

    for subject in ("Access token life", "Refresh token life"):
        assert _judged(_check(subject, token, None, asking)) == (outcome, detail)


def test_no_refresh_token_is_what_a_life_of_zero_asks_for() -> None:
    check = _check("Refresh token life", TOKEN, None, _asking(refresh_token_ttl=0))

    assert check.outcome is CheckOutcome.PASSED


def test_lifetimes_that_nobody_asked_for_are_not_compared() -> None:
    subjects = [each.subject for each in sign_in_checks(REGISTRATION, TOKEN, None)]

    assert subjects == ["Token type", "Scope", "Owner"]
