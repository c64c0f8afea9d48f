"""The Profile menu."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from ringauth_gui.gui.list_states import ListStates
from ringauth_gui.gui.menu_items import MenuItems, show_reason


class ProfileMenu(QObject):
    """What can be done with the profile in sight, and with the list of all.

    Attributes:
        row_actions: What the side list's own menu offers too.

    Signals:
        edit, duplicate, rename, delete, undo, filter: As they say.
        move_requested: How many places further down, or up when negative.
        neighbour_requested: How many profiles further down, or up when negative.
    """

    edit = Signal()
    duplicate = Signal()
    rename = Signal()
    delete = Signal()
    undo = Signal()
    filter = Signal()
    move_requested = Signal(int)
    neighbour_requested = Signal(int)

    def __init__(self, window: QMainWindow, new_profile: QAction) -> None:
        """Add the menu to ``window``; ``new_profile`` is its first item."""
        super().__init__(window)
        self._items = MenuItems(window, self.tr("&Profile"))
        self._items.share(new_profile)
        self._edit = self._items.add(self.tr("&Edit"), "Ctrl+E", self.edit.emit)
        self._add_changes()
        self._items.separate()
        self._add_moves()
        self._items.separate()
        self._add_looks()
        self.row_actions = [
            *(self._duplicate, self._rename, self._delete, self._undo),
            *(self._up, self._down, self._filter),
        ]

    def show_states(self, states: ListStates) -> None:
        """Enable what can be done now."""
        for action, reason in (
            (self._edit, states.edit),
            (self._duplicate, states.edit),
            (self._rename, states.edit),
            (self._delete, states.delete),
            (self._undo, states.undo),
            (self._up, states.move_up),
            (self._down, states.move_down),
            (self._filter, states.edit),
            (self._next, states.edit),
            (self._previous, states.edit),
        ):
            show_reason(action, reason)

    def _add_changes(self) -> None:
        add = self._items.add
        self._duplicate = add(self.tr("D&uplicate"), "Ctrl+D", self.duplicate.emit)
        self._rename = add(self.tr("&Rename"), "F2", self.rename.emit)
        self._delete = add(self.tr("&Delete profile"), "Ctrl+Shift+D", self.delete.emit)
        self._undo = add(self.tr("Und&o delete"), "Ctrl+Z", self.undo.emit)

    def _add_moves(self) -> None:
        add, move = self._items.add, self.move_requested.emit
        self._up = add(self.tr("&Move up"), "Ctrl+Shift+Up", lambda: move(-1))
        self._down = add(self.tr("Move do&wn"), "Ctrl+Shift+Down", lambda: move(1))

    def _add_looks(self) -> None:
        add, neighbour = self._items.add, self.neighbour_requested.emit
        self._filter = add(self.tr("Fi&lter profiles"), "Ctrl+F", self.filter.emit)
        self._next = add(self.tr("Ne&xt profile"), "Ctrl+PgDown", lambda: neighbour(1))
        self._previous = add(
            self.tr("&Previous profile"), "Ctrl+PgUp", lambda: neighbour(-1)
        )
