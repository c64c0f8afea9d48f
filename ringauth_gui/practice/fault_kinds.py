"""The ways in which the practice server can be told to misbehave, as data."""

from collections.abc import Mapping
from dataclasses import dataclass

from ringauth_gui.practice.endpoint import (
    PROGRAM_ENDPOINTS,
    TOKEN_ENDPOINTS,
    Endpoint,
)

_EVERYWHERE = (Endpoint.AUTHORIZE, Endpoint.ANSWER, *PROGRAM_ENDPOINTS)
_TOKEN_AND_REVOKE = (*TOKEN_ENDPOINTS, Endpoint.REVOKE)


@dataclass(frozen=True)
class FaultKind:
    """One way to misbehave.

    Attributes:
        key: Its name in the HTTP interface.
        label: Its name on the screen.
        about: What happens, in one sentence.
        endpoints: Where it can be switched on.
        usual: Where it is switched on unless somebody says otherwise.
        amount: The number that it comes with, such as seconds; None without one.
        amount_label: What that number counts; empty without one.
        least: The smallest such number.
        most: The largest.
        code: The error code that it comes with unless somebody says otherwise; None
            without one.
        is_common: Whether the window offers it too, not only the server's page.
    """

    key: str
    label: str
    about: str
    endpoints: tuple[Endpoint, ...] = PROGRAM_ENDPOINTS
    usual: tuple[Endpoint, ...] = TOKEN_ENDPOINTS
    amount: int | None = None
    amount_label: str = ""
    least: int = 0
    most: int = 86_400
    code: str | None = None
    is_common: bool = False


_KINDS = (
    FaultKind(
        "deny",
        "Deny the sign-in",
        "Whatever is pressed on the access request, the app gets access_denied.",
        (Endpoint.ANSWER,),
        (Endpoint.ANSWER,),
        is_common=True,
    ),
    FaultKind(
        "expire-soon",
        "Tokens expire soon",
        "The answer gives the access token only a short life.",
        TOKEN_ENDPOINTS,
        amount=90,
        amount_label="Seconds to live",
        is_common=True,
    ),
    FaultKind(
        "slow",
        "Slow",
        "The answer comes late.",
        _EVERYWHERE,
        amount=8,
        amount_label="Seconds to wait",
        is_common=True,
    ),
    FaultKind(
        "down",
        "Server down",
        "The connection is closed; the request is not carried out.",
        _EVERYWHERE,
        PROGRAM_ENDPOINTS,
        is_common=True,
    ),
    FaultKind(
        "lost-answer",
        "Lost answer",
        "The request is carried out, but the connection is cut before the answer.",
        usual=(Endpoint.REFRESH,),
        is_common=True,
    ),
    FaultKind(
        "too-many",
        "Too many requests",
        "429 with Retry-After.",
        amount=60,
        amount_label="Retry-After in seconds",
        usual=_TOKEN_AND_REVOKE,
        is_common=True,
    ),
    FaultKind(
        "too-many-silent",
        "Too many requests, no time named",
        "429 without Retry-After.",
        usual=_TOKEN_AND_REVOKE,
    ),
    FaultKind("error-500", "Server error (500)", "A page with status 500."),
    FaultKind(
        "error-503",
        "Maintenance (503)",
        "503 service_unavailable with Retry-After.",
        amount=120,
        amount_label="Retry-After in seconds",
    ),
    FaultKind(
        "error-503-silent",
        "Maintenance, no time named",
        "503 service_unavailable without Retry-After.",
    ),
    FaultKind(
        "portal",
        "Network portal",
        "A web page with status 200 in place of the answer.",
        _EVERYWHERE,
        PROGRAM_ENDPOINTS,
        is_common=True,
    ),
    FaultKind("bad-gateway", "Proxy page (502)", "A web page with status 502."),
    FaultKind(
        "cut-json",
        "Cut JSON",
        "The true answer, cut in the middle.",
        is_common=True,
    ),
    FaultKind("json-array", "JSON of the wrong kind", "An array, not an object."),
    FaultKind("junk", "Junk", "Bytes that are no JSON at all."),
    FaultKind("empty", "Empty answer", "Status 200 and nothing else."),
    FaultKind(
        "redirect", "Points elsewhere", "A redirect to another host, which waits."
    ),
    FaultKind(
        "no-access-token",
        "No access token",
        "The answer lacks access_token.",
        TOKEN_ENDPOINTS,
    ),
    FaultKind(
        "no-expires-in",
        "No lifetime",
        "The answer lacks expires_in.",
        TOKEN_ENDPOINTS,
    ),
    FaultKind(
        "invalid-grant",
        "Refresh token not found",
        "A refresh is answered with invalid_grant, OAU-213.",
        (Endpoint.REFRESH,),
        (Endpoint.REFRESH,),
    ),
    FaultKind(
        "refuse",
        "Refuse with a code",
        "The answer is the chosen error code, in the shape and with the status that "
        "belong to it. In the browser it is a page of the server.",
        _EVERYWHERE,
        (*_TOKEN_AND_REVOKE, Endpoint.API),
        code="OAU-153",
    ),
    FaultKind(
        "other-owner",
        "Token of somebody else",
        "A refresh brings a token with another owner_id.",
        (Endpoint.REFRESH,),
        (Endpoint.REFRESH,),
    ),
    FaultKind(
        "wrong-clock",
        "Wrong clock",
        "The Date header is minutes away from the true time.",
        amount=10,
        amount_label="Minutes ahead; below zero: behind",
        least=-86_400,
        usual=PROGRAM_ENDPOINTS,
    ),
)
FAULT_KINDS: Mapping[str, FaultKind] = {kind.key: kind for kind in _KINDS}
