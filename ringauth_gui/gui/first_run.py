"""The first screen: try the practice server, or connect an app."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.scroll_page import make_scrollable

_WIDTH = 720


class FirstRun(QWidget):
    """What a person sees who has no profile yet.

    Signals:
        try_practice_requested: Start on the practice server.
        connect_app_requested: Set up a profile for an app.
        import_requested: The same, from a file with its credentials.
    """

    try_practice_requested = Signal()
    connect_app_requested = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer both ways to start."""
        super().__init__(parent)
        self.setObjectName("firstRun")
        self.setAccessibleName(self.tr("First screen"))
        self._try = QPushButton(self.tr("Tr&y it"))
        self._try.setObjectName("tryPracticeButton")
        self._try.setAccessibleName(self.tr("Try it"))
        self._try.setProperty("role", "primary")
        self._connect_app = QPushButton(self.tr("&Connect an app…"))
        self._connect_app.setObjectName("connectAppButton")
        self._connect_app.setAccessibleName(self.tr("Connect an app…"))
        self._import = QPushButton(self.tr("&Import…"))
        self._import.setObjectName("importButton")
        self._import.setAccessibleName(self.tr("Import credentials…"))
        self._import.setToolTip(
            self.tr("Takes client ID and secret from a file or this environment.")
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        hero = PlainLabel(
            self.tr("Sign in to RingCentral, see the token, know when it ends"), "hero"
        )
        hero.setAlignment(Qt.AlignmentFlag.AlignCenter)
        quiet = PlainLabel(
            self.tr(
                "Start with a practice server that runs inside this app, "
                "or connect your own RingCentral app."
            ),
            "quiet",
        )
        quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cards = QHBoxLayout()
        cards.setSpacing(18)
        cards.addWidget(self._practice_card(), 1)
        cards.addWidget(self._app_card(), 1)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 16, 0, 16)
        layout.addStretch(1)
        layout.addWidget(hero)
        layout.addSpacing(10)
        layout.addWidget(quiet)
        layout.addSpacing(16)
        layout.addLayout(cards)
        layout.addStretch(1)
        content = QWidget()
        around = QHBoxLayout(content)
        around.setContentsMargins(24, 0, 24, 0)
        around.addStretch(1)
        around.addWidget(column, 1000)  # the stretches beside it get what it leaves
        around.addStretch(1)
        make_scrollable(self, content)

    def _practice_card(self) -> QFrame:
        return _card(
            PlainLabel(self.tr("No account needed"), "badge-good", wraps=False),
            self.tr("Practice server"),
            self.tr(
                "A RingCentral look-alike on this computer. "
                "Sign in, refresh, revoke and break things safely."
            ),
            (self._try,),
        )

    def _app_card(self) -> QFrame:
        return _card(
            PlainLabel(self.tr("Your client ID"), "badge-note", wraps=False),
            self.tr("RingCentral app"),
            self.tr(
                "You need the client ID, the client secret if the app has one, "
                "and one redirect URI to register."
            ),
            (self._connect_app, self._import),
        )

    def _connect(self) -> None:
        self._try.clicked.connect(self.try_practice_requested)
        self._connect_app.clicked.connect(self.connect_app_requested)
        self._import.clicked.connect(self.import_requested)


def _card(
    badge: PlainLabel, heading: str, text: str, buttons: Sequence[QPushButton]
) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(22, 20, 22, 22)
    layout.setSpacing(14)
    left = Qt.AlignmentFlag.AlignLeft
    layout.addWidget(badge, alignment=left)
    layout.addWidget(PlainLabel(heading, "heading"))
    layout.addWidget(PlainLabel(text, "quiet"))
    row = QHBoxLayout()
    row.setSpacing(10)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    layout.addStretch(1)  # the buttons of both cards stand in one line
    layout.addLayout(row)
    return card
