"""The buttons of a profile's actions, and Cancel in their place while one runs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ringauth_gui.gui.action_states import ActionStates
from ringauth_gui.gui.plain_label import set_role


class ActionButtons(QWidget):
    """Authorize, Refresh, Revoke, Check, or Cancel.

    Signals:
        authorize_requested, refresh_requested, revoke_requested, check_requested,
        cancel_requested: What the person wishes.
    """

    authorize_requested = Signal()
    refresh_requested = Signal()
    revoke_requested = Signal()
    check_requested = Signal()
    cancel_requested = Signal()

    def __init__(self) -> None:
        """Offer nothing but Authorize."""
        super().__init__()
        self._authorize = _button("authorizeButton", self.tr("Authorize"))
        self._refresh = _button("refreshButton", self.tr("Refresh"))
        self._revoke = _button("revokeButton", self.tr("Revoke"))
        self._check = _button("checkButton", self.tr("Check"))
        self._cancel = _button("cancelButton", self.tr("Cancel"))
        self._actions = (self._authorize, self._refresh, self._revoke, self._check)
        self._focused_before: QPushButton | None = None
        self._is_focus_due = False
        self._states: ActionStates | None = None
        self._lay_out()
        self._connect()
        self.show_actions(ActionStates(signed_in=False))

    def show_actions(self, states: ActionStates) -> None:
        """Show what can be done now; what cannot says why in its tooltip."""
        if states == self._states:  # asked each second, and seldom anything new
            return
        self._states = states
        self._authorize.setText(
            self.tr("&Authorize again") if states.signed_in else self.tr("&Authorize")
        )
        set_role(self._authorize, "" if states.signed_in else "primary")
        set_role(self._refresh, "primary" if states.signed_in else "")
        focused = self.window().focusWidget()
        if states.busy:
            self._show_cancel(focused)
        else:
            self._show_buttons(states, focused)

    def focus_first(self) -> None:
        """Focus the first button that can be pressed, as soon as there is one."""
        self._is_focus_due = not self._give_focus_back()

    def _show_cancel(self, focused: QWidget | None) -> None:
        """Put Cancel in the buttons' place; the focus goes along."""
        self._cancel.show()
        for button in self._actions:
            if button is focused:
                self._focused_before = button
                self._cancel.setFocus()
        for button in self._actions:
            button.setEnabled(False)
            button.hide()

    def _show_buttons(self, states: ActionStates, focused: QWidget | None) -> None:
        """Put the buttons in Cancel's place; the focus comes back."""
        reasons = (states.authorize, states.refresh, states.revoke, states.check)
        for button, reason in zip(self._actions, reasons, strict=True):
            button.setEnabled(reason is None)
            button.setToolTip(reason or "")
            button.setAccessibleDescription(reason or "")
            button.show()
        if focused is self._cancel or self._is_focus_due:
            self._is_focus_due = not self._give_focus_back()
        self._focused_before = None
        self._cancel.hide()

    def _give_focus_back(self) -> bool:
        for button in (self._focused_before, *self._actions):
            if button is not None and button.isEnabled():
                button.setFocus()
                return True
        return False

    def _lay_out(self) -> None:
        set_role(self._revoke, "danger")
        self._refresh.setText(self.tr("&Refresh"))
        self._revoke.setText(self.tr("Revo&ke"))
        self._check.setText(self.tr("&Check"))
        self._cancel.setText(self.tr("&Cancel"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for button in (*self._actions, self._cancel):
            layout.addWidget(button)
        layout.addStretch()

    def _connect(self) -> None:
        self._authorize.clicked.connect(self.authorize_requested)
        self._refresh.clicked.connect(self.refresh_requested)
        self._revoke.clicked.connect(self.revoke_requested)
        self._check.clicked.connect(self.check_requested)
        self._cancel.clicked.connect(self.cancel_requested)


def _button(object_name: str, accessible_name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(object_name)
    button.setAccessibleName(accessible_name)
    return button
