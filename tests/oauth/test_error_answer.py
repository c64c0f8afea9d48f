from email.utils import formatdate

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ringauth_gui.errors import Refusal
from ringauth_gui.oauth.error_answer import DEFAULT_PAUSE, LONGEST_PAUSE, refusal_from
from tests.fakes.scripted_send import SENT, response
from tests.fuzz.shown_text import assert_fit_to_show
from tests.fuzz.strategies.error_answers import error_bodies, waits


def _pause(status: int = 429, **headers: str) -> float | None:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return refusal_from(response(status=status, headers=named)).retry_after


def test_the_oauth_shape_is_read() -> None:
    body = {
        "error": "invalid_grant",
        "error_description": "Token not found",
        "errors": [{"errorCode": "OAU-213", "message": "Token not found"}],
    }

    refusal = refusal_from(response(body, 400, {"rcrequestid": "1-2-3"}))

    assert refusal == Refusal(
        400, "invalid_grant", "Token not found", ("OAU-213",), "1-2-3", None
    )


def test_the_shape_of_the_api_is_read() -> None:
    body = {
        "errorCode": "CMN-401",
        "message": "The application needs [ReadAccounts]",
        "errors": [{"errorCode": "CMN-401"}, {"errorCode": "CMN-408"}, "x", {}],
    }

    refusal = refusal_from(response(body, 403))

    assert refusal.error is None
    assert refusal.description == "The application needs [ReadAccounts]"
    assert refusal.codes == ("CMN-401", "CMN-408")


def test_the_shape_of_the_gateway_is_read() -> None:
    body = {"errorCode": "AGW-401", "message": "No header", "errors": []}

    assert refusal_from(response(body, 401)).codes == ("AGW-401",)


@pytest.mark.parametrize(
    "code",
    ["Token", "tokenInvalid", "OAU-", "OAU-1234567", "OAU-146 ", "<b>", 7, "T" * 99],
)
def test_what_is_no_code_is_not_taken_for_one(code: object) -> None:
    assert refusal_from(response({"errorCode": code}, 400)).codes == ()


@pytest.mark.parametrize("body", [b"", b"<html>portal</html>", b"[]", b"\xff"])
def test_a_body_that_is_not_json_says_nothing(body: bytes) -> None:
    assert refusal_from(response(body, 502)) == Refusal(502)


def test_a_code_without_a_number_comes_after_those_that_say_more() -> None:
    body = {
        "errorCode": "TokenInvalid",
        "message": "Token not found",
        "errors": [{"errorCode": "OAU-213"}, {"errorCode": "TokenInvalid"}],
    }

    assert refusal_from(response(body, 401)).codes == ("OAU-213", "TokenInvalid")


def test_an_answer_with_nothing_but_a_list_is_read() -> None:
    body = {"errors": [{"errorCode": "CMN-101", "message": "Parameter is invalid"}]}

    refusal = refusal_from(response(body, 400))

    assert refusal.codes == ("CMN-101",)
    assert refusal.description == "Parameter is invalid"


def test_server_text_is_plain_and_cut_tk_31() -> None:
    evil = "<script>\r\n\u202e" + "x" * 5000

    refusal = refusal_from(response({"error": evil, "error_description": evil}, 400))

    for text in (refusal.error, refusal.description):
        assert text is not None
        assert len(text) == 300
        assert text.isprintable()


@pytest.mark.parametrize("error", ["", 7, {}, ["x"], False, {"code": 401}])
def test_an_error_that_is_no_text_is_an_error_all_the_same_tk_30(error: object) -> None:
    assert refusal_from(response({"error": error})).error == "unreadable"


def test_an_error_of_null_is_none() -> None:
    assert refusal_from(response({"error": None})).error is None


def test_seconds_to_wait_are_taken_tk_24() -> None:
    assert _pause(retry_after="120") == 120


@pytest.mark.parametrize(
    "untrusted", ["", "soon", "-5", "1.5", "١٢", "nan", "120, 120", "Mon, 99 Foo"]
)
def test_an_unreadable_wait_is_the_usual_one(untrusted: str) -> None:
    assert _pause(retry_after=untrusted) == DEFAULT_PAUSE


@pytest.mark.parametrize("status", [429, 503])
def test_a_wait_that_is_not_named_is_the_usual_one(status: int) -> None:
    assert _pause(status) == DEFAULT_PAUSE


def test_no_wait_is_made_up_for_other_errors() -> None:
    assert _pause(400) is None


@pytest.mark.parametrize("untrusted", ["999999999999", "9" * 400])
def test_a_long_wait_is_cut_to_an_hour(untrusted: str) -> None:
    assert _pause(retry_after=untrusted) == LONGEST_PAUSE


def test_zeros_before_a_wait_do_not_count() -> None:
    assert _pause(retry_after="0" * 30 + "120") == 120


def test_no_wait_at_all_is_a_second() -> None:
    assert _pause(retry_after="0") == 1


def test_a_date_is_measured_against_the_date_of_the_answer_tk_25() -> None:
    server_now = SENT.wall + 86_400  # the server's clock is a day ahead
    date = formatdate(server_now, usegmt=True)
    until = formatdate(server_now + 90, usegmt=True)

    assert _pause(date=date, retry_after=until) == 90


def test_a_date_is_measured_against_our_clock_where_the_answer_has_none_tk_25() -> None:
    assert _pause(retry_after=formatdate(SENT.wall + 90, usegmt=True)) == 90


def test_two_dates_of_an_answer_are_none() -> None:
    date = formatdate(SENT.wall + 86_400, usegmt=True)
    until = formatdate(SENT.wall + 90, usegmt=True)

    assert _pause(date=f"{date}, {date}", retry_after=until) == 90
    assert _pause(retry_after=f"{until}, {until}") == DEFAULT_PAUSE


def test_a_date_in_the_past_is_a_second() -> None:
    assert _pause(retry_after=formatdate(SENT.wall - 90, usegmt=True)) == 1


@example("Mon, 01 Jan 0001 00:00:00 +2359")
@given(st.text() | waits)
def test_any_wait_is_within_the_limits(untrusted: str) -> None:
    pause = _pause(retry_after=untrusted, date=untrusted)

    assert pause is not None
    assert 1 <= pause <= LONGEST_PAUSE


@given(status=st.integers(100, 599), body=error_bodies)
def test_any_answer_makes_a_refusal_fit_to_be_shown(status: int, body: bytes) -> None:
    refusal = refusal_from(response(body, status))

    names = (refusal.permission, refusal.parameter)
    for text in (refusal.error, refusal.description, *refusal.codes, *names):
        assert_fit_to_show(text)
