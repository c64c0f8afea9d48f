"""Works in RingAuth's window with all profiles signed in; for ``many_profiles.py``.

many_profiles_window.py SECONDS: prints as JSON how many milliseconds each thing took,
and which share of a core the window took in so many seconds in sight and out of it.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from typing_extensions import override

from ringauth_gui import app
from ringauth_gui.arguments import Arguments
from ringauth_gui.gui.late_imports import PAUSE
from ringauth_gui.moment import system_clock
from ringauth_gui.oauth.token import Token
from ringauth_gui.program import Program

SETTLED = 8000  # milliseconds, when all is imported that was not before the first paint
TIMES = 20
WORDS = ("p", "pr", "pro", "pro 1", "pro 12", "")
Found = TypeVar("Found", bound=QWidget)


class PaintWatch(QObject):
    """Knows whether a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.was_painted = False
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.was_painted |= event.type() is QEvent.Type.Paint
        return False


class MeasuredProgram(Program):
    """RingAuth, which signs in everywhere, measures itself and ends."""

    @override
    def start(self, arguments: Arguments) -> None:
        super().start(arguments)
        QTimer.singleShot(SETTLED, self._measure)

    def _measure(self) -> None:
        self._sign_in()
        seconds = float(sys.argv[1])
        told = {
            "switch": [self._switch(turn) for turn in range(TIMES)],
            "filter": [self._type(word) for word in WORDS * 3],
            "tick": [took(self._control.ticker.tick) for _ in range(TIMES)],
            "in sight": [idle(seconds)],
        }
        self._window.hide()
        told["hidden"] = [idle(seconds)]
        print(json.dumps(told), flush=True)
        os._exit(0)

    def _sign_in(self) -> None:
        vault = self._equipment.services.authorizer().clients.vault
        for session in self._sessions.sessions:
            number = session.state.profile.id
            token = Token(
                access_token=f"access-{number}",
                token_type="bearer",  # noqa: S106 - the type's name
                issued=system_clock(),
                expires_in=3600,
                refresh_token=f"refresh-{number}",
                refresh_issued=system_clock(),
                refresh_token_expires_in=604_800,
            )
            vault.save_token(session.state.profile, token)
            session.open()
        while any(each.state.activity for each in self._sessions.sessions):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, PAUSE)

    def _switch(self, turn: int) -> float:
        """Click on another row, and wait until its page is painted."""
        rows = self._find(QListView, "profileList")
        place = rows.visualRect(rows.model().index(turn % 4, 0)).center()
        page = PaintWatch(self._find(QWidget, "profilePage"))

        def click() -> None:
            QTest.mouseClick(
                rows.viewport(),
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                place,
            )
            while not page.was_painted:
                QApplication.processEvents()

        return took(click)

    def _type(self, text: str) -> float:
        """Type in the filter, and wait until the list is painted."""
        edit = self._find(QLineEdit, "profileFilterEdit")

        def type_it() -> None:
            edit.setText(text)
            QApplication.processEvents()

        return took(type_it)

    def _find(self, kind: type[Found], name: str) -> Found:
        found = self._window.findChild(kind, name)
        if found is None:
            raise SystemExit(f"{name} is not there")
        return found


def took(do: Callable[[], object]) -> float:
    """Return how many milliseconds it takes, with the paint that follows."""
    QApplication.processEvents()
    began = time.perf_counter()
    do()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def idle(seconds: float) -> float:
    """Return which share of a core goes into doing nothing, in percent."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    began = time.process_time()
    loop.exec()
    return (time.process_time() - began) / seconds * 100


vars(app)["Program"] = MeasuredProgram
sys.exit(app.main([]))
