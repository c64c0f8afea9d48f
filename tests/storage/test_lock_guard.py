"""Nobody is asked twice for the password of a keyring that stayed locked (KR-04)."""

from collections.abc import Callable

import pytest
from typing_extensions import override

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.lock_guard import LockGuard
from ringauth_gui.storage.token_store import (
    KeyringIsLocked,
    MemoryTokenStore,
    SecretKind,
    TokenStore,
)
from tests.fakes.core import FakeKeyring
from tests.storage.token_store_contract import TokenStoreContract

TOKEN = SecretKind.TOKEN
CALLS: list[Callable[[TokenStore], object]] = [
    lambda store: store.load("p1", TOKEN),
    lambda store: store.save("p1", TOKEN, "value"),
    lambda store: store.delete("p1", TOKEN),
]


class LockedKeyring(FakeKeyring):
    """Opens a window for the password at each call, and nobody gives it."""

    is_locked = True

    @override
    def _happen(self, operation: str, kind: SecretKind) -> None:
        super()._happen(operation, kind)
        if self.is_locked:
            raise KeyringIsLocked("The keyring is locked. Unlock it, then try again.")


@pytest.fixture
def keyring() -> LockedKeyring:
    return LockedKeyring()


class TestContract(TokenStoreContract):
    @pytest.fixture
    def store(self) -> TokenStore:
        return LockGuard(MemoryTokenStore())


@pytest.mark.case("KR-04")
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("first", CALLS)
def test_after_one_refusal_nobody_is_asked_again(
    keyring: LockedKeyring,
    first: Callable[[TokenStore], object],
    call: Callable[[TokenStore], object],
) -> None:
    guard = LockGuard(keyring)
    with pytest.raises(KeyringIsLocked):
        first(guard)

    with pytest.raises(KeyringIsLocked, match="Unlock it, then try again"):
        call(guard)

    assert len(keyring.events) == 1


@pytest.mark.case("KR-04")
def test_whoever_wishes_to_try_again_is_asked_once_more(keyring: LockedKeyring) -> None:
    guard = LockGuard(keyring)
    with pytest.raises(KeyringIsLocked):
        guard.load("p1", TOKEN)
    keyring.is_locked = False

    guard.ask_again()
    guard.save("p1", TOKEN, "value")

    assert guard.load("p1", TOKEN) == "value"


def test_a_keyring_that_failed_for_another_reason_is_asked_each_time(
    keyring: LockedKeyring,
) -> None:
    keyring.is_locked, keyring.failing = False, {"load"}
    guard = LockGuard(keyring)

    for _ in range(2):
        with pytest.raises(TokenStoreError):
            guard.load("p1", TOKEN)

    assert len(keyring.events) == 2
    assert (guard.name, guard.is_lasting) == ("fake keyring", True)
