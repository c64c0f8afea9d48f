"""A page that scrolls when the window is too low for it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override


class ScrollPage(QWidget):
    """Holds content that moves up and down where it must, with a bar beside it.

    The bar is no part of the area. Qt 6.11 counts the bars in sight among an area's
    accessible children and takes a child by a number that it does not check: a screen
    reader that asks while a bar goes out of sight would end the program.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = QScrollBar(Qt.Orientation.Vertical)
        self._bar.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._area)
        self._row.addWidget(self._bar)
        hidden = self._area.verticalScrollBar()
        hidden.rangeChanged.connect(self._on_hidden_range_changed)
        hidden.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(hidden.setValue)
        # Qt scrolls to what Tab reaches, and to nothing that a screen reader focuses.
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_application_focus_changed)

    def hold(self, content: QWidget) -> None:
        """Show ``content``."""
        self._area.setWidget(content)

    def ensure_visible(self, widget: QWidget) -> None:
        """Scroll until ``widget`` is in sight."""
        self._area.ensureWidgetVisible(widget)
        # Once more when what is said in it has made it higher.
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(widget))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the bar where the new size needs it."""
        super().resizeEvent(event)
        self._bar.setVisible(self._is_bar_needed())
        # A bar that came in sight while the row was laid out got no width in it.
        self._row.invalidate()
        self._row.activate()

    def _on_application_focus_changed(
        self, _before: QWidget | None, focused: QWidget | None
    ) -> None:
        """Scroll to what got the focus; not below the mouse, or a click would miss."""
        content = self._area.widget()
        is_pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if content is None or focused is None or is_pressed:
            return
        if content.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused)

    def _on_hidden_range_changed(self, lowest: int, highest: int) -> None:
        hidden = self._area.verticalScrollBar()
        self._bar.setRange(lowest, highest)
        # The hidden bar itself learns of a new page only after its new range.
        self._bar.setPageStep(self._area.viewport().height())
        self._bar.setSingleStep(hidden.singleStep())
        self._bar.setVisible(self._is_bar_needed())

    def _is_bar_needed(self) -> bool:
        """Judge by the whole width, or the bar's own room would call it and send it."""
        content = self._area.widget()
        if content is None:
            return False
        height = content.minimumSizeHint().height()
        if content.hasHeightForWidth():
            height = max(height, content.heightForWidth(self.width()))
        return height > self.height()


def make_scrollable(page: QWidget, content: QWidget) -> ScrollPage:
    """Fill ``page`` with ``content``, which scrolls up and down where it must."""
    scrolling = ScrollPage()
    scrolling.hold(content)
    layout = QHBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(scrolling)
    return scrolling


def make_card_page(page: QWidget) -> QVBoxLayout:
    """Fill ``page`` with one card, which scrolls where it must; return its inside."""
    card = QFrame()
    card.setProperty("role", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(24, 20, 24, 22)
    inside.setSpacing(8)
    content = QWidget()
    around = QVBoxLayout(content)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(card)
    around.addStretch(1)
    make_scrollable(page, content)
    return inside
