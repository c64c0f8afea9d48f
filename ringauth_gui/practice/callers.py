"""Who sends the current request, and whether they may send one more."""

from flask import request

from ringauth_gui.practice.answers import keep_allowance
from ringauth_gui.practice.bearer import read_bearer
from ringauth_gui.practice.choices import CountedBy
from ringauth_gui.practice.client_authentication import claimed_client_id
from ringauth_gui.practice.forms import sent_authorization
from ringauth_gui.practice.grant import Grant, IssuedTokens
from ringauth_gui.practice.people import ACCOUNT_ID
from ringauth_gui.practice.rate_limit import Group
from ringauth_gui.practice.refusals import (
    PERMISSION_MISSING,
    RATE_EXCEEDED,
    SCOPE_MISSING,
    Refused,
)
from ringauth_gui.practice.world import World

# Where a request to the token or revocation endpoint names its session.
_SESSION_FIELDS = ("code", "refresh_token", "token")


class Callers:
    """Recognizes apps and people by the request and counts their calls."""

    def __init__(self, world: World) -> None:
        self._rules = world.rules
        self._limits = world.limits
        self._behaviour = world.behaviour

    def count_client(self) -> None:
        """Count an authentication call for the client ID it claims.

        Raises:
            Refused: CMN-301.
        """
        untrusted_client_id = claimed_client_id(sent_authorization(), request.form)
        self._count(Group.AUTH, self._auth_caller(untrusted_client_id, self._owner()))

    def count_authorization(self, untrusted_client_id: str) -> None:
        """Count an authorization request, where the settings want it.

        Raises:
            Refused: CMN-301.
        """
        if self._behaviour.settings.authorize_counts:
            self._count(Group.AUTH, self._auth_caller(untrusted_client_id, ""))

    def accept(
        self, group: Group, scope: str | None = None, permission: str | None = None
    ) -> Grant:
        """Accept the access token of a call and count it.

        Raises:
            Refused: The token, the ``scope`` it lacks, the ``permission`` that its
                person lacks, or the limit.
        """
        grant = self.accept_session(group).grant
        if scope is not None and scope not in grant.scope:
            raise Refused(SCOPE_MISSING, "permissionName", scope)
        if permission is not None and permission not in grant.person.permissions:
            raise Refused(PERMISSION_MISSING, "permissionName", permission)
        return grant

    def accept_session(self, group: Group) -> IssuedTokens:
        """The same for a call that needs nothing but a token.

        Raises:
            Refused: The token, or the limit.
        """
        issued = self._rules.use_session(read_bearer(sent_authorization()))
        client_id = issued.grant.app.client_id
        person = str(issued.grant.person.extension_id)
        is_auth = group is Group.AUTH
        self._count(
            group,
            self._auth_caller(client_id, person)
            if is_auth
            else f"{client_id} {person}",
        )
        return issued

    def _owner(self) -> str:
        """The extension ID of who the request is about, as far as it tells."""
        for name in _SESSION_FIELDS:
            person = self._rules.owner_of(request.form.get(name, ""))
            if person is not None:
                return str(person.extension_id)
        return ""

    def _auth_caller(self, untrusted_client_id: str, person: str) -> str:
        counted_by = self._behaviour.settings.auth_counted_by
        if counted_by is CountedBy.ACCOUNT:
            return ACCOUNT_ID
        if counted_by is CountedBy.CLIENT_AND_PERSON:
            return f"{untrusted_client_id} {person}"
        return untrusted_client_id

    def _count(self, group: Group, caller: str) -> None:
        allowance = self._limits.count(group, caller)
        keep_allowance(allowance)
        if allowance.retry_after is not None:
            raise Refused(RATE_EXCEEDED)
