"""Counts the authentication calls that all windows of this program make."""

import secrets
import threading
from collections.abc import Callable
from pathlib import Path

from ringauth_gui.caller import Caller
from ringauth_gui.errors import CallsUsedUp, PauseNotOver
from ringauth_gui.moment import Clock, Moment
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.ringcentral.rate_budget import UNUSED, Purpose, RateBudget
from ringauth_gui.ringcentral.rate_headers import pause_after, told_by
from ringauth_gui.ringcentral.rate_record import budget_from_members, budget_to_members
from ringauth_gui.storage.shared_file import Members, SharedFile

BROWSER_SECONDS = 10.0  # until a browser that was opened has sent its first request


class CallCounts:
    """What is known of each caller's calls, here and in a file that windows share.

    Where the file cannot be used, this window's own calls are counted all the same.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Take the folder for the shared files, and the clock."""
        self._folder = folder
        self._clock = clock
        self._own: dict[Caller, RateBudget] = {}
        self._known: dict[Caller, RateBudget] = {}
        self._seen: dict[Caller, tuple[int, int, int] | None] = {}
        self._lock = threading.Lock()

    def known(self, caller: Caller) -> RateBudget:
        """Return what is known without looking anything up."""
        return self._known.get(caller, UNUSED)

    def is_outdated(self, caller: Caller) -> bool:
        """Return whether another window may have made calls since the last look."""
        return self._file(caller).stamp != self._seen.get(caller)

    def look(self, caller: Caller) -> RateBudget:
        """Return what is known by now; reads the file."""
        with self._lock:
            file = self._file(caller)
            self._seen[caller] = file.stamp
            self._known[caller] = self._merged(caller, file.read())
        return self.known(caller)

    def start(self, caller: Caller, purpose: Purpose, seconds: float) -> str:
        """Count a call before it is sent, and return the ID it is counted by.

        Args:
            caller: Whose call it is.
            purpose: What it is for.
            seconds: How long it may take until the server has counted it.

        Raises:
            CallsUsedUp, PauseNotOver: It must not be sent yet; it is not counted.
        """
        call = secrets.token_hex(8)
        now = self._clock()

        def started(budget: RateBudget) -> RateBudget:
            _refuse_early(budget, caller, purpose, now)
            return budget.started(call, now, seconds) if caller.is_counted else budget

        self._change(caller, call, started)
        return call

    def visit(self, caller: Caller, purpose: Purpose) -> None:
        """Count the request that a browser is about to make.

        Raises:
            CallsUsedUp, PauseNotOver: It must not be opened yet.
        """
        self.start(caller, purpose, BROWSER_SECONDS)

    def end(
        self, caller: Caller, call: str, response: HttpResponse | None = None
    ) -> None:
        """Tell that the server has counted a call, and what it said to it, if so."""
        now = self._clock()
        pause = told = None
        if response is not None:
            pause = pause_after(response, is_ringcentral=caller.is_counted)
            told = told_by(response, now)

        def ended(budget: RateBudget) -> RateBudget:
            if caller.is_counted:
                budget = budget.ended(call, now)
                budget = budget if told is None else budget.hearing(told)
            return budget if pause is None else budget.pausing(pause, now)

        self._change(caller, call, ended)

    def take_back(self, caller: Caller, call: str) -> None:
        """Tell that a call never reached the server."""
        self._change(caller, call, lambda budget: budget.unsent(call))

    def _change(
        self, caller: Caller, call: str, change: Callable[[RateBudget], RateBudget]
    ) -> None:
        def changed(members: Members) -> Members:
            self._known[caller] = change(self._merged(caller, members))
            return budget_to_members(self._known[caller])

        with self._lock:
            file = self._file(caller)
            file.change(changed)
            own = {*self._own.get(caller, UNUSED).calls, call}
            self._own[caller] = self._known[caller].only(own)
            self._seen[caller] = file.stamp

    def _merged(self, caller: Caller, members: Members) -> RateBudget:
        own = self._own.get(caller, UNUSED)
        return budget_from_members(members).merged(own, self._clock())

    def _file(self, caller: Caller) -> SharedFile:
        return SharedFile(self._folder / f"calls-{caller.digest}.json")


def _refuse_early(
    budget: RateBudget, caller: Caller, purpose: Purpose, now: Moment
) -> None:
    pause = budget.pause_left(now)
    wait = budget.wait(purpose, now) if caller.is_counted else pause
    if wait > 0:
        raise PauseNotOver(wait) if pause > 0 else CallsUsedUp(wait)
