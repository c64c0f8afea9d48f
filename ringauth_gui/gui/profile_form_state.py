"""What the profile form was filled with, and what that makes of a draft; no Qt."""

from collections.abc import Collection

from ringauth_gui.gui.profile_draft import ProfileDraft, field_errors, secret_words


class ProfileFormState:
    """Judges drafts against the profile that the form was filled with.

    Attributes:
        start: What the form was filled with.
        has_stored_secret: Whether a secret is kept for that.
        existing_names: The names of all other profiles.
        secret_place: Where secrets are kept, in words.
        asked_address: The server whose metadata was asked for last.
    """

    def __init__(self, secret_place: str) -> None:
        """Start with a new profile."""
        self.start = ProfileDraft()
        self.has_stored_secret = False
        self.existing_names: Collection[str] = ()
        self.secret_place = secret_place
        self.asked_address = ""

    def begin(self, start: ProfileDraft, has_stored_secret: bool) -> None:
        """Judge against ``start`` from now on."""
        self.start = start
        self.has_stored_secret = has_stored_secret
        self.asked_address = start.server_url

    def errors(self, draft: ProfileDraft) -> dict[str, str]:
        """Return why a field cannot be used, by the field's name."""
        return field_errors(draft, self.existing_names, self._keeps_secret(draft))

    def secret_words(self, draft: ProfileDraft) -> tuple[str, str]:
        """Return what the empty secret field says, and the note below it."""
        return secret_words(draft, self._keeps_secret(draft), self.secret_place)

    def _keeps_secret(self, draft: ProfileDraft) -> bool:
        """Whether a secret is kept that may be used for ``draft`` (R8)."""
        return self.has_stored_secret and draft.is_same_app(self.start)
