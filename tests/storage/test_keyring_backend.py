from typing import ClassVar

import pytest

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.keyring_backend import (
    KeyringBackend,
    backend_name,
    safe_backend,
)


class Backend:
    """Stands for a backend of a library; what counts is the module of its class."""

    backends: ClassVar[list[KeyringBackend]] = []

    def get_password(self, service: str, username: str) -> str | None:
        raise NotImplementedError

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


def backend_of(module: str, *chained: KeyringBackend) -> KeyringBackend:
    members = {"__module__": module, "backends": list(chained)}
    backend: KeyringBackend = type("Keyring", (Backend,), members)()
    return backend


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.SecretService", "Secret Service"),
        ("keyring.backends.libsecret", "Secret Service"),
        ("keyring.backends.kwallet", "KWallet"),
        ("keyring.backends.macOS", "Keychain"),
        ("keyring.backends.Windows", "Windows Credential Manager"),
    ],
)
def test_a_known_backend_is_used_and_has_a_name_people_know(
    module: str, name: str
) -> None:
    backend = backend_of(module)

    assert safe_backend(backend) is backend
    assert backend_name(backend) == name


@pytest.mark.parametrize("module", ["keyrings.alt.file", "keyring.backends.evil"])
def test_an_unknown_backend_is_refused_by_name(module: str) -> None:
    with pytest.raises(TokenStoreError, match=f"{module}.Keyring"):
        safe_backend(backend_of(module))


def test_of_a_chain_the_first_safe_backend_is_used() -> None:
    safe = backend_of("keyring.backends.kwallet")
    plain_text = backend_of("keyrings.alt.file")

    chosen = safe_backend(backend_of("keyring.backends.chainer", plain_text, safe))

    assert chosen is safe


def test_an_empty_chain_is_no_keyring() -> None:
    with pytest.raises(TokenStoreError, match="no keyring"):
        safe_backend(backend_of("keyring.backends.chainer"))
