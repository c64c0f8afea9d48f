"""Rows of a label and what it stands for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

LABEL_WIDTH = 118
COLUMN_GAP, ROW_GAP = 14, 5


class RowGrid(QGridLayout):
    """A grid whose rows can be set anew; what has no row any more is hidden."""

    def __init__(self) -> None:
        """Have no rows yet."""
        super().__init__()
        self._rows: tuple[tuple[str, QWidget], ...] = ()
        self._labels: list[QLabel] = []
        self.setHorizontalSpacing(COLUMN_GAP)
        self.setVerticalSpacing(ROW_GAP)
        self.setColumnMinimumWidth(0, LABEL_WIDTH)
        self.setColumnStretch(1, 1)

    def arrange(self, rows: Sequence[tuple[str, QWidget]]) -> None:
        """Show these rows, each an untrusted label and a widget of the parent.

        A widget with an empty label takes the whole row.
        """
        if tuple(rows) == self._rows:
            return
        self._clear()
        self._rows = tuple(rows)
        for at, (untrusted_label, widget) in enumerate(self._rows):
            if untrusted_label:
                self._add_label(at, untrusted_label, widget)
                self.addWidget(widget, at, 1)
            else:
                self.addWidget(widget, at, 0, 1, 2)
            widget.show()

    def _add_label(self, at: int, untrusted_text: str, widget: QWidget) -> None:
        label = QLabel(self.parentWidget())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(untrusted_text)
        label.setWordWrap(len(untrusted_text) * 8 > LABEL_WIDTH)
        label.setMaximumWidth(LABEL_WIDTH)
        label.setProperty("role", "quiet")
        label.setToolTip(widget.toolTip())
        # Beside the first line of a value that has several.
        label.setMinimumHeight(widget.sizeHint().height())
        self._labels.append(label)
        self.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
        label.show()

    def _clear(self) -> None:
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels.clear()
        for _, widget in self._rows:
            self.removeWidget(widget)
            widget.hide()
