"""The endpoints of the practice server that can be told to misbehave."""

import enum

_GRANTS = {
    "authorization_code": "code",
    "refresh_token": "refresh",
    "urn:ietf:params:oauth:grant-type:jwt-bearer": "jwt",
}
_TOKEN = "/restapi/oauth/token"  # noqa: S105 - a path
_PATHS = {
    ("GET", "/restapi/oauth/authorize"): "authorize",
    ("POST", "/consent"): "answer",
    ("POST", "/restapi/oauth/revoke"): "revoke",
    ("GET", "/restapi/oauth/userinfo"): "api",
    ("GET", "/restapi/oauth/jwks"): "metadata",
}
_FOLDERS = {"/restapi/v1.0/": "api", "/.well-known/": "metadata"}


class Endpoint(enum.Enum):
    """What a request is for; the token endpoint counts once for each grant."""

    AUTHORIZE = "authorize"
    ANSWER = "answer"
    CODE = "code"
    REFRESH = "refresh"
    JWT = "jwt"
    REVOKE = "revoke"
    API = "api"
    METADATA = "metadata"

    @property
    def label(self) -> str:
        """What a person calls it."""
        return _LABELS[self]


_LABELS = {
    Endpoint.AUTHORIZE: "Sign-in page",
    Endpoint.ANSWER: "Way back to the app",
    Endpoint.CODE: "Code for a token",
    Endpoint.REFRESH: "Refresh",
    Endpoint.JWT: "JWT for a token",
    Endpoint.REVOKE: "Revoke",
    Endpoint.API: "API (Check)",
    Endpoint.METADATA: "Metadata and keys",
}
TOKEN_ENDPOINTS = (Endpoint.CODE, Endpoint.REFRESH, Endpoint.JWT)
PROGRAM_ENDPOINTS = (
    *TOKEN_ENDPOINTS,
    Endpoint.REVOKE,
    Endpoint.API,
    Endpoint.METADATA,
)


def endpoint_of(method: str, path: str, untrusted_grant_type: str) -> Endpoint | None:
    """Return what a request is for; None for pages and version probes."""
    if (method, path) == ("POST", _TOKEN):
        grant = _GRANTS.get(untrusted_grant_type)
        return None if grant is None else Endpoint(grant)
    found = _PATHS.get((method, path))
    for folder, name in _FOLDERS.items():
        if path.startswith(folder):
            found = name
    return None if found is None else Endpoint(found)
