"""Sends a client's requests, and counts the authentication calls among them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ringauth_gui.call_counts import CallCounts
from ringauth_gui.caller import Caller, caller_of
from ringauth_gui.errors import HostNotFound, RingAuthError, TlsFailure
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.registration import (
    AuthorizationServer,
    ClientRegistration,
    GrantType,
)
from ringauth_gui.oauth.url_parts import authority_of
from ringauth_gui.ringcentral.rate_budget import Purpose

# The request was not sent: there was no connection that it could have gone through.
_UNSENT = (HostNotFound, TlsFailure)


@dataclass(frozen=True)
class CountedSend:
    """A ``Send`` that every request of one client passes.

    Attributes:
        send: Sends a request.
        counts: Counts the calls of all windows.
        registration: Whose requests they are.
    """

    send: Callable[[HttpRequest], HttpResponse]
    counts: CallCounts
    registration: ClientRegistration

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Send ``request``, counted where it is an authentication call.

        Raises:
            CallsUsedUp, PauseNotOver: It was not sent.
            RingAuthError: As ``send`` raises it.
        """
        server = self.registration.server
        request = replace(request, profile_id=self.registration.profile_id)
        if authority_of(request.url) == server.host:
            request = replace(request, server=self.registration.binding)
        purpose = _purpose(request, server)
        if purpose is None:
            return self.send(request)
        caller = caller_of(self.registration)
        call = self.counts.start(caller, purpose, request.total_seconds)
        return self._answer(request, caller, call)

    def _answer(self, request: HttpRequest, caller: Caller, call: str) -> HttpResponse:
        try:
            response = self.send(request)
        except _UNSENT:
            self.counts.take_back(caller, call)
            raise
        except RingAuthError:
            self.counts.end(caller, call)  # it may have arrived all the same
            raise
        self.counts.end(caller, call, response)
        return response


def _purpose(request: HttpRequest, server: AuthorizationServer) -> Purpose | None:
    """Return what an authentication call is for; None for any other request."""
    if request.url == server.token_endpoint:
        grant_type = (request.form or {}).get("grant_type")
        is_code = grant_type == GrantType.AUTHORIZATION_CODE.value
        return Purpose.LAST if is_code else Purpose.ORDINARY
    if request.url == server.revocation_endpoint:
        return Purpose.LAST
    return Purpose.ORDINARY if request.url == server.userinfo_endpoint else None
