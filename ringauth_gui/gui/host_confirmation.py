"""Asks about servers that RingAuth does not know."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.gui.named_controls import named_check


class HostConfirmation(FieldRow):
    """A box to tick that names the hosts (IN-09); out of sight while there are none.

    Signals:
        confirmed_changed: It was ticked, or no longer is.
    """

    confirmed_changed = Signal()

    def __init__(self, object_name: str, text: str) -> None:
        """Ask nothing yet; ``text`` stands beside the box, the hosts below it."""
        self._check = named_check(object_name, text, "")
        super().__init__("", self._check)
        self._hosts: tuple[str, ...] = ()
        self._check.toggled.connect(self._on_check_toggled)
        self.hide()

    @property
    def confirmed(self) -> frozenset[str]:
        """The hosts that the person confirmed."""
        return frozenset(self._hosts if self._check.isChecked() else ())

    def ask(self, hosts: Sequence[str], confirmed: frozenset[str]) -> None:
        """Ask about ``hosts``, ticked where all of them were ``confirmed``."""
        self._hosts = tuple(hosts)
        named = " and ".join(hosts)
        # Below the box, where a host of any length is in sight to its end.
        self.show_note(named)
        self._check.setAccessibleName(f"{self._check.text().replace('&', '')} {named}")
        self._check.setChecked(bool(hosts) and set(hosts) <= confirmed)
        self.setVisible(bool(hosts))

    def _on_check_toggled(self) -> None:
        self.show_reason("")
        self.confirmed_changed.emit()
