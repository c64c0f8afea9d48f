"""The Account tab: whose token it is, what it may do, and how it was checked."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ringauth_gui.gui.answer_check_list import AnswerCheckList
from ringauth_gui.gui.identity_card import IdentityCard
from ringauth_gui.gui.identity_rows import identity_rows
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.permission_question import PermissionQuestion
from ringauth_gui.gui.permission_table import PermissionTable
from ringauth_gui.gui.permission_words import answer_text
from ringauth_gui.gui.scroll_page import ScrollPage, make_scrollable
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.answer_check import AnswerCheck
from ringauth_gui.ringcentral.identity import CheckResult
from ringauth_gui.ringcentral.permissions import PermissionRows, permission_rows
from ringauth_gui.ringcentral.user_permissions import PermissionAnswer

GAP = 16  # between the card and the table
NARROW = 640  # below this the table stands under the card
_CARD_SHARE, _TABLE_SHARE = 43, 57


class AccountPanel(QWidget):
    """Shows what a Check found, and how the last sign-in's answer was checked.

    Signals:
        permission_asked: The name of a permission to ask the server for.
        copy_requested: Rows of the table, as text.
    """

    permission_asked = Signal(str)
    copy_requested = Signal(str)

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        """Show nothing until told; ``clock`` tells whether a Check was today."""
        super().__init__(parent)
        self.setObjectName("accountPanel")
        self.setAccessibleName(self.tr("Account"))
        self._clock = clock
        self._card = IdentityCard()
        self._table = PermissionTable()
        self._question = PermissionQuestion()
        self._checks = AnswerCheckList()
        self._findings = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cost = self.tr("A Check costs none of the five calls a minute")
        self._cost_tip = self.tr(
            "Only sign-in, refresh and revocation count among the five authentication "
            "calls a minute. The list of permissions counts in the medium group."
        )
        self._page = self._lay_out()
        self._connect()
        self.show_question(self.tr("There is no token. Press Authorize first."))
        self.show_check(None)

    def show_check(
        self, result: CheckResult | None, scope: tuple[str, ...] | None = None
    ) -> None:
        """Show whose token it is and what it may do; None when nobody has asked.

        Args:
            result: What the API said.
            scope: The token's scopes; None where the server named none.
        """
        if result is None:
            self._card.show_rows(())
            self._table.show_rows(PermissionRows())
            self._table.hide()
            self._question.show_answer("")
            return
        self._card.show_rows(identity_rows(result, self._clock().wall))
        rows = permission_rows(scope, result.permissions, result.answers)
        self._table.show_rows(rows)
        self._table.setVisible(result.permissions is not None or bool(result.answers))
        self._show_answer(result.asked)
        told = result.permissions
        self._question.offer(() if told is None else told.names)
        self._order_focus()

    def show_answer_checks(self, checks: tuple[AnswerCheck, ...]) -> None:
        """Show how the answer was checked; hidden while there is nothing to show."""
        self._checks.show_checks(checks)

    def show_question(
        self, why_not: str | None, *, is_ringcentral: bool = True
    ) -> None:
        """Let a person ask for a permission, or say ``why_not``.

        What a question costs is only known of RingCentral.
        """
        self._question.allow(why_not)
        self._question.show_note(self._cost if is_ringcentral else "", self._cost_tip)

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._card.set_palette(palette)
        self._table.set_palette(palette)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the table under the card where both do not fit side by side."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < NARROW
        self._findings.setDirection(
            QBoxLayout.Direction.TopToBottom
            if is_narrow
            else QBoxLayout.Direction.LeftToRight
        )
        # One above the other, neither is to be higher than it has to be.
        self._findings.setStretch(0, 0 if is_narrow else _CARD_SHARE)
        self._findings.setStretch(1, 0 if is_narrow else _TABLE_SHARE)

    def _show_answer(self, asked: PermissionAnswer | None) -> None:
        self._question.show_answer("" if asked is None else answer_text(asked))
        if asked is not None:
            # Its own row above pushes it away, once all is laid out anew.
            QTimer.singleShot(0, self, self._reveal_answer)

    def _reveal_answer(self) -> None:
        self._page.ensure_visible(self._question)

    def _order_focus(self) -> None:
        """Let Tab go as the eye does, whatever was built last."""
        parts = (self._card, self._table, self._question)
        controls = [control for part in parts for control in part.controls]
        for before, after in pairwise(controls):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> ScrollPage:
        self._findings.setSpacing(GAP)
        self._findings.addWidget(self._card, _CARD_SHARE, Qt.AlignmentFlag.AlignTop)
        self._findings.addWidget(self._table, _TABLE_SHARE)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(self._findings)
        layout.addWidget(self._question)
        layout.addWidget(self._checks)
        layout.addStretch(1)
        return make_scrollable(self, content)

    def _connect(self) -> None:
        self._question.asked.connect(self.permission_asked)
        self._table.copy_requested.connect(self.copy_requested)
