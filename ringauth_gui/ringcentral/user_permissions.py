"""What a user may do, as the API lists it or answers when it is asked for one name."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from ringauth_gui.errors import Refusal
from ringauth_gui.oauth.client import busy_or_broken
from ringauth_gui.oauth.error_answer import refusal_from
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.json_answer import json_answer
from ringauth_gui.ringcentral.untrusted_members import entries_of, members_of, text_of

MOST_PERMISSIONS = 1000

_OK, _UNAUTHORIZED = 200, 401
# "Resource for parameter not found" and "parameter value invalid".
_NO_SUCH_NAME = frozenset(("CMN-102", "CMN-101"))
_PARAMETER = "permissionId"


@dataclass(frozen=True)
class UserPermissions:
    """The user's effective permissions.

    Attributes:
        names: Their names in the API's order, once each.
        left_out: How many more there were than are kept.
    """

    names: tuple[str, ...]
    left_out: int = 0


class Standing(enum.Enum):
    """How a user stands to one permission."""

    HAS = "has it"
    LACKS = "does not have it"
    NO_SUCH_NAME = "no permission of that name"
    TOKEN_REFUSED = "the token is refused"  # noqa: S105 - no secret
    NOT_TOLD = "not told"


@dataclass(frozen=True)
class PermissionAnswer:
    """What the API answered when it was asked for one permission.

    Attributes:
        name: The permission that was asked for.
        standing: What came of it.
        refusal: What the API said when it did not simply answer.
    """

    name: str
    standing: Standing
    refusal: Refusal | None = None


def permissions_from(untrusted: Mapping[str, object]) -> UserPermissions:
    """Return the permissions in an authorization profile (reference section 10)."""
    entries = (
        members_of(members_of(entry).get("permission"))
        for entry in entries_of(untrusted.get("permissions"))
    )
    told = (text_of(entry.get("id")) for entry in entries)
    names = tuple(dict.fromkeys(name for name in told if name is not None))
    kept = names[:MOST_PERMISSIONS]
    return UserPermissions(kept, left_out=len(names) - len(kept))


def answer_from(name: str, response: HttpResponse) -> PermissionAnswer:
    """Return what ``response`` says of the permission ``name``.

    Raises:
        RateLimited, ServerProblem: The API is busy or broken.
        NotJson: It says that all went well, in a way that cannot be read.
    """
    if response.status == _OK:
        # "No" is an ordinary answer, and what stands for one that says neither.
        untrusted = json_answer(response).get("successful", False)
        return PermissionAnswer(name, _successful(untrusted))
    refusal = refusal_from(response)
    if (problem := busy_or_broken(refusal)) is not None:
        raise problem
    return PermissionAnswer(name, _standing(refusal), refusal)


def _successful(untrusted: object) -> Standing:
    if not isinstance(untrusted, bool):
        return Standing.NOT_TOLD
    return Standing.HAS if untrusted else Standing.LACKS


def _standing(refusal: Refusal) -> Standing:
    if refusal.status == _UNAUTHORIZED:
        return Standing.TOKEN_REFUSED
    is_about_name = refusal.parameter in {None, _PARAMETER}
    if is_about_name and _NO_SUCH_NAME.intersection(refusal.codes):
        return Standing.NO_SUCH_NAME
    return Standing.NOT_TOLD
