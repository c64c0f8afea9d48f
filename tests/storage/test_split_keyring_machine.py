"""Any order of writes, removals, kills and failures, by two windows in turn."""

import contextlib
from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.storage.keyring_token_store import KeyringTokenStore
from ringauth_gui.storage.split_keyring import HEAD, SplitKeyring
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.limited_keyring import Killed, LimitedKeyring, Mishap

LIMIT = 400  # bytes: a head takes about 260 of them
PROFILES = st.sampled_from(["5f2c", "5f2c2"])
VALUES = st.tuples(st.text("abc\U0001f511", min_size=1), st.integers(1, 60)).map(
    lambda pair: pair[0] * pair[1]
)
KILLS = st.sampled_from([Mishap.KILLED_BEFORE, Mishap.KILLED_AFTER])
FAULTS = st.sampled_from([Mishap.FAILS, Mishap.DROPS, Mishap.TRUNCATES])
CALLS = st.integers(0, 30)


class SplitKeyringMachine(RuleBasedStateMachine):
    """What can be read is what was kept last, or what was kept before it: all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.backend = LimitedKeyring(LIMIT)
        # What another process may find: more than one only after something went wrong.
        self.possible: dict[str, set[str | None]] = {"5f2c": {None}, "5f2c2": {None}}
        self.may_be_junk: set[str] = set()

    @rule(profile=PROFILES, value=VALUES)
    def save(self, profile: str, value: str) -> None:
        self._store().save(profile, SecretKind.TOKEN, value)

        self._is_certain(profile, value)
        fresh = LimitedKeyring(LIMIT)
        _store_on(fresh).save(profile, SecretKind.TOKEN, value)
        assert len(self._items_of(profile)) == len(fresh.items), "leftovers"

    @rule(profile=PROFILES)
    def delete(self, profile: str) -> None:
        self._store().delete(profile, SecretKind.TOKEN)

        self._is_certain(profile, None)
        assert not self._items_of(profile)

    @rule(profile=PROFILES, value=VALUES, calls=CALLS, kill=KILLS)
    def is_killed_while_saving(
        self, profile: str, value: str, calls: int, kill: Mishap
    ) -> None:
        self._go_wrong(calls, kill)

        with contextlib.suppress(Killed):
            self._store().save(profile, SecretKind.TOKEN, value)

        self.possible[profile].add(value)

    @rule(profile=PROFILES, calls=CALLS, kill=KILLS)
    def is_killed_while_deleting(self, profile: str, calls: int, kill: Mishap) -> None:
        self._go_wrong(calls, kill)

        with contextlib.suppress(Killed):
            self._store().delete(profile, SecretKind.TOKEN)

        self.possible[profile].add(None)

    @rule(profile=PROFILES, value=VALUES, calls=CALLS, fault=FAULTS)
    def meets_a_fault_while_saving(
        self, profile: str, value: str, calls: int, fault: Mishap
    ) -> None:
        self._go_wrong(calls, fault)

        self._attempt(
            profile,
            lambda: self._store().save(profile, SecretKind.TOKEN, value),
            value,
        )

    @rule(profile=PROFILES, calls=CALLS, fault=FAULTS)
    def meets_a_fault_while_deleting(
        self, profile: str, calls: int, fault: Mishap
    ) -> None:
        self._go_wrong(calls, fault)

        self._attempt(
            profile, lambda: self._store().delete(profile, SecretKind.TOKEN), None
        )

    @invariant()
    def nothing_is_mixed_up(self) -> None:
        self.backend.mishaps = iter(())
        for profile, possible in self.possible.items():
            found = self._store().load(profile, SecretKind.TOKEN)
            if found not in possible:
                assert profile in self.may_be_junk, (found, possible)
                assert _is_junk_of(found, possible), (found, possible)

    def _store(self) -> KeyringTokenStore:
        """Return the store of a process that has just started."""
        return _store_on(self.backend)

    def _items_of(self, profile: str) -> list[str]:
        return [name for name in self.backend.items if name.startswith(f"{profile}/")]

    def _go_wrong(self, calls: int, mishap: Mishap) -> None:
        self.backend.mishaps = iter([*[Mishap.NONE] * calls, mishap])

    def _attempt(self, profile: str, do: Callable[[], None], value: str | None) -> None:
        try:
            do()
        except TokenStoreError:
            self.possible[profile].add(value)
            # The system itself has cut the one item that says what is kept.
            self.may_be_junk.add(profile)
        else:
            self._is_certain(profile, value)

    def _is_certain(self, profile: str, value: str | None) -> None:
        self.possible[profile] = {value}
        self.may_be_junk.discard(profile)


def _store_on(backend: LimitedKeyring) -> KeyringTokenStore:
    return KeyringTokenStore(SplitKeyring(backend, LIMIT, contextlib.nullcontext))


def _utf_16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _is_junk_of(found: str | None, possible: set[str | None]) -> bool:
    """Return whether ``found`` is a cut item, which no reader takes for a value."""
    if found is None:
        return False
    is_cut = any(_utf_16(each or "").startswith(_utf_16(found)) for each in possible)
    return is_cut or HEAD.startswith(found) or found.startswith(HEAD)


TestSplitKeyringMachine = SplitKeyringMachine.TestCase
