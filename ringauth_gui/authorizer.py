"""The use cases: authorize, refresh, revoke, check, restore, forget."""

import threading
from collections.abc import Collection
from dataclasses import dataclass

from ringauth_gui.attempt import Attempt
from ringauth_gui.clients import Clients
from ringauth_gui.errors import RingAuthError, TokenStoreError, TooManySessions
from ringauth_gui.jwt_sign_in import JwtSignIn
from ringauth_gui.kept_texts import Dropped, Keeping
from ringauth_gui.known_sessions import MOST_SESSIONS
from ringauth_gui.oauth.metadata import read_metadata
from ringauth_gui.oauth.pasted_token import PastedTokens
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Pasted, Refreshed, Revoked, SignedIn, Withdrawn
from ringauth_gui.profile_removal import ProfileRemoval
from ringauth_gui.profile_tidying import ProfileTidying
from ringauth_gui.revocation import Revocation
from ringauth_gui.ringcentral.identity import CheckResult
from ringauth_gui.sign_in import SignIn
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.refresh_lock import LockRefresh, in_turn
from ringauth_gui.storage.token_store import SecretKind
from ringauth_gui.token_refresh import TokenRefresh


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

    @property
    def revocation(self) -> Revocation:
        """What ends sessions."""
        return Revocation(self.clients, self.lock_refresh)

    def look_for_room(self, profile: Profile) -> None:
        """Look whether a sign-in would end another session, as far as is known.

        Raises:
            TooManySessions: It would.
            RingAuthError: The profile cannot be used.
        """
        registration = self.clients.registration_of(profile)
        try:
            kept = self.clients.vault.load_token(profile)
        except TokenStoreError:
            kept = None
        owner_id = None if kept is None else kept.owner_id
        count = self.clients.sessions.count(registration, owner_id)
        if count >= MOST_SESSIONS:
            raise TooManySessions(count)

    def authorize(
        self, profile: Profile, redirect_uri: str, attempt: Attempt
    ) -> SignedIn:
        """Sign in; raises RingAuthError, with everything as it was before."""
        if profile.grant_type is GrantType.JWT_BEARER:
            return JwtSignIn(self.clients, self.lock_refresh).run(profile, attempt)
        return self.sign_in.run(profile, redirect_uri, attempt)

    def adopt(self, profile: Profile, token: Token) -> Keeping:
        """Keep the token of another owner, after the person confirmed it (R27)."""
        with in_turn(self.lock_refresh, profile.id):
            return self.clients.vault.save_token(profile, token)

    def settle(self, profile: Profile) -> Keeping:
        """Move token and secret to where ``profile``, just changed, wants them kept."""
        try:
            with self.lock_refresh(profile.id):
                return self.clients.vault.settle(profile)
        except TokenStoreError as error:
            return Keeping(lasting=False, problem=str(error))

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
        self.clients.sessions.ended(registration, profile, token)
        return None

    def restore(self, profile: Profile) -> Token | None:
        """Return the token that is kept, if any; raises TokenStoreError."""
        return self.clients.load_token(profile, may_recall=False)

    def refresh(
        self,
        profile: Profile,
        shown: Token,
        cancel: threading.Event,
        *,
        by_itself: bool = False,
    ) -> Refreshed:
        """Refresh, one at a time; the new token is stored before it is returned.

        When another window has refreshed since ``shown`` was read, its token is taken
        over and no request is made (R13). When no person asked for it (``by_itself``),
        one window alone tries (R15).

        Raises:
            TriedElsewhere: Another window has tried by itself.
            GrantNoLongerValid: The grant is over; the token is removed here (R11), or
                its ``left_behind`` says why not where it is a GrantEnded.
            OwnerChanged: The answer belongs to another person, and is not adopted.
            TokenStoreError: What is kept could not be read, or is not what is shown.
            RingAuthError: Everything is as it was before.
        """
        refresh = TokenRefresh(self.clients, self.lock_refresh, by_itself)
        return refresh.run(profile, shown, cancel)

    def revoke(
        self, profile: Profile, token: Token, cancel: threading.Event
    ) -> Revoked:
        """Revoke the whole session, remove it here, and ask the API for proof (R16).

        Raises:
            RingAuthError: The server was not told; nothing was removed.
        """
        return self.revocation.run(profile, token, cancel)

    def sign_out(
        self, profile: Profile, token: Token, cancel: threading.Event
    ) -> Revoked:
        """Try once to revoke, and remove the token here in every case (R16)."""
        return self.revocation.sign_out(profile, token, cancel)

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

    def use_pasted(self, profile: Profile, pasted: PastedTokens) -> Pasted:
        """Keep a token that another program obtained; it has no owner until asked."""
        self.clients.know(pasted.access_token, pasted.refresh_token)
        token = pasted.token(self.clients.clock())
        with self.lock_refresh(profile.id):
            return Pasted(
                token, self.clients.vault.save_token(profile, token, Change.PASTED)
            )

    def forget(self, profile: Profile) -> str | None:
        """Remove the token here; return why it could not be removed, if so.

        A keyring that stayed locked may ask for its password again.
        """
        self.clients.vault.store.ask_again()
        try:
            self.clients.vault.delete_token(profile)
        except TokenStoreError as error:
            return str(error)
        return None

    def withdraw(self, profile: Profile, cancel: threading.Event) -> Withdrawn:
        """Take all of a deleted profile out of the keyring, and hold it in memory.

        Raises:
            TokenStoreError: Something could not be taken out; all is as before.
            OperationCancelled: All is as before.
        """
        return ProfileRemoval(self.clients, self.lock_refresh).withdraw(profile, cancel)

    def bring_back(self, profile: Profile) -> Keeping:
        """Keep again what was withdrawn."""
        return ProfileRemoval(self.clients, self.lock_refresh).bring_back(profile)

    def drop_unused(self, profile: Profile) -> Dropped:
        """Remove what ``profile``, just changed, has no use for (R8)."""
        return ProfileTidying(self.clients, self.lock_refresh).drop_unused(profile)

    def forget_secrets(
        self, profile: Profile, kinds: Collection[SecretKind]
    ) -> Dropped:
        """Remove the secrets of these ``kinds`` here."""
        self.clients.vault.store.ask_again()
        tidying = ProfileTidying(self.clients, self.lock_refresh)
        return tidying.drop_kinds(profile, kinds)

    def drop_damaged(self, profile: Profile) -> Dropped:
        """Remove what is nothing that RingAuth wrote (KR-08)."""
        return ProfileTidying(self.clients, self.lock_refresh).drop_damaged(profile)

    def read_metadata(self, server_url: str) -> ServerMetadata:
        """Return a server's own metadata; raises RingAuthError."""
        return read_metadata(self.clients.send, server_url)
