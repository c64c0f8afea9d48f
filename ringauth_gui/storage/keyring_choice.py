"""The backend that the keyring library chooses, on a busy computer too."""

import contextlib
from contextlib import closing

import keyring
from keyring.backend import get_all_keyring
from keyring.backends import SecretService

from ringauth_gui.storage.keyring_backend import KeyringBackend
from ringauth_gui.storage.patient_keyring import patiently


def chosen_backend() -> KeyringBackend:
    """Return the backend to use; it may be one that keeps nothing.

    The library takes a Secret Service whose bus does not admit it within a second for
    missing, and that once and for all.

    Raises:
        Exception: Whatever a backend that is set but cannot be loaded raises.
    """
    with contextlib.suppress(Exception):  # there is none, or it stays as slow
        patiently(_list_secret_service)
    return patiently(keyring.get_keyring)


def is_unlocked(backend: KeyringBackend) -> bool:
    """Return whether ``backend`` tells that it is unlocked; nobody is asked to do it.

    Only a Secret Service can tell; what cannot is not said to be unlocked.
    """
    if not isinstance(backend, SecretService.Keyring):
        return False
    import secretstorage  # noqa: PLC0415 - it is on Linux only

    connect = secretstorage.dbus_init
    with contextlib.suppress(Exception), closing(patiently(connect)) as bus:
        return not secretstorage.Collection(bus).is_locked()
    return False


def _list_secret_service() -> None:
    """Have the library list the Secret Service among the backends.

    Raises:
        TimeoutError: The library did not reach it, but may the next time.
        Exception: There is none.
    """
    _ = SecretService.Keyring.priority  # raises where there is none
    backends = get_all_keyring()
    if not any(isinstance(each, SecretService.Keyring) for each in backends):
        get_all_keyring.reset()
        raise TimeoutError
