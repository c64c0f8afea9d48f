"""The menu bar: every action, with a shortcut."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ringauth_gui.gui.action_states import ActionStates
from ringauth_gui.gui.practice_menu import PracticeMenu
from ringauth_gui.gui.theme import ThemeMode


class Menus(QObject):
    """Emits what was chosen; shows what can be chosen now.

    Attributes:
        practice: The menu of the practice server.

    Signals:
        authorize, refresh, revoke, check, cancel, sign_out, forget, paste_token: For
            the token.
        copy_requested: The kind of secret, as in TokenPanel.
        tab_requested: The index of a tab.
        neighbour_requested: How many profiles further down, or up when negative.
        mode_requested: The ThemeMode.
        new_profile, import_credentials, try_practice, edit_profile, explain, about: As
            they say.
    """

    new_profile = Signal()
    import_credentials = Signal()
    try_practice = Signal()
    edit_profile = Signal()
    authorize = Signal()
    refresh = Signal()
    revoke = Signal()
    check = Signal()
    cancel = Signal()
    sign_out = Signal()
    forget = Signal()
    paste_token = Signal()
    explain = Signal()
    about = Signal()
    copy_requested = Signal(str)
    tab_requested = Signal(int)
    neighbour_requested = Signal(int)
    mode_requested = Signal(object)

    def __init__(self, window: QMainWindow, mode: ThemeMode) -> None:
        """Fill the menu bar of ``window``; ``mode`` is the theme's at the start."""
        super().__init__(window)
        self._window = window
        self._file_menu()
        self._profile_menu()
        self._token_menu()
        self._view_menu(mode)
        practice = self._menu(self.tr("Practic&e"))
        self.practice = PracticeMenu(partial(self._add, practice), self)
        menu = self._menu(self.tr("&Help"))
        self._add(menu, self.tr("&Explain a code…"), "Ctrl+Shift+E", self.explain.emit)
        self._add(menu, self.tr("&About RingAuth"), "F1", self.about.emit)
        self.show_states(None)

    def show_states(self, states: ActionStates | None) -> None:
        """Enable what can be done now; None stands for no profile in sight."""
        is_in_sight = states is not None
        for action in self._page_actions:
            action.setEnabled(is_in_sight)
        states = states or ActionStates(False, False, *[""] * 5)  # noqa: FBT003
        for action, reason in (
            (self._authorize, states.authorize),
            (self._refresh, states.refresh),
            (self._revoke, states.revoke),
            (self._check, states.check),
            (self._paste, states.paste),
        ):
            action.setEnabled(reason is None)
            action.setToolTip(reason or action.text().replace("&", ""))
        for action in self._copies:
            action.setEnabled(states.signed_in)
        for action in (self._sign_out, self._forget):
            action.setEnabled(states.signed_in and states.check is None)
        self._cancel.setEnabled(states.busy)

    def _file_menu(self) -> None:
        menu = self._menu(self.tr("&File"))
        self.profile_actions = [
            self._add(menu, self.tr("&New profile…"), "Ctrl+N", self.new_profile.emit),
            self._add(
                menu,
                self.tr("&Import credentials…"),
                "Ctrl+I",
                self.import_credentials.emit,
            ),
            self._add(
                menu,
                self.tr("&Try the practice server"),
                "Ctrl+T",
                self.try_practice.emit,
            ),
        ]
        menu.addSeparator()
        self._add(menu, self.tr("&Quit"), "Ctrl+Q", self._window.close)

    def _profile_menu(self) -> None:
        menu = self._menu(self.tr("&Profile"))
        neighbour = self.neighbour_requested.emit
        self._page_actions = [
            self._add(menu, self.tr("&Edit"), "Ctrl+E", self.edit_profile.emit),
            self._add(
                menu, self.tr("Ne&xt profile"), "Ctrl+PgDown", lambda: neighbour(1)
            ),
            self._add(
                menu, self.tr("&Previous profile"), "Ctrl+PgUp", lambda: neighbour(-1)
            ),
        ]

    def _token_menu(self) -> None:
        menu = self._menu(self.tr("&Token"))
        self._authorize = self._add(
            menu, self.tr("&Authorize"), "Ctrl+Return", self.authorize.emit
        )
        self._refresh = self._add(menu, self.tr("&Refresh"), "F5", self.refresh.emit)
        self._revoke = self._add(
            menu, self.tr("Re&voke…"), "Ctrl+Shift+R", self.revoke.emit
        )
        self._check = self._add(menu, self.tr("&Check"), "Ctrl+K", self.check.emit)
        self._cancel = self._add(menu, self.tr("Ca&ncel"), "Ctrl+.", self.cancel.emit)
        menu.addSeparator()
        copy = self.copy_requested.emit
        self._copies = [
            self._add(
                menu,
                self.tr("Copy acce&ss token"),
                "Ctrl+Shift+C",
                lambda: copy("access_token"),
            ),
            self._add(
                menu,
                self.tr("Copy Authorization &header"),
                "Ctrl+Shift+H",
                lambda: copy("authorization_header"),
            ),
        ]
        menu.addSeparator()
        self._paste = self._add(
            menu,
            self.tr("&Use a token from elsewhere…"),
            "Ctrl+Shift+V",
            self.paste_token.emit,
        )
        menu.addSeparator()
        self._sign_out = self._add(
            menu, self.tr("Sign &out"), "Ctrl+Shift+O", self.sign_out.emit
        )
        self._forget = self._add(
            menu, self.tr("&Forget on this computer"), "Ctrl+Shift+F", self.forget.emit
        )

    def _view_menu(self, mode: ThemeMode) -> None:
        menu = self._menu(self.tr("Vie&w"))
        tabs = (
            self.tr("&Token"),
            self.tr("&Account"),
            self.tr("&HTTP log"),
            self.tr("&Profile"),
        )
        for index, text in enumerate(tabs):
            self._page_actions.append(self._tab_action(menu, text, index))
        menu.addSeparator()
        group = QActionGroup(self)
        for text, key, each in (
            (self.tr("As the &system"), "Ctrl+Alt+S", ThemeMode.SYSTEM),
            (self.tr("&Light"), "Ctrl+Alt+L", ThemeMode.LIGHT),
            (self.tr("&Dark"), "Ctrl+Alt+D", ThemeMode.DARK),
        ):
            action = self._mode_action(menu, text, key, each)
            action.setChecked(each is mode)
            group.addAction(action)

    def _tab_action(self, menu: QMenu, text: str, index: int) -> QAction:
        return self._add(
            menu, text, f"Ctrl+{index + 1}", lambda: self.tab_requested.emit(index)
        )

    def _mode_action(
        self, menu: QMenu, text: str, key: str, mode: ThemeMode
    ) -> QAction:
        action = self._add(menu, text, key, lambda: self.mode_requested.emit(mode))
        action.setCheckable(True)
        return action

    def _menu(self, title: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        menu.setToolTipsVisible(True)
        return menu

    def _add(
        self, menu: QMenu, text: str, key: str, do: Callable[[], object]
    ) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked: do())
        menu.addAction(action)
        return action
