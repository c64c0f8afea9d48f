"""The card with the rings, what they mean, and whether RingAuth refreshes by itself."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
)

from ringauth_gui.gui.countdown_rings import CountdownRings
from ringauth_gui.gui.formatting import left_text
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.session_rows import session_sentence
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token

WIDTH = 270
MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 12, 21, 16
GAP, GAP_ACROSS = 13, 24


class CountdownCard(QFrame):
    """Both countdowns and the wish to refresh before the end.

    Signals:
        auto_refresh_toggled: The person wants it so from now on.
    """

    auto_refresh_toggled = Signal(bool)

    def __init__(self) -> None:
        """Show no time yet."""
        super().__init__()
        self.setProperty("role", "card")
        self._rings = CountdownRings(self)
        self._refresh_name = QLabel(self.tr("Refresh token"), self)
        self._refresh_name.setProperty("role", "caption-strong")
        self._refresh_left = QLabel(self)
        self._refresh_left.setProperty("role", "caption")
        self._outer_ring = QLabel(self.tr("outer ring"), self)
        self._outer_ring.setProperty("role", "small")
        self._session = PlainLabel(role="small")
        self._session.setObjectName("sessionLeft")
        self._session.setContentsMargins(0, 6, 0, 0)
        self._session.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._session.hide()
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line = QFrame(self)
        self._line.setProperty("role", "line")
        self._auto_refresh = QCheckBox(
            self.tr("Refresh &by itself 2 min before expiry"), self
        )
        self._auto_refresh.setObjectName("autoRefreshCheck")
        self._auto_refresh.setAccessibleName(self.tr("Refresh by itself before expiry"))
        self._auto_refresh.setProperty("role", "small")
        self._lay_out()
        self._connect()

    def show_token(self, token: Token, now: Moment) -> None:
        """Show what is left of both lifetimes."""
        has_refresh = token.refresh_token is not None
        refresh = token.refresh_remaining(now)
        session = session_sentence(token, now)
        self._rings.show_remaining(
            token.access_remaining(now),
            token.expires_in,
            refresh,
            token.refresh_token_expires_in,
            has_refresh=has_refresh,
            session=session,
        )
        self._session.setText(session)
        self._session.setVisible(bool(session))
        left = left_text(refresh) if has_refresh else self.tr("none")
        if left != self._refresh_left.text():
            self._refresh_left.setText(left)

    def forget(self) -> None:
        """Show no time any more."""
        self._rings.show_remaining(None, None, None, None, has_refresh=False)
        self._refresh_left.setText(self.tr("none"))
        self._session.hide()

    def set_auto_refresh(self, on: bool, enabled: bool, reason: str) -> None:
        """Show whether RingAuth refreshes by itself, and if not possible, why."""
        with QSignalBlocker(self._auto_refresh):  # what is shown is no wish
            self._auto_refresh.setChecked(on)
        self._auto_refresh.setEnabled(enabled)
        self._auto_refresh.setToolTip("" if enabled else reason)

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._rings.set_palette(palette)

    def lay_across(self, across: bool) -> None:
        """Set the texts beside the rings instead of below them."""
        self._halves.setDirection(
            QBoxLayout.Direction.LeftToRight
            if across
            else QBoxLayout.Direction.TopToBottom
        )
        self._halves.setSpacing(GAP_ACROSS if across else GAP)

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(4)
        names.addStretch()
        names.addWidget(self._refresh_name)
        names.addWidget(self._refresh_left)
        names.addStretch()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch()
        texts.addLayout(names)
        texts.addWidget(self._outer_ring, 0, Qt.AlignmentFlag.AlignHCenter)
        texts.addWidget(self._session)
        texts.addSpacing(14)
        texts.addWidget(self._line)
        texts.addSpacing(13)
        texts.addWidget(self._auto_refresh, 0, Qt.AlignmentFlag.AlignHCenter)
        texts.addStretch()
        self._halves.setContentsMargins(MARGIN, TOP_MARGIN, MARGIN, BOTTOM_MARGIN)
        self._halves.setSpacing(GAP)
        self._halves.addWidget(self._rings, 0, Qt.AlignmentFlag.AlignHCenter)
        self._halves.addLayout(texts, 1)
        self.setMinimumWidth(WIDTH)

    def _connect(self) -> None:
        # toggled, not clicked: a screen reader does not click.
        self._auto_refresh.toggled.connect(self.auto_refresh_toggled)
