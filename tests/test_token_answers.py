"""Token answers over real sockets: accepted whole or refused whole (R10)."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ringauth_gui.errors import InvalidServerResponse, NotJson
from ringauth_gui.oauth.token import Token
from tests.fakes.answer_scripts import answer, answering
from tests.fakes.fake_http_server import FakeHttpServer
from tests.token_path import KEPT, TokenPath, words_for

SECONDS = 30.0
USES: dict[str, Callable[[TokenPath], Token]] = {
    "refresh": lambda path: path.refresh().token,
    "authorize": lambda path: path.exchange_code(),
}
EACH_USE = pytest.mark.parametrize("use", USES)


def _body(**changes: object) -> bytes:
    """Return a whole answer with some members changed; ``...`` leaves one out."""
    members = {"access_token": "new-access", "token_type": "bearer", **changes}
    return json.dumps(
        {name: value for name, value in members.items() if value is not ...}
    ).encode()


def _granted(use: str, body: bytes, folder: Path) -> Token:
    with FakeHttpServer(answering(answer(body))) as server:
        return USES[use](TokenPath(server, folder, SECONDS))


def _refused(use: str, body: bytes, folder: Path) -> InvalidServerResponse:
    """Return what an answer raises; all is as before, and nothing was sent again."""
    with FakeHttpServer(answering(answer(body))) as server:
        path = TokenPath(server, folder, SECONDS)
        with pytest.raises(InvalidServerResponse) as caught:
            USES[use](path)

    assert words_for(caught.value, "refresh")
    assert path.kept == KEPT
    assert len(server.requests) == 1
    return caught.value


@pytest.mark.case("TK-06")
@EACH_USE
@pytest.mark.parametrize("untrusted", [..., None, "", 7, ["abc"], {"a": "abc"}])
def test_an_access_token_that_is_none_refuses_the_whole_answer(
    use: str, untrusted: object, tmp_path: Path
) -> None:
    _refused(use, _body(access_token=untrusted, refresh_token="new"), tmp_path)


@pytest.mark.parametrize("member", ["access_token", "refresh_token", "id_token"])
@pytest.mark.parametrize(
    "untrusted",
    ["a b", "a\tb", "a\r\nX: y", "a\0", "ä", "\ud800", "\u202e", "x" * 16385],
)
def test_a_token_with_characters_or_a_length_that_no_token_has_is_refused(
    member: str, untrusted: str, tmp_path: Path
) -> None:
    _refused("refresh", _body(**{member: untrusted}), tmp_path)


@pytest.mark.case("TK-14")
@EACH_USE
@pytest.mark.parametrize("token_type", ["bearer", "Bearer", "BEARER"])
def test_bearer_is_accepted_in_any_letter_case(
    use: str, token_type: str, tmp_path: Path
) -> None:
    token = _granted(use, _body(token_type=token_type), tmp_path)

    assert token.access_token == "new-access"
    assert token.token_type == token_type


@pytest.mark.case("TK-14")
@EACH_USE
@pytest.mark.parametrize("untrusted", [..., None, "mac", "DPoP", "", ["bearer"], 1])
def test_any_other_token_type_refuses_the_whole_answer(
    use: str, untrusted: object, tmp_path: Path
) -> None:
    error = _refused(use, _body(token_type=untrusted), tmp_path)

    assert error.reason == "its token type is not bearer"


@pytest.mark.case("TK-15")
@EACH_USE
@pytest.mark.parametrize(
    "twice",
    [
        b'{"access_token": "CANARY-one-4711", "token_type": "bearer", '
        b'"access_token": "CANARY-two-4711"}',
        b'{"access_token": "CANARY-one-4711", "token_type": "bearer", '
        b'"\\u0061ccess_token": "CANARY-two-4711"}',
        b'{"access_token": "CANARY-one-4711", "token_type": "bearer", '
        b'"other": [{"a": 1, "a": 2}]}',
    ],
    ids=["plainly", "escaped", "deep within"],
)
def test_what_stands_there_twice_is_ambiguous(
    use: str, twice: bytes, tmp_path: Path
) -> None:
    error = _refused(use, twice, tmp_path)

    assert error.reason == "it names a member twice"


@pytest.mark.case("TK-16")
@EACH_USE
def test_a_byte_order_mark_is_accepted(use: str, tmp_path: Path) -> None:
    token = _granted(use, b"\xef\xbb\xbf" + _body(), tmp_path)

    assert token.access_token == "new-access"


@pytest.mark.parametrize("coding", ["utf-16", "utf-32", "utf-16-le", "utf-32-be"])
def test_no_other_coding_of_text_is_guessed(coding: str, tmp_path: Path) -> None:
    body = _body().decode().encode(coding)

    assert isinstance(_refused("refresh", body, tmp_path), NotJson)


@pytest.mark.parametrize(
    "untrusted",
    [b"1e400", b"-1e400", b"9" * 4000, b"true", b"[60]", b'"1e3"', b'"\\u0663"'],
)
def test_a_lifetime_that_is_none_is_unknown_and_costs_no_token(
    untrusted: bytes, tmp_path: Path
) -> None:
    body = _body().replace(b"}", b', "expires_in": %b}' % untrusted)

    token = _granted("refresh", body, tmp_path)

    assert token.expires_in is None


@pytest.mark.parametrize(
    "untrusted",
    [b"NaN", b"Infinity", b"-Infinity", b"9" * 5000, b"060", b"0x10", b"1."],
)
def test_a_number_that_is_none_refuses_the_whole_answer(
    untrusted: bytes, tmp_path: Path
) -> None:
    body = _body().replace(b"}", b', "expires_in": %b}' % untrusted)

    assert isinstance(_refused("refresh", body, tmp_path), NotJson)


@pytest.mark.parametrize("open_", [b'{"a":', b"["], ids=["objects", "lists"])
def test_what_is_nested_without_an_end_is_refused(open_: bytes, tmp_path: Path) -> None:
    body = b'{"access_token": ' + open_ * 150_000

    assert isinstance(_refused("refresh", body, tmp_path), NotJson)
