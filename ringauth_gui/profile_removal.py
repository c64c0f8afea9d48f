"""Takes a deleted profile's secrets out of the keyring, and brings them back."""

import contextlib
import threading
from dataclasses import dataclass

from ringauth_gui.clients import Clients
from ringauth_gui.errors import OperationCancelled, TokenStoreError
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Withdrawn
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.refresh_lock import LockRefresh, in_turn


@dataclass(frozen=True)
class ProfileRemoval:
    """Leaves nothing behind that no window would list any more (KR-14).

    Attributes:
        clients: Know the vault.
        lock_refresh: Holds one profile's refresh over all windows (R13).
    """

    clients: Clients
    lock_refresh: LockRefresh

    def withdraw(self, profile: Profile, cancel: threading.Event) -> Withdrawn:
        """Take out all that is kept for ``profile``, and hold it in memory.

        A refresh in another window is waited for: what it stores is taken out too.

        Raises:
            TokenStoreError: Something could not be taken out; all is as before.
            OperationCancelled: The person did not want to wait; all is as before.
        """
        vault = self.clients.vault
        with self.lock_refresh(profile.id):
            token = self._token(profile)
            kinds = vault.withdraw(profile)
        if cancel.is_set():
            vault.bring_back(profile)
            raise OperationCancelled
        return Withdrawn(token, kinds)

    def bring_back(self, profile: Profile) -> Keeping:
        """Keep again what was taken out; say where, and why not where it was."""
        with in_turn(self.lock_refresh, profile.id):
            return self.clients.vault.bring_back(profile)

    def _token(self, profile: Profile) -> Token | None:
        """Return the token, to say how long it lives on; junk is none."""
        with contextlib.suppress(TokenStoreError):
            return self.clients.load_token(profile)
        return None
