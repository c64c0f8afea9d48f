"""The left column: every profile with its small ring."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.profile_row import ProfileRow
from ringauth_gui.gui.side_list_delegate import SideListDelegate
from ringauth_gui.gui.side_list_model import SideListModel

WIDTH = 256


class SideList(QFrame):
    """Lists profiles, and tells which one is chosen.

    Signals:
        selected: The id of the profile that a person chose.
        new_requested: A new profile is wanted.
    """

    selected = Signal(str)
    new_requested = Signal()

    def __init__(self, menu: QMenu) -> None:
        """Show no profile yet; ``menu`` opens at the button beside New."""
        super().__init__()
        self.setObjectName("sideList")
        self.setProperty("role", "side")
        self._heading = QLabel(self.tr("Profiles"))
        self._heading.setProperty("role", "small")
        bold = self._heading.font()
        bold.setBold(True)
        self._heading.setFont(bold)
        self._model = SideListModel(self)
        self._delegate = SideListDelegate()
        self._list = QListView()
        self._list.setObjectName("profileList")
        self._list.setAccessibleName(self.tr("Profiles"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        # The selected row shows the focus; a frame around all rows would repeat it.
        self._list.setStyleSheet("#profileList { border: 0; }")
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._new = _small_button("newProfileButton", self.tr("+ New"))
        self._new.setAccessibleName(self.tr("New profile"))
        self._more = _small_button("moreProfilesButton", "⋯")
        self._more.setAccessibleName(self.tr("More for profiles"))
        self._more.setToolTip(self._more.accessibleName())
        self._menu = menu
        self._selected_id = ""
        self._lay_out()
        self._connect()

    def set_rows(self, rows: Sequence[ProfileRow]) -> None:
        """Show ``rows``; the selected profile stays selected while it is there."""
        self._model.set_rows(rows)
        self.select(self._selected_id)

    def select(self, profile_id: str) -> None:
        """Select the profile, without telling it as a person's choice."""
        self._selected_id = profile_id
        self._list.selectionModel().setCurrentIndex(
            self._model.index_of(profile_id),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._delegate.set_palette(palette)
        self._list.viewport().update()

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(7, 0, 7, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self._new)
        buttons.addWidget(self._more)
        buttons.addStretch()
        self._heading.setContentsMargins(9, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 14, 7, 17)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._list, stretch=1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        # Not the current row: assistive tools choose a row without making it current.
        self._list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._new.clicked.connect(self.new_requested)
        self._more.clicked.connect(self._on_more_clicked)

    def _on_selection_changed(self, chosen: QItemSelection) -> None:
        indexes = chosen.indexes()
        if not indexes:  # such as Ctrl and a click: one profile is always chosen
            self.select(self._selected_id)
            return
        profile_id = self._model.rows[indexes[0].row()].id
        if profile_id != self._selected_id:
            self.select(profile_id)
            self.selected.emit(profile_id)

    def _on_more_clicked(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


def _small_button(object_name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(object_name)
    button.setProperty("role", "small")
    return button
