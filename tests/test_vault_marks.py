"""Each write of what is kept is marked for other windows, once it is verified."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typing_extensions import override

from ringauth_gui.caller import caller_of
from ringauth_gui.errors import TokenStoreError
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.kept_mark import Change, KeptMark
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.token_store import MemoryTokenStore, SecretKind
from ringauth_gui.vault import Vault
from tests.fakes.core import FakeKeyring, new_profile
from tests.fakes.fixed_clock import FixedClock

PROFILE = new_profile()
KEEPS_NOTHING = replace(PROFILE, keep_tokens=False)
TOKEN = Token("CANARY-access-1", "bearer", Moment(1_750_000_000.0), 3600, "CANARY-r-1")
NEWER = replace(TOKEN, access_token="CANARY-access-2", refresh_token="CANARY-r-2")

Do = Callable[[Vault], object]
CHANGES: dict[Change, Do] = {
    Change.SIGNED_IN: lambda vault: vault.save_token(PROFILE, NEWER),
    Change.REFRESHED: lambda vault: vault.save_token(PROFILE, NEWER, Change.REFRESHED),
    Change.PASTED: lambda vault: vault.save_token(PROFILE, NEWER, Change.PASTED),
    Change.REVOKED: lambda vault: vault.drop_session(PROFILE, TOKEN),
    Change.SIGNED_OUT: lambda vault: vault.drop_session(
        PROFILE, TOKEN, Change.SIGNED_OUT
    ),
    Change.FORGOTTEN: lambda vault: vault.delete_token(PROFILE),
    Change.OVER: lambda vault: vault.drop_token(PROFILE, TOKEN),
    Change.TAKEN_OUT: lambda vault: vault.settle(KEEPS_NOTHING),
    Change.SECRETS: lambda vault: vault.save_secret(PROFILE, "CANARY-secret"),
}
KEEPING = {Change.SIGNED_IN, Change.REFRESHED, Change.PASTED, Change.SECRETS}


@pytest.fixture
def keyring() -> FakeKeyring:
    keyring = FakeKeyring()
    Vault(keyring).save_token(PROFILE, TOKEN)
    return keyring


@pytest.fixture
def marks(tmp_path: Path) -> KeptMarks:
    return KeptMarks(tmp_path, FixedClock())


@pytest.fixture
def vault(keyring: FakeKeyring, marks: KeptMarks) -> Vault:
    return Vault(keyring, marks)


def _mark(marks: KeptMarks) -> KeptMark | None:
    marks.look()
    return marks.known(PROFILE.id)


@pytest.mark.parametrize("change", CHANGES)
def test_each_kind_of_change_is_marked(
    change: Change, vault: Vault, marks: KeptMarks
) -> None:
    CHANGES[change](vault)

    mark = _mark(marks)

    assert mark is not None
    assert mark.change is change
    assert mark.app == caller_of(PROFILE).digest
    assert (mark.times is not None) == (change in KEEPING - {Change.SECRETS})
    assert vault.changes.last(PROFILE) is change


@pytest.mark.parametrize("change", set(CHANGES) - {Change.SECRETS})
def test_what_the_keyring_did_not_do_is_not_marked_r29(
    change: Change, vault: Vault, keyring: FakeKeyring, marks: KeptMarks
) -> None:
    keyring.failing = {"save", "delete"}

    with contextlib.suppress(TokenStoreError):
        CHANGES[change](vault)

    assert _mark(marks) is None


def test_the_mark_is_made_after_the_write_was_verified(
    tmp_path: Path,
) -> None:
    class Store(FakeKeyring):
        @override
        def save(self, profile_id: str, kind: SecretKind, value: str) -> None:
            assert not (tmp_path / "kept.json").exists()
            super().save(profile_id, kind, value)

    Vault(Store(), KeptMarks(tmp_path, FixedClock())).save_token(PROFILE, TOKEN)

    assert (tmp_path / "kept.json").exists()


def test_what_is_in_memory_only_is_not_marked_since_no_other_window_can_read_it(
    vault: Vault, marks: KeptMarks
) -> None:
    Vault(MemoryTokenStore(), marks).save_token(PROFILE, TOKEN)
    vault.hold_token(PROFILE, TOKEN)
    vault.save_token(replace(KEEPS_NOTHING, id="77aa"), TOKEN)
    marks.look()

    assert _mark(marks) is None
    assert marks.known("77aa") is None


def test_a_token_that_comes_back_into_the_keyring_is_marked(
    vault: Vault, marks: KeptMarks
) -> None:
    vault.settle(KEEPS_NOTHING)

    vault.settle(PROFILE)

    mark = _mark(marks)
    assert mark is not None
    assert mark.change is Change.KEPT
    assert mark.times is not None


def test_another_sign_ins_token_that_stays_is_not_marked_as_gone(
    vault: Vault, marks: KeptMarks
) -> None:
    vault.drop_session(PROFILE, replace(TOKEN, owner_id="102"))
    vault.drop_token(PROFILE, NEWER)

    assert _mark(marks) is None


def test_without_other_windows_nothing_is_known(keyring: FakeKeyring) -> None:
    vault = Vault(keyring)
    vault.save_token(PROFILE, NEWER)

    assert vault.changes.last(PROFILE) is None
