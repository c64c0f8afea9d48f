"""Makes a report of the profile in sight, shows it, and lets it be taken away."""

import os
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ringauth_gui.gui.latest_run import LatestRun
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.report_dialog import ReportDialog
from ringauth_gui.gui.save_dialog import ask_where_to_save
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.oauth.token import Token
from ringauth_gui.personal_names import personal_names
from ringauth_gui.storage.files import write_where_it_is
from ringauth_gui.storage.log_files import last_lines
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.profile_json import profile_to_json, without_secrets
from ringauth_gui.takeaway.report import Report, ReportLine, ReportSource
from ringauth_gui.versions import versions

FILE_NAME = "ringauth-report.txt"
LOG_LINES = 200


@dataclass(frozen=True)
class ReportTools:
    """What a report is made with.

    Attributes:
        tools: The clipboard, the runner, and what is secret.
        clock: Tells the time.
        log_folder: Where the log is.
    """

    tools: PageTools
    clock: Clock
    log_folder: Path


@dataclass(frozen=True)
class ReportSubject:
    """What a report is about.

    Attributes:
        profile: The profile in sight; None for none.
        token: Its token, if there is one.
        exchanges: What was sent for it, oldest first.
        checks: What the checks found, if they were run.
    """

    profile: Profile | None
    token: Token | None
    exchanges: Sequence[Exchange]
    checks: Sequence[ReportLine]


class ReportMaking(QObject):
    """Lives as long as its dialog."""

    def __init__(
        self, subject: ReportSubject, made_with: ReportTools, window: QWidget
    ) -> None:
        """Open the dialog on ``window`` and make the report on a worker."""
        dialog = ReportDialog(window)
        super().__init__(dialog)
        self._dialog = dialog
        self._clipboard = made_with.tools.clipboard
        self._run = LatestRun(made_with.tools.runner)
        dialog.copy_wanted.connect(self._copy)
        dialog.file_wanted.connect(self._choose_file)
        dialog.finished.connect(self._run.drop)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self._run.start(
            partial(_text, subject, made_with),
            dialog.show_report,
            dialog.show_problem,
        )

    def _copy(self, text: str) -> None:
        self._clipboard.copy_plain(text)
        self._dialog.show_done(self.tr("Copied."))

    def _choose_file(self, text: str) -> None:
        ask_where_to_save(
            self._dialog,
            self.tr("Save the report"),
            FILE_NAME,
            "reportFileDialog",
            lambda path: self._write(path, text),
        )

    def _write(self, path: Path, text: str) -> None:
        self._run.start(
            lambda: write_where_it_is(path, text),
            lambda _nothing: self._dialog.show_done(
                self.tr("Saved as {0}.").format(path.name)
            ),
            self._dialog.show_problem,
        )


def _text(subject: ReportSubject, made_with: ReportTools) -> str:
    """Make the report, on a worker."""
    salt: Callable[[int], bytes] = secrets.token_bytes
    report = Report(made_with.tools.redaction, personal_names(), salt(16))
    return report.text(
        ReportSource(
            made_at=made_with.clock().wall,
            versions=versions(),
            profile=_profile(subject.profile),
            token=subject.token,
            checks=subject.checks,
            exchanges=subject.exchanges,
            log=last_lines(made_with.log_folder, os.getpid(), LOG_LINES),
        )
    )


def _profile(profile: Profile | None) -> Mapping[str, object]:
    return {} if profile is None else without_secrets(profile_to_json(profile))
