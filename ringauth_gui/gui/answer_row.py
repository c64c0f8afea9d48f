"""The last line of a dialog: how to leave it, and how to go on."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from ringauth_gui.gui.plain_label import set_role

GAP = 12


def answer_row(leave: QPushButton, go_on: QPushButton) -> QHBoxLayout:
    """Return both buttons on the right; Return presses the one that goes on."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addStretch(1)
    row.addWidget(leave)
    row.addWidget(go_on)
    set_role(go_on, "primary")
    go_on.setDefault(True)
    return row
