"""A server that shows metadata."""

import json
from collections.abc import Mapping

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse

SERVER = "https://idp.example.com"
OPENID = f"{SERVER}/.well-known/openid-configuration"
METADATA: dict[str, object] = {
    "issuer": SERVER,
    "authorization_endpoint": f"{SERVER}/authorize?tenant=1",
    "token_endpoint": f"{SERVER}/token",
    "revocation_endpoint": f"{SERVER}/revoke",
    "userinfo_endpoint": f"{SERVER}/userinfo",
}


class Answers:
    """Answers requests by their address; anything else is not found."""

    def __init__(self, answers: Mapping[str, bytes], status: int = 200) -> None:
        self.answers = answers
        self.status = status
        self.requests: list[HttpRequest] = []

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self.requests.append(request)
        found = request.url in self.answers
        return HttpResponse(
            status=self.status if found else 404,
            headers={"rcrequestid": "7f3c0a62", "location": "https://evil.example/x"},
            body=self.answers.get(request.url, b""),
            sent=Moment(0.0),
        )


def answers(**changes: object) -> Answers:
    members = {**METADATA, **changes}
    kept = {name: value for name, value in members.items() if value is not None}
    return Answers({OPENID: json.dumps(kept).encode()})
