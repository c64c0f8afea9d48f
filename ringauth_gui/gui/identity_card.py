"""The card that tells whose token it is, row by row."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ringauth_gui.gui.identity_rows import IdentityRow
from ringauth_gui.gui.palette import LIGHT, Palette
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.gui.row_grid import RowGrid
from ringauth_gui.gui.value_text import ValueText

_LABEL_WIDTH = 98


class IdentityCard(QFrame):
    """What a Check found, or what to press for it."""

    def __init__(self) -> None:
        """Say what to press."""
        super().__init__()
        self.setProperty("role", "card")
        self._palette = LIGHT
        self._values: dict[str, ValueText] = {}
        self._shown: tuple[QWidget, ...] = ()
        self._empty = PlainLabel(
            self.tr(
                "Press Check after a sign-in: it asks the API whose token this is."
            ),
            "quiet",
        )
        self._empty.setObjectName("accountEmpty")
        self._grid = RowGrid()
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.addWidget(self._empty)
        layout.addLayout(self._grid)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, from top to bottom."""
        return self._shown

    def show_rows(self, rows: tuple[IdentityRow, ...]) -> None:
        """Show ``rows``; none when nobody has asked."""
        self._empty.setVisible(not rows)
        values = [(row.label, self._value(row)) for row in rows]
        self._shown = tuple(value for _label, value in values)
        self._grid.arrange(values)

    def set_palette(self, palette: Palette) -> None:
        """Take the colours of ``palette`` from now on."""
        self._palette = palette
        for value in self._values.values():
            value.set_palette(palette)

    def _value(self, row: IdentityRow) -> ValueText:
        if row.key not in self._values:
            value = ValueText(row.key, row.label, self)
            value.set_palette(self._palette)
            self._values[row.key] = value
        value = self._values[row.key]
        value.show_value(row.text, row.quiet)
        return value
