"""The File menu."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from ringauth_gui.gui.menu_items import MenuItems


class FileMenu(QObject):
    """What brings a profile into the window, and the window's end.

    Attributes:
        new_action: Makes a profile by hand.
        profile_actions: What else brings a profile into the window.

    Signals:
        new_profile, import_credentials, try_practice, import_profiles,
        export_profiles, new_window: As they say.
    """

    new_profile = Signal()
    import_credentials = Signal()
    try_practice = Signal()
    import_profiles = Signal()
    export_profiles = Signal()
    new_window = Signal()

    def __init__(self, window: QMainWindow) -> None:
        """Add the menu to ``window``."""
        super().__init__(window)
        items = MenuItems(window, self.tr("&File"))
        self.new_action = items.add(
            self.tr("&New profile…"), "Ctrl+N", self.new_profile.emit
        )
        self.profile_actions = [
            items.add(
                self.tr("&Import credentials…"), "Ctrl+I", self.import_credentials.emit
            ),
            items.add(
                self.tr("&Try the practice server"), "Ctrl+T", self.try_practice.emit
            ),
        ]
        items.separate()
        self.profile_actions += [
            items.add(
                self.tr("Import pro&files…"), "Ctrl+Shift+I", self.import_profiles.emit
            ),
            items.add(
                self.tr("&Export profiles…"), "Ctrl+Shift+X", self.export_profiles.emit
            ),
        ]
        items.separate()
        items.add(self.tr("New &window"), "Ctrl+Shift+N", self.new_window.emit)
        items.add(self.tr("&Quit"), "Ctrl+Q", window.close)
