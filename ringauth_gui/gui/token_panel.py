"""The Token tab: the countdowns, all of the token, and what can be copied."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ringauth_gui.gui.clipboard import SECONDS
from ringauth_gui.gui.countdown_card import CountdownCard
from ringauth_gui.gui.named_controls import named_button
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.scroll_page import ScrollPage
from ringauth_gui.gui.token_details import TokenDetails
from ringauth_gui.gui.warning_note import WarningNote
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token

NARROW = 770  # below this width the cards stand one above the other
CARD_GAP, ROW_GAP, MARGIN = 22, 14, 14


class TokenPanel(ScrollPage):
    """Everything about one token.

    Signals:
        copy_requested: ``access_token``, ``refresh_token``, ``id_token`` or
            ``authorization_header``.
        curl_requested: Copy a call that uses the token as cURL.
        export_requested: Take the token away in another form.
        auto_refresh_toggled: The person wants RingAuth to refresh by itself, or not.
    """

    copy_requested = Signal(str)
    curl_requested = Signal()
    export_requested = Signal()
    auto_refresh_toggled = Signal(bool)

    def __init__(self) -> None:
        """Show no token yet."""
        super().__init__()
        self._token: Token | None = None
        self._content = QWidget()
        self._countdown = CountdownCard()
        self._details = TokenDetails()
        self._copy_header = named_button(
            "copyHeaderButton", self.tr("Copy Authori&zation header")
        )
        self._copy_curl = named_button("copyTokenCurlButton", self.tr("Copy as cUR&L"))
        self._export = named_button("exportTokenButton", self.tr("E&xport…"))
        self._take_away = (self._copy_header, self._copy_curl, self._export)
        self._clipboard_note = PlainLabel(role="small", wraps=False)
        self._clipboard_note.setObjectName("clipboardNote")
        self.show_clipboard("")
        self._notice = WarningNote("tokenNotice")
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self.forget()

    def show_token(self, token: Token, now: Moment) -> None:
        """Show all of ``token`` as it is ``now``."""
        self._token = token
        self._details.show_token(token, now)
        self._countdown.show_token(token, now)
        self._allow_copying(allowed=True)

    def tick(self, now: Moment) -> None:
        """Show how much is left ``now``."""
        if self._token is not None:
            self._details.tick(self._token, now)
            self._countdown.show_token(self._token, now)

    def forget(self) -> None:
        """Hold no token any more, as after a sign-out."""
        self._token = None
        self._details.forget()
        self._countdown.forget()
        self._allow_copying(allowed=False)

    def set_auto_refresh(self, on: bool, enabled: bool, reason: str) -> None:
        """Show whether RingAuth refreshes by itself, and if it cannot, why."""
        self._countdown.set_auto_refresh(on, enabled, reason)

    def explain_no_refresh_token(self, reason: str) -> None:
        """Say why there is no refresh token, where there is none."""
        self._details.explain_no_refresh_token(reason)

    def show_notice(self, text: str) -> None:
        """Say ``text`` above the cards; nothing when it is empty."""
        self._notice.show_text(text)

    def show_clipboard(self, text: str) -> None:
        """Say what becomes of what was copied; empty for what would become of it."""
        resting = self.tr("Copied secrets leave the clipboard after {0} s")
        self._clipboard_note.setText(text or resting.format(SECONDS))

    def conceal(self) -> None:
        """Mask every secret."""
        self._details.conceal()

    def set_palette(self, palette: Palette) -> None:
        """Take the colours of ``palette`` from now on."""
        self._countdown.set_palette(palette)
        self._details.set_palette(palette)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the cards side by side where there is room."""
        is_narrow = self.width() < NARROW
        direction = (
            QBoxLayout.Direction.TopToBottom
            if is_narrow
            else QBoxLayout.Direction.LeftToRight
        )
        for row in (self._cards, self._below):
            row.setDirection(direction)
        self._cards.setSpacing(ROW_GAP if is_narrow else CARD_GAP)
        self._countdown.lay_across(is_narrow)
        super().resizeEvent(event)

    def _allow_copying(self, *, allowed: bool) -> None:
        for button in self._take_away:
            button.setEnabled(allowed)
            button.setToolTip("" if allowed else self.tr("There is no token."))
        if allowed:
            self._copy_curl.setToolTip(
                self.tr("A call that asks whose token it is, with a word in its place.")
            )
            self._export.setToolTip(
                self.tr("As a command, code, .env or JSON, to copy or to save.")
            )

    def _lay_out(self) -> None:
        self._cards.setSpacing(CARD_GAP)
        self._cards.addWidget(self._countdown, 0, Qt.AlignmentFlag.AlignTop)
        self._cards.addWidget(self._details, 1, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in self._take_away:
            button.setProperty("role", "small")
            buttons.addWidget(button)
        buttons.addStretch()
        self._below.addLayout(buttons, 1)
        self._below.addWidget(self._clipboard_note)
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, MARGIN)
        layout.setSpacing(ROW_GAP)
        layout.addWidget(self._notice)
        layout.addLayout(self._cards)
        layout.addLayout(self._below)
        layout.addStretch()
        self.hold(self._content)

    def _connect(self) -> None:
        self._details.copy_requested.connect(self.copy_requested)
        self._countdown.auto_refresh_toggled.connect(self.auto_refresh_toggled)
        self._copy_header.clicked.connect(
            lambda: self.copy_requested.emit("authorization_header")
        )
        self._copy_curl.clicked.connect(self.curl_requested)
        self._export.clicked.connect(self.export_requested)
