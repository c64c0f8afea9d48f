"""The token's scopes beside the user's permissions; most of the latter folded away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.permission_view import PermissionView
from ringauth_gui.gui.permission_words import further_text, left_out_text
from ringauth_gui.gui.plain_label import PlainLabel
from ringauth_gui.ringcentral.permissions import PermissionRows


class PermissionTable(QWidget):
    """What matters at once; the rest unfolds below its button, which stays in place.

    Signals:
        copy_requested: The rows that are selected, as text.
    """

    copy_requested = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._shown = PermissionRows()
        self._first = PermissionView("permissionTable", self.tr("Permissions"))
        self._unfold = QPushButton()
        self._unfold.setObjectName("furtherPermissionsButton")
        self._unfold.setProperty("role", "link")
        self._unfold.setCheckable(True)
        self._further = PermissionView(
            "furtherPermissionsTable", self.tr("Further permissions")
        )
        self._left_out = PlainLabel(role="small")
        self._lay_out()
        self._connect()
        self._unfold.hide()
        self._fold(unfolded=False)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, from top to bottom."""
        return self._first, self._unfold, self._further

    def show_rows(self, rows: PermissionRows) -> None:
        """Show ``rows``; what is unfolded stays so."""
        if rows == self._shown:
            return
        self._shown = rows
        self._first.show_rows(rows.first)
        self._further.show_rows(rows.further)
        self._unfold.setVisible(bool(rows.further))
        self._left_out.setText(left_out_text(rows.left_out))
        self._fold(unfolded=self._unfold.isChecked())

    def set_palette(self, palette: Palette) -> None:
        """Take the colours of ``palette`` from now on."""
        self._first.set_palette(palette)
        self._further.set_palette(palette)

    def _fold(self, *, unfolded: bool) -> None:
        count = len(self._shown.further)
        text = further_text(count)
        self._unfold.setText(f"▾ {text}" if unfolded else f"▸ {text}")
        self._unfold.setAccessibleName(text)
        is_open = unfolded and count > 0
        self._further.setVisible(is_open)
        is_cut = self._shown.left_out > 0
        self._left_out.setVisible(is_cut and (is_open or not count))

    def _lay_out(self) -> None:
        self._further.horizontalHeader().hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._first)
        layout.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._further)
        layout.addWidget(self._left_out)
        layout.addStretch(1)

    def _connect(self) -> None:
        self._unfold.toggled.connect(lambda on: self._fold(unfolded=on))
        self._first.copy_requested.connect(self.copy_requested)
        self._further.copy_requested.connect(self.copy_requested)
