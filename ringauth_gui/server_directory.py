"""Finds the server of a profile, and makes the registration that speaks to it."""

from collections.abc import Callable

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.client_fields import client_id
from ringauth_gui.oauth.client_fields import client_secret as checked_secret
from ringauth_gui.oauth.metadata import server_from
from ringauth_gui.oauth.registration import AuthorizationServer, ClientRegistration
from ringauth_gui.ringcentral.servers import (
    RINGCENTRAL,
    RINGCENTRAL_BIZ,
    ringcentral_server,
)
from ringauth_gui.storage.profile import Profile, ServerKind

PRACTICE_NAME = "Practice server"

_TOLD_SECRETS = ("token_endpoint", "revocation_endpoint", "userinfo_endpoint")
_NAMES = {
    ServerKind.RINGCENTRAL: RINGCENTRAL.name,
    ServerKind.RINGCENTRAL_BIZ: RINGCENTRAL_BIZ.name,
    ServerKind.PRACTICE: PRACTICE_NAME,
}


def server_name(profile: Profile) -> str:
    """Return what the window calls the profile's server."""
    return _NAMES.get(profile.server) or profile.server_url.partition("://")[2]


def secret_binding(profile: Profile) -> str:
    """Return what a secret of this profile is bound to besides the client ID (R8).

    That is the authority of every address that secrets are sent to. The practice
    server's port may change from one start to the next; it is one server all the same.
    """
    if profile.server is ServerKind.PRACTICE:
        return "practice"
    if profile.server is ServerKind.RINGCENTRAL_BIZ:
        return RINGCENTRAL_BIZ.host
    if profile.server is ServerKind.RINGCENTRAL:
        return RINGCENTRAL.host
    urls = [profile.endpoints.get(name, "") for name in _TOLD_SECRETS]
    authorities = {_authority(url) for url in (profile.server_url, *urls)}
    return " ".join(sorted(authorities - {""}))


def _authority(url: str) -> str:
    return url.partition("://")[2].partition("/")[0]


class ServerDirectory:
    """Knows where each kind of server is; the practice server is started when asked."""

    def __init__(self, practice_address: Callable[[], str]) -> None:
        """Take ``practice_address``: starts the practice server, returns its address.

        It may block and raises RingAuthError when the server cannot be started.
        """
        self._practice_address = practice_address

    def server_of(self, profile: Profile) -> AuthorizationServer:
        """Return the profile's server; every address is checked again before use.

        Raises:
            ConfigurationError: An endpoint of another server cannot be used.
            RingAuthError: The practice server could not be started.
        """
        if profile.server is ServerKind.RINGCENTRAL:
            return RINGCENTRAL
        if profile.server is ServerKind.RINGCENTRAL_BIZ:
            return RINGCENTRAL_BIZ
        if profile.server is ServerKind.PRACTICE:
            return ringcentral_server(PRACTICE_NAME, self._practice_address())
        if not profile.endpoints:
            raise ConfigurationError(
                "server_url",
                "The server's metadata has not been read yet. Enter its address again.",
            )
        return server_from(profile.server_url, profile.endpoints)

    def registration_of(
        self, profile: Profile, client_secret: str | None
    ) -> ClientRegistration:
        """Return the registration that requests are made with.

        Raises:
            ConfigurationError: A field of the profile cannot be used, or a
                confidential app's secret is missing.
        """
        # Whatever lies in the keyring is checked again before it is used (R28).
        secret = checked_secret(client_secret or "") if profile.has_secret else None
        if secret == "":
            raise ConfigurationError(
                "client_secret",
                "This app has a secret, and it is not in the keyring. Enter it again.",
            )
        return ClientRegistration(
            server=self.server_of(profile),
            client_id=client_id(profile.client_id),
            client_secret=secret,
            redirect_uris=profile.redirect_uris,
        )
