"""The head of a profile's page: its name, who is signed in, and the actions."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ringauth_gui.gui.action_buttons import ActionButtons
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
        """Show a profile without a name until told."""
        super().__init__(parent)
        self.setObjectName("profileHeader")
        self._name = ElidedLabel("title")
        self._name.setObjectName("profileNameLabel")
        self._badge = PlainLabel(role="badge-note", wraps=False)
        self._badge.setObjectName("serverBadge")
        self._identity = ElidedLabel("quiet")
        self._identity.setObjectName("identityLine")
        self._identity.setAccessibleName(self.tr("Signed in as"))
        self._buttons = ActionButtons()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._connect()

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
        self._buttons.show_actions(states)

    def focus_actions(self) -> None:
        """Put the focus on the first action as soon as there is one."""
        self._buttons.focus_first()

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
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addLayout(words, 1)
        self._layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._buttons.authorize_requested.connect(self.authorize_requested)
        self._buttons.refresh_requested.connect(self.refresh_requested)
        self._buttons.revoke_requested.connect(self.revoke_requested)
        self._buttons.check_requested.connect(self.check_requested)
        self._buttons.cancel_requested.connect(self.cancel_requested)

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the window become so narrow that only the buttons fit side by side."""
        hint = super().minimumSizeHint()
        width = min(hint.width(), self._buttons.minimumSizeHint().width())
        return QSize(width, hint.height())

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
