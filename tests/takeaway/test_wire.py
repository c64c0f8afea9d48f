"""An exchange as it looks on the wire shows all but its secrets (R22, RD-05)."""

import base64
import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest, HttpResponse
from ringauth_gui.redaction import MASK, RUN, Redaction
from ringauth_gui.takeaway.hiding import Hiding, Secrets
from ringauth_gui.takeaway.wire import WireField, wire_request, wire_response

CANARY = "CANARY-7f3a-0123456789-abcdefghij"
SENT = Moment(1_764_000_000.0, 100.0)
MASKING = Hiding(Redaction())
SHOWING = Hiding(Redaction(), Secrets.SHOWN)
HIDDEN = [each for each in Secrets if each is not Secrets.SHOWN]
SECRET_NAMES = (
    "client_secret",
    "code",
    "code_verifier",
    "state",
    "assertion",
    "access_token",
    "refresh_token",
    "id_token",
    "token",
)
SECRET_HEADERS = ("Authorization", "Cookie", "Set-Cookie", "Proxy-Authorization")


def exchange(
    form: Mapping[str, str] | None = None,
    url: str = "https://platform.example/restapi/oauth/token",
    headers: Mapping[str, str] | None = None,
) -> Exchange:
    request = HttpRequest("POST", url, form=form)
    return Exchange(request, headers or {}, SENT, 0.1)


def answered(body: str, headers: Mapping[str, str] | None = None) -> HttpResponse:
    return HttpResponse(200, headers or {}, body.encode(), SENT)


def leaks(told: object) -> bool:
    text = repr(told)
    return any(CANARY[at : at + RUN] in text for at in range(len(CANARY) - RUN + 1))


@pytest.mark.case("RD-05")
@pytest.mark.parametrize("name", SECRET_NAMES)
def test_a_secret_is_masked_wherever_its_name_stands(name: str) -> None:
    url = f"https://platform.example/x?{name}={CANARY}&b=1"
    sent = exchange({name: CANARY, "b": "1"}, url, {"Referer": url})
    body = json.dumps({"deep": [{name: CANARY, name.upper(): CANARY, "b": 1}]})

    request = wire_request(sent, MASKING)
    response = wire_response(answered(body, {"location": url}), MASKING)

    assert not leaks((request, request.body, response, response.laid_out))
    assert MASK in request.url
    assert MASK in request.body
    assert "b=1" in request.url
    assert MASK in response.body


@pytest.mark.case("RD-05")
@pytest.mark.parametrize("name", SECRET_HEADERS)
def test_a_secret_header_is_masked_in_any_letter_case(name: str) -> None:
    headers = {name: CANARY, name.lower(): CANARY, "Accept": "application/json"}

    request = wire_request(exchange(headers=headers), MASKING)

    assert not leaks(request)
    assert WireField("Accept", "application/json") in request.headers


def test_an_authorization_header_still_says_its_scheme() -> None:
    basic = wire_request(
        exchange(headers={"Authorization": f"Basic {CANARY}"}), MASKING
    )
    bearer = wire_request(
        exchange(headers={"Authorization": f"Bearer SJC1{CANARY}r0Tg"}), MASKING
    )

    assert basic.headers[0].value == f"Basic ‹client id›:{MASK}"
    assert bearer.headers[0].value == f"Bearer SJC1{MASK}r0Tg"


def test_two_tokens_can_be_told_apart_and_a_short_one_shows_nothing() -> None:
    long = wire_request(exchange({"token": f"SJC1{CANARY}r0Tg"}), MASKING)
    short = wire_request(exchange({"token": "SJC1-r0Tg"}), MASKING)

    assert long.body == f"token=SJC1{MASK}r0Tg"
    assert short.body == f"token={MASK}"


@pytest.mark.parametrize(
    "value",
    [
        f"access_token={CANARY}&x=1",
        json.dumps({"refresh_token": CANARY}),
        json.dumps(json.dumps({"refresh_token": CANARY})),
        f"https://x.example/go?to=https%3A%2F%2Fy.example%2F%3Fcode%3D{CANARY}",
        f"/relative?code={CANARY}",
        f'<input name="code" value="{CANARY}">',
        f"https://me:{CANARY}@x.example/",
    ],
)
def test_a_secret_within_a_value_is_masked_by_its_own_name(value: str) -> None:
    body = json.dumps({"message": value, "list": [[value]]})

    request = wire_request(exchange({"x": value}, headers={"X-Echo": value}), MASKING)
    response = wire_response(answered(body, {"location": value}), MASKING)
    page = wire_response(answered(value + "<"), MASKING)

    assert not leaks((request, request.body, response, response.laid_out, page))


@pytest.mark.case("RD-05")
@pytest.mark.parametrize("value", ["s3cr3t", "s3cr3t two", "s3cr3t:x y"])
@pytest.mark.parametrize("secrets", HIDDEN)
def test_credentials_without_a_scheme_are_secret_from_their_first_word_on(
    secrets: Secrets, value: str
) -> None:
    sent = exchange(headers={"Authorization": value, "Proxy-Authorization": value})

    request = wire_request(sent, Hiding(Redaction(), secrets, b"salt"))

    assert "s3cr3t" not in repr(request)


@pytest.mark.case("RD-12")
@pytest.mark.parametrize("secrets", HIDDEN)
def test_a_very_short_secret_is_hidden_by_its_name_and_the_rest_stays(
    secrets: Secrets,
) -> None:
    redaction = Redaction()
    redaction.know("test1")
    hiding = Hiding(redaction, secrets, b"salt")
    basic = base64.b64encode(b"app:test1").decode()
    body = json.dumps({"client_secret": "test1", "message": "test1 of 3 passed"})

    headers = {"Authorization": f"Basic {basic}"}
    request = wire_request(
        exchange({"client_secret": "test1"}, headers=headers), hiding
    )
    response = wire_response(answered(body), hiding)

    assert "test1" not in request.body
    assert basic not in request.headers[0].value
    assert response.body.count("test1") == 1
    assert "test1 of 3 passed" in response.body


def test_all_within_a_secret_member_is_masked() -> None:
    body = json.dumps({"token": {"value": CANARY, "n": [1234567, {"x": CANARY}]}})

    response = wire_response(answered(body), MASKING)

    assert not leaks(response)
    assert "1234567" not in response.body


def test_an_address_hides_its_user_and_its_fragment() -> None:
    url = f"https://me:{CANARY}@x.example/y#access_token={CANARY}"

    request = wire_request(exchange(url=url), MASKING)

    assert request.url == f"https://me:{MASK}@x.example/y#access_token={MASK}"


def test_a_known_secret_is_masked_whatever_it_is_called() -> None:
    redaction = Redaction()
    redaction.know(CANARY)
    hiding = Hiding(redaction)
    sent = exchange(
        {"note": CANARY}, f"https://x.example/{CANARY}?a={CANARY}", {"X": CANARY}
    )
    body = json.dumps({"message": f"no {CANARY} here", CANARY: [CANARY]})

    request = wire_request(sent, hiding)
    response = wire_response(answered(body, {"x-echo": CANARY}), hiding)
    page = wire_response(answered(f"<p>{CANARY}</p>"), hiding)

    assert not leaks((request, request.body, response, response.laid_out, page))


def test_a_page_that_is_no_json_is_cleaned_as_text() -> None:
    page = wire_response(answered(f'<a href="/x?code={CANARY}&state=1">'), MASKING)

    assert not leaks(page)
    assert page.json is None
    assert page.laid_out == page.body


def test_the_browsers_request_is_shown_with_each_parameter() -> None:
    sent = replace(
        exchange(url="https://login.example/authorize?tenant=1"),
        query={"client_id": "a b", "state": CANARY, "code_challenge": "abc"},
    )

    request = wire_request(sent, MASKING)

    assert request.target == (
        f"/authorize?tenant=1&client_id=a+b&state={MASK}&code_challenge=abc"
    )
    assert [field.name for field in request.query] == [
        "tenant",
        "client_id",
        "state",
        "code_challenge",
    ]


def test_with_secrets_everything_is_as_it_was_sent_and_came() -> None:
    headers = {"Authorization": f"Basic {CANARY}"}
    body = '{"access_token":\n"' + CANARY + '"}'

    request = wire_request(exchange({"code": f"{CANARY} ü"}, headers=headers), SHOWING)
    response = wire_response(answered(body), SHOWING)

    assert request.headers == (WireField("Authorization", f"Basic {CANARY}"),)
    assert request.body == f"code={CANARY}+%C3%BC"
    assert response.body == body
    assert response.laid_out == f'{{\n  "access_token": "{CANARY}"\n}}'


def test_a_bearer_challenge_is_readable() -> None:
    challenge = 'Bearer realm="RingCentral", error="invalid_token"'

    response = wire_response(answered("", {"www-authenticate": challenge}), MASKING)

    assert response.headers == (WireField("www-authenticate", challenge),)


def test_a_status_without_a_name_is_told_by_its_number() -> None:
    strange = wire_response(replace(answered(""), status=299), MASKING)

    assert (strange.status, strange.reason) == (299, "")
    assert wire_response(answered(""), MASKING).reason == "OK"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.just(CANARY),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just(CANARY), inner),
    max_leaves=12,
)


@given(json_values)
def test_no_twelve_characters_of_a_known_secret_come_out_of_any_json(
    value: object,
) -> None:
    redaction = Redaction()
    redaction.know(CANARY)

    response = wire_response(answered(json.dumps(value)), Hiding(redaction))

    assert not leaks((response, response.laid_out))


def test_half_a_surrogate_pair_can_be_written_to_a_file() -> None:
    response = wire_response(answered('{"name": "\\ud800"}'), MASKING)

    assert (response.body + response.laid_out).encode().count(b"ud800") == 2


@given(st.binary())
def test_any_bytes_are_shown_somehow(body: bytes) -> None:
    response = HttpResponse(200, {}, body, SENT)

    assert wire_response(response, MASKING).size == len(body)


@pytest.mark.case("RD-05")
def test_a_number_that_goes_by_a_secrets_name_is_hidden_and_no_other_is() -> None:
    body = b'{"code": 123456789012345, "expires_in": 3600, "token": null}'

    told = wire_response(HttpResponse(200, {}, body, SENT), MASKING)

    assert told.json == {"code": MASK, "expires_in": 3600, "token": None}


def test_what_is_shown_is_as_it_came_numbers_included() -> None:
    told = wire_response(HttpResponse(200, {}, b'{"code": 12345}', SENT), SHOWING)

    assert told.json == {"code": 12345}
