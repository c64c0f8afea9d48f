"""Brings profiles into a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ringauth_gui.gui.background import BackgroundRunner
from ringauth_gui.gui.export_dialog import ExportDialog
from ringauth_gui.gui.latest_run import LatestRun
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.save_dialog import ask_where_to_save
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.storage.exported_profiles import exported_text
from ringauth_gui.storage.files import write_where_it_is

FILE_NAME = "ringauth-profiles.json"


class ProfilesExport(QObject):
    """Holds the dialog while it is open.

    Signals:
        said: The Message that tells what was written.
    """

    said = Signal(object)

    def __init__(
        self, sessions: SessionList, runner: BackgroundRunner, window: QWidget
    ) -> None:
        """Export those of ``sessions``, on ``window``; write on ``runner``."""
        super().__init__(window)
        self._sessions = sessions
        self._window = window
        self._writes = LatestRun(runner)
        self._dialog: ExportDialog | None = None

    def open(self) -> None:
        """Open the dialog; it is there once."""
        if self._dialog is None:
            dialog = ExportDialog(self._sessions.profiles, self._window)
            dialog.file_wanted.connect(partial(self._choose_file, dialog))
            dialog.finished.connect(self._on_dialog_finished)
            self._dialog = dialog
            dialog.open()
        self._dialog.activateWindow()

    def _choose_file(self, dialog: ExportDialog) -> None:
        ask_where_to_save(
            dialog,
            self.tr("Export profiles"),
            FILE_NAME,
            "exportFileDialog",
            partial(self._write, dialog),
            [self.tr("Profiles (*.json)"), self.tr("All files (*)")],
        )

    def _write(self, dialog: ExportDialog, path: Path) -> None:
        profiles = dialog.profiles
        text = exported_text(profiles)

        def finish(_nothing: None) -> None:
            if dialog is self._dialog:
                dialog.accept()
            self.said.emit(_message(len(profiles), path))

        def fail(reason: str) -> None:
            if dialog is self._dialog:
                dialog.show_problem(reason)
            else:  # it was closed meanwhile
                self.said.emit(_problem(reason))

        self._writes.start(lambda: write_where_it_is(path, text), finish, fail)

    def _on_dialog_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _message(count: int, path: Path) -> Message:
    what = "1 profile was" if count == 1 else f"{count} profiles were"
    return Message(
        MessageKind.GOOD,
        f"{what} exported",
        f"{path.name} holds no secrets. On the other computer choose Import profiles… "
        "in the File menu.",
    )


def _problem(reason: str) -> Message:
    return Message(MessageKind.BAD, "The profiles were not exported", reason)
