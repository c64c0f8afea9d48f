"""The HTTP log tab, whose table is built when somebody first looks at it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from ringauth_gui.gui.late_tab import LateTab
from ringauth_gui.gui.palette import Palette

if TYPE_CHECKING:
    from ringauth_gui.gui.call_words import CallsShown
    from ringauth_gui.gui.http_log_panel import HttpLogPanel
    from ringauth_gui.oauth.exchange import Exchange

MOST_ROWS = 1000


class HttpLogTab(LateTab["HttpLogPanel"]):
    """Shows what was sent, as ``HttpLogPanel`` does."""

    def __init__(self, exchanges: "Sequence[Exchange]") -> None:
        """Build nothing yet; ``exchanges`` are all there are at any time."""
        super().__init__()
        self._exchanges = exchanges

    def append(self, exchange: "Exchange") -> None:
        """Show one more exchange, which is the last of all."""
        if self._panel.built is not None:
            self._panel.built.append(exchange)

    def show_calls(self, shown: "CallsShown | None") -> None:
        """Show the authentication calls that are left; None for no profile."""
        self._tell("calls", lambda panel: panel.show_calls(shown))

    def set_palette(self, palette: Palette) -> None:
        """Use the colours of ``palette`` from now on."""
        self._tell("palette", lambda panel: panel.set_palette(palette))

    @override
    def _built(self) -> "HttpLogPanel":
        from ringauth_gui.gui.http_log_panel import HttpLogPanel

        panel = HttpLogPanel()
        for exchange in self._exchanges:
            panel.append(exchange)
        return panel
