"""Text from outside becomes one harmless line."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringauth_gui.oauth.plain_text import plain, with_escapes


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


@pytest.mark.parametrize(
    ("untrusted", "shown"),
    [
        ("Grüße\n\tto the 世界 🎉", "Grüße\n\tto the 世界 🎉"),
        ("one\r\ntwo\rthree", "one\ntwo\\rthree"),
        ("\x1b[31mred\0\x7f\x85", "\\u001b[31mred\\u0000\\u007f\\u0085"),
        ("safe\u202egpj.exe", "safe\\u202egpj.exe"),
        ("\ud800 \U000e0041", "\\ud800 \\udb40\\udc41"),
    ],
)
def test_what_would_not_look_like_what_it_is_is_told(
    untrusted: str, shown: str
) -> None:
    assert with_escapes(untrusted) == shown


@given(st.text(st.characters(), max_size=300))
def test_json_with_escapes_is_the_same_json(untrusted: str) -> None:
    text = with_escapes(json.dumps([untrusted], ensure_ascii=False))

    assert json.loads(text) == [untrusted]
    assert not {unicodedata.category(c) for c in text} & {"Cc", "Cf", "Cs"}
