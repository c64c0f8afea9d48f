"""A runner that keeps what it runs until the test lets it end."""

from collections.abc import Callable
from typing import TypeVar

from typing_extensions import override

from ringauth_gui.gui.background import BackgroundRunner

Outcome = TypeVar("Outcome")


class HoldingRunner(BackgroundRunner):
    """Runs at once what comes before ``hold``, and the rest in ``let_end``.

    Attributes:
        held: How many runs wait.
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_holding = False
        self._held: list[Callable[[], None]] = []

    @property
    def held(self) -> int:
        return len(self._held)

    def hold(self) -> None:
        """Keep what is run from now on."""
        self._is_holding = True

    def let_end(self) -> None:
        """Deliver every outcome, as it would be after a long time."""
        self._is_holding = False
        for deliver in self._held:
            deliver()
        self._held.clear()

    @override
    def run(
        self,
        work: Callable[[], Outcome],
        on_success: Callable[[Outcome], None],
        on_failure: Callable[[Exception], None],
    ) -> None:
        if not self._is_holding:
            super().run(work, on_success, on_failure)
            return

        def deliver() -> None:
            try:
                outcome = work()
            except Exception as error:  # noqa: BLE001 - as the runner does
                on_failure(error)
            else:
                on_success(outcome)

        self._held.append(deliver)
