"""Windows that refresh one profile all the time, and a hand that kills them."""

import random
import select
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from typing_extensions import override

from ringauth_gui.errors import MustWait, RingAuthError, TriedElsewhere
from ringauth_gui.gui.auto_refresh import AutoRefresh
from ringauth_gui.gui.session_state import SessionState
from ringauth_gui.oauth.token import Token
from ringauth_gui.outcomes import Refreshed
from tests.kills.acts import start_again, status_of
from tests.kills.computer import Computer, never
from tests.kills.deaths import give_token
from tests.kills.practice_process import UNLIMITED, PracticeProcess
from tests.kills.processes import Child, run, start
from tests.kills.steps import Steps

WINDOWS = 4
SHORT_LIVED = replace(UNLIMITED, access_token_lifetime=240)
# A start takes about sixty steps, a refresh forty.
_MOST_STEPS = 150
_AIMED = 0.7  # of the kills are aimed at the window that refreshes, if one does
_LOST, _USABLE, _WAITS = "lost: ", "usable", "told to wait"
_LOCKED, _RELEASED = "lock held", "lock released"


@dataclass
class Figures:
    """What a run of kills came to.

    Attributes:
        seed: Of the moments of the kills.
        kills: How many there were.
        in_a_refresh: How many of them hit a window that held the refresh lock.
        usable: After how many of them the next start had a usable token.
        refreshes: How many token requests the server answered.
        waits: How often a window was told to wait: the calls of a minute are used up,
            or another window has just tried the same refresh by itself.
        lost: Why a grant was lost, for each time that one was.
        seconds: How long it took.
    """

    seed: int
    kills: int = 0
    in_a_refresh: int = 0
    usable: int = 0
    refreshes: int = 0
    waits: int = 0
    lost: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @override
    def __str__(self) -> str:
        return (
            f"seed {self.seed}: {self.kills} kills ({self.in_a_refresh} in the middle "
            f"of a refresh) under {self.refreshes} refreshes in {self.seconds:.0f} s; "
            f"next start usable: {self.usable}; told to wait: {self.waits}; "
            f"lost grants: {len(self.lost)}"
        )


class Load:
    """Some windows on one computer, as many at every moment."""

    def __init__(
        self, practice: PracticeProcess, computer: Computer, seed: int
    ) -> None:
        """Sign in once, and open the windows."""
        give_token(practice, computer)
        self.figures = Figures(seed)
        self._practice = practice
        self._computer = computer
        self._end = computer.folder / "end"
        self._hand = random.Random(seed)  # noqa: S311 - it has to be repeatable
        self._windows = [self._open() for _ in range(WINDOWS)]
        self._refreshing: Child[None] | None = None

    def kill(self, times: int) -> Figures:
        """Kill windows at random moments, and return what came of it.

        After each kill another is opened, and must find a usable token before the next.
        """
        began, before = time.monotonic(), self._practice.requests()
        for _ in range(times):
            for _ in range(self._hand.randrange(_MOST_STEPS)):
                self._pass_step()
            self._kill_one()
        self._close()
        self.figures.refreshes = self._practice.requests() - before
        self.figures.seconds = time.monotonic() - began
        return self.figures

    def _open(self) -> Child[None]:
        return start(keep_refreshing, None, self._computer, self._end)

    def _kill_one(self) -> None:
        # One refreshes at a time: without this, few kills would hit it.
        victim = self._hand.choice(self._windows)
        if self._refreshing is not None and self._hand.random() < _AIMED:
            victim = self._refreshing
        victim.kill()
        locks = [each for each in victim.ended().steps if each in {_LOCKED, _RELEASED}]
        self.figures.kills += 1
        self.figures.in_a_refresh += locks[-1:] == [_LOCKED]
        self._refreshing = None
        successor = self._open()
        self._windows[self._windows.index(victim)] = successor
        while self._pass_step() != (successor, _USABLE):
            pass
        self.figures.usable += 1

    def _pass_step(self) -> tuple[Child[None], str]:
        """Wait until one of the windows has taken a step, and return both."""
        ready, _, _ = select.select(self._windows, [], [])
        window: Child[None] = self._hand.choice(ready)
        step = window.take_step()
        assert step is not None, "a window closed by itself"
        if step in {_LOCKED, _RELEASED}:
            self._refreshing = window if step == _LOCKED else None
        if step.startswith(_LOST):
            self.figures.lost.append(step)
        self.figures.waits += step == _WAITS
        return window, step

    def _close(self) -> None:
        """Close the windows, and look at what they leave behind."""
        self._end.touch()
        for window in self._windows:
            window.ended()
        at_the_end = run(start_again, self._computer).returned
        if not at_the_end.is_usable:
            self.figures.lost.append(f"{_LOST}{at_the_end.refused}")


def keep_refreshing(steps: Steps, computer: Computer, end: Path) -> None:
    """Be a window: show what is kept, use it, and refresh it whenever that is due."""
    window, rule = computer.open_window(steps), AutoRefresh()
    shown = window.restore(computer.profile)
    if shown is None:
        steps.reach(f"{_LOST}nothing is kept")
        return
    while not end.exists():
        computer.clock.advance()
        is_usable = status_of(computer, shown) == 200
        steps.reach(_USABLE if is_usable else "refused")
        state = SessionState(computer.profile, opened=True, token=shown)
        is_due = rule.is_due(state, computer.clock())
        if is_due or not is_usable:
            refresh = partial(window.refresh, by_itself=is_due)
            shown = _refreshed(steps, partial(refresh, computer.profile, shown), shown)


def _refreshed(steps: Steps, refresh: Callable[..., Refreshed], shown: Token) -> Token:
    try:
        return refresh(never()).token
    except (MustWait, TriedElsewhere):
        steps.reach(_WAITS)
    except RingAuthError as error:
        steps.reach(f"{_LOST}{type(error).__name__}: {error}")
    return shown
