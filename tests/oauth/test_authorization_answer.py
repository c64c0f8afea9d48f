"""What counts as the answer to an authorization request, and its code."""

from urllib.parse import urlencode

import pytest
from hypothesis import example, given

from ringauth_gui.errors import (
    AuthorizationError,
    AuthorizationRefused,
    MalformedAuthorizationResponse,
)
from ringauth_gui.oauth.authorization import MAX_CODE
from tests.fuzz.strategies.authorization_answers import queries
from tests.oauth.authorization_requests import CODE, answer_to, new_request


def test_the_right_state_makes_an_answer() -> None:
    request = new_request()

    assert request.is_answer(answer_to(request))


@pytest.mark.case("AR-01", "AR-02", "AR-06")
def test_a_missing_or_foreign_state_is_no_answer() -> None:
    request = new_request()

    assert not request.is_answer(f"code={CODE}")
    assert not request.is_answer(f"code={CODE}&state={new_request().state}")
    assert not request.is_answer("error=access_denied")
    assert not request.is_answer("")


@pytest.mark.case("AR-03")
def test_a_state_that_is_only_nearly_right_is_no_answer() -> None:
    request = new_request()
    request.state = "aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_aBcDe"
    nearly = [
        request.state.swapcase(),
        request.state[:-1],
        f"{request.state}+",
        f"{request.state}%20",
        f"+{request.state}",
        f"{request.state}%00",
        f"{request.state}%C3%A9",
    ]

    assert not [state for state in nearly if request.is_answer(f"state={state}")]


@pytest.mark.case("AR-04")
@pytest.mark.parametrize("name", ["code", "state", "error", "iss"])
def test_a_parameter_given_twice_is_no_answer(name: str) -> None:
    request = new_request()
    twice = urlencode([(name, request.state), (name, "other")])

    assert not request.is_answer(f"{answer_to(request)}&{twice}")
    assert not request.is_answer(f"{twice}&{answer_to(request)}")
    with pytest.raises(MalformedAuthorizationResponse):
        request.code_from(f"{twice}&{answer_to(request)}")


@pytest.mark.case("AR-04")
def test_a_parameter_given_twice_in_two_spellings_is_no_answer() -> None:
    request = new_request()

    assert not request.is_answer(f"{answer_to(request)}&%73tate=other")


def test_the_code_is_taken_from_the_answer() -> None:
    request = new_request()

    assert request.code_from(answer_to(request, expires_in="60")) == CODE


@pytest.mark.case("CB-21")
def test_a_long_code_is_taken() -> None:
    request = new_request()

    assert request.code_from(answer_to(request, code="c" * 3072)) == "c" * 3072


@pytest.mark.case("AR-05", "AR-07")
@pytest.mark.parametrize(
    "error",
    [
        "invalid_request",
        "unauthorized_client",
        "access_denied",
        "unsupported_response_type",
        "invalid_scope",
        "server_error",
        "temporarily_unavailable",
    ],
)
def test_an_error_ends_the_attempt_and_wins_over_a_code(error: str) -> None:
    request = new_request()
    answer = answer_to(request, error=error, error_description="Not today")

    with pytest.raises(AuthorizationRefused) as refused:
        request.code_from(answer)

    assert (refused.value.error, refused.value.description) == (error, "Not today")


def test_an_error_without_description_has_none() -> None:
    request = new_request()

    with pytest.raises(AuthorizationRefused) as refused:
        request.code_from(answer_to(request, error="access_denied"))

    assert refused.value.description is None


def test_a_description_is_plain_and_cut_tk_31() -> None:
    request = new_request()
    evil = "<b>\r\n\u202e" + "x" * 5000

    with pytest.raises(AuthorizationRefused) as refused:
        request.code_from(answer_to(request, error=evil, error_description=evil))

    for text in (refused.value.error, refused.value.description or ""):
        assert len(text) == 300
        assert text.isprintable()


def test_a_description_that_was_encoded_twice_can_be_read() -> None:
    request = new_request()
    answer = f"{answer_to(request, error='access_denied')}&error_description="

    with pytest.raises(AuthorizationRefused) as refused:
        request.code_from(f"{answer}The%2Buser%2Bdenied%2Baccess")

    assert refused.value.description == "The user denied access"


@pytest.mark.case("AR-08")
@pytest.mark.parametrize("code", ["", "   ", "\x1b[31m", "ä", "c" * MAX_CODE, "a\nb"])
def test_a_code_that_is_none_ends_the_attempt(code: str) -> None:
    request = new_request()

    with pytest.raises(MalformedAuthorizationResponse):
        request.code_from(answer_to(request, code=code))


def test_an_answer_without_code_ends_the_attempt() -> None:
    request = new_request()

    with pytest.raises(MalformedAuthorizationResponse):
        request.code_from(f"state={request.state}")


@pytest.mark.case("AR-09", "AR-11")
def test_tokens_and_addresses_in_an_answer_change_nothing() -> None:
    request = new_request()
    answer = answer_to(
        request,
        access_token="CANARY-token",
        token_type="bearer",
        token_uri="https://evil.example/t",
        discovery_uri="https://evil.example/d",
    )

    assert request.code_from(answer) == CODE
    assert "evil" not in request.uri


def test_more_parameters_than_any_answer_has_are_no_answer() -> None:
    request = new_request()

    assert not request.is_answer(f"{answer_to(request)}&{'a=1&' * 40}")


@example("state=\ud800")
@example("state=%FF")
@example("&&==;;?%")
@given(queries)
def test_nothing_but_the_right_state_is_ever_an_answer(query: str) -> None:
    request = new_request()

    assert not request.is_answer(query)
    with pytest.raises(MalformedAuthorizationResponse):
        request.code_from(query)


@given(queries)
def test_an_answer_gives_a_usable_code_or_a_documented_error(query: str) -> None:
    request = new_request(issuer="https://server.example")
    answer = f"state={request.state}&{query}"

    try:
        code = request.code_from(answer)
    except AuthorizationError:
        return

    assert request.is_answer(answer)
    assert code.isascii()
    assert code.isprintable()
