"""The use cases: authorize, refresh, revoke, check, restore, forget."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from ringauth_gui.attempt import Attempt
from ringauth_gui.clients import Clients
from ringauth_gui.errors import (
    GrantNoLongerValid,
    OwnerChanged,
    Refusal,
    RingAuthError,
    TokenStoreError,
)
from ringauth_gui.jwt_sign_in import JwtSignIn
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.metadata import read_metadata
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.oauth.token import Token
from ringauth_gui.oauth.token_changes import token_changes
from ringauth_gui.outcomes import GrantEnded, Refreshed, Revoked, SignedIn
from ringauth_gui.ringcentral.identity import CheckResult
from ringauth_gui.sign_in import SignIn
from ringauth_gui.storage.profile import Profile
from ringauth_gui.vault import is_same_session

LockRefresh = Callable[[str], AbstractContextManager[object]]


@dataclass(frozen=True)
class Authorizer:
    """Runs each use case on the calling thread, which is never the window's.

    Attributes:
        clients: Makes the clients, and knows the vault.
        sign_in: The browser part.
        lock_refresh: Holds one profile's refresh over all windows (R13).
    """

    clients: Clients
    sign_in: SignIn
    lock_refresh: LockRefresh

    def authorize(
        self, profile: Profile, redirect_uri: str, attempt: Attempt
    ) -> SignedIn:
        """Sign in; raises RingAuthError, with everything as it was before."""
        if profile.grant_type is GrantType.JWT_BEARER:
            return JwtSignIn(self.clients).run(profile, attempt)
        return self.sign_in.run(profile, redirect_uri, attempt)

    def adopt(self, profile: Profile, token: Token) -> Keeping:
        """Keep the token of another owner, after the person confirmed it (R27)."""
        return self.clients.vault.save_token(profile, token)

    def decline(
        self, profile: Profile, token: Token, cancel: threading.Event
    ) -> RingAuthError | None:
        """End the new session of another owner; return why it could not be (R27)."""
        try:
            registration = self.clients.registration_of(profile)
            client = self.clients.oauth_client(registration, cancel)
            client.revoke(token.refresh_token or token.access_token)
        except RingAuthError as error:
            return error
        return None

    def restore(self, profile: Profile) -> Token | None:
        """Return the token that was kept, if any; raises TokenStoreError."""
        return self.clients.load_token(profile)

    def refresh(
        self, profile: Profile, shown: Token, cancel: threading.Event
    ) -> Refreshed:
        """Refresh, one at a time; the new token is stored before it is returned.

        When another window has refreshed since ``shown`` was read, its token is taken
        over and no request is made (R13).

        Raises:
            GrantNoLongerValid: The grant is over; the token is removed here (R11), or
                its ``left_behind`` says why not where it is a GrantEnded.
            OwnerChanged: The answer belongs to another person, and is not adopted.
            TokenStoreError: What is kept could not be read, or is not what is shown.
            RingAuthError: Everything is as it was before.
        """
        registration = self.clients.registration_of(profile)
        client = self.clients.oauth_client(registration, cancel)
        with self.lock_refresh(profile.id):
            kept = self.restore(profile)
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
            if kept.access_token != shown.access_token:
                return _taken_over(self.clients, kept)
            if kept.refresh_token is None:
                raise _no_grant("no refresh token")
            try:
                answer = client.refresh(kept.refresh_token)
            except GrantNoLongerValid as error:
                return self._succeeded(profile, kept, error)
            # What is shown has been timed on both clocks, what is kept on one (TM-02).
            before = shown if shown.refresh_token == kept.refresh_token else kept
            token = before.refreshed_by(answer)
            self.clients.know_token(token)
            if kept.owner_id is not None and token.owner_id != kept.owner_id:
                raise OwnerChanged
            keeping = self.clients.vault.save_token(profile, token)
        return Refreshed(token, keeping, token_changes(kept, token))

    def revoke(
        self, profile: Profile, token: Token, cancel: threading.Event
    ) -> Revoked:
        """Revoke the whole session, remove it here, and ask the API for proof (R16).

        Raises:
            RingAuthError: The server was not told; nothing was removed.
        """
        registration = self.clients.registration_of(profile)
        client = self.clients.oauth_client(registration, cancel)
        with self.lock_refresh(profile.id):
            # Another window may have refreshed: then only its token is alive.
            token = _newest(self.clients, profile, token)
            # Either ends the whole session; the refresh token outlives the other.
            client.revoke(token.refresh_token or token.access_token)
            left_behind = self._drop_session(profile, token)
        check = self.clients.token_check(registration, token, cancel)
        return Revoked(check.prove_dead(), left_behind=left_behind)

    def sign_out(
        self, profile: Profile, token: Token, cancel: threading.Event
    ) -> Revoked:
        """Try once to revoke, and remove the token here in every case (R16)."""
        try:
            return self.revoke(profile, token, cancel)
        except RingAuthError as error:
            left_behind = self._drop_session(profile, token)
            return Revoked(None, untold=error, left_behind=left_behind)

    def check(
        self, profile: Profile, token: Token, cancel: threading.Event
    ) -> CheckResult:
        """Ask the API whose token it is; raises RingAuthError when not judged."""
        registration = self.clients.registration_of(profile)
        check = self.clients.token_check(registration, token, cancel)
        return check.check(token.scope or ())

    def ask_permission(
        self, permission: str, profile: Profile, token: Token, cancel: threading.Event
    ) -> CheckResult:
        """Ask the API whether the user has ``permission``; raises RingAuthError."""
        registration = self.clients.registration_of(profile)
        return self.clients.token_check(registration, token, cancel).ask(permission)

    def forget(self, profile: Profile) -> str | None:
        """Remove the token here; return why it could not be removed, if so."""
        try:
            self.clients.vault.delete_token(profile)
        except TokenStoreError as error:
            return str(error)
        return None

    def _drop_session(self, profile: Profile, token: Token) -> str | None:
        try:
            self.clients.vault.drop_session(profile, token)
        except TokenStoreError as error:
            return str(error)
        return None

    def _succeeded(
        self, profile: Profile, dead: Token, error: GrantNoLongerValid
    ) -> Refreshed:
        """Remove a ``dead`` token; take over what was kept in its place (TK-23)."""
        try:
            self.clients.vault.drop_token(profile, dead)
            successor = self.restore(profile)
        except TokenStoreError as problem:
            raise GrantEnded(error.refusal, left_behind=str(problem)) from error
        if successor is None or successor.owner_id != dead.owner_id:
            raise error
        return _taken_over(self.clients, successor)

    def read_metadata(self, server_url: str) -> ServerMetadata:
        """Return a server's own metadata; raises RingAuthError."""
        return read_metadata(self.clients.send, server_url)


def _taken_over(clients: Clients, token: Token) -> Refreshed:
    keeping = Keeping(lasting=clients.vault.store.is_lasting)
    return Refreshed(token, keeping, ("Another window had already refreshed it.",))


def _newest(clients: Clients, profile: Profile, shown: Token) -> Token:
    """Return the kept token where it is of the same session, else ``shown``."""
    try:
        kept = clients.load_token(profile)
    except TokenStoreError:
        return shown
    return kept if kept is not None and is_same_session(kept, shown) else shown


def _no_grant(reason: str) -> GrantNoLongerValid:
    return GrantNoLongerValid(Refusal(status=0, error=reason))
