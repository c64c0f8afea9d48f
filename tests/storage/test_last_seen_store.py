"""What a store held can be read on after its keyring has gone (KR-04)."""

import pytest

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.last_seen_store import LastSeenStore
from ringauth_gui.storage.token_store import MemoryTokenStore, SecretKind, TokenStore
from tests.fakes.core import FakeKeyring
from tests.storage.token_store_contract import TokenStoreContract

TOKEN = SecretKind.TOKEN


@pytest.fixture
def keyring() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def seen(keyring: FakeKeyring) -> LastSeenStore:
    return LastSeenStore(keyring)


class TestContract(TokenStoreContract):
    @pytest.fixture
    def store(self) -> TokenStore:
        return LastSeenStore(MemoryTokenStore())


def test_what_was_saved_can_be_read_while_the_keyring_is_gone(
    keyring: FakeKeyring, seen: LastSeenStore
) -> None:
    seen.save("p1", TOKEN, "kept")
    keyring.failing.add("load")

    assert seen.load_or_recall("p1", TOKEN) == "kept"


def test_what_another_window_stored_is_seen_while_the_keyring_answers(
    keyring: FakeKeyring, seen: LastSeenStore
) -> None:
    seen.save("p1", TOKEN, "kept")
    keyring.save("p1", TOKEN, "newer")

    assert seen.load_or_recall("p1", TOKEN) == "newer"
    keyring.failing.add("load")
    assert seen.load_or_recall("p1", TOKEN) == "newer"


def test_what_is_to_be_judged_is_never_recalled(
    keyring: FakeKeyring, seen: LastSeenStore
) -> None:
    seen.save("p1", TOKEN, "kept")
    keyring.failing.add("load")

    with pytest.raises(TokenStoreError):
        seen.load("p1", TOKEN)


def test_what_was_never_seen_cannot_be_read(
    keyring: FakeKeyring, seen: LastSeenStore
) -> None:
    keyring.failing.add("load")

    with pytest.raises(TokenStoreError):
        seen.load_or_recall("p1", TOKEN)


def test_what_was_deleted_is_not_seen_any_more(
    keyring: FakeKeyring, seen: LastSeenStore
) -> None:
    seen.save("p1", TOKEN, "kept")
    seen.delete("p1", TOKEN)
    keyring.failing.add("load")

    with pytest.raises(TokenStoreError):
        seen.load_or_recall("p1", TOKEN)


def test_what_cannot_be_saved_is_told(
    keyring: FakeKeyring, seen: LastSeenStore
) -> None:
    keyring.failing.add("save")

    with pytest.raises(TokenStoreError):
        seen.save("p1", TOKEN, "kept")
