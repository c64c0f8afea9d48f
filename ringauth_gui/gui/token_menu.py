"""The Token menu."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from ringauth_gui.gui.action_states import ActionStates
from ringauth_gui.gui.menu_items import MenuItems, show_reason


class TokenMenu(QObject):
    """What can be done with the token of the profile in sight.

    Signals:
        authorize, refresh, revoke, check, cancel, paste_token, sign_out, forget,
            sign_out_all: As they say.
        copy_requested: The kind of secret, as in TokenPanel.
        copy_curl, export: As TokenPanel's.
    """

    authorize = Signal()
    refresh = Signal()
    revoke = Signal()
    check = Signal()
    cancel = Signal()
    paste_token = Signal()
    sign_out = Signal()
    forget = Signal()
    sign_out_all = Signal()
    copy_requested = Signal(str)
    copy_curl = Signal()
    export = Signal()

    def __init__(self, window: QMainWindow) -> None:
        """Add the menu to ``window``."""
        super().__init__(window)
        self._items = MenuItems(window, self.tr("&Token"))
        self._add_requests()
        self._items.separate()
        self._add_copies()
        self._items.separate()
        self._paste = self._items.add(
            self.tr("&Use a token from elsewhere…"),
            "Ctrl+Shift+V",
            self.paste_token.emit,
        )
        self._items.separate()
        self._add_ends()

    def show_states(self, states: ActionStates) -> None:
        """Enable what can be done now."""
        for action, reason in (
            (self._authorize, states.authorize),
            (self._refresh, states.refresh),
            (self._revoke, states.revoke),
            (self._check, states.check),
            (self._paste, states.paste),
            (self._sign_out, states.end),
            (self._forget, states.end),
        ):
            show_reason(action, reason)
        for action in self._copies:
            action.setEnabled(states.signed_in)
        self._cancel.setEnabled(states.busy)

    def _add_requests(self) -> None:
        add = self._items.add
        self._authorize = add(self.tr("&Authorize"), "Ctrl+Return", self.authorize.emit)
        self._refresh = add(self.tr("&Refresh"), "F5", self.refresh.emit)
        self._revoke = add(self.tr("Re&voke…"), "Ctrl+Shift+R", self.revoke.emit)
        self._check = add(self.tr("&Check"), "Ctrl+K", self.check.emit)
        self._cancel = add(self.tr("Ca&ncel"), "Ctrl+.", self.cancel.emit)

    def _add_copies(self) -> None:
        copy = self.copy_requested.emit
        self._copies = [
            self._items.add(
                self.tr("Copy acce&ss token"),
                "Ctrl+Shift+C",
                lambda: copy("access_token"),
            ),
            self._items.add(
                self.tr("Copy Authorization &header"),
                "Ctrl+Shift+H",
                lambda: copy("authorization_header"),
            ),
            self._items.add(
                self.tr("Copy as cUR&L"), "Ctrl+Shift+U", self.copy_curl.emit
            ),
            self._items.add(self.tr("E&xport…"), "Ctrl+Shift+G", self.export.emit),
        ]

    def _add_ends(self) -> None:
        self._sign_out = self._items.add(
            self.tr("Sign &out"), "Ctrl+Shift+O", self.sign_out.emit
        )
        self._forget = self._items.add(
            self.tr("&Forget on this computer"), "Ctrl+Shift+F", self.forget.emit
        )
        self._items.add(
            self.tr("Sign out &everywhere RingAuth knows…"),
            "Ctrl+Shift+A",
            self.sign_out_all.emit,
        )
