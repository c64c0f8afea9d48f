"""Does one thing at a time for a profile, and makes state of how it ends."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ringauth_gui.attempt import Attempt, AuthorizationProgress, AuthorizationStep
from ringauth_gui.errors import RingAuthError, TokenStoreError
from ringauth_gui.gui import session_keeping as keeping
from ringauth_gui.gui import session_outcomes as outcomes
from ringauth_gui.gui.attempt_runner import AttemptRunner
from ringauth_gui.gui.message import Message
from ringauth_gui.gui.session_news import without_messages
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.session_tools import SessionTools
from ringauth_gui.moment import Moment

Outcome = TypeVar("Outcome")

LEFT = "cancelled, but it did not end; left to itself"

_log = logging.getLogger(__name__)


class SessionRun(QObject):
    """Holds the state of one profile's session.

    Attributes:
        state: The session as it stands.

    Signals:
        state_changed: It stands differently now.
        outdated: What was left to itself has ended; the keyring knows what came of it.
    """

    state_changed = Signal()
    outdated = Signal()

    def __init__(
        self, state: SessionState, attempts: AttemptRunner, tools: SessionTools
    ) -> None:
        """Start at ``state``; run with ``attempts``."""
        super().__init__()
        self.state = state
        self._attempts = attempts
        self._clock = tools.clock
        self._clean = tools.clean
        self._calls_of = tools.calls_of
        self._last_exchange = tools.last_exchange
        self._keyring_wait = tools.keyring_wait
        self._patience = tools.patience
        self._since = self._clock()
        self._due: list[Callable[[], None]] = []
        attempts.progressed.connect(self._on_attempts_progressed)
        attempts.slow.connect(self._on_attempts_slow)
        attempts.abandoned.connect(self._on_attempts_abandoned)
        attempts.ended_late.connect(self._on_attempts_ended_late)

    def start(
        self,
        activity: Activity,
        work: Callable[[Attempt], Outcome],
        after: Callable[[SessionState, Outcome], SessionState],
    ) -> None:
        """Do ``work`` unless something runs; ``after`` makes state of its outcome."""
        profile = self.state.profile

        def succeed(outcome: Outcome) -> None:
            # An outcome for the app as it was before an edit is not this one's (R8).
            is_ours = keeping.is_same_app(profile, self.state.profile)
            state = after(self.state, outcome) if is_ours else self.state
            self._end(state, "done" if is_ours else "done for what it was before")

        if self.state.activity is None:
            self._since = self._clock()
            state = replace(self.state, activity=activity)
            _log.info("%s of profile %s: begun", activity.value, profile.id)
            # The keyring is used unasked too: what is said then may not be read yet.
            self.show(state if state.is_at_keyring else without_messages(state))
            self._attempts.start(work, succeed, self._on_failure)

    def cancel(self) -> None:
        """Ask what runs to end."""
        self._attempts.cancel()

    def may(self, why_not: str | None) -> bool:
        """Return whether nothing speaks against it; what does is said in the bar."""
        message = self.state.message
        is_busy = self.state.why_busy() is not None
        if why_not is not None and message is not None and not is_busy:
            self.show(replace(self.state, message=replace(message, details=why_not)))
        return why_not is None

    def when_idle(self, do: Callable[[], None]) -> None:
        """Call ``do`` as soon as nothing runs."""
        if self.state.activity is None:
            do()
        else:
            self._due.append(do)

    def show(self, state: SessionState) -> None:
        """Let the session stand as ``state`` says."""
        if state.message is not None and state.message is not self.state.message:
            state = replace(state, message=state.message.cleaned_by(self._clean))
        self.state = replace(state, calls=self._calls_of(state.profile))
        self.state_changed.emit()

    def say(self, message: Message | None) -> None:
        """Say ``message`` in the bar, or nothing."""
        self.show(replace(self.state, message=message))

    def compare_clocks(self, now: Moment) -> None:
        """Count the token by the server's clock where this computer's was changed."""
        token = self.state.token
        compared = None if token is None else token.compared_at(now)
        if compared is not token:
            self.show(replace(self.state, token=compared))

    def look_at_keyring(self) -> None:
        """Say while what runs waits for the keyring, and take it back (KR-05).

        Where nothing else is done the time that it takes tells enough.
        """
        state = self.state
        if state.activity is None or state.is_at_keyring:
            return
        waited = self._keyring_wait(state.profile.id, self._since)
        is_slow = waited * 1000 >= self._patience.running
        if is_slow and not state.is_slow:
            self.show(keeping.while_waiting(state))
        elif state.is_slow and not is_slow:
            self.show(outcomes.after_waiting(state))

    def look_at_calls(self) -> None:
        """Show the authentication calls as they are known by now."""
        if self._calls_of(self.state.profile) != self.state.calls:
            self.show(self.state)

    def _end(self, state: SessionState, how: str) -> None:
        """Show ``state``, with nothing running, and do what had to wait for that."""
        activity = self.state.activity
        if activity is not None:
            _log.info("%s of profile %s: %s", activity.value, state.profile.id, how)
        self.show(outcomes.idle(state))
        while self._due and self.state.activity is None:
            self._due.pop(0)()

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, RingAuthError):
            state = outcomes.after_failure(self.state, error, self._clock())
            self._end(self._with_exchange(state), type(error).__name__)
        else:
            _log.error("Unexpected error in a worker", exc_info=error)
            self._end(outcomes.after_bug(self.state), "a mistake of ours")

    def _with_exchange(self, state: SessionState) -> SessionState:
        """Let the message lead to what this run sent last, if it sent anything."""
        if state.message is None:
            return state
        number = self._last_exchange(state.profile.id, self._since)
        return replace(state, message=replace(state.message, exchange=number))

    def _on_attempts_progressed(self, progress: AuthorizationProgress) -> None:
        since = self.state.waiting_since
        if progress.step is AuthorizationStep.WAITING:
            since = self._clock()
        self.show(replace(self.state, progress=progress, waiting_since=since))

    def _on_attempts_slow(self) -> None:
        if self.state.is_at_keyring:
            self.show(keeping.while_waiting(self.state))

    def _on_attempts_abandoned(self) -> None:
        if self.state.is_at_keyring:
            self._end(keeping.after_giving_up(self.state), LEFT)
        else:
            self._end(keeping.after_leaving(self.state), LEFT)

    def _on_attempts_ended_late(self, error: Exception | None) -> None:
        """Look what came of it; a keyring that refused is not asked again (KR-04)."""
        how = "done" if error is None else type(error).__name__
        _log.info("what was left of profile %s: %s", self.state.profile.id, how)
        if isinstance(error, TokenStoreError):
            self.when_idle(partial(self._show_late_failure, error))
        else:
            self.when_idle(self.outdated.emit)

    def _show_late_failure(self, error: TokenStoreError) -> None:
        if keeping.is_left(self.state):
            self.show(outcomes.after_failure(self.state, error, self._clock()))
