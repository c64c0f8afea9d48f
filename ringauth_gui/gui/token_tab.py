"""The Token tab: the token, the sign-in that brings one, or what there is to do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ringauth_gui.attempt import AuthorizationProgress
from ringauth_gui.gui.clock_words import clock_notice
from ringauth_gui.gui.jwt_notice import jwt_notice
from ringauth_gui.gui.no_token_heading import heading_without_token
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.late import Late
from ringauth_gui.moment import Moment
from ringauth_gui.server_directory import server_name
from ringauth_gui.storage.profile import Profile, ServerKind

if TYPE_CHECKING:
    from ringauth_gui.gui.jwt_panel import JwtPanel
    from ringauth_gui.gui.signed_out_panel import SignedOutPanel
    from ringauth_gui.gui.token_panel import TokenPanel
    from ringauth_gui.gui.waiting_panel import WaitingPanel
    from ringauth_gui.oauth.token import Token

HINT_AFTER = 30.0  # seconds; RingCentral keeps its refusals to its own page


class TokenTab(QStackedWidget):
    """Shows one of four panels; each is built when it is first needed.

    Signals:
        open_again_requested, copy_link_requested, copy_redirect_uri_requested,
        address_given, explain_requested, auto_refresh_toggled: What the person wishes.
        copy_requested, curl_requested, export_requested: As in TokenPanel.
    """

    open_again_requested = Signal()
    address_given = Signal(str)
    copy_requested = Signal(str)
    curl_requested = Signal()
    export_requested = Signal()
    copy_link_requested = Signal()
    copy_redirect_uri_requested = Signal()
    explain_requested = Signal()
    auto_refresh_toggled = Signal(bool)

    def __init__(self, palette: Palette, authorization_seconds: float) -> None:
        """Paint in ``palette``; a sign-in gives up after ``authorization_seconds``."""
        super().__init__()
        self._palette = palette
        self._authorization_seconds = authorization_seconds
        self._signed_out = Late(self._new_signed_out)
        self._jwt = Late(self._new_jwt)
        self._waiting = Late(self._new_waiting)
        self._token_panel = Late(self._new_token_panel)
        self._waiting_for = ""
        self._progress: AuthorizationProgress | None = None
        self._token: Token | None = None
        self._clipboard_text = ""
        self._blank = QWidget()
        self.addWidget(self._blank)

    def show_state(self, state: SessionState, now: Moment) -> None:
        """Show what ``state`` has to show here."""
        if state.activity is Activity.AUTHORIZING and not state.uses_jwt:
            self._show_waiting(state, now)
            return
        self._end_waiting()
        if state.token is not None:
            self._show_token(state, state.token, now)
        elif not state.opened:
            # The keyring is being read: nothing to say that may be wrong in a moment.
            self._forget_token()
            self.setCurrentWidget(self._blank)
        elif state.uses_jwt:
            self._show_jwt(state, now)
        else:
            self._show_signed_out(state)

    def tick(self, state: SessionState, now: Moment) -> None:
        """Move the countdown and the time left to sign in."""
        current = self.currentWidget()
        panel = self._token_panel.built
        if panel is not None and current is panel:
            panel.tick(now)
            panel.show_notice(_notice(state, now))
        elif current is self._jwt.built:
            self._show_jwt(state, now)
        elif current is self._waiting.built and state.waiting_since is not None:
            self._show_time_left(state.waiting_since, now)

    def set_palette(self, palette: Palette) -> None:
        """Paint in other colours."""
        self._palette = palette
        for panel in (self._token_panel.built, self._waiting.built):
            if panel is not None:
                panel.set_palette(palette)

    def conceal(self) -> None:
        """Mask every secret in sight."""
        if self._token_panel.built is not None:
            self._token_panel.built.conceal()

    def show_clipboard(self, text: str) -> None:
        """Say what becomes of what was copied here."""
        self._clipboard_text = text
        for panel in (self._token_panel.built, self._waiting.built):
            if panel is not None:
                panel.show_clipboard(text)

    def reject_address(self) -> None:
        """Say that the pasted address does not answer this sign-in."""
        if self._waiting.built is not None:
            self._waiting.built.reject_address(
                self.tr(
                    "This address does not belong to this sign-in. Copy the whole "
                    "address that the browser ended on."
                )
            )

    def _end_waiting(self) -> None:
        """Leave no link, and with it no ``state``, in a panel that is out of sight."""
        if self._waiting.built is not None and self._waiting_for:
            self._waiting.built.begin("", knows_codes=True)
        self._waiting_for = ""
        self._progress = None

    def _show_waiting(self, state: SessionState, now: Moment) -> None:
        waiting = self._waiting()
        if self._waiting_for != state.profile.id:
            self._waiting_for = state.profile.id
            self._progress = None
            is_other = state.profile.server is ServerKind.OTHER
            waiting.begin(_in_words(state.profile), knows_codes=not is_other)
        if state.progress is not None and state.progress != self._progress:
            self._progress = state.progress
            waiting.show_progress(state.progress)
        if state.waiting_since is not None:
            self._show_time_left(state.waiting_since, now)
        self.setCurrentWidget(waiting)

    def _show_time_left(self, since: Moment, now: Moment) -> None:
        """Count on the monotonic clock alone (R19, TM-06)."""
        waiting = self._waiting.built
        if waiting is None or now.monotonic is None or since.monotonic is None:
            return
        waited = now.monotonic - since.monotonic
        left = max(0.0, self._authorization_seconds - waited)
        waiting.show_time_left(left, self._authorization_seconds)
        if waited >= HINT_AFTER:
            waiting.show_hint()

    def _show_token(self, state: SessionState, token: "Token", now: Moment) -> None:
        panel = self._token_panel()
        if token is not self._token:
            self._token = token
            panel.show_token(token, now)
        reason = ""
        if token.refresh_token is None:
            reason = state.why_no_refresh(now) or ""
            panel.explain_no_refresh_token(reason)
        elif state.is_used_elsewhere:
            reason = self.tr("Another program may use this token: refresh it by hand.")
        panel.set_auto_refresh(state.profile.auto_refresh, not reason, reason)
        panel.show_notice(_notice(state, now))
        self.setCurrentWidget(panel)

    def _forget_token(self) -> None:
        """Leave no token in a panel that is out of sight (RV-07)."""
        self._token = None
        if self._token_panel.built is not None:
            self._token_panel.built.forget()

    def _show_signed_out(self, state: SessionState) -> None:
        self._forget_token()
        panel, profile = self._signed_out(), state.profile
        panel.show_heading(heading_without_token(state.ended))
        panel.show_server(profile.server, _in_words(profile), profile.redirect_uris[0])
        self.setCurrentWidget(panel)

    def _show_jwt(self, state: SessionState, now: Moment) -> None:
        self._forget_token()
        panel = self._jwt()
        panel.show_state(state, _in_words(state.profile), now)
        self.setCurrentWidget(panel)

    def _new_signed_out(self) -> "SignedOutPanel":
        from ringauth_gui.gui.signed_out_panel import SignedOutPanel

        panel = SignedOutPanel()
        panel.copy_redirect_uri_requested.connect(self.copy_redirect_uri_requested)
        self.addWidget(panel)
        return panel

    def _new_jwt(self) -> "JwtPanel":
        from ringauth_gui.gui.jwt_panel import JwtPanel

        panel = JwtPanel()
        self.addWidget(panel)
        return panel

    def _new_waiting(self) -> "WaitingPanel":
        from ringauth_gui.gui.waiting_panel import WaitingPanel

        panel = WaitingPanel()
        panel.set_palette(self._palette)
        panel.show_clipboard(self._clipboard_text)
        panel.open_again_requested.connect(self.open_again_requested)
        panel.address_given.connect(self.address_given)
        panel.copy_link_requested.connect(self.copy_link_requested)
        panel.copy_redirect_uri_requested.connect(self.copy_redirect_uri_requested)
        panel.explain_requested.connect(self.explain_requested)
        self.addWidget(panel)
        return panel

    def _new_token_panel(self) -> "TokenPanel":
        from ringauth_gui.gui.token_panel import TokenPanel

        panel = TokenPanel()
        panel.set_palette(self._palette)
        panel.show_clipboard(self._clipboard_text)
        panel.copy_requested.connect(self.copy_requested)
        panel.curl_requested.connect(self.curl_requested)
        panel.export_requested.connect(self.export_requested)
        panel.auto_refresh_toggled.connect(self.auto_refresh_toggled)
        self.addWidget(panel)
        return panel


def _notice(state: SessionState, now: Moment) -> str:
    jwt = jwt_notice(state.stored.jwt_credential, now) if state.uses_jwt else ""
    return " ".join(filter(None, (clock_notice(state.token, now), jwt)))


def _in_words(profile: Profile) -> str:
    """Return the server as it is called in the middle of a sentence."""
    if profile.server is ServerKind.PRACTICE:
        return QCoreApplication.translate("TokenTab", "the practice server")
    return server_name(profile)
