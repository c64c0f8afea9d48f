"""The side list as a person uses it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from tests.gui.menu_use import press
from tests.gui.reading import child
from tests.gui.shell import Shell


def order(shell: Shell) -> list[str]:
    """Return the names in the list, from top to bottom."""
    return [row.partition(",")[0] for row in shell.rows()]


def view(shell: Shell) -> QListView:
    """Return the rows."""
    return child(shell.window, QListView, "profileList")


def selected(shell: Shell) -> str:
    """Return the name of the row that is selected; empty when none is."""
    indexes = view(shell).selectionModel().selectedIndexes()
    return str(indexes[0].data()) if indexes else ""


def start_renaming(shell: Shell) -> QLineEdit:
    """Press the keys that open the row in sight, and return its field."""
    press(shell, "Rename")
    return child(shell.window, QLineEdit, "renameEdit")


def rename(shell: Shell, name: str, key: Qt.Key = Qt.Key.Key_Return) -> QLineEdit:
    """Type another name into the row in sight, and end with ``key``."""
    edit = start_renaming(shell)
    edit.selectAll()
    QTest.keyClicks(edit, name)
    QTest.keyClick(edit, key)
    QApplication.processEvents()  # Qt takes the name once its own keys are over
    return edit


def filter_by(shell: Shell, text: str) -> QLineEdit:
    """Press the keys of the filter, and type ``text`` in place of what is there."""
    press(shell, "Filter profiles")
    edit = child(shell.window, QLineEdit, "profileFilterEdit")
    edit.selectAll()
    QTest.keyClicks(edit, text) if text else edit.clear()
    return edit


def delete(shell: Shell) -> None:
    """Press the keys that delete the profile in sight, and wait until it is gone."""
    count = len(shell.sessions.sessions)
    press(shell, "Delete profile")
    shell.wait_until(lambda: len(shell.sessions.sessions) < count)
    if shell.sessions.current is not None:
        shell.wait_idle()


def undo(shell: Shell) -> None:
    """Press the keys that bring a profile back, and wait until all is read."""
    press(shell, "Undo delete")
    shell.wait_idle()
