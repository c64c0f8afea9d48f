"""The card with the fields of a profile, in an area that scrolls."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.gui.kept_secret_row import KeptSecretRow
from ringauth_gui.gui.practice_app import PracticeApp
from ringauth_gui.gui.profile_form_fields import ProfileFormFields
from ringauth_gui.gui.scroll_page import ScrollPage
from ringauth_gui.gui.secret_words import FieldWords
from ringauth_gui.gui.unencrypted import unencrypted_note


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
        self._address_state = self._told_of = ""
        self.fields = ProfileFormFields(practice_apps)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.fields)
        column.addStretch()
        self.hold(content)
        self.fields.left.connect(self._on_fields_left)
        self.fields.rows["server_url"].changed.connect(self._show_address_note)

    def go_to(
        self, name: str, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Give the field called ``name`` the focus, and bring it in sight.

        As if by Tab, the ``reason`` with which all of the text is selected, or not.
        """
        row = self.fields.reveal(name)
        row.field.setFocus(reason)
        self.ensure_visible(row)

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields with their reasons, and go to the first."""
        rows = self.fields.rows
        for name, row in rows.items():
            row.show_reason(errors.get(name, ""))
        if first := next((name for name in rows if name in errors), None):
            self.go_to(first)

    def show_secret_words(self, words: Mapping[str, FieldWords]) -> None:
        """Say in and below the fields of secrets, by name, what is to be said."""
        for name, each in words.items():
            row = self.fields.rows[name]
            row.set_placeholder(each.placeholder)
            row.show_note(each.note, is_warning=each.is_warning)
            if isinstance(row, KeptSecretRow):
                row.show_kept(is_kept=each.is_kept)

    def show_address_state(self, text: str, *, is_error: bool) -> None:
        """Say below the server's address what became of asking there."""
        row = self.fields.rows["server_url"]
        self._address_state, self._told_of = "" if is_error else text, row.typed
        self._show_address_note()
        row.show_reason(text if is_error else "")

    def check(self) -> bool:
        """Trim and judge every field; True when all can be used."""
        for row in self.fields.rows.values():
            row.trim()
        errors = self._find_errors()
        self.show_errors(errors)
        return not errors

    def _show_address_note(self) -> None:
        row = self.fields.rows["server_url"]
        if row.typed != self._told_of:  # of another address nothing was told
            self._address_state = ""
        warning = unencrypted_note(row.typed)
        note = " ".join(filter(None, (self._address_state, warning)))
        row.show_note(note, is_warning=bool(warning))

    def _on_fields_left(self, name: str) -> None:
        row = self.fields.rows[name]
        row.trim()
        if row.is_empty():  # said when Save is pressed; until then it may come
            return
        if reason := self._find_errors().get(name, ""):
            row.show_reason(reason)
        elif name == "server_url":
            self.address_left.emit()
