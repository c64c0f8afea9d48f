"""What is saved of the log is an HTTP Archive that other programs open (RD-05)."""

import json
from dataclasses import replace
from typing import Any

import jsonschema  # type: ignore[import-untyped] # it has no types
import pytest
from haralyzer import HarParser  # type: ignore[import-untyped] # nor has it
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest, HttpResponse, Timings
from ringauth_gui.redaction import RUN, Redaction
from ringauth_gui.takeaway.har import har_parts
from ringauth_gui.takeaway.hiding import Hiding, Secrets
from tests.takeaway.har_schema import HAR_SCHEMA

CANARY = "CANARY-7f3a-0123456789-abcdefghij"
SENT = Moment(1_764_000_000.25, 100.0)
URL = "https://platform.example/restapi/oauth/token"
SIGN_IN = Exchange(
    HttpRequest("GET", "https://platform.example/authorize"),
    {},
    SENT,
    0.0,
    query={"client_id": "client-1", "state": CANARY},
)
GRANTED = Exchange(
    HttpRequest("POST", URL, form={"code": CANARY}, note="authorization_code"),
    {"Authorization": f"Basic {CANARY}", "Host": "platform.example"},
    SENT,
    0.184,
    HttpResponse(
        200,
        {"content-type": "application/json", "set-cookie": CANARY},
        json.dumps({"access_token": CANARY, "expires_in": 3600}).encode(),
        SENT,
    ),
    timings=Timings(0.05, 0.12, 0.014),
)
LOST = Exchange(HttpRequest("GET", URL), {}, SENT, 0.1, failure="reset")
MOVED = Exchange(
    HttpRequest("GET", URL),
    {},
    SENT,
    0.1,
    HttpResponse(302, {"location": f"https://x.example/?code={CANARY}"}, b"", SENT),
)
ALL = (SIGN_IN, GRANTED, LOST, MOVED)


def archive(*exchanges: Exchange, secrets: Secrets = Secrets.MASKED) -> dict[str, Any]:
    text = "".join(har_parts(exchanges, Hiding(Redaction(), secrets), "1.0"))
    read: dict[str, Any] = json.loads(text)
    jsonschema.validate(read, HAR_SCHEMA)
    return read


def test_an_empty_log_is_an_archive_too() -> None:
    assert archive()["log"]["entries"] == []


def test_every_exchange_is_an_entry_of_a_valid_archive() -> None:
    log = archive(*ALL)["log"]

    assert log["creator"] == {"name": "RingAuth", "version": "1.0"}
    statuses = [entry["response"]["status"] for entry in log["entries"]]
    assert statuses == [0, 200, 0, 302]
    entry = log["entries"][1]
    assert entry["startedDateTime"] == "2025-11-24T16:00:00.250+00:00"
    assert entry["time"] == 184
    assert entry["comment"] == "authorization_code"
    timings = entry["timings"]
    assert (timings["connect"], timings["wait"], timings["receive"]) == (50, 120, 14)
    assert log["entries"][2]["comment"] == "reset"


def test_the_parts_of_the_time_are_its_sum() -> None:
    for entry in archive(*ALL)["log"]["entries"]:
        parts = [each for each in entry["timings"].values() if each != -1]

        assert sum(parts) == pytest.approx(entry["time"])


@pytest.mark.case("RD-05")
def test_no_secret_is_in_an_archive() -> None:
    text = json.dumps(archive(*ALL), ensure_ascii=False)

    runs = [CANARY[at : at + RUN] for at in range(len(CANARY) - RUN + 1)]
    assert not [run for run in runs if run in text]
    assert text.count("••••") >= 6


def test_with_secrets_an_archive_holds_what_was_sent() -> None:
    entries = archive(*ALL, secrets=Secrets.SHOWN)["log"]["entries"]

    assert entries[0]["request"]["queryString"][1]["value"] == CANARY
    assert entries[1]["request"]["postData"]["params"][0]["value"] == CANARY
    assert CANARY in entries[1]["response"]["content"]["text"]


def test_another_program_opens_it() -> None:
    parser = HarParser(archive(*ALL))

    (page,) = parser.pages
    assert [entry.status for entry in page.entries] == [0, 200, 0, 302]
    assert page.entries[1].request.method == "POST"
    assert page.entries[1].response.mimeType == "application/json"


def test_what_would_not_look_like_what_it_is_is_told_and_is_still_there() -> None:
    answer = HttpResponse(200, {}, "<p>\u202edaolyap \x9b".encode(), SENT)
    odd = replace(GRANTED, response=answer)

    text = "".join(har_parts([odd], Hiding(Redaction()), "1.0"))

    assert "<p>\\u202edaolyap \\u009b" in text
    content = archive(odd)["log"]["entries"][0]["response"]["content"]
    assert content["text"] == "<p>\u202edaolyap \x9b"


def test_a_body_that_was_given_up_is_no_empty_body() -> None:
    gone = HttpResponse(200, {}, b"", SENT, given_up=756)

    (entry,) = archive(replace(GRANTED, response=gone))["log"]["entries"]

    content = entry["response"]["content"]
    assert content["comment"] == "This body was given up to save memory."
    assert content["size"] == 756


def test_a_cut_answer_says_that_it_is_cut() -> None:
    hiding = Hiding(Redaction(), longest=10)
    text = "".join(har_parts([GRANTED], hiding, "1.0"))

    content = json.loads(text)["log"]["entries"][0]["response"]["content"]

    assert content["comment"] == "This is the beginning of it."
    assert "comment" not in archive(GRANTED)["log"]["entries"][0]["response"]["content"]


@given(st.binary(max_size=200), st.dictionaries(st.text(), st.text(), max_size=3))
def test_whatever_a_server_answers_is_a_valid_archive(
    body: bytes, headers: dict[str, str]
) -> None:
    answer = HttpResponse(200, headers, body, SENT)

    archive(Exchange(HttpRequest("GET", URL), {}, SENT, 0.1, answer))
