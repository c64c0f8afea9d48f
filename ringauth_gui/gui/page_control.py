"""Decides what is shown of the profile in sight."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ringauth_gui.gui.account_tab import AccountTab
from ringauth_gui.gui.action_states import ActionStates
from ringauth_gui.gui.call_watch import CallWatch
from ringauth_gui.gui.clock_watch import ClockWatch
from ringauth_gui.gui.clock_words import clock_advice, clock_text
from ringauth_gui.gui.http_log_tab import HttpLogTab
from ringauth_gui.gui.kept_watch import KeptWatch
from ringauth_gui.gui.keyring_note import KeyringNote
from ringauth_gui.gui.page_wishes import PageWishes
from ringauth_gui.gui.profile_page import PageTabs, ProfilePage, action_states
from ringauth_gui.gui.profile_tab import ProfileTab
from ringauth_gui.gui.quiet_opening import QuietOpening
from ringauth_gui.gui.row_control import RowControl
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.gui.status_text import (
    calls_text,
    clipboard_text,
    listening_text,
    trouble_text,
)
from ringauth_gui.gui.token_tab import TokenTab
from ringauth_gui.gui.window_parts import WindowParts
from ringauth_gui.late import Late
from ringauth_gui.moment import Moment
from ringauth_gui.storage.profile import Profile, ServerKind

if TYPE_CHECKING:
    from ringauth_gui.gui.exchange_log import LogRow
    from ringauth_gui.gui.http_log_tab import ProvideLog
    from ringauth_gui.gui.metadata_reader import MetadataReader
    from ringauth_gui.gui.profile_draft import ProfileDraft
    from ringauth_gui.gui.session import Session


class PageControl(QObject):
    """Brings sessions and their page together, from the first profile on.

    Attributes:
        page: The page of profiles.
        wishes: Does what is wished on it.
        rows: Shows how all profiles stand.
        clocks: Knows how far this computer's clock is from the servers'.
    """

    def __init__(self, parts: WindowParts, log: "ProvideLog") -> None:
        """Build the page; ``log`` returns what holds all exchanges."""
        super().__init__(parts.window)
        self._sessions = parts.sessions
        self._clock = parts.clock
        self._clipboard = parts.tools.clipboard
        self.page = _page(parts, log)
        self.wishes = PageWishes(self.page, parts.sessions, parts.tools)
        self.rows = RowControl(
            parts.sessions, parts.window.side_list, parts.clock, self._now_for
        )
        self._calls = CallWatch(parts.sessions, parts.tools)
        self._kept = KeptWatch(parts.sessions, parts.tools)
        self._opening = QuietOpening(parts.sessions)
        self.clocks = ClockWatch(parts.sessions, parts.clock)
        parts.window.concealed.connect(self._on_window_concealed)
        parts.theme.palette_changed.connect(self.page.set_palette)

    def listen_to(self, keyring: KeyringNote) -> None:
        """Say on the Profile tab where secrets are kept, now and from now on."""
        self.wishes.keyring_accepted.connect(keyring.accepted)
        tab = self.page.content.profile
        tab.set_secret_place(keyring.secret_place)
        keyring.changed.connect(lambda: tab.set_secret_place(keyring.secret_place))

    def actions(self, state: SessionState) -> ActionStates:
        """Return what can be done now."""
        return action_states(state, self._clock())

    def status_text(self, state: SessionState, practice: str, keyring: str) -> str:
        """Return the status line.

        Args:
            state: Of the profile in sight.
            practice: What the practice server does; empty for nothing to say.
            keyring: Which one is in use.
        """
        parts = (
            clipboard_text(self._clipboard.seconds_left),
            listening_text(state),
            practice,
            calls_text(state, self._clock()),
            f"{keyring}{trouble_text(state)}",
            clock_text(self._now(state).ahead),
        )
        return " · ".join(filter(None, parts))

    def status_advice(self, state: SessionState) -> str:
        """Return what to do about something in the status line; empty for nothing."""
        return clock_advice(self._now(state).ahead)

    def show_new(self, draft: "ProfileDraft | None") -> None:
        """Show the editor for a profile that does not exist yet, filled with draft."""
        self.page.show_new(self.tr("New profile"), self.tr("not saved yet"))
        server = ServerKind.RINGCENTRAL if draft is None else draft.server
        self.page.content.profile.show_new(server, self._sessions.names, draft)

    def show_state(self, state: SessionState) -> None:
        """Show the session in sight as it stands."""
        names = self._sessions.names
        others = [name for name in names if name != state.profile.name]
        self.page.content.profile.show_state(state, others)
        self.page.show_state(state, self._now(state))

    def is_typed_in(self, session: "Session") -> bool:
        """Return whether something is typed for the profile that is not saved."""
        return self.page.content.profile.is_typed(session.state.profile.id)

    def tick(self) -> None:
        """Let each session see that time passes, and what other windows did."""
        self._calls.tick()
        self._kept.tick()
        self._opening.tick(self._clock())
        self.clocks.tick()

    def show_time(self, state: SessionState) -> None:
        """Move what counts down on the page."""
        self.page.tick(state, self._now(state))

    def append_row(self, row: "LogRow") -> None:
        """Show a row of the HTTP log, and learn the server's time from the answer."""
        self.page.content.http_log.append(row)
        self.clocks.learn(row.exchange)

    def _now(self, state: SessionState) -> Moment:
        return self._now_for(state.profile)

    def _now_for(self, profile: Profile) -> Moment:
        return self.clocks.now_for(profile)

    def _on_window_concealed(self) -> None:
        """Mask what must not stay in sight (R24)."""
        self.page.content.token.conceal()
        self.page.content.http_log.conceal()


def _page(parts: WindowParts, log: "ProvideLog") -> ProfilePage:
    """Return the page of profiles, in the theme's colours."""

    def names() -> dict[str, str]:
        profiles = (each.state.profile for each in parts.sessions.sessions)
        return {profile.id: profile.name for profile in profiles}

    tabs = PageTabs(
        token=TokenTab(parts.theme.palette, parts.authorization_seconds),
        account=AccountTab(parts.clock),
        http_log=HttpLogTab(log, names, parts.tools.redaction),
        profile=ProfileTab(
            parts.practice_apps,
            Late(lambda: _metadata_reader(parts)),
            parts.clock,
        ),
    )
    page = ProfilePage(tabs)
    page.set_palette(parts.theme.palette)
    return page


def _metadata_reader(parts: WindowParts) -> "MetadataReader":
    from ringauth_gui.gui.metadata_reader import MetadataReader

    return MetadataReader(parts.read_metadata, parts.tools.runner)
