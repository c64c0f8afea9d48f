"""Shows with a value that is no secret whether a keyring keeps anything (KR-02)."""

import contextlib
import secrets

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.keyring_backend import KeyringBackend

_VALUE = "RingAuth looks whether this keyring keeps what it is given."


def prove(backend: KeyringBackend, service: str, name: str) -> None:
    """Keep, read and remove an item; what ``backend`` raises is let through.

    Args:
        backend: What is to keep secrets.
        service: What its items belong to.
        name: What a person calls it.

    Raises:
        TokenStoreError: It drops or changes what it is given, or cannot remove it.
    """
    # Of its own for each proof: another window may be at its own now.
    item = f"proof/{secrets.token_hex(8)}"
    backend.set_password(service, item, _VALUE)
    kept = backend.get_password(service, item)
    with contextlib.suppress(Exception):  # what is left there is found below
        backend.delete_password(service, item)
    if kept != _VALUE:
        raise TokenStoreError(
            f"The keyring ({name}) took a value but did not keep it. No secret was "
            "given to it."
        )
    if backend.get_password(service, item) is not None:
        raise TokenStoreError(
            f"The keyring ({name}) did not remove a value. No secret was given to it."
        )
