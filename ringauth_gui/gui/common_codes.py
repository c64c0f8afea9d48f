"""The codes that people meet most, to be picked from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton

from ringauth_gui.gui.error_explanation import commonest
from ringauth_gui.gui.plain_label import PlainLabel


class CommonCodes(QFrame):
    """A list of codes, each a link.

    Signals:
        chosen: The code that was pressed.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        """List the codes with their meaning."""
        super().__init__()
        self.setObjectName("commonCodes")
        self.setAccessibleName(self.tr("The commonest codes"))
        self.setProperty("role", "card")
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        title = PlainLabel(self.tr("The commonest codes"), "caption-strong")
        grid.addWidget(title, 0, 0, 1, 2)
        for at, (code, meaning) in enumerate(commonest(), start=1):
            link = self._link(code, meaning)
            grid.addWidget(link, at, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(PlainLabel(meaning), at, 1)

    def _link(self, code: str, meaning: str) -> QPushButton:
        link = QPushButton(code)
        link.setObjectName(f"explain-{code}")
        link.setAccessibleName(f"{code}: {meaning}")
        link.setProperty("role", "link")
        link.setAutoDefault(False)
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(lambda: self.chosen.emit(code))
        return link
