"""Takes a file that is dropped anywhere on a window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ringauth_gui.gui.drop_hint import DropHint


class FileDrop(QObject):
    """Looks at what is dragged over a window before the window's widgets do.

    A field would take the file's name for a text.

    Signals:
        dropped: The ``Path`` of one local file.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Take files on ``window``."""
        super().__init__(window)
        self._window = window
        self._hint = DropHint(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Judge what is dragged; leave everything else as it is."""
        if watched is self._window:
            self._follow(event)
            return False
        return self._judge(event)

    def _follow(self, event: QEvent) -> None:
        """Look at the system's own window from when there is one."""
        handle = self._window.windowHandle()
        if event.type() is QEvent.Type.Show and handle is not None:
            self._window.removeEventFilter(self)
            handle.installEventFilter(self)

    def _judge(self, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            path = dropped_file(event.mimeData())
            if path is None or not self._is_free():
                return False
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            is_over = event.type() is QEvent.Type.Drop
            self._hint.show_over(self._window, is_held=not is_over)
            if is_over:
                self.dropped.emit(path)
            return True
        if event.type() is QEvent.Type.DragLeave:
            self._hint.show_over(self._window, is_held=False)
        return False

    def _is_free(self) -> bool:
        """Return whether no dialog has to be answered first."""
        return QApplication.activeModalWidget() in {None, self._window}


def dropped_file(untrusted_data: QMimeData) -> Path | None:
    """Return the one local file that is dragged; None for anything else."""
    urls = untrusted_data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
