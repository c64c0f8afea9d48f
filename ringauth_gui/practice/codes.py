"""The authorization codes of the server: each works once, and not for long."""

from dataclasses import dataclass

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.authorization_request import AuthorizationRequest
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.people import Person
from ringauth_gui.practice.refusals import (
    CODE_EXPIRED,
    CODE_INVALID,
    CODE_OF_ANOTHER_APP,
    Refused,
)
from ringauth_gui.practice.session import Session
from ringauth_gui.practice.token_format import new_code

# Enough to tell a used code from an unknown one, and bounded.
_REMEMBERED_CODES = 100


@dataclass
class Code:
    """What an authorization code stands for; ``session`` once it was exchanged."""

    request: AuthorizationRequest
    person: Person
    issued_at: float
    ends_at: float
    is_used: bool = False
    session: Session | None = None


class Codes:
    """Gives out and takes back codes; ``Rules`` calls it under its lock."""

    def __init__(self, behaviour: Behaviour) -> None:
        self._behaviour = behaviour
        self._codes: dict[str, Code] = {}

    def issue(self, request: AuthorizationRequest, person: Person, now: float) -> str:
        """Give out a code."""
        value = new_code()
        ends_at = now + self._behaviour.settings.code_lifetime
        self._codes[value] = Code(request, person, now, ends_at)
        while len(self._codes) > _REMEMBERED_CODES:
            del self._codes[next(iter(self._codes))]
        return value

    def find(self, app: App, untrusted_code: str) -> Code:
        """The code, used or not.

        Raises:
            Refused: OAU-106 or OAU-110.
        """
        code = self._codes.get(untrusted_code)
        if code is None:
            raise Refused(CODE_INVALID)
        if code.request.app.client_id != app.client_id:
            raise Refused(CODE_OF_ANOTHER_APP)
        return code

    def redeem(self, code: Code, now: float) -> None:
        """Use the code up; whatever follows, it cannot be used again.

        Raises:
            Refused: OAU-108.
        """
        if now >= code.ends_at:
            raise Refused(CODE_EXPIRED)
        code.is_used = True

    def owner_of(self, untrusted_text: str) -> Person | None:
        """Whose code it is, also when it was used."""
        code = self._codes.get(untrusted_text)
        return None if code is None else code.person
