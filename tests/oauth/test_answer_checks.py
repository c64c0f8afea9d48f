from dataclasses import replace

import pytest

from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome
from ringauth_gui.oauth.answer_checks import assertion_checks, browser_checks
from ringauth_gui.oauth.registration import AuthorizationServer
from ringauth_gui.ringcentral.servers import RINGCENTRAL

OTHER = replace(
    RINGCENTRAL, speaks_ringcentral=False, issuer="https://auth.example/", jwks_uri=None
)


def _check(
    subject: str, server: AuthorizationServer = RINGCENTRAL, *, names: bool = False
) -> AnswerCheck:
    checks = browser_checks(server, names_issuer=names)
    return next(check for check in checks if check.subject == subject)


def test_state_and_pkce_held_whenever_a_token_came() -> None:
    assert _check("State").outcome is CheckOutcome.PASSED
    assert _check("PKCE").outcome is CheckOutcome.PASSED


def test_an_issuer_was_checked_where_the_answer_named_one() -> None:
    named = _check("Issuer", OTHER, names=True)

    assert (named.outcome, named.detail) == (
        CheckOutcome.PASSED,
        "https://auth.example/",
    )


@pytest.mark.parametrize(
    ("server", "names"), [(RINGCENTRAL, False), (OTHER, False), (RINGCENTRAL, True)]
)
def test_an_issuer_is_not_said_to_be_checked_where_it_was_not_r29(
    server: AuthorizationServer, *, names: bool
) -> None:
    issuer = _check("Issuer", server, names=names)

    assert issuer.outcome is CheckOutcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("methods", "outcome"),
    [
        (("plain", "S256"), CheckOutcome.PASSED),
        (("plain",), CheckOutcome.DIFFERS),
        ((), CheckOutcome.DIFFERS),
        (None, CheckOutcome.NOT_APPLICABLE),
    ],
)
def test_pkce_counts_where_the_server_announces_it(
    methods: tuple[str, ...] | None, outcome: CheckOutcome
) -> None:
    server = replace(OTHER, challenge_methods=methods)

    assert _check("PKCE", server).outcome is outcome


def test_without_a_browser_the_assertion_is_what_was_judged() -> None:
    outcomes = {check.subject: check.outcome for check in assertion_checks()}

    assert outcomes["Assertion"] is CheckOutcome.PASSED
    assert {outcomes[subject] for subject in ("State", "PKCE", "Issuer")} == {
        CheckOutcome.NOT_APPLICABLE
    }
