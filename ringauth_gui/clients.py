"""Makes the clients that speak for a profile, and tells redaction their secrets."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import caller_of
from ringauth_gui.counted_send import CountedSend
from ringauth_gui.known_sessions import KnownSessions
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.answer_check import AnswerCheck
from ringauth_gui.oauth.client import OAuthClient, basic_credentials
from ringauth_gui.oauth.exchange import (
    Exchange,
    HttpRequest,
    HttpResponse,
    RecordExchange,
)
from ringauth_gui.oauth.id_token_claims import no_id_token
from ringauth_gui.oauth.jwks import read_jwks
from ringauth_gui.oauth.jwt_credential import JwtCredential, read_jwt_credential
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.oauth.token import Token
from ringauth_gui.redaction import Redaction
from ringauth_gui.ringcentral.checks import TokenCheck
from ringauth_gui.ringcentral.rate_budget import Purpose
from ringauth_gui.server_directory import ServerDirectory
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.token_store import SecretKind
from ringauth_gui.vault import Vault


class SendRequest(Protocol):
    """Sends a request and returns the answer; raises NetworkError or a cancellation."""

    def __call__(
        self, request: HttpRequest, cancel: threading.Event | None = None
    ) -> HttpResponse:
        """Send ``request``; setting ``cancel`` ends it at once."""


@dataclass(frozen=True)
class Clients:
    """Every secret passes here before its first use.

    Attributes:
        send: Sends a request; the event cancels it.
        record: Is given the requests that the browser makes.
        clock: Tells the time.
        vault: Holds the client secrets.
        directory: Finds servers.
        redaction: Is told each secret.
        counts: Counts the authentication calls of all windows.
        sessions: Remembers the sessions that were started.
    """

    send: SendRequest
    record: RecordExchange
    clock: Clock
    vault: Vault
    directory: ServerDirectory
    redaction: Redaction
    counts: CallCounts
    sessions: KnownSessions

    def registration_of(self, profile: Profile) -> ClientRegistration:
        """Return the profile's registration with its secret; raises RingAuthError."""
        secret = self.vault.load_secret(profile) if profile.has_secret else None
        self.know(secret)
        registration = self.directory.registration_of(profile, secret)
        self.know(basic_credentials(registration))
        return registration

    def oauth_client(
        self, registration: ClientRegistration, cancel: threading.Event
    ) -> OAuthClient:
        """Return a client whose requests ``cancel`` ends."""
        return OAuthClient(registration, self._counted_send(registration, cancel))

    def count_authorization(self, registration: ClientRegistration) -> None:
        """Count the request that the browser is about to make.

        Raises:
            CallsUsedUp, PauseNotOver: It must not make one, and not be opened, yet.
        """
        self.counts.visit(caller_of(registration), Purpose.SIGN_IN)

    def record_authorization(
        self, registration: ClientRegistration, parameters: Mapping[str, str]
    ) -> None:
        """Have it in the log that the browser was sent to sign in."""
        endpoint = registration.server.authorization_endpoint
        request = HttpRequest("GET", endpoint, profile_id=registration.profile_id)
        self.record(Exchange(request, {}, self.clock(), 0.0, query=parameters))

    def token_check(
        self, registration: ClientRegistration, token: Token, cancel: threading.Event
    ) -> TokenCheck:
        """Return the calls that judge ``token``."""
        send = self._counted_send(registration, cancel)
        return TokenCheck(registration.server, token.access_token, send, self.clock)

    def id_token_checks(
        self,
        registration: ClientRegistration,
        token: Token,
        nonce: str | None,
        cancel: threading.Event,
    ) -> tuple[AnswerCheck, ...]:
        """Return what holds of the ID token that came with ``token``."""
        if token.id_token is None:
            return (no_id_token(nonce),)
        # Late: what it needs for signatures takes long to import, and few ask for it.
        from ringauth_gui.oauth.id_token import IdTokenCheck  # noqa: PLC0415

        read_keys = partial(read_jwks, self._counted_send(registration, cancel))
        check = IdTokenCheck(registration, nonce, read_keys)
        return check.checks(token.id_token, self.clock())

    def load_token(self, profile: Profile, *, may_recall: bool = True) -> Token | None:
        """Return the kept token, timed on both clocks; raises as the vault's."""
        token = self.vault.load_token(profile, may_recall=may_recall)
        if token is None:
            return None
        self.know_token(token)
        return token.restored_at(self.clock())

    def load_jwt_credential(self, profile: Profile) -> JwtCredential | None:
        """Return the kept JWT credential, None when there is none.

        Raises:
            TokenStoreError: The store failed, or what it holds is junk.
            ConfigurationError: What is kept is no JWT credential.
        """
        text = self.vault.load_secret(profile, SecretKind.JWT_CREDENTIAL)
        self.know(text)
        return None if text is None else read_jwt_credential(text)

    def _counted_send(
        self, registration: ClientRegistration, cancel: threading.Event
    ) -> CountedSend:
        send = partial(self.send, cancel=cancel)
        return CountedSend(send, self.counts, registration)

    def know_token(self, token: Token) -> None:
        """Have a token's secrets masked from now on."""
        self.know(token.access_token, token.refresh_token, token.id_token)

    def know(self, *secrets: str | None) -> None:
        """Have ``secrets`` masked from now on."""
        for secret in secrets:
            self.redaction.know(secret)
