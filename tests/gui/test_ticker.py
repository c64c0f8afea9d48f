"""Time passes each second in sight, and seldom where nobody looks."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.main_window import MainWindow
from ringauth_gui.gui.palette import LIGHT
from ringauth_gui.gui.ticker import SELDOM, Ticker

pytestmark = pytest.mark.qt_log_ignore("This plugin does not")


class Counted:
    """A window and its ticker, and how often that told what."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = MainWindow(LIGHT)
        qtbot.addWidget(self.window)
        self.ticker = Ticker(self.window)
        self.passed = self.seen = 0
        self.ticker.passed.connect(self._on_passed)
        self.ticker.seen.connect(self._on_seen)
        self.window.show()
        qtbot.waitExposed(self.window)

    def tick(self, times: int) -> tuple[int, int]:
        """Let so many seconds pass; return how often which signal came."""
        self.passed = self.seen = 0
        for _ in range(times):
            self.ticker.tick()
        return self.passed, self.seen

    def _on_passed(self) -> None:
        self.passed += 1

    def _on_seen(self) -> None:
        self.seen += 1


@pytest.fixture
def counted(qtbot: QtBot) -> Counted:
    return Counted(qtbot)


def test_each_second_counts_in_sight(counted: Counted) -> None:
    assert counted.tick(SELDOM) == (SELDOM, SELDOM)


def test_hidden_it_counts_seldom_and_shows_nothing(counted: Counted) -> None:
    counted.window.hide()

    assert counted.tick(2 * SELDOM) == (2, 0)


def test_minimised_it_does_too(counted: Counted) -> None:
    counted.window.setWindowState(Qt.WindowState.WindowMinimized)

    assert counted.tick(SELDOM) == (1, 0)


def test_what_was_missed_is_made_up_for_when_the_window_is_seen_again(
    counted: Counted,
) -> None:
    counted.window.hide()
    counted.tick(1)

    counted.window.show()

    assert (counted.passed, counted.seen) == (1, 1)


def test_a_window_that_is_shown_first_starts_with_the_first_second(
    counted: Counted,
) -> None:
    assert (counted.passed, counted.seen) == (0, 0)
