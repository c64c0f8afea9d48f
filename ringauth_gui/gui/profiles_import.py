"""Brings profiles from a file into the window."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ringauth_gui.gui.background import BackgroundRunner
from ringauth_gui.gui.file_drop import FileDrop
from ringauth_gui.gui.import_plan import PlannedProfile
from ringauth_gui.gui.latest_run import LatestRun
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.profile_import_dialog import FoundProfiles, ProfileImportDialog
from ringauth_gui.gui.profile_secrets import NO_NEW_SECRETS
from ringauth_gui.gui.session_keeping import is_same_kept
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.storage.exported_file import read_exported_file
from ringauth_gui.storage.exported_profiles import ReadExport

PORTION = 50


class ProfilesImport(QObject):
    """Holds the dialog while it is open; nothing is taken before its answer.

    Signals:
        said: The Message that tells what was taken over.
    """

    said = Signal(object)

    def __init__(
        self,
        sessions: SessionList,
        runner: BackgroundRunner,
        know: Callable[[str], None],
        window: QWidget,
    ) -> None:
        """Import into ``sessions``, on ``window``.

        Args:
            sessions: Where imported profiles go.
            runner: Reads what may block.
            know: Is given what looks like a secret, to be masked from then on.
            window: What the dialog belongs to.
        """
        super().__init__(window)
        self._sessions = sessions
        self._know = know
        self._window = window
        self._reads = LatestRun(runner)
        self._dialog: ProfileImportDialog | None = None

    def open(self) -> None:
        """Open the dialog; it is there once."""
        self._opened().activateWindow()

    def open_file(self, path: Path) -> None:
        """Open the dialog, and show what the file holds."""
        dialog = self._opened()
        dialog.show_reading(path.name)

        def show(read: ReadExport) -> None:
            dialog.show_found(FoundProfiles(path.name, read, self._sessions.profiles))

        self._reads.start(
            lambda: read_exported_file(path, self._know), show, dialog.show_problem
        )

    def _opened(self) -> ProfileImportDialog:
        if self._dialog is None:
            dialog = ProfileImportDialog(self._window)
            dialog.file_wanted.connect(self._on_dialog_file_wanted)
            dialog.taken.connect(self._on_dialog_taken)
            FileDrop(dialog).dropped.connect(self.open_file)
            dialog.finished.connect(self._on_dialog_finished)
            self._dialog = dialog
            dialog.open()
        return self._dialog

    def _on_dialog_file_wanted(self) -> None:
        chooser = QFileDialog(
            self._dialog, self.tr("Choose a file with profiles"), str(Path.home())
        )
        chooser.setObjectName("profilesFileDialog")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([self.tr("Profiles (*.json)"), self.tr("All files (*)")])
        chooser.fileSelected.connect(lambda path: self.open_file(Path(path)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _on_dialog_taken(self, planned: Sequence[PlannedProfile]) -> None:
        self._take_over(planned, planned)

    def _take_over(
        self, rest: Sequence[PlannedProfile], planned: Sequence[PlannedProfile]
    ) -> None:
        """Take over a portion of the ``rest``, so that the window stays alive."""
        portion, rest = rest[:PORTION], rest[PORTION:]
        for each in portion:
            if each.replaced is not None:
                self._replace(each)
        new = [each.profile for each in portion if each.replaced is None]
        self._sessions.add_all(new)
        self._sessions.save()
        if rest:
            QTimer.singleShot(0, self, partial(self._take_over, rest, planned))
        else:
            self._sessions.select(planned[0].profile.id)
            self.said.emit(_message(planned))

    def _replace(self, planned: PlannedProfile) -> None:
        session = self._sessions.get(planned.profile.id)
        if session is None:  # it was deleted while the dialog was open
            self._sessions.add_all([planned.profile])
        elif is_same_kept(session.state.profile, planned.profile):
            session.update_options(planned.profile)
        else:
            session.save(planned.profile, NO_NEW_SECRETS)

    def _on_dialog_finished(self) -> None:
        self._reads.drop()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _message(planned: Sequence[PlannedProfile]) -> Message:
    count = len(planned)
    what = "1 profile was" if count == 1 else f"{count} profiles were"
    needs_secret = any(each.profile.has_secret for each in planned)
    advice = "Enter the secret of each app that has one on its Profile tab. "
    return Message(
        MessageKind.GOOD,
        f"{what} imported",
        f"{advice if needs_secret else ''}Press Authorize to sign in.",
    )
