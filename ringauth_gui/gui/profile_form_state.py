"""What the profile form was filled with, and what that makes of a draft; no Qt."""

from collections.abc import Collection

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.gui.profile_checks import field_errors
from ringauth_gui.gui.profile_draft import ProfileDraft, draft_of
from ringauth_gui.gui.profile_secrets import NONE_STORED, StoredSecrets
from ringauth_gui.gui.secret_hosts import foreign_hosts
from ringauth_gui.gui.secret_words import (
    FieldWords,
    jwt_words,
    removal_words,
    secret_words,
)
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind
from ringauth_gui.typed_server import typed_address, typed_metadata


class ProfileFormState:
    """Judges drafts against the profile that the form was filled with.

    Attributes:
        start: What the form was filled with.
        stored: Which secrets are kept for that.
        existing_names: The names of all other profiles.
        secret_place: Where secrets are kept, in words.
        asked_address: The server whose metadata was asked for last.
    """

    def __init__(self, secret_place: str, clock: Clock) -> None:
        """Start with a new profile; ``clock`` tells what is over."""
        self.start = ProfileDraft()
        self.stored = NONE_STORED
        self.existing_names: Collection[str] = ()
        self.secret_place = secret_place
        self.asked_address = ""
        self._clock = clock
        self._known: dict[str, ServerMetadata] = {}

    def begin(self, start: ProfileDraft, stored: StoredSecrets) -> None:
        """Judge against ``start`` from now on."""
        self.start = start
        self.stored = stored
        self.asked_address = "" if start.types_endpoints else start.server_url
        self._known = {}

    def begin_profile(self, profile: Profile, stored: StoredSecrets) -> None:
        """Judge against ``profile`` from now on."""
        self.begin(draft_of(profile), stored)
        if profile.metadata is not None and not profile.metadata.typed:
            self.know(profile.server_url, profile.metadata)

    def know(self, address: str, metadata: ServerMetadata) -> None:
        """Take what the server at ``address`` says of itself."""
        self._known[address] = metadata

    def metadata(self, draft: ProfileDraft) -> ServerMetadata | None:
        """Return what is known of the server of ``draft``, read or typed."""
        if draft.server is not ServerKind.OTHER:
            return None
        try:
            if draft.types_endpoints:
                return typed_metadata(draft.endpoints)
            return self._known.get(typed_address(draft.server_url))
        except ConfigurationError:  # said beside the field
            return None

    def errors(self, draft: ProfileDraft) -> dict[str, str]:
        """Return why a field cannot be used, by the field's name."""
        stored, metadata = self._stored_for(draft), self.metadata(draft)
        return field_errors(draft, self.existing_names, stored, metadata)

    def foreign_hosts(self, draft: ProfileDraft) -> tuple[str, ...]:
        """Return where the secret would go and nobody vouches for (IN-09)."""
        return foreign_hosts(draft, self.metadata(draft))

    def secret_words(self, draft: ProfileDraft) -> FieldWords:
        """Return what the field of the client secret says."""
        return secret_words(draft, self._stored_for(draft), self.secret_place)

    def jwt_words(self, draft: ProfileDraft) -> FieldWords:
        """Return what the field of the JWT credential says."""
        stored = self._stored_for(draft)
        return jwt_words(draft, stored, self.secret_place, self._clock())

    def removal_words(self, draft: ProfileDraft) -> str:
        """Return what saving ``draft`` removes from the keyring, if anything."""
        return removal_words(draft, self.start, self.stored)

    def _stored_for(self, draft: ProfileDraft) -> StoredSecrets:
        """Return which of the kept secrets may be used for ``draft`` (R8)."""
        return self.stored if draft.is_same_app(self.start) else NONE_STORED
