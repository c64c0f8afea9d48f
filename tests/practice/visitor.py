"""A browser and an app in one, over real HTTP."""

import base64
import hashlib
import html
import re
from urllib.parse import parse_qsl, urlsplit

import requests

from ringauth_gui.practice.apps import CONFIDENTIAL_APP, PUBLIC_APP, REDIRECT_URIS

Fields = dict[str, str] | list[tuple[str, str]]
VERIFIER = "v" * 43
CHALLENGE = (
    base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest())
    .rstrip(b"=")
    .decode()
)
SECRET = CONFIDENTIAL_APP.client_secret or ""
BASIC = (CONFIDENTIAL_APP.client_id, SECRET)


class Visitor:
    """Asks one practice server; each answer is given back whole."""

    def __init__(self, address: str) -> None:
        self.address = address

    def get(
        self,
        path: str,
        parameters: Fields | None = None,
        headers: dict[str, str] | None = None,
    ) -> requests.Response:
        return requests.get(
            self.address + path,
            params=parameters,
            headers=headers,
            allow_redirects=False,
            timeout=10,
        )

    def post(
        self,
        path: str,
        form: Fields | str,
        headers: dict[str, str] | None = None,
        basic: tuple[str, str] | None = None,
    ) -> requests.Response:
        return requests.post(
            self.address + path,
            data=form,
            headers=headers,
            auth=basic,
            allow_redirects=False,
            timeout=10,
        )

    def authorize(
        self, headers: dict[str, str] | None = None, **changes: str | None
    ) -> requests.Response:
        """Open the authorization endpoint; None leaves a parameter out."""
        parameters: dict[str, str | None] = {
            "response_type": "code",
            "client_id": PUBLIC_APP.client_id,
            "redirect_uri": REDIRECT_URIS[0],
            "state": "the-state",
            "code_challenge": CHALLENGE,
            "code_challenge_method": "S256",
        }
        asked = (parameters | changes).items()
        sent = [(name, value) for name, value in asked if value is not None]
        return self.get("/restapi/oauth/authorize", sent, headers)

    def sign_in(self, ticket: str, **changes: str) -> requests.Response:
        form = {"ticket": ticket, "who": "101", "password": "practice"}
        return self.post("/sign-in", form | changes)

    def consent(self, ticket: str, decision: str = "authorize") -> requests.Response:
        return self.post("/consent", {"ticket": ticket, "decision": decision})

    def get_code(self, who: str = "101", **changes: str | None) -> str:
        ticket = ticket_of(self.authorize(None, **changes))
        self.sign_in(ticket, who=who)
        return answer_of(self.consent(ticket))["code"]

    def exchange(self, code: str, **changes: str) -> requests.Response:
        """Exchange a code as the public app."""
        form = {
            "grant_type": "authorization_code",
            "client_id": PUBLIC_APP.client_id,
            "code": code,
            "redirect_uri": REDIRECT_URIS[0],
            "code_verifier": VERIFIER,
        }
        return self.post("/restapi/oauth/token", form | changes)

    def get_tokens(self, who: str = "101", **changes: str) -> dict[str, str]:
        tokens: dict[str, str] = self.exchange(self.get_code(who, **changes)).json()
        return tokens

    def refresh(self, refresh_token: str, **changes: str) -> requests.Response:
        form = {
            "grant_type": "refresh_token",
            "client_id": PUBLIC_APP.client_id,
            "refresh_token": refresh_token,
        }
        return self.post("/restapi/oauth/token", form | changes)

    def revoke(self, token: str) -> requests.Response:
        form = {"client_id": PUBLIC_APP.client_id, "token": token}
        return self.post("/restapi/oauth/revoke", form)

    def call(
        self, access_token: str, path: str = "", parameters: Fields | None = None
    ) -> requests.Response:
        """Call extension info, or what lies under it."""
        return self.get(
            f"/restapi/v1.0/account/~/extension/~{path}",
            parameters,
            {"Authorization": f"Bearer {access_token}"},
        )


def ticket_of(page: requests.Response) -> str:
    found = re.search(r'name="ticket" value="([^"]+)"', page.text)
    assert found, page.text
    return html.unescape(found[1])


def answer_of(redirect: requests.Response) -> dict[str, str]:
    assert redirect.status_code == 302, redirect.text
    return dict(parse_qsl(urlsplit(redirect.headers["Location"]).query))


def code_of(answer: requests.Response) -> str:
    """The first RingCentral code of an error answer."""
    code: str = answer.json()["errors"][0]["errorCode"]
    return code
