"""A profile's session as a sign-out of all meets it; its ends are the test's."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ringauth_gui.errors import OperationCancelled
from ringauth_gui.outcomes import Revoked
from ringauth_gui.sign_out_turn import Held, Reading, TurnEnd
from ringauth_gui.storage.profile import Profile

READ = Reading()


@dataclass
class FakeDoor:
    """Does nothing by itself.

    Attributes:
        profile: Whose session it is.
        kept: Whether the keyring holds a token that may not have been read.
        state: What the window knows.
        asked: What was asked of it, in order.
    """

    profile: Profile
    kept: bool = False
    state: Held = Held.NO_TOKEN
    asked: list[str] = field(default_factory=list)
    _end_reading: Callable[[Reading], None] = lambda _end: None
    _end: Callable[[TurnEnd], None] = lambda _end: None

    def held(self) -> Held:
        return self.state

    def read(self, end: Callable[[Reading], None]) -> None:
        assert self.state is not Held.BUSY, "one thing at a time"
        self.asked.append("read")
        self.state, self._end_reading = Held.BUSY, end

    def sign_out(self, *, is_last_try: bool, end: Callable[[TurnEnd], None]) -> None:
        assert self.state is Held.TOKEN, "there is something to revoke"
        self.asked.append("last try" if is_last_try else "sign out")
        self.state, self._end = Held.BUSY, end

    def cancel(self) -> None:
        self.asked.append("cancel")

    def finish_reading(self, reading: Reading | None = READ) -> None:
        """Let the keyring answer so; None for an answer that nobody waited for."""
        if reading is not None:
            self._end_reading(reading)
        is_read = reading == READ
        self.state = Held.TOKEN if is_read and self.kept else Held.NO_TOKEN

    def finish(self, end: TurnEnd | None) -> None:
        """Let the sign-out end so; None for an end that nobody waited for."""
        if end is not None:
            self._end(end)
        is_gone = isinstance(end, Revoked)
        self.state = Held.NO_TOKEN if is_gone else Held.TOKEN

    def finish_cancelled(self) -> None:
        """Let the sign-out heed a cancel."""
        self.finish(OperationCancelled())
