"""Help > Check this computer: what a sign-in depends on, a line each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ringauth_gui.checkup.finding import Check, Finding, Verdict
from ringauth_gui.gui.checkup_row import CheckupRow
from ringauth_gui.gui.named_controls import named, named_button
from ringauth_gui.gui.named_dialog import NamedDialog
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.scroll_page import ScrollPage

_SIZE, _LEAST = (720, 520), (560, 400)


class CheckupDialog(NamedDialog):
    """Shows each check as it ends, and how many are still to come.

    Signals:
        again_wanted: Run all checks once more.
        cancelled: Run no more of them.
        report_wanted: Make a report of what was found.
    """

    again_wanted = Signal()
    cancelled = Signal()
    report_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Wait for the checks."""
        super().__init__("checkupDialog", self.tr("Check this computer"), parent)
        self.setModal(False)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self._rows: dict[str, CheckupRow] = {}
        self._findings: list[Finding] = []
        self._state = PlainLabel()
        self._state.setObjectName("checkupState")
        self._progress = named(QProgressBar(), "checkupProgress", self.tr("Progress"))
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._again = named_button("checkAgainButton", self.tr("Check &again"))
        self._cancel = named_button("cancelCheckupButton", self.tr("&Cancel"))
        self._report = named_button("makeReportButton", self.tr("Make a &report…"))
        self._close = named_button("closeCheckupButton", self.tr("C&lose"))
        self._lay_out()
        self._connect()

    def show_begun(self, subject: str) -> None:
        """Say that what a sign-in at ``subject``, a server, needs is looked at now."""
        self._state.setText(
            self.tr("Looking at what a sign-in at {0} needs…").format(subject)
        )
        self._set_running(is_running=True)

    def begin(self, checks: Sequence[Check]) -> None:
        """Show ``checks`` before they run."""
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.deleteLater()
        self._rows = {check.key: CheckupRow(check) for check in checks}
        self._findings = []
        for at, row in enumerate(self._rows.values()):
            self._column.insertWidget(at, row)
        self._progress.setRange(0, len(checks))
        self._progress.setValue(0)

    def show_running(self, key: str) -> None:
        """Say that a check runs."""
        self._rows[key].show_running()

    def show_cancelled(self, key: str) -> None:
        """Say that a check was ended before it found anything."""
        self._rows[key].show_cancelled()

    def show_finding(self, key: str, finding: Finding) -> None:
        """Say what a check found."""
        self._rows[key].show_finding(finding)
        self._findings.append(finding)
        self._progress.setValue(len(self._findings))

    def end(self) -> None:
        """Say what all checks that ran came to."""
        self._set_running(is_running=False)
        self._state.setText(self._summary())

    def show_problem(self, reason: str) -> None:
        """Say why nothing could be looked at."""
        self._set_running(is_running=False)
        self._state.setText(reason)

    def _summary(self) -> str:
        verdicts = [finding.verdict for finding in self._findings]
        wrong, odd = verdicts.count(Verdict.BAD), verdicts.count(Verdict.WARNING)
        if len(verdicts) < len(self._rows):
            done = self.tr("Cancelled: {0} of {1} were looked at.")
            return done.format(len(verdicts), len(self._rows))
        if wrong:
            text = self.tr("{0} of {1} things are wrong. What to do is said below.")
            return text.format(wrong, len(verdicts))
        if odd:
            return self.tr(
                "Nothing was found wrong; {0} of {1} things deserve a look."
            ).format(odd, len(verdicts))
        return self.tr("All is well.")

    def _set_running(self, *, is_running: bool) -> None:
        self._progress.setVisible(is_running)
        self._cancel.setVisible(is_running)
        self._again.setVisible(not is_running)
        self._report.setEnabled(not is_running)

    def _lay_out(self) -> None:
        self._progress.setTextVisible(False)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addStretch(1)
        scrolling = ScrollPage()
        scrolling.hold(self._content)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._again, self._cancel, self._report):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        for button in (self._again, self._cancel, self._report, self._close):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(14)
        layout.addWidget(self._state)
        layout.addWidget(self._progress)
        layout.addWidget(scrolling, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._again.clicked.connect(self.again_wanted)
        self._cancel.clicked.connect(self.cancelled)
        self._report.clicked.connect(self.report_wanted)
        self._close.clicked.connect(self.close)
