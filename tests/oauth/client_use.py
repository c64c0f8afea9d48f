"""A public client of RingCentral, and what it is answered."""

import base64
from dataclasses import replace

from ringauth_gui.oauth.client import OAuthClient
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.registration import ClientRegistration
from ringauth_gui.ringcentral.servers import RINGCENTRAL
from tests.fakes.scripted_send import ScriptedSend, response

SECRET = "CANARY-client-secret"
REFRESH = "CANARY-refresh-token"
CONFIDENTIAL = ClientRegistration(RINGCENTRAL, "client-1", SECRET, ())
PUBLIC = replace(CONFIDENTIAL, client_secret=None)
BASIC = base64.b64encode(b"client-1:CANARY-client-secret").decode()
TOKEN = response({"access_token": "CANARY-access", "token_type": "bearer"})


def refusal(status: int, error: str | None = None, *codes: str) -> HttpResponse:
    body = {"error": error, "errors": [{"errorCode": code} for code in codes]}
    return response(body, status)


def exchange(
    answer: HttpResponse | Exception, registration: ClientRegistration = PUBLIC
) -> ScriptedSend:
    send = ScriptedSend(answer)
    client = OAuthClient(registration, send)
    client.exchange_code("CANARY-code", "CANARY-verifier", "http://localhost:1/")
    return send
