"""Authorization requests that wait for a person, each behind an unguessable ticket."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass

from ringauth_gui.practice.authorization_request import AuthorizationRequest
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.people import Person
from ringauth_gui.practice.settings import Settings

_MOST_WAITING = 100


@dataclass
class WaitingRequest:
    """An authorization request in the browser; ``person`` once signed in."""

    request: AuthorizationRequest
    issued_at: float
    person: Person | None = None


class Tickets:
    """Gives each page of a sign-in the proof that it belongs to its request."""

    def __init__(self, behaviour: Behaviour, clock: Callable[[], float]) -> None:
        self._behaviour = behaviour
        self._clock = clock
        self._waiting: dict[str, WaitingRequest] = {}
        self._lock = threading.Lock()

    @property
    def _settings(self) -> Settings:
        return self._behaviour.settings

    def issue(self, request: AuthorizationRequest, person: Person | None = None) -> str:
        """Keep ``request`` until its person, who may be known, has decided."""
        with self._lock:
            ticket = secrets.token_urlsafe(32)
            self._waiting[ticket] = WaitingRequest(request, self._clock(), person)
            while len(self._waiting) > _MOST_WAITING:
                del self._waiting[next(iter(self._waiting))]
            return ticket

    def find(self, untrusted_ticket: str) -> WaitingRequest | None:
        """The request behind a ticket, unless it is over."""
        with self._lock:
            waiting = self._waiting.get(untrusted_ticket)
            return waiting if waiting and self._is_valid(waiting) else None

    def redeem(self, untrusted_ticket: str) -> WaitingRequest | None:
        """The same as ``find``, for the last time: the ticket is used up."""
        with self._lock:
            waiting = self._waiting.pop(untrusted_ticket, None)
            return waiting if waiting and self._is_valid(waiting) else None

    def _is_valid(self, waiting: WaitingRequest) -> bool:
        return self._clock() < waiting.issued_at + self._settings.ticket_lifetime
