"""The editor of a profile: says what is wrong before anything is saved or sent."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.gui.profile_draft import (
    PracticeApp,
    ProfileDraft,
    draft_of,
)
from ringauth_gui.gui.profile_form_card import ProfileFormCard
from ringauth_gui.gui.profile_form_state import ProfileFormState
from ringauth_gui.gui.profile_secrets import NONE_STORED, StoredSecrets
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
        self._is_dirty = False
        self._state = ProfileFormState(self.tr("this computer's keyring"))
        self._card = ProfileFormCard(
            practice_apps, lambda: self._state.errors(self.draft())
        )
        self._fields = self._card.fields
        self._bar = SaveBar()
        self._lay_out()
        self._connect()
        self._show(self._state.start, NONE_STORED)

    def show_profile(self, profile: Profile, stored: StoredSecrets) -> None:
        """Show ``profile`` and forget what was typed before."""
        self._show(draft_of(profile), stored)

    def show_new(self, server: ServerKind) -> None:
        """Show the fields of a new profile on ``server``, and start at its name."""
        self._show(ProfileDraft(server=server), NONE_STORED)
        self.focus_field("name")

    def set_existing_names(self, names: Collection[str]) -> None:
        """Take the names of all other profiles, which this one may not have."""
        self._state.existing_names = names

    def set_secret_place(self, place: str) -> None:
        """Take where secrets are kept, in words such as "this window's memory"."""
        self._state.secret_place = place
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
        self._card.go_to(name)

    def draft(self) -> ProfileDraft:
        """Return what is typed."""
        return self._fields.draft()

    def show_field_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields with their reasons, and go to the first."""
        self._card.show_errors(errors)

    def show_metadata_state(self, text: str, is_error: bool) -> None:
        """Say below the server's address what became of reading its metadata."""
        self._card.show_address_state(text, is_error)
        if is_error:  # so that leaving the field tries once more
            self._state.asked_address = ""

    def _show(self, draft: ProfileDraft, stored: StoredSecrets) -> None:
        self._state.begin(draft, stored)
        self._fields.show_draft(draft)
        self.show_field_errors({})
        self.show_metadata_state("", is_error=False)
        self._on_fields_changed()

    def _want_metadata(self) -> None:
        address = server_address(self.draft().server_url, "server_url")
        self._fields.set_text("server_url", address)
        if address != self._state.asked_address:
            self._state.asked_address = address
            self.metadata_wanted.emit(address)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._card)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        self._fields.changed.connect(self._on_fields_changed)
        self._card.address_left.connect(self._want_metadata)
        self._fields.copy_requested.connect(self.copy_requested)
        self._bar.discard_requested.connect(self._on_bar_discard_requested)
        self._bar.save_requested.connect(self._on_bar_save_requested)

    def _on_fields_changed(self) -> None:
        draft = self.draft()
        self._fields.show_secret_place(*self._state.secret_words(draft))
        is_dirty = draft != self._state.start
        self._bar.show_dirty(is_dirty)
        if is_dirty is not self._is_dirty:
            self._is_dirty = is_dirty
            self.dirty_changed.emit(is_dirty)

    def _on_bar_discard_requested(self) -> None:
        self._show(self._state.start, self._state.stored)

    def _on_bar_save_requested(self) -> None:
        if not self._card.check():
            return
        if self.draft().server is ServerKind.OTHER:
            self._want_metadata()
        self.save_requested.emit(self.draft())
