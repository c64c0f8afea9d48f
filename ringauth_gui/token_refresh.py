"""The refresh: one at a time, stored before use, and lost for no answer (R11-R14)."""

import threading
from dataclasses import dataclass, replace

from ringauth_gui.clients import Clients
from ringauth_gui.errors import (
    GrantNoLongerValid,
    OwnerChanged,
    Refusal,
    RingAuthError,
    SignedOutMeanwhile,
    TokenStoreError,
    TriedElsewhere,
)
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.client import OAuthClient
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.oauth.token_changes import token_changes
from ringauth_gui.outcomes import GrantEnded, Refreshed
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.refresh_lock import LockRefresh
from ringauth_gui.vault import is_same_session, is_same_token

# Of these no person wished that the session end.
_UNWISHED = frozenset((Change.OVER, Change.TAKEN_OUT))


@dataclass(frozen=True)
class TokenRefresh:
    """Refreshes what is kept for a profile.

    Attributes:
        clients: Makes the clients, and knows the vault.
        lock_refresh: Holds one profile's refresh over all windows (R13).
        by_itself: Whether no person asked for it; then one window alone tries (R15).
    """

    clients: Clients
    lock_refresh: LockRefresh
    by_itself: bool = False

    def run(self, profile: Profile, shown: Token, cancel: threading.Event) -> Refreshed:
        """Refresh the token of ``profile``; ``shown`` is what the window shows.

        Raises:
            RingAuthError: As Authorizer.refresh says.
        """
        registration = self.clients.registration_of(profile)
        client = self.clients.oauth_client(registration, cancel)
        with self.lock_refresh(profile.id):
            refreshed = self._under_lock(profile, registration, shown, client)
        token = refreshed.token
        if token.id_token in {None, shown.id_token}:
            return refreshed
        # No nonce goes with a refresh (OpenID Connect Core section 12.2).
        checks = self.clients.id_token_checks(registration, token, None, cancel)
        return replace(refreshed, checks=checks)

    def _under_lock(
        self,
        profile: Profile,
        registration: ClientRegistration,
        shown: Token,
        client: OAuthClient,
    ) -> Refreshed:
        kept = self._kept(profile, shown)
        if kept.access_token != shown.access_token:
            return self._taken_over(kept)
        if kept.refresh_token is None:
            raise GrantNoLongerValid(Refusal(status=0, error="no refresh token"))
        if self.by_itself and not self.clients.vault.changes.take_turn(profile, kept):
            raise TriedElsewhere
        try:
            answer = client.refresh(kept.refresh_token)
        except GrantNoLongerValid as error:
            self.clients.sessions.ended(registration, profile, kept)
            return self._succeeded(profile, kept, error)
        # What is shown has been timed on both clocks, what is kept on one (TM-02).
        before = shown if shown.refresh_token == kept.refresh_token else kept
        token = before.refreshed_by(answer)
        return self._refreshed(profile, registration, kept, token)

    def _kept(self, profile: Profile, shown: Token) -> Token:
        """Return what is kept now; raises TokenStoreError where it is another's."""
        kept = self.clients.load_token(profile)
        if kept is None:
            raise TokenStoreError(
                "The keyring no longer holds this token. Another window may have "
                "signed out. Check the token, or authorize again."
            )
        if kept.owner_id != shown.owner_id:
            raise TokenStoreError(
                "The keyring holds another person's token for this profile by now. "
                "This one is only shown here: revoke it, or authorize again."
            )
        return kept

    def _refreshed(
        self,
        profile: Profile,
        registration: ClientRegistration,
        kept: Token,
        token: Token,
    ) -> Refreshed:
        """Keep the new token in place of the one that is ``kept`` (R12)."""
        self.clients.know_token(token)
        if kept.owner_id is not None and token.owner_id != kept.owner_id:
            raise OwnerChanged
        successor = self._kept_meanwhile(profile, kept)
        if successor is None or not is_same_session(successor, kept):
            untold = self._revoked(registration, profile, token)
            if successor is None or successor.owner_id != kept.owner_id:
                raise SignedOutMeanwhile(untold)
            return self._taken_over(successor)
        if not is_same_token(successor, kept):
            return self._taken_over(successor)
        keeping = self.clients.vault.save_token(profile, token, Change.REFRESHED)
        self.clients.sessions.refreshed(registration, profile, token)
        return Refreshed(token, keeping, token_changes(kept, token))

    def _kept_meanwhile(self, profile: Profile, kept: Token) -> Token | None:
        """Return what is kept after the answer came; None after a sign-out (R16).

        Whoever signs out does not wait for a refresh that takes too long. A keyring
        that cannot be read tells nothing, and costs no token (R11); neither does one
        whose token went without anybody's wish to end the session.
        """
        try:
            successor = self.clients.load_token(profile)
        except TokenStoreError:
            return kept
        is_unwished = self.clients.vault.changes.last(profile) in _UNWISHED
        return kept if successor is None and is_unwished else successor

    def _revoked(
        self, registration: ClientRegistration, profile: Profile, token: Token
    ) -> RingAuthError | None:
        """End the session of a token that nobody will keep; return why not, if so."""
        # Whoever cancelled the refresh wants this all the more.
        client = self.clients.oauth_client(registration, threading.Event())
        try:
            client.revoke(token.refresh_token or token.access_token)
        except RingAuthError as error:
            return error
        self.clients.sessions.ended(registration, profile, token)
        return None

    def _succeeded(
        self, profile: Profile, dead: Token, error: GrantNoLongerValid
    ) -> Refreshed:
        """Remove a ``dead`` token; take over what was kept in its place (TK-23)."""
        try:
            self.clients.vault.drop_token(profile, dead)
            successor = self.clients.load_token(profile)
        except TokenStoreError as problem:
            raise GrantEnded(error.refusal, left_behind=str(problem)) from error
        if successor is None or successor.owner_id != dead.owner_id:
            raise error
        return self._taken_over(successor)

    def _taken_over(self, token: Token) -> Refreshed:
        keeping = Keeping(lasting=self.clients.vault.store.is_lasting)
        changes = ("Another window had already refreshed it.",)
        return Refreshed(token, keeping, changes)
