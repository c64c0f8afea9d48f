"""Decides what the main window shows: which page, which rows, which status."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ringauth_gui.gui.file_wishes import FileWishes
from ringauth_gui.gui.keyring_note import KeyringNote
from ringauth_gui.gui.list_wishes import ListWishes
from ringauth_gui.gui.message import Message, MessageKind
from ringauth_gui.gui.practice_wishes import PracticeWishes
from ringauth_gui.gui.profile_sync import ProfileSync
from ringauth_gui.gui.ticker import Ticker
from ringauth_gui.gui.window_menu import WindowMenu
from ringauth_gui.gui.window_parts import WindowParts
from ringauth_gui.late import Late

if TYPE_CHECKING:
    from ringauth_gui.gui.exchange_log import ExchangeLog
    from ringauth_gui.gui.page_control import PageControl
    from ringauth_gui.gui.profile_draft import ProfileDraft
    from ringauth_gui.gui.profile_page import ProfilePage
    from ringauth_gui.gui.session import Session
    from ringauth_gui.gui.session_state import SessionState
    from ringauth_gui.gui.start_page import StartPage
    from ringauth_gui.oauth.exchange import Exchange


class WindowControl(QObject):
    """Brings sessions, pages and the status line together.

    Attributes:
        ticker: Lets time pass.
        log: Returns what holds the exchanges of this window.
        keyring: What is said of the keyring.
        practice: Does what is wished of the practice server.
        profiles: Does what is wished with the list of profiles.
        sync: Saves the profiles.
        files: Imports and exports.
    """

    def __init__(self, parts: WindowParts) -> None:
        """Take the parts; show nothing before ``show_start``."""
        super().__init__(parts.window)
        self._parts = parts
        self._window = parts.window
        self._sessions = parts.sessions
        self._start = Late(self._new_start)
        self._pages = Late(self._new_pages)
        self.log = Late(self._new_log)
        self._is_new = False
        self.keyring = KeyringNote(self)
        self.ticker = Ticker(parts.window)
        self.practice = PracticeWishes(
            parts.window, parts.practice, parts.tools, parts.sessions
        )
        self.sync = ProfileSync(
            parts.sessions, parts.profile_store, parts.tools.runner, self._is_in_use
        )
        self.profiles = ListWishes(parts.sessions, parts.window.side_list, parts.clock)
        self.files = FileWishes(parts, self.keyring)
        self._menu = WindowMenu(parts, self)
        self._connect()

    @property
    def state(self) -> "SessionState | None":
        """The state of the profile in sight; None when there is none."""
        current = self._sessions.current
        return None if current is None or self._is_new else current.state

    def show_start(self, profile_id: str = "") -> None:
        """Show that profile, else the first, else the first screen."""
        ids = [session.state.profile.id for session in self._sessions.sessions]
        if ids:
            self._sessions.select(profile_id if profile_id in ids else ids[0])
            return
        self._window.show_page(self._start(), with_profiles=False)
        self._show_status()
        self._show_menu()

    def try_practice(self) -> None:
        """Show the profile of the practice server, made ready where there is none."""
        from ringauth_gui.gui.ready_profile import ready_profile

        profile = ready_profile(self._sessions, self._parts.practice_apps()[0])
        self._sessions.select(profile.id)
        self.page().header.focus_actions()

    def new_profile(self, draft: "ProfileDraft | None" = None) -> None:
        """Show the editor for a profile that does not exist yet, filled with draft."""
        self._is_new = True
        self._pages().show_new(draft)
        self._show_page()
        self.page().content.profile.focus("name")

    def show_message(self, message: Message) -> None:
        """Say something that belongs to no profile.

        A note does not take the place of what the profile in sight has to say.
        """
        current = None if self._is_new else self._sessions.current
        is_note = message.kind is MessageKind.NOTE
        if current is None or (is_note and current.state.message is not None):
            self.show_passing(message)
        else:
            current.show_message(message)

    def show_passing(self, message: Message | None) -> None:
        """Say something until something else is said; None for nothing any more."""
        if self._sessions.current is not None or self._is_new:
            self.page().show_message(message, is_passing=True)
        elif message is not None:
            self._start().message_bar.show_message(message)

    def append_exchange(self, exchange: "Exchange") -> None:
        """Keep an exchange in memory, and show it in the HTTP log."""
        row = self.log().append(exchange)
        if self._pages.built is not None:
            self._pages.built.append_row(row)

    def page(self) -> "ProfilePage":
        """Return the page of profiles; it is built when it is first needed."""
        return self._pages().page

    def _new_start(self) -> "StartPage":
        from ringauth_gui.gui.start_page import StartPage

        new = StartPage()
        new.first_run.try_practice_requested.connect(self.try_practice)
        new.first_run.connect_app_requested.connect(self.new_profile)
        new.first_run.import_requested.connect(self.files.import_credentials)
        new.message_bar.action_requested.connect(self.profiles.act)
        new.log_requested.connect(self._parts.log_folder.show)
        return new

    def _new_pages(self) -> "PageControl":
        from ringauth_gui.gui.page_control import PageControl

        new = PageControl(self._parts, self.log)
        new.wishes.saved.connect(self._on_wishes_saved)
        new.listen_to(self.keyring)
        self._menu.listen_for(new.page, new.wishes)
        side_list = self._window.side_list()
        side_list.selected.connect(self._on_side_list_selected)
        side_list.new_requested.connect(self.new_profile)
        self.profiles.listen_to(side_list, new.page)
        return new

    def _show_page(self) -> None:
        self._window.show_page(self.page(), with_profiles=True)
        self._show_rows()
        self._show_current()

    def _show_rows(self) -> None:
        if self._pages.built is not None:
            self._pages.built.rows.show(self.state)

    def _show_status(self) -> None:
        state, text, advice = self.state, self.keyring.text, ""
        if state is not None:
            text = self._pages().status_text(state, self.practice.text, text)
            advice = self._pages().status_advice(state)
        self._window.show_status(text, advice)

    def _show_menu(self) -> None:
        state = self.state
        of_page = None if state is None else self._pages().actions(state)
        in_sight = None if state is None else self._sessions.current
        self._menu.show_states(of_page, self.profiles.states(in_sight))

    def _show_current(self) -> None:
        state = self.state
        if state is not None:
            self._pages().show_state(state)
        self._show_status()
        self._show_menu()

    def _connect(self) -> None:
        self._sessions.rows_changed.connect(self._show_rows)
        self._sessions.current_changed.connect(self._on_sessions_current_changed)
        self._sessions.current_state_changed.connect(self._show_current)
        self.sync.message.connect(self.show_message)
        self.sync.taken_over.connect(self._on_sync_taken_over)
        self.files.taken.connect(self.new_profile)
        self.files.said.connect(self.show_message)
        self.keyring.changed.connect(self._show_status)
        self._parts.tools.clipboard.said.connect(self._show_status)
        self.profiles.changed.connect(self._show_menu)
        self.profiles.said.connect(self.show_passing)
        self.practice.changed.connect(self._show_status)
        self.practice.message.connect(self.show_message)
        self._parts.theme.palette_changed.connect(self._window.set_palette)
        self.ticker.passed.connect(self._on_ticker_passed)
        self.ticker.seen.connect(self._on_ticker_seen)

    def _on_sessions_current_changed(self) -> None:
        self._is_new = False
        if self._sessions.current is None:
            self.show_start()
            return
        if self._start.built is not None:
            self._start.built.message_bar.clear()
        self._show_page()

    def _on_side_list_selected(self, profile_id: str) -> None:
        current = self._sessions.current
        if current is not None and current.state.profile.id == profile_id:
            # The page showed a new profile; this one was current all the while.
            self._on_sessions_current_changed()
        else:
            self._sessions.select(profile_id)

    def _on_wishes_saved(self, profile_id: str) -> None:
        is_new, self._is_new = self._is_new, False
        self._on_side_list_selected(profile_id)
        if is_new:
            self.page().show_tab(self.page().content.token)

    def _is_in_use(self, session: "Session") -> bool:
        """Return whether the person would be disturbed if the profile went."""
        is_behind = self._is_new and session is self._sessions.current
        pages = self._pages.built
        return is_behind or (pages is not None and pages.is_typed_in(session))

    def _on_sync_taken_over(self) -> None:
        if self._sessions.current is None and not self._is_new:
            self.show_start()

    def _on_ticker_passed(self) -> None:
        self.sync.tick()
        if self._pages.built is not None:
            self._pages.built.tick()

    def _on_ticker_seen(self) -> None:
        pages, state = self._pages.built, self.state
        self._show_rows()
        if pages is not None and state is not None:
            pages.show_time(state)
            self._show_status()
            self._show_menu()

    def _new_log(self) -> "ExchangeLog":
        from ringauth_gui.gui.exchange_log import ExchangeLog

        return ExchangeLog(self._parts.tools.redaction.clean_values)
