import pytest

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP, REDIRECT_URIS
from ringauth_gui.practice.choices import ErrorStatus, UsedCode, WrongVerifier
from tests.practice.conftest import Switch
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import BASIC, VERIFIER, Visitor, code_of

TOKEN = "/restapi/oauth/token"


@pytest.mark.parametrize(
    ("error_status", "statuses"),
    [(ErrorStatus.OBSERVED, (400, 400, 401)), (ErrorStatus.TABLE, (403, 401, 401))],
)
def test_errors_have_the_status_observed_or_of_the_table(
    visitor: Visitor,
    switch: Switch,
    error_status: ErrorStatus,
    statuses: tuple[int, ...],
) -> None:
    switch(error_status=error_status)

    used_code = visitor.exchange("made-up")
    no_client = visitor.refresh("none", client_id="nobody")
    wrong_secret = visitor.post(TOKEN, {}, basic=(BASIC[0], "wrong"))

    answers = (used_code, no_client, wrong_secret)
    assert [code_of(one) for one in answers] == ["OAU-106", "OAU-153", "OAU-146"]
    assert tuple(one.status_code for one in answers) == statuses


@pytest.mark.parametrize("code", ["OAU-210", "OAU-213"])
def test_what_is_not_in_the_table_stays_400(
    visitor: Visitor, switch: Switch, clock: FakeClock, code: str
) -> None:
    switch(error_status=ErrorStatus.TABLE)
    token = visitor.get_tokens()["refresh_token"]
    clock.pass_seconds(604_800 if code == "OAU-210" else 0)

    answer = visitor.refresh(token if code == "OAU-210" else "made-up")

    assert (answer.status_code, code_of(answer)) == (400, code)


def test_a_wrong_verifier_can_be_an_invalid_request(
    visitor: Visitor, switch: Switch
) -> None:
    switch(wrong_verifier=WrongVerifier.INVALID_REQUEST)

    answer = visitor.exchange(visitor.get_code(), code_verifier="w" * 43)

    assert answer.json()["error"] == "invalid_request"


def test_a_used_code_can_give_the_same_token_with_less_time(
    visitor: Visitor, switch: Switch, clock: FakeClock
) -> None:
    switch(used_code=UsedCode.GIVES_THE_SAME)
    code = visitor.get_code()
    first = visitor.exchange(code).json()
    clock.pass_seconds(883)

    second = visitor.exchange(code).json()

    assert second["access_token"] == first["access_token"]
    assert second["expires_in"] == 2717


def test_a_used_code_of_an_ended_session_gives_nothing(
    visitor: Visitor, switch: Switch
) -> None:
    switch(used_code=UsedCode.GIVES_THE_SAME)
    code = visitor.get_code()
    visitor.revoke(visitor.exchange(code).json()["access_token"])

    assert code_of(visitor.exchange(code)) == "OAU-106"


def test_pkce_can_stand_for_the_secret(visitor: Visitor, switch: Switch) -> None:
    switch(pkce_replaces_secret=True)
    client_id = CONFIDENTIAL_APP.client_id
    code = visitor.get_code(client_id=client_id)

    tokens = visitor.exchange(code, client_id=client_id).json()

    refreshed = visitor.refresh(tokens["refresh_token"], client_id=client_id)
    assert refreshed.status_code == 200


def test_without_pkce_the_secret_is_always_needed(
    visitor: Visitor, switch: Switch
) -> None:
    switch(pkce_replaces_secret=True)
    client_id = CONFIDENTIAL_APP.client_id
    code = visitor.get_code(
        client_id=client_id, code_challenge=None, code_challenge_method=None
    )
    form = {
        "grant_type": "authorization_code",
        "client_id": client_id,
        "code": code,
        "redirect_uri": REDIRECT_URIS[0],
    }

    no_proof = visitor.post(TOKEN, form)
    made_up_proof = visitor.post(TOKEN, form | {"code_verifier": VERIFIER})

    assert code_of(no_proof) == "OAU-123"
    assert made_up_proof.json()["error"] == "invalid_grant"


def test_a_refresh_can_need_a_living_access_token(
    visitor: Visitor, switch: Switch, clock: FakeClock
) -> None:
    switch(refresh_after_access_token=False)
    early, late = visitor.get_tokens(), visitor.get_tokens(who="102")
    clock.pass_seconds(3599)
    in_time = visitor.refresh(early["refresh_token"])
    clock.pass_seconds(1)

    too_late = visitor.refresh(late["refresh_token"])

    assert in_time.status_code == 200
    assert (too_late.status_code, code_of(too_late)) == (400, "OAU-210")


def test_revoking_an_unknown_token_can_be_an_error(
    visitor: Visitor, switch: Switch
) -> None:
    switch(revoking_unknown_is_error=True)
    token = visitor.get_tokens()["access_token"]

    known, unknown = visitor.revoke(token), visitor.revoke(token)

    assert known.status_code == 200
    assert (unknown.status_code, code_of(unknown)) == (400, "OAU-213")


def test_an_endpoint_id_comes_back(visitor: Visitor) -> None:
    answer = visitor.exchange(visitor.get_code(), endpoint_id="my-instance").json()

    assert answer["endpoint_id"] == "my-instance"


@pytest.mark.parametrize("is_one_session", [False, True])
def test_an_endpoint_id_can_be_one_session(
    visitor: Visitor,
    switch: Switch,
    is_one_session: bool,
) -> None:
    switch(endpoint_id_is_one_session=is_one_session)
    first = visitor.exchange(visitor.get_code(), endpoint_id="one").json()
    other = visitor.exchange(visitor.get_code(), endpoint_id="two").json()

    visitor.exchange(visitor.get_code(), endpoint_id="one")

    expected = 401 if is_one_session else 200
    assert visitor.call(first["access_token"]).status_code == expected
    assert visitor.call(other["access_token"]).status_code == 200


def test_a_scope_at_the_token_endpoint_narrows_the_token(visitor: Visitor) -> None:
    code = visitor.get_code(scope="SMS ReadAccounts")

    answer = visitor.exchange(code, scope="SMS").json()

    assert answer["scope"] == "SMS"
    assert code_of(visitor.call(answer["access_token"])) == "CMN-401"


def test_a_refresh_narrows_only_the_new_token(visitor: Visitor) -> None:
    refresh_token = visitor.get_tokens()["refresh_token"]
    narrow = visitor.refresh(refresh_token, scope="SMS").json()

    wide = visitor.refresh(narrow["refresh_token"]).json()

    assert narrow["scope"] == "SMS"
    assert wide["scope"] == " ".join(PUBLIC_APP.scopes)


def test_a_scope_that_was_not_granted_is_invalid_scope(visitor: Visitor) -> None:
    tokens = visitor.get_tokens(scope="SMS")

    answer = visitor.refresh(tokens["refresh_token"], scope="RingOut")

    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_scope")
    assert visitor.refresh(tokens["refresh_token"]).status_code == 200
