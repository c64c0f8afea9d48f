"""What is said while a file is held over the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ringauth_gui.gui.plain_label import PlainLabel


class DropHint(QFrame):
    """A card in the middle of the window, as long as a file could be dropped."""

    def __init__(self, window: QWidget) -> None:
        """Be hidden until told."""
        super().__init__(window)
        self.setObjectName("dropHint")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = (
            PlainLabel(self.tr("Drop it to see what it holds"), "heading", wraps=False),
            PlainLabel(
                self.tr("Credentials are shown before any of them is taken."),
                "quiet",
                wraps=False,
            ),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 22, 28, 24)
        layout.setSpacing(6)
        for each in words:
            layout.addWidget(each, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def show_over(self, window: QWidget, *, is_held: bool) -> None:
        """Show it in the middle of ``window``, or take it away."""
        if is_held and self.isHidden():
            self.adjustSize()
            self.move(window.rect().center() - self.rect().center())
            self.raise_()
        self.setVisible(is_held)
