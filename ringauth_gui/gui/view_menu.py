"""The View menu."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow

from ringauth_gui.gui.menu_items import MenuItems
from ringauth_gui.gui.theme import ThemeMode


class ViewMenu(QObject):
    """Which tab is in front, and whether the window is light or dark.

    Signals:
        tab_requested: The index of a tab.
        filter_log: Put the cursor into the filter of the HTTP log.
        mode_requested: The ThemeMode.
    """

    tab_requested = Signal(int)
    filter_log = Signal()
    mode_requested = Signal(object)

    def __init__(self, window: QMainWindow, mode: ThemeMode) -> None:
        """Add the menu to ``window``; ``mode`` is the theme's at the start."""
        super().__init__(window)
        self._items = MenuItems(window, self.tr("Vie&w"))
        self._add_tabs()
        self._items.separate()
        self._add_modes(mode)

    def set_in_sight(self, *, is_in_sight: bool) -> None:
        """Enable what needs a profile in sight."""
        for action in self._tabs:
            action.setEnabled(is_in_sight)

    def _add_tabs(self) -> None:
        texts = (
            self.tr("&Token"),
            self.tr("&Account"),
            self.tr("&HTTP log"),
            self.tr("&Profile"),
        )
        self._tabs = [
            self._items.add(
                text, f"Ctrl+{index + 1}", partial(self.tab_requested.emit, index)
            )
            for index, text in enumerate(texts)
        ]
        self._tabs.append(
            self._items.add(
                self.tr("Find in the HTTP l&og"), "Ctrl+L", self.filter_log.emit
            )
        )

    def _add_modes(self, mode: ThemeMode) -> None:
        group = QActionGroup(self)
        for text, key, each in (
            (self.tr("As the &system"), "Ctrl+Alt+S", ThemeMode.SYSTEM),
            (self.tr("&Light"), "Ctrl+Alt+L", ThemeMode.LIGHT),
            (self.tr("&Dark"), "Ctrl+Alt+D", ThemeMode.DARK),
        ):
            action = self._items.add(text, key, partial(self.mode_requested.emit, each))
            action.setCheckable(True)
            action.setChecked(each is mode)
            group.addAction(action)
