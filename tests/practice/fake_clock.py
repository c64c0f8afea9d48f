"""A clock that stands still until it is told otherwise."""


class FakeClock:
    """Wall seconds, as the practice server reads them."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.25

    def __call__(self) -> float:
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        self.now += seconds
