"""Each fault as a client meets it, over real HTTP."""

import email.utils
import threading
import time
from collections.abc import Iterator

import pytest
import requests

from ringauth_gui.practice.endpoint import Endpoint
from ringauth_gui.practice.fault_kinds import FAULT_KINDS
from ringauth_gui.practice.faults import Fault, usual_fault
from ringauth_gui.practice.server import PracticeServer
from tests.practice.fake_clock import FakeClock
from tests.practice.visitor import Visitor, answer_of, code_of, ticket_of

METADATA = "/.well-known/openid-configuration"
ELSEWHERE = "https://elsewhere.example/restapi/oauth/token"


@pytest.fixture(autouse=True)
def _normal_again(server: PracticeServer) -> Iterator[None]:
    yield
    server.world.behaviour.reset()


def switch_on(server: PracticeServer, fault: Fault) -> None:
    server.world.behaviour.change_faults(lambda faults: faults.with_fault(fault))


def at(key: str, *endpoints: Endpoint, times: int = 0, amount: int = 0) -> Fault:
    return Fault(FAULT_KINDS[key], endpoints, times, amount)


def token_answer(
    server: PracticeServer, visitor: Visitor, key: str
) -> requests.Response:
    """The answer to a code while the fault is on, as it usually is."""
    code = visitor.get_code()
    switch_on(server, usual_fault(key))
    return visitor.exchange(code)


def test_denied_whatever_is_pressed(server: PracticeServer, visitor: Visitor) -> None:
    switch_on(server, usual_fault("deny"))
    ticket = ticket_of(visitor.authorize())
    visitor.sign_in(ticket)

    answer = answer_of(visitor.consent(ticket))

    assert answer["error"] == "access_denied"
    assert answer["state"] == "the-state"
    assert "code" not in answer


def test_denying_the_denied_changes_nothing(
    server: PracticeServer, visitor: Visitor
) -> None:
    switch_on(server, usual_fault("deny"))

    assert visitor.consent("made-up").status_code == 400


def test_a_web_page_in_place_of_the_answer(
    server: PracticeServer, visitor: Visitor
) -> None:
    answer = token_answer(server, visitor, "portal")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "Guest network" in answer.text


@pytest.mark.parametrize(
    ("key", "status"), [("bad-gateway", 502), ("error-500", 500), ("error-503", 503)]
)
def test_errors_of_the_server(
    server: PracticeServer, visitor: Visitor, key: str, status: int
) -> None:
    assert token_answer(server, visitor, key).status_code == status


def test_maintenance_says_when_to_come_again(
    server: PracticeServer, visitor: Visitor
) -> None:
    answer = token_answer(server, visitor, "error-503")

    assert answer.headers["Retry-After"] == "120"
    assert answer.json()["error"] == "service_unavailable"


@pytest.mark.parametrize(
    ("key", "named"), [("too-many", "60"), ("too-many-silent", None)]
)
def test_too_many_requests(
    server: PracticeServer, visitor: Visitor, key: str, named: str | None
) -> None:
    answer = token_answer(server, visitor, key)

    assert answer.status_code == 429
    assert code_of(answer) == "CMN-301"
    assert answer.headers.get("Retry-After") == named


@pytest.mark.parametrize("key", ["cut-json", "junk"])
def test_what_is_no_json(server: PracticeServer, visitor: Visitor, key: str) -> None:
    answer = token_answer(server, visitor, key)

    assert answer.headers["Content-Type"] == "application/json"
    with pytest.raises(requests.JSONDecodeError):
        answer.json()


def test_json_of_the_wrong_kind(server: PracticeServer, visitor: Visitor) -> None:
    assert token_answer(server, visitor, "json-array").json() == ["access_token"]


def test_nothing_at_all(server: PracticeServer, visitor: Visitor) -> None:
    answer = token_answer(server, visitor, "empty")

    assert (answer.status_code, answer.content) == (200, b"")


def test_a_redirect_elsewhere(server: PracticeServer, visitor: Visitor) -> None:
    answer = token_answer(server, visitor, "redirect")

    assert answer.status_code == 307
    assert answer.headers["Location"] == ELSEWHERE


@pytest.mark.parametrize(
    ("key", "missing"),
    [("no-access-token", "access_token"), ("no-expires-in", "expires_in")],
)
def test_a_member_is_missing(
    server: PracticeServer, visitor: Visitor, key: str, missing: str
) -> None:
    members = set(token_answer(server, visitor, key).json())

    assert missing not in members
    assert "token_type" in members


def test_a_refusal_lacks_nothing(server: PracticeServer, visitor: Visitor) -> None:
    switch_on(server, usual_fault("no-access-token"))

    assert code_of(visitor.exchange("made-up")) == "OAU-106"


def test_the_connection_is_closed_and_nothing_was_done(
    server: PracticeServer, visitor: Visitor
) -> None:
    code = visitor.get_code()
    switch_on(server, at("down", Endpoint.CODE, times=1))

    with pytest.raises(requests.ConnectionError):
        visitor.exchange(code)

    assert visitor.exchange(code).status_code == 200


def test_a_lost_answer_can_be_had_again_with_the_same_refresh_token(
    server: PracticeServer, visitor: Visitor
) -> None:
    tokens = visitor.get_tokens()
    switch_on(server, usual_fault("lost-answer", times=1))
    with pytest.raises(requests.ConnectionError):
        visitor.refresh(tokens["refresh_token"])
    assert visitor.call(tokens["access_token"]).status_code == 401

    again = visitor.refresh(tokens["refresh_token"])

    assert visitor.call(again.json()["access_token"]).status_code == 200


def test_invalid_grant_on_refresh_leaves_the_session_alone(
    server: PracticeServer, visitor: Visitor
) -> None:
    tokens = visitor.get_tokens()
    switch_on(server, usual_fault("invalid-grant", times=1))

    refused = visitor.refresh(tokens["refresh_token"])

    assert refused.json()["error"] == "invalid_grant"
    assert visitor.call(tokens["access_token"]).status_code == 200


def test_a_refresh_brings_somebody_elses_token(
    server: PracticeServer, visitor: Visitor
) -> None:
    tokens = visitor.get_tokens()
    switch_on(server, usual_fault("other-owner"))

    answer = visitor.refresh(tokens["refresh_token"]).json()

    assert answer["owner_id"] != tokens["owner_id"]


def test_a_token_that_expires_soon_really_does(
    server: PracticeServer, visitor: Visitor, clock: FakeClock
) -> None:
    answer = token_answer(server, visitor, "expire-soon").json()
    assert answer["expires_in"] == 90
    clock.pass_seconds(89)
    assert visitor.call(answer["access_token"]).status_code == 200

    clock.pass_seconds(1)

    assert code_of(visitor.call(answer["access_token"])) == "OAU-128"


def test_the_date_is_minutes_away(server: PracticeServer, visitor: Visitor) -> None:
    switch_on(server, at("wrong-clock", Endpoint.METADATA, amount=-10))

    told = email.utils.parsedate_to_datetime(visitor.get(METADATA).headers["Date"])

    assert told.timestamp() == pytest.approx(time.time() - 600, abs=30)


def test_a_slow_answer_holds_up_no_other_request(
    server: PracticeServer, visitor: Visitor
) -> None:
    switch_on(server, at("slow", Endpoint.METADATA, times=1, amount=3600))
    answers: list[object] = []
    waiting = threading.Thread(target=_outcome, args=(visitor, answers))
    waiting.start()
    _wait_until_met(server)

    other = visitor.get(METADATA)

    assert other.status_code == 200
    assert waiting.is_alive()
    # The end of the server is the end of the wait, an hour early.
    server.stop()
    waiting.join(10)
    server.start()
    assert [type(one) for one in answers] == [requests.ConnectionError]


def test_a_slow_answer_comes_in_the_end(
    server: PracticeServer, visitor: Visitor
) -> None:
    switch_on(server, at("slow", Endpoint.METADATA, amount=1))
    started = time.monotonic()

    answer = visitor.get(METADATA)

    assert answer.json()["issuer"] == visitor.address
    assert time.monotonic() - started >= 1


def test_faults_add_up(server: PracticeServer, visitor: Visitor) -> None:
    switch_on(server, at("no-expires-in", Endpoint.CODE))
    switch_on(server, at("wrong-clock", Endpoint.CODE, amount=60))

    answer = visitor.exchange(visitor.get_code())

    told = email.utils.parsedate_to_datetime(answer.headers["Date"])
    assert told.timestamp() > time.time() + 3000
    assert "expires_in" not in answer.json()


def test_after_the_reset_all_is_normal(
    server: PracticeServer, visitor: Visitor
) -> None:
    switch_on(server, usual_fault("portal"))

    server.world.behaviour.reset()

    assert visitor.exchange(visitor.get_code()).status_code == 200


def _outcome(visitor: Visitor, answers: list[object]) -> None:
    try:
        answers.append(visitor.get(METADATA))
    except requests.ConnectionError as error:
        answers.append(error)


def _wait_until_met(server: PracticeServer) -> None:
    deadline = time.monotonic() + 10
    while server.world.behaviour.faults.switched_on:
        assert time.monotonic() < deadline
        time.sleep(0.01)
