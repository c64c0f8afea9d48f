"""Several windows on one profile file, in every order that a computer may choose."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from typing_extensions import override

from ringauth_gui.gui.profile_sync import ProfileSync
from ringauth_gui.gui.session_list import SessionList
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.fakes.fake_profile_store import FakeProfileStore

if TYPE_CHECKING:
    from ringauth_gui.gui.background import BackgroundRunner
    from ringauth_gui.gui.session import Session

FIRST = Profile("p0", "Profile 0", ServerKind.RINGCENTRAL, "client", has_secret=False)
WINDOWS = st.integers(0, 2)
MEMBERS = st.sampled_from(["name", "client_id", "redirect_uris"])


@dataclass
class _State:
    """As much of a session's state as the list of sessions looks at."""

    profile: Profile
    opened: bool = True
    activity: None = None

    def why_busy(self) -> None:
        return None


class _Signal:
    def connect(self, _slot: object) -> None:
        pass


class _Session:
    """A session that only holds its profile."""

    def __init__(self, profile: Profile) -> None:
        self.state = _State(profile)
        self.state_changed = _Signal()

    def take_over(self, profile: Profile) -> None:
        self.state.profile = profile

    update_options = take_over


class _Runner:
    """Does work when it is told to, and delivers what came of it when it is told to."""

    def __init__(self) -> None:
        self.work: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []
        self.done: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], Any],
        on_success: Callable[[Any], None],
        _on_failure: Callable[[Exception], None],
    ) -> None:
        self.work.append((work, on_success))

    def do_next(self) -> None:
        if self.work:
            work, on_success = self.work.pop(0)
            outcome = work()
            self.done.append(lambda: on_success(outcome))

    def deliver_next(self) -> None:
        if self.done:
            self.done.pop(0)()


class _Window:
    """A window's list of profiles, kept the same as the file."""

    def __init__(self, store: FakeProfileStore) -> None:
        self.runner = _Runner()
        self.sessions = SessionList(
            store.held, lambda profile: cast("Session", _Session(profile))
        )
        self.sync = ProfileSync(
            self.sessions,
            store,
            cast("BackgroundRunner", self.runner),
            lambda _session: False,
        )
        self.sync.start()
        self.unsaved: dict[tuple[str, str], list[object]] = {}

    def settle(self) -> None:
        while self.runner.work or self.runner.done:
            self.runner.do_next()
            self.runner.deliver_next()


class SyncMachine(RuleBasedStateMachine):
    """Checks that the file has each member's last value, and all windows the file's."""

    @initialize()
    def open(self) -> None:
        self.store = FakeProfileStore()
        self.store.write(FIRST)
        self.windows = [_Window(self.store) for _ in range(3)]
        self.values: dict[tuple[str, str], object] = {}
        self.added = {FIRST.id}
        self.deleted: set[str] = set()
        self.number = 0

    @rule(at=WINDOWS)
    def add(self, at: int) -> None:
        self.number += 1
        name = f"p{self.number}"
        self._put(at, replace(FIRST, id=name, name=f"Profile {self.number}"))
        self.added.add(name)

    def _put(self, at: int, profile: Profile) -> None:
        sessions = self.windows[at].sessions
        sessions.insert(profile, len(sessions.sessions))
        sessions.save()

    @rule(at=WINDOWS, place=st.integers(0, 9), member=MEMBERS)
    def edit(self, at: int, place: int, member: str) -> None:
        window = self.windows[at]
        profiles = window.sessions.profiles
        if profiles:
            profile = profiles[place % len(profiles)]
            self.number += 1
            value: Any = f"value-{self.number}"
            if member == "redirect_uris":
                value = (f"http://localhost:{20_000 + self.number}/callback",)
            changes: dict[str, Any] = {member: value}
            window.unsaved.setdefault((profile.id, member), []).append(value)
            window.sessions.keep_options(replace(profile, **changes))

    @rule(at=WINDOWS, place=st.integers(0, 9))
    def delete(self, at: int, place: int) -> None:
        sessions = self.windows[at].sessions
        if sessions.profiles:
            profile = sessions.profiles[place % len(sessions.profiles)]
            sessions.remove(profile.id)
            sessions.save()
            self.deleted.add(profile.id)

    @rule(at=WINDOWS, place=st.integers(0, 9), to=st.integers(0, 9))
    def move(self, at: int, place: int, to: int) -> None:
        sessions = self.windows[at].sessions
        if sessions.profiles:
            profile = sessions.profiles[place % len(sessions.profiles)]
            sessions.move(profile.id, to % len(sessions.profiles))
            sessions.save()

    @rule(at=WINDOWS)
    def tick(self, at: int) -> None:
        self.windows[at].sync.tick()

    @rule(at=WINDOWS)
    def work(self, at: int) -> None:
        """Let a save or a look happen; its window has not heard of it yet."""
        window, before = self.windows[at], len(self.store.saved)
        window.runner.do_next()
        if len(self.store.saved) > before:
            self._commit(window, self.store.saved[-1])

    def _commit(self, window: _Window, saved: Sequence[Profile]) -> None:
        found = {profile.id: profile for profile in saved}
        for (key, member), values in list(window.unsaved.items()):
            value = getattr(found[key], member) if key in found else None
            if value in values:
                self.values[key, member] = value
                del values[: values.index(value) + 1]
        for key, member in list(self.values):
            if key not in found:  # with all that was ever edited in it
                assert key in self.deleted
                del self.values[key, member]

    @rule(at=WINDOWS)
    def deliver(self, at: int) -> None:
        self.windows[at].runner.deliver_next()

    @invariant()
    def nothing_is_lost(self) -> None:
        found = {profile.id: profile for profile in self.store.held}
        for (key, member), value in self.values.items():
            assert getattr(found[key], member) == value

    @override
    def teardown(self) -> None:
        for _round in range(2):
            for window in self.windows:
                window.sync.tick()
                while window.runner.work or window.runner.done:
                    self.work(self.windows.index(window))
                    window.runner.deliver_next()
        self.nothing_is_lost()
        found = {profile.id for profile in self.store.held}
        assert self.added - self.deleted <= found
        for window in self.windows:
            assert window.sessions.profiles == tuple(self.store.held)
            left = {key for (key, _member), made in window.unsaved.items() if made}
            assert left <= self.deleted


TestSync = SyncMachine.TestCase
TestSync.settings = settings(max_examples=60, stateful_step_count=40)
