"""The Token tab of a profile that signs in with a JWT credential."""

from PySide6.QtWidgets import QWidget

from ringauth_gui.gui.jwt_notice import jwt_notice
from ringauth_gui.gui.jwt_words import credential_words
from ringauth_gui.gui.no_token_heading import heading_without_token
from ringauth_gui.gui.plain_label import PlainLabel, set_role
from ringauth_gui.gui.profile_draft import draft_of
from ringauth_gui.gui.scroll_page import make_card_page
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.warning_note import WarningNote
from ringauth_gui.moment import Moment


class JwtPanel(QWidget):
    """Says what Authorize will do, and what the credential says of itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Speak of no server until told."""
        super().__init__(parent)
        self.setObjectName("jwtPanel")
        self.setAccessibleName(self.tr("JWT sign-in"))
        self._heading = PlainLabel(role="heading")
        self._heading.setObjectName("jwtPanelHeading")
        self._what = PlainLabel(role="quiet")
        self._credential = PlainLabel()
        self._credential.setObjectName("jwtPanelCredential")
        self._notice = WarningNote("jwtPanelNotice")
        self._lay_out()

    def show_state(self, state: SessionState, server_name: str, now: Moment) -> None:
        """Say what there is to say before a sign-in, or while it runs.

        Args:
            state: The session, without a token.
            server_name: As it is called in the middle of a sentence.
            now: The present.
        """
        is_running = state.activity is Activity.AUTHORIZING
        self._heading.setText(
            self.tr("Signing in with the JWT credential…")
            if is_running
            else heading_without_token(state.ended)
        )
        self._what.setText(
            self.tr(
                "Authorize sends the JWT credential to {0}; no browser is needed. "
                "The token then appears here and counts down to its end."
            ).format(server_name)
        )
        self._show_credential(state, now)

    def _show_credential(self, state: SessionState, now: Moment) -> None:
        credential = state.stored.jwt_credential
        if credential is None:
            text, is_warning = (
                self.tr("None is kept. Enter it on the Profile tab."),
                True,
            )
        else:
            draft = draft_of(state.profile)
            text, is_warning = credential_words(credential, draft, now)
        self._credential.setText(text)
        set_role(self._credential, "error" if is_warning else "")
        self._notice.show_text(jwt_notice(credential, now))

    def _lay_out(self) -> None:
        layout = make_card_page(self)
        layout.addWidget(self._heading)
        layout.addWidget(self._what)
        layout.addSpacing(8)
        layout.addWidget(PlainLabel(self.tr("JWT credential"), "small"))
        layout.addWidget(self._credential)
        layout.addWidget(self._notice)
