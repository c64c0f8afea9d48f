"""Which navigation to the callback path is the answer, and which is ignored."""

import pytest

from tests.oauth.authorization_requests import answer_to, new_request
from tests.oauth.loopback_harness import (
    CODE,
    QUERY,
    STATE,
    ask,
    assert_refused_and_still_waiting,
    pages,
    request,
    waiting,
)


@pytest.mark.case("CB-18")
def test_markup_in_the_request_is_not_in_the_page() -> None:
    with waiting() as attempt:
        markup = "%3Cscript%3Ealert(1)%3C/script%3E&b={0}&c=$error&d=%s"
        refusal = ask(
            attempt.port, request(f"/callback?error={markup}&state=x", attempt.port)
        )

        assert refusal.endswith(b"\r\n\r\n" + pages().refused)
        assert attempt.complete() == QUERY


@pytest.mark.case("CB-21")
def test_a_long_legal_code_and_state_are_accepted() -> None:
    asked, code = new_request(), "c" * 3072
    asked.state = "aB-_.~09" * 64
    with waiting(is_answer=asked.is_answer) as attempt:
        query = answer_to(asked, code=code)

        answer = ask(attempt.port, request(f"/callback?{query}", attempt.port))

        assert answer.startswith(b"HTTP/1.1 303 ")
        assert asked.code_from(attempt.answer()) == code


@pytest.mark.case("AR-01", "AR-02", "AR-03", "AR-04", "AR-06")
@pytest.mark.parametrize(
    "query",
    [
        "",
        "?",
        f"?code={CODE}",
        f"?code={CODE}&state=",
        f"?code={CODE}&state=wrong",
        f"?code={CODE}&state={STATE[:-1]}",
        f"?code={CODE}&state={STATE}+",
        f"?code={CODE}&state={STATE}%20",
        f"?code={CODE}&state={STATE.swapcase()}",
        f"?code={CODE}&state={STATE}&state=wrong",
        f"?code={CODE}&state=wrong&state={STATE}",
        f"?code={CODE}&code=other&state={STATE}",
        "?error=access_denied",
        "?error=access_denied&state=wrong",
    ],
)
def test_what_is_not_the_answer_is_ignored(query: str) -> None:
    assert_refused_and_still_waiting(f"/callback{query}", status=403)


@pytest.mark.case("AR-05")
def test_a_refusal_with_the_right_state_is_an_answer() -> None:
    with waiting() as attempt:
        query = f"error=access_denied&state={STATE}"

        ask(attempt.port, request(f"/callback?{query}", attempt.port))

        assert attempt.answer() == query
