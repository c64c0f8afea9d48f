"""The fields of a profile on one card; they hold values and judge none."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout

from ringauth_gui.gui.field_row import FieldRow
from ringauth_gui.gui.practice_hint import PracticeHint
from ringauth_gui.gui.profile_draft import PracticeApp, ProfileDraft
from ringauth_gui.gui.profile_form_rows import make_edits, make_rows
from ringauth_gui.gui.secret_edit import SecretEdit
from ringauth_gui.gui.server_row import ServerRow
from ringauth_gui.gui.tips import tip
from ringauth_gui.storage.profile import ServerKind


class ProfileFormFields(QFrame):
    """Every field of a profile.

    Attributes:
        rows: The lines of the text fields, by the field's name, from top to bottom.

    Signals:
        changed: Something was typed, ticked or chosen.
        left: The name of a text field that was left.
        copy_requested: The redirect URI, to be put on the clipboard.
    """

    changed = Signal()
    left = Signal(str)
    copy_requested = Signal(str)

    def __init__(self, practice_apps: Sequence[PracticeApp]) -> None:
        """Make empty fields, and a hint with ``practice_apps``."""
        super().__init__()
        self.setObjectName("profileCard")
        self.setProperty("role", "card")
        self._has_secret = _check("hasSecretCheck", self.tr("This app has a secret"))
        self._keep_tokens = _check(
            "keepTokensCheck", self.tr("Remember tokens on this computer")
        )
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setObjectName("copyRedirectUriButton")
        self._copy.setAccessibleName(self.tr("Copy redirect URI"))
        self._copy.setProperty("role", "small")
        self._server = ServerRow(self.tr("S&erver"))
        self._practice = PracticeHint(practice_apps)
        self._practice_row = FieldRow("", self._practice)
        self._secret = SecretEdit()
        self._edits = make_edits(self._secret)
        self.rows = make_rows(self._edits, self._secret, self._copy)
        self._lay_out()
        self._connect()
        self._on_choice_changed()

    def draft(self) -> ProfileDraft:
        """Return what the fields hold, without blanks around it."""
        typed = {name: edit.text().strip() for name, edit in self._edits.items()}
        server = self._server.kind
        has_secret = self._has_secret.isChecked()
        further = typed["further_redirect_uris"].split()
        return ProfileDraft(
            name=typed["name"],
            server=server,
            server_url=typed["server_url"] if server is ServerKind.OTHER else "",
            client_id=typed["client_id"],
            has_secret=has_secret,
            client_secret=(typed["client_secret"] or None) if has_secret else None,
            redirect_uris=(typed["redirect_uri"], *further),
            keep_tokens=self._keep_tokens.isChecked(),
        )

    def show_draft(self, draft: ProfileDraft) -> None:
        """Fill the fields; what they held is gone, also from their history."""
        self._server.show_kind(draft.server)
        self._has_secret.setChecked(draft.has_secret)
        self._keep_tokens.setChecked(draft.keep_tokens)
        for name, text in _texts(draft).items():
            self._edits[name].setText(text)
            self._edits[name].setCursorPosition(0)

    def set_text(self, name: str, text: str) -> None:
        """Write ``text`` in the field called ``name``."""
        self._edits[name].setText(text)

    def show_secret_place(self, placeholder: str, note: str) -> None:
        """Say in the empty secret field, and below it, where the secret is."""
        self._secret.setPlaceholderText(placeholder)
        self.rows["client_secret"].show_note(note)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (
            self.rows["name"],
            self._server,
            self.rows["server_url"],
            self._practice_row,
            self.rows["client_id"],
            FieldRow("", self._has_secret),
            self.rows["client_secret"],
            self.rows["redirect_uri"],
            self.rows["further_redirect_uris"],
            FieldRow("", self._keep_tokens),
        ):
            column.addWidget(widget)

    def _connect(self) -> None:
        for edit in self._edits.values():
            edit.textChanged.connect(self.changed)
        for name, row in self.rows.items():
            row.left.connect(partial(self.left.emit, name))
        self._server.changed.connect(self._on_choice_changed)
        self._has_secret.toggled.connect(self._on_choice_changed)
        self._keep_tokens.toggled.connect(self._on_choice_changed)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._practice.app_chosen.connect(self._on_practice_app_chosen)

    def _on_choice_changed(self) -> None:
        self.rows["server_url"].setVisible(self._server.kind is ServerKind.OTHER)
        self._practice_row.setVisible(self._server.kind is ServerKind.PRACTICE)
        self._secret.setEnabled(self._has_secret.isChecked())
        self.changed.emit()

    def _on_copy_clicked(self) -> None:
        self.copy_requested.emit(self._edits["redirect_uri"].text().strip())

    def _on_practice_app_chosen(self, app: PracticeApp) -> None:
        self._edits["client_id"].setText(app.client_id)
        self._has_secret.setChecked(app.client_secret is not None)
        self._secret.setText(app.client_secret or "")


def _texts(draft: ProfileDraft) -> dict[str, str]:
    return {
        "name": draft.name,
        "server_url": draft.server_url,
        "client_id": draft.client_id,
        "client_secret": draft.client_secret or "",
        "redirect_uri": "".join(draft.redirect_uris[:1]),
        "further_redirect_uris": " ".join(draft.redirect_uris[1:]),
    }


def _check(object_name: str, text: str) -> QCheckBox:
    check = QCheckBox(text)
    check.setObjectName(object_name)
    check.setAccessibleName(text)
    check.setToolTip(tip(object_name))
    return check
