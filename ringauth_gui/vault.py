"""Keeps each profile's secrets where the profile wants them kept."""

import contextlib
from collections.abc import Callable, Iterable
from functools import partial

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.kept_changes import KeptChanges
from ringauth_gui.kept_texts import Dropped, Keeping, KeptTexts
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.token import Token
from ringauth_gui.server_directory import secret_binding
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.keyring_places import KeyringPlaces
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_record import (
    Binding,
    DamagedRecord,
    secret_from_text,
    secret_to_text,
    token_from_text,
    token_to_text,
)
from ringauth_gui.storage.token_store import SecretKind, TokenStore


class Vault:
    """A token, a client secret and a JWT credential a profile; nothing is lost.

    What the lasting store will not take stays in memory, and is preferred there.

    Attributes:
        store: Where is kept what is to last.
        changes: What all windows did to that.
    """

    def __init__(
        self,
        store: TokenStore,
        marks: KeptMarks | None = None,
        places: KeyringPlaces | None = None,
    ) -> None:
        """Keep in ``store`` what is to last, and mark for other windows what changed.

        Without ``marks`` there are no other windows, without ``places`` no keyring but
        this one.
        """
        self.store = store
        self._places = places
        self.changes = KeptChanges(store, marks)
        self._texts = KeptTexts(store, self._mark)

    def load_token(self, profile: Profile, *, may_recall: bool = True) -> Token | None:
        """Return the kept token, None when there is none for this client and server.

        Args:
            profile: Whose token.
            may_recall: Whether what the store held last is good enough while it does
                not answer: to be used, but not to be replaced or removed.

        Raises:
            TokenStoreError: The store failed, or what it holds is junk.
        """
        text = self._texts.load(profile, SecretKind.TOKEN, may_recall=may_recall)
        return None if text is None else token_from_text(text, binding_of(profile))

    def save_token(
        self, profile: Profile, token: Token, change: Change = Change.SIGNED_IN
    ) -> Keeping:
        """Keep ``token`` in place of the one before; it is never lost (R11, R12)."""
        text = token_to_text(token, binding_of(profile))
        return self._texts.save(profile, SecretKind.TOKEN, text, change)

    def hold_token(self, profile: Profile, token: Token) -> Keeping:
        """Keep ``token`` in memory: whose token the store holds is not known (R27).

        What comes after it stays in memory too, until it is dropped or deleted.
        """
        text = token_to_text(token, binding_of(profile))
        return self._texts.hold(profile, SecretKind.TOKEN, text)

    def delete_token(self, profile: Profile) -> None:
        """Remove the token everywhere; raises TokenStoreError where it could not."""
        self._texts.delete(profile, SecretKind.TOKEN, Change.FORGOTTEN)

    def drop_token(self, profile: Profile, token: Token) -> None:
        """Remove ``token`` where it is still kept; leave a successor alone (R11).

        Raises:
            TokenStoreError: The store failed, or what it holds is junk.
        """

        def is_dropped(text: str) -> bool:
            kept = token_from_text(text, binding_of(profile))
            return kept is not None and is_same_token(kept, token)

        self._texts.drop(profile, SecretKind.TOKEN, is_dropped, Change.OVER)

    def drop_session(
        self, profile: Profile, token: Token, change: Change = Change.REVOKED
    ) -> None:
        """Remove every token of the session of ``token``, and junk (R16).

        Another person's token, and one of another session, stays (R11).

        Raises:
            TokenStoreError: The store failed.
        """

        def is_dropped(text: str) -> bool:
            try:
                kept = token_from_text(text, binding_of(profile))
            except DamagedRecord:
                return True
            return kept is not None and is_same_session(kept, token)

        self._texts.drop(profile, SecretKind.TOKEN, is_dropped, change)

    def drop_each(
        self, profile: Profile, is_dropped: Callable[[SecretKind, str], bool]
    ) -> Dropped:
        """Remove whatever text of ``profile`` that ``is_dropped`` says yes to."""
        dropped, problems = [], []
        for kind in SecretKind:
            is_token = kind is SecretKind.TOKEN
            change = Change.FORGOTTEN if is_token else Change.SECRETS
            try:
                if self._texts.drop(profile, kind, partial(is_dropped, kind), change):
                    dropped.append(kind)
            except TokenStoreError as error:
                problems.append(str(error))
        return Dropped(tuple(dropped), " ".join(dict.fromkeys(problems)) or None)

    def kept_elsewhere(self, profile: Profile) -> str | None:
        """Return the name of another keyring that holds something of ``profile``."""
        if self._places is None:
            return None
        names = (self._places.of(profile.id, kind) for kind in SecretKind)
        return next(
            (each for each in names if each not in {None, self.store.name}), None
        )

    def settle(self, profile: Profile) -> Keeping:
        """Move token and secret to where ``profile``, just changed, wants them kept."""
        kinds = [SecretKind.TOKEN, SecretKind.CLIENT_SECRET]
        if profile.grant_type is GrantType.JWT_BEARER:
            kinds.append(SecretKind.JWT_CREDENTIAL)
        return self._settle(profile, kinds)

    def withdraw(self, profile: Profile) -> tuple[SecretKind, ...]:
        """Leave in memory alone what is kept of a deleted profile (KR-14).

        Returns what there is of it, for ``bring_back``; nothing of it is stored before.

        Raises:
            TokenStoreError: The store holds, or may hold, something of it still. All
                of it is kept as before.
        """
        try:
            return self._texts.withdraw(profile)
        except TokenStoreError:
            self.bring_back(profile)
            raise

    def bring_back(self, profile: Profile) -> Keeping:
        """Keep again, where it was kept, what was withdrawn."""
        self._texts.readmit(profile)
        return self._settle(profile, SecretKind)

    def _settle(self, profile: Profile, kinds: Iterable[SecretKind]) -> Keeping:
        def may_replace(kept: str, text: str) -> bool:
            theirs = token_from_text(kept, binding_of(profile))
            ours = token_from_text(text, binding_of(profile))
            return theirs is None or ours is None or is_same_session(theirs, ours)

        rules = {SecretKind.TOKEN: may_replace}
        problems = [
            self._texts.settle(profile, kind, rules.get(kind, lambda *_: True))
            for kind in kinds
        ]
        told = " ".join(dict.fromkeys(filter(None, problems)))
        lasting = profile.keep_tokens and self.store.is_lasting and not told
        return Keeping(lasting, told or None)

    def load_secret(
        self, profile: Profile, kind: SecretKind = SecretKind.CLIENT_SECRET
    ) -> str | None:
        """Return the client secret or JWT credential; raises as load_token."""
        text = self._texts.load(profile, kind)
        if text is None:
            return None
        return secret_from_text(text, kind, binding_of(profile))

    def save_secret(
        self,
        profile: Profile,
        secret: str,
        kind: SecretKind = SecretKind.CLIENT_SECRET,
    ) -> Keeping:
        """Keep the client secret or JWT credential."""
        text = secret_to_text(secret, kind, binding_of(profile))
        return self._texts.save(profile, kind, text, Change.SECRETS)

    def _mark(
        self, profile: Profile, kind: SecretKind, change: Change, text: str | None
    ) -> None:
        token = None
        if kind is not SecretKind.TOKEN:
            change = Change.SECRETS
        elif text is not None:
            with contextlib.suppress(DamagedRecord):  # brought back as it was
                token = token_from_text(text, binding_of(profile))
        self.changes.mark(profile, change, token)


def is_same_session(one: Token, other: Token) -> bool:
    """Return whether two tokens may come of one sign-in, as far as servers tell."""
    sessions = {one.session_id, other.session_id} - {None}
    return one.owner_id == other.owner_id and len(sessions) < 2  # noqa: PLR2004 - both


def is_same_token(one: Token, other: Token) -> bool:
    """Return whether one is the other, as far as a refresh changes it."""
    if one.refresh_token is None or other.refresh_token is None:
        return one.access_token == other.access_token
    return one.refresh_token == other.refresh_token


def binding_of(profile: Profile) -> Binding:
    """Return where secrets of ``profile`` belong (R8)."""
    return Binding(client_id=profile.client_id, host=secret_binding(profile))
