"""The main window: menu, side list, the profile's page or the first screen, status."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from ringauth_gui.gui.elided_label import ElidedLabel
from ringauth_gui.gui.palette import Palette
from ringauth_gui.late import Late

if TYPE_CHECKING:
    from ringauth_gui.gui.side_list import SideList

MINIMUM_SIZE = (820, 560)
FIRST_SIZE = (1100, 740)


class MainWindow(QMainWindow):
    """Lays out what others fill: the side list, one page at a time, the status line.

    Attributes:
        side_list: Returns the list of profiles, which the first screen lacks.
        profiles_menu: What the list's menu offers.

    Signals:
        painted: The window was painted for the first time.
        concealed: The window lost the focus or was minimised.
        returned: The window got the focus.
        revealed: The window can be seen, where it may have been hidden.
        closing: The person closed the window; its place is still known.
    """

    painted = Signal()
    concealed = Signal()
    returned = Signal()
    revealed = Signal()
    closing = Signal()

    def __init__(self, palette: Palette) -> None:
        """Show nothing but the frame; paint in ``palette``."""
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAccessibleName("RingAuth")
        self.setWindowTitle("RingAuth")
        self.setMinimumSize(*MINIMUM_SIZE)
        self.resize(*FIRST_SIZE)
        self.profiles_menu = QMenu(self)
        self.side_list = Late(self._new_side_list)
        self._palette = palette
        self._row = QHBoxLayout()
        self._pages = QStackedWidget()
        self._pages.setObjectName("pages")
        self._status = ElidedLabel("small")
        self._status.setObjectName("statusLine")
        self._status.setAccessibleName(self.tr("Status"))
        self._was_painted = False
        self._lay_out()

    def show_page(self, page: QWidget, *, with_profiles: bool) -> None:
        """Show ``page``, with the side list or without it."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if with_profiles or self.side_list.built is not None:
            self.side_list().setVisible(with_profiles)

    def show_status(self, text: str, advice: str = "") -> None:
        """Say ``text`` in the status line, with ``advice`` in its tooltip."""
        if text != self._status.text():
            self._status.show_text(text, advice)
            self._status.setAccessibleDescription(f"{text} {advice}".strip())

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._palette = palette
        if self.side_list.built is not None:
            self.side_list.built.set_palette(palette)

    def _new_side_list(self) -> "SideList":
        from ringauth_gui.gui.side_list import SideList

        side_list = SideList(self.profiles_menu)
        side_list.set_palette(self._palette)
        self._row.insertWidget(0, side_list)
        return side_list

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        content.setLayout(self._row)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._pages, 1)
        self.setCentralWidget(content)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._status, 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell the first time that the window is seen."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Tell when secrets must not stay in sight (R24), and when they may again."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and not self.isMinimized():
            self.revealed.emit()
        is_change = event.type() is QEvent.Type.ActivationChange
        if is_change and self.isActiveWindow():
            self.returned.emit()
        elif is_change or (
            event.type() is QEvent.Type.WindowStateChange and self.isMinimized()
        ):
            self.concealed.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the window can be seen."""
        super().showEvent(event)
        self.revealed.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window closes."""
        self.closing.emit()
        super().closeEvent(event)
