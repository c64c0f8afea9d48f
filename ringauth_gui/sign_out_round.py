"""Signs out all profiles, one after another for each app, within its five calls."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from ringauth_gui.caller import Caller, caller_of
from ringauth_gui.errors import MustWait, OperationCancelled, RateLimited
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.error_answer import DEFAULT_PAUSE
from ringauth_gui.outcomes import Revoked
from ringauth_gui.ringcentral.rate_budget import Purpose, RateBudget, Span
from ringauth_gui.sign_out_turn import (
    DONE,
    FAILED,
    OVER,
    RUNNING,
    Door,
    Held,
    Reading,
    Stage,
    Turn,
    TurnEnd,
)
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_record import DamagedRecord

_AS_HELD = {
    Held.BUSY: Stage.BUSY,
    Held.QUESTION: Stage.QUESTION,
    Held.DELETED: Stage.DELETED,
    Held.TOKEN: Stage.QUEUED,
}


class SignOutRound:
    """Starts what may be started whenever ``advance`` is called; blocks nobody.

    One profile is read at a time, and none any more once the keyring could not be read:
    a locked keyring would ask for its password each time (KR-04).
    """

    def __init__(
        self,
        doors: Sequence[Door],
        calls_of: Callable[[Profile], RateBudget],
        clock: Clock,
    ) -> None:
        """Take the sessions, what is known of a profile's calls, and the clock."""
        self._doors = {door.profile.id: door for door in doors}
        self._turns = {door.profile.id: Turn(door.profile) for door in doors}
        self._calls_of = calls_of
        self._clock = clock
        self._is_stopped = False
        self._is_keyring_down = False

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every profile's turn, in order."""
        return tuple(self._turns.values())

    @property
    def is_going(self) -> bool:
        """Whether something runs, or is still to be started."""
        if self._is_stopped:
            return any(turn.stage in RUNNING for turn in self.turns)
        return any(turn.stage not in OVER for turn in self.turns)

    @property
    def can_go_on(self) -> bool:
        """Whether there is something left that another try may end."""
        return not self.is_going and any(turn.stage not in DONE for turn in self.turns)

    def advance(self) -> None:
        """Look at each session, and start what may be started now."""
        for key, door in self._doors.items():
            if self._turns[key].stage not in OVER:
                self._turns[key] = self._looked_at(self._turns[key], door)
        if not self._is_stopped:
            self._start()

    def stop(self) -> None:
        """Start nothing more, and ask what runs to end."""
        self._is_stopped = True
        for key, turn in self._turns.items():
            if turn.stage in RUNNING:
                self._doors[key].cancel()
            elif turn.stage not in OVER:
                self._turns[key] = replace(turn, stage=Stage.QUEUED)

    def go_on(self) -> None:
        """Go on after ``stop``, and try once more what failed."""
        self._is_stopped = self._is_keyring_down = False
        for key, turn in self._turns.items():
            if turn.stage in FAILED:
                self._turns[key] = Turn(turn.profile)
        self.advance()

    def _looked_at(self, turn: Turn, door: Door) -> Turn:
        """Return where ``turn`` stands after a look at its session."""
        held = door.held()
        if turn.stage in RUNNING and held is not Held.BUSY:
            turn = self._after_run(turn)
        if self._is_stopped or turn.stage in RUNNING | OVER:
            return turn
        stage = _AS_HELD.get(held) or self._without_token(turn)
        return replace(turn, profile=door.profile, stage=stage)

    def _without_token(self, turn: Turn) -> Stage:
        """Return where a turn stands whose session has no token in sight."""
        if turn.reading is not None:
            return Stage.ELSEWHERE if turn.reading.elsewhere else Stage.NOTHING_KEPT
        return Stage.UNREADABLE if self._is_keyring_down else Stage.TO_READ

    def _after_run(self, turn: Turn) -> Turn:
        """Return the turn after what it ran has ended and told nothing else."""
        if turn.stage is Stage.ASKING:  # nobody waited for the end
            return replace(turn, stage=Stage.NOT_KNOWN)
        error = None if turn.reading is None else turn.reading.error
        if isinstance(error, DamagedRecord):  # others may be whole (KR-08)
            return replace(turn, stage=Stage.NOT_TRIED, error=error)
        if turn.reading is not None and error is None:
            return replace(turn, stage=Stage.QUEUED)
        if self._is_stopped:
            return replace(turn, stage=Stage.QUEUED, reading=None)
        self._is_keyring_down = True
        return replace(turn, stage=Stage.UNREADABLE, error=error)

    def _start(self) -> None:
        is_reading = any(turn.stage is Stage.READING for turn in self.turns)
        asking = [turn for turn in self.turns if turn.stage is Stage.ASKING]
        taken = {caller_of(turn.profile) for turn in asking}
        for key, turn in list(self._turns.items()):
            if turn.stage is Stage.TO_READ and not is_reading:
                is_reading = True
                self._read(key)
            caller = caller_of(turn.profile)
            if turn.stage is Stage.QUEUED and caller not in taken:
                taken.add(caller)
                self._ask_or_wait(key, caller)

    def _read(self, key: str) -> None:
        turn = self._turns[key]
        self._turns[key] = replace(turn, stage=Stage.READING, reading=None)
        self._doors[key].read(partial(self._have_read, key))

    def _have_read(self, key: str, reading: Reading) -> None:
        self._turns[key] = replace(self._turns[key], reading=reading)

    def _ask_or_wait(self, key: str, caller: Caller) -> None:
        turn = self._turns[key]
        wait = self._wait(turn, caller)
        stage = Stage.ASKING if wait <= 0 else Stage.WAITING
        self._turns[key] = replace(turn, stage=stage, wait=wait)
        if stage is Stage.ASKING:
            end = partial(self._end, key)
            self._doors[key].sign_out(is_last_try=turn.was_limited, end=end)

    def _wait(self, turn: Turn, caller: Caller) -> float:
        now, budget = self._clock(), self._calls_of(turn.profile)
        own = 0.0 if turn.pause is None else turn.pause.left(now)
        if caller.is_counted:
            return max(own, budget.wait(Purpose.LAST, now))
        return max(own, budget.pause_left(now))

    def _end(self, key: str, end: TurnEnd) -> None:
        turn = self._turns[key]
        if turn.stage is Stage.ASKING:
            self._turns[key] = _ended(turn, end, self._clock)


def _ended(turn: Turn, end: TurnEnd, clock: Clock) -> Turn:
    """Return the turn after its sign-out has ended so."""
    if isinstance(end, Revoked):
        stage = Stage.SIGNED_OUT if end.left_behind is None else Stage.LEFT_BEHIND
        return replace(turn, stage=stage, revoked=end)
    if isinstance(end, MustWait):
        # Another window was faster: its call is known by now, or else this is.
        pause = Span(clock(), end.seconds)
        return replace(turn, stage=Stage.QUEUED, pause=pause)
    if isinstance(end, RateLimited):
        pause = Span(clock(), end.refusal.retry_after or DEFAULT_PAUSE)
        return replace(turn, stage=Stage.QUEUED, pause=pause, was_limited=True)
    is_cancelled = isinstance(end, OperationCancelled)
    stage = Stage.NOT_KNOWN if is_cancelled else Stage.NOT_TRIED
    return replace(turn, stage=stage, error=end)
