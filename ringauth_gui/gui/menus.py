"""The menu bar: every action, with a shortcut."""

from PySide6.QtWidgets import QMainWindow

from ringauth_gui.gui.action_states import ActionStates
from ringauth_gui.gui.file_menu import FileMenu
from ringauth_gui.gui.help_menu import HelpMenu
from ringauth_gui.gui.practice_menu import PracticeMenu
from ringauth_gui.gui.profile_menu import ProfileMenu
from ringauth_gui.gui.theme import ThemeMode
from ringauth_gui.gui.token_menu import TokenMenu
from ringauth_gui.gui.view_menu import ViewMenu


class Menus:
    """The menus, in their order; each emits what was chosen.

    Attributes:
        file, profile, token, view, practice, help: Each menu.
    """

    def __init__(self, window: QMainWindow, mode: ThemeMode) -> None:
        """Fill the menu bar of ``window``; ``mode`` is the theme's at the start."""
        self.file = FileMenu(window)
        self.profile = ProfileMenu(window)
        self.token = TokenMenu(window)
        self.view = ViewMenu(window, mode)
        self.practice = PracticeMenu(window)
        self.help = HelpMenu(window)
        self.show_states(None)

    def show_states(self, states: ActionStates | None) -> None:
        """Enable what can be done now; None stands for no profile in sight."""
        is_in_sight = states is not None
        self.profile.set_in_sight(is_in_sight=is_in_sight)
        self.view.set_in_sight(is_in_sight=is_in_sight)
        nothing = ActionStates(False, False, *[""] * 6)  # noqa: FBT003
        self.token.show_states(states or nothing)
