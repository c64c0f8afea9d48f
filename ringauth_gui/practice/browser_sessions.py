"""Who is signed in in which browser, and which apps people have allowed."""

import secrets
import threading

from ringauth_gui.practice.authorization_request import AuthorizationRequest
from ringauth_gui.practice.people import Person
from ringauth_gui.practice.registry import Registry

_MOST_BROWSERS = 100


class BrowserSessions:
    """Remembers browsers by an unguessable key; safe to use from several threads."""

    def __init__(self, registry: Registry) -> None:
        """Remember nobody yet."""
        self._registry = registry
        self._people: dict[str, Person] = {}
        self._last: Person | None = None
        self._allowed: dict[tuple[int, str], frozenset[str]] = {}
        self._lock = threading.Lock()

    def start(self, person: Person) -> str:
        """Return the key of a browser in which ``person`` has signed in."""
        key = secrets.token_urlsafe(32)
        with self._lock:
            self._last = None
            self._people[key] = person
            while len(self._people) > _MOST_BROWSERS:
                del self._people[next(iter(self._people))]
        return key

    def end(self, untrusted_key: str) -> None:
        """Know a browser no longer."""
        with self._lock:
            self._last = None
            self._people.pop(untrusted_key, None)

    def hand_over(self, person: Person | None) -> None:
        """Take every browser for one that ``person`` used last.

        So it stays until somebody signs in or out; None ends it at once.
        """
        with self._lock:
            self._last = person
            if person is not None:
                self._people.clear()

    def person(self, untrusted_key: str) -> Person | None:
        """Who is signed in in the browser, unless nobody is, or may no longer."""
        with self._lock:
            person = self._people.get(untrusted_key, self._last)
        now = None if person is None else self._registry.now(person)
        return now if now is not None and now.is_enabled else None

    def allow(self, person: Person, asked: AuthorizationRequest) -> None:
        """Remember what ``person`` has allowed an app."""
        of = (person.extension_id, asked.app.client_id)
        with self._lock:
            self._allowed[of] = self._allowed.get(of, frozenset()) | set(asked.scope)

    def has_allowed(self, person: Person, asked: AuthorizationRequest) -> bool:
        """Whether ``person`` has allowed the app all that it asks for."""
        with self._lock:
            allowed = self._allowed.get((person.extension_id, asked.app.client_id))
        return allowed is not None and allowed.issuperset(asked.scope)
