"""How far two clocks are apart, as far as anybody can tell."""

from dataclasses import dataclass, replace
from typing import Optional


@dataclass(frozen=True)
class ClockDifference:
    """Seconds that a server's clock is ahead of this computer's wall clock.

    Below zero it is behind. The truth lies between the two bounds.

    Attributes:
        least: The lower bound.
        most: The upper bound.
        is_steady: Whether the server's clock was never seen to be set, while this
            computer's was not.
    """

    least: float
    most: float
    is_steady: bool = True

    @property
    def width(self) -> float:
        """The seconds between the bounds."""
        return self.most - self.least

    @property
    def middle(self) -> float:
        """The best guess; it is wrong by half the width at most."""
        return (self.least + self.most) / 2

    @property
    def largest(self) -> float:
        """The most seconds that the clocks can be apart, whichever is ahead."""
        return max(abs(self.least), abs(self.most))

    @property
    def smallest(self) -> float:
        """The seconds that the clocks are apart for certain, whichever is ahead."""
        return max(0.0, self.least, -self.most)

    def shifted(self, seconds: float) -> "ClockDifference":
        """Return what it is where the wall clock is ``seconds`` further behind."""
        return replace(self, least=self.least + seconds, most=self.most + seconds)

    def widened(self, below: float, above: float) -> "ClockDifference":
        """Return it with room for the truth to have moved so far, down and up."""
        return replace(self, least=self.least - below, most=self.most + above)

    def narrowed_by(self, other: "ClockDifference") -> Optional["ClockDifference"]:
        """Return what both allow; None where they contradict each other."""
        least, most = max(self.least, other.least), min(self.most, other.most)
        return replace(self, least=least, most=most) if least <= most else None
