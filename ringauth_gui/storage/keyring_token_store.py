"""Keeps secrets in the system's keyring; the only import of keyring."""

import contextlib
from collections.abc import Iterator
from functools import partial

from keyring.errors import PasswordDeleteError

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.keyring_backend import (
    HoldLock,
    IsAccepted,
    KeyringBackend,
    backend_name,
    item_limit,
    removes_first,
    safe_backend,
)
from ringauth_gui.storage.keyring_choice import chosen_backend, is_unlocked
from ringauth_gui.storage.keyring_proof import prove
from ringauth_gui.storage.patient_keyring import PatientKeyring, means_locked
from ringauth_gui.storage.spare_keyring import SpareKeyring
from ringauth_gui.storage.split_keyring import SplitKeyring
from ringauth_gui.storage.token_store import (
    KeyringIsLocked,
    SecretKind,
    TokenStore,
)

SERVICE = "RingAuth"


def open_keyring(
    hold_lock: HoldLock = contextlib.nullcontext,
    is_accepted: IsAccepted = lambda _class_name: False,
) -> TokenStore:
    """Return the store on the system's keyring.

    Args:
        hold_lock: Lets one window at a time write, where a value takes several steps.
        is_accepted: Whether a person accepted a keyring that RingAuth does not know.

    Raises:
        TokenStoreError: There is no keyring, or none that is known to be safe.
    """
    with _plain_reasons("opened"):
        backend = safe_backend(chosen_backend(), is_accepted)
    return KeyringTokenStore(backend, hold_lock)


class KeyringTokenStore:
    """Keeps secrets in one keyring backend, each write read back (R17).

    Attributes:
        name: What a person calls the keyring, such as "Secret Service".
    """

    is_lasting = True

    def __init__(
        self, backend: KeyringBackend, hold_lock: HoldLock = contextlib.nullcontext
    ) -> None:
        """Take the backend to keep secrets in, and what lets one window write."""
        self.name = backend_name(backend)
        self._backend = _keeping_whole(backend, hold_lock)
        self._is_proved = False

    def ask_again(self) -> None:
        """Do nothing: the keyring asks for its password at each call as it is."""

    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        """Return the kept text, or None when there is none."""
        with _plain_reasons("read"):
            return self._backend.get_password(SERVICE, _item(profile_id, kind))

    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        """Keep ``value`` and read it back; return only once it is really kept.

        Before the first one, the keyring has to keep what is no secret (KR-02).
        """
        if not self._is_proved:
            with _plain_reasons("written to"):
                prove(self._backend, SERVICE, self.name)
            self._is_proved = True
        with _plain_reasons("written to"):
            self._backend.set_password(SERVICE, _item(profile_id, kind), value)
        if self.load(profile_id, kind) != value:
            raise TokenStoreError(
                f"The keyring ({self.name}) took the value but did not keep it."
            )

    def delete(self, profile_id: str, kind: SecretKind) -> None:
        """Remove the kept text; that it was not there is no error."""
        # The error stands for "not there" and for "could not"; reading tells which.
        with _plain_reasons("changed"), contextlib.suppress(PasswordDeleteError):
            self._backend.delete_password(SERVICE, _item(profile_id, kind))
        if self.load(profile_id, kind) is not None:
            raise TokenStoreError(
                f"The keyring ({self.name}) did not remove the value."
            )


def _keeping_whole(backend: KeyringBackend, hold_lock: HoldLock) -> KeyringBackend:
    """Return what keeps every value whole, whatever the backend does to its items."""
    patient = PatientKeyring(backend, partial(is_unlocked, backend))
    limit = item_limit(backend)
    if removes_first(backend):
        return SpareKeyring(patient, hold_lock)
    return patient if limit is None else SplitKeyring(patient, limit, hold_lock)


def _item(profile_id: str, kind: SecretKind) -> str:
    return f"{profile_id}/{kind.value}"


@contextlib.contextmanager
def _plain_reasons(done: str) -> Iterator[None]:
    """Turn whatever a backend raises into one sentence that quotes nothing of it."""
    try:
        yield
    except TokenStoreError:
        raise
    # Backends raise what their system raises; its text may hold the value, so neither
    # the text nor the exception itself goes on.
    except Exception as error:  # noqa: BLE001 - as above
        if means_locked(error):
            raise KeyringIsLocked(
                "The keyring is locked. Unlock it, then try again."
            ) from None
        raise TokenStoreError(
            f"The keyring could not be {done} ({type(error).__name__})."
        ) from None
