"""Both sides of an exchange, laid out to be read and without secrets."""

from dataclasses import replace

import pytest

from ringauth_gui.gui.exchange_log import ExchangeLog
from ringauth_gui.gui.exchange_text import LONGEST, exchange_text, name_in
from ringauth_gui.gui.wire_words import WIRE_WORDS, meaning
from ringauth_gui.oauth.exchange import Exchange, HttpResponse
from ringauth_gui.redaction import MASK, Redaction
from ringauth_gui.takeaway.hiding import Hiding, Secrets
from tests.fakes.counting_redaction import CountingRedaction
from tests.gui.exchange_examples import CANARY, SENT, answered, lost, visited

MASKING = Hiding(Redaction())


def texts(exchange: Exchange, hiding: Hiding = MASKING) -> tuple[str, str, str]:
    told = exchange_text(ExchangeLog(str).append(exchange), hiding)
    return told.request, told.answer_title, told.answer


def test_form_and_json_are_laid_out_a_line_each() -> None:
    form = {"grant_type": "refresh_token", "refresh_token": CANARY}
    body = {"access_token": CANARY, "expires_in": 3600}

    request, title, answer = texts(answered(body=body, form=form))

    assert request == (
        "POST /restapi/oauth/token HTTP/1.1\n"
        "Host: platform.ringcentral.com\n"
        f"Authorization: Bearer CANA{MASK}ghij\n"
        "\n"
        "grant_type=refresh_token\n"
        f"refresh_token=CANA{MASK}ghij"
    )
    assert title == "Response · 200 OK · 88 ms"
    assert answer == (
        "rcrequestid: 52f8\n"
        "x: y\n"
        "Time spent: connect 10 ms, wait 70 ms, read 8 ms\n"
        "\n"
        "{\n"
        f'  "access_token": "CANA{MASK}ghij",\n'
        '  "expires_in": 3600\n'
        "}"
    )


def test_with_secrets_they_are_there() -> None:
    showing = Hiding(Redaction(), Secrets.SHOWN)

    request, _title, answer = texts(
        answered(body={"access_token": CANARY}, form={"code": CANARY}), showing
    )

    assert f"code={CANARY}" in request
    assert f"Bearer {CANARY}" in request
    assert f'"access_token": "{CANARY}"' in answer


def test_the_browsers_request_is_explained_parameter_by_parameter() -> None:
    request, title, answer = texts(visited())

    assert request == (
        "GET https://platform.ringcentral.com/authorize\n"
        "\n"
        "client_id=client-1\n"
        f"state={MASK}"
    )
    assert title == "What it asks for"
    assert answer.splitlines()[0] == "client_id: Names the app."
    assert answer.splitlines()[1].startswith("state: A number used once")


def test_without_an_answer_it_says_why() -> None:
    _request, title, answer = texts(lost())

    assert title == "No answer · 100 ms"
    assert answer == "No whole answer came: it was lost."


def test_a_body_that_was_given_up_is_no_empty_body() -> None:
    log = ExchangeLog(str, most_bytes=1)
    log.append(answered(body="abc"))
    log.append(answered(body="abc"))

    told = exchange_text(log.rows[0], MASKING)

    assert told.answer.endswith("\n\n[This body was given up to save memory.]")


@pytest.mark.parametrize(
    "body", ["x" * (2 * LONGEST), ["xyz"] * LONGEST, [1] * LONGEST]
)
def test_a_long_body_is_cut_and_says_where_it_is_whole(body: object) -> None:
    redaction = CountingRedaction()

    _request, _title, answer = texts(answered(body=body), Hiding(redaction))

    assert LONGEST < len(answer) < LONGEST + 100
    assert answer.endswith("\n[There is more. Save HAR… has all of it.]")
    assert redaction.looked_at < 2 * LONGEST


def test_an_answer_cannot_turn_the_order_of_what_is_read() -> None:
    body = "\u202edaolyap\x1b[2J"
    hostile = replace(
        answered(),
        response=HttpResponse(400, {"x": "\u2066y"}, f"<p>{body}".encode(), SENT),
    )

    for exchange in (hostile, answered(400, {"error_description": body})):
        _request, _title, answer = texts(exchange)

        assert "\\u202edaolyap\\u001b[2J" in answer
        assert all(line.isprintable() for line in answer.splitlines())


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("X-Rate-Limit-Group: auth", "X-Rate-Limit-Group"),
        ("grant_type=refresh_token", "grant_type"),
        ('  "expires_in": 3600,', "expires_in"),
        ("POST /restapi HTTP/1.1", ""),
        ("}", ""),
        ("", ""),
    ],
)
def test_each_line_is_about_its_name(line: str, name: str) -> None:
    assert name_in(line) == name


@pytest.mark.parametrize(
    "name",
    ["RCRequestId", "X-Rate-Limit-Remaining", "Retry-After", "WWW-Authenticate"],
)
def test_the_headers_that_matter_are_explained(name: str) -> None:
    assert meaning(name)


def test_every_meaning_is_a_sentence() -> None:
    assert all(words.endswith((".", ")")) for words in WIRE_WORDS.values())
    assert all(name == name.lower() for name in WIRE_WORDS)
