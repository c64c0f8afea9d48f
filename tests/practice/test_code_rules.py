import pytest

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP, REDIRECT_URIS
from ringauth_gui.practice.authorization_request import AuthorizationRequest
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.code_challenge import CodeChallenge
from ringauth_gui.practice.people import ADA
from ringauth_gui.practice.refusals import Refused
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.rules import Rules
from tests.practice.fake_clock import FakeClock
from tests.practice.sign_ins import REQUEST, exchange, start
from tests.practice.visitor import VERIFIER


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def rules(clock: FakeClock) -> Rules:
    return Rules(Behaviour(), Registry(), clock)


def test_a_code_gives_tokens_with_their_full_lifetimes(rules: Rules) -> None:
    issued = start(rules)

    assert issued.expires_in == 3600
    assert issued.refresh_token_expires_in == 604_800
    assert issued.grant.person is ADA


def test_a_code_used_twice_is_oau_106_and_ends_its_session(rules: Rules) -> None:
    code = rules.issue_code(REQUEST, ADA)
    issued = exchange(rules, code)

    with pytest.raises(Refused, match="OAU-106"):
        exchange(rules, code)

    with pytest.raises(Refused, match="OAU-213"):
        rules.use(issued.access_token)


def test_a_code_used_twice_after_its_session_ended_is_oau_106(rules: Rules) -> None:
    code = rules.issue_code(REQUEST, ADA)
    rules.revoke(PUBLIC_APP, exchange(rules, code).access_token)
    other = start(rules)

    with pytest.raises(Refused, match="OAU-106"):
        exchange(rules, code)

    assert rules.use(other.access_token).person is ADA


def test_an_unknown_code_is_oau_106(rules: Rules) -> None:
    with pytest.raises(Refused, match="OAU-106"):
        exchange(rules, "made-up")


def test_a_code_works_until_just_before_its_end(rules: Rules, clock: FakeClock) -> None:
    code = rules.issue_code(REQUEST, ADA)
    clock.pass_seconds(59.5)

    assert exchange(rules, code).expires_in == 3600


def test_an_expired_code_is_oau_108(rules: Rules, clock: FakeClock) -> None:
    code = rules.issue_code(REQUEST, ADA)
    clock.pass_seconds(60)

    with pytest.raises(Refused, match="OAU-108"):
        exchange(rules, code)


def test_the_code_of_another_app_is_oau_110_and_stays_usable(rules: Rules) -> None:
    code = rules.issue_code(REQUEST, ADA)

    with pytest.raises(Refused, match="OAU-110"):
        rules.exchange_code(CONFIDENTIAL_APP, code, REDIRECT_URIS[0], VERIFIER)

    assert exchange(rules, code).grant.app is PUBLIC_APP


@pytest.mark.parametrize("verifier", [None, "w" * 43, "short"])
def test_a_wrong_verifier_is_refused_and_uses_up_the_code(
    rules: Rules, verifier: str | None
) -> None:
    code = rules.issue_code(REQUEST, ADA)

    with pytest.raises(Refused) as caught:
        rules.exchange_code(PUBLIC_APP, code, REDIRECT_URIS[0], verifier)

    assert caught.value.body()["error"] == "invalid_grant"
    with pytest.raises(Refused, match="OAU-106"):
        exchange(rules, code)


def test_a_verifier_without_a_challenge_is_refused(rules: Rules) -> None:
    request = AuthorizationRequest(
        CONFIDENTIAL_APP, REDIRECT_URIS[0], None, ("SMS",), None
    )
    code = rules.issue_code(request, ADA)

    with pytest.raises(Refused) as caught:
        rules.exchange_code(CONFIDENTIAL_APP, code, REDIRECT_URIS[0], VERIFIER)

    assert caught.value.body()["errors"] == []


def test_a_plain_challenge_is_its_own_verifier() -> None:
    challenge = CodeChallenge(VERIFIER, "plain")

    assert challenge.matches(VERIFIER)
    assert not challenge.matches("w" * 43)


def test_only_the_latest_codes_are_remembered(rules: Rules) -> None:
    oldest = rules.issue_code(REQUEST, ADA)
    for _ in range(100):
        latest = rules.issue_code(REQUEST, ADA)

    with pytest.raises(Refused, match="OAU-106"):
        exchange(rules, oldest)
    assert exchange(rules, latest).grant.person is ADA
