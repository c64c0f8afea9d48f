"""The sign-in through the browser (RFC 6749 section 4.1, RFC 8252 section 7.3)."""

from collections.abc import Callable
from dataclasses import dataclass

from ringauth_gui.attempt import Attempt, AuthorizationProgress, AuthorizationStep
from ringauth_gui.clients import Clients
from ringauth_gui.new_token import keep_new_token
from ringauth_gui.oauth.answer_checks import browser_checks
from ringauth_gui.oauth.authorization import AuthorizationRequest
from ringauth_gui.oauth.callback_pages import ResultPages
from ringauth_gui.oauth.loopback import LoopbackReceiver
from ringauth_gui.outcomes import SignedIn
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.refresh_lock import LockRefresh, in_turn

OpenBrowser = Callable[[str], bool]


@dataclass(frozen=True)
class SignIn:
    """Takes a person to the browser and comes back with a token.

    Attributes:
        clients: Makes the client, and knows the vault.
        open_browser: Opens an address in the system browser; False if it could not.
        pages: What the browser ends on.
        seconds: How long the browser may take.
        lock_refresh: Holds one profile's refresh over all windows (R13).
    """

    clients: Clients
    open_browser: OpenBrowser
    pages: ResultPages
    seconds: float
    lock_refresh: LockRefresh

    def run(self, profile: Profile, redirect_uri: str, attempt: Attempt) -> SignedIn:
        """Bind the port, open the browser, wait, exchange the code, keep the token.

        Raises:
            RingAuthError: Nothing was stored; what was stored before is unchanged.
        """
        attempt.report(AuthorizationProgress(AuthorizationStep.STARTING, redirect_uri))
        registration = self.clients.registration_of(profile)
        with LoopbackReceiver(redirect_uri, self.pages) as receiver:
            request = AuthorizationRequest(registration, redirect_uri)
            self.clients.know(request.state, request.code_verifier, request.nonce)
            self.clients.count_authorization(registration)
            self.clients.record_authorization(registration, request.parameters)
            untrusted_query = self._answer_to(request, receiver, attempt)
            signed_in = None
            try:
                code = request.code_from(untrusted_query)
                self.clients.know(code)
                client = self.clients.oauth_client(registration, attempt.cancel)
                token = client.exchange_code(code, request.code_verifier, redirect_uri)
                with in_turn(self.lock_refresh, profile.id):
                    signed_in = keep_new_token(
                        self.clients, profile, registration, token
                    )
                # Once the token is kept (R12): the server's keys may be long in coming.
                signed_in = signed_in.checked(
                    before=browser_checks(
                        registration.server,
                        names_issuer=request.names_issuer(untrusted_query),
                    ),
                    after=self.clients.id_token_checks(
                        registration, token, request.nonce, attempt.cancel
                    ),
                )
            finally:
                # With another person to be asked about, nobody is signed in yet.
                receiver.conclude(
                    signed_in is not None and signed_in.keeping is not None
                )
        return signed_in

    def _answer_to(
        self,
        request: AuthorizationRequest,
        receiver: LoopbackReceiver,
        attempt: Attempt,
    ) -> str:
        def report(step: AuthorizationStep, *, opened: bool) -> None:
            attempt.report(
                AuthorizationProgress(step, request.redirect_uri, request.uri, opened)
            )

        report(AuthorizationStep.LISTENING, opened=False)
        opened = self.open_browser(request.uri)
        attempt.accept_addresses(receiver.offer)
        report(AuthorizationStep.WAITING, opened=opened)
        query = receiver.wait(request.is_answer, attempt.cancel, self.seconds)
        report(AuthorizationStep.EXCHANGING, opened=opened)
        return query
