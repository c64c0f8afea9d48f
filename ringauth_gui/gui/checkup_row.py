"""One line of the check of this computer: a sign, its subject, what was found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ringauth_gui.checkup.finding import Check, Finding, Verdict
from ringauth_gui.gui.plain_label import PlainLabel, set_role

_SIGNS = {
    Verdict.GOOD: ("✓", "sign-good"),
    Verdict.WARNING: ("!", "sign-warning"),
    Verdict.BAD: ("✕", "sign-bad"),
    Verdict.NOT_NEEDED: ("–", "quiet"),
}
_WAITING = "…"
_SIGN_WIDTH, _TITLE_WIDTH = 18, 170


class CheckupRow(QWidget):
    """Says nothing of a check before it has ended."""

    def __init__(self, check: Check) -> None:
        """Wait for what ``check`` finds."""
        super().__init__()
        self.setObjectName(f"{check.key}CheckRow")
        self._title = PlainLabel(check.title)
        bold = self._title.font()
        bold.setBold(True)
        self._title.setFont(bold)
        self._title.setMinimumWidth(_TITLE_WIDTH)
        self._title.setMaximumWidth(_TITLE_WIDTH)
        self._sign = PlainLabel(_WAITING, "quiet", wraps=False)
        self._sign.setFixedWidth(_SIGN_WIDTH)
        self._text = PlainLabel(self.tr("Not looked at yet"), "quiet")
        self._text.setObjectName(f"{check.key}CheckText")
        self._advice = PlainLabel()
        self._advice.setObjectName(f"{check.key}CheckAdvice")
        self._details = PlainLabel(role="small")
        self._details.setObjectName(f"{check.key}CheckDetails")
        self._details.make_selectable()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(2)
        layout.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._title, 0, 1, 3, 1, Qt.AlignmentFlag.AlignTop)
        for row, label in enumerate((self._text, self._advice, self._details)):
            layout.addWidget(label, row, 2)
        layout.setColumnStretch(2, 1)
        self._show_extras("", "")

    def show_running(self) -> None:
        """Say that the check runs."""
        self._text.setText(self.tr("Looking…"))

    def show_cancelled(self) -> None:
        """Say that the check was ended before it found anything."""
        self._text.setText(self.tr("Cancelled"))

    def show_finding(self, finding: Finding) -> None:
        """Say what was found."""
        sign, role = _SIGNS[finding.verdict]
        self._sign.setText(sign)
        self._sign.setAccessibleName(finding.verdict.value)
        set_role(self._sign, role)
        self._text.setText(finding.text)
        set_role(self._text, "")
        self._show_extras(finding.advice, "\n".join(finding.details))

    def _show_extras(self, advice: str, details: str) -> None:
        for label, text in ((self._advice, advice), (self._details, details)):
            label.setText(text)
            label.setVisible(bool(text))
