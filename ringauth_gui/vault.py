"""Keeps each profile's token and client secret where the profile wants them kept."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.oauth.token import Token
from ringauth_gui.server_directory import secret_binding
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_record import (
    Binding,
    DamagedRecord,
    secret_from_text,
    secret_to_text,
    token_from_text,
    token_to_text,
)
from ringauth_gui.storage.token_store import MemoryTokenStore, SecretKind, TokenStore

_UNREAD = "The keyring could not be read, and nothing in it is replaced unseen."

_ANOTHERS = "The keyring holds the token of another sign-in, which is not replaced."


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
        self._texts = _Texts(store)

    def load_token(self, profile: Profile) -> Token | None:
        """Return the kept token, None when there is none for this client and server.

        Raises:
            TokenStoreError: The store failed, or what it holds is junk.
        """
        text = self._texts.load(profile, SecretKind.TOKEN)
        return None if text is None else token_from_text(text, _binding(profile))

    def save_token(self, profile: Profile, token: Token) -> Keeping:
        """Keep ``token`` in place of the one before; it is never lost (R11, R12)."""
        text = token_to_text(token, _binding(profile))
        return self._texts.save(profile, SecretKind.TOKEN, text)

    def hold_token(self, profile: Profile, token: Token) -> Keeping:
        """Keep ``token`` in memory: whose token the store holds is not known (R27).

        What comes after it stays in memory too, until it is dropped or deleted.
        """
        text = token_to_text(token, _binding(profile))
        return self._texts.hold(profile, SecretKind.TOKEN, text)

    def delete_token(self, profile: Profile) -> None:
        """Remove the token everywhere; raises TokenStoreError where it could not."""
        self._texts.delete(profile, SecretKind.TOKEN)

    def drop_token(self, profile: Profile, token: Token) -> None:
        """Remove ``token`` where it is still kept; leave a successor alone (R11).

        Raises:
            TokenStoreError: The store failed, or what it holds is junk.
        """

        def is_dropped(text: str) -> bool:
            kept = token_from_text(text, _binding(profile))
            return kept is not None and _is_same_token(kept, token)

        self._texts.drop(profile, SecretKind.TOKEN, is_dropped)

    def drop_session(self, profile: Profile, token: Token) -> None:
        """Remove every token of the session of ``token``, and junk (R16).

        Another person's token, and one of another session, stays (R11).

        Raises:
            TokenStoreError: The store failed.
        """

        def is_dropped(text: str) -> bool:
            try:
                kept = token_from_text(text, _binding(profile))
            except DamagedRecord:
                return True
            return kept is not None and is_same_session(kept, token)

        self._texts.drop(profile, SecretKind.TOKEN, is_dropped)

    def settle(self, profile: Profile) -> Keeping:
        """Move token and secret to where ``profile``, just changed, wants them kept."""

        def may_replace(kept: str, text: str) -> bool:
            theirs = token_from_text(kept, _binding(profile))
            ours = token_from_text(text, _binding(profile))
            return theirs is None or ours is None or is_same_session(theirs, ours)

        problems = [
            self._texts.settle(profile, SecretKind.TOKEN, may_replace),
            self._texts.settle(profile, SecretKind.CLIENT_SECRET, lambda *_: True),
        ]
        told = " ".join(dict.fromkeys(filter(None, problems)))
        lasting = profile.keep_tokens and self.store.is_lasting and not told
        return Keeping(lasting, told or None)

    def load_secret(self, profile: Profile) -> str | None:
        """Return the client secret; raises TokenStoreError as load_token."""
        text = self._texts.load(profile, SecretKind.CLIENT_SECRET)
        return None if text is None else secret_from_text(text, _binding(profile))

    def save_secret(self, profile: Profile, client_secret: str) -> Keeping:
        """Keep the client secret."""
        text = secret_to_text(client_secret, _binding(profile))
        return self._texts.save(profile, SecretKind.CLIENT_SECRET, text)

    def delete_secret(self, profile: Profile) -> None:
        """Remove the client secret; raises TokenStoreError where it could not."""
        self._texts.delete(profile, SecretKind.CLIENT_SECRET)


class _Texts:
    """Keeps a text a profile and kind, in memory and in the lasting store."""

    def __init__(self, store: TokenStore) -> None:
        self._store = store
        self._memory = MemoryTokenStore()
        self._held: set[tuple[str, SecretKind]] = set()

    def load(self, profile: Profile, kind: SecretKind) -> str | None:
        text = self._memory.load(profile.id, kind)
        if text is not None:
            return text
        if profile.keep_tokens:
            return self._store.load(profile.id, kind)
        problem = self._take_out(profile, kind)
        if problem is not None:
            # Told once: from now on the value is in memory.
            raise TokenStoreError(problem)
        return self._memory.load(profile.id, kind)

    def save(self, profile: Profile, kind: SecretKind, text: str) -> Keeping:
        # In memory first: whatever the store does, the value is not lost.
        self._memory.save(profile.id, kind, text)
        if not profile.keep_tokens:
            # Nothing older stays in the store either.
            return Keeping(lasting=False, problem=self._take_out(profile, kind))
        if (profile.id, kind) in self._held:
            return Keeping(lasting=False, problem=_UNREAD)
        try:
            self._store.save(profile.id, kind, text)
        except TokenStoreError as error:
            return Keeping(lasting=False, problem=str(error))
        if self._store.is_lasting:
            self._memory.delete(profile.id, kind)
        return Keeping(lasting=self._store.is_lasting)

    def hold(self, profile: Profile, kind: SecretKind, text: str) -> Keeping:
        self._memory.save(profile.id, kind, text)
        self._held.add((profile.id, kind))
        return Keeping(lasting=False, problem=_UNREAD)

    def delete(self, profile: Profile, kind: SecretKind) -> None:
        self._held.discard((profile.id, kind))
        self._memory.delete(profile.id, kind)
        self._store.delete(profile.id, kind)

    def drop(
        self, profile: Profile, kind: SecretKind, is_dropped: Callable[[str], bool]
    ) -> None:
        places: tuple[TokenStore, ...] = (self._memory, self._store)
        for place in places:
            text = place.load(profile.id, kind)
            if text is not None and is_dropped(text):
                place.delete(profile.id, kind)
            if self._memory.load(profile.id, kind) is None:
                self._held.discard((profile.id, kind))

    def settle(
        self,
        profile: Profile,
        kind: SecretKind,
        may_replace: Callable[[str, str], bool],
    ) -> str | None:
        """Move the text to where the profile wants it; return why not, if so."""
        try:
            kept = self._store.load(profile.id, kind)
            text = self._memory.load(profile.id, kind)
            if not profile.keep_tokens:
                return None if kept is None else self._take_out(profile, kind)
            if text is None:
                return None
            if kept is not None and not may_replace(kept, text):
                return _ANOTHERS
        except TokenStoreError as error:
            return str(error)
        return self.save(profile, kind, text).problem

    def _take_out(self, profile: Profile, kind: SecretKind) -> str | None:
        """Move to memory what was kept before the person chose to keep nothing.

        Returns why the store holds it still, if so; a store that cannot be read is none
        that such a profile needs.
        """
        text = None
        with contextlib.suppress(TokenStoreError):
            text = self._store.load(profile.id, kind)
        if text is None:
            return None
        if self._memory.load(profile.id, kind) is None:
            self._memory.save(profile.id, kind, text)
        try:
            self._store.delete(profile.id, kind)
        except TokenStoreError as error:
            return f"{error} What it kept before is still there."
        return None


def is_same_session(one: Token, other: Token) -> bool:
    """Return whether two tokens may come of one sign-in, as far as servers tell."""
    sessions = {one.session_id, other.session_id} - {None}
    return one.owner_id == other.owner_id and len(sessions) < 2  # noqa: PLR2004 - both


def _is_same_token(one: Token, other: Token) -> bool:
    if one.refresh_token is None or other.refresh_token is None:
        return one.access_token == other.access_token
    return one.refresh_token == other.refresh_token


def _binding(profile: Profile) -> Binding:
    return Binding(client_id=profile.client_id, host=secret_binding(profile))
