"""A token that was pasted, and what people paste along with it."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.pasted_token import PastedTokens, read_pasted

TOKEN = "U0pDMTFQMDFQQVMwMHxBQUF-_canary"
NOW = Moment(1_750_000_000.0, 1000.0)


def _read(text: str) -> tuple[str, tuple[str, ...]]:
    pasted = read_pasted(text, "access_token", "access token")
    return pasted.token, pasted.removed


def test_a_token_alone_is_taken_as_it_is() -> None:
    assert _read(TOKEN) == (TOKEN, ())


@pytest.mark.parametrize(
    ("text", "removed"),
    [
        (f"  {TOKEN}\r\n", ("blanks or line breaks",)),
        (f'"{TOKEN}"', ("quotes",)),
        (f" “{TOKEN}” ", ("blanks or line breaks", "quotes")),
        (f"Bearer {TOKEN}", ("“Bearer”",)),
        (f"Authorization: Bearer {TOKEN}", ("“Authorization:”", "“Bearer”")),
        (f"'authorization:bearer {TOKEN}'", ("quotes", "“Authorization:”", "“Bearer”")),
        (
            f'Authorization: "Bearer {TOKEN}"',
            ("quotes", "“Authorization:”", "“Bearer”"),
        ),
        (f"Bearer Bearer {TOKEN}", ("“Bearer”",)),
        (f"Bearer Authorization:{TOKEN}", ("“Bearer”", "“Authorization:”")),
    ],
)
def test_what_stands_around_it_is_left_out_and_named(
    text: str, removed: tuple[str, ...]
) -> None:
    assert _read(text) == (TOKEN, removed)


@pytest.mark.parametrize("text", ["", "   ", '""', "\n"])
def test_nothing_is_no_token(text: str) -> None:
    assert _read(text)[0] == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("abc def", "SPACE (U+0020) at position 4"),
        ("abc\ndef", "LINE FEED (U+000A) at position 4"),
        ("abc\u2028def", "LINE SEPARATOR (U+2028) at position 4"),
        ('abc"def', "QUOTATION MARK (U+0022) at position 4"),
        ("abc\u200bdef", "ZERO WIDTH SPACE (U+200B) at position 4"),
        ("abc\0def", "NUL (U+0000) at position 4"),
        ("x" * 16385, "16385 characters"),
    ],
)
def test_what_no_token_holds_is_refused_with_its_place_r28(
    text: str, reason: str
) -> None:
    with pytest.raises(ConfigurationError) as refused:
        _read(text)

    assert reason in refused.value.reason


@pytest.mark.parametrize(
    ("text", "is_jwt"), [("eyJh.eyJz.c2ln", True), (TOKEN, False), ("a.b", False)]
)
def test_a_jwt_is_recognised_by_its_three_parts(text: str, is_jwt: bool) -> None:
    assert read_pasted(text, "access_token", "access token").is_jwt is is_jwt


@given(st.text(max_size=60))
def test_whatever_is_pasted_a_token_is_one_word_of_plain_ascii(text: str) -> None:
    with contextlib.suppress(ConfigurationError):
        token, _ = _read(text)

        assert token.isascii()
        assert not any(character.isspace() for character in token)


def test_of_a_pasted_token_nothing_else_is_known() -> None:
    token = PastedTokens(TOKEN, "refresh").token(NOW)
    bare = PastedTokens(TOKEN).token(NOW)

    assert not token.obtained_here
    assert token.owner_id is None
    assert token.access_remaining(NOW) is None
    assert token.refresh_remaining(NOW) is None
    assert (bare.refresh_token, bare.refresh_issued) == (None, None)


def test_no_representation_tells_it_rd_04() -> None:
    pasted = read_pasted(TOKEN, "access_token", "access token")

    assert "canary" not in f"{pasted!r} {PastedTokens(TOKEN, TOKEN)!r}"
