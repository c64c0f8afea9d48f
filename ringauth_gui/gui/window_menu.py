"""Does what the menu bar and the side list's menu offer."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QMessageBox

from ringauth_gui import __version__
from ringauth_gui.gui.action_states import ActionStates
from ringauth_gui.gui.list_states import ListStates
from ringauth_gui.gui.menus import Menus
from ringauth_gui.gui.window_parts import WindowParts
from ringauth_gui.late import Late

if TYPE_CHECKING:
    from ringauth_gui.gui.checkup import Checkup
    from ringauth_gui.gui.everywhere import Everywhere
    from ringauth_gui.gui.explainer import Explainer
    from ringauth_gui.gui.new_window import NewWindow
    from ringauth_gui.gui.page_wishes import PageWishes
    from ringauth_gui.gui.profile_page import ProfilePage
    from ringauth_gui.gui.session import Session
    from ringauth_gui.gui.window_control import WindowControl


class WindowMenu(QObject):
    """Connects the menus to the window, and to the page once there is one."""

    def __init__(self, parts: WindowParts, control: "WindowControl") -> None:
        """Fill the menu bar of the window."""
        super().__init__(parts.window)
        self._parts = parts
        self._control = control
        self._new_window = Late(self._make_new_window)
        self._menus = Menus(parts.window, parts.theme.mode)
        file, profile = self._menus.file, self._menus.profile
        file.new_profile.connect(control.new_profile)
        control.files.listen_for(file)
        file.try_practice.connect(control.try_practice)
        file.new_window.connect(lambda: self._new_window().open())
        control.profiles.listen_for(profile)
        self._menus.view.mode_requested.connect(parts.theme.set_mode)
        self._explainer = Late(self._make_explainer)
        self._menus.help.explain.connect(self._explain)
        self._checkup = Late(self._make_checkup)
        self._menus.help.check_computer.connect(lambda: self._checkup().open())
        self._menus.help.report.connect(lambda: self._checkup().report())
        self._everywhere = Late(self._make_everywhere)
        self._menus.token.sign_out_all.connect(lambda: self._everywhere().open())
        parts.log_folder.message.connect(control.show_message)
        self._menus.help.show_log.connect(parts.log_folder.show)
        self._menus.help.about.connect(self._on_help_about)
        control.practice.listen_for(self._menus.practice)
        self._fill(parts.window.profiles_menu)

    def listen_for(self, page: "ProfilePage", wishes: "PageWishes") -> None:
        """Do to ``page`` what is chosen from now on."""
        from ringauth_gui.gui.session import Session

        token = self._menus.token
        self._menus.profile.edit.connect(lambda: page.show_tab(page.content.profile))
        self._menus.view.tab_requested.connect(page.show_tab_at)
        token.revoke.connect(page.ask_revoke)
        token.copy_requested.connect(wishes.copy_secret)
        token.copy_curl.connect(wishes.takeaway.copy_curl)
        token.export.connect(wishes.takeaway.export_token)
        page.message_bar.explain_requested.connect(
            lambda codes: self._explainer().explain(codes)
        )
        page.content.token.explain_requested.connect(self._explain)
        page.message_bar.exchange_requested.connect(page.show_exchange)
        page.content.http_log.explain_requested.connect(
            lambda codes: self._explainer().look_up(codes)
        )
        self._menus.view.filter_log.connect(lambda: _filter_log(page))
        wishes.log_requested.connect(self._parts.log_folder.show)
        for chosen, wish in (
            (token.authorize, Session.authorize),
            (token.refresh, Session.refresh),
            (token.check, Session.check),
            (token.cancel, Session.cancel),
            (token.sign_out, Session.sign_out),
            (token.forget, Session.forget),
            (token.paste_token, self._ask_for_token),
        ):
            chosen.connect(partial(wishes.do, wish))

    def _make_new_window(self) -> "NewWindow":
        from ringauth_gui.gui.new_window import NewWindow

        new = NewWindow(self._parts.start_window, self)
        new.message.connect(self._control.show_message)
        return new

    def _explain(self) -> None:
        self._explainer().open()

    def _make_explainer(self) -> "Explainer":
        from ringauth_gui.gui.explainer import Explainer, InSight

        control = self._control
        return Explainer(
            self._parts.window,
            InSight(lambda: control.state, self._parts.clock),
            self._parts.tools.clipboard.copy_plain,
        )

    def _make_checkup(self) -> "Checkup":
        from ringauth_gui.gui.checkup import Checkup

        control = self._control
        return Checkup(
            self._parts,
            lambda: control.state,
            lambda id_: control.log().of_profile(id_),
        )

    def _make_everywhere(self) -> "Everywhere":
        from ringauth_gui.gui.everywhere import Everywhere

        return Everywhere(self._parts)

    def _ask_for_token(self, session: "Session") -> None:
        from ringauth_gui.gui.paste_token_dialog import PasteTokenDialog

        state = session.state
        dialog = PasteTokenDialog(
            state.profile.name,
            replaces=state.token is not None,
            parent=self._parts.window,
        )
        dialog.given.connect(session.use_pasted)
        dialog.open()

    def show_states(self, states: ActionStates | None, of_list: ListStates) -> None:
        """Enable what can be done now, as ``Menus.show_states`` does."""
        self._menus.show_states(states, of_list)

    def _fill(self, menu: QMenu) -> None:
        """Fill the side list's own menu."""
        menu.setToolTipsVisible(True)
        menu.addAction(self._menus.file.new_action)
        menu.addActions(self._menus.profile.row_actions)
        menu.addSeparator()
        menu.addActions(self._menus.file.profile_actions)

    def _on_help_about(self) -> None:
        about = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("About RingAuth"),
            self.tr(
                "RingAuth {0}\n\nSigns in to RingCentral, shows the token and counts "
                "down to its end.\n\nThis is not an official RingCentral product.\n\n"
                "Log: {1}"
            ).format(__version__, self._parts.log_folder.place),
            QMessageBox.StandardButton.Close,
            self._parts.window,
        )
        about.setObjectName("aboutDialog")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about.open()


def _filter_log(page: "ProfilePage") -> None:
    page.show_tab(page.content.http_log)
    page.content.http_log.focus_filter()
