"""RingAuth, whose window does what its standard input says; started by ``driven.py``.

Its keyring is a file of the test's. Where a file of the given name appears, a call to
the keyring hangs until that is gone.
"""

import atexit
import json
import os
import sys
import threading
import time
from pathlib import Path

import keyring.backend
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from ringauth_gui import app, program
from ringauth_gui.gui.main_window import MainWindow
from ringauth_gui.gui.palette import Palette

POLL = 0.01


class FileKeyring(keyring.backend.KeyringBackend):
    """Keeps secrets in a file that the test can read."""

    priority = 1.0

    def __init__(self, folder: Path) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # of keyring
        self._file = folder / "keyring.json"
        self._hang = folder / "hang"
        self._lock = threading.Lock()

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self._wait()
        return self._read().get(f"{service}/{username}")

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self._wait()
        with self._lock:
            kept = {**self._read(), f"{service}/{username}": password}
            self._file.write_text(json.dumps(kept), "utf-8")

    @override
    def delete_password(self, service: str, username: str) -> None:
        self._wait()
        with self._lock:
            kept = self._read()
            if kept.pop(f"{service}/{username}", None) is None:
                raise keyring.errors.PasswordDeleteError
            self._file.write_text(json.dumps(kept), "utf-8")

    def _read(self) -> dict[str, str]:
        if not self._file.exists():
            return {}
        kept: dict[str, str] = json.loads(self._file.read_text("utf-8"))
        return kept

    def _wait(self) -> None:
        while self._hang.exists():
            time.sleep(POLL)


class Driver(QObject):
    """Does in the window what a line says, and answers with a line."""

    _came = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._came.connect(self._on_came)
        threading.Thread(target=self._listen, name="driver", daemon=True).start()

    def _listen(self) -> None:
        while line := os.read(0, 4096).decode():
            self._came.emit(line.strip())

    def _on_came(self, line: str) -> None:
        verb, _, rest = line.partition(" ")
        answer = getattr(self, verb)(rest)
        print(json.dumps(answer), flush=True)  # noqa: T201 - it is read by the test

    def press(self, name: str) -> bool:
        """Press a button as a person does; return whether it could be pressed."""
        for button in self._window.findChildren(QAbstractButton, name):
            if button.isVisible() and button.isEnabled():
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return True
        return False

    def choose(self, text: str) -> bool:
        """Choose an item of a menu."""
        for menu in self._window.menuBar().actions():  # type: ignore[attr-defined]
            for action in menu.menu().actions():
                if action.text().replace("&", "") == text and action.isEnabled():
                    QTimer.singleShot(0, action.trigger)
                    return True
        return False

    def fill(self, name_and_text: str) -> bool:
        """Type into a field, or pick a choice, and leave it."""
        name, _, text = name_and_text.partition(" ")
        for combo in self._window.findChildren(QComboBox, name):
            combo.setCurrentText(text)
        for field in self._window.findChildren(QLineEdit, name):
            field.setText(text)
            field.editingFinished.emit()
        return True

    def text(self, name: str) -> str:
        """Return the text of a label or field in sight."""
        for widget in QApplication.allWidgets():
            if widget.objectName() == name and widget.isVisible():
                if isinstance(widget, QLabel | QLineEdit):
                    return widget.text()
                return "visible"
        return ""

    def place(self, _rest: str) -> tuple[int, int]:
        """Return where the window is."""
        return self._window.x(), self._window.y()

    def close(self, _rest: str) -> bool:
        """Close the window as a person does."""
        QTimer.singleShot(0, self._window.close)
        return True


class DrivenWindow(MainWindow):
    """The window, which tells when it is painted and closed, and does as it is told."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        if "SIGNAL_AT_START" in os.environ:
            os.kill(os.getpid(), int(os.environ["SIGNAL_AT_START"]))
        self.painted.connect(self._on_painted)
        self.closing.connect(lambda: print(json.dumps("ending"), flush=True))  # noqa: T201

    def _on_painted(self) -> None:
        Driver(self)
        print(json.dumps("painted"), flush=True)  # noqa: T201 - as above


def main() -> int:
    """Run RingAuth; at the very end tell which threads are left."""
    atexit.register(_tell_threads)  # what is registered first is called last
    folder = Path(os.environ["DRIVEN_FOLDER"])
    # A module that RingAuth knows: it would not write to a stranger.
    FileKeyring.__module__ = "keyring.backends.libsecret"
    keyring.set_keyring(FileKeyring(folder))
    vars(program)["MainWindow"] = DrivenWindow
    return app.main()


def _tell_threads() -> None:
    left = [each.name for each in threading.enumerate() if each.name != "driver"]
    print(json.dumps(left), flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    sys.exit(main())
