"""The Profile tab: the editor, what is typed but not saved, and a server's metadata."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ringauth_gui.errors import RingAuthError
from ringauth_gui.gui.background import BackgroundRunner, reraise
from ringauth_gui.gui.profile_draft import PracticeApp, ProfileDraft
from ringauth_gui.gui.profile_form import ProfileForm
from ringauth_gui.gui.profile_secrets import NewSecrets, StoredSecrets
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.oauth.client_fields import client_id, client_secret
from ringauth_gui.oauth.endpoint_url import server_address
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind

ReadMetadata = Callable[[str], ServerMetadata]
Save = Callable[[ServerMetadata], None]
Saves = tuple[Save, Save]  # for a profile that is in sight, and for one that is not

NEW = ""  # stands for the id of a profile that does not exist yet


class ProfileTab(QWidget):
    """Edits one profile at a time and loses nothing typed when another is shown.

    Signals:
        saved: The profile and its ``NewSecrets``, as a pair.
        saved_aside: The same, of one that is no longer in sight.
        copy_requested: A redirect URI for the clipboard.
    """

    saved = Signal(object)
    saved_aside = Signal(object)
    copy_requested = Signal(str)

    def __init__(
        self,
        practice_apps: Sequence[PracticeApp],
        read_metadata: ReadMetadata,
        runner: BackgroundRunner,
    ) -> None:
        """Read another server's metadata by ``read_metadata``, which may block."""
        super().__init__()
        self._ask_server = read_metadata
        self._runner = runner
        self._shown: tuple[Profile, StoredSecrets] | None = None
        self._typed: dict[str, ProfileDraft] = {}
        self._metadata: dict[str, ServerMetadata] = {}
        self._saves: dict[tuple[str, str], Saves | None] = {}
        self._form = ProfileForm(practice_apps)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._form)
        self._form.save_requested.connect(self._on_form_save_requested)
        self._form.metadata_wanted.connect(self._on_form_metadata_wanted)
        self._form.copy_requested.connect(self.copy_requested)

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
            self._typed[NEW] = draft
        self._form.show_new(server)
        self._show_typed()

    def focus(self, field: str) -> None:
        """Put the cursor into ``field``."""
        self._form.focus_field(field)

    def set_secret_place(self, place: str) -> None:
        """Say where secrets are kept."""
        self._form.set_secret_place(place)

    @property
    def _profile(self) -> Profile | None:
        return None if self._shown is None else self._shown[0]

    @property
    def _key(self) -> str:
        return NEW if self._profile is None else self._profile.id

    def _keep_typed(self) -> None:
        """Remember what is typed, before another profile is shown."""
        if self._form.is_dirty:
            self._typed[self._key] = self._form.draft()

    def _show_typed(self) -> None:
        typed = self._typed.pop(self._key, None)
        if typed is not None:
            self._form.show_typed(typed)

    def _on_form_save_requested(self, draft: ProfileDraft) -> None:
        if draft.server is not ServerKind.OTHER:
            self._save(draft, None)
            return
        address = server_address(draft.server_url, "server_url")
        if address in self._metadata:
            self._save(draft, self._metadata[address])
        elif self._profile is not None and self._profile.server_url == address:
            self._save(draft, self._profile.metadata)
        else:
            aside = partial(self._save_aside, self._profile, draft)
            self._read_metadata(address, (partial(self._save, draft), aside))

    def _on_form_metadata_wanted(self, address: str) -> None:
        self._read_metadata(address, None)

    def _read_metadata(self, address: str, saves: Saves | None) -> None:
        """Read them, once at a time; then save, or do what was to be saved before."""
        reader = (self._key, address)
        is_reading = reader in self._saves
        self._saves[reader] = saves or self._saves.get(reader)
        if not is_reading:
            reading = self.tr("Reading the server's metadata…")
            self._form.show_metadata_state(reading, is_error=False)
            self._runner.run(
                lambda: self._ask_server(address),
                partial(self._on_metadata_read, address, self._key),
                partial(self._on_metadata_failed, address, self._key),
            )

    def _on_metadata_read(
        self, address: str, key: str, metadata: ServerMetadata
    ) -> None:
        self._metadata[address] = metadata
        saves = self._saves.pop((key, address))
        if key == self._key:
            text = self.tr("Endpoints read from the server's metadata.")
            self._form.show_metadata_state(text, is_error=False)
        if saves is not None:
            save_here, save_aside = saves
            (save_here if key == self._key else save_aside)(metadata)

    def _on_metadata_failed(self, address: str, key: str, error: Exception) -> None:
        del self._saves[key, address]
        if key == self._key:
            text = self.tr("The server's metadata could not be read: {0}")
            reason = error if isinstance(error, RingAuthError) else self.tr("a mistake")
            self._form.show_metadata_state(text.format(reason), is_error=True)
        if not isinstance(error, RingAuthError):
            reraise(error)

    def _save(self, draft: ProfileDraft, metadata: ServerMetadata | None) -> None:
        profile, entered = _saved(self._profile, draft, metadata)
        typed_since = self._form.draft()
        self._shown = (profile, StoredSecrets(frozenset(entered.by_kind())))
        self._form.show_profile(*self._shown)
        if typed_since != draft:  # while a server's metadata were read
            self._form.show_typed(typed_since)
        self.saved.emit((profile, entered))

    def _save_aside(
        self,
        before: Profile | None,
        draft: ProfileDraft,
        metadata: ServerMetadata | None,
    ) -> None:
        """Save what was to be saved before another profile came into sight."""
        key = NEW if before is None else before.id
        if self._typed.get(key) == draft:
            del self._typed[key]
        self.saved_aside.emit(_saved(before, draft, metadata))


def _saved(
    before: Profile | None, draft: ProfileDraft, metadata: ServerMetadata | None
) -> tuple[Profile, NewSecrets]:
    """Return the profile and the new secrets that ``draft`` makes of it."""
    is_other = draft.server is ServerKind.OTHER
    url = server_address(draft.server_url, "server_url") if is_other else ""
    profile = before or Profile(
        id=secrets.token_hex(8),
        name="",
        server=draft.server,
        client_id="",
        has_secret=False,
    )
    profile = replace(
        profile,
        name=draft.name.strip(),
        server=draft.server,
        server_url=url,
        metadata=metadata,
        client_id=client_id(draft.client_id),
        has_secret=draft.has_secret,
        redirect_uris=draft.redirect_uris,
        keep_tokens=draft.keep_tokens,
    )
    typed_secret = client_secret(draft.client_secret or "") or None
    return profile, NewSecrets(typed_secret if draft.has_secret else None)
