"""The rows of the side list, and what a person does with one of them."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu
from typing_extensions import override

from ringauth_gui.gui.side_list_delegate import SideListDelegate
from ringauth_gui.gui.side_list_model import SideListModel

_Index = QModelIndex | QPersistentModelIndex


class SideListView(QListView):
    """Shows the rows of a model, lets them be renamed in place, moved and deleted.

    Signals:
        delete_requested: The profile that is chosen is to be deleted.
    """

    delete_requested = Signal()

    def __init__(
        self, model: SideListModel, delegate: SideListDelegate, menu: QMenu
    ) -> None:
        """Show ``model`` painted by ``delegate``; ``menu`` is the rows' own."""
        super().__init__()
        self.setObjectName("profileList")
        self.setAccessibleName(self.tr("Profiles"))
        self.setModel(model)
        self.setItemDelegate(delegate)
        # The selected row shows the focus; a frame around all rows would repeat it.
        self.setStyleSheet("#profileList { border: 0; }")
        self.setUniformItemSizes(True)
        # By the menu and its keys alone: a click on a chosen row is no wish to rename.
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._menu = menu
        self.customContextMenuRequested.connect(self._on_context_menu_requested)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete_requested)

    def set_movable(self, *, is_movable: bool) -> None:
        """Let rows be dragged, or not."""
        self.setDragEnabled(is_movable)

    def rename(self, index: QModelIndex) -> None:
        """Open the row at ``index`` for another name."""
        self.scrollTo(index)
        self.setFocus()
        self.edit(index)

    @override
    def dataChanged(
        self,
        topLeft: _Index,
        bottomRight: _Index,
        roles: Sequence[int] = (),
    ) -> None:
        """Paint again what has changed, and no more.

        A list view lays out all of its rows anew, which never change their height here.
        """
        QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)

    def _on_context_menu_requested(self, place: QPoint) -> None:
        self._menu.popup(self.viewport().mapToGlobal(place))
