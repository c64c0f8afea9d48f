"""The attempt whose answers the targets send: its state is always the same."""

from functools import cache

from ringauth_gui.oauth.authorization import AuthorizationRequest
from ringauth_gui.oauth.registration import ClientRegistration
from tests.fuzz.known import STATE
from tests.oauth.authorization_requests import REDIRECT_URI, registered

ISSUER = "https://server.example"


@cache
def attempt(
    issuer: str | None = None, *, requires_iss: bool = False
) -> AuthorizationRequest:
    """Return the request of a client of a server that has, or demands, an issuer."""
    changes: dict[str, object] = {"issuer": issuer, "requires_iss": requires_iss}
    registration: ClientRegistration = registered(**changes)  # type: ignore[arg-type]
    request = AuthorizationRequest(registration, REDIRECT_URI)
    request.state = STATE
    return request
