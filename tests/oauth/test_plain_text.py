"""Text from outside becomes one harmless line."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.oauth.plain_text import plain


@pytest.mark.parametrize(
    ("untrusted", "shown"),
    [
        ("The token is expired.", "The token is expired."),
        ("<b>x</b> & {0} %s $error", "<b>x</b> & {0} %s $error"),
        ("Grüße, 世界", "Grüße, 世界"),
        ("one\ntwo\r\nthree\tfour\u2028five", "one two three four five"),
        ("\x1b[31mred\0\x7f", "\ufffd[31mred\ufffd\ufffd"),
        ("safe\u202egpj.exe", "safe\ufffdgpj.exe"),
        ("a\u200bb\u00adc\ufeffd", "a\ufffdb\ufffdc\ufffdd"),
        ("\ud800", "\ufffd"),
        (None, "None"),
        (["a", 1], "['a', 1]"),
        ("", ""),
    ],
)
def test_untrusted_text_is_shown_plain(untrusted: object, shown: str) -> None:
    assert plain(untrusted) == shown


def test_a_text_of_exactly_the_limit_is_left_whole() -> None:
    assert plain("x" * 300) == "x" * 300


@pytest.mark.parametrize("unit", ["x", "\r\n", "\u202e"])
def test_a_long_text_is_cut_with_an_ellipsis(unit: str) -> None:
    shown = plain(5 * 1024 * unit)

    assert len(shown) == 300
    assert shown.endswith("…")


def test_another_limit_is_kept() -> None:
    assert plain("authorization", 8) == "authori…"


@given(st.text(st.characters(), max_size=700), st.integers(1, 300))
def test_what_is_shown_is_one_short_line_without_hidden_characters(
    untrusted: str, limit: int
) -> None:
    shown = plain(untrusted, limit)

    assert len(shown) <= limit
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cf", "Cs"}
    assert len(shown.splitlines()) <= 1
    assert plain(shown, limit) == shown
