"""Other servers, as their metadata describe them; some have RingCentral's API too."""

from ringauth_gui.oauth.registration import AuthorizationServer
from ringauth_gui.oauth.server_metadata import ServerMetadata, metadata_from
from ringauth_gui.oauth.url_parts import split_url
from ringauth_gui.ringcentral.servers import OAUTH_PATH


def server_from(address: str, metadata: ServerMetadata) -> AuthorizationServer:
    """Return the server at ``address`` that ``metadata`` describe.

    Raises:
        ConfigurationError: One of its addresses may not be contacted.
    """
    known = metadata_from(metadata.members())
    parts = split_url(address)
    return AuthorizationServer(
        name=parts.netloc,
        address=f"{parts.scheme}://{parts.netloc}",
        authorization_endpoint=known.authorization_endpoint,
        token_endpoint=known.token_endpoint,
        revocation_endpoint=known.revocation_endpoint,
        userinfo_endpoint=known.userinfo_endpoint,
        issuer=known.issuer,
        jwks_uri=known.jwks_uri,
        requires_iss=known.authorization_response_iss_parameter_supported,
        authentication_methods=known.token_endpoint_auth_methods_supported,
        id_token_algorithms=known.id_token_signing_alg_values_supported,
        challenge_methods=known.code_challenge_methods_supported,
        speaks_ringcentral=speaks_ringcentral(known),
    )


def speaks_ringcentral(metadata: ServerMetadata) -> bool:
    """Whether its token endpoint has RingCentral's path, and so its API is there."""
    path = split_url(metadata.token_endpoint).path
    return path.endswith(f"{OAUTH_PATH}/token")
