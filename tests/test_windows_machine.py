"""Any order of what two windows do and notice, with marks that are lost or late."""

import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from typing_extensions import override

from ringauth_gui.errors import GrantNoLongerValid, RingAuthError, TokenStoreError
from ringauth_gui.gui import session_news as news
from ringauth_gui.gui.session_kept import Kept
from ringauth_gui.gui.session_outcomes import with_keeping
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.new_token import keep_new_token
from ringauth_gui.oauth.token import Token
from ringauth_gui.practice.apps import PUBLIC_APP
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.rules import Rules
from ringauth_gui.storage.kept_mark import Change
from ringauth_gui.storage.kept_marks import KeptMarks
from ringauth_gui.storage.token_store import SecretKind
from tests.fakes.core import Core, FakeKeyring, new_profile
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.practice_send import Loss, PracticeSend
from tests.practice.sign_ins import start
from tests.test_refresh_machine import honours, working

PROFILE = new_profile(client_id=PUBLIC_APP.client_id)
WINDOWS = st.integers(0, 1)
LOSSES = st.sampled_from(Loss)


@dataclass
class Post:
    """What happens to the marks of all windows on their way into the file.

    Attributes:
        are_lost: Whether the next ones are never written.
        are_late: Whether they are written only at ``arrive``.
        is_true: Whether the last change was marked.
    """

    are_lost: bool = False
    are_late: bool = False
    is_true: bool = True
    late: list[Callable[[], None]] = field(default_factory=list)

    def take(self, write: Callable[[], None]) -> None:
        """Write a mark, or not."""
        self.is_true = False
        if self.are_late:
            self.late.append(write)
        elif not self.are_lost:
            write()
            self.is_true = True

    def arrive(self) -> None:
        """Write what is late."""
        while self.late:
            self.late.pop(0)()
            self.is_true = not self.late


class UnreliableMarks(KeptMarks):
    """Marks that go by ``post``."""

    def __init__(self, post: Post, folder: Path, clock: FixedClock) -> None:
        super().__init__(folder, clock)
        self._post = post

    @override
    def mark(
        self, profile_id: str, change: Change, app: str, token: Token | None
    ) -> None:
        self._post.take(partial(super().mark, profile_id, change, app, token))


class WindowsMachine(RuleBasedStateMachine):
    """The real use cases and what windows show, one keyring, and the server's rules."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FixedClock()
        self.server = Rules(Behaviour(), Registry(), lambda: self.clock().wall)
        self.send = PracticeSend(self.server, self.clock)
        self.keyring = FakeKeyring()
        self.post = Post()
        self.windows = [self._new_window(), self._new_window()]
        self.states = [self._opened(window) for window in self.windows]
        self.left_behind = [False, False]
        self.sign_in(0)
        self.look(0)
        self.look(1)

    @override
    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(window=WINDOWS)
    def sign_in(self, window: int) -> None:
        """Sign in anew; a person wishes that the session before is replaced."""
        self._begin()
        token, core = self._granted(), self.windows[window]
        registration = core.authorizer.clients.directory.registration_of(PROFILE, None)
        clients = core.authorizer.clients
        signed_in = keep_new_token(clients, PROFILE, registration, token)
        assert signed_in.keeping is not None
        state = with_keeping(self.states[window], signed_in.keeping)
        self.states[window] = replace(state, token=token, ended="")
        self.left_behind[window] = False
        self.send.delivered = {token.refresh_token or ""}

    @rule(window=WINDOWS, loss=LOSSES)
    def refresh(self, window: int, loss: Loss) -> None:
        shown = self._begin(window)
        if shown is None:
            return
        self.send.loss, sent = loss, self.send.sent.count("token")
        try:
            refreshed = self.windows[window].authorizer.refresh(
                PROFILE, shown, threading.Event()
            )
        except GrantNoLongerValid:
            self._show(window, None)
        except RingAuthError:
            pass  # what is shown stays
        else:
            self._show(window, refreshed.token)
            self.states[window] = with_keeping(self.states[window], refreshed.keeping)
        self.send.loss = Loss.NOTHING
        assert self.send.sent.count("token") - sent <= 1, "one request at most (R15)"

    @rule(window=WINDOWS, loss=LOSSES)
    def revoke(self, window: int, loss: Loss) -> None:
        shown = self._begin(window)
        if shown is None:
            return
        self.send.loss = loss
        try:
            self.windows[window].authorizer.revoke(PROFILE, shown, threading.Event())
        except RingAuthError:
            pass  # what is not revoked stays (R16)
        else:
            self._show(window, None)
        self.send.loss = Loss.NOTHING

    @rule(window=WINDOWS, loss=LOSSES)
    def sign_out(self, window: int, loss: Loss) -> None:
        shown = self._begin(window)
        if shown is None:
            return
        self.send.loss = loss
        self.windows[window].authorizer.sign_out(PROFILE, shown, threading.Event())
        self._show(window, None)
        self.send.loss = Loss.NOTHING
        self.send.delivered.clear()

    @rule(window=WINDOWS)
    def forget(self, window: int) -> None:
        self._begin()
        problem = self.windows[window].authorizer.forget(PROFILE)
        # What could not be removed is told, and shown on: it may be there still.
        self.left_behind[window] = problem is not None
        if problem is None:
            self._show(window, None)
        self.send.delivered.clear()

    @rule(window=WINDOWS)
    def restart(self, window: int) -> None:
        """Close a window that holds nothing of its own, and open it anew."""
        self._begin()
        if self._own(window) is None:
            self.left_behind[window] = False
            self.windows[window] = self._new_window()
            self.states[window] = self._opened(self.windows[window])

    @rule(window=WINDOWS)
    def look(self, window: int) -> None:
        """Notice as a window does at its tick."""
        marks, state = self.windows[window].marks, self.states[window]
        if not marks.is_outdated():
            return
        marks.look()
        mark = marks.known(PROFILE.id)
        if mark is None:
            return
        is_ours = mark.window == marks.window
        state = replace(state, elsewhere=replace(state.elsewhere, mark=mark))
        if not is_ours and news.is_outdated(state, mark):
            try:
                token = self.windows[window].authorizer.restore(PROFILE)
            except TokenStoreError as error:
                state = news.after_failed_look(state, error)
            else:
                state = news.after_look(state, Kept(token, state.stored), self.clock())
        self.states[window] = state
        self._shows_what_is_kept(window)

    @rule(are_lost=st.booleans(), are_late=st.booleans())
    def treat_marks(self, are_lost: bool, are_late: bool) -> None:
        self.post.are_lost, self.post.are_late = are_lost, are_late

    @rule()
    def let_marks_arrive(self) -> None:
        self.post.arrive()

    @rule(seconds=st.sampled_from([1, 11, 600, 3590, 3700]))
    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds)

    @rule(failing=st.sets(st.sampled_from(["load", "save", "delete"])))
    def let_the_keyring_fail(self, failing: set[str]) -> None:
        self.keyring.failing = failing

    @invariant()
    def the_grant_is_kept_while_the_server_honours_it(self) -> None:
        """What came whole, works and is wished is held by one of the windows (R11)."""
        with working(self.keyring):
            kept = [self._kept(window) for window in (0, 1)]
        honoured = {each for each in self.send.delivered if honours(self.server, each)}
        refresh_tokens = {each.refresh_token for each in kept if each is not None}
        assert not honoured or honoured & refresh_tokens

    def _shows_what_is_kept(self, window: int) -> None:
        """What the keyring is known not to hold is not shown for longer than a look."""
        is_sure = self.post.is_true and "load" not in self.keyring.failing
        if not is_sure or self._own(window) is not None or self.left_behind[window]:
            return
        shown, kept = self.states[window].token, self._kept(window)
        # One that was revoked here, and could not be removed, is not shown either.
        if shown is not None:
            assert kept is not None
            assert shown.access_token == kept.access_token

    def _begin(self, window: int = 0) -> Token | None:
        """Let the last change be marked at last, and return what the window shows."""
        self.post.arrive()
        self.clock.advance(0.001)
        return self.states[window].token

    def _show(self, window: int, token: Token | None) -> None:
        self.states[window] = replace(self.states[window], token=token)

    def _kept(self, window: int) -> Token | None:
        return self.windows[window].vault.load_token(PROFILE)

    def _own(self, window: int) -> str | None:
        """Return what the window holds in its memory alone."""
        memory = self.windows[window].vault._texts._memory
        return memory.load(PROFILE.id, SecretKind.TOKEN)

    def _opened(self, window: Core) -> SessionState:
        try:
            token = window.authorizer.restore(PROFILE)
        except TokenStoreError:
            token = None
        return SessionState(PROFILE, opened=True, token=token)

    def _granted(self) -> Token:
        issued, now = start(self.server), self.clock()
        return Token(
            issued.access_token,
            "bearer",
            now,
            issued.expires_in,
            issued.refresh_token,
            now,
            issued.refresh_token_expires_in,
            owner_id=str(issued.grant.person.extension_id),
            session_id=issued.session_id,
        )

    def _new_window(self) -> Core:
        return Core(
            "http://127.0.0.1:9",
            lambda _address: False,
            Path(self.folder.name),
            self.keyring,
            clock=self.clock,
            send=self.send,
            new_marks=partial(UnreliableMarks, self.post),
        )


WindowsMachine.TestCase.settings = settings(
    max_examples=50, stateful_step_count=25, deadline=None
)
test_no_order_of_events_lets_a_window_show_what_is_gone = WindowsMachine.TestCase
