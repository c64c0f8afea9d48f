"""Who a token belongs to and what the API said of it, as RingCentral tells it."""

import enum
from dataclasses import dataclass, replace

from ringauth_gui.errors import Refusal
from ringauth_gui.moment import Moment
from ringauth_gui.ringcentral.account import Account
from ringauth_gui.ringcentral.user_permissions import PermissionAnswer, UserPermissions


@dataclass(frozen=True)
class Identity:
    """Members of RingCentral's extension info; ``None`` is "did not say"."""

    extension_id: str
    name: str | None = None
    email: str | None = None
    extension_number: str | None = None
    extension_type: str | None = None
    status: str | None = None
    account_id: str | None = None
    company: str | None = None
    roles: tuple[str, ...] = ()


class Verdict(enum.Enum):
    """What a Check found out about the access token."""

    ACCEPTED = "accepted"
    APP_LACKS_SCOPE = "accepted, but the app lacks the scope (CMN-401)"
    USER_LACKS_PERMISSION = "accepted, but the user lacks the permission (CMN-408)"
    REFUSED = "refused"
    NOT_JUDGED = "not judged"


class Subject(enum.Enum):
    """What the calls of a Check ask for; the value is its name."""

    IDENTITY = "identity"
    ACCOUNT = "account"
    PERMISSIONS = "permissions"
    SINGLE_PERMISSIONS = "single permissions"


@dataclass(frozen=True)
class Untold:
    """What one call of a Check did not tell, while others did.

    Attributes:
        subject: What it was about.
        refusal: What the API said instead, if it answered.
        reason: Why there was no answer that could be read.
    """

    subject: Subject
    refusal: Refusal | None = None
    reason: str = ""


@dataclass(frozen=True)
class CheckResult:
    """The outcome of a Check.

    Attributes:
        verdict: What the API makes of the token.
        identity: Who it belongs to, where the API told.
        refusal: What the API said when it did not simply answer.
        checked: When.
        seconds: How long the calls took together.
        account: Which account it belongs to, where the API told.
        permissions: What the user may do, where the API told.
        answers: What it said of single permissions.
        asked: What it said when a person asked for one permission.
        untold: What it did not tell, and why.
        is_former: Whether the token was refreshed since, so that the verdict is of the
            one before.
    """

    verdict: Verdict
    identity: Identity | None
    refusal: Refusal | None
    checked: Moment
    seconds: float
    account: Account | None = None
    permissions: UserPermissions | None = None
    answers: tuple[PermissionAnswer, ...] = ()
    asked: PermissionAnswer | None = None
    untold: tuple[Untold, ...] = ()
    is_former: bool = False

    def of_former_token(self) -> "CheckResult":
        """Return what is still known after a refresh: all but the verdict."""
        return replace(self, is_former=True)

    def followed_by(self, question: "CheckResult") -> "CheckResult":
        """Return what is known after ``question`` too, which told one permission."""
        known = replace(
            self, answers=(*self.answers, *question.answers), asked=question.asked
        )
        if not self.is_former and question.verdict is not Verdict.REFUSED:
            return known
        return replace(
            known,
            verdict=question.verdict,
            refusal=question.refusal,
            checked=question.checked,
            seconds=question.seconds,
            is_former=False,
        )
