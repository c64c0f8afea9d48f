"""Visitors that come after the answer, and what all of them are told."""

import pytest

from ringauth_gui.oauth.loopback_limits import LoopbackLimits
from tests.fakes.callback_probe import header_faults
from tests.oauth.loopback_harness import (
    CODE,
    QUERY,
    STATE,
    ask,
    browse,
    connect,
    is_refused,
    location,
    pages,
    request,
    rest,
    waiting,
)

BRIEF = LoopbackLimits(farewell_seconds=0.1)


@pytest.mark.case("CB-11")
def test_a_second_answer_changes_nothing_and_learns_the_outcome() -> None:
    with waiting(LoopbackLimits(farewell_seconds=0.5)) as attempt:
        attempt.complete()
        second = browse(attempt.port, f"/callback?code=another&state={STATE}")

        attempt.receiver.conclude(signed_in=True)

        assert attempt.answer() == QUERY
        assert "You are signed in" in second.page().body


@pytest.mark.case("CB-11")
def test_a_reload_after_the_end_is_refused() -> None:
    with waiting(BRIEF) as attempt:
        attempt.complete()

        attempt.receiver.conclude(signed_in=True)

        assert is_refused(attempt.port)


@pytest.mark.case("AR-13")
def test_an_older_attempts_answer_after_the_end_is_told_so_in_words() -> None:
    with waiting() as attempt:
        attempt.complete()

        late = ask(attempt.port, request("/callback?state=older", attempt.port))

        assert late.startswith(b"HTTP/1.1 410 ")
        assert late.endswith(pages().finished)


@pytest.mark.case("CB-16")
@pytest.mark.parametrize("signed_in", [True, False])
def test_every_page_of_a_browser_is_confined_and_says_nothing_of_its_request(
    *, signed_in: bool
) -> None:
    with waiting() as attempt, connect(attempt.port) as held:
        sent_on = ask(attempt.port, attempt.genuine())
        late = ask(attempt.port, request("/callback?state=older", attempt.port))
        held.sendall(request(location(sent_on), attempt.port))
        ask(attempt.port, request("/", attempt.port))
        attempt.receiver.conclude(signed_in)
        outcome = rest(held)

        assert outcome.startswith(b"HTTP/1.1 200 ")
        for page in (sent_on, late, outcome):
            head = page.partition(b"\r\n\r\n")[0].decode().split("\r\n")
            found = list(header_faults(head[1:]))
            assert found == (["location was sent"] if page is sent_on else [])
            assert STATE.encode() not in page
            assert CODE.encode() not in page
