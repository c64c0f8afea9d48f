"""A field that suggests values and says what each means, and takes any other too."""

from collections.abc import Sequence

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLineEdit, QListView

from ringauth_gui.gui.choice_row import CalmCombo

_VALUES, _MEANINGS = range(2)  # the columns: what is typed, what the list shows


class SuggestionEdit(CalmCombo):
    """A line edit with a list of suggestions.

    Attributes:
        edit: Where the value is typed.
    """

    def __init__(self, suggestions: Sequence[tuple[str, str]]) -> None:
        """Suggest values, each with what the list shows for it."""
        super().__init__()
        self.edit = QLineEdit()
        self.setLineEdit(self.edit)
        self.setInsertPolicy(CalmCombo.InsertPolicy.NoInsert)
        # Qt's own would make "login sso" of "login" when the field is left.
        self.setCompleter(None)  # type: ignore[arg-type] # Qt allows it, its stubs do not
        view = QListView()
        self.setView(view)
        model = QStandardItemModel(self)
        for suggestion in suggestions:
            model.appendRow([QStandardItem(text) for text in suggestion])
        self.setModel(model)
        self.setModelColumn(_VALUES)
        view.setModelColumn(_MEANINGS)
        self.setCurrentIndex(-1)
