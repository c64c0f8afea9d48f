"""Files that a person drops on a window or chooses."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.gui.shell import Shell


def drop(window: QWidget, path: Path) -> None:
    """Drop a file on ``window``."""
    data = QMimeData()
    data.setUrls([QUrl(path.as_uri())])
    QApplication.sendEvent(
        window.windowHandle(),
        QDropEvent(
            QPoint(400, 300),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    )


def choose(shell: Shell, dialog_name: str, path: Path) -> None:
    """Choose a file in the file dialog that is open."""
    chooser = next(
        each
        for each in shell.window.findChildren(QFileDialog, dialog_name)
        if each.isVisible()
    )
    is_there = path.exists()  # a worker may have written it a moment later
    chooser.fileSelected.emit(str(path))
    chooser.accept() if is_there else chooser.reject()


def trigger(shell: Shell, text: str) -> None:
    """Choose an item of the menu bar."""
    actions = shell.window.findChildren(QAction)
    next(each for each in actions if each.text() == text).trigger()
