"""The Account tab: whose token it is, and how the answer was checked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ringauth_gui.gui.answer_check_list import AnswerCheckList
from ringauth_gui.gui.identity_rows import IdentityRow, identity_rows
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.scroll_page import make_scrollable
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.answer_check import AnswerCheck
from ringauth_gui.ringcentral.identity import CheckResult

_LABEL_WIDTH = 98


class AccountPanel(QWidget):
    """Shows what a Check found, and how the last sign-in's answer was checked."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        """Show nothing until told; ``clock`` tells whether a Check was today."""
        super().__init__(parent)
        self.setObjectName("accountPanel")
        self.setAccessibleName(self.tr("Account"))
        self._clock = clock
        self._empty = PlainLabel(
            self.tr("Press Check to ask the API whose token this is."), "quiet"
        )
        self._empty.setObjectName("accountEmpty")
        self._grid = QGridLayout()
        self._labels: list[PlainLabel] = []
        self._checks = AnswerCheckList()
        self._lay_out()

    def show_check(self, result: CheckResult | None) -> None:
        """Show whose token it is; None when nobody has asked."""
        for label in self._labels:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        self._empty.setVisible(result is None)
        if result is not None:
            for at, row in enumerate(identity_rows(result, self._clock().wall)):
                self._add_row(at, row)

    def show_answer_checks(self, checks: tuple[AnswerCheck, ...]) -> None:
        """Show how the answer was checked; hidden while there is nothing to show."""
        self._checks.show_checks(checks)

    def _add_row(self, at: int, row: IdentityRow) -> None:
        label = PlainLabel(row.label, "quiet", wraps=False)
        value = PlainLabel(row.value)
        value.make_selectable()
        self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, at, 1)
        self._labels.extend((label, value))

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(self._empty)
        inside.addLayout(self._grid)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(card)
        layout.addWidget(self._checks)
        layout.addStretch(1)
        make_scrollable(self, content)
