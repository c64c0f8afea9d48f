"""How long the keyring has not answered, told while it is waited for (KR-05)."""

from collections.abc import Callable

import pytest
from typing_extensions import override

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.keyring_calls import KeyringCalls
from ringauth_gui.storage.token_store import MemoryTokenStore, SecretKind, TokenStore
from ringauth_gui.storage.watched_store import WatchedStore
from tests.fakes.core import FakeKeyring
from tests.fakes.fixed_clock import FixedClock
from tests.storage.token_store_contract import TokenStoreContract

TOKEN = SecretKind.TOKEN
CALLS: list[Callable[[TokenStore], object]] = [
    lambda store: store.load("p1", TOKEN),
    lambda store: store.save("p1", TOKEN, "value"),
    lambda store: store.delete("p1", TOKEN),
]


class SlowKeyring(FakeKeyring):
    """Takes five seconds for everything, and asks then how long that was."""

    def __init__(self, clock: FixedClock, waited: Callable[[], object]) -> None:
        super().__init__()
        self._clock = clock
        self._waited = waited
        self.seen: list[object] = []

    @override
    def _happen(self, operation: str, kind: SecretKind) -> None:
        self._clock.advance(5.0)
        self.seen.append(self._waited())
        super()._happen(operation, kind)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def calls(clock: FixedClock) -> KeyringCalls:
    return KeyringCalls(clock)


class TestContract(TokenStoreContract):
    @pytest.fixture
    def store(self, calls: KeyringCalls) -> TokenStore:
        return WatchedStore(MemoryTokenStore(), calls)


@pytest.mark.case("KR-05")
@pytest.mark.parametrize("call", CALLS)
def test_a_call_counts_until_it_is_answered(
    clock: FixedClock, calls: KeyringCalls, call: Callable[[TokenStore], object]
) -> None:
    since = clock()
    keyring = SlowKeyring(clock, lambda: calls.waited("p1", since))

    call(WatchedStore(keyring, calls))

    assert keyring.seen == [5.0]
    assert calls.waited("p1", since) == 0.0


@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_fails_is_over_too(
    clock: FixedClock, calls: KeyringCalls, call: Callable[[TokenStore], object]
) -> None:
    keyring = FakeKeyring()
    keyring.failing = {"load", "save", "delete"}

    with pytest.raises(TokenStoreError):
        call(WatchedStore(keyring, calls))

    assert calls.waited("p1", clock()) == 0.0


def test_nobody_waits_for_another_profiles_call_or_for_one_left_to_itself(
    clock: FixedClock, calls: KeyringCalls
) -> None:
    began = clock()
    with calls.running("p1"):
        clock.advance(5.0)
        later = clock()
        clock.advance(1.0)

        assert calls.waited("p1", began) == 6.0
        assert calls.waited("p1", later) == 0.0
        assert calls.waited("p2", began) == 0.0
