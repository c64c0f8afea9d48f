"""Characters that a field refuses are named."""

import pytest

from ringauth_gui.oauth.character_name import described, described_at


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "NUL (U+0000)"),
        ("\x02", "a hidden character (U+0002)"),
        ("\ud800", "a hidden character (U+D800)"),
        ("\u00ad", "SOFT HYPHEN (U+00AD)"),
        ("\U000e0041", "TAG LATIN CAPITAL LETTER A (U+E0041)"),
    ],
)
def test_a_character_is_named(character: str, name: str) -> None:
    assert described(character) == name


def test_positions_begin_with_one() -> None:
    assert described_at("ab\u200bc", 2) == "ZERO WIDTH SPACE (U+200B) at position 3"
