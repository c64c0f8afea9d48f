from dataclasses import replace

import pytest

from ringauth_gui.errors import InvalidServerResponse, OperationCancelled
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.ringcentral.account import Account
from ringauth_gui.ringcentral.api_paths import (
    ACCOUNT,
    EXTENSION,
    PERMISSIONS,
    permission_check,
)
from ringauth_gui.ringcentral.checks import TokenCheck
from ringauth_gui.ringcentral.identity import Identity, Verdict
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from ringauth_gui.ringcentral.user_permissions import Standing, UserPermissions
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.scripted_api import ScriptedApi, has, lacks
from tests.fakes.scripted_send import ScriptedSend, response
from tests.ringcentral.token_checks import OTHER, USERINFO, check


def test_a_check_tells_who_it_is_which_account_and_what_the_user_may_do() -> None:
    result, asked = check()

    assert asked == [EXTENSION, ACCOUNT, PERMISSIONS]
    assert result.verdict is Verdict.ACCEPTED
    assert result.refusal is None
    assert result.identity == Identity(
        extension_id="9007199254740993",
        name="Grace Practice",
        email="grace@practice.example",
        extension_number="102",
        extension_type="User",
        status="Enabled",
        account_id="400129284008",
        company="Practice",
        roles=("Standard",),
    )
    assert result.account == Account(
        account_id="400129284008",
        main_number="+16505550100",
        status="Confirmed",
        brand_id="1210",
        brand_name="RingCentral",
    )
    names = ("ReadExtensions", "ReadCompanyInfo", "SMS")
    assert result.permissions == UserPermissions(names)
    assert result.untold == ()


@pytest.mark.parametrize(
    "odd", [{}, {"id": True, "roles": 7, "contact": [], "account": "x", "name": ["x"]}]
)
def test_members_of_another_kind_are_not_told(odd: object) -> None:
    answers = (EXTENSION, ACCOUNT, PERMISSIONS)

    result, _ = check({path: response(odd) for path in answers})

    assert result.verdict is Verdict.ACCEPTED
    assert result.identity == Identity(extension_id="")
    assert result.account == Account(account_id=None)
    assert result.permissions == UserPermissions(())


def test_the_access_token_is_sent_as_bearer_only() -> None:
    api = ScriptedApi()

    TokenCheck(RINGCENTRAL, "CANARY-access", api, FixedClock()).check(["Faxes"])

    assert len(api.requests) == 4
    for request in api.requests:
        assert request.headers == {"Authorization": "Bearer CANARY-access"}
        assert "CANARY" not in request.url


def test_a_check_can_be_cancelled_in_every_call() -> None:
    for path in (EXTENSION, ACCOUNT, PERMISSIONS, permission_check("Faxes")):
        with pytest.raises(OperationCancelled):
            check({path: OperationCancelled()}, "Faxes")


def test_another_server_is_asked_for_userinfo_only() -> None:
    send = ScriptedSend(response({"sub": "u1", "given_name": "Ada", "email": "a@b.c"}))

    result = TokenCheck(OTHER, "CANARY-access", send, FixedClock()).check(["openid"])

    assert [request.url for request in send.requests] == [USERINFO]
    assert result.identity == Identity("u1", name="Ada", email="a@b.c")


@pytest.mark.parametrize(
    ("members", "name"),
    [
        ({"given_name": "Ada", "family_name": "Practice"}, "Ada Practice"),
        ({"family_name": "Practice"}, "Practice"),
        ({"name": "A. P.", "given_name": "Ada", "family_name": "Practice"}, "A. P."),
        ({"given_name": None, "family_name": ""}, None),
        ({"given_name": "A" * 300, "family_name": "B"}, "A" * 299 + "…"),
    ],
)
def test_a_name_in_parts_is_put_together(
    members: dict[str, object], name: str | None
) -> None:
    send = ScriptedSend(response({"sub": "u1", **members}))

    result = TokenCheck(OTHER, "CANARY-access", send, FixedClock()).check()

    assert result.identity == Identity("u1", name=name)


def test_another_server_has_no_second_call() -> None:
    send = ScriptedSend(response({}, 403))

    result = TokenCheck(OTHER, "CANARY-access", send, FixedClock()).check()

    assert result.verdict is Verdict.NOT_JUDGED


def test_a_server_without_userinfo_cannot_be_asked() -> None:
    server = replace(OTHER, userinfo_endpoint=None)

    with pytest.raises(InvalidServerResponse):
        TokenCheck(server, "x", ScriptedSend(), FixedClock()).check()


@pytest.mark.parametrize(
    ("start", "end"),
    [(Moment(100.0, 5.0), Moment(0.0, 7.0)), (Moment(100.0), Moment(102.0))],
)
def test_the_time_taken_is_measured(start: Moment, end: Moment) -> None:
    api, times = ScriptedApi(), [start]

    check = TokenCheck(RINGCENTRAL, "x", api, lambda: times.pop(0) if times else end)
    result = check.check()

    assert (result.checked, result.seconds) == (end, 2.0)


def test_all_calls_together_have_a_deadline() -> None:
    clock = FixedClock()
    api = ScriptedApi()

    def send(request: object) -> HttpResponse:
        clock.advance(20)
        return api(request)  # type: ignore[arg-type] # it is what the check sends

    TokenCheck(RINGCENTRAL, "x", send, clock).check(["Faxes"])

    seconds = [request.total_seconds for request in api.requests]
    assert seconds == [30.0, 25.0, 5.0, 1.0]


def test_scopes_of_the_sign_in_and_those_with_known_needs_are_not_asked_about() -> None:
    _, asked = check(None, "openid", "email", "profile", "ReadAccounts")

    assert asked == [EXTENSION, ACCOUNT, PERMISSIONS]


def test_a_scope_that_the_users_list_does_not_name_is_asked_about() -> None:
    answers = {**has("Faxes"), **lacks("RingOut")}

    result, asked = check(answers, "ReadAccounts", "Faxes", "RingOut", "Glip", "SMS")

    assert asked[3:] == [permission_check(n) for n in ("Faxes", "RingOut", "Glip")]
    told = {answer.name: answer.standing for answer in result.answers}
    assert told == {
        "Faxes": Standing.HAS,
        "RingOut": Standing.LACKS,
        "Glip": Standing.NO_SUCH_NAME,
    }
