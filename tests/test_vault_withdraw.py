"""What a deleted profile kept: gone from the store, and brought back by Undo."""

import contextlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.storage.token_store import SecretKind
from ringauth_gui.vault import Vault
from tests.fakes.core import FakeKeyring
from tests.test_vault import KEEPS_NOTHING, NEWER, PROFILE, TOKEN

JWT = SecretKind.JWT_CREDENTIAL
ALL = tuple(SecretKind)


@pytest.fixture
def keyring() -> FakeKeyring:
    return FakeKeyring()


@pytest.fixture
def vault(keyring: FakeKeyring) -> Vault:
    return _filled(Vault(keyring))


def _filled(vault: Vault) -> Vault:
    vault.save_token(PROFILE, TOKEN)
    vault.save_secret(PROFILE, "CANARY-secret")
    vault.save_secret(PROFILE, "CANARY-jwt", JWT)
    return vault


def _texts(keyring: FakeKeyring) -> list[str | None]:
    failing, keyring.failing = keyring.failing, set()
    texts = [keyring.load(PROFILE.id, kind) for kind in SecretKind]
    keyring.failing = failing
    return texts


@pytest.mark.case("KR-14")
def test_nothing_of_a_deleted_profile_is_left_in_the_keyring(
    keyring: FakeKeyring, vault: Vault
) -> None:
    kinds = vault.withdraw(PROFILE)

    assert kinds == ALL
    assert _texts(keyring) == [None] * 3
    assert Vault(keyring).load_token(PROFILE) is None


def test_undo_brings_back_what_was_kept_where_it_was_kept(
    keyring: FakeKeyring, vault: Vault
) -> None:
    before = _texts(keyring)
    vault.withdraw(PROFILE)

    keeping = vault.bring_back(PROFILE)

    assert keeping == Keeping(lasting=True)
    assert _texts(keyring) == before


def test_what_was_in_memory_alone_stays_there(keyring: FakeKeyring) -> None:
    vault = Vault(keyring)
    vault.save_token(KEEPS_NOTHING, TOKEN)

    kinds = vault.withdraw(KEEPS_NOTHING)
    vault.bring_back(KEEPS_NOTHING)

    assert kinds == (SecretKind.TOKEN,)
    assert _texts(keyring) == [None] * 3
    assert vault.load_token(KEEPS_NOTHING) == TOKEN


def test_a_profile_that_keeps_nothing_needs_no_keyring_to_be_deleted(
    keyring: FakeKeyring,
) -> None:
    vault = Vault(keyring)
    vault.save_token(KEEPS_NOTHING, TOKEN)
    keyring.failing = {"load"}

    assert vault.withdraw(KEEPS_NOTHING) == (SecretKind.TOKEN,)


@pytest.mark.parametrize("failing", ["load", "delete"])
def test_what_cannot_be_removed_stays_as_it_was(
    keyring: FakeKeyring, vault: Vault, failing: str
) -> None:
    before = _texts(keyring)
    keyring.failing = {failing}

    with pytest.raises(TokenStoreError):
        vault.withdraw(PROFILE)

    keyring.failing = set()
    assert _texts(keyring) == before
    assert vault.load_token(PROFILE) == TOKEN
    assert vault.save_token(PROFILE, NEWER) == Keeping(lasting=True)


class _BreaksAtSecondDelete(FakeKeyring):
    deleted = 0

    @override
    def delete(self, profile_id: str, kind: SecretKind) -> None:
        self.deleted += 1
        if self.deleted == 2:
            self.failing = {"delete"}
        super().delete(profile_id, kind)


def test_what_was_removed_before_the_keyring_failed_is_put_back() -> None:
    keyring = _BreaksAtSecondDelete()
    vault = _filled(Vault(keyring))
    before = _texts(keyring)

    with pytest.raises(TokenStoreError):
        vault.withdraw(PROFILE)

    assert _texts(keyring) == before


def test_a_keyring_that_fails_at_undo_loses_nothing(
    keyring: FakeKeyring, vault: Vault
) -> None:
    vault.withdraw(PROFILE)
    keyring.failing = {"save"}

    keeping = vault.bring_back(PROFILE)

    assert keeping == Keeping(lasting=False, problem="The keyring could not save.")
    assert vault.load_token(PROFILE) == TOKEN
    assert vault.load_secret(PROFILE, JWT) == "CANARY-jwt"


@pytest.mark.case("RV-06")
def test_a_late_answer_is_not_stored_but_comes_with_undo(
    keyring: FakeKeyring, vault: Vault
) -> None:
    vault.withdraw(PROFILE)

    late = vault.save_token(PROFILE, NEWER)

    assert not late.lasting
    assert _texts(keyring) == [None] * 3
    vault.bring_back(PROFILE)
    assert Vault(keyring).load_token(PROFILE) == NEWER


class _DeletedWhileSaving(FakeKeyring):
    """Lets the profile be deleted at the moment at which a token arrives here."""

    vault: Vault | None = None

    @override
    def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
        vault, self.vault = self.vault, None
        if vault is not None:
            vault.withdraw(PROFILE)
        super().save(profile_id, kind, value)


@pytest.mark.case("RV-06")
def test_an_answer_that_is_being_stored_at_that_moment_is_taken_out_again() -> None:
    keyring = _DeletedWhileSaving()
    vault = _filled(Vault(keyring))
    keyring.vault = vault

    vault.save_token(PROFILE, NEWER)

    assert _texts(keyring) == [None] * 3
    vault.bring_back(PROFILE)
    assert Vault(keyring).load_token(PROFILE) == NEWER


def test_another_windows_token_is_not_replaced_by_undo(
    keyring: FakeKeyring, vault: Vault
) -> None:
    vault.withdraw(PROFILE)
    theirs = replace(NEWER, owner_id="another")
    Vault(keyring).save_token(PROFILE, theirs)

    keeping = vault.bring_back(PROFILE)

    assert keeping.problem is not None
    assert Vault(keyring).load_token(PROFILE) == theirs
    assert vault.load_token(PROFILE) == TOKEN


@given(st.lists(st.sampled_from(["withdraw", "bring back", "fail", "mend"])))
def test_however_often_it_is_undone_nothing_is_lost(steps: list[str]) -> None:
    keyring = FakeKeyring()
    vault = _filled(Vault(keyring))

    for step in steps:
        keyring.failing = {"fail": {"save", "delete"}, "mend": set()}.get(
            step, keyring.failing
        )
        if step == "withdraw":
            with contextlib.suppress(TokenStoreError):
                vault.withdraw(PROFILE)
        elif step == "bring back":
            vault.bring_back(PROFILE)

    keyring.failing = set()
    vault.bring_back(PROFILE)
    assert Vault(keyring).load_token(PROFILE) == TOKEN
    assert Vault(keyring).load_secret(PROFILE, JWT) == "CANARY-jwt"
