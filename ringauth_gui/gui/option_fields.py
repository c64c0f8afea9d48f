"""The fields of the request options that a profile may have."""

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.gui.formatting import duration_text
from ringauth_gui.gui.named_controls import named_check
from ringauth_gui.gui.option_row import OptionRow
from ringauth_gui.gui.option_rows import make_option_rows
from ringauth_gui.ringcentral.option_traps import option_traps

_LIVES = {"access_token_ttl", "refresh_token_ttl"}
_MOST_DIGITS = 10


class OptionFields(QWidget):
    """A line for each option; they hold values and tell traps, but judge none.

    Attributes:
        rows: The lines by the option's name, from top to bottom.

    Signals:
        changed: Something was typed, ticked or chosen.
        left: The name of an option whose field was left.
    """

    changed = Signal()
    left = Signal(str)

    def __init__(self) -> None:
        """Make empty fields."""
        super().__init__()
        nonce = self.tr("Send a fresh nonce")
        self._nonce = named_check("nonceCheck", nonce, nonce)
        typed = make_option_rows()
        self.rows = {"scope": typed["scope"], "nonce": OptionRow("", self._nonce)}
        self.rows |= typed
        self._is_ringcentral = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for name, row in self.rows.items():
            column.addWidget(row)
            row.changed.connect(self._on_changed)
            row.left.connect(partial(self.left.emit, name))
        self._nonce.toggled.connect(self._on_changed)

    @property
    def sends_nonce(self) -> bool:
        """Whether a nonce is to be sent."""
        return self._nonce.isChecked()

    @property
    def texts(self) -> dict[str, str]:
        """What is typed, by the option's name; without empty ones."""
        typed = {name: row.typed for name, row in self.rows.items()}
        return {name: text for name, text in typed.items() if text}

    def show_options(self, texts: Mapping[str, str], *, sends_nonce: bool) -> None:
        """Fill the fields; what they held is gone."""
        for name, row in self.rows.items():
            row.set_typed(texts.get(name, ""))
        self._nonce.setChecked(sends_nonce)

    def offer(self, names: Collection[str], *, is_ringcentral: bool) -> None:
        """Show the lines of ``names`` only, with the traps of such a server."""
        self._is_ringcentral = is_ringcentral
        for name, row in self.rows.items():
            row.setVisible(name in names)
        self._show_traps()

    def _meaning(self, name: str, text: str | None) -> str:
        if name == "nonce":
            return self.tr("It is looked for in the ID token that comes.")
        return _life(text) if name in _LIVES and text else ""

    def _on_changed(self) -> None:
        self._show_traps()
        self.changed.emit()

    def _show_traps(self) -> None:
        texts = self.texts
        found = option_traps(
            texts,
            sends_nonce=self.sends_nonce,
            is_ringcentral=self._is_ringcentral,
        )
        for name, row in self.rows.items():
            row.show_traps(found.get(name, ()), self._meaning(name, texts.get(name)))


def _life(text: str) -> str:
    """Return how long so many seconds are, where it is a number of them."""
    if not text.isascii() or not text.isdigit() or len(text) > _MOST_DIGITS:
        return ""
    return f"{duration_text(int(text))}."
