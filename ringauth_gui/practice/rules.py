"""RingCentral's rules for codes, tokens and sessions, and what ends them; no HTTP."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.authorization_request import AuthorizationRequest
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.people import Person
from ringauth_gui.practice.refusals import (
    CODE_EXPIRED,
    CODE_INVALID,
    CODE_OF_ANOTHER_APP,
    EXCHANGE_REDIRECT_URI_MISMATCH,
    GRANT_NOT_FOUND,
    TOKEN_NOT_FOUND,
    TOKEN_OF_ANOTHER_CLIENT,
    TOKEN_UNREADABLE,
    VERIFIER_MISMATCH,
    Refused,
)
from ringauth_gui.practice.session import Grant, IssuedTokens, Session
from ringauth_gui.practice.settings import Settings
from ringauth_gui.practice.token_format import is_readable, new_code

# Enough to tell a used code from an unknown one, and bounded.
_REMEMBERED_CODES = 100


@dataclass
class _Code:
    request: AuthorizationRequest
    person: Person
    issued_at: float
    is_used: bool = False
    session: Session | None = None


class Rules:
    """All codes and sessions of the server; safe to call from several threads."""

    def __init__(self, behaviour: Behaviour, clock: Callable[[], float]) -> None:
        self._behaviour = behaviour
        self._clock = clock
        self._codes: dict[str, _Code] = {}
        self._sessions: list[Session] = []
        self._lock = threading.Lock()

    @property
    def _settings(self) -> Settings:
        return self._behaviour.settings

    def issue_code(self, request: AuthorizationRequest, person: Person) -> str:
        """Give out the authorization code for what ``person`` allowed."""
        with self._lock:
            code = new_code()
            self._codes[code] = _Code(request, person, self._clock())
            while len(self._codes) > _REMEMBERED_CODES:
                del self._codes[next(iter(self._codes))]
            return code

    def exchange_code(
        self,
        app: App,
        untrusted_code: str,
        untrusted_redirect_uri: str | None,
        untrusted_verifier: str | None,
    ) -> IssuedTokens:
        """Start a session for an authorization code (RFC 6749 section 4.1.3).

        Raises:
            Refused: OAU-106, -108, -109, -110, or the verifier does not match.
        """
        with self._lock:
            now = self._clock()
            code = self._redeem(app, untrusted_code, now)
            if untrusted_redirect_uri != code.request.redirect_uri:
                raise Refused(EXCHANGE_REDIRECT_URI_MISMATCH)
            _check_verifier(code.request, untrusted_verifier)
            grant = Grant(app, code.person, code.request.scope)
            code.session = self._start(grant, now)
            return code.session.tokens(now)

    def refresh(self, app: App, untrusted_token: str) -> IssuedTokens:
        """Replace a session's tokens (RFC 6749 section 6).

        Raises:
            Refused: OAU-210 or OAU-213.
        """
        with self._lock:
            now = self._clock()
            for session in self._sessions:
                if session.has_refresh_token(untrusted_token):
                    if session.grant.app != app:
                        break
                    session.refresh(untrusted_token, now)
                    return session.tokens(now)
            raise Refused(GRANT_NOT_FOUND)

    def revoke(self, app: App, untrusted_token: str) -> None:
        """End the whole session of a token; an unknown token is no error (RFC 7009).

        Raises:
            Refused: OAU-164, the token belongs to another app.
        """
        with self._lock:
            now = self._clock()
            for session in self._sessions:
                if session.is_alive(untrusted_token, now):
                    if session.grant.app != app:
                        raise Refused(TOKEN_OF_ANOTHER_CLIENT)
                    self._sessions.remove(session)
                    return

    def use(self, untrusted_access_token: str) -> Grant:
        """Accept an access token on an API call and tell what it grants.

        Raises:
            Refused: OAU-128, -129, -149 or -213.
        """
        if not is_readable(untrusted_access_token):
            raise Refused(TOKEN_UNREADABLE)
        with self._lock:
            for session in self._sessions:
                if session.has_access_token(untrusted_access_token):
                    session.use(untrusted_access_token, self._clock())
                    return session.grant
            raise Refused(TOKEN_NOT_FOUND)

    def _redeem(self, app: App, untrusted_code: str, now: float) -> _Code:
        """The code's data; whatever follows, the code cannot be used again."""
        code = self._codes.get(untrusted_code)
        if code is None:
            raise Refused(CODE_INVALID)
        if code.request.app != app:
            raise Refused(CODE_OF_ANOTHER_APP)
        if code.is_used:
            # RFC 6749 section 4.1.2: somebody else may hold what it gave out.
            self._end(code.session)
            raise Refused(CODE_INVALID)
        if now >= code.issued_at + self._settings.code_lifetime:
            raise Refused(CODE_EXPIRED)
        code.is_used = True
        return code

    def _start(self, grant: Grant, now: float) -> Session:
        same = [
            session
            for session in self._sessions
            if (session.grant.app, session.grant.person) == (grant.app, grant.person)
        ]
        if len(same) >= self._settings.sessions_per_person:
            self._sessions.remove(same[0])
        session = Session(grant, self._behaviour, now)
        self._sessions.append(session)
        return session

    def _end(self, session: Session | None) -> None:
        if session in self._sessions:
            self._sessions.remove(session)


def _check_verifier(
    request: AuthorizationRequest, untrusted_verifier: str | None
) -> None:
    if request.challenge is None:
        # RFC 9700 section 4.8.2: a verifier without a challenge is a downgrade.
        if untrusted_verifier is not None:
            raise Refused(VERIFIER_MISMATCH)
        return
    if not request.challenge.matches(untrusted_verifier or ""):
        raise Refused(VERIFIER_MISMATCH)
