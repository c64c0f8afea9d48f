import pytest

from ringauth_gui.practice.apps import PUBLIC_APP
from tests.practice.visitor import BASIC, Visitor, code_of

REVOKE = "/restapi/oauth/revoke"


@pytest.mark.parametrize("which", ["access_token", "refresh_token"])
def test_revoking_ends_the_session_with_an_empty_answer(
    visitor: Visitor, which: str
) -> None:
    tokens = visitor.get_tokens()

    answer = visitor.revoke(tokens[which])

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Length"] == "0"
    assert code_of(visitor.call(tokens["access_token"])) == "OAU-213"
    assert code_of(visitor.refresh(tokens["refresh_token"])) == "OAU-213"


def test_an_unknown_token_is_no_error(visitor: Visitor) -> None:
    assert visitor.revoke("made-up").status_code == 200


def test_an_empty_token_is_cmn_101(visitor: Visitor) -> None:
    answer = visitor.revoke("")

    assert (answer.status_code, code_of(answer)) == (400, "CMN-101")


def test_the_token_of_another_client_is_oau_164(visitor: Visitor) -> None:
    tokens = visitor.get_tokens()

    answer = visitor.post(REVOKE, {"token": tokens["access_token"]}, basic=BASIC)

    assert (answer.status_code, code_of(answer)) == (400, "OAU-164")
    assert visitor.call(tokens["access_token"]).status_code == 200


def test_the_token_may_stand_in_the_query(visitor: Visitor) -> None:
    token = visitor.get_tokens()["access_token"]

    answer = visitor.post(
        f"{REVOKE}?token={token}", {"client_id": PUBLIC_APP.client_id}
    )

    assert answer.status_code == 200
    assert visitor.call(token).status_code == 401


def test_different_tokens_in_query_and_body_are_oau_150(visitor: Visitor) -> None:
    form = {"client_id": PUBLIC_APP.client_id, "token": "one"}

    assert code_of(visitor.post(f"{REVOKE}?token=two", form)) == "OAU-150"


def test_revoking_needs_client_authentication(visitor: Visitor) -> None:
    answer = visitor.post(REVOKE, "")

    assert code_of(answer) == "OAU-123"
