import pytest

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP, REDIRECT_URIS
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.people import ADA, GRACE
from ringauth_gui.practice.refusals import Refused
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.rules import Rules
from ringauth_gui.practice.token_format import new_token
from tests.practice.fake_clock import FakeClock
from tests.practice.sign_ins import REQUEST, start
from tests.practice.visitor import CHALLENGE, VERIFIER


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def rules(clock: FakeClock) -> Rules:
    return Rules(Behaviour(), Registry(), clock)


@pytest.mark.parametrize("redirect_uri", [None, REDIRECT_URIS[1]])
def test_another_redirect_uri_at_the_exchange_is_oau_109(
    rules: Rules, redirect_uri: str | None
) -> None:
    code = rules.issue_code(REQUEST, ADA)

    with pytest.raises(Refused, match="OAU-109"):
        rules.exchange_code(PUBLIC_APP, code, redirect_uri, VERIFIER)


def test_a_refresh_replaces_both_tokens(rules: Rules) -> None:
    old = start(rules)

    new = rules.refresh(PUBLIC_APP, old.refresh_token)

    assert new.session_id == old.session_id
    assert new.endpoint_id == old.endpoint_id
    assert new.access_token != old.access_token
    assert new.refresh_token != old.refresh_token
    assert new.refresh_token_expires_in == 604_800


def test_the_old_access_token_is_oau_129_for_ten_seconds(
    rules: Rules, clock: FakeClock
) -> None:
    old = start(rules)
    rules.refresh(PUBLIC_APP, old.refresh_token)

    with pytest.raises(Refused, match="OAU-129"):
        rules.use(old.access_token)
    clock.pass_seconds(10)
    with pytest.raises(Refused, match="OAU-213"):
        rules.use(old.access_token)


def test_a_repeated_refresh_gives_the_same_tokens_while_they_are_unused(
    rules: Rules, clock: FakeClock
) -> None:
    old = start(rules)
    new = rules.refresh(PUBLIC_APP, old.refresh_token)
    clock.pass_seconds(3599)

    again = rules.refresh(PUBLIC_APP, old.refresh_token)

    assert again.access_token == new.access_token
    assert again.refresh_token == new.refresh_token
    assert again.expires_in == 1


def test_after_an_hour_the_old_refresh_token_is_oau_213(
    rules: Rules, clock: FakeClock
) -> None:
    old = start(rules)
    rules.refresh(PUBLIC_APP, old.refresh_token)
    clock.pass_seconds(3600)

    with pytest.raises(Refused, match="OAU-213"):
        rules.refresh(PUBLIC_APP, old.refresh_token)


def test_the_first_use_leaves_the_old_refresh_token_ten_seconds(
    rules: Rules, clock: FakeClock
) -> None:
    old = start(rules)
    new = rules.refresh(PUBLIC_APP, old.refresh_token)
    rules.use(new.access_token)
    clock.pass_seconds(9)
    rules.use(new.access_token)

    again = rules.refresh(PUBLIC_APP, old.refresh_token)

    assert again.access_token == new.access_token
    clock.pass_seconds(1)
    with pytest.raises(Refused, match="OAU-213"):
        rules.refresh(PUBLIC_APP, old.refresh_token)


def test_the_refresh_token_before_the_old_one_is_oau_213(rules: Rules) -> None:
    first = start(rules)
    second = rules.refresh(PUBLIC_APP, first.refresh_token)
    rules.refresh(PUBLIC_APP, second.refresh_token)

    with pytest.raises(Refused, match="OAU-213"):
        rules.refresh(PUBLIC_APP, first.refresh_token)


def test_an_expired_refresh_token_is_oau_210(rules: Rules, clock: FakeClock) -> None:
    issued = start(rules)
    clock.pass_seconds(604_800)

    with pytest.raises(Refused, match="OAU-210"):
        rules.refresh(PUBLIC_APP, issued.refresh_token)


def test_refreshing_after_the_access_token_expired_works(
    rules: Rules, clock: FakeClock
) -> None:
    issued = start(rules)
    clock.pass_seconds(3600)
    with pytest.raises(Refused, match="OAU-128"):
        rules.use(issued.access_token)

    new = rules.refresh(PUBLIC_APP, issued.refresh_token)

    assert rules.use(new.access_token).person is ADA


def test_another_app_cannot_refresh(rules: Rules) -> None:
    issued = start(rules)

    with pytest.raises(Refused, match="OAU-213"):
        rules.refresh(CONFIDENTIAL_APP, issued.refresh_token)

    assert rules.use(issued.access_token).app is PUBLIC_APP


@pytest.mark.parametrize("which", ["access_token", "refresh_token"])
def test_revoking_either_token_ends_the_session(rules: Rules, which: str) -> None:
    issued = start(rules)
    other = start(rules)

    rules.revoke(PUBLIC_APP, getattr(issued, which))

    with pytest.raises(Refused, match="OAU-213"):
        rules.use(issued.access_token)
    with pytest.raises(Refused, match="OAU-213"):
        rules.refresh(PUBLIC_APP, issued.refresh_token)
    assert rules.use(other.access_token).person is ADA


def test_revoking_the_old_refresh_token_in_its_grace_ends_the_session(
    rules: Rules,
) -> None:
    old = start(rules)
    new = rules.refresh(PUBLIC_APP, old.refresh_token)

    rules.revoke(PUBLIC_APP, old.refresh_token)

    with pytest.raises(Refused, match="OAU-213"):
        rules.use(new.access_token)


def test_revoking_a_dead_token_changes_nothing(rules: Rules) -> None:
    old = start(rules)
    new = rules.refresh(PUBLIC_APP, old.refresh_token)

    rules.revoke(PUBLIC_APP, old.access_token)
    rules.revoke(PUBLIC_APP, new_token())

    assert rules.use(new.access_token).person is ADA


def test_revoking_the_token_of_another_app_is_oau_164(rules: Rules) -> None:
    issued = start(rules)

    with pytest.raises(Refused, match="OAU-164"):
        rules.revoke(CONFIDENTIAL_APP, issued.access_token)

    assert rules.use(issued.access_token).app is PUBLIC_APP


def test_the_sixth_session_ends_the_oldest(rules: Rules) -> None:
    sessions = [start(rules) for _ in range(6)]

    with pytest.raises(Refused, match="OAU-213"):
        rules.use(sessions[0].access_token)
    for session in sessions[1:]:
        assert rules.use(session.access_token).person is ADA


def test_sessions_of_another_person_are_not_counted(rules: Rules) -> None:
    first = start(rules, ADA)
    for _ in range(5):
        start(rules, GRACE)

    assert rules.use(first.access_token).person is ADA


@pytest.mark.parametrize("garbage", ["eyJhbGciOi.eyJzdWIi.c2ln", "abcd", "é", "a"])
def test_what_is_no_token_of_this_server_is_oau_149(rules: Rules, garbage: str) -> None:
    with pytest.raises(Refused, match="OAU-149"):
        rules.use(garbage)


def test_no_secret_is_in_a_repr(rules: Rules) -> None:
    issued = start(rules)

    text = repr((issued, REQUEST, CONFIDENTIAL_APP))

    assert issued.access_token not in text
    assert issued.refresh_token not in text
    assert CHALLENGE not in text
    assert str(CONFIDENTIAL_APP.client_secret) not in text
