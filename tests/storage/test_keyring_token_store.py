from typing import ClassVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError
from typing_extensions import override

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.keyring_token_store import (
    SERVICE,
    KeyringTokenStore,
    open_keyring,
)
from ringauth_gui.storage.token_store import SecretKind, TokenStore
from tests.storage.token_store_contract import TokenStoreContract

CANARY = "CANARY-refresh-token-0123456789"


class InMemoryKeyring(KeyringBackend):
    """A keyring that works."""

    priority: ClassVar[float] = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring's has no types
        self.items: dict[tuple[str, str], str] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.items.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.items[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.items:
            raise PasswordDeleteError("No such password!")
        del self.items[service, username]


class ForgettingKeyring(InMemoryKeyring):
    """A keyring that drops what it is given, without a word."""

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class ClingingKeyring(InMemoryKeyring):
    """A keyring that cannot delete."""

    @override
    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError("Access denied")


class FailingKeyring(InMemoryKeyring):
    """A keyring that raises ``error`` at every call."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    @override
    def delete_password(self, service: str, username: str) -> None:
        raise self.error


class TestKeyringTokenStore(TokenStoreContract):
    @pytest.fixture
    def store(self) -> TokenStore:
        return KeyringTokenStore(InMemoryKeyring())

    def test_it_says_that_values_outlive_the_program(self, store: TokenStore) -> None:
        assert store.is_lasting


def test_an_item_is_labelled_by_the_app_and_the_opaque_id_only() -> None:
    backend = InMemoryKeyring()

    KeyringTokenStore(backend).save("5f2c", SecretKind.TOKEN, CANARY)

    assert list(backend.items) == [("RingAuth", "5f2c/token")]


def test_a_value_that_is_dropped_is_reported_as_not_kept() -> None:
    store = KeyringTokenStore(ForgettingKeyring())

    with pytest.raises(TokenStoreError, match="did not keep it"):
        store.save("5f2c", SecretKind.TOKEN, CANARY)


def test_a_value_that_stays_is_reported_as_not_removed() -> None:
    backend = ClingingKeyring()
    backend.items[SERVICE, "5f2c/token"] = CANARY

    with pytest.raises(TokenStoreError, match="did not remove"):
        KeyringTokenStore(backend).delete("5f2c", SecretKind.TOKEN)


@pytest.mark.parametrize("call", ["load", "save", "delete"])
@pytest.mark.parametrize(
    "error", [RuntimeError(CANARY), ValueError(CANARY), OSError(5, CANARY)]
)
def test_whatever_a_backend_raises_becomes_a_sentence_without_the_value(
    call: str, error: Exception
) -> None:
    store = KeyringTokenStore(FailingKeyring(error))
    arguments = ("5f2c", SecretKind.TOKEN, CANARY)[: 3 if call == "save" else 2]

    with pytest.raises(TokenStoreError, match="could not be") as caught:
        getattr(store, call)(*arguments)

    assert CANARY not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_locked_keyring_is_told_as_such() -> None:
    store = KeyringTokenStore(FailingKeyring(KeyringLocked("dismissed")))

    with pytest.raises(TokenStoreError, match="locked"):
        store.load("5f2c", SecretKind.TOKEN)


@pytest.fixture
def backend_setting(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    return monkeypatch


@pytest.mark.parametrize("backend", ["fail", "null"])
def test_a_backend_that_keeps_nothing_is_no_keyring(
    backend_setting: pytest.MonkeyPatch, backend: str
) -> None:
    backend_setting.setenv(
        "PYTHON_KEYRING_BACKEND", f"keyring.backends.{backend}.Keyring"
    )

    with pytest.raises(TokenStoreError, match="no keyring that is running"):
        open_keyring()


def test_an_unknown_backend_is_named_and_not_used(
    backend_setting: pytest.MonkeyPatch,
) -> None:
    backend_setting.setenv("PYTHON_KEYRING_BACKEND", f"{__name__}.InMemoryKeyring")

    with pytest.raises(TokenStoreError, match="InMemoryKeyring"):
        open_keyring()


def test_a_backend_that_cannot_be_loaded_is_a_sentence(
    backend_setting: pytest.MonkeyPatch,
) -> None:
    backend_setting.setenv("PYTHON_KEYRING_BACKEND", "no.such.Keyring")

    with pytest.raises(TokenStoreError, match="could not be opened"):
        open_keyring()
