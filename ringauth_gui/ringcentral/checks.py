"""Asks the API what a token is worth (reference section 10)."""

from collections.abc import Iterable
from dataclasses import replace

from ringauth_gui.errors import InvalidServerResponse, RingAuthError
from ringauth_gui.moment import Clock
from ringauth_gui.oauth.client import Send
from ringauth_gui.oauth.redirected_answer import refuse_redirect
from ringauth_gui.oauth.registration import AuthorizationServer
from ringauth_gui.ringcentral.api_calls import ApiCalls
from ringauth_gui.ringcentral.api_paths import permission_check
from ringauth_gui.ringcentral.findings import Findings
from ringauth_gui.ringcentral.identity import CheckResult, Verdict
from ringauth_gui.ringcentral.proof import Proof, no_proof, proof_from
from ringauth_gui.ringcentral.scopes import NEEDED_BY_CALLS, SIGN_IN_SCOPES
from ringauth_gui.ringcentral.token_judge import judge, who_url
from ringauth_gui.ringcentral.user_permissions import Standing, answer_from

PROOF_SECONDS = 10.0
_VERDICTS = {
    Standing.TOKEN_REFUSED: Verdict.REFUSED,
    Standing.NOT_TOLD: Verdict.NOT_JUDGED,
}
# Users' permissions go by other names here, or have none.
_NEVER_ASKED = SIGN_IN_SCOPES | NEEDED_BY_CALLS.keys()
_WITHOUT_MORE = frozenset((Verdict.REFUSED, Verdict.NOT_JUDGED))


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

    def check(self, scope: Iterable[str] = ()) -> CheckResult:
        """Return whether the token is accepted, whose it is and what the user may do.

        Args:
            scope: The token's scopes, to be compared with the user's permissions.

        Raises:
            RateLimited, ServerProblem, InvalidServerResponse, NetworkError,
            OperationCancelled: The token was not judged.
        """
        calls = self._calls()
        judgement = judge(self._server, calls)
        findings = Findings(calls)
        if self._server.speaks_ringcentral and judgement.verdict not in _WITHOUT_MORE:
            _find_out_more(findings, judgement.verdict, scope)
        if findings.refused is not None:
            judgement = replace(
                judgement, verdict=Verdict.REFUSED, refusal=findings.refused
            )
        return CheckResult(
            verdict=judgement.verdict,
            identity=judgement.identity,
            refusal=judgement.refusal,
            checked=self._clock(),
            seconds=calls.seconds(),
            account=findings.account,
            permissions=findings.permissions,
            answers=tuple(findings.answers),
            untold=tuple(findings.untold),
        )

    def ask(self, permission: str) -> CheckResult:
        """Return whether the user has ``permission``.

        Any answer but a refused token shows that the token is accepted.

        Raises:
            RateLimited, ServerProblem, InvalidServerResponse, NetworkError,
            OperationCancelled: There was no answer.
        """
        if not self._server.speaks_ringcentral:
            raise InvalidServerResponse(
                "the server has no such question", status=0, request_id=None
            )
        calls = self._calls()
        response = calls.get(permission_check(permission), "ask")
        refuse_redirect(response)
        answer = answer_from(permission, response)
        return CheckResult(
            verdict=_VERDICTS.get(answer.standing, Verdict.ACCEPTED),
            identity=None,
            refusal=answer.refusal,
            checked=self._clock(),
            seconds=calls.seconds(),
            answers=(answer,),
            asked=answer,
        )

    def prove_dead(self) -> Proof:
        """Ask the API once with the revoked token and say what it answered."""
        if not self._server.can_be_asked:
            return Proof(False, "not proved: the server names no address to ask")  # noqa: FBT003
        try:
            url = who_url(self._server)
            response = self._calls().get_url(url, "proof", PROOF_SECONDS)
        except RingAuthError:
            return no_proof()
        return proof_from(response.status)

    def _calls(self) -> ApiCalls:
        return ApiCalls(
            self._server.address, self._access_token, self._send, self._clock
        )


def _find_out_more(findings: Findings, verdict: Verdict, scope: Iterable[str]) -> None:
    if verdict is Verdict.APP_LACKS_SCOPE:
        # The account needs the same scope, and this call none.
        findings.ask_about_one("ReadExtensions")
    else:
        findings.ask_for_account()
    findings.ask_for_permissions()
    findings.ask_about(name for name in scope if name not in _NEVER_ASKED)
