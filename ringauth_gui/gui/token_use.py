"""Uses the token of one profile's session, one use at a time."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from ringauth_gui.gui.session_run import SessionRun
from ringauth_gui.gui.session_state import Activity, SessionState
from ringauth_gui.gui.session_tools import ProvideAuthorizer
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer
    from ringauth_gui.oauth.token import Token

Outcome = TypeVar("Outcome")


class TokenUse:
    """Starts the use cases that are about the token in sight."""

    def __init__(self, run: SessionRun, authorizer: ProvideAuthorizer) -> None:
        """Work through ``run``."""
        self._run = run
        self._authorizer = authorizer

    def start(
        self,
        activity: Activity,
        use_case: Callable[["Authorizer", Profile, "Token", threading.Event], Outcome],
        after: Callable[[SessionState, Outcome], SessionState],
    ) -> None:
        """Start ``use_case``, if there is a token and nothing else runs."""
        profile, token = self._run.state.profile, self._run.state.token
        if token is not None and self._run.may(self._run.state.why_no_token_action()):
            self._run.start(
                activity,
                lambda attempt: use_case(
                    self._authorizer(), profile, token, attempt.cancel
                ),
                after,
            )
