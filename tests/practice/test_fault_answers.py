"""What each fault answers in place of the server, and what it makes of answers."""

import email.utils
import time

import pytest
import requests

from ringauth_gui.practice.endpoint import Endpoint
from ringauth_gui.practice.faults import usual_fault
from ringauth_gui.practice.server import PracticeServer
from tests.practice.fault_use import METADATA, at, switch_on, token_answer
from tests.practice.visitor import Visitor, answer_of, code_of, ticket_of

ELSEWHERE = "https://elsewhere.example/restapi/oauth/token"

pytestmark = pytest.mark.usefixtures("world")


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


def test_the_date_is_minutes_away(server: PracticeServer, visitor: Visitor) -> None:
    switch_on(server, at("wrong-clock", Endpoint.METADATA, amount=-10))

    told = email.utils.parsedate_to_datetime(visitor.get(METADATA).headers["Date"])

    assert told.timestamp() == pytest.approx(time.time() - 600, abs=30)
