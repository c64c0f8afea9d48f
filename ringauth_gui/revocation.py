"""The end of a session: revoked at the server, removed here, and proved (R16)."""

import threading
from dataclasses import dataclass

from ringauth_gui.clients import Clients
from ringauth_gui.errors import (
    MustWait,
    OperationCancelled,
    RateLimited,
    RingAuthError,
    TokenStoreError,
)
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Revoked
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.refresh_lock import LockRefresh
from ringauth_gui.vault import is_same_session


@dataclass(frozen=True)
class Revocation:
    """Ends sessions.

    Attributes:
        clients: Makes the clients, and knows the vault.
        lock_refresh: Holds one profile's refresh over all windows (R13).
    """

    clients: Clients
    lock_refresh: LockRefresh

    def run(self, profile: Profile, token: Token, cancel: threading.Event) -> Revoked:
        """Revoke the whole session, remove it here, and ask the API for proof.

        Raises:
            RingAuthError: The server was not told; nothing was removed.
        """
        registration = self.clients.registration_of(profile)
        client = self.clients.oauth_client(registration, cancel)
        with self.lock_refresh(profile.id):
            # Another window may have refreshed: then only its token is alive.
            token = self._newest(profile, token)
            # Either ends the whole session; the refresh token outlives the other.
            client.revoke(token.refresh_token or token.access_token)
            self.clients.sessions.ended(registration, profile, token)
            left_behind = self._drop(profile, token, Change.REVOKED)
        check = self.clients.token_check(registration, token, cancel)
        return Revoked(check.prove_dead(), left_behind=left_behind)

    def sign_out(
        self, profile: Profile, token: Token, cancel: threading.Event
    ) -> Revoked:
        """Try once to revoke, and remove the token here in every case."""
        try:
            return self.run(profile, token, cancel)
        except RingAuthError as error:
            left_behind = self._drop(profile, token, Change.SIGNED_OUT)
            return Revoked(None, untold=error, left_behind=left_behind)

    def sign_out_in_turn(
        self,
        profile: Profile,
        token: Token,
        cancel: threading.Event,
        *,
        is_last_try: bool,
    ) -> Revoked:
        """Sign out, unless the server was not asked, or asks for a pause first.

        Args:
            profile: Whose session it is.
            token: Of that session.
            cancel: Ends it; the token stays, since nobody knows what the server did.
            is_last_try: Whether the token goes even where the server asks for a pause.

        Raises:
            MustWait, RateLimited, TokenStoreError, OperationCancelled: Nothing was
                removed.
        """
        try:
            return self.run(profile, token, cancel)
        except (MustWait, TokenStoreError, OperationCancelled):
            raise
        except RingAuthError as error:
            if isinstance(error, RateLimited) and not is_last_try:
                raise
            left_behind = self._drop(profile, token, Change.SIGNED_OUT)
            return Revoked(None, untold=error, left_behind=left_behind)

    def _drop(self, profile: Profile, token: Token, change: Change) -> str | None:
        """Remove the session's token here; return why it could not be, if so."""
        try:
            self.clients.vault.drop_session(profile, token, change)
        except TokenStoreError as error:
            return str(error)
        return None

    def _newest(self, profile: Profile, shown: Token) -> Token:
        """Return the kept token where it is of the same session, else ``shown``."""
        try:
            kept = self.clients.load_token(profile)
        except TokenStoreError:
            return shown
        return kept if kept is not None and is_same_session(kept, shown) else shown
