"""A profile's session, as a sign-out of all profiles works on it."""

from collections.abc import Callable

from ringauth_gui.gui.session import Session
from ringauth_gui.sign_out_turn import Held, Reading, TurnEnd
from ringauth_gui.storage.profile import Profile


class SessionDoor:
    """Tells what the session of one profile holds, and starts what is wished."""

    def __init__(self, session: Session, is_listed: Callable[[Session], bool]) -> None:
        """Work on ``session``; one that ``is_listed`` no more was deleted."""
        self.session = session
        self._is_listed = is_listed

    @property
    def profile(self) -> Profile:
        """Whose session it is."""
        return self.session.state.profile

    def held(self) -> Held:
        """Return what the session holds now."""
        state = self.session.state
        if not self._is_listed(self.session):
            return Held.DELETED
        if state.activity is not None:
            return Held.BUSY
        if state.pending is not None:
            return Held.QUESTION
        return Held.NO_TOKEN if state.token is None else Held.TOKEN

    def read(self, end: Callable[[Reading], None]) -> None:
        """Start to read what is kept; ``end`` is told how that ends."""
        self.session.read_again(end)

    def sign_out(self, *, is_last_try: bool, end: Callable[[TurnEnd], None]) -> None:
        """Start the sign-out; ``end`` is told how it ends."""
        self.session.sign_out_in_turn(end, is_last_try=is_last_try)

    def cancel(self) -> None:
        """Ask what was started to end."""
        self.session.cancel()
