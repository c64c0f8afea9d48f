"""RingCentral's API in memory: each path has its answer."""

from collections.abc import Mapping

from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.ringcentral.api_paths import (
    ACCOUNT,
    EXTENSION,
    PERMISSIONS,
    VERSION,
    permission_check,
)
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.scripted_send import response

Answers = Mapping[str, HttpResponse | Exception]

EXTENSION_INFO = {
    "id": 9007199254740993,
    "extensionNumber": "102",
    "name": "Grace Practice",
    "type": "User",
    "status": "Enabled",
    "account": {"id": "400129284008"},
    "contact": {"email": "grace@practice.example", "company": "Practice"},
    "roles": [{"displayName": "Standard"}, {"id": 1}, "odd"],
}
ACCOUNT_INFO = {
    "id": 400129284008,
    "mainNumber": "+16505550100",
    "status": "Confirmed",
    "serviceInfo": {"brand": {"id": "1210", "name": "RingCentral"}},
}


def refusal(status: int, code: str, **headers: str) -> HttpResponse:
    """Return what the API answers when it refuses with ``code``."""
    body = {"errorCode": code, "errors": [{"errorCode": code}]}
    return response(body, status, headers)


def profile(*names: object) -> dict[str, object]:
    """Return an authorization profile with these permissions."""
    return {"permissions": [{"permission": {"id": name}} for name in names]}


def has(name: str, successful: object = True) -> dict[str, HttpResponse]:
    """Return the answer for a user who has the permission ``name``."""
    return {permission_check(name): response({"successful": successful})}


def lacks(name: str) -> dict[str, HttpResponse]:
    """Return the answer for a user who lacks the permission ``name``."""
    return has(name, successful=False)


class ScriptedApi:
    """A ``Send`` that answers by path, in full unless told otherwise.

    Attributes:
        requests: What was asked, in order.
        answers: What each path answers; one that is not named does not exist.
    """

    def __init__(self, answers: Answers | None = None) -> None:
        """Take the ``answers`` that differ from the usual ones."""
        self.requests: list[HttpRequest] = []
        self.answers: dict[str, HttpResponse | Exception] = {
            EXTENSION: response(EXTENSION_INFO),
            ACCOUNT: response(ACCOUNT_INFO),
            PERMISSIONS: response(profile("ReadExtensions", "ReadCompanyInfo", "SMS")),
            VERSION: response({}),
            **(answers or {}),
        }

    @property
    def asked(self) -> list[str]:
        """The path and query of each request."""
        address = RINGCENTRAL.address
        return [request.url.removeprefix(address) for request in self.requests]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Record ``request`` and answer it."""
        self.requests.append(request)
        unknown = refusal(404, "CMN-102")
        answer = self.answers.get(self.asked[-1], unknown)
        if isinstance(answer, Exception):
            raise answer
        return answer
