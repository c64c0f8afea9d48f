"""The menu bar: every action, with a shortcut."""

from PySide6.QtWidgets import QMainWindow

from ringauth_gui.gui.action_states import ActionStates
from ringauth_gui.gui.file_menu import FileMenu
from ringauth_gui.gui.help_menu import HelpMenu
from ringauth_gui.gui.list_states import ListStates
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
        self.profile = ProfileMenu(window, self.file.new_action)
        self.token = TokenMenu(window)
        self.view = ViewMenu(window, mode)
        self.practice = PracticeMenu(window)
        self.help = HelpMenu(window)
        self._shown: tuple[ActionStates | None, ListStates] | None = None
        self.show_states(None, ListStates())

    def show_states(self, states: ActionStates | None, of_list: ListStates) -> None:
        """Enable what can be done now.

        Args:
            states: With the profile in sight; None when there is none.
            of_list: With the list of profiles.
        """
        if (states, of_list) == self._shown:  # asked each second
            return
        self._shown = states, of_list
        is_in_sight = states is not None
        self.profile.show_states(of_list)
        self.view.set_in_sight(is_in_sight=is_in_sight)
        nothing = ActionStates(False, False, *[""] * 6)  # noqa: FBT003
        self.token.show_states(states or nothing)
