"""Faults that keep a client waiting or change what was done, over real HTTP."""

import email.utils
import threading
import time

import pytest
import requests

from ringauth_gui.practice.endpoint import Endpoint
from ringauth_gui.practice.faults import usual_fault
from ringauth_gui.practice.server import PracticeServer
from tests.practice.fake_clock import FakeClock
from tests.practice.fault_use import METADATA, at, switch_on, token_answer
from tests.practice.visitor import Visitor, code_of

pytestmark = pytest.mark.usefixtures("world")


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
