"""What may be entered as client ID and client secret."""

import string
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.client_fields import client_id, client_secret

Check = Callable[[str], str]
BOTH = pytest.mark.parametrize("check", [client_id, client_secret])


@pytest.mark.case("IN-01")
@BOTH
@pytest.mark.parametrize("typed", [" abc-1 ", "\tabc-1", "abc-1\r\n", "\nabc-1\n"])
def test_surrounding_blanks_are_trimmed(check: Check, typed: str) -> None:
    assert check(typed) == "abc-1"


@pytest.mark.case("IN-02", "IN-03")
@BOTH
@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\n", "LINE FEED (U+000A)"),
        ("\r", "CARRIAGE RETURN (U+000D)"),
        ("\0", "NUL (U+0000)"),
        ("\x01", "a hidden character (U+0001)"),
        (" ", "SPACE (U+0020)"),
        ("\u200b", "ZERO WIDTH SPACE (U+200B)"),
        ("\u00a0", "NO-BREAK SPACE (U+00A0)"),
        ("\u202e", "RIGHT-TO-LEFT OVERRIDE (U+202E)"),
        ("\u00ad", "SOFT HYPHEN (U+00AD)"),
        ("\u0430", "CYRILLIC SMALL LETTER A (U+0430)"),
        ("\ud800", "a hidden character (U+D800)"),
    ],
)
def test_a_foreign_character_is_named_with_its_position(
    check: Check, character: str, name: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        check(f" ab{character}cd ")

    assert f"holds {name} at position 3;" in caught.value.reason


@pytest.mark.case("IN-03")
@BOTH
def test_an_invisible_character_at_the_end_is_not_silently_dropped(
    check: Check,
) -> None:
    with pytest.raises(ConfigurationError, match="ZERO WIDTH SPACE"):
        check("abc\u200b")


@pytest.mark.case("IN-04")
@BOTH
def test_too_long_a_value_is_refused_rather_than_cut(check: Check) -> None:
    with pytest.raises(ConfigurationError, match="has 102400 characters"):
        check(100 * 1024 * "x")


@BOTH
def test_a_long_value_within_the_limit_is_kept(check: Check) -> None:
    assert check(1024 * "x") == 1024 * "x"


@pytest.mark.parametrize("typed", ["", "  \n"])
def test_a_missing_client_id_is_refused_in_words(typed: str) -> None:
    with pytest.raises(ConfigurationError, match=r"The client ID is missing\."):
        client_id(typed)


@pytest.mark.case("IN-12")
@pytest.mark.parametrize("typed", ["", "  \n"])
def test_a_missing_secret_makes_a_public_client(typed: str) -> None:
    assert client_secret(typed) == ""


def test_a_colon_is_for_secrets_only() -> None:
    with pytest.raises(ConfigurationError, match="colon at position 3"):
        client_id("ab:c")

    assert client_secret("ab:c") == "ab:c"


@pytest.mark.parametrize(
    ("check", "field"), [(client_id, "client_id"), (client_secret, "client_secret")]
)
def test_the_field_is_named(check: Check, field: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        check("a b")

    assert caught.value.field == field


def test_a_refusal_does_not_quote_the_secret() -> None:
    with pytest.raises(ConfigurationError) as caught:
        client_secret("canary secret")

    assert "canary" not in str(caught.value)


@BOTH
@given(text=st.text(max_size=40))
def test_what_is_accepted_is_plain_and_stays_as_it_is(check: Check, text: str) -> None:
    try:
        value = check(text)
    except ConfigurationError:
        return

    assert value == text.strip(string.whitespace)
    assert set(value) <= set(string.ascii_letters + string.digits + string.punctuation)
    assert check is client_secret or check(value) == value
