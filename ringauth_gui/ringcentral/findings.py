"""What a Check finds out after "who am I": the account and the permissions."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar

from ringauth_gui.errors import (
    InvalidServerResponse,
    NetworkError,
    RateLimited,
    Refusal,
    RequestRefused,
)
from ringauth_gui.oauth.client import busy_or_broken
from ringauth_gui.oauth.error_answer import refusal_from
from ringauth_gui.oauth.exchange import HttpResponse
from ringauth_gui.oauth.json_answer import json_answer
from ringauth_gui.oauth.redirected_answer import refuse_redirect
from ringauth_gui.ringcentral.account import Account, account_from
from ringauth_gui.ringcentral.api_calls import ApiCalls
from ringauth_gui.ringcentral.api_paths import ACCOUNT, PERMISSIONS, permission_check
from ringauth_gui.ringcentral.identity import Subject, Untold
from ringauth_gui.ringcentral.user_permissions import (
    PermissionAnswer,
    Standing,
    UserPermissions,
    answer_from,
    permissions_from,
)

MOST_QUESTIONS = 8  # of the light group's fifty calls a minute

_OK, _UNAUTHORIZED = 200, 401

Told = TypeVar("Told")


class Findings:
    """Gathers what each call tells; what one refuses does not spoil the others.

    A refused token ends it, and so does a pause that the API asks for: a call inside
    the pause would make it longer.

    Attributes:
        account: Which account it is, if told.
        permissions: What the user may do, if told.
        answers: What was said of single permissions.
        untold: What was not told, and why.
        refused: What the API said when it refused the token.
    """

    def __init__(self, calls: ApiCalls) -> None:
        """Ask through ``calls``."""
        self._calls = calls
        self._pause: Refusal | None = None
        self.account: Account | None = None
        self.permissions: UserPermissions | None = None
        self.answers: list[PermissionAnswer] = []
        self.untold: list[Untold] = []
        self.refused: Refusal | None = None

    def ask_for_account(self) -> None:
        """Ask which account it is."""
        read = partial(_read_object, account_from)
        self.account = self._ask(Subject.ACCOUNT, ACCOUNT, read)

    def ask_for_permissions(self) -> None:
        """Ask what the user may do."""
        read = partial(_read_object, permissions_from)
        self.permissions = self._ask(Subject.PERMISSIONS, PERMISSIONS, read)

    def ask_about(self, names: Iterable[str]) -> None:
        """Ask about permissions that the list does not name, the first few of them.

        Only the API knows whether the user lacks one, or whether users' permissions
        have no such name: apps' scopes and they are named independently.
        """
        if self.permissions is None:
            return
        listed = frozenset(self.permissions.names)
        for name in [one for one in names if one not in listed][:MOST_QUESTIONS]:
            if not self.ask_about_one(name):
                return

    def ask_about_one(self, name: str) -> bool:
        """Ask about one permission; return whether there was an answer."""
        path, read = permission_check(name), partial(answer_from, name)
        answer = self._ask(Subject.SINGLE_PERMISSIONS, path, read)
        if answer is None:
            return False
        if answer.standing is Standing.TOKEN_REFUSED:
            self.refused = answer.refusal
            return False
        self.answers.append(answer)
        return True

    def _ask(
        self, subject: Subject, path: str, read: Callable[[HttpResponse], Told]
    ) -> Told | None:
        if self.refused is not None:
            return None
        if self._pause is not None:
            self.untold.append(Untold(subject, self._pause))
            return None
        try:
            response = self._calls.get(path)
            refuse_redirect(response)
            return read(response)
        except RequestRefused as error:
            self._note(subject, error)
        except (NetworkError, InvalidServerResponse) as error:
            self.untold.append(Untold(subject, reason=error.reason))
        return None

    def _note(self, subject: Subject, error: RequestRefused) -> None:
        if error.refusal.status == _UNAUTHORIZED:
            self.refused = error.refusal
            return
        if isinstance(error, RateLimited):
            self._pause = error.refusal
        self.untold.append(Untold(subject, error.refusal))


def _read_object(
    read: Callable[[Mapping[str, object]], Told], response: HttpResponse
) -> Told:
    if response.status != _OK:
        refusal = refusal_from(response)
        raise busy_or_broken(refusal) or RequestRefused(refusal)
    return read(json_answer(response))
