"""Looks into the keyring again after another window changed what is kept."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ringauth_gui.errors import TokenStoreError
from ringauth_gui.gui import session_news as news
from ringauth_gui.gui.session_keeping import is_left
from ringauth_gui.gui.session_kept import Kept, read_kept, read_token
from ringauth_gui.gui.session_run import SessionRun
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.session_tools import SessionTools
from ringauth_gui.storage.kept_mark import Change

if TYPE_CHECKING:
    from ringauth_gui.storage.kept_mark import KeptMark


class SessionLook:
    """Keeps what one session shows true to what all windows do."""

    def __init__(self, run: SessionRun, tools: SessionTools) -> None:
        """Work through ``run``."""
        self._run = run
        self._authorizer = tools.authorizer
        self._clock = tools.clock

    def notice(self, mark: "KeptMark", *, is_ours: bool) -> None:
        """Remember ``mark``, and look what is kept, after what runs now has ended.

        A profile that was not opened yet is left alone: it has nothing to be mended.
        Neither has one after a change of this window's own, whose outcome it shows.
        """
        state = self._run.state
        before = state.elsewhere.mark
        if mark is before:
            return
        self._run.show(replace(state, elsewhere=replace(state.elsewhere, mark=mark)))
        if not is_ours and (state.opened or state.activity is not None):
            # The first mark that is seen is older than this window, as a rule.
            is_of_secrets = mark.change is Change.SECRETS and before is not None
            look = self._look_at_all if is_of_secrets else self._look_at_token
            self._run.when_idle(partial(self._look_after, state, partial(look, mark)))

    def _look_after(self, noticed: SessionState, look: Callable[[], None]) -> None:
        """Look, unless what ran meanwhile brought a token of this window's own.

        Its mark is the last then, and is told next; the one before speaks of a former
        token.
        """
        state = self._run.state
        if state.token == noticed.token:
            look()
            return
        before = replace(state.elsewhere, mark=noticed.elsewhere.mark)
        self._run.show(replace(state, elsewhere=before))

    def _look_at_token(self, mark: "KeptMark") -> None:
        state = self._run.state
        if self._may_look(mark) and news.is_outdated(state, mark):
            self._start(
                lambda: read_token(self._authorizer(), state.profile, state.stored)
            )

    def _look_at_all(self, mark: "KeptMark") -> None:
        state = self._run.state
        if self._may_look(mark):
            self._start(lambda: read_kept(self._authorizer(), state.profile))

    def _may_look(self, mark: "KeptMark") -> bool:
        """Return whether ``mark`` is still the last, and the keyring may be asked.

        One that was given up is not: all is read once it answers, or on request.
        """
        state = self._run.state
        return state.elsewhere.mark is mark and not is_left(state)

    def _start(self, read: Callable[[], Kept]) -> None:
        self._run.start(
            Activity.RESTORING, lambda _attempt: _seen(read), self._after_look
        )

    def _after_look(
        self, state: SessionState, seen: Kept | TokenStoreError
    ) -> SessionState:
        if isinstance(seen, TokenStoreError):
            return news.after_failed_look(state, seen)
        return news.after_look(state, seen, self._clock())


def _seen(read: Callable[[], Kept]) -> Kept | TokenStoreError:
    """Return what is kept, or why it could not be read, which is news too."""
    try:
        return read()
    except TokenStoreError as error:
        return error
