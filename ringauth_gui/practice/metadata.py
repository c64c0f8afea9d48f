"""The server's OpenID Connect metadata, member by member as RingCentral documents."""

from ringauth_gui.practice.authorization_reader import DISPLAYS, IDENTITY_SCOPES
from ringauth_gui.practice.code_challenge import METHODS
from ringauth_gui.practice.settings import Settings

_CLAIMS = (
    "sub",
    "iss",
    "auth_time",
    "aud",
    "exp",
    "iat",
    "jti",
    "nonce",
    "account_id",
    "email",
    "email_verified",
    "given_name",
    "family_name",
)


def openid_configuration(base: str, settings: Settings) -> dict[str, object]:
    """The metadata of a server that is reached at ``base``."""
    oauth = f"{base}/restapi/oauth"
    members: dict[str, object] = {
        "issuer": base,
        "authorization_endpoint": f"{oauth}/authorize",
        "token_endpoint": f"{oauth}/token",
        "revocation_endpoint": f"{oauth}/revoke",
        "userinfo_endpoint": f"{oauth}/userinfo",
        "jwks_uri": f"{oauth}/jwks",
        "scopes_supported": list(IDENTITY_SCOPES),
        "token_endpoint_auth_methods_supported": [
            "client_secret_basic",
            "client_secret_jwt",
            "private_key_jwt",
        ],
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "userinfo_signing_alg_values_supported": ["none"],
        "id_token_signing_alg_values_supported": ["RS256", "HS256"],
        "display_values_supported": list(DISPLAYS),
        "claims_supported": list(_CLAIMS),
        "ui_locales_supported": ["en", "en-US", "en-GB", "fr-CA"],
        "code_challenge_methods_supported": list(METHODS),
        "claims_parameter_supported": False,
        "request_parameter_supported": False,
        "request_uri_parameter_supported": False,
    }
    if settings.iss_in_answer:
        # RFC 9207 section 3.
        members["authorization_response_iss_parameter_supported"] = True
    if settings.introspection_present:
        members["introspection_endpoint"] = f"{oauth}/introspect"
    return members
