"""RingCentral's rules for codes, tokens and sessions, and what ends them; no HTTP."""

import threading
from collections.abc import Callable
from dataclasses import replace

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.authorization_request import AuthorizationRequest
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.codes import Codes
from ringauth_gui.practice.grant import Grant, IssuedTokens
from ringauth_gui.practice.people import APP_ACCESS, Person
from ringauth_gui.practice.refusals import (
    APP_ACCESS_MISSING,
    CODE_INVALID,
    EXCHANGE_REDIRECT_URI_MISMATCH,
    GRANT_NOT_FOUND,
    TOKEN_NOT_FOUND,
    TOKEN_OF_ANOTHER_CLIENT,
    TOKEN_UNREADABLE,
    USER_DISABLED,
    USER_MAY_NOT_SIGN_IN,
    VERIFIER_MISMATCH,
    Refused,
)
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.session import Ending, Session, SessionSummary
from ringauth_gui.practice.sessions import Sessions
from ringauth_gui.practice.token_format import is_readable

Choose = Callable[[SessionSummary], bool]


def every_session(_: SessionSummary) -> bool:
    """Choose all sessions."""
    return True


class Rules:
    """All codes and sessions of the server; safe to call from several threads."""

    def __init__(
        self, behaviour: Behaviour, registry: Registry, clock: Callable[[], float]
    ) -> None:
        self._registry = registry
        self._clock = clock
        self._codes = Codes(behaviour)
        self._sessions = Sessions(behaviour)
        self._lock = threading.Lock()

    def issue_code(self, request: AuthorizationRequest, person: Person) -> str:
        """Give out the authorization code for what ``person`` allowed."""
        with self._lock:
            return self._codes.issue(request, person, self._clock())

    def exchange_code(
        self,
        app: App,
        untrusted_code: str,
        untrusted_redirect_uri: str | None,
        untrusted_verifier: str | None,
    ) -> IssuedTokens:
        """Start a session for an authorization code (RFC 6749 section 4.1.3).

        Raises:
            Refused: OAU-106, -108, -109, -110, -236, CMN-408, or the verifier does
                not match.
        """
        with self._lock:
            now = self._clock()
            code = self._codes.find(app, untrusted_code)
            if code.is_used:
                # RFC 6749 section 4.1.2: somebody else may hold what it gave out.
                if code.session is not None:
                    self._sessions.end(code.session, Ending.NOT_FOUND)
                raise Refused(CODE_INVALID)
            self._codes.redeem(code, now)
            if untrusted_redirect_uri != code.request.redirect_uri:
                raise Refused(EXCHANGE_REDIRECT_URI_MISMATCH)
            _check_verifier(code.request, untrusted_verifier)
            self._check_person(code.person)
            grant = Grant(app, code.person, code.request.scope)
            code.session = self._sessions.start(grant, now)
            return code.session.tokens(now)

    def refresh(self, app: App, untrusted_token: str) -> IssuedTokens:
        """Replace a session's tokens (RFC 6749 section 6).

        Raises:
            Refused: OAU-210, -211, -213, -236 or CMN-408.
        """
        with self._lock:
            now = self._clock()
            session = self._sessions.with_refresh_token(untrusted_token)
            if session is None or not _belongs(session, app):
                raise Refused(GRANT_NOT_FOUND)
            self._check_person(session.grant.person)
            session.grant = replace(session.grant, app=app)
            session.refresh(untrusted_token, now)
            return session.tokens(now)

    def revoke(self, app: App, untrusted_token: str) -> None:
        """End the whole session of a token; an unknown token is no error (RFC 7009).

        Raises:
            Refused: OAU-164, the token belongs to another app.
        """
        with self._lock:
            now = self._clock()
            for session in self._sessions:
                if session.is_alive(untrusted_token, now):
                    if not _belongs(session, app):
                        raise Refused(TOKEN_OF_ANOTHER_CLIENT)
                    self._sessions.end(session, Ending.NOT_FOUND)

    def use(self, untrusted_access_token: str) -> Grant:
        """Accept an access token on an API call and tell what it grants.

        Raises:
            Refused: OAU-128, -129, -141, -149 or -213.
        """
        if not is_readable(untrusted_access_token):
            raise Refused(TOKEN_UNREADABLE)
        with self._lock:
            session = self._sessions.with_access_token(untrusted_access_token)
            if session is None:
                raise Refused(TOKEN_NOT_FOUND)
            session.use(untrusted_access_token, self._clock())
            person = self._registry.now(session.grant.person)
            if not person.is_enabled:
                raise Refused(USER_MAY_NOT_SIGN_IN)
            return replace(session.grant, person=person)

    def sessions(self) -> tuple[SessionSummary, ...]:
        """The sessions that go on, oldest first."""
        with self._lock:
            return tuple(session.summary for session in self._sessions)

    def end_sessions(self, ending: Ending, choose: Choose = every_session) -> int:
        """End the chosen sessions and tell how many they were."""
        with self._lock:
            chosen = self._chosen(choose)
            for session in chosen:
                self._sessions.end(session, ending)
            return len(chosen)

    def crowd_out(self) -> None:
        """Start as many further sessions as it takes to end all that are open."""
        with self._lock:
            self._sessions.crowd_out(self._clock())

    def expire_access_tokens(self, choose: Choose = every_session) -> int:
        """Let the chosen sessions' access tokens be over now (OAU-128)."""
        with self._lock:
            chosen = self._chosen(choose)
            for session in chosen:
                session.expire_access_token(self._clock())
            return len(chosen)

    def shorten(self, access_token: str, seconds: float) -> None:
        """Let one access token be over after so many seconds at the latest."""
        with self._lock:
            session = self._sessions.with_access_token(access_token)
            if session is not None:
                session.expire_access_token(self._clock() + seconds)

    def expire_refresh_tokens(self, choose: Choose = every_session) -> int:
        """Let the chosen sessions' refresh tokens be over now (OAU-210)."""
        with self._lock:
            chosen = self._chosen(choose)
            for session in chosen:
                session.expire_refresh_token(self._clock())
            return len(chosen)

    def _chosen(self, choose: Choose) -> tuple[Session, ...]:
        return tuple(one for one in self._sessions if choose(one.summary))

    def _check_person(self, person: Person) -> None:
        person = self._registry.now(person)
        if not person.is_enabled:
            raise Refused(USER_DISABLED)
        if APP_ACCESS not in person.permissions:
            raise Refused(APP_ACCESS_MISSING, "permissionName", APP_ACCESS)


def _belongs(session: Session, app: App) -> bool:
    return session.grant.app.client_id == app.client_id


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
