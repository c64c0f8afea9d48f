"""Who sends the current request, and whether they may send one more."""

from flask import request

from ringauth_gui.practice.answers import keep_allowance
from ringauth_gui.practice.bearer import read_bearer
from ringauth_gui.practice.client_authentication import claimed_client_id
from ringauth_gui.practice.grant import Grant
from ringauth_gui.practice.rate_limit import Group, RateLimits
from ringauth_gui.practice.refusals import RATE_EXCEEDED, SCOPE_MISSING, Refused
from ringauth_gui.practice.rules import Rules


class Callers:
    """Recognizes apps and people by the request's headers and counts their calls."""

    def __init__(self, rules: Rules, limits: RateLimits) -> None:
        self._rules = rules
        self._limits = limits

    def count_client(self) -> None:
        """Count an authentication call for the client ID it claims.

        Raises:
            Refused: CMN-301.
        """
        untrusted_client_id = claimed_client_id(
            request.headers.get("Authorization"), request.form.get("client_id", "")
        )
        self._count(Group.AUTH, untrusted_client_id)

    def accept(self, group: Group, scope: str | None = None) -> Grant:
        """Accept the access token of a call and count it.

        Raises:
            Refused: The token, the ``scope`` it lacks, or the limit.
        """
        grant = self._rules.use(read_bearer(request.headers.get("Authorization")))
        client_id = grant.app.client_id
        is_auth = group is Group.AUTH
        self._count(
            group, client_id if is_auth else f"{client_id} {grant.person.extension_id}"
        )
        if scope is not None and scope not in grant.scope:
            raise Refused(SCOPE_MISSING, "permissionName", scope)
        return grant

    def _count(self, group: Group, caller: str) -> None:
        allowance = self._limits.count(group, caller)
        keep_allowance(allowance)
        if allowance.retry_after is not None:
            raise Refused(RATE_EXCEEDED)
