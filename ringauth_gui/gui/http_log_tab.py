"""The HTTP log tab, whose table is built when somebody first looks at it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from ringauth_gui.gui.late_tab import LateTab
from ringauth_gui.gui.palette import Palette
from ringauth_gui.redaction import Redaction

if TYPE_CHECKING:
    from ringauth_gui.gui.call_words import CallsShown
    from ringauth_gui.gui.exchange_log import ExchangeLog, LogRow
    from ringauth_gui.gui.http_log_model import ProfileNames
    from ringauth_gui.gui.http_log_panel import HttpLogPanel
    from ringauth_gui.oauth.exchange import Exchange

    ProvideLog = Callable[[], ExchangeLog]


class HttpLogTab(LateTab["HttpLogPanel"]):
    """Shows what was sent, as ``HttpLogPanel`` does.

    Signals:
        copy_requested, save_requested, explain_requested, export_requested: As
            HttpLogPanel's.
    """

    copy_requested = Signal(object)
    save_requested = Signal()
    explain_requested = Signal(str)
    export_requested = Signal(object)

    def __init__(
        self, log: "ProvideLog", names: "ProfileNames", redaction: Redaction
    ) -> None:
        """Build nothing yet; ``log`` returns what holds all exchanges."""
        super().__init__()
        self._log = log
        self._names = names
        self._redaction = redaction

    @property
    def shown(self) -> "Sequence[Exchange]":
        """The exchanges that are shown."""
        return self._panel().shown

    def append(self, row: "LogRow") -> None:
        """Show one more exchange, which is the last of all."""
        if self._panel.built is not None:
            self._panel.built.append(row)

    def show_profile(self, profile_id: str) -> None:
        """Show the exchanges of that profile; empty for one that is being made."""
        self._tell("profile", lambda panel: panel.show_profile(profile_id))

    def show_exchange(self, number: int) -> None:
        """Choose an exchange, whatever was filtered before."""
        self._panel().show_exchange(number)

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self._panel().focus_filter()

    def conceal(self) -> None:
        """Hide secrets that are shown."""
        if self._panel.built is not None:
            self._panel.built.conceal()

    def show_calls(self, shown: "CallsShown | None") -> None:
        """Show the authentication calls that are left; None for no profile."""
        self._tell("calls", lambda panel: panel.show_calls(shown))

    def set_palette(self, palette: Palette) -> None:
        """Use the colours of ``palette`` from now on."""
        self._tell("palette", lambda panel: panel.set_palette(palette))

    @override
    def _built(self) -> "HttpLogPanel":
        from ringauth_gui.gui.http_log_panel import HttpLogPanel

        panel = HttpLogPanel(self._log(), self._names, self._redaction)
        panel.copy_requested.connect(self.copy_requested)
        panel.save_requested.connect(self.save_requested)
        panel.explain_requested.connect(self.explain_requested)
        panel.export_requested.connect(self.export_requested)
        return panel
