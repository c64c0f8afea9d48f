"""The sign-in with a JWT credential: one request, no browser (RFC 7523)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from ringauth_gui.attempt import Attempt
from ringauth_gui.clients import Clients
from ringauth_gui.errors import ConfigurationError, CredentialUnusable
from ringauth_gui.new_token import keep_new_token
from ringauth_gui.oauth.answer_checks import assertion_checks
from ringauth_gui.oauth.jwt_credential import JwtCredential
from ringauth_gui.outcomes import SignedIn
from ringauth_gui.storage.profile import Profile
from ringauth_gui.storage.refresh_lock import LockRefresh, in_turn


@dataclass(frozen=True)
class JwtSignIn:
    """Exchanges the JWT credential of a profile for a token.

    Attributes:
        clients: Makes the client, and knows the vault.
        lock_refresh: Holds one profile's refresh over all windows (R13).
    """

    clients: Clients
    lock_refresh: LockRefresh

    def run(self, profile: Profile, attempt: Attempt) -> SignedIn:
        """Exchange the credential, once (R15), and keep the token.

        An app that is not on the credential's list is not held back: the list may be
        another one by now, and the server says so (OAU-473).

        Raises:
            CredentialUnusable: There is none that could be sent; nothing was.
            RingAuthError: Nothing was stored; what was stored before is unchanged.
        """
        registration = self.clients.registration_of(profile)
        credential = self._credential_of(profile)
        client = self.clients.oauth_client(registration, attempt.cancel)
        token = client.exchange_assertion(credential.assertion)
        with in_turn(self.lock_refresh, profile.id):
            signed_in = keep_new_token(self.clients, profile, registration, token)
        return signed_in.checked(
            before=assertion_checks(),
            after=self.clients.id_token_checks(
                registration, token, None, attempt.cancel
            ),
        )

    def _credential_of(self, profile: Profile) -> JwtCredential:
        try:
            credential = self.clients.load_jwt_credential(profile)
        except ConfigurationError as error:
            raise CredentialUnusable(error.reason) from error
        if credential is None:
            raise CredentialUnusable(
                "It is not in the keyring. Enter it again on the Profile tab."
            )
        if credential.expires_at is not None and credential.has_ended(
            self.clients.clock()
        ):
            ended = datetime.fromtimestamp(credential.expires_at, UTC)
            raise CredentialUnusable(
                f"It ended on {ended:%Y-%m-%d at %H:%M} UTC. Make a new one in the "
                "developer console, under Credentials, and enter it on the Profile "
                "tab. If it should still be good, look at this computer's clock."
            )
        return credential
