"""A clock that stands still until a test moves it."""

from ringauth_gui.moment import Moment


class FixedClock:
    """A ``Clock`` (called, it returns a Moment) under the test's control."""

    def __init__(
        self, wall: float = 1_750_000_000.0, monotonic: float = 1000.0
    ) -> None:
        """Start at ``wall`` seconds since the epoch."""
        self._wall = wall
        self._monotonic = monotonic

    def __call__(self) -> Moment:
        """Return the moment at which the clock stands."""
        return Moment(self._wall, self._monotonic)

    def advance(self, seconds: float) -> None:
        """Let time pass, on both clocks."""
        self._wall += seconds
        self._monotonic += seconds

    def jump_wall(self, seconds: float) -> None:
        """Set the wall clock forward, or back, as a person or a sleep does."""
        self._wall += seconds
