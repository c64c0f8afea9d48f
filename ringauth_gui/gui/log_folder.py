"""Shows the folder of the log, in the system's own window for folders."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.program_log import ProgramLog

OpenAddress = Callable[[QUrl], bool]


class LogFolder(QObject):
    """Opens it, or says where it is.

    Signals:
        message: Why it was not opened.
    """

    message = Signal(object)

    def __init__(
        self, log: ProgramLog, open_address: OpenAddress = QDesktopServices.openUrl
    ) -> None:
        """Open the folder of ``log`` with ``open_address``."""
        super().__init__()
        self._log = log
        self._open_address = open_address

    @property
    def folder(self) -> Path:
        """The folder."""
        return self._log.folder

    @property
    def place(self) -> str:
        """Where the folder is."""
        return str(self._log.folder)

    def show(self) -> None:
        """Open the folder; where that fails, say so and where it is."""
        if not self._log.folder.is_dir():
            reason = self._log.problem
            self._tell(
                self.tr("There is no log folder"),
                self.tr("Nothing was logged so far.")
                if reason is None
                else self.tr("It could not be made ({0}).").format(reason),
            )
        elif not self._open_address(QUrl.fromLocalFile(self.place)):
            self._tell(
                self.tr("The log folder was not opened"),
                self.tr("This system offers no program that shows folders."),
            )

    def _tell(self, title: str, reason: str) -> None:
        advice = self.tr("{0} Its place is {1}.").format(reason, self.place)
        self.message.emit(Message(MessageKind.WARNING, title, advice))
