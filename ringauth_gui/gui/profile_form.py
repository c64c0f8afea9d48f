"""The editor of a profile: says what is wrong before anything is saved or sent."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.gui.practice_app import PracticeApp
from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.gui.profile_form_card import ProfileFormCard
from ringauth_gui.gui.profile_form_state import ProfileFormState
from ringauth_gui.gui.profile_secrets import NONE_STORED, StoredSecrets
from ringauth_gui.gui.save_bar import SaveBar
from ringauth_gui.gui.warning_note import WarningNote
from ringauth_gui.moment import Clock, system_clock
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.typed_server import typed_address


class ProfileForm(QWidget):
    """Edits a profile, or makes a new one.

    Signals:
        save_requested: The ``ProfileDraft``, without an error.
        metadata_wanted: The address of another server, checked.
        copy_requested: A redirect URI, to be put on the clipboard.
        forget_requested: The name of a field whose secret is not to be kept.
        discarded: What was typed is not wanted any more.
    """

    save_requested = Signal(object)
    metadata_wanted = Signal(str)
    copy_requested = Signal(str)
    forget_requested = Signal(str)
    discarded = Signal()

    def __init__(
        self, practice_apps: Sequence[PracticeApp] = (), clock: Clock = system_clock
    ) -> None:
        """Start as a new profile's editor that offers ``practice_apps``."""
        super().__init__()
        self.setObjectName("profileForm")
        self._is_dirty = False
        self._state = ProfileFormState(self.tr("this computer's keyring"), clock)
        self._card = ProfileFormCard(
            practice_apps, lambda: self._state.errors(self.draft())
        )
        self._fields = self._card.fields
        self._removal = WarningNote("removalNote")
        self._bar = SaveBar()
        self._lay_out()
        self._connect()
        self._show_start()

    def show_profile(self, profile: Profile, stored: StoredSecrets) -> None:
        """Show ``profile`` and forget what was typed before."""
        self._state.begin_profile(profile, stored)
        self._show_start()

    def show_new(self, server: ServerKind) -> None:
        """Show the fields of a new profile on ``server``, and start at its name."""
        self._state.begin(ProfileDraft(server=server), NONE_STORED)
        self._show_start()
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

    @property
    def start(self) -> ProfileDraft:
        """What the form was filled with."""
        return self._state.start

    def show_typed(self, draft: ProfileDraft) -> None:
        """Show what was typed before, as typed and not saved."""
        self._fields.show_draft(draft)
        self._show_known_endpoints()
        self._on_fields_changed()

    def focus_field(self, name: str) -> None:
        """Put the cursor into the field ``name``."""
        self._card.go_to(name)

    def select_field(self, name: str) -> None:
        """Put the cursor into the field ``name``, with all of its text selected."""
        self._card.go_to(name, Qt.FocusReason.TabFocusReason)

    def draft(self) -> ProfileDraft:
        """Return what is typed."""
        return self._fields.draft()

    def show_field_errors(self, errors: Mapping[str, str]) -> None:
        """Mark the fields with their reasons, and go to the first."""
        self._card.show_errors(errors)

    def show_metadata_state(self, text: str, *, is_error: bool) -> None:
        """Say below the server's address what became of reading its metadata."""
        self._card.show_address_state(text, is_error=is_error)
        if is_error:
            self.ask_again(self._state.asked_address)

    def ask_again(self, address: str) -> None:
        """Let leaving the field ask the server at ``address`` once more."""
        if address == self._state.asked_address:
            self._state.asked_address = ""

    def show_metadata(self, address: str, metadata: ServerMetadata) -> None:
        """Take what the server at ``address`` says of itself."""
        self._state.know(address, metadata)
        self._show_known_endpoints()
        self._on_fields_changed()

    def _show_start(self) -> None:
        self._fields.show_draft(self._state.start)
        self._show_known_endpoints()
        self.show_field_errors({})
        self.show_metadata_state("", is_error=False)
        self._on_fields_changed()

    def _show_known_endpoints(self) -> None:
        """Show what the server named where endpoints would be typed."""
        draft = self.draft()
        metadata = self._state.metadata(draft)
        if metadata is not None and not draft.types_endpoints:
            self._fields.endpoints.show_texts(metadata.texts())

    def _want_metadata(self) -> None:
        draft = self.draft()
        if not draft.server_url:
            return
        address = typed_address(draft.server_url)
        self._fields.rows["server_url"].set_typed(address)
        if address != self._state.asked_address and not draft.types_endpoints:
            self._state.asked_address = address
            self.metadata_wanted.emit(address)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._card)
        column.addWidget(self._removal)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        self._fields.changed.connect(self._on_fields_changed)
        self._card.address_left.connect(self._want_metadata)
        self._fields.copy_requested.connect(self.copy_requested)
        self._fields.forget_requested.connect(self.forget_requested)
        self._bar.discard_requested.connect(self._show_start)
        self._bar.discard_requested.connect(self.discarded)
        self._bar.save_requested.connect(self._on_bar_save_requested)

    def _on_fields_changed(self) -> None:
        draft = self.draft()
        self._card.show_secret_words(
            {
                "client_secret": self._state.secret_words(draft),
                "jwt_credential": self._state.jwt_words(draft),
            }
        )
        self._fields.confirmation.ask(
            self._state.foreign_hosts(draft), draft.confirmed_hosts
        )
        self._removal.show_text(self._state.removal_words(draft))
        self._is_dirty = draft != self._state.start
        self._bar.show_dirty(self._is_dirty)

    def _on_bar_save_requested(self) -> None:
        if not self._card.check():
            return
        if self.draft().server is ServerKind.OTHER:
            self._want_metadata()
        self.save_requested.emit(self.draft())
