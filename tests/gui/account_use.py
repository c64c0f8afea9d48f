"""Reads the Account tab as a person does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QTextEdit, QWidget

from ringauth_gui.gui.identity_card import IdentityCard
from tests.gui.reading import child


def card_rows(panel: QWidget) -> dict[str, str]:
    """Return what the card tells, by label."""
    card = panel.findChild(IdentityCard)
    assert card is not None
    return {
        value.accessibleName(): value.toPlainText()
        for value in card.findChildren(QTextEdit)
        if not value.isHidden()
    }


def table_rows(panel: QWidget, name: str = "permissionTable") -> list[tuple[str, ...]]:
    """Return the texts of a table's cells, row by row."""
    return _cells(panel, name, Qt.ItemDataRole.DisplayRole)


def spoken_rows(panel: QWidget, name: str = "permissionTable") -> list[tuple[str, ...]]:
    """Return what a screen reader says of a table's cells, row by row."""
    return _cells(panel, name, Qt.ItemDataRole.AccessibleTextRole)


def _cells(panel: QWidget, name: str, role: Qt.ItemDataRole) -> list[tuple[str, ...]]:
    model = child(panel, QTableView, name).model()
    return [
        tuple(
            str(model.index(row, column).data(role))
            for column in range(model.columnCount())
        )
        for row in range(model.rowCount())
    ]
