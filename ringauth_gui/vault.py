"""Keeps each profile's token and client secret where the profile wants them kept."""

import contextlib
from dataclasses import dataclass

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.oauth.token import Token
from ringauth_gui.server_directory import secret_scope
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_record import (
    Binding,
    secret_from_text,
    secret_to_text,
    token_from_text,
    token_to_text,
)
from ringauth_gui.storage.token_store import MemoryTokenStore, SecretKind, TokenStore


@dataclass(frozen=True)
class Keeping:
    """Where a value is kept now.

    Attributes:
        lasting: Whether it was verified to be there after a restart.
        problem: Why not, where the person would expect it to be.
    """

    lasting: bool
    problem: str | None = None


class Vault:
    """One token and one client secret a profile; nothing is lost when a store fails.

    What the lasting store will not take stays in memory, and is preferred there.
    """

    def __init__(self, store: TokenStore) -> None:
        """Keep in ``store`` what is to last."""
        self.store = store
        self._memory = MemoryTokenStore()

    def load_token(self, profile: Profile) -> Token | None:
        """Return the kept token, None when there is none for this client and server.

        Raises:
            TokenStoreError: The store failed, or what it holds is junk.
        """
        text = self._load(profile, SecretKind.TOKEN)
        return None if text is None else token_from_text(text, _binding(profile))

    def save_token(self, profile: Profile, token: Token) -> Keeping:
        """Keep ``token`` in place of the one before; it is never lost (R11, R12)."""
        text = token_to_text(token, _binding(profile))
        return self._save(profile, SecretKind.TOKEN, text)

    def delete_token(self, profile: Profile) -> None:
        """Remove the token everywhere; raises TokenStoreError where it could not."""
        self._delete(profile, SecretKind.TOKEN)

    def drop_token(self, profile: Profile, token: Token) -> None:
        """Remove ``token`` where it is still kept; leave a successor alone (R11).

        Raises:
            TokenStoreError: The store failed, or what it holds is junk.
        """
        places: tuple[TokenStore, ...] = (self._memory, self.store)
        for place in places:
            text = place.load(profile.id, SecretKind.TOKEN)
            kept = None if text is None else token_from_text(text, _binding(profile))
            if kept is not None and kept.refresh_token == token.refresh_token:
                place.delete(profile.id, SecretKind.TOKEN)

    def load_secret(self, profile: Profile) -> str | None:
        """Return the client secret; raises TokenStoreError as load_token."""
        text = self._load(profile, SecretKind.CLIENT_SECRET)
        return None if text is None else secret_from_text(text, _binding(profile))

    def save_secret(self, profile: Profile, client_secret: str) -> Keeping:
        """Keep the client secret."""
        text = secret_to_text(client_secret, _binding(profile))
        return self._save(profile, SecretKind.CLIENT_SECRET, text)

    def delete_secret(self, profile: Profile) -> None:
        """Remove the client secret; raises TokenStoreError where it could not."""
        self._delete(profile, SecretKind.CLIENT_SECRET)

    def _load(self, profile: Profile, kind: SecretKind) -> str | None:
        text = self._memory.load(profile.id, kind)
        if text is not None:
            return text
        if profile.keep_tokens:
            return self.store.load(profile.id, kind)
        return self._take_out(profile, kind)

    def _take_out(self, profile: Profile, kind: SecretKind) -> str | None:
        """Move what was kept before the person chose to keep nothing to memory."""
        with contextlib.suppress(TokenStoreError):
            text = self.store.load(profile.id, kind)
            if text is not None:
                self._memory.save(profile.id, kind, text)
                self.store.delete(profile.id, kind)
        return self._memory.load(profile.id, kind)

    def _save(self, profile: Profile, kind: SecretKind, text: str) -> Keeping:
        if not profile.keep_tokens:
            self._load(profile, kind)  # nothing older stays in the store either
        # In memory first: whatever the store does, the value is not lost.
        self._memory.save(profile.id, kind, text)
        if not profile.keep_tokens:
            return Keeping(lasting=False)
        try:
            self.store.save(profile.id, kind, text)
        except TokenStoreError as error:
            return Keeping(lasting=False, problem=str(error))
        if self.store.is_lasting:
            self._memory.delete(profile.id, kind)
        return Keeping(lasting=self.store.is_lasting)

    def _delete(self, profile: Profile, kind: SecretKind) -> None:
        self._memory.delete(profile.id, kind)
        self.store.delete(profile.id, kind)


def _binding(profile: Profile) -> Binding:
    return Binding(client_id=profile.client_id, host=secret_scope(profile))
