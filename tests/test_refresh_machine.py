"""Any order of refreshes, lost answers, API calls and time, in two windows."""

import tempfile
import threading
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from typing_extensions import override

from ringauth_gui.authorizer import Authorizer
from ringauth_gui.errors import (
    GrantNoLongerValid,
    MustWait,
    NetworkError,
    RingAuthError,
    TokenStoreError,
)
from ringauth_gui.oauth.token import Token
from ringauth_gui.practice.apps import PUBLIC_APP
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.refusals import Refused
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.rules import Rules
from tests.fakes.core import Core, FakeKeyring, new_profile
from tests.fakes.fixed_clock import FixedClock
from tests.fakes.practice_send import Loss, PracticeSend
from tests.practice.sign_ins import start

PROFILE = new_profile(client_id=PUBLIC_APP.client_id)
WINDOWS = st.integers(0, 1)
LOSSES = st.sampled_from(Loss)


class RefreshMachine(RuleBasedStateMachine):
    """The real use cases of two windows, one keyring, and the server's rules."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.clock = FixedClock()
        self.server = Rules(Behaviour(), Registry(), lambda: self.clock().wall)
        self.send = PracticeSend(self.server, self.clock)
        self.keyring = FakeKeyring()
        self.windows = [self._window(), self._window()]
        first = self._first_token()
        self.windows[0].clients.vault.save_token(PROFILE, first)
        self.shown: list[Token | None] = [first, first]
        self.is_revoked = False

    @override
    def teardown(self) -> None:
        self.folder.cleanup()

    @rule(window=WINDOWS, loss=LOSSES)
    def refresh(self, window: int, loss: Loss) -> None:
        shown = self.shown[window]
        if shown is None:
            return
        self.send.loss, sent = loss, len(self.send.sent)
        try:
            refreshed = self.windows[window].refresh(PROFILE, shown, threading.Event())
        except GrantNoLongerValid:
            self.shown[window] = None
        except (NetworkError, MustWait, TokenStoreError):
            pass  # what is shown stays
        else:
            self.shown[window] = refreshed.token
        self.send.loss = Loss.NOTHING
        assert len(self.send.sent) - sent <= 1, "one refresh, one request (R15)"

    @rule(window=WINDOWS)
    def call_the_api(self, window: int) -> None:
        """Use what is shown; it has been stored by now (R12, PR-06)."""
        shown = self.shown[window]
        if shown is None:
            return
        with working(self.keyring):
            kept = {self._kept(each) for each in (0, 1)}
        honoured = shown.access_token in {access for access, _ in kept if access}
        try:
            self.server.use(shown.access_token)
        except Refused:
            return
        assert honoured, "a token that works is kept somewhere"

    @rule(window=WINDOWS, loss=LOSSES)
    def revoke(self, window: int, loss: Loss) -> None:
        shown = self.shown[window]
        if shown is None:
            return
        self.send.loss = loss
        try:
            self.windows[window].revoke(PROFILE, shown, threading.Event())
        except RingAuthError:
            assert self.shown[window] is shown, "what is not revoked stays (R16)"
        else:
            self.shown[window] = None
            self.is_revoked = True
        self.send.loss = Loss.NOTHING

    @rule(seconds=st.sampled_from([1, 9, 11, 60, 600, 3590, 3700]))
    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds)

    @rule(failing=st.sets(st.sampled_from(["load", "save", "delete"])))
    def let_the_keyring_fail(self, failing: set[str]) -> None:
        self.keyring.failing = failing

    @precondition(lambda self: None in self.shown)
    @rule(window=WINDOWS)
    def open_again(self, window: int) -> None:
        try:
            self.shown[window] = self.windows[window].restore(PROFILE)
        except TokenStoreError:
            self.shown[window] = None

    @invariant()
    def the_grant_is_kept_while_the_server_honours_it(self) -> None:
        """What came whole and works is held by one of the windows (R11, R14)."""
        with working(self.keyring):
            kept = {refresh for each in (0, 1) for _, refresh in [self._kept(each)]}
        honoured = {
            token for token in self.send.delivered if honours(self.server, token)
        }
        assert not honoured or honoured & kept

    def _kept(self, window: int) -> tuple[str | None, str | None]:
        token = self.windows[window].restore(PROFILE)
        if token is None:
            return None, None
        return token.access_token, token.refresh_token

    def _first_token(self) -> Token:
        issued = start(self.server)
        now = self.clock()
        self.send.delivered.add(issued.refresh_token)
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

    def _window(self) -> Authorizer:
        core = Core(
            "http://127.0.0.1:9",
            lambda _address: False,
            Path(self.folder.name),
            self.keyring,
            clock=self.clock,
            send=self.send,
        )
        return core.authorizer


def honours(server: Rules, refresh_token: str) -> bool:
    """Return whether a refresh would succeed; nothing is changed by asking."""
    session = server._sessions.with_refresh_token(refresh_token)
    now = server._clock()
    if session is None or session.ending is not None:
        return False
    if refresh_token == session.tokens(now).refresh_token:
        return session.is_active(refresh_token, now)
    return session.is_alive(refresh_token, now)


class working:  # noqa: N801 - reads as what it does
    """Let the keyring work while the test looks into it."""

    def __init__(self, keyring: FakeKeyring) -> None:
        self._keyring = keyring
        self._failing = keyring.failing

    def __enter__(self) -> None:
        self._keyring.failing = set()

    def __exit__(self, *_: object) -> None:
        self._keyring.failing = self._failing


RefreshMachine.TestCase.settings = settings(
    max_examples=50, stateful_step_count=25, deadline=None
)
test_no_order_of_events_loses_a_grant_that_the_server_honours = RefreshMachine.TestCase
