"""RingCentral's rules for codes, tokens and sessions, and what ends them; no HTTP."""

from collections.abc import Callable
from dataclasses import replace

from ringauth_gui.practice.apps import App
from ringauth_gui.practice.authorization_request import AuthorizationRequest
from ringauth_gui.practice.behaviour import Behaviour
from ringauth_gui.practice.choices import UsedCode
from ringauth_gui.practice.codes import Code, Codes
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
    WRONG_VERIFIER,
    Refused,
)
from ringauth_gui.practice.registry import Registry
from ringauth_gui.practice.session import Session
from ringauth_gui.practice.session_control import SessionControl
from ringauth_gui.practice.session_summary import Ending
from ringauth_gui.practice.sessions import Sessions
from ringauth_gui.practice.token_format import is_readable
from ringauth_gui.practice.token_options import NO_OPTIONS, TokenOptions


class Rules(SessionControl):
    """All codes and sessions of the server; safe to call from several threads."""

    def __init__(
        self, behaviour: Behaviour, registry: Registry, clock: Callable[[], float]
    ) -> None:
        super().__init__(Sessions(behaviour), clock)
        self._behaviour = behaviour
        self._registry = registry
        self._codes = Codes(behaviour)

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
        options: TokenOptions = NO_OPTIONS,
    ) -> IssuedTokens:
        """Start a session for an authorization code (RFC 6749 section 4.1.3).

        Raises:
            Refused: OAU-106, -108, -109, -110, -236, CMN-301, CMN-408, or the
                verifier does not match.
        """
        with self._lock:
            now = self._begin()
            code = self._codes.find(app, untrusted_code)
            if code.is_used:
                return self._exchange_again(code, now)
            self._codes.redeem(code, now)
            asked = code.request
            if not asked.accepts_redirect_uri(untrusted_redirect_uri):
                raise Refused(EXCHANGE_REDIRECT_URI_MISMATCH)
            if not asked.accepts_verifier(untrusted_verifier):
                raise Refused(WRONG_VERIFIER[self._behaviour.settings.wrong_verifier])
            grant = Grant(app, code.person, asked.scope, asked.nonce, code.issued_at)
            code.session = self._start(grant, options, now)
            return code.session.tokens(now)

    def sign_in(
        self, app: App, person: Person, options: TokenOptions = NO_OPTIONS
    ) -> IssuedTokens:
        """Start a session for a person who is known already (RFC 7523).

        Raises:
            Refused: OAU-236, CMN-301 or CMN-408.
        """
        with self._lock:
            now = self._begin()
            grant = Grant(app, person, app.scopes, signed_in_at=now)
            if not self._behaviour.settings.jwt_refresh_token:
                options = replace(options, refresh_token_ttl=0)
            return self._start(grant, options, now).tokens(now)

    def refresh(
        self, app: App, untrusted_token: str, options: TokenOptions = NO_OPTIONS
    ) -> IssuedTokens:
        """Replace a session's tokens (RFC 6749 section 6).

        Raises:
            Refused: OAU-210, -211, -213, -236 or CMN-408.
        """
        with self._lock:
            now = self._begin()
            session = self._sessions.with_refresh_token(untrusted_token)
            if session is None or not _belongs(session, app):
                raise Refused(GRANT_NOT_FOUND)
            self._check_person(session.grant.person)
            session.grant = replace(session.grant, app=app)
            session.refresh(untrusted_token, options, now)
            return session.tokens(now)

    def revoke(self, app: App, untrusted_token: str) -> None:
        """End the whole session of a token (RFC 7009).

        Raises:
            Refused: OAU-164, the token belongs to another app; OAU-213, there is no
                such token and that is to be an error.
        """
        with self._lock:
            now = self._begin()
            for session in self._sessions:
                if session.is_alive(untrusted_token, now):
                    if not _belongs(session, app):
                        raise Refused(TOKEN_OF_ANOTHER_CLIENT)
                    self._sessions.end(session, Ending.NOT_FOUND)
                    return
            if self._behaviour.settings.revoking_unknown_is_error:
                raise Refused(GRANT_NOT_FOUND)

    def use(self, untrusted_access_token: str) -> Grant:
        """Accept an access token on an API call and tell what it grants.

        Raises:
            Refused: OAU-128, -129, -141, -149 or -213.
        """
        return self.use_session(untrusted_access_token).grant

    def use_session(self, untrusted_access_token: str) -> IssuedTokens:
        """The same as ``use``, and tell of the whole session."""
        if not is_readable(untrusted_access_token):
            raise Refused(TOKEN_UNREADABLE)
        with self._lock:
            now = self._begin()
            session = self._sessions.with_access_token(untrusted_access_token)
            if session is None:
                raise Refused(TOKEN_NOT_FOUND)
            session.use(untrusted_access_token, now)
            issued = session.tokens(now)
            person = self._registry.now(issued.grant.person)
            if not person.is_enabled:
                raise Refused(USER_MAY_NOT_SIGN_IN)
            return replace(issued, grant=replace(issued.grant, person=person))

    def owner_of(self, untrusted_text: str) -> Person | None:
        """Whose code or token it is; says nothing of whether it is still good."""
        with self._lock:
            return self._codes.owner_of(untrusted_text) or self._sessions.owner_of(
                untrusted_text
            )

    def peek(self, untrusted_token: str) -> IssuedTokens | None:
        """What a token stands for, without using it; None when it is not alive."""
        with self._lock:
            now = self._begin()
            for session in self._sessions:
                if session.is_active(untrusted_token, now):
                    return session.tokens(now)
            return None

    def _begin(self) -> float:
        """The time of what follows; what was over by then is over."""
        now = self._clock()
        self._sessions.end_overdue(now)
        return now

    def _start(self, grant: Grant, options: TokenOptions, now: float) -> Session:
        self._check_person(grant.person)
        return self._sessions.start(grant, options, now)

    def _exchange_again(self, code: Code, now: float) -> IssuedTokens:
        session = code.session
        gives_same = self._behaviour.settings.used_code is UsedCode.GIVES_THE_SAME
        if gives_same and session is not None and session.ending is None:
            return session.tokens(now)
        # RFC 6749 section 4.1.2: somebody else may hold what it gave out.
        if session is not None:
            self._sessions.end(session, Ending.NOT_FOUND)
        raise Refused(CODE_INVALID)

    def _check_person(self, person: Person) -> None:
        person = self._registry.now(person)
        if not person.is_enabled:
            raise Refused(USER_DISABLED)
        if APP_ACCESS not in person.permissions:
            raise Refused(APP_ACCESS_MISSING, "permissionName", APP_ACCESS)


def _belongs(session: Session, app: App) -> bool:
    return session.grant.app.client_id == app.client_id
