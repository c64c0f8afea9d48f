"""The colours keep their contrast."""

import pytest

from ringauth_gui.gui.palette import DARK, LIGHT, Palette

GROUNDS = ("window", "panel", "side")
BACKS = ("good_back", "warning_back", "bad_back", "note_back")
PAIRS = [
    *[(text, ground) for text in ("text", "quiet") for ground in (*GROUNDS, *BACKS)],
    *[
        (text, ground)
        for text in ("good", "warning", "bad", "note")
        for ground in (*GROUNDS, f"{text}_back")
    ],
    *[("accent", ground) for ground in (*GROUNDS, *BACKS)],
    ("on_accent", "accent"),
]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_the_known_extreme() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=lambda palette: palette.tone)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_background(
    palette: Palette, text: str, ground: str
) -> None:
    found = contrast(getattr(palette, text), getattr(palette, ground))

    assert found >= 4.5
