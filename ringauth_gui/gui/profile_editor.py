"""The editor of profiles: what is typed but not saved, and what waits to be."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.gui.metadata_reader import MetadataReader, ReadServer, UnreadServer
from ringauth_gui.gui.practice_app import PracticeApp
from ringauth_gui.gui.profile_checks import check_hosts
from ringauth_gui.gui.profile_draft import ProfileDraft
from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.gui.profile_saving import new_secrets, saved_profile
from ringauth_gui.gui.profile_secrets import StoredSecrets, stored_by
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.gui.typed_draft import Typed
from ringauth_gui.gui.waiting_saves import WaitingSave, WaitingSaves
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.typed_server import typed_address, typed_metadata

NEW = ""  # stands for the id of a profile that does not exist yet


class ProfileEditor(QWidget):
    """Edits one profile at a time and loses nothing typed when another is shown.

    Signals:
        saved: The profile and its ``NewSecrets``, as a pair.
        saved_aside: The same of one that is no longer in sight, behind the profile as
            it was when it was edited.
        copy_requested: A redirect URI for the clipboard.
        forget_requested: The name of a field whose secret is not to be kept.
        changed_elsewhere: What is ``Typed`` over a profile that was edited elsewhere
            in the meantime.
    """

    saved = Signal(object)
    saved_aside = Signal(object)
    copy_requested = Signal(str)
    forget_requested = Signal(str)
    changed_elsewhere = Signal(object)

    def __init__(
        self,
        practice_apps: Sequence[PracticeApp],
        reader: MetadataReader,
        clock: Clock,
    ) -> None:
        """Read other servers' metadata by ``reader``."""
        super().__init__()
        self.setObjectName("profileEditor")
        self._reader = reader
        self._shown: tuple[Profile, StoredSecrets] | None = None
        self._typed: dict[str, Typed] = {}
        self._waiting = WaitingSaves()
        self._form = ProfileForm(practice_apps, clock)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._form)
        self._form.save_requested.connect(self._on_form_save_requested)
        self._form.metadata_wanted.connect(reader.start)
        self._form.copy_requested.connect(self.copy_requested)
        self._form.forget_requested.connect(self.forget_requested)
        self._form.discarded.connect(self._on_form_discarded)
        reader.started.connect(self._on_reader_started)
        reader.read.connect(self._on_reader_read)
        reader.failed.connect(self._on_reader_failed)

    def show_state(self, state: SessionState, other_names: Sequence[str]) -> None:
        """Show the profile of ``state``, with what was typed for it before."""
        self._form.set_existing_names(other_names)
        shown = (state.profile, state.stored)
        if shown == self._shown:
            return
        self._keep_typed()
        self._shown = shown
        self._form.show_profile(*shown)
        self._show_typed()

    def show_new(
        self,
        server: ServerKind,
        names: Sequence[str],
        draft: ProfileDraft | None = None,
    ) -> None:
        """Show the fields of a new profile, with what was typed for it before.

        Args:
            server: Which is chosen at first.
            names: Of all profiles; this one may have none of them.
            draft: Shown in place of what was typed before, as if it were typed.
        """
        self._form.set_existing_names(names)
        self._keep_typed()
        self._shown = None
        if draft is not None:
            self._typed[NEW] = Typed(draft, draft)
        self._form.show_new(server)
        self._show_typed()

    def focus(self, field: str) -> None:
        """Put the cursor into ``field``."""
        self._form.focus_field(field)

    def is_typed(self, profile_id: str) -> bool:
        """Return whether something is typed for the profile that is not saved."""
        is_shown = profile_id == _key(self._profile)
        return profile_id in self._typed or (is_shown and self._form.is_dirty)

    def forget_typed(self, profile_id: str) -> None:
        """Forget what is typed for a profile that is gone."""
        self._typed.pop(profile_id, None)
        self._waiting.drop(profile_id)
        if profile_id == _key(self._profile) and self._shown is not None:
            self._form.show_profile(*self._shown)

    def select(self, field: str) -> None:
        """Put the cursor into ``field``, with all of its text selected."""
        self._form.select_field(field)

    def set_secret_place(self, place: str) -> None:
        """Say where secrets are kept."""
        self._form.set_secret_place(place)

    @property
    def _profile(self) -> Profile | None:
        return None if self._shown is None else self._shown[0]

    def _keep_typed(self) -> None:
        """Remember what is typed, before another profile is shown."""
        if self._form.is_dirty:
            typed = Typed(self._form.start, self._form.draft())
            self._typed[_key(self._profile)] = typed

    def _show_typed(self) -> None:
        typed = self._typed.pop(_key(self._profile), None)
        if typed is None:
            return
        rebased = typed if self._profile is None else typed.rebased(self._form.start)
        draft = rebased.draft
        self._form.show_typed(draft)
        if known := self._reader.known(draft.server_url):  # read in the meantime
            self._form.show_metadata(draft.server_url, known)
        if rebased is not typed:
            self._waiting.drop(_key(self._profile))  # what it waits with is old
            self.changed_elsewhere.emit(rebased)

    def _on_form_save_requested(self, draft: ProfileDraft) -> None:
        if draft.server is not ServerKind.OTHER:
            self._save(draft, None)
        elif draft.types_endpoints:
            self._save(draft, typed_metadata(draft.endpoints))
        else:
            self._save_read(draft, typed_address(draft.server_url))

    def _save_read(self, draft: ProfileDraft, address: str) -> None:
        """Save with what the server says of itself, once that is known."""
        before = self._profile
        metadata = self._reader.known(address) or _read_before(before, address)
        if metadata is not None:
            self._save(draft, metadata)
            return
        self._waiting.add(_key(before), WaitingSave(before, draft, address))
        self._reader.start(address)

    def _on_form_discarded(self) -> None:
        """Save nothing of it later either, whatever the server may still answer."""
        self._waiting.drop(_key(self._profile))

    def _is_in_sight(self, address: str) -> bool:
        draft = self._form.draft()
        return draft.server is ServerKind.OTHER and draft.server_url == address

    def _on_reader_started(self, address: str) -> None:
        if self._is_in_sight(address):
            text = self.tr("Reading the server's metadata…")
            self._form.show_metadata_state(text, is_error=False)

    def _on_reader_read(self, read: ReadServer) -> None:
        address, metadata = read.address, read.metadata
        if self._is_in_sight(address):
            text = self.tr("Endpoints read from the server's metadata.")
            self._form.show_metadata_state(text, is_error=False)
            self._form.show_metadata(address, metadata)
        else:
            self._form.ask_again(address)
        for waiting in self._waiting.take(address):
            if _key(waiting.before) == _key(self._profile):
                self._save(waiting.draft, metadata)
            else:
                self._save_aside(waiting, metadata)

    def _on_reader_failed(self, unread: UnreadServer) -> None:
        self._waiting.take(unread.address)
        if self._is_in_sight(unread.address):
            text = self.tr("The server's metadata could not be read: {0}")
            self._form.show_metadata_state(text.format(unread.reason), is_error=True)
        else:
            self._form.ask_again(unread.address)

    def _save(self, draft: ProfileDraft, metadata: ServerMetadata | None) -> None:
        try:
            check_hosts(draft, metadata)  # they may be known only now
        except ConfigurationError as error:
            self._form.show_field_errors({error.field: error.reason})
            return
        profile = saved_profile(self._profile, draft, metadata)
        entered = new_secrets(draft)
        typed_since = self._form.draft()
        self._shown = (profile, stored_by(entered))
        self._form.show_profile(*self._shown)
        if typed_since != draft:  # while a server's metadata were read
            self._form.show_typed(typed_since)
        self.saved.emit((profile, entered))

    def _save_aside(self, waiting: WaitingSave, metadata: ServerMetadata) -> None:
        """Save what was to be saved before another profile came into sight."""
        try:
            check_hosts(waiting.draft, metadata)
        except ConfigurationError:  # asked when it is in sight again
            return
        typed = self._typed.get(_key(waiting.before))
        if typed is not None and typed.draft == waiting.draft:
            del self._typed[_key(waiting.before)]
        profile = saved_profile(waiting.before, waiting.draft, metadata)
        self.saved_aside.emit((waiting.before, profile, new_secrets(waiting.draft)))


def _read_before(profile: Profile | None, address: str) -> ServerMetadata | None:
    """Return what ``profile`` read at ``address``; what was typed does not count."""
    if profile is None or profile.server_url != address or profile.metadata is None:
        return None
    return None if profile.metadata.typed else profile.metadata


def _key(profile: Profile | None) -> str:
    return NEW if profile is None else profile.id
