from typing import ClassVar

import pytest

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.keyring_backend import (
    KeyringBackend,
    UnknownKeyring,
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


@pytest.mark.case("KR-02", "KR-12")
@pytest.mark.parametrize("module", ["keyrings.alt.file", "keyring.backends.evil"])
def test_an_unknown_backend_is_refused_by_name(module: str) -> None:
    with pytest.raises(TokenStoreError, match=f"{module}.Keyring"):
        safe_backend(backend_of(module))


def test_of_a_chain_the_first_safe_backend_is_used() -> None:
    safe = backend_of("keyring.backends.kwallet")
    plain_text = backend_of("keyrings.alt.file")

    chosen = safe_backend(backend_of("keyring.backends.chainer", plain_text, safe))

    assert chosen is safe


@pytest.mark.case("KR-02")
def test_a_plain_text_backend_is_not_even_used_by_consent() -> None:
    backend = backend_of("keyrings.alt.file")

    with pytest.raises(UnknownKeyring) as caught:
        safe_backend(backend, is_accepted=lambda _name: True)

    assert caught.value.class_name == ""


@pytest.mark.case("KR-12")
def test_an_accepted_backend_is_used_where_no_safe_one_is() -> None:
    accepted, safe = backend_of("my.own"), backend_of("keyring.backends.kwallet")

    def choose(*chained: KeyringBackend) -> KeyringBackend:
        chain = backend_of("keyring.backends.chainer", *chained)
        return safe_backend(chain, is_accepted=lambda name: name == "my.own.Keyring")

    assert choose(accepted) is accepted
    assert choose(accepted, safe) is safe


def test_an_empty_chain_is_no_keyring() -> None:
    with pytest.raises(TokenStoreError, match="no keyring"):
        safe_backend(backend_of("keyring.backends.chainer"))
