"""The Token tab of a profile that is not signed in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.scroll_page import make_card_page
from ringauth_gui.gui.tips import tip
from ringauth_gui.storage.profile import ServerKind

_TO_REGISTER = (
    "Register it once, letter for letter: on developers.ringcentral.com open the app, "
    "then Settings → OAuth Redirect URI."
)


class SignedOutPanel(QWidget):
    """Says what Authorize will do, and which redirect URI it needs.

    Signals:
        copy_redirect_uri_requested: Copy the redirect URI.
    """

    copy_redirect_uri_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Speak of no server until told."""
        super().__init__(parent)
        self.setObjectName("signedOutPanel")
        self._heading = PlainLabel(role="heading")
        self._heading.setObjectName("signedOutHeading")
        self._what = PlainLabel(role="quiet")
        self._what.setObjectName("signedOutText")
        self._redirect_uri = PlainLabel(role="mono", wraps=False)
        self._redirect_uri.setObjectName("signedOutRedirectUri")
        self._redirect_uri.make_selectable()
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setObjectName("copySignedOutRedirectUriButton")
        self._copy.setAccessibleName(self.tr("Copy redirect URI"))
        self._copy.setProperty("role", "small")
        self._where = PlainLabel(role="small")
        self._where.setObjectName("signedOutWhere")
        self._lay_out()
        self._copy.clicked.connect(self.copy_redirect_uri_requested)

    def show_heading(self, text: str) -> None:
        """Say whether there is a token, as far as that is known."""
        self._heading.setText(text)
        self.setAccessibleName(text)

    def show_server(
        self, server: ServerKind, server_name: str, redirect_uri: str
    ) -> None:
        """Say what Authorize will do with this server."""
        self._what.setText(
            self.tr(
                "Authorize opens your browser, where you sign in to {0}. "
                "The token then appears here and counts down to its end."
            ).format(server_name)
        )
        self._redirect_uri.setText(redirect_uri)
        self._where.setText(self._where_text(server))

    def _where_text(self, server: ServerKind) -> str:
        if server is ServerKind.PRACTICE:
            return self.tr(
                "The practice server knows this redirect URI already. "
                "Its sign-in page comes filled in: be Ada (ext. 101) or Grace (102)."
            )
        if server is ServerKind.OTHER:
            return self.tr("Register it with the server, letter for letter.")
        return self.tr(_TO_REGISTER)

    def _lay_out(self) -> None:
        uri_row = QHBoxLayout()
        uri_row.setSpacing(8)
        uri_row.addWidget(self._redirect_uri)
        uri_row.addWidget(self._copy)
        uri_row.addStretch(1)
        layout = make_card_page(self)
        layout.addWidget(self._heading)
        layout.addWidget(self._what)
        layout.addSpacing(8)
        caption = PlainLabel(self.tr("Redirect URI"), "small")
        caption.setToolTip(tip(self._redirect_uri.objectName()))
        layout.addWidget(caption)
        layout.addLayout(uri_row)
        layout.addWidget(self._where)
