"""An authorization request to RingCentral, and its answer."""

from dataclasses import replace
from urllib.parse import urlencode

from ringauth_gui.oauth.authorization import AuthorizationRequest
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.ringcentral.servers import RINGCENTRAL

REDIRECT_URI = "http://localhost:27464/callback"
CODE = "CANARY-code"
SECRET = "CANARY-client-secret"


def registered(**changes: str) -> ClientRegistration:
    server = replace(RINGCENTRAL, **changes)  # type: ignore[arg-type]  # all are text
    return ClientRegistration(server, "client-1", SECRET, (REDIRECT_URI,))


def new_request(**changes: str) -> AuthorizationRequest:
    return AuthorizationRequest(registered(**changes), REDIRECT_URI)


def answer_to(request: AuthorizationRequest, **members: str) -> str:
    return urlencode({"code": CODE, "state": request.state, **members})
