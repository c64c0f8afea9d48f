"""Who is the answer, and what each visitor is told, without sockets."""

import h11
import pytest

from ringauth_gui.oauth.loopback_limits import STANDARD_LIMITS
from ringauth_gui.oauth.redirect_uri import redirect_uri_parts
from ringauth_gui.oauth.redirection_endpoint import RedirectionEndpoint
from tests.oauth.loopback_harness import QUERY, STATE, is_answer, location, pages

URI = "http://localhost:27464/callback"


def endpoint(uri: str = URI) -> RedirectionEndpoint:
    parts = redirect_uri_parts(uri)
    return RedirectionEndpoint(parts, pages(), STANDARD_LIMITS, is_answer)


def visit(target: str) -> h11.Request:
    headers = [("Host", "localhost:27464")]
    return h11.Request(method="GET", target=target, headers=headers)


def test_r4_the_first_answer_counts_and_a_later_one_changes_nothing() -> None:
    first_wins = endpoint()
    first_wins.respond(visit(f"/callback?{QUERY}"))

    later = first_wins.respond(visit(f"/callback?code=later&state={STATE}"))
    pasted = first_wins.offer(f"{URI}?code=pasted&state={STATE}")

    assert first_wins.untrusted_answer == QUERY
    assert later is not None
    assert location(later) == first_wins.result_path
    assert pasted


def test_what_is_refused_is_not_the_answer() -> None:
    waiting = endpoint()

    waiting.respond(visit("/callback?code=c&state=wrong"))

    assert waiting.untrusted_answer is None
    assert not waiting.answered.is_set()


def test_the_result_page_has_no_query() -> None:
    answered = endpoint()
    answered.respond(visit(f"/callback?{QUERY}"))

    response = answered.respond(visit(f"{answered.result_path}?{QUERY}"))

    assert response is not None
    assert response.startswith(b"HTTP/1.1 404 ")


@pytest.mark.parametrize(
    ("path", "result"),
    [("/", "/result/"), ("/cb", "/cb/result/"), ("/a/", "/a/result/")],
)
def test_the_result_page_lies_below_the_redirect_uri(path: str, result: str) -> None:
    response = endpoint(f"http://localhost:27464{path}").respond(
        visit(f"{path}?{QUERY}")
    )

    assert response is not None
    assert location(response).startswith(result)


def test_the_result_page_of_each_attempt_lies_elsewhere_and_cannot_be_guessed() -> None:
    paths = {endpoint().result_path for _ in range(20)}

    assert len(paths) == 20
    assert all(len(path) >= len("/callback/result/") + 22 for path in paths)


def test_a_browser_is_owed_the_outcome_until_it_is_told() -> None:
    answered = endpoint()
    before = answered.outcome_owed
    answered.respond(visit(f"/callback?{QUERY}"))
    held = answered.respond(visit(answered.result_path))
    meanwhile = answered.outcome_owed
    answered.conclude(signed_in=False)
    told = answered.respond(visit(answered.result_path))

    assert (before, meanwhile, answered.outcome_owed) == (False, True, False)
    assert held is None
    assert told is not None
    assert told.endswith(pages().not_signed_in)


def test_each_browser_that_brought_the_answer_is_owed_the_outcome() -> None:
    answered = endpoint()
    answered.respond(visit(f"/callback?{QUERY}"))
    answered.respond(visit(f"/callback?{QUERY}"))
    answered.conclude(signed_in=True)
    answered.respond(visit(answered.result_path))
    meanwhile = answered.outcome_owed
    answered.respond(visit(answered.result_path))
    answered.respond(visit(answered.result_path))

    assert meanwhile
    assert not answered.outcome_owed
