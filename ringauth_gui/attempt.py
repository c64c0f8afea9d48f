"""One attempt to authorize: where it stands, and how to cancel or help it."""

import enum
import threading
from collections.abc import Callable
from dataclasses import dataclass, field


class AuthorizationStep(enum.Enum):
    """Where a sign-in stands, in this order."""

    STARTING = enum.auto()
    LISTENING = enum.auto()
    WAITING = enum.auto()
    EXCHANGING = enum.auto()


@dataclass(frozen=True)
class AuthorizationProgress:
    """What the waiting panel shows.

    Attributes:
        step: Where the sign-in stands.
        redirect_uri: What the receiver listens on, exactly as to be registered.
        authorization_uri: The address for the browser; empty before LISTENING.
        browser_opened: Whether a browser could be started for it.
    """

    step: AuthorizationStep
    redirect_uri: str = ""
    authorization_uri: str = field(default="", repr=False)
    browser_opened: bool = False


class Attempt:
    """The thread-safe handle that the window holds on a running sign-in."""

    def __init__(self, on_progress: Callable[[AuthorizationProgress], None]) -> None:
        """Take ``on_progress``, which is called on the thread that does the work."""
        self.cancel = threading.Event()
        self.report = on_progress
        self._offer: Callable[[str], bool] | None = None

    def accept_addresses(self, offer: Callable[[str], bool]) -> None:
        """Let ``offer`` judge pasted addresses from now on."""
        self._offer = offer

    def use_address(self, untrusted_address: str) -> bool:
        """Hand over the address that a browser ended on; True if it is the answer."""
        return self._offer is not None and self._offer(untrusted_address)
