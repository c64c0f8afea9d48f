"""Decides what the main window shows: which page, which rows, which status."""

import secrets
from collections import deque

from PySide6.QtCore import QObject, QTimer

from ringauth_gui.gui.call_watch import CallWatch
from ringauth_gui.gui.credentials_import import CredentialsImport
from ringauth_gui.gui.http_log_model import MOST_ROWS
from ringauth_gui.gui.message import Message
from ringauth_gui.gui.page_wishes import PageWishes
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.practice_wishes import PracticeWishes
from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.gui.profile_page import ProfilePage, action_states
from ringauth_gui.gui.profile_rows import profile_row
from ringauth_gui.gui.profile_secrets import NewSecrets
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.gui.start_page import StartPage
from ringauth_gui.gui.status_text import (
    calls_text,
    keyring_text,
    listening_text,
    trouble_text,
)
from ringauth_gui.gui.window_menu import WindowMenu
from ringauth_gui.gui.window_parts import WindowParts, make_profile_page
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange
from ringauth_gui.storage.profile import Profile, ServerKind

TICK = 1000  # milliseconds


class WindowControl(QObject):
    """Brings sessions, pages and the status line together."""

    def __init__(self, parts: WindowParts) -> None:
        """Take the parts; show nothing before ``show_start``."""
        super().__init__(parts.window)
        self._parts = parts
        self._window = parts.window
        self._sessions = parts.sessions
        self._start: StartPage | None = None
        self._page: ProfilePage | None = None
        self._exchanges: deque[Exchange] = deque(maxlen=MOST_ROWS)
        self._is_new = False
        self._keyring = self.tr("Keyring: looking…")
        self._tick = QTimer(self, interval=TICK)
        self.practice = PracticeWishes(
            parts.window, parts.practice, parts.tools, parts.sessions
        )
        self._menu = WindowMenu(parts, self)
        self._import = CredentialsImport(parts.imports, parts.window)
        self._calls = CallWatch(parts.sessions, parts.tools)
        self._connect()
        self._tick.start()

    @property
    def state(self) -> SessionState | None:
        """The state of the profile in sight; None when there is none."""
        current = self._sessions.current
        return None if current is None or self._is_new else current.state

    def show_start(self, profile_id: str = "") -> None:
        """Show that profile, else the first, else the first screen."""
        ids = [session.state.profile.id for session in self._sessions.sessions]
        if ids:
            self._sessions.select(profile_id if profile_id in ids else ids[0])
            return
        self._start = StartPage()
        self._start.first_run.try_practice_requested.connect(self.try_practice)
        self._start.first_run.connect_app_requested.connect(self.new_profile)
        self._start.first_run.import_requested.connect(self.import_credentials)
        self._window.show_page(self._start, with_profiles=False)
        self._show_status()

    def try_practice(self) -> None:
        """Show the profile of the practice server, made ready where there is none."""
        app = self._parts.practice_apps[0]
        profile = self._sessions.find(
            lambda profile: profile.server is ServerKind.PRACTICE
        )
        if profile is None:
            profile = Profile(
                id=secrets.token_hex(8),
                name=self.tr("Practice"),
                server=ServerKind.PRACTICE,
                client_id=app.client_id,
                has_secret=app.client_secret is not None,
                redirect_uris=app.redirect_uris,
            )
            self._sessions.keep(profile, NewSecrets(app.client_secret))
        self._sessions.select(profile.id)
        self.page().header.focus_actions()

    def new_profile(self, draft: ProfileDraft | None = None) -> None:
        """Show the editor for a profile that does not exist yet, filled with draft."""
        self._is_new = True
        page = self.page()
        page.show_new(self.tr("New profile"), self.tr("not saved yet"))
        server = ServerKind.RINGCENTRAL if draft is None else draft.server
        page.content.profile.show_new(server, self._sessions.names, draft)
        self._show_page()
        page.content.profile.focus("name")

    def import_credentials(self) -> None:
        """Let the person choose where to import credentials from."""
        self._import.open()

    def show_keyring(self, name: str, problem: str | None) -> None:
        """Say in the status line which keyring is in use."""
        self._keyring = keyring_text(name, problem)
        place = (
            self.tr("this computer's keyring")
            if problem is None
            else self.tr("memory until RingAuth closes")
        )
        self.page().content.profile.set_secret_place(place)
        self._import.set_secret_place(place)
        self._show_status()

    def show_keyring_failure(self) -> None:
        """Say in the status line that nobody knows of a keyring."""
        self._keyring = self.tr("Keyring: not known, it could not be asked")
        self._show_status()

    def show_message(self, message: Message) -> None:
        """Say something that belongs to no profile."""
        if self._is_new:
            self.page().show_message(message)
        elif self._sessions.current is not None:
            self._sessions.current.show_message(message)
        elif self._start is not None:
            self._start.message_bar.show_message(message)

    def append_exchange(self, exchange: Exchange) -> None:
        """Keep an exchange in memory, and add a row to the HTTP log."""
        self._exchanges.append(exchange)
        if self._page is not None:
            self._page.content.http_log.append(exchange)

    def page(self) -> ProfilePage:
        """Return the page of profiles; it is built when it is first needed."""
        if self._page is None:
            self._page = make_profile_page(self._parts)
            wishes = PageWishes(self._page, self._sessions, self._parts.tools)
            wishes.saved.connect(self._on_wishes_saved)
            self._menu.listen_for(self._page, wishes)
            for exchange in self._exchanges:
                self._page.content.http_log.append(exchange)
        return self._page

    def _show_page(self) -> None:
        self._window.show_page(self.page(), with_profiles=True)
        self._show_rows(self._parts.clock())
        self._show_status()
        self._show_menu()

    def _show_rows(self, now: Moment) -> None:
        rows = [profile_row(each.state, now) for each in self._sessions.sessions]
        self._window.side_list.set_rows(rows)
        state = self.state
        self._window.side_list.select("" if state is None else state.profile.id)

    def _show_status(self) -> None:
        state = self.state
        keyring = f"{self._keyring}{trouble_text(state)}"
        parts: list[str | None] = [keyring]
        if state is not None:
            calls = calls_text(state, self._parts.clock())
            parts = [listening_text(state), self.practice.text, calls, keyring]
        self._window.show_status(" · ".join(filter(None, parts)))

    def _show_menu(self) -> None:
        state = self.state
        actions = None if state is None else action_states(state, self._parts.clock())
        self._menu.show_states(actions)

    def _show_current(self) -> None:
        state = self.state
        if state is not None:
            names = self._sessions.names
            others = [name for name in names if name != state.profile.name]
            self.page().content.profile.show_state(state, others)
            self.page().show_state(state, self._parts.clock())
        self._show_status()
        self._show_menu()

    def _connect(self) -> None:
        self._sessions.rows_changed.connect(self._on_sessions_rows_changed)
        self._sessions.current_changed.connect(self._on_sessions_current_changed)
        self._sessions.current_state_changed.connect(self._show_current)
        self._window.side_list.selected.connect(self._on_side_list_selected)
        self._window.side_list.new_requested.connect(self.new_profile)
        self._import.taken.connect(self.new_profile)
        self._window.concealed.connect(self._on_window_concealed)
        self.practice.changed.connect(self._show_status)
        self.practice.message.connect(self.show_message)
        self._parts.theme.palette_changed.connect(self._on_theme_palette_changed)
        self._tick.timeout.connect(self._on_tick_timeout)

    def _on_sessions_rows_changed(self) -> None:
        self._show_rows(self._parts.clock())

    def _on_sessions_current_changed(self) -> None:
        self._is_new = False
        self._show_page()
        self._show_current()

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

    def _on_window_concealed(self) -> None:
        if self._page is not None:
            self._page.content.token.conceal()

    def _on_theme_palette_changed(self, palette: Palette) -> None:
        self._window.side_list.set_palette(palette)
        if self._page is not None:
            self._page.set_palette(palette)

    def _on_tick_timeout(self) -> None:
        now = self._parts.clock()
        self._calls.tick()
        for session in self._sessions.sessions:
            session.tick(now)
        if self._window.isMinimized() or not self._window.isVisible():
            return
        self._show_rows(now)
        state = self.state
        if state is not None:
            self.page().tick(state, now)
            self._show_status()
            self._show_menu()
