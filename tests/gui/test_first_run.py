"""The first screen."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.first_run import FirstRun
from tests.gui.reading import button, visible_texts

# Qt's offscreen platform says so of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def screen(qtbot: QtBot) -> FirstRun:
    widget = FirstRun()
    qtbot.addWidget(widget)
    widget.resize(820, 504)
    widget.show()
    return widget


@pytest.mark.parametrize("width", range(520, 1000, 40))
def test_the_buttons_of_both_cards_stand_in_one_line(
    screen: FirstRun, width: int
) -> None:
    screen.resize(width, 504)

    names = ("tryPracticeButton", "connectAppButton", "importButton")
    places = [button(screen, name).mapTo(screen, QPoint()) for name in names]
    assert len({place.y() for place in places}) == 1


def test_it_reads_as_in_the_picture(screen: FirstRun) -> None:
    assert visible_texts(screen) == [
        "Sign in to RingCentral, see the token, know when it ends",
        "Start with a practice server that runs inside this app, "
        "or connect your own RingCentral app.",
        "No account needed",
        "Practice server",
        "A RingCentral look-alike on this computer. "
        "Sign in, refresh, revoke and break things safely.",
        "Your client ID",
        "RingCentral app",
        "You need the client ID, the client secret if the app has one, "
        "and one redirect URI to register.",
    ]


def test_try_it_asks_for_the_practice_server(qtbot: QtBot, screen: FirstRun) -> None:
    with qtbot.waitSignal(screen.try_practice_requested):
        button(screen, "tryPracticeButton").click()

    assert button(screen, "tryPracticeButton").accessibleName() == "Try it"


def test_connect_asks_for_a_profile(qtbot: QtBot, screen: FirstRun) -> None:
    with qtbot.waitSignal(screen.connect_app_requested):
        button(screen, "connectAppButton").click()

    assert button(screen, "connectAppButton").accessibleName() == "Connect an app…"


def test_both_buttons_are_in_sight_in_the_smallest_window(screen: FirstRun) -> None:
    for name in ("tryPracticeButton", "connectAppButton"):
        one = button(screen, name)
        assert screen.rect().contains(one.mapTo(screen, one.rect().bottomRight()))
