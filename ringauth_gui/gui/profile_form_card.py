"""The card with the fields of a profile, in an area that scrolls."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.gui.profile_draft import PracticeApp
from ringauth_gui.gui.profile_form_fields import ProfileFormFields
from ringauth_gui.gui.scroll_page import ScrollPage


class ProfileFormCard(ScrollPage):
    """Shows the fields where the window is low, too, and what is wrong with them.

    Attributes:
        fields: The fields themselves.

    Signals:
        address_left: The address of another server was left, and it can be used.
    """

    address_left = Signal()

    def __init__(
        self,
        practice_apps: Sequence[PracticeApp],
        find_errors: Callable[[], Mapping[str, str]],
    ) -> None:
        """Make empty fields.

        Args:
            practice_apps: Offered when the practice server is chosen.
            find_errors: Returns why a field cannot be used, by the field's name.
        """
        super().__init__()
        self._find_errors = find_errors
        self.fields = ProfileFormFields(practice_apps)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields)
        column.addStretch()
        self.hold(content)
        self.fields.left.connect(self._on_fields_left)

    def go_to(self, name: str) -> None:
        """Give the field called ``name`` the focus, and bring it in sight."""
        row = self.fields.rows[name]
        row.field.setFocus()
        self.ensure_visible(row)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields with their reasons, and go to the first."""
        for name, row in self.fields.rows.items():
            row.show_reason(errors.get(name, ""))
        if first := next((name for name in self.fields.rows if name in errors), None):
            self.go_to(first)

    def show_address_state(self, text: str, is_error: bool) -> None:
        """Say below the server's address what became of asking there."""
        row = self.fields.rows["server_url"]
        row.show_note("" if is_error else text)
        row.show_reason(text if is_error else "")

    def check(self) -> bool:
        """Trim and judge every field; True when all can be used."""
        for row in self.fields.rows.values():
            row.trim()
        errors = self._find_errors()
        self.show_errors(errors)
        return not errors

    def _on_fields_left(self, name: str) -> None:
        row = self.fields.rows[name]
        row.trim()
        if row.is_empty():  # said when Save is pressed; until then it may come
            return
        if reason := self._find_errors().get(name, ""):
            row.show_reason(reason)
        elif name == "server_url":
            self.address_left.emit()
