"""An answer as it is shown in the HTTP log and leaves the window (R22, RD-05)."""

import json
import re
from functools import cache

from ringauth_gui.oauth.exchange import Exchange, HttpRequest
from ringauth_gui.redaction import Redaction
from ringauth_gui.takeaway.har import har_parts
from ringauth_gui.takeaway.hiding import Hiding, Secrets
from ringauth_gui.takeaway.wire import wire_response
from tests.fakes.scripted_send import SENT
from tests.fuzz.known import SECRETS, holds_secret
from tests.fuzz.near_http import read_answer

_URL = "https://platform.ringcentral.com/restapi/oauth/token"
_CONTROL = re.compile(r"\\u00[01][0-9a-f]")  # the end of "\u0014" is no "4"
_HIDDEN = [each for each in Secrets if each is not Secrets.SHOWN]


def check(data: bytes) -> None:
    """Look that nothing of a secret is left in it, wherever the answer has it."""
    answer = read_answer(data)
    request = HttpRequest("POST", _URL, form={"code": SECRETS[0]})
    exchange = Exchange(request, {}, SENT, 0.1, answer)

    for secrets in _HIDDEN:
        hiding = Hiding(_redaction(), secrets)
        told = wire_response(answer, hiding)
        # Not as a representation: its escapes would complete what was cut.
        headers = "\n".join(f"{each.name}: {each.value}" for each in told.headers)
        assert not holds_secret(f"{told.reason}\n{headers}\n{told.body}")
        assert not holds_secret(told.laid_out)
        if told.json is not None:
            json.loads(told.body)
        archive = "".join(har_parts([exchange], hiding, "1.0"))
        archive.encode()
        plain = json.dumps(json.loads(archive), ensure_ascii=False)
        assert not holds_secret(_CONTROL.sub(" ", plain))


@cache
def _redaction() -> Redaction:
    redaction = Redaction()
    for secret in SECRETS:
        redaction.know(secret)
    return redaction
