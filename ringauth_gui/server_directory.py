"""Finds the server of a profile, and makes the registration that speaks to it."""

from collections.abc import Callable

from ringauth_gui.errors import ConfigurationError
from ringauth_gui.oauth.client_fields import client_id
from ringauth_gui.oauth.client_fields import client_secret as checked_secret
from ringauth_gui.oauth.registration import AuthorizationServer, ClientRegistration
from ringauth_gui.oauth.registration_check import refuse_unusable
from ringauth_gui.oauth.server_metadata import TOLD_SECRETS
from ringauth_gui.oauth.url_parts import authority_of
from ringauth_gui.ringcentral.other_servers import server_from, speaks_ringcentral
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
    return _NAMES.get(profile.server) or authority_of(_address(profile))


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
    urls = [_address(profile)]
    if profile.metadata is not None:
        known = profile.metadata.texts()
        urls += [known[name] for name in TOLD_SECRETS]
    return " ".join(sorted({authority_of(url) for url in urls} - {""}))


def can_be_checked(profile: Profile) -> bool:
    """Whether the profile's server has an address that says whose a token is."""
    if profile.server is not ServerKind.OTHER:
        return True
    known = profile.metadata
    return known is not None and (
        known.userinfo_endpoint is not None or speaks_ringcentral(known)
    )


def _address(profile: Profile) -> str:
    """Return where another server is; who types its endpoints may name no address."""
    if profile.server_url or profile.metadata is None:
        return profile.server_url
    return profile.metadata.token_endpoint


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
        if profile.metadata is None:
            raise ConfigurationError(
                "server_url",
                "The server's metadata has not been read yet. Enter its address again.",
            )
        return server_from(_address(profile), profile.metadata)

    def registration_of(
        self, profile: Profile, client_secret: str | None
    ) -> ClientRegistration:
        """Return the registration that requests are made with.

        Raises:
            ConfigurationError: A field of the profile cannot be used, a confidential
                app's secret is missing, or the server cannot take what is sent.
        """
        # Whatever lies in the keyring is checked again before it is used (R28).
        secret = checked_secret(client_secret or "") if profile.has_secret else None
        if secret == "":
            raise ConfigurationError(
                "client_secret",
                "This app has a secret, and it is not in the keyring. Enter it again.",
            )
        server = self.server_of(profile)
        options = profile.options
        if not server.speaks_ringcentral:
            options = options.without_ringcentrals()
        registration = ClientRegistration(
            server=server,
            client_id=client_id(profile.client_id),
            client_secret=secret,
            redirect_uris=profile.redirect_uris,
            binding=secret_binding(profile),
            options=options,
            profile_id=profile.id,
        )
        refuse_unusable(registration)
        return registration
