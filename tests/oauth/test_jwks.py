import pytest

from ringauth_gui.errors import InvalidServerResponse, NotJson, RedirectedElsewhere
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.jwks import JWKS_SECONDS, MOST_KEYS, read_jwks
from tests.fakes.scripted_send import ScriptedSend, response

URL = "https://auth.example/keys"


def test_the_keys_are_read_by_a_plain_get() -> None:
    send = ScriptedSend(response({"keys": [{"kty": "RSA"}, "no key", {"kty": "EC"}]}))

    keys = read_jwks(send, URL)

    assert keys == ({"kty": "RSA"}, {"kty": "EC"})
    [request] = send.requests
    assert (request.method, request.url, request.form) == ("GET", URL, None)
    assert "Authorization" not in request.headers
    assert request.total_seconds == JWKS_SECONDS


def test_no_more_keys_are_read_than_any_server_has() -> None:
    send = ScriptedSend(response({"keys": [{"kid": str(at)} for at in range(99)]}))

    assert len(read_jwks(send, URL)) == MOST_KEYS


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (response(b"<html>"), NotJson),
        (response({}), InvalidServerResponse),
        (response({"keys": {}}), InvalidServerResponse),
        (response({"keys": []}, 404), InvalidServerResponse),
        (
            response(b"", 302, {"location": "https://evil.example/k"}),
            RedirectedElsewhere,
        ),
    ],
)
def test_anything_else_is_told(answer: HttpResponse, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_jwks(ScriptedSend(answer), URL)
