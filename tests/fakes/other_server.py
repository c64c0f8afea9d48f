"""A profile of another server of which all is known."""

from dataclasses import replace
from typing import Any

from ringauth_gui.oauth.server_metadata import ServerMetadata
from ringauth_gui.storage.profile import Profile, ServerKind
from tests.fakes.core import new_profile

PRACTICE = new_profile()
KNOWN = ServerMetadata(
    authorization_endpoint="https://auth.example/authorize",
    token_endpoint="https://auth.example/token",
    revocation_endpoint="https://auth.example/revoke",
    issuer="https://auth.example/",
    jwks_uri="https://auth.example/keys",
    authorization_response_iss_parameter_supported=True,
    token_endpoint_auth_methods_supported=("client_secret_basic",),
    id_token_signing_alg_values_supported=("ES256",),
    code_challenge_methods_supported=("S256",),
)
OTHER = replace(
    PRACTICE,
    server=ServerKind.OTHER,
    server_url="https://auth.example",
    metadata=KNOWN,
)


def not_asked() -> str:
    raise AssertionError("the practice server was not asked for")


def with_endpoint(name: str, url: str) -> Profile:
    changes: Any = {name: url}  # any of the addresses
    return replace(OTHER, metadata=replace(KNOWN, **changes))
