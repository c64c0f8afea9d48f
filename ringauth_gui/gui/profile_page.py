"""The page of one profile: header, message bar, question and tabs."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ringauth_gui.gui.account_tab import AccountTab
from ringauth_gui.gui.action_states import ActionStates
from ringauth_gui.gui.call_words import calls_shown
from ringauth_gui.gui.confirm_revoke import ConfirmRevoke
from ringauth_gui.gui.http_log_tab import HttpLogTab
from ringauth_gui.gui.message import Message
from ringauth_gui.gui.message_bar import MessageBar
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.profile_header import ProfileHeader
from ringauth_gui.gui.profile_tab import ProfileTab
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.gui.token_tab import TokenTab
from ringauth_gui.moment import Moment
from ringauth_gui.server_directory import server_name
from ringauth_gui.storage.profile import ServerKind


@dataclass(frozen=True)
class PageTabs:
    """The content of the four tabs, in their order."""

    token: TokenTab
    account: AccountTab
    http_log: HttpLogTab
    profile: ProfileTab


class ProfilePage(QWidget):
    """Shows one profile's session; its children emit what the person wishes."""

    revoke_confirmed = Signal()
    message_dismissed = Signal()

    def __init__(self, tabs: PageTabs) -> None:
        """Take the tabs; show nothing until told."""
        super().__init__()
        self.setObjectName("profilePage")
        self.header = ProfileHeader()
        self.message_bar = MessageBar()
        self.content = tabs
        self._question = ConfirmRevoke()
        self._tabs = QTabWidget()
        self._tabs.setObjectName("tabs")
        self._state: SessionState | None = None
        self._is_passing = False
        self._lay_out()
        self.header.revoke_requested.connect(self._question.ask)
        self.message_bar.dismissed.connect(self._on_message_bar_dismissed)
        self._question.confirmed.connect(self.revoke_confirmed)

    @property
    def shows_profile(self) -> bool:
        """Whether a profile is shown that exists already."""
        return self._state is not None

    def show_state(self, state: SessionState, now: Moment) -> None:
        """Show the session as it stands."""
        profile, before = state.profile, self._state
        self._state = state
        self.header.show_profile(profile.name, server_name(profile), state.is_practice)
        self.header.show_identity(state.identity_text())
        actions = action_states(state, now)
        self.header.show_actions(actions)
        is_other = before is None or before.profile.id != profile.id
        if is_other or actions.revoke is not None or actions.busy:
            self._question.withdraw()  # it was asked about another token
        # Only what is new: a message that was read is not announced again.
        if before is None or before.message is not state.message:
            self.show_message(state.message)
        self._show_account(state, before)
        self._show_question(state, now)
        self.content.token.show_state(state, now)
        self.content.http_log.show_profile(profile.id)
        self._show_calls(state, now)

    def _show_account(self, state: SessionState, before: SessionState | None) -> None:
        account = self.content.account
        scope = None if state.token is None else state.token.scope
        if before is None or (before.check, before.token) != (state.check, state.token):
            account.show_check(state.check, scope)
        if before is None or before.answer_checks is not state.answer_checks:
            account.show_answer_checks(state.answer_checks)

    def _show_question(self, state: SessionState, now: Moment) -> None:
        is_ringcentral = state.profile.server is not ServerKind.OTHER
        self.content.account.show_question(
            state.why_no_question(now), is_ringcentral=is_ringcentral
        )

    def show_new(self, title: str, hint: str) -> None:
        """Show the page of a profile that is being made."""
        self._state = None
        self._question.withdraw()
        self.content.http_log.show_calls(None)
        self.content.http_log.show_profile("")
        self.header.show_profile(title, hint, is_practice=False)
        self.header.show_identity("")
        reason = self.tr("Save the profile first.")
        self.header.show_actions(
            ActionStates(
                signed_in=False,
                authorize=reason,
                refresh=reason,
                revoke=reason,
                check=reason,
                end=reason,
            )
        )
        self.content.account.show_check(None)
        self.content.account.show_answer_checks(())
        self.content.account.show_question(reason)
        self.show_message(None)
        self.show_tab(self.content.profile)

    def tick(self, state: SessionState, now: Moment) -> None:
        """Move what counts down, and end what is over."""
        self.content.token.tick(state, now)
        self._show_calls(state, now)
        self.header.show_actions(action_states(state, now))
        self._show_question(state, now)

    def show_tab(self, content: QWidget) -> None:
        """Bring the tab with ``content`` to the front."""
        self._tabs.setCurrentWidget(content)

    def name_copy(self) -> None:
        """Show the fields of a copied profile, its name ready to be typed over."""
        self.show_tab(self.content.profile)
        self.content.profile.select("name")

    def show_tab_at(self, index: int) -> None:
        """Bring the tab at ``index`` to the front."""
        self._tabs.setCurrentIndex(index)

    def show_exchange(self, number: int) -> None:
        """Show an exchange in the HTTP log."""
        self.show_tab(self.content.http_log)
        self.content.http_log.show_exchange(number)

    def ask_revoke(self) -> None:
        """Ask whether to revoke."""
        self._question.ask()

    def set_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self.content.token.set_palette(palette)
        self.content.account.set_palette(palette)
        self.content.http_log.set_palette(palette)

    def show_message(
        self, message: Message | None, *, is_passing: bool = False
    ) -> None:
        """Say ``message``, or nothing.

        What ``is_passing`` is none of the session's own; that is said again when it is
        over.
        """
        self._is_passing = is_passing and message is not None
        if message is None and is_passing and self._state is not None:
            message = self._state.message
        if message is None:
            self.message_bar.clear()
        else:
            self.message_bar.show_message(message)

    def _on_message_bar_dismissed(self) -> None:
        if self._is_passing:
            self.show_message(None, is_passing=True)
        else:
            self.message_bar.clear()
            self.message_dismissed.emit()

    def _show_calls(self, state: SessionState, now: Moment) -> None:
        calls = calls_shown(state.calls, now, is_counted=state.counts_calls)
        self.content.http_log.show_calls(calls)

    def _lay_out(self) -> None:
        titles = (
            self.tr("Token"),
            self.tr("Account"),
            self.tr("HTTP log"),
            self.tr("Profile"),
        )
        content = self.content
        panels: tuple[QWidget, ...] = (
            content.token,
            content.account,
            content.http_log,
            content.profile,
        )
        for panel, title in zip(panels, titles, strict=True):
            self._tabs.addTab(panel, title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(self.header)
        layout.addWidget(self.message_bar)
        layout.addWidget(self._question)
        layout.addWidget(self._tabs, 1)


def action_states(state: SessionState, now: Moment) -> ActionStates:
    """Return which actions the session offers now."""
    return ActionStates(
        signed_in=state.token is not None,
        busy=state.can_cancel,
        authorize=state.why_no_sign_in(now),
        refresh=state.why_no_refresh(now),
        revoke=state.why_no_revoke(now),
        check=state.why_no_check(now),
        paste=state.why_busy(),
        end=state.why_no_end(),
    )
