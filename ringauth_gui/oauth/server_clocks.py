"""The clocks of the servers that answered, as far as their answers tell."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringauth_gui.clock_difference import ClockDifference
from ringauth_gui.moment import Moment, wall_jump

if TYPE_CHECKING:
    from ringauth_gui.oauth.exchange import Exchange

DRIFT = 2e-4  # seconds a second that clocks may go apart; quartz is ten times better
JUMP = 1.0  # seconds; no clock that was not set moves so far against another at once
WIDEST = 120.0  # seconds between the bounds; what is known less well is not known


@dataclass(frozen=True)
class _Comparison:
    """What was known of a server's clock at some moment."""

    difference: ClockDifference
    at: Moment

    def difference_at(self, now: Moment) -> ClockDifference:
        """Return what is still true of it ``now``.

        Where the wall clock went further than the monotonic one, it was set forward, or
        the machine slept; where it did not go as far, it was set back.
        """
        jump = wall_jump(self.at, now)
        drift = DRIFT * (abs(now.wall - self.at.wall) + abs(jump))
        return self.difference.widened(max(0.0, jump) + drift, max(0.0, -jump) + drift)

    def followed_by(self, newest: ClockDifference, now: Moment) -> ClockDifference:
        """Return what is known with the ``newest`` answer.

        Where the two contradict each other a clock was set, and only the newest is
        true; where it was not this computer's, it was the server's.
        """
        both = self.difference_at(now).narrowed_by(newest)
        if both is not None:
            return both
        was_ours = abs(wall_jump(self.at, now)) > JUMP
        return replace(newest, is_steady=self.difference.is_steady and was_ours)


class ServerClocks:
    """Compares each server's clock with this computer's, and narrows what is known.

    One answer leaves a second and its round trip open; each further one leaves less.
    """

    def __init__(self) -> None:
        """Know no server yet."""
        self._known: dict[str, _Comparison] = {}

    def learn(self, exchange: "Exchange") -> None:
        """Take in what an answer told, if it did."""
        server, response = exchange.request.server, exchange.response
        if not server or response is None or response.sent.ahead is None:
            return
        newest, now = response.sent.ahead, response.sent
        known = self._known.get(server)
        difference = newest if known is None else known.followed_by(newest, now)
        self._known[server] = _Comparison(difference, now)

    def at(self, server: str, now: Moment) -> Moment:
        """Return ``now`` with how far the clock of ``server`` is ahead, where known."""
        known = self._known.get(server)
        if known is None:
            return now
        ahead = known.difference_at(now)
        return replace(now, ahead=ahead) if ahead.width <= WIDEST else now
