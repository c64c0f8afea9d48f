"""A field that suggests values and says what each means, and takes any other too."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ringauth_gui.gui.choice_row import CalmCombo
from ringauth_gui.gui.line_edit import LineEdit

_MEANING = Qt.ItemDataRole.UserRole


class SuggestionEdit(CalmCombo):
    """A line edit with a list of suggestions.

    Attributes:
        edit: Where the value is typed.
    """

    def __init__(self, suggestions: Sequence[tuple[str, str]]) -> None:
        """Suggest values, each with what the list shows for it."""
        super().__init__()
        self.edit = LineEdit()
        self.setLineEdit(self.edit)
        self.setInsertPolicy(CalmCombo.InsertPolicy.NoInsert)
        # Qt's own would make "login sso" of "login" when the field is left.
        self.setCompleter(None)  # type: ignore[arg-type] # Qt allows it, its stubs do not
        for at, (value, meaning) in enumerate(suggestions):
            self.addItem(value, meaning)
            self.setItemData(at, meaning, Qt.ItemDataRole.AccessibleTextRole)
        self.setItemDelegate(_MeaningDelegate(self))
        self.setCurrentIndex(-1)


class _MeaningDelegate(QStyledItemDelegate):
    """Shows in the list what a value means, in place of the value."""

    @override
    def initStyleOption(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Take the meaning as the text."""
        super().initStyleOption(option, index)
        option.text = index.data(_MEANING)
