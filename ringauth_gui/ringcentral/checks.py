"""Asks the API whether an access token works and whose it is (reference section 10)."""

from collections.abc import Mapping
from dataclasses import dataclass

from ringauth_gui.errors import InvalidServerResponse, Refusal, RingAuthError
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.client import Send, busy_or_broken, refuse_redirect
from ringauth_gui.oauth.error_answer import refusal_from
from ringauth_gui.oauth.exchange import HttpRequest, HttpResponse
from ringauth_gui.oauth.json_answer import json_answer
from ringauth_gui.oauth.plain_text import plain
from ringauth_gui.oauth.registration import AuthorizationServer
from ringauth_gui.ringcentral.identity import CheckResult, Identity, Verdict

EXTENSION = "/restapi/v1.0/account/~/extension/~"
# Needs no app scope, so that it answers for every app.
PERMISSION_CHECK = f"{EXTENSION}/authz-profile/check?permissionId=ReadExtensions"
VERSION = "/restapi/v1.0"
PROOF_SECONDS = 10.0

_OK, _UNAUTHORIZED, _FORBIDDEN = 200, 401, 403


@dataclass(frozen=True)
class Proof:
    """What the API said of an access token after its revocation.

    Attributes:
        proved: Whether it is shown to be dead.
        text: The rest of the sentence "Revoked: …".
    """

    proved: bool
    text: str


class TokenCheck:
    """The calls that judge one access token at one server."""

    def __init__(
        self, server: AuthorizationServer, access_token: str, send: Send, clock: Clock
    ) -> None:
        """Judge ``access_token`` through ``send``, timed by ``clock``."""
        self._server = server
        self._access_token = access_token
        self._send = send
        self._clock = clock

    def check(self) -> CheckResult:
        """Return whether the token is accepted, and who it belongs to.

        Raises:
            RateLimited, ServerProblem, InvalidServerResponse, NetworkError,
            OperationCancelled: The token was not judged.
        """
        start = self._clock()
        response = self._get(self._who_url(), "check")
        verdict, identity = self._judge(response)
        now = self._clock()
        return CheckResult(
            verdict=verdict,
            identity=identity,
            refusal=None if response.status == _OK else refusal_from(response),
            checked=now,
            seconds=now.wall - start.wall
            if now.monotonic is None or start.monotonic is None
            else now.monotonic - start.monotonic,
        )

    def prove_dead(self) -> Proof:
        """Ask the API once with the revoked token and say what it answered."""
        try:
            response = self._get(self._who_url(), "proof", PROOF_SECONDS)
        except RingAuthError:
            return Proof(False, "not proved: the API could not be asked")  # noqa: FBT003
        if response.status == _UNAUTHORIZED:
            return Proof(True, "proved: the API answers 401")  # noqa: FBT003
        if response.status == _OK:
            return Proof(False, "but the API still accepts the token")  # noqa: FBT003
        return Proof(False, f"not proved: the API answers {response.status}")  # noqa: FBT003

    def _who_url(self) -> str:
        if self._server.speaks_ringcentral:
            return self._server.address + EXTENSION
        if self._server.userinfo_endpoint is None:
            raise InvalidServerResponse(
                "the server names no address to ask", status=0, request_id=None
            )
        return self._server.userinfo_endpoint

    def _judge(self, response: HttpResponse) -> tuple[Verdict, Identity | None]:
        refuse_redirect(response)
        if response.status == _OK:
            return Verdict.ACCEPTED, self._identity(response)
        refusal = refusal_from(response)
        if response.status == _UNAUTHORIZED:
            return Verdict.REFUSED, None
        if response.status == _FORBIDDEN and "CMN-408" in refusal.codes:
            return Verdict.USER_LACKS_PERMISSION, None
        if response.status == _FORBIDDEN and self._server.speaks_ringcentral:
            return self._judge_without_scope(), None
        return self._not_judged(refusal), None

    def _judge_without_scope(self) -> Verdict:
        """Ask the call that needs no scope; only the API's own words prove anything."""
        response = self._get(self._server.address + PERMISSION_CHECK, "check")
        refusal = refusal_from(response)
        if response.status == _UNAUTHORIZED:
            return Verdict.REFUSED
        if response.status == _OK or (response.status == _FORBIDDEN and refusal.codes):
            return Verdict.APP_LACKS_SCOPE
        return self._not_judged(refusal)

    def _not_judged(self, refusal: Refusal) -> Verdict:
        """Tell a server that does not judge from one that cannot be reached at all."""
        if (problem := busy_or_broken(refusal)) is not None:
            raise problem
        if self._server.speaks_ringcentral:
            self._send(HttpRequest("GET", self._server.address + VERSION, note="check"))
        return Verdict.NOT_JUDGED

    def _get(self, url: str, note: str, seconds: float = 30.0) -> HttpResponse:
        headers = {"Authorization": f"Bearer {self._access_token}"}
        return self._send(
            HttpRequest("GET", url, headers, total_seconds=seconds, note=note)
        )

    def _identity(self, response: HttpResponse) -> Identity:
        untrusted = json_answer(response)
        if self._server.speaks_ringcentral:
            return _extension(untrusted)
        return _userinfo(untrusted)


def _extension(untrusted: Mapping[str, object]) -> Identity:
    contact = _members(untrusted.get("contact"))
    roles = untrusted.get("roles")
    return Identity(
        extension_id=_text(untrusted.get("id")) or "",
        name=_text(untrusted.get("name")),
        email=_text(contact.get("email")),
        extension_number=_text(untrusted.get("extensionNumber")),
        extension_type=_text(untrusted.get("type")),
        status=_text(untrusted.get("status")),
        account_id=_text(_members(untrusted.get("account")).get("id")),
        company=_text(contact.get("company")),
        roles=tuple(
            name
            for role in (roles if isinstance(roles, list) else [])
            if (name := _text(_members(role).get("displayName"))) is not None
        ),
    )


def _userinfo(untrusted: Mapping[str, object]) -> Identity:
    """OpenID Connect Core section 5.1; RingCentral's account_id where it comes."""
    return Identity(
        extension_id=_text(untrusted.get("sub")) or "",
        name=_text(untrusted.get("name")) or _text(untrusted.get("given_name")),
        email=_text(untrusted.get("email")),
        account_id=_text(untrusted.get("account_id")),
    )


def _members(untrusted: object) -> Mapping[str, object]:
    return untrusted if isinstance(untrusted, dict) else {}


def _text(untrusted: object) -> str | None:
    if isinstance(untrusted, bool) or not isinstance(untrusted, str | int):
        return None
    return plain(str(untrusted)) or None
