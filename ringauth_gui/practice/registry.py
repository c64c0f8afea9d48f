"""Who is registered with the practice server; may be changed while it serves."""

import secrets
import threading
from collections.abc import Iterable

from ringauth_gui.practice.apps import APPS, App
from ringauth_gui.practice.jwt_credentials import CREDENTIALS, JwtCredential
from ringauth_gui.practice.people import PASSWORD, PEOPLE, Person


class Registry:
    """The apps and the people; safe to use from several threads.

    An app is told by its client ID and a person by the extension ID, so whoever is
    replaced keeps sessions and codes, and the change holds for them at once.
    """

    def __init__(
        self, apps: Iterable[App] = APPS, people: Iterable[Person] = PEOPLE
    ) -> None:
        """Start with these and all credentials; ``reset`` comes back to them."""
        self._first_apps = tuple(apps)
        self._first_people = tuple(people)
        self._lock = threading.Lock()
        self.reset()

    @property
    def apps(self) -> tuple[App, ...]:
        """All apps as they are now, in the order of the front page."""
        with self._lock:
            return tuple(self._apps.values())

    @property
    def people(self) -> tuple[Person, ...]:
        """All people as they are now, in the order of the sign-in page."""
        with self._lock:
            return tuple(self._people.values())

    def find_app(self, untrusted_client_id: str) -> App | None:
        """The app with this client ID, if there is one."""
        with self._lock:
            return self._apps.get(untrusted_client_id)

    @property
    def credentials(self) -> tuple[JwtCredential, ...]:
        """All JWT credentials that were not revoked."""
        with self._lock:
            return tuple(self._credentials.values())

    def find_credential(self, untrusted_id: str) -> JwtCredential | None:
        """The JWT credential with this ID, unless it was revoked."""
        with self._lock:
            return self._credentials.get(untrusted_id)

    def revoke_credential(self, credential_id: str) -> None:
        """Know a JWT credential no longer."""
        with self._lock:
            self._credentials.pop(credential_id, None)

    def holder_of(self, credential: JwtCredential) -> Person:
        """Whose JWT credential it is."""
        with self._lock:
            return self._people[credential.extension_id]

    def find_person(self, untrusted_extension: str) -> Person | None:
        """The person with this extension number, if there is one."""
        return next(
            (one for one in self.people if one.extension_number == untrusted_extension),
            None,
        )

    def hinted_person(self, untrusted_hint: str) -> Person | None:
        """The person whom a login hint means: by extension, e-mail address or name."""
        hint = untrusted_hint.strip().casefold()
        return next(
            (
                one
                for one in self.people
                if hint in (one.extension_number, one.email, one.name.casefold())
            ),
            None,
        )

    def sign_in(
        self, untrusted_extension: str, untrusted_password: str
    ) -> Person | None:
        """The person with this extension number, if the password is right."""
        if not secrets.compare_digest(untrusted_password.encode(), PASSWORD.encode()):
            return None
        return self.find_person(untrusted_extension)

    def now(self, person: Person) -> Person:
        """The person as they are now: with the permissions and status of today."""
        with self._lock:
            return self._people.get(person.extension_id, person)

    def replace_app(self, app: App) -> None:
        """Let ``app`` stand where the app with its client ID stood, or add it."""
        with self._lock:
            self._apps[app.client_id] = app

    def replace_person(self, person: Person) -> None:
        """Let ``person`` stand where the one with this extension ID stood, or add."""
        with self._lock:
            self._people[person.extension_id] = person

    def reset(self) -> None:
        """Have the apps and people of the start again."""
        with self._lock:
            self._apps = {one.client_id: one for one in self._first_apps}
            self._people = {one.extension_id: one for one in self._first_people}
            self._credentials = {one.credential_id: one for one in CREDENTIALS}
