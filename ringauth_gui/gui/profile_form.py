"""The editor of a profile: says what is wrong before anything is saved or sent."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ringauth_gui.gui.profile_draft import (
    PracticeApp,
    ProfileDraft,
    draft_of,
    field_errors,
    secret_words,
)
from ringauth_gui.gui.profile_form_fields import ProfileFormFields
from ringauth_gui.gui.save_bar import SaveBar
from ringauth_gui.oauth.endpoint_url import server_address
from ringauth_gui.storage.profile import Profile, ServerKind


class ProfileForm(QWidget):
    """Edits a profile, or makes a new one.

    Signals:
        save_requested: The ``ProfileDraft``, without an error.
        metadata_wanted: The address of another server, checked.
        copy_requested: A redirect URI, to be put on the clipboard.
        dirty_changed: Whether there is something to save.
    """

    save_requested = Signal(object)
    metadata_wanted = Signal(str)
    copy_requested = Signal(str)
    dirty_changed = Signal(bool)

    def __init__(self, practice_apps: Sequence[PracticeApp] = ()) -> None:
        """Start as a new profile's editor that offers ``practice_apps``."""
        super().__init__()
        self.setObjectName("profileForm")
        self._existing_names: Collection[str] = ()
        self._shown = ProfileDraft()
        self._has_stored_secret = False
        self._is_dirty = False
        self._place = self.tr("this computer's keyring")
        self._asked_for = ""
        self._fields = ProfileFormFields(practice_apps)
        self._scroll = _scrolled(self._fields)
        self._bar = SaveBar()
        self._lay_out()
        self._connect()
        self._show(self._shown, has_stored_secret=False)

    def show_profile(self, profile: Profile, has_stored_secret: bool) -> None:
        """Show ``profile`` and forget what was typed before."""
        self._show(draft_of(profile), has_stored_secret)

    def show_new(self, server: ServerKind) -> None:
        """Show the fields of a new profile on ``server``, and start at its name."""
        self._show(ProfileDraft(server=server), has_stored_secret=False)
        self._focus("name")

    def set_existing_names(self, names: Collection[str]) -> None:
        """Take the names of all other profiles, which this one may not have."""
        self._existing_names = names

    def set_secret_place(self, place: str) -> None:
        """Take where secrets are kept, in words such as "this window's memory"."""
        self._place = place
        self._on_fields_changed()

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that is not saved."""
        return self._is_dirty

    def show_typed(self, draft: ProfileDraft) -> None:
        """Show what was typed before, as typed and not saved."""
        self._fields.show_draft(draft)
        self._on_fields_changed()

    def focus_field(self, name: str) -> None:
        """Put the cursor into the field ``name``."""
        self._focus(name)

    def draft(self) -> ProfileDraft:
        """Return what is typed."""
        return self._fields.draft()

    def show_field_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields with their reasons, and go to the first."""
        for name, row in self._fields.rows.items():
            row.show_reason(errors.get(name, ""))
        if first := next((name for name in self._fields.rows if name in errors), None):
            self._focus(first)

    def show_metadata_state(self, text: str, is_error: bool) -> None:
        """Say below the server's address what became of reading its metadata."""
        row = self._fields.rows["server_url"]
        row.show_note("" if is_error else text)
        row.show_reason(text if is_error else "")
        if is_error:  # so that leaving the field tries once more
            self._asked_for = ""

    def _show(self, draft: ProfileDraft, has_stored_secret: bool) -> None:
        self._shown = draft
        self._has_stored_secret = has_stored_secret
        self._asked_for = draft.server_url
        self._fields.show_draft(draft)
        self.show_field_errors({})
        self.show_metadata_state("", is_error=False)
        self._on_fields_changed()

    def _keeps_secret(self) -> bool:
        """Whether a secret is kept that may be used for what is typed (R8)."""
        return self._has_stored_secret and self.draft().is_same_app(self._shown)

    def _errors(self) -> dict[str, str]:
        return field_errors(self.draft(), self._existing_names, self._keeps_secret())

    def _focus(self, name: str) -> None:
        self._fields.rows[name].field.setFocus()
        self._scroll.ensureWidgetVisible(self._fields.rows[name])

    def _want_metadata(self) -> None:
        draft = self.draft()
        address = server_address(draft.server_url, "server_url")
        self._fields.set_text("server_url", address)
        if address != self._asked_for:
            self._asked_for = address
            self.metadata_wanted.emit(address)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._scroll)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        self._fields.changed.connect(self._on_fields_changed)
        self._fields.left.connect(self._on_fields_left)
        self._fields.copy_requested.connect(self.copy_requested)
        self._bar.discard_requested.connect(self._on_bar_discard_requested)
        self._bar.save_requested.connect(self._on_bar_save_requested)

    def _on_fields_changed(self) -> None:
        draft = self.draft()
        words = secret_words(draft, self._keeps_secret(), self._place)
        self._fields.show_secret_place(*words)
        is_dirty = draft != self._shown
        self._bar.show_dirty(is_dirty)
        if is_dirty is not self._is_dirty:
            self._is_dirty = is_dirty
            self.dirty_changed.emit(is_dirty)

    def _on_fields_left(self, name: str) -> None:
        row = self._fields.rows[name]
        row.trim()
        if row.is_empty():  # said when Save is pressed; until then it may come
            return
        if reason := self._errors().get(name, ""):
            row.show_reason(reason)
        elif name == "server_url":
            self._want_metadata()

    def _on_bar_discard_requested(self) -> None:
        self._show(self._shown, self._has_stored_secret)

    def _on_bar_save_requested(self) -> None:
        for row in self._fields.rows.values():
            row.trim()
        errors = self._errors()
        self.show_field_errors(errors)
        if errors:
            return
        if self.draft().server is ServerKind.OTHER:
            self._want_metadata()
        self.save_requested.emit(self.draft())


def _scrolled(card: QWidget) -> QScrollArea:
    """Return ``card`` in an area that scrolls where the window is low."""
    content = QWidget()
    inside = QVBoxLayout(content)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(card)
    inside.addStretch()
    scroll = QScrollArea()
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
