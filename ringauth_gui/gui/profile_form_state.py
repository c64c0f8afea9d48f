"""What the profile form was filled with, and what that makes of a draft; no Qt."""

from collections.abc import Collection

from ringauth_gui.gui.profile_draft import ProfileDraft, field_errors, secret_words
from ringauth_gui.gui.profile_secrets import NONE_STORED, StoredSecrets


class ProfileFormState:
    """Judges drafts against the profile that the form was filled with.

    Attributes:
        start: What the form was filled with.
        stored: Which secrets are kept for that.
        existing_names: The names of all other profiles.
        secret_place: Where secrets are kept, in words.
        asked_address: The server whose metadata was asked for last.
    """

    def __init__(self, secret_place: str) -> None:
        """Start with a new profile."""
        self.start = ProfileDraft()
        self.stored = NONE_STORED
        self.existing_names: Collection[str] = ()
        self.secret_place = secret_place
        self.asked_address = ""

    def begin(self, start: ProfileDraft, stored: StoredSecrets) -> None:
        """Judge against ``start`` from now on."""
        self.start = start
        self.stored = stored
        self.asked_address = start.server_url

    def errors(self, draft: ProfileDraft) -> dict[str, str]:
        """Return why a field cannot be used, by the field's name."""
        return field_errors(draft, self.existing_names, self._stored_for(draft))

    def secret_words(self, draft: ProfileDraft) -> tuple[str, str]:
        """Return what the empty secret field says, and the note below it."""
        return secret_words(draft, self._stored_for(draft), self.secret_place)

    def _stored_for(self, draft: ProfileDraft) -> StoredSecrets:
        """Return which of the kept secrets may be used for ``draft`` (R8)."""
        return self.stored if draft.is_same_app(self.start) else NONE_STORED
