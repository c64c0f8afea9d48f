"""The Profile menu."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from ringauth_gui.gui.menu_items import MenuItems


class ProfileMenu(QObject):
    """What can be done with the profile in sight.

    Signals:
        edit: Edit it.
        neighbour_requested: How many profiles further down, or up when negative.
    """

    edit = Signal()
    neighbour_requested = Signal(int)

    def __init__(self, window: QMainWindow) -> None:
        """Add the menu to ``window``."""
        super().__init__(window)
        items = MenuItems(window, self.tr("&Profile"))
        neighbour = self.neighbour_requested.emit
        self._actions = [
            items.add(self.tr("&Edit"), "Ctrl+E", self.edit.emit),
            items.add(self.tr("Ne&xt profile"), "Ctrl+PgDown", lambda: neighbour(1)),
            items.add(self.tr("&Previous profile"), "Ctrl+PgUp", lambda: neighbour(-1)),
        ]

    def set_in_sight(self, *, is_in_sight: bool) -> None:
        """Enable what needs a profile in sight."""
        for action in self._actions:
            action.setEnabled(is_in_sight)
