"""Who a token belongs to and what the API said of it, as RingCentral tells it."""

import enum
from dataclasses import dataclass

from ringauth_gui.errors import Refusal
from ringauth_gui.moment import Moment


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


@dataclass(frozen=True)
class CheckResult:
    """The outcome of a Check.

    Attributes:
        verdict: What the API makes of the token.
        identity: Who it belongs to, where the API told.
        refusal: What the API said when it did not simply answer.
        checked: When.
        seconds: How long the calls took together.
    """

    verdict: Verdict
    identity: Identity | None
    refusal: Refusal | None
    checked: Moment
    seconds: float
