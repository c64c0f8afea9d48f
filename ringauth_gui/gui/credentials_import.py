"""Brings credentials from a file or the environment into the profile form."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ringauth_gui.credentials_source import CredentialsSource
from ringauth_gui.errors import HoldsProfiles
from ringauth_gui.gui.background import BackgroundRunner
from ringauth_gui.gui.file_drop import FileDrop
from ringauth_gui.gui.import_dialog import Findings, ImportDialog
from ringauth_gui.gui.import_offer import OfferMaker, danger_words
from ringauth_gui.gui.latest_run import LatestRun
from ringauth_gui.ringcentral.found_credentials import FoundCredentials

Read = Callable[[], tuple[FoundCredentials, ...] | None]


@dataclass(frozen=True)
class ImportTools:
    """What an import needs besides the window.

    Attributes:
        source: Reads files and the environment; may block.
        offers: Makes offers of what they hold.
        runner: Runs what may block.
    """

    source: CredentialsSource
    offers: OfferMaker
    runner: BackgroundRunner


class CredentialsImport(QObject):
    """Holds the dialog while it is open; nothing is saved here.

    Signals:
        taken: The ``ProfileDraft`` that the person wants to go on with.
        profiles_found: The ``Path`` of a file that holds profiles instead.
    """

    taken = Signal(object)
    profiles_found = Signal(object)

    def __init__(self, tools: ImportTools, window: QWidget) -> None:
        """Import for ``window``."""
        super().__init__(window)
        self._tools = tools
        self._window = window
        self._dialog: ImportDialog | None = None
        self._reads = LatestRun(tools.runner)
        self._place = self.tr("this computer's keyring")

    def set_secret_place(self, place: str) -> None:
        """Take where secrets are kept, in words."""
        self._place = place

    def open(self) -> None:
        """Open the dialog; it is there once."""
        if self._dialog is None:
            tools = self._tools
            dialog = ImportDialog(tools.source.variable, tools.offers, self._window)
            dialog.file_wanted.connect(self._on_dialog_file_wanted)
            dialog.environment_wanted.connect(self._on_dialog_environment_wanted)
            dialog.taken.connect(self.taken)
            FileDrop(dialog).dropped.connect(self.open_file)
            dialog.finished.connect(self._on_dialog_finished)
            self._dialog = dialog
            dialog.open()
        self._dialog.activateWindow()

    def open_file(self, path: Path) -> None:
        """Open the dialog, and show what the file holds."""
        self.open()
        danger = danger_words(self._place, is_file=True)
        source = self._tools.source

        def read() -> tuple[FoundCredentials, ...] | None:
            try:
                return source.in_file(path)
            except HoldsProfiles:
                return None

        self._read(path.name, read, danger, path)

    def _read(
        self, where: str, read: Read, danger: str, path: Path | None = None
    ) -> None:
        """Read on a worker; what comes after another choice is not shown any more."""
        dialog = self._dialog
        if dialog is None:
            return
        dialog.show_reading(where)

        def show(found: tuple[FoundCredentials, ...] | None) -> None:
            if found is not None:
                dialog.show_findings(Findings(where, found, danger))
                return
            dialog.reject()
            self.profiles_found.emit(path)

        self._reads.start(read, show, dialog.show_problem)

    def _on_dialog_file_wanted(self) -> None:
        chooser = QFileDialog(
            self._dialog, self.tr("Choose a file with credentials"), str(Path.home())
        )
        chooser.setObjectName("credentialsFileDialog")
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters(
            [self.tr("Credentials (*.json *.env .env*)"), self.tr("All files (*)")]
        )
        # What is looked for is often called .env, which is hidden where dots hide.
        chooser.setFilter(chooser.filter() | QDir.Filter.Hidden)
        chooser.fileSelected.connect(lambda path: self.open_file(Path(path)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _on_dialog_environment_wanted(self) -> None:
        self._read(
            self.tr("this program's environment"),
            self._tools.source.in_environment,
            danger_words(self._place, is_file=False),
        )

    def _on_dialog_finished(self) -> None:
        self._reads.drop()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
