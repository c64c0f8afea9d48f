"""What one answer says of one permission."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import Refusal, RingAuthError
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.ringcentral.user_permissions import Standing, answer_from
from tests.fakes.scripted_api import refusal
from tests.fakes.scripted_send import response


@pytest.mark.parametrize(
    ("answer", "standing"),
    [
        (response({"successful": True}), Standing.HAS),
        (response({"successful": False}), Standing.LACKS),
        (response({}), Standing.LACKS),
        (response({"successful": "true"}), Standing.NOT_TOLD),
        (response({"successful": 1}), Standing.NOT_TOLD),
        (refusal(404, "CMN-102"), Standing.NO_SUCH_NAME),
        (refusal(400, "CMN-101"), Standing.NO_SUCH_NAME),
        (refusal(404, "AGW-404"), Standing.NOT_TOLD),
        (refusal(403, "CMN-404"), Standing.NOT_TOLD),
        (refusal(401, "OAU-213"), Standing.TOKEN_REFUSED),
        (response(b"", 401), Standing.TOKEN_REFUSED),
        (response(b"<html>", 403), Standing.NOT_TOLD),
    ],
)
def test_each_answer_says_how_the_user_stands(
    answer: HttpResponse, standing: Standing
) -> None:
    told = answer_from("SMS", answer)

    assert (told.name, told.standing) == ("SMS", standing)
    assert (told.refusal is None) == (answer.status == 200)


@given(st.binary(max_size=80), st.integers(100, 599))
def test_no_answer_makes_a_permission_of_nothing(body: bytes, status: int) -> None:
    try:
        told = answer_from("SMS", response(body, status))
    except RingAuthError:
        return

    assert told.standing is not Standing.HAS
    assert isinstance(told.refusal, Refusal) or status == 200
