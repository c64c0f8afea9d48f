"""keyring's own code for Windows, with the system below it put together by hand."""

import contextlib
import itertools
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from keyring.backends import Windows
from keyring.backends.Windows import WinVaultKeyring

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.kept_texts import Keeping
from ringauth_gui.moment import Moment
from ringauth_gui.oauth.token import Token
from ringauth_gui.storage.keyring_backend import HoldLock, KeyringBackend
from ringauth_gui.storage.keyring_token_store import SERVICE, KeyringTokenStore
from ringauth_gui.storage.token_store import SecretKind, TokenStore
from ringauth_gui.vault import Vault
from tests.fakes.core import new_profile
from tests.fakes.fake_credential_manager import FakeCredentialManager
from tests.fakes.limited_keyring import Killed
from tests.storage.token_store_contract import TokenStoreContract

TOKEN = SecretKind.TOKEN
PROFILE = new_profile()
KEPT = Token("access", "bearer", Moment(1_750_000_000.0), 3600, "refresh")
LONG = "CANARY-" * 2000


@pytest.fixture(autouse=True)
def system(monkeypatch: pytest.MonkeyPatch) -> FakeCredentialManager:
    system = FakeCredentialManager()
    for name in ("win32cred", "pywintypes"):
        monkeypatch.setattr(Windows, name, system, raising=False)
    return system


def new_store(hold_lock: HoldLock = contextlib.nullcontext) -> KeyringTokenStore:
    return KeyringTokenStore(new_backend(), hold_lock)


def new_backend() -> KeyringBackend:
    """Return keyring's own, which has no types."""
    backend: KeyringBackend = WinVaultKeyring()  # type: ignore[no-untyped-call]
    return backend


def kill_after(calls: int) -> Callable[[], None]:
    """Return what ends the process at the call that follows so many others."""
    left = iter(range(calls))

    def before_call() -> None:
        if next(left, None) is None:
            raise Killed

    return before_call


@pytest.mark.case("KR-06")
class TestContract(TokenStoreContract):
    @pytest.fixture
    def store(self) -> TokenStore:
        return new_store()


def test_without_splitting_the_system_refuses_a_long_value() -> None:
    with pytest.raises(FakeCredentialManager.error):
        new_backend().set_password(SERVICE, "5f2c/token", LONG)


@pytest.mark.case("KR-06")
@pytest.mark.parametrize("length", [4096, 16384])
def test_a_long_token_comes_back_letter_for_letter(length: int) -> None:
    value = "".join(itertools.islice(itertools.cycle("abcdefghijk-"), length))
    new_store().save("other", TOKEN, LONG)

    new_store().save("5f2c", TOKEN, value)

    assert new_store().load("5f2c", TOKEN) == value
    assert new_store().load("other", TOKEN) == LONG


@pytest.mark.case("KR-07")
@pytest.mark.parametrize("after", ["short", "b" * 5000])
def test_a_kill_between_any_two_calls_of_the_system_loses_nothing(
    system: FakeCredentialManager, after: str
) -> None:
    for calls in itertools.count():
        system.kept.clear()
        new_store().save("other", TOKEN, "another profile's")
        new_store().save("5f2c", TOKEN, LONG)
        system.before_call = kill_after(calls)
        try:
            new_store().save("5f2c", TOKEN, after)
        except Killed:
            is_killed = True
        else:
            is_killed = False
        system.before_call = lambda: None

        possible = {LONG, after} if is_killed else {after}
        assert new_store().load("5f2c", TOKEN) in possible
        assert new_store().load("other", TOKEN) == "another profile's"
        if not is_killed:
            break

    assert calls > 20


def test_after_a_removal_nothing_is_left_in_the_system(
    system: FakeCredentialManager,
) -> None:
    new_store().save("5f2c", TOKEN, LONG)
    new_store().save("5f2c", TOKEN, LONG.lower())

    new_store().delete("5f2c", TOKEN)

    assert system.kept == {}


def test_windows_of_two_profiles_do_not_move_each_others_items_away() -> None:
    lock = threading.Lock()

    def write(profile: str) -> None:
        for number in range(30):
            new_store(lambda: lock).save(profile, TOKEN, f"{profile} {number}")

    profiles = ["one", "two", "three"]
    threads = [threading.Thread(target=write, args=(each,)) for each in profiles]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    kept = [new_store().load(profile, TOKEN) for profile in profiles]
    assert kept == ["one 29", "two 29", "three 29"]


def test_a_system_that_refuses_is_a_sentence(system: FakeCredentialManager) -> None:
    def refuse() -> None:
        raise FakeCredentialManager.error(5, "CredWrite")

    system.before_call = refuse

    with pytest.raises(TokenStoreError, match="could not be"):
        new_store().save("5f2c", TOKEN, LONG)


@pytest.mark.case("KR-06")
@pytest.mark.parametrize("length", [4096, 16384])
def test_a_token_with_long_tokens_in_it_comes_back_as_it_was(length: int) -> None:
    long = "".join(itertools.islice(itertools.cycle("abcdefghijk-"), length))
    kept = replace(KEPT, access_token=f"a{long}", refresh_token=f"r{long}")

    keeping = Vault(new_store()).save_token(PROFILE, kept)

    assert keeping == Keeping(lasting=True)
    assert Vault(new_store()).load_token(PROFILE) == kept
