"""Finds the server of a profile, and makes the registration that speaks to it."""

from collections.abc import Callable

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.client_fields import client_id
from ringauth_gui.oauth.endpoint_url import authorization_endpoint_url, endpoint_url
from ringauth_gui.oauth.registration import AuthorizationServer, ClientRegistration
from ringauth_gui.ringcentral.servers import (
    RINGCENTRAL,
    RINGCENTRAL_BIZ,
    ringcentral_server,
)
from ringauth_gui.storage.profile import Profile, ServerKind

PRACTICE_NAME = "Practice server"

_NAMES = {
    ServerKind.RINGCENTRAL: RINGCENTRAL.name,
    ServerKind.RINGCENTRAL_BIZ: RINGCENTRAL_BIZ.name,
    ServerKind.PRACTICE: PRACTICE_NAME,
}


def server_name(profile: Profile) -> str:
    """Return what the window calls the profile's server."""
    return _NAMES.get(profile.server) or profile.server_url.partition("://")[2]


def secret_scope(profile: Profile) -> str:
    """Return what a secret of this profile is bound to besides the client ID (R8).

    That is the token endpoint's authority. The practice server's port may change from
    one start to the next; it is one server all the same.
    """
    if profile.server is ServerKind.PRACTICE:
        return "practice"
    if profile.server is ServerKind.RINGCENTRAL_BIZ:
        return RINGCENTRAL_BIZ.host
    if profile.server is ServerKind.RINGCENTRAL:
        return RINGCENTRAL.host
    return profile.endpoints.get("token_endpoint", profile.server_url)


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
        return _other_server(profile)

    def registration_of(
        self, profile: Profile, client_secret: str | None
    ) -> ClientRegistration:
        """Return the registration that requests are made with.

        Raises:
            ConfigurationError: A field of the profile cannot be used, or a
                confidential app's secret is missing.
        """
        if profile.has_secret and client_secret is None:
            raise ConfigurationError(
                "client_secret",
                "This app has a secret, and it is not in the keyring. Enter it again.",
            )
        return ClientRegistration(
            server=self.server_of(profile),
            client_id=client_id(profile.client_id),
            client_secret=client_secret if profile.has_secret else None,
            redirect_uris=profile.redirect_uris,
        )


def _other_server(profile: Profile) -> AuthorizationServer:
    endpoints = profile.endpoints
    if "token_endpoint" not in endpoints:
        raise ConfigurationError(
            "server_url",
            "The server's metadata has not been read yet. Enter its address again.",
        )

    def optional(member: str) -> str | None:
        return (
            endpoint_url(endpoints[member], "server_url")
            if member in endpoints
            else None
        )

    token_endpoint = endpoint_url(endpoints["token_endpoint"], "server_url")
    return AuthorizationServer(
        name=server_name(profile),
        address=profile.server_url,
        authorization_endpoint=authorization_endpoint_url(
            endpoints["authorization_endpoint"], "server_url"
        ),
        token_endpoint=token_endpoint,
        revocation_endpoint=optional("revocation_endpoint"),
        userinfo_endpoint=optional("userinfo_endpoint"),
        issuer=endpoints.get("issuer"),
        speaks_ringcentral=token_endpoint.endswith("/restapi/oauth/token"),
    )
