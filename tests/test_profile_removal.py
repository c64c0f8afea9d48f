"""A deleted profile's secrets, whatever runs for it at that moment."""

import threading
from dataclasses import replace

import pytest

from ringauth_gui.errors import OperationCancelled, TokenStoreError
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.outcomes import Withdrawn
from ringauth_gui.storage.refresh_lock import RefreshLock
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.core import Core
from tests.test_authorizer import KEPT, PROFILE


@pytest.fixture
def core(core: Core) -> Core:
    core.vault.save_token(PROFILE, KEPT)
    core.vault.save_secret(PROFILE, "CANARY-secret")
    return core


def _kept(core: Core) -> list[str | None]:
    return [core.keyring.load(PROFILE.id, kind) for kind in SecretKind]


@pytest.mark.case("KR-14")
def test_all_is_taken_out_and_what_lives_on_is_told(core: Core) -> None:
    withdrawn = core.authorizer.withdraw(PROFILE, core.cancel)

    assert withdrawn.token is not None
    assert withdrawn.token.access_token == KEPT.access_token
    assert withdrawn.kinds == (SecretKind.TOKEN, SecretKind.CLIENT_SECRET)
    assert _kept(core) == [None] * 3


def test_a_profile_without_secrets_is_deleted_as_well(core: Core) -> None:
    core.vault.drop_each(PROFILE, lambda *_: True)

    assert core.authorizer.withdraw(PROFILE, core.cancel) == Withdrawn(None, ())


def test_junk_in_the_keyring_is_taken_out_and_brought_back(core: Core) -> None:
    core.keyring.save(PROFILE.id, SecretKind.TOKEN, "junk")
    before = _kept(core)

    withdrawn = core.authorizer.withdraw(PROFILE, core.cancel)

    assert withdrawn.token is None
    assert _kept(core) == [None] * 3
    assert core.authorizer.bring_back(PROFILE) == Keeping(lasting=True)
    assert _kept(core) == before


def test_who_did_not_want_to_wait_keeps_everything(core: Core) -> None:
    before = _kept(core)
    core.cancel.set()

    with pytest.raises(OperationCancelled):
        core.authorizer.withdraw(PROFILE, core.cancel)

    assert _kept(core) == before
    assert core.vault.save_token(PROFILE, KEPT) == Keeping(lasting=True)


@pytest.mark.case("RV-06")
def test_a_refresh_of_another_window_is_waited_for(core: Core) -> None:
    is_locked, may_end = threading.Event(), threading.Event()

    def refresh() -> None:
        with RefreshLock(core.locks).hold(PROFILE.id):
            is_locked.set()
            may_end.wait(5)
            core.keyring.save(PROFILE.id, SecretKind.TOKEN, "newer")

    other = threading.Thread(target=refresh)
    other.start()
    assert is_locked.wait(5)
    deleting = threading.Thread(
        target=core.authorizer.withdraw, args=(PROFILE, core.cancel)
    )
    deleting.start()

    may_end.set()
    other.join(5)
    deleting.join(5)

    assert _kept(core) == [None] * 3


def test_another_window_that_refreshes_for_ever_keeps_the_profile(core: Core) -> None:
    before = _kept(core)
    impatient = RefreshLock(core.locks, 0.01)
    removal = replace(core.authorizer, lock_refresh=impatient.hold)

    with RefreshLock(core.locks).hold(PROFILE.id), pytest.raises(TokenStoreError):
        removal.withdraw(PROFILE, core.cancel)

    assert _kept(core) == before


def test_undo_waits_for_nobody_for_ever(core: Core) -> None:
    before = _kept(core)
    core.authorizer.withdraw(PROFILE, core.cancel)
    impatient = RefreshLock(core.locks, 0.01)
    removal = replace(core.authorizer, lock_refresh=impatient.hold)

    with RefreshLock(core.locks).hold(PROFILE.id):
        keeping = removal.bring_back(PROFILE)

    assert keeping == Keeping(lasting=True)
    assert _kept(core) == before
