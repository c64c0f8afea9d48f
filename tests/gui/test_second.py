"""What a second in which nothing happens looks up, changes and paints."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import Caller
from ringauth_gui.gui.call_watch import SELDOM
from ringauth_gui.gui.countdown_rings import INSIDE, CountdownRings
from ringauth_gui.moment import Clock
from ringauth_gui.storage.profile import Profile
from tests.gui.reading import child
from tests.gui.shell import SUPPORT, Shell
from tests.gui.token_examples import token

pytestmark = pytest.mark.qt_log_ignore("This plugin does not")

# What tells of something that is another than before, were it a second ago.
CHANGES = {
    QEvent.Type.EnabledChange,
    QEvent.Type.FontChange,
    QEvent.Type.LayoutRequest,
    QEvent.Type.StyleChange,
    QEvent.Type.ToolTipChange,
}


class Watch(QObject):
    """Keeps what widgets are told of, by their names, and what is painted of them."""

    def __init__(self) -> None:
        super().__init__()
        self.changes: list[tuple[str, QEvent.Type]] = []
        self.painted: dict[str, QRect] = {}

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWidget):
            name = watched.objectName() or type(watched).__name__
            if event.type() in CHANGES:
                self.changes.append((name, event.type()))
            if isinstance(event, QPaintEvent):
                self.painted[name] = event.rect()
        return False


class WatchedCounts(CallCounts):
    """Keeps whose calls were looked up."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        super().__init__(folder, clock)
        self.looked_up: list[Caller] = []

    @override
    def is_outdated(self, caller: Caller) -> bool:
        self.looked_up.append(caller)
        return super().is_outdated(caller)


def _settle(shell: Shell) -> None:
    """Wait until the page that came into sight just now is laid out and painted."""
    shell.wait_until(lambda: _watch_a_second(shell).changes == [])


def _watch_a_second(shell: Shell) -> Watch:
    shell.tick(1)
    QApplication.processEvents()
    watch, application = Watch(), QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    shell.tick(1)
    QApplication.processEvents()
    application.removeEventFilter(watch)
    return watch


def test_it_changes_texts_alone(shell: Shell) -> None:
    shell.start_signed_in()
    _settle(shell)

    changes = [_watch_a_second(shell).changes for _ in range(5)]

    assert changes == [[]] * 5


def test_it_paints_the_clock_and_the_rings_only_when_they_are_shorter(
    shell: Shell,
) -> None:
    shell.start_signed_in()
    _settle(shell)
    rings = child(shell.window, CountdownRings, "countdown")

    seconds = [_watch_a_second(shell).painted for _ in range(20)]

    painted = [each["countdown"] for each in seconds]
    assert painted.count(INSIDE) == 16
    assert painted.count(rings.rect()) == 4  # half a degree takes five seconds
    assert not any("CountdownCard" in each for each in seconds)


def _many(count: int) -> list[Profile]:
    return [
        replace(SUPPORT, id=f"p{n}", name=f"Profile {n}", client_id=f"client-{n}")
        for n in range(count)
    ]


def test_it_looks_up_the_calls_of_the_profile_in_sight_and_seldom_all(
    shell: Shell,
) -> None:
    counts = WatchedCounts(shell.locks, shell.clock)
    shell.counts = counts
    profiles = _many(20)
    shell.keep(profiles[0], token())
    shell.start(*profiles)
    shell.tick(1)  # the first one finds out what there is
    shell.wait_until(lambda: len(counts.looked_up) >= len(profiles))
    counts.looked_up.clear()

    for _ in range(SELDOM):
        shell.tick(1)

    in_sight = [each for each in counts.looked_up if each.client_id == "client-0"]
    assert len(in_sight) == SELDOM
    assert len(counts.looked_up) == SELDOM + len(profiles) - 1
