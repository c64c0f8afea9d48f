"""What every session works with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringauth_gui.gui.attempt_runner import PATIENCE, Patience
from ringauth_gui.gui.background import BackgroundRunner
from ringauth_gui.moment import Clock, Moment
from ringauth_gui.ringcentral.rate_budget import RateBudget
from ringauth_gui.storage.profile import Profile

if TYPE_CHECKING:
    from ringauth_gui.authorizer import Authorizer

ProvideAuthorizer = Callable[[], "Authorizer"]


@dataclass(frozen=True)
class SessionTools:
    """The collaborators that all sessions share.

    Attributes:
        authorizer: Returns the use cases; only called on worker threads, may block.
        runner: Runs work off the GUI thread.
        clock: Tells the time.
        clean: Takes secrets out of what a server said before it is shown (R22).
        calls_of: Returns what is known of a profile's authentication calls, at once.
        last_exchange: Returns the number of the profile's last exchange in the HTTP
            log, by its ID, unless it is older than a moment.
        keyring_wait: Returns for how many seconds the keyring has not answered what
            runs for a profile, by its ID, since a moment.
        patience: How long is waited for what does not end.
    """

    authorizer: ProvideAuthorizer
    runner: BackgroundRunner
    clock: Clock
    clean: Callable[[str], str]
    calls_of: Callable[[Profile], RateBudget]
    last_exchange: Callable[[str, Moment], int | None]
    keyring_wait: Callable[[str, Moment], float]
    patience: Patience = PATIENCE
