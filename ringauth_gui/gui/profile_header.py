"""The head of a profile's page: its name, who is signed in, and the actions."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ringauth_gui.gui.action_states import ActionStates
from ringauth_gui.gui.elided_label import ElidedLabel
from ringauth_gui.gui.plain_label import PlainLabel, set_role

_NARROW = 680  # below this the buttons stand under the name


class ProfileHeader(QWidget):
    """Name, server, identity and the five buttons.

    Signals:
        authorize_requested, refresh_requested, revoke_requested, check_requested,
        cancel_requested: What the person wishes.
    """

    authorize_requested = Signal()
    refresh_requested = Signal()
    revoke_requested = Signal()
    check_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show a profile without a name and without actions until told."""
        super().__init__(parent)
        self.setObjectName("profileHeader")
        self._name = ElidedLabel("title")
        self._name.setObjectName("profileNameLabel")
        self._badge = PlainLabel(role="badge-note", wraps=False)
        self._badge.setObjectName("serverBadge")
        self._identity = ElidedLabel("quiet")
        self._identity.setObjectName("identityLine")
        self._identity.setAccessibleName(self.tr("Signed in as"))
        self._authorize = _button("authorizeButton", self.tr("Authorize"))
        self._refresh = _button("refreshButton", self.tr("Refresh"))
        self._revoke = _button("revokeButton", self.tr("Revoke"))
        self._check = _button("checkButton", self.tr("Check"))
        self._cancel = _button("cancelButton", self.tr("Cancel"))
        self._actions = (self._authorize, self._refresh, self._revoke, self._check)
        self._focused_before: QPushButton | None = None
        self._states: ActionStates | None = None
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._connect()
        self.show_actions(ActionStates(signed_in=False))

    def show_profile(self, name: str, server_label: str, is_practice: bool) -> None:
        """Show whose page it is."""
        self._name.show_text(name)
        self._badge.setText(server_label)
        set_role(self._badge, "badge-good" if is_practice else "badge-note")

    def show_identity(self, text: str) -> None:
        """Show who is signed in, or that nobody is."""
        self._identity.show_text(text)
        self._identity.setAccessibleDescription(text)

    def show_actions(self, states: ActionStates) -> None:
        """Show what can be done now; what cannot says why in its tooltip."""
        if states == self._states:  # asked each second, and seldom anything new
            return
        self._states = states
        again = self.tr("&Authorize again") if states.signed_in else ""
        self._authorize.setText(again or self.tr("&Authorize"))
        self._refresh.setText(self.tr("&Refresh"))
        self._revoke.setText(self.tr("Revo&ke"))
        self._check.setText(self.tr("&Check"))
        self._cancel.setText(self.tr("Ca&ncel"))
        set_role(self._authorize, "" if states.signed_in else "primary")
        set_role(self._refresh, "primary" if states.signed_in else "")
        set_role(self._revoke, "danger")
        reasons = (states.authorize, states.refresh, states.revoke, states.check)
        self._show_busy(states.busy, reasons)

    def _show_busy(self, busy: bool, reasons: tuple[str | None, ...]) -> None:
        """Swap the actions for Cancel or back; the focus goes along."""
        focused = self.window().focusWidget()
        if busy and focused in self._actions:
            self._focused_before = next(one for one in self._actions if one is focused)
        self._cancel.setVisible(busy)
        if busy and self._focused_before is focused is not None:
            self._cancel.setFocus()
        for button, reason in zip(self._actions, reasons, strict=True):
            button.setEnabled(reason is None and not busy)
            button.setToolTip(reason or "")
            button.setAccessibleDescription(reason or "")
            button.setVisible(not busy)
        if not busy and focused is self._cancel:
            self._give_focus_back()
        if not busy:
            self._focused_before = None

    def _give_focus_back(self) -> None:
        wanted = (self._focused_before, *self._actions)
        for button in wanted:
            if button is not None and button.isEnabled():
                button.setFocus()
                return

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._name)
        head.addWidget(self._badge)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self._identity)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (*self._actions, self._cancel):
            buttons.addWidget(button)
        buttons.addStretch()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addLayout(words, 1)
        self._layout.addLayout(buttons)
        self._buttons = buttons

    def _connect(self) -> None:
        self._authorize.clicked.connect(self.authorize_requested)
        self._refresh.clicked.connect(self.refresh_requested)
        self._revoke.clicked.connect(self.revoke_requested)
        self._check.clicked.connect(self.check_requested)
        self._cancel.clicked.connect(self.cancel_requested)

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the window become so narrow that only the buttons fit side by side."""
        hint = super().minimumSizeHint()
        return QSize(
            min(hint.width(), self._buttons.minimumSize().width()), hint.height()
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the name where both do not fit side by side."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        direction = (
            QBoxLayout.Direction.TopToBottom
            if narrow
            else QBoxLayout.Direction.LeftToRight
        )
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)


def _button(object_name: str, accessible_name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(object_name)
    button.setAccessibleName(accessible_name)
    return button
