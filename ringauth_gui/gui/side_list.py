"""The left column: every profile with its small ring."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
)

from ringauth_gui.gui.filter_bar import FilterBar
from ringauth_gui.gui.palette import Palette
from ringauth_gui.gui.profile_filter import is_found
from ringauth_gui.gui.profile_row import ProfileRow
from ringauth_gui.gui.side_list_delegate import SideListDelegate
from ringauth_gui.gui.side_list_model import SideListModel
from ringauth_gui.gui.side_list_view import SideListView

WIDTH = 256
MANY = 8  # profiles that are looked through at a glance; more have the filter in sight


class SideList(QFrame):
    """Lists profiles, and tells what a person does with them.

    Signals:
        selected: The id of the profile that a person chose.
        new_requested: A new profile is wanted.
        delete_requested: The chosen profile is to be deleted.
        renamed: The id of a profile, and its new name.
        moved: The id of a profile, and how many others are to stand above it.
        filter_changed: Other profiles are left out than before.
    """

    selected = Signal(str)
    new_requested = Signal()
    delete_requested = Signal()
    renamed = Signal(str, str)
    moved = Signal(str, int)
    filter_changed = Signal()

    def __init__(self, menu: QMenu) -> None:
        """Show no profile yet; ``menu`` opens at the button beside New, and at rows."""
        super().__init__()
        self.setObjectName("sideList")
        self.setProperty("role", "side")
        self._heading = QLabel(self.tr("Profiles"))
        self._heading.setProperty("role", "small")
        bold = self._heading.font()
        bold.setBold(True)
        self._heading.setFont(bold)
        self._filter = FilterBar()
        self._filter.hide()
        self._rows: Sequence[ProfileRow] = ()
        self._model = SideListModel(self)
        self._delegate = SideListDelegate(self._why_not_called)
        self._list = SideListView(self._model, self._delegate, menu)
        self._new = _small_button("newProfileButton", self.tr("+ New"))
        self._new.setAccessibleName(self.tr("New profile"))
        self._more = _small_button("moreProfilesButton", "⋯")
        self._more.setAccessibleName(self.tr("More for profiles"))
        self._more.setToolTip(self._more.accessibleName())
        self._menu = menu
        self._selected_id = ""
        self._is_changing = False
        self._lay_out()
        self._connect()

    @property
    def is_filtered(self) -> bool:
        """Whether something is typed that leaves profiles out."""
        return bool(self._filter.text)

    @property
    def shown_ids(self) -> tuple[str, ...]:
        """The profiles that are not left out, from top to bottom."""
        return tuple(row.id for row in self._model.rows)

    def set_rows(self, rows: Sequence[ProfileRow]) -> None:
        """Show ``rows``; the selected profile stays selected while it is there."""
        self._rows = rows
        if len(rows) > MANY:
            self._filter.show()
        self._show_found()

    def select(self, profile_id: str) -> None:
        """Select the profile, without telling it as a person's choice."""
        self._selected_id = profile_id
        index = self._model.index_of(profile_id)
        if index != self._list.currentIndex() or not self._is_alone(index):
            self._list.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def rename(self, profile_id: str) -> None:
        """Open the profile's row for another name, in place."""
        if not self._model.index_of(profile_id).isValid():
            self._filter.clear()
        self._list.rename(self._model.index_of(profile_id))

    def start_filter(self) -> None:
        """Put the cursor where one types what is looked for."""
        self._filter.show()
        self._filter.start()

    def set_palette(self, palette: Palette) -> None:
        """Paint in the colours of ``palette`` from now on."""
        self._delegate.set_palette(palette)
        self._list.viewport().update()

    def _show_found(self) -> None:
        rows, text = self._rows, self._filter.text
        found = [row for row in rows if is_found(row, text)] if text else rows
        shown = self.shown_ids
        self._is_changing = True
        self._model.set_rows(found)
        self._is_changing = False
        self._filter.show_count(len(found), len(rows))
        if self.shown_ids != shown:
            self.select(self._selected_id)

    def _is_alone(self, index: object) -> bool:
        """Return whether exactly ``index`` is selected."""
        selected = self._list.selectionModel().selectedIndexes()
        return selected == [index]

    def _why_not_called(self, profile_id: str, name: str) -> str:
        from ringauth_gui.gui.profile_checks import name_reason

        others = [row.name for row in self._rows if row.id != profile_id]
        return name_reason(name, others)

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
        column.addWidget(self._filter)
        column.addWidget(self._list, stretch=1)
        column.addLayout(buttons)
        # Whoever comes here wants a profile first; the filter is one Tab further.
        self.setTabOrder(self._list, self._filter.field)

    def _connect(self) -> None:
        # Not the current row: assistive tools choose a row without making it current.
        self._list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._list.delete_requested.connect(self.delete_requested)
        self._model.renamed.connect(self.renamed)
        self._model.moved.connect(self.moved)
        self._filter.changed.connect(self._on_filter_changed)
        self._filter.left.connect(self._on_filter_left)
        self._filter.ended.connect(self._on_filter_ended)
        self._new.clicked.connect(self.new_requested)
        self._more.clicked.connect(self._on_more_clicked)

    def _on_selection_changed(self, chosen: QItemSelection) -> None:
        if self._is_changing:  # a row went away under the selection
            return
        indexes = chosen.indexes()
        if not indexes:  # such as Ctrl and a click: one profile is always chosen
            self.select(self._selected_id)
            return
        profile_id = self._model.rows[indexes[0].row()].id
        if profile_id != self._selected_id:
            self.select(profile_id)
            self.selected.emit(profile_id)

    def _on_filter_changed(self) -> None:
        self._show_found()
        self._list.set_movable(is_movable=not self.is_filtered)
        self.filter_changed.emit()

    def _on_filter_left(self) -> None:
        self._list.setFocus()
        found = self.shown_ids
        if found and self._selected_id not in found:
            self.select(found[0])
            self.selected.emit(found[0])

    def _on_filter_ended(self) -> None:
        self._filter.setVisible(len(self._rows) > MANY)
        self._list.setFocus()

    def _on_more_clicked(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


def _small_button(object_name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(object_name)
    button.setProperty("role", "small")
    return button
