"""Saves the HTTP log as an archive, on a worker, with its progress."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ringauth_gui import __version__
from ringauth_gui.errors import OperationCancelled
from ringauth_gui.gui.har_dialog import LONGEST, HarDialog
from ringauth_gui.gui.latest_run import LatestRun
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.save_dialog import ask_where_to_save
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.redaction import Redaction
from ringauth_gui.storage.files import write_parts
from ringauth_gui.takeaway.har import har_parts
from ringauth_gui.takeaway.hiding import Hiding, Secrets

FILE_NAME = "ringauth.har"
_LOOK = 100  # milliseconds between two looks at how far it is


@dataclass
class _Progress:
    """How far a worker is; a plain value, so that a window may be gone meanwhile."""

    done: int = 0
    cancel: threading.Event = field(default_factory=threading.Event)

    def following(self, parts: Iterable[str]) -> Iterator[str]:
        """Yield ``parts`` and count them; raises OperationCancelled."""
        for part in parts:
            if self.cancel.is_set():
                raise OperationCancelled
            yield part
            self.done += 1


class HarSaving(QObject):
    """Lives as long as its dialog."""

    def __init__(
        self, exchanges: Sequence[Exchange], tools: PageTools, window: QWidget
    ) -> None:
        """Open the dialog for ``exchanges`` on ``window``."""
        write = partial(_parts, tools.redaction, longest=LONGEST)
        dialog = HarDialog(exchanges, write, window)
        super().__init__(dialog)
        self._dialog = dialog
        self._exchanges = exchanges
        self._tools = tools
        self._run = LatestRun(tools.runner)
        self._progress = _Progress()
        self._looks = QTimer(self, interval=_LOOK)
        self._looks.timeout.connect(self._on_looks_timeout)
        self._dialog.file_wanted.connect(self._choose_file)
        self._dialog.cancelled.connect(self._on_dialog_cancelled)
        self._dialog.finished.connect(self._on_dialog_finished)
        application = QCoreApplication.instance()
        if application is not None:
            # A worker that is not told would leave half a file as the process ends.
            application.aboutToQuit.connect(self._on_dialog_cancelled)
        self._dialog.open()

    def _choose_file(self, secrets: Secrets) -> None:
        ask_where_to_save(
            self._dialog,
            self.tr("Save the HTTP log"),
            FILE_NAME,
            "harFileDialog",
            lambda path: self._write(path, secrets),
            [self.tr("HTTP Archive (*.har)"), self.tr("All (*)")],
        )

    def _write(self, path: Path, secrets: Secrets) -> None:
        self._progress = progress = _Progress()
        parts = progress.following(
            _parts(self._tools.redaction, self._exchanges, secrets)
        )
        self._dialog.show_progress(0)
        self._looks.start()
        self._run.start(
            lambda: write_parts(path, parts),
            lambda _nothing: self._end(
                self.tr("Saved as {0}.").format(path.name), is_problem=False
            ),
            lambda reason: self._end(
                reason or self.tr("Cancelled. Nothing was saved."), is_problem=True
            ),
        )

    def _end(self, text: str, *, is_problem: bool) -> None:
        self._looks.stop()
        self._dialog.show_end(text, is_problem=is_problem)

    def _on_looks_timeout(self) -> None:
        self._dialog.show_progress(self._progress.done)

    def _on_dialog_cancelled(self) -> None:
        self._progress.cancel.set()

    def _on_dialog_finished(self) -> None:
        self._progress.cancel.set()
        self._run.drop()
        self._dialog.deleteLater()


def _parts(
    redaction: Redaction,
    exchanges: Sequence[Exchange],
    secrets: Secrets,
    longest: int | None = None,
) -> Iterator[str]:
    hiding = Hiding(redaction, secrets, longest=longest)
    return har_parts(exchanges, hiding, __version__)
