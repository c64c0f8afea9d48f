"""Exchanges for the tests of the HTTP log."""

import json
from collections.abc import Mapping

from ringauth_gui.moment import Moment
from ringauth_gui.oauth.exchange import Exchange, HttpRequest, HttpResponse, Timings

CANARY = "CANARY-7f3a-0123456789-abcdefghij"
SENT = Moment(1_795_000_000.0, 100.0)
ADDRESS = "https://platform.ringcentral.com"


def answered(
    status: int = 200,
    body: object = None,
    *,
    path: str = "/restapi/oauth/token",
    form: Mapping[str, str] | None = None,
    note: str = "",
    profile_id: str = "",
) -> Exchange:
    """Return an exchange that got an answer; secrets are in all of its parts."""
    text = "" if body is None else json.dumps(body)
    response = HttpResponse(
        status, {"rcrequestid": "52f8", "x": "y"}, text.encode(), SENT
    )
    request = HttpRequest(
        "GET" if form is None else "POST",
        f"{ADDRESS}{path}",
        form=form,
        note=note,
        profile_id=profile_id,
    )
    headers = {"Host": "platform.ringcentral.com", "Authorization": f"Bearer {CANARY}"}
    spent = Timings(0.01, 0.07, 0.008)
    return Exchange(request, headers, SENT, 0.088, response, timings=spent)


def lost(note: str = "refresh_token", profile_id: str = "") -> Exchange:
    """Return an exchange that got no answer."""
    request = HttpRequest(
        "POST", f"{ADDRESS}/restapi/oauth/token", note=note, profile_id=profile_id
    )
    return Exchange(request, {}, SENT, 0.1, failure="it was lost")


def visited(profile_id: str = "") -> Exchange:
    """Return the browser's authorization request."""
    request = HttpRequest("GET", f"{ADDRESS}/authorize", profile_id=profile_id)
    query = {"client_id": "client-1", "state": CANARY}
    return Exchange(request, {}, SENT, 0.0, query=query)
