"""The members of an error answer, and of a challenge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import Refusal
from ringauth_gui.oauth.error_answer import refusal_from
from ringauth_gui.oauth.error_members import MOST_ENTRIES
from tests.fakes.scripted_send import response
from tests.fuzz.shown_text import assert_fit_to_show
from tests.fuzz.strategies.error_answers import challenges


@pytest.mark.parametrize(
    "body",
    [
        {"permissionName": "Meetings"},
        {"errors": [{"errorCode": "CMN-408"}, {"permissionName": "Meetings"}]},
        {
            "errors": [
                {
                    "parameters": [
                        {
                            "parameterName": "permissionName",
                            "parameterValue": "Meetings",
                        }
                    ]
                }
            ]
        },
    ],
)
def test_the_missing_permission_is_named_wherever_it_stands(body: object) -> None:
    refusal = refusal_from(response(body, 403))

    assert (refusal.permission, refusal.parameter) == ("Meetings", None)


@pytest.mark.parametrize(
    "body",
    [
        {"parameterName": "client_id", "parameterValue": "x"},
        {"errors": [{"parameterName": "client_id"}]},
        {"errors": [{"parameters": [7, {"parameterName": "client_id"}]}]},
    ],
)
def test_the_wrong_parameter_is_named_wherever_it_stands(body: object) -> None:
    refusal = refusal_from(response(body, 400))

    assert (refusal.permission, refusal.parameter) == (None, "client_id")


@pytest.mark.parametrize("name", ["", "<b>", "a\nb", "x" * 65, 7, None, {}, "\u202e"])
def test_what_cannot_be_a_name_is_not_taken_for_one(name: object) -> None:
    body = {"permissionName": name, "parameterName": name}

    assert refusal_from(response(body, 403)) == Refusal(403)


def test_a_description_that_was_encoded_twice_is_readable() -> None:
    body = {"error": "access_denied", "error_description": "The%2Buser+denied"}

    assert refusal_from(response(body, 400)).description == "The user denied"


@pytest.mark.parametrize("body", [b"", b"<html>", {}, {"errors": []}])
def test_the_challenge_speaks_where_the_body_says_nothing(body: object) -> None:
    challenge = (
        'Bearer realm="an error=\\"none\\"", error="invalid_token", '
        'error_description="The token \\"x\\" expired", scope=ReadAccounts'
    )

    refusal = refusal_from(response(body, 401, {"www-authenticate": challenge}))

    assert refusal == Refusal(
        401,
        "invalid_token",
        'The token "x" expired',
        permission="ReadAccounts",
    )


def test_the_body_comes_before_the_challenge() -> None:
    headers = {"www-authenticate": 'Bearer error="invalid_token"'}

    refusal = refusal_from(response({"errorCode": "AGW-401"}, 401, headers))

    assert refusal == Refusal(401, codes=("AGW-401",))


def test_a_challenge_is_no_error_where_nothing_was_refused() -> None:
    headers = {"www-authenticate": 'Bearer error="invalid_token"'}

    assert refusal_from(response({}, 200, headers)).error is None


@given(st.text() | challenges)
def test_any_challenge_is_fit_to_be_shown(untrusted: str) -> None:
    headers = {"www-authenticate": f"Bearer error={untrusted}"}

    refusal = refusal_from(response(b"", 401, headers))

    for text in (refusal.error, refusal.description, refusal.permission):
        assert_fit_to_show(text)


def test_endless_lists_of_codes_are_cut() -> None:
    many = [{"errorCode": f"OAU-{number}"} for number in range(1000, 9000)]

    refusal = refusal_from(response({"errors": many}, 400))

    assert len(refusal.codes) == MOST_ENTRIES
