from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.answer_check import CheckOutcome
from ringauth_gui.oauth.id_token_claims import LEEWAY, claim_checks, no_id_token
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.id_tokens import CLIENT_ID, ISSUER, NOW, id_token_claims

SERVER = replace(RINGCENTRAL, issuer=ISSUER)
APP = ClientRegistration(SERVER, CLIENT_ID, None, ())
PASSED, FAILED = CheckOutcome.PASSED, CheckOutcome.FAILED
ABSENT = CheckOutcome.NOT_APPLICABLE


def _judged(
    what: str,
    claims: dict[str, object],
    app: ClientRegistration = APP,
    nonce: str | None = None,
) -> tuple[CheckOutcome, str]:
    checks = claim_checks(claims, app, nonce, Moment(NOW))
    check = next(each for each in checks if each.subject == f"ID token {what}")
    return check.outcome, check.detail


def test_the_issuer_is_the_server_that_was_asked() -> None:
    assert _judged("issuer", id_token_claims()) == (PASSED, ISSUER)


@pytest.mark.parametrize("issuer", [f"{ISSUER}/", "https://evil.example", "", 5, None])
def test_another_issuer_fails(issuer: object) -> None:
    assert _judged("issuer", id_token_claims(iss=issuer))[0] is FAILED


def test_ringcentral_signs_with_its_address() -> None:
    app = replace(APP, server=RINGCENTRAL)
    claims = id_token_claims(iss="https://platform.ringcentral.com")

    assert _judged("issuer", claims, app)[0] is PASSED
    assert _judged("issuer", id_token_claims(), app)[0] is FAILED


def test_an_issuer_that_nobody_knows_is_only_shown() -> None:
    server = replace(RINGCENTRAL, speaks_ringcentral=False, issuer=None)

    outcome, detail = _judged("issuer", id_token_claims(), replace(APP, server=server))

    assert outcome is ABSENT
    assert ISSUER in detail


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": CLIENT_ID},
        {"aud": [CLIENT_ID]},
        {"aud": CLIENT_ID, "azp": CLIENT_ID},
        {"aud": [CLIENT_ID, "another"], "azp": CLIENT_ID},
    ],
)
def test_the_audience_is_this_app(claims: dict[str, object]) -> None:
    assert _judged("audience", id_token_claims(**claims))[0] is PASSED


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another"},
        {"aud": ["another"]},
        {"aud": []},
        {"aud": None},
        {"aud": {CLIENT_ID: 1}},
        {"aud": [CLIENT_ID, "another"]},
        {"aud": CLIENT_ID, "azp": "another"},
        {"aud": [CLIENT_ID, "another"], "azp": "another"},
    ],
)
def test_another_audience_fails(claims: dict[str, object]) -> None:
    assert _judged("audience", id_token_claims(**claims))[0] is FAILED


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": NOW + 1},
        {"exp": NOW - LEEWAY},
        {"iat": NOW + LEEWAY},
        {"nbf": NOW},
        {"exp": NOW + 0.5},
    ],
)
def test_clocks_may_be_a_little_apart(claims: dict[str, object]) -> None:
    assert _judged("lifetime", id_token_claims(**claims))[0] is PASSED


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"exp": NOW - LEEWAY - 1}, "ended 61 s ago"),
        ({"iat": NOW + LEEWAY + 1}, "begins in 61 s"),
        ({"nbf": NOW + 3600}, "begins in 3600 s"),
        ({"exp": None}, "does not say"),
        ({"iat": None}, "does not say"),
        ({"exp": "soon"}, "does not say"),
        ({"exp": True}, "does not say"),
        ({"exp": 10**20}, "does not say"),
    ],
)
def test_an_id_token_outside_its_time_fails(
    claims: dict[str, object], said: str
) -> None:
    outcome, detail = _judged("lifetime", id_token_claims(**claims))

    assert outcome is FAILED
    assert said in detail


def test_the_nonce_is_the_one_that_was_sent() -> None:
    claims = id_token_claims(nonce="CANARY-nonce")

    assert _judged("nonce", claims, nonce="CANARY-nonce") == (
        PASSED,
        "returned as sent",
    )


@pytest.mark.parametrize("nonce", [None, "", "CANARY-other", 5, "\ud800"])
def test_another_nonce_or_none_fails(nonce: object) -> None:
    outcome, detail = _judged("nonce", id_token_claims(nonce=nonce), nonce="CANARY-n")

    assert outcome is FAILED
    assert "CANARY" not in detail


def test_where_no_nonce_was_sent_none_is_compared() -> None:
    assert _judged("nonce", id_token_claims(nonce="x"))[0] is ABSENT


def test_where_no_id_token_came_there_is_nothing_to_check() -> None:
    assert no_id_token(None).detail == "none came"
    assert "nonce" in no_id_token("CANARY-n").detail
    assert no_id_token("CANARY-n").outcome is ABSENT


values = st.none() | st.booleans() | st.integers() | st.floats() | st.text()


@given(
    st.dictionaries(
        st.sampled_from(["iss", "aud", "azp", "exp", "iat", "nbf", "nonce"]),
        values | st.lists(values),
    )
)
def test_no_claims_break_the_checks(claims: dict[str, object]) -> None:
    checks = claim_checks(claims, APP, "CANARY-n", Moment(NOW))

    assert len(checks) == 4
    assert any(check.outcome is FAILED for check in checks)
