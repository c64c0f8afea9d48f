"""The list that says how an answer was checked."""

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.oauth.answer_check import AnswerCheck, CheckOutcome

_SIGNS = {
    CheckOutcome.PASSED: "✓",
    CheckOutcome.FAILED: "✕",
    CheckOutcome.DIFFERS: "≠",
    CheckOutcome.NOT_APPLICABLE: "–",
}
_ROLES = {
    CheckOutcome.PASSED: "sign-good",
    CheckOutcome.FAILED: "sign-bad",
    CheckOutcome.DIFFERS: "sign-warning",
    CheckOutcome.NOT_APPLICABLE: "quiet",
}
_SIGN_WIDTH, _SUBJECT_WIDTH = 20, 120


class AnswerCheckList(QFrame):
    """One line a check: its sign, its subject, what it came to, and its source."""

    def __init__(self) -> None:
        """Stay hidden until there is something to show."""
        super().__init__()
        self.setObjectName("answerChecks")
        self.setAccessibleName(self.tr("How the answer was checked"))
        self.setProperty("role", "card")
        self._grid = QGridLayout()
        self._labels: list[PlainLabel] = []
        self._lay_out()
        self.hide()

    def show_checks(self, checks: tuple[AnswerCheck, ...]) -> None:
        """Show ``checks`` in place of those before."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for row, check in enumerate(checks):
            self._add_row(row, check)
        self.setVisible(bool(checks))

    def _add_row(self, row: int, check: AnswerCheck) -> None:
        sign = PlainLabel(_SIGNS[check.outcome], _ROLES[check.outcome], wraps=False)
        sign.setAccessibleName(check.outcome.value)
        cells = (
            sign,
            PlainLabel(check.subject),
            PlainLabel(check.detail, "quiet"),
            PlainLabel(check.source, "small"),
        )
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, row, column)
        self._labels.extend(cells)

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, _SIGN_WIDTH)
        self._grid.setColumnMinimumWidth(1, _SUBJECT_WIDTH)
        for column, stretch in ((1, 2), (2, 4), (3, 2)):
            self._grid.setColumnStretch(column, stretch)
        heading = PlainLabel(self.tr("How the answer was checked"))
        bold = heading.font()
        bold.setBold(True)
        heading.setFont(bold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addLayout(self._grid)
