"""What is shown while a person signs in in the browser."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ringauth_gui.attempt import AuthorizationProgress, AuthorizationStep
from ringauth_gui.gui.announcement import announce
from ringauth_gui.gui.authorization_link import AuthorizationLink
from ringauth_gui.gui.formatting import duration_text
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.pasted_address import PastedAddress
from ringauth_gui.gui.scroll_page import make_card_page
from ringauth_gui.gui.sign_in_steps import NOTHING, sign_in_steps
from ringauth_gui.gui.waiting_hint import WaitingHint
from ringauth_gui.gui.waiting_step import WaitingStep

_FINEST = 1000  # steps of the bar


class WaitingPanel(QWidget):
    """Four steps, the time left, and help for a browser that does not come back.

    Signals:
        open_again_requested: Open the link in the browser again.
        copy_link_requested: Copy the authorization link.
        copy_redirect_uri_requested: Copy the redirect URI of the hint.
        explain_requested: Say what a code in the browser means.
        address_given: The address that a browser elsewhere ended on.
    """

    open_again_requested = Signal()
    copy_link_requested = Signal()
    copy_redirect_uri_requested = Signal()
    explain_requested = Signal()
    address_given = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        announce: Callable[[QWidget, str], None] = announce,
    ) -> None:
        """Stand before the first step; ``announce`` has a screen reader say a text."""
        super().__init__(parent)
        self._announce = announce
        self.setObjectName("waitingPanel")
        self.setAccessibleName(self.tr("Waiting for sign-in"))
        self._server_name = ""
        self._listening = WaitingStep(1, note_role="mono")
        self._browser = WaitingStep(2)
        self._waiting = WaitingStep(3)
        self._exchange = WaitingStep(4)
        self._steps = (self._listening, self._browser, self._waiting, self._exchange)
        self._link = AuthorizationLink()
        self._time_left = QProgressBar()
        self._hint = WaitingHint()
        self._pasted = PastedAddress()
        self._name_children()
        self._lay_out()
        self._connect()
        self.begin("", knows_codes=True)

    def begin(self, server_name: str, *, knows_codes: bool) -> None:
        """Start over for a new sign-in.

        Args:
            server_name: What a person calls the server.
            knows_codes: Whether its errors carry RingCentral's codes.
        """
        self._server_name = server_name
        self._hint.hide()
        self._hint.prepare(server_name, knows_codes=knows_codes)
        self._pasted.clear()
        self._waiting.show_note(NOTHING)
        self._time_left.setValue(_FINEST)
        self.show_progress(AuthorizationProgress(AuthorizationStep.STARTING))

    def show_progress(self, progress: AuthorizationProgress) -> None:
        """Show where the sign-in stands."""
        steps = sign_in_steps(progress, self._server_name)
        for widget, step in zip(self._steps, steps, strict=True):
            widget.show_step(step)
        self._hint.show_redirect_uri(progress.redirect_uri)
        self._pasted.show_redirect_uri(progress.redirect_uri)
        self._link.show_link(
            progress.authorization_uri,
            usable=progress.step is AuthorizationStep.WAITING,
        )
        if progress.step is AuthorizationStep.EXCHANGING:
            self._pasted.clear()

    def show_time_left(self, seconds: float, total: float) -> None:
        """Show when the wait ends by itself."""
        left = self.tr("Gives up in {0}").format(duration_text(seconds))
        self._waiting.show_note(left)
        self._time_left.setValue(round(_FINEST * seconds / total) if total > 0 else 0)

    def show_hint(self) -> None:
        """Say what to do when the browser shows an error; nothing else moves."""
        if self._hint.isHidden():
            self._hint.show()
            self._announce(self._hint, self._hint.text)

    def reject_address(self, reason: str) -> None:
        """Say why the pasted address is not the answer; what was typed stays."""
        self._pasted.reject(reason)

    def show_clipboard(self, text: str) -> None:
        """Say what becomes of a link that was copied; empty for nothing."""
        self._link.show_clipboard(text)

    def set_palette(self, palette: Palette) -> None:
        """Paint the marks in the colours of ``palette`` from now on."""
        for step in self._steps:
            step.set_palette(palette)

    def _name_children(self) -> None:
        self._time_left.setObjectName("signInTimeLeft")
        self._time_left.setAccessibleName(self.tr("Time left to sign in"))
        self._time_left.setRange(0, _FINEST)
        self._time_left.setTextVisible(False)

    def _lay_out(self) -> None:
        self._browser.body.addWidget(self._link)
        self._waiting.body.setContentsMargins(0, 8, 0, 0)
        self._waiting.body.addWidget(self._time_left)
        line = QFrame()
        line.setProperty("role", "line")
        parts = (*self._steps, self._hint, line, self._pasted)
        card = make_card_page(self)
        card.setContentsMargins(26, 24, 26, 20)
        card.setSpacing(16)
        for part in parts:
            card.addWidget(part)

    def _connect(self) -> None:
        self._link.open_again_requested.connect(self.open_again_requested)
        self._link.copy_requested.connect(self.copy_link_requested)
        self._hint.copy_requested.connect(self.copy_redirect_uri_requested)
        self._hint.explain_requested.connect(self.explain_requested)
        self._pasted.address_given.connect(self.address_given)
