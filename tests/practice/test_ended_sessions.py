from dataclasses import replace

import pytest

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.people import ADA, APP_ACCESS, GRACE
from ringauth_gui.practice.refusals import Refused
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.rules import Rules
from ringauth_gui.practice.session_summary import Ending
from tests.practice.fake_clock import FakeClock
from tests.practice.sign_ins import REQUEST, exchange, start


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def registry() -> Registry:
    return Registry()


@pytest.fixture
def rules(registry: Registry, clock: FakeClock) -> Rules:
    return Rules(Behaviour(), registry, clock)


def test_sessions_are_told_without_their_tokens(rules: Rules, clock: FakeClock) -> None:
    issued = start(rules)

    (summary,) = rules.sessions()

    assert summary.session_id == issued.session_id
    assert summary.client_id == PUBLIC_APP.client_id
    assert summary.extension_number == "101"
    assert summary.access_ends_at == clock.now + 3600
    assert issued.access_token not in repr(summary)


@pytest.mark.parametrize("ending", list(Ending))
def test_an_ended_session_gives_its_reason_at_the_next_refresh(
    rules: Rules, ending: Ending
) -> None:
    issued = start(rules)

    ended = rules.end_sessions(ending)

    assert ended == 1
    with pytest.raises(Refused, match=ending.value):
        rules.refresh(PUBLIC_APP, issued.refresh_token)
    with pytest.raises(Refused, match="OAU-213"):
        rules.use(issued.access_token)


def test_only_the_chosen_sessions_end(rules: Rules) -> None:
    ada, grace = start(rules, ADA), start(rules, GRACE)

    rules.end_sessions(Ending.REVOKED, lambda one: one.extension_number == "101")

    with pytest.raises(Refused, match="OAU-213"):
        rules.use(ada.access_token)
    assert rules.use(grace.access_token).person is GRACE


def test_sessions_are_crowded_out_by_further_ones(rules: Rules) -> None:
    ada, grace = start(rules, ADA), start(rules, GRACE)

    rules.crowd_out()

    for issued in (ada, grace):
        with pytest.raises(Refused, match="OAU-213"):
            rules.use(issued.access_token)
    assert len(rules.sessions()) == 10


def test_an_access_token_can_be_over_soon(rules: Rules, clock: FakeClock) -> None:
    issued = start(rules)

    rules.shorten(issued.access_token, 5)
    rules.shorten("made-up", 5)
    clock.pass_seconds(5)

    with pytest.raises(Refused, match="OAU-128"):
        rules.use(issued.access_token)


def test_an_access_token_can_be_over_at_once(rules: Rules) -> None:
    issued = start(rules)

    rules.expire_access_tokens()

    with pytest.raises(Refused, match="OAU-128"):
        rules.use(issued.access_token)
    assert rules.refresh(PUBLIC_APP, issued.refresh_token).expires_in == 3600


def test_a_refresh_token_can_be_over_at_once(rules: Rules) -> None:
    issued = start(rules)

    rules.expire_refresh_tokens()

    with pytest.raises(Refused, match="OAU-210"):
        rules.refresh(PUBLIC_APP, issued.refresh_token)


def test_an_app_that_issues_none_gets_no_refresh_token(
    rules: Rules, registry: Registry
) -> None:
    registry.replace_app(replace(PUBLIC_APP, issues_refresh_tokens=False))
    app = registry.find_app(PUBLIC_APP.client_id)
    assert app is not None

    code = rules.issue_code(replace(REQUEST, app=app), ADA)
    issued = exchange(rules, code, app)

    assert issued.refresh_token == ""
    assert rules.use(issued.access_token).person is ADA
    assert rules.expire_refresh_tokens() == 1


def test_a_rotated_secret_leaves_the_sessions_alone(rules: Rules) -> None:
    issued = start(rules)
    renamed = replace(PUBLIC_APP, name="Another name")

    assert rules.refresh(renamed, issued.refresh_token).access_token
    with pytest.raises(Refused, match="OAU-213"):
        rules.refresh(CONFIDENTIAL_APP, issued.refresh_token)


def test_a_disabled_person_can_do_nothing(rules: Rules, registry: Registry) -> None:
    issued = start(rules)
    code = rules.issue_code(REQUEST, ADA)
    registry.replace_person(replace(ADA, is_enabled=False))

    with pytest.raises(Refused, match="OAU-141"):
        rules.use(issued.access_token)
    with pytest.raises(Refused, match="OAU-236"):
        rules.refresh(PUBLIC_APP, issued.refresh_token)
    with pytest.raises(Refused, match="OAU-236"):
        exchange(rules, code)


def test_who_may_use_no_apps_gets_no_tokens(rules: Rules, registry: Registry) -> None:
    code = rules.issue_code(REQUEST, ADA)
    registry.replace_person(replace(ADA, permissions=("ReadCallLog",)))

    with pytest.raises(Refused, match="CMN-408") as refused:
        exchange(rules, code)

    assert refused.value.body()["errors"] == [
        {
            "errorCode": "CMN-408",
            "message": "[ThirdPartyAppAccess] permission required",
            "parameters": [
                {"parameterName": "permissionName", "parameterValue": APP_ACCESS}
            ],
        }
    ]


def test_a_call_sees_the_permissions_of_this_moment(
    rules: Rules, registry: Registry
) -> None:
    issued = start(rules)
    registry.replace_person(replace(ADA, permissions=(APP_ACCESS,)))

    assert rules.use(issued.access_token).person.permissions == (APP_ACCESS,)
