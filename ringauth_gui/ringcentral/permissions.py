"""The token's scopes beside the user's permissions: what a call may do."""

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ringauth_gui.ringcentral.scopes import (
    NEEDED_BY_CALLS,
    SCOPE_NAMES,
    SIGN_IN_SCOPES,
    including,
)
from ringauth_gui.ringcentral.user_permissions import (
    MOST_PERMISSIONS,
    PermissionAnswer,
    Standing,
    UserPermissions,
)

MOST_ROWS = 200  # shown at once


class Holding(enum.Enum):
    """Whether a token or a user has a permission of some name."""

    YES = enum.auto()
    NO = enum.auto()
    PARTLY = enum.auto()  # some of the permissions that its calls need
    NOT_TOLD = enum.auto()
    NOT_NEEDED = enum.auto()  # it is about the sign-in
    NO_SUCH_NAME = enum.auto()  # it is known under other names there, if at all


class CallVerdict(enum.Enum):
    """What a call that needs the permission meets."""

    ALLOWED = enum.auto()
    APP_LACKS_SCOPE = enum.auto()
    USER_LACKS_PERMISSION = enum.auto()
    NO_CALLS = enum.auto()  # it is about the sign-in
    NOT_KNOWN = enum.auto()


@dataclass(frozen=True)
class PermissionRow:
    """One name, as the token and as the user have it.

    Attributes:
        name: The name of a scope, a permission of users, or both.
        in_scope: Whether the token's scopes cover it.
        by_user: Whether the user has it.
        scope: The other scope that covers it, or would have to.
        needed: The permissions of users that its calls need, where they have others.
        lacking: Those of them that the user does not have.
    """

    name: str
    in_scope: Holding
    by_user: Holding
    scope: str = ""
    needed: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()

    @property
    def verdict(self) -> CallVerdict:
        """What a call meets: the app is looked at before the user."""
        if self.by_user is Holding.NOT_NEEDED:
            return CallVerdict.NO_CALLS
        if self.in_scope is Holding.NO:
            return CallVerdict.APP_LACKS_SCOPE
        if self.by_user in {Holding.NO, Holding.PARTLY}:
            return CallVerdict.USER_LACKS_PERMISSION
        if {self.in_scope, self.by_user} == {Holding.YES}:
            return CallVerdict.ALLOWED
        return CallVerdict.NOT_KNOWN


@dataclass(frozen=True)
class PermissionRows:
    """What is shown at once, and what is folded away below it.

    Attributes:
        first: The scopes, what was asked for, and what the app does not ask for.
        further: The rest of the user's permissions.
        left_out: How many more the user has.
    """

    first: tuple[PermissionRow, ...] = ()
    further: tuple[PermissionRow, ...] = ()
    left_out: int = 0


def permission_rows(
    scope: Sequence[str] | None,
    told: UserPermissions | None,
    answers: Iterable[PermissionAnswer] = (),
) -> PermissionRows:
    """Return the token's ``scope`` beside what is known of the user.

    Apps' scopes and users' permissions are named independently. A name that only one
    side has proves nothing of the other, unless it is documented or the API said so.

    Args:
        scope: The token's scopes; None where the server named none.
        told: The user's permissions, as the API listed them.
        answers: What it said of single permissions; the last one counts.
    """
    user = _User(told, {answer.name: answer.standing for answer in answers})
    names = () if told is None else told.names
    token = None if scope is None else tuple(dict.fromkeys(scope))
    not_asked_for = (name for name in names if name in SCOPE_NAMES)
    first = dict.fromkeys((*(token or ()), *user.answers, *not_asked_for))
    every = tuple(dict.fromkeys((*first, *names)))
    shown = min(len(first), MOST_ROWS)
    rows = tuple(_row(name, token, user) for name in every[:MOST_PERMISSIONS])
    left_out = len(every) - len(rows)
    return PermissionRows(
        first=rows[:shown],
        further=rows[shown:],
        left_out=left_out if told is None else left_out + told.left_out,
    )


@dataclass(frozen=True)
class _User:
    """What is known of the user."""

    told: UserPermissions | None
    answers: Mapping[str, Standing]

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(() if self.told is None else self.told.names)

    def holding(self, name: str) -> Holding:
        """Return whether the user has the permission ``name``."""
        if name in SIGN_IN_SCOPES:
            return Holding.NOT_NEEDED
        answer = _ANSWERED.get(self.answers.get(name, Standing.NOT_TOLD))
        if answer is not None:
            return answer
        if self.told is None:
            return Holding.NOT_TOLD
        if name in self._names:
            return Holding.YES
        is_listed = name in _USERS and not self.told.left_out
        return Holding.NO if is_listed else Holding.NOT_TOLD


_ANSWERED = {
    Standing.HAS: Holding.YES,
    Standing.LACKS: Holding.NO,
    Standing.NO_SUCH_NAME: Holding.NO_SUCH_NAME,
}
# Permissions of users that are sure to exist, each with the scope of its calls.
_USERS = {name: scope for scope, needed in NEEDED_BY_CALLS.items() for name in needed}


def _row(name: str, token: tuple[str, ...] | None, user: _User) -> PermissionRow:
    in_scope, scope = _in_scope(name, token)
    needed = tuple(NEEDED_BY_CALLS.get(name, ()))
    if not needed:
        return PermissionRow(name, in_scope, user.holding(name), scope)
    holdings = {one: user.holding(one) for one in needed}
    lacking = tuple(one for one in needed if holdings[one] is Holding.NO)
    return PermissionRow(
        name, in_scope, _together(set(holdings.values())), scope, needed, lacking
    )


def _in_scope(name: str, token: tuple[str, ...] | None) -> tuple[Holding, str]:
    """Return whether the token covers ``name``, and through which other scope."""
    if token is None:
        return Holding.NOT_TOLD, ""
    if name in token:
        return Holding.YES, ""
    if (other := including(token, name)) is not None:
        return Holding.YES, other
    if (scope := _USERS.get(name)) is not None:
        holding, other = _in_scope(scope, token)
        return holding, other or scope
    return (Holding.NO if name in SCOPE_NAMES else Holding.NO_SUCH_NAME), ""


def _together(holdings: set[Holding]) -> Holding:
    if len(holdings) == 1:
        return holdings.pop()
    return Holding.PARTLY if Holding.NO in holdings else Holding.NOT_TOLD
