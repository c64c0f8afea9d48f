"""What was in memory and what was kept, after a profile changed where it wants them."""

from dataclasses import replace

import pytest

from ringauth_gui.kept_texts import Keeping
from ringauth_gui.oauth.registration import GrantType
from ringauth_gui.storage.token_store import MemoryTokenStore, SecretKind
from ringauth_gui.vault import Vault
from tests.fakes.core import FakeKeyring
from tests.test_vault import KEEPS_NOTHING, NEWER, PROFILE, STILL_THERE, TOKEN


@pytest.fixture
def keyring() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def vault(keyring: FakeKeyring) -> Vault:
    vault = Vault(keyring)
    vault.save_token(KEEPS_NOTHING, TOKEN)
    vault.save_secret(KEEPS_NOTHING, "CANARY-secret")
    return vault


def test_what_was_in_memory_is_kept_once_that_is_wanted(
    keyring: FakeKeyring, vault: Vault
) -> None:
    assert vault.settle(PROFILE) == Keeping(lasting=True)

    assert Vault(keyring).load_token(PROFILE) == TOKEN
    assert Vault(keyring).load_secret(PROFILE) == "CANARY-secret"


def test_a_jwt_credential_goes_along_r8(keyring: FakeKeyring, vault: Vault) -> None:
    kind = SecretKind.JWT_CREDENTIAL
    vault.save_secret(KEEPS_NOTHING, "CANARY-jwt", kind)

    vault.settle(replace(PROFILE, grant_type=GrantType.JWT_BEARER))

    assert Vault(keyring).load_secret(PROFILE, kind) == "CANARY-jwt"


def test_what_was_kept_is_taken_out_once_that_is_wanted(
    keyring: FakeKeyring, vault: Vault
) -> None:
    vault.settle(PROFILE)

    assert vault.settle(KEEPS_NOTHING) == Keeping(lasting=False)

    assert vault.load_token(KEEPS_NOTHING) == TOKEN
    assert Vault(keyring).load_token(PROFILE) is None
    assert Vault(keyring).load_secret(PROFILE) is None


@pytest.mark.parametrize("operation", ["load", "save"])
def test_a_keyring_that_fails_is_told_and_nothing_is_lost_r11(
    keyring: FakeKeyring, vault: Vault, operation: str
) -> None:
    keyring.failing = {operation}

    keeping = vault.settle(PROFILE)

    assert keeping == Keeping(
        lasting=False, problem=f"The keyring could not {operation}."
    )
    assert vault.load_token(PROFILE) == TOKEN


def test_what_stays_in_the_keyring_is_told(keyring: FakeKeyring, vault: Vault) -> None:
    vault.settle(PROFILE)
    keyring.failing = {"delete"}

    keeping = vault.settle(KEEPS_NOTHING)

    assert keeping == Keeping(lasting=False, problem=STILL_THERE)


def test_what_a_keyring_that_cannot_be_read_may_hold_is_told(
    keyring: FakeKeyring, vault: Vault
) -> None:
    keyring.failing = {"load"}

    assert vault.settle(KEEPS_NOTHING).problem == "The keyring could not load."


def test_another_persons_token_is_not_replaced_unasked_r27(
    keyring: FakeKeyring, vault: Vault
) -> None:
    graces = replace(NEWER, owner_id="102")
    Vault(keyring).save_token(PROFILE, graces)

    keeping = vault.settle(PROFILE)

    assert keeping.problem == (
        "The keyring holds the token of another sign-in, which is not replaced."
    )
    assert Vault(keyring).load_token(PROFILE) == graces
    assert vault.load_token(PROFILE) == TOKEN


def test_a_profile_of_which_nothing_is_kept_has_nothing_to_settle() -> None:
    keyring = FakeKeyring()

    assert Vault(keyring).settle(PROFILE) == Keeping(lasting=True)
    assert keyring.events == ["load token", "load client-secret"]


def test_without_a_keyring_nothing_is_promised() -> None:
    assert Vault(MemoryTokenStore()).settle(PROFILE) == Keeping(lasting=False)
