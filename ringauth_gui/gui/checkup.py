"""Runs the checks of this computer, and makes a report of what they found."""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ringauth_gui.gui.latest_run import LatestRun
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.window_parts import WindowParts
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.server_directory import server_name
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.checkup.finding import Check, Finding
    from ringauth_gui.gui.checkup_dialog import CheckupDialog
    from ringauth_gui.takeaway.report import ReportLine

ExchangesOf = Callable[[str], Sequence[Exchange]]


class Checkup(QObject):
    """Opens the dialog; one check runs at a time, each on a worker."""

    def __init__(
        self,
        parts: WindowParts,
        state: "Callable[[], SessionState | None]",
        exchanges: ExchangesOf,
    ) -> None:
        """Look at nothing yet.

        Args:
            parts: Of the window.
            state: Returns the state of the profile in sight; None for none.
            exchanges: Returns what was sent for a profile, by its ID.
        """
        super().__init__(parts.window)
        self._parts = parts
        self._state = state
        self._exchanges = exchanges
        self._run = LatestRun(parts.tools.runner)
        self._cancel = threading.Event()
        self._dialog: CheckupDialog | None = None
        self._checks: Sequence[Check] = ()
        self._found: list[tuple[Check, Finding]] = []
        self._looked_at: Profile | None = None
        self._has_begun = False

    def open(self) -> None:
        """Open the dialog, and run every check."""
        from ringauth_gui.gui.checkup_dialog import CheckupDialog

        if self._dialog is None:
            dialog = CheckupDialog(self._parts.window)
            dialog.again_wanted.connect(self._start)
            dialog.cancelled.connect(self._on_dialog_cancelled)
            dialog.report_wanted.connect(self.report)
            dialog.finished.connect(self._on_dialog_finished)
            self._dialog = dialog
            dialog.show()
            self._start()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def report(self) -> None:
        """Make a report of the profile in sight, with what was found last."""
        from ringauth_gui.gui.report_making import (
            ReportMaking,
            ReportSubject,
            ReportTools,
        )

        state = self._state()
        profile = None if state is None else state.profile
        subject = ReportSubject(
            profile=profile,
            token=None if state is None else state.token,
            exchanges=[] if profile is None else self._exchanges(profile.id),
            checks=self._lines(profile),
        )
        parts = self._parts
        folder = parts.log_folder.folder
        made_with = ReportTools(parts.tools, parts.clock, folder)
        ReportMaking(subject, made_with, self._dialog or parts.window)

    def _start(self) -> None:
        self._cancel = threading.Event()
        self._checks, self._found = (), []
        state = self._state()
        profile = None if state is None else state.profile
        listening = ""
        if state is not None and state.activity is Activity.AUTHORIZING:
            listening = state.redirect_uri
        self._looked_at = profile
        self._has_begun = False
        if self._dialog is not None:
            name = "RingCentral" if profile is None else server_name(profile)
            self._dialog.show_begun(name)
            self._run.start(
                lambda: self._parts.checks(profile, listening),
                self._begin,
                self._dialog.show_problem,
            )

    def _begin(self, checks: "Sequence[Check]") -> None:
        if self._dialog is not None:
            self._has_begun = True
            self._checks = checks
            self._dialog.begin(checks)
            self._look_at(list(checks))

    def _look_at(self, left: "list[Check]") -> None:
        """Run the first of the checks that are left, and then the next."""
        if self._dialog is None:
            return
        if not left or self._cancel.is_set():
            self._dialog.end()
            return
        check = left.pop(0)
        self._dialog.show_running(check.key)
        self._run.start(
            partial(check.run, self._cancel),
            partial(self._take, check, left),
            partial(self._go_without, check, left),
        )

    def _go_without(self, check: "Check", left: "list[Check]", reason: str) -> None:
        """Go on after a check that found nothing; one that was cancelled has no reason.

        A check that fails says nothing of this computer, so it must not look good.
        """
        from ringauth_gui.checkup.finding import Finding, Verdict

        if reason:
            text = self.tr("This could not be checked. {0}").format(reason)
            self._take(check, left, Finding(Verdict.WARNING, text))
            return
        if self._dialog is not None:
            self._dialog.show_cancelled(check.key)
        self._look_at(left)

    def _take(self, check: "Check", left: "list[Check]", finding: "Finding") -> None:
        finding = finding.cleaned_by(self._parts.tools.redaction.clean_values)
        self._found.append((check, finding))
        if self._dialog is not None:
            self._dialog.show_finding(check.key, finding)
        self._look_at(left)

    def _lines(self, profile: Profile | None) -> "list[ReportLine]":
        """Return what was found, for whom if it was not for ``profile``, and the rest.

        Whoever reads that must not take what was left out for well.
        """
        from ringauth_gui.takeaway.report import ReportLine

        lines = [_line(check, finding) for check, finding in self._found]
        ended = {check.key for check, _finding in self._found}
        lines += [
            ReportLine("left out", check.title, "It was not looked at.")
            for check in self._checks
            if check.key not in ended
        ]
        if lines and profile != self._looked_at:
            looked_at = self._looked_at
            whose = "no profile" if looked_at is None else f"“{looked_at.name}”"
            text = f"They were run for {whose}, as it was then, not for what is below."
            lines.insert(0, ReportLine("look at this", "These checks", text))
        return lines

    def _on_dialog_cancelled(self) -> None:
        self._cancel.set()
        if self._dialog is not None and not self._has_begun:
            self._run.drop()  # a keyring that hangs cannot be cancelled
            self._dialog.show_problem(self.tr("Cancelled: nothing was looked at."))

    def _on_dialog_finished(self) -> None:
        self._cancel.set()
        self._run.drop()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _line(check: "Check", finding: "Finding") -> "ReportLine":
    from ringauth_gui.takeaway.report import ReportLine

    text = " ".join(filter(None, (finding.text, finding.advice)))
    return ReportLine(finding.verdict.value, check.title, text, finding.details)
