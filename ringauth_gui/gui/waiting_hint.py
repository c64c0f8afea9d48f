"""The note for a browser that shows an error and never comes back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ringauth_gui.gui.plain_label import PlainLabel


class WaitingHint(QFrame):
    """Says which redirect URI to register, and what a wrong client ID looks like.

    Signals:
        copy_requested: Copy the redirect URI.
        explain_requested: Say what another code in the browser means.
    """

    copy_requested = Signal()
    explain_requested = Signal()

    def __init__(self) -> None:
        """Stay out of sight, but keep the room, so that nothing jumps later."""
        super().__init__()
        self.setObjectName("waitingHint")
        self.setAccessibleName(self.tr("Hint"))
        self.setProperty("role", "note")
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._title = PlainLabel()
        self._title.setObjectName("waitingHintTitle")
        bold = self._title.font()
        bold.setBold(True)
        self._title.setFont(bold)
        self._text = PlainLabel()
        self._text.setObjectName("waitingHintText")
        self._redirect_uri = PlainLabel(role="mono", wraps=False)
        self._redirect_uri.setObjectName("waitingHintRedirectUri")
        self._redirect_uri.make_selectable()
        self._client_id = PlainLabel()
        self._client_id.setObjectName("waitingHintClientId")
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setObjectName("copyWaitingRedirectUriButton")
        self._copy.setAccessibleName(self.tr("Copy redirect URI"))
        self._copy.setProperty("role", "small")
        self._explain = QPushButton(self.tr("Another code?"))
        self._explain.setObjectName("explainWaitingButton")
        self._explain.setAccessibleName(self.tr("Explain another code"))
        self._explain.setToolTip(self.tr("Says what a code in the browser means."))
        self._explain.setProperty("role", "link")
        self._explain.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()
        self._copy.clicked.connect(self.copy_requested)
        self._explain.clicked.connect(self.explain_requested)
        self.hide()

    @property
    def text(self) -> str:
        """All that it says, for a screen reader."""
        labels = (self._title, self._text, self._redirect_uri, self._client_id)
        return " ".join(label.text() for label in labels)

    def prepare(self, server_name: str, *, knows_codes: bool) -> None:
        """Speak of this server; RingCentral's codes only where they can appear."""
        if knows_codes:
            self._title.setText(
                self.tr("The browser shows an error such as OAU-109 or OAU-113?")
            )
        else:
            self._title.setText(self.tr("The browser shows an error?"))
        self._explain.setVisible(knows_codes)
        self._text.setText(
            self.tr(
                "RingAuth is not told of such errors. Register exactly this redirect "
                "URI with {0}:"
            ).format(server_name)
        )
        wrong_id = self.tr("A wrong client ID ends there too")
        code = " (OAU-153)" if knows_codes else ""
        remedy = self.tr("press Cancel and correct it on the Profile tab.")
        self._client_id.setText(f"{wrong_id}{code}: {remedy}")

    def show_redirect_uri(self, redirect_uri: str) -> None:
        """Show the exact URI to register."""
        self._redirect_uri.setText(redirect_uri)

    def _lay_out(self) -> None:
        uri_row = QHBoxLayout()
        uri_row.setSpacing(8)
        uri_row.addWidget(self._redirect_uri)
        uri_row.addWidget(self._copy, alignment=Qt.AlignmentFlag.AlignVCenter)
        uri_row.addStretch(1)
        uri_row.addWidget(self._explain, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addLayout(uri_row)
        layout.addWidget(self._client_id)
