"""What only knows itself is taken apart on the GUI thread, whoever makes garbage."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ringauth_gui.gui.garbage import Garbage
from ringauth_gui.gui.main_window import MainWindow
from ringauth_gui.gui.palette import LIGHT
from ringauth_gui.gui.ticker import Ticker


class Knot(QObject):
    """Knows itself, as a widget and what it is connected to often do."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[Garbage]:
    window = MainWindow(LIGHT)
    qtbot.addWidget(window)
    garbage = Garbage(Ticker(window))
    yield garbage
    garbage.end()


def leave_a_knot(ended_on: list[str]) -> None:
    """Make a knot that nobody knows any more."""
    knot = Knot()
    weakref.finalize(
        knot, lambda: ended_on.append(threading.current_thread().name)
    ).atexit = False


def make_much(kept: list[list[int]]) -> None:
    """Make so much that stays that Python collects, where it may."""
    kept += [[number] for number in range(200_000)]


def test_a_worker_that_makes_much_takes_nothing_of_qt_apart(garbage: Garbage) -> None:
    ended_on: list[str] = []
    kept: list[list[int]] = []
    leave_a_knot(ended_on)

    worker = threading.Thread(target=make_much, args=[kept], name="worker")
    worker.start()
    worker.join()
    before = list(ended_on)
    garbage.collect()

    assert before == []
    assert ended_on == [threading.main_thread().name]


def test_python_collects_by_itself_again_at_the_end(garbage: Garbage) -> None:
    assert not gc.isenabled()

    garbage.end()

    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
