from collections.abc import Callable
from typing import ClassVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError
from typing_extensions import override

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.keyring_backend import UnknownKeyring
from ringauth_gui.storage.keyring_token_store import (
    SERVICE,
    KeyringTokenStore,
    open_keyring,
)
from ringauth_gui.storage.token_store import (
    KeyringIsLocked,
    SecretKind,
    TokenStore,
)
from tests.storage.token_store_contract import TokenStoreContract

CANARY = "CANARY-refresh-token-0123456789"


class InMemoryKeyring(KeyringBackend):
    """A keyring that works."""

    priority: ClassVar[float] = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring's has no types
        self.items: dict[tuple[str, str], str] = {}
        self.given: list[str] = []
        self.answer: Callable[[str | None], str | None] = lambda value: value

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.answer(self.items.get((service, username)))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.given.append(password)
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
        self.given.append(password)


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


@pytest.mark.case("KR-13")
def test_an_item_is_labelled_by_the_app_and_the_opaque_id_only() -> None:
    backend = InMemoryKeyring()

    KeyringTokenStore(backend).save("5f2c", SecretKind.TOKEN, CANARY)

    assert list(backend.items) == [("RingAuth", "5f2c/token")]


@pytest.mark.case("KR-02")
def test_a_keyring_that_drops_what_it_is_given_gets_no_secret() -> None:
    backend = ForgettingKeyring()

    for _ in range(2):
        with pytest.raises(TokenStoreError, match="No secret was given to it"):
            KeyringTokenStore(backend).save("5f2c", SecretKind.TOKEN, CANARY)

    assert not any(CANARY in given for given in backend.given)


def test_a_keyring_that_cannot_remove_gets_no_secret() -> None:
    backend = ClingingKeyring()

    with pytest.raises(TokenStoreError, match="did not remove a value"):
        KeyringTokenStore(backend).save("5f2c", SecretKind.TOKEN, CANARY)

    assert CANARY not in backend.items.values()


def test_a_keyring_is_proved_once_and_nothing_is_left_of_that() -> None:
    backend = InMemoryKeyring()
    store = KeyringTokenStore(backend)

    store.save("5f2c", SecretKind.TOKEN, "first")
    writes = len(backend.given)
    store.save("5f2c", SecretKind.TOKEN, "second")

    assert writes == 2
    assert len(backend.given) == 3
    assert list(backend.items) == [(SERVICE, "5f2c/token")]


@pytest.mark.case("KR-03")
@pytest.mark.parametrize("found", [None, "another value"])
def test_a_value_that_is_dropped_or_changed_later_is_reported_as_not_kept(
    found: str | None,
) -> None:
    backend = InMemoryKeyring()
    store = KeyringTokenStore(backend)
    store.save("5f2c", SecretKind.TOKEN, "first")
    backend.answer = lambda _value: found

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


@pytest.mark.case("KR-04")
def test_a_locked_keyring_is_told_as_such() -> None:
    store = KeyringTokenStore(FailingKeyring(KeyringLocked("dismissed")))

    with pytest.raises(TokenStoreError, match="locked"):
        store.load("5f2c", SecretKind.TOKEN)


class PromptDismissedException(Exception):
    """Stands for secretstorage's: no keyring yet, and nobody wants to make one."""


@pytest.mark.case("KR-04")
def test_a_keyring_that_nobody_wants_to_make_is_told_as_locked() -> None:
    error = RuntimeError("Failed to create the collection")
    error.__cause__ = PromptDismissedException()

    with pytest.raises(KeyringIsLocked):
        KeyringTokenStore(FailingKeyring(error)).load("5f2c", SecretKind.TOKEN)


@pytest.fixture
def backend_setting(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    return monkeypatch


@pytest.mark.case("KR-01")
@pytest.mark.parametrize("backend", ["fail", "null"])
def test_a_backend_that_keeps_nothing_is_no_keyring(
    backend_setting: pytest.MonkeyPatch, backend: str
) -> None:
    backend_setting.setenv(
        "PYTHON_KEYRING_BACKEND", f"keyring.backends.{backend}.Keyring"
    )

    with pytest.raises(TokenStoreError, match="no keyring that is running"):
        open_keyring()


@pytest.mark.case("KR-12")
def test_an_unknown_backend_is_named_and_not_used(
    backend_setting: pytest.MonkeyPatch,
) -> None:
    backend_setting.setenv("PYTHON_KEYRING_BACKEND", f"{__name__}.InMemoryKeyring")

    with pytest.raises(TokenStoreError, match="InMemoryKeyring"):
        open_keyring()


@pytest.mark.case("KR-12")
def test_an_unknown_backend_that_a_person_accepted_is_used_under_its_own_name(
    backend_setting: pytest.MonkeyPatch,
) -> None:
    name = f"{__name__}.InMemoryKeyring"
    backend_setting.setenv("PYTHON_KEYRING_BACKEND", name)

    store = open_keyring(is_accepted=lambda class_name: class_name == name)

    assert store.name == name
    store.save("5f2c", SecretKind.TOKEN, CANARY)
    assert store.load("5f2c", SecretKind.TOKEN) == CANARY


@pytest.mark.case("KR-12")
def test_consent_for_one_class_is_none_for_another(
    backend_setting: pytest.MonkeyPatch,
) -> None:
    backend_setting.setenv("PYTHON_KEYRING_BACKEND", f"{__name__}.ForgettingKeyring")

    with pytest.raises(UnknownKeyring) as caught:
        open_keyring(is_accepted=lambda class_name: "InMemory" in class_name)

    assert caught.value.class_name == f"{__name__}.ForgettingKeyring"


def test_a_backend_that_cannot_be_loaded_is_a_sentence(
    backend_setting: pytest.MonkeyPatch,
) -> None:
    backend_setting.setenv("PYTHON_KEYRING_BACKEND", "no.such.Keyring")

    with pytest.raises(TokenStoreError, match="could not be opened"):
        open_keyring()
