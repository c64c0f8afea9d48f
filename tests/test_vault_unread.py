"""A keyring that fails in the middle: what was not read is not judged (R11)."""

from dataclasses import replace

import pytest
from typing_extensions import override

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.token_store import SecretKind
from ringauth_gui.vault import Vault
from tests.fakes.core import FakeKeyring
from tests.test_vault import KEEPS_NOTHING, NEWER, PROFILE, TOKEN

GRACES = replace(TOKEN, owner_id="102")


class UnreadableOnce(FakeKeyring):
    """A keyring that cannot be read for a number of times, and can be written to.

    Attributes:
        unreadable: How many times are left.
    """

    def __init__(self) -> None:
        super().__init__()
        self.unreadable = 0

    @override
    def load(self, profile_id: str, kind: SecretKind) -> str | None:
        if self.unreadable > 0:
            self.unreadable -= 1
            raise TokenStoreError("The keyring could not load.")
        return super().load(profile_id, kind)


@pytest.fixture
def keyring() -> UnreadableOnce:
    return UnreadableOnce()


@pytest.fixture
def vault(keyring: UnreadableOnce) -> Vault:
    """A window that has seen a token, which another has replaced since."""
    vault = Vault(keyring)
    vault.save_token(PROFILE, TOKEN)
    Vault(keyring).save_token(PROFILE, NEWER)
    keyring.unreadable = 1
    return vault


def test_what_was_seen_last_can_be_used_while_the_keyring_does_not_answer(
    vault: Vault,
) -> None:
    assert vault.load_token(PROFILE) == TOKEN
    assert vault.load_token(PROFILE) == NEWER


def test_an_unread_successor_of_a_dead_token_is_not_removed(
    keyring: UnreadableOnce, vault: Vault
) -> None:
    with pytest.raises(TokenStoreError):
        vault.drop_token(PROFILE, TOKEN)

    assert Vault(keyring).load_token(PROFILE) == NEWER


def test_an_unread_token_of_another_session_is_not_removed(
    keyring: UnreadableOnce, vault: Vault
) -> None:
    Vault(keyring).save_token(PROFILE, GRACES)
    keyring.unreadable = 1

    with pytest.raises(TokenStoreError):
        vault.drop_session(PROFILE, TOKEN)

    assert Vault(keyring).load_token(PROFILE) == GRACES


def test_an_unread_successor_is_not_lost_where_nothing_is_to_be_kept_any_more(
    keyring: UnreadableOnce, vault: Vault
) -> None:
    told = vault.settle(KEEPS_NOTHING)

    assert not told.lasting
    assert told.problem is not None
    assert Vault(keyring).load_token(PROFILE) == NEWER


def test_an_unread_successor_stays_where_a_token_is_read_of_such_a_profile(
    keyring: UnreadableOnce, vault: Vault
) -> None:
    with pytest.raises(TokenStoreError, match="still there"):
        vault.load_token(KEEPS_NOTHING)

    assert Vault(keyring).load_token(PROFILE) == NEWER


def test_an_unread_token_is_not_replaced_by_one_from_memory(
    keyring: UnreadableOnce, vault: Vault
) -> None:
    Vault(keyring).save_token(PROFILE, GRACES)
    vault.hold_token(PROFILE, NEWER)
    keyring.unreadable = 1

    assert vault.settle(PROFILE).problem is not None
    assert Vault(keyring).load_token(PROFILE) == GRACES
