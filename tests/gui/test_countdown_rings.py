"""The rings show what is left, in colour and in words."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.countdown_rings import CountdownRings, paint_ring, ring_fraction
from ringauth_gui.gui.palette import DARK, LIGHT

HOUR, WEEK = 3600, 604800
# Points of the 200-pixel widget, on the middle of a ring's line, at its left.
OUTER_LEFT, INNER_LEFT = (3, 100), (20, 100)
INNER_RIGHT = (180, 100)


class Announcements:
    """Keeps what a screen reader would have been told."""

    def __init__(self) -> None:
        self.said: list[tuple[QWidget, str]] = []

    def __call__(self, source: QWidget, text: str) -> None:
        self.said.append((source, text))


@pytest.fixture
def announcements() -> Announcements:
    return Announcements()


@pytest.fixture
def rings(qtbot: QtBot, announcements: Announcements) -> CountdownRings:
    widget = CountdownRings(announce=announcements)
    qtbot.addWidget(widget)
    return widget


def colour_at(widget: QWidget, point: tuple[int, int]) -> str:
    return widget.grab().toImage().pixelColor(*point).name()


def test_the_description_is_the_whole_sentence(rings: CountdownRings) -> None:
    rings.show_remaining(3271, HOUR, 603000, WEEK, has_refresh=True)

    assert rings.objectName() == "countdown"
    assert rings.accessibleName() == "Time left"
    assert rings.accessibleDescription() == (
        "Access token: 54 min 31 s left. Refresh token: 6 d 23 h left."
    )


@pytest.mark.parametrize(
    ("remaining", "colour"),
    [
        (3271, LIGHT.good),
        (300, LIGHT.warning),
        (59, LIGHT.bad),
        (0, LIGHT.ring_track),
        (None, LIGHT.ring_track),
    ],
)
def test_the_inner_ring_takes_the_colour_of_the_level(
    rings: CountdownRings, remaining: float | None, colour: str
) -> None:
    rings.show_remaining(remaining, HOUR, None, None, has_refresh=False)

    # Just right of the top, where a ring that is not empty always begins.
    assert colour_at(rings, (102, 20)) == colour


def test_the_rings_run_down_clockwise_from_the_top(rings: CountdownRings) -> None:
    rings.show_remaining(HOUR / 2, HOUR, WEEK, WEEK, has_refresh=True)

    assert colour_at(rings, INNER_RIGHT) == LIGHT.good
    assert colour_at(rings, INNER_LEFT) == LIGHT.ring_track
    assert colour_at(rings, OUTER_LEFT) == LIGHT.accent


def test_without_a_refresh_token_the_outer_ring_is_empty(rings: CountdownRings) -> None:
    rings.show_remaining(HOUR, HOUR, None, None, has_refresh=False)

    assert colour_at(rings, OUTER_LEFT) == LIGHT.ring_track


def test_the_rings_follow_the_palette(rings: CountdownRings) -> None:
    rings.show_remaining(HOUR, HOUR, WEEK, WEEK, has_refresh=True)

    rings.set_palette(DARK)

    assert colour_at(rings, INNER_LEFT) == DARK.good
    assert colour_at(rings, OUTER_LEFT) == DARK.accent


@pytest.mark.case("TM-05")
def test_each_new_level_is_announced_once(
    rings: CountdownRings, announcements: Announcements
) -> None:
    for left in range(62, -3, -1):
        rings.show_remaining(left, 600, None, None, has_refresh=False)

    assert announcements.said == [
        (rings, "Access token: 1 min left. No refresh token."),
        (rings, "Access token: over. No refresh token."),
    ]


def test_the_first_token_is_not_announced(
    rings: CountdownRings, announcements: Announcements
) -> None:
    rings.show_remaining(HOUR, HOUR, WEEK, WEEK, has_refresh=True)

    assert announcements.said == []


def test_a_screen_reader_may_be_absent(qtbot: QtBot) -> None:
    widget = CountdownRings()
    qtbot.addWidget(widget)
    widget.show_remaining(61, 600, None, None, has_refresh=False)

    widget.show_remaining(60, 600, None, None, has_refresh=False)

    assert widget.accessibleDescription().startswith("Access token: 1 min left.")


@pytest.mark.parametrize(
    ("remaining", "lifetime", "fraction"),
    [
        (900, 3600, 0.25),
        (4000, 3600, 1.0),
        (-1, 3600, 0.0),
        (None, 3600, 0.0),
        (10, None, 0.0),
        (10, 0, 0.0),
    ],
)
def test_the_fraction_stays_between_empty_and_full(
    remaining: float | None, lifetime: float | None, fraction: float
) -> None:
    assert ring_fraction(remaining, lifetime) == fraction


@pytest.mark.usefixtures("qapp")
def test_a_small_ring_can_be_painted_elsewhere() -> None:
    image = QImage(22, 22, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)

    paint_ring(painter, QRectF(0, 0, 22, 22), 4, 0.5, LIGHT.good, LIGHT.ring_track)
    painter.end()

    assert image.pixelColor(20, 11).name() == LIGHT.good
    assert image.pixelColor(1, 11).name() == LIGHT.ring_track
    assert image.pixelColor(11, 11).name() == "#ffffff"
