"""Switches the practice server off the GUI thread, and knows what is on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ringauth_gui.errors import RingAuthError
from ringauth_gui.gui.background import BackgroundRunner, reraise
from ringauth_gui.practice_setting import SettingValue
from ringauth_gui.practice_state import (
    PracticeControls,
    PracticeProgramme,
    PracticeState,
)

Then = Callable[[], None]


def _nothing() -> None:
    """Do nothing more."""


class PracticeDesk(QObject):
    """Takes wishes about the practice server, and tells what became of them.

    Signals:
        state_changed: The server behaves otherwise than known before.
        programme_read: The ``PracticeProgramme``.
        failed: A sentence that says why the server could not be switched.
    """

    state_changed = Signal()
    programme_read = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        controls: Callable[[], PracticeControls],
        runner: BackgroundRunner,
        parent: QObject,
    ) -> None:
        """Ask nobody before there is a wish; ``controls`` is called on workers."""
        super().__init__(parent)
        self._controls = controls
        self._runner = runner
        self._state = PracticeState()
        self._wishes = 0
        self._under_way = 0

    @property
    def state(self) -> PracticeState:
        """What is on, as far as it is known."""
        return self._state

    def look(self) -> None:
        """Find out what is on; starts no server, and keeps silent when that fails.

        Nothing is asked while a wish is under way, whose outcome will tell.
        """
        number = self._wishes
        if self._under_way == 0:
            self._runner.run(
                lambda: self._controls().look(),
                lambda state: self._take(number, state or PracticeState()),
                self._on_look_failed,
            )

    def read_programme(self) -> None:
        """Find out what can be switched, and what is on."""
        self._runner.run(
            lambda: self._controls().programme(),
            self._on_programme_read,
            self.tell_failure,
        )
        self._switch(lambda: self._controls().state())

    def start_scene(self, key: str) -> None:
        """Start a scene in place of all that is on."""
        self._switch(lambda: self._controls().start_scene(key))

    def switch_fault(self, key: str, on: bool, amount: int | None = None) -> None:
        """Switch a fault on, with its number, or off."""
        self._switch(lambda: self._controls().switch_fault(key, on=on, amount=amount))

    def change_setting(self, name: str, value: SettingValue) -> None:
        """Let a setting be ``value``."""
        self._switch(lambda: self._controls().change_setting(name, value))

    def refuse_with(self, code: str) -> None:
        """Let requests be refused with an error code; with none, no longer."""
        self._switch(lambda: self._controls().refuse_with(code))

    def reset(self, then: Then = _nothing) -> None:
        """Let the server behave as RingCentral again, and then do ``then``."""
        self._switch(lambda: self._controls().reset(), then)

    def tell_failure(self, error: Exception) -> None:
        """Say why the server could not be switched; other errors are bugs."""
        if not isinstance(error, RingAuthError):
            reraise(error)
        self.state_changed.emit()  # a switch that was thrown goes back
        self.failed.emit(
            self.tr("The practice server could not be switched ({0}).").format(error)
        )

    def _switch(self, call: Callable[[], PracticeState], then: Then = _nothing) -> None:
        self._wishes += 1
        self._under_way += 1
        number = self._wishes

        def succeed(state: PracticeState) -> None:
            self._under_way -= 1
            self._take(number, state)
            then()

        def fail(error: Exception) -> None:
            self._under_way -= 1
            self.tell_failure(error)

        self._runner.run(call, succeed, fail)

    def _take(self, number: int, state: PracticeState) -> None:
        """Show ``state``, unless a later wish tells more."""
        if number == self._wishes:
            self._state = state
            self.state_changed.emit()

    def _on_programme_read(self, programme: PracticeProgramme) -> None:
        self.programme_read.emit(programme)

    def _on_look_failed(self, error: Exception) -> None:
        if not isinstance(error, RingAuthError):
            reraise(error)
