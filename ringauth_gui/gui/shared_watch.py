"""Notices that a file which windows share was changed, and has it read."""

from collections.abc import Callable

from ringauth_gui.gui.background import BackgroundRunner, reraise


class SharedWatch:
    """Compares a stamp at each tick; what is behind it is read on a worker."""

    def __init__(
        self,
        runner: BackgroundRunner,
        is_outdated: Callable[[], bool],
        look: Callable[[], object],
        on_looked: Callable[[], None],
    ) -> None:
        """Watch with what the file's owner offers.

        Args:
            runner: Runs what may block.
            is_outdated: Returns at once whether the file was changed since the last
                look.
            look: Reads it; may block.
            on_looked: Called on this thread once that is done.
        """
        self._runner = runner
        self._is_outdated = is_outdated
        self._look = look
        self._on_looked = on_looked
        self._is_looking = False

    def tick(self) -> bool:
        """Look where something changed, one look at a time; return whether one runs."""
        if not self._is_looking and self._is_outdated():
            self._is_looking = True
            self._runner.run(
                self._look, lambda _seen: self._on_look_done(), self._on_look_failed
            )
        return self._is_looking

    def _on_look_done(self) -> None:
        self._is_looking = False
        self._on_looked()

    def _on_look_failed(self, error: Exception) -> None:
        self._is_looking = False
        reraise(error)
