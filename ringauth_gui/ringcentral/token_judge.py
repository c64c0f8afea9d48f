"""Judges an access token by the API's answer to "who am I"."""

from dataclasses import dataclass

from ringauth_gui.errors import InvalidServerResponse, Refusal
from ringauth_gui.oauth.client import busy_or_broken
from ringauth_gui.oauth.error_answer import refusal_from
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.json_answer import json_answer
from ringauth_gui.oauth.redirected_answer import refuse_redirect
from ringauth_gui.oauth.registration import AuthorizationServer
from ringauth_gui.ringcentral.api_calls import ApiCalls
from ringauth_gui.ringcentral.api_paths import EXTENSION, PERMISSION_CHECK, VERSION
from ringauth_gui.ringcentral.extension_info import (
    identity_from_extension,
    identity_from_userinfo,
)
from ringauth_gui.ringcentral.identity import Identity, Verdict

_OK, _UNAUTHORIZED, _FORBIDDEN = 200, 401, 403
_APP_LACKS_SCOPE, _USER_LACKS_PERMISSION = "CMN-401", "CMN-408"


@dataclass(frozen=True)
class Judgement:
    """What the API makes of a token.

    Attributes:
        verdict: Whether it is accepted, and what is missing.
        identity: Whose it is, where the API told.
        refusal: What the API said when it did not simply answer.
    """

    verdict: Verdict
    identity: Identity | None = None
    refusal: Refusal | None = None


def who_url(server: AuthorizationServer) -> str:
    """Return the address that tells whose token it is.

    Raises:
        InvalidServerResponse: The server has none.
    """
    if server.speaks_ringcentral:
        return server.address + EXTENSION
    if server.userinfo_endpoint is None:
        raise InvalidServerResponse(
            "the server names no address to ask", status=0, request_id=None
        )
    return server.userinfo_endpoint


def judge(server: AuthorizationServer, calls: ApiCalls) -> Judgement:
    """Ask whose token it is, and return what the answer says of the token.

    Raises:
        RateLimited, ServerProblem, InvalidServerResponse, NetworkError,
        OperationCancelled: The token was not judged.
    """
    response = calls.get_url(who_url(server))
    refuse_redirect(response)
    if response.status == _OK:
        return Judgement(Verdict.ACCEPTED, _identity(server, response))
    refusal = refusal_from(response)
    if response.status == _UNAUTHORIZED:
        return Judgement(Verdict.REFUSED, refusal=refusal)
    if not server.speaks_ringcentral:
        return _not_judged(refusal)
    if response.status != _FORBIDDEN:
        return _not_judged(refusal, calls)
    if not _is_own_words(refusal):
        return _judge_by_second_call(refusal, calls)
    return Judgement(_what_is_missing(refusal), refusal=refusal)


def _what_is_missing(refusal: Refusal) -> Verdict:
    if _USER_LACKS_PERMISSION in refusal.codes:
        return Verdict.USER_LACKS_PERMISSION
    if _APP_LACKS_SCOPE in refusal.codes:
        return Verdict.APP_LACKS_SCOPE
    return Verdict.ACCEPTED


def _judge_by_second_call(first: Refusal, calls: ApiCalls) -> Judgement:
    """Ask what needs no scope: the page of a proxy proves nothing of a token."""
    response = calls.get(PERMISSION_CHECK)
    refuse_redirect(response)
    refusal = refusal_from(response)
    if response.status == _UNAUTHORIZED:
        return Judgement(Verdict.REFUSED, refusal=refusal)
    is_forbidden = response.status == _FORBIDDEN and _is_own_words(refusal)
    if response.status == _OK or is_forbidden:
        return Judgement(Verdict.ACCEPTED, refusal=first)
    return _not_judged(refusal, calls)


def _is_own_words(refusal: Refusal) -> bool:
    """Return whether it is the API that refuses, which took the token for that."""
    return any(code.startswith("CMN-") for code in refusal.codes)


def _not_judged(refusal: Refusal, calls: ApiCalls | None = None) -> Judgement:
    """Tell a server that does not judge from one that cannot be reached at all."""
    if (problem := busy_or_broken(refusal)) is not None:
        raise problem
    if calls is not None:
        calls.get_without_token(VERSION)
    return Judgement(Verdict.NOT_JUDGED, refusal=refusal)


def _identity(server: AuthorizationServer, response: HttpResponse) -> Identity:
    read = (
        identity_from_extension if server.speaks_ringcentral else identity_from_userinfo
    )
    return read(json_answer(response))
