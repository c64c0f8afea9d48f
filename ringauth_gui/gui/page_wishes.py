"""Does to the session in sight what the person wishes on its page."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ringauth_gui.gui.browser_again import BrowserAgain, authorization_link
from ringauth_gui.gui.keyring_messages import ACCEPT_KEYRING
from ringauth_gui.gui.message import SHOW_LOG
from ringauth_gui.gui.page_tools import PageTools
from ringauth_gui.gui.profile_edits import ProfileEdits
from ringauth_gui.gui.profile_page import ProfilePage
from ringauth_gui.gui.session import Session
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.gui.takeaway_wishes import TakeawayWishes
from ringauth_gui.storage.token_store import SecretKind

if TYPE_CHECKING:
    from ringauth_gui.oauth.token import Token


class PageWishes(QObject):
    """Connects a page's signals to the current session.

    Attributes:
        takeaway: Lets a person take something away.

    Signals:
        saved: The id of a profile that was saved just now.
        log_requested: Show the log.
        keyring_accepted: Use the keyring that RingAuth does not know.
    """

    saved = Signal(str)
    log_requested = Signal()
    keyring_accepted = Signal()

    def __init__(
        self, page: ProfilePage, sessions: SessionList, tools: PageTools
    ) -> None:
        """Listen to ``page``."""
        super().__init__(page)
        self._page = page
        self._sessions = sessions
        self._tools = tools
        self._copied_from: Session | None = None
        self._again = BrowserAgain(tools, self)
        self.takeaway = TakeawayWishes(page, sessions, tools)
        self._edits = ProfileEdits(page.content.profile, sessions)
        self._edits.saved.connect(self.saved)
        self._connect_header()
        self._connect_tabs()
        sessions.current_state_changed.connect(self._look_for_secret)
        sessions.rows_changed.connect(self._on_sessions_rows_changed)

    def do(self, wish: Callable[[Session], None]) -> None:
        """Do ``wish`` to the session in sight, if there is one."""
        if self._sessions.current is not None and self._page.shows_profile:
            wish(self._sessions.current)

    def copy_secret(self, kind: str) -> None:
        """Copy ``kind`` of the token: a token, or the Authorization header."""
        session = self._sessions.current
        token = None if session is None else session.state.token
        secret = None if token is None else _secret_of(token, kind)
        if secret is not None:
            self._copied_from = session
            self._tools.clipboard.copy(secret)

    def copy_redirect_uri(self) -> None:
        """Copy the redirect URI in use, which is no secret."""

        def copy(session: Session) -> None:
            progress = session.state.progress
            first = session.state.profile.redirect_uris[0]
            uri = progress.redirect_uri if progress is not None else first
            self._tools.clipboard.copy_plain(uri)

        self.do(copy)

    def act(self, key: str) -> None:
        """Do what a button of the message bar offers."""
        if key == SHOW_LOG.key:  # a profile that is being made has one too
            self.log_requested.emit()
            return
        wishes: dict[str, Callable[[Session], None]] = {
            "adopt": lambda session: session.answers.adopt(),
            "decline": lambda session: session.answers.decline(),
            "authorize": Session.authorize,
            "forget": Session.forget,
            "forget-secrets": Session.forget_secrets,
            "dismiss": lambda session: session.answers.dismiss(),
            "sign-in-anyway": Session.authorize_anyway,
            "refresh-anyway": partial(Session.refresh, even_if_used_elsewhere=True),
            "sign-out": Session.sign_out,
            "try-again": Session.repeat,
            "keep-again": Session.keep_again,
            ACCEPT_KEYRING.key: lambda _session: self.keyring_accepted.emit(),
            "remove-damaged": Session.remove_damaged,
            "use-next-redirect-uri": Session.authorize_on_next,
            "copy-redirect-uri": lambda _session: self.copy_redirect_uri(),
            "edit-profile": lambda _session: self._show_profile_tab(),
            "enter-secret": lambda _session: self._show_profile_tab("client_secret"),
            "enter-credential": lambda _session: self._show_profile_tab(
                "jwt_credential"
            ),
            "use-public": self._use_public,
            "save-again": lambda _session: self._sessions.save(),
            "keep-deleted": self._edits.keep_deleted,
            "remove-deleted": self._edits.remove_deleted,
        }
        if key in wishes:  # others offer what belongs to no session
            self.do(wishes[key])

    def dismiss(self) -> None:
        """Take the message away."""
        self.do(lambda session: session.answers.dismiss())

    def _connect_header(self) -> None:
        header = self._page.header
        header.authorize_requested.connect(lambda: self.do(Session.authorize))
        header.refresh_requested.connect(lambda: self.do(Session.refresh))
        header.check_requested.connect(lambda: self.do(Session.check))
        header.cancel_requested.connect(lambda: self.do(Session.cancel))
        self._page.revoke_confirmed.connect(lambda: self.do(Session.revoke))
        self._page.message_bar.action_requested.connect(self.act)
        self._page.message_dismissed.connect(self.dismiss)

    def _connect_tabs(self) -> None:
        tabs = self._page.content
        tabs.token.open_again_requested.connect(lambda: self.do(self._again.open))
        tabs.token.copy_link_requested.connect(self._on_token_copy_link_requested)
        tabs.token.copy_redirect_uri_requested.connect(self.copy_redirect_uri)
        tabs.token.address_given.connect(self._on_token_address_given)
        tabs.token.copy_requested.connect(self.copy_secret)
        tabs.token.auto_refresh_toggled.connect(self._on_token_auto_refresh_toggled)
        self._tools.clipboard.said.connect(tabs.token.show_clipboard)
        tabs.account.permission_asked.connect(
            lambda name: self.do(partial(Session.ask_permission, permission=name))
        )
        tabs.account.copy_requested.connect(self._tools.clipboard.copy_plain)
        tabs.profile.looked_at.connect(self._look_for_secret)
        tabs.profile.copy_requested.connect(self._tools.clipboard.copy_plain)
        tabs.profile.forget_requested.connect(self._on_profile_forget_requested)

    def _look_for_secret(self) -> None:
        """Look for a client secret once the fields are in sight that tell of it."""
        if self._page.content.profile.isVisible():
            self.do(Session.look_for_secret)

    def _on_sessions_rows_changed(self) -> None:
        """Take a token that is over out of the clipboard, in sight or not (RV-07)."""
        session = self._copied_from
        if session is not None and session.state.token is None:
            self._copied_from = None
            self._tools.clipboard.clear_if_ours()

    def _show_profile_tab(self, field: str = "") -> None:
        self._page.show_tab(self._page.content.profile)
        if field:
            self._page.content.profile.focus(field)

    def _use_public(self, session: Session) -> None:
        self._sessions.keep(replace(session.state.profile, has_secret=False))

    def _on_profile_forget_requested(self, field: str) -> None:
        self.do(lambda session: session.forget_secrets((_SECRETS[field],)))

    def _on_token_copy_link_requested(self) -> None:
        self.do(lambda session: self._tools.clipboard.copy(authorization_link(session)))

    def _on_token_address_given(self, untrusted_address: str) -> None:
        def use(session: Session) -> None:
            if not session.use_address(untrusted_address):
                self._page.content.token.reject_address()

        self.do(use)

    def _on_token_auto_refresh_toggled(self, is_on: bool) -> None:
        self.do(
            lambda session: self._sessions.keep_options(
                replace(session.state.profile, auto_refresh=is_on)
            )
        )


_SECRETS = {
    "client_secret": SecretKind.CLIENT_SECRET,
    "jwt_credential": SecretKind.JWT_CREDENTIAL,
}


def _secret_of(token: "Token", kind: str) -> str | None:
    return {
        "access_token": token.access_token,
        "refresh_token": token.refresh_token,
        "id_token": token.id_token,
        "authorization_header": f"Authorization: Bearer {token.access_token}",
    }[kind]
